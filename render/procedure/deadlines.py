"""Deadlines. A date with the words around it in; whether something is due then, and what, out.

What is due stands before its day ("the return is due by") or behind it ("within 14 days, Respondents shall file").
"""

from bisect import bisect_right
from typing import Final

from .beside import DAY, DENIED, FEEBLE, MOVED_BY, MUST, OF_THE_WEEK, PARTY_TO, RECOMMENDS, Context, Found
from .date_rules import DEADLINE, DEADLINE_BRACKETS, DEADLINE_STANDS, DEADLINE_TODAY, WITHIN
from .matching import Found as Match
from .moments import Moment, longer
from .own_date import is_after_own
from .rule import compiled

DUE: Final = compiled(
    r"(?:\bdue(?: \([a-z' -]{1,30}\))?(?: date)?(?: is| are| now| as)?(?:,? but not filed,?)?(?: by| on| before"
    r"| no later than| on or before"
    r"|:)?|\bdue date of [^;.]*?:|\bon or before|\bby\b[^.;]{0,90}, (?:that is|i\.e\.|namely|to wit|being),?"
    r"|\b(?:no|not) later than|\bby(?: or before| no later than)?|\bbefore"
    r"|\b(?:deadlines?|ddls?|cut-?offs?)(?: dates?)?(?: is| are)?(?: hereby)?(?: set for| extended to| reset to"
    r"| for [^;.]*? is| for| of|:)?|\blast day (?:to|for|of) [^;.]*?|"
    r"\b(?:have|has|had|given|granted) until(?: and including)?|\buntil(?: and including)?"
    r"|\b(?:up )?to (?:and|&) inc(?:luding|l?\b\.?)|\bthrough and including|\bthrough"
    r"|\bextended (?:to|until|through)|\bgranted\b[^;.]*? to|\bto"
    r"|\b(?:re-?)?set for|\b(?:beginning|commencing|starting)|\bthe first(?: one| report)?|\b(?:is|are) (?:hereby )?now"
    r"|\bdue\b[^.;]{0,40}? (?:on|at)"
    r"|\bdue every \w+ at|\b(?:daily|(?:each|every) \w+) (?:at|by)|\b(?:shall|must|to) be (?:re-?)?(?:filed|served"
    r"|submitted|lodged|produced|completed) on"
    r"|\b(?:answer|response|reply|opposition|objections?|report|return|traverse|sur-?reply|brief)(?: papers| briefs?)?)"
    r"[ :,]*(?:(?:the )?(?:close|end) of (?:the )?business(?: day)?|the end of (?:the )?day|midnight|c\.?o\.?b\b\.?"
    r"|(?P<mail>e-?mail))?[ ,]*(?:(?:on|of|at|is)\b ?)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?[ ,]*$"
)
_STRICT_DUE: Final = compiled(
    r"\bdue(?: \([a-z' -]{1,30}\))?(?: date)?(?: is| are| now"
    r"| as)?(?:,? but not filed,?)?(?: to (?:the )?court reporter(?:/transcriber)?"
    r"| for (?:[\w.'-]+ ){0,5}?[\w.'-]+)?"
    r"(?: by| on| before| no later than| on or before|:)? ?(?:(?:mon|tues|wednes|thurs|fri)day,?)?$"
    r"|\b(?:deadline|restriction) set for ?$"
    r"|by (?:the court )?on or before $"
)
_GIVEN_UNTIL: Final = compiled(
    r"\b(?:respondents?|petitioners?|plaintiffs?|defendants?|parties|government|counsel) (?:(?:shall|will) have|has"
    r"|have|(?:is|are) (?:given|granted)) until\b[^;.]{0,30}$"
)
_STRONG_FOR_FEEBLE: Final = compiled(
    r"\b(?:deadlines?|time|due|given|extension|extended|respond|response|reply|answer|brief|file|has|have|restriction"
    r"|monthly|weekly|daily|produc(?:e|ed|tion)|reports?|filed|discovery|disclosures?|census|exhibits|designation"
    r"|cut-?off|ddl)\b"
)
_HISTORY: Final = compiled(
    r"\b(?:was|were|had been|having been) (?:due|to(?: be| have)?|ordered|required|directed|supposed)\b"
    r"|\b(?:which|order[^;]{0,60}|was|were|had) required\b"
    r"|\bdid not\b|\bfailed to\b|\bordered on\b|\bhad until\b|\b(?:was|were) not (?:filed|made|completed)\b"
    r"|\bhas lapsed\b|\bhaving lapsed\b"
    r"|\bwas (?:held|set) [^.;]* but\b|\byesterday\b|\b(?:if|were|was|had) [^,;.]*\bbefore $"
    r"|\blast day[^;.]* was $|\bon [a-z]+ \d{1,2}(?:, \d{4})?,? (?:the|this) (?:court|undersigned"
    r"|judge) (?:had )?(?:ordered"
    r"|directed|required|granted|set|gave)\b"
    r"|\b(?:formerly|originally|previously|initially|currently|presently) due(?: on| by)? ?$"
    r"|\b(?:was|were|been|previously) (?:warned|advised|cautioned|notified|informed)\b[^.;]* (?:was|were|had)\b[^.;]*$"
)
_OWED: Final = compiled(rf"\b(?:shall|must|be|will|ordered|directed|due|(?:is|are) (?:asked )?to|{PARTY_TO})\b")
_NOW: Final = compiled(
    r"\b(?:shall|must|may (?:each )?(?:file|submit|serve|respond|reply|object)|is|are|be|will|ordered (?:to|that)|due"
    r"|unless|direct(?:ing|s)|requir(?:ing|es)|ordering)\b"
)
_LIFE: Final = compiled(
    r"\b(?:restraining order|restraints|prohibition|tro|injunction|stay|stayed|expires?|expiration|(?:remains?"
    r"|continue[sd]?) in (?:effect"
    r"|force)|excluded|abeyance|enjoined|restrained|not (?:be )?remove)\b"
)
_OF_ITS_OWN: Final = (
    r"(?: (?:on|its|an?|the|this|these|his|her|their|written|final|short|separate|full|rulings?|decisions?|opinion"
    r"|orders?|memorandum|judgment|petition|motions?|matter|issues?|request|application|in|and|for|to|case|dispute))*"
)
_AT_LATEST: Final = rf" (?:on or before|by|before|no later than|not later than|within)[ ,]*(?:the )?(?:end of )?{DAY}"
_EXPIRY: Final = compiled(
    r"\b(?:elapsed?|ripen?) (?:until|before|on) $|"
    r"\bnot (?:be )?(?:remove|transfer|deport|move|relocate)[^.;]*\b(?:before|until|prior to) (?:on )?$|\bexpires?\b"
    r"|\bexpiration\b|remains? in (?:effect|force)|\bstayed until"
    r"|\b(?:court|undersigned|judge|panel)\b(?: (?:will|shall|intends|expects|anticipates|hopes|plans|endeavors?|aims"
    r"|to|hereby)){1,3} (?:rul(?:e|ing)|fil(?:e|ing)|issu(?:e|ing)|decid(?:e|ing)|enter(?:ing)?|announce|render(?:ing)?"
    rf"|resolv(?:e|ing)){_OF_ITS_OWN}{_AT_LATEST}$"
    rf"|\b(?:decision|ruling|opinion|order)s?(?: on [^,;.]{{0,40}})? (?:will|shall|to) (?:be )?(?:issued?|follow"
    rf"|entered|rendered|filed by the court){_OF_ITS_OWN}{_AT_LATEST}$"
    r"|\b(?:appeal|case|cause|matter|petition)s? (?:will|shall|is to) be submitted on [^;.]{0,20}$"
    r"|\breport (?:in person )?(?:to|at) (?:the |an |his |her )?(?:[a-z]+ )?(?:ice|ero|isap|uscis)\b[^;.]*$"
    r"|\bappeals? (?:to|with) the (?:bia|board of immigration appeals)\b[^.;,]*$"
    r"|\bvoluntary departure\b[^;.]*$|\binclined to\b[^;.]*$"
    r"|\bnothing in this order (?:prevents?|precludes?|keeps?|bars?|prohibits?|forbids?|stops?)\b[^;.]*$"
    r"|\b(?:it|immigration (?:court|judge)) (?:has|had) (?:already )?(?:set|scheduled) (?:it )?(?:for|on) $"
    r"|\bmay (?:renew|re-?file|move|petition)\b[^;.]*? if not (?:yet )?(?:released|removed)\b[^;.]*$"
    r"|\bcheck-?in(?: appointment)?(?: (?:at|with|in) [^;.]{0,60}?)?(?: is| set| on| by| at| for)* ?$"
)
"""The end of an order, the court's promise to rule, a case taken on the papers; where a person must present himself
is nobody's business."""
_KEPT_DUE: Final = compiled(
    r"^ (?:[\w'-]+ ){0,4}deadlines?\b[^;.]*? (?:stands|remains|does not change|(?:is|remains) (?:unchanged"
    r"|unaffected))\b"
)
_STRUCK: Final = compiled(
    r"^[^;.]*? (?:is|are) (?:hereby )?(?:vacated|stricken|terminated|suspended|stayed|cancell?ed|held in abeyance)\b"
    rf"|^,? (?:is|are|be|has been|have been) (?:hereby |now )?(?:extended|enlarged|changed|{MOVED_BY}) (?:to|until"
    rf"|through)\b"
)
_RECITED: Final = compiled(
    r"\border (?:of|dated|entered|issued) [^;.]*?\b(?:directing|requiring|ordering|setting)\b[^;.]*$"
    r"|\border,? (?:which|that) (?:had )?(?:directed|required|ordered|set)\b[^;.]*$"
)
_UNDONE: Final = compiled(
    r"^[^;.]*? (?:is|are) (?:(?:[a-z]+ly|hereby) )?(?:stayed|vacated|reversed|set aside|extended|enlarged|modified)\b"
)
""" "The order of May 4 directing release by May 8 is stayed": the day falls with the order that is told of."""
_SIGNED: Final = compiled(
    r"(?:\b(?:signed|ordered|entered|filed|issued|dated|so ordered|decided|docketed|approved|rendered"
    r"|done)\b(?: (?:by|in|at|and|this|on|the)\b)?[^;.]{0,80}?|\bjudge [^;]{0,80}?|\bentered by [^;]{0,60}?"
    r"|\bletter\b[^;]*|\bdated\b[^;]*?)(?: on|:|dated)? ?\*?$"
)
_BY_OFFICE: Final = compiled(r"\b(?:court|clerk|clerk's office|panel) will (?:contact|notify|inform|advise|post)\b")
_ANSWERING: Final = compiled(
    r"\b(?:answer|respon|repl|object|brief|file|serve|provide|release|hold|show cause|submit|advis|inform"
    r"|notif|explain|report|return|pay"
    r"|may|shall|must|due|hearing|notice|comply|produce|deliver|lodge|exchange|disclos|confer)"
)
_ORDERS: Final = r"(?:shall|must|will|(?:is|are) (?:hereby )?(?:to|(?:ordered|directed|required|instructed) to))"
_DOES: Final = (
    r"(?:file|submit|serve|provide|report|release|hold|conduct|return|certify|notify|show cause|respond|answer|produce"
    r"|give|inform|advise|confirm|bring|afford|schedule|issue|pay|state|explain|convene|transfer|arrange|make|complete)"
)
_ACT_OF: Final = compiled(rf"^,? ?(?P<act>(?:[\w.'/-]+ ){{0,8}}?(?:{_ORDERS}|may) [^;,]*)")
_ACT: Final = compiled(rf"^,? ?(?P<act>(?:to )?{_DOES}\b[^;,]*)")
_OPENS_ACT: Final = compiled(
    r"(?:^|[.;:]|\b(?:that|further|ordered|directed|decreed|adjudged|and|then|moreover|also|in addition))[ ,]*$"
)
_MUST_THEN: Final = compiled(
    r"(?:\b(?:shall|must|will|ordered|directed|required|instructed|commanded|(?:is|are) to)(?: (?:also|further|each))?"
    r"|(?P<and>\b(?:and|to)))[ ,]*$"
)
_NO_SUBJECT: Final = frozenset(
    {"and", "or", "but", "which", "who", "as", "unless", "if", "at", "in", "on", "by", "before", "after", "when", "for"}
)
_FIRST_WORDS: Final = (b"on or before", b"no later than", b"not later than", b"by", b"before")
_APPOINTED: Final = compiled(
    r"\b(?:report|appear|present (?:him|her|them)sel(?:f|ves)|check[ -]?in)\b[^;]*?\b(?:ice|ero|isap|dhs|uscis|officer"
    r"|field office|immigration and customs)\b|\bcheck[ -]?in\b"
)
""" "By May 8 Luis Ardo shall report to the field office": nobody's business but his."""


