"""Which dockets are one story: appeals and their district cases, transfers, consolidated cases, a petition filed twice.

Dockets in, `Link`s out, each with the day from which the record ties them and the words that do it. What is only
likely (the same petitioner's name on two petitions) is proposed and never asserted. Reasons name no person.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from .courts import COURTS
from .events import is_appellate
from .facts import Docket, Entry
from .findings import Evidence, Link
from .rule import compiled
from .text import clean, plain


class Number(NamedTuple):
    """A docket number however a clerk writes it: "1:26-cv-00318-ABC" → office 1, year 26, type cv, serial 318."""

    office: str
    year: str
    type: str
    serial: int


_NUMBER: Final = re.compile(r"(?<![\d-])(?:(\d{1,2}):)?(?:20)?(\d{2})-(?:([a-z]{2,3})-)?0*(\d{1,6})(?![\d])", re.I)
_APPLICATION: Final = re.compile(r"(?<![\w-])(\d{2})(a)0*(\d{1,4})(?![\w-])", re.I)
_LIKE_NUMBERS: Final = re.compile(r"\d{2}(?:-|[aA]\d)")
_OF_APPEALS: Final = compiled(r"\b(?:usca|u\.?s\.? court of appeals|court of appeals|appeals?|circuit|bap)\b")
_OF_SUPREME: Final = compiled(r"\bsupreme court\b|\bcertiorari\b|\bapplication\b|\bscotus\b")
_MOVES: Final = compiled(r"\btransfer(?:red|ring)?\b|\bremoved\b|\bcase (?:opened|received)\b")
_JOINS: Final = compiled(r"\bconsolidat\w+|\bmember case|\blead case")
_RELATES: Final = compiled(r"\brelat(?:ed|ing|es)\b|\bsame petitioner|\breassign\w*")

_WORDS: Final = {
    "appeal": "the docket of the appeal",
    "below": "the case appealed from",
    "transferred_to": "the case went on there",
    "transferred_from": "the case came from there",
    "consolidated": "consolidated with it",
    "related": "called related to it",
}
_NEAR: Final = dt.timedelta(days=120)
"""A petition filed again is filed soon: a year later it is about another detention."""


def _numbers(text: str) -> list[Number]:
    """ "1:26-cv-00318-ABC" → year 26, serial 318: what is left of a docket number however a clerk writes it."""
    if not _LIKE_NUMBERS.search(text):
        return []
    plain = [Number(o or "", y, (t or "").lower(), int(n)) for o, y, t, n in _NUMBER.findall(text)]
    return plain + [Number("", y, a.lower(), int(n)) for y, a, n in _APPLICATION.findall(text)]


def _same(one: Number, other: Number) -> bool:
    """Do two ways of writing name one number? What one of them leaves out does not part them."""
    return (
        (one.year, one.serial) == (other.year, other.serial)
        and (not one.office or not other.office or one.office == other.office)
        and (not one.type or not other.type or one.type == other.type)
    )


def names_another(text: str, docket: Docket) -> bool:
    """Does it name the number of a docket, and not this one's?"""
    named, own = _numbers(text), _numbers(docket.docket_number)
    return bool(named) and not any(_same(one, mine) for one in named for mine in own)


def is_number_of(text: str, docket_number: str) -> bool:
    """Does it name that docket, however either is written?"""
    return any(_same(one, mine) for one in _numbers(text) for mine in _numbers(docket_number))


def other_numbers(text: str, docket_number: str) -> list[str]:
    """The docket numbers in a text that are not this one, each once and as it is written there."""
    own = _numbers(docket_number)
    found = dict.fromkeys(match.group() for match in _NUMBER.finditer(text))
    return [each for each in found if not any(_same(one, mine) for one in _numbers(each) for mine in own)]


