"""Carries out the plan: asks CourtListener, saves page by page, goes on from where the last run stopped.

In: a client, a store and the dockets to follow. Out: rows in the store and a `Report`. Rows, their history and the
place to go on from are written in one transaction, so that a stop at any moment loses at most the answer in flight.
"""
import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

import sqlalchemy as sa

from . import FetchError, purge, store, webhooks
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
from .database import reading, turn, writing
from .discover import Cohort, of_listing
from .plan import (
    LIST_LAG,
    LIST_MOST,
    MISSING_AGAIN,
    Following,
    Held,
    HeldSweep,
    Holding,
    Step,
    Sweep,
    Task,
    is_background,
    is_missing,
    knowledge,
    listing_of,
    plan,
    reserve,
)
from .schema import WITHOUT_TEXT
from .store import Seen
from .sweeps import follow_sweep, is_ours, note_cohorts, place_after

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
    """What a run did. `quarantined`: rows that nobody could understand and that wait for a person. `until`: when the
    budget allows the next request, if that is what ended it. `put_off`: of the steps left, those that could wait and
    have had their share of the day."""

    requests: int
    saved: int
    quarantined: int
    failures: tuple[Failure, ...]
    until: dt.datetime | None
    steps_left: int
    put_off: int


class Progress(NamedTuple):
    """Told before each task: `done` of `total`, and what is being asked for."""

    done: int
    total: int
    task: Task


NOTHING_MORE = Following()
ROUNDS = 5
"""How often a run plans anew because dockets were found, or what an earlier one had begun was ended."""


def sync(
    client: CourtListener,
    engine: sa.Engine,
    wanted: Sequence[Wanted],
    tell: Callable[[Progress], None] = lambda progress: None,
    following: Following = NOTHING_MORE,
) -> Report:
    """Bring what is followed up to date as far as the budget goes. Raises only what no other docket could survive.

    `following` is all but the dockets named by hand, which `wanted` has.
    """
    known, unknown = known_ids(engine, wanted)
    purge.purge_taken_down(engine)
    following = purge.less_taken_down(engine, following._replace(dockets=tuple(known)))
    session = Session(client, engine, following)
    tasks: list[Task] | None = None
    until, done, total = None, 0, 0
    try:
        if not client.ledger.knows_limits_of_now():
            client.learn_limits()
        ids = session.find_ids(unknown)
        purge.purge_taken_down(engine)
        following = purge.less_taken_down(engine, following._replace(dockets=(*known, *ids)))
        session.following = following
        session.tell_missing()
        for _ in range(ROUNDS):
            holding = held_already(engine, following, client.now())
            session.holding = holding
            tasks = plan(following, holding, client.now())
            client.ledger.reserve = reserve(following, holding)
            done = 0
            for done, task in enumerate(tasks):
                tell(Progress(total, total + len(tasks) - done, task))
                if session.given_up():
                    break
                session.take(task)
                total += 1
            else:
                done = len(tasks)
            if not (session.found_new() or session.is_behind()) or session.given_up():
                break
        session.fall_back()
    except BudgetSpent as spent:
        until = spent.until
    finally:
        client.ledger.background, client.ledger.reserve = False, 0
    if tasks is None:
        tasks = plan(following, held_already(engine, following, client.now()), client.now())
    settle_pushes(engine, following, client.now())
    left = len(unknown) - session.looked_up + len(tasks) - done + session.put_off
    return Report(
        session.requests, session.saved, session.quarantined, tuple(session.failures), until, left, session.put_off)


def held_already(engine: sa.Engine, following: Following, now: dt.datetime) -> Holding:
    """What the store holds, as far as the plan needs it."""
    with reading(engine) as connection:
        return Holding(
            held_parts(connection),
            held_sweeps(connection),
            held_found(connection, following.cohorts),
            held_late(connection),
            webhooks.unhandled(connection),
            held_newest(connection),
            held_missing(connection),
            held_pace(connection, now),
            held_troubled(connection),
            held_entries(connection),
        )


def held_parts(connection: sa.Connection) -> dict[tuple[int, str], Held]:
    """How far each part of each docket is."""
    table = s.progress.c
    columns = [table[name] for name in Held._fields]
    rows = connection.execute(sa.select(table.docket_id, table.part, *columns)).all()
    return {(row.docket_id, row.part): Held._make(row[2:]) for row in rows}


