"""Cases by court, judge, state and month, and the districts as tiles: is each in its place, and nothing more said?"""
import datetime as dt
from collections.abc import Iterator

import pytest
from writwatch.render import addresses, places
from writwatch.render.overview import Row
from writwatch.render.procedure.courts import COURTS
from writwatch.render.wording import AXES, STATES

from .factory import TODAY

DISTRICTS = {court.id for court in COURTS.values() if court.level == "district"}


def row(slug: str = "mnd-0-26-cv-00123", **given: object) -> Row:
    """A row of a list; `given` replaces what it says."""
    made = Row(
        slug=slug, title="M.C.P. v. Warden", topic="detention", court_id="mnd", docket_number="0:26-cv-00123",
        status="open_pending", since=TODAY, filed=dt.date(2026, 3, 9), active=TODAY, protected=True,
        lists=frozenset({"all"}), judge="Jane L. Marlow", appointed_by="", axes=("",) * len(AXES))
    return made._replace(**given)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(("said", "shown", "slug"), [
    ("Jane L. Marlow", "Jane L. Marlow", "jane-l-marlow"),
    ("  Jane  L. Marlow ", "Jane L. Marlow", "jane-l-marlow"),
    ("Judge Jane L. Marlow", "Jane L. Marlow", "jane-l-marlow"),
    ("Chief U.S. District Judge Jane L. Marlow", "Jane L. Marlow", "jane-l-marlow"),
    ("Marlow, Jane L.", "Jane L. Marlow", "jane-l-marlow"),
    ("Jane Marlow", "Jane Marlow", "jane-marlow"),
    ("Judge Marlow", "Marlow", "marlow"),
    ("Amos Reed, Jr.", "Amos Reed, Jr.", "amos-reed-jr"),
    ("Hon. José Peña-Orr", "José Peña-Orr", "jose-pena-orr"),
    ("Justice", "", "judge"),
    ("Unassigned", "", "judge"),
    ("Unassigned District Judge", "", "judge"),
    ("No Judge Assigned", "", "judge"),
    ("", "", "judge"),
])
def test_a_judge_is_known_by_the_name_without_titles(said: str, shown: str, slug: str) -> None:
    """Does only the same name lead to the same address, and nobody to none?"""
    assert (addresses.judge_name(said), addresses.judge_slug(said)) == (shown, slug)


def test_only_equal_names_are_one_judge() -> None:
    """Are a last name alone, and a name without the middle initial, judges of their own?"""
    judges = places.by_judge([
        row("a", judge="Jane L. Marlow"), row("b", judge="JANE L MARLOW"), row("c", judge="Jane L. Marlow"),
        row("d", judge="Marlow"), row("e", judge="Jane Marlow"), row("f", judge="")])
    assert {slug: (judge.name, len(judge.rows)) for slug, judge in judges.items()} == {
        "jane-l-marlow": ("Jane L. Marlow", 3), "jane-marlow": ("Jane Marlow", 1), "marlow": ("Marlow", 1)}


def test_judges_stand_by_last_name() -> None:
    """Is the order the alphabet, never the number of cases, and "Jr." nobody's last name?"""
    names = ["Ola Brand", "Amos Reed, Jr.", "Zoë Adair", "Otis Farrow-Lindqvist", "Bela Brand", "Jon Vance III"]
    judges = places.by_judge([row(str(place), judge=name) for place, name in enumerate(names * 2)][:-3])
    assert [judge.name for judge in judges.values()] == [
        "Zoë Adair", "Bela Brand", "Ola Brand", "Otis Farrow-Lindqvist", "Amos Reed, Jr.", "Jon Vance III"]
    assert {letter: len(those) for letter, those in places.by_letter(judges.values()).items()} == {
        "a": 1, "b": 2, "f": 1, "r": 1, "v": 1}


