"""One entry in, its reading out: events and dates with their evidence, and what could not be read.

clean → outline → rules → events. A paper gives what filing it means; an act gives what each of its clauses does; the
clerk's own notes and titles of whole entries are read last. A ruling takes its kind from the motion beside its verb.
Some events follow from others by definition (a granted TRO is also entered): the table is ENTAILED.
"""

import re
from collections.abc import Iterable
from typing import Final

from . import titles
from .dates import read_dates
from .deadlines import SHOW_CAUSE
from .facts import Entry
from .families.endings import APPROVED, STIPULATED
from .families.motions import GRANTED_MEANS
from .findings import Event, Reading
from .outline import Clause, Outline, outline
from .rule import compiled
from .rules import ACT, ENTRY, PAPER, Match
from .text import clean, plain
from .vocabulary import EventType

T = EventType

ENTAILED: Final[tuple[tuple[EventType, str | None, EventType], ...]] = (
    # an event of this type, with this kind, outcome or sense, is also
    (T.MOTION_FILED, "enforce", T.NOTICE_OF_NONCOMPLIANCE_OR_MOTION_TO_ENFORCE),
    (T.HABEAS_RULING, "dismissed", T.DISMISSAL),
    (T.STAY_ENTERED, "removal_or_transfer", T.ORDER_NO_TRANSFER_OR_REMOVAL),
)
_ENTAILING: Final = frozenset(row[0]._value_ for row in ENTAILED)
GRANTS: Final = frozenset({"granted", "granted_in_part"})


def read_entry(entry: Entry) -> Reading:
    """The reading of one docket entry; of an empty text, an empty reading. Never raises for any text."""
    return read_text(entry.text, entry.id, entry.court_id)


def read_text(raw: str, entry_id: int = 0, court_id: str = "") -> Reading:
    if not raw.strip():
        return Reading(entry_id)
    plan = outline(clean(raw[:READ]))
    if plan.mark:
        note = _event(plan, T.ADMINISTRATIVE_ONLY, *plan.mark, "cancelled")
        return Reading(entry_id, (note,), cancelled=True, text_only=plan.text_only)
    noted = _OF_APPEALS.has(plan.data[:120]) and not _CITED.has(plan.data[:200])
    appellate = is_appellate(court_id) or noted
    dates, dated = read_dates(plan)
    read = _read(plan, appellate)
    events = _combined(_entailed([*_acted(plan, read), *dated])) if read else dated
    order_like = plan.speaker == "court"
    bare = all(event.type in _SAYS_NOTHING for event in events)
    seen = raw.strip() if order_like and bare and _is_short_title(plan) else None
    unread = (order_like and bare and not seen) or len(raw) > READ
    return Reading(entry_id, tuple(events), tuple(dates), unread=unread, seen=seen, text_only=plan.text_only)


READ: Final = 30_000
"""Characters of an entry that are read: many times what a clerk's form can hold. A longer entry counts as unread."""


_OF_APPEALS: Final = compiled(
    r"^\W*(?:certified (?:copy of )?|final |appeal |(?:un)?published |per curiam )*"
    r"(?:(?:order|opinion|judgment)(?:/| and ))?(?:order|mandate|opinion|judgment|decision"
    r"|memorandum (?:disposition|decision|opinion)|disposition) (?:of |from |by )?(?:the )?"
    r"(?:usca|(?:u\.?s\.? |united states )?court of appeals|bap|\d\w\w circuit|(?:first|second|third"
    r"|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|d\.?c\.?|federal) circuit)"
    r"|^\W*(?:usca|bap)(?:[ -][a-z]+){0,2} (?:order|mandate|opinion|judgment)"
    r"|^\W*supreme court case info"
)
"""A trial court's note of what a court of appeals did reads as that court's own act."""
_CITED: Final = compiled(
    r"^[^.;:]{0,100}?\b(?:circuit|appeals)\b[^.;:]{0,10}? in [^;:]{2,80}? v\. |\bfor veterans claims\b"
    r"|\bas supplemental authority\b"
)
"""… unless it was another case's."""


_SAYS_NOTHING: Final = frozenset({T.ADMINISTRATIVE_ONLY.value, T.SEALED_OR_RESTRICTED.value})
"""What an act may say without anybody knowing what it did."""


def is_appellate(court_id: str) -> bool:
    return (
        court_id.startswith("ca") and (court_id[2:].isdigit() or court_id in {"cadc", "cafc"})
    ) or court_id == "scotus"


def _read(plan: Outline, appellate: bool) -> list[Event]:
    """The events of the entry's own words, by scope."""
    data = plan.data[: plan.end]
    events = [
        _event(plan, m.rule.type, *_sentence(plan.text, m.start, m.end, plan.end), m.rule.name, m)
        for m in _first_of_type(ENTRY.matches(data, appellate=appellate))
    ]
    if plan.speaker != "court":
        events += _paper(plan, appellate)
    if plan.clauses:
        events += _acts(plan, appellate, advice=any(one.type == T.REPORT_AND_RECOMMENDATION for one in events))
    if any(one.type == T.VOLUNTARY_DISMISSAL and _is_ordered(plan, one) for one in events):
        events += [_following(one, T.DISMISSAL, "so ordered") for one in events if one.type == T.VOLUNTARY_DISMISSAL]
    return events


_SIGNED: Final = compiled(r"\bsigned\b|\bjudge\b|\bso ordered\b|\bordered by\b")


def _is_ordered(plan: Outline, given_up: Event) -> bool:
    """Did a judge order what the parties agreed on, under their paper or in an order of its own?"""
    if plan.speaker == "paper":
        return bool(plan.clauses)
    return given_up.rule == APPROVED or (given_up.rule == STIPULATED and _SIGNED.has(plan.data))


