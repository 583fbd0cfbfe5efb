"""kill -9 at any moment: is all that was committed still there, nothing half-written, and the end the same?

`make test` kills 3 times a database, `make soak` 50 (WRITWATCH_KILLS).
"""
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests
import sqlalchemy as sa
from writwatch.fetch import schema as s
from writwatch.fetch.database import connect, store_url
from writwatch.fetch.sandbox import Server, serve
from writwatch.fetch.store import unpack

KILLS = int(os.environ.get("WRITWATCH_KILLS", "3"))
DOCKETS, ENTRIES = 30, 70
TOKEN = "a-token-of-the-sandbox"


@pytest.fixture
def court(tmp_path: Path, make_court: Callable[..., Path]) -> Iterator[Server]:
    (tmp_path / "court").mkdir()
    with serve(make_court(tmp_path / "court", DOCKETS, ENTRIES), throttle="none") as server:
        # Each page takes a while, so that a kill finds a run at work.
        server.faults.add("slow", times=None, seconds=0.001, probability=0.5)
        yield server


COHORT = '[[cohort]]\nname = "detained"\nnature_of_suit = "463"\naccept = "rule"\ntopic = "detention"\n'


@pytest.fixture
def by_cohort(request: pytest.FixtureRequest) -> bool:
    return request.param


@pytest.fixture
def site(tmp_path: Path, by_cohort: bool) -> Path:
    """A tracker that follows thirty dockets: each by hand, or all by what they are."""
    cases = tmp_path / "site" / "cases"
    cases.mkdir(parents=True)
    cohort = COHORT if by_cohort else ""
    (tmp_path / "site" / "config.toml").write_text(f'name = "Killed"\n{cohort}', encoding="utf-8")
    dockets = "".join(f"[[docket]]\nid = {7000 + n}\n" for n in range(DOCKETS))
    if not by_cohort:
        (cases / "all.toml").write_text(f'title = "All"\ntopic = "detention"\n{dockets}', encoding="utf-8")
    return tmp_path / "site"


def start_fetch(site: Path, database: str, server: Server) -> subprocess.Popen[bytes]:
    command = ["--site", str(site), "--db", database, "--api", server.url, "fetch"]
    return subprocess.Popen(
        [sys.executable, "-m", "writwatch.render.cli", *command],
        env=os.environ | {"COURTLISTENER_API_TOKEN": TOKEN},
        stderr=subprocess.PIPE,
    )


class Held:
    """What a database holds at one moment."""

    def __init__(self, database: str) -> None:
        engine = connect(store_url(database))
        with engine.connect() as connection:
            if "progress" not in sa.inspect(connection).get_table_names():
                self.entries, self.documents, self.requests, self.progress = {}, set(), 0, []
            else:
                rows = connection.execute(sa.select(s.docket_entry.c.id, s.docket_entry.c.raw))
                self.entries = {row.id: row.raw for row in rows}
                self.documents = set(connection.scalars(sa.select(s.recap_document.c.docket_entry_id)))
                self.requests = connection.scalar(sa.select(sa.func.count()).select_from(s.request)) or 0
                self.progress = connection.execute(sa.select(s.progress).where(s.progress.c.part == "entries")).all()
            if connection.dialect.name == "sqlite":
                assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        engine.dispose()

    def entries_of(self, docket_id: int) -> int:
        return sum(number // 100 == docket_id for number in self.entries)


def assert_nothing_half_written(held: Held, before: Held, server: Server, by_cohort: bool) -> None:
    assert before.entries.items() <= held.entries.items(), "something that was committed is lost"
    assert held.documents == set(held.entries), "an entry is there without its document"
    assert held.requests >= sum(logged.counted for logged in server.requests), "a request is not in the ledger"
    if by_cohort:
        whole = len(held.entries) == DOCKETS * ENTRIES
        assert whole or len(held.entries) % 20 == 0, "half a page is there"
        assert whole or not held.progress, "the place to go on from is not that of the rows"
        return
    for row in held.progress:
        pages = held.entries_of(row.docket_id)
        assert pages % 20 == 0 or pages == ENTRIES, "half a page is there"
        assert (row.checked_at is not None) == (pages == ENTRIES), "the place to go on from is not that of the rows"


@pytest.mark.slow
@pytest.mark.parametrize("by_cohort", [False, True], ids=["by hand", "by cohort"], indirect=True)
def test_kill_9_at_any_moment(court: Server, site: Path, database: str, by_cohort: bool):
    """Kill after kill, each run goes on where the last one was cut off, and the end is as if nothing had happened."""
    chance = random.Random(KILLS)
    before = Held(database) if "://" in database else None
    kills = 0
    while kills < KILLS:
        run = start_fetch(site, database, court)
        asked, wait_for = len(court.requests), chance.randint(0, 12)
        while run.poll() is None and len(court.requests) - asked < wait_for:
            time.sleep(0.002)
        time.sleep(chance.random() * (0.8 if wait_for == 0 else 0.03))
        run.send_signal(signal.SIGKILL)
        run.wait()
        assert run.returncode in (-signal.SIGKILL, 0), run.stderr and run.stderr.read().decode()
        kills += run.returncode != 0
        if "://" not in database and not Path(database).exists():
            continue
        held = Held(database)
        if before is not None:
            assert_nothing_half_written(held, before, court, by_cohort)
        before = held
        if run.returncode == 0:  # all done before the kill: start over, so that every kill finds work
            forget(database)
            before = None
    court.faults.clear()
    last = start_fetch(site, database, court)
    _, errors = last.communicate(timeout=120)
    assert last.returncode == 0, errors.decode()
    assert_equal(Held(database), court)


def forget(database: str) -> None:
    engine = connect(store_url(database))
    with engine.begin() as connection:
        for table in (s.progress, s.sweep, s.found, s.docket, s.docket_entry, s.recap_document, s.party, s.attorney):
            connection.execute(table.delete())
    engine.dispose()


def assert_equal(held: Held, server: Server) -> None:
    assert len(held.entries) == DOCKETS * ENTRIES
    for docket_id in (7000, 7000 + DOCKETS - 1):
        url = f"{server.url}docket-entries/?docket={docket_id}&order_by=id&omit=recap_documents__plain_text"
        while url:
            answer = requests.get(url, headers={"Authorization": "Token other"}, timeout=10).json()
            for row in answer["results"]:
                assert unpack(held.entries[row["id"]]) == row
            url = answer["next"]
