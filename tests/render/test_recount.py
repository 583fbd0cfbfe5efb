"""Does everything that a site publishes as a number follow from the tables beside it, counted by another hand?"""
import copy
import datetime as dt
import os
import re
import shutil
from pathlib import Path

import pytest
from planted import NOTHING, planted
from recount import pages, recount, wrong_digest, wrong_in_tables, wrong_page
from recount_languages import wrong_languages, wrong_twin
from recount_pages import Page
from recount_site import Site
from recount_tables import COUNTED, chapman, half, run_length, survival, table
from writwatch.render import PACKAGED, numbering
from writwatch.render.about_pages import About
from writwatch.render.build import build
from writwatch.render.coverage import Known, Pass
from writwatch.render.digest import Digest
from writwatch.render.languages import language
from writwatch.render.numbering import Number, civil_number
from writwatch.render.pages import ENGLISH, SiteLook
from writwatch.render.published import PublishedCase

from .factory import AS_OF, overdue, pending, released, shown
from .rulings import ruled
from .test_enforcement import CASES as NAMING
from .test_enforcement import known

SPANISH = language("es", [PACKAGED / "locales"])
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
    look, noon = SiteLook(fictional=True, timezone="Pacific/Auckland"), AS_OF.replace(hour=13)
    digest = Digest(look, noon, (ENGLISH, SPANISH))
    build(cases, look, out, noon,
          about=About(known=beside(cases)), enforcement=known(), languages=(ENGLISH, SPANISH), outputs=[digest])
    return out


def beside(cases: list[PublishedCase]) -> Known:
    """Dockets without a page, a list of petitions that was made without ours, and who found which."""
    leads = [case.dockets[0] for case in cases if case.kind == "individual_detention"]
    numbers = [found for lead in leads if (found := civil_number(lead.court_id, lead.docket_number))]
    others = [Number("mnd", "0", 2025, serial) for serial in range(40, 1400, 31)] + [Number("wyd", "1", 2026, 8)]
    theirs = frozenset([*numbers[::2], *(each for each in others if each.serial % 2)])
    return Known(PASSES, frozenset([*numbers, *others]), {lead.id for lead in leads[::2]},
                 {lead.id for number, lead in enumerate(leads) if number % 3}, {"A list of 2026": theirs})


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


@pytest.mark.parametrize("kind", ["txt", "md", "html"])
@pytest.mark.parametrize(("pattern", "says"), [
    (r"In (\d+) of \d+ cases followed, something", "something of weight"), (r"In (\d+) of \d+, something", "past due"),
    (r"(\d+) of \d+ dockets checked", "dockets checked")])
def test_a_wrong_number_of_the_digest_is_found(
    published: Path, site: Site, tmp_path: Path, kind: str, pattern: str, says: str
) -> None:
    """One number changed: is the form that has it named, and no other?"""
    assert list(wrong_digest(site)) == []
    shutil.copytree(published / "digest", tmp_path / "digest")
    place = tmp_path / "digest" / f"latest.{kind}"
    found = re.search(pattern, told := place.read_text("utf-8"))
    assert found
    place.write_text(f"{told[:found.start(1)]}7919{told[found.end(1):]}", "utf-8")
    elsewhere = copy.copy(site)
    elsewhere.folder = tmp_path
    sentences = list(wrong_digest(elsewhere))
    assert len(sentences) == 1
    assert sentences[0].startswith(f"digest/latest.{kind}: ")
    assert says in sentences[0]


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
    ("data/numbering.csv", r"mnd,0,2025,(\d+)", "9999", "numbering.csv: mnd, 0, 2025: 9999 known of"),
    ("data/numbering.csv", r"mnd,0,2025,\d+,(\d+)", "9", "numbering.csv: mnd, 0, 2025: 9 petitions"),
    ("data/numbering.csv", r"mnd,0,2025,\d+,\d+,\d+,(\d+)", "9999", "numbering.csv: mnd, 0, 2025: filed"),
    ("data/numbering.csv", r"mnd,0,2025(?:,\d+){5},(\d+)", "9999", "numbering.csv: mnd, 0, 2025: filed"),
    ("data/numbering.csv", r"(mnd,0,2025)", "mnd,0,2024", "numbering.csv: mnd, 0, 2025: not published"),
    ("data/recaptures.csv", r"mnd,A list of 2026,(\d+)", "999", "recaptures.csv: mnd, A list of 2026: 999 and"),
    ("data/recaptures.csv", r"mnd,A list of 2026(?:,\d+){3},(\d+)", "99", "recaptures.csv: mnd, A list of 2026: pet"),
    ("data/recaptures.csv", r"mnd,A list of 2026(?:,\d+){5},(\d+)", "99", "recaptures.csv: mnd, A list of 2026: pet"),
    ("data/recaptures.csv", r"mnd,,\d+,(\d+)", "999", "recaptures.csv: mnd, searches: "),
    ("data/recaptures.csv", r"mnd,(?:,\d+){7},(\d+)", "99", "recaptures.csv: mnd, searches: missed"),
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
    "topics/local-police.html", "topics/payments-to-police.html", "states/fl.html", "lists/open.html",
    "lists/due.html", "numbers/index.html", "numbers/granted.html",
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


