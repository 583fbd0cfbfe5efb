"""Hearings and deadlines. An outlined entry in; found dates, and the events they are, out.

A date means something only through the words beside it. What stands before it since the last date ("due by", "hearing
set for", "held on") and after it ("is VACATED and RESET to") decides; dates of signature, entry, filing, birth, arrest
and history mean nothing here. A date travels with the words it was read from.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from .findings import Event, FoundDate
from .moments import Dated, Moment, Own, a_date, a_time, moments, terms
from .outline import Outline, sentence_starts
from .rule import compiled
from .vocabulary import EventType

_HEARING: Final = (
    r"(?:hearings?|hrg|conferences?|teleconference|trial|arguments?|sentencing|sentence with psr|arraignment"
    r"|appearances?|examination|mediation|matter|colloquy|calendar|"
    r"return date"
    r"|motions? (?:is |are )?(?:set for hearing|noticed)"
    r"|presentment|show cause date|proceedings?|selection|plea"
    r"|shall appear|docket call|calendared)"
)
_DUE: Final = compiled(
    r"(?:\bdue(?: date)?(?: is| are| now)?(?: by| on| before| no later than| on or before|:)?|\bon or before"
    r"|\b(?:no|not) later than|\bby(?: or before| no later than)?|\bbefore|\bdeadline(?:s)?(?: is"
    r"| are)?(?: hereby)?(?: set for| extended to| reset to| for [^.;]*? is| of|:)?|"
    r"\b(?:have|has|had|given) until|\buntil|\bto and including"
    r"|\bup to and including|\bthrough and including|\bthrough"
    r"|\bextended (?:to|until|through)|\bgranted\b[^;.]*? to|\bto"
    r"|\bset for|\bbeginning|\bdue\b[^.;]{0,40}? (?:on|at)"
    r"|\bdue every \w+ at"
    r"|\b(?:answer|response|reply|opposition|objections?|report|return|brief))"
    r"[ :,]*(?:(?:the )?(?:close|end) of (?:the )?business(?: day)?(?: on| of)?|the end of (?:the )?day(?: on)?"
    r"|midnight(?: on)?|email|e-mail|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|on|at|is)?[ ,]*$"
)
_STRICT_DUE: Final = compiled(
    r"\bdue(?: date)?(?: is| are| now)?(?: by| on| before| no later than| on or before|:)? ?(?:(?:mon|tues"
    r"|wednes|thurs|fri)day,?)?$"
    r"|\b(?:deadline|restriction) set for ?$"
    r"|by (?:the court )?on or before $"
)
_FEEBLE: Final = compiled(
    r"\b(?:to|until|through|beginning|set for|through and including|to and including|extended (?:to|until"
    r"|through))[ ,:]*(?:(?:mon|tues|wednes|thurs|fri)day,?)? ?$"
)
_STRONG_FOR_FEEBLE: Final = compiled(
    r"\b(?:deadline|time|due|extension|extended|respond|response|reply|answer|brief|file|has|have|restriction"
    r"|report|discovery|disclosures?|census|exhibits)\b"
)
_HISTORY: Final = compiled(
    r"\b(?:was|were|had been|having been) (?:due|to|ordered|required|directed|supposed)\b"
    r"|\b(?:which|order[^;]{0,30}|was|were|had) required\b"
    r"|\bdid not\b|\bfailed to\b|\bordered on\b|\bhad until\b|\b(?:was|were) not (?:filed|made|completed)\b"
    r"|\bhas lapsed\b|\bhaving lapsed\b"
    r"|\bwas (?:held|set) [^.;]* but\b|\byesterday\b"
)
_NOW: Final = compiled(r"\b(?:shall|must|is|are|be|will|ordered to|due)\b")
_LIFE: Final = compiled(
    r"\b(?:restraining order|restraints|tro|injunction|stay|stayed|expires?|expiration|remains? in (?:effect"
    r"|force)|excluded|abeyance|enjoined|restrained|not (?:be )?remove)\b"
)
_EXPIRY: Final = compiled(r"\bexpires?\b|\bexpiration\b|remains? in (?:effect|force)|\bstayed until")
_RECOMMENDS: Final = compiled(r"\brecommend(?:s|ed|ing)?\b")
_OTHER_HEARING: Final = compiled(r"\bbond (?:re-?determination )?hearing|\bcustody (?:redetermination )?hearing")
_MOVES_ON: Final = compiled(
    r"^[ ,)]*(?:and )?(?:(?:is|are|be) )?(?:hereby |now )?(?:reset |rescheduled |continued |moved |adjourned "
    r"|set )?(?:to|for|until)[ ,]*(?:(?:mon|tues|wednes|thurs|fri)day,? ?)?$"
)
_REFUSED: Final = compiled(r"\b(?:denied|refused)\b|[:;] no\b")
_VACATED_MINUTES: Final = compiled(r"\bproceedings: (?:vacated|continued|not held|cancell?ed)\b")
_DATELIKE: Final = compiled(
    r"\d[/-]\d"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d"
    r"|\bwithin\b|\btoday\b|\blater than\b|\d day of\b"
)
"""Is there anything to read at all? Most entries hold no date but that of their entry."""
_ASKED_FOR: Final = compiled(r"\b(?:letter|re:)[^;]*\brequest")
_SIGNED_BEFORE: Final = compiled(
    r"\b(?:signed|filed|entered|dated|ordered by|issued)\b[^;.]{0,60}?(?: on|:) ?$"
    r"|\bordered by\b[^;]{0,80} on ?$|\bsigned\b[^;]{0,90} on ?$"
)
_WISH: Final = compiled(
    r"\b(?:request(?:s|ed|ing)?|asks?|asking|proposes?|proposing|proposed|seeks?|seeking) (?:that|to|for|an?"
    r"|the)\b"
    r"|\bfor extension of time to\b"
)
_GRANT: Final = compiled(r"\b(?:granted|grants|granting|so ordered|approved)\b")
_FOREIGN: Final = compiled(
    r"\bimmigration (?:judge|court)|master calendar"
    r"|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh) circuit heard\b"
)
_IS_HEARING: Final = compiled(rf"\b{_HEARING}\b")
_SET: Final = compiled(
    rf"\b{_HEARING}\b[^;]*?\b(?:set|scheduled|reset|re-set|rescheduled|continued|adjourned|calendared|noticed"
    rf"|moved|held|shall|will|convened|before|for|to|on|at|is|date:?|remains?|by (?:zoom|video|telephone|phone)"
    rf"|needed,?|further|\(?in person\)?|resume|conference|hearing|argument)?[ :,]*(?:(?:mon|tues|wednes|thurs"
    rf"|fri|satur|sun)day,? ?)?(?:today )?$"
    rf""
    rf"|\b(?:continued|adjourned|adj\.|reset|rescheduled|moved) (?:to|for|until)[ :,]*(?:(?:mon|tues|wednes"
    rf"|thurs|fri|satur|sun)day,? ?)?$"
    rf"|\bshall appear\b[^;]*$|\bpresentment\b[^;]*$"
    rf"|\bhearing (?:is )?(?:scheduled|set)\b[^;]*$"
)
_RESET: Final = compiled(
    r"\b(?:reset|re-set|resetting|rescheduled|continued|continuing|adjourned|adj\.|adjourning|moved)\b"
)
_HELD: Final = compiled(
    r"\bheld\b(?: (?:by|via|in|before|telephonically|with)\b[^;]*?)?(?: on| as of)?[ :,]*$"
    r"|\bheld (?:on|[a-z]+ [^;.]*? on)[ :]*$"
    r"|(?:in reference to )?hearing on: ?$|\bminutes of: ?$"
    r"|\bminutes? (?:entry )?(?:of|for)\b[^;.]*\bon ?$"
)
_HELD_PAST: Final = compiled(r"\bheld\b(?: (?:by|via|in|before|with)\b[^;]*)? (?:on )?[^;]*$")
_TO_BE: Final = compiled(r"\b(?:to be|will be|shall be|be|is)\b(?: a)? held\b|\bto be held\b")
_NOT_HELD: Final = compiled(r"\bnot held\b")
_OFF: Final = compiled(
    r"^[ ,)]*(?:at [^;.]*? )?(?:in [^;]*? )?(?:"
    + _HEARING
    + r" )?(?:"
    + _HEARING
    + r" )?(?:date )?(?:(?:is|are|be|was) )?(?:hereby )?(?:moot and (?:is )?)?(?:therefore )?(?:taken )?"
    r"(?:vacated|stricken|cancell?ed|canceled|adjourned|reset|rescheduled|continued|moved|off calendar"
    r"|terminated|withdrawn|and reset|converted)\b"
)
_STANDS: Final = compiled(
    r"^[^;.]*?\b(?:stands|remains|shall go forward|will go forward"
    r"|as scheduled)\b(?: as scheduled)?(?: (?:on calendar )?at (?P<time>\d{1,2}(?::\d\d)? ?[ap]\.?m))?"
)
_PREVIOUSLY: Final = compiled(
    r"\b(?:previously|currently|originally) (?:set|scheduled|noticed)\b[^;]*$"
    r"|\b(?:vacating|cancelling|canceling|striking|continuing)\b[^;]*\b(?:set|scheduled|noticed)\b[^;]*$"
)
_FROM: Final = compiled(r"\bfrom (?:(?:mon|tues|wednes|thurs|fri)day,? )?$")
_NOUN_AFTER: Final = compiled(rf"^,? (?:\w+ ){{0,3}}{_HEARING}\b")
_SIGNED: Final = compiled(
    r"(?:\b(?:signed|ordered|entered|filed|issued|dated|so ordered|decided|docketed|approved|rendered"
    r"|done)\b(?: (?:by|in|at|and|this|on|the)\b)?[^;.]{0,80}?|\bjudge [^;]{0,80}?|\bentered by [^;]{0,60}?"
    r"|\bletter\b[^;]*|\bdated\b[^;]*?)(?: on|:|dated)? ?\*?$"
)
_OWN: Final = (
    compiled(
        r"\bentered at (?P<time>\d{1,2}:\d\d [ap]\.?m\.?) on (?P<date>[a-z]+ \d{1,2}, \d{4}"
        r"|\d{1,2}/\d{1,2}/\d{2,4})"
    ),
    compiled(
        r"\b(?:signed|ordered|entered|so ordered|order dated|dated|issued|approved|done)\b(?:[^;]{0,120}?\bon"
        r"|[^;]{0,50}? this| dated)? (?:the )?\*?(?P<date>[a-z]+ \d{1,2}, \d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}"
        r"|\d{1,2}(?:st|nd|rd|th)? day of [a-z]+,? \d{4})"
    ),
    compiled(r"\bjudge [a-z.,' -]+? on (?P<date>[a-z]+ \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{2,4})"),
    compiled(
        r"\b(?:held|minutes of|minute entry)\b[^;]{0,90}? on (?P<date>[a-z]+ \d{1,2}, \d{4}"
        r"|\d{1,2}/\d{1,2}/\d{2,4})"
    ),
    compiled(r"[(\[]entered: (?P<date>\d{1,2}/\d{1,2}/\d{4})"),
)
_BARE_OFF: Final = compiled(
    rf"\bvacating (?:the )?(?:{_HEARING})"
    rf"|\b(?:trial|hearings?|conferences?|settings?)\b(?: and (?:deadlines?|hearings?))?(?: of this case"
    rf"| date)?[^.;]{{0,60}}? (?:is|are) (?:hereby )?(?:vacated|stricken|cancell?ed|continued pending"
    rf"|adjourned sine)"
)
_HELD_BARE: Final = compiled(
    r"\bthe court held a\b[^;.]*?\b(?:hearing|conference)"
    r"|\b(?:hearing|conference|argument|trial) (?:was )?held\b"
    r"|\bminutes of (?:the )?[a-z ]*hearing\b"
)
_ANSWERING: Final = compiled(
    r"\b(?:answer|respon|repl|object|brief|file|serve|provide|release|hold|show cause|submit|report|return|pay"
    r"|may|shall|must|due|hearing|notice|comply|produce)"
)


class Found(NamedTuple):
    """One dated thing before it is given its shape. `kind` is a DateKind, `status` set, reset or vacated."""

    kind: str
    moment: Moment
    status: str
    what: str
    rule: str
    start: int
    end: int


def read_dates(plan: Outline) -> tuple[list[FoundDate], list[Event]]:
    """Hearings and deadlines of an outlined entry: as dates, and as the events hearing_*, deadline_set."""
    text, data = plan.text[: plan.end], plan.data[: plan.end]
    found = _unique(_classified(plan, text, data, cache(lambda: own_date(plan.text)))) if _DATELIKE.has(data) else []
    dates = [_as_date(plan, one) for one in found if one.moment.at]
    return dates, [_as_event(plan, one) for one in found] + _undated(plan, text, data, found)


def own_date(text: str) -> Own | None:
    """The order's own date: of signature, or of the hearing in minutes, or (a clerk's or appellate order) of entry."""
    data = text.encode("ascii")
    for pattern in _OWN:
        if match := pattern.search(data):
            day = a_date((match["date"] or b"").decode())
            if day:
                return Own(day, a_time((match["time"] or b"").decode()) if "time" in pattern.names else "")
    return None


def _classified(plan: Outline, text: str, data: bytes, own: Dated) -> list[Found]:
    starts = sentence_starts(text)
    found: list[Found] = []
    all_moments = moments(data, own)
    place, previous_end = 0, 0
    for index, moment in enumerate(all_moments):
        while place + 1 < len(starts) and starts[place + 1] <= moment.start:
            place += 1
        sentence = starts[place]
        stop = starts[place + 1] if place + 1 < len(starts) else len(text)
        following = all_moments[index + 1].start if index + 1 < len(all_moments) else len(text)
        lead = text[max(sentence, previous_end if previous_end > sentence else sentence) : moment.start][-300:]
        whole = text[sentence : moment.start][-400:]
        trail = text[moment.end : min(stop, following)][:300]
        context = _Context(plan, lead, whole, trail, sentence < previous_end, found[-1] if found else None)
        one = _classify(context, moment)
        previous_end = moment.end
        if one:
            start = _quote_start(text, sentence, moment.start, found[-1].end if found else 0)
            found.append(one._replace(start=start, end=moment.end))
    found = _taken_off(found, data)
    hearing = next(
        (dt.date.fromisoformat(one.moment.at[:10]) for one in found if one.kind == "hearing_scheduled"), None
    )
    if plan.speaker == "court" or _is_clerks(plan):
        found += _terms(plan, text, data, own, hearing, starts)
    return sorted(found, key=lambda one: one.moment.start)


def _taken_off(found: list[Found], data: bytes) -> list[Found]:
    """ "… scheduled for hearing on June 12 … Accordingly, the hearing date is vacated": taken off later on."""
    off = _BARE_OFF.search(data)
    planned = [one for one in found if one.kind == "hearing_scheduled"]
    if not off or len(planned) != 1 or any(one.status == "vacated" for one in found) or planned[0].end > off.start():
        return found
    return [
        one._replace(kind="hearing_vacated", status="vacated", rule="dates.vacated") if one is planned[0] else one
        for one in found
    ]


class _Context(NamedTuple):
    """Words around a moment: since the last one (`lead`), since the sentence began (`whole`), after it (`trail`)."""

    plan: Outline
    lead: str
    whole: str
    trail: str
    second: bool
    before: Found | None


def _classify(context: _Context, moment: Moment) -> Found | None:
    lead = context.lead.encode("ascii")
    if not moment.relative and _SIGNED_BEFORE.has(lead) and not _DUE.has(lead):
        return None
    whole, trail = context.whole.encode("ascii"), context.trail.encode("ascii")
    paper = context.plan.speaker == "paper" and not _is_clerks(context.plan)
    if _RECOMMENDS.search(whole) or (paper and _FOREIGN.search(context.plan.text.encode("ascii"))):
        return None
    if _wished(context, whole):
        return None
    hearing = _hearing(context, lead, whole, trail, moment)
    due = (_STRICT_DUE if paper else _DUE).search(lead)
    if hearing and not (due and not _FEEBLE.search(lead) and hearing.kind != "hearing_held"):
        return hearing
    if not due or (not paper and not _is_due(lead, whole, due.start())):
        if (
            moment.relative
            and not paper
            and _NOW.search(whole)
            and not _LIFE.search(whole)
            and not _HISTORY.search(whole)
        ):
            return Found("deadline", moment, "set", _what(context.whole), "dates.deadline.today", 0, 0)
        return None
    return Found(
        "deadline",
        moment,
        "set",
        _what(context.lead if len(context.lead) > 12 else context.whole),
        "dates.deadline",
        0,
        0,
    )


def _wished(context: _Context, whole: bytes) -> bool:
    """A date somebody asks for is no date, unless the same entry grants it."""
    if context.plan.speaker != "court":
        return False
    if _ASKED_FOR.search(whole):
        entry = context.plan.text.encode("ascii")
        return bool(_REFUSED.search(entry)) or not _GRANT.search(entry)
    wish = _WISH.search(whole)
    settled = wish and (_GRANT.search(whole) or _SET.search(whole[wish.end() :]) or b"shall" in whole)
    return bool(wish and not settled)


def _is_clerks(plan: Outline) -> bool:
    """A notice by the clerk sets dates as an order does."""
    return (
        plan.text[: plan.title].lower().rstrip().endswith(("clerk's", "clerks"))
        or plan.text[plan.title :][:17].lower() == "notice to counsel"
    )


def _is_due(lead: bytes, whole: bytes, start: int) -> bool:
    if _SIGNED.search(lead) and not _NOW.search(whole):
        return False
    feeble = _FEEBLE.search(lead)
    if feeble and (_LIFE.search(whole) or not _STRONG_FOR_FEEBLE.search(whole)):
        return False
    if _EXPIRY.search(lead):
        return False
    history = _HISTORY.search(whole)
    return not (history and not _NOW.search(whole[history.end() :]))


def _hearing(context: _Context, lead: bytes, whole: bytes, trail: bytes, moment: Moment) -> Found | None:
    what = _hearing_name(context.lead)
    if _SIGNED_BEFORE.search(lead) or _OTHER_HEARING.search(lead[-60:]):
        return None
    if _FOREIGN.search(whole) or _FOREIGN.search(trail):
        return None
    if _transcribed(context, trail):
        return Found("hearing_held", _day_only(moment), "held", what, "dates.held.transcript", 0, 0)
    if _HELD.search(lead) and not _TO_BE.search(lead) and lead[-11:] != b"proceedings":
        if _VACATED_MINUTES.search(trail):
            return Found("hearing_vacated", _day_only(moment), "vacated", what, "dates.vacated", 0, 0)
        kind = "hearing_not_held" if _NOT_HELD.search(lead) else "hearing_held"
        return Found(
            kind, _day_only(moment), "vacated" if kind == "hearing_not_held" else "held", what, "dates.held", 0, 0
        )
    if _MOVES_ON.search(lead) and context.before and context.before.kind == "hearing_vacated" and context.second:
        return Found("hearing_scheduled", moment, "reset", context.before.what, "dates.reset", 0, 0)
    noun_after = _NOUN_AFTER.search(trail)
    if noun_after and _OFF.search(trail):
        return Found("hearing_vacated", moment, "vacated", what, "dates.vacated", 0, 0)
    from_one = _FROM.search(lead) and (_RESET.search(whole) or _RESET.search(trail))
    if not (_SET.search(lead) or from_one):
        return None
    if context.plan.speaker == "paper" and not _paper_sets(lead):
        return None
    if stands := _STANDS.search(trail):
        hour = a_time((stands["time"] or b"").decode()) if stands["time"] and "T" not in moment.at else ""
        if hour:
            moment = moment._replace(at=f"{moment.at}T{hour}")
        return Found("hearing_scheduled", moment, "set", what, "dates.stands", 0, 0)
    if from_one or _OFF.search(trail) or _PREVIOUSLY.search(lead):
        return Found("hearing_vacated", moment, "vacated", what, "dates.vacated", 0, 0)
    status = "reset" if _RESET.search(lead) else "set"
    return Found("hearing_scheduled", moment, status, what, f"dates.{status}", 0, 0)


_PAPER_SETS: Final = compiled(
    r"\b(?:set|scheduled|reset|noticed|presentment|hearing (?:date|on|to be held|for)|calendared|date set)\b"
)


def _transcribed(context: _Context, trail: bytes) -> bool:
    """ "Transcript of the March 4, 2026 hearing": it was held."""
    return context.plan.text[context.plan.title :][:10].lower() == "transcript" and bool(_NOUN_AFTER.search(trail))


def _hearing_name(lead: str) -> str:
    """The hearing the words name, with what stands before the noun: "Preliminary Injunction Hearing"."""
    nouns = [noun.end() for noun in _IS_HEARING.finditer(lead.encode("ascii"))]
    if not nouns:
        return _what(lead)
    words = lead[: nouns[-1]].split()[-4:]
    return " ".join(words).strip(" ,.;:()")


def _paper_sets(lead: bytes) -> bool:
    return bool(_PAPER_SETS.search(lead))


def _day_only(moment: Moment) -> Moment:
    return moment._replace(at=moment.at[:10])


def _terms(
    plan: Outline, text: str, data: bytes, own: Dated, hearing: dt.date | None, starts: list[int]
) -> list[Found]:
    found: list[Found] = []
    for term in terms(data, own, hearing):
        sentence = starts[bisect_right(starts, term.start) - 1]
        whole = data[sentence : term.start][-300:]
        if (_LIFE.search(whole) and not _NOW.search(whole)) or _RECOMMENDS.search(whole):
            continue
        around = data[sentence : term.end + 120]
        if _HISTORY.search(whole) or not _ANSWERING.search(around):
            continue
        found.append(
            Found(
                "deadline",
                term,
                "set",
                text[term.start : term.end],
                "dates.within",
                sentence if term.start - sentence < 160 else term.start,
                term.end,
            )
        )
    return found


def _quote_start(text: str, sentence: int, at: int, last: int) -> int:
    start = max(sentence, last if last < at else sentence, at - 120)
    while start < at and text[start] in " ,;.)(":
        start += 1
    return start


def _what(lead: str) -> str:
    """The last words before the date, without its prepositions: what is due, or which hearing."""
    words = lead.strip(" ,.;:()").split()
    while words and words[-1].lower().strip(",:") in {
        "on",
        "for",
        "by",
        "at",
        "to",
        "is",
        "set",
        "due",
        "held",
        "before",
        "no",
        "later",
        "than",
        "or",
        "and",
        "scheduled",
        "reset",
        "will",
        "be",
        "are",
    }:
        words.pop()
    return " ".join(words[-7:])


def _unique(found: list[Found]) -> list[Found]:
    """One finding for what is said twice (in a sentence, and again in the clerk's parenthesis)."""
    kept: dict[tuple[str, str, str], Found] = {}
    for one in found:
        key = (one.kind, one.moment.at, _same(one))
        kept.setdefault(key, one)
    return [one for one in kept.values() if not _restated(one, kept.values())]


def _restated(one: Found, others: Iterable[Found]) -> bool:
    """A hearing's day alone, where the same entry has the day with its hour."""
    return (
        one.kind == "hearing_scheduled"
        and len(one.moment.at) == 10
        and any(other.kind == one.kind and other.moment.at.startswith(one.moment.at + "T") for other in others)
    )


def _same(one: Found) -> str:
    if one.kind == "deadline":
        return one.what.lower()
    if one.kind == "hearing_scheduled":
        return next(
            (
                noun
                for noun in ("arraignment", "sentencing", "trial", "conference", "hearing")
                if noun in one.what.lower()
            ),
            "hearing",
        )
    return ""


def _as_date(plan: Outline, one: Found) -> FoundDate:
    start, end = plan.clean.span(one.start, one.end)
    return FoundDate(
        one.kind,
        one.moment.at,
        (start, end),
        plan.clean.raw[start:end],
        one.rule,
        one.moment.tz,
        one.what or None,
        one.moment.relative,
    )


def _as_event(plan: Outline, one: Found) -> Event:
    start, end = plan.clean.span(one.start, one.end)
    type_ = {"deadline": EventType.DEADLINE_SET, "hearing_held": EventType.HEARING_HELD}.get(
        one.kind, EventType.HEARING_SCHEDULED
    )
    outcome = one.status if type_ == EventType.HEARING_SCHEDULED else None
    return Event(
        type_.value, (start, end), plan.clean.raw[start:end], one.rule, outcome=outcome, detail=one.what or None
    )


def _undated(plan: Outline, text: str, data: bytes, found: list[Found]) -> list[Event]:
    """Hearings vacated or held without a date in the text: events, but no dates."""
    events: list[Event] = []
    if plan.speaker != "court":
        return events
    off = _BARE_OFF.search(data)
    if off and not any(one.status == "vacated" for one in found):
        events.append(_bare(plan, off.span(), EventType.HEARING_SCHEDULED, "vacated", "dates.vacated.undated"))
    held = _HELD_BARE.search(data)
    if held and not any(one.kind in {"hearing_held", "hearing_not_held"} for one in found) and not _TO_BE.search(data):
        events.append(_bare(plan, held.span(), EventType.HEARING_HELD, None, "dates.held.undated"))
    return events


def _bare(plan: Outline, where: tuple[int, int], type_: EventType, outcome: str | None, rule: str) -> Event:
    start, end = plan.clean.span(*where)
    return Event(type_.value, (start, end), plan.clean.raw[start:end], rule, outcome=outcome)
