"""Pages that show what others counted, agreements, or what is missed in, what the tables do not bear out of them out.

For recount.py: each word of a figure that an editor keeps is compared with figures.csv, and what is counted of
agreements and docket numbers with agreements.csv, numbering.csv and recaptures.csv.
"""
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from recount_pages import Drawing, Line, Page, Wrong, day_of, goal_of, number, numbers_in, percent, unequal
from recount_site import Site
from recount_tables import Case


def wrong_beside(site: Site, page: Page) -> Wrong:
    """Whatever stands beside the cases."""
    if page.folder in ("states", "topics"):
        yield from wrong_figures(site, page)
        yield from wrong_agreements(site, page)
        yield from wrong_facilities(site, page)
    if page.folder == "courts":
        yield from wrong_runs(site, page)
        yield from wrong_missed(site, page)
        yield from wrong_held(site, page)


# What others counted.


def wrong_figures(site: Site, page: Page, language: str = "en") -> Wrong:
    """The figures of a topic or a state, word for word: their values, sentences and sources, each with its date; of a
    date in another language the digits.
    """
    rows = [row for row in site.table("figures") if (
        row["page"] == page.name if page.folder == "topics" else row["state"].lower() == page.name)]
    own = {(row["page"], row["number"]): row for row in rows if row["language"] == language}
    right: list[str] = []
    for row in rows:
        if row["language"] == "en":
            ours = own.get((row["page"], row["number"]), row)
            words = (said(ours[column] or row[column]) for column in ("value", "says"))
            right += [*filter(None, words), when_in(f"{said(row['source'])}, {dated(row['date'])}", language)]
    shown = [when_in(line.text, language) if "source" in line.within.split() else line.text
             for line in page.lines if "figures" in line.within.split() and line.tag == "p"]
    for one, other in zip_longest(shown, right):
        if one != other:
            yield f"{page.path}: figures: {one!r} published, {other!r} in figures.csv"
            return


def when_in(source: str, language: str) -> str:
    """A source with its date, of which only the digits are the same in every language."""
    name, _, date = source.rpartition(",")
    return source if language == "en" else ", ".join([name, *re.findall(r"\d+", date)])


