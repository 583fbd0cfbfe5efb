"""287(g) agreements: a list in, agreements by state and model as of each snapshot out. Pure, but for reading the list.

ICE publishes which agencies have an agreement on a day, and forgets the list of the day before. We keep each list that
was imported as a snapshot: a row an agreement a snapshot. What is in an earlier snapshot and not in the next has ended
or was taken off the list; which of the two, the list does not say.
"""
import csv
import datetime as dt
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from . import SiteError
from .agencies import agency_key
from .wording import MODELS, STATES

NAME: Final = "agreements-287g.csv"
COLUMNS: Final = ("state", "agency", "county", "model", "signed", "snapshot", "source")
FIRST: Final = dt.date(1996, 9, 30)
"""The day section 287(g) became law: no agreement is older."""

ICE: Final = "ICE, list of participating agencies"
_EXCEL_DAY: Final = dt.date(1899, 12, 30)
_MOST_MISTAKES: Final = 5
_DATED: Final = 0.9
_STATE_CODES: Final = {name.casefold(): code for code, name in STATES.items()}
_HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "state": ("state", "state/territory"),
    "agency": ("agency", "law enforcement agency", "participating agency", "lea", "agency name"),
    "county": ("county", "county/parish"),
    "model": ("support type", "model", "program model", "model type", "agreement type", "type"),
    "signed": ("signed", "date signed", "signed date", "moa signed", "date"),
    "snapshot": ("snapshot",),
    "source": ("source",),
}
"""What the columns we need are called in ICE's spreadsheets and in lists made from them; the first that is there."""


class Agreement(NamedTuple):
    """One agency's agreement of one model, as a list of one day has it. `state`: its postal code; `county` and
    `signed` where the list gives them; `model`: a key of `wording.MODELS`, or the list's own word, small."""

    state: str
    agency: str
    county: str
    model: str
    signed: dt.date | None
    snapshot: dt.date
    source: str


class Changes(NamedTuple):
    """What tells one list from the one before it. `changed`: the same agency and model, another day or county."""

    added: tuple[Agreement, ...]
    ended: tuple[Agreement, ...]
    changed: tuple[Agreement, ...]


class Snapshot(NamedTuple):
    """The agreements of one day."""

    day: dt.date
    source: str
    agreements: tuple[Agreement, ...]

    @property
    def models(self) -> Counter[str]:
        """How many agreements there are of each model."""
        return Counter(each.model for each in self.agreements)

    @property
    def states(self) -> dict[str, Counter[str]]:
        """{state: {model: agreements}}, the state with most first."""
        found: dict[str, Counter[str]] = {}
        for each in self.agreements:
            found.setdefault(each.state, Counter())[each.model] += 1
        return {state: found[state] for state in sorted(found, key=lambda code: (-found[code].total(), code))}

    def of_state(self, state: str) -> list[tuple[str, str, tuple[Agreement, ...]]]:
        """(agency, county, its agreements) of a state, by the alphabet."""
        those = sorted(each for each in self.agreements if each.state == state)
        return [(agency, county, tuple(found))
                for (agency, county), found in groupby(those, key=lambda each: (each.agency, each.county))]


def snapshots(agreements: Iterable[Agreement]) -> tuple[Snapshot, ...]:
    """The lists by their day, the oldest first."""
    by_day = sorted(agreements, key=lambda each: each.snapshot)
    found: list[Snapshot] = []
    for day, together in groupby(by_day, key=lambda each: each.snapshot):
        those = tuple(sorted(together, key=_order))
        found.append(Snapshot(day, those[0].source, those))
    return tuple(found)


def compare(before: Iterable[Agreement], now: Iterable[Agreement]) -> Changes:
    """What was added, has ended and was changed between two lists. One agency and model may stand there twice."""
    old, new = _by_identity(before), _by_identity(now)
    added, ended, changed = [], [], []
    for key in sorted(old.keys() | new.keys()):
        left, right = old.get(key, []), new.get(key, [])
        common = min(len(left), len(right))
        added += right[common:]
        ended += left[common:]
        changed += [b for a, b in zip(left, right, strict=False) if _differs(a, b)]
    return Changes(tuple(added), tuple(ended), tuple(changed))


def _differs(before: Agreement, now: Agreement) -> bool:
    """What the earlier list did not know is not a change."""
    return any(a and a != b for a, b in ((before.signed, now.signed), (before.county, now.county)))


