"""What is in force until the case is decided: temporary orders, injunctions, bars on moving somebody, stays."""



from .. import compliance, conflicts
from ..findings import Conflict, Event, Evidence, Value
from ..steps import ADMINISTRATIVE, DETAINED, FOR_NOW, Step, stays_a_part, stays_the_case
from ..text import plain
from .state import State


def on_no_transfer(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    if event.outcome == "lifted":
        state.end("no_transfer_order", evidence)
    else:
        _held_after_all(state, step, evidence)
        state.begin("no_transfer_order", evidence)


def _held_after_all(state: State, step: Step, evidence: Evidence) -> None:
    """Barred from being moved or removed, after the docket said that the person is out."""
    before = state.axes["custody"]
    sentence = conflicts.stayed(before.value)
    if not sentence or before.evidence is None or before.evidence.entry_id == evidence.entry_id or step.copied:
        return
    if before.value == "removed" or DETAINED.search(step.text):
        state.conflicts.append(Conflict("custody", sentence, (before.evidence, evidence)))


def on_tro(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    state.begin("tro", evidence)


def on_tro_dissolved(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    tro, bar = state.interim.get("tro"), state.interim.get("no_transfer_order")
    if tro and bar and tro.evidence and bar.evidence and tro.evidence.entry_id == bar.evidence.entry_id:
        state.end("no_transfer_order", evidence)  # the bar was part of the temporary order
    state.end("tro", evidence)


def on_injunction(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    state.interim.pop("tro", None)
    state.begin("preliminary_injunction", evidence)


def on_stay(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    sense = event.sense
    agency = any(other.sense == "agency_action" for other in step.reading.events)
    if sense == "removal_or_transfer" and (step.role == "lead" or not step.of_appeal):
        held = state.interim.get("stay_of_removal")
        if held and held.evidence and FOR_NOW.search(plain(held.evidence.quote)):
            del state.interim["stay_of_removal"]  # until the court could look at it
        state.begin("stay_of_removal", evidence)
    elif sense == "agency_action" and step.role != "related":
        state.begin("preliminary_injunction", evidence, "inferred")  # 5 U.S.C. 705: it holds the rule back
    elif sense == "case" and step.docket.id == state.current.id and not agency and stays_the_case(step, evidence):
        state.set("proceedings", "stayed", evidence)
    elif sense == "administrative" or (sense == "injunction_or_order" and ADMINISTRATIVE.search(step.text)):
        state.held = state.held or evidence
    elif sense == "injunction_or_order" and not stays_a_part(step, event):
        state.watch = compliance.stopped(state.watch, evidence, "stayed", state.held)
        told = state.relief_stayed and state.relief_stayed.since == evidence.date_filed
        if not (told and step.role == "related"):  # the case's own docket says it too
            state.relief_stayed = Value("stayed", evidence.date_filed, evidence)


def on_stay_lifted(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    if event.sense in {None, "case"} and state.axes["proceedings"].value == "stayed":
        state.set("proceedings", "active", evidence)
    if event.sense == "removal_or_transfer":
        state.end("stay_of_removal", evidence)
    if event.sense == "injunction_or_order" or (event.sense is None and step.of_appeal):
        state.watch = compliance.resumed(state.watch)
        state.relief_stayed = state.held = None
