"""Published cases in, one by one; Atom and JSON Feed out: of all, of rulings, by court, judge, topic, type and case.

An item is a docket entry, and its id is the entry's: an entry that came as a short title keeps its id when its text
comes, and no id depends on where the site stands. No date is the clock's: an item is of the day the court gives it, and
updated when its text was seen to come later, or on the day a person confirmed what it says. Kept are the newest entries
of each feed and nothing else.
"""
import datetime as dt
import heapq
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, cast
from zoneinfo import ZoneInfo

import feedgenerator
from markupsafe import escape

from . import addresses
from .excerpt import cut, excerpt
from .languages import Language
from .output import File
from .pages import SiteLook, contact_link, court_name, fit, web_link
from .procedure.courts import COURTS
from .published import PublishedCase, PublishedDocket, PublishedEntry, PublishedEvent
from .weights import DECIDING, by_entry, weight
from .wording import EVENTS, N_, QUOTED, TOPICS, Wording

MOST: Final = 200
"""Items in the feeds of everything and of rulings."""
MOST_OF_A_PART: Final = 50
"""Items in the feed of a court, a judge, a topic, a type."""
MOST_OF_A_CASE: Final = 50
"""Items in the feed of a case to which as many came at once; of another, ENOUGH."""
ENOUGH: Final = 10
AT_ONCE: Final = dt.timedelta(days=3)
KINDS: Final = ("xml", "json")
"""Atom and JSON Feed."""

RULINGS: Final = frozenset({
    "appellate_ruling", "bond_hearing_ordered", "class_certified", "contempt_finding", "dismissal", "habeas_ruling",
    "judgment", "order_no_transfer_or_removal", "order_on_motion", "preliminary_injunction_entered", "r_and_r_adopted",
    "release_ordered", "stay_entered", "stay_lifted", "tro_dissolved", "tro_entered", "tro_extended",
})
"""Types of what a judge decided."""

SAYS: Final = N_(
    "Entries of federal dockets, the newest first. Read by machine from public docket text, which may be wrong. "
    "Not legal advice.")
FICTIONAL: Final = N_("Fictional: every case, person and quotation here is invented.")

_TITLE: Final = 110
_QUOTE: Final = 600
_AROUND: Final = 90
_NUMBERED: Final = 100_000
_DAYBREAK: Final = dt.time(6)
"""A feed must say an hour and a docket gives none. At six by the court's clock it is the same day in all states."""

_Key = tuple[dt.date, int]
"""What orders items: the day, then the entry's id."""


class Item(NamedTuple):
    """An entry as feeds tell it. `path`: its place on the page of its case; `html`: what was read, and the quote."""

    id: str
    title: str
    path: str
    courtlistener: str
    html: str
    published: dt.datetime
    updated: dt.datetime
    tags: tuple[str, ...]


class Feed(NamedTuple):
    """A feed before it is written: `of` as addresses have it, the page it belongs to, its items, the newest first."""

    of: str
    title: str
    page: str
    items: Sequence[Item]


class _Of(NamedTuple):
    """Whose an entry is: as much of its case and its docket as an item needs."""

    slug: str
    title: str
    topic: str
    court_id: str
    docket_number: str


class Told(NamedTuple):
    """An entry, its day, and what was read in it."""

    of: _Of
    entry: PublishedEntry
    day: dt.date
    events: Sequence[PublishedEvent]


def _of_case(case: PublishedCase) -> str:
    """The name of the feed of a case, as addresses have it."""
    return f"case-{case.slug}"


def entry_urn(entry_id: int) -> str:
    """The id of an item: that of the docket entry on CourtListener, whatever site tells of it."""
    return f"urn:writwatch:entry:{entry_id}"


def of_type(event_type: str) -> str:
    """The name of the feed of an event type, as addresses have it."""
    return "type-" + event_type.replace("_", "-")


def is_ruling(event: PublishedEvent) -> bool:
    """Whether a judge decided something here; more time, and motions of no known kind, are routine."""
    return event.type in RULINGS and weight(event) >= DECIDING


