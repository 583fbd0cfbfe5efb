"""Whatever happens in whatever order, does the store end equal to the server, within the budget?

Upstream changes, faults of the server and the wire, a budget that runs out, time that passes and a clock that is set:
drawn by Hypothesis, a few examples in `make test`, hundreds in `make soak`.
"""
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import requests
import sqlalchemy as sa
from effort import examples
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from writwatch.fetch import FetchError
from writwatch.fetch import schema as s
from writwatch.fetch.courtlistener import CourtListener
from writwatch.fetch.database import open_store
from writwatch.fetch.discover import Cohort
from writwatch.fetch.plan import LIST_FROM, Following
from writwatch.fetch.quota import Ledger
from writwatch.fetch.sandbox import serve
from writwatch.fetch.sandbox.faults import KINDS
from writwatch.fetch.store import unpack
from writwatch.fetch.sync import Progress, Report, Wanted, sync

EXAMPLES = examples(12)
DAY = 86_400


class Way(NamedTuple):
    """How a court of so many dockets and entries each is followed."""

    dockets: int
    entries: int
    wanted: tuple[Wanted, ...]
    following: Following
    rates: str


ONE_BY_ONE = Way(2, 25, (Wanted(7000), Wanted(None, "mnd", "0:26-cv-07001")), Following(), "4/min,9/hour,60/day")
BY_COHORT = Way(4, 12, (), Following(cohorts=(Cohort("detained", "463"),)), "4/min,9/hour,60/day")
BY_LIST = Way(LIST_FROM, 3, tuple(Wanted(7000 + n) for n in range(LIST_FROM)), Following(), "9/min,30/hour,200/day")

ENTRY = st.sampled_from([number * 100 + n for number in (7000, 7001) for n in (1, 2, 20, 21, 25, 26, 27)])
FAULT = st.sampled_from([kind for kind in KINDS if kind != "slow"])
PLACE = st.sampled_from(["", "entries", "cursor", "parties", "usage"])
ACTION = st.one_of(
    st.tuples(st.just("run")),
    st.tuples(st.just("run")),
    st.tuples(st.just("upsert"), ENTRY, st.sampled_from(["ORDER granting 1.", "ORDER denying 1."])),
    st.tuples(st.just("delete"), ENTRY),
    st.tuples(st.just("kind"), st.sampled_from([7000, 7001]), st.sampled_from(["", "463 Habeas Corpus"])),
    st.tuples(st.just("fault"), FAULT, PLACE, st.integers(1, 9)),
    st.tuples(st.just("later"), st.sampled_from([1, 61, 1000, 3700, DAY, 31 * DAY])),
    st.tuples(st.just("set clock"), st.sampled_from([0, -7, -7200, -DAY, 7, 7200, DAY])),
)


