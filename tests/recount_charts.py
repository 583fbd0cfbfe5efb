"""Pages with charts in, what differs from the tables out, for recount.py: every number and every line that is drawn."""
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from recount_pages import Drawing, Line, Page, Wrong, day_of, goal_of, month_of, number, numbers_in, percent, unequal
from recount_site import Site
from recount_tables import TIMES, Case, half, survival, waits


def wrong_charts(site: Site, page: Page) -> Wrong:
    """Charts by week and by month: their tables, their sentences and which periods are marked, by the files."""
    if page.path in ("numbers/filings.html", "numbers/index.html", "embed/chart-filings.html"):
        yield from wrong_filings(site, page)
    elif page.path in ("numbers/outcomes.html", "embed/chart-outcomes.html"):
        yield from wrong_outcomes(site, page)
    elif page.path in ("numbers/courts.html", "embed/chart-courts.html"):
        yield from wrong_multiples(site, page)


def wrong_filings(site: Site, page: Page) -> Wrong:
    weeks = site.table("weeks")
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
    if page.said(r"hatched weeks?|A week is complete"):
        yield from unequal(page, "hatched weeks", [number(said[1] or "1") if said else 0], [growing])
    if drawn := plots(page):
        yield from wrong_columns(page, drawn[0], [list(counts.values())], [row["complete"] for row in shown])
        yield from wrong_grid(page, drawn[0], max([1, *counts.values()]))
        yield from wrong_months_below(page, drawn[0], [dt.date.fromisoformat(week) for week in counts])
    if said := page.said(r"^The newest ([\d,]+) weeks(?:\. ([\d,]+) weeks? before)?"):
        yield from unequal(page, "weeks of the table", [number(said[1]), number(said[2] or "0")],
                           [len(shown), len(weeks) - first - len(shown)])


def wrong_outcomes(site: Site, page: Page) -> Wrong:
    months = site.table("outcomes")
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
    for drawing in plots(page):
        yield from wrong_columns(page, drawing, [[int(row[name]) for row in shown] for name in names],
                                 [row["complete"] for row in shown])
        yield from wrong_above(page, drawing, [int(row["decided"]) for row in shown])
        yield from wrong_months_below(page, drawing, [dt.date.fromisoformat(f"{row['month']}-01") for row in shown])
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
    for row in site.table("filings"):
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
    most = max((int(row["petitions"]) for court in told for row in newest[court]), default=0)
    if said := page.said(r"up to ([\d,]+) a month"):
        yield from unequal(page, "the most in a month", [number(said[1])], [most])
    if len(plots(page)) != len(told):
        yield f"{page.path}: {len(plots(page))} courts drawn, {len(told)} told"
    for court, drawing in zip(told, plots(page), strict=False):
        yield from wrong_columns(page, drawing, [[int(row["petitions"]) for row in newest[court]]],
                                 [row["complete"] for row in newest[court]], max(most, 1))
    lines = [(line.numbers[0], "not complete" in line.cells[0].text)
             for line in page.lines if line.tag == "tr" and line.numbers]
    if lines:
        yield from unequal(page, "months of courts", lines, [
            (int(row["petitions"]), row["complete"] == "false") for court in told for row in newest[court]])


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
    if page.name != "index":
        drawn = [name for name in names if curves[name] and curves[name][0][1] >= 20 and sum(
            row[2] for row in curves[name])]
        if len(plots(page)) != len(drawn):
            yield f"{page.path}: {len(plots(page))} curves drawn, {len(drawn)} can be"
        for name, drawing in zip(drawn, plots(page), strict=False):
            yield from wrong_curve(page, name, drawing, curves[name])
    if len(halves) != len(names):
        yield f"{page.path}: tells of {len(halves)} durations, {len(names)} are counted"
    if page.path == "numbers/time.html":
        yield from wrong_shares(page, curves)


DAYS = (7, 14, 30, 60, 90, 180, 365)


