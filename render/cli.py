"""`writwatch …`: the one module that knows both halves. Arguments in, sentences and an exit status out.

0 done · 1 the operator can mend it · 2 wrong usage · 3 something failed, the rest was done. Heavy imports wait until a
command needs them: `writwatch --help` must answer at once.
"""
import contextlib
import datetime as dt
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TextIO, TypeVar

import click

from .. import fetch, render
from ..fetch.keep_commands import ALSO, TO_BRANCH, TO_FOLDER, TO_GIT, state
from ..fetch.quarantine_commands import quarantine
from . import PACKAGED
from .agreement_commands import agencies, agreements
from .judge_commands import judges
from .measure_commands import measures
from .progress import progress_bar
from .review_commands import review

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ..fetch.alerts import AlertReport
    from ..fetch.checkup import DatabaseFacts
    from ..fetch.outbox import Untried
    from ..fetch.plan import Following
    from ..fetch.purge import Forgotten, Holders
    from ..fetch.sync import Report
    from .cases import Site
    from .doctor import Check
    from .found_decisions import Verdict
    from .health import Health
    from .kept import Kept
    from .languages import Language
    from .toml_tables import Problem
    from .traces import Tells

TOKEN = "COURTLISTENER_API_TOKEN"  # noqa: S105 - the name of a variable, not a token
Started = TypeVar("Started")

DAY, HOUR = 86_400, 3_600


class Options(NamedTuple):
    """What stands before the command. `api` is "" for CourtListener itself."""

    site: Path
    db: str
    api: str

    def kept(self, site: "Site") -> "AbstractContextManager[Kept | None]":
        """What builds keep of each case, in a context; None where they keep nothing."""
        from .kept import Kept

        place = kept_place(self)
        return Kept(place, version_of(self, site)) if place else nullcontext()


def main() -> NoReturn:
    """The command. A mistake of the operator is one line; everything else is a bug and keeps its traceback."""
    try:
        status = writwatch.main(standalone_mode=False)
    except (fetch.FetchError, render.SiteError) as error:
        say(f"writwatch: {error}")
        sys.exit(1)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        say("writwatch: stopped; what was saved is safe, and the next run goes on from there.")
        sys.exit(130)
    except BrokenPipeError:  # `writwatch read | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    sys.exit(status or 0)


def say(sentence: str) -> None:
    """A line for the operator: to stderr, without anything a terminal would obey."""
    click.echo("".join(c for c in sentence if c.isprintable() or c == "\n"), err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="writwatch")
@click.option("--site", type=click.Path(path_type=Path), help="A tracker [./site, else ., else the packaged one].")
@click.option("--db", envvar="DATABASE_URL", default="dockets.db", show_default=True, help="A file or a database URL.")
@click.option("--api", envvar="COURTLISTENER_API_URL", default="", help="The root of CourtListener's API.")
@click.pass_context
def writwatch(context: click.Context, site: Path | None, db: str, api: str) -> None:
    """Follow federal dockets on immigration detention and enforcement; publish what they say, with proof."""
    context.obj = Options(site or default_site(), db, api)


def default_site() -> Path:
    """./site where it is a tracker's folder, else this folder where it is one, else the packaged one, only read."""
    return next((here for here in (Path("site"), Path()) if (here / "config.toml").is_file()), PACKAGED)


# What an editor follows.


@writwatch.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", default="", help="What the tracker is called.")
@click.option("--contact", default="", help="Where readers write to: an e-mail address or a page.")
@click.option("--language", default="", help="The first language of the pages: en, es.")
@click.option("--base-url", default="", help="Where the site will stand: https://tracker.example.org/.")
def init(folder: Path, name: str, contact: str, language: str, base_url: str) -> None:
    """Start a new tracker in FOLDER: its config, example cases, the scheduled update, a README for editors.

    Nothing that is there is written over. On a terminal it asks for what is not given; Enter leaves a default.
    """
    from .starting import Answers
    from .starting import init as start

    asked = ("What is the tracker called?", "Where do readers write to (e-mail or page)?",
             "The first language of the pages?", "Where will the site stand?")
    answers = Answers(name, contact, language, base_url)
    if sys.stdin.isatty():
        answers = Answers(*(given or click.prompt(question, default="", show_default=False, err=True)
                            for given, question in zip(answers, asked, strict=True)))
    for path in start(folder, answers):
        click.echo(f"made {path}")
    say(f"Next: cd {folder}, then `writwatch follow ID`; README.md there says the rest.")


@writwatch.command()
@click.argument("dockets", nargs=-1, required=True, metavar="ID…")
@click.pass_obj
def follow(options: Options, dockets: tuple[str, ...]) -> None:
    """Add dockets to the watch list: CourtListener ids, URLs, or court:number."""
    from .tracker import follow as add

    if options.site == PACKAGED:
        raise render.SiteError("the packaged site is only read: `writwatch init DIR` starts your own, for --site DIR.")
    for path in add(options.site, list(dockets)):
        click.echo(f"made {path}")


def load(options: Options) -> "Site":
    """The site folder and what was decided about found dockets, its problems said."""
    from .cases import load_site
    from .found_decisions import load_found

    today = dt.datetime.now(dt.UTC).date()
    site = load_site(options.site, today)
    found, mistakes = load_found(options.site, site.cases, today)
    site = site._replace(found=found, problems=(*site.problems, *mistakes))
    for problem in site.problems:
        say(str(problem))
    return site


@writwatch.command()
@click.option("--accept", is_flag=True, help="Follow these dockets, each as a case of its own.")
@click.option("--reject", is_flag=True, help="Never ask for these dockets, keep nothing of them, show them nowhere.")
@click.option("--by", default="", metavar="NAME", help="Who decides. It is kept in found.toml.")
@click.option("--why", default="", help="In your own words; kept there too.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many to show.")
@click.option("--json", "as_json", is_flag=True, help="All of them, for machines.")
@click.argument("ids", nargs=-1, type=int, metavar="[ID…]")
@click.pass_obj
def discover(
    options: Options, accept: bool, reject: bool, by: str, why: str, limit: int, as_json: bool, ids: tuple[int, ...]
) -> int:
    """What cohorts and searches found and nobody has decided on; accept or reject some of it.

    \b
    writwatch discover --accept 69741724 69623767 --by "Dana Whitlow"
    writwatch discover --reject 69655305 --by "Dana Whitlow" --why "An employment case."
    """
    if accept and reject:
        raise click.UsageError("--accept and --reject go one at a time.")
    if (accept or reject) != bool(ids):
        raise click.UsageError("give the ids of dockets, and --accept or --reject.")
    site = load(options)
    if ids:
        click.echo(f"added to {decide(options, site, ids, 'accept' if accept else 'reject', by, why)}")
        return 3 if site.problems else 0
    from .casebook import waiting_dockets
    from .found import tell_waiting, waiting_json

    engine = store_to_look_at(options.db)
    waiting = waiting_dockets(site, engine)
    engine.dispose()
    searched = bool(site.config.cohort or site.config.search)
    click.echo(json.dumps(waiting_json(waiting), indent=2) if as_json else tell_waiting(waiting, limit, searched))
    return 3 if site.problems else 0


