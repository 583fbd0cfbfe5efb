"""Webhooks: is every push kept once and before it is answered, and does nobody else get anything of the listener?"""
import contextlib
import datetime as dt
import http.client
import io
import json
import signal
import socket
import statistics
import subprocess
import sys
import textwrap
import threading
import time
import wsgiref.util
import wsgiref.validate
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from writwatch.fetch import FetchError, webhooks
from writwatch.fetch import schema as s
from writwatch.fetch.database import open_store, reading, writing
from writwatch.fetch.sandbox import Server as Sandbox
from writwatch.fetch.webhooks import (
    COURTLISTENER,
    Hooks,
    Push,
    Server,
    checked_allow,
    is_allowed,
    mark_handled,
    read_push,
    save_push,
    serve,
    unhandled,
)

SECRET = "a-secret-of-more-than-twenty-characters"
NOON = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def event(event_type: Any, payload: Any) -> dict[str, Any]:
    webhook = {"event_type": event_type, "version": 2, "date_created": "2026-04-10T12:00:00+00:00"}
    return {"webhook": webhook, "payload": payload}


def entry(number: int, docket: Any, **fields: Any) -> dict[str, Any]:
    return {"id": number, "docket": docket, "description": "ORDER to show cause", "recap_documents": [], **fields}


def docket_alert(*dockets: Any) -> bytes:
    return json.dumps(event(1, {"results": [entry(n, docket) for n, docket in enumerate(dockets)]})).encode()


@pytest.fixture(scope="module")
def one_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sa.Engine]:
    engine = open_store(str(tmp_path_factory.mktemp("store") / "dockets.db"))
    yield engine
    engine.dispose()


@pytest.fixture
def shelf(one_store: sa.Engine) -> sa.Engine:
    """An empty store for what the kind of database makes no difference to."""
    with writing(one_store) as connection:
        connection.execute(s.push.delete())
    return one_store


@pytest.fixture
def heard() -> list[str]:
    """What listeners said, line by line."""
    return []


@pytest.fixture
def listen(shelf: sa.Engine, heard: list[str]) -> Iterator[Callable[..., Server]]:
    """Start a listener at a free port, with the shelf or another store; its clock stands still at noon."""
    servers = []

    def start(engine: sa.Engine = shelf, **options: Any) -> Server:
        options = {"secret": SECRET, "clock": NOON.timestamp, "say": heard.append, **options}
        servers.append(serve(engine, 0, "127.0.0.1", **options))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def listener(listen: Callable[..., Server]) -> Server:
    """A listener with the shelf."""
    return listen()


# What a push says.


@pytest.mark.parametrize(
    ("said", "push"),
    [
        (event(1, {"results": [entry(1, 7001), entry(2, 7002), entry(3, 7001)]}), Push(1, (7001, 7002), True)),
        (event(1, {"results": [entry(1, "https://x.example/api/dockets/7001/")]}), Push(1, (7001,), True)),
        (event(1, {"results": [entry(1, 7001), entry(2, None), "row"]}), Push(1, (7001,), False)),
        (event(1, {"results": []}), Push(1, (), True)),
        (event(1, {"results": {"docket": 7001}}), Push(1, (), False)),
        (event(1, [entry(1, 7001)]), Push(1, (), False)),
        (event(2, {"results": [{"docket_id": 7003}], "alert": {"id": 1}}), Push(2, (7003,), True)),
        (event(2, {"results": [{"docket": 7003}]}), Push(2, (), False)),
        (event(3, {"id": 1, "status": 2}), Push(3, (), True)),
        (event(4, {"old_alerts": [{"docket": 7001}], "disabled_alerts": [{"docket": 7002}]}), Push(4, (), True)),
        (event(5, {"id": 1, "recap_document": 9}), Push(5, (), True)),
        (event(77, {"results": [entry(1, 7001)]}), Push(77, (), True)),
        (event(77, None), Push(77, (), False)),
        (event("1", {"results": [entry(1, 7001)]}), Push(None, (), False)),
        (event(True, {"results": [entry(1, 7001)]}), Push(None, (), False)),
        (event(2**31, {}), Push(None, (), False)),
        (event(-1, {}), Push(None, (), False)),
        ({"payload": {"results": [entry(1, 7001)]}}, Push(None, (), False)),
        ({"webhook": [1], "payload": {}}, Push(None, (), False)),
        ([], Push(None, (), False)),
        (None, Push(None, (), False)),
    ],
)
def test_what_a_push_says(said: Any, push: Push):
    """Each kind of event: which dockets have news, and is it seen when one is not as documented?"""
    assert read_push(json.dumps(said).encode()) == push
    assert read_push(json.dumps(said, sort_keys=True).encode("utf-16")) == push


@pytest.mark.parametrize("docket", [0, -1, 2**63, 10**30, 1.5, True, None, [], {}, "", "x", "/dockets/0/", "9" * 19])
def test_a_docket_that_is_none(docket: Any):
    """No id that a database could keep: is only this row left out?"""
    assert read_push(docket_alert(docket, 7001)) == Push(1, (7001,), False)


