"""All dockets of a case in, where the case stands at the end of a day out, with the entries that prove it.

`read_case` reads every entry filed up to `as_of` and follows the case day by day (course.py): the events move the axes
(fold/), the compliance clock runs (compliance.py), the decisions of people are laid over what was read (decided.py),
and the published status follows from the axes by STATUS_TABLE (standing.py). Entries that could not be read and
contradictions are results too. A value `violation_found` is proposed until a person confirms it
(compliance.PROPOSED): it is in the axes so that it can be reviewed, and `privacy.publish` must not show it.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from . import compliance, conflicts
from .clocks import other_clocks
from .course import BEGINNINGS, Course, said_on
from .facts import Docket, Entry
from .findings import CaseReading, Change, Decision, Evidence, FoundDate, Scheduled
from .kinds import kind_of
from .moves import MOVES, meant
from .standing import AXES, LIVE, STATUS_TABLE, Row
from .steps import Step
from .vocabulary import EventType


def read_case(
    dockets: Sequence[Docket], as_of: dt.date, related: Sequence[Docket] = (), decisions: Sequence[Decision] = ()
) -> CaseReading:
    """Where a case stands at the end of `as_of`. `dockets[0]` leads; all of `dockets` are one case.

    `related` are other dockets that may be tied to it: only what they decide about this case counts, and only where
    the record ties them. `decisions` made by that day win over the machine until newer evidence arrives. Raises
    ValueError for no dockets; never for what is in them.
    """
    if not dockets:
        raise ValueError("a case needs at least one docket")
    course = Course(dockets, related, decisions, as_of)
    state = course.state
    mine = [step for step in course.steps if step.role != "related"]
    hearings = _by_their_clocks(mine, _hearings(mine, as_of))
    tied = {link.docket_id for link in course.links if not link.proposed}
    ties = [other for other in (*course.dockets[1:], *course.related) if other.id in tied]
    kind, reason = kind_of(course.dockets[0], ties)
    heard = {decision.entry_id for decision in course.decisions if decision.entry_id is not None}
    readings = course.readings
    return CaseReading(
        docket_id=dockets[0].id,
        as_of=as_of,
        kind=kind,
        kind_reason=reason,
        status=course.status,
        axes={axis: course.shown.axes[axis] for axis in AXES},
        evidence=course.evidence,
        timeline=tuple(state.timeline),
        history=tuple(course.history),
        hearings_to_come=hearings,
        compliance_due=_by_their_clocks(mine, compliance.schedule(state.watch, as_of)),
        linked=tuple(docket.id for docket in ties),
        unread=tuple(_whole(s.entry) for s in mine if readings[s.entry.id].unread and s.entry.id not in heard),
        seen=tuple(_whole(s.entry) for s in mine if readings[s.entry.id].seen and s.entry.id not in heard),
        conflicts=(*state.conflicts, *conflicts.hearings_after_the_end(course.shown, hearings, as_of)),
        readings=readings,
        asks_again=tuple(course.decided.lapsed.values()),
        decisions=(*course.decided.in_force, *(one for made in course.heard.values() for one in made)),
        links=course.links,
        current=state.current.id,
    )


def _hearings(steps: Sequence[Step], as_of: dt.date) -> tuple[Scheduled, ...]:
    """Hearings of the day and after. One vacated or held goes; a reset replaces the hearing it moves."""
    coming: dict[tuple[int, str], Scheduled] = {}
    for step in steps:
        gone = [coming.pop(key) for key in _taken_off(step, coming)]
        for date in step.reading.dates:
            if date.kind != "hearing_scheduled" or (step.docket.id, date.datetime) in coming:
                continue
            if date.rule in MOVES and (key := _moved(step, date, coming)):
                gone.append(coming.pop(key))
            before = tuple(dict.fromkeys(day for one in gone for day in (*one.moved_from, one.datetime)))
            coming[step.docket.id, date.datetime] = Scheduled(
                step.docket.id,
                "hearing",
                date.datetime,
                date.what or "hearing",
                _proof(step, date),
                moved_from=before if date.rule in MOVES else (),
            )
    today = as_of.isoformat()
    return tuple(sorted((one for one in coming.values() if one.datetime[:10] >= today), key=lambda one: one.datetime))


def _by_their_clocks(steps: Sequence[Step], rows: Iterable[Scheduled]) -> tuple[Scheduled, ...]:
    """The same with the zone of each hour that the docket states by another clock than the court's."""
    clocks = {
        (step.docket.id, hour): zone
        for step in steps
        for hour, zone in other_clocks(step.docket.court_id, step.reading.dates).items()
    }
    return tuple(row._replace(timezone=clocks.get((row.docket_id, row.datetime), "")) for row in rows)


_Coming = Mapping[tuple[int, str], Scheduled]


def _taken_off(step: Step, coming: _Coming) -> list[tuple[int, str]]:
    """The hearings that an entry vacates or that were held; of one without a day, all of the docket."""
    here = [key for key in coming if key[0] == step.docket.id]
    off = {date.datetime[:10] for date in step.reading.dates if date.kind in {"hearing_vacated", "hearing_held"}}
    undated = not any(date.kind == "hearing_vacated" for date in step.reading.dates) and any(
        event.type == EventType.HEARING_SCHEDULED and event.outcome == "vacated" for event in step.reading.events
    )
    return [key for key in here if undated or key[1][:10] in off]


def _moved(step: Step, date: FoundDate, coming: _Coming) -> tuple[int, str] | None:
    """The hearing still to come on this docket that the date moves."""
    said = (step.entry.date_filed or dt.date.min).isoformat()
    here = [key for key, one in coming.items() if key[0] == step.docket.id and one.datetime[:10] >= said]
    place = meant([coming[key].what for key in here], date.what or "hearing")
    return None if place is None else here[place]


def _proof(step: Step, date: FoundDate) -> Evidence:
    entry = step.entry
    return Evidence(step.docket.id, entry.id, entry.entry_number, entry.date_filed, date.span, date.quote, date.rule)


def _whole(entry: Entry) -> Evidence:
    return Evidence(
        entry.docket_id, entry.id, entry.entry_number, entry.date_filed, (0, len(entry.text)), entry.text, "unread"
    )


__all__ = ["AXES", "BEGINNINGS", "LIVE", "STATUS_TABLE", "Change", "Row", "read_case", "said_on"]
