"""Words of an entry that prove something in, those words among what stands around them out. Pure."""
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import re2

from .published import Proof

LONGEST: Final = 1_200
AROUND: Final = 120


class Part(NamedTuple):
    """A piece of an entry's text; `proves`: these are the words that something was read from."""

    text: str
    proves: bool


_FORBIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff"
    + "".join(chr(plane + last) for plane in range(0x10000, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
)
_UNFIT = re.compile(f"[{_FORBIDDEN}\ud800-\udfff]")
_SEEN = re2.compile(f"[{_FORBIDDEN}]")
_LONG: Final = 1_000
_PLAIN: Final = b"\t\n" + bytes(range(0x20, 0x7F))
_OPENED = re.compile(r"\([^()]{0,40}$")
_CLOSED = re.compile(r"^[^()]{0,40}\)")
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def fit(text: str) -> str:
    """The text without characters that HTML forbids or that turn the direction of what follows."""
    if len(text) > _LONG and _is_fit(text):
        return text
    return _UNFIT.sub(lambda found: "" if found[0] in _TURNS else " ", text)


def _is_fit(text: str) -> bool:
    """Whether all of a long text may stand, as that of nearly every page: what is plain ASCII need not be searched."""
    try:
        rest = text.encode().translate(None, _PLAIN)
    except UnicodeEncodeError:  # half a character, which has no UTF-8
        return False
    return not rest or _SEEN.search(rest) is None


def cut(text: str, longest: int = LONGEST) -> str:
    """The text, or its beginning and an ellipsis."""
    return text if len(text) <= longest else text[:longest].rstrip() + " …"


def excerpt(proofs: Sequence[Proof], texts: Mapping[int, str], around: int = AROUND) -> tuple[Part, ...]:
    """What proves something in one entry, in its place, with at most `around` characters on each side.

    `proofs` are all of the same entry; `texts` holds the published text of entries by id. Words that do not stand in
    the text are shown by themselves.
    """
    text = texts.get(proofs[0].entry_id, "")
    quotes = [proof.quote.strip() for proof in proofs]
    spans = _merged(_to_word_ends(text, at, len(quote)) for quote in quotes if quote and (at := text.find(quote)) >= 0)
    parts: list[Part] = []
    read = 0
    for start, end in spans:
        parts += [Part(_gap(text[read:start], around, bool(parts), True), False), Part(cut(text[start:end]), True)]
        read = end
    parts.append(Part(_gap(text[read:], around, True, False) if spans else "", False))
    for quote in dict.fromkeys(quotes):
        if quote not in text:
            parts += [Part(" … " if len(parts) > 1 else "", False), Part(cut(quote), True)]
    return tuple(part for part in parts if part.text)


def _to_word_ends(text: str, start: int, length: int) -> tuple[int, int]:
    """Where the words begin and end that a span begins and ends in: nobody reads half a word as proof."""
    end = start + length
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that touch or overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _gap(text: str, around: int, follows: bool, leads: bool) -> str:
    """What stands beside marked words: its beginning where it follows some, its end where it leads to some.

    What is cut within a clerk's bracket goes without it: of "(Pierre, Deborah)" nobody is left.
    """
    if len(text) <= around * (follows + leads):
        return text if follows and leads else text.strip("\n")
    head = text[:around].rpartition(" ")[0] + " " if follows else ""
    tail = " " + text[-around:].partition(" ")[2] if leads else ""
    return f"{_OPENED.sub('', head)}…{_CLOSED.sub('', tail)}"
