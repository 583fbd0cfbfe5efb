"""Dates and times of day as clerks write them. Clean text in; each moment with its place out. No meaning yet.

3/4/2026 · 03-04-26 · March 4, 2026 · March 4 and 3/4 (their year from the order's own date) · 4th day of March, 2026 ·
the fourth of March · at 10:00 AM · 12noon · half past ten in the morning · 9:00 3/22/04 · today · by Friday · within
seven (7) days · 48 hours before the hearing. A day that is not sure is left blank, and no time is made up.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from .court_days import add_court_days
from .matching import Found
from .rule import compiled

_MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH: Final = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_UNITS: Final = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_TEENS: Final = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS: Final = {word: number for number, word in enumerate([*_UNITS, *_TEENS], 1)} | {
    f"{tens}{'-' * bool(unit)}{unit}": 10 * number + place
    for number, tens in enumerate(_TENS, 2)
    for place, unit in enumerate(["", *_UNITS[:9]])
}
_NTH: Final = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
_NTH_TENS: Final = {"twentieth": 20, "thirtieth": 30}
_NTH_UNIT: Final = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
_DAY_OF: Final = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{_NTH_UNIT}|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth"
    rf"|twentieth|twenty-{_NTH_UNIT}|thirtieth|thirty-first)(?: day)? of"
)
_YEAR: Final = r"(?:20|19)\d\d"
_DATE: Final = (
    rf"(?:\b\d{{1,2}}/\d{{1,2}}/(?:{_YEAR}|\d\d)\b|\b\d{{1,2}}-\d{{1,2}}-(?:{_YEAR}|\d\d)\b"
    rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
    rf"(?: ?(?:-|and|&|to|through) ?\d{{1,2}},? ?{_YEAR}| ?(?:-|through) ?{_MONTH} \d{{1,2}},? ?{_YEAR}|,? ?{_YEAR})?\b"
    rf"|\b(?:the )?{_DAY_OF} {_MONTH}(?:,? {_YEAR})?\b|\b\d{{1,2}} {_MONTH},? {_YEAR}\b"
    rf"|\b\d{{1,2}}/\d{{1,2}}\b)"
)
_PART: Final = r"in the (?:morning|afternoon|evening)\b"
_HALF: Final = r"(?:a\.?m\b\.?|p\.?m\b\.?|noon\b)"
_HOUR_WORD: Final = rf"(?:{'|'.join(_UNITS)})"
TIME: Final = (
    rf"(?:\b\d{{1,2}}(?::?\d\d)?(?::\d\d)? ?(?:o'clock,? ?(?:in the )?)?{_HALF}"
    rf"|\b\d{{1,2}}(?::\d\d)?(?: o'clock,?)? {_PART}"
    rf"|\b(?:(?:half|quarter) past )?{_HOUR_WORD}(?:[- ](?:thirty|fifteen|forty-five))?(?: o'clock,?)?"
    rf" (?:{_PART}|{_HALF})"
    r"|\bnoon\b|\b\d{1,2}:\d\d\b)"
)
HOUR: Final = rf"(?P<hour>{TIME})"
_ZONE: Final = (
    r"(?: ?,? ?\(?(?:prevailing |local )?(?P<tz{n}>(?:[ecmph]|ak)[sd]?t\b|a[sd]t\b|chst\b"
    r"|(?:eastern|central|mountain|pacific|alaska|hawaii)(?: (?:standard |daylight )?time)?)\)?(?: \([a-z]{{2,4}}\))?"
    r"|,? local time)?"
)
_DAY: Final = r"(?:(?:\((?:mon|tues|wednes|thurs|fri|satur|sun)day\)|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? ?)?"

_WEEKDAY: Final = r"(?:mon|tues|wednes|thurs|fri)day\b"
_TURN: Final = (
    r"(?:(?:(?:today|tonight|tomorrow)(?: (?:morning|afternoon|evening|night))?|this (?:morning|afternoon|evening)"
    r"|(?:the same|that same|this same|this very|this) (?:day|date)|that day"
    r"|the day before(?: the (?:hearing|conference|argument))?"
    r"|(?:the )?end of the day"
    r"|the (?:preceding|previous|prior) (?:(?:business |court |working )?day)"
    rf"|the (?:following|next) (?:(?:business |court |working )?day|morning|{_WEEKDAY}))\b"
    rf"|(?:this (?:coming )?|next )?{_WEEKDAY})"
)
_SAID_TOO: Final = (
    rf"(?:\b(?:today|tonight|tomorrow)(?: (?:morning|afternoon|evening))?,? \(?{_DAY}"
    rf"|\bthe (?:{_NTH_UNIT}|last) {_WEEKDAY} (?:in|of) {_MONTH}(?:,? {_YEAR})?,? \(?)?"
)
""" "Tomorrow, February 14, at 9 AM", "the first Monday in May (5/4/2026)": the date counts."""
_AT: Final = (
    r"\*{0,2}(?:,? ?(?:(?:in|by|via|over) (?:courtroom [\w-]{1,6}|zoom|(?:zoom )?video ?conferenc\w+|video|person"
    r"|(?:tele)?phone|teleconference)),?)?,? ?(?:(?:to )?(?:commenc|begin|start)(?:ing)?(?: each day| daily)?,? )?"
    r"(?:(?:at|@|by|before|no later than)(?: or before)? ?|, |- ?)?\*{0,2}"
)

_EACH: Final = (
    rf"(?:(?:(?:each|every) (?:{_WEEKDAY}|(?:business |court )?day)|daily|weekly),? )?"
    r"(?:(?:beginning|starting|commencing) (?:on )?)?"
)
""" "By 5:00 p.m. each Monday, beginning May 11": the first day, at that hour."""

MOMENT: Final = compiled(
    rf"\*{{0,2}}(?:{_SAID_TOO}(?P<date1>{_DATE}),? ?{_DAY},? ?(?:hearing time:? ?)?{_AT}"
    rf"(?P<time1>{TIME}){_ZONE.format(n=1)}"
    rf"|(?:{_WEEKDAY},? (?:at |by )?)?(?P<time2>{TIME}){_ZONE.format(n=2)},? ?(?:on |of )?{_EACH}"
    rf"{_DAY}{_SAID_TOO}(?P<date2>{_DATE})"
    rf"|{_SAID_TOO}(?P<date3>{_DATE})"
    rf"|(?P<time4>{TIME}){_ZONE.format(n=4)},? (?:on |of )?(?P<next4>{_TURN})"
    rf"|\b(?P<next5>{_TURN})(?:(?:'s)?,? (?:(?:at|by|before|no later than) )?(?P<time5>{TIME}){_ZONE.format(n=5)}"
    rf"|,? (?:at|by) (?P<time6>\d{{1,2}})(?:[.;]|$))?)\*{{0,2}}"
)
_COUNT: Final = (
    rf"(?P<count>\d{{1,3}}|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS[:9])})\b)?|{'|'.join(_TEENS)}"
    rf"|{'|'.join(_UNITS)}|an?)"
)
WITHIN: Final = compiled(
    rf"\b(?:within|w/in?|no later than|not later than|on or before|(?P<most>(?:no|not) more than)|(?P<due>due(?: in)?)"
    rf"|(?P<then>(?:reply|replies|traverse|response|objections)(?:,? if any)?,?(?: (?:is |are |(?:shall|must"
    rf"|to) be )?(?:due|filed))?)"
    rf"|(?P<has>(?:parties|petitioners?|respondents?|plaintiffs?|defendants?|counsel|they|you) have)"
    rf"|(?:(?:shall|will) have|(?:is|are|be) (?:given|granted|allowed))(?: up to)?) {_COUNT}(?: ?\(\d{{1,3}}\))? "
    rf"(?P<kind>business |court "
    rf"|working |calendar )?(?P<unit>hours?|hrs?|days?|weeks?)"
    r"(?P<anchor> (?:of|after|from|following|thereafter|thereof|later|afterwards?|once|when|before|prior to)\b[^.;,]*"
    r"|thereafter)?"
)
BEFORE: Final = compiled(
    rf"\b{_COUNT}(?: ?\(\d{{1,3}}\))? (?:full )?(?P<kind>business |court |working |calendar )?(?P<unit>hours?|hrs?"
    rf"|days?"
    r"|weeks?) (?:(?:before|prior to|in advance of|ahead of|preceding) (?:(?:the|said|this|that) )?(?:[a-z]+ ){0,2}?"
    r"(?:video|tele)?(?:conference|hearing|argument)\b|(?:before|prior|beforehand|in advance)(?:\*{0,2}[.;)]|$))"
)
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday")
LONGER: Final = compiled(
    rf"^,? (?:is|are|be|has been|have been) (?:hereby |now )?(?:extended|enlarged|continued)(?: by| for)?"
    rf"(?: an additional| another)? {_COUNT}(?: ?\(\d{{1,3}}\))? (?P<kind>business |court |working |calendar )?"
    r"(?P<unit>hours?|hrs?|days?|weeks?)\b"
)
_ZONES: Final = {"eastern": "ET", "central": "CT", "mountain": "MT", "pacific": "PT", "alaska": "AKT", "hawaii": "HST"}
_OWN_ANCHOR: Final = compiled(
    r"^ (?:of|after|from|following) (?:(?:the )?(?:date|entry|issuance|signing|filing"
    r"|date of (?:the )?(?:entry|issuance|filing))(?: of)? )?"
    r"(?:this (?:[\w-]+ ){0,3}?(?:order|opinion|memorandum|ruling|decision|judgment|entry|notice|date"
    r"|directive|minutes?|letter|endorsement|report|recommendation)\b|this$|today|the (?:date )?(?:hereof|order"
    r"|opinion)|its (?:entry|date|issuance)|(?:the )?(?:date )?hereof|(?:the date of )?(?:entry|issuance)\b)"
)
_OTHER_ANCHOR: Final = compiled(
    r"service|served|receipt|hearing|answer|response|release"
    r"|decision|completion|conclusion|disposition|determination"
    r"|filing of|thereafter|thereof|appeal|objections?|motion|ruling on"
    r"|briefing|(?:that|such) (?:filing|event|submission|notice|ruling|opinion|mandate)"
    r"|\b(?:later|afterwards?|once|when)\b|(?:of|after|from|following) (?:that|it|then|which)$|\bfil(?:es|ed|ing)\b"
    r"|appearance|reopen|remov|transfer|discover|return|traverse|repl(?:y|ies)\b|opposition|\b(?:is|are) filed"
)


class Moment(NamedTuple):
    """`at` is "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM", court-local; "" for a term that cannot be computed."""

    start: int
    end: int
    at: str
    tz: str | None = None
    relative: bool = False
    within: bool = False


class Own(NamedTuple):
    """The order's own date, and its hour where the text has it. `entered`: only the day on which it was entered."""

    date: dt.date
    time: str = ""
    entered: bool = False
    tz: str | None = None


