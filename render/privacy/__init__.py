"""What may be shown of whom: a case's facts and findings in, a `PublishedCase` out. Nothing else publishes.

Every string of the result has passed the case's policy: captions, parties, entries, documents' titles, quotes, the
editor's own words, the address. What is an accusation, or would say where a person is to be met, is left out unless a
person confirmed it.
"""
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from .. import published as show
from ..procedure.facts import Docket, Document, Entry, Party
from ..procedure.findings import CaseReading, Change, Conflict, Evidence, Happening, Scheduled, Value
from .names import initials
from .people import asks_the_court
from .policy import CaseNotes, Policy, is_made_of_titles, policy_for

__all__ = ["CaseNotes", "Policy", "initials", "policy_for", "publish"]

_ACCUSATIONS: Final = frozenset({"violation_found", "cured"})
_ACCUSING_EVENTS: Final = frozenset({"contempt_finding"})
_WHERE_A_PERSON_WILL_BE: Final = re.compile(
    r"(?is)(?:^|\b(?:ice|ero|isap|dhs|his|her|their|next|the|a|for|to|at|attend)\s+)check[-\s]?ins?\b(?!\s+every)"
    r"|\breport(?:ing|s)?\b.{0,20}\b(?:to|at|with)\b.{0,20}\b(?:ice|ero|isap|dhs|officer|field office)\b"
    r"|\b(?:reporting|ice|ero|isap|biometrics?)\s+appointments?\b|\b(?:place|site|location) of release\b"
    r"|\breleas(?:e|ed|ing)\b.{0,30}\b(?:at|outside) (?:the )?(?-i:[A-Z])",
)


def publish(notes: CaseNotes, dockets: Sequence[Docket], reading: CaseReading) -> show.PublishedCase | None:
    """One case as it may be shown; None where the editor hides it, so that it is only counted."""
    policy = policy_for(notes, dockets, reading.kind)
    if policy.show == "hidden":
        return None
    return _Publisher(policy, dockets, reading).case(notes)