def _paper(plan: Outline, appellate: bool) -> list[Event]:
    """A paper's events; "PETITION … and MOTION …" is two papers in one."""
    events: list[Event] = []
    starts = _papers(plan)
    for start, end in zip(starts, [*starts[1:], plan.end], strict=True):
        title = plan.text[start:end]
        events += [
            _event(
                plan,
                match.rule.type,
                *_sentence(plan.text, start + match.start, start + match.end, end),
                match.rule.name,
                match,
            )
            for match in _first_of_type(PAPER.matches(title.encode("ascii"), appellate=appellate))
        ]
        events += _motions(plan, start, title)
    return events


def _papers(plan: Outline) -> list[int]:
    if plan.data[plan.title : plan.title + 1] not in b"pPcCmMaAoOrRnNlL":
        return [plan.title]
    found = _SECOND_PAPER.search(plan.data[plan.title : min(plan.end, plan.title + 300)])
    second = max(found.start(name) for name in _SECOND_PAPER.names) if found else 0
    return [plan.title, plan.title + second] if second > 0 else [plan.title]


_SECOND_PAPER: Final = compiled(
    r"^(?:petition|complaint)(?:[^;.]|\.[^ ]|u\.s\.c\. )*?(?: and|,|,? (?:with|together with|combined with))"
    r" (?P<second>(?:an? |emergency |ex parte )*(?:motion|application) (?:for|to) )"
    r"|^(?:cross-)?(?:motion|application)[^;.]*?(?:or,? )?in the alternative,? (?P<other>response|answer)"
    r"|^(?:cross-)?motion (?:for (?:partial )?summary|to dismiss)[^;.]*? and (?:[a-z]+ )?(?P<against>(?:opposition|"
    r"response)(?: in opposition)? (?:to|re) )"
    r"|^notices? of (?:settlement|appeal|(?:non-?)?compliance|violation"
    r"|dismissal|transfer)\b[^;.]{0,80}? and (?P<noticed>(?:joint "
    r"|unopposed |emergency |agreed )*motions? (?:for|to) )"
    r"|^letter\b[^;]{0,160}? (?:construed|treated|docketed) as (?:an? )?(?P<construed>(?:emergency )?"
    r"(?:motion|application) (?:for|to) )"
    r"|^(?:opposition|response|answer|return)[^;.]*? and"
    r" (?P<crossing>(?:cross-?)?motion (?:for (?:partial )?summary|to dismiss)\b)"
)
_IS_MOTION: Final = compiled(
    r"^(?:(?:ex parte |cross[- ]|letter |emergency |joint )*(?:motions?|application|request)\b"
    r"|notice of (?:[a-z-]+ ){0,3}(?:motion|application) (?:and|&) (?P<noticed>(?:[a-z-]+ ){0,3}(?:motion|application))"
    r"|stipulat\w+ (?:and )?motion|appeal of magistrate judge)"
)
_IS_SETTING: Final = compiled(
    r"^(?P<what>motions?\b[^.;]*?)(?:\bhearing (?:re)?(?:set|scheduled)|\b(?:re)?(?:set|scheduled"
    r"|noticed) for (?:an? )?"
    r"(?:[a-z]+ )?(?:hearing|argument)\b"
    r"| (?:argued|heard)(?:\W*$|[.;,] | and (?:argued|submitted|taken)\b|,? (?:on|before) [a-z\d])"
    r"|(?:,| -| was| is)? (?:taken )?under (?:submission|advisement)\b"
    r"| - (?:motion |oral )?(?:hearing|argument)s? (?:was )?held\b)"
)
_HANDED_IN: Final = compiled(r"\bfiled\b|\bby\b|\b(?:be|been|have|had|has|was|were|as|that|which|who|not|never)\b")
""" "Motion to Enforce set for hearing" is about a motion made before; "MOTION to be heard" is one."""
_FILED_BY: Final = compiled(r"[.;] ?filed by\b")
""" "MOTION for Stay Motion Hearing set for 5/4/2026. … filed by Luis Ardo": it is made here."""
_NOTICED: Final = len("notice of motion and ")
_QUOTE: Final = 240
"""Characters of evidence at most: the whole operative clause, or as much of it as stands around the words read."""
_CLOSE: Final = 160
_END: Final = re.compile(r"(?<!\b[A-Za-z])(?<!\b(?:No|Dr|Mr|Ms|St|Jr|vs))\. |; | \(|\.?\[Entered")


def _sentence(text: str, start: int, end: int, limit: int) -> tuple[int, int]:
    """From the words a rule read to the end of their sentence or bracket."""
    limit = min(limit, start + _QUOTE)
    stop = _END.search(text, end, limit)
    return start, _whole_word(text, start, stop.start() if stop else limit, limit)


def _in_clause(text: str, clause: Clause, match: Match) -> tuple[int, int]:
    """The clause, from its subject on if it is short. What is ordered of a release stays bare: no place, no hour."""
    start, end = clause.start + match.start, clause.start + match.end
    if match.rule.type == T.RELEASE_ORDERED:
        return start, _whole_word(text, start, end, clause.end)
    if clause.end - clause.start <= _QUOTE or end - clause.start <= _CLOSE:
        start = clause.start
    return start, _whole_word(text, start, clause.end, clause.end)


def _whole_word(text: str, start: int, end: int, limit: int) -> int:
    """`end`, moved so that no word is cut and the quote is not too long."""
    if end - start > _QUOTE:
        return max(text.rfind(" ", start, start + _QUOTE), start + 1)
    while 0 < end < limit and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return end


