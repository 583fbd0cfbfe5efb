"""Docket numbers that are known in, what they say of those that are not out. Pure, but for reading an editor's lists.

Civil dockets of a court's office are numbered in sequence through a year, whatever they are about: "1:25-cv-01234". So
the spread of the numbers known says how many civil cases were filed (`runs`), and not how many of them are petitions:
a bound. How many petitions are missed is estimated where a second list exists that was made without ours (`recapture`).
"""
import csv
import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from . import SiteError
from .own_files import files_in
from .procedure.courts import COURTS

_NUMBER: Final = re.compile(r"(?:(\d):)?(?:20)?(\d\d)-?cv-?0*(\d{1,6})(?!\d)", re.IGNORECASE)
_95_PERCENT: Final = 1.959964
FEWEST_NUMBERS: Final = 5
"""Numbers of a run from which on its length is estimated."""
FEWEST_IN_BOTH: Final = 7
"""Petitions in both lists from which on the estimate is told: with fewer it is biased, and its interval too wide."""


class Number(NamedTuple):
    """A civil docket number. `office`: "" where it was given without; `year` with its century."""

    court_id: str
    office: str
    year: int
    serial: int


class Interval(NamedTuple):
    """An estimate with its 95 % interval, in dockets."""

    estimate: int
    low: int
    high: int


class Run(NamedTuple):
    """The civil numbers known of one office and year. `between`: all from the first to the last known, these included.

    `filed`: how many civil cases were filed there in that year so far, as estimated; None where it cannot be.
    """

    court_id: str
    office: str
    year: int
    known: int
    first: int
    last: int
    filed: Interval | None

    @property
    def between(self) -> int:
        return self.last - self.first + 1


class Recapture(NamedTuple):
    """Petitions of a court by two lists: ours, the other, both; and how many there are, None where it cannot be told.

    Only numbers within the span of the other list count, office by office and year by year.
    """

    court_id: str
    other: str
    ours: int
    theirs: int
    both: int
    petitions: Interval | None

    @property
    def missed(self) -> Interval | None:
        """How many petitions are not among ours."""
        return self.petitions and Interval(*(max(0, each - self.ours) for each in self.petitions))


def civil_number(court_id: str, docket_number: str) -> Number | None:
    """A docket number read, however it is shortened; None for criminal, appellate and all other numbers."""
    found = _NUMBER.match(docket_number.strip())
    return Number(court_id, found[1] or "", 2000 + int(found[2]), int(found[3])) if found else None


def runs(numbers: Iterable[Number]) -> list[Run]:
    """Each office's run of each year, by court, office and year. Numbers without an office are in none."""
    serials: defaultdict[tuple[str, str, int], set[int]] = defaultdict(set)
    for each in numbers:
        if each.office:
            serials[each.court_id, each.office, each.year].add(each.serial)
    return [Run(*place, len(those), min(those), max(those), length(those)) for place, those in sorted(serials.items())]


def length(serials: set[int]) -> Interval | None:
    """How long a sequence is of which these are a random part, where neither its first nor its last number is known.

    Some courts begin at 10001, so the greatest number alone says nothing. The range of k numbers out of N, over N, is
    distributed as Beta(k - 1, 2). Where the known ones stand closer together than chance would have them (a search that
    looked at one month, petitions that came in a wave) the estimate is too small: it is the least one can say.
    """
    known = len(serials)
    if known < FEWEST_NUMBERS:
        return None
    spread = max(serials) - min(serials)
    estimate = max(spread + 1, round(spread * (known + 1) / (known - 1) - 1))
    low, high = (spread / _beta_quantile(known, at) for at in (0.975, 0.025))
    return Interval(estimate, max(spread + 1, math.floor(low)), math.ceil(high) + 1)