def wrong_shares(page: Page, curves: dict[str, list]) -> Wrong:
    """The tables of shares by a day, in the order of the durations: at round days, or at the end of a shorter curve."""
    right: list[tuple[str, int, list[str]]] = []
    for name, rows in curves.items():
        if rows and rows[0][1] >= 20 and sum(row[2] for row in rows):
            last = min(end_of(rows), rows[-1][0])
            for day in [day for day in DAYS if day <= last] or [last]:
                row = next((row for row in reversed(rows) if row[0] <= day), (0, 0, 0, 0, 1.0, 1.0, 1.0))
                right.append((name, day, [f"{1 - float(row[4]):.0%}", f"{1 - row[6]:.0%}–{1 - row[5]:.0%}"]))
    lines = [line for line in page.lines if line.tag == "tr" and line.numbers]
    shown = [(number(line.cells[0].text), [cell.text.strip().replace("<1%", "0%") for cell in line.cells[1:]])
             for line in lines]
    yield from unequal(page, "days told", [day for day, _ in shown], [day for _, day, _ in right])
    for (day, told), (name, _, counted) in zip(shown, right, strict=False):
        if told != counted:
            yield f"{page.path}: {name}: by day {day}: {told} published, {counted} counted"


# What is drawn.


BOX = 1000
FEWEST_SLOTS = 12
"""What is drawn as a path lies in a box of 1000 by 1000, with room for twelve columns at least."""


def plots(page: Page) -> list[Drawing]:
    return [drawing for drawing in page.drawings if "plot" in drawing.name]


def near(one: float, other: float, within: float) -> bool:
    return abs(one - other) <= within


def columns(path: str) -> list[tuple[float, float, float]]:
    """The columns of a path: where each begins, its lower and its upper edge."""
    return [(float(x), float(low), float(high))
            for x, low, high in re.findall(r"M([\d.]+) ([\d.]+)V([\d.]+)h[\d.]+V\2z", path)]


def wrong_columns(page: Page, drawing: Drawing, series: list[list[int]], complete: list[str], top: int = 0) -> Wrong:
    """Columns, of several parts each where there are several series: is each as high as its number? And which are
    hatched?"""
    sums = [sum(parts) for parts in zip(*series, strict=True)]
    slots, top = max(len(sums), FEWEST_SLOTS), top or max([1, *sums])
    paths = [given["d"] for given in drawing.of("path")]
    if len(paths) != len(series):
        yield f"{page.path}: {len(paths)} series drawn, {len(series)} counted"
    below = [0] * len(sums)
    for path, values in zip(paths, series, strict=False):
        boxes = columns(path)
        right = [(place, value) for place, value in enumerate(values) if value]
        drawn = [(place_of(x / BOX, slots, len(sums)), (low - high) / BOX * top, (BOX - low) / BOX * top)
                 for x, low, high in boxes]
        if path.count("M") != len(boxes) or len(boxes) != len(right) or not all(
                near(place, at, 0.02) and near(value, height, 3e-4 * top) and near(below[at], under, 3e-4 * top)
                for (place, height, under), (at, value) in zip(drawn, right, strict=False)):
            shown = [(round(at, 2), round(height, 1)) for at, height, _ in drawn]
            yield f"{page.path}: columns {shown} drawn, {right} counted"
        below = [under + value for under, value in zip(below, values, strict=True)]
    hatched = [(round(place_of(percent(each, "x") / 100, slots, len(sums)), 1),
                round(percent(each, "height") * top / 100)) for each in drawing.of("rect", "hatched")]
    yield from unequal(page, "hatched columns", hatched, [
        (place, value) for place, value in enumerate(sums) if complete[place] == "false"])


def place_of(share: float, slots: int, count: int) -> float:
    """Which column begins at a part of the width; a gap of a sixth lies between two."""
    return share * slots - 0.08 - (slots - count)


