"""The labelled data beside the project, scored with its own scorer: the figures must not fall.

The floors stand a little under the figures measured when they were last raised (`make readings` prints them). Nothing
of the texts is kept here.
"""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

FLOORS = {
    "gold": {"all.f1": 0.97, "deciding.p": 0.98, "deciding.r": 0.96, "traps.p": 0.97, "dates.f1": 0.97},
    "habeas": {"all.f1": 0.97, "deciding.p": 0.98, "deciding.r": 0.96, "traps.p": 0.97, "dates.f1": 0.97},
}
CASES = {"gold-cases-dev.jsonl": 0.92, "habeas-dockets-dev/expected.jsonl": 0.97}
AXES = 0.97


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    """The scorer as a module, asking the reader in this process."""
    spec = importlib.util.spec_from_file_location("score_readings", shared / "tools" / "score_readings.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ask(command: list[str], lines: object) -> list[dict]:
    """What the scorer would get from `writwatch read`, without a second process."""
    from writwatch.render.reading import read_lines

    answered = list(read_lines((json.dumps(line) for line in lines), docket="--docket" in command))  # type: ignore[attr-defined]
    assert all(good for _, good in answered)
    return [row for row, _ in answered]


@pytest.mark.parametrize("half", FLOORS)
def test_entries_and_dates(scorer: ModuleType, shared: Path, half: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do the rules still read the labelled entries and dates?"""
    monkeypatch.setattr(scorer, "run", ask)
    figures: dict[str, float] = {}
    scorer.score_entries(scorer.rows_of(str(shared / f"data/{half}-entries-dev.jsonl")), [], False, figures)
    scorer.score_dates(scorer.rows_of(str(shared / f"data/{half}-dates-dev.jsonl")), [], False, figures)
    assert {name: figures[name] for name, floor in FLOORS[half].items() if figures[name] < floor} == {}


@pytest.mark.parametrize("name", CASES)
def test_cases(scorer: ModuleType, shared: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do status and axes of whole dockets still come out, with the right evidence?"""
    monkeypatch.setattr(scorer, "run", ask)
    folder = shared / "courtlistener/dump" if name.startswith("gold") else shared / "data/habeas-dockets-dev"
    figures: dict[str, float] = {}
    scorer.score_cases(scorer.rows_of(str(shared / "data" / name)), str(folder), ["--docket"], False, figures)
    assert figures["cases.right"] >= CASES[name]
    assert figures.get("axes.right", 1.0) >= AXES


def test_the_scorer_is_not_kept_in_memory_as_ours() -> None:
    """Does nothing of the shared folder become a module of the project?"""
    assert "score_readings" not in sys.modules
