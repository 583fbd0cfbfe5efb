"""What may be shown: the only shapes that pages, feeds, tables and logs ever see. Made by `privacy.publish`.

Every string here has passed the privacy policy: protected names are initials, hidden words in quotes are "[name]".
Nothing in `render/` beyond `privacy` takes facts or findings; it takes these.
"""
import datetime as dt
from typing import NamedTuple

from .procedure.findings import BY_RECORD
from .show_cause import NOTHING, ShowCause, show_cause

COURTLISTENER = "https://www.courtlistener.com"

QUOTED = "quoted_entry"
"""The type of an event whose label may not be shown: the entry is quoted and nothing is said of it."""


class Proof(NamedTuple):
    """The docket entry behind a claim. `quote` is fit to be shown; `rule` names the rule that read it.

    `courtlistener` is a URL by docket id, without CourtListener's slug (a slug is a name).
    """

    docket_id: int
    entry_id: int
    entry_number: int | None
    date_filed: dt.date | None
    quote: str
    rule: str
    courtlistener: str


class Shown(NamedTuple):
    """The value of an axis, or the status, as published. `confidence`: read, inferred, confirmed (by whom, when)."""

    value: str
    since: dt.date | None
    proof: Proof | None
    confidence: str
    confirmed_by: str = ""
    confirmed_on: dt.date | None = None


class PublishedEvent(NamedTuple):
    """One line of the timeline. `confirmed_by`: who checked it, "" where nobody has."""

    date_filed: dt.date | None
    docket_id: int
    entry_id: int
    entry_number: int | None
    type: str
    kind: str | None
    outcome: tuple[str, ...]
    sense: str | None
    targets: tuple[int, ...]
    proof: Proof
    confirmed_by: str = ""
    confirmed_on: dt.date | None = None

    @property
    def asks(self) -> ShowCause:
        """Of an order to show cause, whom it is addressed to and what it holds out to them."""
        return show_cause(self.proof.quote) if self.type == "order_to_show_cause" else NOTHING


class PublishedDate(NamedTuple):
    """A hearing or a due date. `datetime`: court-local "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM".

    It is "" where an order gives no day: then `term` says what it gives. `moved_from`: the days before, oldest first.
    `timezone`: whose clock the hour is by, where the docket states another than the court's own.
    """

    docket_id: int
    kind: str
    datetime: str
    what: str
    result: str | None
    proof: Proof
    result_proof: Proof | None
    term: str = ""
    moved_from: tuple[str, ...] = ()
    timezone: str = ""


class PublishedChange(NamedTuple):
    date: dt.date | None
    axis: str
    old: str
    new: str
    proof: Proof | None


class PublishedDocument(NamedTuple):
    document_number: str
    attachment_number: int | None
    description: str
    is_available: bool | None


class PublishedEntry(NamedTuple):
    """`text` with protected words replaced; `cancelled`: the clerk took it back; `seen`: an act named, no outcome.

    `text_seen`: when its text was first seen as it is, where it was another before: a short title, as a rule.
    """

    id: int
    docket_id: int
    entry_number: int | None
    date_filed: dt.date | None
    text: str
    documents: tuple[PublishedDocument, ...]
    courtlistener: str
    unread: bool
    cancelled: bool
    seen: bool
    text_seen: dt.datetime | None = None


class PublishedParty(NamedTuple):
    """`name` is initials for a protected person. `lawyers`: names of lawyers, which are public."""

    name: str
    roles: tuple[str, ...]
    protected: bool
    lawyers: tuple[str, ...]


class PublishedDocket(NamedTuple):
    id: int
    court_id: str
    docket_number: str
    caption: str
    date_filed: dt.date | None
    date_terminated: dt.date | None
    date_last_filing: dt.date | None
    nature_of_suit: str
    cause: str
    judge: str
    referred_to: str
    courtlistener: str
    parties: tuple[PublishedParty, ...]
    entries: tuple[PublishedEntry, ...]
    last_checked: dt.datetime | None
    panel: str = ""


class NamedAgency(NamedTuple):
    """A local agency that is a party, and the 287(g) agreements it had on the day of a list. `agency` is what the list
    calls it, never a person's name. `how`: "exact" or "confirmed" (by whom, when).
    """

    agency: str
    state: str
    county: str
    models: tuple[str, ...]
    snapshot: dt.date
    how: str
    confirmed_by: str = ""
    confirmed_on: dt.date | None = None


