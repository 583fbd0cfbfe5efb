"""What a higher court makes of a ruling, and what that leaves of it.

Functions named `on_…` take one event; the others, one entry with all it says.
"""

from typing import Final

from .. import sides
from ..findings import Event, Evidence, Value
from ..rule import compiled
from ..steps import GRANTS, MOOT, Step, is_by_court, is_from_above, is_older, marked, says_moot
from . import opening
from .state import State

RULED: Final = frozenset({"granted", "granted_in_part", "denied", "dismissed"})
_APPEAL_ORDER: Final = ("reversed", "vacated", "denied", "affirmed", "dismissed")
_ON_APPEAL: Final = {
    "reversed": "reversed",
    "vacated": "vacated",
    "denied": "affirmed",
    "affirmed": "affirmed",
    "dismissed": "dismissed",
}
_OURS: Final = frozenset({"individual_detention", "impact", "conditions", "foia"})
_ON_PETITION: Final = {
    "reversed": "granted",
    "vacated": "granted",
    "denied": "denied",
    "affirmed": "denied",
    "dismissed": "dismissed",
}
"""On the appeal's own docket: what the ruling means for whoever came to that court."""
_NOTICE_NAMED: Final = compiled(
    r"\b(?:as to|re:?|regarding|on) \[?(?P<notice>\d{1,5})\]? (?:amended )?notice of appeal\b"
)


