"""One entry in its place in a case, and what the fold asks of its words beside its events.

A clean text in; what it says of reconsideration, of more time, of an appeal, of who speaks, out. The patterns tried on
every entry (`marks`) are tried in one pass.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from . import compliance
from .custody import Fact
from .events import is_appellate
from .facts import Docket, Entry
from .findings import Event, Evidence, FoundDate, Reading
from .matching import PatternSet
from .outline import outline
from .partly import is_of_one, is_of_part
from .rule import compiled
from .text import clean, plain
from .undone import OF_OTHERS
from .vocabulary import EventType

T = EventType
GRANTS: Final = frozenset({"granted", "granted_in_part"})
_DUTY: Final = compiled(
    r"release|bond|hearing|report|notice|complian|comply|certif"
    r"|declaration|return|proof|confirm|advise|outcome|result"
    r"|census|remove|letter|custody|provide|produce|documentation"
    r"|affidavit|sworn|\blists? of (?:all |every |the |its )*(?:class|detain|members|petitioners|persons|people"
    r"|individuals|noncitizens)"
    r"|(?:circulat|disseminat)(?:e|ing) (?:(?:an? )?cop(?:y|ies) of )?(?:this|that|the court's) (?:[a-z]+ ){0,2}?"
    r"(?:order|injunction|tro)\b"
)
ANSWER: Final = compiled(
    r"\banswer|respon|\breturn\b|opposition|oppose|show cause"
    r"|repl(?:y|ies)|traverse|object|brief|motion"
)
BRIEFING: Final = compiled(r"\banswer|respon(?:d|se)\b|opposition|oppose|\brepl(?:y|ies)|traverse|object|\bbrief")
_REPORTISH: Final = compiled(r"report|notice of|certif|declaration|file proof|confirm")
MOOT: Final = compiled(r"\bmoot\b")
_MOTION_MOOT: Final = compiled(
    r"\b(?:motions?|requests?|applications?)\b[^.;]{0,120}? (?:is|are) (?:hereby )?(?:denied|terminated|found)"
    r" (?:without prejudice )?(?:as )?moot\b"
    r"|\b(?:denying|denies|terminating|finding)(?: without prejudice)? as moot (?:[a-z\d\[\]'.]+ ){0,6}?(?:motions?"
    r"|requests?|applications?)\b"
    r"|\b(?:denying|denies|terminating|finding) (?:[a-z\d\[\]'.]+ ){0,6}?(?:motions?|requests?|applications?)\b"
    r"[^.;]{0,80}? (?:as )?moot\b"
)
_REHEARD: Final = compiled(
    r"\bgranting (?:the )?(?:[a-z]+'s? )?(?:petitions?|motions?|suggestions?) for (?:(?:panel|initial|limited|an?|en"
    r"|banc|or|and|hearing) ){0,4}?rehearing\b"
    r"|\b(?:panel )?rehearing (?:is|are) (?:hereby )?granted\b"
    r"|\brehearing en banc\b[^;.]{0,80}? (?:is|are) (?:hereby )?granted\b|\brehearing en banc granted\b"
    r"|\b(?:shall|will|to) be reheard en banc\b|\bbe reheard by the (?:court|full court) en banc\b"
    r"|\bpanel(?:'s)? (?:opinion|decision|disposition|judgment)\b[^;.]{0,80}? (?:is|are)(?: hereby)? vacated\b"
    r"|\bvacat(?:ing|es) (?:the )?(?:three-judge )?panel(?:'s)? (?:opinion|decision|disposition|judgment)\b"
)
"""What a panel decided is heard once more, by itself or by the whole court."""
_ABOVE: Final = compiled(
    r"^\W*(?:received )?(?:(?:certified )?(?:copy of )?(?:the )?(?:order|judgment|mandate|opinion) (?:of|from) )?"
    r"(?:the )?(?:u\.?s\.? |united states )?supreme court\b"
)
_REOPENS: Final = compiled(
    r"^\W*(?:(?:[a-z]+ )?order (?:re-?opening|reinstating)"
    r"|(?:civil )?case (?:is )?(?:hereby )?(?:administratively )?(?:re-?opened|reinstated))\b"
    r"|\bclerk (?:of (?:the )?court )?(?:shall|will|must|is (?:respectfully )?(?:directed|ordered|instructed) to) "
    r"(?:re-?open|reinstate) (?:this|the) (?:case|action|matter)\b"
    r"|\b(?:case|action|matter|appeal|petition(?: for review)?) (?:is|be and is|shall be)(?: hereby)? "
    r"(?:administratively )?(?:re-?opened|reinstated)\b"
)
_TO_REOPEN: Final = compiled(
    r"\b(?:re-?open|reinstat)\w* (?:the |this |his |her )?(?:case|action|matter|appeal|petition|proceeding)"
)
_IF: Final = compiled(r"\b(?:if|unless|until|whether|upon|once|when)\b[^.;]*?\b(?:re-?opened|reinstated)\b")
_ALL_OF_IT: Final = compiled(r"\b(?:case|action|matter|proceedings?|litigation|lawsuit)\b")
_EXPLAINS: Final = compiled(
    r"\b(?:re|regarding|concerning|supporting|explaining|accompanying|in support of|reasons for)\b:? ?"
    r"(?:the |its )?(?:court's |foregoing )?(?:order )?[\[(]*(?:ecf no\. |doc\. |dkt\. |no\. )?(?P<number>\d+)\b"
)
_REMOVAL: Final = compiled(r"\b(?:removal|remov(?:e|ing)|deport|transfer of (?:petitioner|plaintiff))\b")
REVIEW: Final = compiled(r"\bpetition for review\b")
STATE_COURT: Final = compiled(r"remand")
_AT_ONCE: Final = compiled(r"\b(?:immediate(?:ly)?|forthwith|at once|without delay|same day|today)\b")
_EXTENDS: Final = compiled(
    r"\b(?:deadline|time|date|due date)\b[^.;]*? (?:is|are) (?:hereby )?(?:extended|continued|enlarged|moved)"
    r"|\bextend(?:ed|s|ing)\b[^.;]*? (?:to|until|through|by)\b"
)
_RECONSIDERS: Final = compiled(
    r"\breconsider\w*|\brule (?:59|60)\b|\b(?:alter|amend) (?:the )?judgment"
    r"|\bvacat(?:es|ed|ing)\b[^.;]*?\b(?:order|judgment|ruling|opinion|grant|dismissal)"
    r"|\b(?:order|judgment|ruling|opinion|grant|dismissal)\b[^.;]*? vacated"
)
SENT_BY_PANEL: Final = compiled(
    r"\btransfer(?:red)?[ -]out\b|\btransferring (?:(?:this|the) )?(?:case|action) to\b"
    r"|\b(?:case|action) (?:is |was )?electronically transferred to\b"
)
"""A panel's order that brings cases to this court names it, too: "the action is transferred to" says nothing."""
PANEL_MOTION: Final = compiled(r"^\W*(?:[a-z]+ )?order\b[^;]*?\btransfer\b|\bmotions? (?:for|to) transfer\b")
OPENS_APPEAL: Final = compiled(
    r"^[^;:]{0,80}?\b(?:civil|criminal|private|prisoner|bankruptcy|appeal)\b[^;.]{0,40}? docketed\b"
)
FOR_NOW: Final = compiled(r"\b(?:temporar|administrative)")
_STRUCK: Final = compiled(
    r"\b(?:striking|strikes|rejecting|rejects|denying|denies) (?:the )?(?:\[?(?P<number>\d+)\]? )?(?:[a-z]+ ){0,3}?"
    r"(?:stipulations?|notices?)\b(?: \[?(?P<after>\d+)\]?)?"
    r"|\b(?:\[?(?P<struck>\d+)\]? )(?:[a-z]+ ){0,3}?(?:stipulation|notice)(?: of [a-z ]{1,40}?)? is (?:hereby )?"
    r"(?:stricken|rejected|denied|not approved)\b"
)
_JUDGMENT_VACATED: Final = compiled(
    r"\b(?:default |final |consent |clerk'?s? )*judgment(?: \[?\d+(?:-\d)?\]?| (?:entered|of|dated)[^.;]{1,40}?)?"
    r" (?:is|are) (?:hereby )?(?:vacated|set aside)\b"
    r"|\b(?:vacat|sett)ing (?:aside )?(?:the )?(?:\[?\d+(?:-\d)?\]? )?(?:default |final |consent |clerk'?s? )*"
    r"judgment\b"
)
_SET_ASIDE: Final = compiled(
    r"\b(?:vacat(?:ed|es|ing)|withdr(?:awn|aws?|awing)|rescind(?:ed|s|ing)|revok(?:ed|es|ing)|set(?:s|ting)? aside"
    r"|str(?:icken|ikes|iking)|dissolved|lifted|in error|not granted"
    r"|to (?:vacate|withdraw|rescind|revoke|set aside|strike|dissolve))\b"
    r"|\bcorrected to\b[^;]*? denied\b"
)
"""What may take back an order: `undone` says whether it does, and which."""
_NOT_DONE: Final = compiled(
    r"\b(?:den(?:y|ie[sd]|ying)|declin\w+|refus\w+|asks?|asked|requests?|moves?|moved|seeks?|argues?|contends?|whether|if"
    r"|unless|not)\b"
)
_NUMBER: Final = compiled(r"\[(?P<number>\d{1,7})(?:-\d)?\]")
DETAINED: Final = compiled(
    r"\b(?:is|remains?|continues to be) (?:currently )?(?:detained|held|in custody)\b|\bwhile (?:in|detained)\b"
    r"|\bpresent(?:ly)? detained|\bcurrent place of detention"
)
ADMINISTRATIVE: Final = compiled(r"\badministrative(?:ly)? stay\w*")
PURGE_TO_COME: Final = compiled(r"\bpurged (?:if|upon|when|once|by|only)\b|\bmay purge\b|\bto purge\b")
_FOR_RELIEF: Final = compiled(r"\b(?:return|release|relief|enforce|injunction|habeas|bond|custody|detention)\b")
_HOUSEKEEPING: Final = compiled(r"\b(?:pages?|limits?|discovery|expedite|leave|seal|extension|schedul\w+)\b")
"""What a motion asks for that an opinion gives reasons for, and what it does not."""
_ALL_OF_ORDER: Final = compiled(r"\b(?:stayed|suspended|held in abeyance) in (?:its entirety|full|whole)\b")
_A_CLAIM: Final = compiled(r"\b(?:claims?|counts?|causes? of action)\b[^;]*? (?:is|are) (?:hereby )?dismissed\b")
_EVERYTHING: Final = compiled(
    r"\b(?:all|every|each|case|(?:the|this|entire) action|complaint|petition|matter|lawsuit|suit|both claims"
    r"|(?:the|these|plaintiffs?'?s?'?) claims)\b"
)
_TITLED_MOTION: Final = compiled(r"^\W*(?:[a-z]+ ){0,3}motion\b")
LASTING: Final = compiled(
    r"\bpermanent(?:ly)? (?:injunction (?:is )?(?:entered|granted|issued)|enjoin(?:ed|s|ing))"
    r"|\bvacated and set aside\b|\b(?:is|are) (?:hereby )?(?:held unlawful and )?set aside\b"
    r"|\bset aside under (?:5 u\.?s\.?c|the apa)"
)
_USCA_NUMBER: Final = compiled(
    r"^\W*(?:usca (?:case )?(?:number|no|#|appeal)|(?:\d+ )?appeal (?:number|no\.))"
    r"|^\W*(?:notice of )?(?:\d+(?:st|nd|rd|th) |[a-z]+ )?(?:usca|appeal|court of appeals|coa"
    r"|circuit)\b[^.;:]{0,40}?\b(?:case|docket) (?:numbers?|nos?\.?):? ?#?\d\d"
    r"|usca (?:case number|no\.|#):? ?\(?\d\d-\d|\bappeal case number:? \d\d-\d|\busca (?:case )?no\. \d\d-\d"
    r"|^\W*order (?:of|from) (?:the )?usca\b[^.;:]{0,60}? (?:as to|re|regarding) \[?\d+\]? (?:amended )?notice of"
    r" (?:[a-z-]+ ){0,2}appeal\b"
    r"|^\W*appellate case numbers?\b[^.;]{0,60}? \d\d-\d|\bappeal docket no\. \d\d-\d[^.;]{0,20}? assigned to\b"
)
_OPAQUE: Final = compiled(
    r"^\W*(?:\([^)]*\) ?|\[[^\]]*\] ?|sealed |restricted )*(?:(?:amended|corrected|memorandum|final|published"
    r"|unpublished|per curiam) )*(?:opinion|judgment|ruling|decision|memorandum (?:and order|opinion)"
    r"|order on (?:petition|motion for (?:tro|temporary|preliminary|permanent|summary|habeas|default))"
    r"|order on motion to dismiss|order on (?:final )?reports? and recommendations?$)"
)
_COPIED: Final = compiled(r"\[transferred from")
_BY_THE_WAY: Final = compiled(
    r"\bconstru(?:ing|es) (?:the )?(?:disputed )?(?:claims?|terms?)\b|\bclaim construction\b|\bin limine\b"
    r"|\b(?:attorney'?s?'? )?fees\b|\bnew trial\b|\bbill of costs\b|\bdiscovery\b|\bto compel\b"
)
"""An opinion on one of these may be unread: it decides nothing of the case …"""
_OF_THE_CASE: Final = compiled(
    r"\b(?:petition|habeas|injunction|restraining|tro|dismiss\w*|summary judgment|release|bond|class|relief|merits"
    r"|verdict|remand|liability)\b"
)
"""… unless it may be on one of these as well."""
_CERTIORARI: Final = compiled(
    r"certiorari (?:is |was )?granted|cert petition granted"
    r"|petition for (?:a )?writ of certiorari[^.]*granted"
)
_APPEAL_ENDS: Final = compiled(
    r"dismissing appeal|notice of appeal[^.]*withdrawn"
    r"|\bmotion to (?:voluntarily )?dismiss (?:the|this|its|their|his|her) appeal\b(?:[^;.]|\b(?:r|p|app"
    r"|fed)\.){0,60}? (?:is|are) (?:hereby )?granted\b"
    r"|withdrawing this appeal"
    r"|appeal (?:is |was )?(?:hereby )?(?:withdrawn|dismissed)"
    r"|withdraw(?:al of|ing) (?:the )?(?:notice of )?(?:interlocutory )?appeal"
)
MARKS: Final = {
    "copied": _COPIED,
    "reconsiders": _RECONSIDERS,
    "extends": _EXTENDS,
    "usca_number": _USCA_NUMBER,
    "certiorari": _CERTIORARI,
    "appeal_ends": _APPEAL_ENDS,
    "opaque": _OPAQUE,
    "motion": _TITLED_MOTION,
    "reopens": _REOPENS,
    "reheard": _REHEARD,
    "judgment_vacated": _JUDGMENT_VACATED,
    "set_aside": _SET_ASIDE,
    "struck": _STRUCK,
    "joint": compiled(r"^\W*joint (?:status )?(?:letter|report|notice|advisory|update)\b"),
}
UNDOING: Final = frozenset({"judgment_vacated", "set_aside", "struck"})
"""Marks of entries that may take back what was decided."""
_MARK_NAMES: Final = tuple(MARKS)
_MARKED: Final = PatternSet([pattern.pattern for pattern in MARKS.values()])


