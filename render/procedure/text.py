"""A docket text as received in, the same text fit for reading out, with the way back to the received code points.

Clerks' texts hold double spaces, line breaks, curly quotes, HTML entities and accents. Rules are matched on plain
ASCII with single spaces, one character for each character kept, so that byte offsets are character offsets; `span`
leads back to the raw text, where `raw[start:end]` is the quote that is shown.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from typing import Final, NamedTuple


class _Fold(dict[int, str]):
    """Every code point to one ASCII character: accents off, quotes straight, control characters to spaces."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if code < 128 and character.isprintable():
            folded = character
        elif character.isspace() or unicodedata.category(character) in {"Cc", "Zs"}:
            folded = " "
        else:
            plain = unicodedata.normalize("NFKD", character)[0]
            folded = plain if plain.isascii() and plain.isprintable() else "?"
        self[code] = folded
        return folded


_FOLD: Final = _Fold(
    {ord(typographic): plain for typographic, plain in zip("‘’‚“”„–—‐‑−§¶…•·", "'''\"\"\"-----SP...", strict=True)}
)
_SQUEEZED: Final = re.compile(r" {2,}|&(?:amp|quot|apos|lt|gt|nbsp|#\d{1,5}|#x[0-9a-fA-F]{1,4});")


class Clean(NamedTuple):
    """`text` is what rules read. `cuts` and `shifts` say how far the raw text has run ahead, from which offset on."""

    raw: str
    text: str
    cuts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of `text` → offsets of `raw`, in code points."""
        if not self.cuts:
            return start, end
        return self._back(start), self._back(end - 1) + 1 if end > start else self._back(end)

    def _back(self, offset: int) -> int:
        place = bisect_right(self.cuts, offset)
        return offset + (self.shifts[place - 1] if place else 0)


def clean(raw: str) -> Clean:
    """Fold to ASCII, then one space for a run of spaces and one character for an HTML entity."""
    folded = raw.translate(_FOLD)
    if "  " not in folded and "&" not in folded and not folded.startswith(" ") and not folded.endswith(" "):
        return Clean(raw, folded)
    return _squeeze(raw, folded)


def plain(raw: str) -> bytes:
    """The clean text as patterns take it."""
    return clean(raw).text.encode("ascii")


def _squeeze(raw: str, folded: str) -> Clean:
    """The slow path of `clean`: remember after each shortening how far the raw text is ahead."""
    begin = len(folded) - len(folded.lstrip(" "))
    finish = len(folded.rstrip(" "))
    pieces: list[str] = []
    cuts: list[int] = [0] if begin else []
    shifts: list[int] = [begin] if begin else []
    at, length = begin, 0
    for found in _SQUEEZED.finditer(folded, begin, finish):
        one = " " if found.group().startswith(" ") else html.unescape(found.group()).translate(_FOLD)[:1]
        pieces += (folded[at : found.start()], one)
        length += found.start() - at + 1
        at = found.end()
        cuts.append(length)
        shifts.append(at - length)
    pieces.append(folded[at:finish])
    return Clean(raw, "".join(pieces), tuple(cuts), tuple(shifts))