def said_due(context: Context) -> Match | None:
    """The words before the day by which something is due then; of a paper only such as can mean nothing else."""
    return (_STRICT_DUE if context.paper else DUE).search(context.lead)


def deadline_at(context: Context, moment: Moment, due: Match | None) -> Found | None:
    """What is due at a moment, where anything is; `due`: what `said_due` gives."""
    lead, whole, paper = context.lead, context.whole, context.paper
    if not paper and b"which" in context.trail[:30] and _BY_THEN.has(context.trail):
        return Found("deadline", moment, "set", named_before(context.trail.decode()), DEADLINE, 0, 0)
    if moment.relative and OF_THE_WEEK.has(context.plan.data[moment.start : moment.end]) and not _lies_ahead(context):
        return None
    if due and moment.relative and not _hangs_well(context, moment):
        return None
    if not due or (not paper and not _is_due(context, due.start(), moment.at)):
        return _due_today(context, moment) if not paper else None
    if (_BACKWARDS.has(lead) and not is_after_own(context.plan, moment)) or (
        moment.relative and due["mail"] and not _lies_ahead(context)
    ):
        return None
    act = _act_after(lead[: due.start()], lead[due.start() :], context.trail)
    if (act and _is_nobodys(act)) or _ONLY_IF.has(lead[: due.start()]):
        return None
    brief = _in_brief(act.decode())
    what = brief or named_before(lead.decode()) or _before_and_after(context)
    if b"e" in context.trail[:12] and (later := longer(moment.at, context.trail)):
        moment = moment._replace(at=later, relative=True)
    rule = DEADLINE_BRACKETS if b"(" in whole and _BRACKETED.has(whole) else DEADLINE
    return Found("deadline", moment, "set", what, rule, 0, _act_ends(brief, context.trail, moment.end))


