"""Published cases in, one by one; how much of each court is held, how fresh, and what is missed, out. Pure; keeps
numbers.
"""
import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from .numbering import Number, Recapture, Run, civil_number, recapture, runs
from .places import court_name
from .procedure.courts import COURTS
from .published import PublishedCase

DAY: Final = dt.timedelta(days=1)
WEEK: Final = dt.timedelta(days=7)
SEARCHES: Final = ""
"""What the list is called of petitions that saved searches found: the second beside what cohorts found."""


class Pass(NamedTuple):
    """The last look at all of a court's coded petitions: it shows those that CourtListener changed from `since` (None:
    all there are) until the look began."""

    since: dt.datetime | None
    until: dt.datetime


class Known(NamedTuple):
    """What the store and the editor know beside the cases, for the pages that say what is missed.

    `passes`: by court, "" for all of them, the last look at a cohort that is followed as a whole. `numbers`: every
    civil number held or found, with a page or without. `by_cohort` and `by_search`: ids of dockets that one found.
    `lists`: an editor's lists of petitions, by name. `judges_until`: the newest commission in the list of judges.
    """

    passes: Mapping[str, Pass] = {}
    numbers: frozenset[Number] = frozenset()
    by_cohort: Collection[int] = frozenset()
    by_search: Collection[int] = frozenset()
    lists: Mapping[str, Collection[Number]] = {}
    judges_until: dt.date | None = None


class Span(NamedTuple):
    """Days, the first None where it reaches back to the beginning."""

    first: dt.date | None
    last: dt.date


def complete_span(court_id: str, passes: Mapping[str, Pass]) -> Span | None:
    """The days, by the court's clock, of which every coded petition that CourtListener had can have been seen.

    The day on which a look began was not over, that on which the first began had begun. None where the court is not
    followed as a whole: there no day is complete. "" asks for all courts. What CourtListener learns later, or has no
    code yet, comes later still.
    """
    looks = [passes[each] for each in sorted({court_id, ""}) if each in passes]
    if not looks:
        return None
    look = max(looks, key=lambda each: each.until)
    zone = ZoneInfo(COURTS[court_id].timezone) if court_id in COURTS else dt.UTC
    first = look.since.astimezone(zone).date() + DAY if look.since else None
    return Span(first, look.until.astimezone(zone).date() - DAY)


def common_span(court_ids: Collection[str], passes: Mapping[str, Pass]) -> Span | None:
    """The days that are complete in each of these courts; None where one is not followed as a whole, or there is none.
    """
    spans = [complete_span(court_id, passes) for court_id in sorted(court_ids)]
    known = [span for span in spans if span]
    if not known or len(known) < len(spans):
        return None
    return Span(max((span.first for span in known if span.first), default=None), min(span.last for span in known))


def covers(span: Span | None, first: dt.date, last: dt.date) -> bool:
    """Whether every day from the first to the last is within a span."""
    return span is not None and (span.first or first) <= first and last <= span.last


def complete_until(court_id: str, passes: Mapping[str, Pass]) -> dt.date | None:
    """The last of these days."""
    span = complete_span(court_id, passes)
    return span and span.last


class CourtCoverage(NamedTuple):
    """What is held of a court. `fresh`: dockets checked since the moment given; `stalest`: when the docket was checked
    that was checked longest ago, None where none was; `never`: dockets that never were."""

    court_id: str
    dockets: int = 0
    entries: int = 0
    unread: int = 0
    fresh: int = 0
    never: int = 0
    stalest: dt.datetime | None = None


class Coverage:
    """`add` each case once, then read."""

    def __init__(self, checked_since: dt.datetime, known: Known | None = None) -> None:
        self.known = known or Known()
        self._since = checked_since
        self._courts: dict[str, CourtCoverage] = {}
        self._petitions: dict[int, Number] = {}

    def add(self, case: PublishedCase) -> None:
        lead = case.dockets[0]
        if case.kind == "individual_detention" and (number := civil_number(lead.court_id, lead.docket_number)):
            self._petitions[lead.id] = number
        for docket in case.dockets:
            held = self._courts.get(docket.court_id, CourtCoverage(docket.court_id))
            checked = docket.last_checked
            self._courts[docket.court_id] = held._replace(
                dockets=held.dockets + 1,
                entries=held.entries + len(docket.entries),
                unread=held.unread + sum(entry.unread for entry in docket.entries),
                fresh=held.fresh + bool(checked and checked >= self._since),
                never=held.never + (checked is None),
                stalest=min(filter(None, (held.stalest, checked)), default=None),
            )

    def complete_span(self, court_id: str) -> Span | None:
        """See the function of that name."""
        return complete_span(court_id, self.known.passes)

    @property
    def petitions(self) -> Collection[Number]:
        """The civil numbers of petitions that have a page."""
        return self._petitions.values()

    @cached_property
    def runs(self) -> dict[str, list[Run]]:
        """What civil numbers say of each court's filings, the newest year first."""
        by_court: defaultdict[str, list[Run]] = defaultdict(list)
        for run in sorted(runs({*self.known.numbers, *self._petitions.values()}), key=lambda run: -run.year):
            by_court[run.court_id].append(run)
        return dict(by_court)

    @cached_property
    def missed(self) -> dict[str, list[Recapture]]:
        """What a second list says of each court's petitions: the editor's lists, then what searches found."""
        by_court: defaultdict[str, list[Recapture]] = defaultdict(list)
        for name, numbers in self.known.lists.items():
            for each in recapture(self._petitions.values(), name, numbers):
                by_court[each.court_id].append(each)
        by_cohort, by_search = (
            [number for docket, number in self._petitions.items() if docket in found]
            for found in (self.known.by_cohort, self.known.by_search))
        for each in recapture(by_cohort, SEARCHES, by_search) if by_cohort else ():
            by_court[each.court_id].append(each)
        return dict(by_court)

    @property
    def courts(self) -> list[CourtCoverage]:
        """Every court of which a docket is held, the one with the most first."""
        return sorted(self._courts.values(), key=lambda held: (-held.dockets, court_name(held.court_id)))

    @property
    def dockets(self) -> int:
        return sum(held.dockets for held in self._courts.values())

    @property
    def entries(self) -> int:
        return sum(held.entries for held in self._courts.values())

    @property
    def unread(self) -> int:
        return sum(held.unread for held in self._courts.values())
