"""Listings over many dockets: does each row arrive by as few requests as it can, and none get lost on the way?"""
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from writwatch.fetch import schema as s
from writwatch.fetch.courtlistener import CourtListener
from writwatch.fetch.database import open_store, writing
from writwatch.fetch.discover import Cohort, Search
from writwatch.fetch.plan import COHORT_EVERY, LIST_EVERY, LIST_FROM, RECONCILE, Following
from writwatch.fetch.quota import Ledger
from writwatch.fetch.sandbox import Server, serve
from writwatch.fetch.standing import standing, tell_standing
from writwatch.fetch.store import unpack
from writwatch.fetch.sync import Report, Wanted, sync

DETAINED = Cohort("detained", "463")
HOUR, DAY = 3_600.0, 86_400.0


class World:
    """A court of `dockets` dockets, and a tracker that follows it; time passes only here."""

    def __init__(
        self, folder: Path, make_court: Callable[..., Path], dockets: int, entries: int, throttle: str = "none"
    ) -> None:
        self.now = 1_790_000_000.0
        (folder / "court").mkdir()
        data = make_court(folder / "court", dockets, entries)
        self.server: Server = serve(data, throttle=throttle, clock=self.time)
        self.engine = open_store(str(folder / "dockets.db"))
        self.following = Following()
        self.wanted: list[Wanted] = []

    def time(self) -> float:
        self.now += 0.001
        return self.now

    def later(self, seconds: float) -> None:
        self.now += seconds

    def sync(self) -> Report:
        self.server.requests.clear()
        ledger = Ledger(self.engine, "a", clock=self.time)
        client = CourtListener(self.server.url, "a", ledger, clock=self.time, sleep=self.later, jitter=lambda: 0.0)
        return sync(client, self.engine, self.wanted, following=self.following)

    def asked(self) -> list[str]:
        """The requests of the last run, from the endpoint on."""
        paths = (logged.path.partition("/v4/")[2] for logged in self.server.requests)
        return [path for path in paths if not path.startswith("api-usage")]

    def add_entry(self, number: int, docket: int, **fields: Any) -> None:
        document = {"id": number + 500_000, "document_number": str(number % 100), "description": ""}
        row = {"id": number, "docket": docket, "description": "ORDER granting 1.", "recap_documents": [document]}
        self.server.rows.upsert("docket-entries", [row | {"entry_number": number % 100} | fields])

    def held(self, table: sa.Table, *where: Any) -> dict[int, Any]:
        with self.engine.connect() as connection:
            rows = connection.execute(sa.select(table).where(table.c.gone_at.is_(None), *where))
            return {row.id: row for row in rows}

    def all(self, query: sa.Select) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.execute(query))


@pytest.fixture
def world_of(tmp_path: Path, make_court: Callable[..., Path]) -> Iterator[Callable[..., World]]:
    made: list[World] = []

    def make(dockets: int, entries: int = 3, throttle: str = "none") -> World:
        made.append(World(tmp_path, make_court, dockets, entries, throttle))
        return made[-1]

    yield make
    for world in made:
        world.server.close()
        world.engine.dispose()


@pytest.fixture
def cohort(world_of: Callable[..., World]) -> World:
    """Thirty dockets of one nature of suit, followed by a rule and seen to the end."""
    world = world_of(30)
    world.following = Following(cohorts=(DETAINED,))
    for _ in range(3):
        world.sync()
        world.later(60)
    return world


@pytest.fixture
def chosen(world_of: Callable[..., World]) -> World:
    """Thirty dockets chosen by hand and seen to the end."""
    world = world_of(30)
    world.wanted = [Wanted(7000 + n) for n in range(30)]
    world.sync()
    return world


def test_a_cohort_is_found_and_seen_whole(cohort: World):
    """Nobody listed a docket: are all thirty found, with their entries, by listings of twenty rows?"""
    assert len(cohort.held(s.docket)) == 30
    assert len(cohort.held(s.docket_entry)) == 90
    found = cohort.all(sa.select(s.found.c.name, sa.func.count()).group_by(s.found.c.name))
    assert [tuple(row) for row in found] == [("detained", 30)]


def test_what_changed_in_a_cohort_costs_one_request(cohort: World):
    """An entry in each of fifteen dockets: one listing brings them all, and no docket is asked by itself."""
    cohort.later(COHORT_EVERY.total_seconds())
    for n in range(15):
        cohort.add_entry((7000 + n) * 100 + 50, 7000 + n)
    cohort.sync()
    entries = [path for path in cohort.asked() if path.startswith("docket-entries")]
    assert len(entries) == 1
    assert "docket__nature_of_suit__startswith=463" in entries[0]
    assert len(cohort.held(s.docket_entry)) == 105