def _motions(plan: Outline, start: int, title: str) -> list[Event]:
    """A motion filed gives one event for each kind of relief it asks for; other papers give none."""
    data = title.encode("ascii")
    motion = _IS_MOTION.search(data)
    if not motion or _is_setting(data) or _HEARD_ON.has(plan.data[:start]):
        return []
    skip = max(motion.start("noticed"), 0)
    if title.lower().startswith("appeal of"):
        asked = [titles.Relief("other", None, "appeal of a magistrate judge's decision")]
    else:
        asked = titles.reliefs(title[skip:])
    where = _sentence(plan.text, start, start + min(len(title), _NOTICED), start + len(title))
    return [
        _event(plan, T.MOTION_FILED, *where, _motion_rule(relief), kind=relief.kind, detail=relief.words)
        for relief in asked
    ]


_HEARD_ON: Final = compiled(
    r"\b(?:hearings?|arguments?) (?:on|re:?|regarding|as to) (?:(?:the|an?|\[?\d+\]?|[a-z]+'s?|emergency|joint"
    r"|oral) )*$"
)
""" "Hearing on Motion to Enforce": about a motion that was made before."""


def _is_setting(title: bytes) -> bool:
    """Does the entry only say when a motion is heard, or that it was?"""
    setting = _IS_SETTING.search(title)
    return setting is not None and not _HANDED_IN.has(setting["what"] or b"") and not _FILED_BY.has(title)


def _motion_rule(relief: titles.Relief) -> str:
    return relief.rule.name if relief.rule else titles.OTHER_MOTION


_RECOMMENDATION: Final = compiled(r"^[^.:;]*recommend")
_RECOMMENDS: Final = compiled(
    r"\brecommend(?:s|ing)?\b|\brecommendations? for (?:entry of )?(?:an )?orders?\b|\brecommended that\b"
    r"|\brecommended (?:grant|deny|dismiss)ing\b|\bis recommended\b|\brecommendations? (?:of [^,;:]*?)?(?:is "
    r"|are )?that\b"
)


_RECITED: Final = compiled(
    r"^(?:on [^,;]{3,25}, )?(?:the|this) (?:court|undersigned) (?:previously |had |earlier )*(?:ordered|directed"
    r"|required)\b"
)
"""What an order to show cause tells of the order that was not obeyed: nothing is ordered again."""
_TAKEN_UP: Final = compiled(r"^(?:(?:reject|adopt|accept)(?:s|ing)|declin(?:es|ing) to (?:adopt|follow|accept)) ")
""" "Rejects the recommendation that the petition be denied": an act all the same."""
_ORDERED: Final = compiled(r"\bit is (?:[a-z]+ ){0,2}ordered\b")
_IMAGINED: Final = compiled(
    r"^(?:granting|denying|allowing|dismissing|entering|issuing|vacating|affirming|reversing)\b[^;]*? (?:(?:would|could"
    r"|might) (?:be|have|moot|not|render|require|cause|lead|leave|make|mean)|is (?:not |un)(?:warranted|appropriate"
    r"|justified|proper|necessary))\b|^granting [^;,]*? (?:(?:will|shall) (?:then )?(?:follow|enter|issue"
    r"|be (?:entered|issued|filed|docketed))|is forthcoming)\b|^i would\b"
)
""" "Granting the motion would be premature"; "an order granting the motion will follow"."""
_OF_THINGS: Final = compiled(r"\b(?:that|which|who) (?:would|could|might)\b")
""" "Granting 5 Motion to Seal papers that would be harmful": an act all the same."""
_TENTATIVE: Final = compiled(r"\btentative(?:ly)?\b")
_SETTLED: Final = compiled(r"\b(?:adopt|affirm|confirm|final|becom|no longer)")
""" "The tentative ruling granting the motion": none yet. "Adopts its tentative ruling and grants it": one."""
_ADVISED: Final = compiled(r"\bshould (?:not )?be (?:[a-z]+ly )?[a-z]+ed\b")


def _acts(plan: Outline, appellate: bool, *, advice: bool) -> list[Event]:
    """What each clause does. In a recommendation nothing after the word is an act, but for what a magistrate judge
    orders until it is taken up: that nobody moves the person. Elsewhere that clause is none.

    `advice`: the entry is a magistrate judge's, in which "should be granted" recommends too.
    """
    events: list[Event] = []
    lowered = plan.text.lower()
    recommends, tentative = "recommend" in lowered, "tentative" in lowered
    recommendation = recommends and _RECOMMENDATION.has(plan.data[plan.title : plan.title + 60])
    advised, recites = False, SHOW_CAUSE.has(plan.data)
    for clause in plan.clauses:
        since = max(clause.since - len("recommended "), clause.end - 2_000, 0)
        near = plan.data[since : clause.end] if recommends else b""
        if near and _RECOMMENDS.has(near) and (advice or not _TAKEN_UP.has(clause.text.encode("ascii"))):
            advised = advised or recommendation
            continue
        if advised and not _ORDERED.has(plan.data[clause.since : clause.start]):
            continue
        if advice and _ADVISED.has(plan.data[clause.start : clause.end]):
            continue
        said = clause.text.encode("ascii")
        if recites and _RECITED.has(said):
            continue
        if (tentative and _is_tentative(plan, clause)) or (_IMAGINED.has(said) and not _OF_THINGS.has(said)):
            continue
        not_ruled = _not_ruled(plan.data[clause.start : clause.end], plan.data[: clause.start]) if appellate else None
        for match in _first_of_type(ACT.matches(said, appellate=appellate)):
            if not_ruled and match.rule.name == not_ruled:
                continue
            if advised and match.rule.type not in _BY_MAGISTRATE:
                continue
            if match.rule.type == T.ORDER_ON_MOTION:
                ruled = _ruling(plan, clause, match)
                events += [one for one in ruled if one.kind in _SMALL] if advised else ruled
            else:
                events.append(
                    _event(plan, match.rule.type, *_in_clause(plan.text, clause, match), match.rule.name, match)
                )
    return events


