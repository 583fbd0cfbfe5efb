"""What editors decided about dockets that were found, read and written: `found.toml` beside the config.

One [[docket]] for each decision; of several about one docket the last holds, unless it is of an earlier day than one it
goes against: then nobody knows. A decision with a mistake decides nothing and keeps its docket away: one that somebody
meant to reject must not come back by a slip of the pen.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from . import SiteError
from .append import append_table
from .cases import HIGHEST_ID, Case, Decided, Site, load_site
from .toml_tables import Notes, Problem, nearest, read_record, read_table
from .tracker import key_values

FILE = "found.toml"
Verdict = Literal["accept", "reject"]


class DocketDecision(msgspec.Struct, frozen=True):
    """The keys of a [[docket]]: which, by CourtListener's id, what was decided, who did, when and why."""

    id: int
    decision: Verdict
    by: str
    on: dt.date
    why: str = ""


_EXAMPLES = {
    "id": "the docket's CourtListener id, as in `id = 12345678`",
    "decision": '`decision = "accept"` or "reject"',
    "by": 'who decided, as in `by = "The editor"`',
    "on": "the day of the decision, as in `on = 2026-01-23`",
}


def load_tracker(folder: Path, today: dt.date) -> Site:
    """The site folder and what was decided about found dockets, with every problem of either.

    Raises SiteError as `load_site` and `load_found` do.
    """
    site = load_site(folder, today)
    found, mistakes = load_found(folder, site.cases, today)
    return site._replace(found=found, problems=(*site.problems, *mistakes))


def load_found(folder: Path, cases: Iterable[Case], today: dt.date) -> tuple[Decided, tuple[Problem, ...]]:
    """The decisions of `folder`/found.toml and every mistake in them, in the order of the file.

    Raises SiteError where the file cannot be read at all: without it, what was rejected would come back.
    """
    path = folder / FILE
    if not path.exists():
        return Decided(), ()
    table, notes = read_table(path, "take it away, or write a [[docket]]")
    if table is None:
        raise SiteError(f"{notes.problems[0]}. It says which dockets are never to be shown: mend it first.")
    for key in table:
        if key != "docket":
            notes.wrong((key,), f"is not a key known here{nearest(key, ['docket'])}")
    tables = table.get("docket", [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise SiteError(f"{path}: docket: must be a table for each, as in `[[docket]]`: mend it first.")
    by_hand = {ref.id: case.slug for case in cases for ref in case.dockets if ref.id}
    verdicts: dict[int, Verdict | None] = {}
    newest: dict[int, DocketDecision] = {}
    for index, each in enumerate(tables):
        decision = _decision(each, notes, index, by_hand, newest, today)
        number = each.get("id")
        if isinstance(number, int) and not isinstance(number, bool):
            verdicts.pop(number, None)
            verdicts[number] = decision.decision if decision else None
    of = lambda wanted: (number for number, verdict in verdicts.items() if verdict == wanted)  # noqa: E731
    decided = Decided(tuple(of("accept")), frozenset(of("reject")), frozenset(of(None)) - by_hand.keys())
    return decided, tuple(sorted(notes.problems, key=lambda problem: problem.line))


def add_found(folder: Path, decisions: Sequence[DocketDecision]) -> Path:
    """Add decisions at the end of `folder`/found.toml, whole or not at all; where they now stand. Raises SiteError."""
    for decision in decisions:
        for key, sentence in decision_mistakes(decision):
            raise SiteError(f"{key}: {sentence}.")
    tables = "\n".join(f"[[docket]]\n{key_values(msgspec.structs.asdict(decision))}" for decision in decisions)
    last = [msgspec.structs.asdict(decision) for decision in decisions]
    arrived = lambda file: [{"why": "", **each} for each in file["docket"][-len(last) :]] == last  # noqa: E731
    append_table(folder, folder / FILE, tables, arrived, "writwatch discover")
    return folder / FILE


def decision_mistakes(decision: DocketDecision, today: dt.date | None = None) -> Iterator[tuple[str, str]]:
    """(key, sentence) for everything that a decision's own keys show to be wrong."""
    if not 0 < decision.id <= HIGHEST_ID:
        yield "id", f"{decision.id} is no CourtListener id: it is the number in the docket's address there"
    if not decision.by.strip():
        yield "by", f"is missing: write {_EXAMPLES['by']}"
    if today and decision.on > today:
        yield "on", f"{decision.on} is yet to come: check the year"


def _decision(
    table: dict, notes: Notes, index: int, by_hand: dict[int, str], newest: dict[int, DocketDecision], today: dt.date
) -> DocketDecision | None:
    """The decision of one table, None where it has a mistake; `newest` learns it, by docket."""
    decision: DocketDecision | None = read_record(DocketDecision, table, notes, ("docket", index), examples=_EXAMPLES)
    if decision is None:
        return None
    mistakes = list(decision_mistakes(decision, today))
    if decision.decision == "reject" and decision.id in by_hand:
        followed = f"is followed in cases/{by_hand[decision.id]}.toml and rejected here: take one of the two away"
        mistakes.append(("id", followed))
    before = newest.get(decision.id, decision)
    if before.decision != decision.decision and decision.on < before.on:
        mistakes.append(("on", f"{decision.on} is before the {before.decision} of {before.on} that stands above: take "
                               "one of the two away"))
    newest[decision.id] = max(before, decision, key=lambda each: each.on)
    for key, sentence in mistakes:
        notes.wrong(("docket", index, key), sentence)
    return None if mistakes else decision
