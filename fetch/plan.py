"""What we hold and what is followed in, what is worth asking in order out. Pure: the time is an argument.

Two kinds of asking. A `Sweep` is one listing over many dockets: what changed in a cohort, what is new in a chosen list
(by search), what a saved search finds, and everything of a cohort once a month. A `Step` is one part of one docket, for
what no listing reaches: first sight, texts that came late, rows that were deleted upstream. Twenty rows come with a
request whichever way they are asked for, so that a listing costs a fraction of asking docket by docket.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, Literal, NamedTuple

from .discover import Cohort, Filters, Search, docket_filters, entry_filters, of_listing, search_filters

Part = Literal["docket", "entries", "parties", "attorneys"]
Mode = Literal["whole", "delta"]

PARTS: tuple[Part, ...] = ("docket", "entries", "parties", "attorneys")
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
PAGE = 20
"""Rows of an answer."""
FRESH = dt.timedelta(minutes=15)
"""What was checked less than this ago is not asked again."""
RECONCILE = 30 * DAY
"""Deletions upstream show only when every row is asked for: after this long, a docket is."""
SPREAD = 10
"""So many days before that, dockets begin to be asked in turn, so that they do not all fall due at once."""
DOCKET_EVERY = 3 * DAY
"""How old a docket's own row (judge, dates, caption) may grow while its entries do not change."""
DOCKET_EVERY_OF_MANY = 14 * DAY
"""The same where many dockets are followed."""
WHO_EVERY_OF_FOUND = 120 * DAY
"""How often the parties and lawyers of dockets that nobody chose by hand are asked for again."""
OVERLAP = dt.timedelta(minutes=10)
"""How far before the start of the last pass a delta begins: CourtListener reads from replicas that lag."""
COHORT_EVERY = 4 * HOUR
"""How often a cohort's changes are asked for: each time the overlap comes along again."""
FIND_EVERY = 6 * HOUR
FOUND_BACK = 30 * DAY
"""How far back the first look at a cohort goes whose dockets an editor picks from."""
SEARCH_EVERY = 12 * HOUR
INDEXED_LATE = 7 * DAY
"""How long after its date of filing a docket may come to be known."""
LIST_EVERY = 6 * HOUR
LIST_EVERY_URGENT = 2 * HOUR
LIST_LAG = dt.timedelta(minutes=75)
"""How far before its last look a list begins: the index lags by up to an hour, and its answers are kept ten minutes."""
LIST_MOST = 200
"""Dockets in one search: so many were seen to be accepted (2,884 characters)."""
FEW = 4
"""Fewer dockets than this are asked whenever a run comes; more of them less often, so that the day's budget lasts."""
LIST_FROM = 13
"""From so many chosen dockets on, lists are worth their lag; fewer are each asked for what changed."""
LATE = DAY
"""How long a short title is given to become a text before it is asked for again, and how often that is done."""
CONTROL_EVERY = 30 * DAY
"""How often it is checked that search still answers for what we hold already."""
HINTS = 10
"""Pushed dockets that are asked for by themselves in one run; more of them wait for their list."""
URGENT = 0.5
FAILED_FOR = 7 * DAY
"""How long search is not asked for what it has failed to answer."""
CONTROL, CONTROL_TEXTS = "control", "control texts"
CHANGED_TOO = 1.5
"""Rows that come again because they changed, and those of the overlap, for one that is new: with it, so many."""
NEVER_SEEN, NEWS, CUT_OFF, CHANGED = "never seen", "there is news of it", "cut off last time", "what changed since"
TROUBLED_AGAIN = 7 * DAY
"""How soon a part is asked for again, whole, of which a row could not be understood."""
MISSING_AGAIN = 3 * DAY
"""How often a docket that CourtListener does not have, or not by that number, is asked for again."""


class Held(NamedTuple):
    """How far one part of one docket is; as the table `progress` has it. Part "search": the last list it was in."""

    mode: Mode
    next_url: str | None
    started_at: dt.datetime | None
    checked_at: dt.datetime | None
    whole_at: dt.datetime | None
    watermark: dt.datetime | None
    error: str | None = None


class HeldSweep(NamedTuple):
    """How far one listing is; as the table `sweep` has it."""

    endpoint: str
    params: Filters
    docket_ids: tuple[int, ...]
    mode: Mode
    next_url: str | None
    started_at: dt.datetime | None
    checked_at: dt.datetime | None
    whole_at: dt.datetime | None
    watermark: dt.datetime | None
    unbroken_since: dt.datetime | None
    error: str | None = None


