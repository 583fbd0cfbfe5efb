"""Names to hide in a text: the people of a case in, spans out. The heart of `privacy`.

A run of words that are parts of protected names is hidden with whatever goes on it (unknown given names, initials,
particles), unless it is the name of somebody who stays: an official, a judge, a lawyer, a place.
"""
import re
from collections.abc import Iterator
from copy import copy
from functools import reduce
from operator import or_

from . import names as names
from . import words as lists
from .broken import broken_words, spaced_out
from .children import aged, are_initials, written_as
from .lexicon import (
    CAPITAL,
    CUE,
    FRAGMENT,
    KEPT,
    LETTER,
    OFFICE,
    ORDINARY,
    ORGANISATION,
    PART,
    PARTICLE,
    POSSIBLE,
    SMALL,
    WEAK,
    Lexicon,
)
from .passage import LONGEST_NAME, Passage, Run
from .people import People, is_unnamed
from .presented import Presented, concerned, listed_after
from .standing import is_a_date, stands_as_a_name

_FEW = 3
_LONGEST_ABBREVIATION = 5
_SHORTEST_GIVEN = 2
_NUMBER_OF_A_FORM = re.compile(r"-\d")
_NUMERAL = re.compile("[IVXLC]+")


class Names:
    """Finds the names to hide in the texts of one case.

    `strict`: people whom the text only presents (declarants, "Mr. …", "Petitioner …") are hidden too.
    `unlisted`: no party rows are known, so whoever is listed beside a protected person is one too.
    """

    def __init__(self, people: People, *, strict: bool, unlisted: bool) -> None:
        self._people = people
        self._unlisted = unlisted
        self._lexicon = Lexicon(people)
        self._held: dict[str, int] = {}
        self._passages: dict[str, Passage] = {}
        self._unnamed = strict and is_unnamed(people)
        self._presented = Presented(people.pseudonyms, strict=strict, unnamed=self._unnamed)
        self._words: dict[str, list[str]] = {}
        self._runs: dict[str, list[Run]] = {}

    def of(self, people: People) -> "Names":
        """The same for more people, without reading the words of any text once more."""
        more = copy(self)
        more._people = people
        more._lexicon = Lexicon(people)
        more._held = {}
        more._passages = {}
        more._runs = {}
        return more

    def what_is_in(self, text: str) -> int:
        """All bits of all words of a text: what it could hold."""
        if text not in self._held:
            if text not in self._words:
                self._words[text] = names.word_of(text).findall(text)
            self._held[text] = reduce(or_, map(self._lexicon.__getitem__, self._words[text]), 0)
        return self._held[text]

    def may_hold(self, holds: int) -> bool:
        """Whether `find` is worth asking of a text with these bits."""
        return bool(holds & (PART | WEAK | SMALL | FRAGMENT)) or self._may_introduce(holds)

    def _may_introduce(self, holds: int) -> bool:
        """Whether a text with these bits has a word that announces names and one that may be a name."""
        return bool(holds & POSSIBLE and (holds & CUE or self._unlisted or self._unnamed or self._people.pseudonyms))

    def _passage(self, text: str) -> Passage:
        if text not in self._passages:
            self._passages[text] = Passage(text, self._lexicon, self._words.get(text))
        return self._passages[text]

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The spans that name a protected person; they may overlap."""
        passage = self._passage(text)
        for first, last in [*self._known(passage), *self._introduced(passage)]:
            yield passage.start(first), passage.end(first, last)
        for first, last in broken_words(passage, self._lexicon):
            start, end = _widened(passage, first, last)
            yield passage.start(start), passage.end(start, end)

    def find_spaced_out(self, text: str) -> Iterator[tuple[int, int]]:
        """The spans in which letter for letter a name is spaced out; there are none without a LETTER."""
        return spaced_out(text, self._lexicon)

    def find_initials(self, text: str) -> Iterator[tuple[int, int]]:
        """The spans in which initials stand for a child or a relative; there are none without a LETTER."""
        yield from aged(text, self._people.pseudonyms)
        for letters in self._people.children:
            yield from written_as(text, letters)

    def introduced(self, text: str) -> Iterator[str]:
        """People whom only this text presents, by names that are worth looking for elsewhere."""
        holds = self.what_is_in(text)
        if holds & LETTER:
            yield from (text[start:end] for start, end in aged(text, self._people.pseudonyms))
        if not self._may_introduce(holds):
            return
        passage = self._passage(text)
        for run in self._introduced(passage):
            if (passage.long_words(run) > 1 or passage.folded(run[0] - 1) in lists.RELATIVES
                    or are_initials(passage.spelt(run))):
                yield passage.spelt(run)

    def label(self, text: str) -> str:
        """The initials of the person named in a span, "[name]" where it is nobody with initials."""
        votes: dict[int, int] = {}
        for word in names.words(text):
            for place in self._lexicon.owners(word):
                votes[place] = votes.get(place, 0) + 1
        best = min(votes, key=lambda place: (-votes[place], place), default=None)
        return "[name]" if best is None else self._people.protected[best].label or "[name]"

    def _introduced(self, passage: Passage) -> list[Run]:
        if passage.text not in self._runs:
            runs = list(self._presented.find(passage))
            if self._unlisted:
                runs += [run for _, last in self._known(passage) for run in listed_after(passage, last)]
            if self._unlisted or self._unnamed:
                runs += concerned(passage)
            self._runs[passage.text] = runs
        return self._runs[passage.text]

    def _known(self, passage: Passage) -> Iterator[Run]:
        """The runs of words that are parts of known names, as wide as the name goes."""
        last = -1
        for place in passage.places(PART | WEAK | SMALL):
            if place <= last or not (_is_core(passage, place) or self._has_initials(passage, place)
                                     or self._is_turned_round(passage, place)):
                continue
            last = self._end_of_run(passage, place)
            if not self._stays(passage, place, last):
                start, end = _widened(passage, place, last)
                end += self._is_surname_of_one_name(passage, place, end)
                yield start, self._end_of_initials(passage, end)

    def _is_surname_of_one_name(self, passage: Passage, place: int, last: int) -> bool:
        """Whether a word of somebody who stays ends the name of a person whom the party rows give one name alone."""
        if place != last or not passage.bits(last + 1) & KEPT or passage.gap(last + 1) != " ":
            return False
        people = [self._people.protected[owner] for owner in self._lexicon.owners(passage.folded(place))]
        return (any(person.known_in_full and len(person.words) == 1 for person in people)
                and passage.bits(last + 1) & (CAPITAL | ORDINARY | OFFICE) == CAPITAL
                and not (passage.joined(last + 2) and passage.bits(last + 2) & CAPITAL))

    def _has_initials(self, passage: Passage, place: int) -> bool:
        """ "E. Warden", where Edwin Warden is protected."""
        if not (passage.bits(place) & WEAK and passage.bits(place - 1) & LETTER and passage.joined(place)
                and passage.gap(place).startswith(".")):
            return False
        word, letter = passage.folded(place), passage.folded(place - 1)
        owners = (self._people.protected[owner] for owner in self._lexicon.owners(word))
        return any(part[0] == letter for person in owners for part in person.words if part != word)

    def _end_of_run(self, passage: Passage, place: int) -> int:
        last = place
        while True:
            following = last + 1
            while following - last < _FEW and passage.joined(following) and _joins(passage, following):
                following += 1
            if passage.joined(following) and passage.bits(following) & (PART | WEAK):
                last = following
            elif self._turns_round(passage, place, last):
                last += 1
            else:
                return last

    def _turns_round(self, passage: Passage, first: int, last: int) -> bool:
        """Whether ", Juan" after "GARCIA" is the same person's given name."""
        if not passage.after_comma(last + 1) or not passage.bits(last + 1) & (PART | WEAK):
            return False
        if is_a_date(passage, last + 1):
            return False
        so_far = [passage.folded(place) for place in range(first, last + 1)]
        following = passage.folded(last + 1)
        owners = set.intersection(*map(self._lexicon.owners, filter(self._lexicon.owners, [*so_far, following])))
        return following not in so_far and bool(owners)

    def _is_turned_round(self, passage: Passage, place: int) -> bool:
        """ "MAY, Grace"; not "in May, April and June"."""
        return (bool(passage.bits(place) & WEAK and passage.bits(place + 1) & (PART | WEAK))
                and passage.after_comma(place + 1) and passage.folded(place - 1) not in lists.BEFORE_A_LIST
                and self._turns_round(passage, place, place))

    def _end_of_initials(self, passage: Passage, last: int) -> int:
        """The last of the person's initials after a comma, all or none: "Tacuri, W.G.", not "Tacuri, U.S. Attorney"."""
        end = last + 1
        if not (passage.after_comma(end) and passage.bits(end) & LETTER
                and passage.folded(end) in self._lexicon.initials):
            return last
        while passage.joined(end + 1) and passage.bits(end + 1) & LETTER:
            end += 1
        return end

    # Names that stay though a protected person bears them too.

    def _stays(self, passage: Passage, first: int, last: int) -> bool:
        return (
            _is_titled(passage, first, last)
            or (first == last and (_is_a_place(passage, first) or _is_a_numeral(passage, first)))
            or self._is_kept_person(passage, first, last)
        )

    def _is_kept_person(self, passage: Passage, first: int, last: int) -> bool:
        """Whether a run of kept words stands with the rest of a kept person's name, or where the one sued stands."""
        protected = [place for place in range(first, last + 1) if passage.bits(place) & (PART | WEAK)]
        if not all(passage.bits(place) & KEPT for place in protected):
            return False
        run = {passage.folded(place) for place in protected}
        beside = _beside(passage, first, last) - self._lexicon.parts.keys()
        sharing = [kept for kept in self._people.kept if run.issubset(kept)]
        if any(not beside.isdisjoint(kept) for kept in sharing):
            return True
        if sharing and passage.folded(first - 1) in lists.KEPT_ROLES:
            return True
        if (passage.bits(first - 1) & LETTER and passage.gap(first).startswith(".")
                and self._is_initial_of_kept(passage.folded(first - 1), run, sharing)):
            return True
        if passage.folded(first - 1) in {"v", "vs"}:
            return not passage.bits(first - 2) & ORGANISATION  # "USA v. Garcia" names the accused
        is_office = passage.after_comma(last + 1) and passage.bits(last + 1) & OFFICE  # "Garcia, Warden of …"
        return bool(is_office) and passage.folded(last + 2) == "of"


    def _is_initial_of_kept(self, letter: str, run: set[str], sharing: list[tuple[str, ...]]) -> bool:
        """Whether the H. of "H. Garza" is that of Hector Garza, who stays, and no protected Garza's."""
        owners = {owner for word in run for owner in self._lexicon.owners(word)}
        protected = {part[0] for owner in owners for part in self._people.protected[owner].words if part not in run}
        return letter not in protected and any(
            part[0] == letter for kept in sharing for part in kept if part not in run)


