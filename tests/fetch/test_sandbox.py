"""Does the sandbox keep the real server's budget, pages, filters, changes and failures? On invented dockets."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
import requests
from effort import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from writwatch.fetch import FetchError
from writwatch.fetch.sandbox import Faults, Server, parse_throttle, serve
from writwatch.fetch.sandbox.answers import Refusal
from writwatch.fetch.sandbox.throttle import Rate, Throttle

Rows = dict[str, list[dict[str, Any]]]

ROOT = "https://www.courtlistener.com/api/rest/v4"
NOON = "2026-03-02T12:00:00-08:00"
NOON_UTC = 1_772_481_600.0


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self, now: float = NOON_UTC) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def docket(key: int, **given: Any) -> dict[str, Any]:
    court = given.get("court_id", "txsd")
    return {
        "resource_uri": f"{ROOT}/dockets/{key}/", "id": key, "court": f"{ROOT}/courts/{court}/", "court_id": court,
        "assigned_to": None, "referred_to": None, "absolute_url": f"/docket/{key}/doe-v-warden/", "source": 1,
        "date_created": NOON, "date_modified": f"2026-03-02T12:00:{key:02}-08:00", "assigned_to_str": "",
        "referred_to_str": "", "date_filed": "2026-02-01", "date_terminated": None, "date_last_filing": None,
        "date_argued": None, "date_blocked": None, "blocked": False, "case_name": "Doe v. Warden", "case_name_full": "",
        "docket_number": f"4:26-cv-{key:05}", "docket_number_core": f"26{key:05}", "pacer_case_id": str(9000 + key),
        "cause": "", "nature_of_suit": "463 Habeas Corpus - Alien Detainee", "jury_demand": "", "jurisdiction_type": "",
        "tags": [], "panel": [], **given,
    }  # fmt: skip


def document(key: int, **given: Any) -> dict[str, Any]:
    return {
        "resource_uri": f"{ROOT}/recap-documents/{key}/", "id": key, "tags": [], "absolute_url": "",
        "date_created": NOON, "date_modified": NOON, "date_upload": None, "sha1": "", "page_count": None,
        "filepath_local": None, "plain_text": "", "ocr_status": None, "document_number": str(key),
        "attachment_number": None, "pacer_doc_id": f"177{key:09}", "is_available": False,
        "is_free_on_pacer": None, "document_type": 1, "description": "", **given,
    }  # fmt: skip


def entry(key: int, of: int, **given: Any) -> dict[str, Any]:
    return {
        "resource_uri": f"{ROOT}/docket-entries/{key}/", "id": key, "docket": f"{ROOT}/dockets/{of}/",
        "recap_documents": [document(key * 10)], "date_created": NOON,
        "date_modified": f"2026-03-02T13:{key // 60:02}:{key % 60:02}-08:00", "date_filed": "2026-02-03",
        "time_filed": None, "entry_number": key, "recap_sequence_number": f"2026-02-03.{key:03}",
        "pacer_sequence_number": key, "description": f"ORDER number {key}", "tags": [], **given,
    }  # fmt: skip


def court(key: str, position: float, jurisdiction: str) -> dict[str, Any]:
    return {
        "resource_uri": f"{ROOT}/courts/{key}/", "id": key, "date_modified": NOON, "in_use": True,
        "has_opinion_scraper": False, "has_oral_argument_scraper": False, "position": position, "start_date": None,
        "end_date": None, "short_name": key, "full_name": key, "citation_string": key, "jurisdiction": jurisdiction,
        "parent_court": None,
    }  # fmt: skip


def small_world() -> Rows:
    """Three dockets; a party and a lawyer on the first; an entry without a number; one restricted to no one."""
    lawyer = {"role": 2, "docket": f"{ROOT}/dockets/1/", "party": f"{ROOT}/parties/1/", "date_action": None}
    return {
        "courts": [court("ca5", 105.0, "F"), court("txsd", 300.0, "FD"), court("wawd", 310.0, "FD")],
        "dockets": [
            docket(1, assigned_to=f"{ROOT}/people/1/", tags=[f"{ROOT}/tag/7/"]),
            docket(2, court_id="wawd", nature_of_suit=""),
            docket(3, court_id="ca5", nature_of_suit="3463 Other", date_filed=None),
        ],
        "docket-entries": [
            entry(11, 1),
            entry(12, 1, entry_number=None, description="", recap_documents=[document(120, description="Order")]),
            entry(13, 1, date_filed="2026-02-09"), entry(21, 2), entry(22, 2, recap_documents=[]),
        ],
        "people": [{"id": 1, "date_created": NOON, "date_modified": NOON, "name_first": "Ada", "name_last": "Marlowe"}],
        "tag": [{"id": 7, "date_created": NOON, "date_modified": NOON, "name": "watched"}],
        "parties": [
            {"id": 1, "date_created": NOON, "date_modified": NOON, "name": "John Doe 1", "extra_info": "",
             "attorneys": [{"attorney": f"{ROOT}/attorneys/1/", "attorney_id": 1, "docket_id": 1, **lawyer}],
             "party_types": [{"docket": f"{ROOT}/dockets/1/", "docket_id": 1, "name": "Petitioner"}]},
        ],
        "attorneys": [
            {"id": 1, "date_created": NOON, "date_modified": NOON, "name": "Pat Invented",
             "parties_represented": [lawyer], "contact_raw": "1 Nowhere Street",
             "phone": "(555) 010-0000", "fax": "", "email": "pat@example.org"},
        ],
    }  # fmt: skip


def write_rows(folder: Path, rows: Rows) -> Path:
    for name, listed in rows.items():
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in listed))
    return folder


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[Server]:
    with serve(write_rows(tmp_path, small_world()), throttle="none", clock=Clock()) as server:
        yield server


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One sandbox for all the tests that only read."""
    with serve(write_rows(tmp_path_factory.mktemp("rows"), small_world()), throttle="none", clock=Clock()) as server:
        yield server


