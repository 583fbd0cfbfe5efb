"""The federal courts' calendar: legal holidays of Fed. R. Civ. P. 6(a)(6)(A) and counting in business days.

Dates in, dates out. Days on which the President closes the government are in no statute and are not known here.
"""

import datetime as dt
from functools import lru_cache

MONDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = 0, 3, 4, 5, 6
JUNETEENTH_SINCE = 2021


def _nth(year: int, month: int, weekday: int, which: int) -> dt.date:
    """The `which`-th weekday of a month; -1 is the last."""
    if which < 0:
        last = dt.date(year, month + 1, 1) - dt.timedelta(days=1)
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def _observed(day: dt.date) -> dt.date:
    return day + dt.timedelta(days={SATURDAY: -1, SUNDAY: 1}.get(day.weekday(), 0))


@lru_cache(maxsize=256)
def holidays(year: int) -> frozenset[dt.date]:
    """The legal holidays of a year; New Year's Day that falls on a Saturday is kept on 31 December."""
    fixed = [(1, 1), (7, 4), (11, 11), (12, 25)] + ([(6, 19)] if year >= JUNETEENTH_SINCE else [])
    days = {dt.date(year, month, day) for month, day in fixed}
    days |= {_observed(day) for day in days}
    if _observed(dt.date(year + 1, 1, 1)).year == year:
        days.add(dt.date(year, 12, 31))
    moving = ((1, MONDAY, 3), (2, MONDAY, 3), (5, MONDAY, -1), (9, MONDAY, 1), (10, MONDAY, 2), (11, THURSDAY, 4))
    days |= {_nth(year, *which) for which in moving}
    return frozenset(day for day in days if day.year == year)


def is_court_day(day: dt.date) -> bool:
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def add_court_days(day: dt.date, count: int) -> dt.date:
    """`count` business days after (or, if negative, before) a day, which itself is not counted."""
    step = dt.timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while not is_court_day(day):
            day += step
    return day
