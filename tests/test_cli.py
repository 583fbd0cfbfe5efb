"""The command: does each mistake end with its exit status and one line, and nothing else?"""
import contextlib
import datetime as dt
import json
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from writwatch.fetch import fictional, schema
from writwatch.fetch.database import open_store
from writwatch.fetch.sandbox import serve

from .render import courthouse

NO_TOKEN = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def run(*words: str, cwd: Path, env: dict[str, str] | None = None, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "writwatch.render.cli", *words]
    return subprocess.run(
        command, cwd=cwd, env=NO_TOKEN | (env or {}), check=False, capture_output=True, text=True, input=stdin
    )


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["fetch"], 1, "writwatch: there is no token: set COURTLISTENER_API_TOKEN"),
        (["--site", "nowhere", "fetch"], 1, "writwatch: nowhere is not a folder"),
        (["--db", "/nonexistent/x.db", "fetch"], 1, "writwatch: cannot open the database"),
        (["render"], 1, "writwatch: there is no database dockets.db: run `writwatch fetch`"),
        (["serve"], 1, "writwatch: there are no pages in public yet: run `writwatch render`"),
        (["follow", "12345"], 1, "writwatch: the packaged site is only read"),
        (["init", "full"], 1, "writwatch: full is not empty"),
        (["sandbox", "--throttle", "often"], 1, "writwatch: "),
        (["sandbox", "--port", "99999"], 1, "writwatch: "),
        (["nonsense"], 2, "No such command 'nonsense'"),
        (["follow"], 2, "Missing argument 'ID…'"),
        (["discover", "--accept", "7", "--by", "x"], 1, "writwatch: the packaged site is only read"),
        (["discover", "--accept", "7"], 1, "writwatch: the packaged site is only read"),
        (["discover", "--accept", "--reject", "7"], 2, "--accept and --reject go one at a time"),
        (["discover", "--accept"], 2, "give the ids of dockets, and --accept or --reject"),
        (["discover", "7"], 2, "give the ids of dockets, and --accept or --reject"),
        (["quarantine"], 1, "writwatch: there is no database dockets.db: run `writwatch fetch`"),
        (["quarantine", "settle", "7", "--by", "x"], 1, "writwatch: there is no database dockets.db"),
        (["quarantine", "settle", "7"], 2, "Missing option '--by'"),
        (["render", "--as-of", "yesterday"], 2, "does not match the format"),
        (["render", "--as-of", "2999-01-01"], 2, "2999-01-01 is yet to come"),
        (["purge", "7", "--yes"], 1, "writwatch: there is no tracker here and no database dockets.db"),
        (["read", "missing.jsonl"], 2, "No such file"),
    ],
)
def test_a_mistake_is_one_line_and_a_status(tmp_path: Path, words: list[str], status: int, sentence: str):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("x", encoding="utf-8")
    done = run(*words, cwd=tmp_path)
    assert done.returncode == status, done.stderr
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert {each.name for each in tmp_path.iterdir()} <= {"full", *(("dockets.db",) if words[0] == "fetch" else ())}
    if status == 1:
        assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("words", [["status"], ["fetch", "--plan"], ["fetch"]])
def test_whose_list_is_followed_is_said_where_it_is_not_the_operators(tmp_path: Path, words: list[str]):
    """In a folder without a tracker, and in one with: is a slip of the folder seen before it costs the budget?"""
    env = {"COURTLISTENER_API_TOKEN": "x", "COURTLISTENER_API_URL": "http://127.0.0.1:1/api/rest/v4/"}
    run("init", "tracker", cwd=tmp_path)
    told = [
        "No tracker is in this folder: the starter list that comes with writwatch is followed." in
        run(*words, cwd=folder, env=env).stderr for folder in (tmp_path, tmp_path / "tracker")]
    assert told == [True, False]


def test_nobody_there(tmp_path: Path):
    """CourtListener cannot be reached: a sentence, and the pages of `update` are built all the same."""
    env = {"COURTLISTENER_API_TOKEN": "x", "COURTLISTENER_API_URL": "http://127.0.0.1:1/api/rest/v4/"}
    assert run("init", "tracker", cwd=tmp_path).returncode == 0
    done = run("update", cwd=tmp_path / "tracker", env=env)
    assert done.returncode == 3
    assert "refuses connections: check the network and COURTLISTENER_API_URL" in done.stderr
    assert (tmp_path / "tracker" / "public" / "index.html").is_file()


