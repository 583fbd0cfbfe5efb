"""What courts of appeals do, and what trial courts note of it."""

from ..rule import Rule, rule
from ..vocabulary import EventType


def _outcome(word: str, pattern: str, says: str, reads: str, leaves: list[str]) -> Rule:
    return rule(
        EventType.APPELLATE_RULING,
        outcome=word,
        pattern=pattern,
        says=says,
        reads=reads,
        leaves=leaves,
        courts="appellate",
        unless=r"motion|^application\b|petition for (?:panel )?rehearing|\brecall|stay\b|\bif\b|leave to|request"
        r"|\b(?:not|should be) (?:affirm|revers|vacat|remand|dismiss|den)",
    )


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
        ["MOTION to vacate by Appellant.", "OPINION FILED. The judgment is AFFIRMED."],
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
            r"|(?:^|\) |\bpetition |\breview |\bappeal )dismissed\b"
            r"|^dismissing {the}(?:notice of )?(?:appeal|case|petition)"
        ),
        "The appeal is dismissed",
        "ORDER FILED. The appeal is DISMISSED.",
        ["MOTION to dismiss appeal by Appellee.", "ORDER: no brief, and this appeal may be dismissed."],
    ),
    _outcome(
        "denied",
        (
            r"petitions?(?: for review)?\b[^;]*? {is} (?:hereby )?denied"
            r"|(?:^|\) |\bpetition |\breview |in part and )denied\b"
            r"|^denying (?:the )?petition for review"
        ),
        "The petition for review is denied",
        "MEMORANDUM DISPOSITION. The petition for review is DENIED.",
        ["MOTION to deny petition by Respondent.", "ORDER FILED. The motion to expedite is DENIED."],
    ),
    rule(
        EventType.APPELLATE_RULING,
        outcome="dismissed",
        form="noted",
        says="An appeal is dismissed, also where a trial court notes it",
        pattern=(
            r"\bappeal (?:{is} )?(?:hereby |voluntarily )*dismissed\b"
            r"|^dismissing (?:the )?appeal\b"
            r"|^granting [^;]*?motion to (?:voluntarily )?dismiss (?:(?:its|his|her|their|the) )?(?:own )?appeal\b"
        ),
        reads="ORDER: The appeal is dismissed for want of prosecution.",
        leaves=["MOTION to Dismiss Appeal by Appellee.", "ORDER: This action is dismissed."],
        unless=r"\bif\b|may (?:lead|result)|will be",
    ),
    rule(
        EventType.MANDATE,
        outcome="recalled",
        says="A mandate is called back",
        pattern=r"mandate\b[^;]*? {is} (?:hereby )?(?:recalled|withdrawn)"
        r"|^(?:the court |we )?(?:hereby )?recall(?:s|ing)? (?:the|its|our) mandate\b",
        reads="ORDER: The mandate issued on May 1, 2026 is RECALLED.",
        leaves=["ORDER denying Motion to recall mandate.", "MANDATE ISSUED."],
    ),
    rule(
        EventType.MANDATE,
        scope="entry",
        says="The appeal is over and the case goes back",
        pattern=(
            r"^\W*(?:certified copy of )?(?:(?:usca )?judgment (?:issued as )?)?mandate\b(?:/judgment| judgment"
            r"| order)?(?:,? issued|, dated"
            r"| of | on | as | is | from |[.:]|$)"
            r"|(?:(?:shall|will) (?:serve|stand|act|issue) as(?: and for)?|constitutes) (?:the |this |its "
            r"|court's )*mandate\b|\bmandate (?:shall|will|to) issue (?:forthwith|immediately)"
            r"|^\W*(?:usca|formal) mandate"
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
            r"^\W*(?:us |u\.s\. )?(?:civil|criminal|prisoner|agency|private|immigration)? ?(?:case"
            r"|appeal) (?:opened|docketed)\b"
        ),
        reads="US CIVIL CASE docketed.",
        leaves=["NOTICE of Appearance by Appellee.", "Case assigned to panel."],
        courts="appellate",
        unless=r"petition for review|miscellaneous case",
    ),
)
