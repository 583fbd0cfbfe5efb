"""What the search finds cases by, the index that Pagefind makes of it, and the page in a browser."""
import contextlib
import functools
import gzip
import http.server
import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from writwatch.render import SiteError, search_index
from writwatch.render.build import build
from writwatch.render.languages import Language, languages
from writwatch.render.output import File
from writwatch.render.pages import ENGLISH, SiteLook
from writwatch.render.published import PublishedCase
from writwatch.render.search import Search, record, without_initials
from writwatch.render.search_index import Record, index_files, page
from writwatch.render.unpacked import cbor_strings
from writwatch.render.wording import Wording

from .factory import AS_OF, docket, entry, event, many, overdue, pending, proof, released
from .test_browser import CHROMIUM, Watched, launch
from .test_pages import METHOD

if TYPE_CHECKING:
    from playwright import sync_api

WORDS = [Wording()]
needs_pagefind = pytest.mark.skipif(not search_index.HAS_PAGEFIND, reason="the extra search is not installed")


def everything(of: Record) -> str:
    """All that the index would hold of a record."""
    return " ".join((of.title, of.place, of.words, of.labels, *of.meta.values()))


def saying(words: str, **more: object) -> PublishedCase:
    """A case whose one ruling says these words."""
    ruling = entry(90, 8, AS_OF.date(), words, 990001)
    return released(
        timeline=(event(ruling, "habeas_ruling", words, outcome=("granted",)),), **more,
        status=released().status._replace(proof=proof(ruling, words)),
        dockets=(docket(990001, "mnd", "0:26-cv-00123", (ruling,)),))


def test_a_protected_case_is_found_by_court_and_number() -> None:
    """Is its title court and number, with judge, topic, status and the court's words beside it?"""
    made = record(released(), WORDS)
    assert made.title == "D. Minn. 0:26-cv-00123"
    for known in ("District of Minnesota", "26-cv-00123", "Wren Halloway", "Relief granted", "Detention",
                  "Respondents shall release Petitioner"):
        assert known in everything(made)
    assert "Secretary of Homeland Security" not in everything(made)


def test_a_public_case_is_found_by_title_and_parties() -> None:
    """Are the names there where they are public, and every docket's court, number and judge?"""
    made = record(pending(), WORDS)
    assert made.title == "Harbor Light Legal Aid v. Department of Homeland Security"
    for known in ("Harbor Light Legal Aid", "1st Cir. 26-1333", "D. Mass. 1:26-cv-10444", "Otis Farrow-Lindqvist"):
        assert known in everything(made)


@pytest.mark.parametrize(("words", "left"), [
    ("filed by M.C.P.", "filed by …"), ("filed by M. C. P. today", "filed by … today"),
    ("by J.O.P.(2), and", "by … , and"), ("by Ñ.Ö.", "by …"),
    ("8 U.S.C. 1226 and the U.S. Marshal", "8 U.S.C. 1226 and the U.S. Marshal"),
    ("granted. Signed", "granted. Signed"), ("No. 1 of A", "No. 1 of A")])
def test_initials_are_no_key(words: str, left: str) -> None:
    """Are initials taken out of quotes, however they are written, and nothing else?"""
    assert without_initials(released(), words) == left
    assert "M.C.P." not in everything(record(saying(words), WORDS))


def test_a_court_given_name_is_no_key() -> None:
    """Is a protected party's pseudonym taken out too, while a public case keeps the court's words?"""
    parties = (released().dockets[0].parties[0]._replace(name="Doe 1"),)
    case = saying("ORDER granting the petition of Doe 1")
    hidden = case._replace(dockets=(case.dockets[0]._replace(parties=parties),))
    assert "Doe" not in everything(record(hidden, WORDS))
    assert "J.O.P." in everything(record(saying("petition of J.O.P.", policy="public"), WORDS))


def test_labels_are_in_every_language_of_the_site(tmp_path: Path) -> None:
    """Is a status found by its name in each language, and shown in none?"""
    (tmp_path / "es.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Relief granted"\nmsgstr "Concedida"\n',
        encoding="utf-8")
    spoken = [Wording(each.translations.gettext) for each in languages("en", ("en", "es"), [tmp_path])]
    made = record(released(), spoken)
    assert made.labels.startswith("Relief granted. Detention. Individual detention. Concedida")


def test_the_pages_that_pagefind_reads_are_escaped() -> None:
    """Can a docket's words be no markup, and no attribute?"""
    html = page(Record("cases/a.html", "<b>", "'\"", "<script>alert(1)</script>", "", {"at": '" x="'}))
    assert "<script>" not in html
    assert "&lt;b&gt;" in html
    assert '" x="' not in html


