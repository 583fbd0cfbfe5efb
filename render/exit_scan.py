"""The last look before the site is swapped in: protected forms and the files of a build in, the first betrayal out.

While cases are published, `Forms` keeps of each who is protected, whose name stays, and its A-numbers. `Scan`, pure,
holds a file's text against all of them: each file is cut into words once, words are looked up, and only where parts of
names stand is more asked. `check` is the thin edge: a folder in, a SiteError out that names file, rule and case.

The page of a case is judged by its own people in every form, a letter off and torn by "[name]" too, and by everybody
else's whole name. A page about many cases is judged by all people: by a given name beside a surname, by both surnames,
and by any part that betrays somebody and that no case in the same place may show. A whole name stops it also where
another case may show that name. Words in a search index, which stand beside nothing, must stand on a page as well.
"""
import bisect
import html
import re
import sys
import urllib.parse
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Final, NamedTuple

import re2

from . import SiteError, addresses, unpacked
from .pooled import pooled, processors
from .privacy import Policy, details, names
from .privacy import words as lists
from .privacy.captions import sides
from .privacy.policy import is_made_of_titles
from .procedure.facts import Docket
from .published import PublishedCase

FULL_NAME: Final = "a full name"
PART: Final = "a part of a name"
A_NUMBER: Final = "an A-number"

_MARKUP: Final = frozenset({".html", ".xml", ".svg", ".rss", ".atom", ".xhtml"})
_CODE: Final = frozenset({".css", ".svg", ".js"})
_FEEDS: Final = frozenset({".xml", ".json"})
_REPEATED: Final = _FEEDS | {".jsonl"}
"""What says the same as another file: an entry is told in a dozen feeds, a row in JSON lines and in Parquet."""
_ITEM: Final = re.compile(r"(?=<entry>|<item>|\{\"id\": ?\"urn:)")
"""Where one item of a feed begins."""
_OF_ITEMS: Final = ("<entry>", "<item>", '"urn:')
"""One of these stands in each item: where none does there are none, and nobody need look letter by letter."""
_ORDINARY: Final = (
    lists.ORDINARY | lists.PARTICLES | lists.ORGANISATIONS | lists.HONORIFICS | lists.SUFFIXES | lists.MEDICAL
    | lists.STREETS | lists.NAMES_TOO)
_CLERKS: Final = lists.ORDINARY - lists.NAMES_TOO
_CLERKS_TOO: Final = _CLERKS | lists.TERMS
_NOBODY: Final = lists.PLACES | lists.MONTHS | lists.OFFICES | lists.ROLES | lists.KEPT_ROLES
_SHORTEST_ALONE: Final = 4
_SHORTEST_RUN_TOGETHER: Final = 8
_SHORTEST_PIECE: Final = 3
_SHORTEST_MISSPELT: Final = 5
_LONGEST_ENDING: Final = 4
_FEW: Final = 3
_WALKED: Final = 4  # words on each side
_BETWEEN: Final = 2  # unknown words, initials or particles between two parts of a name
_LONGEST_BESIDE: Final = 60  # characters of a word and the title before it
_AROUND: Final = 240  # characters looked at on each side of a word
_NEIGHBOURHOOD: Final = 600  # characters in which a page about many cases names the case it speaks of
_LONGEST_ROW: Final = 50_000  # characters of one line of a table, which is of one case
_WELL_KNOWN: Final = 5  # cases in which somebody is sued before a surname alone is theirs
_MOST_WORDS: Final = 400_000
_TOGETHER, _HEAVY = 100, 4_000_000
"""Files that a process is given at a time, or bytes; for less no other is begun."""

_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060'’ʼ`´\ufffd"
_WORD: Final = re.compile(rf"[^\W\d_]+(?:[{_INSIDE}]+[^\W\d_]+)*[\u0300-\u036f]*")
_APOSTROPHE: Final = re.compile(r"['’ʼ`´]")
_TAG: Final = re.compile(r"<[^<>]*>")
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
_CAPTION_LIST: Final = re.compile(r"[,;&]|\band\b|\bet al\b")
_PACKAGED_SEARCH: Final = re.compile(r"(?:.*/)?pagefind/[\w.-]+\.(?:js|css)")
"""What Pagefind brings to every site, the same everywhere; what it makes of this one lies in other files."""
_NUMBER: Final = re2.compile(  # nine digits in a row without the letter are as well an entry's id
    r"\b[Aa][\s.:#\-–—_]{0,4}\d{8,9}\b|\b(?:[Aa]0?)?\d{2,3}[\s.\-–—_/]{1,3}\d{3}[\s.\-–—_/]{1,3}\d{3}\b")
