"""Published cases in, one by one; what changed by day, dates to come and past, and what became of orders out. Pure.

A day is the day an entry was filed, by the court's record. Kept of each case: a small row an entry that decided
something, and its dates; of everything else only how much there was.
"""
import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from .appointments import fit_to_list, is_appointment
from .excerpt import cut
from .overview import Row, still_due
from .published import Proof, PublishedCase, PublishedDate, PublishedEvent, Shown, courtlistener_url
from .show_cause import ShowCause
from .weights import by_entry, deciding, weight
from .withheld import ACCUSATIONS, tellable
from .wording import filing

PROMINENT: Final = 5
"""The weight from which a change is told first; what is lighter is folded on a day that has many."""

PAST: Final = dt.timedelta(days=30)
"""How far the calendar looks back."""

_QUOTE: Final = 280


class Told(NamedTuple):
    """What an entry says happened, as `wording.Wording.event` takes it."""

    type: str
    kind: str | None
    outcome: tuple[str, ...]
    sense: str | None
    asks: ShowCause


class Change(NamedTuple):
    """An entry that decided something: what it says, the weightiest first, and the words of that.

    `court_id`, `docket_number`: of the docket it stands on, which need not be the case's first. `confirmed_by`: who
    checked it, "" where nobody has.
    """

    row: Row
    date_filed: dt.date
    court_id: str
    docket_number: str
    docket_id: int
    entry_id: int
    entry_number: int | None
    told: tuple[Told, ...]
    quote: str
    rule: str
    weight: int
    confirmed_by: str
    confirmed_on: dt.date | None

    @property
    def courtlistener(self) -> str:
        return courtlistener_url(self.docket_id, self.entry_number, self.entry_id)

    @property
    def sure(self) -> Shown | None:
        """Who confirmed it, in the shape that `wording.Wording.sure` takes; None where nobody did."""
        return Shown("", None, None, "confirmed", self.confirmed_by, self.confirmed_on) if self.confirmed_by else None


class Day(NamedTuple):
    """What was filed on a day: what decided something, the most important first, and how many other entries."""

    date: dt.date
    changes: tuple[Change, ...]
    routine: int

    @property
    def prominent(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.weight >= PROMINENT)

    @property
    def lighter(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.weight < PROMINENT)


class Dated(NamedTuple):
    """A hearing or a due date, with its case and the court it is before. `is_order`: a judge ordered it by then.

    `filing`: of another deadline what is to be filed, in our words, as `wording.Wording.text` takes it.
    """

    row: Row
    court_id: str
    docket_number: str
    date: PublishedDate
    is_order: bool
    filing: str = ""

    @property
    def day(self) -> str:
        return self.date.datetime[:10]


class Finding(NamedTuple):
    """A case in which, as a person confirmed, a judge found that an order was broken, or that it was mended."""

    row: Row
    shown: Shown
    proof: Proof


