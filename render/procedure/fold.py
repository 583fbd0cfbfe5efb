"""A case's happenings in court order in, what stands at the end out: one state, one step an event.

The axes are independent. Each step may set an axis; the value keeps its date and its evidence, and every change is
remembered. What an event does to an axis stands in one method named after it.
"""

import datetime as dt
from collections.abc import Callable
from typing import Final, NamedTuple

from .compliance import Duty, Watch
from .custody import Fact
from .facts import Docket, Entry
from .findings import Change, Confidence, Conflict, Event, Evidence, FoundDate, Happening, Reading, Value
from .rule import compiled
from .text import clean
from .vocabulary import EventType

T = EventType
LIVE: Final = ("preliminary_injunction", "tro", "stay_of_removal", "no_transfer_order")
"""Interim relief that can be in force, the strongest first."""
RELIEF: Final = frozenset({"preliminary_injunction", "tro", "stay_of_removal"})

_DUTY: Final = compiled(
    r"release|bond|hearing|report|notice|complian|comply|certif"
    r"|declaration|return|proof|confirm|advise|outcome|result"
    r"|census|remove|letter|custody|provide|produce"
)
_ANSWER: Final = compiled(
    r"\banswer|respon|\breturn\b|opposition|oppose|show cause"
    r"|repl(?:y|ies)|traverse|object|brief|motion"
)
_REPORTISH: Final = compiled(r"report|notice of|certif|declaration|file proof|confirm")
_MOOT: Final = compiled(r"\bmoot\b")
_PARTIAL: Final = compiled(
    r"\bas to (?:defendant|plaintiff|respondent|one|counts?|claims?)\b"
    r"|between plaintiff|counterclaims?|partial"
    r"|claims? (?:against|asserted)|with leave to amend"
    r"|leave to (?:file|amend)"
)
_REMOVAL: Final = compiled(r"\b(?:removal|remov(?:e|ing)|deport|transfer of (?:petitioner|plaintiff))\b")
_STATE_COURT: Final = compiled(r"remand")
_USCA_NUMBER: Final = compiled(
    r"^\W*(?:usca (?:case )?(?:number|no|appeal)|(?:\d+ )?appeal (?:number|no\.))"
    r"|usca case number \d\d-\d"
)
_OPAQUE: Final = compiled(
    r"^\W*(?:\([^)]*\) ?|\[[^\]]*\] ?|sealed |restricted )*(?:(?:amended|corrected|memorandum|final|published"
    r"|unpublished|per curiam) )*(?:opinion|judgment|ruling|decision|memorandum (?:and order|opinion)"
    r"|order on (?:petition|motion for (?:tro|temporary|preliminary|permanent|summary|habeas|default))"
    r"|order on motion to dismiss)"
)
_COPIED: Final = compiled(r"\[transferred from")
_CERTIORARI: Final = compiled(
    r"certiorari (?:is |was )?granted|cert petition granted"
    r"|petition for (?:a )?writ of certiorari[^.]*granted"
)
_APPEAL_ENDS: Final = compiled(
    r"dismissing appeal|notice of appeal[^.]*withdrawn"
    r"|withdrawing this appeal"
    r"|appeal (?:is |was )?(?:hereby )?(?:withdrawn|dismissed)"
    r"|withdraw(?:al of|ing) (?:the )?(?:notice of )?(?:interlocutory )?appeal"
)


class Step(NamedTuple):
    """One entry with its reading, in its docket; `role`: lead, part (of the same case), appeal or related."""

    docket: Docket
    role: str
    entry: Entry
    reading: Reading
    facts: tuple[tuple[Fact, Evidence], ...] = ()


