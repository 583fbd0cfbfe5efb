"""Published cases in, a folder of files out: whole or not at all.

The site is written into a sibling of `out` and swapped in by two renames: the old site steps aside, the new one takes
its place. Between the two there is an instant without a site; a build killed just then leaves the old site beside
`out`, and the next build puts it back before it does anything else. A folder is replaced or removed only if it holds
the marker that a build of ours wrote into it first.
"""
import datetime as dt
import re
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from html import escape
from itertools import chain, islice
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from . import PACKAGED, SiteError, addresses, downloads, exit_scan, measures, numbers, tables, wording
from .about_pages import NOTHING_YET, About, about_pages, health_files
from .alone import alone
from .calendars import Calendars
from .checked import Checked
from .coverage import Coverage
from .downloads import Downloads
from .embeds import Embeds
from .enforcement import NOTHING_KNOWN, Enforcement, Named
from .feeds import Feeds
from .glossary import TERMS
from .kept import Kept, seal, seal_of_all
from .languages import Language, texts
from .list_data import rows_script
from .news import News
from .news_pages import news_pages
from .number_pages import number_embeds, number_pages
from .numbers import Numbers
from .output import File, Leaves, Output
from .overview import LISTS, Overview
from .own_files import refuse_links
from .pages import ENGLISH, POLICY, MethodFacts, Page, Pages, SiteLook
from .place_pages import place_pages
from .pooled import processors
from .procedure.courts import COURTS
from .published import PublishedCase
from .redirects import Redirects
from .styles import lighter
from .topic_pages import topic_pages
from .withheld import tellable
from .writing import Apart, Packing, Several, Written, seldom_collected

MARKER: Final = ".writwatch"
_MARKER_TEXT: Final = "Built by writwatch. Every build replaces this whole folder; keep nothing of your own in it.\n"
_SEALED: Final = "Sealed: "
_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,119}")
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_SITEMAP_LIMIT: Final = 50_000
FRESH: Final = dt.timedelta(hours=24)
_FEW: Final = 100
"""Cases of which this process makes the pages itself: for fewer no other is begun."""
_TOGETHER: Final = 10
"""Cases that another process is given at a time."""
AS_BYTES: Final = Packing(msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder(PublishedCase).decode)
"""How a case travels to that process."""

HEADERS: Final = f"""/*
  Content-Security-Policy: {POLICY}; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), geolocation=(), microphone=()
/static/fonts/*
  Cache-Control: public, max-age=31536000
/data/*
  Access-Control-Allow-Origin: *
/data/cases/*
  X-Robots-Tag: noindex, noarchive
/cards/case-*
  X-Robots-Tag: noindex, noarchive
/feeds/*
  X-Robots-Tag: noindex, noarchive
  Access-Control-Allow-Origin: *
/calendars/*
  X-Robots-Tag: noindex, noarchive
"""
"""What a host sends that reads `_headers`; those of embeds and digests follow."""


Whole = Callable[[], Iterable[File | Page]]
"""What is published of all cases."""


class BuildReport(NamedTuple):
    """What was written: HTML pages, bytes of all files, and how many seconds it took."""

    pages: int
    bytes: int
    seconds: float


