"""Cases that nobody listed, the whole way: found, listed, accepted or rejected, fetched, shown or never seen again."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from writwatch.fetch import schema as s
from writwatch.fetch.database import open_store
from writwatch.fetch.sandbox import Server, serve
from writwatch.fetch.store import unpack
from writwatch.render import cli
from writwatch.render.commands.fetching import run_fetch
from writwatch.render.commands.joined import load
from writwatch.render.options import Options

ROOT = "http://127.0.0.1:8001/api/rest/v4"
BORN = "2026-01-05T09:00:00-08:00"
CONFIG = """\
name = "Trial"

[[cohort]]
name = "detained"
nature_of_suit = "463"
accept = "rule"
topic = "detention"

[[search]]
name = "sheriffs"
query = 'caseName:Sheriff'
days = 3000
topic = "local-police"
"""
DOCKETS = {
    88007001: ("Rosalind Quispe v. Warden", "463 Habeas Corpus - Alien Detainee"),
    88007002: ("Thaddeus Zebedee v. Warden", "463 Habeas Corpus - Alien Detainee"),
    88007003: ("Ottilie Brandvold v. Sheriff of Harbor County", "440 Civil Rights"),
    88007004: ("Ignatius Wrenfield v. Sheriff of Hill County", "440 Civil Rights"),
    88007005: ("Cordelia Ashgrove v. Office of Permits", "440 Civil Rights"),
    88007006: ("Barnabas Oakhurst v. Sheriff of Moor County", ""),
}
NAMES = [word for name, _ in DOCKETS.values() for word in name.split(" v. ")[0].split()]


def docket_row(number: int, name: str, nature_of_suit: str) -> dict[str, Any]:
    return {
        "resource_uri": f"{ROOT}/dockets/{number}/",
        "id": number,
        "court": f"{ROOT}/courts/mnd/",
        "court_id": "mnd",
        "absolute_url": f"/docket/{number}/somebody/",
        "original_court_info": None,
        "assigned_to": None,
        "assigned_to_str": "",
        "referred_to": None,
        "referred_to_str": "",
        "date_terminated": None,
        "pacer_case_id": str(number),
        "cause": "",
        "jurisdiction_type": "",
        "appeal_from": None,
        "case_name_full": "",
        "docket_number_core": "",
        "jury_demand": "",
        "date_argued": None,
        "date_created": BORN,
        "date_modified": BORN,
        "date_filed": "2026-01-05",
        "case_name": name,
        "docket_number": f"0:26-cv-{number % 100_000:05}",
        "nature_of_suit": nature_of_suit,
    }


def entry_row(docket: int, name: str) -> dict[str, Any]:
    document = {
        "id": docket + 500_000,
        "absolute_url": f"/docket/{docket}/1/somebody/",
        "date_created": BORN,
        "date_modified": BORN,
        "page_count": None,
        "plain_text": "",
        "filepath_local": None,
        "document_number": "1",
        "attachment_number": None,
        "pacer_doc_id": "",
        "is_available": False,
        "document_type": 1,
        "description": "",
    }
    return {
        "id": docket + 1_000_000,
        "docket": f"{ROOT}/dockets/{docket}/",
        "entry_number": 1,
        "recap_sequence_number": "2026-01-05.001",
        "date_filed": "2026-01-05",
        "date_created": BORN,
        "date_modified": BORN,
        "description": f"PETITION for Writ of Habeas Corpus by {name.split(' v. ')[0]}.",
        "recap_documents": [document],
    }


class Tracker:
    """A tracker of its own, before the first fetch."""

    def __init__(self, folder: Path, api: str) -> None:
        self.site, self.db, self.public = folder / "tracker", folder / "dockets.db", folder / "public"
        self.options = Options(self.site, str(self.db), api)
        self.run("init", str(self.site))
        (self.site / "config.toml").write_text(CONFIG, "utf-8")

    def run(self, *words: str, expect: int = 0) -> str:
        command = ["--site", str(self.site), "--db", str(self.db), "--api", self.options.api, *words]
        done = CliRunner().invoke(cli.writwatch, command, env={"COURTLISTENER_API_TOKEN": "x"}, standalone_mode=False)
        if done.exception:
            raise done.exception
        assert (done.return_value or 0) == expect, done.output
        return done.output

    def fetch(self, days: float = 0) -> None:
        """A run, so many days from now."""
        later = lambda: time.time() + days * 86_400  # noqa: E731
        report = run_fetch(self.options, load(self.options), "fetch", token="x", clock=later)
        assert not report.failures

    def pages(self) -> dict[str, str]:
        self.run("render", "--out", str(self.public))
        files = (path for path in self.public.rglob("*") if path.suffix in (".html", ".csv", ".xml"))
        return {str(path.relative_to(self.public)): path.read_text("utf-8") for path in files}

    def cases(self) -> set[str]:
        return {name.removeprefix("cases/") for name in self.pages() if name.startswith("cases/")}

    def rows(self) -> Iterator[str]:
        """Every row of the store, raw objects opened."""
        engine = open_store(str(self.db))
        with engine.connect() as connection:
            for table in s.metadata.sorted_tables:
                for row in connection.execute(sa.select(table)):
                    opened = {
                        key: unpack(value) if key == "raw" and value else value for key, value in row._mapping.items()
                    }
                    yield f"{table.name}: {opened}"
        engine.dispose()


@pytest.fixture
def court(tmp_path: Path) -> Iterator[Server]:
    folder = tmp_path / "court"
    folder.mkdir()
    files = {
        "courts": [{"id": "mnd", "jurisdiction": "FD", "date_modified": BORN}],
        "dockets": [docket_row(number, *given) for number, given in DOCKETS.items()],
        "docket-entries": [entry_row(number, name) for number, (name, _) in DOCKETS.items()],
    }
    for name, some in files.items():
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in some), "utf-8")
    with serve(folder, throttle="none") as server:
        yield server


@pytest.fixture
def tracker(tmp_path: Path, court: Server) -> Tracker:
    return Tracker(tmp_path, court.url)


def page_of(number: int) -> str:
    return f"mnd-0-26-cv-{number % 100_000:05}.html"


@pytest.mark.slow
def test_from_a_search_to_a_page(tracker: Tracker):
    """A rule follows what a cohort finds; what a search finds waits for a person: are both decisions kept?"""
    tracker.fetch()
    tracker.fetch()
    assert tracker.cases() == {page_of(88007001), page_of(88007002)}  # by the rule; nothing that waits for a person
    assert [row for row in tracker.rows() if "88007005" in row or "Ashgrove" in row] == []

    waiting = json.loads(tracker.run("discover", "--json"))
    assert [(row["docket_id"], row["found_by"]) for row in waiting] == [
        (n, ["sheriffs"]) for n in (88007006, 88007004, 88007003)
    ]
    told = tracker.run("discover") + json.dumps(waiting)
    assert "3 dockets wait for a decision" in told
    assert "O.B. v. Sheriff of Harbor County" in told
    assert [name for name in NAMES if name in told] == []

    tracker.run("discover", "--accept", "88007003", "--by", "Dana Whitlow")
    tracker.run("discover", "--reject", "88007004", "88007002", "--by", "Dana Whitlow", "--why", "Not ours.")
    assert [row["docket_id"] for row in json.loads(tracker.run("discover", "--json"))] == [88007006]
    assert tracker.cases() == {page_of(88007001)}
    for days in (0, 1, 2, 40):
        tracker.fetch(days)

    pages = tracker.pages()
    assert tracker.cases() == {page_of(88007001), page_of(88007003)}
    assert "O.B. v. Sheriff of Harbor County" in pages[f"cases/{page_of(88007003)}"]
    assert "local-police" in next(row for row in pages["data/cases.csv"].splitlines() if "mnd-0-26-cv-07003" in row)
    assert [(name, where) for where, text in pages.items() for name in NAMES if name in text] == []

    traces = ("88007004", "Wrenfield", "Zebedee")
    assert [row for row in tracker.rows() if any(trace in row for trace in traces)] == []
    kept = [row for row in tracker.rows() if "88007002" in row]
    assert all(row.startswith("request: ") for row in kept), kept  # that it was once asked for, in the ledger
    assert [where for where, text in pages.items() if any(trace in text for trace in (*traces, "88007002"))] == []
    assert [path for path in tracker.db.parent.glob("dockets.db*") if b"Wrenfield" in path.read_bytes()] == []


@pytest.mark.slow
def test_what_was_rejected_by_hand_before_it_was_found(tracker: Tracker):
    """In found.toml from the start: is it never stored, whatever finds it?"""
    rejected = '[[docket]]\nid = {}\ndecision = "reject"\nby = "Dana Whitlow"\non = 2026-01-23\n'
    (tracker.site / "found.toml").write_text(rejected.format(88007002) + rejected.format(88007004), "utf-8")
    tracker.fetch()
    tracker.fetch(1)
    assert [row for row in tracker.rows() if any(trace in row for trace in ("88007002", "88007004", "Wrenfield"))] == []
    assert {row["docket_id"] for row in json.loads(tracker.run("discover", "--json"))} == {88007003, 88007006}


@pytest.mark.slow
def test_an_editor_may_decide_otherwise_later(tracker: Tracker):
    """Rejected, then accepted: does the newer decision hold, and does a finding in such a case take a decision too?"""
    tracker.fetch()
    tracker.run("discover", "--reject", "88007003", "--by", "Dana Whitlow")
    tracker.run("discover", "--accept", "88007003", "--by", "Dana Whitlow")
    tracker.fetch(1)
    assert page_of(88007003) in tracker.cases()
    slug, by = page_of(88007003).removesuffix(".html"), ("--by", "Dana Whitlow")
    decided = ("--axis", "merits", "--value", "granted", "--entry", "89007003")
    tracker.run("review", "confirm", slug, *decided, *by)
    tracker.run("review", "--limit", "5")
    assert "Dana Whitlow" in tracker.pages()[f"cases/{page_of(88007003)}"]
