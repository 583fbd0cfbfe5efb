"""The list of all cases and the map in a browser: does a filter find, stay in the address, and speak to everybody?

Needs Chromium, as test_browser.py does; opened from a disk, where scripts may ask nothing of a server.
"""
import re
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from writwatch.render import PACKAGED
from writwatch.render.list_data import rows_script
from writwatch.render.overview import LISTS, Overview, Row
from writwatch.render.place_pages import place_pages

from .factory import many, overdue, pending, released
from .test_browser import Watched, browser, sync_api
from .test_pages import overview, pages

pytestmark = [pytest.mark.browser, pytest.mark.thorough]
__all__ = ["browser"]

CASES = 450


@pytest.fixture(scope="module")
def told() -> Overview:
    return overview(released(), pending(), overdue(), *many(CASES - 3, entries=2))


@pytest.fixture(scope="module")
def site(told: Overview, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The front, the lists and the places of 450 cases, as the address of a folder."""
    out = tmp_path_factory.mktemp("lists") / "a sub path"
    shutil.copytree(PACKAGED / "static", out / "static")
    made = pages(fictional=True)
    for page in (made.front(told), *made.listing(LISTS[0], told), *place_pages(made, told)):
        (out / page.path).parent.mkdir(parents=True, exist_ok=True)
        (out / page.path).write_text(page.html, encoding="utf-8")
    (out / "data").mkdir()
    (out / "data" / "rows.js").write_text(rows_script(told.rows()), encoding="utf-8")
    return out.as_uri()


@pytest.fixture(params=[360, 1280])
def watched(browser: "sync_api.Browser", site: str, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """The list of all cases, on a phone and on a desk; nothing may be said on the console."""
    with Watched(browser, request.param) as each:
        each.page.goto(f"{site}/lists/all.html")
        yield each
        assert each.said == []


def number(watched: Watched) -> int:
    """How many cases are said to fit."""
    return int(re.findall(r"^([\d,]+) of 450 cases$", watched.page.locator("#count").inner_text())[0].replace(",", ""))


def until(page: "sync_api.Page", expression: str) -> None:
    """Wait until this is true; the pages' policy forbids Playwright's own way of waiting for it."""
    for _ in range(400):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(25)
    pytest.fail(f"never came true: {expression}")


def wait_for(watched: Watched, cases: int) -> None:
    until(watched.page, f"document.getElementById('count').textContent === '{cases} of 450 cases'")


def wait_for_rows(watched: Watched, rows: int) -> None:
    until(watched.page, f"document.querySelectorAll('table.cases tbody tr').length === {rows}")


def test_the_rows_are_fetched_when_somebody_reaches_for_them(watched: Watched) -> None:
    """Is nothing loaded for those who only read, and all of it at the first touch?"""
    assert not [url for url in watched.asked if url.endswith("rows.js")]
    assert number(watched) == CASES
    watched.page.locator("[name=text]").focus()
    until(watched.page, "window.writwatchRows !== undefined")
    assert watched.page.locator("table.cases tbody tr").count() == 200


@pytest.mark.parametrize(("field", "value", "holds"), [
    ("status", "relief_denied", lambda row: row.status == "relief_denied"),
    ("court", "txsd", lambda row: row.court_id == "txsd"),
    ("state", "TX", lambda row: row.state == "TX"),
    ("topic", "children", lambda row: row.topic == "children"),
    ("year", "2025", lambda row: row.filed.year == 2025),
    ("compliance", "no_report_seen", lambda row: "no_report_seen" in row.axes),
    ("interim", "no_transfer_order", lambda row: "tro no_transfer_order" in row.axes),
])
def test_each_filter_finds_what_it_says(
    watched: Watched, told: Overview, field: str, value: str, holds: Callable[[Row], bool]
) -> None:
    """Are they as many as there are, the first of them shown, and the address one that finds them again?"""
    page, fits = watched.page, [row for row in told.rows() if holds(row)]
    if page.locator(f"details:not([open]) [name={field}]").count():
        page.locator(".filters summary").click()
    page.locator(f"[name={field}]").select_option(value)
    wait_for(watched, len(fits))
    assert page.locator("table.cases tbody a").first.inner_text() == fits[0].title
    until(page, "location.hash !== ''")
    assert page.url.endswith(f"#{field}={value}")
    page.reload()
    wait_for(watched, len(fits))
    assert page.locator(f"[name={field}]").input_value() == value


def test_a_case_is_found_by_judge_and_month(watched: Watched, told: Overview) -> None:
    """By part of a judge's name and the month of filing together?"""
    page = watched.page
    page.locator("[name=judge]").fill("farrow-l")
    page.locator(".filters summary").click()
    page.locator("[name=month]").select_option("March")
    fits = [row for row in told.rows() if "Farrow-L" in row.judge and row.month.endswith("-03")]
    wait_for(watched, len(fits))
    assert 0 < len(fits) < 60


@pytest.mark.parametrize(("typed", "slug"), [
    ("harbor LIGHT", "harbor-light-v-dhs"), ("26-cv-10444", "harbor-light-v-dhs"), ("26-cv-123", "mnd-0-26-cv-00123"),
    ("4:26-cv-00777 texas", "txsd-4-26-cv-00777"),
])
def test_words_find_a_case(watched: Watched, typed: str, slug: str) -> None:
    """By its title, its number with or without zeros, its court, in any order?"""
    watched.page.locator("[name=text]").fill(typed)
    until(watched.page, "document.getElementById('count').textContent.match(/^[1-9] of 450 cases$/)")
    assert watched.page.locator(f"table.cases tbody a[href='../cases/{slug}.html']").count() == 1


@pytest.mark.parametrize("typed", ["m.c.p.", "m.c.p. v. secretary", "R.T.A."])
def test_nobody_is_found_by_initials(watched: Watched, typed: str) -> None:
    """Are the titles of protected cases shown, and never a key to search by?"""
    watched.page.locator("[name=text]").fill(typed)
    wait_for(watched, 0)
    assert watched.page.locator("table.cases caption").inner_text() == "No case fits. Take a filter away."


@pytest.mark.parametrize(("order", "key"), [
    ("filed", lambda row: (-row.filed.toordinal(),)), ("oldest", lambda row: (row.filed.toordinal(),)),
    ("since", lambda row: (-row.since.toordinal(),)), ("court", lambda row: (row.court_id,)),
])
def test_the_list_can_be_sorted(watched: Watched, told: Overview, order: str, key: Callable[[Row], Any]) -> None:
    """Is the order that of all cases, not of those that were shown?"""
    page = watched.page
    page.locator("[name=sort]").select_option(order)
    until(page, "location.hash !== ''")
    wait_for_rows(watched, 200)
    slug = re.compile(r"/([^/]+)\.html$")
    shown = page.eval_on_selector_all("table.cases tbody a", "all => all.map(each => each.getAttribute('href'))")
    known = {row.slug: key(row) for row in told.rows()}
    keys = [known[slug.findall(href)[0]] for href in shown]
    assert keys == sorted(known.values())[:200]


def test_a_row_looks_as_it_did_without_the_script(watched: Watched) -> None:
    """Filtered by nothing: is every row the one that the server sent, to the letter?"""
    page, rows = watched.page, "document.querySelector('table.cases tbody').innerHTML.replace(/>\\s+</g, '><').trim()"
    before = page.evaluate(rows)
    page.locator("[name=sort]").select_option("oldest")
    until(page, "location.hash !== ''")
    page.locator("[type=reset]").click()
    until(page, "location.hash === ''")
    wait_for_rows(watched, 200)
    assert page.evaluate(rows) == before


def test_more_rows_by_the_keyboard(watched: Watched) -> None:
    """Do they come a part at a time, and does the focus go to the first new one?"""
    page = watched.page
    page.locator("[name=text]").press("x")
    page.locator("[name=text]").fill("")
    wait_for(watched, CASES)
    wait_for_rows(watched, 200)
    page.locator("#more").press("Enter")
    assert page.locator("table.cases tbody tr").count() == 400
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 201
    page.locator("#more").press("Enter")
    assert page.locator("table.cases tbody tr").count() == CASES
    assert not page.locator("#more").is_visible()
    assert page.locator("table.cases caption").inner_text() == "Cases 1 to 450 of 450"


def test_the_skip_link_leaves_the_filter_alone(watched: Watched, told: Overview) -> None:
    """Is a place in the page no filter?"""
    watched.page.locator("[name=court]").select_option("txsd")
    wait_for(watched, sum(1 for row in told.rows() if row.court_id == "txsd"))
    found = number(watched)
    watched.page.evaluate("location.hash = 'main'")
    watched.page.wait_for_timeout(100)
    assert number(watched) == found
    assert watched.page.locator("[name=court]").input_value() == "txsd"


@pytest.mark.parametrize("asked", ["#status=", "#court=nowhere", "#text=%3Cscript%3E", "#sort=bogus", "#__proto__=x"])
def test_an_address_can_ask_for_anything(browser: "sync_api.Browser", site: str, asked: str) -> None:
    """Does nonsense in the address break nothing?"""
    with Watched(browser) as watched:
        watched.page.goto(f"{site}/lists/all.html{asked}")
        until(watched.page, "/^[0-9,]+ of 450 cases$/.test(document.getElementById('count').textContent)")
        assert watched.said == []


def test_without_scripts_the_list_says_where_to_look(browser: "sync_api.Browser", site: str) -> None:
    """With JavaScript off: no dead form, a sentence, and a way to a court's cases?"""
    with Watched(browser, 360, script=False) as watched:
        page = watched.page
        page.goto(f"{site}/lists/all.html")
        assert not page.locator("#filters").is_visible()
        assert page.locator("table.cases tbody tr").count() == 200
        page.locator(".notice a", has_text="court").click()
        page.locator(".tiles a[href$='txsd.html']").click()
        assert page.locator("h1").inner_text() == "Southern District of Texas"
        assert page.locator("table.cases tbody tr").count() > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_can_be_read_on_a_phone(browser: "sync_api.Browser", site: str, scheme: str) -> None:
    """At 360: is every tile large enough to touch, none wider than its words need, each with its colour?"""
    with Watched(browser, 360, scheme) as watched:
        page = watched.page
        page.goto(f"{site}/index.html")
        boxes = page.evaluate(
            "[...document.querySelectorAll('.tiles a')].map(a => [a.clientWidth, a.clientHeight, a.scrollWidth])")
        assert len(boxes) == 94
        assert all(width >= 24 and height >= 24 for width, height, _ in boxes)
        assert all(inner <= width for width, _, inner in boxes)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        steps = page.evaluate(
            "[...document.querySelectorAll('.legend i')].map(each => getComputedStyle(each).backgroundColor)")
        assert len(set(steps)) == len(steps) > 3


def test_the_map_by_the_keyboard(browser: "sync_api.Browser", site: str) -> None:
    """Does Tab go from tile to tile, in the order in which they are read, and Enter to the court?"""
    with Watched(browser) as watched:
        page = watched.page
        page.goto(f"{site}/index.html")
        page.locator(".tiles a").first.focus()
        seen = []
        for _ in range(5):
            seen.append(" ".join(page.locator(":focus").inner_text().split()))
            page.keyboard.press("Tab")
        assert [each.rpartition(" ")[0].removesuffix(" 0").split(" ")[1] for each in seen][:2] == ["Alaska", "Vt."]
        page.keyboard.press("Enter")
        page.wait_for_url("**/courts/*.html")


@pytest.mark.parametrize(("page", "width"), [
    ("lists/all.html", 360), ("lists/all.html", 1280), ("courts/txsd.html", 360), ("courts/index.html", 360),
    ("judges/index.html", 360), ("judges/selma-rostad.html", 360), ("index.html", 360), ("index.html", 1280),
    ("states/index.html", 360), ("states/tx.html", 360), ("months/index.html", 1280), ("months/2026-01.html", 360),
])
def test_axe_finds_nothing_in_lists_and_places(browser: "sync_api.Browser", site: str, page: str, width: int) -> None:
    """Folded parts open: does axe-core name any fault of accessibility, contrast too?"""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    with Watched(browser, width) as watched:
        watched.page.goto(f"{site}/{page}")
        watched.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert watched.page.evaluate("document.documentElement.scrollWidth") <= width
        found = axe.Axe().run(watched.page).response["violations"]
        assert [(fault["id"], [node["html"][:200] for node in fault["nodes"][:3]]) for fault in found] == []


@pytest.mark.parametrize("measure", ["decided", "granted", "orders_due", "due_silent"])
@pytest.mark.parametrize("index", ["courts/mnd", "judges/wren-halloway"])
def test_a_number_of_a_table_leads_to_as_many_cases(
    browser: "sync_api.Browser", site: str, index: str, measure: str
) -> None:
    """From the page of a court or a judge: does the list show as many as the number says, of that judge alone?"""
    with Watched(browser) as each:
        each.page.goto(f"{site}/{index}.html")
        link = each.page.locator(f"td[data-measure={measure}] a")
        said = int(link.inner_text())
        link.click()
        each.page.locator("#count").wait_for(state="attached")
        until(each.page, f"document.getElementById('count').textContent.startsWith('{said} of ')")
        assert number(each) == said
        assert each.said == []
