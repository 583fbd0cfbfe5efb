"""Records in, the files of a search index out: the thin edge around Pagefind, a program that reads a folder of pages.

It runs on this machine alone, on a folder made for it and removed again. The same records give the same bytes.
"""
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

from . import SiteError
from .excerpt import fit
from .output import File

FOLDER: Final = "pagefind"
"""Where the index stands in the site."""

SCRIPT: Final = f"{FOLDER}/pagefind.js"

HAS_PAGEFIND: Final = find_spec("pagefind") is not None and find_spec("pagefind_bin") is not None
"""An index is made where pagefind is installed (the extra `search`)."""

_LANGUAGE: Final = "en"
_NEEDED: Final = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", f"wasm.{_LANGUAGE}.pagefind",
                  "*.pf_meta", "index/*", "fragment/*")
_LONGEST_RUN: Final = 1_800


class Record(NamedTuple):
    """What the search knows of a page. `path`: where it stands beneath the root of its language.

    `words` stand in excerpts; `title`, `place` (courts, numbers, judges) and `labels` are found and do not. `meta`
    comes back with a result.
    """

    path: str
    title: str
    place: str
    words: str
    labels: str
    meta: dict[str, str]


def index_files(records: Iterable[Record]) -> Iterator[File]:
    """The index over these records; nothing where Pagefind is not installed. Raises SiteError where it fails."""
    if not HAS_PAGEFIND:
        return
    with tempfile.TemporaryDirectory(prefix="writwatch-search-") as folder:
        pages, index = Path(folder, "pages"), Path(folder, "index")
        pages.mkdir()
        for record in records:
            place = pages / record.path
            place.parent.mkdir(exist_ok=True, parents=True)
            place.write_text(fit(page(record)), encoding="utf-8")
        _run(pages, index)
        for pattern in _NEEDED:
            for place in sorted(index.glob(pattern)):
                yield File(f"{FOLDER}/{place.relative_to(index).as_posix()}", place.read_bytes())


def page(record: Record) -> str:
    """A record as the page that Pagefind reads: what is meta is found too, and stands in no excerpt.

    Each value is a paragraph of its own: the last word of one and the first of the next are never read as one. A page
    without a word is none to Pagefind, and a site of such pages a failure: then the title stands there.
    """
    known = {"title": record.title, "place": record.place, "labels": record.labels, **record.meta}
    meta = "".join(
        f'<p data-pagefind-meta="{escape(name)}">{escape(value)}</p>\n' for name, value in known.items() if value)
    return (
        f'<!doctype html><html lang="{_LANGUAGE}"><body>'
        f'<p>{escape(record.words or record.title)}</p>\n'
        f'<div data-pagefind-ignore="index">{meta}</div></body></html>\n')


def _run(pages: Path, index: Path) -> None:
    from pagefind.service import get_executable

    program = get_executable()
    if program is None:
        raise SiteError("The search index cannot be made: install the extra `search` again, or take it away.")
    told = subprocess.run(
        [program, "--site", pages, "--output-path", index, "--force-language", _LANGUAGE, "--silent"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=_LONGEST_RUN, check=False,
        env={"PATH": os.environ.get("PATH", "")})  # somebody else's program: no token is its business
    # Without a record Pagefind finds nothing to index and says so by its status.
    if told.returncode and any(pages.iterdir()):
        raise SiteError(
            f"The search index could not be made (Pagefind ended with {told.returncode}): take the extra `search` away "
            "to publish without it.")
