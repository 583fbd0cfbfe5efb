"""Carrying out the plan: is what the store ends with what the server has, whatever happens on the way?"""
import datetime as dt
import json
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests
import sqlalchemy as sa
from writwatch.fetch import FetchError
from writwatch.fetch import schema as s
from writwatch.fetch.courtlistener import CourtListener, Page, Rejected
from writwatch.fetch.database import connect, reading, store_url, writing
from writwatch.fetch.plan import FRESH, Following, Held
from writwatch.fetch.quota import Ledger
from writwatch.fetch.sandbox import Server, serve
from writwatch.fetch.standing import standing
from writwatch.fetch.store import unpack
from writwatch.fetch.sync import Report, Wanted, held_missing, held_parts, known_ids, settle_pushes, sync
from writwatch.fetch.webhooks import save_push, unhandled

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


def test_what_it_will_cost_is_told(world: World):
    """All is asked for again after two months: does it take as many requests as were said, by the pages of each?"""
    world.sync()
    world.later(60 * 86_400)
    told = standing(world.engine, WANTED, None, world.client.now())["requests_at_least"]
    assert (told, world.sync().requests) == (18, 18)


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


def test_a_lookup_by_number_that_was_malformed_is_mended_by_the_next(world: World):
    """The only row of the answer has no id that can be read: is it said so, kept, asked again, and its case closed?"""
    wanted = [Wanted(None, "mnd", "0:26-cv-07001")]
    world.server.faults.add("malformed", match="docket_number", times=1)
    report = world.sync(wanted)
    assert report.quarantined == 1
    assert ["could not be understood" in failure.sentence for failure in report.failures] == [True]
    world.later()
    assert not world.sync(wanted).failures
    [row] = world.all(sa.select(s.quarantine))
    assert (row.docket_id, row.resolved_at is None) == (None, False)


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


MONTH = 31 * 86_400
DAY = 86_400


def test_a_row_not_understood_on_the_last_page_is_not_taken_for_deleted(world: World):
    world.sync()
    world.later(MONTH)
    world.server.rows.upsert("docket-entries", [{"id": 700_045, "date_filed": "2026-02-30"}])
    assert world.sync().quarantined == 1
    assert all(row.gone_at is None for row in world.all(sa.select(s.docket_entry.c.gone_at)))


def test_nonsense_that_came_once_does_not_hide_deletions_for_ever(world: World):
    """A row without a readable id, never seen again: do the next passes over everything still find what is gone?"""
    world.server.faults.add("malformed", match="docket=7000", times=1)
    assert world.sync().quarantined == 1
    world.server.rows.delete("docket-entries", [700_003])
    world.later(MONTH)
    world.sync()
    assert_equal_to_upstream(world)
    assert None not in {row.resolved_at for row in world.all(sa.select(s.quarantine.c.resolved_at))}


def test_the_documents_of_a_deleted_entry_are_gone_with_it(world: World):
    world.sync()
    world.server.rows.delete("docket-entries", [700_003])
    world.later(MONTH)
    world.sync()
    table = s.recap_document.c
    assert [row.id for row in world.all(sa.select(table.id).where(table.gone_at.is_not(None)))] == [1_200_003]


def test_a_docket_deleted_upstream(world: World):
    """Is it marked gone, what we hold of it kept, and is it not called checked?"""
    world.sync()
    before = held_progress(world.engine)[(7001, "entries")].checked_at
    world.server.rows.delete("dockets", [7001])
    world.later(MONTH)
    report = world.sync()
    assert {failure.what.partition(",")[0] for failure in report.failures} == {"docket 7001"}
    gone = world.all(sa.select(s.docket.c.id).where(s.docket.c.gone_at.is_not(None)))
    assert [row.id for row in gone] == [7001]
    assert len(world.all(sa.select(s.docket_entry).where(s.docket_entry.c.docket_id == 7001))) == 45
    assert held_progress(world.engine)[(7001, "entries")].checked_at == before


NOT_ITS_OWN = {
    "a cursor that is lost": ("docket-entries/?docket=7001&cursor=abc", 404, False, False),
    "its parties": ("parties/?docket=7001&filter_nested_results=True", 404, False, False),
    "the docket itself": ("dockets/7001/", 404, False, True),
    "a no to a question about one that stands": ("docket-entries/?docket=7001", 400, False, False),
    "a no to a question about one that is gone": ("docket-entries/?docket=7001", 400, True, True),
}


