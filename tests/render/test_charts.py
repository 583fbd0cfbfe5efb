"""The geometry of charts: do widths and heights say what was counted, also where there is little or nothing?"""
import datetime as dt
import re
from itertools import pairwise

import pytest
from writwatch.render.charts import (
    BOX,
    FEWEST_SLOTS,
    MOST_LABELS,
    Columns,
    Step,
    at_risk,
    columns,
    funnel,
    lines,
    month_ticks,
    rising,
    share_by,
    stack,
)

MONDAY = dt.date(2025, 1, 6)


def drawn(path: str) -> list[tuple[float, float, float, float]]:
    """The columns of a path: x, top, width, bottom."""
    found = re.findall(r"M([\d.]+) ([\d.]+)V([\d.]+)h([\d.]+)V([\d.]+)z", path)
    assert "".join(f"M{x} {foot}V{top}h{width}V{end}z" for x, foot, top, width, end in found) == path
    return [(float(x), float(top), float(width), float(foot)) for x, foot, top, width, _ in found]


def weeks(count: int) -> list[dt.date]:
    return [MONDAY + dt.timedelta(days=7 * number) for number in range(count)]


@pytest.mark.parametrize("count", [1, 3, 12, 78])
def test_columns_fill_the_width_and_do_not_touch(count: int):
    """Of any number: as wide as each other, the last at the right edge, none outside?"""
    boxes = drawn(columns([5] * count, [True] * count).path)
    slot = BOX / max(count, FEWEST_SLOTS)
    assert len(boxes) == count
    for (x, _, width, _), (after, *_) in pairwise(boxes):
        assert 0 < after - (x + width) < slot / 4
        assert after - x == pytest.approx(slot, abs=0.2)
    x, _, width, _ = boxes[-1]
    assert slot / 2 < width < slot
    assert BOX - slot / 4 < x + width <= BOX


def test_heights_are_in_proportion():
    """From nought up, half as high for half as many, and none for none?"""
    chart = columns([10, 5, 0, 1], [True] * 4)
    assert [(top, foot) for _, top, _, foot in drawn(chart.path)] == [(0, BOX), (BOX / 2, BOX), (BOX * 0.9, BOX)]
    assert [box[1:4:2] for box in columns([10, 5], [False, False], top=20).hatched] == [(50, 50), (75, 25)]


def test_what_may_still_grow_is_hatched():
    """Two weeks that were not over when dockets were fetched: are these marked where they stand, and no others?"""
    chart = columns([3, 4, 2, 1], [True, True, False, False])
    boxes = drawn(chart.path)
    assert [(box.x, box.width) for box in chart.hatched] == [
        pytest.approx((x / 10, width / 10), abs=0.02) for x, _, width, _ in boxes[2:]]
    assert columns([3], [True]).hatched == ()


def test_of_nothing_nothing_is_drawn():
    """No week, and weeks with nothing in them: no division by nought?"""
    assert columns([], []) == Columns("", (), (), lines(1), 1)
    assert columns([0, 0], [True, True]).path == ""
    assert stack([[0], [0]], [True]).paths == ("", "")


@pytest.mark.parametrize(("top", "values"), [
    (1, [1]), (3, [1, 2, 3]), (9, [5]), (23, [10, 20]), (312, [100, 200, 300]),
    (20_000, [5_000, 10_000, 15_000, 20_000]),
])
def test_lines_are_few_and_round(top: int, values: list[int]):
    """At most four, at heights that say their value?"""
    assert [line.value for line in lines(top)] == values
    assert all(line.y == pytest.approx(100 - 100 * line.value / top, abs=0.001) for line in lines(top))


@pytest.mark.parametrize("count", [1, 4, 30, 78, 300])
def test_ticks_stand_where_months_begin(count: int):
    """A few, in order, in the column of the first week of a month, none where its words would be cut off?"""
    days = weeks(count)
    ticks = month_ticks(days)
    assert 1 <= len(ticks) <= MOST_LABELS
    assert [tick.x for tick in ticks] == sorted(tick.x for tick in ticks)
    assert all(0 <= tick.x <= 84 for tick in ticks)
    slots = max(count, FEWEST_SLOTS)
    for tick in ticks[1:]:
        place = days.index(tick.day)
        assert days[place - 1].month != tick.day.month
        assert tick.x == pytest.approx(100 * (slots - count + place) / slots, abs=0.01)
    assert month_ticks([]) == ()


def test_a_stack_is_as_high_as_its_parts():
    """Each part upon the one before, and the sum on top of all?"""
    chart = stack([[2, 0], [3, 1], [5, 4]], [True, False])
    low, middle, high = map(drawn, chart.paths)
    assert [(top, foot) for _, top, _, foot in (low[0], middle[0], high[0])] == [(800, 1000), (500, 800), (0, 500)]
    assert [(top, foot) for _, top, _, foot in (middle[1], high[1])] == [(900, 1000), (500, 900)]
    assert [(line.value, line.y) for line in chart.totals] == [(10, 0), (5, 50)]
    assert [(box.y, box.height) for box in chart.hatched] == [(50, 50)]


STEPS = (
    Step(0, 10, 1.0, 1.0, 1.0), Step(5, 9, 0.75, 0.5, 0.9), Step(10, 6, 0.75, 0.5, 0.9), Step(20, 4, 0.5, 0.25, 0.7))


def test_a_curve_rises_in_steps():
    """Up where somebody got there and nowhere else, from the lower left to the right edge?"""
    chart = rising(STEPS, 20, (20, 5, None))
    assert chart.path == "M0 1000H250V750H1000V500H1000"
    assert chart.band == "M0 1000H250V500H1000V250H1000L1000 700H1000V900H250V1000H0z"
    assert [(tick.x, tick.day, tick.at_risk) for tick in chart.ticks] == [
        (0, 0, 10), (25, 5, 9), (50, 10, 6), (75, 15, 4), (100, 20, 4)]
    assert chart.middle == (100, 25, None)


def test_a_curve_ends_where_it_is_told_to():
    """Is nothing drawn beyond the last day, and no median that lies there?"""
    chart = rising(STEPS, 10, (20, 5, 20))
    assert chart.path == "M0 1000H500V750H1000"
    assert chart.middle is None
    assert rising((), 1).path == "M0 1000H1000"


@pytest.mark.parametrize(("day", "share", "watched"), [
    (0, 1.0, 10), (4, 1.0, 9), (5, 0.75, 9), (12, 0.75, 4), (20, 0.5, 4), (21, None, 0)])
def test_what_a_curve_says_on_a_day(day: int, share: float | None, watched: int):
    """The last step up to that day, nothing after the last anybody was watched; and how many were before it began?"""
    told = share_by(STEPS, day)
    assert (told.share if told else None) == share
    assert at_risk(STEPS, day) == watched


def test_a_funnel_narrows():
    """In percent of the first, and of nothing nothing?"""
    assert [(level.name, level.cases, level.width) for level in funnel({"a": 8, "b": 4, "c": 1})] == [
        ("a", 8, 100), ("b", 4, 50), ("c", 1, 12.5)]
    assert [level.width for level in funnel({"a": 0, "b": 0})] == [0, 0]
    assert funnel({}) == ()