def decide(
    options: Options, site: "Site", ids: tuple[int, ...], decision: "Verdict", by: str, why: str
) -> Path:
    """Write the decisions; of what is rejected the store keeps nothing."""
    from ..fetch.purge import purge_dockets
    from .casebook import in_case_files
    from .found_decisions import DocketDecision, add_found
    from .store import read_found

    if options.site == PACKAGED:
        raise render.SiteError("the packaged site is only read: `writwatch init DIR` starts your own, for --site DIR.")
    if not by.strip():
        raise render.SiteError('nobody decides: add --by "YOUR NAME".')
    engine = store_to_look_at(options.db)
    found = {docket.id for docket in read_found(engine, ids)}
    followed = in_case_files(site, engine)
    decided = {*site.found.accepted, *site.found.rejected, *site.found.unclear}
    for number in ids:
        if number in followed:
            raise render.SiteError(f"{number} is followed in a case file, which decides: nothing was added.")
        if number not in found | decided:
            raise render.SiteError(f"{number} was not found by any search: `writwatch follow {number}` follows it.")
    today = dt.datetime.now(dt.UTC).date()
    decisions = [DocketDecision(number, decision, by, today, why) for number in dict.fromkeys(ids)]
    path = add_found(options.site, decisions)
    if decision == "reject":
        purge_dockets(engine, ids)
    engine.dispose()
    return path


# Fetching.


@writwatch.command("fetch")
@click.option("--plan", "only_plan", is_flag=True, help="Only say what would be asked, and ask nothing.")
@click.option("--strict", is_flag=True, help="Exit with 3 when the budget ends the run.")
@click.pass_obj
def fetch_command(options: Options, only_plan: bool, strict: bool) -> int:
    """Bring the followed dockets up to date within the account's budget."""
    site = load(options)
    if only_plan:
        return show_plan(options, site)
    report = run_fetch(options, site, "fetch")
    return fetch_status(report, site, strict)


def run_fetch(
    options: Options, site: "Site", command: str, token: str | None = None, clock: Callable[[], float] = time.time
) -> "Report":
    """One run of the client, noted in the store whatever ends it."""
    from ..fetch.courtlistener import API, CourtListener
    from ..fetch.database import open_store
    from ..fetch.feed import fetch_hints
    from ..fetch.purge import purge_dockets
    from ..fetch.quota import Ledger, fingerprint
    from ..fetch.store import end_run, start_run
    from ..fetch.sync import known_ids, sync

    token = token if token is not None else os.environ.get(TOKEN, "")
    engine = open_store(options.db)
    now = lambda: dt.datetime.fromtimestamp(clock(), dt.UTC)  # noqa: E731
    run_id = start_run(engine, command, now())
    ledger = Ledger(engine, fingerprint(token), run_id=run_id, clock=clock)
    outcome, detail = "failed", ""
    try:
        with progress_bar("asking CourtListener") as bar:
            client = CourtListener(options.api or API, token, ledger, say=bar.note, clock=clock)
            show = lambda p: bar.show(p.done, p.total, str(p.task))  # noqa: E731
            purge_dockets(engine, site.found.rejected)
            wanted, following = wanted_dockets(site), following_of(site, options.db, now().date())
            if site.config.feeds:
                hinted = fetch_hints(client, engine, known_ids(engine, wanted)[0])
                following = following._replace(news=dict.fromkeys(hinted, now()))
            report = sync(client, engine, wanted, show, following)
        outcome = "budget" if report.until else "partial" if report.failures else "done"
        detail = summary(report)
    except (fetch.FetchError, KeyboardInterrupt) as error:
        detail = str(error) or "stopped by the operator"
        raise
    finally:
        end_run(engine, run_id, now(), outcome, detail)
        engine.dispose()
    tell_report(report)
    return report


def wanted_dockets(site: "Site") -> list[Any]:
    """The dockets of the case files, then those that were found and that an editor accepted."""
    from ..fetch.sync import Wanted

    by_hand = [Wanted(ref.id, ref.court or "", ref.docket_number or "") for case in site.cases for ref in case.dockets]
    return [*by_hand, *map(Wanted, site.found.accepted)]


def tell_report(report: "Report") -> None:
    say(summary(report))
    for failure in report.failures[:20]:
        say(f"{failure.what}: {failure.sentence}")
    if len(report.failures) > 20:
        say(f"… and {len(report.failures) - 20} more.")


def summary(report: "Report") -> str:
    """What a run did, in a sentence or two."""
    said = [f"{report.requests:,} answers, {report.saved:,} rows new or changed."]
    if report.quarantined:
        said.append(f"{report.quarantined:,} rows could not be understood and are kept in quarantine: `writwatch "
                    "quarantine` lists them.")
    if report.until:
        said.append(f"The budget is used up; {report.steps_left:,} steps are left: run again at {local(report.until)}.")
    elif report.steps_left:
        said.append(f"It ended early; {report.steps_left:,} steps are left for the next run.")
    elif not report.requests and not report.failures:
        said.append("Nothing was asked: no docket is followed, or all were checked a moment ago.")
    return " ".join(said)