@pytest.mark.parametrize(("presidents", "told"), [
    (["", "Ada Prewitt", ""], "Ada Prewitt"), (["", ""], ""), (["Ada Prewitt", "Sol Amundsen"], ""),
])
def test_who_appointed_a_judge_is_known_or_not(presidents: list[str], told: str) -> None:
    """Where cases say nothing, or differ, is nothing said?"""
    rows = [row(str(place), appointed_by=president) for place, president in enumerate(presidents)]
    assert places.by_judge(rows)["jane-l-marlow"].appointed_by == told


@pytest.mark.parametrize(("name", "courts", "several"), [
    ("Jane L. Marlow", ["mnd"], False), ("Marlow", ["mnd"], True), ("Jane L. Marlow", ["mnd", "azd"], True),
    ("Jane L. Marlow", ["mnd", "ca8"], False),
])
def test_a_name_that_may_be_several_peoples_says_so(name: str, courts: list[str], several: bool) -> None:
    """Is one page of a last name, or of two districts, taken for one person?"""
    rows = [row(court, judge=name, court_id=court) for court in courts]
    assert places.by_judge(rows)[addresses.judge_slug(name)].may_be_several is several


def test_every_court_has_its_cases() -> None:
    """Is every court there, with none too; is one that is not in the table last, and what is no id left out?"""
    courts = places.by_court([row("a"), row("b", court_id="zzd"), row("c", court_id="../x"), row("d", court_id="")])
    assert set(COURTS) <= set(courts)
    assert [list(courts)[-1], len(courts)] == ["zzd", len(COURTS) + 1]
    assert {court: [each.slug for each in rows] for court, rows in courts.items() if rows} == {
        "mnd": ["a"], "zzd": ["b"]}


def test_courts_stand_by_circuit() -> None:
    """Is each court under one circuit, the circuit's own first, those above at the end?"""
    circuits = places.by_circuit({court: len(court) for court in (*COURTS, "zzd")})
    assert list(circuits["ca1"]) == ["ca1", "mad", "med", "nhd", "prd", "rid"]
    assert list(circuits[""]) == ["scotus", "jpml", "zzd"]
    assert sorted(court for those in circuits.values() for court in those) == sorted((*COURTS, "zzd"))
    assert circuits["ca1"]["prd"] == 3


def test_states_hold_the_cases_of_their_districts() -> None:
    """Is every state there by name, and an appeal in none?"""
    states = places.by_state([row("a"), row("b", court_id="ca8"), row("c", court_id="cand")], STATES)
    assert list(states)[:3] == ["AL", "AK", "AZ"]
    assert {state: len(rows) for state, rows in states.items() if rows} == {"MN": 1, "CA": 1}
    assert {court for state in states for court in places.districts(state)} == DISTRICTS


def test_months_are_those_of_filing() -> None:
    """Is the newest first, a case without a day in none, and one with a slip in its year in a month all the same?"""
    days = [dt.date(2025, 12, 31), dt.date(2026, 3, 1), None, dt.date(2026, 3, 31), dt.date(1, 1, 1)]
    months = places.by_month([row(str(place), filed=day) for place, day in enumerate(days)])
    assert {month: len(rows) for month, rows in months.items()} == {"2026-03": 2, "2025-12": 1, "0001-01": 1}
    assert places.each_month(months) == ["2026-03", "2025-12", "0001-01"]


# The map.


def tile_places() -> dict[str, tuple[int, int]]:
    return {tile.court.id: (tile.row, tile.column) for tile in places.district_map({}).tiles}


def neighbours(place: tuple[int, int]) -> Iterator[tuple[int, int]]:
    return ((place[0] + down, place[1] + right) for down in (-1, 0, 1) for right in (-1, 0, 1))


def test_every_district_has_one_tile() -> None:
    """Are there 94, each in a place of its own, and few enough columns for a phone?"""
    found = tile_places()
    assert set(found) == DISTRICTS
    assert len(found) == len(set(found.values())) == 94
    assert max(column for _, column in found.values()) == 11