class State:
    """What stands so far. Methods named `on_…` take one event; nothing else changes the axes."""

    def __init__(self, lead: Docket, appellate: bool) -> None:
        self.lead = lead
        self.appellate = appellate
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
        self.opaque: Evidence | None = None
        self.opening: Evidence | None = None
        self.noticed: Evidence | None = None
        self.latest: list[Evidence] = []
        self.history: list[Change] = []
        self.conflicts: list[Conflict] = []
        self.timeline: list[Happening] = []

    # --- taking in ---------------------------------------------------------------------------------------------------

    def take(self, step: Step, events: tuple[Event, ...]) -> None:
        """One entry: its events in order, then what it says of custody, compliance and the appeal."""
        before = self.snapshot()
        text = clean(step.entry.text).text.encode("ascii")
        for event in events:
            evidence = evidence_of(step.entry, event)
            self.timeline.append(
                Happening(step.entry.date_filed, step.docket.id, step.entry.id, step.entry.entry_number, event)
            )
            handler = _HANDLERS.get(EventType(event.type))
            if handler and self._counts(step, event, text):
                handler(self, step, event, evidence)
        self._duties(step, events)
        self._facts(step)
        self._appeal_notes(step, text)
        self._opaque(step, text)
        self._remember(before, step.entry.date_filed)

    def _counts(self, step: Step, event: Event, text: bytes) -> bool:
        """Does this event of this docket move the lead's axes? An appeal moves only what appeals move."""
        if step.role in {"appeal", "related"} or (step.role == "part" and _is_appeal(step)):
            return event.type in {T.APPELLATE_RULING, T.STAY_ENTERED, T.STAY_LIFTED} and _is_appeal(step)
        copied = bool(_COPIED.search(text)) and (step.docket.date_filed or dt.date.min) >= (
            step.entry.date_filed or dt.date.min
        )
        return not (
            copied
            and event.type
            in {T.TRANSFER_OUT, T.CASE_CLOSED, T.MDL_TRANSFER, T.CONSOLIDATED}
            | ({T.STAY_ENTERED} if event.sense == "case" else set())
        )

    def snapshot(self) -> dict[str, str]:
        values = {axis: value.value for axis, value in self.axes.items()}
        return values | {"interim": "+".join(value.value for value in self.interim_values())}

    def _remember(self, before: dict[str, str], day: dt.date | None) -> None:
        now = self.snapshot()
        for axis, old in before.items():
            if now[axis] != old:
                value = self.interim_values()[0] if axis == "interim" else self.axes[axis]
                self.history.append(Change(day, axis, old, now[axis], value.evidence))

    def set(self, axis: str, name: str, evidence: Evidence | None, confidence: Confidence = "read") -> None:
        if self.axes[axis].value != name:
            self.axes[axis] = Value(name, evidence.date_filed if evidence else None, evidence, confidence)

    def interim_values(self) -> tuple[Value, ...]:
        """Everything in force, the strongest first; else ended or denied; else none."""
        live = tuple(self.interim[name] for name in LIVE if name in self.interim)
        rest = tuple(value for name, value in self.interim.items() if name not in LIVE)
        return live or rest[-1:] or (Value("none"),)

    @property
    def relief_stands(self) -> bool:
        return self.axes["merits"].value in {"granted", "granted_in_part"} or any(name in self.interim for name in LIVE)

    # --- opening and briefing ----------------------------------------------------------------------------------------

    def on_opening(self, step: Step, event: Event, evidence: Evidence) -> None:
        if self.opening is None:
            self.opening = evidence
        if self.appellate and event.type == T.NOTICE_OF_APPEAL:
            self.set("appeal", "pending", evidence)

    def on_transfer_in(self, step: Step, event: Event, evidence: Evidence) -> None:
        self.opening = evidence
        if self.axes["merits"].value == "transferred":
            self.set("merits", "none", evidence)
            self.set("docket", "open", evidence)
            self.set("stage", "opened", evidence)

    def on_response(self, step: Step, event: Event, evidence: Evidence) -> None:
        if self.axes["stage"].value in {"opened", "response_due"}:
            self.set("stage", "briefed", evidence)

    def on_show_cause(self, step: Step, event: Event, evidence: Evidence) -> None:
        if event.outcome == "vacated":
            self.enforcing = None
        elif event.sense == "threat":
            if self.relief_stands:
                self.enforcing = Value("enforcement", evidence.date_filed, evidence)
        else:
            self._response_due(evidence)

    def _response_due(self, evidence: Evidence) -> None:
        if self.axes["stage"].value == "opened":
            self.set("stage", "response_due", evidence)

    def on_deadline(self, step: Step, event: Event, evidence: Evidence) -> None:
        if step.role == "lead" and _ANSWER.search(clean(event.quote + " " + (event.detail or "")).text.encode("ascii")):
            self._response_due(evidence)

    def on_recommendation(self, step: Step, event: Event, evidence: Evidence) -> None:
        if self.axes["merits"].value == "none":
            self.set("stage", "recommended", evidence)

    # --- interim relief ----------------------------------------------------------------------------------------------

    def on_no_transfer(self, step: Step, event: Event, evidence: Evidence) -> None:
        if event.outcome == "lifted":
            self._end("no_transfer_order", evidence)
        else:
            self._begin("no_transfer_order", evidence)

    def on_tro(self, step: Step, event: Event, evidence: Evidence) -> None:
        self._begin("tro", evidence)

    def on_tro_dissolved(self, step: Step, event: Event, evidence: Evidence) -> None:
        self._end("tro", evidence)

    def on_injunction(self, step: Step, event: Event, evidence: Evidence) -> None:
        self.interim.pop("tro", None)
        self._begin("preliminary_injunction", evidence)

    def on_stay(self, step: Step, event: Event, evidence: Evidence) -> None:
        sense = event.sense
        if sense == "removal_or_transfer":
            self._begin("stay_of_removal", evidence)
        elif sense == "case" and step.role == "lead":
            self.set("proceedings", "stayed", evidence)
        elif sense == "injunction_or_order":
            self.watch = self.watch._replace(lifted=evidence, how="stayed")

    def on_stay_lifted(self, step: Step, event: Event, evidence: Evidence) -> None:
        if event.sense in {None, "case"} and self.axes["proceedings"].value == "stayed":
            self.set("proceedings", "active", evidence)
        if event.sense == "removal_or_transfer":
            self._end("stay_of_removal", evidence)

    def on_motion_ruled(self, step: Step, event: Event, evidence: Evidence) -> None:
        refused = event.outcome == "denied"
        relief = event.kind in {"tro", "pi"} or (event.kind == "stay" and _about_removal(step))
        if refused and relief and not any(name in self.interim for name in LIVE):
            self.interim["denied"] = Value("denied", evidence.date_filed, evidence)
        if event.kind in {"enforce", "contempt"} and event.outcome in {"denied", "moot", "withdrawn"}:
            self.enforcing = None
        if event.kind in {"enforce", "contempt"} and event.outcome in {"granted", "granted_in_part"}:
            self.enforcing = Value("enforcement", evidence.date_filed, evidence)
        if event.kind == "remand" and event.outcome == "granted" and not self.appellate:
            self._decide("remanded", evidence)
        if (
            event.kind == "mtd"
            and event.outcome == "granted"
            and self.axes["merits"].value == "none"
            and not _partial(step)
        ):
            self._decide("dismissed", evidence, "inferred")
        if self.lead.court_id == "jpml" and refused:
            self._decide("denied", evidence)

    def _begin(self, name: str, evidence: Evidence) -> None:
        for over in ("ended", "denied"):
            self.interim.pop(over, None)
        self.interim.setdefault(name, Value(name, evidence.date_filed, evidence))

    def _end(self, name: str, evidence: Evidence) -> None:
        if self.interim.pop(name, None) and not any(live in self.interim for live in LIVE):
            self.interim["ended"] = Value("ended", evidence.date_filed, evidence)

    def _end_all(self, evidence: Evidence) -> None:
        for name in LIVE:
            self._end(name, evidence)

    # --- the merits --------------------------------------------------------------------------------------------------

    def _decide(self, name: str, evidence: Evidence, confidence: Confidence = "read") -> None:
        if self.axes["merits"].value != name:
            self.axes["merits"] = Value(name, evidence.date_filed, evidence, confidence)
        self.set("stage", "decided", evidence)
        self.opaque = None

    def on_habeas(self, step: Step, event: Event, evidence: Evidence) -> None:
        name = str(event.outcome)
        if name == "dismissed":
            name = "dismissed_moot" if _moot(step, evidence) else "dismissed"
        if _repeats(self.axes["merits"].value, name, event, step):
            return
        self._decide(name, evidence)

    def on_dismissal(self, step: Step, event: Event, evidence: Evidence) -> None:
        if _partial(step) and not _closes(step):
            return
        if self.axes["merits"].value in {"none", "dismissed", "dismissed_moot", "withdrawn"}:
            if self.axes["merits"].value == "none":
                moot = _moot(step, evidence) and not any(e.type == T.VOLUNTARY_DISMISSAL for e in step.reading.events)
                self._decide("dismissed_moot" if moot else "dismissed", evidence)
            self._end_all(evidence)

    def on_withdrawal(self, step: Step, event: Event, evidence: Evidence) -> None:
        if b"partial" in step.entry.text.lower().encode() or (_partial(step) and not _closes(step)):
            return
        if self.axes["merits"].value in {"none", "dismissed"}:
            self._decide("withdrawn", evidence)

    def on_settlement(self, step: Step, event: Event, evidence: Evidence) -> None:
        self.settled = Value("settled", evidence.date_filed, evidence)

    def on_transfer_out(self, step: Step, event: Event, evidence: Evidence) -> None:
        remand = bool(_STATE_COURT.search(clean(event.quote).text.encode("ascii")))
        self._decide("remanded" if remand else "transferred", evidence)

    def on_judgment(self, step: Step, event: Event, evidence: Evidence) -> None:
        self._end_all(evidence)

    def on_closed(self, step: Step, event: Event, evidence: Evidence) -> None:
        member = b"member case" in step.entry.text.lower().encode()
        if member and self.lead.date_terminated is None:
            return
        self.set("docket", "terminated", evidence)
        if self.axes["merits"].value not in {"transferred"}:
            self._end_all(evidence)

    # --- enforcement, appeal -----------------------------------------------------------------------------------------

    def on_allegation(self, step: Step, event: Event, evidence: Evidence) -> None:
        self.enforcing = Value("enforcement", evidence.date_filed, evidence)

    def on_contempt(self, step: Step, event: Event, evidence: Evidence) -> None:
        if event.outcome is None:
            self.watch = self.watch._replace(found=evidence, cured=None)
            self.enforcing = Value("enforcement", evidence.date_filed, evidence)
        elif event.outcome == "purged":
            self.watch = self.watch._replace(cured=evidence)
            self.enforcing = None
        else:
            self.watch = self.watch._replace(found=None)
            self.enforcing = None

    def on_report(self, step: Step, event: Event, evidence: Evidence) -> None:
        self.watch = self.watch._replace(reports=(*self.watch.reports, evidence))

    def on_appeal(self, step: Step, event: Event, evidence: Evidence) -> None:
        if self.appellate:
            self.on_opening(step, event, evidence)
        elif self.axes["appeal"].value in {"none", "dismissed", "affirmed", "reversed", "vacated"}:
            self.set("appeal", "noticed", evidence)
            self.noticed = evidence

    def on_appellate_ruling(self, step: Step, event: Event, evidence: Evidence) -> None:
        outcomes = event.outcome if isinstance(event.outcome, tuple) else (str(event.outcome),)
        name = next((name for name in _APPEAL_ORDER if name in outcomes), None)
        if name:
            self.set("appeal", _ON_APPEAL[name], evidence)
        if self.appellate and step.role == "lead":
            if name:
                self._decide(_ON_PETITION[name], evidence)
        elif name in {"reversed", "vacated"} and self.axes["merits"].value in {
            "granted",
            "granted_in_part",
            "denied",
            "dismissed",
        }:
            self._undo(evidence)

    def _undo(self, evidence: Evidence) -> None:
        """A reversal on appeal: the ruling below is no longer one, and nothing it ordered is due."""
        self.axes["merits"] = Value("none", evidence.date_filed, evidence, "inferred")
        self.watch = self.watch._replace(lifted=evidence, how="vacated")

    # --- what entries say beside their events ------------------------------------------------------------------------

    def _duties(self, step: Step, events: tuple[Event, ...]) -> None:
        """Relief with a day to it starts the clock; so does an order made on a finding of breach."""
        if step.role not in {"lead", "part"} or self.appellate:
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
        if (
            not granting
            and ("enforce", "granted") not in kinds
            and not any(fact.says == "violated" for fact, _ in step.facts)
        ):
            return
        due = [date for date in step.reading.dates if date.kind == "deadline" and _is_duty(date)]
        duties = tuple(Duty(date.datetime, date.what or "", _evidence_of_date(step.entry, date)) for date in due)
        for name in (T.RELEASE_ORDERED, T.BOND_HEARING_ORDERED):
            if name in types and not duties:
                duties = (
                    Duty(
                        "",
                        "release" if name == T.RELEASE_ORDERED else "bond hearing",
                        evidence_of(step.entry, types[name]),
                    ),
                )
        for name, value in ((T.BOND_HEARING_ORDERED, "bond_hearing_ordered"), (T.RELEASE_ORDERED, "release_ordered")):
            if name in types:
                self.set("custody", value, evidence_of(step.entry, types[name]))
        self.watch = self.watch._replace(duties=(*self.watch.duties, *duties), lifted=None, how="")

    def _facts(self, step: Step) -> None:
        if step.role not in {"lead", "part"} or self.appellate:
            return
        for fact, evidence in step.facts:
            if fact.says == "violated":
                self.watch = self.watch._replace(found=evidence, cured=None)
                self.enforcing = Value("enforcement", evidence.date_filed, evidence)
            elif fact.says == "complied":
                self.watch = self.watch._replace(cured=evidence)
                self.enforcing = None
            else:
                self.set("custody", fact.says, evidence)

    def _appeal_notes(self, step: Step, text: bytes) -> None:
        found = _USCA_NUMBER.search(text)
        if found and not self.appellate and step.role == "lead" and self.axes["appeal"].value in {"none", "noticed"}:
            self.set("appeal", "pending", note(step.entry, found.span(), "fold.usca_number"))
        granted = _CERTIORARI.search(text)
        if granted and self.appellate and step.role == "lead":
            self.set("appeal", "pending", note(step.entry, granted.span(), "fold.certiorari"))
        ends = _APPEAL_ENDS.search(text)
        if ends and not self.appellate and step.role == "lead" and self.axes["appeal"].value in {"noticed", "pending"}:
            self.set("appeal", "dismissed", note(step.entry, ends.span(), "fold.appeal_ends"))

    def _opaque(self, step: Step, text: bytes) -> None:
        reading = step.reading
        if step.role != "lead":
            return
        found = _OPAQUE.search(text)
        if found and (reading.unread or reading.seen) and not reading.cancelled:
            self.opaque = note(step.entry, found.span(), "fold.opaque")
        if reading.events and not reading.cancelled:
            self.latest.append(evidence_of(step.entry, reading.events[0]))


