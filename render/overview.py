"""Published cases in, one by one; what the front, the lists and the topics need out. Pure; keeps a small row a case.

Dates are compared with `as_of`, the day by the tracker's own clock: nothing here asks what time it is.
"""
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeVar

from .activity import last_active as last_active
from .activity import last_checked as last_checked
from .addresses import judge_name
from .counted_as import counted_as
from .excerpt import Part, excerpt
from .procedure.courts import COURTS
from .published import PublishedCase, PublishedDate, PublishedEvent
from .tally import LISTS as LISTS
from .tally import MONTH as MONTH
from .tally import OPEN as OPEN
from .tally import WEEK as WEEK
from .tally import Listing as Listing
from .tally import Reasons, Tally, hearings, lately, ordered, soon
from .tally import known_status as known_status
from .tally import status_list as status_list
from .tally import still_due as still_due
from .weights import DECIDING as DECIDING
from .weights import weight as weight
from .weights import weightiest
from .withheld import tellable
from .wording import AXES

FRONT_CHANGES: Final = 8
FRONT_EARLIER: Final = 3
FRONT_DATES: Final = 6


class Row(NamedTuple):
    """A case in a list, by the docket in which it is now. `filed`: when its first docket was; `lists` names every list
    it stands in; `active` is the last activity on any of its dockets. `judge` as the docket has it, without titles;
    `appointed_by` "" where nobody knows. `axes` holds the values of the axes in the order of `wording.AXES`, "tro
    no_transfer_order" where several are in force, `counted` the names of the measures that count the case.
    """

    slug: str
    title: str
    topic: str
    court_id: str
    docket_number: str
    status: str
    since: dt.date | None
    filed: dt.date | None
    active: dt.date | None
    protected: bool
    lists: frozenset[str]
    judge: str
    appointed_by: str
    axes: tuple[str, ...]

    @property
    def state(self) -> str:
        """The postal code of the court's state, "" for a court of appeals or one nobody knows."""
        return COURTS[self.court_id].state if self.court_id in COURTS else ""

    @property
    def circuit(self) -> str:
        """The id of the circuit the court belongs to, "" above the circuits."""
        return COURTS[self.court_id].circuit if self.court_id in COURTS else ""

    @property
    def month(self) -> str:
        """The month of filing, "2026-03", "" where no day is known."""
        return self.filed.isoformat()[:7] if self.filed else ""
    appointed_how: str = ""
    appointed_party: str = ""
    counted: frozenset[str] = frozenset()
    government_action: str = ""


class Changed(NamedTuple):
    """Something a docket said lately, with the case it happened in and the words around it."""

    row: Row
    event: PublishedEvent
    excerpt: tuple[Part, ...]


class Coming(NamedTuple):
    """A hearing or a due date of the next seven days."""

    row: Row
    date: PublishedDate


_Shared = TypeVar("_Shared")


def _by_date(coming: Coming) -> tuple[str, str, str]:
    return coming.date.datetime, coming.row.slug, coming.date.kind


