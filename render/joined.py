"""Published cases in, the same out: one that goes on in another case has the address of that one's page. Pure.

Only the last case has told which docket has a page: those that were joined with another case wait until then, and come
last. They are few.
"""
from collections import defaultdict
from collections.abc import Iterable, Iterator

from .procedure.links import is_number_of
from .published import PublishedCase
from .set_aside import serial_of

_Place = tuple[str, tuple[int, int] | None]


def with_leads(cases: Iterable[PublishedCase]) -> Iterator[PublishedCase]:
    """`joined_page` is filled in where one case, and no other, has a docket of that number in the same court."""
    known: defaultdict[_Place, list[tuple[str, str]]] = defaultdict(list)
    waiting: list[PublishedCase] = []
    for case in cases:
        for docket in case.dockets:
            known[docket.court_id, serial_of(docket.docket_number)].append((docket.docket_number, case.slug))
        if case.joined_with:
            waiting.append(case)
        else:
            yield case
    for case in waiting:
        there = known[case.current.court_id, serial_of(case.joined_with)]
        pages = {slug for number, slug in there if is_number_of(case.joined_with, number)}
        yield case._replace(joined_page=pages.pop()) if len(pages) == 1 else case
