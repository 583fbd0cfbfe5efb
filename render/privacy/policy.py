"""The decision of one case: an editor's notes and the case's dockets in, a `Policy` that hides out.

Per case: `initials` (the default), `public` (an editor's decision), `hidden` (counts only; also where a name is unfit).
A-numbers, birth dates, addresses, relatives, children and medical facts are hidden under all of them.
"""
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from typing import NamedTuple, Protocol

import re2

from ..procedure.facts import Docket, Entry
from . import details as details
from . import names as names
from . import words as lists
from .captions import sides
from .children import are_initials
from .lexicon import DETAIL, LETTER, Lexicon
from .passage import Passage
from .people import People, Person, asks_the_court, people_of, same_person
from .presented import relatives
from .readable import read
from .text import Names

Span = tuple[int, int, str]

INDIVIDUAL = "individual_detention"
_ANONYMITY = re.compile(
    r"pseudonym|proceed(?:ing)? (?:anonymously|under (?:\w+ )?initials|by initials)|\bby (?:\w+ )?initials (?:only|in)"
    r"|captions? (?:shall|is|be|to be|should|will)\b.{0,30}(?:amended|changed|modified)|amend(?:ed|s|ing)? the caption"
    r"|\b(?:case|docket|matter|petition) (?:is |be |shall be |to be )?(?:placed |filed )?(?:under seal|sealed)\b"
    r"|seal(?:ing)? (?:the |this )?(?:entire )?case",
    re.IGNORECASE | re.DOTALL,
)
_FILER = re.compile(r"\(([^\W\d_][\w'’ .-]{1,30}, [^\W\d_][\w'’ .-]{0,30})\)(?=\s*(?:$|[(\[]))")
_OF_FAMILY = re2.compile(rf"\b(?:{'|'.join(sorted(lists.RELATIVES))}|next friends?)\b")
_ABOUT_DETAINED_PEOPLE = frozenset({"detention", "removal", "children", "places"})
"""Topics on which detained people speak in the suits of others."""
_LONG_NUMBER = re.compile(r"#?\b\d{8,9}\b")
"""In a caption: of a person, whatever it is."""
_REFUSED = re.compile(
    r"\bden(?:y|ies|ied|ying)\b.{0,80}(?:pseudonym|anonymous|initials|seal)", re.IGNORECASE | re.DOTALL)


