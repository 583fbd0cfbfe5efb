"""Where the fetching stands: are the figures those of the store, and the sentences true?"""
import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from writwatch.fetch import schema as s
from writwatch.fetch.courtlistener import CourtListener, Window
from writwatch.fetch.database import writing
from writwatch.fetch.quota import Ledger
from writwatch.fetch.sandbox import serve
from writwatch.fetch.standing import standing, tell_standing
from writwatch.fetch.store import Seen, end_run, save_quarantine, start_run
from writwatch.fetch.sync import Wanted, sync

NOON = dt.datetime(2026, 9, 21, 12, tzinfo=dt.UTC)
FOLLOWED = [Wanted(7000), Wanted(7001), Wanted(None, "mnd", "0:26-cv-07002")]


def nothing(**known: Any) -> dict[str, Any]:
    """The standing of an empty store, but for what is given."""
    return {
        "as_of": "2026-09-21T12:00:00+00:00",
        "followed": 0,
        "never_seen": 0,
        "checked_in_24_hours": 0,
        "oldest_check": None,
        "steps_left": 0,
        "requests_at_least": 0,
        "quarantined": 0,
        "last_run": None,
        "cohorts": [],
        "dockets": {},
        "windows": [],
        "next_request_at": None,
        "worked_off_at": None,
        "worked_off_by_tier": {},
        **known,
    }


def test_an_empty_store(engine: sa.Engine):
    found = standing(engine, [], None, NOON)
    assert found == nothing()
    assert tell_standing(found).splitlines() == [
        "0 dockets followed, 0 of them never seen; 0 checked in the last 24 hours.",
        "The limits of this account are not known yet: `writwatch fetch` asks for them.",
        "To be up to date: 0 requests at least, 0 steps.",
    ]


def test_nothing_fetched_yet(engine: sa.Engine):
    """Two by id and one by number: four steps for each known id, one look-up for the other."""
    found = standing(engine, FOLLOWED, None, NOON)
    assert found == nothing(
        followed=3, never_seen=3, steps_left=8, requests_at_least=9, dockets={"7000": None, "7001": None}
    )


@pytest.fixture
def fetched(court_folder: Path, engine: sa.Engine, client_of: Callable[..., CourtListener]) -> Iterator[sa.Engine]:
    """Three dockets fetched at noon by the clock of a client with fifty requests an hour."""
    with serve(court_folder, throttle="50/hour", clock=NOON.timestamp) as server:
        client = client_of(server.url, clock=NOON.timestamp)
        assert sync(client, engine, FOLLOWED).failures == ()
        yield engine


def test_all_is_fresh(fetched: sa.Engine):
    """Six requests a docket, the look-up one of them: is that what is used, and is nothing left to ask?"""
    found = standing(fetched, FOLLOWED, "token", NOON + dt.timedelta(minutes=10))
    assert (found["followed"], found["never_seen"], found["checked_in_24_hours"]) == (3, 0, 3)
    assert (found["steps_left"], found["oldest_check"]) == (0, "2026-09-21T12:00:00+00:00")
    assert found["windows"] == [
        {"rate": "50/hour", "used": 18, "left": 32, "free_at": "2026-09-21T13:00:00+00:00"},
    ]
    assert found["next_request_at"] == "2026-09-21T12:10:00+00:00"
    assert json.loads(json.dumps(found)) == found


def test_a_docket_followed_twice_counts_once(fetched: sa.Engine):
    assert standing(fetched, [*FOLLOWED, Wanted(7002)], "token", NOON)["followed"] == 3


def test_two_days_later(fetched: sa.Engine):
    """Is what was fresh now stale, and the budget whole again?"""
    found = standing(fetched, FOLLOWED, "token", NOON + dt.timedelta(days=2))
    assert (found["checked_in_24_hours"], found["steps_left"], found["windows"][0]["left"]) == (0, 3, 50)
    assert found["windows"][0]["free_at"] is None


def test_a_docket_that_fails_is_not_called_checked(
    court_folder: Path, engine: sa.Engine, client_of: Callable[..., CourtListener]
):
    """An id nobody has: is it never seen, however often it was asked for?"""
    with serve(court_folder, throttle="none") as server:
        for _ in range(3):
            sync(client_of(server.url), engine, [Wanted(4711)])
    now = dt.datetime.now(dt.UTC)
    assert standing(engine, [Wanted(4711)], "token", now)["never_seen"] == 1


@pytest.mark.parametrize(
    ("accounts", "asked", "windows"),
    [([], None, 0), (["a"], None, 1), (["a", "b"], None, 0), (["a", "b"], "b", 1), (["a"], "c", 0)],
)
def test_whose_budget_is_shown(engine: sa.Engine, accounts: list[str], asked: str | None, windows: int):
    """Without a token: the only account the store knows, and none where there are several."""
    for account in accounts:
        Ledger(engine, account).adopt([Window("user", "5/min", 60, 5, 0, None, False)], NOON.timestamp())
    assert len(standing(engine, [], asked, NOON)["windows"]) == windows


def test_a_blocked_account_has_no_next_request(engine: sa.Engine):
    Ledger(engine, "a").adopt([Window("user", "0/min", 60, 0, 0, None, True)], NOON.timestamp())
    found = standing(engine, [], "a", NOON)
    assert found["next_request_at"] is None
    assert "CourtListener has blocked this account" in tell_standing(found)


def test_what_else_is_told(engine: sa.Engine):
    """Rows in quarantine, and a run that was killed."""
    with writing(engine) as connection:
        save_quarantine(connection, "dockets", 1, b"null", "no", Seen(NOON, None))
        save_quarantine(connection, "dockets", 2, b"null", "no", Seen(NOON, None))
        connection.execute(s.quarantine.update().where(s.quarantine.c.docket_id == 2).values(resolved_at=NOON))
    end_run(engine, start_run(engine, "update", NOON), NOON, "partial", "5 answers.")
    told = tell_standing(standing(engine, [], None, NOON)).splitlines()
    assert told[-2:] == [
        "1 row could not be understood and is kept in quarantine: `writwatch quarantine` lists what is there.",
        "Last run: update, partial. 5 answers.",
    ]
    start_run(engine, "fetch", NOON)
    assert tell_standing(standing(engine, [], None, NOON)).endswith("Last run: fetch, never ended.")
