"""People whom only the text presents: a passage in, the runs of words that name them out.

Relatives, children, next friends and the parties of other people's cases are found in every case; declarants and
whoever is called "Mr. …" or "Petitioner …" where the reading is strict. Officials and lawyers are not found: their
names are kept, or a title stands before them.
"""
import re
from collections.abc import Iterator
from functools import lru_cache

from . import names as names
from . import words as lists
from .lexicon import CAPITAL, CUE, KEPT, LETTER, NAME_TOO, OFFICE, ORGANISATION, PART, PARTICLE, POSSIBLE
from .passage import Passage, Run

_AFTER_RELATIVE = re.compile(r"\s?[\s,:(]\s?(?:\d{1,2}[)\s,:]{1,2})?")
_BEFORE_RELATIVE = re.compile(r"\.?\s?[,(]\s?|\s[-–—]\s")
_OPENS_A_BRACKET = re.compile(r"\.?\s?\(")
_NEXT_BRACKET = re.compile(r"\)[,;]?\s?\(")
_AFTER_DECLARATION = re.compile(r"\.?\s?[-–—:]\s")
_BEFORE_AN_AGE = re.compile(r"\s?[,(]\s?(?:\d{1,2}[- ])?")
_OF_A_CHILD = re.compile(r":? (?:1[0-7]|\d)\b")
_IS_SO_OLD = re.compile(r",? \(?(?:aged? )?(?:1[0-7]|\d)\b")
_OF_AN_AGE = frozenset({"year", "years", "month", "months", "week", "weeks"})
_LEADS_TO_AN_AGE = frozenset({"who", "is", "are", "now", "a"})
_IN_BRACKETS = re.compile(r"[.,]?\s?\(")
_BEFORE_OFFICE = re.compile(r"\.?\s?[,(]\s?")
_LIST = re.compile(r"\.?\s*(?:,?\s*\(?\d{1,2}\)?)?\s*[,;&]\s*")
_BESIDE_RELATIVES = lists.RELATIVES | frozenset(
    {"the", "a", "an", "his", "her", "their", "petitioner", "petitioners", "of", "us", "citizen", "next", "as", "and"})
_AFTER_RELATIVES = lists.RELATIVES | frozenset(
    {"of", "named", "and", "in", "law", "ad", "litem", "name", "is", "petitioner", "petitioners", "initials", "names",
     "age", "aged", "who"})
_AFTER_UNDELIVERED = frozenset({"to", "as", "for", "from", "petitioner", "plaintiff"})
_AFTER_WITNESSES = lists.ACQUAINTANCES | frozenset({"list", "sworn", "in", "for", "petitioner", "and", "is", "called"})
_AFTER_A_PETITIONER = lists.SUFFIXES | frozenset({"et", "al"})
_AFTER_CALLED = frozenset({"is", "was", "to", "as", "be", "read", "corrected", "changed", "amended", "should"})
_WHOSE_WITNESSES_STAY = lists.KEPT_ROLES | frozenset({"government", "governments", "states", "expert", "official"})
_WHOSE_NAMES_STAY = lists.KEPT_ROLES | lists.OFFICES
_PAPERS_AND_CARE = lists.PAPERS | lists.CARE
_TITLES = lists.ROLES | lists.HONORIFICS
_ANOTHER_CASE = re.compile(
    r"\b(?:relat(?:ed|ing)|companion|member|consolidat(?:ed|ing))\b[^.]*$|\d-?[Cc][Vv]-\d+\W{1,4}$", re.IGNORECASE)
_ASKS_THE_COURT = re.compile(
    r"\W*(?:(?:[a-z]+ed|first|second|third|emergency|habeas|class action|pro se|ex parte|ecf|\d+)\W+)*"
    r"(?:petition|complaint|traverse|declaration|affidavit|(?:motion|application|request)\b[^.]*?\b(?:pseudonym|anonymous|initials"
    r"|next friend|pauperis|interven|for (?:an? )?(?:temporary restraining|preliminary inj|tro\b|release\b|bond\b)))",
    re.IGNORECASE)
