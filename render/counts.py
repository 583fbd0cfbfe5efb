"""The table of cases in, what `measures` defines out, counted with pandas: how many, of how many, and how long it took.

The table has the columns of cases.csv. Nothing is averaged over finished cases alone: how long something takes is
estimated with the open ones in it (Kaplan and Meier), and a median that is not reached yet is not given.
"""
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from .measures import LEVELS, MEASURES, Condition, Duration, Is, Measure, Yes

SEVERAL: Final = frozenset({"interim"})
"""Columns that hold several words, with a blank between."""

COUNTED: Final = ("measure", "level", "group", "cases", "of", "by_person", "by_reading", "by_inference")
CURVE: Final = ("duration", "day", "at_risk", "ended", "censored", "share", "low", "high")

SURE: Final = ("confirmed", "read", "inferred")
"""By a person, by reading, by inference."""

_95_PERCENT: Final = 1.959964


class Median(NamedTuple):
    """Days until half of the cases got there, with a 95 % interval; None where the estimate does not get so far."""

    days: int | None
    low: int | None
    high: int | None
    cases: int
    ended: int


def holds(condition: Condition, cases: pd.DataFrame) -> pd.Series:
    """Of which cases a condition is true; of a missing value it is not."""
    column: Any = cases[condition.column]
    if isinstance(condition, Yes):
        return column.astype("boolean").fillna(value=False).astype(bool)
    if isinstance(condition, Is):
        if condition.column in SEVERAL:
            words = set(condition.words)
            return column.fillna("").map(lambda text: not words.isdisjoint(text.split())).astype(bool)
        return column.isin(condition.words)
    return column.notna()


def chosen(where: tuple[Condition, ...], cases: pd.DataFrame) -> pd.DataFrame:
    kept: Any = cases
    for condition in where:
        kept = kept[holds(condition, kept)]
    return kept


def groups(level: str, cases: pd.DataFrame) -> pd.Series:
    """What each case is counted under: "all", the Monday or month of filing, or the column itself; missing: unknown."""
    if level == "all":
        return pd.Series("all", index=cases.index, dtype="object")
    if level in ("week", "month"):
        filed: Any = pd.to_datetime(cases["date_filed"])
        if level == "month":
            return filed.dt.strftime("%Y-%m").astype("object")
        return (filed - pd.to_timedelta(filed.dt.day_of_week, unit="D")).dt.strftime("%Y-%m-%d").astype("object")
    column: Any = cases[level]
    return column.astype("object")


class Counting:
    """A table of cases, ready to be counted: what each case is counted under, and which conditions hold, once each."""

    def __init__(self, cases: pd.DataFrame) -> None:
        self.cases = cases
        self._groups = {level.name: groups(level.name, cases).astype("category").cat for level in LEVELS}
        self._held: dict[Condition, Any] = {}
        self._sure: dict[tuple[str, str], Any] = {}

    def count(self, measure: Measure, level: str) -> pd.DataFrame:
        """One row a group: how many cases, of how many, and how many by a person, by reading, by inference."""
        return pd.DataFrame(list(self._rows(measure, level)), columns=pd.Index(COUNTED))

    def count_all(self) -> pd.DataFrame:
        """Every measure at every level."""
        rows = [row for measure in MEASURES for level in LEVELS for row in self._rows(measure, level.name)]
        return pd.DataFrame(rows, columns=pd.Index(COUNTED))

    def _rows(self, measure: Measure, level: str) -> Iterator[tuple[str | int, ...]]:
        chosen, base = self._chosen(measure), self._chosen(of_measure(measure))
        counts = [self._of_each(level, chosen & self._is_sure(measure.sure, each)) for each in SURE]
        of = self._of_each(level, base)
        for place, group in enumerate(self._groups[level].categories):
            by = [int(count[place]) for count in counts]
            if of[place] or sum(by):
                yield measure.name, level, group, sum(by), int(of[place]), *by

    def _chosen(self, measure: Measure) -> Any:
        """Which cases a measure counts."""
        mask = np.ones(len(self.cases), dtype=bool)
        for condition in measure.where:
            if condition not in self._held:
                self._held[condition] = holds(condition, self.cases).to_numpy(dtype=bool)
            mask &= self._held[condition]
        return mask

    def _is_sure(self, column: str, how: str) -> Any:
        if (column, how) not in self._sure:
            self._sure[column, how] = (self.cases[column].fillna("inferred") == how).to_numpy(dtype=bool)
        return self._sure[column, how]

    def _of_each(self, level: str, mask: Any) -> Any:
        """How many of the chosen cases stand in each group; a case without a group stands in none."""
        codes = self._groups[level].codes.to_numpy()[mask]
        return np.bincount(codes[codes >= 0], minlength=len(self._groups[level].categories))