HOSTILE = {
    "nothing": b"",
    "no JSON": b"payload=%7B%7D",
    "half": docket_alert(7001)[:-5],
    "no text": bytes(range(256)),
    "deep list": b"[" * 200_000 + b"]" * 200_000,
    "deep object": b'{"webhook":' * 100_000 + b"1" + b"}" * 100_000,
    "deep and contacts": b'{"email":' * 100_000 + b"1" + b"}" * 100_000,
    "huge integer": b'{"webhook":{"event_type":1},"payload":{"results":[{"docket":%s}]}}' % (b"9" * 100_000),
    "huge event": b'{"webhook":{"event_type":%s},"payload":{}}' % (b"9" * 18),
    "huge exponent": b'{"webhook":{"event_type":1e999},"payload":{"results":[{"docket":1e999}]}}',
    "not a number": b'{"webhook":{"event_type":NaN},"payload":{}}',
    "NUL": b"\0\0\0\0",
    "NUL within": docket_alert(7001).replace(b"ORDER", b"\0ORDER"),
    "NUL escaped": docket_alert(7001).replace(b"ORDER", b"\\u0000ORDER"),
    "half a surrogate pair": docket_alert(7001).replace(b"ORDER", b"\\ud800ORDER"),
    "another half": docket_alert(7001).replace(b"ORDER", b"\xed\xa0\x80ORDER"),
    "key twice": b'{"webhook":{"event_type":1},"webhook":7,"payload":{}}',
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_bodies(engine: sa.Engine, listen: Callable[..., Server], body: bytes):
    """Whatever comes: is it kept, answered with 200, and the next push too?"""
    listener = listen(engine)
    assert push(listener, body, "a").status_code == 200
    assert push(listener, docket_alert(7009), "b").status_code == 200
    rows = stored(engine)
    assert [row.key for row in rows] == ["a", "b"]
    assert (rows[0].event_type, json.loads(rows[0].docket_ids)) == tuple(map(list_of, read_push(body)[:2]))
    assert zlib.decompress(rows[0].raw) in (body, b'""')
    assert json.loads(rows[1].docket_ids) == [7009]


def list_of(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


@given(st.binary(max_size=300))
def test_reading_any_bytes(body: bytes):
    assert read_push(body).docket_ids == ()


NESTED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.integers(1, 99).map(str),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["docket", "results", ""]), inner, max_size=3)
    ),
    max_leaves=5,
)


@given(st.sampled_from([1, 2, 4, 5]), NESTED, st.lists(NESTED, max_size=4))
def test_reading_any_json(event_type: int, payload: Any, rows: list[Any]):
    """Are the ids always such as a database keeps, and once each?"""
    for inside in (payload, {"results": rows}, {"results": [{"docket": row, "docket_id": row} for row in rows]}):
        said = read_push(json.dumps(event(event_type, inside)).encode())
        assert said.event_type == event_type
        assert len(set(said.docket_ids)) == len(said.docket_ids)
        assert all(0 < number < 2**63 for number in said.docket_ids)


@pytest.mark.parametrize(
    ("number", "event_type", "dockets"),
    [
        ("500", 1, (147,)),
        ("501", 1, (147,)),
        ("502", 1, (147,)),
        ("503", 1, (147,)),
        ("504", 4, ()),
        ("505", 5, ()),
    ],
)
def test_recorded_pushes(shared: Path, number: str, event_type: int, dockets: tuple[int, ...]):
    """What CourtListener's own code sent: is it read, keys reordered or not?"""
    (path,) = (shared / "courtlistener" / "samples").glob(f"{number}_*.json")
    body = json.dumps(json.loads(path.read_text())["http"]["body"]).encode()
    assert read_push(body) == Push(event_type, dockets, True)


def test_recorded_search_alert(shared: Path):
    (path,) = (shared / "courtlistener" / "samples").glob("510_*.json")
    said = read_push(json.dumps(json.loads(path.read_text())["http"]["body"]).encode())
    assert (said.event_type, said.readable, said.docket_ids[0]) == (2, True, 147)


# What is kept of it.


def stored(engine: sa.Engine) -> list[Any]:
    with reading(engine) as connection:
        return list(connection.execute(sa.select(s.push).order_by(s.push.c.id)))


def test_a_push_is_kept_once(engine: sa.Engine):
    """The same key again, keys of the body reordered: is it one row, the first?"""
    assert save_push(engine, "k", docket_alert(7001, 7002), NOON) is True
    assert save_push(engine, "k", docket_alert(7003), NOON + HOUR) is False
    (row,) = stored(engine)
    assert (row.key, row.event_type, json.loads(row.docket_ids)) == ("k", 1, [7001, 7002])
    assert (row.received_at, row.handled_at) == (NOON, None)
    assert zlib.decompress(row.raw) == docket_alert(7001, 7002)


@pytest.mark.parametrize(
    "body", [b"no JSON", json.dumps(event(5, {"recap_document": 3})).encode(), docket_alert(), docket_alert("nowhere")]
)
def test_a_push_without_news_leaves_nothing_to_ask(shelf: sa.Engine, body: bytes):
    save_push(shelf, "k", body, NOON)
    assert stored(shelf)[0].handled_at == NOON
    with reading(shelf) as connection:
        assert unhandled(connection) == {}


