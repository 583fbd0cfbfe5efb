"""The store as render reads it: are the facts those that fetch saved, and is an unknown schema refused?"""
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from writwatch.fetch import schema as s
from writwatch.fetch.database import connect, store_url, writing
from writwatch.fetch.discover import Cohort
from writwatch.fetch.objects import Attorney, Docket, DocketEntry, Found, Party, decode_rows
from writwatch.fetch.plan import Following, knowledge
from writwatch.fetch.store import (
    Seen,
    mark_gone,
    save_attorneys,
    save_dockets,
    save_entries,
    save_found,
    save_parties,
)
from writwatch.fetch.sync import held_already
from writwatch.render import SiteError
from writwatch.render.found import FoundDocket
from writwatch.render.procedure import facts
from writwatch.render.store import check_schema, fact_seals, held_dockets, read_dockets, read_found

NOON = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)
SEEN = Seen(NOON, None)


def found(kind: type, *rows: dict) -> tuple[Found, ...]:
    good, bad = decode_rows([json.dumps(row).encode() for row in rows], kind)  # pyright: ignore[reportArgumentType]
    assert not bad
    return good


DOCKET = {
    "id": 7,
    "court_id": "ca8",
    "docket_number": "26-1007",
    "case_name": "Quispe Mamani v. Warden",
    "date_filed": "2026-01-05",
    "nature_of_suit": "2463 Habeas Corpus",
    "assigned_to_str": None,
    "appeal_from": "http://x/api/rest/v4/courts/mnd/",
    "original_court_info": {"docket_number": "0:26-cv-00007", "assigned_to_str": "Ingrid Nygaard", "date_filed": None},
}


def entry(number: int, sequence: str, **fields: object) -> dict:
    return {
        "id": number,
        "docket": "http://x/api/rest/v4/dockets/7/",
        "entry_number": number % 10,
        "recap_sequence_number": sequence,
        "date_filed": "2026-01-05",
        "description": f"LETTER {number}",
        **fields,
    }


@pytest.fixture
def filled(engine: sa.Engine) -> sa.Engine:
    documents = [
        {"id": 2, "attachment_number": 1, "description": "Exhibit A"},
        {"id": 1, "attachment_number": None, "description": "Order"},
    ]
    client = {"docket": "http://x/dockets/7/", "party": "http://x/parties/31/"}
    with writing(engine) as connection:
        save_dockets(connection, found(Docket, DOCKET), SEEN)
        entries = found(
            DocketEntry,
            entry(73, "2026-01-05.003"),
            entry(71, "2026-01-05.001"),
            entry(72, "2026-01-05.002", description="", recap_documents=documents),
        )
        save_entries(connection, entries, SEEN)
        role = {"docket_id": 7, "name": "Petitioner - Appellant", "date_terminated": "2026-02-01"}
        save_parties(connection, found(Party, {"id": 31, "name": "Rosa Quispe", "party_types": [role]}), 7, SEEN)
        clients = [{**client, "role": 2}, {**client, "role": 1}]
        lawyer = {"id": 41, "name": "Dana Ferrand", "parties_represented": clients}
        save_attorneys(connection, found(Attorney, lawyer), 7, SEEN)
        row = {"docket_id": 7, "part": "entries", "mode": "whole", "checked_at": NOON}
        connection.execute(s.progress.insert().values(row))
    return engine


def test_a_docket_comes_whole(filled: sa.Engine):
    """With its entries in the court's order, its documents, people and where it came from."""
    docket = next(read_dockets(filled, [7]))
    assert docket._replace(entries=(), first_seen=None) == facts.Docket(
        id=7,
        court_id="ca8",
        docket_number="26-1007",
        case_name="Quispe Mamani v. Warden",
        date_filed=dt.date(2026, 1, 5),
        nature_of_suit="2463 Habeas Corpus",
        appeal_from_id="mnd",
        originating_court=facts.OriginatingCourt("0:26-cv-00007", "Ingrid Nygaard", None),
        parties=(facts.Party(31, 7, "Rosa Quispe", ("Petitioner - Appellant",), dt.date(2026, 2, 1)),),
        attorneys=(facts.Attorney(41, 7, "Dana Ferrand", (31,)),),
        last_checked=NOON,
    )
    assert [entry.id for entry in docket.entries] == [71, 72, 73]
    assert docket.entries[1].text == "Order; Exhibit A"
    assert docket.entries[0].first_seen == NOON


