"""A newsroom's own list, CSV or JSON lines: rows in, what to follow out, or why a row cannot be used."""

import codecs
import contextlib
import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa

from .. import FetchError
from .. import schema as s
from ..database import reading
from .files import LONGEST_LINE, NO_JSON, groups, json_items, json_value, opened
from .report import Row

HIGHEST_ID = 2**31 - 1
"""CourtListener's ids are 32-bit integers."""
Field = Literal["id", "url", "court", "number"]
COLUMNS: dict[str, Field] = {
    "courtlistener_docket_id": "id",
    "courtlistener_id": "id",
    "cl_docket_id": "id",
    "cl_id": "id",
    "docket_id": "id",
    "id": "id",
    "courtlistener_docket_url": "url",
    "courtlistener_url": "url",
    "courtlistener_link": "url",
    "courtlistener": "url",
    "docket_url": "url",
    "docket_link": "url",
    "absolute_url": "url",
    "url": "url",
    "link": "url",
    "court_id": "court",
    "court": "court",
    "docket_number": "number",
    "docket_no": "number",
    "case_number": "number",
    "case_no": "number",
}
"""Columns by name, however they are capitalised and divided. Of several for one field, the first here is read."""
NO_COURTS: Mapping[str, str] = {}
BULK = {"id", "court_id", "docket_number_core", "pacer_case_id", "nature_of_suit", "view_count"}
"""Columns that only CourtListener's bulk file has together: whoever followed all of its rows would have millions."""


class Cell(NamedTuple):
    """`column` is its name as the file's head has it, normalised."""

    column: str
    text: str


class Record(NamedTuple):
    """The cells of one row that may name a docket, or why the row cannot be read."""

    line: int
    cells: Mapping[Field, Cell]
    mistake: str = ""


class Named(NamedTuple):
    """What a row says of its docket: its id, or its court and number, or both."""

    id: int | None = None
    court: str = ""
    number: str = ""

    @property
    def keys(self) -> list[str]:
        """All that it can be followed by, what costs no request first."""
        by_number = [f"{self.court}:{self.number}"] if self.court and self.number else []
        return ([str(self.id)] if self.id else []) + by_number


class Unusable(Exception):
    """A row that names no docket: the column, and how to mend it."""

    def __init__(self, column: str, sentence: str) -> None:
        super().__init__(sentence)
        self.column = column


def row_of(record: Record, courts: Mapping[str, str], taken: dict[str, int]) -> Row:
    """One row; `taken` learns which line named which docket first."""
    if record.mistake:
        return Row(record.line, mistake=record.mistake)
    try:
        keys = named(record.cells, courts).keys
    except Unusable as wrong:
        return Row(record.line, column=wrong.column, mistake=str(wrong))
    first = next((taken[key] for key in keys if key in taken), 0)
    taken.update({key: first or record.line for key in keys if key not in taken})
    return Row(record.line, same_as=first) if first else Row(record.line, keys[0])


def named(cells: Mapping[Field, Cell], courts: Mapping[str, str]) -> Named:
    """The docket that a row names. Raises Unusable."""
    cells = {field: cell for field, cell in cells.items() if cell.text}
    for cell in cells.values():
        check_plain(cell)
    given, link, court, number = (cells.get(field) for field in ("id", "url", "court", "number"))
    docket = named_by_id(given, courts) if given else Named()
    linked = docket_id(link.text) if link else None
    if link and linked and docket.id and docket.id != linked:
        raise Unusable(
            link.column,
            "leads to another docket than the id: keep one of the two, and no column that only counts your rows",
        )
    by_number = Named()
    with contextlib.suppress(Unusable):
        by_number = named_by_number(court, number, courts)
    if found := docket.id or linked:
        return (docket if docket.court else by_number)._replace(id=found)
    if docket.court or by_number.court:
        return docket if docket.court else by_number
    if court or number:
        return named_by_number(court, number, courts)
    if link:
        where = "https://www.courtlistener.com/docket/12345678/"
        raise Unusable(link.column, f"is not the address of a docket: put one as in {where}")
    raise Unusable("", "names no docket: give its id, its address, or its court and number")


def check_plain(cell: Cell) -> None:
    if not cell.text.isprintable():
        raise Unusable(cell.column, "holds a line break or what cannot be seen: type it anew, one docket a row")
    if cell.text[0] in "=+-@":
        raise Unusable(cell.column, "begins as a formula, and none is worked out here: put the value in its place")