def test_which_dockets_wait(engine: sa.Engine):
    """Pushes come and dockets are asked for together: which are left, since when, and which pushes are done with?"""
    save_push(engine, "a", docket_alert(1, 2), NOON)
    save_push(engine, "b", docket_alert(2, 3), NOON + HOUR)
    save_push(engine, "c", docket_alert(4), NOON + 2 * HOUR)
    steps: list[tuple[list[int], dt.datetime, int, dict[int, int]]] = [
        ([], NOON + 9 * HOUR, 0, {1: 0, 2: 1, 3: 1, 4: 2}),
        ([1, 2, 3, 4], NOON - HOUR, 0, {1: 0, 2: 1, 3: 1, 4: 2}),
        ([2], NOON, 0, {1: 0, 2: 1, 3: 1, 4: 2}),
        ([1, 2, 3], NOON + HOUR / 2, 1, {2: 1, 3: 1, 4: 2}),
        ([2, 4, 5], NOON + 3 * HOUR, 1, {2: 1, 3: 1}),
        ([3, 2], NOON + 4 * HOUR, 1, {}),
        ([1, 2, 3, 4], NOON + 5 * HOUR, 0, {}),
    ]
    for docket_ids, before, done, left in steps:
        with writing(engine) as connection:
            assert mark_handled(connection, docket_ids, before) == done
            assert unhandled(connection) == {docket_id: NOON + hours * HOUR for docket_id, hours in left.items()}
    assert [row.handled_at for row in stored(engine)] == [NOON + hours * HOUR for hours in (0.5, 4, 3)]
    assert [json.loads(row.docket_ids) for row in stored(engine)] == [[1, 2], [2, 3], [4]]


@pytest.mark.parametrize(
    ("part", "checked_at", "left", "done"),
    [
        ("entries", NOON, {2: NOON}, 1),
        ("entries", NOON + HOUR, {2: NOON}, 1),
        ("entries", NOON - HOUR, {1: NOON, 2: NOON}, 0),
        ("entries", None, {1: NOON, 2: NOON}, 0),
        ("docket", NOON + HOUR, {1: NOON, 2: NOON}, 0),
        ("search", NOON + HOUR, {1: NOON, 2: NOON}, 0),
    ],
)
def test_a_docket_that_was_asked_for_by_itself(
    engine: sa.Engine, part: str, checked_at: dt.datetime | None, left: dict[int, dt.datetime], done: int
):
    """One docket of a push in this run, the other in the next: does it count only if its entries were asked for since
    the push came, and not from an index that lags?"""
    save_push(engine, "a", docket_alert(1, 2), NOON)
    with writing(engine) as connection:
        row = {"docket_id": 1, "part": part, "mode": "delta", "checked_at": checked_at}
        connection.execute(s.progress.insert(), [row])
        assert unhandled(connection) == left
        assert mark_handled(connection, [2], NOON + 2 * HOUR) == done


def test_thousands_wait(engine: sa.Engine):
    """More pushes than one statement takes: are all handled?"""
    row = {"received_at": NOON, "event_type": 1, "docket_ids": "[7]", "raw": b"", "handled_at": None}
    with writing(engine) as connection:
        connection.execute(s.push.insert(), [{**row, "key": str(number)} for number in range(1234)])
        assert mark_handled(connection, [7], NOON) == 1234
        assert unhandled(connection) == {}


CONTACTS = {"email": "ada@example.org", "phone": "555-0142", "contact_raw": "4 Birch Avenue", "fax": "555-0143"}
ADDRESSES = [value.encode() for value in CONTACTS.values()]


def escaped(body: bytes) -> bytes:
    """The same JSON, its keys spelled so that no search finds them."""
    for key in CONTACTS:
        body = body.replace(key.encode(), f"\\u{ord(key[0]):04x}{key[1:]}".encode())
    return body


@pytest.mark.parametrize(
    "spelled",
    [
        lambda body: body,
        escaped,
        lambda body: body.decode().encode("utf-16"),
        lambda body: body.decode().encode("utf-32-le"),
        lambda body: b"\xef\xbb\xbf" + body,
        lambda body: body[:-2],
    ],
    ids=["plain", "escaped", "utf-16", "utf-32", "byte order mark", "cut off"],
)
def test_people_s_contact_data_is_not_stored(shelf: sa.Engine, listener: Server, spelled: Callable[[bytes], bytes]):
    """An attorney's address comes with an entry: is it dropped before the first write, however it is spelled?"""
    lawyer = {"name": "Dana Ferrand", **CONTACTS}
    body = json.dumps(event(1, {"results": [entry(1, 7001, attorneys=[lawyer])]})).encode()
    assert push(listener, spelled(body), "k").status_code == 200
    (row,) = stored(shelf)
    raw = zlib.decompress(row.raw)
    assert not any(address in raw.replace(b"\0", b"") for address in ADDRESSES)
    if spelled(body) == body:
        assert json.loads(raw)["payload"]["results"][0]["attorneys"] == [{"name": "Dana Ferrand"}]


@pytest.mark.parametrize(
    "text", ["Ni\\u00f1o", "\\u0000", '\\u0022email\\u0022: \\"none\\"', "by email", "\\ud83d\\ude00", "\\ud800"]
)
def test_what_has_no_contact_data_is_kept_as_received(shelf: sa.Engine, text: str):
    body = docket_alert(7001).replace(b"ORDER", text.encode())
    save_push(shelf, "k", body, NOON)
    assert zlib.decompress(stored(shelf)[0].raw) == body


# The listener.


def push(server: Server, body: bytes, key: str | None = None, **headers: str) -> requests.Response:
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    headers |= {"Content-Type": "application/json"} | ({"Idempotency-Key": key} if key is not None else {})
    return requests.post(f"{server.url}/hooks/{SECRET}/", data=body, headers=headers, timeout=30)


