"""Hearings. A date with the words around it in; whether one is set, moved, taken off or was held on that day out."""

from typing import Final

from .beside import (
    A_CANCELLING,
    COMING,
    DAY,
    DENIED,
    FOREIGN,
    GRANT,
    HEARING,
    MOVED_BY,
    REFUSED,
    TO_MOVE,
    Context,
    Found,
    same,
)
from .date_rules import (
    HELD,
    HELD_TRANSCRIPT,
    HELD_UNDATED,
    NEW_HOUR,
    NOT_HELD,
    RESET,
    SET,
    STANDS,
    VACATED,
    VACATED_UNDATED,
)
from .deadlines import named_before
from .findings import Event
from .matching import Found as Match
from .moments import HOUR, TIME, Moment, a_date, a_time
from .outline import Outline
from .own_date import SIGNED_ON, is_after_own, own_date
from .rule import compiled
from .vocabulary import EventType

_OTHER_HEARING: Final = compiled(r"\bbond (?:re-?determination )?hearing|\bcustody (?:redetermination )?hearing")
_NOW_HELD_ON: Final = (
    r"^(?:[ ,)]|\b(?:in|before) [^;.]{0,60}?,? |at [^;.]{0,20}?,? )*(?:[\w'/-]+ ){0,4}?"
    r"(?:(?:will|shall) (?:now |instead |hereby )*(?:be )?(?:now |instead )?(?:held|conducted|heard|argued|take place"
    r"|occur|proceed|go forward|commence|begin|convene)\b(?:[^;.]{0,40}? (?:on|for))?|(?:is|are) (?:hereby )?now (?:set"
    rf"|scheduled|noticed|calendared)? ?(?:on|for|to)?|(?:is|are|has been) (?:hereby |now )?changed to)[ ,]*{DAY}$"
)
_MOVES_ON: Final = compiled(
    rf"^[ ,)]*(?:and )?(?:(?:be and (?:is|are)|is|are|be|(?:has|have) been) )?(?:hereby |now )?(?:(?:vacated|stricken"
    rf"|cancell?ed) and )?(?:(?:{MOVED_BY}|set)(?:, [^,;.]{{0,40}},)? )?(?:to|for|until)"
    rf"[ ,]*{DAY}$"
    rf"|^ (?:[\w/'-]+ ){{0,4}}?{HEARING} (?:(?:is|are) )?(?:(?:vacated|stricken|cancell?ed) and )?"
    rf"(?:{MOVED_BY} )?(?:to|until)[ ,]*{DAY}$"
    rf"|{_NOW_HELD_ON}"
)
_TO_ANOTHER_DAY: Final = compiled(_NOW_HELD_ON)
""" "… will now be conducted on": the day that stood before is given up."""
_GRANTED_AND_MOVED: Final = compiled(
    r"\bgrant(?:ed|ing) in part\b.*\b(?:rescheduled|re-?set|adjourned|continued|moved|advanced) (?:to|for|until)\b"
)
_VACATED_MINUTES: Final = compiled(r"\bproceedings: (?:vacated|continued|not held|cancell?ed)\b")
_IS_HEARING: Final = compiled(rf"\b{HEARING}\b")
_SET: Final = compiled(
    rf"\b{COMING}\b(?:[^;]*?\b(?:set|scheduled|reset|re-set|rescheduled|continued|adjourned|calendared|noticed"
    rf"|moved|held|shall|will|convened|before|for|to|on|at|is|date:?|remains?|by (?:zoom|video|telephone|phone)"
    rf"|needed,?|further|\(?in person\)?|resume|take place|proceed|conference|hearing|argument)"
    rf"|(?: date)? of)?[ :,-]*{DAY}(?:today )?$"
    rf"|\b(?:{MOVED_BY}|adj\.) (?:to|for|until)[ :,]*{DAY}$"
    rf"|^it (?:will|shall|is to) (?:now |instead )?(?:be held|be heard|be conducted|take place)(?: instead"
    rf"| now)? on {DAY}$"
    r"|\bthat (?:the )?(?:parties|counsel|petitioners?|respondents?)(?: and (?:their )?[a-z]+)? appear(?:,| (?:in"
    r"|by|via|before|at|on)\b)[^;]*$"
    rf"|\b(?:shall|must|to) (?:(?:personally|each|all|both|also) ){{0,2}}(?:appear|convene)\b[^;]*$"
    rf"|\b{COMING}\b(?: (?:on|re:?|via|by) [^;.:]{{0,60}}: ?| (?:via|by) [\w ]{{2,20}}, ?){DAY}$"
    rf"|\bpresentment\b[^;]*$"
    rf"|\b{COMING}\b(?:,? [a-z]+){{0,3}},? (?:commenc(?:e|es|ing)|begin(?:s|ning)?|start(?:s|ing)?)(?: on)?"
    rf"[ ,]*{DAY}$|\b(?:will|shall|is to|are to) (?:now |hereby )?be (?:orally )?(?:argued|heard)\b[^;.]{{0,60}}?"
    rf"(?: on| at| for| the week of)?[ ,]*{DAY}$"
    rf"|\bcourt (?:will|shall) (?:hear|take up|rule (?:orally|from the bench))\b[^;.]{{0,90}}? (?:on|at"
    rf"|for)[ ,]*{DAY}$|\b(?:(?:will|shall|to) reconvene|(?:court|{HEARING})\b[^;.]{{0,60}}? (?:will|shall|to) resume"
    rf"|day (?:\d|two|three) (?:(?:will|shall|is) )?(?:to )?(?:begin|commence|start|continue))s?(?: on"
    rf"| at)?[ ,]*{DAY}$|\b(?:js/jt"
    rf"|jt|fptc?|ptc)[ :-]*$"
    r"|\bshow cause\b[^;.]{0,40}? (?:in|at|before) [^;.]{0,60}?\b(?:court\w*|judge|chambers|hon\w*|room)\b[^;]{0,160}?"
    rf"(?: on(?: the)?| at|,)[ ,]*{DAY}$"
    r"|\b(?:setting|notice of) (?:an? )?(?:[\w-]+ ){0,2}(?:hearing|conference|argument)s?\b[^;.]{0,80}?: ?$"
    rf"|\bhearing (?:is )?(?:scheduled|set)\b[^;]*$|\bruling (?:date )?(?:is )?(?:re-?set|scheduled|set) (?:for|on"
    rf"|to) {DAY}$"
    rf"|\bmotions?\b[^;.]*\b(?:currently|previously|presently) (?:set|scheduled|noticed) (?:for|on)"
    rf"(?: hearing on)? {DAY}$"
    rf"|\bcalendar(?:ed)? for (?:oral )?argument (?:before|by|to) [^;.:]{{0,60}}?(?: on| for|,| -){{0,2}} {DAY}$"
    rf"|\b(?:case|cause|appeal|matter)\b[^;.]{{0,60}}? (?:listed|slated) for (?:(?:oral )?argument )?(?:on )?{DAY}$"
)
_NO_SETTING: Final = compiled(
    r"\bin chambers of the (?:hon|judge)[^;]* on $|"
    r"\bcalendar (?:check|note)s?\b[^;.]*$|\backnowledg\w*, for (?:oral )?argument\b[^;.]*$|"
    r"\bexclud(?:ed|able)\b[^;.]*$|\bspeedy trial act\b[^;.]*$|\bwithout oral argument\b[^;.]*$|\bon trial\b[^;.]*$"
    r"|\bcut-?off\b[^;.]*$|\bunless\b[^;.,]*$|\bno (?:(?:further|oral|in-person) )*(?:arguments?|hearings?"
    r"|appearances?)\b[^;.]*$"
    r"|\b(?:stated|given|set forth|discussed|announced|articulated|placed|offered|presented|made)"
    r" (?:[\w ]{0,30} )?(?:at|during) (?:[\w'-]+ ){0,5}on $"
    r"|\b(?:transcript|recording) of (?:[\w'-]+ ){0,6}(?:on|of) $"
    r"|\bheard (?:oral )?arguments?\b[^;.]*$|\b(?:discussed|contemplated|floated|considered|suggested) for [^;.]*$"
    r"|\bappear (?:at|before|with|for|to) (?:the |an? |his |her )?(?:[a-z]+ )?(?:ice|ero|isap|uscis|check-?in"
    r"|pre-?trial services|probation)\b(?:[^;.]|[ap]\.m\.)*$"
)
"""Times not counted, arguments not heard, trials of others: no hearing, though a hearing's word stands there."""
_RESET: Final = compiled(
    r"(?:^|[^/\w])(?:reset|re-set|resets|resetting|reschedul(?:ed|ing|es)|continu(?:ed|ing|es)|adjourn(?:ed|ing|s)"
    r"|adj\.|mov(?:ed|ing|es)|advanc(?:ed|ing|es)|postpon(?:ed|ing|es)|accelerated|brought forward"
    r"|(?:put|pushed|carried) (?:over|off|back))\b"
)
_MOVED: Final = compiled(
    r"(?:^|[^/\w])(?:reset|re-set|resets|resetting|reschedul(?:ed|ing|es)|mov(?:ed|ing|es)|advanc(?:ed|ing|es))\b"
)
_WAS_HELD: Final = compiled(rf"\b(?:{HEARING})\b(?: as to [^;:.]*?| (?:was|by telephone))? held\b")
"""What is continued after it was held is not moved: the next one is set."""
_HELD: Final = compiled(
    rf"\bheld\b(?: (?:by|via|in|before|telephonically|with)\b[^;]*?)?(?: on| as of)?[ :,]*{DAY}$"
    rf"|\bheld (?:on|[a-z]+ [^;.]*? on)[ :]*{DAY}$"
    rf"|(?:in reference to )?hearing on: ?$|\bminutes of: ?$"
    rf"|\bminutes? (?:entry )?(?:of|for)\b[^;.]*\bon ?$"
)
_CAME_ON: Final = compiled(
    rf"^\W*(?:(?:case|cause|appeal) )?(?:orally )?(?:argued|heard)\b[^;]{{0,200}}? on[ ,]*{DAY}$"
    rf"|\b(?:oral )?arguments? (?:(?:was|were|has been|having been) )?heard\b[^;.]{{0,60}}? on[ ,]*{DAY}$"
    rf"|\b(?:court|undersigned|panel) (?:has )?heard (?:oral )?arguments?\b[^;.]{{0,60}}? on[ ,]*{DAY}$|"
    rf"\b(?:came|coming) (?:on|up|before (?:the|this) court|on regularly)\b[^.;]{{0,40}}? (?:for"
    rf"|to be heard)\b[^.;]{{0,60}}? on"
    rf"[ ,]*{DAY}$"
)
_SETTING: Final = compiled(rf"\b(?:(?:re-?)?set|scheduled|continued|adjourned) (?:for|to|on|until) {DAY}$")
_TO_BE: Final = compiled(r"\b(?:to be|will be|shall be|be|is)\b(?: a)? held\b|\bto be held\b")
_NOT_HELD: Final = compiled(r"\bnot held\b")
_UNHELD: Final = compiled(r"^:[^.;:]{0,80} (?:not held|did not (?:go forward|proceed|take place|occur))\b")
""" "Proceedings held before Judge Marlow on 5/4/2026: Detention Hearing not held"."""
_IS_OFF: Final = (
    r"(?:(?:be and (?:is|are)|is|are|be|was|were|(?:has|have|will"
    r"|shall) (?:now )?be(?:en)?)(?:, [^,;.]{1,40},)? )?(?:hereby )?"
    rf"(?:moot and (?:is )?)?(?:therefore )?(?:taken )?(?:vacated|stricken|cancell?ed|{MOVED_BY}|off calendar"
    rf"|on the briefs|terminated|withdrawn|and reset|converted|(?:administratively )?(?:stayed|suspended)"
    r"|not to (?:be (?:held|conducted|heard)|go forward|proceed|take place)|goes off (?:the )?calendar"
    r"|struck|called off|dispensed with|dropped from|(?:deemed )?unnecessary"
    r"|remanded|removed from|no longer (?:needed|necessary|required)|moot|(?:set|scheduled|noticed) in error|(?:will"
    r"|shall) not (?:go forward|proceed"
    r"|occur|take place|be (?:held|needed|conducted|necessary))|(?:was |were )?(?P<unheld>not held"
    r"|did not (?:go forward|proceed|take place|occur)))\b"
)
_STAYS_ON: Final = (
    r"(?:stands|remains|(?:shall|will) (?:remain|stand|go forward|proceed|take place)|as scheduled"
    r"|will be (?:for|conducted|held (?:at|by|via|remotely|virtually))"
    r"|will (?:now |instead )be (?:conducted|held) (?:at|by|via|over|remotely|virtually|telephonically|in person)"
    r"|converted (?:from (?:an? )?[\w-]+ )?(?:in)?to (?:an? )?(?:in[- ]person|video\w*|zoom|tele\w*|remote|virtual))\b"
)
_OFF: Final = compiled(
    rf"^[ ,)]*(?:which )?(?:at [^;.]*? )?(?:(?:in|before) [^;]*? )?(?:(?:on|re|regarding"
    rf"|as to) [^;:.,]*? )?(?:{HEARING} )?(?:{HEARING} )?(?:date )?{_IS_OFF}"
)
_BOTH_OFF: Final = compiled(
    r"^ and (?:[a-z]+ ){0,3}?(?:hearing|trial|conference|argument)s? (?:of|on|set for|for) (?:[a-z]+ \d{1,2}, \d{4}"
    rf"|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})(?:,? at {TIME})? {_IS_OFF}"
)
""" "The conference of April 6, 2026 and trial of April 21, 2026 are vacated"."""
_CONDITION: Final = compiled(r"\b(?:if|unless|should|may|whether|why|how|and (?:the|all|any)|deadlines?)\b")
_STANDS: Final = compiled(
    rf"^[^;.]*?\b{_STAYS_ON}(?: as scheduled)?(?:,?(?: but| and)?(?: on calendar)?(?: (?:by "
    rf"|via )?[\w-]+)?(?: and)? (?:at )?"
    r"(?P<hour>\d{1,2}(?::\d\d)? ?[ap]\.?m))?"
)
_NEW_HOUR: Final = compiled(
    rf"^[^;]*?\b(?:re-?set|rescheduled|continued|adjourned|moved|advanced|changed)(?: up"
    rf"| back)? (?:from (?P<old>{TIME}),? )?"
    rf"(?:to|until|for) {HOUR}"
    rf"|^[^;]*?\b(?:will|shall|is to) (?:now |instead |hereby )*(?:begin|start|commence|proceed|convene|take place"
    rf"|occur|be (?:held|heard|conducted|called))(?: now| instead)? at (?P<hour2>{TIME})(?:,? \(?(?:instead of"
    rf"|rather than|not|and not)"
    rf" (?:at )?(?P<was>{TIME}))?"
)
"""The hour alone changes; the old one may be named."""
_PREVIOUSLY: Final = compiled(
    r"\b(?:previously|currently|presently|originally|formerly|heretofore) (?:set|scheduled|noticed)\b[^;]*$"
    r"|\b(?:vacat(?:ing|es)|cancel(?:l?ing|s)|str(?:iking|ikes)|dispens(?:ing|es) with|tak(?:ing"
    r"|es) off (?:the )?calendar"
    r"|call(?:ing|s) off|no need for|continuing)\b[^;]*\b(?:set|scheduled|noticed)\b[^;]*$"
    r"|\b(?:continues|mov(?:es|ing)|reschedul(?:es|ing)|reset(?:s|ting)|adjourn(?:s|ing)|postpon(?:es|ing)|advanc(?:es"
    r"|ing)) the [^;:]*\b(?:set|scheduled|noticed) (?:for|on)[^;:]*$"
    rf"|\b(?:vacat(?:ing|es)|cancel(?:l?ing|s)|str(?:iking|ikes)) (?:the |an? )?(?:[\w'-]+ ){{0,5}}?{HEARING} (?:of|on"
    rf"|for) {DAY}$|\b(?:removed|stricken|struck|taken|dropped|withdrawn) (?:from"
    rf"|off)(?: of)? (?:the )?(?:[\w'-]+ ){{0,3}}?"
    rf"calendar (?:for|of|on) (?:(?:oral )?argument (?:on |of )?)?{DAY}$"
)
_PAPERS_DAY: Final = compiled(
    r"\b(?:deadlines?|due dates?|(?:reply|answer|response|traverse|brief(?:ing)?|opposition|objections?|report"
    r"|disclosures?|discovery|filing) (?:due )?dates?)\b[^;.]{0,60}$"
)
""" "The reply date is moved from May 4 to May 8": no hearing moves."""
_FROM: Final = compiled(
    rf"(?P<moved>\bfrom {DAY}$)|\bno (?:court )?appearances? (?:is|are|will be|shall be) (?:required|necessary|needed)"
    rf" on {DAY}$|\bnot (?:be )?(?:hear(?:d|ing)|(?:hold|conduct|conven)(?:e|ing)? (?:the|an?|any|this)"
    rf" (?:[\w'-]+ ){{0,3}}?{HEARING})\b[^;.]*\(?$"
)
_NOUN_AFTER: Final = compiled(
    rf"^(?:'s)?,? (?:[\w/'-]+ ){{0,4}}?(?:{HEARING}|date given in (?:open )?court)\b(?:(?: hearing| conference"
    rf"| setting)?(?: date)?(?: (?:on|re:?|before) [^;.]{{0,120}}?)?,? "
    rf"(?:(?P<stands>(?:(?:is|are|has been) (?:hereby )?)?{_STAYS_ON})|(?P<off>{_IS_OFF})))?"
)
_DATE_OFF: Final = compiled(rf"^ date {_IS_OFF}")
""" "Hearing reset for May 19; the May 12 date is vacated"."""
_MOVE_TO: Final = compiled(
    r"\b(?:to|for leave to) (?:adjourn|continue|postpone|re-?set|set|schedule|reschedule|move|advance|extend)\b[^;.]*$"
)
_AFTERWARDS: Final = compiled(
    rf"^,? (?:at the request of [^;,]{{0,60}}, |in [^;,]{{0,60}}, )?"
    rf"(?:(?P<held>the (?:court|undersigned) (?:held|conducted|convened))|there (?:shall|will) be|the (?:court"
    rf"|undersigned) (?:shall|will) "
    rf"(?:hold|conduct|convene|hear)) (?:an? |the )?(?:[\w'-]+ ){{0,6}}?{HEARING}\b"
)
""" "On May 4, the Court held a hearing"; "On May 12 at 10:00 a.m. there shall be a conference"."""
_UNDOING: Final = compiled(
    r"\b(?:vacat(?:ing|es)|cancel(?:l?ing|s)|str(?:iking|ikes)|adjourn(?:ing|s)|continu(?:ing|es)|reschedul(?:ing|es)"
    r"|reset(?:ting|s)|postpon(?:ing|es)|mov(?:ing|es)|advanc(?:ing|es)) (?:the )?$"
    r"|\b(?:removed|stricken|struck|taken|dropped|withdrawn) (?:from|off)(?: of)? (?:the |this court's )?$"
)
_AT_THE_HOUR: Final = compiled(rf"^,? (?:[\w/'-]+ ){{0,4}}?{HEARING}(?: date)?,? (?:at )?{HOUR}")
""" "… at the January 16 appearance, 2:00 p.m."."""
_GOES_ON: Final = frozenset((b" ", b",", b"'"))
_ENDS: Final = frozenset((b"", b".", b";"))
_NAMED_DUE: Final = compiled(r"\b(?:deadlines?|due)\b")
_OFF_AT_ALL: Final = (
    r"(?:hearings?|conferences?|teleconference|sentencing|arraignment|oral argument|trial(?: dates?| set\w*|[.,;)]|$)"
    r"|plea and sentenc\w+|(?:docket|calendar) call)"
)
_BARE_OFF: Final = compiled(
    rf"\b(?:vacat(?:ing|es)|cancel(?:l?ing|s|l?ed)|str(?:iking|ikes)) (?:the |all )?(?:[\w'-]+ ){{0,3}}?{_OFF_AT_ALL}\b"
    rf"|\b(?:trial|hearings?|conferences?|settings?)\b(?: and (?:deadlines?|hearings?))?(?: of this (?:case|matter)"
    rf"| date)?[^.;]{{0,60}}? (?:is|are) (?:hereby )?(?:vacated|stricken|cancell?ed"
    rf"|continued (?:pending|until further|generally)|adjourned (?:sine|without date))"
    r"|\ball (?:(?:pending|set|remaining|future|other|court|scheduled) )*dates(?: and deadlines)? are"
    r" (?:hereby )?(?:stricken|vacated)\b"
    rf"|\b{_OFF_AT_ALL} (?:vacated|cancell?ed)\b|\bnot hearing motions\b|\bcase not called\b"
)
_HELD_BARE: Final = compiled(
    r"\bthe court (?:has )?held an?\b[^;.]*?\b(?:hearing|conference)"
    r"|\b(?:hearing|conference|argument|trial|(?:telephone|telephonic|video|zoom|in-person) status) (?:was )?held\b"
    r"|^\W*(?:(?:case|cause|appeal) )?(?:orally )?argued\b(?: (?:and|&) submitted|[^;.]*\b(?:before|to|by)\b)"
    r"|^\W*(?:case|cause|appeal)(?:, before [^;]{1,80}?,)? heard\b|^\W*(?:oral )?arguments? heard\b"
    r"|\bminutes of (?:the )?[a-z ]*hearing\b|^\W*ep: minutes\b|^case argued\b"
    rf"|^\W*(?:text |ep: )?(?:minute entry[^.;]{{0,200}}?: )?(?:[\w/&',-]+ ){{0,6}}?{HEARING} "
    r"(?:[\w ]{0,30} )?(?:as to|re:?|on|regarding) [^;:]{0,200}? (?:held|heard|argued)\b"
    r"|^\W*(?:text )?minute entry[^.:;]{0,60} proceedings? held before\b"
    r"|^\W*minute entry[^.;]{0,200}? held before\b"
    r"|^\W*minutes before [^;:]{0,300}?\b(?:plea entered|arraigned|sentencing)\b"
)
"""Held, though no day is given: the last ones stand at the head of minutes."""
_OPENS_HELD: Final = compiled(
    rf"^\W*(?:ep: )?(?:[\w/&'-]+ ){{0,4}}?(?P<noun>{HEARING}) (?:as to|re:?|on|regarding) [^;:]{{0,200}}? held\b"
)
_IF: Final = compiled(r"(?:^|[.;:] )(?:if|should|unless|in the event)\b[^.;]*$")


