"""Published cases in, one by one; what leads from their former addresses to their pages out.

A page for every host, and lines of `_redirects` for hosts that read them. A former address that another case has, or
that says who a protected person is, leads nowhere: the first is a mistake, the second `privacy` has taken out.
"""
from collections.abc import Iterator
from urllib.parse import urlsplit

from . import SiteError, addresses
from .output import File
from .pages import Page, Pages
from .published import PublishedCase

FILE = "_redirects"


class Redirects:
    """`add` each case once, then read."""

    def __init__(self) -> None:
        self._moved: dict[str, str] = {}
        self._slugs: set[str] = set()

    def add(self, case: PublishedCase) -> None:
        """Raises SiteError where two cases say that they were at one address."""
        self._slugs.add(case.slug)
        for old in case.was:
            if self._moved.setdefault(old, case.slug) != case.slug:
                raise SiteError(
                    f"The cases {self._moved[old]} and {case.slug} both say `was = [\"{old}\"]`: one of them was not.")

    @property
    def moved(self) -> list[tuple[str, str]]:
        """(former slug, slug). Raises SiteError where a case stands at the former address of another."""
        for old, slug in self._moved.items():
            if old in self._slugs:
                raise SiteError(
                    f"The case {slug} says `was = [\"{old}\"]`, and a case stands there today: take it out.")
        return sorted(self._moved.items())

    def pages(self, pages: Pages) -> Iterator[Page]:
        """The page at each former address, in one language."""
        for old, slug in self.moved:
            yield pages.render("moved.html", addresses.case(old), to=addresses.case(slug))

    def file(self, base_url: str, prefixes: list[str]) -> File:
        """The lines of all languages; `prefixes` as `Pages.prefix` has them."""
        base = urlsplit(base_url).path.rstrip("/")
        lines = [f"{base}/{prefix}{addresses.case(old)} {base}/{prefix}{addresses.case(slug)} 301\n"
                 for old, slug in self.moved for prefix in prefixes]
        return File(FILE, "".join(lines).encode())
