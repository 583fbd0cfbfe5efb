"""Docket alerts: do they come to match what is followed, for few requests, whatever stops the run?"""
import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import requests
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from writwatch.fetch import FetchError
from writwatch.fetch import schema as s
from writwatch.fetch.alerts import Alert, AlertReport, alert_cost, alerts_wanted, sync_alerts
from writwatch.fetch.courtlistener import CourtListener, Unavailable
from writwatch.fetch.database import writing
from writwatch.fetch.purge import forget_dockets
from writwatch.fetch.sandbox import Server, serve
from writwatch.fetch.store import put

NOON = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)
Make = Callable[..., CourtListener]


def alert(docket_id: int, **fields: Any) -> Alert:
    return Alert(docket_id * 10, docket_id, **fields)


# What is wanted.


@pytest.mark.parametrize(
    ("held", "followed", "most", "subscribe", "unsubscribe"),
    [
        ([], [], None, [], []),
        ([], [3, 1, 2, 3], None, [3, 1, 2], []),
        ([], [3, 1, 2], 2, [3, 1], []),
        ([], [3, 1, 2], 0, [], []),
        ([alert(1)], [3, 1, 2], None, [3, 2], []),
        ([alert(1)], [3, 1, 2], 2, [3], []),
        ([alert(1)], [3, 1, 2], 1, [], []),
        ([alert(1)], [3, 1, 2], 0, [], []),
        ([alert(9)], [3], None, [3], [alert(9)]),
        ([alert(9)], [3, 1], 1, [3], [alert(9)]),
        ([alert(9, ours=False)], [3, 1], None, [3, 1], []),
        ([alert(9, ours=False)], [3, 1], 2, [3], []),
        ([alert(1, active=False)], [1], None, [1], []),
        ([alert(1, active=False)], [1, 2], 1, [1], []),
        ([alert(9, active=False)], [1], 1, [1], []),
    ],
)
def test_what_is_wanted(
    held: list[Alert], followed: list[int], most: int | None, subscribe: list[int], unsubscribe: list[Alert]
):
    """In the order in which they are followed, as many as there may be; nobody else's alert is touched?"""
    assert alerts_wanted(held, followed, most) == (subscribe, unsubscribe)


DOCKETS = st.integers(1, 12)
HELD = st.lists(
    st.builds(alert, DOCKETS, active=st.booleans(), ours=st.booleans()), unique_by=lambda one: one.docket_id
)


@given(HELD, st.lists(DOCKETS), st.none() | st.integers(0, 15))
def test_what_is_wanted_whatever_there_is(held: list[Alert], followed: list[int], most: int | None):
    """Never beyond the limit, never a foreign alert; and carried out, nothing is left to do?"""
    subscribe, unsubscribe = alerts_wanted(held, followed, most)
    assert all(one.ours and one.active and one.docket_id not in followed for one in unsubscribe)
    before = {one.docket_id for one in held if one.active}
    after = before - {one.docket_id for one in unsubscribe} | set(subscribe)
    assert most is None or len(after) <= max(most, len(before) - len(unsubscribe))
    kept = [one for one in held if one.active and one not in unsubscribe]
    assert alerts_wanted([*kept, *(alert(number) for number in subscribe)], followed, most) == ([], [])


# Against the sandbox.


@pytest.fixture
def court(tmp_path: Path, make_court: Callable[..., Path]) -> Iterator[Server]:
    """130 dockets, 7000 to 7129."""
    (tmp_path / "many").mkdir()
    with serve(make_court(tmp_path / "many", 130, 0), throttle="none") as server:
        yield server


class Held:
    """The account's alerts as the sandbox has them."""

    def __init__(self, server: Server, token: str = "token") -> None:
        self.server, self.headers = server, {"Authorization": f"Token {token}"}

    def subscribe(self, *dockets: int, active: bool = True) -> None:
        url = f"{self.server.url}docket-alerts/"
        for docket in dockets:
            made = requests.post(url, json={"docket": docket}, headers=self.headers, timeout=10).json()
            if not active:
                requests.patch(f"{url}{made['id']}/", json={"alert_type": 0}, headers=self.headers, timeout=10)

    def __call__(self, active: bool = True) -> list[int]:
        query = 'SELECT docket_id FROM "docket-alerts" WHERE account = ? AND alert_type = ? ORDER BY docket_id'
        token = self.headers["Authorization"].partition(" ")[2]
        return [number for (number,) in self.server.rows.select(query, (token, int(active)))]