def held_sweeps(connection: sa.Connection) -> dict[str, HeldSweep]:
    """How far each listing is."""
    table = s.sweep.c
    rows = connection.execute(sa.select(table.name, *(table[name] for name in HeldSweep._fields))).mappings()
    return {
        row["name"]: HeldSweep(
            **{
                **{name: row[name] for name in HeldSweep._fields},
                "params": json.loads(row["params"]),
                "docket_ids": tuple(json.loads(row["docket_ids"])),
            }
        )
        for row in rows
    }


def held_found(connection: sa.Connection, cohorts: Sequence[Cohort]) -> dict[str, dict[int, dt.datetime]]:
    """Which dockets each listing and each search found, and when; oldest first."""
    by_court = {cohort.name for cohort in cohorts if cohort.courts}
    table = s.found.c
    found: dict[str, dict[int, dt.datetime]] = defaultdict(dict)
    query = sa.select(table.name, table.court_id, table.docket_id, table.found_at)
    for name, court_id, docket_id, at in connection.execute(query.order_by(table.found_at, table.docket_id)):
        found[of_listing(name, court_id) if name in by_court else name][docket_id] = at
    return found


def held_late(connection: sa.Connection) -> tuple[tuple[int, int, dt.datetime], ...]:
    """Entries that have no text of their own yet, with their dockets, and when they were first seen."""
    table = s.docket_entry.c
    query = sa.select(table.id, table.docket_id, table.first_seen)
    rows = connection.execute(query.where(WITHOUT_TEXT, table.gone_at.is_(None)))
    return tuple((row.id, row.docket_id, row.first_seen) for row in rows)


def held_newest(connection: sa.Connection) -> tuple[tuple[int, int, dt.datetime], ...]:
    """Two dockets' newest entries with a document: those CourtListener made last, and when."""
    table, its_entry = s.docket_entry.c, s.recap_document.c.docket_entry_id
    lately = sa.select(its_entry).order_by(its_entry.desc()).limit(200)
    query = sa.select(table.docket_id, table.id, table.date_created).where(
        table.id.in_(lately), table.gone_at.is_(None), table.date_created.is_not(None), table.description != ""
    )
    newest: dict[int, tuple[int, int, dt.datetime]] = {}
    for docket_id, entry_id, at in connection.execute(query.order_by(table.date_created.desc(), table.id.desc())):
        newest.setdefault(docket_id, (docket_id, entry_id, at))
    return tuple(newest.values())[:2]


def held_missing(connection: sa.Connection) -> dict[int, dt.datetime]:
    """Dockets that CourtListener did not have when last asked, as the ledger has it: 404 to a question about the docket
    itself or, of one that is known to be gone, 400 to a question about what is in it."""
    table, docket = s.request.c, s.docket.c
    query = sa.select(table.url, table.status, table.at).where(table.status.in_((400, 404))).order_by(table.at)
    asked = [(found.groups(), status, at) for url, status, at in connection.execute(query)
             if (found := ITS_ID.search(url))]
    gone = set(connection.scalars(sa.select(docket.id).where(docket.gone_at.is_not(None)))) if asked else set()
    missing = {}
    for (itself, within), status, at in asked:  # 404 to a question within one is a cursor that is lost
        if (itself and status == 404) or (within and status == 400 and int(within) in gone):
            missing[int(itself or within)] = dt.datetime.fromtimestamp(at, dt.UTC)
    return missing


ITS_ID = re.compile(r"/dockets/(\d+)/|[?&]docket=(\d+)(?!\d)")


def looked_up_in_vain(connection: sa.Connection, since: dt.datetime) -> set[tuple[str, str]]:
    """(court, docket number) that CourtListener did not know when it was asked, since then."""
    table = s.request.c
    query = sa.select(table.url).where(table.purpose == "find", table.rows == 0, table.at >= since.timestamp())
    asked = (parse_qs(urlsplit(url).query) for url in connection.scalars(query))
    return {(query.get("court", [""])[0], query.get("docket_number", [""])[0]) for query in asked}


