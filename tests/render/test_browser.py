"""The site as a browser shows it: on a phone and on a desk, light and dark, with no word on the console.

Needs Chromium (Debian's `chromium`, or the one WRITWATCH_CHROMIUM names); without it these tests are skipped.
"""
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from writwatch.render.build import build
from writwatch.render.pages import SiteLook
from writwatch.render.wording import STATUSES

from .browsing import APART, CHROMIUM, KINDS, SECOND, Watched, address, browser, launch, site, sync_api
from .factory import AS_OF, released

pytestmark = pytest.mark.browser
__all__ = ["CHROMIUM", "CONTRAST", "Watched", "address", "browser", "launch", "site", "sync_api"]

LANGUAGES = ("", "es/")
THE_OTHERS = [pytest.param(each, marks=pytest.mark.thorough) for each in LANGUAGES[1:]]
"""For what no other words can change: they are looked at with `make test-browser`."""
FRAMES = tuple(each for each in APART if each.startswith("embed/"))
"""What has a ground of its own; a mail stands on that of the program it is read in."""

EVERY_RULE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
CONTRAST_ALONE = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}

CONTRAST = """
() => {
  const numbers = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * x + .7152 * y + .0722 * z;
  };
  const ground = element => {
    for (let each = element; each; each = each.parentElement) {
      const colour = numbers(getComputedStyle(each).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return numbers(getComputedStyle(document.documentElement).backgroundColor);
  };
  const low = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest("svg")) continue;
    const [a, b] = [light(numbers(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) low.push([ratio.toFixed(2), element.className, walker.currentNode.data.trim().slice(0, 40)]);
  }
  return low;
}
"""


LONG_STATUS = "cases/txsd-4-26-cv-00777.html"


UNFOLD = "document.querySelectorAll('details').forEach(each => each.open = true)"


@pytest.mark.parametrize(("language", "widths"), [
    (LANGUAGES[0], (320, 360, 700, 1280, 2560)), *((each, (320,)) for each in LANGUAGES[1:])])
def test_no_page_is_wider_than_the_window(
    browser: "sync_api.Browser", address: str, language: str, widths: tuple[int, ...]
) -> None:
    """On the smallest phone and the widest screen: does any page scroll sideways, folded parts open as well? Words of
    another language are longer, which tells on a phone."""
    wide = []
    with Watched(browser) as watched:
        for kind in KINDS:
            watched.page.goto(f"{address}/{language}{kind}")
            watched.page.evaluate(UNFOLD)
            for width in widths:
                watched.page.set_viewport_size({"width": width, "height": 800})
                if watched.page.evaluate("document.documentElement.scrollWidth") > width:
                    wide.append((kind, width))
    assert wide == []


@pytest.mark.parametrize("how", ["http", "file"])
@pytest.mark.parametrize("language", [LANGUAGES[0], *THE_OTHERS])
def test_nothing_is_said_and_no_other_host_is_asked(
    browser: "sync_api.Browser", address: str, site: Path, how: str, language: str
) -> None:
    """Served from a sub-path or opened from a disk: is the console silent, and does everything come from the site?"""
    root = address if how == "http" else site.as_uri()
    with Watched(browser) as watched:
        for kind in KINDS + FRAMES:
            if how == "file" and kind == "404.html":
                continue  # nothing leads there, and its links begin at the root of the host
            answer = watched.page.goto(f"{root}/{language}{kind}")
            assert answer is not None
            assert watched.page.evaluate("document.fonts.ready.then(() => document.fonts.status)") == "loaded"
            if kind in KINDS:
                font = watched.page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
                assert font.startswith("News"), kind
        assert watched.said == []
        assert {url for url in watched.asked if not url.startswith((root, "blob:"))} == set()
        assert any(url.endswith("public-sans.woff2") for url in watched.asked)
        assert watched.context.cookies() == []


LINKS = """() => [...document.querySelectorAll('a[href], link[href]')].map(each => each.href)
  .filter(each => each.startsWith(location.origin === 'null' ? 'file:' : location.origin))"""