_OWN: Final = compiled(
    r"\bclerk'?s? (?:[a-z]+ )?orders?\b"
    r"|\b(?:(?:this|our|the) (?:court|panel)'s|our|panel's) (?:[a-z\d/,-]+ ){0,4}?orders?\b"
    r"|\borders? (?:[a-z\d/,]+ ){0,5}?(?:of|by) (?:this court|the clerk|the panel)\b"
    r"|\b(?:orders? (?:[a-z\d/,]+ ){0,5}?(?:dismissing|that dismissed)|dismissal of) (?:this|the|his|her|its|their)"
    r" (?:appeal|petition for review)\b"
    r"|^vacating (?:the )?(?:[a-z]+ )?order (?:[a-z\d/,]+ ){0,5}?dismissing (?:case|appeal|petition for review)\b"
    r"|\bshow cause\b|\brehearing (?:en ?banc )?(?:is |are )?granted\b"
    r"|^(?:vacating )?(?:(?:the|this|oral|case|prior|previous|existing|current|pending|scheduled|briefing|telephonic"
    r"|mediation|order of|en banc) )*"
    r"(?:submission|arguments?|hearings?|conference|schedule|deadlines?|calendar|sitting|referral|abeyance)\b"
    r"|^(?:(?:the|our|this court's|panel|prior|previous|majority|per curiam) )+(?:opinions?|memorandum"
    r"|disposition|summary order)\b|\bpanel(?:'s)? (?:opinion|decision|disposition|judgment)s?\b"
)
_BELOW: Final = compiled(r"\b(?:bia|bia's|board|agency|district|immigration|ij)\b")
_HALVED: Final = compiled(r"^granted,? in part\b")


_BARE: Final = compiled(r"^denied\W*$")
_ASKED_BEFORE: Final = compiled(r"\b(?:asks?|moves?|requests?|seeks?|motions?|applications?)\b")
_TO_REVIEW: Final = compiled(r"\bpetitions?\b")


def _not_ruled(said: bytes, before: bytes) -> str | None:
    """The rule that has no say in this clause of a court of appeals, if there is one.

    "The order dismissing this appeal is vacated": the court's own, and no ruling on what was appealed; so are its
    calendar and a panel's opinion. "GRANTED IN PART, DENIED IN PART", of who knows what, is no denial; nor is "Denied."
    after what somebody asked for on the way.
    """
    if _BARE.has(said) and _ASKED_BEFORE.has(before) and not _TO_REVIEW.has(before):
        return "appellate_ruling.denied"
    if _HALVED.has(said):
        return "appellate_ruling.denied"
    return "appellate_ruling.vacated" if _OWN.has(said) and not _BELOW.has(said) else None


_BY_MAGISTRATE: Final = frozenset({T.ORDER_NO_TRANSFER_OR_REMOVAL, T.ORDER_ON_MOTION})
_SMALL: Final = frozenset({"other", "extension"})
"""What a magistrate judge may order beside a recommendation: that nobody moves the person, and what ends no case."""


def _is_tentative(plan: Outline, clause: Clause) -> bool:
    """Is it what the court thinks so far: "issues its tentative ruling granting the motion"?"""
    before = plan.data[max(0, clause.start - _CLOSE) : clause.start].rpartition(b". ")[2]
    said = before + plan.data[clause.start : clause.end]
    return _TENTATIVE.has(said) and not _SETTLED.has(said)


def _ruling(plan: Outline, clause: Clause, match: Match) -> list[Event]:
    """A verdict and the motion beside it: one event for each kind of relief, and what granting that does by itself.

    A bare title ("the motion is DENIED") takes its kind from the motion last named before it. No motion, no event.
    """
    begin, finish = match.title or (match.start, match.end)
    title = clause.text[begin:finish]
    if reasoned := _REASONED.search(title.encode("ascii")):
        title = title[: reasoned.end("bare")]
    if match.rule.outcome == "deferred" and _SET_FOR.has(title.encode("ascii")):
        return []
    found = _asked_for(title) if match.rule.kind is None else [titles.Relief(match.rule.kind, None, "")]
    if len(found) > 1 and "alternativ" in title.lower() and (
        match.rule.outcome == "granted_in_part" or (match.rule.outcome == "granted" and _FIRST_ALONE.has(plan.data))
    ):
        found = found[:1]
    if (found and not found[0].words and match.rule.kind is None) or (not found and titles.is_bare(title)):
        named = titles.named_before(plan.text[max(0, clause.start + begin - titles.NEAR) : clause.start + begin])
        named = named or _named_after(plan, clause.start + match.end) or _by_heading(plan, match.rule.outcome)
        if len(named) > 1 and "alternative" in title.lower():
            named = named[1:]
        found = [relief._replace(words="") for relief in named] or found or _by_letter(plan)
    if not found and match.rule.kind is None:
        found = titles.named(title, alone=match.rule.name.endswith(".after"))
    if match.rule.outcome == "granted" and _TO_A_JUSTICE.has(title.encode("ascii")) and _STAYED.has(plan.data):
        found = [titles.Relief("stay", titles.OF_JUSTICE, "")]
    if [relief.words.lower() for relief in found] == ["compel"] and _OBEYED.has(plan.data):
        found = [titles.Relief("enforce", titles.of_kind("enforce"), found[0].words)]
    undated = _DATES.sub("then", title)
    pointed = titles.targets(undated) or tuple(int(one) for one in _MARKED.findall(undated))
    if not found and match.rule.kind is None and _NUMBERS.search(title.encode("ascii")):
        found = [titles.Relief("other", None, "")]
        pointed = tuple(dict.fromkeys(int(one) for one in re.findall(r"\d+", title)))
    where = _in_clause(plan.text, clause, match)
    events: list[Event] = []
    for relief in found:
        events.append(
            _event(
                plan,
                T.ORDER_ON_MOTION,
                *where,
                match.rule.name,
                match,
                kind=relief.kind,
                detail=relief.words or None,
                targets=pointed,
            )
        )
        after = plan.data[clause.start + finish :]
        if relief.kind == "stay" and match.rule.outcome == "granted_in_part" and _NO_STAY.has(after):
            continue
        if match.rule.outcome in GRANTS and relief.rule and not _ONLY_TO_HEAR.has(clause.text[finish:].encode("ascii")):
            for follows, sense in GRANTED_MEANS.get(relief.rule.name, ()):
                event = _event(plan, follows, *where, f"{match.rule.name}>{relief.rule.name}", targets=pointed)
                events.append(event._replace(sense=sense))
    return events


