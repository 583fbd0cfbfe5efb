"""A newsroom's list and an export: is the right thing taken, said and kept, whatever stands in the file?"""
import datetime as dt
import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from writwatch.fetch import FetchError
from writwatch.fetch import schema as s
from writwatch.fetch.database import open_store, reading
from writwatch.fetch.imports import Row, exports, files, import_file, lists, read_import, tell_import
from writwatch.fetch.imports.files import json_items

from . import bulk_file
from .conftest import attorney_row, docket_row, entry_row, party_row

NOON = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)
LATER = NOON + dt.timedelta(days=1)
PAGE = "https://www.courtlistener.com/docket"
COURTS = {"S.D. Tex.": "txsd", "D. Minn.": "mnd"}


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str | bytes], Path]:
    def make(content: str | bytes, name: str = "list") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


Write = Callable[..., Path]


def followed(path: Path) -> list[str]:
    return [row.follow for row in read_import(path) if row.follow]


# A list.

LISTS = {
    "comma": ("docket_id\n7001\n7002\n", ["7001", "7002"]),
    "semicolon": ("Title;Docket ID\nA, B and C;7001\n", ["7001"]),
    "tab": ("title\tDocket-Id\nx\t7001\n", ["7001"]),
    "separator line": ("sep=;\nid;title\n7001;x\n", ["7001"]),
    "separator line of tabs": ("sep=\t\nid\ttitle\n7001\tx\n", ["7001"]),
    "byte order mark": (b"\xef\xbb\xbfid,title\n7001,x\n", ["7001"]),
    "blank lines": ("\n\nid\n\n7001\n \n,,\n7002\n", ["7001", "7002"]),
    "old line ends": ("id\r7001\r7002\r", ["7001", "7002"]),
    "Windows line ends": ("id\r\n7001\r\n7002\r\n", ["7001", "7002"]),
    "quoted newlines": ('"note","id"\n"two\nlines, and ""marks""",7001\nx,7002\n', ["7001", "7002"]),
    "no head": (f"7001\n{PAGE}/7002/x-v-y/\ntxsd:4:26-cv-00123\n", ["7001", "7002", "txsd:4:26-cv-00123"]),
    "address": (f"CourtListener URL\n{PAGE}/7001/x-v-y/?order_by=desc\n/docket/7002/x/\n", ["7001", "7002"]),
    "address in the API": ("url\nhttps://www.courtlistener.com/api/rest/v4/dockets/7001/\n", ["7001"]),
    "court and number": ("Court;Case No.\nTXSD;4:26-cv-00123\n", ["txsd:4:26-cv-00123"]),
    "number with blanks": ("court,docket_number\njpml, MDL No. 3084 \n", ["jpml:MDL No. 3084"]),
    "the number is not needed": ("docket_id,court,docket_number\n7001,somewhere,\n", ["7001"]),
    "another address beside an id": ("id,link\n7001,https://news.example.org/story\n", ["7001"]),
    "one's own count stands aside": ("id,courtlistener_id\n1,7001\n2,\n", ["7001"]),
    "a spreadsheet's numbers": ("id\n7001.0\n0007002\n", ["7001", "7002"]),
    "JSON lines": ('{"docket_id": 7001}\n\n{"url": "/docket/7002/x/"}\n', ["7001", "7002"]),
    "JSON lines, other types": ('{"docket_id": 7001.0}\n{"docket_id": "7002", "court": null}\n', ["7001", "7002"]),
    "a JSON array": ('[{"court": "txsd",\n "case_number": "4:26-cv-00123"}]', ["txsd:4:26-cv-00123"]),
    "bare values": (f'[7001, "7002", "{PAGE}/7003/x/"]', ["7001", "7002", "7003"]),
    "JSON with a byte order mark": (b'\xef\xbb\xbf{"id": 7001}', ["7001"]),
}


@pytest.mark.parametrize(("content", "follow"), LISTS.values(), ids=LISTS)
def test_what_a_list_names(write: Write, content: str | bytes, follow: list[str]):
    """However it is divided, marked and spelt: does a list come out as `follow` takes it?"""
    assert followed(write(content)) == follow


