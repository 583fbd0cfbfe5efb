"""What an entry says of the person's custody, and of an order's being obeyed. Clean text in, facts with spans out.

Only the fact is read: never where or when somebody was released, and no appointment anywhere.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from .matching import Found, Pattern, PatternSet
from .rule import STATES, compiled

_PERSON: Final = r"(?:petit[a-z]{0,3}oners?|plaintiffs?|applicants?|he|she|they|who|(?:mr|ms|mrs)\. [^,;.]{1,40}?)"
_ONE: Final = (
    r"\b(?:petit[a-z]{0,3}oners?|plaintiffs?|applicants?|he|she|they|who|(?:mr|ms|mrs)\.(?: [a-z-]+){1,4})"
    r"(?: \([^()]{1,60}\))?(?:, [^;.,]*,)?"
)
_NAME: Final = (
    r"(?:^|[.:;,)] |\b(?:and|that) )(?P<name>(?:(?:mr|ms|mrs)\. )?(?-i:(?:[A-Z]\.){2,5}"
    r"|[A-Z][A-Za-z']*[A-Za-z](?:-[A-Z][A-Za-z']+)*(?: (?:(?:de|del|la|al|el|bin|van|da|dos) )*[A-Z][A-Za-z'-]+){0,3}))"
)
""" "Ardo", "Luis Ardo" or "L.A." where a clause begins: nobody can tell who that is (`_SOMETHING_ELSE`)."""
_ON_A_DAY: Final = (
    r"(?:on )?(?:\d{1,2}[/-]\d+|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d+|(?:mon|tues"
    r"|wednes|thurs|fri|satur|sun)day|yesterday|today|this (?:morning|afternoon|evening)|last (?:night|evening)"
    r"|the (?:same|next) day|that (?:same )?(?:day|night|evening|afternoon|morning))\b"
)
_HUB: Final = (
    r"(?:el paso|houston|harlingen|pearsall|raymondville|laredo|conroe|alexandria|jena|winnfield|richwood|basile"
    r"|lumpkin|folkston|florence|eloy|tacoma|adelanto|otay mesa|san antonio|karnes|dilley|batavia|farmville)\b"
)
"""Where people are flown to be held, named without a state: inland, so that nobody is taken for removed."""
_ABROAD: Final = (
    r"(?:mexico|guatemala|honduras|el salvador|nicaragua|costa rica|panama|belize|venezuela|colombia|ecuador|peru"
    r"|bolivia|brazil|paraguay|uruguay|argentina|chile|cuba|haiti|jamaica|(?:the )?dominican republic|china|india"
    r"|pakistan|bangladesh|nepal|sri lanka|vietnam|laos|cambodia|(?:the )?philippines|russia|ukraine|armenia|uzbekistan"
    r"|kyrgyzstan|kazakhstan|tajikistan|afghanistan|iran|iraq|syria|turkey|egypt|morocco|algeria|nigeria|ghana|cameroon"
    r"|senegal|mauritania|(?:equatorial )?guinea|(?:the )?gambia|sierra leone|liberia|angola|(?:the )?(?:democratic"
    r" republic of (?:the )?)?congo|eritrea|ethiopia|(?:south )?sudan|somalia|kenya|uganda|rwanda|eswatini|togo|benin"
    r"|kosovo|romania|albania)\b"
)
"""Where people are flown when they are removed."""
_ORDER_OF_COURT: Final = (
    r"(?:(?:[\[(]?(?:ecf|dkt|doc|docket|d\.?e)\.? ?(?:no\.? ?|entry |# ?)?)?[\[(]?\d{1,3}[\])]?(?: ?[.,;]| ?$| (?:order"
    r"|text|minute|tro|temporary|injunction|preliminary|and)\b)|(?:the|this|its|that|my|our|her|his)(?: [\w'/-]+){0,4}?"
    r" (?:orders?|injunction|tro|writ)\b)"
)
_JUDGED: Final = r"\b(?:ij\b|immigration (?:judge|court)\b)[^;]*?"
_JAIL: Final = (
    r"\b(?:processing (?:center|facility)|detention (?:center|facility|complex)|jail|prison|correctional|holding"
    r"|staging (?:center|facility)|[fm]dc|fci)\b"
)
_OFFICE: Final = r"(?:respondents?|defendants?|(?:federal )?government|warden|united states|ice|dhs|agency)"
_BREACH: Final = (
    r"violat(?:ed|es|ing)|disobeyed|fail(?:ed|ure) to comply|(?:not|never) (?:fully |timely )?compl(?:y|ied)"
    r"|in violation of"
)
"""What a judge says who finds that an order was not obeyed: read in the court's own entries only (fold/)."""


