"""Carries out one listing over many dockets: page by page, each saved with its place, as sync.py does for one docket.

In: a client, the store, a `Sweep` of the plan. Out: rows in the store, which dockets were found, and how far the
listing is. What is rejected is never stored.
"""
import datetime as dt
import json
from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa

from . import schema as s
from . import store
from .courtlistener import CourtListener, CursorLost, Page
from .database import writing
from .discover import Cohort, belongs, of_listing
from .objects import Docket, Found
from .plan import CONTROL, CONTROL_TEXTS, RECONCILE, UNTIL, Following, Mode, Sweep
from .store import Seen

Saved = Callable[[Page, str, Callable[[sa.Connection, Seen], int]], None]
"""Saves one page: its endpoint, and what to do with its rows inside the transaction."""


def follow_sweep(
    client: CourtListener, engine: sa.Engine, following: Following, sweep: Sweep, save_page: Saved
) -> None:
    """Every page of a listing. Raises what the client raises; what came before is saved."""
    sweep, started_at, next_url = begin(client, engine, sweep)
    while True:
        page = client.fetch_across(sweep.endpoint, sweep.params, next_url)
        # However this machine's clock was set meanwhile, no row is seen before its pass began.
        page = page._replace(at=max(page.at, started_at), next=None if sweep.name in CONTROLS else page.next)
        next_url = page.next
        ours = False

        def rows(connection: sa.Connection, seen: Seen, page: Page = page) -> int:
            nonlocal ours, next_url
            changed = save_rows(connection, following, sweep, page, seen)
            if finds(sweep) and sweep.mode == "delta" and not changed:  # newest first, and all of these were known
                page, next_url = page._replace(next=None), None
            ours = note(connection, following, sweep, page, started_at)
            return 0 if finds(sweep) else changed

        save_page(page, sweep.endpoint, rows)
        if not ours or next_url is None:
            return


def begin(client: CourtListener, engine: sa.Engine, sweep: Sweep) -> tuple[Sweep, dt.datetime, str | None]:
    """Note that the listing is under way, and whence to go on when it was cut off; begun anew it is one until now."""
    table = s.sweep
    with writing(engine) as connection:
        here = sa.select(table.c.next_url, table.c.started_at).where(table.c.name == sweep.name)
        row = connection.execute(here).first()
        if sweep.resume and row and row.started_at and row.next_url and is_ours(client, sweep.endpoint, row.next_url):
            return sweep, row.started_at, row.next_url
        started_at = client.now()
        if UNTIL in sweep.params:
            sweep = sweep._replace(params={**sweep.params, UNTIL: started_at.astimezone(dt.UTC).isoformat()})
        values = {
            "endpoint": sweep.endpoint,
            "params": json.dumps(dict(sweep.params)),
            "docket_ids": json.dumps(sweep.docket_ids),
            "mode": sweep.mode,
            "next_url": None,
            "started_at": started_at,
            "mark": None,
        }
        store.put(connection, table, [{"name": sweep.name, **values}])
    return sweep, started_at, None


def is_ours(client: CourtListener, endpoint: str, url: str) -> bool:
    """A next page noted at another address of the API (a sandbox, say) leads nowhere now."""
    try:
        return bool(client.checked_next(endpoint, url))
    except CursorLost:
        return False


def save_rows(connection: sa.Connection, following: Following, sweep: Sweep, page: Page, seen: Seen) -> int:
    """The rows of one page, less those of dockets that were rejected."""
    if sweep.endpoint == "docket-entries":
        return save_entries(connection, following, sweep, page, seen)
    if sweep.endpoint == "dockets":
        return save_dockets(connection, following, sweep, page, seen)
    if sweep.docket_ids:
        asked = set(sweep.docket_ids) - following.rejected
        found = [item for item in page.found if item.value.docket_id in asked]
        return store.save_search_documents(connection, found, seen)
    dockets = [item.value for item in page.found if item.value.id not in following.rejected]
    return store.save_found(connection, sweep.name.removeprefix("search "), dockets, seen)


