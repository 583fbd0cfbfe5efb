"""A revision of the schema in, a small database of invented rows at that revision out; kept in old/REVISION.sql.

A kept file is made once, when its migration is new, and never again: it stands for the databases of those who installed
that version. A new migration: add what its columns and tables hold to `ROWS`, what older databases say there to
`SINCE`, and run

    python -m tests.fetch.old_stores 0006
"""
import contextlib
import datetime as dt
import json
import sqlite3
import sys
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from writwatch.fetch import schema as s
from writwatch.fetch.database import MIGRATIONS, connect, store_url
from writwatch.fetch.names import name_of
from writwatch.fetch.store import hash_of, pack
from writwatch.fetch.takedowns import Takedowns

from .conftest import attorney_row, court_row, docket_row, entry_row, party_row

OLD: Final = Path(__file__).parent / "old"
KEY: Final = bytes(range(32))
"""The key of the takedowns in the kept databases."""

FORGOTTEN: Final = 7009
"""A docket that was taken down."""

NOON: Final = dt.datetime(2026, 1, 20, 12, tzinfo=dt.UTC)
HOUR: Final = dt.timedelta(hours=1)
CONTACTS: Final = ("contact_raw", "phone", "fax", "email")


def _seen(row: dict[str, Any], **more: Any) -> dict[str, Any]:
    raw = json.dumps({name: value for name, value in row.items() if name not in CONTACTS}).encode()
    given = {"raw": pack(raw), "raw_hash": hash_of(raw), "first_seen": NOON - HOUR, "first_request_id": 2,
             "last_seen": NOON, "gone_at": None}
    return given | more


def _docket(number: int, **more: Any) -> dict[str, Any]:
    row = docket_row(number, **more)
    same = ("id", "court_id", "docket_number", "docket_number_core", "case_name", "case_name_full", "nature_of_suit",
            "cause", "assigned_to_str", "referred_to_str", "panel_str", "jurisdiction_type", "pacer_case_id")
    return {name: row[name] for name in same} | {
        "date_filed": dt.date(2026, 1, 5), "date_terminated": None, "date_last_filing": dt.date(2026, 1, 9),
        "appeal_from_id": "", "date_created": BORN, "date_modified": BORN, **_seen(row)}


def _entry(number: int, docket: int, text: str, **more: Any) -> dict[str, Any]:
    row = entry_row(number, docket, text)
    same = ("id", "entry_number", "recap_sequence_number", "pacer_sequence_number", "time_filed", "description")
    return {name: row[name] for name in same} | {
        "docket_id": docket, "date_filed": dt.date(2026, 1, 5), "date_created": BORN, "date_modified": BORN,
        **_seen(row, **more)}


def _document(entry: int, docket: int) -> dict[str, Any]:
    return {"id": entry + 500_000, "docket_entry_id": entry, "docket_id": docket, "document_number": str(entry % 100),
            "attachment_number": None, "document_type": 1, "pacer_doc_id": "", "description": "",
            "is_available": False, "is_sealed": None, "page_count": None, "date_modified": BORN, "gone_at": None}


def _takedowns() -> list[dict[str, Any]]:
    takedowns = Takedowns(KEY, ())
    hashes = [("check", takedowns.hash("check")), takedowns.docket(FORGOTTEN),
              takedowns.person(name_of("Ormond Vetch"))]
    return [{"kind": kind, "hash": hashed, "at": NOON, "why": ""} for kind, hashed in hashes]


BORN: Final = dt.datetime(2026, 1, 5, 17, tzinfo=dt.UTC)
PETITION: Final = "PETITION for Writ of Habeas Corpus filed by Rosa Quispe Mamani."
GRANT: Final = "ORDER granting 1 Petition for Writ of Habeas Corpus. Respondents shall release Petitioner."

