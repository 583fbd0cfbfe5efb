"""What an entry says of the person's custody, and of an order's being obeyed. Clean text in, facts with spans out.

Only the fact is read: never where or when somebody was released, and no appointment anywhere.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from .matching import PatternSet
from .rule import compiled

_PERSON: Final = r"(?:petitioners?|plaintiffs?|applicants?|he|she|they|who|(?:mr|ms|mrs)\. [^,;.]{1,40}?)"
_OFFICE: Final = r"(?:respondents?|defendants?|(?:federal )?government|warden|united states|ice|dhs|agency)"
_BREACH: Final = (
    r"violat(?:ed|es|ing)|disobeyed|fail(?:ed|ure) to comply|(?:not|never) (?:fully |timely )?compl(?:y|ied)"
    r"|in violation of"
)
"""What a judge says who finds that an order was not obeyed: read in the court's own entries only (fold.py)."""


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
            r"|\bbond (?:was |is |has been )?denied|\bdenied bond\b"
        ),
        "STATUS REPORT by Respondents. The immigration judge denied bond.",
        (
            "ORDER denying 4 Motion for Bond Hearing.",
            "STATUS REPORT. The immigration judge granted bond of $2,000.",
            "ORDER certifying a class of all persons who are denied bond under the new policy.",
        ),
        r"\b(?:are|be|being) denied bond|\bclass\b|\b(?:if|unless|whether) (?:\w+ )?bond\b",
    ),
    Fact(
        "bond_granted",
        (
            r"\bimmigration (?:judge|court)\b[^;]*?\b(?:granted|set) (?:a )?(?:bond|release on bond)"
            r"|\bbond (?:was |is |has been )?(?:set|granted) (?:at|in)\b"
            r"|\bbond (?:was|has been|had been) (?:set|granted)\b"
        ),
        "STATUS REPORT by Respondents. The immigration judge granted bond of $2,000.",
        (
            "STATUS REPORT. The immigration judge denied bond.",
            "ORDER granting 4 Motion for Bond Hearing.",
            "ORDER: If bond was granted, Respondents shall report it.",
        ),
        r"\b(?:if|unless|until|whether|once|when) (?:a |the )?(?:bond|immigration)\b",
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
        (
            rf"\b(?:court|undersigned) (?:\w+ )?(?:finds|found|concludes|concluded|holds|determines) (?:\w+ )?that"
            rf" (?:the )?{_OFFICE}[^;.]*? (?:{_BREACH})"
            rf"|\bfinding that (?:the )?{_OFFICE}[^;.]*? (?:{_BREACH})"
            rf"|\b(?:holds|finds|adjudges|found) (?:the )?{_OFFICE}[^;.]*? in (?:civil |criminal )?contempt\b"
            rf"|\b{_OFFICE}[^;.]{{0,40}}? (?:is|are) (?:hereby )?(?:held|found|adjudged)(?: to be)? in"
            r" (?:\w+ )?contempt\b"
            rf"|\b{_OFFICE} (?:have|has|did) not (?:fully |timely |yet )?compl(?:ied|y) with\b"
        ),
        "ORDER. The Court concludes that the government violated its May 2 Order.",
        (
            "NOTICE of Violation of 4 Order by Petitioner.",
            "ORDER: the Court does not find that Respondents have violated the order.",
            "ORDER: Petitioner alleges that Respondents have not complied with 4 Order.",
        ),
        r"does not find|declin|whether|\balleg|\bcontend|\bassert|\bargu|\bappears? (?:that|to)\b"
        rf"|\bif (?:the )?{_OFFICE}[^;.]{{0,40}}? (?:is|are) (?:held|found|adjudged)\b",
    ),
    Fact(
        "complied",
        (
            r"\border (?:has been|was|is) (?:now |fully )?complied with"
            rf"|\b(?:is satisfied|finds) that (?:the )?{_OFFICE}[^;.]*? (?:have |has )?(?:now |fully )?complied"
            rf"|\b{_OFFICE}(?: have| has|,? having) (?:now |since |fully |by then )?complied\b"
            r"|\bviolation (?:is|has been) cured"
            r"|\baccepts the (?:[\[\]\w]+ )?(?:certificate|notice|report|certification) of compliance"
            r"|\bcontempt (?:has been|is|was) (?:hereby |fully )?purged\b"
        ),
        "ORDER: It is undisputed that the 6 Order was fully complied with.",
        (
            "NOTICE of Compliance by Respondents.",
            "ORDER: Respondents have not complied with the order.",
            "ORDER: The contempt is purged if a hearing is held by May 9.",
        ),
        r"whether|purged (?:if|upon|when|once|by|only)\b|\bnot (?:fully |yet )?complied",
    ),
)

_COMPILED: Final = tuple(
    (fact, compiled(fact.pattern), compiled(fact.unless) if fact.unless else None) for fact in FACTS
)
_ANY: Final = PatternSet([pattern.pattern for _, pattern, _ in _COMPILED])


def facts_in(data: bytes) -> Iterator[tuple[Fact, int, int]]:
    """Every fact a clean text states, with its span, in the order of the text."""
    found = []
    for place in _ANY.matches(data):
        fact, pattern, unless = _COMPILED[place]
        match = pattern.search(data)
        if match and not (unless and unless.search(data)):
            found.append((fact, match.start(), match.end()))
    yield from sorted(found, key=lambda one: one[1])