def local(moment: dt.datetime) -> str:
    """A moment by this machine's clock."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M %Z")


def fetch_status(report: "Report", site: "Site", strict: bool) -> int:
    return 3 if report.failures or report.quarantined or site.problems or (strict and report.until) else 0


def show_plan(options: Options, site: "Site") -> int:
    """What a fetch would ask, in order, with its cost. Reads the store, asks nothing."""
    from ..fetch.plan import plan, requests_for
    from ..fetch.purge import less_taken_down
    from ..fetch.sync import held_already, known_ids

    engine, now = store_to_look_at(options.db), dt.datetime.now(dt.UTC)
    ids, unknown = known_ids(engine, wanted_dockets(site))
    following = less_taken_down(engine, following_of(site, options.db, now.date())._replace(dockets=tuple(ids)))
    tasks = plan(following, held_already(engine, following, now), now)
    for want in unknown:
        click.echo(f"look up {want}: 1 request")
    for task in tasks:
        since = f" since {task.since:%Y-%m-%d %H:%M} UTC" if task.since else ""
        click.echo(f"{task}{since}: at least {requests_for(task)} ({task.why})")
    cost = len(unknown) + sum(requests_for(task) for task in tasks)
    click.echo(f"{cost:,} requests at least, for {len(tasks):,} steps.")
    return 3 if site.problems else 0


def following_of(site: "Site", db: str, today: dt.date) -> "Following":
    """What is followed beside the dockets of the case files, and what is urgent among these."""
    from ..fetch.discover import Cohort, Search
    from ..fetch.plan import Following

    return Following(
        cohorts=tuple(
            Cohort(each.name, each.nature_of_suit, each.courts, each.accept == "rule", each.topic)
            for each in site.config.cohort
        ),
        searches=tuple(
            Search(each.name, each.query, each.courts, each.days, each.accept == "rule", each.topic)
            for each in site.config.search
        ),
        rejected=site.found.rejected | site.found.unclear,
        urgency=urgency_of(site, db, today),
    )


def urgency_of(site: "Site", db: str, today: dt.date) -> dict[int, float]:
    """How urgent the dockets of the case files are, by what the store has of them; nothing before the first fetch."""
    from .casebook import urgencies
    from .store import open_to_read

    try:
        engine = open_to_read(db)
    except render.SiteError:
        return {}
    try:
        return urgencies(site.cases, engine, today)
    finally:
        engine.dispose()


def store_to_look_at(db: str) -> "sa.Engine":
    """The store; where there is no file yet, an empty one that leaves none behind."""
    from ..fetch.database import open_store, store_url

    url = store_url(db)
    there = url.get_backend_name() != "sqlite" or Path(url.database or "").is_file()
    return open_store(db if there else ":memory:")


# What comes by other ways.


class Kinds(click.Group):
    """`import FILE` is `import list FILE`: the first word is a kind of file only where it is one of ours."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        return super().resolve_command(ctx, args if args[0] in self.commands else ["list", *args])


@writwatch.group("import", cls=Kinds, subcommand_metavar="FILE | COMMAND FILE")
def import_group() -> None:
    """Take in a file: a list of dockets, an export of CourtListener, or its bulk file. Asks nothing."""


