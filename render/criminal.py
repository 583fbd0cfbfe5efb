"""A published case in, a criminal one without what is said of detention cases only out. Pure.

In a prosecution, release and custody are a defendant's: before trial, for an examination, as a sentence. Our words
for them would make one of our cases of it. The court's own words stay, quoted.
"""
from typing import Final

from .published import PublishedCase
from .wording import QUOTED

CUSTODIAL: Final = frozenset({"custody", "compliance"})
_CUSTODIAL_EVENTS: Final = frozenset({"release_ordered", "bond_hearing_ordered", "order_no_transfer_or_removal"})


def for_its_kind(case: PublishedCase) -> PublishedCase:
    """The case as it is where it is no criminal one; of a criminal one's axes, only what an entry proves."""
    if case.kind != "criminal":
        return case
    proved = {axis: tuple(shown for shown in values if shown.proof) for axis, values in case.axes.items()}
    return case._replace(
        axes={axis: values for axis, values in proved.items() if values and axis not in CUSTODIAL},
        timeline=tuple(
            event._replace(type=QUOTED, kind=None, outcome=(), sense=None) if event.type in _CUSTODIAL_EVENTS else event
            for event in case.timeline
        ),
        history=tuple(change for change in case.history if change.axis not in CUSTODIAL),
        compliance_due=(),
    )
