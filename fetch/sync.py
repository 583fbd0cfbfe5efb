"""Carries out the plan: asks CourtListener, saves page by page, goes on from where the last run stopped.

In: a client, a store and the dockets to follow. Out: rows in the store and a `Report`. Rows, their history and the
place to go on from are written in one transaction, so that a stop at any moment loses at most the answer in flight.
"""
import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from . import FetchError, store
from . import schema as s
from .courtlistener import (
    BudgetSpent,
    CourtListener,
    CursorLost,
    Forbidden,
    Missing,
    Page,
    Unavailable,
)
from .database import reading, writing
from .plan import Held, Step, plan
from .store import Seen

GIVE_UP_AFTER = 3
"""Steps in a row that CourtListener could not answer, each tried several times, before a run ends."""


class Wanted(NamedTuple):
    """A docket to follow: by CourtListener's id, or by court and docket number while the id is not known."""

    id: int | None
    court_id: str = ""
    docket_number: str = ""

    def __str__(self) -> str:
        return str(self.id) if self.id is not None else f"{self.court_id}:{self.docket_number}"


class Failure(NamedTuple):
    """A docket (or part of one) that could not be brought up to date, and why. The others went on."""

    what: str
    sentence: str


class Report(NamedTuple):
    """What a run did. `until`: when the budget allows the next request, if that is what ended it."""

    requests: int
    saved: int
    quarantined: int
    failures: tuple[Failure, ...]
    until: dt.datetime | None
    steps_left: int
    steps_done: int


class Progress(NamedTuple):
    """Told after each page: `done` of `total` steps, and what is being asked for."""

    done: int
    total: int
    step: Step


def sync(
    client: CourtListener,
    engine: sa.Engine,
    wanted: Sequence[Wanted],
    tell: Callable[[Progress], None] = lambda progress: None,
) -> Report:
    """Bring the wanted dockets up to date as far as the budget goes. Raises only what no other docket could survive."""
    session = Session(client, engine)
    until, steps, done = None, [], 0
    try:
        client.learn_limits()
        followed = session.find_ids(wanted)
        steps = plan(followed, held_progress(engine), client.now())
        for done, step in enumerate(steps):
            tell(Progress(done, len(steps), step))
            if session.given_up():
                break
            session.take(step)
        else:
            done = len(steps)
    except BudgetSpent as spent:
        until = spent.until
    return Report(
        session.requests, session.saved, session.quarantined, tuple(session.failures), until, len(steps) - done, done
    )


def held_progress(engine: sa.Engine) -> dict[tuple[int, str], Held]:
    """How far each part of each docket is: what the plan starts from."""
    table = s.progress.c
    columns = (table.mode, table.next_url, table.started_at, table.checked_at, table.whole_at, table.watermark)
    with reading(engine) as connection:
        rows = connection.execute(sa.select(table.docket_id, table.part, *columns))
        return {(row[0], row[1]): Held(*row[2:]) for row in rows}


def known_ids(engine: sa.Engine, wanted: Sequence[Wanted]) -> tuple[list[int], list[Wanted]]:
    """The ids of the wanted dockets in their order, and those whose number the store has never seen."""
    table = s.docket.c
    with reading(engine) as connection:
        rows = connection.execute(sa.select(table.court_id, table.docket_number, table.id).order_by(table.id.desc()))
        held = {(court_id, number): docket_id for court_id, number, docket_id in rows}
    known, unknown = [], []
    for want in dict.fromkeys(wanted):
        found = want.id if want.id is not None else held.get((want.court_id, want.docket_number))
        known.append(found) if found is not None else unknown.append(want)
    return known, unknown