"""How a paper begins that none of those sued would file."""

_OF_EITHER_SIDE = re.compile(
    r"(?!\W*(?:return|response|answer)\b)\W*(?:[\w-]+\W+){0,4}?(?:motion|reply|stipulation|request|application"
    r"|memorandum|supplement|exhibits?|objections?"
    r"|notice of (?:appeal|change|filing|voluntary|interlocutory|consent|non|dismissal))\b"
    r"(?![^.]{0,200}\b(?:to (?:dismiss|extend|transfer|file (?:an? )?(?:response|answer|opposition|return))|extension"
    r"|opposition|pending appeal|abeyance|administrative stay|dissolve|responding|respondents?|government"
    r"|defendants?)\b)",
    re.IGNORECASE)
"""How a paper begins that whoever asks the court files where somebody unnamed does."""

_OFFICES_AMONG = re.compile(
    r"by [^.;(]{0,400},? (?:warden|secretary|director|sheriff|attorney general"
    r"|(?:u\.?s\.?|united states) (?:dep|imm|att|cit|cus))",
    re.IGNORECASE)
"""Those who file, with an office or an agency among them."""

_LETTER = re.compile(
    r"\W*(?:(?:ex parte|pro se|amended|first|second|third|ecf|\d+)\W+)*(?:letter|correspondence)\b", re.IGNORECASE)
_FILED_BY_COUNSEL = re.compile(r"\([^\W\d_][\w'’ .-]{1,30}, [^\W\d_][\w'’ .-]{0,30}\)")
"""Who files in the court's own system stands last: "(Ferris, Dana)"; a letter that a clerk filed is no lawyer's."""

_ABOUT_COUNSEL = re.compile(
    r"hac vice|attorney appearance|(?:appearance|withdraw\w*|substitution) (?:of|as|by) (?:attorney|counsel)",
    re.IGNORECASE)
_ITS_NUMBER = re.compile(r"\.?(?:[^.;]|\b(?:al|nos?)\.){0,80}?\b\d\d-?cv-?\d", re.IGNORECASE)
_AFTER_A_NUMBER = re.compile(r"-?\d+[),]{0,2}\s")
_HOW_FAR_BACK = 160
_OF_A_DIRECTOR = frozenset({"acting", "assistant", "deputy", "office", "field"})
_APPEARS = frozenset({"appeared", "appears", "appearing", "appear"})
_CLIENTS = lists.ROLES | lists.KEPT_ROLES | frozenset({"government", "usa"})
_OF_A_CLASS = frozenset({("class", "member"), ("class", "members")})
_RELATIVES_OF_TWO_WORDS = frozenset({
    ("next", "friend"), ("next", "friends"), ("family", "member"), ("family", "members")})
_DONE_BY = frozenset({
    "signed", "entered", "ordered", "issued", "granted", "denied", "served", "executed", "prepared", "received",
    "docketed", "approved", "endorsed", "conducted", "transcribed", "certified"})
_MAIL_SENT = frozenset({("mail", "sent"), ("copy", "sent"), ("copies", "sent")})
_EMERGENCY = ("contact", "emergency")
_FEW = 3
_SEVERAL = 5
_LONGEST_LIST = 40
_IN_A_LIST = frozenset({"and", "of", "for", "the", "in", "on", "et", "al", "de", "la", "del"})
_ACRONYM = 3
_LONG_ACRONYM = 5
_OF_ANY_MATTER = frozenset({"statement", "statements", "testimony"})
_INITIALS_OF_ONE_PERSON = 3


@lru_cache(maxsize=1 << 8)
def _is_about_counsel(text: str) -> bool:
    return _ABOUT_COUNSEL.search(text) is not None


@lru_cache(maxsize=1 << 8)
def _is_filed_by_counsel(text: str) -> bool:
    return _FILED_BY_COUNSEL.search(text) is not None


