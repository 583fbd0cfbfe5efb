"""A spreadsheet file in, its rows of text out: the first sheet of an .xlsx, or a CSV. Nothing in it is run or fetched.

An .xlsx is a zip of XML. It comes from elsewhere, so it is read warily: no more than `LARGEST` bytes of any part, and a
document type, which is where entities are declared, ends the reading.
"""
import csv
import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final
from xml.parsers import expat

from . import SiteError

LARGEST: Final = 40_000_000
"""Bytes of a file, or of a part of one once unpacked."""

MOST_CELLS: Final = 2_000_000
_WIDEST: Final = 1_000
_STRINGS: Final = "xl/sharedStrings.xml"
_UNREADABLE: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, expat.ExpatError, struct.error, NotImplementedError, RuntimeError,
    EOFError, LookupError, OSError, ValueError)
"""What zip files and XML say where they are damaged, or made to be."""
_SHEET: Final = re.compile(r"xl/worksheets/sheet[0-9]{1,9}\.xml")
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})[0-9]+")


def read_rows(path: Path) -> list[list[str]]:
    """Every row with its cells as text, a day in an .xlsx as the number it is stored as. Raises SiteError."""
    try:
        content = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError as error:
        raise SiteError(f"{path} cannot be read ({error.strerror}): mend its place or its permissions.") from error
    if content is None:
        raise SiteError(f"{path} is larger than {LARGEST // 1_000_000} MB: that is no list of agreements.")
    return _xlsx(content, path) if content.startswith(b"PK") else _csv(content, path)


def _csv(content: bytes, path: Path) -> list[list[str]]:
    if content.startswith((b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise SiteError(f"{path} is neither .xlsx nor CSV: open it in a spreadsheet and save it as one of the two.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SiteError(f"{path} is not UTF-8: save it as CSV in that encoding, or as .xlsx.") from None
    try:
        return list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise SiteError(f"{path} is no CSV ({error}): save it anew from a spreadsheet.") from None


def _xlsx(content: bytes, path: Path) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            names = set(book.namelist())
            sheets = sorted(filter(_SHEET.fullmatch, names), key=_number)
            if not sheets:
                raise SiteError(f"{path} holds no sheet: save it as .xlsx from a spreadsheet.")
            strings = _Strings()
            if _STRINGS in names:
                _parse(_part(book, _STRINGS, path), strings.start, strings.end, strings.text)
            sheet = _Sheet(strings.found)
            _parse(_part(book, sheets[0], path), sheet.start, sheet.end, sheet.text)
    except _UNREADABLE as error:
        raise SiteError(f"{path} is no .xlsx that can be read ({error}): save it anew, or as CSV.") from None
    except _Refused as error:
        raise SiteError(f"{path} holds {error}: that is no plain spreadsheet. Save it anew, or as CSV.") from None
    return sheet.rows


def _number(name: str) -> int:
    return int("".join(filter(str.isdigit, name)))


class _Refused(Exception):
    """What a plain spreadsheet never holds."""


def _part(book: zipfile.ZipFile, name: str, path: Path) -> bytes:
    with book.open(name) as part:
        content = part.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise SiteError(f"{path} unpacks to more than {LARGEST // 1_000_000} MB: that is no list of agreements.")
    return content


def _parse(
    content: bytes, start: Callable[[str, dict[str, str]], None], end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    parser = expat.ParserCreate(namespace_separator=None)
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(content, True)


def _refuse(*_: object) -> None:
    raise _Refused("a document type")


def _local(name: str) -> str:
    return name.rpartition(":")[2]


class _Strings:
    """The texts that cells refer to by number."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._parts: list[str] = []
        self._is_text = self._is_reading_aid = False

    def start(self, name: str, given: dict[str, str]) -> None:
        local = _local(name)
        if local == "si":
            self._parts = []
        self._is_reading_aid |= local == "rPh"
        self._is_text = local == "t" and not self._is_reading_aid

    def end(self, name: str) -> None:
        local = _local(name)
        if local == "si":
            self.found.append("".join(self._parts))
        self._is_reading_aid &= local != "rPh"
        self._is_text = False

    def text(self, text: str) -> None:
        if self._is_text:
            self._parts.append(text)


class _Sheet:
    """The rows of a sheet; a cell says by its reference in which column it stands."""

    def __init__(self, strings: list[str]) -> None:
        self.rows: list[list[str]] = []
        self._strings = strings
        self._parts: list[str] = []
        self._kind = ""
        self._column = 0
        self._cells = 0
        self._is_value = False

    def start(self, name: str, given: dict[str, str]) -> None:
        local = _local(name)
        if local == "row":
            self.rows.append([])
        elif local == "c":
            self._parts, self._kind = [], given.get("t", "")
            found = _REFERENCE.fullmatch(given.get("r", ""))
            self._column = _column(found[1]) if found else len(self.rows[-1]) if self.rows else 0
            self._cells += 1
            if self._cells > MOST_CELLS:
                raise _Refused(f"more than {MOST_CELLS:,} cells")
        self._is_value = local in ("v", "t")

    def end(self, name: str) -> None:
        if _local(name) == "c" and self.rows and self._column < _WIDEST:
            row = self.rows[-1]
            row += [""] * (self._column + 1 - len(row))
            row[self._column] = self._value()
        self._is_value = False

    def text(self, text: str) -> None:
        if self._is_value:
            self._parts.append(text)

    def _value(self) -> str:
        text = "".join(self._parts)
        if self._kind != "s":
            return text
        number = int(text) if text.isdecimal() and len(text) < 10 else -1
        return self._strings[number] if 0 <= number < len(self._strings) else ""


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
