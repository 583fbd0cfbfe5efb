"""A built site in, every number in which a page in another language differs from the English one at its path, out.

For recount.py: two pages are taken apart into blocks (a paragraph, a cell, a drawing's word) and each block is compared
with its twin: the same elements with the same attributes, the same links, the same numbers in it, in whatever order its
sentence has them. Dates and hours are numbers too: both languages write them in the same digits.
"""
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path

from recount_beside import wrong_figures
from recount_pages import BLOCKS, EMPTY, Page
from recount_site import Site

APART = BLOCKS | {"td", "th", "tr", "table", "section", "div", "ul", "ol", "dl", "figure", "svg", "details", "header"}
WORDS = re.compile(r"lang|aria-label|title|placeholder|data-(?!measure$|of$|value$).*")
"""Attributes that hold words, among them those for scripts; of labels and titles the numbers are compared."""

FIGURES = "figures"
"""The class of what an editor wrote in each language: compared word for word with figures.csv instead."""

TERM = "term"
"""The class of links to the glossary, which each language has where its own words are explained."""

ALONE = frozenset({"404.html"})
"""Leads to the front page of its own language by whole addresses."""

BY_ALPHABET = frozenset({"states/index.html", "glossary.html"})
"""Has its rows, or its terms, in the order of each language's alphabet: the rows are compared, and not their order."""


class Block:
    """An element that a browser sets apart: its tag, its attributes, the elements within its lines, its numbers."""

    def __init__(self, start: tuple) -> None:
        self.start = start
        self.inner: list[tuple] = []
        self.numbers: list[str] = []

    @property
    def told(self) -> tuple:
        return (self.start, sorted(self.inner), sorted(self.numbers))


class Skeleton(HTMLParser):
    """What is left of a page without its words: the blocks of <main>, or of a frame's body."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.blocks = [Block(("page",))]
        self._open: list[tuple[str, Block]] = []
        self._skipped = 0
        start = html.find("<main")
        end = html.rfind("</main>")
        self.feed(html[start:end] if start >= 0 else html[html.find("<body"):])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._skipped or FIGURES in given.get("class", "").split():
            self._skipped += tag not in EMPTY
            return
        kept = {name: placed(name, value) for name, value in given.items() if not WORDS.fullmatch(name)}
        start = (tag, *sorted(kept.items()))
        if tag in APART:
            self.blocks.append(Block(start))
        elif TERM not in given.get("class", "").split() and start != ("span",):
            self._block.inner.append(start)
        self._block.numbers += [n for name in ("aria-label", "title") for n in digits(given.get(name, ""))]
        if tag not in EMPTY:
            self._open.append((tag, self.blocks[-1] if tag in APART else self._block))

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= tag not in EMPTY
        elif any(name == tag for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._block.numbers += digits(data)

    @property
    def _block(self) -> Block:
        return self._open[-1][1] if self._open else self.blocks[0]


def told(path: str, html: str) -> list[tuple]:
    """What is compared of a page: its blocks in their order, or its rows in any."""
    blocks = [block.told for block in Skeleton(html).blocks]
    if path not in BY_ALPHABET:
        return blocks
    rows: list[tuple] = [()]
    for block in blocks:
        if block[0][0] in ("tr", "div"):
            rows.append(())
        rows[-1] += block
    return sorted(rows, key=repr)


def placed(name: str, value: str) -> str:
    """An attribute as it is in every language: addresses without the steps up to the root."""
    return re.sub(r"^(?:\.\./)+", "", value) if name in ("href", "src", "action") else value


def digits(text: str) -> list[str]:
    return re.findall(r"\d+(?:[.,:]\d+)*", text)


def languages(folder: Path) -> list[str]:
    """The folders of other languages: each named as the language of its front page."""
    return [front.parent.name for front in sorted(folder.glob("*/index.html"))
            if re.search(rf'<html[^>]* lang="{re.escape(front.parent.name)}"', front.read_text(encoding="utf-8"))]


def wrong_languages(site: Site) -> Iterator[str]:
    """Every page of every other language beside the English one."""
    for language in languages(site.folder):
        others = set(languages(site.folder))
        ours = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.html")}
        english = {path for path in ours if path.partition("/")[0] not in others}
        theirs = {path.removeprefix(f"{language}/") for path in ours if path.startswith(f"{language}/")}
        yield from (f"{language}/{path}: there is no such page in both languages" for path in sorted(english ^ theirs))
        for path in sorted((english & theirs) - ALONE):
            yield from wrong_twin(site, language, path, (site.folder / language / path).read_text(encoding="utf-8"))


def wrong_twin(site: Site, language: str, path: str, html: str) -> Iterator[str]:
    """The first block of a page that differs from its twin; and figures that are not those of the table."""
    ours, theirs = (told(path, each) for each in ((site.folder / path).read_text(encoding="utf-8"), html))
    for one, other in zip_longest(ours, theirs):
        if one != other:
            yield f"{language}/{path}: {other} published, {one} in English"
            break
    page = Page(path, html)
    if page.folder in ("topics", "states"):
        yield from (f"{language}/{each}" for each in wrong_figures(site, page, language))
