"""A text of a file in; its words, parts of names among them, and what stands beside each, out. Pure."""
import html
import re
import urllib.parse
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, islice
from typing import Final, NamedTuple

from ..privacy import names
from ..privacy import words as lists
from .forms import Words

_ITEM: Final = re.compile(r"(?=<entry>|<item>|\{\"id\": ?\"urn:)")
"""Where one item of a feed begins."""
_OF_ITEMS: Final = ("<entry>", "<item>", '"urn:')
"""One of these stands in each item: where none does there are none, and nobody need look letter by letter."""
ORDINARY: Final = (
    lists.ORDINARY | lists.PARTICLES | lists.ORGANISATIONS | lists.HONORIFICS | lists.SUFFIXES | lists.MEDICAL
    | lists.STREETS | lists.NAMES_TOO)
_SHORTEST_RUN_TOGETHER: Final = 8
_SHORTEST_PIECE: Final = 3
_SHORTEST_MISSPELT: Final = 5
_LONGEST_ENDING: Final = 4
FEW: Final = 3
_WALKED: Final = 4  # words on each side
_LONGEST_BESIDE: Final = 60  # characters of a word and the title before it
_AROUND: Final = 240  # characters looked at on each side of a word
_TOLD: Final = 6  # words on each side
_LONG_NUMBER: Final = re.compile(r"\d[\d\s.-]{3,}\d")
_MOST_WORDS: Final = 150_000
_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060'’ʼ`´\ufffd"
WORD: Final = re.compile(rf"[^\W\d_]+(?:[{_INSIDE}]+[^\W\d_]+)*[\u0300-\u036f]*")
TAG: Final = re.compile(r"<[^<>]*>")
_ESCAPED: Final = re.compile(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*+")
_JSON_ESCAPED: Final = re.compile(r"\\u[0-9A-Fa-f]{4}(?:\\u[0-9A-Fa-f]{4})*+")
_DIGEST: Final = re.compile(r"\bsha256:[0-9a-f]{64}\b")
"""Letters by chance: "baca" stands in one of them now and then."""
_CLOSE: Final = re.compile(r"[^\w]{1,6}")
_TIGHT: Final = re.compile(r"[\s,\-–—_+]{1,3}|\.\s?")
_NEXT_VALUE: Final = re.compile(r"[^\w]*\"\s?[,:]\s?\"[^\w]*")
"""Between two values of a table: a name may be cut there, but no words go on from both sides of it."""
_HIDDEN: Final = "[name]"
_TORN_BEFORE: Final = re.compile(  # begun at beginnings of words alone, and never gone back in one
    r"(?<![^\W\d_])(?:(?P<title>[^\W\d_]++)\.?\s)?(?P<part>[^\W\d_]++)(?P<gap>\s|-)$")
_TORN_AFTER: Final = re.compile(r"(?P<gap>\s|-)(?P<part>[^\W\d_]+)(?P<title>)")
"""Half a name beside the hidden half: "Mr. Morocho [name]", "[name]-jun"."""
_LETTERS: Final = bytes(code if bytes([code]).isalpha() or code in b"'`" or code > 127 else 32 for code in range(256))
"""Turns what is no part of a word into blanks, in UTF-8."""
_OF_SLUGS: Final = bytes(
    code if bytes([code]) in b"abcdefghijklmnopqrstuvwxyz0123456789-" else 32 for code in range(256))
"""Turns what is no part of an address into blanks, in UTF-8."""
_SLUG: Final = re.compile(r"(?<![a-z0-9])[a-z0-9]++(?:-[a-z0-9]++)++")


def items(text: str) -> list[str]:
    """The items of a feed, each by itself; what is no feed is one."""
    return _ITEM.split(text) if any(mark in text for mark in _OF_ITEMS) else [text]


class Folded(dict[bytes, tuple[tuple[str, str], ...]]):
    """What stands between two blanks of the files, in UTF-8 → the parts of names in it, each as written and folded."""

    def __init__(self, holders: Mapping[str, Sequence[int]], own_words: Set[str]) -> None:
        """`holders`: each part of a name, and who bears it; `own_words`: what the site says whatever its cases are."""
        super().__init__()
        self.holders = holders
        self.plain = own_words | ORDINARY
        self.joined: dict[str, list[tuple[int, int]]] = {}
        """Words that are parts of one name run together: whose, and how many parts."""
        self.misspelt: dict[str, tuple[str, ...]] = {}
        """Words that are no part of a name, and the parts they are a letter off."""
        self.stems: set[str] = set()
        """Parts of names that other words begin with, as "agre" is what a search index makes of "agree"."""
        self._without: dict[str, list[str]] = {}
        """Each longer part of a name with one letter left out, and the parts that leaves."""
        for part in self.holders:
            if len(part) >= _SHORTEST_MISSPELT and part not in self.plain:
                for shorter in _a_letter_less(part):
                    self._without.setdefault(shorter, []).append(part)

    def __missing__(self, raw: bytes) -> tuple[tuple[str, str], ...]:
        if len(self) > _MOST_WORDS:
            self.clear()
        folded = [(word, names.fold(word)) for word in WORD.findall(raw.decode("utf-8", errors="replace"))]
        self.stems.update(stem for _, word in folded for stem in self._stems(word))
        parts = tuple((word, fold) for word, fold in folded
                      if fold in self.holders or self._is_run_together(fold) or self._is_misspelt(fold))
        self[raw] = parts
        return parts

    def _stems(self, word: str) -> Iterator[str]:
        return (stem for less in range(1, _LONGEST_ENDING + 1) if (stem := word[:-less]) in self.holders)

    def _is_misspelt(self, word: str) -> bool:
        if len(word) < _SHORTEST_MISSPELT - 1 or word in self.plain:
            return False
        if word not in self.misspelt:
            like = {part for shorter in _a_letter_less(word) for part in self._without.get(shorter, ())}
            meant = tuple(sorted(part for part in like if names.one_letter_apart(word, part)))
            if not meant:
                return False
            self.misspelt[word] = meant
        return True

    def _is_run_together(self, word: str) -> bool:
        if len(word) < _SHORTEST_RUN_TOGETHER or word in self.plain:
            return False
        if word not in self.joined:
            found: dict[int, int] = {}
            for pieces in self._splits(word):
                for place in set.intersection(*(set(self.holders[piece]) for piece in pieces)):
                    found[place] = max(found.get(place, 0), len(set(pieces)))
            if not found:
                return False
            self.joined[word] = list(found.items())
        return True

    def _splits(self, word: str, depth: int = 4) -> Iterator[Words]:
        """The ways to cut a word into at least two parts of names."""
        for size in range(_SHORTEST_PIECE, len(word) - _SHORTEST_PIECE + 1):
            if (head := word[:size]) in self.holders:
                rest = word[size:]
                if rest in self.holders:
                    yield head, rest
                if depth > 1 and len(rest) >= 2 * _SHORTEST_PIECE:
                    yield from ((head, *more) for more in self._splits(rest, depth - 1))


def _a_letter_less(word: str) -> set[str]:
    """The word, and all that is left of it without one letter: what two words a letter apart have in common."""
    return {word, *(word[:place] + word[place + 1:] for place in range(len(word)))}


class Beside(NamedTuple):
    """A word near another: how many words lie between, whether those are such as stand inside names, and where."""

    word: str
    raw: str
    far: int
    is_name_between: bool
    is_tight: bool
    start: int
    end: int


class Page:
    """A text as its words. `parts`: those that are parts of names, `joined`: those that are several run together."""

    def __init__(self, text: str, markup: bool, words: Folded) -> None:
        self.text = text
        self.markup = markup
        self._words = words
        self._slugs: list[tuple[int, str]] | None = None
        self._addresses: frozenset[bytes] | None = None
        self._raws: dict[str, set[str]] = {}
        for between_blanks in set(text.encode(errors="replace").translate(_LETTERS).split()):
            for raw, word in words[between_blanks]:
                self._raws.setdefault(word, set()).add(raw)
        others = self._raws.keys() - words.holders.keys()
        self.joined = sorted(others & words.joined.keys())
        self.parts = self._raws.keys() & words.holders.keys()
        self.misspelt: dict[str, list[str]] = {}
        """Parts of names that words of the text are a letter off, and those words."""
        for word in sorted(others & words.misspelt.keys()):
            for part in words.misspelt[word]:
                self.misspelt.setdefault(part, []).append(word)

    def count(self, word: str) -> int:
        return sum(self.text.count(raw) for raw in self._raws[word])

    def slugs(self, known: Container[str]) -> list[tuple[int, str]]:
        """Where the page has the address of a case, and whose."""
        if self._slugs is None:
            self._slugs = [(found.start(), found[0]) for found in _SLUG.finditer(self.text) if found[0] in known]
        return self._slugs

    def addresses(self, known: frozenset[bytes]) -> frozenset[bytes]:
        """The same without the places, in UTF-8: sooner found."""
        if self._addresses is None:
            runs = self.text.encode(errors="replace").translate(_OF_SLUGS).replace(b"--", b" ").split()
            self._addresses = known.intersection([run.strip(b"-") for run in set(runs)])
        return self._addresses

    def beside_hidden(self) -> Iterator[re.Match[str]]:
        """The word before and the word after each name that was hidden."""
        start = self.text.find(_HIDDEN)
        while start >= 0:
            end = start + len(_HIDDEN)
            before = _TORN_BEFORE.search(self.text, max(0, start - _LONGEST_BESIDE), start)
            yield from filter(None, (before, _TORN_AFTER.match(self.text, end)))
            start = self.text.find(_HIDDEN, end)

    def told(self, people: Set[int], parts: Set[str]) -> Iterator[str]:
        """Where the names of these people stand, who have these parts: a few words around each, fit for a log."""
        run_together = (word for word in self.joined if any(each in people for each, _ in self._words.joined[word]))
        misspelt = chain.from_iterable(self.misspelt[part] for part in sorted(self.misspelt.keys() & parts))
        for word in (*sorted(self.parts & parts), *run_together, *misspelt):
            yield from (near.told(self._raws.keys()) for near in self.near(word))

    def near_misspelt(self, part: str) -> Iterator["Near"]:
        """Every place of a word that is a letter off a part of a name, as that part."""
        for word in self.misspelt[part]:
            for near in self.near(word):
                near.word = part
                yield near

    def near(self, word: str) -> Iterator["Near"]:
        """Every place of a word, with what stands around it."""
        text = self.text
        for raw in sorted(self._raws[word]):
            start = text.find(raw)
            while start >= 0:
                end = start + len(raw)
                if not text[start - 1:start].isalpha() and not text[end:end + 1].isalpha():
                    yield Near(word, raw, start, self)
                start = text.find(raw, end)


class Near:
    """One word of a page and up to four words on each side, markup left out."""

    def __init__(self, word: str, raw: str, start: int, page: Page) -> None:
        self.word, self.raw, self.start = word, raw, start
        end = start + len(raw)
        before, after = page.text[max(0, start - _AROUND):start], page.text[end:end + _AROUND]
        self._cut = start > _AROUND, end + _AROUND < len(page.text)
        if page.markup:
            before, after = _without_tags(before, after)
        self._text = before + raw + after
        self._start, self._end = len(before), len(before) + len(raw)
        self.before = self._walk(_last_words(before), self._start, back=True)
        self.after = self._walk([*islice(WORD.finditer(after), _WALKED)], self._end, back=False)

    def _walk(self, found: list[re.Match[str]], edge: int, *, back: bool) -> list[Beside]:
        """The words on one side, the nearest first, as far as nothing but punctuation keeps them apart."""
        beside: list[Beside] = []
        names_only = tight = True
        for far, match in enumerate(found):
            start, end = match.span() if back else (match.start() + self._end, match.end() + self._end)
            gap = self._text[end:edge] if back else self._text[edge:start]
            if not _CLOSE.fullmatch(gap):
                break
            is_next_value = _NEXT_VALUE.fullmatch(gap) is not None
            if is_next_value and far:
                break
            tight = tight and _TIGHT.fullmatch(gap) is not None
            word = names.fold(match[0])
            beside.append(Beside(word, match[0], far, names_only, tight, start, end))
            names_only = names_only and (len(word) == 1 or word in lists.PARTICLES
                                         or (match[0][0].isupper() and word not in ORDINARY))
            edge = start if back else end
            if is_next_value:
                break
        return beside

    def snippet(self, other: Beside) -> str:
        """The words from this one to the other, as written."""
        return self._text[min(self._start, other.start):max(self._end, other.end)]

    def told(self, hidden: Container[str]) -> str:
        """A few words on each side. This one and those `hidden` are "[name]", and long numbers are left out."""
        words = f"{self._text[:self._start]}\0{self._text[self._end:]}".split()
        here = next(place for place, word in enumerate(words) if "\0" in word)
        first, stop = max(self._cut[0], here - _TOLD), min(len(words) - self._cut[1], here + _TOLD + 1)
        around = WORD.sub(
            lambda word: _HIDDEN if names.fold(word[0]) in hidden else word[0], " ".join(words[first:stop]))
        return _LONG_NUMBER.sub("…", around.replace("\0", _HIDDEN))

    def first_of(self, other: Beside) -> str:
        """Which of the two words comes first."""
        return self.word if self._start < other.start else other.word

    def with_neighbours(self) -> list[str]:
        """The word with the one before and with the one after it, as `Scan._shown_by` has them."""
        is_cut = self._text[self._end:self._end + 2].lstrip().startswith("…")  # perhaps within the word
        left = [f" {self.before[0].word} {self.word}{'' if is_cut else ' '}"] if self.before else []
        right = [f" {self.word} {self.after[0].word} "] if self.after else []
        return left + right

    def is_titled(self, mine: Iterable[str]) -> bool:
        """ "Judge Garcia", "Warden Ana B. Garcia"."""
        for each in self.before[:FEW]:
            if each.word in lists.OFFICES:
                return True
            if not each.raw[0].isupper() or each.word in mine:
                return False
        return False

    def is_place(self) -> bool:
        """ "San Diego", "Jackson County Jail", "in Paris, Texas"."""
        if self.before and self.before[0].word in lists.WHERE and self._is_before_a_state():
            return True
        if self.before and (self.before[0].word in lists.PLACE_OPENINGS
                            or (self.before[0].word, self.word) in lists.PLACE_PAIRS):
            return True
        following = [each.word for each in self.after]
        for place, each in enumerate(self.after[:FEW]):
            if not each.raw[0].isupper():
                return False
            if each.word in lists.FACILITIES:
                return not lists.FACILITY_KINDS.isdisjoint(following[place:place + 2])
        return False

    def _is_before_a_state(self) -> bool:
        """ "Paris, Texas", or all that is left of it where a quote is cut short."""
        if self._text.startswith(", …", self._end):
            return True
        following = self.after[0] if self.after else None
        return bool(following and following.word in lists.PLACES and "," in self._text[self._end:following.start])

    def follows_versus(self) -> bool:
        return bool(self.before) and self.before[0].word in {"v", "vs"}

    def is_before_office(self) -> bool:
        return bool(self.after) and self.after[0].word in lists.OFFICES


def _last_words(text: str) -> list[re.Match[str]]:
    """The last words of a text, the last one first."""
    found: list[re.Match[str]] = []
    for length in (_LONGEST_BESIDE, len(text)):
        found = list(WORD.finditer(text, max(0, len(text) - length)))
        if len(found) > _WALKED:  # the first of them may be cut
            break
    return found[:-_WALKED - 1:-1]


def _without_tags(before: str, after: str) -> tuple[str, str]:
    """Both sides of a word with blanks for markup; of a tag cut in two, or around the word, the inside stays."""
    opening, closing = before.find("<"), before.find(">")
    if closing >= 0 and (opening < 0 or closing < opening):
        before = before[closing + 1:]
    return TAG.sub(" ", before), TAG.sub(" ", after)


def decoded(text: str, kind: str = "") -> str:
    """A text without the escapes of HTML, JSON and addresses, one within the other too, nor a calendar's folds."""
    if kind == ".ics":
        text = text.replace("\r\n ", "").replace("\n ", "")
    if "sha256:" in text:
        text = _DIGEST.sub(" ", text)
    for _ in range(2):
        before = text
        if "&" in text:
            text = html.unescape(text)
        if "\\u" in text:
            text = _JSON_ESCAPED.sub(lambda match: _of_json(match[0]), text)
        if "%" in text:
            text = _ESCAPED.sub(lambda match: urllib.parse.unquote(match[0]), text)
        if text == before:
            break
    return text


def _of_json(escapes: str) -> str:
    units = b"".join(bytes.fromhex(unit) for unit in escapes.split("\\u") if unit)
    return units.decode("utf-16-be", errors="replace")
