"""Hearings and deadlines. An outlined entry in; found dates, and the events they are, out.

A date means something only through the words beside it. What stands before it since the last date ("due by", "hearing
set for", "held on") and after it ("is VACATED and RESET to") decides; dates of signature, entry, filing, birth, arrest
and history mean nothing here. A date travels with the words it was read from.
"""

from collections.abc import Iterable
from typing import Final

from .beside import (
    A_CANCELLING,
    DENIED,
    FEEBLE,
    FOREIGN,
    GRANT,
    HEARING,
    MUST,
    OF_THE_WEEK,
    RECOMMENDS,
    REFUSED,
    TO_MOVE,
    Context,
    Found,
    same,
    words_in,
)
from .date_rules import DEADLINE_BRACKETS, NEW_HOUR
from .deadlines import DUE, deadline_at, is_owed_before, owed_within, said_due
from .findings import Event, FoundDate
from .hearings import hearing_at, hour_given_up, old_hour, recites, replaced, taken_off, without_a_day
from .moments import Dated, Moment, moments, terms, terms_before
from .outline import Outline, sentence_starts
from .own_date import OwnDate
from .rule import compiled
from .vocabulary import EventType

_DATELIKE: Final = compiled(
    r"\d[/-]\d"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d"
    r"|\b(?:within|w/in?) |\b(?:today|tonight|tomorrow)\b|\blater than\b|\d day of\b"
    r"|\bof (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:by|on|for|until) (?:mon|tues|wednes|thurs"
    r"|fri)day\b|\b(?:have|given|granted|allowed) [^.;]{0,30}\b(?:day|week)"
)
"""Is there anything to read at all? Most entries hold no date but that of their entry."""
_ASKED_FOR: Final = compiled(r"\b(?:letter|re:)[^;]*\brequest")
_SIGNED_BEFORE: Final = compiled(
    r"\b(?:signed|filed|entered|dated|ordered by|issued)\b[^;.]{0,60}?(?: on|:) ?$"
    r"|\bordered by\b[^;]{0,80} on ?$|\bsigned\b[^;]{0,90} on ?$"
)
_WISH: Final = compiled(
    r"\b(?:request(?:s|ed|ing)?|asks?|asking|proposes?|proposing|proposed|seeks?|seeking) (?:that|to|for|an?"
    r"|the)\b|\b(?:government|counsel|plaintiffs?|defendants?|respondents?|parties) (?:has |have )?(?:stated?|represent"
    r"|indicate|advise|expect|anticipate)(?:s|d|ed)? (?:that )?(?:it|they|he|she)\b"
    r"|\bfor extension of time to\b"
)
_WANTS: Final = compiled(
    r"\b(?:asks?|wants?|wish(?:es)?)(?: [\[(]?\d+[\])]?)? (?:that|to|for|the)\b|\bdiscuss [^;.]*\bdates?\b"
    r"|\bmove[sd]?(?: [\[(]?\d+[\])]?)? (?:to (?:adjourn|continue|postpone|re-?set|reschedule|vacate|extend|advance)"
    r"|for (?:an? |the )?(?:[\w-]+ )?(?:adjournment|continuance|postponement|extension))\b"
)
_COURT_WANTS: Final = compiled(r"\b(?:court|undersigned) (?:(?:also|further|now|therefore) )?(?:asks|wants|wishes)\b")
""" "Respondents move to continue the hearing to May 9", and nothing in the entry grants it."""
_COURT_ASKS: Final = compiled(
    r"\b(?:the|this) court\b(?: (?:also|further|now))? (?:(?:directs|orders|sets)\b[^.;]*? and )?(?:asks"
    r"|requests) (?:that|the)\b"
)
_PROPOSED: Final = compiled(r"^proposed\b\W*(?:[a-eg-z\d]|f[a-hj-z]|$)")
"""What somebody would have the court sign sets nothing."""
_PROPOSED_TO: Final = compiled(
    r"\[proposed\] order (?:continuing|extending|re-?setting|setting|rescheduling|vacating)\b"
)
_PROPOSED_DAY: Final = compiled(r"\bproposed (?:[a-z]+ ){0,2}dates?(?: of)?:? $")
_PROPOSES: Final = compiled(
    r"\b(?:suggest|propos|recommend|request|ask)(?:s|ed"
    r"|ing)? that\b[^.;]*\bbe (?:due|filed|served)\b"
)
""" "Luis Ardo suggests that the response be due May 18": the day is no court's."""
_ASKS: Final = compiled(r"\b(?:request|ask|propos|seek|extension of|state|represent|indicat|advis|expect|anticipat)")
"""What every wish has a word of."""
_GIVEN: Final = compiled(r"\b(?:grant(?:ed|s|ing)|approved|allow(?:ed|s|ing))\b")
_RESETTING: Final = compiled(r"\border[^.:;]{0,20} (?:(?:re-?)?setting|continuing|rescheduling|adjourning)\b")
_UNDATED: Final = compiled(
    r"held|minutes|argued|heard|vacat|cancel|stri[ck]|continued (?:pending|until|gen)|adjourned (?:sine|w)"
    r"|not hearing|not called"
)
"""Is there anything to look for?"""


