"""Whose clock an hour is by: the court's own, unless the docket says another. Dates as read in, time zones out."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final
from zoneinfo import ZoneInfo

from .courts import COURTS
from .findings import FoundDate

ZONES: Final = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "AKT": "America/Anchorage",
    "HT": "Pacific/Honolulu",
    "CHT": "Pacific/Guam",
}
"""What clerks call the clocks, less the letter of summer or winter, which they mix up. AST is San Juan's hour and was
Alaska's: whose is meant, nobody can say."""
_SEASON: Final = re.compile(r"[SD]T$")


def other_clock(said: str | None, court_id: str) -> str:
    """The zone (IANA) that an hour is stated in ("ET", "CDT"); "" where that is the court's own clock, or not sure."""
    name = _SEASON.sub("T", said or "")
    return "" if name == _own_name(court_id) else ZONES.get(name, "")


def _own_name(court_id: str) -> str:
    """What the court's clock is called: "MT" in Phoenix as in Denver."""
    if court_id not in COURTS:
        return ""
    winter = dt.datetime(2026, 1, 1, tzinfo=ZoneInfo(COURTS[court_id].timezone))
    return _SEASON.sub("T", (winter.tzname() or "").upper())


def other_clocks(court_id: str, dates: Iterable[FoundDate]) -> dict[str, str]:
    """{an hour of a docket: the zone it is stated in}, as it was said last; "" for the court's own."""
    return {date.datetime: other_clock(date.tz, court_id) for date in dates if date.tz and "T" in date.datetime}