class Decision(Protocol):
    """What an editor decided about a case's names: `show` is initials, public or hidden."""

    @property
    def show(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def by(self) -> str: ...
    @property
    def on(self) -> dt.date | None: ...


class CaseNotes(NamedTuple):
    """What the editor says of a case. `privacy` is None where nothing was decided.

    `public_names`: people who are known to everybody and stay named while the others of the case do not.
    """

    slug: str
    title: str
    topic: str
    scope: str
    government_action: str
    why: str
    privacy: Decision | None
    appointed_by: str
    public_names: tuple[str, ...] = ()
    note: str = ""
    was: tuple[str, ...] = ()


class Policy:
    """What may be shown of whom in one case. `show`: initials, public or hidden."""

    def __init__(self, people: People, show: str, *, strict: bool = True, unlisted: bool = False) -> None:
        self.people = people
        self.show = show
        self._names = Names(people, strict=strict, unlisted=unlisted)
        self._found: dict[tuple[str, bool], tuple[Span, ...]] = {}
        self._captions: dict[str, str] = {}

    def find(self, text: str, *, is_title: bool = False) -> tuple[Span, ...]:
        """(start, end, kind) of all that is hidden in a text, in order and apart; kind is "name", "A-number" …

        `is_title`: the text is a document's title, or several joined by "; ", rather than an entry's.
        """
        key = (text, is_title)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._find(text, is_title)
        return found

    def hide(self, text: str, start: int = 0, end: int | None = None, *, is_title: bool = False) -> str:
        """`text[start:end]` with "[name]", "[A-number]" … in place of what is hidden.

        Found on the whole text, so a cut that begins within a name still hides it.
        """
        found = self.find(text, is_title=is_title)
        if not found:
            return text[start:end]
        instead = ((begin, stop, f"[{kind}]") for begin, stop, kind in found)
        return _replaced(text, instead, start, len(text) if end is None else end)

    def relabel(self, text: str) -> str:
        """`hide` for headings and lists of parties: names become the person's initials instead of "[name]"."""
        return _replaced(text, self._labelled(text), 0, len(text))

    def caption(self, case_name: str) -> str:
        """A caption with the protected side's people as initials: "M.C.P. v. Warden, Joe Corley Processing Center"."""
        if case_name not in self._captions:
            self._captions[case_name] = self._new_caption(case_name)
        return self._captions[case_name]

    def _new_caption(self, case_name: str) -> str:
        taken = list(self._labelled(case_name))
        taken += ((*match.span(), "[A-number]") for match in _LONG_NUMBER.finditer(case_name)
                  if not any(start < match.end() and match.start() < end for start, end, _ in taken))
        for start, end in self._persons_before_versus(case_name):
            if not any(start < stop and begin < end for begin, stop, _ in taken):
                taken.append(self._label_at(case_name, start, end))
        return _replaced(case_name, sorted(taken), 0, len(case_name))

    def label(self, name: str) -> str:
        """The initials of a protected party."""
        words = names.parts(name)
        same = next((person for person in self.people.protected if names.parts(person.name) == words), None)
        return same.label if same and same.label else self._names.label(name)

    def is_protected(self, name: str) -> bool:
        """Whether a name that stands alone (a lawyer's, a party's) is a protected person's."""
        return any(kind == "name" for _, _, kind in self.find(name))

    def with_strangers(self, texts: Iterable[str]) -> "Policy":
        """The same, with the people whom the case's texts present (relatives, children, declarants) protected too."""
        found = dict.fromkeys(name for text in texts for name in self._names.introduced(read(text).text))
        if not found:
            return self
        known = {frozenset(person.words) for person in self.people.protected}
        strangers = (Person(name, "", known_in_full=False) for name in found
                     if not are_initials(name) and frozenset(names.parts(name)) not in known)
        policy = copy(self)
        policy.people = self.people._replace(
            protected=(*self.people.protected, *strangers), children=tuple(filter(are_initials, found)))
        policy._names = self._names.of(policy.people)
        policy._found = {}
        policy._captions = {}
        return policy

    def _find(self, raw: str, is_title: bool) -> tuple[Span, ...]:
        readable = read(raw)
        text = readable.text
        holds = self._names.what_is_in(text)
        found = [*details.find_numbers(text), *details.find_bare_numbers(text)]
        if holds & DETAIL:
            found += details.find_worded(text)
            found += details.find_personal_documents(text, is_title=is_title)
        if self._names.may_hold(holds):
            found += ((start, end, "name") for start, end in self._names.find(text))
        if holds & LETTER:
            found += ((start, end, "name") for start, end in self._names.find_spaced_out(text))
            found += ((start, end, "name") for start, end in self._names.find_initials(text))
        return tuple(_apart(readable.spans(found))) if found else ()

    def _labelled(self, text: str) -> Iterator[Span]:
        """A heading's names by their initials. An address in one is an organisation's name ("661 Elm Street LLC")."""
        for start, end, kind in self.find(text):
            if kind == "name":
                yield self._label_at(text, start, end)
            elif kind != "address":
                yield start, end, f"[{kind}]"

    def _label_at(self, text: str, start: int, end: int) -> Span:
        """The initials in place of a name; a full stop right after it is theirs ("J.P. v. Warden", not "J.P.. v.")."""
        label = self._names.label(text[start:end])
        return start, end + (label.endswith(".") and text.startswith(".", end)), label

    def _persons_before_versus(self, case_name: str) -> Iterator[tuple[int, int]]:
        """People of a caption whom `find` leaves, their names being ordinary words: "Grant et al v. Warden"."""
        known = [names.parts(person.name) for person in self.people.protected]
        for side in sides(case_name):
            if side.protected:
                for start, end in names.persons_in_side(case_name, side.start, side.end):
                    words = names.parts(case_name[start:end])
                    if not names.is_pseudonym(case_name[start:end]) and any(
                            same_person(words, each) or set(words) <= set(each) for each in known):
                        yield start, end


def policy_for(notes: CaseNotes, dockets: Sequence[Docket], kind: str) -> Policy:
    """One policy for all dockets of a case, so that a person has the same initials everywhere.

    `kind` is what the reading says the case is; anything but a case known to be none of individual detention is read
    strictly, and so is what an organisation or a state brings about detained people: they are its witnesses. An order
    to anonymise or seal seen on a docket overrules an editor's `public` and public names. A case with a name that
    cannot be looked for is hidden until an editor decides: no other is held up by it.
    """
    show = notes.privacy.show if notes.privacy else "hidden" if has_unfit_name(dockets) else "initials"
    anonymous = (show == "public" or bool(notes.public_names)) and is_anonymous(dockets)
    if show == "public" and anonymous:
        show = "initials"
    people = people_of(dockets, () if anonymous else notes.public_names)
    if show == "public":
        shown = (names.parts(person.name) for person in people.protected)
        people = People((), people.pseudonyms, (*people.kept, *shown))
    doubt = bool(notes.privacy or people.protected or people.pseudonyms or kind in ("", INDIVIDUAL))
    strict = show != "public" and (doubt or notes.topic in _ABOUT_DETAINED_PEOPLE)
    if not doubt and show != "hidden":
        show = "public"  # nobody to protect: organisations, governments and officials alone
    people = people._replace(kept=(*people.kept, *filers(dockets, people)))
    unlisted = not any(docket.parties for docket in dockets)
    return Policy(people, show, strict=strict, unlisted=unlisted).with_strangers(texts(dockets))


def has_unfit_name(dockets: Sequence[Docket]) -> bool:
    """Whether somebody who asks the court stands on a docket under a name with markup in it, out of malice or not."""
    return any(
        names.has_markup(docket.case_name[side.start:side.end])
        for docket in dockets for side in sides(docket.case_name) if side.protected
    ) or any(
        names.has_markup(party.name) and asks_the_court(docket, party)
        for docket in dockets for party in docket.parties
    )


def filers(dockets: Sequence[Docket], people: People) -> Iterator[tuple[str, ...]]:
    """The words of the names that clerks put last, "(Ferris, Dana)": lawyers who filed, and clerks.

    Nobody who shares a word with a person known by a surname alone, and no relative: they may file for themselves.
    """
    in_doubt = {word for person in people.protected if not person.known_in_full for word in person.words}
    found = dict.fromkeys(match[1] for text in texts(dockets) for match in _FILER.finditer(text))
    known = [person.words for person in people.protected]
    known += _relatives_among(found, dockets, people)
    for words in map(names.parts, found):
        if not in_doubt & set(words) and not any(same_person(person, words) for person in known):
            yield words


def _relatives_among(found: Iterable[str], dockets: Sequence[Docket], people: People) -> Iterator[tuple[str, ...]]:
    """The words of those whom a text that names one of these presents as relatives."""
    surnames = {name.partition(",")[0].lower() for name in found}
    lexicon: Lexicon | None = None
    for text in dict.fromkeys(texts(dockets)):
        bare = _FILER.sub("", text).lower()
        if any(surname in bare for surname in surnames) and _OF_FAMILY.search(bare):
            lexicon = lexicon or Lexicon(people)
            passage = Passage(text, lexicon)
            yield from (names.parts(passage.spelt(run)) for run in relatives(passage))


def is_anonymous(dockets: Sequence[Docket]) -> bool:
    """Whether anonymity or sealing was asked for or ordered; the newest word on it counts, a refusal ends it."""
    asked = False
    for text in texts(dockets):
        if _ANONYMITY.search(text):
            asked = not _REFUSED.search(text)
    return asked


def texts(dockets: Sequence[Docket]) -> Iterator[str]:
    """Every text of a case that is written freely, in the court's order."""
    for docket in dockets:
        for entry in docket.entries:
            yield entry.text
            if entry.description.strip():
                yield from (document.description for document in entry.documents)


def is_made_of_titles(entry: Entry) -> bool:
    """Whether `entry.text` is its documents' titles, because the entry has no text of its own."""
    return not entry.description.strip()


def _apart(spans: Iterator[Span]) -> Iterator[Span]:
    """Overlapping spans as one, under the kind of the longest."""
    waiting: Span | None = None
    longest = 0
    for start, end, kind in sorted(spans):
        if waiting and start < waiting[1]:
            waiting = (waiting[0], max(end, waiting[1]), kind if end - start > longest else waiting[2])
            longest = max(longest, end - start)
            continue
        if waiting:
            yield waiting
        waiting, longest = (start, end, kind), end - start
    if waiting:
        yield waiting


def _replaced(text: str, instead: Iterable[Span], start: int, end: int) -> str:
    """`text[start:end]` with each (start, end, new words) that it touches replaced whole."""
    shown: list[str] = []
    for begin, stop, words in instead:
        if stop <= start or begin >= end:
            continue
        shown += [text[start:begin], words]
        start = stop
    return "".join(shown) + text[start:end]
