"""What a site is made of: published cases in, one by one; files out. Everything that is published is an `Output`.

A build hands each case to every output, in the same order, and keeps none; when all have passed it asks each output
for what needs to have seen them all. What one says of a case by itself, its `leaves`, is made by several processes. An
output sees only what `withheld.tellable` lets through, and never the disk. Where there are many cases it sees them in
a process of its own: what it remembers ends with the build, and what is to last is a file.
"""
from collections.abc import Iterable
from typing import NamedTuple, Protocol, runtime_checkable

from .published import PublishedCase


class File(NamedTuple):
    """A file and its place in the site: "lists/open-2.html". `is_page`: it is counted as a page for readers.

    What is too large to be held whole comes in pieces, to be read once.
    """

    path: str
    content: bytes | Iterable[bytes]
    is_page: bool = False


class Output(Protocol):
    """One kind of thing that is published: pages in one language, feeds, calendars, tables …"""

    def case(self, case: PublishedCase) -> Iterable[File]:
        """What is published of one case; the output remembers what it needs of it for `whole`."""
        ...

    def whole(self) -> Iterable[File]:
        """What is published of all cases, once each has been given to `case`."""
        ...


@runtime_checkable
class Leaves(Protocol):
    """What publishes files of one case that need no other: nothing is remembered, so that any process may make them,
    and a later build may take them over."""

    def leaves(self, case: PublishedCase) -> Iterable[File]:
        """The files of one case."""
        ...

    def leaf_paths(self, case: PublishedCase) -> Iterable[str]:
        """Where these files stand."""
        ...
