"""The scripts of the workflow that `init` writes, run in order in a fresh checkout a day, as GitHub would."""
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

pytestmark = [pytest.mark.soak, pytest.mark.xdist_group("workflow")]

TOKEN = "b2" * 20


def scripts(workflow: Path) -> dict[str, str]:
    """By its name, what each step of the first job runs."""
    job = workflow.read_text("utf-8").partition("\n  publish:\n")[0]
    found = re.findall(r"- name: (.+)\n((?:        .*\n)+)", job)
    runs = {name: re.search(r"run: (?:\|\n((?: {10}.*\n)+)|(.+\n))", rest) for name, rest in found}
    return {name: re.sub(r"(?m)^ {10}", "", match[1] or match[2]) for name, match in runs.items() if match}


class Host:
    """A repository on a host: the tracker, the branch of its state, a new checkout for each run."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.tracker, self.remote = folder, folder / "tracker", folder / "remote.git"
        init(self.tracker)
        invented = folder / "invented"
        fictional.write(invented, dockets=8)
        shutil.copytree(invented / "cases", self.tracker / "cases", dirs_exist_ok=True)
        self.court = invented
        subprocess.run(["git", "init", "--quiet", "--bare", str(self.remote)], check=True)
        self.steps = scripts(self.tracker / ".github" / "workflows" / "update.yml")
        self.key = new_key()

    def run(self, day: int, api: str, **env: str) -> tuple[Path, str, str]:
        """One run: the checkout afterwards, all it printed, and the status that it hands on; "" where it broke off."""
        here = self.folder / f"day{day}"
        shutil.copytree(self.tracker, here)
        out = here / "outputs"
        env = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(self.folder),
               "LANG": "C.UTF-8", "STATE": str(self.remote), "COURTLISTENER_API_URL": api, "GITHUB_OUTPUT": str(out),
               "GITHUB_STEP_SUMMARY": str(here / "summary"), "WRITWATCH_STATE_KEY": self.key,
               "COURTLISTENER_API_TOKEN": TOKEN} | env
        printed, restored = "", False
        for name, script in self.steps.items():
            if name == "Install" or (not restored and name != "Bring back what was fetched before"):
                continue
            command = ["bash", "-e", "-c", script]
            done = subprocess.run(command, cwd=here, env=env, check=False, capture_output=True, text=True)
            printed += done.stdout + done.stderr
            if name == "Bring back what was fetched before":
                restored = done.returncode == 0
        status = re.search(r"status=(\d+)", out.read_text()) if out.exists() else None
        return here, printed, status[1] if status else ""

    def objects(self) -> bytes:
        listed = subprocess.run(
            ["git", "cat-file", "--batch-all-objects", "--batch"], cwd=self.remote, check=True, capture_output=True)
        return listed.stdout


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Host:
    return Host(tmp_path_factory.mktemp("host"))


@pytest.fixture(scope="module")
def first(host: Host) -> tuple[Path, str, str]:
    """The first day's run."""
    with serve(host.court, throttle="none") as server:
        return host.run(1, server.url)


def test_its_steps_are_found(host: Host) -> None:
    assert list(host.steps) == [
        "Install", "Bring back what was fetched before", "Fetch and build", "Say how the set-up is",
        "Keep what was fetched"]


def test_the_first_day(first: tuple[Path, str, str]) -> None:
    """No state yet: is the site there, and nothing wrong?"""
    here, said, status = first
    assert status == "0", said
    assert "No state is kept there yet" in said
    assert len(list((here / "public" / "cases").glob("*.html"))) > 5
    assert json.loads((here / "public" / "health.json").read_text())["level"] == "good"
    assert "Nothing is wrong." in (here / "summary").read_text()


def test_the_days_after(host: Host, first: tuple[Path, str, str]) -> None:
    """One that goes on from it, one with CourtListener away, one with another key: is the site there or is it said why
    not, is the state one commit, and is nothing fetched twice?"""
    with serve(host.court, throttle="none") as server:
        _, said, status = host.run(2, server.url)
        assert status == "0", said
        assert "Restored: 2 files" in said
        assert "Nothing was asked" in said or re.search(r"\b\d answers, 0 rows", said)
    (host.tracker / "cases" / "new.toml").write_text('topic = "detention"\n[[docket]]\nid = 4242\n')
    third, said, status = host.run(3, "http://127.0.0.1:9/")
    assert status == "3"
    assert "refuses connections" in said
    assert (third / "public" / "index.html").is_file()
    facts = json.loads((third / "public" / "health.json").read_text())
    assert facts["troubles"] == ["failed"]
    before = subprocess.run(["git", "rev-parse", "state"], cwd=host.remote, check=True, capture_output=True).stdout
    _, said, status = host.run(4, "http://127.0.0.1:9/", WRITWATCH_STATE_KEY=new_key())
    assert status == ""
    assert "was saved with another key" in said
    after = subprocess.run(["git", "rev-parse", "state"], cwd=host.remote, check=True, capture_output=True).stdout
    assert after == before
    log = subprocess.run(["git", "rev-list", "--all"], cwd=host.remote, check=True, capture_output=True, text=True)
    assert len(log.stdout.split()) == 1


def test_nothing_of_it_can_be_read(host: Host, first: tuple[Path, str, str]) -> None:
    """In the repository, in what was printed and in the summary: no name that the pages hide, no token, no key?"""
    here, said, _ = first
    truth = [json.loads(line) for line in (host.court / "truth.jsonl").read_text("utf-8").splitlines()]
    names = {name for row in truth for name in row["privacy"]["petitioner"]}
    assert names
    kept = host.objects()
    with pytest.raises(zlib.error):
        zlib.decompress(kept)
    printed = said + (here / "summary").read_text() + (here / "public" / "health.json").read_text()
    for secret in (*names, TOKEN, host.key):
        assert secret.encode() not in kept
        assert secret not in printed
    trail = (here / "public" / "trail.jsonl").read_text("utf-8")
    assert trail.count("\n") > 20
    assert not [name for name in names if name in trail]