_LETTERS: Final = bytes(code if bytes([code]).isalpha() or code in b"'`" or code > 127 else 32 for code in range(256))
"""Turns what is no part of a word into blanks, in UTF-8."""
_OF_SLUGS: Final = bytes(
    code if bytes([code]) in b"abcdefghijklmnopqrstuvwxyz0123456789-" else 32 for code in range(256))
"""Turns what is no part of an address into blanks, in UTF-8."""
_SLUG: Final = re.compile(r"(?<![a-z0-9])[a-z0-9]++(?:-[a-z0-9]++)++")

Words = tuple[str, ...]


class Hit(NamedTuple):
    """What may not be published: in which file, by which rule, of which case. Never the name."""

    file: str
    rule: str
    slug: str


class _Case(NamedTuple):
    """What is known of one case: its place in `Forms.cases`, its address, its people (places in `Forms.people`), and
    whose names stay in it."""

    number: int
    slug: str
    people: tuple[int, ...]
    kept: frozenset[Words]
    a_numbers: tuple[str, ...]


class Protected(NamedTuple):
    """Somebody whom a case protects: the parts of the name, whether they are a party, what stands after apostrophes."""

    words: Words
    is_party: bool
    tails: Words


class Protects(NamedTuple):
    """What one case adds to `Forms`: whom it protects, whose names stay in it and everywhere, who is sued."""

    slug: str
    people: tuple[Protected, ...]
    kept: tuple[Words, ...]
    kept_everywhere: tuple[Words, ...]
    sued: tuple[Words, ...]
    a_numbers: tuple[int, ...]


def protects(slug: str, policy: Policy, dockets: Sequence[Docket], shown: PublishedCase | None) -> Protects:
    """What one case adds. `slug` must be fit to be shown; `shown`: None where the case is hidden."""
    officers = tuple(filter(None, _officers(shown))) if shown else ()
    kept = (*filter(None, policy.people.kept), *officers)
    # Whom an editor names in a public case may be protected in another: of such a case only officers are kept.
    public = policy.show == "public"
    in_captions = tuple(_in_captions(shown, public=public)) if shown else ()
    people = (_protected(person.name, bool(person.label)) for person in policy.people.protected)
    return Protects(
        slug, tuple(filter(None, people)), tuple(dict.fromkeys(kept)),
        tuple(dict.fromkeys((*(officers if public and shown else kept), *in_captions))),
        tuple(dict.fromkeys(_sued(shown))) if shown else (), tuple(sorted(set(a_numbers(policy, dockets)))))


def _protected(name: str, is_party: bool) -> Protected | None:
    words = tuple(word for word in dict.fromkeys(names.parts(name)) if len(word) > 1)
    tails = tuple(names.fold(tail) for raw in names.WORD.findall(name)
                  for tail in _APOSTROPHE.split(raw)[1:] if len(tail) >= _SHORTEST_ALONE)
    return Protected(words, is_party, tails) if words else None


class Forms:
    """All protected people of a run. Grows by a few interned words a case; no text is kept."""

    def __init__(self) -> None:
        self.people: list[Words] = []
        self.parties: set[int] = set()
        """Those of `people` who are parties. Any other (a relative, a declarant) may be an officer in another case:
        they are looked for only on the page of their own case and where another page speaks of it."""
        self.tails: dict[int, Words] = {}
        self.cases: list[_Case] = []
        self.owner: list[int] = []
        """Of each of `people` the first case that protects them."""
        self.numbers: dict[int, int] = {}
        self.kept_everywhere: set[Words] = set()
        self.sued: Counter[Words] = Counter()
        """In how many cases each name is that of somebody sued."""
        self._place_of: dict[Words, int] = {}
        self._kept: dict[Words, Words] = {}

    def add(self, one: Protects) -> None:
        """Note one case."""
        case = len(self.cases)
        known = tuple(dict.fromkeys(self._place(person, case) for person in one.people))
        kept = frozenset(map(self._interned, one.kept))
        self.cases.append(_Case(case, one.slug, known, kept, tuple(map(str, one.a_numbers))))
        self.kept_everywhere.update(map(self._interned, one.kept_everywhere))
        self.sued.update(map(self._interned, one.sued))
        for number in one.a_numbers:
            self.numbers.setdefault(number, case)

    def _place(self, person: Protected, case: int) -> int:
        words = self._interned(person.words)
        place = self._place_of.setdefault(words, len(self.people))
        if place == len(self.people):
            self.people.append(words)
            self.owner.append(case)
        if person.is_party:
            self.parties.add(place)
        if person.tails:
            self.tails[place] = self._interned(person.tails)
        return place

    def _interned(self, words: Words) -> Words:
        return self._kept.setdefault(words, tuple(map(sys.intern, words)))


