"""A month of four trackers, hour by hour, as `make bench` shows it: the real client against the sandbox, by a clock of
our own.

Out: a table with the bound beside each figure, the same month polled one docket at a time, and how long a cold start
takes. `--rows 1,2`, `--days 30`, `--seed N`; the same seed gives the same month.

How it is counted. A tracker starts warm: it holds every row, as a finished first month leaves it, and runs once an
hour. Entries come in bursts, on working days, by day; 40 % hold only a short title at first, and get their text one to
five days later; 1 % are deleted. Search knows a row 10 to 60 minutes after it came, and repeats an answer for ten.
The limit is ⌈entries created or modified on a day in followed dockets / 20⌉, added up over the days. Requests are read
from the ledger: those for what changed over many dockets, or in one that no list reaches, stand against the limit; the
others have columns of their own. Staleness is saved − appeared, of each entry, and of each later text where a cohort's
listing brings it; what was never saved counts to the end of the month.
"""

import argparse
import datetime as dt
import io
import math
import random
import re
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from email.utils import formatdate
from itertools import accumulate, islice
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import msgspec
import requests
import sqlalchemy as sa
import urllib3
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from writwatch.fetch import schema as s
from writwatch.fetch import store
from writwatch.fetch.courtlistener import CourtListener
from writwatch.fetch.database import open_store, writing
from writwatch.fetch.discover import Cohort, Search
from writwatch.fetch.objects import Docket, DocketEntry, Found
from writwatch.fetch.plan import LIST_FROM, PAGE, PARTS, Following
from writwatch.fetch.quota import Ledger, fingerprint
from writwatch.fetch.sandbox.answers import Request
from writwatch.fetch.sandbox.api import Api
from writwatch.fetch.sandbox.files import LINK_ROOT, pacific
from writwatch.fetch.sandbox.index import Index
from writwatch.fetch.sandbox.rows import BLANKS, Rows
from writwatch.fetch.sandbox.throttle import Throttle, parse_throttle
from writwatch.fetch.store import Seen, start_run
from writwatch.fetch.sync import Report, Wanted, sync

START = dt.datetime(2026, 3, 2, 5, tzinfo=dt.UTC)
"""A Monday, midnight in the East."""
HOUR, DAY = 3_600.0, 86_400.0
DETAINED = Cohort("detained", "463")
NEWBORN = Search("newborn", "caseName:Arrival", days=10, accept=True)
SUIT = "463 Habeas Corpus - Alien Detainee"
HELD_ENTRIES = 20
"""Entries of each docket before the month."""
STUBS, GONE, BLANK = 0.4, 0.01, 0.5
TEXT_AFTER, SUIT_AFTER, GONE_AFTER = (DAY, 5 * DAY), (DAY, 7 * DAY), (HOUR, 10 * DAY)
CACHED = 600.0
WORKING, EVENING, NIGHT, WEEKEND = 1.0, 0.35, 0.06, 0.12
"""How busy an hour is."""
BURSTS = {1: 0.6, 2: 0.2, 3: 0.15, 6: 0.05}
"""How many entries come to a docket at once, and how often."""
BETWEEN = 0.4
"""Seconds from one request to the next answer."""
FIRST_DOCKET, FIRST_ENTRY, DOCUMENTS = 7_000_000, 100_000_000, 400_000_000


class Tracker(NamedTuple):
    """One row of the table: what is followed, its budget, and the bounds."""

    name: str
    dockets: int
    cohort: bool
    throttle: str
    a_day: int
    pace: float
    new: int
    ratio: float
    median: float
    worst: float

    @property
    def following(self) -> Following:
        if not self.cohort:
            return Following()
        return Following(cohorts=(DETAINED,), searches=(NEWBORN,) if self.new else ())

    @property
    def wanted(self) -> list[Wanted]:
        return [] if self.cohort else [Wanted(docket_of(n)) for n in range(self.dockets)]


TRACKERS = (
    Tracker("200 chosen", 200, False, "5/min,50/hour,125/day", 125, 0.5, 0, 1.5, 6, 24),
    Tracker("1,000 chosen", 1_000, False, "5/min,50/hour,125/day", 125, 0.5, 0, 1.3, 12, 36),
    Tracker("5,000 in a cohort", 5_000, True, "10/min,75/hour,300/day", 300, 0.3, 0, 1.2, 6, 24),
    Tracker("20,000 in a cohort", 20_000, True, "25/min,300/hour,1400/day", 1_400, 0.3, 200, 1.15, 4, 12),
)


