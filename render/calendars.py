"""Published cases in, one by one; iCalendar files out: hearings, due dates, deadlines; of all, by court, topic, case.

What is in a calendar keeps its UID when it moves, because the UID is made of the docket and the day it was first set
for; every move raises SEQUENCE, and what was called off stays for thirty days, cancelled. Times are the court's, with
its zone, or by the clock that the docket states. Of a protected case there is no calendar of its own, and in the others
no word of the court's about it: a courtroom may stand there. Nobody's hour of release and no appointment with an agency
stands in any.
"""
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from . import addresses
from .appointments import is_appointment
from .calendar_zones import zone_text
from .excerpt import cut
from .feeds import FICTIONAL, court_zone
from .languages import Language
from .output import File
from .overview import MONTH
from .pages import SiteLook, court_name, fit, web_link
from .published import Proof, PublishedCase, PublishedDate, PublishedDocket
from .wording import N_, TOPICS, Wording, due_time, filing

EVERY: Final = dt.timedelta(hours=6)
"""How often a calendar is asked to look again."""

OFF: Final = frozenset({"vacated", "not_held"})
"""Results of what is called off."""

HEARING: Final = N_("Hearing")
CALLED_OFF: Final = N_("Called off: {what}")
PUT_OFF: Final = N_("{what}: put off, to a day not stated")
_NAME: Final = 120
_QUOTE: Final = 400


class Dated(NamedTuple):
    """Something on its way into a calendar. `start`: court-local, with or without an hour; `what`: our words for it.

    `identity` says which it is whenever it is; several of one are told apart by what set them first (`set_by`: the
    entry, and the time it gave). `moves`: how often it was moved.
    """

    kind: str
    date: PublishedDate
    identity: str
    start: str
    what: str
    set_by: tuple[int, str]
    moves: int = 0
    is_off: bool = False
    is_held_up: bool = False


class Entered(NamedTuple):
    """An event as it stands in calendars: when it begins, its zone ("" for a whole day), its text."""

    start: str
    zone: str
    text: bytes


