"""Cases in rows and what is known beside them in, the pages of topics out. Pure.

A topic has one page; a file of `data/topics` may add pages within it, as payments to local police within local police.
"""
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from . import addresses, places
from .agreements import Signed, Snapshot, by_signing
from .cases import Search
from .charts import bar
from .enforcement import Named
from .facilities import Facility
from .overview import Overview, Row
from .pages import Page, Pages
from .topic_figures import UNKNOWN, City, Figure, Texts, TopicPage, told
from .wording import MODELS, N_, Wording

AGREEMENTS_FILE: Final = addresses.data("agreements.csv")
_COUNTS_OF: Final = "agreements"


class Found(NamedTuple):
    """Cases that name something, as rows, beside it."""

    what: object
    rows: Sequence[Row]


class Total(NamedTuple):
    """How many agreements there were, by whom, at a time, and how long that is beside the most, in percent."""

    value: int
    date: str
    source: str
    ours: bool
    length: float


class Line(NamedTuple):
    """A curve of totals over months in a box of 100 by 100, from its own zero: the points of an SVG polyline, and the
    years to write under it, each at its place in percent."""

    points: str
    most: int
    years: Sequence[tuple[str, float]]


class AgreementsTold(NamedTuple):
    """Agreements on the page of local police: the newest list, its total by state and model, totals over time."""

    latest: Snapshot
    models: Sequence[str]
    totals: Sequence[Total]
    signed: Signed
    line: Line | None


class SearchTold(NamedTuple):
    """A search or cohort of the config: its name, what it looks for in words, and what is asked."""

    name: str
    says: Texts
    query: str
    courts: Sequence[str]


def topic_pages(pages: Pages, overview: Overview, named: Named) -> Iterator[Page]:
    """Every topic's page, then those within topics."""
    rows = {row.slug: row for row in overview.rows()}
    kept = named.known.pages
    for topic in overview.topics:
        yield from _pages(pages, overview, named, rows, kept.get(topic) or TopicPage(topic, "", {}, {}))
    for page in kept.values():
        if page.of:
            yield from _pages(pages, overview, named, rows, page)


def _pages(
    pages: Pages, overview: Overview, named: Named, rows: Mapping[str, Row], page: TopicPage
) -> Iterator[Page]:
    topic, known = page.topic, named.known
    cases = list(overview.rows(topic=topic))
    own = [each for each in known.pages.values() if each.of == page.name]
    elsewhere = {name for each in known.pages.values() if each.name != page.name for name in each.searches}
    yield from pages.table(
        "topic.html", partial(addresses.topic, page.name), cases, topic=topic, page=page, overview=overview,
        segments=bar(overview.topics.get(topic, {})), counts=places.counts(cases), enough=places.ENOUGH,
        where={"topic": topic}, within=own, told=partial(told, language=pages.language.code),
        dated=partial(dated, words=pages.words), searches=list(_searches(page, named, elsewhere)),
        agreements=agreements_told(named) if page.name == "local-police" else None,
        parties=[(agency, _rows(slugs, rows)) for agency, slugs in named.all_agencies()]
        if page.name == "local-police" else [],
        facilities=[Found(each, _rows(slugs, rows)) for each, slugs in named.by_facility(known.facilities)]
        if page.name == "detention" else [], listed=len(known.facilities.all),
        facilities_of=_as_of(known.facilities.all),
        contractors=[Found(each, _rows(named.contractors.get(each.name, ()), rows)) for each in known.contractors]
        if page.name == "surveillance" else [],
        cities=[Found(city, _in_city(city, cases)) for city in page.cities], file=AGREEMENTS_FILE)


def _as_of(facilities: Sequence[Facility]) -> str:
    return max((each.as_of for each in facilities), default="")


def _rows(slugs: Sequence[str], rows: Mapping[str, Row]) -> list[Row]:
    return [rows[slug] for slug in slugs if slug in rows]


def _in_city(city: City, cases: Sequence[Row]) -> list[Row]:
    return [row for row in cases if row.court_id == city.court]