def taken_off(found: list[Found], data: bytes) -> list[Found]:
    """ "… scheduled for hearing on June 12 … Accordingly, the hearing date is vacated": taken off later on."""
    planned = [one for one in found if one.kind == "hearing_scheduled"]
    if (
        len(planned) != 1
        or planned[0].rule == STANDS
        or not (off := _BARE_OFF.search(data))
        or planned[0].end > off.start()
        or _is_condition(data, off.start())
    ):
        return found
    gone = [one for one in found if one.status == "vacated"]
    if any(one.moment.at[:10] != planned[0].moment.at[:10] for one in gone):
        return found
    return [
        one._replace(kind="hearing_vacated", status="vacated", rule=VACATED) if one is planned[0] else one
        for one in found
        if one not in gone
    ]


_WAS_SET: Final = compiled(rf"\b(?:was|were|had been) (?:set|scheduled|noticed) (?:for|on)[ ,]*{DAY}$")


def replaced(found: list[Found], data: bytes) -> list[Found]:
    """ "A hearing was set for May 12 … The hearing is continued to May 19": the first is given up."""
    return [
        one._replace(kind="hearing_vacated", status="vacated", rule=VACATED)
        if one.status == "set"
        and one.kind == "hearing_scheduled"
        and after.status == "reset"
        and one.moment.at[:10] != after.moment.at[:10]
        and same(one) == same(after)
        and _WAS_SET.has(data[one.start : one.moment.start])
        else one
        for one, after in zip(found, [*found[1:], *found[-1:]], strict=True)
    ]


