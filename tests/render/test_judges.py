"""Is a judge known by the name on a docket, and left unknown where there is any doubt?"""
import csv
import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from writwatch.render import SiteError
from writwatch.render.judge_commands import judges as judges_command
from writwatch.render.judges import (
    PARTIES,
    Appointment,
    Judges,
    judges_table,
    name_words,
    read_judges,
    with_appointments,
)
from writwatch.render.options import Options
from writwatch.render.wording import APPOINTED

from .factory import docket, pending

FILED, AS_OF = dt.date(2026, 1, 5), dt.date(2026, 4, 10)
PACKAGED = Path(__file__).parents[2] / "site" / "data"


def seat(last: str, first: str, middle: str = "", court_id: str = "mnd", president: str = "Jimmy Carter",
         began: str = "1979-05-01", ended: str = "", nid: str = "") -> Appointment:
    days = [dt.date.fromisoformat(day) if day else None for day in (began, ended)]
    return Appointment(nid or f"{last}{first}", last, first, middle, "", court_id, president, "Democratic", *days)


BENCH = Judges([
    seat("Marlow", "Jane", "Louise"),
    seat("Van Quill", "Ornette", "P.", president="George W. Bush"),
    seat("O'Dare", "James", "Michael", president="Barack Obama"),
    seat("Ardó-Pell", "Lucía", president="Joe Biden"),
    seat("Twin", "Ada", "B.", nid="1"), seat("Twin", "Ada", "B.", nid="2", president="Donald Trump"),
    seat("Gone", "Peter", "Q.", ended="2011-01-01"),
    seat("Later", "Rhea", "S.", began="2026-02-01", president="Donald Trump"),
    seat("Guest", "Nora", "Ellen", court_id="iasd", president="Bill Clinton"),
    seat("Moved", "Karl", "T.", court_id="ca11", president="", nid="m", began="1981-10-01"),
    seat("Moved", "Karl", "T.", court_id="ca5", president="Richard Nixon", nid="m", began="1971-01-01"),
])


@pytest.mark.parametrize(("name", "president", "how"), [
    ("Jane L. Marlow", "Jimmy Carter", "full"),
    ("JANE LOUISE MARLOW", "Jimmy Carter", "full"),
    ("Marlow, Jane L.", "Jimmy Carter", "full"),
    ("Chief Judge Jane Marlow", "Jimmy Carter", "first"),
    ("J. Louise Marlow", "Jimmy Carter", "initials"),
    ("Louise Marlow", "Jimmy Carter", "initials"),
    ("Jane K. Marlow", "", "absent"),
    ("Jack Marlow", "", "absent"),
    ("Marlow", "", "absent"),
    ("Ornette P. Van Quill", "George W. Bush", "full"),
    ("James M. ODare Jr.", "Barack Obama", "full"),
    ("Lucia Ardo Pell", "Joe Biden", "first"),
    ("Ada B. Twin", "", "several"),
    ("Peter Q. Gone", "", "absent"),
    ("Rhea S. Later", "Donald Trump", "full"),
    ("Nora E. Guest", "Bill Clinton", "elsewhere"),
    ("Nora Guest", "", "absent"),
    ("Magistrate Judge Jane L. Marlow", "", "magistrate"),
    ("Jane L. Marlow (MJ)", "", "magistrate"),
    ("", "", "none"),
    ("Judge", "", "absent"),
])
def test_who_appointed_a_judge(name: str, president: str, how: str):
    """Is a judge known by the words of the name that a docket has, and by nothing less?"""
    match = BENCH.match(name, "mnd", FILED, AS_OF)
    assert (match.president, match.how) == (president, how)
    assert how in APPOINTED


def test_a_judge_appointed_after_the_day_is_not_known():
    """A docket may go to a judge appointed since it was filed: is one appointed after the day shown unknown?"""
    assert BENCH.match("Rhea S. Later", "mnd", FILED, dt.date(2026, 1, 31)).how == "absent"


def test_a_judge_moved_by_law_keeps_the_president():
    """A circuit was divided: nobody appointed the judge to the new one. Is that unknown rather than guessed?"""
    assert BENCH.match("Karl T. Moved", "ca5", FILED, AS_OF).president == "Richard Nixon"
    assert BENCH.match("Karl T. Moved", "ca11", FILED, AS_OF).how == "absent"


