"""Initials that stand for children and relatives: a text in, the spans of such initials out. Pure."""
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import re2

from . import names as names
from . import words as lists

_FEWEST = 2
_MOST = 5
_AGED = re.compile(
    r"(?<![\w.&])((?:[A-Z]\. ?){1,4}[A-Z](?:\.|(?=[,( ])))"
    r"(?:(?:, ?(?:aged? |who is )?| aged? | ?\((?:aged? )?)(?:1[0-7]|\d)"
    r"(?=[),;.]|\s+(?:and|&|years?|yrs?|months?)\b|-year|\s*(?:\(|$))"
    r"|(?=,? \(?(?:b\. ?\d|born (?:in|on) |[Dd]\.?[Oo]\.?[Bb]\b|(?:an? )?\w+-(?:year|month)s?-old\b)))"
)
"""Initials with an age up to seventeen or a birth: "A.B., 7, and C.D. (4)", "E.F. (b. 2019)", "G.H., a 6-year-old"."""
_MAY_BE_AGED = re2.compile(
    r"\b[A-Z]\.?(?:, ?| ?\(| )(?:aged? |who is )?(?:aged? )?\d"
    r"|\b[A-Z]\.,? \(?(?:b\.|born|[Dd]\.?[Oo]|(?:an? )?\w+-(?:year|month))")
_NEXT_WORD = re.compile(r" ([A-Z][\w'’-]+)")
_NO_PERSONS = frozenset({"us", "usc", "usa", "cfr", "ina", "frcp", "frap", "am", "pm", "llc", "llp", "na", "hr"})


@lru_cache(maxsize=1 << 12)
def are_initials(name: str) -> bool:
    """Whether a name is two to five single letters: "M.T.Q."."""
    words = names.words(name)
    return _FEWEST <= len(words) <= _MOST and all(len(word) == 1 for word in words)


def aged(text: str, pseudonyms: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Initials that an age follows; no court's pseudonyms, no statute's."""
    for match in _AGED.finditer(text) if _MAY_BE_AGED.search(text) else ():
        letters = "".join(names.words(match[1]))
        if letters not in _NO_PERSONS | lists.ABBREVIATIONS and all(
                "".join(names.words(name)) != letters for name in pseudonyms):
            yield match.span(1)


def written_as(text: str, initials: str) -> Iterator[tuple[int, int]]:
    """Where these initials stand in a text, with or without blanks between; not those of a name that goes on."""
    letters = names.words(initials)
    for match in _spelling(letters).finditer(text):
        following = _NEXT_WORD.match(text, match.end())
        if len(letters) > _FEWEST or not following or names.fold(following[1]) in lists.ORDINARY:
            yield match.span()


@lru_cache(maxsize=1 << 12)
def _spelling(letters: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![\w.&])" + r"\. ?".join(map(str.upper, letters)) + r"\b(?!\.? ?(?:[A-Z]\.|&))\.?")
