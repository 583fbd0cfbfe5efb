"""A folder and a few answers in, a new tracker out: does it load, is its workflow safe, is nothing written over?"""
import datetime as dt
import re
import stat
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from writwatch import render
from writwatch.render.cases import Config, Privacy, load_site
from writwatch.render.cli import writwatch
from writwatch.render.notes import with_notes
from writwatch.render.starting import STARTER, Answers, init

FILES = [
    ".github/workflows/update.yml", ".gitignore", "README.md", "cases/detention.toml.txt", "cases/impact.toml.txt",
    "cases/local-police.toml.txt", "config.toml", "corrections.toml", "decisions/README.md", "notes/README.txt",
    "requirements.txt"]


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    init(tmp_path / "tracker")
    return tmp_path / "tracker"


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_what_the_workflow_installs_from_a_copy(tracker: Path) -> None:
    """A version that is not released can be had nowhere: is it shown how a commit is asked for, with its extras?"""
    *_, shown, pinned = (tracker / "requirements.txt").read_text("utf-8").splitlines()
    line = shown.removeprefix("# ")
    extras = re.escape(pinned.partition("==")[0])
    assert re.fullmatch(rf"{extras} @ git\+https://git\.example\.org/\S+@[0-9a-f]{{40}}", line)
    docs = Path(__file__).parent.parent.parent / "docs"
    assert line in (docs / "operators.md").read_text("utf-8")
    for text in (tracker / "README.md", docs / "tutorial.md"):
        assert "`requirements.txt`" in text.read_text("utf-8")


def test_a_new_tracker_is_empty_and_without_a_mistake(tmp_path: Path) -> None:
    """Are all its files made, and does it load with no case, no note and no problem?"""
    folder = tmp_path / "new" / "tracker"
    made = init(folder)
    assert files(folder) == FILES
    assert sorted(path.relative_to(folder).as_posix() for path in made) == FILES
    loaded = load_site(folder)
    assert (loaded.cases, loaded.problems) == ((), ())
    assert with_notes((), folder) == ()
    assert loaded.config.name == Config().name
    assert not loaded.config.fictional
    ignored = (folder / ".gitignore").read_text().split()
    assert {"*.db", "*.db.*", "takedowns.key", "/public/"} <= set(ignored)
    assert not [path for path in made if re.search(r"@[A-Z]+@", path.read_text())]


def test_answers_stand_in_the_config(tmp_path: Path) -> None:
    """Quotes, accents and all: does the config say what was answered, and nothing else differently?"""
    answers = Answers('The "Harbor" Ledger', "desk@example.org", "es", "https://example.org/tracker/")
    init(tmp_path, answers)
    config = load_site(tmp_path).config
    assert (config.name, config.contact, config.language, config.base_url) == tuple(answers)
    packaged = tomllib.loads((STARTER.parent / "config.toml").read_text("utf-8"))
    assert config.timezone == packaged["timezone"]
    assert (tmp_path / "README.md").read_text().startswith('# The "Harbor" Ledger\n')


@pytest.mark.parametrize("answers", [
    Answers(base_url="tracker.example.org"), Answers(language="Spanish please"), Answers(contact="nobody at all"),
    Answers(language="fr")])
def test_an_answer_that_cannot_be_used(tmp_path: Path, answers: Answers) -> None:
    """Is it named, and is nothing left behind?"""
    with pytest.raises(render.SiteError, match=r"(base_url|language|contact): .*Nothing was made"):
        init(tmp_path / "new", answers)
    assert list(tmp_path.iterdir()) == []
    init(tmp_path / "new", Answers("The Harbor Ledger"))


@pytest.mark.parametrize("name", ["notes.txt", "config.toml", "cases"])
def test_a_folder_with_something_in_it_is_refused(tmp_path: Path, name: str) -> None:
    """Is nothing of the user's ever written over?"""
    (tmp_path / name).write_text("mine")
    with pytest.raises(render.SiteError, match="is not empty: give a new tracker a folder of its own"):
        init(tmp_path)
    assert files(tmp_path) == [name]


def test_a_new_repository_will_do(tmp_path: Path) -> None:
    """Cloned from a host that put a README and a licence there: are they left as they are?"""
    for name in ("README.md", "LICENSE", ".gitignore"):
        (tmp_path / name).write_text("mine")
    (tmp_path / ".git").mkdir()
    init(tmp_path)
    assert [(tmp_path / name).read_text() for name in ("README.md", "LICENSE", ".gitignore")] == ["mine"] * 3
    assert (tmp_path / ".github" / "workflows" / "update.yml").is_file()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tracker").write_text("mine")
    with pytest.raises(render.SiteError, match="is not empty"):
        init(tmp_path / "tracker")


