"""Dockets and people taken out of the store: ids and names in, nothing that tells of them left.

Raw objects, history, what is in quarantine and what was pushed go with them. Only an editor asks for this.
`purge_dockets` forgets what was rejected, which case files and found.toml still tell; `take_down` forgets for good, and
leaves only keyed hashes (takedowns.py).
"""

import datetime as dt
import json
import re
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple
from urllib.parse import unquote_plus

import sqlalchemy as sa

from . import schema as s
from .database import reading, writing
from .plan import Following
from .store import hash_of, pack, unpack
from .takedowns import Name, clean_raw, clean_text, load, load_or_begin, name_of, note

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
        purge_all(connection, wanted)


def purge_all(connection: sa.Connection, ids: Sequence[int]) -> None:
    for start in range(0, len(ids), BATCH):
        purge_rows(connection, ids[start : start + BATCH])
    purge_pushes(connection, frozenset(ids))
    purge_lists(connection, frozenset(ids))
    purge_listed_quarantine(connection, frozenset(ids))


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


# Takedowns: what is forgotten is not let in again.


class Forgotten(NamedTuple):
    """What was done. `dockets`: of how many ids rows were there; `rows`: how many others held a name; `tidy`: whether
    nothing of it is left in the database's files; False: another program reads it, or it is not ours to tidy."""

    dockets: int
    rows: int
    tidy: bool


def take_down(
    engine: sa.Engine, ids: Collection[int], names: Sequence[str], at: dt.datetime, why: str = ""
) -> Forgotten:
    """Forget dockets, and people by name in those that stay; neither is let in again. One transaction: all or nothing.

    Raises FetchError where a name is a single word, or the key of earlier takedowns is not there.
    """
    people, day = [name_of(name) for name in names], at.replace(hour=0, minute=0, second=0, microsecond=0)
    with writing(engine) as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete = ON")
        takedowns = load_or_begin(connection, day)
        there = held_dockets(connection, sorted(ids))
        forget_addresses(connection, sorted(ids))
        purge_all(connection, sorted(ids))
        named = Named(people)
        rows = clean_store(connection, named) if people else 0
        note(connection, [("docket", takedowns.hash("docket", number)) for number in ids], day,
             clean_text(why, None, named))
        for person in people:
            forms = {("form", takedowns.hash("form", *words)) for words in person.forms()}
            parts = {takedowns.part(number, words) for number in named.dockets for words in person.inside()}
            whole = ("person", takedowns.hash("person", *sorted(person.parts)))
            note(connection, {*forms, *parts}, day)
            note(connection, [whole], day, clean_text(why, None, named))
    return Forgotten(there, rows, tidy(engine))


def is_taken_down(connection: sa.Connection, docket_ids: Iterable[int]) -> set[int]:
    """Those of these dockets that were taken down. FetchError: their key is not beside the database."""
    takedowns = load(connection)
    return {number for number in docket_ids if takedowns.has_docket(number)} if takedowns else set()


def less_taken_down(engine: sa.Engine, following: Following) -> Following:
    """What is followed, with the dockets that were taken down among the rejected."""
    with reading(engine) as connection:
        gone = is_taken_down(connection, (*following.dockets, *following.news))
    return following._replace(rejected=following.rejected | gone) if gone else following


def takedown_count(engine: sa.Engine) -> int:
    """How many dockets and people were taken down: all that is public of it."""
    table = s.takedown
    counted = sa.select(sa.func.count()).select_from(table).where(table.c.kind.in_(("docket", "person")))
    with reading(engine) as connection:
        return connection.scalar(counted) or 0


def held_dockets(connection: sa.Connection, ids: Sequence[int]) -> int:
    """Of how many of these ids anything is there."""
    tables = (s.docket.c.id, s.docket_entry.c.docket_id, s.found.c.docket_id, s.progress.c.docket_id)
    held: set[int] = set()
    for column in tables:
        for start in range(0, len(ids), BATCH):
            held |= set(connection.scalars(sa.select(column).where(column.in_(ids[start : start + BATCH])).distinct()))
    return len(held)


def forget_addresses(connection: sa.Connection, ids: Sequence[int]) -> None:
    """What was asked of them stays in the ledger as a path: neither their ids nor their numbers nor their court's ids.

    A budget is counted by its requests, so that none may go.
    """
    table = s.docket.c
    rows = connection.execute(sa.select(table.docket_number, table.pacer_case_id).where(table.id.in_(ids))).all()
    numbers = {str(number) for number in ids}
    texts = {text for row in rows for text in row if text and len(text) > 3}
    for row in connection.execute(sa.select(s.request.c.id, s.request.c.url)).all():
        url = unquote_plus(row.url)
        if numbers.isdisjoint(re.findall(r"\d+", url)) and not any(text in url for text in texts):
            continue
        path = re.sub(r"\d+/?", "", row.url.partition("?")[0].replace("/v4/", "/v\0/")).replace("/v\0/", "/v4/")
        connection.execute(s.request.update().where(s.request.c.id == row.id).values(url=path))
    for table, key in ((s.progress, s.progress.c.docket_id), (s.sweep, s.sweep.c.name)):
        for row in connection.execute(sa.select(table).where(table.c.next_url.is_not(None))).all():
            if not numbers.isdisjoint(re.findall(r"\d+", unquote_plus(row.next_url))):
                connection.execute(table.update().where(key == row[0]).values(next_url=None))