@pytest.mark.parametrize("case", NOT_ITS_OWN)
def test_what_says_that_a_docket_is_missing(world: World, case: str):
    """An answer in the ledger that is no answer: only where it speaks of the docket itself is the docket called so."""
    address, status, gone, missing = NOT_ITS_OWN[case]
    world.sync()
    row = {"at": world.clock(), "purpose": "sync", "url": f"{world.server.url}{address}", "status": status,
           "account": "x", "counted": True}
    with writing(world.engine) as connection:
        connection.execute(s.request.insert(), [{name: row[name] for name in row if name in s.request.c}])
        if gone:
            known = dt.datetime.fromtimestamp(world.clock(), dt.UTC)
            connection.execute(s.docket.update().where(s.docket.c.id == 7001).values(gone_at=known))
    with reading(world.engine) as connection:
        assert (7001 in held_missing(connection)) == missing


@pytest.mark.parametrize(("days", "waits"), [(-365, True), (-1, True), (1, False)])
def test_a_push_of_what_was_missing(world: World, days: int, waits: bool):
    """CourtListener did not have a docket, so many days after it was pushed: is that an answer to the push?"""
    pushed = world.client.now()
    body = b'{"webhook": {"event_type": 1}, "payload": {"results": [{"docket": 7001}]}}'
    assert save_push(world.engine, "a key", body, pushed)
    row = {"at": world.clock() + days * 86_400, "purpose": "docket", "url": f"{world.server.url}dockets/7001/",
           "status": 404, "account": "x", "counted": True}
    with writing(world.engine) as connection:
        connection.execute(s.request.insert(), [row])
    settle_pushes(world.engine, Following(dockets=(7001,)), pushed + dt.timedelta(days=2))
    with reading(world.engine) as connection:
        assert (7001 in unhandled(connection)) == waits


def test_an_appeal_that_is_none_any_more(world: World):
    """What came from the court below was a mistake upstream and is taken back: is it taken back here?"""
    world.server.rows.upsert("dockets", [{"id": 7000, "original_court_info": {"docket_number": "25-1"}}])
    world.sync()
    assert len(world.all(sa.select(s.originating_court_information))) == 1
    world.server.rows.upsert("dockets", [{"id": 7000, "original_court_info": None}])
    world.later(4 * 86_400)
    world.sync()
    assert world.all(sa.select(s.originating_court_information)) == []


def held_progress(engine: sa.Engine) -> dict[tuple[int, str], Held]:
    with reading(engine) as connection:
        return held_parts(connection)


def refusing(world: World, docket_id: int) -> None:
    """The server says a clear no to whatever is asked of a docket."""
    fetch = world.client.fetch_entries

    def refuse(number: int, *rest: Any) -> Page:
        if number == docket_id:
            raise Rejected("CourtListener answered 451: try again later.")
        return fetch(number, *rest)

    world.client.fetch_entries = refuse  # pyright: ignore[reportAttributeAccessIssue]


def test_a_clear_no_to_one_docket_does_not_stop_the_others(world: World):
    refusing(world, 7000)
    report = world.sync()
    assert [failure.what for failure in report.failures] == ["docket 7000, entries"]
    assert {row.docket_id for row in world.all(sa.select(s.docket_entry.c.docket_id))} == {7001, 7002}
    assert held_progress(world.engine)[(7000, "entries")].checked_at is None


def test_a_look_up_that_fails_does_not_stop_the_others(world: World):
    world.server.faults.add("500", match="docket_number", times=None)
    report = world.sync([Wanted(None, "mnd", "0:26-cv-07001"), Wanted(7000)])
    assert [failure.what for failure in report.failures] == ["mnd:0:26-cv-07001"]
    assert len(held(world, s.docket_entry)) == 45


def test_what_courtlistener_does_not_have_costs_nothing_for_days(world: World):
    """A wrong id and a wrong number in the list: are they asked for once, said in every run, and tried again?"""
    wrong = [Wanted(4711), Wanted(None, "mnd", "0:26-cv-04711")]
    for later, requests_made in ((0, 2), (DAY, 0), (2 * DAY + 60, 2)):
        world.later(later)
        world.server.requests.clear()
        report = world.sync(wrong)
        assert len(world.asked()) == requests_made
        assert [failure.what.partition(",")[0] for failure in sorted(report.failures)] == [
            "docket 4711", "mnd:0:26-cv-04711"
        ]  # fmt: skip


def test_two_dockets_of_one_number(world: World):
    """Nobody can know which is meant: is it said in every run, and none followed by chance?"""
    world.server.rows.upsert("dockets", [{"id": 7002, "docket_number": "0:26-cv-07001"}])
    for _ in range(2):
        report = world.sync([Wanted(None, "mnd", "0:26-cv-07001")])
        assert "several dockets have this number (7001, 7002)" in report.failures[0].sentence
        assert world.all(sa.select(s.docket_entry)) == []
        world.later()
    world.server.rows.delete("dockets", [7002])
    assert "several" not in str(world.sync([Wanted(7002), Wanted(None, "mnd", "0:26-cv-07001")]).failures)
    assert known_ids(world.engine, [Wanted(None, "mnd", "0:26-cv-07001")]) == ([7001], [])