class Presented:
    """Finds the people presented in the texts of one case. `pseudonyms`: the court's own, which are shown.

    `unnamed`: somebody who asks the court does so under no name or half of one, so any paper may tell the other half.
    """

    def __init__(self, pseudonyms: tuple[str, ...], *, strict: bool, unnamed: bool) -> None:
        self._pseudonyms = {tuple(names.words(name)) for name in pseudonyms}
        self._initials = {"".join(words) for words in self._pseudonyms if len(words) >= _INITIALS_OF_ONE_PERSON}
        self._unnamed = unnamed
        self._strict = strict

    def find(self, passage: Passage) -> Iterator[Run]:
        for place in passage.places(CUE):
            yield from (run for run in self._announced(passage, place) if not self._is_pseudonym(passage, run))
        for letters in self._initials:
            for place in passage.places(CAPITAL):
                if _spells_out(passage, place, letters):
                    yield place, max(place + len(letters) - 1, passage.name_from(place) or place)

    def _announced(self, passage: Passage, place: int) -> Iterator[Run]:
        """The names that one word announces, from the words after it or before it."""
        cue = passage.folded(place)
        before, after = passage.folded(place - 1), passage.folded(place + 1)
        if _is_relative(cue, before):
            yield from _relatives(passage, place)
        elif cue == "behalf" and after == "of":
            yield from _persons_from(passage, place + 2)
        elif cue in {"aka", "fka", "nka", "dka", "alias"}:
            yield from _persons_from(passage, place + 1)
        elif cue == "through" and passage.folded(place - 2) == "by":
            yield from _for_another(passage, place - 3, place + 1)
        elif cue == "b" and before == after == "o":
            yield from _for_another(passage, place - 2, place + 2)
        elif cue == "old" and before in _OF_AN_AGE:
            if _AFTER_RELATIVE.fullmatch(passage.gap(place + 1)):
                yield from _persons_from(passage, place + 1)
            yield from _aged(passage, place - 1)
        elif cue in lists.AGES and passage.is_before(place, _OF_A_CHILD):
            yield from _aged(passage, place)
        elif cue in lists.CARES and after == "for":
            yield from _cared_for(passage, place + 2)
        elif (cue == "known" and after == "as") or (cue == "k" and before in {"a", "f", "n", "d"} and after == "a"):
            yield from _persons_from(passage, place + 2)
        elif cue in {"v", "vs"}:
            yield from _other_petitioner(passage, place)
        elif cue == "cv" and _AFTER_A_NUMBER.fullmatch(passage.gap(place + 1)):
            yield from _of_that_number(passage, place + 1)
        elif cue == "by" and self._strict:
            yield from _filer(passage, place, unnamed=self._unnamed)
        elif self._strict:
            yield from _announced_strictly(passage, place, cue, before, after)

    def _is_pseudonym(self, passage: Passage, run: Run) -> bool:
        """Whether the court itself uses this in place of a name; a child's initials are no such thing."""
        spelt = passage.spelt(run)
        words = names.words(spelt)
        given = tuple(words) in self._pseudonyms or not lists.PLACEHOLDERS.isdisjoint(words)
        return given and names.is_pseudonym(spelt)


