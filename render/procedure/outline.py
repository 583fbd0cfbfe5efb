"""Clean text in, its outline out: who speaks, where the title begins, and the clauses in which a court may act.

A docket entry is either a paper (somebody filed it, or the clerk noted something) or an act of a court; the first
head noun decides ("RESPONSE to order granting …" is a response). Only acts are cut into clauses, so that no rule
about what a court did can fire on the title of a motion. In clauses, quoted titles of earlier orders are blanked out
with their length kept, tails that are not content (attachments, entry dates, clerks' initials) are left out, and
"ORDERED that the motion be granted" reads as "is granted".
"""

import re
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from .rule import compiled
from .text import Clean

Speaker = Literal["court", "paper", "clerk"]


class Clause(NamedTuple):
    """`text` is what rules read, as long as `clean.text[start:end]` and differing from it only where it is blanked.

    `since`: where the sentence began whose verb still governs it ("recommended that X be granted and Y be released").
    """

    start: int
    end: int
    text: str
    since: int


class Outline(NamedTuple):
    """`title` is the offset of the head noun; `end`: where the tails begin. `mark`: what cancels the entry. `data`:
    the text as bytes, for patterns.

    A paper has clauses only where a judge ordered so under it: those after the words "so ordered".
    """

    clean: Clean
    data: bytes
    speaker: Speaker
    title: int
    end: int
    clauses: tuple[Clause, ...]
    mark: tuple[int, int] | None
    text_only: bool

    @property
    def text(self) -> str:
        return self.clean.text


TAIL: Final = compiled(
    r"[(\[]attachments?:|[(\[]entered:|\(filed on \d|\(date filed:|\[transferred from|--\[edited|\(?modified on \d|"
    r"\(main document \d+ replaced|\(additional attachment"
    r"|\[edited:|\[orig(?:inal)? entry"
    r"|\(copies have been distributed|"
    r"reviewed and/or edited - the original"
)
CANCELLED: Final = compiled(
    r"^\W*(?:(?:document |docketed |entry |entered |filed )*in error\b|(?:filing|entry|docketing) error ?[-:*]"
    r"|document locked\b|deleted (?:document|entry)\b|(?:this )?(?:document"
    r"|entry) (?:was )?(?:filed|entered|docketed) in error|"
    r"(?:document )?stricken\b(?: from the (?:record|docket))?"
    r"|withdrawn pursuant to notice|(?:this )?document withdrawn|"
    r"amended by \(?(?:doc|dkt|ecf)|superseded by"
    r"|duplicate(?: entry| filing)?\b|disregard\b|deficient\b"
    r"|defective document|"
    r"document (?:terminated|stricken|removed|deleted)"
    r"|incorrect (?:event|document|pdf)"
    r"|wrong (?:case|event|document|pdf)|"
    r"placed in file - not used|vacated (?:per|pursuant to)|entry (?:deleted|made in error)|"
    r"(?:clerk'?s? )?notice (?:to|of)? ?(?:attorney|counsel|filer|deficien\w+)?.{0,40}(?:to re-?file"
    r"|deficient docket entry|deficient document))"
)
CANCELLED_LATER: Final = compiled(
    r"\(docket text belongs to|entered here by mistake"
    r"|\bdocketed in (?:the )?wrong case|\bfiled in wrong case\b|\bfiled in error\b| - disregard(?:[.,;]|$)"
    r"|\bentered in error\b|"
    r"this entry was made in error"
    r"|\bplease disregard(?: this [a-z ]+)?[.)\]]"
)
TEXT_ONLY: Final = compiled(
    r"^[*(\[ ]*(?:this is a )?(?:text[- ]only(?: entry)?(?:; no document issued)?|text entry only"
    r"|no document attached|utility(?: event)?|~util -|notice of motion ?;)"
    r"[)\]*]*[.:;-]? ?"
)
"""What stands before the title and says nothing of it."""
_SAYS_SO: Final = ("text", "paperless", "document", "electronic", "eo:")
NO_DOCUMENT: Final = compiled(
    r"text[- ]only|text entry only|(?:^\W*|[:*] )(?:docket )?text (?:minute )?order\b|paperless|^\W*eo:"
    r"|no (?:pdf |paper |attached )?document(?: (?:is |was )?(?:attached|associated|issued|filed)|[.)])"
    r"|there is no (?:pdf |paper )?(?:document|image)"
    r"|(?:^\W*|[:*] )electronic (?:order|notice|clerk|endorse)|^\W*docket text"
)
"""The dozen ways in which clerks say that the entry is all there is."""
JUDGE_FIRST: Final = compiled(
    r"^(?:\(?in chambers\)?:? (?:by )?)?(?:the )?(?:hon(?:orable|\.)? |chief |senior |u\.?s\.? |united states "
    r"|magistrate |district |bankruptcy "
    r"|circuit )*"
    r"(?:judge|justice|magistrate) [a-z.,' -]+?: |^[a-z' -]+, (?:j|u\.?s\.?d\.?j|c\.?j|m\.?j)\. "
)
"""Where the judge stands before the act ("Judge X: ELECTRONIC ORDER entered.", "X, J. Order dated …")."""

