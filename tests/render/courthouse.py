"""Invented dockets straight into a store, as a finished first fetch leaves them: for what builds on a store."""
import datetime as dt
from collections.abc import Iterable
from itertools import islice
from typing import Any

import msgspec
import sqlalchemy as sa
from writwatch.fetch import fictional, store
from writwatch.fetch.database import writing
from writwatch.fetch.objects import Docket, DocketEntry, Found, Party
from writwatch.fetch.store import Seen

KINDS = {"dockets": Docket, "docket-entries": DocketEntry, "parties": Party}
AT_ONCE = 200


def fill(engine: sa.Engine, dockets: int, at: dt.datetime, *, entries: float | None = None, seed: int = 1) -> None:
    """So many invented dockets, all seen at one moment. `entries`: how many each has on average."""
    stories = fictional.generate(dockets, seed=seed, entries_per_docket=entries)
    while batch := list(islice(stories, AT_ONCE)):
        with writing(engine) as connection:
            for _, rows in batch:
                save(connection, rows, at)


def save(connection: sa.Connection, rows: dict[str, list[dict[str, Any]]], at: dt.datetime) -> None:
    """Rows by the names of their files, as `fictional.generate` gives them."""
    seen = Seen(at, None)
    store.save_dockets(connection, found("dockets", rows["dockets"]), seen)
    store.save_entries(connection, found("docket-entries", rows["docket-entries"]), seen)
    for docket_id, some in by_docket(rows["parties"]).items():
        store.save_parties(connection, found("parties", some), docket_id, seen)


def found(kind: str, rows: Iterable[dict[str, Any]]) -> list[Found]:
    bodies = (msgspec.json.encode(row) for row in rows)
    return [Found(msgspec.json.decode(body, type=KINDS[kind]), body) for body in bodies]


def by_docket(parties: Iterable[dict[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    """Rows of parties under the docket that each is of."""
    grouped: dict[int, list[dict[str, Any]]] = {}
    for row in parties:
        for role in row["party_types"]:
            grouped.setdefault(role["docket_id"], []).append(row)
    return grouped