class Following(NamedTuple):
    """What is followed: dockets of case files in their order, what cohorts and searches find, less what was rejected.

    `urgency`, from 0 to 1: hearings and due dates near, emergency motions pending, what an editor puts first. `news`:
    dockets of which something else than CourtListener's API said, at that time, that there is news.
    """

    dockets: tuple[int, ...] = ()
    cohorts: tuple[Cohort, ...] = ()
    searches: tuple[Search, ...] = ()
    rejected: frozenset[int] = frozenset()
    urgency: Mapping[int, float] = {}
    news: Mapping[int, dt.datetime] = {}


class Holding(NamedTuple):
    """What the store holds, as far as a plan needs it.

    `found`: for each listing of a cohort and each search, which dockets it found and when. `late`: entries that have
    only a short title so far, (entry, docket, since when). `pushed`: dockets that a push named, and when.
    `newest`: (docket, entry, when it was created) of two dockets' newest entries, to check the search by.
    `troubled`: parts with rows that nobody has understood yet. `missing`: when CourtListener last said that it has no
    such docket. `pace`: rows that come, a docket a day. `entries`: how many are held of each docket.
    """

    parts: Mapping[tuple[int, str], Held] = {}
    sweeps: Mapping[str, HeldSweep] = {}
    found: Mapping[str, Mapping[int, dt.datetime]] = {}
    late: tuple[tuple[int, int, dt.datetime], ...] = ()
    pushed: Mapping[int, dt.datetime] = {}
    newest: tuple[tuple[int, int, dt.datetime], ...] = ()
    missing: Mapping[int, dt.datetime] = {}
    pace: float = 0.0
    troubled: frozenset[tuple[int, str]] = frozenset()
    entries: Mapping[int, int] = {}


class Step(NamedTuple):
    """One part of one docket to bring up to date. `resume`: go on with the pass that was cut off."""

    docket_id: int
    part: Part
    mode: Mode
    since: dt.datetime | None = None
    resume: bool = False
    why: str = ""

    def __str__(self) -> str:
        return f"docket {self.docket_id}, {self.part}"


class Sweep(NamedTuple):
    """One listing over many dockets. `docket_ids`: of a chosen list. `since`: None where every row is asked for."""

    name: str
    endpoint: str
    params: Filters
    mode: Mode
    since: dt.datetime | None = None
    docket_ids: tuple[int, ...] = ()
    resume: bool = False
    why: str = ""
    cost: int = 1

    def __str__(self) -> str:
        return f"{self.name}, {len(self.docket_ids):,} dockets" if self.docket_ids else self.name


Task = Step | Sweep
Ranked = tuple[tuple[float, ...], Task]
RESUMED, CHANGES, FINDING, FIRST_SIGHT, WHO, DUE, BACKFILL, OLD, WHO_ELSE, COUNSEL_ELSE = range(10)
"""In this order. What is followed by hand comes before what was found; what changed before what merely grew old."""


def plan(following: Following, holding: Holding, now: dt.datetime) -> list[Task]:
    """What brings everything followed up to date, most worthwhile first."""
    everyone, by_hand = followed_dockets(following, holding), frozenset(following.dockets)
    covered = frozenset(covered_dockets(following, holding))
    alone = [docket_id for docket_id in everyone if docket_id not in covered]
    listed = frozenset(alone) if lists_work(alone, holding, now) else frozenset[int]()
    told = {**following.news, **holding.pushed}
    hinted = frozenset(islice(hints(told, frozenset(everyone), holding, now), HINTS))
    every = FRESH if len(alone) < FEW else min(len(alone) * FRESH, LIST_EVERY)
    ranked = [
        *cohort_sweeps(following, holding, now),
        *search_sweeps(following, holding, now),
        *list_sweeps([docket_id for docket_id in alone if docket_id in listed], following, holding, now),
        *text_sweeps(listed, holding, now),
    ]
    late = late_dockets(holding, now) if texts_fail(holding, now) else frozenset[int]()
    for order, docket_id in enumerate(everyone):
        if is_missing(docket_id, holding.missing, now):
            continue
        way = Way(
            docket_id in covered,
            docket_id in listed,
            docket_id in hinted,
            docket_id not in by_hand,
            len(everyone) >= LIST_FROM,
            docket_id in late,
            every,
        )
        for part in PARTS:
            step = step_for(docket_id, part, holding, now, way)
            if step:
                place = rank(step, holding, way, following.urgency.get(docket_id, 0.0), now)
                ranked.append(((*place, order, PARTS.index(part)), step))
    tasks = [task for _, task in sorted(ranked, key=lambda pair: pair[0])]
    sound = [task for task in tasks if not failed(task, holding)]
    return scatter(sound, [task for task in tasks if failed(task, holding)])


