"""The plan: in what order are the steps, and which are left out?"""
import datetime as dt

import pytest
from writwatch.fetch.plan import FRESH, OVERLAP, Following, Held, Holding, Step, Task, plan, requests_for

NOW = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)


def done(ago: dt.timedelta, whole_ago: dt.timedelta | None = None) -> Held:
    """A part whose last pass ended `ago`, the last one over everything `whole_ago`."""
    at = NOW - ago
    return Held("delta", None, None, at, NOW - (whole_ago or ago), at)


HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
FINISHED = {"docket": done(HOUR), "parties": done(HOUR), "attorneys": done(HOUR)}


def plan_of(held: dict[tuple[int, str], Held], *followed: int) -> list[Task]:
    return plan(Following(followed), Holding(held), NOW)


def steps(held: dict[tuple[int, str], Held], *followed: int) -> list[tuple[int, str, str]]:
    return [(step.docket_id, step.part, step.mode) for step in plan_of(held, *followed) if isinstance(step, Step)]


def test_never_seen():
    """Two unknown dockets: what the courts say of both comes before who the parties are."""
    assert steps({}, 1, 2) == [
        (1, "docket", "whole"),
        (1, "entries", "whole"),
        (2, "docket", "whole"),
        (2, "entries", "whole"),
        (1, "parties", "whole"),
        (1, "attorneys", "whole"),
        (2, "parties", "whole"),
        (2, "attorneys", "whole"),
    ]


def test_what_was_cut_off_comes_first():
    """A pass that was cut off on page two: is it gone on with, in the mode it had?"""
    held = {(2, "entries"): Held("whole", "http://x/?cursor=y", NOW - HOUR, None, None, None)}
    first = plan_of(held, 1, 2)[0]
    assert isinstance(first, Step)
    assert (first.docket_id, first.part, first.mode, first.resume, first.since) == (2, "entries", "whole", True, None)


def test_a_delta_that_was_cut_off_begins_where_it_began():
    """The watermark moves only when a pass ends: does the second try ask from the same moment?"""
    mark = NOW - DAY
    held = {(1, part): have for part, have in FINISHED.items()}
    held[(1, "entries")] = Held("delta", None, NOW - HOUR, NOW - DAY, NOW - DAY, mark)
    step = plan_of(held, 1)[0]
    assert isinstance(step, Step)
    assert (step.mode, step.resume, step.since) == ("delta", True, mark - OVERLAP)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (done(FRESH / 2), []),
        (done(FRESH), [("entries", "delta")]),
        (done(DAY), [("entries", "delta")]),
        (done(DAY, 31 * DAY), [("entries", "whole")]),
        (Held("whole", None, None, NOW - HOUR, NOW - HOUR, None), [("entries", "delta")]),
    ],
)
def test_when_entries_are_asked_again(entries: Held, expected: list[tuple[str, str]]):
    """Fresh: not at all. Stale: what changed. After a month: everything."""
    held = {(1, part): have for part, have in FINISHED.items()} | {(1, "entries"): entries}
    assert [(part, mode) for _, part, mode in steps(held, 1)] == expected


def test_the_dockets_own_row_is_looked_at_every_three_days():
    held = {(1, part): have for part, have in FINISHED.items()} | {(1, "entries"): done(FRESH / 2)}
    held[(1, "docket")] = done(2 * DAY)
    assert steps(held, 1) == []
    held[(1, "docket")] = done(3 * DAY)
    assert steps(held, 1) == [(1, "docket", "whole")]


def test_the_stalest_comes_first():
    held = {(n, part): have for n in (1, 2, 3) for part, have in FINISHED.items()}
    held |= {(1, "entries"): done(2 * HOUR), (2, "entries"): done(9 * HOUR), (3, "entries"): done(5 * HOUR)}
    assert [number for number, _, _ in steps(held, 1, 2, 3)] == [2, 3, 1]


def test_a_docket_in_two_cases_is_asked_once():
    assert len(plan_of({}, 1, 1, 1)) == 4


@pytest.mark.parametrize(("entries", "requests"), [(0, 1), (1, 1), (20, 1), (21, 2), (400, 20)])
def test_cost(entries: int, requests: int):
    """Twenty rows a page: how many requests for everything we hold?"""
    assert requests_for(Step(1, "entries", "whole"), Holding(entries={1: entries})) == requests


@pytest.mark.parametrize("whole_ago", [DAY, -400 * DAY])
def test_a_check_in_the_future_is_none(whole_ago: dt.timedelta):
    """The clock was a year ahead at the last run: is the docket asked now, and not only in a year?"""
    held = {(1, part): have for part, have in FINISHED.items()} | {(1, "entries"): done(-365 * DAY, whole_ago)}
    assert [part for _, part, _ in steps(held, 1)] == ["entries"]


def test_what_failed_is_scattered():
    """Dockets that cannot be answered, oldest of all: do they stand between those that can, two by two?"""
    held = {(n, part): have for n in range(1, 10) for part, have in FINISHED.items()}
    held |= {(n, "entries"): done((n + 2) * HOUR) for n in range(1, 10)}
    held |= {(n, "entries"): done((n + 2) * HOUR)._replace(error="no") for n in (6, 7, 8, 9)}
    assert [number for number, _, _ in steps(held, *range(1, 10))] == [5, 4, 9, 3, 2, 8, 1, 7, 6]
