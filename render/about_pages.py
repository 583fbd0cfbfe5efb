"""What a site says of itself in, the pages about it out: method, corrections, data, privacy, follow, search, health."""
import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup

from . import addresses, downloads
from .corrections import Correction
from .coverage import Coverage, Known
from .digest import Digest
from .embeds import Embeds
from .health import LEVELS, OUTCOMES, TROUBLES, Health, badge, health_json, level, troubles
from .output import File, Output
from .overview import LISTS, Overview
from .pages import Page, Pages
from .places import court_name
from .search import Search
from .search_index import HAS_PAGEFIND, SCRIPT
from .trail import Trail
from .wording import N_, STATUSES

MATTERS: Final = frozenset({"all", "open", "ordered", "past-due", "hearings", "changed"})
"""The lists that the search page leads to where it cannot search itself."""

FORMATS: Final = {
    "csv": N_("CSV, for spreadsheets: UTF-8 with a byte-order mark; no cell can be taken for a formula."),
    "jsonl": N_("JSON lines: one object a row."),
    "parquet": N_("Parquet: for pandas, DuckDB, R and the like."),
}


class About(NamedTuple):
    """What the pages about the site know beside its cases.

    `takedowns`: how many dockets and people were taken down for good, None where nobody counted. `known`: what is known
    of the dockets that are not among the cases. `health`: how the fetching is doing, None where nobody looked.
    """

    corrections: Sequence[Correction] = ()
    takedowns: int | None = None
    known: Known = Known()
    health: Health | None = None


NOTHING_YET: Final = About()


def about_pages(
    pages: Pages,
    about: About,
    overview: Overview,
    coverage: Coverage,
    as_of: dt.datetime,
    published: Collection[type[Output]],
) -> Iterator[Page]:
    """Every page of this module, in one language. `published`: which outputs the site has, to link to no other."""
    yield pages.method_page(overview, coverage)
    yield corrections_page(pages, about, overview)
    yield data_page(pages, overview, as_of)
    yield privacy_page(pages, about, overview)
    yield follow_page(pages, overview, published)
    yield search_page(pages, overview, published)
    yield health_page(pages, about.health, published)


def health_page(pages: Pages, health: Health | None, published: Collection[type[Output]]) -> Page:
    """Whether the updates work, in words; only counts and times."""
    return pages.render(
        "health.html", addresses.HEALTH, health=health, level=level(health) if health else "",
        troubles=[TROUBLES[name] for name in troubles(health)] if health else [],
        outcome=OUTCOMES.get(health.outcome, health.outcome) if health else "", has_trail=Trail in published)


def health_files(health: Health | None, pages: Pages) -> Iterator[File]:
    """The same for machines, and a badge in the first language of the site."""
    if health is not None:
        said = pages.words.own(LEVELS[level(health)])
        yield File(addresses.HEALTH_FACTS, health_json(health).encode())
        yield File(addresses.HEALTH_BADGE, badge(pages.look.name[:40], health, said).encode())


def corrections_page(pages: Pages, about: About, overview: Overview) -> Page:
    """What was wrong and what is right. A case is linked where it has a page."""
    cases = {row.slug: row for row in overview.rows()}
    told = [(each, cases.get(each.case)) for each in about.corrections]
    return pages.render("corrections.html", addresses.CORRECTIONS, told=told)


def data_page(pages: Pages, overview: Overview, as_of: dt.datetime) -> Page:
    """Every file for other programs, and every column."""
    script = downloads.dataset_script(pages.look, as_of)
    tables = [file for file in downloads.FILES if file.columns]
    return pages.render(
        "data.html", addresses.DATA, tables=tables, formats={kind: FORMATS[kind] for kind in downloads.formats()},
        single=[file for file in downloads.FILES if not file.columns], overview=overview,
        without=None if downloads.HAS_PARQUET else downloads.WITHOUT_PARQUET,
        script=Markup(script))  # noqa: S704 - nothing in it can end the element


def privacy_page(pages: Pages, about: About, overview: Overview) -> Page:
    """What is hidden and how; how many were taken down."""
    protected = sum(row.protected for row in overview.rows())
    return pages.render(
        "privacy.html", addresses.PRIVACY, about=about, overview=overview, protected=protected)


def follow_page(pages: Pages, overview: Overview, published: Collection[type[Output]]) -> Page:
    """Feeds, calendars, the digest, what can be shown elsewhere, how to cite."""
    courts = sorted({row.court_id for row in overview.rows() if row.court_id}, key=court_name)
    topics = [topic for topic in overview.topics if overview.topics[topic]]
    return pages.render(
        "follow.html", addresses.FOLLOW, courts=courts, topics=topics, has_digest=Digest in published,
        has_embeds=Embeds in published)


def search_page(pages: Pages, overview: Overview, published: Collection[type[Output]]) -> Page:
    """The search, for which a script is needed; the lists, for which none is."""
    return pages.render(
        "search.html", addresses.SEARCH, overview=overview, matters=[each for each in LISTS if each.name in MATTERS],
        statuses=STATUSES, index=SCRIPT if HAS_PAGEFIND and Search in published else "")
