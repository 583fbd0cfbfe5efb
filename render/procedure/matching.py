"""google-re2 with named spans. A pattern and clean text as bytes in; what was found, and where, out.

The one place that knows the quirks of the library: patterns are RE2 (no look-around, linear time), case-insensitive,
on ASCII bytes, so that byte offsets are character offsets. The library's own wrapper spends more time than the search
itself on texts as short as docket entries, so `Pattern` asks the compiled object beneath it.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import re2

error: Final = re2.error

_OPTIONS: Final = re2.Options()
_OPTIONS.case_sensitive = False
_OPTIONS.log_errors = False
_OPTIONS.max_mem = 64 << 20

_ANYWHERE: Final = re2._re2.RE2.Anchor.UNANCHORED
_NOWHERE: Final = (-1, -1)


class Found:
    """One match. Groups go by name; a group that took no part is None, its span (-1, -1)."""

    __slots__ = ("_data", "_names", "_spans")

    def __init__(self, data: bytes, spans: Any, names: dict[str, int]) -> None:
        self._data = data
        self._spans = spans
        self._names = names

    def span(self, name: str | None = None) -> tuple[int, int]:
        return self._spans[self._names[name] if name else 0]

    def start(self, name: str | None = None) -> int:
        return self.span(name)[0]

    def end(self, name: str | None = None) -> int:
        return self.span(name)[1]

    def __getitem__(self, name: str) -> bytes | None:
        start, end = self._spans[self._names[name]]
        return self._data[start:end] if start >= 0 else None

    def groups(self) -> dict[str, str]:
        """The named groups that took part, as text."""
        return {name: value.decode("ascii") for name in self._names if (value := self[name]) is not None}


class Pattern:
    """A compiled pattern. Raises `error` for one that RE2 refuses."""

    __slots__ = ("_match", "names", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        regex = re2.compile(pattern, _OPTIONS)
        self._match = regex._regexp.Match
        self.names: dict[str, int] = dict(regex.groupindex)

    def search(self, data: bytes, start: int = 0, end: int | None = None) -> Found | None:
        spans = self._match(_ANYWHERE, data, start, len(data) if end is None else end)
        return None if spans[0] == _NOWHERE else Found(data, spans, self.names)

    def has(self, data: bytes) -> bool:
        """Is it there at all?"""
        return self._match(_ANYWHERE, data, 0, len(data))[0] != _NOWHERE

    def finditer(self, data: bytes, start: int = 0) -> Iterator[Found]:
        end = len(data)
        while start <= end:
            spans = self._match(_ANYWHERE, data, start, end)
            if spans[0] == _NOWHERE:
                return
            yield Found(data, spans, self.names)
            start = spans[0][1] if spans[0][1] > start else start + 1


class PatternSet:
    """Many patterns tried at once: which of them match, as indices in order.

    The words each pattern cannot do without are looked for in one pass; only patterns whose words are there are tried.
    """

    __slots__ = ("_filter",)

    def __init__(self, patterns: Sequence[str]) -> None:
        self._filter = re2.Filter()
        for pattern in patterns:
            self._filter.Add(pattern, _OPTIONS)
        self._filter.Compile()

    def matches(self, data: bytes) -> list[int]:
        return sorted(self._filter.Match(data.lower()) or ())
