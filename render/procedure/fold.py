"""A case's happenings in court order in, what stands at the end out: one state, one step an event.

The axes are independent. Each step may set an axis; the value keeps its date and its evidence. What an event does to
an axis stands in one method named after it. The fold looks only back: what it says of a day never changes with what
comes later (course.py remembers the days).
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from . import compliance, conflicts, sides
from .compliance import Duty, Watch
from .custody import Fact
from .events import is_appellate
from .facts import Docket
from .findings import Confidence, Conflict, Event, Evidence, Happening, Value
from .kinds import kind_of
from .partly import is_of_one
from .standing import AXES, LIVE, RELIEF, Standing
from .steps import (
    ADMINISTRATIVE,
    ANSWER,
    BRIEFING,
    DETAINED,
    DUTY_ASKED,
    FOR_NOW,
    GRANTS,
    LASTING,
    MARKS,
    MOOT,
    OPENS_APPEAL,
    PANEL_MOTION,
    PURGE_TO_COME,
    REVIEW,
    SENT_BY_PANEL,
    STATE_COURT,
    UNDOING,
    Step,
    about_removal,
    by_the_way,
    carries_out,
    closes_case,
    decides,
    duty_name,
    evidence_of,
    evidence_of_date,
    explained,
    extensions_granted,
    finds_breach,
    gives_time,
    grants_default,
    is_by_court,
    is_duty,
    is_from_above,
    is_of_claim,
    is_older,
    is_partial,
    note,
    numbers_in,
    orders_return,
    reopens,
    repeats_ruling,
    says_moot,
    set_aside,
    speaks_for_court,
    stays_a_part,
    stays_the_case,
    struck_numbers,
    term_of,
    turning,
    vacates_judgment,
)
from .text import clean
from .vocabulary import EventType

T = EventType
_FIRST: Final = range(1, 4)
"""Numbers that a docket of a trial court begins with."""
RULED: Final = frozenset({"granted", "granted_in_part", "denied", "dismissed"})


class State:
    """What stands so far. Methods named `on_…` take one event; nothing else changes the axes."""

    def __init__(self, lead: Docket, parts: Sequence[Docket] = ()) -> None:
        self.lead = lead
        self.parts = tuple(part for part in parts if not is_appellate(part.court_id))
        self.current = lead
        self.appellate = is_appellate(lead.court_id)
        self.axes: dict[str, Value] = {
            "stage": Value("opened"),
            "merits": Value("none"),
            "proceedings": Value("active"),
            "custody": Value("unknown"),
            "appeal": Value("none"),
            "docket": Value("open"),
        }
        self.interim: dict[str, Value] = {}
        self.watch = Watch()
        self.settled: Value | None = None
        self.enforcing: Value | None = None
        self.to_free: bool = False
        """What is being enforced is a release, and no breach was found."""
        self.opaque: Evidence | None = None
        self.relief_stayed: Value | None = None
        self.reopened: Value | None = None
        self.first: Evidence | None = None
        self.opening: Evidence | None = None
        self.noticed: Evidence | None = None
        self.latest: list[Evidence] = []
        self.decision: Evidence | None = None
        """The newest entry by which the case stands elsewhere than before."""
        self.conflicts: list[Conflict] = []
        self.timeline: list[Happening] = []
        self.before_transfer: Value | None = None
        self.before_ruling = self.axes["stage"]
        self.joined: set[int] = set()
        self.docketed: set[int] = set()
        self.above: set[tuple[str, ...]] = set()
        """What the Supreme Court made of this court's ruling."""
        self.numbers: set[tuple[int, int]] = set()
        self.asked: dict[tuple[int, int], tuple[str | None, bytes]] = {}
        self.taken_back: Evidence | None = None
        self.ruled: dict[tuple[int, int, str], tuple[str, Evidence]] = {}
        self.told: set[tuple[int, int]] = set()
        """Entries that say what was decided: an opinion that goes with one adds its reasons alone."""
        self.told_on: tuple[int, dt.date | None] | None = None
        self.kind = kind_of(lead)[0]
        self.unsure = False
        self.reviews = False
        """A petition for review begins in the court of appeals: no ruling of a court below is appealed."""

    # --- taking in ---------------------------------------------------------------------------------------------------

    def take(self, step: Step, events: tuple[Event, ...], refused: frozenset[str] = frozenset()) -> None:
        """One entry: its events in order, then what it says of custody, compliance and the appeal.

        `refused`: axes that this entry does not move, as a person decided.
        """
        kept = self._kept(refused) if refused else None
        self._begins(step)
        self._goes_on(step)
        self._rehears(step)
        for event in events:
            evidence = evidence_of(step.entry, event)
            self.timeline.append(
                Happening(step.entry.date_filed, step.docket.id, step.entry.id, step.entry.entry_number, event)
            )
            self.unsure = self._aims_at_nothing(step, event)
            handler = _handler(step, event)
            if handler and self._counts(step, event):
                handler(self, step, event, evidence)
        self.unsure = False
        self._duties(step, events)
        self._extensions(step, events)
        self._tells(step, events)
        self._facts(step, events)
        self._appeal_notes(step)
        self._takes_back(step)
        self._reopens(step)
        self._opaque(step)
        self._remember(step, events)
        if kept:
            self._restore(kept)

    def _kept(self, axes: frozenset[str]) -> dict[str, object]:
        """What the axes a person keeps this entry away from hold before it."""
        kept: dict[str, object] = {axis: self.axes[axis] for axis in axes if axis in self.axes}
        if "interim" in axes:
            kept["interim"] = dict(self.interim)
        if axes & {"compliance", "stage"}:
            kept["enforcing"] = self.enforcing
        if "compliance" in axes:
            kept["watch"] = self.watch
        return kept

    def _restore(self, kept: dict[str, object]) -> None:
        for name, value in kept.items():
            if name in self.axes and isinstance(value, Value):
                self.axes[name] = value
            else:
                setattr(self, name, value)

    def _remember(self, step: Step, events: tuple[Event, ...]) -> None:
        """Which numbers the docket has, who asked for what, and what was taken back."""
        number = step.entry.entry_number
        if number is not None:
            self.numbers.add((step.docket.id, number))
            if any(e.type == T.MOTION_FILED for e in events) or ("motion" in step.marks and not events):
                actor = next((event.actor for event in events if event.actor), None)
                self.asked[step.docket.id, number] = (actor, step.text)
        if decides(step) and not step.reading.cancelled:
            self.told_on = (step.docket.id, step.entry.date_filed)
            if number is not None:
                self.told.add((step.docket.id, number))
        before = self.opaque
        if before and _is_opinion(before) and not step.reading.cancelled:
            explains = decides(step) and (before.docket_id, before.date_filed) == self.told_on
            if explains or carries_out(step, before):
                self.opaque = None
        turn = turning(events)
        if turn and step.docket.id == self.current.id and not step.reading.cancelled:
            self.decision = evidence_of(step.entry, turn)
        if "reconsiders" in step.marks and not step.reading.cancelled and is_by_court(step):
            self.taken_back = note(step.entry, (0, min(60, len(step.text))), "fold.reconsidered")

    def _aims_at_nothing(self, step: Step, event: Event) -> bool:
        """A ruling on a paper that is not on the docket before it: what follows from it is only inferred."""
        return (
            bool(event.targets)
            and not step.of_appeal
            and not any((step.docket.id, target) in self.numbers for target in event.targets)
        )

    def _counts(self, step: Step, event: Event) -> bool:
        """Does this event of this docket move the lead's axes? An appeal moves only what appeals move."""
        if step.role == "related" or (step.role == "part" and step.of_appeal):
            return step.of_appeal and event.type in _OF_APPEAL
        return not (
            event.type
            in {T.TRANSFER_OUT, T.CASE_CLOSED, T.MDL_TRANSFER, T.CONSOLIDATED}
            | ({T.STAY_ENTERED} if event.sense == "case" else set())
            and step.copied
        )

    def _begins(self, step: Step) -> None:
        """The first entry opens a case, whatever it is called; of a feed's stubs none is the first."""
        is_first = self.appellate or step.entry.entry_number in _FIRST
        if step.role != "lead" or self.first or step.reading.cancelled or not is_first:
            return
        self.first = note(step.entry, (0, min(60, len(step.text))), "fold.first")
        if self.appellate and OPENS_APPEAL.search(step.text):
            self.set("appeal", "pending", self.first, "inferred")

    def _goes_on(self, step: Step) -> None:
        """A case that was sent away goes on in the docket that is listed with it, from its first entry of its own."""
        if step.role != "part" or step.of_appeal or step.docket.id == self.current.id or step.copied:
            return
        if self.axes["merits"].value == "transferred" and step.docket.court_id != self.current.court_id:
            proof = note(step.entry, (0, min(60, len(step.text))), "fold.goes_on")
            self._continue_in(step.docket, proof)

    def _continue_in(self, docket: Docket, proof: Evidence) -> None:
        self.current = docket
        self.opening = proof
        self.set("merits", "none", proof, "inferred")
        self.set("docket", "open", proof, "inferred")
        if self.before_transfer:
            self.axes["stage"] = self.before_transfer
            self.before_transfer = None

    def docket_ended(self, docket: Docket, day: dt.date, closing: Evidence | None) -> None:
        """date_terminated of the record: counts from its day on, for the docket in which the case goes on."""
        if docket.id != self.current.id or self.axes["docket"].value == "terminated" or self._lead_of(docket, closing):
            return
        self.axes["docket"] = Value("terminated", day, closing, "inferred")
        if self.axes["merits"].value != "transferred" and closing:
            self._end_all(closing)

    def _lead_of(self, docket: Docket, proof: Evidence | None) -> bool:
        """A member case that closes because it was consolidated goes on in its lead, where that is listed with it."""
        if docket.id not in self.joined or proof is None:
            return False
        lead = next((part for part in (self.lead, *self.parts) if part.id != docket.id), None)
        if lead is None:
            return False
        self._continue_in(lead, proof)
        return True

    def appeal_docketed(self, docket: Docket) -> None:
        """A docket in the court of appeals is the appeal, pending from its first day, unless that court has ruled."""
        if docket.id in self.docketed or self.appellate or not is_appellate(docket.court_id):
            return
        self.docketed.add(docket.id)
        if self.axes["appeal"].value in {"none", "noticed"}:
            first = docket.entries[0] if docket.entries else None
            proof = note(first, (0, min(60, len(clean(first.text).text))), "fold.appeal_docket") if first else None
            self.set("appeal", "pending", proof, "inferred")

    def standing(self, as_of: dt.date) -> Standing:
        """What stands at the end of `as_of`; changes nothing."""
        axes: dict[str, tuple[Value, ...]] = {axis: (value,) for axis, value in self.axes.items()}
        if self.enforcing:
            axes["stage"] = (self.enforcing,)
        elif self.axes["docket"].value == "terminated":
            axes["stage"] = (self.axes["docket"]._replace(value="closed"),)
        axes["interim"] = self.interim_values()
        axes["compliance"] = (compliance.axis(self.watch, as_of),)
        return Standing(
            {axis: axes[axis] for axis in AXES},
            self.appellate,
            self.settled,
            self.opaque,
            self.relief_stayed,
            self.reopened,
            self.opening or self.first,
            self.noticed,
            tuple(self.latest[-2:]),
            self.decision,
        )

    def set(self, axis: str, name: str, evidence: Evidence | None, confidence: Confidence = "read") -> None:
        if self.axes[axis].value != name:
            self.axes[axis] = Value(name, evidence.date_filed if evidence else None, evidence, self._sure(confidence))

    def _sure(self, confidence: Confidence) -> Confidence:
        return "inferred" if self.unsure else confidence

    def interim_values(self) -> tuple[Value, ...]:
        """Everything in force, the strongest first; else ended or denied; else none."""
        live = tuple(self.interim[name] for name in LIVE if name in self.interim)
        rest = tuple(value for name, value in self.interim.items() if name not in LIVE)
        return live or rest[-1:] or (Value("none"),)

    @property
    def relief_stands(self) -> bool:
        return self.axes["merits"].value in GRANTS or any(name in self.interim for name in LIVE)

    # --- opening and briefing ----------------------------------------------------------------------------------------

    def on_opening(self, step: Step, event: Event, evidence: Evidence) -> None:
        if self.opening is None:
            self.opening = evidence
        if event.type == T.COMPLAINT_OR_PETITION_FILED and REVIEW.search(step.text):
            self.reviews = True
        if self.appellate and event.type == T.NOTICE_OF_APPEAL and not self.reviews and not REVIEW.search(step.text):
            self.set("appeal", "pending", evidence)

    def on_transfer_in(self, step: Step, event: Event, evidence: Evidence) -> None:
        if self.axes["merits"].value == "transferred":
            self._continue_in(step.docket, evidence)
        self.opening = evidence

    def on_consolidated(self, step: Step, event: Event, evidence: Evidence) -> None:
        self.joined.add(step.docket.id)

    def on_response(self, step: Step, event: Event, evidence: Evidence) -> None:
        if self.axes["stage"].value in {"opened", "response_due"}:
            self.set("stage", "briefed", evidence)

    def on_motion(self, step: Step, event: Event, evidence: Evidence) -> None:
        """Whoever is sued may answer by asking that the case be dismissed or decided."""
        answers = event.kind in {"mtd", "sj"} and self.axes["stage"].value == "response_due" and not self.appellate
        if answers and sides.asker(step.docket, event.actor, step.text) == "respondent":
            self.set("stage", "briefed", evidence)

    def on_show_cause(self, step: Step, event: Event, evidence: Evidence) -> None:
        if event.outcome == "vacated":
            self.enforcing = None
            found = self.watch.found
            if found and any(not is_older(report, found) for report in self.watch.reports):
                self.watch = self.watch._replace(cured=self.watch.cured or evidence)
        elif event.sense == "threat":
            if self.relief_stands:
                self._enforce(evidence)
        else:
            self._response_due(evidence)

    def _enforce(self, evidence: Evidence) -> None:
        """The proof of the stage names no finding: only a person's word does."""
        self.to_free = False
        proof = evidence._replace(rule="fold.enforcement")
        self.enforcing = Value("enforcement", proof.date_filed, proof)

    def _response_due(self, evidence: Evidence) -> None:
        if self.axes["stage"].value == "opened":
            self.set("stage", "response_due", evidence)

    def on_deadline(self, step: Step, event: Event, evidence: Evidence) -> None:
        if step.role == "lead" and ANSWER.search(clean(event.quote + " " + (event.detail or "")).text.encode("ascii")):
            self._response_due(evidence)

    def on_recommendation(self, step: Step, event: Event, evidence: Evidence) -> None:
        if self.axes["merits"].value == "none":
            self.set("stage", "recommended", evidence)

    def on_adoption(self, step: Step, event: Event, evidence: Evidence) -> None:
        """A judge has ruled on what was recommended, one way or the other."""
        if self.axes["stage"].value == "recommended":
            self.set("stage", "decided", evidence)

    # --- interim relief ----------------------------------------------------------------------------------------------

    def on_no_transfer(self, step: Step, event: Event, evidence: Evidence) -> None:
        if event.outcome == "lifted":
            self._end("no_transfer_order", evidence)
        else:
            self._held_after_all(step, evidence)
            self._begin("no_transfer_order", evidence)

    def _held_after_all(self, step: Step, evidence: Evidence) -> None:
        """Barred from being moved or removed, after the docket said that the person is out."""
        before = self.axes["custody"]
        sentence = conflicts.stayed(before.value)
        if not sentence or before.evidence is None or before.evidence.entry_id == evidence.entry_id or step.copied:
            return
        if before.value == "removed" or DETAINED.search(step.text):
            self.conflicts.append(Conflict("custody", sentence, (before.evidence, evidence)))

    def on_tro(self, step: Step, event: Event, evidence: Evidence) -> None:
        self._begin("tro", evidence)

    def on_tro_dissolved(self, step: Step, event: Event, evidence: Evidence) -> None:
        tro, bar = self.interim.get("tro"), self.interim.get("no_transfer_order")
        if tro and bar and tro.evidence and bar.evidence and tro.evidence.entry_id == bar.evidence.entry_id:
            self._end("no_transfer_order", evidence)  # the bar was part of the temporary order
        self._end("tro", evidence)

    def on_injunction(self, step: Step, event: Event, evidence: Evidence) -> None:
        self.interim.pop("tro", None)
        self._begin("preliminary_injunction", evidence)

    def on_stay(self, step: Step, event: Event, evidence: Evidence) -> None:
        sense = event.sense
        agency = any(other.sense == "agency_action" for other in step.reading.events)
        if sense == "removal_or_transfer" and (step.role == "lead" or not step.of_appeal):
            held = self.interim.get("stay_of_removal")
            if held and held.evidence and FOR_NOW.search(clean(held.evidence.quote).text.encode("ascii")):
                del self.interim["stay_of_removal"]  # until the court could look at it
            self._begin("stay_of_removal", evidence)
        elif sense == "agency_action" and step.role != "related":
            self._begin("preliminary_injunction", evidence, "inferred")  # 5 U.S.C. 705: it holds the rule back
        elif sense == "case" and step.docket.id == self.current.id and not agency and stays_the_case(step, evidence):
            self.set("proceedings", "stayed", evidence)
        elif sense == "injunction_or_order" and not (ADMINISTRATIVE.search(step.text) or stays_a_part(step, event)):
            self.watch = compliance.stopped(self.watch, evidence, "stayed")
            told = self.relief_stayed and self.relief_stayed.since == evidence.date_filed
            if not (told and step.role == "related"):  # the case's own docket says it too
                self.relief_stayed = Value("stayed", evidence.date_filed, evidence)

    def on_stay_lifted(self, step: Step, event: Event, evidence: Evidence) -> None:
        if event.sense in {None, "case"} and self.axes["proceedings"].value == "stayed":
            self.set("proceedings", "active", evidence)
        if event.sense == "removal_or_transfer":
            self._end("stay_of_removal", evidence)
        if event.sense == "injunction_or_order" or (event.sense is None and step.of_appeal):
            self.watch = compliance.resumed(self.watch)
            self.relief_stayed = None

    def on_motion_ruled(self, step: Step, event: Event, evidence: Evidence) -> None:
        refused = event.outcome == "denied"
        self._ruled_twice(step, event, evidence)
        relief = event.kind in {"tro", "pi"} or (event.kind == "stay" and self._is_of_removal(step, event))
        if refused and relief and not any(name in self.interim for name in LIVE):
            self.interim["denied"] = Value("denied", evidence.date_filed, evidence, self._sure("read"))
        alleged = self.enforcing.evidence.entry_number if self.enforcing and self.enforcing.evidence else None
        if event.outcome in {"denied", "moot", "withdrawn"} and (
            event.kind in {"enforce", "contempt"} or (alleged is not None and alleged in event.targets)
        ):
            self.enforcing = None
        if event.kind in {"enforce", "contempt"} and event.outcome in {"granted", "granted_in_part"}:
            self._enforce(evidence)
            self.to_free = any(other.type == T.RELEASE_ORDERED for other in step.reading.events)
        if event.kind == "sj" and event.outcome in GRANTS:
            self._summary(step, event, evidence)
        if event.kind == "remand" and event.outcome == "granted" and not self.appellate:
            self._decide("remanded", evidence)
        if grants_default(event) and self.axes["merits"].value == "none" and not is_partial(step):
            self._decide("granted", evidence, "inferred")
        if (
            event.kind == "mtd"
            and event.outcome == "granted"
            and self.axes["merits"].value == "none"
            and not is_partial(step)
        ):
            self._decide("dismissed_moot" if says_moot(step) else "dismissed", evidence, "inferred")
        if self.lead.court_id == "jpml" and event.outcome in {"granted", "denied"} and PANEL_MOTION.search(step.text):
            self._decide(event.outcome, evidence)

    def _is_of_removal(self, step: Step, event: Event) -> bool:
        """Does a ruling on a stay speak of removal, or the motion that it names?"""
        asked = (self.asked.get((step.docket.id, target)) for target in event.targets or numbers_in(step))
        return about_removal(step) or any(about_removal(step._replace(text=each[1])) for each in asked if each)

    def _summary(self, step: Step, event: Event, evidence: Evidence) -> None:
        """Summary judgment decides the case for whoever asked for it, where the docket says who did."""
        if self.axes["merits"].value != "none" or self.appellate:
            return
        if LASTING.search(step.text):
            self._decide("granted", evidence, "inferred")
            return
        numbers = [(step.docket.id, target) for target in event.targets if (step.docket.id, target) in self.asked]
        askers = {sides.asker(step.docket, *self.asked[number]) for number in numbers}
        halves = event.outcome == "granted_in_part" and not is_partial(step) and b"pending" not in step.text.lower()
        if askers == {"petitioner", "respondent"} and halves:
            self._decide("granted_in_part", evidence, "inferred")  # each side's motion, each in part
            return
        won = askers.pop() if len(askers) == 1 else None if askers else sides.winner(step.docket, step.text)
        whole = event.outcome == "granted" and not is_partial(step)
        if won == "respondent" and whole:  # else the rest of it goes on
            self._decide("denied", evidence, "inferred")
        elif won == "petitioner" and (whole or not any(b"partial" in self.asked[one][1].lower() for one in numbers)):
            self._decide("granted" if whole else "granted_in_part", evidence, "inferred")

    def _ruled_twice(self, step: Step, event: Event, evidence: Evidence) -> None:
        """One motion granted and denied, with nothing between them that takes the first back."""
        outcome = "granted" if event.outcome in GRANTS else str(event.outcome)
        if event.kind not in {"tro", "pi", "class_cert", "sj", "mtd"} or outcome not in {"granted", "denied"}:
            return
        for target in event.targets:
            key = (step.docket.id, target, event.kind)
            before = self.ruled.get(key)
            if before and before[0] != outcome and before[1].entry_id != evidence.entry_id:
                self._contradict("interim", conflicts.motion(before[0], outcome, target), before[1], evidence, step)
            self.ruled[key] = (outcome, evidence)

    def _contradict(self, axis: str, sentence: str, one: Evidence, other: Evidence, step: Step) -> None:
        """Keep a conflict, unless something after the first took it back, or the second itself does."""
        between = self.taken_back and self.taken_back.entry_id != one.entry_id and not is_older(self.taken_back, one)
        if not between and "reconsiders" not in step.marks:
            self.conflicts.append(Conflict(axis, sentence, (one, other)))

    def _begin(self, name: str, evidence: Evidence, confidence: Confidence = "read") -> None:
        for over in ("ended", "denied"):
            self.interim.pop(over, None)
        if name in RELIEF and name not in self.interim:
            self.relief_stayed = None
            self.opaque = None if name != "stay_of_removal" else self.opaque
        self.interim.setdefault(name, Value(name, evidence.date_filed, evidence, self._sure(confidence)))

    def _end(self, name: str, evidence: Evidence) -> None:
        if self.interim.pop(name, None) and not any(live in self.interim for live in LIVE):
            self.interim["ended"] = Value("ended", evidence.date_filed, evidence)

    def _end_all(self, evidence: Evidence) -> None:
        for name in LIVE:
            self._end(name, evidence)

    # --- the merits --------------------------------------------------------------------------------------------------

    def _decide(self, name: str, evidence: Evidence, confidence: Confidence = "read") -> None:
        if self.axes["merits"].value != name:
            self.axes["merits"] = Value(name, evidence.date_filed, evidence, self._sure(confidence))
        if self.axes["stage"].value != "decided":
            self.before_ruling = self.axes["stage"]
        self.set("stage", "decided", evidence)
        self.opaque = None
        self.reopened = None

    def on_habeas(self, step: Step, event: Event, evidence: Evidence) -> None:
        if is_of_one(clean(event.quote).text.encode("ascii")):
            return
        name = str(event.outcome)
        if name == "dismissed":
            name = "dismissed_moot" if says_moot(step) else "dismissed"
        if repeats_ruling(self.axes["merits"].value, name, event, step):
            return
        self._contradicts_ruling(step, name, evidence)
        self._decide(name, evidence)

    def _contradicts_ruling(self, step: Step, name: str, evidence: Evidence) -> None:
        """Granted and denied cannot both stand; on reconsideration the first ruling is undone with what it ordered."""
        now = self.axes["merits"]
        one, two = ("granted" if value in GRANTS else value for value in (now.value, name))
        if {one, two} != {"granted", "denied"} or now.evidence is None or now.evidence.entry_id == evidence.entry_id:
            return
        other = now.evidence.docket_id != evidence.docket_id
        self._contradict("merits", conflicts.petition(one, two, other_docket=other), now.evidence, evidence, step)
        if two == "denied" and ("reconsiders" in step.marks or self.taken_back):
            self._undo_orders(evidence)

    def on_dismissal(self, step: Step, event: Event, evidence: Evidence) -> None:
        if (is_partial(step) or is_of_claim(step, event)) and not closes_case(step):
            return
        if self.axes["merits"].value in {"none", "dismissed", "dismissed_moot", "withdrawn"}:
            if self.axes["merits"].value == "none":
                moot = says_moot(step) and not any(
                    e.type == T.VOLUNTARY_DISMISSAL for e in step.reading.events
                )
                self._decide("dismissed_moot" if moot else "dismissed", evidence)
            self._end_all(evidence)

    def on_withdrawal(self, step: Step, event: Event, evidence: Evidence) -> None:
        if b"partial" in step.text.lower() or (is_partial(step) and not closes_case(step)):
            return
        if self.axes["merits"].value in {"none", "dismissed"}:
            self._decide("withdrawn", evidence)

    def on_settlement(self, step: Step, event: Event, evidence: Evidence) -> None:
        if not is_of_one(step.text) and self.kind != "criminal":  # there it is about money, not about the case
            self.settled = Value("settled", evidence.date_filed, evidence)

    def on_transfer_out(self, step: Step, event: Event, evidence: Evidence) -> None:
        remand = bool(STATE_COURT.search(clean(event.quote).text.encode("ascii")))
        if step.docket.id != self.current.id:
            return
        self.before_transfer = self.axes["stage"]
        self._decide("remanded" if remand else "transferred", evidence)

    def on_panel_transfer(self, step: Step, event: Event, evidence: Evidence) -> None:
        """A panel sends the case to another court; of one that it sends here, it says so in other words."""
        if SENT_BY_PANEL.search(step.text) and not self.appellate and self.lead.court_id != "jpml":
            self.on_transfer_out(step, event, evidence)

    def on_judgment(self, step: Step, event: Event, evidence: Evidence) -> None:
        self._end_all(evidence)
        if self.axes["merits"].value == "none" and not self.appellate and not is_partial(step):
            won = sides.winner(step.docket, step.text)
            if won:
                self._decide("granted" if won == "petitioner" else "denied", evidence, "inferred")
            elif sides.shares_by_count(step.docket, step.text):
                self._decide("granted_in_part", evidence, "inferred")

    def on_amended(self, step: Step, event: Event, evidence: Evidence) -> None:
        """A new petition may be ruled on anew: what was said of the old one contradicts nothing."""
        self.taken_back = evidence
        if self.decision and step.docket.id == self.current.id:
            self.decision = evidence  # what was decided before was decided of the old one

    def on_closed(self, step: Step, event: Event, evidence: Evidence) -> None:
        if step.docket.id != self.current.id or self._lead_of(step.docket, evidence):
            return
        member = b"member case" in step.text.lower()
        ended, filed = self.current.date_terminated, step.entry.date_filed
        if member and (ended is None or filed is None or ended > filed):
            return  # the record says when the lead case itself is closed
        self.set("docket", "terminated", evidence)
        self.reopened = None
        asked = self.enforcing.evidence if self.enforcing and not self.watch.found else None
        if asked and any(is_older(asked, report) for report in self.watch.reports):
            self.enforcing = None  # the court asked, was told, and closes the case
        if self.axes["merits"].value not in {"transferred"}:
            self._end_all(evidence)

    # --- enforcement, appeal -----------------------------------------------------------------------------------------

    def on_allegation(self, step: Step, event: Event, evidence: Evidence) -> None:
        self._enforce(evidence)

    def on_contempt(self, step: Step, event: Event, evidence: Evidence) -> None:
        if event.outcome is None or (event.outcome == "purged" and PURGE_TO_COME.search(step.text)):
            self.watch = self.watch._replace(found=evidence, cured=None)
            self._enforce(evidence)
        elif event.outcome == "purged":
            self.watch = self.watch._replace(cured=evidence, found=self.watch.found or evidence)
            self.enforcing = None
        else:
            self.watch = self.watch._replace(found=None)
            self.enforcing = None

    def on_report(self, step: Step, event: Event, evidence: Evidence) -> None:
        self.watch = self.watch._replace(reports=(*self.watch.reports, evidence))

    def _tells(self, step: Step, events: tuple[Event, ...]) -> None:
        """A paper not of the petitioner says what became of the person, after an order: a report by any title."""
        if not self.watch.duties or speaks_for_court(step) or any(event.type == T.STATUS_REPORT for event in events):
            return
        told = next((evidence for fact, evidence in step.facts if fact.says in _OF_THE_PERSON), None)
        actor = next((event.actor for event in events if event.actor), None)
        if told and ("joint" in step.marks or sides.asker(step.docket, actor, step.text) != "petitioner"):
            self.watch = self.watch._replace(reports=(*self.watch.reports, told))

    def on_appeal(self, step: Step, event: Event, evidence: Evidence) -> None:
        if self.appellate:
            self.on_opening(step, event, evidence)
        elif self.axes["appeal"].value not in {"noticed", "pending"} or self._is_of_later():
            self.set("appeal", "noticed", evidence)
            self.noticed = evidence

    def _is_of_later(self) -> bool:
        """Has the case been ruled on since the appeal that is known? Then a new notice is of that ruling."""
        ruled, known = self.axes["merits"].evidence, self.axes["appeal"].evidence
        return bool(ruled and known and self.axes["merits"].value in RULED and is_older(known, ruled))

    def on_appeal_ended(self, step: Step, event: Event, evidence: Evidence) -> None:
        """On the appeal's own docket a dismissal ends the appeal and leaves the ruling below as it was."""
        if self.axes["appeal"].value in {"noticed", "pending"}:
            self.set("appeal", "dismissed", evidence)

    def on_appellate_ruling(self, step: Step, event: Event, evidence: Evidence) -> None:
        outcomes = event.outcome if isinstance(event.outcome, tuple) else (str(event.outcome),)
        name = next((name for name in _APPEAL_ORDER if name in outcomes), None)
        if name is None or ("reheard" in step.marks and step.of_appeal and outcomes == ("vacated",)):
            return  # what falls then is what the panel decided
        if self.appellate and is_from_above(step):
            self._from_above(outcomes, evidence)
            return
        known = self.axes["appeal"].value
        mine = self.appellate and step.role == "lead"
        if mine and "dismissed" in outcomes and says_moot(step):
            name = "dismissed"  # what is vacated with it is cleared away, nobody has won
        self.set("appeal", _ON_APPEAL[name], evidence)
        if mine:
            self._decide_here(name, outcomes, step, evidence)
        elif name in {"reversed", "vacated"} and "affirmed" not in outcomes and known != name:
            self._undo(step, outcomes, evidence)

    def _from_above(self, outcomes: tuple[str, ...], evidence: Evidence) -> None:
        """The Supreme Court's ruling on this court's: told again, as it often is, it is no second one."""
        if outcomes in self.above:
            return
        self.above.add(outcomes)
        if {"reversed", "vacated"} & {*outcomes}:
            self._undecided(evidence)

    def _rehears(self, step: Step) -> None:
        """What a panel decided falls, and the appeal is heard once more: nothing is said of the ruling below."""
        if "reheard" not in step.marks or not step.of_appeal or step.reading.cancelled or not is_by_court(step):
            return
        proof = self._marked(step, "reheard")
        if proof and self.appellate and step.role == "lead":
            self._undecided(proof)
        elif self.axes["appeal"].value != "none":
            self.set("appeal", "pending", proof, "inferred")

    def _undecided(self, evidence: Evidence) -> None:
        """What this court of appeals decided is undone, and it decides once more."""
        self.axes["merits"] = Value("none", evidence.date_filed, evidence, "inferred")
        self.set("appeal", "pending", evidence, "inferred")
        self.opaque = None

    def _takes_back(self, step: Step) -> None:
        """An order that the court sets aside orders nothing any more. Of a judgment, and of an agreement that it
        strikes: nothing is decided."""
        told = any(event.type == T.APPELLATE_RULING for event in step.reading.events)
        if told or step.of_appeal or not step.marks & UNDOING or not is_by_court(step):
            return
        now = note(step.entry, (0, min(60, len(step.text))), "fold.taken_back")
        for name in self._resting_on(step.docket.id, set_aside(step)):
            self._end(name, now)
        merits, proof = self.axes["merits"], self.axes["merits"].evidence
        if proof is None or proof.docket_id != step.docket.id or proof.entry_id == step.entry.id:
            return
        struck = merits.value == "withdrawn" and proof.entry_number in struck_numbers(step)
        undone = merits.value in {"granted", "denied"} and vacates_judgment(step)
        if struck or undone:
            self.axes["merits"] = self.reopened = Value("none", now.date_filed, now, "inferred")
            self.axes["stage"] = self.before_ruling
            self.taken_back = self.decision = now

    def _resting_on(self, docket_id: int, numbers: Iterable[int]) -> list[str]:
        """The temporary orders in force that stand in entries of these numbers."""
        places = {(docket_id, number) for number in numbers}
        proofs = [(name, value.evidence) for name, value in self.interim.items() if name in LIVE]
        return [name for name, proof in proofs if proof and (proof.docket_id, proof.entry_number) in places]

    def _reopens(self, step: Step) -> None:
        """What was closed or dismissed goes on; a ruling for one side stands until it is undone."""
        if step.docket.id != self.current.id or not reopens(step):
            return
        merits, docket = self.axes["merits"], self.axes["docket"]
        undone = merits.value in {"dismissed", "dismissed_moot", "withdrawn"}
        self.decision = proof = note(step.entry, (0, min(60, len(step.text))), "fold.reopened")
        if not undone and docket.value != "terminated":
            return
        self.set("docket", "open", proof, "inferred")
        self.settled = None
        if undone:
            self.axes["merits"] = Value("none", proof.date_filed, proof, "inferred")
            self.axes["stage"] = self.before_ruling
            if self.appellate:
                self.set("appeal", "pending", proof, "inferred")
        if self.axes["merits"].value == "none":
            self.reopened = Value("none", proof.date_filed, proof, "inferred")
            self.opaque = None

    def _decide_here(self, name: str, outcomes: tuple[str, ...], step: Step, evidence: Evidence) -> None:
        """On the appeal's own docket: for the side that sued, where the docket says who that is; in a case that is none
        of ours, and a prosecution, for whoever came to that court.

        What that side won stands where the other side lost its appeal, and falls where the other side won it. Whose
        appeal it is decides what a ruling undone means: where the docket does not say it, nobody knows.
        """
        decided = _ON_PETITION[name]
        if decided == "granted" and {"denied", "dismissed"} & {*outcomes}:
            decided = "granted_in_part"  # a petition for review, or a ruling undone for one thing and not for another
        side = "petitioner" if self.reviews or self.kind == "criminal" else sides.appellant(step.docket)
        if side is None and self.kind not in _OURS:
            side = "petitioner"  # whoever came to that court, in a case that is none of ours
        if decided == "dismissed":
            self._decide("dismissed_moot" if says_moot(step) else decided, evidence)
        elif side == "respondent" and name != "denied":
            self._decide("denied" if decided == "granted" else "granted", evidence, "inferred")
        elif side is None and decided in GRANTS and "remanded" in outcomes:
            self._decide("remanded", evidence)  # whoever appealed: it goes on below
        elif side is None and decided in GRANTS:
            self.set("stage", "decided", evidence)
            self.opaque = evidence
        else:
            self._decide(decided, evidence)

    def _undo(self, step: Step, outcomes: tuple[str, ...], evidence: Evidence) -> None:
        """Undone on appeal: the ruling below is no longer one, nor an injunction if that was appealed.

        Remanded, the case goes on below; a grant reversed without more is a denial; a ruling vacated as moot leaves a
        case in which there is nothing left to decide.
        """
        was = self.axes["merits"].value
        if was not in RULED:
            for name in ("preliminary_injunction", "tro"):
                self._end(name, evidence)
            return
        if "vacated" in outcomes and MOOT.search(step.text):
            now = "dismissed_moot"
        elif "remanded" not in outcomes and "reversed" in outcomes and was in GRANTS:
            now = "denied"
        else:
            now = "none"
            self.reopened = Value("none", evidence.date_filed, evidence, "inferred")
        self.axes["merits"] = Value(now, evidence.date_filed, evidence, "inferred")
        self.taken_back = evidence
        self._undo_orders(evidence)

    def _undo_orders(self, evidence: Evidence) -> None:
        """Nothing that the ruling ordered is due, and an order of release or of a hearing no longer stands."""
        self.watch = compliance.stopped(self.watch, evidence, "vacated")
        if self.axes["custody"].value in {"release_ordered", "bond_hearing_ordered"}:
            self.set("custody", "unknown", evidence, "inferred")

    # --- what entries say beside their events ------------------------------------------------------------------------

    def _duties(self, step: Step, events: tuple[Event, ...]) -> None:
        """Relief with a day to it starts the clock; so does an order made on a finding of breach."""
        if step.role == "related" or self.appellate or not (events or step.facts):
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
        merits = self.axes["merits"]
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
            duties = [duty for duty in duties if not compliance.runs(self.watch, duty.what)]
        for name, value, what in _ORDERED:
            if name in types:
                proof = evidence_of(step.entry, types[name])
                known = any(duty.what == what for duty in duties)
                if not known and not (gives_time(step, events) and compliance.runs(self.watch, what)):
                    duties.append(Duty("", what, proof, term_of(step)))
                self.set("custody", value, proof)
        self.watch = self.watch._replace(duties=(*self.watch.duties, *duties))

    def _extensions(self, step: Step, events: tuple[Event, ...]) -> None:
        """An extension moves the day of what is due; one that does not say to when leaves it due, without a day."""
        if not self.watch.duties or not gives_time(step, events):
            return
        granted = extensions_granted(events)
        days = [date for date in step.reading.dates if date.kind == "deadline"]
        for date in days:
            if is_duty(date):
                self.watch = compliance.moved(
                    self.watch, duty_name(step.entry, date), date.datetime, step.entry.date_filed
                )
        if granted and not days:
            asked = b" ".join(
                self.asked[step.docket.id, target][1]
                for event in granted
                for target in event.targets
                if (step.docket.id, target) in self.asked
            )
            if DUTY_ASKED.search(asked) and not BRIEFING.search(asked):
                self.watch = compliance.moved(self.watch, "", "", step.entry.date_filed)

    def _facts(self, step: Step, events: tuple[Event, ...]) -> None:
        """What entries state of the person and of obedience. An order that orders a hearing tells its history too."""
        if step.role == "related" or self.appellate or not step.facts:
            return
        types = {event.type for event in events}
        if T.COMPLAINT_OR_PETITION_FILED in types or T.AMENDED_COMPLAINT in types:
            return
        orders = bool(types & {T.RELEASE_ORDERED, T.BOND_HEARING_ORDERED})
        for fact, evidence in step.facts:
            if fact.says in {"violated", "complied"}:
                self._obedience(step, fact, evidence)
            elif fact.says == "returned":
                if self.axes["custody"].value == "removed":  # where the person is now, another entry has to say
                    self.set("custody", "unknown", evidence)
            elif not (orders and fact.says in {"bond_denied", "bond_granted", "transferred"}):
                before = self.axes["custody"]
                sentence = conflicts.custody(before.value, fact.says)
                if sentence and before.evidence and before.evidence.entry_id != evidence.entry_id:
                    self.conflicts.append(Conflict("custody", sentence, (before.evidence, evidence)))
                self.set("custody", fact.says, evidence)
                if fact.says == "released" and self.to_free and not self.watch.found:
                    self.enforcing, self.to_free = None, False

    def _obedience(self, step: Step, fact: Fact, evidence: Evidence) -> None:
        """Only a court's own entry finds a breach or its cure, and an order to show cause finds neither."""
        if not is_by_court(step):
            return
        if fact.says == "complied":
            self.watch = self.watch._replace(cured=evidence)
            self.enforcing = None
        elif finds_breach(step):
            self.watch = self.watch._replace(found=evidence, cured=None)
            if not any(event.type == T.ORDER_TO_SHOW_CAUSE for event in step.reading.events):
                self._enforce(evidence)  # what is found and let go in one order is not pursued

    def _appeal_notes(self, step: Step) -> None:
        """What a docket says of an appeal beside its events. An appeal's own docket says it in events."""
        if step.role == "related" or (step.role == "part" and step.of_appeal):
            return
        appeal = self.axes["appeal"].value
        if self.appellate:
            if "certiorari" in step.marks:
                self.set("appeal", "pending", self._marked(step, "certiorari"))
            return
        if "usca_number" in step.marks and appeal in {"none", "noticed"}:
            self.set("appeal", "pending", self._marked(step, "usca_number"))
        if "appeal_ends" in step.marks and self.axes["appeal"].value in {"noticed", "pending"}:
            self.set("appeal", "dismissed", self._marked(step, "appeal_ends"))

    def _opaque(self, step: Step) -> None:
        reading = step.reading
        if step.docket.id != self.current.id:
            return
        unread = (reading.unread or reading.seen) and not reading.cancelled
        if "opaque" in step.marks and unread and not by_the_way(step):
            self.opaque = self._opaque_after(step)
        if reading.events and not reading.cancelled:
            self.latest.append(evidence_of(step.entry, reading.events[0]))
        elif reading.unread and not reading.cancelled:
            self.latest.append(note(step.entry, (0, min(60, len(step.text))), "fold.latest"))

    def _opaque_after(self, step: Step) -> Evidence | None:
        """What could not be read, unless it goes with a ruling that was: then what was unread before stays so."""
        found = self._marked(step, "opaque")
        goes_with = any((step.docket.id, number) in self.told for number in explained(step))
        same_day = self.told_on == (step.docket.id, step.entry.date_filed) and found is not None and _is_opinion(found)
        return self.opaque if goes_with or same_day or self.kind == "criminal" else found

    @staticmethod
    def _marked(step: Step, name: str) -> Evidence | None:
        found = MARKS[name].search(step.text)
        return note(step.entry, found.span(), f"fold.{name}") if found else None


