"""CourtListener's REST API: an endpoint and its filters in, pages of objects as received out.

Every attempt is booked in the ledger (quota.py) before it is sent, retries too: they count against the account. Each
kind of failure is one exception with one sentence. Nothing here decides what to ask; sync.py does.
"""
import datetime as dt
import json
import platform
import random
import time
from collections.abc import Callable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec
import requests
from requests.auth import AuthBase

from . import FetchError
from .objects import ENDPOINTS, Api, Bad, Court, Docket, Found, decode_rows
from .quota import Ledger

API = "https://www.courtlistener.com/api/rest/v4/"
TIMEOUT = (10.0, 60.0)
"""Seconds to connect and seconds between bytes."""
LONGEST_ANSWER = 64_000_000
"""Bytes. A page of twenty entries with their documents is well under one million."""
LONGEST_WAIT = 180.0
"""Seconds for one answer, however slowly its bytes come."""
ATTEMPTS = 4

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

    `at` is our clock when it came, `server_time` CourtListener's.
    """

    request_id: int
    at: dt.datetime
    server_time: dt.datetime
    found: tuple[Found, ...]
    bad: tuple[Bad, ...]
    next: str | None


class Answer(NamedTuple):
    """The body of a 200, its number in the ledger, and CourtListener's clock."""

    request_id: int
    server_time: dt.datetime
    body: bytes


class Window(NamedTuple):
    """One of the account's limits as api-usage tells it. `reset_at`: when the oldest counted request leaves it."""

    scope: str
    rate: str
    window_seconds: int
    limit: int
    used: int
    reset_at: dt.datetime | None
    blocked: bool


class Envelope(msgspec.Struct):
    results: list[msgspec.Raw]
    next: str | None = None


class Usage(msgspec.Struct):
    scope: str
    window_seconds: int
    limit: int
    used: int
    rate: str = ""
    reset_at: dt.datetime | None = None
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


class CursorLost(FetchError):
    """The address of the next page is no longer good: the listing starts again."""


class Unavailable(FetchError):
    """CourtListener is down, under maintenance, or out of reach: try again later, nothing was lost."""