def held_troubled(connection: sa.Connection) -> frozenset[tuple[int, str]]:
    """Parts of dockets with rows that nobody has understood yet."""
    table = s.quarantine.c
    open_ones = table.resolved_at.is_(None) & table.docket_id.is_not(None)
    query = sa.select(table.docket_id, table.endpoint).where(open_ones)
    part_of = {endpoint: part for part, endpoint in ENDPOINT_OF.items()}
    rows = connection.execute(query)
    return frozenset((row.docket_id, part_of[row.endpoint]) for row in rows if row.endpoint in part_of)


def held_entries(connection: sa.Connection) -> dict[int, int]:
    """How many entries of each docket are held, with those that are gone: an index alone tells."""
    docket_id = s.docket_entry.c.docket_id
    rows = connection.execute(sa.select(docket_id, sa.func.count().label("held")).group_by(docket_id))
    return {row.docket_id: row.held for row in rows}


PACE_DAYS = 7


def held_pace(connection: sa.Connection, now: dt.datetime) -> float:
    """Rows that came in the last week, a docket a day."""
    table = s.docket_entry.c
    week = sa.select(sa.func.count()).where(table.first_seen >= now - dt.timedelta(days=PACE_DAYS))
    dockets = connection.scalar(sa.select(sa.func.count()).select_from(s.docket)) or 1
    return (connection.scalar(week) or 0) / PACE_DAYS / dockets


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


def settle_pushes(engine: sa.Engine, following: Following, now: dt.datetime) -> None:
    """Close the pushes whose dockets were asked for since, by themselves or with others, or are not followed.

    That CourtListener has no such docket is an answer, too: to what was pushed before.
    """
    holding = held_already(engine, following, now)
    known = knowledge(following, holding)
    asked = {docket_id: seen - LIST_LAG for docket_id, seen in known.items() if seen}
    settled = [
        docket_id
        for docket_id, at in holding.pushed.items()
        if docket_id not in known or max(of.get(docket_id, webhooks.NEVER) for of in (asked, holding.missing)) >= at
    ]
    with writing(engine) as connection:
        webhooks.mark_handled(connection, settled, now)


