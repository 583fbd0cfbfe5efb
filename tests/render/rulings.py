"""Made-up cases whose petitions are ruled on, ordered, reported and appealed in every way: what counts are tried on."""
import datetime as dt
import random
from collections.abc import Iterator
from typing import Final

from writwatch.render import published as say

from .factory import AS_OF, TODAY, docket, entry, event, many, proof, shown

JUDGES: Final = (
    "Wren Halloway", "HALLOWAY, Wren", "Otis Farrow-Lindqvist", "Magistrate Judge Selma Rostad", "Tobiah Vance", "",
)
COURTS: Final = ("mnd",) * 5 + ("txsd",) * 3 + ("cacd", "nysd", "ca1", "zzd")
RULINGS: Final[dict[str, str]] = {
    "none": "", "granted": "relief_granted_final", "granted_in_part": "relief_granted_final",
    "denied": "relief_denied", "dismissed": "dismissed", "dismissed_moot": "dismissed",
    "withdrawn": "voluntarily_dismissed", "settled": "settled", "transferred": "transferred", "remanded": "remanded",
}
UNDECIDED: Final = ("open_pending", *("relief_granted_interim",) * 3, "stayed", "on_appeal", "unknown")
COMPLIANCE: Final = ("nothing_due",) * 3 + ("due", "reported", "no_report_seen", "cured", "violation_found")
APPEALS: Final = ("none",) * 6 + ("noticed", "pending", "affirmed", "reversed", "vacated", "dismissed")
INTERIM: Final = ("none", "no_transfer_order", "tro no_transfer_order", "preliminary_injunction", "stay_of_removal")
SURE: Final = ("read", "inferred", "confirmed")


def ruled(count: int, seed: int = 3) -> Iterator[say.PublishedCase]:
    """`count` cases; the same seed makes the same."""
    chance = random.Random(seed)
    for number, case in enumerate(many(count, seed, entries=2)):
        yield _ruled(number, case, chance)


def _ruled(number: int, case: say.PublishedCase, chance: random.Random) -> say.PublishedCase:
    docket_id = 880_000 + number
    filed = None if chance.random() < 0.03 else TODAY - dt.timedelta(days=chance.randrange(5, 400))
    merits = chance.choice((*RULINGS, *["none"] * 6, "granted", "granted", "denied"))
    decided = (filed or TODAY) + dt.timedelta(days=chance.randrange(-1, 60))
    first = entry(docket_id * 10, 1, filed, "PETITION for Writ of Habeas Corpus.", docket_id)
    order = entry(docket_id * 10 + 1, 5, min(decided, TODAY), "ORDER on 1 Petition. Respondents shall act.",
                  docket_id)
    said = proof(order, "ORDER on 1 Petition")
    axes = {
        "merits": merits, "custody": chance.choice(("unknown", "released", "release_ordered")),
        "compliance": chance.choice(COMPLIANCE), "appeal": chance.choice(APPEALS), "interim": chance.choice(INTERIM),
    }
    happened = [event(first, "complaint_or_petition_filed", "PETITION", rule="petition-filed")]
    happened += [event(order, kind, said.quote, outcome=outcome, sense=sense) for kind, outcome, sense in (
        ("release_ordered", (), None), ("release_ordered", ("vacated",), None), ("bond_hearing_ordered", (), None),
        ("tro_entered", (), None), ("stay_entered", (), "removal_or_transfer"), ("stay_entered", (), "case"),
        ("order_to_show_cause", (), "routine"),
    ) if chance.random() < 0.3]
    return case._replace(
        slug=f"case-{number:05d}", kind=chance.choice(("individual_detention",) * 5 + ("impact", "impact", "criminal")),
        government_action=chance.choice(("", "Third countries", "Bond hearings refused")),
        status=say.Shown(RULINGS[merits] or chance.choice(UNDECIDED), order.date_filed, said, chance.choice(SURE)),
        axes={axis: tuple(shown(value, said, chance.choice(SURE)) for value in values.split())
              for axis, values in axes.items()},
        timeline=tuple(happened), history=(), unread=(), compliance_due=(), hearings_to_come=(),
        confirmed_findings=(say.Shown("violation_found", order.date_filed, said, "confirmed", "A desk"),)
        if chance.random() < 0.5 else (),
        appointed_by=chance.choice(("Ada Prewitt", "Sol Amundsen")), appointed_how="full",
        appointed_party=chance.choice(("Democratic", "Republican")),
        dockets=(docket(
            docket_id, chance.choice(COURTS), f"{number % 3}:{(filed or TODAY):%y}-cv-{number * 7 + 11:05d}",
            (first, order), caption=case.title, judge=chance.choice(JUDGES), date_filed=filed,
            date_terminated=TODAY if chance.random() < 0.2 else None,
            last_checked=None if chance.random() < 0.1 else AS_OF - dt.timedelta(hours=chance.randrange(60))),),
    )
