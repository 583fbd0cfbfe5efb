"""The request ledger: an exact sliding log of what this account has asked, over all its windows at once.

CourtListener refuses a request when, in any window, as many were counted as the window allows. The log stands in the
store, one row a request, so that several processes and several days share it. Limits are taken from `api-usage` and
kept there; this module knows none of its own. Times are Unix seconds.
"""
import datetime as dt
import hashlib
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from . import FetchError
from . import schema as s
from .database import reading, writing

if TYPE_CHECKING:
    from .courtlistener import Window

UNCOUNTED = frozenset({301, 401, 403, 406, 429})
"""Answers that CourtListener does not add to the account's log."""
IN_FLIGHT = 75.0
"""Seconds that a request without an answer may still be on its way: until then it counts as if sent just now. No
request of the log can be later than that: one that seems so was made before this machine's clock was set back."""

LEARNT_AGAIN = 60.0
"""Seconds for which limits that were learnt hold without another question: api-usage answers 120 an hour."""

NEWS = ("across", "search")
"""The purposes of requests that bring what changed in many dockets at once."""
ELSEWHERE = "elsewhere"
"""The purpose of requests that other programs made with the same token, as far as api-usage betrays them."""


class Limit(NamedTuple):
    """At most `max_requests` in any `window_seconds`; `rate` as CourtListener writes it ("125/day")."""

    window_seconds: int
    max_requests: int
    rate: str


class Left(NamedTuple):
    """What a window leaves. `free_at`: when its oldest counted request leaves it; None: nothing counted."""

    limit: Limit
    used: int
    left: int
    free_at: float | None


class Booking(NamedTuple):
    """Either a request's number in the ledger, or how many seconds to wait and for which rate."""

    request_id: int | None
    wait: float = 0.0
    rate: str = ""


def wait_for(limits: Iterable[Limit], nth_newest: Callable[[int], float | None], now: float) -> tuple[float, str]:
    """Seconds until one more request fits into every window, and the rate that makes it wait. Pure.

    `nth_newest(n)` is the time of the n-th newest counted request; None: there are fewer. With as many requests as a
    window allows, that one must have left it; one made exactly a window ago has.
    """
    longest, rate = 0.0, ""
    for limit in limits:
        if limit.max_requests == 0:
            return float("inf"), limit.rate
        at = nth_newest(limit.max_requests)
        wait = at + limit.window_seconds - now if at is not None else 0.0
        if wait > longest:
            longest, rate = wait, limit.rate
    return longest, rate


def done_by(limits: Sequence[Limit], counted: Sequence[float], requests: int, now: float) -> float | None:
    """When so many requests will have been made, each as soon as every window has room. Pure.

    `counted`: when the requests of the longest window were made, oldest first. None: never, a window allows none.
    """
    if any(limit.max_requests == 0 for limit in limits):
        return None
    made, at = list(counted), now
    for _ in range(requests):
        for limit in limits:
            if len(made) >= limit.max_requests:
                at = max(at, made[-limit.max_requests] + limit.window_seconds)
        made.append(at)
    return at


def elsewhere(ours: list[float], windows: "Iterable[Window]", now: float) -> list[float]:
    """Times for requests that the server has counted and we have not made: another program has the same token. Pure.

    Each is placed as late as the windows allow, so that the ledger never thinks there is room where there is none.
    Only the oldest of a window has a time, from `reset_at`, unless that one may be ours.
    """
    placed: list[float] = []
    younger = 0.0
    for window in sorted(windows, key=lambda w: w.window_seconds):
        held = [at for at in (*ours, *placed) if at > now - window.window_seconds]
        missing = max(0, window.used - len(held))
        latest = now - younger
        oldest = window.reset_at.timestamp() - window.window_seconds if window.reset_at else latest
        may_be_ours = any(at <= oldest + IN_FLIGHT for at in held)
        if missing and now - window.window_seconds < oldest < latest and not may_be_ours:
            placed.append(oldest)
            missing -= 1
        placed += [latest] * missing
        younger = float(window.window_seconds)
    return sorted(placed)