def docket_of(number: int) -> int:
    return FIRST_DOCKET + number


# What happens upstream in the month.


class Event(NamedTuple):
    """`at`: seconds since the start. `kind`: docket or blank (a docket is born, the latter without a nature of suit),
    suit (it gets one), entry or stub (an entry comes, the latter with a short title), text (it gets its own), gone.
    """

    at: float
    kind: str
    docket: int
    entry: int = 0


def busy(hour: int) -> float:
    """How busy the hour is, of those since Monday midnight; 1 on average over a week."""
    day, clock = divmod(hour % 168, 24)
    by_clock = WORKING if 9 <= clock < 18 else EVENING if 18 <= clock < 23 else NIGHT
    return by_clock * (WEEKEND if day >= 5 else 1.0) / AVERAGE


AVERAGE = 1.0
AVERAGE = sum(busy(hour) for hour in range(168)) / 168


def poisson(chance: random.Random, mean: float) -> int:
    """So many in a while, where `mean` are expected."""
    if mean > 50:
        return max(0, round(chance.gauss(mean, math.sqrt(mean))))
    most, product, count = math.exp(-mean), chance.random(), 0
    while product > most:
        product *= chance.random()
        count += 1
    return count


def events_of(tracker: Tracker, days: int, seed: int) -> list[Event]:
    """The month, in order. Some dockets are livelier than others; a new one comes with its first entries."""
    chance = random.Random(seed)
    dockets = [docket_of(n) for n in range(tracker.dockets)]
    weights = list(accumulate(0.2 + chance.gammavariate(0.8, 1.0) for _ in dockets))
    burst = sum(size * share for size, share in BURSTS.items())
    events: list[Event] = []
    entries = FIRST_ENTRY + HELD_ENTRIES * tracker.dockets
    for hour in range(days * 24):
        born = []
        for _ in range(poisson(chance, tracker.new / 24 * busy(hour))):
            docket, at = dockets[-1] + 1, (hour + chance.random()) * HOUR
            blank = chance.random() < BLANK
            dockets.append(docket)
            weights.append(weights[-1] + 0.2 + chance.gammavariate(0.8, 1.0))
            events.append(Event(at, "blank" if blank else "docket", docket))
            if blank:
                events.append(Event(at + chance.uniform(*SUIT_AFTER), "suit", docket))
            born.append((docket, at, chance.randint(1, 3)))
        batches = poisson(chance, tracker.pace * len(dockets) / 24 * busy(hour) / burst)
        for docket in chance.choices(dockets, cum_weights=weights, k=batches) if batches else ():
            size = chance.choices(list(BURSTS), list(BURSTS.values()))[0]
            born.append((docket, (hour + chance.random()) * HOUR, size))
        for docket, at, size in born:
            for number in range(size):
                entries += 1
                events += entry_events(chance, docket, entries, at + number * chance.uniform(30, 300))
    births = {event.docket: event.at for event in events if event.kind in ("docket", "blank")}
    kept = (event for event in events if event.at >= births.get(event.docket, 0.0) and event.at < days * DAY)
    return sorted(kept)


def entry_events(chance: random.Random, docket: int, entry: int, at: float) -> Iterator[Event]:
    stub, last = chance.random() < STUBS, at
    yield Event(at, "stub" if stub else "entry", docket, entry)
    if stub:
        last = at + chance.uniform(*TEXT_AFTER)
        yield Event(last, "text", docket, entry)
    if chance.random() < GONE:
        yield Event(last + chance.uniform(*GONE_AFTER), "gone", docket, entry)


