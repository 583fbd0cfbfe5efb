"""Which dockets are one story: appeals and their district cases, transfers, consolidated cases.

Dockets in, ids of linked dockets out, by what the record says: the originating court's number, a "USCA Case Number",
a transfer note with the other court's number, a consolidation that names the other number.
"""

import re
from collections.abc import Sequence
from typing import Final

from .facts import Docket

_CORE: Final = re.compile(r"(?:^|[^\d])(?:\d:)?(\d{2})-(?:([a-z]{2})-)?0*(\d{2,6})")


def number_keys(number: str) -> set[str]:
    """ "1:26-cv-00318-ABC" → {"26-318"}: what is left of a docket number however a clerk writes it."""
    return {f"{year}-{int(serial)}" for year, _type, serial in _CORE.findall(number.lower())}


def linked(lead: Docket, others: Sequence[Docket], texts: Sequence[str]) -> list[Docket]:
    """The other dockets that the record ties to the lead, in the order given. `texts`: the lead's entries."""
    mentioned = set().union(*(number_keys(text) for text in texts)) if texts else set()
    own = number_keys(lead.docket_number)
    return [other for other in others if other.id != lead.id and _tied(lead, other, own, mentioned)]


def _tied(lead: Docket, other: Docket, own: set[str], mentioned: set[str]) -> bool:
    theirs = number_keys(other.docket_number)
    if lead.originating_court and number_keys(lead.originating_court.docket_number) & theirs:
        return True
    if other.originating_court and number_keys(other.originating_court.docket_number) & own:
        return True
    if theirs & mentioned:
        return True
    return any(number_keys(entry.text) & own for entry in other.entries[:40] if "-" in entry.text)