_APPEAL_ORDER: Final = ("reversed", "vacated", "denied", "affirmed", "dismissed")
_ON_APPEAL: Final = {
    "reversed": "reversed",
    "vacated": "vacated",
    "denied": "affirmed",
    "affirmed": "affirmed",
    "dismissed": "dismissed",
}
_ON_PETITION: Final = {
    "reversed": "granted",
    "vacated": "granted",
    "denied": "denied",
    "affirmed": "denied",
    "dismissed": "dismissed",
}
"""On the appeal's own docket: what the ruling means for whoever came to that court."""


def _about_removal(step: Step) -> bool:
    return bool(_REMOVAL.search(clean(step.entry.text).text.encode("ascii")))


def _partial(step: Step) -> bool:
    return bool(_PARTIAL.search(clean(step.entry.text).text.encode("ascii")))


def _moot(step: Step, evidence: Evidence) -> bool:
    return bool(_MOOT.search(clean(step.entry.text).text.encode("ascii")))


def _closes(step: Step) -> bool:
    return any(event.type == T.CASE_CLOSED for event in step.reading.events)


def _is_appeal(step: Step) -> bool:
    return step.docket.court_id.startswith("ca") and (
        step.docket.court_id[2:].isdigit() or step.docket.court_id in {"cadc", "cafc"}
    )


