"""A built site in, every number of it that the published tables do not bear out: by the standard library alone.

Whoever has the folder can run it: `python tests/recount.py public`. Nothing of the project is imported; what is counted
is defined here once more, by hand, from the sentences of the method page, so that two hands must agree.
"""
import csv
import datetime as dt
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

Case = dict[str, str]

ENDED = {"granted", "granted_in_part", "denied", "dismissed", "dismissed_moot", "withdrawn", "settled", "transferred",
         "remanded"}
OPEN = {"open_pending", "stayed", "relief_granted_interim"}
DUE = {"due", "reported", "no_report_seen", "violation_found", "cured"}
APPEALED = {"noticed", "pending", "affirmed", "reversed", "vacated", "dismissed"}
DECIDED_AS = ("granted", "granted_in_part", "denied", "dismissed", "dismissed_moot", "withdrawn", "settled",
              "transferred")


def petition(case: Case) -> bool:
    return case["kind"] == "individual_detention"


def decided(case: Case) -> bool:
    return petition(case) and case["merits"] in ENDED


def relief(case: Case) -> bool:
    return decided(case) and case["relief_ordered"] == "true"


def policy(case: Case) -> bool:
    return case["kind"] == "impact"


def for_now(order: str) -> Callable[[Case], bool]:
    return lambda c: policy(c) and c["status"] == "relief_granted_interim" and order in c["interim"].split()


def ended(word: str) -> Callable[[Case], bool]:
    return lambda c: petition(c) and c["merits"] == word


def appealed(word: str) -> Callable[[Case], bool]:
    return lambda c: c["appeal"] == word


COUNTED: dict[str, tuple[Callable[[Case], bool], str, str]] = {
    "cases": (lambda c: True, "cases", "status_by"),
    "petitions": (petition, "cases", "status_by"),
    "pending": (lambda c: petition(c) and c["status"] in OPEN, "petitions", "status_by"),
    "decided": (decided, "petitions", "merits_by"),
    **{word: (ended(word), "decided", "merits_by") for word in DECIDED_AS[:-1]},
    "transferred": (lambda c: petition(c) and c["merits"] in ("transferred", "remanded"), "decided", "merits_by"),
    "interim_relief": (lambda c: petition(c) and c["interim_relief"] == "true", "petitions", "status_by"),
    "release_ordered": (lambda c: petition(c) and c["release_ordered"] == "true", "petitions", "status_by"),
    "bond_hearing_ordered": (lambda c: petition(c) and c["bond_hearing_ordered"] == "true", "petitions", "status_by"),
    "reported_released": (lambda c: petition(c) and c["custody"] == "released", "petitions", "custody_by"),
    "relief_ordered": (relief, "decided", "merits_by"),
    "compliance_shown": (lambda c: relief(c) and c["compliance"] in ("reported", "cured"), "relief_ordered",
                         "compliance_by"),
    "orders_due": (lambda c: c["compliance"] in DUE, "cases", "compliance_by"),
    "due_reported": (lambda c: c["compliance"] in ("reported", "cured"), "orders_due", "compliance_by"),
    "due_silent": (lambda c: c["compliance"] == "no_report_seen", "orders_due", "compliance_by"),
    "due_violation": (lambda c: c["compliance"] == "violation_found", "orders_due", "compliance_by"),
    "appeals": (lambda c: c["appeal"] in APPEALED, "cases", "appeal_by"),
    **{f"appeal_{word}": (appealed(word), "appeals", "appeal_by")
       for word in ("affirmed", "reversed", "vacated", "dismissed")},
    "impact": (policy, "cases", "status_by"),
    "in_force": (lambda c: policy(c) and c["status"] in ("relief_granted_interim", "relief_granted_final"), "impact",
                 "status_by"),
    "in_force_tro": (for_now("tro"), "in_force", "status_by"),
    "in_force_injunction": (for_now("preliminary_injunction"), "in_force", "status_by"),
    "in_force_stay": (for_now("stay_of_removal"), "in_force", "status_by"),
    "in_force_final": (lambda c: policy(c) and c["status"] == "relief_granted_final", "in_force", "status_by"),
}
"""Of each measure: which cases, the measure it is counted of, and the column that says how sure it is."""