class Named:
    """The people to be forgotten, in clear while it is done. `dockets`: those found to hold one of them."""

    def __init__(self, people: Sequence[Name]) -> None:
        self.forms = {words for person in people for words in person.forms()}
        self.inside = {words for person in people for words in person.inside()}
        self.words = {word for person in people for word in person.parts}
        self.plain = [word.encode() for word in self.words]
        self.dockets: set[int] = set()

    def may_be_in(self, raw: bytes) -> bool:
        """Whether any part could stand in a row; only what is written plainly can be told at a glance."""
        plain = raw.isascii() and b"\\u" not in raw
        bare = raw.lower().translate(None, b"'`") if plain else b""
        return not plain or any(word in bare for word in self.plain)

    def holds(self, docket_id: int | None, words: tuple[str, ...]) -> bool:
        return words in self.forms or (docket_id in self.dockets and words in self.inside)

    def learn(self, docket_id: int | None, words: tuple[str, ...]) -> None:
        if docket_id is not None:
            self.dockets.add(docket_id)


def clean_store(connection: sa.Connection, named: Named) -> int:
    """Put "[name]" for these people into every row of every table; returns how many rows changed.

    Twice: a docket that turns out to hold one of them has its earlier rows, with a surname alone, read once more.
    """
    changed: set[tuple] = set()
    for _ in range(2):
        for table in s.metadata.sorted_tables:
            if table is not s.takedown:
                changed |= clean_table(connection, table, named)
    return len(changed)


def clean_table(connection: sa.Connection, table: sa.Table, named: Named) -> set[tuple]:
    """The rows of one table, page by page. Returns those that changed."""
    keys = list(table.primary_key)
    texts = [column.name for column in table.c if isinstance(column.type, sa.Text | sa.LargeBinary)]
    columns = [*keys, *(table.c[name] for name in texts), *([table.c.docket_id] if "docket_id" in table.c else [])]
    changed: set[tuple] = set()
    last: tuple | None = None
    while texts:
        query = sa.select(*dict.fromkeys(columns)).order_by(*keys).limit(BATCH)
        page = connection.execute(query.where(sa.tuple_(*keys) > last) if last else query).mappings().all()
        for row in page:
            docket_id = row["id"] if table is s.docket else row.get("docket_id")
            values = clean_row(table, row, texts, docket_id, named)
            here = tuple(row[key.name] for key in keys)
            if values:
                connection.execute(table.update().where(*(key == row[key.name] for key in keys)).values(values))
                changed.add((table.name, *here))
        if len(page) < BATCH:
            break
        last = tuple(page[-1][key.name] for key in keys)
    return changed


def clean_row(
    table: sa.Table, row: sa.RowMapping, texts: Sequence[str], docket_id: int | None, named: Named
) -> dict[str, Any]:
    """The columns of a row that hold a name, cleaned; a changed raw object has a new hash."""
    values: dict[str, Any] = {}
    for name in texts:
        value = row[name]
        if not value:
            continue
        raw = zlib.decompress(value) if isinstance(value, bytes) else value.encode(errors="replace")
        if not named.may_be_in(raw):
            continue
        if isinstance(value, bytes):
            if (cleaned := clean_raw(raw, docket_id, named)) != raw:
                values[name] = pack(cleaned)
                if "raw_hash" in table.c:
                    source = f"{row['endpoint']} {docket_id} ".encode() if table is s.quarantine else b""
                    values["raw_hash"] = hash_of(source + cleaned)
        elif table is s.change and name in ("old", "new"):
            if (cleaned := clean_raw(value.encode(), docket_id, named).decode()) != value:
                values[name] = json.dumps(json.loads(cleaned))
        elif (cleaned := clean_text(value, docket_id, named)) != value:
            values[name] = cleaned
    return values


def tidy(engine: sa.Engine) -> bool:
    """Write the database anew, so that its files hold no byte of what was deleted. False: another program reads it."""
    if engine.dialect.name != "sqlite":
        return False
    raw = engine.raw_connection()
    try:
        run = raw.cursor().execute
        run("VACUUM")
        return run("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    except sqlite3.OperationalError:
        return False
    finally:
        raw.close()
