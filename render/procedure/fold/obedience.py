"""Whether what a judge ordered was done: what falls due, what is reported, alleged and found, and where the person is.

Functions named `on_…` take one event; the others, one entry with all it says.
"""

from typing import Final

from .. import compliance, conflicts, sides
from ..compliance import Duty
from ..custody import Fact
from ..findings import Conflict, Event, Evidence
from ..rule import compiled
from ..steps import (
    BRIEFING,
    DUTY_ASKED,
    GRANTS,
    PURGE_TO_COME,
    Step,
    closes_case,
    duty_name,
    evidence_of,
    evidence_of_date,
    extensions_granted,
    finds_breach,
    gives_time,
    is_by_court,
    is_duty,
    is_older,
    note,
    orders_return,
    says_moot,
    speaks_for_court,
    term_of,
)
from ..vocabulary import EventType
from .state import State

T = EventType
_ORDERED: Final = (
    (T.BOND_HEARING_ORDERED, "bond_hearing_ordered", "bond hearing"),
    (T.RELEASE_ORDERED, "release_ordered", "release"),
)
_NO_LONGER: Final = {"returned": "removed", "held": "released"}
"""What an entry says, and the value of custody that it ends."""
_MINUTES: Final = compiled(r"^\W*(?:(?:electronic|text|paperless|civil|courtroom|clerk'?s?) )*minutes?\b")
_HEARD: Final = compiled(
    r"\b(?:the|an?|his|her|their|that|petitioner's) (?:[a-z]+ )?(?:bond|custody)(?: re-?determination)? hearing"
    r" (?:having (?:now )?been|was|has been) (?:held|conducted|provided)\b"
)
"""What was ordered, as the order tells that closes the case."""
_TOLD_IN_COURT: Final = frozenset({"released", "bond_granted", "bond_denied"})
_OF_THE_PERSON: Final = frozenset({"released", "transferred", "removed", "returned", "bond_granted", "bond_denied"})