def _is_core(passage: Passage, place: int) -> bool:
    bits = passage.bits(place)
    if bits & SMALL:
        return _is_in_a_slug(passage, place)
    return bool(bits & PART) or bool(bits & WEAK and (
        _has_company(passage, place) or stands_as_a_name(passage, place) or _follows_a_given_name(passage, place)))


def _follows_a_given_name(passage: Passage, place: int) -> bool:
    """Whether an ordinary word ends a name that begins with an unknown one: "Shanice Bond", not "Wexford Bond Hearing".

    Not in a title all in capitals, nor where the word may be a place or a day: "Tacoma Washington", "Sunday May 3".
    """
    before, word = passage.raw(place - 1), passage.folded(place)
    return (passage.gap(place) == " " and passage.is_namelike(place - 1) and len(before) > _SHORTEST_GIVEN
            and not before.isupper() and word not in lists.PLACES and not is_a_date(passage, place)
            and not (passage.joined(place + 1) and passage.bits(place + 1) & CAPITAL))


def _is_in_a_slug(passage: Passage, place: int) -> bool:
    """Whether an ordinary word in small letters is tied to another part of a name: "israel-may", "april_may"."""
    return any(
        passage.bits(place + step) & (SMALL | PART) and passage.folded(place + step) != passage.folded(place)
        and passage.gap(max(place, place + step)) in {"-", "_"} for step in (-1, 1))