# One docket.


def is_missing(docket_id: int, missing: Mapping[int, dt.datetime], now: dt.datetime) -> bool:
    """Whether CourtListener said so lately that it has no such docket that it is not asked again."""
    return docket_id in missing and abs(now - missing[docket_id]) < MISSING_AGAIN


class Way(NamedTuple):
    """How a docket is kept up to date: by its cohort's listing, by lists, or alone; whether it was pushed, or found.

    `many`: so are many others. `late`: it has short titles whose texts no search brings. `every`: how often one that is
    asked alone is.
    """

    covered: bool
    listed: bool
    hinted: bool
    found: bool
    many: bool
    late: bool
    every: dt.timedelta


def step_for(docket_id: int, part: Part, holding: Holding, now: dt.datetime, way: Way) -> Step | None:
    """The step that one part of a docket needs now; None: none."""
    have = holding.parts.get((docket_id, part))
    if have is not None and have.started_at is not None:
        since = since_of(have) if have.mode == "delta" else None
        return Step(docket_id, part, have.mode, since, resume=True, why=CUT_OFF)
    if have is None or have.checked_at is None:
        return (
            None
            if part == "docket" and waits(docket_id, holding, now, way)
            else Step(docket_id, part, "whole", why=NEVER_SEEN)
        )
    age = abs(now - have.checked_at)  # a check in the future: the clock was wrong then, and nothing is known
    if age < FRESH:
        return None
    if (docket_id, part) in holding.troubled and age >= TROUBLED_AGAIN:
        return Step(docket_id, part, "whole", why="a row of it could not be understood")
    if whole_is_due(docket_id, part, have, now, way):
        return Step(docket_id, part, "whole", why=f"everything is asked again every {RECONCILE.days} days")
    if part == "entries" and (why := own_delta(have, now, way)):
        return Step(docket_id, part, "delta", since_of(have), why=why)
    every = DOCKET_EVERY_OF_MANY if way.many else DOCKET_EVERY
    if part == "docket" and not way.covered and age >= every:
        return Step(docket_id, part, "whole", why=f"looked at every {every.days} days")
    return None


def waits(docket_id: int, holding: Holding, now: dt.datetime, way: Way) -> bool:
    """A docket that a listing of entries found: the cohort's listing of dockets is about to bring its row."""
    if not way.found:
        return False
    return any(
        now - at < FIND_EVERY + HOUR
        for name, dockets in holding.found.items()
        if f"dockets {name}" in holding.sweeps and (at := dockets.get(docket_id))
    )


def whole_is_due(docket_id: int, part: Part, have: Held, now: dt.datetime, way: Way) -> bool:
    """Many dockets fall due in turn; those of a cohort are asked for all together, and alone only when that fails."""
    if have.whole_at is None:
        return True
    age = abs(now - have.whole_at)
    if part in ("parties", "attorneys") and way.found:
        return age >= WHO_EVERY_OF_FOUND
    if way.covered:
        return part == "entries" and age >= RECONCILE + SPREAD * DAY
    return age >= (RECONCILE - (docket_id % SPREAD) * DAY if way.many else RECONCILE)


def own_delta(have: Held, now: dt.datetime, way: Way) -> str:
    """Why a docket's own changes are asked for; "": a listing brings them."""
    if way.hinted:
        return NEWS
    if way.covered:
        return ""
    age = abs(now - (have.checked_at or now))
    if not way.listed:
        return CHANGED if age >= way.every else ""
    return "a short title may have got its text" if way.late and age >= LATE else ""


def since_of(have: Held) -> dt.datetime | None:
    """Where a delta begins; None where no row was ever seen, so that everything is asked for."""
    return have.watermark - OVERLAP if have.watermark else None