HEAD: Final = compiled(
    r"(?P<act>^\W*(?:e[op]:|(?:(?:evidentiary|motion|status|telephonic|telephone|video|zoom|oral|show cause|continued"
    r"|further|emergency|contempt|final) )*(?:hearing|oral arguments?)(?: was)? (?:on|re:?|regarding) [^.;]*? (?:held"
    r"|heard|argued|(?:re)?set|scheduled)\b|entry(?:: | (?:on|re|regarding|concerning|following|granting|denying"
    r"|dismissing|directing|ordering|setting)\b)|osc\b|r ?& ?rs?[:.])|\b(?:clerk'?s?|courtroom) notes\b|^\W*(?:{tro}"
    r"|{pi}) (?:is )?(?:granted|denied)\b"
    r"|\bthe (?:court|undersigned)\b(?:,[^.;:]{0,80},)?(?: hereby)? (?:grants|denies|dismisses|orders|enjoins|adopts"
    r"|directs|stays|issues)\b"
    r"|^\W*(?:application|petition)(?: \(\d+a\d+\))?(?: for (?:an? )?(?:stay|writ of certiorari)[^.;]{0,60}?)?"
    r" (?:granted|denied|dismissed|referred to the court)(?: by the court)?(?: as moot)?(?:\.|$)"
    r"|^\W*(?:(?:any|the|[a-z]+s?'?s?) ){0,2}(?:opposition|response|reply|answer|return|brief)s?(?: to [^.;:,]{1,60}?)?"
    r" ?,?(?: if any,?)? (?:shall|must) be (?:filed|due)\b"
    r"|^\W*(?:in (?:light|view|consideration) of|having (?:considered|reviewed|read|heard)"
    r"|upon (?:consideration|review) of)\b|^\W*(?:[a-z]+ ){0,3}(?:application|motion|request)s? and order\b"
    r"|^\W*notice and order\b|\bmemorandum of (?:opinion|decision)\b|\bcourt directive\b|\bmotion order\b"
    r"|\b(?:clerk'?s?|letter) order\b"
    r"|\bconditional transfer order"
    r"|\bsupreme court case info|\bmotion hearing\b|\b(?:initial|first) appearance\b"
    r"|^\W*(?:u\.?s\.? |the )?supreme court\b[^.;]{0,80}[:.] (?:the )?application [^.;]*? (?:granted|denied)\b)"
    r"|(?P<paper>\b(?:(?:re:?|regarding|to|as to) \[?\d+\]?,*|re:?|regarding) (?:(?:[a-z]+'s?|emergency|ex parte|joint"
    r"|consent|unopposed|amended|first|second|sealed) )*(?:[a-z]+ )?(?:motions?|notice|reply|response|brief|application"
    r"|request|petition|complaint|answer|opposition|objections?|stipulation)\b"
    r"|\bjudgments? (?:and commitments? )?returned\b|\bquality control\b|\b(?:corrections?|modification) of docket"
    r"|\bclerk'?s? (?:correction|note that\b)"
    r"|\brecord (?:on appeal|filed)\b|\bcase assigned to\b|\baudio file|\bpaper copies\b|\bdocketed cause\b"
    r"|\b(?:supplemental|amended) return(?: filed| by| to| re)\b"
    r"|^\W*appeal of (?:(?:final|amended) )*(?:judgment|order)s? \[?\d"
    r"|\bclarification (?:of|to)\b|\b(?:answering|(?:appellee|respondent)'?s?'?) brief|\bsubmission of\b"
    r"|\bproposed\b|\bnotice of (?:motion|entry)|\bmotions?\b|\bex parte application"
    r"|\bapplications?\b|\brequests?\b|"
    r"\b(?:first |second |third |fourth |\d\w\w )?(?:amended|supplemental) (?:(?:verified|criminal|class"
    r"|action|consolidated|civil|rights|collective|emergency|habeas|corrected|joint"
    r"|master)[ -])*(?:complaint"
    r"|petition)(?:/\w+)?"
    r"|\bcomplaint(?:/petition)?\b|\bpetitions?\b|"
    r"\bre(?:sp|ps|p)onses?\b|\b(?:sur-?)?reply\b|\breplies\b|\banswers?\b"
    r"|\bopposition\b|\bobjections?\b|\btraverse\b"
    r"|\breturn (?:memorandum|to|of|and|on|re)\b|"
    r"\bbriefs?\b|\bmemorandum (?:of|in|by|re|filed|regarding)\b"
    r"|\bmemorandum of (?:law|points)|\bdeclarations?\b"
    r"|\baffidavits?\b|\bexhibits?\b|"
    r"\bstipulat(?:ion|ions|ed) (?:and \[?proposed|\[?proposed|motion|request|to|for|of|re\b|by|with|that"
    r"|selecting|extending|joint|filed)"
    r"|"
    r"\bjoint stipulation|\bstipulation$|\bstipulation (?:[^a]|a[^n])|"
    r"\bcertificates?\b|\bcertification\b"
    r"|\bcertified (?:copy|true copy) of (?:the )?(?:record|docket)"
    r"|\bsummons\b|\btranscripts?\b|\bproof of|"
    r"\bwaivers?\b|\bappearance\b|\bletters?\b|\bstatements?\b"
    r"|\bappendix\b|\bnotices?\b|\bnotification\b|\btransmi\w+\b"
    r"|\backnowledge?ment\b|\b(?:supplemental|additional) authorit\w+|\bsupplement\b|\berrata\b|\bjoinder\b|"
    r"\busca case number|\bstatus (?:report|update)"
    r"|\bjoint (?:status|discovery|report)|\badvisory\b"
    r"|\bwitness list|\bdisclosure\b|\bsubpoenas?\b|\bbill of\b|"
    r"\bcover sheet|\bcase management (?:conference )?statement"
    r"|\bsuggestions?\b|\bdemand\b|\bcross[- ]motion"
    r"|\bcompliance report|\breports? (?:of|on|re|regarding) (?:[a-z]+ )?compliance\b|\bmail\b"
    r"|\badditional attachments?"
    r"|\breceipts?\b|\bfiling fee|"
    r"\bcover letter|\bbooking\b|\bmemorandum$"
    r"|\bsentencing memorandum|\btrial brief"
    r"|\bappeal (?:of magistrate|(?:of|from) (?:the )?(?:\d+ )?report|record|remark|transmitted)|\bappeal docketed)|"
    r"(?P<court>^\W*recommendations? (?:of|by|re|that)\b|\breports? (?:and|&) recommendations?|\bfindings (?:and"
    r"|&) recommendations?|\bproposed findings"
    r"|\border\b|\borders\b|\bordered\b|"
    r"\bjudgments?\b|\bopinions?\b|\bruling\b|\bdecision\b"
    r"|\bdecree\b|\bmandate\b|\bminutes?\b|\bmemorandum\b"
    r"|\binjunction\b|\bendorsements?\b|"
    r"\bendorsed\b|\bso ordered|\bgranting\b|\bdenying\b"
    r"|\bsupreme court case info|\bset/reset"
    r"|\b(?:re)?set (?:hearing|deadline)s?"
    r"|\bhearings? (?:\w+ ){0,3}(?:held|set|scheduled)|"
    r"\bcase (?:is )?(?:dismissed|stayed|reopened)|\bverdict\b"
    r"|\bscheduling\b|\bwrit (?:of habeas corpus )?issued"
    r"|\bterminated?\b)"
)
RULED: Final = compiled(
    r"^[^.;:]*\b(?:motion|application|request|petition|stipulation)\b[^.;:]*\b(?:is|are) (?:hereby )?(?:granted"
    r"|denied|allowed|dismissed)\b"
    r"|^\W*(?:remark: )?pro hac vice motion(?:s|\(s\))? granted for\b"
    r"|^(?:application \(\w+\) referred to the court\. )?(?:motion|application|petition)(?: \(\w+\))?"
    r"(?: for (?:a )?(?:stay|writ of certiorari))? (?:granted|denied)\b"
)
"""A paper's name with a verdict beside it: the court speaks ("… Application for Extension … is GRANTED")."""

