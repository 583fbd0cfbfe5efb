"""The budget as the real server keeps it: one sliding log per account, all windows at once.

In: who asks, in which scope, at what time. Out: nothing, or the `Refusal` 429 with the words and the Retry-After of the
real server; and the answer of api-usage. A refused request is never added to the log.
"""

from __future__ import annotations

import math
import re
import threading
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from .. import FetchError
from .answers import Refusal
from .files import PACIFIC

UNITS = {"min": 60, "hour": 3600, "day": 86400}
BLOCKED = "Your account is currently blocked from making API requests."


class Rate(NamedTuple):
    """At most `limit` requests in any `window` seconds. A limit of 0 blocks the account."""

    limit: int
    window: int
    text: str


def parse_throttle(text: str) -> tuple[Rate, ...]:
    """`5/min,50/hour,125/day` → rates; `none` → the practically unlimited rate of a privileged account.

    FetchError says in one sentence what is wrong.
    """
    if text.strip() == "none":
        return (Rate(1_000_000, 60, "1000000/min"),)
    rates = tuple(_rate(part.strip(), text) for part in text.split(","))
    if len({rate.window for rate in rates}) < len(rates):
        raise FetchError(f"the throttle {text!r} names a window twice: give each of min, hour and day at most once.")
    return tuple(sorted(rates, key=lambda rate: rate.window))


def _rate(part: str, text: str) -> Rate:
    found = re.fullmatch(r"(\d{1,9})/(min|hour|day)", part)
    if not found:
        raise FetchError(
            f"the throttle {text!r} is not understood at {part!r}: write none, or rates like 5/min,50/hour,125/day."
        )
    return Rate(int(found[1]), UNITS[found[2]], part)


# The scopes beside "user", as they stood in August 2026. api-usage lists those in USAGE_SCOPES.
SCOPES: Mapping[str, tuple[Rate, ...]] = {
    "api_usage": parse_throttle("10/min,120/hour"),
    "citations": parse_throttle("60/min"),
    "fetch": parse_throttle("30/min"),
    "tags": parse_throttle("1000/hour"),
}
USAGE_SCOPES = ("user", "api_usage", "citations", "fetch")
ANONYMOUS = parse_throttle("5/min,100/day")


class Throttle:
    """All accounts' logs. `rates` holds for every account but those that `accounts` gives rates of their own."""

    def __init__(
        self, rates: Sequence[Rate], accounts: Mapping[str, Sequence[Rate]], clock: Callable[[], float]
    ) -> None:
        self._rates = tuple(rates)
        self._accounts = {account: tuple(own) for account, own in accounts.items()}
        self._clock = clock
        self._lock = threading.Lock()
        self._logs: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
        self._days: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def log(self, account: str, times: Iterable[float], scope: str = "user") -> None:
        """Add requests to an account's history, as a test that needs a used-up day does."""
        with self._lock:
            log = self._logs[scope, account]
            log[:] = sorted((*log, *times))

    def admit(self, account: str, scope: str = "user") -> None:
        """Count one request now, or refuse it. Refusal 429 names the tightest window that is full."""
        now = self._clock()
        with self._lock:
            log = self._logs[scope, account]
            del log[: bisect_right(log, now - max(UNITS.values()))]
            rates = self.rates(account, scope)
            if any(rate.limit == 0 for rate in rates):
                raise Refusal(429, {"detail": f"Request was throttled. {BLOCKED}"})
            for rate in rates:
                if (wait := _wait(log, rate, now)) is not None:
                    raise _throttled(rate, max(1, math.ceil(wait)))
            log.append(now)

    def note(self, account: str) -> None:
        """Count a request, refused or not, towards the day's total in historical_usage."""
        day = datetime.fromtimestamp(self._clock(), PACIFIC).date().isoformat()
        with self._lock:
            self._days[account][day] += 1

    def rates(self, account: str, scope: str = "user") -> tuple[Rate, ...]:
        if scope != "user":
            return SCOPES[scope]
        if account in self._accounts:
            return self._accounts[account]
        unlimited = self._rates == parse_throttle("none")
        return ANONYMOUS if account.startswith("anonymous ") and not unlimited else self._rates

    def usage(self, account: str) -> dict[str, Any]:
        """The body of api-usage, the fullest windows first."""
        now = self._clock()
        with self._lock:
            lines = [
                _usage(scope, rate, self._logs[scope, account], now)
                for scope in USAGE_SCOPES
                for rate in self.rates(account, scope)
            ]
            days = dict(sorted(self._days[account].items()))
        lines.sort(key=lambda line: (not line["blocked"], -line["used"] / (line["limit"] or 1)))
        return {"current_usage": lines, "historical_usage": {**days, "total": sum(days.values())}, "membership": None}


def _within(log: Sequence[float], rate: Rate, now: float) -> Sequence[float]:
    """The requests still in the window: one exactly a window old has left it."""
    return log[bisect_right(log, now - rate.window) :]


def _wait(log: Sequence[float], rate: Rate, now: float) -> float | None:
    """Seconds until so many have left the window that one more fits; None if it fits now."""
    hits = _within(log, rate, now)
    return hits[len(hits) - rate.limit] + rate.window - now if len(hits) >= rate.limit else None


def _throttled(rate: Rate, seconds: int) -> Refusal:
    plural = "" if seconds == 1 else "s"
    detail = f"Request was throttled. Rate limit exceeded: {rate.text}. Expected available in {seconds} second{plural}."
    return Refusal(429, {"detail": detail}, {"Retry-After": str(seconds)})


def _usage(scope: str, rate: Rate, log: Sequence[float], now: float) -> dict[str, Any]:
    hits = _within(log, rate, now)
    return {
        "scope": scope,
        "rate": rate.text,
        "used": len(hits),
        "limit": rate.limit,
        "remaining": max(0, rate.limit - len(hits)),
        "window_seconds": rate.window,
        "reset_at": datetime.fromtimestamp(hits[0] + rate.window, UTC).isoformat() if hits else None,
        "blocked": rate.limit == 0,
    }
