"""What people decided, laid over what the machine read. A decision wins until newer evidence arrives.

Newer evidence is an entry filed after the day of the decision that moves the machine's value of that axis to something
else than what the person said. Then the machine's value stands again, and the decision asks to be made anew. Whoever
confirms what an entry said, when a newer one had moved the axis already, confirms that entry; what came after stands.
Decisions about events change the reading of one entry: `amended`.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .facts import Entry, in_court_order
from .findings import Change, Decision, Event, Evidence, Reading, Value
from .standing import AXES, Standing, published
from .vocabulary import EventType

BY_HAND = "decision"
"""The rule that stands for a person."""
_QUOTE = 300


class Held(NamedTuple):
    """A decision about an axis in force, with the values it stands for."""

    decision: Decision
    values: tuple[Value, ...]


def of_events(decisions: Iterable[Decision], day: dt.date) -> dict[int, list[Decision]]:
    """The decisions that change what entries say, as made by the end of `day`: entry id → decisions, oldest first."""
    found: dict[int, list[Decision]] = {}
    for decision in sorted(decisions, key=lambda one: one.on):
        if decision.entry_id is not None and not decision.axis and decision.on <= day:
            found.setdefault(decision.entry_id, []).append(decision)
    return found


def is_refusal(decision: Decision) -> bool:
    """ "This entry does not move that axis": told of an axis and an entry."""
    return decision.action == "reject" and decision.axis in AXES and decision.entry_id is not None


def amended(entry: Entry, reading: Reading, decisions: Sequence[Decision]) -> Reading:
    """The reading of one entry after what people said of its events. It counts as read by a person."""
    events = list(reading.events)
    for decision in decisions:
        if decision.action == "reject":
            gone = {event.rule for event in events if decision.event in {"", event.type}}
            events = [event for event in events if event.rule not in gone and event.rule.split(">")[0] not in gone]
            continue
        known = [event for event in events if event.type == decision.event]
        if known:
            events = [_with_value(event, decision.value) if event in known else event for event in events]
        elif decision.event in {one.value for one in EventType}:
            span = (0, min(len(entry.text), _QUOTE))
            events.append(_with_value(Event(decision.event, span, entry.text[slice(*span)], BY_HAND), decision.value))
    return reading._replace(events=tuple(events), unread=False, seen=None)


def _with_value(event: Event, value: str) -> Event:
    """The outcome a person gave: "granted"; of a ruling on a motion also with its kind, "tro granted"."""
    if not value:
        return event
    *kind, outcome = value.split()
    return event._replace(outcome=outcome, kind=kind[0] if kind else event.kind)


def confirmed_rules(reading: Reading, decisions: Sequence[Decision]) -> set[str]:
    """The rules of the events that a person confirmed in one entry."""
    types = {decision.event for decision in decisions if decision.action != "reject"}
    return {event.rule for event in reading.events if event.type in types}


class Decided:
    """The decisions about axes and the status, day by day."""

    def __init__(self, decisions: Iterable[Decision], entries: dict[int, Entry]) -> None:
        self.waiting = sorted(
            (one for one in decisions if (one.axis in AXES or one.axis == "status") and not is_refusal(one)),
            key=lambda one: one.on,
        )
        self.entries = entries
        self.held: dict[str, Held] = {}
        self.lapsed: dict[str, Decision] = {}

    @property
    def days(self) -> set[dt.date]:
        return {decision.on for decision in self.waiting}

    def make(self, day: dt.date, machine: Standing, history: Sequence[Change]) -> None:
        """Take in what was decided on `day`. `history`: how the case had changed by then."""
        before = {change.axis: change.old for change in history}
        while self.waiting and self.waiting[0].on <= day:
            decision = self.waiting.pop(0)
            now = _machine(machine, decision.axis)
            if not self._is_past(decision, now, history):
                self.held[decision.axis] = Held(decision, _values(decision, now, before, self.entries))
            elif (held := self.held.get(decision.axis)) and _names(held.values) != _names(now):
                del self.held[decision.axis]
            self.lapsed.pop(decision.axis, None)

    def _is_past(self, decision: Decision, now: tuple[Value, ...], history: Sequence[Change]) -> bool:
        """Does it confirm what was read in an entry, and had a newer one moved the axis since?"""
        changes = [change for change in history if change.axis == decision.axis]
        left = {(change.new, change.evidence.entry_id) for change in changes[:-1] if change.evidence}
        if decision.action != "confirm" or (decision.value, decision.entry_id) not in left:
            return False
        there, newer = (self.entries.get(number or 0) for number in (decision.entry_id, _entry_of(now)))
        if there is None or newer is None or there is newer:
            return False
        return in_court_order([there, newer])[-1] is newer

    def weigh(self, day: dt.date, before: Standing, after: Standing) -> None:
        """Newer evidence came on `day`: does it move an axis that a person had decided?"""
        for axis, held in list(self.held.items()):
            old, new = _names(_machine(before, axis)), _names(_machine(after, axis))
            if held.decision.on < day and old != new and new != _names(held.values):
                self.lapsed[axis] = self.held.pop(axis).decision

    def over(self, machine: Standing) -> Standing:
        """What stands once people were heard (the status is laid over by `status`)."""
        if not self.held:
            return machine
        axes = dict(machine.axes)
        axes.update({axis: held.values for axis, held in self.held.items() if axis in axes})
        merits = self.held.get("merits")
        heard = merits and machine.opaque and (machine.opaque.date_filed or dt.date.min) <= merits.decision.on
        return machine._replace(axes=axes, opaque=None if heard else machine.opaque)

    def status(self, status: Value) -> Value:
        held = self.held.get("status")
        return held.values[0] if held else status

    @property
    def in_force(self) -> tuple[Decision, ...]:
        return tuple(held.decision for held in self.held.values())


def _machine(standing: Standing, axis: str) -> tuple[Value, ...]:
    return (published(standing)[0],) if axis == "status" else standing.axes[axis]


def _entry_of(values: tuple[Value, ...]) -> int | None:
    """The entry that an axis rests on."""
    return next((value.evidence.entry_id for value in values if value.evidence), None)


def _names(values: tuple[Value, ...]) -> tuple[str, ...]:
    return tuple(value.value for value in values)


def _values(
    decision: Decision, machine: tuple[Value, ...], before: dict[str, str], entries: dict[int, Entry]
) -> tuple[Value, ...]:
    """What the decision stands for: the machine's own values where it agrees, else the person's with their proof."""
    said = decision.value
    if decision.action == "reject":
        said = said if said and said not in _names(machine) else before.get(decision.axis, "")
    wanted = tuple(said.replace(",", "+").replace(" ", "").split("+")) if said else _names(machine)
    proof = _proof(entries.get(decision.entry_id)) if decision.entry_id is not None else None
    values: list[Value] = []
    for name in wanted:
        same = next((value for value in machine if value.value == name), None)
        if same and (proof is None or (same.evidence and same.evidence.entry_id == proof.entry_id)):
            values.append(same._replace(confidence="confirmed"))
        else:
            values.append(Value(name, (proof and proof.date_filed) or decision.on, proof, "confirmed"))
    return tuple(values)


def _proof(entry: Entry | None) -> Evidence | None:
    """The words a person saw: the entry's own, from its beginning."""
    if entry is None:
        return None
    span = (0, min(len(entry.text), _QUOTE))
    quote = entry.text[slice(*span)]
    return Evidence(entry.docket_id, entry.id, entry.entry_number, entry.date_filed, span, quote, BY_HAND)
