"""What identifies a person besides a name: a docket text in, spans to hide out.

A-numbers, birth dates, telephone and social-security numbers, e-mail and street addresses, and medical or family
facts: hidden in every case and whatever an editor decided about the name.
"""
import re
from collections.abc import Iterator

import re2

from . import names as names
from . import words as lists

Span = tuple[int, int, str]

_GAP = r"[\s.\-–—_/]{0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH},? \d{{4}}|(?:19|20)\d\d)"
)
_NUMBERS = tuple((kind, re2.compile(pattern)) for kind, pattern in (
    ("social security number",
     r"\b(?:\d{3}|[xX*]{3})[- ](?:\d{2}|[xX*]{2})-\d{4}\b"
     r"|(?i:\b(?:SSN?|social security)(?: number| no\.?)?)[\s:#]{0,3}\d{9}\b"),
    ("A-number",
     r"(?i:\b(?:A|alien|uscis|agency|bia)(?:[\s.-]?(?:registration|file|case))?"
     r"(?:[\s.-]{0,2}(?:numbers?|nos?\b|num|files?))?)"
     rf"[\s.:#'\"()\-–—]{{0,4}}(?i:A)?{_GAP}[0-9xX*]{{2,3}}{_GAP}[0-9xX*]{{3}}{_GAP}[0-9xX*]{{0,1}}[0-9]{{2,3}}\b"),
    ("A-number", r"\b\d{3}-\d{3}-\d{3}\b"),
    ("phone", r"(?:\+?1[-. ]{1,2})?(?:\(\d{3}\) ?|\b\d{3}[-. ])\d{3}[-. ]\d{4}\b(?i:,? ?(?:ext\.?|x) ?\d+)?"),
    ("date of birth",
     rf"(?i:\b(?:d\.?o\.?b\.?|dates? of birth|birth ?dates?|born)(?: (?:is|was|on|in|of))*[\s:,()-]{{0,3}}{_DAY})"),
    ("e-mail", r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+"),
    ("address",
     r"\b\d{2,6}(?: (?:[NSEW]\.|[A-Z][\w'-]*|\d{1,3}(?:st|nd|rd|th))){1,3}"
     r" (?:Court|Ct|Place|Pl|Way|Circle|Cir|Square|Loop|Trail|Plaza)\b\.?"
     r"(?:,? (?:Apt|Unit|Suite|Ste)\b\.? ?#? ?\w{1,6})?"),
))
_ANY_NUMBER = re2.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _NUMBERS))

_DIGIT_OR_MAIL = re.compile(r"\d|@")