class Feeds:
    """All feeds of one site in one language."""

    def __init__(self, look: SiteLook, as_of: dt.datetime, language: Language) -> None:
        self.words = Wording(language.translations.gettext, look.timezone)
        self.today = self.words.local(as_of).date()
        self._ = language.translations.gettext
        self._teller = _Teller(language, self.words, as_of)
        self._writer = _Writer(look, as_of, language)
        self._feeds: dict[str, _Newest] = {}
        self._open("all", "", addresses.FRONT, MOST)
        self._open("rulings", self._(N_("rulings")), addresses.CHANGES, MOST)
        for topic in TOPICS:
            self._open_topic(topic)
        for event_type in EVENTS.keys() - {QUOTED}:
            self._open_type(event_type)

    def leaves(self, case: PublishedCase) -> Iterator[File]:
        """The feed of a case."""
        entries = [told for _, told in self._told(case)]
        mine = _Newest(case.title, addresses.case(case.slug), _most_of([told.day for told in entries]))
        for told in entries:
            mine.add(told)
        yield from self._writer.files(mine.feed(_of_case(case), self._teller.item))

    def leaf_paths(self, case: PublishedCase) -> tuple[str, ...]:
        return tuple(addresses.feed(_of_case(case), kind) for kind in KINDS)

    def case(self, case: PublishedCase) -> tuple[File, ...]:
        """Nothing: its entries go into all the other feeds that they belong to."""
        places = {docket.id: list(self._of_docket(case, docket)) for docket in case.dockets}
        for docket_id, told in self._told(case):
            for feed in (*places[docket_id], *self._of_events(told.events)):
                feed.add(told)
        return ()

    def _told(self, case: PublishedCase) -> Iterator[tuple[int, Told]]:
        """Every entry that is not of a later day, with the id of its docket."""
        events = by_entry(case.timeline)
        for docket in case.dockets:
            of = _Of(case.slug, case.title, case.topic, docket.court_id, docket.docket_number)
            for entry in docket.entries:
                day = entry.date_filed or docket.date_filed
                if day is not None and day <= self.today:
                    yield docket.id, Told(of, entry, day, events.get(entry.id, ()))

    def whole(self) -> Iterator[File]:
        made: dict[tuple[str, int], Item] = {}  # an entry stands in the feeds of its court, its judge, its types

        def item(told: Told) -> Item:
            key = told.of.slug, told.entry.id
            if key not in made:
                made[key] = self._teller.item(told)
            return made[key]

        for of, newest in sorted(self._feeds.items()):
            yield from self._writer.files(newest.feed(of, item))

    def _of_docket(self, case: PublishedCase, docket: PublishedDocket) -> Iterator["_Newest"]:
        yield self._feeds["all"]
        yield self._open_topic(case.topic)
        is_here = docket is case.current
        if docket.court_id:
            court = self._open(f"court-{docket.court_id}", court_name(docket.court_id), addresses.COURTS)
            yield court.with_page(addresses.court(docket.court_id)) if is_here else court
        if name := addresses.judge_name(docket.judge):
            title = self._(N_("Judge {name}")).format(name=name)
            judge = self._open(f"judge-{addresses.judge_slug(name)}", title, addresses.JUDGES)
            yield judge.with_page(addresses.judge(name)) if is_here else judge

    def _of_events(self, events: Sequence[PublishedEvent]) -> Iterator["_Newest"]:
        if any(map(is_ruling, events)):
            yield self._feeds["rulings"]
        for event_type in {event.type for event in events} - {QUOTED}:
            yield self._open_type(event_type)

    def _open_topic(self, topic: str) -> "_Newest":
        return self._open(f"topic-{topic}", self.words.topic(topic), addresses.topic(topic))

    def _open_type(self, event_type: str) -> "_Newest":
        of = of_type(event_type)
        return self._feeds.get(of) or self._open(of, self.words.type(event_type), addresses.FRONT)

    def _open(self, of: str, title: str, page: str, most: int = MOST_OF_A_PART) -> "_Newest":
        if of not in self._feeds:
            self._feeds[of] = _Newest(title, page, most)
        return self._feeds[of]


def _most_of(days: Sequence[dt.date]) -> int:
    """How long the feed of a case is: what came at once with its newest entry, so that nobody who looks daily misses
    anything. Nothing here goes by the day of the build: a feed stays as it is until something comes."""
    together = sum(1 for day in days if day > max(days) - AT_ONCE)
    return min(max(together, ENOUGH), MOST_OF_A_CASE)


