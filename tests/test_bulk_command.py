"""`writwatch import bulk`: are the dockets of a tracker's cohorts found, and what becomes of them?"""
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from writwatch.render import cli

from .fetch import bulk_file
from .fetch.test_bulk import row

pytest.importorskip("duckdb", reason="the extra `scale` is not installed")

CONFIG = """
[[cohort]]
name = "detained"
nature_of_suit = "463"
courts = ["mnd"]
accept = "review"
topic = "detention"

[[cohort]]
name = "followed"
nature_of_suit = "463"
courts = ["txsd"]
accept = "rule"
topic = "detention"
"""
ROWS = [
    row(1, "Quispe Mamani v. Warden"), row(2, "Ferrand v. Warden", court_id="txsd", docket_number="4:26-cv-00002"),
    row(3, "Oyelaran v. Warden", nature_of_suit="440 Civil Rights: Other"),
    row(4, "Castellan v. Warden", date_filed="2024-05-01"),
]


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    run(tmp_path, "init", str(tmp_path / "site"))
    (tmp_path / "site" / "config.toml").write_text(CONFIG, encoding="utf-8")
    text = ",".join(bulk_file.COLUMNS) + "\n" + "".join(map(bulk_file.line, ROWS))
    (tmp_path / "dockets.csv").write_text(text, encoding="utf-8")
    return tmp_path


def run(folder: Path, *words: str) -> Result:
    command = ["--site", str(folder / "site"), "--db", str(folder / "dockets.db"), *words]
    return CliRunner().invoke(cli.writwatch, command, standalone_mode=False, catch_exceptions=False)


def test_what_is_found_waits_or_is_followed(tracker: Path):
    """By each cohort's rule: does an editor see the one, by initials, and is the other not asked about?"""
    done = run(tracker, "import", "bulk", str(tracker / "dockets.csv"))
    assert not done.return_value
    assert done.stdout.splitlines() == [
        "4 lines read.", "detained: 2 dockets, 2 of them new.", "followed: 1 docket, 1 of them new."]
    waiting = json.loads(run(tracker, "discover", "--json").stdout)
    assert [(each["docket_id"], each["found_by"], each["date_filed"]) for each in waiting] == [
        (1, ["detained"], "2026-01-05"), (4, ["detained"], "2024-05-01")]
    assert "Quispe" not in json.dumps(waiting)
    assert waiting[0]["caption"] == "Q.M. v. Warden"


def test_since_a_day(tracker: Path):
    """Are older dockets left out?"""
    run(tracker, "import", "bulk", "--since", "2026-01-01", str(tracker / "dockets.csv"))
    assert [each["docket_id"] for each in json.loads(run(tracker, "discover", "--json").stdout)] == [1]


def test_what_was_rejected_is_not_found_again(tracker: Path):
    """An editor refused a docket: does a second import leave it out?"""
    run(tracker, "import", "bulk", str(tracker / "dockets.csv"))
    run(tracker, "discover", "--reject", "1", "--by", "Dana Whitlow", "--why", "An invented reason.")
    run(tracker, "import", "bulk", str(tracker / "dockets.csv"))
    assert [each["docket_id"] for each in json.loads(run(tracker, "discover", "--json").stdout)] == [4]


def test_malformed_rows_are_a_status(tracker: Path):
    """Rows that could not be read: is it said, without a word of them, and is the exit status 3?"""
    with (tracker / "dockets.csv").open("a", encoding="utf-8") as file:
        file.write("Rosa Quispe Mamani was here\n")
    done = run(tracker, "import", "bulk", str(tracker / "dockets.csv"))
    assert done.return_value == 3
    assert "1 row is malformed" in done.stdout
    assert "Rosa" not in done.output


def test_a_list_needs_no_word_before_it(tracker: Path):
    """`import FILE` and `import list FILE`: are they one?"""
    (tracker / "list.csv").write_text("docket_id\n7001\n", encoding="utf-8")
    assert run(tracker, "import", str(tracker / "list.csv")).stdout == "1 case files made.\n"
    assert run(tracker, "import", "list", str(tracker / "list.csv")).stdout == "0 case files made.\n"
