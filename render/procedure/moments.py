"""Dates and times of day as clerks write them. Clean text in; each moment with its place out. No meaning yet.

3/4/2026 · 03-04-26 · March 4, 2026 · March 4 (its year from the order's own date) · 4th day of March, 2026 ·
at 10:00 AM · 12noon · 9:00 3/22/04 · today · within seven (7) days. Nothing is returned when unsure, and no time
is made up.
"""

import datetime as dt
from collections.abc import Callable
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
_DATE: Final = (
    r"(?:\b\d{1,2}/\d{1,2}/(?:20\d\d|19\d\d|\d\d)\b|\b\d{1,2}-\d{1,2}-(?:20\d\d|19\d\d|\d\d)\b"
    rf""
    rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?: ?(?:-|and|&|to|through) ?\d{{1,2}},? ?(?:20|19)\d\d"
    rf"|,? ?(?:20|19)\d\d)?\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? day of {_MONTH},? (?:20|19)\d\d)"
)
TIME: Final = r"(?:\b\d{1,2}(?::?\d\d)?(?::\d\d)? ?(?:a\.?m\b\.?|p\.?m\b\.?|noon\b)|\bnoon\b|\b\d{1,2}:\d\d\b)"
HOUR: Final = rf"(?P<hour>{TIME})"
_ZONE: Final = (
    r"(?: ?,? ?\(?(?:prevailing )?(?P<tz{n}>[ecmp][sd]?t\b|(?:eastern|central|mountain|pacific)(?: (?:standard "
    r"|daylight )?time)?)\)?)?"
)
_DAY: Final = r"(?:(?:\((?:mon|tues|wednes|thurs|fri|satur|sun)day\)|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? ?)?"

_TURN: Final = (
    r"(?:(?:today|tonight|tomorrow)(?: (?:morning|afternoon|evening|night))?|this (?:morning|afternoon|evening)"
    r"|th(?:e|at) same (?:day|date)|that day|the day before|(?:the )?end of the day"
    r"|the (?:following|next) (?:(?:business |court |working )?day|morning|(?:mon|tues|wednes|thurs|fri)day))\b"
)
_SAID_TOO: Final = rf"(?:\b(?:today|tonight|tomorrow)(?: (?:morning|afternoon|evening))?,? \(?{_DAY})?"
""" "Tomorrow, February 14, at 9 AM": the date counts."""