def test_a_text_that_came_later_has_its_day(filled: sa.Engine):
    """A short title that got its order, one whose number alone changed, one that never changed."""
    days = [NOON + dt.timedelta(days=number) for number in (1, 2, 3)]
    with writing(filled) as connection:
        for at, rest in zip(days, ("", " Motion.", " Motion."), strict=True):
            text = f"ORDER granting 3{rest}"
            order = entry(72, "2026-01-05.002", description=text, recap_documents=[], pacer_sequence_number=at.day)
            numbered = entry(73, "2026-01-05.003", pacer_sequence_number=at.day)
            save_entries(connection, found(DocketEntry, order, numbered), Seen(at, None))
    entries = {each.id: each for each in next(read_dockets(filled, [7])).entries}
    assert {number: each.text_seen for number, each in entries.items()} == {71: None, 72: days[1], 73: None}
    assert entries[72].first_seen == NOON


def test_what_is_gone_upstream_is_not_read(filled: sa.Engine):
    with writing(filled) as connection:
        later = NOON + dt.timedelta(days=31)
        save_entries(connection, found(DocketEntry, entry(71, "2026-01-05.001")), Seen(later, None))
        mark_gone(connection, s.docket_entry, 7, later, later)
    assert [entry.id for entry in next(read_dockets(filled, [7])).entries] == [71]


def test_what_a_docket_was_called_is_known(filled: sa.Engine):
    """A court makes a case pseudonymous, by the same row or by another: do its facts and their seal say so?"""
    role = {"docket_id": 7, "name": "Petitioner"}
    seals = [fact_seals(filled)]
    for day, caption, party in ((1, "Doe v. Warden", 31), (2, "Roe v. Warden", 32), (3, "Doe v. Warden", 32)):
        seen = Seen(NOON + dt.timedelta(days=day), None)
        with writing(filled) as connection:
            save_dockets(connection, found(Docket, DOCKET | {"case_name": caption}), seen)
            save_parties(connection, found(Party, {"id": party, "name": "Jane Doe", "party_types": [role]}), 7, seen)
            mark_gone(connection, s.party, 7, seen.at, seen.at)
        seals.append(fact_seals(filled))
    docket = next(read_dockets(filled, [7]))
    assert docket.former_case_names == ("Quispe Mamani v. Warden", "Doe v. Warden", "Roe v. Warden")
    assert [(party.id, party.name) for party in docket.parties] == [(32, "Jane Doe")]
    assert [(party.id, party.name, party.roles) for party in docket.former_parties] == [
        (31, "Jane Doe", ("Petitioner",)), (31, "Rosa Quispe", ("Petitioner",))]
    assert len({seal[7] for seal in seals}) == len(seals)


def test_dockets_come_in_the_order_asked_for(filled: sa.Engine):
    """Unknown ids are passed over, repeated ones come once."""
    with writing(filled) as connection:
        save_dockets(connection, found(Docket, DOCKET | {"id": 9}, DOCKET | {"id": 8}), SEEN)
    assert [docket.id for docket in read_dockets(filled, [9, 4711, 7, 9, 8])] == [9, 7, 8]
    assert held_dockets(filled) == dict.fromkeys((7, 8, 9), ("ca8", "26-1007"))


def test_an_unknown_schema_is_refused(filled: sa.Engine):
    check_schema(filled)
    with writing(filled) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    with pytest.raises(SiteError, match="has schema 0000, these pages read"):
        check_schema(filled)


def test_an_empty_database_is_refused(tmp_path: Path):
    with pytest.raises(SiteError, match="has schema none"):
        check_schema(connect(store_url(str(tmp_path / "x.db"))))


