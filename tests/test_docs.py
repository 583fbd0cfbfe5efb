"""The words of README and docs: is every command one that works, and every file they name there?

`make demo` and `make test` are run by .ci/run; all others here, in order, in one shell, against the sandbox.
"""
import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from writwatch.fetch.sandbox import serve

from . import newcomer

CHECKOUT = Path(__file__).parent.parent
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")


def commands(text: str = README) -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```$", text, re.M | re.S)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def test_the_two_commands_stand_at_the_top():
    assert commands()[:2] == ["make demo", "make test"]


def test_every_block_is_known_to_be_run():
    """A block in another language would be run by nobody."""
    assert set(re.findall(r"^```(\w*)$", README, re.M)) == {"sh", ""}


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def invented_docket(number: int, court: str, docket_number: str) -> dict[str, object]:
    root = "http://127.0.0.1:8001/api/rest/v4"
    return {
        "resource_uri": f"{root}/dockets/{number}/",
        "id": number,
        "court": f"{root}/courts/{court}/",
        "court_id": court,
        "original_court_info": None,
        "absolute_url": f"/docket/{number}/harbor-league-v-office/",
        "date_created": "2026-01-05T09:00:00-08:00",
        "date_modified": "2026-01-05T09:00:00-08:00",
        "date_filed": "2026-01-05",
        "case_name": "Harbor League v. Office of Permits",
        "docket_number": docket_number,
        "docket_number_core": "",
        "nature_of_suit": "",
        "appeal_from": None,
    }