def fingerprint(token: str) -> str:
    """Names an account in the store without its token."""
    return hashlib.blake2b(token.strip().encode(), digest_size=8, person=b"writwatch").hexdigest()


class Ledger:
    """The log of one account in the store. Safe across processes: a booking is one transaction under the lock."""

    def __init__(
        self,
        engine: sa.Engine,
        account: str,
        *,
        run_id: int | None = None,
        patience: float = 60.0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.engine, self.account, self.run_id, self.clock = engine, account, run_id, clock
        self.patience = patience
        self.held_until = 0.0
        self.background, self.reserve = False, 0
        """Whether what is asked now could wait, and how many requests of a day are kept for what could not."""

    def limits(self, connection: sa.Connection) -> list[Limit]:
        table = s.rate_limit
        rows = connection.execute(
            sa.select(table.c.window_seconds, table.c.max_requests, table.c.rate)
            .where(table.c.account == self.account)
            .order_by(table.c.window_seconds)
        )
        return [Limit(*row) for row in rows]

    def knows_limits(self) -> bool:
        with reading(self.engine) as connection:
            return bool(self.limits(connection))

    def knows_limits_of_now(self) -> bool:
        """Whether this process or another has learnt them a moment ago: api-usage has a limit of its own."""
        table = s.rate_limit.c
        with reading(self.engine) as connection:
            seen = connection.scalar(sa.select(sa.func.max(table.seen_at)).where(table.account == self.account))
        return seen is not None and abs(self.clock() - seen.timestamp()) < LEARNT_AGAIN

    def counted(self, since: float) -> sa.ColumnElement[bool]:
        table = s.request.c
        return sa.and_(table.account == self.account, table.counted.is_(sa.true()), table.at > since)

    def times(self, connection: sa.Connection, since: float, until: float) -> list[float]:
        """When the counted requests were made, oldest first, but for those that were still on their way then."""
        at = s.request.c.at
        return list(connection.scalars(sa.select(at).where(self.counted(since), at <= until).order_by(at)))

    def heal_clock(self, connection: sa.Connection, now: float) -> None:
        """Requests later than any can be: this machine's clock was set back. They were made before now."""
        table = s.request
        impossible = (table.c.account == self.account) & (table.c.at > now + IN_FLIGHT)
        connection.execute(table.update().where(impossible).values(at=now + IN_FLIGHT))

    def wait(self, connection: sa.Connection, now: float) -> tuple[float, str]:
        """How long until the next request may go, and for which rate."""
        limits = self.limits(connection)
        newest_first = sa.select(s.request.c.at).order_by(s.request.c.at.desc()).limit(1)
        since = now - max((limit.window_seconds for limit in limits), default=0)

        def nth_newest(number: int) -> float | None:
            return connection.scalar(newest_first.where(self.counted(since)).offset(number - 1))

        wait, rate = wait_for(limits, nth_newest, now)
        if not (self.background and self.reserve and limits):
            return wait, rate
        news = sa.select(sa.func.count()).where(
            self.counted(now - limits[-1].window_seconds),
            s.request.c.purpose.in_(NEWS),
            s.request.c.background.is_(sa.false()),
        )
        to_come = max(0, self.reserve - (connection.scalar(news) or 0))
        cap = limits[-1]._replace(max_requests=max(1, limits[-1].max_requests - to_come))
        return max((wait, rate), wait_for([cap], nth_newest, now))

    def book(self, purpose: str, url: str) -> Booking:
        """A place for one request now, or how long to wait for one."""
        with writing(self.engine) as connection:
            if not self.limits(connection):
                raise FetchError("this account's limits are not known: CourtListener's api-usage must answer first.")
            now = self.clock()
            self.heal_clock(connection, now)
            wait, rate = self.wait(connection, now)
            if now < self.held_until and self.held_until - now > wait:
                wait, rate = self.held_until - now, "as CourtListener asked"
            if wait > 0:
                return Booking(None, wait, rate)
            row = {
                "run_id": self.run_id,
                "account": self.account,
                "at": now + IN_FLIGHT,
                "counted": True,
                "background": self.background,
                "purpose": purpose,
                "url": url[:4000],
            }
            return Booking(connection.scalar(s.request.insert().values(row).returning(s.request.c.id)))

    def must_wait(self) -> bool:
        """Whether the next request would have to wait longer than a run has patience for."""
        with reading(self.engine) as connection:
            now = self.clock()
            return max(self.wait(connection, now)[0], self.held_until - now) > self.patience

    def close(self, request_id: int, status: int | None, seconds: float) -> None:
        """The answer came, or none will. It counts from now: the server can not have counted it later than this."""
        values = {"at": self.clock(), "counted": status not in UNCOUNTED, "status": status, "seconds": seconds}
        with writing(self.engine) as connection:
            connection.execute(s.request.update().where(s.request.c.id == request_id).values(values))

    def hold(self, seconds: float) -> None:
        """The server asked for a pause of its own."""
        self.held_until = self.clock() + seconds

    def adopt(self, windows: "Iterable[Window]", asked_at: float) -> None:
        """Take over the limits, and what others have used, as api-usage tells them when it is asked at that time."""
        ours = [window for window in windows if window.scope == "user"]
        now = self.clock()
        with writing(self.engine) as connection:
            rows = [
                {
                    "account": self.account,
                    "window_seconds": window.window_seconds,
                    "max_requests": 0 if window.blocked else window.limit,
                    "rate": window.rate,
                    "seen_at": dt.datetime.fromtimestamp(now, dt.UTC),
                }
                for window in ours
            ]
            if not rows:
                raise FetchError("CourtListener's api-usage names no limit of this account: its API may have changed.")
            connection.execute(s.rate_limit.delete().where(s.rate_limit.c.account == self.account))
            connection.execute(s.rate_limit.insert(), rows)
            self.adopt_usage(connection, ours, asked_at, now)

    def adopt_usage(
        self, connection: sa.Connection, windows: "list[Window]", asked_at: float, now: float
    ) -> None:
        """Replace our picture of other programs' requests by what the server counts beyond ours.

        Of ours, only those that were closed when it was asked: it may not have counted what came after.
        """
        others = (s.request.c.account == self.account) & (s.request.c.purpose == ELSEWHERE)
        connection.execute(s.request.delete().where(others))
        longest = max((window.window_seconds for window in windows), default=0)
        placed = elsewhere(self.times(connection, now - longest, asked_at), windows, now)
        rows = [
            {"run_id": None, "account": self.account, "at": at, "counted": True, "purpose": ELSEWHERE, "url": ""}
            for at in placed
        ]
        if rows:
            connection.execute(s.request.insert(), rows)

    def left(self, connection: sa.Connection) -> list[Left]:
        """What each window leaves at this moment, shortest first."""
        now = self.clock()
        lefts = []
        for limit in self.limits(connection):
            inside = sa.select(sa.func.count(), sa.func.min(s.request.c.at)).where(
                self.counted(now - limit.window_seconds)
            )
            used, oldest = connection.execute(inside).one()
            free_at = None if oldest is None else oldest + limit.window_seconds
            lefts.append(Left(limit, used, max(0, limit.max_requests - used), free_at))
        return lefts

    def done_by(self, connection: sa.Connection, requests: int, limits: Sequence[Limit] = ()) -> float | None:
        """When so many more requests will have been made, under this account's limits or under others."""
        now, limits = self.clock(), limits or self.limits(connection)
        longest = max((limit.window_seconds for limit in limits), default=0)
        return done_by(limits, self.times(connection, now - longest, now), requests, now)

    def next_at(self, connection: sa.Connection) -> float:
        """When the next request may go."""
        now = self.clock()
        return now + self.wait(connection, now)[0]
