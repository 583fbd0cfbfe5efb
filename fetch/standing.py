"""Where the fetching stands: the store in, how fresh it is and what the budget allows next out."""
import datetime as dt
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from . import schema as s
from .counted import counted
from .database import reading
from .plan import Following, Holding, knowledge, listings, plan, requests_for
from .quota import Ledger, Limit
from .store import WAITS
from .sync import NOTHING_MORE, Wanted, held_already, known_ids

MINUTE, HOUR, DAY = 60, 3_600, 86_400
TIERS: dict[str, tuple[int, int, int]] = {
    "free": (5, 50, 125),
    "tier 1": (10, 75, 300),
    "tier 2": (15, 150, 600),
    "tier 3": (20, 250, 1_000),
    "tier 4": (25, 300, 1_400),
}
"""Requests a minute, an hour and a day of CourtListener's memberships, as they stood in August 2026. Only to compare:
what this account may do is asked of CourtListener."""


def standing(
    engine: sa.Engine,
    wanted: Sequence[Wanted],
    account: str | None,
    now: dt.datetime,
    following: Following = NOTHING_MORE,
) -> dict[str, Any]:
    """What is followed, how fresh, what is left; as JSON takes it. Without an account, the only one the store knows."""
    ids, unknown = known_ids(engine, wanted)
    following = following._replace(dockets=tuple(ids))
    holding = held_already(engine, following, now)
    tasks = plan(following, holding, now)
    known = knowledge(following, holding)
    checked = [at for at in known.values() if at]
    behind = len(unknown) + sum(requests_for(task, holding) for task in tasks)
    with reading(engine) as connection:
        quarantined = connection.scalar(
            sa.select(sa.func.count()).select_from(s.quarantine).where(WAITS)
        )
        return {
            "as_of": iso(now),
            "followed": len(known) + len(unknown),
            "never_seen": len(known) + len(unknown) - len(checked),
            "checked_in_24_hours": sum(at >= now - dt.timedelta(hours=24) for at in checked),
            "oldest_check": iso(min(checked)) if checked else None,
            "steps_left": len(tasks),
            "requests_at_least": behind,
            "quarantined": quarantined,
            "last_run": last_run(connection),
            "cohorts": cohorts(following, holding),
            "dockets": {str(docket_id): iso(at) for docket_id, at in known.items()},
            **budget(connection, engine, account, now, behind),
        }


def cohorts(following: Following, holding: Holding) -> list[dict[str, Any]]:
    """Each cohort's listings: how many dockets they have, and of when what we know of their entries is."""
    rows = []
    for cohort in following.cohorts:
        for listing, _ in listings(cohort):
            changes = holding.sweeps.get(f"entries {listing}")
            look = holding.sweeps.get(f"dockets {listing}")
            rows.append(
                {
                    "name": listing,
                    "followed": cohort.accept,
                    "dockets": len(holding.found.get(listing, ())),
                    "entries_checked": iso(changes.checked_at) if changes else None,
                    "dockets_checked": iso(look.checked_at) if look else None,
                }
            )
    return rows


def budget(
    connection: sa.Connection, engine: sa.Engine, account: str | None, now: dt.datetime, behind: int
) -> dict[str, Any]:
    """The account's windows, and when the backlog is worked off; nothing where its limits were never asked for."""
    accounts = connection.scalars(sa.select(s.rate_limit.c.account).distinct()).all()
    account = account or (accounts[0] if len(accounts) == 1 else None)
    if account not in accounts or account is None:
        return {"windows": [], "next_request_at": None, "worked_off_at": None, "worked_off_by_tier": {}}
    ledger = Ledger(engine, account, clock=now.timestamp)
    windows = [
        {"rate": left.limit.rate, "used": left.used, "left": left.left, "free_at": moment(left.free_at)}
        for left in ledger.left(connection)
    ]
    by_tier = {name: moment(ledger.done_by(connection, behind, limits_of(rates))) for name, rates in TIERS.items()}
    return {
        "windows": windows,
        "next_request_at": moment(ledger.next_at(connection)),
        "worked_off_at": moment(ledger.done_by(connection, behind)),
        "worked_off_by_tier": by_tier,
    }