def marks(text: bytes) -> frozenset[str]:
    """Which of the fold's own words stand in a text: all of them tried in one pass."""
    return frozenset(_MARK_NAMES[place] for place in _MARKED.matches(text))


_FIRST_WORDS: Final = 60
"""Characters of an entry that is proof by its place alone."""

DUTY_ASKED: Final = compiled(r"\breport|\bcompl(?:y|iance)|\bbond hearing|\brelease|\bcertif")


_DECIDED: Final = frozenset(
    {T.HABEAS_RULING, T.APPELLATE_RULING, T.DISMISSAL, T.R_AND_R_ADOPTED, T.TRO_ENTERED, T.STAY_ENTERED}
    | {T.PRELIMINARY_INJUNCTION_ENTERED, T.CLASS_CERTIFIED, T.TRANSFER_OUT}
)
_TURNS: Final = frozenset({T.REPORT_AND_RECOMMENDATION, T.TRO_DISSOLVED, T.STAY_LIFTED})
_WEIGHTY: Final = frozenset({"tro", "pi", "stay", "class_cert", "mtd", "sj", "enforce", "contempt", "remand"})


class Step(NamedTuple):
    """One entry with its reading, in its docket; `role`: lead, part (of the same case) or related.

    `text` is the clean text, as bytes; `day` the day from which it counts: that of its filing, or the later one on
    which the record first ties its docket to the case.
    """

    docket: Docket
    role: str
    entry: Entry
    reading: Reading
    text: bytes = b""
    facts: tuple[tuple[Fact, Evidence], ...] = ()
    day: dt.date | None = None
    marks: frozenset[str] = frozenset()

    @property
    def of_appeal(self) -> bool:
        return is_appellate(self.docket.court_id)

    @property
    def copied(self) -> bool:
        """An entry of the old docket, copied into the new one when the case moved."""
        return "copied" in self.marks and (self.docket.date_filed or dt.date.min) >= (
            self.entry.date_filed or dt.date.min
        )


