"""CourtListener's bulk file: are the dockets of our cohorts found in it, whatever stands around them?"""
import bz2
import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from writwatch.fetch import FetchError, takedowns
from writwatch.fetch import schema as s
from writwatch.fetch.database import reading, store_url
from writwatch.fetch.discover import Cohort
from writwatch.fetch.imports import bulk, import_file
from writwatch.fetch.imports.bulk import BACKSLASH, BACKTICK, DOUBLED, import_bulk, tell_bulk
from writwatch.fetch.purge import forget_dockets

from ..conftest import POSTGRES
from . import bulk_file
from .conftest import docket_row
from .test_imports import lines as json_lines

pytest.importorskip("duckdb", reason="the extra `scale` is not installed")

NOON = dt.datetime(2026, 10, 2, 12, tzinfo=dt.UTC)
DETAINED = Cohort("detained", "463", ("mnd", "txsd"))
EVERYWHERE = Cohort("everywhere", "463")
NAMES = {
    1: "Quispe Mamani v. Warden",
    2: 'Ferrand, a/k/a "R" v. Warden, "Annex"',
    3: "Ends with a backslash\\",
    4: 'A \\" B \\\\ C',
    5: "Two\nlines, and a comma",
    6: '"Begins and ends"',
    7: "Ñandú `tick` Ł",
    8: "\\",
}
"""Invented captions with whatever may trouble a reader of CSV."""


def row(number: int, name: str = "Quispe Mamani v. Warden", **fields: str | None) -> dict[str, str | None]:
    first = next(bulk_file.rows(1))
    known = {"id": str(number), "court_id": "mnd", "date_filed": "2026-01-05", "case_name": name}
    return {**first, **known, "nature_of_suit": "463 Alien Detainee", "docket_number": "0:26-cv-00001", **fields}


HARD = [row(number, name) for number, name in NAMES.items()]
HEAD = ",".join(bulk_file.COLUMNS) + "\n"


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def make(rows: Iterable[Any], name: str = "dockets.csv.bz2", head: str = HEAD, **how: Any) -> Path:
        body = [each if isinstance(each, bytes) else bulk_file.line(each, **how).encode() for each in rows]
        content = b"".join([head.encode(), *body])
        path = tmp_path / name
        path.write_bytes(bz2.compress(content) if name.endswith("bz2") else content)
        return path

    return make


Write = Callable[..., Path]


def found(engine: sa.Engine) -> list[Any]:
    with reading(engine) as connection:
        return list(connection.execute(sa.select(s.found).order_by(s.found.c.name, s.found.c.docket_id)))


WAYS = {
    "since 2025": {},
    "since 2025, marks only where needed": {"forced": False},
    "as other CSV": {"escape": '"'},
    "as other CSV, marks only where needed": {"escape": '"', "forced": False},
    "in between": {"quote": "`", "escape": "`"},
}


