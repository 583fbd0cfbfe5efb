"""What CourtListener pushes: the body of a webhook in, a row of `push` and the dockets that have news out.

Nothing in a push is believed: it is a hint that these dockets should be asked for. `Hooks` is a WSGI application for
any web server to call, `serve` listens by itself. Both keep the body before they answer 200: without that CourtListener
sends it again, and what comes again is kept once. Nothing is said or logged of bodies, names, keys or the secret.
"""
import contextlib
import datetime as dt
import hmac
import io
import ipaddress
import json
import re
import socket
import socketserver
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import Future
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, NamedTuple, Self

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import SQLAlchemyError

from . import FetchError, takedowns
from . import schema as s
from .database import begin_postgres, connect, writing
from .objects import without_contacts
from .store import hash_of, insert_into, pack

SECRET_VARIABLE = "WRITWATCH_HOOK_SECRET"  # noqa: S105 - its name
COURTLISTENER = ("34.210.230.218", "54.189.59.91")
"""The addresses CourtListener sends from, for whoever wants to allow no other."""
LONGEST_BODY = 5_000_000
"""Bytes. A docket alert has about a thousand an entry."""
PATIENCE = 5.0
"""Seconds for a request to arrive whole. CourtListener gives an answer three."""
LONGEST_QUEUE = 1.5
"""Seconds that a push waits for those before it."""
LONGEST_LOCK = 1.0
"""Seconds that a push waits for another process to finish writing."""
AT_ONCE = 200
"""Connections served at the same time; beyond, one is closed as soon as it is made."""
LINGER = 1.0
"""Seconds in which one who was refused may finish sending: cut off earlier, he might never read the answer."""

DOCKET_ALERT, SEARCH_ALERT, FETCH, OLD_ALERTS, PRAY_AND_PAY = 1, 2, 3, 4, 5
EVENTS = {
    DOCKET_ALERT: "docket alert",
    SEARCH_ALERT: "search alert",
    FETCH: "fetch",
    OLD_ALERTS: "report of old alerts",
    PRAY_AND_PAY: "pray-and-pay",
}
DOCKET_KEY = {DOCKET_ALERT: "docket", SEARCH_ALERT: "docket_id"}
"""Where a row of `results` names its docket; other events name none that has news."""


class Push(NamedTuple):
    """What a body says. `event_type`: CourtListener's code; None: it says none. `docket_ids`: the dockets with news.

    `readable`: it is an event as CourtListener documents it; if not, it may say less than it should.
    """

    event_type: int | None
    docket_ids: tuple[int, ...]
    readable: bool


UNREADABLE = Push(None, (), False)


# What a push says.


def read_push(body: bytes) -> Push:
    """Any bytes → what they say. Raises nothing; each row is read by itself, so that a bad one spoils no other."""
    try:
        said = json.loads(body, parse_int=short_int)
    except (ValueError, RecursionError):
        return UNREADABLE
    event_type = inside(said, "webhook", "event_type")
    if type(event_type) is not int or not 0 <= event_type < 2**31:
        return UNREADABLE
    if event_type not in DOCKET_KEY:
        return Push(event_type, (), isinstance(inside(said, "payload"), dict))
    rows = inside(said, "payload", "results")
    if not isinstance(rows, list):
        return Push(event_type, (), False)
    numbers = [number_in(inside(row, DOCKET_KEY[event_type])) for row in rows]
    return Push(event_type, tuple(dict.fromkeys(filter(None, numbers))), all(numbers))


def short_int(digits: str) -> int | None:
    """An integer that a database could keep, or None for what would only cost time."""
    return int(digits) if len(digits) < 20 else None


def inside(value: Any, *names: str) -> Any:
    """What stands under these names, one in the other; None: nothing does."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def number_in(value: Any) -> int | None:
    """A docket's id, given as such or at the end of a link. None: it is neither."""
    if isinstance(value, str) and (link := re.fullmatch(r"(?:.*/)?([0-9]{1,18})/?", value)):
        value = int(link[1])
    return value if type(value) is int and 0 < value < 2**63 else None


def kept(body: bytes) -> bytes:
    """The body as received, less people's contact data, also where an escape or another encoding hides their names."""
    plain = without_contacts(body)
    if plain is not body or not (b"\\u" in body or b"\0" in body):
        return plain
    try:
        spelled_out = json.dumps(json.loads(body), ensure_ascii=False).encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError):
        return plain
    less = without_contacts(spelled_out)
    return plain if less == spelled_out else less