class Overview:
    """Everything that is counted over all cases. `add` each case once, then read."""

    def __init__(self, as_of: dt.date, checked_since: dt.datetime, moment: dt.datetime | None = None) -> None:
        """`moment`: when the pages are of; a docket checked after it shows that they look back."""
        self.as_of = as_of
        self.checked_since = checked_since
        self.moment = moment
        self._tally = Tally(as_of)
        self.counts = self._tally.statuses
        self.courts = self._tally.courts
        self.listed = self._tally.listed
        self.topics = self._tally.topics
        self.dockets = 0
        self.fresh = 0
        self.later = 0
        self._rows: list[Row] = []
        self._changes: list[Changed] = []
        self._coming: list[Coming] = []
        self._silent: list[Coming] = []
        self._reasons: dict[str, dict[str, Reasons]] = {listing.name: {} for listing in LISTS if listing.because}
        self._shared: dict[Any, Any] = {}

    def add(self, case: PublishedCase) -> Row:
        """Take a case into account; the case itself is not kept."""
        case = tellable(case)
        row = self._row(case, self._tally.add(case))
        self._rows.append(row)
        self._note_reasons(row, case)
        self.dockets += len(case.dockets)
        checked = [docket.last_checked for docket in case.dockets if docket.last_checked]
        later = sum(1 for each in checked if self.moment and each > self.moment)
        self.later += later
        self.fresh += sum(1 for each in checked if each >= self.checked_since) - later
        self._note_changes(row, case)
        dates = (*hearings(case), *ordered(case, "due"))
        self._coming += [Coming(row, date) for date in dates if soon(date, self.as_of)]
        self._silent += [Coming(row, date) for date in ordered(case, "no_report_seen") if date.datetime]
        if len(self._silent) > 50 * FRONT_DATES:
            self._silent = self.silent
        return row

    def _row(self, case: PublishedCase, lists: frozenset[str]) -> Row:
        docket = case.current if case.dockets else None
        return Row(
            slug=case.slug, title=case.title, topic=case.topic,
            court_id=docket.court_id if docket else "", docket_number=docket.docket_number if docket else "",
            status=case.status.value, since=case.status.since, filed=case.dockets[0].date_filed if docket else None,
            active=last_active(case), protected=case.policy != "public",
            lists=self._same(lists),
            judge=self._same(judge_name(docket.judge) if docket else ""), appointed_by=self._same(case.appointed_by),
            appointed_how=self._same(case.appointed_how), appointed_party=self._same(case.appointed_party),
            counted=self._same(counted_as(case) if docket else frozenset()),
            government_action=self._same(case.government_action),
            axes=self._same(tuple(" ".join(shown.value for shown in case.axes.get(axis, ())) for axis in AXES)),
        )

    def _same(self, value: _Shared) -> _Shared:
        """The value as it was when it first came: rows share what many have."""
        return self._shared.setdefault(value, value)

    def _note_reasons(self, row: Row, case: PublishedCase) -> None:
        """Keep what puts the case in the lists that tell it."""
        for listing in LISTS:
            if listing.because and listing.name in row.lists:
                self._reasons[listing.name][row.slug] = listing.because(case, self.as_of).shown()

    def reasons(self, listing: str) -> Mapping[str, Reasons]:
        """Why each case stands in a list, by its slug; nothing of a list that does not tell it."""
        return self._reasons.get(listing, {})

    def _note_changes(self, row: Row, case: PublishedCase) -> None:
        """Keep the weightiest event of each fresh entry, and of all cases no more than the front can show."""
        fresh = weightiest(event for event in case.timeline if lately(event.date_filed, self.as_of, WEEK))
        told = {event.entry_id: event for event in fresh}
        texts = {entry.id: entry.text for docket in case.dockets for entry in docket.entries if entry.id in told}
        self._changes += [Changed(row, event, excerpt([event.proof], texts)) for event in told.values()]
        if len(self._changes) > 50 * FRONT_CHANGES:
            self._changes = self.today + self.earlier

    @property
    def total(self) -> int:
        return len(self._rows)

    @property
    def changes(self) -> list[Changed]:
        """What was docketed in the last seven days: the most important first, then the newest."""
        return self._weightiest(self._changes)

    @property
    def today(self) -> list[Changed]:
        """What was docketed on the day the pages are of, the most important first."""
        return self._weightiest(each for each in self._changes if each.event.date_filed == self.as_of)

    @property
    def earlier(self) -> list[Changed]:
        """What was docketed on the six days before it, the most important first, then the newest."""
        return self._weightiest(each for each in self._changes if each.event.date_filed != self.as_of)

    def _weightiest(self, changes: Iterable[Changed]) -> list[Changed]:
        """No more of them than the front has room for."""
        def place(changed: Changed) -> tuple[int, int, int, str]:
            day = changed.event.date_filed or dt.date.min
            return (-weight(changed.event), -day.toordinal(), -changed.event.entry_id, changed.row.slug)
        return sorted(changes, key=place)[:FRONT_CHANGES]

    @property
    def coming(self) -> list[Coming]:
        """Hearings and due dates of the next seven days, the next first."""
        return sorted(self._coming, key=_by_date)

    @property
    def hearings(self) -> list[Coming]:
        """The hearings among them."""
        return [each for each in self.coming if not each.date.result]

    @property
    def due(self) -> list[Coming]:
        """What falls due among them."""
        return [each for each in self.coming if each.date.result]

    @property
    def silent(self) -> list[Coming]:
        """What was due and no report has been seen of, the latest first; as many as the front has room for."""
        return sorted(sorted(self._silent, key=_by_date), key=lambda each: each.date.datetime, reverse=True)[
            :FRONT_DATES]

    def rows(self, *, listing: str = "all", topic: str | None = None) -> Iterator[Row]:
        """The cases of a list, or of a topic, the last active first."""
        self._rows.sort(key=lambda row: (-(row.active or dt.date.min).toordinal(), row.slug))
        return (row for row in self._rows if listing in row.lists and topic in (None, row.topic))