def _is_condition(data: bytes, start: int) -> bool:
    """ "If the case settles, the hearing is vacated"."""
    return _IF.has(data[max(0, start - 160) : start])


_CANCELS: Final = compiled(A_CANCELLING)


def recites(plan: Outline) -> bool:
    """A paper tells of a hearing and holds none, but for "Initial Appearance as to … held", "Hearing re … held"."""
    if plan.speaker != "paper" or plan.data[plan.title : plan.title + 10].lower() == b"appearance":
        return False
    opens = _OPENS_HELD.search(plan.data[:400])
    return not (opens and opens.end("noun") < plan.title)


def hearing_at(context: Context, moment: Moment) -> Found | None:
    """What is said of a hearing at a moment, if anything is: set, moved, taken off, held or not held."""
    lead, whole, trail = context.lead, context.whole, context.trail
    words = context.words
    ours = _UNDOING.has(lead) or _OUR_HEARING.has(lead)
    if (
        words.bond
        and not ours
        and _OTHER_HEARING.has(lead[-60:])
        and (context.paper or not _OURS.has(whole + b" | " + trail))
    ):
        return None
    if words.foreign and FOREIGN.has(_of_this_court(whole) + b" | " + _of_this_hearing(trail)):
        return None
    before = context.plan.data[: moment.start][-90:]
    calendared = lead[-2:] == b": " and not context.paper and _CALENDARED.has(before)
    moment = _with_hour(moment, lead, context.plan.data[moment.end :][:60] if calendared else trail)
    if calendared:
        return Found("hearing_scheduled", moment, "set", "oral argument", SET, 0, 0)
    what = _hearing_name(lead)
    if _transcribed(context):
        return Found("hearing_held", _day_only(moment), "held", what, HELD_TRANSCRIPT, 0, 0)
    if _CAME_ON.has(lead) and not context.paper:
        return None if _ELSEWHERE.has(lead) else Found("hearing_held", _day_only(moment), "held", what, HELD, 0, 0)
    if _FOLLOWED.has(lead) and not context.paper:
        advised = not _TO_BE_TAKEN.has(whole) and (_ADVISEMENT.has(whole) or _ADVISEMENT.has(context.rest))
        past = not is_after_own(context.plan, moment)
        if past and advised and not _ELSEWHERE.has(lead):
            return Found("hearing_held", _day_only(moment), "held", what, HELD, 0, 0)
        if past and own_date(context.plan.text):
            return None
    if words.held and _IN_VAIN.has(b"held" + trail) and _HELD.has(lead):
        return None
    if words.held and _HELD.has(lead) and not (_TO_BE.has(lead) or lead[-11:] == b"proceedings" or _SETTING.has(lead)):
        if _VACATED_MINUTES.has(trail):
            return Found("hearing_vacated", _day_only(moment), "vacated", what, VACATED, 0, 0)
        if _NOT_HELD.has(lead) or _UNHELD.has(trail):
            return Found("hearing_not_held", _day_only(moment), "vacated", what, NOT_HELD, 0, 0)
        return Found("hearing_held", _day_only(moment), "held", what, HELD, 0, 0)
    if context.second and context.before and context.before.kind == "hearing_vacated" and _MOVES_ON.has(lead):
        moment = _in_its_year(context.plan, moment)
        return Found("hearing_scheduled", moment, "reset", context.before.what, RESET, 0, 0)
    if context.second and context.before and context.before.kind == "hearing_held" and _RESUMES.has(lead):
        return Found("hearing_scheduled", moment, "set", context.before.what, SET, 0, 0)
    return _moved(context, moment, what) or _set(context, moment, what)