MISTAKES = {
    "no docket": ("docket_id,court,title\n,,x\n", 2, "", "names no docket"),
    "words for an id": ("docket_id\nHarbor League\n", 2, "docket_id", "as in 12345678"),
    "too large": ("docket_id\n99999999999\n", 2, "docket_id", "no id of a docket"),
    "nought": ("docket_id\n0\n", 2, "docket_id", "no id of a docket"),
    "rounded by a spreadsheet": ("docket_id\n1.23E+07\n", 2, "docket_id", "whole numbers"),
    "separators": ('docket_id\n"12,345"\n', 2, "docket_id", "without separators"),
    "digits of another script": ("docket_id\n７００１\n", 2, "docket_id", "names no docket"),
    "not a docket's address": (f"url\n{PAGE.replace('docket', 'opinion')}/7/x/\n", 2, "url", "address of a docket"),
    "another host": ("url\nhttps://courtlistener.com.example.org/docket/7/x/\n", 2, "url", "address of a docket"),
    "two dockets": (f"docket_id,url\n7001,{PAGE}/7002/\n", 2, "url", "another docket"),
    "no number": ("court,docket_number\ntxsd,\n", 2, "court", "docket number"),
    "no court": ("court,docket_number\n,4:26-cv-00123\n", 2, "docket_number", "its court"),
    "a court's citation": ("court,docket_number\nS.D. Tex.,4:26-cv-00123\n", 2, "court", "as in txsd"),
    "no docket number": ("court,docket_number\ntxsd,soon\n", 2, "docket_number", "in full"),
    "a formula": ('docket_id\n"=HYPERLINK(""https://x.example"",7001)"\n', 2, "docket_id", "formula"),
    "a formula in a number": ("court,docket_number\ntxsd,@SUM(1:26)\n", 2, "docket_number", "formula"),
    "a command": ("docket_id\n+cmd|' /C calc'!A0\n", 2, "docket_id", "formula"),
    "an escape sequence": ("docket_id\n7001\x1b[2J\n", 2, "docket_id", "cannot be seen"),
    "nothing to be seen": ("docket_id\n70\u200b01\n", 2, "docket_id", "cannot be seen"),
    "two in a cell": ('title,docket_id\nx,"7001\n7002"\n', 2, "docket_id", "line break"),
    "a NUL": ("docket_id\n" + "\n" * 5000 + "70\x0001\n", 5002, "docket_id", "cannot be seen"),
    "an open mark": ('title,docket_id\nx,"7001\ny,7002\n', 2, "", "lines up to 3 were not read"),
    "text behind a mark": ('docket_id,title\n7001,"Harbor" League\n', 2, "", "double those inside"),
    "cells that slipped": ("title,docket_id\nA, B,7001,7002\n", 2, "", "more cells"),
    "not JSON": ('{"docket_id": 7001}\nnonsense\n', 2, "", "is not JSON"),
    "a list for an id": ('{"docket_id": [7001]}\n', 1, "docket_id", "names no docket"),
    "yes for an id": ('{"docket_id": true}\n', 1, "docket_id", "names no docket"),
    "half an id": ('{"docket_id": 7001.5}\n', 1, "docket_id", "names no docket"),
    "half a surrogate": ('{"docket_id": "\\ud800"}\n', 1, "docket_id", "cannot be seen"),
    "no number at all": ('{"docket_id": 1e999}\n', 1, "docket_id", "names no docket"),
    "in an array": ('[{"id": 7001},\n\n {"id": "x"}]', 3, "id", "names no docket"),
}


@pytest.mark.parametrize(("content", "line", "column", "said"), MISTAKES.values(), ids=MISTAKES)
def test_what_cannot_be_used(write: Write, content: str, line: int, column: str, said: str):
    """Is each mistake listed by line and column, with how to mend it, and without the cell's own words?"""
    (row,) = [row for row in read_import(write(content)) if row.mistake]
    assert (row.line, row.column, row.follow) == (line, column, "")
    assert said in row.mistake
    assert row.mistake.isprintable()
    assert not any(word in row.mistake for word in ("Harbor", "HYPERLINK", "SUM", "cmd", "soon", "9999"))


def test_one_bad_row_spoils_no_other(write: Write):
    """Mistakes between good rows: are the good ones followed?"""
    rows = read_import(write('id,note\n7001,\nsoon,\n7002,"x" y\n7003,\n'))
    assert [(row.line, row.follow, bool(row.mistake)) for row in rows] == [
        (2, "7001", False),
        (3, "", True),
        (4, "", True),
        (5, "7003", False),
    ]


