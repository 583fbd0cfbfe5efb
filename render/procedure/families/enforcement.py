"""Orders to show cause, contempt, and reports and recommendations."""

from ..rule import Rule, rule
from ..vocabulary import EventType

_CALL = (
    r"(?:^(?:(?:paperless|minute|text|text-only|electronic|docket|amended|second|endorsed|emergency) )*|and )"
    r"orders? (?:directing [^;]*? and )?to show cause|^osc\b|^(?:and )?let (?:the )?[^;]*? show cause\b"
    r"|^(?:the court )?(?:hereby )?(?:issues|issuing|enters|entering) (?:an?|the|this) (?:[a-z]+ )?{osc}"
    r"|^(?:an? )?{osc} (?:(?:shall|will|{is}) )?(?:hereby )?(?:issued?|entered)(?:\W*$| (?:to|as to|against|re"
    r"|directed)\b)|^(?:the )?(?:{who}|{person}|(?:[a-z]+ ){0,3}director|sheriff|parties"
    r"|counsel(?: for (?:the )?[a-z]+)?),? "
    r"(?:(?:shall |must )?(?:personally )?(?:appear|file)\b[^;]*? and )?(?:to )?show cause\b"
    r"|(?:shall|must)\b[^;]*? show cause"
    r"|(?:ordered|orders|directed|directs|ordering|directing|required|requires|requiring|commanded)\b[^;]*? to"
    r" (?:(?:personally )?appear\b[^;]{0,160}? and (?:there )?)?show (?:good )?cause"
    r"|^show cause order(?:\W*$| re\b| directing\b)"
    r"|^order for [^;]{1,60}? to show cause"
    r"|\band to show cause|\b(?:respond|response|return|answer)\b[^;]*? showing cause"
)
_THREAT = r"contempt|sanction|dismiss|failure to (?:prosecute|respond|comply)|failed to|unopposed|\bfee\b"
_NO_CALL = (
    r"discharged|vacat|show cause hearing|hearing (?:on (?:the|its|this|an?|\[?\d+\]?|[a-z]+'s) |set)|response to"
    r"|return date"
    r"|motion for|application for|\bmay (?:move|file|seek|be (?:required|ordered|directed))"
    r"|satisfied|\b(?:respond to|answer|comply with|brief|address) (?:(?:the|its|their|[a-z]+'s|\[?\d+\]?) )*{osc}"
)