def limit_of(events: Iterable[Event]) -> int:
    """⌈entries created or modified that day / 20⌉, added up over the days."""
    days: dict[int, set[int]] = defaultdict(set)
    for event in events:
        if event.kind in ("entry", "stub", "text"):
            days[int(event.at // DAY)].add(event.entry)
    return sum(-(-len(entries) // PAGE) for entries in days.values())


# The server.


class Clock:
    """Seconds since 1970; time passes only when somebody waits."""

    def __init__(self) -> None:
        self.now = START.timestamp()

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds


def lag_of(number: int) -> float:
    """Seconds until the index knows a row: ten minutes to an hour."""
    return 600.0 + number * 2_654_435_761 % 3_001


class Upstream(HTTPAdapter):
    """CourtListener in this process: each request is answered as of the moment at which it comes."""

    def __init__(self, folder: Path, tracker: Tracker, events: Sequence[Event], clock: Clock) -> None:
        super().__init__()
        self.clock, self.events, self.done = clock, events, 0
        (folder / "dockets.jsonl").touch()
        self.rows = Rows(folder, earlier=False, clock=clock)
        self.rows.add("courts", [{"id": "mnd", "short_name": "D. Minn.", "date_modified": stamp(0)}])
        throttle = Throttle(parse_throttle(tracker.throttle), {}, clock)
        self.api = Api(self.rows, throttle, (), Index(clock, lag_of, CACHED))
        self.statuses: Counter[int] = Counter()
        self.counted = 0

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        self.clock.wait(BETWEEN)
        self.arrive()
        url = urlsplit(request.url or "")
        headers: Any = CaseInsensitiveDict({**request.headers, "Host": url.netloc})
        body = request.body if isinstance(request.body, bytes) else (request.body or "").encode()
        target = f"{url.path}?{url.query}" if url.query else url.path
        answer = self.api.answer(Request(request.method or "GET", target, headers, body))
        self.statuses[answer.status] += 1
        self.counted += answer.counted
        dated = {**answer.headers, "Date": formatdate(self.clock.now, usegmt=True)}
        raw = urllib3.HTTPResponse(io.BytesIO(answer.body), dated, answer.status, preload_content=False)
        return self.build_response(request, raw)

    def arrive(self) -> None:
        """Everything that has happened by now."""
        now = self.clock.now - START.timestamp()
        while self.done < len(self.events) and self.events[self.done].at <= now:
            self.apply(self.events[self.done])
            self.done += 1

    def apply(self, event: Event) -> None:
        if event.kind in ("docket", "blank"):
            self.rows.upsert("dockets", [docket_row(event.docket, event.at, "" if event.kind == "blank" else SUIT)])
        elif event.kind == "suit":
            self.rows.upsert(
                "dockets", [{"id": event.docket, "nature_of_suit": SUIT, "date_modified": stamp(event.at)}]
            )
        elif event.kind == "gone":
            self.rows.delete("docket-entries", [event.entry])
        elif event.kind == "text":
            text = {"id": event.entry, "description": TEXT, "date_modified": stamp(event.at)}
            self.rows.upsert("docket-entries", [text])
        else:
            self.rows.upsert("docket-entries", [entry_row(event.docket, event.entry, event.at, event.kind == "stub")])


def stamp(at: float) -> str:
    """Seconds since the start, as the API writes a time."""
    return pacific(round((START.timestamp() + at) * 1_000_000)).isoformat()


TEXT = "ORDER to show cause. Response due within seven days. Signed by Judge Ingrid Solveig Nygaard. (DF)"
LINKS = LINK_ROOT.decode()[1:]
BEFORE = -40 * DAY
"""When what is held at the start came."""


def docket_row(number: int, at: float, suit: str) -> dict[str, Any]:
    name = "Arrival v. Warden" if at >= 0 else "Quispe Mamani v. Warden"
    return {
        "resource_uri": f"{LINKS}dockets/{number}/",
        "id": number,
        "court": f"{LINKS}courts/mnd/",
        "court_id": "mnd",
        "original_court_info": None,
        "assigned_to": None,
        "referred_to": None,
        "absolute_url": f"/docket/{number}/x/",
        "date_created": stamp(at),
        "date_modified": stamp(at),
        "assigned_to_str": "",
        "referred_to_str": "",
        "jury_demand": "",
        "jurisdiction_type": "",
        "date_argued": None,
        "date_filed": stamp(at)[:10],
        "date_terminated": None,
        "case_name": name,
        "case_name_full": "",
        "docket_number": f"0:26-cv-{number % 100_000:05}",
        "docket_number_core": f"26{number % 100_000:05}",
        "pacer_case_id": str(number),
        "cause": "",
        "nature_of_suit": suit,
    }


def entry_row(docket: int, entry: int, at: float, stub: bool) -> dict[str, Any]:
    """An entry with its document. Of a stub only the document has a short title."""
    born = {"date_created": stamp(at), "date_modified": stamp(at)}
    number = entry % 1_000
    document = {"id": entry + DOCUMENTS, "document_number": str(number), "description": "Order" if stub else ""}
    return {
        **BLANKS["docket-entries"],
        **born,
        "resource_uri": f"{LINKS}docket-entries/{entry}/",
        "id": entry,
        "docket": f"{LINKS}dockets/{docket}/",
        "date_filed": stamp(at)[:10],
        "entry_number": number,
        "description": "" if stub else TEXT,
        "recap_documents": [{**BLANKS["recap-documents"], **born, **document}],
    }


# What is held at the start.


def warm_rows(tracker: Tracker) -> Iterator[tuple[str, dict[str, Any]]]:
    """(endpoint, row) of everything before the month: the entries of a docket lie far apart, by id."""
    for n in range(tracker.dockets):
        yield "dockets", docket_row(docket_of(n), BEFORE, SUIT)
    for number in range(HELD_ENTRIES * tracker.dockets):
        docket = docket_of(number % tracker.dockets)
        yield "docket-entries", entry_row(docket, FIRST_ENTRY + number, BEFORE + number * 0.001, stub=False)


KINDS: dict[str, type] = {"dockets": Docket, "docket-entries": DocketEntry}


def fill(engine: sa.Engine, upstream: Upstream, tracker: Tracker, *, warm: bool, seed: int) -> None:
    """Everything upstream; where it is warm, in the store too, as far as a finished month leaves it."""
    for endpoint in KINDS:
        upstream.rows.add(endpoint, (row for name, row in warm_rows(tracker) if name == endpoint))
    if not warm:
        return
    save_warm(engine, tracker)
    with writing(engine) as connection:
        store.put(connection, s.progress, list(warm_progress(tracker, random.Random(seed))))
        if tracker.cohort:
            store.put(connection, s.found, [found_row(docket_of(n)) for n in range(tracker.dockets)])
            store.put(connection, s.sweep, list(warm_sweeps(tracker)))


def save_warm(engine: sa.Engine, tracker: Tracker) -> None:
    rows = warm_rows(tracker)
    while batch := list(islice(rows, 5_000)):
        with writing(engine) as connection:
            for endpoint, save in (("dockets", store.save_dockets), ("docket-entries", store.save_entries)):
                bodies = [msgspec.json.encode(row) for name, row in batch if name == endpoint]
                found = [Found(msgspec.json.decode(body, type=KINDS[endpoint]), body) for body in bodies]
                for first in range(0, len(found), 500):
                    part = found[first : first + 500]
                    save(connection, part, Seen(moment(warm_seen(tracker, part[0].value)), None))


def warm_seen(tracker: Tracker, value: Docket | DocketEntry) -> float:
    """As many entries as come in a week were saved in the last one: from these a tracker knows its pace."""
    if isinstance(value, Docket):
        return BEFORE + DAY
    lately = tracker.dockets * tracker.pace * 7
    left = FIRST_ENTRY + HELD_ENTRIES * tracker.dockets - value.id
    return -7 * DAY * left / lately if left < lately else BEFORE + DAY


def warm_progress(tracker: Tracker, chance: random.Random) -> Iterator[dict[str, Any]]:
    """Each docket was asked for in turn, so that a little of everything falls due each day."""
    for n in range(tracker.dockets):
        docket = docket_of(n)
        ages = {
            "docket": (chance.uniform(0, 14),) * 2,
            "entries": (WHOLE_DAYS_AGO,) * 2 if tracker.cohort else (chance.uniform(0, 7), chance.uniform(7, 20)),
            "parties": (chance.uniform(0, 110 if tracker.cohort else 20),) * 2,
            "attorneys": (chance.uniform(0, 110 if tracker.cohort else 20),) * 2,
        }
        for part in PARTS:
            checked, whole = (moment(-days * DAY) for days in ages[part])
            yield progress_row(docket, part, checked, whole)
        if not tracker.cohort and tracker.dockets >= LIST_FROM:
            yield progress_row(docket, "search", moment(-2 * HOUR), moment(-2 * HOUR))


WHOLE_DAYS_AGO = 15.0
"""When a cohort was last asked for whole: half a period, so that the month has one such pass."""


def progress_row(docket: int, part: str, checked: dt.datetime, whole: dt.datetime) -> dict[str, Any]:
    row = {"docket_id": docket, "part": part, "mode": "whole" if checked == whole else "delta", "checked_at": checked}
    return row | {"whole_at": whole, "watermark": checked}


def found_row(docket: int) -> dict[str, Any]:
    row = {"docket_id": docket, "name": DETAINED.name, "found_at": moment(BEFORE + DAY), "court_id": "mnd"}
    return row | {"docket_number": "", "case_name": "Quispe Mamani v. Warden", "nature_of_suit": SUIT}


def warm_sweeps(tracker: Tracker) -> Iterator[dict[str, Any]]:
    whole, lately = moment(-WHOLE_DAYS_AGO * DAY), moment(-HOUR)
    listings = {
        f"entries {DETAINED.name}": ("docket-entries", "delta", lately, None),
        f"dockets {DETAINED.name}": ("dockets", "delta", lately, whole),
        f"whole {DETAINED.name}": ("docket-entries", "whole", whole, whole),
        **({f"search {NEWBORN.name}": ("search", "delta", lately, None)} if tracker.new else {}),
    }
    for name, (endpoint, mode, checked, whole_at) in listings.items():
        row = {"name": name, "endpoint": endpoint, "params": "{}", "docket_ids": "[]", "mode": mode}
        times = {"checked_at": checked, "whole_at": whole_at, "watermark": checked}
        yield row | times | {"unbroken_since": moment(BEFORE + DAY)}


def moment(at: float) -> dt.datetime:
    return START + dt.timedelta(seconds=at)


# A tracker's month.


class Month:
    """One tracker, its store and its upstream; `run` lets an hour's run happen."""

    def __init__(self, folder: Path, tracker: Tracker, events: Sequence[Event], *, warm: bool, seed: int) -> None:
        self.tracker, self.clock = tracker, Clock()
        self.upstream = Upstream(folder, tracker, events, self.clock)
        self.engine = open_store(str(folder / "dockets.db"))
        sa.event.listen(self.engine, "connect", lambda db, _: db.execute("PRAGMA synchronous=OFF"))
        self.engine.dispose()
        fill(self.engine, self.upstream, tracker, warm=warm, seed=seed)
        self.session = requests.Session()
        self.session.mount("http://", self.upstream)
        self.failures: Counter[str] = Counter()

    def run(self, hour: int) -> Report:
        """The run of an hour, a few minutes after it began, like a scheduled workflow's."""
        self.clock.now = max(self.clock.now, START.timestamp() + hour * HOUR + 400.0)
        self.upstream.arrive()
        run_id = start_run(self.engine, "fetch", dt.datetime.fromtimestamp(self.clock.now, dt.UTC))
        ledger = Ledger(self.engine, fingerprint("token"), run_id=run_id, clock=self.clock)
        client = CourtListener(
            "http://127.0.0.1/api/rest/v4/",
            "token",
            ledger,
            clock=self.clock,
            sleep=self.clock.wait,
            jitter=lambda: 0.0,
            session=self.session,
        )
        report = sync(client, self.engine, self.tracker.wanted, following=self.tracker.following)
        for failure in report.failures:
            self.failures[f"{re.sub(r'[0-9]+', '…', failure.what)}: {failure.sentence}"] += 1
        return report

    def close(self) -> None:
        self.engine.dispose()
        self.upstream.rows.close()


# What came of it.

COLUMNS = ("delta", "late", "sight", "reconcile", "finding", "people")


def column_of(purpose: str, url: str, listed: set[int], held: set[int], seen: set[tuple[str, int]]) -> str:
    """In which column a request stands. `listed`: dockets that lists reach, `held`: those of before the month; `seen`:
    the parts of the others for which everything was asked before. Notes what the request itself says of them."""
    parts = urlsplit(url)
    asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    if purpose in ("parties", "attorneys"):
        return "people"
    if purpose == "search":
        ids = [int(number) for number in re.findall(r"\d+", asked["q"].partition(")")[0])]
        if asked["type"] != "rd":
            return "finding"
        if asked["q"].startswith("docket_entry_id"):
            return "late"
        listed.update(ids)
        return "delta" if "date_created" in asked["q"] else "sight"
    if purpose == "across":
        whole = "date_modified__gte" not in asked
        return "finding" if "/dockets/" in parts.path else "reconcile" if whole else "delta"
    if purpose in ("docket", "entries"):
        docket = int(asked["docket"] if purpose == "entries" else parts.path.rstrip("/").rpartition("/")[2])
        if "date_modified__gte" in asked:
            return "late" if docket in listed else "delta"
        first = docket not in held and ((purpose, docket) not in seen or "cursor" in asked)
        seen.add((purpose, docket))
        return "sight" if first else "reconcile"
    return "finding"


def spent(engine: sa.Engine, held: set[int], listed: set[int]) -> Counter[str]:
    """Requests that counted, by column."""
    table, seen = s.request.c, set[tuple[str, int]]()
    query = sa.select(table.purpose, table.url).where(table.counted).order_by(table.id)
    with engine.connect() as connection:
        return Counter(column_of(purpose, url, listed, held, seen) for purpose, url in connection.execute(query))


class Ages(NamedTuple):
    """Hours from appearing to being saved, each row; `unseen` of them were not saved by the end."""

    hours: list[float]
    unseen: int

    @property
    def median(self) -> float:
        return statistics.median(self.hours) if self.hours else 0.0

    @property
    def worst(self) -> float:
        """What 95 % are under."""
        return sorted(self.hours)[math.ceil(0.95 * len(self.hours)) - 1] if self.hours else 0.0


def ages_of(appeared: Mapping[int, float], saved: Mapping[int, float], gone: Mapping[int, float], end: float) -> Ages:
    """One that was gone before anybody saw it is left out."""
    hours, unseen = [], 0
    for row, at in appeared.items():
        if row in saved:
            hours.append((saved[row] - at) / HOUR)
        elif row not in gone:
            hours.append((end - at) / HOUR)
            unseen += 1
    return Ages(hours, unseen)


class Result(NamedTuple):
    """A tracker's month: `main` and `texts` (later texts that no delta can ask for) as they are counted."""

    tracker: Tracker
    days: int
    limit: int
    spent: Counter[str]
    main: Ages
    texts: Ages
    first: Ages
    gone: int
    gone_known: int
    refused: int
    uncounted: int
    failures: Counter[str]
    seconds: float

    @property
    def ratio(self) -> float:
        return self.spent["delta"] / max(1, self.limit)


def result_of(month: Month, events: Sequence[Event], days: int, seconds: float) -> Result:
    tracker = month.tracker
    appeared = {event.entry: event.at for event in events if event.kind in ("entry", "stub")}
    texts = {event.entry: event.at for event in events if event.kind == "text"}
    gone = {event.entry: event.at for event in events if event.kind == "gone"}
    born = {event.docket for event in events if event.kind in ("docket", "blank")}
    new = {event.entry for event in events if event.kind in ("entry", "stub") and event.docket in born}
    entries, late, known = saved_of(month.engine)
    end = days * DAY
    told = {row: max(late[row], entries[row]) if row in late else entries[row] for row in entries if row in texts}
    told = {row: at for row, at in told.items() if row in late or entries[row] >= texts[row]}
    by_list = not tracker.cohort and tracker.dockets >= LIST_FROM
    main = ages_of(appeared, entries, gone, end)
    later = ages_of(texts, told, gone, end)
    if not by_list:
        main = Ages(main.hours + later.hours, main.unseen + later.unseen)
    held = {docket_of(n) for n in range(tracker.dockets)}
    requests = spent(month.engine, held, set(held) if by_list else set())
    return Result(
        tracker,
        days,
        limit_of(events),
        requests,
        main,
        later if by_list else Ages([], 0),
        ages_of({row: at for row, at in appeared.items() if row in new}, entries, gone, end),
        len(gone),
        len(known & gone.keys()),
        month.upstream.statuses[429],
        abs(month.upstream.counted - requests.total()),
        month.failures,
        seconds,
    )


def saved_of(engine: sa.Engine) -> tuple[dict[int, float], dict[int, float], set[int]]:
    """Of each entry of the month when it was saved, of a stub when its text was; and which are known to be gone."""
    table, change = s.docket_entry.c, s.change.c
    since = lambda at: (at - START).total_seconds()  # noqa: E731
    came = sa.select(table.id, table.first_seen, table.gone_at, table.description).where(table.first_seen >= START)
    became = sa.select(change.entity_id, change.seen_at).where(
        change.entity == "docket_entry", change.field == "description", change.old == '""', change.new != '""'
    )
    with engine.connect() as connection:
        rows = connection.execute(came).all()
        texts = {int(number): since(at) for number, at in connection.execute(became)}
    return {row.id: since(row.first_seen) for row in rows}, texts, {row.id for row in rows if row.gone_at}


def simulate(tracker: Tracker, days: int, seed: int, tell: bool = False) -> tuple[Result, list[Event]]:
    """A warm month."""
    began, events = time.perf_counter(), events_of(tracker, days, seed)
    with tempfile.TemporaryDirectory(prefix="writwatch-month-") as folder:
        month = Month(Path(folder), tracker, events, warm=True, seed=seed)
        for hour in range(days * 24):
            month.run(hour)
            if tell and hour % 24 == 23:
                spending = dict(spent(month.engine, set(), set()))
                clock = f"{time.perf_counter() - began:.0f} s"
                print(f"  day {hour // 24 + 1}, {clock}, so far {spending}", file=sys.stderr, flush=True)
        result = result_of(month, events, days, time.perf_counter() - began)
        month.close()
    return result, events


def cold_days(tracker: Tracker, seed: int, most: int = 90) -> float | None:
    """Days from an empty store until every docket was seen once; None: not within `most`. Nothing new comes."""
    with tempfile.TemporaryDirectory(prefix="writwatch-month-") as folder:
        month = Month(Path(folder), tracker, [], warm=False, seed=seed)
        table = s.progress.c
        seen = sa.select(sa.func.count()).where(table.part == "entries", table.whole_at.is_not(None))
        for hour in range(most * 24):
            month.run(hour)
            with month.engine.connect() as connection:
                if (connection.scalar(seen) or 0) >= tracker.dockets:
                    month.close()
                    return (month.clock.now - START.timestamp()) / DAY
        month.close()
    return None


# The same month, one docket at a time.


class Polled(NamedTuple):
    ages: Ages
    requests: int
    period: float
    """Hours from one look at a docket to the next, at this budget."""


def one_at_a_time(tracker: Tracker, events: Sequence[Event], days: int) -> Polled:
    """Each docket's own delta, the one asked longest ago first, evenly through the day, as many as the budget allows.

    A request brings a page of what changed since the last look. A new docket is known at once and free of charge, and
    nothing is spent on anything else: it is better off than anybody would be.
    """
    pending: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    queue = deque(docket_of(n) for n in range(tracker.dockets))
    step, end, at, made = DAY / tracker.a_day, days * DAY, 0.0, 0
    hours: list[float] = []
    coming = iter([event for event in events if event.kind in ("docket", "blank", "entry", "stub", "text")])
    event = next(coming, None)
    while at < end and queue:
        while event and event.at <= at:
            if event.kind in ("docket", "blank"):
                queue.appendleft(event.docket)
            else:
                pending[event.docket].append((event.at, event.kind == "text"))
            event = next(coming, None)
        docket = queue.popleft()
        changed = pending.pop(docket, [])
        hours += [(at - appeared) / HOUR for appeared, _ in changed]
        pages = max(1, -(-len(changed) // PAGE))
        made += pages
        at += pages * step
        queue.append(docket)
    unseen = [end - appeared for rows in pending.values() for appeared, _ in rows]
    return Polled(Ages([*hours, *(age / HOUR for age in unseen)], len(unseen)), made, len(queue) * step / HOUR)


# Tables.


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Aligned columns: the first to the left, the others to the right."""
    widths = [max(len(row[n]) for row in [head, *rows]) for n in range(len(head))]
    for row in (head, *rows):
        cells = [
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(cells).rstrip(), flush=True)


def verdict(figure: float, bound: float) -> str:
    return "met" if figure <= bound else "NOT MET"


def say_results(results: Sequence[Result]) -> None:
    print("\nRequests in the month, and what they were for")
    head = ["followed", "limit", "deltas", "÷ limit", "bound", "", "late texts", "first sight", "reconciled"]
    head += ["finding", "people", "a day", "budget", "429s", ""]
    rows = []
    for one in results:
        each = one.spent.total() / one.days
        row = [one.tracker.name, f"{one.limit:,}", f"{one.spent['delta']:,}", f"{one.ratio:.2f}"]
        row += [f"≤ {one.tracker.ratio}", verdict(one.ratio, one.tracker.ratio)]
        row += [f"{one.spent[name]:,}" for name in COLUMNS[1:]]
        row += [f"{each:.0f}", f"{one.tracker.a_day:,}", f"{one.refused}", verdict(one.refused, 0)]
        rows.append(row)
    table(head, rows)
    print("\nHours from appearing to being saved")
    head = ["followed", "rows", "median", "bound", "", "95 %", "bound", "", "unseen", "texts no delta brings: median"]
    head += ["95 %", "unseen", "new dockets' rows: median", "95 %", "deleted", "known", "took"]
    rows = []
    for one in results:
        main, texts, first = one.main, one.texts, one.first
        row = [one.tracker.name, f"{len(main.hours):,}", f"{main.median:.1f}", f"< {one.tracker.median:g}"]
        row += [verdict(main.median, one.tracker.median), f"{main.worst:.1f}", f"< {one.tracker.worst:g}"]
        row += [verdict(main.worst, one.tracker.worst), f"{main.unseen:,}"]
        row += [f"{texts.median:.0f}", f"{texts.worst:.0f}", f"{texts.unseen:,}"] if texts.hours else ["–"] * 3
        row += [f"{first.median:.1f}", f"{first.worst:.1f}"] if first.hours else ["–"] * 2
        rows.append([*row, f"{one.gone:,}", f"{one.gone_known:,}", f"{one.seconds:.0f} s"])
    table(head, rows)
    for one in results:
        if one.uncounted:
            print(f"{one.tracker.name}: the ledger and the server differ by {one.uncounted} requests")
        for sentence, times in one.failures.most_common(5):
            print(f"{one.tracker.name}: {times} × {sentence}")
        for line in reasons(one):
            print(f"{one.tracker.name}: {line}")


def reasons(one: Result) -> Iterator[str]:
    """The arithmetic behind a bound that was not met."""
    tracker, a_day = one.tracker, {name: one.spent[name] / one.days for name in COLUMNS}
    if one.ratio > tracker.ratio:
        over = one.spent["delta"] - tracker.ratio * one.limit
        yield (
            f"{a_day['delta']:.1f} delta requests a day against {one.limit / one.days:.1f} full pages: "
            f"{over / one.days:.1f} too many; the others take {sum(a_day.values()) - a_day['delta']:.1f} a day"
        )
    if one.main.median > tracker.median or one.main.worst > tracker.worst:
        left = tracker.a_day - sum(a_day.values())
        yield f"of {tracker.a_day:,} requests a day {left:.0f} were left over: " + (
            "time, not the budget, is what lacks" if left > 0.05 * tracker.a_day else "the budget is what lacks"
        )


def say_polled(results: Sequence[tuple[Result, Polled]]) -> None:
    print("\nThe same month polled one docket at a time, the whole budget and nothing else asked")
    head = ["followed", "requests", "each docket every", "median", "95 %", "unseen", "ours: median", "95 %"]
    head += ["requests for our median", "÷ our deltas"]
    rows = []
    for one, polled in results:
        # Polled every P hours, a row waits half of P: P is twice our median.
        needed = one.tracker.dockets * one.days * 24 / max(0.5, 2 * one.main.median)
        row = [one.tracker.name, f"{polled.requests:,}", f"{polled.period:.0f} h", f"{polled.ages.median:.0f}"]
        row += [
            f"{polled.ages.worst:.0f}",
            f"{polled.ages.unseen:,}",
            f"{one.main.median:.1f}",
            f"{one.main.worst:.1f}",
        ]
        rows.append([*row, f"{needed:,.0f}", f"{needed / max(1, one.spent['delta']):.0f} ×"])
    table(head, rows)


def say_cold(trackers: Sequence[Tracker], run: Sequence[int], seed: int) -> None:
    print("\nFrom a cold start until every docket was seen once")
    rows = []
    for number, tracker in enumerate(TRACKERS, 1):
        if tracker not in trackers:
            continue
        pages = tracker.dockets * HELD_ENTRIES / PAGE
        needed = pages + tracker.dockets / PAGE if tracker.cohort else 2 * tracker.dockets
        how = (
            f"{tracker.dockets:,} dockets of {HELD_ENTRIES} entries: {needed:,.0f} requests at {tracker.a_day:,} a day"
        )
        days = cold_days(tracker, seed) if number in run else None
        figure = f"{days:.1f} days" if days is not None else "not run" if number not in run else "> 90 days"
        rows.append([tracker.name, figure, f"{needed / tracker.a_day:.1f} days", how])
    table(["followed", "simulated", "by arithmetic", "which is"], rows)


def numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",") if part]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=numbers, default=[1, 2, 3, 4], help="which of the four trackers")
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cold", type=numbers, default=[1, 2], help="whose cold start is run; the others are reckoned")
    parser.add_argument("--tell", action="store_true", help="say how far it is, a line a day")
    options = parser.parse_args()
    trackers = [TRACKERS[number - 1] for number in options.rows]
    results, polled = [], []
    for tracker in trackers:
        result, events = simulate(tracker, options.days, options.seed, options.tell)
        results.append(result)
        polled.append((result, one_at_a_time(tracker, events, options.days)))
    say_results(results)
    say_polled(polled)
    say_cold(trackers, options.cold, options.seed)


if __name__ == "__main__":
    main()