class Calendars:
    """All calendars of one site in one language."""

    def __init__(self, look: SiteLook, as_of: dt.datetime, language: Language) -> None:
        self.look = look
        self.as_of = as_of.astimezone(dt.UTC).replace(microsecond=0)
        self.base = look.base_url.rstrip("/")
        self._ = language.translations.gettext
        self.words = Wording(language.translations.gettext, look.timezone)
        self.today = self.words.local(as_of).date()
        self._calendars: dict[str, _Held] = {}
        self._open("all", self._(N_("hearings and due dates")))
        for topic in TOPICS:
            self._open(f"topic-{topic}", self.words.topic(topic))

    def case(self, case: PublishedCase) -> Iterator[File]:
        """The calendar of a case whose names are public; its dates go into the others, whatever its names are."""
        mine = _Held(case.title)
        topic = self._open(f"topic-{case.topic}", self.words.topic(case.topic))
        courts = {docket.id: self._open(f"court-{docket.court_id}", court_name(docket.court_id))
                  for docket in case.dockets if docket.court_id}
        for uid, dated in _with_uids(self._dates(case)):
            entered = self._entered(case, uid, dated)
            court = courts.get(dated.date.docket_id)
            for held in (mine, topic, self._calendars["all"], *([court] if court else [])):
                held.events.setdefault(uid, entered)
        if case.policy == "public":
            yield self._file(f"case-{case.slug}", mine)

    def whole(self) -> Iterator[File]:
        for of, held in sorted(self._calendars.items()):
            yield self._file(of, held)

    def _open(self, of: str, title: str) -> "_Held":
        return self._calendars.setdefault(of, _Held(title))

    # What stands in a calendar.

    def _dates(self, case: PublishedCase) -> Iterator[Dated]:
        since = (self.today - MONTH).isoformat()
        for dated in (*self._hearings(case), *self._due(case), *self._deadlines(case)):
            if _is_time(dated.start) and dated.start[:10] >= since and not is_appointment(dated.date):
                yield dated

    def _hearings(self, case: PublishedCase) -> Iterator[Dated]:
        """Those to come, and of the others those that the docket had set: held, over, called off."""
        coming = {(date.docket_id, date.datetime): date for date in case.hearings_to_come}
        heard = [date for date in case.agenda if date.kind == "hearing"]
        moved = {(date.docket_id, date.result_proof): date for date in heard if date.result == "moved"}
        for date in heard:
            here = coming.pop((date.docket_id, date.datetime), None) if date.result is None else None
            if date.result == "moved" or (date.result == "held" and date.result_proof is None):
                continue
            gone = here is None and date.result is None and date.datetime[:10] >= self.today.isoformat()
            if gone and any(date.datetime[:10] in other.moved_from for other in case.hearings_to_come):
                continue
            yield self._hearing(here or date, _before(date, moved), is_off=gone or date.result in OFF)
        for date in coming.values():
            yield self._hearing(date, (), is_off=False)

    def _hearing(self, date: PublishedDate, before: Sequence[PublishedDate], *, is_off: bool) -> Dated:
        """A hearing; `before`: what it was until it was moved, the oldest first."""
        days = max(date.moved_from, tuple(each.datetime[:10] for each in before), key=len)
        first = before[0] if before else date
        day = (days or (date.datetime,))[0][:10]
        return Dated(
            "hearing", date._replace(moved_from=days), f"hearing-{date.docket_id}-{day}", date.datetime,
            self._called_off(HEARING, is_off), (first.proof.entry_id, first.datetime), len(days), is_off)

    def _called_off(self, what: str, is_off: bool) -> str:
        return self._(CALLED_OFF).format(what=self._(what)) if is_off else self._(what)

    def _due(self, case: PublishedCase) -> Iterator[Dated]:
        """What a judge ordered by a day. Put off to a day not stated, it is off the last day it had."""
        for date in case.compliance_due:
            last = date.datetime or (date.moved_from[-1] if date.moved_from else "")
            day = (date.moved_from or (last,))[0][:10]
            yield Dated(
                "due", date, f"due-{date.docket_id}-{date.proof.entry_id}-{day}",
                due_time(date._replace(datetime=last)), self._says_of_duty(date), (date.proof.entry_id, date.what),
                len(date.moved_from), is_off=date.result in OFF or not date.datetime,
                is_held_up=date.result == "stayed")

    def _says_of_duty(self, date: PublishedDate) -> str:
        if date.datetime:
            return self.words.due(date)
        return self._(PUT_OFF).format(what=self.words.duty(date))

    def _deadlines(self, case: PublishedCase) -> Iterator[Dated]:
        """Deadlines of the kinds that are told of; no compliance clock watches them."""
        for date in case.agenda:
            what = filing(date) if date.kind == "deadline" else ""
            if what:
                is_off, entry_id = date.result in OFF, date.proof.entry_id
                yield Dated(
                    "deadline", date, f"deadline-{date.docket_id}-{entry_id}-{date.datetime[:10]}", date.datetime,
                    self._called_off(what, is_off), (entry_id, date.what), is_off=is_off)

    # How it is written.

    def _entered(self, case: PublishedCase, uid: str, dated: Dated) -> Entered:
        docket = next((docket for docket in case.dockets if docket.id == dated.date.docket_id), None)
        stated = dated.date.timezone
        zone = ZoneInfo(stated) if stated else court_zone(docket.court_id if docket else "")
        timed = "T" in dated.start
        moment = dt.datetime.fromisoformat(dated.start)
        event = Event()
        event.add("uid", uid)
        event.add("dtstamp", self.as_of)
        event.add("dtstart", moment.replace(tzinfo=zone) if timed else moment.date())
        event.add("sequence", dated.moves + dated.is_off)
        event.add("status", "CANCELLED" if dated.is_off else "TENTATIVE" if dated.is_held_up else "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        event.add("summary", fit(f"{dated.what} · {cut(case.title, _NAME)}"))
        event.add("description", fit("\n".join(self._says(dated, docket, case.policy == "public"))))
        url = f"{self.base}/{addresses.case(case.slug)}" if self.base else web_link(dated.date.proof.courtlistener)
        if url:
            event.add("url", url)
        return Entered(dated.start, zone.key if timed else "", event.to_ical())

    def _says(self, dated: Dated, docket: PublishedDocket | None, is_public: bool) -> Iterator[str]:
        """The lines of a description; the court's words only of a hearing, and only where its names are public."""
        date = dated.date
        quotes = is_public and dated.kind == "hearing"
        if self.look.fictional:
            yield self._(FICTIONAL)
        if quotes and (name := self.words.hearing(date)):
            yield f"“{cut(name, _NAME)}”"
        if "T" in dated.start:
            says = N_("As the docket states it: {when}.") if date.timezone else N_("By the court’s clock: {when}.")
            yield self._(says).format(when=self.words.court_time(dated.start, date.timezone))
        if moved := self.words.moved(date):
            yield f"{moved}."
        if dated.kind == "deadline":
            yield self._(N_("A later order may have given more time."))
        if quotes and date.proof.quote:
            yield f"“{cut(' '.join(date.proof.quote.split()), _QUOTE)}”"
        yield self._(N_("Verify with the court. Read by machine from the docket; not legal advice."))
        if docket:
            yield f"{court_name(docket.court_id)} {docket.docket_number}".strip()
        if url := web_link(date.proof.courtlistener):
            yield url

    def _file(self, of: str, held: "_Held") -> File:
        """A calendar file. One without an event holds its zone, because an empty one is none."""
        events = sorted(held.events.items(), key=lambda each: (each[1].start, each[0]))
        zones = sorted({entered.zone for _, entered in events if entered.zone})
        years = [int(entered.start[:4]) for _, entered in events if entered.zone] or [self.today.year]
        if not zones and not events:
            zones = [court_zone(of.removeprefix("court-")).key]
        head, _, tail = self._head(of, held.title).to_ical().rpartition(b"END:VCALENDAR")
        texts = (*(zone_text(zone, min(years), max(years)) for zone in zones), *(each.text for _, each in events))
        return File(addresses.calendar(of), b"".join((head, *texts, b"END:VCALENDAR", tail)))

    def _head(self, of: str, title: str) -> Calendar:
        name = " ".join(fit(f"{self.look.name}: {cut(title, _NAME)}").split())
        calendar = Calendar()
        calendar.add("prodid", "-//writwatch//calendars//EN")
        calendar.add("version", "2.0")
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT6H")
        if self.base:
            calendar.add("source", f"{self.base}/{addresses.calendar(of)}", parameters={"VALUE": "URI"})
        return calendar


class _Held:
    """The events of one calendar by UID, each once."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.events: dict[str, Entered] = {}


def _with_uids(dates: Iterable[Dated]) -> Iterator[tuple[str, Dated]]:
    """Each with its UID. Of several of one identity those that were set later have a number."""
    seen: Counter[str] = Counter()
    for dated in sorted(dates, key=lambda each: (each.identity, each.set_by, each.start)):
        seen[dated.identity] += 1
        number = f"-{seen[dated.identity]}" if seen[dated.identity] > 1 else ""
        yield f"{dated.identity}{number}@writwatch", dated


def _before(
    date: PublishedDate, moved: Mapping[tuple[int, Proof | None], PublishedDate]
) -> tuple[PublishedDate, ...]:
    """What a hearing was before it was moved, the oldest first; `moved`: hearings by docket and what moved them."""
    steps: list[PublishedDate] = []
    step = moved.get((date.docket_id, date.proof))
    while step is not None and len(steps) < len(moved):
        steps.append(step)
        step = moved.get((step.docket_id, step.proof))
    return tuple(reversed(steps))


def _is_time(text: str) -> bool:
    try:
        dt.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