class BudgetSpent(FetchError):
    """The account's limits leave nothing for now. `until` is when the next request may go."""

    def __init__(self, until: dt.datetime, sentence: str) -> None:
        super().__init__(sentence)
        self.until = until


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
        answer = self.send_free("api-usage/")
        try:
            usage = msgspec.json.decode(answer, type=UsageAnswer)
        except msgspec.MsgspecError as error:
            raise Unavailable(f"CourtListener's api-usage answered no usage ({error}): try later.") from None
        return [Window(*(getattr(row, name) for name in Window._fields)) for row in usage.current_usage]

    def fetch_docket(self, docket_id: int) -> Page:
        """One docket as a page of one row. Missing when CourtListener has none of that id."""
        return self.fetch_one(f"dockets/{docket_id}/", Docket, {}, "docket")

    def fetch_court(self, court_id: str) -> Page:
        return self.fetch_one(f"courts/{court_id}/", Court, {}, "court")

    def fetch_one(self, path: str, kind: type[Api], params: Mapping[str, str], purpose: str) -> Page:
        answer = self.send(self.api + path, params, purpose)
        found, bad = decode_rows([msgspec.Raw(answer.body)], kind)
        return Page(answer.request_id, self.now(), answer.server_time, found, bad, None)

    def fetch_page(self, endpoint: str, params: Mapping[str, str], purpose: str, next_url: str | None = None) -> Page:
        """One page of a listing: the first by its filters, or a later one by the `next` of the page before."""
        for name, value in params.items():
            if not value:
                raise ValueError(f"an empty {name}= would ask for the whole table")
        url, params = (self.checked_next(next_url), {}) if next_url else (f"{self.api}{endpoint}/", params)
        answer = self.send(url, params, purpose)
        try:
            envelope = msgspec.json.decode(answer.body, type=Envelope)
        except msgspec.MsgspecError as error:
            raise Unavailable(f"CourtListener's {endpoint} gave no list ({error}): its API may have changed.") from None
        kind = ENDPOINTS.get(endpoint)
        found, bad = decode_rows(envelope.results, kind) if kind else untyped(envelope.results)
        return Page(answer.request_id, self.now(), answer.server_time, found, bad, envelope.next)

    def fetch_pages(self, endpoint: str, params: Mapping[str, str], purpose: str) -> Iterator[Page]:
        """Every page of a listing."""
        page = self.fetch_page(endpoint, params, purpose)
        yield page
        while page.next:
            page = self.fetch_page(endpoint, {}, purpose, page.next)
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

    def fetch_search(self, query: str, type_: str = "rd", order_by: str = "entry_date_filed desc") -> Iterator[Page]:
        """Rows of the search index, untyped: what other endpoints refuse may still be found here."""
        return self.fetch_pages("search", {"type": type_, "q": query, "order_by": order_by}, "search")

    def find_docket(self, court_id: str, docket_number: str) -> Page:
        """Dockets of a court by their number, which CourtListener compares letter by letter."""
        params = {"court": court_id, "docket_number": docket_number, "order_by": "id"}
        return self.fetch_page("dockets", params, "find")

    # How it is asked.

    def now(self) -> dt.datetime:
        return dt.datetime.fromtimestamp(self.clock(), dt.UTC)

    def checked_next(self, url: str) -> str:
        """The address of a next page, if it leads back to where the token belongs."""
        ours, theirs = urlsplit(self.api), urlsplit(url)
        same_server = (theirs.scheme, theirs.netloc) == (ours.scheme, ours.netloc)
        if not same_server or not theirs.path.startswith(ours.path) or ".." in theirs.path:
            raise CursorLost(f"the next page is named on another server ({theirs.netloc or 'none'}): not followed.")
        return url

    def send_free(self, path: str) -> bytes:
        """A request that CourtListener does not count."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                status, headers, body = self.exchange(self.api + path, {})
            except requests.RequestException as error:
                self.pause_or_give_up(attempt, unreachable(error, self.api))
                continue
            if status == 200 and not is_html(headers):
                return body
            failure = failure_of(status, headers, body, path)
            if status == 429 or not isinstance(failure, Unavailable):
                raise failure
            self.pause_or_give_up(attempt, failure)
        raise AssertionError("the last attempt returns or raises")

    def learn_limits(self) -> None:
        """Take over the account's limits and what is used; api-usage has limits too, then the last known must do."""
        try:
            self.ledger.adopt(self.fetch_usage())
        except Unavailable as error:
            if not self.ledger.knows_limits():
                raise
            self.say(f"{error} Going by the limits known from before.")

    def send(self, url: str, params: Mapping[str, str], purpose: str) -> Answer:
        """A 200, whole, with its number in the ledger. Waits for the budget a minute at most."""
        throttled = 0
        attempt = 1
        while True:
            request_id = self.book(url, params, purpose)
            started = self.clock()
            try:
                status, headers, body = self.exchange(url, params)
            except requests.RequestException as error:
                self.ledger.close(request_id, None, self.clock() - started)
                self.pause_or_give_up(attempt, unreachable(error, self.api))
                attempt += 1
                continue
            self.ledger.close(request_id, status, self.clock() - started)
            if status == 429 and throttled < 2:  # another program has this token too: learn what is left, wait or end
                throttled += 1
                self.learn_limits()
                self.ledger.hold(float(headers.get("Retry-After") or 0))
                continue
            if status == 200 and not is_html(headers) and whole_json(body):
                return Answer(request_id, date_of(headers) or self.now(), body)
            failure = failure_of(status, headers, body, urlsplit(url).path)
            if not isinstance(failure, Unavailable):
                raise failure
            self.pause_or_give_up(attempt, failure)
            attempt += 1

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

    def exchange(self, url: str, params: Mapping[str, str]) -> tuple[int, Mapping[str, str], bytes]:
        """One request, one answer, whole. No redirect is followed: the token goes nowhere else."""
        with self.session.get(
            url, params=dict(params), auth=self.auth, timeout=TIMEOUT, allow_redirects=False, stream=True
        ) as answer:
            body = bytearray()
            deadline = time.monotonic() + LONGEST_WAIT
            for piece in answer.iter_content(65_536):
                body += piece
                if len(body) > LONGEST_ANSWER:
                    raise requests.exceptions.ContentDecodingError(f"an answer of more than {LONGEST_ANSWER:,} bytes")
                if time.monotonic() > deadline:
                    raise requests.exceptions.ReadTimeout(f"an answer that took more than {LONGEST_WAIT:.0f} s")
            return answer.status_code, answer.headers, bytes(body)

    def pause_or_give_up(self, attempt: int, failure: FetchError) -> None:
        """Between attempts: 1, 2, 4 … seconds and up to half as much again, so that clients do not march in step."""
        if attempt >= ATTEMPTS:
            raise failure
        wait = 2 ** (attempt - 1) * (1 + self.jitter() / 2)
        self.say(f"{failure} Trying again in {wait:.0f} s.")
        self.sleep(wait)


