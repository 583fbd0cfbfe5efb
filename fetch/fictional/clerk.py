"""An invented docket as its clerk types it: acts and days in, entries with their texts out.

A `Desk` holds one docket while its story is told. It knows the court's habits, who appears, how earlier entries are
referred to, what is due and which hearing is set.
"""
import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from . import matters as matters
from . import people as people
from .acts import ACTS, VERBS, Act
from .courts import APPELLATE, CIRCUITS, COURTS, AppellateHabit, Habit, habit
from .dice import DAY, Dice, court_day, court_day_before
from .people import Person

MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
UNNUMBERED = {"assign", "close", "consent", "summons", "clerk_mail", "usca_number", "standing_bar"}
DECISIONS = (
    "grant_release", "grant_hearing", "grant_conditional", "grant_part", "adopt_grant", "deny", "deny_on_sj",
    "pi_policy", "pi_class", "pi_granted", "vacatur", "permanent", "tro_release", "tro_granted",
)  # fmt: skip
ALIASES: dict[str, tuple[str, ...]] = {
    "decision": DECISIONS,
    "notice": ("appeal_notice", "appeal_notice_pet"),
    "motion": ("tro", "pi", "class_motion", "stay_705_motion", "enforce", "remand_motion"),
    "gov_motion": ("mtd", "gov_sj", "venue_motion", "stay_case_motion"),
    "opening": (
        "petition", "petition_family", "complaint", "class_complaint", "removal_notice", "foia", "employment",
        "mandamus", "indictment", "sealed_petition",
    ),
    "last_order": ("violation", "contempt", *DECISIONS),
}  # fmt: skip
"""What `{ref_decision}` and the like may mean: the latest of these."""


class Cast(NamedTuple):
    """Who and what a story is about."""

    challenge: matters.Challenge
    petitioners: tuple[Person, ...]
    organisations: tuple[str, ...]
    relative: Person
    a_number: str
    individual: bool


class Respondent(NamedTuple):
    """A party on the government's side."""

    name: str
    extra_info: str


class Entry(NamedTuple):
    """An entry as typed. `number` is None for what has none; `short` is the title RSS gives it."""

    act: str
    day: dt.date
    number: int | None
    text: str
    short: str
    attachments: tuple[str, ...]
    restricted: bool
    trap: bool


class Due(NamedTuple):
    """What an order made due, and the act that did."""

    what: str
    day: dt.date
    act: str


class Hearing(NamedTuple):
    """A hearing that stands on the calendar."""

    what: str
    day: dt.date
    clock: str
    act: str

    @property
    def moment(self) -> str:
        """Court-local, "2026-04-21T10:00"."""
        hour, rest = self.clock.split(":")
        minute, half = rest.split()
        return f"{self.day}T{int(hour) % 12 + (12 if half == 'PM' else 0):02}:{minute}"


def long_date(day: dt.date) -> str:
    return f"{MONTHS[day.month]} {day.day}, {day.year}"


def slashed(day: dt.date) -> str:
    return f"{day.month}/{day.day}/{day.year}"


class Slots(dict[str, str]):
    """What the braces of a wording stand for; the rarer ones are made when they are asked for."""

    def __init__(self, desk: "Desk", known: dict[str, str]) -> None:
        super().__init__(known)
        self._desk = desk

    def __missing__(self, key: str) -> str:
        if key.startswith("ref_"):
            return self._desk.ref(key[4:])
        return SAYERS[key](self._desk)


