"""How cases end, move and join: dismissal, judgment, closing, transfer, consolidation, reassignment, settlement."""

from ..rule import Rule, rule
from ..vocabulary import EventType

STIPULATED = "voluntary_dismissal.stipulated"
"""The rule that reads a dismissal agreed on and ordered in one entry."""

APPROVED = "voluntary_dismissal.approved"
"""The rule that reads that a court approves a dismissal agreed on."""

BY_AMENDED = (
    r"\b(?:in (?:light|view) of|because of|due to|given|following|upon|with|after|by|as|since)"
    r" (?:(?:the|an?|his|her|their|petitioner's|applicant's|\[?\d+\]?|docketing|filing|of|first|second|third|verified"
    r"|new) )*amended (?:habeas )?(?:petition|application)\b"
)
"""What takes the place of a petition."""
AMENDED_CAME = r"\bamended petition (?:(?:having been|has been|was) filed|supersedes)\b"
UNDONE = (
    r"^(?:dismiss|deny|grant)ing (?:(?:the|an?|his|her|this|\[?\d+\]?) )*(?:petition|case|action|stay|motion|complaint"
    r"|appeal|application)(?: as moot| with(?:out)? prejudice)?(?: \([^()]{1,40}\))?,? (?:is|are) (?:[a-z]+ ){0,2}?"
    r"(?:vacated|set aside|rescinded|withdrawn|stricken|of no (?:further |more )?(?:force|effect))\b"
)
"""The order that did so is taken back: "the judgment dismissing the petition is VACATED"."""
_TO_GIVE_UP = (
    r"motion (?:for voluntary dismissal|to voluntarily dismiss)(?: of)?(?: (?:the |this |his |her |their |its "
    r"|entire )*(?:case|action|petition|complaint|matter|lawsuit))?(?: with(?:out)? prejudice)?{refs}"
)
SUPERSEDED = rf"\bmoot\b[^;]*?{BY_AMENDED}|{AMENDED_CAME}[^;]*?\bmoot\b"
"""A petition is put aside for an amended one: nobody rules on it."""

