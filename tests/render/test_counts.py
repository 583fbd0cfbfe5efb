"""Is what is counted what its definition says, and is how long something takes told with the open cases in it?"""
from typing import Any

import pandas as pd
import pytest
from writwatch.render.counts import COUNTED, Counting, Median, curve, estimate, median, spans
from writwatch.render.measures import DECIDED, DURATIONS, ENDINGS, GROUPS, LEVELS, MEASURES, Is, Known, Yes

BLANK = {
    "slug": "", "kind": "individual_detention", "court_id": "mnd", "circuit": "ca8", "state": "MN",
    "topic": "detention", "judge_id": "jane-l-marlow", "appointed_by": None, "government_action": None,
    "date_filed": "2026-01-07",
    "status": "open_pending", "status_by": "read", "interim": "none", "merits": "none", "merits_by": "inferred",
    "custody": "unknown", "custody_by": "inferred", "compliance": "nothing_due", "compliance_by": "inferred",
    "appeal": "none", "appeal_by": "inferred", "interim_relief": False, "release_ordered": False,
    "bond_hearing_ordered": False, "relief_ordered": False, "first_order_on": None, "decided_on": None,
    "released_on": None, "observed_until": "2026-04-10",
}
GRANTED = {"merits": "granted", "merits_by": "read", "status": "relief_granted_final", "relief_ordered": True,
           "release_ordered": True, "decided_on": "2026-01-17"}