def _announced_strictly(passage: Passage, place: int, cue: str, before: str, after: str) -> Iterator[Run]:
    """The names that one word announces where the reading is strict."""
    if cue in lists.DECLARATIONS and not _is_about_counsel(passage.text):
        yield from _declarant(passage, place)
    elif cue in lists.ACQUAINTANCES or cue == "sworn" or (cue, before) == _EMERGENCY:
        yield from _acquaintance(passage, place)
    elif cue in lists.CALLED and before not in _WHOSE_NAMES_STAY:
        yield from _full_names(passage, _past(passage, place, _AFTER_CALLED))
    elif cue in lists.LIVES_WITH and after in {"to", "with", "of", "from"}:
        yield from _persons_from(passage, place + 2)
    elif cue == "married" or (cue in _PAPERS_AND_CARE and after in {"of", "de", "by"}):
        yield from _full_names(passage, place + 1 if cue == "married" else place + 2)
    elif (cue in lists.SINGLED_OUT and passage.raw(place).islower()) or (before, cue) in _OF_A_CLASS:
        yield from _several_full_names(passage, place + 1)
    elif cue in lists.HAPPENS_TO and not _is_about_counsel(passage.text):
        yield from _full_names(passage, place + 1 + (after == "of" or (cue, after) == ("released", "to")))
    elif _leads_to_a_name(cue, before, after, passage.folded(place - 2)) and not _is_about_counsel(passage.text):
        yield from _full_names(passage, place + 2)
    elif (cue, before) == ("o", "c") and passage.gap(place) == "/":
        yield from _full_names(passage, place + 1)
    elif (cue in lists.UNDELIVERED or (before, cue) in _MAIL_SENT) and not _is_about_counsel(passage.text):
        written_to = _full_names(passage, _past(passage, place, _AFTER_UNDELIVERED))
        yield from (run for run in written_to if not _is_in_office(passage, run[1]))
    elif cue == "pro" and after in {"se", "per"}:
        yield from _for_themselves(passage, place - 1)
    elif cue in _TITLES and not passage.bits(place - 1) & OFFICE:
        yield from _addressed(passage, place + 1)
        if cue in lists.ROLES and cue.endswith("s"):
            yield from _on_the_list(passage, place + 1)


def _leads_to_a_name(cue: str, before: str, after: str, far_before: str) -> bool:
    """ "the claims of", "into the custody of", "bond received from", "letter received from"."""
    if after == "of":
        return cue == "claims" or (cue, far_before) == ("custody", "into")
    return (cue, after) == ("received", "from") and before in lists.RECEIVED


def _spells_out(passage: Passage, place: int, letters: str) -> bool:
    """Whether what the court's initials stand for begins here: "Ramona Alba Tello Ríos" of R.A.T."""
    return all(
        passage.folded(place + step).startswith(letter) and passage.is_namelike(place + step)
        and passage.long_words((place + step, place + step)) and (step == 0 or passage.joined(place + step))
        for step, letter in enumerate(letters)
    )


def listed_after(passage: Passage, last: int, *, least: int = 2) -> Iterator[Run]:
    """The names that go on a list of people: "filed by Ana Ruiz, Leo Paz and Eva Sol"; each of `least` long words."""
    place = last + 1
    while _LIST.fullmatch(passage.gap(place)) or passage.folded(place) == "and":
        place += passage.folded(place) in {"and", "age", "aged"}
        place += passage.folded(place) == "and"
        end = passage.name_from(place)
        if end is None or passage.long_words((place, end)) < least:
            return
        yield place, end
        place = end + 1


def _on_the_list(passage: Passage, place: int) -> Iterator[Run]:
    """ "Appellees Alder Legal Aid, Ana Ruiz and Leo Paz": people further on, whoever stands before them."""
    begun = place
    while place - begun < _LONGEST_LIST and (passage.bits(place) & CAPITAL or passage.folded(place) in _IN_A_LIST):
        opens = _LIST.fullmatch(passage.gap(place)) or passage.folded(place) == "and"
        place += passage.folded(place) == "and"
        end = passage.name_from(place) if opens and place > begun else None
        if end is not None and passage.long_words((place, end)) > 1:
            yield place, end
        place = place + 1 if end is None else end + 1
        if not (passage.is_close(place) or _LIST.fullmatch(passage.gap(place))):
            return


def relatives(passage: Passage) -> Iterator[Run]:
    """The names of relatives, children and next friends alone."""
    for place in passage.places(CUE):
        if _is_relative(passage.folded(place), passage.folded(place - 1)):
            yield from _relatives(passage, place)


def _is_relative(cue: str, before: str) -> bool:
    return cue in lists.RELATIVES or (before, cue) in _RELATIVES_OF_TWO_WORDS


def concerned(passage: Passage) -> Iterator[Run]:
    """ "ORDER as to Ana Ruiz (17)", "LETTER re Ana Ruiz"."""
    for place in passage.places(POSSIBLE):
        before = passage.folded(place - 1)
        if before in {"re", "regarding"} or (passage.folded(place - 2), before) == ("as", "to"):
            yield from _full_names(passage, place)


