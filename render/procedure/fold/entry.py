"""One entry in, the state after it out: its events in order, each by the function named after it, then what it says
beside them."""

from collections.abc import Callable
from typing import Final

from ..findings import Event, Evidence, Happening
from ..steps import (
    Step,
    by_the_way,
    carries_out,
    decides,
    evidence_of,
    explained,
    first_words,
    is_by_court,
    marked,
    turning,
)
from ..vocabulary import EventType
from . import appeals, obedience, opening, relief, rulings
from .state import State

T = EventType
_OF_APPEAL: Final = frozenset({T.APPELLATE_RULING, T.STAY_ENTERED, T.STAY_LIFTED, T.VOLUNTARY_DISMISSAL, T.DISMISSAL})
"""What an appeal's own docket says about the case below."""
_ENDS_HERE: Final = frozenset({T.TRANSFER_OUT, T.CASE_CLOSED, T.MDL_TRANSFER, T.CONSOLIDATED})
"""What ended the old docket: copied into the one in which the case goes on, it ends nothing."""


def take(state: State, step: Step, events: tuple[Event, ...], refused: frozenset[str] = frozenset()) -> None:
    """One entry: its events in order, then what it says of custody, compliance and the appeal.

    `refused`: axes that this entry does not move, as a person decided.
    """
    kept = state.kept(refused) if refused else None
    opening.begins(state, step)
    opening.goes_on(state, step)
    appeals.is_heard_again(state, step)
    for event in events:
        evidence = evidence_of(step.entry, event)
        state.timeline.append(
            Happening(step.entry.date_filed, step.docket.id, step.entry.id, step.entry.entry_number, event)
        )
        state.unsure = _aims_at_nothing(state, step, event)
        handler = _handler(step, event)
        if handler and _counts(state, step, event):
            handler(state, step, event, evidence)
    state.unsure = False
    obedience.starts_clock(state, step, events)
    obedience.moves_days(state, step, events)
    obedience.tells(state, step, events)
    obedience.states_facts(state, step, events)
    appeals.notes_appeal(state, step)
    rulings.takes_back(state, step)
    opening.goes_on_again(state, step)
    _leaves_unread(state, step)
    _remember(state, step, events)
    if kept:
        state.restore(kept)


def _aims_at_nothing(state: State, step: Step, event: Event) -> bool:
    """A ruling on a paper that is not on the docket before it: what follows from it is only inferred."""
    return (
        bool(event.targets)
        and not step.of_appeal
        and not any((step.docket.id, target) in state.numbers for target in event.targets)
    )


def _counts(state: State, step: Step, event: Event) -> bool:
    """Does this event of this docket move the lead's axes? An appeal moves only what appeals move."""
    if step.role == "related" or (step.role == "part" and step.of_appeal):
        return step.of_appeal and event.type in _OF_APPEAL
    ends = event.type in _ENDS_HERE or (event.type == T.STAY_ENTERED and event.sense == "case")
    return not (ends and step.copied)


def _remember(state: State, step: Step, events: tuple[Event, ...]) -> None:
    """Which numbers the docket has, who asked for what, and what was taken back."""
    number = step.entry.entry_number
    if number is not None:
        state.numbers.add((step.docket.id, number))
        if any(e.type == T.MOTION_FILED for e in events) or ("motion" in step.marks and not events):
            actor = next((event.actor for event in events if event.actor), None)
            state.asked[step.docket.id, number] = (actor, step.text)
    if decides(step) and not step.reading.cancelled:
        state.told_on = (step.docket.id, step.entry.date_filed)
        if number is not None:
            state.told.add((step.docket.id, number))
    before = state.opaque
    if before and _is_opinion(before) and not step.reading.cancelled:
        explains = decides(step) and (before.docket_id, before.date_filed) == state.told_on
        if explains or carries_out(step, before):
            state.opaque = None
    turn = turning(events)
    if turn and step.docket.id == state.current.id and not step.reading.cancelled:
        state.decision = evidence_of(step.entry, turn)
    if "reconsiders" in step.marks and not step.reading.cancelled and is_by_court(step):
        state.taken_back = first_words(step.entry, "fold.reconsidered")


