"""A case day by day: dockets and decisions in, what stood on each day and every change with its proof out.

The days are those on which something was filed, the record closed a docket or tied one to the case, a due date had
passed, or a person decided. What stands on a day rests on nothing later, so the history of a later day begins with
that of every earlier one: "what did we say on 3 February?" has one answer.
"""

import datetime as dt
import heapq
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from . import compliance
from .custody import facts_in
from .decided import Decided, amended, confirmed_rules, is_refusal, of_events
from .events import is_appellate, read_entry, resolved
from .facts import Docket, Entry, in_court_order
from .findings import BY_RECORD, Change, Decision, Evidence, Link, Reading, Value
from .fold import MOVES, State, take
from .links import links
from .standing import AXES, Standing, published
from .steps import Step, evidence_of, first_words, marks, note
from .text import plain

_FIRST: Final = dt.date.min


class Turn(NamedTuple):
    """Something that can move a case: an entry (0), the record closing a docket (1), an appeal being docketed (2)."""

    day: dt.date
    order: int
    what: Step | Docket

    @property
    def speaks(self) -> bool:
        """Can it move anything? Most entries say nothing of the case: letters, appearances, the clerk's notes."""
        step = self.what
        if isinstance(step, Docket) or step.role == "part":
            return True
        return bool(step.facts or step.marks) or any(event.type in MOVES for event in step.reading.events)