def made_of(cases: list[PublishedCase]) -> dict[str, bytes]:
    search = Search([ENGLISH])
    for case in cases:
        assert list(search.case(case)) == []
    return {file.path: file.content for file in search.whole() if isinstance(file.content, bytes)}


def fragments(files: dict[str, bytes]) -> list[dict[str, object]]:
    """What the index keeps of each case, as its pages are shown it."""
    texts = (gzip.decompress(content) for path, content in files.items() if path.endswith(".pf_fragment"))
    return [json.loads(text.removeprefix(b"pagefind_dcd")) for text in texts]


@needs_pagefind
def test_an_index_is_small_and_the_same_every_time() -> None:
    """Same cases, same bytes, whatever their order; a file a case, and no program that the page does not need?"""
    cases = [released(), pending(), overdue(), *many(40)]
    files = made_of(cases)
    assert files == made_of(cases[::-1])
    assert len(fragments(files)) == len(cases)
    assert {path.rpartition(".")[2] for path in files} == {
        "js", "json", "pagefind", "pf_meta", "pf_index", "pf_fragment"}
    assert sum(map(len, files.values())) < 300_000


@needs_pagefind
def test_words_of_neighbours_stay_apart() -> None:
    """A title that ends in a word, a place that begins with one: does the index hold each, and nothing run together?"""
    values = ("Quill v. WOLF", "Elm Dale. Judge Ann Tolliver", "ORDER granting DALE", "Open. Detention", "Iowa")
    made = index_files([Record("cases/a.html", *values[:4], {"at": values[4]})])
    words = {word for file in made if "/index/" in file.path and isinstance(file.content, bytes)
             for word in cbor_strings(gzip.decompress(file.content).removeprefix(b"pagefind_dcd"))}
    assert {"wolf", "elm", "dale", "tolliv", "detent", "iowa"} <= words
    parts = {word.lower() for value in values for word in re.findall(r"\w+", value)}
    assert [word for word in words if not any(part.startswith(word) for part in parts)] == []


@needs_pagefind
def test_what_the_index_keeps_holds_no_initials() -> None:
    """In every file that a scan can read: is there no initial of anybody protected?"""
    told = json.dumps(fragments(made_of([released(), overdue(), pending()])))
    assert "M.C.P." not in told
    assert "R.T.A." not in told
    assert "Harbor Light" in told


@needs_pagefind
def test_no_case_makes_no_index() -> None:
    """Before the first case: is nothing written, and nothing wrong?"""
    assert fragments(made_of([])) == []


