"""Published cases in, one by one; the trail of what the site said out: a line for each value that changed, for good.

`trail.jsonl` is the public audit trail. It is written from what privacy let through, is carried from build to build and
only appended to: {"on": the day the site first said it, "case", "court_id", "docket_number", "axis", "old", "new",
"since", "entry_id", "rule"}. Of a case that has no page any more no line is kept: who was forgotten is forgotten here.
Nor is an accusation that nobody confirms any more. While a file of an editor's has a mistake, which may be the reason,
such lines are not published but stay beside the database: a build without a mistake says what is gone.
"""
import datetime as dt
import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from . import SiteError, addresses
from .output import File
from .own_files import mend_of
from .published import PublishedCase, Shown
from .withheld import ACCUSATIONS, confirmed_entries

NAME: Final = "{db}.trail.jsonl"
"""Where the trail stands between builds: beside the database."""


class Trail:
    """The trail so far, and what this build adds. `before`: its file, which need not be there yet."""

    def __init__(self, before: Path | None, on: dt.date) -> None:
        self.before, self.on = before, on
        self._said = _last(_rows(before))
        self._harmless = _last((line, row) for line, row in _rows(before) if not _accuses(row))
        self._cases: set[str] = set()
        self._confirmed: set[str] = set()
        self._new: list[str] = []

    def case(self, case: PublishedCase) -> Iterator[File]:
        """Note what of this case was never said before. It has no file of its own."""
        self._cases.add(case.slug)
        if confirmed_entries(case):
            self._confirmed.add(case.slug)
        before = (self._said if case.slug in self._confirmed else self._harmless).get(case.slug, {})
        for axis, shown in _values(case).items():
            if before.get(axis, "") != (new := " ".join(each.value for each in shown)):
                self._new.append(_line(self.on, case, axis, before.get(axis, ""), new, shown[0] if shown else None))
        yield from ()

    def whole(self) -> Iterator[File]:
        yield File(addresses.TRAIL, self.lines())

    def lines(self) -> Iterator[bytes]:
        """The trail as it is now: the lines from before, of cases that still have a page, then what is new."""
        for line, row in _rows(self.before):
            if row["case"] in (self._confirmed if _accuses(row) else self._cases):
                yield line
        yield from (line.encode() for line in self._new)


def _values(case: PublishedCase) -> Mapping[str, tuple[Shown, ...]]:
    return {"status": (case.status,), **case.axes}


def _line(on: dt.date, case: PublishedCase, axis: str, old: str, new: str, shown: Shown | None) -> str:
    proof, lead = (shown.proof if shown else None), case.current
    row = {"on": on.isoformat(), "case": case.slug, "court_id": lead.court_id, "docket_number": lead.docket_number,
           "axis": axis, "old": old, "new": new,
           "since": shown.since.isoformat() if shown and shown.since else None,
           "entry_id": proof.entry_id if proof else None, "rule": proof.rule if proof else None}
    return json.dumps(row, ensure_ascii=False) + "\n"


def _accuses(row: Mapping[str, Any]) -> bool:
    return not ACCUSATIONS.isdisjoint((*row["new"].split(), *str(row.get("old", "")).split()))


def _last(rows: Iterable[tuple[bytes, dict[str, Any]]]) -> dict[str, dict[str, str]]:
    """What was said last: case → axis → value."""
    said: dict[str, dict[str, str]] = {}
    for _, row in rows:
        said.setdefault(row["case"], {})[row["axis"]] = row["new"]
    return said


def _rows(path: Path | None) -> Iterator[tuple[bytes, dict[str, Any]]]:
    if path is None or not path.is_file():
        return
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                row = json.loads(line)
                if not all(isinstance(row[name], str) for name in ("case", "axis", "new")):
                    raise TypeError
            except (ValueError, KeyError, TypeError):
                raise SiteError(
                    f"{path}:{number}: is no line of a trail: restore the file from the pages ({addresses.TRAIL}), or "
                    "delete it to begin anew.") from None
            yield line, row


def forget_lines(path: Path, tells: Callable[[Path, str], bool]) -> None:
    """Take out every line that tells of who was forgotten: by its case, as the name of a file, or by its text."""
    if path.is_file():
        with path.open("rb") as lines:
            write_trail(path, (line for line in lines
                               if not tells(Path(f"{_case(line)}.html"), line.decode("utf-8", "replace"))))


def _case(line: bytes) -> str:
    """The case a line is of, "" where it is no line of a trail."""
    try:
        return str(json.loads(line)["case"])
    except (ValueError, KeyError, TypeError):
        return ""


def write_trail(path: Path, lines: Iterable[bytes], aside: Container[tuple[str, str]] = ()) -> None:
    """The trail for the next build, whole or as it was.

    `aside`: dockets, by court and number, of which the lines stay that are no longer among these.
    """
    beside = path.with_name(f".{path.name}.tmp")
    try:
        with beside.open("wb") as file:
            file.writelines(_with_those_aside(path, lines, aside) if aside else lines)
        beside.replace(path)
    except OSError as error:
        raise SiteError(f"{path} cannot be written ({error.strerror}): {mend_of(error)}.") from None


def _with_those_aside(path: Path, lines: Iterable[bytes], aside: Container[tuple[str, str]]) -> Iterator[bytes]:
    """The lines, and between them, in their old order, those from before that stay though they are not among them."""
    coming = iter(lines)
    said = next(coming, None)
    for line, row in _rows(path):
        if line == said:
            yield line
            said = next(coming, None)
        elif (row.get("court_id", ""), row.get("docket_number", "")) in aside:
            yield line
    if said is not None:
        yield said
    yield from coming
