"""Ten tasks of a journalist, from the front page to what was wanted: by mouse and by keyboard alone, on a desk and on a
phone, without JavaScript where the pages promise it. What is right is asked of the published tables, not of the pages.

Needs Chromium, as test_browser.py does.
"""
import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import feedparser
import pytest
from icalendar import Calendar
from writwatch.render.search_index import HAS_PAGEFIND

from .browsing import Watched, address, browser, site, sync_api, until
from .factory import TODAY

pytestmark = [pytest.mark.browser, pytest.mark.thorough]
__all__ = ["address", "browser", "site"]

FARTHEST = 200
"""How many times somebody may have to press Tab."""

WEEK = {TODAY + dt.timedelta(days=days) for days in range(8)}


class Mouse:
    """Does things by pointing at them."""

    def __init__(self, page: "sync_api.Page") -> None:
        self.page = page

    def reach(self, what: "sync_api.Locator") -> None:
        what.scroll_into_view_if_needed()

    def press(self, what: "sync_api.Locator") -> None:
        what.click()

    def write(self, field: "sync_api.Locator", words: str) -> None:
        field.click()
        self.page.keyboard.type(words)

    def choose(self, field: "sync_api.Locator", value: str) -> None:
        field.select_option(value)

    def into_the_text(self) -> None:
        """Past the header: a hand is there already."""


class Keyboard(Mouse):
    """Does the same with Tab, Enter and the arrows; whatever has the focus must be seen to have it."""

    def reach(self, what: "sync_api.Locator") -> None:
        goal = what.first.element_handle()
        for _ in range(FARTHEST):
            if self.page.evaluate("goal => goal === document.activeElement", goal):
                seen = self.page.evaluate("""goal => {
                  const box = goal.getBoundingClientRect(), style = getComputedStyle(goal);
                  return style.outlineStyle === 'solid' && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
                }""", goal)
                assert seen, "the focus is not to be seen"
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"Tab never reaches it: {what}")

    def press(self, what: "sync_api.Locator") -> None:
        self.reach(what)
        leads_to = str(what.first.evaluate("it => it.href || ''")).partition("#")[0]
        self.page.keyboard.press("Enter")
        if leads_to.endswith(".html"):  # a click waits for the page by itself
            self.page.wait_for_url(lambda url: url.partition("#")[0] == leads_to)

    def write(self, field: "sync_api.Locator", words: str) -> None:
        self.reach(field)
        self.page.keyboard.type(words)

    def choose(self, field: "sync_api.Locator", value: str) -> None:
        self.reach(field)
        for _ in range(field.locator("option").count()):
            if field.input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"no arrow leads to {value}")

    def into_the_text(self) -> None:
        self.press(self.page.locator(".skip"))


class Reader(NamedTuple):
    """Somebody at the front page of the site."""

    page: "sync_api.Page"
    hand: Mouse
    address: str
    width: int
    said: list[str]

    def at(self, path: str) -> None:
        """Arrived at this page of the site."""
        self.page.wait_for_url(f"{self.address}/{path}")

    def go(self, *texts: str) -> None:
        """Follow links of the header by their texts."""
        for text in texts:
            self.hand.press(self.page.locator("header.top a", has_text=re.compile(f"^{text}$")))

    def follow(self, within: str, text: str = "") -> None:
        """Follow the first link of this kind in the text of the page."""
        self.hand.into_the_text()
        self.hand.press(self.page.locator(f"main {within}", has_text=text).first)

    @property
    def title(self) -> str:
        return self.page.locator("h1").inner_text()


SCRIPTED = [(1280, Mouse, True), (360, Mouse, True), (1280, Keyboard, True), (360, Keyboard, True)]
PLAIN = [(360, Mouse, False), (1280, Keyboard, False)]


def named(ways: list[tuple[int, type[Mouse], bool]]) -> list[object]:
    return [pytest.param(way, id=f"{way[1].__name__}-{way[0]}{'' if way[2] else '-no-script'}".lower()) for way in ways]


@pytest.fixture(params=named(SCRIPTED + PLAIN))
def anybody(request: pytest.FixtureRequest, browser: "sync_api.Browser", address: str) -> Iterator[Reader]:
    """A reader at the front, with JavaScript and without."""
    yield from reader(request, browser, address)


