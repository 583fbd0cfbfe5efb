"""What an entry says of the person's custody, and of an order's being obeyed. Clean text in, facts with spans out.

Only the fact is read: never where or when somebody was released, and no appointment anywhere.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from .matching import Found, Pattern, PatternSet
from .rule import compiled

_PERSON: Final = r"(?:petit[a-z]{0,3}oners?|plaintiffs?|applicants?|he|she|they|who|(?:mr|ms|mrs)\. [^,;.]{1,40}?)"
_ONE: Final = (
    r"\b(?:petit[a-z]{0,3}oners?|plaintiffs?|applicants?|he|she|they|who|(?:mr|ms|mrs)\.(?: [a-z-]+){1,4})"
    r"(?: \([^()]{1,60}\))?(?:, [^;.,]*,)?"
)
_JUDGED: Final = r"\b(?:ij\b|immigration (?:judge|court)\b)[^;]*?"
_STATE: Final = (
    r"(?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois"
    r"|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri"
    r"|montana|nebraska|nevada|new (?:hampshire|jersey|mexico|york)|(?:north|south) (?:carolina|dakota)|ohio|oklahoma"
    r"|oregon|pennsylvania|rhode island|tennessee|texas|utah|vermont|virginia|washington|wisconsin|wyoming|puerto rico"
    r"|guam)\b"
)
_JAIL: Final = (
    r"\b(?:processing (?:center|facility)|detention (?:center|facility|complex)|jail|prison|correctional|holding"
    r"|staging (?:center|facility)|[fm]dc|fci)\b"
)
_OFFICE: Final = r"(?:respondents?|defendants?|(?:federal )?government|warden|united states|ice|dhs|agency)"
_BREACH: Final = (
    r"violat(?:ed|es|ing)|disobeyed|fail(?:ed|ure) to comply|(?:not|never) (?:fully |timely )?compl(?:y|ied)"
    r"|in violation of"
)
"""What a judge says who finds that an order was not obeyed: read in the court's own entries only (fold.py)."""


class Fact(NamedTuple):
    """`says` is a value of the axis custody, or `violated` / `complied` for compliance.

    `told`: words that say it only in a paper that reports. Of a match, `said` is what is shown where the rest of it is
    nobody's business.
    """

    says: str
    pattern: str
    reads: str
    leaves: tuple[str, ...]
    unless: str = ""
    told: str = ""

    @property
    def name(self) -> str:
        return f"custody.{self.says}" if self.says not in {"violated", "complied"} else f"compliance.{self.says}"


