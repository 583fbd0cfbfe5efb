"""What courts of appeals do, and what trial courts note of it."""

from ..rule import Rule, rule
from ..vocabulary import EventType

_NO_RULING = (
    r"motion|^application\b|petitions? for (?:[a-z-]+ ){0,3}(?:re)?hearing|\brecall|stay\b|\bif\b|leave to|request"
    r"|\b(?:not|should be) (?:affirm|revers|vacat|remand|dismiss|den)"
)


def _outcome(word: str, pattern: str, says: str, reads: str, leaves: list[str]) -> Rule:
    return rule(
        EventType.APPELLATE_RULING,
        outcome=word,
        pattern=pattern,
        says=says,
        reads=reads,
        leaves=leaves,
        courts="appellate",
        unless=_NO_RULING,
    )


_NUMBERED = r"|^\[?\d\d-\d{2,6}(?:[ ,;]|and|petition|for|review|appeal|affirmed|granted|denied|dismissed|in part)* "
"""Before a verdict: the number of the appeal, as some courts print it."""
_PARTLY = r"\bin part(?:,? and|,|;)? "


RULES: tuple[Rule, ...] = (
    _outcome(
        "affirmed",
        (
            r"\baffirm(?:ed|s|ing)\b"
            r"|\bwe (?:[a-z]+,? ){0,3}?affirm\b"
        ),
        "The decision below stands",
        "OPINION FILED. The judgment of the district court is AFFIRMED.",
        ["MOTION to summarily affirm by Appellee.", "OPINION FILED. The judgment is REVERSED."],
    ),
    _outcome(
        "reversed",
        r"\brevers(?:ed|es|ing)\b|\bwe (?:[a-z]+,? ){0,3}?reverse\b",
        "The decision below falls",
        "OPINION FILED. The judgment of the district court is REVERSED.",
        ["BRIEF asking that the judgment be reversed by Appellant.", "OPINION FILED. The judgment is AFFIRMED."],
    ),
    _outcome(
        "vacated",
        r"\bvacat(?:ed|es|ing)\b|\bwe (?:[a-z]+,? ){0,3}?vacate\b",
        "The decision below is wiped out",
        "OPINION FILED. The order of the district court is VACATED.",
        [
            "MOTION to vacate by Appellant.",
            "OPINION FILED. The judgment is AFFIRMED.",
            "ORDER: The clerk's order of May 4 is VACATED.",
        ],
    ),
    rule(
        EventType.APPELLATE_RULING,
        outcome="vacated",
        form="granted",
        says="A petition for review is granted, wholly or in part: what the agency decided falls",
        pattern=(
            r"\bpetitions? for review\b(?:(?: of [^;]*?)? {is} (?:hereby )?| )(?:(?:denied"
            r"|dismissed),? in part,? (?:and"
            r" )?)?{granted}\b"
            r"|\bwe (?:(?:therefore|accordingly|thus|hereby),? )*grant (?:[a-z']+ ){0,3}petitions? for review\b"
        ),
        reads="OPINION FILED. The petition for review is GRANTED.",
        leaves=[
            "OPINION FILED. The petition for review is DENIED.",
            "ORDER: The motion to expedite the petition for review is GRANTED.",
            "PETITION for review of an order that granted bond.",
        ],
        unless=_NO_RULING,
        courts="appellate",
    ),
    rule(
        EventType.APPELLATE_RULING,
        outcome="vacated",
        form="disposed",
        scope="entry",
        says="A disposition says in a word or two that the petition is granted, wholly or in part",
        pattern=(
            r"^\W*(?:[a-z]+ ){0,4}?(?:opinion|disposition|judgment|order|decision)\b"
            r"(?:[^;]*?[.:)] ?petitions? (?:(?:denied|dismissed) in part[,;]?(?: and)? ){0,2}granted\b"
            r"|[^.:;]{0,60}[.:] ?(?:(?:(?:denied|dismissed) in part[,;]?(?: and)? ){1,2}granted\b"
            r"|granted in part; (?:denied|dismissed|remanded)\b)"
            r"|[^;]*?\b(?:granting|(?:denying|dismissing) in part,? and granting)(?: in part)?(?:,? (?:and )?(?:denying"
            r"|dismissing) in part)* (?:the )?petitions? for review\b"
            r"| filed\W+\d\d-\d+ (?:(?:denied|dismissed) in part(?: and|,)? )?(?:petition (?:for review )?)?granted\b)"
        ),
        reads="MEMORANDUM DISPOSITION. PETITION GRANTED. FILED AND ENTERED JUDGMENT.",
        leaves=[
            "MEMORANDUM DISPOSITION. PETITION DENIED. FILED AND ENTERED JUDGMENT.",
            "Petition GRANTED.",
            "LETTER of May 3, 2026 on an opinion. Petition granted, it says.",
        ],
        courts="appellate",
    ),
    _outcome(
        "remanded",
        r"\bremand(?:ed|s|ing)\b|\bwe [^;]*?\bremand\b",
        "The case goes back to the court below",
        "OPINION FILED. The case is REMANDED to the district court.",
        ["MOTION to remand by Appellant.", "OPINION FILED. The judgment is AFFIRMED."],
    ),
    _outcome(
        "dismissed",
        (
            r"(?:appeal|petition|case)s?\b[^;]*? {is} (?:hereby |voluntarily )*dismiss(?:ed)?"
            rf"|(?:^|\) |\bpetition |\breview |\bappeal |{_PARTLY})dismissed\b"
            r"|^dismissing (?:in part )?{the}(?:notice of )?(?:appeal|case|petition)"
            r"|^dismissing in part,?(?: and)?\W*$"
            rf"{_NUMBERED}dismissed\b"
        ),
        "The appeal is dismissed",
        "ORDER FILED. The appeal is DISMISSED.",
        ["MOTION to dismiss appeal by Appellee.", "ORDER: no brief, and this appeal may be dismissed."],
    ),
    _outcome(
        "denied",
        (
            r"petitions?(?: for review)?\b[^;]*? {is} (?:hereby )?denied"
            r"|\bfiled (?:\([^()]*\) )?that the petitions? for review be denied"
            rf"|(?:^|\) |\bpetition |\breview |{_PARTLY})denied\b"
            r"|^denying (?:in part )?(?:the )?petitions? for review"
            rf"{_NUMBERED}denied\b"
        ),
        "The petition for review is denied",
        "MEMORANDUM DISPOSITION. The petition for review is DENIED.",
        ["MOTION to deny petition by Respondent.", "ORDER FILED. The motion to expedite is DENIED."],
    ),
    rule(
        EventType.APPELLATE_RULING,
        outcome="affirmed",
        form="summary",
        says="The decision below stands, on a motion that asked for it without argument",
        pattern=(
            r"^granting (?:[a-z\d\[\]'-]+ ){0,6}?motions? (?:\[[\d-]+\] )?for (?:summary|summarily) affirmance\b"
            r"|\bmotions? for summary affirmance\b[^;.]{0,40}? {is} (?:hereby )?granted\b"
        ),
        reads="PER CURIAM ORDER filed granting motion for summary affirmance.",
        leaves=[
            "MOTION for summary affirmance by Appellee.",
            "PER CURIAM ORDER filed denying motion for summary affirmance.",
        ],
        courts="appellate",
    ),
    rule(
        EventType.APPELLATE_RULING,
        outcome="dismissed",
        form="noted",
        says="An appeal is dismissed, also where a trial court notes it",
        pattern=(
            r"\bappeal (?:{is} )?(?:hereby |voluntarily )*dismissed\b"
            r"|(?:^|[^fnr] )(?:the|this|that|his|her|its|their|[a-z]+'s?) (?:cross-)?appeals? {is} (?:hereby "
            r"|voluntarily |deemed )*withdrawn\b"
            r"|^dismissing (?:the )?appeal\b"
            r"|^granting [^;]*?motion to (?:voluntarily )?(?:dismiss|withdraw) (?:(?:its|his|her|their|the) )?(?:own )?"
            r"appeal\b|\bmotion to (?:voluntarily )?(?:dismiss|withdraw) (?:(?:its|his|her|their|the|this) )?(?:own )?"
            r"appeal(?: voluntarily)?{refs} {is} {granted}\b"
        ),
        reads="ORDER: The appeal is dismissed for want of prosecution.",
        leaves=["MOTION to Dismiss Appeal by Appellee.", "ORDER: This action is dismissed."],
        unless=r"\bif\b|may (?:lead|result)|will be",
    ),
    rule(
        EventType.APPELLATE_RULING,
        outcome="dismissed",
        form="stipulated",
        scope="entry",
        says="The parties agree to end the appeal, and the court so orders",
        pattern=(
            r"^\W*(?:joint )?stipulation,? (?:(?:to|of|for) )?(?:the )?(?:voluntar(?:y|ily) )?(?:withdraw(?:ing|al of)?"
            r"|dismiss(?:ing|al of)?) (?:the |this |their )?appeal\b[^;]*?(?:,| is) so[- ]ordered"
            r"(?:,? (?:by [a-z]{2,4}|filed)\b)*\W*(?:mandate issued|copy to all parties)?\W*"
            r"(?:\[[^\]]*\]\W*|\([^()]*\)\W*)*$"
        ),
        reads="STIPULATION, to withdraw appeal with prejudice, SO-ORDERED. [4410221] [26-1001]",
        leaves=[
            "STIPULATION, to withdraw appeal with prejudice, RECEIVED. [4410220] [26-1001]",
            "STIPULATION, to extend time, SO-ORDERED.",
            "STIPULATION, to withdraw appeal as to Harrow Cold Stores, SO-ORDERED.",
        ],
        unless=(
            r"\b(?:as|with respect) to\b|\bonly\b|cross-appeal|\bone of\b|\bof appellants? [a-z]"
            r"|\bappeal from the (?:fee|costs?)\b"
        ),
        courts="appellate",
    ),
    rule(
        EventType.MANDATE,
        outcome="recalled",
        says="A mandate is called back",
        pattern=r"mandate\b[^;]*? {is} (?:hereby )?(?:recalled|withdrawn)"
        r"|^(?:the court |we )?(?:hereby )?recall(?:s|ing)? (?:the|its|our) mandate\b",
        unless=r"(?:^|[^n] )(?:the|this|his|her|its|their) (?:cross-)?(?:appeal|motion"
        r"|petition)s?\b[^;.]*? {is} (?:hereby"
        r" |voluntarily |deemed )*withdrawn\b",
        reads="ORDER: The mandate issued on May 1, 2026 is RECALLED.",
        leaves=[
            "ORDER denying Motion to recall mandate.",
            "MANDATE ISSUED.",
            "MANDATE of USCA as to 9 Notice of Appeal by the union, et al. The appeal is WITHDRAWN.",
        ],
    ),
    rule(
        EventType.MANDATE,
        scope="entry",
        says="The appeal is over and the case goes back",
        pattern=(
            r"^\W*(?:certified copy of )?(?:judgment/|(?:usca )?judgment (?:of (?:the )?usca )?(?:issued as"
            r" )?)?mandate\b(?:/judgment| judgment"
            r"| order)?(?:,? issued|, dated"
            r"| of | on | as | is | from | filed\b|[.:]|$)"
            r"|(?:(?:shall|will) (?:serve|stand|act|issue) as(?: and for)?|constitutes) (?:the |this |its "
            r"|court's )*mandate\b|\bmandate (?:shall|will|to) issue (?:forthwith|immediately)"
            r"|^\W*(?:usca|formal) mandate|^\W*(?:certified )?judgment in lieu of (?:formal )?mandate issued\b"
        ),
        unless=r"^[^;.]*mandate\b[^;.]* (?:{is} (?:hereby )?(?:recalled|withdrawn|withheld|stayed)"
        r"|(?:has|have|shall|will|may|does|did|is|was) not\b)",
        reads="MANDATE ISSUED.",
        leaves=[
            "ORDER denying Motion to recall mandate.",
            "MANDATE of USCA has not issued.",
            "Additional Attachments re 129 Mandate of 9th Circuit.",
        ],
    ),
    rule(
        EventType.NOTICE_OF_APPEAL,
        form="docketed",
        scope="entry",
        says="An appeal is opened in the court of appeals",
        pattern=(
            r"^\W*(?:\[\d+\] )?(?:us |u\.s\. |private |pro se )*"
            r"(?:civil|criminal|prisoner|agency|private|immigration)? ?(?:case|appeal) (?:opened|docketed)\b"
        ),
        reads="US CIVIL CASE docketed.",
        leaves=["NOTICE of Appearance by Appellee.", "Case assigned to panel."],
        courts="appellate",
        unless=r"petition for review|miscellaneous case",
    ),
)