def test_a_repeat_is_answered_and_not_kept(shelf: sa.Engine, listener: Server, heard: list[str]):
    """Sent, sent again with its keys reordered, and something else: two rows, three answers of 200, a line each?"""
    reordered = json.dumps(json.loads(docket_alert(7001)), sort_keys=True).encode()
    bodies = [(docket_alert(7001), "a"), (reordered, "a"), (docket_alert(7002, 7003), "b")]
    answers = [push(listener, body, key) for body, key in bodies]
    assert [(answer.status_code, answer.text) for answer in answers] == [(200, "ok\n")] * 3
    assert [(row.key, row.received_at) for row in stored(shelf)] == [("a", NOON), ("b", NOON)]
    assert heard == [
        "push: docket alert, 1 docket, new",
        "push: docket alert, 1 docket, a repeat",
        "push: docket alert, 2 dockets, new",
    ]


@pytest.mark.parametrize(
    ("key", "again", "kept"),
    [
        (None, None, 1),
        ("", None, 1),
        ("x" * 4000, "x" * 4000, 1),
        ("x" * 4000, "x" * 4001, 2),
        ("caf\u00e9", "caf\u00e9", 1),
        ("a\tb", "a\tc", 2),
    ],
)
def test_keys_that_are_missing_or_odd(
    engine: sa.Engine, listen: Callable[..., Server], key: str | None, again: str | None, kept: int
):
    """No key: does the body stand for it? An odd one: does it still tell repeats, in both databases?"""
    listener = listen(engine)
    for one in (key, again):
        headers = {"Idempotency-Key": one.encode("latin-1")} if one is not None else {}
        body = docket_alert(7001)
        answer = requests.post(f"{listener.url}/hooks/{SECRET}/", data=body, headers=headers, timeout=30)  # type: ignore[arg-type]
        assert answer.status_code == 200
    rows = stored(engine)
    assert len(rows) == kept
    assert all(len(row.key) <= 200 and row.key.isascii() for row in rows)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/health", 200),
        ("HEAD", "/health", 200),
        ("POST", "/health", 405),
        ("POST", "/", 404),
        ("POST", "/hooks/", 404),
        ("POST", f"/hooks/{SECRET}", 404),
        ("POST", f"/hooks/{SECRET}x/", 404),
        ("POST", f"/hooks/{SECRET[:-1]}/", 404),
        ("POST", f"/hooks/{SECRET.upper()}/", 404),
        ("POST", f"/hooks/{SECRET[:-1]}%C3%A9/", 404),
        ("POST", "/hooks/%00/", 404),
        ("POST", "/hooks/../../etc/passwd", 404),
        ("GET", "/hooks/wrong/", 404),
        ("BREW", "/hooks/wrong/", 405),
        ("GET", f"/hooks/{SECRET}/", 405),
        ("HEAD", f"/hooks/{SECRET}/", 405),
        ("PUT", f"/hooks/{SECRET}/", 405),
        ("DELETE", f"/hooks/{SECRET}/", 405),
        ("OPTIONS", f"/hooks/{SECRET}/", 405),
        ("BREW", f"/hooks/{SECRET}/", 405),
    ],
)
def test_whoever_does_not_know_the_address_learns_nothing(
    shelf: sa.Engine, listener: Server, heard: list[str], method: str, path: str, status: int
):
    """Other paths and methods: is the answer its own name only, and nothing kept or said?"""
    connection = http.client.HTTPConnection(listener.url.partition("//")[2], timeout=10)
    connection.request(method, path, docket_alert(7001), {"Idempotency-Key": "k"})
    answer = connection.getresponse()
    words = {200: b"ok\n", 404: b"not found\n", 405: b"method not allowed\n"}
    assert (answer.status, answer.read()) == (status, b"" if method == "HEAD" else words[status])
    assert answer.headers["Server"] == "listener"
    connection.close()
    assert (stored(shelf), heard) == ([], [])


def test_the_query_of_the_address_does_not_matter(shelf: sa.Engine, listener: Server):
    answer = requests.post(f"{listener.url}/hooks/{SECRET}/?v=2", data=docket_alert(1), timeout=10)
    assert (answer.status_code, len(stored(shelf))) == (200, 1)


def test_nothing_is_said_that_is_nobody_s_business(
    shelf: sa.Engine, listener: Server, heard: list[str], capfd: pytest.CaptureFixture[str]
):
    """Good pushes, bad ones, wrong addresses, nonsense: do secret, key, body or names show anywhere?"""
    body = docket_alert(7001).replace(b"ORDER", b"Quispe Mamani")
    push(listener, body, "the-key")
    push(listener, body[:-1], "the-key-too")
    requests.get(f"{listener.url}/hooks/{SECRET}/", timeout=10)
    send_raw(listener, f"POST /hooks/{SECRET}/ HTTP/1.1\r\nContent-Length: 9000000\r\n\r\n".encode())
    send_raw(listener, f"POST /hooks/{SECRET}/ NONSENSE\r\n\r\n".encode())
    said = "".join([*heard, *capfd.readouterr(), listener.url, *(thread.name for thread in threading.enumerate())])
    assert len(heard) == 3
    for word in (SECRET, "the-key", "Quispe", "7001", "description"):
        assert word not in said


# Sizes and times.


def send_raw(server: Server, *pieces: bytes, pause: float = 0.0, half_close: bool = False) -> bytes:
    """The pieces with pauses between, and everything that is answered."""
    host, port = server.url.partition("//")[2].split(":")
    with socket.create_connection((host, int(port)), timeout=20) as connection:
        answer = b""
        try:
            for piece in pieces:
                connection.sendall(piece)
                time.sleep(pause)
            if half_close:
                connection.shutdown(socket.SHUT_WR)
        except ConnectionError:
            pass
        try:
            while piece := connection.recv(65_536):
                answer += piece
        except ConnectionError:
            pass
        return answer