def test_a_docket_that_was_looked_up_is_not_asked_for_again(world: World):
    """Its row came with the answer: is that request saved?"""
    world.sync([Wanted(None, "mnd", "0:26-cv-07001")])
    assert [path for path in world.asked() if path.startswith("dockets/7001")] == []
    assert held_progress(world.engine)[(7001, "docket")].checked_at is not None


def test_look_ups_that_use_up_the_budget(court_folder: Path, engine: sa.Engine, client_of: Make):
    """Three numbers to look up, two requests left: is it said how much is left to do?"""
    world = World(court_folder, engine, client_of, throttle="2/hour")
    try:
        report = world.sync([Wanted(None, "mnd", f"0:26-cv-0700{n}") for n in range(3)] + [Wanted(7000)])
        assert report.until is not None
        assert report.steps_left == 1 + 3  # 7000's own row came with the first look-up
    finally:
        world.server.close()


def test_dockets_that_never_answer_starve_no_other(world: World):
    """Three dockets fail in every run, and would be first in every plan: is the fourth ever brought up to date?"""
    write = [{"id": n, "docket_number": f"0:26-cv-0{n}", "court_id": "mnd"} for n in range(7003, 7007)]
    wanted = [Wanted(n) for n in range(7000, 7007)]
    world.sync(WANTED)
    world.server.rows.upsert("dockets", write)
    world.server.faults.add("500", match=r"docket=700[345]", times=None)
    apart = len(wanted) * FRESH  # so often is each of so many asked
    for _ in range(6):
        world.later(apart.total_seconds())
        world.sync(wanted)
    held_now = held_progress(world.engine)
    age = {n: world.clock.now - held_now[(n, "entries")].checked_at.timestamp() for n in (7000, 7001, 7002, 7006)}
    assert max(age.values()) < 3 * apart.total_seconds(), age


def on_page(world: World, number: int, act: Callable[[], object]) -> None:
    """Do something just before the n-th page of entries is asked for."""
    fetch, pages = world.client.fetch_entries, iter(range(1, 1000))

    def fetch_then(*args: Any) -> Page:
        if next(pages) == number:
            act()
        return fetch(*args)

    world.client.fetch_entries = fetch_then  # pyright: ignore[reportAttributeAccessIssue]


@pytest.mark.parametrize("page", [1, 2, 3])
def test_a_clock_set_back_in_the_middle_of_a_pass(world: World, page: int):
    """Rows that were just seen, an hour before the pass began by the new time: is none of them called gone?"""
    world.sync()
    world.later(MONTH)
    on_page(world, page, lambda: world.later(-3600))
    world.sync()
    assert all(row.gone_at is None for row in world.all(sa.select(s.docket_entry.c.gone_at)))
    world.later(MONTH)
    world.server.rows.delete("docket-entries", [700_003])
    world.sync()
    assert_equal_to_upstream(world)


@pytest.mark.parametrize("resume", [True, False])
def test_two_processes_at_the_same_docket(world: World, client_of: Make, resume: bool):
    """While one is at page two, another ends the same pass, or begins it anew: no crash, nothing called gone?"""
    world.sync()
    world.later(MONTH)
    other = client_of(world.server.url, clock=world.clock)

    def overtake() -> None:
        world.later(1)
        if resume:
            sync(other, world.engine, WANTED)
            return
        with world.engine.begin() as connection:  # begun anew, and not yet at its first page
            here = s.progress.c.part == "entries"
            connection.execute(s.progress.update().where(here).values(next_url=None, started_at=world.client.now()))

    on_page(world, 2, overtake)
    assert world.sync().failures == ()
    world.later()
    assert world.sync().failures == ()
    assert_equal_to_upstream(world)
    assert all(have.started_at is None for have in held_progress(world.engine).values())


@pytest.mark.parametrize("before", ["begin", "page one", "page two", "the end"])
def test_a_stop_between_two_steps_of_a_pass(world: World, before: str):
    """Stopped just before the first request, or before any page: is the end the same, and no page asked twice?"""

    class Stopped(BaseException):
        pass

    def stop() -> None:
        raise Stopped

    if before == "begin":
        world.client.fetch_docket = lambda number: stop()  # pyright: ignore[reportAttributeAccessIssue]
    else:
        on_page(world, {"page one": 1, "page two": 2, "the end": 3}[before], stop)
    with pytest.raises(Stopped):
        world.sync()
    for name in ("fetch_docket", "fetch_entries"):
        vars(world.client).pop(name, None)
    assert world.sync().failures == ()
    asked = [path for path in world.asked() if path.startswith("docket-entries")]
    assert len(asked) == len(set(asked)) == 9
    assert_equal_to_upstream(world)