def wrong_grid(page: Page, drawing: Drawing, top: int) -> Wrong:
    """The numbers beside the lines across: round ones, four at most, each at its height."""
    step = next(size * 10 ** power for power in range(12) for size in (1, 2, 5) if top <= 4 * size * 10 ** power)
    told = [word for word in drawing.words if word.attributes.get("class") == "end"]
    yield from unequal(page, "lines across", [number(word.text) for word in told], [*range(step, top + 1, step)])
    for word in told:
        if not near(top * (1 - percent(word.attributes, "y") / 100), number(word.text), 1e-3 * top):
            yield f"{page.path}: the line of {word.text} stands at {word.attributes['y']}"
    if [percent(line, "y1") for line in drawing.of("line", "grid")] != [percent(word.attributes, "y") for word in told]:
        yield f"{page.path}: lines across stand elsewhere than their numbers"


def wrong_above(page: Page, drawing: Drawing, sums: list[int]) -> Wrong:
    """The numbers on top of columns."""
    told = [word for word in drawing.words if word.attributes.get("dy") == "-4"]
    yield from unequal(page, "numbers above the columns", [number(word.text) for word in told], sums)
    for word in told:
        if not near(max([1, *sums]) * (1 - percent(word.attributes, "y") / 100), number(word.text), 0.51):
            yield f"{page.path}: {word.text} stands at {word.attributes['y']}"


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def wrong_months_below(page: Page, drawing: Drawing, days: Sequence[dt.date]) -> Wrong:
    """The months and years beneath columns that begin on these days: each beneath its own."""
    slots = max(len(days), FEWEST_SLOTS)
    told = [word for word in drawing.words if re.search(r"[A-Z]|^\d{4}$", word.text.strip())]
    if not told:
        yield f"{page.path}: no month stands beneath the columns"
    for word in told:
        middle = 0.5 if word.attributes.get("class") == "centre" else 0
        place = round(percent(word.attributes, "x") / 100 * slots - middle) - (slots - len(days))
        day = days[max(0, min(place, len(days) - 1))]
        if word.text.strip() not in (MONTHS[day.month - 1], f"{MONTHS[day.month - 1]} {day.year}", str(day.year)):
            yield f"{page.path}: {word.text.strip()} stands beneath {day:%Y-%m}"


class Stairs(NamedTuple):
    """A line of steps in a box: how high it is before the first, then from each place on."""

    before: float
    steps: list[tuple[float, float]]

    def at(self, x: float) -> float:
        return next((y for place, y in reversed(self.steps) if place <= x + 0.06), self.before)


def forwards(path: str) -> Stairs:
    return Stairs(BOX, [(float(x), float(y)) for x, y in re.findall(r"H([\d.]+)V([\d.]+)", path)])


def backwards(path: str) -> Stairs:
    """The same line drawn from the right edge: each step says how high it was before."""
    end, rest = re.match(r"([\d.]+)(.*)", path).groups()  # pyright: ignore[reportOptionalMemberAccess]
    places = [(float(x), float(y)) for x, y in re.findall(r"H([\d.]+)V([\d.]+)", rest)][::-1]
    heights = [*(y for _, y in places), float(end)]
    return Stairs(heights[0], [(x, after) for (x, _), (_, after) in zip(places, pairwise(heights), strict=True)])


def wrong_curve(page: Page, name: str, drawing: Drawing, rows: Sequence[tuple]) -> Wrong:
    """A curve: each step of it and of its interval, the days beneath, how many are still watched, where half got there.
    """
    days, low, high = half(list(rows))
    last = end_of(rows)
    curve = forwards(next(iter(drawing.of("path", "curve")))["d"])
    upper, _, lower = next(iter(drawing.of("path", "band")))["d"].partition(f"L{BOX} ")
    for line, column in ((curve, 4), (forwards(upper), 5), (backwards(lower), 6)):
        off = [row[0] for row in rows if row[0] <= last
               and not near(line.at(row[0] / last * BOX), float(row[column]) * BOX, 0.3)]
        if off or len(line.steps) > len(rows):
            yield f"{page.path}: {name}: the line of column {column} is off on the days {off[:5]}"
    shares = [(percent(word.attributes, "y"), word.text) for word in drawing.words
              if "beneath" in word.attributes.get("class", "")]
    yield from unequal(page, f"{name}: shares", shares, [(0, "100%"), (25, "75%"), (50, "50%"), (75, "25%")])
    yield from wrong_days_below(page, name, drawing, rows, last)
    said = [number(re.sub(r"\D", "", word.text)) for word in drawing.words if word.text.startswith("half by day")]
    yield from unequal(page, f"{name}: half", said, [days] if days is not None else [])
    if days is not None:
        known = high if high is not None and high <= last else last
        drawn = [percent(next(iter(drawing.of("line", line))), at) * last / 100
                 for line, at in (("middle", "x1"), ("interval", "x1"), ("interval", "x2"))]
        if not all(map(near, drawn, (days, low or 0, known), (1e-3 * last,) * 3)):
            yield f"{page.path}: {name}: half is drawn at {drawn}, {days, low, high} counted"


