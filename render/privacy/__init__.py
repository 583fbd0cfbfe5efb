"""What may be shown of whom: a case's facts and findings in, a `PublishedCase` out. Nothing else publishes.

Every string of the result has passed the case's policy: captions, parties, entries, documents' titles, quotes, the
editor's own words, the address. What is an accusation, or would say where a person is to be met, is left out unless a
person confirmed it.
"""
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from .. import published as show
from ..procedure import compliance
from ..procedure.agenda import agenda
from ..procedure.facts import Docket, Document, Entry, Party
from ..procedure.findings import (
    BY_RECORD,
    CaseReading,
    Change,
    Conflict,
    Decision,
    Evidence,
    Happening,
    Scheduled,
    Value,
)
from ..procedure.links import other_numbers
from .accusations import ACCUSATIONS, Confirmed
from .names import initials
from .people import asks_the_court
from .policy import CaseNotes, Policy, is_made_of_titles, policy_for

__all__ = ["CaseNotes", "Policy", "address", "initials", "policy_for", "publish"]

_WHERE_A_PERSON_WILL_BE: Final = re.compile(
    r"(?is)(?:^|\b(?:ice|ero|isap|dhs|his|her|their|next|the|a|for|to|at|attend)\s+)check[-\s]?ins?\b(?!\s+every)"
    r"|\breport(?:ing|s)?\b.{0,20}\b(?:to|at|with)\b.{0,20}\b(?:ice|ero|isap|dhs|officer|field office)\b"
    r"|\b(?:reporting|ice|ero|isap|biometrics?)\s+appointments?\b|\b(?:place|site|location) of release\b"
    r"|\breleas(?:e|ed|ing)\b.{0,30}\b(?:at|outside) (?:the )?(?-i:[A-Z])",
)


def publish(
    notes: CaseNotes, dockets: Sequence[Docket], reading: CaseReading, decisions: Sequence[Decision] = (),
    policy: Policy | None = None,
) -> show.PublishedCase | None:
    """One case as it may be shown; None where the editor hides it, so that it is only counted.

    `decisions`: what people confirmed or overruled in this case, as `reading` was made with. Without one, nobody is
    said to have broken an order. `policy`: the case's own, where somebody has made it already.
    """
    policy = policy or policy_for(notes, dockets, reading.kind)
    if policy.show == "hidden":
        return None
    return _Publisher(policy, dockets, reading, decisions).case(notes)


def address(slug: str, policy: Policy, lead: Docket) -> str:
    """The editor's address of a case, or court and number of its first docket where it says who the person is."""
    spaced = slug.replace("-", " ")
    betrayed = policy.find(spaced) or policy.find(spaced.title())
    letters = re.sub(r"\W", "", slug).lower()
    labels = {re.sub(r"\W", "", person.label).lower() for person in policy.people.protected if person.label}
    if not betrayed and letters not in labels:
        return slug
    return re.sub(r"[^a-z0-9]+", "-", f"{lead.court_id}-{lead.docket_number}".lower()).strip("-")


