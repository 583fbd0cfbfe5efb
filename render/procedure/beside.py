"""What stands beside a date, what is found in it, and the words that speak of hearings and of deadlines alike."""

from typing import Final, NamedTuple

from .moments import Moment
from .outline import Outline
from .rule import compiled

DAY: Final = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?"
MOVED_BY: Final = (
    r"(?:re-?set|rescheduled|continued|moved(?: up| back| forward)?|adjourned|advanced|postponed|deferred|accelerated"
    r"|expedited|carried(?: over)?|(?:put|pushed|held|set) (?:over|off|back)|brought forward)"
    r"(?: (?:by )?(?:an?|one|two|three|\d{1,2}) (?:days?|weeks?|months?))?"
)
COMING: Final = (
    r"(?:hearings?|hrg|(?:(?:tele|video)-?)?conferences?|conf|js/jt|jt|fptc?|ptc|trial|arguments?|sentencing"
    r"|sentence with(?:out)? psr"
    r"|arraignment|appearances?|examination|mediation|matter|colloquy|calendar(?: call)?|pretrial (?:re-?)?set"
    r"|(?:motion|trial) setting|return date|report date (?:is )?(?:re-?)?set|notice of motion date|next court date"
    r"|motions? (?:(?:is|are|was|were) )?(?:set for hearing|noticed)|motion (?:re-?)?set"
    r"|presentment|show cause date|selection|change of plea|plea (?:hearing|and sentenc\w+|(?:re-?)?set)"
    r"|(?:(?:shall|must|(?:are|is) to|(?:are|is) (?:hereby )?(?:ordered|directed|required) to)"
    r" (?:(?:personally|each|all|both|also) ){0,2}(?:appear|convene)|will (?:appear (?:by|via|in|before|for|remotely)"
    r"|convene))|(?:docket|status|conference) call"
    r"|calendared|status (?:is )?(?:hereby )?(?:re-?set|set|continued|adjourned))"
)
HEARING: Final = rf"(?:{COMING}|proceedings?|plea)"
FEEBLE: Final = compiled(
    r"\b(?:to|until|through|beginning|commencing|starting|(?:daily|(?:each|every) \w+) (?:at|by)|the first(?: one"
    r"| report)?|(?:is|are) (?:hereby )?now|(?:re-?)?set for"
    r"|(?:until|through|to) (?:and|&) inc(?:luding|l?\b\.?)"
    r"|extended (?:to|until|through))[ ,:]*(?:on )?(?:(?:mon|tues|wednes|thurs|fri)day,?)? ?$"
)
PARTY_TO: Final = r"(?:parties|petitioners?|respondents?|plaintiffs?|defendants?|government|counsel) to"
MUST: Final = compiled(rf"\b(?:shall|must|ordered|directed|due|(?:is|are) (?:asked )?to|{PARTY_TO})\b")
RECOMMENDS: Final = compiled(r"\brecommend(?:s|ed|ing)?\b")
REFUSED: Final = compiled(r"\b(?:denied|refused)\b|[:;] no\b")
DENIED: Final = compiled(r"^,? (?:is|are) (?:hereby )?(?:denied|refused)\b(?:[.;,]|$)")
""" "The request to adjourn the conference set for May 12 is denied": it stands."""
GRANT: Final = compiled(
    r"\b(?:granted|grants|granting|so ordered|approved|(?:is|are) (?:hereby )?allowed|allows|allowing)\b"
)
FOREIGN: Final = compiled(
    r"\bimmigration (?:judge|court)(?:[^']|$|'s (?:[a-z]+ )?hearing)|master calendar|\bin that court\b|\bappeals? (?:to"
    r"|with) the board of immigration appeals\b"
    r"|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh) circuit (?:heard|will hear"
    r"|has (?:set|scheduled))\b"
)
TO_MOVE: Final = compiled(
    rf"\b(?:(?:to|for) (?:adjourn|continue|postpone|re-?set|reschedule|vacate|cancel|move|advance|convert|strike)"
    rf"|(?:for|an?|the) (?:(?:adjourn|postpone)ment|continuance) of)"
    rf" (?:[\w'-]+ ){{0,5}}?(?:{HEARING}\b(?: date)?,? ?(?:which is |that is )?"
    rf"(?:currently |presently |previously |now )?(?:(?:set|scheduled|noticed|calendared)(?: to begin)?(?: for| on)?"
    rf"|of|on)[ ,]*{DAY}|the )?$"
)
"""Asking that a hearing be moved: what stands after it is the old day."""


class Found(NamedTuple):
    """One dated thing before it is given its shape. `kind` is a DateKind, `status` set, reset or vacated."""

    kind: str
    moment: Moment
    status: str
    what: str
    rule: str
    start: int
    end: int


class _Words(NamedTuple):
    """Which of the words are in the entry at all, without which a pattern need not be tried."""

    recommends: bool
    foreign: bool
    bond: bool
    held: bool


def words_in(data: bytes) -> _Words:
    """Of a whole entry, once."""
    low = data.lower()
    return _Words(
        b"recommend" in low,
        b"immigration" in low or b"master" in low or b"circuit" in low,
        b"bond" in low or b"custody" in low,
        b"held" in low or b"minute" in low or b"hearing on" in low,
    )


class Context(NamedTuple):
    """Words around a moment: since the last one (`lead`), since the sentence began (`whole`), after it up to the next
    (`trail`) and to the end of the sentence (`rest`). `paper`: somebody filed it, and the court says nothing."""

    plan: Outline
    lead: bytes
    whole: bytes
    trail: bytes
    rest: bytes
    paper: bool
    words: _Words
    second: bool
    before: Found | None
    next_day: str


OF_THE_WEEK: Final = compiled(r"\b(?:mon|tues|wednes|thurs|fri)day\b|\bthis (?:[a-z]+ )?(?:date|day)\b")
A_CANCELLING: Final = rf"^notice of (?:cancell?ation|vacatur|vacation) of (?:[\w'-]+ ){{0,3}}{HEARING}\b"


def same(one: Found) -> str:
    """What two findings of one kind and day share if an entry says one thing twice."""
    if one.kind == "deadline":
        return one.what.lower()
    if one.kind == "hearing_scheduled":
        return next(
            (
                noun
                for noun in ("arraignment", "sentenc", "plea", "trial", "conference", "hearing")
                if noun in one.what.lower()
            ),
            "hearing",
        )
    return ""
