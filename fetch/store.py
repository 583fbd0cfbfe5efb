"""Objects as received in, rows in the store out, with their history.

Inside `database.writing(engine)`, `save_*` stores the objects of one answer; each is compared with what we hold and
every field that differs becomes a row of `change`.
"""
import datetime as dt
import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from . import schema as s
from . import takedowns
from .database import writing
from .objects import (
    Attorney,
    Docket,
    DocketEntry,
    Found,
    Party,
    SearchDocket,
    originating_court,
    without_contacts,
)


class Seen(NamedTuple):
    """When an answer came and by which request (None: it was imported)."""

    at: dt.datetime
    request_id: int | None


def pack(raw: bytes) -> bytes:
    return zlib.compress(raw, 6)


def unpack(packed: bytes) -> Any:
    return json.loads(zlib.decompress(packed))


def hash_of(raw: bytes) -> str:
    return hashlib.blake2b(raw, digest_size=16).hexdigest()


Rows = Sequence[Mapping[str, Any]]


def put(connection: sa.Connection, table: sa.Table, rows: Rows, keep: Sequence[str] = ()) -> None:
    """Insert rows or overwrite those with the same key, but for the columns in `keep`."""
    if not rows:
        return
    insert = insert_into(connection, table)
    keys = [column.name for column in table.primary_key]
    fresh = {name: insert.excluded[name] for name in rows[0] if name not in keys and name not in keep}
    clash = insert.on_conflict_do_update(index_elements=keys, set_=fresh) if fresh else insert.on_conflict_do_nothing()
    connection.execute(clash, list(rows))


def insert_into(connection: sa.Connection, table: sa.Table) -> "sqlite.Insert | postgresql.Insert":
    """An INSERT that knows ON CONFLICT, which both databases have and SQL has not."""
    return (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)


def save(
    connection: sa.Connection,
    table: sa.Table,
    found: Iterable[Found],
    columns: Callable[[Any], dict[str, Any]],
    seen: Seen,
) -> int:
    """Store objects of one table with their raw form and history. Returns how many were new or changed."""
    fresh: dict[tuple, dict[str, Any]] = {}
    for item in found:
        raw = without_contacts(item.raw)
        row = columns(item.value) | {
            "raw": pack(raw),
            "raw_hash": hash_of(raw),
            "first_seen": seen.at,
            "first_request_id": seen.request_id,
            "last_seen": seen.at,
            "gone_at": None,
        }
        fresh[tuple(row[column.name] for column in table.primary_key)] = row
    held = held_rows(connection, table, list(fresh))
    changed = [key for key, row in fresh.items() if key not in held or held[key].raw_hash != row["raw_hash"]]
    for key in changed:
        if key in held:
            save_changes(connection, table, key, fresh[key], held[key].raw, seen)
    put(connection, table, [fresh[key] for key in changed], keep=("first_seen", "first_request_id"))
    changed_keys = set(changed)
    touch(connection, table, [key for key in fresh if key not in changed_keys], seen.at)
    return len(changed)


def not_overtaken(
    connection: sa.Connection, table: sa.Table, found: Sequence[Found], at: dt.datetime
) -> Sequence[Found]:
    """Less those of which a later state is held: of two who ask at once, the one who was answered first may save last.

    CourtListener's replicas lag, too. Those are only touched: they were seen, whichever state of them is kept.
    """
    columns = table.c
    query = sa.select(columns.id, columns.date_modified).where(columns.id.in_([item.value.id for item in found]))
    held = {number: modified for number, modified in connection.execute(query) if modified}
    later = [
        item for item in found
        if (modified := item.value.date_modified) is None or modified >= held.get(item.value.id, modified)
    ]
    older = {item.value.id for item in found} - {item.value.id for item in later}
    touch(connection, table, [(number,) for number in older], at)
    return later


def key_is(table: sa.Table, keys: Sequence[tuple]) -> sa.ColumnElement[bool]:
    columns = list(table.primary_key)
    if len(columns) == 1:
        return columns[0].in_([key[0] for key in keys])
    return sa.tuple_(*columns).in_(keys)


def held_rows(connection: sa.Connection, table: sa.Table, keys: Sequence[tuple]) -> dict[tuple, sa.Row]:
    if not keys:
        return {}
    columns = list(table.primary_key)
    query = sa.select(*columns, table.c.raw, table.c.raw_hash).where(key_is(table, keys))
    return {tuple(row[: len(columns)]): row for row in connection.execute(query)}


