"""CourtListener's REST API: an endpoint and its filters in, pages of objects as received out.

Every attempt is booked in the ledger (quota.py) before it is sent, retries too: they count against the account. Each
kind of failure is one exception with one sentence. Nothing here decides what to ask; sync.py does.
"""
import contextlib
import datetime as dt
import json
import platform
import random
import re
import time
from collections.abc import Callable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from itertools import count
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import msgspec
import requests
import urllib3
from requests.auth import AuthBase
from requests.structures import CaseInsensitiveDict

from . import FetchError
from .objects import ENDPOINTS, SEARCHES, Api, Bad, Docket, Found, Moment, decode_rows
from .quota import Ledger

API = "https://www.courtlistener.com/api/rest/v4/"
TIMEOUT = (10.0, 60.0)
"""Seconds to connect and seconds between bytes."""
LONGEST_ANSWER = 64_000_000
"""Bytes. A page of twenty entries with their documents is well under one million."""
LONGEST_WAIT = 180.0
"""Seconds for one answer, however slowly its bytes come."""
ATTEMPTS = 4
Form = Mapping[str, str]
REFUSALS = 2
"""How often a request may be refused for the budget although our own log had room; then the run ends."""

# What to ask for: everything of dockets and entries but the documents' full text, of people only names and roles.
ENTRY_FIELDS = {"omit": "recap_documents__plain_text"}
PARTY_FIELDS = {
    "filter_nested_results": "True",
    "fields": "resource_uri,id,name,date_created,date_modified,attorneys,party_types__docket,party_types__docket_id,"
    "party_types__name,party_types__date_terminated",
}
ATTORNEY_FIELDS = {
    "filter_nested_results": "True",
    "fields": "resource_uri,id,name,date_created,date_modified,parties_represented",
}


class Page(NamedTuple):
    """One answer of a listing. `next` is the address of the following page; None: this was the last.

    `at` is our clock when it came, `server_time` CourtListener's; None: it did not say.
    """

    request_id: int
    at: dt.datetime
    server_time: dt.datetime | None
    found: tuple[Found, ...]
    bad: tuple[Bad, ...]
    next: str | None


class Answer(NamedTuple):
    """The body of a 200, its number in the ledger, and CourtListener's clock (None: it did not say)."""

    request_id: int
    server_time: dt.datetime | None
    body: bytes


class Reply(NamedTuple):
    """What came back for one request, whatever it is; whole."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Window(NamedTuple):
    """One of the account's limits as api-usage tells it. `reset_at`: when the oldest counted request leaves it."""

    scope: str
    rate: str
    window_seconds: int
    limit: int
    used: int
    reset_at: Moment | None
    blocked: bool


class Envelope(msgspec.Struct):
    results: list[msgspec.Raw]
    next: str | None = None


class LooseEnvelope(msgspec.Struct):
    results: list[Any]
    next: str | None = None


class Usage(msgspec.Struct):
    scope: str
    window_seconds: int
    limit: int
    used: int
    rate: str = ""
    reset_at: Moment | None = None
    blocked: bool = False


class UsageAnswer(msgspec.Struct):
    current_usage: list[Usage]


# Failures: each kind is one sentence.


class Refused(FetchError):
    """401: the token. Nothing can be asked with it."""


class Forbidden(FetchError):
    """403: this account may not ask this endpoint."""


class Missing(FetchError):
    """404, or 400 for a filter on a docket that does not exist."""


class Rejected(FetchError):
    """400 and other clear noes to one request: asking it again brings nothing."""


class CursorLost(FetchError):
    """The address of the next page is no longer good: the listing starts again."""


class Unavailable(FetchError):
    """CourtListener is down, under maintenance, or out of reach: try again later, nothing was lost."""


class Throttled(Unavailable):
    """429: the budget is used up by the server's count. `seconds`: how long it asks to wait; 0: it does not say."""

    def __init__(self, seconds: float, sentence: str) -> None:
        super().__init__(sentence)
        self.seconds = seconds


class BudgetSpent(FetchError):
    """The account's limits leave nothing for now. `until` is when the next request may go."""

    def __init__(self, until: dt.datetime, sentence: str) -> None:
        super().__init__(sentence)
        self.until = until


class TooMuch(urllib3.exceptions.HTTPError):
    """An answer that is not read to its end; its words say why."""


class Token(AuthBase):
    """The account's token. As an auth object no ~/.netrc overrides it; it never shows itself."""

    def __init__(self, token: str) -> None:
        self.token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Token {self.token}"
        return request

    def __repr__(self) -> str:
        return "Token(…)"