def marked(step: Step, name: str) -> Evidence | None:
    """Where one of the fold's own words stands in an entry."""
    found = MARKS[name].search(step.text)
    return note(step.entry, found.span(), f"fold.{name}") if found else None


def about_removal(step: Step) -> bool:
    return bool(_REMOVAL.search(step.text))


def is_partial(step: Step) -> bool:
    """Is it of a part of the case alone?"""
    return is_of_part(step.docket, step.text)


def is_of_claim(step: Step, event: Event) -> bool:
    """Is a claim dismissed, and not the case, where the motion to end all of it is granted in part?"""
    halved = any(
        other.type == T.ORDER_ON_MOTION and other.kind in {"mtd", "sj"} and other.outcome == "granted_in_part"
        for other in step.reading.events
    )
    words = plain(event.quote)
    return halved and _A_CLAIM.has(words) and not _EVERYTHING.has(words)


def _clauses(step: Step) -> Iterator[bytes]:
    """What the court does in an entry, clause by clause."""
    return (clause.text.encode("ascii") for clause in outline(clean(step.entry.text)).clauses)


def struck_numbers(step: Step) -> set[int]:
    """The numbers of the agreements and notices that the court strikes, or does not approve."""
    found = (each[name] for said in _clauses(step) for each in _STRUCK.finditer(said) for name in _STRUCK.names)
    return {int(number) for number in found if number}