def end_of(rows: Sequence[tuple]) -> int:
    """The last day that is drawn: fewer than ten are watched longer; or that by which half got there."""
    return max(max((row[0] for row in rows if row[1] >= 10), default=0), half(list(rows))[0] or 0, 1)


def wrong_days_below(page: Page, name: str, drawing: Drawing, rows: Sequence[tuple], last: int) -> Wrong:
    """Days at equal distances from nought on, and under each how many were still watched when it began."""
    ticks = {percent(word.attributes, "x"): number(word.text) for word in drawing.words
             if word.attributes.get("dy") == "20"}
    watched = {percent(word.attributes, "x"): number(word.text) for word in drawing.words
               if word.attributes.get("dy") == "64"}
    apart = {later - day for day, later in pairwise(ticks.values())}
    if not ticks or 0 not in ticks.values() or len(apart) > 1 or not all(
            near(day, x * last / 100, 1e-3 * last) for x, day in ticks.items()):
        yield f"{page.path}: {name}: the days {ticks} stand elsewhere than on an axis that ends with {last}"
    told = [*ticks][::2 if rows[0][1] >= 10000 else 1]
    yield from unequal(page, f"{name}: still watched", [*watched.items()], [
        (x, next((row[1] for row in rows if row[0] >= ticks[x]), 0)) for x in told])


def wrong_strips(site: Site, page: Page) -> Wrong:
    """Thin lines beside numbers: each as long as its number beside the greatest of its kind; on the front the statuses
    of a topic.
    """
    single: dict[str, list[tuple[Line, float]]] = {}
    for drawing in page.drawings:
        parts = [percent(given, "width") for given in drawing.of("rect")]
        if "strip" not in drawing.name or drawing.beside is None:
            continue
        if "cards" in drawing.within:
            those = [case for case in site.cases if case["topic"] == goal_of(drawing.beside)]
            yield from wrong_lengths(page, goal_of(drawing.beside), parts, Counter(
                case["status"] for case in those).values(), len(those))
        else:
            single.setdefault(" ".join(drawing.within), []).append((drawing.beside, parts[0]))
    for those in single.values():
        beside = [(line.numbers or numbers_in(line.text)[-1:])[0] for line, _ in those]
        if not all(near(width, 100 * n / max([1, *beside]), 0.02)
                   for n, (_, width) in zip(beside, those, strict=True)):
            yield f"{page.path}: lines of {[round(width, 2) for _, width in those]} percent beside {beside}"


def wrong_bars(site: Site, page: Page) -> Wrong:
    """The bar of statuses: each part as wide as its part of the cases in the table beneath."""
    for drawing in page.drawings:
        if "bar" in drawing.name:
            rows = [line.numbers[0] for line in page.lines if line.tag == "tr" and line.numbers and (
                "standing" in line.within or line.caption == "Cases by status")]
            parts = [percent(given, "width") for given in drawing.of("rect")
                     if given.get("height") == "44" and not {"hatch", "gap"} & set(given["class"].split())]
            yield from wrong_lengths(page, "all", parts, rows[:-1], sum(rows[:-1]))


def wrong_lengths(page: Page, what: str, drawn: list[float], counted: Iterable[int], total: int) -> Wrong:
    right = sorted(100 * n / total for n in counted)
    if len(drawn) != len(right) or not all(map(near, sorted(drawn), right, [0.02] * len(right))):
        yield f"{page.path}: {what}: parts of {sorted(drawn)} percent drawn, {right} counted"
