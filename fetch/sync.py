"""Carries out the plan: asks CourtListener, saves page by page, goes on from where the last run stopped.

In: a client, a store and the dockets to follow. Out: rows in the store and a `Report`. Rows, their history and the
place to go on from are written in one transaction, so that a stop at any moment loses at most the answer in flight.
"""
import datetime as dt
from collections import defaultdict
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
    Rejected,
    Unavailable,
)
from .database import reading, writing
from .plan import Held, Step, plan
from .store import Seen

GIVE_UP_AFTER = 3
"""Steps in a row that CourtListener could not answer, or did not want to, before a run ends."""


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
    known, unknown = known_ids(engine, wanted)
    steps = plan(known, held_progress(engine), client.now())
    until, done = None, 0
    try:
        client.learn_limits()
        found = session.find_ids(unknown)
        steps = plan([*known, *found], held_progress(engine), client.now())
        for done, step in enumerate(steps):
            tell(Progress(done, len(steps), step))
            if session.given_up():
                break
            session.take(step)
        else:
            done = len(steps)
    except BudgetSpent as spent:
        until = spent.until
    left = len(unknown) - session.looked_up + len(steps) - done
    return Report(session.requests, session.saved, session.quarantined, tuple(session.failures), until, left, done)


def held_progress(engine: sa.Engine) -> dict[tuple[int, str], Held]:
    """How far each part of each docket is: what the plan starts from."""
    table = s.progress.c
    columns = [table[name] for name in Held._fields]
    with reading(engine) as connection:
        rows = connection.execute(sa.select(table.docket_id, table.part, *columns)).mappings()
        return {(row["docket_id"], row["part"]): Held(*(row[name] for name in Held._fields)) for row in rows}


def known_ids(engine: sa.Engine, wanted: Sequence[Wanted]) -> tuple[list[int], list[Wanted]]:
    """The ids of the wanted dockets in their order, and those whose number the store does not know as that of one."""
    table = s.docket.c
    held: dict[tuple[str, str], list[int]] = defaultdict(list)
    with reading(engine) as connection:
        here = sa.select(table.court_id, table.docket_number, table.id).where(table.gone_at.is_(None))
        for court_id, number, docket_id in connection.execute(here):
            held[court_id, number].append(docket_id)
    known, unknown = [], []
    for want in dict.fromkeys(wanted):
        ids = held[want.court_id, want.docket_number] if want.id is None else [want.id]
        known.append(ids[0]) if len(ids) == 1 else unknown.append(want)
    return list(dict.fromkeys(known)), unknown