_UNTRUE: Final = (
    r" (?:is|was) (?:incorrect|inaccurate|false|mistaken|wrong|not (?:correct|accurate|true)|(?:made )?in error)\b"
)
_SAID_WRONGLY: Final = rf"\b(?:statement|report|claim|assertion)s? that [^;.]*?{_UNTRUE}"
_MOVE: Final = r"(?:transfer|removal|deportation|relocation|re-?detention|re-?arrest|move)"
_OURS: Final = (
    r"(?:(?:the )?[\[(]?\d{1,3}[\])]? (?:text |minute |temporary |restraining |preliminary |no-transfer )*(?:orders?"
    r"|injunction|tro|judgment)\b|(?:this|the) court's (?:[\w'/-]+ ){0,3}?(?:orders?|injunction|tro|judgment|writ)\b"
    r"|the orders? (?:at|in) (?:ecf|dkt|doc|docket|\[?\d)"
    r"|the (?:tro|injunction|temporary restraining order|preliminary injunction)\b|(?:ecf|dkt|doc)\.? (?:no\.? ?)?\d"
    r"|(?:the|this court's) [a-z]+ \d{1,2}(?:, \d{4})? (?:orders?|tro|injunction)\b)"
)
"""An order of the court that speaks: by its number, or as its own."""
_ASKED: Final = (
    r"\bwhether (?:or not )?(?:(?:the|this|that|these|those|his|her|its|their|any|an?) )*(?:respondents?|defendants?"
    r"|government|warden|united states|ice|dhs|agency|they|it|he|she|there|petitioner|plaintiff|transfer|removal"
    r"|release|re-?detention|re-?arrest|orders?|injunction|tro|violations?|breach|conduct|actions?)\b"
)
""" "Whether they violated it"; not "whether more is called for", which is asked once a breach is found."""
_FINDS: Final = (
    r"\b(?:court|undersigned) (?:\w+ )?(?:finds|found|concludes|concluded|holds|determines)"
    r"(?: by (?:clear and convincing|a preponderance of the) evidence)?"
)
_NOT_FOUND: Final = rf"\bnot find|declin|{_ASKED}|\balleg|\bcontend|\bassert|\bappears? (?:that|to)\b"


