"""The Atom feed of a docket: is it asked seldom and read safely, and is what it says no more than a hint?"""
import base64
import contextlib
import datetime as dt
import gzip
import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
import requests
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from writwatch.fetch import FetchError, courtlistener, feed
from writwatch.fetch import schema as s
from writwatch.fetch.courtlistener import CourtListener, Missing, Unavailable
from writwatch.fetch.database import reading, writing
from writwatch.fetch.feed import Closed, FeedEntry, Unreadable, fetch_feed, fetch_hints, read_feed, site_of
from writwatch.fetch.objects import DocketEntry, decode_rows
from writwatch.fetch.sandbox import Server, serve
from writwatch.fetch.store import Seen, put, save_entries

from .conftest import entry_row

MORNING = 1_776_000_000.0
"""2026-04-12, 13:20 UTC."""
HOUR = 3_600


def atom(*entries: str, before: str = '<?xml version="1.0" encoding="utf-8"?>\n', docket: int = 7000) -> bytes:
    inside = "".join(
        f"<entry><title>Entry in Quispe Mamani v. Warden</title>"
        f"<published>2026-04-10T00:00:00-07:00</published><id>http://h/docket/{docket}/x-v-y/?order_by=desc#{anchor}</id>"
        f'<summary type="html">ORDER &lt;b&gt;</summary></entry>'
        for anchor in entries
    )
    return f'{before}<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>{inside}</feed>'.encode()


# Reading.


def test_what_a_feed_says():
    """Numbers, and ids where there is no number: and of this docket only?"""
    body = atom("entry-12", "minute-entry-3626", "entry-x", "comment-4").replace(b"</feed>", b"")
    body += atom("entry-99", docket=7001, before="").partition(b"<title>x</title>")[2]
    assert read_feed(body, 7000) == (FeedEntry(12, None), FeedEntry(None, 3626))


