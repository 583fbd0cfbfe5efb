"""Cases in rows in, the pages of courts, judges, states and months out, each with an index of its kind. Pure."""
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Final

from . import addresses, places
from .charts import Segment, bar
from .coverage import Coverage
from .enforcement import Named
from .overview import Overview, Row
from .pages import Page, Pages
from .places import Judge
from .procedure.courts import COURTS
from .topic_figures import told
from .topic_pages import dated, state_told
from .wording import STATES

NOTHING_KNOWN: Final = Coverage(dt.datetime.min.replace(tzinfo=dt.UTC))


def place_pages(
    pages: Pages, overview: Overview, coverage: Coverage = NOTHING_KNOWN, named: Named | None = None
) -> Iterator[Page]:
    """Every page of a place or a time, and the four indexes. `coverage`: what is held of each court, and missed;
    `named`: which agencies have agreements, and which of them cases name."""
    rows = list(overview.rows())
    judges = places.by_judge(rows)
    yield from court_pages(pages, overview, places.by_court(rows), judges, coverage)
    yield from judge_pages(pages, overview, judges, coverage.known.judges_until)
    yield from state_pages(pages, overview, rows, named or Named())
    yield from month_pages(pages, overview, places.by_month(rows))


def court_pages(
    pages: Pages, overview: Overview, courts: Mapping[str, Sequence[Row]], judges: Mapping[str, Judge],
    coverage: Coverage,
) -> Iterator[Page]:
    """Every court, a page of its own where no case is in it too: the map leads to all."""
    sizes = {court_id: len(rows) for court_id, rows in courts.items()}
    counted = {court_id: places.counts(rows) for court_id, rows in courts.items()}
    held = sorted({*coverage.known.passes, *coverage.runs, *coverage.missed} & {*sizes}, key=places.court_name)
    yield pages.render(
        "courts.html", addresses.COURTS, overview=overview, circuits=places.by_circuit(sizes), counted=counted,
        districts=places.district_map(overview.courts), coverage=coverage, held=held)
    judges_of: defaultdict[str, list[tuple[Judge, int]]] = defaultdict(list)
    for judge in judges.values():
        for court_id, cases in judge.courts.items():
            judges_of[court_id].append((judge, cases))
    for court_id, rows in courts.items():
        court = COURTS.get(court_id)
        yield from pages.table(
            "court.html", partial(addresses.court, court_id), rows, overview=overview, segments=_bar(rows),
            court_id=court_id, state=court.state if court else "", circuit=court.circuit if court else "",
            judges=judges_of[court_id], counts=counted[court_id], where={"court": court_id}, enough=places.ENOUGH,
            coverage=coverage, level=court.level if court else "")


def judge_pages(
    pages: Pages, overview: Overview, judges: Mapping[str, Judge], until: dt.date | None
) -> Iterator[Page]:
    """Every judge by name. `until`: the newest commission in the list that says who appointed whom."""
    named = sum(len(judge.rows) for judge in judges.values())
    counted = {slug: places.counts(judge.rows) for slug, judge in judges.items()}
    yield pages.render(
        "judges.html", addresses.JUDGES, overview=overview, letters=places.by_letter(judges.values()),
        judges=len(judges), unnamed=overview.total - named, counted=counted, until=until)
    for slug, judge in judges.items():
        yield from pages.table(
            "judge.html", partial(addresses.judge, slug), judge.rows, overview=overview, segments=_bar(judge.rows),
            judge=judge, counts=counted[slug], where={"judge": f'"{judge.name}"'}, enough=places.ENOUGH, until=until)


def state_pages(pages: Pages, overview: Overview, rows: Sequence[Row], named: Named) -> Iterator[Page]:
    """Every state and territory, also where no case is followed, by its name in the language of the pages."""
    states = places.by_state(rows, {code: pages.words.state(code) for code in STATES})
    courts = {code: {court_id: overview.courts[court_id] for court_id in places.districts(code)} for code in states}
    yield pages.render(
        "states.html", addresses.STATES, overview=overview,
        states={code: (courts[code], len(those)) for code, those in states.items()}, agreements=named.known.latest)
    by_slug = {row.slug: row for row in rows}
    for code, those in states.items():
        yield from pages.table(
            "state.html", partial(addresses.state, code), those, overview=overview, segments=_bar(those), state=code,
            where={"state": code}, courts=courts[code], agreements=state_told(named, code, by_slug),
            dated=partial(dated, words=pages.words), told=partial(told, language=pages.language.code))


def month_pages(pages: Pages, overview: Overview, months: Mapping[str, Sequence[Row]]) -> Iterator[Page]:
    most = max(map(len, months.values()), default=1)
    numbers = {month: len(months.get(month, ())) for month in places.each_month(months)}
    counted = [(month, number, 100 * number / most) for month, number in numbers.items()]
    yield pages.render(
        "months.html", addresses.MONTHS, overview=overview, undated=overview.total - sum(map(len, months.values())),
        now=f"{overview.as_of:%Y-%m}",
        years={year: list(those) for year, those in groupby(counted, key=lambda each: each[0][:4])})
    for month, rows in months.items():
        yield from pages.table(
            "filed.html", partial(addresses.month, month), rows, overview=overview, segments=_bar(rows), month=month,
            is_over=month != f"{overview.as_of:%Y-%m}",
            where={"year": month[:4], "month": str(int(month[5:]))})


def _bar(rows: Sequence[Row]) -> tuple[Segment, ...]:
    return bar(places.statuses(rows))