def head(*lines: str) -> bytes:
    return "\r\n".join([f"POST /hooks/{SECRET}/ HTTP/1.1", "Host: x", *lines, "", ""]).encode()


def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


@pytest.mark.parametrize(
    ("lines", "body", "status"),
    [
        (("Content-Length: 5000001",), b"", 413),
        (("Content-Length: 999999999999999",), b"{}", 413),
        (("Content-Length: " + "9" * 500,), b"{}", 400),
        (("Content-Length: -1",), b"{}", 400),
        (("Content-Length: +2",), b"{}", 400),
        (("Content-Length: 2, 2",), b"{}", 400),
        (("Content-Length: \u00b2",), b"{}", 400),
        (("Content-Length: 100",), b"{}", 400),
        ((), b"{}", 411),
        (("Transfer-Encoding: chunked",), b"2\r\n{}\r\n0\r\n\r\n", 411),
        (("Transfer-Encoding: chunked", "Content-Length: 2"), b"{}", 411),
        (("Content-Length: 2",), b"{}", 200),
        (("Content-Length: 2",), b"{}" + b" " * 100_000, 200),
    ],
)
def test_lengths(shelf: sa.Engine, listener: Server, lines: tuple[str, ...], body: bytes, status: int):
    """Too long, untrue, missing: is it refused without being read, and never more read than was said?"""
    assert status_of(send_raw(listener, head(*lines), body, half_close=True)) == status
    assert [zlib.decompress(row.raw) for row in stored(shelf)] == ([b"{}"] if status == 200 else [])


def test_the_longest_body(shelf: sa.Engine, listener: Server):
    """Five million bytes are taken; one more is refused, and who goes on sending can read why."""
    body = docket_alert(7001).ljust(5_000_000)
    assert push(listener, body, "a").status_code == 200
    assert push(listener, body + b" ", "b").status_code == 413
    assert [row.key for row in stored(shelf)] == ["a"]


@pytest.mark.parametrize("long_line", [b"GET /" + b"x" * 70_000, b"GET / HTTP/1.1\r\nA: " + b"x" * 70_000])
def test_lines_without_end(listener: Server, long_line: bytes):
    assert status_of(send_raw(listener, long_line + b"\r\n\r\n")) in (400, 414, 431)


@pytest.mark.parametrize("start", [b"", b"POST /hooks/", head("Content-Length: 99"), head("Content-Length: 99") + b"{"])
def test_a_slow_sender_is_given_up(
    shelf: sa.Engine, listen: Callable[..., Server], monkeypatch: pytest.MonkeyPatch, start: bytes
):
    """A byte now and then, of the head or of the body: is the whole limited, not each byte, and nothing kept?"""
    monkeypatch.setattr(webhooks, "PATIENCE", 0.4)
    monkeypatch.setattr(webhooks, "LINGER", 0.1)
    server = listen()
    began = time.monotonic()
    answer = send_raw(server, start, *[b" "] * 40, pause=0.05)
    assert time.monotonic() - began < 5
    assert status_of(answer) in ((0, 408) if b"Length" in start else (0, 400))
    assert stored(shelf) == []


def test_slow_senders_hold_nobody_up(shelf: sa.Engine, listen: Callable[..., Server], monkeypatch: pytest.MonkeyPatch):
    """Fifty connections that only hold on: is a push answered meanwhile, and are they all gone later?"""
    monkeypatch.setattr(webhooks, "PATIENCE", 1.0)
    server = listen()
    host, port = server.url.partition("//")[2].split(":")
    slow = [socket.create_connection((host, int(port)), timeout=10) for _ in range(50)]
    for connection in slow:
        connection.sendall(b"POST /hooks/")
    assert push(server, docket_alert(7001), "k").status_code == 200
    assert [connection.recv(1) for connection in slow] == [b""] * 50
    for connection in slow:
        connection.close()


def wait_for_room(server: Server, slots: int) -> None:
    """Until so many more connections would be served."""
    deadline = time.monotonic() + 20
    while server._http.slots._value != slots:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_more_connections_than_are_served(listen: Callable[..., Server], monkeypatch: pytest.MonkeyPatch):
    """Beyond the limit one is closed at once; when others have gone there is room again."""
    monkeypatch.setattr(webhooks, "AT_ONCE", 2)
    monkeypatch.setattr(webhooks, "PATIENCE", 0.5)
    server = listen()
    host, port = server.url.partition("//")[2].split(":")
    held = [socket.create_connection((host, int(port)), timeout=10) for _ in range(2)]
    wait_for_room(server, 0)
    with pytest.raises(requests.ConnectionError):
        push(server, docket_alert(7001), "k")
    for connection in held:
        assert connection.recv(1) == b""
        connection.close()
    wait_for_room(server, 2)
    monkeypatch.setattr(webhooks, "PATIENCE", 30)
    assert push(server, docket_alert(7001), "k").status_code == 200


