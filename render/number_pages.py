"""What was counted in, the pages of numbers and charts out, and the frames that show a chart on other sites. Pure."""
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import Any, Final

from . import addresses, tables
from .measures import MEASURES
from .numbers import CHARTS, MAPPED, Numbers, Waited
from .output import File
from .overview import Overview, Row
from .pages import Page, Pages
from .places import ENOUGH, court_name, district_map

MAP: Final = "map-"
"""What the names of maps begin with, before that of their measure."""

OWN_PAGE: Final = ("filings", "outcomes", "courts")
"""Charts with a page of their own; those of time share one."""


def number_pages(pages: Pages, numbers: Numbers, overview: Overview) -> Iterator[Page]:
    """All numbers, each with its cases; the charts; a map a measure."""
    rows = list(overview.rows())
    drawn = charts(numbers)
    shown: dict[str, Any] = {"numbers": numbers, "enough": ENOUGH, "csv": tables_behind(), "titles": CHARTS}
    yield pages.render(
        "numbers.html", addresses.NUMBERS, drawn=drawn, mapped=MAPPED, waits=numbers.waited(), **shown)
    for measure in MEASURES:
        counted = [row for row in rows if measure.name in row.counted] if measure.where else []
        yield from pages.table(
            "number.html", partial(addresses.number, measure.name), counted, measure=measure, mapped=MAPPED,
            courts=by_court(numbers, measure.name), **shown)
    for name in OWN_PAGE:
        yield pages.render("number-chart.html", addresses.number(name), name=name, chart=drawn[name], **shown)
    yield pages.render("number-time.html", addresses.number("time"), waits=numbers.waited(), **shown)
    yield pages.render("number-actions.html", addresses.number("actions"), actions=by_action(rows), **shown)
    for measure in MAPPED:
        yield pages.render(
            "number-map.html", addresses.number(MAP + measure.name), measure=measure, mapped=MAPPED,
            districts=district_map(counts_by_court(numbers, measure.name)), courts=by_court(numbers, measure.name),
            **shown)


def number_embeds(pages: Pages, numbers: Numbers) -> Iterator[File]:
    """Every chart and every map as a page to be shown in a frame."""
    for name, chart in charts(numbers).items():
        page = addresses.number(name if name in OWN_PAGE else "time") if name != "funnel" else addresses.NUMBERS
        yield pages.render(
            "embed-figure.html", addresses.embed(f"chart-{name}"), name=name, chart=chart, heading=CHARTS[name],
            page=page, enough=ENOUGH).file
    for measure in MAPPED:
        name = MAP + measure.name
        yield pages.render(
            "embed-map.html", addresses.embed(f"chart-{name}"), measure=measure, page=addresses.number(name),
            districts=district_map(counts_by_court(numbers, measure.name)), count=numbers.count(measure.name)).file


def charts(numbers: Numbers) -> dict[str, Any]:
    """Every chart of `CHARTS` but the maps, drawn; None where there is nothing to draw."""
    waits: dict[str, Waited] = {wait.name: wait for wait in numbers.waited()}
    return {"filings": numbers.filed(), "outcomes": numbers.ended(), **waits, "courts": numbers.courts_filed(),
            "funnel": numbers.funnel()}


def tables_behind() -> dict[str, str]:
    """The file of data/ in which each chart stands as numbers; of a map, that of all measures."""
    csv = {"filings": tables.WEEKS, "outcomes": tables.OUTCOMES, "courts": tables.FILINGS, "funnel": tables.NUMBERS,
           "map": tables.NUMBERS}
    return {name: addresses.data(f"{csv.get(name, tables.CURVES).name}.csv") for name in (*CHARTS, "map")}


def counts_by_court(numbers: Numbers, measure: str) -> dict[str, float]:
    return {court_id: count.cases for court_id, count in numbers.by(measure, "court_id").items()}


def by_court(numbers: Numbers, measure: str) -> list[tuple[str, int, int]]:
    """Every court that has a case of the denominator, by the alphabet: its id, how many, of how many."""
    found = numbers.by(measure, "court_id")
    return [(court_id, found[court_id].cases, found[court_id].of) for court_id in sorted(found, key=court_name)]


def by_action(rows: Iterable[Row]) -> list[tuple[str, list[Row], int]]:
    """Impact cases by what the government did, by the alphabet, those of which nothing is said last; with how many
    of each have relief in force."""
    def action(row: Row) -> tuple[bool, str]:
        return not row.government_action, row.government_action

    impact = sorted((row for row in rows if "impact" in row.counted), key=action)
    told = [(name, list(those)) for (_, name), those in groupby(impact, key=action)]
    return [(name, those, sum("in_force" in row.counted for row in those)) for name, those in told]