def _relatives(passage: Passage, cue: int) -> Iterator[Run]:
    """ "his wife Ana Ruiz", "daughter M.R.", "minor child Leo", "Ana Ruiz (wife of Petitioner)", "Leo, a minor"."""
    following = _past(passage, cue, _AFTER_RELATIVES)
    if _AFTER_RELATIVE.fullmatch(passage.gap(following)):
        least = 1 if passage.raw(cue).lower().endswith(("s", "ren")) else 2
        yield from _and_more(passage, (
            _with_a_known_surname(passage, run) for run in _persons_from(passage, following)
            if run[1] > run[0] or passage.long_words(run)), least)
    if passage.is_possessive(cue - 1) and passage.is_namelike(cue - 1) and passage.is_close(cue):
        first = passage.name_until(cue - 1)
        if first is not None:
            yield first, cue - 1
    before = cue - 1
    while cue - before <= _FEW and passage.folded(before) in _BESIDE_RELATIVES:
        before -= 1
    if _BEFORE_RELATIVE.fullmatch(passage.gap(before + 1)) or passage.folded(before + 1) == "as":
        first = passage.name_until(before)
        if first is not None and (passage.long_words((first, before)) or before > first):
            yield first, before
            if passage.raw(cue).lower().endswith(("s", "ren")):
                yield from _listed_before(passage, first)


def _listed_before(passage: Passage, first: int) -> Iterator[Run]:
    """The names from which a list goes on to the one that begins here: "Leo, Luz and Ixchel, his children"."""
    while passage.folded(first - 1) == "and" or _LIST.fullmatch(passage.gap(first)):
        last = first - 1 - (passage.folded(first - 1) == "and")
        begun = passage.name_until(last) if passage.bits(last) & CAPITAL else None
        if begun is None or not passage.long_words((begun, last)) or passage.bits(begun - 1) & OFFICE:
            return
        yield begun, last
        first = begun


def _aged(passage: Passage, age: int) -> Iterator[Run]:
    """ "Ixchel, age 3", "Leo (3 years old)", "Leo and Luz, who are aged 3 and 5"."""
    last = age - 1
    while passage.folded(last) in _LEADS_TO_AN_AGE:
        last -= 1
    if _BEFORE_AN_AGE.fullmatch(passage.gap(last + 1)) or (last == age - 1 and passage.gap(age) == " "):
        first = passage.name_until(last) if passage.bits(last) & CAPITAL else None
        if first is not None and passage.long_words((first, last)) and not passage.bits(first - 1) & OFFICE:
            yield first, last
            yield from _listed_before(passage, first)


def _cared_for(passage: Passage, place: int) -> Iterator[Run]:
    """ "cares for Leo (3) and Luz (5)": whoever has an age there, or a full name."""
    yield from _and_more(passage, (
        run for run in _persons_from(passage, place)
        if passage.long_words(run) > 1 or passage.is_before(run[1], _IS_SO_OLD)), 1)


def _past(passage: Passage, cue: int, words: frozenset[str]) -> int:
    """The first place after a cue whose word is none of these, and not far off."""
    following = cue + 1
    while passage.folded(following) in words and following - cue < _SEVERAL:
        following += 1
    return following


def _with_a_known_surname(passage: Passage, run: Run) -> Run:
    """ "Luz Kestrel", daughter, where Kestrel is the name of somebody who stays."""
    surname = run[1] + 1
    known = passage.bits(surname) & (KEPT | CAPITAL | OFFICE) == KEPT | CAPITAL
    return (run[0], surname) if known and passage.joined(surname) else run


def _and_more(passage: Passage, runs: Iterator[Run], least: int) -> Iterator[Run]:
    """Each name, what stands in brackets after it ("L.D. (Luis)"), and those that go on the list after the last."""
    last = None
    for run in runs:
        yield run
        last = run[1]
        if _IN_BRACKETS.fullmatch(passage.gap(last + 1)):
            end = passage.name_from(last + 1)
            if end is not None and passage.ends_a_bracket(end):
                yield last + 1, end
    if last is not None:
        yield from listed_after(passage, last, least=least)


