"""`writwatch agreements FILE` and `writwatch agencies`: lists of 287(g) agreements, and who is on them.

In: a spreadsheet, a tracker's folder, a store. Out: one more snapshot in the tracker's `data/`, or what a person should
decide. `cli.py` adds both with `writwatch.add_command`. Heavy imports wait.
"""
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from . import SiteError
from .options import Options
from .screen import say, terminal

if TYPE_CHECKING:
    from .agreements import Agreement, Changes

_TOLD: Final = 10


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the list, where its name says none.")
@click.option("--source", default="", help="Who published it.  [ICE]")
@click.pass_obj
def agreements(options: Options, file: Path, day: dt.datetime | None, source: str) -> None:
    """Take in a list of 287(g) agreements: ICE's spreadsheet (.xlsx), or a CSV of ours. Earlier lists stay.

    \b
    writwatch agreements participatingAgencies01262026am.xlsx
    writwatch agreements agreements.csv --on 2026-01-26 --source "ICE, list of participating agencies"
    """
    from .agreements import NAME, agreements_text, compare, day_in_name, from_rows, read_agreements, with_snapshot
    from .spreadsheets import read_rows
    from .tracker import write_whole

    options.refuse_packaged()
    on = day.date() if day else day_in_name(file.name)
    new = from_rows(read_rows(file), file, on, source)
    late = max(each.snapshot for each in new)
    if late > dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1):
        raise SiteError(f"{file} would be a list of {late}, which is yet to come: check the day, or give it with --on.")
    kept = read_agreements(options.layers("data"))
    path = options.site / "data" / NAME
    write_whole({path: agreements_text(with_snapshot(kept, new))})
    days = sorted({each.snapshot for each in new})
    for on in days:
        those = [each for each in new if each.snapshot == on]
        before = max((each.snapshot for each in (*kept, *new) if each.snapshot < on), default=None)
        click.echo(f"{len(those):,} agreements of {on}, in {len({each.state for each in those}):,} states.")
        if before:
            older = [each for each in (*kept, *new) if each.snapshot == before]
            click.echo(tell_changes(compare(older, those), before))
    click.echo(f"kept in {path}")


def tell_changes(changes: "Changes", before: dt.date) -> str:
    """What is new, gone and changed since the list of `before`, a few of each by name."""
    said = [f"Since the list of {before}: {len(changes.added):,} added, {len(changes.ended):,} no longer on it, "
            f"{len(changes.changed):,} changed."]
    for what, some in (("added", changes.added), ("no longer on it", changes.ended), ("changed", changes.changed)):
        said += [f"  {what}: {_line(each)}" for each in some[:_TOLD]]
        if len(some) > _TOLD:
            said.append(f"  … and {len(some) - _TOLD:,} more {what}")
    return "\n".join(said)


def _line(each: "Agreement") -> str:
    signed = f", signed {each.signed}" if each.signed else ""
    return terminal(f"{each.state} {each.agency} ({each.model}{signed})")


@click.command()
@click.pass_obj
def agencies(options: Options) -> int:
    """Which local agencies on dockets may be ones that have a 287(g) agreement: for you to decide.

    What is the same is matched without you. A decision is a few lines in data/agency-matches.toml.
    """
    from .agencies import MATCHES, tell_proposals
    from .casebook import all_cases, outcomes, published
    from .cases import latest_day
    from .decisions import load_decisions
    from .enforcement import read_enforcement
    from .found_decisions import load_tracker
    from .store import opened

    now = dt.datetime.now(dt.UTC)
    today = now.date()
    site = load_tracker(options.site, today)
    known = read_enforcement(options.layers("data"), site.config, today).agencies
    with opened(options.db) as engine:
        cases = all_cases(site, engine)
        decisions, mistakes = load_decisions(options.site, cases, latest_day(site.config.timezone, now))
        shown = published(outcomes(cases, engine, today, [], decisions))
        proposals = [each for case in shown for each in known.proposals(case)]
    problems = (*site.problems, *mistakes)
    for problem in problems:
        say(str(problem))
    for said in tell_proposals(proposals, options.site / "data" / MATCHES).splitlines():
        click.echo(terminal(said))
    return 3 if problems else 0