class Desk:
    """One docket being kept. `numbers` and `courts` by part of the story: "" the first docket, A its appeal …"""

    def __init__(
        self, part: str, cast: Cast, dice: Dice, numbers: dict[str, str], courts: dict[str, str], filed: dt.date
    ) -> None:
        self.part = part
        self.cast = cast
        self.dice = dice
        self.numbers = numbers
        self.courts = courts
        self.court_id = courts[part]
        self.today = filed
        self.appellate: AppellateHabit | None = APPELLATE.get(self.court_id)
        self.habit: Habit = habit(self.court_id)
        self.bench = 0 if self.court_id == "scotus" else dice.below(5)
        self.judge = people.judge(self.court_id, self.bench)
        self.magistrate = people.magistrate(self.court_id, dice.below(2))
        self.gate = dice.below(2)
        desk = dice.below(6)
        self.advocate = people.advocate(courts[""], desk)
        self.second_advocate = people.advocate(courts[""], (desk + 1) % 6)
        self.government_lawyer = people.government_lawyer(courts[""], dice.below(4))
        self.respondents = self._respondents(filed)
        self.entries: list[Entry] = []
        self.dues: list[Due] = []
        self.hearing: Hearing | None = None
        self._refs: dict[str, tuple[int, str]] = {}
        first = self.appellate.first_entry if self.appellate else 0
        self._next_number = first + dice.below(50_000) if first else 1
        self._slots = Slots(self, self._standing_slots())

    # Who appears

    def _respondents(self, filed: dt.date) -> tuple[Respondent, ...]:
        """Office holders of the day, agencies and, in an individual case, the warden and the field office director."""
        found: list[Respondent] = []
        if self.cast.individual:
            place = people.facility(self.courts[""], self.gate)
            found.append(Respondent(people.warden(self.courts[""], self.gate).name, f"Warden, {place}"))
            director, city = people.field_director(self.courts[""]).name, COURTS[self.courts[""]].city
            found.append(Respondent(director, f"Field Office Director, {city} Field Office, ICE"))
        for key in self.cast.challenge.against:
            office = people.OFFICES.get(key)
            if office:
                holder = office.holder(filed.isoformat()).name
                found.append(Respondent(holder, f"in the official capacity as {office.title}"))
            else:
                found.append(Respondent(key, ""))
        return tuple(found)

    @property
    def filers(self) -> tuple[str, ...]:
        """The petitioner's side by name, as this court's clerks write it."""
        persons = tuple(person.name for person in self.cast.petitioners)
        return tuple(map(self._cased, (*self.cast.organisations, *persons)))

    def _cased(self, name: str) -> str:
        return name.upper() if self.habit.capitals and not self.appellate else name

    def _standing_slots(self) -> dict[str, str]:
        """The slots that stay the same for the whole docket."""
        cast, district = self.cast, COURTS[self.courts[""]]
        individual = cast.individual
        government = [self._cased(one.name) for one in self.respondents]
        person = cast.petitioners[0] if cast.petitioners else None
        return {
            "petitioner": self._cased(person.name) if person else self.filers[0],
            "formal": person.formal if person else "Plaintiffs",
            "country": person.country if person else "",
            "relative": cast.relative.name,
            "a_number": cast.a_number,
            "facility": people.facility(self.courts[""], self.gate),
            "other_facility": people.facility(self.courts[""], 1 - self.gate),
            "policy": cast.challenge.policy,
            "district": COURTS[self.court_id].district if self.court_id in COURTS else "",
            "state": district.state,
            "zone": district.zone,
            "circuit": CIRCUITS[district.circuit].short_name,
            "side": "Petitioner" if individual else "Plaintiffs",
            "them": "Respondents" if individual else "Defendants",
            "them_short": government[0],
            "them_named": ", ".join(government),
            "gov_names": ", ".join(government[:2]),
            "gov_lawyer": self.government_lawyer.name,
            "pet_lawyer": self.advocate.name,
            "other_lawyer": self.second_advocate.name,
            "sign_gov": self._cased(self.government_lawyer.signature),
            "sign_pet": self._cased(self.advocate.signature),
            "docket": self.numbers[self.part],
            "appeal": self.numbers.get("A", ""),
            "lead_number": self.numbers[""],
            "member_number": self.numbers.get("B", ""),
            "origin_number": self.numbers[""],
            "origin": self.courts[""],
            "origin_name": district.district,
            "origin_district": district.district,
            "destination": COURTS[self.courts["B"]].district if "B" in self.courts else "",
        }

    def _daily_slots(self) -> dict[str, str]:
        """The slots that change with the day, the judge and whoever types."""
        day = self.today
        typist = people.clerk(self.court_id, self.dice.below(2))
        letters = typist.initials[:2] + typist.family[1].upper()
        return {
            "date": slashed(day),
            "date_short": f"{day.month}/{day.day}/{day:%y}",
            "mdy": f"{day:%m/%d/%Y}",
            "date_before": long_date(court_day_before(day)),
            "judge_full": f"Judge {self.judge.name}",
            "judge": f"Judge {self.judge.name}",
            "name": self.judge.name,
            "magistrate_full": f"Magistrate Judge {self.magistrate.name}",
            "abc": letters.upper(),
            "abc_low": letters.lower(),
            "a": letters[0].upper(),
            "last": typist.family,
            "clerk_full": typist.name.replace(" ", ""),
            "clerk_name": typist.name,
            "clerk": letters.upper(),
            "reporter": people.clerk(self.court_id, 1).name,
        }

    # References

    def ref(self, name: str) -> str:
        """How this court's clerks refer to the latest entry of an act (or of an alias such as "decision")."""
        keys = [key for key in ALIASES.get(name, (name,)) if key in self._refs]
        if not keys:
            raise LookupError(f"nothing on docket {self.numbers[self.part]} for a reference to {name}")
        return max(self._refs[key] for key in keys)[1]

    def has(self, act: str) -> bool:
        return act in self._refs

    def _remember(self, act: Act, number: int | None) -> None:
        if number is None:
            shown = f"{act.short} of {slashed(self.today)}"
        else:
            shown = self.habit.ref.format(n=number, noun=act.short)
        self._refs[act.key] = (len(self.entries), shown)

    # Typing

    def write(self, key: str, day: dt.date, held: dt.date | None) -> None:
        """Adds the entry of act `key`. `held` is the day of the next hearing of the story, if it has one."""
        act = ACTS[key]
        self.today = day
        if key == "reassign":
            self.bench = (self.bench + 1) % 6
            self.judge = people.judge(self.court_id, self.bench)
        self._slots.update(self._daily_slots())
        self._set_dues(act)
        self._set_hearing(act, held)
        text, attachments, numbered = self._typed(act)
        number = self._number() if numbered else None
        self._remember(act, number)
        self.entries.append(Entry(key, day, number, text, act.short, attachments, act.restricted, act.trap))

    def copy_from(self, origin: "Desk") -> None:
        """A transferred case: the old court's entries stand on the new docket too, marked."""
        tail = self.habit.transferred.format(origin=origin.court_id, date=slashed(self.today))
        self.entries = [entry._replace(text=entry.text + tail) for entry in origin.entries]
        self._refs = dict(origin._refs)
        self._next_number = origin._next_number

    def _number(self) -> int:
        """The next entry number; in some circuits the whole court counts together, so numbers jump."""
        number = self._next_number
        self._next_number += 1 + (self.dice.below(self.appellate.step) if self.appellate else 0)
        return number

    def _set_dues(self, act: Act) -> None:
        day = self.today
        for owed in act.owes:
            day = court_day(day + self.dice.between(owed.low, owed.high) * DAY)
            self._slots[owed.slot] = long_date(day) if self.dice.chance(0.5) else slashed(day)
            if owed.slot == "due":
                self._slots["due_time"] = f"5:00 p.m. {self._slots['zone']} on {long_date(day)}"
            if owed.what:
                self.dues.append(Due(owed.what, day, act.key))
        if not act.owes and act.form == "appellate":
            self._slots["due"] = f"{court_day(day + 30 * DAY):%m/%d/%Y}"

    def _set_hearing(self, act: Act, held: dt.date | None) -> None:
        if act.hears:
            day = held or court_day(self.today + self.dice.between(*act.in_days) * DAY)
            clock = self.dice.pick(("9:00 AM", "9:30 AM", "10:00 AM", "1:30 PM", "2:00 PM"))
            self.hearing = Hearing(act.hears, day, clock, act.key)
            brief = self.dice.chance(0.5)
            self._slots["hearing"] = f"{slashed(day)} at {clock}" if brief else f"{long_date(day)}, {clock}"
        elif act.key == "vacate_hearing":
            self.hearing = None

    def _typed(self, act: Act) -> tuple[str, tuple[str, ...], bool]:
        """(text, attachments, whether it gets a number)."""
        says = self.dice.pick(act.says)
        if act.form == "filing":
            text, attachments = self._filing(act, says)
            return text, attachments, True
        if act.form == "order":
            return self._order(act, says)
        said = says.format_map(self._slots)
        if act.form == "minutes":
            return self._fill(self.habit.minutes, body=said), (), self.habit.minutes_numbered
        if act.form == "appellate" and self.appellate:
            return self._fill(self.appellate.text, text=said), (), True
        return said, (), self.habit.minutes_numbered or act.key not in UNNUMBERED

    def _fill(self, template: str, **slots: str) -> str:
        self._slots.update(slots)
        if "{entered}" in template:
            self._slots["entered"] = self.habit.entered.format_map(self._slots)
        return template.format_map(self._slots).strip()

    def _filing(self, act: Act, says: str) -> tuple[str, tuple[str, ...]]:
        title, _, tail = says.format_map(self._slots).partition(" || ")
        attachments = tuple(one.format_map(self._slots) for one in act.attachments[: self.dice.below(4)])
        listed = ", ".join(f"# {place} {one}" for place, one in enumerate(attachments, start=1))
        by_government = act.by == "government"
        government = [self._cased(one.name) for one in self.respondents[: 1 + self.dice.below(3)]]
        names = {"government": government, "joint": [*self.filers, *government]}.get(act.by, self.filers)
        # Offices that put no point after the filer get one before what the filing says.
        joint = ". " if "{filer}{" in self.habit.filing else " "
        text = self._fill(
            self.habit.filing,
            title=title,
            filer=", ".join(names),
            attachments=(joint + tail if tail else "") + (f" (Attachments: {listed})" if listed else ""),
            sign=f"({self._slots['sign_gov' if by_government else 'sign_pet']})",
        )
        return text, attachments

    def _order(self, act: Act, says: str) -> tuple[str, tuple[str, ...], bool]:
        text_only = act.text and self.dice.chance(0.5)
        judge = self.magistrate if act.magistrate else self.judge
        known = [(verb, self._refs[key][1]) for verb, key in act.rulings if key in self._refs]
        body = self._body(known, says.format_map(self._slots))
        shown = "Magistrate Judge {name}" if act.magistrate else self.habit.judge
        text = self._fill(
            self.habit.text_order if text_only else self.habit.order,
            title=self.dice.pick(act.titles),
            body=body,
            plain=body.lstrip(".: "),
            judge=shown.format(name=judge.name, upper=judge.name.upper()),
            name=judge.name,
            upper=judge.name.upper(),
        )
        return text, (), self.habit.text_numbered if text_only else True

    def _body(self, rulings: list[tuple[str, str]], says: str) -> str:
        """The rulings as this court words them, and what else is ordered; begins with its joint."""
        if not rulings:
            return f": {says}"
        if self.habit.sentences:
            decided = " ".join(self._sentence(verb, ref) for verb, ref in rulings)
            return f". {decided} {says}".rstrip()
        decided = "; ".join(self._gerund(verb, ref) for verb, ref in rulings)
        return f" {decided}. {says}".rstrip()

    def _sentence(self, verb: str, ref: str) -> str:
        sentence = VERBS[verb][1].format(f"the {ref}") + "."
        if self.habit.allowed:
            sentence = sentence.replace("GRANTED", "ALLOWED")
        return sentence[0].upper() + sentence[1:]

    def _gerund(self, verb: str, ref: str) -> str:
        said = VERBS[verb][0]
        return (said.upper() if self.habit.shouts else said).format(ref)


