"""Does everything that a site publishes as a number follow from the tables beside it, counted by another hand?"""
import datetime as dt
import os
import re
import shutil
from pathlib import Path

import pytest
from planted import planted
from recount import COUNTED, Page, Site, half, pages, recount, survival, table, wrong_in_tables, wrong_page
from writwatch.render.about_pages import About
from writwatch.render.build import build
from writwatch.render.coverage import Known, Pass
from writwatch.render.pages import SiteLook
from writwatch.render.published import PublishedCase

from .factory import AS_OF, overdue, pending, released, shown
from .rulings import ruled
from .test_enforcement import CASES as NAMING
from .test_enforcement import known

CASES = 150
PASSES = {"mnd": Pass(None, AS_OF), "": Pass(AS_OF - dt.timedelta(days=120), AS_OF - dt.timedelta(days=9))}
AT_MOST = 12
"""Numbers of a page that are changed, one after the other."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of petitions that ended in every way, of cases that name places and companies, and with dates to come.

    Its day is not that of UTC.
    """
    out = tmp_path_factory.mktemp("recount") / "public"
    cases = [*ruled(CASES), stayed(), *NAMING, overdue(), pending(slug="to-come"), released()]
    cases = [case._replace(slug=f"{case.slug}-{number}") for number, case in enumerate(cases)]
    build(cases, SiteLook(fictional=True, timezone="Pacific/Auckland"), out, AS_OF.replace(hour=13),
          about=About(known=Known(passes=PASSES)), enforcement=known())
    return out


def stayed() -> PublishedCase:
    """An impact case in which a stay of removal is in force."""
    case = released(kind="impact")
    return case._replace(axes=case.axes | {"interim": (shown("stay_of_removal"),), "merits": (shown("none"),)},
                         status=shown("relief_granted_interim"))


@pytest.fixture(scope="module")
def site(published: Path) -> Site:
    return Site(published)


def linked(site: Path, to: Path) -> Path:
    """The tables of a site, as links: a file is taken away before it is written anew."""
    shutil.copytree(site / "data", to / "data", copy_function=os.link, ignore=shutil.ignore_patterns("cases"))
    return to


def test_every_published_number_can_be_counted_again(published: Path, site: Site) -> None:
    """From the published files alone: is there no number that differs, on any page?"""
    assert recount(published) == []
    counted = {row["measure"] for row in table(published, "measures") if int(row["cases"])}
    assert counted == set(COUNTED)
    assert site.day == dt.date(2026, 4, 11)
    assert {page.folder for page in pages(site)} == {
        "", "courts", "judges", "states", "months", "topics", "lists", "numbers", "changes", "embed"}


@pytest.mark.parametrize(("path", "pattern", "other", "said"), [
    ("data/measures.csv", r"granted,all,all,(\d+)", "9999", "measures.csv: granted, all, all"),
    ("data/measures.csv", r"denied,court_id,mnd,\d+,(\d+)", "9999", "measures.csv: denied, court_id, mnd"),
    ("data/measures.csv", r"decided,judge_id,wren-halloway,\d+,\d+,(\d+)", "9999", "measures.csv: decided, judge_id"),
    ("data/durations.csv", r"to_decision,\d+,(\d+)", "9999", "durations.csv: to_decision"),
    ("data/durations.csv", r"to_release,\d+,\d+,\d+,\d+,0\.\d+,(0\.\d+)", "0.123", "durations.csv: to_release"),
    ("data/courts.csv", r"(?m)^mnd,.*?,(\d+)", "9999", "courts.csv: mnd"),
    ("data/counts.csv", r"(?m)^detention,\w+,(\d+)", "9999", "counts.csv: ('detention'"),
    ("data/weeks.csv", r"2026-01-05,\w+,(\d+)", "9999", "weeks.csv: ('2026-01-05', 'filed')"),
    ("data/weeks.csv", r"2026-01-05,(\w+),", "maybe", "weeks.csv: complete: 2026-01-05"),
    ("data/filings.csv", r"mnd,2026-01,(\w+),", "maybe", "filings.csv: complete: ('mnd', '2026-01')"),
    ("data/outcomes.csv", r"2026-01,(\w+),", "maybe", "outcomes.csv: complete: 2026-01"),
    ("data/judges.csv", r"wren-halloway,[^,]*,[^,]*,(\d+)", "9999", "judges.csv: wren-halloway"),
    ("data/dockets.csv", r"case-00001-1,(\d+)", "9999", "dockets.csv: case-00001-1"),
])
def test_a_wrong_number_of_a_table_is_found(
    published: Path, tmp_path: Path, path: str, pattern: str, other: str, said: str
) -> None:
    """One number changed: is it named?"""
    place = linked(published, tmp_path / "public") / path
    text = place.read_bytes().decode()
    found = re.search(pattern, text, re.DOTALL)
    assert found, f"{path} has no such number to change"
    place.unlink()
    place.write_bytes((text[:found.start(1)] + other + text[found.end(1):]).encode())
    assert any(sentence.startswith(said) for sentence in wrong_in_tables(tmp_path / "public"))


