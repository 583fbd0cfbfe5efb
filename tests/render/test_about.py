"""What a site says of itself: method, corrections, data, privacy, how to follow it; and where moved pages lead."""
import datetime as dt
import re
from pathlib import Path

import pytest
from writwatch.render import SiteError, addresses, casebook, privacy
from writwatch.render.about_pages import About, about_pages
from writwatch.render.build import build
from writwatch.render.cases import load_site
from writwatch.render.corrections import Correction, load_corrections
from writwatch.render.coverage import Coverage
from writwatch.render.digest import Digest
from writwatch.render.downloads import FILES
from writwatch.render.embeds import Embeds
from writwatch.render.overview import Overview
from writwatch.render.pages import Pages, SiteLook
from writwatch.render.published import PublishedCase
from writwatch.render.redirects import Redirects
from writwatch.render.search import Search

from . import test_privacy as facts
from .factory import AS_OF, overdue, pending, released
from .test_news import text
from .test_pages import METHOD

LOOK = SiteLook(contact="desk@example.org", base_url="https://example.org/tracker/")
PACKAGED = Path(__file__).parents[2] / "site"


def pages(*cases: PublishedCase, about: About = About(), published: tuple[type, ...] = (),  # noqa: B008
          look: SiteLook = LOOK) -> dict[str, str]:
    """Every page about the site by its path."""
    overview, coverage = Overview(AS_OF.date(), AS_OF - dt.timedelta(hours=24), AS_OF), Coverage(
        AS_OF - dt.timedelta(hours=24))
    for case in cases:
        overview.add(case)
        coverage.add(case)
    made = about_pages(Pages(look, AS_OF, METHOD), about, overview, coverage, AS_OF, published)
    return {page.path: page.html for page in made}


def test_coverage_is_counted_by_court() -> None:
    """Is each court told with its dockets, how many are fresh, and which were never checked?"""
    stale = pending()
    stale = stale._replace(dockets=tuple(each._replace(last_checked=None) for each in stale.dockets))
    coverage = Coverage(AS_OF - dt.timedelta(hours=24))
    for case in (released(), released(slug="b"), stale):
        coverage.add(case)
    assert [(held.court_id, held.dockets, held.fresh, held.never) for held in coverage.courts] == [
        ("mnd", 2, 2, 0), ("ca1", 1, 0, 1), ("mad", 1, 0, 1)]
    assert (coverage.dockets, coverage.entries, coverage.unread) == (4, 16, 1)
    html = text(pages(stale)[addresses.METHOD])
    assert "2 dockets with 6 entries, in 1 case." in html
    assert "1 of 6 entries looks like an order that no rule knew" in html


def test_the_method_page_tells_the_vocabulary_of_its_rules() -> None:
    """Is every kind of event that a rule reads there, and none else?"""
    html = pages(released())[addresses.METHOD].partition('class="kinds"')[2].partition("</table>")[0]
    assert set(re.findall(r"<code>([^<]+)</code>", html)) == {str(rule.type) for rule in METHOD.rules}


def test_the_data_page_tells_every_file_and_column() -> None:
    """Is no file of data/ left out, and no column of any table?"""
    html = pages(released())[addresses.DATA]
    for file in FILES:
        for path in (file.path, *file.others):
            assert (f'href="../{path}"' in html) is ("SLUG" not in path), path
        for column in file.columns:
            assert f"<code>{column}</code>" in html


@pytest.mark.parametrize(("count", "told"), [
    (None, "Only the number of those taken down would ever be public"), (0, "So far 0 dockets and people"),
    (1, "So far 1 docket or person has been"), (1204, "So far 1,204 dockets and people")])
def test_takedowns_are_a_number(count: int | None, told: str) -> None:
    """Is nothing but how many said of those who were taken down?"""
    assert told in text(pages(about=About(takedowns=count))[addresses.PRIVACY])


def test_the_follow_page_leads_to_what_there_is() -> None:
    """Are digest and frames linked only where the site has them?"""
    for published, there in (((), False), ((Digest, Embeds), True)):
        html = pages(released(), published=published)[addresses.FOLLOW]
        assert (addresses.digest("latest", "html") in html) is there
        assert (addresses.EMBEDS in html) is there
        assert addresses.feed("court-mnd", "xml") in html
        assert addresses.calendar("topic-detention") in html


# Corrections.