SO_ORDERED: Final = compiled(r"[.;:)] (?:it is )?so ordered\b")
"""A judge writes this under a paper: what stands after it is the court's."""

_QUOTED: Final = compiled(
    r"\b(?:proposed|of|the|re:?|to|on|from|its|that|vacat\w+|attaching|regarding|by|under|with|in|\d+\]?,?) "
    r"(?:(?:its|the|that|this|an?|court'?s?|supreme|[\d/]+|district|panel|prior|previous|earlier|minute|amended|clerk"
    r"|\[?\d+\]?|[a-z]+'s|[a-z]+ circuit'?s?|[a-z]{3,9} \d{1,2}, \d{4},?) )*"
    r"(?:(?:memorandum )?(?:memorandum|opinion|decision|judgment),? (?:and|&) )?"
    r"(?:orders?|opinions?|judgments?|rulings?|decisions?) "
    r"(?:\([^()]*\) )?(?:(?:entered|of|dated|on|in|and opinion|filed) "
    r"(?:(?:[a-z]{3,9}\.? \d{1,2}, \d{4},?|[^.;, a][^.;, ]*|a(?:[^.;, n][^.;, ]*|n(?:[^.;, d][^.;, ]*"
    r"|d[^.;, ]+)?)?) )*?)?(?P<title>(?:granting|denying|dismissing|staying|adopting|directing|certifying|extending"
    r"|enjoining|requiring|transferring|allowing|vacating|remanding|compelling|setting|on|re)\b"
    r"[^;.]*?)(?:;|\.|: (?:the|it|this)\b|, (?:and )?(?:the|is|are|it)\b"
    r"|, and remanding\b| and (?:the|is|its"
    r"|hereby)\b| (?:is|are|be) "
    r"|, which|, and (?:shall|must) (?:[a-z]+ )?(?:release|return|provide|file|not)\b|$)"
)
_ASIDE: Final = compiled(
    r"\b(?:see,? (?:e\.g\.|also)|cf\.|accord|compare|decisions|cases|courts|rulings)[, ][^;()]{1,200}"
    r"(?:\([^()]{1,40}\)[^();]{0,20})?\((?:grant|den[iy]|dismiss|affirm|revers|hold|find|order|enter)(?:ing)\b[^()]*\)|"
    r"\((?:re:? )?related (?:document|motion|doc)[^()]*(?:\([^()]*\)[^()]*)*\)"
    r"|\(see [^()]*\)"
    r"|\((?:doc|dkt|ecf)[^()0-9]*\d+,? (?:order|opinion)[^()]*\)"
)
_STOP: Final = re.compile(r"[.;:!?]+['\")\]]* +|;|--+ ?|(?<=[a-z]):(?=[A-Z][a-z])|(?<=\bfiled) (?=ORDERED\b)")
_VERB: Final = compiled(
    r"(?:,|;|\band|\bbut|\bentered|\bfiled|\bsigned by [^.;:]*?\d{2,4}|\bby (?:the )?(?:clerk|hon|magistrate|district"
    r"|chief"
    r"|senior|judge|u\.?s)[a-z.,' -]*?|\bjudge [a-z.' -]{1,50}?(?:on [\d/]+)?:?|\bas to [^;:]*?"
    r"|^[^.;:]{0,60}\b(?:court of appeals|circuit|usca)"
    r"|(?:^|[.:;] )\W*(?:[a-z()&'/-]+ ){0,6}(?:orders?|ordered|opinion|judgment|mandate|memorandum|minutes?"
    r"|reasons|ruling(?: letter)?|decision|entry"
    r"|endorse(?:ments?|d))(?: sent)?|\bit is (?:[a-z]+ ){0,2}ordered|\band order|\]|\)|&|\d)[,:]? "
    r"(?P<verb>(?:granting|denying|dismissing|directing|ordering|adopting|overruling|sustaining|transferring"
    r"|dissolving|extending|vacating|"
    r"staying|lifting|certifying|confirming|requiring|holding|closing"
    r"|remanding|terminating|consolidating|adjourning|continuing"
    r"|converting|turning|"
    r"provisionally certifying|preliminarily|temporarily"
    r"|recommending|setting|resetting|finding|declining|rejecting"
    r"|affirming|reversing|"
    r"approving|appointing|striking|deferring|reserving|taking"
    r"|mooting|partially granting|awarding|amending|referring"
    r"|unsealing|conditionally|summarily|discharging|withdrawing|scheduling"
    r"|accepting|adjudging|quashing|reopening|reinstating|expediting|issuing"
    r"|allowing|entering|relating|reassigning|severing|imposing|enjoining|postponing"
    r"|administratively)\b)"
    r"|(?:\borders? (?:on|of|for|re) [^.:;]{3,140}? |[a-z\d][.:])(?P<numbered>(?:granting|denying|finding|terminating)"
    r"(?: (?:in|part|and|as|moot|granting|denying))* (?:\[\d+\]|\d+) (?:[a-z-]+ ){0,4}motions?\b)"
)
_VERB_S: Final = compiled(
    r"(?:,|\band|\bcourt|\bundersigned|;) (?:{duly}|and |the court |court )*"
    r"(?P<verb>(?:provisionally |conditionally |preliminarily )?(?:GRANTS|DENIES|DISMISSES|ORDERS"
    r"|DIRECTS|ADOPTS|VACATES|RECOMMENDS|FINDS|CERTIFIES|STAYS"
    r"|TRANSFERS|EXTENDS|DISSOLVES|ISSUES|"
    r"ADJUDGES|DECLINES|OVERRULES|ENJOINS|REMANDS|CONVERTS|ENTERS|MODIFIES|REJECTS|ALLOWS|LIFTS|TERMINATES"
    r"|ACCEPTS|APPROVES|HOLDS|CONSOLIDATES|POSTPONES|PROHIBITS|CLOSES|CONFIRMS|RESCINDS|DISCHARGES)\b)"
)
_AGAIN: Final = compiled(
    r"[,;] (?:and|but),? (?P<again>(?:if|should) (?:the )?{who} [^;,.]{0,80}?\b(?:re-?(?:detain|arrest)"
    r"|(?:detain|arrest)[^;,.]{0,60}? again))"
)
""" "Shall be released, and, should ICE detain him again, …": the condition is of what follows it alone."""
_THEN: Final = compiled(
    r"\b(?:granted|denied|allowed|dismissed|moot|vacated|lifted|adopted|overruled|stayed|dissolved"
    r"|extended|deferred|(?:taken )?under (?:advisement|submission))\b(?: (?:in part|without prejudice"
    r"|with prejudice|as moot|as to [^,;]*?))?,? (?:and|but) (?:(?:since|as|because) [^,;]{1,60}, )?"
    r"(?P<verb>(?:the|this|petitioners?|respondents?|plaintiffs?|defendants?|his|her|any|all|that|they|it|oral motion"
    r"|shall (?:keep|not|release|hold|retain)"
    r"|motions?|request|\[?\d+\]? (?:[a-z'-]+ ){0,4}(?:motion|petition|application|request))\b)"
)
"""After a verdict, ", and the …" begins a new clause with a subject of its own."""
_PREFACE: Final = compiled(
    r"^(?:(?:and|but|that|accordingly|therefore|further|finally|moreover|however|for (?:the "
    r"|these )?(?:foregoing )?reasons?(?: [^,;.]*,)?|upon consideration[^,]*|"
    r"having [^,]*|\(?[a-z\d]{1,2}\)|\d{1,2}\.),? )*"
    r"(?P<ordered>(?:[a-z']+ ){0,3}orders? (?:\[\d+\] )?(?:filed |entered )?that |(?:and )?(?:ordering|directing"
    r"|decreeing) that |it is (?:hereby |further )*directed that |"
    r"(?:it (?:is|appearing)(?:,? on this [a-z\d, ]*?)?,? )?(?:hereby,? |further |so |therefore,? "
    r"|also |accordingly,? |thus,? |now,? |and )*ordered(?:,? (?:and )?adjudged)?(?:,? (?:and )?decreed)?"
    r"(?: (?:and )?(?:that|as follows|further))*,?:? )?"
)
_SHORTENED: Final = frozenset(
    [
        "no",
        "nos",
        "doc",
        "docs",
        "dkt",
        "dkts",
        "d",
        "d.e",
        "d.i",
        "d.n",
        "ecf",
        "rec",
        "u.s.c",
        "c.f.r",
        "u.s",
        "v",
        "vs",
        "mr",
        "ms",
        "mrs",
        "dr",
        "jr",
        "sr",
        "hon",
        "inc",
        "co",
        "corp",
        "st",
        "j",
        "fed",
        "r",
        "civ",
        "p",
        "cir",
        "cal",
        "dist",
        "ct",
        "ex",
        "art",
        "sec",
        "app",
        "supp",
        "al",
        "etc",
        "dep",
        "dept",
        "gov",
        "gen",
        "sgt",
        "ltd",
        "n.a",
        "u",
        "s",
        "c",
        "m",
        "a.m",
        "p.m",
        "reg",
        "rev",
        "stat",
        "pub",
        "cv",
        "cr",
        "dft",
        "dfts",
        "pltf",
        "atty",
        "re",
        "approx",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "e.g",
        "i.e",
        "para",
        "pp",
        "pg",
        "op",
        "pldg",
        "pl",
    ]
)


