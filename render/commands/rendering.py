"""`writwatch render`, `update`, `serve`: the pages."""
import contextlib
import datetime as dt
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ...fetch import FetchError
from ...fetch.counted import counted
from .. import SiteError
from ..options import Options, look
from ..progress import progress_bar
from ..screen import say
from .fetching import fetch_status, run_fetch
from .joined import health_of, listening, load
from .notifying import run_notify

if TYPE_CHECKING:
    from ..cases import Site
    from ..health import Health


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("public"), show_default=True)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Show what was known at the end of that day.")
@click.pass_obj
def render(options: Options, out: Path, as_of: dt.datetime | None) -> int:
    """Build the pages."""
    from ..cases import latest_day

    site = load(options)
    if as_of and as_of.date() > latest_day(site.config.timezone, dt.datetime.now(dt.UTC)):
        raise click.UsageError(f"{as_of:%Y-%m-%d} is yet to come: nobody knows what is due by then.")
    return run_render(options, site, out, as_of)


def run_render(
    options: Options, site: "Site", out: Path, as_of: dt.datetime | None, health: "Health | None" = None, *,
    forgets: bool = False,
) -> int:
    """Read the store, build the site, say what was built. `health`: where the caller knows it already.

    `forgets`: what has no page any more was purged, and no line of the trail stays for it.
    """
    from ...fetch.purge import takedown_count
    from .. import addresses
    from ..about_pages import About
    from ..build import build
    from ..casebook import Missing, all_cases, held_places, outcomes, published, tell_twice
    from ..cases import day_of, latest_day
    from ..corrections import load_corrections
    from ..decisions import load_decisions
    from ..enforcement import read_enforcement
    from ..exit_scan import Forms
    from ..hidden import Hidden, tell_hidden
    from ..joined import with_leads
    from ..judges import read_judges, with_appointments
    from ..known import read_known
    from ..notes import with_notes
    from ..outputs import standard_outputs
    from ..pages import MethodFacts
    from ..procedure import rules, status
    from ..procedure.date_rules import DATE_RULES
    from ..search_index import HAS_PAGEFIND
    from ..store import opened
    from ..trail import Trail, write_trail

    moment = as_of.replace(hour=12, tzinfo=dt.UTC) if as_of else dt.datetime.now(dt.UTC).replace(microsecond=0)
    today = day_of(site.config.timezone, moment)
    with opened(options.db) as engine:
        followed = with_notes(all_cases(site, engine), options.site)
        latest = latest_day(site.config.timezone, dt.datetime.now(dt.UTC))
        decisions, mistakes = load_decisions(options.site, followed, latest)
        corrections, wrong = load_corrections(options.site, latest)
        mistakes = (*mistakes, *wrong, *tell_twice(site, engine))
        for mistake in mistakes:
            say(str(mistake))
        missing: list[Missing] = []
        health = (health or health_of(options, site, moment))._replace(mistakes=len(site.problems) + len(mistakes))
        trail_at = None if as_of else options.trail_at
        trail = Trail(trail_at, today) if trail_at else None
        aside = held_places(engine) if (site.problems or mistakes) and not forgets else ()
        templates, static = options.own_folders("templates"), options.own_folders("static")
        spoken = options.spoken(site)
        with progress_bar("building pages") as bar, nullcontext() if as_of else options.kept(site) as kept:
            forms, hidden = Forms(), Hidden()
            read = outcomes(followed, engine, today, missing, decisions, forms, kept,
                            lambda done, of: bar.show(done, of, "reading what is new"))
            bench = read_judges(options.layers("data"))
            appointed = with_appointments(hidden.count(published(read)), bench, today)
            cases = with_leads(bar.count(appointed, len(followed)))
            report = build(
                cases,
                look(site),
                out,
                moment,
                method=MethodFacts((*rules.RULES, *DATE_RULES), status.STATUS_TABLE, status.AXES),
                templates=templates,
                static=static,
                forms=forms,
                languages=spoken,
                outputs=(*standard_outputs(look(site), moment, spoken, templates=templates), *filter(None, [trail])),
                about=About(corrections, takedown_count(engine), read_known(engine, site, options.site, bench), health),
                enforcement=read_enforcement(options.layers("data"), site.config, today),
                kept=kept,
            )
    if trail_at:
        with (out / addresses.TRAIL).open("rb") as said:
            write_trail(trail_at, said, aside)
    if kept and kept.trouble:
        say(f"{kept.path} could not be used ({kept.trouble}): every case was read anew, and nothing is kept of it.")
    if missing:
        say(f"{len(missing):,} of {len(followed):,} cases have no page: not fetched yet, or purged.")
    if unfit := tell_hidden(hidden.for_names(followed, {case.slug for case in missing})):
        say(unfit)
    if not HAS_PAGEFIND:
        say("The search has no index: `pip install 'writwatch[search]'` adds one.")
    say(f"{report.pages:,} pages in {out} ({report.bytes / 1e6:.1f} MB, {report.seconds:.1f} s).")
    click.echo(f"Open {(out / 'index.html').resolve()} in a browser, or run `writwatch serve`.")
    return 3 if site.problems or mistakes else 0


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("public"), show_default=True)
@click.option("--strict", is_flag=True, help="Exit with 3 when the budget ends the run.")
@click.option("--no-notify", is_flag=True, help="Send no notifications.")
@click.pass_obj
def update(options: Options, out: Path, strict: bool, no_notify: bool) -> int:
    """Fetch, then render, whatever became of the fetch; then tell whom the [[notify]] rules name."""
    site = load(options)
    answers = 0
    try:
        report = run_fetch(options, site, "update")
        status, answers = fetch_status(report, site, strict), report.requests
    except FetchError as error:
        say(f"writwatch: {error}")
        status = 3
    health = health_of(options, site, dt.datetime.now(dt.UTC))
    status = max(status, tell_health(health, answers))
    ailing = health._replace(mistakes=len(site.problems))
    notifies = bool(site.config.notify) and not no_notify
    try:
        status = max(status, run_render(options, site, out, None, health))
    except SiteError:
        if notifies:
            run_notify(options, site, ailing, built=False)
        raise
    return max(status, run_notify(options, site, ailing) if notifies else 0)


def tell_health(health: "Health", answers: int) -> int:
    """Say what a person should see to. 3 where nothing came although something is due, or the runs fall behind."""
    from ..health import STOPPED, TROUBLES, troubles

    found = troubles(health)
    for name in found:
        say(TROUBLES[name])
    nothing = health.behind > 0 and not answers and health.outcome != "budget"
    if nothing:
        say(f"Nothing was fetched, and {counted(health.behind, 'request is', 'requests are')} due at least.")
    return 3 if nothing or not STOPPED.union({"behind"}).isdisjoint(found) else 0


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("public"), show_default=True)
@click.option("--port", type=int, default=8000, show_default=True)
def serve(out: Path, port: int) -> None:
    """Preview the built pages on this machine."""
    import functools
    import http.server

    if not (out / "index.html").is_file():
        raise SiteError(f"there are no pages in {out} yet: run `writwatch render` first.")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(out))
    with listening(port, lambda: http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)) as server:
        click.echo(f"http://127.0.0.1:{server.server_port}/  (Ctrl-C ends it)")
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()