def a_numbers(policy: Policy, dockets: Sequence[Docket]) -> Iterator[int]:
    """The A-numbers that stand in the texts of a case, as numbers; masked ones say too little to be looked for."""
    for docket in dockets:
        texts = [(docket.case_name, False)]
        for entry in docket.entries:
            texts.append((entry.text, is_made_of_titles(entry)))
            texts += [(document.description, True) for document in entry.documents]
        for text, is_title in texts:
            for start, end, kind in policy.find(text, is_title=is_title) if text else ():
                digits = re.sub(r"\D", "", text[start:end]) if kind == "A-number" else ""
                if len(digits) in (8, 9):
                    yield int(digits)


def _officers(shown: PublishedCase) -> Iterator[Words]:
    """Judges, lawyers and those sued, as a published case names them: nobody who asks the court for something."""
    yield from _sued(shown)
    for docket in shown.dockets:
        yield from (names.parts(judge) for judge in (docket.judge, docket.referred_to) if judge)
        for party in docket.parties:
            yield from map(names.parts, party.lawyers)


def _sued(shown: PublishedCase) -> Iterator[Words]:
    for docket in shown.dockets:
        for party in docket.parties:
            roles = {word for role in party.roles for word in names.words(role)}
            if not party.protected and roles & lists.KEPT_ROLES:
                yield names.parts(party.name)


def _in_captions(shown: PublishedCase, *, public: bool) -> Iterator[Words]:
    """Who is sued and which organisations sue, by the captions as shown; if people are named there, these alone."""
    for docket in shown.dockets:
        for side in sides(docket.caption):
            text = docket.caption[side.start:side.end]
            for piece in (text,) if names.is_organisation(text) else _CAPTION_LIST.split(text):
                words = names.words(piece)
                if len(words) > 1 and (names.is_organisation(piece) or not (public or side.protected)):
                    yield words


