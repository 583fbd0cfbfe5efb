"""Facts of a set-up in, what is wrong and the mend out; then whole trackers, broken one thing at a time."""
import datetime as dt
import json
import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner
from writwatch.fetch import fictional
from writwatch.fetch.checkup import (
    DatabaseFacts,
    OnlineFacts,
    PlaceFacts,
    StateFacts,
    can_be_written,
    look_at_database,
    private_files,
)
from writwatch.fetch.keep import new_key
from writwatch.fetch.outbox import Untried
from writwatch.fetch.sandbox import serve
from writwatch.render import doctor
from writwatch.render.cli import writwatch
from writwatch.render.doctor import Check
from writwatch.render.health import Health
from writwatch.render.notify_rules import Notify
from writwatch.render.options import Options
from writwatch.render.site_checkup import scheduled
from writwatch.render.toml_tables import Problem

NOW = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)
TOKEN = "a1" * 20
GOOD = DatabaseFacts("dockets.db", there=True, schema="7", knows="7", bytes=1_000_000)
HOUR = dt.timedelta(hours=1)


def oks(checks: object) -> list[bool | None]:
    return [check.ok for check in checks]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("check", "ok", "says"), [
    (doctor.check_token("", "", False), False, "is not set"),
    (doctor.check_token("a b", "holds characters", False), False, "holds characters"),
    (doctor.check_token("short", "", False), None, "40 letters"),
    (doctor.check_token("short", "", True), True, "is set"),
    (doctor.check_token(TOKEN, "", False), True, "is set"),
    (doctor.check_clock(NOW, NOW - HOUR), True, "2026-04-10 12:00"),
    (doctor.check_clock(NOW, None), True, ""),
    (doctor.check_clock(NOW, NOW + HOUR), False, "the newest run began later"),
    (doctor.check_limits(GOOD), None, "not known yet"),
    (doctor.check_limits(GOOD._replace(windows=("5/min", "125/day"))), True, "5/min, 125/day"),
    (doctor.check_limits(GOOD._replace(account_known=False)), None, "not of this token's account"),
    (doctor.check_place("disk", PlaceFacts("x", True, 10**9), 10**8), True, "1.0 GB free"),
    (doctor.check_place("disk", PlaceFacts("x", True, 10**7), 10**8), False, "10 MB are left"),
    (doctor.check_place("disk", PlaceFacts("x", False, 10**9), 0), False, "cannot be written"),
    (doctor.check_place("disk", PlaceFacts("x", True, None), 10**9), True, "can be written"),
    (doctor.check_words(""), True, "can be used"),
    (doctor.check_words("es.po is broken."), False, "broken"),
    (doctor.check_chromium(""), False, "not found"),
    (doctor.check_chromium("/usr/bin/chromium"), True, "/usr/bin/chromium"),
])
def test_a_check(check: Check, ok: bool | None, says: str) -> None:
    """Is each judged so, and does everything that is wrong come with a mend?"""
    assert check.ok is ok
    assert says in check.says
    assert check.ok is not False or check.mend


@pytest.mark.parametrize(("found", "ok", "says"), [
    (DatabaseFacts("x.db"), [None], "there is none"),
    (GOOD, [True], "whole, schema 7"),
    (GOOD._replace(trouble="malformed"), [False], "malformed"),
    (GOOD._replace(schema="8"), [False], "a newer writwatch"),
    (GOOD._replace(schema="6"), [None], "has schema 6"),
    (GOOD._replace(schema=""), [None], "has schema none"),
    (GOOD._replace(key="the key is not beside the database"), [True, False], "whole"),
])
def test_the_database(found: DatabaseFacts, ok: list[bool | None], says: str) -> None:
    checks = list(doctor.check_database(found))
    assert oks(checks) == ok
    assert says in checks[0].says


