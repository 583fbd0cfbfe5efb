"""A built site in, every number of it that the published tables do not bear out: by the standard library alone.

Whoever has the folder can run it: `python tests/recount.py public`. Nothing of the project is imported; what is counted
is defined once more, by hand, from the sentences of the pages, so that two hands must agree. Tables first (the other
half, recount_tables.py), then every page that counts our cases: each number against cases.csv, events.csv, dates.csv
and dockets.csv, and against the list of cases that it leads to, filtered as static/lists.js does.

Not counted again: what others counted (they have a source), docket numbers of cases without a page and the estimates
made from these, how the fetching is doing, and images.
"""
import datetime as dt
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl

from recount_tables import (
    COUNTED,
    OPEN,
    TIMES,
    Case,
    as_of,
    count,
    half,
    petition,
    survival,
    table,
    waits,
    wrong_dockets,
    wrong_durations,
    wrong_judges,
    wrong_marks,
    wrong_measures,
    wrong_tables,
)

Wrong = Iterator[str]
NO_TEXT = frozenset({"time", "blockquote", "template", "noscript", "form", "code", "pre"})
EMPTY = frozenset({"meta", "link", "br", "img", "input", "hr", "wbr"})
BLOCKS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "caption", "summary", "figcaption", "dt", "dd", "text"})


# Reading a page.


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


class Page(HTMLParser):
    """The lines of what stands in <main>, or in the body of a frame; and which cases its tables of cases list."""

    def __init__(self, path: str, html: str) -> None:
        super().__init__()
        self.path, self.folder, self.name = path, path.rpartition("/")[0], Path(path).stem
        self.lines: list[Line] = []
        self.cases: list[str] = []
        self.by_section: Counter[str] = Counter()
        self._open: list[tuple[str, dict[str, str]]] = []
        self._line: Line | None = None
        self._row: Line | None = None
        self._link: list[str] | None = None
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
        if tag == "tr":
            self._row = Line("tr", within, self._caption, given.get("id", ""))
            self.lines.append(self._row)
        elif tag in ("td", "th") and self._row:
            self._row.cells.append(Cell(tag, given))
        elif tag in BLOCKS and not self._row:
            self._line = Line(tag, within, self._caption, given.get("id", ""))
            self._line.cells.append(Cell(tag, given))
            self.lines.append(self._line)
        if tag == "a" and "href" in given:
            self._link = [given["href"], ""]

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass
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


def share(part: int, whole: int) -> str:
    """In percent as pages write it."""
    return "<1%" if 0 < part / whole < 0.005 else f"{part / whole:.0%}"


# What is published.