class Scan:
    """All forms, ready to be looked for.

    `own`: what the site says whatever its cases are (templates, styles, labels); a word of it betrays nobody by itself.
    `examples`: texts that a page shows as they are, with the invented people and the places in them. `page_of` gives
    the text of a case's own page, by slug, "" where there is none.
    """

    def __init__(
        self,
        forms: Forms,
        own: Iterable[str] = (),
        examples: Iterable[str] = (),
        page_of: Callable[[str], str] = lambda slug: "",
    ) -> None:
        self.forms = forms
        own = "\n".join(own)
        self.own_words = {names.fold(raw) for raw in set(_WORD.findall(own))}
        self.own_text = "\n".join((own, *examples))
        self.page_of = page_of
        self.by_slug = {case.slug: case for case in forms.cases}
        self.holders: dict[str, list[int]] = {}
        """Each part of a name, and who bears it."""
        for place, words in enumerate(forms.people):
            for word in (*words, *forms.tails.get(place, ())):
                self.holders.setdefault(word, []).append(place)
        self.anchors: dict[str, list[int]] = {}
        """Each person under the rarest part of their name."""
        self.partners: dict[str, set[str]] = {}
        self.pairs: dict[tuple[str, str], int] = {}
        """What betrays somebody on a page about many cases: a given name and a surname, or two surnames."""
        for place, words in sorted(enumerate(forms.people), key=lambda each: each[0] not in forms.parties):
            if len(words) > 1 and not _is_in_clerks_words(words):
                self.anchors.setdefault(min(words, key=lambda word: len(self.holders[word])), []).append(place)
                for one, other in {(words[0], words[-1]), (words[0], words[-2]), (words[-2], words[-1])}:
                    if one != other:
                        self.pairs.setdefault((one, other), place)
                        self.pairs.setdefault((other, one), place)
                        self.partners.setdefault(one, set()).add(other)
                        self.partners.setdefault(other, set()).add(one)
        self.kept_by_word: dict[str, set[Words]] = {}
        for kept in forms.kept_everywhere:
            for word in kept:
                if word in self.holders:
                    self.kept_by_word.setdefault(word, set()).add(kept)
        self.looked_for = {place for place in forms.parties if not self._is_officer(forms.people[place])
                           and not _is_in_clerks_words(forms.people[place])}
        """The parties whose names betray them on pages of other cases. Of a name in clerks' words alone, "Order
        Granting", every docket is full: whoever files under one must not stop the site."""
        self.speak_of: dict[int, set[bytes]] = {}
        """Of those who are not looked for, the addresses of the cases that protect them all the same."""
        for case in forms.cases:
            for place in case.people:
                if place not in self.looked_for:
                    self.speak_of.setdefault(place, set()).add(case.slug.encode())
        self.addresses = frozenset(chain.from_iterable(self.speak_of.values()))
        """All of these."""
        self.words = _Folded(self)
        self.on_pages: set[str] = set()
        """The parts of names that stand on the pages scanned so far."""
        self._last_shown = ("", "")
        self._told: set[int] = set()
        """What was told already and betrays nobody."""

    def is_strong(self, word: str) -> bool:
        """Whether a part of a name betrays somebody by itself."""
        return len(word) >= _SHORTEST_ALONE and word not in _ORDINARY and word not in self.own_words

    def _is_officer(self, words: Words) -> bool:
        """Whether other cases name this person as one who stays: the Secretary who asks a higher court for a stay."""
        alike = [kept for kept in self.kept_by_word.get(min(words), ()) if set(words) <= set(kept)]
        return bool(alike) if len(words) > 1 else any(self.forms.sued[kept] >= _WELL_KNOWN for kept in alike)

    # Files.

    def file(self, path: str, text: str) -> Hit | None:
        """The worst thing in a file that may not be published. The path is scanned too, as a page about many cases."""
        kind = Path(path).suffix.lower()
        return self.path(path) or self.text(path, unpacked.Text(path, kind.removeprefix("."), text))

    def path(self, path: str) -> Hit | None:
        """What may not be published in the name of a file."""
        folder = str(Path(path).parent)
        return self._worst(folder if folder != "." else "the site", self._page(path, ""), None, "")

    def text(self, path: str, found: unpacked.Text) -> Hit | None:
        """The worst thing in one text of a file."""
        if found.is_bare_words:
            return self._bare_words(path, found.text)
        kind, case = f".{found.kind}", self.case_of(found.path)
        for item in _items(found.text) if kind in _FEEDS else (found.text,):
            told = hash((case and case.number, kind, item)) if kind in _REPEATED else None
            if told in self._told:
                continue
            page = self._page(item, kind)
            if kind == ".html" or addresses.is_case_data(path):
                self.on_pages |= page.parts
            if hit := self._worst(path, page, case, kind):
                return hit
            if told is not None:
                self._told.add(told)
        return None

    def _page(self, text: str, kind: str) -> "_Page":
        return _Page(decoded(text, kind), kind in _MARKUP, self.words)

    def _worst(self, label: str, page: "_Page", case: _Case | None, kind: str) -> Hit | None:
        rule_of = self._many(page) if case is None else self._one(page, case)
        found = min(rule_of, key=lambda each: each[0] != FULL_NAME, default=None)
        found = found or self._number(page.text, case, kind)
        return Hit(label, found[0], self.forms.cases[found[1]].slug) if found else None

    def _bare_words(self, path: str, text: str) -> Hit | None:
        """A word of an index that betrays somebody and stands on no page, where its neighbours would excuse it."""
        return next((hit for word, hit in self.in_bare_words(path, text)
                     if word not in self.on_pages and (hit.rule == FULL_NAME or word not in self.words.stems)), None)

    def in_bare_words(self, path: str, text: str) -> Iterator[tuple[str, Hit]]:
        """Words of an index, and what each betrays if it stands on no page and, a part, if no other begins with it."""
        page = self._page(text, "")
        for joined in page.joined:
            for place, count in self.words.joined[joined]:
                if count == len(self.forms.people[place]) and place in self.looked_for:
                    yield joined, Hit(path, FULL_NAME, self.forms.cases[self.forms.owner[place]].slug)
        for word in sorted(page.parts):
            place = next((place for place in self.holders[word] if place in self.looked_for), None)
            if place is not None and self.is_strong(word) and word not in self.kept_by_word:
                yield word, Hit(path, PART, self.forms.cases[self.forms.owner[place]].slug)

    def case_of(self, path: str) -> _Case | None:
        """The case that a file belongs to; None: it is about many."""
        return self.by_slug.get(addresses.slug_in(path))

    # The page of one case.

    def _one(self, page: "_Page", case: _Case) -> Iterator[tuple[str, int]]:
        """By its own people in every form, by all others' whole names."""
        mine = {word: place for place in case.people
                for word in (*self.forms.people[place], *self.forms.tails.get(place, ()))}
        kept = {word for each in case.kept for word in each}
        for word in page.parts & mine.keys():
            if self.is_strong(word) or self._has_company(page, word, mine, case):
                for near in page.near(word):
                    rule = self._betrays(near, mine, case, kept)
                    if rule:
                        yield rule, case.number
        if any(self._is_torn(match, mine) for match in page.beside_hidden()):
            yield PART, case.number
        for word in page.misspelt.keys() & mine.keys():
            if any(self._is_a_letter_off(near, mine, case, kept) for near in page.near_misspelt(word)):
                yield FULL_NAME, case.number
        others = {place for word in page.parts for place in self.anchors.get(word, ())} & self.looked_for
        for place in sorted(others.difference(case.people)):
            words = self.forms.people[place]
            if page.parts.issuperset(words) and self._is_whole(page, words, case.kept):
                yield FULL_NAME, self.forms.owner[place]
        for joined in page.joined:
            for place, count in self.words.joined[joined]:
                whole = count == len(self.forms.people[place])
                if (place in case.people or (whole and place in self.looked_for)) and joined not in kept:
                    yield FULL_NAME, case.number if place in case.people else self.forms.owner[place]

    def _has_company(self, page: "_Page", word: str, mine: dict[str, int], case: _Case) -> bool:
        """Whether another part of the same person's name is on the page at all."""
        return any(word in words and len(page.parts.intersection(words)) > 1
                   for words in (self.forms.people[place] for place in case.people))

    def _betrays(self, near: "_Near", mine: dict[str, int], case: _Case, kept: set[str]) -> str:
        """The rule by which one word of a case's own page betrays somebody; "": it does not."""
        beside = [each for each in (*near.before, *near.after) if each.far <= _BETWEEN]
        same = [each for each in beside if each.word != near.word and each.word in mine and self._are_one(
            near.word, each.word, case)]
        strong = self.is_strong(near.word)
        for each in same:
            both = {near.word, each.word}
            if any(both <= set(name) for name in case.kept):
                continue
            if strong or self.is_strong(each.word) or _is_written_as_name(near, each):
                excused = self._stays(near, case.kept, kept, mine) if strong else False
                if not excused and near.snippet(each) not in self.own_text:
                    return FULL_NAME
        if strong and not self._stays(near, case.kept, kept, mine):
            return PART
        return ""

    def _is_torn(self, match: re.Match[str], mine: dict[str, int]) -> bool:
        """Whether half a name was hidden and this word is the other half."""
        raw = match["part"]
        word = names.fold(raw)
        if word not in mine or names.fold(match["title"] or "") in lists.OFFICES:
            return False
        if match["gap"] == "-":
            return True
        return raw[0].isupper() and word not in _ORDINARY and word not in _NOBODY and word not in self.own_words

    def _is_a_letter_off(self, near: "_Near", mine: dict[str, int], case: _Case, kept: set[str]) -> bool:
        """Whether a word that is nearly a part of a name stands beside another part of the same name."""
        if names.fold(near.raw) in kept or near.is_titled(mine):
            return False
        beside = [each for each in (*near.before, *near.after) if each.far <= _BETWEEN and each.is_name_between]
        return any(
            each.word != near.word and each.word in mine and each.raw[0].isupper() and near.raw[0].isupper()
            and each.word not in kept and self._are_one(near.word, each.word, case)
            for each in beside)

    def _are_one(self, one: str, other: str, case: _Case) -> bool:
        return any(one in words and other in words for words in (self.forms.people[place] for place in case.people))

    def _stays(self, near: "_Near", names_kept: Iterable[Words], kept: set[str], mine: Iterable[str] = ()) -> bool:
        """Whether the word is another's here: an official's, a judge's, a lawyer's, a place's."""
        if near.is_titled(mine) or near.is_place():
            return True
        if near.word not in kept:
            return False
        around = {each.word for each in (*near.before, *near.after) if each.far < _FEW}
        run = around | {near.word}
        mine = set(mine)
        for name in names_kept:
            if near.word in name and (len(name) == 1 or (run & set(name)) - mine - {near.word} or run.issuperset(name)):
                return True
        return (near.follows_versus() or near.is_before_office()
                or self._is_kept_by_what_is_before(near, names_kept, mine))

    def _is_kept_by_what_is_before(self, near: "_Near", names_kept: Iterable[Words], mine: set[str]) -> bool:
        """ "Respondent Garza", and "H. Garza" where Hector Garza stays and no protected Garza has that letter."""
        before = near.before[0].word if near.before else ""
        if before in lists.KEPT_ROLES:
            return True
        initials_kept = {part[0] for name in names_kept if near.word in name for part in name if part != near.word}
        protected = {part[0] for place in self.holders[near.word] for part in self.forms.people[place] if part in mine}
        return len(before) == 1 and before in initials_kept - protected

    def _is_whole(self, page: "_Page", words: Words, kept: frozenset[Words]) -> bool:
        """Whether all parts of a name stand together somewhere, in any order, and are nobody's who stays."""
        if any(set(words) <= set(name) for name in kept):
            return False
        if not any(map(self.is_strong, words)) and len(words) <= _BETWEEN and _NOBODY.issuperset(words):
            return False
        first = min(words, key=lambda word: (not self.is_strong(word), page.count(word)))
        for near in page.near(first):
            beside = sorted((*near.before, *near.after), key=lambda each: -each.far)  # of two alike the nearer
            around = {each.word: each for each in beside if each.far < len(words) + 1}
            if not around.keys() >= set(words) - {first} or near.is_titled(()):
                continue
            if words[0] in lists.PLACE_OPENINGS and near.is_place():
                continue
            parts = [around[word] for word in words if word != first]
            if not any(map(self.is_strong, words)) and not all(_is_written_as_name(near, each) for each in parts):
                continue
            if all(near.snippet(each) not in self.own_text for each in parts):
                return True
        return False

    # Pages about many cases.

    def _many(self, page: "_Page") -> Iterator[tuple[str, int]]:
        """By all people: whole names in every order, and the parts that betray by themselves."""
        owner = self.forms.owner
        for joined in page.joined:
            for place, count in self.words.joined[joined]:
                whole = count == len(self.forms.people[place]) and place in self.looked_for
                if whole and joined not in self.kept_by_word:
                    yield FULL_NAME, owner[place]
        for word in page.parts:
            strong = self.is_strong(word)
            bearers = [place for place in self.holders[word] if place in self.looked_for] if strong else []
            paired = any(self._may_betray(page, self.pairs[word, other])
                         for other in page.parts.intersection(self.partners.get(word, ())))
            if not bearers and not paired:
                continue
            for near in page.near(word):
                if paired and (place := self._pair(page, near)) is not None:
                    yield FULL_NAME, owner[place]
                elif bearers and not self._is_others(page, near):
                    yield PART, owner[bearers[0]]

    def _may_betray(self, page: "_Page", place: int) -> bool:
        """Whether somebody is looked for on this page: who is not, only where it speaks of their case."""
        return place in self.looked_for or not page.addresses(self.addresses).isdisjoint(self.speak_of.get(place, ()))

    def _pair(self, page: "_Page", near: "_Near") -> int | None:
        """Whom a word betrays together with one beside it."""
        for each in (*near.before, *near.after):
            place = self.pairs.get((near.word, each.word)) if each.far <= _BETWEEN and each.is_name_between else None
            if place is None or not (place in self.looked_for or self._speaks_of(page, near, place)):
                continue
            both = {near.word, each.word}
            if not any(map(self.is_strong, both)) and (both <= _NOBODY or not _is_written_as_name(near, each)):
                continue
            if any(both <= set(name) for name in self.kept_by_word.get(near.word, ())) or near.is_titled(()):
                continue
            if near.first_of(each) in lists.PLACE_OPENINGS:  # "San Luis"
                continue
            words = self.forms.people[place]
            if len(words) > _BETWEEN and both == set(words[:2]) and self._is_others(page, near):  # "Daniel Patrick"
                continue
            if near.snippet(each) not in self.own_text:
                return place
        return None

    def _cases_around(self, page: "_Page", near: "_Near") -> list[_Case]:
        """The cases that a page about many names close to a word, by their addresses."""
        start, end = near.start - _NEIGHBOURHOOD, near.start + _NEIGHBOURHOOD
        row, next_row = page.text.rfind("\n", 0, near.start) + 1, page.text.find("\n", near.start)
        if 0 <= next_row - row <= _LONGEST_ROW:
            start, end = min(start, row), max(end, next_row)
        slugs = page.slugs(self.by_slug)
        first, stop = (bisect.bisect_left(slugs, (max(0, edge), "")) for edge in (start, end))
        near_by = slugs[max(0, first - 1):stop + 1]  # those before and after, too: a feed's texts are long
        return [self.by_slug[slug] for slug in dict.fromkeys(slug for _, slug in near_by)]

    def _speaks_of(self, page: "_Page", near: "_Near", place: int) -> bool:
        return any(place in case.people for case in self._cases_around(page, near))

    def _is_others(self, page: "_Page", near: "_Near") -> bool:
        """Whether a single part is what some case in the same place may show: it has the same words on its own page."""
        names_kept = self.kept_by_word.get(near.word, set())
        in_full = [name for name in names_kept if len(name) > 1]  # a surname alone says too little of whose it is
        if self._stays(near, in_full, {near.word} if names_kept else set()):
            return True
        if any(near.snippet(each) in self.own_text for each in (*near.before[:1], *near.after[:1])):
            return True
        words = near.with_neighbours()
        return any(
            each in self._shown_by(case.slug)
            for case in self._cases_around(page, near)
            if not any(near.word in self.forms.people[place] for place in case.people)
            for each in words
        )

    def _shown_by(self, slug: str) -> str:
        """The words of a case's own page, one blank between."""
        if self._last_shown[0] != slug:
            text = _TAG.sub(" ", decoded(self.page_of(slug), ".html"))
            self._last_shown = (slug, f" {' '.join(map(names.fold, _WORD.findall(text)))} ")
        return self._last_shown[1]

    # A-numbers.

    def _number(self, text: str, case: _Case | None, kind: str) -> tuple[str, int] | None:
        """A known A-number in any spelling, or what looks like one."""
        for match in _NUMBER.finditer(text):
            owner = self.forms.numbers.get(int(re.sub(r"\D", "", match[0] or "")))
            if owner is not None:
                return A_NUMBER, owner
        if case is not None and any(re.search(rf"(?<!\d)0?{number}(?!\d)", text)
                                    for number in case.a_numbers if number in text):
            return A_NUMBER, case.number
        if kind in _CODE or case is None:
            return None
        for start, end, found in details.find_numbers(text):
            if found == A_NUMBER_KIND and text[start:end] not in self.own_text:
                return A_NUMBER, case.number
        return None