LEVELS = ("all", "week", "month", "court_id", "circuit", "state", "topic", "judge", "appointed_by",
          "government_action")
TIMES = {"to_first_order": "first_order_on", "to_decision": "decided_on", "to_release": "released_on"}


# Reading what is published.


def table(site: Path, name: str) -> list[Case]:
    with (site / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


class Element:
    """A tag with its attributes and all text within it."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag, self.attributes, self.text = tag, attributes, ""


class Reader(HTMLParser):
    """Every element of a page in the order in which it begins; `rows`: of each, the number of its table row."""

    EMPTY = frozenset({"meta", "link", "br", "img", "input", "rect", "path", "circle", "line", "use", "hr", "wbr"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.rows: dict[int, int] = {}
        self._open: list[Element] = []
        self._row = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._row += tag == "tr"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.rows[id(element)] = self._row
        self.elements.append(element)
        if tag not in self.EMPTY:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data


def numbers_in(text: str) -> list[int]:
    return [int(each.replace(",", "")) for each in re.findall(r"\d[\d,]*", text)]


def read(site: Path, path: str) -> Reader:
    return Reader((site / path).read_text(encoding="utf-8"))


# Counting again.


def group(level: str, case: Case) -> str:
    if level == "all":
        return "all"
    if level in ("week", "month"):
        if not case["date_filed"]:
            return ""
        day = dt.date.fromisoformat(case["date_filed"])
        return (day - dt.timedelta(days=day.weekday())).isoformat() if level == "week" else f"{day:%Y-%m}"
    return case[level]


def count(cases: Iterable[Case]) -> Counter[str]:
    """How many of these each measure counts."""
    return Counter(name for case in cases for name, (holds, _, _) in COUNTED.items() if holds(case))


def measures(cases: list[Case]) -> dict[tuple[str, str, str], tuple[int, ...]]:
    """What measures.csv should hold: how many, of how many, by a person, by reading, by inference."""
    found: dict[tuple[str, str, str], tuple[int, ...]] = {}
    for level in LEVELS:
        by_group: defaultdict[str, list[Case]] = defaultdict(list)
        for case in cases:
            if place := group(level, case):
                by_group[place].append(case)
        for place, those in by_group.items():
            totals = count(those)
            for name, (holds, of, sure) in COUNTED.items():
                by = Counter(case[sure] or "inferred" for case in those if holds(case))
                row = (totals[name], totals[of], by["confirmed"], by["read"], by["inferred"])
                if row[0] or row[1]:
                    found[name, level, place] = row
    return found


def waits(cases: list[Case], until: str) -> list[tuple[int, bool]]:
    """For each petition whose filing is known: days until it got there, or was last seen not there yet."""
    found = []
    for case in cases:
        last = case[until] or case["observed_until"]
        if petition(case) and case["date_filed"] and last:
            days = (dt.date.fromisoformat(last) - dt.date.fromisoformat(case["date_filed"])).days
            found.append((max(days, 0), bool(case[until])))
    return found


def survival(spans: list[tuple[int, bool]]) -> list[tuple[int, int, int, int, Fraction, float, float]]:
    """Kaplan and Meier in whole fractions; the interval after Greenwood, on the log-minus-log scale."""
    rows, share, variance = [], Fraction(1), Fraction(0)
    for day in sorted({days for days, _ in spans}):
        risk = sum(days >= day for days, _ in spans)
        gone = sum(days == day and there for days, there in spans)
        left = sum(days == day and not there for days, there in spans)
        share *= 1 - Fraction(gone, risk)
        variance += Fraction(gone, risk * (risk - gone)) if risk > gone else 0
        low = high = float(share)
        if 0 < share < 1:
            middle = math.log(-math.log(share))
            width = 1.959964 * math.sqrt(variance) / abs(math.log(share))
            low, high = (math.exp(-math.exp(middle + sign * width)) for sign in (1, -1))
        rows.append((day, risk, gone, left, share, low, high))
    return rows


def half(rows: list[tuple[int, int, int, int, Fraction, float, float]]) -> tuple[int | None, int | None, int | None]:
    """The first day by which half got there, and the same of both ends of the interval."""
    reached = [row for row in rows if row[4] < 1]
    return tuple(next((row[0] for row in reached if row[at] <= Fraction(1, 2)), None)  # pyright: ignore[reportReturnType]
                 for at in (4, 5, 6))


# What differs.


def wrong_measures(site: Path, cases: list[Case]) -> Iterator[str]:
    told = {(row["measure"], row["level"], row["group"]): tuple(
        int(row[name]) for name in ("cases", "of", "by_person", "by_reading", "by_inference"))
        for row in table(site, "measures")}
    counted = measures(cases)
    for key in sorted(told.keys() | counted.keys()):
        if told.get(key) != counted.get(key):
            yield f"measures.csv: {', '.join(key)}: {told.get(key)} published, {counted.get(key)} counted"


def wrong_durations(site: Path, cases: list[Case]) -> Iterator[str]:
    told: defaultdict[str, list[Case]] = defaultdict(list)
    for row in table(site, "durations"):
        told[row["duration"]].append(row)
    for name in sorted(told.keys() | TIMES.keys()):
        counted = survival(waits(cases, TIMES[name])) if name in TIMES else []
        if len(counted) != len(told[name]):
            yield f"durations.csv: {name}: {len(told[name])} days published, {len(counted)} counted"
        for row, (day, *whole, share, low, high) in zip(told[name], counted, strict=False):
            published = [int(row[column]) for column in ("day", "at_risk", "ended", "censored")]
            near = all(math.isclose(float(row[column]), float(value), rel_tol=1e-9, abs_tol=1e-12)
                       for column, value in (("share", share), ("low", low), ("high", high)))
            if published != [day, *whole] or not near:
                yield f"durations.csv: {name}, day {row['day']}: {dict(row)} published, {float(share)} counted"


def wrong_tables(site: Path, cases: list[Case]) -> Iterator[str]:
    """The other tables that count: topics, courts, weeks, filings, outcomes."""
    by_topic = Counter(case["topic"] for case in cases)
    by_status = Counter((case["topic"], case["status"]) for case in cases)
    yield from differs("counts.csv", {(row["topic"], row["status"]): (int(row["cases"]), int(row["of"]))
                                      for row in table(site, "counts")},
                       {key: (number, by_topic[key[0]]) for key, number in by_status.items()})
    statuses = [name for name in table(site, "courts")[0] if name not in ("court_id", "court", "state", "circuit")]
    known = [case | {"status": case["status"] if case["status"] in statuses else "unknown"} for case in cases]
    yield from differs("courts.csv", {row["court_id"]: tuple(int(row[name]) for name in statuses)
                                      for row in table(site, "courts")},
                       {court: tuple(sum(case["court_id"] == court and name in ("cases", case["status"])
                                         for case in known) for name in statuses)
                        for court in {case["court_id"] for case in cases}})
    yield from differs("filings.csv", {(row["court_id"], row["month"]): int(row["petitions"])
                                       for row in table(site, "filings") if row["petitions"] != "0"},
                       Counter((case["court_id"], case["date_filed"][:7]) for case in cases
                               if petition(case) and case["date_filed"]))
    weekly: Counter[tuple[str, str]] = Counter()
    for case in cases:
        if case["date_filed"]:
            weekly[group("week", case), "filed"] += 1
            weekly[group("week", case), "petitions"] += petition(case)
        if case["status_since"]:
            weekly[group("week", {"date_filed": case["status_since"]}), case["status"]] += 1
    weeks = table(site, "weeks")
    columns = [name for name in weeks[0] if name not in ("week", "complete")] if weeks else []
    yield from differs("weeks.csv", {(row["week"], name): int(row[name]) for row in weeks for name in columns
                                     if row[name] != "0"},
                       {key: number for key, number in weekly.items() if number and key[1] in columns})
    monthly: Counter[tuple[str, str]] = Counter()
    for case in cases:
        if decided(case) and case["decided_on"]:
            how = "transferred" if case["merits"] == "remanded" else case["merits"]
            monthly.update([(case["decided_on"][:7], "decided"), (case["decided_on"][:7], how)])
    yield from differs("outcomes.csv", {(row["month"], name): int(row[name]) for row in table(site, "outcomes")
                                        for name in ("decided", *DECIDED_AS) if row[name] != "0"}, monthly)


def differs(what: str, told: dict[object, object] | dict, counted: dict[object, object] | dict) -> Iterator[str]:
    for key in sorted({str(each): each for each in (*told, *counted)}.items()):
        if told.get(key[1]) != counted.get(key[1]):
            yield f"{what}: {key[0]}: {told.get(key[1])} published, {counted.get(key[1])} counted"


def wrong_places(site: Path, cases: list[Case]) -> Iterator[str]:
    """The pages of courts, judges and topics: does every number on them hold for the cases they list?"""
    by_slug = {case["slug"]: case for case in cases}
    for folder, names in (("courts", {case["court_id"] for case in cases}), ("topics", {c["topic"] for c in cases}),
                          ("judges", None)):
        for place in sorted((site / folder).glob("*.html")):
            name = re.sub(r"-\d+$", "", place.stem)
            if place.stem == "index" or (name != place.stem and (site / folder / f"{name}.html").is_file()):
                continue
            listed = cases_on(site, folder, place.stem, by_slug)
            if names is not None:
                column = "court_id" if folder == "courts" else "topic"
                fits = sorted(case["slug"] for case in cases if case[column] == place.stem)
                if place.stem in names and sorted(case["slug"] for case in listed) != fits:
                    yield f"{folder}/{place.name}: lists {len(listed)} cases, {len(fits)} are its own"
            yield from wrong_values(f"{folder}/{place.name}", read(site, f"{folder}/{place.name}").elements, listed)
    seen = Counter(slug for place in sorted((site / "judges").glob("*.html"))
                   for slug in re.findall(r'<tr><th scope="row"><a href="\.\./cases/([^"]+)\.html"', place.read_text()))
    for slug, times in seen.items():
        if times != 1 or not by_slug.get(slug, {}).get("judge"):
            yield f"judges: {slug} is listed {times} times"


def cases_on(site: Path, folder: str, name: str, by_slug: dict[str, Case]) -> list[Case]:
    """The cases that a page lists, and those that go on from it, as far as the table has them."""
    pages = [site / folder / f"{name}.html"]
    while (following := site / folder / f"{name}-{len(pages) + 1}.html").is_file():
        pages.append(following)
    listed = (slug for page in pages for slug in re.findall(
        r'<tr><th scope="row"><a href="\.\./cases/([^"]+)\.html"', page.read_text(encoding="utf-8")))
    return [by_slug[slug] for slug in listed if slug in by_slug]


def wrong_values(where: str, elements: Iterable[Element], cases: list[Case]) -> Iterator[str]:
    """Elements that say which measure they hold: `data-measure`, `data-value`, and the number a reader sees."""
    totals = count(cases)
    for element in elements:
        if name := element.attributes.get("data-measure"):
            seen, said = numbers_in(element.text), int(element.attributes["data-value"])
            if name not in COUNTED or said != totals[name] or (seen and seen[0] != said):
                yield f"{where}: {name}: {said} published, {seen[:1]} seen, {totals[name]} counted"


def wrong_indexes(site: Path, cases: list[Case]) -> Iterator[str]:
    """The indexes of courts and judges, line by line."""
    by_slug = {case["slug"]: case for case in cases}
    for folder in ("courts", "judges"):
        page = read(site, f"{folder}/index.html")
        lines: defaultdict[int, list[Element]] = defaultdict(list)
        for element in page.elements:
            lines[page.rows[id(element)]].append(element)
        for line in lines.values():
            goal = next((each.attributes.get("href", "") for each in line if each.tag == "a"), "")
            name = re.fullmatch(rf"(?:\.\./{folder}/)?([a-z0-9-]+)\.html", goal)
            if name and any("data-measure" in each.attributes for each in line):
                listed = cases_on(site, folder, name[1], by_slug)
                yield from wrong_values(f"{folder}/index.html, {name[1]}", line, listed)


def wrong_front(site: Path, cases: list[Case]) -> Iterator[str]:
    """The front: open and released or heard, every status, topic and district."""
    statuses = Counter(case["status"] for case in cases)
    expected: dict[str, int] = {"open": sum(statuses[name] for name in OPEN)}
    as_of = dt.date.fromisoformat(created(site)[:10])
    ordered = {row["slug"] for row in table(site, "events")
               if row["type"] in ("release_ordered", "bond_hearing_ordered") and row["date"]
               and as_of - dt.timedelta(days=30) < dt.date.fromisoformat(row["date"]) <= as_of}
    expected["ordered"] = len(ordered)
    expected |= {"status-" + name.replace("_", "-"): number for name, number in statuses.items()}
    page = read(site, "index.html")
    for element in page.elements:
        goal = re.fullmatch(r"lists/([a-z-]+)\.html", element.attributes.get("href", ""))
        if goal and goal[1] in expected:
            shown = numbers_in(element.text) or in_row(page, element)
            if shown[:1] != [expected[goal[1]]]:
                yield f"index.html: {goal[1]}: {shown[:1]} published, {expected[goal[1]]} counted"
    courts = Counter(case["court_id"] for case in cases)
    for element in page.elements:
        goal = re.fullmatch(r"courts/([a-z0-9]+)\.html", element.attributes.get("href", ""))
        shown = numbers_in(element.text)[-1:]
        if goal and "step" in element.attributes.get("class", "") and shown != [courts[goal[1]]]:
            yield f"index.html: {goal[1]}: {shown} published, {courts[goal[1]]} counted"


def in_row(page: Reader, element: Element) -> list[int]:
    """The numbers in the first cell for a number of an element's table row."""
    row = page.rows[id(element)]
    return next((numbers_in(each.text) for each in page.elements
                 if page.rows[id(each)] == row and each.tag == "td" and each.attributes.get("class") == "number"), [])


def created(site: Path) -> str:
    return json.loads((site / "data" / "datapackage.json").read_text(encoding="utf-8"))["created"]


def wrong_numbers(site: Path, cases: list[Case]) -> Iterator[str]:
    """The page of all numbers, where a site has one: each measure with its denominator, and how long things take."""
    if not (site / "numbers" / "index.html").is_file():
        return
    totals, page = count(cases), (site / "numbers" / "index.html").read_text(encoding="utf-8")
    for figure in re.findall(r'<p class="figure">(.*?)</p>', page, re.DOTALL):
        name = re.search(r'href="\.\./numbers/([a-z_]+)\.html"|href="([a-z_]+)\.html"', figure)
        name = name and (name[1] or name[2])
        shown = numbers_in(re.sub(r"<[^>]+>|\([^)]*\)", " ", figure))
        if name and name in COUNTED:
            of = COUNTED[name][1]
            right = [totals[name], totals[of]] if len(shown) > 1 else [totals[name]]
            if shown != right:
                yield f"numbers/index.html: {name}: {shown} published, {right} counted"
    told = (site / "numbers" / "time.html").read_text(encoding="utf-8")
    for name, until in TIMES.items():
        section = re.search(rf'<h2 id="{name.replace("_", "-")}">.*?<p class="what">(.*?)</p>', told, re.DOTALL)
        if section is None:
            yield f"numbers/time.html: {name} is not told"
            continue
        days, low, high = half(survival(waits(cases, until)))
        shown = numbers_in(section[1].replace("95%", ""))
        ends = [each for each in (days, low, high) if each is not None]
        if "Half within" in section[1] and (days is None or shown[:len(ends)] != ends):
            yield f"numbers/time.html: {name}: {shown[:3]} published, {(days, low, high)} counted"
        if "Half is not reached" in section[1] and days is not None:
            yield f"numbers/time.html: {name}: not reached as published, {days} counted"


CHECKS = (wrong_measures, wrong_durations, wrong_tables, wrong_places, wrong_indexes, wrong_front, wrong_numbers)


def recount(site: Path) -> list[str]:
    """A sentence for every number that differs."""
    cases = table(site, "cases")
    return [sentence for check in CHECKS for sentence in check(site, cases)]


if __name__ == "__main__":
    found = recount(Path(sys.argv[1] if len(sys.argv) > 1 else "public"))
    print("\n".join(found) or "Every number is borne out by the published tables.")
    sys.exit(1 if found else 0)
