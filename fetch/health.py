"""How well the fetching goes: the store in, counts and times out; no id, no name, no path.

`standing` says the same of every docket, for the operator; this is what may stand on a public page.
"""
import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

import sqlalchemy as sa

from . import schema as s
from .database import reading
from .plan import Following
from .standing import standing
from .sync import NOTHING_MORE, Wanted

WENT_THROUGH = ("done", "budget", "partial")
"""Of a partial run one docket or another failed, and all the others were brought up to date."""
ANSWERED = 400
"""Below this, an answer brought what was asked for."""


class Fetching(NamedTuple):
    """How the runs went, up to a moment. `outcome`: of the newest run; "" where there was none, "cut off" where it
    never ended. `last_success`: when a run last went through, even if a docket failed. `last_answer`: when a request
    that the account counts was last answered with what it asked for.

    `behind`: requests that are due, at least; `worked_off`: when they will have gone; None: nothing is due, or the
    account's limits are not known. `oldest`: when the docket asked for longest ago was. `answers`: of the newest run.
    """

    last_run: dt.datetime | None = None
    outcome: str = ""
    answers: int = 0
    last_success: dt.datetime | None = None
    last_answer: dt.datetime | None = None
    followed: int = 0
    never_seen: int = 0
    checked: int = 0
    oldest: dt.datetime | None = None
    behind: int = 0
    worked_off: dt.datetime | None = None
    quarantined: int = 0


def fetching(
    engine: sa.Engine, wanted: Sequence[Wanted], now: dt.datetime, following: Following = NOTHING_MORE
) -> Fetching:
    """How the fetching stood at `now`, as far as the store knows."""
    found = standing(engine, wanted, None, now, following)
    with reading(engine) as connection:
        runs = sa.select(s.run).where(s.run.c.started_at <= now).order_by(s.run.c.id.desc()).limit(1)
        newest = connection.execute(runs).first()
        success = connection.scalar(
            sa.select(sa.func.max(s.run.c.ended_at)).where(s.run.c.outcome.in_(WENT_THROUGH), s.run.c.ended_at <= now))
        answered = sa.select(sa.func.max(s.request.c.at)).where(
            s.request.c.status < ANSWERED, s.request.c.run_id.is_not(None), s.request.c.at <= now.timestamp())
        answer = connection.scalar(answered)
        answers = connection.scalar(
            sa.select(sa.func.count()).select_from(s.request).where(
                s.request.c.run_id == newest.id, s.request.c.status < ANSWERED)) if newest else 0
    return Fetching(
        last_run=(newest.ended_at or newest.started_at) if newest else None,
        outcome=(newest.outcome or "cut off") if newest else "",
        answers=answers or 0,
        last_success=success,
        last_answer=dt.datetime.fromtimestamp(answer, dt.UTC) if answer is not None else None,
        followed=found["followed"],
        never_seen=found["never_seen"],
        checked=found["checked_in_24_hours"],
        oldest=_moment(found["oldest_check"]),
        behind=found["requests_at_least"],
        worked_off=_moment(found["worked_off_at"]) if found["requests_at_least"] else None,
        quarantined=found["quarantined"],
    )


def _moment(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None