A_NUMBER_KIND: Final = "A-number"


def _items(text: str) -> list[str]:
    """The items of a feed, each by itself; what is no feed is one."""
    return _ITEM.split(text) if any(mark in text for mark in _OF_ITEMS) else [text]


class _Folded(dict[bytes, tuple[tuple[str, str], ...]]):
    """What stands between two blanks of the files, in UTF-8 → the parts of names in it, each as written and folded."""

    def __init__(self, scan: Scan) -> None:
        super().__init__()
        self.holders = scan.holders
        self.people = scan.forms.people
        self.plain = scan.own_words | _ORDINARY
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
        folded = [(word, names.fold(word)) for word in _WORD.findall(raw.decode("utf-8", errors="replace"))]
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


class _Beside(NamedTuple):
    """A word near another: how many words lie between, whether those are such as stand inside names, and where."""

    word: str
    raw: str
    far: int
    is_name_between: bool
    is_tight: bool
    start: int
    end: int


class _Page:
    """A text as its words. `parts`: those that are parts of names, `joined`: those that are several run together."""

    def __init__(self, text: str, markup: bool, words: _Folded) -> None:
        self.text = text
        self.markup = markup
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

    def near_misspelt(self, part: str) -> Iterator["_Near"]:
        """Every place of a word that is a letter off a part of a name, as that part."""
        for word in self.misspelt[part]:
            for near in self.near(word):
                near.word = part
                yield near

    def near(self, word: str) -> Iterator["_Near"]:
        """Every place of a word, with what stands around it."""
        text = self.text
        for raw in sorted(self._raws[word]):
            start = text.find(raw)
            while start >= 0:
                end = start + len(raw)
                if not text[start - 1:start].isalpha() and not text[end:end + 1].isalpha():
                    yield _Near(word, raw, start, self)
                start = text.find(raw, end)