def followed_once(engine: sa.Engine, *dockets: int) -> None:
    """The tracker has asked for these dockets."""
    row = {"part": "docket", "mode": "whole", "checked_at": NOON, "whole_at": NOON, "error": None}
    with writing(engine) as connection:
        put(connection, s.progress, [{"docket_id": docket, **row} for docket in dockets])


def spent(server: Server) -> list[str]:
    """The counted requests since the last time, as METHOD path."""
    counted = [f"{one.method} {one.path.partition('v4/')[2]}" for one in server.requests if one.counted]
    server.requests.clear()
    return counted


def test_they_come_to_match(court: Server, engine: sa.Engine, client_of: Make):
    """Some are there, some are paused, some are no longer followed, some are nobody's business: what is done?"""
    held, told = Held(court), []
    held.subscribe(7001, 7002, 7003, 7009)
    held.subscribe(7004, 7005, active=False)
    followed_once(engine, 7001, 7002, 7003, 7005)
    spent(court)
    followed = [7006, 7001, 7004, 7007]
    report = sync_alerts(client_of(court.url), engine, followed, tell=told.append)
    assert report == AlertReport(3, 2, 1, 0, None, (), beyond=0, foreign=1)
    assert (held(), held(active=False)) == ([7001, 7004, 7006, 7007, 7009], [7005])
    assert [(one.done, one.total, one.change.verb, one.change.docket_id) for one in told] == [
        (0, 5, "unsubscribe", 7002),
        (1, 5, "unsubscribe", 7003),
        (2, 5, "subscribe", 7006),
        (3, 5, "resume", 7004),
        (4, 5, "subscribe", 7007),
    ]
    assert len(spent(court)) == 6
    again = sync_alerts(client_of(court.url), engine, followed)
    assert again == AlertReport(0, 0, 4, 0, None, (), beyond=0, foreign=1)
    assert len(spent(court)) == 1


def test_what_was_taken_down_has_no_alert(court: Server, engine: sa.Engine, client_of: Make):
    """A docket that was forgotten is still named in a case file: does its alert go, and is none made again?"""
    held = Held(court)
    held.subscribe(7001, 7002)
    followed_once(engine, 7001, 7002)
    forget_dockets(engine, [7002], NOON)
    report = sync_alerts(client_of(court.url), engine, [7001, 7002])
    assert (report.subscribed, report.unsubscribed, held()) == (0, 1, [7001])


def test_hundreds_are_listed_in_few_requests(court: Server, engine: sa.Engine, client_of: Make):
    """130 alerts: two pages, and the second is reached?"""
    followed = list(range(7000, 7130))
    Held(court).subscribe(*followed[:-1])
    spent(court)
    report = sync_alerts(client_of(court.url), engine, followed)
    assert (report.subscribed, report.kept) == (1, 129)
    assert [line.partition("?")[0] for line in spent(court)] == ["GET docket-alerts/"] * 2 + ["POST docket-alerts/"]


def test_as_many_as_the_account_may_have(court: Server, engine: sa.Engine, client_of: Make):
    held = Held(court)
    held.subscribe(7001, 7100)
    followed_once(engine, 7001)
    report = sync_alerts(client_of(court.url), engine, [7002, 7003, 7004], most=3)
    assert report == AlertReport(2, 1, 0, 0, None, (), beyond=1, foreign=1)
    assert held() == [7002, 7003, 7100]


def test_what_is_there_or_gone_already_counts_as_done(court: Server, engine: sa.Engine, client_of: Make):
    """Between the list and the change somebody else was faster: subscribed twice, unsubscribed twice, resumed what
    is gone."""
    held = Held(court)
    held.subscribe(7001, 7002)
    held.subscribe(7003, active=False)
    followed_once(engine, 7001, 7002)

    def meddle(progress: Any) -> None:
        if progress.done == 0:
            held.subscribe(7004)
            rows = court.rows.select('SELECT id FROM "docket-alerts" WHERE docket_id IN (7001, 7003)')
            court.rows.delete("docket-alerts", [key for (key,) in rows])

    report = sync_alerts(client_of(court.url), engine, [7003, 7004], tell=meddle)
    assert report == AlertReport(2, 2, 0, 0, None, ())
    assert held() == [7003, 7004]


def test_a_docket_that_is_not_there(court: Server, engine: sa.Engine, client_of: Make):
    """Is it said, and do the others go on?"""
    report = sync_alerts(client_of(court.url), engine, [7001, 99, 98, 97, 96, 7002])
    assert (report.subscribed, report.left, Held(court)()) == (2, 0, [7001, 7002])
    assert [failure.what for failure in report.failures] == [f"docket {n}, subscribe" for n in (99, 98, 97, 96)]
    assert report.failures[0].sentence == "CourtListener has no docket 99: check its id, or unfollow it."


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.now = NOON.timestamp()

    def __call__(self) -> float:
        return self.now


