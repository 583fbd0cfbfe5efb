"""`data/topics/*.toml` in, what others have counted or reported on each topic out: each with its source and its date.

An editor keeps these files. A figure without a source or a date is a mistake, and a mistake ends the reading with one
sentence: file, line, key and how to mend it.
"""
import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec

from . import SiteError
from .cases import TOPICS
from .own_files import files_in
from .procedure.courts import COURTS
from .toml_lines import Place
from .toml_tables import Notes, Table, nearest, read_record, read_table
from .wording import STATES

FOLDER: Final = "topics"
UNKNOWN: Final = "unknown"
_DATE: Final = re.compile(r"unknown|(?:before )?\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?")
_IN_LANGUAGE: Final = re.compile(r"(says|title|line|value)_([a-z]{2,3})")
_TABLES: Final = ("figure", "search", "city")
_WORDS: Final = ("of", "title", "line")

Texts = Mapping[str, str]
"""A sentence by the code of its language; "" is English."""


class Figure(NamedTuple):
    """One figure or statement of somebody else's. `value`: as it is printed, "" for a statement; `date`: a day, a month
    or a year, a span "2026-01/2026-02", "before 2025" or "unknown"; `place`: a state by postal code, or ""."""

    says: Texts
    source: str
    date: str
    value: str = ""
    unit: str = ""
    url: str = ""
    place: str = ""
    values: Texts = {}

    @property
    def printed(self) -> Texts:
        """The value as each language prints it: "$2 billion" is another number where a billion is another."""
        return {**self.values, "": self.value}


class City(NamedTuple):
    """A city in which operations were reported, and the federal district it lies in."""

    name: str
    court: str


class TopicPage(NamedTuple):
    """What an editor adds to the page of a topic. `of`: the topic, where the page is one of its own within it; then
    `title` and `line` say what it is. `searches`: what each search of the config looks for, by its name."""

    name: str
    of: str
    title: Texts
    line: Texts
    figures: tuple[Figure, ...] = ()
    searches: Mapping[str, Texts] = {}
    cities: tuple[City, ...] = ()

    @property
    def topic(self) -> str:
        return self.of or self.name


class _Figure(msgspec.Struct, frozen=True):
    """The keys of a [[figure]]."""

    says: str
    source: str
    date: str
    value: str = ""
    unit: str = ""
    url: str = ""
    place: str = ""


class _Search(msgspec.Struct, frozen=True):
    """The keys of a [[search]]."""

    name: str
    says: str


class _City(msgspec.Struct, frozen=True):
    """The keys of a [[city]]."""

    name: str
    court: str


_EXAMPLES: Final = {
    "says": 'the figure in a sentence, as in `says = "Texas had 296 agreements."`',
    "source": 'who counted or reported it, as in `source = "FWD.us"`',
    "date": 'of when it is, as in `date = "2026-01-26"`, or `date = "unknown"` where nobody said',
    "name": 'its name, as in `name = "agreements-287g"`',
    "court": 'the district it lies in, as in `court = "mnd"`',
}


def told(texts: Texts, language: str) -> tuple[str, str]:
    """The text in a language, and the language it is really in: English where there is no other."""
    return (texts[language], language) if language in texts else (texts.get("", ""), "en")


def read_topics(folders: Sequence[Path]) -> dict[str, TopicPage]:
    """Every page by its name; a file in the first folder replaces one of the same name in the next.

    Raises SiteError with the first mistake of a file.
    """
    paths: dict[str, Path] = {}
    for folder in folders:
        for path in files_in(folder / FOLDER, ".toml"):
            paths.setdefault(path.stem, path)
    return {name: read_topic(paths[name]) for name in sorted(paths)}


def read_topic(path: Path) -> TopicPage:
    """One file. Raises SiteError with its first mistake."""
    table, notes = read_table(path, "take it away, or write a [[figure]]")
    page = _page(path.stem, table, notes) if table else None
    for problem in sorted(notes.problems, key=lambda each: each.line):
        raise SiteError(f"{problem}.")
    assert page is not None
    return page