def touch(connection: sa.Connection, table: sa.Table, keys: Sequence[tuple], at: dt.datetime) -> None:
    """Objects seen again unchanged: only the time moves, never back, and one that had gone is back."""
    if keys:
        here = key_is(table, keys) & (table.c.last_seen <= at)
        connection.execute(table.update().where(here).values(last_seen=at, gone_at=None))


def save_changes(
    connection: sa.Connection, table: sa.Table, key: tuple, row: dict[str, Any], held_raw: bytes, seen: Seen
) -> None:
    """Write a row of history for every field whose JSON differs; an entry's documents are objects of their own."""
    old, new = unpack(held_raw), unpack(row["raw"])
    docket_id = row["id"] if table is s.docket else row.get("docket_id")
    pairs = [(table.name, key[0], old, new)]
    if table is s.docket_entry:
        pairs += document_pairs(old.pop("recap_documents", []), new.pop("recap_documents", []))
    rows = [
        {
            "entity": entity,
            "entity_id": str(entity_id),
            "docket_id": docket_id,
            "seen_at": seen.at,
            "request_id": seen.request_id,
            **difference,
        }
        for entity, entity_id, before, after in pairs
        for difference in differences(before, after)
    ]
    if rows:
        connection.execute(s.change.insert(), rows)


def document_pairs(old: list[dict], new: list[dict]) -> list[tuple[str, int, dict, dict]]:
    """The documents of an entry before and after, matched by id; one that came or went stands against nothing."""
    before, after = ({document["id"]: document for document in documents} for documents in (old, new))
    ids = {**before, **after}
    return [(s.recap_document.name, number, before.get(number, {}), after.get(number, {})) for number in ids]


def differences(old: dict, new: dict) -> Iterator[dict[str, str | None]]:
    """Each field that is not the same in both, as JSON; None where one has no such field."""
    for field in {**old, **new}:
        if old.get(field, ...) != new.get(field, ...):
            yield {
                "field": json.dumps(field)[1:-1][:60],  # no database keeps a NUL or half a surrogate pair
                "old": json.dumps(old[field]) if field in old else None,
                "new": json.dumps(new[field]) if field in new else None,
            }


def save_dockets(connection: sa.Connection, found: Sequence[Found], seen: Seen) -> int:
    """Dockets with their originating-court information, which comes inside them."""
    found = takedowns.let_in(connection, found, lambda docket: docket.id)
    found = not_overtaken(connection, s.docket, found, seen.at)
    changed = save(connection, s.docket, found, docket_columns, seen)
    without = [item.value.id for item in found if item.value.original_court_info is None]
    table = s.originating_court_information
    connection.execute(table.delete().where(table.c.docket_id.in_(without)))
    origins = [row for item in found if (row := originating_court_columns(item.value))]
    put(connection, table, origins)
    return changed


SEEN = frozenset(column.name for column in s.seen())


def docket_columns(docket: Docket) -> dict[str, Any]:
    return {column.name: getattr(docket, column.name) for column in s.docket.c if column.name not in SEEN}


def originating_court_columns(docket: Docket) -> dict[str, Any] | None:
    origin = originating_court(docket)
    if origin is None:
        return None
    return {
        "docket_id": docket.id,
        "docket_number": origin.docket_number,
        "assigned_to_str": origin.assigned_to_str,
        "date_filed": origin.date_filed,
        "date_judgment": origin.date_judgment,
        "date_filed_noa": origin.date_filed_noa,
    }


def save_entries(connection: sa.Connection, found: Sequence[Found], seen: Seen) -> int:
    """Docket entries with their documents. A document that no longer comes with its entry is marked gone."""
    found = takedowns.let_in(connection, found, lambda entry: entry.docket_id)
    found = list({item.value.id: item for item in found}.values())  # of one that comes twice, the later
    found = not_overtaken(connection, s.docket_entry, found, seen.at)
    changed = save(connection, s.docket_entry, found, entry_columns, seen)
    mark_documents_gone(connection, [item.value.id for item in found], seen.at)
    put(connection, s.recap_document, [row for item in found for row in document_rows(item.value)])
    return changed


