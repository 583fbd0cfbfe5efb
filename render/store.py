"""The store in, facts out. Read-only, and only this module knows the tables.

Refuses a store whose schema it does not know. Rows that are gone upstream are left out.
"""
import datetime as dt
import hashlib
import json
import operator
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial, reduce
from typing import Any, TypeVar

import sqlalchemy as sa

from ..fetch import schema as s
from ..fetch.database import connect, file_of, reading, store_url, used
from . import SiteError
from .coverage import Pass
from .found import FoundDocket
from .procedure.facts import Attorney, Docket, Document, Entry, OriginatingCourt, Party, in_court_order

BATCH = 200
"""Dockets read at a time: enough to be quick, few enough to keep memory flat."""

_MANY = 2_000
"""Dockets of which a line or two is asked at a time."""


def open_to_read(db: str) -> sa.Engine:
    """The store at a file or a URL. SiteError where there is none yet or it has another schema."""
    url, file = store_url(db), file_of(db)
    if file and not file.is_file():
        raise SiteError(f"there is no database {db}: run `writwatch fetch`, or name another with --db.")
    engine = connect(url)
    check_schema(engine)
    return engine


@contextmanager
def opened(db: str) -> Iterator[sa.Engine]:
    """The store to read, as `open_to_read` opens it, as long as it is needed."""
    with used(open_to_read(db)) as engine:
        yield engine


def check_schema(engine: sa.Engine) -> None:
    """SiteError where the store is not at the schema these queries were written for."""
    with reading(engine) as connection:
        names = sa.inspect(connection).get_table_names()
        made = "alembic_version" in names
        found = connection.scalar(sa.text("SELECT version_num FROM alembic_version")) if made else None
    if found and found > s.REVISION:
        raise SiteError(
            f"a newer writwatch made the database (schema {found}; these pages read {s.REVISION}): update writwatch.")
    if found != s.REVISION:
        raise SiteError(
            f"the database has schema {found or 'none'}, these pages read {s.REVISION}: run `writwatch fetch` once, "
            "or use the writwatch that made it."
        )


def held_dockets(engine: sa.Engine) -> dict[int, tuple[str, str]]:
    """Every docket in the store: id → (court_id, docket_number)."""
    with reading(engine) as connection:
        query = sa.select(s.docket.c.id, s.docket.c.court_id, s.docket.c.docket_number)
        return {row.id: (row.court_id, row.docket_number) for row in connection.execute(query)}


def read_dockets(engine: sa.Engine, ids: Iterable[int]) -> Iterator[Docket]:
    """The dockets of these ids that the store holds, each whole, in the order asked for."""
    wanted = list(dict.fromkeys(ids))
    for start in range(0, len(wanted), BATCH):
        batch = wanted[start : start + BATCH]
        with reading(engine) as connection:
            found = {docket.id: docket for docket in whole_dockets(connection, batch)}
        yield from (found[number] for number in batch if number in found)


def fact_seals(engine: sa.Engine) -> dict[int, bytes]:
    """Of each docket what tells apart two states of the facts that `read_dockets` gives of it, save when it was last
    checked: every object as received, when it was first seen, whether it is gone, and what it was called before. The
    database puts them into one text a docket, in whatever order."""
    seals: dict[int, Any] = {}
    with reading(engine) as connection:
        for table in (s.docket, s.docket_entry, s.party, s.attorney, s.change):
            of = table.c.id if table is s.docket else table.c.docket_id
            told = sa.select(of, sa.func.aggregate_strings(_state(table), "\n")).group_by(of)
            for docket_id, states in connection.execute(told.where(NAMED) if table is s.change else told):
                seal = seals.setdefault(docket_id, hashlib.blake2b(digest_size=16))
                seal.update("\0".join((table.name, *sorted(states.split("\n")), "")).encode())
    return {number: seal.digest() for number, seal in seals.items()}


def _state(table: sa.Table) -> sa.ColumnElement[str]:
    if table is s.change:
        return table.c.entity + " " + table.c.entity_id + " " + sa.func.coalesce(table.c.old, "-")
    stamps = (sa.cast(table.c[name], sa.String) for name in ("first_seen", "gone_at"))
    return reduce(operator.add, (sa.func.coalesce(stamp, "-") + " " for stamp in stamps), table.c.raw_hash)