def test_a_disk_that_fills_up_again_and_again(world: World):
    """A little more room for every run: is each stop a sentence, at whatever statement it comes, and the end whole?"""
    if world.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL's disk is not ours to fill")
    room = iter([*range(1, 30), 100_000])

    def limit(raw: sqlite3.Connection, _: object) -> None:
        raw.execute(f"PRAGMA max_page_count={raw.execute('PRAGMA page_count').fetchone()[0] + next(room)}")

    sa.event.listen(world.engine, "connect", limit)
    world.engine.dispose()
    stops = []
    for _ in range(30):
        try:
            assert world.sync().failures == ()
            break
        except FetchError as error:
            stops.append(str(error))
            world.engine.dispose()
            world.later(300)
    assert len(stops) > 3
    assert all("database or disk is full" in stop for stop in stops)
    assert_equal_to_upstream(world)


def test_a_pass_that_took_days_is_as_old_as_its_first_page(court_folder: Path, engine: sa.Engine, client_of: Make):
    """Page one, days without budget, the rest: is what changed on page one asked for next, and not fresh?"""
    world = World(court_folder, engine, client_of, throttle="2/day")
    try:
        assert world.sync([Wanted(7000)]).steps_left > 0
        began = held_progress(engine)[(7000, "entries")].started_at
        world.server.rows.upsert("docket-entries", [{"id": 700_001, "description": "ORDER granting 1 Petition."}])
        world.later(86_401)
        world.sync([Wanted(7000)])
        assert held_progress(engine)[(7000, "entries")].checked_at == began
        world.later(86_401)
        world.sync([Wanted(7000)])
        world.later(86_401)
        world.sync([Wanted(7000)])
        assert held(world, s.docket_entry)[700_001]["description"] == "ORDER granting 1 Petition."
    finally:
        world.server.close()


# Several at once.


@pytest.mark.slow
def test_two_at_once_ask_for_no_page_twice(
    court_folder: Path, database: str, client_of: Make, request: pytest.FixtureRequest
):
    """Two processes with the same plan: is all there in the end and, where the database can tell them apart, is every
    page asked for once?"""
    engine = request.getfixturevalue("engine")
    with serve(court_folder, throttle="none") as server:
        server.faults.add("slow", times=None, seconds=0.002)
        other = connect(store_url(database))
        reports: list[Report] = []
        first = client_of(server.url)
        first.learn_limits()
        second = CourtListener(server.url, "token", Ledger(other, "token", run_id=first.ledger.run_id))
        both = [threading.Thread(target=lambda who=who, at=at: reports.append(sync(who, at, WANTED)))
                for who, at in ((first, engine), (second, other))]
        for one in both:
            one.start()
        for one in both:
            one.join()
        other.dispose()
        assert [report.failures for report in reports] == [(), ()]
        asked = [logged.path for logged in server.requests if "usage" not in logged.path]
        with engine.connect() as connection:
            assert connection.scalar(sa.select(sa.func.count()).select_from(s.docket_entry)) == 3 * 45
            assert connection.scalar(sa.select(sa.func.count()).select_from(s.change)) == 0
        if engine.dialect.name == "postgresql":
            assert len(asked) == len(set(asked))


def test_what_another_brought_meanwhile_is_not_asked_for(world: World):
    """Another process carries out the whole plan while this one is at its first page: is nothing asked for again?"""
    ledger = Ledger(world.engine, "token", clock=world.clock)
    other = CourtListener(world.server.url, "token", ledger, clock=world.clock)
    answer = world.client.fetch_docket

    def slowly(docket_id: int) -> Page:
        page = answer(docket_id)
        world.client.fetch_docket = answer
        with_all = sync(other, world.engine, WANTED)
        assert not with_all.failures
        return page

    world.client.fetch_docket = slowly  # type: ignore[method-assign]
    assert world.sync().failures == ()
    asked = world.asked()
    assert len(asked) - len(set(asked)) <= 1  # the first page itself, which SQLite cannot tell the other of


def test_limits_are_asked_for_once_a_minute(world: World):
    """Many runs in a row, of one process or several: api-usage answers ten a minute and 120 an hour."""
    for _ in range(30):
        world.sync()
        world.later(3)
    usage = [logged for logged in world.server.requests if "usage" in logged.path]
    assert len(usage) == 2
    assert {logged.status for logged in usage} == {200}