_REASONED: Final = compiled(
    r"^(?P<bare>(?:the|this|that|his|her|their|its|such) (?:motion|request|application))"
    r" (?:does|do|did|fails?|lacks?|was|is|has|had) [^;]*$"
)
""" "The request does not comply with the rules and is DENIED"."""
_ONLY_TO_HEAR: Final = compiled(
    r"\b(?:to the (?:limited )?extent|(?:only )?insofar as)\b[^;]*?\b(?:hear(?:s|ing)?\b|argument|expedit\w+"
    r"|schedul\w+|brief\w*|consider\w*)"
)
"""A motion is granted as far as it asks to be heard soon: nothing that it asks for is in force."""
_FIRST_ALONE: Final = compiled(
    r"\balternative (?:motion|request|relief|application)[^;.]{0,60}? (?:is|are|as) (?:[a-z]+ ){0,2}?(?:denied|moot)\b"
)
""" "Granting 5 Motion to Stay and, in the alternative, for Preliminary Injunction": which of the two."""
_NO_STAY: Final = compiled(
    r"\b(?:motion|request|application) (?:to|for an?) stay\b[^.;]*? (?:is|are) (?:[a-z]+ )?denied\b"
    r"|\bno stay (?:is|will be|shall be) (?:entered|granted|issued)\b"
)
""" "A stay and expedition are granted in part: … The request to stay the order is denied"."""
_OBEYED: Final = compiled(
    r"\b(?:satisfied|complied with|obeyed|violated) (?:(?:the|this|its|court'?s|own|prior|previous|\d+) )*"
    r"(?:(?:opinion|memorandum) and order|order|judgment|writ|injunction)\b"
)
"""What a motion "to compel" was about, where the court tells whether an order was obeyed."""
_SET_FOR: Final = compiled(r",? (?:which (?:is|was) )?(?:set|scheduled|noticed|calendared) (?:on|for) [^;]*$")
""" "The motion, set for hearing on June 12, is taken under submission": the hearing is off, nothing is put off."""
_TO_A_JUSTICE: Final = compiled(
    r"^application \(\d\da\d+\)$|^(?:the )?(?:government|respondents|appellants?)'?s?'? (?:emergency )?motion$")
_STAYED: Final = compiled(r"\border\b[^;]*? (?:is|are) (?:hereby )?stayed\b")
"""The Supreme Court's own words name an application by its number, and after the verdict what it asked for."""
_NUMBERS: Final = compiled(r"^ ?(?:\[?(?:[2-9]|\d{2,4})\]?(?:,? and |, ?| ?& ?| ?\.? ?$))+$")
"""The verb governs bare numbers ("granting 30 and 31"). The first entry is no motion."""
_DATES: Final = re.compile(
    r"\b(?:\d{1,2}/\d{1,2}/|[A-Z][a-z]{2,8}\.? \d{1,2}, )\d{2,4}\b|\b\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d\b")
_MARKED: Final = re.compile(r"[\[(]D(?:oc|kt)?\. ?(?:[Nn]o\. ?)?(\d{1,4})[\])]")
_REFERENCE: Final = re.compile(r" \((?:doc|dkt|docket|ecf|d\.?e)\b[^()]{0,20}\d\)", re.IGNORECASE)
_REQUEST: Final = compiled(
    r"(?:^|\b(?:the|an?|this|that|his|her|its|their|part(?:y|ies)|plaintiffs?|defendants?|petitioners?|respondents?"
    r"|government|appell(?:ant|ee)s?|joint|letter|streamlined|stipulated|agreed|unopposed|consent|oral|emergency"
    r"|renewed|further|second|written|alternative|[a-z]+s?'s?|[\d\]]+) )(?P<request>requests?)(?: \[\d+\])? (?:for|to"
    r"|seeking|that)\b|\b(?P<letter>letters?) (?:requesting|seeking)\b|^\[?\d+\]? (?:joint )?(?P<alone>letter)[ .]*$"
)
_REHEARING: Final = compiled(
    r"(?:^|\) |\bthe |[a-z]'s? |^\[?\d+(?:-\d+)?\]? )petitions? for (?:[a-z-]+ ){0,3}(?:re)?hearing\b"
)
_PRAYER: Final = compiled(
    r"\brequests? (?:that [^;]*?\b(?:releas|writ|petition|habeas|bond)"
    r"|for (?:an? |the |his |her |immediate )*(?:release|writ|habeas)\b)"
)
"""What a petition asks for is no motion."""


