"""The ledger: does it let through exactly what the windows allow, whoever asks, and across restarts?"""
import datetime as dt
import multiprocessing
import time
from collections.abc import Callable

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from writwatch.fetch import FetchError
from writwatch.fetch import schema as s
from writwatch.fetch.courtlistener import Window
from writwatch.fetch.database import open_store
from writwatch.fetch.quota import IN_FLIGHT, Ledger, Limit, elsewhere, fingerprint, wait_for
from writwatch.fetch.store import start_run

FREE = [Limit(60, 5, "5/min"), Limit(3600, 50, "50/hour"), Limit(86400, 125, "125/day")]


def newest_of(times: list[float]) -> Callable[[int], float | None]:
    return lambda number: times[-number] if len(times) >= number else None


def moment(at: float) -> dt.datetime:
    return dt.datetime.fromtimestamp(at, dt.UTC)


def usage(*windows: tuple[int, int, int, float | None], blocked: bool = False) -> list[Window]:
    """(seconds, limit, used, when the oldest leaves) → what api-usage says."""
    return [
        Window("user", f"{limit}/{seconds}s", seconds, limit, used, leaves and moment(leaves), blocked)
        for seconds, limit, used, leaves in windows
    ]


@pytest.mark.parametrize(
    ("times", "now", "wait", "rate"),
    [
        ([], 1000.0, 0, ""),
        ([1000.0] * 4, 1000.0, 0, ""),
        ([1000.0] * 5, 1000.0, 60, "5/min"),
        ([1000.0] * 5, 1059.5, 0.5, "5/min"),
        ([1000.0] * 5, 1060.0, 0, ""),
        ([0.0, *[1000.0] * 4], 1001.0, 0, ""),
        ([10.0 * i for i in range(50)], 500.0, 3100, "50/hour"),
        ([60.0 * i for i in range(125)], 10_000.0, 76_400, "125/day"),
    ],
)
def test_wait(times: list[float], now: float, wait: float, rate: str):
    """How long until one more request fits into every window?"""
    assert wait_for(FREE, newest_of(times), now) == (pytest.approx(wait), rate)


@given(st.lists(st.floats(0, 500), max_size=60), st.integers(1, 6), st.floats(1, 120))
def test_never_more_than_the_window(asks: list[float], most: int, seconds: float):
    """Whatever the times of asking: does any stretch of a window's length ever hold more than it may?"""
    limits = [Limit(int(seconds) or 1, most, "x"), Limit(400, most * 3, "y")]
    made: list[float] = []
    for now in sorted(asks):
        if wait_for(limits, newest_of(made), now)[0] == 0:
            made.append(now)
    for limit in limits:
        for start in made:
            assert sum(start <= at < start + limit.window_seconds for at in made) <= limit.max_requests


@given(st.lists(st.floats(0, 500), min_size=1, max_size=60), st.integers(1, 6))
def test_the_wait_is_exact(times: list[float], most: int):
    """Is there room at the end of the wait, and none a moment before?"""
    limits = [Limit(60, most, "x")]
    times = sorted(times)
    wait, _ = wait_for(limits, newest_of(times), 500.0)
    if wait:
        assert wait_for(limits, newest_of(times), 500.0 + wait + 1e-6)[0] == 0
        assert wait_for(limits, newest_of(times), 500.0 + wait - 1e-3)[0] > 0


@pytest.mark.parametrize(
    ("ours", "windows", "placed"),
    [
        ([], usage((60, 5, 0, None)), []),
        ([990.0], usage((60, 5, 1, 1050.0)), []),
        ([], usage((60, 5, 2, 1010.0)), [950.0, 1000.0]),
        ([], usage((60, 5, 1, 1060.0), (3600, 50, 3, 1500.0)), [-2100.0, 940.0, 1000.0]),
        ([995.0], usage((60, 5, 1, 1055.0), (3600, 50, 1, 4595.0)), []),
        ([951.0], usage((60, 5, 2, 1010.0)), [1000.0]),  # the oldest is ours
        ([500.0], usage((3600, 50, 2, 4090.0)), [1000.0]),  # ours, as far as latency can tell
        ([900.0], usage((3600, 50, 2, 3700.0)), [100.0]),  # the oldest is not ours
        ([], usage((60, 5, 1, 4600.0)), [1000.0]),  # by a clock an hour ahead of ours
        ([], usage((60, 5, 1, -2600.0)), [1000.0]),  # by a clock an hour behind
    ],
)
def test_requests_made_elsewhere(ours: list[float], windows: list[Window], placed: list[float]):
    """What the server has counted beyond ours: is it placed as late as it can have been?"""
    assert elsewhere(ours, windows, 1000.0) == placed


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def ledger_on(engine: sa.Engine, clock: Clock, account: str = "a") -> Ledger:
    run_id = start_run(engine, "test", dt.datetime.fromtimestamp(clock.now, dt.UTC))
    return Ledger(engine, account, run_id=run_id, clock=clock)


def test_books_until_the_window_is_full(engine: sa.Engine):
    """Do five requests go, the sixth wait for the first to leave the minute, and does a restart forget nothing?"""
    clock = Clock()
    ledger = ledger_on(engine, clock)
    ledger.adopt(usage((60, 5, 0, None)), clock.now)
    for _ in range(5):
        booking = ledger.book("test", "/x")
        assert booking.request_id is not None
        ledger.close(booking.request_id, 200, 0.1)
        clock.now += 1
    assert ledger.book("test", "/x").wait == pytest.approx(55)
    assert ledger_on(engine, clock).book("test", "/x").wait == pytest.approx(55)
    clock.now += 55
    assert ledger.book("test", "/x").request_id is not None