@pytest.fixture(params=named(SCRIPTED))
def scripted(request: pytest.FixtureRequest, browser: "sync_api.Browser", address: str) -> Iterator[Reader]:
    """A reader whose browser runs scripts."""
    yield from reader(request, browser, address)


def reader(request: pytest.FixtureRequest, browser: "sync_api.Browser", address: str) -> Iterator[Reader]:
    width, hand, script = request.param
    with Watched(browser, width, script=script) as watched:
        watched.page.goto(f"{address}/index.html")
        yield Reader(watched.page, hand(watched.page), address, width, watched.said)
        assert watched.said == []
        assert watched.page.evaluate("document.documentElement.scrollWidth") <= width


def table(site: Path, name: str) -> list[dict[str, str]]:
    """A published table, as a spreadsheet reads it."""
    return list(csv.DictReader((site / "data" / f"{name}.csv").read_text("utf-8-sig").splitlines()))


def slugs(page: "sync_api.Page") -> list[str]:
    """The cases of the table that is shown."""
    found = page.eval_on_selector_all("table.cases tbody th a", "all => all.map(each => each.getAttribute('href'))")
    return [Path(each).stem for each in found]


def told(page: "sync_api.Page", cases: int) -> None:
    """The list says that so many fit."""
    until(page, f"document.getElementById('count').textContent.startsWith('{cases} of ')")


def test_a_case_is_found_by_judge_and_month(scripted: Reader, site: Path) -> None:
    """By part of a surname and the month of filing: from the front to the page of the case?"""
    page, hand = scripted.page, scripted.hand
    fits = [row["slug"] for row in table(site, "cases")
            if row["judge"] == "Selma Rostad" and row["date_filed"][5:7] == "03"]
    assert fits
    scripted.go("All cases")
    hand.into_the_text()
    hand.write(page.locator("[name=judge]"), "rostad")
    hand.press(page.locator(".filters summary"))
    hand.choose(page.locator("[name=month]"), "3")
    told(page, len(fits))
    assert sorted(slugs(page)) == sorted(fits)
    hand.press(page.locator("table.cases tbody a").first)
    page.wait_for_url("**/cases/*.html")
    assert "Selma Rostad" in page.locator(".meta").first.inner_text()


def test_a_case_is_found_by_judge_without_filters(anybody: Reader, site: Path) -> None:
    """By links alone: courts and judges, the judge, the case?"""
    anybody.go("Courts and judges")
    anybody.follow("a[href$='/judges/index.html']")
    anybody.follow("a[href$='selma-rostad.html']")
    assert anybody.title == "Selma Rostad"
    assert sorted(slugs(anybody.page)) == sorted(
        row["slug"] for row in table(site, "cases") if row["judge"] == "Selma Rostad")
    anybody.follow("table.cases tbody a")
    anybody.page.wait_for_url("**/cases/*.html")


@pytest.mark.parametrize("number", ["open", "past-due"])
def test_a_number_leads_to_its_cases(anybody: Reader, number: str) -> None:
    """From a number on the front: are there as many cases as it says, and does each have its page?"""
    link = f".numbers a[href='lists/{number}.html']"
    says = int(anybody.page.locator(f"{link} b").inner_text())
    anybody.follow(link)
    anybody.at(f"lists/{number}.html")
    shown = slugs(anybody.page)
    assert len(set(shown)) == len(shown) == says > 0
    anybody.follow("table.cases tbody a")
    anybody.at(f"cases/{shown[0]}.html")


def test_the_proof_of_a_status_is_opened(anybody: Reader) -> None:
    """From the front to a case and its proof: is the whole entry there with the quoted words in it, and in view?"""
    page = anybody.page
    anybody.go("What changed")
    anybody.follow(".changes .case a")
    page.wait_for_url("**/cases/*.html")
    quote = page.locator(".standing-now blockquote mark").first.inner_text()
    anybody.follow(".standing-now .source a[href^='#entry-']")
    entry = page.locator(":target")
    entry.wait_for(state="visible")
    assert quote in entry.inner_text()
    box = entry.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 800


def test_a_citation_is_copied(scripted: Reader) -> None:
    """Is what stands in the clipboard the citation as it is shown, and does the button say so?"""
    page = scripted.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{scripted.address}/cases/harbor-light-v-dhs.html")
    button = page.locator(".cite + button").nth(1)
    scripted.hand.press(button)
    until(page, "document.querySelectorAll('.cite + button')[1].textContent === 'Copied'")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == " ".join(page.locator(".cite").nth(1).inner_text().split())
    assert copied.startswith("Harbor Light Legal Aid v. Department of Homeland Security, No. 1:26-cv-10444 (D. Mass.")
    assert "/cases/harbor-light-v-dhs.html" in copied


