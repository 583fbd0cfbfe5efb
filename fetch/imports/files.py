"""A file as JSON: its rows, each with the line it begins in; bounded, whatever it holds."""

import codecs
import contextlib
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from .. import FetchError

LONGEST_LINE = 20_000_000
"""Bytes of a line, and of whatever else must be read at once."""
BATCH, BATCH_BYTES = 500, 40_000_000
"""What is saved in one transaction: so many rows, or fewer where they are long."""
DEEPEST = 60
"""Levels of lists and objects in one row. CourtListener's have four."""


class Item(NamedTuple):
    """One JSON value of a file, where it begins, or why it cannot be read."""

    line: int
    raw: bytes
    mistake: str = ""


def is_json(path: Path) -> bool:
    return first_byte(path) in (b"{", b"[")


def json_items(path: Path) -> Iterator[Item]:
    """Every JSON value of a file: of its lines, or of the one array or page of the API that it is.

    Lines are streamed; what goes over several lines is read at once, and must not be longer than one.
    """
    is_array, first = first_byte(path) == b"[", next(byte_lines(path), None)
    broken = first is not None and not first.mistake and json_value(first.raw) is NO_JSON
    if is_array or (broken and is_small(path)):
        items = split_json(whole_file(path))
        if items is not None:
            yield from items
            return
        if is_array:
            raise FetchError(f"{path} begins as a JSON array and is none: it may have been cut off; get it again.")
    for item in byte_lines(path):
        rows = page_rows(item.raw)
        yield from (Item(item.line, bytes(row)) for row in rows) if rows is not None else (item,)


def byte_lines(path: Path) -> Iterator[Item]:
    """The lines of a file that are not blank; one that is too long is passed over, not kept."""
    with opened(path), path.open("rb") as file:
        line = 0
        while piece := file.readline(LONGEST_LINE + 1):
            line += 1
            if len(piece) > LONGEST_LINE:
                while piece and not piece.endswith(b"\n"):
                    piece = file.readline(1_000_000)
                yield Item(line, b"", "is longer than 20 MB and was not read: write one object a line")
            elif text := piece.removeprefix(codecs.BOM_UTF8).strip():
                yield Item(line, text)


def whole_file(path: Path) -> bytes:
    with opened(path), path.open("rb") as file:
        body = file.read(LONGEST_LINE + 1)
    if len(body) > LONGEST_LINE:
        raise FetchError(f"{path} is one JSON array of more than 20 MB: write it as JSON lines, one object a line.")
    return body.removeprefix(codecs.BOM_UTF8)


def is_small(path: Path) -> bool:
    with opened(path):
        return path.stat().st_size <= LONGEST_LINE


def split_json(body: bytes) -> list[Item] | None:
    """The values of an array or of a page of the API, or the one object; None: it is no JSON."""
    rows = page_rows(body)
    try:
        rows = msgspec.json.decode(body, type=list[msgspec.Raw]) if rows is None else rows
    except (msgspec.MsgspecError, ValueError, RecursionError):
        value = json_value(body)
        if value is NO_JSON:
            return None
        values = value if isinstance(value, list) else [value]
        return [Item(1, json.dumps(one).encode()) for one in values]
    items, line, place = [], 1, 0
    for raw in map(bytes, rows):
        start = body.index(raw, place)
        line += body.count(b"\n", place, start)
        items.append(Item(line, raw))
        line, place = line + raw.count(b"\n"), start + len(raw)
    return items


class ApiPage(msgspec.Struct):
    """An answer of a listing, saved as it came."""

    results: list[msgspec.Raw]


def page_rows(raw: bytes) -> list[msgspec.Raw] | None:
    """The objects of a page of the API; None: it is none."""
    try:
        return msgspec.json.decode(raw, type=ApiPage).results if b'"results"' in raw else None
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


NO_JSON = object()


def json_value(raw: bytes) -> Any:
    """A JSON value, also of the kind that only Python writes; NO_JSON: it is none."""
    for read in (msgspec.json.decode, json.loads):
        with contextlib.suppress(msgspec.MsgspecError, ValueError, RecursionError):
            return read(raw)
    return NO_JSON


@contextlib.contextmanager
def opened(path: Path) -> Iterator[None]:
    """A file that cannot be read becomes a sentence."""
    try:
        yield
    except OSError as error:
        raise FetchError(f"{path} cannot be read ({error.strerror}): check its name and permissions.") from error


NOT_TEXT = {
    b"PK\x03\x04": "is a spreadsheet or an archive: save it as CSV, or unpack it",
    b"\xd0\xcf\x11\xe0": "is a spreadsheet: save it as CSV",
    b"\x1f\x8b": "is compressed: unpack it",
    b"BZh": "is compressed: unpack it; CourtListener's bulk file is read by `writwatch import bulk`",
    b"%PDF": "is a PDF: make a CSV of it",
    codecs.BOM_UTF16_LE: "is in UTF-16: save it as UTF-8",
    codecs.BOM_UTF16_BE: "is in UTF-16: save it as UTF-8",
}


def checked_file(path: Path) -> Path:
    """The same path, if it is a text that is not empty."""
    if path.exists() and not path.is_file():
        raise FetchError(f"{path} is no plain file: save the list or the export to one.")
    with opened(path), path.open("rb") as file:
        head = file.read(4_096)
    for sign, sentence in NOT_TEXT.items():
        if head.startswith(sign):
            raise FetchError(f"{path} {sentence}.")
    if b"\0" in head:
        raise FetchError(f"{path} is no text: give a CSV or a JSON-lines file.")
    if not first_byte(path):
        raise FetchError(f"{path} is empty: give a CSV or a JSON-lines file.")
    return path


def first_byte(path: Path) -> bytes:
    """The first byte that is not blank; b"" where there is none."""
    with opened(path), path.open("rb") as file:
        head = file.read(3)
        file.seek(len(head) if head == codecs.BOM_UTF8 else 0)
        while piece := file.read(1_000_000):
            if text := piece.lstrip():
                return text[:1]
    return b""


def groups(numbers: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(numbers)
    while group := list(islice(rest, BATCH)):
        yield group
