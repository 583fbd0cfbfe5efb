"""`writwatch state …`: the state of a tracker, saved elsewhere under a key and restored from there.

In: a database. Out: an encrypted state in a folder or a git repository, and sentences. `cli.py` adds the group with
`writwatch.add_command(state)`; `obj` is its Options.
"""
import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from .counted import counted

if TYPE_CHECKING:
    from .keep import Place

# Heavy imports wait until a command needs them: cli.py imports this module for every command.

KEY_VARIABLE = "WRITWATCH_STATE_KEY"
TOKEN_VARIABLE = "WRITWATCH_STATE_TOKEN"  # noqa: S105 - the name of a variable


class Options(Protocol):
    """What stands before the command: `Options` of the other half."""

    @property
    def db(self) -> str: ...


@click.group()
def state() -> None:
    """Keep the database elsewhere, encrypted, and bring it back: `save`, `restore`, `key`.

    The key is read from WRITWATCH_STATE_KEY, and the token for a repository at an https address from
    WRITWATCH_STATE_TOKEN. Neither is taken from the command line, where other programs could read it.
    """


@state.command("key")
def make_key() -> None:
    """Make a new key and print it, for a password store or a secret of your host. It is kept nowhere else."""
    from .keep import new_key

    click.echo(new_key())


TO_GIT = click.option("--git", "address", default="", metavar="ADDRESS", help="A git repository; a branch of it.")
TO_BRANCH = click.option("--branch", default="state", show_default=True, help="The branch; it holds nothing else.")
TO_FOLDER = click.option("--folder", type=click.Path(path_type=Path), help="A folder instead of a repository.")
ALSO = click.option("--with", "also", type=click.Path(path_type=Path), multiple=True, metavar="PATH",
                    help="Save this file or folder too, such as found.toml where your repository is public.")


@state.command("save")
@TO_GIT
@TO_BRANCH
@TO_FOLDER
@ALSO
@click.option("--over", is_flag=True, help="In place of whatever state is kept there.")
@click.pass_obj
def save_command(
    options: Options, address: str, branch: str, folder: Path | None, also: tuple[Path, ...], over: bool
) -> None:
    """Save the database and the key of its takedowns, encrypted, in place of the state it came from."""
    from .keep import save_state

    kept = save_state(options.db, _place(address, branch, folder), _key(), _now(), also, over=over)
    click.echo(f"Saved: {counted(kept.files, 'file')}, {kept.bytes / 1e6:.1f} MB encrypted.", err=True)


@state.command("restore")
@TO_GIT
@TO_BRANCH
@TO_FOLDER
@click.option("--replace", is_flag=True, help="In place of a database that is here.")
@click.pass_obj
def restore_command(options: Options, address: str, branch: str, folder: Path | None, replace: bool) -> None:
    """Bring the database back. Where no state is kept yet, say so and change nothing."""
    from .keep import restore_state

    place = _place(address, branch, folder)
    kept = restore_state(options.db, place, _key(), _now(), Path(), replace=replace)
    if kept is None:
        where = f"there is no folder {place}" if folder and not folder.is_dir() else f"no state is kept in {place}"
        click.echo(f"Nothing was restored, for {where} yet: the first `writwatch state save` makes it.", err=True)
        return
    click.echo(f"Restored: {counted(kept.files, 'file')} as saved at {kept.saved_at:%Y-%m-%d %H:%M} UTC.", err=True)
    for name in kept.left:
        click.echo(f"{name} is here already, in other words, and stays as it is.", err=True)


def keeper(
    db: str, address: str, branch: str, folder: Path | None, also: tuple[Path, ...]
) -> Callable[[], None] | None:
    """What saves the state of a database whenever it is called; None where no place is named."""
    if not address and folder is None:
        return None
    from .keep import save_state

    place, key = _place(address, branch, folder), _key()

    def keep() -> None:
        save_state(db, place, key, _now(), also)

    return keep


def _place(address: str, branch: str, folder: Path | None) -> "Place":
    from .keep import Folder, GitBranch

    if bool(address) == (folder is not None):
        raise click.UsageError("say where the state is kept: --git ADDRESS or --folder DIR.")
    return Folder(folder) if folder is not None else GitBranch(address, branch, os.environ.get(TOKEN_VARIABLE, ""))


def _key() -> str:
    return os.environ.get(KEY_VARIABLE, "")


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
