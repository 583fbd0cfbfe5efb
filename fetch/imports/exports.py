"""An export of CourtListener into the store: dockets and docket entries as the API gives them."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from .. import schema as s
from .. import store
from ..database import writing
from ..objects import CONTACTS, ENDPOINTS, Bad, Docket, DocketEntry, Found, decode_rows
from ..store import Seen
from .files import BATCH, BATCH_BYTES, DEEPEST, NO_JSON, Item, is_json, json_items, json_value
from .report import ImportReport, Row

ENDPOINT = "import"
"""Under this name rows of a file stand in quarantine."""
NOT_KEPT = frozenset((*CONTACTS, "plain_text"))
"""What is not taken over: what fetch never asks for either."""


class Tally(NamedTuple):
    saved: int
    held: int
    quarantined: int
    others: int


def save_export(engine: sa.Engine, path: Path, at: dt.datetime) -> ImportReport:
    """Every docket and docket entry of an export into the store, in transactions of at most `BATCH` rows."""
    unread: list[Row] = []
    docket_ids: dict[int, None] = {}
    tallies: list[Tally] = []
    for batch in batches(json_items(path)):
        unread += [Row(item.line, mistake=item.mistake) for item in batch if item.mistake]
        known = sort_items([item for item in batch if not item.mistake])
        with writing(engine) as connection:
            tallies.append(save_batch(connection, known, at))
        docket_ids |= dict.fromkeys(item.value.id for item in known.dockets)
        docket_ids |= dict.fromkeys(item.value.docket_id for item in known.entries)
    saved, held, quarantined, others = (sum(counts) for counts in zip(*tallies, strict=True))
    return ImportReport(tuple(unread), tuple(docket_ids), saved, held, quarantined, others)


class Sorted(NamedTuple):
    dockets: list[Found]
    entries: list[Found]
    bad: list[Bad]
    others: int


def sort_items(items: Iterable[Item]) -> Sorted:
    """Each object by what it is. Of one that comes twice, the newer."""
    found: dict[tuple[str, int], Found] = {}
    bad: list[Bad] = []
    others = 0
    for item in items:
        endpoint, raw = taken_over(item.raw)
        if endpoint not in KINDS:
            others += bool(endpoint)
            bad += [] if endpoint else [Bad(raw, "neither a docket nor a docket entry, as the API gives them")]
            continue
        good, wrong = decode_rows([msgspec.Raw(raw)], ENDPOINTS[endpoint])
        bad += wrong
        for one in good:
            key = endpoint, one.value.id
            if key not in found or is_newer(moment_of(one.value), moment_of(found[key].value)):
                found[key] = one
    dockets, entries = ([one for (of, _), one in found.items() if of == endpoint] for endpoint in KINDS)
    return Sorted(dockets, entries, bad, others)


KINDS = ("dockets", "docket-entries")


def save_batch(connection: sa.Connection, batch: Sorted, at: dt.datetime) -> Tally:
    """Dockets and entries that are newer than what we hold; what could not be understood, to quarantine."""
    seen = Seen(at, None)
    for wrong in batch.bad:
        store.save_quarantine(connection, ENDPOINT, docket_of(wrong.raw), wrong.raw, wrong.error, seen)
    understood = [item.value.id for item in (*batch.dockets, *batch.entries)]
    store.resolve_quarantine(connection, ENDPOINT, understood, at)
    dockets = newer(batch.dockets, held_dockets(connection, batch.dockets))
    entries = newer(batch.entries, held_entries(connection, batch.entries))
    saved = store.save_dockets(connection, dockets, seen) + store.save_entries(connection, entries, seen)
    return Tally(saved, len(understood) - saved, len(batch.bad), batch.others)


Moments = Mapping[int, dt.datetime | None]
"""Of each object that we hold, when it last changed; None: it does not say."""


def newer(found: Sequence[Found], held: Moments) -> list[Found]:
    """What is newer than the store: an old export never overwrites what was fetched, nor brings back what is gone."""
    return [
        one
        for one in found
        if (number := one.value.id) not in held or held[number] is None or is_newer(moment_of(one.value), held[number])
    ]


def is_newer(one: dt.datetime | None, other: dt.datetime | None) -> bool:
    return one is not None and (other is None or one > other)


def moment_of(value: Docket | DocketEntry) -> dt.datetime | None:
    """When an object last changed; an entry, when it or one of its documents did."""
    documents = value.recap_documents if isinstance(value, DocketEntry) else []
    return latest([value.date_modified, *(document.date_modified for document in documents)])


def latest(moments: Iterable[dt.datetime | None]) -> dt.datetime | None:
    return max((moment for moment in moments if moment), default=None)


def held_dockets(connection: sa.Connection, found: Sequence[Found]) -> Moments:
    table = s.docket.c
    query = sa.select(table.id, table.date_modified, table.gone_at).where(table.id.in_([one.value.id for one in found]))
    return {row.id: latest([row.date_modified, row.gone_at]) for row in connection.execute(query)}


def held_entries(connection: sa.Connection, found: Sequence[Found]) -> Moments:
    entry, document = s.docket_entry.c, s.recap_document.c
    ids = [one.value.id for one in found]
    held = sa.select(entry.id, entry.date_modified, entry.gone_at).where(entry.id.in_(ids))
    moments = {row.id: latest([row.date_modified, row.gone_at]) for row in connection.execute(held)}
    changed = sa.select(document.docket_entry_id, sa.func.max(document.date_modified))
    changed = changed.where(document.docket_entry_id.in_(ids)).group_by(document.docket_entry_id)
    for number, at in connection.execute(changed):
        moments[number] = latest([moments.get(number), at])
    return moments


def taken_over(raw: bytes) -> tuple[str, bytes]:
    """The endpoint that an object comes from ("": none is known), and its JSON less what is not taken over."""
    value = json_value(raw)
    try:
        kept = less(value)
    except RecursionError:
        return "", b'""'
    if value is NO_JSON or kept == value:
        return endpoint_of(value), raw
    return endpoint_of(value), json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass")


def less(value: Any, depth: int = 0) -> Any:
    """A JSON value without the keys that are not kept. RecursionError: deeper than anything of CourtListener's."""
    if depth > DEEPEST:
        raise RecursionError
    if isinstance(value, dict):
        return {key: less(item, depth + 1) for key, item in value.items() if key not in NOT_KEPT}
    return [less(item, depth + 1) for item in value] if isinstance(value, list) else value


