"""Published cases in, one by one; how many stand in each list, status, topic and court out. Pure; keeps numbers alone.

The one place that says what stands in which list: the front, the lists, cards and frames all count here. Dates are
compared with `as_of`, the day by the tracker's own clock.
"""
import datetime as dt
from collections import Counter
from collections.abc import Callable
from typing import Final, NamedTuple

from .appointments import fit_to_list, is_appointment
from .published import PublishedCase, PublishedDate, PublishedEvent
from .withheld import tellable
from .wording import N_, STATUSES, TOPICS

WEEK: Final = dt.timedelta(days=7)
MONTH: Final = dt.timedelta(days=30)
OPEN: Final = frozenset({"open_pending", "relief_granted_interim", "stayed"})


REASONS_SHOWN: Final = 3
"""Of why a case stands in a list; of what is more, a list says how many."""


class Reasons(NamedTuple):
    """Why a case stands in a list: the dates, and what was ordered on what day; how many `more` there are."""

    dates: tuple[PublishedDate, ...] = ()
    events: tuple[PublishedEvent, ...] = ()
    more: int = 0

    def shown(self) -> "Reasons":
        """No more than a list tells."""
        more = max(len(self.dates) + len(self.events) - REASONS_SHOWN, 0)
        return Reasons(self.dates[:REASONS_SHOWN], self.events[:REASONS_SHOWN], more)


class Listing(NamedTuple):
    """A list of cases with a page of its own. `counts`: what its number on the front says, "" where it has none.

    `because`: what puts a case there, told beside it under the heading `column`; None where its status says it all.
    """

    name: str
    title: str
    sentence: str
    holds: Callable[[PublishedCase, dt.date], bool]
    counts: str = ""
    column: str = ""
    because: Callable[[PublishedCase, dt.date], Reasons] | None = None


def status_list(status: str) -> str:
    """The name of the list of cases with this status; a status no table knows counts as unknown."""
    return "status-" + known_status(status).replace("_", "-")


def known_status(status: str) -> str:
    """The status, "unknown" where no table knows it."""
    return status if status in STATUSES else "unknown"


def lately(day: dt.date | None, as_of: dt.date, span: dt.timedelta) -> bool:
    """Whether the day is within the span that ends with `as_of`."""
    return day is not None and as_of - span < day <= as_of


def soon(date: PublishedDate, as_of: dt.date) -> bool:
    """Whether it lies within the next seven days, today being the first."""
    return as_of.isoformat() <= date.datetime[:10] < (as_of + WEEK).isoformat()


def hearings(case: PublishedCase) -> list[PublishedDate]:
    """Hearings to come that a list may have, as it may have them: nobody's appointment with an agency."""
    protected = case.policy != "public"
    return [fit_to_list(date, protected) for date in case.hearings_to_come if not is_appointment(date)]


def ordered(case: PublishedCase, result: str) -> list[PublishedDate]:
    """What a judge ordered by a day and has this result, as far as a list may have it."""
    return [date for date in case.compliance_due if date.result == result and not is_appointment(date)]


def still_due(case: PublishedCase) -> tuple[PublishedDate, ...]:
    """What a judge ordered and nobody has reported, stayed or set aside so far."""
    return tuple(date for date in case.compliance_due if date.result == "due")


def _ordered_lately(case: PublishedCase, as_of: dt.date) -> Reasons:
    wanted = {"release_ordered", "bond_hearing_ordered"}
    return Reasons(events=tuple(
        event for event in case.timeline if event.type in wanted and lately(event.date_filed, as_of, MONTH)))


def _past_due(case: PublishedCase, as_of: dt.date) -> Reasons:
    return Reasons(tuple(ordered(case, "no_report_seen")))


def _due_soon(case: PublishedCase, as_of: dt.date) -> Reasons:
    return Reasons(tuple(date for date in ordered(case, "due") if soon(date, as_of)))


def _heard_soon(case: PublishedCase, as_of: dt.date) -> Reasons:
    return Reasons(tuple(date for date in hearings(case) if soon(date, as_of)))