def test_a_court_is_subscribed_to(anybody: Reader, site: Path) -> None:
    """From the front to a court: do its two feeds and its calendar answer, each with this court's dockets alone?"""
    page = anybody.page
    rows = [row for row in table(site, "cases") if row["court_id"] == "mad"]
    anybody.go("Courts and judges")
    anybody.follow(".tiles a[href$='/mad.html']")
    assert anybody.title == "District of Massachusetts"
    wanted = {".xml": 0, ".json": 1, ".ics": 2}
    answers = {}
    for end, place in wanted.items():
        link = page.locator(".head a[href*='/court-mad.']").nth(place)
        if isinstance(anybody.hand, Keyboard):
            anybody.hand.reach(link)
        answer = page.request.get(link.evaluate("each => each.href"))
        assert answer.status == 200
        assert str(link.get_attribute("href")).endswith(end)
        answers[end] = answer.body()
    atom, feed = feedparser.parse(answers[".xml"]), json.loads(answers[".json"])
    assert not atom.bozo
    assert [each.id for each in atom.entries] == [each["id"] for each in feed["items"]]
    assert "D. Mass." in atom.feed.title
    assert {Path(each.link.partition("#")[0]).stem for each in atom.entries} <= {row["slug"] for row in rows}
    assert len(atom.entries) > len(rows)
    events = Calendar.from_ical(answers[".ics"]).walk("VEVENT")
    coming = {row["slug"] for row in table(site, "dates") if row["court_id"] == "mad" and row["date"] >= str(TODAY)}
    assert coming
    for slug in coming:
        assert any(slug in str(event.get("URL", "")) + str(event.get("DESCRIPTION", "")) for event in events)


def test_a_filter_is_shared_by_its_address(scripted: Reader, site: Path, browser: "sync_api.Browser") -> None:
    """By court and status: does the address hold the filter, for a reload and for somebody else?"""
    page, hand = scripted.page, scripted.hand
    fits = [row["slug"] for row in table(site, "cases")
            if row["court_id"] == "mad" and row["status"] == "open_pending"]
    assert fits
    scripted.go("All cases")
    hand.into_the_text()
    hand.choose(page.locator("[name=court]"), "mad")
    hand.choose(page.locator("[name=status]"), "open_pending")
    told(page, len(fits))
    until(page, "location.hash.includes('status=') && location.hash.includes('court=')")
    page.reload()
    told(page, len(fits))
    with Watched(browser, scripted.width) as other:
        other.page.goto(page.url)
        told(other.page, len(fits))
        assert sorted(slugs(other.page)) == sorted(fits)


def test_what_changed_on_a_day(anybody: Reader, site: Path) -> None:
    """By the month and the day: is every ruling of that day there, and no other?"""
    page = anybody.page
    rulings = {row["slug"] for row in table(site, "events") if row["date"] == "2026-01-15"}
    assert "mnd-0-26-cv-00123" in rulings
    anybody.go("What changed")
    anybody.follow("a[href$='2026-01.html']")
    anybody.follow("a[href$='2026-01-15.html']")
    anybody.at("changes/2026-01-15.html")
    assert anybody.title == "15 January 2026"
    cases = page.eval_on_selector_all("main .case a", "all => all.map(each => each.getAttribute('href'))")
    assert {Path(each).stem for each in cases} == rulings


def test_the_hearings_of_this_week(anybody: Reader, site: Path) -> None:
    """On the front and in the calendar: every hearing of the next seven days, with its day and its court's time?"""
    page = anybody.page
    coming = {(row["slug"], row["time"]) for row in table(site, "dates")
              if row["kind"] == "hearing" and dt.date.fromisoformat(row["date"]) in WEEK}
    assert coming
    assert {slug for slug, _ in coming} >= set(page.eval_on_selector_all(
        "main aside .coming a", "all => all.map(each => each.getAttribute('href').slice(6, -5))")[:len(coming)])
    anybody.go("Calendar")
    assert "Verify with the court" in page.locator(".lede").inner_text()
    for slug, time in coming:
        row = page.locator(".agenda li", has=page.locator(f"a[href='cases/{slug}.html']"))
        assert time in row.first.inner_text()
    anybody.follow(".agenda .case a")
    page.wait_for_url("**/cases/*.html")
    assert "Verify with the court" in page.locator("main").inner_text()


