"""Who is protected in which case, whose name stays, and the A-numbers: a few interned words a case, no text."""
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ..judges import PARTIES
from ..privacy import Policy, names
from ..privacy import words as lists
from ..privacy.captions import sides
from ..privacy.policy import is_made_of_titles
from ..procedure.facts import Docket
from ..published import PublishedCase

SHORTEST_ALONE: Final = 4
_APOSTROPHE: Final = re.compile(r"['’ʼ`´]")
_CAPTION_LIST: Final = re.compile(r"[,;&]|\band\b|\bet al\b")
Words = tuple[str, ...]
_PRESIDENTS: Final[frozenset[Words]] = frozenset(
    tuple(word for word in names.parts(president) if len(word) > 1) for president in PARTIES)
"""Who appointed a judge stands on every page of the judge's: "George" there betrays no George."""


class KnownCase(NamedTuple):
    """What is known of one case: its place in `Forms.cases`, its address, its people (places in `Forms.people`), and
    whose names stay in it."""

    number: int
    slug: str
    people: tuple[int, ...]
    kept: frozenset[Words]
    a_numbers: tuple[str, ...]


class Protected(NamedTuple):
    """Somebody whom a case protects: the parts of the name, whether they are a party, what stands after apostrophes."""

    words: Words
    is_party: bool
    tails: Words


class Protects(NamedTuple):
    """What one case adds to `Forms`: whom it protects, whose names stay in it and everywhere, who is sued."""

    slug: str
    people: tuple[Protected, ...]
    kept: tuple[Words, ...]
    kept_everywhere: tuple[Words, ...]
    sued: tuple[Words, ...]
    a_numbers: tuple[int, ...]


def protects(slug: str, policy: Policy, dockets: Sequence[Docket], shown: PublishedCase | None) -> Protects:
    """What one case adds. `slug` must be fit to be shown; `shown`: None where the case is hidden."""
    officers = tuple(filter(None, _officers(shown))) if shown else ()
    kept = (*filter(None, policy.people.kept), *officers)
    # Whom an editor names in a public case may be protected in another: of such a case only officers are kept.
    public = policy.show == "public"
    in_captions = tuple(_in_captions(shown, public=public)) if shown else ()
    people = (_protected(person.name, bool(person.label)) for person in policy.people.protected)
    return Protects(
        slug, tuple(filter(None, people)), tuple(dict.fromkeys(kept)),
        tuple(dict.fromkeys((*(officers if public and shown else kept), *in_captions))),
        tuple(dict.fromkeys(_sued(shown))) if shown else (), tuple(sorted(set(a_numbers(policy, dockets)))))


def _protected(name: str, is_party: bool) -> Protected | None:
    words = tuple(word for word in dict.fromkeys(names.parts(name)) if len(word) > 1)
    tails = tuple(names.fold(tail) for raw in names.WORD.findall(name)
                  for tail in _APOSTROPHE.split(raw)[1:] if len(tail) >= SHORTEST_ALONE)
    return Protected(words, is_party, tails) if words else None


class Forms:
    """All protected people of a run. Grows by a few interned words a case; no text is kept."""

    def __init__(self) -> None:
        self.people: list[Words] = []
        self.parties: set[int] = set()
        """Those of `people` who are parties. Any other (a relative, a declarant) may be an officer in another case:
        they are looked for only on the page of their own case and where another page speaks of it."""
        self.tails: dict[int, Words] = {}
        self.cases: list[KnownCase] = []
        self.owner: list[int] = []
        """Of each of `people` the first case that protects them."""
        self.numbers: dict[int, int] = {}
        self.kept_everywhere: set[Words] = set(_PRESIDENTS)
        self.sued: Counter[Words] = Counter()
        """In how many cases each name is that of somebody sued."""
        self._place_of: dict[Words, int] = {}
        self._kept: dict[Words, Words] = {}

    def add(self, one: Protects) -> None:
        """Note one case."""
        case = len(self.cases)
        known = tuple(dict.fromkeys(self._place(person, case) for person in one.people))
        namesakes = {president for president in _PRESIDENTS for person in one.people if {*president} <= {*person.words}}
        kept = frozenset(map(self._interned, one.kept)) | (_PRESIDENTS - namesakes)
        self.cases.append(KnownCase(case, one.slug, known, kept, tuple(map(str, one.a_numbers))))
        self.kept_everywhere.update(map(self._interned, one.kept_everywhere))
        self.sued.update(map(self._interned, one.sued))
        for number in one.a_numbers:
            self.numbers.setdefault(number, case)

    def _place(self, person: Protected, case: int) -> int:
        words = self._interned(person.words)
        place = self._place_of.setdefault(words, len(self.people))
        if place == len(self.people):
            self.people.append(words)
            self.owner.append(case)
        if person.is_party:
            self.parties.add(place)
        if person.tails:
            self.tails[place] = self._interned(person.tails)
        return place

    def _interned(self, words: Words) -> Words:
        return self._kept.setdefault(words, tuple(map(sys.intern, words)))


def a_numbers(policy: Policy, dockets: Sequence[Docket]) -> Iterator[int]:
    """The A-numbers that stand in the texts of a case, as numbers; masked ones say too little to be looked for."""
    for docket in dockets:
        texts = [(docket.case_name, False)]
        for entry in docket.entries:
            texts.append((entry.text, is_made_of_titles(entry)))
            texts += [(document.description, True) for document in entry.documents]
        for text, is_title in texts:
            for start, end, kind in policy.find(text, is_title=is_title) if text else ():
                digits = re.sub(r"\D", "", text[start:end]) if kind == "A-number" else ""
                if len(digits) in (8, 9):
                    yield int(digits)


def _officers(shown: PublishedCase) -> Iterator[Words]:
    """Judges, lawyers and those sued, as a published case names them: nobody who asks the court for something."""
    yield from _sued(shown)
    for docket in shown.dockets:
        yield from (names.parts(judge) for judge in (docket.judge, docket.referred_to) if judge)
        for party in docket.parties:
            yield from map(names.parts, party.lawyers)


def _sued(shown: PublishedCase) -> Iterator[Words]:
    for docket in shown.dockets:
        for party in docket.parties:
            roles = {word for role in party.roles for word in names.words(role)}
            if not party.protected and roles & lists.KEPT_ROLES:
                yield names.parts(party.name)


def _in_captions(shown: PublishedCase, *, public: bool) -> Iterator[Words]:
    """Who is sued and which organisations sue, by the captions as shown; if people are named there, these alone."""
    for docket in shown.dockets:
        for side in sides(docket.caption):
            text = docket.caption[side.start:side.end]
            for piece in (text,) if names.is_organisation(text) else _CAPTION_LIST.split(text):
                words = names.words(piece)
                if len(words) > 1 and (names.is_organisation(piece) or not (public or side.protected)):
                    yield words