@needs_pagefind
def test_a_failing_program_is_a_mistake_one_can_mend(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Does a Pagefind that ends badly stop the build with a sentence?"""
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\nexit 7\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(broken))
    with pytest.raises(SiteError, match="Pagefind ended with 7"):
        made_of([released()])


def test_without_the_extra_there_is_no_index(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Is the site whole, its search page saying what to use instead?"""
    monkeypatch.setattr(search_index, "HAS_PAGEFIND", False)
    monkeypatch.setattr("writwatch.render.about_pages.HAS_PAGEFIND", False)
    assert list(index_files([record(released(), WORDS)])) == []
    build([released()], SiteLook(), tmp_path / "public", AS_OF, method=METHOD, outputs=[Search([ENGLISH])])
    assert not (tmp_path / "public" / "pagefind").exists()
    assert "data-index" not in (tmp_path / "public" / "search.html").read_text(encoding="utf-8")


# In a browser.


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site in two languages with its index, served from a sub-path under the policy that hosts send."""
    root = tmp_path_factory.mktemp("search")
    spoken = (ENGLISH, Language("es", "Español", ENGLISH.translations))
    build([released(), pending(), overdue(), *many(60)], SiteLook(fictional=True), root / "a path" / "public", AS_OF,
          method=METHOD, languages=spoken, outputs=[Search(spoken)])

    class Host(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

        def copyfile(self, source: object, outputfile: object) -> None:
            with contextlib.suppress(BrokenPipeError):
                super().copyfile(source, outputfile)  # pyright: ignore[reportArgumentType]

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=root))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/a%20path/public"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM:
        pytest.skip("no Chromium: apt-get install chromium, or name one in WRITWATCH_CHROMIUM")
    with playwright.sync_playwright() as made:
        chromium = launch(made.chromium)
        yield chromium
        chromium.close()


@needs_pagefind
@pytest.mark.browser
@pytest.mark.parametrize(("query", "found"), [
    ("26-cv-00123", ["cases/mnd-0-26-cv-00123.html"]), ("harbor light", ["cases/harbor-light-v-dhs.html"]),
    ("oversight", ["cases/harbor-light-v-dhs.html"]), ('"bond hearing"', ["cases/txsd-4-26-cv-00777.html"]),
    ("M.C.P.", []), ("R.T.A.", [])])
def test_a_case_is_found(browser: "sync_api.Browser", address: str, query: str, found: list[str]) -> None:
    """Typed by keyboard alone: is the case found, its link leading to its page, and never by initials?"""
    with Watched(browser, 360) as watched:
        page = watched.page
        page.goto(f"{address}/search.html")
        page.locator("form.search").wait_for(state="visible")
        page.keyboard.type(query)
        # On a busy machine the list of the first letters is drawn, and replaced: its link would not stay.
        page.wait_for_function("of => new URL(location.href).searchParams.get('q') === of", arg=query)
        page.wait_for_timeout(500)
        page.locator("#found:not(:empty)").wait_for()
        links = [link.get_attribute("href") for link in page.locator("#results a").all()]
        assert links == found
        if found:
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            page.wait_for_url(f"{address}/{found[0]}")
            page.go_back()
            page.locator("#results a").first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert watched.said == []
        assert {url for url in watched.asked if not url.startswith((address, "blob:"))} == set()


MOVED = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) sum += each.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 300);
})"""


@needs_pagefind
@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_the_search_is_ready(browser: "sync_api.Browser", address: str, width: int) -> None:
    """Is the room of the form free from the start, so that what stands below it stays where it was?"""
    with Watched(browser, width) as watched:
        page = watched.page
        page.goto(f"{address}/search.html", wait_until="commit")
        page.locator("form.search").wait_for(state="visible")
        assert page.evaluate(MOVED) < 0.002  # what is left are the letters of a font that comes
        assert watched.said == []


@needs_pagefind
@pytest.mark.browser
def test_results_are_told_and_go_on(browser: "sync_api.Browser", address: str) -> None:
    """From the address bar, in the second language: how many, their status, and the next twenty with the focus?"""
    with Watched(browser) as watched:
        page = watched.page
        page.goto(f"{address}/es/search.html?q=halloway")
        page.locator("#results li").nth(0).wait_for()
        said = page.locator("#found").inner_text()
        assert page.locator("#found").get_attribute("aria-live") == "polite"
        count = int(said.split()[0])
        shown = page.locator("#results li").count()
        assert shown == min(count, 20)
        assert page.locator("#results .under").first.inner_text()
        assert page.locator("#results a").first.get_attribute("href").startswith("cases/")  # pyright: ignore[reportOptionalMemberAccess]
        page.goto(f"{address}/es/search.html?q=detention")
        page.locator("#more").wait_for(state="visible")
        page.locator("#more").click()
        page.locator("#results li").nth(20).wait_for()
        assert page.evaluate(
            "document.activeElement === document.querySelectorAll('#results li')[20].querySelector('a')")
        assert watched.said == []


@needs_pagefind
@pytest.mark.browser
def test_the_page_from_a_disk_or_without_scripts(browser: "sync_api.Browser", address: str, tmp_path: Path) -> None:
    """Where no search can run: are the lists there, no empty form, and no word on the console?"""
    build([released()], SiteLook(), tmp_path / "public", AS_OF, method=METHOD, outputs=[Search([ENGLISH])])
    for place, script in (((tmp_path / "public" / "search.html").as_uri(), True), (f"{address}/search.html", False)):
        with Watched(browser, script=script) as watched:
            watched.page.goto(place)
            assert not watched.page.locator("form.search").is_visible()
            assert watched.page.locator("#unable").is_visible()
            assert watched.page.locator("main a", has_text="All cases").is_visible()
            assert watched.said == []


def test_an_output_writes_nothing_before_it_has_seen_all() -> None:
    """Is the index handed what every case is found by, in the order of the addresses?"""
    seen: list[str] = []

    def note(records: object) -> list[File]:
        seen.extend(each.path for each in records)  # pyright: ignore[reportGeneralTypeIssues]
        return [File("pagefind/x", b"")]

    search = Search([ENGLISH], note)
    for case in (released(), overdue(), pending()):
        list(search.case(case))
    assert seen == []
    assert [file.path for file in search.whole()] == ["pagefind/x"]
    assert seen == sorted(seen)
    assert len(seen) == 3


@needs_pagefind
def test_cases_without_a_word_can_be_found() -> None:
    """A first fetch may bring dockets whose entries say nothing yet: is there an index all the same?"""
    silent = Record("cases/mnd-0-26-cv-00123.html", "D. Minn. 0:26-cv-00123", "", "", "", {})
    assert any(file.path.endswith(".pf_fragment") for file in index_files([silent]))
