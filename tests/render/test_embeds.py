"""Embeds: small, shown anywhere, found by nobody, and leading back to pages that are there."""
import re
from pathlib import Path

import html5lib
import pytest
from writwatch.render import PACKAGED, addresses
from writwatch.render.build import build
from writwatch.render.embeds import RULINGS, Embeds
from writwatch.render.languages import Language, language
from writwatch.render.output import File
from writwatch.render.outputs import standard_outputs
from writwatch.render.overview import LISTS
from writwatch.render.pages import ENGLISH, POLICY, SiteLook
from writwatch.render.published import PublishedCase
from writwatch.render.withheld import tellable
from writwatch.render.wording import TOPICS

from .factory import AS_OF, TODAY, accused, event, many, overdue, pending, released, shown
from .test_build import Links

LOOK = SiteLook(name="A tracker", fictional=True, base_url="https://tracker.example.org/")


def embeds_of(*cases: PublishedCase, spoken: tuple[Language, ...] = (ENGLISH,)) -> dict[str, str]:
    """Every embed by its path."""
    output = Embeds(LOOK, AS_OF, spoken)
    files: list[File] = [file for case in map(tellable, cases)
                         for file in (*output.leaves(case), *output.case(case))]
    files += output.whole()
    return {file.path: file.content.decode() for file in files if isinstance(file.content, bytes) and file.is_page}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return embeds_of(released(), pending(), overdue(), *many(60))


def test_there_is_one_for_everything(pages: dict[str, str]):
    """A case, each number, each chart, the latest rulings, and a page that tells how?"""
    assert {"embed/case-mnd-0-26-cv-00123.html", "embed/latest.html", "embed/chart-statuses.html", addresses.EMBEDS,
            *(f"embed/number-{listing.name}.html" for listing in LISTS),
            *(f"embed/chart-{topic}.html" for topic in TOPICS)} <= set(pages)


def test_they_are_small_and_strict(pages: dict[str, str]):
    """A few kB, valid, without a script or style within, not to be found, with a line that says where it is from?"""
    parser = html5lib.HTMLParser(strict=True)
    for path, html in pages.items():
        parser.parse(html)
        assert f'content="{POLICY}"' in html.replace("&#39;", "'"), path
        assert not re.search(r"<style| style=| on[a-z]+=|<script>", html), path
        assert "Fictional." in html, path
        if path != addresses.EMBEDS:
            assert len(html) < 6_000, path
            assert '<meta name="robots" content="noindex, noarchive">' in html, path
            assert "As of 10 April 2026" in html, path
            assert 'href="https://www.courtlistener.com/"' in html, path


def test_every_link_leaves_the_frame(pages: dict[str, str]):
    """And does each lead to a page of the site?"""
    for path, html in pages.items():
        if path == addresses.EMBEDS:
            continue
        links = re.findall(r"<a [^>]*>", html)
        assert links, path
        assert all('target="_top"' in link and 'rel="noopener"' in link for link in links), path


def test_the_case_is_told_as_on_its_page(pages: dict[str, str]):
    """The same sentences, the same quote, the same initials?"""
    html = pages["embed/case-mnd-0-26-cv-00123.html"]
    assert "The court granted relief on 15 January 2026. A judge ordered release the same day." in html
    assert "“ORDER granting 1 Petition for Writ of Habeas Corpus”" in html
    assert '<a href="../cases/mnd-0-26-cv-00123.html" target="_top" rel="noopener">M.C.P. v. Secretary' in html
    assert "read by machine" in html


def test_an_open_case_quotes_nothing_else():
    """What proves that a case is open is the entry it began with: is any other left out?"""
    ruling = released().evidence[0]
    assert "<blockquote" not in embeds_of(released(status=shown("open_pending", ruling)))[
        "embed/case-mnd-0-26-cv-00123.html"]


def test_numbers_are_those_of_the_lists(pages: dict[str, str]):
    """Of how many, and with the way to the cases behind it?"""
    html = pages["embed/number-past-due.html"]
    number = int(re.search(r'past-due\.html"[^>]*>(\d+)</a>', html)[1])
    silent = [case for case in (released(), pending(), overdue(), *many(60))
              if any(value.value == "no_report_seen" for value in case.axes.get("compliance", ()))
              or any(date.result == "no_report_seen" for date in case.compliance_due)]
    assert number == len(silent) > 1
    assert "Of 63 cases followed" in html