LONG = """\
fjc_nid,last_name,first_name,middle_name,suffix,court,appointing_president,party_of_appointing_president,\
commission_date,senior_status_date,termination,termination_date
7,Marlow,Jane,Louise,,U.S. District Court for the District of Minnesota,William J. Clinton,Democratic,5/1/1999,,,
8,Quill,Dana,,,U.S. Court of Appeals for the Eleventh Circuit,None (reassignment),None (reassignment),10/1/1981,,,
"""
WIDE = """\
nid,Last Name,First Name,Middle Name,Suffix,Court Name (1),Appointing President (1),Party of Appointing President (1),\
Commission Date (1),Termination Date (1),Court Name (2),Appointing President (2),Party of Appointing President (2),\
Commission Date (2),Termination Date (2)
7,Marlow,Jane,Louise,,U.S. District Court for the District of Minnesota,William J. Clinton,Democratic,1999-05-01,\
2010-02-03,U.S. Court of Appeals for the Eighth Circuit,Barack Obama,Democratic,2010-02-03,
"""


SERVICE = """\
nid,Sequence,Judge Name,Court Type,Court Name,Appointment Title,Appointing President,Party of Appointing President,\
Commission Date,Senior Status Date,Termination,Termination Date
7,1,"Marlow, Jane Louise, Jr.",U.S. District Court,U.S. District Court for the District of Minnesota,Judge,\
Joseph R. Biden,Democratic,2024-05-01, , ,
8,1,"Quill, Dana",U.S. District Court,U.S. District Court for the District of Maine,Judge,None (assignment),\
None (assignment),1981-10-01,,,
"""
OURS = """\
fjc_nid,last_name,first_name,middle_name,suffix,court_id,president,party,commission_date,termination_date
7,Marlow,Jane,Louise,,mnd,Joe Biden,Democratic,2024-05-01,
"""


@pytest.mark.parametrize("text", [SERVICE, OURS, "\ufeff" + OURS], ids=["by appointment", "ours", "with a mark"])
def test_other_lists_become_the_table_too(text: str, tmp_path: Path):
    """The export by appointment, with names whole, and a table of ours: does the judge stand in it, with the party?"""
    table = judges_table(text, tmp_path)
    (tmp_path / "judges.csv").write_text(table)
    judges = read_judges([tmp_path])
    assert judges.match("Jane L. Marlow", "mnd", FILED, AS_OF) == ("Joe Biden", "Democratic", "full")
    assert (judges.size, judges.as_of) == (1, dt.date(2024, 5, 1))
    assert judges_table(table, tmp_path) == table


def test_an_export_becomes_the_table(tmp_path: Path):
    """Are both forms of the export read, presidents by the names newspapers use, and those without a president left?"""
    (tmp_path / "judges.csv").write_text(judges_table(LONG, tmp_path))
    match = read_judges([tmp_path]).match("Jane L. Marlow", "mnd", FILED, AS_OF)
    assert match == ("Bill Clinton", "Democratic", "full")
    assert "Quill" not in (tmp_path / "judges.csv").read_text()
    (tmp_path / "judges.csv").write_text(judges_table("\ufeff" + WIDE, tmp_path))
    moved = read_judges([tmp_path])
    assert moved.match("Jane L. Marlow", "ca8", FILED, AS_OF).president == "Barack Obama"
    assert moved.match("Jane L. Marlow", "mnd", dt.date(2009, 1, 1), AS_OF).president == "Bill Clinton"


@pytest.mark.parametrize(("text", "says"), [
    ("a,b\n1,2\n", "is no export of judges"),
    ("", "is no export of judges"),
    (LONG.splitlines()[0], "names no appointment"),
    (LONG.replace("5/1/1999", "May 1"), "export.csv:2: 'May 1' is no date"),
    (OURS.replace("mnd", "zzd"), "export.csv:2: 'zzd' is no court"),
    (LONG.replace("District of Minnesota", "Moon"), "names no court that is known here"),
])
def test_another_file_is_refused(text: str, says: str, tmp_path: Path):
    """Does a file of another kind get a sentence?"""
    with pytest.raises(SiteError, match=says):
        judges_table(text, tmp_path / "export.csv")


def run(folder: Path, *words: str) -> Result:
    """`writwatch judges`, for the tracker in a folder."""
    return CliRunner().invoke(judges_command, words, obj=Options(folder, "", ""))