def test_a_mark_that_is_never_closed_swallows_little(write: Write):
    """An open quotation mark far up in a long list: is what stands behind it read again after a while?"""
    content = 'id,note\n1,"open\n' + "".join(f"{n},{'x' * 200}\n" for n in range(10, 2000))
    rows = read_import(write(content))
    assert [row.line for row in rows if row.mistake] == [2]
    assert sum(bool(row.follow) for row in rows) > 1000


REPEATS = {
    "by id": ("id\n7001\n7002\n7001.0\n", [("7001", 0), ("7002", 0), ("", 2)]),
    "by address": (f"id,url\n7001,\n,{PAGE}/7001/x/\n", [("7001", 0), ("", 2)]),
    "by number": ("court,docket_number\nmnd,0:26-cv-00001\nMND, 0:26-cv-00001\n", [("mnd:0:26-cv-00001", 0), ("", 2)]),
    "by what another row says of it": (
        "id,court,docket_number\n7001,mnd,0:26-cv-00001\n,mnd,0:26-cv-00001\n",
        [("7001", 0), ("", 2)],
    ),
}


@pytest.mark.parametrize(("content", "expected"), REPEATS.values(), ids=REPEATS)
def test_nothing_is_followed_twice(write: Write, content: str, expected: list[tuple[str, int]]):
    """A docket named again, in whatever way: is it followed once, and is the first line named?"""
    assert [(row.follow, row.same_as) for row in read_import(write(content))] == expected


def test_what_the_store_knows_is_not_followed_twice(write: Write, engine: sa.Engine):
    """One docket by its id and by its number: does the store tell that they are one?"""
    import_file(engine, write(lines(docket_row(7001)), "export"), NOON)
    path = write("court,docket_number,id\nmnd,0:26-cv-07001,\n,,7001\nmnd,0:26-cv-07002,\n")
    report = import_file(engine, path, NOON)
    assert report.follow == ("7001", "mnd:0:26-cv-07002")
    assert [row.same_as for row in report.rows] == [3, 0, 0]


@pytest.mark.parametrize("content", [b"id,title\n7001,Pe\xf1a\n", b'{"id": 7001, "title": "Pe\xf1a"}\n{"id": 7002}\n'])
def test_windows_1252_is_read_and_said(write: Write, content: bytes):
    """Not UTF-8: is it read all the same, with one sentence?"""
    heard: list[str] = []
    assert read_import(write(content), say=heard.append)[0].follow == "7001"
    assert len(heard) == 1
    assert "Windows-1252" in heard[0]


def test_courts_as_lawyers_cite_them(write: Write):
    """Given the ways to write courts: are they understood, and unknown ones refused?"""
    path = write('court,docket_number\nS.D. Tex.,4:26-cv-00001\n"mnd",0:26-cv-00002\nmnx,0:26-cv-00003\n')
    rows = read_import(path, COURTS)
    assert [row.follow for row in rows] == ["txsd:4:26-cv-00001", "mnd:0:26-cv-00002", ""]
    assert rows[2].column == "court"


@pytest.mark.parametrize(
    ("content", "warned"),
    [
        ("id,court,docket_number\n1,mnd,0:26-cv-00001\n", True),
        ('{"id": 1, "url": "/docket/1/"}\n' * 2, True),
        ("id\n1\n", False),
    ],
)
def test_a_count_of_rows_may_pass_for_ids(write: Write, content: str, warned: bool):
    """A column "id" beside others that name dockets: is it said once what it is taken for?"""
    heard: list[str] = []
    read_import(write(content), say=heard.append)
    assert len(heard) == warned


UNREADABLE = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\n", "is empty"),
    "only a mark": (b"\xef\xbb\xbf", "is empty"),
    "no column": (b"title,judge\nx,y\n", "no column names dockets"),
    "words": (b"hello\n", "no column names dockets"),
    "a broken head": (b'"id,title\n7001\n', "quotation mark"),
    "a workbook": (b"PK\x03\x04rest", "save it as CSV"),
    "an old workbook": (b"\xd0\xcf\x11\xe0rest", "save it as CSV"),
    "packed": (b"\x1f\x8brest", "unpack"),
    "a bulk file": (b"BZh91AY&SY", "`writwatch import bulk`"),
    "a bulk file, unpacked": (f"{','.join(bulk_file.COLUMNS)}\n7001\n".encode(), "`writwatch import bulk`"),
    "UTF-16": ("id\n7001\n".encode("utf-16"), "UTF-16"),
    "bytes": (b"id\n\x00\x01\x02", "is no text"),
    "half an array": (b'[{"id": 7001}, {"id"', "cut off"),
    "deep": (b"[" * 100_000, "cut off"),
    "an export": (b'{"resource_uri": "http://h/api/rest/v4/dockets/1/"}', "import it into the store"),
}


