"""Which hearing a new day is for: told once, for what is to come and for the whole list alike."""

from collections.abc import Sequence

import pytest
from writwatch.render.procedure.agenda import agenda
from writwatch.render.procedure.moves import meant

from .dockets import PETITION, day_of, docket, read

MEANT = [
    ("the only one there is", ["Motion hearing"], "Trial", 0),
    ("the one of its name", ["Motion hearing", "Bond hearing"], "Bond hearing", 1),
    ("the one of its kind", ["Status conference", "Motion hearing"], "Hearing on the petition", 1),
    ("its name before its kind", ["Bond hearing", "hearing"], "hearing", 1),
    ("two of one kind", ["Bond hearing", "Motion hearing"], "Hearing on the petition", None),
    ("two of one name", ["hearing", "hearing"], "hearing", None),
    ("none of its kind among several", ["Status conference", "Oral argument"], "Trial", None),
    ("none at all", [], "hearing", None),
]


@pytest.mark.parametrize(("names", "name", "place"), [row[1:] for row in MEANT], ids=[row[0] for row in MEANT])
def test_a_new_day_is_for_one_hearing_or_for_none(names: Sequence[str], name: str, place: int | None) -> None:
    """By its name, by its kind, because it is alone; and never by a guess?"""
    assert meant(names, name) == place


@pytest.mark.parametrize("reset", [
    "Motion Hearing reset for 5/27/2026 at 09:00 AM.", "Hearing on the motion reset for 5/27/2026 at 09:00 AM.",
])
def test_the_list_and_what_is_to_come_agree(reset: str) -> None:
    """Of two hearings set, one is moved: is it the same one in the whole list and among those to come?"""
    told = docket(("5/1", PETITION), ("5/4", "Motion Hearing set for 5/20/2026 at 10:00 AM."),
                  ("5/5", "Status Conference set for 5/21/2026 at 11:00 AM."), ("5/8", reset))
    case = read(told, as_of=day_of("5/10"))
    assert [(each.datetime, each.moved_from) for each in case.hearings_to_come] == [
        ("2026-05-21T11:00", ()), ("2026-05-27T09:00", ("2026-05-20T10:00",))]
    assert [(each.datetime, each.result) for each in agenda([told], case) if each.kind == "hearing"] == [
        ("2026-05-20T10:00", "moved"), ("2026-05-21T11:00", None), ("2026-05-27T09:00", None)]