def save_search_documents(connection: sa.Connection, found: Sequence[Found], seen: Seen) -> int:
    """Entries that the search index knows and we do not, or not with their text. Any other that we hold stays as it is.

    The raw object is in the API's shape, as far as search tells, with the rows as received under "search".
    """
    by_entry: dict[int, list[Found]] = defaultdict(list)
    for item in found:
        by_entry[item.value.docket_entry_id].append(item)
    table = s.docket_entry.c
    query = sa.select(table.id, table.description, table.raw).where(table.id.in_(by_entry))
    held = {row.id: row for row in connection.execute(query)}
    fresh = [entry_of_search(rows) for number, rows in by_entry.items() if number not in held]
    fresh += [
        with_text(unpack(row.raw), by_entry[number])
        for number, row in held.items()
        if not row.description and by_entry[number][0].value.description
    ]
    return save_entries(connection, fresh, seen)


def with_text(body: dict[str, Any], rows: Sequence[Found]) -> Found:
    """An entry that had only a short title, with the text that search has of it."""
    text = {"description": rows[0].value.description}
    raw = msgspec.json.encode({**body, **text, "search": [msgspec.Raw(row.raw) for row in rows]})
    return Found(msgspec.json.decode(raw, type=DocketEntry), raw)


def entry_of_search(rows: Sequence[Found]) -> Found:
    """An entry as far as the rows of its documents tell. What search does not say is left out, or null."""
    first = rows[0].value
    body = {
        "id": first.docket_entry_id,
        "docket": f"/docket/{first.docket_id}/",
        "entry_number": first.entry_number,
        "date_filed": first.entry_date_filed.isoformat() if first.entry_date_filed else None,
        "description": first.description,
        "recap_documents": [
            {
                "id": one.id,
                "document_number": str(one.document_number) if one.document_number is not None else "",
                "attachment_number": one.attachment_number,
                "document_type": SEARCH_DOCUMENT_TYPES.get(one.document_type or ""),
                "pacer_doc_id": one.pacer_doc_id,
                "description": one.short_description,
                "is_available": one.is_available,
                "page_count": one.page_count,
            }
            for one in (row.value for row in rows)
        ],
    }
    value = msgspec.convert(body, DocketEntry, strict=False)
    raw = msgspec.json.encode({**body, "search": [msgspec.Raw(row.raw) for row in rows]})
    return Found(value, raw)


SEARCH_DOCUMENT_TYPES = {"PACER Document": 1, "Attachment": 2}


def save_found(connection: sa.Connection, name: str, dockets: Sequence[Docket | SearchDocket], seen: Seen) -> int:
    """Dockets that a cohort or a search finds, with when it first did. Returns how many it did not know."""
    rows = {
        docket.id: {
            "docket_id": docket.id,
            "name": name,
            "found_at": seen.at,
            "request_id": seen.request_id,
            **(search_found_columns(docket) if isinstance(docket, SearchDocket) else docket_found_columns(docket)),
        }
        for docket in dockets
    }
    rows = {row["docket_id"]: row for row in takedowns.rows_let_in(connection, rows.values())}
    known = sa.select(sa.func.count()).where(s.found.c.name == name, s.found.c.docket_id.in_(rows))
    new = len(rows) - (connection.scalar(known) or 0)
    put(connection, s.found, list(rows.values()), keep=("found_at", "request_id"))
    return new


def docket_found_columns(docket: Docket) -> dict[str, Any]:
    names = ("court_id", "docket_number", "case_name", "date_filed", "nature_of_suit")
    return {name: getattr(docket, name) for name in names}


def search_found_columns(docket: SearchDocket) -> dict[str, Any]:
    return {
        "court_id": docket.court_id,
        "docket_number": docket.docketNumber,
        "case_name": docket.caseName,
        "date_filed": docket.dateFiled,
        "nature_of_suit": docket.suitNature,
    }


def forget_found(connection: sa.Connection, name: str, docket_ids: Sequence[int]) -> None:
    """Dockets that a cohort's filter no longer reaches: upstream has changed what they are."""
    connection.execute(s.found.delete().where(s.found.c.name == name, s.found.c.docket_id.in_(docket_ids)))


def entry_columns(entry: DocketEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "docket_id": entry.docket_id,
        "entry_number": entry.entry_number,
        "recap_sequence_number": entry.recap_sequence_number,
        "pacer_sequence_number": entry.pacer_sequence_number,
        "date_filed": entry.date_filed,
        "time_filed": entry.time_filed,
        "description": entry.description,
        "date_created": entry.date_created,
        "date_modified": entry.date_modified,
    }