def rank(step: Step, holding: Holding, way: Way, urgency: float, now: dt.datetime) -> tuple[float, float, float]:
    """Smaller goes first: the group, what is urgent, then how long ago the docket's part was checked."""
    have = holding.parts.get((step.docket_id, step.part))
    checked = have.checked_at.timestamp() if have and have.checked_at else 0.0
    if step.resume:
        return RESUMED, -urgency, checked
    if step.part in ("parties", "attorneys"):
        if have is not None and have.checked_at:
            return OLD, -urgency, checked
        group = WHO if not way.found else WHO_ELSE if step.part == "parties" else COUNSEL_ELSE
        return group, -urgency, checked
    if have is None or have.checked_at is None:
        return FIRST_SIGHT, -urgency, 0.0
    if way.hinted:
        return CHANGES, -urgency, checked
    overdue = have.whole_at is None or abs(now - have.whole_at) >= RECONCILE
    if way.many and (step.mode == "whole" and not overdue):
        return OLD, -urgency, checked
    return DUE, -urgency, checked


def hints(
    told: Mapping[int, dt.datetime], followed: frozenset[int], holding: Holding, now: dt.datetime
) -> Iterator[int]:
    """Dockets of which news was told since they were last asked for, the earliest first."""
    for at, docket_id in sorted((at, docket_id) for docket_id, at in told.items() if docket_id in followed):
        have = holding.parts.get((docket_id, "entries"))
        if have and have.checked_at and have.checked_at < at <= now:
            yield docket_id


# Cohorts.


def listings(cohort: Cohort) -> Iterator[tuple[str, str]]:
    """(name, court) of a cohort's listings: one over all courts, or one a court."""
    return ((of_listing(cohort.name, court), court) for court in cohort.courts or ("",))


def cohort_sweeps(following: Following, holding: Holding, now: dt.datetime) -> Iterator[Ranked]:
    """What changed in each cohort, which dockets it has now, and (once a month) all of it."""
    for cohort in following.cohorts:
        for listing, court in listings(cohort):
            size = len(holding.found.get(listing, ()))
            if cohort.accept:
                entries = entry_filters(cohort, court)
                about = Listing(f"entries {listing}", "docket-entries", entries, size, "what changed in the cohort")
                yield from across(about, CHANGES, COHORT_EVERY, holding, now, first=now - OVERLAP)
                yield from monthly(f"whole {listing}", entries, size, holding, now)
            about = Listing(
                f"dockets {listing}", "dockets", docket_filters(cohort, court), size, "which dockets it has"
            )
            first = None if cohort.accept else now - FOUND_BACK
            yield from across(about, FINDING, FIND_EVERY, holding, now, first)


MODIFIED: Final = "date_modified__gte"
UNTIL: Final = "date_modified__lt"


class Listing(NamedTuple):
    """What a cohort's listing asks. `size`: how many dockets it has."""

    name: str
    endpoint: str
    filters: Filters
    size: int
    why: str


def across(
    about: Listing, group: int, every: dt.timedelta, holding: Holding, now: dt.datetime, first: dt.datetime | None
) -> Iterator[Ranked]:
    """What changed since the listing was last asked for; the first time, since `first`.

    None: every row. What changes from now on is left to the next time: a listing that takes hours, for want of budget,
    would bring it, and the next one again.
    """
    have = holding.sweeps.get(about.name)
    if have and have.started_at and have.next_url:
        yield ((BACKFILL, -1.0) if have.mode == "whole" else (RESUMED, 0.0)), resumed(about.name, have)
        return
    age = abs(now - have.checked_at) if have and have.checked_at else OVERLAP
    if have and have.checked_at and age < every:
        return
    since = have.watermark - OVERLAP if have and have.watermark else first
    params = {**about.filters, **({MODIFIED: since.astimezone(dt.UTC).isoformat()} if since else {})}
    if since and since < now:
        params[UNTIL] = now.astimezone(dt.UTC).isoformat()
    cost = pages(holding.pace * about.size * age / DAY if since else about.size)
    mode: Mode = "delta" if since else "whole"
    place = (group, 0.0) if since else (BACKFILL, -1.0)
    yield place, Sweep(about.name, about.endpoint, params, mode, since, why=about.why, cost=cost)


def resumed(name: str, have: HeldSweep) -> Sweep:
    """A listing that was cut off, from the page where it was."""
    params, ids = have.params, have.docket_ids
    return Sweep(name, have.endpoint, params, have.mode, docket_ids=ids, resume=True, why=CUT_OFF)


