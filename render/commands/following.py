"""`writwatch init`, `follow`, `discover`: what an editor follows."""
import datetime as dt
import json
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import SiteError
from ..options import Options
from ..screen import say
from .joined import load, store_to_look_at

if TYPE_CHECKING:
    from ..cases import Site
    from ..found_decisions import Verdict


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", default="", help="What the tracker is called.")
@click.option("--contact", default="", help="Where readers write to: an e-mail address or a page.")
@click.option("--language", default="", help="The first language of the pages: en, es.")
@click.option("--base-url", default="", help="Where the site will stand: https://tracker.example.org/.")
def init(folder: Path, name: str, contact: str, language: str, base_url: str) -> None:
    """Start a new tracker in FOLDER: its config, example cases, the scheduled update, a README for editors.

    Nothing that is there is written over. On a terminal it asks for what is not given; Enter leaves a default.
    """
    from ..starting import Answers
    from ..starting import init as start

    asked = ("What is the tracker called?", "Where do readers write to (e-mail or page)?",
             "The first language of the pages?", "Where will the site stand?")
    answers = Answers(name, contact, language, base_url)
    if sys.stdin.isatty():
        answers = Answers(*(given or click.prompt(question, default="", show_default=False, err=True)
                            for given, question in zip(answers, asked, strict=True)))
    for path in start(folder, answers):
        click.echo(f"made {path}")
    say(f"Next: cd {shlex.quote(str(folder))}, then `writwatch follow ID`; README.md there says the rest.")


@click.command()
@click.argument("dockets", nargs=-1, required=True, metavar="ID…")
@click.pass_obj
def follow(options: Options, dockets: tuple[str, ...]) -> None:
    """Add dockets to the watch list: CourtListener ids, URLs, or court:number."""
    from ..found_decisions import load_tracker
    from ..tracker import follow as add

    options.refuse_packaged()
    found = load_tracker(options.site, dt.datetime.now(dt.UTC).date()).found
    rejected = found.rejected | found.unclear
    for path in add(options.site, list(dockets), held=_held(options.db), rejected=rejected):
        click.echo(f"made {path}")


def _held(db: str) -> "dict[tuple[str, str], int]":
    """The dockets that the store knows; none before the first fetch, and nothing heavy is imported for that."""
    if "://" not in db and not Path(db).is_file():
        return {}
    from ..casebook import held_places

    with store_to_look_at(db) as engine:
        return held_places(engine)


@click.command()
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
    from ..casebook import waiting_dockets
    from ..found import tell_waiting, waiting_json

    with store_to_look_at(options.db) as engine:
        waiting = waiting_dockets(site, engine)
    searched = bool(site.config.cohort or site.config.search)
    click.echo(json.dumps(waiting_json(waiting), indent=2) if as_json else tell_waiting(waiting, limit, searched))
    return 3 if site.problems else 0


def decide(
    options: Options, site: "Site", ids: tuple[int, ...], decision: "Verdict", by: str, why: str
) -> Path:
    """Write the decisions; of what is rejected the store keeps nothing."""
    from ...fetch.purge import purge_dockets
    from ..casebook import in_case_files
    from ..found_decisions import DocketDecision, add_found
    from ..store import read_found

    options.refuse_packaged()
    if not by.strip():
        raise SiteError('nobody decides: add --by "YOUR NAME".')
    with store_to_look_at(options.db) as engine:
        found = {docket.id for docket in read_found(engine, ids)}
        followed = in_case_files(site, engine)
        decided = {*site.found.accepted, *site.found.rejected, *site.found.unclear}
        for number in ids:
            if number in followed:
                raise SiteError(f"{number} is followed in a case file, which decides: nothing was added.")
            if number not in found | decided:
                raise SiteError(f"{number} was not found by any search: `writwatch follow {number}` follows it.")
        today = dt.datetime.now(dt.UTC).date()
        decisions = [DocketDecision(number, decision, by, today, why) for number in dict.fromkeys(ids)]
        path = add_found(options.site, decisions)
        if decision == "reject":
            purge_dockets(engine, ids)
    return path
