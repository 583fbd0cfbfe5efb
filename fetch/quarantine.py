"""Rows that could not be understood in, what a person decided of each kept, a list for a terminal out.

A row is settled in the form in which it came: in another form, or garbled again after it was mended, it waits anew.
Settling takes nothing away. The row stays whole, is asked for again like any other, and what we held of it before is
not taken for deleted.
"""
import datetime as dt
import textwrap
import zlib
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import sqlalchemy as sa

from . import FetchError
from . import schema as s
from .courtlistener import fit_to_show
from .database import reading, writing
from .store import WAITS

SHOWN: Final = 900
"""Characters of a row shown on a terminal."""
WIDTH: Final = 110
BATCH: Final = 500


class Garbled(NamedTuple):
    """One row. `text`: all that came, less contact data; `docket_id`: None where the request was not about one;
    `entity_id`: None where the row has no readable id. `settled_at`: None while it waits for a person."""

    id: int
    endpoint: str
    docket_id: int | None
    entity_id: str | None
    error: str
    text: str
    seen_at: dt.datetime
    settled_at: dt.datetime | None
    settled_by: str
    settled_why: str


def read_quarantine(engine: sa.Engine, *, settled: bool = False) -> list[Garbled]:
    """What waits for a person, what came last first; `settled`: what somebody settled instead."""
    table = s.quarantine.c
    which = table.settled_at.is_not(None) & table.resolved_at.is_(None) if settled else WAITS
    query = sa.select(s.quarantine).where(which).order_by(table.seen_at.desc(), table.id)
    with reading(engine) as connection:
        return [_garbled(row) for row in connection.execute(query)]


def _garbled(row: sa.Row[Any]) -> Garbled:
    text = zlib.decompress(row.raw).decode("utf-8", "replace")
    return Garbled(row.id, row.endpoint, row.docket_id, row.entity_id, row.error, text, row.seen_at, row.settled_at,
                   row.settled_by or "", row.settled_why or "")


def settle(engine: sa.Engine, ids: Sequence[int], by: str, why: str, at: dt.datetime) -> int:
    """Somebody has looked at these rows. Returns how many; FetchError, and nothing is settled, where one is none."""
    if not by.strip():
        raise FetchError('nobody settles it: add --by "YOUR NAME".')
    return _set(engine, ids, settled_at=at, settled_by=by.strip(), settled_why=why.strip())


def reopen(engine: sa.Engine, ids: Sequence[int]) -> int:
    """These rows wait for a person again. Returns how many; FetchError as for `settle`."""
    return _set(engine, ids, settled_at=None, settled_by=None, settled_why=None)


def _set(engine: sa.Engine, ids: Sequence[int], **values: Any) -> int:
    table, wanted = s.quarantine.c, sorted(set(ids))
    batches = [wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH)]
    with writing(engine) as connection:
        for some in batches:
            here = table.id.in_(some) & table.resolved_at.is_(None)
            held = set(connection.scalars(sa.select(table.id).where(here)))
            if strange := [str(number) for number in some if number not in held]:
                raise FetchError(f"no row in quarantine has the id {', '.join(strange[:20])}: `writwatch quarantine` "
                                 "lists those that wait, with --settled those that do not. Nothing was changed.")
            connection.execute(s.quarantine.update().where(here).values(values))
    return len(wanted)


def tell_quarantine(rows: Sequence[Garbled], limit: int, *, settled: bool = False) -> str:
    """The first `limit` rows for a terminal, each with what came and with the command that settles it."""
    if not rows:
        return "Nobody has settled any row in quarantine." if settled else "Nothing in quarantine waits for a person."
    told = [_tell(row) for row in rows[:limit]]
    if len(rows) > limit:
        told.append(f"{len(rows) - limit:,} more: --limit shows more of them.")
    return "\n\n".join(told)


def _tell(row: Garbled) -> str:
    of = f" of docket {row.docket_id}" if row.docket_id is not None else ""
    which = f", row {fit_to_show(row.entity_id)}" if row.entity_id is not None else ", a row without a readable id"
    text = fit_to_show(row.text, SHOWN)
    lines = [
        f"{row.id}  {fit_to_show(row.endpoint)}{of}{which}, came last at {row.seen_at:%Y-%m-%d %H:%M} UTC",
        f"  {fit_to_show(row.error)}",
        textwrap.fill(text, WIDTH, initial_indent="  | ", subsequent_indent="  | "),
    ]
    if row.settled_at:
        why = f": {fit_to_show(row.settled_why)}" if row.settled_why else ""
        lines += [f"  settled on {row.settled_at:%Y-%m-%d} by {fit_to_show(row.settled_by)}{why}",
                  f"  $ writwatch quarantine reopen {row.id}"]
    else:
        lines.append(f'  $ writwatch quarantine settle {row.id} --by "YOUR NAME" --why "…"')
    return "\n".join(lines)


def quarantine_json(rows: Sequence[Garbled]) -> list[dict[str, Any]]:
    """The rows as JSON objects; times are ISO."""
    return [{name: value.isoformat(timespec="seconds") if isinstance(value, dt.datetime) else value
             for name, value in row._asdict().items()} for row in rows]
