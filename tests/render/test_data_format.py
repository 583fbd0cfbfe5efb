"""The format of the data files is a promise: is it kept, and is it said where it is not?"""
import copy
import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from .data_format import CHANGELOG, KEPT, broken, format_now, lacking

Format = dict[str, Any]


@pytest.fixture(scope="module")
def now() -> Format:
    return format_now()


@pytest.fixture(scope="module")
def kept() -> Format:
    return json.loads(KEPT.read_text(encoding="utf-8"))


def test_nothing_that_was_promised_is_gone(kept: Format, now: Format):
    """No table, column or key removed, renamed or of another type without another version?"""
    assert list(broken(kept, now)) == []


def test_a_new_version_is_kept_and_said(kept: Format, now: Format):
    """`python -m tests.render.data_format` keeps it; CHANGELOG.md has a line of its own for each after the first."""
    said = CHANGELOG.read_text(encoding="utf-8")
    for name, part in now.items():
        assert kept[name]["version"] == part["version"], name
        for version in range(2, part["version"] + 1):
            assert f"Data format {version}" in said


def test_a_release_keeps_everything(kept: Format, now: Format):
    """What is new is promised from the next release on: is it in the kept file by then?"""
    newest = re.search(r"^## (.+)$", CHANGELOG.read_text(encoding="utf-8"), re.M)
    assert newest
    assert newest[1].endswith("not released yet") or not lacking(kept, now)


def without_a_table(format: Format) -> None:
    del format["data/"]["tables"]["weeks"]


def without_a_column(format: Format) -> None:
    del format["data/"]["tables"]["cases"]["columns"]["status"]


def with_another_name(format: Format) -> None:
    columns = format["data/"]["tables"]["events"]["columns"]
    columns["happened"] = columns.pop("type")


def of_another_type(format: Format) -> None:
    format["data/"]["tables"]["cases"]["columns"]["entry_id"] = "string"


def with_another_key(format: Format) -> None:
    format["data/"]["tables"]["courts"]["key"] = ["court"]


def without_a_key(format: Format) -> None:
    del format["data/cases/SLUG.json"]["keys"]["dockets[].entries[].entry_number"]


def with_a_text_for_a_number(format: Format) -> None:
    format["health.json"]["keys"]["followed"] = ["string"]


def without_a_file(format: Format) -> None:
    del format["trail.jsonl"]


def with_a_column_more(format: Format) -> None:
    format["data/"]["tables"]["cases"]["columns"]["season"] = "string"
    format["data/"]["tables"]["tides"] = {"key": [], "columns": {"height": "number"}}
    format["trail.jsonl"]["keys"]["why"] = ["string"]


def with_a_column_less_and_another_version(format: Format) -> None:
    without_a_column(format)
    format["data/"]["version"] += 1


@pytest.mark.parametrize(("change", "told"), [
    (without_a_table, "data/: the table weeks is gone"),
    (without_a_column, "data/: cases.status was string, is gone"),
    (with_another_name, "data/: events.type was string, is gone"),
    (of_another_type, "data/: cases.entry_id was integer, is string"),
    (with_another_key, "data/: the key of courts is another"),
    (without_a_key, "data/cases/SLUG.json: dockets[].entries[].entry_number is gone"),
    (with_a_text_for_a_number, "health.json: followed was integer, is string"),
    (without_a_file, "trail.jsonl is gone"),
    (with_a_column_more, ""),
    (with_a_column_less_and_another_version, ""),
])
def test_what_breaks_others(change: Callable[[Format], None], told: str, kept: Format):
    """Is it seen, and is what is new free?"""
    changed = copy.deepcopy(kept)
    change(changed)
    assert list(broken(kept, changed)) == ([told] if told else [])
    assert lacking(kept, changed) or change is without_a_file
