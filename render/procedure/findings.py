"""What was read in the record, each finding with its evidence: the output of everything in `procedure/`.

Spans are code points of the entry's raw text: `entry.text[start:end] == quote`. Nothing here is fit to be shown
before `privacy` has seen it: quotes are the court's words with the names still in them.
"""

import datetime as dt
from typing import Literal, NamedTuple

Confidence = Literal["read", "inferred", "confirmed"]
"""read: the words say so; inferred: it follows from other findings; confirmed: a person checked it."""

BY_RECORD = "fold.date_terminated"
"""The rule of a closing that only the court's record tells: its entry is the last by that day and proves nothing."""


class Evidence(NamedTuple):
    """The words that prove a finding, where they stand and the rule that read them."""

    docket_id: int
    entry_id: int
    entry_number: int | None
    date_filed: dt.date | None
    span: tuple[int, int]
    quote: str
    rule: str


class Event(NamedTuple):
    """One thing an entry says happened. Types, kinds and outcomes are a closed vocabulary (rules.py)."""

    type: str
    span: tuple[int, int]
    quote: str
    rule: str
    kind: str | None = None
    outcome: str | tuple[str, ...] | None = None
    targets: tuple[int, ...] = ()
    actor: str | None = None
    detail: str | None = None
    sense: str | None = None


class FoundDate(NamedTuple):
    """A hearing or a deadline with the words it was read from.

    `datetime` is court-local, or by the clock that `tz` says, "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM"; no time is ever made
    up.
    """

    kind: str
    datetime: str
    span: tuple[int, int]
    quote: str
    rule: str
    tz: str | None = None
    what: str | None = None
    computed_from_relative_text: bool = False


class Reading(NamedTuple):
    """One entry as read. `unread`: it looks like an order and no rule knew it. `cancelled`: the clerk took it back.

    `seen` is for a short title that names an act and no outcome ("Order on Motion for TRO"): never an event.
    `text_only`: the clerk says that there is no document behind it.
    """

    entry_id: int
    events: tuple[Event, ...] = ()
    dates: tuple[FoundDate, ...] = ()
    unread: bool = False
    cancelled: bool = False
    seen: str | None = None
    text_only: bool = False


class Value(NamedTuple):
    """What an axis (or the published status) holds, since when, and why. No evidence: only for "nothing yet" values."""

    value: str
    since: dt.date | None = None
    evidence: Evidence | None = None
    confidence: Confidence = "read"


class Happening(NamedTuple):
    """An event in its place on the timeline of a case."""

    date_filed: dt.date | None
    docket_id: int
    entry_id: int
    entry_number: int | None
    event: Event


class Scheduled(NamedTuple):
    """A hearing or a due date of the case; `result` is for due dates: due, reported, no_report_seen …

    Of a due date: `datetime` is "" where the order gives no day, and `term` says what it gives instead ("at once",
    "no date given", "extended, to a day not stated"). `moved_from`: the days it was due before, the oldest first.
    `otherwise`: of a due date in whose order a judge found a breach, the result without that finding, and its proof.
    `timezone`: whose clock the hour is by, where the docket states another than the court's own.
    """

    docket_id: int
    kind: str
    datetime: str
    what: str
    evidence: Evidence
    result: str | None = None
    result_evidence: Evidence | None = None
    term: str = ""
    moved_from: tuple[str, ...] = ()
    otherwise: tuple[str, Evidence | None] | None = None
    timezone: str = ""


class Change(NamedTuple):
    """On `date` the axis `axis` (or "status") went from `old` to `new`."""

    date: dt.date | None
    axis: str
    old: str
    new: str
    evidence: Evidence | None


class Conflict(NamedTuple):
    """Two things the record says that cannot both stand; shown, never resolved in silence."""

    axis: str
    sentence: str
    evidence: tuple[Evidence, ...]


class Link(NamedTuple):
    """Another docket of the same story: how it is tied, since when, and by which words of the record.

    `kind`: appeal, below (the court appealed from), transferred_to, transferred_from, consolidated, related,
    same_petition. `proposed`: likely, and never asserted until a person says so. `why` names no person.
    """

    docket_id: int
    kind: str
    since: dt.date | None
    why: str
    evidence: Evidence | None = None
    proposed: bool = False


class Decision(NamedTuple):
    """What a person decided about one value or one event, when they did, and where they saw it.

    With `axis` (an axis of status.AXES, or "status"): `value` is what holds, blank for what the machine said that day;
    several interim values are joined by "+". With `event` (a type of the vocabulary) and `entry_id`: confirm says that
    the entry is one, reject that it is none; there `value` is the outcome, where the type has one.
    """

    action: Literal["confirm", "correct", "reject"]
    by: str
    on: dt.date
    axis: str = ""
    value: str = ""
    event: str = ""
    docket_id: int | None = None
    entry_id: int | None = None
    note: str = ""


class CaseReading(NamedTuple):
    """What is known of one case (one or more dockets) at the end of `as_of`."""

    docket_id: int
    as_of: dt.date
    kind: str
    kind_reason: str
    status: Value
    axes: dict[str, tuple[Value, ...]]
    evidence: tuple[Evidence, ...]
    timeline: tuple[Happening, ...]
    history: tuple[Change, ...]
    hearings_to_come: tuple[Scheduled, ...]
    compliance_due: tuple[Scheduled, ...]
    linked: tuple[int, ...]
    unread: tuple[Evidence, ...]
    seen: tuple[Evidence, ...]
    conflicts: tuple[Conflict, ...]
    readings: dict[int, Reading]
    asks_again: tuple[Decision, ...] = ()
    """Decisions that newer evidence has overtaken: the machine's value stands until a person decides again."""
    decisions: tuple[Decision, ...] = ()
    """Decisions in force on that day."""
    links: tuple[Link, ...] = ()
    """Why the dockets in `linked` are linked, and ties that are only proposed."""
    current: int = 0
    """The docket in which the case is now, by id: another than `docket_id` where it was transferred or joined."""
