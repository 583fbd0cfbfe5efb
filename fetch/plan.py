"""What we hold and what is followed in, the steps worth taking in order out. Pure: the time is an argument.

A step is one part of one docket. First come passes that were cut off, then dockets never seen, then who the parties
and lawyers are, then the dockets whose entries were checked longest ago. What failed last time is scattered among them.
A later version asks across dockets at once.
"""
import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Literal, NamedTuple

Part = Literal["docket", "entries", "parties", "attorneys"]
Mode = Literal["whole", "delta"]

PARTS: tuple[Part, ...] = ("docket", "entries", "parties", "attorneys")
FRESH = dt.timedelta(minutes=15)
"""What was checked less than this ago is not asked again."""
RECONCILE = dt.timedelta(days=30)
"""Deletions upstream show only when every row is asked for: after this long, a docket is."""
DOCKET_EVERY = dt.timedelta(days=3)
"""How old a docket's own row (judge, dates, caption) may grow while its entries do not change."""
OVERLAP = dt.timedelta(minutes=10)
"""How far before the start of the last pass a delta begins: CourtListener reads from replicas that lag."""


class Held(NamedTuple):
    """How far one part of one docket is; as the table `progress` has it."""

    mode: Mode
    next_url: str | None
    started_at: dt.datetime | None
    checked_at: dt.datetime | None
    whole_at: dt.datetime | None
    watermark: dt.datetime | None
    error: str | None = None


class Step(NamedTuple):
    """One part of one docket to bring up to date. `resume`: go on with the pass that was cut off."""

    docket_id: int
    part: Part
    mode: Mode
    since: dt.datetime | None = None
    resume: bool = False
    why: str = ""


def plan(followed: Iterable[int], held: Mapping[tuple[int, str], Held], now: dt.datetime) -> list[Step]:
    """The steps that bring the followed dockets up to date, most worthwhile first."""
    ranked: list[tuple[tuple, Step]] = []
    for order, docket_id in enumerate(dict.fromkeys(followed)):
        for part in PARTS:
            step = step_for(docket_id, part, held, now)
            if step:
                ranked.append(((*rank(step, held), order, PARTS.index(part)), step))
    steps = [step for _, step in sorted(ranked, key=lambda pair: pair[0])]
    return scatter([step for step in steps if not failed(step, held)], [step for step in steps if failed(step, held)])


def failed(step: Step, held: Mapping[tuple[int, str], Held]) -> bool:
    """Whether the last try of it failed."""
    have = held.get((step.docket_id, step.part))
    return have is not None and have.error is not None


def scatter(sound: list[Step], troubled: list[Step]) -> list[Step]:
    """A troubled step after every second sound one: it is tried again, and troubled ones in a row end no run."""
    rest = iter(troubled)
    steps: list[Step] = []
    for number, step in enumerate(sound):
        steps += [step, *islice(rest, number % 2)]
    return [*steps, *rest]


def step_for(docket_id: int, part: Part, held: Mapping[tuple[int, str], Held], now: dt.datetime) -> Step | None:
    have = held.get((docket_id, part))
    if have is not None and have.started_at is not None:
        since = since_of(have) if have.mode == "delta" else None
        return Step(docket_id, part, have.mode, since, resume=True, why="cut off last time")
    if have is None or have.checked_at is None:
        return Step(docket_id, part, "whole", why="never seen")
    age = abs(now - have.checked_at)  # a check in the future: the clock was wrong then, and nothing is known
    if age < FRESH:
        return None
    if have.whole_at is None or abs(now - have.whole_at) >= RECONCILE:
        return Step(docket_id, part, "whole", why=f"everything is asked again every {RECONCILE.days} days")
    if part == "entries":
        return Step(docket_id, part, "delta", since_of(have), why="what changed since")
    if part == "docket" and age >= DOCKET_EVERY:
        return Step(docket_id, part, "whole", why=f"looked at every {DOCKET_EVERY.days} days")
    return None


def since_of(have: Held) -> dt.datetime | None:
    """Where a delta begins; None where no row was ever seen, so that everything is asked for."""
    return have.watermark - OVERLAP if have.watermark else None


def rank(step: Step, held: Mapping[tuple[int, str], Held]) -> tuple[int, float]:
    """Smaller goes first: the group, then how long ago the docket's part was checked."""
    have = held.get((step.docket_id, step.part))
    checked = have.checked_at.timestamp() if have and have.checked_at else 0.0
    if step.resume:
        return 0, checked
    if step.part in ("docket", "entries"):
        return (1, 0.0) if have is None or have.checked_at is None else (3, checked)
    return 2, checked


def requests_for(step: Step, entries_held: int = 0) -> int:
    """How many requests a step is likely to take: a page has 20 rows. At least; a first look cannot know."""
    if step.part == "entries" and step.mode == "whole":
        return max(1, -(-entries_held // 20))
    return 1
