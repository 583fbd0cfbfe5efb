"""The site as a browser shows it: on a phone and on a desk, light and dark, with no word on the console.

Needs Chromium (Debian's `chromium`, or the one WRITWATCH_CHROMIUM names); without it these tests are skipped.
"""
import contextlib
import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from writwatch.render.build import build
from writwatch.render.pages import SiteLook
from writwatch.render.wording import STATUSES

from .factory import AS_OF, accused, many, overdue, pending, released
from .test_pages import HOSTILE, METHOD

pytestmark = pytest.mark.browser
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = os.environ.get("WRITWATCH_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
KINDS = (
    "index.html", "cases/mnd-0-26-cv-00123.html", "cases/harbor-light-v-dhs.html", "cases/hostile.html",
    "lists/all.html", "lists/past-due.html", "topics/detention.html", "topics/speech.html", "method.html", "404.html",
)

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


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of 60 cases, one of them as hostile as a docket can be, built once."""
    out = tmp_path_factory.mktemp("site") / "a sub path" / "public"
    words = " ".join(HOSTILE.values())[:30_000]
    hostile = released(slug="hostile", title=words[:600], why=words[:3_000])
    build([released(), pending(), overdue(), accused("read"), hostile, *many(60)],
          SiteLook(fictional=True, contact="desk@example.org"), out, AS_OF, method=METHOD)
    return out


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site served from a sub-path."""
    class Silent(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

        def copyfile(self, source: object, outputfile: object) -> None:
            with contextlib.suppress(BrokenPipeError):  # a page left before its font arrived
                super().copyfile(source, outputfile)  # pyright: ignore[reportArgumentType]

    root = site.parent.parent
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Silent, directory=root))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/a%20sub%20path/public"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    if not CHROMIUM:
        pytest.skip("no Chromium: apt-get install chromium, or name one in WRITWATCH_CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        chromium = launch(playwright.chromium)
        yield chromium
        chromium.close()


def launch(chromium: "sync_api.BrowserType") -> "sync_api.Browser":
    """Chromium in its sandbox where it can have one: not for root, nor in most containers. The pages are our own."""
    if os.geteuid() != 0:
        with contextlib.suppress(sync_api.Error):
            return chromium.launch(executable_path=CHROMIUM, args=QUIET)
    return chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", *QUIET])


class Watched:
    """A page, and all it said and asked for while it was open."""

    def __init__(self, browser: "sync_api.Browser", width: int = 1280, scheme: str = "light",
                 script: bool = True) -> None:
        window = {"width": width, "height": 800}
        self.context = browser.new_context(viewport=window, color_scheme=scheme, java_script_enabled=script)
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def __enter__(self) -> "Watched":
        return self

    def __exit__(self, *error: object) -> None:
        self.context.close()


LONG_STATUS = "cases/txsd-4-26-cv-00777.html"


@pytest.mark.parametrize("width", [320, 360, 1280, 2560])
def test_no_page_is_wider_than_the_window(browser: "sync_api.Browser", address: str, width: int) -> None:
    """On the smallest phone and the widest screen: does any page scroll sideways, folded parts open as well?"""
    with Watched(browser, width) as watched:
        for kind in KINDS:
            watched.page.goto(f"{address}/{kind}")
            watched.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            assert watched.page.evaluate("document.documentElement.scrollWidth") <= width, kind


@pytest.mark.parametrize("how", ["http", "file"])
def test_nothing_is_said_and_no_other_host_is_asked(
    browser: "sync_api.Browser", address: str, site: Path, how: str
) -> None:
    """Served from a sub-path or opened from a disk: is the console silent, and does everything come from the site?"""
    root = address if how == "http" else site.as_uri()
    with Watched(browser) as watched:
        for kind in KINDS:
            answer = watched.page.goto(f"{root}/{kind}")
            assert answer is not None
            assert watched.page.evaluate("document.fonts.ready.then(() => document.fonts.status)") == "loaded"
            assert watched.page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith("News")
        assert watched.said == []
        assert {url for url in watched.asked if not url.startswith(root)} == set()
        assert any(url.endswith("public-sans.woff2") for url in watched.asked)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out(browser: "sync_api.Browser", address: str, scheme: str) -> None:
    """In both themes: is every text at least 4.5 : 1 on what it stands on, what is hidden or folded included?"""
    with Watched(browser, scheme=scheme) as watched:
        for kind in KINDS:
            watched.page.goto(f"{address}/{kind}")
            assert watched.page.evaluate(CONTRAST) == [], kind
        ground = watched.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert (sum(map(int, re.findall(r"\d+", ground))) < 380) is (scheme == "dark")


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


@pytest.mark.parametrize(("width", "kinds"), [(360, KINDS), (1280, KINDS[:2] + KINDS[4:5])])
def test_axe_finds_nothing(browser: "sync_api.Browser", address: str, width: int, kinds: tuple[str, ...]) -> None:
    """On a phone and on a desk, folded parts open: does axe-core name any fault of accessibility?"""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    contrast_is_tested_above = {"rules": {"color-contrast": {"enabled": False}}}
    with Watched(browser, width) as watched:
        for kind in kinds:
            watched.page.goto(f"{address}/{kind}")
            watched.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            found = axe.Axe().run(watched.page, options=contrast_is_tested_above).response["violations"]
            assert [(fault["id"], [node["html"][:200] for node in fault["nodes"]]) for fault in found] == [], kind


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
        assert not page.locator(".top nav").is_visible()
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
