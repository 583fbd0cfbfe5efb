"""A docket and clean text in: is it of a part of the case alone, of some claims, of some who sue or are sued?

Most cases end in pieces: a defendant is let go of, a count is dismissed, a complaint may be written anew. None of that
ends the case, and nobody who asked for something has been given it.
"""

import re
from typing import Final

from . import sides
from .facts import Docket
from .matching import Found
from .rule import compiled

_WITHIN: Final = r"(?:[^.;]|\b[a-z]{1,3}\.){0,160}?"
"""On to the end of the sentence, past "Fed. R. Civ. P."."""
_SUED: Final = r"(?:defendant|respondent)(?:s|\(s\))?"
_OF_PART: Final = compiled(
    r"\bas to (?:defendant|plaintiff|respondent|one|counts?|claims?)\b"
    r"|between plaintiff|counterclaims?|\bpartial"
    r"|\ball claims (?:and [a-z]+ )?between\b"
    r"|\bas to party\b|\b(?:terminated|dismissed|dropped|removed) as an? (?:named )?(?:party|respondent|defendant)\b"
    r"|\b(?:petition|case|action|complaint) (?:is |remains )?otherwise unaffected\b"
    r"|\b(?:petition|case|action) (?:remains (?:open|pending)|(?:shall |will )?(?:proceeds?|continues?)) (?:as to"
    r"|against|with respect to)\b|\bof counts? (?:\d|[ivx]+\b)[^;.]{0,20}? only\b"
    r"|\bremaining (?:counts?|claims?|defendants?) (?:are |is |remain )?unaffected\b"
    r"|\bmotions? to dismiss part(?:y|ies)\b|\bdismissal of part(?:y|ies)\b"
    r"|claims? (?:against|asserted)|with leave to amend|leave to (?:file|amend|re-?plead)"
    r"|\bcounts?(?:\(s\))? \d[^.;]{0,40}? dismissed"
    r"|\bdismiss(?:ing)? (?:[a-z\d'.&]+ ){0,3}?(?:counts? (?:\d|[ivx]+\b|one\b|two\b|three\b)|(?:first|second|third"
    r"|fourth|fifth|sixth) (?:claims?|causes? of action)|causes? of action)|\bas to [^;]{2,120}? only\b"
    r"|\b(?:may|shall have|(?:has|have) (?:until|\d+|[a-z-]+ \(\d+\)|fourteen|twenty|twenty-one|thirty|sixty|leave)"
    r"|(?:is|are) (?:given|granted))\b[^.;]{0,80}? (?:re-?plead"
    r"|amend (?:the|his|her|its|their)(?: [a-z]+)? (?:complaint|petition|pleading)"
    r"|file (?:an?|his|her|its|their) (?:[a-z]+ ){0,2}amended (?:complaint|petition|pleading))\b"
    r"|\b(?:answer|respond to|proceeds? (?:on|with|against|to|as to)|going forward on) (?:the |all )?remaining"
    r" (?:counts?|claims?|defendants?)\b"
    r"|\b(?:counts?|claims?|causes? of action)\b[^.;]{0,80}? (?:(?:(?:shall|will|must|may|is to|are to) )?(?:proceeds?"
    r"|go(?:es)?|remains?) (?:to|for|set for) (?:an? )?(?:bench |jury )?trial|(?:shall|will|must|is to|are to) be"
    r" tried)\b"
    r"|\bthe (?:rest|remainder|others?) (?:(?:shall|will|must) )?(?:proceeds?|go(?:es)?|remains?) (?:to|for) trial\b"
    rf"|\bdismiss\w*\b{_WITHIN}\bagainst (?:the )?{_SUED} [^;]{{2,80}}? only\b"
    r"|\b(?:other|remaining) (?:counts?|claims?|defendants?|parties) (?:remain\b|proceed\b|go forward\b)"
    r"|\b(?:case|action|matter) (?:shall |will |is to |to )?remains? open\b"
    r"|\b(?:maintain|keep|leave) (?:this|the) (?:case|action|matter) (?:as )?open\b"
)
_WHOM: Final = compiled(
    r"\bdismiss\w*\b[^;]{0,120}?\bas to (?:defendants?|respondents?)?(?P<whom> ?[^;]{3,200})"
    rf"|\bdismiss\w*\b{_WITHIN}\bagainst (?:the )?{_SUED} (?P<sued>[^;]{{3,300}})"
    r"|\bdismiss(?:al of|ing)? (?:(?:party|parties|defendants?|respondents?) )?(?P<let_go>[^;]{3,160})"
    r"|\b(?:party|parties|defendants?|respondents?) (?P<named>[a-z][^;:]{2,120}?) (?:(?:is|are|be) )?(?:hereby )?"
    r"dismissed\b"
)
"""Who is let go of by name."""
_OF_ONE: Final = compiled(
    r"\b(?:as to|with respect to|as it concerns) [^;]{2,80}? (?:only|alone)\b"
    r"|\bbetween [^.;,]{3,80} (?:only|alone)\b"
    r"|\bonly (?:as to|with respect to) (?:mr|ms|mrs|petitioner|plaintiff)\b"
)
_SAYS_NOTHING: Final = re.compile(
    rb"(?i)\btext[- ]only\b|\bno (?:[a-z]+ ){0,2}(?:counts?|claims?|causes? of action) (?:remains?|is left|are left"
    rb"|survives?)\b[^.;]{0,40}?\btrial\b"
    rb"|\b(?:counts?|claims?|causes? of action)\b[^.;]{0,80}? tr(?:ial|ied) in (?:the )?(?:state court|court of)[^.;]*"
)
""" "Text only"; "no claim remains for trial"."""


def is_of_one(text: bytes) -> bool:
    """Is it of one of several who sued or are sued alone, and not the case's?"""
    return _OF_ONE.has(_SAYS_NOTHING.sub(b"", text))


def is_of_part(docket: Docket, text: bytes) -> bool:
    """Is what the text does, whatever it is, done to a part of the case?"""
    text = _SAYS_NOTHING.sub(b"", text)
    if _OF_PART.has(text) or _OF_ONE.has(text):
        return True
    return any(_leaves_others(docket, found) for found in _WHOM.finditer(text))


def _leaves_others(docket: Docket, found: Found) -> bool:
    """Is somebody named, "as to" whom it is or who is let go of, and do others stay?"""
    if whom := found["whom"] or found["sued"]:
        return sides.names_some(docket, whom)
    who = found["let_go"] or found["named"] or b""
    return sides.begins_with_name(who) and (sides.names_some(docket, who) or sides.is_another(docket, who))
