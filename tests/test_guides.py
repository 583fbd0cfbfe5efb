"""docs/editors.md and docs/readings.md: does typing what they say give what they show?"""
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from writwatch.fetch import fictional
from writwatch.fetch.sandbox import serve
from writwatch.render.procedure.rule import rule
from writwatch.render.procedure.rules import RULES
from writwatch.render.procedure.vocabulary import EventType
from writwatch.render.reading import read_lines

DOCS = Path(__file__).parent.parent / "docs"
EDITORS = (DOCS / "editors.md").read_text(encoding="utf-8")
READINGS = (DOCS / "readings.md").read_text(encoding="utf-8")


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """(kind, content) of each fenced block."""
    yield from re.findall(r"^```(\w+)\n(.*?)^```$", text, re.M | re.S)


def shown(block: str) -> list[str]:
    """The lines of output that a block shows; "…" stands for what is left out."""
    return [line for line in block.splitlines() if line.strip() and line != "…"]


def assert_in_order(lines: list[str], said: str) -> None:
    """Does each line stand in what was said, after the one before?"""
    left = said
    for line in lines:
        _, found, left = left.partition(line)
        assert found, f"{line}\n— is not, or not there, in —\n{said}"


class Terminal:
    """One shell after the other in one folder, as the reader's own: `cd` carries on."""

    def __init__(self, folder: Path, api: str) -> None:
        self.folder = folder
        self.env = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder),
            "LANG": "C.UTF-8", "COLUMNS": "100", "COURTLISTENER_API_TOKEN": "any", "COURTLISTENER_API_URL": api}

    def type(self, script: str) -> str:
        """What the lines say, both streams; each must succeed."""
        lines = [line for line in script.splitlines() if not line.startswith("export ")]
        command = ["bash", "-c", "\n".join(["set -e", "exec 2>&1", *lines, "echo; pwd"])]
        done = subprocess.run(command, cwd=self.folder, env=self.env, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout
        said, _, folder = done.stdout.rstrip("\n").rpartition("\n")
        self.folder = Path(folder)
        return said


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """A terminal in an empty folder, and the invented dockets behind the API."""
    court, work = tmp_path / "court", tmp_path / "work"
    work.mkdir()
    fictional.write(court)
    with serve(court, throttle="none") as server:
        yield Terminal(work, server.url)


@pytest.mark.slow
def test_an_editors_day(terminal: Terminal):
    """Every command typed, every file written: is what stands under each what it said?"""
    said, compared = "", 0
    for kind, block in blocks(EDITORS):
        if kind == "sh":
            said = terminal.type(block)
        elif kind == "text":
            assert_in_order(shown(block), said)
            compared += len(shown(block))
        elif place := re.match(r"# (\S+\.toml)(?:, at its end)?\n", block):
            with (terminal.folder / place[1]).open("a", encoding="utf-8") as file:
                file.write(block[place.end():])
    assert compared > 40
    public = terminal.folder / "public"
    page = (public / "cases" / "njd-2-26-cv-00527.html").read_text(encoding="utf-8")
    for words in ("We asked the office on 9 April", "Dana Whitlow"):
        assert words in page
    assert "the petition was granted on 15 January" in (public / "corrections.html").read_text(encoding="utf-8")
    assert not (public / "cases" / "njd-2-25-cv-02357.html").exists()


def test_the_privacy_words_are_known(tmp_path: Path):
    """Is the [privacy] table that the guide shows one that a case file may have?"""
    from writwatch.render.cases import load_site

    (privacy,) = (block for kind, block in blocks(EDITORS) if kind == "toml" and "[privacy]" in block)
    (tmp_path / "cases").mkdir()
    (tmp_path / "config.toml").write_text('name = "Trial"\n', encoding="utf-8")
    docket = '\n[[docket]]\nid = 101\ncourt = "mnd"\ndocket_number = "0:26-cv-00101"\n'
    (tmp_path / "cases" / "mnd-0-26-cv-00101.toml").write_text('topic = "detention"\n' + privacy + docket, "utf-8")
    site = load_site(tmp_path)
    assert list(site.problems) == []


def tables(text: str) -> list[list[list[str]]]:
    """Every table of a document: rows of cells, the head first."""
    found = re.findall(r"(?:^\|.*\|$\n)+", text, re.M)
    rows = [[[cell.strip() for cell in line.strip("|").split(" | ")] for line in table.splitlines()] for table in found]
    return [[row for row in table if set(row[0]) != {"-"}] for table in rows]


DOCKET: dict[str, Any] = {
    "id": 101, "court_id": "mnd", "docket_number": "0:26-cv-00123", "case_name": "A.B.C. v. Warden",
    "date_filed": "2026-01-03", "nature_of_suit": "463 Habeas Corpus - Alien Detainee"}


def entries() -> list[dict[str, Any]]:
    return [{"id": int(number), "entry_number": int(number), "date_filed": day, "description": text}
            for number, day, text, _ in tables(READINGS)[0][1:]]


def stands(as_of: str, left_out: int = 0) -> dict[str, Any]:
    """What the docket of the guide says on that day."""
    told = [entry for entry in entries() if entry["id"] != left_out]
    line = json.dumps({"docket": DOCKET, "as_of": as_of, "entries": told})
    ((answer, good),) = read_lines([line], docket=True)
    assert good
    return answer


def test_each_entry_is_read_so():
    for entry, row in zip(entries(), tables(READINGS)[0][1:], strict=True):
        ((answer, _),) = read_lines([json.dumps(entry | {"court_id": "mnd"})])
        assert list(dict.fromkeys(event["type"] for event in answer["events"])) == re.findall(r"`(\w+)`", row[3])


def test_the_case_stands_so():
    """Is each axis what the table says on both days, and from those words?"""
    (_, _, *days, _), *rows = [[*row[:1], "", *row[1:]] for row in tables(READINGS)[1]]
    assert len(rows) > 5
    for axis, _, *values, quote in rows:
        for day, value in zip(days, values, strict=True):
            assert stands(day)["axes"][axis]["value"] == value, (axis, day)
        assert stands(days[-1])["axes"][axis]["quote"] == (quote.strip("“”") or None)
    for day in days:
        assert (stands(day)["status"], stands(day)["evidence"][0]["id"]) == ("relief_granted_final", 10)
    assert "`relief_granted_final`, proved by entry 10" in READINGS


def test_without_the_report():
    """From which day on does the docket show none?"""
    assert stands("2026-01-20", left_out=12)["axes"]["compliance"]["value"] == "due"
    late = stands("2026-01-21", left_out=12)["axes"]["compliance"]
    assert (late["value"], late["since"]) == ("no_report_seen", "2026-01-21")


def test_the_line_to_try(tmp_path: Path):
    (script, said), = ((block, then) for (kind, block), (_, then) in zip(
        blocks(READINGS), list(blocks(READINGS))[1:], strict=False) if kind == "sh")
    assert_in_order(shown(said), Terminal(tmp_path, "http://127.0.0.1:9/").type(script))


def test_the_rule_is_one_of_ours():
    """As the guide writes it: is it in the table, word for word?"""
    ((_, block),) = ((kind, block) for kind, block in blocks(READINGS) if kind == "python")
    assert eval(block.strip(), {"rule": rule, "EventType": EventType}) in RULES