_CAPITAL = r"[^\W\d_a-z][^\W\d_]*(?:['’.-][^\W\d_]+)*"
_STREET_WORD = rf"(?:[NSEW]\.|{_CAPITAL}|\d{{1,3}}(?:st|nd|rd|th))"
_STREETS = r"(?:Street|St|Avenue|Ave?|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Terrace|Parkway|Pkwy|Highway|Hwy)\b\.?"
_REST_OF_ADDRESS = (
    r"(?:,? ?(?:(?:Apt|Apartment|Unit|Suite|Ste|Floor|Fl|Room|Rm|No)\b\.? ?#? ?|# ?)\w{1,6})?"
    rf"(?:, {_CAPITAL}(?: {_CAPITAL}){{0,2}}){{0,2}}(?:,? [A-Z]{{2}}\b)?(?:,? \d{{5}}(?:-\d{{4}})?\b)?"
)
_WORDED = tuple((kind, re.compile(pattern)) for kind, pattern in (
    ("address", rf"\b\d{{1,6}}[A-Z]?(?: {_STREET_WORD}){{1,4}} {_STREETS}{_REST_OF_ADDRESS}"),
    ("address", rf"(?i:\bP\.? ?O\.? Box) \d+\b{_REST_OF_ADDRESS}"),
    ("medical fact",
     r"(?i)\b(?:\w+ (?:weeks?|months?)(?: and \w+ days?)? )?pregnant\b"
     r"|\b(?:diagnos(?:ed with|is of)|suffer(?:s|ed|ing)? from|tested positive for"
     r"|HIV[- ]positive|undergo(?:es|ing)? treatment for)[^.;,()]{0,80}"),
))
_PUBLIC_PLACE = re.compile(
    r"(?:court ?house|court ?room|building|facility|hold rooms?|field office|center|centre|jail|chambers|clerk)"
    r"\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_HOW_FAR_BACK = 60

_ATTACHMENTS = re.compile(r"\(\s*Attachments?\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:,\s*)?#\s*\(?\d+\)?\s*")
_LABEL = re.compile(
    r"\s*(?:(?:Exhibits?|Exh?s?\b\.?|Attachments?|Appendix|Tab|Errata)(?:\(s\))?\s*"
    r"(?:[A-Z0-9]{1,3}\b(?!\s+[a-z]))?\s*[-–—:.,]*\s*)?"
)
_PERSONAL_DOCUMENT = re.compile(
    r"\b(?:medical|psych\w*|hospital\w*|physician\w*|doctors?|diagnos\w*"
    r"|prescriptions?|therap\w*|hiv|pregnan\w*|prenatal|ultrasound|clinical|surgery|cancer|diabet\w*|seizures?|ptsd"
    r"|suicid\w*|disabilit\w*|mental|autism|miscarriage|illness|disease"
    r"|(?:birth|marriage|death|baptism\w*|wedding) (?:certificates?|licen[sc]es?|records?)|divorce|adoption"
    r"|custody of (?:minor|child\w*)|immuni[sz]ation|vaccination|school records?|pa?ediatric\w*"
    r"|family (?:photo\w*|pictures?|records?|letters?)|familial)\b",
    re.IGNORECASE,
)

_COURT_PAPER = re.compile(
    r"(?:\w+ ){0,2}(?:order|motion|notice|judgment|response|reply|petition|opinion|brief|minutes?|stipulation)\b",
    re.IGNORECASE,
)


def may_hold_numbers(text: str) -> bool:
    """Whether `find_numbers` is worth asking."""
    return _DIGIT_OR_MAIL.search(text) is not None


def find_numbers(text: str) -> Iterator[Span]:
    """Numbers of all kinds, birth dates, e-mail addresses and the rarer street addresses."""
    if not may_hold_numbers(text) or not _ANY_NUMBER.search(text):
        return
    for kind, pattern in _NUMBERS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if kind != "address" or not (_names_a_court(text[start:end]) or _is_public_place(text, start)):
                yield start, end, kind


def find_worded(text: str) -> Iterator[Span]:
    """Street addresses and medical facts; there are none without a word of `words.STREETS` or its like."""
    for kind, pattern in _WORDED:
        for match in pattern.finditer(text):
            if kind != "address" or not _is_public_place(text, match.start()):
                yield *match.span(), kind


def _names_a_court(address: str) -> bool:
    """Whether "1450 Maple Court" is rather "1450 Superior Court": all its words are ordinary."""
    return all(word in lists.ORDINARY for word in names.words(address))


def _is_public_place(text: str, start: int) -> bool:
    """Whether the words before an address say that it is a court's or a facility's, or "#" that it is none."""
    return text[:start].rstrip().endswith("#") or bool(_PUBLIC_PLACE.search(text, max(0, start - _HOW_FAR_BACK), start))


def find_personal_documents(text: str, *, is_title: bool = False) -> Iterator[Span]:
    """Titles of medical and family documents among the attachments of an entry's text.

    `is_title`: the text itself is such a title, or several joined by "; ". A label before it ("Exhibit B -") stays, and
    so does the title of a motion or an order about care.
    """
    if _PERSONAL_DOCUMENT.search(text) is None:
        return
    for start, end in _titles(text) if is_title else _attachments(text):
        label = _LABEL.match(text, start, end)
        begin = label.end() if label else start
        if _PERSONAL_DOCUMENT.search(text, begin, end) and not _COURT_PAPER.match(text, begin, end):
            yield begin, end, "medical or family document"


def _titles(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for piece in text.split("; "):
        yield start, start + len(piece)
        start += len(piece) + 2


def _attachments(text: str) -> Iterator[tuple[int, int]]:
    """Each numbered title between "(Attachments:" and the bracket that closes it."""
    for opening in _ATTACHMENTS.finditer(text):
        end = _closing_bracket(text, opening.start())
        numbers = list(_NUMBERED.finditer(text, opening.end(), end))
        for number, following in zip(numbers, [*(later.start() for later in numbers[1:]), end], strict=True):
            yield number.end(), following


def _closing_bracket(text: str, start: int) -> int:
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth == 0:
            return place
    return len(text)