def of_measure(measure: Measure) -> Measure:
    """The denominator of a measure; one that has none is its own."""
    return next((each for each in MEASURES if each.name == measure.of), measure)


def spans(duration: Duration, cases: pd.DataFrame) -> pd.DataFrame:
    """One row a case: `days`, and whether it `ended`. A date before the case began counts as day 0."""
    kept: Any = chosen(duration.where, cases)
    start: Any = pd.to_datetime(kept[duration.start])
    end: Any = pd.to_datetime(kept[duration.end])
    until = end.fillna(pd.to_datetime(kept["observed_until"]))
    days = (until - start).dt.days
    return pd.DataFrame({"days": days.clip(lower=0), "ended": end.notna()}).dropna().astype({"days": int})


def curve(duration: Duration, cases: pd.DataFrame) -> pd.DataFrame:
    """The estimate after Kaplan and Meier, a row for each day on which a case ended or was last seen open.

    `share` is the share of cases not there yet after that day, `low` and `high` its 95 % interval (Greenwood's
    variance, on the log-minus-log scale).
    """
    each_day: Any = spans(duration, cases).groupby("days")["ended"].agg(["sum", "size"])
    return estimate(duration.name, [(int(day), int(row["sum"]), int(row["size"])) for day, row in each_day.iterrows()])


def estimate(name: str, days: list[tuple[int, int, int]]) -> pd.DataFrame:
    """`days`: (day, cases that ended on it, all whose observation stopped on it), in order of the day."""
    at_risk = sum(stopped for _, _, stopped in days)
    share, variance, rows = 1.0, 0.0, []
    for day, ended, stopped in days:
        share *= 1 - ended / at_risk
        variance += ended / (at_risk * (at_risk - ended)) if at_risk > ended else 0.0
        low, high = _interval(share, variance)
        rows.append((name, day, at_risk, ended, stopped - ended, share, low, high))
        at_risk -= stopped
    return pd.DataFrame(rows, columns=list(CURVE))


def _interval(share: float, variance: float) -> tuple[float, float]:
    if share in (0.0, 1.0):
        return share, share
    width = _95_PERCENT * math.sqrt(variance) / math.log(share)
    return share ** math.exp(-width), share ** math.exp(width)


def median(curve: pd.DataFrame) -> Median:
    """The first day after which half of the cases or more got there."""
    table: Any = curve
    cases = int(table["at_risk"].max()) if len(table) else 0
    days, low, high = (_first(table, column) for column in ("share", "low", "high"))
    return Median(days, low, high, cases, int(table["ended"].sum()))


def median_of(rows: Iterable[Mapping[str, object]]) -> Median:
    """The median of a curve given as rows of durations.csv."""
    return median(pd.DataFrame(list(rows), columns=pd.Index(CURVE)))


def _first(curve: pd.DataFrame, column: str) -> int | None:
    half = 0.5 + 1e-9  # 23/24 · 22/23 · … · 12/13 is a little more than a half, in floating point
    reached: Any = curve.loc[(curve[column] <= half) & (curve["share"] < 1), "day"]
    return int(reached.iloc[0]) if len(reached) else None
