"""What changed and what is to come in, their pages out: today and the week, a page a day, the calendar, compliance."""
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from . import addresses
from .days import day_in
from .news import Change, Dated, Day, News
from .overview import Overview
from .pages import Page, Pages
from .places import court_name

QUOTED: Final = 60
"""How many changes a page shows with the court's words; the others follow without."""
SHORT: Final = 30
"""A day with no more changes than this is told whole, none folded."""
LINES: Final = 150
"""How many changes stand in a line under one heading; the table of events has them all."""
DATES: Final = 600
ORDERS: Final = 200
DAYS: Final = 14


class DayTold(NamedTuple):
    """A day as its page tells it: with quotes, in a line each, and, folded, what is lighter, by what happened.

    `folded`: (what happened, in how many entries, those that have a line). `more`: how many have none anywhere.
    """

    day: Day
    quoted: Sequence[Change]
    lines: Sequence[Change]
    folded: Sequence[tuple[str, int, Sequence[Change]]]
    more: int = 0


def news_pages(pages: Pages, news: News, overview: Overview) -> Iterator[Page]:
    """Every page of this module, in one language."""
    yield changes_page(pages, news)
    yield from day_pages(pages, news)
    yield from month_pages(pages, news)
    yield calendar_page(pages, news, overview)
    yield compliance_page(pages, news, overview)


def changes_page(pages: Pages, news: News) -> Page:
    """Today and the six days before it, the most important first, and the way to every day there is."""
    week = list(news.week())
    return pages.render(
        "changes.html", addresses.CHANGES, news=news, today=in_brief(news.day(news.as_of)), week=week[:QUOTED],
        more=len(week[QUOTED:]), days=news.days[::-1][:DAYS], months=by_month(news), month=None)


def month_pages(pages: Pages, news: News) -> Iterator[Page]:
    """The days of each month."""
    names = sorted(news.months)
    for place, month in enumerate(names):
        yield pages.render(
            "month.html", addresses.changes_month(month), news=news, month=month, days=news.months[month],
            before=names[place - 1] if place else "", after="".join(names[place + 1:place + 2]))


def day_pages(pages: Pages, news: News) -> Iterator[Page]:
    """A page for each day on which something was decided, back to the first."""
    days = news.days
    for place, day in enumerate(days):
        yield pages.render(
            "day.html", addresses.day(day), news=news, told=told(pages, news.day(day)),
            before=days[place - 1] if place else None, after=days[place + 1] if place + 1 < len(days) else None)


def told(pages: Pages, day: Day) -> DayTold:
    """How a day is told: short ones whole, of long ones what is lighter is folded."""
    if len(day.changes) <= SHORT:
        return DayTold(day, day.changes, (), ())

    def sentence(change: Change) -> str:
        return pages.words.event(change.told[0])  # pyright: ignore[reportArgumentType] - a Told is all it asks for

    by_sentence = sorted(day.lighter, key=lambda change: (-change.weight, sentence(change), change.row.slug))
    groups = ((text, list(group)) for text, group in groupby(by_sentence, key=sentence))
    folded = [(text, len(group), group[:LINES]) for text, group in groups]
    quoted, lines = day.prominent[:QUOTED], day.prominent[QUOTED:QUOTED + LINES]
    shown = len(quoted) + len(lines) + sum(len(group) for _, _, group in folded)
    return DayTold(day, quoted, lines, folded, len(day.changes) - shown)


def in_brief(day: Day) -> DayTold:
    """How a day is told beside others: its most important changes, with quotes."""
    quoted = day.changes[:QUOTED]
    return DayTold(day, quoted, (), (), len(day.changes) - len(quoted))


def by_month(news: News) -> list[tuple[str, int, int]]:
    """(month, days, changes), the newest first."""
    return [(month, len(days), sum(map(news.count, days))) for month, days in news.months.items()]


def calendar_page(pages: Pages, news: News, overview: Overview) -> Page:
    """Hearings and due dates to come, by day, and those of the last thirty days."""
    coming, past = news.coming, news.past
    courts = sorted({row.court_id for row in overview.rows() if row.court_id}, key=court_name)
    return pages.render(
        "calendar.html", addresses.CALENDAR, news=news, coming=by_day(coming[:DATES]), later=len(coming[DATES:]),
        past=by_day(past[:DATES]), earlier=len(past[DATES:]), courts=courts,
        topics=[topic for topic in overview.topics if overview.topics[topic]])


def by_day(dates: Iterable[Dated]) -> list[tuple[dt.date | None, list[Dated]]]:
    """The dates in their order under their days; None where the docket's text is no day."""
    return [(day_in(text), list(group)) for text, group in groupby(dates, key=lambda each: each.day)]


def compliance_page(pages: Pages, news: News, overview: Overview) -> Page:
    """What judges ordered by a day, and what the public docket shows of it."""
    groups = {name: news.orders(*results) for name, results in RESULTS.items()}
    return pages.render(
        "compliance.html", addresses.COMPLIANCE, news=news, overview=overview, ordered=news.ordered, groups=groups,
        numbers={name: len(group) for name, group in groups.items()}, shown=ORDERS)


RESULTS: Final[dict[str, tuple[str, ...]]] = {
    "silent": ("no_report_seen",),
    "due": ("due",),
    "reported": ("reported",),
    "ended": ("stayed", "vacated"),
}
"""What the compliance page tells apart, and the results of due dates under each."""