@pytest.mark.parametrize(("content", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_is_no_list(write: Write, content: bytes, said: str):
    """Is it one sentence, with the file's name?"""
    path = write(content)
    with pytest.raises(FetchError, match=said) as refused:
        read_import(path)
    assert str(path) in str(refused.value)


def test_a_file_that_is_not_there(tmp_path: Path, engine: sa.Engine):
    """No such file, or a folder: is it a sentence?"""
    with pytest.raises(FetchError, match="cannot be read"):
        read_import(tmp_path / "nothing")
    with pytest.raises(FetchError, match="no plain file"):
        import_file(engine, tmp_path, NOON)


def test_lines_that_are_too_long(write: Write, monkeypatch: pytest.MonkeyPatch):
    """Over the limit: is a line of JSON left out and the others read, and a CSV or an array refused?"""
    monkeypatch.setattr(files, "LONGEST_LINE", 1_000)
    monkeypatch.setattr(lists, "LONGEST_LINE", 1_000)
    filler = "x" * 5_000
    rows = read_import(write(f'{{"id": 7001}}\n{{"id": 7002, "t": "{filler}"}}\n{{"id": 7003}}\n'))
    assert [(row.line, row.follow) for row in rows] == [(1, "7001"), (2, ""), (3, "7003")]
    assert "20 MB" in rows[1].mistake
    with pytest.raises(FetchError, match=r"line 2 is longer than 20 MB"):
        read_import(write(f"id\n7001{filler}\n"))
    with pytest.raises(FetchError, match=r"array of more than 20 MB.*JSON lines"):
        read_import(write(f'[{{"id": 7001, "t": "{filler}"}}]'))


def test_a_line_over_the_real_limit(write: Write):
    """Twenty-one million bytes in one line: is it passed over without a word of it?"""
    path = write(b'{"id": 7001, "t": "' + b"x" * 21_000_000 + b'"}\n{"id": 7002}\n')
    assert [row.follow for row in read_import(path)] == ["", "7002"]


def test_the_report_of_a_list(write: Write, engine: sa.Engine):
    """Does a person read how many, what is wrong where, and what stands there twice?"""
    report = import_file(engine, write("id\n7001\nsoon\n7001\n"), NOON)
    assert tell_import(report).splitlines() == [
        "1 docket to follow.",
        "line 3, column id: names no docket: put CourtListener's id, as in 12345678, an address, or court:number.",
        "line 4 names the docket of line 2 again.",
    ]
    assert counts(engine) == (0, 0, 0, 0)


BITS = ["id", "court", "docket_number", "url", "mnd", "0:26-cv-1", "7001", ",", ";", "\t", '"', "\n", "\r", "="]
BITS += ["{", "}", "[", "]", ":", '"id"', '"results"', "null", "1e999", " "]
BITS += ["\x1b", "\0", "\ufeff", "ñ", "\ud800", "\u2028", "\x85"]
HEADS = st.sampled_from([b"", b"id\n", b"court;docket_number\n", b"[", b"{"])
TEXTS = st.lists(st.sampled_from(BITS), max_size=40).map(lambda bits: "".join(bits).encode("utf-8", "surrogatepass"))


@given(content=TEXTS | st.binary(max_size=200), head=HEADS)
def test_whatever_stands_in_a_file(tmp_path_factory: pytest.TempPathFactory, content: bytes, head: bytes):
    """Any bytes: are they rows that are plain to see, or one sentence?"""
    path = tmp_path_factory.getbasetemp() / "whatever"
    path.write_bytes(head + content)
    try:
        rows = read_import(path)
    except FetchError:
        return
    assert all(bool(row.follow) + bool(row.mistake) + bool(row.same_as) == 1 for row in rows)
    assert all((row.follow + row.column + row.mistake).isprintable() for row in rows)


# An export.


def lines(*rows: Any) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def counts(engine: sa.Engine) -> tuple[int, ...]:
    with reading(engine) as connection:
        return tuple(
            connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0
            for table in (s.docket, s.docket_entry, s.recap_document, s.quarantine)
        )


def moved(row: dict[str, Any], day: int, **fields: Any) -> dict[str, Any]:
    return {**row, "date_modified": f"2026-02-{day:02}T09:00:00-08:00", **fields}


EXPORT = [docket_row(7001), docket_row(7002), *(entry_row(700100 + n, 7001, f"LETTER number {n}") for n in range(1, 6))]
SHAPES = {
    "lines": lines(*EXPORT),
    "lines with a mark and blanks": "\ufeff\n" + lines(*EXPORT).replace("\n", "\r\n\r\n"),
    "an array": json.dumps(EXPORT),
    "an array over many lines": json.dumps(EXPORT, indent=2),
    "a page": json.dumps({"next": None, "previous": None, "results": EXPORT}),
    "a page over many lines": json.dumps({"count": "http://x", "results": EXPORT}, indent=1),
    "pages, one a line": lines({"results": EXPORT[:3]}, {"results": EXPORT[3:]}),
    "less their addresses": lines(*({k: v for k, v in row.items() if k != "resource_uri"} for row in EXPORT)),
}


@pytest.mark.parametrize("content", SHAPES.values(), ids=SHAPES)
def test_an_export_fills_the_store(write: Write, engine: sa.Engine, content: str):
    """Are dockets, entries and documents there, as imported, and will the next fetch still ask for them?"""
    report = import_file(engine, write(content), NOON)
    assert (report.saved, report.held, report.quarantined, report.others) == (7, 0, 0, 0)
    assert report.docket_ids == (7001, 7002)
    assert not report.rows
    assert counts(engine) == (2, 5, 5, 0)
    assert not everything(engine, s.progress)[0]
    with reading(engine) as connection:
        entry = connection.execute(sa.select(s.docket_entry).where(s.docket_entry.c.id == 700101)).one()
    assert (entry.description, entry.first_seen, entry.first_request_id) == ("LETTER number 1", NOON, None)


def test_an_import_is_idempotent(write: Write, engine: sa.Engine):
    """The same file again: does nothing change, not even when it was seen?"""
    path = write(lines(*EXPORT))
    import_file(engine, path, NOON)
    before = everything(engine)
    report = import_file(engine, path, LATER)
    assert (report.saved, report.held) == (0, 7)
    assert everything(engine) == before


def everything(engine: sa.Engine, *tables: sa.Table) -> list[list[tuple]]:
    with reading(engine) as connection:
        queries = [sa.select(table) for table in tables or s.metadata.sorted_tables]
        return [[tuple(row) for row in connection.execute(query)] for query in queries]


def test_an_old_export_overwrites_nothing(write: Write, engine: sa.Engine):
    """What the store has newer stays; what the export has newer comes, with its history; the gone stay gone."""
    fresh = [moved(docket_row(7001), 5, cause="fresh"), moved(entry_row(700101, 7001, "fresh"), 5)]
    import_file(engine, write(lines(*fresh, entry_row(700102, 7001, "held"))), NOON)
    with engine.begin() as connection:
        connection.execute(s.docket_entry.update().where(s.docket_entry.c.id == 700102).values(gone_at=NOON))
    old = [moved(docket_row(7001), 3, cause="stale"), moved(entry_row(700101, 7001, "stale"), 3)]
    gone = moved(entry_row(700102, 7001, "gone"), 20)
    assert import_file(engine, write(lines(*old, gone)), LATER).saved == 0
    new = moved(entry_row(700101, 7001, "newer"), 7)
    assert import_file(engine, write(lines(new, *old)), LATER).saved == 1
    with reading(engine) as connection:
        assert connection.scalar(sa.select(s.docket.c.cause)) == "fresh"
        texts = connection.execute(sa.select(s.docket_entry.c.description, s.docket_entry.c.gone_at)).all()
        assert sorted(texts) == [("held", NOON), ("newer", None)]
        old_text = sa.select(s.change.c.old).where(s.change.c.field == "description")
        assert connection.scalars(old_text).all() == ['"fresh"']


def test_a_document_that_changed_later(write: Write, engine: sa.Engine):
    """A document's change does not move its entry's date: is it seen all the same?"""
    row = entry_row(700101, 7001, "LETTER")
    import_file(engine, write(lines(row)), NOON)
    row["recap_documents"] = [moved(row["recap_documents"][0], 9, page_count=4)]
    assert import_file(engine, write(lines(row)), LATER).saved == 1
    with reading(engine) as connection:
        assert connection.scalar(sa.select(s.recap_document.c.page_count)) == 4


def test_the_newer_of_two_in_one_file(write: Write, engine: sa.Engine):
    """The same entry twice, the older one last: does the newer stand?"""
    rows = [moved(entry_row(700101, 7001, "newer"), 7), moved(entry_row(700101, 7001, "older"), 3)]
    import_file(engine, write(lines(*rows)), NOON)
    with reading(engine) as connection:
        assert connection.scalars(sa.select(s.docket_entry.c.description)).all() == ["newer"]


BAD_ROWS = {
    "no court": {**docket_row(7003), "court_id": None},
    "an id that is none": {**docket_row(7003), "id": "seven"},
    "an id no database keeps": {**docket_row(7003), "id": 2**70},
    "a day that is none": {**entry_row(700199, 7001, ""), "date_filed": "2026-02-31"},
    "a time without an offset": {**entry_row(700199, 7001, ""), "date_modified": "2026-02-03T09:00:00"},
    "a time before the calendar": {**docket_row(7003), "date_modified": "0001-01-01T00:00:00+14:00"},
    "a docket by number": {**entry_row(700199, 7001, ""), "docket": 7001},
    "nothing we know": {"answer": 42},
    "no object": 42,
    "deep": {**docket_row(7003), "cause": json.loads("[" * 80 + "]" * 80)},
}


@pytest.mark.parametrize("bad", BAD_ROWS.values(), ids=BAD_ROWS)
def test_a_malformed_row_goes_to_quarantine(write: Write, engine: sa.Engine, bad: Any):
    """Is it kept whole with the reason, and does it spoil no other?"""
    report = import_file(engine, write(lines(EXPORT[0], bad, *EXPORT[1:])), NOON)
    assert (report.saved, report.quarantined) == (7, 1)
    with reading(engine) as connection:
        kept = connection.execute(sa.select(s.quarantine)).one()
    assert (kept.endpoint, kept.request_id, kept.seen_at, kept.resolved_at) == ("import", None, NOON, None)
    assert kept.error


RAW_ROWS = {
    "half a line": b'{"id": 7003, "court_id": "m',
    "no JSON": b"nonsense",
    "not UTF-8": b'{"id": 7003, "court_id": "mnd", "case_name": "Pe\xf1a"}',
    "half a surrogate": json.dumps({**docket_row(7003), "cause": "\ud800"}).encode(),
    "no number": json.dumps({**docket_row(7003), "weight": float("nan")}).encode(),
    "deeper than any reader": b'{"court_id": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
}


@pytest.mark.parametrize("bad", RAW_ROWS.values(), ids=RAW_ROWS)
def test_a_line_that_is_no_row_goes_to_quarantine(write: Write, engine: sa.Engine, bad: bytes):
    """What no reader takes: is it kept, and do the others go on?"""
    report = import_file(engine, write(lines(EXPORT[0]).encode() + bad + b"\n" + lines(*EXPORT[1:]).encode()), NOON)
    assert (report.saved, report.quarantined, counts(engine)[3]) == (7, 1, 1)


def test_a_mended_row_closes_its_case(write: Write, engine: sa.Engine):
    """A row that came malformed and then well: is its case closed, and is it known whose it was?"""
    import_file(engine, write(lines(EXPORT[0], {**EXPORT[2], "date_filed": "soon"})), NOON)
    import_file(engine, write(lines(EXPORT[2])), LATER)
    with reading(engine) as connection:
        row = connection.execute(sa.select(s.quarantine)).one()
    assert (row.resolved_at, row.docket_id, row.entity_id) == (LATER, 7001, "700101")


def test_rows_of_other_kinds_are_left_out(write: Write, engine: sa.Engine):
    """Parties and lawyers in an export: are they counted and not kept?"""
    who = party_row(70011, 7001, "Rosa Quispe Mamani", "Petitioner")
    report = import_file(engine, write(lines(who, attorney_row(70015, 7001, 70011, "Dana Ferrand"), *EXPORT)), NOON)
    assert (report.saved, report.others, report.quarantined) == (7, 2, 0)
    assert "neither dockets nor docket entries" in tell_import(report)


def test_no_contact_data_and_no_full_text_comes_in(write: Write, engine: sa.Engine):
    """However the keys are written, in good rows and bad: is it nowhere in the store?"""
    contacts = {"phone": "555-0142", "email": "x@example.org", "contact_raw": "4 Birch Lane", "extra_info": "12 Elm St"}
    entry = {**EXPORT[2], **contacts}
    entry["recap_documents"] = [{**entry["recap_documents"][0], "plain_text": "4 Birch Lane", "party": [contacts]}]
    hidden = json.dumps({**docket_row(7003), **contacts})
    hidden = hidden.replace('"phone"', '"\\u0070hone"').replace('"email"', '"\\u0065mail"')
    bad = {**docket_row(7004), **contacts, "date_filed": "soon"}
    content = lines(EXPORT[0], entry, bad) + hidden + "\n" + json.dumps(bad).replace("7004", "7005")[:-1] + "\n"
    report = import_file(engine, write(content), NOON)
    assert (report.saved, report.quarantined) == (3, 2)
    cells = [cell for table in everything(engine) for row in table for cell in row]
    raws = [zlib.decompress(cell) for cell in cells if isinstance(cell, bytes)]
    assert len(raws) == 5
    kept = b"\n".join(raws) + repr(cells).encode()
    for word in (b"555-0142", b"x@example.org", b"Birch", b"Elm"):
        assert word not in kept


def test_a_long_line_of_an_export_is_left_out(write: Write, engine: sa.Engine, monkeypatch: pytest.MonkeyPatch):
    """Over the limit: is the line named, and are the others saved?"""
    monkeypatch.setattr(files, "LONGEST_LINE", 5_000)
    monkeypatch.setattr(lists, "LONGEST_LINE", 5_000)
    report = import_file(engine, write(lines(EXPORT[0], {**EXPORT[2], "description": "x" * 9_000}, *EXPORT[3:])), NOON)
    assert report.saved == 5
    assert report.mistakes == (Row(2, mistake="is longer than 20 MB and was not read: write one object a line"),)


@pytest.mark.parametrize(("batch", "size", "expected"), [(3, 10**9, [3, 3, 1]), (500, 1, [1] * 7), (500, 10**9, [7])])
def test_rows_are_saved_in_lots(
    write: Write, engine: sa.Engine, monkeypatch: pytest.MonkeyPatch, batch: int, size: int, expected: list[int]
):
    """So many rows a transaction, fewer where they are long?"""
    monkeypatch.setattr(exports, "BATCH", batch)
    monkeypatch.setattr(exports, "BATCH_BYTES", size)
    items = list(json_items(write(lines(*EXPORT))))
    assert [len(lot) for lot in exports.batches(items)] == expected
    assert import_file(engine, write(lines(*EXPORT)), NOON).saved == 7


def test_an_import_that_was_cut_off_begins_again(write: Write, engine: sa.Engine, monkeypatch: pytest.MonkeyPatch):
    """Stopped in its second transaction: is the first kept whole, and does a second import bring the rest?"""
    monkeypatch.setattr(exports, "BATCH", 3)
    save, calls = exports.save_batch, []

    def stop(*arguments: Any) -> Any:
        tally = save(*arguments)
        calls.append(tally)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return tally

    monkeypatch.setattr(exports, "save_batch", stop)
    path = write(lines(*EXPORT))
    with pytest.raises(KeyboardInterrupt):
        import_file(engine, path, NOON)
    assert counts(engine)[:2] == (2, 1)
    report = import_file(engine, path, LATER)
    assert (report.saved, report.held) == (4, 3)
    assert counts(engine)[:2] == (2, 5)


def test_imported_and_typed_alike(write: Write, tmp_path: Path):
    """The report of an export: does a person read what was saved, what was held, and of how many dockets?"""
    engine = open_store(str(tmp_path / "dockets.db"))
    path = write(lines(*EXPORT))
    import_file(engine, path, NOON)
    report = import_file(engine, path, NOON)
    assert tell_import(report) == "0 objects of 2 dockets saved; 7 were in the store as new or newer."
    engine.dispose()
