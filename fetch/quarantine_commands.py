"""`writwatch quarantine …`: rows that could not be understood, and which of them a person has looked at.

In: a database. Out: a list on the terminal, or a mark on rows. `cli.py` adds the group with
`writwatch.add_command(quarantine)`; `obj` is its Options.
"""
import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import click

if TYPE_CHECKING:
    import sqlalchemy as sa

# Heavy imports wait until a command needs them: cli.py imports this module for every command.


class Options(Protocol):
    """What stands before the command: `Options` of the other half."""

    @property
    def db(self) -> str: ...


@click.group(invoke_without_command=True)
@click.option("--settled", is_flag=True, help="Those that somebody settled, instead of those that wait.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many to show.")
@click.option("--json", "as_json", is_flag=True, help="All of them, whole, for machines.")
@click.pass_context
def quarantine(context: click.Context, settled: bool, limit: int, as_json: bool) -> None:
    """Rows of CourtListener's that could not be understood and wait for a person: `settle`, `reopen`.

    Each is kept whole and asked for again once a week; where it comes mended, or a newer writwatch understands it, it
    is no more here. It shows what came, names and all: for your own terminal, not for a log that others read.
    """
    if context.invoked_subcommand is not None:
        return
    from .quarantine import quarantine_json, read_quarantine, tell_quarantine

    with _store(context.obj) as engine:
        rows = read_quarantine(engine, settled=settled)
    click.echo(json.dumps(quarantine_json(rows), indent=2) if as_json else
               tell_quarantine(rows, limit, settled=settled))


@quarantine.command("settle")
@click.argument("ids", nargs=-1, type=int, required=True, metavar="ID…")
@click.option("--by", required=True, metavar="NAME", help="Who has looked at it. Kept in the database, shown nowhere.")
@click.option("--why", default="", metavar="TEXT", help="In your own words; kept there too.")
@click.pass_obj
def settle_command(options: Options, ids: tuple[int, ...], by: str, why: str) -> None:
    """You have looked at these rows: they trouble nobody any more, and stay as they came.

    Where one comes garbled in another form, or once more after it was mended, it is a new trouble and waits again.

    \b
    writwatch quarantine settle 12 13 --by "Dana Whitlow" --why "A date that no calendar has. Told CourtListener."
    """
    from .quarantine import settle

    with _store(options) as engine:
        number = settle(engine, ids, by, why, dt.datetime.now(dt.UTC))
    click.echo(f"{number:,} settled. The health page says so after the next `writwatch render`.")


@quarantine.command("reopen")
@click.argument("ids", nargs=-1, type=int, required=True, metavar="ID…")
@click.pass_obj
def reopen_command(options: Options, ids: tuple[int, ...]) -> None:
    """These rows wait for a person again."""
    from .quarantine import reopen

    with _store(options) as engine:
        number = reopen(engine, ids)
    click.echo(f"{number:,} wait again.")


@contextmanager
def _store(options: Options) -> "Iterator[sa.Engine]":
    from . import FetchError
    from .database import file_of, open_store, used

    file = file_of(options.db)
    if file and not file.is_file():
        raise FetchError(f"there is no database {options.db}: run `writwatch fetch`, or name another with --db.")
    with used(open_store(options.db)) as engine:
        yield engine