_HOUR_FIRST: Final = compiled(
    rf"(?:\b(?:the|this|that|an?|its)"
    rf"|'s) (?P<hour>{TIME})(?: [a-z]{{2,4}})?,? (?:[\w'-]+ ){{0,4}}?{HEARING},? (?:(?:is |now |currently "
    rf"|previously )*(?:re)?(?:set|scheduled|noticed) )?(?:for|on|of) {DAY}$"
)
_HOUR_LATER: Final = compiled(
    rf"^[.,;]? (?:start |argument |hearing )?time:? (?P<hour2>{TIME})|"
    r"^,?(?: (?:(?:in|before|by|via) )?(?:the )?(?:[a-z] panel|panel [a-z]|(?:courtroom|ctrm\.?|room) [\w-]+"
    r"|(?:chief |senior |magistrate |district |u\.?s\.? )*judge (?:[\w.'-]+ ){0,2}[\w.'-]+|zoom|video ?conference"
    rf"|telephone),?){{1,3}} (?:at )?(?P<hour>{TIME})"
)


def _with_hour(moment: Moment, lead: bytes, trail: bytes) -> Moment:
    """ "The 9:30 a.m. hearing on May 12"; "set for May 12, Courtroom 3, 9:30 a.m."."""
    if "T" in moment.at or not moment.at:
        return moment
    first = _HOUR_FIRST.search(lead) if b"m" in lead else None
    later = None if first else _HOUR_LATER.search(trail)
    hour = first["hour"] if first else (later["hour"] or later["hour2"] if later else None)
    clock = a_time((hour or b"").decode())
    return moment._replace(at=f"{moment.at}T{clock}") if clock else moment