RULES: tuple[Rule, ...] = (
    rule(
        EventType.DISMISSAL,
        says="The case, or a part of it, is dismissed",
        pattern=r"^(?:orders?|judgment|(?:the )?court)? ?{duly}(?:dismissing|dismisses)(?:/closing)? (?:the |this |all "
        r"|without prejudice )*(?:case|action"
        r"|complaint|petition|claims?|counts?|appeal|matter|lawsuit)\b"
        r"|(?:{case}|complaint|indictment|(?:claims?|counts?)\b[^;]*?|counterclaims?\b[^;]*?|lawsuit"
        r"|{petition})[ ,]{is} ?(?:hereby "
        r"|to be )?(?:{is} )?(?:voluntarily )?dismissed\b|^(?:that )?{case} {is} discontinued\b"
        r"|^(?:this |the )?(?:civil )?(?:case|action|matter) (?:stands )?dismissed\b|{case} stands dismissed\b"
        r"|\bcomplaint (?:\([^()]*\)|of [^;:,]{1,60}?|in its entirety"
        r"|against [^;:,]{1,60}?){refs} {is} (?:hereby )?dismissed\b"
        r"|{petition},? {is} denied,? and (?:is )?(?:hereby )?dismissed\b"
        r"|^(?:[a-z]+[ /]){0,4}order (?:of|for) (?:dismissal|discontinuance)\b"
        r"|(?:action|case) is to is dismissed",
        reads="ORDER: This case is dismissed with prejudice.",
        leaves=[
            "MOTION to Dismiss Case by Defendants.",
            "ORDER TO SHOW CAUSE why this case should not be dismissed.",
            "REPORT AND RECOMMENDATION that this case be dismissed.",
        ],
        unless=(
            r"may (?:lead|result)|why|will (?:result|be)|\bif |not (?:be )?dismissed|\bcircuit rule\b"
            r"|\border (?:of|for) dismissal (?:to|will|shall) (?:be|follow|enter|issue)"
            rf"|\border (?:of|for) dismissal\b[^;]*\b(?:vacated|set aside|rested|withdrawn)\b|{SUPERSEDED}"
            rf"|{UNDONE}"
        ),
        courts="trial",
    ),
    rule(
        EventType.VOLUNTARY_DISMISSAL,
        form="considered",
        scope="entry",
        says="An order names the notice by which the side that sued gave up as what it was made on",
        pattern=(
            r"^(?:[^.;:]{0,60}: )?(?:[a-z-]+ ){0,4}order\b[^;.]{0,60}?\b(?:having (?:considered|reviewed|received)"
            r"|(?:up)?on"
            r" (?:consideration|review) of) (?:(?:the|an?|petitioner'?s|plaintiffs?'?s?|joint|\[?\d+\]?) )*(?:notice"
            r"|stipulation)"
            r" of (?:voluntary )?dismissal\b|^\W*(?:[a-z-]+ ){0,3}order\b[^;]{0,60}?\b(?:petitioner|plaintiff"
            r"|applicant)s? having [^;.]{0,160}?\bwish(?:es|ed)? to (?:discontinue|withdraw|dismiss)\b"
        ),
        unless=r"^\W*(?:[a-z-]+ ){0,3}(?:report|response|motion|notice|reply|letter|brief)\b"
        r"|\b(?:objection|opposed|stricken|strikes|striking|denied|ineffective|improper)\b",
        reads="ORDER: Having considered 7 Notice of Voluntary Dismissal, it is ORDERED that this case is dismissed.",
        leaves=[
            "ORDER: Having considered 7 Notice of Voluntary Dismissal, the Court strikes it as ineffective.",
            "RESPONSE to order. Having considered the order of dismissal, petitioner agrees.",
        ],
    ),
    rule(
        EventType.VOLUNTARY_DISMISSAL,
        form="order",
        says="An order closes what the side that sued gave up",
        pattern=(
            r"notice of voluntary dismissal"
            r"|^(?:stipulat\w+ (?:and |of )?(?:\w+ )?(?:order )?(?:of )?(?:dismiss\w+))"
            r"|\bparties having (?:stipulated|agreed) to (?:[a-z]+ )?dismiss"
            r"|petition {is} (?:deemed )?withdrawn|{case} {is} voluntarily dismissed\b"
            r"|^{grants} [^;]*?\bmotion to withdraw (?:the |his |her |this |habeas )*petition\b"
            r"|\b41\(a\)\(1\)[^;]*? {is} (?:hereby )?dismissed\b"
            r"|(?:pursuant to|in light of|in view of|based on|upon|per) {the}(?:\w+ )?(?:stipulations?|notices?)"
            r" (?:of|for) (?:voluntary )?dismissal"
            r"|\b(?:filed|dismiss\w*|stipulat\w+|withdraw\w*)\b[^;]*?\b(?:under|pursuant to"
            r"|per) (?:federal )?(?:rule|fed\."
            r" ?r\. ?civ\. ?p\.|fed\. r\. civ\. proc\.|frcp|rules? of civil procedure) ?(?:of civil procedure )?41\(a\)"
        ),
        reads="MINUTE ORDER: In view of the notice of voluntary dismissal nothing remains.",
        leaves=["ORDER: This case is dismissed for lack of jurisdiction.", "MOTION to Dismiss by Respondents."],
        unless=r"\b(?:may|should|would|if|denied|why|whether|lodged|proposed|stricken|referral)\b"
        r"|\b(?:shall|will|must|to) (?:(?:then|also|promptly|jointly|be) )*(?:fil(?:e|ing)|submit(?:ting)?)\b"
        r"|\b(?:anticipat|expect|contemplat|await)(?:e[sd]?|s|ed|ing) (?:the )?filing\b",
        courts="trial",
    ),
    rule(
        EventType.VOLUNTARY_DISMISSAL,
        form="approved",
        says="A court approves a dismissal that the parties agree on, or that the side that sued asks for",
        pattern=(
            r"^(?:approving|approves|granting|grants|accepting|so ordering) {the}(?:joint )?stipulat(?:ion|ed (?:motion"
            r"|request)) (?:of|for|to)"
            r" (?:(?:[a-z]+ )?dismiss|withdraw(?:al of)? (?:the |his |her |this |habeas )*petition)"
            r"|\bstipulation (?:of|for) (?:[a-z]+ )?dismissal{refs} {is} (?:approved|so ordered|granted|accepted)\b"
            rf"|\b{_TO_GIVE_UP} {{is}} (?:hereby )?granted\b"
            rf"|^{{grants}} {{the}}(?:(?:unopposed|joint|consent) )*{_TO_GIVE_UP}"
            r"(?:\W*$|,? (?:and|pursuant|under|over)\b)"
        ),
        reads="ORDER approving 16 Stipulation of Dismissal.",
        leaves=["ORDER approving 16 Stipulation to Extend Time.", "ORDER: The stipulation of dismissal is DENIED."],
        courts="trial",
    ),
    rule(
        EventType.VOLUNTARY_DISMISSAL,
        form="stipulated",
        scope="entry",
        says="The parties agree to a dismissal, and the court orders it",
        pattern=r"^\W*(?:so ordered stipulation of|(?:joint |agreed )*stipulat(?:ion"
        r"|ed(?: motion)?)(?: and)?(?: [a-z]+)? order[^.;]*?)"
        r" (?:[a-z]+ )?(?:dismiss|discontinu|withdrawing (?:the |his |her |habeas )*petition\b)",
        reads="STIPULATED ORDER DISMISSING CASE - Signed by District Judge.",
        leaves=["ORDER dismissing case for lack of jurisdiction.", "STIPULATION AND ORDER to revise the schedule."],
        courts="trial",
    ),
    rule(
        EventType.STIPULATION,
        form="order",
        scope="entry",
        says="The parties' agreement, ordered by the court",
        pattern=(
            r"^\W*(?:so ordered |joint )*(?:stipulat(?:ion|ed(?: motion)?)(?: and)?(?: \w+)? order"
            r"|stipulation and (?:\w+ )?order|so ordered stipulation"
            r"|order re:? (?:\d+ )?stipulation\b|stipulated order"
            r"|order granting (?:\d+ )?(?:joint |agreed )*stipulated (?:motion|request) (?:to|for"
            r"|of) (?:[a-z]+ )?dismiss)"
        ),
        reads="STIPULATION AND ORDER to revise the schedule. Signed by Judge.",
        leaves=[
            "ORDER granting 5 Motion to Approve Stipulation.",
            "RESPONSE to 5 Stipulation and Order by Defendants.",
        ],
    ),
    rule(
        EventType.JUDGMENT,
        scope="entry",
        says="A judgment is entered",
        pattern=(
            r"^\W*(?:(?:(?:chief |senior |district |magistrate )*judge [^:;]{2,60}: )?(?:electronic )?order"
            r" entered[.:;] )?"
            r"(?:(?:clerk'?s|entry of|final|amended|corrected|default|consent|partial|separate|rule 58|summary"
            r"|declaratory"
            r"|order (?:dismissing|closing|remanding|adopting)[^.;:\d]{0,60}? and"
            r"|order and(?: final)?|opinion and|amended order and(?: final)?) )*judgment\b(?: order| entry)?"
            r"(?: # ?\d[\d,.-]{0,12})?"
            r"(?: by (?:court|clerk|the))?(?: (?:is )?(?:hereby )?entered)?"
            r"(?:[.:,;]| -| in | for | by | on | that | against | signed | dated | re\b| as to | \([a-z]{2,6}[ ,]*\)"
            r"| and (?:commitment|order|terminate|permanent injunction|decree)|/order| pursuant | under "
            r"| (?:dismiss|grant|approv|adopt|affirm|correct|award|deny|order|enter)ing| of |$)"
        ),
        reads="JUDGMENT in favor of Petitioner against Respondents.",
        leaves=[
            "MOTION for Judgment on the Pleadings by Defendants.",
            "ORDER: the Clerk shall enter judgment.",
            "JUDGMENT and Commitment Returned Executed as to Defendant.",
        ],
        unless=(
            r"^[^.;]*\breturned\b|\border entered\W+judgment(?: (?:on the pleadings|as a matter of law)\b"
            r"|: (?:the )?(?:[a-z]+ )?motion\b)"
            r"|\border entered\W+(?:summary|declaratory|partial) judgment (?:for|in favor|on|against)\b"
            r"|\border entered\W+(?:[a-z]+ )?judgment\b[^;.]*? (?:is|was|were) (?:not|what|premature|denied"
            r"|reversed|reserved|sought|requested|taken|vacated)\b|\bjudgment # ?\d[^;]*? vacated\b"
        ),
        courts="trial",
    ),
    rule(
        EventType.JUDGMENT,
        form="of_appeals",
        scope="entry",
        says="A court of appeals enters its judgment; what it says stands in another entry",
        pattern=r"^\W*judgment (?:entered and filed|filed and entered)\W*(?:(?:no )?costs? taxed(?: against"
        r" (?:the )?(?:appell(?:ant|ee)|petitioner|respondent)s?)?\W*)?(?:\[[^\]]*\]\W*|\([^()]*\)\W*)*$",
        reads="JUDGMENT ENTERED AND FILED. [26-10011] (ABC)",
        leaves=["JUDGMENT ENTERED AND FILED. Affirmed. [26-10011] (ABC)", "FILED AND ENTERED JUDGMENT."],
        courts="appellate",
    ),
    rule(
        EventType.CASE_CLOSED,
        says="The case is closed",
        pattern=(
            r"\b(?:close|terminate|mark)\b (?:and \w+ )?(?:out )?(?:{which} )*(?:cases?|actions?|matter|file|docket)\b"
            r"|{case} {is} (?:[^;,.]{0,60},? and (?:{is} )?)?(?:to be )?(?:hereby )?(?:administratively "
            r"|statistically )?(?:closed|terminated)\b"
            r"|(?:^|\(|\bm(?:a)?de? js-6[.,] )(?:civil )?(?:case|(?:case )?file) (?:is )?(?:hereby )?(?:closed"
            r"|terminated)"
            r"|^(?:(?:administratively |dismissing/)?closing (?:{which} )*case|administratively (?:closing"
            r"|terminating) {case})"
            r"|{case} {is} (?:[^;.]{0,60}? and )?(?:removed|stricken|retired|dropped) from (?:the |this |its |active "
            r"|court'?s )*docket\b|\b(?:remove|strike|retire|drop) {case} from (?:the |this |its |active "
            r"|court'?s )*docket\b|^(?:the )?clerk(?: of (?:the )?court)? to close\W*$|\bmark it (?:as )?closed\b"
            r"|\band (?:the )?case (?:is )?closed\b|^(?:the )?clerk(?: of (?:the )?court)? {shall} close it\b"
            r"|{case} shall be marked (?:as )?closed\b"
            r"|^(?:the )?clerk[^;]*? {shall} (?:administratively )?close (?:(?:case )?no\."
            r" ?)?(?:\d:)?\d\d-(?:[a-z]{1,4}-)?\d+"
            r"|cases? (?:shall|{is}) (?:be )?(?:hereby )?(?:administratively )?closed|\badministratively closed"
        ),
        reads="ORDER: The Clerk shall close this case.",
        leaves=[
            "MOTION to Close Case by Plaintiff.",
            "ORDER: The Clerk shall terminate the motion pending at Dkt. 41.",
            "ORDER: As this matter was administratively closed, the motion is denied.",
            "ORDER: Respondents shall not remove Petitioner until the Court orders otherwise or this case is closed.",
        ],
        unless=(
            r"\b(?:was|had|having|were) (?:[a-z]+ )*?(?:administratively )?(?:closed|dismissed)"
            r"|\bclosed to\b|\bnot (?:be |to )?(?:[a-z]+ly )?(?:close|terminate)"
            r"|\b(?:close|terminate) (?:{which} )*(?:case|action|matter|file),? (?:if|unless|once an?|upon (?:the )?"
            r"(?:filing|receipt))\b|^(?:if|unless|until|once|when|whenever|should)\b[^;]*?\b(?:closed?|terminated?)\b"
            r"|\b(?:until|till|unless|when|whenever|once|while|if|after|before|whether|because|although|though|since|as"
            r"|(?:given|now) that|as long as)(?: such time as| the time| the date)? (?:[^;,]{1,60}? or )?{case} {is}"
            r" (?:[a-z]+ )*?(?:closed|terminated|removed|stricken)\b"
        ),
    ),
    rule(
        EventType.TRANSFER_OUT,
        says="The case goes to another court",
        pattern=(
            r"^(?:order )?(?:(?:directing )?transfer(?:ring|s)|to transfer|directing transfer of) (?:the "
            r"|this )?(?:case|action|matter|petition|civil action)"
            r"|^(?:order of transfer|transfer order|(?:order )?directing transfer)(?: to |[.,:]|$)"
            r"|^(?:order |(?:(?:the )?court {duly})?(?:directs|orders) )?that {case} be (?:hereby )?(?:transferred"
            r" to|forwarded to (?:the )?(?:[a-z.]+ ){0,6}?(?:district|court)\b)"
            r"|(?:(?:{case}|{petition}|venue) {is}|^(?:this |civil )*(?:case|action"
            r"|matter)) (?:hereby |forthwith |immediately |shall be |shall is )*(?:transferred|remanded|forwarded)"
            r",? (?:forthwith |immediately |back |(?:under|pursuant to) [^;,]{1,40}?,? )*to"
            r"|{case} {is} (?:hereby )?(?:returned|sent back) to (?:the )?(?:[a-z]+ ){0,3}(?:court|county)\b"
            r"|(?:^|, |\b(?:\d+(?:\([a-z]\))?|justice|reasons?|accordingly|therefore) )(?:the )?clerk[^;]*? {shall}"
            r" (?:[a-z]+ )?(?:transfer|remand) {case} (?:[a-z]+ )?to"
            r"|^(?:order )?(?:remanding|remands) (?:{which} )*(?:(?:case|action|matter) )?to (?:the )?[a-z, ]*?(?:court"
            r"|county|agency)|^(?:order )?remanding (?:case|action)\b|civil action is transferred to"
        ),
        reads="ORDER TRANSFERRING CASE to the Southern District of Ohio.",
        leaves=[
            "MOTION to Transfer Case by Respondents.",
            "ORDER DENYING TRANSFER -- 3 action(s).",
            "NOTICE of Transfer of Petitioner by Sheriff.",
        ],
        unless=(
            r"remanded to (?:the )?custody|^(?:whether|if|once|should|unless|when)\b"
            r"|to (?:the )?[a-z]+ division|intra-?district|panel"
            r"|mdl|coordinated|conditional transfer"
            r"|\bto (?:the )?(?:[a-z.]+ ){0,3}judge\b"
            r"|\b(?:returned|forwarded|sent back) to (?:the )?(?:[a-z]+ )*(?:clerk|calendar|docket|chambers)\b"
        ),
        courts="trial",
    ),
    rule(
        EventType.TRANSFER_OUT,
        form="noted",
        scope="entry",
        says="The clerk notes that the case has gone to another court",
        pattern=(
            r"^\W*(?:case transferred[- ]out -"
            r"|(?:(?:civil )?case (?:electronically )?transferred(?:[- ]out)?(?: electronically)?"
            r"|inter-?district transfer(?: of case)?"
            r"|transfer of (?:civil |criminal )?case) to (?:the )?(?:us |u\.s\. "
            r"|united states )*(?:district|(?:northern|southern|eastern|western|middle"
            r"|central) district)"
            r"|transferred to (?:the )?(?:us |u\.s\. |united states )*(?:(?:northern|southern|eastern|western|middle"
            r"|central) )?district\b[^.;]{1,60}? the (?:electronic|original|entire|complete|case)"
            r" (?:[a-z]+ )?(?:record|file)\b)"
        ),
        reads="Case transferred out to the Southern District of Ohio.",
        leaves=["Case transferred to Western Division.", "Case transferred in from District of Ohio Northern."],
        courts="trial",
    ),
    rule(
        EventType.MDL_TRANSFER,
        scope="entry",
        says="A panel sends cases to one court",
        pattern=(
            r"^[^.]*?(?:conditional transfer order|mdl transfer|jpmdl|mdl order from the mdl panel"
            r"|mdl transfer in order)"
            r"|^\W*transfer order -+ ?\(?re: pldg|^\W*transfer order from (?:the )?judicial panel"
        ),
        reads="CONDITIONAL TRANSFER ORDER (CTO-5) - 3 action(s). Signed by Clerk of the Panel.",
        leaves=[
            "ORDER DENYING TRANSFER -- (re: pldg. 3) 2 actions.",
            "ORDER TRANSFERRING CASE to the Southern District of Ohio.",
        ],
        unless=r"^(?:motion|response|opposition|notice)",
    ),
    rule(
        EventType.TRANSFER_IN,
        scope="entry",
        says="A case arrives from another court",
        pattern=(
            r"^\W*(?:(?:case|action|civil action) (?:electronically )?transferred[- ]in(?: from|[.;]|$)"
            r"|transferred case received from\b|(?:case|action"
            r"|civil action) received from (?:the )?[a-z]+ern district\b)"
            r"|^\W*(?:original file|certified copy of transfer order|letter[^.]*? advising)[^.]*?transfer(?:red"
            r"| order received)|^\W*(?:case (?:transferred|received)(?: in)?|inter-?district transfer(?: of case)?"
            r"|consent to transfer (?:of )?jurisdiction(?: \([^()]*\))?) from (?:the )?(?:district|another|northern"
            r"|southern|eastern|western|middle|central)"
        ),
        reads="Case transferred in from District of Ohio Northern; Case Number 5:26-cv-9.",
        leaves=["Case transferred to Western Division.", "ORDER TRANSFERRING CASE to the Southern District of Ohio."],
    ),
    rule(
        EventType.CASE_REASSIGNED,
        scope="entry",
        says="Another judge or division takes the case",
        pattern=(
            r"^\W*(?:(?:clerk'?s |electronic |text only |text |minute |order (?:of )?|notice (?:re )?(?:of )?|case "
            r"|judge |judicial |directly |randomly |impending )*(?:re-?assign(?:ing|ment|ed)\b)"
            r"|please take notice that this case has been re-?assigned to\b|notice re intra-district transfer"
            r"|case transferred (?:to [a-z]+ division"
            r"|from (?:[a-z]+ ){0,3}judge [^;]{1,60}? to (?:[a-z]+ ){0,3}judge)"
            r"|case as to [^;]*? (?:no longer referred|re-?assigned to)"
            r"|clerk's notice of impending reassignment)"
            r"|^[^.;]{0,80}\bno longer (?:assigned|referred)\b"
            r"|^\W*(?:district |magistrate )*judge [a-z., ]{1,50}? added[^;]{1,60}? no longer (?:assigned|referred)\b"
        ),
        reads="ELECTRONIC NOTICE of Reassignment. Judge added.",
        leaves=["Case assigned to Judge.", "MOTION to Reassign Case by Plaintiff."],
    ),
    rule(
        EventType.CASE_REASSIGNED,
        form="order",
        says="An order gives the case to another judge, or refers it to a magistrate judge",
        pattern=(
            r"^(?:at the direction of [^;,]{1,60}, )?(?:this |the )?(?:civil )?(?:case|action"
            r"|matter) (?:{is} )?(?:hereby )?(?:randomly )?re-?assigned"
            r" (?:from [^;]{1,80}? )?to\b"
            r"|^(?:magistrate |district )*judge [a-z. ]{1,40} {is} no longer assigned\b"
            r"|^(?:at the direction of [^;,]{1,60}, )?(?:civ(?:il|\.) )?(?:(?:case"
            r"|action) )?nos?\. [^;]{1,60}? {is} (?:hereby )?re-?assigned to\b"
            r"|^(?:case|action|matter) transferred from (?:[a-z]+ ){0,3}judge [^;]{1,60}? to (?:[a-z]+ ){0,3}judge\b"
            r"|\bclerk[^;]*? {shall} transfer {case} to (?:the )?(?:honorable |hon\. |district |magistrate )*judge\b"
            r"|^re-?assigning (?:(?:it|{case}) )?to (?:the )?(?:honorable |[a-z]+ )*?judge"
            r"|^(?:orders? |the court )?(?:hereby )?(?:refers|referring) (?:{which} )*(?:case|action"
            r"|matter)s? to (?:the )?(?:honorable |hon\. |[a-z]+ |[a-z]\. |[a-z]+, )*?(?:magistrate|judge)"
        ),
        reads="ORDER OF RECUSAL. Case reassigned to Judge for all further proceedings.",
        leaves=["ORDER referring 5 Motion to Compel to Magistrate Judge.", "ORDER: This case goes to mediation."],
    ),
    rule(
        EventType.CONSOLIDATED,
        says="Cases are joined",
        pattern=(
            r"^(?:orders? )?(?:relating and )?consolidating\b"
            r"|^orders? of consolidation"
            r"|{is} (?:hereby )?consolidated with|\b(?:re-?assigned|related) to [^;]{1,60}? and consolidated with\b"
            r"|\b(?:nos?\. ?)?(?:\d:)?\d\d-(?:[a-z]{1,4}-)?\d+[^;]*? {is} (?:related and )?consolidated\b"
            r"|^consolidates (?:{which} )*(?:cases?|actions?|nos?\.|case nos?\.|\d|petitions)"
            r"|cases? [^;]*? {is} (?:hereby )?consolidated|\bcases? shall be consolidated\b"
            r"|(?:matters?|appeals?|actions?|petitions)\b[^;]*? {is} (?:hereby )?consolidated"
        ),
        reads="ORDER CONSOLIDATING CASES 26-cv-1 and 26-cv-2.",
        leaves=["MOTION to Consolidate Cases by Plaintiff.", "ORDER denying 15 Motion to Consolidate Cases."],
        unless=r"pretrial proceedings|consolidat\w+ (?:the )?(?:[a-z]+ injunction )?(?:hearings?|briefing|motions?)\b"
        r"|\bwhether\b|\b(?:hearing|conference|briefing|trial"
        r"|motion)s? [^;,]*{is} (?:hereby )?consol",
    ),
    rule(
        EventType.CONSOLIDATED,
        form="noted",
        scope="entry",
        says="The clerk notes that cases are joined",
        pattern=r"^\W*{case} {is} (?:hereby )?consolidated with\b",
        reads="This case is CONSOLIDATED with 26-cv-2, the lead case.",
        leaves=["MOTION to Consolidate Cases by Plaintiff.", "NOTICE that this case is consolidated with another."],
    ),
    rule(
        EventType.CASE_CLOSED,
        form="noted",
        scope="entry",
        says="The clerk notes at the end that the case is closed",
        pattern=r"(?:[.;)] ?|^)\W*(?:civil |criminal )?case (?:is )?(?:closed|terminated)(?:[.;)]|$)",
        reads="PROBATION JURISDICTION TRANSFERRED. Defendant terminated. CASE CLOSED.",
        leaves=["MOTION to Close Case by Plaintiff.", "STATUS REPORT: the case closed long ago."],
    ),
    rule(
        EventType.SETTLEMENT,
        form="order",
        says="A settlement ends the case or a part of it",
        pattern=(
            r"settlement (?:agreement )?{is} (?:hereby )?(?:approved)"
            r"|subject to the terms of the settlement agreement"
            r"|^(?:approving|entering) [^;]*?\bconsent decree\b"
            r"|\bconsent decree {is} (?:hereby )?(?:approved|entered)\b"
            r"|^(?:finally )?approving [^;]*?settlement|^{grants} (?:final |preliminary )?approval of [^;]*?settlement"
            r"|(?:pursuant to|in accordance with) (?:(?:the )?(?:parties'? )?(?:joint )?stipulation{refs} and )?"
            r"(?:the |their )?(?:parties' )?settlement"
            r"|^(?:[a-z' ,]+ and )?(?:a )?settlement (?:(?:was|has been|is) )?reached\b"
            r"|^(?:the )?(?:case|matter) (?:has )?settled\b"
            r"|^(?:the )?parties (?:have )?reached (?:a |an )?(?:full |global |final )*settlement\b"
        ),
        reads="ORDER: The settlement is approved.",
        leaves=["MOTION to Approve Settlement by Plaintiffs.", "ORDER SETTING SETTLEMENT CONFERENCE."],
        unless=r"\b(?:if|unless|no settlement|in principle|indicat|report|advis|inform)",
    ),
    rule(
        EventType.SETTLEMENT,
        form="dismissed",
        scope="entry",
        says="A case is dismissed because the parties say that they have settled it",
        pattern=(
            r"\b(?:advis|inform|report|notif|represent|announc|indicat|stat)(?:ed|es?|ing|s|y|ied) [^.;]{0,100}?"
            r"\b(?:(?:has|have|had)(?: now| been| all)* (?:settled|resolved|compromised)\b|settlement (?:(?:has"
            r"|had) been |was )?reached|(?:reached|come to) (?:an? )?(?:[a-z]+ ){0,2}(?:settlement"
            r"|agreement in principle"
            r"|agreement to settle"
            r"|resolution))[^.;]{0,160}[.;,] (?:(?:accordingly|therefore),? )?(?:it is (?:[a-z]+ ){0,2}ordered that )?"
            r"{case} {is} (?:hereby )?(?:dismissed|discontinued)\b"
        ),
        reads="ORDER: Counsel having advised that the matter has settled, this action is dismissed without costs.",
        leaves=[
            "ORDER: Counsel having advised that the matter has not settled, this action is dismissed for delay.",
            "ORDER: Counsel having advised that the matter has settled, the conference is adjourned.",
            "NOTICE that the matter has settled and will be dismissed.",
        ],
        unless=r"\b(?:related|other) (?:case|action|matter)|\b(?:not|no|never|nothing) (?:[a-z]+ ){0,3}(?:settled"
        r"|settlement|agreement|resolved|reached)\b"
        r"|^\W*(?:[a-z'-]+ ){0,3}(?:motion|response|opposition|reply|notice|letter|report)\b",
        courts="trial",
    ),
    rule(
        EventType.SETTLEMENT,
        form="decree",
        scope="entry",
        says="The parties' agreement becomes a decree of the court",
        pattern=r"^\W*(?:final |agreed )?consent decree(?: and [a-z]+)?\W*(?:[:.(]|signed|as to"
        r"|between|granting|entered)",
        reads="CONSENT DECREE: the County shall hold elections from single-member districts.",
        leaves=["MOTION to Approve Consent Decree by Plaintiffs.", "OBJECTION to the consent decree by a voter."],
        courts="trial",
    ),
    rule(
        EventType.SEALED_OR_RESTRICTED,
        form="entry",
        scope="entry",
        says="The entry, or its document, is not open to the public",
        pattern=(
            r"^\W*(?:sealed (?:[a-z]+ ){0,2}(?:document|order|motion|entry|event|report|response|notice|declaration"
            r"|reply|brief|memorandum|letter|opposition|petition|affidavit)|\(?document is restricted"
            r"|restricted document)"
        ),
        reads="SEALED DOCUMENT filed by Respondents.",
        leaves=["MOTION to Seal by Petitioner.", "ORDER unsealing 4 Document."],
        unless=r"summons issued",
    ),
)
