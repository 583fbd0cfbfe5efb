"""`writwatch review …`: what a person should look at, and what they decide about it.

In: a tracker's folder and a store. Out: a list on the terminal, or one more decision in the tracker's folder. `cli.py`
adds the group.
"""
import datetime as dt
import shutil
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from . import SiteError
from .options import Options
from .screen import say, shown_json

if TYPE_CHECKING:
    import sqlalchemy as sa

    from .casebook import ReadCase
    from .cases import Case, Site
    from .decisions import Decisions

# Heavy imports wait until a command needs them: cli.py imports this module for every command.

SHOWN: Final = 20
Command = TypeVar("Command", bound=Callable[..., Any])


@click.group(invoke_without_command=True)
@click.option("--limit", type=click.IntRange(min=1), default=SHOWN, show_default=True, help="How many to show.")
@click.option("--json", "as_json", is_flag=True, help="All of them, for machines.")
@click.option("--names", is_flag=False, flag_value="", metavar="[DOCKET]",
              help="What was hidden and what was kept in a docket's case, side by side; alone: in how many forms.")
@click.pass_context
def review(context: click.Context, limit: int, as_json: bool, names: str | None) -> int:
    """What a person should confirm or overrule, what matters most first.

    It shows entries as the court wrote them, names and all, since you must see them to decide: for your own terminal,
    not for a log that others read.
    """
    if context.invoked_subcommand is not None:
        return 0
    from .casebook import Missing, outcomes, read_cases
    from .notes import noted
    from .review import in_order, items_json, tell_review, with_texts
    from .store import opened, read_dockets

    options: Options = context.obj
    today = _today(options)
    with opened(options.db) as engine:
        site, cases, decisions, problems = _load(options, engine)
        missing: list[Missing] = []
        if names is not None:
            some = [_case_of(cases, engine, names)] if names else cases
            _tell_names(read_cases(some, engine, today, missing, decisions), bool(names), as_json)
            if names and missing:
                raise SiteError(f"{names} has not been fetched yet: run `writwatch fetch`.")
            return 3 if problems else 0
        with options.kept(site) as kept:
            every = outcomes(noted(cases, options.site), engine, today, missing, decisions, kept=kept)
            items = in_order(item for outcome in every for item in outcome.to_review)
        shown = items if as_json else items[:limit]
        shown = with_texts(shown, read_dockets(engine, {item.docket_id for item in shown if item.docket_id}))
    if as_json:
        click.echo(shown_json(items_json(shown), indent=2))
    else:
        click.echo(tell_review(shown, items))
    if missing:
        click.echo(f"{len(missing):,} of {len(cases):,} cases have not been fetched yet.", err=True)
    return 3 if problems else 0


def _tell_names(cases: "Iterator[ReadCase]", one: bool, as_json: bool) -> None:
    """The sheet of one case, or a line for each; for machines, the sheet of each, one a line."""
    from .review_names import names_sheet, sheet_json, tell_sheet, tell_sheets

    sheets = map(names_sheet, cases)
    if as_json:
        for sheet in sheets:
            click.echo(shown_json(sheet_json(sheet)))
    elif one:
        for sheet in sheets:
            click.echo(tell_sheet(sheet, shutil.get_terminal_size().columns))
    else:
        click.echo(tell_sheets(sheets))


def _decides(command: Command) -> Command:
    """The arguments that every decision has."""
    for add in (
        click.option("--note", default="", help="Why, in your own words; kept in the file."),
        click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the decision.  [today]"),
        click.option("--by", required=True, metavar="NAME", help="Who decides. It is published."),
        click.option("--entry", type=int, metavar="ID", help="The entry that shows it, by CourtListener's id."),
        click.argument("case"),
    ):
        command = add(command)
    return command


@review.command()
@_decides
@click.option("--axis", default="", help='An axis, or "status", that the machine has right …')
@click.option("--event", default="", help="… or a type of event that the entry is.")
@click.option("--value", default="", help="The axis' value; the event's outcome, where it has one.")
@click.pass_obj
def confirm(options: Options, **given: Any) -> None:
    """CASE is as the machine says, or as the entry shows: a value of an axis, or an event.

    \b
    writwatch review confirm mnd-0-26-cv-00100 --event contempt_finding --entry 123 --by "Dana Whitlow"
    writwatch review confirm mnd-0-26-cv-00100 --axis custody --value released --entry 124 --by "Dana Whitlow"
    """
    _decide(options, "confirm", **given)


