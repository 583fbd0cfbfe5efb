"""How much a case is worth asking for before others: its reading and a day in, a number from 0 to 1 out. Pure.

What makes a case urgent was filed lately, so that only the last weeks of its dockets are read for it: reading all of
everything before each fetch would take longer than the fetch.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from .days import day_in
from .procedure.facts import Docket
from .procedure.findings import CaseReading, Event, Happening

LATELY: Final = dt.timedelta(days=45)
"""An older motion without a ruling, or an older order without a report, is no emergency any more."""
VERY_SOON, SOON = dt.timedelta(days=3), dt.timedelta(days=7)

_EMERGENCY: Final = frozenset({"tro", "stay"})
_RULED: Final = frozenset(
    {
        "tro_entered", "preliminary_injunction_entered", "stay_entered", "order_no_transfer_or_removal",
        "habeas_ruling", "release_ordered", "bond_hearing_ordered", "appellate_ruling", "voluntary_dismissal",
        "dismissal", "judgment", "case_closed", "transfer_out", "settlement",
    }
)  # fmt: skip
"""What leaves no emergency motion waiting."""
_OPEN: Final = frozenset({"due", "no_report_seen"})


def lately(dockets: Iterable[Docket], as_of: dt.date) -> Iterator[Docket]:
    """The dockets with only what was filed in the last weeks; those where nothing was are left out."""
    for docket in dockets:
        entries = tuple(
            entry for entry in docket.entries if entry.date_filed and as_of - LATELY <= entry.date_filed <= as_of
        )
        if entries:
            yield docket._replace(entries=entries)


def urgency(reading: CaseReading, as_of: dt.date) -> float:
    """1 for a hearing or a due date within three days, 0.7 within seven, 0.8 for an emergency motion that waits for a
    ruling, 0.6 for an order of which it is not known whether it was obeyed, else 0; the highest of them."""
    due = [one for one in reading.compliance_due if one.result == "due"]
    days = (day_in(one.datetime) for one in (*reading.hearings_to_come, *due))
    to_come = [day - as_of for day in days if day and day >= as_of]
    return max(
        1.0 if any(left <= VERY_SOON for left in to_come) else 0.0,
        0.7 if any(left <= SOON for left in to_come) else 0.0,
        0.8 if _emergency_waits(reading.timeline) else 0.0,
        0.6 if any(one.result in _OPEN for one in reading.compliance_due) else 0.0,
    )


def _emergency_waits(timeline: Sequence[Happening]) -> bool:
    """Whether an emergency motion has no ruling after it. The timeline is in the court's order."""
    waiting: list[Happening] = []
    for one in timeline:
        if one.event.type in _RULED:
            waiting.clear()
        elif one.event.type == "order_on_motion" and one.event.outcome != "deferred":
            waiting = [motion for motion in waiting if not _rules_on(one.event, motion)]
        elif one.event.type == "motion_filed":
            emergency = one.event.kind in _EMERGENCY or "emergency" in one.event.quote.lower()
            waiting += [one] if emergency else []
    return bool(waiting)


def _rules_on(order: Event, motion: Happening) -> bool:
    """Whether an order decides a motion: it names it, or it is on a motion of that kind."""
    same = order.kind == motion.event.kind or (order.kind == "pi" and motion.event.kind in _EMERGENCY)
    return same if not order.targets else motion.entry_number in order.targets or (same and order.kind in _EMERGENCY)
