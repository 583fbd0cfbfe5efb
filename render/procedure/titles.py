"""The title of a motion in; what it asks for and which docket entries it points at out.

"Emergency MOTION for TRO and Preliminary Injunction by Petitioner" asks for two things; "MOTION for Leave to File Reply
in Support of 3 Motion for TRO" asks for one, and it is not a TRO.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from .matching import Found
from .outline import sentence_starts
from .rule import Rule, compiled
from .rules import BY_NAME, RELIEF

HEAD: Final = compiled(
    r"\b(?:cross-|letter[- ])?(?:motions?|applications?|stipulations?)\b"
    r"|(?:s'|'s|\boral|\bex parte|\bjoint|\bunopposed|\bletter|\bconsent|\bstipulated|\bagreed|\brenewed|\bre:?|^)"
    r" ?requests?\b"
)
_NAMED_FIRST: Final = compiled(
    r"^(?:an? |the |\[?\d+\]? |[a-z]+'s? |government'?s? |emergency |oral )*(?P<relief>(?:{tro}|{pi}|stay|bail"
    r"|habeas|class certification|summary judgment|enforcement|contempt|remand|extension))\b(?: motion| request)?"
)
_WRIT: Final = compiled(
    r"^(?:[\[\]\d.a-z' ]{0,30} )?application for (?:an? )?(?:writ|habeas)\b"
    r"|^(?:the )?(?:\[?1\]? application|application \[1\])[ .,]*$"
    r"|^[^;]{0,40}request (?:that [^;]*?\b(?:releas|writ|petition|habeas|bond)|for (?:immediate )?release)"
    r"|^motions?(?:\(s\))? (?:(?:no longer )?referred|notice)\b|^requests? for transcripts?"
    r"|^request (?:for|to) (?:the )?(?:clerk to )?(?:issu(?:e|ance of) )?(?:an? |alias )?summons"
)
_DOING: Final = compiled(
    r"^ ?(?:(?:and (?:\[?proposed\]? )?order )?(?P<doing>(?:extending|enlarging) (?:the )?(?:time"
    r"|deadlines?)|continuing (?:the )?[a-z ]*(?:hearing|conference|trial))"
    r"|addressed to [^;]{0,200}? re: (?:requests? )?(?:(?:for|to) )?(?P<about>[a-z]))"
)
"""What a motion asks for without "for" or "to" before it."""
_FROM_FOR: Final = re.compile(
    r"letter[- ]motion from [^;:]{2,60}? for (?!leave\b|permission\b|an? extension\b"
    r"|extension\b)[^;:]{2,80}? (?:requesting|seeking) (?!that\b)(?:an? |the )?",
    re.IGNORECASE,
)
""" "LETTER MOTION from counsel for the union requesting an adjournment": for whom is not what for."""
_THAT: Final = compiled(
    r"^(?: \[\d+\])? that (?:(?:this |the )?court (?P<does>[a-z])|[^;]*?\bbe (?:given|allowed|granted|permitted"
    r"|afforded) (?P<leave>[a-z\d])|(?P<what>[^;]*?) be (?:(?P<held>held (?:back|in abeyance))"
    r"|(?P<done>stay|extend|adjourn|dismiss|delay|defer|continue|postpone|enlarge|move|reset|reschedule|put off)"
    r"(?:e?d|red)?)\b)"
)
"""What is asked for with "that": "request that this order be stayed", "that it be allowed one more week"."""
_FOR_TRIAL: Final = compiled(r"\bad (?:prosequendum|testificandum)\b")
_ASKS: Final = re.compile(
    r"\b(?:[Ff]or|[Tt]o|FOR|TO|requesting|seeking|REQUESTING)\b[:\s]+|\b[Oo]f (?=[Cc]ontinuance|[Ee]xtension of)"
)
_FOR_WHOM: Final = re.compile(
    r"(?:(?:Mr|Ms|Mrs|Dr)\. [^;:]{1,60}? |USA |(?:[Tt]he )?(?:[Aa]ppell|[Pp]etitioner|[Rr]espondent|[Pp]laintiff"
    r"|[Dd]efendant)[^;:]{0,60}? )to "
)
_ELSEWHERE: Final = re.compile(r"\b(?:re:?|regarding) \[?\d+\]? .*\bmotion\b", re.IGNORECASE)
""" "Request for argument by X regarding 9 MOTION to …": what stands there was asked before."""
_REASONS: Final = re.compile(
    (
        r"(?:(?:the|these|those|all|all the) )?(?:following |foregoing |same )?(?:reasons?\b|good cause"
        r"|lack of|want of|extent)"
    ),
    re.IGNORECASE,
)
""" "granting the motion for the reasons stated": no relief stands there."""
_BY: Final = re.compile(r"[\s,]*(?:filed )?(?:by|with|of)\b")
_STOPS: Final = compiled(
    r" (?:filed )?by (?:the )?(?:plaintiff|defendant|petitioner|respondent|[A-Z])"
    r"| re:? (?:\d|\[|the |motion|order|complaint|response|petition|notice)"
    r"| regarding | in support| in opposition|\(attach"
    r"| with (?:memorandum|certificate|brief|hearing)"
    r"| filed\b|, ?filed| addressed to | as to | on behalf| against "
)
_AND: Final = compiled(
    r"(?:,|;| and| or|/| as well as)+(?: and| or| also)?(?:, [^,;.]{1,60},)? ?(?:in the alternative,? "
    r"|alternatively,? |(?:and "
    r"|or )?)(?P<whose>the |his |her |its |their |[a-z]+s?'s? )?(?:(?:emergency |ex parte |joint "
    r"|unopposed |first |second |oral "
    r"|[a-z]+'s )*(?P<anew>motions?) )?(?P<numbered>\[?\d+\]? (?:[a-z'-]+ ){0,3}motions? )?(?:(?:for"
    r"|to) )?(?:an? |the |issuance of "
    r"|entry of )?(?P<next>[a-z])"
)
_NUMBERED: Final = frozenset("0123456789])")
"""What stands before a second motion when the first was named by its number."""
_ALTERNATIVELY: Final = re.compile(r"alternativ", re.IGNORECASE)
_CARRIER: Final = compiled(
    r"^(?:an? |the )?(?:amend[a-z/]* (?:the )?(?:briefing|scheduling)|leave|permission|extension|extend|enlarge|order"
    r"|withdraw|seal|proceed|file|continu"
    r"|expedite|shorten|hearing|adjust)"
)
_LEAD: Final = compiled(
    r"^(?:an? |the |issuance of |entry of |emergency |immediate |ex parte |limited |agreed |stipulated |consent )*"
    r"(?:order (?:(?:for|granting|entering|to) )?)?(?:an? |the )?"
)


_SECOND: Final = frozenset({"tro", "pi", "stay", "class_cert", "mtd", "sj", "enforce", "contempt", "remand"})
"""What a motion may ask for beside its first request; more time, or anything else, is no second request."""


class Relief(NamedTuple):
    """One thing a motion asks for: its kind, the rule that says so (None for other), and its words."""

    kind: str
    rule: Rule | None
    words: str


_MISCELLANEOUS: Final = compiled(r"^miscellaneous relief,? (?:specifically|namely|to wit),? (?:for |to )?")
"""A form's own words before what is asked for."""


