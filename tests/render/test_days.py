"""The day of a date as a docket gives it."""
import datetime as dt

import pytest
from writwatch.render.days import day_in


@pytest.mark.parametrize(("text", "day"), [
    ("2026-01-15", dt.date(2026, 1, 15)),
    ("2026-01-15T09:30", dt.date(2026, 1, 15)),
    ("2026-02-30", None),
    ("9999-99-99", None),
    ("at once", None),
    ("", None),
])
def test_the_day_of_a_date(text: str, day: dt.date | None) -> None:
    """With or without an hour, is it the day, and None where there is none?"""
    assert day_in(text) == day