class Fact(NamedTuple):
    """`says` is a value of the axis custody; `returned`, to the country; `held`, after all or again; or `violated` /
    `complied` for compliance.

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
        rf"|\bin (?:19|20)\d\d,? {_ONE} (?:was|had been) [^;.]{{0,40}}?\b(?:removed|deported)\b"
        rf"|\band removed to (?:camp\b|fort\b|[^;.]{{0,30}}?\b{STATES}\b|{_HUB})"
        rf"|\b(?:removed|deported) to (?:the (?:medical|segregat\w+)|an? (?:different|another)\b|[^;.]{{0,40}}?{_JAIL})"
        r"|\b(?:whether|if) [^;.]{0,60}?\b(?:removed|deported)\b"
        r"|\b(?:fears?|believes?|rumou?r|untrue|not true)\b[^;.]{0,80}?\bremoved\b"
        r"|\b(?:removed|deported) (?:to|from) [^;.,]{1,40},? in (?:19|20)\d\d\b"
        rf"|\bre-?entered\b|\bflown to [^;.]{{0,50}}?\b{STATES}\b",
        rf"{_ONE} (?:was|were|has been|have been) (?:(?:removed|deported) on (?:[a-z]+ )?\d|repatriated\b)"
        rf"|{_ONE} (?P<said3>(?:has )?departed the united states) (?:aboard (?:a|the) removal flight|on [^;.]{{4,30}}?"
        r"pursuant to (?:an?|the|his|her) (?:final )?(?:order of removal|removal order))\b"
        r"|\b(?:ero|ice|dhs|respondents) (?P<said4>(?:has |have )?executed (?:petitioner's|his|her|the) (?:final )?"
        r"(?:order of removal|removal order))\b"
        rf"|{_ONE} (?:was|has been) (?:placed|put) (?:aboard|on) (?:an? )?(?:[a-z]+ ){{0,4}}?"
        r"(?:flight|plane|aircraft)(?: (?:to|on|at|for) [^;.]{1,40}?)? and (?P<said2>(?:then )?(?:removed"
        r"|deported)) (?:to (?-i:[A-Z])|from the united states\b)"
        rf"|(?P<said5>{_ONE} (?:was|has been) flown) (?:out )?to {_ABROAD}"
        rf"|(?P<said6>{_ONE} (?:was|has been) (?:placed|put) (?:aboard|on) (?:an? )?(?:[a-z]+ ){{0,2}}?"
        rf"(?:flight|plane|aircraft)) (?:bound )?(?:to|for) {_ABROAD}"
        r"|^\W*(?:[a-z']+ ){0,3}?(?:motion to dismiss\b[^;]*? as moot\b|(?:suggestion|notice) of mootness\b)"
        rf".*?(?P<said>{_ONE} (?:was|has been) flown) to [a-z]",
    ),
    Fact(
        "returned",
        (
            rf"{_ONE} (?:was|has been|having been) (?:returned|brought back|flown back) to the"
            r" (?:united states|country)\b"
            rf"|{_ONE} (?:has )?(?:(?:arrived|landed) back|(?:returned|come back)(?: back)?) (?:in|to) the united"
            r" states\b"
            rf"|{_ONE} (?:has )?(?:arrived|landed) in the united states on [^;.]{{4,20}}? and (?:he |she )?is (?:now )?"
            r"(?:in custody|held|detained|being held)\b"
            rf"|{_ONE} (?:is|was) (?:now )?back in the united states\b"
        ),
        "STATUS REPORT. Petitioner was returned to the United States on May 11.",
        (
            "ORDER: Respondents shall return Petitioner to the United States.",
            "STATUS REPORT. When Petitioner is back in the United States, Respondents will say so.",
            "RESPONSE: Petitioner arrived in the United States in 2019.",
            "STATUS REPORT. Petitioner was returned to the United States Marshal.",
        ),
        r"\b(?:if|unless|until|once|when|whether|after|before) (?:petit[a-z]{0,3}oners?|plaintiffs?|applicants?|he|she"
        r"|they|mr|ms|mrs)\b|\bin (?:19|20)\d\d\b|\b(?:disput|den(?:y|ie))[^;.]{0,40}?\breturned\b"
        r"|\b(?:not confirmed|no evidence|shall (?:confirm|file|report))\b[^;.]{0,60}?\b(?:returned|back)\b"
        r"|\bunlawfully\b|\bwithout inspection\b"
        r"|\bunited states (?:marshal|attorney|district|citizenship|penitentiary|court)",
    ),
    Fact(
        "held",
        "",
        "NOTICE of Correction by Respondents. Petitioner was not released on May 4 as reported.",
        (
            "NOTICE by Respondents that Petitioner was released on May 4.",
            "ORDER: Respondents shall file a notice if Petitioner was re-detained.",
            "MOTION for Release by Petitioner, who was re-detained on May 4.",
            "STATUS REPORT. Petitioner was not released to the sheriff, as he had asked.",
        ),
        r"\b(?:if|unless|whether|should)\b|\b(?:brother|cousin|husband|wife|cell-?mate)\b"
        r"|\bnot released to\b|\bwill not be\b",
        rf"{_ONE} (?P<said>(?:was|has) (?:not|never) (?:in fact |actually |yet )?(?:been )?released)\b[^;.]*?"
        r"\b(?:as (?:previously |earlier )?(?:reported|stated)|remains? (?:in|detained))\b"
        rf"|{_ONE} (?P<said2>(?:was|has been) (?:re-?detained|detained again|re-?arrested|(?:taken back|again taken)"
        r" into (?:ice )?custody))\b"
        r"|\b(?P<said3>(?:statement|report)s? that (?:petitioner|he|she) (?:was|has been|had been) released)\b[^;.]*?"
        rf"{_UNTRUE}",
    ),
    Fact(
        "bond_denied",
        (
            rf"{_JUDGED}\bdenied (?:bond|release on bond|custody redetermination)"
            r"|\bbond (?:was |is |has been )?denied|\bbond (?:was|has been) refused\b|\bdenied bond\b"
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
        r"|\b(?:to|can|can(?:not| not)|could|could not|may|might|would|did not) (?:set|grant) (?:him |her "
        r"|them )?(?:an? )?(?:bond|release)\b|\bset no bond\b",
        rf"{_JUDGED}\b(?:ordered|granted|directed)\b[^;.]{{0,60}}?\breleased? (?:up)?on (?:posting (?:of )?)?(?:an? )?"
        r"(?:\$[\d,.]+ )?bond\b"
        rf"|{_JUDGED}\b(?:granted|set) (?:(?:him|her|them|petitioner) )?(?:an? )?(?:\$[\d,.]+ )?bond\b"
        rf"|{_JUDGED}\bgranted (?:his|her|their|petitioner's) (?:request|motion|application) for"
        r" (?:bond|release on bond)\b"
        rf"|{_ONE} (?:was|has been) (?:granted|given) (?:an? )?(?:\$[\d,.]+ )?(?:bond|release on bond)\b"
        r"|\bbond (?:of|in the (?:amount|sum) of) \$[\d,.]+ (?:was |is |has been |having been )?(?:granted|set)\b",
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
        r" prisons)|\bre-?detained\b|\bdetained again\b|\bparoled by the state\b"
        r"|\b(?:not true|untrue|says?|claims?|fears?|believes?)\b[^;.]{0,60}?\bparoled and\b"
        rf"|{_SAID_WRONGLY}",
        rf"(?:{_ONE}|\band) (?:is|are) no longer (?:(?:being )?(?:detained|held)\b|in (?:ice |immigration |federal "
        r"|dhs |any |respondents' |the )?(?:custody|detention)\b)"
        rf"|{_ONE} (?:has |have |had )?left (?:ice |immigration |dhs |federal |respondents' )?(?:custody|detention)\b"
        rf"|(?P<said>{_ONE} (?:has |have )?walked (?:out|free))(?: (?:out )?(?:of|from) [^;.]{{0,60}}?{_JAIL}| on\b"
        r"|(?: of| from) (?-i:(?:[A-Z][a-z]+ ){1,3})(?:at|on|in|this|that|late|early|just|yesterday|today)\b|[.;,])"
        r"|(?P<said2>\bwas paroled) (?:on [^;.]{4,30}? and (?:has gone|has (?:left|returned)|is (?:now )?(?:home"
        r"|at home|living|staying|with)|went|returned)\b|(?:from|out of) (?:ice |immigration |dhs )?"
        r"(?:custody|detention)\b)"
        rf"|{_ONE} (?:was|has been) (?:set free|freed|discharged from (?:ice |immigration )?(?:custody|detention))\b"
        rf"|(?P<said3>{_ONE} (?:was|has been) let go)(?: from\b| {_ON_A_DAY}|[.;,])"
        rf"|(?P<said4>{_ONE} (?:is|are) (?:now )?out)(?: (?:of (?:ice |immigration |dhs )?(?:custody|detention)|on"
        rf" bond)\b"
        r"|[.;])"
        rf"|(?P<said5>{_ONE} (?:went|came|returned|got) home)(?: {_ON_A_DAY}|[.;,])"
        rf"|(?P<said8>{_ONE} released) {_ON_A_DAY}"
        rf"|\b(?:ero|ice|dhs|respondents|the government|officers) (?P<said11>released (?:petit[a-z]{{0,3}}oner|him"
        rf"|her|them|(?:mr|ms|mrs)\.(?: [a-z-]+){{1,3}}))\b(?: (?:at|from|on|this|that|yesterday|today|late|early)\b"
        rf"|[.;,])"
        r"|^\W*notice of (?:proof of )?release\b[^;]*?"
        rf"(?P<said12>{_ONE} (?:has )?left) (?:the )?[^;.]{{0,60}}?{_JAIL}"
        r"|^\W*(?P<said9>notice of (?:petitioner's )?release)(?: (?:and|by|from|re|of (?:petitioner|detainee))\b"
        r"|[.;:,]|$)"
        r"|^\W*advisory (?:to the court )?(?:by (?-i:(?:[A-Z][\w.'-]*,? )+))?(?P<said10>of release)\b"
        rf"|{_ONE} (?:was|has been) (?:returned|brought back|flown back|processed|driven) [^;.]{{0,60}}?"
        r"\band (?P<said6>(?:then |later )?released)\b"
        rf"|{_ONE} (?:was|has been) paroled and (?P<said13>(?:has )?left (?:ice |immigration |dhs )?(?:custody"
        r"|detention))(?: (?:on|today|yesterday|this|at|in|with)\b|[.;,]|$)"
        rf"|(?:{_ONE}|\b(?-i:(?:[A-Z]\.){{2,5}}|[A-Z][a-z'-]+)) (?:has )?posted\b[^;.]{{0,40}}? and (?P<said7>(?:was"
        rf"|has been) (?:\w+ly )?released)\b",
    ),
    Fact(
        "released",
        (
            rf"\b(?:petit[a-z]{{0,3}}oners?|he|she|who) (?P<said>(?:has been|is|are|remains?) (?:now )?at liberty)"
            r"(?:[.;,]| (?:for|on|since|and|under|pending)\b|$)"
            rf"|\bpetit[a-z]{{0,3}}oner (?:has|is|was)\b[^;.]{{0,40}}? and (?P<said2>(?:has been|is|remains) (?:now"
            rf" )?at"
            r" liberty)(?:[.;,]| (?:for|on|since|and|under|pending)\b|$)"
            rf"|\bbond (?:was|has been) (?:paid|posted)\b[^;.]{{0,30}}? and (?P<said3>{_ONE} went home)\b"
            r"|\bpetit[a-z]{0,3}oner being (?P<said4>no longer (?:confined|detained|in (?:ice )?custody))\b"
        ),
        "ORDER: Petitioner has had a hearing and is at liberty; the motion is moot.",
        (
            "ORDER: Petitioner is at liberty to file an amended petition.",
            "ORDER granting 1 Petition. Petitioner, who has been at liberty for two years, was arrested in court.",
            "ORDER: If bond was paid and Petitioner went home, Respondents shall say so.",
        ),
        r"\bif\b|unless|whether|\b(?:re-?)?(?:arrest|detain|apprehend)(?:ed|s|ing)?\b|\bat the time\b",
    ),
    Fact(
        "released",
        "",
        "STATUS REPORT: Ardo was released from custody on May 4.",
        (
            "STATUS REPORT: Transcripts were released on May 4.",
            "ORDER: Ardo was released from custody on May 4.",
            "NOTICE: his brother Luis was released on May 4.",
            "NOTICE: Opinion released May 4.",
        ),
        rf"\btranscript|\bre-?detained\b|{_SAID_WRONGLY}",
        rf"{_NAME} (?P<said>(?:(?:was|has been) (?:\w+ly )?)released)(?: (?:from (?:(?:ice|immigration|dhs|the|their"
        rf"|his|her) )*(?:custody|detention)|from (?-i:[A-Z])|on (?:bond|recognizance|parole|supervision|(?:his|her"
        rf"|an?) (?:own )?(?:bond"
        rf"|recognizance|order))|{_ON_A_DAY}|[^;.]{{0,60}}?{_JAIL})|[.;]|$)"
        r"|^\W*(?:[a-z']+ ){0,3}?notice of (?:compliance|release)\b[^;]*?"
        rf"{_NAME.replace('P<name>', 'P<name2>')} (?P<said2>released) (?:from (?:ice |immigration |dhs )?(?:custody"
        rf"|detention)|{_ON_A_DAY})",
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
        r"\bcase\b[^.]{0,20}transferred|\b(?:ice|ero|dhs|officers) (?:ha[sd] )?(?:moved|took|taken|sent) (?:him|her"
        r"|petitioner)\b[^;.]{0,40}? to (?:the )?"
        r"(?:medical|hospital|infirmary|emergency|clinic)\b"
        r"|\b(?:fears?|rumou?rs?|believes?)\b[^;.]{0,40}?\b(?:ice|ero|dhs|officers)\b",
        rf"{_ONE} (?P<said>(?:was|has been|had been) (?:taken|flown|driven|bused|brought|sent|relocated) (?:in)?to) "
        rf"(?:the )?(?:[a-z'.]+ ){{0,5}}?(?:{_JAIL}|[a-z]+, {STATES}\b)"
        rf"|{_ONE} (?P<said2>(?:was|has been|had been) put on a (?:flight|plane|bus))\b[^;.]{{0,60}}? and is (?:now )?"
        rf"(?:held |detained )?(?:in|at) [^;.]{{0,60}}?(?:{STATES}\b|{_JAIL})"
        rf"|{_ONE} (?P<said3>(?:was|has been) (?:flown|bused|driven|moved)) to {_HUB}"
        rf"|{_NAME} (?P<said4>(?:was|has been) (?:flown|bused|driven|moved|transferred)) to (?:the )?(?:{_HUB}"
        rf"|(?:[a-z'.]+ ){{0,5}}?(?:{_JAIL}|[a-z]+, {STATES}\b))"
        r"|\b(?:ice|ero|dhs|respondents|the government|officers) (?P<said8>(?:ha(?:s|ve) )?(?:moved|transferred|flew"
        r"|flown|took|taken|sent) (?:petit[a-z]{0,3}oner|him|her|them|(?:mr|ms|mrs)\.(?: [a-z-]+){1,3}?))"
        rf" (?:from [^;.]{{1,60}}? )?to (?:the )?(?:[a-z'.]+ ){{0,5}}?(?:{_JAIL}|[a-z]+, {STATES}\b)"
        rf"|{_ONE} (?:(?P<said6>(?:has )?boarded an? (?:[a-z]+ )?(?:flight|plane|bus))|(?P<said7>(?:has )?left)"
        r" [^;.]{2,40}? on an? (?:[a-z]+ )?(?:flight|plane|bus))\b[^;]{0,120}? and (?:he |she )?is (?:now |currently )?"
        r"(?:held|detained|in custody) (?:in|at)\b"
        r"|^\W*(?:emergency )?(?P<said5>notice of transfer) and (?:emergency )?motion for (?:(?:his|her|immediate"
        r"|petitioner's) )*return (?:by|of petitioner)\b[^;]*?\bpetitioner (?:has )?(?:telephoned|called|phoned|is"
        r" (?:now )?(?:held"
        r"|detained))\b",
    ),
    Fact(
        "violated",
        (
            rf"{_FINDS} (?:\w+ )?that (?:the )?{_OFFICE}[^;.]*? (?:{_BREACH})"
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
        rf"does not find|declin\w* to (?:find|conclude|rule)|{_ASKED}|\balleg|\bcontend|\bassert"
        r"|\bargu(?:e[sd]?|ing)\b"
        r"|\b(?:if|should|unless|where) (?:the |this )?(?:court|undersigned) (?:\w+ )?(?:finds?|concludes?|determines?"
        r"|holds?)\b|\b(?:in|by|see) [^;]{2,60}? vs?\.? [^;.]{2,80}?,? (?:the|this|that|another|a) (?:court|judge)"
        r" (?:found|held|concluded)\b|\b(?:parallel|another|different|separate|other) (?:case|action|matter|docket)\b"
        r"|\b(?:revers|vacat|set aside|overturn)\w* (?:an?|the|its|that|this) (?:[a-z]+ )?finding\b"
        r"|\bwithdraw\w*[^;.]{0,80}? that\b|\bto the extent\b[^;.]{0,60}? (?:not|fail\w*|violated)\b"
        r"|\b(?:main|'s|s'|first|second|this|that) arguments? ?[,:;]"
        r"|\barguments? (?:that|by|from|is (?:that|rejected)|are (?:that|rejected))\b|\bappears? (?:that|to)\b"
        rf"|\bif (?:the )?{_OFFICE}[^;.]{{0,40}}? (?:is|are) (?:held|found|adjudged)\b",
    ),
    Fact(
        "violated",
        (
            rf"{_FINDS}(?: (?:\w+ )?that)? (?:the |his |her |this |petitioner's )?(?:[a-z]+ \d{{1,2}} )?{_MOVE}"
            r"(?: (?:of|on|to|from|by) [^;.]{1,60}?)? violated"
            r" (?:its (?:own )?(?:temporary |restraining |preliminary |text |minute )*(?:orders?|injunction|tro)"
            rf"|{_OURS})"
            r"|(?:^|[.] |\balthough |\bwhile |\bbecause |\bhaving found that )(?:the|petitioner's)"
            rf" (?:[a-z]+ \d{{1,2}} )?{_MOVE}(?: (?:of|on|to) [^;.]{{1,40}}?)?(?: having)? violated {_OURS}"
        ),
        "ORDER granting 5 . The removal of May 3, 2026 having violated the 3 Order, Respondents shall bring her back.",
        (
            "ORDER: If the transfer violated the 3 Order, a remedy will be considered.",
            "ORDER: The removal violated the order of the immigration judge.",
            "ORDER: Petitioner says that the removal violated the 3 Order.",
            "ORDER: The Court finds that the transfer has not violated the 3 Order.",
        ),
        rf"{_NOT_FOUND}|\bargu|\bnever found\b|\bno (?:evidence|showing|proof)\b"
        r"|\b(?:says?|said|states?|stated|claims?|claimed|suggests?|believes?|insists?|maintains?|submits?|complains?)"
        r" (?:[a-z]+ )?that\b|\b(?:if|why|how|assuming|unless|nothing|neither|cannot|according to|to the extent)\b"
        rf"[^;.]{{0,60}}?\b{_MOVE}\b[^;.]{{0,60}}? violated\b"
        r"|\b(?:not|neither|never|would|could|may|might|likely|possibly|arguably|cannot)"
        r"(?: (?:be|been|said|to|have))* violated\b"
        r"|\b(?:view|theory|position|claim|per (?:petitioner|counsel))\b[^;.]{0,40}? violated\b"
        r"|\bviolated\b[^;.]{0,60}? (?:(?:or|if) (?:it|not)\b|according to"
        r"|(?:petitioner|plaintiff|counsel|she|he) (?:says|submits|claims|believes)\b)"
        rf"|\b{_MOVE} of [^;.]{{0,30}}?\b(?:brother|sister|wife|husband|father|mother|son|daughter)\b",
    ),
    Fact(
        "violated",
        (
            rf"{_FINDS} (?:\w+ )?that (?:the |his |her |this |petitioner's )?{_MOVE}\b[^;.]{{0,80}}? (?:was|were)"
            rf" (?:\w+ )?in (?:\w+ )?violation of {_ORDER_OF_COURT}"
            rf"|{_FINDS} (?:\w+ )?that (?:petit[a-z]{{0,3}}oner|he|she) (?:was|has been) (?:transferred|moved|removed"
            rf"|deported|flown|re-?detained|re-?arrested)\b[^;.]{{0,80}}? in (?:\w+ )?violation of {_ORDER_OF_COURT}"
        ),
        "ORDER granting 4 . The Court finds that the transfer of Petitioner on May 4, 2026 was in violation of 3 .",
        (
            "ORDER: The Court does not find that the transfer of Petitioner was in violation of the 3 Order.",
            "ORDER: The Court finds that the transfer of Petitioner was in violation of 8 U.S.C. 1231.",
            "ORDER: The Court finds that the removal was in violation of the Fifth Amendment.",
            "MOTION for Return. The transfer of Petitioner was in violation of 3 Order.",
        ),
        rf"{_NOT_FOUND}|\bargu|\bpreliminarily\b|\bnot in (?:\w+ )?violation",
    ),
    Fact(
        "complied",
        (
            r"\bis (?:now )?satisfied that (?:its|the|this court's|my|our|that|those) (?:[\w'/-]+ ){0,4}?(?:orders?"
            r"|judgment|injunction|writ) (?:has|have) (?:now |fully |since )?been (?:now |fully |since )?(?:carried out"
            r"|obeyed|followed"
            r"|complied with|met)\b|\bdeems (?:the |any |its |their )?(?:civil )?contempt (?:to be "
            r"|to have been )?(?:fully )?purged\b"
            r"|\b(?:hearing|release|notice|return) (?:fully )?(?:satisfied|satisfies|complied with) (?:the|this court's"
            r"|its|my|our) (?:[\w'/-]+ ){0,4}?(?:orders?|judgment|injunction|writ)\b"
        ),
        "TEXT ORDER: the Court is satisfied that its orders have been carried out.",
        (
            "ORDER: The Court is not satisfied that its orders have been carried out.",
            "ORDER: Respondents argue that the hearing satisfied the 4 Order.",
            "ORDER: The Court deems the contempt purged if he is released by May 9.",
        ),
        r"whether|\bif\b|unless|until|\bonce\b|\bnot (?:yet )?(?:satisfied|compl)|\bargu|\bcontend|\bassert|\bclaim"
        r"|\bmaintain|\binsist|\balleg|\b(?:shall|must) (?:show|certify|explain|file|state|advise"
        r"|report)\b[^;.]*?\bsatisf"
        r"|\b(?:says?|said|states?|suggests?|represents?|believes?|told|tells?) (?:\w+ )?that\b",
    ),
    Fact(
        "complied",
        (
            r"\border (?:has been|was|is) (?:now |fully )?complied with"
            r"|(?:^|[.;,] |\balthough )the (?:violation|breach|non-?compliance) (?:was|is) not willful and"
            r" (?:has been|was|is) (?:now |since |fully )?(?:cured|remedied|corrected)\b"
            rf"|\b(?:is satisfied|finds) that (?:the )?{_OFFICE}[^;.]*? (?:have |has )?(?:now |fully )?complied"
            rf"|\bnotes that (?:the )?{_OFFICE} (?:have |has )?(?:now |since |fully )?complied with\b"
            rf"|\b{_OFFICE}(?: have| has|,? having) (?:now |since |fully |by then )?complied\b"
            r"|\b(?:violation|breache?|non-?compliance|default)s?(?: (?:identified|found|described|noted|set (?:out"
            r"|forth)) [^;.]{0,50}?)? (?:is|are|was|were|has been|have been|stands?) (?:now |since |fully )?"
            r"(?:cured|remedied|corrected|rectified|mended)"
            rf"|\b{_OFFICE} (?:is|are|has come|have come|came) (?:now |back )?(?:in|into) (?:full |substantial )?"
            r"compliance\b"
            r"|\baccepts the (?:[\[\]\w]+ )?(?:certificate|notice|report|certification) of compliance"
            r"|\bwhat was (?:found|identified|described|wrong) [^;.]{0,40}? ?(?:has|have) (?:now "
            r"|since )?been (?:put right|cured|mended|corrected|remedied)\b"
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
        r"|\b(?:reject\w*|persuaded|submit\w*|in [a-z']+ view|excuses?|declaration|disput\w*|according to"
        r"|see it|explain)\b[^;.]{0,80}?\b(?:remedied|cured|corrected)\b"
        r"|\b(?:doubts?|cannot|den(?:y|ies))\b[^;.]{0,60}?\bcomplied\b"
        r"|\bcomplied (?:in part|only|with (?:only|the (?:page|scheduling)))\b"
        r"|\b(?:until|till|unless|once|if|when|after|because|certif\w+|confirm\w*|show\w*|prove\w*|say\w*|said"
        r"|stat(?:e|es|ed|ing)|represent\w*|assert\w*|claim\w*|contend\w*|argu\w+|alleg\w+|advis\w+|report(?:s|ed|ing)?"
        r"|maintain\w*|insist\w*|believe\w*|inform\w*)(?: that)? [^;.]{0,60}?\b(?:remedied|cured|corrected|rectified"
        r"|mended|in(?:to)? (?:full |substantial )?compliance)\b",
    ),
)

_REPORTS: Final = compiled(
    r"^\W*(?:(?:joint|first|second|third|updated|supplemental|amended|corrected|final|interim|sealed|respondents?'?s?"
    r"|government's|federal|custody|compliance|text|the) )*(?:notice|notification|status (?:report|update)|advisory"
    r"|letter|certificat(?:e|ion)|declaration|affidavit|motion in compliance|informative motion"
    r"|suggestion of mootness|motion to dismiss\b[^;]*? as moot\b"
    r"|response to [^.;]{1,40}? and notice of (?:compliance|release)\b"
    r"|(?:report|update)(?: (?:of|on|re|regarding|by|from|to|filed|as to|concerning)\b|[:.]))"
)
"""A paper that reports: no petition, no brief, no ruling, where the same words tell what happened long before."""
_ARRESTED: Final = compiled(
    r"\b(?:arrested|apprehended|encountered|took (?:him|her|them|petitioner) into|if|when|until|unless|would|should)\b"
)
_OF_OTHERS: Final = compiled(
    r"\b(?:brother|sister|sibling|cousin|wife|husband|spouse|partner|fianc[a-z]+|father|mother|parent|son|daughter"
    r"|uncle|aunt|nephew|niece|friend|co-?(?:petitioner|plaintiff|defendant|detainee|worker)|cell-?mate|room-?mate"
    r"|witness|declarant|another|others?|those|some|any|many|several|all|each|every|anyone|everyone|someone|no one"
    r"|(?:class |putative |family |other )?(?:members?|detainees?|individuals?|persons?|people|aliens?|noncitizens?"
    r"|immigrants?|inmates?|prisoners?|men|women|children|child|minors?))s?\b"
)
"""Somebody else is spoken of: nothing after it in the same clause is read as the person's own."""
_WHO: Final = compiled(r"^who\b")
_LONG_AGO_OR_ELSE: Final = compiled(
    r"^[^;.]{0,60}?\bin (?:19|20)\d\d\b|^[^;.]{0,40}?\b(?:criminal|superior|municipal|state) (?:court|custody|charges?"
    r"|prison|bail|case)\b|^ (?:of|from|by) (?:the |his |her |their )?(?:[a-z]+ ){0,2}?(?:court(?:room|house)?"
    r"|interview|hearing|meeting"
    r"|job|employ\w+|work|hospital|surgery)\b"
)
"""What follows a release that was years before, that another authority gave, or that is none."""
_SOMETHING_ELSE: Final = compiled(
    r"^(?:.*[ '-])?(?:the|this|that|these|his|her|its|their|our|an?|no|none|not|nobody|others?|some|all|both|each|most"
    r"|many|only|it|what|which|who|bond|bail|cash|records?|documents?|footage|videos?|audio|recordings?|transcripts?"
    r"|tapes?|photos?|images?|funds?|funding|money|monies|grants?|awards?|payments?|opinions?|decisions?|orders?"
    r"|rulings?|judgments?|reports?"
    r"|statements?|notices?|letters?|passports?|property|belongings|memo[a-z]*|polic(?:y|ies)|guidance|rules?|files?"
    r"|data|results?|pages?|e-?mails?|names?|lists?|agreements?|requests?|foia|exhibits?|information|press|news|holds?"
    r"|detainers?|liens?|escrow"
    r"|securit(?:y|ies)|vehicles?|phones?|devices?|counsels?|attorneys?|lawyers?|respondents?|defendants?|government"
    r"|warden|sheriff|officers?|agents?|officials?|court|judge|clerk|ice|dhs|ij|eoir|bia|uscis|cbp|doj|fbi|bop|usms"
    r"|class|members?|detainees?|inmates?|prisoners?|individuals?|persons?|people|witness(?:es)?|suspects?|minors?"
    r"|child(?:ren)?|aliens?"
    r"|noncitizens?|movants?|brother|sister|wife|husband|father|mother|son|daughter|being|having|when|once|after|before"
    r"|until|also|and|then|however|since|administrative|version|update|study|survey|plan|budget|proposal|draft"
    r"|materials?|evidence|claims?|parties|party|balance|deposit|interest|proceeds|stay|case|petition|motion"
    r"|complaint)s?$|^(?:officer|agent|deputy|director|judge|justice|hon|dr|counsel|attorney|ausa|warden|secretary"
    r"|detainee|inmate|def|deft)\b"
    r"|\b(?:tranche|estimates|handbook|batch|production|portion|volume)$|'s\b|(?-i:^[A-Z]{1,5}$)"
)
"""What a clause begins with that is nobody's name."""
_READERS: Final = tuple(
    (fact, compiled(pattern), compiled(fact.unless) if fact.unless else None, told)
    for fact in FACTS
    for pattern, told in ((fact.pattern, False), (fact.told, True))
    if pattern
)
_ANY: Final = PatternSet([pattern.pattern.replace("(?-i:", "(?:") for _, pattern, *_ in _READERS])
"""Which are worth a try: it is asked in small letters, where capitals cannot be told."""