@pytest.mark.parametrize(("spoil", "mend"), [
    (lambda place: place.with_name("x.db-wal").mkdir(), "its folder may be written"),
    (lambda place: place.write_bytes(b"no database at all" * 1000), "`writwatch state restore --replace`"),
], ids=["cannot be opened", "is spoilt"])
def test_a_whole_database_is_not_to_be_replaced(tmp_path: Path, spoil: Callable[[Path], object], mend: str) -> None:
    """One that cannot be opened, as in a folder that is read-only: is a kept state offered for a spoilt one alone?"""
    place = tmp_path / "x.db"
    with closing(sqlite3.connect(place)) as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("CREATE TABLE docket (id)")
    spoil(place)
    wrong = next(doctor.check_database(look_at_database(str(place), "")))
    assert (wrong.ok, mend in wrong.mend, "restore" in wrong.mend) == (False, True, "restore" in mend)


@pytest.mark.parametrize(("found", "ok"), [
    (OnlineFacts("the token is not accepted"), [False]),
    (OnlineFacts("", ("125/day: 3 used",), 20.0), [True, True, True]),
    (OnlineFacts("", (), -4_000.0), [True, True, False]),
    (OnlineFacts("", (), None), [True, True]),
])
def test_what_courtlistener_says(found: OnlineFacts, ok: list[bool]) -> None:
    assert oks(doctor.check_online(found)) == ok


@pytest.mark.parametrize(("found", "kept", "ok"), [
    (StateFacts(None, None, False), "", [None]),
    (StateFacts("no key", None, False), "", [False]),
    (StateFacts("", None, False), "", [None]),
    (StateFacts("", NOW, False), "", [True]),
    (StateFacts("", NOW - 3 * 24 * HOUR, False), "", [False]),
    (StateFacts("", NOW - HOUR, False), "", [None]),
    (StateFacts("", NOW, True), "", [False, True]),
    (StateFacts("", NOW, False), "git could not", [True, False]),
])
def test_the_kept_state(found: StateFacts, kept: str, ok: list[bool | None]) -> None:
    assert oks(doctor.check_state(found, kept, NOW)) == ok


def test_the_databases_own_file() -> None:
    """Nothing of one that may be written, and the mend of one that may not?"""
    assert oks(doctor.check_file("x.db", writable=True)) == []
    assert [(check.ok, check.mend) for check in doctor.check_file("x.db", writable=False)] == [
        (False, "`chmod u+rw x.db`")]