def links(lead: Docket, others: Sequence[Docket]) -> tuple[Link, ...]:
    """How each of `others` is tied to `lead`, in the order given; a docket of the lead's own id is left out.

    An appeal is tied through its own origin; a Supreme Court docket also through a linked appeal.
    """
    found: list[Link] = []
    mentions = _mentions(lead)
    for other in others:
        if other.id != lead.id and (link := _link(lead, other, mentions)):
            found.append(link)
    tied = {link.docket_id for link in found}
    between = [docket for docket in others if docket.id in tied]
    for other in others:
        if other.id in tied or other.id == lead.id:
            continue
        for middle in between:
            step = _link(middle, other, _mentions(middle)) if is_appellate(middle.court_id) else None
            if step and not step.proposed:
                found.append(step._replace(why=f"{step.why}, through the appeal"))
                break
    order = {other.id: place for place, other in enumerate(others)}
    return tuple(sorted(found, key=lambda link: order[link.docket_id]))


def linked(lead: Docket, others: Sequence[Docket], as_of: dt.date) -> list[Docket]:
    """The other dockets that the record ties to the lead on that day, in the order given."""
    sure = {link.docket_id for link in links(lead, others) if not link.proposed and not _later(link.since, as_of)}
    return [other for other in others if other.id in sure]


def _later(day: dt.date | None, as_of: dt.date) -> bool:
    return day is not None and day > as_of


class Mention(NamedTuple):
    """A docket number in an entry, and the words around it."""

    number: Number
    entry: Entry
    start: int
    end: int


def _mentions(docket: Docket) -> list[Mention]:
    own = _numbers(docket.docket_number)
    return [
        mention
        for entry in docket.entries
        for mention in _in_entry(entry)
        if not any(_same(mention.number, one) for one in own)
    ]


def _in_entry(entry: Entry) -> Iterable[Mention]:
    text = entry.text
    if not _LIKE_NUMBERS.search(text):
        return
    for match in _NUMBER.finditer(text):
        office, year, type_, serial = match.groups()
        yield Mention(Number(office or "", year, (type_ or "").lower(), int(serial)), entry, *match.span())
    for match in _APPLICATION.finditer(text):
        year, letter, serial = match.groups()
        yield Mention(Number("", year, letter.lower(), int(serial)), entry, *match.span())


def _link(lead: Docket, other: Docket, mentions: Sequence[Mention]) -> Link | None:
    """The strongest tie: the record's own fields, then numbers in the text of either docket, then a likeness."""
    return (
        _by_origin(lead, other)
        or _by_text(lead, other, mentions, of_lead=True)
        or _by_text(other, lead, _mentions(other), of_lead=False)
        or _same_petition(lead, other)
        or _same_matter(lead, other)
    )


def _by_origin(lead: Docket, other: Docket) -> Link | None:
    for above, below, kind in ((lead, other, "below"), (other, lead, "appeal")):
        origin = above.originating_court
        if origin is None or not _fits_court(above.appeal_from_id, below.court_id):
            continue
        theirs = _numbers(below.docket_number)
        if any(_same(one, number) for one in _numbers(origin.docket_number) for number in theirs):
            why = f"the appeal's record names the number of the case below: {_WORDS[kind]}"
            return Link(other.id, kind, _first_day(above), why)
    return None


def _fits_court(named: str, court: str) -> bool:
    return not named or named not in COURTS or named == court


def _first_day(docket: Docket) -> dt.date | None:
    days = [docket.date_filed] if docket.date_filed else [e.date_filed for e in docket.entries if e.date_filed]
    return min(days) if days else None


def _by_text(reader: Docket, named: Docket, mentions: Sequence[Mention], *, of_lead: bool) -> Link | None:
    """The entries of `reader` name the number of `named`, in words that fit the court it is in."""
    numbers = _numbers(named.docket_number)
    fits = [mention for mention in mentions if any(_same(mention.number, number) for number in numbers)]
    for mention in sorted(fits, key=lambda one: one.entry.date_filed or dt.date.min):
        around = plain(mention.entry.text[max(0, mention.start - 200) : mention.end + 120])
        kind = _kind(reader, named, around)
        if kind is not None:
            return _told(reader, named, mention, kind, of_lead=of_lead)
    return None