def test_a_new_docket_of_a_cohort(cohort: World):
    """A docket filed since: is it found, and everything of it fetched in the same run?"""
    cohort.later(7 * HOUR)
    cohort.server.rows.upsert("dockets", [{"id": 7900, "court_id": "mnd", "nature_of_suit": "463 Habeas"}])
    cohort.add_entry(790_001, 7900)
    cohort.sync()
    assert 7900 in cohort.held(s.docket)
    assert 790_001 in cohort.held(s.docket_entry)


def test_a_nature_of_suit_that_comes_late(cohort: World):
    """Born without one, filled in days later: are the entries from before not missed?"""
    cohort.server.rows.upsert("dockets", [{"id": 7900, "court_id": "mnd", "nature_of_suit": ""}])
    cohort.add_entry(790_001, 7900)
    cohort.later(3 * DAY)
    cohort.sync()
    assert 7900 not in cohort.held(s.docket)
    cohort.server.rows.upsert("dockets", [{"id": 7900, "nature_of_suit": "463 Habeas"}])
    cohort.later(7 * HOUR)
    cohort.sync()
    assert 790_001 in cohort.held(s.docket_entry)


def test_what_was_deleted_in_a_cohort(cohort: World):
    """Deletions show only in a listing of every row: after a month, is the row gone here too, and nothing else?"""
    cohort.server.rows.delete("docket-entries", [700_003])
    for _ in range(3):
        cohort.later(RECONCILE.total_seconds() / 3)
        cohort.sync()
    assert 700_003 not in cohort.held(s.docket_entry)
    assert len(cohort.held(s.docket_entry)) == 89


def test_a_docket_that_left_the_cohort_keeps_its_entries(cohort: World):
    """Its nature of suit was blanked upstream, so that the month's listing shows nothing of it: is nothing lost?"""
    cohort.server.rows.upsert("dockets", [{"id": 7000, "nature_of_suit": ""}])
    for _ in range(3):
        cohort.later(RECONCILE.total_seconds() / 3)
        cohort.sync()
    assert {700_001, 700_002, 700_003} <= set(cohort.held(s.docket_entry))


def test_a_rejected_docket_is_not_stored(world_of: Callable[..., World]):
    """Rejected for ever: does no listing bring it back?"""
    world = world_of(3)
    world.following = Following(cohorts=(DETAINED,), rejected=frozenset({7001}))
    world.sync()
    world.later(DAY)
    world.sync()
    assert set(world.held(s.docket)) == {7000, 7002}
    assert {row.docket_id for row in world.all(sa.select(s.docket_entry.c.docket_id))} == {7000, 7002}


def test_a_cohort_that_only_finds(world_of: Callable[..., World]):
    """Where an editor decides, is a docket only noted, and none of it kept?"""
    world = world_of(3)
    world.following = Following(cohorts=(DETAINED._replace(accept=False),))
    new = [{"id": number, "court_id": "mnd", "nature_of_suit": "463 Habeas"} for number in (7900, 7901)]
    world.server.rows.upsert("dockets", new)
    world.later(60)
    world.sync()
    assert world.held(s.docket) == {}
    assert [row.docket_id for row in world.all(sa.select(s.found.c.docket_id))] == [7900, 7901]
    assert len(world.asked()) == 1


def test_one_listing_a_court(world_of: Callable[..., World]):
    """A cohort in named courts is a listing a court: does the docket of another court stay away?"""
    world = world_of(3)
    world.server.rows.upsert("courts", [{"id": "txsd", "short_name": "S.D. Texas"}])
    elsewhere = [{"id": 7001, "court_id": "txsd", "court": "/courts/txsd/"}]
    world.server.rows.upsert("dockets", [*elsewhere, {"id": 7002, "court_id": "cand", "court": "/courts/cand/"}])
    world.following = Following(cohorts=(DETAINED._replace(courts=("mnd", "txsd")),))
    world.sync()
    assert set(world.held(s.docket)) == {7000, 7001}
    names = {row.name for row in world.all(sa.select(s.sweep.c.name))}
    assert {"dockets detained mnd", "dockets detained txsd"} <= names