def _asked_for(title: str) -> list[titles.Relief]:
    """What the motion, or the request that is none by its name, asks for; a reference in between set aside."""
    plain = _REFERENCE.sub(" ", title) if "(" in title else title
    lowered = plain.lower()
    if " to request " in lowered:
        plain = plain[: lowered.index(" to request ")] + " for" + plain[lowered.index(" to request ") + 11 :]
        lowered = plain.lower()
    data = plain.encode("ascii")
    if "rehearing" in lowered and _REHEARING.has(data):
        return [titles.Relief("other", None, "rehearing")]
    if "request" in lowered and "motion" not in lowered and " ad " not in lowered and _PRAYER.has(data):
        return []
    found = titles.reliefs(plain)
    if found or ("request" not in lowered and "letter" not in lowered):
        return found
    request = _REQUEST.search(data)
    if not request:
        return []
    at = max(request.end("request"), request.end("letter"), request.end("alone"))
    return titles.reliefs("motion" + plain[at:])


_AFTER: Final = compiled(r"^[ .:;,'\")]*re:? (?P<title>(?:the |\[?\d+\]? )[^.;]*)")


def _named_after(plan: Outline, start: int) -> list[titles.Relief]:
    """ "GRANTED. re 9 Motion to Stay": the motion stands after the verdict."""
    after = _AFTER.search(plan.data[start : min(plan.end, start + _QUOTE)])
    return titles.reliefs(plan.text[start + after.start("title") : start + after.end("title")]) if after else []


_HEADED: Final = compiled(r"^\W*(?:(?P<tro>{tro})|(?P<pi>{pi}))\b")


def _by_heading(plan: Outline, outcome: str | None) -> list[titles.Relief]:
    """ "TEMPORARY RESTRAINING ORDER. Granting 2 Ex Parte Application": the heading says what was asked for."""
    headed = _HEADED.search(plan.data[:_SHORT]) if outcome in GRANTS else None
    kind = next((kind for kind in _HEADED.names if headed and headed[kind]), None)
    return [titles.Relief(kind, titles.of_kind(kind), "")] if kind else []


_LETTER: Final = compiled(r"^\W*(?:memo(?:randum)?[ -]endors|endorse|order (?:re|on|granting|denying)[^.]*letter)")


def _by_letter(plan: Outline) -> list[titles.Relief]:
    """A bare "Granted." endorsed on a letter grants what the letter asks; on a petition, the petition."""
    data = plan.data[plan.title : plan.title + 300]
    if not _LETTER.has(data) or _ON_PETITION.has(data):
        return []
    asked = _LETTER_ASKS.search(data)
    start = plan.title + asked.end() if asked else 0
    found = titles.reliefs(f"motion for {plan.text[start : start + 100]}") if asked else []
    return found if found and found[0].kind == "extension" else [titles.Relief("other", None, "")]


_LETTER_ASKS: Final = compiled(r"\b(?:requesting|seeking|asking|requests?|to request) (?:for |to )?(?:an? )?")
_ON_PETITION: Final = compiled(r"^[^.;:]*\bre:? {petition}")


def _one_family(match: Match, other: Match) -> bool:
    """A court of appeals may say several things in a few words: "we vacate and remand"; so does "as is the motion"."""
    if match.rule.name.endswith(".likewise") or other.rule.name.endswith(".likewise"):
        return False
    several = match.rule.type == T.APPELLATE_RULING and match.rule.outcome != other.rule.outcome
    return match.rule.type == other.rule.type and not several


def _first_of_type(matches: Iterable[Match]) -> list[Match]:
    """Of the rules of one type whose words overlap, the first in the table."""
    kept: list[Match] = []
    for match in matches:
        if not any(_one_family(match, other) and match.start < other.end and other.start < match.end for other in kept):
            kept.append(match)
    return kept


_MAGISTRATE: Final = compiled(r"\bmagistrate\b")
_SIDES: Final = (
    (
        "respondent",
        compiled(
            r"\b(?:by|behalf of|of) (?:the )?(?:respondents?|defendants?|government|warden|united states"
            r"|u\.?s\.? |appellees?)\b"
        ),
    ),
    ("petitioner", compiled(r"\b(?:by|behalf of|of) (?:the )?(?:petitioners?|plaintiffs?|applicants?|appellants?)\b")),
)
"""Which side files, where the entry names it by its role; a name alone says nothing."""


def _actor(plan: Outline) -> str | None:
    """judge, magistrate, petitioner (the side that sued) or respondent; None where the entry does not say."""
    if plan.speaker == "court":
        return "magistrate" if _MAGISTRATE.has(plan.data) else "judge"
    if plan.speaker == "clerk":
        return None
    data = plan.data[plan.title : min(plan.end, plan.title + 400)]
    return next((side for side, words in _SIDES if words.has(data)), None)


def _acted(plan: Outline, events: list[Event]) -> list[Event]:
    actor = _actor(plan)
    if plan.speaker != "court" and any(event.type in _BY_COURT for event in events):
        return [event._replace(actor="judge" if event.type in _BY_COURT else actor) for event in events]
    return [event._replace(actor=actor) for event in events] if actor else events


_BY_COURT: Final = frozenset({T.STAY_ENTERED.value, T.ORDER_ON_MOTION.value, T.DISMISSAL.value})
"""Who files a paper does none of these, though they stand in one entry with it."""


_EDGES: Final = " .,;:*-([{"


def _event(
    plan: Outline,
    type: EventType,
    start: int,
    end: int,
    name: str,
    match: Match | None = None,
    *,
    kind: str | None = None,
    detail: str | None = None,
    targets: tuple[int, ...] = (),
) -> Event:
    while end - start > 1 and plan.text[start] in " .,;:*-":
        start += 1
    while end - start > 1 and plan.text[end - 1] in _EDGES:
        end -= 1
    begin, finish = plan.clean.span(start, end)
    rule = match.rule if match else None
    return Event(
        type._value_,
        (begin, finish),
        plan.clean.raw[begin:finish],
        name,
        kind=kind or (rule.kind if rule else None),
        outcome=rule.outcome if rule else None,
        targets=targets,
        detail=detail or (rule.detail if rule else None),
        sense=rule.sense if rule else None,
    )