def _full_names(passage: Passage, place: int) -> Iterator[Run]:
    """ "passport of Ana Ruiz", "married A. Ruiz": names in full that are nothing but names."""
    if passage.folded(place) in lists.PLACE_OPENINGS:
        return
    for first, last in _persons_from(passage, place):
        if _is_full(passage, (first, last)) and all(
                passage.is_namelike(each) or passage.bits(each) & PARTICLE or passage.raw(each).islower()
                for each in range(first, last + 1)):
            yield first, last


def _is_full(passage: Passage, run: Run) -> bool:
    """Whether a name has two long words, or one after an initial."""
    long = passage.long_words(run)
    return long > 1 or (long == 1 and run[0] < run[1] and bool(passage.bits(run[0]) & LETTER))


def _several_full_names(passage: Passage, place: int) -> Iterator[Run]:
    """ "class members Ana Ruiz, Leo Paz and Eva Sol"."""
    for run in _full_names(passage, place):
        yield run
        yield from listed_after(passage, run[1])


def _for_themselves(passage: Passage, last: int) -> Iterator[Run]:
    """ "Notice by Ana Ruiz, pro se"."""
    first = passage.name_until(last)
    if first is not None and passage.long_words((first, last)) > 1:
        yield first, last


def _filer(passage: Passage, by: int, *, unnamed: bool) -> Iterator[Run]:
    """ "PETITION filed by Ana Ruiz", "MOTION to Proceed Under Pseudonym by Ana Ruiz": whoever asks, no lawyer and no
    official; those sued file other papers. Of any paper whoever files it with somebody protected, and whoever pays."""
    text, start = passage.text, passage.start(by)
    both = (unnamed and passage.folded(by - 1) not in _DONE_BY and _OF_EITHER_SIDE.match(text, 0, start)
            and not _OFFICES_AMONG.match(text, start))
    asks = (both or passage.folded(by - 1) == "paid" or _ASKS_THE_COURT.match(text, 0, start)
            or (_LETTER.match(text, 0, start) and not _is_filed_by_counsel(text)))
    if passage.bits(by + 1) & PART or (asks and not _is_about_counsel(passage.text)):
        yield from (run for run in _several_full_names(passage, by + 1) if not _is_counsel_for_another(passage, run))
        if both and passage.folded(by - 1) == "filed" and _is_surname(passage, by + 1) and not passage.joined(by + 2):
            yield by + 1, by + 1
    yield from _after_one_who_is_known(passage, by + 1)


def _after_one_who_is_known(passage: Passage, place: int) -> Iterator[Run]:
    """ "by Alder Legal Aid, Ana Ruiz and Leo Paz", where Ana Ruiz is protected: those who go on the list after her."""
    begun = place
    while place - begun < _LONGEST_LIST and (passage.bits(place) & CAPITAL or passage.folded(place) in _IN_A_LIST):
        if passage.bits(place) & PART:
            while passage.joined(place + 1) and passage.bits(place + 1) & (CAPITAL | PARTICLE):
                place += 1
            yield from listed_after(passage, place)
            return
        place += 1
        if not (passage.is_close(place) or _LIST.fullmatch(passage.gap(place))):
            return


def _is_counsel_for_another(passage: Passage, run: Run) -> bool:
    """ "filed by Dana Ferris on behalf of … (Ferris, Dana)"."""
    after = passage.folded(run[1] + 1), passage.folded(run[1] + 2)
    return after in {("on", "behalf"), ("for", "petitioner"), ("for", "plaintiff")} and any(
        passage.folded(run[1]) == names.words(match[0])[0] for match in _FILED_BY_COUNSEL.finditer(passage.text))