def untyped(rows: list[msgspec.Raw]) -> tuple[tuple[Found, ...], tuple[Bad, ...]]:
    return tuple(Found(msgspec.json.decode(row), bytes(row)) for row in rows), ()


def whole_json(body: bytes) -> bool:
    """Whether the answer came whole: a connection can break in the middle of a 200."""
    try:
        msgspec.json.decode(body, type=msgspec.Raw)
    except msgspec.MsgspecError:
        return False
    return True


def date_of(headers: Mapping[str, str]) -> dt.datetime | None:
    """The server's clock as the Date header tells it."""
    try:
        return parsedate_to_datetime(headers.get("Date", "")).astimezone(dt.UTC)
    except ValueError:
        return None


def is_html(headers: Mapping[str, str]) -> bool:
    return "html" in headers.get("Content-Type", "").lower()


def detail_of(body: bytes) -> str:
    """What the server says itself, in a line fit for a screen."""
    try:
        answer = json.loads(body)
    except ValueError:
        return ""
    detail = answer.get("detail") if isinstance(answer, dict) else None
    text = detail if isinstance(detail, str) else json.dumps(answer)
    return "".join(c if c.isprintable() else " " for c in str(text))[:300].strip()


def failure_of(status: int, headers: Mapping[str, str], body: bytes, path: str) -> FetchError:
    """The exception for an answer that is not the one asked for."""
    said = detail_of(body)
    if status == 401:
        return Refused(f"CourtListener does not accept the token ({said}): check COURTLISTENER_API_TOKEN.")
    if status == 403:
        return Forbidden(f"this account may not read {path} ({said}): ask Free Law Project for access, or go without.")
    if status == 404 and "cursor" in said.lower():
        return CursorLost(f"CourtListener no longer knows this page of {path}: the listing starts again.")
    if status == 404 and not is_html(headers):
        return Missing(f"CourtListener has nothing at {path} ({said}): check the id.")
    if status == 404:
        return FetchError(f"there is no API at {path}: check COURTLISTENER_API_URL, which ends in /api/rest/v4/.")
    if status == 400 and "available choices" in said:
        return Missing(f"CourtListener does not know a docket or court named in {path} ({said}).")
    if status == 400:
        return FetchError(f"CourtListener rejects {path} ({said}): its API may have changed; update writwatch.")
    if status == 429:
        if "Retry-After" not in headers:
            return blocked_account()
        return Unavailable(f"CourtListener keeps refusing ({said}) although its own count says there is room.")
    if 300 <= status < 400:
        where = headers.get("Location", "elsewhere")[:200]
        return FetchError(f"CourtListener moved {path} to {where}: set COURTLISTENER_API_URL to it.")
    if status >= 500 or status == 200:
        what = "an HTML page" if is_html(headers) else "half an answer" if status == 200 else said or "no reason given"
        hint = "it has maintenance on Thursdays, 21:00 to midnight Pacific"
        return Unavailable(f"CourtListener cannot answer now (status {status}, {what}); {hint}.")
    return FetchError(f"CourtListener answered {status} to {path} ({said}).")


def blocked_account() -> FetchError:
    return FetchError("CourtListener has blocked this account: write to Free Law Project; do not ask on.")


def unreachable(error: requests.RequestException, api: str) -> Unavailable:
    """Why no answer came, in words that name no token and no object."""
    host = urlsplit(api).netloc
    if isinstance(error, requests.exceptions.SSLError):
        return Unavailable(f"no secure connection to {host}: check this machine's clock and certificates.")
    if isinstance(error, requests.exceptions.Timeout):
        return Unavailable(f"{host} took too long to answer.")
    if isinstance(error, requests.exceptions.ConnectionError) and "resolve" in str(error).lower():
        return Unavailable(f"{host} cannot be found: check the network and COURTLISTENER_API_URL.")
    if isinstance(error, requests.exceptions.ConnectionError) and "refused" in str(error).lower():
        return Unavailable(f"{host} refuses connections: check the network and COURTLISTENER_API_URL.")
    return Unavailable(f"the connection to {host} broke ({type(error).__name__}).")


def checked_api(api: str) -> str:
    """The API's root with its final slash; a token is sent in the clear only to this machine."""
    parts = urlsplit(api)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError(f"{api!r} is no web address: set COURTLISTENER_API_URL to something like {API}")
    if parts.scheme == "http" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise FetchError(f"{api!r} would send the token unencrypted: use https.")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise FetchError("the API address must be a plain one, without user, query or fragment.")
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