@review.command()
@_decides
@click.option("--axis", required=True, help='An axis, or "status".')
@click.option("--value", required=True, help="What holds.")
@click.pass_obj
def correct(options: Options, **given: Any) -> None:
    """CASE is not as the machine says: give the axis the value that holds."""
    _decide(options, "correct", **given)


@review.command()
@_decides
@click.option("--event", default="", help="The type of event that the entry is not …")
@click.option("--axis", default="", help="… or the axis that it does not move.")
@click.pass_obj
def reject(options: Options, **given: Any) -> None:
    """An entry of CASE is no such event, or does not move that axis."""
    _decide(options, "reject", **given)


def _decide(
    options: Options, action: Any, case: str, by: str, day: dt.datetime | None, entry: int | None, **what: str
) -> None:
    """Check the decision against the case and the store, and add it to the case's file."""
    from .decisions import add_decision
    from .found import SCOPE
    from .procedure.findings import Decision
    from .store import opened

    options.refuse_packaged()
    today = _today(options)
    on = day.date() if day else today
    if on > today:
        raise SiteError(f"{on} is yet to come: a decision is made today or was made before.")
    docket, found = None, ()
    if entry is not None or not (options.site / "cases" / f"{case}.toml").is_file():
        with opened(options.db) as engine:
            _, cases = _cases(options, engine)
            docket = _docket_of(cases, engine, case, entry) if entry is not None else None
            found = tuple(each.slug for each in cases if each.scope == SCOPE)
    decision = Decision(action, by, on, docket_id=docket, entry_id=entry, **what)
    path = add_decision(options.site, case, decision, found)
    click.echo(f"added to {path}")


def _docket_of(cases: "Sequence[Case]", engine: "sa.Engine", slug: str, entry: int) -> int:
    """The docket of the case that has this entry; a slip of the finger must not confirm another case's entry."""
    from .store import read_dockets

    case = next((each for each in cases if each.slug == slug), None)
    if case is None:
        raise SiteError("there is no case of that name, or its file has a mistake.")
    for docket in read_dockets(engine, _ids(case, engine)):
        if any(each.id == entry for each in docket.entries):
            return docket.id
    raise SiteError(f"{slug} has no entry {entry}: give CourtListener's id, as `writwatch review` shows it.")


def _case_of(cases: "Sequence[Case]", engine: "sa.Engine", docket: str) -> "Case":
    """The case with this docket, by CourtListener's id or by the case's own name."""
    for case in cases:
        if docket == case.slug or (docket.isdecimal() and int(docket) in _ids(case, engine)):
            return case
    raise SiteError(f"no case follows {docket}: give a docket's CourtListener id, or the name of a case.")


def _ids(case: "Case", engine: "sa.Engine") -> list[int]:
    from .casebook import docket_ids
    from .store import held_dockets

    return docket_ids(case, {place: number for number, place in held_dockets(engine).items()})


def _today(options: Options) -> dt.date:
    from .cases import day_of, load_config

    return day_of(load_config(options.site)[0].timezone, dt.datetime.now(dt.UTC))


def _load(options: Options, engine: "sa.Engine") -> "tuple[Site, Sequence[Case], Decisions, int]":
    """The tracker, its cases and the decisions, their problems said; how many there are."""
    from .cases import latest_day
    from .decisions import load_decisions

    site, cases = _cases(options, engine)
    latest = latest_day(site.config.timezone, dt.datetime.now(dt.UTC))
    decisions, mistakes = load_decisions(options.site, cases, latest)
    problems = (*site.problems, *mistakes)
    for problem in problems:
        say(str(problem))
    return site, cases, decisions, len(problems)


def _cases(options: Options, engine: "sa.Engine") -> "tuple[Site, Sequence[Case]]":
    """The tracker, the cases of its files and those of accepted dockets."""
    from .casebook import all_cases
    from .found_decisions import load_tracker

    site = load_tracker(options.site, dt.datetime.now(dt.UTC).date())
    return site, all_cases(site, engine)
