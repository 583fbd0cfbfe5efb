"""A case as read in, every hearing and deadline of filings on its dockets out: past, moved and called off as well.

What is still to come is told by `CaseReading.hearings_to_come` and `compliance_due`; this is the whole list, in which
nothing that was once set is forgotten.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import re2

from .clocks import other_clocks
from .facts import Docket, Entry
from .findings import CaseReading, Evidence, FoundDate, Scheduled
from .moves import MOVES, meant

ENDS: Final = {"hearing_held": "held", "hearing_vacated": "vacated", "hearing_not_held": "not_held"}
"""Kinds of dates that say what became of a hearing, and the result each gives it."""
_A_FILING: Final = re2.compile(
    r"(?i)\b(?:answer|respon[ds]|return to|oppos|repl(?:y|ies)\b|travers|object|brief|motions?\b|memorand|show cause"
    r"|fil(?:e|ed|ing)\b|submi|status report|joint|propos|disclos|discovery|produc|administrative record|amend)")
_A_PERSONS_DUTY: Final = re2.compile(
    r"(?i)\bcheck[-\s]?ins?\b|\bin[-\s]person\b|supervis|appointment|biometric|\b(?:ice|ero|isap|field office)\b"
    r"|\b(?:appear|attend|surrender)")


def agenda(dockets: Sequence[Docket], reading: CaseReading) -> tuple[Scheduled, ...]:
    """Hearings (`result`: held, moved, vacated, not_held; None where the record says no more) and deadlines of filings.

    In the order of their dates. What the compliance clock watches is left to it.
    """
    watched = {(due.evidence.entry_id, due.datetime) for due in reading.compliance_due}
    watched |= {(due.evidence.entry_id, day) for due in reading.compliance_due for day in due.moved_from}
    rows: list[Scheduled] = []
    for docket in dockets:
        hearings: list[Scheduled] = []
        deadlines: dict[str, Scheduled] = {}
        for entry, dates in _dated(docket, reading):
            for date in dates:
                if _is_of_filings(date) and (entry.id, date.datetime) not in watched:
                    deadlines.setdefault(date.datetime, _scheduled("deadline", entry, date))
            _follow(hearings, entry, dates)
        clocks = other_clocks(docket.court_id, (date for _, dates in _dated(docket, reading) for date in dates))
        rows += [row._replace(timezone=clocks.get(row.datetime, "")) for row in (*hearings, *deadlines.values())]
    return tuple(sorted(rows, key=lambda row: row.datetime))


def _is_of_filings(date: FoundDate) -> bool:
    """Whether it is a deadline of the case. By when somebody has to be somewhere is nobody's business."""
    words = f"{date.what or ''} {date.quote}"
    return date.kind == "deadline" and bool(_A_FILING.search(words)) and not _A_PERSONS_DUTY.search(words)


def _dated(docket: Docket, reading: CaseReading) -> Iterator[tuple[Entry, tuple[FoundDate, ...]]]:
    """The entries in which dates were read, in the court's order; none that the clerk took back."""
    for entry in docket.entries:
        read = reading.readings.get(entry.id)
        if read and read.dates and not read.cancelled:
            yield entry, read.dates


def _follow(hearings: list[Scheduled], entry: Entry, dates: Sequence[FoundDate]) -> None:
    """Let one entry end, move and set hearings of its docket."""
    for date in dates:
        if date.kind in ENDS:
            _end(hearings, entry, date)
    for date in dates:
        if date.kind != "hearing_scheduled" or any(row.datetime == date.datetime for row in hearings if _open(row)):
            continue
        if date.rule in MOVES and (place := _moved(hearings, entry, date)) is not None:
            hearings[place] = hearings[place]._replace(result="moved", result_evidence=_evidence(entry, date))
        hearings.append(_scheduled("hearing", entry, date))


def _end(hearings: list[Scheduled], entry: Entry, date: FoundDate) -> None:
    """What an entry says of the hearings of a day; one held that nobody announced is a hearing too."""
    same = [place for place, row in enumerate(hearings) if _open(row) and row.datetime[:10] == date.datetime[:10]]
    for place in same:
        hearings[place] = hearings[place]._replace(result=ENDS[date.kind], result_evidence=_evidence(entry, date))
    if not same and date.kind == "hearing_held" and all(row.datetime[:10] != date.datetime[:10] for row in hearings):
        hearings.append(_scheduled("hearing", entry, date)._replace(result="held"))


def _moved(hearings: Sequence[Scheduled], entry: Entry, date: FoundDate) -> int | None:
    """The place of the only hearing still to come that a new day can be meant for."""
    said = entry.date_filed.isoformat() if entry.date_filed else ""
    coming = [place for place, row in enumerate(hearings) if _open(row) and row.datetime[:10] >= said]
    place = meant([hearings[each].what for each in coming], date.what or "hearing")
    return None if place is None else coming[place]


def _open(row: Scheduled) -> bool:
    return row.result is None


def _scheduled(kind: str, entry: Entry, date: FoundDate) -> Scheduled:
    return Scheduled(entry.docket_id, kind, date.datetime, date.what or kind, _evidence(entry, date))


def _evidence(entry: Entry, date: FoundDate) -> Evidence:
    return Evidence(
        entry.docket_id, entry.id, entry.entry_number, entry.date_filed, date.span, date.quote, date.rule)