def _is_opinion(evidence: Evidence) -> bool:
    """Does a paper that could not be read give reasons, where another says what they are for?"""
    words = evidence.quote.lower()
    return evidence.rule == "fold.opaque" and ("opinion" in words or "memorandum" in words)


_ORDERED: Final = (
    (T.BOND_HEARING_ORDERED, "bond_hearing_ordered", "bond hearing"),
    (T.RELEASE_ORDERED, "release_ordered", "release"),
)
_OF_THE_PERSON: Final = frozenset({"released", "transferred", "removed", "returned", "bond_granted", "bond_denied"})
_OF_APPEAL: Final = frozenset({T.APPELLATE_RULING, T.STAY_ENTERED, T.STAY_LIFTED, T.VOLUNTARY_DISMISSAL, T.DISMISSAL})
"""What an appeal's own docket says about the case below."""

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


_HANDLERS: Final[dict[EventType, Callable[[State, Step, Event, Evidence], None]]] = {
    T.COMPLAINT_OR_PETITION_FILED: State.on_opening,
    T.REMOVAL_TO_FEDERAL_COURT: State.on_opening,
    T.AMENDED_COMPLAINT: State.on_amended,
    T.TRANSFER_IN: State.on_transfer_in,
    T.CONSOLIDATED: State.on_consolidated,
    T.RESPONSE_OR_ANSWER_FILED: State.on_response,
    T.MOTION_FILED: State.on_motion,
    T.ORDER_TO_SHOW_CAUSE: State.on_show_cause,
    T.DEADLINE_SET: State.on_deadline,
    T.REPORT_AND_RECOMMENDATION: State.on_recommendation,
    T.R_AND_R_ADOPTED: State.on_adoption,
    T.ORDER_NO_TRANSFER_OR_REMOVAL: State.on_no_transfer,
    T.TRO_ENTERED: State.on_tro,
    T.TRO_EXTENDED: State.on_tro,
    T.TRO_DISSOLVED: State.on_tro_dissolved,
    T.PRELIMINARY_INJUNCTION_ENTERED: State.on_injunction,
    T.STAY_ENTERED: State.on_stay,
    T.STAY_LIFTED: State.on_stay_lifted,
    T.ORDER_ON_MOTION: State.on_motion_ruled,
    T.HABEAS_RULING: State.on_habeas,
    T.DISMISSAL: State.on_dismissal,
    T.VOLUNTARY_DISMISSAL: State.on_withdrawal,
    T.SETTLEMENT: State.on_settlement,
    T.TRANSFER_OUT: State.on_transfer_out,
    T.MDL_TRANSFER: State.on_panel_transfer,
    T.JUDGMENT: State.on_judgment,
    T.CASE_CLOSED: State.on_closed,
    T.NOTICE_OF_NONCOMPLIANCE_OR_MOTION_TO_ENFORCE: State.on_allegation,
    T.CONTEMPT_FINDING: State.on_contempt,
    T.STATUS_REPORT: State.on_report,
    T.NOTICE_OF_APPEAL: State.on_appeal,
    T.APPELLATE_RULING: State.on_appellate_ruling,
}


def _handler(step: Step, event: Event) -> Callable[[State, Step, Event, Evidence], None] | None:
    """A dismissal on the docket of an appeal that is not itself the case ends the appeal, never the case."""
    type_ = EventType(event.type)
    if step.of_appeal and step.role != "lead" and type_ in {T.VOLUNTARY_DISMISSAL, T.DISMISSAL}:
        ruled = any(other.type == T.APPELLATE_RULING for other in step.reading.events)
        return None if ruled else State.on_appeal_ended
    return _HANDLERS.get(type_)


MOVES: Final = frozenset(each.value for each in _HANDLERS)
"""The types of events that can move an axis."""
