"""Who was taken down, remembered so that nobody can read it: ids and names in, keyed hashes out; rows in, cleaned out.

A readable list of takedowns would itself be a list of people at risk. Kept are BLAKE2b hashes of docket ids, of the
ways to write a name, and of its parts in the dockets that hold it, with a key that stands beside the database (mode
0600; in PostgreSQL, in the table). Rows that come later are held against them before they are first written: those of a
forgotten docket are dropped, and a forgotten name becomes "[name]".
"""
import datetime as dt
import hashlib
import json
import os
import re
import secrets
import unicodedata
import zlib
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import msgspec
import sqlalchemy as sa

from . import FetchError
from . import schema as s
from .objects import Found

INSTEAD = "[name]"
KEY_FILE = "takedowns.key"
LONGEST = 4
"""Words of a name that are hashed together; a longer name is found by four of them at a time."""
SHORTEST_PART = 3

WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f'’ʼ`´\u00ad\u200b-\u200d\u2060]+[^\W\d_]+)*[\u0300-\u036f]*")
CLOSE = re.compile(r"[^\w]{0,6}")
SLUG = re.compile(r"[^\s]*[a-z]-[a-z][^\s]*")
PARTICLES = frozenset({
    "de", "del", "dela", "la", "las", "le", "los", "lo", "el", "al", "da", "das", "do", "dos", "di", "du", "van", "von",
    "der", "den", "bin", "ibn", "ben",
})  # fmt: skip
ORDINARY = frozenset({
    "may", "april", "june", "august", "will", "grant", "judge", "order", "day", "page", "case", "law", "court",
    "united", "states", "warden", "motion", "petition",
})  # fmt: skip
"""Parts of names that are taken for nobody's where they stand alone."""
LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})

Words = tuple[str, ...]


class Name(NamedTuple):
    """A name's parts as they are compared, in the order of speech."""

    parts: Words

    def forms(self) -> Iterator[Words]:
        """What is this person wherever it stands: all parts, three of them, a given name and a surname, two surnames.

        Each sorted, so that the order in which a clerk writes them is nothing.
        """
        first, surnames = self.parts[0], self.parts[-2:]
        for size in range(2, min(len(self.parts), LONGEST) + 1):
            for chosen in combinations(self.parts, size):
                named = first in chosen and not set(surnames).isdisjoint(set(chosen) - {first})
                if size > 2 or named or set(chosen) == set(surnames):
                    yield tuple(sorted(chosen))

    def inside(self) -> Iterator[Words]:
        """What is this person only in a docket that holds them: any two parts, and any one that is no ordinary word."""
        yield from (tuple(sorted(pair)) for pair in combinations(self.parts, 2))
        yield from ((part,) for part in self.parts if len(part) >= SHORTEST_PART and part not in ORDINARY)


def name_of(text: str) -> Name:
    """ "QUISPE MAMANI, Rosa" → rosa, quispe, mamani. FetchError: a single word could be anybody."""
    last, comma, first = text.partition(",")
    spoken = f"{first} {last}" if comma and WORD.search(first) else text
    parts = tuple(dict.fromkeys(
        word for match in WORD.finditer(spoken) if len(word := fold(match[0])) > 1 and word not in PARTICLES))
    if len(parts) < 2:
        raise FetchError("a name of one word could be anybody's: give a given name and a surname with --name.")
    return Name(parts)


def fold(word: str) -> str:
    """A word as it is compared: lower case, no accents, apostrophes or possessive."""
    word = re.sub(r"['’ʼ`´]s$", "", word.casefold()).translate(LETTERS)
    return "".join(sign for sign in unicodedata.normalize("NFKD", word) if sign.isalpha())


# Cleaning.


class Forms(Protocol):
    """Knows the ways to write the names that are taken down."""

    def holds(self, docket_id: int | None, words: Words) -> bool:
        """Whether these words, sorted, are one of them: anywhere, or in this docket."""
        ...

    def learn(self, docket_id: int | None, words: Words) -> None:
        """This docket holds the person whose name these words are."""
        ...


class Word(NamedTuple):
    folded: str
    raw: str
    start: int
    end: int


def clean_text(text: str, docket_id: int | None, forms: Forms) -> str:
    """The text with "[name]" in place of every name taken down; the same object where there is none."""
    found = [
        Word(folded, match[0], *match.span())
        for match in WORD.finditer(text)
        if len(folded := fold(match[0])) > 1 and folded not in PARTICLES
    ]
    is_slug = SLUG.fullmatch(text.strip()) is not None
    shown, at, place = [], 0, 0
    while place < len(found):
        size = longest_form(text, found, place, docket_id, forms, is_slug)
        if not size:
            place += 1
            continue
        if size > 1:
            forms.learn(docket_id, tuple(word.folded for word in found[place : place + size]))
        last = found[place + size - 1]
        possessive = re.search(r"['’]s$", last.raw, re.IGNORECASE)
        shown += [text[at : found[place].start], INSTEAD]
        at = last.end - (len(possessive[0]) if possessive else 0)
        place += size
    return "".join(shown) + text[at:] if shown else text


