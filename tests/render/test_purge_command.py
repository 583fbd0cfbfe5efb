"""`writwatch purge`, typed by an operator: is who was forgotten in no file, no byte and no sentence, and stays so?"""
import contextlib
import json
import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from writwatch.fetch import FetchError, fictional
from writwatch.fetch.sandbox import serve
from writwatch.render import traces
from writwatch.render.cli import writwatch

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("purge command")]


class Trial:
    """A tracker of twelve invented dockets, their store and their pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data, self.db, self.public = folder / "tracker", folder / "dockets.db", folder / "public"

    def run(self, *typed: str, api: str = "http://127.0.0.1:9/", stdin: str = "", expect: int = 0) -> str:
        command = ["--site", str(self.data), "--db", str(self.db), "--api", api, *typed]
        done: Result = CliRunner().invoke(
            writwatch, command, env={"COURTLISTENER_API_TOKEN": "x"}, standalone_mode=False, input=stdin
        )
        if done.exception:
            raise done.exception
        assert (done.return_value or 0) == expect, done.output
        return done.output

    def purge(self, *typed: str, stdin: str = "", expect: int = 0) -> str:
        return self.run("purge", *typed, "--out", str(self.public), stdin=stdin, expect=expect)

    def truth(self) -> list[dict]:
        return [json.loads(line) for line in (self.data / "truth.jsonl").read_text("utf-8").splitlines()]

    def person(self) -> tuple[int, str]:
        """A docket of which there is a page, and whom it is about."""
        followed = [path.read_text("utf-8") for path in (self.data / "cases").glob("*.toml")]
        return next(
            (row["docket_id"], name)
            for row in self.truth()
            for name in row["privacy"]["petitioner"]
            if name.count(" ") == 1 and name.isascii() and any(str(row["docket_id"]) in text for text in followed)
        )

    def kept(self) -> bytes:
        """All that the database's files hold, lower case, with whatever in them is compressed opened."""
        contents = [path.read_bytes() for path in self.folder.glob("dockets.db*")]
        return b"".join(part for content in contents for part in (content, *opened(content))).lower()

    def pages(self) -> bytes:
        files = [path for path in self.public.rglob("*") if path.is_file()]
        return b"".join(str(path).encode() + path.read_bytes() for path in files).lower()


def opened(content: bytes) -> Iterator[bytes]:
    start = content.find(b"x\x9c")
    while start >= 0:
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj().decompress(content[start : start + 65_536])
        start = content.find(b"x\x9c", start + 1)


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    trial = Trial(tmp_path_factory.mktemp("fetched"))
    fictional.write(trial.data, dockets=12)
    (trial.data / "config.toml").write_text('name = "Trial"\nfictional = true\n', encoding="utf-8")
    with serve(trial.data, throttle="none") as server:
        trial.run("fetch", api=server.url)
    trial.run("render", "--out", str(trial.public))
    return trial


@pytest.fixture
def trial(fetched: Trial, tmp_path: Path) -> Trial:
    shutil.copytree(fetched.folder, tmp_path / "here")
    return Trial(tmp_path / "here")


def test_a_docket_goes(trial: Trial):
    """In the database's bytes, in its pages, in what was said: is it nowhere, and does a fetch leave it so?"""
    number, name = trial.person()
    marks = [str(number).encode(), *(word.lower().encode() for word in name.split())]
    assert marks[0] in trial.kept()
    assert marks[0] in trial.pages()
    said = trial.purge(str(number), "--why-kept-private", f"{name} asked about {number}.")
    with serve(trial.data, throttle="none") as server:
        server.rows.upsert("dockets", [{"id": number, "cause": "as of now"}])
        trial.run("fetch", api=server.url)
    trial.run("render", "--out", str(trial.public))
    assert "1 docket forgotten." in said
    kept = trial.kept()
    for place, content in (("the database", kept), ("the pages", trial.pages()), ("the sentences", said.encode())):
        assert marks[0] not in content, place
    with contextlib.closing(sqlite3.connect(trial.db)) as store:
        assert store.execute("SELECT count(*) FROM docket").fetchone()[0] > 5


def test_a_docket_that_nobody_has(trial: Trial):
    """Taken down before it was fetched: is it said, and does no later fetch bring it?"""
    said = trial.purge("987654321")
    assert "0 dockets forgotten." in said
    assert "Of 1 of these ids the database held nothing. They are remembered all the same" in said


def test_its_files_are_named(trial: Trial):
    """A case file, a decision, a note and a correction of the editor's: is each named, and none changed?"""
    number, _ = trial.person()
    [case] = [path for path in (trial.data / "cases").glob("*.toml") if str(number) in path.read_text("utf-8")]
    (trial.data / "decisions").mkdir(exist_ok=True)
    (trial.data / "decisions" / case.name).write_text("# none yet\n", "utf-8")
    (trial.data / "notes.md").write_text(f"One\nTwo: {number}\nNot {case.stem}-2\n", "utf-8")
    correction = '[[correction]]\non = 2026-01-02\nwrong = "Lost."\nright = "Won."\nby = "A. Editor"\n'
    (trial.data / "corrections.toml").write_text(f'{correction}case = "{case.stem}"\n', "utf-8")
    said = trial.purge(str(number))
    for place in (f"cases/{case.name}", f"decisions/{case.name}", "notes.md:2", "corrections.toml:6"):
        assert place in said
    assert "notes.md:3" not in said
    assert str(number) not in said
    assert str(number) in case.read_text("utf-8")


