"""Query parameters in, SQL out: the filters of the real API, with their lookups, relations, traps and error texts.

`read_query` turns the parameters of one request into a `Query` over schema's tables. A filter through a
relation becomes `IN (SELECT …)`; at the top level a relation to many rows becomes a join, which repeats a row for every
match, as upstream. Refusal 400 carries the real server's words about whatever is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from .answers import Refusal
from .files import PACIFIC
from .rows import Rows
from .schema import ENDPOINTS, Field, Many, One

CONTROLS = frozenset({"order_by", "fields", "omit", "cursor", "page", "page_size", "count", "format"})
LONGEST_ID = 19
"""Digits; a longer number fits no database."""
DEEPEST = 4
"""Relations in one filter: docket__docket_entries__docket__docket_entries__id is one too many upstream."""

NOT_A_CHOICE = "Select a valid choice. {} is not one of the available choices."
NOT_A_ROW = NOT_A_CHOICE.format("That choice")
TRUTHS = {"true": 1, "True": 1, "1": 1, "false": 0, "False": 0, "0": 0}
COMPARED = {"exact": "=", "gte": ">=", "gt": ">", "lte": "<=", "lt": "<"}
# Where a part stands in 2026-11-21T11:13:19-08:00.
PARTS = {"year": (1, 4), "month": (6, 2), "day": (9, 2), "hour": (12, 2), "minute": (15, 2), "second": (18, 2)}


class Condition(NamedTuple):
    """Part of a WHERE (or a join) in SQL, with its values; empty where a filter is dropped."""

    sql: str
    values: tuple[object, ...] = ()


class Query(NamedTuple):
    """What one request selects: `FROM {source} WHERE {where}`; the endpoint's own table is t."""

    source: str
    where: str
    values: tuple[object, ...]

    def narrowed(self, sql: str, *values: object) -> Query:
        return Query(self.source, f"{self.where} AND {sql}", (*self.values, *values))


class Param(NamedTuple):
    """One filter parameter: its full name, what is left of the name at this depth, its values in order."""

    name: str
    rest: str
    values: list[str]

    @property
    def negated(self) -> bool:
        return self.name.endswith("!")


class BadValue(Exception):
    """A value that the filter cannot read; the text is the server's."""


def read_query(endpoint: str, pairs: Sequence[tuple[str, str]], rows: Rows) -> Query:
    """The parameters of a request → a Query. Refusal 400: unknown filters, or values that cannot be read."""
    reader = _Reader(rows)
    known = ENDPOINTS[endpoint]
    params = [
        Param(name, name.removesuffix("!"), values)
        for name, values in _gathered(pairs).items()
        if name not in known.extra_filters
    ]
    own, related = reader.split(endpoint, params, depth=0)
    tests = [reader.test(endpoint, param) for param in own]
    joins: list[Condition] = []
    for name, ids in related.items():
        relation = known.relations[name]
        if isinstance(relation, Many):
            joins.append(_join(relation, ids, f"j{len(joins)}"))
        else:
            tests.append(_within(relation, ids))
    reader.refuse()
    return _assembled(endpoint, joins, [test for test in tests if test.sql])