class Course:
    """One case from its first day to `as_of`. Afterwards: `shown`, `status`, `history` and the state of the fold."""

    def __init__(
        self, dockets: Sequence[Docket], related: Sequence[Docket], decisions: Sequence[Decision], as_of: dt.date
    ) -> None:
        self.dockets = [until(docket, as_of) for docket in dockets]
        self.related = [until(docket, as_of) for docket in related if _begun(docket, as_of)]
        self.as_of = as_of
        self.decisions = tuple(one for one in decisions if one.on <= as_of)
        self.links = _links(self.dockets, self.related, as_of)
        self.readings: dict[int, Reading] = {}
        self.steps = self._steps()
        self.turns = self._turns()
        self.entries = {step.entry.id: step.entry for step in self.steps}
        self.decided = Decided(self.decisions, self.entries)
        self.state = self._fresh()
        self.kinds: dict[tuple[int, int], tuple[str, ...]] = {}
        self.confirmed: set[tuple[int, str]] = set()
        self.heard: dict[int, list[Decision]] = {}
        self.refused: dict[int, frozenset[str]] = {}
        self.history: list[Change] = []
        self.shown = self.state.standing(as_of)
        self.status, self.evidence = published(self.shown)
        self._run()

    def _fresh(self) -> State:
        return State(self.dockets[0], self.dockets[1:])

    # --- entries -----------------------------------------------------------------------------------------------------

    def _steps(self) -> list[Step]:
        """Every entry, read once, in the order in which things happened across the dockets."""
        tied = {link.docket_id: link.since for link in self.links if not link.proposed}
        found: list[tuple[dt.date, int, int, Step]] = []
        roles = [(docket, "lead" if place == 0 else "part") for place, docket in enumerate(self.dockets)]
        roles += [(docket, "related") for docket in self.related]
        for place, (docket, role) in enumerate(roles):
            for entry in _without_stubs(docket.entries):
                reading = read_entry(entry)
                self.readings[entry.id] = reading
                if role == "related" and docket.id not in tied:
                    continue
                since = tied.get(docket.id) if role == "related" else None
                day = max(entry.date_filed or _FIRST, since or _FIRST)
                text = plain(entry.text)
                facts = _facts(entry, text) if role != "related" else ()
                step = Step(docket, role, entry, reading, text, facts, day, marks(text))
                found.append((day, place, len(found), step))
        return [step for *_, step in sorted(found, key=lambda one: one[:3])]

    # --- days --------------------------------------------------------------------------------------------------------

    def _turns(self) -> list[Turn]:
        """Everything that can move the case, in its order: a day's entries, then the record, then the appeals."""
        tied = {link.docket_id: link.since for link in self.links if not link.proposed}
        found = [Turn(step.day or _FIRST, 0, step) for step in self.steps]
        found += [Turn(docket.date_terminated, 1, docket) for docket in self.dockets if docket.date_terminated]
        for docket in (*self.dockets[1:], *self.related):
            if is_appellate(docket.court_id) and (docket in self.dockets or docket.id in tied):
                found.append(Turn(max(tied.get(docket.id) or _FIRST, docket.date_filed or _FIRST), 2, docket))
        return sorted(found, key=lambda turn: turn[:2])

    def _run(self) -> None:
        turns: dict[dt.date, list[Turn]] = {}
        for turn in self.turns:
            turns.setdefault(turn.day, []).append(turn)
        decided = {decision.on for decision in self.decisions}
        agenda = [*{*turns, *decided}]
        heapq.heapify(agenda)
        seen = set(agenda)
        loud = {turn.day for turn in self.turns if turn.speaks} | decided | {agenda[0]} if agenda else set()
        last: tuple[Standing, Value] | None = None
        while agenda:
            day = heapq.heappop(agenda)
            before = self._standing(day) if self.decided.held and day in loud else None
            for turn in turns.get(day, ()):
                self._take(turn)
            if day not in loud:
                continue
            machine = self._standing(day)
            if before is not None:
                self.decided.weigh(day, before, machine)
            if day in decided:
                machine = self._decide(day, machine)
            self._show(machine)
            self.history += _changes(day, last, (self.shown, self.status))
            last = (self.shown, self.status)
            for later in compliance.turns(self.state.watch):
                if day < later <= self.as_of:
                    loud.add(later)
                    if later not in seen:
                        seen.add(later)
                        heapq.heappush(agenda, later)
        self._show(self._standing(self.as_of))

    def _show(self, machine: Standing) -> None:
        self.shown = self.decided.over(machine)
        status, self.evidence = published(self.shown)
        self.status = self.decided.status(status)

    def _standing(self, day: dt.date) -> Standing:
        machine = self.state.standing(day)
        if not self.confirmed:
            return machine
        axes = {axis: tuple(self._checked(value) for value in values) for axis, values in machine.axes.items()}
        return machine._replace(axes=axes)

    def _checked(self, value: Value) -> Value:
        proof = value.evidence
        known = proof is not None and (proof.entry_id, proof.rule) in self.confirmed
        return value._replace(confidence="confirmed") if known else value

    def _take(self, turn: Turn) -> None:
        if isinstance(turn.what, Step):
            self._read(turn.what)
        elif turn.order == 1:
            self.state.docket_ended(turn.what, turn.day, self._closing(turn.what, turn.day))
        else:
            self.state.appeal_docketed(turn.what)

    def _read(self, step: Step) -> None:
        reading = step.reading
        heard = self.heard.get(step.entry.id)
        if heard:
            reading = amended(step.entry, reading, heard)
            self.readings[step.entry.id] = reading
            self.confirmed |= {(step.entry.id, rule) for rule in confirmed_rules(reading, heard)}
        events = resolved(reading, step.docket.id, step.entry.entry_number, self.kinds)
        take(self.state, step._replace(reading=reading), events, self.refused.get(step.entry.id, frozenset()))

    def _decide(self, day: dt.date, machine: Standing) -> Standing:
        """What people decided on `day`. What they said of an entry's events makes the case be read again from its
        first day; what was said before that day stays in the history."""
        heard = of_events(self.decisions, day)
        refused = _refused(self.decisions, day)
        if heard != self.heard or refused != self.refused:
            self.heard, self.refused = heard, refused
            self.state, self.kinds, self.confirmed = self._fresh(), {}, set()
            for turn in self.turns:
                if turn.day <= day:
                    self._take(turn)
            machine = self._standing(day)
        self.decided.make(day, machine, self.history)
        return machine

    def _closing(self, docket: Docket, day: dt.date) -> Evidence | None:
        """The last entry of a docket by the day on which the record closes it: one that was read, if there is one."""
        steps = [
            step
            for step in reversed(self.steps)
            if step.docket.id == docket.id and step.text and step.entry.date_filed and step.entry.date_filed <= day
        ]
        last = next((step for step in steps if step.reading.events), steps[0] if steps else None)
        if last is None:
            return None
        if events := last.reading.events:
            return evidence_of(last.entry, events[0])._replace(rule=BY_RECORD)
        return first_words(last.entry, BY_RECORD)