Dated = Callable[[], Own | None]
"""The order's own date, looked for only where something hangs on it."""


_NUMBERS: Final = re.compile(r"(\d{1,2})([/-])(\d{1,2})(?:\2(\d{2,4}))?")
_OF: Final = re.compile(r"(?:the )?(?P<day>[a-z]+(?:-[a-z]+)?|\d{1,2})(?:st|nd|rd|th)?(?: day)? of (?P<month>[a-z]+)")
_DAY_FIRST: Final = re.compile(r"(?P<day>\d{1,2}) (?P<month>[a-z]+)")
_NAMED: Final = re.compile(
    r"(?P<month>[a-z]+)\.? (?P<day>\d{1,2})(?:[a-z]{2})?(?: ?(?:-|through) ?(?P<last>[a-z]{3})[a-z]*)?"
)


def a_date(words: str, own: Dated | None = None) -> dt.date | None:
    """One written date; None if it is none, or has no year and `own` does not help."""
    lowered = words.lower().strip("*")
    if numbers := _NUMBERS.fullmatch(lowered):
        month, day, year = int(numbers[1]), int(numbers[3]), int(numbers[4] or 0)
        return _valid(year, month, day) if numbers[4] else _without_year(own, month, day)
    found = _OF.match(lowered) or _NAMED.match(lowered) or _DAY_FIRST.match(lowered)
    if not found:
        return None
    month, day = _month(found["month"]), _day_of_month(found["day"])
    if lowered[-4:].isdigit():
        last = _month(found["last"]) if "last" in found.groupdict() and found["last"] else month
        return _valid(int(lowered[-4:]) - (last < month), month, day)
    return _without_year(own, month, day)