def test_chosen_dockets_are_asked_for_by_list(chosen: World):
    """News in eighteen of thirty dockets: one search brings it, beside one that checks the search."""
    chosen.later(LIST_EVERY.total_seconds() + HOUR)
    for n in range(18):
        chosen.add_entry((7000 + n) * 100 + 50, 7000 + n)
    chosen.later(2 * HOUR)
    chosen.sync()
    assert [path.partition("?")[0] for path in chosen.asked()] == ["search/", "search/"]
    assert len(chosen.held(s.docket_entry)) == 108
    one = chosen.held(s.docket_entry)[700_050]
    assert (one.docket_id, one.entry_number, one.description) == (7000, 50, "ORDER granting 1.")
    assert unpack(one.raw)["search"][0]["docket_entry_id"] == 700_050


def test_short_titles_get_their_texts_by_search(chosen: World):
    """Eighteen entries born as short titles, their texts a day later: one search for all, and one that checks it."""
    for n in range(18):
        number, documents = (7000 + n) * 100 + 50, [{"document_number": "50", "description": "Order on Motion"}]
        chosen.add_entry(number, 7000 + n, description="", recap_documents=[{"id": number + 500_000, **documents[0]}])
    chosen.later(LIST_EVERY.total_seconds() + HOUR)
    chosen.sync()
    assert [row.description for row in chosen.held(s.docket_entry, s.docket_entry.c.id == 700_050).values()] == [""]
    for n in range(18):
        chosen.server.rows.upsert("docket-entries", [{"id": (7000 + n) * 100 + 50, "description": "ORDER denying 1."}])
    chosen.later(DAY + HOUR)
    chosen.sync()
    texts = [path for path in chosen.asked() if "docket_entry_id" in path]
    assert len(texts) == 2
    entry = chosen.held(s.docket_entry)[700_050]
    assert (entry.description, entry.entry_number) == ("ORDER denying 1.", 50)
    changed = sa.select(s.change.c.new).where(s.change.c.entity_id == "700050", s.change.c.field == "description")
    assert [row.new for row in chosen.all(changed)] == ['"ORDER denying 1."']


def test_what_could_wait_leaves_room_for_what_changed(world_of: Callable[..., World]):
    """Sixty requests for parties and lawyers are due, and the day has eighty: is something left for news?"""
    world = world_of(30, throttle="80/day")
    world.wanted = [Wanted(7000 + n) for n in range(30)]
    first = world.sync()
    assert (first.until, first.steps_left > 0) == (None, True)
    spent = world.all(sa.select(s.request.c.background).where(s.request.c.counted))
    assert 0 < len([row for row in spent if row.background]) < len(spent) < 80
    world.later(LIST_EVERY.total_seconds() + 3 * HOUR)
    world.add_entry(701_150, 7011)
    world.later(2 * HOUR)
    world.sync()
    assert 701_150 in world.held(s.docket_entry)


def test_the_whole_entry_replaces_what_search_knew(chosen: World):
    """A month later its docket is asked for everything: is it the same entry, now as the API has it?"""
    test_chosen_dockets_are_asked_for_by_list(chosen)
    chosen.later(RECONCILE.total_seconds())
    chosen.sync()
    assert "search" not in unpack(chosen.held(s.docket_entry)[700_050].raw)
    assert len(chosen.held(s.docket_entry)) == 108


def test_search_that_cannot_be_trusted(chosen: World):
    """Search knows nothing of what we hold: are the dockets each asked for what changed, and is it said?"""
    rows = [{"id": number, "date_created": "2020-01-01T00:00:00-08:00"} for number in range(1_200_001, 1_203_000)]
    held = {row.id for row in chosen.all(sa.select(s.recap_document.c.id))}
    chosen.server.rows.upsert("recap-documents", [row for row in rows if row["id"] in held])
    chosen.later(LIST_EVERY.total_seconds() + HOUR)
    chosen.sync()
    control = chosen.all(sa.select(s.sweep).where(s.sweep.c.name == "control"))[0]
    assert "lists are not used" in control.error
    chosen.add_entry(700_050, 7000)
    chosen.later(LIST_EVERY.total_seconds())
    chosen.sync()
    assert 700_050 in chosen.held(s.docket_entry)


def test_few_dockets_are_not_asked_for_by_list(world_of: Callable[..., World]):
    world = world_of(3)
    world.wanted = [Wanted(7000 + n) for n in range(3)]
    assert len(world.wanted) < LIST_FROM
    world.sync()
    world.later(DAY)
    world.sync()
    assert not [path for path in world.asked() if path.startswith("search")]


