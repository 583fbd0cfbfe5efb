"""Do ibis expressions count what pandas counts, and can they be compiled for where large tables lie?"""
import datetime as dt
import random
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from writwatch.render.counts import Counting, curve
from writwatch.render.measures import DURATIONS

from .test_counts import BLANK

ibis = pytest.importorskip("ibis", reason="the extra `scale` is not installed")
pytest.importorskip("duckdb", reason="the extra `scale` is not installed")
pytest.importorskip("pyarrow", reason="the extra `arrow` is not installed")

from writwatch.render import scale  # noqa: E402

CHOICES = {
    "kind": ["individual_detention", "impact", "criminal", None],
    "status": ["open_pending", "stayed", "relief_granted_interim", "relief_granted_final", "dismissed", "unknown"],
    "status_by": ["read", "inferred", "confirmed"], "merits_by": ["read", "inferred", "confirmed", None],
    "merits": ["none", "granted", "granted_in_part", "denied", "dismissed", "dismissed_moot", "withdrawn", "remanded"],
    "interim": ["none", "tro", "no_transfer_order tro", "stay_of_removal ended", None],
    "custody": ["unknown", "released", "removed"],
    "compliance": ["nothing_due", "due", "reported", "no_report_seen", "violation_found", "cured", None],
    "appeal": ["none", "pending", "affirmed", "reversed", None], "court_id": ["mnd", "txsd", "ca5"],
    "circuit": ["ca8", "ca5"], "state": ["MN", "TX", None], "appointed_by": ["Jimmy Carter", None],
    "judge": ["Jane L. Marlow", "Peter Q. Dare", None], "government_action": ["Third countries", None],
}


def many(number: int, seed: int = 7) -> pd.DataFrame:
    """Cases drawn at random, with values missing here and there."""
    draw = random.Random(seed)
    first, last = dt.date(2025, 11, 1), dt.date(2026, 4, 10)

    def day(after: dt.date) -> str | None:
        return (after + dt.timedelta(draw.randint(-2, 90))).isoformat() if draw.random() < 0.5 else None

    rows: list[dict[str, Any]] = []
    for n in range(number):
        filed = first + dt.timedelta(draw.randint(0, 150))
        row = BLANK | {"slug": f"case-{n}"} | {name: draw.choice(words) for name, words in CHOICES.items()}
        row |= {name: draw.random() < 0.3 for name in (
            "interim_relief", "release_ordered", "bond_hearing_ordered", "relief_ordered")}
        row |= {name: day(filed) for name in ("first_order_on", "decided_on", "released_on")}
        row |= {"date_filed": filed.isoformat() if n % 50 else None, "observed_until": last.isoformat()}
        rows.append(row)
    return pd.DataFrame(rows)


@pytest.fixture(scope="module")
def cases() -> pd.DataFrame:
    return many(2_000)


@pytest.fixture(scope="module")
def parquet(cases: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Any:
    file = Path(tmp_path_factory.mktemp("parquet")) / "cases.parquet"
    cases.to_parquet(file, index=False)
    return scale.parquet_cases(file)


@pytest.mark.slow
def test_every_count_is_the_same(cases: pd.DataFrame, parquet: Any):
    """Do DuckDB over Parquet and pandas agree on every measure at every level?"""
    pd.testing.assert_frame_equal(scale.count_all(parquet), Counting(cases).count_all(), check_dtype=False)


@pytest.mark.parametrize("duration", DURATIONS, ids=lambda duration: duration.name)
def test_every_duration_is_the_same(duration: Any, cases: pd.DataFrame, parquet: Any):
    """Do they agree on every day of every curve?"""
    pd.testing.assert_frame_equal(scale.curve(duration, parquet), curve(duration, cases), check_dtype=False)


@pytest.mark.slow
@pytest.mark.parametrize("dialect", scale.DIALECTS)
def test_every_expression_compiles_elsewhere(dialect: str, parquet: Any):
    """Is there SQL for every expression in every dialect that is promised?"""
    table = ibis.table(parquet.schema(), name="cases")
    alike = {f"count by {level}" for level in ("month", "circuit", "state", "topic", "judge", "government_action")}
    for name, expression in scale.expressions(table).items():
        if name in alike:  # a column by another name, as court_id
            continue
        assert "SELECT" in ibis.to_sql(expression, dialect=dialect).upper(), name