_ONLY_IF: Final = compiled(r"\b(?:if|unless|whether|when|where),? $")
_BACKWARDS: Final = compiled(r"\bnunc pro tunc,? (?:to|as of|until|effective)(?: as of)? $")
_BY_THEN: Final = compiled(
    r"^,? (?:by|on or before|no later than) which (?:time|date|day),? [^.;]*?\b(?:shall|must|will|(?:is|are) to)\b"
)
""" "Stayed until May 26, by which time the parties shall submit the agreement"."""
_BRACKETED: Final = compiled(r"\([^()]* due by $")


def _act_after(before: bytes, said: bytes, trail: bytes) -> bytes:
    """ "That on or before May 8 the Sheriff shall file a certification": what is due stands behind its day."""
    if not said.lower().startswith(_FIRST_WORDS):
        return b""
    if _OPENS_ACT.has(before):
        found = _ACT_OF.search(trail)
        act = (found["act"] or b"") if found else b""
        if act and act.split()[0].strip(b",").decode().lower() not in _NO_SUBJECT:
            return act
    must = _MUST_THEN.search(before)
    found = _ACT.search(trail) if must else None
    if not must or not found:
        return b""
    act = found["act"] or b""
    if must["and"]:
        return act.removeprefix(b"to ")
    subject = before[: must.end()].rsplit(b": ", 1)[-1].rstrip(b" ,")
    return b" ".join([*subject.split()[-4:], act])


