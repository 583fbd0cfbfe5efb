"""The files of data/: do all formats say the same, is each described, and do they stay small while they are made?"""
import csv
import datetime as dt
import hashlib
import io
import json
import tracemalloc
from collections.abc import Iterable
from typing import Any

import pytest
from writwatch.render import downloads
from writwatch.render.coverage import Coverage, Known
from writwatch.render.downloads import FILES, Downloads, case_data, csv_pieces, dataset, dataset_script
from writwatch.render.numbering import civil_number
from writwatch.render.output import File
from writwatch.render.pages import SiteLook
from writwatch.render.published import PublishedCase
from writwatch.render.tables import CASES, TABLES
from writwatch.render.unpacked import texts
from writwatch.render.withheld import tellable

from .factory import AS_OF, accused, many, overdue, pending, released

LOOK = SiteLook(name="A tracker", base_url="https://tracker.example.org/dockets/")


def content(file: File) -> bytes:
    return file.content if isinstance(file.content, bytes) else b"".join(file.content)


def made(cases: Iterable[PublishedCase], look: SiteLook = LOOK, **more: Any) -> dict[str, bytes]:
    """Every file by its path, in the order in which a build writes them."""
    output = Downloads(look, AS_OF, **more)
    files = {file.path: content(file) for case in map(tellable, cases)
             for file in (*output.leaves(case), *output.case(case))}
    return files | {file.path: content(file) for file in output.whole()}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Three cases by hand and a hundred from a seed, what stands beside them, and a list that was made without ours."""
    agreements = [("MN", "Harbor County Sheriff", "Harbor County", "task force", "2025-03-01", "2026-01-26", "A list"),
                  ("TX", "Moor Police", None, "jail enforcement", None, "2026-01-26", "A list")]
    figures = [("local-police", 1, "en", "12", "Twelve.", "A paper", None, "2026-01", None, "agreements")]
    places = [("cedar-hollow-mn", "Cedar Hollow", "Hollow", "MN", None, "2026")]
    cases = [released(), pending(), overdue(), *many(100)]
    numbers = [number for case in cases for each in case.dockets
               if (number := civil_number(each.court_id, each.docket_number))]
    coverage = Coverage(AS_OF, Known(numbers=frozenset(numbers), lists={"A list": frozenset(numbers[::2])}))
    return made(cases, agreements=agreements, figures=figures, facilities=places, coverage=coverage)


def read_csv(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))


def read_json_lines(text: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_formats_say_the_same(files: dict[str, bytes], table: Any):
    """Row by row: is what CSV, JSON lines and Parquet hold the same?"""
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    lines = read_json_lines(files[f"data/{table.name}.jsonl"])
    text = files[f"data/{table.name}.csv"]
    assert text.startswith(b"\xef\xbb\xbf" + next(iter(table.columns)).encode())
    assert b"\r\n" in text
    as_text = {None: "", True: "true", False: "false"}
    assert read_csv(text) == [
        {name: as_text[cell] if cell is None or isinstance(cell, bool) else str(cell) for name, cell in line.items()}
        for line in lines]
    typed = parquet.read_table(io.BytesIO(files[f"data/{table.name}.parquet"])).to_pylist()
    assert [{name: cell.isoformat() if isinstance(cell, dt.date) else cell for name, cell in row.items()}
            for row in typed] == lines
    assert lines


@pytest.mark.parametrize("table", [each for each in TABLES if "number" not in {
    column.type for column in each.columns.values()}], ids=lambda table: table.name)
def test_parquet_is_taken_apart_into_the_same_lines(files: dict[str, bytes], table: Any):
    """The last look reads Parquet as JSON lines: is it the same text, so that it need not be judged again?"""
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    lines, packed = (b"".join(text.text.encode() for text in texts(path, files[path]))
                     for path in (f"data/{table.name}.jsonl", f"data/{table.name}.parquet"))
    assert packed == lines


def test_rows_stand_in_the_order_of_addresses():
    """Whatever order the cases came in: the same bytes?"""
    cases = [released(), pending(), overdue(), *many(20)]
    assert made(cases) == made(reversed(cases))


def test_no_formula_runs():
    """A title that is a formula: harmless as CSV, as it is in JSON lines?"""
    files = made([released(title='=HYPERLINK("https://x")\n,2')])
    assert read_csv(files["data/cases.csv"])[0]["title"] == '\'=HYPERLINK("https://x") ,2'
    assert read_json_lines(files["data/cases.jsonl"])[0]["title"] == '=HYPERLINK("https://x")\n,2'


def test_without_pyarrow():
    """Is Parquet left out, and is that said?"""
    files = made([released()], has_parquet=False)
    package = json.loads(files["data/datapackage.json"])
    assert not any(path.endswith(".parquet") for path in files)
    assert package["description"].endswith(downloads.WITHOUT_PARQUET)
    assert {resource["format"] for resource in package["resources"]} == {"csv", "jsonl"}
    assert downloads.WITHOUT_PARQUET in json.loads(files["data/dataset.jsonld"])["description"]


def test_the_package_describes_every_file(files: dict[str, bytes]):
    """Each with its size, its hash and the columns that its first line has?"""
    resources = json.loads(files["data/datapackage.json"])["resources"]
    tables = {path for path in files if path.endswith((".csv", ".jsonl", ".parquet"))}
    assert {f"data/{resource['path']}" for resource in resources} == tables
    assert len({resource["name"] for resource in resources}) == len(resources)
    for resource in resources:
        text = files[f"data/{resource['path']}"]
        assert resource["bytes"] == len(text)
        assert resource["hash"] == f"sha256:{hashlib.sha256(text).hexdigest()}"
        if resource["format"] == "csv":
            header = text.decode("utf-8-sig").split("\r\n")[0]
            assert header == ",".join(field["name"] for field in resource["schema"]["fields"])


def test_keys_are_keys(files: dict[str, bytes]):
    """Is every primary key unique, none of it missing, and does every slug lead to a case?"""
    slugs = {row["slug"] for row in read_csv(files["data/cases.csv"])}
    for resource in json.loads(files["data/datapackage.json"])["resources"]:
        if resource["format"] != "csv":
            continue
        rows = read_csv(files[f"data/{resource['path']}"])
        if key := resource["schema"].get("primaryKey"):
            values = [tuple(row[name] for name in key) for row in rows]
            assert len(set(values)) == len(values)
            assert all(all(value) for value in values)
        if "foreignKeys" in resource["schema"]:
            assert {row["slug"] for row in rows} <= slugs


def test_a_case_in_full():
    """Does the file of a case hold every sentence and every word that its page shows?"""
    case = released()
    told = case_data(case)
    assert (told["format"], told["page"]) == (1, "cases/mnd-0-26-cv-00123.html")
    assert told["says"][0] == "The court granted relief on 15 January 2026."
    assert told["timeline"][3] | {"proof": None, "targets": None} == {
        "says": "A judge granted the habeas petition", "date_filed": dt.date(2026, 1, 15), "docket_id": 990001,
        "entry_id": 4, "entry_number": 10, "type": "habeas_ruling", "kind": None, "outcome": ["granted"],
        "sense": None, "targets": None, "proof": None, "confirmed_by": "", "confirmed_on": None}
    assert told["status"]["proof"] == {
        "docket_id": 990001, "entry_id": 4, "quote": case.evidence[0].quote, "rule": "habeas-granted"}
    assert told["compliance_due"][0]["says"] == "A report: seen on the docket"
    text = json.loads(downloads._JSON.encode(told))["dockets"][0]["entries"][3]
    assert text["text"] == case.dockets[0].entries[3].text
    assert text["courtlistener"].startswith("https://www.courtlistener.com/docket/990001/-/")


FORMAT_1 = {
    "format", "page", "says", "slug", "title", "topic", "scope", "government_action", "why", "policy", "kind",
    "kind_reason", "status", "axes", "evidence", "timeline", "history", "hearings_to_come", "compliance_due", "unread",
    "seen", "conflicts", "dockets", "appointed_by",
}


def test_format_1_keeps_its_keys():
    """New keys may come; does none go without a new number?"""
    assert downloads.FORMAT == 1
    assert set(case_data(released())) >= FORMAT_1
    (docket,) = case_data(released())["dockets"]
    assert set(docket) >= {
        "id", "court_id", "docket_number", "caption", "date_filed", "date_terminated", "date_last_filing",
        "nature_of_suit", "cause", "judge", "referred_to", "courtlistener", "parties", "entries", "last_checked"}


def test_the_hour_of_a_release_is_nowhere():
    """What an order gives an hour for, and where it was moved from?"""
    (due,) = released().compliance_due
    hourly = due._replace(datetime="2026-01-16T17:00", what="release", moved_from=("2026-01-15T09:00",))
    told = case_data(released(compliance_due=(hourly,), agenda=(hourly,)))
    for date in (told["compliance_due"][0], told["agenda"][0]):
        assert (date["datetime"], date["moved_from"]) == ("2026-01-16", ["2026-01-15"])


def test_nothing_unconfirmed_is_told():
    """A judge found contempt, as the machine reads it: is that said in any file?"""
    files = made([accused("read")])
    for path in ("data/cases.csv", "data/events.jsonl", "data/dates.csv", "data/cases/gamd-4-26-cv-00009.json"):
        assert b"violation_found" not in files[path], path
        assert b"contempt_finding" not in files[path], path


def test_schema_org(files: dict[str, bytes]):
    """Do its addresses lead to what is there, whole where the site knows its own?"""
    told = json.loads(files["data/dataset.jsonld"])
    paths = {each["contentUrl"].removeprefix(LOOK.base_url) for each in told["distribution"]}
    assert paths == {path for path in files if path.endswith((".csv", ".jsonl", ".parquet"))}
    assert dataset(SiteLook(), AS_OF)["url"] == "../data/index.html"
    assert "</script" not in dataset_script(SiteLook(name="</script><script>alert(1)"), AS_OF)


def test_datasette_knows_every_table(files: dict[str, bytes]):
    """And sorts and labels by columns that are there?"""
    told = json.loads(files["data/metadata.json"])["databases"]["writwatch"]["tables"]
    assert set(told) == {table.name for table in TABLES}
    for table in TABLES:
        known = told[table.name]
        used = [known.get(key) for key in ("sort", "sort_desc", "label_column")] + known.get("facets", [])
        assert set(known["columns"]) == set(table.columns)
        assert set(filter(None, used)) <= set(table.columns)


def test_every_file_is_listed(files: dict[str, bytes]):
    """Does the list for the data page name every file, and none that is not there?"""
    listed = {path for each in FILES for path in (each.path, *each.others)}
    assert {path for path in files if not path.startswith("data/cases/")} == listed - {"data/cases/SLUG.json"}


def test_memory_stays_flat():
    """A table of two megabytes: is less than a third of it held at once?"""
    rows = [("x" * 80, *[None] * (len(CASES.columns) - 1))] * 20_000
    tracemalloc.start()
    written = sum(map(len, csv_pieces(CASES, iter(rows))))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < written / 3