@pytest.mark.parametrize("path", ["nowhere.html", "cases/nowhere.html", "es/nowhere/at/all/"])
def test_a_wrong_address_leads_on(browser: "sync_api.Browser", address: str, path: str) -> None:
    """However deep it lies under a site in a sub-path: is the page styled, and is each link of it right?"""
    with Watched(browser, 360) as watched:
        page = watched.page
        answer = page.goto(f"{address}/{path}")
        assert answer is not None
        assert answer.status == 404
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith("News")
        links = {each for each in page.evaluate(LINKS) if not each.startswith(f"{page.url}#")}
        assert len(links) > 15
        assert [link for link in links if page.request.get(link).status != 200] == []
        assert len(watched.said) == 1, "the browser's own word on the address"


def test_without_an_address_of_its_own_the_page_for_wrong_ones_works_from_a_disk(
    browser: "sync_api.Browser", tmp_path: Path
) -> None:
    """Where nobody knows where the site will stand: is that page styled in its folder, its links right?"""
    build([released()], SiteLook(), tmp_path / "public", AS_OF)
    with Watched(browser) as watched:
        watched.page.goto((tmp_path / "public" / "404.html").as_uri())
        assert watched.page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith("News")
        links = [unquote(urlsplit(each).path) for each in watched.page.evaluate(LINKS)]
        assert len(links) > 15
        assert [link for link in links if not Path(link).is_file()] == []
        assert watched.said == []


@pytest.mark.parametrize("language", [LANGUAGES[0], *THE_OTHERS])
def test_text_stands_out(browser: "sync_api.Browser", address: str, language: str) -> None:
    """In both themes: is every text at least 4.5 : 1 on what it stands on, what is hidden or folded included?"""
    low = []
    with Watched(browser) as watched:
        for kind in KINDS + FRAMES:
            watched.page.goto(f"{address}/{language}{kind}")
            for scheme in ("light", "dark"):
                watched.page.emulate_media(color_scheme=scheme)
                low += [(kind, scheme, each) for each in watched.page.evaluate(CONTRAST)]
                ground = watched.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
                assert (sum(map(int, re.findall(r"\d+", ground))) < 380) is (scheme == "dark"), kind
    assert low == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_and_bars_stand_out(browser: "sync_api.Browser", address: str, scheme: str) -> None:
    """Is each tone at least 4.5 : 1 on the paper, so that it can carry words and the numbers in a bar?"""
    with Watched(browser, scheme=scheme) as watched:
        watched.page.goto(f"{address}/index.html")
        tones = sorted({standing.tone for standing in STATUSES.values()})
        for tone in tones:
            watched.page.evaluate(
                "tone => { const p = document.createElement('p'); p.className = 'tried'; p.textContent = tone;"
                " p.style.setProperty('color', `var(--${tone})`); document.querySelector('main').append(p) }", tone)
        assert watched.page.evaluate(CONTRAST) == []
        colours = watched.page.evaluate("[...document.querySelectorAll('.tried')].map(p => getComputedStyle(p).color)")
        assert len(set(colours)) == len(tones) == 8


@pytest.mark.parametrize("language", [LANGUAGES[0], *THE_OTHERS])
@pytest.mark.parametrize("kind", [
    pytest.param(each, marks=pytest.mark.thorough if each in SECOND else ()) for each in KINDS + APART])
def test_axe_finds_nothing(browser: "sync_api.Browser", address: str, kind: str, language: str) -> None:
    """On a phone, folded parts open: does axe-core name any fault, size of targets and contrast too?"""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    with Watched(browser, 360) as watched:
        watched.page.goto(f"{address}/{language}{kind}")
        watched.page.evaluate(UNFOLD)
        assert faults(axe.Axe().run(watched.page, options=EVERY_RULE).response) == []