_OF_DAY: Final = frozenset({"a.m", "p.m"})
_BEGINS: Final = re.compile(
    r"(?:IT IS|It is|SO ORDERED|The|THE|This|These|Any|No|If|Failure|All|Upon|Signed|Counsel|Parties|Respondents?"
    r"|Petitioners?|Plaintiffs?|Defendants?)\b(?! Time)"
)
"""After an hour of the day: how a sentence begins, and no place or zone."""


def outline(cleaned: Clean) -> Outline:
    """Who speaks in this text, and its clauses. Linear in its length."""
    text = cleaned.text
    data = text.encode("ascii")
    tail = TAIL.search(data)
    end = len(text[: tail.start()].rstrip()) if tail and tail.start() > 0 else len(text)
    start = _after_prefixes(data, end)
    lowered = text.lower()
    mark = _cancel_mark(data, start, lowered)
    speaker, title = _speaker(data, start, end)
    clauses: tuple[Clause, ...] = ()
    if speaker == "court":
        clauses = _clauses(text[:end], data[:end], start)
    elif speaker == "paper" and (ordered := SO_ORDERED.search(data[:end], title)):
        clauses = _clauses(text[:end], data[:end], ordered.end())
    return Outline(cleaned, data, speaker, title, end, clauses, mark, _is_text_only(data, lowered))


