"""Lists of agreements: is what a spreadsheet says kept as it is, over time, and is a mistake in it named?"""
import csv
import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from writwatch.render import PACKAGED, SiteError, cli
from writwatch.render.agreements import (
    Agreement,
    agreements_text,
    by_signing,
    compare,
    day_in_name,
    from_rows,
    read_agreements,
    snapshots,
    with_snapshot,
)
from writwatch.render.spreadsheets import read_rows

ON = dt.date(2026, 1, 26)
HEADINGS = ["STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SIGNED", "MOA", "SUPPORT TYPE"]
ROWS = [
    ["MINNESOTA", "Harbor County Sheriff's Office", "County", "Harbor County", "45700", "Link", "Task Force Model"],
    ["MINNESOTA", "Harbor County Sheriff's Office", "County", "Harbor County", "3/1/2025", "Link",
     "Warrant Service Officer"],
    ["Florida", "Cape Marlow Police Department", "Municipality", "N/A", "2025-02-28", "Link", "Jail Enforcement Model"],
]
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def xlsx(path: Path, rows: list[list[str]], prologue: str = "", members: dict[str, str] | None = None) -> Path:
    """A workbook as a spreadsheet writes one: texts shared, numbers in the cells, blank cells left out."""
    texts = sorted({cell for row in rows for cell in row if not cell.isdecimal()})
    shared = "".join(f"<si><t>{text.replace('&', '&amp;')}</t></si>" for text in texts)
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(
            f'<c r="{chr(65 + at)}{number}"' + (f"><v>{cell}</v></c>" if cell.isdecimal()
                                                else f' t="s"><v>{texts.index(cell)}</v></c>')
            for at, cell in enumerate(row) if cell)
        lines.append(f'<row r="{number}">{cells}</row>')
    files = {
        "xl/sharedStrings.xml": f'<?xml version="1.0"?>{prologue}<sst xmlns="{SHEET}">{shared}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{"".join(lines)}</sheetData></worksheet>',
    } | (members or {})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in files.items():
            book.writestr(name, text)
    return path


def agreement(agency: str, model: str = "task force", signed: str = "", snapshot: dt.date = ON,
              state: str = "MN") -> Agreement:
    return Agreement(state, agency, "", model, dt.date.fromisoformat(signed) if signed else None, snapshot, "a list")


def test_ices_spreadsheet_is_read(tmp_path: Path) -> None:
    """With a title above the headings, days as numbers and as text, and a blank line at the end."""
    rows = [["Participating agencies"], HEADINGS, *ROWS, ["", "", ""]]
    found = from_rows(read_rows(xlsx(tmp_path / "a.xlsx", rows)), Path("a.xlsx"), ON, "")
    assert [(each.state, each.agency, each.county, each.model, str(each.signed)) for each in found] == [
        ("MN", "Harbor County Sheriff's Office", "Harbor County", "task force", "2025-02-12"),
        ("MN", "Harbor County Sheriff's Office", "Harbor County", "warrant service officer", "2025-03-01"),
        ("FL", "Cape Marlow Police Department", "", "jail enforcement", "2025-02-28")]
    assert {(each.snapshot, each.source) for each in found} == {(ON, "ICE, list of participating agencies")}


def test_the_same_as_csv_is_the_same(tmp_path: Path) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([HEADINGS, *ROWS])
    (tmp_path / "a.csv").write_text("\ufeff" + text.getvalue(), "utf-8")
    as_csv = from_rows(read_rows(tmp_path / "a.csv"), Path("a"), ON, "")
    assert as_csv == from_rows(read_rows(xlsx(tmp_path / "a.xlsx", [HEADINGS, *ROWS])), Path("a"), ON, "")


def test_our_own_list_reads_back(tmp_path: Path) -> None:
    some = [agreement("Harbor County Sheriff", signed="2025-03-01"), agreement("Cape, Marlow Police")]
    (tmp_path / "agreements-287g.csv").write_text(agreements_text(some), "utf-8")
    assert sorted(read_agreements((tmp_path,))) == sorted(some, key=lambda each: each.agency)


def replaced(at: int, text: str) -> list[list[str]]:
    return [HEADINGS, ROWS[0], [*ROWS[1][:at], text, *ROWS[1][at + 1:]]]


@pytest.mark.parametrize(("rows", "sentence"), [
    ([["Name", "Place"]], "no line with the headings STATE"),
    ([HEADINGS], "holds no agreement"),
    (replaced(0, "Minesota"), "line 3: “Minesota” is no state"),
    (replaced(1, ""), "line 3: the agency is missing"),
    (replaced(6, ""), "line 3: the model is missing"),
    (replaced(4, "soon"), "line 3: “soon” in the column signed is no day"),
    (replaced(4, "2029-01-01"), "line 3: signed on 2029-01-01"),
    (replaced(4, "2/30/2025"), "line 3: “2/30/2025”"),
])
def test_a_mistake_is_named_by_line(rows: list[list[str]], sentence: str) -> None:
    """And is nothing taken of a list that has one?"""
    with pytest.raises(SiteError, match=sentence.replace("(", r"\(")):
        from_rows(rows, Path("list.csv"), ON, "")


def test_a_list_says_of_which_day_it_is() -> None:
    with pytest.raises(SiteError, match="does not say of which day"):
        from_rows([HEADINGS, *ROWS], Path("list.xlsx"), None, "")
    assert [day_in_name(name) for name in (
        "participatingAgencies01262026am.xlsx", "agencies-2026-01-26.csv", "20260126.csv", "list.xlsx", "99999999")
    ] == [ON, ON, ON, None, None]


