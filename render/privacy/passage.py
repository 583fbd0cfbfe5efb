"""A text read word by word: a text and a lexicon in, answers about the neighbourhood of its words out."""
import re
from collections.abc import Sequence
from functools import lru_cache, reduce
from operator import or_

from . import names as names
from . import words as lists
from .lexicon import (
    CAPITAL,
    LETTER,
    NAME_TOO,
    NAMELIKE,
    OFFICE,
    ORDINARY,
    ORGANISATION,
    PARTICLE,
    POSSIBLE,
    Lexicon,
)

Run = tuple[int, int]
"""The places of the first and the last word of a name."""

LONGEST_NAME = 6
_CLOSE = re.compile(r"\s{1,3}|\s?[-–—_]\s?|\.?\s?|[’'ʼ`]\s")
_BRACKET_END = re.compile(r"\W*(?:\)|$|;)")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_APOSTROPHES = ("'", "’", "ʼ", "`")
_ABBREVIATED = 2  # "Ma. Teresa", "W. Tacuri": a longer word before a full stop ends a sentence
_SURE = 2  # one word that is nothing but a name, or two that are ordinary words besides


@lru_cache(maxsize=1 << 12)
def _is_close(gap: str) -> bool:
    return _CLOSE.fullmatch(gap) is not None


class Passage:
    """The words of a text. A word is meant by its place; places outside the text are words that are nothing.

    `words`: the raw words of the text, where somebody has found them already.
    """

    def __init__(self, text: str, lexicon: Lexicon, words: Sequence[str] | None = None) -> None:
        self.text = text
        self._words = list(names.word_of(text).finditer(text))
        self._bits = list(map(lexicon.__getitem__, words or [match[0] for match in self._words]))
        self._held = reduce(or_, self._bits, 0)
        for place in self.places(LETTER):
            if self._is_the_country(place):
                self._bits[place] = self._bits[place + 1] = ORGANISATION

    def __contains__(self, place: int) -> bool:
        return 0 <= place < len(self._words)

    def bits(self, place: int) -> int:
        return self._bits[place] if 0 <= place < len(self._bits) else 0

    def places(self, bits: int) -> list[int]:
        """The places of all words that are one of these."""
        if not self._held & bits:
            return []
        return [place for place, word in enumerate(self._bits) if word & bits]

    def raw(self, place: int) -> str:
        return self._words[place][0] if 0 <= place < len(self._words) else ""

    def folded(self, place: int) -> str:
        return names.fold(self._words[place][0]) if 0 <= place < len(self._words) else ""

    def start(self, first: int) -> int:
        return self._words[first].start()

    def end(self, first: int, last: int) -> int:
        """Where a name ends in the text: before "'s"; with its full stop after initials ("L.M.Q.") and in "Jr., …"."""
        end = self._words[last].end() - (len("'s") if _POSSESSIVE.search(self.raw(last)) else 0)
        in_initials = last > first and bool(self.bits(last) & self.bits(last - 1) & LETTER)
        return end + ((in_initials and self.text.startswith(".", end)) or self.text.startswith((".,", ".;"), end))

    def gap(self, place: int) -> str:
        """What stands between a word and the one before it; what joins nothing where either is missing."""
        words = self._words
        return self.text[words[place - 1].end():words[place].start()] if 0 < place < len(words) else ". ."

    def is_close(self, place: int) -> bool:
        """Whether nothing but a space, a hyphen or a full stop keeps a word from the one before it."""
        return _is_close(self.gap(place))

    def joined(self, place: int) -> bool:
        """Whether a word may go on the name that the word before it belongs to."""
        if not self.is_close(place):
            return False
        before, gap = self.raw(place - 1), self.gap(place)
        if "." in gap:
            return len(before) <= _ABBREVIATED
        return not (_POSSESSIVE.search(before) or (before[-1] in "sS" and gap[:1] in _APOSTROPHES))

    def after_comma(self, place: int) -> bool:
        return self.gap(place).strip() == ","

    def ends_a_bracket(self, place: int) -> bool:
        """Whether a bracket, a semicolon or the text ends after a word, as in "(Ferrow, Dana)"."""
        return _BRACKET_END.match(self.text, self._words[place].end()) is not None

    def is_possessive(self, place: int) -> bool:
        raw = self.raw(place)
        return _POSSESSIVE.search(raw) is not None or (
            raw[-1:] in {"s", "S"} and place in self and self.text.startswith(("' ", "’ "), self._words[place].end()))

    def is_before(self, place: int, pattern: re.Pattern[str]) -> bool:
        """Whether this comes right after a word."""
        return place in self and pattern.match(self.text, self._words[place].end()) is not None

    def is_namelike(self, place: int) -> bool:
        """Whether a word could be part of some name nobody told us of."""
        return bool(self.bits(place) & NAMELIKE)

    def name_from(self, place: int) -> int | None:
        """The last word of the announced person's name that begins here; None where none does."""
        first, last, sure = place, None, 0
        while place - first < LONGEST_NAME and (place == first or self.joined(place)):
            if self.bits(place) & POSSIBLE:
                last = place
                sure += 1 + self.is_namelike(place)
            elif self._is_small_half(place):
                last = place
            elif not self.bits(place) & PARTICLE:
                break
            place += 1
        return None if last is None or sure < _SURE or self._is_an_organisation(last) else last

    def name_until(self, place: int) -> int | None:
        """The first word of the announced person's name that ends here; None where none does."""
        last, first, sure = place, None, 0
        while last - place < LONGEST_NAME and (place == last or self.joined(place + 1)):
            if self.bits(place) & POSSIBLE:
                first = place
                sure += 1 + self.is_namelike(place)
            elif not self._is_small_half(place) and not self.bits(place) & PARTICLE:
                break
            place -= 1
        return None if first is None or sure < _SURE or self._is_an_organisation(last) else first

    def _is_small_half(self, place: int) -> bool:
        """The "jun" of "Min-jun"."""
        before = self.bits(place - 1) & (NAMELIKE | LETTER)
        return (before == NAMELIKE and self.gap(place) == "-" and self.raw(place).islower()
                and not self.bits(place) & ORDINARY)

    def long_words(self, run: Run) -> int:
        """How many words of a name are more than a letter or a particle."""
        places = range(run[0], run[1] + 1)
        return sum(len(self.folded(place)) > 1 and not self.bits(place) & PARTICLE for place in places)

    def _is_the_country(self, place: int) -> bool:
        """Whether "U" begins "U.S. Department", where "Tacuri, U.S." could be a person's initials."""
        letters = self.folded(place) == "u" and self.folded(place + 1) == "s" and self.gap(place + 1).strip() == "."
        following = self.bits(place + 2)
        return bool(
            letters and self.joined(place + 2) and following & CAPITAL
            and following & (ORDINARY | ORGANISATION | OFFICE) and not following & NAME_TOO
        )

    def spelt(self, run: Run) -> str:
        return self.text[self.start(run[0]):self.end(*run)]

    def _is_an_organisation(self, last: int) -> bool:
        """Whether what follows a seeming name makes it an organisation's: "Potomac Newcomers" Alliance, Alder, Inc."""
        if self.folded(last + 1) == "and" and self.is_namelike(last + 2):
            last += 2  # "Alder Cruises and Events, LLC"
        following = self.bits(last + 1)
        if self.after_comma(last + 1) and self.folded(last + 1) in lists.CORPORATE_SUFFIXES:
            return True
        return bool(following & ORGANISATION and following & CAPITAL) and self.joined(last + 1)