def _for_another(passage: Passage, last: int, place: int) -> Iterator[Run]:
    """Both of "M.R., by and through Ana Ruiz" and of "Ana Ruiz o/b/o M.R."; `last` ends the one, `place` begins the
    other."""
    first = passage.name_until(last)
    if first is not None:
        yield first, last
    yield from _persons_from(passage, place)


def _declarant(passage: Passage, cue: int) -> Iterator[Run]:
    """ "Declaration of Ana Ruiz", "letter of support from A. Ruiz", "Ana Ruiz Declaration", "Letter - Ana Ruiz",
    "Ruiz Decl.", "Affidavit Ana Ruiz", "Support letters (Ruiz, Paz)".

    Who writes a letter to the court is a lawyer.
    """
    yield from _named_before(passage, cue)
    if passage.folded(cue + 1) in {"of", "in"} and passage.folded(cue + 2) == "support":
        cue += 2
    elif passage.folded(cue + 1) == "by" and passage.folded(cue) in lists.LETTERS:
        return
    following = cue + 1
    if _OPENS_A_BRACKET.fullmatch(passage.gap(following)):
        yield from _in_brackets(passage, following)
    elif passage.gap(following) == " " and passage.folded(following) not in {"of", "from", "by"}:
        yield from _full_names(passage, following)
    elif passage.folded(following) in {"of", "from", "by"}:
        yield from _and_more(passage, _private_persons(passage, following + 1), 2)
    elif _AFTER_DECLARATION.fullmatch(passage.gap(following)):
        yield from _and_more(passage, _private_persons(passage, following), 2)


def _named_before(passage: Passage, cue: int) -> Iterator[Run]:
    """ "Ana Ruiz Declaration", "Ruiz Decl."; not "ICE Declaration"."""
    named = passage.name_until(cue - 1) if passage.joined(cue) else None
    while named is not None and named < cue - 1 and passage.bits(named) & LETTER:
        named += 1
    if named is None or passage.bits(named - 1) & OFFICE:
        return
    if passage.long_words((named, cue - 1)) > 1 or (
            passage.folded(cue) not in _OF_ANY_MATTER and _is_surname(passage, cue - 1)
            and not passage.raw(cue - 1).isupper()
            and not _is_a_title(passage, cue - 1)):
        yield named, cue - 1


def _is_a_title(passage: Passage, place: int) -> bool:
    """Whether a word goes on a title, as in "Due Dilligence Declaration"; "Exhibit B - Ruiz Declaration" is none."""
    before = passage.bits(place - 1)
    return (passage.joined(place) and bool(before & CAPITAL) and not before & LETTER
            and passage.folded(place - 1) not in lists.NUMBERED)


def _is_surname(passage: Passage, place: int) -> bool:
    """Whether a word that stands for a name alone is nothing but one: no acronym, no place."""
    raw = passage.raw(place)
    return (passage.is_namelike(place) and passage.long_words((place, place)) == 1
            and passage.folded(place) not in _WHOSE_WITNESSES_STAY and not passage.bits(place) & NAME_TOO
            and not (raw.isupper() and len(raw) <= _LONG_ACRONYM))


def _in_brackets(passage: Passage, place: int) -> Iterator[Run]:
    """The names in one bracket, or in several: "(Ana Ruiz, Paz)", "(Ana Ruiz) (Leo Paz)"."""
    while place in passage:
        last = passage.name_from(place)
        if last is None or not (passage.long_words((place, last)) > 1 or _is_surname(passage, last)):
            return
        yield place, last
        place = last + 1
        goes_on = passage.folded(place) == "and"
        if not (goes_on or _LIST.fullmatch(passage.gap(place)) or _NEXT_BRACKET.fullmatch(passage.gap(place))):
            return
        place += goes_on


def _acquaintance(passage: Passage, cue: int) -> Iterator[Run]:
    """ "Witness: Ana Ruiz", "his pastor Leo Paz", "sworn in: Ana Ruiz": full names, no official's."""
    if passage.folded(cue - 1) in _WHOSE_WITNESSES_STAY:
        return
    following = _past(passage, cue, _AFTER_WITNESSES)
    if _AFTER_RELATIVE.fullmatch(passage.gap(following)):
        yield from _and_more(passage, _private_persons(passage, following), 2)