def _panel(desk: Desk) -> str:
    judges = [people.judge(desk.court_id, (desk.bench + seat) % 6).family for seat in range(3)]
    return f"Before Judges: {judges[0]}, {judges[1]} and {judges[2]}."


def _appellant(desk: Desk) -> str:
    return desk.respondents[-1].name if desk.cast.individual else desk.respondents[0].name


def _some_case(desk: Desk) -> str:
    """Another case, by number only."""
    return f"No. {desk.today:%y}-{desk.dice.digits(4)}"


_OFFICE_HOURS = ("08:{} AM", "09:{} AM", "10:{} AM", "11:{} AM", "01:{} PM", "02:{} PM", "03:{} PM", "04:{} PM")

SAYERS: dict[str, Callable[[Desk], str]] = {
    "receipt": lambda desk: f"A{desk.court_id.upper()}C-{desk.dice.digits(8)}",
    "amount": lambda desk: desk.dice.pick(("1,500", "2,000", "3,500", "5,000", "7,500", "10,000")),
    "four": lambda desk: desk.dice.digits(4),
    "county": lambda desk: matters.COUNTIES[len(desk.court_id + desk.numbers[""]) % len(matters.COUNTIES)],
    "other_case": _some_case,
    "other_number": lambda desk: f"{desk.numbers[''][:5]}cv-{desk.dice.digits(5)}",
    "panel": _panel,
    "appellant": _appellant,
    "amicus": lambda desk: matters.organisation(desk.dice),
    "clock": lambda desk: f"{desk.dice.pick(_OFFICE_HOURS).format(f'{desk.dice.below(60):02}')}",
    "seq": lambda desk: str(desk._next_number),
}
"""Slots made on demand; nothing is kept, so each use says something new."""
