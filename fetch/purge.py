"""Dockets and people taken out of the store: ids and names in, nothing that tells of them left.

Raw objects, history, what is in quarantine and what was pushed go with them. Only an editor asks for this.
`purge_dockets` forgets what was rejected, which case files and found.toml still tell. `forget_dockets` and
`forget_people` forget for good, and leave only keyed hashes (takedowns.py).
"""

import datetime as dt
import json
import re
import sqlite3
import zlib
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote_plus, urlsplit

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError

from . import schema as s
from .database import reading, writing
from .feed import name_of as feed_of
from .names import Named, clean_raw, clean_text, docket_in, name_of
from .plan import Following
from .store import hash_of, key_is, pack, unpack
from .takedowns import COUNTED, Takedowns, begin_anew, load, load_or_begin, note

BATCH = 500
BY_DOCKET = (
    s.originating_court_information, s.recap_document, s.docket_entry, s.party_role, s.party, s.attorney_role,
    s.attorney, s.change, s.progress, s.found, s.quarantine, s.notice,
)  # fmt: skip
LOCK_SECONDS = 30
"""How long PostgreSQL waits for others to let go of a table before it is left as it is."""


def purge_dockets(engine: sa.Engine, ids: Collection[int]) -> None:
    """Forget these dockets, in one transaction. What of them is not there is passed over."""
    wanted = sorted(ids)
    with writing(engine) as connection:
        overwrite_what_goes(connection)
        purge_all(connection, wanted)


def overwrite_what_goes(connection: sa.Connection) -> None:
    """SQLite is to write over the space that deleted rows took."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")


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
    """What was remembered of their feeds, and lists under way that ask for one of them.

    The other dockets of a list are put into a new one.
    """
    table = s.sweep.c
    feeds = [feed_of(number) for number in ids]
    for start in range(0, len(feeds), BATCH):
        connection.execute(s.sweep.delete().where(table.name.in_(feeds[start : start + BATCH])))
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
        return int(row["id"]) if endpoint == "dockets" else docket_in(row)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def purge_ids(connection: sa.Connection, table: sa.Table, ids: Sequence[int]) -> None:
    for start in range(0, len(ids), BATCH):
        connection.execute(table.delete().where(table.c.id.in_(ids[start : start + BATCH])))


# Takedowns: what is forgotten is not let in again.


class Forgotten(NamedTuple):
    """What was done. `dockets`: of how many anything was there, or a name was taken out; `rows`: how many rows of them
    held a name; `tidy`: whether nothing of it is left in the database's files; False: another program uses it.

    `kin`: dockets that stay and belong to one that went, as its appeal or as what was appealed.
    """

    dockets: int
    rows: int
    tidy: bool
    kin: tuple[int, ...] = ()


class Holders(NamedTuple):
    """Who holds a name. `whole`: how many dockets of each court have it in full; `partly`: how many others have two
    parts of it together, which may be anybody's."""

    whole: dict[str, int]
    partly: int


def forget_dockets(engine: sa.Engine, ids: Collection[int], at: dt.datetime, why: str = "") -> Forgotten:
    """Forget dockets, and let none of them in again. One transaction: all or nothing.

    Raises FetchError where the key of earlier takedowns is not there.
    """
    wanted = sorted(set(ids))
    with writing(engine) as connection:
        overwrite_what_goes(connection)
        takedowns = load_or_begin(connection, day_of(at))
        there, kin = held_dockets(connection, wanted), kin_of(connection, wanted)
        marks = Marks(connection, wanted)
        forget_addresses(connection, marks)
        purge_mentions(connection, marks)
        purge_all(connection, wanted)
        note(connection, [takedowns.docket(number) for number in wanted], day_of(at), marks.taken_out_of(why))
        note(connection, {takedowns.place(*place) for place in marks.places}, day_of(at))
    return Forgotten(there, 0, tidy(engine), kin)


def forget_people(
    engine: sa.Engine, names: Sequence[str], at: dt.datetime, why: str = "", within: Collection[int] | None = None
) -> Forgotten:
    """Forget people in dockets that stay: in these, or (None) in all that hold a whole name. One transaction.

    Raises FetchError where a name is a single word, or the key of earlier takedowns is not there.
    """
    named = Named([name_of(name) for name in names], within)
    with writing(engine) as connection:
        overwrite_what_goes(connection)
        takedowns = load_or_begin(connection, day_of(at))
        rows, dockets = clean_store(connection, named)
        why = clean_text(why, next(iter(named.dockets), None), named)
        for person in named.people:
            parts = {takedowns.part(number, words) for number in named.dockets for words in person.inside()}
            whole = set() if within is not None else {takedowns.form(words) for words in person.whole()}
            note(connection, parts | whole, day_of(at))
            note(connection, [takedowns.person(person)], day_of(at), why)
    return Forgotten(dockets, rows, tidy(engine))


