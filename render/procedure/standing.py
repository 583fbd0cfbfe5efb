"""What stands on a day in, the published status out: the axes with their meanings, and STATUS_TABLE.

The status is the first row of the table that holds. It stands here, in one place, and on the method page.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from .findings import Evidence, Value

LIVE: Final = ("preliminary_injunction", "tro", "stay_of_removal", "no_transfer_order")
"""Interim relief that can be in force, the strongest first."""
RELIEF: Final = frozenset({"preliminary_injunction", "tro", "stay_of_removal"})

AXES: Final[dict[str, dict[str, str]]] = {
    "stage": {
        "opened": "The case has begun; no order to respond has been seen.",
        "response_due": "The court has ordered a response.",
        "briefed": "A response has been filed.",
        "recommended": "A magistrate judge has recommended a ruling; no judge's ruling has been seen.",
        "decided": "A judge has ruled; the docket is open.",
        "enforcement": "After an order, a breach is alleged or being looked into.",
        "closed": "The docket is closed.",
    },
    "interim": {
        "none": "No temporary order has been seen.",
        "no_transfer_order": "The person may not be moved or removed, or not without notice.",
        "tro": "A temporary restraining order is in force.",
        "preliminary_injunction": "A preliminary injunction is in force.",
        "stay_of_removal": "Removal is stayed.",
        "denied": "A temporary order was asked for and refused.",
        "ended": "A temporary order was in force and has ended.",
    },
    "merits": {
        "none": "No ruling on the merits has been seen.",
        "granted": "The petition or claim was granted.",
        "granted_in_part": "The petition or claim was granted in part.",
        "denied": "The petition or claim was denied.",
        "dismissed": "The case was dismissed.",
        "dismissed_moot": "The case was dismissed because there was nothing left to decide, as after a release.",
        "withdrawn": "The side that sued gave the case up.",
        "settled": "The parties settled.",
        "transferred": "The case went to another court.",
        "remanded": "The case was sent back to the court or agency that it came from.",
    },
    "proceedings": {"active": "No pause of the case is in force.", "stayed": "The case is on hold."},
    "custody": {
        "unknown": "The docket does not say.",
        "release_ordered": "A judge ordered release; no report of it has been read.",
        "bond_hearing_ordered": "A judge ordered a bond hearing; no result has been read.",
        "bond_granted": "Bond was granted; nothing says that it was posted.",
        "bond_denied": "Bond was denied.",
        "released": "The docket says that the person was released.",
        "transferred": "The docket says that the person was moved to another place of detention.",
        "removed": "The docket says that the person was removed from the country.",
    },
    "compliance": {
        "nothing_due": "No order has been seen by which anything is due.",
        "due": "Something ordered is due.",
        "reported": "A report on what was ordered was filed.",
        "no_report_seen": "The day has passed and no report is seen on the public docket.",
        "violation_found": "A judge found that an order was not obeyed.",
        "cured": "The court says that the breach is mended.",
    },
    "appeal": {
        "none": "No appeal has been seen.",
        "noticed": "A notice of appeal was filed.",
        "pending": "The court of appeals has the case.",
        "affirmed": "The ruling stands.",
        "reversed": "The ruling was reversed.",
        "vacated": "The ruling was wiped out.",
        "dismissed": "The appeal was dismissed or withdrawn.",
    },
    "docket": {"open": "The docket is open.", "terminated": "The court has closed the docket."},
}
"""Every axis, every value, and what it means in a sentence."""


class Standing(NamedTuple):
    """What stands at the end of a day. `axes` has every axis; only `interim` may hold several values.

    `settled`, `opaque` (a ruling nobody could read), `relief_stayed` and `reopened` (a ruling undone on appeal) are
    what the table asks beside the axes; `opening`, `noticed` and `latest` are proof of what goes without saying.
    """

    axes: dict[str, tuple[Value, ...]]
    appellate: bool = False
    settled: Value | None = None
    opaque: Evidence | None = None
    relief_stayed: Value | None = None
    reopened: Value | None = None
    opening: Evidence | None = None
    noticed: Evidence | None = None
    latest: tuple[Evidence, ...] = ()
    decision: Evidence | None = None

    def of(self, axis: str) -> Value:
        return self.axes[axis][0]


class Row(NamedTuple):
    """A row of STATUS_TABLE: the status, when it holds, and the value that proves it (None: it does not hold)."""

    status: str
    when: str
    holds: Callable[[Standing], Value | None]


def _merits(*names: str) -> Callable[[Standing], Value | None]:
    return lambda now: now.of("merits") if now.of("merits").value in names else None


def _unknown(now: Standing) -> Value | None:
    return Value("unknown", now.opaque.date_filed, now.opaque) if now.opaque else None


def _on_appeal(now: Standing) -> Value | None:
    appeal, merits = now.of("appeal"), now.of("merits")
    if appeal.value not in {"noticed", "pending"}:
        return None
    ruled = merits.value not in {"none", "transferred", "remanded", "withdrawn", "settled"}
    return appeal if ruled or now.appellate else None


def _settled(now: Standing) -> Value | None:
    merits = now.of("merits").value
    ended = merits in {"dismissed", "withdrawn", "settled"} or now.of("docket").value == "terminated"
    return now.settled if ended and merits not in {"granted", "denied", "granted_in_part"} else None


def _closed(now: Standing) -> Value | None:
    docket = now.of("docket")
    ended = docket.value == "terminated" and now.of("merits").value == "none"
    return docket if ended and not now.reopened else None


def _stayed(now: Standing) -> Value | None:
    if now.of("proceedings").value == "stayed":
        return now.of("proceedings")
    return now.relief_stayed if now.of("interim").value in RELIEF else None


def _interim(now: Standing) -> Value | None:
    return next((value for value in now.axes["interim"] if value.value in RELIEF), None)


def _open(now: Standing) -> Value:
    return now.reopened._replace(value="open_pending") if now.reopened else Value("open_pending")


STATUS_TABLE: Final[tuple[Row, ...]] = (
    Row(
        "unknown",
        "The newest ruling could not be read: it is sealed, or the docket does not say what was decided, or for whom.",
        _unknown,
    ),
    Row("on_appeal", "An appeal is pending and there is a ruling; or the docket is an appeal.", _on_appeal),
    Row("transferred", "The case went to another court.", _merits("transferred")),
    Row("remanded", "The case was sent back to the court or agency that it came from.", _merits("remanded")),
    Row("settled", "The parties settled, and the case ended.", _settled),
    Row("voluntarily_dismissed", "The side that sued gave the case up.", _merits("withdrawn")),
    Row(
        "relief_granted_final",
        "The petition or claim was granted, in whole or in part.",
        _merits("granted", "granted_in_part"),
    ),
    Row(
        "relief_denied",
        "The petition or claim was denied; on an appeal's own docket, a ruling against it stands or one for it fell.",
        _merits("denied"),
    ),
    Row("dismissed", "The case was dismissed, also as moot.", _merits("dismissed", "dismissed_moot")),
    Row("closed_other", "The docket was closed without a ruling on the merits.", _closed),
    Row("stayed", "The case is on hold, or its temporary order is until an appeal is decided.", _stayed),
    Row(
        "relief_granted_interim",
        "A temporary restraining order, a preliminary injunction or a stay of removal is in force.",
        _interim,
    ),
    Row("open_pending", "None of these: the case is open, or open again after an appeal.", _open),
)
"""From the axes to the published status: the first row that holds."""

MOST_EVIDENCE: Final = 3
_BY_RECORD: Final = frozenset({"closed_other"})
"""The court's record says so: what else the docket holds is shown beside it and proves nothing."""