class _Publisher:
    """One policy at work on one case."""

    def __init__(
        self, policy: Policy, dockets: Sequence[Docket], reading: CaseReading, decisions: Sequence[Decision]
    ) -> None:
        self.policy = policy
        self.dockets = dockets
        self.reading = reading
        self.decisions = sorted((each for each in decisions if each.on <= reading.as_of), key=lambda each: each.on)
        self.confirmed = Confirmed(decisions, reading.as_of)
        self.entries = {entry.id: entry for docket in dockets for entry in docket.entries}
        self._proofs: dict[tuple[int, int, tuple[int, int], str, str], show.Proof] = {}

    def case(self, notes: CaseNotes) -> show.PublishedCase:
        reading = self.reading
        lead = self.dockets[0]
        return show.PublishedCase(
            slug=address(notes.slug, self.policy, lead),
            title=self.policy.caption(notes.title or lead.case_name),
            topic=notes.topic,
            scope=notes.scope,
            government_action=self.policy.relabel(notes.government_action),
            why=self.policy.relabel(notes.why),
            policy=self.policy.show,
            kind=reading.kind,
            kind_reason=self.policy.relabel(reading.kind_reason),
            status=self.value("status", reading.status),
            axes={
                axis: tuple(self.axis_value(axis, value) for value in values) for axis, values in reading.axes.items()
            },
            evidence=self.proofs(reading.evidence),
            timeline=tuple(self.event(happening) for happening in reading.timeline),
            history=tuple(self.history(reading.history)),
            hearings_to_come=tuple(self.dates(reading.hearings_to_come)),
            compliance_due=tuple(self.dates(self.due())),
            unread=self.proofs(reading.unread),
            seen=self.proofs(reading.seen),
            conflicts=tuple(self.conflicts(reading.conflicts)),
            dockets=tuple(self.docket(docket) for docket in self.dockets),
            appointed_by=notes.appointed_by,
            confirmed_findings=self.findings(),
            note=self.note(notes.note),
            agenda=tuple(self.dates(one for one in agenda(self.dockets, reading)
                                    if not _WHERE_A_PERSON_WILL_BE.search(one.evidence.quote))),
            was=tuple(old for old in notes.was if address(old, self.policy, lead) == old),
            current_id=reading.current,
            joined_with=self.joined_with(),
        )

    def due(self) -> Sequence[Scheduled]:
        """What is due, with no more than may be said of it, agreeing with what is said of all of it."""
        rows = [one if self.confirmed.result(one) else _without_finding(one) for one in self.reading.compliance_due]
        said = [each for each in self.reading.axes.get("compliance", ()) if self.confirmed.value(each)] or [
            Value(value, entry.date_filed, self._evidence(entry, value), "confirmed")
            for value, entry, _ in self.confirmed.findings(self.entries.values())]
        return compliance.agreed(rows, said[-1]) if said else rows

    def note(self, markdown: str) -> str:
        """An editor's note in Markdown; without its emphasis where that stands within what is to be hidden."""
        hidden = self.policy.relabel(markdown)
        bare = re.sub(r"[*_`~\\]+", "", hidden)
        return self.policy.relabel(bare) if self.policy.find(bare) else hidden

    # Dockets.

    def docket(self, docket: Docket) -> show.PublishedDocket:
        return show.PublishedDocket(
            id=docket.id,
            court_id=docket.court_id,
            docket_number=docket.docket_number,
            caption=self.policy.caption(docket.case_name),
            date_filed=docket.date_filed,
            date_terminated=docket.date_terminated,
            date_last_filing=docket.date_last_filing,
            nature_of_suit=docket.nature_of_suit,
            cause=docket.cause,
            judge=docket.assigned_to_str,
            referred_to=docket.referred_to_str,
            courtlistener=show.courtlistener_url(docket.id),
            parties=tuple(self.party(docket, party) for party in docket.parties),
            entries=tuple(self.entry(entry) for entry in docket.entries),
            last_checked=docket.last_checked,
            panel=docket.panel_str,
        )

    def party(self, docket: Docket, party: Party) -> show.PublishedParty:
        shown = self.policy.relabel(party.name)
        protected = shown != party.name
        if asks_the_court(docket, party) and self.policy.is_protected(party.name):
            shown = self.policy.label(party.name)
        lawyers = (attorney.name for attorney in docket.attorneys if party.id in attorney.party_ids)
        return show.PublishedParty(
            shown, party.roles, protected, tuple(name for name in lawyers if not self.policy.is_protected(name)))

    def entry(self, entry: Entry) -> show.PublishedEntry:
        reading = self.reading.readings.get(entry.id)
        return show.PublishedEntry(
            id=entry.id,
            docket_id=entry.docket_id,
            entry_number=entry.entry_number,
            date_filed=entry.date_filed,
            text=self.policy.hide(entry.text, is_title=is_made_of_titles(entry)),
            documents=tuple(self.document(document) for document in entry.documents),
            courtlistener=show.courtlistener_url(entry.docket_id, entry.entry_number, entry.id),
            unread=bool(reading and reading.unread),
            cancelled=bool(reading and reading.cancelled),
            seen=bool(reading and reading.seen),
            text_seen=entry.text_seen,
        )

    def document(self, document: Document) -> show.PublishedDocument:
        return show.PublishedDocument(
            document.document_number,
            document.attachment_number,
            self.policy.hide(document.description, is_title=True),
            document.is_available,
        )

    def joined_with(self) -> str:
        """The one other docket that the entry names which joined the case with it, and by which its own was closed."""
        proof = self.reading.status.evidence
        if self.reading.status.value != "closed_other" or proof is None or proof.rule == BY_RECORD:
            return ""
        entry = self.entries.get(proof.entry_id)
        joins = any((each.entry_id, each.event.type) == (proof.entry_id, "consolidated")
                    for each in self.reading.timeline)
        own = next((docket.docket_number for docket in self.dockets if docket.id == proof.docket_id), "")
        numbers = other_numbers(self.policy.hide(entry.text), own) if entry and joins else []
        return numbers[0] if len(numbers) == 1 else ""

    # Findings and their proof.

    def proof(self, evidence: Evidence) -> show.Proof:
        return self._proof(evidence.docket_id, evidence.entry_id, evidence.span, evidence.quote, evidence.rule)

    def _proof(self, docket_id: int, entry_id: int, span: tuple[int, int], quote: str, rule: str) -> show.Proof:
        """The proof made of some words of an entry; several findings may rest on the same."""
        key = docket_id, entry_id, span, quote, rule
        if key not in self._proofs:
            self._proofs[key] = self._new_proof(*key)
        return self._proofs[key]

    def _new_proof(self, docket_id: int, entry_id: int, span: tuple[int, int], quote: str, rule: str) -> show.Proof:
        """A proof's quote is cut from the whole entry's text, so that half a name in it is known for a name."""
        entry = self.entries.get(entry_id)
        if entry is not None and entry.text[slice(*span)] == quote:
            quote = self.policy.hide(entry.text, *span, is_title=is_made_of_titles(entry))
        else:
            quote = self.policy.hide(quote)
        number, filed = (entry.entry_number, entry.date_filed) if entry else (None, None)
        rule = rule if self.confirmed.rule(rule, entry_id) else ""
        url = show.courtlistener_url(docket_id, number, entry_id)
        return show.Proof(docket_id, entry_id, number, filed, quote, rule, url)

    def proofs(self, evidence: Iterable[Evidence]) -> tuple[show.Proof, ...]:
        return tuple(self.proof(one) for one in evidence)

    def value(self, axis: str, value: Value) -> show.Shown:
        proof = self.proof(value.evidence) if value.evidence else None
        by = self._decision_behind(axis, value) if value.confidence == "confirmed" else None
        return show.Shown(value.value, value.since, proof, value.confidence, *self._by(by))

    def _decision_behind(self, axis: str, value: Value) -> Decision | None:
        """The newest decision on the axis, or on the axis the status was taken from, or on the entry that proves it."""
        same = {axis, *(other for other, values in self.reading.axes.items() for each in values
                        if each.confidence == "confirmed" and each.evidence == value.evidence)}
        entry = value.evidence.entry_id if value.evidence else None
        made = [each for each in self.decisions if each.action != "reject"]
        own = [each for each in made if each.axis == axis] or [each for each in made if each.axis in same]
        seen = [each for each in made if each.entry_id is not None and each.entry_id == entry]
        return next(reversed(own or seen), None)

    def _by(self, decision: Decision | None) -> tuple[str, dt.date | None]:
        return (self.policy.relabel(decision.by), decision.on) if decision else ("", None)

    def axis_value(self, axis: str, value: Value) -> show.Shown:
        if axis != "compliance" or value.value not in ACCUSATIONS:
            return self.value(axis, value)
        if not self.confirmed.value(value):
            return self._what_may_be_said()
        proven = self.confirmed.on(value.evidence.entry_id) if value.evidence else None
        shown = self.value(axis, value)
        if proven is None:  # a breach that a person confirmed, and the court's word that it is mended
            return shown._replace(confidence="read", confirmed_by="", confirmed_on=None)
        by, on = self._by(proven)
        return shown._replace(confidence="confirmed", confirmed_by=by, confirmed_on=on)

    def _what_may_be_said(self) -> show.Shown:
        """What stands in place of an accusation: the one before it that a person confirmed, or what the clock said."""
        found = self.findings()
        return found[-1] if found else self._before_the_accusation()

    def findings(self) -> tuple[show.Shown, ...]:
        """Every breach, and every cure, that a person confirmed, in the docket's order."""
        return tuple(
            show.Shown(value, entry.date_filed, self.proof(self._evidence(entry, value)), "confirmed",
                       *self._by(decision))
            for value, entry, decision in self.confirmed.findings(self.entries.values()))

    def _evidence(self, entry: Entry, value: str) -> Evidence:
        """The words in which the entry was read to say so, or those that the timeline has of it, or all of it."""
        read = [change.evidence for change in self.reading.history
                if change.new == value and change.evidence and change.evidence.entry_id == entry.id]
        if read:
            return read[-1]
        found = [each.event for each in self.reading.timeline if each.entry_id == entry.id]
        words = (found[-1].span, found[-1].quote, found[-1].rule) if found else ((0, len(entry.text)), entry.text, "")
        return Evidence(entry.docket_id, entry.id, entry.entry_number, entry.date_filed, *words)

    def _before_the_accusation(self) -> show.Shown:
        """What the compliance clock says without a judge's words, which nobody confirmed."""
        due = self.reading.compliance_due
        if not due:
            return show.Shown("due", None, None, "inferred")
        rows = [_without_finding(one) if not self.confirmed.result(one) else one for one in due]
        return self.value("compliance", compliance.worst(rows))._replace(confidence="inferred")

    def event(self, happening: Happening) -> show.PublishedEvent:
        """An event by its name, or, where that accuses somebody and nobody confirmed it, the court's words alone."""
        event = happening.event
        outcome = (event.outcome,) if isinstance(event.outcome, str) else event.outcome or ()
        rule = event.rule if self.confirmed.event(happening) else ""
        shown = show.PublishedEvent(
            happening.date_filed, happening.docket_id, happening.entry_id, happening.entry_number,
            event.type, event.kind, outcome, event.sense, event.targets,
            self._proof(happening.docket_id, happening.entry_id, event.span, event.quote, rule),
            *self._by(self._decision_on(happening)),
        )
        if self.confirmed.event(happening):
            return shown
        return shown._replace(type=show.QUOTED, kind=None, outcome=(), sense=None)

    def _decision_on(self, happening: Happening) -> Decision | None:
        """The decision that confirmed this event."""
        return next((each for each in reversed(self.decisions) if each.action == "confirm"
                     and (each.event, each.entry_id) == (happening.event.type, happening.entry_id)), None)

    def history(self, changes: Iterable[Change]) -> Iterator[show.PublishedChange]:
        for change in self.confirmed.changes(changes):
            proof = self.proof(change.evidence) if change.evidence else None
            yield show.PublishedChange(change.date, change.axis, change.old, change.new, proof)

    def dates(self, scheduled: Iterable[Scheduled]) -> Iterator[show.PublishedDate]:
        for one in scheduled:
            if _WHERE_A_PERSON_WILL_BE.search(one.what):
                continue
            told = one if self.confirmed.result(one) else _without_finding(one)
            proven = told.result_evidence
            yield show.PublishedDate(
                one.docket_id, one.kind, one.datetime, self.policy.relabel(one.what), told.result,
                self.proof(one.evidence), self.proof(proven) if proven else None, one.term,
                tuple(day[:10] for day in one.moved_from), one.timezone,
            )

    def conflicts(self, conflicts: Iterable[Conflict]) -> Iterator[str]:
        """The sentences of conflicts; one about compliance could name an accusation and stays within."""
        return (self.policy.hide(conflict.sentence) for conflict in conflicts if conflict.axis != "compliance")


def _without_finding(due: Scheduled) -> Scheduled:
    """A due date with the result that it has if nobody was found to have broken the order."""
    result, proof = due.otherwise or ("no_report_seen", None)
    return due._replace(result=result, result_evidence=proof)
