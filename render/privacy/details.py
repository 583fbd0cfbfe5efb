"""What identifies a person besides a name: a docket text in, spans to hide out.

A-numbers, birth dates, telephone and social-security numbers, e-mail and street addresses, and medical or family
facts: hidden in every case and whatever an editor decided about the name.
"""
import re
from collections.abc import Iterator
from functools import lru_cache

import re2

from . import names as names
from . import words as lists

Span = tuple[int, int, str]

_GAP = r"[\s.\-–—_/]{0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:[\dxX*]{{1,4}}[/.-][\dxX*]{{1,2}}[/.-]\d{{1,4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?{_MONTH},? \d{{4}}|\d{{1,2}}-{_MONTH}-\d{{4}}"
    r"|\d{1,2} de [a-z]{4,10} de \d{4}|\d{1,2}[/.-](?:19|20)\d\d|(?:19|20)\d\d)\b"
)
_MASKED = "[0-9OxX*#]"
_AND_MORE = r"(?:,? ?(?:,|&|/|and) ?-\d{3}\b)*"
_NUMBERS = tuple((kind, re2.compile(pattern)) for kind, pattern in (
    ("social security number",
     r"\b(?:\d{3}|[xX*]{3})[- ](?:\d{2}|[xX*]{2})-\d{4}\b"
     r"|(?i:\b(?:SSN?|social security)(?: number| no\.?)?)[\s:#]{0,3}\d{9}\b"),
    ("A-number",
     r"(?i:\b(?:AR?|alien|uscis|agency|bia|dhs|ice|ins|eoir)(?:[\s.-]?(?:registration|file|case|id))?"
     r"(?:[\s.-]{0,2}(?:numbers?|nos?\b|num|files?)(?: is| was)?)?)"
     rf"[\s.:#'\"()\-–—]{{0,4}}(?i:A)?{_GAP}{_MASKED}{{2,3}}{_GAP}{_MASKED}{{3}}{_GAP}{_MASKED}?[0-9]{{2,3}}\b{_AND_MORE}"),
    ("A-number", rf"\b\d{{3}}-\d{{3}}-\d{{3}}\b{_AND_MORE}"),
    ("A-number", r"\B#\s?\d{3}[\s-]?\d{3}[\s-]?\d{3}\b"),
    ("A-number",
     r"(?i:\bA(?:lien)?[\s.-]?(?:numbers?|nos?\b|files?|#)\W{0,3}(?:ends?(?:ing)?(?: in| with)?|last \w+ digits)\W{1,3}"
     r"|\blast \w+ digits of (?:\w+ )?A(?:lien)?[\s.-]?(?:numbers?|nos?\b|files?|#)(?: are| is)?\W{1,3})\d{2,4}\b"),
    ("identity number",
     r"(?i:\b(?:passport|fins?|fingerprint|subject|inmate|booking|event|fbi|travel document|consular id|c[eé]dula"
     r"|driver['’]?s?['’]? licen[sc]e|national id|matr[ií]cula|dpi|ine|cnic|rut|visa foil)"
     r"(?: (?:id|card|numbers?|nos?\b)(?: is)?| \([^()\d]*\))?"
     r"|\b(?:detainee|person|register|usm|bop)(?: id)?(?:[ -]?(?:id|numbers?|nos?\b)| ?#))"
     r"[\s.:#]{1,3}[A-Z]{0,3}\d[\d-]{4,14}[A-Z]{0,2}\d?\b"
     r"|(?i:\bI-?94(?: (?:admission|record|numbers?|nos?\b))*)[\s.:#]{1,3}\d{9}[A-Z\d]\d\b"
     r"|\b[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d\b|\bDUI:? (?i:n[uú]mero |no\.? |number )?\d{8}-\d\b"
     r"|\b\d{5}-\d{7}-\d\b|\b\d{3}-\d{6}-\d{4}[A-Z]\b|\b(?i:aadhaa?r)[^\d]{1,9}\d{4} ?\d{4} ?\d{4}\b"
     r"|\bVIN:? ?#? ?[A-Z\d]{17}\b|\b(?i:licen[sc]e plates?)[\sA-Za-z.:#]{1,8}\b[A-Z\d]{1,4}[- ]?\d[A-Z\d]{1,5}\b"
     r"|\b(?:IOE|MSC|SRC|EAC|WAC|LIN|NBC|YSC)[ -]?\d{2}[ -]?\d{3}[ -]?\d{5}\b"),
    ("phone", r"(?:\+?1[-. ]{1,2})?(?:\(\d{3}\) ?|\b\d{3}[-. ])\d{3}[-. ]\d{4}\b(?i:,? ?(?:ext\.?|x) ?\d+)?"),
    ("phone", r"\+\d{1,3}(?:[-. ]?\(?\d{2,4}\)?){2,5}\b"
     r"|(?i:\b(?:tel|phone|telephone|cell|mobile|whatsapp)\b(?: (?:numbers?|nos?\b))?)[\s.:#]{1,3}"
     r"\d[\d .-]{5,12}\d\b"),
    ("phone", r"\b\d{3}-\d{7}\b"),
    ("date of birth",
     r"(?i:\b(?:[dy][./]?o[./]?b\.?|(?:dates?|years?) of birth|birth ?(?:dates?|days?)|born|turn(?:s|ed|ing) \d{1,2}"
     r"|fecha de nacimiento|nacid[oa])"
     r"(?: (?:is|was|on|in|of|or|about|around|circa|the|year|el|listed|recorded|given|as)\b)*"
     r"(?:(?:(?: [a-z]\w+,?){1,2}|(?-i: \p{Lu}[\pL'’-]*,?){1,5}) (?:on|in)(?: the)?)?"
     rf"[\s:,()\[-]{{0,3}}{_DAY}(?:\s?(?:[;/(]|\bor\b|\band\b)\s?{_DAY})*)"),
    ("date of birth", r"\bb\. ?(?:\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d|(?:19|20)\d\d)\b"),
    ("e-mail", r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+"),
    ("e-mail", r"[\w.+\-]+ ?[(\[] ?at ?[)\]] ?[\w\-]+(?:(?:\.| ?[(\[] ?dot ?[)\]] ?)[\w\-]+)+"),
    ("e-mail", r"(?i)[\w.+\-]+ (?:at|arroba) [\w\-]+ (?:dot|punto) (?:com|net|org|edu|[a-z]{2})\b"),
    ("address",
     r"\b\d{2,6}(?:-?[A-Z]\b)?(?: (?:[NSEW]\.|[A-Z][\w'-]*|\d{1,3}(?:st|nd|rd|th))){1,3}"
     r" (?:Court|Ct|Place|Pl|Way|Circle|Cir|Square|Sq|Loop|Trail|Plaza|Crossing|Cove|Alley|Turnpike|Crescent"
     r"|Concourse|Run|Hollow|Trace|Bend|Pike|Path|Ridge|Glen|Manor)\b\.?"
     r"(?:,? (?:Apt|Unit|Suite|Ste)\b\.? ?#? ?\w{1,6})?"),
    ("address",
     r"\b\d{1,6}(?: (?:[NSEW]\.|[A-Z][\w'-]*|\d{1,3}(?:st|nd|rd|th))){1,4},(?: [A-Z][\w'-]*){1,3}, [A-Z]{2},? \d{5}\b"
     r"(?:-\d{4}\b)?"),
))
_ANY_NUMBER = re2.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _NUMBERS))