def published(now: Standing) -> tuple[Value, tuple[Evidence, ...]]:
    """The status by the table, with the entries that prove it: one to three of them where there are any."""
    for row in STATUS_TABLE:
        if value := row.holds(now):
            evidence = _evidence(now, row.status, value)
            first = evidence[0] if evidence and row.status not in _BY_RECORD else None
            since = value.since or (first.date_filed if first else None)
            return Value(row.status, since, value.evidence or first, value.confidence), evidence
    raise AssertionError("the last row of STATUS_TABLE always holds")


def _evidence(now: Standing, status: str, value: Value) -> tuple[Evidence, ...]:
    """At most three entries: what proves the value, then what belongs to it."""
    candidates = [value.evidence]
    if status == "settled":
        candidates += [now.of("merits").evidence, now.of("docket").evidence]
    elif status == "open_pending":
        candidates += [now.opening, now.decision, *reversed(now.latest)]
    elif status == "on_appeal":
        candidates += [*reversed(now.latest)] if now.appellate else [now.noticed, now.of("merits").evidence]
    elif status == "voluntarily_dismissed":
        candidates += [now.decision, now.of("docket").evidence]
    elif status == "closed_other":
        candidates += reversed(now.latest)
    else:
        candidates += [now.of("docket").evidence]
    chosen: dict[int, Evidence] = {}
    for one in candidates:
        if one:
            chosen.setdefault(one.entry_id, one)
    return tuple(chosen.values())[:MOST_EVIDENCE]