def test_the_latest_rulings_are_the_latest():
    """Of many cases: the newest days, and no day that has not come?"""
    cases = [released(), overdue(), *many(200)]
    output = Embeds(LOOK, AS_OF)
    for case in cases:
        list(output.case(case))
    found = {(each.date_filed, case.slug) for case in cases for each in case.timeline
             if each.type in ("habeas_ruling", "release_ordered", "tro_entered", "dismissal", "bond_hearing_ordered",
                              "stay_entered")}
    newest = sorted((day for day, _ in found if day and day <= TODAY), reverse=True)[:RULINGS]
    assert [each.day for each in output.rulings] == newest
    assert len(output.rulings) == RULINGS


def test_a_ruling_of_tomorrow_is_not_told():
    """A date that is to come, and none at all: does neither stand among the latest?"""
    entry = released().dockets[0].entries[3]
    late = entry._replace(date_filed=TODAY.replace(year=2027))
    none = entry._replace(date_filed=None)
    timeline = tuple(event(each, "release_ordered", "shall release") for each in (late, none))
    assert "We have seen no ruling yet." in embeds_of(released(timeline=timeline))["embed/latest.html"]


def test_nothing_unconfirmed_is_told():
    """Does an accusation nobody has confirmed stand in any embed?"""
    for path, html in embeds_of(accused("read")).items():
        assert "contempt" not in html, path


def test_hostile_words_stay_words():
    """A title that is a script: is it text?"""
    html = embeds_of(released(title='<script>alert(1)</script>"\u202e'))["embed/case-mnd-0-26-cv-00123.html"]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script>alert" not in html
    assert "\u202e" not in html


def test_no_case_at_all():
    """Are numbers nought, and is that said plainly?"""
    pages = embeds_of()
    assert "We have seen no ruling yet." in pages["embed/latest.html"]
    assert ">0</a>" in pages["embed/number-all.html"]


def test_each_language_has_its_own(tmp_path: Path):
    """Under its own folder, in its own words, with the same slug?"""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    (tmp_path / "eo.po").write_text(head + 'msgid "Relief granted"\nmsgstr "Konsentita"\n')
    pages = embeds_of(released(), spoken=(ENGLISH, language("eo", (tmp_path,))))
    html = pages["eo/embed/case-mnd-0-26-cv-00123.html"]
    assert 'lang="eo"' in html
    assert "Konsentita" in html
    assert 'href="../../static/embed.css"' in html
    assert "Relief granted" in pages["embed/case-mnd-0-26-cv-00123.html"]


def test_links_lead_somewhere(tmp_path: Path):
    """In a whole site: does every link of an embed lead to a file that is there?"""
    out = tmp_path / "public"
    build([released(), pending()], LOOK, out, AS_OF, outputs=standard_outputs(LOOK, AS_OF, (ENGLISH,)))
    for path in (out / "embed").glob("*.html"):
        for target in Links(path.read_text()).targets:
            place = target.partition("#")[0]
            assert "://" in target or not place or (path.parent / place).resolve().is_file(), (path.name, target)


def test_a_host_lets_anybody_show_them(tmp_path: Path):
    """Embeds in every language, and nothing else?"""
    out = tmp_path / "public"
    build([released()], SiteLook(accent="#aa1100"), out, AS_OF, outputs=[Embeds(LOOK, AS_OF)])
    headers = (out / "_headers").read_text()
    rules = dict(re.findall(r"^(/\S*)\n((?:  .*\n)+)", headers, re.MULTILINE))
    assert "frame-ancestors 'none'" in rules["/*"]
    assert f"  ! Content-Security-Policy\n  Content-Security-Policy: {POLICY}; frame-ancestors *\n" in rules["/embed/*"]
    assert [path for path, lines in rules.items() if "frame-ancestors *" in lines] == ["/embed/*"]
    for path in ("/embed/*", "/data/cases/*", "/cards/case-*"):
        assert "X-Robots-Tag: noindex, noarchive" in rules[path]
    assert "--accent: #aa1100" in (out / "static" / "embed.css").read_text()


def test_colours_are_those_of_the_pages():
    """Do both style sheets say the same, light and dark?"""
    def colours(name: str) -> list[set[tuple[str, str]]]:
        text = (PACKAGED / "static" / name).read_text()
        return [set(re.findall(r"--(\w+): (#[0-9a-f]{6})", part)) for part in re.split(r":root[^{]*\{", text)[1:]]

    light, dark = [each for each in colours("site.css") if each][:2]
    of_embeds = [each for each in colours("embed.css") if each]
    assert len(of_embeds) == 3
    assert of_embeds[0] <= light
    assert of_embeds[1] == of_embeds[2]
    assert of_embeds[1] <= dark