class Session:
    """One run's state: what it has counted and which endpoints this account may not read."""

    def __init__(self, client: CourtListener, engine: sa.Engine) -> None:
        self.client, self.engine = client, engine
        self.requests = self.saved = self.quarantined = 0
        self.failures: list[Failure] = []
        self.forbidden: set[str] = set()
        self.missing: set[int] = set()
        self.unavailable = 0

    def find_ids(self, wanted: Sequence[Wanted]) -> list[int]:
        """The ids of the wanted dockets; those the store does not know by their number are looked up."""
        ids, unknown = known_ids(self.engine, wanted)
        for want in unknown:
            try:
                found = self.find_id(want)
            except (Missing, Forbidden) as error:
                self.failures.append(Failure(str(want), str(error)))
                continue
            if found is not None:
                ids.append(found)
        return ids

    def find_id(self, want: Wanted) -> int | None:
        page = self.client.find_docket(want.court_id, want.docket_number)
        self.save_page(page, "dockets", None, lambda connection, seen: store.save_dockets(connection, page.found, seen))
        ids = [item.value.id for item in page.found]
        if not ids:
            sentence = f"CourtListener has no docket of that number in {want.court_id}: check it, or follow it by id."
            self.failures.append(Failure(str(want), sentence))
            return None
        if len(ids) > 1:
            several = ", ".join(map(str, ids))
            self.failures.append(Failure(str(want), f"several dockets have this number ({several}): follow one by id."))
            return None
        return ids[0]

    # One step.

    def take(self, step: Step) -> None:
        """Carry out a step; a docket that fails is recorded and the others go on."""
        if step.part in self.forbidden or step.docket_id in self.missing:
            return
        try:
            try:
                self.follow_pages(step)
            except CursorLost:
                self.follow_pages(step._replace(resume=False))
            self.unavailable = 0
        except Unavailable as error:
            self.unavailable += 1
            self.record_failure(step, error, over=False)
        except Missing as error:
            self.missing.add(step.docket_id)
            self.record_failure(step, error)
        except Forbidden as error:
            self.forbidden.add(step.part)
            self.record_failure(step, error)
        except CursorLost as error:
            self.record_failure(step, error)

    def given_up(self) -> bool:
        """One docket that the server cannot answer is that docket's trouble; several in a row are the server's."""
        return self.unavailable >= GIVE_UP_AFTER

    def record_failure(self, step: Step, error: FetchError, over: bool = True) -> None:
        """Note why a step failed. `over`: the answer was a clear no, so that the pass is not gone on with."""
        self.failures.append(Failure(f"docket {step.docket_id}, {step.part}", str(error)))
        values: dict = {"mode": step.mode, "error": str(error)}
        if over:
            values |= {"next_url": None, "started_at": None, "mark": None, "checked_at": self.client.now()}
        with writing(self.engine) as connection:
            store.put(connection, s.progress, [{"docket_id": step.docket_id, "part": step.part, **values}])

    def follow_pages(self, step: Step) -> None:
        """Every page of a pass, each saved with the place of the next."""
        next_url = self.begin(step)
        while True:
            page = self.ask(step, next_url)
            next_url = page.next
            self.save_step(step, page)
            if next_url is None:
                return

    def begin(self, step: Step) -> str | None:
        """Note that a pass is under way; the address to go on from when one was cut off."""
        table = s.progress
        here = (table.c.docket_id == step.docket_id) & (table.c.part == step.part)
        with writing(self.engine) as connection:
            row = connection.execute(sa.select(table.c.next_url, table.c.started_at).where(here)).first()
            if step.resume and row is not None and row.next_url and self.is_ours(row.next_url):
                return row.next_url
            values = {"mode": step.mode, "next_url": None, "started_at": self.client.now(), "mark": None}
            store.put(connection, table, [{"docket_id": step.docket_id, "part": step.part, **values}])
        return None

    def is_ours(self, url: str) -> bool:
        """A next page noted at another address of the API (a sandbox, say) leads nowhere now."""
        try:
            return bool(self.client.checked_next(url))
        except CursorLost:
            return False

    def ask(self, step: Step, next_url: str | None) -> Page:
        if step.part == "docket":
            return self.client.fetch_docket(step.docket_id)
        if step.part == "entries":
            return self.client.fetch_entries(step.docket_id, step.since, next_url)
        fetch = self.client.fetch_parties if step.part == "parties" else self.client.fetch_attorneys
        return fetch(step.docket_id, next_url)

    def save_step(self, step: Step, page: Page) -> None:
        """One page with its history and the place of the next, in one transaction."""

        def rows(connection: sa.Connection, seen: Seen) -> int:
            changed = self.save_rows(connection, step, page, seen)
            self.note(connection, step, page, seen.at)
            return changed

        self.save_page(page, ENDPOINT_OF[step.part], step.docket_id, rows)

    def save_rows(self, connection: sa.Connection, step: Step, page: Page, seen: Seen) -> int:
        if step.part == "docket":
            return store.save_dockets(connection, page.found, seen)
        if step.part == "entries":
            return store.save_entries(connection, page.found, seen)
        if step.part == "parties":
            return store.save_parties(connection, page.found, step.docket_id, seen)
        return store.save_attorneys(connection, page.found, step.docket_id, seen)

    def save_page(
        self, page: Page, endpoint: str, docket_id: int | None, rows: Callable[[sa.Connection, Seen], int]
    ) -> None:
        self.requests += 1
        seen = Seen(page.at, page.request_id)
        with writing(self.engine) as connection:
            self.saved += rows(connection, seen)
            for bad in page.bad:
                store.save_quarantine(connection, endpoint, docket_id, bad.raw, bad.error, seen)
            store.resolve_quarantine(connection, endpoint, [item.value.id for item in page.found], page.at)
            count = s.request.update().where(s.request.c.id == page.request_id)
            connection.execute(count.values(rows=len(page.found) + len(page.bad)))
        self.quarantined += len(page.bad)

    def note(self, connection: sa.Connection, step: Step, page: Page, at: dt.datetime) -> None:
        """Where this part stands now: the next page, or the end of the pass."""
        table = s.progress
        here = (table.c.docket_id == step.docket_id) & (table.c.part == step.part)
        begun = connection.execute(sa.select(table.c.started_at, table.c.mark).where(here)).one()
        mark = begun.mark or page.server_time
        values: dict = {"next_url": page.next, "mark": mark, "error": None}
        if page.next is None:
            # The next delta begins where this pass began: its pages come by id, so that rows may have changed since.
            values |= {"started_at": None, "mark": None, "watermark": mark, "checked_at": at}
            if step.mode == "whole":
                values["whole_at"] = at
                self.reconcile(connection, step, begun.started_at, at)
        connection.execute(table.update().where(here).values(values))

    def reconcile(self, connection: sa.Connection, step: Step, started_at: dt.datetime, at: dt.datetime) -> None:
        """After a pass over every row: what it did not see is gone upstream, unless it came and was not understood."""
        table = TABLE_OF.get(step.part)
        if table is not None and not store.has_quarantine(connection, ENDPOINT_OF[step.part], step.docket_id):
            store.mark_gone(connection, table, step.docket_id, started_at, at)


ENDPOINT_OF = {"docket": "dockets", "entries": "docket-entries", "parties": "parties", "attorneys": "attorneys"}
TABLE_OF = {"entries": s.docket_entry, "parties": s.party, "attorneys": s.attorney}
