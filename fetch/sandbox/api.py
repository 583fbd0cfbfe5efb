"""One request in, one answer out: who may ask, what it costs, which room answers.

The order of the checks is the real server's, because it decides what counts against the budget: address (404, 301),
Accept (406), token (401), permission (403), throttle (429), and only then the filters, the object and the page.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from .alerts import ALERTS, change_alert, create_alert, delete_alert
from .answers import API, HTML, JSON, Answer, Refusal, Request, as_html, as_json, not_found, with_param
from .feed import docket_feed
from .fields import filter_nested, select_fields
from .files import LINK_ROOT
from .filters import LONGEST_ID, Query, read_query
from .index import Index
from .paging import PAGE_SIZE, Page, count, cursor_page, numbered_page, read_order
from .rows import Rows
from .schema import ENDPOINTS
from .search import search
from .throttle import Throttle

# Every name that the root of the real API lists, served here or not.
ROOT = [
    "search", "dockets", "bankruptcy-information", "originating-court-information", "docket-entries",
    "recap-documents", "courts", "audio", "clusters", "opinions", "opinions-cited", "tag", "people", "positions",
    "retention-events", "educations", "schools", "political-affiliations", "sources", "aba-ratings", "parties",
    "attorneys", "recap", "recap-email", "recap-fetch", "recap-query", "fjc-integrated-database",
    "scrapers/scotus-email", "tags", "docket-tags", "prayers", "increment-event", "visualizations/json",
    "visualizations", "agreements", "debts", "financial-disclosures", "gifts", "investments",
    "non-investment-incomes", "disclosure-positions", "reimbursements", "spouse-incomes", "alerts", "docket-alerts",
    "memberships", "citation-lookup", "api-usage",
]  # fmt: skip
# Lists of things the sandbox holds none of, with the scope that their requests count in.
EMPTY = {"docket-tags": "tags", "tags": "tags", "prayers": "user", "recap-fetch": "fetch"}

READS = ("GET", "HEAD", "OPTIONS")
BEARER = 'Bearer realm="api"'
BAD_BEARER = f'{BEARER},error="invalid_token",error_description="The access token is invalid."'
FORBIDDEN = {"detail": "You do not have permission to perform this action."}
FILTER_TYPES = {
    "number": "NumberFilter",
    "text": "CharFilter",
    "date": "DateFilter",
    "moment": "IsoDateTimeFilter",
    "flag": "BooleanFilter",
}


class View(NamedTuple):
    """What stands at an address: who may come, in which scope a request counts, which methods there are."""

    answer: Callable[[Request], Answer]
    allow: tuple[str, ...] = ("GET", "POST", "HEAD", "OPTIONS")
    scope: str = "user"
    public: bool = False
    writable: bool = False


class Api:
    """The application behind the server: `answer` never raises for anything a client can send."""

    def __init__(
        self, rows: Rows, throttle: Throttle, invalid_tokens: Collection[str] = (), index: Index | None = None
    ) -> None:
        self.rows = rows
        self.throttle = throttle
        self._invalid = frozenset(invalid_tokens)
        self._index = rows.index = index or Index(rows.clock)

    def answer(self, request: Request) -> Answer:
        if feed := re.fullmatch(r"/docket/(\d+)/feed/", request.path):
            return docket_feed(int(feed[1]), self.rows)
        view = self._view(request.path)
        if view is None:
            return as_html(404, "Page Not Found")
        if not request.path.endswith("/"):
            return _moved(request)
        if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
            return Answer(200, b"", {"Content-Type": HTML})
        return self._dressed(request, view, self._checked(request, view))

    def _view(self, path: str) -> View | None:
        """The view at a path, its final slash or not; None where there is nothing."""
        found = re.fullmatch(r"/api/rest/v[34]/(?:([a-z-]+)(?:/([^/]+))?/?)?", path)
        if not found:
            return None
        name, key = found[1], found[2]
        if name in ENDPOINTS:
            return self._detail_view(name, key) if key else self._list_view(name)
        return None if key else self._single_view(name)

    def _single_view(self, name: str | None) -> View | None:
        if name in EMPTY:
            return View(self._nothing, scope=EMPTY[name])
        return {
            None: View(self._root, READS, public=True),
            "api-usage": View(self._usage, READS, scope="api_usage"),
            "search": View(self._search, public=True),
        }.get(name)

    def _list_view(self, name: str) -> View:
        def answer(request: Request) -> Answer:
            return create_alert(name, request, self.rows) if request.method == "POST" else self._list(name, request)

        return View(answer, public=ENDPOINTS[name].public, writable=name in ALERTS)

    def _detail_view(self, name: str, key: str) -> View:
        return View(
            lambda request: self._detail(name, key, request),
            allow=("GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"),
            public=ENDPOINTS[name].public,
            writable=name in ALERTS,
        )

    # Checks

    def _checked(self, request: Request, view: View) -> Answer:
        counted = False
        try:
            _accepts(request)
            request.account = self._account(request, view)
            self._permitted(request, view)
            if view.scope != "api_usage":
                self.throttle.note(request.account)
            self.throttle.admit(request.account, view.scope)
            counted = view.scope == "user"
            answer = _options(request) if request.method == "OPTIONS" else view.answer(request)
        except Refusal as refusal:
            answer = refusal.answer
        return answer._replace(counted=counted)

    def _account(self, request: Request, view: View) -> str:
        """The caller's account: the token itself, a user name, or an address. Refusal 401."""
        scheme, _, rest = request.headers.get("Authorization", "").strip().partition(" ")
        if scheme.lower() == "token":
            return self._token(rest.strip())
        if scheme.lower() == "bearer":
            raise _unauthorized("Invalid or expired bearer token.", BAD_BEARER)
        if scheme.lower() == "basic":
            return _user(rest)
        if not view.public:
            raise _unauthorized("Authentication credentials were not provided.")
        return f"anonymous {request.headers.get('X-Forwarded-For', 'here')}"

    def _token(self, token: str) -> str:
        if not token:
            raise _unauthorized("Invalid token header. No credentials provided.")
        if " " in token:
            raise _unauthorized("Invalid token header. Token string should not contain spaces.")
        if token in self._invalid:
            raise _unauthorized("Invalid token.")
        return token

    def _permitted(self, request: Request, view: View) -> None:
        if request.method in READS:
            return
        if request.method not in view.allow:
            raise Refusal(405, {"detail": f'Method "{request.method}" not allowed.'})
        if not view.writable:
            raise Refusal(403, FORBIDDEN)
        request.sent()  # a body that is no JSON is refused before it is counted, as upstream

    def _dressed(self, request: Request, view: View, answer: Answer) -> Answer:
        """The headers every API answer has, and the browsable page for those who ask for HTML."""
        headers = {**answer.headers, "Vary": "Accept, origin, Cookie", "Allow": ", ".join(view.allow)}
        answer = answer._replace(headers=headers)
        if not _wants_html(request) or not answer.body:
            return answer
        page = as_html(answer.status, "Django REST framework").body + b"<pre>" + answer.body + b"</pre>"
        return answer._replace(body=page, headers={**headers, "Content-Type": HTML})

    # Views

    def _root(self, request: Request) -> Answer:
        return as_json({name: f"{request.base}{API}{name}/" for name in ROOT})

    def _usage(self, request: Request) -> Answer:
        return as_json(self.throttle.usage(request.account))

    def _search(self, request: Request) -> Answer:
        return self._index.answer(request, lambda: search(request, self.rows, self._index))

    def _nothing(self, request: Request) -> Answer:
        return as_json({"count": with_param(request.url, "count", "on"), "next": None, "previous": None, "results": []})

    def _list(self, name: str, request: Request) -> Answer:
        query = self._query(name, request)
        if request.param("count") == "on":
            return as_json({"count": count(query, self.rows)})
        page = self._page(name, query, request)
        bodies = self._bodies(name, page.ids, request)
        head = as_json({"count": page.total, "next": page.next, "previous": page.previous})
        return head._replace(body=head.body[:-1] + b',"results":[' + b",".join(bodies) + b"]}")

    def _detail(self, name: str, key: str, request: Request) -> Answer:
        if name != "courts" and not (key.isdecimal() and len(key) < LONGEST_ID):
            raise not_found()
        if request.method in ("PUT", "PATCH"):
            return change_alert(name, request, self.rows, int(key))
        if request.method == "DELETE":
            return delete_alert(name, request, self.rows, int(key))
        query = self._query(name, request).narrowed("t.id = ?", key if name == "courts" else int(key))
        found = self.rows.select(f"SELECT t.id FROM {query.source} WHERE {query.where} LIMIT 1", query.values)
        if not found:
            raise not_found(ENDPOINTS[name].model)
        return Answer(200, self._bodies(name, [found[0][0]], request)[0], {"Content-Type": JSON})

    def _query(self, name: str, request: Request) -> Query:
        query = read_query(name, request.pairs, self.rows)
        return query.narrowed("t.account = ?", request.account) if name in ALERTS else query

    def _page(self, name: str, query: Query, request: Request) -> Page:
        endpoint = ENDPOINTS[name]
        order = read_order(endpoint, request.param("order_by"))
        if order.by_cursor:
            kind = endpoint.fields[order.keys[0][0]].kind
            return cursor_page(query, order, kind, self.rows, request.url, request.param("cursor"))
        asked = request.param("page_size") or ""
        size = int(asked) if endpoint.page_size_honoured and asked.isdecimal() else 0
        return numbered_page(endpoint, query, order, self.rows, request.url, request.param("page"), size or PAGE_SIZE)

    def _bodies(self, name: str, ids: list[int | str], request: Request) -> list[bytes]:
        """Bodies with the keys asked for, their links built from the Host that the caller used."""
        bodies = select_fields(filter_nested(self.rows.bodies(name, ids), request), request)
        return [body.replace(LINK_ROOT, f'"{request.base}{API}'.encode()) for body in bodies]