LAUGHS = '<!DOCTYPE feed [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
HOSTILE = {
    "an entity": (atom("entry-1", before=LAUGHS), "document type"),
    "a file": (atom("entry-1", before='<!DOCTYPE feed [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "document type"),
    "a parameter entity": (
        atom("entry-1", before='<!DOCTYPE f [<!ENTITY % a SYSTEM "http://h/x">%a;]>'),
        "document type",
    ),
    "a document type elsewhere": (atom("entry-1", before='<!DOCTYPE feed SYSTEM "http://h/x.dtd">'), "document type"),
    "the same in UTF-16": (atom(before=LAUGHS).decode().encode("utf-16"), "document type"),
    "an entity nobody declared": (atom("entry-1").replace(b"ORDER", b"&nbsp;"), "no XML"),
    "depth": (atom("entry-1").replace(b"ORDER", b"<a>" * 50_000), "nested too deep"),
    "another format": (b"<rss><channel/></rss>", "no Atom feed"),
    "another namespace": (b'<feed xmlns="http://example.org/"><entry/></feed>', "no Atom feed"),
    "half a feed": (atom("entry-1")[:-20], "no XML"),
    "two feeds": (atom("entry-1") + atom("entry-2", before=""), "no XML"),
    "nothing": (b"", "no XML"),
    "JSON": (b"{}", "no XML"),
    "bytes": (bytes(range(256)), "no XML"),
    "an encoding nobody knows": (b'<?xml version="1.0" encoding="klingon"?><feed/>', "no XML"),
    "an encoding of many bytes": (b'<?xml version="1.0" encoding="utf-7"?><feed/>', "no XML"),
}


@pytest.mark.parametrize(("body", "why"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_feed_is_refused(body: bytes, why: str):
    """Document types, entities, depth and half answers: is each refused in one sentence?"""
    with pytest.raises(Unreadable, match=why) as refused:
        read_feed(body, 7000)
    assert str(refused.value).isprintable()


@given(place=st.integers(0, 400), piece=st.binary(max_size=20))
def test_whatever_stands_in_a_feed(place: int, piece: bytes):
    """A feed with any bytes anywhere in it: is it read, or one sentence?"""
    body = atom("entry-1", "minute-entry-2")
    with contextlib.suppress(Unreadable):
        assert len(read_feed(body[:place] + piece + body[place:], 7000)) <= 3


def test_an_address_made_to_take_long():
    """Two megabytes of what an address begins with: is it read in a moment?"""
    body = atom("entry-1").replace(b"http://h", b"/docket/7000/" * 150_000)
    started = dt.datetime.now(dt.UTC)
    assert read_feed(body, 7000) == ()
    assert dt.datetime.now(dt.UTC) - started < dt.timedelta(seconds=5)


# Asking.

Script = Callable[[BaseHTTPRequestHandler], None]


def answer(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    fields = {"Content-Type": "application/atom+xml; charset=utf-8", "Content-Length": str(len(body))}
    for name, value in (fields | {name.replace("_", "-"): value for name, value in headers.items()}).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def ask(api: str, etag: str = "") -> feed.Feed:
    return fetch_feed(requests.Session(), site_of(api), 7000, lambda sentence: None, etag)


def test_a_feed_is_asked_without_a_token(
    scripted: Callable[[Script], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Whatever the session and ~/.netrc hold: does no password go out, and does our name?"""
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login editor password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    seen: list[Any] = []

    def script(handler: BaseHTTPRequestHandler) -> None:
        seen.append((handler.path, handler.headers))
        answer(handler, atom("entry-1"))

    session = requests.Session()
    session.headers["Authorization"] = "Token secret"
    root = site_of(scripted(script))
    assert fetch_feed(session, root, 7000, lambda sentence: None).entries == (FeedEntry(1, None),)
    ((path, headers),) = seen
    assert path == "/docket/7000/feed/"
    assert "Authorization" not in headers
    assert "secret" not in str(headers)
    assert base64.b64encode(b"editor:secret").decode() not in str(headers)
    assert headers["User-Agent"].startswith("writwatch/")


FAILURES = {
    "missing": (404, {}, Missing, "no feed of docket 7000"),
    "gone": (410, {}, Missing, "no feed"),
    "moved": (301, {"Location": "https://example.org/docket/7000/feed/"}, Missing, "status 301"),
    "not changed, though we did not ask": (304, {}, Missing, "status 304"),
    "forbidden": (403, {}, Closed, "status 403"),
    "too many": (429, {"Retry-After": "54"}, Closed, "status 429"),
    "down": (503, {}, Closed, "status 503"),
    "a page": (200, {"Content-Type": "text/html"}, Closed, "an HTML page"),
}


@pytest.mark.parametrize(("status", "headers", "kind", "said"), FAILURES.values(), ids=FAILURES)
def test_no_feed_came(
    scripted: Callable[[Script], str], status: int, headers: dict[str, str], kind: type[FetchError], said: str
):
    """Is it one kind and one sentence for each?"""
    api = scripted(lambda handler: answer(handler, b"", status, **{k.replace("-", "_"): v for k, v in headers.items()}))
    with pytest.raises(kind, match=said):
        ask(api)


def test_nobody_there():
    """No server: is it Unavailable, so that no other feed is asked?"""
    with pytest.raises(Unavailable):
        ask("http://127.0.0.1:9/api/rest/v4/")


@pytest.mark.parametrize("packed", [False, True])
def test_a_feed_without_end(scripted: Callable[[Script], str], packed: bool):
    """Three megabytes, plain or from a few packed bytes: is it left?"""
    flood = atom("entry-1").replace(b"ORDER", b"x" * 3_000_000)
    headers = {"Content_Encoding": "gzip"} if packed else {}
    with pytest.raises(Unreadable, match="more than 2,000,000 bytes"):
        ask(scripted(lambda handler: answer(handler, gzip.compress(flood) if packed else flood, **headers)))


def test_a_feed_that_drips(scripted: Callable[[Script], str], monkeypatch: pytest.MonkeyPatch):
    """Bytes that come one by one for ever: is it left after a while?"""
    monkeypatch.setattr(courtlistener, "LONGEST_WAIT", 0.3)

    def drip(handler: BaseHTTPRequestHandler) -> None:
        import time

        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.02)

    with pytest.raises(Unreadable, match="took more than"):
        ask(scripted(drip))


def test_a_feed_that_did_not_change(scripted: Callable[[Script], str]):
    """Its ETag is sent back, but never the day of the newest filing: a second one that day would hide behind it."""
    asked: list[Any] = []

    def script(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.headers)
        known = handler.headers["If-None-Match"] == '"a1"'
        answer(handler, b"" if known else atom(), 304 if known else 200, ETag='"a1"', Last_Modified="Fri, 10 Apr 2026")

    api = scripted(script)
    first = ask(api)
    assert first == ((), '"a1"')
    assert ask(api, first.etag) == (None, '"a1"')
    assert [headers["If-Modified-Since"] for headers in asked] == [None, None]


# Hints.


class Clock:
    def __init__(self) -> None:
        self.now = MORNING
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def moment(self) -> dt.datetime:
        return dt.datetime.fromtimestamp(self.now, dt.UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


class Site:
    """A web site that gives what it is told, and remembers when it was asked for what."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.asked: list[tuple[float, str]] = []
        self.bodies: dict[int, bytes] = {}
        self.statuses: dict[int, int] = {}
        self.etag = ""

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append((self.clock.now - MORNING, handler.path))
        docket = int(handler.path.split("/")[2])
        if self.etag and handler.headers["If-None-Match"] == self.etag:
            answer(handler, b"", 304)
            return
        headers = {"ETag": self.etag} if self.etag else {}
        answer(
            handler, self.bodies.get(docket, atom("entry-1", docket=docket)), self.statuses.get(docket, 200), **headers
        )

    @property
    def dockets(self) -> list[int]:
        return [int(path.split("/")[2]) for _, path in self.asked]


@pytest.fixture
def site(clock: Clock) -> Site:
    return Site(clock)


@pytest.fixture
def client(client_of: Callable[..., CourtListener], scripted: Callable[[Script], str], site: Site) -> CourtListener:
    client = client_of(scripted(site), clock=site.clock)
    client.sleep = site.clock.sleep
    return client


def hold(engine: sa.Engine, docket_id: int, at: dt.datetime, *numbers: int) -> None:
    """Entries as fetched, and that the docket was asked for then."""
    rows = [
        json.dumps(entry_row(docket_id * 100 + n, docket_id, "x", entry_number=n or None)).encode() for n in numbers
    ]
    found, _ = decode_rows(rows, DocketEntry)  # type: ignore[arg-type]
    with writing(engine) as connection:
        save_entries(connection, found, Seen(at, None))
        done = {"docket_id": docket_id, "part": "entries", "mode": "whole", "checked_at": at}
        put(connection, s.progress, [done])


def test_feeds_are_asked_slowly_and_seldom(client: CourtListener, engine: sa.Engine, site: Site, clock: Clock):
    """Three dockets: are they ten seconds apart, and is none asked again within six hours?"""
    fetch_hints(client, engine, [7000, 7001, 7002, 7000])
    assert site.asked == [(0, "/docket/7000/feed/"), (10, "/docket/7001/feed/"), (20, "/docket/7002/feed/")]
    clock.now += 6 * HOUR - 30
    fetch_hints(client, engine, [7000, 7001, 7002])
    assert len(site.asked) == 3
    clock.now += 15
    fetch_hints(client, engine, [7000, 7001, 7002])
    assert site.dockets[3:] == [7000]


def test_those_first_that_were_looked_at_longest_ago(
    client: CourtListener, engine: sa.Engine, site: Site, clock: Clock
):
    """Two a run: does every docket come in turn?"""
    for _ in range(3):
        fetch_hints(client, engine, [7000, 7001, 7002], most=2)
        clock.now += 7 * HOUR
    assert site.dockets == [7000, 7001, 7002, 7000, 7001, 7002]


def test_two_programs_keep_ten_seconds_apart(client: CourtListener, engine: sa.Engine, site: Site, clock: Clock):
    """Another run looked three seconds ago: is it waited for?"""
    fetch_hints(client, engine, [7000])
    clock.now += 3
    fetch_hints(client, engine, [7001])
    assert clock.slept == [7.0]


def test_a_look_in_the_future_is_none(client: CourtListener, engine: sa.Engine, site: Site, clock: Clock):
    """The clock was wrong then: are feeds asked all the same, at once?"""
    clock.now += 1_000 * HOUR
    fetch_hints(client, engine, [7000])
    clock.now = MORNING
    fetch_hints(client, engine, [7000, 7001])
    assert site.dockets == [7000, 7001, 7000]
    assert clock.slept == [10.0]


def test_only_news_is_a_hint(client: CourtListener, engine: sa.Engine, site: Site, clock: Clock):
    """By number and, without one, by id: is a docket named only where the store lacks an entry?"""
    for docket_id in (7000, 7001, 7002):
        hold(engine, docket_id, clock.moment() - dt.timedelta(hours=1), 0, 1, 2)
    site.bodies = {
        7000: atom("entry-1", "entry-2", "minute-entry-700000"),
        7001: atom("entry-3", "entry-2", docket=7001),
        7002: atom("minute-entry-700299", docket=7002),
        7003: atom(docket=7003),
    }
    assert fetch_hints(client, engine, [7000, 7001, 7002, 7003]) == {7001, 7002}


def test_nothing_of_a_feed_is_kept(client: CourtListener, engine: sa.Engine, site: Site):
    """After a look with news: is there a row in `sweep`, and nothing of the entry anywhere?"""
    fetch_hints(client, engine, [7000])
    with reading(engine) as connection:
        assert connection.execute(sa.select(s.docket_entry)).all() == []
        row = connection.execute(sa.select(s.sweep)).one()
    assert (row.name, row.endpoint, row.error) == ("feed 7000", "feed", None)
    assert "ORDER" not in repr(row)
    assert "Quispe" not in repr(row)


def test_a_hint_stands_until_the_docket_was_asked_for(
    client: CourtListener, engine: sa.Engine, site: Site, clock: Clock
):
    """Within the six hours, and when the feed did not change since: is it remembered, and forgotten in time?"""
    site.etag = '"a1"'
    assert fetch_hints(client, engine, [7000]) == {7000}
    clock.now += HOUR
    assert fetch_hints(client, engine, [7000]) == {7000}
    clock.now += 6 * HOUR
    assert fetch_hints(client, engine, [7000]) == {7000}
    hold(engine, 7000, clock.moment(), 1)
    assert fetch_hints(client, engine, [7000]) == set()
    clock.now += 7 * HOUR
    assert fetch_hints(client, engine, [7000]) == set()
    assert len(site.asked) == 3


def test_a_feed_that_fails_stops_no_other(client: CourtListener, engine: sa.Engine, site: Site, clock: Clock):
    """One missing, one that is no feed: is it said and noted, not asked again for six hours, and do others go on?"""
    site.statuses[7000] = 404
    site.bodies[7001] = atom("entry-1", before=LAUGHS, docket=7001)
    assert fetch_hints(client, engine, [7000, 7001, 7002]) == {7002}
    said = " ".join(client.heard)  # pyright: ignore[reportAttributeAccessIssue]
    assert "no feed of docket 7000" in said
    assert "docket 7001 cannot be read" in said
    with reading(engine) as connection:
        errors = dict(tuple(row) for row in connection.execute(sa.select(s.sweep.c.name, s.sweep.c.error)))
    assert errors["feed 7002"] is None
    assert "status 404" in errors["feed 7000"]
    fetch_hints(client, engine, [7000, 7001, 7002])
    assert len(site.asked) == 3


def test_a_refusal_ends_it_for_hours(client: CourtListener, engine: sa.Engine, site: Site, clock: Clock):
    """429 to the second of three: is nothing more asked in this run, nor in the next, and then again?"""
    site.statuses[7001] = 429
    assert fetch_hints(client, engine, [7000, 7001, 7002]) == {7000}
    clock.now += HOUR
    assert fetch_hints(client, engine, [7000, 7001, 7002]) == {7000}
    assert site.dockets == [7000, 7001]
    site.statuses.clear()
    clock.now += 6 * HOUR
    assert fetch_hints(client, engine, [7000, 7001, 7002]) == {7000, 7001, 7002}


def test_a_stop_repeats_no_look(client: CourtListener, engine: sa.Engine, site: Site, monkeypatch: pytest.MonkeyPatch):
    """Killed while the feed came: does the next run leave it alone for six hours?"""

    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(feed, "read_feed", stop)
    with pytest.raises(KeyboardInterrupt):
        fetch_hints(client, engine, [7000])
    monkeypatch.undo()
    fetch_hints(client, engine, [7000])
    assert len(site.asked) == 1


@pytest.fixture
def courthouse(court_folder: Path) -> Iterator[Server]:
    with serve(court_folder, throttle="5/min") as server:
        yield server


def test_the_sandbox_gives_feeds_for_nothing(
    courthouse: Server, client_of: Callable[..., CourtListener], engine: sa.Engine, clock: Clock
):
    """A whole feed as CourtListener gives it: is its news told, and is no request of the budget spent?"""
    client = client_of(courthouse.url, clock=clock)
    client.sleep = clock.sleep
    hold(engine, 7001, clock.moment(), *range(1, 46))
    assert fetch_hints(client, engine, [7000, 7001, 7999]) == {7000}
    with reading(engine) as connection:
        assert connection.execute(sa.select(s.request)).all() == []


def test_a_recorded_feed(shared: Path):
    """As the real server gives it: thirty entries at most, the numbered and the others?"""
    for name, docket_id, numbers, minutes in (
        ("341_docket_feed_atom", 147, 3, 0),
        ("345_docket_feed_large", 72, None, None),
    ):
        sample = json.loads((shared / "courtlistener" / "samples" / f"{name}.json").read_text())
        entries = read_feed(sample["response"]["body"].encode(), docket_id)
        assert 0 < len(entries) <= 30
        assert all((entry.number is None) != (entry.entry_id is None) for entry in entries)
        if numbers is not None:
            assert sum(entry.number is not None for entry in entries) == numbers
            assert sum(entry.entry_id is not None for entry in entries) == minutes
