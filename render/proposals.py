"""A case as read in, the accusations in it that the machine proposes and nobody has decided out. Pure.

None is ever published before a person confirms it; editors are asked for each, and a rule may tell a desk of them.
"""
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .privacy.accusations import ACCUSATIONS, CONTEMPT, Confirmed, accuses
from .procedure.findings import CaseReading, Decision, Evidence


class Proposed(NamedTuple):
    """What the machine reads in an entry. `says`: in our words; `quote`: the court's that say it; `option`: how
    `review confirm` is told of it."""

    entry_id: int
    says: str
    quote: str
    option: str


def proposed(reading: CaseReading, decisions: Sequence[Decision]) -> list[Proposed]:
    """Each entry in which a judge may have found a breach, or its end, and of which nobody said yes or no."""
    confirmed = Confirmed(decisions, reading.as_of)
    decided = {each.entry_id for each in decisions if each.event == CONTEMPT or each.axis == "compliance"}
    first: dict[int, Proposed] = {}
    for each in (*_findings(reading, confirmed), *_breaches(reading, confirmed)):
        if each.entry_id not in decided:
            first.setdefault(each.entry_id, each)
    return list(first.values())


def _findings(reading: CaseReading, confirmed: Confirmed) -> list[Proposed]:
    """What was read in entries; what says that it is over comes last."""
    events = [(each.entry_id, each.event) for each in reading.timeline
              if accuses(each.event) and not confirmed.event(each)]
    found = []
    for entry, event in sorted(events, key=lambda each: each[1].type == CONTEMPT and bool(each[1].outcome)):
        value = f" --value {event.outcome}" if event.type == CONTEMPT and event.outcome else ""
        says = f"{event.type}{f', {event.outcome}' if event.outcome else ''}"
        found.append(Proposed(entry, says, event.quote, f"--event {CONTEMPT}{value}"))
    return found


def _breaches(reading: CaseReading, confirmed: Confirmed) -> Iterator[Proposed]:
    """Where the compliance clock says it: now, of a day that was due, at some time before."""
    said: list[tuple[str | None, Evidence | None]] = [
        *((value.value, value.evidence) for value in reading.axes.get("compliance", ())),
        *((due.result, due.result_evidence) for due in reading.compliance_due),
        *((change.new, change.evidence) for change in reading.history if change.axis == "compliance"),
    ]
    for value, proof in said:
        if value in ACCUSATIONS and proof and not confirmed.finding(value, proof):
            yield Proposed(proof.entry_id, f"compliance is {value}", proof.quote, f"--axis compliance --value {value}")
