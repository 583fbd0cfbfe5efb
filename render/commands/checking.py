"""`writwatch status`, `doctor`: how it stands, and what is wrong with the set-up."""
import datetime as dt
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ...fetch import FetchError
from .. import SiteError
from ..options import Options
from ..screen import say
from .joined import TOKEN, following_of, health_of, load, store_to_look_at, tell_starter, wanted_dockets

if TYPE_CHECKING:
    from ...fetch.checkup import DatabaseFacts
    from ...fetch.outbox import Untried
    from ..cases import Site
    from ..doctor import Check
    from ..toml_tables import Problem


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.pass_obj
def status(options: Options, as_json: bool) -> int:
    """What is followed, how fresh it is, and what the budget allows next."""
    from ...fetch.database import file_of
    from ...fetch.outbox import Outbox, tell_outbox
    from ...fetch.quota import fingerprint
    from ...fetch.standing import standing, tell_standing

    site = load(options)
    tell_starter(options)
    if (file := file_of(options.db)) and not file.is_file():
        say(f"There is no database {file}: run `writwatch fetch`, or name another with --db.")
    token = os.environ.get(TOKEN, "")
    account = fingerprint(token) if token else None
    now = dt.datetime.now(dt.UTC)
    with store_to_look_at(options.db) as engine:
        found = standing(engine, wanted_dockets(site), account, now, following_of(site, options.db, now.date()))
        notified = Outbox(engine).standing()
    found["notices"] = [each._asdict() for each in notified]
    click.echo(json.dumps(found, indent=2) if as_json else "\n".join((tell_standing(found), *tell_outbox(notified))))
    return 3 if site.problems else 0


@click.command()
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
    from ...fetch.checkup import look_at_database
    from .. import doctor as tell

    database = look_at_database(options.db, os.environ.get(TOKEN, ""))
    checks = [*examine(options, database, out, online),
              *examine_state(options, database.newest, address if online else "", branch)]
    if tests:
        from ..site_checkup import chromium

        checks.append(tell.check_chromium(chromium()))
    click.echo(json.dumps(tell.as_json(checks), indent=2) if as_json else tell.tell(checks))
    return tell.exit_status(checks)


def examine(options: Options, database: "DatabaseFacts", out: Path, online: bool) -> Iterator["Check"]:
    """Every check but that of the kept state."""
    from zoneinfo import ZoneInfo

    from ...fetch import checkup
    from .. import doctor, site_checkup

    now, token = dt.datetime.now(dt.UTC), os.environ.get(TOKEN, "")
    yield doctor.check_token(token, token_mistake(token), "127.0.0.1" in options.api)
    yield from doctor.check_database(database)
    yield from doctor.check_file(database.place, writable=checkup.can_be_written(options.db))
    if online:
        yield from doctor.check_online(checkup.ask_courtlistener(api_of(options), token, now))
    else:
        yield doctor.check_clock(now, database.newest)
        yield doctor.check_limits(database)
    private = checkup.private_files(options.db, options.kept_at)
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
        if problems or not mistake:
            yield from doctor.check_editors(problems, len(site.cases))
        yield doctor.check_words(site_checkup.language_mistake(
            site.config.language or "en", site.config.languages, options.layers("locales")))
        mistaken = site_checkup.target_mistakes(site.config.notify, os.environ)
        yield from doctor.check_targets(mistaken)
        yield from doctor.check_quiet_hours(
            [rule for rule in site.config.notify if not mistaken[rule.name]],
            untried_notices(options) if sound(database) else {}, database.newest, site_checkup.scheduled(options.site),
            now, ZoneInfo(site.config.timezone or "UTC"))
    own = options.site / "templates"
    yield from doctor.check_templates(*site_checkup.template_mistakes(
        [own] if own.is_dir() and not options.is_packaged else []))
    yield from doctor.check_extras(site_checkup.extras())
    if site is not None and sound(database):
        yield from doctor.check_health(health_of(options, site, now))


def untried_notices(options: Options) -> "dict[str, Untried]":
    """What waits in the outbox and was never tried, by rule."""
    from ...fetch.outbox import Outbox
    from ..store import opened

    with opened(options.db) as engine:
        return Outbox(engine).untried()


def examine_state(
    options: Options, newest: dt.datetime | None, address: str, branch: str
) -> Iterator["Check"]:
    """The kept state; `newest`: when the newest run began; `address`: where to look for the state, "" not to."""
    from ...fetch.checkup import look_at_state
    from ...fetch.keep import KEY_VARIABLE, TOKEN_VARIABLE, GitBranch
    from ..doctor import check_state

    found = look_at_state(options.db, os.environ.get(KEY_VARIABLE, ""))
    trouble = ""
    if address:
        try:
            kept = GitBranch(address, branch, os.environ.get(TOKEN_VARIABLE, "")).mark()
            trouble = "" if kept else f"no state is kept in the branch {branch} yet"
        except FetchError as error:
            trouble = str(error)
    yield from check_state(found, trouble, newest)


def token_mistake(token: str) -> str:
    from ...fetch.courtlistener import checked_token

    try:
        checked_token(token)
    except FetchError as error:
        return str(error)
    return ""


def api_of(options: Options) -> str:
    from ...fetch.courtlistener import API

    return options.api or API


def sound(database: "DatabaseFacts") -> bool:
    return database.there and not database.trouble and database.schema == database.knows and not database.key


def all_problems(options: Options, database: "DatabaseFacts") -> "tuple[Site | None, list[Problem], str]":
    """The site, every mistake in what editors wrote, and the one for which nothing can be read, "" where none is."""
    from ..casebook import all_cases
    from ..cases import latest_day, load_site
    from ..corrections import load_corrections
    from ..decisions import load_decisions
    from ..enforcement import read_enforcement
    from ..found_decisions import load_found
    from ..judges import read_judges
    from ..known import LISTS
    from ..notes import with_notes
    from ..numbering import read_lists
    from ..store import opened

    now = dt.datetime.now(dt.UTC)
    today = now.date()
    site = None
    try:
        site = load_site(options.site, today)
        found, of_found = load_found(options.site, site.cases, today)
        site = site._replace(found=found)
        cases = site.cases
        if sound(database):
            with opened(options.db) as engine:
                cases = all_cases(site, engine)
        followed = with_notes(cases, options.site)
        latest = latest_day(site.config.timezone, now)
        _, of_decisions = load_decisions(options.site, followed, latest)
        _, of_corrections = load_corrections(options.site, latest)
        read_judges(options.layers("data"))
        read_enforcement(options.layers("data"), site.config, today)
        read_lists(options.site / LISTS)
        return site, [*site.problems, *of_found, *of_decisions, *of_corrections], ""
    except SiteError as error:
        return site, list(site.problems) if site else [], str(error)
