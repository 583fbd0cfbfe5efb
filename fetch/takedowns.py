"""Who was taken down, remembered so that nobody can read it: ids and names in, keyed hashes out; rows in, cleaned out.

A readable list of takedowns would itself be a list of people at risk. Kept are BLAKE2b hashes of docket ids, of whole
names, and of their parts in the dockets that hold them, with a key that stands beside the database (mode 0600; in
PostgreSQL, in the table). Rows that come later are held against them before they are first written: those of a
forgotten docket are dropped, and a forgotten name becomes "[name]".
"""
import contextlib
import datetime as dt
import hashlib
import json
import os
import secrets
import zlib
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from . import FetchError
from . import schema as s
from .names import Name, Words, clean_raw, clean_text, docket_in
from .objects import Found

KEY_FILE = "takedowns.key"
KEY_BYTES = 32


class Takedowns:
    """What the store has of takedowns, by its key. `names.Forms` for `clean_text`; parts it learns are in `learnt`."""

    def __init__(self, key: bytes, held: Collection[tuple[str, str]]) -> None:
        self.key = key
        self.held = set(held)
        self.has_names = any(kind in ("form", "part") for kind, _ in held)
        self.learnt: set[tuple[str, str]] = set()

    def hash(self, *words: object) -> str:
        text = "\0".join(map(str, words)).encode()
        return hashlib.blake2b(text, key=self.key, digest_size=20, person=b"takedown").hexdigest()

    def docket(self, docket_id: int) -> tuple[str, str]:
        return "docket", self.hash("docket", docket_id)

    def person(self, name: Name) -> tuple[str, str]:
        return "person", self.hash("person", *sorted(name.parts))

    def form(self, words: Words) -> tuple[str, str]:
        return "form", self.hash("form", *words)

    def part(self, docket_id: int, words: Words) -> tuple[str, str]:
        return "part", self.hash("part", docket_id, *words)

    def place(self, court_id: str, docket_number: str) -> tuple[str, str]:
        return "place", self.hash("place", court_id, docket_number)

    def has_place(self, court_id: str, docket_number: str) -> bool:
        return self.place(court_id, docket_number) in self.held

    def has_docket(self, docket_id: int | None) -> bool:
        return docket_id is not None and self.docket(docket_id) in self.held

    def holds(self, docket_id: int | None, words: Words) -> bool:
        if len(words) > 1 and self.form(words) in self.held:
            return True
        return docket_id is not None and self.part(docket_id, words) in self.held

    def learn(self, docket_id: int | None, words: Words) -> None:
        if docket_id is not None:
            new = {self.part(docket_id, each) for each in Name(words).inside()} - self.held
            self.learnt |= new
            self.held |= new


# What is kept, and its key.


def load(connection: sa.Connection) -> Takedowns | None:
    """The store's takedowns; None: there is none, and nothing need be cleaned. FetchError: their key is not here."""
    table = s.takedown.c
    held = {(row.kind, row.hash) for row in connection.execute(sa.select(table.kind, table.hash))}
    if not held:
        return None
    key = read_key(connection, held)
    takedowns = Takedowns(key, held) if key else None
    if takedowns is None or ("check", takedowns.hash("check")) not in held:
        what = "is not beside the database" if takedowns is None else "is another database's"
        raise FetchError(
            f"the key of the takedowns ({KEY_FILE}) {what}, and without it what was taken down would come back: put "
            "the right one beside the database; if it is lost for good, `writwatch purge --new-key` begins anew, and "
            "whatever was taken down has to be purged once more."
        )
    return takedowns


def read_key(connection: sa.Connection, held: Collection[tuple[str, str]]) -> bytes:
    """The key; b"": there is none, or not whole."""
    place = key_file(connection)
    if place is None:
        return next((bytes.fromhex(value) for kind, value in held if kind == "key"), b"")
    try:
        key = place.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise FetchError(f"{place} cannot be read ({error.strerror}): mend its permissions.") from None
    return key if len(key) == KEY_BYTES else b""


def key_file(connection: sa.Connection) -> Path | None:
    """Where the key of this database is: beside its file; None: it has none."""
    url = connection.engine.url
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    return Path(url.database).absolute().with_name(KEY_FILE)


def load_or_begin(connection: sa.Connection, at: dt.datetime) -> Takedowns:
    """The store's takedowns; the first time with a new key. The key is nobody's to read but its owner's."""
    if (takedowns := load(connection)) is None:
        takedowns = begin(connection, at)
    if (place := key_file(connection)) is not None:
        with contextlib.suppress(OSError):  # another owner's: reading it went well, and more is not ours to do
            place.chmod(0o600)
    return takedowns