def _entailed(events: list[Event]) -> list[Event]:
    """What follows by definition, once, and only where the entry does not say it itself."""
    if not any(event.type in _ENTAILING for event in events):
        return events
    result = list(events)
    for event in events:
        for of_type, mark, follows in ENTAILED:
            holds = event.type == of_type and mark in {None, event.kind, event.outcome, event.sense}
            if holds and not any(other.type == follows for other in result):
                result.append(_following(event, follows, follows.value))
    return result


def _following(event: Event, type: EventType, why: str, sense: str | None = None) -> Event:
    """An event that follows from another: same words, same targets; its rule says from which and why."""
    return Event(type.value, event.span, event.quote, f"{event.rule}>{why}", targets=event.targets, sense=sense)


def _combined(events: list[Event]) -> list[Event]:
    """One event for what is said twice: same type, kind and outcome, unless the motions are different ones."""
    events = [event for event in events if not _leaves_rest(event)]
    if len(events) < 2:
        return _one_appellate(events)
    events = _one_stay(_to_a_judge(events))
    kept: list[Event] = []
    for event in events:
        twin = next((n for n, other in enumerate(kept) if _same(event, other)), None)
        if twin is None:
            kept.append(event)
        else:
            kept[twin] = kept[twin]._replace(targets=tuple(dict.fromkeys((*kept[twin].targets, *event.targets))))
    return _one_ruling(_whole(_one_motion(_halves(_one_appellate(_threatened(kept))))))


def _leaves_rest(event: Event) -> bool:
    """Is a petition denied in part, and no more said? The rest of it is not decided."""
    denied = (event.type, event.outcome) == (T.HABEAS_RULING, "denied")
    return denied and _DENIED_IN_PART.has(plain(event.quote))


_DENIED_IN_PART: Final = compiled(
    r"\bden(?:ied|ying|ies)\b[^;]*? (?:in part\b|to the extent\b|insofar as\b|as to (?:counts?|claims?|grounds?) (?:\d"
    r"|[ivx]+\b|one\b|two\b|three\b))"
)


def _to_a_judge(events: list[Event]) -> list[Event]:
    """Under the bare heading "ORDER OF TRANSFER" the case goes to another judge: it stays in this court."""
    if not any(event.type == T.CASE_REASSIGNED for event in events):
        return events
    return [event for event in events
            if event.type != T.TRANSFER_OUT or not _TRANSFER_ALONE.has(event.quote.encode())]


_TRANSFER_ALONE: Final = compiled(r"^(?:order of transfer|transfer order|(?:order )?directing transfer)\W*$")


def _threatened(events: list[Event]) -> list[Event]:
    """Under the bare heading "ORDER TO SHOW CAUSE" a sentence asks why nobody should be punished: one order."""
    if not any(event.type == T.ORDER_TO_SHOW_CAUSE and event.sense == "threat" for event in events):
        return events
    return [
        event
        for event in events
        if event.type != T.ORDER_TO_SHOW_CAUSE or event.sense != "routine" or _ASKS_WHY.has(event.quote.encode())
    ]


_ASKS_WHY: Final = compiled(r"\bwhy\b|\bpetition\b|\bwrit\b")


_OTHER_HALF: Final = compiled(
    r"^(?:grant|den|allow)(?:ing|ying|s|ies) (?:it|the same|the (?:motion|application|request)) (?:only )?(?:as to|with"
    r" respect to|insofar as|to the extent)\b"
)


def _halves(events: list[Event]) -> list[Event]:
    """ "Denying 2 Motion as to the class and granting it as to Petitioner": one motion, granted in part."""
    rulings = [event for event in events if event.type == T.ORDER_ON_MOTION]
    for other in rulings:
        if not _OTHER_HALF.has(other.quote.encode("ascii", "replace")):
            continue
        one = next((event for event in rulings if event.kind == other.kind
                    and {event.outcome, other.outcome} == {"granted", "denied"}), None)
        if one:
            whole = one._replace(outcome="granted_in_part")
            return [whole if event is one else event for event in events if event is not other]
    return events


_A_PART: Final = compiled(
    r"^(?:(?:the|all|any) (?:requests? (?:for|to|as to|that)\b|(?:balance|rest) of\b)"
    r"|(?:the|that) (?:motion|application|request) (?:is|are) (?:hereby )?denied\b)"
)


def _one_motion(events: list[Event]) -> list[Event]:
    """A motion or petition granted in part is decided: "the request for costs is denied" says which part was not."""
    rulings = [event for event in events if event.type == T.ORDER_ON_MOTION]
    halved = {event.kind for event in rulings if event.outcome == "granted_in_part"}
    if any(event.type == T.HABEAS_RULING and event.outcome == "granted_in_part" for event in events):
        halved.add("other")
    elif len(rulings) < 2:
        return events
    if not halved:
        return events
    return [
        event
        for event in events
        if event.type != T.ORDER_ON_MOTION
        or event.outcome != "denied"
        or event.kind not in {*halved, "other"}
        or event.targets
        or not _A_PART.has(event.quote.encode())
    ]


_ONE_CLAIM: Final = compiled(r"^[^;]*\b(?:claims?|counts?)\b[^;]* (?:is|are) (?:hereby )?dismissed\b")