class CourtListener:
    """One account at one server. `say` hears what it waits for; the clock and sleep are arguments for tests."""

    def __init__(
        self,
        api: str,
        token: str,
        ledger: Ledger,
        *,
        say: Callable[[str], None] = lambda sentence: None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        jitter: Callable[[], float] = random.random,
        session: requests.Session | None = None,
    ) -> None:
        self.api = checked_api(api)
        self.ledger = ledger
        self.say, self.clock, self.sleep, self.jitter = say, clock, sleep, jitter
        self.auth = Token(checked_token(token))
        self.session = session or requests.Session()
        self.session.headers.update({"Accept": "application/json", "User-Agent": user_agent()})

    # What can be asked.

    def fetch_usage(self) -> list[Window]:
        """The account's own limits. Costs nothing, and answers while throttled."""
        return read_usage(self.send_free("api-usage/"))

    def fetch_docket(self, docket_id: int) -> Page:
        """One docket as a page of one row. Missing when CourtListener has none of that id."""
        return self.fetch_one(f"dockets/{docket_id}/", Docket, {}, "docket")

    def fetch_one(self, path: str, kind: type[Api], params: Mapping[str, str], purpose: str) -> Page:
        answer = self.send(self.api + path, params, purpose)
        found, bad = decode_rows([msgspec.Raw(answer.body)], kind)
        return Page(answer.request_id, self.now(), answer.server_time, found, bad, None)

    def fetch_page(self, endpoint: str, params: Mapping[str, str], purpose: str, next_url: str | None = None) -> Page:
        """One page of a listing: the first by its filters, or a later one by the `next` of the page before."""
        for name, value in params.items():
            if not value:
                raise ValueError(f"an empty {name}= would ask for the whole table")
        kind = SEARCHES.get(params.get("type", "")) if endpoint == "search" else ENDPOINTS.get(endpoint)
        url, params = (self.checked_next(endpoint, next_url), {}) if next_url else (f"{self.api}{endpoint}/", params)
        answer = self.send(url, params, purpose)
        try:
            envelope = envelope_of(answer.body)
        except (msgspec.MsgspecError, ValueError) as error:
            raise Rejected(f"CourtListener's {endpoint} gave no list ({error}): update writwatch.") from None
        if next_url and envelope.next == next_url:
            raise CursorLost(f"CourtListener names a page of {endpoint} as its own next one: not followed.")
        found, bad = decode_rows(envelope.results, kind) if kind else untyped(envelope.results)
        return Page(answer.request_id, self.now(), answer.server_time, found, bad, envelope.next)

    def fetch_pages(self, endpoint: str, params: Mapping[str, str], purpose: str) -> Iterator[Page]:
        """Every page of a listing."""
        page = self.fetch_page(endpoint, params, purpose)
        yield page
        while page.next:
            page = self.fetch_page(endpoint, params, purpose, page.next)
            yield page

    def fetch_entries(self, docket_id: int, since: dt.datetime | None = None, next_url: str | None = None) -> Page:
        """Entries of a docket with their documents, all or those modified since, by id: the order that misses none."""
        params = {"docket": str(docket_id), "order_by": "id", **ENTRY_FIELDS}
        if since:
            params["date_modified__gte"] = since.astimezone(dt.UTC).isoformat()
        return self.fetch_page("docket-entries", params, "entries", next_url)

    def fetch_parties(self, docket_id: int, next_url: str | None = None) -> Page:
        params = {"docket": str(docket_id), "order_by": "id", **PARTY_FIELDS}
        return self.fetch_page("parties", params, "parties", next_url)

    def fetch_attorneys(self, docket_id: int, next_url: str | None = None) -> Page:
        params = {"docket": str(docket_id), "order_by": "id", **ATTORNEY_FIELDS}
        return self.fetch_page("attorneys", params, "attorneys", next_url)

    def fetch_across(self, endpoint: str, params: Mapping[str, str], next_url: str | None = None) -> Page:
        """One page of a listing over many dockets: entries, dockets, or what a search finds."""
        also = ENTRY_FIELDS if endpoint == "docket-entries" else {}
        return self.fetch_page(endpoint, {**params, **also}, "search" if endpoint == "search" else "across", next_url)

    def send_change(self, method: str, path: str, data: Form, purpose: str) -> bytes:
        """POST, PATCH or DELETE of something of this account's own (an alert); the body of the answer."""
        return self.send(self.api + path, {}, purpose, method, data).body

    def find_docket(self, court_id: str, docket_number: str) -> Page:
        """Dockets of a court by their number, which CourtListener compares letter by letter."""
        params = {"court": court_id, "docket_number": docket_number, "order_by": "id"}
        return self.fetch_page("dockets", params, "find")

    # How it is asked.

    def now(self) -> dt.datetime:
        return dt.datetime.fromtimestamp(self.clock(), dt.UTC)

    def checked_next(self, endpoint: str, url: str) -> str:
        """The address of a next page, if it leads back to where the token belongs: same server, same path."""
        try:
            theirs = urlsplit(url if re.fullmatch(r"[!-~]+", url) else "")  # what is odd is read in two ways
        except ValueError:
            theirs = urlsplit("")
        if theirs[:3] != urlsplit(f"{self.api}{endpoint}/")[:3]:
            place = fit_to_show(f"{theirs.scheme}://{theirs.hostname}{theirs.path}")
            raise CursorLost(
                f"CourtListener names the next page of {endpoint} at {place}, where the token is not sent: "
                "check COURTLISTENER_API_URL."
            )
        return url

    def send_free(self, path: str) -> bytes:
        """A request that CourtListener does not count."""
        for attempt in count(1):
            try:
                reply = self.exchange(self.api + path, {})
                if failure := failure_of(reply, path):
                    raise failure
                return reply.body
            except Throttled:
                raise
            except Unavailable as failure:
                self.pause_or_give_up(attempt, failure)
        raise AssertionError("unreachable")

    def learn_limits(self) -> None:
        """Take over the account's limits and what is used; api-usage has limits too, then the last known must do."""
        asked_at = self.ledger.clock()
        try:
            self.ledger.adopt(self.fetch_usage(), asked_at)
        except Unavailable as error:
            if not self.ledger.knows_limits():
                raise
            self.say(f"{error} Going by the limits known from before.")

    def send(
        self, url: str, params: Mapping[str, str], purpose: str, method: str = "GET", data: Form | None = None
    ) -> Answer:
        """What was asked for, whole, with its number in the ledger. Waits for the budget a minute at most."""
        attempt = refusals = 1
        while True:
            try:
                return self.ask(url, params, purpose, method, data)
            except Throttled as refusal:
                self.heed(refusal, refusals)
                refusals += 1
            except Unavailable as failure:
                self.pause_or_give_up(attempt, failure)
                attempt += 1

    def ask(
        self, url: str, params: Mapping[str, str], purpose: str, method: str = "GET", data: Form | None = None
    ) -> Answer:
        """One attempt, in the ledger before it is sent. Raises what came instead of the answer."""
        request_id = self.book(url, params, purpose)
        started = self.clock()
        try:
            reply = self.exchange(url, params, method, data)
        except Unavailable:
            self.ledger.close(request_id, None, self.clock() - started)
            raise
        self.ledger.close(request_id, reply.status, self.clock() - started)
        if failure := failure_of(reply, urlsplit(url).path):
            raise failure
        return Answer(request_id, date_of(reply.headers), reply.body)

    def heed(self, refusal: Throttled, refusals: int) -> None:
        """Our log had room, so another program has this token too: learn what is left. It is waited for in `book`."""
        if refusals > REFUSALS:
            if not refusal.seconds:
                raise blocked_account()
            until = dt.datetime.fromtimestamp(self.clock() + refusal.seconds, dt.UTC)
            raise BudgetSpent(until, "CourtListener keeps refusing although its own count says there is room")
        self.learn_limits()
        self.ledger.hold(refusal.seconds)

    def book(self, url: str, params: Mapping[str, str], purpose: str) -> int:
        """A place in the ledger, waiting for it at most a minute and saying so."""
        parts = urlsplit(requests.Request("GET", url, params=dict(params)).prepare().url or url)
        shown = f"{parts.path}?{parts.query}" if parts.query else parts.path
        while True:
            booking = self.ledger.book(purpose, shown)
            if booking.request_id is not None:
                return booking.request_id
            if booking.wait == float("inf"):
                raise blocked_account()
            if booking.wait > self.ledger.patience:
                until = dt.datetime.fromtimestamp(self.clock() + booking.wait, dt.UTC)
                raise BudgetSpent(until, f"the budget of {booking.rate} is used up")
            self.say(f"waiting {booking.wait:.0f} s for the budget ({booking.rate})")
            self.sleep(booking.wait)

    def exchange(self, url: str, params: Mapping[str, str], method: str = "GET", data: Form | None = None) -> Reply:
        """One request, one answer, whole. No redirect is followed: the token goes nowhere else."""
        try:
            with self.session.request(
                method,
                url,
                params=dict(params),
                data=data,
                auth=self.auth,
                timeout=TIMEOUT,
                allow_redirects=False,
                stream=True,
            ) as answer:
                return self.unspoken(Reply(answer.status_code, answer.headers, read_whole(answer.raw)))
        except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
            raise unreachable(error, self.api) from None

    def unspoken(self, reply: Reply) -> Reply:
        """An answer that is no success, without our token: a server or proxy may say back what it was sent."""
        token = self.auth.token
        if reply.status in (200, 201, 204) or len(token) < 20:
            return reply
        headers = {name: value.replace(token, "…") for name, value in reply.headers.items()}
        return reply._replace(headers=CaseInsensitiveDict(headers), body=reply.body.replace(token.encode(), b"[token]"))

    def pause_or_give_up(self, attempt: int, failure: FetchError) -> None:
        """Between attempts: 1, 2, 4 … seconds and up to half as much again, so that clients do not march in step."""
        if attempt >= ATTEMPTS:
            raise failure
        wait = 2 ** (attempt - 1) * (1 + self.jitter() / 2)
        self.say(f"{failure} Trying again in {wait:.0f} s.")
        self.sleep(wait)


