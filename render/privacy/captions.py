"""Whom a caption names on which side: a caption in, its sides and their natural persons out. Pure.

Whoever asks the court stands before "v.", or alone: "In re Application of …", "Ex parte …", "…, Petitioner".
"""
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from . import names as names

_VERSUS = re.compile(
    r"\s[-–—]?\s?(?:v|vs|versus|VS|VERSUS)(?:\.?\s?[-–—]\s?|\.,?\s*|,?\s+|\.?$)|\s(?:against|AGAINST)\s")
_CAPITAL_VERSUS = re.compile(r"\sV(?:\.,?\s*|,?\s+)")  # an initial where a small "v." follows: "Ana V. Ruiz v. Warden"
_NEXT_CAPTION = re.compile(r"\s;\s|\n")
_UNITED_STATES = re.compile(
    r"\W*(?:united states?\b|u\.? ?s\.? ?a\b|u\.? ?s\b(?=\W*(?:$|v\b|vs\b|versus\b|et al\b)))", re.IGNORECASE)
_GOVERNMENT = re.compile(
    _UNITED_STATES.pattern + r"|\W*(?:(?:u\.?s\.?|the|acting|assistant|deputy|field office) )*"
    r"(?:government|dhs|ice|attorney general|secretary|dep(?:artmen|')?t|warden|sheriff|jailer|superintendent|director"
    r"|commissioner|(?:immigration|citizenship|customs) and)\b", re.IGNORECASE,
)


class Side(NamedTuple):
    """One side of a caption, `caption[start:end]`, and whether natural persons in it are protected."""

    start: int
    end: int
    protected: bool


@lru_cache(maxsize=1 << 12)
def sides(caption: str) -> tuple[Side, ...]:
    """The sides of a caption (or of several joined by ";").

    Before "v." people are protected; after it where the government or an office comes first. Whoever sues
    in the government's name ("United States ex rel. Ruiz") is not the government.
    """
    return tuple(_cut(caption))


def _cut(caption: str) -> Iterator[Side]:
    start = 0
    for stop, resume in [*(match.span() for match in _NEXT_CAPTION.finditer(caption)), (len(caption), len(caption))]:
        if versus := _VERSUS.search(caption, start, stop) or _CAPITAL_VERSUS.search(caption, start, stop):
            yield Side(start, versus.start(), True)
            yield Side(versus.end(), stop, is_government(caption[start:versus.start()]))
        else:
            yield Side(start, stop, True)
        start = resume


@lru_cache(maxsize=1 << 12)
def persons_in_caption(caption: str) -> tuple[str, ...]:
    """The natural persons on the protected side of a caption, as written there."""
    return tuple(caption[start:end] for side in sides(caption) if side.protected
                 for start, end in names.persons_in_side(caption, side.start, side.end))


def is_prosecution(caption: str) -> bool:
    """Whether the United States come first, and in no relator's behalf."""
    return bool(_UNITED_STATES.match(caption)) and not names.RELATOR.search(caption)


def is_government(side: str) -> bool:
    """Whether the government, an agency or an office comes first on a side, and in no relator's behalf."""
    return bool(_GOVERNMENT.match(side)) and not names.RELATOR.search(side)
