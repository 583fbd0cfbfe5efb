"""`writwatch import …`: what comes in files."""
import datetime as dt
from pathlib import Path
from typing import Any

import click

from ..options import Options
from ..progress import progress_bar
from ..screen import say
from .joined import following_of, load, store_to_change


class Kinds(click.Group):
    """`import FILE` is `import list FILE`: the first word is a kind of file only where it is one of ours."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        return super().resolve_command(ctx, args if args[0] in self.commands else ["list", *args])


@click.group("import", cls=Kinds, subcommand_metavar="FILE | COMMAND FILE")
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
    from ...fetch.imports.bulk import import_bulk, tell_bulk

    site = load(options)
    now = dt.datetime.now(dt.UTC)
    following = following_of(site, options.db, now.date())
    with store_to_change(options.db) as engine, progress_bar("reading, in MB") as bar:
        show = lambda done, total: bar.show(done // 10**6, total // 10**6)  # noqa: E731
        report = import_bulk(
            engine, file, following.cohorts, now, since.date() if since else None, following.rejected, show)
    click.echo(tell_bulk(report))
    return 3 if report.malformed or site.problems else 0


@import_group.command("list")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def import_command(options: Options, file: Path) -> int:
    """Follow the dockets of a list (CSV or JSON lines), or save an export of CourtListener. Asks nothing."""
    from ...fetch.imports import import_file, tell_import
    from ..casebook import held_places
    from ..procedure.courts import COURTS
    from ..tracker import follow_new

    courts = {court.citation: court.id for court in COURTS.values()}
    with store_to_change(options.db) as engine:
        report = import_file(engine, file, dt.datetime.now(dt.UTC), courts)
        held = held_places(engine)
    if report.follow:
        options.refuse_packaged()
    made, left_out = follow_new(options.site, report.follow, held=held)
    say(tell_import(report))
    for sentence in left_out:
        say(sentence)
    click.echo(f"{len(made):,} case files made.")
    return 3 if report.mistakes or report.quarantined else 0
