"""Small dockets for tests, hand-written, with invented people; rows of ("5/4", text) in, facts out."""

import datetime as dt
from collections.abc import Sequence
from itertools import count

from writwatch.render.procedure.facts import Docket, Entry, OriginatingCourt
from writwatch.render.procedure.findings import CaseReading, Decision
from writwatch.render.procedure.status import read_case

LATE = dt.date(2026, 6, 30)
PETITION = "PETITION for Writ of Habeas Corpus by Petitioner."


def docket(
    *lines: tuple[str, str],
    id: int = 1,
    court: str = "mnd",
    number: str = "0:26-cv-00100",
    terminated: str | None = None,
    **more,
) -> Docket:
    """A docket from ("5/4", text) rows; entries are numbered from 1."""
    numbers = count(1)
    entries = tuple(
        Entry(id * 1000 + n, id, court, n, f"{day_of(day)}.{n:03}", day_of(day), text)
        for (day, text), n in zip(lines, numbers, strict=False)
    )
    ended = day_of(terminated) if terminated else None
    return Docket(
        id, court, number, "A. v. Warden", entries[0].date_filed if entries else None, ended, entries=entries, **more
    )


def day_of(short: str) -> dt.date:
    month, day = short.split("/")
    return dt.date(2026, int(month), int(day))


def read(
    *dockets: Docket,
    as_of: dt.date = LATE,
    related: tuple[Docket, ...] = (),
    decisions: Sequence[Decision] = (),
) -> CaseReading:
    return read_case(dockets, as_of, related, decisions)


def value(case: CaseReading, axis: str) -> str:
    return case.axes[axis][0].value


def appeal_of(district: Docket, *lines: tuple[str, str], id: int = 2, court: str = "ca8") -> Docket:
    """An appeal from `district`, tied to it by its originating court information, docketed on 5/11."""
    return docket(
        ("5/11", "US CIVIL CASE docketed. [26-2001]"),
        *lines,
        id=id,
        court=court,
        number="26-2001",
        originating_court=OriginatingCourt(district.docket_number, "Judge Doe", None),
        appeal_from_id=district.court_id,
    )
