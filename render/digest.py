"""Published cases in, one by one; the digest of the day out: HTML for e-mail, text and Markdown, in each language.

What was docketed since yesterday by importance, hearings of tomorrow and of the week, what falls due, what is past due
without a report. Every count says of how many. Links lead to the site where its address is known, else to
CourtListener.
"""
import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final, Generic, NamedTuple, TypeVar

from . import addresses
from .excerpt import Part, excerpt
from .languages import Language
from .output import File
from .pages import Pages, SiteLook, web_link
from .published import PublishedCase, PublishedDate, PublishedEvent
from .tally import WEEK, hearings, is_past_due, ordered
from .weights import weight, weightiest
from .wording import Wording, due_time

KINDS: Final = ("html", "txt", "md")
LATEST: Final = "latest"
CHANGES: Final = 25
DATES: Final = 25
"""How many of each are told; the rest is counted."""
SINCE: Final = dt.timedelta(days=1)

_AROUND: Final = 60
_MARKDOWN: Final = re.compile(r"[\\`*_{}\[\]<>#!|~&]")

_Kept = TypeVar("_Kept")


class Place(NamedTuple):
    """The case that something happened in."""

    slug: str
    title: str
    court_id: str
    docket_number: str
    is_public: bool


class Changed(NamedTuple):
    """An entry since yesterday, by the weightiest thing that was read in it."""

    place: Place
    event: PublishedEvent
    parts: tuple[Part, ...]


class Coming(NamedTuple):
    """A hearing, or something due. `when`: in the court's own time or its `timezone`, of a release the day."""

    place: Place
    date: PublishedDate
    when: str


class Digest:
    """The digest of one site in each of its languages."""

    def __init__(
        self, look: SiteLook, as_of: dt.datetime, languages: Sequence[Language], templates: Sequence[Path] = ()
    ) -> None:
        self.look = look
        self.as_of = as_of
        self.base = look.base_url.rstrip("/")
        self.pages = [Pages(look, as_of, None, templates, each, languages) for each in languages]
        self.today = Wording(timezone=look.timezone).local(as_of).date()
        self.cases = self.changed = self.silent = self.dockets = self.checked = 0
        self._changes = _Foremost[Changed](CHANGES, _importance)
        self._tomorrow = _Foremost[Coming](DATES, _by_time)
        self._hearings = _Foremost[Coming](DATES, _by_time)
        self._due = _Foremost[Coming](DATES, _by_time)
        self._past = _Foremost[Coming](DATES, _latest_first)

    def case(self, case: PublishedCase) -> Iterator[File]:
        """Take a case into account; it has no digest of its own."""
        place = _place(case)
        changes = list(self._since_yesterday(case, place))
        past = ordered(case, "no_report_seen")
        checked = [docket.last_checked for docket in case.dockets]
        self.cases += 1
        self.changed += bool(changes)
        self.silent += is_past_due(case)
        self.dockets += len(checked)
        self.checked += sum(1 for each in checked if each and self.as_of - SINCE <= each <= self.as_of)
        self._changes.add(changes)
        for date in filter(self._soon, hearings(case)):
            is_tomorrow = date.datetime[:10] == (self.today + SINCE).isoformat()
            (self._tomorrow if is_tomorrow else self._hearings).add([Coming(place, date, date.datetime)])
        self._due.add(Coming(place, date, due_time(date)) for date in ordered(case, "due") if self._soon(date))
        self._past.add(Coming(place, date, due_time(date)) for date in past if self._lately(date))
        return iter(())

    def whole(self) -> Iterator[File]:
        for pages in self.pages:
            for kind in KINDS:
                path = addresses.digest(self.today.isoformat(), kind)
                content = self._render(pages, kind, path)
                yield File(pages.prefix + path, content)
                yield File(pages.prefix + addresses.digest(LATEST, kind), content)

    def _since_yesterday(self, case: PublishedCase, place: Place) -> Iterator[Changed]:
        """The weighty entries of today and yesterday, each once."""
        recent = (event for event in case.timeline
                  if event.date_filed and self.today - SINCE <= event.date_filed <= self.today)
        best = {event.entry_id: event for event in weightiest(recent)}
        if not best:
            return
        texts = {entry.id: entry.text for docket in case.dockets for entry in docket.entries if entry.id in best}
        numbers = {docket.id: docket for docket in case.dockets}
        for event in best.values():
            docket = numbers.get(event.docket_id)
            here = place._replace(court_id=docket.court_id, docket_number=docket.docket_number) if docket else place
            yield Changed(here, event, excerpt([event.proof], texts, _AROUND))

    def _soon(self, date: PublishedDate) -> bool:
        return self.today.isoformat() <= date.datetime[:10] < (self.today + WEEK).isoformat()

    def _lately(self, date: PublishedDate) -> bool:
        return (self.today - WEEK).isoformat() <= date.datetime[:10] < self.today.isoformat()

    def _render(self, pages: Pages, kind: str, path: str) -> bytes:
        page = pages.render(
            f"digest.{kind}", path, digest=self, today=self.today, yesterday=self.today - SINCE, changes=self._changes,
            tomorrow=self._tomorrow, hearings=self._hearings, due=self._due, past=self._past,
            link=partial(self._link, pages.prefix),
            md=markdown_text, url=markdown_link, plain=one_line)
        return page.html.encode()

    def _link(self, prefix: str, each: Changed | Coming) -> str:
        """In full, because a mail knows no place it is read at: the case's page, or the entry on CourtListener."""
        proof = each.event.proof if isinstance(each, Changed) else each.date.proof
        if not self.base:
            return web_link(proof.courtlistener)
        return f"{self.base}/{prefix}{addresses.case(each.place.slug)}#entry-{proof.entry_id}"


class _Foremost(Generic[_Kept]):
    """Counts what it is given and keeps the foremost of it."""

    def __init__(self, most: int, order: Callable[[_Kept], Any]) -> None:
        self.most, self.order = most, order
        self.count = 0
        self.kept: list[_Kept] = []

    def add(self, given: Iterable[_Kept]) -> None:
        new = list(given)
        if new:
            self.count += len(new)
            self.kept = sorted([*self.kept, *new], key=self.order)[:self.most]

    @property
    def more(self) -> int:
        return self.count - len(self.kept)


def _place(case: PublishedCase) -> Place:
    court_id, number = (case.current.court_id, case.current.docket_number) if case.dockets else ("", "")
    return Place(case.slug, case.title, court_id, number, case.policy == "public")


def _importance(changed: Changed) -> tuple[int, int, str, int]:
    """The weightiest first, then the newest."""
    day = changed.event.date_filed or dt.date.min
    return -weight(changed.event), -day.toordinal(), changed.place.slug, changed.event.entry_id


def _by_time(coming: Coming) -> tuple[str, str, int]:
    return coming.when, coming.place.slug, coming.date.proof.entry_id


def _latest_first(coming: Coming) -> tuple[int, str, int]:
    return -dt.date.fromisoformat(coming.when[:10]).toordinal(), coming.place.slug, coming.date.proof.entry_id


def one_line(text: str) -> str:
    return " ".join(text.split())


def markdown_text(text: str) -> str:
    """The text on one line, without a mark that Markdown would take for its own."""
    return _MARKDOWN.sub(lambda mark: "\\" + mark[0], one_line(text))


def markdown_link(url: str) -> str:
    """The address as it may stand between brackets."""
    return url.translate({ord(mark): f"%{ord(mark):02X}" for mark in "()<> "})