def _changes(day: dt.date, last: tuple[Standing, Value] | None, now: tuple[Standing, Value]) -> Iterator[Change]:
    """What is not as it was; on the first day, what is not as every case begins."""
    if last == now:
        return
    for axis in (*AXES, "status"):
        values = _of(now, axis)
        if last and _of(last, axis) == values:
            continue
        old = named(_of(last, axis)) if last else BEGINNINGS[axis]
        if (new := named(values)) != old:
            yield Change(None if day == _FIRST else day, axis, old, new, values[0].evidence)


def _of(standing: tuple[Standing, Value], axis: str) -> tuple[Value, ...]:
    return (standing[1],) if axis == "status" else standing[0].axes[axis]


def named(values: Iterable[Value]) -> str:
    """An axis as one string: several values joined by "+", the strongest first."""
    return "+".join(value.value for value in values)


BEGINNINGS: Final[dict[str, str]] = {
    "stage": "opened",
    "interim": "none",
    "merits": "none",
    "proceedings": "active",
    "custody": "unknown",
    "compliance": "nothing_due",
    "appeal": "none",
    "docket": "open",
    "status": "open_pending",
}
"""What every axis holds before anything was filed."""


def said_on(history: Iterable[Change], day: dt.date) -> dict[str, str]:
    """What a case's history says of a day: {axis or "status": value}, several interim values joined by "+"."""
    said = dict(BEGINNINGS)
    for change in history:
        if change.date is None or change.date <= day:
            said[change.axis] = change.new
    return said


def until(docket: Docket, as_of: dt.date) -> Docket:
    """The docket as it stood on a day: no later entry, and not closed before its day. Entries in the court's order."""
    kept = [entry for entry in docket.entries if entry.date_filed is None or entry.date_filed <= as_of]
    ended = docket.date_terminated
    return docket._replace(
        entries=in_court_order(kept), date_terminated=ended if ended is not None and ended <= as_of else None
    )


def _begun(docket: Docket, as_of: dt.date) -> bool:
    return docket.date_filed is None or docket.date_filed <= as_of


def _links(dockets: Sequence[Docket], related: Sequence[Docket], as_of: dt.date) -> tuple[Link, ...]:
    others = [docket for docket in dockets[1:] if _begun(docket, as_of)] + list(related)
    return links(dockets[0], others) if others else ()


def _refused(decisions: Iterable[Decision], day: dt.date) -> dict[int, frozenset[str]]:
    found: dict[int, frozenset[str]] = {}
    for decision in decisions:
        if decision.on <= day and decision.entry_id is not None and is_refusal(decision):
            found[decision.entry_id] = found.get(decision.entry_id, frozenset()) | {decision.axis}
    return found


def _without_stubs(entries: Sequence[Entry]) -> list[Entry]:
    """A stub born of a feed, without number or text of its own, goes when its numbered entry has come."""
    bare = [entry for entry in entries if entry.entry_number is None and not entry.description.strip()]
    if not bare:
        return list(entries)
    full = {(entry.date_filed, entry.text[:60].lower()) for entry in entries if entry.entry_number is not None}
    gone = {
        entry.id
        for entry in bare
        if any(day == entry.date_filed and text.startswith(entry.text.lower()[:60]) for day, text in full)
    }
    return [entry for entry in entries if entry.id not in gone]


def _facts(entry: Entry, text: bytes) -> tuple:
    return tuple((fact, note(entry, (start, end), fact.name)) for fact, start, end in facts_in(text))