def holders_of(engine: sa.Engine, names: Sequence[str]) -> Holders:
    """In how many dockets these people would be forgotten if no docket is given. Changes nothing."""
    named = Named([name_of(name) for name in names])
    whole: dict[str, int] = {}
    with reading(engine) as connection:
        for table in s.metadata.sorted_tables:
            if table is not s.takedown:
                deque(cleaned_rows(connection, table, named), maxlen=0)
        for docket_id in named.dockets:
            court = connection.scalar(sa.select(s.docket.c.court_id).where(s.docket.c.id == docket_id)) or ""
            whole[court] = whole.get(court, 0) + 1
    return Holders(dict(sorted(whole.items())), len(named.partly - named.dockets))


def forget_lost_takedowns(engine: sa.Engine, at: dt.datetime) -> int:
    """Begin anew where the key is lost. Returns how many dockets and people it forgot; each must be purged again."""
    with writing(engine) as connection:
        return begin_anew(connection, day_of(at))


def day_of(at: dt.datetime) -> dt.datetime:
    """The hour of a takedown would tell which letter it answers."""
    return at.replace(hour=0, minute=0, second=0, microsecond=0)


def is_taken_down(connection: sa.Connection, docket_ids: Iterable[int]) -> set[int]:
    """Those of these dockets that were taken down. FetchError: their key is not beside the database."""
    takedowns = load(connection)
    return {number for number in docket_ids if takedowns.has_docket(number)} if takedowns else set()