class Session:
    """One run's state: what it has counted and which endpoints this account may not read."""

    def __init__(self, client: CourtListener, engine: sa.Engine, following: Following = NOTHING_MORE) -> None:
        self.client, self.engine, self.following = client, engine, following
        self.holding = Holding()
        self.requests = self.saved = self.quarantined = 0
        self.failures: list[Failure] = []
        self.forbidden: set[str] = set()
        self.missing: set[int] = set()
        self.for_search: list[int] = []
        self.put_off = 0
        self.looked_up = self.in_a_row = 0
        self.ended_late = False

    def find_ids(self, unknown: Sequence[Wanted]) -> list[int]:
        """The ids of dockets that the store does not know by their number; one that is not found stops no other."""
        ids = []
        with reading(self.engine) as connection:
            in_vain = looked_up_in_vain(connection, self.client.now() - MISSING_AGAIN)
            gone = purge.places_taken_down(connection, [(want.court_id, want.docket_number) for want in unknown])
        for want in unknown:
            if self.given_up():
                break
            if (want.court_id, want.docket_number) in gone:
                self.looked_up += 1
                continue
            if (want.court_id, want.docket_number) in in_vain:
                self.failures.append(Failure(str(want), no_docket_of(want)))
                self.looked_up += 1
                continue
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
                known = page.found[0].value
                store.resolve_number(connection, known.court_id, known.docket_number, seen.at)
            return store.save_dockets(connection, page.found, seen)

        self.save_page(page, "dockets", None, rows)
        if len(ids) == 1:
            return ids
        several = f"several dockets have this number ({', '.join(map(str, ids))}): follow one by id."
        none = NOT_UNDERSTOOD if page.bad else no_docket_of(want)
        self.failures.append(Failure(str(want), several if ids else none))
        return []

    # One step.

    def take(self, task: Task) -> None:
        """Carry out a task; one that fails is recorded and the others go on.

        What could wait does, once it has had its share of the day; raises BudgetSpent for everything else.
        """
        background = is_background(task)
        self.client.ledger.background = background
        if not background:
            self.attempt(task)
        elif self.put_off:
            self.put_off += 1
        else:
            try:
                self.attempt(task)
            except BudgetSpent:
                self.client.ledger.background = False
                if self.client.ledger.must_wait():
                    raise
                self.put_off += 1

    def attempt(self, task: Task) -> None:
        if isinstance(task, Step) and (task.part in self.forbidden or task.docket_id in self.missing):
            self.for_search += [task.docket_id] if task.part == "entries" and task.part in self.forbidden else []
            return
        if isinstance(task, Sweep) and task.endpoint in self.forbidden:
            return
        with turn(self.engine, task.name if isinstance(task, Sweep) else str(task)) as mine:
            if mine and not self.done_meanwhile(task):
                self.carry_out(task)

    def done_meanwhile(self, task: Task) -> bool:
        """Whether another process, or another task, has brought what this one would since the plan was made."""
        parts, sweeps = s.progress.c, s.sweep.c
        if isinstance(task, Sweep) and not task.name.startswith("list "):
            have = self.holding.sweeps.get(task.name)
            query = sa.select(sweeps.checked_at).where(sweeps.name == task.name)
            with reading(self.engine) as connection:
                return connection.scalar(query) != (have and have.checked_at)
        part, ids = ("search", task.docket_ids) if isinstance(task, Sweep) else (task.part, (task.docket_id,))
        known = {number: have.checked_at for number in ids if (have := self.holding.parts.get((number, part)))}
        query = sa.select(parts.docket_id, parts.checked_at).where(parts.part == part, parts.docket_id.in_(ids))
        with reading(self.engine) as connection:
            now = {row.docket_id: row.checked_at for row in connection.execute(query)}
        return all(now.get(number) != known.get(number) for number in ids)

    def carry_out(self, task: Task) -> None:
        try:
            try:
                self.follow(task)
                self.ended_late |= isinstance(task, Sweep) and task.resume
            except CursorLost:
                self.follow(task._replace(resume=False))
            self.in_a_row = 0
        except (Unavailable, Rejected) as error:
            self.in_a_row += 1
            self.record_failure(task, error, over=isinstance(error, Rejected))
        except Missing as error:
            if isinstance(task, Step):
                self.missing.add(task.docket_id)
            self.record_failure(task, error)
        except Forbidden as error:
            self.forbidden.add(task.part if isinstance(task, Step) else task.endpoint)
            self.record_failure(task, error)
            self.for_search += [task.docket_id] if isinstance(task, Step) and task.part == "entries" else []
        except CursorLost as error:
            self.record_failure(task, error)

    def follow(self, task: Task) -> None:
        if isinstance(task, Step):
            self.follow_pages(task)
        else:
            save = lambda page, endpoint, rows: self.save_page(page, endpoint, None, rows)  # noqa: E731
            follow_sweep(self.client, self.engine, self.following, task, save)

    def tell_missing(self) -> None:
        """Dockets that CourtListener did not have lately: not asked for in this run, and not passed over in silence."""
        with reading(self.engine) as connection:
            missing = held_missing(connection)
        for number in self.following.dockets:
            if is_missing(number, missing, self.client.now()):
                again = f"{missing[number]:%Y-%m-%d}; it is asked for again {MISSING_AGAIN.days} days later"
                self.failures.append(Failure(f"docket {number}", f"CourtListener had none of that id on {again}."))

    def fall_back(self) -> None:
        """Where this account may not read entries, what search shows of them is better than nothing."""
        ids = [number for number in dict.fromkeys(self.for_search) if number not in self.missing]
        if not ids:
            return
        sentence = f"entries of {len(ids):,} dockets are asked of search instead, which knows fewer of them"
        self.failures.append(Failure("entries", sentence))
        never = [number for number in ids if (number, "search") not in self.holding.parts]
        again = [number for number in ids if (number, "search") in self.holding.parts]
        for group, since in ((never, None), (again, self.looked_before(again))):
            for first in range(0, len(group), LIST_MOST):
                self.take(listing_of(group[first : first + LIST_MOST], since))

    def looked_before(self, ids: Sequence[int]) -> dt.datetime | None:
        looks = [have.checked_at for number in ids if (have := self.holding.parts.get((number, "search")))]
        return min((at for at in looks if at), default=self.client.now()) - LIST_LAG

    def found_new(self) -> bool:
        """Whether dockets are known now that the last plan did not know."""
        with reading(self.engine) as connection:
            found = held_found(connection, self.following.cohorts)
        return any(found[name].keys() - self.holding.found.get(name, {}).keys() for name in found)

    def is_behind(self) -> bool:
        """Whether a listing that another run had begun was ended since the last plan: it tells nothing that is new."""
        ended, self.ended_late = self.ended_late, False
        return ended

    def given_up(self) -> bool:
        """One docket that the server cannot answer is that docket's trouble; several in a row are the server's."""
        return self.in_a_row >= GIVE_UP_AFTER

    def record_failure(self, task: Task, error: FetchError, over: bool = True) -> None:
        """Note why a task failed. `over`: the answer was a clear no, so that the pass is not gone on with."""
        self.failures.append(Failure(str(task), str(error)))
        values: dict = {"mode": task.mode, "error": str(error)}
        if over:
            values |= {"next_url": None, "started_at": None, "mark": None}
        with writing(self.engine) as connection:
            if isinstance(task, Sweep):
                connection.execute(s.sweep.update().where(s.sweep.c.name == task.name).values(values))
                return
            store.put(connection, s.progress, [{"docket_id": task.docket_id, "part": task.part, **values}])
            if isinstance(error, Missing):
                store.mark_docket_gone(connection, task.docket_id, self.client.now())

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
        table, endpoint = s.progress, ENDPOINT_OF[step.part]
        with writing(self.engine) as connection:
            row = connection.execute(sa.select(table.c.next_url, table.c.started_at).where(place_of(step))).first()
            if step.resume and row and row.started_at and row.next_url and is_ours(self.client, endpoint, row.next_url):
                return row.started_at, row.next_url
            started_at = self.client.now()
            values = {"mode": step.mode, "next_url": None, "started_at": started_at, "mark": None}
            store.put(connection, table, [{"docket_id": step.docket_id, "part": step.part, **values}])
        return started_at, None

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
            note_cohorts(connection, self.following.cohorts, page.found, seen)
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
            waits = sum(  # before the end of a pass is noted: what was not understood is not gone
                store.save_quarantine(connection, endpoint, docket_id, bad.raw, bad.error, seen) for bad in page.bad)
            store.resolve_quarantine(connection, endpoint, [item.value.id for item in page.found], page.at)
            self.saved += rows(connection, seen)
            count = s.request.update().where(s.request.c.id == page.request_id)
            connection.execute(count.values(rows=len(page.found) + len(page.bad)))
        self.quarantined += waits

    def note(self, connection: sa.Connection, step: Step, page: Page, started_at: dt.datetime) -> bool:
        """Where this part stands now: the next page, or the end of the pass.

        False: another process has ended this pass, or begun it anew; then its place is not ours to note.
        """
        table = s.progress
        begun = connection.execute(sa.select(table.c.started_at, table.c.mark).where(place_of(step))).first()
        if begun is None or begun.started_at != started_at:
            return False
        mark = begun.mark or page.server_time
        values = place_after(page, mark, step.mode, started_at)
        if page.next is None and step.mode == "whole":
            self.reconcile(connection, step, started_at, page.at)
        connection.execute(table.update().where(place_of(step)).values(values))
        return True

    def reconcile(self, connection: sa.Connection, step: Step, started_at: dt.datetime, at: dt.datetime) -> None:
        """After a pass over every row: what it did not see is gone upstream, unless it came and was not understood."""
        endpoint, table = ENDPOINT_OF[step.part], TABLE_OF.get(step.part)
        store.resolve_unseen(connection, endpoint, step.docket_id, started_at, at)
        if table is not None and not store.has_quarantine(connection, endpoint, step.docket_id):
            store.mark_gone(connection, table, step.docket_id, started_at, at)


NOT_UNDERSTOOD = "the answer could not be understood: `writwatch quarantine` shows it, and it is asked for again."


def no_docket_of(want: Wanted) -> str:
    days = MISSING_AGAIN.days
    return f"CourtListener has no docket of that number in {want.court_id}: check it (it is asked every {days} days)."


def place_of(step: Step) -> sa.ColumnElement[bool]:
    return (s.progress.c.docket_id == step.docket_id) & (s.progress.c.part == step.part)


ENDPOINT_OF = {"docket": "dockets", "entries": "docket-entries", "parties": "parties", "attorneys": "attorneys"}
TABLE_OF = {"entries": s.docket_entry, "parties": s.party, "attorneys": s.attorney}
