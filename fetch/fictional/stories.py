"""Invented stories: paths, people and courts come together; out come whole dockets and what is true of each.

`stories` yields one story after another, for ever varied and always the same for one seed: first every path of
`paths` once, then paths by weight. A story is one to three dockets that belong together.
"""
import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from . import matters as matters
from . import people as people
from .acts import APPEAL_FILLERS, EARLY, FILLERS, IMPACT_FILLERS
from .clerk import Cast, Desk, Due, Entry, Hearing
from .courts import APPELLATE, COURTS, HABITS
from .dice import DAY, Dice, Weighted, court_day
from .paths import PATHS, SHARES, Kind, Path, Step, Truth

FIRST_DAY = dt.date(2025, 3, 3)
SETTLED_DAYS = 21
"""A story whose path does not say when it ends was over that long before as_of: whatever fell due is past."""

# Where suits against the government are brought, beside the districts of `courts`.
_FORUMS = (
    "dcd", "dcd", "dcd", "mad", "mad", "cand", "cand", "nysd", "mnd", "ilnd", "mdd", "rid", "wawd", "cacd", "ord",
    "tnmd", "nyed", "njd",
)  # fmt: skip
_DISTRICTS = Weighted([(court.id, 1 + 12 * court.weight) for court in COURTS.values()])


Plan = list[tuple[Step, dt.date]]
"""Steps with their days, in order."""


class Told(NamedTuple):
    """One finished docket of a story: the desk it was kept at and what is true of it."""

    id: int
    desk: Desk
    path: Path
    truth: Truth
    filed: dt.date
    terminated: dt.date | None
    number: str
    case_name: str
    nature_of_suit: str
    cause: str
    hide: tuple[str, ...]
    others_to_hide: tuple[str, ...]
    keep: tuple[str, ...]

    @property
    def entries(self) -> list[Entry]:
        return self.desk.entries

    @property
    def dues(self) -> list[Due]:
        return self.desk.dues

    @property
    def hearing(self) -> Hearing | None:
        return self.desk.hearing


class Story(NamedTuple):
    """Dockets that belong together, the first leads; `path` says what happened."""

    path: Path
    cast: Cast
    dockets: tuple[Told, ...]