MOMENT: Final = compiled(
    rf"{_SAID_TOO}(?P<date1>{_DATE}),? ?{_DAY},? ?(?:hearing time:? ?)?(?:(?:at|@|by|before)(?: or before)? ?"
    rf"|, |- ?)?(?P<time1>{TIME}){_ZONE.format(n=1)}"
    rf"|(?P<time2>{TIME}){_ZONE.format(n=2)},? ?(?:on |of |beginning )?{_DAY}{_SAID_TOO}(?P<date2>{_DATE})"
    rf"|{_SAID_TOO}(?P<date3>{_DATE})"
    rf"|(?P<time4>{TIME}){_ZONE.format(n=4)},? (?:on )?(?P<next4>{_TURN})"
    rf"|\b(?P<next5>{_TURN})(?:,? (?:(?:at|by|before|no later than) )?(?P<time5>{TIME}){_ZONE.format(n=5)})?"
)
_COUNT: Final = (
    r"(?P<count>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|twenty(?:-(?:one|four|eight))?|twenty|thirty|forty-five|forty-eight|forty|sixty|seventy-two"
    r"|ninety)"
)
WITHIN: Final = compiled(
    rf"\b(?:within|w/in?|no later than|not later than|on or before|(?P<most>(?:no|not) more than)|(?P<due>due(?: in)?)"
    rf"|(?P<then>(?:reply|replies|traverse|response|objections)(?:,? if any)?,?(?: (?:is |are )?due)?)"
    rf"|(?P<has>(?:parties|petitioners?|respondents?|plaintiffs?|defendants?|counsel|they|you) have)"
    rf"|(?:(?:shall|will) have|(?:is|are) (?:given|granted|allowed))(?: up to)?) {_COUNT}(?: ?\(\d{{1,3}}\))? "
    rf"(?P<kind>business |court "
    rf"|working |calendar )?(?P<unit>hours?|days?|weeks?)"
    r"(?P<anchor> (?:of|after|from|following|thereafter|before|prior to)\b[^.;,]*|thereafter)?"
)
BEFORE: Final = compiled(
    rf"\b{_COUNT} (?P<kind>business |court )?(?P<unit>days?|weeks?) (?:before|prior to) (?:the )?(?:oral )?"
    rf"(?:conference|hearing|argument)"
)
_WORDS: Final = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ]
    )
} | {
    "twenty": 20,
    "twenty-one": 21,
    "twenty-four": 24,
    "twenty-eight": 28,
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "forty-eight": 48,
    "sixty": 60,
    "seventy-two": 72,
    "ninety": 90,
}
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday")
_ZONES: Final = {"eastern": "ET", "central": "CT", "mountain": "MT", "pacific": "PT"}
_OWN_ANCHOR: Final = compiled(
    r"^ (?:of|after|from|following) (?:(?:the )?(?:date|entry|issuance|signing|date of (?:the )?(?:entry|issuance))"
    r"(?: of)? )?(?:this (?:[\w-]+ ){0,3}?(?:order|opinion|memorandum|ruling|decision|judgment|entry|notice|date"
    r"|directive|minutes?|letter|endorsement|report|recommendation)\b|this$|today|the (?:date )?(?:hereof|order"
    r"|opinion)"
    r"|its (?:entry|date|issuance)|(?:the )?(?:date )?hereof|(?:the date of )?(?:entry|issuance)\b)"
)
_OTHER_ANCHOR: Final = compiled(
    r"service|served|receipt|hearing|answer|response|release"
    r"|decision|completion|conclusion|disposition|determination"
    r"|filing of|thereafter|appeal|objections?|motion|ruling on"
    r"|briefing|appearance|reopen|remov|transfer|discover|return|traverse|repl(?:y|ies)\b|opposition|\b(?:is|are) filed"
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
    """The order's own date, and its hour where the text has it."""

    date: dt.date
    time: str = ""


Dated = Callable[[], Own | None]
"""The order's own date, looked for only where something hangs on it."""


def a_date(words: str, own: Dated | None = None) -> dt.date | None:
    """One written date; None if it is none, or has no year and `own` does not help."""
    lowered = words.lower().replace(",", " ")
    for mark in "/-":
        if mark in lowered and lowered[0].isdigit():
            month, day, year = (int(part) for part in lowered.split(mark))
            return _valid(year, month, day)
    parts = lowered.replace(".", "").split()
    if parts[1:3] == ["day", "of"]:
        parts = [parts[3], parts[0], *parts[4:]]
    month = next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(parts[0][:3])), 0)
    day = int("".join(c for c in parts[1].partition("-")[0] if c.isdigit()))
    if len(parts) > 2 or "-" in parts[1]:
        return _valid(int(parts[-1][-4:]), month, day)
    written = own() if own else None
    return _nearest(written.date, month, day) if written else None


def _valid(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year + (2000 if year < 70 else 1900) if year < 100 else year, month, day)
    except ValueError:
        return None


def _nearest(own: dt.date, month: int, day: int) -> dt.date | None:
    """A day without a year, in an order dated `own`: the year that brings it nearest."""
    days = [found for year in (own.year - 1, own.year, own.year + 1) if (found := _valid(year, month, day))]
    return min(days, key=lambda found: abs((found - own).days)) if days else None


def a_time(words: str) -> str:
    """ "2:30 p.m." → "14:30"; "noon" → "12:00"; hours without a mark are office hours; "" if it is no time."""
    lowered = words.lower().replace(" ", "").replace(".", "")
    if "noon" in lowered:
        return "12:00"
    clock = lowered.rstrip("apm")
    hour, _, minute = clock.partition(":") if ":" in clock or len(clock) < 3 else (clock[:-2], "", clock[-2:])
    number, minutes = int(hour), int(minute[:2] or 0)
    if lowered.endswith("pm") and number < 12:
        number += 12
    elif lowered.endswith("am") and number == 12:
        number = 0
    elif not lowered.endswith("m") and 1 <= number <= 6:
        number += 12
    return f"{number:02}:{minutes:02}" if number < 24 and minutes < 60 else ""


