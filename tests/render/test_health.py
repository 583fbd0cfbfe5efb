"""Runs in, their health out: in words, for machines, as a badge, on a page; and what must never stand there."""
import datetime as dt
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from writwatch.fetch.database import open_store, writing
from writwatch.fetch.health import Fetching, fetching
from writwatch.fetch.schema import quarantine, request, run
from writwatch.fetch.sync import Wanted
from writwatch.render.about_pages import About
from writwatch.render.build import build
from writwatch.render.commands.rendering import tell_health
from writwatch.render.health import LEVELS, TROUBLES, Health, badge, health_json, level, troubles
from writwatch.render.pages import SiteLook

from .factory import AS_OF, released

NOW = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
WELL = Health(NOW, NOW - HOUR, "done", 20, NOW - HOUR, NOW - HOUR, 40, 0, 40, NOW - 5 * HOUR)


@pytest.mark.parametrize(("health", "found", "how"), [
    (WELL, (), "good"),
    (Health(NOW), (), "good"),
    (Health(NOW, mistakes=1), ("mistakes",), "attention"),
    (WELL._replace(outcome="budget"), (), "good"),
    (WELL._replace(last_success=NOW - 35 * HOUR), (), "good"),
    (WELL._replace(last_success=NOW - 37 * HOUR), ("stopped",), "stopped"),
    (WELL._replace(last_success=None, outcome="failed"), ("never", "failed"), "stopped"),
    (WELL._replace(last_answer=NOW - 37 * HOUR), ("silent",), "stopped"),
    (WELL._replace(last_answer=None), ("silent",), "stopped"),
    (WELL._replace(outcome="cut off"), ("failed",), "attention"),
    (WELL._replace(outcome="partial", quarantined=1), ("failed", "quarantine"), "attention"),
    (WELL._replace(behind=300, worked_off=NOW + 71 * HOUR), (), "good"),
    (WELL._replace(behind=900, worked_off=NOW + 73 * HOUR), ("behind",), "attention"),
])
def test_troubles(health: Health, found: tuple[str, ...], how: str) -> None:
    """Which are seen, in the order of their weight, and what follows for the reader?"""
    assert troubles(health) == found
    assert level(health) == how
    assert json.loads(health_json(health))["troubles"] == list(found)


@pytest.mark.parametrize(("outcome", "behind", "answers", "status"), [
    ("done", 5, 0, 3), ("done", 5, 1, 0), ("done", 0, 0, 0), ("budget", 5, 0, 0),
])
def test_a_run_that_brought_nothing(outcome: str, behind: int, answers: int, status: int) -> None:
    """Is it a fault where something is due, unless the budget was spent?"""
    health = WELL._replace(outcome=outcome, behind=behind, worked_off=NOW + HOUR)
    assert tell_health(health, answers) == status


def test_the_facts_for_machines() -> None:
    """Are there times, counts and when not to believe them any more, and nothing else?"""
    facts = json.loads(health_json(WELL))
    assert facts["level"] == "good"
    assert facts["last_success"] == "2026-04-10T11:00:00+00:00"
    assert facts["stale_after"] == "2026-04-12T00:00:00+00:00"
    assert facts["oldest"] == "2026-04-10T07:00:00+00:00"
    assert set(facts) == {"version", "level", "troubles", "stale_after", *Health._fields}


@pytest.mark.parametrize("health", [WELL, WELL._replace(quarantined=1), WELL._replace(last_success=None)])
def test_the_badge(health: Health) -> None:
    """Is it well-formed, without a script, a style or an address, with its words for those who cannot see it?"""
    text = badge('Harbor <Ledger> & "Co"', health, LEVELS[level(health)])
    root = ElementTree.fromstring(text)
    assert root.get("role") == "img"
    assert root.get("aria-label") == f'Harbor <Ledger> & "Co": {LEVELS[level(health)]}'
    assert not re.search(r"script|style=|href|onload|url\(", text)
    assert float(root.get("width") or 0) > 120


def made(tmp_path: Path, health: Health | None) -> Path:
    build([released()], SiteLook(name="Trial"), tmp_path / "public", AS_OF, about=About(health=health))
    return tmp_path / "public"


@pytest.mark.parametrize(("health", "told"), [
    (WELL, "The updates work, and no fault waits for a person."),
    (WELL._replace(quarantined=2), "2 rows that came could not be understood"),
    (WELL._replace(last_success=None), TROUBLES["never"]),
    (WELL._replace(never_seen=1), "1 was never seen so far."),
    (WELL._replace(behind=1, worked_off=NOW), "1 request is due, at least."),
    (None, "Nothing is known of the updates behind these pages."),
])
def test_the_page(tmp_path: Path, health: Health | None, told: str) -> None:
    """In words, with what is wrong, and linked from the foot of every page?"""
    public = made(tmp_path, health)
    page = (public / "health.html").read_text("utf-8")
    assert told in " ".join(re.sub(r"<[^>]+>", "", page).split())
    assert (public / "health.json").exists() == (public / "health.svg").exists() == (health is not None)
    whole = [path for path in public.rglob("*.html") if path.parent.name != "embed" or path.name == "index.html"]
    assert len(whole) > 20
    assert [path for path in whole if 'health.html">' not in path.read_text("utf-8")] == []


def test_from_the_store(tmp_path: Path) -> None:
    """Runs, answers and quarantine up to a moment: are they counted, and what came later not?"""
    engine = open_store(str(tmp_path / "x.db"))
    assert fetching(engine, [], NOW) == Fetching()
    with writing(engine) as connection:
        for number, (hours, outcome) in enumerate([(50, "done"), (26, "budget"), (2, None), (-3, "failed")], 1):
            at = NOW - hours * HOUR
            connection.execute(run.insert(), [{
                "id": number, "command": "update", "started_at": at, "ended_at": at + HOUR if outcome else None,
                "outcome": outcome, "detail": ""}])
            connection.execute(request.insert(), [{
                "run_id": number, "account": "a", "at": at.timestamp(), "counted": True, "background": False,
                "purpose": "docket", "url": "", "status": status, "rows": 1, "seconds": 1.0}
                for status in (200, 500)])
        connection.execute(quarantine.insert(), [{
            "endpoint": "dockets", "error": "x", "raw": b"", "raw_hash": "x", "seen_at": NOW}])
    found = fetching(engine, [Wanted(7, "mnd", "0:26-cv-00007")], NOW)
    engine.dispose()
    assert found.outcome == "cut off"
    assert (found.last_run, found.last_success) == (NOW - 2 * HOUR, NOW - 25 * HOUR)
    assert found.last_answer == NOW - 2 * HOUR
    assert (found.answers, found.followed, found.never_seen, found.quarantined) == (1, 1, 1, 1)
    assert found.behind > 0
    assert found.worked_off is None


def test_nothing_but_counts_and_times() -> None:
    """Could a name, an id or a path get in? Only through a text, and `outcome` is one of five words."""
    kinds = {name: str(kind) for name, kind in Health.__annotations__.items()}
    assert {name for name, kind in kinds.items() if "str" in kind} == {"outcome"}
