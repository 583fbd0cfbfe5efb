"""Editors' notes: `notes/SLUG.md` of a site folder in, the cases with their notes out; Markdown in, safe HTML out.

A note is plain Markdown: no HTML, no pictures, links to https only. A mistake is a SiteError that names file and line
and quotes nothing, because a note may name somebody whom privacy hides. What is rendered has passed the policy before.
"""
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from . import SiteError
from .cases import Case
from .own_files import files_in, refuse_links

LONGEST: Final = 20_000
HEADING: Final = "h3"
"""Every heading of a note, whatever its level: it stands beneath the page's own."""

_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False}).disable("image")
_STRICT: Final = MarkdownIt("commonmark", {"html": True})
_TAGS: Final = frozenset({"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr", HEADING})
_WORD: Final = re.compile(r"[^\W_]+")


def with_notes(cases: Iterable[Case], folder: Path) -> tuple[Case, ...]:
    """The cases, each with the note of its slug in `folder`/notes. Raises SiteError for a mistake in any note.

    The note of a case whose own file has a mistake waits with it: that is said where the file is read.
    """
    refuse_links(folder / "notes")
    notes = {path.stem: path for path in files_in(folder / "notes", ".md")}
    noted = tuple(case._replace(note=_read(notes.pop(case.slug))) if case.slug in notes else case for case in cases)
    for path in notes.values():
        if (folder / "cases" / f"{path.stem}.toml").is_file():
            continue
        raise SiteError(f"{path} is a note on no case: give it the name of the case's file, as in SLUG.md.")
    return noted


def noted(cases: Sequence[Case], folder: Path) -> Sequence[Case]:
    """The cases as pages have them, so that what was kept of them goes; a mistake in a note keeps nothing else back."""
    try:
        return with_notes(cases, folder)
    except SiteError:
        return cases


def render_note(markdown: str) -> str:
    """A note as HTML that can only be text: what nh3 does not know is taken out. "" for an empty one."""
    if not markdown.strip():
        return ""
    tokens = _MARKDOWN.parse(markdown.encode(errors="replace").decode())
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = HEADING
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    return nh3.clean(html, tags=set(_TAGS), attributes={"a": {"href"}}, url_schemes={"https"}, url_relative="deny",
                     link_rel="noopener")


def _read(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8-sig").strip()
    except UnicodeDecodeError:
        raise SiteError(f"{path} is not text in UTF-8: save it again as that.") from None
    except OSError as error:
        raise SiteError(f"{path} cannot be read: {error.strerror}.") from None
    if len(text) > LONGEST:
        raise SiteError(f"{path} is longer than {LONGEST:,} characters: a note is a page at most.")
    for line, sentence in _mistakes(text):
        raise SiteError(f"{path}, line {line}: {sentence}")
    return text


def _mistakes(text: str) -> Iterator[tuple[int, str]]:
    """(line, sentence) for all that a note may not hold."""
    for token in _STRICT.parse(text):
        line = token.map[0] + 1 if token.map else 1
        if token.type == "html_block":
            yield line, _HTML
        children = token.children or []
        yield from ((line, sentence) for child in children if (sentence := _mistake(child)))
        if children and any(word not in token.content for word in _WORD.findall(_plain(children))):
            yield line, _HIDDEN


_HTML: Final = "there is HTML: a note is plain Markdown (a < that is meant as such is written \\<)"

_HIDDEN: Final = "a word has marks or a character reference (&…;) within it, where a name could hide: write it out"


def _mistake(token: Token) -> str:
    if token.type == "html_inline":
        return _HTML
    if token.type == "image":
        return "there is a picture: a page loads nothing from elsewhere, so link to it"
    if token.type == "link_open" and not str(token.attrGet("href")).startswith("https://"):
        return "a link does not begin with https://"
    return ""


def _plain(children: Iterable[Token]) -> str:
    """The words a reader sees, line breaks as they are."""
    return "".join("\n" if child.type in ("softbreak", "hardbreak") else child.content for child in children)