def checked(engine: sa.Engine, ids: Iterable[int]) -> dict[int, dt.datetime]:
    """When the entries of these dockets were last asked for to the end; one of which they never were is left out."""
    wanted = list(dict.fromkeys(ids))
    found: dict[int, dt.datetime] = {}
    with reading(engine) as connection:
        for start in range(0, len(wanted), _MANY):
            found |= last_checked(connection, wanted[start : start + _MANY])
    return found


def read_found(engine: sa.Engine, accepted: Iterable[int] = ()) -> list[FoundDocket]:
    """Every docket that a cohort or a search found, in the order in which they were; then of `accepted` those that none
    finds any more, as far as the store holds them. What the docket itself says comes before what was found of it."""
    table = s.found.c
    columns = [table[name] for name in ("docket_id", "name", "found_at")]
    stated = [
        sa.func.coalesce(sa.func.nullif(s.docket.c[name], ""), table[name]).label(name)
        for name in ("court_id", "docket_number", "case_name", "nature_of_suit")
    ]
    filed = sa.func.coalesce(s.docket.c.date_filed, table.date_filed, type_=sa.Date).label("date_filed")
    query = sa.select(*columns, *stated, filed).outerjoin_from(s.found, s.docket, s.docket.c.id == table.docket_id)
    found: dict[int, FoundDocket] = {}
    with reading(engine) as connection:
        for row in connection.execute(query.order_by(table.found_at, table.docket_id, table.name)):
            found[row.docket_id] = joined(found.get(row.docket_id), row)
        missing = [number for number in accepted if number not in found]
        for start in range(0, len(missing), BATCH):
            here = s.docket.c.id.in_(missing[start : start + BATCH])
            for row in connection.execute(without_raw(s.docket).where(here).order_by(s.docket.c.id)):
                found[row.id] = found_docket(row.id, row, (), None)
    return list(found.values())


def read_passes(engine: sa.Engine, cohorts: Iterable[str]) -> dict[str, Pass]:
    """By court, "" for all: the last look at all its petitions, as coded, that one of these cohorts finished."""
    names = set(cohorts)
    table = s.sweep.c
    query = sa.select(table.name, table.params, table.checked_at, table.whole_at, table.unbroken_since).where(
        table.name.startswith(DOCKETS), table.checked_at.is_not(None)
    )
    passes: dict[str, Pass] = {}
    with reading(engine) as connection:
        for row in connection.execute(query.order_by(table.checked_at)):
            asked = json.loads(row.params)
            court_id, coded = asked.get("court", ""), asked.get("nature_of_suit__startswith", "")
            name = row.name.removeprefix(DOCKETS).removesuffix(f" {court_id}" if court_id else "")
            if name in names and coded and PETITIONS.startswith(coded):
                passes[court_id] = Pass(None if row.whole_at else row.unbroken_since, row.checked_at)
    return passes


DOCKETS, PETITIONS = "dockets ", "463"
"""How a sweep is called that is a cohort's listing of its dockets; the code of petitions against detention."""


STATED = ("court_id", "docket_number", "case_name", "date_filed", "nature_of_suit")


def joined(before: FoundDocket | None, row: Any) -> FoundDocket:
    """A docket that was found once more: by what, and what the other did not know of it."""
    if before is None:
        return found_docket(row.docket_id, row, (row.name,), row.found_at)
    learnt = {name: getattr(before, name) or getattr(row, name) for name in STATED}
    return before._replace(**learnt, by=(*before.by, row.name))


def found_docket(number: int, row: Any, by: tuple[str, ...], found_at: dt.datetime | None) -> FoundDocket:
    return FoundDocket(number, by=by, found_at=found_at, **{name: getattr(row, name) for name in STATED})


