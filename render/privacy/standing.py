"""Whether an ordinary word that is somebody's name stands as the name: a passage and a place in, yes or no out.

"release Long today", "Mr. Grant", "as to May", "Banks' motion"; not "Long form", "Motion to Grant", "May 3".
"""
import re

from . import words as lists
from .lexicon import CAPITAL, KEPT, NAME_TOO, OFFICE, ORDINARY, ORGANISATION, PART, WEAK
from .passage import Passage

_BEFORE_A_NAME = lists.ROLES | {"by", "v", "vs", "alias", "aka"}
_ROLES = lists.ROLES | lists.KEPT_ROLES
_SMALL = lists.PARTICLES | lists.BEFORE_A_PLACE | lists.IS_AS_A_PERSON | frozenset(
    {"with", "against", "on", "as", "by", "be", "re", "that", "who", "not", "et", "al", "v", "vs", "under"})
"""Words that go on no title, though capitals make them look it: "FILED BY GRANT IN OPPOSITION"."""

_FILED = frozenset({
    "filed", "submitted", "made", "brought", "signed", "motion", "petition", "response", "reply", "letter",
    "declaration", "notice", "affidavit", "brief", "complaint", "answer", "opposition", "objection",
})
_DAY = re.compile(r"[\s.,]{1,3}\d")


def stands_as_a_name(passage: Passage, place: int) -> bool:
    """Whether a weak part of a name at this place is the person rather than the word."""
    if passage.folded(place) in _ROLES:
        return False
    if _is_first_of_several(passage, place):
        return True
    if is_a_date(passage, place):
        return False
    if _is_the_title_of(passage, place):
        return False
    if _is_announced(passage, place):
        return True
    bits = passage.bits(place)
    if not bits & NAME_TOO:
        return False
    if not bits & ORDINARY:
        return not _is_the_word(passage, place)
    return _runs_along(passage, place) or _opens_a_sentence(passage, place)


def is_a_date(passage: Passage, place: int) -> bool:
    """ "May 3", "by May", "May 2026"; "filed by May" is none."""
    if passage.folded(place) not in lists.MONTHS:
        return False
    if passage.is_before(place, _DAY):
        return True
    before = passage.folded(place - 1)
    if before == "by" and passage.folded(place - 2) in _FILED:
        return False
    return before in lists.BEFORE_A_MONTH - {"of"} and not (before == "to" and passage.folded(place - 2) == "as")


def _is_first_of_several(passage: Passage, place: int) -> bool:
    """ "March et al"."""
    return passage.joined(place + 1) and (passage.folded(place + 1), passage.folded(place + 2)) == ("et", "al")


def _is_the_title_of(passage: Passage, place: int) -> bool:
    """Whether an office stands before its holder's name: "by Judge Ramona Alder", where somebody is called Judge."""
    following = passage.bits(place + 1)
    if passage.folded(place - 1) in lists.HONORIFICS:
        return False
    return (bool(passage.bits(place) & OFFICE) and passage.joined(place + 1) and not following & (PART | WEAK)
            and bool(following & CAPITAL) and (passage.is_namelike(place + 1) or bool(following & (KEPT | NAME_TOO))))


def _is_announced(passage: Passage, place: int) -> bool:
    """Whether the neighbours say that a name comes: "Mr. Grant", "Grant v.", "by Grant", "as to Grant", "Grant's"."""
    before, after = passage.folded(place - 1), passage.folded(place + 1)
    if after in {"v", "vs"} and passage.joined(place + 1):
        return True
    if passage.is_possessive(place):
        return not (passage.bits(place) & ORDINARY and before in lists.DETERMINERS and passage.joined(place))
    if before in lists.HONORIFICS and passage.is_close(place):
        return True
    if passage.after_comma(place + 1) and after in lists.ROLES and not after.endswith("s"):
        return True
    if not passage.is_close(place) or _goes_on_as_a_title(passage, place):
        return False
    if before in _BEFORE_A_NAME or (before == "to" and passage.folded(place - 2) == "as"):
        return True
    if not passage.joined(place):
        return False
    if before == "of" and passage.folded(place - 2) in lists.OF_A_PERSON:
        return True
    if before == "and" and passage.bits(place - 2) & (PART | WEAK) and passage.joined(place - 1):
        return not passage.bits(place) & ORDINARY or passage.folded(place) not in lists.TERMS
    return before in lists.BEFORE_A_PERSON and not passage.raw(place).isupper()


def _goes_on_as_a_title(passage: Passage, place: int) -> bool:
    """ "by Case Manager", "Long Form": an ordinary word with a capital comes next."""
    following = passage.bits(place + 1)
    return (passage.joined(place + 1) and bool(following & CAPITAL) and bool(following & (ORDINARY | ORGANISATION))
            and passage.folded(place + 1) not in _SMALL)


def _is_the_word(passage: Passage, place: int) -> bool:
    """Whether what could be nothing but a name is the word: "Young Center", "Dean of …", "Banks and other …"."""
    after = passage.folded(place + 1)
    if not passage.joined(place + 1):
        return False
    if passage.bits(place + 1) & ORGANISATION and passage.bits(place + 1) & CAPITAL:
        return not passage.raw(place).isupper()
    if after == "of":
        return not passage.raw(place).isupper()
    return not passage.joined(place) and after in {"and", "or"} and not passage.bits(place + 2) & CAPITAL


def _runs_along(passage: Passage, place: int) -> bool:
    """Whether the word has its capital in the middle of a sentence in small letters, where only a name has one."""
    word, before, after = (passage.folded(place + step) for step in (0, -1, 1))
    if word in lists.TERMS or passage.raw(place).isupper() or not _is_in_mid_sentence(passage, place):
        return False
    if passage.joined(place + 1) and (passage.bits(place + 1) & CAPITAL or after == "of"):
        return False
    if before in lists.DETERMINERS:
        return after in lists.OF_A_CASE
    if before == "to" and word in lists.VERBS:
        return False
    return not (word in lists.PLACES and (before in lists.BEFORE_A_PLACE or passage.after_comma(place)))


def _is_in_mid_sentence(passage: Passage, place: int) -> bool:
    """Whether a word in small letters comes right before, or before a comma."""
    before = passage.raw(place - 1)
    return bool(before) and before[0].islower() and (passage.joined(place) or passage.after_comma(place))


def _opens_a_sentence(passage: Passage, place: int) -> bool:
    """ "Long is released."; of the words of a docket only before what a person does: "Bond testified"."""
    word, after = passage.folded(place), passage.raw(place + 1)
    if passage.joined(place) or not passage.joined(place + 1) or word in lists.PLACES:
        return False
    return after in (lists.DOES_AS_A_PERSON if word in lists.TERMS else lists.IS_AS_A_PERSON)
