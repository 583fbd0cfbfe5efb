"""The store as render reads it: are the facts those that fetch saved, and is an unknown schema refused?"""
import datetime as dt
import json
from pathlib import Path

import pytest
import sqlalchemy as sa
from writwatch.fetch import schema as s
from writwatch.fetch.database import connect, store_url, writing
from writwatch.fetch.objects import Attorney, Docket, DocketEntry, Found, Party, decode_rows
from writwatch.fetch.store import Seen, mark_gone, save_attorneys, save_dockets, save_entries, save_parties
from writwatch.render import SiteError
from writwatch.render.procedure import facts
from writwatch.render.store import check_schema, held_dockets, read_dockets

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


def test_what_is_gone_upstream_is_not_read(filled: sa.Engine):
    with writing(filled) as connection:
        later = NOON + dt.timedelta(days=31)
        save_entries(connection, found(DocketEntry, entry(71, "2026-01-05.001")), Seen(later, None))
        mark_gone(connection, s.docket_entry, 7, later, later)
    assert [entry.id for entry in next(read_dockets(filled, [7])).entries] == [71]


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
