"""What people decided, read and written: `decisions/SLUG.toml` beside the case files in, `Decision` values out.

One file a case, named like the case's own; in it one [[decision]] for each thing that a person confirmed, corrected
or rejected. A decision with a mistake is left out and the others stand. A new one is added at the end: what an editor
wrote before it, comments too, stays as it is, byte for byte.
"""
import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, Literal

import msgspec

from . import SiteError
from .append import append_table
from .cases import SLUG, Case
from .own_files import files_in
from .procedure.findings import Decision
from .procedure.status import AXES, STATUS_TABLE
from .procedure.vocabulary import KINDS, OUTCOMES, EventType
from .toml_lines import Place
from .toml_tables import Notes, Problem, Table, nearest, read_record, read_table
from .tracker import key_values

VALUES: Final[dict[str, tuple[str, ...]]] = {
    **{axis: tuple(values) for axis, values in AXES.items()},
    "status": tuple(row.status for row in STATUS_TABLE),
}
"""Every axis that can be decided, and "status", with the values it may be given."""

EVENTS: Final[tuple[str, ...]] = tuple(each.value for each in EventType)

ACCUSING: Final = frozenset({("compliance", "violation_found"), ("compliance", "cured")})
"""Axes and values which say that an order was broken: a person confirms them at one entry, or not at all."""

Decisions = dict[str, tuple[Decision, ...]]
"""The decisions of each case, by its slug, in the order of the file."""


class _Keys(msgspec.Struct, frozen=True):
    """The keys of a [[decision]], as `findings.Decision` has them."""

    action: Literal["confirm", "correct", "reject"]
    by: str
    on: dt.date
    axis: str = ""
    value: str = ""
    event: str = ""
    docket_id: int | None = None
    entry_id: int | None = None
    note: str = ""


_EXAMPLES = {
    "action": '`action = "confirm"`, "correct" or "reject"',
    "by": 'who decided, as in `by = "The editor"`',
    "on": "the day of the decision, as in `on = 2026-01-23`",
}
_REJECT = "rejects nothing: give the event that an entry is not, or the axis that it does not move, and its entry_id"
_ONE_EACH = "must be a table for each, as in `[[decision]]`"


def load_decisions(folder: Path, cases: Iterable[Case], today: dt.date) -> tuple[Decisions, tuple[Problem, ...]]:
    """The decisions in `folder`/decisions that have no mistake, by case, and every mistake in the order of the files.

    `cases` are those of the same folder, as read; a decision made after `today` is a mistake.
    """
    known = {case.slug: case for case in cases}
    decisions: Decisions = {}
    problems: list[Problem] = []
    for path in files_in(folder / "decisions", ".toml"):
        made, notes = _load_file(path, known, today)
        decisions |= {path.stem: made} if made else {}
        problems += sorted(notes.problems, key=lambda problem: problem.line)
    return decisions, tuple(problems)


def add_decision(folder: Path, slug: str, decision: Decision, found: Collection[str] = ()) -> Path:
    """Add one decision at the end of the case's file, whole or not at all; where it now stands.

    `found`: names of cases that have no file in cases/, because they were found and accepted.
    Raises SiteError where there is no such case, the decision has a mistake, or the file there cannot be read.
    """
    if not SLUG.fullmatch(slug) or not (slug in found or (folder / "cases" / f"{slug}.toml").is_file()):
        near = nearest(slug, (path.stem for path in (folder / "cases").glob("*.toml")))
        raise SiteError(f"{folder / 'cases'} has no case of that name{near or ': its file is called SLUG.toml'}.")
    for key, sentence in decision_mistakes(decision):
        raise SiteError(f"{key or 'the decision'}: {sentence}.")
    path = folder / "decisions" / f"{slug}.toml"
    is_last = lambda file: Decision(**file["decision"][-1]) == decision  # noqa: E731
    append_table(folder, path, decision_toml(decision), is_last, "writwatch review")
    return path


def decision_toml(decision: Decision) -> str:
    """The decision as its table, without the keys that say nothing. `load_decisions` reads back the same."""
    return f"[[decision]]\n{key_values(decision._asdict())}"


def decision_mistakes(
    decision: Decision, today: dt.date | None = None, docket_ids: Sequence[int] = ()
) -> Iterator[tuple[str, str]]:
    """(key, sentence) for everything that a decision's own keys show to be wrong.

    `docket_ids`: the dockets of its case, where all of them are known.
    """
    if not decision.by.strip():
        yield "by", f"is missing: write {_EXAMPLES['by']}"
    if today and decision.on > today:
        yield "on", f"{decision.on} is yet to come: check the year"
    for key in ("docket_id", "entry_id"):
        number = getattr(decision, key)
        if number is not None and number <= 0:
            yield key, f"{number} is no id of CourtListener's: ids are above zero"
    if decision.docket_id and docket_ids and decision.docket_id not in docket_ids:
        yield "docket_id", "is not a docket of this case: leave it out, or take it from the case's file"
    yield from _matter_mistakes(decision)


