"""TOML written by hand, read: a file and a shape in, values out, and every mistake as a sentence with file and line.

msgspec knows the shapes but stops at the first mistake of an object, so each key is converted alone. No sentence
repeats what stands in quotes: it may be a name, and sentences end in public logs. Only words of closed lists are named.
"""
import datetime as dt
import difflib
import re
import tomllib
import types
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args, get_origin

import msgspec

from .toml_lines import Place, key_lines, line_of, lines_at, place_at

Table = dict[str, Any]


class Problem(NamedTuple):
    """A mistake of the editor: where it stands, what is wrong and how to mend it.

    `line` counts from 1; `key` is like "docket.court", "" where the whole file is meant.
    """

    file: str
    line: int
    key: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.key + ': ' if self.key else ''}{self.sentence}"


class Notes:
    """The mistakes found so far in one file."""

    def __init__(self, path: Path, text: str = "") -> None:
        self.file = path.as_posix()
        self.problems: list[Problem] = []
        self._lines = key_lines(text)

    def wrong(self, place: Place, sentence: str, line: int | None = None) -> None:
        """Note what is wrong with the key at `place`; `line` only where that is not the key's own."""
        key = ".".join(part for part in place if isinstance(part, str))
        self.problems.append(Problem(self.file, line or line_of(self._lines, place), key, sentence))

    def add_consequence(self, since: int, consequence: str) -> None:
        """Say what comes of the mistakes that were noted since there were so many."""
        self.problems[since:] = [each._replace(sentence=f"{each.sentence}; {consequence}")
                                 for each in self.problems[since:]]


def read_table(path: Path, if_empty: str) -> tuple[Table | None, Notes]:
    """The tables of a file, None (and a problem) where it cannot be read; `if_empty` says what an empty one lacks."""
    notes = Notes(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        notes.wrong((), f"cannot be read ({error.strerror}): mend its place or its permissions")
        return None, notes
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        notes.wrong((), "is not UTF-8 here: save the file in that encoding", line)
        return None, notes
    if not text.strip():
        notes.wrong((), f"is empty: {if_empty}")
        return None, notes
    notes = Notes(path, text)
    return _parse(text, notes), notes


def tables_of(value: object, notes: Notes, key: str) -> list[Table]:
    """The tables written `[[key]]`; none, and a problem, where it is something else."""
    tables = [] if value is None else value
    if isinstance(tables, list) and all(isinstance(table, dict) for table in tables):
        return tables
    notes.wrong((key,), f"must be a table for each, as in `[[{key}]]`")
    return []


def read_record(shape: type[Any], table: Table, notes: Notes, at: Place = (), *, examples: Mapping[str, str]) -> Any:
    """`table` as `shape`; None, with every mistake noted, where it does not fit.

    `examples` shows, for each key that must be there, how it is written.
    """
    before = len(notes.problems)
    values = read_values(shape, table, notes, at)
    for field in msgspec.structs.fields(shape):
        if field.required and _is_blank(table.get(field.name)):
            notes.wrong((*at, field.name), f"is missing: write {examples[field.name]}")
    return shape(**values) if len(notes.problems) == before else None


def read_values(shape: type[Any], table: Table, notes: Notes, at: Place = ()) -> Table:
    """The values of `table` that fit `shape`; every other key is noted."""
    fields = {field.name: field.type for field in msgspec.structs.fields(shape)}
    values: Table = {}
    for key, value in table.items():
        if key not in fields:
            notes.wrong((*at, key), f"is not a key known here{nearest(key, fields)}")
            continue
        try:
            values[key] = msgspec.convert(value, fields[key])
        except msgspec.ValidationError:
            notes.wrong((*at, key), _misfit(value, fields[key]))
    return values


def nearest(word: str, known: Iterable[str]) -> str:
    """': did you mean "x" or "y"?', or nothing where nothing is near."""
    near = [f'"{each}"' for each in difflib.get_close_matches(word, list(known), n=2)]
    return f": did you mean {' or '.join(near)}?" if near else ""


def _parse(text: str, notes: Notes) -> Table | None:
    """`text` as TOML. A day that no calendar has becomes a string, so that it spoils its own key and not the file."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, line = _where(text, str(error))
        if mended := _quote_day(text, line):
            return _parse(mended, notes)
    except (ValueError, RecursionError):  # an integer of thousands of digits, brackets in brackets without end
        reason, line = "a number or a nesting is beyond all measure", 1
    place = place_at(text, line)
    there = [at for at in lines_at(text, place) if at <= line]
    twice = f"is written on line {there[0]} already: take one of the two away" if len(there) > 1 else ""
    notes.wrong(place, twice or f'this is not TOML ({reason}): write `key = value`, texts in "quotes"', line)
    return None


def _where(text: str, message: str) -> tuple[str, int]:
    """tomllib's reason and line, from "Reason (at line 5, column 13)" or "Reason (at end of document)"."""
    reason, _, place = message.rpartition(" (at ")
    found = re.match(r"line (\d+)", place)
    return reason, int(found[1]) if found else text.rstrip().count("\n") + 1


def _quote_day(text: str, line: int) -> str | None:
    """`text` with quotes round what is written like a day on `line` (2026-02-30, 1/23/2026); None without one."""
    lines = text.split("\n")
    lines[line - 1], count = re.subn(r"^([^#\"'=]+=\s*)(\d+[-/.]\d+[-/.]\d[^\s#,]*)", r'\1"\2"', lines[line - 1])
    return "\n".join(lines) if count else None


_KINDS = {
    bool: "must be true or false, without quotes",
    dict: "must be a table of its own, as in `[privacy]`",
    dt.date: "must be a day of the calendar, as in 2026-01-23",
    int: "must be a whole number without quotes, as in 12345678",
    list: "must be a table for each, as in `[[docket]]`",
    str: 'must be text in "quotes"',
    tuple: 'must be a list of texts, as in `["mnd", "txsd"]`',
}


def _misfit(value: object, kind: Any) -> str:
    """What the key takes, where `value` is not that."""
    if isinstance(kind, types.UnionType):
        kind = get_args(kind)[0]
    if get_origin(kind) is not Literal:
        return _KINDS[get_origin(kind) or kind]
    options = [f'"{option}"' for option in get_args(kind) if option]
    near = nearest(value, get_args(kind)) if isinstance(value, str) else ""
    return f"must be one of {', '.join(options)}{near}"


def _is_blank(value: object) -> bool:
    return value in (None, []) or (isinstance(value, str) and not value.strip())
