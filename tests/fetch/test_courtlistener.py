"""The client against the sandbox: is every answer kept as it came, and every failure one clear sentence?"""
import contextlib
import gzip
import json
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
import requests
from writwatch.fetch import FetchError, courtlistener
from writwatch.fetch.courtlistener import (
    BudgetSpent,
    CourtListener,
    CursorLost,
    Forbidden,
    Missing,
    Refused,
    Rejected,
    Unavailable,
    Window,
)
from writwatch.fetch.objects import DocketEntry, decode_rows, drop_contacts, without_contacts
from writwatch.fetch.sandbox import Server, serve

Make = Callable[..., CourtListener]


def ready(client: CourtListener) -> CourtListener:
    client.learn_limits()
    return client


def test_pages_are_followed_to_the_end(sandbox: Server, client_of: Make):
    """45 entries at 20 a page: do three pages bring each once, by id?"""
    client = ready(client_of(sandbox.url))
    first = client.fetch_entries(7000)
    second = client.fetch_entries(7000, next_url=first.next)
    third = client.fetch_entries(7000, next_url=second.next)
    numbers = [item.value.id for page in (first, second, third) for item in page.found]
    assert numbers == list(range(700_001, 700_046))
    assert third.next is None


def test_raw_is_as_received(sandbox: Server, client_of: Make):
    """Is the raw object the server's own bytes, unknown fields and all?"""
    client = ready(client_of(sandbox.url))
    sandbox.faults.add("extra")
    found = client.fetch_docket(7000).found[0]
    answer = requests.get(f"{sandbox.url}dockets/7000/", headers={"Authorization": "Token x"}, timeout=5).json()
    assert json.loads(found.raw) == answer | {"field_of_next_year": {"added": True}}
    assert found.value.case_name == "Quispe Mamani v. Warden"


def test_full_text_and_addresses_are_not_asked_for(sandbox: Server, client_of: Make):
    client = ready(client_of(sandbox.url))
    client.fetch_entries(7000)
    client.fetch_parties(7000)
    client.fetch_attorneys(7000)
    asked = [logged.path for logged in sandbox.requests[-3:]]
    assert "omit=recap_documents__plain_text" in asked[0]
    assert all("fields=" in path and "contact" not in path and "phone" not in path for path in asked[1:])


def test_a_malformed_row_spoils_no_other(sandbox: Server, client_of: Make):
    client = ready(client_of(sandbox.url))
    sandbox.faults.add("malformed")
    page = client.fetch_entries(7000)
    assert len(page.found) == 19
    assert [bad.error.startswith("Expected") for bad in page.bad] == [True]


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ({"id": 1}, "missing required field `docket`"),
        ({"id": 1, "docket": "http://x/dockets/abc/"}, "regex"),
        ({"id": "1", "docket": "http://x/dockets/2/"}, "Expected `int`, got `str`"),
        ({"id": 2**70, "docket": "http://x/dockets/2/"}, "id"),
        ({"id": 1, "docket": "http://x/dockets/2/", "date_filed": "2026-02-30"}, "date_filed"),
        ({"id": 1, "docket": "http://x/dockets/2/", "recap_documents": [{"id": None}]}, "recap_documents[0].id"),
        ([1, 2], "Expected `object`"),
        (None, "Expected `object`"),
        ({"id": 1, "docket": "http://x/dockets/2/\n"}, "regex"),
        ({"id": 1, "docket": "http://x/dockets/2/", "date_modified": "2026-01-05T09:00:00"}, "timezone"),
        ({"id": 1, "docket": "http://x/dockets/2/", "date_modified": "0001-01-01T00:00:00+14:00"}, "out of range"),
    ],
)
def test_rows_that_are_not_entries(row: object, complaint: str):
    """Does each say where it is wrong?"""
    found, bad = decode_rows([json.dumps(row).encode()], DocketEntry)  # pyright: ignore[reportArgumentType]
    assert not found
    assert complaint in bad[0].error


def test_nulls_and_nuls_in_text():
    """A null text is "", and a NUL, which PostgreSQL cannot keep, is dropped from the typed field only."""
    raw = json.dumps({"id": 1, "docket": "/dockets/2/", "description": "a\0b", "recap_sequence_number": None}).encode()
    found, _ = decode_rows([raw], DocketEntry)  # pyright: ignore[reportArgumentType]
    assert found[0].value.description == "ab"
    assert found[0].value.recap_sequence_number == ""
    assert found[0].raw == raw