def _private_persons(passage: Passage, place: int) -> Iterator[Run]:
    """The full names that begin here, save those of officials and lawyers."""
    for run in _persons_from(passage, place):
        if _is_full(passage, run) and not _is_in_office(passage, run[1]):
            yield run


def _is_in_office(passage: Passage, last: int) -> bool:
    """ "Ana Ruiz, Deportation Officer", "Ana Ruiz (Acting Director of ICE)", "Ana Ruiz, Esq."; not "Ana Ruiz, Officer
    Paz's report", nor the director of a school."""
    place = last + 1
    if not _BEFORE_OFFICE.fullmatch(passage.gap(place)):
        return False
    while passage.folded(place) not in lists.PUBLIC_OFFICES:
        is_title = passage.bits(place) & CAPITAL or passage.folded(place) == "and"
        if not is_title or passage.is_namelike(place) or not passage.joined(place + 1) or place - last > _SEVERAL:
            return False
        place += 1
    goes_on = passage.joined(place + 1) and passage.bits(place + 1) & CAPITAL
    return not goes_on and (passage.folded(place) != "director" or passage.folded(place - 1) in _OF_A_DIRECTOR)


def _other_petitioner(passage: Passage, versus: int) -> Iterator[Run]:
    """Who sues the same officials, or in a case of a district's number: "Related case: Ruiz v. Alder", "Ruiz v. Alder,
    No. 26-cv-1"; a precedent's name stays."""
    last = versus - 1
    while passage.folded(last) in _AFTER_A_PETITIONER:
        last -= 1
    first = passage.name_until(last) if passage.bits(last) & CAPITAL else None
    if first is None or not passage.long_words((first, last)):
        return
    if passage.joined(first) and passage.folded(first - 1) in lists.OPENINGS_OF_ORGANISATIONS:
        return
    before = passage.text[:passage.start(first)][-_HOW_FAR_BACK:]
    if (passage.bits(versus + 1) & (KEPT | OFFICE | ORGANISATION) or _ANOTHER_CASE.search(before)
            or _ITS_NUMBER.match(passage.text, passage.end(versus, versus))):
        yield first, last


def _of_that_number(passage: Passage, place: int) -> Iterator[Run]:
    """ "26-cv-1 Ruiz", but no court ("26-cv-1, D. Minn.") and no judge's initials ("26-cv-1 JRT")."""
    for first, last in _persons_from(passage, place):
        if passage.long_words((first, first)) and (first < last or not passage.raw(first).isupper()):
            yield first, last


def _addressed(passage: Passage, place: int) -> Iterator[Run]:
    """ "Mr. X" and "Petitioner X", but no lawyer ("Mr. X for Y", "Mr. X, counsel") and no acronym ("Plaintiff TCL")."""
    if not passage.is_close(place):
        return
    is_titled = passage.folded(place - 1) in lists.HONORIFICS
    for first, last in _persons_from(passage, place):
        long = passage.long_words((first, last))
        acronym = first == last and len(passage.raw(first)) <= _ACRONYM and passage.raw(first).isupper()
        is_counsel = _is_for_another(passage, last) or (is_titled and _is_in_office(passage, last))
        if long and not acronym and not is_counsel:
            yield first, last


def _is_for_another(passage: Passage, last: int) -> bool:
    """ "Mr. X for Y", "Ms. X appeared for the government"; not "Mr. X appeared for his hearing"."""
    following = _past(passage, last, _APPEARS)
    if passage.folded(following) != "for":
        return False
    client = following + 1 + (passage.folded(following + 1) == "the")
    return following == last + 1 or passage.folded(client) in _CLIENTS


def _persons_from(passage: Passage, place: int) -> Iterator[Run]:
    """The name that begins here, and those that go on after "and"."""
    last = passage.name_from(place)
    while last is not None:
        yield place, last
        place = last + 2
        last = passage.name_from(place) if passage.folded(place - 1) == "and" else None
