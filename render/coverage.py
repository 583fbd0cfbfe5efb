"""Published cases in, one by one; how many dockets of each court are held, and how fresh, out. Pure; keeps numbers."""
import datetime as dt
from typing import NamedTuple

from .places import court_name
from .published import PublishedCase


class CourtCoverage(NamedTuple):
    """What is held of a court. `fresh`: dockets checked since the moment given; `stalest`: when the docket was checked
    that was checked longest ago, None where none was; `never`: dockets that never were."""

    court_id: str
    dockets: int = 0
    entries: int = 0
    unread: int = 0
    fresh: int = 0
    never: int = 0
    stalest: dt.datetime | None = None


class Coverage:
    """`add` each case once, then read."""

    def __init__(self, checked_since: dt.datetime) -> None:
        self._since = checked_since
        self._courts: dict[str, CourtCoverage] = {}

    def add(self, case: PublishedCase) -> None:
        for docket in case.dockets:
            held = self._courts.get(docket.court_id, CourtCoverage(docket.court_id))
            checked = docket.last_checked
            self._courts[docket.court_id] = held._replace(
                dockets=held.dockets + 1,
                entries=held.entries + len(docket.entries),
                unread=held.unread + sum(entry.unread for entry in docket.entries),
                fresh=held.fresh + bool(checked and checked >= self._since),
                never=held.never + (checked is None),
                stalest=min(filter(None, (held.stalest, checked)), default=None),
            )

    @property
    def courts(self) -> list[CourtCoverage]:
        """Every court of which a docket is held, the one with the most first."""
        return sorted(self._courts.values(), key=lambda held: (-held.dockets, court_name(held.court_id)))

    @property
    def dockets(self) -> int:
        return sum(held.dockets for held in self._courts.values())

    @property
    def entries(self) -> int:
        return sum(held.entries for held in self._courts.values())

    @property
    def unread(self) -> int:
        return sum(held.unread for held in self._courts.values())
