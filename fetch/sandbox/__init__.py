"""A CourtListener in miniature over JSON lines: for the demo, the tests and the benchmarks.

In: a folder of NAME.jsonl or NAME.jsonl.gz in the API's own shape. Out: a server on this machine that answers as the
real one does, budget and errors included, and fails on demand. Whoever drives it from another process has, beside the
API:

    POST /sandbox/faults   one fault or a list of them (faults.Fault); DELETE clears them
    POST /sandbox/rows     {"upsert": {NAME: [rows]}, "delete": {NAME: [ids]}}: what changed upstream
    POST /sandbox/later    with `earlier`: the later texts of entries arrive
    POST /sandbox/push     {"to": URL, "entries": [ids]}: webhooks to a listener, as push.deliver sends them
    GET  /sandbox/requests the log: [method, path, status, counted, at] each
"""

from __future__ import annotations

import socket
import sqlite3
import sys
import threading
import time
import traceback
from collections.abc import Callable, Collection, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import msgspec

from .. import FetchError
from .answers import API, Answer, Refusal, Request, as_html, as_json
from .api import Api
from .faults import EDGE, Fault, Faults, read_faults, spoiled
from .files import LINK_ROOT
from .index import Index
from .push import deliver
from .rows import Rows
from .schema import ENDPOINTS
from .throttle import Throttle, parse_throttle

__all__ = ["Faults", "Server", "parse_throttle", "serve"]

FREE_ACCOUNT = "5/min,50/hour,125/day"


class Logged(NamedTuple):
    """One request that reached the sandbox; `counted`: it was added to the account's history; `at`: when, by the
    sandbox's clock."""

    method: str
    path: str
    status: int
    counted: bool
    at: float


def serve(
    data: Path | str,
    *,
    port: int = 0,
    host: str = "127.0.0.1",
    throttle: str = FREE_ACCOUNT,
    earlier: bool = False,
    faults: Faults | None = None,
    clock: Callable[[], float] = time.time,
    accounts: Mapping[str, str] | None = None,
    invalid_tokens: Collection[str] = (),
    search_lag: Callable[[int], float] | None = None,
    search_cache: float = 0.0,
) -> Server:
    """Serve a folder of JSON lines in a thread of its own until `close`.

    Every token is an account of its own with the rates of `throttle` ("none": unlimited), but those in `accounts`,
    which have their own rates ("0/min": blocked), and those in `invalid_tokens`, which are refused. `earlier` serves
    entries as they were first seen until POST /sandbox/later. `clock` gives seconds since 1970, for the budget and for
    date_modified. `search_lag` gives the seconds until a row that came or changed is known to search, by its id;
    `search_cache`: seconds an identical search is answered from memory. FetchError: the data cannot be read, the
    throttle is not understood, or the port is taken.
    """
    rates = parse_throttle(throttle)
    own = {account: parse_throttle(text) for account, text in (accounts or {}).items()}
    rows = Rows(Path(data), earlier=earlier, clock=clock)
    index = Index(clock, search_lag, search_cache)
    api = Api(rows, Throttle(rates, own, clock), invalid_tokens, index)
    try:
        return Server(api, faults or Faults(), host, port)
    except OSError as error:
        rows.close()
        raise FetchError(
            f"the sandbox cannot listen on {host}:{port} ({error.strerror}): give another --port."
        ) from None


class Server:
    """A running sandbox; a context manager."""

    def __init__(self, api: Api, faults: Faults, host: str, port: int) -> None:
        self.rows = api.rows
        self.throttle = api.throttle
        self.faults = faults
        self.requests: list[Logged] = []
        """Every request but those to /sandbox/, in the order in which they were answered."""
        self._http = _Http((host, port), _handler(self, api))
        self.url = f"http://{host}:{self._http.server_port}{API}"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), name=self.url, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening and forget the rows. May be called twice."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()
        self.rows.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def control(self, request: Request) -> Answer:
        """Answer one request to /sandbox/."""
        try:
            return CONTROLS.get((request.method, request.path), _no_control)(self, request)
        except Refusal as refusal:
            return refusal.answer
        except (FetchError, msgspec.DecodeError, sqlite3.Error) as error:
            return as_json({"detail": str(error)}, 400)


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no news; anything else is a fault of ours and is printed."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def _handler(server: Server, api: Api) -> type[BaseHTTPRequestHandler]:
    class Handler(_Wire):
        def date_time_string(self, timestamp: float | None = None) -> str:
            """The Date header goes by the sandbox's clock."""
            return super().date_time_string(round(server.rows.clock() if timestamp is None else timestamp))

        def answer(self, request: Request) -> tuple[Answer, Fault | None]:
            if request.path.startswith("/sandbox/"):
                return server.control(request), None
            fault = server.faults.strike(f"{request.method} {request.target}")
            answer = EDGE[fault.kind]() if fault and fault.kind in EDGE else spoiled(_answered(api, request), fault)
            logged = Logged(request.method, request.target, answer.status, answer.counted, server.rows.clock())
            server.requests.append(logged)
            if fault and fault.kind in ("change", "vanish"):
                _stir(server.rows, request, answer, fault)
            return answer, fault

    return Handler