_DIGIT_OR_MAIL = re.compile(r"[\d@]")
_MAIL_SPELT_OUT = ("at)", "at]", " dot ", " punto ", " DOT ")

_CAPITAL = r"[^\W\d_a-z][^\W\d_]*(?:['’.-][^\W\d_]+)*"
_STREET_WORD = rf"(?:[NSEW]\.|[JS]r\.|{_CAPITAL}|\d{{1,3}}(?i:st|nd|rd|th)|\d{{3,4}})"
_KINDS_OF_STREETS = r"Street|St|Avenue|Ave?|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Terrace|Parkway|Pkwy|Highway|Hwy"
_STREETS = rf"(?:{_KINDS_OF_STREETS}|{_KINDS_OF_STREETS.upper()})\b\.?(?: \d{{1,5}}\b)?"
_HOME = r"(?:Apt|APT|Apartment|APARTMENT|Unit|UNIT)\b\.? ?#? ?\w{1,6}"
_REST_OF_ADDRESS = (
    r"(?: (?:[NS][EW]?|[EW])\b\.?)?"
    rf"(?:,? ?(?:{_HOME}|(?:(?:Suite|Ste|Floor|Fl|Room|Rm|No)\b\.? ?#? ?|# ?)\w{{1,6}}))?"
    rf"(?:, (?:(?:St|Ft|Mt)\. )?{_CAPITAL}(?: {_CAPITAL}){{0,2}}){{0,2}}(?:,? [A-Z]{{2}}\b)?"
    r"(?:,? \d{5}(?:-\d{4})?\b)?"
)
_ORIENTATION = r"(?:(?-i:gay|lesbian|bisexual|homosexual|queer)|transgender|non-?binary)"
_WORDED = tuple((kind, re.compile(pattern)) for kind, pattern in (
    ("address", rf"\b(?:\d{{1,4}}-)?\d{{1,6}}(?:-?[A-Z])?(?: {_STREET_WORD}){{1,6}} {_STREETS}{_REST_OF_ADDRESS}"),
    ("address", rf"\b\d{{1,6}} (?:Avenue|Ave\.?|Highway|Hwy\.?|Route) (?:[A-Z]|\d{{1,4}})\b{_REST_OF_ADDRESS}"),
    ("address", rf"\b(?:RR|R\.R\.|HC|Rural Route) ?#? ?\d+,? (?i:box) \d+\b{_REST_OF_ADDRESS}"),
    ("address",
     rf"(?i:\b(?:resid(?:es?|ed|ing)|liv(?:es|ed|ing)) at) (\d{{1,6}}(?:-?[A-Z]\b)?"
     rf"(?:(?: [\w'’.-]+){{1,4}}? (?i:{_KINDS_OF_STREETS})\b\.?|(?: {_STREET_WORD}){{1,4}}){_REST_OF_ADDRESS})"),
    ("address", rf"\b\d{{1,6}}(?: {_STREET_WORD}){{1,4}},? {_HOME}{_REST_OF_ADDRESS}"),
    ("address", rf"\b(?:Apt|Apartment)\b\.? ?#? ?\d\w{{0,5}}{_REST_OF_ADDRESS}"),
    ("address",
     rf"\b(?:(?:\d{{1,4}}-)?\d{{1,6}} (?:Calle|Camino|Avenida|Paseo|Rue)"
     rf"(?: (?:del|de|las|la|los|el|{_CAPITAL})\b){{1,4}}"
     rf"|(?:Calle|Avenida) \w+,? (?:No\b\.?|#) ?\d+){_REST_OF_ADDRESS}"),
    ("address", rf"(?i:\bP\.? ?O\.? Box) \d+\b{_REST_OF_ADDRESS}"),
    ("medical fact",
     r"(?i)\b(?:\w+ (?:weeks?|months?)(?: and \w+ days?)? )?pregnant\b"
     r"|\b(?:diagnos(?:ed with|is of)|suffer(?:s|ed|ing)? from|tested positive for"
     r"|HIV[- ]positive|undergo(?:es|ing)? treatment for)[^.;,()]{0,80}"
     r"|\b(?:has|had|have|having) (?:(?:a|an|advanced|chronic|severe|type|stage|end-stage|\d)\b ?)*"
     r"(?-i:(?:[a-z][\w'-]* ){0,3}(?:disease|disorder|cancer|syndrome|diabetes|epilepsy|asthma|hypertension"
     r"|tuberculosis|schizophrenia|leukemia|lymphoma|tumou?rs?|hepatitis|HIV|AIDS|PTSD|dysphoria)\b)"
     r"|\b(?:high-risk|risky|current|recent|her) (?:pregnancy|miscarriage)\b|\bsuicide attempts?\b"
     r"|\battempt(?:s|ed|ing)?(?: to commit)? suicide\b|\btried to kill (?:him|her)self\b"
     r"|\binsulin[- ]dependent\b(?: diabetic)?|\b(?:kidney|liver|heart) transplant\b|\bpost-?partum depression\b"
     r"|\b(?:ha[sd]|having|suffer(?:s|ed|ing)?) (?:had |suffered )?(?:(?:an?|another|several|two) (?:\w+ )?)?"
     r"(?:strokes?|heart attacks?|miscarriages?)\b(?! of)"
     r"|\b(?:(?:had|under(?:went|gone)) an|her) abortion\b"
     rf"|\bg(?:ave|iven|iving) birth\b(?! (?:certificate|control|record))(?:[^.;()]{{0,40}}?\b{_DAY})?"
     r"|\b(?:survivor|victim) of (?:sexual (?:assault|abuse|violence)|rape|domestic (?:violence|abuse)|torture"
     r"|(?:a severe form of )?(?:(?:human|sex|labor) )?trafficking)\b"
     r"|\b(?:was|been) (?:\w+ly )?(?:raped|molested|trafficked|tortured|sexually (?:assaulted|abused|harassed))\b"
     rf"|\b(?:is|was|being|identif(?:y|ies|ied|ying) as|came out as) (?:openly )?{_ORIENTATION}\b"
     rf"|\ban? (?:openly )?{_ORIENTATION} (?:man|woman|boy|girl|male|female|person|individual|detainee|noncitizen)\b"
     r"|\b(?:his|her|petitioner['’]s) (?:sexual orientation|(?:homo|bi)?sexuality|gender (?:identity|dysphoria)"
     r"|transgender status)\b"),
))
_ILLNESS = re2.compile(
    r"(?i)\b(?:(?:type (?:1|2|I|II)|stage (?:\d|[IV]+)|severe|chronic|advanced|breast|lung|colon|prostate|cervical"
    r"|ovarian|stomach|liver|thyroid|brain|uterine) ){0,2}"
    r"(?:post-?\s?traumatic stress(?: disorder)?|PTSD|bipolar disorder|diabetes|asthma"
    r"|epilepsy|schizophrenia|leuka?emia|lymphoma|hepatitis(?: [A-E]\b)?|tuberculosis"
    r"|pre-?eclampsia|sickle[- ]cell(?: (?:disease|ana?emia|trait))?|hypertension|cancer|dementia|cirrhosis"
    r"|diabetic|epileptic|asthmatic|schizophrenic|(?:ha?emo)?dialysis(?: (?:sessions?|treatments?))?"
    r"|insulin|chemotherapy|wheelchair(?:[- ]bound)?|pacemaker|suicidal(?: (?:ideation|thoughts))?"
    r"|(?:has|had|having|suffer(?:s|ed|ing)|epileptic) seizures"
    r"|fibroids|multiple sclerosis|parkinson['’]?s(?: disease)?|HIV(?:/AIDS)?|lupus|autis(?:m|tic)|cerebral palsy"
    r"|high blood pressure|crohn['’]?s(?: disease)?|an(?:a?emia|a?emic)|sleep apn(?:ea|oea)|gout|kidney stones"
    r"|glaucoma|(?:rheumatoid )?arthritis|appendicitis|pancreatitis|meningitis|bronchitis|colitis"
    r"|appendectomy|hysterectomy|mastectomy|cesarean(?: section)?|hernias?|ulcers?|(?:malignant )?tumou?rs?"
    r"|(?:para|quadri)plegi[ac]|paralysis|amputees?|prosthe(?:sis|tic (?:leg|arm|limb|eye)s?)|comatose|in (?:a )?coma"
    r"|(?:clinical |major )?depression|anxiety(?: disorder)?|panic (?:attacks?|disorder)"
    r"|(?:eating|personality|mood|autoimmune|cognitive) disorder|cognitive impairment|intellectual disability"
    r"|(?:opioid|heroin|alcohol|drug) addiction|history of (?:alcoholism|(?:alcohol|drug|substance) abuse)"
    r"|breast-?feeding|lactating|(?:gall ?bladder|heart|brain|hip|knee|spinal|hernia) surgery"
    r"|(?:is|was|being) (?:deaf|mute|paraly[sz]ed)(?: and mute)?|blind in one eye|(?:legally|partially|totally) blind"
    r"|colostomy(?: bag)?|(?:kidney|renal|heart|liver|lung|thyroid) (?:failure|disease|condition))\b\+?"
)
_BODY = (
    r"(?:Alliance|Association|Cent(?:er|re)s?|Clinic|Coalition|Council|Foundation|Fund|Hospital|Institute|Litigation"
    r"|Network|Project|Research|Society)"
)
_OF_NOBODY = re.compile(
    r" (?:(?i:outbreaks?|screenings?|test(?:s|ing)|protocols?|cases|quarantines?)"
    rf"|(?:[A-Z]\w* )?(?:{_BODY}|{_BODY.upper()}))\b"
)
_PUBLIC_PLACE = re.compile(
    r"(?:court ?house|court ?room|building|facility|hold rooms?|field office|center|centre|jail|chambers|clerk)"
    r"\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_SENT_TO = re.compile(
    r"\b(?:mail\w*|sent|send\w*|forward\w*|serv(?:ed|ice)|address\w*|deliver\w*|moved|lives|living|resid\w+)\W+"
    r"(?:\w+\W+){0,2}(?:to|at|on|is)\W*$",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<![\w$=/:._-])(?:\d{9,10}|1\d{10})(?![\w\]%]|[-/_.,]\w)")
