"""Rows of cases in, the same rows by court, judge, state, circuit and month out, and the districts as a grid. Pure.

Nothing here is put in an order of success: courts stand by circuit, states and judges by the alphabet, months by date.
"""
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from .addresses import judge_slug
from .measures import MEASURES, Measure
from .overview import Row, known_status
from .procedure.courts import COURTS, Court
from .wording import as_sorted

STEPS: Final = 5
"""Classes of colour on the map; each is a class of the style sheet, step-1 to step-5."""

_GRID: Final = """
  akd   .     .     .     .     .     .     .     vtd   nhd   med
  wawd  waed  mtd   ndd   mnd   wiwd  miwd  nywd  nynd  mad   .
  ord   idd   wyd   sdd   iand  wied  mied  pawd  nysd  ctd   rid
  cand  nvd   utd   ned   iasd  ilnd  innd  ohnd  pamd  nyed  .
  cacd  caed  cod   ksd   mowd  ilcd  insd  ohsd  paed  njd   .
  casd  azd   nmd   oknd  moed  ilsd  kywd  kyed  wvnd  mdd   ded
  .     .     okwd  oked  arwd  tnwd  tnmd  tned  wvsd  dcd   .
  .     .     txnd  txed  ared  msnd  alnd  gand  vawd  vaed  .
  .     .     txwd  txsd  lawd  mssd  almd  gamd  ncwd  ncmd  nced
  .     hid   .     .     lamd  laed  alsd  gasd  scd   .     .
  nmid  .     .     .     .     .     flnd  flmd  .     .     .
  gud   .     .     .     .     .     .     flsd  .     prd   vid
"""
"""Every district about where it lies; where a state is narrower than its districts, its west stands above its east."""

_COURT_ID: Final = re.compile(r"[a-z0-9]{1,20}")
_CITED: Final = re.compile(r"(D\.D\.C\.|[CEMNSW]\.D\.|D\.)\s*(.*)")
_AFTER_A_NAME: Final = re.compile(r"(?i)[js]r\.?|i{2,3}|iv|v")


class Tile(NamedTuple):
    """A district on the map, counted from 1. `label`: its citation in two parts; `step`: 0 where it has no value."""

    court: Court
    label: tuple[str, str]
    row: int
    column: int
    value: float | None
    step: int


class Step(NamedTuple):
    """A class of colour: the least and the greatest value in it, and how many districts have it."""

    step: int
    low: float
    high: float
    districts: int


class DistrictMap(NamedTuple):
    """All districts, from the north-west to the south-east, and what their colours mean."""

    tiles: tuple[Tile, ...]
    steps: tuple[Step, ...]


class Count(NamedTuple):
    """A line of a table of counts. `share`: None where no share is told: of none, or of too few (`ENOUGH`)."""

    measure: Measure
    cases: int
    share: float | None


class Block(NamedTuple):
    """Counts under one denominator: the name of its measure, and how many cases that is."""

    of: str
    total: int
    lines: tuple[Count, ...]

    @property
    def too_few(self) -> bool:
        """Whether there are cases, and no share of them is told."""
        return all(line.share is None for line in self.lines)


class Counts(NamedTuple):
    """What is counted of a place's or a judge's cases, each block under its denominator; those of no case left out."""

    blocks: tuple[Block, ...]
    decided: int
    cases: Mapping[str, int]


class Judge(NamedTuple):
    """A name that dockets give as their judge, under every spelling that leads to one address. `courts`: how many of
    the cases are in each; `appointed_by`: "" where it is not known, or where cases differ;
    `appointed_how`: how it is known, or why not; `appointed_party`: which party that president was of.
    """

    slug: str
    name: str
    rows: tuple[Row, ...]
    courts: Mapping[str, int]
    appointed_by: str
    appointed_how: str
    appointed_party: str

    @property
    def may_be_several(self) -> bool:
        """Whether nothing but the name says that this is one person: a last name alone, or two district courts."""
        districts = [each for each in self.courts if each in COURTS and COURTS[each].level == "district"]
        return " " not in self.name or len(districts) > 1