class World:
    """A server with its own time, and a client whose clock differs from it by `skew`."""

    def __init__(self, folder: Path, make_court: Callable[..., Path], way: Way) -> None:
        self.way, self.now, self.skew, self.skewed = way, 1_790_000_000.0, 0.0, False
        self.steps: list[Progress] = []
        (folder / "court").mkdir()
        data = make_court(folder / "court", way.dockets, way.entries)
        self.server = serve(data, throttle=way.rates, clock=self.time, accounts={"other": "none"})
        self.engine = open_store(str(folder / "dockets.db"))

    def time(self) -> float:
        self.now += 0.001
        return self.now

    def client(self) -> CourtListener:
        """As a new process would make it."""
        clock = lambda: self.time() + self.skew  # noqa: E731
        ledger = Ledger(self.engine, "a", clock=clock)
        return CourtListener(self.server.url, "a", ledger, clock=clock, sleep=self.later, jitter=lambda: 0.0)

    def later(self, seconds: float) -> None:
        self.now += seconds

    def act(self, action: tuple[Any, ...]) -> None:
        kind, *given = action
        rows, faults = self.server.rows, self.server.faults
        if kind == "run":
            self.run()
        elif kind == "upsert":
            number, text = given
            rows.upsert("docket-entries", [{"id": number, "docket": number // 100, "description": text}])
        elif kind == "delete":
            rows.delete("docket-entries", given)
        elif kind == "kind":
            if rows.row("dockets", given[0]):
                rows.upsert("dockets", [{"id": given[0], "nature_of_suit": given[1]}])
        elif kind == "fault":
            faults.add(given[0], match=given[1], times=given[2])
        elif kind == "later":
            self.later(*given)
        else:
            self.skew, self.skewed = given[0], True

    def run(self) -> Report | None:
        self.steps.clear()
        try:
            return sync(self.client(), self.engine, self.way.wanted, self.steps.append, self.way.following)
        except FetchError:
            return None

    def run_to_the_end(self) -> None:
        """Run after run, each when the one before said, until there is nothing to ask."""
        for _ in range(60):
            report = self.run()
            assert report is not None
            assert self.unexplained(report) == []
            if report.until is None and not self.steps:
                return
            if report.until is None:
                continue
            self.now = max(self.now, report.until.timestamp() - self.skew) + 1
        raise AssertionError("the budget never sufficed")

    def unexplained(self, report: Report) -> list[str]:
        """What failed although the server has it."""
        there = self.upstream("dockets")
        held = {*there, *(row["docket_number"] for row in there.values())}
        lost = {str(want) for want in self.way.wanted if not held & {want.id, want.docket_number}}
        gone = {f"docket {number}" for number in {*self.column(s.found.c.docket_id)} - {*there}}
        return [failure.sentence for failure in report.failures
                if failure.what not in lost and failure.what.partition(",")[0] not in gone]

    def upstream(self, endpoint: str) -> dict[int, dict[str, Any]]:
        rows, url = {}, f"{self.server.url}{endpoint}/?order_by=id&omit=recap_documents__plain_text"
        while url:
            answer = requests.get(url, headers={"Authorization": "Token other"}, timeout=10).json()
            rows |= {row["id"]: row for row in answer["results"]}
            url = answer["next"]
        return rows

    def held(self, table: sa.Table) -> dict[int, dict[str, Any]]:
        query = sa.select(table.c.id, table.c.raw).where(table.c.gone_at.is_(None))
        with self.engine.connect() as connection:
            return {row.id: unpack(row.raw) for row in connection.execute(query)}

    def column(self, column: sa.Column, *where: Any) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.scalars(sa.select(column).where(*where)))

    def close(self) -> None:
        self.server.close()
        self.engine.dispose()


@pytest.mark.slow
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@pytest.mark.parametrize("way", [ONE_BY_ONE, BY_COHORT, BY_LIST], ids=["one by one", "by cohort", "by list"])
@given(actions=st.lists(ACTION, max_size=25))
@example(actions=[("fault", "malformed", "", 2), ("run",)])
def test_the_store_ends_equal_to_the_server(
    way: Way, actions: list[tuple[Any, ...]], make_court: Callable[..., Path]
):
    """A month after the faults, run to the end: are rows, documents, parties the same, and was no window burst?"""
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder), make_court, way)
        try:
            for action in actions:
                world.act(action)
            assert_mended(world)
        finally:
            world.close()


def of_these(dockets: set[int], rows: Iterable[int]) -> set[int]:
    """The ids of people that belong to these dockets."""
    return {key for key in rows if key // 10 in dockets}


def assert_mended(world: World) -> None:
    world.server.faults.clear()
    world.act(("kind", 7000, "463 Habeas Corpus"))
    world.act(("kind", 7001, "463 Habeas Corpus"))
    # Who the parties of found dockets are is asked again only after four months.
    # The first run goes on with what was cut off, and only the next may see that more is due.
    for days in (34, 1) if world.way.wanted else (34, 1, 121, 8):
        world.later(days * DAY)
        world.run_to_the_end()
    # Of a found docket the row comes again when it changes: a field that came only once stays in it until then.
    once = {"field_of_next_year"} if not world.way.wanted else set()
    held = {key: {name: row[name] for name in row.keys() - once} for key, row in world.held(s.docket).items()}
    assert held == world.upstream("dockets")
    # A docket that vanished takes its entries along at CourtListener, and leaves them here: of it nothing is compared.
    asked = {*world.upstream("dockets")}
    entries = {key: row for key, row in world.upstream("docket-entries").items() if key // 100 in asked}
    assert {key: row for key, row in world.held(s.docket_entry).items() if key // 100 in asked} == entries
    for table, endpoint in ((s.party, "parties"), (s.attorney, "attorneys")):
        assert of_these(asked, world.held(table)) == of_these(asked, world.upstream(endpoint))
    documents = {row["id"] for entry in entries.values() for row in entry["recap_documents"]}
    held = world.column(s.recap_document.c.id, s.recap_document.c.gone_at.is_(None))
    assert {key for key in held if (key - 500_000) // 100 in asked} == documents
    assert world.column(s.quarantine.c.id, s.quarantine.c.resolved_at.is_(None)) == []
    refused = [logged for logged in world.server.requests if logged.status == 429 and "usage" not in logged.path]
    assert world.skewed or refused == [], "more was asked than a window allows"
