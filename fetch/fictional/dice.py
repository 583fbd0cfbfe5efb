"""A seed in, the same choices out on every Python: only `random()` is promised never to change, so only it is used."""
import datetime as dt
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

DAY = dt.timedelta(days=1)


class Dice:
    """Seeded choices. Every method draws exactly one number, so a story stays the same when its wording grows."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed).random

    def below(self, limit: int) -> int:
        """0 <= n < limit."""
        return int(self._draw() * limit)

    def between(self, low: int, high: int) -> int:
        """low <= n <= high."""
        return low + int(self._draw() * (high - low + 1))

    def pick(self, items: Sequence[T]) -> T:
        return items[int(self._draw() * len(items))]

    def chance(self, share: float) -> bool:
        return self._draw() < share

    def digits(self, count: int) -> str:
        """`count` digits, the first never 0."""
        low = 10 ** (count - 1)
        return str(low + int(self._draw() * 9 * low))

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """A new list; one draw an item."""
        return [item for _, _, item in sorted((self._draw(), place, item) for place, item in enumerate(items))]


class Weighted:
    """Picks by weight: `Weighted([("txsd", 9), ("mnd", 6)]).pick(dice)`."""

    def __init__(self, weights: Sequence[tuple[str, int]]) -> None:
        self._urn = [name for name, weight in weights for _ in range(weight)]

    def pick(self, dice: Dice) -> str:
        return dice.pick(self._urn)


def court_day(day: dt.date) -> dt.date:
    """The day itself or, on a weekend, the Monday after it."""
    return day + (7 - day.weekday()) * DAY if day.weekday() > 4 else day


def court_day_before(day: dt.date) -> dt.date:
    """The last day before it that is not on a weekend."""
    return day - {0: 3, 6: 2}.get(day.weekday(), 1) * DAY
