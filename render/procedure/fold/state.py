"""What stands in a case so far, and the few acts that change it: each axis keeps its value's date and its evidence."""

import datetime as dt
from collections.abc import Callable, Sequence

from .. import compliance
from ..compliance import Watch
from ..events import is_appellate
from ..facts import Docket
from ..findings import Confidence, Conflict, Evidence, Happening, Value
from ..kinds import kind_of
from ..standing import AXES, LIVE, RELIEF, Standing
from ..steps import GRANTS, Step, first_words, is_older


class State:
    """What stands so far of a case that began with the docket `lead`; `parts`: other dockets of it, without appeals."""

    def __init__(self, lead: Docket, parts: Sequence[Docket] = ()) -> None:
        self.lead = lead
        self.parts = tuple(part for part in parts if not is_appellate(part.court_id))
        self.appellate = is_appellate(lead.court_id)
        self.kind = kind_of(lead)[0]
        self.current = lead
        """The docket in which the case goes on."""

        # What stands.
        self.axes: dict[str, Value] = {
            "stage": Value("opened"),
            "merits": Value("none"),
            "proceedings": Value("active"),
            "custody": Value("unknown"),
            "appeal": Value("none"),
            "docket": Value("open"),
        }
        self.interim: dict[str, Value] = {}
        """What is in force, by its name; "ended" or "denied" where nothing is any more."""
        self.watch = Watch()
        self.settled: Value | None = None
        self.enforcing: Value | None = None
        self.to_free = False
        """What is being enforced is a release, and no breach was found."""
        self.relief_stayed: Value | None = None
        self.held: Evidence | None = None
        """An administrative stay of what was ordered: until the court looks at it, what is due stays due."""
        self.reopened: Value | None = None
        self.conflicts: list[Conflict] = []
        self.timeline: list[Happening] = []

        # What proves it where no axis does.
        self.first: Evidence | None = None
        self.opening: Evidence | None = None
        self.noticed: Evidence | None = None
        """The notice of the appeal that is known."""
        self.opaque: Evidence | None = None
        """A ruling that no rule could read: where the case stands is unknown."""
        self.latest: list[Evidence] = []
        self.decision: Evidence | None = None
        """The newest entry by which the case stands elsewhere than before."""

        # What has to be known of earlier entries.
        self.before_transfer: Value | None = None
        self.before_ruling = self.axes["stage"]
        self.numbers: set[tuple[int, int]] = set()
        """Every entry so far, by docket and number, as in the three that follow."""
        self.asked: dict[tuple[int, int], tuple[str | None, bytes]] = {}
        """Motions: who asks, and the text."""
        self.ruled: dict[tuple[int, int, str], tuple[str, Evidence]] = {}
        """Rulings on a motion of a kind."""
        self.told: set[tuple[int, int]] = set()
        """Entries that say what was decided: an opinion that goes with one adds its reasons alone."""
        self.told_on: tuple[int, dt.date | None] | None = None
        """On which docket and day that was said last."""
        self.taken_back: Evidence | None = None
        self.recommended: tuple[int | None, str] = (None, "")
        """The newest recommendation on the petition, by its number, and what it advises; "" where that is not clear."""
        self.joined: set[int] = set()
        """Dockets that were consolidated with another."""
        self.ended: set[int] = set()
        """Dockets that were closed: no case goes on in one."""
        self.docketed: set[int] = set()
        """Dockets of appeals that have begun."""
        self.above: set[tuple[str, ...]] = set()
        """What the Supreme Court made of this court's ruling."""
        self.reviews = False
        """A petition for review begins in the court of appeals: no ruling of a court below is appealed."""
        self.unsure = False
        """What the event at hand says is only inferred."""

    def kept(self, axes: frozenset[str]) -> dict[str, object]:
        """What the axes a person keeps this entry away from hold before it."""
        kept: dict[str, object] = {axis: self.axes[axis] for axis in axes if axis in self.axes}
        if "interim" in axes:
            kept["interim"] = dict(self.interim)
        if axes & {"compliance", "stage"}:
            kept["enforcing"] = self.enforcing
        if "compliance" in axes:
            kept["watch"] = self.watch
        return kept

    def restore(self, kept: dict[str, object]) -> None:
        """Let these hold again what they held."""
        for name, value in kept.items():
            if name in self.axes and isinstance(value, Value):
                self.axes[name] = value
            else:
                setattr(self, name, value)

    def set(self, axis: str, name: str, evidence: Evidence | None, confidence: Confidence = "read") -> None:
        """Give an axis a value; one that it has keeps its day and its proof."""
        if self.axes[axis].value != name:
            self.axes[axis] = Value(name, evidence.date_filed if evidence else None, evidence, self.sure(confidence))

    def sure(self, confidence: Confidence) -> Confidence:
        """How sure it is what the event at hand says, which is read with `confidence`."""
        return "inferred" if self.unsure else confidence

    def interim_values(self) -> tuple[Value, ...]:
        """Everything in force, the strongest first; else ended or denied; else none."""
        live = tuple(self.interim[name] for name in LIVE if name in self.interim)
        rest = tuple(value for name, value in self.interim.items() if name not in LIVE)
        return live or rest[-1:] or (Value("none"),)

    @property
    def relief_stands(self) -> bool:
        """Was something granted, for good or for now?"""
        return self.axes["merits"].value in GRANTS or any(name in self.interim for name in LIVE)

    def standing(self, as_of: dt.date) -> Standing:
        """What stands at the end of `as_of`; changes nothing."""
        axes: dict[str, tuple[Value, ...]] = {axis: (value,) for axis, value in self.axes.items()}
        if self.enforcing:
            axes["stage"] = (self.enforcing,)
        elif self.axes["docket"].value == "terminated" and not self.reopened:
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

    def begin(self, name: str, evidence: Evidence, confidence: Confidence = "read") -> None:
        """A temporary order is in force, whatever ended or was refused before."""
        for over in ("ended", "denied"):
            self.interim.pop(over, None)
        if name in RELIEF and name not in self.interim:
            self.relief_stayed = None
            self.opaque = None if name != "stay_of_removal" else self.opaque
        self.interim.setdefault(name, Value(name, evidence.date_filed, evidence, self.sure(confidence)))

    def end(self, name: str, evidence: Evidence) -> None:
        """It is in force no longer."""
        if self.interim.pop(name, None) and not any(live in self.interim for live in LIVE):
            self.interim["ended"] = Value("ended", evidence.date_filed, evidence)

    def end_all(self, evidence: Evidence) -> None:
        """Nothing is in force any longer."""
        for name in LIVE:
            self.end(name, evidence)

    def decide(self, name: str, evidence: Evidence, confidence: Confidence = "read") -> None:
        """The court has decided the case; what could not be read before is of no matter now."""
        if self.axes["merits"].value != name:
            self.axes["merits"] = Value(name, evidence.date_filed, evidence, self.sure(confidence))
        if self.axes["stage"].value != "decided":
            self.before_ruling = self.axes["stage"]
        self.set("stage", "decided", evidence)
        self.opaque = None
        self.reopened = None

    def undo_orders(self, evidence: Evidence, gone: Callable[[Evidence], bool] = lambda proof: True) -> None:
        """Nothing is due that was ordered by what is `gone`, and its order of release or of a hearing no longer
        stands; all that was ordered, unless told which."""
        self.watch = compliance.stopped(self.watch, evidence, "vacated", gone=gone)
        custody, proof = self.axes["custody"], self.axes["custody"].evidence
        if custody.value in {"release_ordered", "bond_hearing_ordered"} and (proof is None or gone(proof)):
            self.set("custody", "unknown", evidence, "inferred")

    def reopen(self, evidence: Evidence) -> None:
        """The ruling is taken back: nothing is decided."""
        self.axes["merits"] = self.reopened = Value("none", evidence.date_filed, evidence, "inferred")
        self.axes["stage"] = self.before_ruling
        self.settled = None
        self.taken_back = self.decision = evidence

    def enforce(self, evidence: Evidence) -> None:
        """The proof of the stage names no finding: only a person's word does."""
        self.to_free = False
        proof = evidence._replace(rule="fold.enforcement")
        self.enforcing = self.enforcing or Value("enforcement", proof.date_filed, proof)

    def response_due(self, evidence: Evidence) -> None:
        """Whoever is sued has to answer, if nothing of that kind is known."""
        if self.axes["stage"].value == "opened":
            self.set("stage", "response_due", evidence)

    def contradict(self, axis: str, sentence: str, one: Evidence, other: Evidence, step: Step) -> None:
        """Keep a conflict, unless something after the first took it back, or the second itself does."""
        between = self.taken_back and self.taken_back.entry_id != one.entry_id and not is_older(self.taken_back, one)
        if not between and "reconsiders" not in step.marks:
            self.conflicts.append(Conflict(axis, sentence, (one, other)))

    def continue_in(self, docket: Docket, proof: Evidence) -> None:
        """The case goes on in another docket, where nothing is decided yet."""
        self.current = docket
        self.opening = proof
        self.set("merits", "none", proof, "inferred")
        self.set("docket", "open", proof, "inferred")
        if self.before_transfer:
            self.axes["stage"] = self.before_transfer
            self.before_transfer = None

    def joins(self, docket: Docket, proof: Evidence | None) -> bool:
        """A member case that closes because it was consolidated goes on in its lead, where that is listed with it."""
        if docket.id not in self.joined or proof is None:
            return False
        lead = next((part for part in (self.lead, *self.parts) if part.id not in {docket.id, *self.ended}), None)
        if lead is None:
            return False
        self.continue_in(lead, proof)
        return True

    def docket_ended(self, docket: Docket, day: dt.date, closing: Evidence | None) -> None:
        """date_terminated of the record: counts from its day on, for the docket in which the case goes on."""
        self.ended.add(docket.id)
        again = self.reopened is not None and self.reopened.since is not None and day > self.reopened.since
        closed = self.axes["docket"].value == "terminated" and not again
        if docket.id != self.current.id or closed or self.joins(docket, closing):
            return
        self.reopened = None if again else self.reopened
        self.axes["docket"] = Value("terminated", day, closing, "inferred")
        if self.axes["merits"].value != "transferred" and closing:
            self.end_all(closing)

    def appeal_docketed(self, docket: Docket) -> None:
        """A docket in the court of appeals is the appeal, pending from its first day, unless that court has ruled."""
        if docket.id in self.docketed or self.appellate or not is_appellate(docket.court_id):
            return
        self.docketed.add(docket.id)
        if self.axes["appeal"].value in {"none", "noticed"}:
            first = docket.entries[0] if docket.entries else None
            proof = first_words(first, "fold.appeal_docket") if first else None
            self.set("appeal", "pending", proof, "inferred")