class _Near:
    """One word of a page and up to four words on each side, markup left out."""

    def __init__(self, word: str, raw: str, start: int, page: _Page) -> None:
        self.word, self.raw, self.start = word, raw, start
        end = start + len(raw)
        before, after = page.text[max(0, start - _AROUND):start], page.text[end:end + _AROUND]
        if page.markup:
            before, after = _without_tags(before, after)
        self._text = before + raw + after
        self._start, self._end = len(before), len(before) + len(raw)
        self.before = self._walk(_last_words(before), self._start, back=True)
        self.after = self._walk([*islice(_WORD.finditer(after), _WALKED)], self._end, back=False)

    def _walk(self, found: list[re.Match[str]], edge: int, *, back: bool) -> list[_Beside]:
        """The words on one side, the nearest first, as far as nothing but punctuation keeps them apart."""
        beside: list[_Beside] = []
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
            beside.append(_Beside(word, match[0], far, names_only, tight, start, end))
            names_only = names_only and (len(word) == 1 or word in lists.PARTICLES
                                         or (match[0][0].isupper() and word not in _ORDINARY))
            edge = start if back else end
            if is_next_value:
                break
        return beside

    def snippet(self, other: _Beside) -> str:
        """The words from this one to the other, as written."""
        return self._text[min(self._start, other.start):max(self._end, other.end)]

    def first_of(self, other: _Beside) -> str:
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
        for each in self.before[:_FEW]:
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
        for place, each in enumerate(self.after[:_FEW]):
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
        found = list(_WORD.finditer(text, max(0, len(text) - length)))
        if len(found) > _WALKED:  # the first of them may be cut
            break
    return found[:-_WALKED - 1:-1]