def table(*cases: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame([BLANK | {"slug": f"case-{n}"} | case for n, case in enumerate(cases)])


def numbers(name: str, level: str, cases: pd.DataFrame) -> dict[str, tuple[int, int]]:
    measure = next(each for each in MEASURES if each.name == name)
    counted = Counting(cases).count(measure, level)
    return {row.group: (row.cases, row.of) for row in counted.itertuples()}


CASES = table(
    GRANTED,
    GRANTED | {"merits_by": "confirmed", "compliance": "reported", "compliance_by": "confirmed", "court_id": "txsd"},
    {"merits": "denied", "merits_by": "read", "status": "relief_denied"},
    {"merits": "dismissed_moot", "status": "dismissed", "appeal": "pending"},
    {"interim": "no_transfer_order tro", "interim_relief": True, "status": "relief_granted_interim"},
    {"court_id": "txsd", "date_filed": "2026-01-12", "compliance": "no_report_seen"},
    {"kind": "impact", "status": "relief_granted_interim", "government_action": "Third countries"},
    {"kind": "criminal", "date_filed": None},
)


@pytest.mark.parametrize(("name", "all_cases"), [
    ("cases", (8, 8)), ("petitions", (6, 8)), ("pending", (2, 6)), ("decided", (4, 6)), ("granted", (2, 4)),
    ("denied", (1, 4)), ("dismissed_moot", (1, 4)), ("interim_relief", (1, 6)), ("release_ordered", (2, 6)),
    ("relief_ordered", (2, 4)), ("compliance_shown", (1, 2)), ("orders_due", (2, 8)), ("due_silent", (1, 2)),
    ("appeals", (1, 8)), ("impact", (1, 8)), ("in_force", (1, 1)), ("in_force_tro", (0, 1)), ("in_force_final", (0, 1)),
])
def test_each_measure_counts_what_it_says(name: str, all_cases: tuple[int, int]):
    """How many, and of how many?"""
    assert numbers(name, "all", CASES) == {"all": all_cases}


@pytest.mark.parametrize(("level", "found"), [
    ("court_id", {"mnd": (1, 3), "txsd": (1, 1)}),
    ("week", {"2026-01-05": (2, 4)}),
    ("month", {"2026-01": (2, 4)}),
    ("circuit", {"ca8": (2, 4)}),
    ("appointed_by", {}),
])
def test_a_measure_is_counted_by_a_level(level: str, found: dict[str, tuple[int, int]]):
    """Is a case counted under its court or the Monday of its week, and a missing value under none?"""
    assert numbers("granted", level, CASES) == found


def test_what_a_person_a_reading_and_an_inference_say_stands_apart():
    """Do the three add up to the count?"""
    counted = Counting(CASES).count_all()
    assert list(counted.columns) == list(COUNTED)
    assert (counted["by_person"] + counted["by_reading"] + counted["by_inference"] == counted["cases"]).all()
    row = counted[(counted["measure"] == "granted") & (counted["level"] == "all")].iloc[0]
    assert (row["by_person"], row["by_reading"], row["by_inference"]) == (1, 1, 0)
    assert (counted["cases"] <= counted["of"]).all()


def test_of_nothing_nothing_is_counted():
    """Is a table without cases no error?"""
    assert Counting(CASES.head(0)).count_all().empty


def test_every_definition_stands_on_its_own():
    """Has each measure words, a formula, and a denominator defined before it; are its columns those of the table?"""
    known: set[str] = set()
    for measure in MEASURES:
        assert measure.title
        assert measure.says.endswith(".")
        assert measure.of == "" or measure.of in known
        assert {condition.column for condition in measure.where} | {measure.sure} <= set(CASES.columns)
        known.add(measure.name)
    assert len(known) == len(MEASURES)
    assert {level.name for level in LEVELS} - {"all", "week", "month"} <= set(CASES.columns)
    for duration in DURATIONS:
        assert {duration.start, duration.end, "observed_until"} <= set(CASES.columns)


def test_every_measure_is_shown_once():
    """In the groups of the pages, and in no more than one?"""
    shown = [measure for group in GROUPS for measure in group.measures]
    assert sorted(shown) == sorted(MEASURES)
    assert all(group.title for group in GROUPS)


def test_a_decided_petition_ended_in_one_way():
    """Whatever the ruling: is it counted by exactly one of the endings?"""
    (rulings,) = (condition.words for condition in DECIDED.where if condition.column == "merits")
    found = table(*({"merits": merits} for merits in rulings))
    counted = [Counting(found).count(ending, "all")["cases"].sum() for ending in ENDINGS]
    assert sum(counted) == len(rulings)
    assert {word for ending in ENDINGS for each in ending.where if each.column == "merits" for word in each.words} \
        == set(rulings)


@pytest.mark.parametrize(("condition", "text"), [
    (Is("merits", ("granted",)), "merits = granted"),
    (Is("merits", ("granted", "denied")), "merits in (granted, denied)"),
    (Yes("release_ordered"), "release_ordered"), (Known("date_filed"), "date_filed known"),
])
def test_a_formula_can_be_read(condition: Is | Yes | Known, text: str):
    """Does a condition say in plain words what it asks?"""
    assert str(condition) == text


# How long it takes. The first table is the one in every textbook: weeks of remission under 6-mercaptopurine.

REMISSION = [(6, 3, 4), (7, 1, 1), (9, 0, 1), (10, 1, 2), (11, 0, 1), (13, 1, 1), (16, 1, 1), (17, 0, 1), (19, 0, 1),
             (20, 0, 1), (22, 1, 1), (23, 1, 1), (25, 0, 1), (32, 0, 2), (34, 0, 1), (35, 0, 1)]


def test_the_estimate_is_that_of_the_textbook():
    """Kaplan and Meier's shares, at 21 patients of whom 9 relapsed: 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448."""
    told = estimate("remission", REMISSION)
    ended = told[told["ended"] > 0]
    assert [round(share, 3) for share in ended["share"]] == [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert list(told["at_risk"])[:3] == [21, 17, 16]
    assert median(told) == Median(23, 13, None, 21, 9)


def test_the_interval_is_that_of_the_textbook():
    """Log-minus-log with Greenwood's variance at week 10, S = 0.753: 0.503 to 0.889."""
    row = estimate("remission", REMISSION).set_index("day").loc[10]
    assert (round(row["low"], 3), round(row["high"], 3)) == (0.503, 0.889)


BY_HAND = [(3, 2, 2), (5, 0, 1), (7, 1, 1), (9, 1, 2), (12, 0, 2)]
"""Eight cases. 6/8 = 0.75; of five left 4/5: 0.6; of four 3/4: 0.45. Greenwood's sums: 2/(8·6) = 1/24; + 1/(5·4);
+ 1/(4·3) = 0.175. On the log-minus-log scale the first has ±1.96·√(1/24)/ln(1/0.75) = ±1.391, and so on."""


def test_the_estimate_is_that_made_by_hand():
    """With ties, and with a case last seen on the day on which another ended: the share and both ends, day by day?"""
    told = estimate("by hand", BY_HAND)
    assert list(told["at_risk"]) == [8, 6, 5, 4, 2]
    assert list(told["censored"]) == [0, 1, 0, 1, 2]
    assert [tuple(round(value, 3) for value in row) for row in told[["share", "low", "high"]].to_numpy()] == [
        (0.75, 0.315, 0.931), (0.75, 0.315, 0.931), (0.6, 0.195, 0.852), (0.45, 0.108, 0.751), (0.45, 0.108, 0.751)]
    assert median(told) == Median(9, 3, None, 8, 4)


def test_an_even_number_has_its_half_on_a_day():
    """24 cases, one a day, none open: half are there after the 12th, though 23/24 · 22/23 · … is a little more in
    floating point. By hand, the interval crosses one half on the 7th (0.320 < 0.367) and the 17th (0.575 > 0.506)."""
    assert median(estimate("one a day", [(day, 1, 1) for day in range(1, 25)])) == Median(12, 7, 17, 24, 24)


def test_open_cases_are_in_the_estimate():
    """Two of four ended, on days 10 and 20; the others are open. A mean of the finished would say 15 days."""
    cases = table(GRANTED, GRANTED | {"decided_on": "2026-01-27"}, {}, {})
    to_decision = next(each for each in DURATIONS if each.name == "to_decision")
    assert sorted(spans(to_decision, cases).itertuples(index=False, name=None)) == [
        (10, True), (20, True), (93, False), (93, False)]
    assert median(curve(to_decision, cases)) == Median(20, 10, None, 4, 2)


def test_a_median_that_is_not_reached_is_not_given():
    """One of four ended: is no median made up?"""
    cases = table(GRANTED, {}, {}, {})
    to_decision = next(each for each in DURATIONS if each.name == "to_decision")
    assert median(curve(to_decision, cases)).days is None
    assert median(curve(to_decision, cases.head(0))) == Median(None, None, None, 0, 0)