def test_found_dockets_come_once_each(filled: sa.Engine):
    """Found twice, first by a bare entry: is it one docket, with what each knew, and the docket's own word first?"""
    late, early = Seen(NOON, None), Seen(NOON - dt.timedelta(days=1), None)
    new = {"id": 8, "court_id": "mnd", "case_name": "Quarles v. Warden", "date_filed": "2026-02-01"}
    with writing(filled) as connection:
        save_found(connection, "cohort", [item.value for item in found(Docket, {"id": 8, "court_id": "mnd"})], early)
        save_found(connection, "search", [item.value for item in found(Docket, new)], late)
        stale = DOCKET | {"docket_number": "26-0000", "nature_of_suit": ""}
        save_found(connection, "search", [item.value for item in found(Docket, stale)], late)
        save_dockets(connection, found(Docket, DOCKET | {"id": 9}), SEEN)
    filed = dt.date(2026, 1, 5)
    seven = FoundDocket(
        7, "ca8", "26-1007", "Quispe Mamani v. Warden", filed, "2463 Habeas Corpus", ("search",), late.at
    )
    assert read_found(filled, accepted=[7, 9, 4711]) == [
        FoundDocket(8, "mnd", "", "Quarles v. Warden", dt.date(2026, 2, 1), "", ("cohort", "search"), early.at),
        seven,
        seven._replace(id=9, by=(), found_at=None),
    ]


HOUR = dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("in_list", "listing", "unbroken", "found_at", "expected"),
    [
        (2, None, None, None, 2),
        (-2, None, None, None, 0),
        (None, "entries habeas", -9, -8, 5),
        (None, "entries habeas ca8", -9, -8, 5),
        (None, "entries habeas mnd", -9, -8, 0),
        (None, "dockets habeas", -9, -8, 0),
        (None, "entries habeas", 1, -8, 0),
        (None, "entries habeas", None, -8, 0),
        (None, "entries habeas", -9, 1, 0),
        (7, "entries habeas", -9, -8, 7),
    ],
)
def test_how_fresh_a_docket_is(
    filled: sa.Engine, in_list: int | None, listing: str | None, unbroken: int | None, found_at: int | None,
    expected: int,
):  # fmt: skip
    """Asked by itself at noon; hours from then: a list it was in, and its cohort's listing (at 5, without a gap since
    `unbroken`, which found it at `found_at`). Of when is our knowledge, on a page and in the operator's status?"""
    at = lambda hours: None if hours is None else NOON + hours * HOUR  # noqa: E731
    with writing(filled) as connection:
        if in_list is not None:
            row = {"docket_id": 7, "part": "search", "mode": "delta", "checked_at": at(in_list)}
            connection.execute(s.progress.insert().values(row))
        if listing:
            row = {"name": listing, "endpoint": "docket-entries", "params": "{}", "docket_ids": "[]", "mode": "delta"}
            row |= {"checked_at": at(5), "unbroken_since": at(unbroken)}
            connection.execute(s.sweep.insert().values(row))
            save_found(connection, "habeas", [item.value for item in found(Docket, DOCKET)], Seen(at(found_at), None))  # pyright: ignore
    assert next(read_dockets(filled, [7])).last_checked == at(expected)
    courts = ("ca8", "mnd") if listing and listing.count(" ") == 2 else ()
    following = Following(dockets=(7,), cohorts=(Cohort("habeas", "463", courts=courts),))
    assert knowledge(following, held_already(filled, following, NOON)) == {7: at(expected)}


def test_a_docket_that_only_search_showed(filled: sa.Engine):
    """Its entries may not be asked for by this account: is it of the same time for a page and for the operator?"""
    with writing(filled) as connection:
        connection.execute(s.progress.update().values(checked_at=None))
        row = {"docket_id": 7, "part": "search", "mode": "delta", "checked_at": NOON}
        connection.execute(s.progress.insert().values(row))
    assert next(read_dockets(filled, [7])).last_checked == NOON
    following = Following(dockets=(7,))
    assert knowledge(following, held_already(filled, following, NOON)) == {7: NOON}


def test_no_table_is_looked_through_for_one_docket(filled: sa.Engine) -> None:
    """Twenty thousand dockets: does each query of one go by an index?"""
    if filled.dialect.name != "sqlite":
        pytest.skip("only SQLite's plans are known here")
    asked: list[tuple[str, Any]] = []
    sa.event.listen(filled, "before_cursor_execute",
                    lambda connection, cursor, statement, values, *more: asked.append((statement, values)))
    assert list(read_dockets(filled, [7]))
    with filled.connect() as connection:
        plans = {step for statement, values in list(asked) if statement.startswith("SELECT")
                 for *_, step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)}
    assert [step for step in plans if "recap_document" in step]
    assert [step for step in plans if step.startswith("SCAN") and not step.startswith("SCAN sweep")] == []
