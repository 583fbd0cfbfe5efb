"""The HTML of a page in, its lines, its links and its drawings out: by the standard library alone, for recount.py."""
import datetime as dt
import re
import time
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

Wrong = Iterator[str]
NO_TEXT = frozenset({"time", "blockquote", "template", "noscript", "form", "code", "pre"})
EMPTY = frozenset({"meta", "link", "br", "img", "input", "hr", "wbr"})
BLOCKS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "caption", "summary", "figcaption", "dt", "dd", "text"})


class Cell:
    """What a table's cell holds, or any other block: its text, its links as (href, text), its attributes."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag, self.attributes, self.text = tag, attributes, ""
        self.links: list[tuple[str, str]] = []

    @property
    def numbers(self) -> list[int]:
        return numbers_in(self.text)


class Line:
    """A row of a table, or a block of text, which is one cell. `within`: classes of what it stands in."""

    def __init__(self, tag: str, within: str, caption: str, id: str) -> None:
        self.tag, self.within, self.caption, self.id = tag, within, caption, id
        self.cells: list[Cell] = []

    @property
    def links(self) -> list[tuple[str, str]]:
        return [link for cell in self.cells for link in cell.links]

    @property
    def text(self) -> str:
        return " ".join(" ".join(cell.text for cell in self.cells).split())

    @property
    def numbers(self) -> list[int]:
        """Those of its cells for numbers, the first of each."""
        return [n for cell in self.cells[1:] if {"number", "figure"} & set(cell.attributes.get("class", "").split())
                for n in cell.numbers[:1]]


class Drawing:
    """An <svg>: its classes and those of what it stands in, its shapes as (tag, attributes), its words; `beside`: the
    row or the line that it stands in, else the last before it that leads anywhere."""

    def __init__(self, name: str, within: str, beside: Line | None) -> None:
        self.name, self.within, self.beside = name.split(), within.split(), beside
        self.shapes: list[tuple[str, dict[str, str]]] = []
        self.words: list[Cell] = []

    def of(self, tag: str, name: str = "") -> list[dict[str, str]]:
        """The attributes of its shapes of a kind."""
        return [given for kind, given in self.shapes if kind == tag and name in ("", *given.get("class", "").split())]


class Page(HTMLParser):
    """The lines of what stands in <main>, or in the body of a frame; its drawings; which cases its tables list."""

    def __init__(self, path: str, html: str) -> None:
        super().__init__()
        self.path, self.folder, self.name = path, path.rpartition("/")[0], Path(path).stem
        self.lines: list[Line] = []
        self.drawings: list[Drawing] = []
        self.cases: list[str] = []
        self.by_section: Counter[str] = Counter()
        self._open: list[tuple[str, dict[str, str]]] = []
        self._line: Line | None = None
        self._row: Line | None = None
        self._link: list[str] | None = None
        self._drawing: Drawing | None = None
        self._drawn_at = 0
        self._caption = self._section = ""
        start = html.find("<main")
        self.feed(html[start if start >= 0 else html.find("<body"):])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in EMPTY:
            self._open.append((tag, given))
        if any(name in NO_TEXT for name, _ in self._open):
            return
        if tag == "section":
            self._section = given.get("aria-labelledby", "")
        if tag == "table":
            self._caption = ""
        within = " ".join(each.get("class", "") for _, each in self._open)
        if self._drawing:
            self._drawing.shapes.append((tag, given))
        elif tag == "svg":
            self._drawing = Drawing(given.get("class", ""), within, self._row or self._line or next(
                (line for line in reversed(self.lines) if line.links), None))
            self._drawn_at = len(self._open)
            self.drawings.append(self._drawing)
        if tag == "tr":
            self._row = Line("tr", within, self._caption, given.get("id", ""))
            self.lines.append(self._row)
        elif tag in ("td", "th") and self._row:
            self._row.cells.append(Cell(tag, given))
        elif tag in BLOCKS and not self._row:
            self._line = Line(tag, within, self._caption, given.get("id", ""))
            self._line.cells.append(Cell(tag, given))
            self.lines.append(self._line)
            if tag == "text" and self._drawing:
                self._drawing.words.append(self._line.cells[0])
        if tag == "a" and "href" in given:
            self._link = [given["href"], ""]

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass
        if self._drawing and len(self._open) < self._drawn_at:
            self._drawing = None
        if tag == "a" and self._link:
            if self._cell:
                self._cell.links.append((self._link[0], " ".join(self._link[1].split())))
            self._link = None
        elif tag == "tr" and self._row:
            if "cases" in self._row.within.split() and self._row.cells[0].tag == "th" and self._row.cells[0].links:
                self.cases += re.findall(r"cases/([^/]+)\.html$", self._row.cells[0].links[0][0])
                self.by_section[self._section] += 1
            self._row = None
        elif tag == "caption" and self._line:
            self._caption = self._line.text
        if tag in BLOCKS and not self._row:
            self._line = None

    def handle_data(self, data: str) -> None:
        if any(name in NO_TEXT for name, _ in self._open):
            return
        if self._link:
            self._link[1] += data
        if cell := self._cell:
            cell.text += data

    @property
    def _cell(self) -> Cell | None:
        holder = self._row or self._line
        return holder.cells[-1] if holder and holder.cells else None

    def said(self, pattern: str) -> re.Match[str] | None:
        """What some line says."""
        return next((found for line in self.lines if (found := re.search(pattern, line.text))), None)


def numbers_in(text: str) -> list[int]:
    return [int(each.replace(",", "")) for each in re.findall(r"\d[\d,]*", text)]


def number(text: str) -> int:
    return int(text.replace(",", ""))


def percent(given: dict[str, str], name: str) -> float:
    """An attribute of a drawing's that says how many percent, as a number."""
    return float(given.get(name, "0").rstrip("%"))


def share(part: int, whole: int) -> str:
    """In percent as pages write it."""
    return "<1%" if 0 < part / whole < 0.005 else f"{part / whole:.0%}"


def day_of(text: str) -> str:
    """ "6 April 2026" as ISO text."""
    found = re.search(r"\d+ \w+ \d{4}", text)
    return dt.date(*time.strptime(found[0], "%d %B %Y")[:3]).isoformat() if found else ""


def month_of(text: str) -> str:
    found = re.search(r"[A-Z]\w+ \d{4}", text)
    return time.strftime("%Y-%m", time.strptime(found[0], "%B %Y")) if found else ""


def unequal(page: Page, what: str, shown: list, right: list) -> Wrong:
    if shown != right:
        yield f"{page.path}: {what}: {shown} published, {right} counted"


def goal_of(line: Line) -> str:
    """What the first link of a line leads to: the id in its address."""
    return Path(line.links[0][0]).stem if line.links else ""
