"""Cases in rows in, the pages of courts, judges, states and months out, each with an index of its kind. Pure."""
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from . import addresses, places
from .charts import Segment, bar
from .overview import Overview, Row
from .pages import Page, Pages
from .places import Judge
from .procedure.courts import COURTS
from .wording import STATES


def place_pages(pages: Pages, overview: Overview) -> Iterator[Page]:
    """Every page of a place or a time, and the four indexes."""
    rows = list(overview.rows())
    judges = places.by_judge(rows)
    yield from court_pages(pages, overview, places.by_court(rows), judges)
    yield from judge_pages(pages, overview, judges)
    yield from state_pages(pages, overview, rows)
    yield from month_pages(pages, overview, places.by_month(rows))


def court_pages(
    pages: Pages, overview: Overview, courts: Mapping[str, Sequence[Row]], judges: Mapping[str, Judge]
) -> Iterator[Page]:
    """Every court, a page of its own where no case is in it too: the map leads to all."""
    sizes = {court_id: len(rows) for court_id, rows in courts.items()}
    yield pages.render(
        "courts.html", addresses.COURTS, overview=overview, circuits=places.by_circuit(sizes),
        districts=places.district_map(overview.courts))
    judges_of: defaultdict[str, list[tuple[Judge, int]]] = defaultdict(list)
    for judge in judges.values():
        for court_id, cases in judge.courts.items():
            judges_of[court_id].append((judge, cases))
    for court_id, rows in courts.items():
        court = COURTS.get(court_id)
        yield from pages.table(
            "court.html", partial(addresses.court, court_id), rows, overview=overview, segments=_bar(rows),
            court_id=court_id, state=court.state if court else "", circuit=court.circuit if court else "",
            judges=judges_of[court_id])


def judge_pages(pages: Pages, overview: Overview, judges: Mapping[str, Judge]) -> Iterator[Page]:
    named = sum(len(judge.rows) for judge in judges.values())
    yield pages.render(
        "judges.html", addresses.JUDGES, overview=overview, letters=places.by_letter(judges.values()),
        judges=len(judges), unnamed=overview.total - named)
    for slug, judge in judges.items():
        yield from pages.table(
            "judge.html", partial(addresses.judge, slug), judge.rows, overview=overview, segments=_bar(judge.rows),
            judge=judge)


def state_pages(pages: Pages, overview: Overview, rows: Sequence[Row]) -> Iterator[Page]:
    """Every state and territory, also where no case is followed, by its name in the language of the pages."""
    states = places.by_state(rows, {code: pages.words.state(code) for code in STATES})
    courts = {code: {court_id: overview.courts[court_id] for court_id in places.districts(code)} for code in states}
    yield pages.render(
        "states.html", addresses.STATES, overview=overview,
        states={code: (courts[code], len(those)) for code, those in states.items()})
    for code, those in states.items():
        yield from pages.table(
            "state.html", partial(addresses.state, code), those, overview=overview, segments=_bar(those), state=code,
            courts=courts[code])


def month_pages(pages: Pages, overview: Overview, months: Mapping[str, Sequence[Row]]) -> Iterator[Page]:
    most = max(map(len, months.values()), default=1)
    counted = [(month, len(rows), 100 * len(rows) / most) for month, rows in months.items()]
    yield pages.render(
        "months.html", addresses.MONTHS, overview=overview, undated=overview.total - sum(map(len, months.values())),
        now=f"{overview.as_of:%Y-%m}",
        years={year: list(those) for year, those in groupby(counted, key=lambda each: each[0][:4])})
    for month, rows in months.items():
        yield from pages.table(
            "filed.html", partial(addresses.month, month), rows, overview=overview, segments=_bar(rows), month=month)


def _bar(rows: Sequence[Row]) -> tuple[Segment, ...]:
    return bar(places.statuses(rows))
