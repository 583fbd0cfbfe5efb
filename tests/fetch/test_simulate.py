"""The simulated month: does it count as the table says it does?"""

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from writwatch.fetch.sandbox import serve

HERE = Path(__file__).parent.parent / "simulate.py"
HOUR, DAY = 3_600.0, 86_400.0


@pytest.fixture(scope="module")
def month() -> ModuleType:
    spec = importlib.util.spec_from_file_location("simulate", HERE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["simulate"] = module
    spec.loader.exec_module(module)
    return module


ROOT = "/api/rest/v4/"
SINCE = "date_modified__gte=2026-03-02T05%3A00%3A00%2B00%3A00"
REQUESTS = [
    ("across", f"docket-entries/?docket__nature_of_suit__startswith=463&{SINCE}", "delta"),
    ("across", "docket-entries/?docket__nature_of_suit__startswith=463", "reconcile"),
    ("across", f"dockets/?nature_of_suit__startswith=463&{SINCE}", "finding"),
    ("search", "search/?type=r&q=caseName%3AArrival", "finding"),
    ("entries", f"docket-entries/?docket=7&{SINCE}", "delta"),
    (
        "search",
        "search/?type=rd&q=docket_id%3A%287+OR+8%29+AND+date_created%3A%5B2026-03-02T05%3A00%3A00Z+TO+*%5D",
        "delta",
    ),
    ("entries", f"docket-entries/?docket=7&{SINCE}", "late"),
    ("entries", f"docket-entries/?docket=9&{SINCE}", "delta"),
    ("entries", "docket-entries/?docket=7", "reconcile"),
    ("docket", "dockets/7/", "reconcile"),
    ("entries", "docket-entries/?docket=11", "sight"),
    ("entries", "docket-entries/?docket=11&cursor=cD0x", "sight"),
    ("docket", "dockets/11/", "sight"),
    ("entries", "docket-entries/?docket=11", "reconcile"),
    ("parties", "parties/?docket=7", "people"),
    ("attorneys", "attorneys/?docket=7", "people"),
]


def test_columns(month: ModuleType):
    """Each kind of request, in this order: in which column does it stand?"""
    listed: set[int] = set()
    seen: set[tuple[str, int]] = set()
    columns = [month.column_of(purpose, ROOT + url, listed, {7, 8, 9}, seen) for purpose, url, _ in REQUESTS]
    assert columns == [column for *_, column in REQUESTS]


def test_limit(month: ModuleType):
    """21 entries and a text on one day, a text and a deletion on the next: how many full pages is that?"""
    entries = [month.Event(HOUR * n, "stub" if n == 1 else "entry", 7, n) for n in range(1, 22)]
    entries += [
        month.Event(DAY - 1, "text", 7, 1),
        month.Event(DAY + 1, "text", 7, 2),
        month.Event(DAY + 2, "gone", 7, 3),
    ]
    assert month.limit_of(entries) == 2 + 1


def test_ages(month: ModuleType):
    """Saved after two hours, never saved, gone before anybody looked: what counts?"""
    ages = month.ages_of({1: 0.0, 2: 0.0, 3: 0.0}, {1: 2 * HOUR}, {3: HOUR}, 10 * HOUR)
    assert (ages.hours, ages.unseen) == ([2.0, 10.0], 1)
    assert (ages.median, ages.worst) == (6.0, 10.0)


def test_arrivals(month: ModuleType):
    """A month of 400 dockets: as many as was said, 40 % of them stubs, by day, the same for a seed, in order?"""
    tracker = month.TRACKERS[0]._replace(dockets=400, new=2)
    events = month.events_of(tracker, 28, 3)
    assert events == month.events_of(tracker, 28, 3) == sorted(events)
    came = [event for event in events if event.kind in ("entry", "stub")]
    assert 0.9 < len(came) / (28 * 400 * tracker.pace) < 1.15
    assert 0.37 < sum(event.kind == "stub" for event in came) / len(came) < 0.43
    assert sum(9 <= event.at / HOUR % 24 < 18 for event in came) > 0.6 * len(came)
    assert sum(event.at / DAY % 7 >= 5 for event in came) < 0.1 * len(came)
    births = {event.docket: event.at for event in events if event.kind in ("docket", "blank")}
    assert len(births) > 30
    assert all(event.at >= births.get(event.docket, 0.0) for event in came)
    assert abs(sum(month.busy(hour) for hour in range(168)) / 168 - 1) < 1e-9


def test_one_at_a_time(month: ModuleType):
    """Two dockets, a request every twelve hours: when is each row seen?"""
    tracker = month.TRACKERS[0]._replace(dockets=2, a_day=2)
    first, second = month.docket_of(0), month.docket_of(1)
    events = [month.Event(HOUR, "entry", first, 1), month.Event(13 * HOUR, "entry", second, 2)]
    polled = month.one_at_a_time(tracker, events, 2)
    assert polled.ages.hours == [23.0, 23.0]
    assert (polled.requests, polled.period) == (4, 24.0)


TINY = {
    "chosen": {"dockets": 15, "cohort": False, "throttle": "5/min,50/hour,125/day", "a_day": 125, "new": 0},
    "cohort": {"dockets": 20, "cohort": True, "throttle": "10/min,75/hour,300/day", "a_day": 300, "new": 4},
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", TINY)
def test_two_days(month: ModuleType, kind: str):
    """Two days of a tiny tracker: is every row saved, every request accounted for, and none refused?"""
    tracker = month.TRACKERS[0]._replace(name=kind, pace=2.0, **TINY[kind])
    result, events = month.simulate(tracker, 2, seed=5)
    assert len(events) > 30
    assert result.refused == result.uncounted == 0
    assert not result.failures
    assert 0 < result.spent.total() <= 2 * tracker.a_day
    assert len(result.main.hours) > 20
    assert min(result.main.hours) >= 0
    assert result.main.median < 12


def test_a_cold_start(month: ModuleType):
    """Six dockets, five requests a minute: seen within the first run?"""
    tracker = month.TRACKERS[0]._replace(dockets=6)
    days = month.cold_days(tracker, seed=1, most=1)
    assert days is not None
    assert days < 1 / 24


# What the sandbox's search lacks of a real one.


def ids_found(server: object, clock: list[float], query: str) -> list[tuple[int, str]]:
    import requests

    url = f"{server.url}search/?type=rd&order_by=entry_date_filed+desc&q={query}"  # pyright: ignore
    answer = requests.get(url, headers={"Authorization": "Token t"}, timeout=10).json()
    return [(row["docket_entry_id"], row["description"]) for row in answer["results"]]


def test_search_lags(make_court: Callable[..., Path], tmp_path: Path):
    """A row that came half an hour ago, another that changed: when does search know?"""
    now = [1_790_000_000.0]
    lag = lambda number: 1_800.0 if number in (800_009, 700_001) else 60.0  # noqa: E731
    with serve(make_court(tmp_path, 1, 1), throttle="none", clock=lambda: now[0], search_lag=lag) as server:
        document = {"id": 800_009, "document_number": "9", "description": ""}
        row = {"id": 700_009, "docket": 7000, "description": "NEW", "recap_documents": [document]}
        server.rows.upsert("docket-entries", [row, {"id": 700_001, "description": "CHANGED"}])
        seen = [ids_found(server, now, "docket_id:7000")]
        for _ in range(2):
            now[0] += 1_000
            seen.append(ids_found(server, now, "docket_id:7000"))
        before, after = [(700_001, "LETTER number 1")], [(700_001, "CHANGED"), (700_009, "NEW")]
        assert [sorted(rows) for rows in seen] == [before, before, after]


def test_search_is_kept(make_court: Callable[..., Path], tmp_path: Path):
    """Asked the same again within ten minutes: is the old answer given, and counted all the same?"""
    now = [1_790_000_000.0]
    with serve(make_court(tmp_path, 1, 1), throttle="none", clock=lambda: now[0], search_cache=600) as server:
        ids_found(server, now, "docket_id:7000")
        server.rows.upsert("docket-entries", [{"id": 700_001, "description": "CHANGED"}])
        assert ids_found(server, now, "docket_id:7000") == [(700_001, "LETTER number 1")]
        assert ids_found(server, now, "docket_id:(7000)") == [(700_001, "CHANGED")]
        now[0] += 601
        assert ids_found(server, now, "docket_id:7000") == [(700_001, "CHANGED")]
        assert [logged.counted for logged in server.requests] == [True] * 4