def test_a_hundred_at_once(
    engine: sa.Engine, listen: Callable[..., Server], record_property: Callable[[str, object], None]
):
    """A hundred deliveries at the same time, every one twice: is each kept once, and what is answered with 200 for
    good? Where the disk is too busy it is answered with 503, and CourtListener sends it again."""
    listener = listen(engine)

    def deliver(number: int) -> tuple[int, float]:
        began = time.perf_counter()
        status = push(listener, docket_alert(7000 + number % 100), f"key {number % 100}").status_code
        return status, time.perf_counter() - began

    numbers = list(range(200))
    with ThreadPoolExecutor(100) as pool:
        answers = list(pool.map(deliver, numbers))
        taken = {f"key {number % 100}" for number, (status, _) in zip(numbers, answers, strict=True) if status == 200}
        assert taken <= {row.key for row in stored(engine)}
        record_property("answered_503", sum(status == 503 for status, _ in answers))
        p95 = statistics.quantiles([seconds for _, seconds in answers], n=20)[-1]
        record_property("p95_ms_of_a_hundred_at_once", round(p95 * 1000, 1))
        assert statistics.median(seconds for _, seconds in answers) < 3
        for _ in range(20):
            assert {status for status, _ in answers} <= {200, 503}
            numbers = [number for number, (status, _) in zip(numbers, answers, strict=True) if status != 200]
            answers = list(pool.map(deliver, numbers))
    assert not numbers
    assert sorted(row.key for row in stored(engine)) == sorted(f"key {number}" for number in range(100))


def test_how_long_an_answer_takes(
    engine: sa.Engine, listen: Callable[..., Server], record_property: Callable[[str, object], None]
):
    """One after the other: the 95th percentile is written down, and most come long before the three seconds that
    CourtListener waits."""
    listener, times = listen(engine), []
    for number in range(100):
        began = time.perf_counter()
        assert push(listener, docket_alert(7001, 7002), str(number)).status_code == 200
        times.append(time.perf_counter() - began)
    p95 = statistics.quantiles(times, n=20)[-1]
    record_property("p95_ms", round(p95 * 1000, 1))
    assert statistics.median(times) < 3


# Who may push.


@pytest.mark.parametrize(
    ("allow", "proxied", "forwarded", "status"),
    [
        ((), False, None, 200),
        ((), True, None, 200),
        (("127.0.0.1",), False, None, 200),
        (("127.0.0.0/8", "::1"), False, None, 200),
        (COURTLISTENER, False, None, 404),
        (COURTLISTENER, False, "34.210.230.218", 404),
        (COURTLISTENER, True, "34.210.230.218", 200),
        (COURTLISTENER, True, " 203.0.113.7 , 54.189.59.91 ", 200),
        (COURTLISTENER, True, "::ffff:34.210.230.218", 200),
        (COURTLISTENER, True, "34.210.230.218, 203.0.113.7", 404),
        (COURTLISTENER, True, "34.210.230.218,", 404),
        (COURTLISTENER, True, "34.210.230.218\n 203.0.113.7", 404),
        (COURTLISTENER, True, "secret words", 404),
        (COURTLISTENER, True, "", 404),
        (COURTLISTENER, True, None, 404),
    ],
)
def test_who_may_push(
    shelf: sa.Engine,
    listen: Callable[..., Server],
    heard: list[str],
    allow: tuple[str, ...],
    proxied: bool,
    forwarded: str | None,
    status: int,
):
    """An allow-list, with and without a proxy in front: is only what the proxy itself wrote believed?"""
    server = listen(allow=allow, proxied=proxied)
    lines = [] if forwarded is None else [f"X-Forwarded-For: {forwarded}"]
    assert status_of(send_raw(server, head(*lines, "Content-Length: 2"), b"{}")) == status
    assert len(stored(shelf)) == (status == 200)
    assert not any("secret" in line for line in heard)
    assert len(heard) == 1


def test_a_header_that_only_looks_like_the_proxy_s(shelf: sa.Engine, listen: Callable[..., Server]):
    """With an underscore, which some servers take for a hyphen, and twice: does the proxy's own, the last, count?"""
    server = listen(allow=COURTLISTENER, proxied=True)
    for lines in (
        ("X-Forwarded-For: 203.0.113.7", "X_Forwarded_For: 34.210.230.218"),
        ("X-Forwarded-For: 34.210.230.218", "X-Forwarded-For: 203.0.113.7"),
    ):
        assert status_of(send_raw(server, head(*lines, "Content-Length: 2"), b"{}")) == 404
    assert stored(shelf) == []


@pytest.mark.parametrize(
    ("address", "allow", "allowed"),
    [
        ("2001:db8::7", ["2001:db8::/32"], True),
        ("2001:db9::7", ["2001:db8::/32"], False),
        ("10.1.2.3", ["10.1.2.3/24"], True),
        ("", [], True),
        ("", ["0.0.0.0/0", "::/0"], False),
        ("010.1.2.3", ["0.0.0.0/0"], False),
    ],
)
def test_addresses(address: str, allow: list[str], allowed: bool):
    assert is_allowed(address, checked_allow(allow)) is allowed


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"secret": ""}, "there is no secret .*WRITWATCH_HOOK_SECRET.*make one"),
        ({"secret": "   "}, "there is no secret"),
        ({"secret": "x" * 19}, "fewer than 20 characters"),
        ({"secret": "x" * 20 + "/y"}, "only letters, digits"),
        ({"secret": "x" * 20 + "\u00e9"}, "only letters, digits"),
        ({"allow": ["34.210.230.218", "nowhere"]}, "'nowhere' is no network address"),
        ({"allow": [""]}, "is no network address"),
    ],
)
def test_mistakes_of_the_operator(listen: Callable[..., Server], options: dict[str, Any], sentence: str):
    """Is each said in one sentence that does not repeat the secret?"""
    with pytest.raises(FetchError, match=sentence) as raised:
        listen(**options)
    assert "xxxx" not in str(raised.value)


