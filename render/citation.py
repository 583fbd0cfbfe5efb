"""A published case in, how to cite its page out: one line for a newsroom, one for a brief. Pure.

The line for a brief follows the Bluebook's form for dockets and is English in every language; both say as of when.
"""
import datetime as dt
from typing import Final

from .procedure.courts import COURTS
from .published import PublishedCase, is_by_record

_MONTHS: Final = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
HIGHEST_NUMBER: Final = 100_000
"""From here on an entry's number is an appellate docket's own count, which nobody cites."""


def for_a_newsroom(case: PublishedCase, tracker: str, as_of: str, address: str) -> str:
    """M.C.P. v. Warden, No. 0:26-cv-00123 (D. Minn.). Writwatch, 10 April 2026. https://…

    `as_of` is a day in the words of the page's language; `address` "" where nobody knows it.
    """
    return " ".join(filter(None, (f"{_named(case)}.", f"{tracker}, {as_of}.", address)))


def for_a_brief(case: PublishedCase, tracker: str, as_of: dt.date, address: str) -> str:
    """M.C.P. v. Warden, No. 0:26-cv-00123 (D. Minn. Jan. 15, 2026), ECF No. 10 (tracked by …, as of Apr. 10, 2026)."""
    docket = case.current if case.dockets else None
    proof = None if case.status.value == "open_pending" or is_by_record(case.status) else case.status.proof
    proof = proof if proof and docket and proof.docket_id == docket.id else None
    decided = proof.date_filed if proof else None
    filed = f"filed {_day(docket.date_filed)}" if docket and docket.date_filed else ""
    cited = _named(case, _day(decided) if decided else filed)
    if proof and decided and proof.entry_number is not None and proof.entry_number < HIGHEST_NUMBER:
        cited += f", ECF No. {proof.entry_number}"
    return f"{cited}, {address or (docket.courtlistener if docket else '')} ({tracker}, as of {_day(as_of)})."


def _named(case: PublishedCase, day: str = "") -> str:
    """Its title and, where it has a docket, number, court and day."""
    if not case.dockets:
        return case.title
    docket = case.current
    court = COURTS[docket.court_id].citation if docket.court_id in COURTS else docket.court_id
    return f"{case.title}, No. {docket.docket_number} ({' '.join(filter(None, (court, day)))})"


def _day(day: dt.date) -> str:
    """Jan. 15, 2026"""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"
