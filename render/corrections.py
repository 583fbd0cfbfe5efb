"""`corrections.toml` of a site folder in; what the tracker said that was wrong, and what is right, out.

One [[correction]] each, by hand. A correction with a mistake is left out and the others stand; every mistake is named
by file, line and key, and repeats nothing that stands in quotes.
"""
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from .cases import SLUG
from .toml_lines import Place
from .toml_tables import Notes, Problem, Table, nearest, read_record, read_table

NAME = "corrections.toml"


class Correction(NamedTuple):
    """`case`: the slug of the case it is about, or `page`: a page of the site, "method.html"; both "": the site."""

    on: dt.date
    wrong: str
    right: str
    by: str
    case: str = ""
    page: str = ""


class _Keys(msgspec.Struct, frozen=True):
    """The keys of a [[correction]]."""

    on: dt.date
    wrong: str
    right: str
    by: str
    case: str = ""
    page: str = ""


_EXAMPLES = {
    "on": "the day it was corrected, as in `on = 2026-04-02`",
    "wrong": "what the tracker said, in a sentence",
    "right": "what is so, in a sentence",
    "by": 'who corrected it, as in `by = "The editor"`',
}


def load_corrections(folder: Path, today: dt.date) -> tuple[tuple[Correction, ...], tuple[Problem, ...]]:
    """The corrections in `folder`/corrections.toml, the newest first, and every mistake in the order of the file.

    No file is no mistake. A correction made after `today` is one.
    """
    path = folder / NAME
    if not path.exists():
        return (), ()
    table, notes = read_table(path, "take it away, or write a [[correction]]")
    made = tuple(_corrections(table or {}, notes, today))
    problems = tuple(sorted(notes.problems, key=lambda problem: problem.line))
    return tuple(sorted(made, key=lambda each: each.on, reverse=True)), problems


def _corrections(table: Table, notes: Notes, today: dt.date) -> Iterator[Correction]:
    for key, value in table.items():
        if key != "correction":
            place: Place = (key, 0) if isinstance(value, list) else (key,)
            notes.wrong(place, f"is not a key known here{nearest(key, ['correction'])}")
    tables: Any = table.get("correction", [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        notes.wrong(("correction",), "must be a table for each, as in `[[correction]]`")
        return
    for index, each in enumerate(tables):
        at: Place = ("correction", index)
        keys: _Keys | None = read_record(_Keys, each, notes, at, examples=_EXAMPLES)
        mistakes = list(_mistakes(keys, today)) if keys else []
        for key, sentence in mistakes:
            notes.wrong((*at, key), sentence)
        if keys and not mistakes:
            yield Correction(**msgspec.structs.asdict(keys))


def _mistakes(keys: _Keys, today: dt.date) -> Iterator[tuple[str, str]]:
    if keys.on > today:
        yield "on", f"{keys.on} is yet to come: check the year"
    if keys.case and keys.page:
        yield "page", "stands beside a case: keep one of the two"
    if keys.case and not SLUG.fullmatch(keys.case):
        yield "case", "must be the name of a case's file without .toml"
    if keys.page and (not keys.page.endswith(".html") or keys.page.startswith(("/", ".")) or ":" in keys.page):
        yield "page", 'must be the address of a page within the site, as in "method.html"'