def finds(sweep: Sweep) -> bool:
    """Whether it is a saved search."""
    return sweep.name.startswith("search ")


def save_entries(connection: sa.Connection, following: Following, sweep: Sweep, page: Page, seen: Seen) -> int:
    """Entries of a cohort; a docket that none of our tables has is found by its entry."""
    found = [item for item in page.found if item.value.docket_id not in following.rejected]
    cohort, court = cohort_of(following, sweep)
    ids = {item.value.docket_id for item in found}
    known = set(connection.scalars(sa.select(s.found.c.docket_id).where(s.found.c.docket_id.in_(ids))))
    known |= set(connection.scalars(sa.select(s.docket.c.id).where(s.docket.c.id.in_(ids))))
    new = [Docket(id=number, court_id=court) for number in sorted(ids - known)]
    if cohort:
        store.save_found(connection, cohort.name, new, seen)
    return store.save_entries(connection, found, seen)


def save_dockets(connection: sa.Connection, following: Following, sweep: Sweep, page: Page, seen: Seen) -> int:
    """Dockets of a cohort: kept whole where the cohort is followed, else only as found."""
    found = [item for item in page.found if item.value.id not in following.rejected]
    cohort, _ = cohort_of(following, sweep)
    if cohort is None:
        return 0
    store.save_found(connection, cohort.name, [item.value for item in found], seen)
    if not cohort.accept:
        return 0
    note_cohorts(connection, following.cohorts, found, seen)
    note_dockets(connection, [item.value.id for item in found], seen.at)
    return store.save_dockets(connection, found, seen)


def note_dockets(connection: sa.Connection, ids: Sequence[int], at: dt.datetime) -> None:
    """Each docket's own row was seen."""
    whole = {"part": "docket", "mode": "whole", "checked_at": at, "whole_at": at, "error": None}
    store.put(connection, s.progress, [{"docket_id": number, **whole} for number in ids])


def note_cohorts(connection: sa.Connection, cohorts: Sequence[Cohort], found: Sequence[Found], seen: Seen) -> None:
    """Which cohorts reach these dockets as they stand now."""
    dockets = [item.value for item in found]
    for cohort in cohorts:
        inside = [docket for docket in dockets if belongs(cohort, docket)]
        store.save_found(connection, cohort.name, inside, seen)
        outside = {docket.id for docket in dockets} - {docket.id for docket in inside}
        store.forget_found(connection, cohort.name, sorted(outside))


def cohort_of(following: Following, sweep: Sweep) -> tuple[Cohort | None, str]:
    """The cohort whose listing this is, and its court; "": every court."""
    listing = sweep.name.partition(" ")[2]
    for cohort in following.cohorts:
        for court in cohort.courts or ("",):
            if of_listing(cohort.name, court) == listing:
                return cohort, court
    return None, ""


def note(connection: sa.Connection, following: Following, sweep: Sweep, page: Page, started_at: dt.datetime) -> bool:
    """Where the listing stands now: its next page, or its end. False: another process has ended it, or begun anew."""
    table = s.sweep
    here = table.c.name == sweep.name
    begun = connection.execute(sa.select(table).where(here)).first()
    if begun is None or begun.started_at != started_at:
        return False
    mark = begun.mark or mark_of(page, json.loads(begun.params).get(UNTIL))
    values = place_after(page, mark, sweep.mode, started_at)
    if page.next is None:
        values |= {"unbroken_since": begun.unbroken_since or sweep.since or started_at}
        values |= {"error": control_error(sweep, page)} if sweep.name in CONTROLS else {}
    connection.execute(table.update().where(here).values(values))
    if page.next is None:  # what a delta did not bring again in a month comes no more either
        since = started_at if sweep.mode == "whole" else started_at - RECONCILE
        store.resolve_unseen(connection, sweep.endpoint, None, since, page.at)
    if page.next is None and sweep.name.startswith("list "):
        note_list(connection, sweep, started_at, mark)
    elif page.next is None and sweep.name.startswith("whole "):
        note_whole(connection, following, sweep, started_at, mark, page.at)
    return True


