"""What a court takes back of what it said: the clauses of an entry in; which orders, judgments and agreements, out.

"VACATING 13 Order", "the Order of May 4 directing release is VACATED", "13 was docketed in this case in error": an
order is known by its number, by its day, or by what it did.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from .findings import Evidence
from .matching import Pattern
from .moments import Moment, Own, moments
from .outline import Outline
from .own_date import OwnDate
from .rule import compiled

_ORDER: Final = (
    r"(?:orders?|rulings?|opinions?|decisions?|directives?|findings?|injunction|tro|restraints?|writ|judgment"
    r"|(?:docket|minute) entry)"
)
_TAKEN: Final = r"(?:vacated|withdrawn|rescinded|revoked|set aside|stricken|dissolved|lifted)"
_VERB: Final = r"(?:vacat(?:ing|es)|withdraw(?:ing|s)|rescind(?:ing|s)|str(?:iking|ikes)|revok(?:ing|es))"
_IS: Final = r"(?:is|are|be and is|is and shall be)(?: (?:hereby|therefore|accordingly|also|now))*"
_TAKES_BACK: Final = compiled(
    rf"^(?:(?:sua sponte|hereby|and|also) )*(?:{_VERB}|sett?(?:ing|s) aside) (?P<what>[^;]*?\b{_ORDER}\b[^;]*)"
    rf"|^(?P<that>[^;]*?\b{_ORDER})(?P<more>\b[^;]*?) (?:{_IS} {_TAKEN}\b"
    r"|was (?:docketed|entered|filed|issued) (?:in this case )?in error\b"
    rf"|{_IS} (?:corrected|amended) to (?:reflect|read|show|state) that\b[^;]*?\b(?:denied|not granted)\b)"
)
_SOMETHING_ELSE: Final = compiled(r"\b(?:is|are|action|case|matter|proceedings?|motions?)\b")
""" "Judgment is entered and this action is stricken": what is taken back is not the order that was named."""
_BY_CLERK: Final = compiled(
    r"^\W*(?:clerk'?s?\b|(?:notice of )?(?:docket(?:ing)?|filing|clerical) (?:correction|error)|quality control"
    r"|notice of correction|correction of docket|error\b)"
)
"""A note of the clerk's that mends the docket: it has no clauses, because no judge speaks."""
_NOT_DONE: Final = compiled(
    r"\b(?:den(?:y|ie[sd]|ying)|declin\w+|refus\w+|asks?|asked|requests?|moves?|moved|seeks?|argues?|contends?|whether|if"
    r"|unless|not|would|(?:may|to|shall|should|must) be|until|once|recommend\w*|propos\w+)\b"
)
_A_PART: Final = compiled(
    r"\bin part\b|\b(?:portions?|paragraphs?|provisions?|parts?|sections?|sentences?|lines?|pages?) (?:of|\d|[ivx]+\b)"
    r"|\bto the extent\b|\bexcept\b|\binsofar\b|\bonly\b"
    r"|\b(?:hearings?|conferences?|deadlines?|dates?|trial|schedules?|sanctions?|fines?|stay|provisions?) (?:set"
    r"|scheduled|ordered|imposed|given|established|entered|in|by|of|on|for|from|under|at|dates?)\b"
)
_MINOR: Final = compiled(
    r"\b(?:extension|more time|leave|seal\w*|appoint\w*|counsel|pro hac|show cause|schedul\w+|brief\w*|deficien\w+"
    r"|referr\w+|expedit\w+|stay\w*)\b"
)
"""What an order named by its day, or by what it did, may be on that is not the case's."""
_RULE_OR_LAW: Final = re.compile(
    rb"(?i)\b(?:rules?|sections?|u\.?s\.?c\.?) (?:s+ ?)?\d[\d()a-z.-]*|\b\d+ (?:u\.?s\.?c|f\.? ?\d)")
_NUMBER: Final = compiled(r"(?:^|[ \[(#])(?P<number>\d{1,4})(?:[\]) ,.;]|$)")

OF_RULING: Final = compiled(r"\b(?:petition|habeas|writ|releas\w+|bond|judgment|dismiss\w*|merits)\b")
OF_CONTEMPT: Final = compiled(r"\bcontempt\b")
OF_RESTRAINT: Final = compiled(r"\b(?:restrain\w+|tro|injunction|enjoin\w+|removal|transfer)\b")


class Undone(NamedTuple):
    """One order that is taken back, by its numbers, the days it may be of, and `words` for it. `span`: in the text."""

    numbers: frozenset[int]
    days: frozenset[dt.date]
    words: bytes
    span: tuple[int, int]

    def names(self, proof: Evidence | None, about: Pattern) -> bool:
        """Is it the order that `proof` stands in? `about`: what such an order is called where it has no number."""
        if proof is None:
            return False
        if proof.entry_number in self.numbers:
            return True
        described = about.has(self.words) and not _MINOR.has(self.words)
        return described and (proof.date_filed in self.days if self.days else not self.numbers)


def undone(plan: Outline, filed: dt.date | None) -> Iterator[Undone]:
    """The orders that an entry of that day takes back, whole."""
    own = OwnDate(plan.clean.text)
    spans = [(clause.start, clause.end) for clause in plan.clauses]
    for start, end in spans or ([(0, len(plan.data))] if _BY_CLERK.has(plan.data) else []):
        found = _TAKES_BACK.search(plan.data[start:end])
        if found is None or _A_PART.has(plan.data[start:end]):
            continue
        words = found["what"]
        if words is None:
            that, more = found["that"] or b"", found["more"] or b""
            if _NOT_DONE.has(that + more) or _SOMETHING_ELSE.has(more):
                continue
            words = that[that.rfind(b", ") + 1 :] + more
        dated = moments(words, lambda: own() or (Own(filed) if filed else None))
        yield Undone(_numbers(words, dated), _days(dated), words, (start, end))


def _days(dated: Sequence[Moment]) -> frozenset[dt.date]:
    return frozenset(dt.date.fromisoformat(one.at[:10]) for one in dated if one.at)


def _numbers(words: bytes, dated: Sequence[Moment]) -> frozenset[int]:
    """Those of entries: no days, rules or statutes."""
    for one in dated:
        words = words[: one.start] + b"." * (one.end - one.start) + words[one.end :]
    bare = _RULE_OR_LAW.sub(b" ", words)
    return frozenset(int(each["number"] or 0) for each in _NUMBER.finditer(bare))