@pytest.mark.slow
def test_a_second_update_on_a_day_whose_budget_is_spent(tmp_path: Path):
    """But for what the day's news may need: is that as planned, although nothing came and much is due?"""
    fictional.write(tmp_path / "court", dockets=8)
    run("init", "tracker", cwd=tmp_path)
    shutil.copytree(tmp_path / "court" / "cases", tmp_path / "tracker" / "cases", dirs_exist_ok=True)
    with serve(tmp_path / "court", throttle="20/day") as server:
        env = {"COURTLISTENER_API_TOKEN": "a1" * 20, "COURTLISTENER_API_URL": server.url}
        first, second = [run("update", cwd=tmp_path / "tracker", env=env) for _ in range(2)]
    assert (first.returncode, second.returncode) == (0, 0), second.stderr
    assert "\n0 answers" in f"\n{second.stderr}"
    assert "The rest of the budget is kept for the day's news" in second.stderr


def test_what_a_build_keeps(tmp_path: Path):
    """After two builds: do the trail and what was made of each case stand beside the database, each in its own file?
    Of more cases than one process builds alone."""
    cases = 130
    run("init", "tracker", cwd=tmp_path)
    tracker = tmp_path / "tracker"
    engine = open_store(str(tracker / "dockets.db"))
    courthouse.fill(engine, cases, dt.datetime(2026, 1, 5, tzinfo=dt.UTC))
    with engine.connect() as connection:
        ids = [str(number) for number in connection.scalars(sa.select(schema.docket.c.id))]
    engine.dispose()
    assert run("follow", *ids, cwd=tracker).returncode == 0
    assert run("render", cwd=tracker).returncode == 0
    trail = (tracker / "dockets.db.trail.jsonl").read_text("utf-8")
    assert len({json.loads(line)["case"] for line in trail.splitlines()}) == cases
    with contextlib.closing(sqlite3.connect(tracker / "dockets.db.built")) as built:
        assert built.execute("SELECT count(*) FROM outcome").fetchone() == (cases,)
    old = trail.replace('"on":"2026', '"on":"2025').replace('"on": "2026', '"on": "2025')
    (tracker / "dockets.db.trail.jsonl").write_text(old, "utf-8")
    assert old != trail
    assert run("render", cwd=tracker).returncode == 0
    assert (tracker / "dockets.db.trail.jsonl").read_text("utf-8") == old
    assert (tracker / "public" / "trail.jsonl").read_text("utf-8") == old


def test_read_says_which_line_is_bad(tmp_path: Path):
    """A line that is no JSON between two that are: are all three answered, in order, and is the status 1?"""
    good = '{"id": 1, "court_id": "mad", "date_filed": "2026-01-05", "description": "ORDER granting 3 Motion to Stay."}'
    done = run("read", cwd=tmp_path, stdin=f"{good}\nnonsense\n{good}\n")
    assert done.returncode == 1
    answers = done.stdout.splitlines()
    assert len(answers) == 3
    assert '"error"' in answers[1]
    assert '"stay_entered"' in answers[0]


def test_bytes_that_are_no_text_spoil_their_own_line_alone(tmp_path: Path):
    """Is the line after them answered?"""
    lines = tmp_path / "lines.jsonl"
    lines.write_bytes(b'\xff\n{"id": 2, "description": "ORDER granting 3 Motion to Stay."}\n')
    done = run("read", str(lines), cwd=tmp_path)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert [('"error"' in line, '"stay_entered"' in line) for line in done.stdout.splitlines()] == [
        (True, False), (False, True)]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
def test_a_full_disk_is_told_in_a_sentence(tmp_path: Path):
    """Nothing more can be written where the answer goes: a sentence and the status 1, and no traceback?"""
    command = [sys.executable, "-m", "writwatch.render.cli", "status"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, cwd=tmp_path, env=NO_TOKEN, check=False, stdout=full, stderr=subprocess.PIPE,
                              text=True)
    assert done.returncode == 1
    assert "cannot be written or read (No space left on device): make room" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("there", "words"), [("cases", ["status"]), ("site/decisions", ["render"])])
def test_cases_without_a_config_are_not_taken_for_no_tracker(tmp_path: Path, there: str, words: list[str]):
    """A config.toml that was renamed: is the packaged site not built in the tracker's place?"""
    (tmp_path / there).mkdir(parents=True)
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 1
    assert f"writwatch: {there} is there and " in done.stderr
    assert run("init", "mine", cwd=tmp_path).returncode == 0


def test_a_terminal_obeys_nothing_in_a_case_file(tmp_path: Path):
    """An escape sequence in a case file: does it reach the terminal?"""
    run("init", "tracker", cwd=tmp_path)
    case = tmp_path / "tracker" / "cases" / "a.toml"
    case.write_text('topic = "det\\u001b[2Jention"\n[[docket]]\nid = 7\n', encoding="utf-8")
    done = run("fetch", "--plan", cwd=tmp_path / "tracker")
    assert done.returncode == 3
    assert "a.toml:1: topic" in done.stderr
    assert "\x1b" not in done.stderr


