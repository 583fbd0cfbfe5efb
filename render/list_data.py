"""Rows of all cases in, the script that holds them for the filters of the list out; and what can be filtered by. Pure.

`data/rows.js` is one statement, so that it also loads from a disk: a column a key, a number a row, under `of` what the
numbers stand for. A protected case's title is kept apart from the others and is no part of what a text is sought in.
"""
import datetime as dt
import json
import re
from collections.abc import Hashable, Iterable, Sequence
from functools import cache
from typing import Any, Final, NamedTuple, TypeVar

from .excerpt import cut, fit
from .measures import MEASURES
from .overview import Row, known_status
from .places import court_name, full_name
from .procedure.courts import COURTS
from .wording import AXES, STATUSES, TOPICS

TITLE_LENGTH: Final = 160
NUMBER_LENGTH: Final = 40
_FIRST_DAY: Final = dt.date(1970, 1, 1)
_VERSUS: Final = " v. "
_Value = TypeVar("_Value", bound=Hashable)


class Filters(NamedTuple):
    """What the list of all cases can be filtered by: only what some case has, each in the order in which it is shown.

    `axes`: {axis: its values}. `years`: of filing, the newest first. `measures`: {name: title}, less that of all.
    """

    topics: tuple[str, ...]
    statuses: tuple[str, ...]
    courts: tuple[str, ...]
    states: tuple[str, ...]
    years: tuple[int, ...]
    axes: dict[str, tuple[str, ...]]
    measures: dict[str, str]


def filters(rows: Iterable[Row]) -> Filters:
    """What these cases can be filtered by."""
    rows = list(rows)
    seen = [{value for row in rows for value in row.axes[place].split()} for place in range(len(AXES))]
    counted = frozenset[str]().union(*{row.counted for row in rows})
    axes = {axis: _ordered(seen[place], AXES[axis][1]) for place, axis in enumerate(AXES)}
    return Filters(
        topics=_ordered({row.topic for row in rows}, TOPICS),
        statuses=_ordered({known_status(row.status) for row in rows}, STATUSES),
        courts=_ordered({row.court_id for row in rows} - {""}, COURTS),
        states=tuple(sorted({row.state for row in rows} - {""})),
        years=tuple(sorted({row.filed.year for row in rows if row.filed}, reverse=True)),
        axes={axis: values for axis, values in axes.items() if len(values) > 1},
        measures={each.name: each.title for each in MEASURES if each.name in counted and each.where},
    )


def _ordered(values: set[str], order: Iterable[str]) -> tuple[str, ...]:
    known = [value for value in order if value in values]
    return (*known, *sorted(values.difference(known)))


def rows_script(rows: Iterable[Row]) -> str:
    """The script: `var writwatchRows = {…};`, the same for all languages. Days are counted from 1970, 0: not known.

    `slugs` and `titles` hold, by the row's number, the address that does not follow from court and docket number, and
    the title of a case that is not protected; of the others `who` and `against` are the two sides of the title.
    """
    rows = [
        row._replace(title=fit(row.title), judge=fit(row.judge), docket_number=fit(row.docket_number)) for row in rows]
    sides = [("", "") if not row.protected else _sides(cut(row.title, TITLE_LENGTH)) for row in rows]
    columns: dict[str, Sequence[object]] = {
        "topic": [row.topic for row in rows],
        "status": [known_status(row.status) for row in rows],
        "court": [row.court_id for row in rows],
        "judge": [row.judge for row in rows],
        "measure": [_measures(row.counted) for row in rows],
        "against": [against for _, against in sides],
        **{axis: [row.axes[place] for row in rows] for place, axis in enumerate(AXES)},
    }
    coded = {name: _coded(column) for name, column in columns.items()}
    courts = coded["court"][0]
    return "var writwatchRows = " + _script({
        "of": {name: words for name, (words, _) in coded.items()},
        "courts": [_court(str(court_id)) for court_id in courts],
        **{name: numbers for name, (_, numbers) in coded.items()},
        **{name: [_day(getattr(row, name)) for row in rows] for name in ("filed", "since", "active")},
        "number": [cut(row.docket_number, NUMBER_LENGTH) for row in rows],
        "who": [who for who, _ in sides],
        "slugs": {place: row.slug for place, row in enumerate(rows) if row.protected and row.slug != _usual_slug(row)},
        "titles": {place: [row.slug, cut(row.title, TITLE_LENGTH)]
                   for place, row in enumerate(rows) if not row.protected},
    }) + ";\n"


@cache
def _measures(counted: frozenset[str]) -> str:
    """The measures that count a case, with a blank between, without the one that counts them all."""
    return " ".join(each.name for each in MEASURES if each.name in counted and each.where)


def _court(court_id: str) -> tuple[str, str, str]:
    """How a court is cited, its name, and its state."""
    return court_name(court_id), full_name(court_id), COURTS[court_id].state if court_id in COURTS else ""


def _sides(title: str) -> tuple[str, str]:
    """Who and " v. whom"; most cases share the second half."""
    who, versus, against = title.partition(_VERSUS)
    return who, versus + against


def _usual_slug(row: Row) -> str:
    """The address that court and number make; lists.js makes the same."""
    return re.sub(r"[^a-z0-9]+", "-", f"{row.court_id}-{cut(row.docket_number, NUMBER_LENGTH)}".lower()).strip("-")


def _coded(column: Sequence[_Value]) -> tuple[list[_Value], list[int]]:
    """The different values as they first come, and for each row the place of its own."""
    places: dict[_Value, int] = {}
    numbers = [places.setdefault(value, len(places)) for value in column]
    return list(places), numbers


def _day(day: dt.date | None) -> int:
    return (day - _FIRST_DAY).days if day else 0


def _script(value: Any) -> str:
    """JSON that is fit for a script in any place: no tag, and no character that no page has."""
    text = fit(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return text.replace("<", "\\u003c")
