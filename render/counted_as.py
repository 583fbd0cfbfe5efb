"""A published case in, the names of the measures that count it out: what pages count by, without pandas. Pure.

The same definitions as in `counts`, which counts the table; the tests hold the two equal.
"""
from collections.abc import Mapping

from .measured import measured
from .measures import MEASURES, Condition, Is, Yes
from .published import PublishedCase


def counted_as(case: PublishedCase) -> frozenset[str]:
    """Every measure whose conditions all hold for the case."""
    axes = {axis: " ".join(each.value for each in shown) for axis, shown in case.axes.items()}
    values = {"kind": case.kind, "status": case.status.value, "topic": case.topic, **axes, **measured(case)._asdict()}
    return frozenset(measure.name for measure in MEASURES if all(_holds(each, values) for each in measure.where))


def _holds(condition: Condition, values: Mapping[str, object]) -> bool:
    value = values.get(condition.column)
    if isinstance(condition, Is):
        words = str(value or "").split() if condition.column == "interim" else (value,)
        return not set(condition.words).isdisjoint(words)
    return value is True if isinstance(condition, Yes) else value not in (None, "")