def _is_in_clerks_words(words: Words) -> bool:
    """ "Order Granting", "Bond Hearing"; not "Grant Young" or "Bill Page"."""
    return _CLERKS_TOO.issuperset(words) and not _CLERKS.isdisjoint(words)


def _is_written_as_name(near: _Near, other: _Beside) -> bool:
    """Whether two ordinary words stand side by side and capitalised: "Virginia Hall", no "grant may"."""
    return other.is_tight and other.is_name_between and near.raw[0].isupper() and other.raw[0].isupper()


def _without_tags(before: str, after: str) -> tuple[str, str]:
    """Both sides of a word with blanks for markup; of a tag cut in two, or around the word, the inside stays."""
    opening, closing = before.find("<"), before.find(">")
    if closing >= 0 and (opening < 0 or closing < opening):
        before = before[closing + 1:]
    return _TAG.sub(" ", before), _TAG.sub(" ", after)


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


# The edge.


def _page_of(folder: Path, slug: str) -> str:
    place = folder / "cases" / f"{slug}.html"
    return place.read_text(encoding="utf-8", errors="replace") if place.is_file() else ""


class _Seen(NamedTuple):
    """What stands on the pages of a site: parts of names, and those that other words begin with."""

    parts: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()


def check(
    folder: Path, forms: Forms, own: Iterable[str] = (), examples: Iterable[str] = (), *,
    known: Container[str] = (), processes: int | None = None,
) -> None:
    """Every file of a built site held against everything protected; SiteError at the first that betrays somebody.

    `known`: paths of files about one case that passed an earlier check as they are, and whose words stand in the data
    file of that case as well, which is looked into again for whoever came to be protected since. `processes`: how many
    look beside this one; one for each processor unless given. What is found does not depend on it.
    """
    scan = Scan(forms, own, examples, page_of=lambda slug: _page_of(folder, slug))
    every = (place.relative_to(folder).as_posix() for place in folder.rglob("*") if not place.is_dir())
    paths = sorted(path for path in every if path not in known)
    bare: dict[str, Hit] = {}
    for found in _look(scan, folder, paths, processors() if processes is None else processes):
        _stop_at(found.hit)
        if found.trouble:
            raise SiteError(found.trouble)
        scan.on_pages |= found.seen.parts
        scan.words.stems |= found.seen.stems
        for word, hit in found.bare.items():
            bare.setdefault(word, hit)
    _stop_at(next((hit for word, hit in bare.items() if word not in scan.on_pages
                   and (hit.rule == FULL_NAME or word not in scan.words.stems)), None))


