"""`writwatch fetch`, `alerts`, `listen`: what CourtListener is asked, and what it sends by itself."""
import contextlib
import datetime as dt
import os
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from ...fetch import FetchError
from ...fetch.counted import counted
from ..options import Options
from ..progress import progress_bar
from ..screen import say
from .joined import TOKEN, following_of, load, local, store_to_change, store_to_look_at, tell_starter, wanted_dockets

if TYPE_CHECKING:
    from ...fetch.alerts import AlertReport
    from ...fetch.sync import Report
    from ..cases import Site


@click.command()
@click.option("--plan", "only_plan", is_flag=True, help="Only say what would be asked, and ask nothing.")
@click.option("--strict", is_flag=True, help="Exit with 3 when the budget ends the run.")
@click.pass_obj
def fetch(options: Options, only_plan: bool, strict: bool) -> int:
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
    from ...fetch.courtlistener import API, CourtListener
    from ...fetch.feed import fetch_hints
    from ...fetch.purge import purge_dockets
    from ...fetch.quota import Ledger, fingerprint
    from ...fetch.store import end_run, start_run
    from ...fetch.sync import known_ids, sync

    token = token if token is not None else os.environ.get(TOKEN, "")
    now = lambda: dt.datetime.fromtimestamp(clock(), dt.UTC)  # noqa: E731
    with store_to_change(options.db) as engine:
        run_id = start_run(engine, command, now())
        ledger = Ledger(engine, fingerprint(token), run_id=run_id, clock=clock)
        outcome, detail = "failed", ""
        try:
            with progress_bar("asking CourtListener") as bar:
                client = CourtListener(options.api or API, token, ledger, say=bar.note, clock=clock)
                show = lambda p: bar.show(p.done, p.total, str(p.task))  # noqa: E731
                tell_starter(options, bar.note)
                purge_dockets(engine, site.found.rejected)
                wanted, following = wanted_dockets(site), following_of(site, options.db, now().date())
                if site.config.feeds:
                    hinted = fetch_hints(client, engine, known_ids(engine, wanted)[0])
                    following = following._replace(news=dict.fromkeys(hinted, now()))
                report = sync(client, engine, wanted, show, following)
            outcome = "budget" if report.until or report.put_off else "partial" if report.failures else "done"
            detail = summary(report)
        except (FetchError, KeyboardInterrupt) as error:
            detail = str(error) or "stopped by the operator"
            raise
        finally:
            end_run(engine, run_id, now(), outcome, detail)
    tell_report(report)
    return report


def tell_report(report: "Report") -> None:
    say(summary(report))
    for failure in report.failures[:20]:
        say(f"{failure.what}: {failure.sentence}")
    if len(report.failures) > 20:
        say(f"… and {len(report.failures) - 20} more.")


def summary(report: "Report") -> str:
    """What a run did, in a sentence or two."""
    said = [f"{counted(report.requests, 'answer')}, {counted(report.saved, 'row')} new or changed."]
    left = counted(report.steps_left, "step is", "steps are")
    if report.quarantined:
        rows = counted(report.quarantined, "row could not be understood and is kept in quarantine",
                       "rows could not be understood and are kept in quarantine")
        said.append(f"{rows}: `writwatch quarantine` lists what is there.")
    if report.until:
        said.append(f"The budget is used up; {left} left: run again at {local(report.until)}.")
    elif report.put_off:
        said.append(f"The rest of the budget is kept for the day's news; {left} left.")
    elif report.steps_left:
        said.append(f"It ended early; {left} left for the next run.")
    elif not report.requests and not report.failures:
        said.append("Nothing was asked: no docket is followed, or all were checked a moment ago.")
    return " ".join(said)


def fetch_status(report: "Report", site: "Site", strict: bool) -> int:
    return 3 if report.failures or report.quarantined or site.problems or (strict and report.until) else 0


