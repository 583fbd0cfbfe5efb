"""Where the fetching stands: the store in, how fresh it is and what the budget allows next out."""
import datetime as dt
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from . import schema as s
from .database import reading
from .plan import plan, requests_for
from .quota import Ledger
from .sync import Wanted, held_progress, known_ids


def standing(engine: sa.Engine, wanted: Sequence[Wanted], account: str | None, now: dt.datetime) -> dict[str, Any]:
    """What is followed, how fresh, what is left; as JSON takes it. Without an account, the only one the store knows."""
    ids, unknown = known_ids(engine, wanted)
    held = held_progress(engine)
    steps = plan(ids, held, now)
    checked = [have.checked_at for number in ids if (have := held.get((number, "entries"))) and have.checked_at]
    day_ago = now - dt.timedelta(hours=24)
    with reading(engine) as connection:
        quarantined = connection.scalar(
            sa.select(sa.func.count()).select_from(s.quarantine).where(s.quarantine.c.resolved_at.is_(None))
        )
        return {
            "as_of": now.isoformat(timespec="seconds"),
            "followed": len(ids) + len(unknown),
            "never_seen": len(ids) + len(unknown) - len(checked),
            "checked_in_24_hours": sum(at >= day_ago for at in checked),
            "oldest_check": min(checked).isoformat(timespec="seconds") if checked else None,
            "steps_left": len(steps),
            "requests_at_least": len(unknown) + sum(requests_for(step) for step in steps),
            "quarantined": quarantined,
            "last_run": last_run(connection),
            **budget(connection, engine, account, now),
        }


def budget(connection: sa.Connection, engine: sa.Engine, account: str | None, now: dt.datetime) -> dict[str, Any]:
    """The account's windows; nothing where its limits were never asked for."""
    accounts = connection.scalars(sa.select(s.rate_limit.c.account).distinct()).all()
    account = account or (accounts[0] if len(accounts) == 1 else None)
    if account not in accounts or account is None:
        return {"windows": [], "next_request_at": None}
    ledger = Ledger(engine, account, clock=now.timestamp)
    windows = [
        {"rate": left.limit.rate, "used": left.used, "left": left.left, "free_at": moment(left.free_at)}
        for left in ledger.left(connection)
    ]
    return {"windows": windows, "next_request_at": moment(ledger.next_at(connection))}


def last_run(connection: sa.Connection) -> dict[str, Any] | None:
    row = connection.execute(sa.select(s.run).order_by(s.run.c.id.desc()).limit(1)).first()
    if row is None:
        return None
    ended = row.ended_at.isoformat(timespec="seconds") if row.ended_at else None
    return {"command": row.command, "ended_at": ended, "outcome": row.outcome, "detail": row.detail}


def moment(at: float | None) -> str | None:
    """Unix seconds as ISO text in UTC; "inf" seconds (a blocked account) is no moment."""
    if at is None or at == float("inf"):
        return None
    return dt.datetime.fromtimestamp(at, dt.UTC).isoformat(timespec="seconds")


def tell_standing(found: dict[str, Any]) -> str:
    """The same for a person."""
    lines = [
        f"{found['followed']:,} dockets followed, {found['never_seen']:,} of them never seen; "
        f"{found['checked_in_24_hours']:,} checked in the last 24 hours.",
    ]
    if found["oldest_check"]:
        lines.append(f"The oldest knowledge is of {found['oldest_check']}.")
    lines += [f"{window['rate']}: {window['used']:,} used, {window['left']:,} left." for window in found["windows"]]
    if not found["windows"]:
        lines.append("The limits of this account are not known yet: `writwatch fetch` asks for them.")
    elif found["next_request_at"]:
        lines.append(f"The next request may go at {found['next_request_at']}.")
    else:
        lines.append("CourtListener has blocked this account: write to Free Law Project.")
    lines.append(f"To be up to date: {found['requests_at_least']:,} requests at least, {found['steps_left']:,} steps.")
    if found["quarantined"]:
        lines.append(f"{found['quarantined']:,} rows could not be understood and are kept in quarantine.")
    if found["last_run"]:
        run = found["last_run"]
        lines.append(f"Last run: {run['command']}, {run['outcome'] or 'never ended'}. {run['detail']}".rstrip())
    return "\n".join(lines)
