"""Do ibis expressions count what pandas counts, and can they be run where large tables lie?"""
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from writwatch.fetch.database import store_url
from writwatch.render import SiteError, downloads, tables
from writwatch.render.counts import CURVE, Counting, curve
from writwatch.render.measure_commands import DIALECTS, measures
from writwatch.render.measures import DURATIONS, LEVELS, MEASURES

from ..conftest import POSTGRES
from .cases_table import many

ibis = pytest.importorskip("ibis", reason="the extra `scale` is not installed")
pytest.importorskip("duckdb", reason="the extra `scale` is not installed")
pytest.importorskip("pyarrow", reason="the extra `arrow` is not installed")

from writwatch.render import scale  # noqa: E402


@pytest.fixture(scope="module")
def cases() -> pd.DataFrame:
    return many(8_000)


@pytest.fixture(scope="module")
def file(cases: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """cases.parquet, as a site publishes it."""
    path = Path(tmp_path_factory.mktemp("parquet")) / "cases.parquet"
    cells = cases.astype(object).where(cases.notna(), None)
    path.write_bytes(b"".join(downloads.parquet_pieces(tables.CASES, cells.itertuples(index=False, name=None))))
    return path


@pytest.fixture(scope="module")
def parquet(file: Path) -> Any:
    return scale.parquet_cases(file)


@pytest.fixture(scope="module")
def postgres(cases: pd.DataFrame, file: Path) -> Iterator[str]:
    """The URL of a PostgreSQL database whose table `cases` was loaded from cases.parquet."""
    if not POSTGRES:
        pytest.skip("no PostgreSQL: set WRITWATCH_TEST_POSTGRES to a server's URL")
    server = sa.create_engine(store_url(POSTGRES), isolation_level="AUTOCOMMIT")
    name = f"writwatch_{secrets.token_hex(6)}"
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    here = sa.create_engine(store_url(POSTGRES).set(database=name))
    types = {"string": sa.Text, "integer": sa.BigInteger, "boolean": sa.Boolean, "date": sa.Date,
             "datetime": sa.DateTime(timezone=True)}
    read = pd.read_parquet(file)
    kinds = {name: types[column.type] for name, column in tables.CASES.columns.items()}
    read.to_sql("cases", here, index=False, dtype=kinds)
    here.dispose()
    yield store_url(POSTGRES).set(database=name, drivername="postgresql").render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    server.dispose()


def test_the_table_has_something_for_every_measure(cases: pd.DataFrame):
    """Would a measure or a duration that is counted wrongly be noticed at every level, and in all three ways?"""
    counted = Counting(cases).count_all()
    told = counted.groupby(["measure", "level"])[["cases", "of", "by_person", "by_reading", "by_inference"]].sum()
    assert set(told.index) == {(measure.name, level.name) for measure in MEASURES for level in LEVELS}
    assert (told > 0).all(axis=None), told[(told == 0).any(axis=1)]
    for duration in DURATIONS:
        assert {"ended", "censored"} <= {name for name in CURVE if curve(duration, cases)[name].astype(bool).any()}


@pytest.mark.slow
def test_every_count_is_the_same(cases: pd.DataFrame, parquet: Any):
    """Do DuckDB over Parquet and pandas agree on every measure at every level?"""
    pd.testing.assert_frame_equal(scale.count_all(parquet), Counting(cases).count_all(), check_dtype=False)


@pytest.mark.parametrize("duration", DURATIONS, ids=lambda duration: duration.name)
def test_every_duration_is_the_same(duration: Any, cases: pd.DataFrame, parquet: Any):
    """Do they agree on every day of every curve?"""
    pd.testing.assert_frame_equal(scale.curve(duration, parquet), curve(duration, cases), check_dtype=False)


@pytest.mark.slow
def test_postgresql_counts_the_same(cases: pd.DataFrame, postgres: str):
    """On a real server: does every measure at every level, and every curve, come out as with pandas?"""
    there = scale.cases_at([postgres])
    pd.testing.assert_frame_equal(scale.count_all(there), Counting(cases).count_all(), check_dtype=False)
    for duration in DURATIONS:
        pd.testing.assert_frame_equal(scale.curve(duration, there), curve(duration, cases), check_dtype=False)


APPROXIMATE = re.compile(r"\b(APPROX\w*|PERCENTILE\w*|QUANTILE\w*|MEDIAN\w*|UNIQ\w*|HLL\w*|TDIGEST\w*)\b", re.I)
"""Functions that a dialect may only approximate."""


@pytest.mark.slow
@pytest.mark.parametrize("dialect", [
    pytest.param(each, marks=() if each in {"duckdb", "postgres", "bigquery"} else pytest.mark.soak)
    for each in scale.DIALECTS])
def test_every_expression_compiles_elsewhere(dialect: str):
    """Is there SQL for every expression in every dialect that is promised, and is all of it exact?"""
    statements = dict(scale.sql(dialect))
    assert len(statements) == len(LEVELS) + len(DURATIONS)
    for name, statement in statements.items():
        assert "SELECT" in statement.upper(), name
        assert not APPROXIMATE.search(statement), name


@pytest.mark.slow
def test_what_is_compiled_counts(file: Path, cases: pd.DataFrame):
    """The SQL for DuckDB, run by hand over the file: are there the sums that pandas has?"""
    import duckdb

    database = duckdb.connect()
    database.execute(f"CREATE VIEW cases AS FROM '{file}'")
    statement = dict(scale.sql("duckdb"))["count by court_id"]
    counted = database.execute(statement).df().set_index("counted_under")
    pandas = Counting(cases).count_all().query("level == 'court_id' and measure == 'granted'").set_index("group")
    assert counted["granted_of"].astype(int).to_dict() == pandas["of"].to_dict()
    assert counted["granted_confirmed"].astype(int).to_dict() == pandas["by_person"].to_dict()


def test_the_dialects_of_the_command():
    """It does not import ibis to know them: are they the same?"""
    assert DIALECTS == scale.DIALECTS


@pytest.mark.slow
def test_the_command_prints_what_the_site_publishes(file: Path, cases: pd.DataFrame):
    """Over cases.parquet: are measures.csv and durations.csv the same to the byte?"""
    rows = cases.astype(object).where(cases.notna(), None).itertuples(index=False, name=None)
    published = tables.counted(rows, pd.Timestamp("2026-04-10").date())
    for words, table in (([], tables.NUMBERS), (["--durations"], tables.CURVES)):
        done = CliRunner().invoke(measures, [*words, str(file)], catch_exceptions=False)
        assert done.exit_code == 0
        assert done.stdout_bytes == b"".join(downloads.csv_pieces(table, published[table.name]))


@pytest.mark.slow
def test_the_command_on_postgresql(file: Path, postgres: str):
    """The same over the table of a database: is it what the file gives?"""
    printed = [CliRunner().invoke(measures, [place], catch_exceptions=False) for place in (str(file), postgres)]
    over_file, over_table = printed
    assert over_table.stdout_bytes == over_file.stdout_bytes


def test_the_command_prints_sql():
    """For a warehouse: one statement each, about the table that was named."""
    done = CliRunner().invoke(measures, ["--sql", "bigquery", "--table", "newsroom_cases"], catch_exceptions=False)
    assert done.stdout.count("\n-- ") + 1 == len(LEVELS) + len(DURATIONS)
    assert "`newsroom_cases`" in done.stdout
    assert "FROM `cases`" not in done.stdout


NOT_THERE = {
    "no file": ["missing.parquet"],
    "no server": ["postgresql://reader:hunter2@127.0.0.1:1/newsroom"],
    "no such kind": ["gopher://reader:hunter2@db.example.org/newsroom"],
    "two databases": ["postgresql://reader:hunter2@127.0.0.1:1/a", "postgresql://reader:hunter2@127.0.0.1:1/b"],
    "not Parquet": [__file__],
}


@pytest.mark.parametrize("places", NOT_THERE.values(), ids=NOT_THERE)
def test_a_table_that_is_not_there(places: list[str]):
    """Is it one sentence, without the password?"""
    with pytest.raises(SiteError) as refused:
        scale.cases_at(places)
    assert "hunter2" not in str(refused.value)
    assert refused.value.__suppress_context__


def test_a_table_of_something_else(tmp_path: Path):
    """judges.parquet in the place of cases.parquet: is it said what is missing?"""
    place = str(tmp_path / "judges.parquet")
    pd.DataFrame({"slug": ["a"], "court_id": ["mnd"]}).to_parquet(place)
    with pytest.raises(SiteError, match=r"that is no table of cases, .*: it lacks the columns .* and "):
        scale.cases_at([place])


def test_what_the_command_needs(monkeypatch: pytest.MonkeyPatch):
    """Nothing to count, or no ibis: is it said?"""
    assert CliRunner().invoke(measures, []).exit_code == 2
    assert CliRunner().invoke(measures, ["cases.parquet", "--sql", "duckdb"]).exit_code == 2
    monkeypatch.setattr("writwatch.render.measure_commands.find_spec", lambda name: None)
    with pytest.raises(SiteError, match=r"pip install 'writwatch\[scale\]'"):
        CliRunner().invoke(measures, ["cases.parquet"], catch_exceptions=False)