def _has_company(passage: Passage, place: int) -> bool:
    """Whether another part of a protected name stands beside a weak one, initials or particles between or not."""
    for step in (-1, 1):
        beside = place + step
        while abs(beside - place) <= _FEW and passage.joined(max(beside, beside - step)):
            if passage.bits(beside) & (PART | WEAK):
                return True
            if not _joins(passage, beside):
                break
            beside += step
    return False


def _joins(passage: Passage, place: int) -> bool:
    """Whether an initial, a particle, a small part or the Spanish "and" may stand between two parts of a name."""
    return bool(passage.bits(place) & (LETTER | PARTICLE | SMALL)) or passage.raw(place) == "y"


def _widened(passage: Passage, first: int, last: int) -> Run:
    """The run with the unknown names, particles and initials that go on it: "Juan Carlos" before a known surname."""
    start, end = first, last
    while first - start < LONGEST_NAME and passage.joined(start) and (
            _belongs(passage, start - 1) or _is_other_half(passage, start, start - 1)
            or _is_as_small(passage, first, start - 1) or _is_between(passage, start - 1, start - 2)):
        start -= 1
    while end - last < LONGEST_NAME and passage.joined(end + 1) and (
            _belongs(passage, end + 1) or _is_other_half(passage, end + 1, end + 1)
            or passage.folded(end + 1) in lists.SUFFIXES or _is_as_small(passage, last, end + 1)
            or _is_between(passage, end + 1, end + 2)):
        end += 1
    while passage.joined(end + 1) and end > last and passage.bits(end) & PARTICLE and not passage.bits(end) & CAPITAL:
        end -= 1
    if passage.after_comma(end + 1) and passage.folded(end + 1) in lists.GENERATIONS:
        end += 1
    return start, end


