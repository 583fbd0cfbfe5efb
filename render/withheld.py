"""A published case in, the same case without accusations that no person has confirmed out. Pure.

`privacy` has already taken them away; this is the second lock, on the last door before the pages. What is withheld is
our label, and a few words that stand for a date in lists: the court's own sentence stays, quoted.
"""
import re
from collections.abc import Iterable, Iterator
from typing import Final

from .criminal import for_its_kind
from .published import Proof, PublishedCase, PublishedChange, PublishedDate, PublishedEvent, Shown
from .wording import QUOTED

ACCUSATIONS: Final = frozenset({"violation_found", "cured"})
"""Values of the compliance axis, and results of due dates, that say an order was broken."""

_HARMLESS: Final = frozenset({"due", "reported", "no_report_seen"})

_ACCUSING: Final = re.compile(r"contempt|violat|purg|disobe|non-?compl|sanction", re.IGNORECASE)
"""Words for a date that say of somebody, torn out of their sentence, more than the sentence does."""

_REFUSED: Final = frozenset({"denied", "moot", "withdrawn", "deferred", "terminated"})


def tellable(case: PublishedCase) -> PublishedCase:
    """The case as every output tells it, pages and tables alike: nothing unconfirmed, nothing that its kind has not.

    What came out of here last may come again, from every output that asks for itself: it is then let through.
    """
    global _told
    if case is _told:
        return case
    _told = told = for_its_kind(withhold(case))
    return told


_told: PublishedCase | None = None


def withhold(case: PublishedCase) -> PublishedCase:
    """The case as pages may show it. An accusation stays where a person confirmed it on the entry that makes it."""
    confirmed = confirmed_entries(case)
    compliance = tuple(_axis_value(case, shown) for shown in case.axes.get("compliance", ()))
    return case._replace(
        axes=case.axes | ({"compliance": compliance} if compliance else {}),
        timeline=tuple(_event(event, confirmed) for event in case.timeline),
        history=tuple(_history(case.history, confirmed)),
        hearings_to_come=tuple(_date(date, confirmed) for date in case.hearings_to_come),
        compliance_due=tuple(_date(date, confirmed) for date in case.compliance_due),
        agenda=tuple(_date(date, confirmed) for date in case.agenda),
    )


def confirmed_entries(case: PublishedCase) -> frozenset[int]:
    """Ids of the entries of which a person said: here a judge found that an order was broken, or that it was mended."""
    return frozenset(
        shown.proof.entry_id
        for shown in (*case.confirmed_findings, *case.axes.get("compliance", ()))
        if shown.value in ACCUSATIONS and shown.confidence == "confirmed" and shown.proof
    )


def _may_say(value: str | None, proof: Proof | None, confirmed: frozenset[int]) -> bool:
    """A breach where a person confirmed it; that it was mended as soon as any breach may be said."""
    if value == "cured":
        return bool(confirmed)
    return value != "violation_found" or (proof is not None and proof.entry_id in confirmed)


def _axis_value(case: PublishedCase, shown: Shown) -> Shown:
    mended = shown.value == "cured" and bool(confirmed_entries(case))
    if shown.value not in ACCUSATIONS or shown.confidence == "confirmed" or mended:
        return shown
    return shown._replace(value=_before(case), since=None, proof=None)


def _before(case: PublishedCase) -> str:
    """What the clock said before the accusation."""
    values = [change.old for change in case.history if change.axis == "compliance" and change.old in _HARMLESS]
    return values[-1] if values else "no_report_seen"


def _event(event: PublishedEvent, confirmed: frozenset[int]) -> PublishedEvent:
    undone = bool(confirmed) and event.type == "contempt_finding" and bool(event.outcome)
    if event.entry_id in confirmed or undone or not _accuses_someone(event):
        return event
    return event._replace(type=QUOTED, kind=None, outcome=(), sense=None, proof=event.proof._replace(rule=""))


def _accuses_someone(event: PublishedEvent) -> bool:
    if event.type == "order_on_motion" and event.kind == "contempt":
        return not event.outcome or not _REFUSED.issuperset(event.outcome)
    return event.type == "contempt_finding"


def _history(changes: Iterable[PublishedChange], confirmed: frozenset[int]) -> Iterator[PublishedChange]:
    """The changes that may be told; one from a breach, or from its cure, only after the one to it."""
    told: set[str] = set()
    for change in changes:
        known = change.old not in ACCUSATIONS or change.old in told
        if change.axis != "compliance":
            yield change
        elif known and _may_say(change.new, change.proof, confirmed):
            told.add(change.new)
            yield change


def _date(date: PublishedDate, confirmed: frozenset[int]) -> PublishedDate:
    if date.proof.entry_id not in confirmed and _ACCUSING.search(date.what):
        date = date._replace(what="")
    if _may_say(date.result, date.result_proof, confirmed):
        return date
    return date._replace(result="no_report_seen", result_proof=None)