_CALENDARED: Final = compiled(
    r"\b(?:(?:calendared|scheduled|set) for (?:oral )?argument|argument (?:is )?(?:calendared|scheduled|set))[.:;]"
    rf" (?:(?:oral )?argument )?date: {DAY}$"
)
""" "Case calendared for oral argument. Date: 3/18/2026"."""
_FOLLOWED: Final = compiled(
    rf"\b(?:following|after|upon|since)(?: (?:the|an?|oral|its|full|further|telephonic|evidentiary|motion))* (?:hearing"
    rf"|arguments?|conference)(?: (?:was )?(?:heard|had))? (?:on|of) {DAY}$"
)
_ADVISEMENT: Final = compiled(
    r"\bunder (?:advisement|submission)\b|\b(?:decision|ruling) (?:is |was )?reserved\b|\breserve[sd]? (?:decision"
    r"|ruling)\b"
)
""" "Taken under advisement following argument on May 1": it was held."""
_TO_BE_TAKEN: Final = compiled(r"\b(?:will|shall|to) be (?:taken|under)\b")
_IN_VAIN: Final = compiled(
    r"\bheld\b[^;.]{0,40}? (?:was (?:not|inadequate|deficient|defective)|did not|does not|failed|fell short)\b"
)
""" "The hearing held on May 1 was not the one that was ordered": another's."""
_ELSEWHERE: Final = compiled(r"\b(?:state|county|superior|circuit|supreme) court\b")
_RESUMES: Final = compiled(rf"^,? (?:and )?(?:will|shall|is to) (?:resume|continue)(?: on| at)?[ ,]*{DAY}$")
_ITS_OWN: Final = compiled(
    r"\b(?:the|this) court\b(?:[^;.]*,)? (?:hereby )?(?:vacates|cancels|sets|re-?sets|continues|schedules|adjourns"
    r"|strikes)\b"
)
_OUR_HEARING: Final = compiled(
    r", (?:this court's (?:[\w'-]+ ){0,4}?(?:hearing|conference|argument)|the (?:[\w'-]+ ){0,3}?(?:conference|argument)"
    r"|the (?:[\w'-]+ ){0,2}?hearing (?:in|before) (?:this court|the undersigned))\b"
)