def build(
    cases: Iterable[PublishedCase],
    look: SiteLook,
    out: Path,
    as_of: dt.datetime,
    *,
    method: MethodFacts | None = None,
    templates: Sequence[Path] = (),
    static: Sequence[Path] = (),
    forms: exit_scan.Forms | None = None,
    languages: Sequence[Language] = (ENGLISH,),
    outputs: Sequence[Output] = (),
    about: About = NOTHING_YET,
    enforcement: Enforcement = NOTHING_KNOWN,
    processes: int | None = None,
    kept: Kept | None = None,
) -> BuildReport:
    """Write the whole site and swap it in at `out`; on any error `out` stays as it was.

    `cases` is read once and no case is kept. `forms`: what may stand in no file; whoever makes the cases fills it while
    they are read. `templates` and `static` are folders that go before the packaged ones, the first before the second:
    a file there replaces the one of the same name. `languages`: the first stands at the root of the site, each other in
    a folder of its code. `outputs`: what is published beside pages and tables. `about`: what the site says of itself;
    `enforcement`: what is known beside the dockets, of agreements, places and companies. `processes`: how many write
    pages beside this one; one for each processor unless given. `kept`: what the last build left; files of a case that
    would come out the same are taken over from `out`, and say when they were written. Without it the same input gives
    the same bytes.

    Raises SiteError where `out` is not ours to replace, a slug is unfit or given twice, another build is running, or a
    file names somebody whom a case protects.
    """
    started = time.perf_counter()
    for folder in (*templates, *static):
        refuse_links(folder)
    processes = processors() if processes is None else processes
    out = out.absolute()
    with _stage(out) as stage, seldom_collected():
        written = Written(stage, out, _built_at(out))
        _copy_static(written, look, (*static, PACKAGED / "static"))
        site = [Pages(look, as_of, method, templates, each, languages) for each in languages]
        overview = Overview(site[0].words.local(as_of).date(), as_of - FRESH, as_of)
        news, coverage, redirects = News(overview.as_of), Coverage(as_of - FRESH, about.known), Redirects()
        named = Named(enforcement)
        first = languages[0]
        downloaded = Downloads(
            look, as_of, agreements=enforcement.rows(), figures=enforcement.figure_rows(),
            facilities=enforcement.facility_rows(), coverage=Coverage(as_of - FRESH, about.known))
        linked = (downloaded, Feeds(look, as_of, first), Calendars(look, as_of, first),
                  Embeds(look, as_of, languages, templates), Checked(languages, look.timezone))
        outputs = (*linked, *outputs)
        leaves = [each.leaves for each in (*site, *outputs) if isinstance(each, Leaves)]
        leaf_paths = [each.leaf_paths for each in (*site, *outputs) if isinstance(each, Leaves)]
        slugs: set[str] = set()
        stood, seals = _seals_of(out, kept), dict[str, bytes]()
        rest = partial(_write_several, [output.whole for output in outputs])
        with Apart(
            written, partial(_of_case, [output.case for output in outputs]), lambda: downloaded.numbers.tables, rest,
            processes, alone=_FEW, size=_TOGETHER, how=AS_BYTES,
        ) as apart:
            with Several(written, partial(_of_case, leaves), processes, alone=_FEW, size=_TOGETHER,
                         how=AS_BYTES) as several:
                for case in map(tellable, map(enforcement.named, cases)):
                    _check_slug(case.slug, slugs)
                    if kept:
                        seals[case.slug] = seal(case, overview.as_of, kept.version)
                    if not (kept and stood.get(case.slug) == seals[case.slug]
                            and written.take_over(chain.from_iterable(each(case) for each in leaf_paths))):
                        several.take(case)
                    apart.take(case)
                    named.add(case)
                    news.add(overview.add(case), case)
                    coverage.add(case)
                    redirects.add(case)
            counted = Numbers(apart.told())
            whole = list[Whole]()
            for pages in site:
                whole += (
                    partial(_whole_site_pages, pages, overview, coverage, named),
                    partial(_pages_of_numbers, pages, counted, overview),
                    partial(news_pages, pages, news, overview),
                    partial(about_pages, pages, about, overview, coverage, as_of, {type(each) for each in outputs}),
                    partial(_unlisted_pages, pages, redirects),
                )
            _write_several(whole, written, processes if overview.total > _FEW else 1)
        written.file(addresses.data("rows.js"), rows_script(overview.rows()).encode())
        written.add(health_files(about.health, site[0]))
        prefixes = [pages.prefix for pages in site]
        written.add([redirects.file(look.base_url, prefixes)])
        _write_for_machines(written, look, overview, prefixes)
        if forms is not None:
            own = chain(own_words(look, method, (*templates, *static, PACKAGED)), *map(texts, languages))
            known = {path for path in written.taken if not addresses.is_case_data(path)}
            shown = chain(examples(method), enforcement.own_words(), downloaded.given())
            exit_scan.check(stage, forms, own, shown, known=known, processes=processes)
        if kept:
            (stage / MARKER).write_text(f"{_MARKER_TEXT}{_SEALED}{seal_of_all(seals)}\n")
        _swap(stage, out)
        if kept:
            kept.keep_seals(seals)
    return BuildReport(written.pages, written.bytes, time.perf_counter() - started)