def _month(word: str) -> int:
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(word[:3])), 0)


def _day_of_month(word: str) -> int:
    """ "4", "fourth", "twenty-fourth"."""
    if word.isdigit():
        return int(word)
    tens, _, unit = word.rpartition("-")
    return _WORDS.get(tens, 0) + (_NTH.get(unit) or _WORDS.get(unit.removesuffix("th")) or _NTH_TENS.get(unit, 0))


def _without_year(own: Dated | None, month: int, day: int) -> dt.date | None:
    written = own() if own else None
    return _nearest(written.date, month, day) if written else None


_YEARS: Final = range(1789, 2200)
"""From the first year of a federal court to one that no clerk lives to see: terms of years still fit the calendar."""


def _valid(year: int, month: int, day: int) -> dt.date | None:
    """Every day that is counted from comes by here; a slip ("December 30, 9999") is none."""
    full = year + (2000 if year < 70 else 1900) if year < 100 else year
    try:
        return dt.date(full, month, day) if full in _YEARS else None
    except ValueError:
        return None


def _nearest(own: dt.date, month: int, day: int) -> dt.date | None:
    """A day without a year, in an order dated `own`: the year that brings it nearest."""
    days = [found for year in (own.year - 1, own.year, own.year + 1) if (found := _valid(year, month, day))]
    return min(days, key=lambda found: abs((found - own).days)) if days else None