class NamedFacility(NamedTuple):
    """A place of detention that a caption or a party's office names: no word on where anybody is. `slug` is ours."""

    slug: str
    name: str
    city: str
    state: str


class PublishedCase(NamedTuple):
    """One case as it may be shown. `slug` never holds a protected name; `title` is the editor's or the caption, hidden.

    `policy` is "initials" or "public"; a protected case is not indexed by search engines. `confirmed_findings`: where,
    as a person has confirmed, a judge found that an order was broken, or that it was mended, in the docket's order.
    `note` is the editor's, in Markdown. `agenda`: every hearing (`result`: held, moved, vacated, not_held, None) and
    every deadline that no compliance clock watches, past ones too, in the order of their dates.
    `was`: slugs it had before, none of which says who a protected person is.
    `dockets`: the first is the one it began with; `current_id`: that in which it is now, where that is another.
    `appointed_by`: the president who appointed the current docket's judge, "" where that is not known; `appointed_how`
    says how it is known, or why not (a key of `wording.APPOINTED`), `appointed_party` which party the president was of.
    `joined_with`: the number of the docket, in the court of its own, that it goes on in since it was joined with that,
    "" where none is or none is said; `joined_page`: the slug of the case that has it (`joined.with_leads`).
    `agencies`, `facilities`, `contractors`: of these, what the parties and the caption name (`enforcement.named`).
    """

    slug: str
    title: str
    topic: str
    scope: str
    government_action: str
    why: str
    policy: str
    kind: str
    kind_reason: str
    status: Shown
    axes: dict[str, tuple[Shown, ...]]
    evidence: tuple[Proof, ...]
    timeline: tuple[PublishedEvent, ...]
    history: tuple[PublishedChange, ...]
    hearings_to_come: tuple[PublishedDate, ...]
    compliance_due: tuple[PublishedDate, ...]
    unread: tuple[Proof, ...]
    seen: tuple[Proof, ...]
    conflicts: tuple[str, ...]
    dockets: tuple[PublishedDocket, ...]
    appointed_by: str
    confirmed_findings: tuple[Shown, ...] = ()
    note: str = ""
    agenda: tuple[PublishedDate, ...] = ()
    was: tuple[str, ...] = ()
    appointed_party: str = ""
    appointed_how: str = ""
    agencies: tuple[NamedAgency, ...] = ()
    facilities: tuple[NamedFacility, ...] = ()
    contractors: tuple[str, ...] = ()
    current_id: int = 0
    joined_with: str = ""
    joined_page: str = ""

    @property
    def current(self) -> PublishedDocket:
        """The docket in which the case is now: lists, counts and citations have it there, and nowhere else."""
        return next((docket for docket in self.dockets if docket.id == self.current_id), self.dockets[0])


def is_by_record(status: Shown) -> bool:
    """Whether only the court's record says that the docket was closed: what stands beside it as its entry says nothing
    of it."""
    return status.value == "closed_other" and (status.proof is None or status.proof.rule == BY_RECORD)


class Undone(NamedTuple):
    """A ruling, and what undid it."""

    ruling: PublishedChange
    by: PublishedChange


def undone_ruling(case: PublishedCase) -> Undone | None:
    """The ruling that was undone, where the case has come to nothing else since: it is open for that, or was closed
    again, or a court above decided it by undoing what had been granted."""
    rulings = [change for change in case.history if change.axis == "merits"]
    by, proof = rulings[-1] if rulings else None, case.status.proof
    if by is None or by.proof is None:
        return None
    if case.status.value == "open_pending":
        is_told = by.new == "none" and proof is not None and proof.entry_id == by.proof.entry_id
    elif case.status.value == "closed_other":
        is_told = by.new == "none"
    else:
        above = any((event.entry_id, event.type) == (by.proof.entry_id, "appellate_ruling") for event in case.timeline)
        is_told = above and by.old in {"granted", "granted_in_part"} and by.new in {"denied", "dismissed_moot"}
    ruling = next((change for change in reversed(rulings) if change.new == by.old), None)
    return Undone(ruling, by) if is_told and ruling else None


def courtlistener_url(docket_id: int, entry_number: int | None = None, entry_id: int | None = None) -> str:
    """The docket's page on CourtListener, at the entry. "-" stands where CourtListener would put the case name."""
    url = f"{COURTLISTENER}/docket/{docket_id}/-/"
    if entry_number is not None:
        return f"{url}?order_by=desc#entry-{entry_number}"
    return f"{url}?order_by=desc#minute-entry-{entry_id}" if entry_id is not None else url