def _beta_quantile(known: int, at: float) -> float:
    """Where Beta(known - 1, 2) has `at` of its mass below."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        below = known * middle ** (known - 1) - (known - 1) * middle**known
        low, high = (middle, high) if below < at else (low, middle)
    return (low + high) / 2


def chapman(ours: int, theirs: int, both: int) -> Interval | None:
    """How many there are, of which one list has `ours`, another `theirs`, and `both` are in the two (Chapman 1951).

    The interval is the transformed logit of Sadinle (2009), which holds at small numbers. None where too few are in
    both. It presumes that to be in one list makes nobody likelier to be in the other. Lists that copy from each other,
    or both miss the same court office, give too small an estimate; lists that avoid each other too great a one.
    """
    if both < FEWEST_IN_BOTH:
        return None
    estimate = (ours + 1) * (theirs + 1) / (both + 1) - 1
    only_ours, only_theirs, shared = ours - both + 0.5, theirs - both + 0.5, both + 0.5
    missed = only_ours * only_theirs / shared
    width = _95_PERCENT * math.sqrt(1 / only_ours + 1 / only_theirs + 1 / shared + 1 / missed)
    seen = ours + theirs - both
    low, high = (seen - 0.5 + missed * math.exp(sign * width) for sign in (-1, 1))
    if both in (ours, theirs):  # one list is all in the other, and the logit has no end: what so many in a row allow
        high = min(high, seen / 0.025 ** (1 / both))
    return Interval(round(estimate), max(seen, math.floor(low)), math.ceil(high))


def recapture(ours: Iterable[Number], other: str, theirs: Iterable[Number]) -> list[Recapture]:
    """For each court of the other list: what the two lists together say of it."""
    by_court: defaultdict[str, tuple[set[Number], set[Number]]] = defaultdict(lambda: (set(), set()))
    for place, those in enumerate((ours, theirs)):
        for each in those:
            by_court[each.court_id][place].add(each)
    return [_recaptured(court_id, other, *both) for court_id, both in sorted(by_court.items()) if both[1]]


def _recaptured(court_id: str, other: str, ours: set[Number], theirs: set[Number]) -> Recapture:
    office: Callable[[Number], Number] = _whole if all(each.office for each in theirs) else _without_office
    named, known = set(map(office, theirs)), set(map(office, ours))
    spans = _spans(named)
    known = {each for each in known if each[:3] in spans and spans[each[:3]][0] <= each.serial <= spans[each[:3]][1]}
    counts = len(known), len(named), len(known & named)
    return Recapture(court_id, other, *counts, chapman(*counts))


def _whole(number: Number) -> Number:
    return number


def _without_office(number: Number) -> Number:
    return number._replace(office="")


def _spans(numbers: Iterable[Number]) -> Mapping[tuple[str, str, int], tuple[int, int]]:
    """The least and the greatest serial number of each office and year."""
    spans: dict[tuple[str, str, int], tuple[int, int]] = {}
    for each in numbers:
        low, high = spans.get(each[:3], (each.serial, each.serial))
        spans[each[:3]] = min(low, each.serial), max(high, each.serial)
    return spans


# An editor's lists.


def read_lists(folder: Path) -> dict[str, frozenset[Number]]:
    """Every list of petitions in a folder, by the name of its file: CSV with the columns "court" and "docket_number".

    Raises SiteError, with file and line, for a list that cannot be read.
    """
    return {place.stem: frozenset(_numbers(place)) for place in files_in(folder, ".csv")}


def _numbers(place: Path) -> Iterator[Number]:
    citations = {court.citation.casefold(): court.id for court in COURTS.values()}
    try:
        with place.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if missing := {"court", "docket_number"} - set(reader.fieldnames or ()):
                raise SiteError(f"{place} lacks the column {' and '.join(sorted(missing))}: a list of petitions has a "
                                'line of headings with "court" and "docket_number".')
            for row in reader:
                court = (row["court"] or "").strip()
                court_id = court if court in COURTS else citations.get(court.casefold(), "")
                number = civil_number(court_id, row["docket_number"] or "")
                if not court_id or number is None:
                    wrong = f"{court!r} is no court" if not court_id else "the docket number is no civil one"
                    raise SiteError(f'{place}:{reader.line_num}: {wrong}: write "mnd" or "D. Minn.", and a number such '
                                    'as "0:26-cv-00123".')
                yield number
    except (OSError, UnicodeError, csv.Error) as error:
        raise SiteError(f"{place} cannot be read ({type(error).__name__}): save it as CSV in UTF-8.") from error
