"""A hearing's new day in, the hearing that it moves out. What is to come and what is past are told by the same rule."""

from collections.abc import Sequence
from typing import Final

from .date_rules import NEW_HOUR, RESET

MOVES: Final = frozenset({RESET, NEW_HOUR})
"""Rules that read a hearing's new day."""
_NOUNS: Final = ("arraignment", "sentencing", "trial", "argument", "conference", "hearing")


def meant(names: Sequence[str], name: str) -> int | None:
    """The place, among the hearings of a docket still to come, of the one a new day is for: the one of its name, or the
    only one of its kind, or the only one there is; None where that is not to be told."""
    same = [place for place, each in enumerate(names) if each == name]
    alike = [place for place, each in enumerate(names) if _noun(each) == _noun(name)]
    left = same or alike or range(len(names))
    return left[0] if len(left) == 1 else None


def _noun(name: str) -> str:
    return next((noun for noun in _NOUNS if noun in name.lower()), "hearing")
