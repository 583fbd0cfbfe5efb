"""Published cases in, one by one; the files of data/ out: CSV, JSON lines and Parquet, and what describes them.

What a table holds is told in `tables`. CSV is UTF-8 with a byte-order mark (a spreadsheet asks for it), and none of its
cells can be taken for a formula; JSON lines and Parquet hold the same values as they are. Rows wait packed, by case,
and are written in the order of the addresses: the same cases give the same bytes, whatever order they came in.
"""
import csv
import datetime as dt
import hashlib
import io
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from importlib.util import find_spec
from itertools import islice
from typing import Any, Final, NamedTuple

import msgspec

from . import addresses
from .cases import day_of
from .coverage import Coverage
from .numbers import Numbers
from .output import File
from .pages import SiteLook
from .published import Proof, PublishedCase, PublishedDate, PublishedEvent
from .tables import (
    AGREEMENTS,
    CASES,
    DATES,
    DESCRIPTIONS,
    DOCKETS,
    ENGLISH,
    EVENTS,
    FACILITIES,
    FIGURES,
    NOT_FOLLOWED,
    NUMBERING,
    RECAPTURES,
    TABLES,
    Column,
    Row,
    Table,
    case_row,
    column_rows,
    counted,
    date_rows,
    docket_rows,
    event_rows,
    harmless,
    numbering_rows,
    recapture_rows,
)
from .wording import N_, due_time

FORMAT: Final = 1
"""The version of data/cases/SLUG.json. A key that goes or changes its meaning makes it 2; a new key does not."""

HAS_PARQUET: Final = find_spec("pyarrow") is not None
"""Parquet is written where pyarrow is installed (the extra `arrow`)."""

WITHOUT_PARQUET: Final = N_("There are no Parquet files: the program that built this site lacks pyarrow.")

FORMATS: Final = {"csv": "text/csv", "jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet"}

SOURCE: Final = ("CourtListener (Free Law Project)", "https://www.courtlistener.com/")

_BLOCK: Final = 2_000
_PARQUET_BLOCK: Final = 20_000
_PACK: Final = msgspec.msgpack.Encoder()
_UNPACK: Final = msgspec.msgpack.Decoder(list[tuple[str | int | float | bool | None, ...]])
_JSON: Final = msgspec.json.Encoder()


class DataFile(NamedTuple):
    """A file of data/ as the data page tells it: its path, what it is, {column: what it holds}, where it stands in
    other formats. A path with SLUG in it is one file a case."""

    path: str
    sentence: str
    columns: dict[str, str]
    others: tuple[str, ...] = ()


def _in_formats(table: Table) -> DataFile:
    first, *others = (addresses.data(f"{table.name}.{kind}") for kind in formats())
    return DataFile(first, table.sentence, {name: column.holds for name, column in table.columns.items()}, (*others,))


def formats(has_parquet: bool = HAS_PARQUET) -> tuple[str, ...]:
    """The formats that every table is written in, CSV first."""
    return tuple(each for each in FORMATS if has_parquet or each != "parquet")


PACKAGE: Final = addresses.data("datapackage.json")
DATASET: Final = addresses.data("dataset.jsonld")
DATASETTE: Final = addresses.data("metadata.json")
FILES: Final = (
    *map(_in_formats, TABLES),
    DataFile(addresses.case_data("SLUG"), N_("One case, with all that its page says: one file a case."), {}),
    DataFile(PACKAGE, N_("All tables and their columns, as a Frictionless data package."), {}),
    DataFile(DATASET, N_("The same in the words of schema.org, for search engines of data."), {}),
    DataFile(DATASETTE, N_("What Datasette shows beside the tables."), {}),
)
"""Everything that stands in data/."""


