"""A case that was joined with another: is the docket it goes on in read from the entry?"""
import datetime as dt

import pytest
from writwatch.render import casebook, privacy
from writwatch.render.cases import Case, DocketRef
from writwatch.render.procedure.facts import Docket, Entry
from writwatch.render.published import PublishedCase

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
