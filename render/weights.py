"""Events of a case in; how much a reader needs to know of each, and by entry the weightiest, out. Pure."""
from collections.abc import Iterable, Iterator
from typing import Final

from .published import PublishedEvent
from .wording import EVENTS

DECIDING: Final = 3
"""The weight from which an event decides something; what is below is routine."""


def weight(event: PublishedEvent) -> int:
    """How much a reader needs to know of an event: 9 changes a life; what is below DECIDING is routine."""
    if event.type == "motion_filed" and event.kind == "extension":
        return 0
    if event.type == "order_on_motion" and event.kind in ("extension", "other", None):
        return 2
    return EVENTS[event.type].weight if event.type in EVENTS else 0


def by_entry(events: Iterable[PublishedEvent]) -> dict[int, list[PublishedEvent]]:
    """The events of each docket entry, by its id, in their order."""
    entries: dict[int, list[PublishedEvent]] = {}
    for event in events:
        entries.setdefault(event.entry_id, []).append(event)
    return entries


def deciding(events: Iterable[PublishedEvent]) -> list[PublishedEvent]:
    """Those that decide something, the weightiest first."""
    return sorted((event for event in events if weight(event) >= DECIDING), key=weight, reverse=True)


def weightiest(events: Iterable[PublishedEvent]) -> Iterator[PublishedEvent]:
    """Of each entry that decides something its weightiest event."""
    return (found[0] for told in by_entry(events).values() if (found := deciding(told)))