def get(server: Server, path: str, token: str = "mine", **headers: str) -> requests.Response:
    return requests.get(server.url + path, headers={"Authorization": f"Token {token}", **headers}, timeout=10)


def ids(server: Server, path: str) -> list[Any]:
    return [row["id"] for row in get(server, path).json()["results"]]


def post(server: Server, path: str, payload: Any) -> requests.Response:
    return requests.post(server.url.replace("/api/rest/v4/", path), json=payload, timeout=10)


# The budget


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("5/min,50/hour,125/day", [(5, 60), (50, 3600), (125, 86400)]),
        ("125/day, 5/min", [(5, 60), (125, 86400)]),
        ("0/min", [(0, 60)]),
        ("none", [(1_000_000, 60)]),
    ],
)
def test_throttle_is_read(text: str, rates: list[tuple[int, int]]) -> None:
    """Are rates read, and sorted by their windows?"""
    assert [(rate.limit, rate.window) for rate in parse_throttle(text)] == rates


@pytest.mark.parametrize("text", ["", "5", "5/week", "five/min", "5/min,,", "-1/min", "5/min,6/min", "None"])
def test_nonsense_throttle_is_one_sentence(text: str) -> None:
    """Is a throttle that cannot be read named, with what to write instead?"""
    with pytest.raises(FetchError, match=r"^the throttle '.*' .*: .*\.$") as caught:
        parse_throttle(text)
    assert "\n" not in str(caught.value)


rates = st.lists(
    st.tuples(st.integers(1, 6), st.sampled_from([60, 3600, 86400])),
    min_size=1,
    max_size=3,
    unique_by=lambda rate: rate[1],
).map(
    lambda listed: tuple(
        Rate(limit, window, f"{limit}/{window}") for limit, window in sorted(listed, key=lambda r: r[1])
    )
)


@given(rates, st.lists(st.sampled_from([0, 1, 10, 29, 30, 59, 60, 61, 1800, 3599, 3600, 40000, 86400]), max_size=40))
def test_throttle_is_exact(limits: tuple[Rate, ...], steps: list[int]) -> None:
    """Is a request refused exactly when some window is full of admitted ones, and is the wait the window's own?"""
    clock = Clock(0)
    throttle = Throttle(limits, {}, clock)
    admitted: list[float] = []
    for step in steps:
        clock.now += step
        full = [
            (rate, hits)
            for rate in limits
            if len(hits := [hit for hit in admitted if hit > clock.now - rate.window]) >= rate.limit
        ]
        if not full:
            throttle.admit("a")
            admitted.append(clock.now)
            continue
        rate, hits = full[0]
        with pytest.raises(Refusal) as caught:
            throttle.admit("a")
        wait = int(hits[0] + rate.window - clock.now)
        assert caught.value.answer.headers["Retry-After"] == str(wait)
        assert f"{rate.text}. Expected available in {wait} second" in caught.value.answer.body.decode()


def test_waiting_as_told_is_enough() -> None:
    """Does a client that waits the named seconds always get through, when one window alone is full?"""
    clock = Clock()
    throttle = Throttle(parse_throttle("5/min"), {}, clock)
    for _ in range(5):
        throttle.admit("a")
        clock.now += 7.3
    with pytest.raises(Refusal) as caught:
        throttle.admit("a")
    clock.now += int(caught.value.answer.headers["Retry-After"])
    throttle.admit("a")


def test_one_second_is_singular() -> None:
    """Does the last second before a free slot read as one second?"""
    clock = Clock()
    throttle = Throttle(parse_throttle("1/min"), {}, clock)
    throttle.admit("a")
    clock.now += 59.5
    with pytest.raises(Refusal, match=r"available in 1 second\."):
        throttle.admit("a")


def test_accounts_do_not_share(tmp_path: Path) -> None:
    """Has every token a log of its own, and every anonymous address too?"""
    with serve(write_rows(tmp_path, small_world()), throttle="1/min", clock=Clock()) as server:
        assert [get(server, "dockets/1/", token).status_code for token in "aabb"] == [200, 429, 200, 429]
        public = [requests.get(server.url + "courts/txsd/", timeout=10).status_code for _ in range(6)]
        assert public == [200] * 5 + [429]