def _after_prefixes(data: bytes, end: int) -> int:
    """Where the entry begins once text-only marks and a leading judge are passed."""
    start = 0
    for _ in range(3):
        before = start
        for prefix in (TEXT_ONLY, JUDGE_FIRST):
            found = prefix.search(data[start : min(end, start + 200)])
            if found and found.end() < end - start:
                start += found.end()
        if start == before:
            break
    return start


def _is_text_only(data: bytes, lowered: str) -> bool:
    """Does the entry say that no document stands behind it?"""
    return any(word in lowered for word in _SAYS_SO) and NO_DOCUMENT.has(data)


def _cancel_mark(data: bytes, start: int, lowered: str) -> tuple[int, int] | None:
    if found := CANCELLED.search(data[:200]) or (start and CANCELLED.search(data[start : start + 200])) or None:
        shift = 0 if CANCELLED.search(data[:200]) else start
        return shift + found.start(), shift + found.end()
    if not any(word in lowered for word in ("error", "mistake", "wrong case", "belongs to", "disregard")):
        return None
    found = CANCELLED_LATER.search(data)
    return (found.start(), found.end()) if found else None


def _speaker(data: bytes, start: int, end: int) -> tuple[Speaker, int]:
    found = HEAD.search(data[start : min(end, start + 240)])
    if not found:
        return "clerk", start
    title = start + found.start()
    if found["paper"] is None:
        return "court", title
    return ("court", start) if RULED.search(data[start:end]) else ("paper", title)


