"""What still tells of a docket or a person after a purge: a tracker's folder or a built site in, places out.

The editor's own files are only named, by file and line; files that a build wrote can be taken away.
"""
import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from .build import MARKER

Tells = Callable[[Path, str], bool]
"""Whether a file tells of what is forgotten, by its name or by this text of it."""

WRITTEN_BY_HAND = frozenset({".toml", ".md", ".txt", ".html", ".csv", ".json", ".jsonl", ".css", ".js", ".svg"})
LONGEST = 2_000_000
"""Bytes of a file that somebody may have written by hand."""


def telling_lines(folder: Path, tells: Tells, but: Path) -> Iterator[str]:
    """ "cases/x.toml:3" for each line of the editor's files that tells; the file alone where its very name does.

    `but`: a folder in there that a build wrote. Files that cannot be read as text are passed over.
    """
    for path in sorted(folder.rglob("*")):
        within = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in within.parts)
        if hidden or path.suffix not in WRITTEN_BY_HAND or path.is_relative_to(but) or not path.is_file():
            continue
        if tells(path, ""):
            yield str(within)
        elif path.stat().st_size <= LONGEST:
            lines = _text(path).splitlines()
            yield from (f"{within}:{number}" for number, line in enumerate(lines, 1) if tells(path, line))


def whole_words(slugs: Collection[str]) -> re.Pattern[str]:
    """Any of these names of cases, not within a longer one: as a correction, a rule of [[notify]] or a link has it."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, slugs))})(?![\w-])" if slugs else r"(?!)")


def is_built(out: Path) -> bool:
    """Whether a build wrote this folder."""
    return (out / MARKER).is_file()


def remove_pages(out: Path, tells: Tells) -> int:
    """Take away every file of a built site that tells, and return how many; the others stay as they were."""
    telling = [path for path in sorted(out.rglob("*")) if path.is_file() and tells(path, _text(path))]
    for path in telling:
        path.unlink()
    return len(telling)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")
