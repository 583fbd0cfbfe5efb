"""A table of cases drawn at random, of any length: what `measures` counts by and nothing else. For tests and the bench.

What stands in a column is taken from the definitions, so that a new measure has something to count at once.
"""
import datetime as dt
import random
from collections.abc import Sequence

import pandas as pd
from writwatch.render.counts import SEVERAL, SURE
from writwatch.render.measures import DURATIONS, LEVELS, MEASURES, Is, Yes
from writwatch.render.tables import CASES

GROUPS = {
    "court_id": ["mnd", "txsd", "cand", "ca5"], "circuit": ["ca8", "ca5", "ca9"], "state": ["MN", "TX", "CA", None],
    "topic": ["detention", "local-police"], "judge_id": ["jane-l-marlow", "peter-q-dare", "ana-sofia-no", None],
    "appointed_by": ["Jimmy Carter", "George H. W. Bush", None],
    "government_action": ["Third countries", "Courthouse arrests", None],
}
"""What cases are counted by; a level that is missing here gets groups of its own name."""

FIRST, DAYS, LAST = dt.date(2025, 11, 3), 150, dt.date(2026, 4, 10)


def words_of(column: str) -> list[str]:
    """Every word that a definition looks for in a column."""
    conditions = [each for defined in (*MEASURES, *DURATIONS) for each in defined.where]
    words = [word for each in conditions if isinstance(each, Is) and each.column == column for word in each.words]
    return list(dict.fromkeys(words))


def many(number: int, seed: int = 7) -> pd.DataFrame:
    """So many cases as in cases.csv, dates as ISO text, with values missing here and there."""
    draw = random.Random(seed)
    conditions = [each for defined in (*MEASURES, *DURATIONS) for each in defined.where]
    levels = sorted({level.name for level in LEVELS} & set(CASES.columns))
    columns: dict[str, Sequence[object]] = {name: [None] * number for name in CASES.columns}
    for name in sorted({each.column for each in conditions if isinstance(each, Is)}):
        # What a definition looks for first is commonest, as petitions are among cases.
        words = [*words_of(name), "something else", None]
        columns[name] = draw.choices(words, [4, *[1] * (len(words) - 1)], k=number)
        if name in SEVERAL:
            more = draw.choices([*words_of(name), "something_else", ""], k=number)
            columns[name] = [f"{one or ''} {two}".strip() or None for one, two in zip(columns[name], more, strict=True)]
    for name in sorted({each.column for each in conditions if isinstance(each, Yes)}):
        columns[name] = draw.choices([True, False, False, None], k=number)
    for name in sorted({measure.sure for measure in MEASURES}):
        columns[name] = draw.choices([*SURE, None], [2, 5, 2, 1], k=number)
    for name in levels:
        columns[name] = draw.choices(GROUPS.get(name, [f"{name} one", f"{name} two", None]), k=number)
    filed = [FIRST + dt.timedelta(draw.randrange(DAYS)) if draw.random() < 0.98 else None for _ in range(number)]
    columns["date_filed"] = [day and day.isoformat() for day in filed]
    columns["observed_until"] = [day and (LAST - dt.timedelta(draw.randrange(9))).isoformat() for day in filed]
    for name in sorted({duration.end for duration in DURATIONS}):
        ended = [day + dt.timedelta(draw.randint(-2, 90)) if day and draw.random() < 0.5 else None for day in filed]
        columns[name] = [day and day.isoformat() for day in ended]
    columns["first_court_id"] = draw.choices(GROUPS["court_id"], k=number)
    return pd.DataFrame(columns | {"slug": [f"case-{n}" for n in range(number)]})