@pytest.mark.parametrize("key", ["contact_raw", "phone", "fax", "email", "extra_info"])
def test_addresses_are_dropped_wherever_they_stand(key: str):
    value = {"id": 1, "a": [{key: "12 Elm Street", "b": 2}], key: "555-0142"}
    assert drop_contacts(value) == {"id": 1, "a": [{"b": 2}]}
    assert json.loads(without_contacts(json.dumps(value).encode())) == drop_contacts(value)


def test_without_addresses_the_bytes_stay():
    raw = b'{ "id":1,  "name": "\\u00e9" }'
    assert without_contacts(raw) is raw


@pytest.mark.parametrize("kind", ["500", "502", "503", "drop", "drop-after-headers", "cut", "truncated", "html"])
def test_passing_failures_are_tried_again(sandbox: Server, client_of: Make, pauses: list[float], kind: str):
    """Two bad answers and a good one: is the good one returned, and was each pause longer than the one before?"""
    client = ready(client_of(sandbox.url))
    sandbox.faults.add(kind, times=2)
    assert client.fetch_docket(7000).found[0].value.id == 7000
    assert pauses == [1, 2]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("500", "status 500, Internal Server Error"),
        ("502", "status 502, an HTML page.*maintenance on Thursdays"),
        ("html", "status 200, an HTML page"),
        ("truncated", "status 200, half an answer"),
        ("drop", "the connection to 127.0.0.1:[0-9]+ broke"),
    ],
)
def test_lasting_failures_say_so(sandbox: Server, client_of: Make, kind: str, sentence: str):
    """Every attempt fails: does it give up, in a sentence that says what and when?"""
    client = ready(client_of(sandbox.url))
    sandbox.faults.add(kind, times=None)
    with pytest.raises(Unavailable, match=sentence):
        client.fetch_docket(7000)
    assert len(sandbox.faults.struck) == 4


def test_every_attempt_is_in_the_ledger(sandbox: Server, client_of: Make):
    """Retries count against the account: are they booked?"""
    client = ready(client_of(sandbox.url))
    sandbox.faults.add("500", times=2)
    client.fetch_docket(7000)
    with client.ledger.engine.connect() as connection:
        assert [left.used for left in client.ledger.left(connection)] == [3]


@pytest.mark.parametrize(
    ("ask", "error", "sentence"),
    [
        (lambda c: c.fetch_docket(99), Missing, "has nothing at .*dockets/99/"),
        (lambda c: c.fetch_entries(99), Missing, "does not know a docket or court"),
        (lambda c: c.fetch_page("nonesuch", {"a": "b"}, "x"), FetchError, "there is no API at .*nonesuch"),
        (lambda c: c.fetch_page("dockets", {"bogus": "1"}, "x"), FetchError, "rejects .*Unknown filter"),
        (lambda c: c.fetch_page("dockets", {"date_filed__gte": "x"}, "x"), FetchError, "rejects .*valid date"),
        (lambda c: c.fetch_entries(7000, None, f"{c.api}docket-entries/?cursor=x"), CursorLost, "starts again"),
    ],
)
def test_a_clear_no_is_not_asked_twice(
    sandbox: Server, client_of: Make, pauses: list[float], ask: Callable, error: type, sentence: str
):
    """4xx: one request, one sentence, no pause."""
    client = ready(client_of(sandbox.url))
    with pytest.raises(error, match=sentence):
        ask(client)
    assert pauses == []
    assert sum(logged.counted or logged.status == 404 for logged in sandbox.requests if "usage" not in logged.path) == 1


def test_an_endpoint_that_is_not_open_to_the_account(sandbox: Server, client_of: Make):
    client = ready(client_of(sandbox.url))
    sandbox.faults.add("403", match="parties")
    with pytest.raises(Forbidden, match=r"may not read .*parties"):
        client.fetch_parties(7000)