def court_name(court_id: str) -> str:
    """A court as lawyers cite it ("D. Minn."), or its id."""
    return COURTS[court_id].citation if court_id in COURTS else court_id


def full_name(court_id: str) -> str:
    """A court by its name, a district without the words that all have: "District of Minnesota"; or its id."""
    return COURTS[court_id].name.removeprefix("District Court for the ") if court_id in COURTS else court_id


def statuses(rows: Iterable[Row]) -> Counter[str]:
    """How many of the cases have each status."""
    return Counter(known_status(row.status) for row in rows)


ENOUGH: Final = 20
"""Decided petitions, and cases of a block, from which on a share is told; of fewer it says nothing of a judge."""

BLOCKS: Final = {
    "cases": ("petitions", "orders_due"),
    "petitions": ("pending", "decided", "interim_relief", "release_ordered", "bond_hearing_ordered"),
    "decided": ("granted", "granted_in_part", "denied", "dismissed", "dismissed_moot", "withdrawn", "settled",
                "transferred"),
    "orders_due": ("due_reported", "due_silent", "due_violation"),
}
"""What the pages of courts and judges count: each denominator, and the measures that have it."""

_MEASURES: Final = {measure.name: measure for measure in MEASURES}


def counts(rows: Iterable[Row]) -> Counts:
    """What is counted of these cases."""
    cases = Counter(name for row in rows for name in row.counted)
    decided = cases["decided"]
    return Counts(
        tuple(_block(of, names, cases, decided) for of, names in BLOCKS.items() if cases[of]), decided, cases)


def _block(of: str, names: Sequence[str], cases: Mapping[str, int], decided: int) -> Block:
    told = min(decided, cases[of]) >= ENOUGH
    return Block(of, cases[of], tuple(
        Count(_MEASURES[name], cases[name], cases[name] / cases[of] if told else None) for name in names))


