"""Which dockets a case file with a mistake names: being found by a search as well gives none of them a page.

The file may say that its case is hidden. So what it names is taken as widely as it can be meant, until it is mended.
"""
import re
import tomllib
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple


class Named(NamedTuple):
    """A docket as somebody meant it: by its CourtListener id, or by its court and the year and serial of its number."""

    id: int | None = None
    court: object = None
    serial: tuple[int, int] | None = None


def named_in(path: Path) -> Iterator[Named]:
    """Every docket that the file names, whatever else is wrong with it or with the file."""
    try:
        text = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return
    for table in _tables(text):
        address = re.search(r"/dockets?/(\d{1,10})", str(table.get("url")))
        if number := address or re.search(r"\d{1,10}", str(table.get("id"))):
            yield Named(id=int(number[number.re.groups]))
        if serial := serial_of(str(table.get("docket_number"))):
            yield Named(court=table.get("court"), serial=serial)


def ids_of(named: Sequence[Named], held: Mapping[tuple[str, str], int], courts: Container[object]) -> set[int]:
    """Their ids, of those named by number the ones in the store (`held`: court and number to id).

    One whose court is none of `courts` is every docket of that year and serial.
    """
    numbers = {(each.court if each.court in courts else None, each.serial) for each in named if each.serial}
    by_number = {
        number for (court, docket_number), number in held.items() if numbers and
        ((serial := serial_of(docket_number)) and ((court, serial) in numbers or (None, serial) in numbers))
    }
    return by_number | {each.id for each in named if each.id}


def serial_of(docket_number: str) -> tuple[int, int] | None:
    """The year (two digits) and the serial: (26, 123) of "0:26-cv-00123", "26-cv-123", "2026-123" and "26A123"."""
    found = re.search(r"(\d{2,4})(?:-[a-z]{1,4})?[-am](\d{1,9})", docket_number.lower())
    return (int(found[1]) % 100, int(found[2])) if found else None


def _tables(text: str) -> list[dict[str, Any]]:
    """The [[docket]] tables; of a file that is no TOML, what each line of them says by itself."""
    try:
        tables = tomllib.loads(text).get("docket")
        return [table for table in tables if isinstance(table, dict)] if isinstance(tables, list) else []
    except (ValueError, RecursionError):
        return [_lines(part) for part in re.split(r"(?m)^[ \t]*\[", text) if part.startswith("[docket")]


def _lines(part: str) -> dict[str, Any]:
    found = re.finditer(r"""(?m)^[ \t]*(id|url|court|docket_number)[ \t]*=[ \t]*["']?([^"'#\n]*)""", part)
    return {line[1]: line[2].strip() for line in found}