class _Publisher:
    """One policy at work on one case."""

    def __init__(self, policy: Policy, dockets: Sequence[Docket], reading: CaseReading) -> None:
        self.policy = policy
        self.dockets = dockets
        self.reading = reading
        self.entries = {entry.id: entry for docket in dockets for entry in docket.entries}
        self.confirmed = {
            value.evidence.entry_id for values in reading.axes.values() for value in values
            if value.confidence == "confirmed" and value.evidence
        }
        self.accusing = {
            (happening.entry_id, happening.event.rule) for happening in reading.timeline if self._is_accusing(happening)
        }

    def case(self, notes: CaseNotes) -> show.PublishedCase:
        reading = self.reading
        lead = self.dockets[0]
        return show.PublishedCase(
            slug=self.slug(notes.slug, lead),
            title=self.policy.caption(notes.title or lead.case_name),
            topic=notes.topic,
            scope=notes.scope,
            government_action=self.policy.relabel(notes.government_action),
            why=self.policy.relabel(notes.why),
            policy=self.policy.show,
            kind=reading.kind,
            kind_reason=self.policy.relabel(reading.kind_reason),
            status=self.value(reading.status),
            axes={
                axis: tuple(self.axis_value(axis, value) for value in values) for axis, values in reading.axes.items()
            },
            evidence=self.proofs(reading.evidence),
            timeline=tuple(self.event(happening) for happening in reading.timeline if not self._is_accusing(happening)),
            history=tuple(self.history(reading.history)),
            hearings_to_come=tuple(self.dates(reading.hearings_to_come)),
            compliance_due=tuple(self.dates(reading.compliance_due)),
            unread=self.proofs(reading.unread),
            seen=self.proofs(reading.seen),
            conflicts=tuple(self.conflicts(reading.conflicts)),
            dockets=tuple(self.docket(docket) for docket in self.dockets),
            appointed_by=notes.appointed_by,
        )

    def slug(self, slug: str, lead: Docket) -> str:
        """The editor's address of the case, or court and number where it says who the person is."""
        spaced = slug.replace("-", " ")
        betrayed = self.policy.find(spaced) or self.policy.find(spaced.title())
        letters = re.sub(r"\W", "", slug).lower()
        labels = {re.sub(r"\W", "", person.label).lower() for person in self.policy.people.protected if person.label}
        if not betrayed and letters not in labels:
            return slug
        return re.sub(r"[^a-z0-9]+", "-", f"{lead.court_id}-{lead.docket_number}".lower()).strip("-")

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
        )

    def document(self, document: Document) -> show.PublishedDocument:
        return show.PublishedDocument(
            document.document_number,
            document.attachment_number,
            self.policy.hide(document.description, is_title=True),
            document.is_available,
        )

    # Findings and their proof.

    def proof(self, evidence: Evidence) -> show.Proof:
        return self._proof(evidence.docket_id, evidence.entry_id, evidence.span, evidence.quote, evidence.rule)

    def _proof(self, docket_id: int, entry_id: int, span: tuple[int, int], quote: str, rule: str) -> show.Proof:
        """A proof's quote is cut from the whole entry's text, so that half a name in it is known for a name."""
        entry = self.entries.get(entry_id)
        if entry is not None and entry.text[slice(*span)] == quote:
            quote = self.policy.hide(entry.text, *span, is_title=is_made_of_titles(entry))
        else:
            quote = self.policy.hide(quote)
        number, filed = (entry.entry_number, entry.date_filed) if entry else (None, None)
        url = show.courtlistener_url(docket_id, number, entry_id)
        return show.Proof(docket_id, entry_id, number, filed, quote, rule, url)

    def proofs(self, evidence: Iterable[Evidence]) -> tuple[show.Proof, ...]:
        return tuple(self.proof(one) for one in evidence if (one.entry_id, one.rule) not in self.accusing)

    def value(self, value: Value) -> show.Shown:
        proof = self.proof(value.evidence) if value.evidence else None
        return show.Shown(value.value, value.since, proof, value.confidence)

    def axis_value(self, axis: str, value: Value) -> show.Shown:
        if axis == "compliance" and value.value in _ACCUSATIONS and value.confidence != "confirmed":
            return show.Shown(self._before_the_accusation(), None, None, "inferred")
        return self.value(value)

    def _before_the_accusation(self) -> str:
        """What the compliance clock said before a judge's words, which nobody confirmed, made it say more."""
        said = [change.old for change in self.reading.history
                if change.axis == "compliance" and change.new in _ACCUSATIONS and change.old not in _ACCUSATIONS]
        if said and said[-1] != "nothing_due":
            return said[-1]
        today = self.reading.as_of.isoformat()
        return "no_report_seen" if any(due.datetime[:10] < today for due in self.reading.compliance_due) else "due"

    def event(self, happening: Happening) -> show.PublishedEvent:
        event = happening.event
        outcome = (event.outcome,) if isinstance(event.outcome, str) else event.outcome or ()
        return show.PublishedEvent(
            happening.date_filed, happening.docket_id, happening.entry_id, happening.entry_number,
            event.type, event.kind, outcome, event.sense, event.targets,
            self._proof(happening.docket_id, happening.entry_id, event.span, event.quote, event.rule),
        )

    def _is_accusing(self, happening: Happening) -> bool:
        return happening.event.type in _ACCUSING_EVENTS and happening.entry_id not in self.confirmed

    def history(self, changes: Iterable[Change]) -> Iterator[show.PublishedChange]:
        for change in changes:
            accused = change.axis == "compliance" and _ACCUSATIONS & {change.old, change.new}
            if accused and (change.evidence is None or change.evidence.entry_id not in self.confirmed):
                continue
            proof = self.proof(change.evidence) if change.evidence else None
            yield show.PublishedChange(change.date, change.axis, change.old, change.new, proof)

    def dates(self, scheduled: Iterable[Scheduled]) -> Iterator[show.PublishedDate]:
        for one in scheduled:
            if _WHERE_A_PERSON_WILL_BE.search(one.what):
                continue
            result, proven = one.result, one.result_evidence
            if result in _ACCUSATIONS and (proven is None or proven.entry_id not in self.confirmed):
                result, proven = "no_report_seen", None
            yield show.PublishedDate(
                one.docket_id, one.kind, one.datetime, self.policy.relabel(one.what), result,
                self.proof(one.evidence), self.proof(proven) if proven else None,
            )

    def conflicts(self, conflicts: Iterable[Conflict]) -> Iterator[str]:
        """The sentences of conflicts; one about compliance could name an accusation and stays within."""
        return (self.policy.hide(conflict.sentence) for conflict in conflicts if conflict.axis != "compliance")
