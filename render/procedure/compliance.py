"""The compliance clock: what was ordered, by when, and what the public docket shows.

due until the day has passed; then no_report_seen unless a report came; violation_found only when a judge finds it;
cured when the court says so; nothing_due where the order was stayed or vacated before the day. Reports in these cases
may be restricted (Fed. R. Civ. P. 5.2(c)): "no report seen on the public docket" is all that silence can mean.

A finding of violation or contempt is proposed until a person confirms it. The axis carries it, so that it can be
reviewed and measured; `privacy.publish` shows the clock as due or no_report_seen until a decision file confirms it.
"""

import datetime as dt
from typing import NamedTuple

from .findings import Evidence, Scheduled, Value

PROPOSED = frozenset({"violation_found"})
"""Values nobody may see before a person has confirmed them."""


class Duty(NamedTuple):
    """Something ordered of the government. `due` is "" where the order says at once, or runs from an event."""

    due: str
    what: str
    ordered: Evidence


class Watch(NamedTuple):
    """What has happened to a set of duties so far."""

    duties: tuple[Duty, ...] = ()
    reports: tuple[Evidence, ...] = ()
    found: Evidence | None = None
    cured: Evidence | None = None
    lifted: Evidence | None = None
    how: str = ""


def schedule(watch: Watch, as_of: dt.date) -> tuple[Scheduled, ...]:
    """Each duty with its result on a day."""
    return tuple(_result(duty, watch, as_of) for duty in watch.duties)


def _result(duty: Duty, watch: Watch, as_of: dt.date) -> Scheduled:
    base = Scheduled(duty.ordered.docket_id, "compliance", duty.due, duty.what, duty.ordered)
    report = next((one for one in watch.reports if _after(one, duty.ordered)), None)
    if watch.lifted and _before_due(watch.lifted, duty):
        return base._replace(result=watch.how, result_evidence=watch.lifted)
    if (
        watch.found
        and _after(watch.found, duty.ordered)
        and _past(duty, watch.found.date_filed)
        and watch.found != duty.ordered
        and not (report and _only_a_report(duty))
    ):
        return base._replace(result="violation_found", result_evidence=watch.found)
    if report:
        return base._replace(result="reported", result_evidence=report)
    return base._replace(result="no_report_seen" if _past(duty, as_of) else "due")


def _only_a_report(duty: Duty) -> bool:
    return any(
        word in duty.what.lower()
        for word in ("report", "notice", "declaration", "certif", "advise", "proof", "confirm")
    )


def _past(duty: Duty, day: dt.date | None) -> bool:
    return bool(duty.due and day and duty.due[:10] < day.isoformat())


def _before_due(lifted: Evidence, duty: Duty) -> bool:
    return not duty.due or not lifted.date_filed or lifted.date_filed.isoformat() <= duty.due[:10]


def _after(one: Evidence, other: Evidence) -> bool:
    return (one.date_filed or dt.date.min) >= (other.date_filed or dt.date.min) and one.entry_id != other.entry_id


def axis(watch: Watch, as_of: dt.date) -> Value:
    """One value for all duties: the worst that stands."""
    if watch.cured and watch.found:
        return _value("cured", watch.cured)
    if watch.found:
        return _value("violation_found", watch.found)
    rows = schedule(watch, as_of)
    for result in ("no_report_seen", "due", "reported"):
        for row in rows:
            if row.result == result:
                return _value(result, row.result_evidence or row.evidence)
    return Value("nothing_due")


def _value(name: str, evidence: Evidence) -> Value:
    return Value(name, evidence.date_filed, evidence)