def test_many_at_once_are_counted_once_each(tmp_path: Path) -> None:
    """Do twenty requests at the same moment get exactly the five places there are?"""
    with serve(write_rows(tmp_path, small_world()), clock=Clock()) as server, ThreadPoolExecutor(10) as pool:
        statuses = list(pool.map(lambda _: get(server, "dockets/1/").status_code, range(20)))
    assert sorted(statuses) == [200] * 5 + [429] * 15
    assert sum(logged.counted for logged in server.requests) == 5


COUNTED = [
    ("GET", "dockets/1/?fields=id", 200, True),
    ("GET", "dockets/999/", 404, True),
    ("GET", "dockets/?bogus=1", 400, True),
    ("GET", "dockets/?date_filed__gte=x", 400, True),
    ("GET", "dockets/?cursor=garbage", 404, True),
    ("GET", "dockets/?order_by=-date_filed&page=101", 404, True),
    ("HEAD", "dockets/1/", 200, True),
    ("OPTIONS", "dockets/", 200, True),
    ("GET", "dockets/?court=txsd&count=on", 200, True),
    ("PUT", "dockets/1/", 403, False),
    ("POST", "dockets/", 403, False),
    ("GET", "courts/txsd/", 200, True),
    ("GET", "", 200, True),
    ("GET", "docket-entries/", 200, True),
    ("GET", "dockets/1", 301, False),
    ("GET", "nonesuch/", 404, False),
    ("GET", "docket-alerts/", 200, True),
    ("GET", "docket-tags/", 200, False),
    ("GET", "tags/", 200, False),
    ("GET", "prayers/", 200, True),
    ("GET", "alerts/", 200, True),
    ("GET", "recap-fetch/", 200, False),
    ("GET", "search/?type=r&filed_after=x", 400, True),
    ("GET", "search/?type=r&q=docket_id:1", 200, True),
    ("GET", "api-usage/", 200, False),
    ("DELETE", "api-usage/", 405, False),
    ("GET", "/docket/1/feed/", 200, False),
]


@pytest.mark.parametrize(("method", "path", "status", "counted"), COUNTED)
def test_what_counts(sandbox: Server, method: str, path: str, status: int, counted: bool) -> None:
    """Is the budget charged for what the real server charges for, and for nothing else?"""
    url = sandbox.url.replace("/api/rest/v4/", path) if path.startswith("/") else sandbox.url + path
    requests.request(method, url, headers={"Authorization": "Token mine"}, allow_redirects=False, timeout=10)
    assert sandbox.requests[-1][2:4] == (status, counted)
    usage = {line["rate"]: line["used"] for line in get(sandbox, "api-usage/").json()["current_usage"]}
    assert usage["1000000/min"] == int(counted)


@pytest.mark.parametrize(
    ("header", "status", "detail"),
    [
        (None, 401, "Authentication credentials were not provided."),
        ("Token", 401, "Invalid token header. No credentials provided."),
        ("Token two words", 401, "Invalid token header. Token string should not contain spaces."),
        ("Token bad", 401, "Invalid token."),
        ("Bearer mine", 401, "Invalid or expired bearer token."),
        ("Basic !", 401, "Invalid basic header. Credentials not correctly base64 encoded."),
        ("Whatever mine", 401, "Authentication credentials were not provided."),
        ("token mine", 200, None),
        ("Basic dXNlcjpwYXNz", 200, None),
    ],
)
def test_who_may_come_in(tmp_path: Path, header: str | None, status: int, detail: str | None) -> None:
    """Is each way of not being logged in answered in the real server's words?"""
    with serve(write_rows(tmp_path, small_world()), throttle="none", invalid_tokens=["bad"]) as server:
        headers = {} if header is None else {"Authorization": header}
        answer = requests.get(f"{server.url}dockets/1/", headers=headers, timeout=10)
    assert (answer.status_code, answer.json().get("detail")) == (status, detail)