class _Newest:
    """The newest entries of one feed, each once, at most `most`; they are made items when it is written."""

    def __init__(self, title: str, page: str, most: int) -> None:
        self.title, self.page, self.most = title, page, most
        self._keys: list[_Key] = []
        self._told: dict[_Key, Told] = {}

    def with_page(self, page: str) -> "_Newest":
        """The same; its page is there once a case is in the court now, or before the judge."""
        self.page = page
        return self

    def add(self, told: Told) -> None:
        """Take an entry if it is among the newest."""
        key = told.day, told.entry.id
        if key in self._told or (len(self._keys) == self.most and key < self._keys[0]):
            return
        self._told[key] = told
        if len(self._keys) < self.most:
            heapq.heappush(self._keys, key)
        else:
            del self._told[heapq.heappushpop(self._keys, key)]

    def feed(self, of: str, item: Callable[[Told], Item]) -> Feed:
        newest = sorted(self._keys, reverse=True)
        return Feed(of, self.title, self.page, [item(self._told[key]) for key in newest])


class _Teller:
    """What items say, in one language."""

    def __init__(self, language: Language, words: Wording, as_of: dt.datetime) -> None:
        self.words = words
        self.as_of = as_of
        self._ = language.translations.gettext

    def item(self, told: Told) -> Item:
        published = _daybreak(told.day, court_zone(told.of.court_id))
        confirmed = (_daybreak(on, self.words.timezone) for each in told.events if (on := each.confirmed_on))
        came = told.entry.text_seen
        text = [came.replace(microsecond=0)] if came and came <= self.as_of else []
        types = dict.fromkeys(event.type for event in told.events if event.type != QUOTED)
        tags = (self.words.topic(told.of.topic), court_name(told.of.court_id), *map(self.words.type, types))
        return Item(
            entry_urn(told.entry.id), fit(self._title(told)), f"{addresses.case(told.of.slug)}#entry-{told.entry.id}",
            web_link(told.entry.courtlistener), fit(self._html(told)), published, max([published, *text, *confirmed]),
            tuple(fit(tag) for tag in tags if tag))

    def _title(self, told: Told) -> str:
        """The case, and the weightiest thing that was read; where nothing may be said of it, the court's words."""
        best = max(told.events, key=weight, default=None)
        if best is None or best.type == QUOTED:
            words = _one_line(best.proof.quote if best else told.entry.text)
            what = f"“{cut(words, _TITLE)}”" if words else self._(N_("an entry without a text"))
        else:
            what = self.words.event(best)
        if told.entry.cancelled:
            what = self._(N_("taken back by the clerk: {what}")).format(what=what)
        return self._(N_("{case}: {what}")).format(case=cut(_one_line(told.of.title), _TITLE), what=what)

    def _html(self, told: Told) -> str:
        """What was read, the court's words, where they stand. Without line breaks, which JSON would run into words."""
        said = [self.words.events(told.events)] if told.events else []
        said += self._remarks(told.entry)
        quote = _quote(told)
        return "".join((
            f"<p>{escape(' '.join(said))}</p>" if said else "",
            f'<blockquote lang="en"><p>“{quote}”</p></blockquote>' if quote else "",
            f"<p>{self._source(told)}</p>",
        ))

    def _remarks(self, entry: PublishedEntry) -> Iterator[str]:
        if entry.cancelled:
            yield self._(N_("Taken back by the clerk."))
        if entry.unread:
            yield self._(N_("Not read: it looks like an order and no rule knew it."))
        if entry.seen:
            yield self._(N_("It names an act and does not state the outcome."))

    def _source(self, told: Told) -> str:
        """Court, docket, entry and day, the link to the entry on CourtListener, who read it. HTML."""
        number = told.entry.entry_number
        numbered = number is not None and number < _NUMBERED
        name = self._(N_("entry {n}")).format(n=number) if numbered else self._(N_("entry without a number"))
        place = f"{court_name(told.of.court_id)} {told.of.docket_number}".strip()
        parts: list[str] = [escape(f"{place}, {name}, {self.words.day(told.day)}")]
        if url := web_link(told.entry.courtlistener):
            parts.append(f'<a href="{escape(url)}">{escape(self._(N_("on CourtListener")))}</a>')
        if told.events:
            by_person = all(event.confirmed_by for event in told.events)
            parts.append(escape(self.words.confidence("confirmed" if by_person else "read")))
        return " · ".join(parts)


