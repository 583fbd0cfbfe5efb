"""What the last build made of each case, kept from one build to the next: what has not changed need not be read again.

Two things are kept. What a case came to (`Outcome`), as long as neither a fact, an editor's word, the calendar nor this
program has changed: then neither its dockets nor its entries are looked at. And a seal of each case as its own files
show it: files with the same seal are taken over from the site that stands.

The file is private: it says whom each case protects. It can be deleted at any time; the next build reads everything.
No build fails for its sake: where it cannot be read or written, nothing is kept, and `Kept.trouble` says why.
"""
import contextlib
import datetime as dt
import hashlib
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final, NamedTuple

import msgspec

from .days import day_in
from .exit_scan import Protects
from .procedure.facts import Docket
from .procedure.findings import CaseReading, Decision
from .published import PublishedCase
from .review import Item

NAME: Final = "{db}.built"
"""What the file is called, beside the database."""

_TABLES: Final = {
    "outcome": "slug TEXT PRIMARY KEY, key BLOB NOT NULL, since TEXT NOT NULL, until TEXT NOT NULL, "
               "packed BLOB NOT NULL",
    "seal": "slug TEXT PRIMARY KEY, seal BLOB NOT NULL",
}
PATIENCE: Final = 60
"""Seconds that a build waits for another one that has the file; then it keeps nothing."""

_FOR_EVER: Final = dt.date.max
_DAY: Final = dt.timedelta(days=1)


class Outcome(NamedTuple):
    """What one case came to: whom it protects, what may be shown of it (None: nothing), and what an editor should look
    at, without the entries' texts."""

    protects: Protects
    shown: PublishedCase | None
    to_review: tuple[Item, ...]

    @property
    def proposed(self) -> tuple[int, ...]:
        """The entries in which the machine reads a breach that nobody has confirmed or rejected."""
        return tuple(item.entry_id for item in self.to_review if item.matter == "accusation" and item.entry_id)


_HOLDS: Final = "slug = ? AND key = ? AND since <= ? AND ? < until"
_ENCODE: Final = msgspec.msgpack.Encoder().encode
_DECODE: Final = msgspec.msgpack.Decoder(Outcome).decode