def read_dates(plan: Outline) -> tuple[list[FoundDate], list[Event]]:
    """Hearings and deadlines of an outlined entry: as dates, and as the events hearing_*, deadline_set."""
    text, data = plan.text[: plan.end], plan.data[: plan.end]
    if plan.speaker == "paper" and (_PROPOSED.has(data[plan.title :]) or _PROPOSED_TO.has(data)):
        return [], []
    found = _unique(_classified(plan, text, data, OwnDate(plan.text))) if _DATELIKE.has(data) else []
    undated = [] if recites(plan) or not _UNDATED.has(data) else without_a_day(plan, data, found)
    if not found:
        return [], undated
    dates = [_as_date(plan, one) for one in found if one.moment.at]
    recited = recites(plan)
    return dates, [_as_event(plan, one) for one in found if not (recited and one.kind == "hearing_held")] + undated


def _classified(plan: Outline, text: str, data: bytes, own: Dated) -> list[Found]:
    found: list[Found] = []
    all_moments = moments(data, own)
    by_court = plan.speaker == "court" or _is_clerks(plan)
    sets_hearing = _SETS_HEARING.has(data[plan.title : plan.title + 80])
    paper = plan.speaker == "paper" and not by_court and not sets_hearing
    if not all_moments and not by_court:
        return found
    starts = sentence_starts(text)
    words = words_in(data)
    place, previous_end = 0, 0
    for index, moment in enumerate(all_moments):
        while place + 1 < len(starts) and starts[place + 1] <= moment.start:
            place += 1
        sentence = starts[place]
        stop = starts[place + 1] if place + 1 < len(starts) else len(text)
        following = all_moments[index + 1].start if index + 1 < len(all_moments) else len(text)
        context = Context(
            plan,
            data[max(sentence, previous_end) : moment.start][-300:],
            data[sentence : moment.start][-400:],
            data[moment.end : min(stop, following)][:300],
            data[moment.end : stop][:200],
            paper,
            words,
            sentence < previous_end,
            found[-1] if found else None,
            all_moments[index + 1].at[:10] if following < stop else "",
        )
        one = _classify(context, moment)
        previous_end = moment.end
        if one:
            start = _quote_start(text, sentence, moment.start, found[-1].end if found else 0)
            found.append(one._replace(start=start, end=max(one.end, moment.end)))
            old = old_hour(context.trail, moment) if one.rule == NEW_HOUR else hour_given_up(context.trail, one)
            if old:
                found.append(found[-1]._replace(kind="hearing_vacated", moment=old, status="vacated"))
    found = replaced(taken_off(found, data), data)
    if by_court or sets_hearing:
        hearings = [one.moment for one in found if one.kind == "hearing_scheduled"]
        due = [one.moment for one in found if one.kind == "deadline"]
        before = [term for term in terms_before(data, hearings) if is_owed_before(data, term, starts)]
        found += owed_within(text, data, [*(terms(data, own, due) if by_court else ()), *before], starts)
    return sorted(found, key=lambda one: one.moment.start)


