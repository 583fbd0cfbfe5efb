"""What several commands begin with: the tracker read, the store opened, what of both halves belongs together."""
import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from ...fetch import FetchError
from .. import SiteError
from ..options import Options
from ..screen import say

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ...fetch.plan import Following
    from ..cases import Site
    from ..health import Health

TOKEN = "COURTLISTENER_API_TOKEN"  # noqa: S105 - the name of a variable, not a token
Started = TypeVar("Started")


def load(options: Options) -> "Site":
    """The site folder and what was decided about found dockets, its problems said."""
    from ..found_decisions import load_tracker

    site = load_tracker(options.site, dt.datetime.now(dt.UTC).date())
    for problem in site.problems:
        say(str(problem))
    return site


def tell_starter(options: Options, tell: Callable[[str], None] = say) -> None:
    """Say whose list is followed where it is not the operator's: a slip of the folder spends the budget on it."""
    if options.is_packaged:
        tell("No tracker is in this folder: the starter list that comes with writwatch is followed.")


def wanted_dockets(site: "Site") -> list[Any]:
    """The dockets of the case files, then those that were found and that an editor accepted."""
    from ...fetch.sync import Wanted

    by_hand = [Wanted(ref.id, ref.court or "", ref.docket_number or "") for case in site.cases for ref in case.dockets]
    return [*by_hand, *map(Wanted, site.found.accepted)]


def following_of(site: "Site", db: str, today: dt.date) -> "Following":
    """What is followed beside the dockets of the case files, and what is urgent among these."""
    from ...fetch.discover import Cohort, Search
    from ...fetch.plan import Following

    return Following(
        cohorts=tuple(
            Cohort(each.name, each.nature_of_suit, each.courts, each.accept == "rule", each.topic)
            for each in site.config.cohort
        ),
        searches=tuple(
            Search(each.name, each.query, each.courts, each.days, each.accept == "rule", each.topic)
            for each in site.config.search
        ),
        rejected=site.found.rejected | site.found.unclear,
        urgency=urgency_of(site, db, today),
    )


def urgency_of(site: "Site", db: str, today: dt.date) -> dict[int, float]:
    """How urgent the dockets of the case files are, by what the store has of them; nothing before the first fetch."""
    from ...fetch.database import used
    from ..casebook import urgencies
    from ..store import open_to_read

    try:
        engine = open_to_read(db)
    except SiteError:
        return {}
    with used(engine):
        return urgencies(site.cases, engine, today)


@contextmanager
def store_to_change(db: str) -> "Iterator[sa.Engine]":
    """The store as long as it is needed, made where there is none, at the newest schema."""
    from ...fetch.database import open_store, used

    with used(open_store(db)) as engine:
        yield engine


@contextmanager
def store_to_look_at(db: str) -> "Iterator[sa.Engine]":
    """The store as long as it is needed; where there is no file yet, an empty one that leaves none behind."""
    from ...fetch.database import file_of

    file = file_of(db)
    with store_to_change(db if file is None or file.is_file() else ":memory:") as engine:
        yield engine


def health_of(options: Options, site: "Site", now: dt.datetime, mistakes: int = 0) -> "Health":
    """How the fetching stood at `now`, in counts and times."""
    from ...fetch.health import fetching
    from ..health import Health

    with store_to_look_at(options.db) as engine:
        found = fetching(engine, wanted_dockets(site), now, following_of(site, options.db, now.date()))
    return Health(now, **found._asdict(), mistakes=mistakes)


def local(moment: dt.datetime) -> str:
    """A moment by this machine's clock."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M %Z")


def listening(port: int, start: Callable[[], Started]) -> Started:
    """Start a server; a port that is taken is the operator's to mend."""
    try:
        return start()
    except (OSError, OverflowError) as error:
        raise FetchError(f"cannot listen on port {port} ({error}): choose another with --port.") from None
