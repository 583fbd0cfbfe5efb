"""The site on disk: whole or not at all, the same bytes for the same input, no link that leads nowhere."""
import csv
import datetime as dt
import gzip
import hashlib
import os
import re
import signal
import subprocess
import sys
import tracemalloc
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from writwatch.fetch.keep import _only
from writwatch.render import SiteError
from writwatch.render import build as building
from writwatch.render.alone import alone
from writwatch.render.append import append_table
from writwatch.render.build import MARKER, BuildReport, build
from writwatch.render.pages import POLICY, SiteLook
from writwatch.render.published import PublishedCase

from .factory import AS_OF, many, overdue, pending, released
from .test_pages import METHOD

LOOK = SiteLook(fictional=True, contact="desk@example.org")


def make(out: Path, *cases: PublishedCase, look: SiteLook = LOOK) -> BuildReport:
    return build(cases or (released(), pending(), overdue()), look, out, AS_OF, method=METHOD)


def hashes(folder: Path) -> dict[str, str]:
    """Every file beneath a folder and what it holds."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


class Links(HTMLParser):
    """Collects what a page links to and what may be linked to in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.fields: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.targets += [value for name, value in attrs if name in ("href", "src") and value]
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.fields.update(value for name, value in attrs if tag in ("input", "select") and name == "name" and value)


def broken_links(site: Path) -> list[str]:
    """Links that lead to no file or to no place in it, ids that are there twice, files nothing leads to."""
    pages = {file: Links(file.read_text(encoding="utf-8")) for file in site.rglob("*.html")}
    wrong = [f"{file}: id twice" for file, links in pages.items() if len(set(links.ids)) < len(links.ids)]
    reached = {site / "index.html", site / "404.html"}
    for file, links in pages.items():
        for target in links.targets:
            url = urlsplit(target)
            if url.scheme:
                continue
            goal = (file.parent / unquote(url.path)).resolve() if url.path else file
            reached.add(goal)
            if not goal.is_file() or (url.fragment and not leads_on(url.fragment, pages[goal])):
                wrong.append(f"{file}: {target}")
    return wrong + [f"{file}: nothing leads here" for file in pages if file not in reached]


def leads_on(fragment: str, goal: Links) -> bool:
    """Whether a page has the place, or, where the fragment sets filters, a field for each of them."""
    asked = parse_qs(fragment) if "=" in fragment else {}
    return fragment in goal.ids or (bool(asked) and asked.keys() <= goal.fields)


def test_the_site_is_whole(tmp_path: Path) -> None:
    """Is every page there, with its style, its fonts and their licence, and what a host reads?"""
    report = make(tmp_path / "public")
    files = hashes(tmp_path / "public")
    for name in ("index.html", "404.html", "method.html", "robots.txt", "_headers", "cases/harbor-light-v-dhs.html",
                 "lists/all.html", "lists/status-open-pending.html", "topics/detention.html", "static/site.css",
                 "static/favicon.svg", "static/fonts/OFL.txt", "static/fonts/public-sans.woff2", MARKER):
        assert name in files
    assert report.pages == sum(name.endswith(".html") for name in files)
    assert report.bytes == sum((tmp_path / "public" / name).stat().st_size for name in files if name != MARKER)


def test_no_link_leads_nowhere(tmp_path: Path) -> None:
    """Over a small site: is each link to a file and each anchor there?"""
    make(tmp_path / "public")
    assert broken_links(tmp_path / "public") == []


def test_two_builds_are_identical(tmp_path: Path) -> None:
    """Same input, same bytes?"""
    make(tmp_path / "one")
    make(tmp_path / "two")
    make(tmp_path / "two")
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")


def test_nothing_is_left_beside_the_site(tmp_path: Path) -> None:
    """Do builds clean up after themselves, and do files have ordinary modes?"""
    make(tmp_path / "public")
    make(tmp_path / "public")
    assert [each.name for each in tmp_path.iterdir()] == ["public"]
    mask = os.umask(0)
    os.umask(mask)
    for each in (tmp_path / "public").rglob("*"):
        assert each.stat().st_mode & 0o777 == (0o777 if each.is_dir() else 0o666) & ~mask, each


def test_headers_hold_the_policy(tmp_path: Path) -> None:
    """Does the host send what the pages say?"""
    make(tmp_path / "public")
    headers = (tmp_path / "public" / "_headers").read_text()
    assert f"Content-Security-Policy: {POLICY}; frame-ancestors 'none'" in headers
    assert set(re.findall("'unsafe[^']*'|'wasm-unsafe[^']*'", POLICY)) == {"'wasm-unsafe-eval'"}  # the search


def test_fonts_and_style_are_light(tmp_path: Path) -> None:
    """Are fonts and style sheets small, what a case loads smallest of all, and do they ask no other host?"""
    make(tmp_path / "public")
    static = tmp_path / "public" / "static"
    assert sum(font.stat().st_size for font in static.rglob("*.woff2")) <= 23_000
    for name, limit in (("site.css", 4_000), ("lists.css", 4_000), ("embed.css", 2_000)):
        css = (static / name).read_text()
        assert len(gzip.compress(css.encode())) < limit, name
        assert "//" not in re.sub(r"/\*.*?\*/", "", css, flags=re.S)
        assert "@import" not in css