_OF_SOMETHING_ELSE = re.compile(
    r"(?:\[|\$ |\b(?:receipts?|tracking|agency|document|doc|docket|case|ecf|code|passcode|password|pin|meeting|webinar"
    r"|conference|zoom|check|invoice|confirmation|transaction|payment|order|voucher|account|tax|serial|model|patent"
    r"|registration|copyright|bond)(?:\W+(?:id|ids|numbers?|nos?|is))*\W{1,4})$",
    re.IGNORECASE)
"""What stands before a bare number that is not a person's."""
_LENGTH_OF_AN_A_NUMBER = 9
_RECEIPT = re.compile(r"receipt(?: numbers?| nos?\.?)?\W*$", re.IGNORECASE)
_HOW_FAR_BACK = 60

_ATTACHMENTS = re.compile(r"\(\s*Attachments?\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:,\s*)?#\s*\(?\d+\)?\s*")
_EXHIBITS = re.compile(r"(?<![\w(])(?:Exhibits?|Attachments?)(?: List)?(?:\(s\))?:\s*(?=#|\(?1[).])", re.IGNORECASE)
_NUMBERED_EXHIBIT = re.compile(r"(?:[,;]?\s*)(?:#\s*\(?\d+\)?|(?<![\w.])\(?\d{1,2}[).](?=\s))\s*")
_AFTER_EXHIBITS = re.compile(r"\s*(?:[.,]\s*)?\((?:Entered|Filed|[^\W\d_][\w'’ .-]{1,30}, [\w'’ .-]{1,30}\))|$")
_LABEL = re.compile(
    r"\s*(?:(?:Exhibits?|Exh?s?\b\.?|Attachments?|Appendix|Tab|Errata)(?:\(s\))?\s*"
    r"(?:[A-Z0-9]{1,3}\b(?!\s+[a-z]))?\s*[-–—:.,]*\s*)?"
)
_FAMILY = r"(?:wife|husband|spouse|child|children|sons?|daughters?|mother|father|parents|famil(?:y|ies))"
_OF_LIFE = (
    r"(?:photo\w*|pictures?|letters?|green cards?|passports?|citizenship|naturali[sz]ation|residen\w+|identification"
    r"|school|enrol\w+|i-?130|visas?)"
)
_PERSONAL_DOCUMENT = re.compile(
    r"\b(?:medical|psych\w*|hospital\w*|physician\w*|doctors?|diagnos\w*"
    r"|prescriptions?|therap\w*|hiv|pregnan\w*|prenatal|ultrasound|clinical|surger\w*|cancer|diabet\w*|seizures?|ptsd"
    r"|suicid\w*|disabilit\w*|mental|autis\w*|miscarriage|illness|disease|mri|x-?rays?|insulin|dialysis|epilep\w*"
    r"|wheelchair|rape|sexual (?:assault|abuse)|domestic violence|injur(?:y|ies)|chemo\w*|biops\w*|tumou?rs?|asthma"
    r"|cardi\w*|renal|heart (?:disease|condition|failure|surgery)|tubercul\w*|hepatitis|leukemia|lymphoma"
    r"|medications?|sonograms?|dna|treatment (?:records?|plans?|notes?)|hypertens\w*|kidney|dental|oncolog\w*"
    r"|radiolog\w*|neurolog\w*|allerg\w*|health records?"
    r"|trauma\w*|schizo\w*|bipolar|depression|anxiety|dementia|lab (?:results?|reports?|work)"
    r"|(?:birth|marriage|death|baptism\w*|wedding) (?:certificates?|licen[sc]es?|records?|photo\w*)|divorce|adoption"
    r"|acta de (?:nacimiento|matrimonio|defunci[oó]n)"
    r"|custody of (?:minor|child\w*)|immuni[sz]ation|vaccin\w*|school (?:records?|enrol\w*|letters?|reports?)"
    r"|report cards?|iep|individuali[sz]ed education|pa?ediatric\w*|pre-?eclampsia|sickle[- ]cell|ana?emia"
    r"|fibroids?|obstetric\w*|gyna?ecolog\w*|hematolog\w*|ophthalmolog\w*|fractures?|amputat\w*"
    r"|discharge (?:summar|instruct)\w*|paternity|arthritis|glaucoma|migraines?|cirrhosis|sclerosis|parkinson\w*"
    r"|lupus|stroke|ekg|ecg"
    r"|(?:family|famil(?:y|ies)['’]s?) (?:photo\w*|pictures?|records?|letters?|tree)|familial"
    rf"|{_OF_LIFE}\b.{{0,40}}\b{_FAMILY}|{_FAMILY}['’]?s?\b.{{0,20}}\b{_OF_LIFE})\b",
    re.IGNORECASE,
)