def test_the_budget_ends_the_run(make_court: Callable[..., Path], tmp_path: Path, engine: sa.Engine, client_of: Make):
    """Six requests a day: does each day do its part, with none refused, until all is done?"""
    (tmp_path / "many").mkdir()
    clock, followed, days = Clock(), list(range(7000, 7012)), []
    with serve(make_court(tmp_path / "many", 12, 0), throttle="6/day", clock=clock) as court:
        for _ in range(4):
            report = sync_alerts(client_of(court.url, clock=clock), engine, followed)
            days.append((report.subscribed, report.kept, report.left, report.until is not None))
            clock.now = report.until.timestamp() if report.until else clock.now
        assert days == [(5, 0, 7, True), (5, 5, 2, True), (2, 10, 0, False), (0, 12, 0, False)]
        assert Held(court)() == followed
        assert not any(one.status == 429 for one in court.requests)


def test_no_budget_for_the_list(make_court: Callable[..., Path], tmp_path: Path, engine: sa.Engine, client_of: Make):
    (tmp_path / "many").mkdir()
    with serve(make_court(tmp_path / "many", 3, 0), throttle="1/day") as court:
        client = client_of(court.url)
        client.learn_limits()
        client.fetch_docket(7000)
        report = sync_alerts(client, engine, [7000, 7001])
    assert report[:4] == (0, 0, 0, 2)
    assert report.until
    assert report.until > client.now()


@pytest.mark.parametrize("kind", ["500", "502", "drop", "cut", "html", "drop-after-headers"])
@pytest.mark.parametrize("match", ["GET .*alerts", "POST", "DELETE", "PATCH"])
def test_faults(court: Server, engine: sa.Engine, client_of: Make, kind: str, match: str):
    """The server or the network fails once, perhaps after the change was made: is the end the same?"""
    held = Held(court)
    held.subscribe(7001)
    held.subscribe(7003, active=False)
    followed_once(engine, 7001)
    court.faults.add(kind, match=match)
    report = sync_alerts(client_of(court.url), engine, [7002, 7003])
    assert len(court.faults.struck) == 1
    assert (held(), report.left, report.failures) == ([7002, 7003], 0, ())


def test_a_server_that_stays_down(court: Server, engine: sa.Engine, client_of: Make):
    """Three changes in a row find nobody: does the run end, and the next one do the rest?"""
    court.faults.add("503", match="POST", times=None, after=1)
    followed = list(range(7000, 7010))
    report = sync_alerts(client_of(court.url), engine, followed)
    assert (report.subscribed, report.left, len(report.failures)) == (1, 6, 3)
    court.faults.clear()
    report = sync_alerts(client_of(court.url), engine, followed)
    assert (report.subscribed, report.kept, report.failures) == (9, 1, ())


def test_a_list_that_does_not_come(court: Server, engine: sa.Engine, client_of: Make):
    court.faults.add("503", match="GET .*docket-alerts", times=None)
    with pytest.raises(Unavailable):
        sync_alerts(client_of(court.url), engine, [7000])
    assert Held(court)() == []


def test_an_account_that_may_have_no_more(court: Server, engine: sa.Engine, client_of: Make):
    """CourtListener says no: is it asked once only, unsubscribing done all the same, and the rest said to be left?"""
    held = Held(court)
    held.subscribe(7020)
    followed_once(engine, 7020)
    court.faults.add("403", match="POST", times=None, after=2)
    court.requests.clear()
    report = sync_alerts(client_of(court.url), engine, list(range(7000, 7010)))
    assert (report.subscribed, report.unsubscribed, report.left) == (2, 1, 7)
    assert [failure.what for failure in report.failures] == ["docket 7002, subscribe"]
    assert sum(one.method == "POST" for one in court.requests) == 3


def test_a_row_nobody_understands(court: Server, engine: sa.Engine, client_of: Make):
    """One alert of the list is malformed: is it said, and do the others count?"""
    Held(court).subscribe(7000, 7001, 7002)
    court.faults.add("malformed", match="GET .*docket-alerts")
    report = sync_alerts(client_of(court.url), engine, [7000, 7001, 7002])
    assert (report.kept, report.subscribed) == (2, 1)
    assert report.failures[0].what == "an alert"


class Stop(BaseException):
    """The process is killed."""


