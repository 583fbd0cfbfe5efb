"""Who in a case is protected and whose name stays: dockets in, people out. Doubt protects.

Protected are natural persons on the side of those who ask the court for something (petitioners, plaintiffs, whoever
acts for them) and, where the United States prosecutes, the defendant. Officials sued in office, lawyers, judges and
organisations stay. A docket without party rows is read from its caption.
"""
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..procedure.courts import COURTS
from ..procedure.facts import Docket, Party
from . import names as names
from . import words as lists
from .captions import is_government, is_prosecution, persons_in_caption, sides

_CRIMINAL = re.compile(r"-(?:cr|mj|po|mc)-", re.IGNORECASE)
_BARE_ROLES = frozenset({"Appellant", "Appellee"})
_HIGHER_COURTS = frozenset(court_id for court_id, court in COURTS.items() if court.level in {"appeals", "supreme"})
_OF_A_SUIT = lists.KEPT_ROLES | {"petitioner", "petitioners", "plaintiff", "plaintiffs"}
_FULL_NAME = 2
_SHORTEST_MISSPELT = 5


class Person(NamedTuple):
    """A protected natural person: every word their name is written with, and what is shown instead.

    `label` is "" for people who are not parties (relatives, witnesses): nothing is shown of them but "[name]".
    `known_in_full`: the name comes from a party row, so another given name beside the surname is another person.
    """

    name: str
    label: str
    known_in_full: bool

    @property
    def words(self) -> tuple[str, ...]:
        return _long_parts(self.name)


@lru_cache(maxsize=1 << 12)
def _long_parts(name: str) -> tuple[str, ...]:
    return tuple(word for word in names.parts(name) if len(word) > 1)


class People(NamedTuple):
    """`protected` in party order, `pseudonyms` as the court gave them, `kept`: the words of each name that stays.

    `children`: initials by which the texts call children and relatives, which are no court's pseudonyms: "M.T.Q.".
    """

    protected: tuple[Person, ...]
    pseudonyms: tuple[str, ...]
    kept: tuple[tuple[str, ...], ...]
    children: tuple[str, ...] = ()


def is_unnamed(people: People) -> bool:
    """Whether somebody asks the court under a pseudonym, or under half a name: "Yonas T."."""
    return bool(people.pseudonyms) or any(
        person.label and len(person.name.split()[-1].strip(".")) == 1 for person in people.protected)


def people_of(dockets: Sequence[Docket], public_names: Iterable[str] = ()) -> People:
    """The people of one case; the same person on two dockets is one person, under the fullest form of the name.

    Whoever asked the court under another name is protected under that one, too: a court may have hidden it since.
    `public_names`: public figures, whose names stay though they ask the court. Whom a caption has before "v." stays
    where another caption or a party row says that they are sued; the same caption only has a namesake.
    """
    public = _words_of(public_names)
    sued = _words_of(name for docket in dockets for name in _parties_that_stay(docket))
    found = [person for person in _people_who_ask(dockets, sued) if not _is_public(person, public)]
    before = [person for person in _people_who_ask(_as_they_were(dockets), sued)
              if not names.is_pseudonym(person.name) and not _is_public(person, public)
              and not _is_one_of(sued, person.name)]
    officers = _words_of(name for docket in dockets for name in _officers_of_the_court(docket))
    kept = sued | officers | public | _words_of(name for docket in dockets for name in _organisations(docket))
    pseudonyms = tuple(dict.fromkeys(person.name for person in found if names.is_pseudonym(person.name)))
    asking = [person for person in found if not names.is_pseudonym(person.name)]
    people, now = _distinct([*asking, *before]), len(_distinct(asking))
    protected = (*_numbered(people[:now], pseudonyms), *people[now:])
    known = [person.words for person in protected if person.known_in_full]
    stays = sorted(words for words in kept if not any(same_person(person, words) for person in known))
    return People(protected, pseudonyms, tuple(stays))


def _is_one_of(people: Iterable[tuple[str, ...]], name: str) -> bool:
    return any(set(names.parts(name)) <= set(words) for words in people)


