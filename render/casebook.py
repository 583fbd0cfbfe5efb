"""Case files, people's decisions and the store in, published cases out: the one road from facts to what may be shown.

facts (store.py) → what they mean (procedure/) → what may be shown of whom (privacy.py). Nothing past here sees a name.
"""
import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

import sqlalchemy as sa

from . import privacy, store
from .cases import Case, DocketRef, Site
from .decisions import Decisions
from .exit_scan import Forms, protects
from .found import FoundDocket, found_cases, waiting
from .kept import Kept, Outcome, packed
from .kept import until as kept_until
from .pooled import pooled, processors
from .procedure import status
from .procedure.courts import COURTS
from .procedure.facts import Docket
from .procedure.findings import CaseReading, Decision
from .published import PublishedCase
from .review import items_of
from .set_aside import Named, ids_of, serial_of
from .urgency import lately, urgency

TOGETHER = 50
"""Cases read from the store at a time."""

_MANY = 500
"""Cases to be read for which other processes are begun."""

Watch = Callable[[int, int], None]


def nobody_watches(done: int, of: int) -> None:
    """For whoever waits without a bar."""


class Missing(NamedTuple):
    """A case of which no docket has been fetched yet."""

    slug: str


class ReadCase(NamedTuple):
    """One case as it was read: the editor's notes, the facts, the findings, and what people decided. Names and all."""

    notes: privacy.CaseNotes
    dockets: Sequence[Docket]
    reading: CaseReading
    decisions: Sequence[Decision] = ()


def docket_ids(case: Case, held: Mapping[tuple[str, str], int]) -> list[int]:
    """The ids of a case's dockets; those given by court and number as far as the store knows them."""
    return [number for ref in case.dockets if (number := docket_id(ref, held)) is not None]


def docket_id(ref: DocketRef, held: Mapping[tuple[str, str], int]) -> int | None:
    return ref.id if ref.id is not None else held.get((ref.court or "", ref.docket_number or ""))


def all_cases(site: Site, engine: sa.Engine) -> tuple[Case, ...]:
    """The cases of the case files, then one for each docket that was found and that a rule or an editor accepts.

    Of two files that follow one docket, by its id and by its number, the one that shows less of it counts. A docket
    whose id and number are of two is left out of its case.
    """
    found = store.read_found(engine, site.found.accepted)
    left_out = {slug for slug, _ in followed_twice(site, engine)}
    torn = {ref for _, ref in two_in_one(site, engine)}
    sound = (case._replace(dockets=tuple(ref for ref in case.dockets if ref not in torn)) for case in site.cases)
    own = tuple(case for case in sound if case.dockets and case.slug not in left_out)
    return (*own, *found_cases(found, site, in_case_files(site, engine)))


_SHOWS: Final = ("hidden", "initials", "public")
"""What a case shows of its people, the least first."""


def followed_twice(site: Site, engine: sa.Engine) -> list[tuple[str, str]]:
    """Cases that follow a docket of another one, which only the store can tell: (that is left out, that counts)."""
    held = held_places(engine)
    claimed: dict[int, str] = {}
    twice: list[tuple[str, str]] = []
    for case in sorted(site.cases, key=lambda case: _SHOWS.index(case.privacy.show if case.privacy else "initials")):
        numbers = docket_ids(case, held)
        if other := next((claimed[number] for number in numbers if number in claimed), None):
            twice.append((case.slug, other))
        else:
            claimed.update(dict.fromkeys(numbers, case.slug))
    return twice


def two_in_one(site: Site, engine: sa.Engine) -> list[tuple[str, DocketRef]]:
    """Dockets whose id is of one and whose court and number are of another, which only the store can tell; by case."""
    places = store.held_dockets(engine)
    return [(case.slug, ref) for case in site.cases for ref in case.dockets
            if ref.id in places and ref.docket_number and _differ((ref.court or "", ref.docket_number), places[ref.id])]


def _differ(given: tuple[str, str], held: tuple[str, str]) -> bool:
    """Whether two courts and numbers cannot be one docket's, however the numbers are spelt."""
    return any(one and other and one != other for one, other in zip(_bare(given), _bare(held), strict=True))


def _bare(place: tuple[str, str]) -> tuple[str, tuple[int, int] | None]:
    return place[0], serial_of(place[1])


def tell_twice(site: Site, engine: sa.Engine) -> list[str]:
    """A sentence for each case and each docket that is left out for it."""
    twice = [f"cases/{slug}.toml: follows a docket that cases/{other}.toml follows too: it is left out; take one of "
             "the two away." for slug, other in followed_twice(site, engine)]
    return twice + [f"cases/{slug}.toml: has the id {ref.id} of one docket with the court and number of another: it is "
                    "left out; keep what is meant." for slug, ref in two_in_one(site, engine)]