def test_a_port_that_is_taken(shelf: sa.Engine, listener: Server):
    with pytest.raises(FetchError, match=r"cannot listen on .*--port"):
        serve(shelf, int(listener.url.rpartition(":")[2]), "127.0.0.1", SECRET)


def test_closing(shelf: sa.Engine, listener: Server):
    """Closed once or twice: is nothing left behind?"""
    listener.close()
    listener.close()
    assert not [thread for thread in threading.enumerate() if thread.name == listener.url]
    with pytest.raises(requests.ConnectionError):
        push(listener, docket_alert(1))


def test_listening_on_ipv6(shelf: sa.Engine):
    try:
        server = serve(shelf, 0, "::1", SECRET, ["::1"])
    except FetchError:
        pytest.skip("this machine has no IPv6")
    with server:
        assert push(server, docket_alert(1)).status_code == 200


# When something is wrong with the store.


def test_a_store_that_another_program_holds(
    database: str, engine: sa.Engine, listen: Callable[..., Server], heard: list[str], monkeypatch: pytest.MonkeyPatch
):
    """A lock is not let go of: 503 soon, nothing kept; later the same push comes again and is new?"""
    monkeypatch.setattr(webhooks, "LONGEST_LOCK", 0.2)
    server, other = listen(engine), open_store(database)
    with writing(other) as holder:
        if "://" in database:
            holder.exec_driver_sql("LOCK TABLE push")
        began = time.monotonic()
        assert push(server, docket_alert(7001), "k").status_code == 503
        assert time.monotonic() - began < 3
    assert "push refused (503): it will come again" in heard[0]
    assert push(server, docket_alert(7001), "k").status_code == 200
    assert heard[1] == "push: docket alert, 1 docket, new"
    assert len(stored(engine)) == 1
    other.dispose()


def test_a_page_that_is_being_saved(database: str, engine: sa.Engine, listen: Callable[..., Server]):
    """PostgreSQL, where writers queue by a lock of ours: does a push wait for none of them?"""
    if "://" not in database:
        pytest.skip("SQLite has one writer at a time")
    with writing(engine):
        assert push(listen(engine), docket_alert(7001), "k").status_code == 200


def test_too_many_before_it(listen: Callable[..., Server], monkeypatch: pytest.MonkeyPatch, heard: list[str]):
    monkeypatch.setattr(webhooks, "LONGEST_QUEUE", 0.05)
    server = listen()
    with server.hooks.inbox.turn:
        assert push(server, docket_alert(7001), "k").status_code == 503
    assert push(server, docket_alert(7001), "k").status_code == 200
    assert heard == [
        "push refused (503): too many came before it; it will come again",
        "push: docket alert, 1 docket, a repeat",  # the first was written with it
    ]


def test_a_fault_of_the_store_quotes_no_push(
    engine: sa.Engine, listen: Callable[..., Server], heard: list[str], capfd: pytest.CaptureFixture[str]
):
    """The table is gone: what the database says quotes the row. Is it 503, and only its kind that is said?"""
    server = listen(engine)
    with writing(engine) as connection:
        connection.exec_driver_sql("ALTER TABLE push RENAME TO pushed")
    assert push(server, docket_alert(7001), "the-key").status_code == 503
    assert heard in (
        ["push refused (503): it will come again; OperationalError"],
        ["push refused (503): it will come again; ProgrammingError"],
    )
    assert "the-key" not in "".join(capfd.readouterr())


CHILD = textwrap.dedent("""
    import os, signal, sys, time
    from writwatch.fetch import webhooks
    from writwatch.fetch.database import open_store

    database, secret, moment = sys.argv[1:]
    save_rows = webhooks.save_rows

    def save_and_die(engine, rows):
        if moment == "stored":
            save_rows(engine, rows)
        os.kill(os.getpid(), signal.SIGKILL)

    if moment in ("received", "stored"):
        webhooks.save_rows = save_and_die
    server = webhooks.serve(open_store(database), 0, "127.0.0.1", secret, say=print)
    print(server.url, flush=True)
    time.sleep(60)
""")


def start_child(database: str, moment: str) -> tuple[subprocess.Popen[str], str]:
    """A listener in a process of its own, which dies at that moment ("" for none), and its address."""
    command = [sys.executable, "-c", CHILD, database, SECRET, moment]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout
    return child, f"{child.stdout.readline().strip()}/hooks/{SECRET}/"


KEYED = {"Idempotency-Key": "d286e459-3b72-485d-b1c5-fedc91392232"}


@pytest.mark.parametrize(("moment", "kept", "then"), [("received", 0, "new"), ("stored", 1, "a repeat")])
def test_killed_before_the_answer(
    database: str, engine: sa.Engine, listen: Callable[..., Server], heard: list[str], moment: str, kept: int, then: str
):
    """kill -9 before or after the push is stored: no answer, nothing half; is it there once when it has come again?"""
    child, url = start_child(database, moment)
    with child:
        with pytest.raises(requests.ConnectionError):
            requests.post(url, data=docket_alert(7001), headers=KEYED, timeout=30)
        assert child.wait() == -signal.SIGKILL
    assert len(stored(engine)) == kept
    assert push(listen(engine), docket_alert(7001), KEYED["Idempotency-Key"]).status_code == 200
    assert heard == [f"push: docket alert, 1 docket, {then}"]
    assert len(stored(engine)) == 1