def on_appeal(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    if state.appellate:
        opening.on_opening(state, step, event, evidence)
    elif state.axes["appeal"].value not in {"noticed", "pending"} or _is_of_later(state):
        state.set("appeal", "noticed", evidence)
        state.noticed = evidence


def _is_of_later(state: State) -> bool:
    """Has the case been ruled on since the appeal that is known? Then a new notice is of that ruling."""
    ruled, known = state.axes["merits"].evidence, state.axes["appeal"].evidence
    return bool(ruled and known and state.axes["merits"].value in RULED and is_older(known, ruled))


def _is_of_earlier(state: State, step: Step) -> bool:
    """Is it the end of an appeal whose notice came before the one that is pending now?"""
    number = state.noticed.entry_number if state.noticed and state.noticed.docket_id == step.docket.id else None
    named = [int(found["notice"] or b"0") for found in _NOTICE_NAMED.finditer(step.text)]
    return number is not None and bool(named) and max(named) < number


def on_appeal_ended(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    """On the appeal's own docket a dismissal ends the appeal and leaves the ruling below as it was."""
    if state.axes["appeal"].value in {"noticed", "pending"}:
        state.set("appeal", "dismissed", evidence)


def on_appellate_ruling(state: State, step: Step, event: Event, evidence: Evidence) -> None:
    if _is_of_earlier(state, step):
        return
    outcomes = event.outcome if isinstance(event.outcome, tuple) else (str(event.outcome),)
    name = next((name for name in _APPEAL_ORDER if name in outcomes), None)
    if name is None or ("reheard" in step.marks and step.of_appeal and outcomes == ("vacated",)):
        return  # what falls then is what the panel decided
    if state.appellate and is_from_above(step):
        _from_above(state, outcomes, evidence)
        return
    known = state.axes["appeal"].value
    mine = state.appellate and step.role == "lead"
    if mine and "dismissed" in outcomes and says_moot(step):
        name = "dismissed"  # what is vacated with it is cleared away, nobody has won
    state.set("appeal", _ON_APPEAL[name], evidence)
    if mine:
        _decide_here(state, name, outcomes, step, evidence)
    elif name in {"reversed", "vacated"} and "affirmed" not in outcomes and known != name:
        _undo(state, step, outcomes, evidence)


def _from_above(state: State, outcomes: tuple[str, ...], evidence: Evidence) -> None:
    """The Supreme Court's ruling on this court's: told again, as it often is, it is no second one."""
    if outcomes in state.above:
        return
    state.above.add(outcomes)
    if {"reversed", "vacated"} & {*outcomes}:
        _undecided(state, evidence)


def is_heard_again(state: State, step: Step) -> None:
    """What a panel decided falls, and the appeal is heard once more: nothing is said of the ruling below."""
    if "reheard" not in step.marks or not step.of_appeal or step.reading.cancelled or not is_by_court(step):
        return
    proof = marked(step, "reheard")
    if proof and state.appellate and step.role == "lead":
        _undecided(state, proof)
    elif state.axes["appeal"].value != "none":
        state.set("appeal", "pending", proof, "inferred")


def _undecided(state: State, evidence: Evidence) -> None:
    """What this court of appeals decided is undone, and it decides once more."""
    state.axes["merits"] = Value("none", evidence.date_filed, evidence, "inferred")
    state.set("appeal", "pending", evidence, "inferred")
    state.opaque = None


def _decide_here(state: State, name: str, outcomes: tuple[str, ...], step: Step, evidence: Evidence) -> None:
    """On the appeal's own docket: for the side that sued, where the docket says who that is; in a case that is none
    of ours, and a prosecution, for whoever came to that court.

    What that side won stands where the other side lost its appeal, and falls where the other side won it. Whose
    appeal it is decides what a ruling undone means: where the docket does not say it, nobody knows.
    """
    decided = _ON_PETITION[name]
    if decided == "granted" and {"denied", "dismissed"} & {*outcomes}:
        decided = "granted_in_part"  # a petition for review, or a ruling undone for one thing and not for another
    side = "petitioner" if state.reviews or state.kind == "criminal" else sides.appellant(step.docket)
    if side is None and state.kind not in _OURS:
        side = "petitioner"  # whoever came to that court, in a case that is none of ours
    if decided == "dismissed":
        state.decide("dismissed_moot" if says_moot(step) else decided, evidence)
    elif side == "respondent" and name != "denied":
        state.decide("denied" if decided == "granted" else "granted", evidence, "inferred")
    elif side is None and decided in GRANTS and "remanded" in outcomes:
        state.decide("remanded", evidence)  # whoever appealed: it goes on below
    elif side is None and decided in GRANTS:
        state.set("stage", "decided", evidence)
        state.opaque = evidence
    else:
        state.decide(decided, evidence)


def _undo(state: State, step: Step, outcomes: tuple[str, ...], evidence: Evidence) -> None:
    """Undone on appeal: the ruling below is no longer one, nor an injunction if that was appealed.

    Remanded, the case goes on below; a grant reversed without more is a denial; a ruling vacated as moot leaves a
    case in which there is nothing left to decide.
    """
    was = state.axes["merits"].value
    if was not in RULED:
        for name in ("preliminary_injunction", "tro"):
            state.end(name, evidence)
        return
    if "vacated" in outcomes and MOOT.search(step.text):
        now = "dismissed_moot"
    elif "remanded" not in outcomes and "reversed" in outcomes and was in GRANTS:
        now = "denied"
    else:
        now = "none"
        state.reopened = Value("none", evidence.date_filed, evidence, "inferred")
        state.axes["stage"] = state.before_ruling
    state.axes["merits"] = Value(now, evidence.date_filed, evidence, "inferred")
    state.taken_back = evidence
    state.undo_orders(evidence)


def notes_appeal(state: State, step: Step) -> None:
    """What a docket says of an appeal beside its events. An appeal's own docket says it in events."""
    if step.role == "related" or (step.role == "part" and step.of_appeal):
        return
    appeal = state.axes["appeal"].value
    if state.appellate:
        if "certiorari" in step.marks:
            state.set("appeal", "pending", marked(step, "certiorari"))
        return
    if "usca_number" in step.marks and appeal in {"none", "noticed"}:
        state.set("appeal", "pending", marked(step, "usca_number"))
    ends = "appeal_ends" in step.marks and not _is_of_earlier(state, step)
    if ends and state.axes["appeal"].value in {"noticed", "pending"}:
        state.set("appeal", "dismissed", marked(step, "appeal_ends"))
