"""google-re2 with named spans. A pattern and clean text as bytes in; what was found, and where, out.

The one place that knows the quirks of the library: patterns are RE2 (no look-around, linear time), case-insensitive,
on ASCII bytes, so that byte offsets are character offsets.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import re2

error: Final = re2.error

_OPTIONS: Final = re2.Options()
_OPTIONS.case_sensitive = False
_OPTIONS.log_errors = False
_OPTIONS.max_mem = 64 << 20


class Found:
    """One match. Groups go by name; a group that took no part is None, its span (-1, -1)."""

    __slots__ = ("_match", "_names")

    def __init__(self, match: Any, names: dict[str, int]) -> None:
        self._match = match
        self._names = names

    def span(self, name: str | None = None) -> tuple[int, int]:
        return self._match.span(self._names[name] if name else 0)

    def start(self, name: str | None = None) -> int:
        return self.span(name)[0]

    def end(self, name: str | None = None) -> int:
        return self.span(name)[1]

    def __getitem__(self, name: str) -> bytes | None:
        return self._match.group(self._names[name])

    def groups(self) -> dict[str, str]:
        """The named groups that took part, as text."""
        return {name: value.decode("ascii") for name in self._names if (value := self[name]) is not None}


class Pattern:
    """A compiled pattern. Raises `error` for one that RE2 refuses."""

    __slots__ = ("_regex", "names", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._regex = re2.compile(pattern, _OPTIONS)
        self.names: dict[str, int] = dict(self._regex.groupindex)

    def search(self, data: bytes, start: int | None = None) -> Found | None:
        match = self._regex.search(data, start)
        return Found(match, self.names) if match else None

    def finditer(self, data: bytes, start: int | None = None) -> Iterator[Found]:
        return (Found(match, self.names) for match in self._regex.finditer(data, start))


class PatternSet:
    """Many patterns tried in one pass: which of them match, as indices in order."""

    __slots__ = ("_set",)

    def __init__(self, patterns: Sequence[str]) -> None:
        self._set = re2.Set.SearchSet(_OPTIONS)
        for pattern in patterns:
            self._set.Add(pattern)
        self._set.Compile()

    def matches(self, data: bytes) -> list[int]:
        return sorted(self._set.Match(data) or ())