def untyped(rows: list[msgspec.Raw]) -> tuple[tuple[Found, ...], tuple[Bad, ...]]:
    return tuple(Found(msgspec.json.decode(row), bytes(row)) for row in rows), ()


def envelope_of(body: bytes) -> Envelope:
    """A page taken apart into its rows, each still as received.

    Where JSON of Python's kind stands in it (half a surrogate pair, NaN), rows are taken from Python's own reading, so
    that only those it stands in are refused. MsgspecError, ValueError: this is no page.
    """
    try:
        return msgspec.json.decode(body, type=Envelope)
    except msgspec.ValidationError:
        raise
    except msgspec.MsgspecError:
        page = msgspec.convert(json.loads(body), LooseEnvelope)
        return Envelope([msgspec.Raw(json.dumps(row).encode()) for row in page.results], page.next)


def whole_json(body: bytes) -> bool:
    """Whether the answer came whole: a connection can break in the middle of a 200."""
    for read in (lambda: msgspec.json.decode(body, type=msgspec.Raw), lambda: json.loads(body)):
        with contextlib.suppress(msgspec.MsgspecError, ValueError, RecursionError):
            read()
            return True
    return False


def read_usage(body: bytes) -> list[Window]:
    """An account's limits, as api-usage answers."""
    try:
        usage = msgspec.json.decode(body, type=UsageAnswer)
    except msgspec.MsgspecError as error:
        said = f"CourtListener's api-usage answered no usage ({error})"
        raise Unavailable(f"{said}: check COURTLISTENER_API_URL, or try later.") from None
    return [Window(*(getattr(row, name) for name in Window._fields)) for row in usage.current_usage]