def _told(reader: Docket, named: Docket, mention: Mention, kind: str, *, of_lead: bool) -> Link:
    """The tie that a number in an entry makes, as seen from the lead."""
    other, kind = (named, kind) if of_lead else (reader, _TURNED.get(kind, kind))
    entry, span = mention.entry, (mention.start, mention.end)
    quote = entry.text[slice(*span)]
    proof = Evidence(entry.docket_id, entry.id, entry.entry_number, entry.date_filed, span, quote, "links.number")
    since = max((day for day in (entry.date_filed, _first_day(named), _first_day(reader)) if day), default=None)
    return Link(other.id, kind, since, f"an entry names its number: {_WORDS[kind]}", proof)


_TURNED: Final = {
    "appeal": "below",
    "below": "appeal",
    "transferred_to": "transferred_from",
    "transferred_from": "transferred_to",
}


def _kind(reader: Docket, named: Docket, around: bytes) -> str | None:
    """What a number in these words says of the two dockets; None where the words do not fit the court."""
    up, down = is_appellate(named.court_id), is_appellate(reader.court_id)
    if named.court_id == "scotus":
        return "appeal" if _OF_SUPREME.search(around) else None
    if up and not down:
        return "appeal" if _OF_APPEALS.search(around) else None
    if down and not up:
        return "below"
    if reader.court_id == "scotus":
        return "below"
    if named.court_id != reader.court_id:
        if not _MOVES.search(around):
            return None
        first, second = _first_day(reader), _first_day(named)
        return "transferred_from" if first and second and second <= first else "transferred_to"
    if _JOINS.search(around):
        return "consolidated"
    return "related" if _RELATES.search(around) or _MOVES.search(around) else None


_NOT_A_NAME: Final = frozenset({"et", "al", "v", "the", "of", "and", "in", "re", "de", "la", "del", "doe", "jr", "sr"})


def _petitioner(docket: Docket) -> frozenset[str]:
    """The words of the name of whoever asks, accents and case left out; few words name nobody."""
    side = re.split(r"\bv(?:s)?\.? ", clean(docket.case_name).text.lower(), maxsplit=1)[0]
    return frozenset(word for word in re.findall(r"[a-z]{2,}", side) if word not in _NOT_A_NAME)


def _same_petition(lead: Docket, other: Docket) -> Link | None:
    """Two petitions of one person, by name, court and days: proposed, since names repeat."""
    if is_appellate(lead.court_id) or is_appellate(other.court_id):
        return None
    if not (_is_habeas(lead) and _is_habeas(other)):
        return None
    one, two = _petitioner(lead), _petitioner(other)
    if len(one & two) < 2 or len(one & two) * 3 < len(one | two) * 2:
        return None
    if lead.date_filed is None or other.date_filed is None or abs(lead.date_filed - other.date_filed) > _NEAR:
        return None
    where = "the same court" if lead.court_id == other.court_id else "another court"
    days = abs((lead.date_filed - other.date_filed).days)
    why = f"a petition under the same name in {where}, {days} days apart: perhaps the same petition filed twice"
    return Link(other.id, "same_petition", max(lead.date_filed, other.date_filed), why, None, proposed=True)


def _is_habeas(docket: Docket) -> bool:
    first = " ".join(entry.text[:200] for entry in docket.entries[:2]).lower()
    return docket.nature_of_suit[:3] in {"463", "530"} or "2241" in docket.cause or "habeas" in first


def _same_matter(lead: Docket, other: Docket) -> Link | None:
    """A Supreme Court docket between the same parties, from that court or its circuit: proposed."""
    for above, below, kind in ((lead, other, "below"), (other, lead, "appeal")):
        if above.court_id != "scotus" or below.court_id == "scotus" or not above.date_filed or not below.date_filed:
            continue
        words = _words(above.case_name) & _words(below.case_name)
        if len(words) < 2 or above.date_filed < below.date_filed or not _from(above, below):
            continue
        return Link(other.id, kind, above.date_filed, "the same parties before the Supreme Court", None, proposed=True)
    return None


def _from(above: Docket, below: Docket) -> bool:
    """Does the record of the court above name the court below, by its id or by its words?"""
    court = COURTS.get(below.court_id)
    named = clean(above.appeal_from_id).text.lower().strip()
    if court is None or not named:
        return False
    return named in {court.id, court.circuit} or court.name.lower().rpartition("for the ")[2] in named


def _words(caption: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]{3,}", clean(caption).text.lower())) - _NOT_A_NAME
