"""Captions and offices in, the places of detention that they name out. Pure, but for reading the list.

"Warden, Cedar Hollow Detention Center" names a place. It says against whom a petition was filed, on the day it was
filed; where anybody is, it does not say, and neither do we. The list is kept by hand and is not complete.
"""
import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from . import SiteError
from .procedure.courts import COURTS
from .published import NamedFacility, PublishedCase
from .wording import STATES

NAME: Final = "facilities.csv"
COLUMNS: Final = ("name", "city", "state", "operator", "aliases", "as_of")
_SAME_EVERYWHERE: Final = frozenset({"county", "parish"})


class Facility(NamedTuple):
    """A place of detention. `operator`: the company, "" where it is not known or is no company; `as_of`: of when."""

    name: str
    city: str
    state: str
    operator: str
    aliases: tuple[str, ...]
    as_of: str

    @property
    def slug(self) -> str:
        return re.sub(r"[^a-z0-9]+", "-", f"{self.name} {self.state}".lower()).strip("-")


class Facilities:
    """The list, ready to be looked for: by the first word of each name."""

    def __init__(self, facilities: Iterable[Facility] = ()) -> None:
        self.all = tuple(facilities)
        self._by_first: dict[str, list[tuple[tuple[str, ...], Facility]]] = {}
        for each in self.all:
            for name in (each.name, *each.aliases):
                words = tuple(words_of(name))
                self._by_first.setdefault(words[0], []).append((words, each))

    def named_in(self, case: PublishedCase) -> tuple[NamedFacility, ...]:
        """The places that a case's captions, or its parties that are not protected, name in full."""
        found: dict[str, NamedFacility] = {}
        for docket in case.dockets:
            state = COURTS[docket.court_id].state if docket.court_id in COURTS else ""
            for text in (docket.caption, *(party.name for party in docket.parties if not party.protected)):
                for each in self.found(text, state):
                    found[each.slug] = NamedFacility(each.slug, each.name, each.city, each.state)
        return tuple(found[slug] for slug in sorted(found))

    def found(self, text: str, state: str) -> list[Facility]:
        """The places whose name, or another name of theirs, stands whole in a text, the longest of several at a word.

        A name made of a county's stands for the one in the court's own state alone: other states have that county too.
        """
        words = words_of(text)
        found: list[Facility] = []
        at = 0
        while at < len(words):
            fits = [(name, each) for name, each in self._by_first.get(words[at], ())
                    if tuple(words[at:at + len(name)]) == name and _is_sure(name, each, state)]
            if fits:
                name, each = max(fits, key=lambda fit: len(fit[0]))
                found.append(each)
                at += len(name)
            else:
                at += 1
        return found


def _is_sure(name: tuple[str, ...], facility: Facility, state: str) -> bool:
    return facility.state == state or _SAME_EVERYWHERE.isdisjoint(name)


def words_of(text: str) -> list[str]:
    """The words of a name, small and without stops: "T. Don Hutto" and "T Don Hutto" are one."""
    return re.findall(r"[a-z0-9]+", text.casefold().replace("’", "").replace("'", ""))


def read_facilities(folders: Sequence[Path]) -> Facilities:
    """The list of the first folder that has one; an empty one where none has. Raises SiteError with line and mend."""
    path = next((path for folder in folders if (path := folder / NAME).is_file()), None)
    if path is None:
        return Facilities()
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if missing := set(COLUMNS) - set(reader.fieldnames or ()):
            raise SiteError(f"{path} lacks the columns {', '.join(sorted(missing))}: its first line is "
                            f"{','.join(COLUMNS)}.")
        found = [_facility({key: (row[key] or "").strip() for key in COLUMNS}, path, reader.line_num)
                 for row in reader]
    taken: dict[str, str] = {}
    for each in found:
        for name in (each.name, *each.aliases):
            other = taken.setdefault(" ".join(words_of(name)), each.name)
            if other != each.name:
                raise SiteError(f"{path}: {name} is a name of two places, {other} and {each.name}: keep it at one.")
    return Facilities(found)


def _facility(row: dict[str, str], path: Path, line: int) -> Facility:
    aliases = tuple(alias.strip() for alias in row["aliases"].split(";") if alias.strip())
    for name in (row["name"], *aliases):
        if len(words_of(name)) < 2:
            raise SiteError(f"{path}:{line}: a place needs a name of two words or more, so that it is not taken for "
                            "another thing.")
    if row["state"] not in STATES:
        raise SiteError(f"{path}:{line}: the state must be a postal code, as in TX.")
    if not re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", row["as_of"]):
        raise SiteError(f"{path}:{line}: as_of must say of when the line is, as in 2026-01 or 2026.")
    return Facility(row["name"], row["city"], row["state"], row["operator"], aliases, row["as_of"])
