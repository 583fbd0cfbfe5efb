"""What a word is in one case: people in, bits for each raw word out.

Worked out once per distinct word, so that an entry without any word of interest costs one look-up a word.
"""
import re
from collections.abc import Iterator
from functools import lru_cache

from . import names as names
from . import words as lists
from .people import People

PART = 1 << 0
"""A part of a protected name that betrays it by itself."""
WEAK = 1 << 1
"""A part of a protected name, written as one, that needs company: it is short, or an ordinary word or a place."""
KEPT = 1 << 2
"""A part of a name that stays."""
ORDINARY = 1 << 3
NAME_TOO = 1 << 4
"""An ordinary word that may go on a name which something announces."""
ORGANISATION = 1 << 5
OFFICE = 1 << 6
PARTICLE = 1 << 7
CAPITAL = 1 << 8
LETTER = 1 << 9
"""A single capital letter."""
CUE = 1 << 10
"""A word that announces a name."""
DETAIL = 1 << 11
"""A word without which `details.find_worded` finds nothing."""
SMALL = 1 << 12
"""A part of a protected name that is short or an ordinary word, in small letters: no name but beside another part."""
FRAGMENT = 1 << 13
"""A piece of a part that may have been broken in two, the rarer one."""

NAMELIKE = 1 << 14
"""A word with a capital that nothing is known of: a name, perhaps."""
POSSIBLE = 1 << 15
"""A word that may go on a name which something announces: NAMELIKE, or ordinary and a name too."""

_NEVER_ALIKE = ORDINARY | ORGANISATION | NAME_TOO
"""Words that are no part misspelt."""

CUES = (
    lists.RELATIVES | lists.ACQUAINTANCES | lists.LIVES_WITH | lists.DECLARATIONS | lists.PAPERS | lists.CARE
    | lists.ROLES | lists.CALLED | lists.UNDELIVERED | lists.HAPPENS_TO | lists.SINGLED_OUT | lists.CARES | lists.AGES
    | (lists.HONORIFICS - lists.OFFICES - lists.UNNAMED)
    | frozenset({
        "behalf", "sworn", "through", "aka", "fka", "nka", "dka", "alias", "known", "k", "v", "vs", "cv", "b", "old",
        "o", "contact", "pro", "by", "custody", "received", "claims", "member", "members",
    })
)
_MEANINGS = (
    (ORDINARY, lists.ORDINARY), (NAME_TOO, lists.NAMES_TOO), (ORGANISATION, lists.ORGANISATIONS),
    (OFFICE, lists.OFFICES), (PARTICLE, lists.PARTICLES), (CUE, CUES), (DETAIL, lists.DETAIL_WORDS),
)
_LISTED: dict[str, int] = {}
for _bit, _listed in _MEANINGS:
    for _word in _listed:
        _LISTED[_word] = _LISTED.get(_word, 0) | _bit
_APOSTROPHE = re.compile(r"['’ʼ`´]")
_SHORTEST_ALONE = 4
_SHORTEST_RUN_TOGETHER = 4
_SHORTEST_MISSPELT = 5


@lru_cache(maxsize=1 << 17)
def _in_any_case(raw: str) -> tuple[str, int]:
    """A raw word folded, and what it is whoever the people are."""
    word = names.fold(raw)
    bits = _LISTED.get(word, 0)
    if word.startswith(lists.DETAIL_STEMS):
        bits |= DETAIL
    if raw[0].islower():
        return word, bits
    return word, bits | CAPITAL if len(word) > 1 else (bits | CAPITAL | LETTER) & ~ORDINARY


def _what_it_may_be(bits: int) -> int:
    """NAMELIKE and POSSIBLE for a word of these bits."""
    if not bits & CAPITAL:
        return 0
    if not bits & (ORDINARY | KEPT | ORGANISATION | OFFICE) and (not bits & CUE or bits & LETTER):
        return NAMELIKE | POSSIBLE
    return POSSIBLE if bits & NAME_TOO and not bits & (KEPT | OFFICE) else 0


_COMMON: dict[str, int] = {}
"""The bits of raw words that are ordinary in any case but where a name has them: the first of those met."""
_SPELLINGS: dict[str, list[str]] = {}
"""The raw words of `_COMMON` by their folded word."""
_MOST_COMMON = 1 << 12