def _belongs(passage: Passage, place: int) -> bool:
    bits = passage.bits(place)
    if bits & OFFICE or (bits & CUE and not bits & LETTER) or passage.folded(place) == "v":
        return False
    if bits & LETTER and passage.is_before(place, _NUMBER_OF_A_FORM):
        return False
    return passage.is_namelike(place) or bool(bits & (LETTER | PARTICLE))


def _is_other_half(passage: Passage, right: int, place: int) -> bool:
    """Whether a hyphen before `right` makes this word half of a double surname, be it somebody else's surname too."""
    bits = passage.bits(place)
    return "-" in passage.gap(right) and (bool(bits & SMALL) or (bool(bits & CAPITAL) and not bits & ORDINARY))


def _is_between(passage: Passage, place: int, beyond: int) -> bool:
    """Whether a word of somebody who stays leads on to an unknown one: "Singh" of "Gurpreet Singh Dhaliwal"."""
    bits = passage.bits(place) & (KEPT | CAPITAL | ORDINARY | OFFICE | ORGANISATION)
    return (bits == KEPT | CAPITAL and passage.joined(max(place, beyond)) and passage.is_namelike(beyond)
            and not passage.bits(beyond) & LETTER)


def _is_as_small(passage: Passage, place: int, beside: int) -> bool:
    """Whether a name in small letters goes on with a part that is an ordinary word: "will" of "will tacuri"."""
    return passage.bits(beside) & (SMALL | CUE) == SMALL and passage.raw(place).islower()


def _is_titled(passage: Passage, first: int, last: int) -> bool:
    """ "Judge Garcia", "Warden Ana B. Garcia"; not where the run holds more than one part and is nobody's we keep."""
    if first < last and not all(passage.bits(place) & (KEPT | LETTER | PARTICLE) for place in range(first, last + 1)):
        return False
    for place in range(first, first - _FEW - 1, -1):
        before = passage.bits(place - 1)
        if not passage.is_close(place) or _ends_a_sentence(passage, place - 1):
            return False
        if before & OFFICE:
            return True
        if not before & CAPITAL or before & (PART | WEAK | ORDINARY):
            return False
    return False


def _ends_a_sentence(passage: Passage, place: int) -> bool:
    """Whether the full stop after a word is no abbreviation's: "with counsel. Garcia", but "Hon. Garcia"."""
    return "." in passage.gap(place + 1) and len(passage.raw(place)) > _LONGEST_ABBREVIATION


def _is_a_place(passage: Passage, place: int) -> bool:
    """ "San Diego", "Jackson County Jail", "Joe Corley Processing Center", "in Paris, Texas"."""
    if (passage.after_comma(place + 1) and passage.folded(place + 1) in lists.PLACES and passage.joined(place)
            and passage.folded(place - 1) in lists.WHERE):
        return True
    if passage.joined(place):
        before = passage.folded(place - 1)
        alone = not passage.bits(place - 1) & (PART | WEAK)
        if (before, passage.folded(place)) in lists.PLACE_PAIRS or (before in lists.PLACE_OPENINGS and alone):
            return True
    for following in range(place + 1, place + 1 + _FEW):
        if not passage.joined(following) or not passage.bits(following) & CAPITAL:
            return False
        if passage.folded(following) in lists.FACILITIES:
            return not lists.FACILITY_KINDS.isdisjoint({passage.folded(following), passage.folded(following + 1)})
    return False


def _is_a_numeral(passage: Passage, place: int) -> bool:
    """ "Article XI"."""
    return passage.folded(place - 1) in lists.NUMBERED and _NUMERAL.fullmatch(passage.raw(place)) is not None


def _beside(passage: Passage, first: int, last: int) -> set[str]:
    """The words of the same name around a run: "Ana" of "Ana B. Garcia", "(Garcia, Ana)" and "Garcia-Ruiz"; and
    "Garcia" of "(Garcia, Ana)"."""
    before = first
    while first - before < _FEW and passage.joined(before):
        before -= 1
    after = last
    while after - last < _FEW and passage.joined(after + 1):
        after += 1
    beside = {passage.folded(place) for place in [*range(before, first), *range(last + 1, after + 1)]}
    is_alone = all(passage.bits(place) & CAPITAL for place in range(before, after + 1))
    if is_alone and passage.after_comma(before) and passage.ends_a_bracket(after):
        surname = before - 1
        while before - surname < _FEW and passage.joined(surname):
            surname -= 1
        beside |= {passage.folded(place) for place in range(surname, before)}
    if passage.after_comma(after + 1):
        end = after + 1
        while end - after < _FEW and passage.joined(end + 1):
            end += 1
        if end in passage and passage.ends_a_bracket(end):
            beside |= {passage.folded(place) for place in range(after + 1, end + 1)}
    return beside
