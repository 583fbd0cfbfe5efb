"""Who asks in a motion, who appeals: a docket and clean text in, "petitioner" (whoever sued), "respondent" or None out.

A name says which side it is on by the caption, the parties' roles and the first entry; nothing is guessed: a filer who
is on neither side, or on both, is nobody's.
"""

import re
from typing import Final

from .facts import Docket
from .rule import compiled
from .text import clean, plain

_BY: Final = compiled(r"\b(?:filed )?by (?P<who>[^()]{3,200})")
_NAMED_BY_ROLE: Final = compiled(
    r"^(?:the |all )?(?P<role>petitioner|plaintiff|applicant|respondent|defendant)s?\b"
)
_AGAINST: Final = compiled(r"\bagainst (?P<who>[^()]{3,300}?)(?:,? filed by\b|[()]|$)")
_APPEALS: Final = compiled(
    r"\bappell(?P<side>ant|ee)s? (?:(?:mr|mrs|ms|dr|hon)\. )?(?P<who>[a-z][^.;:()]{2,60})"
)
_CUT: Final = re.compile(rb"(?i)\b(?:against|to|for|in|re|regarding|cross|(?:and )?appell(?:ant|ee)s?)\b|w/|[:;]")
"""Where a list of names ends."""
_WON: Final = {
    "petitioner": compiled(
        r"\bin favor of (?:the )?(?:petitioners?|plaintiffs?|applicants?)\b"
        r"|\b(?:entered|judgment|verdict) for (?:the )?(?:petitioners?|plaintiffs?|applicants?)\b"
        r"|\bdecision of the (?:commissioner|secretary|agency|board)\b[^.;]{0,60}? (?:is|be) (?:hereby )?"
        r"(?:reversed|vacated)\b|\b(?:commissioner|secretary|agency)'s (?:final )?decision (?:is|be) (?:hereby )?"
        r"(?:reversed|vacated)\b"
    ),
    "respondent": compiled(
        r"\bin favor of (?:the )?(?:(?:federal )?defendants?|respondents?)\b"
        r"|\b(?:entered|judgment|verdict) for (?:the )?(?:defendants?|respondents?)\b"
        r"|\bdecision of the (?:commissioner|secretary|agency|board)\b[^.;]{0,60}? (?:is|be) (?:hereby )?affirmed\b"
        r"|\b(?:commissioner|secretary|agency)'s (?:final )?decision (?:is|be) (?:hereby )?affirmed\b"
        r"|\b(?:plaintiffs?|petitioners?)\b[^.;]{0,60}? takes? nothing\b"
    ),
}
_GOVERNMENT_SUES: Final = re.compile(r"(?i)(?:the )?united states\b[^.]*? v(?:s)?\.? ")
_FOR_GOVERNMENT: Final = compiled(r"\bin favor of (?:the )?(?:government|united states)\b")
_IN_FAVOR: Final = compiled(
    r"\bin favor of (?:the )?(?P<who>[^;()]{3,160}?)"
    r"(?:(?:,? and)?(?: as)? against (?:the )?(?P<against>[^;()]{3,160})|[.;(] |$)"
    r"|(?:^|[.;,:] )(?P<awarded>[a-z][^.;,:]{2,60}?) (?:is|are) (?:hereby )?awarded (?:damages|judgment|the sum|\$)"
    r"|(?:^|[.;,:] )(?P<recovers>[a-z][^.;,:]{2,60}?) (?:shall )?(?:have and )?recovers? (?:judgment |damages )?"
    r"(?:of and )?from\b"
)
_ON_COUNT: Final = compiled(
    r"\b(?:on|as to) (?:(?:the|all|his|her|their|its|other|remaining|first|second|third|fourth) )*(?:counts?"
    r"|claims?|causes? of action)\b"
)
_PARTS: Final = re.compile(rb"(?i);|,? and (?:judgment )?(?=in favor of )|,? (?:and )?(?=judgment (?:for|in favor) )")
"""What stands between a judgment for one side and one for the other."""
_BOTH_SUED: Final = compiled(
    r"\b(?:counter-?(?:claim|complaint|plaintiff|defendant)|cross-?(?:claim|complaint)|third-?party)"
)
_UNDONE: Final = compiled(r"\b(?:denied|vacated|set aside|reversed|requests?|motion)\b")
_TAKEN_BACK: Final = re.compile(
    rb"(?i)\bjudgment (?:in favor of|for) [^;.]{1,80}? (?:is|are|was) (?:hereby )?"
    rb"(?:set aside|vacated|reversed|denied)\b"
)
_VERSUS: Final = re.compile(r"\bv(?:s)?\.? ")
_OTHER: Final = {"petitioner": "respondent", "respondent": "petitioner"}
_ROLES: Final = {
    "petitioner": ("petitioner", "plaintiff", "applicant"),
    "respondent": ("respondent", "defendant"),
}
_NOBODY: Final = re.compile(
    rb"(?i)(?:cases?|actions?|civil|complaint|petition|lawsuit|matter|suit|appeal|writ|claims?|counts?|causes?|all|each"
    rb"|any|entire|with|without|of|prejudice|this|these|the|that|pursuant|under|rule|party|parties|order|motion"
    rb"|defendants?|plaintiffs?|petitioners?|respondents?|first|second|third|amended|remaining|habeas|for|and|in|on|by"
    rb"|to|as|or|federal|state|individual|his|her|its|their|judgment|proceedings?)\Z"
)
"""Words with which no name begins."""
_EMPTY: Final = frozenset(
    {"the", "and", "for", "inc", "llc", "filed", "emergency", "motion", "united", "states", "department", "office"}
    | {"homeland", "security", "immigration", "customs", "enforcement", "project"}
)
"""Words that stand in names of both sides and tell none apart."""