# Filters and fields


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("dockets/", [3, 2, 1]),
        ("dockets/?id__gte=2", [3, 2]),
        ("dockets/?id__range=1,2&order_by=id", [1, 2]),
        ("dockets/?court=wawd", [2]),
        ("dockets/?court=wawd&court=txsd", [1]),
        ("dockets/?court!=txsd", [3, 2]),
        ("dockets/?court__jurisdiction=FD&court__jurisdiction=F", [3, 2, 1]),
        ("dockets/?nature_of_suit__startswith=463", [1]),
        ("dockets/?nature_of_suit__istartswith=463 HABEAS", [1]),
        ("dockets/?nature_of_suit__iexact=3463 other", [3]),
        ("dockets/?nature_of_suit=", [3, 2, 1]),
        ("dockets/?date_filed!=2026-02-01", [3]),
        ("dockets/?date_filed__year=2026&date_filed__month=2", [2, 1]),
        ("dockets/?date_modified__gt=2026-03-02T12:00:02-08:00", [3]),
        ("dockets/?date_modified__gte=2026-03-02T20:00:02Z", [3, 2]),
        ("dockets/?date_modified__gte=2026-03-02T12:00:03", [3]),
        ("dockets/?date_modified__second=2", [2]),
        ("dockets/?source__in=0,1", [3, 2, 1]),
        ("dockets/?blocked=perhaps", [3, 2, 1]),
        ("dockets/?blocked=true", []),
        ("dockets/?tags__name=watched", [1]),
        ("dockets/?assigned_to__name_last=Marlowe", [1]),
        ("dockets/?parties__name__startswith=John", [1]),
        ("dockets/?docket_entries__entry_number__gte=12", [2, 2, 1]),
        ("dockets/?docket_entries__recap_documents__pacer_doc_id__in=177000000110,177000000210,1", [2, 1]),
        ("docket-entries/?docket=1", [13, 12, 11]),
        ("docket-entries/?docket__court=wawd", [22, 21]),
        ("docket-entries/?docket__id__range=1,2&date_filed__gt=2026-02-03", [13]),
        ("docket-entries/?entry_number__isnull=true", [12]),
        ("docket-entries/?docket__docket_entries__recap_documents__pacer_doc_id__in=177000000110", [13, 12, 11]),
        ("docket-entries/?docket__parties__name=John Doe 1&order_by=recap_sequence_number", [11, 12, 13]),
        ("docket-entries/?docket=1&order_by=entry_number", [11, 13, 12]),
        ("docket-entries/?docket=1&order_by=-entry_number", [12, 13, 11]),
        ("recap-documents/?docket_entry__docket=1", [130, 120, 110]),
        ("recap-documents/?pacer_doc_id=177000000110", [110]),
        ("parties/?docket=1&filter_nested_results=True", [1]),
        ("parties/?docket=2", []),
        ("parties/?attorney__name=Pat Invented", [1]),
        ("attorneys/?docket__court=txsd", [1]),
        ("attorneys/?parties_represented__name__iexact=JOHN DOE 1", [1]),
        ("courts/", ["ca5", "txsd", "wawd"]),
        ("courts/?jurisdiction=FD", ["txsd", "wawd"]),
        ("courts/?dockets__nature_of_suit=", ["ca5", "txsd", "wawd"]),
        ("people/?name_last=Marlowe", [1]),
        ("originating-court-information/", []),
    ],
)  # fmt: skip
def test_filters(standing: Server, query: str, found: list[Any]) -> None:
    """Does each kind of filter select what it should, in the order it should?"""
    assert ids(standing, query) == found


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ("dockets/?id__in=1,2", {"detail": "Unknown filter parameters are not allowed.", "unknown_params": ["id__in"]}),
        ("dockets/1/?z=1&a!=2", {"detail": "Unknown filter parameters are not allowed.", "unknown_params": ["a", "z"]}),
        ("dockets/?court=zzzz", {"court": ["Select a valid choice. That choice is not one of the available choices."]}),
        ("dockets/?source=999", {"source": ["Select a valid choice. 999 is not one of the available choices."]}),
        (
            "docket-entries/?docket__id=x&date_filed=y",
            {"docket__id": ["Enter a number."], "date_filed": ["Enter a valid date."]},
        ),
        (
            "docket-entries/?date_modified__gte=2026-01-01T00:00:00+00:00",
            {"date_modified__gte": ["Enter a valid date/time."]},
        ),
        ("dockets/?id__range=5", {"id__range": ["Range query expects two values."]}),
        ("dockets/?docket_number=%00", {"docket_number": ["Null characters are not allowed."]}),
    ],
)  # fmt: skip
def test_bad_filters(standing: Server, query: str, errors: dict[str, Any]) -> None:
    """Is everything wrong with the filters named at once, and in the real server's words?"""
    answer = get(standing, query)
    assert (answer.status_code, answer.json()) == (400, errors)


@pytest.mark.parametrize("key", ["9" * 18, "9" * 30])
def test_enormous_numbers(standing: Server, key: str) -> None:
    """Does a number that fits no database find nothing instead of crashing?"""
    assert get(standing, f"dockets/{key}/").status_code == 404
    assert get(standing, f"docket-entries/?docket={key}").status_code == 400
    assert ids(standing, f"dockets/?id={key}") == []


@pytest.mark.parametrize(
    ("query", "row"),
    [
        ("dockets/1/?fields=id,nope", {"id": 1}),
        ("docket-entries/11/?fields=id,recap_documents__id", {"id": 11, "recap_documents": [{"id": 110}]}),
        ("attorneys/1/?fields=name,email", {"name": "Pat Invented", "email": "pat@example.org"}),
        (
            "attorneys/1/?omit=date_created,date_modified,parties_represented,fax,contact_raw",
            {"id": 1, "name": "Pat Invented", "phone": "(555) 010-0000", "email": "pat@example.org"},
        ),
    ],
)
def test_fields(standing: Server, query: str, row: dict[str, Any]) -> None:
    """Are exactly the keys asked for served, contact data like any other?"""
    assert get(standing, query).json() == row