class Teller:
    """Makes story after story. Holds what must not repeat (case numbers) and how full dockets should be."""

    def __init__(self, seed: int, as_of: dt.date, entries_per_docket: float | None, first_id: int) -> None:
        self.dice = Dice(seed)
        self.as_of = as_of
        self._per_docket = entries_per_docket
        self._next_id = first_id
        self._used: set[tuple[str, str]] = set()
        # Each office with habits of its own once, so that a small run shows them all.
        self._offices = self.dice.shuffled(list(HABITS))
        self._challenges = 0
        self._told: Counter[Kind] = Counter()
        self._dockets = self._entries = 0  # so far

    # The order of stories

    def stories(self, dockets: int) -> Iterator[Story]:
        """Stories with exactly `dockets` dockets in all (fewer paths than there are when `dockets` is small)."""
        left = dockets
        for path in self._paths():
            size = len({step.part for step in path.steps})
            if size > left:
                continue
            yield self.tell(path)
            self._told[path.kind] += size
            left -= size
            if not left:
                return

    def _paths(self) -> Iterator[Path]:
        yield from self.dice.shuffled(PATHS)
        urns = {kind: [path for path in PATHS if path.kind == kind for _ in range(path.weight)] for kind in SHARES}
        while True:
            yield self.dice.pick(urns[min(SHARES, key=lambda kind: self._told[kind] / SHARES[kind])])

    # One story

    def tell(self, path: Path) -> Story:
        """A whole story on this path."""
        cast = self._cast(path)
        courts = self._courts(path)
        plan = self._calendar(path)
        kind = "cr" if path.steps[0].act == "indictment" else "cv"
        numbers = {part: self._number(court, _first_day(plan, part), kind) for part, court in courts.items()}
        plan = self._with_fillers(path, plan)
        desks: dict[str, Desk] = {}
        for place, (step, day) in enumerate(plan):
            desk = desks.get(step.part)
            if desk is None:
                desk = desks[step.part] = Desk(step.part, cast, self.dice, numbers, courts, day)
            if step.act == "transferred_in":
                desk.copy_from(desks[""])
            desk.write(step.act, day, _next_held(plan, place))
        told = tuple(self._finish(path, cast, desk) for desk in desks.values())
        return Story(path, cast, told)

    def _cast(self, path: Path) -> Cast:
        """Who and what: individuals for habeas paths, organisations (and often a person) for suits."""
        dice = self.dice
        person = people.petitioner(dice)
        relative = people.relative(dice, person)
        a_number = f"000-{dice.digits(3)}-{dice.digits(3)}"
        if path.kind == "individual_detention":
            challenge = matters.CHALLENGES[0]._replace(policy="the challenged detention")
            return Cast(challenge, (person,), (), relative, a_number, individual=True)
        if path.kind == "not_ours":
            names = (matters.organisation(dice),) if "records" in path.name else ()
            persons = () if names else (person,)
            return Cast(matters.OUTSIDE[path.name], persons, names, relative, a_number, individual=False)
        challenge = self._challenge(path)
        second = (matters.organisation(dice),) if dice.chance(0.5) else ()
        organisations = (matters.organisation(dice), *second)
        persons = (person,) if path.steps[0].act == "class_complaint" else ()
        return Cast(challenge, persons, tuple(dict.fromkeys(organisations)), relative, a_number, individual=False)

    def _challenge(self, path: Path) -> matters.Challenge:
        """The challenges in turn, so that every topic has its cases; a removed suit is about local police."""
        if path.steps[0].act == "removal_notice":
            return next(challenge for challenge in matters.CHALLENGES if challenge.topic == "local-police")
        self._challenges += 1
        # 7 has no factor in common with the number of challenges: neighbours differ in topic, none is left out.
        return matters.CHALLENGES[self._challenges * 7 % len(matters.CHALLENGES)]

    def _courts(self, path: Path) -> dict[str, str]:
        """The court of each part of the story."""
        first = self._district(path)
        courts = {"": first}
        for part in sorted({step.part for step in path.steps} - {""}):
            courts[part] = {"A": COURTS[first].circuit, "S": "scotus", "B": first}[part]
        if any(step.act == "transfer" for step in path.steps):
            while courts["B"] == first:
                courts["B"] = _DISTRICTS.pick(self.dice)
        return courts

    def _district(self, path: Path) -> str:
        """Petitions go where people are held; suits mostly to a few districts."""
        if path.kind == "impact" and self.dice.chance(0.8):
            return self.dice.pick(_FORUMS)
        return self._offices.pop() if self._offices else _DISTRICTS.pick(self.dice)

    # Days

    def _calendar(self, path: Path) -> Plan:
        """The steps that happen, each with its day."""
        waits = [(step, self.dice.between(step.low, step.high), self.dice.chance(0.5)) for step in path.steps]
        taken = [(step, wait) for step, wait, happens in waits if happens or not step.optional]
        days = self._days(path, [wait for _, wait in taken])
        return list(zip((step for step, _ in taken), days, strict=True))

    def _days(self, path: Path, waits: list[int]) -> list[dt.date]:
        """A day for each step; the last lies where the path wants it."""
        low, high = path.ends or (SETTLED_DAYS, 10_000)
        latest = self.as_of - low * DAY
        filed = latest - sum(waits) * DAY
        room = max(0, min((filed - FIRST_DAY).days, high - low))
        filed -= (self.dice.between(0, room) if path.ends else self._long_ago(room)) * DAY
        while (days := _spaced(filed, waits))[-1] > latest:
            filed -= DAY
        # Weekends stretch a story, so the step back may be too far: the last step is what has to be recent.
        if path.ends:
            days[-1] = max(days[-1], court_day(self.as_of - high * DAY))
        return days

    def _long_ago(self, room: int) -> int:
        """Days back, 0 to `room`; near days likelier."""
        share = self.dice.below(10_000) / 10_000
        return int(room * share * share)

    def _with_fillers(self, path: Path, plan: Plan) -> Plan:
        """The plan with routine entries between its steps, as many as keep the wanted average."""
        parts = list(dict.fromkeys(step.part for step, _ in plan))
        for part in parts:
            own = [(step, day) for step, day in plan if step.part == part]
            wanted = self._wanted(path, len(own))
            if path.filled and part in ("", "A"):
                plan = self._spread(plan, own, wanted, APPEAL_FILLERS if part else _fillers(path))
            self._dockets += 1
        self._entries += len(plan)
        return sorted(plan, key=lambda planned: planned[1])

    def _wanted(self, path: Path, own: int) -> int:
        """How many fillers this docket gets."""
        if self._per_docket is None:
            return self.dice.below(12 if path.kind == "impact" else 4)
        behind = round(self._per_docket * (self._dockets + 1)) - self._entries - own
        return max(0, min(behind, 90))

    def _spread(self, plan: Plan, own: Plan, wanted: int, urn: tuple[tuple[str, ...], ...]) -> Plan:
        """Adds about `wanted` fillers between the first and the last own step."""
        first, last = own[0][1], own[-1][1]
        span = (last - first).days
        added: Plan = []
        while len(added) < wanted and span > 1:
            run = self.dice.pick(urn)
            until = max(1, span // 2) if run[0] in EARLY else span - 1
            day = min(last, court_day(first + self.dice.between(1, until) * DAY))
            added += [(Step(own[0][0].part, act, 0, 0, False), day) for act in run]
        return plan + added

    def _number(self, court: str, day: dt.date, kind: str) -> str:
        """A case number nobody has yet, growing through the year as clerks count."""
        serial = day.timetuple().tm_yday * (2 if court in APPELLATE else 9) + self.dice.below(9)
        while (court, _numbered(court, day, serial, kind)) in self._used:
            serial += 1
        number = _numbered(court, day, serial, kind)
        self._used.add((court, number))
        return number

    # The finished docket

    def _finish(self, path: Path, cast: Cast, desk: Desk) -> Told:
        """Gives the docket its id, its name, its codes and its truth."""
        docket_id, self._next_id = self._next_id, self._next_id + 1
        truth = path.truths[desk.part]
        ended = truth.axes["docket"]
        closing = (ended.step or "").rpartition(".")[2]
        terminated = next((entry.day for entry in reversed(desk.entries) if entry.act == closing), None)
        nature, cause = self._codes(path, cast, desk)
        name = _case_name(path, cast, desk, self.dice)
        texts = _shown(path, cast, desk, name)
        hide, others = _hidden(cast, desk, texts, path)
        filed = next((e.day for e in desk.entries if e.act == "transferred_in"), desk.entries[0].day)
        return Told(
            docket_id, desk, path, truth, filed, terminated, desk.numbers[desk.part], name, nature, cause, hide, others,
            _kept(cast, desk, texts),
        )  # fmt: skip

    def _codes(self, path: Path, cast: Cast, desk: Desk) -> tuple[str, str]:
        """(nature_of_suit, cause); blank on dockets that only RSS told of, with a 2 before on appeals."""
        blank = path.born in ("stub", "new_stub") or (path.born == "rss" and self.dice.chance(0.5))
        if blank or desk.court_id == "scotus":
            return "", ""
        nature, cause = cast.challenge.nature_of_suit, cast.challenge.cause
        if cast.individual:
            nature = self.dice.pick(matters.NATURES_463)
        return (f"2{nature}", "") if desk.appellate else (nature, cause)


def _spaced(filed: dt.date, waits: list[int]) -> list[dt.date]:
    """Each step's day: the waits added up, moved off weekends; a wait of 0 stays on the day of the step before."""
    day, days = filed, []
    for wait in waits:
        day = court_day(day + wait * DAY) if wait else day
        days.append(day)
    return days


def _first_day(plan: Plan, part: str) -> dt.date:
    return next(day for step, day in plan if step.part == part)


def _next_held(plan: Plan, place: int) -> dt.date | None:
    """The day of the next hearing that is held on the same docket."""
    part = plan[place][0].part
    return next((day for step, day in plan[place + 1 :] if step.part == part and step.act == "held"), None)


def _fillers(path: Path) -> tuple[tuple[str, ...], ...]:
    return FILLERS if path.kind == "individual_detention" else IMPACT_FILLERS


def _numbered(court: str, day: dt.date, serial: int, kind: str) -> str:
    """The case number as this court prints it; `kind` is cv or cr."""
    habit = APPELLATE.get(court)
    if habit:
        term = day.year - 2000 - (day.month < 10)
        return habit.number.format(yy=f"{day:%y}", serial=serial, term=term)
    return f"{COURTS[court].office}:{day:%y}-{kind}-{serial:05}"


def _case_name(path: Path, cast: Cast, desk: Desk, dice: Dice) -> str:
    """The caption: "Argueta Rivas v. Warden et al" in the ways of clerks; capitals where the court has them."""
    first = people.without_accents(cast.petitioners[0].family) if cast.petitioners else ""
    side = cast.organisations[0] if cast.organisations else first
    respondent = desk.respondents[0]
    if respondent.name == "United States of America":
        return f"USA v. {side}"
    against = respondent.name.split()[-1] if respondent.extra_info else respondent.name
    if cast.individual and dice.chance(0.3):
        against = respondent.extra_info
    many = " et al" if len(cast.organisations) + len(cast.petitioners) > 1 else ""
    name = f"{side}{many} v. {against} et al"
    if desk.appellate:
        return name.replace(" et al", ", et al.") if desk.court_id != "scotus" else f"{against}, et al. v. {side}"
    return name.upper().replace(" V. ", " v. ").replace(" ET AL", " et al") if desk.habit.capitals else name


def _shown(path: Path, cast: Cast, desk: Desk, case_name: str) -> str:
    """Everything a reader of the docket sees: texts, caption, judges, parties, lawyers; of stubs, titles only."""
    if path.born in ("stub", "new_stub"):
        return "\n".join((case_name, *(entry.short for entry in desk.entries)))
    texts = [part for entry in desk.entries for part in (entry.text, *entry.attachments)]
    parties = [*desk.filers, *(respondent.name for respondent in desk.respondents)]
    lawyers = [desk.advocate.name, desk.government_lawyer.name]
    judges = [] if desk.appellate else [desk.judge.name]
    return "\n".join((case_name, *texts, *parties, *lawyers, *judges))


def _hidden(cast: Cast, desk: Desk, texts: str, path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(forms of the petitioner's name, other things to hide) that stand on the docket."""
    capitals = desk.habit.capitals and not desk.appellate
    found = [form for person in cast.petitioners for form in people.forms(person, capitals)]
    hide = tuple(form for form in found if form in texts)
    others = tuple(word for word in (cast.relative.name, f"A {cast.a_number}") if word in texts)
    return (hide, others) if path.kind != "not_ours" else ((), (*hide, *others))


def _kept(cast: Cast, desk: Desk, texts: str) -> tuple[str, ...]:
    """Names on the docket that must stay readable: officials, judges, lawyers, organisations."""
    names: list[str] = [respondent.name for respondent in desk.respondents]
    names += [desk.judge.name, desk.magistrate.name, *cast.organisations]
    for lawyer in (desk.advocate, desk.second_advocate, desk.government_lawyer):
        names += [lawyer.name, lawyer.signature]
    return tuple(form for name in dict.fromkeys(names) for form in dict.fromkeys((name, name.upper())) if form in texts)