def vacates_judgment(step: Step) -> bool:
    """Does the court set a judgment aside, its own?"""
    return any(
        _JUDGMENT_VACATED.has(said) and not (_NOT_DONE.has(said) or OF_OTHERS.has(said)) for said in _clauses(step)
    )


_ADVISED: Final = compiled(
    r"\brecommend\w*\b[^.;]{0,120}?\bpetition\b[^.;]{0,80}?\b(?:granted|denied|dismissed)\b"
    r"|\brecommend\w*\b[^.;]{0,40}?\b(?:grant|deny|dismiss)(?:ing)?\b[^.;]{0,40}?\bpetition\b"
)
_ADVISED_IN_PART: Final = compiled(
    r"\bin part\b|\bas to\b|\bextent\b|\binsofar\b|\b(?:counts?|claims?|grounds?)\b|\bmotion\b"
    r"|\b(?:not|no|nor|against|declin\w+|unless|if|whether|requests?)\b"
)
_VERDICT: Final = compiled(r"\b(?P<granted>grant)|\b(?P<denied>den(?:y|ie[ds]))|\b(?P<dismissed>dismiss)")


def recommended(text: bytes) -> str:
    """What a magistrate judge advises to do with the petition, whole; "" where it is not one thing, or not said."""
    if not _ADVISED.has(text) or _ADVISED_IN_PART.has(text):
        return ""
    said = {name for one in _VERDICT.finditer(text) for name in one.groups()}
    return said.pop() if len(said) == 1 else ""