def whole_dockets(connection: sa.Connection, ids: list[int]) -> Iterator[Docket]:
    documents = grouped(connection, s.recap_document, ids, lambda row: row.docket_entry_id, document_of)
    here = s.docket.c.id.in_(ids)
    found = connection.execute(without_raw(s.docket).where(here)).all()
    courts = {row.id: row.court_id for row in found}
    rewritten = texts_seen(connection, ids)
    entries = grouped(
        connection,
        s.docket_entry,
        ids,
        lambda row: row.docket_id,
        lambda row: entry_of(row, courts.get(row.docket_id, ""), documents.get(row.id, []), rewritten.get(row.id)),
    )
    roles = grouped(connection, s.party_role, ids, lambda row: (row.docket_id, row.party_id), lambda row: row)
    of_party = partial(
        grouped,
        connection,
        s.party,
        ids,
        lambda row: row.docket_id,
        lambda row: party_of(row, roles.get((row.docket_id, row.id), [])),
    )
    parties, gone = of_party(), of_party(gone=True)
    clients = grouped(connection, s.attorney_role, ids, lambda row: (row.docket_id, row.attorney_id), lambda row: row)
    attorneys = grouped(
        connection,
        s.attorney,
        ids,
        lambda row: row.docket_id,
        lambda row: attorney_of(row, clients.get((row.docket_id, row.id), [])),
    )
    origins = grouped(connection, s.originating_court_information, ids, lambda row: row.docket_id, origin_of)
    renamed = names_before(connection, ids)
    checked = last_checked(connection, ids)
    for row in found:
        had = tuple(parties.get(row.id, ()))
        yield docket_of(
            row,
            entries=in_court_order(entries.get(row.id, [])),
            parties=had,
            attorneys=tuple(attorneys.get(row.id, ())),
            originating_court=next(iter(origins.get(row.id, ())), None),
            last_checked=checked.get(row.id),
            former_case_names=tuple(renamed.get((row.id, s.docket.name, row.id), ())),
            former_parties=(*gone.get(row.id, ()), *(
                party._replace(name=name) for party in (*had, *gone.get(row.id, ()))
                for name in renamed.get((row.id, s.party.name, party.id), ()))),
        )


Key = TypeVar("Key")
Value = TypeVar("Value")


def without_raw(table: sa.Table) -> sa.Select:
    return sa.select(*(column for column in table.c if column.name not in ("raw", "raw_hash")))


def grouped(
    connection: sa.Connection,
    table: sa.Table,
    docket_ids: list[int],
    key: Callable[[Any], Key],
    value: Callable[[Any], Value],
    *,
    gone: bool = False,
) -> dict[Key, list[Value]]:
    """The rows of these dockets that are still there upstream, or those that are gone, gathered by a key, in the order
    of their ids."""
    query = without_raw(table).where(of_dockets(table, docket_ids)).order_by(*table.primary_key)
    if "gone_at" in table.c:
        query = query.where(table.c.gone_at.is_not(None) if gone else table.c.gone_at.is_(None))
    found: dict[Key, list[Value]] = defaultdict(list)
    for row in connection.execute(query):
        found[key(row)].append(value(row))
    return found


def of_dockets(table: sa.Table, ids: list[int]) -> sa.ColumnElement[bool]:
    """The rows of these dockets. Documents are found by their entries: by the docket alone all are looked through."""
    here = table.c.docket_id.in_(ids)
    if table is s.recap_document:
        entries = s.docket_entry.c
        here &= table.c.docket_entry_id.in_(sa.select(entries.id).where(entries.docket_id.in_(ids)))
    return here


def texts_seen(connection: sa.Connection, ids: list[int]) -> dict[int, dt.datetime]:
    """When each entry of these dockets whose description changed was first seen with the one it has now."""
    table = s.change.c
    query = sa.select(table.entity_id, sa.func.max(table.seen_at, type_=s.Utc())).group_by(table.entity_id).where(
        table.docket_id.in_(ids), table.entity == s.docket_entry.name, table.field == s.docket_entry.c.description.name
    )
    return {int(number): at for number, at in connection.execute(query)}


def names_before(connection: sa.Connection, ids: list[int]) -> dict[tuple[int, str, int], list[str]]:
    """What the captions and the parties of these dockets were called before, by docket, table and id."""
    table = s.change.c
    query = sa.select(table.docket_id, table.entity, table.entity_id, table.old).where(
        table.docket_id.in_(ids), NAMED, table.old.is_not(None)).order_by(table.id)
    names: dict[tuple[int, str, int], list[str]] = defaultdict(list)
    for docket_id, entity, number, old in connection.execute(query):
        if isinstance(name := json.loads(old), str) and name:
            names[docket_id, entity, int(number)].append(name)
    return names


