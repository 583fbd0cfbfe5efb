"""The ways to write a person's name, and texts without it: a name in, its forms out; text in, "[name]" instead out.

Pure, and strict where it counts: anywhere, only the whole name is somebody's, because a given name and one surname may
be a stranger's, a lawyer's or a judge's; in a docket that holds the person, any two parts are, and any one.
"""
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple, Protocol

from . import FetchError

INSTEAD = "[name]"
LONGEST = 4
"""Words of a name that are looked for together; a longer name is found by four of them at a time."""
SHORTEST_WHOLE = 3
"""Of a name of more words so many, the first among them, are the person: clerks drop the others."""
SHORTEST_PART = 3

WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f'’ʼ`´\u00ad\u200b-\u200d\u2060]+[^\W\d_]+)*[\u0300-\u036f]*")
CLOSE = re.compile(r"[^\w]{0,6}")
SLUG = re.compile(r"[^\s]*[a-z]-[a-z][^\s]*")
POSSESSIVE = re.compile(r"['’ʼ`´]s$", re.IGNORECASE)
PARTICLES = frozenset({
    "de", "del", "dela", "la", "las", "le", "los", "lo", "el", "al", "da", "das", "do", "dos", "di", "du", "van", "von",
    "der", "den", "bin", "ibn", "ben",
})  # fmt: skip
ORDINARY = frozenset({
    "may", "april", "june", "august", "will", "grant", "judge", "order", "day", "page", "case", "law", "court",
    "united", "states", "warden", "motion", "petition",
})  # fmt: skip
"""Parts of names that are taken for nobody's where they stand alone."""
LETTERS = {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
OWN_LETTER = re.compile(f"[{''.join(LETTERS)}]")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
NO_LETTER = re.compile(r"[\W\d_]+")

Words = tuple[str, ...]


class Name(NamedTuple):
    """A name's parts as they are compared, in the order of speech."""

    parts: Words

    def whole(self) -> Iterator[Words]:
        """What is this person wherever it stands: every part, or of a long name three or four with the given name.

        Each sorted, so that the order in which a clerk writes them is nothing.
        """
        for size in range(self.fewest(), min(len(self.parts), LONGEST) + 1):
            for chosen in combinations(self.parts, size):
                if self.parts[0] in chosen:
                    yield tuple(sorted(chosen))

    def inside(self) -> Iterator[Words]:
        """What is this person only in a docket that holds them: any parts together, and any one that is no ordinary
        word."""
        for size in range(2, min(len(self.parts), LONGEST) + 1):
            yield from (tuple(sorted(chosen)) for chosen in combinations(self.parts, size))
        yield from ((part,) for part in self.parts if len(part) >= SHORTEST_PART and part not in ORDINARY)

    def fewest(self) -> int:
        """Parts without which nothing is the whole name."""
        return min(len(self.parts), SHORTEST_WHOLE)


def name_of(text: str) -> Name:
    """ "QUISPE MAMANI, Rosa" → rosa, quispe, mamani. FetchError: a single word could be anybody."""
    last, comma, first = text.partition(",")
    spoken = f"{first} {last}" if comma and WORD.search(first) else text
    parts = tuple(dict.fromkeys(
        word for match in WORD.finditer(spoken) if len(word := fold(match[0])) > 1 and word not in PARTICLES))
    if len(parts) < 2:
        raise FetchError("a name of one word could be anybody's: give a given name and a surname with --name.")
    return Name(parts)


def fold(word: str) -> str:
    """A word as it is compared: lower case, no accents, apostrophes or possessive."""
    return "".join(sign for sign in plain(POSSESSIVE.sub("", word.casefold())) if sign.isalpha())


def plain(text: str) -> str:
    """Lower-case text with its accents apart, and letters that have no accent to lose as their neighbours."""
    return unicodedata.normalize("NFKD", OWN_LETTER.sub(lambda match: LETTERS[match[0]], text))


def letters_of(raw: bytes) -> str:
    """A text or JSON, folded, with the letters of each word run together: a name not in there is not in the text."""
    if raw.isascii() and b"\\u" not in raw:
        return raw.lower().translate(None, b"'`").decode()
    text = raw.decode("utf-8", "replace")
    if "\\u" in text:
        text = ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return NO_LETTER.sub("", plain(text.casefold()))


# Cleaning.


class Forms(Protocol):
    """Knows the ways to write the names that are to go."""

    def holds(self, docket_id: int | None, words: Words) -> bool:
        """Whether these words, sorted, are one of them: anywhere, or in this docket."""
        ...

    def learn(self, docket_id: int | None, words: Words) -> None:
        """This docket holds the person whose name these words are."""
        ...


class Named:
    """People who are to be forgotten, in clear while it is done.

    `within`: only in these dockets; None: wherever their whole names are. `dockets`: those that hold one of them;
    `partly`: those of the others in which two parts of a name stand together, which may be anybody's.
    """

    def __init__(self, people: Sequence[Name], within: Iterable[int] | None = None) -> None:
        self.people = people
        self.whole = {words for person in people for words in person.whole()} if within is None else set()
        self.inside = {words for person in people for words in person.inside()}
        self.dockets: set[int] = set(within or ())
        self.partly: set[int] = set()

    def may_be_in(self, raw: bytes, docket_id: int | None) -> bool:
        """Whether a row can hold a form of a name; what it says at a glance, and wrong only by saying yes."""
        least = 1 if self.dockets and (docket_id is None or docket_id in self.dockets) else 2
        letters = letters_of(raw)
        return any(sum(part in letters for part in person.parts) >= least for person in self.people)

    def holds(self, docket_id: int | None, words: Words) -> bool:
        if words in self.whole:
            return True
        if words not in self.inside:
            return False
        if docket_id is not None and len(words) > 1:
            self.partly.add(docket_id)
        return docket_id in self.dockets

    def learn(self, docket_id: int | None, words: Words) -> None:
        if docket_id is not None:
            self.dockets.add(docket_id)


class Word(NamedTuple):
    folded: str
    raw: str
    start: int
    end: int


def clean_text(text: str, docket_id: int | None, forms: Forms) -> str:
    """The text with "[name]" in place of every name that is to go; the same object where there is none."""
    found = [
        Word(folded, match[0], *match.span())
        for match in WORD.finditer(text)
        if len(folded := fold(match[0])) > 1 and folded not in PARTICLES
    ]
    is_slug = SLUG.fullmatch(text.strip()) is not None
    shown: list[str] = []
    at = place = after = 0
    while place < len(found):
        size = longest_form(text, found, place, docket_id, forms, is_slug)
        if not size:
            place += 1
            continue
        if size > 1:
            forms.learn(docket_id, tuple(word.folded for word in found[place : place + size]))
        last = found[place + size - 1]
        possessive = POSSESSIVE.search(last.raw)
        goes_on = shown and place == after and is_close(text, at, found[place].start)  # a name longer than any form
        shown += [] if goes_on else [text[at : found[place].start], INSTEAD]
        at = last.end - (len(possessive[0]) if possessive else 0)
        place = after = place + size
    return "".join(shown) + text[at:] if shown else text


def longest_form(
    text: str, found: Sequence[Word], place: int, docket_id: int | None, forms: Forms, is_slug: bool
) -> int:
    """How many of the words from here on are a name that is to go; 0: none."""
    most = 1
    while most < LONGEST and place + most < len(found):
        if not is_close(text, found[place + most - 1].end, found[place + most].start):
            break
        most += 1
    for size in range(most, 0, -1):
        words = tuple(sorted({word.folded for word in found[place : place + size]}))
        alone = size == 1 and not (found[place].raw[0].isupper() or is_slug)
        if not alone and len(words) == size and forms.holds(docket_id, words):
            return size
    return 0


def is_close(text: str, end: int, start: int) -> bool:
    """Whether only punctuation, initials and particles stand between two words."""
    return CLOSE.fullmatch(WORD.sub("", text[end:start])) is not None


def clean_json(value: Any, docket_id: int | None, forms: Forms) -> Any:
    """A JSON value with every string cleaned, each as of the docket that its row is about."""
    if isinstance(value, str):
        return clean_text(value, docket_id, forms)
    if isinstance(value, dict):
        here = docket_in(value) or docket_id
        return {key: clean_json(item, here, forms) for key, item in value.items()}
    return [clean_json(item, docket_id, forms) for item in value] if isinstance(value, list) else value


def clean_raw(raw: bytes, docket_id: int | None, forms: Forms) -> bytes:
    """JSON as received, cleaned; the same bytes where nothing was to go. What is no JSON is cleaned as text."""
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        text = raw.decode("utf-8", errors="surrogateescape")
        return clean_text(text, docket_id, forms).encode("utf-8", errors="surrogateescape")
    cleaned = clean_json(value, docket_id, forms)
    if cleaned == value:
        return raw
    return json.dumps(cleaned, ensure_ascii=False).encode("utf-8", "surrogatepass")


# Dockets.


def docket_in(row: dict[str, Any]) -> int | None:
    """The docket that a row of the API is about, by its own word: an id, or a link that ends in one."""
    for key in ("docket_id", "docket"):
        value = row.get(key)
        text = str(value).rstrip("/").rpartition("/")[2] if isinstance(value, str | int) else ""
        if text.isdecimal() and text.isascii() and len(text) < 19:
            return int(text)
    return None