def waiting_dockets(site: Site, engine: sa.Engine) -> list[FoundDocket]:
    """Found dockets that wait for an editor's decision, the newest first."""
    return waiting(store.read_found(engine), site, in_case_files(site, engine))


def in_case_files(site: Site, engine: sa.Engine) -> set[int]:
    """The ids of the dockets that case files name; of those given by number only what the store knows.

    Those named in a file with a mistake are among them: the file, not a search, says what is shown of them. So are both
    that one id and one number name.
    """
    held = held_places(engine)
    torn = [Named(court=ref.court, serial=serial_of(ref.docket_number or "")) for _, ref in two_in_one(site, engine)]
    set_aside = ids_of((*site.set_aside, *torn), held, COURTS)
    return {number for case in site.cases for number in docket_ids(case, held)} | set_aside


def held_places(engine: sa.Engine) -> dict[tuple[str, str], int]:
    """Every docket in the store by court and number."""
    return {place: number for number, place in store.held_dockets(engine).items()}


def urgencies(cases: Iterable[Case], engine: sa.Engine, as_of: dt.date) -> dict[int, float]:
    """How urgent the dockets of each case are that has something urgent, by its last weeks or by the editor's word."""
    urgent: dict[int, float] = {}
    held = held_places(engine)
    for batch in batches(list(cases)):
        wanted = {case.slug: docket_ids(case, held) for case in batch}
        found = {docket.id: docket for docket in store.read_dockets(engine, chain(*wanted.values()))}
        for case in batch:
            fresh = list(lately((found[number] for number in wanted[case.slug] if number in found), as_of))
            how = urgency(status.read_case(fresh, as_of), as_of) if fresh else 0.0
            if how := 1.0 if case.priority == "high" else how:
                urgent |= dict.fromkeys(wanted[case.slug], how)
    return urgent


def published(outcomes: Iterable[Outcome]) -> Iterator[PublishedCase]:
    """What may be shown of these cases; nothing of one that is hidden."""
    return (outcome.shown for outcome in outcomes if outcome.shown is not None)


def outcomes(
    cases: Iterable[Case],
    engine: sa.Engine,
    as_of: dt.date,
    missing: list[Missing],
    decisions: Decisions | None = None,
    forms: Forms | None = None,
    kept: Kept | None = None,
    watch: Watch = nobody_watches,
) -> Iterator[Outcome]:
    """What every case comes to, as of the end of that day. Cases not fetched yet are added to `missing`.

    What each protects, shown or not, is added to `forms`. `kept`: what came of them when they were last read, which
    goes for each of which nothing has changed since; where many are to be read, several processes do it first, and
    `watch` is told how many they have read, and of how many.
    """
    every, held = list(cases), held_places(engine)
    wanted = {case.slug: docket_ids(case, held) for case in every}
    seals = store.fact_seals(engine) if kept else {}
    keys = {case.slug: _key(case, wanted[case.slug], seals, decisions) for case in every} if kept else {}
    if kept:
        fresh = [case for case in every if not seals.keys().isdisjoint(wanted[case.slug])
                 and not kept.holds(case.slug, keys[case.slug], as_of)]
        _read_ahead(fresh, wanted, keys, engine, as_of, decisions, kept, watch)
    checked = store.checked(engine, chain.from_iterable(wanted.values())) if kept else {}
    for batch in batches(every):
        known = {case.slug: kept.outcome(case.slug, keys[case.slug], as_of) for case in batch} if kept else {}
        fresh = [case for case in batch if not known.get(case.slug)]
        made = {case.notes.slug: case for case in _read_batch(fresh, wanted, engine, as_of, missing, decisions)}
        for case in batch:
            if outcome := known.get(case.slug):
                outcome = _checked_lately(outcome, checked)
            elif anew := made.get(case.slug):
                outcome = _outcome(anew)
                if kept:
                    kept.keep(case.slug, keys[case.slug], as_of, _until(anew), packed(outcome))
            else:
                continue
            if forms is not None:
                forms.add(outcome.protects)
            yield outcome


