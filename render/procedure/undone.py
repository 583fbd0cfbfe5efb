"""What a court takes back of what it said: the clauses of an entry in; which orders, judgments and agreements, out.

"VACATING 13 Order", "the Order of May 4 directing release is VACATED", "13 was docketed in this case in error": an
order is known by its number, by its day, or by what it did.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from .findings import Evidence
from .matching import Found, Pattern
from .moments import Own, moments
from .outline import Outline
from .own_date import OwnDate
from .rule import compiled

_ORDER: Final = (
    r"(?:orders?|rulings?|opinions?|decisions?|directives?|findings?|injunction|tro|restraints?|writ|judgment"
    r"|(?:docket|minute) entry|ecf|docket|dkt|doc)"
)
_KIND: Final = r"(?:(?:minute|text|electronic|paperless|docket) )*(?:order|entry)"
_TAKEN: Final = r"(?:vacated|withdrawn|rescinded|revoked|set aside|stricken|dissolved|lifted)"
_VERB: Final = r"(?:vacat(?:ing|es)|withdraw(?:ing|s)|rescind(?:ing|s)|str(?:iking|ikes)|revok(?:ing|es))"
_IS: Final = r"(?:is|are|be and is|is and shall be)(?: (?:hereby|therefore|accordingly|also|now))*"
_BACK: Final = r"(?:vacate|withdraw|rescind|revoke|set aside|strike|dissolve)"
_FIRST: Final = rf"^(?:{_KIND}[.:]? |sua sponte |hereby |and |also |the court (?:hereby )?)*"
_WHOSE: Final = (
    r"(?:(?:the|\[?\d{1,4}\]?|respondents?'?s?'?|defendants?'?s?'?|government's|petitioner'?s?'?|joint|unopposed"
    r"|emergency|renewed|amended|second) )*"
)
_TAKES_BACK: Final = compiled(
    rf"{_FIRST}(?:{_VERB}|sett?(?:ing|s) aside) (?P<what>[^;]*?\b{_ORDER}\b[^;]*)"
    rf"|{_FIRST}grant(?:ing|s) {_WHOSE}motion to {_BACK} (?P<moved>[^;]*?\b{_ORDER}\b[^;]*)"
    rf"|^(?P<that>[^;]*?\b{_ORDER})(?P<more>\b[^;]*?) (?:{_IS} {_TAKEN}\b"
    r"|was (?:docketed|entered|filed|issued) (?:in this case )?in error\b"
    rf"|{_IS} (?:corrected|amended) to (?:reflect|read|show|state) that\b[^;]*?\b(?:denied|not granted)\b)"
)
_SOMETHING_ELSE: Final = compiled(r"\b(?:is|are|action|case|matter|proceedings?|motions?)\b")
""" "Judgment is entered and this action is stricken": what is taken back is not the order that was named."""
_DESCRIBES: Final = (
    r"(?:the|this|that|its|our|my|own|court's|prior|previous|earlier|foregoing|oral|bench|minute|text|text-only"
    r"|paperless|electronic|written|sealed|amended|corrected|endorsed|memorandum|opinion|decision|order|judgment"
    r"|findings?|and|contempt|release|habeas|bond|hearing|no-transfer|temporary|restraining|preliminary|final)"
)
_NAMED: Final = compiled(
    r"^\W*(?:(?:accordingly|therefore|further|and),? )?"
    rf"(?P<before>(?:(?:{_DESCRIBES}|\[?\d{{1,4}}\]?|~+),? )*){_ORDER}\b"
    r"(?P<after>[.,]? ?(?:at |in )?[\[(]?(?:(?:ecf|docket|dkt|doc|d\.?e)\b\.? ?)?(?:nos?\.? ?|#)?\d{1,4}(?:-\d+)?[\])]?"
    r"(?:(?:,| and) \[?\d{1,4}\]?)*)?"
    r"(?:.*?\b(?:of|dated|entered|issued|filed|docketed|signed)(?: on)? (?P<day>~))?"
)
"""Where an order is what is spoken of, and no notice, motion, stay or seal that has to do with one. `before` and
`after` the word stand its numbers and its day, of which each letter is "~" here."""
_BY_DAY_ALONE: Final = compiled(
    rf"^\W*(?:(?:{_DESCRIBES}|~+),? )*{_ORDER}(?:,? (?:of|dated|entered|issued|filed)(?: on)? ~+)?\W*$"
)
_AT_THE_END: Final = compiled(r"[\[(](?:[a-z.]+ ){0,2}?#?(?P<number>\d{1,4})[\])]\W*$")
OF_OTHERS: Final = compiled(
    r"\b(?:immigration (?:judge|court)|ij|bia|board|eoir|removal order|(?:order|judgment) of (?:removal|deportation"
    r"|conviction)|(?:state|superior|circuit) (?:court|judge)|(?:another|other|parallel|related) (?:court|case|action"
    r"|district|judge|matter|proceedings?))\b"
)
_SUPPOSED: Final = compiled(
    r"\b(?:would|could|might)\b|\b(?:is|are|was) (?:not|un[a-z]+|in[a-z]+|premature|moot|futile)\b"
)
_TOLD: Final = compiled(
    r"\b(?:respondents?|petitioners?|plaintiffs?|defendants?|parties|counsel|government) (?:reports?|says?|states?"
    r"|advises?|informs?)\b"
)
"""What is thought of, or told by a party, is not done."""
_BY_CLERK: Final = compiled(
    r"^\W*(?:clerk'?s?\b|(?:notice of )?(?:docket(?:ing)?|filing|clerical) (?:correction|error)|quality control"
    r"|notice of correction|correction of docket|error\b)"
)
"""A note of the clerk's that mends the docket: it has no clauses, because no judge speaks."""
_NOT_DONE: Final = compiled(
    r"\b(?:den(?:y|ie[sd]|ying)|declin\w+|refus\w+|asks?|asked|requests?|moves?|moved|seeks?|argues?|contends?|whether|if"
    r"|unless|would|(?:may|to|shall|should|must) be|until|once|recommend\w*|propos\w+)\b"
)
_A_PART: Final = compiled(
    r"\bin part\b|\b(?:portions?|paragraphs?|provisions?|parts?|sections?|sentences?|lines?|pages?) (?:of|\d|[ivx]+\b)"
    r"|\bto the extent\b|\bexcept\b|\binsofar\b|\bonly\b|\b(?:exhibits?|attachments?|appendi(?:x|ces))\b"
    r"|\b(?:hearings?|conferences?|deadlines?|dates?|trial|schedules?|sanctions?|fines?|stay|provisions?) (?:set"
    r"|scheduled|ordered|imposed|given|established|entered|in|by|of|on|for|from|under|at|dates?)\b"
)
_MINOR: Final = compiled(
    r"\b(?:exten(?:sion|ding|ds)|enlarg\w+|more time|leave|seal\w*|appoint\w*|counsel|pro hac|show cause|schedul\w+"
    r"|brief\w*|deficien\w+|referr\w+|expedit\w+|stay\w*)\b"
)
"""What an order named by its day, or by what it did, may be on that is not the case's."""
_NUMBER: Final = compiled(r"\b(?P<number>\d{1,4})(?P<of_a_part>-\d+)?\b")