class News:
    """What pages of days and dates need of all cases. `add` each case once, then read."""

    def __init__(self, as_of: dt.date) -> None:
        self.as_of = as_of
        self.ordered_cases = 0
        """How many cases have an order that the compliance clock watches."""
        self._changes: dict[dt.date, list[Change]] = {}
        self._routine: Counter[dt.date] = Counter()
        self._dates: list[Dated] = []
        self._orders: list[Dated] = []
        self._findings: list[Finding] = []

    def add(self, row: Row, case: PublishedCase) -> None:
        """Take a case into account; `row` is its row in the lists. The case itself is not kept."""
        case = tellable(case)
        dockets = {docket.id: (docket.court_id, docket.docket_number) for docket in case.dockets}
        changes = [change for events in by_entry(case.timeline).values() if (change := _change(row, events, dockets))]
        told = {change.entry_id for change in changes}
        for change in changes:
            if change.date_filed <= self.as_of:
                self._changes.setdefault(change.date_filed, []).append(change)
        self._routine.update(
            entry.date_filed for docket in case.dockets for entry in docket.entries
            if entry.date_filed and entry.date_filed <= self.as_of and entry.id not in told)
        self._add_dates(row, case, dockets)

    def _add_dates(self, row: Row, case: PublishedCase, dockets: dict[int, tuple[str, str]]) -> None:
        def dated(date: PublishedDate, is_order: bool = False, filing: str = "") -> Dated:
            court = dockets.get(date.docket_id, (row.court_id, row.docket_number))
            return Dated(row, *court, date, is_order, filing)

        first, now = (self.as_of - PAST).isoformat(), self.as_of.isoformat()
        heard = [date for date in case.agenda if date.kind == "hearing" and first <= date.datetime[:10] < now]
        hearings = [fit_to_list(date, row.protected) for date in (*case.hearings_to_come, *heard)]
        orders = [dated(date, is_order=True) for date in case.compliance_due if not is_appointment(date)]
        deadlines = [dated(date, filing=what) for date in case.agenda if date.kind == "deadline"
                     and date.result is None and (what := filing(date, is_past=date.datetime[:10] < now))]
        due = set(still_due(case))
        self._dates += [each for each in (*map(dated, hearings), *deadlines)
                        if each.day >= first and not is_appointment(each.date)]
        self._dates += [each for each in orders if first <= each.day and (each.day < now or each.date in due)]
        self._orders += orders
        self.ordered_cases += bool(orders)
        self._findings += [
            Finding(row, shown, shown.proof) for shown in case.axes.get("compliance", ())
            if shown.value in ACCUSATIONS and shown.proof]

    # What changed.

    @property
    def days(self) -> list[dt.date]:
        """Every day on which something was decided, the oldest first."""
        return sorted(self._changes)

    @property
    def months(self) -> dict[str, list[dt.date]]:
        """The days of each month, "2026-04", both the newest first."""
        months: dict[str, list[dt.date]] = {}
        for day in reversed(self.days):
            months.setdefault(f"{day:%Y-%m}", []).append(day)
        return months

    def day(self, day: dt.date) -> Day:
        return Day(day, tuple(sorted(self._changes.get(day, ()), key=_importance)), self._routine[day])

    def week(self) -> Iterator[Change]:
        """What was decided on the six days before today, the most important first, then the newest."""
        days = (self.as_of - dt.timedelta(days=back) for back in range(1, 7))
        yield from sorted((change for day in days for change in self._changes.get(day, ())), key=_importance)

    def count(self, day: dt.date) -> int:
        """How many entries of a day decided something."""
        return len(self._changes.get(day, ()))

    # Dates.

    @property
    def coming(self) -> list[Dated]:
        """Hearings and due dates from today on, the next first. None that was moved or called off."""
        now = self.as_of.isoformat()
        return sorted((each for each in self._dates if each.day >= now), key=_by_time)

    @property
    def past(self) -> list[Dated]:
        """Those of the last thirty days, the newest first, and what became of them."""
        now = self.as_of.isoformat()
        return sorted((each for each in self._dates if each.day < now), key=_by_time)[::-1]

    def orders(self, *results: str) -> list[Dated]:
        """What judges ordered and the docket shows these results of, the latest due first; without a day, last."""
        found = (each for each in self._orders if (each.date.result or "due") in results)
        return sorted(sorted(found, key=_by_time), key=lambda each: each.date.datetime, reverse=True)

    @property
    def ordered(self) -> Counter[str]:
        """How many orders have each result."""
        return Counter(each.date.result or "due" for each in self._orders)

    @property
    def findings(self) -> list[Finding]:
        """What judges found of orders, confirmed by a person, the newest first."""
        return sorted(self._findings, key=lambda each: (-(each.shown.since or dt.date.min).toordinal(), each.row.slug))


def _change(row: Row, events: list[PublishedEvent], dockets: dict[int, tuple[str, str]]) -> Change | None:
    """What an entry decided; None where it is routine or has no day."""
    decided = deciding(events)
    first = next(iter(decided), None)
    if first is None or first.date_filed is None:
        return None
    court_id, docket_number = dockets.get(first.docket_id, (row.court_id, row.docket_number))
    told = tuple(dict.fromkeys(
        Told(event.type, event.kind, event.outcome, event.sense, event.asks) for event in decided))
    return Change(
        row, first.date_filed, court_id, docket_number, first.docket_id, first.entry_id, first.entry_number, told,
        cut(first.proof.quote, _QUOTE), first.proof.rule, weight(first), first.confirmed_by, first.confirmed_on)


def _importance(change: Change) -> tuple[int, int, str, int]:
    return -change.weight, -change.date_filed.toordinal(), change.row.slug, change.entry_id


def _by_time(dated: Dated) -> tuple[str, str, str]:
    return dated.date.datetime, dated.row.slug, dated.date.kind