NAMED = sa.or_(*(
    (s.change.c.entity == table.name) & (s.change.c.field == name.name)
    for table, name in ((s.docket, s.docket.c.case_name), (s.party, s.party.c.name))))
"""The changes that name a caption or a party anew."""


def last_checked(connection: sa.Connection, ids: list[int]) -> dict[int, dt.datetime]:
    """When a docket's entries were last asked for to the end: by itself, in a list, or with all of its cohort. In whole
    seconds, as it is published: who counts again finds the same ages."""
    table = s.progress.c
    query = sa.select(table.docket_id, table.part, table.checked_at).where(
        table.docket_id.in_(ids), table.part.in_(("entries", "search")), table.checked_at.is_not(None)
    )
    looks = {(number, part): at for number, part, at in connection.execute(query)}
    checked: dict[int, dt.datetime] = {}
    for (number, _), at in looks.items():
        checked[number] = max(at, checked.get(number, at))
    for number, since, at in cohort_looks(connection, ids):
        own = looks.get((number, "entries"))
        if own and own >= since:
            checked[number] = max(checked[number], at)
    return {number: at.replace(microsecond=0) for number, at in checked.items()}


def cohort_looks(connection: sa.Connection, ids: list[int]) -> Iterator[tuple[int, dt.datetime, dt.datetime]]:
    """(docket, since, until) for each cohort's listing that shows every change of a docket from `since` to `until`.

    It shows those of a docket that was seen by itself, or with all of the cohort, after `since`.
    """
    listing = s.sweep.c
    query = sa.select(listing.name, listing.unbroken_since, listing.checked_at).where(
        listing.name.startswith(CHANGES), listing.unbroken_since.is_not(None), listing.checked_at.is_not(None)
    )
    listings = {name.removeprefix(CHANGES): (since, at) for name, since, at in connection.execute(query)}
    if not listings:
        return
    table = s.found.c
    where = sa.select(table.docket_id, table.name, table.court_id, table.found_at).where(table.docket_id.in_(ids))
    for number, name, court_id, found_at in connection.execute(where):
        for each in (name, f"{name} {court_id}"):
            if each in listings:
                since, at = listings[each]
                yield number, max(since, found_at), at


CHANGES = "entries "
"""How a sweep is called that is a cohort's listing of what changed, before the cohort's name and perhaps its court."""


def docket_of(row: Any, **joined: Any) -> Docket:
    return Docket(
        id=row.id,
        court_id=row.court_id,
        docket_number=row.docket_number,
        case_name=row.case_name,
        date_filed=row.date_filed,
        date_terminated=row.date_terminated,
        date_last_filing=row.date_last_filing,
        nature_of_suit=row.nature_of_suit,
        cause=row.cause,
        assigned_to_str=row.assigned_to_str,
        referred_to_str=row.referred_to_str,
        panel_str=row.panel_str,
        jurisdiction_type=row.jurisdiction_type,
        appeal_from_id=row.appeal_from_id,
        first_seen=row.first_seen,
        **joined,
    )


def entry_of(row: Any, court_id: str, documents: list[Document], text_seen: dt.datetime | None) -> Entry:
    return Entry(
        id=row.id,
        docket_id=row.docket_id,
        court_id=court_id,
        entry_number=row.entry_number,
        recap_sequence_number=row.recap_sequence_number,
        date_filed=row.date_filed,
        description=row.description,
        documents=tuple(sorted(documents, key=lambda document: (document.attachment_number or 0, document.id))),
        first_seen=row.first_seen,
        text_seen=text_seen,
    )


def document_of(row: Any) -> Document:
    return Document(
        id=row.id,
        document_number=row.document_number,
        attachment_number=row.attachment_number,
        description=row.description,
        is_available=row.is_available,
        is_sealed=row.is_sealed,
    )


def party_of(row: Any, roles: list[Any]) -> Party:
    ended = [role.date_terminated for role in roles]
    over = max(ended) if ended and all(ended) else None
    return Party(row.id, row.docket_id, row.name, tuple(role.name for role in roles), over)


def attorney_of(row: Any, clients: list[Any]) -> Attorney:
    return Attorney(row.id, row.docket_id, row.name, tuple(dict.fromkeys(client.party_id for client in clients)))


def origin_of(row: Any) -> OriginatingCourt:
    return OriginatingCourt(row.docket_number, row.assigned_to_str, row.date_filed)