def document_rows(entry: DocketEntry) -> list[dict[str, Any]]:
    return [
        {
            "id": document.id,
            "docket_entry_id": entry.id,
            "docket_id": entry.docket_id,
            "document_number": document.document_number,
            "attachment_number": document.attachment_number,
            "document_type": document.document_type,
            "pacer_doc_id": document.pacer_doc_id,
            "description": document.description,
            "is_available": document.is_available,
            "is_sealed": document.is_sealed,
            "page_count": document.page_count,
            "date_modified": document.date_modified,
            "gone_at": None,
        }
        for document in entry.recap_documents
    ]


def save_parties(connection: sa.Connection, found: Sequence[Found], docket_id: int, seen: Seen) -> int:
    """The parties of one docket by name and role."""
    found = takedowns.let_in(connection, found, lambda party: docket_id)
    changed = save(connection, s.party, found, person_columns(docket_id), seen)
    forget_roles(connection, s.party_role, s.party_role.c.party_id, found, docket_id)
    roles = {
        (party.id, role.name): {
            "party_id": party.id,
            "docket_id": docket_id,
            "name": role.name,
            "date_terminated": role.date_terminated,
        }
        for party in (item.value for item in found)
        for role in party.party_types
        if role.docket_id == docket_id
    }
    put(connection, s.party_role, list(roles.values()))
    return changed


def save_attorneys(connection: sa.Connection, found: Sequence[Found], docket_id: int, seen: Seen) -> int:
    """The lawyers of one docket: names and whom they appear for, nothing else."""
    found = takedowns.let_in(connection, found, lambda attorney: docket_id)
    changed = save(connection, s.attorney, found, person_columns(docket_id), seen)
    forget_roles(connection, s.attorney_role, s.attorney_role.c.attorney_id, found, docket_id)
    roles = {
        (attorney.id, role.party_id, role.role or 0): {
            "attorney_id": attorney.id,
            "party_id": role.party_id,
            "docket_id": docket_id,
            "role": role.role or 0,
        }
        for attorney in (item.value for item in found)
        for role in attorney.parties_represented
        if role.docket_id == docket_id
    }
    put(connection, s.attorney_role, list(roles.values()))
    return changed


def person_columns(docket_id: int) -> Callable[[Party | Attorney], dict[str, Any]]:
    return lambda person: {"id": person.id, "docket_id": docket_id, "name": person.name}


def forget_roles(
    connection: sa.Connection, table: sa.Table, whose: sa.Column, found: Sequence[Found], docket_id: int
) -> None:
    """Roles come whole with their person: what an answer no longer names is over (the raw history keeps it)."""
    ids = [item.value.id for item in found]
    connection.execute(table.delete().where(table.c.docket_id == docket_id, whose.in_(ids)))


def save_quarantine(
    connection: sa.Connection, endpoint: str, docket_id: int | None, raw: bytes, error: str, seen: Seen
) -> bool:
    """Keep a row that could not be understood; whether it waits for a person.

    The same row seen again is kept once, and open again. Where a person settled it, it stays so, unless it was mended
    or gone in between.
    """
    raw = takedowns.clean_incoming(connection, without_contacts(raw), docket_id)
    source = f"{endpoint} {docket_id} ".encode()  # null in the lists of two dockets is two rows
    row = {
        "endpoint": endpoint,
        "docket_id": docket_id,
        "entity_id": readable_id(raw),
        "error": error,
        "raw": pack(raw),
        "raw_hash": hash_of(source + raw),
        "seen_at": seen.at,
        "resolved_at": None,
        "request_id": seen.request_id,
    }
    insert = insert_into(connection, s.quarantine)
    again = {name: insert.excluded[name] for name in ("seen_at", "resolved_at", "request_id", "error")}
    table = s.quarantine.c
    settled = (table.settled_at, table.settled_by, table.settled_why)
    again |= {each.name: sa.case((table.resolved_at.is_(None), each), else_=None) for each in settled}
    kept = insert.on_conflict_do_update(index_elements=["raw_hash"], set_=again).returning(table.settled_at)
    return connection.execute(kept, row).scalar() is None


WAITS = s.quarantine.c.resolved_at.is_(None) & s.quarantine.c.settled_at.is_(None)
"""Rows in quarantine that wait for a person: not understood since, and settled by nobody."""


def readable_id(raw: bytes) -> str | None:
    try:
        item = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    number = item.get("id") if isinstance(item, dict) else None
    return json.dumps(number).strip('"')[:40] if isinstance(number, int | str) else None


