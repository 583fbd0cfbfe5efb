"""`writwatch notify`: what is new, told to whom the rules of a tracker name."""
import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ...fetch.keep_commands import ALSO, TO_BRANCH, TO_FOLDER, TO_GIT
from ..options import Options, look
from ..screen import say
from .joined import health_of, load, local, store_to_change, store_to_look_at

if TYPE_CHECKING:
    from ..cases import Site
    from ..health import Health


@click.command()
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
    from ...fetch.keep_commands import keeper

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

    from ...fetch.outbox import Outbox
    from ..cases import latest_day
    from ..notices import Notices
    from ..notify_commands import BACK, add_cases, hold_back, shown_instead, unknown_cases, unspoken
    from ..posting import in_trouble, post, tell_posted
    from ..senders import target_of
    from ..store import opened

    now, seen = dt.datetime.now(dt.UTC), look(site)
    latest = latest_day(site.config.timezone, now)
    spoken = options.spoken(site)
    with store_to_look_at(options.db) as engine:
        waiting = Outbox(engine).oldest(again=again)
    back = min(filter(None, (now.date() - BACK, since, waiting)))
    notices = Notices(seen, site.config.notify, now, spoken, back)
    notices.health(health, unbuilt=not built)
    sentences = unspoken(site.config.notify, spoken)
    if built:
        with opened(options.db) as engine, options.kept(site) as kept:
            forms = add_cases(notices, options.site, site, engine, latest, kept)
        sentences += [*unknown_cases(notices), *hold_back(notices, forms, seen, spoken)]
    real = lambda rule: target_of(rule, os.environ)  # noqa: E731
    with store_to_change(options.db) as engine:
        box = Outbox(engine)
        told = post(
            box.copy() if dry_run else box, site.config.notify, notices, shown_instead(real) if dry_run else real,
            lambda: dt.datetime.now(dt.UTC), ZoneInfo(site.config.timezone or "UTC"),
            only=None if built else {"health"}, since=since, again=again, keep=keep)
    if keep is not None:
        keep()
    for sentence in (*sentences, *([] if dry_run else tell_posted(told, local))):
        say(sentence)
    return 3 if sentences or (in_trouble(told) and not dry_run) else 0
