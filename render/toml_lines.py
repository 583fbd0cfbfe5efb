"""Where the keys of a TOML text stand: the text in, the line of every key and table out.

`tomllib` reads values and forgets where it read them. This knows just enough of the grammar to find the keys: strings
(also over several lines), comments, arrays, tables, arrays of tables, dotted and quoted keys. It never fails: what
`tomllib` would refuse has no line here.
"""
import re
import tomllib
from collections.abc import Iterator

Place = tuple[str | int, ...]
"""The way to a key: ("title",), ("privacy", "show"), ("docket", 1, "court") for the second [[docket]]."""

_STRING = r'''"""(?s:\\.|[^\\])*?"{3,5}|\'\'\'(?s:.)*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*\''''
_TOKEN = re.compile(rf"#[^\n]*|{_STRING}|[\[\]{{}}\n]")
_KEY = rf"""(?:{_STRING}|[^\s"'=\[\]#]|[ \t])+"""
_STATEMENT = re.compile(rf"[ \t\r]*(?:\[(?P<array>\[?)(?P<table>{_KEY})\]|(?P<key>{_KEY})=)")


def key_lines(text: str) -> dict[Place, int]:
    """The line (from 1) on which each key and each table header of `text` first stands."""
    lines: dict[Place, int] = {}
    for line, place in _places(text):
        lines.setdefault(place, line)
    return lines


def line_of(lines: dict[Place, int], place: Place) -> int:
    """The line of a key or, where it has none (a missing key, a key of an inline table), of what it belongs to."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 1)


def place_at(text: str, line: int) -> Place:
    """The key that stands on `line`, or the last one before it; () before the first."""
    places = [place for at, place in _places(text) if at <= line]
    return places[-1] if places else ()


def lines_at(text: str, place: Place) -> list[int]:
    """Every line on which a key or a table header stands: where TOML is right, one."""
    return [line for line, each in _places(text) if each == place]


def _places(text: str) -> Iterator[tuple[int, Place]]:
    """(line, key) for every key and table header, in the order of the text."""
    elements: dict[Place, int] = {}
    table: Place = ()
    for line, head, parts in _statements(text):
        if head == "key":
            yield line, (*table, *parts)
            continue
        table = _resolve(parts if head == "table" else parts[:-1], elements)
        if head == "array":
            array = (*table, parts[-1])
            elements[array] = elements.get(array, -1) + 1
            table = (*array, elements[array])
        yield line, table


def _statements(text: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """(line, "key" or "table" or "array", the parts of the key) for each statement."""
    at = 0
    while at < len(text):
        found = _STATEMENT.match(text, at)
        if found:
            head = "array" if found["array"] else "table" if found["table"] else "key"
            if parts := _parts(found["key"] or found["table"]):
                yield text.count("\n", 0, at) + 1, head, parts
        at = _end(text, found.end() if found else at)


def _end(text: str, at: int) -> int:
    """Where the statement that holds `at` ends: past the first line break outside strings and brackets."""
    depth = 0
    for token in _TOKEN.finditer(text, at):
        if token[0] == "\n" and depth <= 0:
            return token.end()
        depth += (token[0] in "[{") - (token[0] in "]}")
    return len(text)


def _parts(key: str) -> tuple[str, ...]:
    """A key taken apart as tomllib would: `a."b c"` is ("a", "b c"); () for what is no key."""
    try:
        rest = tomllib.loads(f"{key.strip()} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    parts: list[str] = []
    while isinstance(rest, dict):
        [(part, rest)] = rest.items()
        parts.append(part)
    return tuple(parts)


def _resolve(parts: tuple[str, ...], elements: dict[Place, int]) -> Place:
    """A header's key, where the name of an array of tables means its newest element."""
    place: Place = ()
    for part in parts:
        place = (*place, part)
        if place in elements:
            place = (*place, elements[place])
    return place