def _any(because: Callable[[PublishedCase, dt.date], Reasons]) -> Callable[[PublishedCase, dt.date], bool]:
    """Whether there is a reason."""
    return lambda case, as_of: any(because(case, as_of))


def is_past_due(case: PublishedCase) -> bool:
    """Whether a judge ordered something by a day that is over, and no report on it has been seen."""
    silent = any(shown.value == "no_report_seen" for shown in case.axes.get("compliance", ()))
    return silent or bool(ordered(case, "no_report_seen"))


def _changed(case: PublishedCase, as_of: dt.date) -> bool:
    return any(lately(event.date_filed, as_of, WEEK) for event in case.timeline)


def _status_listing(status: str) -> Listing:
    sentence = N_("Every case with this status, the last active first.")
    return Listing(status_list(status), STATUSES[status].label, sentence,
                   lambda case, as_of: known_status(case.status.value) == status)


LISTS: Final = (
    Listing("all", N_("All cases"), N_("Every case that is followed, the last active first."),
            lambda case, as_of: True),
    Listing(
        "open", N_("Open cases"),
        N_("The court has not finished with these: open, paused, or with temporary relief in force."),
        lambda case, as_of: case.status.value in OPEN, N_("open cases")),
    Listing(
        "ordered", N_("Release or bond hearing ordered"),
        N_("In these cases a judge ordered release or a bond hearing in the last 30 days."),
        _any(_ordered_lately), N_("release or bond hearing ordered, last 30 days"), N_("Ordered"), _ordered_lately),
    Listing(
        "past-due", N_("Past due, no report seen"),
        N_("What a judge ordered was due, and no report on it has been seen on the public docket. Filings in these "
           "cases are often restricted: a report may exist that the public cannot see."),
        lambda case, as_of: is_past_due(case), N_("past due, no report seen on the public docket"), N_("Due"),
        _past_due),
    Listing(
        "hearings", N_("Hearings this week"), N_("A hearing is set in the next seven days. Verify with the court."),
        _any(_heard_soon), N_("with a hearing in the next seven days"), N_("Hearing"), _heard_soon),
    Listing(
        "due", N_("Due this week"), N_("Something a judge ordered falls due in the next seven days."),
        _any(_due_soon), column=N_("Due"), because=_due_soon),
    Listing(
        "changed", N_("Changed this week"), N_("The docket recorded something in the last seven days."), _changed),
    Listing(
        "unread", N_("With entries we could not read"),
        N_("At least one entry looks like an order and no rule knew it. What it says is not counted in any status."),
        lambda case, as_of: bool(case.unread)),
    *(_status_listing(status) for status in STATUSES),
)
"""Every list there is a page for. The front shows those that count something."""


class Number(NamedTuple):
    """A number that a list of cases stands behind. `name`: of the list."""

    name: str
    title: str
    says: str
    cases: int


class Tally:
    """What is counted over all cases on a day. `add` each case once, then read."""

    def __init__(self, as_of: dt.date) -> None:
        self.as_of = as_of
        self.total = 0
        self.statuses: Counter[str] = Counter()
        self.courts: Counter[str] = Counter()
        self.topics: dict[str, Counter[str]] = {topic: Counter() for topic in TOPICS}
        self.listed: Counter[str] = Counter()

    def add(self, case: PublishedCase) -> frozenset[str]:
        """Take a case into account; the lists it stands in. A status no table knows counts as unknown."""
        case = tellable(case)
        status = known_status(case.status.value)
        lists = frozenset(listing.name for listing in LISTS if listing.holds(case, self.as_of))
        self.total += 1
        self.statuses[status] += 1
        self.courts[case.current.court_id if case.dockets else ""] += 1
        self.topics.setdefault(case.topic, Counter())[status] += 1
        self.listed.update(lists)
        return lists

    def number(self, listing: Listing) -> Number:
        """How many cases stand in a list, and what that says."""
        return Number(listing.name, listing.title, listing.counts or listing.title, self.listed[listing.name])