class _Found(NamedTuple):
    """What some files came to, as far as the first that stops: what betrays somebody, or why one cannot be read.

    `bare`: each word of an index that would betray somebody if it stood on no page, and where it stands first.
    """

    hit: Hit | None
    trouble: str
    seen: _Seen
    bare: dict[str, Hit]


def _look(scan: Scan, folder: Path, paths: Sequence[str], processes: int) -> Iterator[_Found]:
    """What the files came to, some at a time, in their order."""
    batches = [*_batches(folder, paths)]
    if processes < 2 or len(batches) < 2:
        yield from map(_Look(scan, folder).into, batches)
        return
    yield from pooled(lambda: _Look(scan, folder).into, batches, processes, "look for names")


def _batches(folder: Path, paths: Sequence[str]) -> Iterator[list[str]]:
    """The files in their order, some at a time; what says the same in several formats is in one."""
    batch: list[str] = []
    size = 0
    for path in paths:
        stem = path.rpartition(".")[0]
        if len(batch) >= _TOGETHER or (size > _HEAVY and not batch[-1].startswith(f"{stem}.")):
            yield batch
            batch, size = [], 0
        batch.append(path)
        size += (folder / path).stat().st_size
    if batch:
        yield batch


class _Look:
    """One process at work on its share of the files."""

    def __init__(self, scan: Scan, folder: Path) -> None:
        self._scan, self._folder = scan, folder
        self._told = _Seen(frozenset(scan.on_pages), frozenset(scan.words.stems))

    def into(self, paths: Sequence[str]) -> _Found:
        """What these files came to; of what stands on pages only what was not told before."""
        hit, trouble, bare = None, "", dict[str, Hit]()
        for path in paths:
            try:
                hit = self._scan.path(path) or self._first_hit(path, bare)
            except unpacked.NotReadable as error:
                trouble = (f"{path} cannot be looked into for protected names ({error}): nothing was published and "
                           "the site stays as it was; build again, or leave that file out.")
            if hit or trouble:
                break
        seen = _Seen(frozenset(self._scan.on_pages), frozenset(self._scan.words.stems))
        fresh = _Seen(seen.parts - self._told.parts, seen.stems - self._told.stems)
        self._told = seen
        return _Found(hit, trouble, fresh, bare)

    def _first_hit(self, path: str, bare: dict[str, Hit]) -> Hit | None:
        """The first thing in a file that may not be published; the words of an index are put by instead."""
        if _PACKAGED_SEARCH.fullmatch(path):
            return None
        for found in unpacked.texts(path, (self._folder / path).read_bytes()):
            if found.is_bare_words:
                for word, told in self._scan.in_bare_words(path, found.text):
                    bare.setdefault(word, told)
            elif hit := self._scan.text(path, found):
                return hit
        return None


def _stop_at(hit: Hit | None) -> None:
    if hit:
        shows = addresses.slug_in(hit.file) or hit.slug
        raise SiteError(
            f"{hit.file} would show {hit.rule} that the case {hit.slug} protects: nothing was published and the "
            f"site stays as it was; see `writwatch review --names {hit.slug}`, and mend the title, the words or "
            f"the decision that shows it. To publish all the rest meanwhile, let the file of the case {shows} say "
            '[privacy] show = "hidden", with reason, by and on; one without a file: `writwatch discover --reject`.'
        )