def _by_identity(agreements: Iterable[Agreement]) -> dict[tuple[str, str, str], list[Agreement]]:
    found: dict[tuple[str, str, str], list[Agreement]] = {}
    for each in sorted(agreements, key=_order):
        found.setdefault((each.state, " ".join(agency_key(each.agency)), each.model), []).append(each)
    return found


def _order(each: Agreement) -> tuple[str, ...]:
    return (each.state, each.agency.casefold(), each.county, each.model, each.signed.isoformat() if each.signed else "")


class Month(NamedTuple):
    """How many of the agreements in force had been signed by the end of a month, "2025-07", by model."""

    month: str
    models: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.models.values())


class Signed(NamedTuple):
    """The agreements of a list by when they were signed; `undated`: how many of `of` have no such day."""

    months: tuple[Month, ...]
    undated: int
    of: int

    @property
    def is_telling(self) -> bool:
        """Whether so many have a day that their sum over time says something."""
        return self.of > 0 and len(self.months) > 1 and 1 - self.undated / self.of >= _DATED


def by_signing(snapshot: Snapshot) -> Signed:
    """The cumulative count, without a gap, from the first signing to the month of the list.

    It holds what was in force on that day alone: an agreement that ended earlier is in none of its months.
    """
    dated = [(f"{each.signed:%Y-%m}", each.model) for each in snapshot.agreements if each.signed]
    undated = len(snapshot.agreements) - len(dated)
    if not dated:
        return Signed((), undated, len(snapshot.agreements))
    signed = Counter(dated)
    so_far: Counter[str] = Counter()
    months = []
    for month in _months(min(dated)[0], f"{snapshot.day:%Y-%m}"):
        so_far.update({model: signed[month, model] for model in snapshot.models})
        months.append(Month(month, dict(so_far)))
    return Signed(tuple(months), undated, len(snapshot.agreements))


def _months(first: str, last: str) -> Iterator[str]:
    year, month = map(int, first.split("-"))
    while (name := f"{year}-{month:02}") <= last:
        yield name
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


# The list as a file.


def read_agreements(folders: Sequence[Path]) -> tuple[Agreement, ...]:
    """The agreements of the first folder that has the list; none where no folder has one. Raises SiteError."""
    place = next((place for folder in folders if (place := folder / NAME).is_file()), None)
    if place is None:
        return ()
    with place.open(encoding="utf-8-sig", newline="") as file:
        return tuple(from_rows(list(csv.reader(file)), place, None, ""))


def agreements_text(agreements: Iterable[Agreement]) -> str:
    """The list as CSV, the same text for the same agreements."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in sorted(agreements, key=lambda each: (each.snapshot, _order(each))):
        writer.writerow(row(each))
    return out.getvalue()


def row(each: Agreement) -> tuple[str | None, ...]:
    """An agreement as a row with the columns of `COLUMNS`."""
    signed = each.signed.isoformat() if each.signed else None
    return (each.state, each.agency, each.county or None, each.model, signed, each.snapshot.isoformat(), each.source)


def with_snapshot(kept: Iterable[Agreement], new: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """What is kept and a new list; a list of the same day takes the place of the one that is there."""
    days = {each.snapshot for each in new}
    return (*(each for each in kept if each.snapshot not in days), *new)


def day_in_name(name: str) -> dt.date | None:
    """The day in a file's name: "participatingAgencies07032025pm.xlsx", "agencies-2025-07-03.csv"."""
    year_first, year_last = r"(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)", r"(\d\d)[-_.]?(\d\d)[-_.]?(20\d\d)"
    for pattern, order in ((year_first, (1, 2, 3)), (year_last, (3, 1, 2))):
        for found in re.finditer(rf"(?<!\d){pattern}(?!\d)", name):
            try:
                return dt.date(*(int(found[place]) for place in order))
            except ValueError:
                continue
    return None