def _built_at(out: Path) -> int:
    """When the site that stands was built, in nanoseconds: what is younger is no longer as we wrote it."""
    try:
        return (out / MARKER).stat().st_mtime_ns
    except OSError:
        return 0


def _seals_of(out: Path, kept: Kept | None) -> dict[str, bytes]:
    """The seals of the cases whose files stand in `out`; none where another build left them."""
    stood = kept.seals() if kept else {}
    try:
        _, found, told = (out / MARKER).read_text().partition(_SEALED)
    except (OSError, ValueError):
        return {}
    return stood if found and told.strip() == seal_of_all(stood) else {}


def _of_case(makers: Sequence[Callable[[PublishedCase], Iterable[File]]], case: PublishedCase) -> Iterator[File]:
    """What each of these makes of one case."""
    return chain.from_iterable(make(case) for make in makers)


def _write_several(works: Sequence[Whole], written: Written, processes: int) -> None:
    """What has seen every case, shared out."""
    with Several[int](written, lambda number: works[number](), processes) as several:
        for number in range(len(works)):
            several.take(number)


def _whole_site_pages(pages: Pages, overview: Overview, coverage: Coverage, named: Named) -> Iterator[Page]:
    """The pages that need to have seen every case."""
    yield pages.front(overview)
    yield from chain.from_iterable(pages.listing(listing, overview) for listing in LISTS)
    yield from topic_pages(pages, overview, named)
    yield from place_pages(pages, overview, coverage, named)
    yield pages.glossary()


def _pages_of_numbers(pages: Pages, counted: Numbers, overview: Overview) -> Iterator[File | Page]:
    yield from number_pages(pages, counted, overview)
    yield from number_embeds(pages, counted)


def _unlisted_pages(pages: Pages, redirects: Redirects) -> Iterator[File]:
    """Pages that no sitemap lists."""
    return (page.file for page in (pages.not_found(), *redirects.pages(pages)))


def _copy_static(written: Written, look: SiteLook, folders: Sequence[Path]) -> None:
    """Every static file once, from the first folder that has it; the accent colour is added to the style sheets."""
    files: dict[str, Path] = {}
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                files.setdefault(file.relative_to(folder).as_posix(), file)
    for name, file in sorted(files.items()):
        extra = _accent(look) if name in ("site.css", "embed.css") else ""
        is_style = name.endswith(".css")
        content = lighter(file.read_text(encoding="utf-8") + extra).encode() if is_style else file.read_bytes()
        written.file(f"static/{name}", content)


def _accent(look: SiteLook) -> str:
    for colour in filter(None, (look.accent, look.accent_dark)):
        if not _COLOUR.fullmatch(colour):
            raise SiteError(f"The accent colour {colour!r} is not of the form #rrggbb: mend it in config.toml.")
    light = f":root {{ --accent: {look.accent} }}\n" if look.accent else ""
    dark = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ --accent: {look.accent_dark} }} }}\n"
    return light + (dark if look.accent_dark else "")


def _check_slug(slug: str, others: set[str]) -> None:
    """Note the slug among the others."""
    if not _SLUG.fullmatch(slug):
        raise SiteError(f"The case {slug!r} cannot have a page: a slug is small letters, digits and hyphens.")
    if slug in others:
        raise SiteError(f"Two cases are called {slug!r}: rename one of their files in cases/.")
    others.add(slug)


def own_words(look: SiteLook, method: MethodFacts | None, folders: Sequence[Path]) -> Iterator[str]:
    """What the site says whatever its cases are: its templates and styles, its labels, the names of its rules."""
    for folder in folders:
        for place in chain.from_iterable(folder.rglob(f"*.{kind}") for kind in ("html", "css", "js", "svg")):
            yield place.read_text(encoding="utf-8", errors="replace")
    labels = [value for name, value in vars(wording).items() if not name.startswith("_")]
    rules = [(rule.name, rule.says) for rule in method.rules] if method else []
    statuses = [(row.status, row.when) for row in method.statuses] if method else []
    axes = dict(method.axes) if method else {}
    counted = (measures.GROUPS, measures.DURATIONS, measures.LEVELS, numbers.CHARTS)
    yield from _strings((
        *labels, counted, look, tables.TABLES, downloads.FILES, COURTS, LISTS, rules, statuses, axes, TERMS, POLICY))


