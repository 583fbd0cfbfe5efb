"""Counts in, the geometry of a chart out: numbers that templates/charts.html draws. No colour, no words, no markup.

What lies across is in percent of the chart's width; what is drawn as a path lies in a box of `BOX` by `BOX`, its origin
at the top left, which the page stretches to the width there is. So a chart fits a phone and its words stay as large.
"""
import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from .wording import STATUSES


class Segment(NamedTuple):
    """One part of a bar; `x` and `width` are percentages of the whole bar. `labelled`: it has room for its number."""

    status: str
    tone: str
    cases: int
    share: float
    x: float
    width: float
    labelled: bool


_LABEL_NEEDS = 8.0


def bar(counts: Mapping[str, int]) -> tuple[Segment, ...]:
    """Statuses with at least one case, in their fixed order; the widths add up to 100."""
    total = sum(counts.get(status, 0) for status in STATUSES)
    segments: list[Segment] = []
    passed = 0
    for status, standing in STATUSES.items():
        if count := counts.get(status, 0):
            x, end = _percent(passed, total), _percent(passed + count, total)
            width = round(end - x, 3)
            segments.append(
                Segment(status, standing.tone, count, count / total, x, width, width >= _LABEL_NEEDS))
            passed += count
    return tuple(segments)


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 3)


BOX: Final = 1000
FEWEST_SLOTS: Final = 12
"""As many columns fit at least: a tracker of three weeks has narrow columns and room before them."""

MOST_LABELS: Final = 4
_MONTHS_APART: Final = (1, 2, 3, 4, 6, 12, 24, 60, 120, 240)
_DAYS_APART: Final = (1, 2, 5, 10, 15, 30, 60, 90, 120, 180, 365, 730, 1825)
_GAP: Final = 0.16


class Line(NamedTuple):
    """A line across, at `y` percent from the top."""

    y: float
    value: int


class Tick(NamedTuple):
    """A place on the axis below, at `x` percent; `day` says which."""

    x: float
    day: dt.date


class Box(NamedTuple):
    """A column, in percent."""

    x: float
    y: float
    width: float
    height: float


class Columns(NamedTuple):
    """Columns from nought up as one path; `hatched`: those of periods that more may come to.

    `centres`: where each column stands, in percent; `top`: the value at the upper edge.
    """

    path: str
    hatched: tuple[Box, ...]
    centres: tuple[float, ...]
    lines: tuple[Line, ...]
    top: int


class Stack(NamedTuple):
    """Columns upon each other: a path a series, the first at the bottom. `totals`: at the top of each, as a line is."""

    paths: tuple[str, ...]
    hatched: tuple[Box, ...]
    centres: tuple[float, ...]
    totals: tuple[Line, ...]
    top: int


def top_of(values: Sequence[int]) -> int:
    """The upper edge of a chart of these values; never nought."""
    return max((*values, 1))


def lines(top: int) -> tuple[Line, ...]:
    """At most four lines at round values; nought, which the axis is, has none."""
    step = next(size * 10 ** power for power in range(12) for size in (1, 2, 5) if top <= 4 * size * 10 ** power)
    return tuple(Line(_percent(top - value, top), value) for value in range(step, top + 1, step))


def columns(values: Sequence[int], complete: Sequence[bool], top: int = 0) -> Columns:
    """A column a value, the last at the right edge. `top`: the upper edge where charts share a scale."""
    top = top or top_of(values)
    boxes = [_column(place, len(values), 0, value, top) for place, value in enumerate(values)]
    hatched = tuple(box for box, done in zip(boxes, complete, strict=True) if not done)
    return Columns(_path(boxes), hatched, _centres(len(values)), lines(top), top)


def stack(series: Sequence[Sequence[int]], complete: Sequence[bool]) -> Stack:
    """Columns of several parts each. `series`: for each part its values, as many as there are columns."""
    totals = [sum(parts) for parts in zip(*series, strict=True)]
    top = top_of(totals)
    below = list(accumulate(series, lambda under, values: [a + b for a, b in zip(under, values, strict=True)],
                            initial=[0] * len(totals)))
    paths = tuple(
        _path([_column(place, len(totals), under[place], value, top) for place, value in enumerate(values)])
        for under, values in zip(below, series, strict=False))
    hatched = tuple(_column(place, len(totals), 0, total, top)
                    for place, total in enumerate(totals) if not complete[place])
    return Stack(paths, hatched, _centres(len(totals)),
                 tuple(Line(_percent(top - total, top), total) for total in totals), top)


def month_ticks(days: Sequence[dt.date]) -> tuple[Tick, ...]:
    """Where months begin among columns that begin on these days: a few, evenly spaced, none cut off at the edge."""
    first_of_month = [place for place, day in enumerate(days) if not place or day.month != days[place - 1].month]
    if not first_of_month:
        return ()
    slots, empty = _slots(len(days))
    found: list[Tick] = []
    for apart in _MONTHS_APART:
        found = [
            Tick(round(100 * (empty + place) / slots, 3), days[place]) for place in first_of_month
            if (place or len(days) == 1) and (days[place].month - 1 + 12 * days[place].year) % apart == 0]
        found = [tick for tick in found if tick.x <= 84]
        if len(found) <= MOST_LABELS:
            break
    return tuple(found) or (Tick(round(min(100 * empty / slots, 84), 3), days[0]),)