_CLOCK: Final = re.compile(
    r"(?P<past>half|quarter)?(?:past)?(?P<hour>\d{1,2}?|[a-z]+?)(?::?(?P<minute>\d\d)|-?(?P<more>thirty|fifteen"
    r"|forty-five))?(?::\d\d)?(?:o'clock)?,?(?P<half>am|pm)?"
)
_PAST: Final = {"half": 30, "quarter": 15}


def a_time(words: str) -> str:
    """ "2:30 p.m." → "14:30"; "noon" → "12:00"; hours without a mark are office hours; "" if it is no time."""
    lowered = re.sub(r"in the (?:after|even)\w+", "pm", words.lower()).replace("in the morning", "am")
    lowered = lowered.replace(" ", "").replace(".", "")
    if "noon" in lowered:
        return "12:00"
    clock = _CLOCK.fullmatch(lowered)
    if not clock or not (clock["hour"].isdigit() or clock["hour"] in _WORDS):
        return ""
    number = _number(clock["hour"])
    minutes = int(clock["minute"] or 0) or _WORDS.get(clock["more"] or "") or _PAST.get(clock["past"] or "", 0)
    if clock["half"] == "pm" and number < 12:
        number += 12
    elif clock["half"] == "am" and number == 12:
        number = 0
    elif not clock["half"] and 1 <= number <= 6:
        number += 12
    return f"{number:02}:{minutes:02}" if number < 24 and minutes < 60 else ""


