"""A published case in, what `measures` counts it by out: the last columns of its row in cases.csv. Pure."""
import datetime as dt
from collections.abc import Collection
from typing import Final, NamedTuple

from .activity import last_active, last_checked
from .procedure.courts import COURTS
from .published import PublishedCase

ORDERS: Final = frozenset({
    "order_to_show_cause", "order_on_motion", "order_no_transfer_or_removal", "habeas_ruling", "bond_hearing_ordered",
    "release_ordered", "r_and_r_adopted", "class_certified", "preliminary_injunction_entered", "tro_entered",
    "tro_extended", "tro_dissolved", "stay_entered", "stay_lifted", "contempt_finding", "dismissal", "judgment",
    "transfer_out", "hearing_scheduled", "deadline_set",
})
"""Types of events that are a judge's doing; a report and recommendation is none."""

INTERIM: Final = frozenset({"tro_entered", "preliminary_injunction_entered"})
UNDONE: Final = frozenset({"vacated", "lifted"})
RELIEF: Final = frozenset({"granted", "granted_in_part"})


class Measured(NamedTuple):
    """What a case is counted by. Dates are days; a date that has not come is None."""

    state: str
    circuit: str
    government_action: str
    merits_by: str
    custody_by: str
    compliance_by: str
    appeal_by: str
    interim_relief: bool
    release_ordered: bool
    bond_hearing_ordered: bool
    relief_ordered: bool
    first_order_on: dt.date | None
    decided_on: dt.date | None
    released_on: dt.date | None
    observed_until: dt.date | None


def measured(case: PublishedCase) -> Measured:
    """What a case is counted by, from what its page says and nothing else."""
    court = COURTS.get(case.current.court_id)
    release, bond = _ordered(case, {"release_ordered"}), _ordered(case, {"bond_hearing_ordered"})
    granted = any(shown.value in RELIEF for shown in case.axes.get("merits", ()))
    return Measured(
        court.state if court else "", court.circuit if court else "", case.government_action,
        *(_sure(case, axis) for axis in ("merits", "custody", "compliance", "appeal")),
        interim_relief=_ordered(case, INTERIM) or _removal_stayed(case),
        release_ordered=release, bond_hearing_ordered=bond, relief_ordered=release or bond or granted,
        first_order_on=min((event.date_filed for event in case.timeline
                            if event.type in ORDERS and event.date_filed), default=None),
        decided_on=_first(case, "merits"),
        released_on=_first(case, "custody", "released"),
        observed_until=_observed_until(case),
    )


def _sure(case: PublishedCase, axis: str) -> str:
    """What stands behind the value of an axis: read, inferred or confirmed; without a value, an inference."""
    return next((shown.confidence for shown in case.axes.get(axis, ())), "inferred")


def _ordered(case: PublishedCase, types: Collection[str]) -> bool:
    return any(event.type in types and not UNDONE.intersection(event.outcome) for event in case.timeline)


def _removal_stayed(case: PublishedCase) -> bool:
    return any(event.type == "stay_entered" and event.sense == "removal_or_transfer" for event in case.timeline)


def _first(case: PublishedCase, axis: str, value: str = "") -> dt.date | None:
    """When an axis first had the value, or any but the one it began with."""
    came = [change.date for change in case.history if change.axis == axis and change.date
            and (change.new == value if value else change.new != "none")]
    came += [shown.since for shown in case.axes.get(axis, ())
             if shown.since and (shown.value == value if value else shown.value != "none")]
    return min(came, default=None)


def _observed_until(case: PublishedCase) -> dt.date | None:
    """The last day of which we know what the dockets say: a closed docket's last activity, else the last check."""
    checked, active = last_checked(case), last_active(case)
    if checked is None or all(docket.date_terminated for docket in case.dockets):
        return active
    return max(checked.date(), active or dt.date.min)