def test_an_order_past_due_and_why_no_report_is_seen(anybody: Reader, site: Path) -> None:
    """From the front: which orders, what was to be done by when, and that a report may exist that nobody can see?"""
    page = anybody.page
    silent = {row["slug"] for row in table(site, "dates") if row["result"] == "no_report_seen"}
    assert silent
    anybody.follow("a[href='compliance.html']")
    anybody.at("compliance.html")
    assert "A report may exist that the public cannot see" in page.locator("main").inner_text()
    anybody.follow(".numbers a[href='#silent']")
    rows = page.eval_on_selector_all(
        "section[aria-labelledby=silent] tbody th a", "all => all.map(each => each.getAttribute('href'))")
    assert {Path(each).stem for each in rows} == silent
    anybody.hand.press(page.locator("section[aria-labelledby=silent] tbody th a[href*=txsd-4-26-cv-00777]"))
    anybody.at("cases/txsd-4-26-cv-00777.html")
    assert "no report on it has been seen on the public docket" in page.locator(".lede").inner_text()


def test_a_case_in_spanish_and_back(anybody: Reader) -> None:
    """Is the page in Spanish, the court's words as they are, the way on in Spanish, and the way back the same page?"""
    page = anybody.page
    anybody.go("What changed")
    anybody.follow(".changes .case a")
    page.wait_for_url("**/cases/*.html")
    english, quote = page.url, page.locator(".standing-now blockquote").inner_text()
    path = english.removeprefix(f"{anybody.address}/")
    anybody.go("Español")
    anybody.at(f"es/{path}")
    assert page.locator("html").get_attribute("lang") == "es"
    assert "El tribunal" in page.locator(".standing-now .lede").inner_text()
    assert page.locator(".standing-now blockquote").inner_text() == quote
    assert page.locator(".standing-now blockquote").get_attribute("lang") == "en"
    ways = page.eval_on_selector_all("header nav a:not([hreflang])", "all => all.map(each => each.href)")
    assert all(way.startswith(f"{anybody.address}/es/") for way in ways)
    anybody.go("English")
    page.wait_for_url(english)


@pytest.mark.skipif(not HAS_PAGEFIND, reason="the extra search is not installed: no index to search")
def test_a_docket_number_is_searched_for(scripted: Reader) -> None:
    """Typed as a reporter has it: is the first answer the case?"""
    page = scripted.page
    scripted.go("Search")
    page.locator("form.search").wait_for(state="visible")
    scripted.hand.write(page.locator("#query"), "1:26-cv-10444")
    page.locator("#results li").first.wait_for()
    scripted.hand.press(page.locator("#results a").first)
    scripted.at("cases/harbor-light-v-dhs.html")


def test_a_number_is_checked_against_the_data(anybody: Reader) -> None:
    """Downloaded from the footer: does the table count as many open petitions as the front says?"""
    page = anybody.page
    row = page.locator("table.standing tbody tr", has_text="Open")
    says = int(row.first.locator("td.number").first.inner_text())
    status = str(row.first.locator("a").get_attribute("href"))
    table_of_all = page.locator("footer a[href$='data/cases.csv']")
    anybody.hand.into_the_text()
    anybody.hand.reach(table_of_all)  # a long way by Tab: the download is not waited for meanwhile
    with page.expect_download() as download:
        anybody.hand.press(table_of_all)
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    held = [each for each in rows if f"lists/status-{each['status'].replace('_', '-')}.html" == status]
    assert len(held) == says > 0


def test_from_a_disk(browser: "sync_api.Browser", site: Path) -> None:
    """Opened without a server: the front, a number, the list's filter and a case?"""
    with Watched(browser) as watched:
        page = watched.page
        page.goto((site / "index.html").as_uri())
        page.locator(".numbers a").first.click()
        page.locator("header.top a", has_text="All cases").click()
        page.locator("[name=court]").select_option("mad")
        fits = [row["slug"] for row in table(site, "cases") if row["court_id"] == "mad"]
        told(page, len(fits))
        page.locator("table.cases tbody a").first.click()
        page.locator(".standing-now .source a[href^='#entry-']").first.click()
        page.locator(":target").wait_for(state="visible")
        assert watched.said == []
        assert all(url.startswith("file:") for url in watched.asked)