def longest_form(
    text: str, found: Sequence[Word], place: int, docket_id: int | None, forms: Forms, is_slug: bool
) -> int:
    """How many of the words from here on are a name taken down; 0: none."""
    most = 1
    while most < LONGEST and place + most < len(found) and is_close(text, found[place + most - 1], found[place + most]):
        most += 1
    for size in range(most, 0, -1):
        words = tuple(sorted({word.folded for word in found[place : place + size]}))
        alone = size == 1 and not (found[place].raw[0].isupper() or is_slug)
        if not alone and len(words) == size and forms.holds(docket_id, words):
            return size
    return 0


def is_close(text: str, one: Word, other: Word) -> bool:
    """Whether only punctuation, initials and particles stand between two words."""
    return CLOSE.fullmatch(WORD.sub("", text[one.end : other.start])) is not None


def clean_json(value: Any, docket_id: int | None, forms: Forms) -> Any:
    """A JSON value with every string cleaned."""
    if isinstance(value, str):
        return clean_text(value, docket_id, forms)
    if isinstance(value, dict):
        return {key: clean_json(item, docket_id, forms) for key, item in value.items()}
    return [clean_json(item, docket_id, forms) for item in value] if isinstance(value, list) else value


def clean_raw(raw: bytes, docket_id: int | None, forms: Forms) -> bytes:
    """JSON as received, cleaned; the same bytes where nothing was to be hidden. What is no JSON is cleaned as text."""
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        text = raw.decode("utf-8", errors="surrogateescape")
        return clean_text(text, docket_id, forms).encode("utf-8", errors="surrogateescape")
    cleaned = clean_json(value, docket_id, forms)
    if cleaned == value:
        return raw
    return json.dumps(cleaned, ensure_ascii=False).encode("utf-8", "surrogatepass")


# What is kept.


class Takedowns:
    """What the store has of takedowns, by its key. `forms` for `clean_text`; parts it learns are in `learnt`."""

    def __init__(self, key: bytes, held: Collection[tuple[str, str]]) -> None:
        self.key = key
        self.held = set(held)
        self.has_names = any(kind in ("form", "part") for kind, _ in held)
        self.learnt: set[tuple[str, str]] = set()

    def hash(self, *words: object) -> str:
        text = "\0".join(map(str, words)).encode()
        return hashlib.blake2b(text, key=self.key, digest_size=20, person=b"takedown").hexdigest()

    def has_docket(self, docket_id: int) -> bool:
        return ("docket", self.hash("docket", docket_id)) in self.held

    def holds(self, docket_id: int | None, words: Words) -> bool:
        if len(words) > 1 and ("form", self.hash("form", *words)) in self.held:
            return True
        return docket_id is not None and self.part(docket_id, words) in self.held

    def learn(self, docket_id: int | None, words: Words) -> None:
        if docket_id is not None:
            new = {self.part(docket_id, each) for each in Name(words).inside()} - self.held
            self.learnt |= new
            self.held |= new

    def part(self, docket_id: int, words: Words) -> tuple[str, str]:
        return "part", self.hash("part", docket_id, *words)


def load(connection: sa.Connection) -> Takedowns | None:
    """The store's takedowns; None: there is none, and nothing need be cleaned. FetchError: their key is not here."""
    table = s.takedown.c
    held = {(row.kind, row.hash) for row in connection.execute(sa.select(table.kind, table.hash))}
    if not held:
        return None
    key = read_key(connection, held)
    takedowns = Takedowns(key, held) if key else None
    if takedowns is None or ("check", takedowns.hash("check")) not in held:
        raise FetchError(
            f"the key of the takedowns is not beside the database, so that what was taken down would come back: put "
            f"{KEY_FILE} back where the database is."
        )
    return takedowns


def read_key(connection: sa.Connection, held: Collection[tuple[str, str]]) -> bytes:
    place = key_file(connection)
    if place is None:
        return next((bytes.fromhex(value) for kind, value in held if kind == "key"), b"")
    return place.read_bytes() if place.is_file() else b""


def key_file(connection: sa.Connection) -> Path | None:
    """Where the key of this database is: beside its file; None: it has none."""
    url = connection.engine.url
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    return Path(url.database).absolute().with_name(KEY_FILE)


def load_or_begin(connection: sa.Connection, at: dt.datetime) -> Takedowns:
    """The store's takedowns; the first time with a new key."""
    if (takedowns := load(connection)) is not None:
        return takedowns
    place, key = key_file(connection), secrets.token_bytes(32)
    if place is not None and place.is_file():  # of a purge that was cut off, or of another database in this folder
        key = place.read_bytes()
    elif place is not None:
        try:
            with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(key)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise FetchError(f"{place} cannot be written ({error.strerror}): see that its folder may be.") from None
    takedowns = Takedowns(key, ())
    note(connection, [("check", takedowns.hash("check"))], at)
    if place is None:
        note(connection, [("key", key.hex())], at)
    return takedowns


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
    """A push, compressed, less forgotten names."""
    takedowns = load(connection)
    if takedowns is None or not takedowns.has_names:
        return packed
    raw = zlib.decompress(packed)
    cleaned = clean_raw(raw, None, takedowns)
    return packed if cleaned is raw else zlib.compress(cleaned, 6)


def clean_incoming(connection: sa.Connection, raw: bytes, docket_id: int | None) -> bytes:
    """A row that is kept only as it came (in quarantine, a push), less forgotten names."""
    takedowns = load(connection)
    return clean_raw(raw, docket_id, takedowns) if takedowns and takedowns.has_names else raw