def _of_this_court(whole: bytes) -> bytes:
    """Of a sentence that begins in another court, what this court then does."""
    own = _ITS_OWN.search(whole) or _OUR_HEARING.search(whole)
    return whole[own.end() :] if own else whole


_OFF_BECAUSE: Final = compiled(
    rf"^,? {_IS_OFF}[^;.]*?,? (?:as|because|since|given|in view|in light|the parties|an immigration)\b"
)


def _of_this_hearing(trail: bytes) -> bytes:
    """ "… is cancelled, the parties having advised that …": what stands before the reason."""
    off = _OFF_BECAUSE.search(trail)
    return trail[: off.end()] if off else trail


def _moved(context: Context, moment: Moment, what: str) -> Found | None:
    """What is said of a hearing whose day stands before its name, or that somebody wants moved, or is moved from."""
    lead, whole, trail = context.lead, context.whole, context.trail
    vacated = Found("hearing_vacated", moment, "vacated", what, VACATED, 0, 0)
    noun_after = _NOUN_AFTER.search(trail) if trail[:1] in _GOES_ON else None
    if noun_after:
        what = _hearing_name(trail)
        vacated = vacated._replace(what=what)
        if _goes_elsewhere(context, moment):
            return vacated
        if noun_after["off"] and not _CONDITION.has(trail[: noun_after.end()]):
            return _at_new_hour(moment, what, trail) or vacated
        if not context.paper and (new := _at_new_hour(moment, what, trail)) and new.moment.at != moment.at:
            return new
        if noun_after["stands"] and not context.paper:
            return _standing(moment, what, _STANDS.search(trail))
        if _UNDOING.has(lead) and not context.paper:
            return vacated
        if TO_MOVE.has(whole):
            return vacated if _grants(context) else None
        if lead[-7:].lower() == b"at the " and not context.paper and "T" not in moment.at:
            at_hour = _AT_THE_HOUR.search(trail)
            return _standing(moment, what, at_hour) if at_hour else None
    if context.trail[:6].lower() == b" date " and _DATE_OFF.has(trail) and _IS_HEARING.has(whole) and not context.paper:
        return vacated
    said = lead.lower()
    away = _FROM.search(lead) if b"from " in said[-16:] or b"not " in said or b"appearance" in said else None
    if (
        away
        and not _PAPERS_DAY.has(lead)
        and (away["moved"] is None or ((_RESET.has(whole) or _RESET.has(trail)) and not _NO_SETTING.has(lead)))
    ):
        return vacated
    after = _AFTERWARDS.search(trail) if lead[-3:].lower() == b"on " and not context.paper else None
    if after and after["held"]:
        return Found("hearing_held", _day_only(moment), "held", _hearing_name(trail), HELD, 0, 0)
    if after:
        return Found("hearing_scheduled", moment, "set", _hearing_name(trail), SET, 0, 0)
    return None


def _goes_elsewhere(context: Context, moment: Moment) -> bool:
    """ "… set for May 6 will now be held on May 13"."""
    return context.next_day not in {"", moment.at[:10]} and not context.paper and _TO_ANOTHER_DAY.has(context.trail)


def _grants(context: Context) -> bool:
    """Does the court give what is asked?"""
    entry = context.plan.data
    return not context.paper and GRANT.has(entry) and (not REFUSED.has(entry) or _GRANTED_AND_MOVED.has(entry))