@pytest.mark.parametrize("state", sorted({COURTS[court].state for court in DISTRICTS}))
def test_a_states_districts_lie_together(state: str) -> None:
    """Can one walk from any of a state's tiles to any other without leaving it?"""
    left = {place for court, place in tile_places().items() if COURTS[court].state == state}
    reached = {left.pop()}
    while near := {place for known in reached for place in neighbours(known)} & left:
        reached |= near
        left -= near
    assert left == set()


@pytest.mark.parametrize(("one", "other", "way"), [
    ("wawd", "cacd", "north"), ("mnd", "txsd", "north"), ("med", "flsd", "north"), ("ndd", "sdd", "north"),
    ("alnd", "alsd", "north"), ("msnd", "mssd", "north"), ("ilnd", "ilsd", "north"), ("cand", "casd", "north"),
    ("cand", "nysd", "west"), ("ord", "idd", "west"), ("okwd", "oked", "west"), ("tnwd", "tned", "west"),
    ("txsd", "flsd", "west"), ("nywd", "mad", "west"), ("kywd", "kyed", "west"), ("waed", "mtd", "west"),
])
def test_the_map_lies_as_the_country_does(one: str, other: str, way: str) -> None:
    """Is the first north (above) or west (left) of the second?"""
    axis = 0 if way == "north" else 1
    assert tile_places()[one][axis] < tile_places()[other][axis]


@pytest.mark.parametrize(("citation", "label"), [
    ("N.D. Cal.", ("N.D.", "Cal.")), ("D. Minn.", ("D.", "Minn.")), ("S.D.N.Y.", ("S.D.", "N.Y.")),
    ("D.D.C.", ("D.D.C.", "")), ("S.D.W. Va.", ("S.D.", "W. Va.")), ("D. N. Mar. I.", ("D.", "N. Mar. I.")),
    ("U.S.", ("U.S.", "")),
])
def test_a_tile_is_labelled_by_its_citation(citation: str, label: tuple[str, str]) -> None:
    """Do the two halves make up the whole?"""
    assert places.label(citation) == label


def test_any_value_can_colour_the_map() -> None:
    """Do equal values share a colour, greater ones never have a lighter one, and none mean none?"""
    values = {court: 0.1 * (place // 3) for place, court in enumerate(sorted(DISTRICTS))} | {"ca8": 99.0}
    drawn = places.district_map(values)
    steps = {tile.court.id: tile.step for tile in drawn.tiles}
    assert {steps[court] for court in sorted(DISTRICTS)[:3]} == {0}
    ordered = [steps[court] for court in sorted(DISTRICTS)]
    assert ordered == sorted(ordered)
    assert [each.step for each in drawn.steps] == [1, 2, 3, 4, 5]
    assert sum(each.districts for each in drawn.steps) == 94 - 3
    assert max(each.districts for each in drawn.steps) <= 21
    assert len({tile.step for tile in drawn.tiles if tile.value == values[sorted(DISTRICTS)[40]]}) == 1
    assert drawn.steps[-1].high < 99


@pytest.mark.parametrize(("values", "steps"), [
    ({}, []), ({"mnd": 0}, []), ({"mnd": 7}, [(3, 7, 7)]), ({"mnd": 7, "azd": 7}, [(3, 7, 7)]),
    ({"mnd": 7, "azd": 9}, [(2, 7, 7), (4, 9, 9)]), ({"mnd": 1, "azd": 2, "cod": 3}, [(1, 1, 1), (3, 2, 2), (5, 3, 3)]),
])
def test_few_values_are_spread_over_the_colours(values: dict[str, float], steps: list[tuple[int, int, int]]) -> None:
    """With one, two or three different values: do they look different, and does the key say what they are?"""
    assert [(each.step, each.low, each.high) for each in places.district_map(values).steps] == steps