# What is kept of it.


def save_push(engine: sa.Engine, key: str, body: bytes, at: dt.datetime) -> bool:
    """Keep a push, in one transaction. True: it is new; False: one of that key was kept before.

    FetchError, SQLAlchemyError: it is not kept.
    """
    return save_rows(engine, [push_row(key, body, read_push(body), at)])[0]


def push_row(key: str, body: bytes, push: Push, at: dt.datetime) -> dict[str, Any]:
    """A row of `push`. One that names no docket with news leaves nothing to ask for."""
    return {
        "received_at": at,
        "key": key,
        "event_type": push.event_type,
        "docket_ids": json.dumps(push.docket_ids),
        "raw": pack(kept(body)),
        "handled_at": None if push.docket_ids else at,
    }


def save_rows(engine: sa.Engine, rows: Sequence[dict[str, Any]]) -> list[bool]:
    """Several in one transaction. Returns of each whether it is new."""
    with writing(engine) as connection:
        insert = insert_into(connection, s.push).on_conflict_do_nothing(index_elements=["key"])
        insert = insert.returning(s.push.c.id)
        rows = [row | {"raw": takedowns.clean_packed(connection, row["raw"])} for row in rows]
        return [connection.execute(insert.values(row)).first() is not None for row in rows]


def key_of(header: str | None, body: bytes) -> str:
    """The name by which a push is known when it comes again; CourtListener gives each its own."""
    key = (header or "").strip()
    if not key:
        return hash_of(body)
    return key if len(key) <= 200 and key.isascii() and key.isprintable() else hash_of(key.encode("utf-8", "replace"))


class Waiting(NamedTuple):
    """A push not all of whose dockets were asked for since: `left` are those that were not."""

    id: int
    received_at: dt.datetime
    left: list[int]


def unhandled(connection: sa.Connection) -> dict[int, dt.datetime]:
    """The dockets that pushes named and that were not asked for since, and when the last push of each came."""
    return {docket_id: push.received_at for push in waiting(connection) for docket_id in push.left}


def mark_handled(connection: sa.Connection, docket_ids: Collection[int], before: dt.datetime) -> int:
    """These dockets were asked for at `before`, or never will be. Returns how many pushes are handled by that.

    A push is when each docket it names is one of these, or was asked for by itself since the push came.
    """
    asked, table = frozenset(docket_ids), s.push
    done = [push.id for push in waiting(connection) if push.received_at <= before and asked.issuperset(push.left)]
    for first in range(0, len(done), BATCH):
        these = table.c.id.in_(done[first : first + BATCH])
        connection.execute(table.update().where(these).values(handled_at=before))
    return len(done)


def waiting(connection: sa.Connection) -> list[Waiting]:
    """The pushes that are not marked as handled, the oldest first."""
    table = s.push.c
    query = sa.select(table.id, table.received_at, table.docket_ids).where(table.handled_at.is_(None))
    rows = connection.execute(query.order_by(table.received_at, table.id)).all()
    asked = asked_since(connection, rows[0].received_at) if rows else {}
    return [
        Waiting(number, at, [docket_id for docket_id in json.loads(named) if asked.get(docket_id, NEVER) < at])
        for number, at, named in rows
    ]


def asked_since(connection: sa.Connection, at: dt.datetime) -> dict[int, dt.datetime]:
    """The dockets whose entries were asked for at that time or later, and when they last were."""
    table = s.progress.c
    entries = sa.select(table.docket_id, table.checked_at).where(table.part == "entries", table.checked_at >= at)
    return {row.docket_id: row.checked_at for row in connection.execute(entries)}


NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)
BATCH = 500


# Who may push.


class Asked(NamedTuple):
    """One request. `sender`: the connection's address; `forwarded`: X-Forwarded-For; `length`: Content-Length.

    `read` gives at most so many bytes of the body; b"": it has ended. TimeoutError: it comes too slowly.
    """

    method: str
    path: str
    sender: str
    forwarded: str
    length: str | None
    encoding: str
    key: str | None
    read: Callable[[int], bytes]


