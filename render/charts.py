"""Counts in, the geometry of a chart out: numbers that templates/charts.html draws. No colour, no words, no SVG."""
from collections.abc import Mapping
from typing import NamedTuple

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