def _at_new_hour(moment: Moment, what: str, trail: bytes) -> Found | None:
    """ "… is advanced to 9:30 a.m.", the day staying as it is."""
    new = _NEW_HOUR.search(trail)
    hour = a_time((new["hour"] or new["hour2"] or b"").decode()) if new else ""
    at = moment._replace(at=f"{moment.at[:10]}T{hour}") if moment.at else moment
    if new and new["hour2"] and not new["was"] and "T" not in moment.at:
        return _standing(at, what, None)
    return Found("hearing_scheduled", at, "reset", what, NEW_HOUR, 0, 0) if hour else None


def old_hour(trail: bytes, moment: Moment) -> Moment | None:
    """The hour that is given up: beside the day, or named with the new one."""
    if not moment.at:
        return None
    if "T" in moment.at:
        return moment
    new = _NEW_HOUR.search(trail)
    hour = a_time((new["old"] or new["was"] or b"").decode()) if new and (new["old"] or new["was"]) else ""
    return moment._replace(at=f"{moment.at}T{hour}") if hour else None


_INSTEAD: Final = compiled(rf"^,? \(?(?:instead of|rather than|(?:and )?not) (?:at )?(?P<was>{TIME})")


def hour_given_up(trail: bytes, one: Found) -> Moment | None:
    """ "Will begin at 1:30 p.m. on May 13, and not at 10:00 a.m."."""
    was = _INSTEAD.search(trail) if one.kind == "hearing_scheduled" and "T" in one.moment.at else None
    hour = a_time((was["was"] or b"").decode()) if was else ""
    return one.moment._replace(at=f"{one.moment.at[:10]}T{hour}") if hour else None


def _standing(moment: Moment, what: str, stands: Match | None) -> Found:
    """ "… shall go forward at 10:30 a.m.": confirmed, with its hour if that is said only now."""
    hour = a_time((stands["hour"] or b"").decode()) if stands and stands["hour"] and "T" not in moment.at else ""
    at = moment._replace(at=f"{moment.at}T{hour}") if hour and moment.at else moment
    return Found("hearing_scheduled", at, "set", what, STANDS, 0, 0)


def _set(context: Context, moment: Moment, what: str) -> Found | None:
    """Set, reset, standing, or taken off after it was set."""
    lead, whole, trail = context.lead, context.whole, context.trail
    if _CANCELS.has(context.plan.data[context.plan.title :][:80]) and _IS_HEARING.has(lead) and not _RESET.has(lead):
        return Found("hearing_vacated", moment, "vacated", what, VACATED, 0, 0)
    if b"xpire" in whole and not _IS_HEARING.has(whole):
        return None
    in_person = _SHOWS_CAUSE_ON.has(lead) and ("T" in moment.at or _AT_COURT.has(trail))
    if (
        not (in_person or _SET.has(lead))
        or _NO_SETTING.has(lead)
        or (_NAMED_DUE.has(whole) and not _IS_HEARING.has(whole))
    ):
        return None
    if context.paper and (not _PAPER_SETS.has(lead) or _MOVE_TO.has(whole) or _CONDITION.has(trail[:20])):
        return None
    if TO_MOVE.has(whole):
        if not context.paper and DENIED.has(trail):
            return _standing(moment, what, None)
        gone = Found("hearing_vacated", moment, "vacated", what, VACATED, 0, 0)
        return gone if _grants(context) else None
    if _goes_elsewhere(context, moment):
        return Found("hearing_vacated", moment, "vacated", what, VACATED, 0, 0)
    off = None
    if trail[:1] not in _ENDS:
        if (new := _at_new_hour(moment, what, trail)) and new.moment.at != moment.at:
            return new
        if stands := _STANDS.search(trail):
            return _standing(moment, what, stands)
        off = _OFF.search(trail) or _BOTH_OFF.search(context.rest)
    if off and not _CONDITION.has(trail[: off.end()]):
        if off["unheld"]:
            return Found("hearing_not_held", moment, "vacated", what, NOT_HELD, 0, 0)
        gone = Found("hearing_vacated", moment, "vacated", what, VACATED, 0, 0)
        return _at_new_hour(moment, what, trail) or gone
    if _PASSED.has(trail):
        return None
    if _PREVIOUSLY.has(lead):
        return Found("hearing_vacated", moment, "vacated", what, VACATED, 0, 0)
    moment = _in_its_year(context.plan, moment)
    if not _SETTING.has(lead) and _is_past(context.plan, moment):
        return None
    status = "reset" if _RESET.has(lead) and (_MOVED.has(lead) or not _WAS_HELD.has(context.plan.data)) else "set"
    return Found("hearing_scheduled", moment, status, what, RESET if status == "reset" else SET, 0, 0)


_SHOWS_CAUSE_ON: Final = compiled(
    rf"\b(?:shall|must|(?:ordered|directed|are|is) to|(?:respondents?|defendants?"
    rf"|government)(?: to)?) show cause(?: orally| in person)?,?(?: on| at){{1,2}}[ ,]*{DAY}$"
)
_PASSED: Final = compiled(r"^,? (?:did not|failed|fell short|lasted|violated|satisfied|complied|showed)\b")
""" "The hearing of May 1 did not satisfy the order": it took place."""
_AT_COURT: Final = compiled(r"^,? (?:before|in courtroom|in person)\b")
""" "Show cause on May 15 at 11:00 a.m. before Judge Marlow why …": people must come."""


def _in_its_year(plan: Outline, moment: Moment) -> Moment:
    """In January clerks type last year's number: a hearing is set for a day to come."""
    own = own_date(plan.text) if moment.at[5:7] in {"01", "02"} else None
    if own and own.date.month == 12 and moment.at[:4] == str(own.date.year):
        return _by_its_weekday(plan, moment)
    if not own or own.date.month != 1 or moment.at[:4] != str(own.date.year - 1):
        return moment
    day = a_date(f"{moment.at[5:7]}/{moment.at[8:10]}/{own.date.year}")
    return moment._replace(at=day.isoformat() + moment.at[10:]) if day and day >= own.date else moment