def read_whole(raw: Any, most: int = LONGEST_ANSWER) -> bytes:
    """The body of an answer, however it is packed. Neither a bomb nor a drip is read to its end."""
    body = bytearray()
    deadline = time.monotonic() + LONGEST_WAIT
    while piece := raw.read1(65_536, decode_content=True):  # read() would wait for all 65,536 bytes, drop by drop
        body += piece
        if len(body) > most:
            raise TooMuch(f"sent more than {most:,} bytes in one answer")
        if time.monotonic() > deadline:
            raise TooMuch(f"took more than {LONGEST_WAIT:.0f} s for one answer")
    return bytes(body)


def date_of(headers: Mapping[str, str]) -> dt.datetime | None:
    """The server's clock as the Date header tells it."""
    try:
        return parsedate_to_datetime(headers.get("Date", "")).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None


def seconds_of(headers: Mapping[str, str]) -> float:
    """How long the Retry-After header asks to wait, at most a day; 0 where there is none."""
    value = headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdecimal():
        return float(min(int(value[:9]), 86_400))
    return 60.0 if value else 0.0


def is_html(headers: Mapping[str, str]) -> bool:
    return "html" in headers.get("Content-Type", "").lower()


def detail_of(body: bytes) -> str:
    """What the server says itself, in a line fit for a screen."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    detail = answer.get("detail") if isinstance(answer, dict) else None
    return fit_to_show(detail if isinstance(detail, str) else json.dumps(answer))


def fit_to_show(text: str, most: int = 300) -> str:
    """In one line, without anything a terminal would obey or a database could not keep; at most so many letters."""
    return "".join(c if c.isprintable() else " " for c in text)[:most].strip()


def failure_of(reply: Reply, path: str) -> FetchError | None:
    """The exception for an answer that is not the one asked for; None: it is."""
    status, html = reply.status, is_html(reply.headers)
    if status == 204 or (status in (200, 201) and not html and whole_json(reply.body)):
        return None
    said = detail_of(reply.body) or "no reason given"
    if status == 401:
        return Refused(f"CourtListener does not accept the token ({said}): check COURTLISTENER_API_TOKEN.")
    if status == 403:
        return Forbidden(f"this account may not read {path} ({said}): ask Free Law Project for access, or go without.")
    if status == 404 and "cursor" in said.lower():
        return CursorLost(f"CourtListener no longer knows this page of {path}: the listing starts again.")
    if status == 404 and not html:
        return Missing(f"CourtListener has nothing at {path} ({said}): check the id.")
    if status == 404:
        return FetchError(f"there is no API at {path}: check COURTLISTENER_API_URL, which ends in /api/rest/v4/.")
    if status == 400 and "available choices" in said:
        return Missing(f"CourtListener does not know a docket or court named in {path} ({said}): check its id.")
    if status == 400:
        return Rejected(f"CourtListener rejects {path} ({said}): its API may have changed; update writwatch.")
    if status == 429:
        return Throttled(seconds_of(reply.headers), f"CourtListener refuses for the budget ({said}).")
    if 300 <= status < 400:
        where = fit_to_show(reply.headers.get("Location", "elsewhere"))
        return FetchError(f"CourtListener moved {path} to {where}: set COURTLISTENER_API_URL to it.")
    if status >= 500 or status == 200:
        what = "an HTML page" if html else "half an answer" if status == 200 else said
        hint = "try again later; it has maintenance on Thursdays, 21:00 to midnight Pacific"
        return Unavailable(f"CourtListener cannot answer now (status {status}, {what}): {hint}.")
    return Rejected(f"CourtListener answered {status} to {path} ({said}): try again later, or update writwatch.")


def blocked_account() -> FetchError:
    return FetchError("CourtListener has blocked this account: write to Free Law Project; do not ask on.")


def unreachable(error: Exception, api: str) -> Unavailable:
    """Why no answer came, in words that name no token and no object."""
    host = urlsplit(api).netloc
    if isinstance(error, TooMuch):
        return Unavailable(f"{host} {error}: try again later.")
    if isinstance(error, requests.exceptions.SSLError | urllib3.exceptions.SSLError):
        return Unavailable(f"no secure connection to {host}: check this machine's clock and certificates.")
    if isinstance(error, requests.exceptions.Timeout | urllib3.exceptions.TimeoutError):
        return Unavailable(f"{host} took too long to answer: try again later.")
    if isinstance(error, requests.exceptions.ConnectionError) and "resolve" in str(error).lower():
        return Unavailable(f"{host} cannot be found: check the network and COURTLISTENER_API_URL.")
    if isinstance(error, requests.exceptions.ConnectionError) and "refused" in str(error).lower():
        return Unavailable(f"{host} refuses connections: check the network and COURTLISTENER_API_URL.")
    return Unavailable(f"the connection to {host} broke ({type(error).__name__}): check the network, or try later.")


def checked_api(api: str) -> str:
    """The API's root with its final slash; a token is sent in the clear only to this machine."""
    if "@" in api or "?" in api or "#" in api:
        raise FetchError("COURTLISTENER_API_URL must be a plain one, without user, query or fragment.")
    try:
        parts, port = urlsplit(api), urlsplit(api).port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise FetchError(f"{api!r} is no web address: set COURTLISTENER_API_URL to something like {API}")
    if parts.scheme == "http" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise FetchError(f"{api!r} would send the token unencrypted: use https.")
    return api.rstrip("/") + "/"


def checked_token(token: str) -> str:
    token = token.strip()
    if not token:
        raise FetchError(
            "there is no token: set COURTLISTENER_API_TOKEN; a free CourtListener account has one in its profile."
        )
    if not token.isascii() or not token.isprintable() or " " in token:
        raise FetchError("COURTLISTENER_API_TOKEN holds characters no token has: copy it again.")
    return token


def user_agent() -> str:
    from importlib.metadata import version

    return f"writwatch/{version('writwatch')} requests/{requests.__version__} Python/{platform.python_version()}"