def test_links_follow_the_host(standing: Server) -> None:
    """Are links built from the host and scheme that the caller used, in pages and in rows?"""
    page = get(standing, "dockets/?id=1&fields=id,court", Host="example.org", **{"X-Forwarded-Proto": "https"}).json()
    assert page["count"] == "https://example.org/api/rest/v4/dockets/?count=on&fields=id%2Ccourt&id=1"
    assert page["results"][0]["court"] == "https://example.org/api/rest/v4/courts/txsd/"


NAMES = [
    "id", "docket", "court", "date_modified__gte", "id__range", "docket__court", "docket_entries__id", "order_by",
    "x", "cursor", "page", "page_size", "count", "fields", "omit", "format", "q", "type", "filed_after",
    "tags__name", "entry_number__isnull", "court!",
]  # fmt: skip
VALUES = [
    "", "1", "-1", "0", "9" * 30, "1,2", "txsd", "2026-01-01", "true", "on", "rd", "d", "r", "id", "-id",
    "date_modified", "cD0x", "bz0tNSZwPTE=", "cD05OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk=", "docket_id:" + "9" * 30,
    "docket_id:(1 OR", "(a)", "NOT", "a AND OR b)", "id:[1 TO", '"', "*", "__", "recap_documents__", "\0",
]  # fmt: skip
PLACES = [
    "dockets/", "dockets/1/", "docket-entries/", "recap-documents/", "courts/", "parties/", "search/",
    "docket-alerts/",
]  # fmt: skip
queries = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES) | st.text(max_size=8)), max_size=4)


@settings(max_examples=examples(300), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.sampled_from(PLACES), query=queries)
def test_no_query_crashes(standing: Server, place: str, query: list[tuple[str, str]]) -> None:
    """Is every query, however odd, answered or refused, and never met with a crash?"""
    encoded = urlencode(query, errors="replace")
    assert get(standing, f"{place}?{encoded}").status_code in (200, 400, 404, 406)


# Pages


def tied_world(distinct: int, ties: int) -> Rows:
    """Entries of one docket: some with times of their own, then many saved in the same microsecond."""
    entries = [entry(key, 1, date_modified=f"2026-03-02T14:00:{key:02}.5-08:00") for key in range(1, distinct + 1)]
    tie = "2026-03-02T15:00:00.123456-08:00"
    entries += [entry(key, 1, date_modified=tie) for key in range(distinct + 1, distinct + ties + 1)]
    return {"dockets": [docket(1)], "docket-entries": entries}


def crawl(server: Server, path: str, at_most: int = 60) -> tuple[list[list[int]], int]:
    """Follow `next` to the end; the ids page by page and the last status."""
    pages: list[list[int]] = []
    url: str | None = server.url + path
    with requests.Session() as session:
        session.headers["Authorization"] = "Token mine"
        while url and len(pages) < at_most:
            answer = session.get(url, timeout=10)
            if answer.status_code != 200:
                return pages, answer.status_code
            pages.append([row["id"] for row in answer.json()["results"]])
            url = answer.json()["next"]
    return pages, 200


# As measured on the real server: rows with times of their own, tied rows, pages, rows, last status.
MEASURED = [
    (5, 60, 4, 65, 200),
    (19, 60, 4, 79, 200),
    (20, 60, 4, 80, 200),
    (5, 900, 46, 905, 200),
    (0, 125, 1, 20, 404),
]


@pytest.mark.parametrize(("distinct", "ties", "pages", "rows", "status"), MEASURED)
def test_ties(tmp_path: Path, distinct: int, ties: int, pages: int, rows: int, status: int) -> None:
    """Do pages through tied rows end, or break off, where the real server's did?"""
    with serve(write_rows(tmp_path, tied_world(distinct, ties)), throttle="none") as server:
        crawled, last = crawl(server, "docket-entries/?docket=1&order_by=date_modified&fields=id")
    seen = [key for page in crawled for key in page]
    assert (len(crawled), len(seen), len(set(seen)), last) == (pages, rows, rows, status)


def test_too_many_ties_go_round_for_ever(tmp_path: Path) -> None:
    """Does a cursor stand still beyond a thousand ties, as the real one does?"""
    with serve(write_rows(tmp_path, tied_world(5, 1100)), throttle="none") as server:
        pages, _ = crawl(server, "docket-entries/?docket=1&order_by=date_modified&fields=id")
    assert len(pages) == 60
    assert pages[-1] == pages[-2]


@pytest.mark.parametrize(
    "order", ["id", "-id", "date_modified", "-date_modified", "date_created", "entry_number", "-date_filed"]
)
def test_every_row_once(tmp_path: Path, order: str) -> None:
    """Does every order bring every row once, while nothing changes?"""
    rows = tied_world(50, 0)
    for row in rows["docket-entries"]:
        row["date_created"] = row["date_modified"]
    with serve(write_rows(tmp_path, rows), throttle="none") as server:
        pages, _ = crawl(server, f"docket-entries/?order_by={order}&fields=id")
    assert [len(page) for page in pages] == [20, 20, 10]
    assert {key for page in pages for key in page} == set(range(1, 51))