FACTS: Final[tuple[Fact, ...]] = (
    Fact(
        "removed",
        (
            rf"\b{_PERSON} (?:was|were|has been|have been|having been|is|having) (?:removed|deported) (?:to"
            rf"|from the united states)"
            rf"|{_PERSON} having departed the united states"
            rf"|having been removed from the united states"
            rf"|shown that {_PERSON} was removed"
        ),
        "NOTICE by Respondents that Petitioner was removed to Honduras.",
        (
            "ORDER: Respondents shall not remove Petitioner to Honduras.",
            "MOTION to Stay Removal.",
            "NOTICE by Respondents that Petitioner was removed to Honduras in 2013 and came back.",
            "MOTION to Dismiss as moot by Warden. Petitioner was flown to El Paso, Texas.",
        ),
        r"shall not|wrongfully|in violation|contempt"
        r"|\b(?:removed|deported) (?:to|from) [^;.,]{1,40},? in (?:19|20)\d\d\b"
        rf"|\bre-?entered\b|\bflown to [^;.]{{0,50}}?\b{_STATE}",
        rf"{_ONE} (?:was|were|has been|have been) (?:(?:removed|deported) on (?:[a-z]+ )?\d|repatriated\b)"
        r"|^\W*(?:[a-z']+ ){0,3}?(?:motion to dismiss\b[^;]*? as moot\b|(?:suggestion|notice) of mootness\b)"
        rf".*?(?P<said>{_ONE} (?:was|has been) flown) to [a-z]",
    ),
    Fact(
        "bond_denied",
        (
            rf"{_JUDGED}\bdenied (?:bond|release on bond|custody redetermination)"
            r"|\bbond (?:was |is |has been )?denied|\bdenied bond\b"
        ),
        "STATUS REPORT by Respondents. The immigration judge denied bond.",
        (
            "ORDER denying 4 Motion for Bond Hearing.",
            "STATUS REPORT. The immigration judge granted bond of $2,000.",
            "ORDER certifying a class of all persons who are denied bond under the new policy.",
        ),
        r"\b(?:are|be|being) denied bond|\bclass\b|\b(?:if|unless|whether) (?:\w+ )?bond\b",
        rf"\brefused (?:(?:to (?:set|grant)|him|her|them) )?(?:a )?(?:bond|release on bond)\b"
        rf"|{_JUDGED}\b(?:declined to (?:set|grant)|(?:set|granted) no) (?:a )?bond\b"
        r"|\b(?:denied|refused) (?:his|her|their|petitioner's) (?:request|motion|application) for"
        r" (?:bond|release on bond|(?:a )?custody redetermination)\b",
    ),
    Fact(
        "bond_granted",
        (
            rf"{_JUDGED}\b(?:granted|set) (?:a )?(?:bond|release on bond)"
            r"|\bbond (?:was |is |has been )?(?:set|granted) (?:at|in)\b"
            r"|\bbond (?:was|has been|had been) (?:set|granted)\b"
        ),
        "STATUS REPORT by Respondents. The immigration judge granted bond of $2,000.",
        (
            "STATUS REPORT. The immigration judge denied bond.",
            "ORDER granting 4 Motion for Bond Hearing.",
            "ORDER: If bond was granted, Respondents shall report it.",
        ),
        r"\b(?:if|unless|until|whether|once|when|should) (?:an? |the )?(?:bond|immigration|ij)\b"
        r"|\b(?:not|never) (?:yet )?(?:granted|set) (?:a )?(?:bond|release)"
        r"|\b(?:refused|declined|failed) to (?:set|grant)\b|\bset no bond\b",
        rf"{_JUDGED}\b(?:ordered|granted|directed)\b[^;.]{{0,60}}?\breleased? (?:up)?on (?:posting (?:of )?)?(?:an? )?"
        r"(?:\$[\d,.]+ )?bond\b"
        rf"|{_JUDGED}\b(?:granted|set) (?:(?:him|her|them|petitioner) )?(?:an? )?(?:\$[\d,.]+ )?bond\b"
        rf"|{_JUDGED}\bgranted (?:his|her|their|petitioner's) (?:request|motion|application) for"
        r" (?:bond|release on bond)\b",
    ),
    Fact(
        "released",
        (
            rf"\b{_PERSON}(?:, [^;.,]*,)? (?:was|were|has been|have been|having been|is now) (?:\w+ly )?released\b"
            rf"|\breleased on (?:her|his|their) own recognizance"
            rf"|\bconfirming (?:his|her|their|petitioner's) release\b"
            rf"|{_PERSON} having been (?:\w+ly )?released"
            rf"|\band been released\b"
            rf"|{_PERSON} having posted [^;.]*? been released"
        ),
        "NOTICE of Compliance by Respondents. Petitioner was released.",
        (
            "ORDER: Respondents shall release Petitioner.",
            "RESPONSE: the records were released.",
            "Mail Returned as Undeliverable, marked not here, released.",
            "RESPONSE to Petition: Petitioner was paroled on May 4, 2021 and has gone to his aunt.",
            "STATUS REPORT. Petitioner is no longer in the custody of the Marshal.",
        ),
        r"\bif\b|unless|transcript|should be released"
        r"|custody of (?:the )?(?:state|county|united states marshal|u\.?s\.? marshal|marshal|usms|bop|bureau of"
        r" prisons)|\bre-?detained\b",
        rf"(?:{_ONE}|\band) (?:is|are) no longer (?:(?:being )?(?:detained|held)\b|in (?:ice |immigration |federal "
        r"|dhs |any |respondents' |the )?(?:custody|detention)\b)"
        rf"|{_ONE} (?:has |have |had )?left (?:ice |immigration |dhs |federal |respondents' )?(?:custody|detention)\b"
        rf"|(?P<said>{_ONE} (?:has |have )?walked (?:out|free))(?: (?:out )?(?:of|from) [^;.]{{0,60}}?{_JAIL}| on\b"
        r"|[.;,])"
        r"|(?P<said2>\bwas paroled) (?:on [^;.]{4,30}? and (?:has gone|has (?:left|returned)|is (?:now )?(?:home"
        r"|at home|living|staying|with)|went|returned)\b|(?:from|out of) (?:ice |immigration |dhs )?"
        r"(?:custody|detention)\b)"
        rf"|{_ONE} (?:was|has been) (?:set free|freed|discharged from (?:ice |immigration )?(?:custody|detention))\b"
        rf"|{_ONE} (?:is|are) (?:now )?at liberty\b",
    ),
    Fact(
        "transferred",
        (
            rf"\b{_PERSON} (?:was|has been|had been) (?:moved|transferred) (?:to|from)\b"
            rf"|notice of transfer of (?:detainee|petitioner)"
        ),
        "NOTICE by Warden. Petitioner was moved to another jail.",
        (
            "ORDER TRANSFERRING CASE to the Southern District of Ohio.",
            "MOTION to Transfer Venue.",
            "STATUS REPORT. Petitioner was arrested and taken to the county jail.",
            "STATUS REPORT. Petitioner was taken to the hospital and is back at the county jail.",
        ),
        r"\bcase\b[^.]{0,20}transferred",
        rf"{_ONE} (?P<said>(?:was|has been|had been) (?:taken|flown|driven|bused|brought|sent|relocated) (?:in)?to) "
        rf"(?:the )?(?:[a-z'.]+ ){{0,5}}?(?:{_JAIL}|[a-z]+, {_STATE})"
        rf"|{_ONE} (?P<said2>(?:was|has been|had been) put on a (?:flight|plane|bus))\b[^;.]{{0,60}}? and is (?:now )?"
        rf"(?:held |detained )?(?:in|at) [^;.]{{0,60}}?(?:{_STATE}|{_JAIL})",
    ),
    Fact(
        "violated",
        (
            rf"\b(?:court|undersigned) (?:\w+ )?(?:finds|found|concludes|concluded|holds|determines) (?:\w+ )?that"
            rf" (?:the )?{_OFFICE}[^;.]*? (?:{_BREACH})"
            rf"|\bfinding that (?:the )?{_OFFICE}[^;.]*? (?:{_BREACH})"
            rf"|\b(?:holds|finds|adjudges|found) (?:the )?{_OFFICE}[^;.]*? in (?:civil |criminal )?contempt\b"
            rf"|\b{_OFFICE}[^;.]{{0,40}}? (?:is|are) (?:hereby )?(?:held|found|adjudged)(?: to be)? in"
            r" (?:\w+ )?contempt\b"
            rf"|\b{_OFFICE} (?:have|has|did) not (?:fully |timely |yet )?compl(?:ied|y) with\b"
            rf"|(?:[.;:,] |\band |\b(?:in|by) [a-z]+ing [^.;]{{0,60}} )(?:the )?(?:they|{_OFFICE}) (?:have |has )?"
            r"(?:(?:plainly|clearly|knowingly|willfully) )?(?:violated|disobeyed) (?:the|this court's|its|that|my|our)"
            r" (?:[\w']+ ){0,3}?(?:order|injunction|judgment|writ|tro)\b"
        ),
        "ORDER. The Court concludes that the government violated its May 2 Order.",
        (
            "NOTICE of Violation of 4 Order by Petitioner.",
            "ORDER: the Court does not find that Respondents have violated the order.",
            "ORDER: Petitioner alleges that Respondents have not complied with 4 Order.",
            "ORDER denying 9 Motion to Enforce. Nothing shows that they violated the Order.",
        ),
        r"does not find|declin|whether|\balleg|\bcontend|\bassert|\bargu|\bappears? (?:that|to)\b"
        rf"|\bif (?:the )?{_OFFICE}[^;.]{{0,40}}? (?:is|are) (?:held|found|adjudged)\b",
    ),
    Fact(
        "complied",
        (
            r"\border (?:has been|was|is) (?:now |fully )?complied with"
            rf"|\b(?:is satisfied|finds) that (?:the )?{_OFFICE}[^;.]*? (?:have |has )?(?:now |fully )?complied"
            rf"|\b{_OFFICE}(?: have| has|,? having) (?:now |since |fully |by then )?complied\b"
            r"|\b(?:violation|breach|non-?compliance|default) (?:is|was|has been|stands) (?:now |since |fully )?"
            r"(?:cured|remedied|corrected|rectified|mended)"
            rf"|\b{_OFFICE} (?:is|are|has come|have come|came) (?:now |back )?(?:in|into) (?:full |substantial )?"
            r"compliance\b"
            r"|\baccepts the (?:[\[\]\w]+ )?(?:certificate|notice|report|certification) of compliance"
            r"|\bcontempt (?:has been|is|was) (?:hereby |fully )?purged\b"
        ),
        "ORDER: It is undisputed that the 6 Order was fully complied with.",
        (
            "NOTICE of Compliance by Respondents.",
            "ORDER: Respondents have not complied with the order.",
            "ORDER: The contempt is purged if a hearing is held by May 9.",
            "ORDER: The fine runs until the violation is remedied.",
            "ORDER: Respondents report that the violation has been remedied.",
            "ORDER: Respondents have not remedied the violation.",
        ),
        r"whether|purged (?:if|upon|when|once|by|only)\b|\bnot (?:been )?(?:fully |yet )?(?:complied|cured|remedied)"
        r"|\b(?:until|till|unless|once|if|when|after|because|certif\w+|confirm\w*|show\w*|prove\w*|say\w*|said"
        r"|stat(?:e|es|ed|ing)|represent\w*|assert\w*|claim\w*|contend\w*|argu\w+|alleg\w+|advis\w+|report(?:s|ed|ing)?"
        r"|maintain\w*|insist\w*|believe\w*|inform\w*)(?: that)? [^;.]{0,60}?\b(?:remedied|cured|corrected|rectified"
        r"|mended|in(?:to)? (?:full |substantial )?compliance)\b",
    ),
)