class Lexicon(dict[str, int]):
    """The bits of each raw word in the texts of one case."""

    def __init__(self, people: People) -> None:
        super().__init__()
        self.parts: dict[str, set[int]] = {}
        for place, person in enumerate(people.protected):
            for word in _written_forms(person.name):
                self.parts.setdefault(word, set()).add(place)
        self.initials = {part[0] for part in self.parts}
        self._letters = {word for person in people.protected for word in names.words(person.name) if len(word) == 1}
        self._kept = {word for person in people.kept for word in person if len(word) > 1}
        self._long = [part for part in self.parts if len(part) >= _SHORTEST_MISSPELT]
        self._sounds = {sound for part in self._long if part not in lists.ORDINARY and (sound := names.sound(part))}
        self._joinable = [
            part for part in self.parts if len(part) >= _SHORTEST_RUN_TOGETHER and part not in lists.ORDINARY
        ]

        self.breakable = {part for part in self._joinable if part not in lists.NAMES_TOO}
        self._fragments = {piece for part in self.breakable for piece in _pieces(part)}
        self._special = {*self.parts, *self._kept, *self._fragments}
        self.update(_COMMON)
        for word in self._special & _SPELLINGS.keys():
            for raw in _SPELLINGS[word]:
                self.pop(raw, None)

    def __missing__(self, raw: str) -> int:
        word, bits = _in_any_case(raw)
        if word in self._special:
            bits |= KEPT if word in self._kept else 0
            bits |= self._strength(raw, word, bits) if word in self.parts else self._likeness(word, bits)
            bits |= FRAGMENT if word in self._fragments else 0
        elif not bits & _NEVER_ALIKE:
            bits |= self._likeness(word, bits)
        elif len(_COMMON) < _MOST_COMMON:
            _COMMON[raw] = bits | _what_it_may_be(bits)
            _SPELLINGS.setdefault(word, []).append(raw)
        bits |= _what_it_may_be(bits)
        self[raw] = bits
        return bits

    def owners(self, word: str) -> set[int]:
        """Which people (places in `People.protected`) a folded word may name."""
        if word in self.parts:
            return self.parts[word]
        like = [part for part in self._long if names.one_letter_apart(word, part)] or [
            part for part in self._long if names.sound(word) and names.sound(part) == names.sound(word)]
        within = like or [part for part in self._joinable if part in word]
        return {place for part in within for place in self.parts[part]}

    def _strength(self, raw: str, word: str, bits: int) -> int:
        """PART or WEAK for a part of a name; a short or an ordinary word only where it is written as a name."""
        if bits & (ORDINARY | PARTICLE | NAME_TOO):
            return WEAK if bits & CAPITAL else SMALL
        if len(word) >= _SHORTEST_ALONE:
            return PART
        if not bits & CAPITAL:
            return SMALL
        return WEAK if word in lists.ABBREVIATIONS and raw.isupper() else PART

    def _likeness(self, word: str, bits: int) -> int:
        """PART for a word that is a part misspelt or several run together."""
        if bits & (_NEVER_ALIKE | KEPT) or len(word) < _SHORTEST_ALONE:
            return 0
        misspelt = bits & CAPITAL and (
            names.sound(word) in self._sounds or any(names.one_letter_apart(word, part) for part in self._long))
        return PART if misspelt or self._is_run_together(word) else 0

    def _is_run_together(self, word: str) -> bool:
        """ "filedbyokpara", "emmanuelokpara": only parts and ordinary words, without the spaces."""
        return any(part in word for part in self._joinable) and self._splits(word)

    def _splits(self, rest: str) -> bool:
        known = (self.parts, lists.ORDINARY, lists.PARTICLES, lists.SUFFIXES, lists.HONORIFICS, self._letters)
        return not rest or any(
            any(rest[:size] in each for each in known) and self._splits(rest[size:]) for size in range(len(rest), 0, -1)
        )


def _pieces(part: str) -> Iterator[str]:
    """For each break of a part the end of it, or where that is an ordinary word the beginning, or neither."""
    for place in range(1, len(part) - 1):
        beginning, end = part[:place], part[place:]
        if end not in lists.ORDINARY:
            yield end
        elif beginning not in lists.ORDINARY and len(beginning) > 1:
            yield beginning


def _written_forms(name: str) -> set[str]:
    """The folded words under which a name's parts may stand alone: "O'Brien" also as "brien".

    Particles at the edges of a name ("Le Van Minh") may be the surname.
    """
    raw = [match[0] for match in names.WORD.finditer(name)]
    folded = [names.fold(word) for word in raw]
    edges = {folded[0], folded[-1]} & lists.PARTICLES if folded else set()
    tails = {names.fold(tail) for word in raw for tail in _APOSTROPHE.split(word)[1:] if len(tail) >= _SHORTEST_ALONE}
    return {word for word in {*names.parts(name), *edges, *tails} if len(word) > 1}