def limits_of(rates: tuple[int, int, int]) -> list[Limit]:
    return [
        Limit(seconds, most, f"{most}/{unit}")
        for most, seconds, unit in zip(rates, (MINUTE, HOUR, DAY), ("min", "hour", "day"), strict=True)
    ]


def last_run(connection: sa.Connection) -> dict[str, Any] | None:
    row = connection.execute(sa.select(s.run).order_by(s.run.c.id.desc()).limit(1)).first()
    if row is None:
        return None
    return {"command": row.command, "ended_at": iso(row.ended_at), "outcome": row.outcome, "detail": row.detail}


def iso(at: dt.datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None


def moment(at: float | None) -> str | None:
    """Unix seconds as ISO text in UTC; "inf" seconds (a blocked account) is no moment."""
    if at is None or at == float("inf"):
        return None
    return iso(dt.datetime.fromtimestamp(at, dt.UTC))


def tell_standing(found: dict[str, Any]) -> str:
    """The same for a person."""
    lines = [
        f"{counted(found['followed'], 'docket')} followed, {found['never_seen']:,} of them never seen; "
        f"{found['checked_in_24_hours']:,} checked in the last 24 hours.",
    ]
    if found["oldest_check"]:
        lines.append(f"The oldest knowledge is of {found['oldest_check']}: {tell_stalest(found['dockets'])}.")
    lines += [tell_cohort(cohort) for cohort in found["cohorts"]]
    lines += [f"{window['rate']}: {window['used']:,} used, {window['left']:,} left." for window in found["windows"]]
    if not found["windows"]:
        lines.append("The limits of this account are not known yet: `writwatch fetch` asks for them.")
    elif found["next_request_at"]:
        lines.append(f"The next request may go at {found['next_request_at']}.")
    else:
        lines.append("CourtListener has blocked this account: write to Free Law Project.")
    lines += tell_backlog(found)
    if found["quarantined"]:
        rows = counted(found["quarantined"], "row could not be understood and is kept in quarantine",
                       "rows could not be understood and are kept in quarantine")
        lines.append(f"{rows}: `writwatch quarantine` lists what is there.")
    if found["last_run"]:
        run = found["last_run"]
        lines.append(f"Last run: {run['command']}, {run['outcome'] or 'never ended'}. {run['detail']}".rstrip())
    return "\n".join(lines)


def tell_cohort(cohort: dict[str, Any]) -> str:
    """How many dockets it has, and of when that is; of one that is followed, of when its entries are."""
    if cohort["followed"]:
        when = f"their entries are of {cohort['entries_checked']}" if cohort["entries_checked"] else "not yet asked for"
        return f"Cohort {cohort['name']}: {counted(cohort['dockets'], 'docket')}, {when}."
    when = f"last looked for at {cohort['dockets_checked']}" if cohort["dockets_checked"] else "not yet looked for"
    return f"Cohort {cohort['name']}: {counted(cohort['dockets'], 'docket')} found, {when}."


def tell_stalest(dockets: dict[str, str | None]) -> str:
    """The dockets that were asked for longest ago, each with when."""
    seen = sorted((at, number) for number, at in dockets.items() if at)
    return ", ".join(f"docket {number} {at}" for at, number in seen[:STALEST])


STALEST = 3


def tell_backlog(found: dict[str, Any]) -> list[str]:
    """How far behind, and until when; what a membership would change, where it changes anything."""
    behind, done = found["requests_at_least"], found["worked_off_at"]
    lines = [f"To be up to date: {counted(behind, 'request')} at least, {counted(found['steps_left'], 'step')}."]
    if not behind or not done:
        return lines
    lines = [f"{counted(behind, 'request')} behind at least, {counted(found['steps_left'], 'step')}: {done}."]
    sooner = {name: at for name, at in found["worked_off_by_tier"].items() if at and at < done}
    if sooner:
        tiers = ", ".join(f"{name} {at}" for name, at in sooner.items())
        lines.append(f"With a membership, by the rates of August 2026: {tiers}.")
    return lines