@import_group.command("bulk")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only dockets filed on that day or later.")
@click.pass_obj
def import_bulk_command(options: Options, file: Path, since: dt.datetime | None) -> int:
    """Find the dockets of your cohorts in CourtListener's bulk file of all dockets (dockets-….csv.bz2).

    They wait for you in `writwatch discover`, or are followed where the cohort says accept = "rule".
    """
    from ..fetch.database import open_store
    from ..fetch.imports.bulk import import_bulk, tell_bulk

    site = load(options)
    now = dt.datetime.now(dt.UTC)
    following = following_of(site, options.db, now.date())
    engine = open_store(options.db)
    try:
        with progress_bar("reading, in MB") as bar:
            show = lambda done, total: bar.show(done // 10**6, total // 10**6)  # noqa: E731
            report = import_bulk(
                engine, file, following.cohorts, now, since.date() if since else None, following.rejected, show)
    finally:
        engine.dispose()
    click.echo(tell_bulk(report))
    return 3 if report.malformed or site.problems else 0


@import_group.command("list")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def import_command(options: Options, file: Path) -> int:
    """Follow the dockets of a list (CSV or JSON lines), or save an export of CourtListener. Asks nothing."""
    from ..fetch.database import open_store
    from ..fetch.imports import import_file, tell_import
    from .procedure.courts import COURTS
    from .tracker import follow_new

    engine = open_store(options.db)
    try:
        courts = {court.citation: court.id for court in COURTS.values()}
        report = import_file(engine, file, dt.datetime.now(dt.UTC), courts)
    finally:
        engine.dispose()
    if report.follow and options.site == PACKAGED:
        raise render.SiteError("the packaged site is only read: `writwatch init DIR` starts your own, for --site DIR.")
    made, left_out = follow_new(options.site, report.follow)
    say(tell_import(report))
    for sentence in left_out:
        say(sentence)
    click.echo(f"{len(made):,} case files made.")
    return 3 if report.mistakes or report.quarantined else 0


@writwatch.command("listen")
@click.option("--port", type=int, default=8780, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; a web server stands before it.")
@click.option("--allow", multiple=True, metavar="ADDRESS", help="Take pushes from no other; or the word courtlistener.")
@click.option("--behind-proxy", is_flag=True, help="A web server stands before it and says who sends.")
@click.pass_obj
def listen_command(options: Options, port: int, host: str, allow: tuple[str, ...], behind_proxy: bool) -> None:
    """Receive what CourtListener pushes, at /hooks/SECRET/, the secret being in WRITWATCH_HOOK_SECRET."""
    from ..fetch.database import open_store
    from ..fetch.webhooks import COURTLISTENER, SECRET_VARIABLE
    from ..fetch.webhooks import serve as receive

    secret = os.environ.get(SECRET_VARIABLE, "")
    addresses = [one for name in allow for one in (COURTLISTENER if name == "courtlistener" else (name,))]
    engine = open_store(options.db)
    try:
        with receive(engine, port, host, secret, addresses, proxied=behind_proxy, say=say) as server:
            click.echo(f"{server.url}  (Ctrl-C ends it)")
            with contextlib.suppress(KeyboardInterrupt):
                threading.Event().wait()
    finally:
        engine.dispose()


@writwatch.command()
@click.option("--most", type=click.IntRange(min=0), help="How many alerts the account may have.")
@click.option("--plan", "only_plan", is_flag=True, help="Only say what it would cost, and ask nothing.")
@click.pass_obj
def alerts(options: Options, most: int | None, only_plan: bool) -> int:
    """Subscribe to CourtListener's docket alerts for what is followed, unsubscribe from what is not any more."""
    from ..fetch.alerts import alert_cost, sync_alerts
    from ..fetch.courtlistener import API, CourtListener
    from ..fetch.database import open_store
    from ..fetch.quota import Ledger, fingerprint
    from ..fetch.sync import known_ids

    site = load(options)
    engine = store_to_look_at(options.db) if only_plan else open_store(options.db)
    try:
        followed, _ = known_ids(engine, wanted_dockets(site))
        if only_plan:
            cost = alert_cost(engine, followed, most)
            click.echo(f"{cost.least:,} to {cost.most:,} requests.")
            return 3 if site.problems else 0
        token = os.environ.get(TOKEN, "")
        with progress_bar("alerts") as bar:
            client = CourtListener(options.api or API, token, Ledger(engine, fingerprint(token)), say=bar.note)
            show = lambda p: bar.show(p.done, p.total, f"{p.change.verb} docket {p.change.docket_id}")  # noqa: E731
            report = sync_alerts(client, engine, followed, most, show)
    finally:
        engine.dispose()
    tell_alerts(report)
    return 3 if report.failures or site.problems else 0


def tell_alerts(report: "AlertReport") -> None:
    say(
        f"{report.subscribed:,} alerts made, {report.unsubscribed:,} taken away, {report.kept:,} were there already."
        + (f" {report.beyond:,} dockets have none, because no more are allowed." if report.beyond else "")
        + (f" {report.foreign:,} of dockets never followed here are left alone." if report.foreign else "")
    )
    if report.until:
        say(f"The budget is used up; {report.left:,} changes are left: run again at {local(report.until)}.")
    for failure in report.failures[:20]:
        say(f"{failure.what}: {failure.sentence}")


# Forgetting.


@writwatch.command()
@click.argument("ids", nargs=-1, type=click.IntRange(min=1), metavar="[ID…]")
@click.option("--name", "names", multiple=True, metavar="NAME", help='Forget a person, not the docket; "-" asks.')
@click.option("--why-kept-private", "why", default="", metavar="TEXT", help="Kept in the database, shown nowhere.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("public"), show_default=True,
              help="The pages to build anew.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
@click.option("--new-key", is_flag=True, help="Begin anew because takedowns.key is lost.")
@click.pass_obj
def purge(
    options: Options, ids: tuple[int, ...], names: tuple[str, ...], why: str, out: Path, yes: bool, new_key: bool
) -> int:
    """Forget dockets, or a person, for good: no later fetch, push or import brings them back.

    \b
    writwatch purge 69655305             the docket: rows, history, raw objects, pages
    writwatch purge 69655305 --name -    a person in this docket; what is left is "[name]"
    writwatch purge --name -             a person in every docket that holds the whole name

    "-" asks for the name, so that no shell keeps it. What is remembered are hashes, which takedowns.key beside the
    database makes and nothing else can compare; keep both together and that file to yourself.

    A kept state is replaced by the next `writwatch state save`; hosts keep the one before for a while, unreadable
    without its key. All other copies of database and pages that you or your host made (backups, snapshots, replicas,
    exports, the history of a repository, what was published) are yours to replace or delete.
    """
    from ..fetch import purge as forget
    from ..fetch.database import open_store

    if not (ids or names or new_key) or (new_key and (ids or names)):
        raise click.UsageError("give the ids of dockets, or --name, or --new-key alone.")
    engine, now = open_store(options.db), dt.datetime.now(dt.UTC)
    try:
        if new_key:
            agree(yes, "Give up what takedowns.key made, for good?")
            lost = forget.forget_lost_takedowns(engine, now)
            say(f"A new key is in use. {lost:,} dockets and people that were taken down are no longer known: purge "
                "each of them again before the next fetch.")
            return 0
        asked = [click.prompt("Name", err=True) if name == "-" else name for name in names]
        if asked and not ids and not yes:
            tell_holders(forget.holders_of(engine, asked))
            agree(yes, "Forget it in these, and wherever it comes in full?")
        tells, site = telling(options, engine, ids, asked)
        forget_kept(options)
        done = (forget.forget_people(engine, asked, now, why, ids or None) if asked
                else forget.forget_dockets(engine, ids, now, why))
        forget_kept(options)  # a build may have been under way
        tell_forgotten(done, bool(asked), engine.dialect.name)
    finally:
        engine.dispose()
    tell_of_state(options)
    return max(clear_pages(options, site, out, tells), tell_where_it_still_stands(options, site, out, tells))


def agree(yes: bool, question: str) -> None:
    """Ask, unless the operator said yes beforehand."""
    try:
        if not yes and not click.confirm(question, err=True):
            raise click.Abort
    except click.Abort:
        raise click.UsageError("nothing was changed: answer with y, or say --yes.") from None


def tell_holders(holders: "Holders") -> None:
    """How far a name would be forgotten, in numbers alone."""
    from .procedure.courts import COURTS

    count = sum(holders.whole.values())
    courts = ", ".join(
        f"{number:,} in {COURTS[court].citation if court in COURTS else court or 'no court that we know of'}"
        for court, number in holders.whole.items())
    say(f"{count:,} dockets hold the whole name{': ' + courts if courts else ''}. They may be of several people: with "
        "ids, `writwatch purge ID… --name -`, a person is forgotten only there.")
    if holders.partly:
        say(f"{holders.partly:,} others hold two parts of it together and stay as they are: give the id of any that "
            "means this person.")


def tell_forgotten(done: "Forgotten", of_people: bool, database: str) -> None:
    say(f"A name taken out of {done.rows:,} rows of {done.dockets:,} dockets." if of_people
        else f"{done.dockets:,} dockets forgotten.")
    if done.kin:
        say(f"Of the same case, as appeal or as what was appealed, these stay: {', '.join(map(str, done.kin))}.")
    if not done.tidy:
        say("Another program uses the database, so that its files may hold what was deleted: purge again without it.")
    if database != "sqlite":
        say("PostgreSQL's write-ahead log, replicas and backups may still hold it: see to these.")


def tell_of_state(options: Options) -> None:
    """What of a state that is kept elsewhere still holds it, and how to make that unreadable."""
    from ..fetch.checkup import look_at_state
    from ..fetch.keep import clear_left_over

    clear_left_over(options.db)
    if look_at_state(options.db, "").kept_at is not None:
        say("The state that was saved before still holds it. Save it anew, best with a new key (`writwatch state "
            "key`), and destroy the old one: what a host has not deleted yet can then be read by nobody.")


def telling(
    options: Options, engine: "sa.Engine", ids: tuple[int, ...], names: list[str]
) -> "tuple[Tells, Site | None]":
    """Whether a text outside the store tells of what goes; and the site, None where it cannot be read.

    Made before anything goes: only the store knows a docket's number. In files of a case with one of the dockets, a
    name's parts are told too; elsewhere only the whole name, since others have the parts.
    """
    from ..fetch.database import reading
    from ..fetch.names import Named, clean_text, name_of
    from ..fetch.purge import Marks
    from .casebook import all_cases, docket_ids, held_places

    named = Named([name_of(name) for name in names])
    named.dockets.add(0)
    with reading(engine) as connection:
        marks = Marks(connection, ids)
    slugs: set[str] = set()
    try:
        site = load(options)
        held = held_places(engine)
        slugs = {case.slug for case in all_cases(site, engine) if not set(ids).isdisjoint(docket_ids(case, held))}
    except render.SiteError as error:
        say(f"writwatch: {error}")
        site = None

    def tells(path: Path, text: str) -> bool:
        if names:
            return clean_text(text, 0 if path.stem in slugs else None, named) != text
        return path.stem in slugs or marks.are_in(text)

    return tells, site


def clear_pages(options: Options, site: "Site | None", out: Path, tells: "Tells") -> int:
    """Build the pages anew; where that fails, whatever the reason, take away the files that tell."""
    from .traces import is_built, remove_pages

    if not is_built(out):
        say(f"There are no pages in {out}: build those that stand elsewhere with `writwatch render --out`.")
        return 0
    built = None
    try:
        if site is not None:
            built = run_render(options, site, out, None)
    except render.SiteError as error:
        say(f"writwatch: {error}")
    finally:
        if built is None:
            say(f"The pages could not be built anew: {remove_pages(out, tells):,} files of {out} that told of it are "
                "deleted. Mend what is wrong and run `writwatch render`.")
    return 3 if built is None else built


def tell_where_it_still_stands(options: Options, site: "Site | None", out: Path, tells: "Tells") -> int:
    """The editor's own files are the editor's to change."""
    from .traces import telling_lines

    if options.site == PACKAGED:
        return 0
    places = list(telling_lines(options.site, tells, out.absolute())) if options.site.is_dir() else []
    if places:
        more = f" and {len(places) - 20:,} more" if len(places) > 20 else ""
        say(f"Your own files still tell of it: {', '.join(places[:20])}{more}. Take it out there, and out of their "
            "history.")
    say("Publish the new pages, and do away with your copies of the old ones and of the database.")
    return 0 if site is not None else 3


# Rendering.


@writwatch.command("render")
@click.option("--out", type=click.Path(path_type=Path), default=Path("public"), show_default=True)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Show what was known at the end of that day.")
@click.pass_obj
def render_command(options: Options, out: Path, as_of: dt.datetime | None) -> int:
    """Build the pages."""
    site = load(options)
    return run_render(options, site, out, as_of)


def run_render(
    options: Options, site: "Site", out: Path, as_of: dt.datetime | None, health: "Health | None" = None
) -> int:
    """Read the store, build the site, say what was built. `health`: where the caller knows it already."""
    from ..fetch.purge import takedown_count
    from . import addresses
    from .about_pages import About
    from .build import build
    from .casebook import Missing, all_cases, outcomes, published
    from .cases import day_of, latest_day
    from .corrections import load_corrections
    from .decisions import load_decisions
    from .enforcement import read_enforcement
    from .exit_scan import Forms
    from .hidden import Hidden, tell_hidden
    from .judges import read_judges, with_appointments
    from .known import read_known
    from .notes import with_notes
    from .outputs import standard_outputs
    from .pages import MethodFacts
    from .procedure import rules, status
    from .procedure.date_rules import DATE_RULES
    from .search_index import HAS_PAGEFIND
    from .store import open_to_read
    from .trail import Trail, write_trail

    moment = as_of.replace(hour=12, tzinfo=dt.UTC) if as_of else dt.datetime.now(dt.UTC).replace(microsecond=0)
    today = day_of(site.config.timezone, moment)
    engine = open_to_read(options.db)
    try:
        followed = with_notes(all_cases(site, engine), options.site)
        latest = latest_day(site.config.timezone, dt.datetime.now(dt.UTC))
        decisions, mistakes = load_decisions(options.site, followed, latest)
        corrections, wrong = load_corrections(options.site, latest)
        mistakes = (*mistakes, *wrong)
        for mistake in mistakes:
            say(str(mistake))
        missing: list[Missing] = []
        health = (health or health_of(options, site, moment))._replace(mistakes=len(site.problems) + len(mistakes))
        trail_at = None if as_of else trail_place(options)
        trail = Trail(trail_at, today) if trail_at else None
        templates, static = own_folders(options, "templates"), own_folders(options, "static")
        spoken = spoken_on(options, site)
        with ExitStack() as stack:
            bar = stack.enter_context(progress_bar("building pages"))
            kept = stack.enter_context(options.kept(site)) if not as_of else None
            forms, hidden = Forms(), Hidden()
            read = outcomes(followed, engine, today, missing, decisions, forms, kept,
                            lambda done, of: bar.show(done, of, "reading what is new"))
            bench = read_judges((options.site / "data", PACKAGED / "data"))
            cases = bar.count(with_appointments(hidden.count(published(read)), bench, today), len(followed))
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
                enforcement=read_enforcement((options.site / "data", PACKAGED / "data"), site.config, today),
                kept=kept,
            )
    finally:
        engine.dispose()
    if trail_at:
        with (out / addresses.TRAIL).open("rb") as said:
            write_trail(trail_at, said)
    if kept and kept.trouble:
        say(f"{kept.path} could not be used ({kept.trouble}): every case was read anew, and nothing is kept of it.")
    if missing:
        say(f"{len(missing):,} of {len(followed):,} cases have not been fetched yet and have no page.")
    if unfit := tell_hidden(hidden.for_names(followed, {case.slug for case in missing})):
        say(unfit)
    if not HAS_PAGEFIND:
        say("The search has no index: `pip install 'writwatch[search]'` adds one.")
    say(f"{report.pages:,} pages in {out} ({report.bytes / 1e6:.1f} MB, {report.seconds:.1f} s).")
    click.echo(f"Open {(out / 'index.html').resolve()} in a browser, or run `writwatch serve`.")
    return 3 if site.problems or mistakes else 0


@writwatch.command()
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
    except fetch.FetchError as error:
        say(f"writwatch: {error}")
        status = 3
    health = health_of(options, site, dt.datetime.now(dt.UTC))
    status = max(status, tell_health(health, answers))
    ailing = health._replace(mistakes=len(site.problems))
    notifies = bool(site.config.notify) and not no_notify
    try:
        status = max(status, run_render(options, site, out, None, health))
    except render.SiteError:
        if notifies:
            run_notify(options, site, ailing, built=False)
        raise
    return max(status, run_notify(options, site, ailing) if notifies else 0)


@writwatch.command()
@click.option("--dry-run", is_flag=True, help="Show every message that would be sent now, and send none.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Also what is of that day or later and older than its "
              "rule.")
@click.option("--again", is_flag=True, help="Try once more what was given up, or may have been sent.")
@click.option("--unbuilt", is_flag=True, help="The pages could not be built or published: tell that and health alone.")
@TO_GIT
@TO_BRANCH
@TO_FOLDER
@ALSO
@click.pass_obj
def notify(
    options: Options, dry_run: bool, since: dt.datetime | None, again: bool, unbuilt: bool, address: str, branch: str,
    folder: Path | None, also: tuple[Path, ...],
) -> int:
    """Tell whom the [[notify]] rules of config.toml name what is new. Asks CourtListener nothing.

    Addresses are read from the environment variables that the rules name. A new rule tells of what comes from now on.

    With --git or --folder the state is saved there before anything is sent and again after it: for a machine that is
    thrown away. What cannot be kept as claimed is not sent.
    """
    from ..fetch.keep_commands import keeper

    site = load(options)
    if not site.config.notify:
        say("There is no [[notify]] in config.toml: nobody is told anything.")
        return 3 if site.problems else 0
    health = health_of(options, site, dt.datetime.now(dt.UTC), len(site.problems))
    keep = keeper(options.db, address, branch, folder, also)
    told = run_notify(options, site, health, built=not unbuilt, dry_run=dry_run,
                      since=since.date() if since else None, again=again, keep=None if dry_run else keep)
    return max(told, 3 if site.problems else 0)


def run_notify(
    options: Options, site: "Site", health: "Health", *, built: bool = True, dry_run: bool = False,
    since: dt.date | None = None, again: bool = False, keep: Callable[[], None] | None = None,
) -> int:
    """Send what is due. `built`: False where the pages could not be built, and only that and their health is told.

    `keep`: saves the state, once what is to be sent is claimed and once it has gone.
    """
    from zoneinfo import ZoneInfo

    from ..fetch.database import open_store
    from ..fetch.outbox import Outbox
    from .cases import latest_day
    from .notices import Notices
    from .notify_commands import BACK, add_cases, hold_back, shown_instead, unknown_cases
    from .posting import in_trouble, post, tell_posted
    from .senders import target_of
    from .store import open_to_read

    now, seen = dt.datetime.now(dt.UTC), look(site)
    latest = latest_day(site.config.timezone, now)
    spoken = spoken_on(options, site)
    back = now.date() - BACK
    notices = Notices(seen, site.config.notify, now, spoken, min(back, since) if since else back)
    notices.health(health, unbuilt=not built)
    sentences: list[str] = []
    if built:
        engine = open_to_read(options.db)
        try:
            with options.kept(site) as kept:
                forms = add_cases(notices, options.site, site, engine, latest, kept)
        finally:
            engine.dispose()
        sentences = [*unknown_cases(notices), *hold_back(notices, forms, seen, spoken)]
    real = lambda rule: target_of(rule, os.environ)  # noqa: E731
    engine = open_store(options.db)
    box = Outbox(engine)
    try:
        told = post(
            box.copy() if dry_run else box, site.config.notify, notices, shown_instead(real) if dry_run else real,
            lambda: dt.datetime.now(dt.UTC), ZoneInfo(site.config.timezone or "UTC"),
            only=None if built else {"health"}, since=since, again=again, keep=keep)
    finally:
        engine.dispose()
    if keep is not None:
        keep()
    for sentence in (*sentences, *([] if dry_run else tell_posted(told, local))):
        say(sentence)
    return 3 if sentences or (in_trouble(told) and not dry_run) else 0


def tell_health(health: "Health", answers: int) -> int:
    """Say what a person should see to. 3 where nothing came although something is due, or the runs fall behind."""
    from .health import STOPPED, TROUBLES, troubles

    found = troubles(health)
    for name in found:
        say(TROUBLES[name])
    nothing = health.behind > 0 and not answers
    if nothing:
        say(f"Nothing was fetched, and {health.behind:,} requests are due at least.")
    return 3 if nothing or not STOPPED.union({"behind"}).isdisjoint(found) else 0


def beside(options: Options, name: str, alone: str) -> Path | None:
    """Where a file stands that builds keep from one to the next: beside the database, or, called `alone`, with the
    site's own files where the database is a server's. The files of a site that ship have none."""
    from ..fetch.database import store_url

    url = store_url(options.db)
    if url.get_backend_name() == "sqlite" and url.database:
        return Path(url.database).with_name(name.format(db=Path(url.database).name))
    return None if options.site == PACKAGED else options.site / alone


def trail_place(options: Options) -> Path | None:
    """Where the trail of what the site said stands between builds."""
    from .trail import NAME

    return beside(options, NAME, "trail.jsonl")


def kept_place(options: Options) -> Path | None:
    """Where what a build made of each case is kept for the next."""
    from .kept import NAME

    return beside(options, NAME, "pages.built")


def forget_kept(options: Options) -> None:
    """What builds keep says whom each case protects: away with all of it. The next build reads every docket anew."""
    from .kept import forget

    if place := kept_place(options):
        forget(place)


def own_folders(options: Options, *names: str) -> list[Path]:
    """Those of these folders that the site has of its own: they go before the packaged ones."""
    return [folder for name in names if (folder := options.site / name).is_dir()]


def spoken_on(options: Options, site: "Site") -> Sequence["Language"]:
    """The languages of the site, the one at its root first."""
    from .languages import languages

    return languages(
        site.config.language or "en", site.config.languages, (options.site / "locales", PACKAGED / "locales"))


def version_of(options: Options, site: "Site") -> bytes:
    """Of this program, its data, and all that an editor says of the site beside its cases."""
    from .kept import version

    code = PACKAGED.parent
    packaged = (code / "render", code / "fetch", *(PACKAGED / name for name in ("templates", "locales", "data")))
    own = own_folders(options, "templates", "static", "locales")
    return version((*packaged, *own), sys.version, look(site), [language.code for language in spoken_on(options, site)])


def look(site: "Site") -> Any:
    """The editor's config in the words of the pages."""
    import msgspec

    from .pages import SiteLook

    given = msgspec.structs.asdict(site.config)
    return SiteLook(**{name: given[name] for name in SiteLook._fields if given.get(name)})


@writwatch.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("public"), show_default=True)
@click.option("--port", type=int, default=8000, show_default=True)
def serve(out: Path, port: int) -> None:
    """Preview the built pages on this machine."""
    import functools
    import http.server

    if not (out / "index.html").is_file():
        raise render.SiteError(f"there are no pages in {out} yet: run `writwatch render` first.")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(out))
    with listen(port, lambda: http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)) as server:
        click.echo(f"http://127.0.0.1:{server.server_port}/  (Ctrl-C ends it)")
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()


