"""How a case begins, is answered and briefed, goes to another court, is closed and goes on again.

Functions named `on_…` take one event; the others, one entry with all it says.
"""

from typing import Final

from .. import sides
from ..findings import Event, Evidence, Value
from ..links import names_another
from ..rule import compiled
from ..steps import (
    ANSWER,
    OPENS_APPEAL,
    REVIEW,
    SENT_BY_PANEL,
    STATE_COURT,
    Step,
    first_words,
    is_older,
    recommended,
    reopens,
)
from ..text import plain
from ..vocabulary import EventType
from .state import State

T = EventType
_RULINGS: Final = frozenset({T.HABEAS_RULING, T.DISMISSAL, T.JUDGMENT})
_NUMBER: Final = compiled(r"\b(?P<number>\d{1,4})\b")
_FIRST: Final = range(1, 4)
"""Numbers that a docket of a trial court begins with."""
_CLOSED_BY_NUMBER: Final = compiled(
    r"\bclose (?:(?:the|civil|member|case|action|nos?\.?) )*(?P<number>(?:\d:)?\d\d-(?:[a-z]{1,4}-)?\d{1,6})"
)


def begins(state: State, step: Step) -> None:
    """The first entry opens a case, whatever it is called; of a feed's stubs none is the first."""
    is_first = state.appellate or step.entry.entry_number in _FIRST
    if step.role != "lead" or state.first or step.reading.cancelled or not is_first:
        return
    state.first = first_words(step.entry, "fold.first")
    if state.appellate and OPENS_APPEAL.search(step.text):
        state.set("appeal", "pending", state.first, "inferred")


def goes_on(state: State, step: Step) -> None:
    """A case that was sent away goes on in the docket that is listed with it, from its first entry of its own."""
    if step.role != "part" or step.of_appeal or step.docket.id == state.current.id or step.copied:
        return
    if state.axes["merits"].value == "transferred" and step.docket.court_id != state.current.court_id:
        proof = first_words(step.entry, "fold.goes_on")
        state.continue_in(step.docket, proof)


def on_opening(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    if state.opening is None:
        state.opening = evidence
    if event.type == T.COMPLAINT_OR_PETITION_FILED and REVIEW.search(step.text):
        state.reviews = True
    if state.appellate and event.type == T.NOTICE_OF_APPEAL and not state.reviews and not REVIEW.search(step.text):
        state.set("appeal", "pending", evidence)


def on_amended(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    """A new petition may be ruled on anew: what was said of the old one contradicts nothing."""
    state.taken_back = evidence
    if state.decision and step.docket.id == state.current.id:
        state.decision = evidence  # what was decided before was decided of the old one


def on_transfer_in(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    if state.axes["merits"].value == "transferred":
        state.continue_in(step.docket, evidence)
    state.opening = evidence


def on_consolidated(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    state.joined.add(step.docket.id)


def on_response(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    if state.axes["stage"].value in {"opened", "response_due"}:
        state.set("stage", "briefed", evidence)


def on_motion(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    """Whoever is sued may answer by asking that the case be dismissed or decided."""
    answers = event.kind in {"mtd", "sj"} and state.axes["stage"].value == "response_due" and not state.appellate
    if answers and sides.asker(step.docket, event.actor, step.text) == "respondent":
        state.set("stage", "briefed", evidence)


def on_deadline(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    if step.role == "lead" and ANSWER.search(plain(event.quote + " " + (event.detail or ""))):
        state.response_due(evidence)


def on_recommendation(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    if state.axes["merits"].value == "none":
        state.set("stage", "recommended", evidence)
        state.recommended = evidence.entry_number, recommended(step.text)


def on_adoption(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    """A judge has ruled on what was recommended, one way or the other: just so where the order says no more."""
    if state.axes["stage"].value != "recommended":
        return
    state.set("stage", "decided", evidence)
    number, verdict = state.recommended
    alone = not any(other.type in _RULINGS for other in step.reading.events)
    named = {int(one["number"] or 0) for one in _NUMBER.finditer(event.quote.encode("ascii", "replace"))}
    if verdict and alone and event.outcome == "adopted" and number in (named or {number}):
        state.decide(verdict, evidence, "inferred")


def on_transfer_out(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    remand = bool(STATE_COURT.search(plain(event.quote)))
    if step.docket.id != state.current.id:
        return
    state.before_transfer = state.axes["stage"]
    state.decide("remanded" if remand else "transferred", evidence)


def on_panel_transfer(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    """A panel sends the case to another court; of one that it sends here, it says so in other words."""
    if SENT_BY_PANEL.search(step.text) and not state.appellate and state.lead.court_id != "jpml":
        on_transfer_out(state, step, event, evidence)


def on_closed(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    closed = _CLOSED_BY_NUMBER.search(plain(evidence.quote))
    if closed and names_another((closed["number"] or b"").decode("ascii"), step.docket):
        return  # a lead's order closes its member
    state.ended.add(step.docket.id)
    if step.docket.id != state.current.id or state.joins(step.docket, evidence):
        return
    member = b"member case" in step.text.lower()
    ended, filed = state.current.date_terminated, step.entry.date_filed
    if member and (ended is None or filed is None or ended > filed):
        return  # the record says when the lead case itself is closed
    if state.reopened:  # closed once more
        state.axes["docket"], state.reopened = Value("open"), None
    state.set("docket", "terminated", evidence)
    asked = state.enforcing.evidence if state.enforcing and not state.watch.found else None
    if asked and any(is_older(asked, report) for report in state.watch.reports):
        state.enforcing = None  # the court asked, was told, and closes the case
    if state.axes["merits"].value not in {"transferred"}:
        state.end_all(evidence)


def goes_on_again(state: State, step: Step) -> None:
    """What was closed or dismissed goes on; a ruling for one side stands until it is undone."""
    if not reopens(step):
        return
    state.ended.discard(step.docket.id)
    if step.docket.id != state.current.id:
        return
    merits, docket = state.axes["merits"], state.axes["docket"]
    undone = merits.value in {"dismissed", "dismissed_moot", "withdrawn"}
    state.decision = proof = first_words(step.entry, "fold.reopened")
    if not undone and docket.value != "terminated":
        return
    state.set("docket", "open", proof, "inferred")
    state.settled = None
    if undone:
        state.axes["merits"] = Value("none", proof.date_filed, proof, "inferred")
        state.axes["stage"] = state.before_ruling
        if state.appellate:
            state.set("appeal", "pending", proof, "inferred")
    if state.axes["merits"].value == "none":
        state.reopened = Value("none", proof.date_filed, proof, "inferred")
        state.opaque = None