HEAVY = frozenset({
    "PIL", "alembic", "apprise", "babel", "duckdb", "feedgenerator", "ibis", "icalendar", "jinja2", "markdown_it",
    "msgspec", "nh3", "numpy", "pandas", "pyarrow", "pyrage", "re2", "requests", "rich", "sqlalchemy", "urllib3",
})
"""Every package that takes longer to import than the rest of a start; click is the only other one."""


@pytest.mark.parametrize(("words", "needs"), [
    (["--help"], set()),
    (["--version"], set()),
    (["fetch", "--help"], set()),
    (["review", "confirm", "--help"], set()),
    (["state", "save", "--help"], set()),
    (["measures", "--help"], set()),
    (["nonsense"], set()),
    (["serve"], set()),
    (["init", "tracker"], {"msgspec"}),
    (["follow", "7"], {"msgspec"}),
    (["state", "key"], {"alembic", "msgspec", "pyrage", "sqlalchemy"}),
    (["read"], {"re2"}),
], ids=lambda value: " ".join(sorted(value) if isinstance(value, set) else value))
def test_a_light_command_imports_nothing_heavy(tmp_path: Path, words: list[str], needs: set[str]):
    """Help at once, and no command waits for what only others need?"""
    script = (
        "import sys\n"
        "from writwatch.render import cli\n"
        f"sys.argv = ['writwatch', *{words!r}]\n"
        "try:\n    cli.main()\n"
        f"finally:\n    print(*sorted(set(sys.modules) & {set(HEAVY)!r}), file=sys.stderr)")
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True, cwd=tmp_path,
                          stdin=subprocess.DEVNULL)
    assert set(done.stderr.rpartition("\n")[0].rpartition("\n")[2].split()) == needs


def test_what_is_heavy_is_all_we_depend_on():
    """A new dependency: is it watched as well, under the name it is imported by?"""
    wanted = (Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8")
    names = re.findall(r'"([a-z0-9-]+)(?:\[[a-z]+\])?>=', wanted.partition("dependencies = [")[2].partition("]")[0])
    imported = {"google-re2": "re2", "markdown-it-py": "markdown_it", "pillow": "PIL"}
    assert len(names) > 10
    assert {imported.get(name, name) for name in names} - {"click", "tzdata"} <= HEAVY


@pytest.mark.parametrize("words", [["status"], ["fetch", "--plan"], ["discover"], ["discover", "--json"]])
def test_looking_leaves_nothing_behind(tmp_path: Path, words: list[str]):
    """Before the first fetch: is the question answered, and no database made?"""
    run("init", "tracker", cwd=tmp_path)
    done = run(*words, cwd=tmp_path / "tracker")
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "tracker" / "dockets.db").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--accept", "7"], 'nobody decides: add --by "YOUR NAME"'),
        (["--accept", "7", "--by", "A. Editor"], "7 was not found by any search: `writwatch follow 7` follows it"),
        (["--reject", "8", "--by", "A. Editor"], "8 is followed in a case file, which decides: nothing was added"),
    ],
)
def test_a_decision_on_what_was_not_found(tmp_path: Path, words: list[str], sentence: str):
    run("init", "tracker", cwd=tmp_path)
    assert run("follow", "8", cwd=tmp_path / "tracker").returncode == 0
    done = run("discover", *words, cwd=tmp_path / "tracker")
    assert done.returncode == 1
    assert sentence in done.stderr
    assert not (tmp_path / "tracker" / "found.toml").exists()


def test_a_plan_names_what_is_searched_for(tmp_path: Path):
    """A cohort and a search in the config: are they in the plan, and is a mistake in one said and no obstacle?"""
    run("init", "tracker", cwd=tmp_path)
    config = tmp_path / "tracker" / "config.toml"
    found = '[[cohort]]\nname = "detained"\nnature_of_suit = "463"\ncourts = ["mnd"]\ntopic = "detention"\n'
    found += """[[search]]\nname = "police"\nquery = 'party:Sheriff'\ntopic = "local-police"\n"""
    found += """[[search]]\nname = "wrong"\nquery = '(party'\ntopic = "local-police"\n"""
    config.write_text(found, "utf-8")
    done = run("fetch", "--plan", cwd=tmp_path / "tracker")
    assert done.returncode == 3
    assert "config.toml:12: search.query: has brackets that do not match" in done.stderr
    assert "dockets detained mnd" in done.stdout
    assert "search police" in done.stdout
    assert "wrong" not in done.stdout