def _quote(told: Told) -> str:
    """The words that prove what is weighty among what stands around them, or the beginning of the entry. HTML."""
    text = _one_line(told.entry.text)
    proofs = [event.proof._replace(quote=_one_line(event.proof.quote))
              for event in told.events if weight(event) >= DECIDING]
    if not proofs:
        return escape(cut(text, _QUOTE))
    return "".join(
        f"<mark>{escape(cut(part.text, _QUOTE))}</mark>" if part.proves else escape(part.text)
        for part in excerpt(proofs, {told.entry.id: text}, _AROUND))


class _Writer:
    """Feeds as files."""

    def __init__(self, look: SiteLook, as_of: dt.datetime, language: Language) -> None:
        self.look = look
        self.as_of = as_of
        self.language = language.code
        self.base = look.base_url.rstrip("/")
        self._ = language.translations.gettext
        says = [FICTIONAL, SAYS] if look.fictional else [SAYS]
        self.says = " ".join(map(self._, says))

    def files(self, feed: Feed) -> Iterator[File]:
        for kind, written in zip(KINDS, (self._atom, self._json), strict=True):
            yield File(addresses.feed(feed.of, kind), written(feed))

    def _atom(self, feed: Feed) -> bytes:
        path = addresses.feed(feed.of, "xml")
        contact = contact_link(self.look.contact)
        atom = _Atom(
            self._title(feed), self._url(feed.page, path), self.says, language=self.language,
            author_name=fit(self.look.name), author_link=self.base or None,
            author_email=contact.removeprefix("mailto:") if contact.startswith("mailto:") else None,
            feed_url=self._url(path, path), feed_guid=f"urn:writwatch:feed:{fit(feed.of)}", updated=self._updated(feed))
        for item in feed.items:
            atom.add_item(
                item.title, self._url(item.path, path), None, pubdate=item.published, updateddate=item.updated,
                unique_id=item.id, content=item.html, categories=item.tags, via=item.courtlistener)
        written = io.StringIO()
        atom.write(written, "utf-8")
        return written.getvalue().encode()

    def _json(self, feed: Feed) -> bytes:
        path = addresses.feed(feed.of, "json")
        here = {"home_page_url": self._url(feed.page, path), "feed_url": self._url(path, path)} if self.base else {}
        told: dict[str, Any] = {
            "version": "https://jsonfeed.org/version/1.1", "title": self._title(feed), **here,
            "description": self.says, "language": self.language,
            "authors": [{"name": fit(self.look.name)} | ({"url": self.base} if self.base else {})],
            "items": [self._json_item(item, path) for item in feed.items],
        }
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()

    def _json_item(self, item: Item, path: str) -> dict[str, Any]:
        changed = {"date_modified": item.updated.isoformat()} if item.updated > item.published else {}
        return {
            "id": item.id, "url": self._url(item.path, path), "external_url": item.courtlistener, "title": item.title,
            "content_html": item.html, "date_published": item.published.isoformat(), **changed, "tags": item.tags}

    def _title(self, feed: Feed) -> str:
        name = self.look.name
        if self.look.fictional:
            name = self._(N_("{name} (fictional)")).format(name=name)
        if not feed.title:
            return fit(name)
        return fit(self._(N_("{name}: {feed}")).format(name=name, feed=cut(_one_line(feed.title), _TITLE)))

    def _updated(self, feed: Feed) -> dt.datetime:
        """The newest fact in it; a feed without any is of the moment of the build."""
        return max((item.updated for item in feed.items), default=self.as_of)

    def _url(self, path: str, seen_from: str) -> str:
        """Where something stands: in full where the site's own address is known, else as seen from the feed."""
        return f"{self.base}/{path}" if self.base else "../" * seen_from.count("/") + path


class _Atom(feedgenerator.Atom1Feed):
    """Atom with what the library leaves out: the generator, the entry on CourtListener, a date without a clock."""

    def latest_post_date(self) -> dt.datetime:
        return cast(dt.datetime, self.feed["updated"])

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("generator", "writwatch")

    def add_item_elements(self, handler: Any, item: Mapping[str, Any]) -> None:
        super().add_item_elements(handler, item)
        if item["via"]:
            handler.addQuickElement("link", "", {"rel": "via", "href": item["via"]})


def court_zone(court_id: str) -> ZoneInfo:
    """The zone of the clerk's main office; Washington's where the court is not known."""
    return ZoneInfo(COURTS[court_id].timezone if court_id in COURTS else "America/New_York")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _daybreak(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    return dt.datetime.combine(day, _DAYBREAK, zone)
