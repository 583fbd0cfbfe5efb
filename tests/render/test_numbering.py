"""What docket numbers and second lists say of what is missed: right as often as promised, where the truth is known?"""
import random
from pathlib import Path

import pytest
from writwatch.render import SiteError
from writwatch.render.numbering import (
    FEWEST_IN_BOTH,
    Interval,
    Number,
    Recapture,
    chapman,
    civil_number,
    length,
    read_lists,
    recapture,
    runs,
)

WORLDS = 600


@pytest.mark.parametrize(("given", "read"), [
    ("1:25-cv-01234", ("1", 2025, 1234)), ("1:25-cv-01234-ABC-DEF", ("1", 2025, 1234)),
    ("25-cv-1234", ("", 2025, 1234)), ("0:2026-cv-00007", ("0", 2026, 7)), ("2:26-CV-00007-XY", ("2", 2026, 7)),
    ("3:25-cr-00115", None), ("26-1333", None), ("1:25-mc-00012", None), ("", None), ("1:25-cv-", None),
])
def test_a_civil_number_is_read(given: str, read: tuple[str, int, int] | None) -> None:
    """However it is shortened, and no other kind of number?"""
    assert civil_number("mnd", given) == (read and Number("mnd", *read))


def seen(serials: range | list[int], office: str = "0", court: str = "mnd") -> list[Number]:
    return [Number(court, office, 2026, serial) for serial in serials]


def test_a_run_is_what_the_clerk_counted() -> None:
    """By office and year: from the first to the last, without a guess where there are few?"""
    several = [*seen([40, 12, 400, 12]), *seen([30007, 30090], "3"), Number("mnd", "", 2026, 9_999)]
    first, second = runs(several)
    assert (first.office, first.known, first.first, first.last, first.between, first.filed) == (
        "0", 3, 12, 400, 389, None)
    assert (second.office, second.between) == ("3", 84)


@pytest.mark.parametrize("begins", [1, 10_001], ids=["from 1", "from 10001"])
@pytest.mark.parametrize("known", [5, 12, 60])
def test_the_length_of_a_run_is_within_its_interval(begins: int, known: int) -> None:
    """Random parts of worlds of 2,000 numbers: in about 95 of 100, wherever a court begins to count?"""
    chance = random.Random(known)
    right, told = 0, 0
    for _ in range(WORLDS):
        found = length(set(chance.sample(range(begins, begins + 2_000), known)))
        assert found
        right += found.low <= 2_000 <= found.high
        told += found.estimate
    assert 0.93 <= right / WORLDS <= 0.975
    assert abs(told / WORLDS - 2_000) < 110


def test_numbers_of_one_month_say_too_little() -> None:
    """The bias that the page names: looking at the first tenth of a year only, is the estimate far too small?"""
    chance = random.Random(4)
    found = length(set(chance.sample(range(1, 201), 40)))
    assert found
    assert found.high < 300


def world(chance: random.Random, petitions: int, ours: float, theirs: float,
          likelier: float = 0.0, shy: float = 0.0) -> Interval | None:
    """What two lists say of a world. `likelier`: added to the chance of the one where the other has it; `shy`: the
    share of petitions that neither can find."""
    both = mine = other = 0
    for number in range(petitions):
        if number < shy * petitions:
            continue
        here = chance.random() < ours
        there = chance.random() < theirs + likelier * here
        mine, other, both = mine + here, other + there, both + (here and there)
    return chapman(mine, other, both)


@pytest.mark.parametrize(("petitions", "ours", "theirs"), [
    (400, 0.8, 0.5), (400, 0.5, 0.2), (120, 0.6, 0.4), (2_000, 0.9, 0.1), (150, 0.3, 0.3),
])
def test_the_estimate_of_petitions_is_within_its_interval(petitions: int, ours: float, theirs: float) -> None:
    """Lists that know nothing of each other: in about 95 of 100 worlds, and on average right?"""
    chance = random.Random(petitions)
    found = [each for _ in range(WORLDS) if (each := world(chance, petitions, ours, theirs))]
    right = sum(each.low <= petitions <= each.high for each in found) / len(found)
    assert len(found) > 0.8 * WORLDS
    assert 0.93 <= right <= 0.985
    assert abs(sum(each.estimate for each in found) / len(found) / petitions - 1) < 0.06


