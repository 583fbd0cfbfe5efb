"""The tables that count all cases in, what pages show of them out: a number, a series, a curve, each looked up. Pure.

Nothing is counted here: what a page says stands in data/measures.csv, weeks.csv, filings.csv, outcomes.csv and
durations.csv in the same words and digits.
"""
import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from . import charts, tables
from .counts import Median, median_of
from .measures import DURATIONS, ENDINGS, FUNNEL, MEASURE, Duration, Measure
from .places import ENOUGH, court_name
from .tables import Row, Table
from .wording import N_

WEEKS_SHOWN: Final = 78
MONTHS_SHOWN: Final = 12
COURTS_SHOWN: Final = 12
STILL_WATCHED: Final = 10
"""A curve ends where fewer are still watched."""

DAYS_TOLD: Final = (7, 14, 30, 60, 90, 180, 365)

CHARTS: Final = {
    "filings": N_("Petitions filed each week"),
    "outcomes": N_("How petitions ended, month by month"),
    "to-first-order": N_("How soon a judge gave a first order"),
    "to-decision": N_("How soon petitions were decided"),
    "to-release": N_("How soon a release was reported"),
    "courts": N_("Petitions filed in the courts that have the most"),
    "funnel": N_("From the decision to compliance"),
}
"""Every chart beside the maps, by the name it has in addresses, and what it shows."""

MAPPED: Final = tuple(MEASURE[name] for name in (
    "petitions", "pending", "decided", "granted", "denied", "dismissed_moot", "interim_relief", "release_ordered",
    "bond_hearing_ordered", "relief_ordered", "compliance_shown", "orders_due", "due_silent", "appeals"))
"""What has a map of its own: counts, never shares."""


class Count(NamedTuple):
    """A row of measures.csv, without what it counts."""

    cases: int = 0
    of: int = 0
    by_person: int = 0
    by_reading: int = 0
    by_inference: int = 0


class Filed(NamedTuple):
    """Weeks and what was filed in each. `earlier`: weeks before the first shown; `most`: of whole weeks, or of all
    where none is whole; `newest`: of whole weeks. `courts`: how many have petitions, `whole`: how many of these are
    followed as a whole.
    """

    weeks: tuple[tuple[dt.date, int, bool], ...]
    columns: charts.Columns
    ticks: tuple[charts.Tick, ...]
    earlier: int
    most: tuple[dt.date, int] | None
    newest: tuple[dt.date, int] | None
    courts: int
    whole: int

    @property
    def growing(self) -> list[dt.date]:
        """The weeks that more may come to."""
        return [week for week, _, complete in self.weeks if not complete]


class Part(NamedTuple):
    """A way in which petitions end: how it is drawn, and how many in the months shown."""

    measure: Measure
    tone: str
    path: str
    counts: tuple[int, ...]


class Ended(NamedTuple):
    """Months, and how the petitions decided in each ended. `undated`: decided, on no day that is known."""

    months: tuple[tuple[dt.date, int, bool], ...]
    parts: tuple[Part, ...]
    stack: charts.Stack
    earlier: int
    undated: int


class Waited(NamedTuple):
    """How long something took. `curve` is None where there are too few cases for one."""

    duration: Duration
    median: Median
    curve: charts.Curve | None
    told: tuple[tuple[int, charts.Step], ...]

    @property
    def name(self) -> str:
        """As a chart."""
        return self.duration.name.replace("_", "-")


class CourtFiled(NamedTuple):
    """A court and what was filed in it, month by month, on a scale that it shares with others."""

    court_id: str
    petitions: int
    counts: tuple[int, ...]
    complete: tuple[bool, ...]
    columns: charts.Columns


class CourtsFiled(NamedTuple):
    """The courts with the most petitions in the months shown, by the alphabet of citations; `others`: the rest."""

    months: tuple[dt.date, ...]
    courts: tuple[CourtFiled, ...]
    others: tuple[str, ...]
    other_petitions: int
    top: int


TONES: Final = {
    "granted": "granted", "granted_in_part": "interim", "denied": "denied", "dismissed": "paused",
    "dismissed_moot": "unknown", "withdrawn": "ended", "settled": "appeal", "transferred": "open",
}
"""The tones of outcomes in a chart, apart from each other also for those who see fewer colours."""


