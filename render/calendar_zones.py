"""A time zone and years in, its VTIMEZONE out: what a calendar must say of the clocks it goes by. Pure.

Made from the zone's own data for the years in which something stands in the calendar, so that it is short and holds
whatever a law changes.
"""
import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from icalendar import Component, Timezone, TimezoneDaylight, TimezoneStandard

_HOUR = dt.timedelta(hours=1)
_DAY = dt.timedelta(days=1)


@lru_cache(maxsize=256)
def zone_text(name: str, first: int, last: int) -> bytes:
    """How the zone stands as the year `first` begins, and every change of its clocks until `last` ends."""
    zone, timezone = ZoneInfo(name), Timezone()
    timezone.add("tzid", name)
    begin = dt.datetime(first, 1, 1, tzinfo=zone)
    timezone.add_component(_observance(begin.replace(tzinfo=None), begin, begin))
    for before, after in _changes(zone, first, last):
        timezone.add_component(_observance(before.replace(tzinfo=None) + _HOUR, before, after))
    return timezone.to_ical()


def _observance(onset: dt.datetime, before: dt.datetime, after: dt.datetime) -> Component:
    """What holds from `onset` on, which is told by the clocks as they went `before`."""
    component = TimezoneDaylight() if after.dst() else TimezoneStandard()
    component.add("dtstart", onset)
    component.add("tzoffsetfrom", before.utcoffset())
    component.add("tzoffsetto", after.utcoffset())
    component.add("tzname", after.tzname())
    return component


def _changes(zone: ZoneInfo, first: int, last: int) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """The hours at which the clocks change: the last of the old time and the first of the new."""
    day = dt.datetime(first, 1, 1, tzinfo=dt.UTC)
    while day.year <= last:
        if day.astimezone(zone).utcoffset() != (day + _DAY).astimezone(zone).utcoffset():
            hours = [(day + hour * _HOUR).astimezone(zone) for hour in range(25)]
            yield from ((one, two) for one, two in pairwise(hours) if one.utcoffset() != two.utcoffset())
        day += _DAY