def _by_its_weekday(plan: Outline, moment: Moment) -> Moment:
    """In December they do so, too: believed where the weekday beside it is that of the coming year."""
    said = _WEEKDAY_BEFORE.search(plan.data[max(0, moment.start - 12) : moment.start])
    day = a_date(f"{moment.at[5:7]}/{moment.at[8:10]}/{int(moment.at[:4]) + 1}")
    if not said or not day or day.strftime("%a").lower() != (said["day"] or b"").decode().lower():
        return moment
    return moment._replace(at=day.isoformat() + moment.at[10:])


_WEEKDAY_BEFORE: Final = compiled(r"\b(?P<day>mon|tue|wed|thu|fri)[a-z]*,? $")


def _is_past(plan: Outline, moment: Moment) -> bool:
    """Is the day before that of the signature? No hearing is set for it."""
    signed = SIGNED_ON.search(plan.data)
    day = a_date((signed["date"] or b"").decode()) if signed else None
    return bool(day and moment.at and moment.at[:10] < day.isoformat())


_OURS: Final = compiled(
    r"\| [^;]{0,90}?\b(?:before (?:the )?(?:hon|chief|senior|u\.?s|united|district|magistrate|judge)"
    r"|in (?:\w+ )?courtroom)|proceedings held before"
)
"""A bond hearing before a judge of this court, not before one of the immigration court."""
_PAPER_SETS: Final = compiled(
    r"\b(?:set|next court date|scheduled|reset|noticed|presentment|hearing (?:date|on|to be held|for)|calendared"
    r"|date set)\b"
)


def _transcribed(context: Context) -> bool:
    """ "Transcript of the March 4, 2026 hearing": it was held."""
    plan = context.plan
    return plan.data[plan.title : plan.title + 10].lower() == b"transcript" and _NOUN_AFTER.has(context.trail)


_JUDGE: Final = compiled(r"\b(?:judges?|justices?|hon(?:orable|\.)?|magistrate|as to|[a-z]\. [\w'-]+)$")
_HEADED: Final = compiled(r"^.*:(?: |\b)|^.*\bcalendar(?:ed|ing)?,? for (?:an? |the )?")
_KIND_OF_HEARING: Final = compiled(
    r"^(?:(?:show|cause|status|motions?|evidentiary|preliminary|injunction|temporary|restraining|order|tro|pi|osc|bond"
    r"|detention|initial|final|pre-?trial|scheduling|case|management|settlement|telephonic|telephone|video|zoom"
    r"|in-person|oral|bench|jury|change|plea|sentencing|discovery|approval|class|certification|contempt|summary"
    r"|judgment|compliance|fairness|merits|remote|continued|further|habeas|petition|emergency|virtual|hybrid|rule"
    r"|review|first|second|third|hearing|conference|argument|trial|call|limine|setting|of|and|an?|the|for|on|to|in)"
    r"(?:/|$))+$"
)
_ARGUED: Final = compiled(r"\bargu(?:ed|ment)")
_HEARD: Final = compiled(r"\bheard\b")
_ONLY_MOVED: Final = frozenset({"", "continued", "adjourned", "rescheduled", "moved", "reset"})


def _hearing_name(words: bytes) -> str:
    """The hearing the words name, with what stands before the noun: "Preliminary Injunction Hearing"."""
    nouns = [noun.end() for noun in _IS_HEARING.finditer(words)]
    if not nouns:
        said = named_before(words.decode())
        heard = _HEARD.has(words) or said.lower() in _ONLY_MOVED
        return "argument" if _ARGUED.has(words) else ("hearing" if heard else said)
    heading = _HEADED.search(words[: nouns[-1]])
    named = words[heading.end() if heading else 0 : nouns[-1]].decode().split()
    last = named[-4:]
    if any(_JUDGE.has(" ".join(named[:end]).encode()) for end in range(max(1, len(named) - 8), len(named))):
        last = named[-1:]
        for word in reversed(named[-5:-1]):
            if not _KIND_OF_HEARING.has(word.strip(",").encode()):
                break
            last = [word, *last]
    while len(last) > 1 and _NAMES_NONE.has(last[0].encode()):
        last = last[1:]
    return " ".join(last).strip(" ,.;:()")


_NAMES_NONE: Final = compiled(r"^(?:an?|the|and|for|on|to|in|of|at|by|before|is|this|that|its|be|placed|filed|from)$")


def _day_only(moment: Moment) -> Moment:
    return moment._replace(at=moment.at[:10])


def without_a_day(plan: Outline, data: bytes, found: list[Found]) -> list[Event]:
    """Hearings vacated or held without a date in the text: events, but no dates."""
    events: list[Event] = []
    off = _BARE_OFF.search(data)
    if off and not any(one.status == "vacated" for one in found) and not _is_condition(data, off.start()):
        events.append(_bare(plan, off.span(), EventType.HEARING_SCHEDULED, "vacated", VACATED_UNDATED))
    held = _HELD_BARE.search(data)
    if (
        held
        and not any(one.kind in {"hearing_held", "hearing_not_held"} for one in found)
        and not _TO_BE.has(data)
        and not _NOT_HELD.has(data)
        and not _IN_VAIN.has(data)
        and not _OTHER_HEARING.has(data[max(0, held.start() - len("custody redetermination ")) : held.end()])
    ):
        events.append(_bare(plan, held.span(), EventType.HEARING_HELD, None, HELD_UNDATED))
    return events


def _bare(plan: Outline, where: tuple[int, int], type_: EventType, outcome: str | None, rule: str) -> Event:
    start, end = plan.clean.span(*where)
    return Event(type_.value, (start, end), plan.clean.raw[start:end], rule, outcome=outcome)
