"""Published cases and the rules of the config in, what each rule has to tell out: a `Notice` each, with a lasting key.

The key is that of the docket entry, as in the feeds: an entry that came as a short title keeps it when its text comes.
All but proposals is told from what `withheld.tellable` lets through, so that no claim that nobody confirmed is made of
anybody. That the machine proposes a finding is told only by rules that are not public, as a thing to look at. Pure.
"""
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from . import addresses
from .appointments import fit_to_list, is_appointment
from .days import day_in
from .feeds import entry_urn, is_ruling
from .health import TROUBLES, Health, troubles
from .languages import Language
from .notify_rules import NEVER_PUBLIC, Notify
from .pages import SiteLook, web_link
from .places import court_name
from .published import Proof, PublishedCase, PublishedDate, PublishedDocket, PublishedEntry, PublishedEvent, Shown
from .weights import by_entry, deciding, weight
from .withheld import ACCUSATIONS, confirmed_entries, tellable
from .wording import N_, QUOTED, REPORT, Wording, due_time, duty

ORDERS: Final = frozenset({
    "release_ordered", "bond_hearing_ordered", "order_no_transfer_or_removal", "order_to_show_cause", "tro_entered",
    "tro_extended", "preliminary_injunction_entered", "stay_entered",
})
"""Types of what a judge orders somebody to do or to leave."""

FINDINGS: Final[dict[str, str]] = {
    "violation_found": N_("A judge found that an order was not followed."),
    "cured": N_("The court noted that what was found of its order is mended."),
}

UNBUILT: Final = "unbuilt"
_UNBUILT_SAID: Final = N_("The pages could not be built; what is published is what was there before.")

_NUMBERED: Final = 100_000
_SILENT, _PROPOSED, _HEARING, _HEALTH = 8, 9, 2, 10
_NO_REPORT: Final = N_(
    "{what} was due by {day}. No report on it has been seen on the public docket, which was last looked at on "
    "{checked}.")
_REPORT_NOT_SEEN: Final = N_(
    "A report was due by {day}. None has been seen on the public docket, which was last looked at on {checked}.")
"""Their weights, in the measure of events."""


class Notice(NamedTuple):
    """One thing to tell, in the language of its rule. `what`: a word of notify_rules.WHEN; `day`: when it happened or
    became known; `slug`: of the published case, "" for health.

    `head`: court, number and title; `said`: what happened, in sentences; `quote`: the court's words; `note`: which
    entry, and who read it; `link`: to the page, else to CourtListener, "" where there is neither.
    """

    key: str
    what: str
    day: dt.date
    docket_id: int | None
    slug: str
    weight: int
    head: str
    said: str
    quote: str
    note: str
    link: str


class Notices:
    """What the rules of one site have to tell. Give it each case once, then read `of`."""

    def __init__(
        self, look: SiteLook, rules: Sequence[Notify], as_of: dt.datetime, languages: Sequence[Language],
        first: dt.date,
    ) -> None:
        """`languages`: the site's, its first one first; `first`: nothing older is told."""
        self.today = Wording(timezone=look.timezone).local(as_of).date()
        self.first = first
        self.of: dict[str, dict[str, Notice]] = {rule.name: {} for rule in rules}
        """By rule, by key."""
        self.slugs: set[str] = set()
        codes = {language.code: language for language in languages}
        spoken = {rule.language: codes.get(rule.language, languages[0]) for rule in rules}
        tellers = {code: _Teller(look, language, languages, self.today) for code, language in spoken.items()}
        self._rules = [(rule, tellers[rule.language]) for rule in rules]

    def case(self, case: PublishedCase, proposed: Sequence[int] = ()) -> None:
        """Take a case into account. `proposed`: ids of its entries in which the machine reads a finding about an order
        that nobody has confirmed or rejected."""
        case = tellable(case)
        self.slugs.add(case.slug)
        for rule, teller in self._rules:
            if _concerns(rule, case):
                found = [each for what in rule.when for each in self._of_kind(what, rule, teller, case, proposed)]
                told = self.of[rule.name]
                for each in found:
                    if self.first <= each.day <= self.today:
                        told.setdefault(each.key, each)

    def health(self, health: Health, *, unbuilt: bool = False) -> None:
        """What is wrong with the tracker itself. `unbuilt`: its pages could not be built."""
        said = {name: TROUBLES[name] for name in troubles(health)} | ({UNBUILT: _UNBUILT_SAID} if unbuilt else {})
        for rule, teller in self._rules:
            if "health" in rule.when:
                self.of[rule.name] |= {
                    each.key: each for name, text in said.items() for each in [teller.health(name, text)]}

    def missing(self) -> list[tuple[str, str]]:
        """(rule, case) for each case that a rule names and that is none."""
        return [(rule.name, slug) for rule, _ in self._rules for slug in rule.cases if slug not in self.slugs]

    def digest_of(self, rule: Notify) -> tuple[str, str, Callable[[str], str]]:
        """For several notices of a rule as one: the site's name, the page of what changed, the words' language."""
        teller = next(teller for each, teller in self._rules if each.name == rule.name)
        return teller.name, teller.page(addresses.CHANGES), teller.words.text

    def _of_kind(
        self, what: str, rule: Notify, teller: "_Teller", case: PublishedCase, proposed: Sequence[int]
    ) -> Iterator[Notice]:
        if what == "rulings":
            yield from teller.findings(case)
            yield from teller.entries(case, what, is_ruling)
        elif what == "orders":
            yield from teller.entries(case, what, is_order)
        elif what == "no_report_seen":
            yield from teller.silences(case)
        elif what == "hearings":
            yield from teller.hearings(case)
        elif what == NEVER_PUBLIC and not rule.public:
            yield from teller.proposals(case, proposed)


