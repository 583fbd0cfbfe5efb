"""What an entry says of the person's custody, and of an order's being obeyed. Clean text in, facts with spans out.

Only the fact is read: never where or when somebody was released, and no appointment anywhere.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from .rule import compiled

_PERSON: Final = r"(?:petitioners?|plaintiffs?|applicants?|he|she|they|who|(?:mr|ms|mrs)\. [^,;.]{1,40}?)"


class Fact(NamedTuple):
    """`says` is a value of the axis custody, or `violated` / `complied` for compliance."""

    says: str
    pattern: str
    reads: str
    leaves: tuple[str, ...]
    unless: str = ""

    @property
    def name(self) -> str:
        return f"custody.{self.says}" if self.says not in {"violated", "complied"} else f"compliance.{self.says}"


FACTS: Final[tuple[Fact, ...]] = (
    Fact(
        "removed",
        (
            rf"\b{_PERSON} (?:was|were|has been|have been|having been|is|having) (?:removed|deported) (?:to"
            rf"|from the united states)"
            rf"|{_PERSON} having departed the united states"
            rf"|having been removed from the united states"
            rf"|shown that {_PERSON} was removed"
        ),
        "NOTICE by Respondents that Petitioner was removed to Honduras.",
        ("ORDER: Respondents shall not remove Petitioner to Honduras.", "MOTION to Stay Removal."),
        r"shall not|wrongfully|in violation|contempt",
    ),
    Fact(
        "bond_denied",
        (
            r"\bimmigration (?:judge|court)\b[^;]*?\bdenied (?:bond|release on bond|custody redetermination)"
            r"|\bbond (?:was |is )?denied|\bdenied bond\b"
        ),
        "STATUS REPORT by Respondents. The immigration judge denied bond.",
        ("ORDER denying 4 Motion for Bond Hearing.", "STATUS REPORT. The immigration judge granted bond of $2,000."),
    ),
    Fact(
        "bond_granted",
        (
            r"\bimmigration (?:judge|court)\b[^;]*?\b(?:granted|set) (?:a )?(?:bond|release on bond)"
            r"|\bbond (?:was |is |has been )?(?:set|granted) (?:at|in)"
        ),
        "STATUS REPORT by Respondents. The immigration judge granted bond of $2,000.",
        ("STATUS REPORT. The immigration judge denied bond.", "ORDER granting 4 Motion for Bond Hearing."),
    ),
    Fact(
        "released",
        (
            rf"\b{_PERSON}(?:, [^;.,]*,)? (?:was|were|has been|have been|having been|is now) (?:\w+ly )?released\b"
            rf"|\breleased on (?:her|his|their) own recognizance"
            rf"|\bconfirming (?:his|her|their|petitioner's) release\b"
            rf"|{_PERSON} having been (?:\w+ly )?released"
            rf"|\band been released\b"
            rf"|{_PERSON} having posted [^;.]*? been released"
        ),
        "NOTICE of Compliance by Respondents. Petitioner was released.",
        ("ORDER: Respondents shall release Petitioner.", "RESPONSE: the records were released."),
        r"\bif\b|unless|transcript|should be released",
    ),
    Fact(
        "transferred",
        (
            rf"\b{_PERSON} (?:was|has been|had been) (?:moved|transferred) (?:to|from)\b"
            rf"|notice of transfer of (?:detainee|petitioner)"
        ),
        "NOTICE by Warden. Petitioner was moved to another jail.",
        ("ORDER TRANSFERRING CASE to the Southern District of Ohio.", "MOTION to Transfer Venue."),
        r"\bcase\b[^.]{0,20}transferred",
    ),
    Fact(
        "violated",
        r"\b(?:court|undersigned) (?:finds|found|concludes|holds) that (?:the )?(?:respondents?|defendants?"
        r"|government)[^;.]*? (?:violated|have violated|has violated|disobeyed|failed to comply|not complied)"
        r"|respondents have not complied with|"
        r"\bfinding that (?:the )?(?:respondents?|defendants?|government)[^;.]*? (?:violated|have violated)",
        "ORDER. The Court concludes that the government violated its May 2 Order.",
        (
            "NOTICE of Violation of 4 Order by Petitioner.",
            "ORDER: the Court does not find that Respondents have violated the order.",
        ),
        r"does not find|declin|whether",
    ),
    Fact(
        "complied",
        (
            r"\border (?:has been|was) (?:fully )?complied with"
            r"|\b(?:is satisfied|finds) that (?:the )?(?:respondents?|defendants?)[^;.]*? (?:have |has )?complied"
            r"|violation (?:is|has been) cured"
        ),
        "ORDER: It is undisputed that the 6 Order was fully complied with.",
        ("NOTICE of Compliance by Respondents.", "ORDER: Respondents have not complied with the order."),
    ),
)

_COMPILED: Final = tuple(
    (fact, compiled(fact.pattern), compiled(fact.unless) if fact.unless else None) for fact in FACTS
)


def facts_in(data: bytes) -> Iterator[tuple[Fact, int, int]]:
    """Every fact a clean text states, with its span, in the order of the text."""
    found = []
    for fact, pattern, unless in _COMPILED:
        match = pattern.search(data)
        if match and not (unless and unless.search(data)):
            found.append((fact, match.start(), match.end()))
    yield from sorted(found, key=lambda one: one[1])
