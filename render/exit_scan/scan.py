"""What may be published, by the text of one file: all forms in, the worst betrayal out. Pure."""
import bisect
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Final, NamedTuple

import re2

from .. import addresses, unpacked
from ..privacy import details, names
from ..privacy import words as lists
from ..privacy.readable import plain
from .forms import SHORTEST_ALONE, Forms, KnownCase, Words
from .page import FEW, ORDINARY, TAG, WORD, Beside, Folded, Near, Page, decoded, items

FULL_NAME: Final = "a full name"
PART: Final = "a part of a name"
A_NUMBER: Final = "an A-number"
_MARKUP: Final = frozenset({".html", ".xml", ".svg", ".rss", ".atom", ".xhtml"})
_CODE: Final = frozenset({".css", ".svg", ".js"})
_FEEDS: Final = frozenset({".xml", ".json"})
_REPEATED: Final = _FEEDS | {".jsonl"}
"""What says the same as another file: an entry is told in a dozen feeds, a row in JSON lines and in Parquet."""
_CLERKS: Final = lists.ORDINARY - lists.NAMES_TOO
_CLERKS_TOO: Final = _CLERKS | lists.TERMS
_NOBODY: Final = lists.PLACES | lists.MONTHS | lists.OFFICES | lists.ROLES | lists.KEPT_ROLES
_BETWEEN: Final = 2  # unknown words, initials or particles between two parts of a name
_NEIGHBOURHOOD: Final = 600  # characters in which a page about many cases names the case it speaks of
_LONGEST_ROW: Final = 50_000  # characters of one line of a table, which is of one case
_PLACES_TOLD: Final = 3
_WELL_KNOWN: Final = 5  # cases in which somebody is sued before a surname alone is theirs
_NUMBER: Final = re2.compile(  # nine digits in a row without the letter are as well an entry's id
    r"\b[Aa][\s.:#\-–—_]{0,4}\d{8,9}\b|\b(?:[Aa]0?)?\d{2,3}[\s.\-–—_/]{1,3}\d{3}[\s.\-–—_/]{1,3}\d{3}\b")