def reliefs(title: str) -> list[Relief]:
    """What the motion asks for, the first first; a kind named twice is one. Empty: this is no motion at all."""
    return list(_reliefs(title))


@lru_cache(maxsize=4096)
def _reliefs(title: str) -> Sequence[Relief]:
    data = title.encode("ascii")
    head = HEAD.search(data)
    if not head or (_WRIT.search(data) and not _FOR_TRIAL.search(data)):
        return []
    asked = _asked(title, head.start(), head.end())
    asked = asked[: _sentence(asked)]
    if named := _MISCELLANEOUS.search(asked.encode("ascii")):
        asked = asked[named.end() :]
    words = _cut(asked)
    first = _relief(words)
    found = [first]
    since = 0
    carrier = bool(_CARRIER.search(words.encode("ascii"))) and first.kind in {"other", "extension"}
    for joint in _AND.finditer(asked.encode("ascii")):
        anew = joint["anew"] == b"MOTION" and asked[joint.start()] in ",;"
        anew = anew and "motion" not in asked[since : joint.start()].lower()
        anew = anew or (joint["anew"] is not None and asked[joint.start() - 1] in _NUMBERED)
        beyond = joint.start() >= len(words) or (carrier and not anew)
        if beyond and not _ALTERNATIVELY.search(asked[joint.start() : joint.end()]):
            continue
        since = joint.end() if anew else since
        other = _relief(asked[joint.start("next") :])
        named = joint["numbered"] or (joint["anew"] and joint["whose"])
        new = anew or (named is not None and not carrier)
        if (other.kind in _SECOND or new) and other.kind not in {relief.kind for relief in found}:
            found.append(other)
    return found