class Kept:
    """The file, in a context: what is kept is written when the context ends well. `version`: of all that makes a case
    what it is besides its facts; with another one nothing that was kept is good any more."""

    def __init__(self, path: Path, version: bytes) -> None:
        self.path, self.version = path, version
        self._seen: set[str] = set()
        self._connection: sqlite3.Connection | None = None
        self.trouble = ""

    def __enter__(self) -> "Kept":
        with self._if_it_can():
            try:
                self._open()
            except sqlite3.OperationalError:  # held by another build, or no place for it: it may be whole
                raise
            except sqlite3.DatabaseError:  # cut off, or something else: nothing in it is missed
                self._close()
                forget(self.path)
                self._open()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            gone = {slug for slug, in self._read("SELECT slug FROM outcome")} - self._seen
            self._write("DELETE FROM outcome WHERE slug = ?", [(slug,) for slug in gone])
            with self._if_it_can():
                if self._connection is not None:
                    self._connection.execute("COMMIT")
        self._close()

    def _open(self) -> None:
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
        self._connection = connection = sqlite3.connect(self.path, isolation_level=None, timeout=PATIENCE)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value BLOB NOT NULL)")
        held = connection.execute("SELECT value FROM about WHERE name = 'version'").fetchone()
        if held is None or held[0] != self.version:
            for table, columns in _TABLES.items():
                connection.execute(f"DROP TABLE IF EXISTS {table}")
                connection.execute(f"CREATE TABLE {table} ({columns})")
            connection.execute("INSERT OR REPLACE INTO about VALUES ('version', ?)", (self.version,))

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    @contextlib.contextmanager
    def _if_it_can(self) -> Iterator[None]:
        """Where the file cannot be read or written, it is left as it was when the context began."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            self.trouble = self.trouble or (error.strerror if isinstance(error, OSError) else "") or str(error)
            self._close()

    def _read(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with self._if_it_can():
            if self._connection is not None:
                return self._connection.execute(sql, values).fetchall()
        return []

    def _write(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        with self._if_it_can():
            if self._connection is not None:
                self._connection.executemany(sql, rows)

    @property
    def is_usable(self) -> bool:
        """Whether anything can be kept."""
        return self._connection is not None

    def holds(self, slug: str, key: bytes, on: dt.date) -> bool:
        """Whether there is what `outcome` would give."""
        return bool(self._read(f"SELECT 1 FROM outcome WHERE {_HOLDS}", _asked(slug, key, on)))

    def outcome(self, slug: str, key: bytes, on: dt.date) -> Outcome | None:
        """What the case came to when it was read with this key, where that still holds on a day."""
        self._seen.add(slug)
        found = self._read(f"SELECT packed FROM outcome WHERE {_HOLDS}", _asked(slug, key, on))
        if not found:
            return None
        try:
            return _DECODE(zlib.decompress(found[0][0]))
        except (zlib.error, msgspec.DecodeError):
            return None

    def keep(self, slug: str, key: bytes, since: dt.date, until: dt.date, packed: bytes) -> None:
        """Keep what a case came to, packed, as it holds from `since` to the day before `until`."""
        self._write("INSERT OR REPLACE INTO outcome VALUES (?, ?, ?, ?, ?)",
                    [(slug, key, since.isoformat(), until.isoformat(), packed)])

    def seals(self) -> dict[str, bytes]:
        """The seal of each case in the site that the last build left, by slug."""
        return dict(self._read("SELECT slug, seal FROM seal"))

    def keep_seals(self, seals: Mapping[str, bytes]) -> None:
        """Keep these alone."""
        self._write("DELETE FROM seal", [()])
        self._write("INSERT INTO seal VALUES (?, ?)", seals.items())


def _asked(slug: str, key: bytes, on: dt.date) -> tuple[object, ...]:
    return slug, key, on.isoformat(), on.isoformat()


def packed(outcome: Outcome) -> bytes:
    return zlib.compress(_ENCODE(outcome), 1)


def forget(path: Path) -> None:
    """Take away all that is kept."""
    for end in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def seal(shown: PublishedCase, today: dt.date, version: bytes) -> bytes:
    """What tells apart two states of a case's own files, the day on which they were made aside: all of it but when it
    was last checked, which they say "or later"; which of its days are over; and how many entries are of a later day."""
    dated = (*shown.hearings_to_come, *shown.compliance_due, *shown.agenda)
    over = bytes(date.datetime[:10] < today.isoformat() for date in dated)
    filed = (entry.date_filed or docket.date_filed for docket in shown.dockets for entry in docket.entries)
    to_come = b"%d" % sum(1 for day in filed if day and day > today)
    checked = bytes(docket.last_checked is not None for docket in shown.dockets)
    bare = shown._replace(dockets=tuple(docket._replace(last_checked=None) for docket in shown.dockets))
    return hashlib.blake2b(b"\0".join((version, over, to_come, checked, _ENCODE(bare))), digest_size=16).digest()


def seal_of_all(seals: Mapping[str, bytes]) -> str:
    """One seal over those of all cases: it stands in the site, so that nothing is taken over from another one."""
    whole = hashlib.blake2b(digest_size=16)
    for slug, each in sorted(seals.items()):
        whole.update(slug.encode() + b"\0" + each)
    return whole.hexdigest()


def until(dockets: Iterable[Docket], decisions: Iterable[Decision], reading: CaseReading) -> dt.date:
    """The first day after `reading.as_of` on which the same facts may read otherwise, as far ahead as any is.

    A day counts where it is reached, and where it is over: nothing else in a reading looks at the calendar.
    """
    stated: list[dt.date | None] = [decision.on for decision in decisions]
    for docket in dockets:
        stated += [docket.date_filed, docket.date_terminated, *(entry.date_filed for entry in docket.entries)]
    texts = {date.datetime for one in reading.readings.values() for date in one.dates}
    for date in (*reading.hearings_to_come, *reading.compliance_due):
        texts |= {date.datetime, *date.moved_from}
    days = {day for day in (*stated, *map(day_in, texts)) if day}
    turning = {each for day in days for each in (day, _next(day)) if each > reading.as_of}
    return min(turning, default=_FOR_EVER)


def _next(day: dt.date) -> dt.date:
    return day + _DAY if day < _FOR_EVER else day


def version(folders: Iterable[Path], *said: object) -> bytes:
    """Of every file beneath these folders, and of whatever else is said. Compiled files are left out."""
    whole = hashlib.blake2b(digest_size=16)
    for folder in folders:
        for place in sorted(each for each in folder.rglob("*") if each.is_file()):
            if "__pycache__" not in place.parts:
                told = place.read_bytes()
                whole.update(f"{place.relative_to(folder).as_posix()}\0{len(told)}\0".encode() + told)
    whole.update(repr(said).encode())
    return whole.digest()
