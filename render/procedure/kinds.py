"""Which kind of case this is, with the reason. A blank nature of suit is never a reason.

The first of these that says something decides: the docket number (criminal), nature of suit, cause, what the first
entries ask for, whose case it is by the caption, and for an appeal the case below. Nature of suit 463 is spelt in
several ways; appellate codes carry a leading digit (2463); 530 is a detention case only with cause 28:2241.
"""

from collections.abc import Sequence
from typing import Final

from .events import is_appellate
from .facts import Docket
from .rule import compiled
from .text import clean, plain

_HABEAS: Final = compiled(
    r"petition for (?:an? )?writs? of habeas corpus"
    r"|application for (?:an? )?writ of habeas corpus|habeas"
)
_SERVED_WRIT: Final = compiled(r"habeas corpus ad (?:prosequendum|testificandum)")
_DETAINED: Final = compiled(r"alien detainee|immigration detainee")
_FEDERAL_HABEAS: Final = compiled(r"\b28 ?:? ?(?:u\.?s\.?c\.? ?(?:S|section)* ?)?2241\b|\b2241\b")
_STATE_HABEAS: Final = compiled(r"\b2254\b|\b2255\b")
_CLASS: Final = compiled(
    r"\bclass\b"
    r"|\bon behalf of (?:four|five|six|several|all|themselves)"
    r"|similarly situated|programmatic|vacatur"
)
_ORGANISATION: Final = compiled(
    r"\b(?:network|council|project|association|cent(?:er|re)|union|fund|alliance|coalition|clinic|society|institute"
    r"|committee|federation|foundation|league|collective|defenders|advocates|workers|church(?:es)?|synagogue|diocese"
    r"|congregation|meeting|university|college|inc|llc|corp|state|states|commonwealth|city|county|town|board"
    r"|district|school|newspaper|press|guild|services)\b"
)
_CRIMINAL: Final = compiled(r"^\(?(?:usa|united states(?: of america)?) v\.? ")
_NUMBER_CRIMINAL: Final = compiled(r"[:-](?:cr|mj|po)[:-]")
_FOIA: Final = compiled(r"freedom of information act|\bfoia\b")
_FOIA_CAUSE: Final = compiled(r"\b0?5 ?: ?552\b(?:[^a]|$)")
_JOBS: Final = compiled(r"employment discrimination|title vii\b|\b42 ?: ?2000e|job discrimination")
_CONDITIONS: Final = compiled(r"conditions (?:at|of confinement)|prison conditions?")
_POLICY: Final = compiled(
    r"declaratory and injunctive relief|administrative procedure act|challenging the|\b0?5 ?: ?70[1-6]\b"
)
_MANY: Final = compiled(r" et al\.?,? v")

_SUITS: Final[dict[str, str]] = {
    "463": "individual_detention",
    "895": "foia",
    "442": "employment",
    "445": "employment",
    "550": "conditions",
    "555": "conditions",
    "560": "conditions",
    "899": "impact",
    "440": "impact",
    "950": "impact",
}
_MAY_BE_IMPACT: Final = frozenset({"individual_detention", "conditions"})


def kind_of(docket: Docket, linked: Sequence[Docket] = ()) -> tuple[str, str]:
    """(kind, why): one of CaseKind, and the reason in one sentence. `linked` may tell an appeal by the case below."""
    kind, why = _kind(docket)
    if kind == "other" and is_appellate(docket.court_id):
        for below in linked:
            known, _ = _kind(below) if not is_appellate(below.court_id) else ("other", "")
            if known != "other":
                return known, "the case below is one"
    return kind, why


def _kind(docket: Docket) -> tuple[str, str]:
    data = clean(" ; ".join(entry.text for entry in docket.entries[:3])).text[:4000].encode("ascii")
    caption = plain(docket.case_name)
    suit, cause = docket.nature_of_suit.strip(), docket.cause.strip()
    code = _code(suit)
    if _NUMBER_CRIMINAL.search(plain(docket.docket_number)):
        return "criminal", f"the docket number {docket.docket_number} is a criminal one"
    if not code and _CRIMINAL.search(caption):
        return "criminal", "the United States prosecutes"
    kind, why = _by_suit(code, suit, cause, data) or _by_cause(cause) or _by_text(data) or ("other", "")
    if kind in _MAY_BE_IMPACT and (many := _many(caption, data, kind)):
        return "impact", f"{why}, {many}"
    if kind == "other":
        return kind, "nothing in nature of suit, cause or the first entries says more"
    return kind, why


def _code(suit: str) -> str:
    """ "2463 Habeas Corpus - Alien Detainee" → "463"; the words alone are known too."""
    digits = "".join(c for c in suit.split(" ")[0] if c.isdigit())[-3:]
    return digits or ("463" if _DETAINED.search(plain(suit)) else "")


def _by_suit(code: str, suit: str, cause: str, data: bytes) -> tuple[str, str] | None:
    if code == "530":
        if _FEDERAL_HABEAS.search(cause.encode("ascii", "replace")):
            return "individual_detention", f"nature of suit {suit} with cause {cause}"
        if _STATE_HABEAS.search(cause.encode("ascii", "replace")):
            return "criminal", f"nature of suit {suit} with cause {cause}: a conviction is attacked"
        if not cause and _FEDERAL_HABEAS.search(data):
            return "individual_detention", f"nature of suit {suit}, and the petition names 28 U.S.C. 2241"
        return "other", f"nature of suit {suit} without a cause that says more"
    if code == "440" and _habeas_asked(data):
        return None
    return (_SUITS[code], f"nature of suit {suit}") if code in _SUITS else None


def _by_cause(cause: str) -> tuple[str, str] | None:
    data = cause.encode("ascii", "replace")
    for kind, pattern in (
        ("individual_detention", _FEDERAL_HABEAS),
        ("criminal", _STATE_HABEAS),
        ("foia", _FOIA_CAUSE),
        ("employment", _JOBS),
        ("impact", _POLICY),
    ):
        if data and pattern.search(data):
            return kind, f"cause {cause}"
    return None


def _habeas_asked(data: bytes) -> bool:
    return bool(_HABEAS.search(data)) and not _SERVED_WRIT.search(data)


def _by_text(data: bytes) -> tuple[str, str] | None:
    if _habeas_asked(data):
        return "individual_detention", "the first entry is a petition for a writ of habeas corpus"
    for kind, pattern, why in (
        ("foia", _FOIA, "asks for records under the Freedom of Information Act"),
        ("employment", _JOBS, "about employment"),
        ("conditions", _CONDITIONS, "about conditions of detention"),
        ("impact", _CLASS, "on behalf of a class"),
        ("impact", _POLICY, "against a policy"),
    ):
        if pattern.search(data):
            return kind, f"the first entries: {why}"
    return None


def _many(caption: bytes, data: bytes, kind: str) -> str:
    """Why a case of detention or conditions is about more than one person; "" where nothing says so."""
    if _CLASS.search(data):
        return "and on behalf of a class or of several"
    plaintiff = caption.split(b" v. ")[0].split(b" v ")[0]
    if _ORGANISATION.search(plaintiff):
        return "and an organisation or a public body sues"
    if kind == "conditions" and _MANY.search(caption):
        return "with several plaintiffs"
    return ""