def cut_off(cohort: World, place: str) -> None:
    """Three pages of changes come; an hour later a run breaks off at the first request with `place` in its address."""
    cohort.later(COHORT_EVERY.total_seconds())
    for n in range(60):
        cohort.add_entry((7000 + n % 30) * 100 + 50 + n // 30, 7000 + n % 30)
    cohort.later(HOUR)
    cohort.server.faults.add("500", match=place, times=99)
    cohort.sync()
    cohort.server.faults.clear()


def test_a_listing_that_was_cut_off_goes_on(cohort: World):
    """Three pages of changes, and the connection breaks on the second: is it gone on with there?"""
    cut_off(cohort, "cursor")
    cohort.later(60)
    cohort.sync()
    first = [path for path in cohort.asked() if path.startswith("docket-entries")]
    assert "cursor=" in first[0]
    assert len(cohort.held(s.docket_entry)) == 150


def test_a_long_listing_leaves_the_rest_to_the_next(cohort: World):
    """Changes come while a listing is cut off for hours: are they brought once, by the next, and none missed?"""
    cut_off(cohort, "cursor")
    cohort.later(2 * HOUR)
    meanwhile = [(7000 + n) * 100 + 80 for n in range(30)]
    for number in meanwhile:
        cohort.add_entry(number, number // 100)
    cohort.sync()
    first = [path for path in cohort.asked() if path.startswith("docket-entries")]
    assert len(first) == 2  # of the sixty that were there when it began; all are saved, and none of those since
    assert len(cohort.held(s.docket_entry)) == 150
    cohort.later(COHORT_EVERY.total_seconds())
    cohort.sync()
    again = [path for path in cohort.asked() if path.startswith("docket-entries")]
    assert len(again) == 2
    assert cohort.held(s.docket_entry).keys() >= set(meanwhile)


def test_a_docket_that_is_gone_is_not_asked_for_in_every_run(cohort: World):
    """Deleted upstream, and found out by asking who its parties are: is that asked once, and again days later?"""
    cohort.server.rows.delete("dockets", [7003])
    cohort.later(125 * DAY)
    asked = []
    for _ in range(6):
        cohort.sync()
        asked += [path for path in cohort.asked() if "docket=7003&" in path]
        cohort.later(COHORT_EVERY.total_seconds())
    assert len(asked) == 1
    cohort.later(4 * DAY)
    cohort.sync()
    assert [path for path in cohort.asked() if "7003" in path]


@pytest.mark.parametrize("place", ["docket-entries", "cursor"])
def test_a_listing_that_was_cut_off_the_day_before(cohort: World, place: str):
    """A run a day, and yesterday's got no page, or one of three: does today's bring all until today?"""
    cut_off(cohort, place)
    cohort.later(DAY - HOUR)
    for n in range(30):
        cohort.add_entry((7000 + n) * 100 + 80, 7000 + n)
    cohort.later(HOUR)
    cohort.sync()
    assert len(cohort.held(s.docket_entry)) == 180


def test_a_listing_whose_place_is_lost_is_asked_until_now(cohort: World):
    """The next page leads nowhere the day after: is the listing that is begun anew one until today?"""
    cut_off(cohort, "cursor")
    with writing(cohort.engine) as connection:
        connection.execute(s.sweep.update().where(s.sweep.c.next_url.is_not(None)).values(
            next_url="https://elsewhere.example.org/docket-entries/?cursor=x"))
    cohort.later(DAY)
    cohort.add_entry(700_080, 7000)
    cohort.later(HOUR)
    cohort.sync()
    assert 700_080 in cohort.held(s.docket_entry)


@pytest.mark.parametrize("ahead", [-DAY, -HOUR, HOUR, DAY])
def test_clocks_that_disagree(cohort: World, ahead: float):
    """Ours goes before or after CourtListener's: does every change arrive, at the latest that much later?"""
    ours = cohort.time
    cohort.time = lambda: ours() + ahead
    expected = set(cohort.held(s.docket_entry))
    for round_ in range(12):
        cohort.later(COHORT_EVERY.total_seconds() + HOUR)
        number = 700_000 + 60 + round_
        cohort.add_entry(number, 7000)
        expected.add(number)
        cohort.sync()
    cohort.later(2 * DAY)
    for _ in range(3):
        cohort.later(COHORT_EVERY.total_seconds() + HOUR)
        cohort.sync()
    assert cohort.held(s.docket_entry).keys() == expected


def test_a_search_finds_dockets_that_nobody_listed(world_of: Callable[..., World]):
    """A saved search: is each docket noted with the search that found it, and fetched only by a rule?"""
    world = world_of(3)
    world.following = Following(searches=(Search("petitions", "Quispe", days=400),))
    world.sync()
    found = world.all(sa.select(s.found.c.docket_id, s.found.c.name, s.found.c.case_name))
    assert sorted(tuple(row)[:2] for row in found) == [(7000, "petitions"), (7001, "petitions"), (7002, "petitions")]
    assert world.held(s.docket) == {}
    world.following = Following(searches=(Search("petitions", "Quispe", days=400, accept=True),))
    world.later(DAY)
    world.sync()
    assert len(world.held(s.docket)) == 3


def test_an_account_that_may_not_read_entries(world_of: Callable[..., World]):
    """403 on docket-entries: is search asked instead, is it said, and is what it showed seen?"""
    world = world_of(3)
    world.wanted = [Wanted(7000 + n) for n in range(3)]
    world.server.faults.add("403", match="docket-entries", times=None)
    report = world.sync()
    assert len(world.held(s.docket_entry)) == 9
    assert any("asked of search instead" in failure.sentence for failure in report.failures)
    now = dt.datetime.fromtimestamp(world.time(), dt.UTC)
    found = standing(world.engine, world.wanted, None, now)
    assert (found["never_seen"], found["checked_in_24_hours"]) == (0, 3)


def test_a_pushed_docket_is_asked_first(chosen: World):
    """CourtListener pushed that one of thirty has news: is that one asked at once?"""
    chosen.later(HOUR)
    chosen.add_entry(701_150, 7011)
    with writing(chosen.engine) as connection:
        at = dt.datetime.fromtimestamp(chosen.time(), dt.UTC)
        row = {"received_at": at, "key": "k", "event_type": 1, "docket_ids": "[7011]", "raw": b""}
        connection.execute(s.push.insert().values(row))
    chosen.sync()
    assert [path.partition("&")[0] for path in chosen.asked()] == ["docket-entries/?docket=7011"]
    assert 701_150 in chosen.held(s.docket_entry)
    assert [row.handled_at for row in chosen.all(sa.select(s.push.c.handled_at))] != [None]


def test_a_push_about_somebody_elses_docket(chosen: World):
    """A docket nobody follows: is it not asked for, and does its push not wait for ever?"""
    with writing(chosen.engine) as connection:
        at = dt.datetime.fromtimestamp(chosen.time(), dt.UTC)
        row = {"received_at": at, "key": "k", "event_type": 2, "docket_ids": "[4711]", "raw": b""}
        connection.execute(s.push.insert().values(row))
    chosen.later(60)
    chosen.sync()
    assert chosen.asked() == []
    assert None not in [row.handled_at for row in chosen.all(sa.select(s.push.c.handled_at))]


def test_how_a_cohort_stands(cohort: World):
    """Is it said how many dockets it has and of when they are, for a person and for a machine?"""
    now = dt.datetime.fromtimestamp(cohort.now, dt.UTC)
    found = standing(cohort.engine, [], None, now, cohort.following)
    assert (found["followed"], found["never_seen"], found["cohorts"][0]["dockets"]) == (30, 0, 30)
    assert "Cohort detained: 30 dockets, their entries are of 2026-" in tell_standing(found)
    only_found = Following(cohorts=(DETAINED._replace(accept=False),))
    told = tell_standing(standing(cohort.engine, [], None, now, only_found))
    assert "Cohort detained: 30 dockets found, last looked for at 2026-" in told


def test_how_long_the_backlog_takes(world_of: Callable[..., World]):
    """Thirty dockets at fifty requests an hour: is it said when they are done, and what a membership would change?"""
    world = world_of(30, throttle="50/hour,125/day")
    world.wanted = [Wanted(7000 + n) for n in range(30)]
    world.sync()
    found = standing(world.engine, world.wanted, None, dt.datetime.fromtimestamp(world.now, dt.UTC))
    assert found["requests_at_least"] > 0
    assert found["worked_off_at"] > found["as_of"]
    assert found["worked_off_by_tier"]["tier 4"] < found["worked_off_at"]
    assert "requests behind at least" in tell_standing(found)


def test_news_from_elsewhere(chosen: World):
    """A feed says that one of thirty has news: is that one asked by itself?"""
    chosen.later(HOUR)
    chosen.add_entry(701_150, 7011)
    chosen.following = Following(news={7011: dt.datetime.fromtimestamp(chosen.now, dt.UTC)})
    chosen.sync()
    assert [path.partition("&")[0] for path in chosen.asked()] == ["docket-entries/?docket=7011"]
