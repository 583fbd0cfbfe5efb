"""What a judge rules: on motions, on the petition; dismissals, judgments, agreements, and what a court takes back."""

from typing import Final

from .. import conflicts, sides
from ..facts import Docket
from ..findings import Event, Evidence, Value
from ..matching import Pattern
from ..outline import outline
from ..partly import is_of_one
from ..standing import LIVE
from ..steps import (
    GRANTS,
    LASTING,
    PANEL_MOTION,
    UNDOING,
    Step,
    about_removal,
    closes_case,
    first_words,
    grants_default,
    is_by_court,
    is_of_claim,
    is_partial,
    note,
    numbers_in,
    repeats_ruling,
    says_moot,
    struck_numbers,
    to_immigration,
    vacates_judgment,
)
from ..text import clean, plain
from ..undone import OF_CONTEMPT, OF_RESTRAINT, OF_RULING, Undone, undone
from ..vocabulary import EventType
from .state import State

T = EventType


def on_motion_ruled(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    refused = event.outcome == "denied"
    _ruled_twice(state, step, event, evidence)
    relief = event.kind in {"tro", "pi"} or (event.kind == "stay" and _is_of_removal(state, step, event))
    if refused and relief and not any(name in state.interim for name in LIVE):
        state.interim["denied"] = Value("denied", evidence.date_filed, evidence, state.sure("read"))
    alleged = state.enforcing.evidence.entry_number if state.enforcing and state.enforcing.evidence else None
    if event.outcome in {"denied", "moot", "withdrawn"} and (
        event.kind in {"enforce", "contempt"} or (alleged is not None and alleged in event.targets)
    ):
        state.enforcing = None
    if event.kind in {"enforce", "contempt"} and event.outcome in {"granted", "granted_in_part"}:
        state.enforce(evidence)
        state.to_free = any(other.type == T.RELEASE_ORDERED for other in step.reading.events)
    if event.kind == "sj" and event.outcome in GRANTS:
        _summary(state, step, event, evidence)
    if event.kind == "remand" and event.outcome == "granted" and not state.appellate and not to_immigration(step):
        state.decide("remanded", evidence)
    if grants_default(event) and state.axes["merits"].value == "none" and not is_partial(step):
        state.decide("granted", evidence, "inferred")
    if (
        event.kind == "mtd"
        and event.outcome == "granted"
        and state.axes["merits"].value == "none"
        and not is_partial(step)
    ):
        state.decide("dismissed_moot" if says_moot(step) else "dismissed", evidence, "inferred")
    if state.lead.court_id == "jpml" and event.outcome in {"granted", "denied"} and PANEL_MOTION.search(step.text):
        state.decide(event.outcome, evidence)


def _is_of_removal(state: State, step: Step, event: Event) -> bool:
    """Does a ruling on a stay speak of removal, or the motion that it names?"""
    asked = (state.asked.get((step.docket.id, target)) for target in event.targets or numbers_in(step))
    return about_removal(step) or any(about_removal(step._replace(text=each[1])) for each in asked if each)


def _summary(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    """Summary judgment decides the case for whoever asked for it, where the docket says who did."""
    if state.axes["merits"].value != "none" or state.appellate:
        return
    if LASTING.search(step.text):
        state.decide("granted", evidence, "inferred")
        return
    numbers = [(step.docket.id, target) for target in event.targets if (step.docket.id, target) in state.asked]
    askers = {sides.asker(step.docket, *state.asked[number]) for number in numbers}
    halves = event.outcome == "granted_in_part" and not is_partial(step) and b"pending" not in step.text.lower()
    if askers == {"petitioner", "respondent"} and halves:
        state.decide("granted_in_part", evidence, "inferred")  # each side's motion, each in part
        return
    won = askers.pop() if len(askers) == 1 else None if askers else sides.winner(step.docket, step.text)
    whole = event.outcome == "granted" and not is_partial(step)
    if won == "respondent" and whole:  # else the rest of it goes on
        state.decide("denied", evidence, "inferred")
    elif won == "petitioner" and (whole or not any(b"partial" in state.asked[one][1].lower() for one in numbers)):
        state.decide("granted" if whole else "granted_in_part", evidence, "inferred")


def _ruled_twice(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    """One motion granted and denied, with nothing between them that takes the first back."""
    outcome = "granted" if event.outcome in GRANTS else str(event.outcome)
    if event.kind not in {"tro", "pi", "class_cert", "sj", "mtd"} or outcome not in {"granted", "denied"}:
        return
    for target in event.targets:
        key = (step.docket.id, target, event.kind)
        before = state.ruled.get(key)
        if before and before[0] != outcome and before[1].entry_id != evidence.entry_id:
            state.contradict("interim", conflicts.motion(before[0], outcome, target), before[1], evidence, step)
        state.ruled[key] = (outcome, evidence)


def on_habeas(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    if is_of_one(plain(event.quote)):
        return
    name = str(event.outcome)
    if name == "dismissed" and is_partial(step) and not closes_case(step):
        return
    if name == "dismissed":
        name = "dismissed_moot" if says_moot(step) else "dismissed"
    if repeats_ruling(state.axes["merits"].value, name, event, step):
        return
    _contradicts_ruling(state, step, name, evidence)
    state.decide(name, evidence)


def _contradicts_ruling(state: State, step: Step, name: str, evidence: Evidence) -> None:
    """Granted and denied cannot both stand; on reconsideration the first ruling is undone with what it ordered."""
    now = state.axes["merits"]
    one, two = ("granted" if value in GRANTS else value for value in (now.value, name))
    if {one, two} != {"granted", "denied"} or now.evidence is None or now.evidence.entry_id == evidence.entry_id:
        return
    other = now.evidence.docket_id != evidence.docket_id
    state.contradict("merits", conflicts.petition(one, two, other_docket=other), now.evidence, evidence, step)
    if two == "denied" and ("reconsiders" in step.marks or state.taken_back):
        state.undo_orders(evidence)


def on_dismissal(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    if (is_partial(step) or is_of_claim(step, event)) and not closes_case(step):
        return
    if state.axes["merits"].value in {"none", "dismissed", "dismissed_moot", "withdrawn"}:
        if state.axes["merits"].value == "none":
            moot = says_moot(step) and not any(
                e.type == T.VOLUNTARY_DISMISSAL for e in step.reading.events
            )
            state.decide("dismissed_moot" if moot else "dismissed", evidence)
        state.end_all(evidence)


def on_withdrawal(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    if b"partial" in step.text.lower() or (is_partial(step) and not closes_case(step)):
        return
    if state.axes["merits"].value in {"none", "dismissed"}:
        state.decide("withdrawn", evidence)


def on_settlement(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    if not is_of_one(step.text) and state.kind != "criminal":  # there it is about money, not about the case
        state.settled = Value("settled", evidence.date_filed, evidence)


def on_judgment(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    state.end_all(evidence)
    if state.axes["merits"].value == "none" and not state.appellate and not is_partial(step):
        won = sides.winner(step.docket, step.text)
        if won:
            state.decide("granted" if won == "petitioner" else "denied", evidence, "inferred")
        elif sides.shares_by_count(step.docket, step.text):
            state.decide("granted_in_part", evidence, "inferred")


def takes_back(state: State, step: Step) -> None:
    """What the court sets aside orders nothing any more and decides nothing; of a judgment, and of an agreement that
    it strikes, nothing is decided."""
    told = any(event.type in {T.APPELLATE_RULING, T.REPORT_AND_RECOMMENDATION} for event in step.reading.events)
    if told or step.of_appeal or not step.marks & UNDOING:
        return
    for gone in undone(outline(clean(step.entry.text)), step.entry.date_filed):
        _take_back(state, step, gone)
    merits, proof = state.axes["merits"], state.axes["merits"].evidence
    if not is_by_court(step) or proof is None or not _is_before(proof, step):
        return
    struck = merits.value == "withdrawn" and proof.entry_number in struck_numbers(step)
    if struck or (merits.value in {"granted", "denied"} and vacates_judgment(step)):
        state.reopen(first_words(step.entry, "fold.taken_back"))


def _take_back(state: State, step: Step, gone: Undone) -> None:
    """One order that is taken back, with all that rests on it."""
    now = note(step.entry, gone.span, "fold.taken_back")

    def rests(proof: Evidence | None, about: Pattern) -> bool:
        if proof is None or not _is_before(proof, step):
            return False
        return gone.names(proof, about) or (gone.names_by_day(proof) and _is_only_order(step.docket, proof))

    for name, value in [*state.interim.items()]:
        if name in LIVE and rests(value.evidence, OF_RESTRAINT):
            state.end(name, now)
    state.undo_orders(now, lambda proof: rests(proof, OF_RULING))
    if rests(state.watch.found, OF_CONTEMPT):
        state.watch = state.watch._replace(found=None)
        state.enforcing = None
    merits = state.axes["merits"]
    if merits.value in _TAKEN_BACK and rests(merits.evidence, OF_RULING):
        state.reopen(now)


def _is_only_order(docket: Docket, proof: Evidence) -> bool:
    """Did the court speak in no other entry of that day?"""
    of_day = (entry for entry in docket.entries if entry.date_filed == proof.date_filed and entry.id != proof.entry_id)
    return not any(outline(clean(entry.text)).speaker == "court" for entry in of_day)


_TAKEN_BACK: Final = frozenset({"granted", "granted_in_part", "denied", "dismissed", "dismissed_moot"})


def _is_before(proof: Evidence, step: Step) -> bool:
    """Does a proof stand in an earlier entry of the same docket?"""
    return proof.docket_id == step.docket.id and proof.entry_id != step.entry.id