@pytest.fixture
def court(tmp_path: Path) -> Path:
    """The dockets that README names, invented."""
    folder = tmp_path / "court"
    folder.mkdir()
    rows = [
        invented_docket(69741724, "dcd", "1:25-cv-00766"),
        invented_docket(69623767, "cand", "3:25-cv-01350"),
        invented_docket(69655305, "cand", "3:25-cv-01766"),
    ]
    (folder / "dockets.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    born = {"jurisdiction": "FD", "date_modified": "2026-01-05T09:00:00-08:00"}
    courts = [{"id": name, **born} for name in ("dcd", "cand")]
    (folder / "courts.jsonl").write_text("".join(json.dumps(row) + "\n" for row in courts), encoding="utf-8")
    return folder


def typed(lines: list[str], court: Path, work: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """The commands one after the other in one shell, against the sandbox; each must succeed."""
    script = "set -e\n" + "\n".join(f"echo '$ {line.split()[0]}'; {line}" for line in lines)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    with serve(court, throttle="none") as server:
        env |= {"PATH": path, "HOME": str(work), "COURTLISTENER_API_URL": server.url, "LANG": "C.UTF-8"}
        done = subprocess.run(["bash", "-c", script], cwd=work, env=env, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


INSTALLING = ("python3 -m venv", ". ~/writwatch", "pip install")
"""How writwatch is installed is tried in test_packaging.py and, with everything else as it is typed, in
test_tutorial.py."""


def steps(text: str) -> list[str]:
    """What a document has its reader type, and write, once writwatch is installed."""
    return [line for line in newcomer.steps(text) if not line.startswith(INSTALLING)]


@pytest.mark.slow
def test_the_tutorial(court: Path, tmp_path: Path):
    """Step by step as a newcomer would, with the sandbox as CourtListener: is there a page in the newcomer's words?"""
    text = (CHECKOUT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    assert len(steps(text)) > 14
    done = typed(steps(text), court, tmp_path)
    tracker = tmp_path / "tracker"
    page = (tracker / "public" / "cases" / "cand-3-25-cv-01766.html").read_text(encoding="utf-8")
    for words in ("Harbor League v. Office of Permits", "what a league has published", "We asked the office",
                  "The Harbor Ledger", "desk@example.org"):
        assert words in page
    assert "Nothing is wrong." in done.stdout
    assert (tmp_path / "kept" / "state.age").is_file()
    assert "The updates work" in (tracker / "public" / "health.html").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(("status", "mailed"), [(0, ""), (3, "update\nstate save --folder {kept}\n")])
def test_the_crontab(tmp_path: Path, status: int, mailed: str):
    """Is the state saved whatever became of the update, with the secrets, and a mail sent of trouble alone?"""
    text = (CHECKOUT / "docs" / "operators.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"^\d+ \d+ \* \* \* (.*)$", text, re.M)
    (tmp_path / "writwatch").write_text(f'#!/bin/sh\necho "$@"\necho "$@" "$TOKEN" >> {tmp_path}/ran\nexit {status}\n')
    (tmp_path / "writwatch").chmod(0o700)
    (tmp_path / "writwatch.env").write_text("TOKEN=secret\n", encoding="utf-8")
    (tmp_path / "tracker").mkdir()
    done = subprocess.run(
        ["sh", "-c", line.replace("/etc/", f"{tmp_path}/").replace("/srv/", f"{tmp_path}/")], check=False,
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"}, capture_output=True, text=True)
    kept = tmp_path / "kept"
    assert (tmp_path / "ran").read_text("utf-8") == f"update secret\nstate save --folder {kept} secret\n"
    assert (done.stdout, done.stderr) == (mailed.format(kept=kept), "")
    assert "(mode 0640, root's, group\n`writwatch`)" in text


def test_the_operators_commands(court: Path, tmp_path: Path):
    """Kept, lost and brought back: is the database what it was?"""
    text = (CHECKOUT / "docs" / "operators.md").read_text(encoding="utf-8")
    before = ["writwatch init .", "writwatch follow 69741724"]
    work = tmp_path / "work"
    work.mkdir()
    done = typed([*before, *steps(text)], court, work, COURTLISTENER_API_TOKEN="x")
    assert "Restored: 1 file" in done.stderr
    assert (work / "dockets.db").stat().st_size > 50_000


@pytest.mark.parametrize("name", sorted(path.name for path in (CHECKOUT / "docs").glob("*.md")))
def test_the_files_that_documents_name(name: str):
    """Does every command in a document exist, and every file it leads to?"""
    from writwatch.render.cli import writwatch

    text = (CHECKOUT / "docs" / name).read_text(encoding="utf-8")
    named = {word for line in commands(text) for word in re.findall(r"\bwritwatch (?:--\w+ \S+ )*([a-z]+)", line)}
    assert named <= set(writwatch.commands)
    for link in re.findall(r"\]\(((?!https?:)[^)#]+)\)", text):
        assert (CHECKOUT / "docs" / link).exists(), link


@pytest.mark.slow
def test_every_other_command_works(court: Path, tmp_path: Path):
    """Typed one after the other by somebody who has only the README: does each succeed?"""
    lines = [line.replace("8765", str(free_port())) for line in commands()[2:]]
    assert len(lines) > 8
    work = tmp_path / "work"
    work.mkdir()
    done = typed(lines, court, work)
    assert (work / "tracker" / "public" / "index.html").is_file()
    assert (work / "tracker" / "public-3-february" / "index.html").is_file()
    reading = json.loads(next(line for line in done.stdout.splitlines() if line.startswith('{"id": 1')))
    assert {event["type"] for event in reading["events"]} >= {"habeas_ruling"}


def test_every_command_of_the_program_is_explained():
    """Each command that exists stands in README, and none that does not."""
    from writwatch.render.cli import writwatch

    named = set(re.findall(r"\bwritwatch (?:--\w+ \S+ )*([a-z]+)\b", README)) | set(re.findall(r"`([a-z]+)`", README))
    assert set(writwatch.commands) - named == set()
    typed = {name for line in commands() for name in re.findall(r"writwatch (?:--\w+ \S+ )*([a-z]+)", line)}
    assert typed <= set(writwatch.commands)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_between_documents(name: str):
    """Does every file that a document names exist?"""
    text = (CHECKOUT / name).read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (CHECKOUT / link).exists(), link