def from_rows(rows: Sequence[Sequence[str]], place: Path, on: dt.date | None, source: str) -> list[Agreement]:
    """The rows of ICE's spreadsheet, or of our own list, as agreements.

    `on`: the day of the list, where its rows do not say it. Raises SiteError with every line that cannot be used, up to
    a few; a list is taken whole or not at all, because its total is what is told of it.
    """
    header, columns = _header(rows, place)
    if "snapshot" not in columns and on is None:
        raise SiteError(f"{place} does not say of which day it is: add --on 2026-01-26, the day ICE published it.")
    found: list[Agreement] = []
    mistakes: list[str] = []
    for number, cells in enumerate(rows[header + 1:], header + 2):
        given = {name: " ".join(cells[at].split()) if at < len(cells) else "" for name, at in columns.items()}
        if not given["state"] and (not given["agency"] or not given["model"]):
            continue  # a blank line, a heading, a total
        try:
            found.append(_agreement(given, on, source))
        except ValueError as error:
            mistakes.append(f"line {number}: {error}")
    if mistakes:
        more = f"; and {len(mistakes) - _MOST_MISTAKES} more" if len(mistakes) > _MOST_MISTAKES else ""
        told = "; ".join(mistakes[:_MOST_MISTAKES]) + more
        raise SiteError(f"{place}: {told}. Nothing was changed: mend these lines.")
    if not found:
        raise SiteError(f"{place} holds no agreement: is it the list of participating agencies?")
    return found


def _header(rows: Sequence[Sequence[str]], place: Path) -> tuple[int, dict[str, int]]:
    """The line of the headings, and where each column we know stands."""
    for number, cells in enumerate(rows[:20]):
        names = [" ".join(cell.split()).casefold() for cell in cells]
        columns = {ours: names.index(theirs) for ours, known in _HEADINGS.items()
                   if (theirs := next((each for each in known if each in names), None))}
        if {"state", "agency", "model"} <= columns.keys():
            return number, columns
    raise SiteError(f"{place} has no line with the headings STATE, LAW ENFORCEMENT AGENCY and SUPPORT TYPE, as ICE’s "
                    f"list of participating agencies has, or {', '.join(COLUMNS)}, as ours has.")


def _agreement(given: Mapping[str, str], on: dt.date | None, source: str) -> Agreement:
    """One line. Raises ValueError with what is wrong."""
    state = state_code(given["state"])
    if not state:
        raise ValueError(f"“{given['state'][:30]}” is no state: write its name or its postal code")
    if not given["agency"]:
        raise ValueError("the agency is missing")
    if not given["model"]:
        raise ValueError("the model is missing: task force, jail enforcement or warrant service officer")
    told = given.get("snapshot", "")
    snapshot = _day(told, "snapshot") or on
    if snapshot is None:
        raise ValueError("the day of the list is missing: write it in the column snapshot, as 2026-01-26")
    signed = _day(given.get("signed", ""), "signed")
    if signed and not FIRST <= signed <= snapshot:
        raise ValueError(f"signed on {signed}, which is before the law or after the list: check the year")
    county = given.get("county", "")
    return Agreement(
        state, given["agency"], "" if county.upper() in ("N/A", "NA", "NONE", "-") else county, model(given["model"]),
        signed, snapshot, given.get("source") or source or ICE)


def state_code(name: str) -> str:
    """A state by its name or postal code as its postal code; "" for anything else."""
    name = name.strip().rstrip(".")
    return name.upper() if name.upper() in STATES else _STATE_CODES.get(name.casefold(), "")


def model(text: str) -> str:
    """A model's name as we keep it: "Task Force Model" → "task force"."""
    plain = re.sub(r"\s+(?:model|program)$", "", " ".join(text.split()).casefold())
    return next((known for known in MODELS if plain.replace("-", " ") in (known, f"{known}s")), plain)


def _day(text: str, column: str) -> dt.date | None:
    """A day as 2025-07-03, 7/3/2025 or the number an .xlsx stores it as; None where there is none."""
    if not text or text.upper() in ("N/A", "NA", "TBD", "-"):
        return None
    try:
        if re.fullmatch(r"\d{5}(?:\.\d+)?", text):
            return _EXCEL_DAY + dt.timedelta(days=int(float(text)))
        if found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)", text):
            year = int(found[3])
            return dt.date(year + 2000 if year < 100 else year, int(found[1]), int(found[2]))
        return dt.date.fromisoformat(text[:10] if re.match(r"\d{4}-\d\d-\d\d[ T]", text) else text)
    except (ValueError, OverflowError):
        raise ValueError(f"“{text[:20]}” in the column {column} is no day: write it as 2026-01-26") from None