@pytest.mark.parametrize(("path", "pattern"), [
    ("numbers/filings.html", r'class="plain" d="M[\d.]+ [\d.]+V([\d.]+)'),
    ("numbers/filings.html", r'class="grid" x2="100%" y1="([\d.]+)%'),
    ("numbers/filings.html", r'class="hatched" x="([\d.]+)%'),
    ("numbers/filings.html", r'<text x="([\d.]+)%" y="100%" dy="20">'),
    ("numbers/filings.html", r'dy="20">[A-Z][a-z]+ (\d+)'),
    ("numbers/outcomes.html", r'class="granted" d="M[\d.]+ ([\d.]+)'),
    ("numbers/outcomes.html", r'class="centre" x="[\d.]+%" y="([\d.]+)%" dy="-4"'),
    ("embed/chart-outcomes.html", r'class="denied" d="M([\d.]+) '),
    ("numbers/courts.html", r'class="plain" d="M[\d.]+ [\d.]+V([\d.]+)'),
    ("numbers/time.html", r'class="curve" d="M0 1000H[\d.]+V([\d.]+)'),
    ("numbers/time.html", r'class="curve" d="M0 1000H[\d.]+V[\d.]+H([\d.]+)'),
    ("numbers/time.html", r'class="band" d="M0 1000H[\d.]+V([\d.]+)'),
    ("numbers/time.html", r'class="band" d="[^L]*L1000 ([\d.]+)'),
    ("numbers/time.html", r'class="band" d="[^L]*L1000 [\d.]+H[\d.]+V([\d.]+)'),
    ("numbers/time.html", r'x="([\d.]+)%" y="100%" dy="20"'),
    ("embed/chart-to-decision.html", r'class="middle" x1="([\d.]+)%'),
    ("embed/chart-to-decision.html", r'class="interval" x1="[\d.]+%" x2="([\d.]+)%'),
    ("index.html", r'class="bar".*?<rect class="\w+" x="[\d.]+%" width="([\d.]+)%'),
    ("index.html", r'class="standing".*?<rect class="\w+" x="0%" width="([\d.]+)%'),
    ("index.html", r'class="cards".*?<rect class="\w+" x="[\d.]+%" width="([\d.]+)%'),
    ("months/index.html", r'class="plain" width="([\d.]+)%'),
    ("embed/chart-funnel.html", r'class="plain" width="([\d.]+)%'),
    ("topics/local-police.html", r'<polygon points="0,100 [\d.]+,([\d.]+)'),
    ("topics/local-police.html", r'class="plain" width="([\d.]+)%'),
])
def test_what_is_drawn_is_counted(published: Path, site: Site, path: str, pattern: str) -> None:
    """A line, a column or a label moved from where its number has it: is that named?"""
    html = (published / path).read_text(encoding="utf-8")
    found = re.search(pattern, html, re.DOTALL)
    assert found, f"{path} has no such thing to move"
    moved = f"{float(found[1]) + 31:g}"
    assert wrong_page(site, Page(path, html[:found.start(1)] + moved + html[found.end(1):]))