def test_killed_in_a_burst(database: str, engine: sa.Engine):
    """kill -9 while dozens come at once: is every push that was answered there, once and whole?"""
    child, url = start_child(database, "")
    answered: list[str] = []

    def deliver(number: int) -> None:
        key = f"key {number}"
        with contextlib.suppress(requests.ConnectionError):
            body, headers = docket_alert(number + 1), {"Idempotency-Key": key}
            assert requests.post(url, data=body, headers=headers, timeout=30).status_code == 200
            answered.append(key)
            if len(answered) >= 40:
                child.kill()

    with child, ThreadPoolExecutor(20) as pool:
        list(pool.map(deliver, range(200)))
    rows = {row.key: row for row in stored(engine)}
    assert 40 <= len(answered) < 200
    assert set(answered) <= rows.keys()
    assert all(zlib.decompress(row.raw) == docket_alert(*json.loads(row.docket_ids)) for row in rows.values())


# Behind another web server.


def call(hooks: Hooks, method: str, path: str, body: bytes = b"", **environ: Any) -> tuple[str, bytes]:
    """One request as a WSGI server makes it, both sides held to the standard."""
    asked: dict[str, Any] = {"REQUEST_METHOD": method, "PATH_INFO": path, "REMOTE_ADDR": "127.0.0.1"}
    asked |= {"wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(len(body)), "QUERY_STRING": "", "SCRIPT_NAME": ""}
    asked |= environ
    asked = {name: value for name, value in asked.items() if value is not None}
    wsgiref.util.setup_testing_defaults(asked)
    statuses = []
    answered = wsgiref.validate.validator(hooks)(asked, lambda status, headers, *_: statuses.append(status) or print)  # type: ignore[arg-type]
    answer = b"".join(answered)
    answered.close()  # type: ignore[attr-defined]
    return statuses[0], answer


@pytest.fixture
def hooks(shelf: sa.Engine, heard: list[str]) -> Iterator[Hooks]:
    hooks = Hooks(shelf, SECRET, allow=COURTLISTENER, proxied=True, clock=NOON.timestamp, say=heard.append)
    yield hooks
    hooks.close()


FROM_COURTLISTENER = {"HTTP_X_FORWARDED_FOR": COURTLISTENER[0], "HTTP_IDEMPOTENCY_KEY": "k"}


@pytest.mark.parametrize(
    ("method", "path", "environ", "status"),
    [
        ("POST", f"/hooks/{SECRET}/", {}, "200 OK"),
        ("POST", f"/hooks/{SECRET}/", {"HTTP_X_FORWARDED_FOR": "203.0.113.7"}, "404 Not Found"),
        ("POST", f"/hooks/{SECRET}/", {"CONTENT_LENGTH": None}, "411 Length Required"),
        ("POST", f"/hooks/{SECRET}/", {"HTTP_TRANSFER_ENCODING": "chunked"}, "411 Length Required"),
        ("POST", f"/hooks/{SECRET}/", {"CONTENT_LENGTH": "999"}, "400 Bad Request"),
        ("POST", "/hooks/\u00e9/", {}, "404 Not Found"),
        ("HEAD", f"/hooks/{SECRET}/", {}, "405 Method Not Allowed"),
        ("GET", "/health", {}, "200 OK"),
        ("HEAD", "/health", {}, "200 OK"),
    ],
)
def test_as_a_wsgi_application(
    shelf: sa.Engine, hooks: Hooks, method: str, path: str, environ: dict[str, Any], status: str
):
    body = docket_alert(7001) if method == "POST" else b""
    said, answer = call(hooks, method, path, body, **{**FROM_COURTLISTENER, **environ})
    assert said == status
    assert answer == (b"" if method == "HEAD" else f"{status[4:].lower()}\n".encode())
    assert [row.key for row in stored(shelf)] == (["k"] if said == "200 OK" and method == "POST" else [])


def test_a_wsgi_server_that_hands_on_a_drip(shelf: sa.Engine, hooks: Hooks, monkeypatch: pytest.MonkeyPatch):
    """The server in front does not limit its senders: is the body given up all the same?"""
    monkeypatch.setattr(webhooks, "PATIENCE", 0.2)

    class Drip(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            time.sleep(0.05)
            return super().read(1)

    environ = {**FROM_COURTLISTENER, "wsgi.input": Drip(b" " * 100), "CONTENT_LENGTH": "100"}
    began = time.monotonic()
    assert call(hooks, "POST", f"/hooks/{SECRET}/", **environ)[0] == "408 Request Timeout"
    assert time.monotonic() - began < 2
    assert stored(shelf) == []


# The whole way.


def test_from_the_court_to_the_store(sandbox: Sandbox, shelf: sa.Engine, listener: Server):
    """An entry is made upstream: is it pushed to who has an alert for its docket, once, and to nobody else?"""
    headers = {"Authorization": "Token mine"}
    requests.post(f"{sandbox.url}docket-alerts/", json={"docket": 7001}, headers=headers, timeout=10)
    sandbox.rows.upsert("docket-entries", [{"id": 1, "docket": 7001}, {"id": 2, "docket": 7002}])
    control = sandbox.url.replace("/api/rest/v4/", "/sandbox/push")
    asked = {"to": f"{listener.url}/hooks/{SECRET}/", "entries": [1, 2, 3], "key": "k"}
    for _ in range(2):
        sent = requests.post(control, json=asked, timeout=10).json()
        assert sent == [{"docket": 7001, "key": "k", "status": 200}]
    with reading(shelf) as connection:
        assert unhandled(connection) == {7001: NOON}
    listener.close()
    assert requests.post(control, json=asked, timeout=10).json()[0]["status"] is None
    assert requests.post(control, json={**asked, "to": "nowhere"}, timeout=10).status_code == 400