def asker(docket: Docket, actor: str | None, text: bytes) -> str | None:
    """The side that filed a paper: as its own words say, else by the name of the filer."""
    if actor in _ROLES:
        return actor
    found = _BY.search(text)
    if not found:
        return None
    if role := _NAMED_BY_ROLE.search(found["who"] or b""):
        said = (role["role"] or b"").decode().lower()
        return next(side for side, names in _ROLES.items() if said in names)
    filer = _words(_CUT.split(found["who"] or b"")[0])
    sides = {side for side, names in _names(docket).items() if filer & names}
    return sides.pop() if len(sides) == 1 else None


def appellant(docket: Docket) -> str | None:
    """Of the docket of an appeal: the side below that appealed, by the parties' roles or by whom its entries name so.

    None where neither says it, or where both sides appealed.
    """
    roles = [role.lower() for party in docket.parties for role in party.roles if "appellant" in role.lower()]
    said = {side for role in roles for side, names in _ROLES.items() if any(name in role for name in names)}
    if not said:
        caption = _captioned(docket)
        for entry in docket.entries:
            for found in _APPEALS.finditer(plain(entry.text)):
                named = _words(_CUT.split(found["who"] or b"")[0])
                ours = {side for side, names in caption.items() if named & names}
                said |= ours if (found["side"] or b"").lower() == b"ant" else {_OTHER[side] for side in ours}
    return said.pop() if len(said) == 1 else None


def names_some(docket: Docket, whom: bytes) -> bool:
    """Do the words name some of those who are sued, of the parties or in the first entry, and leave others out?

    Of a name that shares words with another's only the rest counts: "Westfall Logistics" and "Denny Westfall".
    """
    said = _words(_CUT.split(re.split(rb"[(;]|\bby ", whom)[0])[0])
    listed = [each.name for each in docket.parties if {role.lower() for role in each.roles} & {*_ROLES["respondent"]}]
    everyone = [words for name in listed or _sued_at_first(docket) if (words := _words(name))]
    named = [
        bool(said & (words.difference(*(others for others in everyone if others != words)) or words))
        for words in everyone
    ]
    return any(named) and not all(named)


def begins_with_name(words: bytes) -> bool:
    """Do these words begin with somebody's name, and not "Case", "Without Prejudice" or "by"?"""
    return words[:1].isupper() and not any(map(_NOBODY.match, re.findall(rb"[A-Za-z]{2,}", words[:40])[:2]))


def is_another(docket: Docket, whom: bytes) -> bool:
    """Of a caption that ends with "et al": is somebody named who does not stand in it?"""
    second = [*_VERSUS.split(docket.case_name, maxsplit=1), ""][1]
    return "et al" in second.lower() and not _words(whom) & _words(second)


def winner(docket: Docket, text: bytes) -> str | None:
    """The side for which a judgment is, by its role or by its name; None where it does not say, or says both."""
    text = _TAKEN_BACK.sub(b"", text)
    won = {side for side, words in _WON.items() if words.search(text)}
    names = _names(docket)
    for found in _IN_FAVOR.finditer(text):
        for who, is_won in ((found["who"] or found["awarded"] or found["recovers"], True), (found["against"], False)):
            said = _words(who or b"")
            ours = {side for side, words in names.items() if said & words}
            won |= ours if is_won else {_OTHER[side] for side in ours}
    if _FOR_GOVERNMENT.search(text) and not _GOVERNMENT_SUES.match(clean(docket.case_name).text):
        won.add("respondent")
    return won.pop() if len(won) == 1 else None


def shares_by_count(docket: Docket, text: bytes) -> bool:
    """Is a judgment for who sued on one count and for who is sued on another? Where both have sued, nobody can tell."""
    each = {winner(docket, part) for part in _PARTS.split(text) if _ON_COUNT.has(part)}
    return {"petitioner", "respondent"} <= each and not _BOTH_SUED.has(text) and not _UNDONE.has(text)


def _sued_at_first(docket: Docket) -> list[str]:
    first = plain(docket.entries[0].text) if docket.entries else b""
    found = _AGAINST.search(first)
    return re.split(r",| and |;", (found["who"] or b"").decode("ascii")) if found else []


def _captioned(docket: Docket) -> dict[str, set[str]]:
    """The words of the names on each side of a caption; such as stand on both tell no side."""
    return _apart(_caption(docket))


def _caption(docket: Docket) -> dict[str, set[str]]:
    first, second, *_ = [*_VERSUS.split(clean(docket.case_name).text, maxsplit=1), ""]
    return {"petitioner": _words(first), "respondent": _words(second)}


def _apart(names: dict[str, set[str]]) -> dict[str, set[str]]:
    both = names["petitioner"] & names["respondent"]
    return {side: words - both for side, words in names.items()}


def _names(docket: Docket) -> dict[str, set[str]]:
    names = _caption(docket)
    for party in docket.parties:
        for side, roles in _ROLES.items():
            if any(role.lower() in roles for role in party.roles):
                names[side] |= _words(party.name)
    for entry in docket.entries[:1]:
        first = plain(entry.text)
        if found := _AGAINST.search(first):
            names["respondent"] |= _words(found["who"] or b"")
        if found := _BY.search(first):
            names["petitioner"] |= _words(found["who"] or b"")
    return _apart(names)


def _words(name: str | bytes) -> set[str]:
    plain = name.decode("ascii") if isinstance(name, bytes) else clean(name).text
    return set(re.findall(r"[a-z]{3,}", plain.lower())) - _EMPTY