def moments(data: bytes, own: Dated) -> list[Moment]:
    """Every moment of a clean text, in order of place; `at` is "" for a day that is not sure."""
    found: list[Moment] = []
    last: dt.date | None = None
    for match in _searched(data):
        written = match["date1"] or match["date2"] or match["date3"]
        turn = written or match["next4"] or match["next5"] or b""
        if turn and not written and not _stands_alone(data, match, turn):
            continue
        if written and _NUMBERS_ONLY.has(written) and _is_fraction(data, match, written):
            continue
        day = a_date(written.decode(), own) if written else _turned(turn.decode(), own, last)
        if day is None and written and (_HAS_YEAR.has(written) or own()):
            continue
        if day is None and not written and not _OF_THE_ORDER.has(turn):
            continue
        if day and found and not found[-1].at and _TO_NEXT.has(data[found[-1].end : match.start()]):
            found[-1] = _paired(data, found[-1], day)
        last = day or last
        hour = match["time1"] or match["time2"] or match["time4"] or match["time5"] or match["time6"]
        clock = a_time(hour.decode()) if hour else ""
        zone = (match["tz1"] or match["tz2"] or match["tz4"] or match["tz5"]) if hour else None
        start, end = max(match.start(), match.start("time2")), match.end()
        if match["time1"] and _OF_THE_NEXT.has(data[end : end + 20]):
            clock, zone, end = "", None, match.end("date1")
        while end > start and (
            data[end - 1 : end] in b" ,;:)*" or (data[end - 1 : end] == b"." and data[end - 2 : end - 1] not in b"mM")
        ):
            end -= 1
        at = day.isoformat() + (f"T{clock}" if clock else "") if day else ""
        found.append(Moment(start, end, at, _zone(zone), relative=not written))
    return found


def _searched(data: bytes) -> Iterator[Found]:
    """Every match, and again from a date whose hour belongs to the day after it ("dated May 4 by noon today")."""
    place = 0
    while match := MOMENT.search(data, place):
        yield match
        shared = match["time1"] and _OF_THE_NEXT.has(data[match.end() : match.end() + 20])
        place = match.end("date1") if shared else max(match.end(), place + 1)


_OF_THE_NEXT: Final = compiled(r"^,? (?:on )?(?:today|tonight|tomorrow|this (?:date|day))\b")
_NUMBERS_ONLY: Final = compiled(r"^\d{1,2}/\d{1,2}$")
_HAS_YEAR: Final = compiled(r"\d{4}$|^\d+[/-]\d+[/-]")
_OF_THE_ORDER: Final = compiled(rf"^(?:today|tonight|tomorrow|(?:this |next )(?:coming )?{_WEEKDAY}|{_WEEKDAY})")
_TO_NEXT: Final = compiled(rf"^,? (?:to|until|and|or|through) {_DAY}$")
_GOES_ON: Final = compiled(r"^(?:the day before|(?:the )?end of the day)$")
_STOPS: Final = compiled(r"^[)]?(?:[.;,]|$)")
""" "The day before", "by the end of the day": not "the day before the interview", "the end of the day on May 5"."""
_NAMES_A_DAY: Final = compiled(rf"^(?:this |next )?(?:coming )?{_WEEKDAY}")
_OF_ANOTHER: Final = compiled(
    rf"^s\b|^,? ?\(?(?:the )?(?:\d|{_MONTH} )|^,? (?:before|after|following|preceding|prior|next|of)\b"
    rf"|^(?:-| ?(?:,|and|or|to|through|thru|&)) ?{_WEEKDAY}|^ (?:last|night)\b"
)
_WHICH: Final = compiled(r"\b(?:every|each|the|last|past|previous|first|second|third|fourth|a|any|on or about) $")


def _stands_alone(data: bytes, match: Found, turn: bytes) -> bool:
    """ "By Friday at noon": not "Friday, May 8", "every Friday", "the Friday before the hearing"."""
    if _NAMES_A_DAY.has(turn):
        return not (_OF_ANOTHER.has(data[match.end() : match.end() + 20]) or _WHICH.has(data[: match.start()][-20:]))
    return not _GOES_ON.has(turn) or _STOPS.has(data[match.end() : match.end() + 4])


def _is_fraction(data: bytes, match: Found, written: bytes) -> bool:
    """ "1/2", or a part of other numbers: no day."""
    if data[match.end() : match.end() + 1] in {b"/", b"-"} or data[: match.start()][-1:] in b"/-.#":
        return True
    over, _, under = written.partition(b"/")
    return int(over) < int(under) <= 4


