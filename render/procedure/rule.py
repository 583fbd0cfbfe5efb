"""What a rule is. A pattern and its example in, a `Rule` out; nothing can be a rule without a line it reads and near
misses it leaves.

Patterns are RE2, case-insensitive, on text with single spaces (`text.clean`). `{word}` stands for a phrase of WORDS, so
that a lawyer can read a rule without reading its spelling variants. A rule belongs to one SCOPE:

- `paper`: the title of a paper somebody filed, or of a note by the clerk. Matched from its head noun on ("MOTION …").
- `act`: one clause of what the court did ("GRANTS the petition"). Quoted titles have been blanked out before.
- `relief`: what a motion asks for ("temporary restraining order"). Gives the kind of motions and of rulings on them.
- `entry`: the whole entry, from its first word.

All rules of a scope are tried on every clause. Of rules of one event type whose words overlap, the first in the
table wins.
"""

import re
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple, get_args

from .matching import Pattern, error
from .vocabulary import KINDS, OUTCOMES, SENSES, EventType

Scope = Literal["paper", "act", "relief", "entry"]
Courts = Literal["any", "appellate", "trial"]

REF: Final = (
    r"(?: ?,? ?[(\[]?(?:(?:at )?(?:ecf )?(?:docs?|dkts?|docket|document|d\.?[ein]|ecf|rec\. doc|filing|instrument"
    r"|entry|item|r\.? doc|r|d)\b\.? ?(?:entry |item )?(?:nos?\b\.? ?|numbers? |#)? ?)?"
    r"#? ?\d+(?:-\d+)?(?:, ?\d+)* ?[.,]?[)\]]? ?,?)"
)

STATES: Final = (
    r"(?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawai'?i|idaho"
    r"|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi"
    r"|missouri|montana|nebraska|nevada|new (?:hampshire|jersey|mexico|york)|(?:north|south) (?:carolina|dakota)|ohio"
    r"|oklahoma|oregon|pennsylvania|rhode island|tennessee|texas|utah|vermont|(?:west )?virginia|washington|wisconsin"
    r"|wyoming|guam|puerto rico)"
)

WORDS: Final[dict[str, str]] = {
    "is": r"(?:(?:is|are|(?:should |shall )?be,? and (?:the same |it )?(?:hereby )?(?:is|are)(?: hereby)?,?"
    r"|be and is|be and are"
    r"|is and is|are and are|and is) ?(?:hereby|therefore|thus|accordingly"
    r"|also|now|again)? ?"
    r"(?:moot and (?:is )?)?)",
    "granted": r"(?:granted|allowed)",
    "duly": r"(?:(?:hereby|also|now|therefore|thus|accordingly|likewise|orally|respectfully|summarily|sua sponte"
    r"|on its own motion) )*",
    "grants": r"(?:(?:the )?(?:court )?{duly}(?:granting|grants|allowing|allows|grant))",
    "denies": r"(?:(?:the )?(?:court )?{duly}(?:denying|denies|deny))",
    "spoke": r"(?:(?:orally|from the bench) )",
    "dismisses": r"(?:(?:the )?(?:court )?{duly}(?:dismissing|dismisses))",
    "ref": REF,
    "refs": REF + "*",
    "the": r"(?:(?:the|this|that|its|a|an|his|her|their|each|re:?|as to|plaintiffs?'?s?'?|petitioners?'?s?'?"
    r"|respondents?'?s?'?|"
    r"defendants?'?s?'?|applicant'?s?|appellants?'?s?'?"
    r"|government'?s|amended|first|second|third|verified|emergency"
    r"|\d+|\[\d+\]|habeas|(?:S+|section) ?2241|mr\.|ms\.|[a-z]+'s|"
    r"instant|pending|underlying|(?:petitioner|applicant) (?:[a-z.'-]+ ){1,2}(?:[a-z.'-]+ ){0,2}?[a-z-]+'s?) )*",
    "petition": r"{the}(?:(?:petition|petiton|petitition|petittion"
    r"|peition)s?\b(?: for (?:an? )?(?:the )?(?:writs? of )?habeas corpus(?: relief)?)?"
    r"|application for (?:an? )?(?:the )?(?:writs? of )?habeas corpus"
    r"|application{refs} under 28 u\.?s\.?c\.? ?(?:S+ )?2241|(?:request for )?habeas (?:corpus )?relief)"
    r"(?: (?:under|pursuant to) 28 u\.?s\.?c\.? ?(?:S+ )?(?:section )?\d+)?{refs}"
    r"(?: in (?:case |civil action )?no\. [\d:a-z-]+)?(?: filed by [^,;:]*?)?(?:\. it\b)?",
    "petition_is": r"(?:{petition}|application for (?:an?|the) writ{refs}),? (?:which )?(?:(?:is"
    "|must be) (?:[^;,.]{1,50}? )?and"
    r" (?:therefore |accordingly |hereby )?)?{is}",
    "who": (
        r"(?:(?:the )?(?:respondents?|defendants?|government|united states|ice|dhs|warden|agency|they"
        r"|appellants?)(?:-[a-z]+)?,?)"
    ),
    "person": r"(?:(?:the )?(?:petitioners?|plaintiffs?|applicants?|detainees?|him|her|them|(?:mr|ms|mrs)\. [^,;]*?))",
    "shall": r"(?:shall|must|are to|is to|are (?:hereby )?(?:ordered|directed|required) to|is (?:hereby )?(?:ordered"
    r"|directed|required|commanded) to|"
    r"to|will)(?: (?:immediately|promptly|forthwith))?",
    "tro": r"(?:temporary rest(?:rain|ain|ran)ing orders?|\bt\.?r\.?o(?:s\b|\.|\b)|temporary restraints?"
    "|restraining order)",
    "pi": r"(?:preliminary injunctions?|p\.?i\.?)",
    "osc": r"(?:(?:orders?|rules?) to show[ -]cause|show[ -]cause orders?|osc)",
    "rnr": r"(?:(?:the )?(?:\[?\d+\]? )?(?:proposed )?(?:reports? (?:and|&) recommendations?|r ?& ?rs?"
    r"|findings (?:of fact )?"
    r"(?:and|&) (?:recommendations?|recommended disposition)"
    r"|findings, conclusions,? and recommendation|recommendation|magistrate(?: judge)?'s (?:report|findings)"
    r"|report{ref}|\[?\d+\]? report\b|(?:\[?\d+\]? )?pfrd\b))",
    "bond_hearing": r"(?:(?:bond|custody|bail|individualized)(?: re-?determination)? hearing"
    r"|hearing on (?:bond|custody)|hearing (?:before|by) (?:an? |the )?(?:ij\b|immigration (?:judge|court))"
    r"|custody re-?determination\b|individualized (?:bond|custody) determination\b"
    r"|determination of (?:bond|custody)\b)",
    "which": (
        r"(?:the|this|these|that|all|member|lead|entire|above-captioned|above-entitled|later-numbered|civil"
        r"|related|its|each)"
    ),
    "place": r"(?:\b(?:with)?in (?:this|the|that) (?:[a-z]+ ){0,3}(?:district|state|commonwealth|jurisdiction"
    r"|united states)\b|\bhere\b|\bwhere (?:he|she|they) (?:now )?(?:is|are)\b|\bat"
    r" (?:(?:his|her|the) (?:present|current) (?:place|facility|location)"
    r"|[a-z' -]{1,40}? (?:jail|facility|cent(?:er|re)|prison) (?:until|pending|while|during))\b)",
    "case": r"(?:(?:the|this|these) (?:above-captioned |above-entitled |instant |entire |civil |habeas )*(?:cases?"
    r"|actions?|cause"
    r"|matter|lawsuit|"
    r"proceedings?|suit|file))",
}


