"""Who says that an order was broken: people's decisions on a case in, which findings may be named out. Pure.

A violation or a contempt finding that our rules read is a proposal. It may be named once a person has confirmed it at
the entry in which a judge made it, and only that finding at that entry: no other confirmation, not even of another
finding in the same entry, lets it through. A contempt finding is also a violation; a violation is no contempt.
"""
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from ..procedure.facts import Entry, in_court_order
from ..procedure.findings import Change, Decision, Event, Evidence, Happening, Scheduled, Value

ACCUSATIONS: Final = frozenset({"violation_found", "cured"})
"""Values of the compliance axis, and results of due dates, that say an order was broken."""

CONTEMPT: Final = "contempt_finding"

_REFUSED: Final = frozenset({"denied", "moot", "withdrawn", "deferred", "terminated"})
_UNDONE: Final = frozenset({"purged", "vacated"})
_ACCUSING_RULE: Final = re.compile(r"contempt|violat|complied|cured")


def accuses(event: Event) -> bool:
    """Whether the event's label says that somebody disobeyed a court: a finding, or a motion for contempt granted."""
    if event.type == "order_on_motion" and event.kind == "contempt":
        return not _outcomes(event) or not _REFUSED.issuperset(_outcomes(event))
    return event.type == CONTEMPT


class Confirmed:
    """The accusations in one case that a person has confirmed by the end of a day, each with the decision."""

    def __init__(self, decisions: Iterable[Decision], as_of: dt.date) -> None:
        self.contempt: dict[int, Decision] = {}
        self.violations: dict[int, Decision] = {}
        self.mended: dict[int, Decision] = {}
        for decision in sorted(decisions, key=lambda each: each.on):
            if decision.on <= as_of and decision.entry_id is not None:
                self._take(decision, decision.entry_id)

    def _take(self, decision: Decision, entry: int) -> None:
        """The newest word on an entry counts."""
        if decision.event == CONTEMPT:
            self._forget(entry, self.contempt, self.violations, self.mended)
            if decision.action == "confirm" and decision.value in _UNDONE:
                self.mended[entry] = decision
            elif decision.action == "confirm":
                self.contempt[entry] = self.violations[entry] = decision
        elif decision.axis == "compliance" and (decision.action == "reject" or decision.value not in ACCUSATIONS):
            self._forget(entry, self.contempt, self.violations, self.mended)
        elif decision.axis == "compliance":
            (self.violations if decision.value == "violation_found" else self.mended)[entry] = decision

    @staticmethod
    def _forget(entry: int, *kinds: dict[int, Decision]) -> None:
        for kind in kinds:
            kind.pop(entry, None)

    def findings(self, entries: Iterable[Entry]) -> Iterator[tuple[str, Entry, Decision]]:
        """What was confirmed, in the docket's order: (violation_found or cured, the entry, the decision)."""
        for entry in in_court_order([*entries]):
            for value, confirmed in (("violation_found", self.violations), ("cured", self.mended)):
                if decision := confirmed.get(entry.id):
                    yield value, entry, decision

    def finding(self, value: str, evidence: Evidence | None) -> bool:
        """Whether the compliance axis, or a due date's result, may say this. That a breach is mended may be said as
        soon as the breach may be: to leave it out would accuse longer than the court does."""
        if value == "violation_found":
            return evidence is not None and evidence.entry_id in self.violations
        if value == "cured":
            return bool(self.violations) or (evidence is not None and evidence.entry_id in self.mended)
        return True

    def value(self, value: Value) -> bool:
        return self.finding(value.value, value.evidence)

    def result(self, due: Scheduled) -> bool:
        return self.finding(due.result or "", due.result_evidence)

    def changes(self, changes: Iterable[Change]) -> Iterator[Change]:
        """The changes that may be told. What one changed from is what was told before it, and never what was not."""
        told: str | None = None
        for change in changes:
            if change.axis != "compliance":
                yield change
            elif not self.finding(change.new, change.evidence):
                told = told or change.old
            else:
                change, told = change._replace(old=told or change.old), None
                if change.old != change.new:
                    yield change

    def event(self, happening: Happening) -> bool:
        """Whether an event of the timeline may go by its name."""
        event = happening.event
        if event.type == CONTEMPT and _UNDONE.issuperset(_outcomes(event)) and event.outcome:
            return bool(self.contempt) or happening.entry_id in self.mended
        return not accuses(event) or happening.entry_id in self.contempt

    def rule(self, rule: str, entry: int) -> bool:
        """Whether the name of a rule may stand beside this entry: "contempt_finding" is a label too."""
        return not _is_accusing(rule) or entry in self.violations or entry in self.mended

    def on(self, entry: int) -> Decision | None:
        """The decision that confirmed what this entry says."""
        return self.contempt.get(entry) or self.violations.get(entry) or self.mended.get(entry)


@lru_cache(maxsize=1 << 12)
def _is_accusing(rule: str) -> bool:
    return _ACCUSING_RULE.search(rule) is not None and not rule.startswith("motion_filed")


def _outcomes(event: Event) -> frozenset[str]:
    return frozenset({event.outcome} if isinstance(event.outcome, str) else event.outcome or ())