def test_back_again(tmp_path: Path) -> None:
    """Does `previous` lead back through the same pages?"""
    with serve(write_rows(tmp_path, tied_world(45, 0)), throttle="none") as server:
        first = get(server, "docket-entries/?order_by=date_modified").json()
        second = requests.get(first["next"], headers={"Authorization": "Token mine"}, timeout=10).json()
        back = requests.get(second["previous"], headers={"Authorization": "Token mine"}, timeout=10).json()
    assert back["results"] == first["results"]
    assert (back["previous"], back["next"]) == (None, first["next"])


# What changes upstream


def test_rows_change_while_served(sandbox: Server) -> None:
    """Do a changed and a new entry appear at the clock's time, and does a deleted one vanish with its document?"""
    post(sandbox, "/sandbox/rows", {"upsert": {"docket-entries": [
        {"id": 12, "description": "ORDER granting the petition"},
        {"id": 14, "docket": 1, "entry_number": 4, "recap_documents": [{"id": 140, "description": "Order"}]},
    ]}, "delete": {"docket-entries": [11]}})  # fmt: skip
    assert ids(sandbox, f"docket-entries/?docket=1&date_modified__gte={NOON}&date_modified__lte={NOON}") == [14, 12]
    assert ids(sandbox, "docket-entries/?docket=1") == [14, 13, 12]
    assert ids(sandbox, "recap-documents/?docket_entry__docket=1") == [140, 130, 120]
    changed, new = (get(sandbox, f"docket-entries/{key}/").json() for key in (12, 14))
    assert (changed["description"], changed["date_created"]) == ("ORDER granting the petition", NOON)
    assert new["resource_uri"] == f"{sandbox.url}docket-entries/14/"
    assert new["docket"] == f"{sandbox.url}dockets/1/"
    assert set(new) >= {"recap_sequence_number", "pacer_sequence_number", "date_filed", "tags"}


def test_a_document_moves_neither_its_entry_nor_its_docket(sandbox: Server) -> None:
    """Is a document's new text seen only on the document's own date?"""
    before = get(sandbox, "docket-entries/11/").json(), get(sandbox, "dockets/1/").json()
    sandbox.rows.upsert(
        "recap-documents", [{"id": 110, "description": "Order", "date_modified": "2026-03-03T00:00:00-08:00"}]
    )
    after = get(sandbox, "docket-entries/11/").json(), get(sandbox, "dockets/1/").json()
    assert after[0]["recap_documents"][0]["description"] == "Order"
    assert [row["date_modified"] for row in before] == [row["date_modified"] for row in after]
    assert ids(sandbox, "recap-documents/?date_modified__gt=2026-03-02T23:00:00-08:00") == [110]


def test_documents_and_links_go_with_their_rows(sandbox: Server) -> None:
    """Does a deleted document leave its entry, and does a party that is deleted or moved leave its docket?"""
    post(sandbox, "/sandbox/rows", {"delete": {"recap-documents": [110], "attorneys": [1]}})
    assert get(sandbox, "docket-entries/11/").json()["recap_documents"] == []
    assert get(sandbox, "recap-documents/110/").status_code == 404
    assert ids(sandbox, "attorneys/?docket=1") == []
    moved = {"id": 1, "party_types": [{"docket": f"{ROOT}/dockets/2/", "docket_id": 2, "name": "Petitioner"}]}
    post(sandbox, "/sandbox/rows", {"upsert": {"parties": [moved]}})
    assert (ids(sandbox, "parties/?docket=1"), ids(sandbox, "parties/?docket=2")) == ([], [1])


def test_rows_as_read_can_be_sent_back(sandbox: Server) -> None:
    """Does a row fetched, edited and posted keep its links?"""
    row = {**get(sandbox, "docket-entries/11/").json(), "description": "edited"}
    post(sandbox, "/sandbox/rows", {"upsert": {"docket-entries": [row]}})
    assert (
        get(sandbox, "docket-entries/11/", Host="example.org").json()["docket"]
        == "http://example.org/api/rest/v4/dockets/1/"
    )


def test_stubs_first_then_their_text(tmp_path: Path) -> None:
    """Is an entry served as a stub under its lasting id until its text arrives, and does that move its date?"""
    world = small_world()
    stub = entry(11, 1, description="", entry_number=None, date_modified="2026-03-01T00:00:00-08:00")
    folder = write_rows(tmp_path, {**world, "docket-entries-earlier": [stub]})
    with serve(folder, throttle="none", earlier=True, clock=Clock()) as server:
        first = get(server, "docket-entries/11/").json()
        arrived = post(server, "/sandbox/later", None).json()
        then = get(server, "docket-entries/11/").json()
        assert post(server, "/sandbox/later", None).json() == {"arrived": 0}
    assert (first["description"], then["description"], arrived) == ("", "ORDER number 11", {"arrived": 1})
    assert first["docket"] == then["docket"]
    assert then["date_modified"] == NOON