@pytest.mark.parametrize("path", [
    "index.html", "method.html", "privacy.html", "compliance.html", "courts/index.html", "courts/mnd.html",
    "judges/index.html", "judges/wren-halloway.html", "states/index.html", "states/mn.html", "months/index.html",
    "months/2026-01.html", "topics/detention.html", "topics/operations.html", "topics/surveillance.html",
    "topics/local-police.html", "lists/open.html", "lists/due.html", "numbers/index.html", "numbers/granted.html",
    "numbers/map-granted.html", "numbers/filings.html", "numbers/outcomes.html", "numbers/courts.html",
    "numbers/time.html", "numbers/actions.html", "changes/index.html", "changes/2026-04.html",
    "changes/2026-04-10.html",
    "embed/number-open.html", "embed/chart-statuses.html", "embed/chart-detention.html", "embed/chart-map-granted.html",
    "embed/chart-filings.html", "embed/chart-outcomes.html", "embed/chart-courts.html", "embed/chart-to-decision.html",
    "embed/chart-funnel.html",
])
def test_every_number_of_a_page_is_counted(published: Path, site: Site, path: str) -> None:
    """Each number of a page of each kind changed, one at a time: is each named?"""
    changed = list(planted((published / path).read_text(encoding="utf-8")))
    assert changed
    missed = [each.said for each in changed[::len(changed) // AT_MOST + 1]
              if not wrong_page(site, Page(path, each.html))]
    assert missed == []


def test_a_filter_that_the_form_does_not_have_is_found(site: Site) -> None:
    """A link with a choice that cannot be made: the browser would show all cases, and is that said?"""
    link = '<main><ul><li><a href="../lists/all.html#court=none">0</a></li></ul></main>'
    assert wrong_page(site, Page("courts/any.html", link)) == [
        f"courts/any.html: court=none: 0 published, 0 counted, {len(site.cases)} in the list"]


def test_a_case_that_is_missing_is_found(published: Path, tmp_path: Path) -> None:
    """A line of cases.csv taken away: do the numbers no longer fit?"""
    place = linked(published, tmp_path / "public") / "data" / "cases.csv"
    lines = place.read_bytes().splitlines(keepends=True)
    place.unlink()
    place.write_bytes(b"".join(lines[:-1]))
    assert wrong_in_tables(tmp_path / "public")


def test_the_estimate_is_that_of_the_text_books() -> None:
    """Six of ten patients by hand: is the share what it should be after each day, and the median the first at half?"""
    spans = [(3, True), (5, True), (5, False), (8, True), (8, True), (10, False), (12, True), (15, True), (20, False),
             (20, False)]
    rows = survival(spans)
    assert [(row[0], row[1], row[2], round(float(row[4]), 4)) for row in rows] == [
        (3, 10, 1, 0.9), (5, 9, 1, 0.8), (8, 7, 2, 0.5714), (10, 5, 0, 0.5714), (12, 4, 1, 0.4286), (15, 3, 1, 0.2857),
        (20, 2, 0, 0.2857)]
    assert half(rows)[0] == 12