def test_an_empty_filter_is_never_sent(sandbox: Server, client_of: Make):
    """CourtListener drops a filter without a value and returns its whole table."""
    client = ready(client_of(sandbox.url))
    with pytest.raises(ValueError, match="whole table"):
        client.find_docket("mnd", "")


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/api/rest/v4/docket-entries/?cursor=x",
        "http://127.0.0.1:1/api/rest/v4/docket-entries/?cursor=x",
        "//evil.example/api/rest/v4/docket-entries/",
        "/api/rest/v4/docket-entries/?cursor=x",
        "ftp://127.0.0.1/api/rest/v4/",
        "{root}/../../admin/",
        "{host}/admin/?cursor=x",
        "{root}/dockets/?cursor=x",
        "http://[",
    ],
)
def test_next_leads_nowhere_else(sandbox: Server, client_of: Make, elsewhere: str):
    """A next page on another server, scheme, port or path would carry the token there: is it refused unsent?"""
    client = ready(client_of(sandbox.url))
    before = len(sandbox.requests)
    url = elsewhere.format(root=client.api.rstrip("/"), host=client.api.partition("/api")[0])
    with pytest.raises(CursorLost):
        client.fetch_entries(7000, next_url=url)
    assert len(sandbox.requests) == before


def test_netrc_does_not_replace_the_token(
    sandbox: Server, client_of: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A ~/.netrc for the host: does the token still go out, and nothing else?"""
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login somebody password secret\n")
    (tmp_path / "netrc").chmod(0o600)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    sent = []
    session = requests.Session()
    session.hooks["response"] = [lambda answer, **_: sent.append(answer.request.headers["Authorization"])]
    client = ready(client_of(sandbox.url, session=session))
    client.fetch_docket(7000)
    assert set(sent) == {"Token token"}


@pytest.mark.parametrize(
    ("api", "token", "sentence"),
    [
        ("ftp://x/", "t", "is no web address"),
        ("http://www.courtlistener.com/api/rest/v4/", "t", "use https"),
        ("https://me:secret@x/api/", "t", "a plain one"),
        ("ftp://me:secret@x/api/", "t", "a plain one"),
        ("http://me:secret@x/api/", "t", "a plain one"),
        ("https://x/api/?token=secret", "t", "a plain one"),
        ("https://[x/api/", "t", "is no web address"),
        ("https://x:port/api/", "t", "is no web address"),
        ("https://x/api/", "", "there is no token"),
        ("https://x/api/", "a b", "characters no token has"),
        ("https://x/api/", "a\nb", "characters no token has"),
    ],
)
def test_a_wrong_set_up_is_refused_before_anything_is_sent(client_of: Make, api: str, token: str, sentence: str):
    with pytest.raises(FetchError, match=sentence) as raised:
        client_of(api, token)
    assert "secret" not in str(raised.value)


def test_a_wrong_token(court_folder: Path, client_of: Make):
    with serve(court_folder, throttle="none", invalid_tokens=["token"]) as server:
        with pytest.raises(Refused, match=r"does not accept the token .*COURTLISTENER_API_TOKEN") as raised:
            ready(client_of(server.url))
        assert "token)" not in str(raised.value).replace("the token (", "")


@pytest.mark.parametrize("api", ["http://127.0.0.1:1/api/rest/v4/", "https://nowhere.invalid/api/rest/v4/"])
def test_nobody_there(client_of: Make, api: str):
    """No server, no such host: is it said what to check?"""
    with pytest.raises(Unavailable, match=r"check the network and COURTLISTENER_API_URL|broke"):
        ready(client_of(api))


class Clock:
    def __init__(self) -> None:
        self.now = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def test_waits_a_minute_at_most_and_says_so(court_folder: Path, client_of: Make):
    """Five a minute, six an hour: does it wait for the minute aloud, and end the run for the hour?"""
    clock = Clock()
    with serve(court_folder, throttle="5/min,6/hour", clock=clock) as server:
        client = client_of(server.url, clock=clock)
        client.sleep = clock.sleep
        ready(client)
        for _ in range(6):
            client.fetch_docket(7000)
        assert client.heard == ["waiting 60 s for the budget (5/min)"]  # pyright: ignore[reportAttributeAccessIssue]
        with pytest.raises(BudgetSpent) as spent:
            client.fetch_docket(7000)
        assert 3500 < spent.value.until.timestamp() - clock.now <= 3600
        assert [logged.status for logged in server.requests] == [200] * 7


def test_another_program_uses_the_same_token(court_folder: Path, client_of: Make):
    """A 429 although our own log has room: is api-usage asked, and the wait the one it names?"""
    clock = Clock()
    with serve(court_folder, throttle="5/min,100/hour", clock=clock) as server:
        client = client_of(server.url, clock=clock)
        client.sleep = clock.sleep
        ready(client)
        for _ in range(5):
            requests.get(f"{server.url}dockets/7000/", headers={"Authorization": "Token token"}, timeout=5)
        assert client.fetch_docket(7000).found
        statuses = [logged.status for logged in server.requests if "usage" not in logged.path]
        assert statuses == [200] * 5 + [429, 200]
        assert client.heard  # pyright: ignore[reportAttributeAccessIssue]


def test_a_blocked_account(court_folder: Path, client_of: Make):
    with serve(court_folder, accounts={"token": "0/min"}) as server:
        client = client_of(server.url)
        client.learn_limits()
        with pytest.raises(FetchError, match="blocked this account"):
            client.fetch_docket(7000)


def test_a_slow_answer_is_waited_for(sandbox: Server, client_of: Make):
    client = ready(client_of(sandbox.url))
    sandbox.faults.add("slow", seconds=0.02)
    assert client.fetch_entries(7000).found


def test_search_rows(sandbox: Server, client_of: Make):
    """The search index by docket ids: are its rows yielded page by page?"""
    client = ready(client_of(sandbox.url))
    asked = {"type": "rd", "q": "docket_id:(7000 OR 7001)", "order_by": "entry_date_filed desc"}
    rows, page = [], client.fetch_across("search", asked)
    rows += [item.value for item in page.found]
    while page.next:
        page = client.fetch_across("search", asked, page.next)
        rows += [item.value for item in page.found]
    assert len(rows) == 90
    assert {row.docket_id for row in rows} == {7000, 7001}


def test_api_usage_has_limits_of_its_own(court_folder: Path, client_of: Make):
    """Ten a minute: does the eleventh run of a minute go by the limits known from before, and say so?"""
    clock = Clock()
    with serve(court_folder, throttle="5/min,50/hour", clock=clock) as server:
        client = client_of(server.url, clock=clock)
        for _ in range(11):
            client.learn_limits()
        assert "limits known from before" in client.heard[-1]  # pyright: ignore[reportAttributeAccessIssue]
        assert client.fetch_docket(7000).found


def generous(client: CourtListener) -> CourtListener:
    """With a budget that no test exhausts."""
    client.ledger.adopt([Window("user", "99/min", 60, 99, 0, None, False)], client.ledger.clock())
    return client


def answer(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response_only(status)
    for name, value in {"Content_Type": "application/json", "Content_Length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def test_json_that_only_python_writes(scripted: Callable, client_of: Make, pauses: list[float]):
    """Half a surrogate pair, NaN, a null for a row: is each refused alone, and the good row beside them kept?"""
    entry = b'{"id":%s,"docket":"/dockets/2/","description":"%s"}'
    rows = b",".join([entry % (b"1", b"\\ud800"), entry % (b"2", b""), entry % (b"NaN", b""), b"null"])
    client = generous(client_of(scripted(lambda handler: answer(handler, b'{"next":null,"results":[%s]}' % rows))))
    page = client.fetch_entries(2)
    assert [item.value.id for item in page.found] == [2]
    assert len(page.bad) == 3
    assert pauses == []


def test_nonsense_as_deep_as_can_be(scripted: Callable, client_of: Make):
    """A hundred thousand brackets: no crash, and a sentence?"""
    client = generous(client_of(scripted(lambda handler: answer(handler, b"[" * 100_000 + b"]" * 100_000))))
    with pytest.raises(Unavailable, match="cannot answer now"):
        client.fetch_entries(2)


def test_an_answer_that_unpacks_to_a_flood(scripted: Callable, client_of: Make):
    """Eighty million blanks in a small gzip: is it cut off, and said why?"""
    bomb = gzip.compress(b" " * 80_000_000)
    client = generous(client_of(scripted(lambda handler: answer(handler, bomb, Content_Encoding="gzip"))))
    with pytest.raises(Unavailable, match="sent more than 64,000,000 bytes in one answer"):
        client.fetch_entries(2)


def test_an_answer_that_drips(scripted: Callable, client_of: Make, monkeypatch: pytest.MonkeyPatch):
    """A byte every 20 ms, for ever: each read is quick, the whole is not. Is it given up?"""

    def drip(handler: BaseHTTPRequestHandler) -> None:
        answer(handler, b"", Content_Length="1000")
        with contextlib.suppress(OSError):
            for _ in range(1000):
                handler.wfile.write(b" ")
                time.sleep(0.02)

    monkeypatch.setattr(courtlistener, "LONGEST_WAIT", 0.2)
    client = generous(client_of(scripted(drip)))
    started = time.monotonic()
    with pytest.raises(Unavailable, match="took more than 0 s for one answer"):
        client.fetch_entries(2)
    assert time.monotonic() - started < 10


def throttled(retry_after: str | None, asked: list[str], used: int = 0) -> Callable[[BaseHTTPRequestHandler], None]:
    """A server that refuses everything, while its own count says there is room."""
    usage = {"current_usage": [{"scope": "user", "window_seconds": 60, "limit": 5, "used": used, "rate": "5/min"}]}

    def script(handler: BaseHTTPRequestHandler) -> None:
        if "api-usage" in handler.path:
            answer(handler, json.dumps(usage).encode())
            return
        asked.append(handler.path)
        headers = {} if retry_after is None else {"Retry_After": retry_after}
        answer(handler, b'{"detail":"Request was throttled."}', 429, **headers)

    return script


@pytest.mark.parametrize(
    ("retry_after", "seconds", "asked"),
    [
        ("7", 7, 3),
        ("8000", 8000, 1),
        ("Wed, 21 Oct 2026 07:28:00 GMT", 60, 3),
        ("soon", 60, 3),
        ("-5", 60, 3),
        ("9" * 400, 86_400, 1),
    ],
)
def test_refused_again_and_again(
    scripted: Callable, client_of: Make, pauses: list[float], retry_after: str, seconds: int, asked: int
):
    """429 although the server's own count has room: does the run end, saying when to come back, with no retry?"""
    clock, paths = Clock(), []
    client = client_of(scripted(throttled(retry_after, paths)), clock=clock)
    client.sleep = clock.sleep
    client.learn_limits()
    with pytest.raises(BudgetSpent) as spent:
        client.fetch_docket(7000)
    assert spent.value.until.timestamp() - clock.now == pytest.approx(seconds)
    assert len(paths) == asked


def test_refused_without_a_time_to_wait(scripted: Callable, client_of: Make, pauses: list[float]):
    """No Retry-After is how CourtListener refuses a blocked account."""
    paths: list[str] = []
    client = client_of(scripted(throttled(None, paths)))
    client.learn_limits()
    with pytest.raises(FetchError, match="blocked this account"):
        client.fetch_docket(7000)
    assert len(paths) == 3
    assert pauses == []


def test_a_page_that_is_its_own_next(scripted: Callable, client_of: Make):
    """CourtListener does so on many ties: is the listing left instead of asked for ever?"""

    def loop(handler: BaseHTTPRequestHandler) -> None:
        url = f"http://{handler.headers['Host']}/api/rest/v4/docket-entries/?cursor=x"
        answer(handler, json.dumps({"results": [], "next": url}).encode())

    client = generous(client_of(scripted(loop)))
    first = client.fetch_entries(2)
    with pytest.raises(CursorLost, match="its own next"):
        client.fetch_entries(2, next_url=first.next)


def test_a_server_without_a_clock(scripted: Callable, client_of: Make):
    """No Date header: is our own clock not taken for the server's?"""
    client = generous(client_of(scripted(lambda handler: answer(handler, b'{"results":[],"next":null}'))))
    assert client.fetch_entries(2).server_time is None


def test_half_an_answer_of_api_usage_is_asked_again(sandbox: Server, client_of: Make, pauses: list[float]):
    sandbox.faults.add("truncated", match="api-usage")
    assert client_of(sandbox.url).fetch_usage()
    assert pauses == [1]


@pytest.mark.parametrize(
    ("status", "error", "sentence"),
    [
        (301, FetchError, "moved .* to https://elsewhere.example/ .* set COURTLISTENER_API_URL"),
        (410, Rejected, "answered 410 .*update writwatch"),
        (451, Rejected, "answered 451"),
    ],
)
def test_answers_nobody_documents(
    scripted: Callable, client_of: Make, pauses: list[float], status: int, error: type, sentence: str
):
    """Is each asked once, not followed, and shown without what a terminal would obey?"""
    location = "https://elsewhere.example/ \x1b[31m"
    client = generous(client_of(scripted(lambda handler: answer(handler, b"{}", status, Location=location))))
    with pytest.raises(error, match=sentence) as raised:
        client.fetch_docket(7000)
    assert "\x1b" not in str(raised.value)
    assert pauses == []
