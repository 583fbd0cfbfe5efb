"""A folder in, a SiteError out that names file, rule and case: the thin edge, shared out to several processes."""
import os
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from .. import SiteError, addresses, unpacked
from ..pooled import pooled, processors
from .forms import Forms
from .scan import FULL_NAME, Hit, Scan

_TOGETHER, _HEAVY = 100, 4_000_000
"""Files that a process is given at a time, or bytes; for less no other is begun."""
_PACKAGED_SEARCH: Final = re.compile(r"(?:.*/)?pagefind/[\w.-]+\.(?:js|css)")
"""What Pagefind brings to every site, the same everywhere; what it makes of this one lies in other files."""


def _page_of(folder: Path, slug: str) -> str:
    place = folder / "cases" / f"{slug}.html"
    return place.read_text(encoding="utf-8", errors="replace") if place.is_file() else ""


class _Seen(NamedTuple):
    """What stands on the pages of a site: parts of names, and those that other words begin with."""

    parts: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()


def check(
    folder: Path, forms: Forms, own: Iterable[str] = (), examples: Iterable[str] = (), *,
    known: Container[str] = (), processes: int | None = None,
) -> None:
    """Every file of a built site held against everything protected; SiteError at the first that betrays somebody.

    `known`: paths of files about one case that passed an earlier check as they are, and whose words stand in the data
    file of that case as well, which is looked into again for whoever came to be protected since. `processes`: how many
    look beside this one; one for each processor unless given. What is found does not depend on it.
    """
    scan = Scan(forms, own, examples, page_of=lambda slug: _page_of(folder, slug))
    paths = sorted(path for path in _paths(folder) if path not in known)
    bare: dict[str, Hit] = {}
    for found in _look(scan, folder, paths, processors() if processes is None else processes):
        _stop_at(found.hit)
        if found.trouble:
            raise SiteError(found.trouble)
        scan.on_pages |= found.seen.parts
        scan.words.stems |= found.seen.stems
        for word, hit in found.bare.items():
            bare.setdefault(word, hit)
    _stop_at(next((hit for word, hit in bare.items() if word not in scan.on_pages
                   and (hit.rule == FULL_NAME or word not in scan.words.stems)), None))


def _paths(folder: Path) -> Iterator[str]:
    """Every file beneath a folder, by its path in it."""
    for place, _, found in os.walk(folder):
        inside = os.path.relpath(place, folder)
        yield from found if inside == os.curdir else (f"{inside}/{name}" for name in found)


class _Found(NamedTuple):
    """What some files came to, as far as the first that stops: what betrays somebody, or why one cannot be read.

    `bare`: each word of an index that would betray somebody if it stood on no page, and where it stands first.
    """

    hit: Hit | None
    trouble: str
    seen: _Seen
    bare: dict[str, Hit]


def _look(scan: Scan, folder: Path, paths: Sequence[str], processes: int) -> Iterator[_Found]:
    """What the files came to, some at a time, in their order."""
    batches = [*_batches(folder, paths)]
    if processes < 2 or len(batches) < 2:
        yield from map(_Look(scan, folder).into, batches)
        return
    yield from pooled(lambda: _Look(scan, folder).into, batches, processes, "look for names")


def _batches(folder: Path, paths: Sequence[str]) -> Iterator[list[str]]:
    """The files in their order, some at a time; what says the same in several formats is in one."""
    batch: list[str] = []
    size = 0
    for path in paths:
        stem = path.rpartition(".")[0]
        if len(batch) >= _TOGETHER or (size > _HEAVY and not batch[-1].startswith(f"{stem}.")):
            yield batch
            batch, size = [], 0
        batch.append(path)
        size += (folder / path).stat().st_size
    if batch:
        yield batch


class _Look:
    """One process at work on its share of the files."""

    def __init__(self, scan: Scan, folder: Path) -> None:
        self._scan, self._folder = scan, folder
        self._told = _Seen(frozenset(scan.on_pages), frozenset(scan.words.stems))

    def into(self, paths: Sequence[str]) -> _Found:
        """What these files came to; of what stands on pages only what was not told before."""
        hit, trouble, bare = None, "", dict[str, Hit]()
        for path in paths:
            try:
                hit = self._scan.path(path) or self._first_hit(path, bare)
            except unpacked.NotReadable as error:
                trouble = (f"{path} cannot be looked into for protected names ({error}): nothing was published and "
                           "the site stays as it was; build again, or leave that file out.")
            if hit or trouble:
                break
        seen = _Seen(frozenset(self._scan.on_pages), frozenset(self._scan.words.stems))
        fresh = _Seen(seen.parts - self._told.parts, seen.stems - self._told.stems)
        self._told = seen
        return _Found(hit, trouble, fresh, bare)

    def _first_hit(self, path: str, bare: dict[str, Hit]) -> Hit | None:
        """The first thing in a file that may not be published; the words of an index are put by instead."""
        if _PACKAGED_SEARCH.fullmatch(path):
            return None
        with (self._folder / path).open("rb") as file:
            for found in unpacked.texts_in(path, file):
                if found.is_bare_words:
                    for word, told in self._scan.in_bare_words(path, found.text):
                        bare.setdefault(word, told)
                elif hit := self._scan.text(path, found):
                    return hit
        return None


def _stop_at(hit: Hit | None) -> None:
    if hit:
        shows = addresses.slug_in(hit.file) or hit.slug
        places = ", or ".join(f"“… {words} …”" for words in hit.around)
        raise SiteError(
            f"{hit.file} would show {hit.rule} that the case {hit.slug} protects{places and f' ({places})'}: nothing "
            f"was published and the site stays as it was; see `writwatch review --names {hit.slug}`, and mend the "
            f"title, the words or the decision that shows it. To publish all the rest meanwhile, let the file of the "
            f'case {shows} say [privacy] show = "hidden", with reason, by and on; one without a file: '
            "`writwatch discover --reject`."
        )