def test_a_person_goes_from_one_docket(trial: Trial):
    """Typed in at the prompt: is the name in no byte of that docket, in no sentence, and its page still there?"""
    number, name = trial.person()
    words = [word.lower().encode() for word in name.split()]
    pages = {path.relative_to(trial.public) for path in trial.public.rglob("*.html")}
    (trial.data / "notes.md").write_text(f"About {name}.\n", "utf-8")
    said = trial.purge(str(number), "--name", "-", stdin=f"{name}\n")
    said = said.replace(f"Name: {name}", "Name:")
    assert "A name taken out of" in said
    assert "of 1 docket." in said
    assert "notes.md:1" in said
    assert not any(word in said.lower().encode() for word in words)
    assert {path.relative_to(trial.public) for path in trial.public.rglob("*.html")} == pages
    with contextlib.closing(sqlite3.connect(trial.db)) as store:
        raw = store.execute("SELECT raw FROM docket_entry WHERE docket_id = ?", [number]).fetchall()
    assert raw
    assert not any(words[-1] in zlib.decompress(row[0]).lower() for row in raw)


def test_a_person_goes_from_all(trial: Trial):
    """Without an id: is it said in how many dockets the name is, asked for a yes, and nothing done without one?"""
    _, name = trial.person()
    words = [word.lower().encode() for word in name.split()]
    before = trial.kept()
    for answer in ("n\n", ""):
        with pytest.raises(click.UsageError, match="nothing was changed"):
            trial.purge("--name", name, stdin=answer)
    assert trial.kept() == before
    said = trial.purge("--name", name, stdin="y\n")
    assert " the whole name: " in said
    assert not any(word in said.lower().encode() for word in words)
    assert not (trial.folder / "takedowns.key").stat().st_mode & 0o077
    assert name.lower().encode() not in trial.kept()
    assert "1 docket holds" not in trial.purge("--name", name, "--yes")


@pytest.mark.parametrize("fault", ["a template", "no tracker"])
def test_pages_that_cannot_be_built(trial: Trial, fault: str):
    """On the day somebody asks to be forgotten nothing can be built: are the pages that tell gone all the same?"""
    number, _ = trial.person()
    if fault == "a template":
        (trial.data / "templates").mkdir()
        (trial.data / "templates" / "case.html").write_text("{% broken", "utf-8")
    else:
        trial.data.rename(trial.folder / "elsewhere")
    assert "could not be built anew" in trial.purge(str(number), expect=3)
    assert str(number).encode() not in trial.pages()
    assert (trial.public / "static").is_dir()
    assert str(number).encode() not in trial.kept()


@pytest.mark.parametrize("fault", ["no pages", "a template", "a line that is none"])
def test_the_trail_without_a_build(trial: Trial, fault: str):
    """No pages here, or none that can be built: is the case in no line of the trail, and every other one in its own?"""
    number, _ = trial.person()
    [case] = [path for path in (trial.data / "cases").glob("*.toml") if str(number) in path.read_text("utf-8")]
    trail = trial.folder / "dockets.db.trail.jsonl"
    before = trail.read_text("utf-8").splitlines()
    if fault == "no pages":
        shutil.rmtree(trial.public)
    elif fault == "a template":
        (trial.data / "templates").mkdir()
        (trial.data / "templates" / "case.html").write_text("{% broken", "utf-8")
    else:
        trail.write_text("\n".join([*before, "none", ""]), "utf-8")
    trial.purge(str(number), expect=0 if fault == "no pages" else 3)
    after = [line for line in trail.read_text("utf-8").splitlines() if line != "none"]
    assert after == [line for line in before if json.loads(line)["case"] != case.stem]
    assert 0 < len(after) < len(before)


def test_pages_that_no_build_wrote(trial: Trial):
    """A folder of somebody else's: is it left alone, and said?"""
    number, _ = trial.person()
    shutil.rmtree(trial.public)
    trial.public.mkdir()
    (trial.public / "letter.txt").write_text(str(number))
    assert "There are no pages in" in trial.purge(str(number))
    assert (trial.public / "letter.txt").is_file()


def test_a_lost_key(trial: Trial):
    """Is what to do said, and does it work?"""
    number, _ = trial.person()
    trial.purge(str(number))
    (trial.folder / "takedowns.key").unlink()
    with pytest.raises(FetchError, match="purge --new-key"):
        trial.purge(str(number))
    said = trial.run("purge", "--new-key", "--yes")
    assert "of dockets and people that were taken down: 1." in said
    trial.purge(str(number))


@pytest.mark.parametrize("typed", [(), ("--new-key", "7"), ("0",)])
def test_what_makes_no_sense(trial: Trial, typed: tuple[str, ...]):
    with pytest.raises(click.UsageError):
        trial.purge(*typed)


def test_only_what_tells_is_removed(tmp_path: Path):
    for name, text in (("a.html", "of 7001"), ("b.html", "of 7002"), ("7001.csv", "")):
        (tmp_path / name).write_text(text)
    assert traces.remove_pages(tmp_path, lambda path, text: "7001" in path.name + text) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["b.html"]