def _act_ends(brief: str, trail: bytes, start: int) -> int:
    """Where the words end that say what is due, if they stand behind the day: the quote goes as far."""
    last = " ".join(brief.split()[-2:]).encode()
    place = trail.find(last) if last else -1
    return start + place + len(last) if place >= 0 else start


_COURTS_ACT: Final = compiled(
    r"^(?:then )?(?:the |this )?(?:court|undersigned|panel|judge [\w.'-]+) (?:(?:hereby|also|then) )?(?:will|shall"
    r"|is to|intends to|expects to) (?:then |also )?(?:rule|issue|enter|decide|announce|render|resolve|file|hold"
    r"|conduct|hear|convene|set|schedule)\b|^(?:then )?it (?:will|shall) (?:rule|issue|enter|decide|announce|render"
    r"|resolve)\b"
)


def _is_nobodys(act: bytes) -> bool:
    """An appointment with an agency, or what the court itself means to do: no deadline of the case."""
    return _APPOINTED.has(act) or _COURTS_ACT.has(act)


def _before_and_after(context: Context) -> str:
    """ "The report is due May 8, and by May 15": of a day that has no words of its own, those of the day before it."""
    if context.second and context.before:
        return context.before.what
    return named_before(context.whole.decode())


_HANGING: Final = compiled(r"\bthat day\b|\bday before\b|\bend of the day\b")