def test_killed_at_any_change(court: Server, engine: sa.Engine, client_of: Make):
    """Stopped before each change in turn and begun again: the same end, and nothing done twice?"""
    Held(court).subscribe(7001, 7002)
    followed_once(engine, 7001, 7002)

    def stop(progress: Any) -> None:
        if progress.done == 1:
            raise Stop

    court.requests.clear()
    for _ in range(4):
        with pytest.raises(Stop):
            sync_alerts(client_of(court.url), engine, [7003, 7004, 7005], tell=stop)
    report = sync_alerts(client_of(court.url), engine, [7003, 7004, 7005])
    assert (report.subscribed, report.kept) == (1, 2)
    assert Held(court)() == [7003, 7004, 7005]
    assert sum(one.method != "GET" for one in court.requests) == 5


def test_others_accounts_are_not_seen(court: Server, engine: sa.Engine, client_of: Make):
    Held(court, "other").subscribe(7001)
    sync_alerts(client_of(court.url), engine, [7002])
    assert (Held(court)(), Held(court, "other")()) == ([7002], [7001])


# What it costs.


@pytest.mark.parametrize(
    ("ever", "followed", "most", "cost"),
    [
        ([], [], None, (1, 1)),
        ([], [7001], None, (1, 2)),
        ([], range(7000, 7050), None, (1, 53)),
        ([], range(7000, 7050), 10, (1, 13)),
        (range(7000, 7010), range(7005, 7015), None, (1, 16)),
    ],
)
def test_what_it_costs(engine: sa.Engine, ever: Sequence[int], followed: Sequence[int], most: int | None, cost: Any):
    """Told before anything is asked, for at least and at most."""
    followed_once(engine, *ever)
    assert alert_cost(engine, followed, most) == cost


def test_the_cost_is_kept_to(court: Server, engine: sa.Engine, client_of: Make):
    followed_once(engine, *range(7000, 7030))
    Held(court).subscribe(*range(7000, 7030))
    followed = range(7010, 7060)
    least, most = alert_cost(engine, followed, None)
    spent(court)
    sync_alerts(client_of(court.url), engine, followed)
    assert least <= len(spent(court)) <= most


def test_every_request_stands_in_the_ledger(court: Server, engine: sa.Engine, client_of: Make):
    """Changes count against the account as well: is each booked, and named by what it was for?"""
    Held(court).subscribe(7001)
    followed_once(engine, 7001)
    sync_alerts(client_of(court.url), engine, [7002])
    ours = sa.select(s.request.c.purpose, s.request.c.status).where(s.request.c.run_id.is_not(None))
    with engine.connect() as connection:
        booked = connection.execute(ours.order_by(s.request.c.id)).all()
    assert booked == [("alerts", 200), ("unsubscribe", 204), ("subscribe", 201)]


def test_a_wrong_token(court_folder: Path, engine: sa.Engine, client_of: Make):
    refused = pytest.raises(FetchError, match="does not accept the token")
    with serve(court_folder, throttle="none", invalid_tokens=["token"]) as court, refused:
        sync_alerts(client_of(court.url), engine, [7000])


# Search alerts, which an editor makes by hand: the sandbox keeps them for tests of what comes of them.


def test_search_alerts_of_the_sandbox(court: Server):
    """Made, changed, seen by their owner only, taken away; and what the real server refuses is refused?"""
    url, mine, other = f"{court.url}alerts/", {"Authorization": "Token mine"}, {"Authorization": "Token other"}
    wanted = {"name": "habeas", "query": "type=r&q=suitNature:463", "rate": "dly", "alert_type": "r"}
    made = requests.post(url, json=wanted, headers=mine, timeout=10)
    assert (made.status_code, made.headers["Location"]) == (201, f"{url}1/")
    changed = requests.patch(f"{url}1/", json={"rate": "wly"}, headers=mine, timeout=10).json()
    assert (changed["rate"], changed["query"], changed["resource_uri"]) == ("wly", wanted["query"], f"{url}1/")
    refused = [({"rate": "rt"}, 403), ({"rate": "hourly"}, 400), ({"query": "type=r"}, 400), ({"name": ""}, 400)]
    for change, status in refused:
        assert requests.patch(f"{url}1/", json=change, headers=mine, timeout=10).status_code == status
    assert requests.get(f"{url}1/", headers=mine, timeout=10).json() == changed
    assert requests.delete(f"{url}1/", headers=other, timeout=10).status_code == 404
    assert requests.delete(f"{url}1/", headers=mine, timeout=10).status_code == 204
    assert requests.get(url, headers=mine, timeout=10).json()["results"] == []