def test_a_file_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its owner being another, and we not root: is it asked of the file, and of no server and nothing yet to come?"""
    place = tmp_path / "x.db"
    assert can_be_written(str(place))
    place.touch()
    assert can_be_written(str(place))
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert not can_be_written(str(place))
    assert can_be_written(str(tmp_path / "none.db"))
    assert can_be_written("postgresql://nobody@127.0.0.1/x")


def test_private_files() -> None:
    """Readable, in git, in the pages: is each named, and none of them nothing?"""
    assert oks(doctor.check_private([], [], [])) == [True]
    assert oks(doctor.check_private(["a"], ["b"], ["c"])) == [False] * 3


@pytest.mark.parametrize(("db", "files"), [
    ("{}/dockets.db", ["dockets.db", "dockets.db-wal", "dockets.db.built", "dockets.db.kept", "takedowns.key"]),
    ("postgresql://nobody@127.0.0.1/x", ["pages.built"]),
])
def test_what_is_private_is_found(tmp_path: Path, db: str, files: list[str]) -> None:
    """Beside a database's file, and in the tracker's folder where a server has it: is what builds keep among it?"""
    for name in {"dockets.db", "dockets.db-wal", "dockets.db.built", "dockets.db.kept", "pages.built", "takedowns.key"}:
        (tmp_path / name).touch()
    options = Options(tmp_path, db.format(tmp_path), "")
    assert sorted(path.name for path in private_files(options.db, options.kept_at)) == files


def test_many_mistakes_are_counted() -> None:
    """A tracker full of them: are the first named and the rest a number?"""
    wrong = [Problem("cases/a.toml", line, "topic", "is no topic") for line in range(1, 31)]
    checks = list(doctor.check_editors(wrong, 3))
    assert len(checks) == doctor.SHOWN + 1
    assert checks[0].says == "cases/a.toml:1: topic: is no topic"
    assert "10 more" in checks[-1].says
    assert oks(doctor.check_editors([], 3)) == [True]


@pytest.mark.parametrize(("health", "ok", "says"), [
    (None, [], ""),
    (Health(NOW), [None], "no docket is followed"),
    (Health(NOW, NOW, "done", 3, NOW, NOW, 4, 0, 4), [True], "4 of 4 dockets"),
    (Health(NOW, followed=4), [False], "has ever gone through"),
    (Health(NOW, NOW, "done", 3, NOW, NOW, 4, quarantined=2), [False], "could not be understood"),
    (Health(NOW, NOW, "done", 3, NOW, NOW, 4, behind=900, worked_off=NOW + 96 * HOUR), [False], "more than three days"),
])
def test_the_updates(health: Health | None, ok: list[bool | None], says: str) -> None:
    checks = list(doctor.check_health(health))
    assert oks(checks) == ok
    assert not checks or says in checks[0].says


QUIET = Notify("desk", ("rulings",), "env:DESK", quiet_hours="22:00-07:00")


def held(hours: float) -> dict[str, Untried]:
    return {"desk": Untried(3, NOW - hours * HOUR)}


@pytest.mark.parametrize(("rule", "untried", "newest", "starts", "says"), [
    (QUIET, {}, NOW, [], None),
    (QUIET, held(23), NOW, [], None),
    (QUIET, held(25), NOW, [], "3 of its messages wait, the first since 2026-04-09 11:00 UTC"),
    (QUIET, held(25), NOW - 26 * HOUR, [], None),
    (QUIET, held(25), None, [], None),
    (Notify("desk", ("rulings",), "env:DESK"), held(80), NOW, [dt.time(9)], None),
    (QUIET, {}, NOW, [dt.time(9, 17)], "starts at 09:17 UTC"),
    (QUIET, {}, NOW, [dt.time(9, 17), dt.time(17)], None),
    (QUIET, {}, NOW, [dt.time(12, 30)], None),
])
def test_quiet_hours(
    rule: Notify, untried: dict[str, Untried], newest: dt.datetime | None, starts: list[dt.time], says: str | None
) -> None:
    """Chicago, where 09:17 UTC is night all year and 12:30 in winter alone: is it said where every run is quiet, and
    of no other; not of what came a moment ago, nor where no run came since?"""
    checks = list(doctor.check_quiet_hours([rule], untried, newest, starts, NOW, ZoneInfo("America/Chicago")))
    assert oks(checks) == ([] if says is None else [False])
    assert says is None or (says in checks[0].says and "writwatch notify" in checks[0].mend)


@pytest.mark.parametrize(("lines", "times"), [
    ("    - cron: \"17 9 * * *\"\n    - cron: '5 21 * * 1-5' # twice\n", [dt.time(9, 17), dt.time(21, 5)]),
    ("    - cron: 17 9 * * *\n    - cron: '*/10 * * * *'\n", []),
    ("# - cron: 17 9 * * *\non: push\n", []),
])
def test_when_the_workflow_starts(tmp_path: Path, lines: str, times: list[dt.time]) -> None:
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    (tmp_path / ".github" / "workflows" / "update.yml").write_text(lines, encoding="utf-8")
    (tmp_path / ".github" / "workflows" / "other.yaml").write_bytes(b"\xff")
    assert scheduled(tmp_path) == times


def test_exit_status() -> None:
    """Is a note no fault?"""
    assert doctor.exit_status([Check("a", True, ""), Check("b", None, "")]) == 0
    assert doctor.exit_status([Check("a", True, ""), Check("b", False, "")]) == 1


# Whole trackers.


class Trial:
    def __init__(self, folder: Path) -> None:
        self.folder, self.site, self.db = folder, folder / "site", folder / "dockets.db"

    def examine(self, *words: str, api: str = "http://127.0.0.1:9/", **env: str) -> tuple[dict[str, Check], int]:
        """What the doctor says, by the name of the check; of several of a name, the one that is wrong."""
        command = ["--site", str(self.site), "--db", str(self.db), "--api", api, "doctor", "--json",
                   "--out", str(self.folder / "public"), *words]
        env = {"COURTLISTENER_API_TOKEN": TOKEN} | env
        done = CliRunner().invoke(writwatch, command, env=env, standalone_mode=False)
        if done.exception:
            raise done.exception
        found: dict[str, Check] = {}
        for row in json.loads(done.stdout):
            check = Check(**row)
            if check.name not in found or check.ok is False:
                found[check.name] = check
        return found, done.return_value


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    trial = Trial(tmp_path_factory.mktemp("doctor"))
    fictional.write(trial.site, dockets=12)
    (trial.site / "config.toml").write_text('name = "Trial"\nfictional = true\n', encoding="utf-8")
    with serve(trial.site, throttle="none") as server:
        command = ["--site", str(trial.site), "--db", str(trial.db), "--api", server.url, "fetch"]
        CliRunner().invoke(writwatch, command, env={"COURTLISTENER_API_TOKEN": TOKEN}, standalone_mode=False)
    return trial


@pytest.fixture
def trial(fetched: Trial, tmp_path: Path) -> Trial:
    shutil.copytree(fetched.folder, tmp_path / "here")
    return Trial(tmp_path / "here")


pytestmark = pytest.mark.xdist_group("doctor")


@pytest.mark.slow
def test_a_sound_tracker(trial: Trial) -> None:
    """Just fetched: is nothing wrong, offline and online, and is nothing changed by looking?"""
    before = trial.db.read_bytes()
    found, status = trial.examine()
    assert status == 0, [check for check in found.values() if check.ok is False]
    assert found["updates"].ok is True
    assert {"token", "database", "clock", "limits", "private files", "templates", "languages", "what editors wrote",
            "disk for the database", "disk for the pages", "state"} <= set(found)
    with serve(trial.site, throttle="5/min,50/hour,125/day") as server:
        online, status = trial.examine("--online", api=server.url)
    assert status == 0
    assert online["CourtListener"].ok is True
    assert "125/day" in online["limits"].says
    assert trial.db.read_bytes() == before


@pytest.mark.slow
def test_an_online_look_is_one_request(trial: Trial) -> None:
    """And what it asks for is free?"""
    with serve(trial.site, throttle="1/day") as server:
        for _ in range(3):
            found, _ = trial.examine("--online", api=server.url)
            assert found["CourtListener"].ok is True


def broken_schema(trial: Trial) -> None:
    with closing(sqlite3.connect(trial.db)) as store:
        store.execute("UPDATE alembic_version SET version_num = '9999'")
        store.commit()


def spoilt_database(trial: Trial) -> None:
    content = trial.db.read_bytes()
    trial.db.write_bytes(content[:8192] + b"\0" * 60_000 + content[68_192:])


def lost_key(trial: Trial) -> None:
    with closing(sqlite3.connect(trial.db)) as store:
        store.execute("INSERT INTO takedown VALUES ('person', 'x', '2026-01-01T00:00:00+00:00', '')")
        store.commit()


def readable(trial: Trial) -> None:
    trial.db.chmod(0o644)


def in_git(trial: Trial) -> None:
    for words in (["init", "--quiet"], ["add", "--force", "dockets.db"]):
        subprocess.run(["git", *words], cwd=trial.folder, check=True)


def bad_case(trial: Trial) -> None:
    (trial.site / "cases" / "wrong.toml").write_text('topic = "weather"\n[[docket]]\nid = 1\n')


def bad_config(trial: Trial) -> None:
    (trial.site / "config.toml").write_text('name = "Trial"\nbase_url = "nowhere"\n')


def bad_decision(trial: Trial) -> None:
    (trial.site / "decisions").mkdir(exist_ok=True)
    (trial.site / "decisions" / "no-such-case.toml").write_text('[[decision]]\naction = "confirm"\n')


def bad_found(trial: Trial) -> None:
    (trial.site / "found.toml").write_text("not toml at all")


def bad_note(trial: Trial) -> None:
    (trial.site / "notes").mkdir(exist_ok=True)
    (trial.site / "notes" / "nobody.md").write_text("words")


def list_of(name: str, text: str) -> Callable[[Trial], None]:
    def spoil(trial: Trial) -> None:
        place = trial.site / "data" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    return spoil


def bad_template(trial: Trial) -> None:
    (trial.site / "templates").mkdir(exist_ok=True)
    (trial.site / "templates" / "case.html").write_text("line one\n{% if %}\n")


def unknown_filter(trial: Trial) -> None:
    (trial.site / "templates").mkdir(exist_ok=True)
    (trial.site / "templates" / "own.html").write_text("{{ 'a'|nosuchfilter }}\n")


def bad_catalogue(trial: Trial) -> None:
    (trial.site / "locales").mkdir(exist_ok=True)
    (trial.site / "locales" / "es.po").write_text('msgid "Next"\nmsgstr "{% nothing"\n\nmsgid broken')


DESK = '[[notify]]\nname = "desk"\nwhen = ["rulings"]\ntarget = "env:DESK_URL"\n'


def deaf_rule(trial: Trial) -> None:
    with (trial.site / "config.toml").open("a", encoding="utf-8") as config:
        config.write(DESK)


def saved(trial: Trial, before: dt.timedelta) -> None:
    """As if the state had been saved that long before the newest run."""
    with closing(sqlite3.connect(trial.db)) as store:
        newest = dt.datetime.fromisoformat(store.execute("SELECT max(started_at) FROM run").fetchone()[0])
    at = newest.replace(tzinfo=dt.UTC) - before
    note = trial.db.with_name("dockets.db.kept")
    note.write_text(json.dumps({"at": at.isoformat(timespec="seconds")}))
    note.chmod(0o600)


def left_over(trial: Trial) -> None:
    (trial.folder / ".dockets.db.save.state").mkdir()


@pytest.mark.slow
@pytest.mark.parametrize(("spoil", "name", "says"), [
    (broken_schema, "database", "a newer writwatch"),
    (spoilt_database, "database", "dockets.db:"),
    (lost_key, "takedowns", "is not beside the database"),
    (readable, "private files", "others on this machine can read"),
    (in_git, "private files", "is kept by git"),
    (bad_case, "what editors wrote", r"cases/wrong.toml:1: topic"),
    (bad_config, "what editors wrote", r"config.toml:2: base_url"),
    (bad_decision, "what editors wrote", "no-such-case"),
    (bad_found, "what editors wrote", "found.toml"),
    (bad_note, "what editors wrote", "is a note on no case"),
    (list_of("judges.csv", "name\n"), "what editors wrote", r"judges\.csv lacks the columns"),
    (list_of("facilities.csv", "name\n"), "what editors wrote", r"facilities\.csv"),
    (list_of("contractors.toml", "not toml"), "what editors wrote", r"contractors\.toml"),
    (list_of("topics/detention.toml", "not toml"), "what editors wrote", r"detention\.toml"),
    (list_of("independent/beside.csv", "a,b\n1,2\n"), "what editors wrote", r"beside\.csv"),
    (bad_template, "templates", r"case.html:2"),
    (unknown_filter, "templates", "nosuchfilter"),
    (bad_catalogue, "languages", "es.po"),
    (left_over, "state", "left a copy"),
    (deaf_rule, "notify desk", "set DESK_URL to the address"),
], ids=lambda value: getattr(value, "__name__", ""))
def test_a_broken_tracker(trial: Trial, spoil: object, name: str, says: str) -> None:
    """One thing wrong: does the doctor name it, say how to mend it, end with 1, and call nothing else wrong?"""
    assert callable(spoil)
    spoil(trial)
    found, status = trial.examine()
    assert status == 1
    assert found[name].ok is False
    assert re.search(says, found[name].says), found[name].says
    assert found[name].mend
    assert [check.name for check in found.values() if check.ok is False] == [name]


@pytest.mark.slow
@pytest.mark.parametrize(("env", "name", "says"), [
    ({"COURTLISTENER_API_TOKEN": ""}, "token", "is not set"),
    ({"COURTLISTENER_API_TOKEN": "a b"}, "token", "holds characters"),
    ({"WRITWATCH_STATE_KEY": "nonsense"}, "state", "is no key"),
])
def test_a_broken_environment(trial: Trial, env: dict[str, str], name: str, says: str) -> None:
    found, status = trial.examine(**env)
    assert status == 1
    assert says in found[name].says
    assert [check.name for check in found.values() if check.ok is False] == [name]


@pytest.mark.slow
@pytest.mark.parametrize(("url", "ok"), [("json://127.0.0.1:9/hush", True), ("nonsense", False), ("", False)])
def test_where_notifications_go(trial: Trial, url: str, ok: bool) -> None:
    """Is each rule's target asked for, and its address, which is a secret, told to nobody?"""
    deaf_rule(trial)
    found, status = trial.examine(DESK_URL=url)
    assert found["notify desk"].ok is ok
    assert status == (0 if ok else 1)
    assert not url or url not in str(found)