def endpoint_of(value: Any) -> str:
    """The endpoint whose objects look like this one; "" where none does."""
    if not isinstance(value, dict):
        return ""
    address = value.get("resource_uri")
    if isinstance(address, str) and (found := re.search(r"/api/rest/v[0-9]/([a-z-]{1,40})/", address)):
        return found[1]
    if "recap_documents" in value or ("docket" in value and "entry_number" in value):
        return "docket-entries"
    for key, endpoint in {"party_types": "parties", "parties_represented": "attorneys"}.items():
        if key in value:
            return endpoint
    return "dockets" if "court_id" in value and ("date_modified" in value or "date_created" in value) else ""


def docket_of(raw: bytes) -> int | None:
    """The docket that a row not understood belongs to, as far as it can be told."""
    value = json_value(raw)
    number = None
    if isinstance(value, dict):
        found = re.search(r"/([0-9]{1,18})/?\Z", str(value.get("docket")))
        number = int(found[1]) if found else value.get("id") if endpoint_of(value) == "dockets" else None
    return number if isinstance(number, int) and 0 < number < 2**63 else None


def is_export(path: Path) -> bool:
    """Whether the first object of a file is one of the API's."""
    values = (json_value(item.raw) for item in json_items(path) if not item.mistake) if is_json(path) else ()
    return next((bool(endpoint_of(value)) for value in values if isinstance(value, dict)), False)


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in lots for one transaction each."""
    batch: list[Item] = []
    size = 0
    for item in items:
        if batch and (len(batch) == BATCH or size + len(item.raw) > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += len(item.raw)
    if batch:
        yield batch
