"""`data/contractors.toml` in, names of companies out: to find their cases, and to ask a search for them.

Only companies stand there. A case in which one is a party is theirs by the company's whole name, never by a part of it.
"""
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

import msgspec

from . import SiteError
from .facilities import words_of
from .published import PublishedCase
from .toml_tables import Notes, Table, nearest, read_record, read_table

NAME: Final = "contractors.toml"
Does = Literal["detention", "surveillance"]


class Contractor(NamedTuple):
    """A company, what it does, and who says so of when."""

    name: str
    does: str
    aliases: tuple[str, ...]
    source: str
    date: str

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


class _Keys(msgspec.Struct, frozen=True):
    """The keys of a [[contractor]]."""

    name: str
    does: Does
    source: str
    date: str
    aliases: tuple[str, ...] = ()


_EXAMPLES: Final = {
    "name": 'the company, as in `name = "GEO Group"`',
    "does": '`does = "detention"` or `does = "surveillance"`',
    "source": "where what it does is said, as in `source = \"The company’s annual report\"`",
    "date": 'of when that is, as in `date = "2024"`, or `date = "unknown"`',
}


def read_contractors(folders: Sequence[Path]) -> tuple[Contractor, ...]:
    """The companies of the first folder that has the file. Raises SiteError with the first mistake."""
    path = next((path for folder in folders if (path := folder / NAME).is_file()), None)
    if path is None:
        return ()
    table, notes = read_table(path, "take it away, or write a [[contractor]]")
    found = tuple(_contractors(table or {}, notes))
    for problem in sorted(notes.problems, key=lambda each: each.line):
        raise SiteError(f"{problem}.")
    return found


def _contractors(table: Table, notes: Notes) -> Iterator[Contractor]:
    for key in table.keys() - {"contractor"}:
        notes.wrong((key,), f"is not a key known here{nearest(key, ['contractor'])}")
    tables: Any = table.get("contractor", [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        notes.wrong(("contractor",), "must be a table for each, as in `[[contractor]]`")
        return
    for index, each in enumerate(tables):
        keys: _Keys | None = read_record(_Keys, each, notes, ("contractor", index), examples=_EXAMPLES)
        if keys is None:
            continue
        if any('"' in name or not words_of(name) for name in (keys.name, *keys.aliases)):
            notes.wrong(("contractor", index, "aliases"), "must be names of a company, without quotation marks in them")
        else:
            yield Contractor(keys.name, keys.does, keys.aliases, keys.source, keys.date)


def named_in(case: PublishedCase, contractors: Iterable[Contractor]) -> tuple[str, ...]:
    """The companies that are parties of a case, by their names in the list."""
    parties = [f" {' '.join(words_of(party.name))} " for docket in case.dockets for party in docket.parties
               if not party.protected]
    return tuple(each.name for each in contractors
                 if any(f" {' '.join(words_of(name))} " in party for name in each.names for party in parties))


def clause(contractors: Iterable[Contractor], does: str) -> str:
    """What a search asks for to find the companies that do this: `party:"GEO Group" OR party:"CoreCivic"`."""
    return " OR ".join(f'party:"{each.name}"' for each in contractors if each.does == does)
