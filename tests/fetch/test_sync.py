"""Carrying out the plan: is what the store ends with what the server has, whatever happens on the way?"""
import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests
import sqlalchemy as sa
from writwatch.fetch import FetchError
from writwatch.fetch import schema as s
from writwatch.fetch.courtlistener import CourtListener
from writwatch.fetch.plan import FRESH
from writwatch.fetch.sandbox import Server, serve
from writwatch.fetch.store import unpack
from writwatch.fetch.sync import Report, Wanted, sync

Make = Callable[..., CourtListener]
WANTED = [Wanted(7000), Wanted(7001), Wanted(7002)]
LATER = (FRESH + dt.timedelta(minutes=1)).total_seconds()


class Clock:
    """Starts long ago enough that rows of the sandbox, stamped by it, are in order."""

    def __init__(self) -> None:
        self.now = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now


class World:
    """A sandbox, a client and a store that share a clock."""

    def __init__(self, folder: Path, engine: sa.Engine, make: Make, throttle: str = "none") -> None:
        self.clock = Clock()
        self.engine = engine
        self.server = serve(folder, throttle=throttle, clock=self.clock, accounts={"other": "none"})
        self.client = make(self.server.url, clock=self.clock)
        self.client.sleep = self.sleep

    def sleep(self, seconds: float) -> None:
        self.clock.now += seconds

    def sync(self, wanted: list[Wanted] = WANTED) -> Report:
        return sync(self.client, self.engine, wanted)

    def later(self, seconds: float = LATER) -> None:
        self.clock.now += seconds

    def all(self, query: sa.Select) -> list[sa.Row]:
        with self.engine.connect() as connection:
            return list(connection.execute(query))

    def asked(self) -> list[str]:
        return [logged.path.partition("v4/")[2] for logged in self.server.requests if "usage" not in logged.path]


@pytest.fixture
def world(court_folder: Path, engine: sa.Engine, client_of: Make):
    world = World(court_folder, engine, client_of)
    yield world
    world.server.close()


def upstream(server: Server, endpoint: str) -> dict[int, dict[str, Any]]:
    """Everything the server has, asked the plain way."""
    rows, url = {}, f"{server.url}{endpoint}/?order_by=id"
    while url:
        answer = requests.get(url, headers={"Authorization": "Token other"}, timeout=10).json()
        rows |= {row["id"]: row for row in answer["results"]}
        url = answer["next"]
    return rows


def held(world: World, table: sa.Table) -> dict[int, dict[str, Any]]:
    rows = world.all(sa.select(table.c.id, table.c.raw).where(table.c.gone_at.is_(None)))
    return {row.id: unpack(row.raw) for row in rows}


def assert_equal_to_upstream(world: World) -> None:
    for endpoint, table in (("dockets", s.docket), ("docket-entries", s.docket_entry)):
        theirs = upstream(world.server, endpoint)
        ours = held(world, table)
        for row in theirs.values():
            for document in row.get("recap_documents", []):
                document.pop("plain_text", None)
        assert ours == theirs


def test_first_sight(world: World):
    """Three unknown dockets: is everything the server has in the store, and nothing left to do?"""
    report = world.sync()
    assert report.failures == ()
    assert report.until is None
    assert_equal_to_upstream(world)
    assert len(world.all(sa.select(s.recap_document))) == 135
    names = sorted(row.name for row in world.all(sa.select(s.party.c.name)))
    assert names == ["Rosa Quispe Mamani"] * 3 + ["Warden"] * 3
    assert len(world.all(sa.select(s.attorney_role))) == 3
    assert report.requests == 3 * (1 + 3 + 1 + 1)


def test_nobodys_address_is_in_the_store(world: World):
    """Parties and lawyers come with addresses; is none of them in any row of any table, raw objects included?"""
    world.server.faults.add("malformed", match="attorneys", times=1)
    world.sync()
    for table in s.metadata.sorted_tables:
        for row in world.all(sa.select(table)):
            for value in row:
                text = json.dumps(unpack(value)) if isinstance(value, bytes) else str(value)
                for address in ("Elm Street", "Birch Avenue", "555-01", "lawyer@example.org"):
                    assert address not in text, table.name
    assert len(world.all(sa.select(s.quarantine))) == 1


def test_a_second_run_at_once_asks_nothing(world: World):
    world.sync()
    before = len(world.asked())
    assert world.sync().requests == 0
    assert len(world.asked()) == before