def _user(credentials: str) -> str:
    """The name in Basic credentials; the password is anything."""
    try:
        return base64.b64decode(credentials, validate=True).decode().partition(":")[0]
    except ValueError:
        raise _unauthorized("Invalid basic header. Credentials not correctly base64 encoded.") from None


def _moved(request: Request) -> Answer:
    path, mark, query = request.target.partition("?")
    return Answer(301, b"", {"Content-Type": HTML, "Location": f"{path}/{mark}{query}"})


def _accepts(request: Request) -> None:
    accept = request.headers.get("Accept", "*/*")
    wanted = request.param("format")
    if wanted in ("json", "api") or (not wanted and re.search(r"\*/\*|application/(\*|json)|text/html", accept)):
        return
    raise Refusal(406, {"detail": "Could not satisfy the request Accept header."})


def _wants_html(request: Request) -> bool:
    wanted = request.param("format")
    return wanted == "api" or (not wanted and "text/html" in request.headers.get("Accept", ""))


def _unauthorized(detail: str, challenge: str = BEARER) -> Refusal:
    return Refusal(401, {"detail": detail}, {"WWW-Authenticate": challenge})


def _options(request: Request) -> Answer:
    """What OPTIONS says, as far as a client could use it: formats, filters and orders."""
    name = request.path.removeprefix(API).strip("/")
    types = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data", "application/xml"]
    title = "Search V4" if name == "search" else name.replace("-", " ").title().removesuffix("s")
    said = {"name": f"{title} List", "description": "", "renders": [JSON, "text/html", types[3]], "parses": types}
    endpoint = ENDPOINTS.get(name)
    if not endpoint:
        return as_json(said)
    filters: dict[str, object] = {
        field: {"type": FILTER_TYPES[known.kind], "lookup_types": list(known.lookups)}
        for field, known in endpoint.fields.items()
        if known.lookups
    }
    filters |= {relation: {"type": "RelatedFilter"} for relation in endpoint.relations}
    return as_json({**said, "filters": filters, "ordering": list(endpoint.order)})