def test_a_request_in_flight_counts_until_it_cannot_be(engine: sa.Engine):
    """A request whose process was killed: does it count as if the server had got it as late as it could?"""
    clock = Clock()
    ledger = ledger_on(engine, clock)
    ledger.adopt(usage((60, 1, 0, None)), clock.now)
    assert ledger.book("test", "/x").request_id is not None
    assert ledger.book("test", "/x").wait == pytest.approx(IN_FLIGHT + 60)


@pytest.mark.parametrize("status", [401, 403, 429])
def test_answers_that_do_not_count(engine: sa.Engine, status: int):
    """CourtListener does not count these: do we?"""
    clock = Clock()
    ledger = ledger_on(engine, clock)
    ledger.adopt(usage((60, 1, 0, None)), clock.now)
    booking = ledger.book("test", "/x")
    assert booking.request_id is not None
    ledger.close(booking.request_id, status, 0.1)
    assert ledger.book("test", "/x").request_id is not None


def test_limits_are_taken_over(engine: sa.Engine):
    """The account is upgraded, then blocked: does the ledger follow what api-usage says?"""
    clock = Clock()
    ledger = ledger_on(engine, clock)
    ledger.adopt(usage((60, 5, 5, clock.now + 30)), clock.now)
    assert ledger.book("test", "/x").wait == pytest.approx(30)  # when the oldest leaves
    ledger.adopt(usage((60, 10, 5, clock.now + 30)), clock.now)
    assert ledger.book("test", "/x").request_id is not None
    ledger.adopt(usage((60, 0, 0, None), blocked=True), clock.now)
    assert ledger.book("test", "/x").wait == float("inf")


def test_no_limit_is_known_by_heart(engine: sa.Engine):
    """Before api-usage has answered once: does the ledger refuse rather than guess?"""
    with pytest.raises(FetchError, match="limits are not known"):
        ledger_on(engine, Clock()).book("test", "/x")


def test_accounts_do_not_share(engine: sa.Engine):
    """Two tokens against one store: does each have its own budget?"""
    clock = Clock()
    first, second = ledger_on(engine, clock, "a"), ledger_on(engine, clock, "b")
    for ledger in (first, second):
        ledger.adopt(usage((60, 1, 0, None)), clock.now)
    assert first.book("test", "/x").request_id is not None
    assert second.book("test", "/x").request_id is not None
    assert first.book("test", "/x").request_id is None


def test_a_token_is_not_in_its_fingerprint():
    token = "0123456789abcdef0123456789abcdef01234567"
    assert len(fingerprint(token)) == 16
    assert fingerprint(token) not in token
    assert fingerprint(token + "\n") == fingerprint(token)


def book_as_many_as_go(database: str, tries: int) -> int:
    engine = open_store(database)
    ledger = Ledger(engine, "a", run_id=start_run(engine, "test", dt.datetime.now(dt.UTC)), clock=time.time)
    return sum(ledger.book("test", "/x").request_id is not None for _ in range(tries))


@pytest.mark.slow
def test_processes_share_one_budget(database: str):
    """Four processes, forty tries each, a limit of fifty: are exactly fifty let through?"""
    engine = open_store(database)
    Ledger(engine, "a").adopt(usage((3600, 50, 0, None)), time.time())
    engine.dispose()
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert sum(pool.starmap(book_as_many_as_go, [(database, 40)] * 4)) == 50
    engine = open_store(database)
    with engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(s.request)) == 50
    engine.dispose()


def test_a_clock_that_was_set_back(engine: sa.Engine):
    """Five requests in a year that has not come yet: is the budget free again a minute after the clock is mended?"""
    clock = Clock()
    clock.now += 366 * 86_400
    ledger = ledger_on(engine, clock)
    ledger.adopt(usage((60, 5, 0, None)), clock.now)
    for _ in range(5):
        booking = ledger.book("test", "/x")
        assert booking.request_id is not None
        ledger.close(booking.request_id, 200, 0.1)
    clock.now -= 366 * 86_400
    assert ledger.book("test", "/x").wait == pytest.approx(IN_FLIGHT + 60)
    clock.now += IN_FLIGHT + 60
    assert ledger.book("test", "/x").request_id is not None


def test_a_request_on_its_way_hides_no_others(engine: sa.Engine):
    """Ours is in flight, the server has counted one: that may be another program's. Is there room for three more?"""
    clock = Clock()
    ledger = ledger_on(engine, clock)
    ledger.adopt(usage((60, 5, 0, None)), clock.now)
    assert ledger.book("test", "/x").request_id is not None
    ledger.adopt(usage((60, 5, 1, clock.now + 60)), clock.now)
    with engine.connect() as connection:
        assert [left.left for left in ledger.left(connection)] == [3]


def test_what_came_after_the_question_is_not_in_the_answer(engine: sa.Engine):
    """A hundred of another program's; before we take that over, another process of ours asks twenty: do all count?"""
    clock = Clock()
    ledger, other = ledger_on(engine, clock), ledger_on(engine, clock)
    ledger.adopt(usage((86_400, 125, 0, None)), clock.now)
    asked_at = clock.now
    clock.now += 1
    for _ in range(20):
        other.close(other.book("test", "/x").request_id or 0, 200, 0.1)
    ledger.adopt(usage((86_400, 125, 100, None)), asked_at)
    with engine.connect() as connection:
        assert [left.used for left in ledger.left(connection)] == [120]


def test_knowing_the_limits_takes_no_writers_lock(engine: sa.Engine):
    """While another process writes: does the question wait for it?"""
    ledger = ledger_on(engine, Clock())
    with engine.begin():
        assert not ledger.knows_limits()