class Session:
    """One run's state: what it has counted and which endpoints this account may not read."""

    def __init__(self, client: CourtListener, engine: sa.Engine) -> None:
        self.client, self.engine = client, engine
        self.requests = self.saved = self.quarantined = 0
        self.failures: list[Failure] = []
        self.forbidden: set[str] = set()
        self.missing: set[int] = set()
        self.looked_up = self.in_a_row = 0

    def find_ids(self, unknown: Sequence[Wanted]) -> list[int]:
        """The ids of dockets that the store does not know by their number; one that is not found stops no other."""
        ids = []
        for want in unknown:
            if self.given_up():
                break
            try:
                ids += self.find_id(want)
                self.in_a_row = 0
            except (Unavailable, Rejected) as error:
                self.in_a_row += 1
                self.failures.append(Failure(str(want), str(error)))
            except (Missing, Forbidden) as error:
                self.failures.append(Failure(str(want), str(error)))
            self.looked_up += 1
        return ids

    def find_id(self, want: Wanted) -> list[int]:
        """The one docket of that number, whose row comes with the answer; none: a failure says why."""
        page = self.client.find_docket(want.court_id, want.docket_number)
        ids = [item.value.id for item in page.found]

        def rows(connection: sa.Connection, seen: Seen) -> int:
            if len(ids) == 1:
                here = {"docket_id": ids[0], "part": "docket", "mode": "whole"}
                store.put(connection, s.progress, [here | {"checked_at": seen.at, "whole_at": seen.at, "error": None}])
            return store.save_dockets(connection, page.found, seen)

        self.save_page(page, "dockets", None, rows)
        if len(ids) == 1:
            return ids
        several = f"several dockets have this number ({', '.join(map(str, ids))}): follow one by id."
        none = f"CourtListener has no docket of that number in {want.court_id}: check it, or follow it by id."
        self.failures.append(Failure(str(want), several if ids else none))
        return []

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
            self.in_a_row = 0
        except (Unavailable, Rejected) as error:
            self.in_a_row += 1
            self.record_failure(step, error, over=isinstance(error, Rejected))
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
        return self.in_a_row >= GIVE_UP_AFTER

    def record_failure(self, step: Step, error: FetchError, over: bool = True) -> None:
        """Note why a step failed. `over`: the answer was a clear no, so that the pass is not gone on with."""
        self.failures.append(Failure(f"docket {step.docket_id}, {step.part}", str(error)))
        values: dict = {"mode": step.mode, "error": str(error)}
        if over:
            values |= {"next_url": None, "started_at": None, "mark": None}
        with writing(self.engine) as connection:
            store.put(connection, s.progress, [{"docket_id": step.docket_id, "part": step.part, **values}])
            if isinstance(error, Missing):
                store.mark_docket_gone(connection, step.docket_id, self.client.now())

    def follow_pages(self, step: Step) -> None:
        """Every page of a pass, each saved with the place of the next."""
        started_at, next_url = self.begin(step)
        while True:
            page = self.fetch(step, next_url)
            next_url = page.next
            # However this machine's clock was set meanwhile, no row is seen before its pass began.
            page = page._replace(at=max(page.at, started_at))
            if not self.save_step(step, page, started_at) or next_url is None:
                return

    def begin(self, step: Step) -> tuple[dt.datetime, str | None]:
        """Note that a pass is under way: when it began, and the address to go on from when one was cut off."""
        table = s.progress
        with writing(self.engine) as connection:
            row = connection.execute(sa.select(table.c.next_url, table.c.started_at).where(place_of(step))).first()
            if step.resume and row and row.started_at and row.next_url and self.is_ours(step, row.next_url):
                return row.started_at, row.next_url
            started_at = self.client.now()
            values = {"mode": step.mode, "next_url": None, "started_at": started_at, "mark": None}
            store.put(connection, table, [{"docket_id": step.docket_id, "part": step.part, **values}])
        return started_at, None

    def is_ours(self, step: Step, url: str) -> bool:
        """A next page noted at another address of the API (a sandbox, say) leads nowhere now."""
        try:
            return bool(self.client.checked_next(ENDPOINT_OF[step.part], url))
        except CursorLost:
            return False

    def fetch(self, step: Step, next_url: str | None) -> Page:
        if step.part == "docket":
            return self.client.fetch_docket(step.docket_id)
        if step.part == "entries":
            return self.client.fetch_entries(step.docket_id, step.since, next_url)
        fetch = self.client.fetch_parties if step.part == "parties" else self.client.fetch_attorneys
        return fetch(step.docket_id, next_url)

    def save_step(self, step: Step, page: Page, started_at: dt.datetime) -> bool:
        """One page with its history and the place of the next, in one transaction. Returns whether to go on."""
        ours = False

        def rows(connection: sa.Connection, seen: Seen) -> int:
            nonlocal ours
            changed = self.save_rows(connection, step, page, seen)
            ours = self.note(connection, step, page, started_at)
            return changed

        self.save_page(page, ENDPOINT_OF[step.part], step.docket_id, rows)
        return ours

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
            for bad in page.bad:  # before the end of a pass is noted: what was not understood is not gone
                store.save_quarantine(connection, endpoint, docket_id, bad.raw, bad.error, seen)
            store.resolve_quarantine(connection, endpoint, [item.value.id for item in page.found], page.at)
            self.saved += rows(connection, seen)
            count = s.request.update().where(s.request.c.id == page.request_id)
            connection.execute(count.values(rows=len(page.found) + len(page.bad)))
        self.quarantined += len(page.bad)

    def note(self, connection: sa.Connection, step: Step, page: Page, started_at: dt.datetime) -> bool:
        """Where this part stands now: the next page, or the end of the pass.

        False: another process has ended this pass, or begun it anew; then its place is not ours to note.
        """
        table = s.progress
        begun = connection.execute(sa.select(table.c.started_at, table.c.mark).where(place_of(step))).first()
        if begun is None or begun.started_at != started_at:
            return False
        mark = begun.mark or page.server_time
        values: dict = {"next_url": page.next, "mark": mark, "error": None}
        if page.next is None:
            # What we know is of when this pass began, and there the next delta begins: its pages come by id, perhaps
            # days apart, so that rows of the first may have changed since.
            values |= {"started_at": None, "mark": None, "checked_at": started_at}
            values |= {"watermark": mark} if mark else {}
            if step.mode == "whole":
                values["whole_at"] = started_at
                self.reconcile(connection, step, started_at, page.at)
        connection.execute(table.update().where(place_of(step)).values(values))
        return True

    def reconcile(self, connection: sa.Connection, step: Step, started_at: dt.datetime, at: dt.datetime) -> None:
        """After a pass over every row: what it did not see is gone upstream, unless it came and was not understood."""
        endpoint, table = ENDPOINT_OF[step.part], TABLE_OF.get(step.part)
        store.resolve_unseen(connection, endpoint, step.docket_id, started_at, at)
        if table is not None and not store.has_quarantine(connection, endpoint, step.docket_id):
            store.mark_gone(connection, table, step.docket_id, started_at, at)


def place_of(step: Step) -> sa.ColumnElement[bool]:
    return (s.progress.c.docket_id == step.docket_id) & (s.progress.c.part == step.part)


ENDPOINT_OF = {"docket": "dockets", "entries": "docket-entries", "parties": "parties", "attorneys": "attorneys"}
TABLE_OF = {"entries": s.docket_entry, "parties": s.party, "attorneys": s.attorney}
