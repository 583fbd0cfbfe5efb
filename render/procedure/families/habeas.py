"""Petitions for a writ of habeas corpus, and what a court orders for the person: a hearing, a release, no transfer."""

from ..rule import Rule, rule
from ..vocabulary import EventType

_UNLESS = r"petition for (?:review|rehearing|panel|certiorari|permission)|\bad (?:prosequendum|testificandum)\b"
_UNLESS_AFTER = r"\bif |under advisement|\b(?:other|all) respects"
_ABOUT = r"|\b(?:motion|leave|request|stipulation)\b[^;]*?\bpetition\b"
"""A motion about the petition is no petition: "the motion to amend the petition is granted"."""


def _habeas(outcome: str, pattern: str, says: str, reads: str, leaves: list[str], form: str) -> Rule:
    return rule(
        EventType.HABEAS_RULING,
        outcome=outcome,
        pattern=pattern,
        says=says,
        reads=reads,
        leaves=leaves,
        form=form,
        unless=_UNLESS_AFTER + _ABOUT if form == "after" else _UNLESS,
        courts="trial",
    )


RULES: tuple[Rule, ...] = (
    _habeas(
        "granted_in_part",
        (
            r"^{grants} in part(?:,? and {denies} in part)?,? {petition}"
            r"|^{denies} in part(?:,? and {grants} in part)?,? {petition}"
        ),
        "A petition is granted in part",
        "ORDER granting in part and denying in part 1 Petition for Writ of Habeas Corpus.",
        [
            "ORDER granting 1 Petition for Writ of Habeas Corpus.",
            "REPORT AND RECOMMENDATION: recommending that the petition be granted in part.",
        ],
        "before",
    ),
    _habeas(
        "granted_in_part",
        (
            r"{petition},? {is} (?:{granted},? (?:in[- ]part|(?:only )?to (?:the|that|this) (?:limited )?extent"
            r"|insofar|as to)|denied,? in part,? and granted,? in part|partially granted)"
        ),
        "A petition is granted in part",
        "ORDER: The Petition (Doc. 1) is ALLOWED IN PART.",
        ["ORDER: The Petition (Doc. 1) is ALLOWED.", "ORDER: the motion to amend the petition is granted in part."],
        "after",
    ),
    _habeas(
        "granted",
        (
            r"^(?:conditionally )?{grants}(?: a writ| the writ| writ)? ?{petition}"
            r"|^{grants} (?:the |a )?(?:conditional )?(?:writ|habeas)"
        ),
        "A petition is granted",
        "ORDER granting 1 Petition for Writ of Habeas Corpus.",
        [
            "ORDER denying 17 Motion for Reconsideration of the Order Granting Petition.",
            "PROPOSED ORDER GRANTING PETITION FOR WRIT OF HABEAS CORPUS",
            "ORDER granting 4 Motion to Amend Petition.",
        ],
        "before",
    ),
    _habeas(
        "granted",
        r"(?:{petition}|(?:the|a) (?:conditional )?writ(?: of habeas corpus)?),? {is} (?:conditionally )?{granted}\b"
        r"|writ of habeas corpus (?:shall|to) issue\b",
        "A petition is granted",
        "ENDORSED ORDER entered. The amended petition [D. 8] is ALLOWED.",
        [
            "ORDER: Respondents shall show cause why the petition should not be granted.",
            "REPORT AND RECOMMENDATION that the petition be GRANTED.",
        ],
        "after",
    ),
    _habeas(
        "denied",
        r"^{denies}(?: and dismiss(?:ing|es)| as moot| with(?:out)? prejudice)* {petition}",
        "A petition is denied",
        "ORDER denying 1 Petition for Writ of Habeas Corpus.",
        [
            "ORDER granting 1 Petition for Writ of Habeas Corpus.",
            "ORDER denying 20 Motion for Reconsideration of the Order Denying Petition.",
        ],
        "before",
    ),
    _habeas(
        "denied",
        r"{petition},? {is} (?:denied|refused)\b",
        "A petition is denied",
        "ORDER: The Petition (Doc. 1) is DENIED without prejudice.",
        [
            "ORDER: The Petition (Doc. 1) is GRANTED.",
            "REPORT AND RECOMMENDATIONS. IT IS RECOMMENDED that the petition be DENIED.",
        ],
        "after",
    ),
    _habeas(
        "dismissed",
        r"^{dismisses}(?: as moot| with(?:out)? prejudice| and closing)*,? {petition}|^(?:the )?petition dismissed\b",
        "A petition is dismissed",
        "ORDER dismissing 1 Petition for Writ of Habeas Corpus.",
        ["ORDER denying 1 Petition for Writ of Habeas Corpus.", "MOTION to Dismiss Petition by Respondents."],
        "before",
    ),
    _habeas(
        "dismissed",
        r"{petition},? {is} (?:hereby )?(?:moot and (?:is )?)?dismissed\b",
        "A petition is dismissed",
        "ORDER: The Petition (Doc. 1) is DISMISSED for lack of jurisdiction.",
        ["ORDER: The Petition (Doc. 1) is DENIED.", "ORDER TO SHOW CAUSE why the petition should not be dismissed."],
        "after",
    ),
    rule(
        EventType.HABEAS_RULING,
        outcome="granted",
        form="re",
        scope="entry",
        says="An order about the petition with one word of verdict after it",
        pattern=(
            r"^(?:[^.;:]*: )?(?:[a-z&-]+ ){0,4}order\b[^.;:]{0,40}\bre:? {petition}[ ,]*[:.;-]+ (?:the "
            r")?(?:petition )?(?:is )?(?:hereby )?{granted}\b"
        ),
        reads="Judge Doe: ELECTRONIC ORDER entered re 1 Petition for Writ of Habeas Corpus: ALLOWED.",
        leaves=[
            "Judge Doe: ELECTRONIC ORDER entered re 1 Petition for Writ of Habeas Corpus. Answer due 5/4/2026.",
            "ORDER re 3 Motion to Amend Petition: GRANTED.",
        ],
        courts="trial",
    ),
    rule(
        EventType.BOND_HEARING_ORDERED,
        says="A bond hearing is ordered, with or without release as the alternative",
        pattern=r"(?:{shall} (?:within [^;]*? )?(?:provide|afford|hold|conduct|give|schedule|arrange|convene"
        r"|receive)|^(?:requiring|ordering|directing|orders?|directs?)\b|{is} (?:given|provided|afforded"
        r"|entitled to|held|to be held)|receive|provide[sd]?)"
        r"[^;]*?\b(?:bond|custody|bail|individualized)(?: re-?determination)?(?: redetermination)? hearing"
        r"|{shall} [^;]*?hold a hearing at which an immigration judge"
        r"|\b(?:bond|custody|individualized)(?: re-?determination)? hearing\b[^;]*? (?:shall|must"
        r"|{is} to) (?:be )?(?:held|conducted|provided|convened|scheduled|afforded|given|take place"
        r"|occur)"
        r"|\bunless\b[^;]*?(?:bond|custody|individualized)(?: re-?determination)? hearing\b[^;]*?\breleased?\b"
        r"|\bif no (?:bond|custody|such|individualized)\b[^;]*?hearing\b[^;]*?\breleased?\b"
        r"|\breleased?\b[^;]*?\bunless\b[^;]*?(?:bond|custody|individualized)(?: re-?determination)? hearing\b",
        reads="ORDER: Respondents shall provide Petitioner with a bond hearing within seven days.",
        leaves=[
            (
                "REPORT AND RECOMMENDATION: the undersigned recommends that Respondents be ordered to provide a "
                "bond hearing."
            ),
            "STATUS REPORT: a bond hearing was held.",
            "ORDER: No bond hearing need be held; he is not entitled to one.",
        ],
        unless=(
            r"not entitled|need not|failing to|failed to"
            r"|without a (?:pre-deprivation )?|(?:detain|arrest|remov|transfer)\w*\b[^;]*unless |until "
            r"|declin\w+ to (?:order|hold|provide)"
        ),
    ),
    rule(
        EventType.RELEASE_ORDERED,
        says="Release is ordered",
        pattern=r"{shall} (?:[^;,]*? )?release (?:the )?(?:petitioners?|plaintiffs?|applicants?|him|her|them|mr|ms"
        r"|mrs)\b"
        r"|^(?:directing|ordering|orders|directs|requiring)\b[^;]*? (?:to release (?:the )?(?:petitioner"
        r"|plaintiff|applicant|him|her|mr|ms)|petitioner's (?:immediate )?release"
        r"|(?:immediate )?release of (?:the )?(?:petitioner|plaintiff"
        r"|applicant))"
        r"|^(?:directing|ordering) (?:immediate |petitioner's )*release\b"
        r"|"
        r"(?:petitioner|plaintiff|applicant|he|she|they)s? (?:shall|must|{is}|to) (?:(?:immediately|forthwith"
        r"|hereby|to) )?(?:be )?(?:ordered )?released\b"
        r"|(?:^|\bthat ){who}(?: immediately| forthwith| promptly)* release {person}"
        r"|^(?:immediate )?release (?:of )?{person} (?:is )?(?:hereby )?ordered\b"
        r"|{shall} (?:[^;,]*? )?release [^;,]{1,60}? from (?:[a-z']+ ){0,3}(?:custody|detention)\b"
        r"|\b(?:mr|ms|mrs|mx)\. [^;,]{1,40}? (?:shall|must|{is} to) be (?:immediately )?released\b"
        r"|^order (?:of|for) (?:immediate )?release\b",
        reads="ORDER: Respondents shall release Petitioner forthwith.",
        leaves=[
            "ORDER: Respondents shall provide a bond hearing by May 1 or release Petitioner.",
            "MOTION for release of Petitioner.",
            "ORDER: The request for immediate release is DENIED.",
        ],
        unless=(
            r"\b(?:order|which|had|was|were)\b[^;]{0,20} (?:required|directed)\b"
            r"|hearing\b[^;]*\bor\b|unless\b[^;]*hearing|\bif no\b[^;]*hearing|transcript"
            r"|release (?:of )?(?:the |his |her |petitioner's )?(?:passport|property|funds|records"
            r"|documents|belongings)|\b(?:asks|argues|requests|seeks|contends|moves)\b"
        ),
    ),
    rule(
        EventType.RELEASE_ORDERED,
        form="bail",
        detail="criminal bail",
        says="A person charged with a crime is let out on conditions: no relief from immigration detention",
        pattern=(
            r"^(?:\([a-z]+\) )?(?:(?:order )?(?:amending |modifying )?setting conditions of)"
            r" (?:pretrial )?release\b"
            r"|^(?:abstract of )?order releasing\b"
        ),
        reads="ORDER Setting Conditions of Release as to Defendant (1).",
        leaves=[
            "MOTION to Modify Conditions of Release by Defendant.",
            "ORDER granting 34 Motion to Modify Conditions of Release.",
        ],
    ),
    rule(
        EventType.ORDER_NO_TRANSFER_OR_REMOVAL,
        says="The person may not be removed or moved away, or not without notice",
        pattern=r"(?:shall|may|must|are|is|do|will|to)(?: further)? not (?:be )?(?:to )?(?:[^;]*? )?(?:remov(?:e|ed"
        r"|ing)|transfer(?:red|ring)?|mov(?:e|ed|ing)|deport(?:ed)?|relocated?)\b"
        r"|(?:ordered|directed) not to (?:remove|transfer|move)|"
        r"(?:enjoined|restrained|prohibited|stayed|barred|restraining"
        r"|enjoining)\b(?: and \w+)?(?:[^;]*?)\bfrom (?:[^;]*? )?(?:remov|transferr?|mov|deport|relocat)ing"
        r"|\bnot (?:be|is) (?:[a-z]+ ){0,2}(?:removed|transferred|moved|deported|relocated)\b"
        r"|(?:{shall}|^requiring|^ordering|^directing)\b[^;]*?\bnotice\b[^;]*?\b(?:before|prior to"
        r"|in advance of|of) (?:any )?[^;]*?(?:transfer|remov|mov|relocat)\w*\b"
        r"|^(?:order )?(?:prohibiting|barring|forbidding|enjoining|staying) (?:[^;]*? )?(?:removal"
        r"|transfer|deportation)\b"
        r"|^(?:enters|entering|issues|issuing)\b[^;]*?\border (?:prohibiting|barring|forbidding|enjoining|staying)"
        r" [^;]*?(?:removal|transfer)\b",
        reads="ORDER: Respondents shall not remove Petitioner from the United States.",
        leaves=[
            "MOTION for an order that Respondents shall not remove Petitioner.",
            "ORDER: the prohibition on removal is not affected.",
            "ORDER: Petitioner may move the Court for fees.",
        ],
        unless=(
            r"show cause|was (?:ordered|enjoined)|\bif |^(?:[a-z']+ ){0,2}counsel\b|counsel notice of"
            r"|remove the (?:device|case)|docket"
        ),
    ),
    rule(
        EventType.ORDER_NO_TRANSFER_OR_REMOVAL,
        outcome="lifted",
        says="A bar on removal or transfer is lifted",
        pattern=r"order [^;]*?(?:barring|forbidding|prohibiting|staying|enjoining) [^;]*?(?:removal"
        r"|transfer) (?:[^;]*? )?{is} (?:vacated|lifted|dissolved|rescinded)"
        r"|(?:prohibition|restriction|bar|stay) (?:on|against|of) (?:petitioner's )?(?:transfer"
        r"|removal)[^;]*? {is} (?:vacated|lifted|dissolved|rescinded)"
        r"|"
        r"^(?:vacating|lifting|dissolving|vacates|lifts) (?:the |its )?(?:prohibition|restriction|bar) (?:on"
        r"|against) (?:transfer|removal)",
        reads="ORDER: The prohibition on transfer is LIFTED.",
        leaves=[
            "MOTION to Lift Restriction on Transfer by Respondents.",
            "ORDER: The prohibition on removal is not affected.",
        ],
    ),
)