def _searches(page: TopicPage, named: Named, elsewhere: set[str]) -> Iterator[SearchTold]:
    """The searches and cohorts that look for what this page is about; one that a page within it tells stands there."""
    for finder in named.known.finders:
        mine = finder.name in page.searches or (
            not page.of and finder.topic == page.name and finder.name not in elsewhere)
        if mine:
            query = finder.query if isinstance(finder, Search) else f"suitNature:{finder.nature_of_suit}"
            yield SearchTold(finder.name, page.searches.get(finder.name, {}), query, finder.courts)


def agreements_told(named: Named) -> AgreementsTold | None:
    """What the page of local police says of agreements; None where no list is held."""
    latest = named.known.latest
    if latest is None:
        return None
    signed = by_signing(latest)
    page = named.known.pages.get("local-police")
    return AgreementsTold(
        latest, models_of(latest), totals(named.known.snapshots, page.figures if page else ()), signed,
        line(signed) if signed.is_telling else None)


def models_of(snapshot: Snapshot) -> list[str]:
    """The models of a list, those we know first."""
    return [*(each for each in MODELS if snapshot.models[each]), *sorted(snapshot.models.keys() - MODELS.keys())]


def totals(lists: Sequence[Snapshot], figures: Sequence[Figure]) -> list[Total]:
    """The totals of our lists, and those that others counted for the whole country, in the order of their days."""
    found = [(each.day.isoformat(), len(each.agreements), each.day.isoformat(), each.source, True) for each in lists]
    for figure in figures:
        number = figure.value.replace(",", "")
        if figure.unit == _COUNTS_OF and not figure.place and number.isdecimal():
            found.append((figure.date.removeprefix("before "), int(number), figure.date, figure.source, False))
    most = max((each[1] for each in found), default=1) or 1
    return [Total(value, date, source, ours, 100 * value / most)
            for _, value, date, source, ours in sorted(found)]


def line(signed: Signed) -> Line:
    """The sum over the months as steps; January of every year, or of every few, is written."""
    most = max(month.total for month in signed.months) or 1
    width = 100 / len(signed.months)
    points = ["0,100"]
    for place, month in enumerate(signed.months):
        height = round(100 - 100 * month.total / most, 2)
        points += [f"{round(place * width, 2)},{height}", f"{round((place + 1) * width, 2)},{height}"]
    points.append("100,100")
    januaries = [(month.month[:4], round(place * width, 2))
                 for place, month in enumerate(signed.months) if month.month.endswith("-01")]
    every = len(januaries) // 5 + 1
    return Line(" ".join(points), most, [each for each in januaries[::-every][::-1] if each[1] <= 90])


def dated(date: str, words: Wording) -> str:
    """A figure's date in words: "26 January 2026", "January 2026 to February 2026", "before 2025"."""
    if date == UNKNOWN:
        return words.text(N_("date not given"))
    if date.startswith("before "):
        return words.text(N_("before {when}")).format(when=dated(date.removeprefix("before "), words))
    first, _, last = date.partition("/")
    if last:
        return words.text(N_("{first} to {last}")).format(first=dated(first, words), last=dated(last, words))
    if len(date) == len("2026-01-26"):
        return words.day(dt.date.fromisoformat(date))
    return words.month(date) if "-" in date else date


class StateTold(NamedTuple):
    """What the page of a state says of its agreements: the list, its total by model, who has some, the figures of
    others, and which of its agencies cases name, with these."""

    latest: Snapshot | None
    models: Sequence[tuple[str, int]]
    agencies: Sequence[tuple[str, str, Sequence[str]]]
    figures: Sequence[Figure]
    parties: Sequence[tuple[object, Sequence[Row]]]

    @property
    def total(self) -> int:
        return sum(number for _, number in self.models)


def state_told(named: Named, state: str, rows: Mapping[str, Row]) -> StateTold:
    latest = named.known.latest
    counted = latest.states.get(state, {}) if latest else {}
    figures = [each for page in named.known.pages.values() for each in page.figures if each.place == state]
    return StateTold(
        latest, [(model, counted[model]) for model in (models_of(latest) if latest else ()) if model in counted],
        [(agency, county, [each.model for each in those])
         for agency, county, those in (latest.of_state(state) if latest else ())],
        figures, [(agency, _rows(slugs, rows)) for agency, slugs in named.of_state(state)])


