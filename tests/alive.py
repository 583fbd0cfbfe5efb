"""A built site in; whatever in it would run, lead elsewhere, or be taken for more than text out, as sentences.

Each kind of file is read by a strict reader that is not ours.
"""
import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from xml.etree import ElementTree

import html5lib
from icalendar import Calendar
from markdown_it import MarkdownIt

from .hostile import ELSEWHERE, MARK

HOSTS: Final = frozenset({"", "www.courtlistener.com", "www.fjc.gov", "github.com", "example.org"})
"""Where a link of a made-up site may lead."""
ELEMENTS: Final = frozenset({"iframe", "object", "embed", "base", "applet", "frame", "frameset", "math", "img",
                               "style"})
SVG: Final = frozenset({
    "svg", "g", "path", "rect", "line", "circle", "text", "title", "desc", "polyline", "polygon", "tspan", "use", "a",
    "defs", "clipPath", "pattern"})
URLS: Final = ("href", "src", "action", "formaction", "data", "poster", "xlink:href", "srcdoc", "ping", "cite")
FORMULA: Final = tuple("=+-@＝＋－＠\t\r\n")
CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def alive(site: Path, ours: Callable[[str], bool] = lambda url: False) -> Iterator[str]:
    """A sentence for each thing in a site that is no mere text. `ours`: other links that may be there."""
    for place in sorted(each for each in site.rglob("*") if each.is_file()):
        name = place.relative_to(site).as_posix()
        if place.is_symlink() or not re.fullmatch(r"[A-Za-z0-9._/-]+", name):
            yield f"{name[:80]!r}: no name of ours"
        reader = READERS.get(place.suffix)
        if reader and name != "_redirects" and not name.startswith(("static/", "pagefind/")):
            yield from (f"{name}: {wrong}" for wrong in reader(place.read_bytes(), ours))


def in_html(content: bytes, ours: Callable[[str], bool]) -> Iterator[str]:
    """Elements, attributes and addresses that no page of ours has."""
    text = content.decode()
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    if CONTROLS.search(text):
        yield "a control character"
    for each in tree.iter():
        tag = str(each.tag).rpartition("}")[2]
        if not isinstance(each.tag, str):
            if MARK in (each.text or ""):
                yield f"a comment: {each.text[:60]}"
            continue
        if tag in ELEMENTS and not (tag == "style" and ours(each.text or "")):
            yield f"<{tag}>"
        if "svg" in each.tag and tag not in SVG:
            yield f"<{tag}> within SVG"
        if MARK in tag or any(MARK in attribute for attribute in each.attrib):
            yield f"<{tag}> with {sorted(each.attrib)[:3]}"
        yield from _in_attributes(tag, each.attrib, ours)
        yield from _in_scripts(tag, each)


def _in_attributes(tag: str, attributes: dict[str, str], ours: Callable[[str], bool]) -> Iterator[str]:
    for attribute, value in attributes.items():
        if attribute.startswith("on") or attribute == "style":
            yield f"<{tag} {attribute}>"
        if attribute == "http-equiv" and value.lower() not in ("content-security-policy", "content-type", "refresh"):
            yield f"<{tag} {attribute}={value}>"
        if value == "refresh" and not re.fullmatch(r"0; ?url=[a-z0-9-]+\.html", attributes.get("content", "")):
            yield f"<{tag} {attribute}={value}>"
        if attribute in URLS and not _is_safe(value) and not ours(value):
            yield f"<{tag} {attribute}={value[:60]!r}>"


def _in_scripts(tag: str, element: Any) -> Iterator[str]:
    if tag != "script":
        return
    if element.get("type") == "application/ld+json":
        json.loads(element.text or "")
    elif (element.text or "").strip() or not element.get("src"):
        yield "<script> with a text"


def _is_safe(url: str) -> bool:
    """Whether an address leads to a page of the site, to a host of ours, to mail, or to a picture in the page."""
    plain = "".join(c for c in url if c > " ").lower()
    if plain.startswith(("//", "\\", "/\\")):
        return False
    parts = urlsplit(plain)
    return (parts.scheme in ("", "https") and (parts.hostname or "") in HOSTS and "@" not in parts.netloc) or (
        parts.scheme == "mailto" and "%0a" not in plain and "%0d" not in plain)


