"""Published cases in, one by one; how many stand in each list, status and topic out. Pure; keeps numbers alone."""
import datetime as dt
from collections import Counter
from typing import NamedTuple

from .overview import LISTS, Listing
from .published import PublishedCase
from .wording import STATUSES, TOPICS


class Number(NamedTuple):
    """A number that a list of cases stands behind. `name`: of the list."""

    name: str
    title: str
    says: str
    cases: int


class Tally:
    """What is counted over all cases on a day. `add` each case once, then read."""

    def __init__(self, as_of: dt.date) -> None:
        self.as_of = as_of
        self.total = 0
        self.statuses: Counter[str] = Counter()
        self.topics: dict[str, Counter[str]] = {topic: Counter() for topic in TOPICS}
        self._listed: Counter[str] = Counter()

    def add(self, case: PublishedCase) -> None:
        """Take a case into account; a status no table knows counts as unknown."""
        status = case.status.value if case.status.value in STATUSES else "unknown"
        self.total += 1
        self.statuses[status] += 1
        self.topics.setdefault(case.topic, Counter())[status] += 1
        self._listed.update(listing.name for listing in LISTS if listing.holds(case, self.as_of))

    def number(self, listing: Listing) -> Number:
        """How many cases stand in a list, and what that says."""
        return Number(listing.name, listing.title, listing.counts or listing.title, self._listed[listing.name])