# Reading.


def _load_file(path: Path, known: dict[str, Case], today: dt.date) -> tuple[tuple[Decision, ...], Notes]:
    table, notes = read_table(path, "take it away, or write a [[decision]]")
    if table is None:
        return (), notes
    case = known.get(path.stem)
    if case is None:
        notes.wrong((), "belongs to no case: there is no file of this name in cases/, or it has a mistake"
                        f"{nearest(path.stem, known)}")
        return (), notes
    for key in table:
        if key != "decision":
            notes.wrong((key,), f"is not a key known here{nearest(key, ['decision'])}")
    tables = table.get("decision", [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        notes.wrong(("decision",), _ONE_EACH)
        return (), notes
    ids = [ref.id for ref in case.dockets if ref.id]
    all_known = ids if len(ids) == len(case.dockets) else []
    read = (_decision(each, notes, ("decision", index), today, all_known) for index, each in enumerate(tables))
    return tuple(filter(None, read)), notes


def _decision(table: Table, notes: Notes, at: Place, today: dt.date, docket_ids: Sequence[int]) -> Decision | None:
    keys: _Keys | None = read_record(_Keys, table, notes, at, examples=_EXAMPLES)
    if keys is None:
        return None
    decision = Decision(**msgspec.structs.asdict(keys))
    mistakes = list(decision_mistakes(decision, today, docket_ids))
    for key, sentence in mistakes:
        notes.wrong((*at, key) if key else at, sentence)
    return None if mistakes else decision


def _matter_mistakes(decision: Decision) -> Iterator[tuple[str, str]]:
    """What is decided: an axis and its value, or an event and its entry."""
    if decision.axis and decision.event:
        yield "event", "stands beside an axis: write a [[decision]] for each"
    elif decision.event:
        yield from _event_mistakes(decision)
    elif decision.action == "reject" and not (decision.axis in AXES and decision.entry_id):
        yield "axis" if decision.axis else "", _REJECT
    elif decision.axis:
        yield from _axis_mistakes(decision)
    else:
        yield "", "decides nothing: give an axis and its value, or an event and its entry_id"


def _axis_mistakes(decision: Decision) -> Iterator[tuple[str, str]]:
    values = VALUES.get(decision.axis)
    if values is None:
        yield "axis", _one_of(decision.axis, VALUES)
        return
    given = decision.value.split("+") if decision.axis == "interim" else [decision.value]
    if not decision.value:
        if decision.action != "reject":
            yield "value", f"is missing: write what holds, {_list(values)}"
    elif wrong := next((each for each in given if each not in values), None):
        yield "value", _one_of(wrong, values)
    elif (decision.axis, decision.value) in ACCUSING and decision.entry_id is None:
        yield "entry_id", "is missing: such a finding is confirmed at the entry in which a judge made it"


def _event_mistakes(decision: Decision) -> Iterator[tuple[str, str]]:
    if decision.action == "correct":
        yield "action", "cannot be correct for an event: reject the one that is wrong, confirm the one that is right"
    if decision.event not in EVENTS:
        yield "event", f"is not a type of event known here{nearest(decision.event, EVENTS)}"
    else:
        yield from (("value", sentence) for sentence in _outcome_mistakes(decision.value, EventType(decision.event)))
    if decision.entry_id is None:
        yield "entry_id", "is missing: an event stands in one entry, as in `entry_id = 123456789`"


def _outcome_mistakes(value: str, event: EventType) -> Iterator[str]:
    """An event's value is its outcome; of a ruling on a motion also with what was asked: "tro granted"."""
    known = sorted(OUTCOMES.get(event, ()))
    *kind, outcome = value.split() or [""]
    if kind and (event != EventType.ORDER_ON_MOTION or len(kind) > 1 or kind[0] not in KINDS):
        yield 'has more than an outcome: only a ruling on a motion may say on which, as in "tro granted"'
    elif outcome and outcome not in known:
        yield _one_of(outcome, known) if known else "must go: this event has no outcome"


def _one_of(word: str, known: Iterable[str]) -> str:
    known = list(known)
    return f"must be {_list(known)}{nearest(word, known)}"


def _list(words: Iterable[str]) -> str:
    return "one of " + ", ".join(f'"{word}"' for word in words)