def monthly(name: str, filters: Filters, size: int, holding: Holding, now: dt.datetime) -> Iterator[Ranked]:
    """Every row of a cohort, over days if need be: the first look, and the only way to see what was deleted."""
    have = holding.sweeps.get(name)
    resume = bool(have and have.started_at)
    if have and have.checked_at and not resume and abs(now - have.checked_at) < RECONCILE - 5 * DAY:
        return
    changes = holding.sweeps.get(name.replace("whole ", "entries ", 1))
    if not resume and not (changes and changes.unbroken_since):
        return  # what changes meanwhile must be seen from before the first row on
    if have and resume:
        yield (BACKFILL, 0.0), resumed(name, have)
        return
    why = "every row, to see what was deleted" if have else "the first look at it"
    yield (BACKFILL, 0.0), Sweep(name, "docket-entries", filters, "whole", why=why, cost=pages(size * PAGE))


def covered_dockets(following: Following, holding: Holding) -> Iterator[int]:
    """Dockets that a cohort's listing keeps up to date, without a gap since they were last seen whole."""
    for cohort in following.cohorts:
        if not cohort.accept:
            continue
        for listing, _ in listings(cohort):
            for docket_id in holding.found.get(listing, ()):
                if is_covered(docket_id, listing, holding):
                    yield docket_id


def is_covered(docket_id: int, listing: str, holding: Holding) -> bool:
    """Whether the listing has shown every change of a docket since it was last asked for by itself, or with all."""
    changes, have = holding.sweeps.get(f"entries {listing}"), holding.parts.get((docket_id, "entries"))
    if not (changes and changes.unbroken_since and have and have.checked_at):
        return False
    return have.checked_at >= max(holding.found[listing][docket_id], changes.unbroken_since)


def found_dockets(following: Following, holding: Holding) -> Iterator[int]:
    """Dockets that a cohort or a search found and its rule accepts; a cohort's first look at all of them is waited for.

    In the order in which they were found.
    """
    seen: set[int] = set(following.rejected)
    for cohort in following.cohorts:
        for listing, _ in listings(cohort) if cohort.accept else ():
            look = holding.sweeps.get(f"whole {listing}")
            for docket_id, found_at in holding.found.get(listing, {}).items():
                waits = look is None or (look.started_at and not look.checked_at and found_at <= look.started_at)
                held = (docket_id, "entries") in holding.parts
                if docket_id not in seen and (held or not waits):
                    seen.add(docket_id)
                    yield docket_id
    for search in following.searches:
        for docket_id in holding.found.get(search.name, {}) if search.accept else ():
            if docket_id not in seen:
                seen.add(docket_id)
                yield docket_id


def followed_dockets(following: Following, holding: Holding) -> list[int]:
    """Every docket that is followed: by hand first, then what was found and accepted."""
    chosen = [docket_id for docket_id in dict.fromkeys(following.dockets) if docket_id not in following.rejected]
    by_hand = frozenset(chosen)
    return chosen + [docket_id for docket_id in found_dockets(following, holding) if docket_id not in by_hand]


def knowledge(following: Following, holding: Holding) -> dict[int, dt.datetime | None]:
    """Of when our knowledge of each followed docket's entries is, as pages say it, too; None: never seen.

    Where entries may only be asked of search, what it showed of them is our knowledge.
    """
    known: dict[int, dt.datetime | None] = {}
    for docket_id in followed_dockets(following, holding):
        looks = (holding.parts.get((docket_id, part)) for part in ("entries", "search"))
        known[docket_id] = max((look.checked_at for look in looks if look and look.checked_at), default=None)
    for listing in (listing for cohort in following.cohorts for listing, _ in listings(cohort)):
        changes = holding.sweeps.get(f"entries {listing}")
        for docket_id in holding.found.get(listing, ()):
            if docket_id in known and changes and changes.checked_at and is_covered(docket_id, listing, holding):
                known[docket_id] = max(known[docket_id] or changes.checked_at, changes.checked_at)
    return known


# Searches and lists.