class Downloads:
    """The files of data/. Texts in them are English."""

    def __init__(
        self, look: SiteLook, as_of: dt.datetime, has_parquet: bool = HAS_PARQUET, agreements: Sequence[Row] = (),
        figures: Sequence[Row] = (), facilities: Sequence[Row] = (), coverage: Coverage | None = None,
    ) -> None:
        """`agreements`, `figures`, `facilities`: rows of the tables of that name; `coverage`: the last looks at courts
        that are followed as a whole; what is held of each is added to it, case by case."""
        self.look = look
        self.passes = coverage.known.passes if coverage else NOT_FOLLOWED
        self.coverage = coverage
        self.beside = {AGREEMENTS.name: agreements, FIGURES.name: figures, FACILITIES.name: facilities}
        self.as_of = as_of
        self.formats = formats(has_parquet)
        self._rows = {table.name: _Packed() for table in (CASES, EVENTS, DATES, DOCKETS)}

    def leaves(self, case: PublishedCase) -> Iterator[File]:
        yield File(addresses.case_data(case.slug), encoded(_JSON, case_data(case)) + b"\n")

    def leaf_paths(self, case: PublishedCase) -> tuple[str, ...]:
        return (addresses.case_data(case.slug),)

    def case(self, case: PublishedCase) -> tuple[File, ...]:
        if self.coverage:
            self.coverage.add(case)
        self._rows[CASES.name].add(case.slug, [case_row(case)])
        self._rows[EVENTS.name].add(case.slug, event_rows(case))
        self._rows[DATES.name].add(case.slug, date_rows(case))
        self._rows[DOCKETS.name].add(case.slug, docket_rows(case))
        return ()

    def given(self) -> Iterator[str]:
        """The table of places of detention as it is published: a list says where they are, no docket does."""
        rows = self.beside[FACILITIES.name]
        return (b"".join(pieces).decode() for pieces in (csv_pieces(FACILITIES, rows), json_lines(FACILITIES, rows)))

    @cached_property
    def numbers(self) -> Numbers:
        """What is counted over the cases given so far: once, when it is first asked for."""
        return Numbers(counted(self._rows[CASES.name], day_of(self.look.timezone, self.as_of), self.passes))

    def whole(self) -> Iterator[File]:
        """Each table in each format, then what describes them: that knows how large each came out."""
        rows: dict[str, Iterable[Row]] = {
            **self._rows, **self.numbers.tables, **self.beside, **_missed(self.coverage),
            DESCRIPTIONS.name: column_rows()}
        seals: dict[str, Seal] = {}
        for table in TABLES:
            for kind in self.formats:
                path = addresses.data(f"{table.name}.{kind}")
                yield File(path, sealed(path, WRITERS[kind](table, rows[table.name]), seals))
        yield File(PACKAGE, _readable(datapackage(self.look, self.as_of, seals)))
        yield File(DATASET, _readable(dataset(self.look, self.as_of, self.formats)))
        yield File(DATASETTE, _readable(datasette(self.look)))


def _missed(coverage: Coverage | None) -> dict[str, Iterable[Row]]:
    """What is known of petitions that have no page, by two tables, each read once for every format."""
    if coverage is None:
        return {NUMBERING.name: (), RECAPTURES.name: ()}
    return {NUMBERING.name: [*numbering_rows(coverage.runs, coverage.petitions)],
            RECAPTURES.name: [*recapture_rows(coverage.missed)]}


class _Packed:
    """Rows by case, packed: a few hundred bytes a case stay in memory. Read in the order of the addresses."""

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}

    def add(self, slug: str, rows: Iterable[Row]) -> None:
        known = [tuple(None if cell == "" else cell for cell in row) for row in rows]
        if known:
            self._packed[slug] = zlib.compress(encoded(_PACK, known), 1)

    def __iter__(self) -> Iterator[Row]:
        for slug in sorted(self._packed):
            yield from _UNPACK.decode(zlib.decompress(self._packed[slug]))


def encoded(encoder: Any, value: object) -> bytes:
    """A value as its encoder writes it; half a character, which no encoder takes, becomes a question mark."""
    try:
        return encoder.encode(value)
    except UnicodeEncodeError:
        return encoder.encode(_whole_characters(value))