def test_a_later_run_asks_what_changed(world: World):
    """One entry changes, one is new, one is deleted: one delta a docket brings the first two; nothing else is asked."""
    world.sync()
    world.later()
    world.server.rows.upsert("docket-entries", [{"id": 700_001, "description": "LETTER number 1, as corrected"}])
    row = {**held(world, s.docket_entry)[700_002], "id": 700_099, "recap_documents": []}
    world.server.rows.upsert("docket-entries", [row | {"date_modified": world.server.rows.now()}])
    world.later()
    before = len(world.asked())
    report = world.sync()
    assert report.saved == 2
    assert [path.partition("?")[0] for path in world.asked()[before:]] == ["docket-entries/"] * 3
    assert all("date_modified__gte" in path for path in world.asked()[before:])
    assert_equal_to_upstream(world)
    changes = {(row.entity, row.field): (row.old, row.new) for row in world.all(sa.select(s.change))}
    assert changes[("docket_entry", "description")] == ('"LETTER number 1"', '"LETTER number 1, as corrected"')
    assert {entity for entity, _ in changes} == {"docket_entry"}


def test_a_stub_that_gets_its_text(world: World):
    """A short title becomes the full text: one entry, one history, and its birth is not moved."""
    world.sync()
    born = world.all(sa.select(s.docket_entry.c.first_seen).where(s.docket_entry.c.id == 700_001))
    world.later()
    world.server.rows.upsert("docket-entries", [{"id": 700_001, "description": "ORDER granting 1 Petition."}])
    world.later()
    world.sync()
    rows = world.all(sa.select(s.docket_entry.c.first_seen).where(s.docket_entry.c.id == 700_001))
    assert rows == born
    request_ids = {row.request_id for row in world.all(sa.select(s.change.c.request_id))}
    assert request_ids <= {row.id for row in world.all(sa.select(s.request.c.id))}
    assert None not in request_ids


def test_a_document_has_a_history_of_its_own(world: World):
    world.sync()
    world.later()
    documents = [{**held(world, s.docket_entry)[700_001]["recap_documents"][0], "is_available": True, "page_count": 3}]
    world.server.rows.upsert("docket-entries", [{"id": 700_001, "recap_documents": documents}])
    world.later()
    world.sync()
    changes = {(row.entity, row.entity_id, row.field, row.old, row.new) for row in world.all(sa.select(s.change))}
    assert ("recap_document", "1200001", "is_available", "false", "true") in changes
    assert ("recap_document", "1200001", "page_count", "null", "3") in changes


def test_what_is_deleted_upstream_is_gone_after_the_reconciliation(world: World):
    """Deletions are invisible to deltas: are they found when everything is asked again, and is the row kept?"""
    world.sync()
    world.server.rows.delete("docket-entries", [700_003])
    world.later()
    world.sync()
    assert 700_003 in held(world, s.docket_entry)
    world.later(31 * 86_400)
    world.sync()
    assert_equal_to_upstream(world)
    entry = s.docket_entry.c
    row = world.all(sa.select(entry.description, entry.gone_at).where(entry.id == 700_003))[0]
    assert row.description == "LETTER number 3"
    assert row.gone_at is not None


def test_a_row_not_understood_is_not_taken_for_deleted(world: World):
    world.sync()
    world.later(31 * 86_400)
    world.server.faults.add("malformed", match="docket-entries", times=1)
    report = world.sync()
    assert report.quarantined == 1
    assert all(row.gone_at is None for row in world.all(sa.select(s.docket_entry.c.gone_at)))


def test_quarantine_is_closed_when_the_row_is_mended(world: World):
    """A malformed row of docket 7000's first page: kept whole; once it can be read, its case is closed."""
    world.server.rows.upsert("docket-entries", [{"id": 700_005, "date_filed": "2026-02-30"}])
    assert world.sync().quarantined == 1
    bad = world.all(sa.select(s.quarantine))
    assert [(row.endpoint, row.docket_id, row.entity_id, row.resolved_at) for row in bad] == [
        ("docket-entries", 7000, "700005", None)
    ]
    assert "date_filed" in bad[0].error
    assert unpack(bad[0].raw)["description"] == "LETTER number 5"
    world.later()
    world.server.rows.upsert("docket-entries", [{"id": 700_005, "date_filed": "2026-02-03"}])
    world.later()
    world.sync()
    assert_equal_to_upstream(world)
    assert world.all(sa.select(s.quarantine.c.resolved_at))[0].resolved_at is not None


def test_a_wrong_docket_does_not_stop_the_others(world: World):
    """An id nobody has, among three good ones: is it named, and are the others whole?"""
    report = world.sync([Wanted(7000), Wanted(4711), Wanted(7001)])
    assert [failure.what for failure in report.failures] == ["docket 4711, docket"]
    assert "check the id" in report.failures[0].sentence
    assert {row.id for row in world.all(sa.select(s.docket.c.id))} == {7000, 7001}
    assert len([path for path in world.asked() if "4711" in path]) == 1


