"""Who asks in a motion: its docket and its clean text in, "petitioner" (whoever sued), "respondent" or None out.

A name says which side it is on by the caption, the parties' roles and the first entry; nothing is guessed: a filer who
is on neither side, or on both, is nobody's.
"""

import re
from typing import Final

from .facts import Docket
from .rule import compiled
from .text import clean

_BY: Final = compiled(r"\b(?:filed )?by (?P<who>[^()]{3,200})")
_AGAINST: Final = compiled(r"\bagainst (?P<who>[^()]{3,300})")
_ROLES: Final = {
    "petitioner": ("petitioner", "plaintiff", "applicant"),
    "respondent": ("respondent", "defendant"),
}
_EMPTY: Final = frozenset(
    {"the", "and", "for", "inc", "llc", "filed", "emergency", "motion", "united", "states", "department", "office"}
    | {"homeland", "security", "immigration", "customs", "enforcement", "project"}
)
"""Words that stand in names of both sides and tell none apart."""


def asker(docket: Docket, actor: str | None, text: bytes) -> str | None:
    """The side that filed a paper: as its own words say, else by the name of the filer."""
    if actor in _ROLES:
        return actor
    found = _BY.search(text)
    if not found:
        return None
    filer = _words(found["who"] or b"")
    sides = {side for side, names in _names(docket).items() if filer & names}
    return sides.pop() if len(sides) == 1 else None


def _names(docket: Docket) -> dict[str, set[str]]:
    caption = re.split(r"\bv(?:s)?\.? ", clean(docket.case_name).text, maxsplit=1)
    names = {"petitioner": _words(caption[0]), "respondent": _words(caption[1]) if len(caption) == 2 else set()}
    for party in docket.parties:
        for side, roles in _ROLES.items():
            if any(role.lower() in roles for role in party.roles):
                names[side] |= _words(party.name)
    for entry in docket.entries[:1]:
        first = clean(entry.text).text.encode("ascii")
        if found := _AGAINST.search(first):
            names["respondent"] |= _words(found["who"] or b"")
        if found := _BY.search(first):
            names["petitioner"] |= _words(found["who"] or b"")
    both = names["petitioner"] & names["respondent"]
    return {side: words - both for side, words in names.items()}


def _words(name: str | bytes) -> set[str]:
    plain = name.decode("ascii") if isinstance(name, bytes) else clean(name).text
    return set(re.findall(r"[a-z]{3,}", plain.lower())) - _EMPTY