def _clauses(text: str, data: bytes, start: int) -> tuple[Clause, ...]:
    blanked = _blank(text, data)
    bounds = _bounds(blanked, start)
    clauses: list[Clause] = []
    since, ordered = start, False
    for begin, finish, governed in bounds:
        piece = blanked[begin:finish].rstrip().lstrip(_MARKS)
        if not piece:
            continue
        begin += len(blanked[begin:finish]) - len(blanked[begin:finish].lstrip(_MARKS))
        since = since if governed else begin
        preface = _PREFACE.search(piece.encode("ascii"))
        skip = preface.end() if preface else 0
        if skip >= len(piece):
            continue
        words = piece[skip:]
        ordered = bool(preface and preface["ordered"]) or (governed and ordered)
        if ordered:
            words = words.replace(" be ", " is ")
        clauses.append(Clause(begin + skip, begin + len(piece), words, since))
    return tuple(clauses)


def _blank(text: str, data: bytes) -> str:
    """Quoted titles and asides lose their letters and keep their digits and length."""
    quoted = (found.span("title") for found in _QUOTED.finditer(data) if not _ITS_OWN.has(data[: found.start()]))
    spans = [(start, _with_its_number(data, end)) for start, end in quoted]
    if _CARRIES_OUT.has(data[:60]):
        spans = [(start, end) for start, end in spans if not _APPEAL_OVER.has(data[start:end])]
    spans += [found.span() for found in _ASIDE.finditer(data)]
    pieces: list[str] = []
    at = 0
    for begin, finish in sorted(spans):
        if finish > at:
            pieces += (text[at : max(begin, at)], _LETTERS.sub("_", text[max(begin, at) : finish]))
            at = finish
    return "".join((*pieces, text[at:]))


