"""What cannot both stand, as one plain sentence each. Shown with both entries, never resolved in silence.

No sentence names a person or a place; what two entries say follows from the values of an axis.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from .findings import Conflict, Evidence, Scheduled
from .standing import Standing

_CUSTODY: Final[dict[tuple[str, str], str]] = {
    ("released", "transferred"): "One entry says that the person was released, a later one that they were moved to "
    "another place of detention.",
    ("released", "bond_denied"): "One entry says that the person was released, a later one that bond was denied.",
    ("removed", "released"): "One entry says that the person was removed from the country, a later one that they were "
    "released.",
    ("removed", "transferred"): "One entry says that the person was removed from the country, a later one that they "
    "were moved to another place of detention.",
    ("removed", "bond_granted"): "One entry says that the person was removed from the country, a later one that bond "
    "was granted.",
    ("removed", "bond_denied"): "One entry says that the person was removed from the country, a later one that bond "
    "was denied.",
}


def petition(one: str, other: str, *, other_docket: bool) -> str:
    """Two rulings on the petition that part."""
    where = "an entry of another docket of the case" if other_docket else "a later one"
    return f"One entry says that the petition was {one}, {where} that it was {other}, and nothing takes the first back."


def motion(one: str, other: str, number: int) -> str:
    """Two rulings on one motion that part."""
    return f"One entry says that motion {number} was {one}, a later one that it was {other}."


def custody(before: str, now: str) -> str | None:
    """A later fact that cannot follow from the earlier one without something the docket does not tell."""
    return _CUSTODY.get((before, now))


def stayed(before: str) -> str | None:
    """A stay of removal or a bar on transfer for somebody who, by the docket, is not held any more."""
    if before == "removed":
        return "One entry says that the person was removed from the country, a later one that they must not be."
    if before == "released":
        return "One entry says that the person was released, a later order speaks of them as detained."
    return None


def hearings_after_the_end(now: Standing, hearings: Iterable[Scheduled], as_of: dt.date) -> Iterable[Conflict]:
    """The docket is closed, and a hearing to come was set after that, with no breach being looked into."""
    docket = now.of("docket")
    if docket.value != "terminated" or docket.since is None or now.of("stage").value == "enforcement" or now.reopened:
        return
    for hearing in hearings:
        filed = hearing.evidence.date_filed
        same = docket.evidence is None or docket.evidence.docket_id == hearing.docket_id
        if same and filed and filed > docket.since and hearing.datetime[:10] > as_of.isoformat():
            proof: tuple[Evidence, ...] = (docket.evidence,) if docket.evidence else ()
            yield Conflict(
                "docket", "The docket was closed, and a hearing was set after that.", (*proof, hearing.evidence)
            )