def _whole_characters(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_whole_characters(key): _whole_characters(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_whole_characters(each) for each in value]
    return value


class Seal(NamedTuple):
    """How large a file came out, and its SHA-256."""

    bytes: int
    sha256: str


def sealed(path: str, pieces: Iterable[bytes], seals: dict[str, Seal]) -> Iterator[bytes]:
    """The pieces as they are; once all have gone by, `seals` knows the file."""
    size, sha256 = 0, hashlib.sha256()
    for piece in pieces:
        size += len(piece)
        sha256.update(piece)
        yield piece
    seals[path] = Seal(size, sha256.hexdigest())


def csv_pieces(table: Table, rows: Iterable[Row]) -> Iterator[bytes]:
    """The table as CSV that a spreadsheet opens as it is meant."""
    yield b"\xef\xbb\xbf"
    for block in _blocks([tuple(table.columns)], _BLOCK):
        yield _csv_lines(block)
    for block in _blocks(rows, _BLOCK):
        yield _csv_lines(block)


def _csv_lines(rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([_csv_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def _csv_cell(cell: str | float | bool | None) -> object:
    if isinstance(cell, str):
        return harmless(cell)
    return str(cell).lower() if isinstance(cell, bool) else cell


def json_lines(table: Table, rows: Iterable[Row]) -> Iterator[bytes]:
    """The table as JSON lines: one object a row, what is missing null."""
    names = list(table.columns)
    for block in _blocks(rows, _BLOCK):
        yield b"".join(_JSON.encode(dict(zip(names, row, strict=True))) + b"\n" for row in block)


def parquet_pieces(table: Table, rows: Iterable[Row]) -> Iterator[bytes]:
    """The table as Parquet; needs pyarrow. It says nothing of when it was written."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"string": pa.string(), "integer": pa.int64(), "boolean": pa.bool_(), "number": pa.float64(),
             "date": pa.date32(), "datetime": pa.timestamp("s", tz="UTC")}
    schema = pa.schema([(name, types[column.type]) for name, column in table.columns.items()])
    file = io.BytesIO()
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for block in _blocks(rows, _PARQUET_BLOCK):
            cells = zip(table.columns.values(), zip(*block, strict=True), strict=True)
            typed = [pa.array(_typed(column, each), types[column.type]) for column, each in cells]
            writer.write_table(pa.Table.from_arrays(typed, schema=schema))
    yield file.getvalue()


_READ: Final[dict[str, Callable[[Any], object]]] = {
    "date": dt.date.fromisoformat, "datetime": dt.datetime.fromisoformat}


def _typed(column: Column, cells: Sequence[Any]) -> list[object]:
    """The cells as values of the column's type."""
    read = _READ.get(column.type)
    return [cell if cell is None else read(cell) for cell in cells] if read else list(cells)


WRITERS: Final[dict[str, Callable[[Table, Iterable[Row]], Iterator[bytes]]]] = {
    "csv": csv_pieces, "jsonl": json_lines, "parquet": parquet_pieces}


def _blocks(rows: Iterable[Row], length: int) -> Iterator[list[Row]]:
    left = iter(rows)
    while block := list(islice(left, length)):
        yield block


def case_data(case: PublishedCase) -> dict[str, object]:
    """All that the page of a case says, as one object: names as in `published`, days as ISO text.

    Of a release only the day is given. A proof names its entry, which stands in full beneath its docket.
    """
    said = _named(case)
    for name in _WITHIN:
        del said[name]
    due = [_date(date) | {"says": ENGLISH.due(date)} for date in case.compliance_due]
    coming = [_date(date) | {"says": ENGLISH.hearing(date)} for date in case.hearings_to_come]
    return {"format": FORMAT, "page": addresses.case(case.slug), "says": ENGLISH.lede(case), **said,
            "compliance_due": due, "hearings_to_come": coming}


_WITHIN: Final = ("confirmed_findings", "was")
"""What is known of a case and no page says as such."""


def _plain(value: Any) -> object:
    """The shapes of `published` as JSON knows them."""
    if type(value) in _SIMPLE:
        return value
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    shape = _SHAPES.get(type(value))
    if shape:
        return shape(value)
    return _named(value) if hasattr(value, "_fields") else [_plain(each) for each in value]


def _named(value: Any) -> dict[str, object]:
    named = value._asdict()
    for name, each in named.items():
        if type(each) not in _SIMPLE:
            named[name] = _plain(each)
    return named


def _proof(proof: Proof) -> dict[str, object]:
    return {"docket_id": proof.docket_id, "entry_id": proof.entry_id, "quote": proof.quote, "rule": proof.rule}


def _event(event: PublishedEvent) -> dict[str, object]:
    return {"says": ENGLISH.event(event), **_named(event)}


def _date(date: PublishedDate) -> dict[str, object]:
    """Of what is no hearing, the day alone where it is a release, also where it was moved."""
    when = date.datetime if date.kind.startswith("hearing") else due_time(date)
    moved = tuple(before[:len(when)] if when else before[:10] for before in date.moved_from)
    return _named(date._replace(datetime=when, moved_from=moved))


_SIMPLE: Final = frozenset({str, int, bool, type(None), dt.date, dt.datetime})
_SHAPES: Final[dict[type, Callable[[Any], dict[str, object]]]] = {
    Proof: _proof, PublishedEvent: _event, PublishedDate: _date}


def datapackage(look: SiteLook, as_of: dt.datetime, seals: dict[str, Seal]) -> dict[str, object]:
    """The descriptor of Frictionless: every table in every format it was written in, with its columns."""
    written = [(table, kind, addresses.data(f"{table.name}.{kind}")) for table in TABLES for kind in FORMATS]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "writwatch",
        "title": look.name,
        "description": _described(look, any(path.endswith(".parquet") for path in seals)),
        **({"homepage": look.base_url} if look.base_url else {}),
        "version": str(FORMAT),
        "created": _moment(as_of),
        "day": day_of(look.timezone, as_of).isoformat(),
        "sources": [{"title": SOURCE[0], "path": SOURCE[1]}],
        "resources": [_resource(table, kind, seals[path]) for table, kind, path in written if path in seals],
    }


def _described(look: SiteLook, has_parquet: bool) -> str:
    fiction = "Fictional: every case in it is invented." if look.fictional else ""
    return " ".join(filter(None, (look.tagline.rstrip(".") + ".", fiction, "" if has_parquet else WITHOUT_PARQUET)))


def _resource(table: Table, kind: str, seal: Seal) -> dict[str, object]:
    fields = [{"name": name, "type": column.type, "description": column.holds}
              for name, column in table.columns.items()]
    schema: dict[str, object] = {"fields": fields, "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if "slug" in table.columns and table is not CASES:
        reference = {"resource": CASES.name, "fields": ["slug"]}
        schema["foreignKeys"] = [{"fields": ["slug"], "reference": reference}]
    return {
        "name": table.name if kind == "csv" else f"{table.name}-{kind}",
        "path": f"{table.name}.{kind}",
        "description": table.sentence,
        "format": kind,
        "mediatype": FORMATS[kind],
        **({} if kind == "parquet" else {"encoding": "utf-8"}),
        "bytes": seal.bytes,
        "hash": f"sha256:{seal.sha256}",
        "schema": schema,
    }


def dataset(look: SiteLook, as_of: dt.datetime, formats: Sequence[str] = formats()) -> dict[str, object]:
    """The data as schema.org's Dataset. Its addresses are whole where the site knows its own, else relative."""
    base = look.base_url.rstrip("/") + "/" if look.base_url else "../"
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": look.name,
        "description": _described(look, "parquet" in formats),
        "url": base + addresses.DATA,
        "dateModified": _moment(as_of),
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "spatialCoverage": "United States",
        "creator": {"@type": "Organization", "name": look.name, **({"url": base} if look.base_url else {})},
        "isBasedOn": {"@type": "Dataset", "name": SOURCE[0], "url": SOURCE[1]},
        "variableMeasured": [column.holds for name, column in CASES.columns.items() if name != "slug"],
        "distribution": [
            {"@type": "DataDownload", "name": f"{table.name}.{kind}", "description": table.sentence,
             "encodingFormat": FORMATS[kind], "contentUrl": base + addresses.data(f"{table.name}.{kind}")}
            for table in TABLES for kind in formats
        ],
    }


def dataset_script(look: SiteLook, as_of: dt.datetime) -> str:
    """`dataset` as the text of a <script type="application/ld+json">: nothing in it ends the element."""
    return json.dumps(dataset(look, as_of), ensure_ascii=False).replace("<", "\\u003c")


def datasette(look: SiteLook) -> dict[str, object]:
    """Datasette's metadata, for a database "writwatch" with a table for each of ours."""
    return {
        "title": look.name,
        "description": _described(look, has_parquet=True),
        "source": SOURCE[0],
        "source_url": SOURCE[1],
        **({"about": look.name, "about_url": look.base_url} if look.base_url else {}),
        "databases": {"writwatch": {"tables": {
            table.name: {"description": table.sentence, **_FIRST_SEEN.get(table.name, {}),
                         "columns": {name: column.holds for name, column in table.columns.items()}}
            for table in TABLES
        }}},
    }


_FIRST_SEEN: Final[dict[str, dict[str, object]]] = {
    CASES.name: {"sort_desc": "last_active", "label_column": "title", "facets": ["status", "court_id", "topic"]},
    EVENTS.name: {"sort_desc": "date", "facets": ["type", "court_id"]},
    DATES.name: {"sort": "date", "facets": ["kind", "court_id"]},
}
"""How Datasette sorts a table at first, and by what it offers to narrow it."""


def _moment(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds")


def _readable(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