def listen(port: int, start: Callable[[], Started]) -> Started:
    """Start a server; a port that is taken is the operator's to mend."""
    try:
        return start()
    except (OSError, OverflowError) as error:
        raise fetch.FetchError(f"cannot listen on port {port} ({error}): choose another with --port.") from None


# Looking.


@writwatch.command()
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.pass_obj
def status(options: Options, as_json: bool) -> int:
    """What is followed, how fresh it is, and what the budget allows next."""
    from ..fetch.outbox import Outbox, tell_outbox
    from ..fetch.quota import fingerprint
    from ..fetch.standing import standing, tell_standing

    site = load(options)
    token = os.environ.get(TOKEN, "")
    account = fingerprint(token) if token else None
    now, engine = dt.datetime.now(dt.UTC), store_to_look_at(options.db)
    found = standing(engine, wanted_dockets(site), account, now, following_of(site, options.db, now.date()))
    notified = Outbox(engine).standing()
    found["notices"] = [each._asdict() for each in notified]
    click.echo(json.dumps(found, indent=2) if as_json else "\n".join((tell_standing(found), *tell_outbox(notified))))
    return 3 if site.problems else 0


@writwatch.command()
@click.option("--online", is_flag=True, help="Ask CourtListener once, which costs nothing, and look at the kept state.")
@click.option("--git", "address", default="", metavar="ADDRESS", help="Where the state is kept.")
@click.option("--branch", default="state", show_default=True)
@click.option("--tests", is_flag=True, help="Also what the tests in a browser need.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("public"), show_default=True)
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.pass_obj
def doctor(
    options: Options, online: bool, address: str, branch: str, tests: bool, out: Path, as_json: bool
) -> int:
    """Say what is wrong with the set-up, and the mend. Changes nothing; exits with 1 where something is wrong."""
    from ..fetch.checkup import look_at_database
    from . import doctor as tell

    database = look_at_database(options.db, os.environ.get(TOKEN, ""))
    checks = [*examine(options, database, out, online),
              *examine_state(options, database.newest, address if online else "", branch)]
    if tests:
        from .site_checkup import chromium

        checks.append(tell.check_chromium(chromium()))
    click.echo(json.dumps(tell.as_json(checks), indent=2) if as_json else tell.tell(checks))
    return tell.exit_status(checks)


def examine(options: Options, database: "DatabaseFacts", out: Path, online: bool) -> Iterator["Check"]:
    """Every check but that of the kept state."""
    from zoneinfo import ZoneInfo

    from ..fetch import checkup
    from . import doctor, site_checkup

    now, token = dt.datetime.now(dt.UTC), os.environ.get(TOKEN, "")
    yield doctor.check_token(token, token_mistake(token), "127.0.0.1" in options.api)
    yield from doctor.check_database(database)
    yield from doctor.check_file(database.place, writable=checkup.can_be_written(options.db))
    if online:
        yield from doctor.check_online(checkup.ask_courtlistener(api_of(options), token, now))
    else:
        yield doctor.check_clock(now, database.newest)
        yield doctor.check_limits(database)
    private = checkup.private_files(options.db)
    yield from doctor.check_private(
        [str(path) for path in private if checkup.readable_by_others(path)], checkup.in_git(private),
        [str(path) for path in private if path.absolute().is_relative_to(out.absolute())])
    beside = Path(options.db).absolute().parent if "://" not in options.db else Path()
    needs = max(doctor.LEAST_FREE, 2 * database.bytes)
    yield doctor.check_place("disk for the database", checkup.look_at_place(beside), needs)
    yield doctor.check_place("disk for the pages", checkup.look_at_place(out.absolute().parent), doctor.LEAST_FREE)
    site, problems, mistake = all_problems(options, database)
    if mistake:
        yield doctor.Check("what editors wrote", False, mistake, "mend that first")
    if site is not None:
        yield from doctor.check_editors(problems, len(site.cases))
        yield doctor.check_words(site_checkup.language_mistake(
            site.config.language or "en", site.config.languages, (options.site / "locales", PACKAGED / "locales")))
        mistaken = site_checkup.target_mistakes(site.config.notify, os.environ)
        yield from doctor.check_targets(mistaken)
        yield from doctor.check_quiet_hours(
            [rule for rule in site.config.notify if not mistaken[rule.name]],
            untried_notices(options) if sound(database) else {}, database.newest, site_checkup.scheduled(options.site),
            now, ZoneInfo(site.config.timezone or "UTC"))
    own = options.site / "templates"
    yield from doctor.check_templates(*site_checkup.template_mistakes(
        [own] if own.is_dir() and options.site != PACKAGED else []))
    yield from doctor.check_extras(site_checkup.extras())
    if site is not None and sound(database):
        yield from doctor.check_health(health_of(options, site, now))


def untried_notices(options: Options) -> "dict[str, Untried]":
    """What waits in the outbox and was never tried, by rule."""
    from ..fetch.outbox import Outbox
    from .store import open_to_read

    engine = open_to_read(options.db)
    try:
        return Outbox(engine).untried()
    finally:
        engine.dispose()


def examine_state(
    options: Options, newest: dt.datetime | None, address: str, branch: str
) -> Iterator["Check"]:
    """The kept state; `newest`: when the newest run began; `address`: where to look for the state, "" not to."""
    from ..fetch.checkup import look_at_state
    from ..fetch.keep import KEY_VARIABLE, TOKEN_VARIABLE, GitBranch
    from .doctor import check_state

    found = look_at_state(options.db, os.environ.get(KEY_VARIABLE, ""))
    trouble = ""
    if address:
        try:
            kept = GitBranch(address, branch, os.environ.get(TOKEN_VARIABLE, "")).mark()
            trouble = "" if kept else f"no state is kept in the branch {branch} yet"
        except fetch.FetchError as error:
            trouble = str(error)
    yield from check_state(found, trouble, newest)


def token_mistake(token: str) -> str:
    from ..fetch.courtlistener import checked_token

    try:
        checked_token(token)
    except fetch.FetchError as error:
        return str(error)
    return ""


def api_of(options: Options) -> str:
    from ..fetch.courtlistener import API

    return options.api or API


def sound(database: "DatabaseFacts") -> bool:
    return database.there and not database.trouble and database.schema == database.knows and not database.key


def all_problems(options: Options, database: "DatabaseFacts") -> "tuple[Site | None, list[Problem], str]":
    """The site, every mistake in what editors wrote, and the one for which nothing can be read, "" where none is."""
    from .casebook import all_cases
    from .cases import latest_day, load_site
    from .corrections import load_corrections
    from .decisions import load_decisions
    from .found_decisions import load_found
    from .notes import with_notes
    from .store import open_to_read

    now = dt.datetime.now(dt.UTC)
    today = now.date()
    site = None
    try:
        site = load_site(options.site, today)
        found, of_found = load_found(options.site, site.cases, today)
        site = site._replace(found=found)
        cases = site.cases
        if sound(database):
            engine = open_to_read(options.db)
            cases = all_cases(site, engine)
            engine.dispose()
        followed = with_notes(cases, options.site)
        latest = latest_day(site.config.timezone, now)
        _, of_decisions = load_decisions(options.site, followed, latest)
        _, of_corrections = load_corrections(options.site, latest)
        return site, [*site.problems, *of_found, *of_decisions, *of_corrections], ""
    except render.SiteError as error:
        return site, list(site.problems) if site else [], str(error)


def health_of(options: Options, site: "Site", now: dt.datetime, mistakes: int = 0) -> "Health":
    """How the fetching stood at `now`, in counts and times."""
    from ..fetch.health import fetching
    from .health import Health

    engine = store_to_look_at(options.db)
    try:
        found = fetching(engine, wanted_dockets(site), now, following_of(site, options.db, now.date()))
    finally:
        engine.dispose()
    return Health(now, **found._asdict(), mistakes=mistakes)


@writwatch.command()
@click.argument("file", type=click.File("r", encoding="utf-8"), default="-")
@click.option("--docket", is_flag=True, help="Whole dockets in, their status out.")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, the only form there is; accepted for clarity.")
def read(file: TextIO, docket: bool, as_json: bool) -> int:
    """Docket entries in, one JSON object a line; events and dates out, in the same order."""
    from .reading import read_lines
    from .screen import shown_json

    failed = False
    for answer, good in read_lines(file, docket=docket):
        failed |= not good
        click.echo(shown_json(answer))
    return 1 if failed else 0


@writwatch.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True, file_okay=False), help="[invented dockets]")
@click.option("--port", type=int, default=8765, show_default=True)
@click.option("--throttle", default="5/min,50/hour,125/day", show_default=True, help='Or "none".')
def sandbox(data: Path | None, port: int, throttle: str) -> None:
    """Serve JSON lines as CourtListener would; any token is an account."""
    import tempfile

    from ..fetch import fictional
    from ..fetch.sandbox import serve as start

    with tempfile.TemporaryDirectory(prefix="writwatch-") as folder:
        if data is None:
            data = Path(folder)
            fictional.write(data)
        with listen(port, lambda: start(data, port=port, throttle=throttle)) as server:
            click.echo(f"{server.url}  (Ctrl-C ends it)")
            with contextlib.suppress(KeyboardInterrupt):
                threading.Event().wait()