def _repeats(now: str, name: str, event: Event, step: Step) -> bool:
    """A judgment that repeats a ruling in fewer words ("the petition is granted") does not change it."""
    same = {"granted": "granted_in_part", "dismissed": "dismissed_moot"}
    return any(other.type == T.JUDGMENT for other in step.reading.events) and same.get(name) == now


def _is_duty(date: FoundDate) -> bool:
    words = clean(f"{date.what or ''} {date.quote}").text.encode("ascii")
    if not _DUTY.search(words):
        return False
    return not (
        _ANSWER.search(words)
        and not _REPORTISH.search(words)
        and b"release" not in words.lower()
        and b"bond" not in words.lower()
    )


def evidence_of(entry: Entry, event: Event) -> Evidence:
    return Evidence(
        entry.docket_id, entry.id, entry.entry_number, entry.date_filed, event.span, event.quote, event.rule
    )


def _evidence_of_date(entry: Entry, date: FoundDate) -> Evidence:
    return Evidence(entry.docket_id, entry.id, entry.entry_number, entry.date_filed, date.span, date.quote, date.rule)


def note(entry: Entry, span: tuple[int, int], rule: str) -> Evidence:
    """Evidence for something found in the clean text of an entry."""
    cleaned = clean(entry.text)
    start, end = cleaned.span(*span)
    return Evidence(
        entry.docket_id, entry.id, entry.entry_number, entry.date_filed, (start, end), cleaned.raw[start:end], rule
    )


_HANDLERS: Final[dict[EventType, Callable[[State, Step, Event, Evidence], None]]] = {
    T.COMPLAINT_OR_PETITION_FILED: State.on_opening,
    T.REMOVAL_TO_FEDERAL_COURT: State.on_opening,
    T.TRANSFER_IN: State.on_transfer_in,
    T.RESPONSE_OR_ANSWER_FILED: State.on_response,
    T.ORDER_TO_SHOW_CAUSE: State.on_show_cause,
    T.DEADLINE_SET: State.on_deadline,
    T.REPORT_AND_RECOMMENDATION: State.on_recommendation,
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
    T.JUDGMENT: State.on_judgment,
    T.CASE_CLOSED: State.on_closed,
    T.NOTICE_OF_NONCOMPLIANCE_OR_MOTION_TO_ENFORCE: State.on_allegation,
    T.CONTEMPT_FINDING: State.on_contempt,
    T.STATUS_REPORT: State.on_report,
    T.NOTICE_OF_APPEAL: State.on_appeal,
    T.APPELLATE_RULING: State.on_appellate_ruling,
}