@pytest.mark.parametrize("path", [
    "index.html", "method.html", "compliance.html", "courts/index.html", "courts/mnd.html", "states/index.html",
    "topics/local-police.html", "numbers/index.html", "numbers/time.html", "numbers/courts.html",
    "embed/chart-outcomes.html", "cases/case-00001-1.html",
])
def test_every_number_of_a_page_in_spanish_is_that_of_the_english_one(published: Path, site: Site, path: str) -> None:
    """Dates, links and the words of a chart too: each changed by itself, is each named?"""
    html = (published / "es" / path).read_text(encoding="utf-8")
    changed = list(planted(html, NOTHING, NOTHING))
    assert changed
    missed = [each.said for each in changed[::len(changed) // AT_MOST + 1]
              if not list(wrong_twin(site, "es", path, each.html))]
    assert missed == []


@pytest.mark.parametrize(("path", "pattern", "other"), [
    ("courts/mnd.html", "court=(mnd)", "txsd"), ("numbers/time.html", r'class="curve" d="M0 1000H([\d.]+)', "9"),
    ("courts/mnd.html", r'data-value="(\d+)"', "9999"), ("index.html", r'<tr>(<th scope="row">.*?)</tr>', ""),
    ("numbers/filings.html", r'aria-label="[^"]*?(\d+)', "9999"),
])
def test_a_page_in_spanish_is_drawn_and_linked_alike(
    published: Path, site: Site, path: str, pattern: str, other: str
) -> None:
    """A link to another list, another line, a row less: is it named?"""
    html = (published / "es" / path).read_text(encoding="utf-8")
    found = re.search(pattern, html[html.index("<main"):], re.DOTALL)
    assert found, f"{path} has no such thing to change"
    start, end = (html.index("<main") + place for place in found.span(1))
    assert list(wrong_twin(site, "es", path, html[:start] + other + html[end:]))


def test_a_page_that_one_language_lacks_is_found(published: Path, tmp_path: Path) -> None:
    out = linked(published, tmp_path / "public")
    (out / "data" / "index.html").unlink()
    for part in ("", "es"):
        shutil.copytree(published / part / "courts", out / part / "courts", copy_function=os.link)
        os.link(published / part / "index.html", out / part / "index.html")
    (out / "lists").symlink_to(published / "lists")
    (out / "es" / "courts" / "mnd.html").unlink()
    assert list(wrong_languages(Site(out))) == [
        "es/courts/mnd.html: there is no such page in both languages"]


@pytest.mark.parametrize(("table", "pattern", "other", "path"), [
    ("figures", r"local-police,1,en,(\d+),", "136", "topics/local-police.html"),
    ("figures", r"[^,\n]*,[^,]*,en,342,(Florida)", "Florida’s", "states/fl.html"),
    ("agreements", r"(MN),Harbor[^,]*,,jail", "WI", "topics/local-police.html"),
    ("agreements", r"(MN),Harbor[^,]*,,jail", "WI", "states/mn.html"),
    ("facilities", r"(?m)^cedar-hollow-mn,.*?,(2026)\r$", "2027", "topics/detention.html"),
    ("numbering", r"mnd,0,2025,(\d+)", "9999", "courts/mnd.html"),
    ("recaptures", r"mnd,,(\d+)", "9999", "courts/mnd.html"),
    ("recaptures", r"mnd,(?:,\d+){8},(\d+)", "9999", "courts/index.html"),
])
def test_a_page_is_what_stands_in_its_table(
    published: Path, tmp_path: Path, table: str, pattern: str, other: str, path: str
) -> None:
    """A cell of a table beside the cases changed: does the page that shows it no longer fit?"""
    place = linked(published, tmp_path / "public") / "data" / f"{table}.csv"
    text = place.read_bytes().decode()
    found = re.search(pattern, text)
    assert found, f"{table}.csv has no such cell"
    place.unlink()
    place.write_bytes((text[:found.start(1)] + other + text[found.end(1):]).encode())
    (tmp_path / "public" / "lists").symlink_to(published / "lists")
    assert wrong_page(Site(tmp_path / "public"), Page(path, (published / path).read_text(encoding="utf-8")))


def test_both_hands_estimate_alike() -> None:
    """Runs and second lists of every size: is the estimate of the pages that of the script, and are some unknown?"""
    runs = [(known, between) for known in (2, 4, 5, 6, 12, 60) for between in (known, known + 1, 389, 12_345)]
    assert [(each, run_length(*each)) for each in runs] == [
        (each, numbering.length({*range(each[0] - 1), each[1] - 1})) for each in runs]
    lists = [(ours, theirs, both) for ours in range(0, 60, 7) for theirs in range(0, 600, 43)
             for both in range(min(ours, theirs) + 1)]
    assert [(each, chapman(*each)) for each in lists] == [(each, numbering.chapman(*each)) for each in lists]
    assert {chapman(*each) is None for each in lists} == {run_length(*each) is None for each in runs} == {True, False}


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