def numbers_in(step: Step) -> tuple[int, ...]:
    """The entries that a court of appeals names in brackets."""
    return tuple(int(found["number"] or 0) for found in _NUMBER.finditer(step.text))


def grants_default(event: Event) -> bool:
    """Does an order grant a default judgment?"""
    asked, said = (event.detail or "").lower(), event.quote.lower()
    by_default = asked.startswith("default judgment") or (asked == "judgment" and "judgment by default" in said)
    return event.type == T.ORDER_ON_MOTION and event.outcome == "granted" and by_default


def is_from_above(step: Step) -> bool:
    """Does the docket of an appeal tell what the Supreme Court made of it?"""
    return bool(_ABOVE.search(step.text))


def reopens(step: Step) -> bool:
    """Does the court open again what was closed?"""
    granted = any(
        event.type == T.ORDER_ON_MOTION
        and event.outcome == "granted"
        and _TO_REOPEN.search(plain(f"{event.detail} {event.quote}"))
        for event in step.reading.events
    )
    return granted or ("reopens" in step.marks and is_by_court(step) and not _IF.search(step.text))


def by_the_way(step: Step) -> bool:
    """Is an opinion, if it cannot be read, on something beside the merits?"""
    return _BY_THE_WAY.has(step.text) and not _OF_THE_CASE.has(step.text)