RULES: tuple[Rule, ...] = (
    rule(
        EventType.ORDER_TO_SHOW_CAUSE,
        outcome="vacated",
        says="An order to show cause is taken back",
        pattern=(
            r"{osc}[^;]*? {is} (?:hereby |otherwise )?(?:deemed )?(?:satisfied and (?:is )?)?(?:discharged"
            r"|vacated|withdrawn|quashed"
            r"|dissolved|set aside|lifted|rescinded|terminated|moot)\b"
            r"|^the rule {is} (?:hereby )?discharged\b|\bthe court (?:hereby )?(?:discharges|withdraws|vacates|quashes)"
            r" {the}{osc}"
            r"|^(?:the court )?(?:hereby )?(?:discharg|vacat|withdraw|quash|rescind)(?:ing|e?s) {the}{osc}"
            r"|^{the}{osc}{refs} (?:discharged|vacated|withdrawn|quashed)(?:\W*$| as\b| in light\b)"
        ),
        unless=r"{osc} (?:hearing|conference)|\bhearing (?:on|re|for|regarding) {the}{osc}",
        reads="ORDER: The 22 Order to Show Cause is WITHDRAWN.",
        leaves=[
            "ORDER TO SHOW CAUSE why the petition should not be granted.",
            "RESPONSE to 22 Order to Show Cause by Respondents.",
        ],
    ),
    rule(
        EventType.ORDER_TO_SHOW_CAUSE,
        sense="threat",
        says="Somebody must say why the court should not punish or dismiss",
        pattern=(
            rf"(?:{_CALL})[^;]*?(?:{_THREAT})"
            r"|{shall} (?:[^;,]*? )?explain\b[^;]*? why [^;]{1,80}? should not be (?:sanctioned"
            r"|(?:held|found|adjudged) in (?:civil |criminal )?contempt)"
        ),
        reads="ORDER TO SHOW CAUSE why Respondents should not be held in contempt.",
        leaves=[
            "ORDER TO SHOW CAUSE re 1 Petition for Writ of Habeas Corpus.",
            "MOTION for Order to Show Cause re Contempt by Petitioner.",
            "ORDER: The 22 Order to Show Cause re Contempt is WITHDRAWN.",
        ],
        unless=_NO_CALL,
    ),
    rule(
        EventType.ORDER_TO_SHOW_CAUSE,
        sense="routine",
        says="The respondents must say why the petition should not be granted",
        pattern=_CALL,
        reads="ORDER TO SHOW CAUSE re 1 Petition for Writ of Habeas Corpus.",
        leaves=[
            "RESPONSE to 3 Order to Show Cause by Respondents.",
            "MOTION for Order to Show Cause by Petitioner.",
            "MINUTE ORDER: the hearing on the order to show cause is vacated.",
            "ORDER TO SHOW CAUSE why Respondents should not be held in contempt.",
            "ORDER: Petitioner may move the Court for an order to show cause.",
            "ORDER: Respondents shall respond to the 3 Order to Show Cause by May 9, 2026.",
        ],
        unless=_NO_CALL,
    ),
    *(
        rule(
            EventType.ORDER_TO_SHOW_CAUSE,
            sense=sense,
            form="at_hearing",
            says="A hearing is set at which somebody must show cause",
            pattern=r"\b(?:re)?set\b[^;]*?\b(?:at which(?: time)?|when|where),? [^;,]{1,80}? (?:shall|must|{is} to)"
            r" (?:appear and )?show cause\b" + about,
            unless=r"\b(?:vacated|discharged|cancell?ed|stricken|off calendar)\b|\bwas set\b",
            reads=f"ORDER: A show cause hearing is set for May 9, 2026, at which Respondents shall show cause why"
            f" {why}.",
            leaves=[
                f"ORDER: The hearing set for May 9, at which Respondents must show cause why {why}, is vacated.",
                "ORDER: A hearing is set for May 9, 2026, at which Respondents shall appear.",
            ],
        )
        for sense, about, why in (
            ("threat", rf"[^;]*?(?:{_THREAT})", "they should not be held in contempt"),
            ("routine", "", "the writ should not issue"),
        )
    ),
    rule(
        EventType.CONTEMPT_FINDING,
        outcome="purged",
        says="A contempt is purged",
        pattern=(
            r"contempt\b[^;]*? (?:{is}|has been|is deemed|deemed) (?:hereby )?purged\b"
            r"|(?:^|\bthe court )(?:hereby )?(?:deem|find|declar)(?:s|es|ing) [^;]*?contempt[^;]*? purged\b"
            r"|^(?:finding|finds) (?:that )?[^;]{1,60}? (?:has|have) purged\b|^(?:(?:{who}"
            r"|(?:[a-z]+ ){0,3}director|sheriff|contemnors?) )?(?:has|have|having) purged\b"
            r"|(?:^|, ){who}(?:'s?)? (?:counsel )?purged (?:the|that|its) (?:civil )?contempt (?:found|of|on|by)\b"
        ),
        unless=(
            r"\b(?:if|unless|once|when|provided)\b|\bupon (?:payment|proof (?:of|by)|compliance|return|release"
            r"|filing|a )"
            r"|\bpurged (?:upon|only)\b|\b(?:will|may|shall|must) be (?:deemed )?purged"
        ),
        reads="ORDER: The civil contempt found on May 8 is PURGED.",
        leaves=["ORDER: Respondents may purge the contempt by May 9.", "MOTION for Contempt by Petitioner."],
    ),
    rule(
        EventType.CONTEMPT_FINDING,
        outcome="vacated",
        says="A finding of contempt is taken back",
        pattern=(
            r"^(?:finding|holding|adjudging) [^;]{1,80}? in (?:civil )?contempt\b[^;,]{0,40}? {is} (?:vacated|set aside"
            r"|withdrawn|rescinded)|^(?:vacates|vacating|withdraws|withdrawing|rescinds|rescinding) {the}(?:finding"
            r"|adjudication|order) of"
            r" (?:civil )?contempt|(?:finding|adjudication|order) of (?:civil )?contempt[^;]*? {is} (?:vacated"
            r"|set aside|withdrawn|rescinded)"
            r"|contempt (?:order|finding|adjudication|citation)[^;]*? {is} (?:vacated|set aside|lifted|withdrawn"
            r"|rescinded|dissolved)|\b(?:order|part|portion|much|paragraph)\b[^;]*?\b(?:which|that|as)? ?(?:held|found"
            r"|holding|finding|adjudg\w+)"
            r" [^;]*?in (?:civil )?contempt\b(?: of [^;,]{1,40}?)?,? {is} (?:vacated|set aside|withdrawn|rescinded)"
        ),
        reads="ORDER: The finding of contempt is VACATED.",
        leaves=["MOTION to Vacate Finding of Contempt by Respondents.", "ORDER: The contempt is purged."],
    ),
    rule(
        EventType.CONTEMPT_FINDING,
        says="A judge finds contempt: never shown as such until a person has confirmed it",
        pattern=(
            r"^(?:(?:the )?court )?(?:finding|finds|holding|holds|adjudging|adjudges) [^;]*?\b(?:in"
            r"|guilty of) (?:civil "
            r"|criminal )?contempt\b"
            r"|\b(?:is|are) (?:hereby )?(?:held|found|adjudged|adjudicated)(?: to be)? in (?:civil |criminal )?contempt"
            r"|\b(?:is|are|stands?) (?:hereby )?in (?:civil )?contempt(?: of\b| until\b| and\b|\W*$)"
            r"|^{who} (?:hereby )?(?:held|found|adjudged|adjudicated)(?: to be)? in (?:civil )?contempt\b"
            r"|^(?:[a-z]+ )?order of (?:civil )?contempt\b"
        ),
        reads="ORDER: The Court finds Respondents in civil contempt of the 19 Order.",
        leaves=[
            "ORDER: The Court declines to find Respondents in contempt.",
            "ORDER TO SHOW CAUSE why Respondents should not be held in contempt.",
            "ORDER: The Court does not find that Defendants are in contempt.",
            "ORDER: The motion to vacate the order holding them in contempt is denied.",
        ],
        unless=(
            r"\b(?:not|nobody|neither|insufficient|would)\b|\bno [a-z]|\bcontempt (?:is|are) (?:denied|granted|vacated"
            r"|stayed|set aside)\b|declin"
            r"|why|whether|\bif\b|may be|motion|\b(?:argu|alleg|contend|assert|claim|ask"
            r"|request|seek"
            r"|submit|believ)(?:e?s|ing)\b"
        ),
    ),
    rule(
        EventType.CONTEMPT_FINDING,
        form="from_the_bench",
        scope="entry",
        says="The minutes tell that the judge found contempt: never shown as such until a person has confirmed it",
        pattern=(
            r"^\W*(?:[a-z]+ ){0,3}minutes?\b.*?\bthe court (?:found|held|adjudged) [^;.]{1,80}? in (?:civil "
            r"|criminal )?contempt\b"
        ),
        unless=(
            r"\bthe court (?:found|held|adjudged) (?:no|nobody|neither|[^;.]*?\bnot)\b|\bcontempt (?:on|in"
            r"|by) (?:[a-z]+"
            r" )?(?:[a-z]+ )?\d|\b(?:previously|earlier)\b"
        ),
        reads="MINUTE ENTRY: Hearing held. The Court found the Field Office Director in civil contempt of the 9 Order.",
        leaves=[
            "ORDER: The Court found the Field Office Director in civil contempt; he has since complied.",
            "MINUTE ENTRY: Hearing held. The Court found nobody in contempt.",
            "MINUTE ENTRY: Hearing held on how to purge what the Court found in contempt by the 9 Order.",
        ],
    ),
    rule(
        EventType.REPORT_AND_RECOMMENDATION,
        scope="entry",
        says="A magistrate judge recommends: not a ruling",
        pattern=(
            r"^\W*(?:amended |supplemental |(?:non-)?final |corrected |(?:memorandum )?(?:memorandum|opinion|order"
            r"|report|decision|ruling)(?:,|,? and| &) "
            r"|\(?[a-z ]*\) )*(?:(?:united states |u\.?s\.? )?magistrate judge'?s? (?:opinion and )?)?"
            r"(?:report(?: (?:re|on|as to) \[?\d+\]? petition\b|: [^.;]{0,60}?recommend)|reports? (?:and"
            r"|&) recommendations?|findings (?:and"
            r"|&) recommendations?|proposed findings (?:of fact )?and (?:recommend\w+|disposition)"
            r"|findings, conclusions,? and recommendation"
            r"|r ?& ?r(?:s\b|\b)[.:]|recommendation\b"
            r"|recommended)"
        ),
        unless=r"^[^.;:]*\breferred\W*$",
        reads="REPORT AND RECOMMENDATION re 1 Petition. Signed by Magistrate Judge.",
        leaves=[
            "ORDER ADOPTING REPORT AND RECOMMENDATION.",
            "OBJECTION to 11 Report and Recommendation by Petitioner.",
        ],
    ),
    rule(
        EventType.R_AND_R_ADOPTED,
        outcome="adopted_in_part",
        says="A recommendation is adopted in part",
        pattern=(
            r"^(?:adopting|adopts|accepting|accepts) (?:in part|as modified)"
            r"|^(?:adopting|adopts|accepting|accepts) [^;]*?{rnr}(?: \([^)]*\))?,? (?:in part|as modified|except"
            r"|only (?:insofar as|to the extent))\b"
            r"|{rnr}[^;]*? {is} (?:adopted|accepted) (?:in part|as modified)"
        ),
        reads="ORDER ADOPTING IN PART 12 REPORT AND RECOMMENDATION.",
        leaves=[
            "ORDER ADOPTING 12 REPORT AND RECOMMENDATION.",
            "REPORT AND RECOMMENDATION that the petition be granted in part.",
        ],
    ),
    rule(
        EventType.R_AND_R_ADOPTED,
        outcome="rejected",
        says="A recommendation is rejected",
        pattern=(
            r"^(?:the court )?(?:does|will) not (?:adopt|accept|follow) {rnr}"
            r"|^(?:rejecting|rejects|declining|declines) (?:to (?:adopt|follow) )?[^;]*?(?:{rnr}|the report)"
            r"|{rnr}[^;]*? {is} (?:hereby )?rejected"
        ),
        reads="ORDER: The Report and Recommendation (Doc. 21) is rejected.",
        leaves=[
            "ORDER ADOPTING 12 REPORT AND RECOMMENDATION.",
            "OBJECTION to 11 Report and Recommendation by Petitioner.",
        ],
        unless=r"^declin\w+ to adopt the recommendation as to",
    ),
    rule(
        EventType.R_AND_R_ADOPTED,
        outcome="adopted",
        form="reasons",
        scope="entry",
        says="A judgment rests on what a magistrate judge recommended",
        pattern=(
            r"^\W*(?:final )?judgment\b[^;]{0,40}?\bfor the reasons (?:assigned|stated|given|set forth) in {rnr}"
            r"[^;]{0,120}?\b(?:filed herein|de novo)\b"
        ),
        reads="JUDGMENT: For the reasons assigned in the Report and Recommendation filed herein, it is denied.",
        leaves=[
            "JUDGMENT: For the reasons assigned in the order filed herein, the petition is denied.",
            "OBJECTION to judgment for the reasons stated in the report and recommendation filed herein.",
        ],
    ),
    rule(
        EventType.R_AND_R_ADOPTED,
        outcome="adopted",
        says="A recommendation is adopted",
        pattern=(
            r"^(?:adopting|adopts|accepting|accepts|approving|affirming"
            r"|affirming and adopting) (?:and \w+ )?[^;]*?{rnr}"
            r"|^(?:adopting|adopts|accepting|accepts) the report\b|^{rnr}{refs} (?:adopted|accepted|approved)\b"
            r"|(?:{rnr}|^the report\b)[^;]*? {is} (?:hereby )?(?:(?:confirmed|affirmed) and (?:is )?)?(?:adopted"
            r"|accepted|approved)"
        ),
        unless=r"for filing",
        reads="ORDER ADOPTING 14 REPORT AND RECOMMENDATION.",
        leaves=[
            "ORDER: The Report and Recommendation (Doc. 21) is rejected.",
            "OBJECTION to 11 Report and Recommendation by Petitioner.",
        ],
    ),
)