def is_order(event: PublishedEvent) -> bool:
    """Whether a judge orders something here, and does not take it back."""
    return event.type in ORDERS and not {"vacated", "lifted"}.intersection(event.outcome)


def _concerns(rule: Notify, case: PublishedCase) -> bool:
    courts = {docket.court_id for docket in case.dockets}
    return (
        (not rule.topics or case.topic in rule.topics)
        and (not rule.courts or not courts.isdisjoint(rule.courts))
        and (not rule.cases or not {case.slug, *case.was}.isdisjoint(rule.cases)))


def unlabelled(case: PublishedCase) -> frozenset[int]:
    """Ids of entries whose label may not be shown. A page quotes them among all others; a message would point at them.
    """
    return frozenset(event.entry_id for event in case.timeline if event.type == QUOTED)


def _is_finding(event: PublishedEvent) -> bool:
    return event.type == "contempt_finding" or (event.type == "order_on_motion" and event.kind == "contempt")


class _Teller:
    """Notices in one language."""

    def __init__(self, look: SiteLook, language: Language, languages: Sequence[Language], today: dt.date) -> None:
        self.base = look.base_url.rstrip("/")
        self.prefix = "" if language == languages[0] else f"{language.code}/"
        self.name, self.fictional = look.name, look.fictional
        self.words = Wording(language.translations.gettext, look.timezone)
        self.today = today
        self._ = language.translations.gettext

    def entries(self, case: PublishedCase, what: str, tells: Callable[[PublishedEvent], bool]) -> Iterator[Notice]:
        """Each entry in which one of these was read, with all that was decided in it."""
        told = by_entry(event for event in case.timeline if event.type != QUOTED)
        for docket in case.dockets:
            for entry in docket.entries:
                events = deciding(told.get(entry.id, ()))
                if entry.cancelled or not any(map(tells, events)) or any(map(_is_finding, events)):
                    continue
                day = self._day(docket, entry)
                if day is not None:
                    yield self._of_entry(case, docket, entry, what, events, day)

    def findings(self, case: PublishedCase) -> Iterator[Notice]:
        """Each entry in which, as a person confirmed, a judge found that an order was broken, or mended."""
        confirmed = confirmed_entries(case)
        told = by_entry(event for event in case.timeline if event.entry_id in confirmed and event.type != QUOTED)
        shown = {each.proof.entry_id: each for each in case.axes.get("compliance", ())
                 if each.value in ACCUSATIONS and each.proof}
        for docket in case.dockets:
            for entry in docket.entries:
                found, value = deciding(told.get(entry.id, ())), shown.get(entry.id)
                day = self._day(docket, entry)
                if entry.cancelled or day is None or not (value or any(map(_is_finding, found))):
                    continue
                on = [each for one in (*found, *([value] if value else ())) if (each := one.confirmed_on)]
                notice = self._of_entry(case, docket, entry, "rulings", found, max([day, *on]))
                said = self._(FINDINGS[value.value]) if value and not any(map(_is_finding, found)) else notice.said
                note = self.words.sure(value) if value and value.confirmed_by else self._sure(found)
                yield notice._replace(
                    key=f"{notice.key}/finding", said=said, note=f"{self._place(docket, entry)} · {note}",
                    quote=notice.quote or (value.proof.quote if value and value.proof else ""))

    def silences(self, case: PublishedCase) -> Iterator[Notice]:
        """Each order past its day, where the docket was looked at since and shows no report on it."""
        dockets = {docket.id: docket for docket in case.dockets}
        for date in case.compliance_due:
            due, docket = day_in(due_time(date)), dockets.get(date.docket_id)
            if date.result != "no_report_seen" or due is None or docket is None or is_appointment(date):
                continue
            checked = self.words.local(docket.last_checked).date() if docket.last_checked else None
            if checked is None or checked <= due:
                continue
            said = self._(_REPORT_NOT_SEEN if duty(date) == REPORT else _NO_REPORT).format(
                what=self.words.duty(date), day=self.words.day(due), checked=self.words.day(checked))
            yield self._of_date(
                case, docket, date, "no_report_seen", f"no-report/{due}", due + dt.timedelta(days=1), _SILENT, said)

    def hearings(self, case: PublishedCase) -> Iterator[Notice]:
        """Each hearing to come, on the day it was set; of protected cases without a room and without the words."""
        protected = case.policy != "public"
        dockets = {docket.id: docket for docket in case.dockets}
        for date in (fit_to_list(each, protected) for each in case.hearings_to_come):
            docket, on = dockets.get(date.docket_id), date.proof.date_filed
            if docket is None or on is None or not date.datetime or is_appointment(date):
                continue
            when = self.words.court_time(date.datetime, date.timezone)
            name = "" if protected else self.words.hearing(date)
            said = (self._(N_("A hearing is set for {when}: {name}.")).format(when=when, name=name) if name
                    else self._(N_("A hearing is set for {when}.")).format(when=when))
            notice = self._of_date(case, docket, date, "hearings", f"hearing/{date.datetime}", on, _HEARING, said)
            yield notice._replace(quote="") if protected else notice

    def proposals(self, case: PublishedCase, proposed: Sequence[int]) -> Iterator[Notice]:
        """That there is something to review: which entry, and not a word of what it says."""
        wanted = set(proposed)
        for docket in case.dockets:
            for entry in docket.entries:
                day = self._day(docket, entry)
                if entry.id in wanted and day is not None:
                    said = self._(N_(
                        "For you to review: the machine proposes a finding about an order, which nobody has confirmed "
                        "and nothing public says. It may be wrong: writwatch review shows it."))
                    yield Notice(
                        f"{entry_urn(entry.id)}/proposed", NEVER_PUBLIC, day, docket.id, case.slug, _PROPOSED,
                        self._head(case, docket), said, "", self._place(docket, entry), web_link(entry.courtlistener))

    def health(self, name: str, said: str) -> Notice:
        link = self.page(addresses.HEALTH)
        return Notice(f"health/{name}", "health", self.today, None, "", _HEALTH, self.name, self._(said), "", "", link)

    def page(self, path: str) -> str:
        """The address of a page of the site; "" where nobody knows it."""
        return f"{self.base}/{self.prefix}{path}" if self.base else ""

    def _of_entry(
        self, case: PublishedCase, docket: PublishedDocket, entry: PublishedEntry, what: str,
        events: Sequence[PublishedEvent], day: dt.date,
    ) -> Notice:
        return Notice(
            entry_urn(entry.id), what, day, docket.id, case.slug, max(map(weight, events), default=0),
            self._head(case, docket), self.words.events(events),
            events[0].proof.quote if events and entry.id not in unlabelled(case) else "",
            f"{self._place(docket, entry)} · {self._sure(events)}", self._link(case, entry.id, entry.courtlistener))

    def _of_date(
        self, case: PublishedCase, docket: PublishedDocket, date: PublishedDate, what: str, key: str, day: dt.date,
        heft: int, said: str,
    ) -> Notice:
        proof = date.proof
        return Notice(
            f"{entry_urn(proof.entry_id)}/{key}", what, day, docket.id, case.slug, heft, self._head(case, docket), said,
            "" if proof.entry_id in unlabelled(case) else proof.quote,
            f"{self._place_of(proof)} · {self.words.confidence('read')}",
            self._link(case, proof.entry_id, proof.courtlistener))

    def _head(self, case: PublishedCase, docket: PublishedDocket) -> str:
        place = f"{court_name(docket.court_id)} {docket.docket_number}".strip()
        head = f"{place} · {case.title}"
        return self._(N_("Fictional, everything invented: {head}")).format(head=head) if self.fictional else head

    def _place(self, docket: PublishedDocket, entry: PublishedEntry) -> str:
        return self._numbered(entry.entry_number, entry.date_filed or docket.date_filed)

    def _place_of(self, proof: Proof) -> str:
        return self._numbered(proof.entry_number, proof.date_filed)

    def _numbered(self, number: int | None, day: dt.date | None) -> str:
        named = number is not None and number < _NUMBERED
        name = self._(N_("entry {n}")).format(n=number) if named else self._(N_("entry without a number"))
        said = f"{name}, {self.words.day(day)}" if day else name
        return said[:1].upper() + said[1:]

    def _sure(self, events: Iterable[PublishedEvent]) -> str:
        """Who read it, or who confirmed all of it."""
        told = list(events)
        if told and all(event.confirmed_by for event in told):
            one = told[0]
            return self.words.sure(Shown("", None, None, "confirmed", one.confirmed_by, one.confirmed_on))
        return self.words.confidence("read")

    def _link(self, case: PublishedCase, entry_id: int, courtlistener: str) -> str:
        return self.page(f"{addresses.case(case.slug)}#entry-{entry_id}") or web_link(courtlistener)

    def _day(self, docket: PublishedDocket, entry: PublishedEntry) -> dt.date | None:
        """When it was filed, or when its text came, if that was later."""
        filed = entry.date_filed or docket.date_filed
        came = self.words.local(entry.text_seen).date() if entry.text_seen else None
        return max(filed, came) if filed and came and came <= self.today else filed


def by_weight(notices: Mapping[str, Notice]) -> list[Notice]:
    """The weightiest first, then the newest."""
    return sorted(notices.values(), key=lambda each: (-each.weight, -each.day.toordinal(), each.slug, each.key))