ROWS: Final[dict[str, list[dict[str, Any]]]] = {
    "court": [{"id": "mnd", "short_name": "D. Minnesota", "full_name": "District Court, D. Minnesota",
               "citation_string": "D. Minn.", "jurisdiction": "FD", **_seen(court_row("mnd"))}],
    "docket": [_docket(7000), _docket(7001, case_name="Harbor League v. Office of Permits")],
    "originating_court_information": [
        {"docket_id": 7001, "docket_number": "0:25-cv-01234", "assigned_to_str": "Ingrid Solveig Nygaard",
         "date_filed": dt.date(2025, 3, 4), "date_judgment": None, "date_filed_noa": dt.date(2025, 12, 1)}],
    "docket_entry": [_entry(700001, 7000, PETITION), _entry(700002, 7000, GRANT), _entry(700003, 7000, ""),
                     _entry(700101, 7001, "COMPLAINT", gone_at=NOON)],
    "recap_document": [_document(700001, 7000), _document(700002, 7000)],
    "party": [{"id": 70001, "docket_id": 7000, "name": "Rosa Quispe Mamani",
               **_seen(party_row(70001, 7000, "Rosa Quispe Mamani", "Petitioner"))}],
    "party_role": [{"party_id": 70001, "docket_id": 7000, "name": "Petitioner", "date_terminated": None}],
    "attorney": [{"id": 70005, "docket_id": 7000, "name": "Dana Ferrand",
                  **_seen(attorney_row(70005, 7000, 70001, "Dana Ferrand"))}],
    "attorney_role": [{"attorney_id": 70005, "party_id": 70001, "docket_id": 7000, "role": 2}],
    "change": [{"id": 1, "entity": "docket_entry", "entity_id": "700002", "docket_id": 7000, "field": "description",
                "old": '"Order on Petition for Writ of Habeas Corpus"', "new": json.dumps(GRANT), "seen_at": NOON,
                "request_id": 3}],
    "run": [{"id": 1, "command": "fetch", "started_at": NOON - HOUR, "ended_at": NOON, "outcome": "done", "detail": ""},
            {"id": 2, "command": "fetch", "started_at": NOON, "ended_at": None, "outcome": None, "detail": ""}],
    "request": [
        {"id": 2, "run_id": 1, "account": "a fingerprint", "at": 1768906800.5, "counted": True, "background": False,
         "purpose": "docket", "url": "/api/rest/v4/dockets/7000/", "status": 200, "rows": 1, "seconds": 0.25},
        {"id": 3, "run_id": None, "account": "a fingerprint", "at": 1768910400.0, "counted": False,
         "background": False, "purpose": "elsewhere", "url": "", "status": None, "rows": None, "seconds": None}],
    "rate_limit": [{"account": "a fingerprint", "window_seconds": 86_400, "max_requests": 125, "rate": "125/day",
                    "seen_at": NOON}],
    "progress": [{"docket_id": 7000, "part": "entries", "mode": "delta", "next_url": None, "started_at": None,
                  "checked_at": NOON, "whole_at": NOON - HOUR, "mark": None, "watermark": NOON, "error": None},
                 {"docket_id": 7001, "part": "parties", "mode": "whole", "next_url": "parties/?cursor=x",
                  "started_at": NOON, "checked_at": None, "whole_at": None, "mark": NOON, "watermark": None,
                  "error": "the server did not answer"}],
    "quarantine": [{"id": 1, "endpoint": "docket-entries", "docket_id": 7000, "entity_id": None,
                    "error": "Expected `int`", "raw": pack(b'{"id": "x"}'), "raw_hash": hash_of(b'{"id": "x"}'),
                    "seen_at": NOON, "resolved_at": None, "request_id": 2, "settled_at": NOON,
                    "settled_by": "Dana Whitlow", "settled_why": "A number that is none."}],
    "sweep": [{"name": "entries alien-detainee", "endpoint": "docket-entries", "params": '{"court": "mnd"}',
               "docket_ids": "[]", "mode": "delta", "next_url": None, "started_at": None, "checked_at": NOON,
               "whole_at": NOON - HOUR, "mark": None, "watermark": NOON, "unbroken_since": NOON - HOUR,
               "error": None}],
    "found": [{"docket_id": 7002, "name": "alien-detainee", "found_at": NOON, "request_id": 2, "court_id": "mnd",
               "docket_number": "0:26-cv-07002", "case_name": "Quispe Mamani v. Warden",
               "date_filed": dt.date(2026, 1, 12), "nature_of_suit": "463 Habeas Corpus - Alien Detainee"}],
    "push": [{"id": 1, "received_at": NOON, "key": "a key", "event_type": 1, "docket_ids": "[7000]",
              "raw": pack(b'{"payload": {}}'), "handled_at": None}],
    "takedown": _takedowns(),
    "notice": [{"rule": "desk", "key": "700002 habeas_ruling", "what": "rulings", "docket_id": 7000,
                "day": dt.date(2026, 1, 5), "state": "sent", "message": "700002 habeas_ruling", "tries": 1, "at": NOON,
                "next_at": None, "why": ""}],
}
"""What the kept databases hold, by table, in the words of the newest schema."""

SINCE: Final[dict[tuple[str, str], Any]] = {
    ("request", "background"): False,
    ("quarantine", "settled_at"): None, ("quarantine", "settled_by"): None, ("quarantine", "settled_why"): None}
"""What a column that came later says in a database that was older: (table, column) → value."""


def make(revision: str, path: Path) -> None:
    """A database at that revision, with as much of `ROWS` as it has room for."""
    engine = at_revision(store_url(str(path)), revision)
    there = sa.MetaData()
    with engine.begin() as connection:
        there.reflect(connection)
        for table in there.sorted_tables:
            for row in ROWS.get(table.name, ()):
                kept = {name: _stored(table.name, name, value) for name, value in row.items() if name in table.c}
                connection.execute(table.insert(), kept)
    engine.dispose()


def at_revision(url: sa.URL, revision: str) -> sa.Engine:
    """An empty database that the migrations have brought as far as that revision."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    engine = connect(url)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    return engine


def _stored(table: str, column: str, value: Any) -> Any:
    """A value as the column's own type writes it: the reflected one does not know our times."""
    type_ = s.metadata.tables[table].c[column].type
    return type_.process_bind_param(value, None) if isinstance(type_, s.Utc) else value


def dump(path: Path) -> str:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return "\n".join(connection.iterdump()) + "\n"


def main(revision: str) -> None:
    kept = OLD / f"{revision}.sql"
    if kept.exists():
        sys.exit(f"{kept} is there: a kept file is never made again.")
    made = OLD / f"{revision}.db"
    make(revision, made)
    kept.write_text(dump(made), encoding="utf-8")
    for left in OLD.glob("*.db*"):
        left.unlink()


if __name__ == "__main__":
    main(sys.argv[1])