def _gathered(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    gathered: dict[str, list[str]] = {}
    for name, value in pairs:
        if name not in CONTROLS:
            gathered.setdefault(name, []).append(value)
    return gathered


def _assembled(endpoint: str, joins: Sequence[Condition], tests: Sequence[Condition]) -> Query:
    source = " ".join([f'"{endpoint}" t', *(join.sql for join in joins)])
    where = " AND ".join(["1", *(test.sql for test in tests)])
    return Query(source, where, tuple(value for part in (*joins, *tests) for value in part.values))


class _Reader:
    """Reads the filters of one request and collects what is wrong with them."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.unknown: list[str] = []
        self.errors: dict[str, list[str]] = {}

    def refuse(self) -> None:
        if self.unknown:
            names = sorted(name.removesuffix("!") for name in self.unknown)
            raise Refusal(400, {"detail": "Unknown filter parameters are not allowed.", "unknown_params": names})
        if self.errors:
            raise Refusal(400, self.errors)

    def split(self, endpoint: str, params: Sequence[Param], depth: int) -> tuple[list[Param], dict[str, Condition]]:
        """The parameters about the endpoint's own columns, and for each relation the ids that its own ones select."""
        own: list[Param] = []
        through: dict[str, list[Param]] = {}
        for param in params:
            head, _, rest = param.rest.partition("__")
            if rest and head in ENDPOINTS[endpoint].relations and depth < DEEPEST:
                through.setdefault(head, []).append(param._replace(rest=rest))
            elif self._known(endpoint, head, rest):
                own.append(param)
            else:
                self.unknown.append(param.name)
        relations = ENDPOINTS[endpoint].relations
        return own, {name: self.ids(relations[name].to, inner, depth + 1) for name, inner in through.items()}

    def ids(self, endpoint: str, params: Sequence[Param], depth: int) -> Condition:
        """A SELECT of the ids of an endpoint that pass these filters."""
        own, related = self.split(endpoint, params, depth)
        tests = [self.test(endpoint, param) for param in own]
        tests += [_within(ENDPOINTS[endpoint].relations[name], inner) for name, inner in related.items()]
        where = " AND ".join(["1", *(test.sql for test in tests if test.sql)])
        values = tuple(value for test in tests for value in test.values)
        return Condition(f'SELECT t.id FROM "{endpoint}" t WHERE {where}', values)

    def test(self, endpoint: str, param: Param) -> Condition:
        """The SQL of one filter on the endpoint's own columns; empty where the filter is dropped."""
        try:
            test = self._test(endpoint, param)
        except BadValue as error:
            self.errors[param.name.removesuffix("!")] = [str(error)]
            return Condition("")
        # A negation keeps the rows where the column is null, as Django's exclude does.
        return test._replace(sql=f"NOT coalesce({test.sql}, 0)") if test.sql and param.negated else test

    def _known(self, endpoint: str, head: str, rest: str) -> bool:
        field = ENDPOINTS[endpoint].fields.get(head)
        return (rest or "exact") in field.lookups if field else not rest and head in ENDPOINTS[endpoint].relations

    def _test(self, endpoint: str, param: Param) -> Condition:
        head, _, lookup = param.rest.partition("__")
        value = param.values[-1]
        if not value:
            return Condition("")
        if relation := ENDPOINTS[endpoint].relations.get(head):
            return _within(relation, self._row(relation.to, value))
        field = ENDPOINTS[endpoint].fields[head]
        if field.several:
            chosen = [_choice(field, one) for one in param.values if one]
            return Condition(f"t.{head} IN ({','.join('?' * len(chosen))})", tuple(chosen))
        return LOOKUPS[lookup or "exact"](f"t.{head}", field, value)

    def _row(self, endpoint: str, value: str) -> Condition:
        number = endpoint != "courts" and value.isdecimal() and len(value) < LONGEST_ID
        key: int | str = int(value) if number else value
        if not self.rows.select(f'SELECT 1 FROM "{endpoint}" WHERE id = ?', (key,)):
            raise BadValue(NOT_A_ROW)
        return Condition("SELECT ?", (key,))


def _join(relation: Many, ids: Condition, alias: str) -> Condition:
    """A join, which repeats the row for each of the related ones that matches."""
    on = f"{alias}.{relation.near} = t.id AND {alias}.{relation.far}"
    return Condition(f'JOIN "{relation.table}" {alias} ON {on} IN ({ids.sql})', ids.values)


def _within(relation: One | Many, ids: Condition) -> Condition:
    if isinstance(relation, One):
        return Condition(f"t.{relation.column} IN ({ids.sql})", ids.values)
    near = f'SELECT {relation.near} FROM "{relation.table}" WHERE {relation.far} IN ({ids.sql})'
    return Condition(f"t.id IN ({near})", ids.values)


# Values


def _value(field: Field, text: str) -> object:
    if "\0" in text:
        raise BadValue("Null characters are not allowed.")
    return _choice(field, text) if field.choices else VALUES[field.kind](text)


def _choice(field: Field, text: str) -> object:
    if text not in field.choices:
        raise BadValue(NOT_A_CHOICE.format(text))
    return int(text) if field.kind == "number" else text


def _number(text: str) -> object:
    if not re.fullmatch(r"\s*[-+]?\d+(\.\d+)?\s*", text):
        raise BadValue("Enter a number.")
    return float(text) if "." in text or len(text) >= LONGEST_ID else int(text)


def _date(text: str) -> object:
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise BadValue("Enter a valid date.") from None


def _moment(text: str) -> object:
    """A time → microseconds; a naive one is on Pacific time."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise BadValue("Enter a valid date/time.") from None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=PACIFIC)
    return round(aware.timestamp() * 1_000_000)


VALUES: dict[str, Callable[[str], object]] = {
    "number": _number,
    "text": str,
    "date": _date,
    "moment": _moment,
    "flag": lambda text: TRUTHS.get(text),
}


# Lookups: column, field, text of the value → SQL


def _compared(operator: str) -> Callable[[str, Field, str], Condition]:
    def lookup(column: str, field: Field, text: str) -> Condition:
        value = _value(field, text)
        return Condition("") if value is None else Condition(f"{column} {operator} ?", (value,))

    return lookup


def _range(column: str, field: Field, text: str) -> Condition:
    ends = text.split(",")
    if len(ends) != 2:
        raise BadValue("Range query expects two values.")
    return Condition(f"{column} BETWEEN ? AND ?", tuple(_value(field, end) for end in ends))


def _in(column: str, field: Field, text: str) -> Condition:
    values = tuple(_value(field, one) for one in text.split(","))
    return Condition(f"{column} IN ({','.join('?' * len(values))})", values)


def _isnull(column: str, field: Field, text: str) -> Condition:
    truth = TRUTHS.get(text)
    return Condition("") if truth is None else Condition(f"({column} IS NULL) = ?", (truth,))


def _startswith(column: str, field: Field, text: str) -> Condition:
    value = str(_value(field, text))
    return Condition(f"substr({column}, 1, ?) = ?", (len(value), value))


def _istartswith(column: str, field: Field, text: str) -> Condition:
    value = str(_value(field, text))
    return Condition(f"lower(substr({column}, 1, ?)) = lower(?)", (len(value), value))


def _iexact(column: str, field: Field, text: str) -> Condition:
    return Condition(f"lower({column}) = lower(?)", (_value(field, text),))


def _part(name: str) -> Callable[[str, Field, str], Condition]:
    start, length = PARTS[name]

    def lookup(column: str, field: Field, text: str) -> Condition:
        local = f"pacific({column})" if field.kind == "moment" else column
        return Condition(f"CAST(substr({local}, {start}, {length}) AS INTEGER) = ?", (_number(text),))

    return lookup


LOOKUPS: dict[str, Callable[[str, Field, str], Condition]] = {
    **{name: _compared(operator) for name, operator in COMPARED.items()},
    **{name: _part(name) for name in PARTS},
    "range": _range,
    "in": _in,
    "isnull": _isnull,
    "startswith": _startswith,
    "istartswith": _istartswith,
    "iexact": _iexact,
}