def begin(connection: sa.Connection, at: dt.datetime) -> Takedowns:
    """No takedowns yet, and the key for them: of a purge that was cut off or another database here, or a new one."""
    place = key_file(connection)
    key = read_key(connection, ()) or secrets.token_bytes(KEY_BYTES)
    if place is not None:
        write_key(place, key)
    takedowns = Takedowns(key, ())
    note(connection, [("check", takedowns.hash("check"))], at)
    if place is None:
        note(connection, [("key", key.hex())], at)
    return takedowns


def begin_anew(connection: sa.Connection, at: dt.datetime) -> int:
    """Give up hashes that nobody can compare any more. Returns how many dockets and people they stood for."""
    lost = connection.scalar(COUNTED) or 0
    connection.execute(s.takedown.delete())
    begin(connection, at)
    return lost


COUNTED = sa.select(sa.func.count()).select_from(s.takedown).where(s.takedown.c.kind.in_(("docket", "person")))
"""How many dockets and people were taken down."""


def write_key(place: Path, key: bytes) -> None:
    """The key's file, whole or not at all, and readable by nobody else from its first byte."""
    beside = place.with_name(f".{place.name}.new")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    except OSError as error:
        raise FetchError(f"{place} cannot be written ({error.strerror}): see that its folder may be.") from None


def note(connection: sa.Connection, rows: Collection[tuple[str, str]], at: dt.datetime, why: str = "") -> None:
    """Keep hashes; what is kept already stays as it is."""
    held = {(row.kind, row.hash) for row in connection.execute(sa.select(s.takedown.c.kind, s.takedown.c.hash))}
    new = [{"kind": kind, "hash": value, "at": at, "why": why} for kind, value in sorted(set(rows) - held)]
    if new:
        connection.execute(s.takedown.insert(), new)


# Rows that come.


def let_in(connection: sa.Connection, found: Sequence[Found], docket_of: Callable[[Any], int]) -> list[Found]:
    """The rows of an answer that may be stored: none of a forgotten docket, and no forgotten name in the others."""
    takedowns = load(connection)
    if takedowns is None:
        return list(found)
    here = [(item, number) for item in found if not takedowns.has_docket(number := docket_of(item.value))]
    if not takedowns.has_names:
        return [item for item, _ in here]
    cleaned = [(clean_raw(item.raw, number, takedowns), item, number) for item, number in here]
    if takedowns.learnt:  # what stands before the place where the docket turned out to hold the person
        cleaned = [(clean_raw(raw, number, takedowns), item, number) for raw, item, number in cleaned]
        keep_learnt(connection, takedowns)
    return [
        item if raw is item.raw else Found(msgspec.json.decode(raw, type=type(item.value)), raw)
        for raw, item, _ in cleaned
    ]


def rows_let_in(connection: sa.Connection, rows: Collection[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of dockets as a listing finds them, less those of forgotten dockets, without forgotten names."""
    takedowns = load(connection)
    if takedowns is None:
        return list(rows)
    here = [row for row in rows if not takedowns.has_docket(row["docket_id"])]
    return [row | {"case_name": clean_text(row["case_name"], row["docket_id"], takedowns)} for row in here]


def keep_learnt(connection: sa.Connection, takedowns: Takedowns) -> None:
    row = connection.execute(sa.select(sa.func.max(s.takedown.c.at))).scalar()
    note(connection, takedowns.learnt, row if isinstance(row, dt.datetime) else dt.datetime.now(dt.UTC))


def clean_packed(connection: sa.Connection, packed: bytes) -> bytes:
    """A push, compressed, less what it says of forgotten dockets, and forgotten names."""
    takedowns = load(connection)
    if takedowns is None:
        return packed
    raw = zlib.decompress(packed)
    cleaned = without_dockets(raw, takedowns)
    cleaned = clean_raw(cleaned, None, takedowns) if takedowns.has_names else cleaned
    return packed if cleaned is raw else zlib.compress(cleaned, 6)


def clean_incoming(connection: sa.Connection, raw: bytes, docket_id: int | None) -> bytes:
    """A row that is kept only as it came (in quarantine), less forgotten names; of a forgotten docket, nothing."""
    takedowns = load(connection)
    if takedowns is None:
        return raw
    raw = b'""' if takedowns.has_docket(docket_id) else without_dockets(raw, takedowns)
    return clean_raw(raw, docket_id, takedowns) if takedowns.has_names else raw


def without_dockets(raw: bytes, takedowns: Takedowns) -> bytes:
    """JSON less every object in it that is about a forgotten docket; the same bytes where there is none."""
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return raw
    kept = less(value, takedowns)
    return raw if kept == value else json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass")


def less(value: Any, takedowns: Takedowns) -> Any:
    if isinstance(value, list):
        return [kept for item in value if (kept := less(item, takedowns)) is not None or item is None]
    if not isinstance(value, dict):
        return value
    if takedowns.has_docket(docket_in(value)):
        return None
    return {key: less(item, takedowns) for key, item in value.items()}