def facts_in(data: bytes) -> Iterator[tuple[Fact, int, int]]:
    """Every fact a clean text states, with its span, in the order of the text."""
    found: dict[str, tuple[Fact, int, int]] = {}
    for place in _ANY.matches(data):
        fact, pattern, unless, told = _READERS[place]
        if fact.says in found or (told and (not _REPORTS.has(data) or _ARRESTED.has(data))):
            continue
        match = next((one for one in pattern.finditer(data) if _is_the_persons(fact, pattern, data, one)), None)
        if match and not (unless and unless.search(data)):
            found[fact.says] = (fact, *_shown(pattern, match))
    yield from sorted(found.values(), key=lambda one: one[1])


def _is_the_persons(fact: Fact, pattern: Pattern, data: bytes, match: Found) -> bool:
    """Not of a brother, not of papers, not of what was long before."""
    if fact.says not in {"released", "transferred", "removed"}:
        return True
    named = next((match[name] for name in ("name", "name2") if name in pattern.names and match[name]), None)
    if named is not None and _SOMETHING_ELSE.has(named):
        return False
    clause = data[: match.start()]
    clause = clause[max(clause.rfind(b". "), clause.rfind(b";")) + 1 :]
    if (named is not None or _WHO.has(data[match.start() : match.end()])) and _OF_OTHERS.has(clause):
        return False
    end = _shown(pattern, match)[1]
    return fact.says != "released" or not _LONG_AGO_OR_ELSE.has(data[end : end + 80])


def _shown(pattern: Pattern, match: Found) -> tuple[int, int]:
    """Of a match that goes on to say where somebody is, only the fact."""
    said = (match.span(name) for name in pattern.names if name.startswith("said") and match.start(name) >= 0)
    return next(said, match.span())