_NAMED: Final = frozenset({"tro", "pi", "class_cert", "sj", "stay", "extension"})


_ALONE: Final = compiled(
    r"^(?:the |an? |partial )*(?:{tro}|{pi}|class certification|summary judgment|stay of removal){refs}[ ,]*$"
)


def named(title: str, *, alone: bool) -> list[Relief]:
    """The relief a verdict names without a motion: "denying temporary restraining order"; empty if it names none.

    `alone`: only where the title is that and nothing else ("Summary judgment is GRANTED").
    """
    if alone and not _ALONE.search(title.encode("ascii")):
        return []
    lead = _LEAD.search(title.encode("ascii"))
    relief = _relief(_cut(title[lead.end() if lead else 0 :]))
    taken = relief.rule and relief.kind in _NAMED and relief.rule.sense != "administrative"
    return [relief] if taken else []


_TREATED: Final = compiled(
    r"(?:[^t]|[^o]t),? (?:constru|treat|convert|consider|deem|recharacteriz)(?:ed|e?s|ing)(?: (?:by|the|this|court"
    r"|motion|application|request|it))*,? (?:as|(?:in)?to) (?:an? )?(?:motion |application |request )?(?:(?:for|to) )?"
    r"(?P<thing>(?:an? )?(?:{tro}|{pi}|summary judgment|dismiss|enforce|remand|stay)\b)"
)
""" "A motion for a TRO, construed as one for a preliminary injunction": what the court made of it."""


def _asked(title: str, start: int, end: int) -> str:
    """The words after "for" or "to", past a "by Plaintiff X" that stands between; "the TRO motion" names it before."""
    if treated := _TREATED.search(title[end:].encode("ascii")):
        return title[end + treated.start("thing") :]
    if doing := _DOING.search(title[end:].encode("ascii")):
        return title[end + max(doing.start("doing"), doing.start("about")) :]
    if that := _THAT.search(title[end:].encode("ascii")):
        return _that(title[end:], that)
    if letter := _FROM_FOR.match(title, start):
        return title[letter.end() :]
    asks = _ASKS.search(title, end)
    if asks and (title[end : asks.start()].strip(" .,") == "" or len(title[end : asks.start()]) < 160):
        between = title[end : asks.start()].lower()
        if _ELSEWHERE.search(between):
            return ""
        by = _BY.match(between)
        if "; " not in between and (by or ". " not in between):
            whom = _FOR_WHOM.match(title, asks.end()) if by else None
            return "" if _REASONS.match(title, asks.end()) else title[(whom or asks).end() :]
    before = _NAMED_FIRST.search(title[:end].encode("ascii"))
    return title[before.start("relief") :] if before and before.end() <= end else title[end:].lstrip(" :,-")


def _that(words: str, that: Found) -> str:
    """ "that this order be stayed" → "stay this order"."""
    if that["what"] is None:
        return words[max(that.start("does"), that.start("leave")) :]
    verb = "stay" if that["held"] else words[slice(*that.span("done"))]
    return f"{verb} {words[slice(*that.span('what'))]}"


_FURTHER: Final = re.compile(r"; ?(?:to|for|and|or|MOTION)\b")


def _sentence(asked: str) -> int:
    """Where the first sentence ends; "to compel; to stay; and for costs" is one."""
    starts = [*sentence_starts(asked), len(asked)][1:]
    return next(start for start in starts if start == len(asked) or not _FURTHER.match(asked, start - 2))


def _cut(words: str) -> str:
    stop = _STOPS.search(words.encode("ascii"))
    return words[: stop.start()] if stop and stop.start() > 3 else words


def _relief(words: str) -> Relief:
    data = words.encode("ascii")
    for skip in (0, (_LEAD.search(data) or _NOTHING).end()):
        for match in RELIEF.matches(data[skip:]):
            return Relief(match.rule.kind or "other", match.rule, _plain(words[skip:]))
    return Relief("other", None, _plain(words))