OF_RULING: Final = compiled(r"\b(?:petition|habeas|writ|releas\w+|bond|judgment|dismiss\w*|merits)\b")
OF_CONTEMPT: Final = compiled(r"\bcontempt\b")
OF_RESTRAINT: Final = compiled(r"\b(?:restrain\w+|tro|injunction|enjoin\w+|removal|transfer)\b")


class Undone(NamedTuple):
    """One order that is taken back, by its numbers, the days it may be of, and `words` for it. `span`: in the text."""

    numbers: frozenset[int]
    days: frozenset[dt.date]
    words: bytes
    span: tuple[int, int]

    def names_by_day(self, proof: Evidence) -> bool:
        """Does nothing but its day say which order is meant, and is it the day of `proof`?"""
        return not self.numbers and proof.date_filed in self.days and _BY_DAY_ALONE.has(self.words)

    def names(self, proof: Evidence | None, about: Pattern) -> bool:
        """Is it the order that `proof` stands in? `about`: what such an order is called where it has no number."""
        if proof is None:
            return False
        if proof.entry_number in self.numbers:
            return True
        described = about.has(self.words) and not (_MINOR.has(self.words) or OF_OTHERS.has(self.words))
        return described and (proof.date_filed in self.days if self.days else not self.numbers)


def undone(plan: Outline, filed: dt.date | None) -> Iterator[Undone]:
    """The orders that an entry of that day takes back, whole."""
    own = OwnDate(plan.clean.text)
    spans = [(clause.start, clause.end) for clause in plan.clauses]
    for span in spans or ([(0, len(plan.data))] if _BY_CLERK.has(plan.data) else []):
        said = plan.data[slice(*span)]
        dated = [one for one in moments(said, lambda: own() or (Own(filed) if filed else None)) if one.at]
        for one in dated:
            said = said[: one.start] + b"~" * (one.end - one.start) + said[one.end :]
        found = _TAKES_BACK.search(said)
        words = _words(found) if found and not _A_PART.has(said) else b""
        named = _NAMED.search(words)
        if named is None or _SUPPOSED.has(words):
            continue
        numbers = _numbers(named["before"]) or _numbers(named["after"])
        if not numbers and (last := _AT_THE_END.search(words)):
            numbers = _numbers(last["number"])
        day = named.start("day") if named["day"] else words.find(b"~", 0, named.end("before"))
        first = said.find(words)
        days = {dt.date.fromisoformat(one.at[:10]) for one in dated if one.start == first + day}
        yield Undone(numbers, frozenset(days), words, span)


def _words(found: Found) -> bytes:
    """Those for what is taken back; none where it is only thought or told of."""
    if words := found["what"] or found["moved"]:
        return words
    that, more = found["that"] or b"", found["more"] or b""
    if _NOT_DONE.has(that + more) or _TOLD.has(that) or _SOMETHING_ELSE.has(more):
        return b""
    return that[max(that.rfind(mark) for mark in (b", ", b": ", b". ")) + 1 :] + more


def _numbers(words: bytes | None) -> frozenset[int]:
    return frozenset(int(each["number"] or 0) for each in _NUMBER.finditer(words or b"") if not each["of_a_part"])
