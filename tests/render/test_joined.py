"""A case that was joined with another: is the docket it goes on in read from the entry, and its page found?"""
import datetime as dt
from typing import Any

import pytest
from writwatch.render import casebook, privacy
from writwatch.render.cases import Case, DocketRef
from writwatch.render.joined import with_leads
from writwatch.render.procedure.facts import Docket, Entry
from writwatch.render.published import PublishedCase

from .factory import docket, released
from .test_pages import case_page

MEMBER = "ORDER. 3:25-cv-08940-QT is CONSOLIDATED with lead case 3:25-cv-08812-QT. The Clerk shall CLOSE this case."


def published(*texts: str) -> PublishedCase:
    """What is published of a docket with these entries, a day apart."""
    days = [dt.date(2026, 1, 5 + place) for place in range(len(texts))]
    entries = tuple(
        Entry(101 + place, 1, "cand", place + 1, f"{day}.{place:03}", day, text)
        for place, (day, text) in enumerate(zip(days, texts, strict=True)))
    here = Docket(1, "cand", "3:25-cv-08940", "M.C.P. v. Warden", days[0], entries=entries)
    case = Case("a-case", "", "detention", "", "core", "", None, (DocketRef(id=1),))
    made = privacy.publish(*casebook.read(case, [here], dt.date(2026, 4, 10)))
    assert made is not None
    return made


@pytest.mark.parametrize(("text", "number"), [
    (MEMBER, "3:25-cv-08812"),
    ("ORDER. The Clerk shall CLOSE this case. See 3:25-cv-08812-QT.", ""),
    (MEMBER + " So is 3:25-cv-08955.", ""),
    ("ORDER consolidating cases. The Clerk shall CLOSE this case.", ""),
])
def test_where_a_case_goes_on(text: str, number: str) -> None:
    """Only where the entry joins it, closes it, and names one other docket?"""
    case = published("PETITION for Writ of Habeas Corpus", text)
    assert (case.status.value, case.joined_with) == ("closed_other", number)


def waiting(slug: str, **changes: Any) -> PublishedCase:
    """A case in N.D. Cal. that goes on in 3:25-cv-08812."""
    return released(slug=slug, dockets=(docket(1, "cand", "3:25-cv-08940"),), joined_with="3:25-cv-08812-QT", **changes)


@pytest.mark.parametrize(("others", "page"), [
    ((("lead", "cand", "3:25-cv-08812"),), "lead"),
    ((("lead", "cand", "25-8812"),), "lead"),
    ((("elsewhere", "cacd", "3:25-cv-08812"),), ""),
    ((("other-office", "cand", "5:25-cv-08812"),), ""),
    ((("crime", "cand", "3:25-cr-08812"),), ""),
    ((("one", "cand", "3:25-cv-08812"), ("two", "cand", "3:25-cv-08812")), ""),
    ((), ""),
])
def test_the_page_of_the_lead_case(others: tuple[tuple[str, str, str], ...], page: str) -> None:
    """Whichever comes first: the one case that has the docket, by court and number?"""
    known = [released(slug=slug, dockets=(docket(2, court, number),)) for slug, court, number in others]
    for cases in ([waiting("member"), *known], [*known, waiting("member")]):
        found = {case.slug: case.joined_page for case in with_leads(cases)}
        assert found == {"member": page} | dict.fromkeys([slug for slug, *_ in others], "")


def test_the_page_links_to_the_lead_case() -> None:
    """Where it has a page, and only there?"""
    link = '<a href="../cases/lead.html">The case 3:25-cv-08812-QT, where it goes on</a>'
    assert link in case_page(waiting("member", joined_page="lead"))
    assert "where it goes on" not in case_page(waiting("member"))
