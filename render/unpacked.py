"""A published file's bytes in, the texts in it out: what is compressed is taken apart, pictures and fonts have none.

Knows gzip and zip, whatever their files are called, Parquet, and the parts of a Pagefind index: the texts of pages
without their markup, and lists of words in CBOR. In both, what stood apart on the page stands side by side.
"""
import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

import msgspec

NO_TEXT: Final = frozenset({
    "woff", "woff2", "ttf", "otf", "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "pdf", "wasm",
})
"""Types that hold no text to read; any other file is read."""

LINED: Final = frozenset({"csv", "jsonl"})
"""Types of which every line stands for itself: hundreds of megabytes are never one text."""

_LONG: Final = 100_000
_GZIP: Final = b"\x1f\x8b"
_ZIP: Final = b"PK\x03\x04"
_PARQUET: Final = b"PAR1"
_PAGEFIND: Final = b"pagefind_dcd"
_WASM: Final = b"\x00asm"
_PACKED: Final = (_GZIP, _ZIP, _PARQUET, _PAGEFIND)
"""How a file begins that is to be taken apart, whatever it is called."""
_DEEPEST: Final = 3  # a gzip in a zip in a gzip is nobody's download
_ROWS: Final = 10_000
_BYTES, _WORDS = 2, 3  # CBOR's major types that have something between them and the next item
_INDEFINITE: Final = 31


class Text(NamedTuple):
    """One text of a file. `kind`: "html", "json" … `is_bare_words`: what stands beside a word says nothing of it."""

    path: str
    kind: str
    text: str
    is_bare_words: bool = False


class NotReadable(ValueError):
    """A file that says it is packed and cannot be unpacked: nobody can say what it holds."""


def texts(path: str, content: bytes) -> Iterator[Text]:
    """Every text of a file; NotReadable where it is broken or Parquet that nothing here can read."""
    try:
        yield from _texts(path, content, 0)
    except NotReadable:
        raise
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, IndexError, ValueError) as error:
        raise NotReadable(str(error)) from error


def texts_in(path: str, file: BinaryIO) -> Iterator[Text]:
    """The same of an open file: a table of hundreds of megabytes is never held whole."""
    kind, begins = _kind(path), file.read(len(_PAGEFIND))
    file.seek(0)
    if kind in LINED and not begins.startswith(_PACKED):
        yield from _of_lines(path, kind, file)
    else:
        yield from texts(path, file.read())


def _texts(path: str, content: bytes, depth: int) -> Iterator[Text]:
    kind = _kind(path)
    if depth > _DEEPEST:
        raise NotReadable("packed within packed within packed")
    if content.startswith(_GZIP):
        yield from _texts(path.removesuffix(".gz"), gzip.decompress(content), depth + 1)
    elif content.startswith(_PAGEFIND):
        yield from _of_pagefind(path, content[len(_PAGEFIND):])
    elif content.startswith(_ZIP):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield Text(path, "", name)
                yield from _texts(name, packed.read(name), depth + 1)
    elif content.startswith(_PARQUET):
        yield from (Text(path, "jsonl", lines) for lines in _rows_of_parquet(content))
    elif kind in LINED:
        yield from _of_lines(path, kind, io.BytesIO(content))
    elif kind not in NO_TEXT and not content.startswith(_WASM):
        yield Text(path, kind, content.decode(errors="replace"))


def _kind(path: str) -> str:
    stem, dot, suffix = path.rpartition(".")
    return suffix.lower() if stem and dot else ""


def _of_lines(path: str, kind: str, file: BinaryIO) -> Iterator[Text]:
    """Whole lines, as many at a time as speak of a few cases: what is far apart says nothing of each other."""
    while lines := file.readlines(_LONG):
        yield Text(path, kind, b"".join(lines).decode(errors="replace"))


def _of_pagefind(path: str, content: bytes) -> Iterator[Text]:
    if content.startswith(b"{"):
        yield Text(path, "jsonl", json.dumps(json.loads(content), ensure_ascii=False), is_bare_words=True)
    elif not content.startswith(_WASM):
        yield Text(path, "", "\n".join(cbor_strings(content)), is_bare_words=True)


def cbor_strings(content: bytes) -> Iterator[str]:
    """Every text in a run of CBOR items, in their order."""
    place = 0
    while place < len(content):
        major, more = content[place] >> 5, content[place] & 31
        place += 1
        size = more
        if 24 <= more <= 27:
            wide = 1 << (more - 24)
            size = int.from_bytes(content[place:place + wide], "big")
            place += wide
        if major in (_BYTES, _WORDS) and more != _INDEFINITE:
            if major == _WORDS:
                yield content[place:place + size].decode(errors="replace")
            place += size


def _rows_of_parquet(content: bytes) -> Iterator[str]:
    """As many rows at a time, one JSON object a line: the same text as that of JSON lines with the same rows."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise NotReadable("it is Parquet, and the extra `arrow` is not installed") from error
    file = pq.ParquetFile(pa.BufferReader(content))
    encode = _with_bytes if "binary" in str(file.schema_arrow) else msgspec.json.Encoder(enc_hook=str).encode
    moments = [column.name for column in file.schema_arrow if pa.types.is_timestamp(column.type)]
    lines, size = list[bytes](), 0
    for batch in file.iter_batches(batch_size=_ROWS):
        for row in batch.to_pylist():
            row |= {name: row[name].isoformat() for name in moments if row[name]}
            lines.append(encode(row) + b"\n")
            size += len(lines[-1])
            if size > _LONG:
                yield b"".join(lines).decode()
                lines, size = [], 0
    if lines:
        yield b"".join(lines).decode()


def _with_bytes(row: object) -> bytes:
    """A row with what stands in its bytes, read as text."""
    return json.dumps(row, ensure_ascii=False, default=lambda value: (
        value.decode(errors="replace") if isinstance(value, bytes) else str(value))).encode()