def _paired(data: bytes, moment: Moment, other: dt.date) -> Moment:
    """ "From January 14 to January 27, 2026": the year is said once."""
    written = MOMENT.search(data, moment.start, moment.end)
    words = (written["date1"] or written["date2"] or written["date3"] or b"").decode() if written else ""
    day = a_date(words, lambda: Own(other)) if words else None
    clock = a_time((written["time1"] or written["time2"] or b"").decode()) if written and day else ""
    return moment._replace(at=day.isoformat() + (f"T{clock}" if clock else "")) if day else moment


def _turned(words: str, own: Dated, last: dt.date | None) -> dt.date | None:
    """Today and tomorrow count from the order's own date; the same, the next and the following day from the last."""
    which = words.lower().split()
    if which[-1] in _WEEKDAYS and which[0] != "the":
        return _coming(which, own())
    if "same" in which or which[0] == "that":
        return last
    if "before" in which:
        return last - dt.timedelta(days=1) if last else None
    if "end" in which:
        dated = own()
        return dated.date if dated else None
    beside = which[0] in {"today", "tonight", "tomorrow", "this"}
    dated = own() if beside or last is None else None
    start = last if not beside and last else (dated.date if dated else None)
    if start is None or which[0] in {"today", "tonight", "this"}:
        return start
    back = which[1:2] and which[1] in {"preceding", "previous", "prior"}
    if which[2:3] and which[2] in {"business", "court", "working"}:
        return add_court_days(start, -1 if back else 1)
    if which[-1] in _WEEKDAYS:
        return start + dt.timedelta(days=(_WEEKDAYS.index(which[-1]) - start.weekday() - 1) % 7 + 1)
    return start + dt.timedelta(days=-1 if back else 1)


def _coming(which: list[str], own: Own | None) -> dt.date | None:
    """The weekday that follows the order. "Next Friday" may be the one after it; on a Friday, "Friday" may be today."""
    ahead = (_WEEKDAYS.index(which[-1]) - own.date.weekday()) % 7 if own and not own.entered else 0
    return own.date + dt.timedelta(days=ahead) if own and ahead and which[0] != "next" else None


def _zone(said: bytes | None) -> str | None:
    words = (said or b"").decode()
    return _ZONES.get(words.split()[0].lower(), words.upper()) if words else None


def terms(data: bytes, own: Dated, due: Sequence[Moment]) -> list[Moment]:
    """ "within seven days": computed from the order's own date, or with `at` "" where it runs from something else;
    "within three days of that deadline" from what is `due`."""
    found: list[Moment] = []
    for match in _withins(data):
        anchor = match["anchor"] or b""
        if not anchor.startswith((b" before", b" prior to")) and _is_term(data, match):
            start = _since([*due, *found], match.start()) if _THAT_DAY.has(anchor) else own()
            at = _term(match, start)
            tz = start.tz if start and "T" in at else None
            found.append(Moment(*match.span(), at, tz, relative=True, within=True))
    return found


_AND_WITHIN: Final = compiled(r" and [^.;,]*?\bwithin\b")


def _withins(data: bytes) -> Iterator[Found]:
    """ "Within 24 hours of this order and to report within 48 hours of this order": two terms."""
    place = 0
    while match := WITHIN.search(data, place):
        if second := _AND_WITHIN.search(match["anchor"] or b""):
            match = WITHIN.search(data, match.start(), match.start("anchor") + second.start()) or match
        yield match
        place = match.end()


def terms_before(data: bytes, hearings: Sequence[Moment]) -> list[Moment]:
    """ "48 hours before the hearing": computed where one hearing is set, with `at` "" where there are several."""
    days = {hearing.at[:10] for hearing in hearings}
    sure = len(days) == 1 and "" not in days
    found: list[Moment] = []
    for match in BEFORE.finditer(data) if days else ():
        if not _HEARD_ELSEWHERE.has(data[match.start() : match.end()]):
            at = _shifted(hearings[0].at, match, -1) if sure else ""
            tz = hearings[0].tz if "T" in at else None
            found.append(Moment(*match.span(), at, tz, relative=True, within=True))
    return found