class Answer(NamedTuple):
    """A status, and nothing more than its name."""

    status: HTTPStatus
    allow: str = ""

    @property
    def body(self) -> bytes:
        return f"{self.status.phrase.lower()}\n".encode()

    @property
    def headers(self) -> list[tuple[str, str]]:
        allow = [("Allow", self.allow)] if self.allow else []
        return [("Content-Type", "text/plain"), ("Content-Length", str(len(self.body))), *allow]


Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def checked_secret(secret: str) -> str:
    """The part of the address that only CourtListener is told."""
    secret = secret.strip()
    how = "make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"
    if not secret:
        raise FetchError(f"there is no secret for the webhook's address: set {SECRET_VARIABLE}; {how}")
    if len(secret) < 20:
        raise FetchError(f"{SECRET_VARIABLE} has fewer than 20 characters, so that it could be guessed: {how}")
    if not re.fullmatch(r"[A-Za-z0-9_.~-]+", secret):
        raise FetchError(f"{SECRET_VARIABLE} may hold only letters, digits and - . _ ~, as part of an address: {how}")
    return secret


def checked_allow(allow: Iterable[str]) -> tuple[Network, ...]:
    """The addresses and networks that may push; none: every one may."""
    networks = []
    for text in allow:
        try:
            networks.append(ipaddress.ip_network(text.strip(), strict=False))
        except ValueError:
            raise FetchError(f"{text!r} is no network address: allow some like {' or '.join(COURTLISTENER)}.") from None
    return tuple(networks)


def is_allowed(address: str, networks: Sequence[Network]) -> bool:
    """Whether an address is in one of the networks. One that cannot be read is in none."""
    try:
        ip = ipaddress.ip_address(address.strip())
    except ValueError:
        return not networks
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return not networks or any(ip in network for network in networks)


# What is answered.


class Busy(Exception):
    """Too many pushes wait to be written."""