def stays_the_case(step: Step, evidence: Evidence) -> bool:
    """Not discovery alone, and not between some of the parties alone."""
    words = plain(evidence.quote)
    return (b"discovery" not in words.lower() or bool(_ALL_OF_IT.search(words))) and not is_of_one(step.text)


def stays_a_part(step: Step, event: Event) -> bool:
    """Is it by a motion granted in part that something is held back, and not all of it? The rest is in force."""
    return not _ALL_OF_ORDER.has(step.text) and any(
        other.type == T.ORDER_ON_MOTION and other.outcome == "granted_in_part" and other.span == event.span
        for other in step.reading.events
    )


def explained(step: Step) -> set[int]:
    """The numbers of the entries that an opinion or a judgment says it goes with."""
    return {int(found["number"] or 0) for found in _EXPLAINS.finditer(step.text)}


def decides(step: Step) -> bool:
    """Does the entry say what a court decided about the case or about relief in it?"""
    return any(map(_is_weighty, step.reading.events))


def carries_out(step: Step, opinion: Evidence) -> bool:
    """Is it the order that goes with an opinion: of the same day, with the number after it, on a motion for relief,
    where the opinion itself does not say what it is on?"""
    beside = opinion.entry_number is not None and step.entry.entry_number == opinion.entry_number + 1
    same = (step.docket.id, step.entry.date_filed) == (opinion.docket_id, opinion.date_filed)
    said = next((entry.text for entry in step.docket.entries if entry.id == opinion.entry_id), "")
    if not (beside and same) or _OF_THE_CASE.has(plain(said)):
        return False
    return any(
        event.type == T.ORDER_ON_MOTION
        and event.outcome in {"granted", "granted_in_part", "denied"}
        and (event.kind in _WEIGHTY or not event.detail or _for_relief(event.detail))
        for event in step.reading.events
    )