_REPORTS: Final = compiled(
    r"^\W*(?:(?:joint|first|second|third|updated|supplemental|amended|corrected|final|interim|sealed|respondents?'?s?"
    r"|government's|federal|custody|compliance|text|the) )*(?:notice|notification|status (?:report|update)|advisory"
    r"|letter|certificat(?:e|ion)|declaration|affidavit|suggestion of mootness|motion to dismiss\b[^;]*? as moot\b"
    r"|(?:report|update)(?: (?:of|on|re|regarding|by|from|to|filed|as to|concerning)\b|[:.]))"
)
"""A paper that reports: no petition, no brief, no ruling, where the same words tell what happened long before."""
_ARRESTED: Final = compiled(
    r"\b(?:arrested|apprehended|encountered|took (?:him|her|them|petitioner) into|if|when|until|unless|would|should)\b"
)
_READERS: Final = tuple(
    (fact, compiled(pattern), compiled(fact.unless) if fact.unless else None, told)
    for fact in FACTS
    for pattern, told in ((fact.pattern, False), (fact.told, True))
    if pattern
)
_ANY: Final = PatternSet([pattern.pattern for _, pattern, *_ in _READERS])


def facts_in(data: bytes) -> Iterator[tuple[Fact, int, int]]:
    """Every fact a clean text states, with its span, in the order of the text."""
    found: dict[str, tuple[Fact, int, int]] = {}
    for place in _ANY.matches(data):
        fact, pattern, unless, told = _READERS[place]
        if fact.says in found or (told and (not _REPORTS.has(data) or _ARRESTED.has(data))):
            continue
        match = pattern.search(data)
        if match and not (unless and unless.search(data)):
            found[fact.says] = (fact, *_shown(pattern, match))
    yield from sorted(found.values(), key=lambda one: one[1])


def _shown(pattern: Pattern, match: Found) -> tuple[int, int]:
    """Of a match that goes on to say where somebody is, only the fact."""
    return next((match.span(name) for name in pattern.names if match.start(name) >= 0), match.span())