def _hangs_well(context: Context, moment: Moment) -> bool:
    """ "By noon that day", "due the day before", "by the end of the day": said of what is due."""
    words = context.plan.data[moment.start : moment.end]
    if not _HANGING.has(words):
        return True
    if not MUST.has(context.whole):
        return False
    if b"end" in words.lower():
        return not (context.paper or context.second)
    return bool(context.before and context.before.kind in {"deadline", "hearing_scheduled"})


def _due_today(context: Context, moment: Moment) -> Found | None:
    """ "… shall be released today"; "and, that same day, shall file …"; "The May 4 deadline stands"."""
    whole = context.whole
    if moment.relative and _is_owed_then(context, moment):
        return Found("deadline", moment, "set", named_before(whole.decode()), DEADLINE_TODAY, 0, 0)
    if b"deadline" in context.trail and _KEPT_DUE.has(context.trail):
        return Found("deadline", moment, "set", "deadline stands", DEADLINE_STANDS, 0, 0)
    return None


def _is_owed_then(context: Context, moment: Moment) -> bool:
    """Must something be done today or tomorrow, or on the day of what is due in the same sentence?"""
    whole, before = context.whole, context.before
    if context.trail[:2] == b"'s" or context.lead[-5:].lower() in {b"from ", b"s of "}:
        return False
    words = context.plan.data[moment.start : moment.end].lower()
    if OF_THE_WEEK.has(words):
        return False
    promise = _PROMISED.search(whole)
    if (promise and not MUST.has(whole[promise.end("verb") :])) or (b"that " in words and _IF_NOT.has(whole)):
        return False
    today = words[:5] == b"today"
    if (b"the " in words or b"that " in words) and not (
        context.second and before and before.kind in {"deadline", "hearing_scheduled"}
    ):
        return False
    return not (_LIFE.has(whole) or _HISTORY.has(whole) or _EXPIRY.has(context.lead)) and (
        _OWED if today else MUST
    ).has(whole)


