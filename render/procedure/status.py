"""All dockets of a case in, where the case stands at the end of a day out, with the entries that prove it.

`read_case` reads every entry filed up to `as_of`, folds the events into the axes (fold.py), runs the compliance clock
(compliance.py) and takes the published status from the axes by STATUS_TABLE: the first row that holds. Entries that
could not be read and contradictions are results too. A value `violation_found` is proposed until a person confirms it
(compliance.PROPOSED): it is in the axes so that it can be reviewed, and `privacy.publish` must not show it.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from . import compliance
from .custody import facts_in
from .events import is_appellate, read_entry, resolved
from .facts import Docket, Entry, in_court_order
from .findings import CaseReading, Change, Evidence, Reading, Scheduled, Value
from .fold import LIVE, RELIEF, State, Step, note
from .kinds import kind_of
from .links import linked
from .text import clean
from .vocabulary import EventType

AXES: Final[dict[str, dict[str, str]]] = {
    "stage": {
        "opened": "The case has begun; nobody has been ordered to respond yet.",
        "response_due": "The court has ordered a response.",
        "briefed": "A response has been filed.",
        "recommended": "A magistrate judge has recommended a ruling; no judge has ruled.",
        "decided": "A judge has ruled; the docket is open.",
        "enforcement": "After an order, a breach is alleged or being looked into.",
        "closed": "The docket is closed.",
    },
    "interim": {
        "none": "No temporary order has been seen.",
        "no_transfer_order": "The person may not be moved or removed, or not without notice.",
        "tro": "A temporary restraining order is in force.",
        "preliminary_injunction": "A preliminary injunction is in force.",
        "stay_of_removal": "Removal is stayed.",
        "denied": "A temporary order was asked for and refused.",
        "ended": "A temporary order was in force and has ended.",
    },
    "merits": {
        "none": "No ruling on the merits has been seen.",
        "granted": "The petition or claim was granted.",
        "granted_in_part": "The petition or claim was granted in part.",
        "denied": "The petition or claim was denied.",
        "dismissed": "The case was dismissed.",
        "dismissed_moot": "The case was dismissed because there was nothing left to decide, as after a release.",
        "withdrawn": "The side that sued gave the case up.",
        "settled": "The parties settled.",
        "transferred": "The case went to another court.",
        "remanded": "The case was sent back to a state court or an agency.",
    },
    "proceedings": {"active": "The case is going on.", "stayed": "The case is on hold."},
    "custody": {
        "unknown": "The docket does not say.",
        "release_ordered": "A judge ordered release; no report of it has been read.",
        "bond_hearing_ordered": "A judge ordered a bond hearing; no result has been read.",
        "bond_granted": "Bond was granted; nothing says that it was posted.",
        "bond_denied": "Bond was denied.",
        "released": "The docket says that the person was released.",
        "transferred": "The docket says that the person was moved to another place of detention.",
        "removed": "The docket says that the person was removed from the country.",
    },
    "compliance": {
        "nothing_due": "Nothing is due from the government.",
        "due": "Something ordered is due.",
        "reported": "The government reported.",
        "no_report_seen": "The day has passed and no report is seen on the public docket.",
        "violation_found": "A judge found that an order was not obeyed.",
        "cured": "The court says that the breach is mended.",
    },
    "appeal": {
        "none": "No appeal has been seen.",
        "noticed": "A notice of appeal was filed.",
        "pending": "The court of appeals has the case.",
        "affirmed": "The ruling stands.",
        "reversed": "The ruling was reversed.",
        "vacated": "The ruling was wiped out.",
        "dismissed": "The appeal was dismissed or withdrawn.",
    },
    "docket": {"open": "The docket is open.", "terminated": "The court has closed the docket."},
}
"""Every axis, every value, and what it means in a sentence."""


class Row(NamedTuple):
    """A row of STATUS_TABLE: the status, when it holds, and the value that proves it (None: it does not hold)."""

    status: str
    when: str
    holds: Callable[[State], Value | None]


def _merits(*names: str) -> Callable[[State], Value | None]:
    return lambda state: state.axes["merits"] if state.axes["merits"].value in names else None


def _unknown(state: State) -> Value | None:
    return Value("unknown", state.opaque.date_filed, state.opaque) if state.opaque else None


def _on_appeal(state: State) -> Value | None:
    appeal, merits = state.axes["appeal"], state.axes["merits"]
    if appeal.value not in {"noticed", "pending"}:
        return None
    ruled = merits.value not in {"none", "transferred", "remanded", "withdrawn", "settled"}
    return appeal if ruled or state.appellate else None


def _settled(state: State) -> Value | None:
    ended = (
        state.axes["merits"].value in {"dismissed", "withdrawn", "settled"}
        or state.axes["docket"].value == "terminated"
    )
    return (
        state.settled
        if state.settled and ended and state.axes["merits"].value not in {"granted", "denied", "granted_in_part"}
        else None
    )


def _closed(state: State) -> Value | None:
    return (
        state.axes["docket"]
        if state.axes["docket"].value == "terminated" and state.axes["merits"].value == "none"
        else None
    )


def _stayed(state: State) -> Value | None:
    if state.axes["proceedings"].value == "stayed":
        return state.axes["proceedings"]
    return None


def _interim(state: State) -> Value | None:
    return next((value for value in state.interim_values() if value.value in RELIEF), None)


STATUS_TABLE: Final[tuple[Row, ...]] = (
    Row(
        "unknown",
        "The newest ruling could not be read: it is sealed, or its entry does not say what was decided.",
        _unknown,
    ),
    Row("on_appeal", "An appeal is pending and there is a ruling; or the docket is an appeal.", _on_appeal),
    Row("transferred", "The case went to another court.", _merits("transferred")),
    Row("remanded", "The case was sent back to a state court.", _merits("remanded")),
    Row("settled", "The parties settled, and the case ended.", _settled),
    Row("voluntarily_dismissed", "The side that sued gave the case up.", _merits("withdrawn")),
    Row(
        "relief_granted_final",
        "The petition or claim was granted, in whole or in part.",
        _merits("granted", "granted_in_part"),
    ),
    Row(
        "relief_denied",
        "The petition or claim was denied; on an appeal's own docket, the ruling below was affirmed.",
        _merits("denied"),
    ),
    Row("dismissed", "The case was dismissed, also as moot.", _merits("dismissed", "dismissed_moot")),
    Row("closed_other", "The docket was closed without a ruling on the merits.", _closed),
    Row("stayed", "The case is on hold.", _stayed),
    Row(
        "relief_granted_interim",
        "A temporary restraining order, a preliminary injunction or a stay of removal is in force.",
        _interim,
    ),
    Row("open_pending", "None of these: the case is open.", lambda state: Value("open_pending")),
)
"""From the axes to the published status: the first row that holds."""

MOST_EVIDENCE: Final = 3


def read_case(dockets: Sequence[Docket], as_of: dt.date, related: Sequence[Docket] = ()) -> CaseReading:
    """Where a case stands at the end of `as_of`. `dockets[0]` leads; all of `dockets` are one case.

    `related` are other dockets that may be tied to it: only what they decide about this case counts. Raises ValueError
    for no dockets; never for what is in them.
    """
    if not dockets:
        raise ValueError("a case needs at least one docket")
    lead = dockets[0]
    readings: dict[int, Reading] = {}
    steps = _steps(dockets, related, as_of, readings)
    state = State(lead, is_appellate(lead.court_id))
    kinds: dict[tuple[int, int], tuple[str, ...]] = {}
    for step in steps:
        state.take(step, resolved(step.reading, step.docket.id, step.entry.entry_number, kinds))
    ties = _ties(lead, [*dockets[1:], *related], as_of)
    _appeal_docket(state, ties)
    _docket_end(state, lead, steps, as_of)
    _stage_end(state)
    status, evidence = _status(state)
    axes: dict[str, tuple[Value, ...]] = {axis: (value,) for axis, value in state.axes.items()}
    axes["interim"] = state.interim_values()
    axes["compliance"] = (compliance.axis(state.watch, as_of),)
    kind, reason = kind_of(lead)
    mine = [step for step in steps if step.role != "related"]
    return CaseReading(
        lead.id,
        as_of,
        kind,
        reason,
        status,
        {axis: axes[axis] for axis in AXES},
        evidence,
        tuple(state.timeline),
        tuple(state.history),
        _hearings(mine, as_of),
        compliance.schedule(state.watch, as_of),
        tuple(docket.id for docket in ties),
        tuple(_whole(step.entry) for step in mine if step.reading.unread),
        tuple(_whole(step.entry) for step in mine if step.reading.seen),
        tuple(state.conflicts),
        readings,
    )


def _steps(
    dockets: Sequence[Docket], related: Sequence[Docket], as_of: dt.date, readings: dict[int, Reading]
) -> list[Step]:
    """Every entry up to the day, read once, in the order in which things happened across the dockets."""
    steps: list[tuple[tuple[str, int], int, Step]] = []
    for place, (docket, role) in enumerate(
        [*((d, "lead" if n == 0 else "part") for n, d in enumerate(dockets)), *((d, "related") for d in related)]
    ):
        kept = [
            entry
            for entry in in_court_order(list(docket.entries))
            if entry.date_filed is None or entry.date_filed <= as_of
        ]
        for entry in _without_stubs(kept):
            reading = read_entry(entry)
            readings[entry.id] = reading
            day = entry.date_filed.isoformat() if entry.date_filed else ""
            facts = _facts(entry) if role != "related" else ()
            steps.append(((day, place), len(steps), Step(docket, role, entry, reading, facts)))
    return [step for _, _, step in sorted(steps, key=lambda one: one[:2])]


def _without_stubs(entries: Sequence[Entry]) -> list[Entry]:
    """A stub born of a feed, without number or text of its own, goes when its numbered entry has come."""
    full = {(entry.date_filed, entry.text[:60].lower()) for entry in entries if entry.entry_number is not None}
    return [
        entry
        for entry in entries
        if entry.entry_number is not None
        or entry.description.strip()
        or not any(day == entry.date_filed and text.startswith(entry.text.lower()[:60]) for day, text in full)
    ]


def _facts(entry: Entry) -> tuple:
    return tuple(
        (fact, note(entry, (start, end), fact.name))
        for fact, start, end in facts_in(clean(entry.text).text.encode("ascii"))
    )


def _ties(lead: Docket, others: Sequence[Docket], as_of: dt.date) -> list[Docket]:
    known = [other for other in others if other.date_filed is None or other.date_filed <= as_of]
    texts = [entry.text for entry in lead.entries if entry.date_filed is None or entry.date_filed <= as_of]
    return linked(lead, known, texts)


def _appeal_docket(state: State, ties: Sequence[Docket]) -> None:
    """A docket in the court of appeals is the appeal, pending from its first day, unless that court has ruled."""
    for other in ties:
        if is_appellate(other.court_id) and not state.appellate and state.axes["appeal"].value in {"none", "noticed"}:
            first = other.entries[0] if other.entries else None
            state.set(
                "appeal",
                "pending",
                note(first, (0, min(60, len(first.text))), "fold.appeal_docket") if first else None,
                "inferred",
            )


def _docket_end(state: State, lead: Docket, steps: Sequence[Step], as_of: dt.date) -> None:
    """date_terminated of the record counts only from its day on."""
    ended = lead.date_terminated
    if ended is None or ended > as_of:
        return
    if state.axes["docket"].value != "terminated":
        closing = [
            step
            for step in steps
            if step.role == "lead" and step.entry.date_filed and step.entry.date_filed <= ended and step.reading.events
        ]
        proof = note(closing[-1].entry, closing[-1].reading.events[0].span, "fold.date_terminated") if closing else None
        state.axes["docket"] = Value("terminated", ended, proof, "inferred")
        if state.axes["merits"].value != "transferred" and proof:
            state._end_all(proof)  # pyright: ignore[reportPrivateUsage]


def _stage_end(state: State) -> None:
    if state.enforcing:
        state.axes["stage"] = state.enforcing
    elif state.axes["docket"].value == "terminated":
        state.axes["stage"] = state.axes["docket"]._replace(value="closed")


def _status(state: State) -> tuple[Value, tuple[Evidence, ...]]:
    for row in STATUS_TABLE:
        if value := row.holds(state):
            evidence = _evidence(state, row.status, value)
            first = evidence[0] if evidence else None
            since = value.since or (first.date_filed if first else None)
            return Value(row.status, since, value.evidence or first, value.confidence), evidence
    raise AssertionError("the last row of STATUS_TABLE always holds")


def _evidence(state: State, status: str, value: Value) -> tuple[Evidence, ...]:
    """At most three entries: what proves the value, then what belongs to it."""
    candidates = [value.evidence]
    if status == "settled":
        candidates += [state.axes["merits"].evidence, state.axes["docket"].evidence]
    elif status == "open_pending":
        candidates += [state.opening, *reversed(state.latest[-2:])]
    elif status == "on_appeal":
        candidates += (
            [*reversed(state.latest[-2:])] if state.appellate else [state.noticed, state.axes["merits"].evidence]
        )
    else:
        candidates += [state.axes["docket"].evidence]
    chosen: dict[int, Evidence] = {}
    for one in candidates:
        if one:
            chosen.setdefault(one.entry_id, one)
    return tuple(chosen.values())[:MOST_EVIDENCE]


def _hearings(steps: Sequence[Step], as_of: dt.date) -> tuple[Scheduled, ...]:
    """Hearings after the day. One vacated goes; a reset replaces the hearing it moves."""
    coming: dict[tuple[int, str], Scheduled] = {}
    for step in steps:
        dates = step.reading.dates
        for date in dates:
            if date.kind == "hearing_vacated":
                for key in [key for key in coming if key[0] == step.docket.id and key[1][:10] == date.datetime[:10]]:
                    del coming[key]
        if not any(date.kind == "hearing_vacated" for date in dates) and any(
            e.type == EventType.HEARING_SCHEDULED and e.outcome == "vacated" for e in step.reading.events
        ):
            coming = {key: one for key, one in coming.items() if key[0] != step.docket.id}
        for date in dates:
            if date.kind == "hearing_scheduled":
                proof = Evidence(
                    step.docket.id,
                    step.entry.id,
                    step.entry.entry_number,
                    step.entry.date_filed,
                    date.span,
                    date.quote,
                    date.rule,
                )
                coming.setdefault(
                    (step.docket.id, date.datetime),
                    Scheduled(step.docket.id, "hearing", date.datetime, date.what or "hearing", proof),
                )
    return tuple(
        sorted((one for one in coming.values() if one.datetime[:10] > as_of.isoformat()), key=lambda one: one.datetime)
    )


def _whole(entry: Entry) -> Evidence:
    return Evidence(
        entry.docket_id, entry.id, entry.entry_number, entry.date_filed, (0, len(entry.text)), entry.text, "unread"
    )


__all__ = ["AXES", "LIVE", "STATUS_TABLE", "Change", "Row", "read_case"]