@pytest.mark.thorough
@pytest.mark.parametrize("kind", KINDS + FRAMES)
def test_axe_finds_contrast_in_the_dark(browser: "sync_api.Browser", address: str, kind: str) -> None:
    """What `test_text_stands_out` measures of every text, by axe's own measure."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    with Watched(browser, 360, scheme="dark") as watched:
        watched.page.goto(f"{address}/{kind}")
        watched.page.evaluate(UNFOLD)
        assert faults(axe.Axe().run(watched.page, options=CONTRAST_ALONE).response) == []


@pytest.mark.parametrize("kind", [
    KINDS[1], "lists/all.html", *(pytest.param(each, marks=pytest.mark.thorough)
                                  for each in ("index.html", "courts/index.html"))])
def test_axe_finds_nothing_on_a_desk(browser: "sync_api.Browser", address: str, kind: str) -> None:
    """And where columns stand side by side?"""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    with Watched(browser) as watched:
        watched.page.goto(f"{address}/{kind}")
        watched.page.evaluate(UNFOLD)
        assert faults(axe.Axe().run(watched.page, options=EVERY_RULE).response) == []


def faults(response: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """What axe names, each with the first places where it is so."""
    return [(fault["id"], [node["html"][:200] for node in fault["nodes"][:3]]) for fault in response["violations"]]


def test_the_keyboard_reaches_the_text_first(browser: "sync_api.Browser", address: str) -> None:
    """Is the first Tab a visible link past the header, and is the focus always seen?"""
    with Watched(browser) as watched:
        page = watched.page
        page.goto(f"{address}/cases/mnd-0-26-cv-00123.html")
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert skip.inner_text() == "Skip to the text"
        box = skip.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        assert page.locator(":focus").inner_text() == "Detention"


def test_a_link_to_an_entry_opens_it(browser: "sync_api.Browser", address: str) -> None:
    """Does the proof lead to the folded entry, open and in view?"""
    with Watched(browser) as watched:
        page = watched.page
        page.goto(f"{address}/cases/mnd-0-26-cv-00123.html")
        entry = page.locator("#entry-4")
        assert not entry.is_visible()
        page.locator(".standing-now a", has_text="entry 10").click()
        entry.wait_for(state="visible")
        assert page.evaluate("document.querySelector(':target').id") == "entry-4"


def test_the_status_and_its_proof_fit_a_phone(browser: "sync_api.Browser", address: str) -> None:
    """At 360 by 740: is the status read with its quote and its link without scrolling?"""
    with Watched(browser, 360) as watched:
        for case in ("cases/mnd-0-26-cv-00123.html", "cases/harbor-light-v-dhs.html", LONG_STATUS):
            watched.page.goto(f"{address}/{case}")
            box = watched.page.locator(".standing-now").bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= 740, case


def test_without_scripts(browser: "sync_api.Browser", address: str) -> None:
    """With JavaScript off: front, number, list, case, entry, all by links?"""
    with Watched(browser, script=False) as watched:
        page = watched.page
        page.goto(f"{address}/index.html")
        page.locator(".numbers a", has_text="past due").click()
        page.locator("table.cases a", has_text="R.T.A. v. Warden").click()
        assert "no report on it has been seen on the public docket" in page.locator(".lede").inner_text()
        page.locator("summary", has_text="S.D. Tex.").click()
        assert page.locator("#entry-31").is_visible()


def test_print(browser: "sync_api.Browser", address: str) -> None:
    """On paper: no navigation, black on white in both themes, and the address of the proof?"""
    with Watched(browser, scheme="dark") as watched:
        page = watched.page
        page.emulate_media(media="print")
        page.goto(f"{address}/cases/harbor-light-v-dhs.html")
        assert not page.locator(".top nav, footer nav").locator("visible=true").count()
        assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
        assert page.evaluate(CONTRAST) == []
        after = "getComputedStyle(document.querySelector('.standing-now a[href^=http]'), '::after').content"
        assert "courtlistener.com" in page.evaluate(after)


def test_a_case_prints_on_two_pages(browser: "sync_api.Browser", address: str) -> None:
    """Can somebody without a screen take the case along, every deciding quote on it?"""
    with Watched(browser, scheme="dark") as watched:
        page = watched.page
        page.goto(f"{address}/cases/mnd-0-26-cv-00123.html")
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="Letter"))) <= 2
        page.emulate_media(media="print")
        assert page.locator("#timeline ~ .timeline blockquote").first.is_visible()
        assert not page.locator("#entries").is_visible()