_ITS_OWN: Final = compiled(r"^\[?$|^\W*(?:[a-z]+ ){0,2}memorandum $")
"""Before "[re order …" and "Memorandum OF DECISION granting …": what the entry itself does."""
_NUMBER_SIGN: Final = compiled(r"\b(?:docs?|dkts?|nos?)$")
_NUMBER: Final = compiled(r"^\.(?: nos?\.)? ?\d[\d, -]*[)\]]?")


def _with_its_number(data: bytes, end: int) -> int:
    """Where the title of an order ends: its dot may be that of "(Doc. No. 9)"."""
    number = _NUMBER.search(data[end : end + 40]) if _NUMBER_SIGN.has(data[max(0, end - 6) : end]) else None
    return end + number.end() if number else end


_CARRIES_OUT: Final = compiled(r"^\W*(?:[a-z]+ ){0,3}mandate\b")
_APPEAL_OVER: Final = compiled(r"^dismissing (?:the|this) appeal")
"""A mandate carries out the order it names."""
_LETTERS: Final = re.compile(r"[A-Za-z;.:,]")


_MARKS: Final = " *-.,'\""


def _bounds(text: str, start: int) -> list[tuple[int, int, bool]]:
    """Sentences, parts between semicolons and colons, and the parts that begin with a ruling verb.

    True for a part that the verb of the one before still governs.
    """
    data = text[start:].encode("ascii")
    cuts = {start, len(text)}
    cuts.update(found.end() for found in _STOP.finditer(text, start) if _is_stop(text, found.start(), found.end()))
    verbs = [start + max(found.start("verb"), found.start("numbered")) for found in _VERB.finditer(data)]
    cuts.update(verb for verb in verbs if not _is_asked_about(text, verb, start))
    cuts.update(
        start + found.start("verb")
        for found in _VERB_S.finditer(data)
        if not text[start + found.end() :].startswith(" otherwise")
    )
    cuts.update(start + found.start("again") for found in _AGAIN.finditer(data))
    governed = {start + found.start("verb") for found in _THEN.finditer(data)} - cuts
    return [(begin, finish, begin in governed) for begin, finish in pairwise(sorted(cuts | governed))]