_BARE: Final = compiled(
    r"^[ .,:]*(?:(?:the|this|that|it|application|request|endorsement)[ .,:]*)*$"
    r"|^(?:it|the same) (?:only )?(?:as to|with respect to|insofar as|to the extent)\b"
)
_THING: Final = compiled(
    r"\b(?P<thing>{tro}|{pi}|class certification|summary judgment|contempt) (?:order|hearing|motion|granted|denied"
    r"|granting)\b"
)
_MOVED: Final = compiled(
    r"\b(?:{who}|{person}|part(?:y|ies)|movants?|counsel|side)(?: for [a-z]+)? (?:have |has |now |jointly )*(?:moved?s?"
    r"|asks?|asked|requests?|requested|seeks?|sought|appl(?:y|ies|ied))(?: (?:this |the )?court)? (?:(?:to|for|that) )?"
)
""" "Respondents ask for another week": a motion told without the word."""
NEAR: Final = 600
"""How far back, in characters, a bare "GRANTED" may look for what it grants."""


def is_bare(title: str) -> bool:
    """Does the title name nothing: "it", "the application", or no word at all?"""
    return bool(_BARE.search(title.encode("ascii")))


def named_before(text: str) -> list[Relief]:
    """What the motion last named before a bare "GRANTED" asks for; empty if none was."""
    near = text[-NEAR:]
    data = near.encode("ascii")
    heads = [head.start() for head in HEAD.finditer(data)]
    named = [
        (start, found)
        for start, end in zip(heads, [*heads[1:], len(near)], strict=False)
        if (found := reliefs(near[start:end])) and found[0].words
    ]
    named += [(said.start(), reliefs("motion for " + near[said.end() :])) for said in _MOVED.finditer(data)]
    named += [(thing.start(), [_relief(near[slice(*thing.span("thing"))])]) for thing in _THING.finditer(data)]
    return max(named, key=lambda one: one[0])[1] if named else []


_NO_WORDS: Final = compiled(
    r"^(?:as (?:converted|amended|modified|unopposed|supplemented|stated|set forth)|in full|in its entirety"
    r"|at (?:docket|dkt|ecf|doc|document|filing|entry)\b"
    r"|(?:docket|dkt|ecf|doc|document|filing|entry|d\.?[ein])\b\.?(?: (?:entry|nos?\.?))* ?[#\[]?(?:\d+|$)"
    r"|from the bench|orally|as to (?:the )?(?:petitioners?|plaintiffs?|respondents?|defendants?|named|individual)\b)\b"
)


def _plain(words: str) -> str:
    """The words of a relief without numbers and marks around them; "" if nothing is left."""
    plain = words[:80].strip(" .,;:()[]#0123456789-")
    return "" if _NO_WORDS.search(plain.encode("ascii")) else plain


class _Nothing:
    def end(self) -> int:
        return 0


_NOTHING: Final = _Nothing()
OTHER_MOTION: Final = "motion_filed.other"
OF_JUSTICE: Final = BY_NAME["motion_filed.stay.injunction_or_order.of_justice"]

_NUMBER: Final = r"\d{1,5}(?:-\d+)?(?!\d)"
_TARGETS: Final = compiled(
    r"(?:\[#?|\((?:docs?|dkts?|ecf|docket|d\.?e|rec)\.?[^()\d]*|\b(?:docs?\.|dkts?\.?|ecf|d\.e\.|docket"
    r"|de) ?(?:entry )?(?:nos?\.? ?|#)? ?#? ?)(?P<marked>\d{1,7}(?:-\d+)?)"
    r""
    r"|^(?:re:? |the |plaintiffs?'?s? |petitioner'?s? |respondents?'?s? |defendants?'?s? |emergency "
    r"|[a-z]+'s )*(?P<first>\d{1,5}) (?:[a-z'-]+ ){0,6}(?:motion|petition|application|request|stipulation|order"
    r"|report|letter|objection|proposed)"
    r"|(?P<last>\b\d{1,5}) ?[.,;]* ?$"
)


_NO_ENTRY: Final = compiled(
    r"\b(?:rule|section|count|claim|part|title|chapter|no|exhibit|paragraph|until|dated|of|u\.?s\.?c\.?|S|judge) ?$"
)


def targets(words: str) -> tuple[int, ...]:
    """Docket entry numbers the words point at, as the clerk marks them: `3 Motion`, `[3]`, `(Doc. 3)`, `Motion 3 .`"""
    found: list[int] = []
    for match in _TARGETS.finditer(words.encode("ascii")):
        number = match["marked"] or match["first"] or match["last"] or b"0"
        value = int(number.split(b"-")[0])
        if match["last"] and _NO_ENTRY.search(words[: match.start("last")].encode("ascii")):
            continue
        if 0 < value < 100_000 and value not in found:
            found.append(value)
    return tuple(found)


def of_kind(kind: str) -> Rule | None:
    return BY_NAME.get(f"motion_filed.{kind}")