@pytest.mark.parametrize(("likelier", "shy", "too"), [(0.4, 0.0, "small"), (-0.2, 0.0, "great"), (0.0, 0.2, "small")])
def test_lists_that_lean_on_each_other_mislead(likelier: float, shy: float, too: str) -> None:
    """The biases that the page names: copied lists and sealed cases make it too small, lists that avoid each other too
    great. Is the truth outside most intervals, on that side?"""
    chance = random.Random(9)
    found = [each for _ in range(200) if (each := world(chance, 600, 0.6, 0.3, likelier, shy))]
    outside = sum(each.high < 600 if too == "small" else each.low > 600 for each in found)
    assert outside > 0.8 * len(found)


@pytest.mark.parametrize(("ours", "theirs", "both"), [(50, 40, FEWEST_IN_BOTH - 1), (0, 10, 0), (300, 0, 0)])
def test_too_few_in_both_is_unknown(ours: int, theirs: int, both: int) -> None:
    """No number where there is nothing to go by?"""
    assert chapman(ours, theirs, both) is None


def test_chapman_by_hand() -> None:
    """(100 + 1) · (80 + 1) / (40 + 1) - 1, never fewer than were seen, and an end where one list holds the other?"""
    found = chapman(100, 80, 40)
    assert found
    assert found.estimate == round(101 * 81 / 41 - 1) == 199
    assert 140 <= found.low < 199 < found.high
    assert chapman(30, 30, 30) == (30, 30, 34)


def test_only_what_both_lists_can_have_is_compared() -> None:
    """A list of one month against a year of ours: are our others left aside, and other courts apart?"""
    ours = [*seen(range(1, 1_000, 5)), *seen(range(1, 50), court="txsd")]
    theirs = [*seen(range(101, 201, 10)), *seen(range(103, 200, 30))]
    (found,) = recapture(ours, "clinic", theirs)
    assert found[:5] == ("mnd", "clinic", 19, 14, 10)
    assert found.petitions
    assert found.missed
    assert found.missed.estimate == found.petitions.estimate - 19
    assert recapture(ours, "clinic", []) == []


def test_a_list_without_offices_is_compared_without() -> None:
    """The year and the number alone: are they found in ours?"""
    theirs = [each._replace(office="") for each in seen(range(10, 40))]
    assert recapture(seen(range(10, 40, 2), "4"), "x", theirs) == [
        Recapture("mnd", "x", 15, 30, 15, chapman(15, 30, 15))]


def test_an_editors_list_is_read(tmp_path: Path) -> None:
    """By a court's id or its citation, whatever other columns there are?"""
    (tmp_path / "clinic-list.csv").write_text(
        "court,docket_number,note\nD. Minn.,0:26-cv-00123,a\nmnd,26-cv-7,\n", encoding="utf-8-sig")
    assert read_lists(tmp_path) == {
        "clinic-list": frozenset({Number("mnd", "0", 2026, 123), Number("mnd", "", 2026, 7)})}
    assert read_lists(tmp_path / "nowhere") == {}


@pytest.mark.parametrize(("text", "says"), [
    ("court,number\nmnd,1\n", "lacks the column docket_number"),
    ("court,docket_number\nmnd,0:26-cv-00001\nNowhere,0:26-cv-00002\n", ":3: 'Nowhere' is no court"),
    ("court,docket_number\nmnd,26-1234\n", ":2: the docket number is no civil one"),
    ("court,docket_number\nmnd,\ud800\n", "cannot be read"),
])
def test_a_list_with_a_mistake_is_refused(text: str, says: str, tmp_path: Path) -> None:
    """Is the line named, and how to mend it?"""
    (tmp_path / "list.csv").write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(SiteError, match=says):
        read_lists(tmp_path)
