"""The cases of a build in, how many of them are hidden for a name with markup in it out, and that as a sentence. Pure.

`privacy.policy` hides these; nobody decided it, so that somebody has to be told. Only a number leaves here.
"""
from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from .cases import Case

Shown = TypeVar("Shown")


class Hidden:
    """Counts the cases that are shown as they pass."""

    def __init__(self) -> None:
        self.shown = 0

    def count(self, cases: Iterable[Shown]) -> Iterator[Shown]:
        for case in cases:
            self.shown += 1
            yield case

    def for_names(self, followed: Collection[Case], missing: Collection[str]) -> int:
        """Of the followed cases, once all have passed: neither shown, nor hidden by an editor, nor not fetched yet.

        `missing`: slugs of those.
        """
        fetched = [case for case in followed if case.slug not in missing]
        by_editors = sum(case.privacy is not None and case.privacy.show == "hidden" for case in fetched)
        return len(fetched) - by_editors - self.shown


def tell_hidden(number: int) -> str:
    """What is hidden and what mends it, "" where nothing is."""
    if not number:
        return ""
    cases = "1 case is hidden" if number == 1 else f"{number:,} cases are hidden"
    return (f"{cases} because a name in it has markup, so that nobody could be protected under it: `writwatch review` "
            "says where, and [privacy] in the case's file decides.")
