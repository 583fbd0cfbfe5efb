"""What is known of dockets that have no page: read from the store and the tracker as it stands there?"""
import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from writwatch.fetch import schema as s
from writwatch.fetch.database import open_store, writing
from writwatch.fetch.objects import Docket
from writwatch.fetch.store import Seen, save_found
from writwatch.render.cases import Cohort, Config, Search, Site
from writwatch.render.coverage import Pass
from writwatch.render.judges import Judges
from writwatch.render.known import LISTS, read_known
from writwatch.render.numbering import Number

NOON = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)
EARLIER = NOON - dt.timedelta(days=30)


def swept(name: str, court: str = "", nature: str = "463", **times: dt.datetime | None) -> dict[str, object]:
    """A listing as the store has it; `times`: checked_at, whole_at, unbroken_since."""
    asked = {"nature_of_suit__startswith": nature, "order_by": "id"} | ({"court": court} if court else {})
    given = {"checked_at": NOON, "whole_at": None, "unbroken_since": EARLIER} | times
    return {"name": name, "endpoint": "dockets", "params": json.dumps(asked), "docket_ids": "[]", "mode": "delta",
            **given}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[sa.Engine]:
    engine = open_store(str(tmp_path / "dockets.db"))
    yield engine
    engine.dispose()


def site(accept: str) -> Site:
    cohort = Cohort("detained", "463", "detention", ("mnd", "txsd"), accept)  # pyright: ignore[reportArgumentType]
    return Site(Config(cohort=(cohort,), search=(Search("uncoded", "q", "detention"),)), (), ())


@pytest.mark.parametrize(("accept", "rows", "passes"), [
    ("rule", [swept("dockets detained mnd", "mnd")], {"mnd": Pass(EARLIER, NOON)}),
    ("rule", [swept("dockets detained mnd", "mnd", whole_at=EARLIER)], {"mnd": Pass(None, NOON)}),
    ("rule", [swept("dockets detained")], {"": Pass(EARLIER, NOON)}),
    ("rule", [swept("dockets detained mnd", "mnd", checked_at=None)], {}),
    ("rule", [swept("dockets detained mnd", "mnd", nature="440")], {}),
    ("rule", [swept("entries detained mnd", "mnd"), swept("dockets other mnd", "mnd")], {}),
    ("review", [swept("dockets detained mnd", "mnd")], {}),
])
def test_a_court_is_followed_as_a_whole_where_a_rule_follows_it(
    store: sa.Engine, tmp_path: Path, accept: str, rows: list[dict[str, object]], passes: dict[str, Pass]
) -> None:
    """A finished look at all its petitions, of a cohort that nobody picks from: and nothing else?"""
    with writing(store) as connection:
        for row in rows:
            connection.execute(s.sweep.insert().values(row))
    assert read_known(store, site(accept), tmp_path, Judges(())).passes == passes


def test_numbers_are_known_of_what_waits_too(store: sa.Engine, tmp_path: Path) -> None:
    """Every docket found, by which way; and an editor's lists beside?"""
    with writing(store) as connection:
        for name, ids in (("detained", (1, 2)), ("uncoded", (2, 3))):
            dockets = [Docket(id=number, court_id="mnd", docket_number=f"0:26-cv-{number:05d}") for number in ids]
            save_found(connection, name, dockets, Seen(NOON, None))
    (tmp_path / LISTS).mkdir(parents=True)
    (tmp_path / LISTS / "clinic.csv").write_text("court,docket_number\nmnd,0:26-cv-00009\n")
    known = read_known(store, site("review"), tmp_path, Judges((), dt.date(2023, 6, 6)))
    assert known.numbers == {Number("mnd", "0", 2026, number) for number in (1, 2, 3)}
    assert (known.by_cohort, known.by_search) == (frozenset({1, 2}), frozenset({2, 3}))
    assert known.lists == {"clinic": frozenset({Number("mnd", "0", 2026, 9)})}
    assert known.judges_until == dt.date(2023, 6, 6)