def named_by_id(cell: Cell, courts: Mapping[str, str]) -> Named:
    """An id; or, because people put it there, an address or court:number."""
    if found := re.fullmatch(r"0{0,20}([0-9]{1,18})(?:\.0{1,6})?", cell.text):
        number = int(found[1])
    else:
        number = docket_id(cell.text)
    if number is not None and 0 < number <= HIGHEST_ID:
        return Named(number)
    court, colon, rest = cell.text.partition(":")
    if number is None and colon and "/" not in court:
        return named_by_number(Cell(cell.column, court.strip()), Cell(cell.column, rest.strip()), courts)
    if re.fullmatch(r"[0-9][0-9.,']*(?:[eE]\+?[0-9]{1,3})?", cell.text):
        raise Unusable(
            cell.column, "is no id of a docket: show the column as whole numbers, without separators or powers"
        )
    raise Unusable(cell.column, "names no docket: put CourtListener's id, as in 12345678, an address, or court:number")


def named_by_number(court: Cell | None, number: Cell | None, courts: Mapping[str, str]) -> Named:
    """A docket by its court and number. Whether the court gives such numbers, `writwatch follow` checks."""
    if number is None:
        column = court.column if court else ""
        raise Unusable(column, "says nothing without a docket number: add one, an id or an address")
    if court is None:
        raise Unusable(number.column, "says nothing without its court: add it, as in txsd")
    name = courts.get(letters(court.text)) if courts else court.text.lower()
    if name is None or not re.fullmatch(r"[a-z][a-z0-9]{1,14}", name):
        raise Unusable(court.column, "is not a court's id: put it as CourtListener writes it, as in txsd for S.D. Tex.")
    if not re.fullmatch(r"(?=.*[0-9])[0-9A-Za-z][0-9A-Za-z:. ()/-]{0,59}", number.text):
        raise Unusable(number.column, 'is no docket number: write it in full, as in "0:26-cv-00123"')
    return Named(None, name, number.text)


def docket_id(address: str) -> int | None:
    """The id in the address of a docket on CourtListener, of its page or in the API; None: it is another address."""
    found = re.fullmatch(
        r"(?:(?:https?://)?(?:www\.)?courtlistener\.com)?/(?:docket|api/rest/v[0-9]/dockets)/([0-9]{1,10})(?:[/?#].*)?",
        address,
        re.IGNORECASE,
    )
    return int(found[1]) if found and 0 < int(found[1]) <= HIGHEST_ID else None


def letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def without_held(engine: sa.Engine, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, less those that name by number what another names by id, as far as the store knows."""
    by_id = {int(row.follow): row.line for row in rows if row.follow.isdecimal()}
    numbered: dict[str, int] = {}
    with reading(engine) as connection:
        for ids in groups(by_id):
            table = s.docket.c
            query = sa.select(table.id, table.court_id, table.docket_number).where(table.id.in_(ids))
            for row in connection.execute(query):
                numbered[f"{row.court_id}:{row.docket_number}"] = by_id[row.id]
    for row in rows:
        line = numbered.get(row.follow, 0)
        yield row._replace(follow="", same_as=line) if line else row


def columns_of(names: Sequence[str]) -> dict[Field, tuple[int, str]]:
    """Which column holds which field: its place, and its name as `COLUMNS` writes it."""
    places = {letters(name): place for place, name in reversed(list(enumerate(names)))}
    found: dict[Field, tuple[int, str]] = {}
    for column, field in COLUMNS.items():
        if field not in found and letters(column) in places:
            found[field] = places[letters(column)], column
    return found


def csv_records(path: Path, say: Callable[[str], None]) -> Iterator[Record]:
    """The rows of a CSV file by its head. A single column of ids, addresses or court:number needs none."""
    encoding = encoding_of(path, say)
    columns: dict[Field, tuple[int, str]] = {}
    width = 0
    for line, cells, mistake in csv_rows(path, encoding, delimiter_of(path, encoding)):
        if mistake and not columns:
            raise FetchError(f"{path}, line {line:,}: {mistake}.")
        if mistake:
            yield Record(line, {}, mistake)
        elif columns and any(cells[width:]):
            yield Record(line, {}, "has more cells than the first line: quote one that holds a separator")
        elif columns:
            yield Record(line, picked(columns, cells))
        elif set(cells) >= BULK:
            raise FetchError(f"{path} is CourtListener's bulk file of dockets: `writwatch import bulk` reads it.")
        elif columns := columns_of(cells):
            width = len(cells)
            warn_of_ids(columns, say)
        elif len(cells) == 1 and names_docket(cells[0]):
            columns["id"], width = (0, "1"), 1
            yield Record(line, picked(columns, cells))
        else:
            ways = "name one docket_id or url, or two court and docket_number"
            raise FetchError(f"{path}, line {line:,}: no column names dockets: {ways}.")


def picked(columns: Mapping[Field, tuple[int, str]], cells: Sequence[str]) -> dict[Field, Cell]:
    """The cells of a row that may name its docket; short rows have fewer."""
    return {field: Cell(name, cells[place]) for field, (place, name) in columns.items() if place < len(cells)}


def warn_of_ids(columns: Mapping[Field, tuple[int, str]], say: Callable[[str], None]) -> None:
    """A column "id" beside another one that names dockets may only count rows."""
    if columns.get("id", (0, ""))[1] == "id" and ("url" in columns or "number" in columns):
        say('The column "id" is taken for CourtListener\'s ids: if it only counts your rows, take it away.')


def names_docket(text: str) -> bool:
    try:
        return bool(named({"id": Cell("", text)}, NO_COURTS).keys)
    except Unusable:
        return False


SEPARATOR = re.compile(r'"?sep=([,;\t|])"?', re.IGNORECASE)
"""A first line that spreadsheets write to say what divides the cells."""


def delimiter_of(path: Path, encoding: str) -> str:
    """What divides the cells: what makes most sense of the first line."""
    with opened(path), path.open(encoding=encoding, errors="replace", newline="") as file:
        head = next((line.strip("\r\n") for line in islice(bounded(path, file), 100) if line.strip()), "")
    if said := SEPARATOR.fullmatch(head):
        return said[1]
    return max(",;\t|", key=lambda mark: len(columns_of(head.replace('"', "").split(mark))))


def csv_rows(path: Path, encoding: str, delimiter: str) -> Iterator[tuple[int, list[str], str]]:
    """(line, cells, "") for each row that is not blank, or (line, [], what is wrong)."""
    with opened(path), path.open(encoding=encoding, errors="replace", newline="") as file:
        reader = csv.reader(bounded(path, file), delimiter=delimiter, strict=True)
        while True:
            line = reader.line_num + 1
            try:
                cells = [cell.strip() for cell in next(reader)]
            except StopIteration:
                return
            except csv.Error:
                more = f" (lines up to {reader.line_num:,} were not read)" if reader.line_num > line else ""
                wrong = f"has a quotation mark that is not closed, or text behind one that is{more}"
                yield line, [], f"{wrong}: mend the marks, and double those inside a cell"
                continue
            if any(cells) and not (line == 1 and SEPARATOR.fullmatch(delimiter.join(cells))):
                yield line, cells, ""


def bounded(path: Path, file: Any) -> Iterator[str]:
    """The lines of a text."""
    line = 0
    while text := file.readline(LONGEST_LINE + 1):
        line += 1
        if len(text) > LONGEST_LINE:
            raise FetchError(f"{path}, line {line:,} is longer than 20 MB: a list of dockets has one a line.")
        yield text


def encoding_of(path: Path, say: Callable[[str], None]) -> str:
    """UTF-8, or else Windows-1252, and then it is said."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with opened(path), path.open("rb") as file:
        try:
            while piece := file.read(1_000_000):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            say_encoding(path, say)
            return "cp1252"
    return "utf-8-sig"


def say_encoding(path: Path, say: Callable[[str], None]) -> None:
    say(f"{path} is not UTF-8 and was read as Windows-1252: save it as UTF-8 if letters come out wrong.")


def json_records(path: Path, say: Callable[[str], None]) -> Iterator[Record]:
    """The objects of a file by their keys, or its bare ids and addresses."""
    said: set[str] = set()

    def say_once(sentence: str) -> None:
        if sentence not in said:
            said.add(sentence)
            say(sentence)

    for item in json_items(path):
        value = NO_JSON if item.mistake else json_value(as_utf8(path, item.raw, say_once))
        if value is NO_JSON:
            wrong = 'is not JSON: write one object a line, as in {"docket_id": 12345678}'
            yield Record(item.line, {}, item.mistake or wrong)
        elif isinstance(value, dict):
            columns = columns_of(list(value))
            warn_of_ids(columns, say_once)
            yield Record(item.line, picked(columns, [text_of(cell) for cell in value.values()]))
        else:
            yield Record(item.line, {"id": Cell("", text_of(value))})


def as_utf8(path: Path, raw: bytes, say: Callable[[str], None]) -> bytes:
    try:
        raw.decode()
    except UnicodeDecodeError:
        say_encoding(path, say)
        return raw.decode("cp1252", "replace").encode()
    return raw


def text_of(value: Any) -> str:
    """A value as a cell; what is neither text nor a whole number becomes one that no field takes."""
    if value is None or isinstance(value, str):
        return (value or "").strip()
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(int(value)) if number and abs(value) < 2**53 and value == int(value) else "?"
