"""A docket's last weeks in, how urgent it is out: hearings, due dates, emergency motions, orders obeyed or not."""

import datetime as dt

import pytest
from writwatch.render.procedure.facts import Docket, Entry
from writwatch.render.procedure.status import read_case
from writwatch.render.urgency import LATELY, lately, urgency

TODAY = dt.date(2026, 4, 10)
HABEAS = {"nature_of_suit": "463 Habeas Corpus - Alien Detainee", "cause": "28:2241 Petition"}
TRO = "EMERGENCY MOTION for Temporary Restraining Order by Petitioner."
ORDERED = "ORDER granting 1 Petition. Respondents shall file a status report on compliance by April {}, 2026."


def docket(*entries: tuple[int, str]) -> Docket:
    """A docket with these entries: (days ago, text)."""
    made = [
        Entry(number, 7, "mnd", number, f"2026.{number:03}", TODAY - dt.timedelta(days=ago), text)
        for number, (ago, text) in enumerate(entries, 1)
    ]
    return Docket(7, "mnd", "0:26-cv-00007", "Quarles v. Warden", entries=tuple(made), **HABEAS)


def urgency_of(*entries: tuple[int, str]) -> float:
    fresh = list(lately([docket(*entries)], TODAY))
    return urgency(read_case(fresh, TODAY), TODAY) if fresh else 0.0


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([(9, "LETTER by Petitioner.")], 0.0),
        ([(2, "NOTICE OF HEARING: Motion Hearing set for 4/13/2026 at 10:00 AM.")], 1.0),
        ([(2, "NOTICE OF HEARING: Motion Hearing set for 4/16/2026 at 10:00 AM.")], 0.7),
        ([(2, "NOTICE OF HEARING: Motion Hearing set for 5/16/2026 at 10:00 AM.")], 0.0),
        ([(9, "NOTICE OF HEARING: Motion Hearing set for 4/3/2026 at 10:00 AM.")], 0.0),
        ([(3, ORDERED.format(12))], 1.0),
        ([(3, ORDERED.format(16))], 0.7),
        ([(3, ORDERED.format(29))], 0.6),
        ([(9, ORDERED.format(3))], 0.6),
        ([(9, ORDERED.format(3)), (8, "STATUS REPORT on compliance by Respondents.")], 0.0),
        ([(3, TRO)], 0.8),
        ([(3, TRO), (1, "ORDER denying 1 Motion for Temporary Restraining Order.")], 0.0),
        ([(3, TRO), (1, "ORDER granting 9 Motion for Extension of Time to File.")], 0.8),
        ([(3, "MOTION to Stay Removal by Petitioner.")], 0.8),
        ([(3, TRO), (1, "NOTICE of Voluntary Dismissal by Petitioner.")], 0.0),
        ([(60, TRO), (2, "LETTER by Petitioner.")], 0.0),
        ([(60, TRO)], 0.0),
    ],
)
def test_how_urgent(entries: list[tuple[int, str]], expected: float):
    assert urgency_of(*entries) == expected


def test_only_the_last_weeks_are_read():
    """What is older, of no day or of the future is left out, and a docket without anything else with it."""
    old, new = LATELY.days + 1, LATELY.days
    fresh = list(lately([docket((old, "A"), (new, "B"), (0, "C"), (-1, "D")), docket((old, "A")), docket()], TODAY))
    assert [[entry.description for entry in one.entries] for one in fresh] == [["B", "C"]]