def mark_of(page: Page, until: str | None) -> dt.datetime | None:
    """Where the next delta begins, by the first page of a pass: when it was asked for, by CourtListener's clock, or
    where the pass ends, by ours, if that is earlier."""
    if page.server_time is None or until is None:
        return page.server_time
    return min(page.server_time, dt.datetime.fromisoformat(until))


def place_after(page: Page, mark: dt.datetime | None, mode: Mode, started_at: dt.datetime) -> dict[str, Any]:
    """Where a pass stands after a page: its next page, or its end.

    What we know is then of when the pass began, and there the next delta begins: its pages come by id, perhaps days
    apart, so that rows of the first may have changed since.
    """
    values: dict[str, Any] = {"next_url": page.next, "mark": mark, "error": None}
    if page.next is None:
        values |= {"started_at": None, "mark": None, "checked_at": started_at}
        values |= {"watermark": mark} if mark else {}
        values |= {"whole_at": started_at} if mode == "whole" else {}
    return values


def note_list(connection: sa.Connection, sweep: Sweep, started_at: dt.datetime, mark: dt.datetime | None) -> None:
    """Each docket of the list was looked at; the list itself is done with."""
    looked = {"part": "search", "mode": sweep.mode, "checked_at": started_at, "watermark": mark, "error": None}
    store.put(connection, s.progress, [{"docket_id": number, **looked} for number in sweep.docket_ids])
    connection.execute(s.sweep.delete().where(s.sweep.c.name == sweep.name))


def note_whole(
    connection: sa.Connection,
    following: Following,
    sweep: Sweep,
    started_at: dt.datetime,
    mark: dt.datetime | None,
    at: dt.datetime,
) -> None:
    """Every row of a cohort was asked for: what was not seen of its dockets is gone upstream.

    A docket of which nothing was seen may have left the cohort: it is asked for by itself, and nothing of it is gone.
    """
    cohort, court = cohort_of(following, sweep)
    if cohort is None:
        return
    table = s.found.c
    inside = (table.name == cohort.name) & (table.found_at <= started_at)
    inside &= (table.court_id == court) if court else sa.true()
    ids = list(connection.scalars(sa.select(table.docket_id).where(inside)))
    looked = {"part": "entries", "mode": "whole", "checked_at": started_at, "whole_at": started_at, "error": None}
    looked |= {"watermark": mark, "next_url": None, "started_at": None, "mark": None}
    trusted = not store.has_quarantine(connection, sweep.endpoint, None)
    for first in range(0, len(ids), BATCH):
        held, seen = entries_held(connection, ids[first : first + BATCH], started_at)
        whole = [number for number in ids[first : first + BATCH] if number in seen or number not in held]
        store.put(connection, s.progress, [{"docket_id": number, **looked} for number in whole])
        for number in seen if trusted else ():
            store.mark_gone(connection, s.docket_entry, number, started_at, at)


def entries_held(connection: sa.Connection, ids: Sequence[int], since: dt.datetime) -> tuple[set[int], set[int]]:
    """Of these dockets those we hold entries of, and those of which one was seen since."""
    table = s.docket_entry.c
    newest = sa.select(table.docket_id, sa.func.max(table.last_seen)).where(table.docket_id.in_(ids))
    rows = connection.execute(newest.group_by(table.docket_id)).all()
    return {number for number, _ in rows}, {number for number, seen in rows if seen >= since}


BATCH = 500
CONTROLS = (CONTROL, CONTROL_TEXTS)


def control_error(sweep: Sweep, page: Page) -> str | None:
    """Did search know what the two dockets are known to have, and name no other? None: it did."""
    named = {item.value.docket_id for item in page.found}
    if named == set(sweep.docket_ids):
        return None
    what = "others beside them" if named - set(sweep.docket_ids) else "too few of them"
    return f"asked for {len(sweep.docket_ids)} dockets by number, search answers with {what}: lists are not used"