@pytest.mark.parametrize("how", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("name", ["dockets.csv.bz2", "dockets.csv"])
def test_what_is_found(write: Write, engine: sa.Engine, how: dict[str, Any], name: str):
    """However rows are quoted, packed or not: is each docket of the cohort found, with its caption to the letter?"""
    path = write([*HARD, row(9, court_id="cand"), row(10, nature_of_suit="440 Civil Rights"), row(11)], name, **how)
    report = import_bulk(engine, path, [DETAINED, EVERYWHERE], NOON)
    assert report.found == {"detained": (9, 9), "everywhere": (10, 10)}
    assert report.malformed == 0
    kept = [each for each in found(engine) if each.name == "detained"]
    assert {each.docket_id: each.case_name for each in kept} == NAMES | {11: "Quispe Mamani v. Warden"}
    first = kept[0]
    assert (first.court_id, first.docket_number, first.date_filed) == ("mnd", "0:26-cv-00001", dt.date(2026, 1, 5))
    assert (first.nature_of_suit, first.found_at, first.request_id) == ("463 Alien Detainee", NOON, None)


COPIES = {
    BACKSLASH: ["ESCAPE '\\', FORCE_QUOTE *", "ESCAPE '\\'"],
    DOUBLED: ["FORCE_QUOTE *", "ENCODING 'utf8'"],
    BACKTICK: ["QUOTE '`', FORCE_QUOTE *"],
}


@pytest.mark.skipif(not POSTGRES, reason="no PostgreSQL: set WRITWATCH_TEST_POSTGRES to a server's URL")
@pytest.mark.parametrize(("quoting", "options"), [(q, o) for q, each in COPIES.items() for o in each])
def test_what_postgresql_writes(tmp_path: Path, engine: sa.Engine, quoting: bulk.Quoting, options: str):
    """The file made by the COPY that makes CourtListener's: is it read to the letter, and is ours like it?"""
    server = sa.create_engine(store_url(POSTGRES))
    columns = ", ".join(f"{name} text" for name in bulk_file.COLUMNS)
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE TEMP TABLE search_docket ({columns})")
        marks = ", ".join(f":{name}" for name in bulk_file.COLUMNS)
        blank: dict[str, str | None] = dict.fromkeys(bulk_file.COLUMNS)
        connection.execute(sa.text(f"INSERT INTO search_docket VALUES ({marks})"), [blank | each for each in HARD])
        raw: Any = connection.connection.driver_connection
        with raw.cursor().copy(f"COPY search_docket TO STDOUT WITH (FORMAT csv, HEADER, {options})") as copy:
            content = b"".join(map(bytes, copy))
    server.dispose()
    path = tmp_path / "dockets.csv"
    path.write_bytes(content)
    import_bulk(engine, path, [EVERYWHERE], NOON)
    assert {each.docket_id: each.case_name for each in found(engine)} == NAMES
    how = {**quoting._asdict(), "forced": "FORCE_QUOTE" in options}
    assert content.decode() == HEAD + "".join(bulk_file.line(each, **how) for each in HARD)


def test_columns_in_any_order(write: Write, engine: sa.Engine):
    """Newer files have more columns, and others first: is a row read by the file's own head?"""
    names = ["case_name", "novelty", "nature_of_suit", "docket_number", "court_id", "id", "date_filed"]
    body = b'"Quispe Mamani v. Warden","x","463","0:26-cv-1","mnd","70",\n'
    import_bulk(engine, write([body], head=",".join(names) + "\n"), [DETAINED], NOON)
    ((kept),) = found(engine)
    assert (kept.docket_id, kept.case_name, kept.date_filed) == (70, "Quispe Mamani v. Warden", None)


def test_a_day_to_begin_with(write: Write, engine: sa.Engine):
    """Dockets filed before, or nobody knows when: are they left out?"""
    rows = [row(1), row(2, date_filed="2025-12-31"), row(3, date_filed=None), row(4, date_filed="2026-03-01")]
    import_bulk(engine, write(rows), [DETAINED], NOON, since=dt.date(2026, 1, 1))
    assert [each.docket_id for each in found(engine)] == [1, 4]


def test_what_the_store_has_stays(write: Write, engine: sa.Engine, tmp_path: Path):
    """A docket the API told of, perhaps that it belongs to no cohort, and one found before: does nothing change?"""
    export = tmp_path / "export"
    export.write_text(json_lines(docket_row(1, nature_of_suit="440 Civil Rights: Other")))
    import_file(engine, export, NOON)
    import_bulk(engine, write([row(2, "As first told")]), [DETAINED], NOON)
    report = import_bulk(engine, write([row(1), row(2, "As told later"), row(3)]), [DETAINED], NOON)
    assert report.found == {"detained": (3, 1)}
    assert [(each.docket_id, each.case_name) for each in found(engine)] == [
        (2, "As first told"), (3, "Quispe Mamani v. Warden")]


def test_neither_what_was_rejected_nor_what_was_taken_down(write: Write, engine: sa.Engine):
    """A docket an editor refused, and one that was purged: are they nowhere afterwards?"""
    with engine.begin() as connection:
        takedowns.load_or_begin(connection, NOON)
    forget_dockets(engine, [2], NOON, "")
    import_bulk(engine, write([row(1), row(2), row(3)]), [DETAINED], NOON, rejected=frozenset({1}))
    assert [each.docket_id for each in found(engine)] == [3]


MALFORMED = {
    "too few cells": b'"9","mnd","463"\n',
    "too many": bulk_file.line(row(9)).encode()[:-1] + b',"more"\n',
    "a mark never closed": bulk_file.line(row(9, "Open")).replace('Open"', "Open").encode(),
    "a mark within": bulk_file.line(row(9)).replace("Quispe", 'Qui"spe').encode(),
    "not UTF-8": bulk_file.line(row(9)).encode().replace(b"Quispe", b"Quisp\xe9"),
    "no row at all": b"Rosa Quispe Mamani was here\n",
    "an id that is none": bulk_file.line(row(9, id="Quispe")).encode(),
    "an id no server gives": bulk_file.line(row(9, id="99999999999")).encode(),
    "no id": bulk_file.line(row(9, id=None)).encode(),
    "a day that is none": bulk_file.line(row(9, date_filed="2026-02-31")).encode(),
}


@pytest.mark.parametrize("bad", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_row_spoils_no_other(write: Write, engine: sa.Engine, bad: bytes):
    """Is it counted and left out, the rows around it found, and no word of it said?"""
    rows = [row(number) for number in range(10, 310)]
    report = import_bulk(engine, write([*rows[:150], bad, *rows[150:]]), [DETAINED], NOON)
    assert report == bulk.BulkReport(301, {"detained": (300, 300)}, 1)
    assert tell_bulk(report).splitlines() == [
        "301 lines read.", "detained: 300 dockets, 300 of them new.", "1 row is malformed and left out."]


def test_more_malformed_rows_than_are_counted(write: Write, engine: sa.Engine, monkeypatch: pytest.MonkeyPatch):
    """Is it said that there may be more?"""
    monkeypatch.setattr(bulk, "MOST_BAD", 20)
    report = import_bulk(engine, write([row(1), *[b"broken\n"] * 50, row(2)]), [DETAINED], NOON)
    assert report.found == {"detained": (2, 2)}
    assert report.malformed in range(20, 50)
    assert "or more rows are malformed" in tell_bulk(report)


PACKED = bz2.compress(HEAD.encode() + b"".join(bulk_file.line(row(n)).encode() for n in range(1, 2_000)))
UNREADABLE = {
    "cut off while packed": (PACKED[: len(PACKED) // 2], "was cut off"),
    "cut off near its end": (PACKED[:-3], "was cut off"),
    "cut off in a row": (bz2.decompress(PACKED)[:-9], "was cut off"),
    "damaged": (PACKED[:600] + bytes(40) + PACKED[640:], "is damaged"),
    "empty": (b"", "is no bulk file of dockets: its first line names no id"),
    "another table": (b"id,name_first,name_last\n1,Rosa,Mamani\n", "names no court_id"),
    "a head that is none": (HEAD.encode().replace(b"view_count", b"'a' or"), "is no bulk file of dockets"),
    "a column twice": (HEAD.encode().replace(b"view_count", b"id"), "is no bulk file of dockets"),
}


@pytest.mark.parametrize(("content", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_is_not_whole(tmp_path: Path, engine: sa.Engine, content: bytes, said: str):
    """Is it one sentence with the file's name and nobody else's, and is nothing of it kept?"""
    path = tmp_path / "dockets.csv.bz2"
    path.write_bytes(content)
    with pytest.raises(FetchError, match=said) as refused:
        import_bulk(engine, path, [DETAINED], NOON)
    assert str(path) in str(refused.value)
    assert "Mamani" not in str(refused.value)
    assert found(engine) == []


def test_a_file_cut_off_after_its_sample(write: Write, engine: sa.Engine, monkeypatch: pytest.MonkeyPatch):
    """Broken off while DuckDB reads on: is it noticed, and is nothing kept?"""
    monkeypatch.setattr(bulk, "SAMPLE", 20_000)
    monkeypatch.setattr(bulk, "PIECE", 20_000)
    path = write([row(number) for number in range(1, 2_000)])
    path.write_bytes(path.read_bytes()[:-10])
    with pytest.raises(FetchError, match="was cut off"):
        import_bulk(engine, path, [DETAINED], NOON)
    assert found(engine) == []


def test_duckdb_gives_up(write: Write, engine: sa.Engine, monkeypatch: pytest.MonkeyPatch):
    """A failure of its own, which quotes rows: is it one sentence without them, and does nothing hang?"""
    monkeypatch.setattr(bulk, "query", lambda *given: ("SELECT error('Quispe Mamani') FROM range(3)", []))
    with pytest.raises(FetchError, match="cannot be read as CSV") as refused:
        import_bulk(engine, write([row(number) for number in range(1, 9_000)]), [DETAINED], NOON)
    assert "Mamani" not in str(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


def test_a_file_that_is_not_there(tmp_path: Path, engine: sa.Engine):
    """No such file, or a folder: is it a sentence?"""
    with pytest.raises(FetchError, match="cannot be read"):
        import_bulk(engine, tmp_path / "nothing", [DETAINED], NOON)
    with pytest.raises(FetchError, match="no plain file"):
        import_bulk(engine, tmp_path, [DETAINED], NOON)


def test_without_what_it_needs(write: Write, engine: sa.Engine, monkeypatch: pytest.MonkeyPatch):
    """No cohort, or no DuckDB: is it said how to mend it?"""
    with pytest.raises(FetchError, match=r"no \[\[cohort\]\]"):
        import_bulk(engine, write(HARD), [], NOON)
    monkeypatch.setattr(bulk, "find_spec", lambda name: None)
    with pytest.raises(FetchError, match=r"pip install 'writwatch\[scale\]'"):
        import_bulk(engine, write(HARD), [DETAINED], NOON)


def test_how_far_it_is(write: Write, engine: sa.Engine):
    """Does whoever waits hear of it, up to the end?"""
    heard: list[tuple[int, int]] = []
    path = write(HARD)
    import_bulk(engine, path, [DETAINED], NOON, show=lambda done, total: heard.append((done, total)))
    assert heard[-1] == (path.stat().st_size,) * 2


def test_a_generated_file(tmp_path: Path, engine: sa.Engine):
    """Twenty thousand dockets as they are generated for the bench: is one in fifty found, none malformed?"""
    path = tmp_path / "dockets.csv.bz2"
    bulk_file.write(path, 20_000)
    report = import_bulk(engine, path, [EVERYWHERE], NOON)
    assert (report.found, report.malformed) == ({"everywhere": (400, 400)}, 0)
    assert report.lines == 20_000 + 4