def search_sweeps(following: Following, holding: Holding, now: dt.datetime) -> Iterator[Ranked]:
    """Saved searches, newest dockets first: down to a page on which all are known, once a week down to the last."""
    for search in following.searches:
        name = f"search {search.name}"
        have = holding.sweeps.get(name)
        if have and have.started_at:
            yield (RESUMED, 0.0), resumed(name, have)
        elif have is None or is_due(have, SEARCH_EVERY, now):
            back = dt.timedelta(days=search.days)
            if have and have.checked_at:
                back = min(back, now - have.checked_at + INDEXED_LATE)
            whole = not (have and have.whole_at) or abs(now - have.whole_at) >= INDEXED_LATE
            params = search_filters(search, (now - back).date())
            mode: Mode = "whole" if whole else "delta"
            yield (FINDING, 1.0), Sweep(name, "search", params, mode, now - back, why="dockets nobody listed")


def lists_work(alone: Sequence[int], holding: Holding, now: dt.datetime) -> bool:
    """Whether chosen dockets are asked for by lists: there are many, and search has not failed its check."""
    return len(alone) >= LIST_FROM and not failed_lately(holding.sweeps.get(CONTROL), now)


def list_sweeps(listed: Sequence[int], following: Following, holding: Holding, now: dt.datetime) -> Iterator[Ranked]:
    """What is new in the chosen dockets, 200 of them at once, those first that were looked at longest ago."""
    under_way: set[int] = set()
    for name, have in holding.sweeps.items():
        if name.startswith("list ") and have.started_at:
            under_way.update(have.docket_ids)
            yield (RESUMED, 0.0), resumed(name, have)
    looked = {
        docket_id: look
        for docket_id in listed
        if docket_id not in under_way and (look := last_look(docket_id, holding))
    }
    if not any(abs(now - look.at) >= every_of(docket_id, following) for docket_id, look in looked.items()):
        return
    if control := control_sweep(holding, now):
        yield (CHANGES, -1.0), control
    ripe = sorted(
        (look, docket_id)
        for docket_id, look in looked.items()
        if abs(now - look.at) >= every_of(docket_id, following) / 2
    )
    for start in range(0, len(ripe), LIST_MOST):
        group = [docket_id for _, docket_id in ripe[start : start + LIST_MOST]]
        since = min(look.mark for look, _ in ripe[start : start + LIST_MOST]) - LIST_LAG
        cost = pages(holding.pace * len(group) * (now - since) / DAY)
        worth = max(following.urgency.get(docket_id, 0.0) for docket_id in group)
        yield (CHANGES, -worth), listing_of(group, since, cost)


def listing_of(group: Iterable[int], since: dt.datetime | None, cost: int = 1) -> Sweep:
    """A search for what came to these dockets since; None: for everything they have."""
    ids = tuple(sorted(group))
    query = f"docket_id:({' OR '.join(map(str, ids))})"
    if since:
        query += f" AND date_created:[{since.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ} TO *]"
    params = {"type": "rd", "q": query, "order_by": "entry_date_filed desc"}
    name = f"list {ids[0]}-{ids[-1]}"
    return Sweep(name, "search", params, "delta" if since else "whole", since, ids, why="what is new", cost=cost)


class Look(NamedTuple):
    """The last look at a docket: `mark` by CourtListener's clock, from which on it has not been seen, `at` by ours."""

    mark: dt.datetime
    at: dt.datetime


def last_look(docket_id: int, holding: Holding) -> Look | None:
    """When a docket was last in a list, or else asked for by itself; None: never, and a list has nothing to begin from.

    What it was asked for by itself since moves no list: the two would come ever closer together.
    """
    if (docket_id, "entries") not in holding.parts:
        return None
    for part in ("search", "entries"):
        if (have := holding.parts.get((docket_id, part))) and have.checked_at:
            return Look(have.watermark or have.checked_at, have.checked_at)
    return None


def every_of(docket_id: int, following: Following) -> dt.timedelta:
    return LIST_EVERY_URGENT if following.urgency.get(docket_id, 0.0) >= URGENT else LIST_EVERY


def control_sweep(holding: Holding, now: dt.datetime) -> Sweep | None:
    """A search for what two dockets are known to have: whether lists can be trusted at all. Its answer is compared."""
    if len(holding.newest) < 2 or not is_due(holding.sweeps.get(CONTROL), CONTROL_EVERY, now):
        return None
    since = min(at for _, _, at in holding.newest) - HOUR
    control = listing_of((docket_id for docket_id, _, _ in holding.newest), since)
    return control._replace(name=CONTROL, why="whether search answers for what we hold")