def test_a_newer_list_is_put_in_place(tmp_path: Path):
    """Does the command say how many rows and how new, write the tracker's own list whole, and what reads it first?"""
    export, tracker = tmp_path / "federal-judicial-service.csv", tmp_path / "tracker"
    export.write_text(SERVICE)
    before = run(tracker)
    assert "1,773 appointments, the newest of 6 June 2023." in before.output
    done = run(tracker, "--refresh", str(export))
    assert done.exit_code == 0, done.output
    assert "1 appointments, the newest of 1 May 2024. Before: 1,773 appointments" in done.output
    assert [path.name for path in (tracker / "data").iterdir()] == ["judges.csv"]
    assert read_judges([tracker / "data", PACKAGED]).size == 1
    older = tmp_path / "older.csv"
    older.write_text(LONG)
    assert "is older than in the list before" in run(tracker, "--refresh", str(older)).output


@pytest.mark.parametrize(("name", "content", "says"), [
    ("nowhere.csv", None, "cannot be read (No such file or directory)"),
    ("judges.xlsx", b"PK\x03\x04\xff\xfe", "is no text in UTF-8"),
    ("other.csv", b"a,b\n1,2\n", "is no export of judges"),
])
def test_a_file_that_is_no_list_changes_nothing(name: str, content: bytes | None, says: str, tmp_path: Path):
    """Is the mistake said, and what was there left?"""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "judges.csv").write_text(OURS)
    done = run(tmp_path, "--refresh", str(tmp_path / name))
    assert isinstance(done.exception, SiteError)
    assert says in str(done.exception)
    assert (tmp_path / "data" / "judges.csv").read_text() == OURS


def test_the_packaged_list_is_only_read(tmp_path: Path):
    """Without a tracker of one's own: is one told how to begin, by whatever path it is reached?"""
    (tmp_path / "judges.csv").write_text(OURS)
    (tmp_path / "link").symlink_to(PACKAGED.parent)
    for folder in (PACKAGED.parent, tmp_path / "link"):
        done = run(folder, "--refresh", str(tmp_path / "judges.csv"))
        assert "the packaged site is only read" in str(done.exception)


def test_the_packaged_list_knows_every_party():
    """Is there a party for each president in it?"""
    with (PACKAGED / "judges.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["party"] for row in rows} == {"Democratic", "Republican"}
    assert all(PARTIES[row["president"]] == row["party"] for row in rows if row["president"] in PARTIES)


def test_starter_list(shared: Path):
    """On the starter list's trial courts: is nobody wrong, and is only who is not in the export unknown?"""
    judges = read_judges([PACKAGED])
    with (shared / "data" / "starter-dockets.csv").open() as file:
        rows = [row for row in csv.DictReader(file)
                if row["is_appeal"] == "0" and row["assigned_to"] and row["appointed_by"]]
    told = [(judges.match(row["assigned_to"], row["court_id"], dt.date.fromisoformat(row["date_filed"]), AS_OF), row)
            for row in rows]
    known = [(match, row) for match, row in told if match.president]
    unknown = [(match, row) for match, row in told if not match.president]
    right = [row for match, row in known if match.president == row["appointed_by"]]
    assert {match.party for match, row in known} == {"Democratic", "Republican"}
    assert {match.how for match, _ in unknown} == {"absent"}
    with (shared / "data" / "article-iii-judges.csv").open(encoding="utf-8-sig") as file:
        export = {(row["last_name"].lower(), row["first_name"].lower()) for row in csv.DictReader(file)}
    missed = [row["assigned_to"] for _, row in unknown
              if tuple(name_words(row["assigned_to"])[place] for place in (-1, 0)) in export]
    assert len(right) == len(known) >= 0.88 * len(rows)
    assert missed == []


def test_a_case_says_who_appointed_its_judge():
    """Is it the first docket's judge, with how we know; and does what a case file says of it stand?"""
    case = pending(dockets=(docket(1, "mnd", "0:26-cv-00123", judge="Jane L. Marlow"),), appointed_by="")
    told, editors = with_appointments([case, case._replace(appointed_by="Joe Biden")], BENCH, AS_OF)
    assert [(each.appointed_by, each.appointed_party, each.appointed_how) for each in (told, editors)] == [
        ("Jimmy Carter", "Democratic", "full"), ("Joe Biden", "Democratic", "editor")]