def show_plan(options: Options, site: "Site") -> int:
    """What a fetch would ask, in order, with its cost. Reads the store, asks nothing."""
    from ...fetch.plan import plan, requests_for
    from ...fetch.purge import less_taken_down
    from ...fetch.sync import held_already, known_ids

    now = dt.datetime.now(dt.UTC)
    tell_starter(options)
    with store_to_look_at(options.db) as engine:
        ids, unknown = known_ids(engine, wanted_dockets(site))
        following = less_taken_down(engine, following_of(site, options.db, now.date())._replace(dockets=tuple(ids)))
        holding = held_already(engine, following, now)
    tasks = plan(following, holding, now)
    for want in unknown:
        click.echo(f"look up {want}: 1 request")
    for task in tasks:
        since = f" since {task.since:%Y-%m-%d %H:%M} UTC" if task.since else ""
        click.echo(f"{task}{since}: at least {requests_for(task, holding)} ({task.why})")
    cost = len(unknown) + sum(requests_for(task, holding) for task in tasks)
    click.echo(f"{counted(cost, 'request')} at least, for {counted(len(tasks), 'step')}.")
    return 3 if site.problems else 0


@click.command()
@click.option("--most", type=click.IntRange(min=0), help="How many alerts the account may have.")
@click.option("--plan", "only_plan", is_flag=True, help="Only say what it would cost, and ask nothing.")
@click.pass_obj
def alerts(options: Options, most: int | None, only_plan: bool) -> int:
    """Subscribe to CourtListener's docket alerts for what is followed, unsubscribe from what is not any more."""
    from ...fetch.alerts import alert_cost, sync_alerts
    from ...fetch.courtlistener import API, CourtListener
    from ...fetch.quota import Ledger, fingerprint
    from ...fetch.sync import known_ids

    site = load(options)
    with (store_to_look_at if only_plan else store_to_change)(options.db) as engine:
        followed, _ = known_ids(engine, wanted_dockets(site))
        if only_plan:
            cost = alert_cost(engine, followed, most)
            click.echo(f"{cost.least:,} to {counted(cost.most, 'request')}.")
            return 3 if site.problems else 0
        token = os.environ.get(TOKEN, "")
        with progress_bar("alerts") as bar:
            client = CourtListener(options.api or API, token, Ledger(engine, fingerprint(token)), say=bar.note)
            show = lambda p: bar.show(p.done, p.total, f"{p.change.verb} docket {p.change.docket_id}")  # noqa: E731
            report = sync_alerts(client, engine, followed, most, show)
    tell_alerts(report)
    return 3 if report.failures or site.problems else 0


def tell_alerts(report: "AlertReport") -> None:
    say(
        f"{counted(report.subscribed, 'alert')} made, {report.unsubscribed:,} taken away, "
        f"{counted(report.kept, 'was', 'were')} there already."
        + (f" {counted(report.beyond, 'docket has', 'dockets have')} none, because no more are allowed."
           if report.beyond else "")
        + (f" {counted(report.foreign, 'of a docket', 'of dockets')} never followed here left alone."
           if report.foreign else "")
    )
    if report.until:
        say(f"The budget is used up; {report.left:,} changes are left: run again at {local(report.until)}.")
    for failure in report.failures[:20]:
        say(f"{failure.what}: {failure.sentence}")


@click.command()
@click.option("--port", type=int, default=8780, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; a web server stands before it.")
@click.option("--allow", multiple=True, metavar="ADDRESS", help="Take pushes from no other; or the word courtlistener.")
@click.option("--behind-proxy", is_flag=True, help="A web server stands before it and says who sends.")
@click.pass_obj
def listen(options: Options, port: int, host: str, allow: tuple[str, ...], behind_proxy: bool) -> None:
    """Receive what CourtListener pushes, at /hooks/SECRET/, the secret being in WRITWATCH_HOOK_SECRET."""
    from ...fetch.webhooks import COURTLISTENER, SECRET_VARIABLE
    from ...fetch.webhooks import serve as receive

    secret = os.environ.get(SECRET_VARIABLE, "")
    addresses = [one for name in allow for one in (COURTLISTENER if name == "courtlistener" else (name,))]
    with (store_to_change(options.db) as engine,
          receive(engine, port, host, secret, addresses, proxied=behind_proxy, say=say) as server):
        click.echo(f"{server.url}  (Ctrl-C ends it)")
        with contextlib.suppress(KeyboardInterrupt):
            threading.Event().wait()
