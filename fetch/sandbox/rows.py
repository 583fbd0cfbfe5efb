"""The sandbox's rows in SQLite: raw bodies kept as they came and decoded only when asked for, columns to search by.

In: a folder of JSON lines. Out: `Rows`, which answers SQL over the columns of schema, hands out bodies, and
lets a test change rows while they are served.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import Any

import msgspec

from .. import FetchError
from .files import LINK_ROOT, Prepared, Row, find_file, pacific, prepare, read_rows
from .index import Index
from .schema import ENDPOINTS, LINKS, One, id_type

EARLIER = "docket-entries-earlier"
BATCH = 2_000
INDEXED = ("date_modified", "date_created", "pacer_doc_id", "docket_number", "nature_of_suit", "name")

# What a row made by a test has where the test says nothing: the API never leaves a key out.
BLANKS: dict[str, dict[str, Any]] = {
    "docket-entries": {
        "resource_uri": "", "id": 0, "docket": "", "recap_documents": [], "date_created": "", "date_modified": "",
        "date_filed": None, "time_filed": None, "entry_number": None, "recap_sequence_number": "",
        "pacer_sequence_number": None, "description": "", "tags": [],
    },
    "recap-documents": {
        "resource_uri": "", "id": 0, "tags": [], "absolute_url": "", "date_created": "", "date_modified": "",
        "sha1": "", "page_count": None, "file_size": None, "filepath_local": None, "filepath_ia": "",
        "ia_upload_failure_count": None, "thumbnail": None, "thumbnail_status": 0, "plain_text": "", "ocr_status": None,
        "date_upload": None, "document_number": "", "attachment_number": None, "pacer_doc_id": "",
        "is_available": False, "is_free_on_pacer": None, "is_sealed": None, "document_type": 1, "description": "",
        "acms_document_guid": "",
    },
}  # fmt: skip


class Rows:
    """All rows of one sandbox. Every method may be called from any thread; SQL runs one statement at a time."""

    def __init__(self, data: Path, *, earlier: bool, clock: Callable[[], float]) -> None:
        """Load the folder; with `earlier`, entries are first served as they were first seen. FetchError: bad data."""
        self.clock = clock
        self.index = Index(clock)
        self._lock = threading.RLock()
        # A temporary database: in memory while it is small, spilled to disk by SQLite itself when it is not.
        self._db = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self._db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536")
        self._db.create_function("pacific", 1, lambda stamp: stamp and pacific(stamp).isoformat(), deterministic=True)
        self._later: list[Row] = []
        self._create()
        self._load(data)
        if earlier:
            self._step_back(data)

    def close(self) -> None:
        with self._lock:
            self._db.close()

    def select(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one SELECT and return all its rows."""
        with self._lock:
            return self._db.execute(sql, values).fetchall()

    def bodies(self, endpoint: str, ids: Sequence[int | str]) -> list[bytes]:
        """The raw bodies of these ids, in their order; an id that has gone meanwhile is left out."""
        if endpoint == "recap-documents":
            return self._document_bodies(ids)
        marks = ",".join("?" * len(ids))
        found = dict(self.select(f'SELECT id, body FROM "{endpoint} bodies" WHERE id IN ({marks})', ids))
        return [found[key] for key in ids if key in found]

    def documents(self, ids: Sequence[int | str]) -> dict[int | str, tuple[Row, Row]]:
        """These documents by id, each behind its entry: documents are kept inside their entries only."""
        marks = ",".join("?" * len(ids))
        entries = self.select(
            'SELECT body FROM "docket-entries bodies" WHERE id IN '
            f'(SELECT docket_entry_id FROM "recap-documents" WHERE id IN ({marks}))',
            ids,
        )
        wanted = set(ids)
        return {
            document["id"]: (entry, document)
            for entry in (msgspec.json.decode(body) for (body,) in entries)
            for document in entry["recap_documents"]
            if document["id"] in wanted
        }

    def row(self, endpoint: str, key: int | str) -> Row | None:
        """One row, decoded."""
        bodies = self.bodies(endpoint, [key])
        return msgspec.json.decode(bodies[0]) if bodies else None

    def now(self) -> str:
        """The time by the sandbox's clock, as the API writes it."""
        return pacific(round(self.clock() * 1_000_000)).isoformat()

    def upsert(self, endpoint: str, rows: Iterable[Row]) -> None:
        """Change or add rows. Keys not given stay as they are; date_modified moves to now unless it is given.

        A document's change moves neither its entry nor its docket, as upstream.
        """
        with self._lock:
            for row in rows:
                if endpoint == "recap-documents":
                    self._upsert_document(row)
                else:
                    old = self.row(endpoint, row["id"])
                    merged = self._merged(endpoint, old, row)
                    if old:
                        self.index.keep(endpoint, old, merged)
                    self._save(endpoint, merged)

    def add(self, endpoint: str, rows: Iterable[Row]) -> None:
        """Rows that were not there before, whole and as they are: many at once."""
        prepared = (prepare(endpoint, row, msgspec.json.encode(row)) for row in rows)
        with self._lock:
            self._db.execute("BEGIN")
            while batch := list(islice(prepared, BATCH)):
                self._insert(endpoint, batch)
            self._db.execute("COMMIT")
            self._db.execute("ANALYZE")

    def delete(self, endpoint: str, ids: Iterable[int | str]) -> None:
        """Take rows away, an entry with its documents."""
        with self._lock:
            for key in ids:
                if endpoint == "recap-documents":
                    self._delete_document(key)
                else:
                    self._remove(endpoint, key)

    def replace(self, endpoint: str, row: Row, *, without: str = "") -> None:
        """Store a row as it is; the column `without` is no part of its body."""
        body = msgspec.json.encode({key: value for key, value in row.items() if key != without})
        with self._lock:
            self._insert(endpoint, [prepare(endpoint, row, body)])

    def next_id(self, endpoint: str) -> int:
        return self.select(f'SELECT coalesce(max(id), 0) + 1 FROM "{endpoint}"')[0][0]

    def arrive_later(self) -> int:
        """Let the later texts of `earlier` entries arrive, all at once and now; returns how many there were."""
        rows, self._later = self._later, []
        self.upsert("docket-entries", ({**row, "date_modified": self.now()} for row in rows))
        return len(rows)

    # Loading

    def _create(self) -> None:
        for name, endpoint in ENDPOINTS.items():
            key = f"id {id_type(name)} PRIMARY KEY"
            columns = [key if column == "id" else f"{column} {kind}" for column, kind in endpoint.columns.items()]
            self._db.execute(f'CREATE TABLE "{name}" ({", ".join(columns)})')
            # Bodies stand apart, so that whatever scans or sorts the columns reads little.
            self._db.execute(f'CREATE TABLE "{name} bodies" ({key}, body BLOB)')
        for table, link in LINKS.items():
            pair = f"{link.near} INTEGER, {link.far} INTEGER"
            self._db.execute(f"CREATE TABLE {table} ({pair}, PRIMARY KEY ({link.near}, {link.far})) WITHOUT ROWID")

    def _load(self, data: Path) -> None:
        if find_file(data, "dockets") is None:
            raise FetchError(
                f"the sandbox finds no dockets.jsonl or dockets.jsonl.gz in {data}: give a folder that has one."
            )
        with self._lock:
            self._db.execute("BEGIN")
            for endpoint in ENDPOINTS:
                rows = read_rows(data, endpoint, endpoint)
                while batch := list(islice(rows, BATCH)):
                    self._insert(endpoint, batch)
            self._index()
            self._db.execute("COMMIT")
            self._db.executescript("PRAGMA analysis_limit=1000; ANALYZE")

    def _index(self) -> None:
        for name, endpoint in ENDPOINTS.items():
            keys = [relation.column for relation in endpoint.relations.values() if isinstance(relation, One)]
            for column in [*keys, *(column for column in endpoint.fields if column in INDEXED)]:
                self._db.execute(f'CREATE INDEX "{name} by {column}" ON "{name}" ({column})')
        for table, link in LINKS.items():
            self._db.execute(f"CREATE INDEX {table}_back ON {table} ({link.far})")

    def _step_back(self, data: Path) -> None:
        """Serve entries as they were first seen; what they became is kept for `arrive_later`."""
        first_seen = list(read_rows(data, EARLIER, "docket-entries"))
        self._later = [row for old in first_seen if (row := self.row("docket-entries", old.key))]
        with self._lock:
            for old in first_seen:
                self._remove("docket-entries", old.key)
            self._insert("docket-entries", first_seen)

    # Writing

    def _save(self, endpoint: str, row: Row) -> None:
        """Store a row over what is there, links and documents included."""
        self._remove(endpoint, row["id"])
        self._insert(endpoint, [prepare(endpoint, row, msgspec.json.encode(row))])

    def _remove(self, endpoint: str, key: int | str) -> None:
        """Take one row out of every table that knows of it."""
        places = [(endpoint, "id"), (f"{endpoint} bodies", "id")]
        places += [(table, link.near) for table, link in LINKS.items() if link.endpoint == endpoint]
        if endpoint == "docket-entries":
            places.append(("recap-documents", "docket_entry_id"))
        for table, column in places:
            self._db.execute(f'DELETE FROM "{table}" WHERE {column} = ?', (key,))

    def _insert(self, endpoint: str, rows: Sequence[Prepared]) -> None:
        self._write(endpoint, [row.record for row in rows])
        self._write(f"{endpoint} bodies", [(row.key, row.body) for row in rows])
        self._write("recap-documents", [document for row in rows for document in row.documents])
        for table, pairs in groupby(sorted(pair for row in rows for pair in row.pairs), lambda pair: pair[0]):
            self._write(table, [pair[1:] for pair in pairs])

    def _write(self, table: str, records: Sequence[tuple[object, ...]]) -> None:
        if records:
            marks = ",".join("?" * len(records[0]))
            self._db.executemany(f'INSERT OR REPLACE INTO "{table}" VALUES ({marks})', records)

    def _merged(self, endpoint: str, old: Row | None, new: Row) -> Row:
        link = f"{LINK_ROOT.decode()[1:]}{endpoint}/{new['id']}/"
        born = {"resource_uri": link, "id": new["id"], "date_created": self.now()}
        row = {**(old or {**BLANKS.get(endpoint, {}), **born}), "date_modified": self.now(), **new}
        if isinstance(row.get("docket"), int):
            row["docket"] = f"{LINK_ROOT.decode()[1:]}dockets/{row['docket']}/"
        if endpoint == "docket-entries":
            known = {document["id"]: document for document in (old or {}).get("recap_documents", ())}
            row["recap_documents"] = [
                document if document == known.get(document["id"])
                else self._merged("recap-documents", known.get(document["id"]), document)
                for document in row["recap_documents"]
            ]  # fmt: skip
        return row

    def _upsert_document(self, new: Row) -> None:
        entry = self.row("docket-entries", new["docket_entry"] if "docket_entry" in new else self._entry_of(new["id"]))
        if entry is None:
            raise FetchError(f"the sandbox has no entry for document {new['id']}: name it in docket_entry.")
        change = {key: value for key, value in new.items() if key != "docket_entry"}
        documents = {document["id"]: document for document in entry["recap_documents"]}
        documents[new["id"]] = self._merged("recap-documents", documents.get(new["id"]), change)
        self._save("docket-entries", {**entry, "recap_documents": list(documents.values())})

    def _delete_document(self, key: int | str) -> None:
        entry = self.row("docket-entries", self._entry_of(key))
        if entry:
            kept = [document for document in entry["recap_documents"] if document["id"] != key]
            self._save("docket-entries", {**entry, "recap_documents": kept})

    def _entry_of(self, document: int | str) -> int:
        found = self.select('SELECT docket_entry_id FROM "recap-documents" WHERE id = ?', (document,))
        return found[0][0] if found else 0

    def _document_bodies(self, ids: Sequence[int | str]) -> list[bytes]:
        found = self.documents(ids)
        return [msgspec.json.encode(found[key][1]) for key in ids if key in found]
