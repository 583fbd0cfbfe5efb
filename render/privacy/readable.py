"""A text as a person reads it: what software left in it undone, and the way back to the raw text. Pure.

Character references ("Hern&aacute;ndez"), percent and JSON escapes, tags, signs nobody sees, and accents read in the
wrong encoding ("HernÃ¡ndez") would each break a name in two; spaces and hyphens that only look like those of a keyboard
would keep a number or an address from being known for one.
"""
import html
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_SECOND_BYTES = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LEFT = re.compile(
    r"(?P<reference>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});?)"
    r"|(?P<percent>(?:%[0-9A-Fa-f]{2})+)"
    r"|\\u(?P<code>[0-9A-Fa-f]{4})"
    r"|(?P<tag></?[A-Za-z][^<>]{0,200}>)"
    rf"|(?P<invisible>[{_INVISIBLE}]+)"
    rf"|(?P<misread>[\u00c2-\u00f4][{_SECOND_BYTES}]{{1,3}})"
)
_NOTHING_LEFT = re.compile(r"[^&%\\<\u0085\u00a0\u00ad\u0100-\U0010ffff\u00c2-\u00f4]*")
_ROUNDS = 3  # "&amp;amp;aacute;"
_SPACES = "\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011\u2012\u2043\u2212\ufe58\ufe63\uff0d"
_LIKE = (*((sign, " ") for sign in _SPACES), *((sign, "-") for sign in _HYPHENS))

Span = tuple[int, int, str]


class Readable:
    """`text`: what is read. `spans` brings places in it back to the raw text; an escape is one place."""

    def __init__(self, raw: str) -> None:
        self.text = raw
        self._places: list[tuple[int, int]] | None = None
        if _NOTHING_LEFT.fullmatch(raw):
            return
        for _ in range(_ROUNDS):
            if not self._undo():
                break
        self.text = plain(self.text)

    def spans(self, spans: Iterable[Span]) -> Iterator[Span]:
        """Each (start, end, kind) in `text` as it lies in the raw text."""
        if self._places is None:
            yield from spans
            return
        for start, end, kind in spans:
            if start < end:
                yield self._places[start][0], self._places[end - 1][1], kind

    def _undo(self) -> bool:
        """One layer of escapes undone; whether there was one."""
        pieces: list[str] = []
        places: list[tuple[int, int]] = []
        done, changed = 0, False
        before = self._places or [(place, place + 1) for place in range(len(self.text))]
        for match in _LEFT.finditer(self.text):
            read = _read(match)
            if read == match[0]:
                continue
            changed = True
            pieces += [self.text[done:match.start()], read]
            places += before[done:match.start()]
            places += [(before[match.start()][0], before[match.end() - 1][1])] * len(read)
            done = match.end()
        if changed:
            self.text = "".join(pieces) + self.text[done:]
            self._places = places + before[done:]
        return changed


def plain(text: str) -> str:
    """A text of the same length, with the keyboard's own for whatever looks like a space or a hyphen."""
    if not text.isascii():
        for sign, instead in _LIKE:
            text = text.replace(sign, instead)
    return text


@lru_cache(maxsize=1 << 12)
def read(raw: str) -> Readable:
    """A raw text as a person reads it."""
    return Readable(raw)


def _read(match: re.Match[str]) -> str:
    """What stands for a match; itself where it means nothing."""
    whole = match[0]
    if match["reference"]:
        return html.unescape(whole)
    if match["percent"]:
        return _decoded(bytes.fromhex(whole.replace("%", "")), whole)
    if match["code"]:
        return chr(int(match["code"], 16)) if not 0xD800 <= int(match["code"], 16) <= 0xDFFF else whole
    return _decoded(_bytes(whole), whole) if match["misread"] else ""


def _bytes(text: str) -> bytes:
    """The bytes of a text that was taken for Windows' or for Latin letters."""
    return b"".join(sign.encode("latin-1") if ord(sign) < 0x100 else sign.encode("cp1252") for sign in text)


def _decoded(found: bytes, otherwise: str) -> str:
    try:
        return found.decode("utf-8")
    except UnicodeDecodeError:
        return otherwise