def test_a_docket_the_server_cannot_answer_does_not_stop_the_others(world: World):
    world.server.faults.add("500", match="docket=7001", times=None)
    report = world.sync()
    assert {failure.what.partition(",")[0] for failure in report.failures} == {"docket 7001"}
    assert {row.id for row in world.all(sa.select(s.docket.c.id))} == {7000, 7001, 7002}
    world.server.faults.clear()
    assert world.sync().failures == ()
    assert_equal_to_upstream(world)


def test_a_server_that_is_down_ends_the_run(world: World):
    """Everything fails: does it stop after three steps instead of asking for every docket?"""
    world.server.faults.add("503", match="dockets/|entries", times=None)
    report = world.sync()
    assert len(report.failures) == 3
    assert report.steps_left > 0


def test_an_endpoint_that_is_closed_to_the_account(world: World):
    """403 on parties: asked once, said once, everything else is there."""
    world.server.faults.add("403", match="/parties/", times=None)
    report = world.sync()
    assert [failure.what for failure in report.failures] == ["docket 7000, parties"]
    assert_equal_to_upstream(world)
    assert len([path for path in world.asked() if path.startswith("parties")]) == 1


def test_dockets_by_court_and_number(world: World):
    """Followed by court:number: looked up once, then known; a number nobody has is named."""
    wanted = [Wanted(None, "mnd", "0:26-cv-07001"), Wanted(None, "mnd", "0:26-cv-99999")]
    report = world.sync(wanted)
    assert {row.id for row in world.all(sa.select(s.docket.c.id))} == {7001}
    assert [failure.what for failure in report.failures] == ["mnd:0:26-cv-99999"]
    world.later()
    before = len(world.asked())
    world.sync(wanted)
    assert [path for path in world.asked()[before:] if "07001" in path] == []


def test_the_budget_ends_a_run_and_the_next_goes_on(court_folder: Path, engine: sa.Engine, client_of: Make):
    """Seven requests an hour for eighteen: is nothing asked twice, and is the return time the right one?"""
    world = World(court_folder, engine, client_of, throttle="7/hour")
    try:
        runs = 0
        while (report := world.sync()).until is not None:
            runs += 1
            assert report.steps_left > 0
            assert 0 < report.until.timestamp() - world.clock.now <= 3600
            world.clock.now = report.until.timestamp() + 1
            assert runs < 30
        first = {}
        for path in world.asked():
            if "date_modified" not in path:
                first[path] = first.get(path, 0) + 1
        assert max(first.values()) == 1
        assert_equal_to_upstream(world)
        assert all(logged.status == 200 for logged in world.server.requests)
    finally:
        world.server.close()


def test_a_lost_cursor_starts_the_listing_again(world: World):
    """The address of page two is no longer good: are all rows there in the end?"""
    world.server.faults.add("drop", match="cursor=", times=4)
    world.server.faults.add("drop", match="docket-entries", times=8)
    world.sync([Wanted(7000)])
    table = s.progress
    with world.engine.begin() as connection:
        gone = f"{world.client.api}docket-entries/?docket=7000&cursor=bm9uc2Vuc2U%3D"
        values = {"next_url": gone, "started_at": world.client.now()}
        connection.execute(table.update().where(table.c.part == "entries").values(values))
    world.server.faults.clear()
    assert world.sync([Wanted(7000)]).failures == ()
    assert len(held(world, s.docket_entry)) == 45


def test_rows_that_change_and_vanish_between_pages(world: World):
    """While page after page is read, rows move: does the next run see the change, and nothing double?"""
    world.server.faults.add("change", match="cursor=", times=1)
    world.server.faults.add("vanish", match="cursor=", times=1)
    world.sync([Wanted(7000)])
    world.later()
    world.sync([Wanted(7000)])
    world.later(31 * 86_400)
    world.sync([Wanted(7000)])
    ours = held(world, s.docket_entry)
    everything = upstream(world.server, "docket-entries")
    theirs = {number: row for number, row in everything.items() if row["docket"].endswith("/7000/")}
    for row in theirs.values():
        row["recap_documents"][0].pop("plain_text", None)
    assert ours == theirs


def test_a_full_disk_is_one_sentence(court_folder: Path, tmp_path: Path, client_of: Make, database: str):
    """The database may not grow: is it said, and is what was saved still there?"""
    if "://" in database:
        pytest.skip("PostgreSQL's disk is not ours to fill")
    from writwatch.fetch.database import open_store

    engine = open_store(database)
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    sa.event.listen(engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count={pages + 8}"))
    engine.dispose()
    with serve(court_folder, throttle="none") as server:
        client = client_of(server.url)
        client.ledger.engine = engine
        client.ledger.run_id = None
        with pytest.raises(FetchError, match=r"cannot be written .*full.*safe"):
            sync(client, engine, WANTED)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    engine.dispose()