# Failures


def broken(server: Server, path: str = "docket-entries/?docket=1") -> str:
    """How a client sees a request fail: the name of what is raised, or the status."""
    try:
        answer = get(server, path)
        return f"{answer.status_code} {answer.headers['Content-Type'].partition(';')[0]} {type(answer.json()).__name__}"
    except requests.RequestException as error:
        return type(error).__name__


@pytest.mark.parametrize(
    ("kind", "seen", "counted"),
    [
        ("500", "500 application/json dict", True),
        ("403", "403 application/json dict", False),
        ("502", "JSONDecodeError", False),
        ("503", "JSONDecodeError", False),
        ("html", "JSONDecodeError", True),
        ("truncated", "JSONDecodeError", True),
        ("drop", "ConnectionError", False),
        ("drop-after-headers", "ChunkedEncodingError", True),
        ("cut", "ChunkedEncodingError", True),
        ("slow", "200 application/json dict", True),
    ],
)
def test_faults(sandbox: Server, kind: str, seen: str, counted: bool) -> None:
    """Does each fault strike one request, in the way it says, and is the next one answered?"""
    sandbox.faults.add(kind, seconds=0.001)
    assert broken(sandbox) == seen
    assert sandbox.requests[0].counted is counted
    assert broken(sandbox) == "200 application/json dict"


def test_faults_in_rows(sandbox: Server) -> None:
    """Is one row of a page malformed while the others are sound, and are unknown fields added to all?"""
    sandbox.faults.add("malformed")
    rows = get(sandbox, "docket-entries/?docket=1").json()["results"]
    assert [row["id"] for row in rows] == [13, "not a number", 11]
    sandbox.faults.add("extra")
    rows = get(sandbox, "docket-entries/?docket=1").json()["results"]
    assert all(row["field_of_next_year"] == {"added": True} for row in rows)


def test_which_request_is_struck(sandbox: Server) -> None:
    """Are faults aimed by pattern, delayed by number, and limited in times?"""
    assert post(sandbox, "/sandbox/faults", [{"kind": "500", "match": "GET .*parties", "after": 1, "times": 2}]).ok
    paths = ["parties/", "dockets/", "parties/", "parties/", "parties/"]
    assert [get(sandbox, path).status_code for path in paths] == [200, 200, 500, 500, 200]
    assert [kind for kind, _ in sandbox.faults.struck] == ["500", "500"]


def test_chance_can_be_repeated(tmp_path: Path) -> None:
    """Do two sandboxes with the same seed fail at the same requests?"""
    folder = write_rows(tmp_path, small_world())

    def statuses() -> list[int]:
        faults = Faults(seed=4)
        faults.add("500", times=None, probability=0.5)
        with serve(folder, throttle="none", faults=faults) as server:
            return [get(server, "courts/").status_code for _ in range(20)]

    first = statuses()
    assert first == statuses()
    assert set(first) == {200, 500}


@pytest.mark.parametrize(
    "rule",
    [{"kind": "earthquake"}, {"kind": "500", "colour": "red"}, "500", {"kind": "500", "match": "("}],
)
def test_nonsense_faults_are_refused(sandbox: Server, rule: Any) -> None:
    """Is a fault that the sandbox cannot make refused with a sentence?"""
    answer = post(sandbox, "/sandbox/faults", rule)
    assert answer.status_code == 400
    assert answer.json()["detail"].endswith(".")


@pytest.mark.parametrize(
    ("kind", "order", "missed", "repeated"),
    [
        ("change", "date_modified", set(), {1}),
        ("change", "id", set(), set()),
        ("vanish", "date_modified", set(), set()),
        ("vanish", "entry_number", {21}, set()),
    ],
)
def test_rows_that_move_between_pages(
    tmp_path: Path, kind: str, order: str, missed: set[int], repeated: set[int]
) -> None:
    """Do moving rows do to a crawl what they did on the real server: ascending dates repeat, numbered pages miss?"""
    with serve(write_rows(tmp_path, tied_world(45, 0)), throttle="none") as server:
        server.faults.add(kind)
        pages, _ = crawl(server, f"docket-entries/?docket=1&order_by={order}&fields=id")
    seen = [key for page in pages for key in page]
    assert set(range(1, 46)) - set(seen) == missed
    assert {key for key in seen if seen.count(key) > 1} == repeated