def test_corrections_lead_to_their_case() -> None:
    """Is a case linked by its title, one without a page not named, and the newest first?"""
    made = (Correction(dt.date(2026, 4, 2), "We said A.", "It is B.", "Dana Whitlow", "mnd-0-26-cv-00123"),
            Correction(dt.date(2026, 3, 2), "We said C.", "It is <D>.", "Dana Whitlow", "gone-before"))
    html = pages(released(), about=About(made))[addresses.CORRECTIONS]
    assert '<a href="cases/mnd-0-26-cv-00123.html">M.C.P. v. Secretary of Homeland Security</a>' in html
    assert "gone-before" not in html
    assert "It is &lt;D&gt;." in html
    assert "No correction has been made yet." in text(pages()[addresses.CORRECTIONS])


def corrections(folder: Path, written: str) -> tuple[tuple[Correction, ...], list[str]]:
    (folder / "corrections.toml").write_text(written, encoding="utf-8")
    made, problems = load_corrections(folder, AS_OF.date())
    return made, [str(problem).removeprefix(folder.as_posix() + "/") for problem in problems]


GOOD = '[[correction]]\non = 2026-04-02\nwrong = "A"\nright = "B"\nby = "Dana Whitlow"\n'


def test_corrections_are_read(tmp_path: Path) -> None:
    """Is a file of two read, the newest first, and no file no mistake?"""
    assert load_corrections(tmp_path, AS_OF.date()) == ((), ())
    made, problems = corrections(tmp_path, GOOD.replace("04", "03") + GOOD + 'case = "mnd-1"\n')
    assert [(each.on.month, each.case) for each in made] == [(4, "mnd-1"), (3, "")]
    assert problems == []


def test_the_packaged_example_says_nothing() -> None:
    """Is the file that a tracker begins with free of mistakes and of corrections, and its example one?"""
    assert load_corrections(PACKAGED, AS_OF.date()) == ((), ())
    written = (PACKAGED / "corrections.toml").read_text(encoding="utf-8")
    example = re.findall(r"^# (\[\[correction\]\]|\w+ = .*)$", written, re.MULTILINE)
    assert len(example) == 6


@pytest.mark.parametrize(("written", "said"), [
    ("", "corrections.toml:1: is empty: take it away, or write a [[correction]]"),
    ("[correction]\n", "corrections.toml:1: correction: must be a table for each, as in `[[correction]]`"),
    (GOOD + "\n[[corection]]\n", 'corrections.toml:7: corection: is not a key known here: did you mean "correction"?'),
    (GOOD.replace('by = "Dana Whitlow"\n', ""),
     "corrections.toml:1: correction.by: is missing: write who corrected it, as in `by = \"The editor\"`"),
    (GOOD.replace("2026", "2027"), "corrections.toml:2: correction.on: 2027-04-02 is yet to come: check the year"),
    (GOOD + 'case = "J. Ardo"\n',
     "corrections.toml:6: correction.case: must be the name of a case's file without .toml"),
    (GOOD + 'page = "https://example.org/x.html"\n',
     'corrections.toml:6: correction.page: must be the address of a page within the site, as in "method.html"'),
    (GOOD + 'case = "a"\npage = "method.html"\n',
     "corrections.toml:7: correction.page: stands beside a case: keep one of the two"),
])
def test_a_mistake_in_corrections_is_named(tmp_path: Path, written: str, said: str) -> None:
    """Is each mistake told by file, line and key, without what stands in quotes?"""
    _, problems = corrections(tmp_path, written)
    assert problems == [said]


def test_a_mistake_spoils_no_other_correction(tmp_path: Path) -> None:
    """Does the good one stand?"""
    made, problems = corrections(tmp_path, GOOD + GOOD.replace("2026", "2027"))
    assert (len(made), len(problems)) == (1, 1)


# Moved pages.


