"""CHANGELOG.md: does each version say what is read differently, and is the newest the one in pyproject.toml?"""
import datetime as dt
import re
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
TEXT = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
VERSIONS = re.findall(r"^## (\d+\.\d+\.\d+), (.+)\n((?:(?!## ).*\n?)*)", TEXT, re.M)
"""(number, day or "not released yet", what changed), the newest first."""


def test_the_newest_is_the_one_here():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert VERSIONS[0][0] == project["version"]
    assert len(VERSIONS) == len(re.findall(r"^## ", TEXT, re.M))


def test_they_stand_in_order():
    numbers = [tuple(map(int, number.split("."))) for number, *_ in VERSIONS]
    assert numbers == sorted(set(numbers), reverse=True)


@pytest.mark.parametrize(("number", "day", "says"), VERSIONS)
def test_a_version(number: str, day: str, says: str):
    """Has it a day (only the newest may lack one), and lines under "Readings changed" and "Data format"?"""
    if day != "not released yet":
        dt.date.fromisoformat(day)
    else:
        assert number == VERSIONS[0][0]
    sections = dict(re.findall(r"^### (.+)\n\n((?:- .+\n(?:  .+\n)*)+)", says, re.M))
    assert {"Readings changed", "Data format"} <= sections.keys()
