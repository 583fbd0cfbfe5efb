"""Interim relief and stays that an entry enters, extends or ends by its own words, beside the rulings on motions."""

from ..rule import Rule, rule
from ..vocabulary import EventType

_LED = (
    r"^\W*(?:judge [a-z.,' -]{1,50}: )?(?:(?:[a-z]+ ){0,2}(?:order|opinion|decision)(?: entered)?(?:[.:]| -|,? and) )*"
)
"""What may stand before the title of an order that is itself the relief."""
_NOT_SO = r"^\W*proposed\b|{tro}\W+{den}|{pi}\W+{den}"
_NOT_SO = _NOT_SO.replace(
    "{den}",
    r"(?:(?:is|request|motion) )?(?:denied|dissolved|vacated|expired|moot|hearing"
    "|brief)",
)

RULES: tuple[Rule, ...] = (
    rule(
        EventType.TRO_EXTENDED,
        says="A temporary restraining order is extended",
        pattern=(
            r"(?:(?:^|\bcourt )(?:hereby )?(?:extending|extends|continuing|continues|keeping|keeps)(?: in (?:force"
            r"|effect|place))?"
            r"(?: (?:by|for|until|to|through) [^;]{1,40}?)?"
            r"|\bgood cause (?:[a-z]+ ){0,4}to (?:extend|continue)) {the}(?:both |all |(?:existing|current"
            r"|present) )?{tro}|{tro}[^;]*? {is} (?:hereby )?(?:extended|continued|prolonged|enlarged|renewed"
            r"|carried forward"
            r"|(?:kept|left) in (?:force|effect|place))"
            r"|{tro}[^;]*? (?:extended|continued)(?: (?:by|on|with) (?:[a-z]+ ){0,3}?(?:consent|agreement"
            r"|stipulation))? (?:to|until|through|pending)\b"
            r"|{tro}[^;]*? (?:shall|will) not (?:expire|lapse) (?:until|before)\b"
            r"|{tro}[^;]*? (?:shall|will|to) (?:remain|continue|stay) in (?:full )?(?:force|effect|place)"
            r"|{tro}[^;]*? (?:shall|will) (?:continue|remain|last) (?:until|through|pending)\b"
            r"|{tro}[^;]*? (?:remains?|continues?|stays?) in (?:full )?(?:force|effect|place)(?: and effect)?"
            r"(?: [^;,]{1,40}?)? (?:until|through|up to|pending)\b"
        ),
        unless=(
            r"^(?:as|because|since|although|while|whereas|given that|if|unless|so long as)\b"
            r"|{tro}{refs},? (?:which|that|who)\b[^;]*? (?:remains?|continues?|stays?) in\b|"
            r"\b(?:hearing|argument|conference|deadline|response|time)s? (?:[a-z]+ ){0,5}{tro}|{tro}{refs} (?:hearing"
            r"|conference|motion|briefing)\b|\b(?:ask|request)s? that\b|\bwhether\b|\bnot (?:find|show)"
            r"|\bno good cause|\bas an? {pi}|\bconverted (?:in)?to\b"
        ),
        reads="MINUTE ORDER. The Temporary Restraining Order is EXTENDED through May 7, 2026.",
        leaves=[
            "MOTION to Extend Temporary Restraining Order by Petitioner.",
            "ORDER granting 3 Motion for Temporary Restraining Order.",
            "MINUTE ENTRY: TRO hearing continued to May 7, 2026.",
        ],
    ),
    rule(
        EventType.TRO_EXTENDED,
        form="it",
        scope="entry",
        says="A sentence says that a temporary restraining order is in force, and the next words extend it",
        pattern=(
            r"{tro}\b[^;]{0,240}? (?:stays?|remains?|continues?|is|was) (?:still )?in (?:full )?(?:force|effect|place)"
            r"[^;]{0,60}?(?:[;.]|,? (?:and|but)) (?:[^;.]{0,60}? )?it {is} (?:hereby )?(?:extended|continued) (?:to"
            r"|until|through|by)\b"
        ),
        unless=r"^\W*(?:[a-z'-]+ ){0,3}(?:motion|response|opposition|reply|notice|letter|brief|declaration)\b",
        reads="ORDER: The temporary restraining order stays in force; on consent it is EXTENDED to May 7, 2026.",
        leaves=[
            "NOTICE: The temporary restraining order stays in force; on consent it is extended to May 7, 2026.",
            "ORDER: The temporary restraining order stays in force; the response is due on May 7, 2026.",
        ],
        courts="trial",
    ),
    rule(
        EventType.TRO_DISSOLVED,
        says="A temporary restraining order ends",
        pattern=(
            r"^(?:dissolving|vacating|lifting|dissolves|vacates) {the}{tro}"
            r"|{tro}[^;]*?,? {is} (?:hereby )?(?:dissolved|vacated|lifted|superseded|terminated"
            r"|set aside|discharged|merged (?:in)?to|no longer in (?:force|effect))"
            r"|{tro}[^;]*? (?:expires?|lapses?)\b[^;]*? not be (?:extended|renewed)"
            r"|{tro}[^;]*? (?:expire[sd] by its (?:own )?terms|(?:has |having )?(?:lapsed|expired))\b"
        ),
        unless=r"hearing[^;]* {is} vacated|{tro}{refs} (?:application|motion|request)\b|\b(?:if|unless|until"
        r"|before|extend(?:s|ing)|(?:is|are|be|was) (?:hereby )?extended)\b[^;]*expired"
        r"|\bnot (?:yet )?(?:expired|lapsed)\b",
        reads="ORDER dissolving 5 Temporary Restraining Order.",
        leaves=[
            "MOTION to Dissolve Temporary Restraining Order by Respondents.",
            "ORDER: The temporary restraining order is extended.",
        ],
    ),
    rule(
        EventType.PRELIMINARY_INJUNCTION_ENTERED,
        says="A preliminary injunction is entered",
        pattern=r"^(?:order )?(?:granting|grants|entering|enters|issuing|issues) (?:an? |the )?(?:agreed |following )?"
        r"preliminary (?:injunction|injunctive relief)"
        r"|^(?:converting|converts|turning|turns) (?:[^;]*?{tro}|(?:that|this"
        r"|the) order)\b[^;]*? (?:in)?to (?:an? )?{pi}"
        r"|^(?:an? |the )?(?:[a-z]+ ){0,2}preliminary injunction (?:shall (?:hereby )?(?:issue|enter)\b"
        r"|{is} (?:entered|issued))\b"
        r"|^(?:confirming|confirms|continuing|continues|extending|extends) [^;]*?{tro}[^;]*? as an? {pi}"
        r"|{tro}[^;]*? (?:(?:shall|will|{is} to) (?:be treated|be deemed|operate|serve|stand|continue|(?:remain"
        r"|continue) in (?:full )?(?:force|effect))|{is} (?:confirmed|continued|extended)),? as an? {pi}"
        r"|^order (?:of|for) preliminary injunction\b"
        r"|\buntil (?:(?:entry of )?(?:a )?final (?:judgment|order)[^;,]{0,40}|trial(?: on the merits)?), (?:the )?"
        r"(?:[a-z]+ )?defendants? {is} enjoined\b"
        r"|\benjoined\b[^;]*? pending (?:final judgment|trial|a (?:trial|decision) on the merits)"
        r"|\bpending (?:final judgment|trial|a (?:trial|decision) on the merits)[^;]*? enjoined\b"
        r"|converted (?:in)?to a preliminary injunction"
        r"|preliminarily enjoined|"
        r"hereby enjoined for the duration of",
        unless=(
            r"\bwhether\b|\bshould (?:not )?be\b|^(?:no|if)\b|\b(?:under|by) which,? until\b[^;]*? enjoined\b"
            r"|\border said that\b"
        ),
        reads="ORDER: Defendants are preliminarily enjoined from enforcing the memorandum.",
        leaves=[
            "MOTION for Preliminary Injunction by Petitioner.",
            "ORDER denying 3 Motion for Preliminary Injunction.",
            "ORDER: No preliminary injunction shall issue.",
        ],
    ),
    rule(
        EventType.PRELIMINARY_INJUNCTION_ENTERED,
        form="title",
        scope="entry",
        says="An entry that is itself a preliminary injunction",
        pattern=(
            _LED + r"(?:agreed |consent |stipulated )*preliminary injunction(?: order)?(?:[.:;]| -"
            r"| entered| signed| by judge|$)"
        ),
        unless=_NOT_SO,
        reads="PRELIMINARY INJUNCTION. Signed by Judge.",
        leaves=[
            "Preliminary Injunction Hearing held before Judge.",
            "MOTION for Preliminary Injunction by Petitioner.",
        ],
    ),
    rule(
        EventType.TRO_ENTERED,
        says="A temporary restraining order is entered",
        pattern=r"^(?:entering|enters|issuing|issues) (?:an? |the )?(?:ex parte |emergency |limited )*{tro}"
        r"|^(?:an? |the )?(?:[a-z]+ ){0,2}?{tro} (?:shall (?:hereby )?issue|{is} (?:entered|issued))\b"
        r"|temporarily (?:enjoined|restrained|enjoins|restrains|restraining)",
        unless=r"^no\b",
        reads="ORDER that Defendants are temporarily enjoined from enforcing the memorandum.",
        leaves=[
            "MOTION for Temporary Restraining Order by Petitioner.",
            "ORDER denying 3 Motion for Temporary Restraining Order.",
            "ORDER: No temporary restraining order shall issue.",
        ],
    ),
    rule(
        EventType.TRO_ENTERED,
        form="title",
        scope="entry",
        says="An entry that is itself a temporary restraining order",
        pattern=(
            _LED + r"(?:ex parte |amended |modified |emergency "
            r"|second |order to show cause (?:with|and) )*(?:temporary restraining order"
            r"|temporary restraints?)(?: and (?:order to show cause"
            r"|\w+)[^.:]*)?(?:[.:;]| -| entered| issued| signed| granting| by judge|$)"
        ),
        unless=_NOT_SO,
        reads="TEMPORARY RESTRAINING ORDER. No security is required.",
        leaves=[
            "Temporary restraining order requested by Petitioner.",
            "MOTION for Temporary Restraining Order by Petitioner.",
        ],
    ),
    rule(
        EventType.STAY_ENTERED,
        sense="agency_action",
        says="What an agency did is stayed (5 U.S.C. 705)",
        pattern=(
            r"(?:stay(?:ed|s|ing)|postpon(?:ed|es|ing))\b[^;]*? (?:under|pursuant to)[^;]*?\b705\b"
            r"|\b705\b[^;]*? {is} (?:hereby )?(?:stayed|postponed)"
            r"|(?:5 u\.?s\.?c\.?|section|S) 705 stay"
            r"|\b(?:directive|memorandum|policy|rule|guidance|termination|designation)s?,? {is} (?:hereby )?(?:stayed"
            r"|postponed) (?:pending|until) (?:the )?(?:conclusion|completion|end|outcome|resolution) of (?:this "
            r"|judicial "
            r"|the )*(?:review|case|action|litigation|suit)\b"
        ),
        reads="ORDER: The effective date of the rule is STAYED under 5 U.S.C. 705.",
        leaves=["MOTION to Stay Agency Action under 5 U.S.C. 705 by Plaintiffs.", "ORDER: this case is stayed."],
        unless=r"\bmotion\b|\brequest",
    ),
    rule(
        EventType.STAY_ENTERED,
        sense="agency_action",
        form="by_court",
        scope="entry",
        says="The court itself stays what an agency did, naming 5 U.S.C. 705 first",
        pattern=r"\b705\b,?[^;]{0,80}? the court (?:hereby )?(?:stays|postpones)\b",
        reads="ORDER: Pursuant to 5 U.S.C. 705 the Court hereby stays the memorandum pending review.",
        leaves=["MOTION to Stay Agency Action under 5 U.S.C. 705 by Plaintiffs.", "ORDER: the Court stays this case."],
    ),
    rule(
        EventType.STAY_ENTERED,
        sense="administrative",
        says="A short stay to give the court time to read",
        pattern=(
            r"(?:^|\b(?:we|court) )(?:enters?|entering|grants?|granting|issues?)? ?(?:an? "
            r"|the )?(?:temporary |brief |short |limited |[a-z]+-day )*administrative stay\b(?: {is} (?:granted"
            r"|entered))?|administrative stay {is} (?:granted|entered)"
            r"|is administratively stayed|{is} stayed administratively|^administratively staying"
            r"|\b(?:we|court) administratively stays?\b"
            r"|temporar(?:y|ily) stayed"
            r"|(?:enters|entered) an administrative stay"
        ),
        reads="ORDER: A brief administrative stay is ENTERED while the panel reads the motion.",
        leaves=[
            "MOTION for an administrative stay by Appellants.",
            "ORDER: the administrative stay is dissolved.",
            "ORDER: The administrative stay entered on May 1 shall expire at noon on May 9, 2026.",
        ],
        unless=(
            r"dissol|lifted|vacated|motion for (?:[a-z]+ ){0,5}administrative|denied|\bif\b|\basks?\b"
            r"|^(?:the|this|our) (?:temporary )?administrative stay\b[^;]*? (?:shall|will) (?:expire|end|lapse"
            r"|terminate)\b"
        ),
    ),
    rule(
        EventType.STAY_ENTERED,
        sense="removal_or_transfer",
        says="Removal or transfer of the person is stayed",
        pattern=(
            r"^(?:order )?concerning (?:the )?service of (?:the )?petition and (?:transfer or )?stay of"
            r" (?:transfer|removal)(?: or (?:removal|transfer))?\W*$"
            r"|stay of (?:transfer or removal|removal|transfer"
            r"|removal or transfer)(?: or removal)? (?:is )?(?:hereby )?(?:entered|granted|continued|extended)"
            r"|removals? (?:or transfers? )?[^;]*?{is} stayed"
            r"|^(?:order )?staying (?:[^;]*? )?(?:removal|transfer|deportation)\b"
            r"|\bstays {the}(?:removal|transfer|deportation)\b"
            r"|{is} stayed from"
        ),
        unless=(
            r"^(?:vacat|lift|dissolv|terminat)(?:ing|es) (?:the |its )?(?:temporary |administrative )*stay\b|"
            r"\bstay of (?:removal|transfer)(?: or [a-z]+)? (?:entered|granted) (?:(?:on )?(?:[a-z]{3,9}\.? )?\d"
            r"|(?:in|at|by|under|earlier|before|previously|last|yesterday|today)\b[^;]*? (?:is|has|had|was|will"
            r"|does|did|shall|may|remains?|stands?|expire[sd]|lapse[sd]|ended)\b)"
            r"|\bstay of (?:removal|transfer)(?: or [a-z]+)? (?:entered|granted|continued|extended)[^;]*? (?:expire"
            r"|lapse|ende)d\b"
        ),
        reads="ORDER: Respondents are STAYED from removing Petitioner while this action is pending.",
        leaves=["MOTION to Stay Removal by Petitioner.", "ORDER: the case is stayed pending appeal."],
    ),
    rule(
        EventType.STAY_ENTERED,
        sense="removal_or_transfer",
        form="on_filing",
        scope="entry",
        says="Removal is stayed by the filing of the motion, as a standing order of the court of appeals has it",
        pattern=r"[;.] (?:petitioner'?s? )?removal (?:is )?(?:hereby |temporarily |automatically )?stayed"
        r" (?:pending|until|per|pursuant)\b|[:;.] an? (?:temporary )?stay of removal is (?:now )?in (?:effect|place"
        r"|force)\b",
        reads="NOTICE to the parties of the standing order; REMOVAL STAYED pending further order.",
        leaves=["MOTION TO STAY REMOVAL filed by Petitioner.", "NOTICE of removal; removal not stayed pending review."],
        courts="appellate",
    ),
    rule(
        EventType.STAY_ENTERED,
        sense="injunction_or_order",
        says="An order, injunction or judgment is stayed",
        pattern=(
            r"^(?:temporarily )?(?:staying|stays) {the}(?:[a-z.]+ )*(?:order|injunction|judgment)\b"
            r"|\bstay (?:of [^;,]{1,60} )?pending appeal {is} granted\b"
            r"|(?:injunction|judgment|orders?)\b(?:[^;,]|, \d|, which [^;,]{1,120},"
            r"|, (?:case )?no\. [^ ,]+,)*? {is} (?:hereby )?(?:stayed|suspended pending|held in abeyance)\b"
            r"|^(?:the |petitioner'?s? |his |her )*release (?:of {person} )?{is} (?:hereby )?stayed\b"
            r"|\b(?:deadlines?|obligations?|requirements?)\b[^;]{0,40}? (?:in|of|under|set by) (?:the |this court's )?"
            r"(?:[a-z]+ )?(?:order )?\[?(?:ecf no\. |doc\. |dkt\. )?\d+\]?(?: order)? {is} (?:hereby )?(?:stayed"
            r"|suspended)\b"
        ),
        unless=r"\bmotion\b[^;]*\bstay\b[^;]* granted,? in part\b",
        reads="ORDER FILED. The district court's preliminary injunction is stayed pending appeal.",
        leaves=["MOTION to Stay Injunction Pending Appeal by Defendants.", "ORDER: this case is stayed."],
    ),
    rule(
        EventType.STAY_ENTERED,
        sense="injunction_or_order",
        form="told_from_above",
        scope="entry",
        says="A party files the Supreme Court's order, by which an order below is stayed",
        pattern=(
            r"^\W*notices? [^;.:]{0,80}?\b(?:supreme court (?:order|ruling)|(?:order|ruling) (?:of|by|from) (?:the )?"
            r"(?:u\.s\. |united states )?supreme court)\W.*?\bapplication for (?:an? )?stay\b"
            r"(?:[^;.]|no\.){0,80}? (?:is|was|has been) granted\b"
        ),
        reads='NOTICE by Defendants of Supreme Court order: "The application for stay is granted."',
        leaves=[
            'NOTICE by Defendants of Supreme Court order: "The application for stay is denied."',
            "NOTICE by Defendants that an application for stay was filed in the Supreme Court.",
            "MOTION to Dissolve Stay: the Supreme Court said that the application for stay is granted.",
        ],
        unless=(
            r"\bgranted (?:only )?in part\b|\badministrative|\bin (?:another|a related|a different) (?:case|matter)\b"
            r"|\bsupplemental\b|\bin [^;.]{2,60} v\. [^;.]*? the application\b|\bgranted as to\b|\b(?:whether|if)\b"
            r"|\bgranted leave\b"
            r"|\bstay of (?:execution|removal|deportation|the mandate|[^;.]{0,60}? of the [a-z ]*district of)\b"
        ),
        courts="trial",
    ),
    rule(
        EventType.STAY_ENTERED,
        sense="case",
        says="The case, or its deadlines, are stayed",
        pattern=(
            r"^stay(?:s|ing) (?:the |this )?(?:cases?|actions?|proceedings?|matter|deadlines|discovery)"
            r"|(?:{case}|{petition}|this appeal)(?:, including [^;,]{1,40},)? (?:shall be|{is})"
            r" (?:(?:removed|taken|stricken|withdrawn|dropped) [^;]{1,80}? and )?(?:now |hereby |otherwise )?(?:stayed"
            r"|abated|(?:held|placed) in abeyance)"
            r"|(?:^|\bcourt (?:will |shall )?)(?:hold(?:s|ing)?|plac(?:es?|ing)) (?:{case}|case|this appeal"
            r"|the appeal) in abeyance"
            r"|\bcourt (?:will|shall) (?:stay|abate) {case}(?: (?:until|pending|for)\b|\W*$)"
            r"|(?:deadlines?|proceedings|briefing|discovery|matters?)\b[^;]*? {is} (?:hereby )?stayed"
            r"|^(?:case|action|matter) (?:is )?stayed|^stayed pending|^staying(?: and)?\W*$"
        ),
        reads="ORDER STAYING CASE.",
        leaves=[
            "MOTION to Stay Case by Defendants.",
            "ORDER: the stay of this case is lifted.",
            "ORDER: Nothing in this case is stayed.",
        ],
        unless=r"lifted|\bnothing\b",
    ),
    rule(
        EventType.STAY_LIFTED,
        says="A stay ends",
        pattern=(
            r"^(?:lift|vacat|dissolv|terminat)(?:ing|e?s) (?:the |its )?(?:administrative |temporary )*stay\b"
            r"|(?:stay|abatement|abeyance)\b[^;]*? (?:{is} (?:hereby )?(?:lifted|vacated|dissolved|terminated|ended"
            r"|at an end)"
            r"|has (?:ended"
            r"|expired|lapsed)\b|(?:expire[sd]|lapse[sd]) by its (?:own )?terms\b)"
            r"|^(?:the )?stay (?:lifted|vacated|dissolved)\b|{case} {is} no longer stayed\b"
            r"|partial relief from (?:the )?stay"
            r"|^(?:the|this|our) (?:temporary )?administrative stay\b[^;]*? (?:shall|will) (?:expire|end|lapse"
            r"|terminate)\b"
        ),
        reads="TEXT ORDER: The stay entered May 6, 2026 is LIFTED.",
        leaves=["MOTION to Lift Stay by Plaintiff.", "ORDER: the case is stayed."],
        unless=r"removal stay|\b(?:if|whether|when|once|until|unless|not)\b[^;]*(?:expire|lapse)"
        r"|\b(?:if|when|once|until|after) (?:the|this|that|such)\b[^;.]{0,30}? {is} (?:lifted|vacated|dissolved"
        r"|terminated)\b|\b(?:hearing"
        r"|argument|conference|trial"
        r"|deadline)s?\b[^;]*? {is} (?:hereby )?(?:vacated|terminated)\b"
        r"|\b(?:motion|request|application)s? (?:for|to) [^;]*?stay[^;]*? denied\b"
        r"|^(?:if|once|unless|when)\b[^;]*?\bstay\b[^;]*? {is} (?:lifted|vacated|dissolved|terminated)\b",
    ),
    rule(
        EventType.STAY_LIFTED,
        form="administrative",
        says="The short stay that gave the court time ends with its ruling",
        pattern=r"\badministrative stay (?:{is}|be) (?:hereby )?(?:dissolved|lifted|vacated|terminated)\b",
        unless=r"\b(?:if|when|once|until|after|unless|whether|asks?|requests?)\b[^;]*\badministrative stay\b",
        reads="ORDER: The administrative stay is dissolved, the motion for stay pending appeal is denied.",
        leaves=[
            "MOTION that the administrative stay be dissolved by Appellees.",
            "ORDER: Appellees ask that the administrative stay be lifted; a response is due May 9, 2026.",
        ],
    ),
    rule(
        EventType.STAY_LIFTED,
        sense="removal_or_transfer",
        form="undone",
        scope="entry",
        says="The order that stayed removal is itself undone",
        pattern=(
            r"\border (?:of|dated|entered|issued|(?:on )?[a-z]+\.? \d)[^;]{0,40}? staying [^;]{0,60}?"
            r"\b(?:removal|transfer|deportation)\b(?:,[^;]{0,40},)? (?:is|are) (?:hereby )?(?:vacated|lifted|dissolved"
            r"|rescinded)\b"
        ),
        unless=r"^\W*(?:[a-z'-]+ ){0,3}(?:motion|response|opposition|reply|notice|letter|brief|memorandum in)\b",
        reads="ORDER: The order of May 2, 2026 staying petitioner's removal is VACATED.",
        leaves=[
            "NOTICE: the order of May 2, 2026 staying petitioner's removal is vacated by operation of law.",
            "ORDER: The order of May 2, 2026 enjoining petitioner's removal is VACATED.",
        ],
    ),
    rule(
        EventType.CLASS_CERTIFIED,
        says="A class is certified",
        pattern=(
            r"^(?:provisionally |conditionally )?(?:certif(?:ying|ies)),?[^;]*? class\b"
            r"|\bclass(?: (?:described|defined|proposed|consisting"
            r"|of) [^;]{1,80}?)?,? {is} (?:hereby )?(?:provisionally )?"
            r"certified"
        ),
        reads="ORDER: The Court CERTIFIES a class of all persons held at the facility.",
        leaves=["MOTION to Certify Class by Plaintiffs.", "ORDER denying 30 Motion to Certify Class."],
    ),
)