def _slots(count: int) -> tuple[int, int]:
    """How many columns there is room for, and how many of these stay empty before the first."""
    slots = max(count, FEWEST_SLOTS)
    return slots, slots - count


def _centres(count: int) -> tuple[float, ...]:
    slots, empty = _slots(count)
    return tuple(round(100 * (empty + place + 0.5) / slots, 3) for place in range(count))


def _column(place: int, count: int, under: int, value: int, top: int) -> Box:
    slots, empty = _slots(count)
    width = 100 / slots
    return Box(round((empty + place + _GAP / 2) * width, 3), _percent(top - under - value, top),
               round(width * (1 - _GAP), 3), _percent(value, top))


def _path(boxes: Sequence[Box]) -> str:
    return "".join(
        f"M{_at(box.x)} {_at(box.y + box.height)}V{_at(box.y)}h{_at(box.width)}V{_at(box.y + box.height)}z"
        for box in boxes if box.height)


def _at(percent: float) -> str:
    """Percent as a place in the box, to a tenth."""
    return f"{percent * BOX / 100:.1f}".removesuffix(".0")


class Step(NamedTuple):
    """What an estimate says from a day on: the share not there yet, and its interval."""

    day: int
    at_risk: int
    share: float
    low: float
    high: float


class DayTick(NamedTuple):
    """A day below a curve, and how many were still to get there when it began."""

    x: float
    day: int
    at_risk: int


class Middle(NamedTuple):
    """Where half got there, in percent across; the ends of its interval, the second None where it is not known."""

    x: float
    low: float
    high: float | None


class Curve(NamedTuple):
    """The share that got there, rising from the lower edge in steps, with its interval as an area around it."""

    path: str
    band: str
    ticks: tuple[DayTick, ...]
    middle: Middle | None
    last: int


def rising(steps: Sequence[Step], last: int, middle: tuple[int, int | None, int | None] | None = None) -> Curve:
    """The curve from day 0 to the day `last`. `middle`: the median and its interval, in days."""
    drawn = [step for step in steps if step.day <= last]
    path = _stairs([(step.day, step.share) for step in drawn], last)
    upper = _stairs([(step.day, step.low) for step in drawn], last)
    lower = _stairs([(step.day, step.high) for step in drawn], last, back=True)
    apart = next((days for days in _DAYS_APART if last / days <= MOST_LABELS + 1), _DAYS_APART[-1])
    ticks = tuple(DayTick(_percent(day, last), day, at_risk(steps, day)) for day in range(0, last + 1, apart))
    return Curve(f"M0 {BOX}{path}", f"M0 {BOX}{upper}{lower}z", ticks, _middle(middle, last), last)


def at_risk(steps: Sequence[Step], day: int) -> int:
    """How many were still watched and not there yet when that day began."""
    return next((step.at_risk for step in steps if step.day >= day), 0)


def share_by(steps: Sequence[Step], day: int) -> Step | None:
    """What the estimate says on a day; None before the first step and after the last day that anybody was watched."""
    if not steps or day > steps[-1].day:
        return None
    return next((step for step in reversed(steps) if step.day <= day), Step(day, steps[0].at_risk, 1.0, 1.0, 1.0))


def _stairs(places: Sequence[tuple[int, float]], last: int, *, back: bool = False) -> str:
    """Steps across and up; backwards the same steps from the right edge to the left."""
    told, height = [], 1.0
    for day, share in places:
        if round(share, 4) != round(height, 4):
            told.append((_at(_percent(day, last)), _at(100 * height), _at(100 * share)))
            height = share
    if back:
        end = _at(100 * height)
        return f"L{BOX} {end}" + "".join(f"H{x}V{before}" for x, before, _ in reversed(told)) + "H0"
    return "".join(f"H{x}V{after}" for x, _, after in told) + f"H{BOX}"


def _middle(middle: tuple[int, int | None, int | None] | None, last: int) -> Middle | None:
    if middle is None or middle[0] > last:
        return None
    days, low, high = middle
    known = high is not None and high <= last
    return Middle(_percent(days, last), _percent(low or 0, last), _percent(high or 0, last) if known else None)


class Level(NamedTuple):
    """A bar of a funnel: its name, how many, and how wide it is in percent of the first."""

    name: str
    cases: int
    width: float


def funnel(counts: Mapping[str, int]) -> tuple[Level, ...]:
    """Bars of which each is a part of the one before."""
    first = next(iter(counts.values()), 0)
    return tuple(Level(name, count, _percent(count, first or 1)) for name, count in counts.items())