class Rule(NamedTuple):
    """One row of the table. `pattern` is as written; `regex` with its words spelled out."""

    name: str
    type: EventType
    scope: Scope
    pattern: str
    reads: str
    leaves: tuple[str, ...]
    says: str
    kind: str | None = None
    outcome: str | None = None
    sense: str | None = None
    detail: str | None = None
    unless: str | None = None
    courts: Courts = "any"

    @property
    def regex(self) -> str:
        return spelled(self.pattern)


class RuleError(ValueError):
    """A rule that cannot be: raised when the table is imported, so that no reading is made with it."""


_WORD: Final = re.compile(r"\{([a-z_]+)\}")


def spelled(pattern: str) -> str:
    """`{word}` → its spellings, down to plain RE2."""
    while "{" in pattern and (found := _WORD.search(pattern)):
        try:
            pattern = pattern.replace(found.group(), f"(?:{WORDS[found.group(1)]})")
        except KeyError:
            raise RuleError(f"no such word: {found.group()}") from None
    return pattern


def compiled(pattern: str) -> Pattern:
    """A pattern for clean text given as bytes."""
    return Pattern(spelled(pattern))


def rule(
    type: EventType,
    *,
    pattern: str,
    reads: str,
    leaves: Sequence[str],
    says: str,
    scope: Scope = "act",
    kind: str | None = None,
    outcome: str | None = None,
    sense: str | None = None,
    detail: str | None = None,
    unless: str | None = None,
    courts: Courts = "any",
    form: str = "",
) -> Rule:
    """A checked `Rule`. `form` tells two rules of one type, kind and outcome apart in their names.

    Raises RuleError for a rule without an example or a near miss, outside the vocabulary, or with a broken pattern.
    """
    name = ".".join(part for part in (type.value, kind, outcome, sense, form) if part)
    if not reads.strip() or not leaves or not all(line.strip() for line in leaves) or not says.strip():
        raise RuleError(
            f"{name}: a rule needs a line it reads, a near miss it leaves, and a sentence that says what it is"
        )
    if kind is not None and kind not in KINDS:
        raise RuleError(f"{name}: no such kind of motion: {kind}")
    if outcome is not None and outcome not in OUTCOMES.get(type, frozenset()):
        raise RuleError(f"{name}: {type.value} has no outcome {outcome}")
    if sense is not None and sense not in SENSES:
        raise RuleError(f"{name}: no such sense: {sense}")
    if scope not in get_args(Scope) or courts not in get_args(Courts):
        raise RuleError(f"{name}: no such scope or courts: {scope}, {courts}")
    for expression in (pattern, unless):
        try:
            if expression is not None:
                compiled(expression)
        except error as reason:
            raise RuleError(f"{name}: {reason}") from None
    return Rule(name, type, scope, pattern, reads, tuple(leaves), says, kind, outcome, sense, detail, unless, courts)