def _people_who_ask(dockets: Iterable[Docket], sued: set[tuple[str, ...]]) -> list[Person]:
    """Whom party rows and captions name among those who ask, the former first; pseudonyms and repetitions included."""
    dockets = list(dockets)
    found = [(name, True) for docket in dockets for party in docket.parties if asks_the_court(docket, party)
             for name in names.persons_in_party(party.name)
             if not (_may_be_turned_round(docket) and _is_one_of(sued, name))]
    found += [(name, False) for docket in dockets for name in _persons_who_ask(docket)
              if not _is_one_of(sued - _words_of(_persons_sued(docket)), name)]
    return [Person(name, names.initials(name), in_full) for name, in_full in found]


def _as_they_were(dockets: Iterable[Docket]) -> Iterator[Docket]:
    """The dockets under each caption and with each party's name that they had."""
    for docket in dockets:
        if docket.former_case_names or docket.former_parties:
            parties = (*docket.parties, *docket.former_parties)
            for case_name in (*docket.former_case_names, docket.case_name):
                yield docket._replace(case_name=case_name, parties=parties)


def _is_public(person: Person, public: Iterable[tuple[str, ...]]) -> bool:
    """Whether a name is one that an editor made public; a caption's bare surname is. A court's pseudonym never is."""
    words = names.parts(person.name)
    return not names.is_pseudonym(person.name) and any(
        same_person(words, each) or (not person.known_in_full and set(words) <= set(each)) for each in public)


def _persons_who_ask(docket: Docket) -> Iterator[str]:
    """Those on the protected side of a docket's caption, and those on both sides of one that may be turned round."""
    yield from persons_in_caption(docket.case_name)
    if _may_be_turned_round(docket):
        yield from _persons_sued(docket)


def _may_be_turned_round(docket: Docket) -> bool:
    """Whether the caption, and roles that say no more, may have an official first: some higher courts put first whoever
    petitions or appeals.

    Not where an agency stands after "v.", as no detained person does.
    """
    return (docket.court_id in _HIGHER_COURTS and _names_people_on_both_sides(docket.case_name)
            and not any(_says_who_sued(docket, party) for party in docket.parties))


@lru_cache(maxsize=1 << 10)
def _names_people_on_both_sides(caption: str) -> bool:
    sued = (caption[side.start:side.end] for side in sides(caption) if not side.protected)
    return (any(not names.is_pseudonym(name) for name in persons_in_caption(caption))
            and not all(map(names.is_organisation, sued)))


def _says_who_sued(docket: Docket, party: Party) -> bool:
    """Whether a role is more than that of an appeal; before the Supreme Court every role is that."""
    return docket.court_id != "scotus" and not _words_of_roles(party.roles).isdisjoint(_OF_A_SUIT)


def _persons_sued(docket: Docket) -> Iterator[str]:
    caption = docket.case_name
    for side in sides(caption):
        if not side.protected:
            yield from (caption[start:end] for start, end in names.persons_in_side(caption, side.start, side.end))


def _organisations(docket: Docket) -> Iterator[str]:
    """Those that ask the court by themselves, by the caption: "Ana Ruiz, P.A." is no Ana Ruiz."""
    caption = docket.case_name
    yield from (caption[side.start:side.end] for side in sides(caption)
                if side.protected and names.is_organisation(caption[side.start:side.end])
                and not any(names.persons_in_side(caption, side.start, side.end)))


def asks_the_court(docket: Docket, party: Party) -> bool:
    """Whether a party stands on the protected side of its docket; an unknown role does."""
    roles = _words_of_roles(party.roles)
    if _may_be_turned_round(docket):
        return roles.isdisjoint(lists.BYSTANDER_ROLES) and not _is_the_governments(docket, party)
    if roles & lists.PROTECTED_ROLES - lists.BYSTANDER_ROLES - {"appellant", "appellee"}:
        return True
    if roles & lists.KEPT_ROLES:
        return is_criminal(docket) and not names.is_organisation(party.name)
    if roles & lists.BYSTANDER_ROLES:
        return False
    return not _is_sued(docket, party)


def _is_the_governments(docket: Docket, party: Party) -> bool:
    """Whether all agencies and offices of a docket have one role, and this party has it: "Odile Kestrel" and "DHS"."""
    return {each.roles for each in docket.parties if is_government(each.name)} == {party.roles}


@lru_cache(maxsize=1 << 10)
def _words_of_roles(roles: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for role in roles for word in names.words(role))