def by_court(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Every court, with its cases or none, in the order of the table of courts.

    A court the table does not have comes last, one whose id is no id not at all.
    """
    found = _grouped(rows, lambda row: row.court_id)
    named = {each.id: found.pop(each.id, []) for each in COURTS.values()}
    return named | {court_id: found[court_id] for court_id in sorted(found) if _COURT_ID.fullmatch(court_id)}


def by_circuit(courts: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Counts by court under the circuit each belongs to, "" above the circuits; the circuit's own court first."""
    above = [each.id for each in COURTS.values() if each.level == "appeals"]
    by: dict[str, dict[str, int]] = {circuit: {} for circuit in (*above, "")}
    for court_id in sorted(courts, key=lambda court_id: court_id not in above):
        by[COURTS[court_id].circuit if court_id in COURTS else ""][court_id] = courts[court_id]
    return {circuit: those for circuit, those in by.items() if those}


def by_state(rows: Iterable[Row], names: Mapping[str, str]) -> dict[str, list[Row]]:
    """Every state and territory of `names` (code → name), by name, with the cases of its districts."""
    found = _grouped(rows, lambda row: row.state)
    return {code: found.get(code, []) for code in sorted(names, key=lambda code: as_sorted(names[code]))}


def districts(state: str) -> list[str]:
    """The ids of a state's district courts."""
    return [each.id for each in COURTS.values() if each.state == state]


def by_month(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The cases by the month they were filed in, the newest first; without those of which no day is known."""
    found = _grouped(rows, lambda row: row.month)
    return {month: found[month] for month in sorted(found, reverse=True)}


def each_month(months: Iterable[str]) -> list[str]:
    """The same months, and those between them in the same year, the newest first: one without a case is one too."""
    years: defaultdict[str, list[int]] = defaultdict(list)
    for month in months:
        years[month[:4]].append(int(month[5:]))
    return [f"{year}-{number:02}" for year, numbers in sorted(years.items(), reverse=True)
            for number in range(max(numbers), min(numbers) - 1, -1)]


def by_judge(rows: Iterable[Row]) -> dict[str, Judge]:
    """Every judge by the alphabet of last names; the key is what stands in the address."""
    found = _grouped((row for row in rows if row.judge), lambda row: judge_slug(row.judge))
    judges = {slug: _judge(slug, cases) for slug, cases in found.items()}
    return {slug: judges[slug] for slug in sorted(judges, key=lambda slug: (*_sorted_as(judges[slug].name), slug))}


def by_letter(judges: Iterable[Judge]) -> dict[str, list[Judge]]:
    """Judges, in their order, by the first letter of the last name."""
    return {letter: list(those) for letter, those in groupby(judges, key=lambda each: _sorted_as(each.name)[0][:1])}


def _judge(slug: str, rows: Sequence[Row]) -> Judge:
    spellings = Counter(row.judge for row in rows)
    name = min(spellings, key=lambda spelling: (-spellings[spelling], spelling))
    presidents = {row.appointed_by for row in rows if row.appointed_by}
    courts = Counter(row.court_id for row in rows)
    if len(presidents) > 1:
        by, how, party = "", "several", ""
    else:
        told = Counter((row.appointed_by, row.appointed_how, row.appointed_party) for row in rows
                       if row.appointed_by or not presidents)
        by, how, party = min(told, key=lambda each: (-told[each], each))
    return Judge(slug, name, tuple(rows), dict(sorted(courts.items())), by, how, party if by else "")


def _sorted_as(name: str) -> tuple[str, str]:
    """The last name before the whole: "Amos Reed, Jr." stands under "reed"."""
    words = name.replace(",", " ").split()
    while len(words) > 1 and _AFTER_A_NAME.fullmatch(words[-1]):
        del words[-1]
    return judge_slug(words[-1]), judge_slug(name)


def _grouped(rows: Iterable[Row], key: Callable[[Row], str]) -> dict[str, list[Row]]:
    """The rows by a key, in their order, without those that have none."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if name := key(row):
            found[name].append(row)
    return dict(found)


def district_map(values: Mapping[str, float]) -> DistrictMap:
    """The 94 districts as tiles, coloured by any {court_id: value}; a district without a value, or with 0, has step 0.

    The classes hold about as many districts each; equal values are never in two classes.
    """
    step_of = _steps([value for court_id, value in values.items() if value and court_id in _PLACES])
    tiles = tuple(
        Tile(COURTS[court_id], label(COURTS[court_id].citation), row, column, values.get(court_id),
             step_of.get(values.get(court_id) or 0, 0))
        for court_id, (row, column) in _PLACES.items())
    coloured = sorted((tile.step, tile.value) for tile in tiles if tile.step and tile.value is not None)
    steps = [(step, [value for _, value in those]) for step, those in groupby(coloured, key=lambda each: each[0])]
    return DistrictMap(tiles, tuple(Step(step, those[0], those[-1], len(those)) for step, those in steps))


def label(citation: str) -> tuple[str, str]:
    """A district's citation for a small tile: "N.D. Cal." as "N.D." and "Cal."."""
    found = _CITED.fullmatch(citation)
    return (found[1], found[2]) if found else (citation, "")


def _steps(values: Sequence[float]) -> dict[float, int]:
    """The class of each value. Fewer classes than there are steps are spread over them."""
    ranked = sorted(values)
    share = {value: ranked.index(value) * STEPS // len(ranked) for value in set(ranked)}
    used = sorted(set(share.values()))
    return {value: _SPREAD[len(used)][used.index(each)] for value, each in share.items()}


_SPREAD: Final = {1: (3,), 2: (2, 4), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}

_PLACES: Final[dict[str, tuple[int, int]]] = {
    court_id: (row, column)
    for row, line in enumerate(_GRID.split("\n")[1:-1], 1)
    for column, court_id in enumerate(line.split(), 1)
    if court_id != "."
}
"""Row and column of each district, in the order in which they are read."""
