"""docs/data.md: do its examples give, from the published files, what the site says, both ways alike?"""
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from click.testing import CliRunner
from writwatch.render import cli, downloads, tables
from writwatch.render.build import HEADERS
from writwatch.render.counts import median

from .render.cases_table import many

pytest.importorskip("duckdb", reason="the extra `scale` is not installed")
pytest.importorskip("pyarrow", reason="the extra `arrow` is not installed")

TEXT = (Path(__file__).parent.parent / "docs" / "data.md").read_text(encoding="utf-8")
ADDRESS = "https://tracker.example.org/data"


def answers(data: Path) -> dict[str, Any]:
    """What the lines of every example leave behind, typed one after the other, about files in a folder."""
    known: dict[str, Any] = {}
    for block in re.findall(r"^```python\n(.*?)^```$", TEXT, re.M | re.S):
        exec(block.replace(ADDRESS, str(data)), known)
    return known


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a few thousand cases drawn at random, written as a build writes them."""
    data = tmp_path_factory.mktemp("data")
    cases = many(6_000)
    rows = list(cases.astype(object).where(cases.notna(), None).itertuples(index=False, name=None))
    counted: dict[str, Any] = tables.counted(rows, pd.Timestamp("2026-04-10").date())
    counting = (tables.NUMBERS, tables.CURVES, tables.FILINGS)
    for table, its in ((tables.CASES, rows), *((each, counted[each.name]) for each in counting)):
        for kind in ("csv", "parquet"):
            (data / f"{table.name}.{kind}").write_bytes(b"".join(downloads.WRITERS[kind](table, its)))
    return data


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the site that `writwatch demo` makes."""
    out = tmp_path_factory.mktemp("demo") / "public"
    CliRunner().invoke(cli.writwatch, ["demo", "--out", str(out)], catch_exceptions=False, standalone_mode=False)
    return out / "data"


@pytest.fixture(scope="module", params=[
    "made_up", pytest.param("demo", marks=[pytest.mark.slow, pytest.mark.xdist_group("data docs")])])
def data(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def told(data: Path) -> dict[str, Any]:
    return answers(data)


def published(data: Path, measure: str, level: str) -> pd.DataFrame:
    numbers = pd.read_csv(data / "measures.csv")
    return numbers[(numbers["measure"] == measure) & (numbers["level"] == level)].set_index("group")


def test_petitions_by_week_and_court(told: dict[str, Any], data: Path):
    """Both ways alike; added up by week and by court, are they the site's own numbers?"""
    weekly, with_sql = told["weekly"], told["weekly_sql"].assign(week=lambda table: table["week"].dt.date)
    assert len(weekly) > 1
    assert weekly.to_dict("records") == with_sql.to_dict("records")
    by_week = {str(week): count for week, count in weekly.groupby("week")["petitions"].sum().items()}
    petitions = published(data, "petitions", "week")
    assert by_week == petitions.loc[petitions["cases"] > 0, "cases"].to_dict()
    by_court = weekly.groupby("first_court_id")["petitions"].sum()
    filings = pd.read_csv(data / "filings.csv").groupby("court_id")["petitions"].sum()
    assert by_court.to_dict() == filings[filings > 0].to_dict()


def test_shares_by_appointing_president(told: dict[str, Any], data: Path):
    """Both ways alike: are numerator and denominator the site's, for each president with twenty decisions or more?"""
    shares, with_sql = told["shares"], told["shares_sql"].set_index("appointed_by")
    assert shares.to_dict("index") == with_sql.to_dict("index")
    granted = published(data, "granted", "appointed_by")
    enough = granted[granted["of"] >= 20]
    assert shares["granted"].to_dict() == enough["cases"].to_dict()
    assert shares["decided"].to_dict() == enough["of"].to_dict()
    assert (shares["share"] * shares["decided"]).round(6).to_dict() == enough["cases"].to_dict()


def test_days_to_decision(told: dict[str, Any], data: Path):
    """Both ways alike: is it the median of the curve that the site publishes?"""
    curve = pd.read_csv(data / "durations.csv").query("duration == 'to_decision'").reset_index(drop=True)
    expected = median(curve).days
    given = told["median_days"]
    assert (None if pd.isna(given) else given) == told["median_days_sql"] == expected


def test_the_made_up_files_have_something_to_say(made_up: Path):
    """Would the comparisons notice anything: presidents above twenty, a median that is reached?"""
    told = answers(made_up)
    assert len(told["shares"]) > 1
    assert told["median_days_sql"] > 0


def test_every_table_is_named():
    """Does the list of files have each table, and none that is not there?"""
    assert set(re.findall(r"^\| `(\w+)` \|", TEXT, re.M)) == {table.name for table in tables.TABLES}


def test_what_is_promised_of_versions():
    """Is the version that the document speaks of the one that files carry?"""
    assert re.findall(r"`version` in `datapackage.json` is (\d+)", TEXT) == [str(downloads.FORMAT)]


@pytest.mark.parametrize("folder", ["data", "feeds"])
def test_other_sites_may_read_the_files(folder: str):
    """Do the headers that a build writes say so?"""
    rules = re.split(r"^(?=/)", HEADERS, flags=re.M)
    (rule,) = (each for each in rules if each.startswith(f"/{folder}/*\n"))
    assert "  Access-Control-Allow-Origin: *\n" in rule
