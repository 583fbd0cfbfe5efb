"""What `measures` defines, as ibis expressions: a table of cases wherever it lies in, the same counts out.

DuckDB over Parquet files or PostgreSQL here, a warehouse elsewhere: the expressions use only what BigQuery, Spark and
ClickHouse have too, and nothing that any of them only approximates. Where the table lies it is filtered, grouped and
summed; a median comes from these sums, here. pandas (`counts`) is the reference; a test holds the two equal on every
measure. Needs the extra `scale`.
"""
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import and_
from pathlib import Path
from typing import Any, Final

import ibis
import pandas as pd

from . import SiteError
from .counts import COUNTED, SEVERAL, SURE, estimate, of_measure
from .measures import DURATIONS, LEVELS, MEASURES, Condition, Duration, Is, Measure, Yes
from .tables import CASES, Row

DIALECTS: Final = ("duckdb", "postgres", "bigquery", "pyspark", "clickhouse", "snowflake")
"""Where the expressions can run."""

TYPES: Final = {"string": "string", "integer": "int64", "boolean": "boolean", "number": "float64", "date": "date",
                "datetime": "timestamp('UTC')"}
"""What a column of `tables` is to ibis."""


def parquet_cases(*files: Path) -> Any:
    """The cases of one or more cases.parquet, read by DuckDB as far as a count needs them."""
    return ibis.duckdb.connect().read_parquet([str(file) for file in files], table_name="cases")


def cases_at(places: Sequence[str], table: str = "cases") -> Any:
    """The cases of Parquet files, or of one database by its URL. SiteError: they are not there."""
    try:
        if any("://" in place for place in places):
            (url,) = places
            cases = ibis.connect(url).table(table)
        else:
            cases = parquet_cases(*map(Path, places))
    except ImportError as error:
        raise SiteError(f"that database needs {error.name}, which is not here: install it with pip.") from None
    except ValueError:
        raise SiteError("give Parquet files, or the URL of one database that ibis knows.") from None
    except Exception as error:
        if type(error).__module__.partition(".")[0] not in _THEIRS and not isinstance(error, OSError):
            raise
        # Their own words may repeat a password.
        how = type(error).__name__
        raise SiteError(f"no table {table} can be read there ({how}): check names and rights.") from None
    if missing := [name for name in CASES.columns if name not in cases.columns]:
        raise SiteError(f"that is no table of cases, as cases.parquet is: it lacks the columns {', '.join(missing[:5])}"
                        f"{' and others' if len(missing) > 5 else ''}.")
    return cases


_THEIRS: Final = ("ibis", "duckdb", "_duckdb", "psycopg")


def cases_named(table: str = "cases") -> Any:
    """A table with the columns of cases.parquet that lies nowhere: for SQL to be run elsewhere."""
    return ibis.table({name: TYPES[column.type] for name, column in CASES.columns.items()}, name=table)


def sql(dialect: str, table: str = "cases") -> Iterator[tuple[str, str]]:
    """Every count and every day of the curves as one statement each, by name. None of them is an approximation."""
    for name, expression in expressions(cases_named(table)).items():
        yield name, str(ibis.to_sql(expression, dialect=dialect))


def holds(condition: Condition, cases: Any) -> Any:
    """A condition as an expression that is never null."""
    column = cases[condition.column]
    if isinstance(condition, Yes):
        return column.fill_null(False)
    if isinstance(condition, Is):
        if condition.column in SEVERAL:
            padded = ibis.literal(" ") + column.fill_null("") + ibis.literal(" ")
            return reduce(lambda a, b: a | b, [padded.contains(f" {word} ") for word in condition.words])
        return column.isin(condition.words).fill_null(False)
    return column.notnull()


def mask(measure: Measure, cases: Any) -> Any:
    """Which cases a measure counts."""
    return reduce(and_, [holds(condition, cases) for condition in measure.where], cases.slug.notnull())