def said(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return re.sub(r"^'(?=\s*[=+\-@＝＋－＠])", "", cell)


def dated(text: str) -> str:
    """ "2026-01-26" as pages write it: "26 January 2026"."""
    if text == "unknown":
        return "date not given"
    if text.startswith("before "):
        return f"before {dated(text.removeprefix('before '))}"
    first, _, last = text.partition("/")
    if last:
        return f"{dated(first)} to {dated(last)}"
    if len(text) == 4:
        return text
    day = dt.date.fromisoformat(f"{text}-01"[:10])
    return f"{day.day} {day:%B} {day.year}" if len(text) == 10 else f"{day:%B} {day.year}"


# Agreements.


def newest(site: Site) -> list[Case]:
    """The agreements of the newest list."""
    rows = site.table("agreements")
    last = max((row["snapshot"] for row in rows), default="")
    return [row for row in rows if row["snapshot"] == last]


def wrong_agreements(site: Site, page: Page) -> Wrong:
    """Of the newest list of agreements: how many a state has, by model, of how many agencies; all of them over time."""
    rows = newest(site)
    if page.folder == "topics":
        if page.name == "local-police" and rows:
            yield from wrong_totals(site, page)
            yield from wrong_signed(page, rows)
            yield from wrong_states(page, rows)
        return
    by_state = Counter(row["state"].lower() for row in rows)
    if page.name == "index" and rows:
        for line in page.lines:
            if line.tag == "tr" and len(line.numbers) > 1:
                yield from unequal(page, f"agreements of {goal_of(line)}", line.numbers[1:], [by_state[goal_of(line)]])
    if found := page.said(r"the list had ([\d,]+) agreements? under"):
        yield from unequal(page, "agreements", [number(found[1])], [by_state[page.name]])
    models = Counter(row["model"] for row in rows if row["state"].lower() == page.name)
    shown = [(line.cells[0].text.strip().lower(), line.numbers[0]) for line in page.lines
             if line.caption == "Agreements by model" and line.numbers]
    if shown or models:
        right = sorted([*models.items(), ("all", models.total())])
        yield from unequal(page, "agreements by model", sorted(shown), right)
    if found := page.said(r"^([\d,]+) agenc(?:y|ies)$"):
        agencies = {(row["agency"], row["county"]) for row in rows if row["state"].lower() == page.name}
        yield from unequal(page, "agencies", [number(found[1])], [len(agencies)])


def rows_of(page: Page, caption: str) -> list[Line]:
    """The lines with numbers of every table whose caption begins so."""
    return [line for line in page.lines if line.tag == "tr" and line.caption.startswith(caption) and line.numbers]


def wrong_totals(site: Site, page: Page) -> Wrong:
    """How many agreements there were, by our lists and by the figures of others for the whole country."""
    lists: dict[str, list[Case]] = {}
    for row in site.table("agreements"):
        lists.setdefault(row["snapshot"], []).append(row)
    right = [(day, len(those), day, those[0]["source"]) for day, those in lists.items()]
    right += [(row["date"].removeprefix("before "), number(row["value"]), row["date"], row["source"])
              for row in site.table("figures") if re.fullmatch(r"\d[\d,]*", row["value"])
              and (row["page"], row["language"], row["unit"], row["state"]) == ("local-police", "en", "agreements", "")]
    shown = [(line.cells[0].text.strip(), line.numbers[0], line.cells[2].text.removesuffix(
        "counted here from that list")) for line in rows_of(page, "How many agreements there were")]
    yield from unequal(page, "agreements over time", shown, [
        (dated(date), total, source) for _, total, date, source in sorted(right)])


def wrong_signed(page: Page, rows: list[Case]) -> Wrong:
    """Agreements by the month they were signed in, added up: the table, what has no day, and the line that is drawn."""
    known = Counter((row["signed"][:7], row["model"]) for row in rows if row["signed"])
    models = {row["model"] for row in rows}
    sums: dict[str, Counter[str]] = {}
    so_far: Counter[str] = Counter()
    for month in months(min(known, default=("", ""))[0], rows[0]["snapshot"][:7]) if known else ():
        so_far.update({model: known[month, model] for model in models})
        sums[month] = so_far.copy()
    shown = dict(table_by_model(page, "Agreements signed by the end of each month"))
    if shown or page.said(r"^([\d,]+) of ([\d,]+) have no such day"):
        yield from unequal(page, "agreements signed", sorted(shown.items()), sorted(
            (dt.date.fromisoformat(f"{month}-01").strftime("%B %Y"), {**counts, "all": counts.total()})
            for month, counts in sums.items()))
    if found := page.said(r"^([\d,]+) of ([\d,]+) have no such day"):
        yield from unequal(page, "agreements without a day", [number(each) for each in found.groups()],
                           [sum(not row["signed"] for row in rows), len(rows)])
    for drawing in page.drawings:
        if "signed" in drawing.within:
            yield from wrong_line(page, drawing, list(sums.items()))


def months(first: str, last: str) -> Iterator[str]:
    while first <= last:
        yield first
        year, month = map(int, first.split("-"))
        first = f"{year + month // 12}-{month % 12 + 1:02}"


def wrong_line(page: Page, drawing: Drawing, sums: list[tuple[str, Counter[str]]]) -> Wrong:
    """The line of agreements: each month as high as its sum beside the most, the years at their Januaries."""
    most = max((counts.total() for _, counts in sums), default=1) or 1
    drawn = [tuple(map(float, point.split(","))) for point in drawing.of("polygon")[0]["points"].split()]
    heights = [round(most * (1 - y / 100), 1) for _, y in drawn[1:-1]]
    right = [float(counts.total()) for _, counts in sums for _ in range(2)]
    if len(heights) != len(right) or any(abs(one - other) > 1e-3 * most for one, other in zip(
            heights, right, strict=True)):
        yield f"{page.path}: agreements drawn as {heights[:8]}, {right[:8]} counted"
    yield from unequal(page, "agreements at the top", [number(word.text) for word in drawing.words
                                                       if word.attributes.get("class") != "year"], [most])
    for word in drawing.words:
        if word.attributes.get("class") == "year":
            month = sums[round(percent(word.attributes, "x") / 100 * len(sums))][0]
            yield from unequal(page, "year beneath", [f"{word.text}-01"], [month])


def table_by_model(page: Page, caption: str) -> Iterator[tuple[str, dict[str, int]]]:
    """Each line of tables with a column a model: its name, {model, small: its number}."""
    heads: list[str] = []
    for line in page.lines:
        if line.tag == "tr" and line.caption.startswith(caption):
            if not line.numbers:
                heads = [cell.text.strip().lower() for cell in line.cells[1:]]
            else:
                yield " ".join(line.cells[0].text.split()), dict(zip(heads, line.numbers, strict=True))


def wrong_states(page: Page, rows: list[Case]) -> Wrong:
    """Agreements by state and model: every line, and how many states there are."""
    by_state: dict[str, Counter[str]] = {}
    for row in rows:
        by_state.setdefault(row["state"].lower(), Counter())[row["model"]] += 1
    total = Counter(row["model"] for row in rows)
    lines = rows_of(page, "Agreements by state and model")
    told = [*table_by_model(page, "Agreements by state and model")]
    for line, (name, shown) in zip(lines, told, strict=True):
        counts = by_state.get(goal_of(line), Counter()) if line.links else total
        yield from unequal(page, f"agreements of {name}", [shown], [
            {**{model: counts[model] for model in total}, "all": counts.total()}])
        if not line.links:
            yield from unequal(page, "states with agreements", numbers_in(name), [len(by_state)])
    yield from unequal(page, "states listed", [sum(bool(line.links) for line in lines)],
                       [len(by_state) + (10 if len(by_state) > 12 else 0)])
    if found := page.said(r"^All ([\d,]+) states$"):
        yield from unequal(page, "all states", [number(found[1])], [len(by_state)])


def wrong_facilities(site: Site, page: Page) -> Wrong:
    """How many places of detention the list has, and of when it is."""
    if found := page.said(r"The list of ([\d,]+) places is kept by hand, as of ([\d-]+),"):
        rows = site.table("facilities")
        yield from unequal(page, "places listed", [number(found[1]), found[2]],
                           [len(rows), max(row["as_of"] for row in rows)])


# What is missed.


ABOUT = r"about ([\d,]+) \(([\d,]+) to ([\d,]+)\)"


def estimate(row: Case, column: str) -> list[int]:
    return [int(row[name]) for name in (column, f"{column}_low", f"{column}_high") if row[name]]


def wrong_runs(site: Site, page: Page) -> Wrong:
    """The table of a court's docket numbers, the newest year first."""
    rows = sorted((row for row in site.table("numbering") if row["court_id"] == page.name),
                  key=lambda row: (-int(row["year"]), row["office"]))
    shown = [(line.cells[0].text.strip(), line.numbers, numbers_in(line.cells[3].text))
             for line in rows_of(page, "Civil docket numbers known")]
    if page.name != "index" and (shown or page.said("^How much of this court is here")):
        yield from unequal(page, "docket numbers", shown, [
            (f"{row['office']}:{row['year'][2:]}-cv", [int(row["known"]), int(row["between"])], estimate(row, "filed"))
            for row in rows])


def wrong_missed(site: Site, page: Page) -> Wrong:
    """What each second list says of a court, in its order."""
    rows = [row for row in site.table("recaptures") if row["court_id"] == page.name]
    shown = [numbers_in(re.sub(r"“.*?”", "", line.text)) for line in page.lines
             if re.match(r"Beside a list that was made without ours|By two ways of finding", line.text)]
    if page.name != "index" and (shown or page.said("^How much of this court is here")):
        yield from unequal(page, "petitions by two lists", shown, [
            [int(row["theirs"]), int(row["ours"]), int(row["both"]), *estimate(row, "petitions"),
             *estimate(row, "missed")] for row in rows])


def wrong_held(site: Site, page: Page) -> Wrong:
    """What the list of courts says of each: complete until when, how many petitions are missed."""
    for line in page.lines:
        if line.tag == "tr" and line.caption == "Courts of which something can be said" and line.links:
            court = goal_of(line)
            shown = [[number(each) for each in found] for found in re.findall(ABOUT, line.cells[2].text)]
            yield from unequal(page, f"petitions missed in {court}", shown, [
                estimate(row, "missed") for row in site.table("recaptures")
                if row["court_id"] == court and row["missed"]])
            if court in site.courts:
                yield from unequal(page, f"{court} complete until", [day_of(line.cells[1].text)],
                                   [site.courts[court]["complete_until"]])