_ASKED_ABOUT: Final = compiled(
    r"\bwhy\b[^;:]*\b(?:order|injunction|writ|judgment)s? should not (?:[a-z]+ )?(?:issue|be)\b[^;:]*$"
)


def _is_asked_about(text: str, verb: int, start: int) -> bool:
    """Does the verb say what an order would do that is only asked about: "why an order should not issue granting"?"""
    near = text[max(start, verb - 300) : verb]
    return "should not" in near.lower() and _ASKED_ABOUT.has(near.encode("ascii"))


def _is_stop(text: str, begin: int, finish: int) -> bool:
    """Is this a sentence's end, or the dot of an abbreviation?"""
    if finish >= len(text):
        return False
    before = text.rfind(" ", 0, begin) + 1
    word = text[before:begin].strip("()[]\"'").lower()
    if text[begin] in "; -":
        return True
    if text[begin] == ":":
        return word != "re"
    if text.startswith("It is hereby ", finish):
        return False
    if word in _OF_DAY:
        return _BEGINS.match(text, finish) is not None
    return not (word in _SHORTENED or (len(word) == 1 and word.isalpha()) or text[finish].islower())


def sentence_starts(text: str) -> list[int]:
    """Where sentences begin, colons left aside: what dates are read in."""
    stops = (found for found in _STOP.finditer(text) if text[found.start()] != ":")
    return [0, *(found.end() for found in stops if _is_stop(text, found.start(), found.end()))]
