"""How far behind the search index is: rows it does not know yet, what it still shows of them, answers it repeats.

In: a lag for each row, and how long an answer is kept. Out: what search shows of a row at this moment. By default the
index is never behind and nothing is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from .answers import Answer, Request
from .files import Row, microseconds


class Before(NamedTuple):
    """A row as it was, and until when (seconds since 1970) the index shows it so."""

    row: Row
    until: float


class Index:
    """What search knows. `lag`: seconds until a row that came or changed is known, by its id; `cache`: seconds an
    identical search is answered from memory."""

    def __init__(
        self, clock: Callable[[], float], lag: Callable[[int], float] | None = None, cache: float = 0.0
    ) -> None:
        self._clock = clock
        self._lag = lag
        self._cache = cache
        self._before: dict[tuple[str, int], Before] = {}
        self._kept: dict[str, tuple[float, Answer]] = {}

    def knows(self, key: int | None, created: int | None) -> bool:
        """Whether a row of that id, made at `created` (microseconds since 1970), has come to be known."""
        if self._lag is None or key is None or created is None:
            return True
        return created / 1_000_000 + self._lag(key) <= self._clock()

    def keep(self, endpoint: str, old: Row, new: Row) -> None:
        """A row changes: until the index has noticed, the old one is shown."""
        if self._lag is None:
            return
        now = self._clock()
        if len(self._before) > 10_000:
            self._before = {place: before for place, before in self._before.items() if before.until > now}
        place = endpoint, old["id"]
        shown = self._before.get(place)
        until = microseconds(new["date_modified"]) / 1_000_000 + self._lag(old["id"])
        self._before[place] = Before(shown.row if shown and shown.until > now else old, until)

    def shown(self, endpoint: str, row: Row) -> Row:
        """The row as search has it: as it was, while its change is not known."""
        before = self._before.get((endpoint, row["id"]))
        return before.row if before and before.until > self._clock() else row

    def answer(self, request: Request, search: Callable[[], Answer]) -> Answer:
        """The answer of the same search from memory while it is kept, else a new one."""
        if not self._cache:
            return search()
        now = self._clock()
        until, answer = self._kept.get(request.target, (0.0, None))
        if answer is None or until <= now:
            self._kept = {target: kept for target, kept in self._kept.items() if kept[0] > now}
            answer = search()
            self._kept[request.target] = now + self._cache, answer
        return answer
