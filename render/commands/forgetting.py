"""`writwatch purge`: a docket or a person forgotten for good, in the store and in what was made of it."""
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ...fetch.counted import counted
from .. import SiteError
from ..options import Options
from ..screen import say
from .joined import load, store_to_change
from .rendering import run_render

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ...fetch.purge import Forgotten, Holders
    from ..cases import Site
    from ..traces import Tells


@click.command()
@click.argument("ids", nargs=-1, type=click.IntRange(min=1), metavar="[ID…]")
@click.option("--name", "names", multiple=True, metavar="NAME", help='Forget a person, not the docket; "-" asks.')
@click.option("--why-kept-private", "why", default="", metavar="TEXT", help="Kept in the database, shown nowhere.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("public"), show_default=True,
              help="The pages to build anew.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
@click.option("--new-key", is_flag=True, help="Begin anew because takedowns.key is lost.")
@click.pass_obj
def purge(
    options: Options, ids: tuple[int, ...], names: tuple[str, ...], why: str, out: Path, yes: bool, new_key: bool
) -> int:
    """Forget dockets, or a person, for good: no later fetch, push or import brings them back.

    \b
    writwatch purge 69655305             the docket: rows, history, raw objects, pages
    writwatch purge 69655305 --name -    a person in this docket; what is left is "[name]"
    writwatch purge --name -             a person in every docket that holds the whole name

    "-" asks for the name, so that no shell keeps it. What is remembered are hashes, which takedowns.key beside the
    database makes and nothing else can compare; keep both together and that file to yourself.

    A kept state is replaced by the next `writwatch state save`; hosts keep the one before for a while, unreadable
    without its key. All other copies of database and pages that you or your host made (backups, snapshots, replicas,
    exports, the history of a repository, what was published) are yours to replace or delete.
    """
    from ...fetch import purge as forget
    from ..store import file_of

    if not (ids or names or new_key) or (new_key and (ids or names)):
        raise click.UsageError("give the ids of dockets, or --name, or --new-key alone.")
    if options.is_packaged and (file := file_of(options.db)) and not file.is_file():
        raise SiteError(f"there is no tracker here and no database {file}: go to the tracker's folder, or give --site "
                        "and --db. Nothing was forgotten.")
    now = dt.datetime.now(dt.UTC)
    with store_to_change(options.db) as engine:
        if new_key:
            agree(yes, "Give up what takedowns.key made, for good?")
            lost = forget.forget_lost_takedowns(engine, now)
            say(f"A new key is in use. No longer known, of dockets and people that were taken down: {lost:,}. Purge "
                "each of them again before the next fetch.")
            return 0
        asked = [click.prompt("Name", err=True) if name == "-" else name for name in names]
        if asked and not ids and not yes:
            tell_holders(forget.holders_of(engine, asked))
            agree(yes, "Forget it in these, and wherever it comes in full?")
        tells, site = telling(options, engine, ids, asked)
        options.forget_kept()
        done = (forget.forget_people(engine, asked, now, why, ids or None) if asked
                else forget.forget_dockets(engine, ids, now, why))
        options.forget_kept()  # a build may have been under way
        tell_forgotten(done, bool(asked), engine.dialect.name)
        if ids and not asked and (unknown := len(set(ids)) - done.dockets):
            say(f"Of {unknown:,} of these ids the database held nothing. They are remembered all the same: no fetch, "
                "push or import will bring them.")
    tell_of_state(options)
    return max(clear_trail(options, tells), clear_pages(options, site, out, tells),
               tell_where_it_still_stands(options, site, out, tells))


def agree(yes: bool, question: str) -> None:
    """Ask, unless the operator said yes beforehand."""
    try:
        if not yes and not click.confirm(question, err=True):
            raise click.Abort
    except click.Abort:
        raise click.UsageError("nothing was changed: answer with y, or say --yes.") from None


def tell_holders(holders: "Holders") -> None:
    """How far a name would be forgotten, in numbers alone."""
    from ..procedure.courts import COURTS

    count = sum(holders.whole.values())
    courts = ", ".join(
        f"{number:,} in {COURTS[court].citation if court in COURTS else court or 'no court that we know of'}"
        for court, number in holders.whole.items())
    say(f"{counted(count, 'docket holds', 'dockets hold')} the whole name{': ' + courts if courts else ''}. "
        "They may be of several people: with ids, `writwatch purge ID… --name -`, a person is forgotten only there.")
    if holders.partly:
        say(f"{holders.partly:,} others hold two parts of it together and stay as they are: give the id of any that "
            "means this person.")


def tell_forgotten(done: "Forgotten", of_people: bool, database: str) -> None:
    say(f"A name taken out of {counted(done.rows, 'row')} of {counted(done.dockets, 'docket')}." if of_people
        else f"{counted(done.dockets, 'docket')} forgotten.")
    if done.kin:
        say(f"Of the same case, as appeal or as what was appealed, these stay: {', '.join(map(str, done.kin))}.")
    if not done.tidy:
        say("Another program uses the database, so that its files may hold what was deleted: purge again without it.")
    if database != "sqlite":
        say("PostgreSQL's write-ahead log, replicas and backups may still hold it: see to these.")


def tell_of_state(options: Options) -> None:
    """What of a state that is kept elsewhere still holds it, and how to make that unreadable."""
    from ...fetch.checkup import look_at_state
    from ...fetch.keep import clear_left_over

    clear_left_over(options.db)
    if look_at_state(options.db, "").kept_at is not None:
        say("The state that was saved before still holds it. Save it anew, best with a new key (`writwatch state "
            "key`), and destroy the old one: what a host has not deleted yet can then be read by nobody.")


def telling(
    options: Options, engine: "sa.Engine", ids: tuple[int, ...], names: list[str]
) -> "tuple[Tells, Site | None]":
    """Whether a text outside the store tells of what goes; and the site, None where it cannot be read.

    Made before anything goes: only the store knows a docket's number. In files of a case with one of the dockets, a
    name's parts are told too; elsewhere only the whole name, since others have the parts.
    """
    from ...fetch.database import reading
    from ...fetch.names import Named, clean_text, name_of
    from ...fetch.purge import Marks
    from ..casebook import all_cases, docket_ids, held_places
    from ..traces import whole_words

    named = Named([name_of(name) for name in names])
    named.dockets.add(0)
    with reading(engine) as connection:
        marks = Marks(connection, ids)
    slugs: set[str] = set()
    try:
        site = load(options)
        held = held_places(engine)
        slugs = {slug for case in all_cases(site, engine) if not set(ids).isdisjoint(docket_ids(case, held))
                 for slug in (case.slug, *case.was)}
    except SiteError as error:
        say(f"writwatch: {error}")
        site = None
    named_there = whole_words(slugs)

    def tells(path: Path, text: str) -> bool:
        if names:
            return clean_text(text, 0 if path.stem in slugs else None, named) != text
        return path.stem in slugs or marks.are_in(text) or named_there.search(text) is not None

    return tells, site


def clear_trail(options: Options, tells: "Tells") -> int:
    """Take what tells out of the trail beside the database: no build may follow, here or at all."""
    from ..trail import forget_lines

    try:
        if options.trail_at is not None:
            forget_lines(options.trail_at, tells)
    except SiteError as error:
        say(f"writwatch: {error}")
        return 3
    return 0


def clear_pages(options: Options, site: "Site | None", out: Path, tells: "Tells") -> int:
    """Build the pages anew; where that fails, whatever the reason, take away the files that tell."""
    from ..traces import is_built, remove_pages

    if not is_built(out):
        say(f"There are no pages in {out}: build those that stand elsewhere with `writwatch render --out`.")
        return 0
    built = None
    try:
        if site is not None:
            built = run_render(options, site, out, None, forgets=True)
    except SiteError as error:
        say(f"writwatch: {error}")
    finally:
        if built is None:
            say(f"The pages could not be built anew: what told of it in {out} is deleted "
                f"({counted(remove_pages(out, tells), 'file')}). Mend what is wrong and run `writwatch render`.")
    return 3 if built is None else built


def tell_where_it_still_stands(options: Options, site: "Site | None", out: Path, tells: "Tells") -> int:
    """The editor's own files are the editor's to change."""
    from ..traces import telling_lines

    if options.is_packaged:
        return 0
    places = list(telling_lines(options.site, tells, out.absolute())) if options.site.is_dir() else []
    if places:
        more = f" and {len(places) - 20:,} more" if len(places) > 20 else ""
        say(f"Your own files still tell of it: {', '.join(places[:20])}{more}. Take it out there, and out of their "
            "history.")
    say("Publish the new pages, and do away with your copies of the old ones and of the database.")
    return 0 if site is not None else 3