def in_xml(content: bytes, ours: Callable[[str], bool]) -> Iterator[str]:
    """A feed or a picture that is not well-formed, or has what is not ours."""
    tree = ElementTree.fromstring(content)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        yield "a document type"
    for each in tree.iter():
        if MARK in each.tag or any(MARK in attribute for attribute in each.attrib):
            yield f"<{each.tag}>"
        for attribute, value in each.attrib.items():
            if attribute.rpartition("}")[2] in ("href", "src", "uri") and not _is_safe(value):
                yield f"{each.tag} {attribute}={value[:60]!r}"
        if each.tag.endswith("}content") and each.get("type") == "html":
            yield from _in_fragment(each.text or "", ours)


def _in_fragment(text: str, ours: Callable[[str], bool]) -> Iterator[str]:
    """HTML within a feed."""
    page = f"<!doctype html><html lang=en><head><title>x</title></head><body>{text}</body></html>"
    yield from (f"content {wrong}" for wrong in in_html(page.encode(), ours))


def in_json(content: bytes, ours: Callable[[str], bool]) -> Iterator[str]:
    told = json.loads(content)
    if isinstance(told, dict) and "items" in told and "version" in told:
        for item in told["items"]:
            yield from _in_fragment(item["content_html"], ours)
            yield from (f"{key} {item[key]!r}" for key in ("url", "external_url") if not _is_safe(item[key]))


def in_lines(content: bytes, ours: Callable[[str], bool]) -> Iterator[str]:
    for line in content.split(b"\n"):
        if line:
            json.loads(line)
    yield from ()


def in_csv(content: bytes, ours: Callable[[str], bool]) -> Iterator[str]:
    """A cell that a spreadsheet would run, with commas or with semicolons between cells, and rows of other lengths."""
    text = content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    if len({len(row) for row in rows}) > 1:
        yield "rows of several lengths"
    apart = [line.split(";") for line in text.split("\r\n")]
    for row in (*rows, *apart):
        for cell in row:
            bare = cell.lstrip(" \t\r\n\0\u00a0\u200b\u3000\ufeff")
            if bare.startswith(FORMULA) and not re.fullmatch(r"-?[0-9.]+", bare):
                yield f"a cell {cell[:60]!r}"
            if re.search("[\x00-\x1f\x7f-\x9f]", cell):
                yield f"a control character in {cell[:60]!r}"


def in_ics(content: bytes, ours: Callable[[str], bool]) -> Iterator[str]:
    """A property that no calendar of ours has, a line that is too long or ends otherwise."""
    lines = content.split(b"\r\n")
    if any(b"\n" in line or b"\r" in line for line in lines):
        yield "a line end of its own"
    if any(len(line) > 75 for line in lines):
        yield "a line that is too long"
    calendar = Calendar.from_ical(content)
    for part in calendar.walk():
        if part.name not in ("VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"):
            yield f"a part {part.name}"
        for name, value in part.property_items(recursive=False):
            if name in ("ATTACH", "ORGANIZER", "ATTENDEE", "ACTION") or MARK.upper() in name:
                yield f"{name}: {str(value)[:60]}"
            if name == "URL" and not _is_safe(str(value)):
                yield f"URL {value}"


def in_script(content: bytes, ours: Callable[[str], bool]) -> Iterator[str]:
    """A script that is more than one variable of data."""
    text = content.decode()
    found = re.fullmatch(r"var [A-Za-z]+ = (.*);\n", text, re.DOTALL)
    if not found or "\n" in found[1] or re.search("[<\u2028\u2029]", found[1]):
        yield "more than data"
    else:
        json.loads(found[1])


def in_words(content: bytes, ours: Callable[[str], bool]) -> Iterator[str]:
    """A digest as text: what a terminal would obey, and what Markdown makes of it."""
    text = content.decode()
    if CONTROLS.search(text):
        yield "a control character"
    html = MarkdownIt("commonmark", {"html": True}).render(text)
    yield from (f"as Markdown {wrong}" for wrong in _in_fragment(re.sub(r"<(https?://[^>]+)>", "", html), ours))


def in_headers(content: bytes, ours: Callable[[str], bool]) -> Iterator[str]:
    if ELSEWHERE.encode() in content or MARK.encode() in content:
        yield "a line of somebody else"


READERS: Final[dict[str, Callable[[bytes, Callable[[str], bool]], Iterator[str]]]] = {
    ".html": in_html, ".xml": in_xml, ".svg": in_xml, ".json": in_json, ".jsonld": in_json, ".jsonl": in_lines,
    ".csv": in_csv, ".ics": in_ics, ".js": in_script, ".md": in_words, "": in_headers,
}