def test_a_sitemap_where_the_address_is_known(tmp_path: Path) -> None:
    """Are protected cases left out of the sitemap, and does the 404 page work at any depth?"""
    make(tmp_path / "public", look=LOOK._replace(base_url="https://example.org/tracker/"))
    places = [url.findtext("{*}loc") for url in ET.parse(tmp_path / "public" / "sitemap.xml").getroot()]
    assert "https://example.org/tracker/cases/harbor-light-v-dhs.html" in places
    assert not any(place and "mnd-0-26" in place for place in places)
    assert "Sitemap: https://example.org/tracker/sitemap.xml" in (tmp_path / "public" / "robots.txt").read_text()
    assert 'href="/tracker/static/site.css"' in (tmp_path / "public" / "404.html").read_text()


def test_an_editor_changes_templates_style_and_accent(tmp_path: Path) -> None:
    """Can a newsroom put its own file in the place of any of ours?"""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "404.html").write_text("gone: {{ look.name }}")
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "favicon.svg").write_text("<svg/>")
    look = LOOK._replace(accent="#112233", accent_dark="#ddeeff", name="Harbor Desk")
    build([], look, tmp_path / "public", AS_OF, templates=[tmp_path / "templates"], static=[tmp_path / "static"])
    assert (tmp_path / "public" / "404.html").read_text() == "gone: Harbor Desk"
    assert (tmp_path / "public" / "static" / "favicon.svg").read_text() == "<svg/>"
    assert "--accent: #112233" in (tmp_path / "public" / "static" / "site.css").read_text()


@pytest.mark.parametrize("slug", ["", "../x", "A-B", "a b", "a/b", "-a", "x" * 200, "a.html", "é"])
def test_unfit_slugs_are_refused(tmp_path: Path, slug: str) -> None:
    """Can a slug write outside its folder?"""
    with pytest.raises(SiteError, match="cannot have a page"):
        make(tmp_path / "public", released(slug=slug))


def test_a_slug_given_twice_is_refused(tmp_path: Path) -> None:
    """Can one case overwrite another's page?"""
    with pytest.raises(SiteError, match="Two cases are called 'mnd-0-26-cv-00123'"):
        make(tmp_path / "public", released(), released())


@pytest.mark.parametrize("colour", ["red", "#12345", "#123456;}", "url(x)"])
def test_unfit_colours_are_refused(tmp_path: Path, colour: str) -> None:
    """Can the accent carry anything but a colour?"""
    with pytest.raises(SiteError, match="#rrggbb"):
        make(tmp_path / "public", look=LOOK._replace(accent=colour))


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    """Is a folder without our marker ever removed or replaced?"""
    strange = tmp_path / "public"
    strange.mkdir()
    (strange / "thesis.txt").write_text("years of work")
    with pytest.raises(SiteError, match="holds files that no build wrote"):
        make(strange)
    assert (strange / "thesis.txt").read_text() == "years of work"
    (tmp_path / ".other.new").mkdir()
    (tmp_path / ".other.new" / "thesis.txt").write_text("more of it")
    with pytest.raises(SiteError, match="stands in the way"):
        make(tmp_path / "other")
    assert (tmp_path / ".other.new" / "thesis.txt").exists()


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """Can one make the folder first?"""
    (tmp_path / "public").mkdir()
    assert make(tmp_path / "public").pages > 30


def test_a_failed_build_leaves_the_old_site(tmp_path: Path) -> None:
    """A case that cannot be had, after pages were written: is anything changed, is anything left over?"""
    def broken() -> Iterator[PublishedCase]:
        yield released(slug="new-case")
        raise OSError("the disk is gone")

    make(tmp_path / "public")
    before = hashes(tmp_path / "public")
    with pytest.raises(OSError, match="the disk is gone"):
        build(broken(), LOOK, tmp_path / "public", AS_OF)
    assert hashes(tmp_path / "public") == before
    assert [each.name for each in tmp_path.iterdir()] == ["public"]


def test_a_failed_swap_puts_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the second rename fails, does the old site return at once?"""
    make(tmp_path / "public")
    before = hashes(tmp_path / "public")
    rename = Path.rename

    def once(self: Path, target: Path) -> Path:
        if self.name == ".public.new":
            raise OSError("no")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", once)
    with pytest.raises(OSError, match="no"):
        make(tmp_path / "public", pending())
    assert hashes(tmp_path / "public") == before
    assert [each.name for each in tmp_path.iterdir()] == ["public"]


KILLED = """
import os, signal, sys
from pathlib import Path
from writwatch.render import build as building
from writwatch.render.pages import SiteLook
import datetime as dt

out, moment = Path(sys.argv[1]), sys.argv[2]

def die():
    os.kill(os.getpid(), signal.SIGKILL)