class Inbox:
    """The way into the store, for many threads. Pushes that come while others are written are written together.

    So a burst costs few commits, each of which waits for the disk.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine
        self.turn = threading.Lock()
        self.waiting: deque[tuple[dict[str, Any], Future[bool]]] = deque()

    def save(self, row: dict[str, Any]) -> bool:
        """Whether the row was new; returns after the commit. Busy: it is still to be written, and known when it comes
        again. FetchError, SQLAlchemyError: as `save_push`."""
        mine: Future[bool] = Future()
        self.waiting.append((row, mine))
        if not self.turn.acquire(timeout=LONGEST_QUEUE):
            raise Busy
        try:
            if not mine.done():
                self.write([self.waiting.popleft() for _ in range(len(self.waiting))])
        finally:
            self.turn.release()
        return mine.result()

    def write(self, batch: list[tuple[dict[str, Any], "Future[bool]"]]) -> None:
        try:
            for (_, future), new in zip(batch, save_rows(self.engine, [row for row, _ in batch]), strict=True):
                future.set_result(new)
        except Exception as error:
            for _, future in batch:
                future.set_exception(error)


class Hooks:
    """Answers requests, from any number of threads; a WSGI application. `close` lets go of the database.

    `allow`: the addresses and networks that may push; none: all may. The sender's is that of the connection or, when
    the operator says that a proxy stands in front (`proxied`), the last in X-Forwarded-For, which that proxy wrote.
    FetchError: the secret or an address is not good.
    """

    def __init__(
        self,
        engine: sa.Engine,
        secret: str,
        *,
        allow: Iterable[str] = (),
        proxied: bool = False,
        clock: Callable[[], float] = time.time,
        say: Callable[[str], None] = lambda line: None,
    ) -> None:
        self.path = f"/hooks/{checked_secret(secret)}/".encode()
        self.allow = checked_allow(allow)
        self.proxied, self.clock, self.say = proxied, clock, say
        self.inbox = Inbox(connect_promptly(engine.url))

    def close(self) -> None:
        self.inbox.engine.dispose()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        """One request as PEP 3333 has it."""
        stream, deadline = environ["wsgi.input"], time.monotonic() + PATIENCE

        def read(size: int) -> bytes:
            if time.monotonic() > deadline:
                raise TimeoutError
            return stream.read(size)

        answer = self.answer(
            Asked(
                environ["REQUEST_METHOD"],
                environ.get("PATH_INFO", ""),
                environ.get("REMOTE_ADDR", ""),
                environ.get("HTTP_X_FORWARDED_FOR", ""),
                environ.get("CONTENT_LENGTH") or None,
                environ.get("HTTP_TRANSFER_ENCODING", ""),
                environ.get("HTTP_IDEMPOTENCY_KEY"),
                read,
            )
        )
        start_response(f"{answer.status.value} {answer.status.phrase}", answer.headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [answer.body]

    def answer(self, asked: Asked) -> Answer:
        """Who asks for anything but the secret address learns nothing."""
        if asked.path == "/health":
            return Answer(HTTPStatus.OK) if asked.method in ("GET", "HEAD") else not_allowed("GET, HEAD")
        if not hmac.compare_digest(asked.path.encode("utf-8", "replace"), self.path):
            return Answer(HTTPStatus.NOT_FOUND)
        if asked.method != "POST":
            return not_allowed("POST")
        sender = asked.forwarded.rpartition(",")[2] if self.proxied else asked.sender
        if not is_allowed(sender, self.allow):
            return self.refuse(HTTPStatus.NOT_FOUND, f"{shown(sender)} is none of the addresses allowed")
        return self.take(asked)

    def take(self, asked: Asked) -> Answer:
        """Read the body, keep it, answer; in this order."""
        if asked.encoding or asked.length is None:
            return self.refuse(HTTPStatus.LENGTH_REQUIRED, "it does not say how long it is")
        if not re.fullmatch(r"[0-9]{1,15}", asked.length):
            return self.refuse(HTTPStatus.BAD_REQUEST, "the length it says is no number")
        if int(asked.length) > LONGEST_BODY:
            return self.refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"it has more than {LONGEST_BODY:,} bytes")
        try:
            body = read_whole(asked.read, int(asked.length))
        except TimeoutError:
            return self.refuse(HTTPStatus.REQUEST_TIMEOUT, "it came too slowly")
        if len(body) < int(asked.length):
            return self.refuse(HTTPStatus.BAD_REQUEST, "it broke off")
        return self.keep(key_of(asked.key, body), body)

    def keep(self, key: str, body: bytes) -> Answer:
        """200 only after the commit; 503 makes CourtListener send it again."""
        push = read_push(body)
        row = push_row(key, body, push, dt.datetime.fromtimestamp(self.clock(), dt.UTC))
        try:
            new = self.inbox.save(row)
        except Busy:
            return self.refuse(HTTPStatus.SERVICE_UNAVAILABLE, "too many came before it; it will come again")
        except FetchError as error:
            return self.refuse(HTTPStatus.SERVICE_UNAVAILABLE, f"it will come again; {error}")
        except SQLAlchemyError as error:  # its own words may quote the push
            return self.refuse(HTTPStatus.SERVICE_UNAVAILABLE, f"it will come again; {type(error).__name__}")
        self.say(f"push: {told(push)}, {'new' if new else 'a repeat'}")
        return Answer(HTTPStatus.OK)

    def refuse(self, status: HTTPStatus, why: str) -> Answer:
        self.say(f"push refused ({status.value}): {why}")
        return Answer(status)


def not_allowed(methods: str) -> Answer:
    return Answer(HTTPStatus.METHOD_NOT_ALLOWED, methods)


def read_whole(read: Callable[[int], bytes], length: int) -> bytes:
    """At most `length` bytes; fewer where the sender stopped."""
    body = bytearray()
    while len(body) < length and (piece := read(min(65_536, length - len(body)))):
        body += piece
    return bytes(body)


def shown(address: str) -> str:
    """An address fit for a log."""
    try:
        return str(ipaddress.ip_address(address.strip()))
    except ValueError:
        return "a sender without a readable address"


def told(push: Push) -> str:
    """A push in a few words that name nobody."""
    if push.event_type is None:
        return "not readable"
    count = len(push.docket_ids)
    what = EVENTS.get(push.event_type, f"event type {push.event_type}")
    return f"{what}, {count:,} docket{'' if count == 1 else 's'}{'' if push.readable else ', partly readable'}"


def connect_promptly(url: sa.URL) -> sa.Engine:
    """The same database for one who is waited for: it gives up a lock soon, and a power cut takes nothing back.

    In PostgreSQL it does not queue with the other writers: a new row of `push` gets in nobody's way.
    """
    engine = connect(url)
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", hurry_sqlite)
    else:
        event.remove(engine, "begin", begin_postgres)
        event.listen(engine, "begin", hurry_postgres)
    return engine


def hurry_sqlite(connection: Any, _record: object) -> None:
    for pragma in (f"busy_timeout={LONGEST_LOCK * 1000:.0f}", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def hurry_postgres(connection: sa.Connection) -> None:
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {LONGEST_LOCK * 1000:.0f}")


# Listening without another web server.


def serve(
    engine: sa.Engine,
    port: int,
    host: str,
    secret: str,
    allow: Iterable[str] = (),
    clock: Callable[[], float] = time.time,
    *,
    proxied: bool = False,
    say: Callable[[str], None] = lambda line: None,
) -> "Server":
    """Listen in a thread of its own until `close`; port 0: any that is free. The others as for `Hooks`.

    FetchError: the port is taken, or what `Hooks` does not like.
    """
    hooks = Hooks(engine, secret, allow=allow, proxied=proxied, clock=clock, say=say)
    try:
        return Server(hooks, host, port)
    except OSError as error:
        hooks.close()
        raise FetchError(
            f"the listener cannot listen on {host}:{port} ({error.strerror}): give another --port."
        ) from None


class Server:
    """A running listener; a context manager. `url` has no secret in it."""

    def __init__(self, hooks: Hooks, host: str, port: int) -> None:
        self.hooks = hooks
        self._http = Http((host, port), handler_of(hooks), ":" in host)
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self._http.server_port}"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), name=self.url, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening. May be called twice."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()
        self.hooks.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler], six: bool) -> None:
        self.address_family = socket.AF_INET6 if six else socket.AF_INET
        self.slots = threading.BoundedSemaphore(AT_ONCE)
        super().__init__(address, handler)

    def server_bind(self) -> None:
        """As its parent, without asking the name service who we are."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    def process_request(self, request: Any, client_address: Any) -> None:
        if not self.slots.acquire(blocking=False):
            self.shutdown_request(request)
            return
        try:
            super().process_request(request, client_address)
        except BaseException:
            self.slots.release()
            raise

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.slots.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """One who goes away or is too slow is no news; anything else is a fault of ours and is printed."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class Hurried(io.RawIOBase):
    """The bytes of a connection until a deadline. TimeoutError: it has passed, however little is still missing."""

    def __init__(self, connection: socket.socket, seconds: float) -> None:
        super().__init__()
        self.connection = connection
        self.deadline = time.monotonic() + seconds

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self.connection.settimeout(left)
        return self.connection.recv_into(buffer)


def handler_of(hooks: Hooks) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """One request a connection: who pushes comes seldom, and who only holds on holds nothing up."""

        disable_nagle_algorithm = True
        timeout = PATIENCE
        wbufsize = -1

        def setup(self) -> None:
            super().setup()
            self.rfile = io.BufferedReader(Hurried(self.connection, PATIENCE))

        def answer(self) -> None:
            headers = self.headers
            asked = Asked(
                self.command,
                self.path.partition("?")[0],
                self.client_address[0],
                ",".join(headers.get_all("X-Forwarded-For", ())),
                headers.get("Content-Length"),
                headers.get("Transfer-Encoding", ""),
                headers.get("Idempotency-Key"),
                self.rfile.read,
            )
            self.reply(hooks.answer(asked))

        do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = answer  # noqa: N815

        def reply(self, answer: Answer) -> None:
            self.send_response(answer.status)
            for name, value in answer.headers:
                self.send_header(name, value)
            self.send_header("Connection", "close")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(answer.body)
            self.wfile.flush()
            if answer.status != HTTPStatus.OK:
                self.linger()

        def linger(self) -> None:
            """Let one who is still sending come to an end, for a moment."""
            with contextlib.suppress(OSError):
                self.connection.shutdown(socket.SHUT_WR)
                rest = Hurried(self.connection, LINGER)
                while rest.read(65_536):
                    pass

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            """What could not even be read as HTTP, or has a method nobody knows."""
            unknown = code == HTTPStatus.NOT_IMPLEMENTED
            self.reply(Answer(HTTPStatus.METHOD_NOT_ALLOWED if unknown else HTTPStatus(code)))

        def version_string(self) -> str:
            return "listener"

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing: the address that is asked for holds the secret."""

    return Handler