def text_sweeps(listed: frozenset[int], holding: Holding, now: dt.datetime) -> Iterator[Ranked]:
    """Whether short titles of listed dockets have become texts, 200 entries at once; before, a check as for lists."""
    ripe = sorted((entry, docket) for entry, docket, at in holding.late if docket in listed and now - at >= LATE)
    if not ripe or texts_fail(holding, now):
        return
    if len(holding.newest) == 2 and is_due(holding.sweeps.get(CONTROL_TEXTS), CONTROL_EVERY, now):
        control = texts_of([(entry, docket) for docket, entry, _ in holding.newest])
        yield (CHANGES, 0.25), control._replace(name=CONTROL_TEXTS, why="whether search answers for what we hold")
    for start in range(0, len(ripe), LIST_MOST):
        name = f"texts {start // LIST_MOST}"
        have = holding.sweeps.get(name)
        if have and have.started_at:
            yield (RESUMED, 0.0), resumed(name, have)
        elif is_due(have, LATE, now):
            yield (CHANGES, 0.5), texts_of(ripe[start : start + LIST_MOST])._replace(name=name)


def texts_of(group: Sequence[tuple[int, int]]) -> Sweep:
    """A search for these (entry, docket)."""
    query = f"docket_entry_id:({' OR '.join(str(entry) for entry, _ in group)})"
    params = {"type": "rd", "q": query, "order_by": "entry_date_filed desc"}
    dockets = tuple(sorted({docket for _, docket in group}))
    why = "whether short titles have their texts"
    return Sweep("texts", "search", params, "delta", None, dockets, why=why, cost=pages(len(group)))


def late_dockets(holding: Holding, now: dt.datetime) -> frozenset[int]:
    """Dockets with an entry that has had only a short title for long."""
    return frozenset(docket_id for _, docket_id, at in holding.late if now - at >= LATE)


def texts_fail(holding: Holding, now: dt.datetime) -> bool:
    """Whether search has failed its check lately as to single entries."""
    return failed_lately(holding.sweeps.get(CONTROL_TEXTS), now)


def failed_lately(control: HeldSweep | None, now: dt.datetime) -> bool:
    return bool(control and control.error and control.checked_at and abs(now - control.checked_at) < FAILED_FOR)


def is_due(have: HeldSweep | None, every: dt.timedelta, now: dt.datetime) -> bool:
    return not (have and have.checked_at) or abs(now - have.checked_at) >= every


# What could wait.


def is_background(task: Task) -> bool:
    """Whether a task may be left for another day: everything but what changed, what is new, and first sight."""
    if isinstance(task, Sweep):
        return task.name.startswith("whole ")
    if task.part in ("parties", "attorneys"):
        return True
    return task.why not in (NEVER_SEEN, NEWS, CUT_OFF, CHANGED)


def reserve(following: Following, holding: Holding) -> int:
    """Requests a day that what is new and what changed is likely to need; nothing else may use them up."""
    covered = len(frozenset(covered_dockets(following, holding)))
    alone = len(followed_dockets(following, holding)) - covered
    rows, looks = 0.0, 5.0
    if covered:
        rows += holding.pace * covered * CHANGED_TOO
        looks += DAY / COHORT_EVERY + DAY / FIND_EVERY
    if alone >= LIST_FROM:
        rows += holding.pace * alone * CHANGED_TOO + len(holding.late)
        looks += -(-alone // LIST_MOST) * (DAY / LIST_EVERY)
    return int(rows / PAGE + looks)


# Order and cost.


def failed(task: Task, holding: Holding) -> bool:
    """Whether the last try of it failed."""
    have = holding.sweeps.get(task.name) if isinstance(task, Sweep) else holding.parts.get((task.docket_id, task.part))
    return have is not None and have.error is not None


def scatter(sound: list[Task], troubled: list[Task]) -> list[Task]:
    """A troubled step after every second sound one: it is tried again, and troubled ones in a row end no run."""
    rest = iter(troubled)
    tasks: list[Task] = []
    for number, task in enumerate(sound):
        tasks += [task, *islice(rest, number % 2)]
    return [*tasks, *rest]


def pages(rows: float) -> int:
    """Requests for so many rows; at least the one that says there are none."""
    return max(1, -(-int(rows) // PAGE))


def requests_for(task: Task, holding: Holding) -> int:
    """How many requests a task is likely to take. At least; a first look, or what was cut off, cannot know."""
    if isinstance(task, Sweep):
        return task.cost
    if task.part == "entries" and task.mode == "whole" and not task.resume:
        return pages(holding.entries.get(task.docket_id, 0))
    return 1
