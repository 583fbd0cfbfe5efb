"""The Markdown of this repository in, a folder of plain HTML pages with the site's look out: `make docs`.

Every link within is looked up: a page, a heading or a file that is not there ends the run, with a line for each. Other
files that documents link to are copied beside the pages.
"""
import posixpath
import re
import shutil
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from jinja2 import Environment, FileSystemLoader, select_autoescape
from markdown_it import MarkdownIt
from markdown_it.token import Token

CHECKOUT: Final = Path(__file__).parent.parent
STATIC: Final = CHECKOUT / "site" / "static"
FIRST: Final = ("docs/index.md", "README.md", "docs/tutorial.md", "docs/editors.md", "docs/operators.md")
LAST: Final = ("CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
_OUTWARD: Final = re.compile(r"[a-z]+:", re.I)
_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


class Page(NamedTuple):
    """A document: where it stands in the repository, its address, title, headings {anchor: text} and tokens."""

    source: str
    path: str
    title: str
    headings: dict[str, str]
    tokens: list[Token]


def sources(checkout: Path = CHECKOUT) -> list[str]:
    """The documents, in the order of the navigation."""
    there = [f"docs/{path.name}" for path in sorted((checkout / "docs").glob("*.md"))]
    named = [name for name in FIRST if (checkout / name).is_file()]
    return [*named, *(name for name in there if name not in FIRST),
            *(name for name in LAST if (checkout / name).is_file())]


def read_page(checkout: Path, source: str) -> Page:
    tokens = _MARKDOWN.parse((checkout / source).read_text(encoding="utf-8"))
    headings: dict[str, str] = {}
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            text = "".join(child.content for child in inline.children or ())
            anchor = anchor_of(text, headings)
            headings[anchor] = text
            opening.attrSet("id", anchor)
    return Page(source, f"{Path(source).stem.lower()}.html", next(iter(headings.values()), source), headings, tokens)


def anchor_of(text: str, taken: dict[str, str]) -> str:
    """As the hosts of repositories name a heading, so that one link serves there and here."""
    anchor = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
    count = sum(1 for each in taken if re.fullmatch(re.escape(anchor) + r"(-\d+)?", each))
    return f"{anchor}-{count}" if count else anchor


def links(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from (child for child in token.children or () if child.type == "link_open")


def lead(page: Page, pages: dict[str, Page], checkout: Path) -> Iterator[str]:
    """Make each link of a page lead within the documentation; what leads nowhere comes out, a sentence each."""
    for link in links(page.tokens):
        href = str(link.attrs["href"])
        if _OUTWARD.match(href):
            continue
        target, _, anchor = href.partition("#")
        place = posixpath.normpath(posixpath.join(posixpath.dirname(page.source), target)) if target else page.source
        other = pages.get(place)
        if other and (not anchor or anchor in other.headings):
            link.attrSet("href", other.path + (f"#{anchor}" if anchor else ""))
        elif other is None and not anchor and (checkout / place).is_file() and not place.startswith(".."):
            link.attrSet("href", place.removeprefix("docs/"))
        else:
            yield f"{page.source}: leads to {href}, which is not there."


def beside(page: Page, pages: dict[str, Page]) -> Iterator[str]:
    """The files that a page links to and that are no pages: copied beside it."""
    mine = {each.path for each in pages.values()}
    for link in links(page.tokens):
        href = str(link.attrs["href"])
        if not _OUTWARD.match(href) and href.partition("#")[0] not in mine:
            yield href


def build(out: Path, checkout: Path = CHECKOUT) -> list[str]:
    """The pages under `out`; returns what leads nowhere. With that, nothing is written."""
    pages = {source: read_page(checkout, source) for source in sources(checkout)}
    wrong = [sentence for page in pages.values() for sentence in lead(page, pages, checkout)]
    if wrong:
        return wrong
    templates = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=select_autoescape())
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(STATIC / "fonts", out / "static" / "fonts")
    for path in (STATIC / "site.css", STATIC / "favicon.svg", Path(__file__).with_name("docs.css")):
        shutil.copyfile(path, out / "static" / path.name)
    for page in pages.values():
        body = _MARKDOWN.renderer.render(page.tokens, _MARKDOWN.options, {})
        text = templates.get_template("page.html").render(page=page, pages=pages.values(), body=body)
        (out / page.path).write_text(text, encoding="utf-8")
        for name in beside(page, pages):
            origin = checkout / "docs" / name
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(origin if origin.is_file() else checkout / name, out / name)
    return []


if __name__ == "__main__":
    wrong = build(Path(sys.argv[1]))
    print("\n".join(wrong) or f"{len(sources())} pages in {sys.argv[1]}: open {sys.argv[1]}/index.html")
    sys.exit(1 if wrong else 0)