def resolve_quarantine(connection: sa.Connection, endpoint: str, ids: Sequence[int | str], at: dt.datetime) -> None:
    """A row that was not understood came again and was: close its case."""
    connection.execute(
        s.quarantine.update()
        .where(
            s.quarantine.c.endpoint == endpoint,
            s.quarantine.c.entity_id.in_([str(number) for number in ids]),
            s.quarantine.c.resolved_at.is_(None),
        )
        .values(resolved_at=at)
    )


def resolve_number(connection: sa.Connection, court_id: str, docket_number: str, at: dt.datetime) -> None:
    """A docket asked for by its number was understood: close the case of every row of that number that was not.

    Such a row may have no id that tells whose it is, and belongs to no docket yet.
    """
    table = s.quarantine
    where = (table.c.endpoint == "dockets") & table.c.docket_id.is_(None) & table.c.resolved_at.is_(None)
    waiting = connection.execute(sa.select(table.c.id, table.c.raw).where(where)).all()
    place = (court_id, docket_number)
    mended = [row.id for row in waiting if _place_in(row.raw) == place]
    connection.execute(table.update().where(table.c.id.in_(mended)).values(resolved_at=at))


def _place_in(packed: bytes) -> tuple[object, object] | None:
    """The court and the number that stand in a row, whatever else is wrong with it."""
    try:
        row = unpack(packed)
    except (ValueError, RecursionError):
        return None
    return (row.get("court_id"), row.get("docket_number")) if isinstance(row, dict) else None


def resolve_unseen(
    connection: sa.Connection, endpoint: str, docket_id: int | None, before: dt.datetime, at: dt.datetime
) -> None:
    """Rows that were not understood and that a pass over the whole docket, begun at `before`, brought no more.

    None: of a listing over many dockets.
    """
    table = s.quarantine
    gone = (table.c.endpoint == endpoint) & (table.c.docket_id == docket_id) & (table.c.seen_at < before)
    connection.execute(table.update().where(gone, table.c.resolved_at.is_(None)).values(resolved_at=at))


def has_quarantine(connection: sa.Connection, endpoint: str, docket_id: int | None) -> bool:
    """Whether rows of this docket (None: of a listing over many) came that nobody has understood yet."""
    table = s.quarantine.c
    query = sa.select(table.id).where(
        table.endpoint == endpoint, table.docket_id == docket_id, table.resolved_at.is_(None)
    )
    return connection.execute(query.limit(1)).first() is not None


def mark_gone(connection: sa.Connection, table: sa.Table, docket_id: int, before: dt.datetime, at: dt.datetime) -> int:
    """Rows that a pass over the whole docket, begun at `before`, did not see: upstream has deleted or merged them."""
    here = table.c.docket_id == docket_id
    gone = here & (table.c.last_seen < before) & table.c.gone_at.is_(None)
    count = connection.execute(table.update().where(gone).values(gone_at=at)).rowcount
    if table is s.docket_entry:
        mark_documents_gone(connection, sa.select(table.c.id).where(here, table.c.gone_at.is_not(None)), at)
    return count


def mark_documents_gone(connection: sa.Connection, entry_ids: sa.Select | list[int], at: dt.datetime) -> None:
    table = s.recap_document
    gone = table.c.docket_entry_id.in_(entry_ids) & table.c.gone_at.is_(None)
    connection.execute(table.update().where(gone).values(gone_at=at))


def mark_docket_gone(connection: sa.Connection, docket_id: int, at: dt.datetime) -> None:
    """CourtListener has no docket of this id any more; what we hold of it stays."""
    table = s.docket
    connection.execute(table.update().where(table.c.id == docket_id, table.c.gone_at.is_(None)).values(gone_at=at))


def start_run(engine: sa.Engine, command: str, at: dt.datetime) -> int:
    """Note that a command has begun; a run that never ends was killed."""
    with writing(engine) as connection:
        row = s.run.insert().values(command=command, started_at=at, detail="")
        return connection.scalars(row.returning(s.run.c.id)).one()


def end_run(engine: sa.Engine, run_id: int, at: dt.datetime, outcome: str, detail: str) -> None:
    with writing(engine) as connection:
        values = {"ended_at": at, "outcome": outcome, "detail": detail}
        connection.execute(s.run.update().where(s.run.c.id == run_id).values(values))