def examples(method: MethodFacts | None) -> Iterator[str]:
    """The lines that show what each rule reads and leaves, invented people and all."""
    for rule in method.rules if method else ():
        yield from (rule.pattern, rule.reads, *rule.leaves)


def _strings(value: object) -> Iterator[str]:
    """Every string in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(_strings, chain(value.keys(), value.values())))
    elif isinstance(value, tuple | list | frozenset):
        yield from chain.from_iterable(map(_strings, value))


def _write_for_machines(
    written: Written, look: SiteLook, overview: Overview, prefixes: Sequence[str]
) -> None:
    written.file("_headers", (HEADERS + "".join(map(_embed_headers, prefixes))).encode())
    base = look.base_url.rstrip("/")
    sitemap = f"Sitemap: {base}/sitemap.xml\n" if base else ""
    # Pages of protected cases carry noindex themselves: a crawler has to read it, so nothing is disallowed here.
    written.file("robots.txt", f"User-agent: *\nDisallow:\n{sitemap}".encode())
    if base:
        fronts = {prefix + addresses.FRONT for prefix in prefixes}
        open_cases = (prefix + addresses.case(row.slug)
                      for row in overview.rows() if not row.protected for prefix in prefixes)
        whole = (path.removesuffix("index.html") if path in fronts else path for path in written.listed)
        places = islice(chain(whole, open_cases), _SITEMAP_LIMIT)
        urls = "".join(f"<url><loc>{escape(f'{base}/{place}')}</loc></url>\n" for place in places)
        written.file("sitemap.xml", (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n').encode())


def _embed_headers(prefix: str) -> str:
    """Embeds may stand in anybody's frame. Where rules add up, the line with "!" takes back what goes for all pages."""
    return (
        f"/{prefix}embed/*\n"
        "  ! Content-Security-Policy\n"
        f"  Content-Security-Policy: {POLICY}; frame-ancestors *\n"
        "  X-Robots-Tag: noindex, noarchive\n"
        f"/{prefix}digest/*\n"
        "  X-Robots-Tag: noindex, noarchive\n")


@contextmanager
def _stage(out: Path) -> Iterator[Path]:
    """An empty marked folder beside `out`, ours alone while it lasts and gone afterwards, whatever happened."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with _only_build(out):
        _recover(out)
        _refuse_strangers(out)
        stage = _beside(out, "new")
        stage.mkdir()
        (stage / MARKER).write_text(_MARKER_TEXT)
        try:
            yield stage
        finally:
            _recover(out)


@contextmanager
def _only_build(out: Path) -> Iterator[None]:
    """Hold the lock of this site's builds."""
    with ExitStack() as lock:
        try:
            lock.enter_context(alone(_beside(out, "lock"), wait=False))
        except BlockingIOError:
            raise SiteError(f"Another build is writing {out}: wait for it to end, then render again.") from None
        yield


def _recover(out: Path) -> None:
    """Clean up after a build, killed or not: the old site goes back where no site is, what is left over goes away."""
    old = _beside(out, "old")
    if old.exists() and not out.exists():
        old.rename(out)
    _remove(old)
    _remove(_beside(out, "new"))


def _swap(stage: Path, out: Path) -> None:
    if out.exists():
        out.rename(_beside(out, "old"))
    stage.rename(out)


def _beside(out: Path, what: str) -> Path:
    return out.with_name(f".{out.name}.{what}")


def _is_ours(folder: Path) -> bool:
    return (folder / MARKER).is_file() or not any(folder.iterdir())


def _refuse_strangers(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise SiteError(f"{out} is not a folder: name another place with --out, or move it away.")
    if out.exists() and not _is_ours(out):
        raise SiteError(f"{out} holds files that no build wrote: name another place with --out, or empty it.")


def _remove(folder: Path) -> None:
    """Remove a leftover, but only one of ours; the marker goes last, so that a kill leaves it recognisable."""
    if not folder.exists():
        return
    if not _is_ours(folder):
        raise SiteError(f"{folder} stands in the way of the build and no build wrote it: move it away.")
    for each in folder.iterdir():
        if each.name != MARKER:
            shutil.rmtree(each) if each.is_dir() else each.unlink()
    (folder / MARKER).unlink(missing_ok=True)
    folder.rmdir()
