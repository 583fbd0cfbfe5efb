"""What a newsroom has already: a file in, dockets to follow or rows in the store out. No request is spent.

Two shapes, told apart by what they hold. A list of one's own (CSV or JSON lines) names dockets; an export of
CourtListener (JSON lines or one array) holds dockets and docket entries as the API gives them. A cell is data: it is
never worked out, and never shown, because it may hold a name.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

import sqlalchemy as sa

from .. import FetchError
from .exports import is_export, save_export
from .files import checked_file, is_json
from .lists import NO_COURTS, csv_records, json_records, letters, row_of, without_held
from .report import ImportReport, Row, tell_import

__all__ = ["ImportReport", "Row", "import_file", "read_import", "tell_import"]


def import_file(engine: sa.Engine, path: Path, at: dt.datetime, courts: Mapping[str, str] = NO_COURTS) -> ImportReport:
    """An export into the store, or a list as dockets to follow. `courts` as for `read_import`.

    A second import of the same file changes no row that is held, so that one that was cut off is simply begun again.
    FetchError: the file cannot be read, or names no docket.
    """
    path = checked_file(path)
    if is_export(path):
        return save_export(engine, path, at)
    notes: list[str] = []
    rows = read_import(path, courts, notes.append)
    return ImportReport(rows=tuple(without_held(engine, rows)), notes=tuple(notes))


def read_import(
    path: Path, courts: Mapping[str, str] = NO_COURTS, say: Callable[[str], None] = lambda sentence: None
) -> list[Row]:
    """The rows of a list. `courts`: ways to write a court ("S.D. Tex.") → its id; {}: any id is taken for one.

    `say` hears what was taken for granted. FetchError: the file cannot be read, names no docket, or is an export.
    """
    path = checked_file(path)
    if is_export(path):
        raise FetchError(f"{path} is an export of CourtListener, no list of dockets: import it into the store.")
    records = json_records(path, say) if is_json(path) else csv_records(path, say)
    spelt = {letters(name): court for name, court in courts.items()}
    spelt |= {letters(court): court for court in courts.values()}
    taken: dict[str, int] = {}
    return [row_of(record, spelt, taken) for record in records]