class Site:
    """The published files, each read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cases = table(folder, "cases")
        self.by_slug = {case["slug"]: case for case in self.cases}
        self.day = as_of(folder)
        self.created = json.loads((folder / "data" / "datapackage.json").read_text(encoding="utf-8"))["created"]
        self.dates, self.dockets = table(folder, "dates"), table(folder, "dockets")
        self.courts = {row["court_id"]: row for row in table(folder, "courts")}
        self.totals = count(self.cases)
        self.lists = self._lists()

    @cached_property
    def rows(self) -> dict[str, list]:
        """The rows that the filters go through: data/rows.js."""
        text = (self.folder / "data" / "rows.js").read_text(encoding="utf-8")
        return json.loads(text.partition("=")[2].strip().rstrip(";"))

    @cached_property
    def options(self) -> dict[str, set[str] | None]:
        """Each filter of the list of all cases with what can be chosen; None: anything can be typed."""
        html = (self.folder / "lists" / "all.html").read_text(encoding="utf-8")
        chosen = {name: set(re.findall(r'<option value="([^"]*)"', body))
                  for name, body in re.findall(r'<select name="(\w+)">(.*?)</select>', html, re.DOTALL)}
        return {**chosen, **dict.fromkeys(re.findall(r'<input type="search" name="(\w+)"', html))}

    @cached_property
    def weighty(self) -> Counter[str]:
        """How many entries of each day decide something."""
        return Counter(day for day, *_ in {
            (row["date"], row["slug"], row["entry"]) for row in table(self.folder, "events")
            if row["decides"] == "true" and row["date"] and row["date"] <= self.day.isoformat()})

    @cached_property
    def routine(self) -> Counter[str]:
        """How many entries of each day decide nothing."""
        told = {(row["slug"], row["entry"]) for row in table(self.folder, "events")
                if row["decides"] == "true" and row["date"]}
        files = (self.folder / "data" / "cases").glob("*.json")
        cases = (json.loads(file.read_text(encoding="utf-8")) for file in files)
        return Counter(entry["date_filed"] for case in cases for docket in case["dockets"]
                       for entry in docket["entries"]
                       if entry["date_filed"] and (case["slug"], str(entry["id"])) not in told)

    def within(self, text: str, days: int) -> bool:
        """Whether a day is one of the so many that end today."""
        return bool(text) and (self.day - dt.timedelta(days=days)).isoformat() < text <= self.day.isoformat()

    def soon(self, text: str) -> bool:
        return self.day.isoformat() <= text < (self.day + dt.timedelta(days=7)).isoformat()

    def hearings(self) -> list[str]:
        """The cases of the hearings of the next seven days, one for each hearing."""
        return [row["slug"] for row in self.dates if row["kind"] == "hearing" and not row["result"]
                and self.soon(row["date"])]

    def due(self) -> list[str]:
        return [row["slug"] for row in self.dates if (row["kind"], row["result"]) == ("due", "due")
                and self.soon(row["date"])]

    def _lists(self) -> dict[str, set[str]]:
        """Every list of the site with its cases."""
        events = table(self.folder, "events")
        silent = {row["slug"] for row in self.dates if (row["kind"], row["result"]) == ("due", "no_report_seen")}
        known = {name for row in self.courts.values() for name in row} - {"court_id", "court", "state", "circuit"}
        found = {
            "all": set(self.by_slug),
            "open": {case["slug"] for case in self.cases if case["status"] in OPEN},
            "past-due": {case["slug"] for case in self.cases if case["compliance"] == "no_report_seen"} | silent,
            "unread": {case["slug"] for case in self.cases if case["unread"] != "0"},
            "hearings": set(self.hearings()), "due": set(self.due()),
            "changed": {row["slug"] for row in events if self.within(row["date"], 7)},
            "ordered": {row["slug"] for row in events if self.within(row["date"], 30)
                        and row["type"] in ("release_ordered", "bond_hearing_ordered")},
        }
        for case in self.cases:
            status = case["status"] if case["status"] in known else "unknown"
            found.setdefault(f"status-{status.replace('_', '-')}", set()).add(case["slug"])
        return found

    @cached_property
    def list_names(self) -> set[str]:
        return {place.stem for place in (self.folder / "lists").glob("*.html")}

    # The list of all cases with filters on.

    def where(self, asked: dict[str, str]) -> list[Case]:
        """The cases that a link with these filters stands for, by cases.csv."""
        return [case for case in self.cases if all(fits(case, name, value) for name, value in asked.items())]

    def filtered(self, asked: dict[str, str]) -> int:
        """How many rows the browser shows for it: a choice that the form does not have is no filter."""
        answers: list[tuple[str, set[int]]] = []
        for name, value in asked.items():
            options = self.options.get(name, set())
            if options is None or value in options:
                answers.append((name, self._answer(name, value)))
        return sum(all(self._cell(name, place) in fit for name, fit in answers)
                   for place in range(len(self.rows["number"])))

    def _answer(self, name: str, value: str) -> set[int]:
        of, courts = self.rows["of"], self.rows["courts"]
        if name in ("year", "month"):
            return {int(value)}
        if name == "state":
            return {place for place, court in enumerate(courts) if court[2] == value}
        if name == "judge":
            whole = re.fullmatch(r'"(.*)"', value)
            return {place for place, judge in enumerate(of["judge"])
                    if (letters(judge) == letters(whole[1]) if whole else plain(value) in plain(judge))}
        exact = name in ("topic", "status", "court")
        return {place for place, word in enumerate(of[name]) if (word == value if exact else value in word.split(" "))}

    def _cell(self, name: str, place: int) -> int:
        if name in ("year", "month"):
            day = self.rows["filed"][place]
            return getattr(dt.date(1970, 1, 1) + dt.timedelta(days=day), name) if day else 0
        return self.rows["court" if name == "state" else name][place]


def plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not "̀" <= c <= "ͯ").lower()


def letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", plain(text)).strip()


def fits(case: Case, name: str, value: str) -> bool:
    if name == "measure":
        return COUNTED[value][0](case)
    if name == "judge":
        return case["judge_id"] == letters(value).replace(" ", "-")[:80]
    if name in ("year", "month"):
        day = case["date_filed"]
        return bool(day) and int(day[:4] if name == "year" else day[5:7]) == int(value)
    if name in ("court", "topic", "status", "state"):
        return case["court_id" if name == "court" else name] == value
    return value in case[name].split()


# What any page says.


def wrong_links(site: Site, page: Page) -> Wrong:
    """Every number that leads to cases: are there as many by the tables, and as many in the list it leads to?"""
    for line in page.lines:
        for goal, text in line.links:
            shown = beside(line, text)
            if shown is None:
                continue
            if found := re.search(r"lists/all\.html#(.+)$", goal):
                asked = dict(parse_qsl(found[1]))
                right, listed = len(site.where(asked)), site.filtered(asked)
                if not shown == right == listed:
                    yield f"{page.path}: {found[1]}: {shown} published, {right} counted, {listed} in the list"
            elif found := re.fullmatch(r"(?:\.\./)*(lists/)?([a-z-]+)\.html", goal):
                if (found[1] or page.folder == "lists") and found[2] in site.list_names and not OF_DATES.search(text):
                    yield from unequal(page, found[2], [shown], [len(site.lists.get(found[2], ()))])
                elif not found[1] and page.folder == "numbers" and found[2] in COUNTED:
                    yield from unequal(page, found[2], [shown], [site.totals[found[2]]])
            elif "key" not in line.within and Path(goal).stem in COUNTED and "numbers/" in goal:
                yield from unequal(page, Path(goal).stem, [shown], [site.totals[Path(goal).stem]])


OF_DATES = re.compile(r"(?:hearings|due) this week$")
"""Links whose number counts dates, of which a case may have several."""


def beside(line: Line, text: str) -> int | None:
    """The number that a link is about: its own, or the next in its row or its line of a list."""
    if own := numbers_in(text):
        return own[0]
    if line.tag == "tr":
        return next(iter(line.numbers), None)
    after = numbers_in(line.text.partition(text)[2]) if line.tag == "li" and len(line.links) == 1 else []
    return next(iter(after), None)


def unequal(page: Page, what: str, shown: list, right: list) -> Wrong:
    if shown != right:
        yield f"{page.path}: {what}: {shown} published, {right} counted"


def wrong_measured(site: Site, page: Page) -> Wrong:
    """Cells that say which measure they hold: the number seen, the denominator of its block, its share of that."""
    if page.folder not in ("courts", "judges", "topics"):
        return
    for line in page.lines:
        if not any("data-measure" in cell.attributes for cell in line.cells):
            continue
        cases = own_cases(site, page) if page.name != "index" else in_line(site, page, line)
        totals = count(cases or ())
        for place, cell in enumerate(line.cells):
            if name := cell.attributes.get("data-measure"):
                where = f"{name}" if page.name != "index" else f"{goal_of(line)}: {name}"
                of = cell.attributes.get("data-of", name)
                right = [totals[name], totals[of]] if page.name == "index" else [totals[name]]
                shown = cell.numbers or ([0, 0][:len(right)] if cell.text.strip() == "–" else [])
                yield from unequal(page, where, [*shown, int(cell.attributes["data-value"])], [*right, totals[name]])
                told = line.cells[place + 1].text.strip() if place + 1 < len(line.cells) else ""
                if told and page.name != "index":
                    yield from unequal(page, f"share of {name}", [told], [share(totals[name], totals[of])])


def goal_of(line: Line) -> str:
    """What the first link of a line leads to: the id in its address."""
    return Path(line.links[0][0]).stem if line.links else ""


def in_line(site: Site, page: Page, line: Line) -> list[Case]:
    """The cases of the court, the judge or the state that a line of an index leads to."""
    column = {"courts": "court_id", "judges": "judge_id", "states": "state"}[page.folder]
    return [case for case in site.cases if case[column].lower() == goal_of(line)]


def own_cases(site: Site, page: Page) -> list[Case] | None:
    """The cases that a page is about, by cases.csv; None where it is about no part of them."""
    name = page.name
    if page.folder == "courts":
        return [case for case in site.cases if case["court_id"] == name]
    if page.folder == "judges":
        return [case for case in site.cases if case["judge_id"] == name]
    if page.folder == "states":
        return [case for case in site.cases if case["state"].lower() == name]
    if page.folder == "months":
        return [case for case in site.cases if case["date_filed"][:7] == name]
    if page.folder == "topics":
        within = next((goal_of(line) for line in page.lines if line.within.endswith("crumb")), "index")
        return [case for case in site.cases if case["topic"] == (name if within == "index" else within)]
    if page.folder == "lists":
        return [site.by_slug[slug] for slug in site.lists.get(name, ())]
    if page.folder == "numbers" and name in COUNTED and name != "cases":
        return [case for case in site.cases if COUNTED[name][0](case)]
    return None


def wrong_place(site: Site, page: Page) -> Wrong:
    """A page with cases of its own: how many it says, how many it lists, how many have each status."""
    cases = own_cases(site, page)
    if cases is None or page.name == "index":
        return
    listed = sorted(page.cases)
    for following in following_pages(site, page):
        listed = sorted([*listed, *following.cases])
    right = sorted(case["slug"] for case in cases)
    if listed != right:
        yield f"{page.path}: lists {len(listed)} cases, {len(right)} are its own"
    if said := page.said(r"^([\d,]+) cases? of ([\d,]+) followed"):
        yield from unequal(page, "cases", [number(each) for each in said.groups()], [len(cases), len(site.cases)])
    if said := page.said(r"^Cases ([\d,]+) to ([\d,]+) of ([\d,]+),"):
        yield from unequal(page, "cases listed", [number(each) for each in said.groups()],
                           [1, len(page.cases), len(cases)])
    yield from wrong_standing(page, cases)


def following_pages(site: Site, page: Page) -> Iterator[Page]:
    """The pages that a list goes on with."""
    place = 2
    while (file := site.folder / page.folder / f"{page.name}-{place}.html").is_file():
        yield Page(f"{page.folder}/{file.name}", file.read_text(encoding="utf-8"))
        place += 1


def wrong_standing(page: Page, cases: list[Case]) -> Wrong:
    """The table of statuses and the bar above it."""
    rows = [line for line in page.lines if line.tag == "tr" and (
        "standing" in line.within or line.caption == "Cases by status") and line.numbers]
    if not rows:
        return
    statuses = Counter(case["status"] for case in cases)
    shown = [(line.numbers[0], line.cells[2].text.strip() if len(line.cells) > 2 else "") for line in rows]
    right = [(n, share(n, len(cases))) for n in statuses.values()]
    if not any(told for _, told in shown):
        right = [(n, "") for n, _ in right]
        total = (len(cases), "")
    else:
        total = (len(cases), "100%")
    yield from unequal(page, "statuses", sorted(shown[:-1]), sorted(right))
    yield from unequal(page, "all statuses", [shown[-1]], [total])
    drawn = Counter(int(line.text.replace(",", "")) for line in page.lines
                    if line.tag == "text" and "bar" in line.within.split() and line.text)
    if drawn - Counter(statuses.values()):
        yield f"{page.path}: the bar says {sorted(drawn)}, {sorted(statuses.values())} counted"


def wrong_map(site: Site, page: Page) -> Wrong:
    """The districts as tiles, coloured by a measure or by all cases, and the table of the same."""
    measure = re.sub(r"^(?:chart-)?map-", "", page.name) if "map-" in page.name else "cases"
    by_court = Counter(case["court_id"] for case in site.cases if COUNTED[measure][0](case))
    tiles = [line for line in page.lines if "tiles" in line.within and line.links]
    for line in tiles:
        yield from unequal(page, goal_of(line), [numbers_in(line.text)[-1]], [by_court[goal_of(line)]])
    shown = [n for line in page.lines if "legend" in line.within.split() for n in line.cells[0].numbers]
    values = {by_court[goal_of(line)] for line in tiles}
    ends = {min(values - {0}, default=0), max(values)} if values else set()
    if tiles and not (set(shown) <= values and ends <= set(shown)):
        yield f"{page.path}: the key says {shown}, {sorted(values)} counted"
    if page.folder == "numbers" or page.path == "index.html":
        for line in page.lines:
            if line.tag == "tr" and "courts/" in next((goal for goal, _ in line.links[:1]), "") and line.numbers:
                court = goal_of(line)
                if page.name == "index":
                    yield from unequal(page, court, line.numbers, [by_court[court]])
                elif page.name in COUNTED or "map-" in page.name:
                    name = page.name.removeprefix("map-")
                    yield from unequal(page, court, line.numbers, by_measure(site, name, court))
    if said := page.said(r"^Cases are followed in (\d+) of the (\d+) districts"):
        yield from unequal(page, "districts", [int(each) for each in said.groups()],
                           [sum(by_court[goal_of(line)] > 0 for line in tiles), len(tiles)])
    if said := page.said(r"All: ([\d,]+)\.$"):
        yield from unequal(page, "all", [number(said[1])], [site.totals[measure]])


def by_measure(site: Site, name: str, court: str) -> list[int]:
    holds, of, _ = COUNTED[name]
    here = [case for case in site.cases if case["court_id"] == court]
    return [sum(map(holds, here)), *([sum(map(COUNTED[of][0], here))] if of != name else [])]


# What single pages say.


def wrong_sentences(site: Site, page: Page) -> Wrong:
    """Sentences that count, wherever they stand: each pattern with what its numbers should be."""
    ours = own_cases(site, page) or []
    total, named = len(site.cases), [case for case in site.cases if case["judge_id"]]
    checked = [row["last_checked"] for row in site.dockets if row["last_checked"]]
    now = dt.datetime.fromisoformat(site.created)
    ages = [now - dt.datetime.fromisoformat(each) for each in checked]
    later = sum(age < dt.timedelta() for age in ages)
    fresh = sum(dt.timedelta() <= age <= dt.timedelta(hours=24) for age in ages)
    entries, unread = (sum(int(row[name]) for row in site.dockets) for name in ("entries", "unread"))
    due = Counter(row["result"] or "due" for row in site.dates if row["kind"] == "due")
    dated = {row["slug"] for row in site.dates if row["kind"] == "due"}
    silent = len(site.lists["past-due"])
    told: dict[str, list[int]] = {
        r"([\d,]+) of ([\d,]+) dockets checked in 24 hours": [fresh, len(site.dockets)],
        r"from dockets fetched later \(([\d,]+) of ([\d,]+)\)": [later, len(site.dockets)],
        r"^Of ([\d,]+) cases followed": [total],
        r"^([\d,]+) cases followed": [total],
        r"all cases that changed in seven days: ([\d,]+)": [len(site.lists["changed"])],
        r"All ([\d,]+) hearings this week": [len(site.hearings())],
        r"All ([\d,]+) due this week": [len(site.due())],
        r"(?:All|The) ([\d,]+) cases?, and how we count": [silent],
        r"In ([\d,]+) cases? at least one entry": [len(site.lists["unread"])],
        r"one or more in ([\d,]+) of ([\d,]+) cases": [len(site.lists["unread"]), total],
        r"^([\d,]+) dockets with ([\d,]+) entries, in ([\d,]+) cases": [len(site.dockets), entries, total],
        r"([\d,]+) of ([\d,]+) entries look like an order": [unread, entries],
        r"In ([\d,]+) of ([\d,]+) cases people appear by initials": [
            sum(case["policy"] == "initials" for case in site.cases), total],
        r"^([\d,]+) things? ordered, .*in ([\d,]+) of ([\d,]+) cases": [
            due.total(), len(dated), total],
        r"^([\d,]+) past due, no report seen on the public docket$": [
            due["no_report_seen"] if page.name == "compliance" else silent],
        r"^([\d,]+) still to fall due": [due["due"]],
        r"^([\d,]+) with a report on the docket": [due["reported"]],
        r"^([\d,]+) cases? in which a judge found an order not followed": [
            sum(case["compliance"] in ("violation_found", "cured") for case in site.cases)],
        r"^([\d,]+) judges? .* ([\d,]+) cases? without a judge’s name": [
            len({case["judge_id"] for case in named}), total - len(named)],
        r"· ([\d,]+) without a date of filing": [sum(not case["date_filed"] for case in site.cases)],
        r"Of the ([\d,]+) cases of this topic": [len(ours)],
        r"Too few for a share \(([\d,]+) decided petitions?\)": [count(ours)["decided"]],
        r"Of ([\d,]+) cases followed, of any topic": [total],
        r"Counted among all ([\d,]+) cases followed": [total],
        r"Followed as a whole: ([\d,]+) of ([\d,]+)\.": followed_whole(site),
        r"in each of the ([\d,]+) courts with petitions here": followed_whole(site)[1:],
    }
    for pattern, right in told.items():
        for said in filter(None, (re.search(pattern, line.text) for line in page.lines if line.tag != "tr")):
            yield from unequal(page, said[0], [number(each) for each in said.groups()], right)


def followed_whole(site: Site) -> list[int]:
    """Courts with petitions: how many are followed as a whole, and how many there are."""
    courts = {case["court_id"] for case in site.cases if petition(case)}
    return [sum(bool(site.courts[court]["complete_until"]) for court in courts), len(courts)]


def wrong_indexes(site: Site, page: Page) -> Wrong:
    """Indexes of courts, judges, states and months, the topics on the front, the judges of a court, the courts of a
    state: each line against the cases it leads to.
    """
    for line in page.lines:
        goal = next((goal for goal, _ in line.links[:1]), "")
        found = re.search(r"(?:(courts|judges|states|months|topics)/)?([a-z0-9-]+)\.html$", goal)
        folder = found and (found[1] or page.folder)
        if found is None or folder not in ("courts", "judges", "states", "months", "topics") or "tiles" in line.within:
            continue
        those = own_cases(site, Page(f"{folder}/{found[2]}.html", ""))
        if page.folder == "courts" and folder == "judges":
            those = [case for case in those or () if case["court_id"] == page.name]
        cards = line.tag == "li" and ("cards" in line.within or ("names" in line.within and page.name != "index"))
        row = line.tag == "tr" and page.name == "index" and page.folder == folder and bool(line.numbers)
        if those is not None and (cards or row):
            shown = numbers_in(line.text.partition(line.links[0][1])[2])[:1] if cards else line.numbers[:1]
            yield from unequal(page, found[2], shown, [len(those)])
    if said := page.said(r"^([\d,]+) judges? named on these dockets"):
        judges = {case["judge_id"] for case in own_cases(site, page) or () if case["judge_id"]}
        yield from unequal(page, "judges", [number(said[1])], [len(judges)])


def wrong_agreements(site: Site, page: Page) -> Wrong:
    """Of the newest list of agreements: how many a state has, by model, of how many agencies."""
    if page.folder != "states":
        return
    rows = table(site.folder, "agreements")
    newest = [row for row in rows if row["snapshot"] == max(each["snapshot"] for each in rows)]
    by_state = Counter(row["state"].lower() for row in newest)
    if page.name == "index" and newest:
        for line in page.lines:
            if line.tag == "tr" and len(line.numbers) > 1:
                yield from unequal(page, f"agreements of {goal_of(line)}", line.numbers[1:], [by_state[goal_of(line)]])
    if said := page.said(r"the list had ([\d,]+) agreements? under"):
        yield from unequal(page, "agreements", [number(said[1])], [by_state[page.name]])
    models = Counter(row["model"] for row in newest if row["state"].lower() == page.name)
    shown = [line.numbers[0] for line in page.lines if line.caption == "Agreements by model" and line.numbers]
    if shown:
        yield from unequal(page, "agreements by model", sorted(shown), sorted([*models.values(), models.total()]))
    if said := page.said(r"^([\d,]+) agenc(?:y|ies)$"):
        agencies = {(row["agency"], row["county"]) for row in newest if row["state"].lower() == page.name}
        yield from unequal(page, "agencies", [number(said[1])], [len(agencies)])


def wrong_named(site: Site, page: Page) -> Wrong:
    """Cities, companies, places and agencies: how many cases are said, and how many are linked."""
    for line in page.lines:
        if line.tag != "tr" or [cell.tag for cell in line.cells] != ["th", "td", "td"]:
            continue
        name, last = line.cells[0].text.strip(), line.cells[-1]
        if line.caption == "Cities with reported operations":
            court = goal_of(line)
            those = [case for case in own_cases(site, page) or () if case["court_id"] == court]
        elif line.caption.startswith("Contractors"):
            those = [case for case in site.cases if any(name.startswith(each) for each in cell_of(case, "contractors"))]
        elif line.caption.startswith("Places of detention"):
            those = [case for case in site.cases if line.id in case["facilities"].split()]
        elif line.caption.startswith("Agencies with an agreement"):
            state = Path(line.links[0][0]).stem.upper()
            those = [case for case in site.cases
                     if any(each == f"{name.partition(',')[0]} ({state})" for each in cell_of(case, "agencies"))]
        else:
            continue
        linked = {Path(goal).stem for goal, _ in last.links}
        shown = last.numbers[0] if linked else 0
        right = {case["slug"] for case in those}
        if shown != len(right) or not linked <= right or len(linked) != min(len(right), 40):
            yield f"{page.path}: {name}: {shown} published, {len(linked)} linked, {len(right)} counted"


def cell_of(case: Case, column: str) -> list[str]:
    return [each for each in case[column].split("; ") if each]


def wrong_measures_told(site: Site, page: Page) -> Wrong:
    """Each measure: the number, its denominator, its share, and how sure it is."""
    if page.folder != "numbers":
        return
    name = page.name.removeprefix("map-")
    for line in page.lines:
        if line.tag == "p" and "figure" in line.within.split():
            name = goal_of(line) if line.links else name
            if name in COUNTED:
                of = COUNTED[name][1]
                shown = re.fullmatch(r"([\d,]+)(?: ?of ([\d,]+)(?: ?\((.+)\))?)?", line.text)
                right = [site.totals[name], site.totals[of] if of != name else None]
                told = [number(each) if each else None for each in shown.groups()[:2]] if shown else []
                yield from unequal(page, name, told, right)
                if shown and shown[3]:
                    yield from unequal(page, f"share of {name}", [shown[3]],
                                       [share(site.totals[name], site.totals[of])])
        if said := re.search(r"person: ([\d,]+); read by machine: ([\d,]+); inferred: ([\d,]+)\.", line.text):
            by = Counter(case[COUNTED[name][2]] or "inferred" for case in site.cases if COUNTED[name][0](case))
            yield from unequal(page, f"how sure {name} is", [number(each) for each in said.groups()],
                               [by["confirmed"], by["read"], by["inferred"]])


def wrong_charts(site: Site, page: Page) -> Wrong:
    """Charts by week and by month: their tables, their sentences and which periods are marked, by the files."""
    if page.path in ("numbers/filings.html", "numbers/index.html", "embed/chart-filings.html"):
        yield from wrong_filings(site, page)
    elif page.path in ("numbers/outcomes.html", "embed/chart-outcomes.html"):
        yield from wrong_outcomes(site, page)
    elif page.path in ("numbers/courts.html", "embed/chart-courts.html"):
        yield from wrong_multiples(site, page)


def wrong_filings(site: Site, page: Page) -> Wrong:
    weeks = table(site.folder, "weeks")
    first = next((place for place, row in enumerate(weeks) if row["petitions"] != "0"), len(weeks))
    shown = weeks[max(first, len(weeks) - 78):]
    counts = {row["week"]: int(row["petitions"]) for row in shown}
    whole = [row["week"] for row in shown if row["complete"] == "true"]
    told = [(day_of(line.cells[0].text), line.numbers[0], "not complete" in line.cells[0].text)
            for line in page.lines if line.tag == "tr" and line.numbers]
    if told:
        yield from unequal(page, "weeks", told[::-1], [(row["week"], int(row["petitions"]), row["complete"] == "false")
                                                       for row in shown])
    if said := page.said(r"^Weeks since (.+?)(?::|, none)"):
        yield from unequal(page, "first week", [day_of(said[1])], [shown[0]["week"]])
    if said := page.said(r"the most(?: so far)?, ([\d,]+), in the week of (\d+ \w+ \d+)"):
        among = whole or list(counts)
        yield from unequal(page, "the most", [number(said[1]), counts.get(day_of(said[2]))],
                           [max(counts[week] for week in among)] * 2)
    if said := page.said(r"; ([\d,]+) in the week of (\d+ \w+ \d+), the newest that is complete"):
        yield from unequal(page, "the newest", [day_of(said[2]), number(said[1])], [whole[-1], counts[whole[-1]]])
    said = page.said(r"The (?:([\d,]+) )?hatched weeks? (?:is|are) not complete")
    growing = len(shown) - len(whole)
    drawn = page.said(r"hatched weeks?|A week is complete")
    if drawn:
        yield from unequal(page, "hatched weeks", [number(said[1] or "1") if said else 0], [growing])
    if said := page.said(r"^The newest ([\d,]+) weeks(?:\. ([\d,]+) weeks? before)?"):
        yield from unequal(page, "weeks of the table", [number(said[1]), number(said[2] or "0")],
                           [len(shown), len(weeks) - first - len(shown)])


def wrong_outcomes(site: Site, page: Page) -> Wrong:
    months = table(site.folder, "outcomes")
    shown = months[-12:]
    names = [name for name in (shown[0] if shown else {}) if name not in ("month", "complete", "decided")
             and any(row[name] != "0" for row in shown)]
    told = [(month_of(line.cells[0].text), line.numbers, "not complete" in line.cells[0].text)
            for line in page.lines if line.tag == "tr" and line.numbers]
    if told:
        yield from unequal(page, "months", told[::-1], [
            (row["month"], [int(row[name]) for name in ("decided", *names)], row["complete"] == "false")
            for row in shown])
    keys = [(goal_of(line), numbers_in(line.text)[-1]) for line in page.lines if "key" in line.within.split()
            and line.links]
    yield from unequal(page, "key", keys[::-1], [(name, sum(int(row[name]) for row in shown)) for name in names])
    drawn = [number(line.text) for line in page.lines if line.tag == "text" and re.fullmatch(r"[\d,]+", line.text)
             and not re.fullmatch(r"20\d\d", line.text)]
    yield from unequal(page, "numbers above the columns", drawn, [int(row["decided"]) for row in shown])
    growing = sum(row["complete"] == "false" for row in shown)
    said = page.said(r"The (?:([\d,]+) )?hatched months?")
    yield from unequal(page, "hatched months", [number(said[1] or "1") if said else 0], [growing])
    undated = site.totals["decided"] - sum(int(row["decided"]) for row in months)
    said = page.said(r"([\d,]+) decided petitions? (?:is|are) in no month")
    yield from unequal(page, "undated", [number(said[1]) if said else 0], [undated])
    if said := page.said(r"([\d,]+) months? before (?:is|are) in the file"):
        yield from unequal(page, "months before", [number(said[1])], [len(months) - len(shown)])


def wrong_multiples(site: Site, page: Page) -> Wrong:
    by_court: dict[str, list[Case]] = {}
    for row in table(site.folder, "filings"):
        by_court.setdefault(row["court_id"], []).append(row)
    newest = {court: rows[-12:] for court, rows in by_court.items()}
    sums = {court: sum(int(row["petitions"]) for row in rows) for court, rows in newest.items()}
    told = {goal_of(line): numbers_in(line.text.partition(line.links[0][1])[2])[0]
            for line in page.lines if "multiples" in line.within.split() and line.links}
    yield from unequal(page, "courts", sorted(told.items()), sorted((court, sums.get(court, 0)) for court in told))
    others = {court for court, petitions in sums.items() if petitions} - told.keys()
    if said := page.said(r"(?:One|([\d,]+)) more courts?(?: together)?: ([\d,]+)\."):
        yield from unequal(page, "other courts", [number(said[1] or "1"), number(said[2])],
                           [len(others), sum(sums[court] for court in others)])
    if said := page.said(r"up to ([\d,]+) a month"):
        yield from unequal(page, "the most in a month", [number(said[1])],
                           [max((int(row["petitions"]) for court in told for row in newest[court]), default=0)])
    lines = [(line.numbers[0], "not complete" in line.cells[0].text)
             for line in page.lines if line.tag == "tr" and line.numbers]
    if lines:
        yield from unequal(page, "months of courts", lines, [
            (int(row["petitions"]), row["complete"] == "false") for court in told for row in newest[court]])


def day_of(text: str) -> str:
    """ "6 April 2026" as ISO text."""
    found = re.search(r"\d+ \w+ \d{4}", text)
    return dt.date(*time.strptime(found[0], "%d %B %Y")[:3]).isoformat() if found else ""


def month_of(text: str) -> str:
    found = re.search(r"[A-Z]\w+ \d{4}", text)
    return time.strftime("%Y-%m", time.strptime(found[0], "%B %Y")) if found else ""


def wrong_times(site: Site, page: Page) -> Wrong:
    """How long things take: medians with their intervals, how many got there of how many, and the tables of shares."""
    curves = {name: survival(waits(site.cases, until)) for name, until in TIMES.items()}
    halves = [line for line in page.lines
              if re.match(r"Half (?:within|is not)|None of|[\d,]+ petitions?: too few", line.text)]
    alone = page.name.removeprefix("chart-").replace("-", "_")
    names = list(TIMES) if page.path in ("numbers/index.html", "numbers/time.html") else [alone]
    if names[0] not in TIMES:
        return
    for name, line in zip(names, halves, strict=False):
        days, low, high = half(curves[name])
        ended, watched = sum(row[2] for row in curves[name]), len(waits(site.cases, TIMES[name]))
        shown = numbers_in(line.text.replace("95%", ""))
        if "too few" in line.text:
            right = [watched, 20]
        elif "None of" in line.text:
            right = [watched]
        else:
            right = [each for each in (days, low, high) if each is not None] if days is not None else []
            right += [ended, watched]
        if ("None of" in line.text and ended) or ("not reached yet:" in line.text and days is not None):
            right = [days]
        yield from unequal(page, name, shown, right)
    if len(halves) != len(names):
        yield f"{page.path}: tells of {len(halves)} durations, {len(names)} are counted"
    if page.path == "numbers/time.html":
        yield from wrong_shares(page, curves)


DAYS = (7, 14, 30, 60, 90, 180, 365)


def wrong_shares(page: Page, curves: dict[str, list]) -> Wrong:
    """The tables of shares by a day, in the order of the durations: a new one begins where days begin again."""
    lines = [line for line in page.lines if line.tag == "tr" and line.numbers]
    told = [name for name, rows in curves.items() if sum(row[2] for row in rows) and rows and rows[0][1] >= 20]
    at = -1
    before = 0
    for line in lines:
        day = numbers_in(line.cells[0].text)[0]
        at += at < 0 or day <= before
        before = day
        if at >= len(told) or day not in DAYS:
            yield f"{page.path}: day {day} stands where it should not"
            return
        row = next((row for row in reversed(curves[told[at]]) if row[0] <= day), (0, 0, 0, 0, 1.0, 1.0, 1.0))
        right = [f"{1 - float(row[4]):.0%}", f"{1 - row[6]:.0%}–{1 - row[5]:.0%}"]
        shown = [cell.text.strip() for cell in line.cells[1:]]
        if [each.replace("<1%", "0%") for each in shown] != [each.replace("<1%", "0%") for each in right]:
            yield f"{page.path}: {told[at]}: by day {day}: {shown} published, {right} counted"


def wrong_actions(site: Site, page: Page) -> Wrong:
    """Cases against a policy by what the government did: how many, in how many relief is in force, and the list."""
    if page.path != "numbers/actions.html":
        return
    for line in page.lines:
        if line.tag == "tr" and line.links and len(line.numbers) == 2:
            goal, action = line.links[0][0].partition("#")[2], line.cells[0].text.strip()
            those = [case for case in site.cases if COUNTED["impact"][0](case) and (not goal or (
                case["government_action"] or "Not said by its editor") == action)]
            right = [len(those), sum(map(COUNTED["in_force"][0], those))]
            yield from unequal(page, action, line.numbers, right)
            if goal and page.by_section[goal] != len(those):
                yield f"{page.path}: {action}: {page.by_section[goal]} listed, {len(those)} counted"


def wrong_coverage(site: Site, page: Page) -> Wrong:
    """What is held of each court, on the page of the method."""
    if page.path != "method.html":
        return
    now = dt.datetime.fromisoformat(site.created)
    cited = {row["court"] or row["court_id"]: row["court_id"] for row in site.courts.values()}
    for line in page.lines:
        if line.tag == "tr" and len(line.numbers) == 2:
            name = line.cells[0].text.strip()
            court = cited.get(name, name)
            held = [row for row in site.dockets if row["court_id"] == court]
            fresh = sum(bool(row["last_checked"]) and now - dt.datetime.fromisoformat(row["last_checked"])
                        <= dt.timedelta(hours=24) for row in held)
            never = sum(not row["last_checked"] for row in held)
            said = re.search(r"([\d,]+) dockets? (?:was|were) never checked", line.text)
            yield from unequal(page, court, [*line.numbers[:2], number(said[1]) if said else 0],
                               [len(held), fresh, never])


def wrong_days(site: Site, page: Page) -> Wrong:
    """How many entries of weight each day and month has."""
    if page.folder != "changes":
        return
    for line in page.lines:
        goal = goal_of(line)
        if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", goal) and (
                said := re.search(r"(?:\d{4}|so far) ?([\d,]+)(?: entr|$)", line.text)):
            right = sum(n for day, n in site.weighty.items() if day.startswith(goal))
            yield from unequal(page, goal, [number(said[1])], [right])
    if said := page.said(r"^([\d,]+) entr(?:y|ies) of weight bears? this date"):
        yield from unequal(page, "entries", [number(said[1])], [site.weighty[page.name]])
    if said := page.said(r"^([\d,]+) routine entr(?:y was|ies were) filed besides"):
        day = site.day.isoformat() if page.name == "index" else page.name
        yield from unequal(page, "routine entries", [number(said[1])], [site.routine[day]])


def wrong_frames(site: Site, page: Page) -> Wrong:
    """Frames for other sites: the number of a list, the statuses of all cases or of a topic."""
    if page.folder != "embed":
        return
    name = page.name.removeprefix("number-")
    if page.name.startswith("number-"):
        shown = next((numbers_in(line.text) for line in page.lines if line.tag == "h1"), [])
        yield from unequal(page, name, shown, [len(site.lists.get(name, ()))])
    topic = page.name.removeprefix("chart-")
    if page.name.startswith("chart-"):
        yield from wrong_standing(page, [case for case in site.cases if topic in ("statuses", case["topic"])])


def wrong_front(site: Site, page: Page) -> Wrong:
    if page.path == "index.html":
        yield from wrong_standing(page, site.cases)


ON_PAGES: tuple[Callable[[Site, Page], Wrong], ...] = (
    wrong_links, wrong_measured, wrong_place, wrong_map, wrong_sentences, wrong_indexes, wrong_agreements, wrong_named,
    wrong_measures_told, wrong_charts, wrong_times, wrong_actions, wrong_coverage, wrong_days, wrong_frames,
    wrong_front)
IN_TABLES: tuple[Callable[[Path, list[Case]], Wrong], ...] = (
    wrong_measures, wrong_durations, wrong_tables, wrong_marks, wrong_judges, wrong_dockets)
COUNTING = ("courts", "judges", "states", "months", "topics", "lists", "numbers", "changes", "embed")
ALONE = ("index", "method", "privacy", "compliance")


def pages(site: Site) -> Iterator[Page]:
    """Every page that counts, in English; those that a list goes on with are read with the first."""
    alone = [site.folder / f"{name}.html" for name in ALONE]
    for place in (*alone, *(place for folder in COUNTING for place in sorted((site.folder / folder).glob("*.html")))):
        first = place.with_name(re.sub(r"-\d+\.html$", ".html", place.name))
        follows = first != place and first.is_file() and place.parent.name in COUNTING[:7]
        if place.is_file() and not follows and not place.name.startswith("case-"):
            yield Page(place.relative_to(site.folder).as_posix(), place.read_text(encoding="utf-8"))


def wrong_page(site: Site, page: Page) -> list[str]:
    """A sentence for every number of a page that differs."""
    return list(dict.fromkeys(sentence for check in ON_PAGES for sentence in check(site, page)))


def wrong_in_tables(folder: Path) -> list[str]:
    """A sentence for every number of a table that differs."""
    cases = table(folder, "cases")
    return [sentence for check in IN_TABLES for sentence in check(folder, cases)]


def recount(folder: Path) -> list[str]:
    """A sentence for every number that differs."""
    site = Site(folder)
    return [*wrong_in_tables(folder), *(sentence for page in pages(site) for sentence in wrong_page(site, page))]


if __name__ == "__main__":
    found = recount(Path(sys.argv[1] if len(sys.argv) > 1 else "public"))
    print("\n".join(found) or "Every number is borne out by the published tables.")
    sys.exit(1 if found else 0)