def test_a_moved_page_leads_on(tmp_path: Path) -> None:
    """Does the old address lead to the new one, for readers, search engines and hosts?"""
    build([released(was=("old-address",))], LOOK, tmp_path / "public", AS_OF, method=METHOD)
    html = (tmp_path / "public" / "cases" / "old-address.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../cases/mnd-0-26-cv-00123.html">' in html
    assert '<link rel="canonical" href="https://example.org/tracker/cases/mnd-0-26-cv-00123.html">' in html
    assert "M.C.P." not in html
    assert (tmp_path / "public" / "_redirects").read_text() == (
        "/tracker/cases/old-address.html /tracker/cases/mnd-0-26-cv-00123.html 301\n")
    assert "old-address" not in (tmp_path / "public" / "sitemap.xml").read_text()


def test_the_sitemap_holds_every_page_about_the_whole(tmp_path: Path) -> None:
    """Are days, the calendar and the pages about the site in it, and no case that is protected?"""
    build([released(), pending()], LOOK, tmp_path / "public", AS_OF, method=METHOD)
    sitemap = (tmp_path / "public" / "sitemap.xml").read_text()
    places = set(re.findall(r"<loc>https://example.org/tracker/([^<]*)</loc>", sitemap))
    assert {"", "changes/2026-04-08.html", "changes/2026-04.html", "calendar.html", "compliance.html", "privacy.html",
            "corrections.html", "follow.html", "data/index.html", "search.html", "method.html", "glossary.html",
            "cases/harbor-light-v-dhs.html"} <= places
    assert not {"404.html", "cases/mnd-0-26-cv-00123.html", "index.html"} & places
    assert all((tmp_path / "public" / (place or "index.html")).is_file() for place in places)


@pytest.mark.parametrize(("cases", "said"), [
    ((released(was=("old",)), overdue(was=("old",))), "both say"),
    ((released(was=("harbor-light-v-dhs",)), pending()), "a case stands there today"),
    ((pending(), released(was=("harbor-light-v-dhs",))), "a case stands there today"),
])
def test_two_cases_at_one_address_are_a_mistake(cases: tuple[PublishedCase, ...], said: str) -> None:
    """Is it said which cases collide?"""
    def moved() -> list[tuple[str, str]]:
        redirects = Redirects()
        for case in cases:
            redirects.add(case)
        return redirects.moved

    with pytest.raises(SiteError, match=said):
        moved()


@pytest.mark.parametrize(("was", "said"), [
    ('["A_B"]', "number 1 of the list must be a name its file had"),
    ('["one"]', "number 1 of the list is an address of this file"),
    ('["two"]', "number 1 of the list is an address of"),
    ('["old", "older", "old"]', "number 3 of the list is an address of this file"),
    ('"old"', "must be a list of texts"),
])
def test_a_mistake_in_was_is_named(tmp_path: Path, was: str, said: str) -> None:
    """Is a former address that is none, or somebody's, told by file, line and key?"""
    (tmp_path / "config.toml").write_text('name = "T"\n')
    (tmp_path / "cases").mkdir()
    for number, (slug, more) in enumerate({"one": f"was = {was}\n", "two": ""}.items(), 1):
        written = f'topic = "detention"\n{more}[[docket]]\nid = {number}\n'
        (tmp_path / "cases" / f"{slug}.toml").write_text(written)
    site = load_site(tmp_path)
    assert [case.slug for case in site.cases] == ["two"]
    (problem,) = site.problems
    assert (problem.line, problem.key) == (2, "was")
    assert said in problem.sentence


def test_a_former_address_is_kept_with_its_case(tmp_path: Path) -> None:
    """From the file to what is handed to privacy: is the list the same?"""
    (tmp_path / "config.toml").write_text('name = "T"\n')
    (tmp_path / "cases").mkdir()
    written = 'topic = "detention"\nwas = ["old-one", "older"]\n[[docket]]\nid = 1\n'
    (tmp_path / "cases" / "one.toml").write_text(written)
    (case,) = load_site(tmp_path).cases
    notes = casebook.notes(case)
    assert isinstance(notes, privacy.CaseNotes)
    assert notes.was == ("old-one", "older")


@pytest.mark.parametrize("place", [addresses.CORRECTIONS, addresses.PRIVACY])
def test_readers_who_are_asked_to_write_are_told_where(place: str) -> None:
    """Or that nobody has given an address: is nobody in danger sent looking for one?"""
    none, given = "No address to write to has been given for this site yet.", 'href="mailto:desk@example.org"'
    for look, there, missing in ((LOOK, given, none), (SiteLook(), none, "mailto:")):
        main = pages(look=look)[place].partition("</main>")[0]
        assert there in main
        assert missing not in main


def test_the_search_page_works_without_its_script() -> None:
    """Are the lists there, and is the index named only where there is one?"""
    for published, there in (((), False), ((Search,), True)):
        html = pages(released(), published=published)[addresses.SEARCH]
        assert ("data-index" in html) is there
        assert 'href="lists/all.html"' in html
        assert f'href="{addresses.COURTS}"' in html
        assert "The search needs JavaScript" in html


def test_a_former_address_never_names_anybody() -> None:
    """Is one that says who the person is left out, and any other kept?"""
    was = ("tacuran-morocho-v-kestrel", "w-y-t-m", "mnd-26-7")
    shown = privacy.publish(facts.notes()._replace(was=was), (facts.docket((facts.WILMA,)),), facts.reading())
    assert shown is not None
    assert shown.was == ("mnd-26-7",)