_HEARD_ELSEWHERE: Final = compiled(r"\b(?:bond|custody|immigration|merits|individual|calendar)\b")


_THAT_DAY: Final = compiled(
    r"^ (?:of|after|from|following) (?:that|such|said) (?:deadline|due date|date|day|time|hour)\b"
)


def _since(due: Sequence[Moment], place: int) -> Own | None:
    """The day of what is due, as it was said last before this place."""
    before = max((one for one in due if one.start < place), key=lambda one: one.start, default=None)
    day = _valid(*map(int, before.at[:10].split("-"))) if before and before.at else None
    return Own(day, before.at[11:], tz=before.tz) if before and day else None


def longer(at: str, trail: bytes) -> str:
    """The day that follows from "is extended one week" behind a day; "" if nothing of the kind is said."""
    match = LONGER.search(trail)
    return _shifted(at, match, 1) if match and at else ""


def _shifted(at: str, match: Found, sign: int) -> str:
    count, unit = sign * _number((match["count"] or b"0").decode()), (match["unit"] or b"").decode().lower()
    if unit.startswith("h") and "T" in at:
        return (dt.datetime.fromisoformat(at) + dt.timedelta(hours=count)).isoformat()[:16]
    day = dt.date.fromisoformat(at[:10])
    if unit.startswith("h"):
        return "" if count % 24 else (day + dt.timedelta(days=count // 24)).isoformat()
    if (match["kind"] or b"").strip().lower() in _COURT_DAYS:
        return add_court_days(day, count).isoformat()
    return (day + dt.timedelta(days=count * (7 if unit.startswith("week") else 1))).isoformat()


_COUNTED_FROM: Final = compiled(r"^ (?:of this|(?:from|after|following) (?:[^s]|s[^e]|se[^r]))")


def _is_term(data: bytes, match: Found) -> bool:
    """ "Due 7 days from this order", "reply, if any, 3 days thereafter", "have ten days to object"; but not what a
    rule of procedure counts from a service to come, nor "have 5 days left"."""
    anchor = (match["anchor"] or b"").lower()
    if match["has"]:
        told = data[match.end() : match.end() + 4].lower() == b" to " or b" to object" in anchor
        return told or bool(_OWN_ANCHOR.search(anchor))
    if match["most"]:
        return bool(_OWN_ANCHOR.search(anchor))
    if match["due"]:
        return (
            bool(_COUNTED_FROM.search(anchor)) if anchor else data[match.end() : match.end() + 6].lower() != b" prior"
        )
    if not match["then"] or anchor[:11] == b" thereafter":
        return True
    return bool(_OWN_ANCHOR.search(anchor) or _THAT_DAY.search(anchor))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS.get(word.lower().replace(" ", "-"), 1)


_COURT_DAYS: Final = frozenset({b"business", b"court", b"working"})


def _term(match: Found, own: Own | None) -> str:
    anchor = match["anchor"] or b""
    if own is None:
        return ""
    if anchor and _OTHER_ANCHOR.search(anchor) and not (_OWN_ANCHOR.search(anchor) or _THAT_DAY.search(anchor)):
        return ""
    count, unit = _number((match["count"] or b"0").decode()), (match["unit"] or b"").decode().lower()
    if unit.startswith("h"):
        if own.time:
            return (dt.datetime.fromisoformat(f"{own.date}T{own.time}") + dt.timedelta(hours=count)).isoformat()[:16]
        return (own.date + dt.timedelta(days=(count + 23) // 24)).isoformat()
    if unit.startswith("week"):
        count *= 7
    if (match["kind"] or b"").strip().lower() in _COURT_DAYS:
        return add_court_days(own.date, count).isoformat()
    return (own.date + dt.timedelta(days=count)).isoformat()