def test_the_examples_are_good_cases(tracker: Path) -> None:
    """Does each example load once it has a case's name, and the first also with its comments taken away?"""
    for path in sorted((tracker / "cases").glob("*.txt")):
        path.rename(path.with_suffix(""))
    loaded = load_site(tracker)
    assert loaded.problems == ()
    assert [case.topic for case in loaded.cases] == ["detention", "operations", "local-police"]
    path = tracker / "cases" / "detention.toml"
    path.write_text(re.sub(r"(?m)^# (?=\[|show =|reason =|by =|on =)", "", path.read_text()))
    loaded = load_site(tracker)
    assert loaded.problems == ()
    assert loaded.cases[0].privacy == Privacy(
        "public", "The petitioner speaks to the press under her own name.", "The editor", dt.date(2026, 1, 23))


def test_questions_only_on_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Typed by a script: is nothing asked? By a person: is what was not given asked for, and Enter a default?"""
    done = CliRunner().invoke(writwatch, ["init", str(tmp_path / "a")], input="")
    assert done.exit_code == 0, done.output
    assert "?" not in done.output

    class Terminal:
        def isatty(self) -> bool:
            return True

    asked: list[str] = []
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("click.prompt", lambda question, **_: asked.append(question) or "Ours" * (len(asked) == 1))
    init_command = writwatch.commands["init"]
    assert init_command.callback is not None
    init_command.callback(tmp_path / "b", "", "desk@example.org", "", "")
    assert len(asked) == 3
    assert load_site(tmp_path / "b").config.name == "Ours"


WORKFLOWS = [STARTER / "github" / "workflows" / "update.yml",
             *sorted((Path(__file__).parents[2] / ".github" / "workflows").glob("*.yml"))]
PINS = {
    "actions/checkout": ("de0fac2e4500dabe0009e67214ff5f5447ce83dd", "v6.0.2"),
    "actions/setup-python": ("a309ff8b426b58ec0e2a45f0f869d46889d02405", "v6.2.0"),
    "actions/upload-pages-artifact": ("7b1f4a764d45c48632c6b24a0339c27f5614fb0b", "v4.0.0"),
    "actions/deploy-pages": ("d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e", "v4.0.5"),
}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_safe(path: Path) -> None:
    """Every action a known commit with its version beside it, no more rights than reading at the top, an end, and no
    secret or expression within a script?"""
    text = path.read_text("utf-8")
    for name, pin, said in re.findall(r"uses: ([\w./-]+)@(\S+)(?: # (\S+))?", text):
        assert PINS[name] == (pin, said), name
    assert len(re.findall(r"\buses:", text)) == len(re.findall(r"@[0-9a-f]{40} # v", text)) > 0
    assert re.search(r"(?m)^permissions:\n  contents: read\n", text)
    assert "pull_request_target" not in text
    assert text.count("runs-on:") == text.count("timeout-minutes:")
    assert re.search(r"(?m)^concurrency:", text)
    assert "persist-credentials: false" in text
    for script in re.findall(r"(?m)^( +)(?:- )?run: \|\n((?:\1 +.*\n|\n)+)|run: ([^|\n].*)", text):
        assert "${{" not in "".join(script), script


def test_the_update_never_runs_for_a_pull_request() -> None:
    """Are schedule and hand all that starts it, is the state saved whatever became of the build, and do only the jobs
    that need a right have it?"""
    text = WORKFLOWS[0].read_text("utf-8")
    started = text.partition("\non:\n")[2].partition("\npermissions:")[0]
    assert re.findall(r"(?m)^  (\w+):", started) == ["schedule", "workflow_dispatch"]
    assert re.findall(r"(?m)^ +(\S+): write", text) == ["contents", "pages", "id-token", "contents"]
    steps = ("state restore", "writwatch update --no-notify", "doctor", "state save", "upload-pages-artifact@",
             "deploy-pages@", "writwatch notify --git")
    order = [text.index(words) for words in steps]
    assert order == sorted(order)
    save = text[text.index("Keep what was fetched"):text.index("state save")]
    assert "always() && steps.restore.outcome == 'success'" in save


def test_its_commands_are_ours() -> None:
    """Does every command that the starting files name exist, with the options they give it?"""
    called = re.compile(r"(?m)(?:run: |^ +|`)writwatch ((?:[a-z]+ ?)+(?: ?--[a-z-]+)*)")
    for path in (each for each in STARTER.rglob("*") if each.is_file()):
        for words in called.findall(path.read_text("utf-8")):
            command: object = writwatch
            for word in words.split():
                if word.startswith("--"):
                    options = {name for each in command.params for name in each.opts}  # type: ignore[attr-defined]
                    assert word in options, words
                else:
                    command = getattr(command, "commands", {}).get(word, command)
            assert command is not writwatch, words


def test_nothing_made_is_a_program(tracker: Path) -> None:
    assert not [path for path in tracker.rglob("*") if path.is_file() and path.stat().st_mode & stat.S_IXUSR]


def test_a_database_that_is_not_there_is_said(tracker: Path, tmp_path: Path) -> None:
    """A slip of --db: is it seen that nothing was ever fetched there, and no file made?"""
    db = tmp_path / "nowhere" / "x.db"
    command = ["--site", str(tracker), "--db", str(db), "status"]
    said = CliRunner().invoke(writwatch, command, standalone_mode=False, catch_exceptions=False)
    assert f"There is no database {db}: run `writwatch fetch`, or name another with --db." in said.stderr
    assert not db.parent.exists()
