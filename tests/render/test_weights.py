"""How much an event counts for a reader, and by which one an entry is told, in lists, feeds and the digest alike."""
import pytest
from writwatch.render.published import PublishedEvent
from writwatch.render.weights import DECIDING, by_entry, deciding, weight, weightiest

from .factory import TODAY, entry, event

FIRST, SECOND = (entry(number, number, TODAY, "ORDER") for number in (1, 2))
FILED = event(FIRST, "complaint_or_petition_filed", "ORDER")
TRO, HABEAS, RELEASE = (event(SECOND, type_, "ORDER") for type_ in ("tro_entered", "habeas_ruling", "release_ordered"))
ROUTINE = event(FIRST, "appearance", "ORDER")


@pytest.mark.parametrize(("told", "expected"), [
    (event(FIRST, "motion_filed", "ORDER", kind="extension"), 0),
    (event(FIRST, "order_on_motion", "ORDER", kind="extension"), 2),
    (event(FIRST, "order_on_motion", "ORDER", kind="other"), 2), (event(FIRST, "order_on_motion", "ORDER"), 2),
    (event(FIRST, "nobody_knows", "ORDER"), 0),
])
def test_what_is_routine_weighs_little(told: PublishedEvent, expected: int) -> None:
    """More time, motions of no known kind, types no table has?"""
    assert weight(told) == expected < DECIDING


def test_an_entry_is_told_by_its_weightiest_event() -> None:
    """Whatever order they come in, mixed with those of other entries; and no entry by what is routine?"""
    assert weight(HABEAS) >= weight(RELEASE) > weight(TRO)
    told = [TRO, FILED, RELEASE, ROUTINE, HABEAS]
    assert by_entry(told) == {2: [TRO, RELEASE, HABEAS], 1: [FILED, ROUTINE]}
    assert deciding(told)[-1] == min((each for each in told if each != ROUTINE), key=weight)
    best = {each.entry_id: each for each in weightiest(told)}
    assert best[2] == max((TRO, RELEASE, HABEAS), key=weight)
    assert list(weightiest([ROUTINE])) == []