def _whole(events: list[Event]) -> list[Event]:
    """A claim dismissed beside a petition that is granted ends no case; a dismissal agreed on rules on no petition."""
    if {T.STIPULATION.value, T.VOLUNTARY_DISMISSAL.value} <= {event.type for event in events}:
        events = [event for event in events if (event.type, event.outcome) != (T.HABEAS_RULING, "dismissed")]
    if not any(event.type == T.HABEAS_RULING and event.outcome in GRANTS for event in events):
        return events
    return [event for event in events if event.type != T.DISMISSAL or not _ONE_CLAIM.has(event.quote.encode())]


_DATED: Final = frozenset({T.HEARING_SCHEDULED.value, T.HEARING_HELD.value, T.DEADLINE_SET.value})


def _same(event: Event, other: Event) -> bool:
    if event.type in _DATED or event.type != other.type:
        return False
    if event.type == T.ORDER_ON_MOTION:
        return (event.kind, event.outcome) == (other.kind, other.outcome) and (
            event.kind != "other" or _one_thing(event, other)
        )
    if event.type == T.STAY_ENTERED:
        return event.sense == other.sense or not event.sense or not other.sense
    if event.type == T.ORDER_TO_SHOW_CAUSE and event.sense != other.sense:
        return False
    return (event.kind, event.outcome) == (other.kind, other.outcome)


def _one_thing(event: Event, other: Event) -> bool:
    """Are two rulings on the same motion, told twice?"""
    one, two = (event.detail or "").lower(), (other.detail or "").lower()
    return one.startswith(two) or two.startswith(one)


def _one_stay(events: list[Event]) -> list[Event]:
    """A bare "Motion to Stay" granted stays the case, unless the entry itself says what it stays. An administrative
    stay granted, and the order "is stayed": one stay."""
    stays = [event for event in events if event.type == T.STAY_ENTERED]
    if len(stays) < 2:
        return events
    said = any(">" not in event.rule and event.sense != "case" for event in stays)
    short = any(">" in event.rule and event.sense == "administrative" for event in stays)
    return [
        event
        for event in events
        if event.type != T.STAY_ENTERED
        or not ((said and _of_bare_stay(event)) or (short and event.sense == "injunction_or_order"))
    ]


def _of_bare_stay(event: Event) -> bool:
    return event.rule.endswith(">motion_filed.stay.case")


def _one_appellate(events: list[Event]) -> list[Event]:
    """A court of appeals may affirm in part, reverse in part and remand: one ruling with several outcomes."""
    rulings = [event for event in events if event.type == T.APPELLATE_RULING]
    if not rulings:
        return events
    outcomes = tuple(dict.fromkeys(str(event.outcome) for event in rulings))
    merged = rulings[0]._replace(outcome=outcomes)
    return [
        merged if event is rulings[0] else event
        for event in events
        if event is rulings[0] or event.type != T.APPELLATE_RULING
    ]


_STRENGTH: Final = ("granted_in_part", "granted", "denied", "dismissed")


def _one_ruling(events: list[Event]) -> list[Event]:
    """A petition has one ruling an entry: granted as to one claim and denied as to another is granted in part."""
    for type_ in (T.HABEAS_RULING, T.R_AND_R_ADOPTED):
        rulings = [event for event in events if event.type == type_]
        if len(rulings) < 2:
            continue
        outcomes = {event.outcome for event in rulings}
        if type_ == T.HABEAS_RULING:
            one = (
                "granted_in_part"
                if {"granted", "denied"} <= outcomes
                else next(name for name in _STRENGTH if name in outcomes)
            )
        else:
            one = (
                "adopted_in_part"
                if "adopted_in_part" in outcomes or {"adopted", "rejected"} <= outcomes
                else rulings[0].outcome
            )
        merged = rulings[0]._replace(outcome=one)
        events = [
            merged if event is rulings[0] else event for event in events if event is rulings[0] or event.type != type_
        ]
    return events


_SHORT: Final = 120


def _is_short_title(plan: Outline) -> bool:
    """An RSS title names an act and nothing more: no full stop, no signature, no reference."""
    text = plan.text
    return len(text) <= _SHORT and ". " not in text.rstrip(". ") and not any(c.isdigit() for c in text)


# --- targets ---------------------------------------------------------------------------------------------------------


def resolved(
    reading: Reading, docket_id: int, number: int | None, motions: dict[tuple[int, int], tuple[str, ...]]
) -> tuple[Event, ...]:
    """The events with their targets resolved: an order "granting 4" knows what 4 was.

    `motions` ({(docket, entry number): kinds}) is filled as the docket is read, entry by entry.
    """
    events: list[Event] = []
    for event in reading.events:
        events += _with_kind(event, docket_id, motions)
    if number is not None and not reading.cancelled:
        asked = tuple(event.kind for event in reading.events if event.type == T.MOTION_FILED and event.kind)
        if asked:
            motions[docket_id, number] = asked
    return tuple(events)


def _with_kind(event: Event, docket_id: int, motions: dict[tuple[int, int], tuple[str, ...]]) -> list[Event]:
    if event.type != T.ORDER_ON_MOTION or event.kind != "other":
        return [event]
    compels = (event.detail or "").lower() == "compel"
    if event.detail and not compels:
        return [event]
    known = [kind for target in event.targets for kind in motions.get((docket_id, target), ())]
    if not known or (compels and set(known) != {"enforce"}):
        return [event]
    ruled = [event._replace(kind=kind) for kind in dict.fromkeys(known)]
    follows = [
        _following(one, type_, f"motion_filed.{one.kind}", sense)
        for one in ruled
        if one.outcome in GRANTS
        for type_, sense in GRANTED_MEANS.get(f"motion_filed.{one.kind}", ())
    ]
    return [*ruled, *follows]
