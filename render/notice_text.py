"""Notices in, messages out: of a length, by whole sentences, and with nothing in them that a service would obey. Pure.

Docket text is anybody's. What stands in it may not call people (@, <!channel>), make a tag (#), a link or a command,
nor turn the direction of what follows. Our own link is the only one.
"""
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from .excerpt import cut, fit
from .notices import Notice
from .wording import N_

LONGEST_QUOTE: Final = 600
LONGEST_HEAD: Final = 200
LONGEST_SAID: Final = 900
MOST_LINES: Final = 40
SHORT: Final = 1_000
"""A service that takes less gets a link of its own to no line of a digest."""

_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0000-\U000e0fff]")
_APART: Final = "\u200b"
"""An empty space that keeps a mark and its word apart."""
_MARKS: Final = re.compile(
    r"[@＠#＃]|&(?=#?\w+;)|!(?=[a-z])|(?<=\])(?=\()|:(?=//)|(?<!\w)/(?=[a-z])|(?<=www)\.", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(?<=[^\W\d_]{4}[.;!?])\s+(?=[A-Z“\"(])|(?<=[)\d”\"][.;!?])\s+(?=[A-Z“\"(])")


class Message(NamedTuple):
    """What is sent. `title` is "" where a service has none: then it begins the body."""

    title: str
    body: str


def harmless(text: str) -> str:
    """A text on one line that no service takes for more than a text."""
    plain = " ".join(_INVISIBLE.sub("", fit(text)).split())
    plain = plain.replace("<", "‹").replace(">", "›").replace("`", "’")
    return _MARKS.sub(lambda mark: mark[0] + _APART, plain)


def message(notice: Notice, longest: int = 0, *, has_title: bool = False) -> Message:
    """The notice as one message of at most `longest` characters, 0 for any number; the richest that fits.

    A link is whole or not there; nothing else goes before what happened does.
    """
    head, said, quote, note = map(harmless, (notice.head, notice.said, notice.quote, notice.note))
    title = cut(head, LONGEST_HEAD) if has_title else ""
    return next(
        told for told in _from_rich_to_lean(title, head, said, quote, note, notice.link)
        if not longest or len(told.title) + len(told.body) + 2 * bool(told.title) <= longest or not told.body)


def digest(
    notices: Sequence[Notice], name: str, link: str, gettext: Callable[[str], str], longest: int = 0, *,
    has_title: bool = False,
) -> Message:
    """Several notices as one message, in their order: a line each, as many as fit, and how many more there are."""
    head = harmless(gettext(N_("{name} · new: {n}")).format(name=name, n=len(notices)))
    title = head if has_title else ""
    short = bool(longest) and longest <= SHORT
    lines = [_line(each, short) for each in notices[:MOST_LINES]]
    for count in range(len(lines), -1, -1):
        left = len(notices) - count
        more = gettext(N_("And {n} more.")).format(n=left) if left else ""
        body = "\n".join(filter(None, (head if not title else "", *lines[:count], more, link)))
        if not longest or len(title) + len(body) + 2 * bool(title) <= longest:
            return Message(title, body)
    return Message("", cut(head, max(longest - 2, 1)))


def _line(notice: Notice, short: bool) -> str:
    """One notice in a digest."""
    told = f"{cut(harmless(notice.head), LONGEST_HEAD)}: {cut(harmless(notice.said), LONGEST_HEAD)}"
    return f"• {told}" if short or not notice.link else f"• {told} {notice.link}"


def _from_rich_to_lean(title: str, head: str, said: str, quote: str, note: str, link: str) -> Iterator[Message]:
    top, said = ("" if title else cut(head, LONGEST_HEAD)), cut(said, LONGEST_SAID)
    quotes = [*_shorter(quote), ""]
    for each in quotes:
        yield _made(title, top, said, each, note, link)
    for each in quotes:
        yield _made(title, top, said, each, "", link)
    sentences = re.split(r"(?<=\.) ", said)
    for count in range(len(sentences) - 1, 0, -1):
        yield _made(title, top, " ".join(sentences[:count]), "", "", link)
    for length in (120, 80, 40):
        yield _made(title, cut(top, length), cut(sentences[0], 2 * length), "", "", link)
    yield _made("", "", cut(sentences[0], 80), "", "", link)
    yield Message("", link)
    yield Message("", "")


def _made(title: str, top: str, said: str, quote: str, note: str, link: str) -> Message:
    return Message(title, "\n".join(filter(None, (top, said, f"“{quote}”" if quote else "", note, link))))


def _shorter(quote: str) -> Iterator[str]:
    """The quote, then its beginnings by whole sentences, the longest first."""
    if not quote:
        return
    if len(quote) <= LONGEST_QUOTE:
        yield quote
    ends = [found.start() for found in _SENTENCE.finditer(quote)]
    for end in reversed(ends):
        if end <= LONGEST_QUOTE:
            yield f"{quote[:end]} …"
    if not any(end <= LONGEST_QUOTE for end in ends):
        yield cut(quote, LONGEST_QUOTE)