@writwatch.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("public"), show_default=True)
def demo(out: Path) -> int:
    """Everything on invented dockets: no token, no network."""
    import tempfile

    from ..fetch import fictional
    from ..fetch.sandbox import serve as start

    with tempfile.TemporaryDirectory(prefix="writwatch-") as folder:
        data = Path(folder)
        say("Inventing dockets …")
        fictional.write(data)
        (data / "config.toml").write_text('name = "Writwatch, a demonstration"\nfictional = true\n', encoding="utf-8")
        noon = dt.datetime.combine(fictional.AS_OF, dt.time(12), dt.UTC)
        clock = Clock(noon.timestamp() - DAY)
        with start(data, throttle="none", earlier=True, clock=clock) as server:
            options = Options(data, str(data / "demo.db"), server.url)
            site = load(options)
            # Two days: what the court's feed first said, and what the docket sheet says now.
            run_fetch(options, site, "demo", token="demo", clock=clock)  # noqa: S106 - any will do
            clock.start = noon.timestamp() - HOUR
            server.rows.arrive_later()
            run_fetch(options, site, "demo", token="demo", clock=clock)  # noqa: S106
        return run_render(options, site, out, noon)


class Clock:
    """A clock that runs as ours does, from another day."""

    def __init__(self, start: float) -> None:
        self.start, self.began = start, time.monotonic()

    def __call__(self) -> float:
        return self.start + time.monotonic() - self.began


writwatch.add_command(review)
writwatch.add_command(agreements)
writwatch.add_command(agencies)
writwatch.add_command(measures)
writwatch.add_command(judges)
writwatch.add_command(state)
writwatch.add_command(quarantine)


if __name__ == "__main__":
    main()