def _leaves_unread(state: State, step: Step) -> None:
    """What of an entry nobody can say more of, and what was read last: proofs of a case that is open."""
    reading = step.reading
    if step.docket.id != state.current.id:
        return
    unread = (reading.unread or reading.seen) and not reading.cancelled
    if "opaque" in step.marks and unread and not by_the_way(step):
        state.opaque = _opaque_after(state, step)
    if reading.events and not reading.cancelled:
        state.latest.append(evidence_of(step.entry, reading.events[0]))
    elif reading.unread and not reading.cancelled:
        state.latest.append(first_words(step.entry, "fold.latest"))


def _opaque_after(state: State, step: Step) -> Evidence | None:
    """What could not be read, unless it goes with a ruling that was: then what was unread before stays so."""
    found = marked(step, "opaque")
    goes_with = any((step.docket.id, number) in state.told for number in explained(step))
    same_day = state.told_on == (step.docket.id, step.entry.date_filed) and found is not None and _is_opinion(found)
    return state.opaque if goes_with or same_day or state.kind == "criminal" else found


def _is_opinion(evidence: Evidence) -> bool:
    """Does a paper that could not be read give reasons, where another says what they are for?"""
    words = evidence.quote.lower()
    return evidence.rule == "fold.opaque" and ("opinion" in words or "memorandum" in words)


_HANDLERS: Final[dict[EventType, Callable[[State, Step, Event, Evidence], None]]] = {
    T.COMPLAINT_OR_PETITION_FILED: opening.on_opening,
    T.REMOVAL_TO_FEDERAL_COURT: opening.on_opening,
    T.AMENDED_COMPLAINT: opening.on_amended,
    T.TRANSFER_IN: opening.on_transfer_in,
    T.CONSOLIDATED: opening.on_consolidated,
    T.RESPONSE_OR_ANSWER_FILED: opening.on_response,
    T.MOTION_FILED: opening.on_motion,
    T.ORDER_TO_SHOW_CAUSE: obedience.on_show_cause,
    T.DEADLINE_SET: opening.on_deadline,
    T.REPORT_AND_RECOMMENDATION: opening.on_recommendation,
    T.R_AND_R_ADOPTED: opening.on_adoption,
    T.ORDER_NO_TRANSFER_OR_REMOVAL: relief.on_no_transfer,
    T.TRO_ENTERED: relief.on_tro,
    T.TRO_EXTENDED: relief.on_tro,
    T.TRO_DISSOLVED: relief.on_tro_dissolved,
    T.PRELIMINARY_INJUNCTION_ENTERED: relief.on_injunction,
    T.STAY_ENTERED: relief.on_stay,
    T.STAY_LIFTED: relief.on_stay_lifted,
    T.ORDER_ON_MOTION: rulings.on_motion_ruled,
    T.HABEAS_RULING: rulings.on_habeas,
    T.DISMISSAL: rulings.on_dismissal,
    T.VOLUNTARY_DISMISSAL: rulings.on_withdrawal,
    T.SETTLEMENT: rulings.on_settlement,
    T.TRANSFER_OUT: opening.on_transfer_out,
    T.MDL_TRANSFER: opening.on_panel_transfer,
    T.JUDGMENT: rulings.on_judgment,
    T.CASE_CLOSED: opening.on_closed,
    T.NOTICE_OF_NONCOMPLIANCE_OR_MOTION_TO_ENFORCE: obedience.on_allegation,
    T.CONTEMPT_FINDING: obedience.on_contempt,
    T.STATUS_REPORT: obedience.on_report,
    T.NOTICE_OF_APPEAL: appeals.on_appeal,
    T.APPELLATE_RULING: appeals.on_appellate_ruling,
}


def _handler(step: Step, event: Event) -> Callable[[State, Step, Event, Evidence], None] | None:
    """A dismissal on the docket of an appeal that is not itself the case ends the appeal, never the case."""
    type_ = EventType(event.type)
    if step.of_appeal and step.role != "lead" and type_ in {T.VOLUNTARY_DISMISSAL, T.DISMISSAL}:
        ruled = any(other.type == T.APPELLATE_RULING for other in step.reading.events)
        return None if ruled else appeals.on_appeal_ended
    return _HANDLERS.get(type_)


MOVES: Final = frozenset(each.value for each in _HANDLERS)
"""The types of events that can move an axis."""
