"""Names broken within a word: a text or a passage and a lexicon in, what holds the pieces of one name out.

"Hernan-\\ndez" over the end of a line, "Hern ndez" where a letter was lost, "D I A Z" spaced out.
"""
import re
from collections.abc import Iterator

from . import names as names
from .lexicon import FRAGMENT, ORDINARY, Lexicon
from .passage import Passage, Run

_BREAK = re.compile(r"\s*[-‐‑–—*@?¿\ufffd]{1,2}\s*|\s{1,40}")
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_][\u0300-\u036f]*(?:[.\-–—]\s?|\s{1,4})){2,}[^\W\d_](?![^\W_])")
_MOST_PIECES = 4
_SHORTEST_WITHOUT_HYPHEN = 5
_SHORTEST_WITH_A_LETTER_LOST = 7
_SHORTEST_IN_SPACED = 4


def broken_words(passage: Passage, lexicon: Lexicon) -> Iterator[Run]:
    """The places of the pieces of each part that was broken."""
    for place in passage.places(FRAGMENT):
        for first in range(max(0, place - _MOST_PIECES + 1), place + 1):
            last = _pieces_from(passage, lexicon, first, place)
            if last is not None:
                yield first, last
                break


def spaced_out(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The spans of single letters that spell a part when they are put together."""
    for match in _SPACED.finditer(text):
        letters = names.fold(re.sub(r"[\W\d_]", "", match[0]))
        if letters in lexicon.parts or any(
                part in letters for part in lexicon.parts if len(part) >= _SHORTEST_IN_SPACED):
            yield match.span()


def _pieces_from(passage: Passage, lexicon: Lexicon, first: int, through: int) -> int | None:
    """The last of the pieces from `first` on, `through` among them, that make a part; None where they make none."""
    together, hyphen, in_words = passage.folded(first), False, bool(passage.bits(first) & ORDINARY)
    for last in range(first + 1, first + _MOST_PIECES):
        if last not in passage or not _BREAK.fullmatch(passage.gap(last)):
            return None
        hyphen = hyphen or bool(passage.gap(last).strip())
        together += passage.folded(last)
        in_words = in_words or bool(passage.bits(last) & ORDINARY)
        if last >= through and (_is_a_part(lexicon, together, hyphen=hyphen, in_words=in_words)
                                or (not in_words and _is_one_letter_short(lexicon, together))):
            return last
    return None


def _is_a_part(lexicon: Lexicon, word: str, *, hyphen: bool, in_words: bool) -> bool:
    return word in lexicon.breakable and (hyphen or (len(word) >= _SHORTEST_WITHOUT_HYPHEN and not in_words))


def _is_one_letter_short(lexicon: Lexicon, word: str) -> bool:
    return len(word) >= _SHORTEST_WITH_A_LETTER_LOST and any(
        len(part) > len(word) and names.one_letter_apart(word, part) for part in lexicon.breakable)
