"""The page of a case as a browser shows it: legal words by keyboard, a citation by one click, two pages on paper.

Needs Chromium, as `test_browser.py` does.
"""
import re
import shutil
from pathlib import Path

import pytest
from writwatch.render import PACKAGED
from writwatch.render.pages import Pages, SiteLook
from writwatch.render.published import PublishedCase

from .factory import AS_OF, TODAY, entry, event, overdue, released
from .test_browser import CONTRAST, Watched, browser
from .test_case_page import BASE, busy

pytestmark = pytest.mark.browser
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
__all__ = ["browser"]



def crowded() -> PublishedCase:
    """A petition with five orders more, against seven offices."""
    text = ("ORDER granting {} Motion. Respondents shall not move Petitioner from this District, and shall answer "
            "within three days of this order. Signed by Judge Wren Halloway. (abc)")
    orders = tuple(entry(place + 100, place, TODAY, text.format(place - 1)) for place in range(2, 7))
    party = released().dockets[0].parties[1]
    parties = tuple(party._replace(name=f"Field Office Director, Office {number}") for number in range(6))
    told = (event(of, "order_no_transfer_or_removal", "Respondents shall not move Petitioner") for of in orders)
    lead = released().dockets[0]
    return released(slug="crowded", timeline=(*released().timeline, *told), dockets=(lead._replace(
        entries=(*lead.entries, *orders), parties=(*lead.parties, *parties)),))


CASES = (released(), overdue(), busy(note="A **note** with [a link](https://example.org/).\n\n- one\n- two"), crowded())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four cases and the glossary."""
    out = tmp_path_factory.mktemp("cases")
    shutil.copytree(PACKAGED / "static", out / "static")
    pages = Pages(SiteLook(base_url=BASE, contact="desk@example.org"), AS_OF)
    for page in (*map(pages.case, CASES), pages.glossary()):
        place = out / page.path
        place.parent.mkdir(exist_ok=True)
        place.write_text(page.html, encoding="utf-8")
    return out


def address(folder: Path, slug: str) -> str:
    return (folder / "cases" / f"{slug}.html").as_uri()


def test_a_legal_word_leads_to_its_meaning_by_keyboard(browser: "sync_api.Browser", folder: Path) -> None:
    """From the status with Tab and Enter alone: is the term in view, and marked?"""
    with Watched(browser, 360) as watched:
        page = watched.page
        page.goto(address(folder, CASES[1].slug))
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent") == "bond hearing":
                break
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        assert "dotted" in page.evaluate("getComputedStyle(document.activeElement).textDecoration")
        page.keyboard.press("Enter")
        page.wait_for_url("**/glossary.html#bond-hearing")
        assert page.evaluate("document.querySelector(':target dt').textContent") == "bond hearing"
        assert page.locator(":target").is_visible()


def test_a_citation_is_taken_by_one_click(browser: "sync_api.Browser", folder: Path) -> None:
    """Without scripts of ours: does one click select the whole line?"""
    with Watched(browser) as watched:
        page = watched.page
        page.goto(address(folder, CASES[0].slug))
        page.locator(".cite").nth(1).click()
        taken = page.evaluate("getSelection().toString()")
        assert taken.startswith("M.C.P. v. Secretary of Homeland Security, No. 0:26-cv-00123 (D. Minn. Jan. 15, 2026)")
        assert taken.endswith("as of Apr. 10, 2026).")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.slug)
def test_a_case_fits_two_sheets_with_its_quotes(browser: "sync_api.Browser", folder: Path, case: PublishedCase) -> None:
    """On Letter paper: two sheets at most, every deciding quote, the citations, and nothing to click on?"""
    with Watched(browser, 703, scheme="dark") as watched:
        page = watched.page
        page.goto(address(folder, case.slug))
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="Letter"))) <= 2
        page.emulate_media(media="print")
        quotes = page.locator(".deciding blockquote, .standing-now blockquote")
        assert quotes.count() > 1
        assert all(quotes.nth(place).is_visible() for place in range(quotes.count()))
        assert page.locator(".cite").first.is_visible()
        assert page.locator(".screen:visible, .entries:visible").count() == 0
        assert page.evaluate(CONTRAST) == []


def test_past_dates_unfold(browser: "sync_api.Browser", folder: Path) -> None:
    """Folded at first, on a phone as wide as the window once open?"""
    with Watched(browser, 320) as watched:
        page = watched.page
        page.goto(address(folder, CASES[2].slug))
        held = page.locator(".past li", has_text="Hearing held")
        assert not held.is_visible()
        page.locator(".past > summary").click()
        assert held.is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