def _for_relief(asked: str) -> bool:
    words = plain(asked)
    return _FOR_RELIEF.has(words) and not _HOUSEKEEPING.has(words)


def turning(events: tuple[Event, ...]) -> Event | None:
    """The first of them by which the case stands elsewhere than before: a decision, a recommendation, an end."""
    return next((event for event in events if event.type in _TURNS or _is_weighty(event)), None)


def _is_weighty(event: Event) -> bool:
    return event.type in _DECIDED or (event.type == T.ORDER_ON_MOTION and event.kind in _WEIGHTY)


def to_immigration(step: Step) -> bool:
    """Does a remand send the person to an immigration judge, for a hearing, and not the case to another court?"""
    return _IMMIGRATION.has(step.text)


_IMMIGRATION: Final = compiled(r"\b(?:immigration (?:judge|court)|ij|bia|board of immigration appeals|eoir)\b")


def says_moot(step: Step) -> bool:
    """Is there nothing left to decide? That a motion is denied as moot beside another ruling says nothing of it."""
    of_motions = [found.span() for found in _MOTION_MOOT.finditer(step.text)]
    return any(
        not any(start <= found.start() < end for start, end in of_motions) for found in MOOT.finditer(step.text)
    )


def is_by_court(step: Step) -> bool:
    """Does the court speak in this entry, or may it, and not a party?"""
    return step.reading.unread or speaks_for_court(step)


def speaks_for_court(step: Step) -> bool:
    """Does the entry show that the court speaks in it?"""
    return (
        any(event.actor in {"judge", "magistrate"} for event in step.reading.events)
        or outline(clean(step.entry.text)).speaker == "court"
    )


def finds_breach(step: Step) -> bool:
    """A finding of breach: by the court, and not in an order that asks why it should not make one, unless the same
    order enforces what was not obeyed."""
    events = step.reading.events
    asks = any(e.type == T.ORDER_TO_SHOW_CAUSE and e.outcome != "vacated" for e in events)
    enforces = any(e.type == T.ORDER_ON_MOTION and e.kind == "enforce" and e.outcome in GRANTS for e in events)
    return is_by_court(step) and (enforces or not asks)


def extensions_granted(events: tuple[Event, ...]) -> list[Event]:
    return [e for e in events if e.type == T.ORDER_ON_MOTION and e.kind == "extension" and e.outcome in GRANTS]


def orders_return(step: Step) -> bool:
    """Does the court give a day by which the person is to be brought back?"""
    return is_by_court(step) and any(
        date.kind == "deadline" and duty_name(step.entry, date) == compliance.RETURN and is_duty(date)
        for date in step.reading.dates
    )


def gives_time(step: Step, events: tuple[Event, ...]) -> bool:
    """Does the court give more time in this entry?"""
    return bool(extensions_granted(events)) or ("extends" in step.marks and is_by_court(step))


def is_older(one: Evidence, other: Evidence) -> bool:
    return (one.date_filed or dt.date.min) < (other.date_filed or dt.date.min)


def term_of(step: Step) -> str:
    return compliance.AT_ONCE if _AT_ONCE.search(step.text) else compliance.NO_DATE


def duty_name(entry: Entry, date: FoundDate) -> str:
    """What is due: by the words before the day, or after it where the verb is there ("by May 9 shall report")."""
    after = _VERB_AFTER.search(plain(entry.text[date.span[1] : date.span[1] + 160]))
    words = (after["act"] or b"").decode("ascii") if after else (date.what or date.quote)
    if after and _UNLESS.has(plain(date.quote)):  # "unless there is a hearing by May 9, he shall be released"
        words = f"{date.quote}, {words}"
    return compliance.named(words, date.quote)


