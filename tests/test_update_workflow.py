"""The workflow that `init` writes, its steps run in order in a fresh checkout a day, as GitHub would."""
import json
import os
import re
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from writwatch.fetch import fictional
from writwatch.fetch.keep import new_key
from writwatch.fetch.sandbox import serve
from writwatch.render.starting import init

from .workflow import Host, Run

pytestmark = [pytest.mark.soak, pytest.mark.xdist_group("workflow")]

TOKEN = "b2" * 20


def objects(remote: Path) -> bytes:
    listed = subprocess.run(
        ["git", "cat-file", "--batch-all-objects", "--batch"], cwd=remote, check=True, capture_output=True)
    return listed.stdout


def run(host: Host, api: str, **secrets: str) -> tuple[Path, Run, str]:
    """A day: the checkout afterwards, what became of it, and the status that `update` ended with; "" where it did not
    come to that."""
    before, host.secrets = host.secrets, host.secrets | secrets
    host.env["COURTLISTENER_API_URL"] = api
    done = host.run()
    host.secrets = before
    return host.folder / f"run{host.number}-update", done, str(host.needs["update"]["outputs"]["status"])


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Host:
    folder = tmp_path_factory.mktemp("host")
    tracker = folder / "tracker"
    init(tracker)
    fictional.write(folder / "invented", dockets=8)
    shutil.copytree(folder / "invented" / "cases", tracker / "cases", dirs_exist_ok=True)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    host = Host(folder, tracker, {"PATH": path, "LANG": "C.UTF-8"})
    host.secrets = {"WRITWATCH_STATE_KEY": new_key(), "COURTLISTENER_API_TOKEN": TOKEN}
    return host


@pytest.fixture(scope="module")
def court(host: Host) -> Path:
    return host.folder / "invented"


@pytest.fixture(scope="module")
def first(host: Host, court: Path) -> tuple[Path, Run, str]:
    """The first day's run."""
    with serve(court, throttle="none") as server:
        return run(host, server.url)


def test_its_steps_are_come_to(first: tuple[Path, Run, str]) -> None:
    """A calm day of a tracker that tells nobody: is every job done but that one, in the order that loses nothing?"""
    _, done, _ = first
    assert done.jobs == {"update": "success", "publish": "success", "notify": "skipped", "tell": "success"}
    assert [step.name for step in done.steps] == [
        "actions/checkout", "Is anybody to be told?", "actions/setup-python", "Install",
        "Bring back what was fetched before", "Fetch and build", "Say how the set-up is", "Keep what was fetched",
        "actions/upload-pages-artifact", "actions/deploy-pages", "Does anything need a person?"]


def test_the_first_day(host: Host, first: tuple[Path, Run, str]) -> None:
    """No state yet: is the site there, and nothing wrong?"""
    _, done, status = first
    assert status == "0", done.said
    assert "Nothing was restored, for no state is kept in" in done.said
    assert len(list((host.live / "cases").glob("*.html"))) > 5
    assert json.loads((host.live / "health.json").read_text())["level"] == "good"
    assert "Nothing is wrong." in done.summary


def test_the_days_after(host: Host, court: Path, first: tuple[Path, Run, str]) -> None:
    """One that goes on from it, one with CourtListener away, one with another key: is the site there or is it said why
    not, is the state one commit, and is nothing fetched twice?"""
    with serve(court, throttle="none") as server:
        _, done, status = run(host, server.url)
        assert status == "0", done.said
        assert "Restored: 2 files" in done.said
        assert "Nothing was asked" in done.said or re.search(r"\b\d answers, 0 rows", done.said)
    (host.tracker / "cases" / "new.toml").write_text('topic = "detention"\n[[docket]]\nid = 4242\n')
    third, done, status = run(host, "http://127.0.0.1:9/")
    assert status == "3"
    assert done.jobs == {"update": "success", "publish": "success", "notify": "skipped", "tell": "failure"}
    assert "refuses connections" in done.said
    assert (third / "public" / "index.html").is_file()
    facts = json.loads((host.live / "health.json").read_text())
    assert facts["troubles"] == ["failed"]
    before = head(host)
    _, done, status = run(host, "http://127.0.0.1:9/", WRITWATCH_STATE_KEY=new_key())
    assert status == ""
    assert done.jobs == {"update": "failure", "publish": "skipped", "notify": "skipped", "tell": "skipped"}
    assert "was saved with another key" in done.said
    assert head(host) == before
    log = subprocess.run(["git", "rev-list", "--all"], cwd=host.remote, check=True, capture_output=True, text=True)
    assert len(log.stdout.split()) == 1


def head(host: Host) -> bytes:
    return subprocess.run(["git", "rev-parse", "state"], cwd=host.remote, check=True, capture_output=True).stdout


def test_nothing_of_it_can_be_read(host: Host, court: Path, first: tuple[Path, Run, str]) -> None:
    """In the repository, in what was printed and in the summary: no name that the pages hide, no token, no key?"""
    here, done, _ = first
    truth = [json.loads(line) for line in (court / "truth.jsonl").read_text("utf-8").splitlines()]
    names = {name for row in truth for name in row["privacy"]["petitioner"]}
    assert names
    kept = objects(host.remote)
    with pytest.raises(zlib.error):
        zlib.decompress(kept)
    printed = done.said + done.summary + (here / "public" / "health.json").read_text()
    for secret in (*names, TOKEN, host.secrets["WRITWATCH_STATE_KEY"]):
        assert secret.encode() not in kept
        assert secret not in printed
    trail = (here / "public" / "trail.jsonl").read_text("utf-8")
    assert trail.count("\n") > 20
    assert not [name for name in names if name in trail]
