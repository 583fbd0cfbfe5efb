"""A sentence of the reading's own in, the same in the reader's language out: why a case is of its kind, what conflicts.

The reading (render/procedure) knows no catalogue and writes English. What it can say is listed here, so that it can be
translated; "{number}" stands for what comes from a docket and stays as it is. Any other sentence is left as it is.
"""
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from .wording import N_

CONFLICTS: Final = (
    N_("One entry says that the person was released, a later one that they were moved to another place of detention."),
    N_("One entry says that the person was released, a later one that bond was denied."),
    N_("One entry says that the person was removed from the country, a later one that they were released."),
    N_("One entry says that the person was removed from the country, a later one that they were moved to another "
       "place of detention."),
    N_("One entry says that the person was removed from the country, a later one that bond was granted."),
    N_("One entry says that the person was removed from the country, a later one that bond was denied."),
    N_("One entry says that the person was removed from the country, a later one that they must not be."),
    N_("One entry says that the person was released, a later order speaks of them as detained."),
    N_("One entry says that the petition was granted, a later one that it was denied, and nothing takes the first "
       "back."),
    N_("One entry says that the petition was denied, a later one that it was granted, and nothing takes the first "
       "back."),
    N_("One entry says that the petition was granted, an entry of another docket of the case that it was denied, and "
       "nothing takes the first back."),
    N_("One entry says that the petition was denied, an entry of another docket of the case that it was granted, and "
       "nothing takes the first back."),
    N_("One entry says that motion {number} was granted, a later one that it was denied."),
    N_("One entry says that motion {number} was denied, a later one that it was granted."),
    N_("The docket was closed, and a hearing was set after that."),
)

REASONS: Final = (
    N_("the case below is one"),
    N_("the docket number {number} is a criminal one"),
    N_("the United States prosecutes"),
    N_("nothing in nature of suit, cause or the first entries says more"),
    N_("nature of suit {suit} with cause {cause}: a conviction is attacked"),
    N_("nature of suit {suit} with cause {cause}"),
    N_("nature of suit {suit}, and the petition names 28 U.S.C. 2241"),
    N_("nature of suit {suit}"),
    N_("cause {cause}"),
    N_("the first entry is a petition for a writ of habeas corpus"),
    N_("the first entries: asks for records under the Freedom of Information Act"),
    N_("the first entries: about employment"),
    N_("the first entries: about conditions of detention"),
    N_("the first entries: on behalf of a class"),
    N_("the first entries: against a policy"),
)
"""Why a case is of its kind. The first that fits is meant, so the longer stands before the shorter."""

BESIDES: Final = (
    N_("{why}, and on behalf of a class or of several"),
    N_("{why}, and an organisation or a public body sues"),
    N_("{why}, with several plaintiffs"),
)
"""What can be added to a reason."""


def _pattern(sentence: str) -> "re.Pattern[str]":
    """What a sentence looks like with its places filled."""
    parts = re.split(r"\{(\w+)\}", sentence)
    told = "".join(f"(?P<{part}>.+)" if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return re.compile(told, re.DOTALL)


_REMEMBERED: Final = 1000
"""Sentences of which it is remembered what they are in a language: most cases are of their kind for the same reason."""
_PATTERNS: Final = [(sentence, _pattern(sentence)) for sentence in (*CONFLICTS, *BESIDES, *REASONS)]


@lru_cache(_REMEMBERED)
def said(sentence: str, gettext: Callable[[str], str]) -> str:
    """The sentence in the language of `gettext`; as it is where it is none of those above."""
    for known, pattern in _PATTERNS:
        if found := pattern.fullmatch(sentence):
            places = found.groupdict()
            if "why" in places:
                places["why"] = said(places["why"], gettext)
            return gettext(known).format_map(places)
    return sentence
