"""`make readings`: does it see every gain, loss and change, with the other commit's own rules, and say no words?"""
import importlib.util
import json
import shutil
import subprocess
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

CHECKOUT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def readings() -> ModuleType:
    spec = importlib.util.spec_from_file_location("readings", CHECKOUT / "tests" / "readings.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def event(type: str, **says: Any) -> dict[str, Any]:
    return {"type": type, "span": [0, 5], "quote": "ORDER", "rule": type} | says


def date(kind: str, when: str) -> dict[str, Any]:
    return {"kind": kind, "datetime": when, "span": [0, 5], "quote": "ORDER", "rule": kind}


def answer(*events: dict[str, Any], dates: tuple[dict[str, Any], ...] = (), **marks: Any) -> dict[str, Any]:
    return {"id": "dump:1", "unread": False, "cancelled": False, "events": list(events), "dates": list(dates)} | marks


TRO = event("order_on_motion", kind="tro", outcome="granted", target=[3])
DENIED = event("order_on_motion", kind="tro", outcome="denied", target=[3])
OTHER = event("order_on_motion", kind="other", outcome="granted")
NOON, ONE = date("deadline", "2026-05-01T12:00"), date("deadline", "2026-05-01T13:00")

COMPARED = [
    ("nothing", answer(TRO, dates=(NOON,)), answer(TRO, dates=(NOON,)), []),
    ("the order of events", answer(TRO, OTHER), answer(OTHER, TRO), []),
    ("other words of the same event", answer(TRO), answer(TRO | {"quote": "OR", "rule": "new", "span": [0, 2]}), []),
    ("one more", answer(), answer(TRO), [("gained", "order_on_motion")]),
    ("one less", answer(TRO), answer(), [("lost", "order_on_motion")]),
    ("the same twice", answer(TRO), answer(TRO, TRO), [("gained", "order_on_motion")]),
    ("another outcome", answer(TRO), answer(DENIED), [("changed", "order_on_motion")]),
    ("another target", answer(TRO), answer(TRO | {"target": [4]}), [("changed", "order_on_motion")]),
    ("another type", answer(TRO), answer(event("dismissal")), [("lost", "order_on_motion"), ("gained", "dismissal")]),
    ("one changed, one gone", answer(TRO, OTHER), answer(DENIED),
     [("changed", "order_on_motion"), ("lost", "order_on_motion")]),
    ("another hour", answer(dates=(NOON,)), answer(dates=(ONE,)), [("changed", "date deadline")]),
    ("no date any more", answer(dates=(NOON,)), answer(), [("lost", "date deadline")]),
    ("read at last", answer(unread=True), answer(TRO), [("gained", "order_on_motion"), ("lost", "(unread)")]),
    ("only seen", answer(TRO), answer(seen="order"), [("lost", "order_on_motion"), ("gained", "(seen)")]),
    ("a bad line", {"id": "dump:1", "error": "x"}, answer(TRO), [("gained", "order_on_motion")]),
]


@pytest.mark.parametrize(("old", "new", "expected"), [row[1:] for row in COMPARED], ids=[row[0] for row in COMPARED])
def test_what_differs(readings: ModuleType, old: dict, new: dict, expected: list[tuple[str, str]]):
    assert [(each.what, each.type) for each in readings.compare([old], [new])] == expected


def test_answers_must_be_to_the_same_lines(readings: ModuleType):
    with pytest.raises(ValueError, match="shorter"):
        list(readings.compare([answer(), answer()], [answer()]))


SECRET = "ORDER granting the motion of Wilmer \x1b[31mTacuran"


@pytest.mark.parametrize("show", [False, True])
def test_no_word_of_a_docket_unless_asked(readings: ModuleType, show: bool):
    """Is a line its id and a hash, and its text there only with --show, without escapes?"""
    detail = event("order_on_motion", kind="other", outcome="granted", detail="Wilmer")
    found = list(readings.compare([answer()] * 3, [answer(detail)] * 3))
    asked = {"dump:1": readings.question("dump:1", SECRET, "mnd", "2026-05-01")}
    told = "\n".join(readings.tell(found, asked, 2, show))
    assert 'CHANGELOG.md, under "Readings changed"' in told
    assert "order_on_motion" in told
    assert f"gained  order_on_motion  dump:1  {readings.fingerprint(SECRET)}" in told
    assert "… and 1 more" in told
    assert "\x1b" not in told
    assert ("Wilmer" in told) is show


def test_counts_by_type(readings: ModuleType):
    found = readings.compare([answer(TRO), answer(), answer(OTHER)], [answer(DENIED), answer(TRO), answer()])
    line = next(each for each in readings.tell(list(found), {}, 0, False) if "order_on_motion" in each)
    assert line.split() == ["order_on_motion", "1", "1", "1"]


def test_nothing_to_tell(readings: ModuleType):
    told = "\n".join(readings.tell([], {}, 9, False))
    assert "nothing reads differently" in told
    assert "Readings changed" not in told


@pytest.fixture
def other_commit(readings: ModuleType, tmp_path: Path) -> Path:
    asked = ["git", "-C", str(CHECKOUT), "rev-parse", "HEAD"]
    if not shutil.which("git") or subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip("not a git checkout")
    return readings.export("HEAD", tmp_path)


def test_the_other_commits_own_rules_read(readings: ModuleType, other_commit: Path):
    """A rule that only the export has: is it the one that reads?"""
    path = other_commit / "writwatch" / "render" / "reading.py"
    path.write_text(path.read_text("utf-8").replace('row: Row = {"unread"', 'row: Row = {"mine": 1, "unread"'))
    line = json.dumps(readings.question("x", "ORDER granting 3 Motion to Seal.", "mnd", "2026-05-01")) + "\n"
    said, _ = readings.start_reading(other_commit, line).communicate(timeout=60)
    [row] = map(json.loads, said.splitlines())
    assert (row["id"], row["mine"], row["events"][0]["type"]) == ("x", 1, "order_on_motion")


def test_no_such_commit(readings: ModuleType, tmp_path: Path):
    with pytest.raises(OSError, match=r"(?i)not a (valid object|tree)|unknown revision|not a git repository"):
        readings.export("no-such-commit", tmp_path)


def test_every_line_is_asked_once(readings: ModuleType, shared: Path):
    """The labelled data and the whole dump: has each line a name of ids alone, its text and its court?"""
    asked = readings.questions()
    assert sum(name.startswith("dump:") for name in asked) == len(readings.dump_lines())
    assert {name.partition(":")[0] for name in asked} == {
        "dump", "gold-entries-dev", "gold-dates-dev", "habeas-entries-dev", "habeas-dates-dev"}
    assert all(row["court_id"] for name, row in asked.items() if name.startswith("dump:"))