def _read_ahead(
    fresh: Sequence[Case], wanted: Mapping[str, Sequence[int]], keys: Mapping[str, bytes], engine: sa.Engine,
    as_of: dt.date, decisions: Decisions | None, kept: Kept, watch: Watch,
) -> None:
    """Read these by several processes, each with a store of its own, and keep what each comes to."""
    nowhere_else = engine.url.database in (None, "", ":memory:")
    if len(fresh) < _MANY or processors() < 2 or nowhere_else or not kept.is_usable:
        return

    def begin() -> Callable[[Sequence[Case]], list[tuple[str, dt.date, bytes]]]:
        own = store.connect(engine.url)

        def read_some(batch: Sequence[Case]) -> list[tuple[str, dt.date, bytes]]:
            return [(case.notes.slug, _until(case), packed(_outcome(case)))
                    for case in _read_batch(batch, wanted, own, as_of, [], decisions)]

        return read_some

    done = 0
    for some in pooled(begin, batches(fresh), processors(), "read dockets"):
        for slug, until, outcome in some:
            kept.keep(slug, keys[slug], as_of, until, outcome)
        done = min(done + TOGETHER, len(fresh))
        watch(done, len(fresh))


def _until(case: ReadCase) -> dt.date:
    return kept_until(case.dockets, case.decisions, case.reading)


def _outcome(case: ReadCase) -> Outcome:
    policy = privacy.policy_for(case.notes, case.dockets, case.reading.kind)
    shown = privacy.publish(case.notes, case.dockets, case.reading, case.decisions, policy)
    address = privacy.address(case.notes.slug, policy, case.dockets[0])
    return Outcome(protects(address, policy, case.dockets, shown), shown, items_of(case))


def _key(case: Case, ids: Sequence[int], seals: Mapping[int, bytes], decisions: Decisions | None) -> bytes:
    """What an outcome rests on besides the day and this program: facts, the editor's words, people's decisions."""
    facts = [(number, seals.get(number)) for number in ids]
    told = repr((notes(case), facts, (decisions or {}).get(case.slug, ())))
    return hashlib.blake2b(told.encode(), digest_size=16).digest()


def _checked_lately(outcome: Outcome, checked: Mapping[int, dt.datetime]) -> Outcome:
    """The same, with the last time when each docket was asked for."""
    if outcome.shown is None:
        return outcome
    dockets = (docket._replace(last_checked=checked.get(docket.id)) for docket in outcome.shown.dockets)
    return outcome._replace(shown=outcome.shown._replace(dockets=tuple(dockets)))


def read_cases(
    cases: Iterable[Case],
    engine: sa.Engine,
    as_of: dt.date,
    missing: list[Missing],
    decisions: Decisions | None = None,
) -> Iterator[ReadCase]:
    """Every case of which a docket has been fetched, read. The others are added to `missing`."""
    held = held_places(engine)
    for batch in batches(list(cases)):
        wanted = {case.slug: docket_ids(case, held) for case in batch}
        yield from _read_batch(batch, wanted, engine, as_of, missing, decisions)


def _read_batch(
    batch: Sequence[Case],
    wanted: Mapping[str, Sequence[int]],
    engine: sa.Engine,
    as_of: dt.date,
    missing: list[Missing],
    decisions: Decisions | None,
) -> Iterator[ReadCase]:
    """The same of so many that their dockets fit into memory; `wanted`: these dockets, by slug."""
    found = {docket.id: docket for docket in store.read_dockets(engine, chain(*(wanted[each.slug] for each in batch)))}
    for case in batch:
        dockets = [found[number] for number in wanted[case.slug] if number in found]
        if not dockets:
            missing.append(Missing(case.slug))
            continue
        yield read(case, dockets, as_of, (decisions or {}).get(case.slug, ()))


def read(case: Case, dockets: Sequence[Docket], as_of: dt.date, decisions: Sequence[Decision] = ()) -> ReadCase:
    """One case: its dockets read, people's decisions laid over what the machine says."""
    reading = status.read_case(dockets, as_of, decisions=decisions)
    moved = next((docket for docket in dockets[1:] if docket.id == reading.current), None)
    return ReadCase(notes(case, moved), dockets, reading, decisions)


def notes(case: Case, moved: Docket | None = None) -> privacy.CaseNotes:
    """What the editor says of a case, in the words of privacy.py. `moved`: the docket in which it is now, where that is
    not its first: then who appointed the judge is what is said of that one alone."""
    said = [ref.appointed_by for ref in case.dockets if moved is None or ref.id == moved.id
            or (ref.court, ref.docket_number) == (moved.court_id, moved.docket_number)]
    appointed_by = next(filter(None, said), "")
    return privacy.CaseNotes(
        slug=case.slug,
        title=case.title,
        topic=case.topic,
        scope=case.scope,
        government_action=case.government_action,
        why=case.why,
        privacy=case.privacy,
        appointed_by=appointed_by,
        public_names=(case.privacy and case.privacy.public_names) or (),
        note=case.note,
        was=case.was,
    )


def batches(cases: Sequence[Case]) -> Iterator[Sequence[Case]]:
    for start in range(0, len(cases), TOGETHER):
        yield cases[start : start + TOGETHER]
