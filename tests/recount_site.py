"""The folder of a built site in, its tables and the lists behind its numbers out: by the standard library alone.

For recount.py: nothing of the project is imported. Lists are filtered once by cases.csv, once as static/lists.js
does.
"""
import datetime as dt
import json
import re
import unicodedata
from collections import Counter
from functools import cached_property
from pathlib import Path

from recount_tables import COUNTED, OPEN, Case, as_of, count, table


class Site:
    """The published files, each read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._tables: dict[str, list[Case]] = {}
        self.cases = self.table("cases")
        self.by_slug = {case["slug"]: case for case in self.cases}
        self.day = as_of(folder)
        self.created = json.loads((folder / "data" / "datapackage.json").read_text(encoding="utf-8"))["created"]
        self.dates, self.dockets = self.table("dates"), self.table("dockets")
        self.courts = {row["court_id"]: row for row in self.table("courts")}
        self.totals = count(self.cases)
        self.lists = self._lists()

    def table(self, name: str) -> list[Case]:
        """A table of data/, read once."""
        if name not in self._tables:
            self._tables[name] = table(self.folder, name)
        return self._tables[name]

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
            (row["date"], row["slug"], row["entry"]) for row in self.table("events")
            if row["decides"] == "true" and row["date"] and row["date"] <= self.day.isoformat()})

    @cached_property
    def routine(self) -> Counter[str]:
        """How many entries of each day decide nothing."""
        told = {(row["slug"], row["entry"]) for row in self.table("events")
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
        events = self.table("events")
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
