"""An hour that a docket states by another clock than its court's: wherever a built site tells it, is the zone said?"""
import re

import pytest
from writwatch.render import PACKAGED
from writwatch.render.build import build
from writwatch.render.languages import languages
from writwatch.render.outputs import standard_outputs
from writwatch.render.pages import SiteLook
from writwatch.render.published import PublishedCase, PublishedDate

from .factory import AS_OF, overdue, pending, released

CENTRAL = "America/Chicago"
SAYS = re.compile(r"(?<!T)(?<!\d)(?:11:45|16:45)(?P<zone> Central time| hora del Centro|\",\"America/Chicago\"|"
                  r",America/Chicago|\", *\"timezone\": *\"America/Chicago\")?")
"""An hour for people or in a column, not in a field that holds the whole moment, and what says its zone."""


def elsewhere(date: PublishedDate, **changes: object) -> PublishedDate:
    return date._replace(timezone=CENTRAL)._replace(**changes)


def cases() -> list[PublishedCase]:
    """A hearing at 11:45, one over, a deadline and what was ordered by 16:45, in courts that go by Eastern time."""
    (hearing,), (due,) = pending().hearings_to_come, overdue().compliance_due
    hearing = elsewhere(hearing, datetime="2026-04-14T11:45")
    brief = hearing._replace(kind="deadline", what="reply brief")
    over = hearing._replace(kind="hearing", datetime="2026-04-07T11:45", result="held")
    planned = (over, hearing._replace(kind="hearing"), brief)
    lead = overdue().dockets[0]._replace(court_id="mad")
    return [
        pending(hearings_to_come=(hearing,), agenda=planned),
        overdue(compliance_due=(elsewhere(due, datetime="2026-04-08T16:45", docket_id=lead.id),), dockets=(lead,)),
        overdue(slug="soon", dockets=(lead,), compliance_due=(
            elsewhere(due, datetime="2026-04-13T16:45", result="due", result_proof=None, docket_id=lead.id),)),
        released(),
    ]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every file of text of such a site in two languages, by its path."""
    out, look = tmp_path_factory.mktemp("clock") / "public", SiteLook(base_url="https://example.org/tracker/")
    spoken = languages("en", ("en", "es"), (PACKAGED / "locales",))
    build(cases(), look, out, AS_OF, languages=spoken, outputs=standard_outputs(look, AS_OF, spoken))
    kinds = {".html", ".txt", ".md", ".xml", ".json", ".jsonl", ".csv", ".ics"}
    return {file.relative_to(out).as_posix(): file.read_bytes().decode()
            for file in sorted(out.rglob("*")) if file.suffix in kinds}


def hours(text: str, path: str) -> list[str | None]:
    text = text.replace("\r\n ", "") if path.endswith(".ics") else text
    return [found["zone"] for found in SAYS.finditer(text)]


def test_no_hour_stands_without_its_zone(site: dict[str, str]) -> None:
    """In pages, calendars, feeds, digests, frames and tables, in each language?"""
    assert {path: hours(text, path) for path, text in site.items() if None in hours(text, path)} == {}


@pytest.mark.parametrize("path", [
    "index.html", "es/index.html", "calendar.html", "compliance.html", "cases/harbor-light-v-dhs.html",
    "es/cases/harbor-light-v-dhs.html", "digest/latest.html", "digest/latest.txt", "digest/latest.md",
    "calendars/all.ics", "calendars/case-harbor-light-v-dhs.ics", "data/dates.csv", "data/dates.jsonl",
])
def test_the_hour_is_there_with_its_zone(site: dict[str, str], path: str) -> None:
    """Is it told where it is looked for?"""
    assert hours(site[path], path)


def test_calendars_and_files_go_by_it(site: dict[str, str]) -> None:
    """Is the hearing at a quarter to twelve in Chicago, for a program too?"""
    assert "DTSTART;TZID=America/Chicago:20260414T114500" in site["calendars/court-mad.ics"]
    assert "BEGIN:VTIMEZONE\r\nTZID:America/Chicago" in site["calendars/court-mad.ics"]
    assert '"timezone":"America/Chicago"' in site["data/cases/harbor-light-v-dhs.json"].replace(" ", "")