def closes_case(step: Step) -> bool:
    return any(event.type == T.CASE_CLOSED for event in step.reading.events)


def repeats_ruling(now: str, name: str, event: Event, step: Step) -> bool:
    """A judgment that repeats a ruling in fewer words ("the petition is granted") does not change it."""
    same = {"granted": "granted_in_part", "dismissed": "dismissed_moot"}
    return any(other.type == T.JUDGMENT for other in step.reading.events) and same.get(name) == now


_UNLESS: Final = compiled(r"\bunless\b|\bfailing\b|\bif [^;,.]*?\b(?:not?|fails?)\b")
_VERB_AFTER: Final = compiled(
    r"^ ?,? ?(?:(?:the )?(?:respondents?|defendants?|government|they) )?(?P<act>(?:shall|must) [^.;]*)"
)


_PETITIONERS: Final = compiled(
    r"^(?:the )?clerk (?:shall|must|is to)\b|^(?:the )?(?:petitioner|plaintiff"
    r"|applicant)s?(?:'s?)?(?: counsel)? (?:shall|must|may|will|to|(?:is|are) to)"
    r"(?: also| then)? (?:file|submit|serve|notify|advise|report|inform|provide|show|respond|reply|produce|certify"
    r"|state|confirm)\b"
)


_TO_RETURN: Final = compiled(
    r"\b(?:respondents?|defendants?|government|ice|dhs|they|warden|field office director|officers)\b(?:,[^;.,]{1,40},"
    r"| and (?:their|its|all)[^;.,]{1,40}?)? (?:shall|must|(?:is|are) (?:hereby )?"
    r"(?:(?:ordered|directed|required) )?to)"
    r"(?: (?:immediately|promptly|forthwith|also|further|cause|arrange|facilitate|effectuate|effect|transport|and|for"
    r"|the))* return\b|\b(?:orders?|ordering|directs|directing) (?:the )?(?:respondents?|government|ice"
    r"|dhs) to return\b"
)
_NO_RETURN: Final = compiled(r"\b(?:motion|respond|response|reports?|declaration|notice|if|whether|unless)\b")


def is_duty(date: FoundDate) -> bool:
    """Is something ordered of the government due then, and no brief?"""
    words = plain(f"{date.what or ''} {date.quote}")
    if not _DUTY.search(words) or _PETITIONERS.search(words):
        return False
    name = compliance.named(date.what or date.quote)
    if name == compliance.RETURN:
        return _TO_RETURN.has(words) and not _NO_RETURN.has(words)
    if name in {compliance.PROPERTY, compliance.RELEASE}:
        return True
    return not (
        ANSWER.search(words)
        and not _REPORTISH.search(words)
        and b"release" not in words.lower()
        and b"bond" not in words.lower()
    )


def evidence_of(entry: Entry, event: Event) -> Evidence:
    return Evidence(
        entry.docket_id, entry.id, entry.entry_number, entry.date_filed, event.span, event.quote, event.rule
    )


def evidence_of_date(entry: Entry, date: FoundDate) -> Evidence:
    return Evidence(entry.docket_id, entry.id, entry.entry_number, entry.date_filed, date.span, date.quote, date.rule)


def note(entry: Entry, span: tuple[int, int], rule: str) -> Evidence:
    """Evidence for something found in the clean text of an entry."""
    cleaned = clean(entry.text)
    start, end = cleaned.span(*span)
    return Evidence(
        entry.docket_id, entry.id, entry.entry_number, entry.date_filed, (start, end), cleaned.raw[start:end], rule
    )


def first_words(entry: Entry, rule: str) -> Evidence:
    """How an entry begins, as evidence for what it is by its place alone."""
    return note(entry, (0, min(_FIRST_WORDS, len(clean(entry.text).text))), rule)
