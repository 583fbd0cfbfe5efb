"""`writwatch …`: the group of all commands. Arguments in, sentences and an exit status out.

0 done · 1 the operator can mend it · 2 wrong usage · 3 something failed, the rest was done. Heavy imports wait until a
command needs them: `writwatch --help` must answer at once.
"""
import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final, NoReturn

import click

from ..fetch import FetchError
from ..fetch.keep_commands import state
from ..fetch.quarantine_commands import quarantine
from . import PACKAGED, SiteError
from .agreement_commands import agencies, agreements
from .commands.checking import doctor, status
from .commands.fetching import alerts, fetch, listen
from .commands.following import discover, follow, init
from .commands.forgetting import purge
from .commands.importing import import_group
from .commands.notifying import notify
from .commands.rendering import render, serve, update
from .commands.trying import demo, read, sandbox
from .judge_commands import judges
from .measure_commands import measures
from .options import Options, default_site
from .review_commands import review
from .screen import say

_OF_THE_DISK: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS, errno.EFBIG})
"""What is no bug: a disk that is full, a place that is not ours to write."""


def main() -> NoReturn:
    """The command. A mistake of the operator is one line; everything else is a bug and keeps its traceback."""
    try:
        code = writwatch.main(standalone_mode=False)
    except (FetchError, SiteError) as error:
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
    except OSError as error:
        if error.errno not in _OF_THE_DISK:
            raise
        with suppress(OSError):  # it may be where this goes
            place = error.filename or "the output"
            say(f"writwatch: {place} cannot be written or read ({error.strerror}): make room or mend its permissions; "
                "what was saved is safe.")
            sys.stdout.flush()
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    sys.exit(code or 0)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="writwatch")
@click.option("--site", type=click.Path(path_type=Path), help="A tracker [./site, else ., else the packaged one].")
@click.option("--db", envvar="DATABASE_URL", default="dockets.db", show_default=True, help="A file or a database URL.")
@click.option("--api", envvar="COURTLISTENER_API_URL", default="", help="The root of CourtListener's API.")
@click.pass_context
def writwatch(context: click.Context, site: Path | None, db: str, api: str) -> None:
    """Follow federal dockets on immigration detention and enforcement; publish what they say, with proof."""
    needs_none = context.invoked_subcommand in {"init", "demo", "sandbox", "read", "serve"}
    context.obj = Options(site or (PACKAGED if needs_none else default_site()), db, api)


for command in (
    init, follow, discover, review,
    fetch, import_group, listen, alerts, quarantine, purge, state,
    render, update, serve, notify,
    agreements, agencies, judges, measures,
    status, doctor, read, sandbox, demo,
):  # fmt: skip
    writwatch.add_command(command)


if __name__ == "__main__":
    main()