def on_show_cause(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    if event.outcome == "vacated":
        state.enforcing = None
        found = state.watch.found
        if found and any(not is_older(report, found) for report in state.watch.reports):
            state.watch = state.watch._replace(cured=state.watch.cured or evidence)
    elif event.sense == "threat":
        if state.relief_stands:
            state.enforce(evidence)
    else:
        state.response_due(evidence)


def on_allegation(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    state.enforce(evidence)


def on_contempt(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    if event.outcome is None or (event.outcome == "purged" and PURGE_TO_COME.search(step.text)):
        state.watch = state.watch._replace(found=evidence, cured=None)
        state.enforce(evidence)
    elif event.outcome == "purged":
        state.watch = state.watch._replace(cured=evidence, found=state.watch.found or evidence)
        state.enforcing = None
    else:
        state.watch = state.watch._replace(found=None)
        state.enforcing = None


def on_report(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    state.watch = state.watch._replace(reports=(*state.watch.reports, evidence))


def starts_clock(state: State, step: Step, events: tuple[Event, ...]) -> None:
    """Relief with a day to it starts the clock; so does an order made on a finding of breach."""
    if step.role == "related" or state.appellate or not (events or step.facts):
        return
    types = {event.type: event for event in events}
    kinds = {(event.kind, event.outcome) for event in events if event.type == T.ORDER_ON_MOTION}
    granting = [
        types[name]
        for name in (
            T.RELEASE_ORDERED,
            T.BOND_HEARING_ORDERED,
            T.TRO_ENTERED,
            T.PRELIMINARY_INJUNCTION_ENTERED,
            T.CONTEMPT_FINDING,
        )
        if name in types
    ] + [
        event
        for event in events
        if event.type == T.HABEAS_RULING and event.outcome in {"granted", "granted_in_part"}
    ]
    merits = state.axes["merits"]
    decided = merits.value in GRANTS and merits.evidence and merits.evidence.entry_id == step.entry.id
    if (
        not granting
        and not decided
        and not orders_return(step)
        and ("enforce", "granted") not in kinds
        and not (any(fact.says == "violated" for fact, _ in step.facts) and finds_breach(step))
    ):
        return
    due = [date for date in step.reading.dates if date.kind == "deadline" and is_duty(date)]
    duties = [Duty(d.datetime, duty_name(step.entry, d), evidence_of_date(step.entry, d)) for d in due]
    if gives_time(step, events):  # what was ordered before has a new day: no second duty
        duties = [duty for duty in duties if not compliance.runs(state.watch, duty.what)]
    for name, value, what in _ORDERED:
        if name in types:
            proof = evidence_of(step.entry, types[name])
            known = any(duty.what == what for duty in duties)
            if not known and not (gives_time(step, events) and compliance.runs(state.watch, what)):
                duties.append(Duty("", what, proof, term_of(step)))
            state.set("custody", value, proof)
    state.watch = state.watch._replace(duties=(*state.watch.duties, *duties))


def moves_days(state: State, step: Step, events: tuple[Event, ...]) -> None:
    """An extension moves the day of what is due; one that does not say to when leaves it due, without a day."""
    if not state.watch.duties or not gives_time(step, events):
        return
    granted = extensions_granted(events)
    days = [date for date in step.reading.dates if date.kind == "deadline"]
    for date in days:
        if is_duty(date):
            state.watch = compliance.moved(
                state.watch, duty_name(step.entry, date), date.datetime, step.entry.date_filed
            )
    if granted and not days:
        asked = b" ".join(
            state.asked[step.docket.id, target][1]
            for event in granted
            for target in event.targets
            if (step.docket.id, target) in state.asked
        )
        if DUTY_ASKED.search(asked) and not BRIEFING.search(asked):
            state.watch = compliance.moved(state.watch, "", "", step.entry.date_filed)


def tells(state: State, step: Step, events: tuple[Event, ...]) -> None:
    """A paper not of the petitioner says what became of the person, after an order: a report by any title. So do
    minutes of what the parties told the judge, and an order that nothing is left to rule on."""
    if not state.watch.duties or any(event.type == T.STATUS_REPORT for event in events):
        return
    if speaks_for_court(step):
        if closes_case(step) or says_moot(step):
            heard = _HEARD.search(step.text)
            done = (note(step.entry, heard.span(), "fold.hearing_held"),) if heard else ()
            state.watch = state.watch._replace(reports=(*state.watch.reports, *done))
        if _MINUTES.has(step.text) or says_moot(step):
            said = tuple(evidence for fact, evidence in step.facts if fact.says in _TOLD_IN_COURT)
            state.watch = state.watch._replace(reports=(*state.watch.reports, *said))
        return
    told = next((evidence for fact, evidence in step.facts if fact.says in _OF_THE_PERSON), None)
    actor = next((event.actor for event in events if event.actor), None)
    if told and ("joint" in step.marks or sides.asker(step.docket, actor, step.text) != "petitioner"):
        state.watch = state.watch._replace(reports=(*state.watch.reports, told))


def states_facts(state: State, step: Step, events: tuple[Event, ...]) -> None:
    """What entries state of the person and of obedience. An order that orders a hearing tells its history too."""
    if step.role == "related" or state.appellate or not step.facts:
        return
    types = {event.type for event in events}
    if T.COMPLAINT_OR_PETITION_FILED in types or T.AMENDED_COMPLAINT in types:
        return
    orders = bool(types & {T.RELEASE_ORDERED, T.BOND_HEARING_ORDERED})
    for fact, evidence in step.facts:
        if fact.says in {"violated", "complied"}:
            _obedience(state, step, fact, evidence)
        elif fact.says in _NO_LONGER:
            if state.axes["custody"].value == _NO_LONGER[fact.says]:  # where the person is, another entry has to say
                state.set("custody", "unknown", evidence)
        elif not (orders and fact.says in {"bond_denied", "bond_granted", "transferred"}):
            before = state.axes["custody"]
            sentence = conflicts.custody(before.value, fact.says)
            if sentence and before.evidence and before.evidence.entry_id != evidence.entry_id:
                state.conflicts.append(Conflict("custody", sentence, (before.evidence, evidence)))
            state.set("custody", fact.says, evidence)
            if fact.says == "released" and state.to_free and not state.watch.found:
                state.enforcing, state.to_free = None, False


def _obedience(state: State, step: Step, fact: Fact, evidence: Evidence) -> None:
    """Only a court's own entry finds a breach or its cure, and an order to show cause finds neither."""
    if not is_by_court(step):
        return
    if fact.says == "complied":
        state.watch = state.watch._replace(cured=evidence, reports=(*state.watch.reports, evidence))
        state.enforcing = None
    elif finds_breach(step):
        state.watch = state.watch._replace(found=evidence, cured=None)
        if not any(event.type == T.ORDER_TO_SHOW_CAUSE for event in step.reading.events):
            state.enforce(evidence)  # what is found and let go in one order is not pursued
