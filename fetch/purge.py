"""Dockets taken out of the store: ids in, nothing that tells of them left but the ledger's addresses.

Raw objects, history, what is in quarantine and what was pushed go with them. Only an editor asks for this.
"""

import json
from collections.abc import Collection, Sequence

import sqlalchemy as sa

from . import schema as s
from .database import writing
from .store import unpack

BATCH = 500
BY_DOCKET = (
    s.originating_court_information, s.docket_entry, s.party_role, s.party, s.attorney_role, s.attorney, s.change,
    s.progress, s.found, s.quarantine,
)  # fmt: skip


def purge_dockets(engine: sa.Engine, ids: Collection[int]) -> None:
    """Forget these dockets, in one transaction. What of them is not there is passed over."""
    wanted = sorted(ids)
    with writing(engine) as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete = ON")  # the space they took is written over
        for start in range(0, len(wanted), BATCH):
            purge_rows(connection, wanted[start : start + BATCH])
        purge_pushes(connection, frozenset(wanted))
        purge_lists(connection, frozenset(wanted))
        purge_listed_quarantine(connection, frozenset(wanted))


def purge_rows(connection: sa.Connection, ids: Sequence[int]) -> None:
    entries = sa.select(s.docket_entry.c.id).where(s.docket_entry.c.docket_id.in_(ids))
    connection.execute(s.recap_document.delete().where(s.recap_document.c.docket_entry_id.in_(entries)))
    for table in BY_DOCKET:
        connection.execute(table.delete().where(table.c.docket_id.in_(ids)))
    connection.execute(s.docket.delete().where(s.docket.c.id.in_(ids)))


def purge_pushes(connection: sa.Connection, ids: frozenset[int]) -> None:
    """What was pushed of them. A push is a hint: one that names others too is made good by their next check."""
    rows = connection.execute(sa.select(s.push.c.id, s.push.c.docket_ids))
    purge_ids(connection, s.push, [row.id for row in rows if not ids.isdisjoint(json.loads(row.docket_ids))])


def purge_lists(connection: sa.Connection, ids: frozenset[int]) -> None:
    """Lists under way that ask for one of them: their other dockets are put into a new one."""
    table = s.sweep.c
    rows = connection.execute(sa.select(table.name, table.docket_ids).where(table.docket_ids != "[]")).all()
    for row in rows:
        if not ids.isdisjoint(json.loads(row.docket_ids)):
            connection.execute(s.sweep.delete().where(table.name == row.name))


def purge_listed_quarantine(connection: sa.Connection, ids: frozenset[int]) -> None:
    """Rows of theirs that nobody understood, from listings over many dockets."""
    table = s.quarantine.c
    rows = connection.execute(sa.select(table.id, table.endpoint, table.raw).where(table.docket_id.is_(None)))
    purge_ids(connection, s.quarantine, [row.id for row in rows if docket_of(row.endpoint, row.raw) in ids])


def docket_of(endpoint: str, raw: bytes) -> int | None:
    """The docket that a row of a listing is about, as far as it can be told."""
    try:
        row = unpack(raw)
        link = row["id"] if endpoint == "dockets" else row.get("docket_id") or row["docket"]
        return int(str(link).rstrip("/").rpartition("/")[2])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def purge_ids(connection: sa.Connection, table: sa.Table, ids: Sequence[int]) -> None:
    for start in range(0, len(ids), BATCH):
        connection.execute(table.delete().where(table.c.id.in_(ids[start : start + BATCH])))
