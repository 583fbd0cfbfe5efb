"""Which rows are on a page, and the links to its neighbours: cursors and page numbers exactly as upstream makes them.

In: a `Query`, the order asked for, the request's URL. Out: a `Page` of ids with its links. The cursor is that of Django
REST framework: base64 of p= (the sort value to start after), r=1 (backwards), o= (rows to skip where values tie).
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode

from .answers import Refusal, with_param, without_param
from .files import microseconds
from .filters import LONGEST_ID, Query
from .rows import Rows
from .schema import Endpoint, Kind

PAGE_SIZE = 20
FARTHEST_OFFSET = 1000
"""Beyond this many ties a cursor stands still, here as upstream."""

TOO_DEEP = "Invalid page: Deep API pagination is not allowed. Please review API documentation."


class Page(NamedTuple):
    """The ids on one page; `total` is a number on numbered pages and a link to it on the others."""

    ids: list[int | str]
    total: int | str
    next: str | None
    previous: str | None


class Order(NamedTuple):
    """What to sort by: (column, descending) pairs, and whether pages go by cursor."""

    keys: tuple[tuple[str, bool], ...]
    by_cursor: bool

    def sql(self, *, backwards: bool = False) -> str:
        """ORDER BY with nulls where PostgreSQL puts them; ties go by id so that pages are the same every time."""
        parts = [
            f"t.{column} {'DESC NULLS FIRST' if down != backwards else 'ASC NULLS LAST'}"
            for column, down in (*self.keys, ("id", self.keys[0][1]))
        ]
        return ", ".join(parts)


class Cursor(NamedTuple):
    """Where a page starts: after `position`, `offset` rows on, and in which direction."""

    offset: int = 0
    reverse: bool = False
    position: str | None = None


def read_order(endpoint: Endpoint, asked: str | None) -> Order:
    """The value of order_by → an Order. Names that the endpoint does not sort by are ignored."""
    known = [name for name in (asked or "").split(",") if name.removeprefix("-") in endpoint.order]
    chosen = ",".join(known) or endpoint.default_order
    keys = tuple((name.removeprefix("-"), name.startswith("-")) for name in chosen.split(","))
    return Order(keys, (endpoint.default_order if asked is None else asked).removeprefix("-") in endpoint.cursors)


def count(query: Query, rows: Rows) -> int:
    return rows.select(f"SELECT count(*) FROM {query.source} WHERE {query.where}", query.values)[0][0]


# Numbered pages


def numbered_page(
    endpoint: Endpoint, query: Query, order: Order, rows: Rows, url: str, asked: str | None, size: int
) -> Page:
    """Refusal 404: a page that does not exist, or one beyond the endpoint's deepest."""
    total = count(query, rows)
    number = _page_number(asked or "1", endpoint.max_page, max(1, -(-total // size)))
    found = _ids(query, order.sql(), rows, limit=size, offset=(number - 1) * size)
    following = with_param(url, "page", str(number + 1)) if number * size < total else None
    return Page([key for key, _ in found], total, following, _page_before(url, number))


def _page_number(asked: str, deepest: int | None, last: int) -> int:
    number = int(asked) if asked.isdecimal() else 0
    if deepest and number > deepest:
        raise Refusal(404, {"detail": TOO_DEEP})
    if not 1 <= number <= last:
        raise Refusal(404, {"detail": "Invalid page."})
    return number


def _page_before(url: str, number: int) -> str | None:
    if number == 1:
        return None
    return without_param(url, "page") if number == 2 else with_param(url, "page", str(number - 1))


def _ids(
    query: Query, order: str, rows: Rows, *, limit: int, offset: int, column: str = "id"
) -> list[tuple[int | str, object]]:
    return rows.select(
        f"SELECT t.id, t.{column} FROM {query.source} WHERE {query.where} ORDER BY {order} LIMIT ? OFFSET ?",
        (*query.values, limit, offset),
    )


# Pages by cursor


def cursor_page(query: Query, order: Order, kind: Kind, rows: Rows, url: str, asked: str | None) -> Page:
    """Refusal 404: a cursor that is garbled, or of another ordering, or that has no position to start from."""
    cursor = Cursor() if asked is None else decoded(asked, kind)
    column, down = order.keys[0]
    if cursor.position is not None:
        query = query.narrowed(
            f"t.{column} {'<' if cursor.reverse != down else '>'} ?", _compared(cursor.position, kind)
        )
    found = _ids(
        query, order.sql(backwards=cursor.reverse), rows, limit=PAGE_SIZE + 1, offset=cursor.offset, column=column
    )
    window = _Window(cursor, [_position(value, kind) for _, value in found])
    ids = [key for key, _ in found[:PAGE_SIZE]]
    return Page(
        ids[::-1] if cursor.reverse else ids,
        with_param(url, "count", "on"),
        window.link(url, forwards=True),
        window.link(url, forwards=False),
    )


def decoded(text: str, kind: Kind) -> Cursor:
    """A cursor parameter → Cursor. Refusal 404: it cannot be read, or its position is not of this ordering's kind."""
    try:
        tokens = parse_qs(base64.b64decode(text.encode("ascii")).decode("ascii"), keep_blank_values=True)
        first = {name: values[0] for name, values in tokens.items()}
        offset = int(first.get("o", "0"))
        _compared(first["p"], kind)  # or it is of another ordering
        if offset >= 0:
            return Cursor(min(offset, FARTHEST_OFFSET), bool(int(first.get("r", "0"))), first["p"])
    except (ValueError, KeyError, binascii.Error):
        pass
    raise invalid_cursor()


def encoded(cursor: Cursor) -> str:
    tokens: dict[str, str] = {}
    if cursor.offset:
        tokens["o"] = str(cursor.offset)
    if cursor.reverse:
        tokens["r"] = "1"
    if cursor.position is not None:
        tokens["p"] = cursor.position
    return base64.b64encode(urlencode(tokens).encode()).decode()


def invalid_cursor() -> Refusal:
    return Refusal(404, {"detail": "Invalid cursor"})


class _Window:
    """A page among its neighbours, in terms of positions only; finds the cursors to either side."""

    def __init__(self, cursor: Cursor, found: Sequence[str]) -> None:
        self.cursor = cursor
        self.page = found[:PAGE_SIZE]
        beyond = found[PAGE_SIZE] if len(found) > PAGE_SIZE else None
        here = (cursor.position is not None or cursor.offset > 0, cursor.position)
        # (is there a page that way, the position just outside the page that way)
        ahead, behind = (beyond is not None, beyond), here
        self.sides = {True: behind, False: ahead} if cursor.reverse else {True: ahead, False: behind}

    def link(self, url: str, *, forwards: bool) -> str | None:
        exists, _ = self.sides[forwards]
        return with_param(url, "cursor", encoded(self._marker(forwards))) if exists else None

    def _marker(self, forwards: bool) -> Cursor:
        """The position of the outermost item that differs from its neighbour, and how many items lie beyond it."""
        # `page` runs in the direction of travel; look from the edge towards the middle.
        inwards = list(self.page if forwards == self.cursor.reverse else reversed(self.page))
        turning = self.cursor.reverse == forwards
        outside = inwards[0] if inwards and turning and self.cursor.offset else self.sides[forwards][1]
        for offset, position in enumerate(inwards):
            if position != outside:
                return Cursor(offset, not forwards, position)
        return self._marker_of_ties(forwards, turning) if inwards else Cursor(0, not forwards, outside)

    def _marker_of_ties(self, forwards: bool, turning: bool) -> Cursor:
        """Every item of the page has the same position as the one beyond it: only an offset can tell them apart."""
        exists, position = self.sides[not forwards]
        if not exists:
            return Cursor(PAGE_SIZE, not forwards, None)
        return Cursor(0 if turning else self.cursor.offset + PAGE_SIZE, not forwards, position)


def _position(value: object, kind: Kind) -> str:
    """A sort value as a cursor holds it: times in UTC, written as Python prints them."""
    if kind != "moment" or not isinstance(value, int):
        return str(value)
    return str(datetime.fromtimestamp(value // 1_000_000, UTC).replace(microsecond=value % 1_000_000))


def _compared(position: str, kind: Kind) -> object:
    """A position as it is compared in SQL. ValueError: it is not of this kind."""
    if kind == "number" and len(position) >= LONGEST_ID:
        raise ValueError(position)
    readers: dict[Kind, Callable[[str], object]] = {"number": int, "moment": microseconds}
    return readers.get(kind, str)(position)