def _page(name: str, table: Table, notes: Notes) -> TopicPage:
    for key in table:
        if key not in (*_TABLES, *_WORDS) and not _IN_LANGUAGE.fullmatch(key):
            notes.wrong((key,), f"is not a key known here{nearest(key, (*_TABLES, *_WORDS))}")
    for key in _WORDS:
        if not isinstance(table.get(key, ""), str):
            notes.wrong((key,), 'must be text in "quotes"')
    of = str(table.get("of", ""))
    if (of or name) not in TOPICS:
        near = nearest(of or name, TOPICS)
        notes.wrong(("of",) if of else (), f"belongs to no topic{near}: name the file after one, or write "
                    '`of = "local-police"`')
    if of and not (table.get("title") and table.get("line")):
        notes.wrong(("of",), "is a page within a topic: give it a title and a line")
    return TopicPage(
        name, of, _texts(table, "title"), _texts(table, "line"), tuple(_figures(table, notes)),
        dict(_searches(table, notes)), tuple(_cities(table, notes)))


def _records(table: Table, key: str, shape: type[Any], notes: Notes) -> Iterator[tuple[Place, Any, Table]]:
    """Every [[key]] without a mistake: where it stands, its values, and all of it as written."""
    tables = table.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        notes.wrong((key,), f"must be a table for each, as in `[[{key}]]`")
        return
    for index, each in enumerate(tables):
        own = {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in each.items()
               if not _IN_LANGUAGE.fullmatch(name)}
        values = read_record(shape, own, notes, (key, index), examples=_EXAMPLES)
        if values is not None:
            yield (key, index), values, each


def _texts(table: Table, key: str) -> dict[str, str]:
    """A text in every language it is given in."""
    found = {"": str(table.get(key, ""))}
    for name, text in table.items():
        written = _IN_LANGUAGE.fullmatch(name)
        if written and written[1] == key and isinstance(text, str) and text.strip():
            found[written[2]] = text
    return {language: " ".join(text.split()) for language, text in found.items() if text}


def _figures(table: Table, notes: Notes) -> Iterator[Figure]:
    for place, keys, written in _records(table, "figure", _Figure, notes):
        if not _DATE.fullmatch(keys.date) or not all(map(_is_date, re.findall(r"\d{4}[-\d]*", keys.date))):
            notes.wrong((*place, "date"), 'must be a day, a month or a year, as in "2026-01-26", "2026-01" or "2026", '
                        'a span of two, "before 2025", or "unknown"')
        elif keys.value and not re.search(r"\d", keys.value):
            notes.wrong((*place, "value"), "holds no figure: leave it out where the sentence has none")
        elif keys.url and not re.fullmatch(r"https?://[^\s\"<>]+", keys.url):
            notes.wrong((*place, "url"), "must be an address, as in https://example.org/report, or be left out")
        elif keys.place and keys.place not in STATES:
            notes.wrong((*place, "place"), "must be a state by its postal code, as in FL, or be left out")
        else:
            yield Figure(_texts(written, "says"), keys.source, keys.date, keys.value, keys.unit, keys.url, keys.place,
                         _texts(written, "value"))


def _is_date(text: str) -> bool:
    try:
        dt.date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def _searches(table: Table, notes: Notes) -> Iterator[tuple[str, Texts]]:
    for _, keys, written in _records(table, "search", _Search, notes):
        yield keys.name, _texts(written, "says")


def _cities(table: Table, notes: Notes) -> Iterator[City]:
    for place, keys, _ in _records(table, "city", _City, notes):
        if keys.court not in COURTS or COURTS[keys.court].level != "district":
            notes.wrong((*place, "court"), f"is not the id of a federal district{nearest(keys.court, COURTS)}")
        else:
            yield City(keys.name, keys.court)