class _Wire(BaseHTTPRequestHandler):
    """HTTP/1.1 with kept-alive connections; knows how to send an answer badly."""

    protocol_version = "HTTP/1.1"
    server_version = "sandbox"
    wbufsize = -1
    disable_nagle_algorithm = True

    def answer(self, request: Request) -> tuple[Answer, Fault | None]:
        raise NotImplementedError

    def handle_any(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        request = Request(self.command, self.path, self.headers, self.rfile.read(length))
        answer, fault = self.answer(request)
        send = SENDING.get(fault.kind, _Wire.send_whole) if fault else _Wire.send_whole
        send(self, answer, fault.seconds if fault else 0)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = handle_any  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: `Server.requests` is the log."""

    def send_head(self, answer: Answer, *, length: bool = True) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if length:
            self.send_header("Content-Length", str(len(answer.body)))
        else:
            self.send_header("Connection", "close")
        self.end_headers()

    def send_whole(self, answer: Answer, seconds: float) -> None:
        self.send_head(answer)
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def send_nothing(self, answer: Answer, seconds: float) -> None:
        self.hang_up()

    def send_only_headers(self, answer: Answer, seconds: float) -> None:
        self.send_head(answer)
        self.hang_up()

    def send_half(self, answer: Answer, seconds: float) -> None:
        """Promise all, send half, hang up."""
        self.send_head(answer)
        self.wfile.write(answer.body[: len(answer.body) // 2])
        self.hang_up()

    def send_truncated(self, answer: Answer, seconds: float) -> None:
        """Half of the JSON without a length that would betray it."""
        self.send_head(answer, length=False)
        self.wfile.write(answer.body[: len(answer.body) // 2])
        self.hang_up()

    def send_slowly(self, answer: Answer, seconds: float) -> None:
        self.send_head(answer)
        step = len(answer.body) // 10 + 1
        for start in range(0, len(answer.body), step):
            self.wfile.flush()
            time.sleep(seconds)
            self.wfile.write(answer.body[start : start + step])

    def hang_up(self) -> None:
        self.wfile.flush()
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)


SENDING: dict[str, Callable[[_Wire, Answer, float], None]] = {
    "drop": _Wire.send_nothing,
    "drop-after-headers": _Wire.send_only_headers,
    "cut": _Wire.send_half,
    "truncated": _Wire.send_truncated,
    "slow": _Wire.send_slowly,
}


def _answered(api: Api, request: Request) -> Answer:
    try:
        return api.answer(request)
    except Exception:  # a fault of the sandbox: show it, and answer as a crash of the real server would
        traceback.print_exc()
        return as_html(500, "Server Error")


def _stir(rows: Rows, request: Request, answer: Answer, fault: Fault) -> None:
    """After a page has been answered, its first row changes (and moves) or vanishes: the next page shifts."""
    name = request.path.removeprefix(API).strip("/").partition("/")[0]
    results = msgspec.json.decode(answer.body).get("results") if answer.status == 200 and name in ENDPOINTS else None
    if not results:
        return
    key = results[0]["id"]
    if fault.kind == "vanish":
        rows.delete(name, [key])
    else:
        rows.upsert(name, [{"id": key}])


# What a driver in another process may ask


class Pushed(msgspec.Struct):
    """What /sandbox/push is told; `key`: the Idempotency-Key, where one is to come again."""

    to: str
    entries: list[int]
    key: str = ""


def _post_faults(server: Server, request: Request) -> Answer:
    for rule in read_faults(request.sent()):
        server.faults.add(**rule)
    return as_json({"faults": "set"})


def _delete_faults(server: Server, request: Request) -> Answer:
    server.faults.clear()
    return as_json({"faults": "none"})


def _post_rows(server: Server, request: Request) -> Answer:
    # Rows may come with links to this very server: they are stored like those from the files.
    change = msgspec.json.decode(request.body.replace(f'"{request.base}{API}'.encode(), LINK_ROOT))
    for name, rows in change.get("upsert", {}).items():
        server.rows.upsert(name, rows)
    for name, ids in change.get("delete", {}).items():
        server.rows.delete(name, ids)
    return as_json({"now": server.rows.now()})


def _post_later(server: Server, request: Request) -> Answer:
    return as_json({"arrived": server.rows.arrive_later()})


def _post_push(server: Server, request: Request) -> Answer:
    asked = msgspec.json.decode(request.body, type=Pushed)
    return as_json([sent._asdict() for sent in deliver(server.rows, asked.to, asked.entries, asked.key)])


def _get_requests(server: Server, request: Request) -> Answer:
    return as_json(server.requests)


def _no_control(server: Server, request: Request) -> Answer:
    return as_json({"detail": f"The sandbox has no {request.method} {request.path}."}, 404)


CONTROLS: dict[tuple[str, str], Callable[[Server, Request], Answer]] = {
    ("POST", "/sandbox/faults"): _post_faults,
    ("DELETE", "/sandbox/faults"): _delete_faults,
    ("POST", "/sandbox/rows"): _post_rows,
    ("POST", "/sandbox/later"): _post_later,
    ("POST", "/sandbox/push"): _post_push,
    ("GET", "/sandbox/requests"): _get_requests,
}
