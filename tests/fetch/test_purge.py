"""A docket forgotten: is nothing of it left in any table, and all of the others?"""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from writwatch.fetch import schema as s
from writwatch.fetch.courtlistener import CourtListener
from writwatch.fetch.database import writing
from writwatch.fetch.objects import Docket
from writwatch.fetch.purge import purge_dockets
from writwatch.fetch.sandbox import Server
from writwatch.fetch.store import Seen, save_found, save_quarantine, unpack
from writwatch.fetch.sync import Wanted, sync

NOON = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)


def rows(engine: sa.Engine) -> dict[str, list[str]]:
    """Every row of every table but the ledger as text, raw objects opened."""
    held: dict[str, list[str]] = {}
    with engine.connect() as connection:
        for table in s.metadata.sorted_tables:
            if table is not s.request:
                held[table.name] = [tell(row._mapping) for row in connection.execute(sa.select(table))]
    return held


def tell(row: Any) -> str:
    return str({key: json.dumps(unpack(value)) if key == "raw" and value else value for key, value in row.items()})


def test_nothing_is_left(engine: sa.Engine, sandbox: Server, client_of: Callable[..., CourtListener]):
    """Fetched whole, found, changed, pushed and misunderstood: after the purge, who still knows of it?"""
    changed = {"id": 7001, "case_name": "Zebedee v. Warden"}
    sync(client_of(sandbox.url), engine, [Wanted(7000), Wanted(7001)])
    sandbox.rows.upsert("dockets", [changed])
    seen = Seen(NOON, None)
    with writing(engine) as connection:
        save_found(
            connection, "habeas", [Docket(id=n, court_id="mnd", case_name="Zebedee") for n in (7001, 7000)], seen
        )
        for endpoint, raw in (
            ("dockets", {"id": 7001}),
            ("docket-entries", {"docket": "http://x/dockets/7001/"}),
            ("search", {"docket_id": 7001}),
            ("dockets", {"id": 7000}),
            ("dockets", "what"),
        ):
            save_quarantine(connection, endpoint, None, json.dumps(raw).encode(), "no", seen)
        for key, ids in (("a", "[7001]"), ("b", "[7000]"), ("c", "[]")):
            row = {"received_at": NOON, "key": key, "event_type": 1, "docket_ids": ids, "raw": b""}
            connection.execute(s.push.insert().values(row))
        for name, ids in (("list 7000-7001", "[7000, 7001]"), ("list 7000-7000", "[7000]"), ("dockets habeas", "[]")):
            row = {"name": name, "endpoint": "search", "params": "{}", "docket_ids": ids, "mode": "delta"}
            connection.execute(s.sweep.insert().values(row))
    before = rows(engine)
    assert {name for name, held in before.items() if any("7001" in row for row in held)} > {"docket", "found", "push"}
    purge_dockets(engine, {7001, 4711})
    after = rows(engine)
    assert [(name, row) for name, held in after.items() for row in held if "7001" in row] == []
    for name, held in before.items():
        if name not in ("recap_document",):
            assert after[name] == [row for row in held if "7001" not in row], name
    assert len(after["recap_document"]) * 2 == len(before["recap_document"])


def test_the_file_does_not_keep_it(tmp_path: Path, engine: sa.Engine):
    """SQLite leaves what was deleted in the file unless it is told not to."""
    if engine.dialect.name != "sqlite":
        return
    with writing(engine) as connection:
        save_found(connection, "habeas", [Docket(id=7001, court_id="mnd", case_name="Zebedee")], Seen(NOON, None))
    purge_dockets(engine, {7001})
    engine.dispose()
    assert all(b"Zebedee" not in path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