_COURT_PAPER = re.compile(
    r"(?:\w+ ){0,2}(?:order|motion|notice|judgment|response|reply|petition|opinion|brief|minutes?|stipulation)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 12)
def find_numbers(text: str) -> tuple[Span, ...]:
    """Numbers of all kinds, birth dates, e-mail addresses and the rarer street addresses."""
    may_hold = _DIGIT_OR_MAIL.search(text) or any(spelt in text for spelt in _MAIL_SPELT_OUT)
    if not may_hold or not _ANY_NUMBER.search(text):
        return ()
    return tuple(_numbers(text))


def _numbers(text: str) -> Iterator[Span]:
    for kind, pattern in _NUMBERS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if text[start] == "#" and _RECEIPT.search(text, max(0, start - _HOW_FAR_BACK), start):
                continue
            if kind != "address" or not (_names_a_court(text[start:end]) or _is_public_place(text, start)):
                yield start, end, kind


def find_bare_numbers(text: str) -> Iterator[Span]:
    """Nine or ten digits in a row, as of A-numbers and telephones, of which nothing says whose they are.

    Only in texts that clerks wrote: in a finished page they are as well an entry's id.
    """
    for match in _BARE.finditer(text):
        if not _OF_SOMETHING_ELSE.search(text, max(0, match.start() - _HOW_FAR_BACK), match.start()):
            yield *match.span(), "A-number" if len(match[0]) == _LENGTH_OF_AN_A_NUMBER else "identity number"


def find_worded(text: str) -> Iterator[Span]:
    """Street addresses and medical facts; there are none without a word of `words.STREETS` or its like."""
    for kind, pattern in _WORDED:
        for match in pattern.finditer(text):
            start, end = match.span(match.lastindex or 0)
            if kind != "address" or not _is_public_place(text, start):
                yield start, end, kind
    for match in _ILLNESS.finditer(text):
        if not _OF_NOBODY.match(text, match.end()):
            yield *match.span(), "medical fact"


def _names_a_court(address: str) -> bool:
    """Whether "1450 Maple Court" is rather "1450 Superior Court": all its words are ordinary."""
    return all(word in lists.ORDINARY for word in names.words(address))


def _is_public_place(text: str, start: int) -> bool:
    """Whether the words before an address say that it is a court's or a facility's, or "#" that it is none."""
    if _SENT_TO.search(text, max(0, start - _HOW_FAR_BACK), start):
        return False
    return text[:start].rstrip().endswith("#") or bool(_PUBLIC_PLACE.search(text, max(0, start - _HOW_FAR_BACK), start))


def find_personal_documents(text: str, *, is_title: bool = False) -> Iterator[Span]:
    """Titles of medical and family documents among the attachments of an entry's text.

    `is_title`: the text itself is such a title, or several joined by "; ". A label before it ("Exhibit B -") stays, and
    so does the title of a motion or an order about care.
    """
    if _PERSONAL_DOCUMENT.search(text) is None:
        return
    for start, end in _titles(text) if is_title else _attachments(text):
        label = _LABEL.match(text, start, end)
        begin = label.end() if label else start
        if _PERSONAL_DOCUMENT.search(text, begin, end) and not _COURT_PAPER.match(text, begin, end):
            yield begin, end, "medical or family document"


def _titles(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for piece in text.split("; "):
        yield start, start + len(piece)
        start += len(piece) + 2


def _attachments(text: str) -> Iterator[tuple[int, int]]:
    """Each numbered title between "(Attachments:" and the bracket that closes it, and of "Exhibits: 1) …; 2) …"."""
    for opening in _ATTACHMENTS.finditer(text):
        yield from _numbered(text, opening.end(), _closing_bracket(text, opening.start()), _NUMBERED)
    opening = _EXHIBITS.search(text)
    while opening:
        closing = _AFTER_EXHIBITS.search(text, opening.end())
        end = closing.start() if closing else len(text)
        yield from _numbered(text, opening.end(), end, _NUMBERED_EXHIBIT)
        opening = _EXHIBITS.search(text, end)


def _numbered(text: str, start: int, end: int, number: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """What stands after each number of a list."""
    numbers = list(number.finditer(text, start, end))
    for each, following in zip(numbers, [*(later.start() for later in numbers[1:]), end], strict=True):
        yield each.end(), following


def _closing_bracket(text: str, start: int) -> int:
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth == 0:
            return place
    return len(text)
