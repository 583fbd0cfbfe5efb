"""What a newsroom has already: a file in, dockets to follow or rows in the store out. No request is spent.

Two shapes, told apart by what they hold. A list of one's own (CSV or JSON lines) names dockets; an export of
CourtListener (JSON lines or one array) holds dockets and docket entries as the API gives them. A cell is data: it is
never worked out, and never shown, because it may hold a name.
"""
import codecs
import contextlib
import csv
import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec
import sqlalchemy as sa

from . import FetchError, store
from . import schema as s
from .database import reading, writing
from .objects import CONTACTS, ENDPOINTS, Bad, Docket, DocketEntry, Found, decode_rows
from .store import Seen

LONGEST_LINE = 20_000_000
"""Bytes of a line, and of whatever else must be read at once."""
BATCH, BATCH_BYTES = 500, 40_000_000
"""What is saved in one transaction: so many rows, or fewer where they are long."""
DEEPEST = 60
"""Levels of lists and objects in one row. CourtListener's have four."""
HIGHEST_ID = 2**31 - 1
"""CourtListener's ids are 32-bit integers."""
ENDPOINT = "import"
"""Under this name rows of a file stand in quarantine."""
NOT_KEPT = frozenset((*CONTACTS, "plain_text"))
"""What is not taken over: what fetch never asks for either."""

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


class Row(NamedTuple):
    """One row of a list. `follow` is the docket as `writwatch follow` takes it, an id or court:number.

    It is "" where the row cannot be used (`mistake` says why and `column` where), and where the docket stands in line
    `same_as` already.
    """

    line: int
    follow: str = ""
    column: str = ""
    mistake: str = ""
    same_as: int = 0


class ImportReport(NamedTuple):
    """What a file held. Of a list, its rows; of an export, what became of its objects, and their dockets' ids.

    `saved`: new or changed. `held`: the store has them as new or newer. `others`: objects that are not imported, such
    as parties. An export has rows only for lines that could not be read at all.
    """

    rows: tuple[Row, ...] = ()
    docket_ids: tuple[int, ...] = ()
    saved: int = 0
    held: int = 0
    quarantined: int = 0
    others: int = 0
    notes: tuple[str, ...] = ()

    @property
    def follow(self) -> tuple[str, ...]:
        """What to hand to `writwatch follow`: each docket once."""
        return tuple(row.follow for row in self.rows if row.follow)

    @property
    def mistakes(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.mistake)


def import_file(engine: sa.Engine, path: Path, at: dt.datetime, courts: Mapping[str, str] = NO_COURTS) -> ImportReport:
    """An export into the store, or a list as dockets to follow. `courts` as for `read_import`.

    A second import of the same file changes nothing, so that one that was cut off is simply begun again. FetchError:
    the file cannot be read, or names no docket.
    """
    path = checked_file(path)
    if is_export(path):
        return save_export(engine, path, at)
    notes: list[str] = []
    rows = read_import(path, courts, notes.append)
    return ImportReport(rows=tuple(without_held(engine, rows)), notes=tuple(notes))


def read_import(
    path: Path, courts: Mapping[str, str] = NO_COURTS, say: Callable[[str], None] = lambda sentence: None
) -> list[Row]:
    """The rows of a list. `courts`: ways to write a court ("S.D. Tex.") → its id; {}: any id is taken for one.

    `say` hears what was taken for granted. FetchError: the file cannot be read, names no docket, or is an export.
    """
    path = checked_file(path)
    if is_export(path):
        raise FetchError(f"{path} is an export of CourtListener, no list of dockets: import it into the store.")
    records = json_records(path, say) if is_json(path) else csv_records(path, say)
    spelt = {letters(name): court for name, court in courts.items()}
    spelt |= {letters(court): court for court in courts.values()}
    taken: dict[str, int] = {}
    return [row_of(record, spelt, taken) for record in records]


def tell_import(report: ImportReport) -> str:
    """The report for a person, with every row that could not be used."""
    lines = list(report.notes)
    if report.docket_ids or report.quarantined or report.others:
        lines.append(
            f"{report.saved:,} objects of {len(report.docket_ids):,} dockets saved; {report.held:,} were in the store "
            "as new or newer."
        )
    else:
        lines.append(f"{len(report.follow):,} dockets to follow.")
    for row in report.mistakes:
        lines.append(f"line {row.line:,}{f', column {row.column}' if row.column else ''}: {row.mistake}.")
    again = (row for row in report.rows if row.same_as)
    lines += [f"line {row.line:,} names the docket of line {row.same_as:,} again." for row in again]
    if report.quarantined:
        lines.append(f"{report.quarantined:,} rows could not be understood and are kept in quarantine.")
    if report.others:
        lines.append(f"{report.others:,} rows are neither dockets nor docket entries, and were left out.")
    return "\n".join(lines)


# A list: what each row names.


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


# A list: how it is read.


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
    columns: dict[Field, tuple[int, str]] | None = None
    width = 0
    for line, cells, mistake in csv_rows(path, encoding, delimiter_of(path, encoding)):
        if mistake:
            if columns is None:
                raise FetchError(f"{path}, line {line}: {mistake}.")
            yield Record(line, {}, mistake)
            continue
        if columns is None:
            columns, width = columns_of(cells), len(cells)
            warn_of_ids(columns, say)
            if columns:
                continue
            columns, width = {"id": (0, "1")}, 1
            if len(cells) > 1 or not names_docket(cells[0]):
                raise FetchError(
                    f"{path}, line {line}: no column names dockets: name one docket_id or url, or two court and "
                    "docket_number."
                )
        if any(cells[width:]):
            yield Record(
                line, {}, "has more cells than the first line: put quotation marks around one with a separator"
            )
            continue
        places = {field: Cell(name, cells[place]) for field, (place, name) in columns.items() if place < len(cells)}
        yield Record(line, places)


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
            keys = list(value)
            columns = columns_of(keys)
            warn_of_ids(columns, say_once)
            places = {field: Cell(name, text_of(value[keys[place]])) for field, (place, name) in columns.items()}
            yield Record(item.line, places)
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


# An export.


class Item(NamedTuple):
    """One JSON value of a file, where it begins, or why it cannot be read."""

    line: int
    raw: bytes
    mistake: str = ""


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


# How JSON is read.


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


# Files.


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