rename = Path.rename
def dying(self, target):
    made = rename(self, target)
    if moment == "between" and self == out or moment == "after" and self.name == ".public.new":
        die()
    return made
Path.rename = dying

def cases():
    if moment == "writing":
        die()
    yield from ()

building.build(cases(), SiteLook(name="The new one"), out, dt.datetime(2026, 4, 10, tzinfo=dt.UTC))
"""


@pytest.mark.parametrize(("moment", "stands"), [("writing", "old"), ("between", "nothing"), ("after", "new")])
def test_a_killed_build_is_mended_by_the_next(tmp_path: Path, moment: str, stands: str) -> None:
    """Killed while writing, between the two renames, after them: what stands, and what does the next build find?"""
    out = tmp_path / "public"
    make(out)
    before = hashes(out)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(out), moment], check=False)
    assert killed.returncode == -signal.SIGKILL
    if stands == "old":
        assert hashes(out) == before
    elif stands == "nothing":
        assert not out.exists()
        with building._only_build(out):
            building._recover(out)
        assert hashes(out) == before
    else:
        assert "The new one" in (out / "index.html").read_text()
    make(out)
    assert hashes(out) == before
    assert [each.name for each in tmp_path.iterdir()] == ["public"]


def test_two_builds_at_once(tmp_path: Path) -> None:
    """Does a second build say so and keep its hands off?"""
    with building._only_build(tmp_path / "public"), pytest.raises(SiteError, match="Another build"):
        make(tmp_path / "public")
    assert make(tmp_path / "public").pages


def test_a_build_holds_up_nothing_else(tmp_path: Path) -> None:
    """In the layout of `init`, where pages, database and tracker stand in one folder: do a save of the state and an
    addition to a file wait for no build, does no build wait for them, and is nothing of a lock left?"""
    out, file, said = tmp_path / "public", tmp_path / "found.toml", ("table", {"a": 1})
    with building._only_build(out), _only(tmp_path / "dockets.db"):
        append_table(tmp_path, file, "[table]\na = 1\n", lambda whole: said in whole.items(), "")
        with building._only_build(tmp_path / "other"):
            pass
    with _only(tmp_path / "dockets.db"):
        make(out)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["found.toml", "public"]


def test_one_addition_at_a_time(tmp_path: Path) -> None:
    """Do many that wait for one place get it one after the other, none beside another?"""
    inside: list[int] = []

    def hold(number: int) -> bool:
        with alone(tmp_path / "lock", wait=True):
            inside.append(number)
            found = len(inside)
            inside.remove(number)
        return found == 1

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(hold, range(200)))
    assert list(tmp_path.iterdir()) == []


def peak_memory(cases: int, out: Path) -> int:
    """Bytes at the most while a site of so many cases of 200 entries is built."""
    tracemalloc.start()
    try:
        build(many(cases, entries=200), LOOK, out, AS_OF)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
def test_memory_stays_flat(tmp_path: Path) -> None:
    """Is a case forgotten once its page is written? One of 200 entries takes about 80 kB, a row of a list 2.

    The newest entries of each court, judge and topic wait for their feeds, fifty each: that ends, a case does not.
    """
    few, more = (peak_memory(cases, tmp_path / "public") for cases in (24, 40))
    assert more - few < 16 * 32_000


@pytest.mark.soak
def test_two_thousand_cases(tmp_path: Path) -> None:
    """With 2,000 cases: is every link whole and every page light?"""
    report = build(many(2_000), LOOK, tmp_path / "public", AS_OF, method=METHOD)
    assert report.pages > 2_000
    assert broken_links(tmp_path / "public") == []
    assert (tmp_path / "public" / "index.html").stat().st_size < 60_000
    sizes = [file.stat().st_size for file in (tmp_path / "public" / "lists").glob("*.html")]
    assert max(sizes) < 250_000


def test_as_of_decides_what_is_new(tmp_path: Path) -> None:
    """Built a month later, does the front still call old rulings new?"""
    build([pending()], LOOK, tmp_path / "public", AS_OF + dt.timedelta(days=31), method=METHOD)
    front = (tmp_path / "public" / "index.html").read_text()
    assert "Nothing of weight was docketed in the last seven days" in front
    assert "0 of 2 dockets checked" in front


def test_the_tables_say_what_the_pages_say(tmp_path: Path) -> None:
    """A criminal case has no custody and no compliance on its page: has it any in its row?"""
    cases = [overdue(slug="a-petition"), overdue(slug="a-prosecution", kind="criminal", kind_reason="it is one")]
    build(cases, SiteLook(), tmp_path / "public", AS_OF)
    text = (tmp_path / "public" / "data" / "cases.csv").read_text("utf-8-sig")
    rows = {row["slug"]: row for row in csv.DictReader(text.splitlines())}
    assert rows["a-petition"]["compliance"] == "no_report_seen"
    assert rows["a-petition"]["custody"]
    assert (rows["a-prosecution"]["compliance"], rows["a-prosecution"]["custody"]) == ("", "")