_PROMISED: Final = compiled(
    r"\b(?:court|undersigned|chambers|clerk|judge [\w.'-]+) (?:will|shall|intends to|expects to|is to|is directed to)"
    r" (?:(?:[a-z]+ly|be) )?(?P<verb>enter|issu|rul|decid|mail|send|announce|docket|file|follow|sign|transmit)[^;.]*$"
    r"|\b(?:orders?|opinion|ruling|decision|memorandum) (?:will|shall) (?:be )?(?:follow|issue|enter|file"
    r"|docket)[^;.]*$"
)
""" "The Court will enter an order later today": the court owes it to nobody."""
_IF_NOT: Final = compiled(r"(?:^|[:;.] ?)(?:unless|if|should)\b[^;.]*$")
_WAS: Final = compiled(r"\b(?:was|were|had|has been|have been)\b[^,;]*$")


def _lies_ahead(context: Context) -> bool:
    """Is "by Friday" the Friday to come, for somebody who owes something?"""
    whole = context.whole
    return (_OWED.has(whole) or _NOW.has(whole)) and not _WAS.has(whole)


_DUE_ANEW: Final = compiled(
    r"^,? (?:is|are|will|shall|must|may|to) (?:(?:now|instead|hereby) )*(?:be )?(?:(?:now|instead) )?"
    rf"(?:due|filed|served|submitted|lodged)(?: instead)?(?: on or before| no later than| by| on)?[ ,]*{DAY}$"
)
""" "The return, due May 8, shall be filed by May 15": the first day is given up."""


def _is_due(context: Context, start: int, at: str) -> bool:
    """Does an order make something due then? `start`: where in `lead` the words begin that say so."""
    lead, whole = context.lead, context.whole
    said = lead[start:].lower()
    if (
        not (b"later than" in said or b"or before" in said)
        and not (_NOW.has(whole) or MUST.has(whole))
        and _SIGNED.has(lead)
    ):
        return False
    living = _LIFE.has(whole) and not _GIVEN_UNTIL.has(lead)
    strong = _STRONG_FOR_FEEBLE.has(whole) or _GIVEN_UNTIL.has(lead)
    if FEEBLE.has(lead) and (b" excluded" in context.rest or living or not strong):
        return False
    if _EXPIRY.has(lead) or ((b"deadline" in said or b"due" in said) and _STRUCK.has(context.rest)):
        return False
    if said[:6] == b"before" and not _NOW.has(whole):
        return False
    if context.next_day not in {"", at[:10]} and _DUE_ANEW.has(context.trail):
        return False
    if _UNDONE.has(context.rest) and _RECITED.has(whole):
        return False
    if _THEN_ORDERED.has(whole) and SHOW_CAUSE.has(context.plan.data):
        return False
    history = _HISTORY.search(whole)
    return not (history and not _NOW.has(whole[history.end() :]))


SHOW_CAUSE: Final = compiled(r"\bshow cause\b")
_THEN_ORDERED: Final = compiled(r"(?:^|[.:;] )(?:the|this) (?:court|undersigned) (?:had |previously )?ordered\b[^;.]*$")
""" "The Court ordered a hearing by May 8": what an order to show cause tells of the order that was not obeyed."""
_AT_LEAST: Final = compiled(r"\b(?:at least|not? later than|not less than|no less than) $")


def is_owed_before(data: bytes, term: Moment, starts: list[int]) -> bool:
    """ "Exhibits shall be filed two days before the hearing", not "the return was filed two days before it"."""
    said = data[starts[bisect_right(starts, term.start) - 1] : term.start][-300:]
    return _AT_LEAST.has(said) or (_OWED.has(said) and not _FILED.has(said))


_FILED: Final = compiled(r"\b(?:(?:was|were|had|has|have been) [a-z]+ed|filed [^.;]*) $")
_TOLD: Final = compiled(
    r"\bhaving (?:been )?[a-z]+[^;.,]* $"
    r"|\b(?:was|were|had been) (?:released|returned|brought|transferred|removed|moved|flown|deported)\b[^;.,]* $"
)
""" "Luis Ardo was returned within two days": done, not owed."""