def is_criminal(docket: Docket) -> bool:
    """Whether the United States prosecutes: the defendant is then the one to protect."""
    return bool(_CRIMINAL.search(docket.docket_number) or is_prosecution(docket.case_name))


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names may be one person's: equal, or the shorter inside the longer, initials and slips allowed."""
    shorter, longer = sorted((one, other), key=len)
    if not shorter or (len(shorter) < _FULL_NAME and len(shorter) != len(longer)):
        return False
    return all(word in longer or any(_same_part(word, part) for part in longer) for word in shorter)


def _same_part(one: str, other: str) -> bool:
    """Equal, an initial of the other, or a letter apart."""
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return len(other) >= _SHORTEST_MISSPELT and names.one_letter_apart(one, other)


def _words_of(people: Iterable[str]) -> set[tuple[str, ...]]:
    return {words for name in people if (words := names.parts(name))}


def _parties_that_stay(docket: Docket) -> Iterator[str]:
    """Officials sued and organisations on either side, from the party rows and from the caption.

    A caption may name first who appeals: "Alder v. Ruiz", where the party rows know a Ruiz among those who ask alone.
    """
    for party in docket.parties:
        if not asks_the_court(docket, party) or not any(names.persons_in_party(party.name)):
            yield party.name
    if not _may_be_turned_round(docket):
        asking, sued = ([set(names.parts(party.name)) for party in docket.parties
                         if asks_the_court(docket, party) is asks] for asks in (True, False))
        yield from (name for name in _persons_sued(docket)
                    if not any(words.issuperset(names.parts(name)) for words in asking)
                    or any(words.issuperset(names.parts(name)) for words in sued))


def _officers_of_the_court(docket: Docket) -> Iterator[str]:
    yield from (attorney.name for attorney in docket.attorneys)
    yield from (judge for judge in (docket.assigned_to_str, docket.referred_to_str) if judge)
    yield from (judge for judge in re.split(r"[,;]| and ", docket.panel_str) if judge.strip())
    if docket.originating_court:
        yield docket.originating_court.assigned_to_str


def _is_sued(docket: Docket, party: Party) -> bool:
    """Whether somebody of another role is one of those sued: the caption has them after "v.", and not before it.

    An appeal keeps the caption of the case below, so a bare appellant or appellee who is not in it is on the side of
    those who are, by their role.
    """
    first = _words_on(docket.case_name, protected=True)
    if first & set(names.parts(party.name)):
        return False
    after_versus = bool(_words_on(docket.case_name, protected=False) & set(names.parts(party.name)))
    if after_versus or not _BARE_ROLES.issuperset(party.roles):
        return after_versus
    askers = {role for each in docket.parties if first & set(names.parts(each.name)) for role in each.roles}
    return bool(askers) and askers.isdisjoint(party.roles)


def _words_on(caption: str, *, protected: bool) -> set[str]:
    """The words of the caption's protected sides, or of the others."""
    return {word for side in sides(caption) if side.protected is protected
            for word in names.words(caption[side.start:side.end])}


def _distinct(people: list[Person]) -> list[Person]:
    """Each person once, in the order of first appearance, under the name with the most parts."""
    distinct: list[Person] = []
    for person in people:
        place = next((place for place, known in enumerate(distinct) if _is_form_of(person, known)), None)
        if place is None:
            distinct.append(person)
        elif len(person.words) > len(distinct[place].words):
            distinct[place] = person._replace(known_in_full=person.known_in_full or distinct[place].known_in_full)
    return distinct


def _is_form_of(person: Person, known: Person) -> bool:
    """A caption's bare surname is a form of whoever bears it; of two full names one must hold the other."""
    if not person.known_in_full and person.words and set(person.words) <= set(known.words):
        return True
    return person.words == known.words or same_person(person.words, known.words)


def _numbered(people: list[Person], pseudonyms: Iterable[str]) -> tuple[Person, ...]:
    """Equal initials told apart: "J.M. (1)", "J.M. (2)"; where a court calls somebody J.M., the next one is "(2)"."""
    given = {"".join(f"{word.upper()}." for word in names.words(name)) for name in pseudonyms}
    labels = [*given, *(person.label for person in people)]
    return tuple(
        person if labels.count(person.label) == 1
        else person._replace(label=f"{person.label} ({labels[:place + 1].count(person.label)})")
        for place, person in enumerate(people, len(given))
    )