def moments(data: bytes, own: Dated) -> list[Moment]:
    """Every moment of a clean text, in order of place."""
    found: list[Moment] = []
    last: dt.date | None = None
    for match in MOMENT.finditer(data):
        written = match["date1"] or match["date2"] or match["date3"]
        turn = written or match["next4"] or match["next5"] or b""
        if turn and not written and _GOES_ON.has(turn) and not _STOPS.has(data[match.end() : match.end() + 4]):
            continue
        day = a_date(written.decode(), own) if written else _turned(turn.decode(), own, last)
        if day is None:
            continue
        last = day
        hour = match["time1"] or match["time2"] or match["time4"] or match["time5"]
        clock = a_time(hour.decode()) if hour else ""
        zone = (match["tz1"] or match["tz2"] or match["tz4"] or match["tz5"]) if hour else None
        start, end = match.span()
        while end > start and (
            data[end - 1 : end] in b" ,;:)" or (data[end - 1 : end] == b"." and data[end - 2 : end - 1] not in b"mM")
        ):
            end -= 1
        found.append(
            Moment(start, end, day.isoformat() + (f"T{clock}" if clock else ""), _zone(zone), relative=not written)
        )
    return found


_GOES_ON: Final = compiled(r"^(?:the day before|(?:the )?end of the day)$")
_STOPS: Final = compiled(r"^[)]?(?:[.;,]|$)")
""" "The day before", "by the end of the day": not "the day before the interview", "the end of the day on May 5"."""


def _turned(words: str, own: Dated, last: dt.date | None) -> dt.date | None:
    """Today and tomorrow count from the order's own date; the same, the next and the following day from the last."""
    which = words.lower().split()
    if which[1:2] == ["same"] or which[0] == "that":
        return last
    if which[-1] == "before":
        return last - dt.timedelta(days=1) if last else None
    if "end" in which:
        dated = own()
        return dated.date if dated else None
    beside = which[0] in {"today", "tonight", "tomorrow", "this"}
    dated = own() if beside or last is None else None
    start = last if not beside and last else (dated.date if dated else None)
    if start is None or which[0] in {"today", "tonight", "this"}:
        return start
    if which[2:3] and which[2] in {"business", "court", "working"}:
        return add_court_days(start, 1)
    if which[-1] in _WEEKDAYS:
        return start + dt.timedelta(days=(_WEEKDAYS.index(which[-1]) - start.weekday() - 1) % 7 + 1)
    return start + dt.timedelta(days=1)


def _zone(said: bytes | None) -> str | None:
    words = (said or b"").decode()
    return _ZONES.get(words.split()[0].lower(), words.upper()) if words else None


def terms(data: bytes, own: Dated, hearing: dt.date | None) -> list[Moment]:
    """ "within seven days": computed from the order's own date, or with `at` "" where it runs from something else."""
    found = [
        Moment(*match.span(), _term(match, own()), relative=True, within=True)
        for match in WITHIN.finditer(data)
        if not (match["anchor"] or b"").startswith((b" before", b" prior to")) and _is_term(data, match)
    ]
    if hearing:
        for match in BEFORE.finditer(data):
            count = -_number(match["count"] or b"0") * (7 if (match["unit"] or b"").lower().startswith(b"week") else 1)
            day = add_court_days(hearing, count) if match["kind"] else hearing + dt.timedelta(days=count)
            found.append(Moment(*match.span(), day.isoformat(), relative=True, within=True))
    return found


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
        return bool(_OWN_ANCHOR.search(anchor)) if anchor else data[match.end() : match.end() + 6].lower() != b" prior"
    return not match["then"] or anchor[:11] == b" thereafter" or bool(_OWN_ANCHOR.search(anchor))


def _number(word: bytes) -> int:
    return int(word) if word.isdigit() else _WORDS[word.decode().lower()]


def _term(match: Found, own: Own | None) -> str:
    anchor = match["anchor"] or b""
    if own is None:
        return ""
    if anchor and _OTHER_ANCHOR.search(anchor) and not _OWN_ANCHOR.search(anchor):
        return ""
    count, unit = _number(match["count"] or b"0"), (match["unit"] or b"").decode().lower()
    if unit.startswith("hour"):
        if own.time:
            return (dt.datetime.fromisoformat(f"{own.date}T{own.time}") + dt.timedelta(hours=count)).isoformat()[:16]
        return (own.date + dt.timedelta(days=(count + 23) // 24)).isoformat()
    if unit.startswith("week"):
        count *= 7
    if (match["kind"] or b"").strip().lower() in {b"business", b"court", b"working"}:
        return add_court_days(own.date, count).isoformat()
    return (own.date + dt.timedelta(days=count)).isoformat()