class Numbers:
    """What was counted over all cases, as of a day."""

    def __init__(self, counted: Mapping[str, Sequence[Row]]) -> None:
        self.tables = counted
        self._counts: dict[tuple[str, str], dict[str, Count]] = {}
        for row in counted[tables.NUMBERS.name]:
            measure, level, group, *numbers = row
            self._counts.setdefault((str(measure), str(level)), {})[str(group)] = Count(*map(_int, numbers))

    def count(self, measure: str) -> Count:
        """Over all cases."""
        return self._counts.get((measure, "all"), {}).get("all", Count())

    def share(self, measure: str) -> float | None:
        """Its part of the denominator, where there is one and it is not too small for a share."""
        count = self.count(measure)
        return count.cases / count.of if count.of >= ENOUGH and MEASURE[measure].of else None

    def by(self, measure: str, level: str) -> dict[str, Count]:
        """By court_id, topic and so on: {group: its numbers}, without groups that have no case of the denominator."""
        return self._counts.get((measure, level), {})

    def funnel(self) -> tuple[charts.Level, ...]:
        """Decided, relief ordered, compliance shown."""
        return charts.funnel({measure.name: self.count(measure.name).cases for measure in FUNNEL})

    def filed(self) -> Filed | None:
        """The petitions filed in each of the newest weeks; None where no week is known."""
        rows = [(dt.date.fromisoformat(row["week"]), row["petitions"], row["complete"])
                for row in self._rows(tables.WEEKS)]
        first = next((place for place, row in enumerate(rows) if row[1]), None)
        if first is None:
            return None
        weeks = tuple(rows[max(first, len(rows) - WEEKS_SHOWN):])
        whole = [(week, number) for week, number, complete in weeks if complete]
        days, numbers, complete = zip(*weeks, strict=True)
        return Filed(
            weeks, charts.columns(numbers, complete), charts.month_ticks(days), len(rows) - first - len(weeks),
            max(whole or [row[:2] for row in weeks], key=lambda each: each[1], default=None),
            whole[-1] if whole else None, *self._followed())

    def _followed(self) -> tuple[int, int]:
        """Courts that have petitions here, and how many of these are followed as a whole."""
        found = self.by("petitions", "court_id")
        courts = {court_id for court_id, count in found.items() if count.cases}
        whole = [row for row in self._rows(tables.COURTS_TABLE) if row["court_id"] in courts and row["complete_until"]]
        return len(courts), len(whole)

    def ended(self) -> Ended | None:
        """How the petitions decided in each of the newest months ended; None where none was decided on a known day."""
        rows = self._rows(tables.OUTCOMES)
        if not rows:
            return None
        shown = rows[-MONTHS_SHOWN:]
        series = {ending.name: tuple(row[ending.name] for row in shown) for ending in ENDINGS}
        stack = charts.stack(list(series.values()), [row["complete"] for row in shown])
        parts = tuple(
            Part(ending, TONES[ending.name], path, series[ending.name])
            for ending, path in zip(ENDINGS, stack.paths, strict=True) if any(series[ending.name]))
        return Ended(
            tuple((_month(row["month"]), row["decided"], row["complete"]) for row in shown), parts, stack,
            len(rows) - len(shown), self.count("decided").cases - sum(row["decided"] for row in rows))

    def waited(self) -> tuple[Waited, ...]:
        """How long each of the things that are timed took."""
        return tuple(self._waited(duration) for duration in DURATIONS)

    def _waited(self, duration: Duration) -> Waited:
        rows = [row for row in self._rows(tables.CURVES) if row["duration"] == duration.name]
        middle = median_of(rows)
        steps = [charts.Step(*(row[name] for name in charts.Step._fields)) for row in rows]
        if middle.cases < ENOUGH or not middle.ended:
            return Waited(duration, Median(None, None, None, middle.cases, middle.ended), None, ())
        watched = max((step.day for step in steps if step.at_risk >= STILL_WATCHED), default=0)
        last = max(watched, middle.days or 0, 1)
        days = [day for day in DAYS_TOLD if day <= last] or [min(last, steps[-1].day)]
        told = ((day, charts.share_by(steps, day)) for day in days)
        half = None if middle.days is None else (middle.days, middle.low, middle.high)
        return Waited(duration, middle, charts.rising(steps, last, half),
                      tuple((day, step) for day, step in told if step))

    def courts_filed(self) -> CourtsFiled | None:
        """What was filed in the courts with the most petitions of late; None where no petition's day is known."""
        by_court: dict[str, list[dict[str, Any]]] = {}
        for row in self._rows(tables.FILINGS):
            by_court.setdefault(row["court_id"], []).append(row)
        if not by_court:
            return None
        newest = {court_id: rows[-MONTHS_SHOWN:] for court_id, rows in by_court.items()}
        sums = Counter({court_id: sum(row["petitions"] for row in rows) for court_id, rows in newest.items()})
        most = sorted(sums, key=lambda court_id: (-sums[court_id], court_name(court_id)))[:COURTS_SHOWN]
        most = sorted((court_id for court_id in most if sums[court_id]), key=court_name)
        top = charts.top_of([row["petitions"] for court_id in most for row in newest[court_id]])
        others = sorted((court_id for court_id in sums if sums[court_id] and court_id not in most), key=court_name)
        months = tuple(_month(row["month"]) for row in next(iter(newest.values())))
        return CourtsFiled(months, tuple(_court(each, newest[each], top) for each in most), tuple(others),
                           sum(sums[court_id] for court_id in others), top)

    def _rows(self, table: Table) -> list[dict[str, Any]]:
        return [dict(zip(table.columns, row, strict=True)) for row in self.tables[table.name]]


def _court(court_id: str, rows: Sequence[Mapping[str, Any]], top: int) -> CourtFiled:
    counts, complete = tuple(row["petitions"] for row in rows), tuple(row["complete"] for row in rows)
    return CourtFiled(court_id, sum(counts), counts, complete, charts.columns(counts, complete, top))


def _int(cell: str | float | bool | None) -> int:
    return int(cell or 0)


def _month(month: str) -> dt.date:
    return dt.date.fromisoformat(f"{month}-01")