def group(level: str, cases: Any) -> Any:
    """What each case is counted under, as text; null where it is not known."""
    if level == "all":
        return ibis.literal("all")
    if level == "week":
        return cases.date_filed.cast("date").truncate("W").cast("string").substr(0, 10)
    if level == "month":
        return cases.date_filed.cast("date").cast("string").substr(0, 7)
    return cases[level].cast("string")


def count(level: str, cases: Any) -> Any:
    """One row a group, in one pass: for each measure NAME the columns NAME, NAME_of, NAME_confirmed, NAME_read …"""
    sums: dict[str, Any] = {}
    for measure in MEASURES:
        here, sure = mask(measure, cases), cases[measure.sure].fill_null("inferred")
        sums[f"{measure.name}_of"] = _number(mask(of_measure(measure), cases))
        sums |= {f"{measure.name}_{each}": _number(here & (sure == each)) for each in SURE}
    grouped = cases.mutate(counted_under=group(level, cases))
    return grouped.filter(grouped.counted_under.notnull()).group_by("counted_under").aggregate(**sums)


def _number(holds: Any) -> Any:
    """Of how many rows it is true. (PostgreSQL makes no number of a boolean.)"""
    return holds.ifelse(1, 0).sum()


def count_all(cases: Any) -> pd.DataFrame:
    """Every measure at every level, run where the table lies; the rows that `counts.Counting.count_all` gives."""
    wide = {level.name: count(level.name, cases).to_pandas().sort_values("counted_under") for level in LEVELS}
    parts = [_tall(measure, level.name, wide[level.name]) for measure in MEASURES for level in LEVELS]
    return pd.concat(parts, ignore_index=True)


def _tall(measure: Measure, level: str, wide: Any) -> pd.DataFrame:
    by = [wide[f"{measure.name}_{each}"].astype("int64") for each in SURE]
    table: Any = pd.DataFrame({
        "measure": measure.name, "level": level, "group": wide["counted_under"].astype("object"), "cases": sum(by),
        "of": wide[f"{measure.name}_of"].astype("int64"),
        "by_person": by[0], "by_reading": by[1], "by_inference": by[2],
    }, columns=list(COUNTED))
    return table[(table["of"] > 0) | (table["cases"] > 0)].reset_index(drop=True)


def stops(duration: Duration, cases: Any) -> Any:
    """One row a day: how many cases ended on it, and of how many the observation stopped on it, in order."""
    start, end = cases[duration.start].cast("date"), cases[duration.end].cast("date")
    until: Any = ibis.coalesce(end, cases.observed_until.cast("date"))
    kept = cases.filter(reduce(and_, [holds(condition, cases) for condition in duration.where]))
    days = kept.select(days=until.delta(start, unit="day"), ended=end.notnull().ifelse(1, 0))
    days = days.filter(days.days.notnull())
    days = days.mutate(days=ibis.greatest(days.days, 0))
    return days.group_by("days").aggregate(ended=days.ended.sum(), stopped=days.count()).order_by("days")


def curve(duration: Duration, cases: Any) -> pd.DataFrame:
    """The estimate after Kaplan and Meier, from the sums that `stops` makes where the table lies."""
    rows = stops(duration, cases).to_pandas()
    return estimate(duration.name, [(int(row.days), int(row.ended), int(row.stopped)) for row in rows.itertuples()])


def rows(counted: pd.DataFrame) -> list[Row]:
    """Counts as rows of `tables.NUMBERS`, curves as rows of `tables.CURVES`."""
    return list(counted.astype(object).itertuples(index=False, name=None))


def expressions(cases: Any) -> dict[str, Any]:
    """Every expression that is run, by name: for compiling them elsewhere."""
    counts = {f"count by {level.name}": count(level.name, cases) for level in LEVELS}
    return counts | {f"stops {duration.name}": stops(duration, cases) for duration in DURATIONS}