class Hit(NamedTuple):
    """What may not be published: in which file, by which rule, of which case. Never the name.

    `around`: where parts of the name stand in it, a few words each and "[name]" for all names.
    """

    file: str
    rule: str
    slug: str
    around: tuple[str, ...] = ()


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
        self.own_words = {names.fold(raw) for raw in set(WORD.findall(own))}
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
        self.words = Folded(self.holders, self.own_words)
        self.on_pages: set[str] = set()
        """The parts of names that stand on the pages scanned so far."""
        self._last_shown = ("", "")
        self._told: set[int] = set()
        """What was told already and betrays nobody."""

    def is_strong(self, word: str) -> bool:
        """Whether a part of a name betrays somebody by itself."""
        return len(word) >= SHORTEST_ALONE and word not in ORDINARY and word not in self.own_words

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
        for item in items(found.text) if kind in _FEEDS else (found.text,):
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

    def _page(self, text: str, kind: str) -> "Page":
        return Page(decoded(text, kind), kind in _MARKUP, self.words)

    def _worst(self, label: str, page: "Page", case: KnownCase | None, kind: str) -> Hit | None:
        rule_of = self._many(page) if case is None else self._one(page, case)
        found = min(rule_of, key=lambda each: each[0] != FULL_NAME, default=None)
        found = found or self._number(page.text, case, kind)
        if found is None:
            return None
        rule, of = found[0], self.forms.cases[found[1]]
        return Hit(label, rule, of.slug, () if rule == A_NUMBER else self._around(page, of))

    def _around(self, page: "Page", of: KnownCase) -> tuple[str, ...]:
        parts = {word for place in of.people for word in (*self.forms.people[place], *self.forms.tails.get(place, ()))}
        return tuple(islice(dict.fromkeys(page.told(frozenset(of.people), parts)), _PLACES_TOLD))

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

    def case_of(self, path: str) -> KnownCase | None:
        """The case that a file belongs to; None: it is about many."""
        return self.by_slug.get(addresses.slug_in(path))

    # The page of one case.

    def _one(self, page: "Page", case: KnownCase) -> Iterator[tuple[str, int]]:
        """By its own people in every form, by all others' whole names."""
        mine = {word: place for place in case.people
                for word in (*self.forms.people[place], *self.forms.tails.get(place, ()))}
        kept = {word for each in case.kept for word in each}
        for word in page.parts & mine.keys():
            if self.is_strong(word) or self._has_company(page, word, case):
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

    def _has_company(self, page: "Page", word: str, case: KnownCase) -> bool:
        """Whether another part of the same person's name is on the page at all."""
        return any(word in words and len(page.parts.intersection(words)) > 1
                   for words in (self.forms.people[place] for place in case.people))

    def _betrays(self, near: "Near", mine: dict[str, int], case: KnownCase, kept: set[str]) -> str:
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
        return raw[0].isupper() and word not in ORDINARY and word not in _NOBODY and word not in self.own_words

    def _is_a_letter_off(self, near: "Near", mine: dict[str, int], case: KnownCase, kept: set[str]) -> bool:
        """Whether a word that is nearly a part of a name stands beside another part of the same name."""
        if names.fold(near.raw) in kept or near.is_titled(mine):
            return False
        beside = [each for each in (*near.before, *near.after) if each.far <= _BETWEEN and each.is_name_between]
        return any(
            each.word != near.word and each.word in mine and each.raw[0].isupper() and near.raw[0].isupper()
            and each.word not in kept and self._are_one(near.word, each.word, case)
            for each in beside)

    def _are_one(self, one: str, other: str, case: KnownCase) -> bool:
        return any(one in words and other in words for words in (self.forms.people[place] for place in case.people))

    def _stays(self, near: "Near", names_kept: Iterable[Words], kept: set[str], mine: Iterable[str] = ()) -> bool:
        """Whether the word is another's here: an official's, a judge's, a lawyer's, a place's."""
        if near.is_titled(mine) or near.is_place():
            return True
        if near.word not in kept:
            return False
        around = {each.word for each in (*near.before, *near.after) if each.far < FEW}
        run = around | {near.word}
        mine = set(mine)
        for name in names_kept:
            if near.word in name and (len(name) == 1 or (run & set(name)) - mine - {near.word} or run.issuperset(name)):
                return True
        return (near.follows_versus() or near.is_before_office()
                or self._is_kept_by_what_is_before(near, names_kept, mine))

    def _is_kept_by_what_is_before(self, near: "Near", names_kept: Iterable[Words], mine: set[str]) -> bool:
        """ "Respondent Garza", and "H. Garza" where Hector Garza stays and no protected Garza has that letter."""
        before = near.before[0].word if near.before else ""
        if before in lists.KEPT_ROLES:
            return True
        initials_kept = {part[0] for name in names_kept if near.word in name for part in name if part != near.word}
        protected = {part[0] for place in self.holders[near.word] for part in self.forms.people[place] if part in mine}
        return len(before) == 1 and before in initials_kept - protected

    def _is_whole(self, page: "Page", words: Words, kept: frozenset[Words]) -> bool:
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

    def _many(self, page: "Page") -> Iterator[tuple[str, int]]:
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

    def _may_betray(self, page: "Page", place: int) -> bool:
        """Whether somebody is looked for on this page: who is not, only where it speaks of their case."""
        return place in self.looked_for or not page.addresses(self.addresses).isdisjoint(self.speak_of.get(place, ()))

    def _pair(self, page: "Page", near: "Near") -> int | None:
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

    def _cases_around(self, page: "Page", near: "Near") -> list[KnownCase]:
        """The cases that a page about many names close to a word, by their addresses."""
        start, end = near.start - _NEIGHBOURHOOD, near.start + _NEIGHBOURHOOD
        row, next_row = page.text.rfind("\n", 0, near.start) + 1, page.text.find("\n", near.start)
        if 0 <= next_row - row <= _LONGEST_ROW:
            start, end = min(start, row), max(end, next_row)
        slugs = page.slugs(self.by_slug)
        first, stop = (bisect.bisect_left(slugs, (max(0, edge), "")) for edge in (start, end))
        near_by = slugs[max(0, first - 1):stop + 1]  # those before and after, too: a feed's texts are long
        return [self.by_slug[slug] for slug in dict.fromkeys(slug for _, slug in near_by)]

    def _speaks_of(self, page: "Page", near: "Near", place: int) -> bool:
        return any(place in case.people for case in self._cases_around(page, near))

    def _is_others(self, page: "Page", near: "Near") -> bool:
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
            text = TAG.sub(" ", decoded(self.page_of(slug), ".html"))
            self._last_shown = (slug, f" {' '.join(map(names.fold, WORD.findall(text)))} ")
        return self._last_shown[1]

    # A-numbers.

    def _number(self, text: str, case: KnownCase | None, kind: str) -> tuple[str, int] | None:
        """A known A-number in any spelling, or what looks like one."""
        text = plain(text)
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


def _is_in_clerks_words(words: Words) -> bool:
    """ "Order Granting", "Bond Hearing"; not "Grant Young" or "Bill Page"."""
    return _CLERKS_TOO.issuperset(words) and not _CLERKS.isdisjoint(words)


def _is_written_as_name(near: Near, other: Beside) -> bool:
    """Whether two ordinary words stand side by side and capitalised: "Virginia Hall", no "grant may"."""
    return other.is_tight and other.is_name_between and near.raw[0].isupper() and other.raw[0].isupper()