def places_taken_down(connection: sa.Connection, places: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of these dockets, each by court and number, that were taken down."""
    takedowns = load(connection)
    return {place for place in places if takedowns.has_place(*place)} if takedowns else set()


def less_taken_down(engine: sa.Engine, following: Following) -> Following:
    """What is followed, with the dockets that were taken down among the rejected. Changes nothing."""
    with reading(engine) as connection:
        gone = is_taken_down(connection, (*following.dockets, *following.news))
    return following._replace(rejected=following.rejected | gone)


def purge_taken_down(engine: sa.Engine) -> None:
    """What came since of dockets that were taken down goes again, and that they were looked up by their number."""
    with reading(engine) as connection:
        takedowns = load(connection)
        if takedowns is None:
            return
        came = {number for number in ids_that_came(connection) if takedowns.has_docket(number)}
        looked_up = [*lookups(connection, takedowns)]
    if came or looked_up:
        with writing(engine) as connection:
            overwrite_what_goes(connection)
            purge_all(connection, sorted(came))
            blank(connection, looked_up)


def ids_that_came(connection: sa.Connection) -> set[int]:
    """Every docket that something in the store is noted of before anybody looked whether it was taken down."""
    came = set(connection.scalars(sa.select(s.progress.c.docket_id).distinct()))
    for text in connection.scalars(sa.select(s.push.c.docket_ids).where(s.push.c.docket_ids != "[]")):
        came |= set(json.loads(text))
    table = s.quarantine.c
    for docket_id, endpoint, raw in connection.execute(sa.select(table.docket_id, table.endpoint, table.raw)):
        came.add(docket_id or docket_of(endpoint, raw) or 0)
    prefix = feed_of(0).removesuffix("0")
    names = connection.scalars(sa.select(s.sweep.c.name).where(s.sweep.c.name.startswith(prefix, autoescape=True)))
    return came | {int(number) for name in names if (number := name.removeprefix(prefix)).isdecimal()}


def lookups(connection: sa.Connection, takedowns: Takedowns) -> Iterator[tuple[int, str]]:
    """Requests that asked for a docket that was taken down by its number, because a case file still names it so."""
    table = s.request.c
    for row in connection.execute(sa.select(table.id, table.url).where(table.purpose == "find")):
        asked = parse_qs(urlsplit(row.url).query)
        if takedowns.has_place(asked.get("court", [""])[0], asked.get("docket_number", [""])[0]):
            yield row.id, row.url.partition("?")[0]


def blank(connection: sa.Connection, requests: Iterable[tuple[int, str]]) -> None:
    """Requests keep the path that is left of what they asked: a budget is counted by them, so that none may go."""
    for number, path in requests:
        connection.execute(s.request.update().where(s.request.c.id == number).values(url=path))


def takedown_count(engine: sa.Engine) -> int:
    """How many dockets and people were taken down: all that is public of it."""
    with reading(engine) as connection:
        return connection.scalar(COUNTED) or 0


def held_dockets(connection: sa.Connection, ids: Sequence[int]) -> int:
    """Of how many of these ids anything is there."""
    tables = (s.docket.c.id, s.docket_entry.c.docket_id, s.found.c.docket_id, s.progress.c.docket_id)
    held: set[int] = set()
    for column in tables:
        for start in range(0, len(ids), BATCH):
            held |= set(connection.scalars(sa.select(column).where(column.in_(ids[start : start + BATCH])).distinct()))
    return len(held)


def kin_of(connection: sa.Connection, ids: Sequence[int]) -> tuple[int, ...]:
    """Dockets that stay: appeals of these, and those that these are appeals of, by the docket number that they give."""
    table, origin = s.docket, s.originating_court_information
    appeal, below = table.alias("appeal"), table.alias("below")
    pairs = sa.select(appeal.c.id, below.c.id).select_from(
        appeal.join(origin, origin.c.docket_id == appeal.c.id).join(
            below, (below.c.docket_number == origin.c.docket_number) & (below.c.court_id == appeal.c.appeal_from_id)))
    kin: set[int] = set()
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        for pair in connection.execute(pairs.where(appeal.c.id.in_(some) | below.c.id.in_(some))):
            kin |= set(pair)
    return tuple(sorted(kin - set(ids)))


class Marks:
    """By what dockets are told in other places than their own rows: ids, numbers, the court's own ids, their entries'.
    """

    def __init__(self, connection: sa.Connection, ids: Sequence[int]) -> None:
        table = s.docket.c
        query = sa.select(table.court_id, table.docket_number, table.pacer_case_id).where(table.id.in_(ids))
        rows = connection.execute(query).all()
        self.places = [(row.court_id, row.docket_number) for row in rows if row.docket_number]
        self.ids = {str(number) for number in ids}
        own = {text for row in rows for text in (row.docket_number, row.pacer_case_id) if len(text) > 3}
        entries = sa.select(s.docket_entry.c.id).where(s.docket_entry.c.docket_id.in_(ids))
        own |= {str(number) for number in connection.scalars(entries)}
        self.by_id, self.any = any_alone(self.ids), any_alone(self.ids | own)

    def are_in(self, text: str) -> bool:
        return self.any.search(text) is not None

    def taken_out_of(self, text: str) -> str:
        return self.any.sub("[docket]", text)


def any_alone(marks: Collection[str]) -> re.Pattern[str]:
    """Any of these, not within a longer number."""
    return re.compile(rf"(?<!\d)(?:{'|'.join(map(re.escape, sorted(marks)))})(?!\d)" if marks else r"(?!)")


def forget_addresses(connection: sa.Connection, marks: Marks) -> None:
    """What was asked of them stays in the ledger as a path; what runs, listings, notices say loses their numbers."""
    rows = connection.execute(sa.select(s.request.c.id, s.request.c.url)).all()
    blank(connection, [(row.id, path_alone(row.url)) for row in rows if marks.are_in(unquote_plus(row.url))])
    for table, key in ((s.progress, s.progress.c.docket_id), (s.sweep, s.sweep.c.name)):
        for row in connection.execute(sa.select(table).where(table.c.next_url.is_not(None))).all():
            if marks.are_in(unquote_plus(row.next_url)):
                connection.execute(table.update().where(key == row[0]).values(next_url=None))
    for table, column in ((s.run, s.run.c.detail), (s.sweep, s.sweep.c.error), (s.notice, s.notice.c.message)):
        for *key, text in connection.execute(sa.select(*table.primary_key, column).where(column.is_not(None))).all():
            if marks.are_in(text):
                here = key_is(table, [tuple(key)])
                connection.execute(table.update().where(here).values({column: marks.taken_out_of(text)}))


def path_alone(url: str) -> str:
    """The endpoint of a request, without what was asked of it."""
    path = url.partition("?")[0].replace("/v4/", "/v\0/")
    return re.sub(r"\d+/?", "", path).replace("/v\0/", "/v4/")


def purge_mentions(connection: sa.Connection, marks: Marks) -> None:
    """Pushes that name one of them anywhere by its id, and rows of listings that do and that nobody understood."""
    for table in (s.push, s.quarantine):
        own = sa.true() if table is s.push else table.c.docket_id.is_(None)
        rows = connection.execute(sa.select(table.c.id, table.c.raw).where(own))
        opened = ((row.id, zlib.decompress(row.raw).decode("utf-8", "replace")) for row in rows if row.raw)
        purge_ids(connection, table, [number for number, text in opened if marks.by_id.search(text)])


# Names.


def clean_store(connection: sa.Connection, named: Named) -> tuple[int, int]:
    """Put "[name]" for these people into every row that may hold them; returns how many rows changed, of how many
    dockets.

    Twice, unless the dockets are given: one that turns out to hold a person has its other rows read once more.
    """
    changed: set[tuple] = set()
    dockets: set[int] = set()
    for again in (False, True):
        only = sorted(named.dockets) if again or not named.whole else None
        for table in s.metadata.sorted_tables:
            for row in cleaned_rows(connection, table, named, only) if table is not s.takedown else ():
                where = (column == part for column, part in zip(table.primary_key, row.key, strict=True))
                connection.execute(table.update().where(*where).values(row.values))
                changed.add((table.name, *row.key))
                dockets |= {row.docket_id} if row.docket_id else set()
    return len(changed), len(dockets)


class Cleaned(NamedTuple):
    """A row that held a name: of which docket (None: of no one), its key, and its columns without the name."""

    docket_id: int | None
    key: tuple
    values: dict[str, Any]


def cleaned_rows(
    connection: sa.Connection, table: sa.Table, named: Named, only: Sequence[int] | None = None
) -> Iterator[Cleaned]:
    """The rows of a table that hold one of these people. `only`: of these dockets, and what is of no one docket."""
    texts = [column.name for column in table.c if isinstance(column.type, sa.Text | sa.LargeBinary)]
    for row in rows_of(connection, table, texts, only) if texts else ():
        docket_id = row["id"] if table is s.docket else row.get("docket_id")
        opened = {name: opened_value(row[name]) for name in texts if row[name]}
        if named.may_be_in(b"\n".join(opened.values()), docket_id):
            values = clean_row(table, row, opened, docket_id, named)
            if values:
                yield Cleaned(docket_id, tuple(row[column.name] for column in table.primary_key), values)


def rows_of(
    connection: sa.Connection, table: sa.Table, texts: Sequence[str], only: Sequence[int] | None
) -> Iterator[sa.RowMapping]:
    """The rows of a table, page by page, with their keys, their docket and their texts."""
    keys = list(table.primary_key)
    docket = table.c.id if table is s.docket else table.c.get("docket_id")
    more = (table.c[name] for name in (*texts, *(["endpoint"] if table is s.quarantine else [])))
    query = sa.select(*dict.fromkeys((*keys, *more, *([docket] if docket is not None else ())))).order_by(*keys)
    if only is not None and docket is not None:
        query = query.where(docket.in_(only) | docket.is_(None))
    last: tuple | None = None
    while True:
        here = query.where(sa.tuple_(*keys) > last) if last else query
        page = connection.execute(here.limit(BATCH)).mappings().all()
        yield from page
        if len(page) < BATCH:
            return
        last = tuple(page[-1][key.name] for key in keys)


def opened_value(value: str | bytes) -> bytes:
    return zlib.decompress(value) if isinstance(value, bytes) else value.encode(errors="replace")


def clean_row(
    table: sa.Table, row: sa.RowMapping, opened: dict[str, bytes], docket_id: int | None, named: Named
) -> dict[str, Any]:
    """The columns of a row that hold a name, cleaned; a changed raw object has a new hash."""
    values: dict[str, Any] = {}
    for name, raw in opened.items():
        value = row[name]
        if isinstance(value, bytes):
            if (cleaned := clean_raw(raw, docket_id, named)) != raw:
                values[name] = pack(cleaned)
                if "raw_hash" in table.c:
                    source = f"{row['endpoint']} {docket_id} ".encode() if table is s.quarantine else b""
                    values["raw_hash"] = hash_of(source + cleaned)
        elif table is s.change and name in ("old", "new"):
            if (cleaned := clean_raw(raw, docket_id, named)) != raw:
                values[name] = json.dumps(json.loads(cleaned))
        elif (text := clean_text(value, docket_id, named)) != value:
            values[name] = text
    return values


# Files.


def tidy(engine: sa.Engine) -> bool:
    """Write the database anew, so that its files hold no byte of what was deleted. False: another program uses it.

    PostgreSQL writes its tables anew; its write-ahead log and its copies elsewhere are not ours to reach.
    """
    return tidy_sqlite(engine) if engine.dialect.name == "sqlite" else tidy_postgres(engine)


def tidy_sqlite(engine: sa.Engine) -> bool:
    raw = engine.raw_connection()
    try:
        run = raw.cursor().execute
        run("VACUUM")
        return run("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    except sqlite3.OperationalError:
        return False
    finally:
        raw.close()


def tidy_postgres(engine: sa.Engine) -> bool:
    quote = engine.dialect.identifier_preparer.format_table
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(f"SET lock_timeout = '{LOCK_SECONDS}s'")
            for table in s.metadata.sorted_tables:
                connection.exec_driver_sql(f"VACUUM FULL {quote(table)}")
            connection.exec_driver_sql("RESET lock_timeout")
    except DatabaseError:
        return False
    return True