def owed_within(text: str, data: bytes, said: list[Moment], starts: list[int]) -> list[Found]:
    """What is due within the terms that an order states; `starts`: where its sentences begin."""
    found: list[Found] = []
    for term in said:
        sentence = starts[bisect_right(starts, term.start) - 1]
        whole = data[sentence : term.start][-300:]
        if (_LIFE.search(whole) and not _NOW.search(whole)) or RECOMMENDS.search(whole):
            continue
        around = data[sentence : term.end + 120]
        told = _TOLD.search(whole)
        if (
            (told and not MUST.has(whole[told.start() :]))
            or _HISTORY.search(whole)
            or _BY_OFFICE.search(whole)
            or not _ANSWERING.search(around)
            or DENIED.has(data[term.end :][:60])
        ):
            continue
        act = _term_of_act(data, term, sentence, starts)
        if act and _is_nobodys(act):
            continue
        found.append(
            Found(
                "deadline",
                term,
                "set",
                (brief := _in_brief(act.decode())) or text[term.start : term.end],
                WITHIN,
                sentence if term.start - sentence < 160 else term.start,
                _act_ends(brief, data[term.end :], term.end),
            )
        )
    return found


def _term_of_act(data: bytes, term: Moment, sentence: int, starts: list[int]) -> bytes:
    """ "Within 14 days, Respondents shall file a report": what is due stands behind its term."""
    place = bisect_right(starts, term.start)
    stop = starts[place] if place < len(starts) else len(data)
    return _act_after(data[sentence : term.start], b"by", data[term.end : stop][:300])


_POPPED: Final = compiled(
    r"^(?:on|for|by|at|to|is|set|due|held|before|no|later|than|or|and|scheduled|reset|will|be|are|again|then|noon|also"
    r"|instead|further|that)$"
)
_PUSHED: Final = compiled(r"^(?:and|or|but|further|that|then|also|be|hereby|ordered|so|it|is)$")
_HEADING: Final = compiled(
    r"^.*: |^(?:(?:[\[(][^\])]*[\])]|\d+[.)]|[-*]+),? )+|^(?:[\w/]+ ){1,4}(?:issued|entered|established)[.,]? "
)
"""A heading, numbers in brackets, "BRIEFING NOTICE ISSUED": what stands before what is due."""
_NEW_ACT: Final = compiled(rf"^.*(?:, (?:and|but|then)|;(?: and)?) (?P<act>.*\b{_ORDERS} .*)$")
_ACT_BEGUN: Final = compiled(rf"^.*\b(?:{_ORDERS}|{PARTY_TO})(?: (?:now|hereby|also|further|be))? (?P<act>.*)$")
_RELATIVE: Final = compiled(
    r" (?:at|in|by|for|during|under) which\b| (?:whether|explaining|stating) |\. "
    r"|(?:\breleas\w+|\bset free|\blet go)(?P<person>(?: [\w.'-]+){0,3}?) (?:at|to|in|into|from|with|outside|near)\b"
)
"""Where what is due has been said; of a release, no place and no hour."""


def named_before(lead: str) -> str:
    """The last words before the date, without its prepositions: what is due, or which hearing."""
    said = lead.strip(" ,.;:()")
    while (heading := _HEADING.search(said.encode())) and heading.end() < len(said):
        said = said[heading.end() :]
    if new := _NEW_ACT.search(said.encode()):
        said = said[new.start("act") :]
    words = said.split()
    while words and _POPPED.has(words[-1].strip(",:").encode()):
        words.pop()
    last = words[-7:]
    begun = _ACT_BEGUN.search(" ".join(words).encode())
    if begun and len(last) < (length := len((begun["act"] or b"").split())) <= 12:
        last = words[-length:]
    while last and _PUSHED.has(last[0].strip(",").encode()):
        last = last[1:]
    return " ".join(last).rstrip(",")


def _in_brief(act: str) -> str:
    """The first words of what must be done: no more than say what."""
    end = _RELATIVE.search(act.encode())
    words = (act[: max(end.start(), end.end("person"))] if end else act).split()
    return " ".join(words[:14]).strip(" ,.;:()")