BOMB = '<!DOCTYPE sst [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(("prologue", "sentence"), [
    (BOMB, "document type"), ('<!DOCTYPE sst SYSTEM "file:///etc/hostname">', "document type"),
    ("<sst", "no .xlsx that can be read"),
])
def test_a_hostile_workbook_is_refused(tmp_path: Path, prologue: str, sentence: str) -> None:
    with pytest.raises(SiteError, match=sentence):
        read_rows(xlsx(tmp_path / "a.xlsx", [HEADINGS, *ROWS], prologue))


def test_a_workbook_that_swells_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("writwatch.render.spreadsheets.LARGEST", 100_000)
    swollen = {"xl/worksheets/sheet1.xml": f"<worksheet>{' ' * 1_000_000}</worksheet>"}
    path = xlsx(tmp_path / "a.xlsx", [HEADINGS], members=swollen)
    assert path.stat().st_size < 100_000
    with pytest.raises(SiteError, match="unpacks to more than"):
        read_rows(path)


@pytest.mark.parametrize("content", [b"PK\x03\x04nothing", b"\xd0\xcf\x11\xe0old", b"%PDF-1.7", b"caf\xe9,b"])
def test_what_is_no_list_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "list").write_bytes(content)
    with pytest.raises(SiteError, match=r"save it|Save it"):
        read_rows(tmp_path / "list")


def test_what_changed_between_two_lists() -> None:
    """However an agency is written: added, gone, and signed anew; what was not known before is no change."""
    before = [agreement("Harbor County Sheriff", signed="2025-03-01"), agreement("Moor County Sheriff"),
              agreement("Cape Marlow Police")]
    now = [agreement("Harbor County Sheriff's Office", signed="2025-09-09"),
           agreement("Moor County Sheriff's Office", signed="2025-05-05"), agreement("Hill County Sheriff")]
    told = compare(before, now)
    assert [[each.agency for each in some] for some in told] == [
        ["Hill County Sheriff"], ["Cape Marlow Police"], ["Harbor County Sheriff's Office"]]


def test_earlier_lists_stay() -> None:
    """A second list of a day replaces the first, and no other."""
    july, january = dt.date(2025, 7, 3), ON
    kept = [agreement("A County Sheriff", snapshot=july), agreement("B County Sheriff", snapshot=january)]
    both = with_snapshot(kept, [agreement("C County Sheriff", snapshot=january)])
    assert [(each.day, [one.agency for one in each.agreements]) for each in snapshots(both)] == [
        (july, ["A County Sheriff"]), (january, ["C County Sheriff"])]


def test_agreements_by_the_month_they_were_signed() -> None:
    """Cumulative, by model, without a gap; what has no day is counted apart."""
    (snapshot,) = snapshots([
        agreement("A", signed="2025-10-05"), agreement("B", "jail enforcement", "2025-10-30"),
        agreement("C", signed="2025-12-31"), agreement("D")])
    told = by_signing(snapshot)
    assert [(month.month, month.total, month.models["task force"]) for month in told.months] == [
        ("2025-10", 2, 1), ("2025-11", 2, 1), ("2025-12", 3, 2), ("2026-01", 3, 2)]
    assert (told.undated, told.of, told.is_telling) == (1, 4, False)
    assert by_signing(snapshot._replace(agreements=snapshot.agreements[:3])).is_telling


def test_the_list_that_ships_is_the_one_published(shared: Path) -> None:
    """753 agreements of 3 July 2025: is each line of the copy in our list, by state and model?"""
    ours = read_agreements((PACKAGED / "data",))
    with (shared / "data" / "agreements-287g.csv").open(newline="") as file:
        theirs = list(csv.DictReader(file))
    (snapshot,) = snapshots(ours)
    assert snapshot.day == dt.date(2025, 7, 3)
    assert len(ours) == len(theirs) == 753
    names = [f"{each.state} {each.model}" for each in from_rows(
        [["state", "agency", "model"], *([row["state"], row["agency"], row["type"]] for row in theirs)],
        Path("theirs"), snapshot.day, "")]
    assert sorted(names) == sorted(f"{each.state} {each.model}" for each in ours)


def run(site: Path, *words: str) -> str:
    done = CliRunner().invoke(cli.writwatch, ["--site", str(site), *words], standalone_mode=False)
    if done.exception:
        raise done.exception
    return done.output


def test_the_command_takes_a_list_in(tmp_path: Path) -> None:
    """From ICE's file to the tracker's list: is it said what changed, and is the earlier list kept?"""
    site = tmp_path / "tracker"
    run(site, "init", str(site))
    path = xlsx(tmp_path / "participatingAgencies01262026am.xlsx", [HEADINGS, *ROWS])
    told = run(site, "agreements", str(path))
    assert "3 agreements of 2026-01-26, in 2 states." in told
    assert "Since the list of 2025-07-03: 3 added, 753 no longer on it, 0 changed." in told
    assert {each.day for each in snapshots(read_agreements((site / "data",)))} == {ON, dt.date(2025, 7, 3)}
    assert "3 agreements of 2026-01-26" in run(site, "agreements", str(path))
    assert len(read_agreements((site / "data",))) == 756


def test_the_packaged_list_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="only read"):
        run(PACKAGED, "agreements", str(xlsx(tmp_path / "01262026.xlsx", [HEADINGS, *ROWS])))
