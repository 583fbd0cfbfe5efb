"""Files of JSON lines in, rows prepared for SQL out.

A folder holds NAME.jsonl or NAME.jsonl.gz for each endpoint, one object of the API's own shape a line. The origin that
the links in a file have is taken from its first line and replaced by LINK_ROOT, which the server replaces by its own.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, NamedTuple, cast
from zoneinfo import ZoneInfo

import msgspec

from .. import FetchError
from .schema import ENDPOINTS, LINKS, Kind, One

PACIFIC = ZoneInfo("America/Los_Angeles")
LINK_ROOT = b'"http://sandbox.invalid/api/rest/v4/'

Row = dict[str, Any]


def microseconds(text: str) -> int:
    """An ISO time with offset → microseconds since 1970, the form in which times are compared."""
    return round(datetime.fromisoformat(text).timestamp() * 1_000_000)


def pacific(stamp: int) -> datetime:
    """Microseconds since 1970 → the time on the server's clock, which runs on Pacific time."""
    return (datetime.fromtimestamp(stamp // 1_000_000, UTC).replace(microsecond=stamp % 1_000_000)).astimezone(PACIFIC)


def reference(value: object) -> int | str | None:
    """A related object as the API gives it (id, link, nested object or nothing) → its id."""
    if isinstance(value, dict):
        return value.get("id")
    if isinstance(value, str):
        tail = value.rstrip("/").rpartition("/")[2]
        return int(tail) if tail.isdecimal() else tail
    return value if isinstance(value, int) else None


class Prepared(NamedTuple):
    """One row taken apart for SQL: its columns, its body, its documents' columns, its pairs for the link tables."""

    key: int | str
    record: tuple[object, ...]
    body: bytes
    documents: list[tuple[object, ...]]
    pairs: list[tuple[str, int, int]]


def prepare(endpoint: str, row: Row, body: bytes) -> Prepared:
    """A row and its body → what SQL needs. Raises what a row of the wrong shape makes Python raise."""
    documents = row.get("recap_documents", ()) if endpoint == "docket-entries" else ()
    return Prepared(
        row["id"],
        _record(endpoint, row),
        body,
        [_record("recap-documents", {**document, "docket_entry": row["id"]}) for document in documents],
        [
            (table, row["id"], far)
            for table, link in LINKS.items()
            if link.endpoint == endpoint
            for item in row.get(link.items) or ()
            if isinstance(far := reference(item if link.key is None else item.get(link.key)), int)
        ],
    )


def _record(endpoint: str, row: Mapping[str, Any]) -> tuple[object, ...]:
    """The values of a row's columns, in their order."""
    return tuple([read(row.get(key)) if read else row.get(key) for key, read in READERS[endpoint]])


READ_AS: dict[Kind, Callable[[Any], object]] = {
    "moment": lambda text: None if text is None else microseconds(text),
    "flag": lambda truth: None if truth is None else int(truth),
}
# For each column the key it is read from, and how, where it is not simply taken.
READERS: dict[str, list[tuple[str, Callable[[Any], object] | None]]] = {
    name: [
        *((key, reference) for key, relation in endpoint.relations.items() if isinstance(relation, One)),
        *((key, READ_AS.get(field.kind)) for key, field in endpoint.fields.items()),
    ]
    for name, endpoint in ENDPOINTS.items()
}


def find_file(folder: Path, name: str) -> Path | None:
    found = (path for path in (folder / f"{name}.jsonl", folder / f"{name}.jsonl.gz") if path.is_file())
    return next(found, None)


def read_rows(folder: Path, name: str, endpoint: str) -> Iterator[Prepared]:
    """The rows of one file, none if there is no file. FetchError names the file and line of one that is no row."""
    path = find_file(folder, name)
    for number, body in enumerate(_lines(path) if path else (), 1):
        try:
            if body:
                yield prepare(endpoint, msgspec.json.decode(body), body)
        except (msgspec.DecodeError, LookupError, TypeError, AttributeError, ValueError) as error:
            place = f"{path}, line {number}"
            raise FetchError(f"{place} is not a row of the API ({error!r}): mend or remove it.") from None


def _lines(path: Path) -> Iterator[bytes]:
    """The lines of a file with LINK_ROOT in their links. FetchError: the file cannot be read."""
    origin = b""
    try:
        with _opened(path) as lines:
            for line in lines:
                origin = origin or _origin(line)
                yield (line.replace(origin, LINK_ROOT) if origin else line).strip()
    except (OSError, EOFError) as error:
        raise FetchError(f"{path} cannot be read ({error}): give the sandbox another copy of it.") from None


def _opened(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path)) if path.suffix == ".gz" else path.open("rb")


def _origin(line: bytes) -> bytes:
    found = re.search(rb'"https?://[^"/]+/api/rest/v4/', line)
    return found.group() if found else b""