def _classify(context: Context, moment: Moment) -> Found | None:
    lead, whole, paper = context.lead, context.whole, context.paper
    due = said_due(context)
    signed = lead.rstrip(b" ")[-3:].lower().endswith((b" on", b":")) and (
        _SIGNED_BEFORE.has(lead) and not _ITS_HEARING_ON.has(lead)
    )
    if not moment.relative and signed and not (due or DUE.has(lead)):
        return None
    words = context.words
    if (words.recommends and RECOMMENDS.has(whole)) or (paper and words.foreign and FOREIGN.has(context.plan.data)):
        return None
    if _wished(context):
        return None
    hearing = None if signed else hearing_at(context, moment)
    if hearing and hearing.kind == "hearing_held" and OF_THE_WEEK.has(context.plan.data[moment.start : moment.end]):
        return hearing._replace(moment=moment._replace(at=""))
    if hearing and not (due and hearing.kind != "hearing_held" and not FEEBLE.has(lead)):
        return hearing
    return deadline_at(context, moment, due)


_ITS_HEARING_ON: Final = compiled(rf", (?:the|this court's) (?:[\w'-]+ ){{0,4}}?{HEARING} on ?$")
""" "Respondents having filed a notice, the conference on May 6 is vacated": the conference's day, not the filing's."""


def _wished(context: Context) -> bool:
    """A date somebody asks for is no date, unless the same entry grants it."""
    whole = context.whole
    if b"roposed" in whole and _PROPOSED_DAY.has(whole) and not GRANT.has(context.plan.data):
        return True
    if context.plan.speaker != "court":
        return b" be " in context.lead and _PROPOSES.has(whole)
    wants = _WANTS.search(whole)
    if wants and not (_GIVEN.has(context.plan.data) or MUST.has(whole[wants.end() :]) or _COURT_WANTS.has(whole)):
        return True
    if not _ASKS.has(whole) or (DENIED.has(context.trail) and TO_MOVE.has(whole)):
        return False
    if _ASKED_FOR.has(whole):
        entry = context.plan.data
        return REFUSED.has(entry) or not GRANT.has(entry)
    wish = _WISH.search(whole)
    settled = wish and (
        _COURT_ASKS.has(whole) or GRANT.has(whole) or b"shall" in whole or _RESETTING.has(context.plan.data[:120])
    )
    return bool(wish and not settled)


_SETS_HEARING: Final = compiled(
    rf"{A_CANCELLING}|^notification: |^notice: |^notice of (?:time change|change (?:of|in) (?:hearing )?(?:time|date"
    rf"|location))\b|^notification of (?:oral )?argument\b|^notice to appear(?: by [\w -]{{1,30}})?: "
    rf"|^notice (?:vacating|cancell?ing|re-?setting|continuing|rescheduling|adjourning|advancing|setting)"
    rf" (?:[\w'-]+ ){{0,4}}?{HEARING}\b"
    r"|^notice (?:of|re:?) (?:[\w()'-]+ ){0,3}?(?:(?:motion |status |show cause )*hearings?"
    r"|oral argument|(?:\w+ )*conference|trial|re-?setting|rescheduling|bond hearing as to)\b"
)
"""Such a notice sets a hearing, and what must be filed before it."""


def _is_clerks(plan: Outline) -> bool:
    """A notice by the clerk sets dates as an order does."""
    return plan.text[: plan.title].lower().rstrip().endswith(("clerk's", "clerks")) or plan.text[
        plan.title :
    ].lower().startswith(("notice to counsel", "notification of"))


def _quote_start(text: str, sentence: int, at: int, last: int) -> int:
    start = max(sentence, last if last < at else sentence, at - 120)
    while start < at and text[start] in " ,;.)(":
        start += 1
    return start


def _unique(found: list[Found]) -> list[Found]:
    """One finding for what is said twice (in a sentence, and again in the clerk's parenthesis)."""
    found = [one for one in found if not (one.rule == DEADLINE_BRACKETS and _said_too(one, found))]
    kept: dict[tuple[str, str, str], Found] = {}
    for one in found:
        key = (one.kind, one.moment.at, same(one))
        kept.setdefault(key, one)
    return [one for one in kept.values() if not _restated(one, kept.values())]




def _said_too(one: Found, others: Iterable[Found]) -> bool:
    """ "(Motions due by 5/8/2026.)": the clerk says again what the order says."""
    return any(
        other.kind == one.kind and other.rule != one.rule and other.moment.at[:10] == one.moment.at[:10]
        for other in others
    )


def _restated(one: Found, others: Iterable[Found]) -> bool:
    """A hearing's day alone, where the same entry has the day with its hour."""
    return (
        one.kind == "hearing_scheduled"
        and len(one.moment.at) == 10
        and any(other.kind == one.kind and other.moment.at.startswith(one.moment.at + "T") for other in others)
    )


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