# Search, feed, alerts


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("type=rd&q=docket_id:(1 OR 2)&order_by=entry_date_filed desc", [130, 210, 120, 110]),
        ("type=rd&q=docket_id:(1 OR 2) AND NOT docket_id:1", [210]),
        ("type=rd&q=docket_id:1 AND entry_date_filed:[2026-02-04 TO *]", [130]),
        ("type=rd&q=docket_id:1 AND date_created:[2026-03-02T20:00:00Z TO *]", [130, 120, 110]),
        ("type=rd&q=docket_id:1 AND date_created:[2026-03-02T20:00:01Z TO *]", []),
        ('type=rd&q="number 13"', [130]),
        ("type=rd&q=docket_id:1 order", [130, 120, 110]),
        ("type=rd&q=nobody:1", []),
        ("type=d&q=suitNature:463&order_by=dateFiled asc", [3, 1]),
        ("type=d&q=suitNature:463&court=txsd wawd", [1]),
        ("type=d&q=&filed_after=2026-02-02", []),
        ("type=d&q=&filed_before=02/01/2026", [2, 1]),
        ("type=r&q=docket_id:(1 OR 3)", [3, 1]),
    ],
)
def test_search(standing: Server, query: str, found: list[int]) -> None:
    """Does search understand what a tracker asks: chosen dockets, ranges, natures of suit, courts, dates?"""
    results = get(standing, f"search/?{query}").json()["results"]
    assert [row.get("id", row.get("docket_id")) for row in results] == found


def test_search_pages(tmp_path: Path) -> None:
    """Do a search's cursors lead forth to every row once, and back?"""
    with serve(write_rows(tmp_path, tied_world(45, 0)), throttle="none") as server:
        pages, _ = crawl(server, "search/?type=rd&q=docket_id:1&order_by=entry_date_filed desc")
        first = get(server, "search/?type=rd&q=docket_id:1").json()
        second = requests.get(first["next"], timeout=10).json()
        back = requests.get(second["previous"], timeout=10).json()
    assert [len(page) for page in pages] == [20, 20, 5]
    assert len({key for page in pages for key in page}) == 45
    assert (first["count"], back["results"], back["previous"]) == (45, first["results"], None)


def test_search_shows_three_documents(tmp_path: Path) -> None:
    """Are a docket's documents cut to three, and is it said that there are more?"""
    with serve(write_rows(tmp_path, tied_world(5, 0)), throttle="none") as server:
        found = get(server, "search/?type=r&q=docket_id:1").json()
    assert (found["count"], found["document_count"]) == (1, 5)
    assert len(found["results"][0]["recap_documents"]) == 3
    assert found["results"][0]["meta"]["more_docs"] is True


def test_feed(standing: Server) -> None:
    """Is the feed well-formed Atom, the newest entry first, with an entry that has no number by its date?"""
    feed = requests.get(standing.url.replace("/api/rest/v4/", "/docket/1/feed/"), timeout=10)
    titles = [title.text for title in ElementTree.fromstring(feed.content).iter("{http://www.w3.org/2005/Atom}title")]
    name = "Doe v. Warden, 4:26-cv-00001"
    assert titles[1:] == [f"Entry #13 in {name}", f"Minute entry from 2026-02-03 in {name}", f"Entry #11 in {name}"]


def test_alerts(sandbox: Server) -> None:
    """Can one account subscribe, once, see only its own, pause and unsubscribe?"""
    url, mine, other = f"{sandbox.url}docket-alerts/", {"Authorization": "Token mine"}, {"Authorization": "Token other"}
    made = requests.post(url, json={"docket": 1}, headers=mine, timeout=10)
    again = requests.post(url, data={"docket": 1}, headers=mine, timeout=10)
    paused = requests.patch(f"{url}1/", json={"alert_type": 0}, headers=mine, timeout=10)
    assert (made.status_code, again.status_code, paused.json()["alert_type"]) == (201, 400, 0)
    assert requests.get(url, headers=other, timeout=10).json()["results"] == []
    assert requests.delete(f"{url}1/", headers=other, timeout=10).status_code == 404
    assert requests.delete(f"{url}1/", headers=mine, timeout=10).status_code == 204
    assert requests.get(url, headers=mine, timeout=10).json()["results"] == []


# Mistakes of the operator


def test_no_data(tmp_path: Path) -> None:
    """Is a folder without dockets named?"""
    with pytest.raises(FetchError, match=r"finds no dockets\.jsonl .* in "):
        serve(tmp_path)


@pytest.mark.parametrize("line", ["{", "[]", '{"name": "no id"}', '{"id": 2, "date_modified": "yesterday"}'])
def test_bad_line(tmp_path: Path, line: str) -> None:
    """Is a line that is no row named by file and number?"""
    path = write_rows(tmp_path, {"dockets": [docket(1)]}) / "dockets.jsonl"
    path.write_text(path.read_text() + line + "\n")
    with pytest.raises(FetchError, match=r"dockets\.jsonl, line 2 is not a row"):
        serve(tmp_path)


def test_port_taken(tmp_path: Path) -> None:
    """Is a port that somebody else has named?"""
    with socket.create_server(("127.0.0.1", 0)) as held, pytest.raises(FetchError, match=r"cannot listen on .*--port"):
        serve(write_rows(tmp_path, small_world()), port=held.getsockname()[1])


def test_closing_ends_the_thread(tmp_path: Path) -> None:
    """Does a closed sandbox leave nothing behind, closed once or twice?"""
    server = serve(write_rows(tmp_path, small_world()))
    server.close()
    server.close()
    assert not [thread for thread in threading.enumerate() if thread.name == server.url]
    with pytest.raises(requests.ConnectionError):
        get(server, "dockets/")