@pytest.mark.slow
def test_a_rule_that_no_run_finds_awake(trial: Trial) -> None:
    """Something due for two days, the last run a moment ago: is it said, with what mends it?"""
    deaf_rule(trial)
    with (trial.site / "config.toml").open("a", encoding="utf-8") as config:
        config.write('quiet_hours = "22:00-07:00"\n')
    since = (dt.datetime.now(dt.UTC) - dt.timedelta(days=2)).isoformat(timespec="microseconds")
    with closing(sqlite3.connect(trial.db)) as store, store:
        store.execute("INSERT INTO notice (rule, key, what, day, state, tries, at, why) VALUES "
                      "('desk', 'x', 'rulings', ?, 'due', 0, ?, '')", (since[:10], since))
    found, status = trial.examine(DESK_URL="json://127.0.0.1:9/hush")
    assert status == 1
    assert "1 of its messages wait" in found["notify desk"].says
    assert "`writwatch notify`" in found["notify desk"].mend


@pytest.mark.slow
@pytest.mark.parametrize(("before", "ok", "says"), [
    (-HOUR, True, "saved or restored"), (HOUR, None, "on this machine only"), (72 * HOUR, False, "long before"),
])
def test_a_state_older_than_the_newest_run(trial: Trial, before: dt.timedelta, ok: bool | None, says: str) -> None:
    """Saved after it, not yet, not for days?"""
    saved(trial, before)
    found, status = trial.examine(WRITWATCH_STATE_KEY=new_key())
    assert (found["state"].ok, status) == (ok, int(ok is False))
    assert says in found["state"].says


@pytest.mark.slow
def test_a_server_that_refuses(trial: Trial) -> None:
    """No network, or no such API: is it said, and what to look at?"""
    found, status = trial.examine("--online")
    assert status == 1
    assert "refuses connections" in found["CourtListener"].says


def test_before_anything_was_fetched(tmp_path: Path) -> None:
    """An empty folder and no token: does it say what comes first, and end with 1 only for the token?"""
    done = CliRunner().invoke(writwatch, ["--db", str(tmp_path / "none.db"), "doctor", "--out", str(tmp_path / "p")],
                              env={"COURTLISTENER_API_TOKEN": ""}, standalone_mode=False)
    assert done.return_value == 1
    assert "BAD   token" in done.output
    assert done.output.count("BAD ") == 1
    assert not (tmp_path / "none.db").exists()


@pytest.mark.slow
def test_no_secret_is_told(trial: Trial) -> None:
    """Are neither token nor key in what it prints?"""
    key = new_key()
    os.environ.pop("WRITWATCH_STATE_KEY", None)
    found, _ = trial.examine(WRITWATCH_STATE_KEY=key)
    assert found["state"].ok is None
    assert not any(secret in str(found) for secret in (TOKEN, key))
