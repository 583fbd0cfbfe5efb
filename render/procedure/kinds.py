"""Which kind of case this is, with the reason. A blank nature of suit is never a reason.

The first row that holds decides: nature of suit, then cause, then what the first entries and the caption say.
"""

from typing import Final

from .facts import Docket
from .rule import compiled
from .text import clean

_HABEAS: Final = compiled(
    r"petition for (?:an? )?writs? of habeas corpus"
    r"|application for (?:an? )?writ of habeas corpus|habeas"
)
_CLASS: Final = compiled(
    r"\bclass\b"
    r"|\bon behalf of (?:four|five|six|several|all|themselves)"
    r"|similarly situated|programmatic|vacatur"
)
_CRIMINAL: Final = compiled(r"^\(?(?:usa|united states(?: of america)?) v\.? ")
_NUMBER_CRIMINAL: Final = compiled(r"[:-](?:cr|mj|po)[:-]")
_FOIA: Final = compiled(r"freedom of information act|\bfoia\b")
_JOBS: Final = compiled(r"employment discrimination|title vii\b")
_CONDITIONS: Final = compiled(r"conditions (?:at|of confinement)|prison conditions?")
_MANY: Final = compiled(r" et al\.? v")

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


def kind_of(docket: Docket) -> tuple[str, str]:
    """(kind, why): one of CaseKind, and the reason in one sentence."""
    opening = clean(" ; ".join(entry.text for entry in docket.entries[:3]))
    data = opening.text[:4000].encode("ascii")
    caption = clean(docket.case_name).text.encode("ascii")
    number = clean(docket.docket_number).text.encode("ascii")
    code = "".join(c for c in docket.nature_of_suit[:4] if c.isdigit())[-3:]
    if _NUMBER_CRIMINAL.search(number) or (not code and _CRIMINAL.search(caption)):
        return "criminal", f"the docket number {docket.docket_number} is a criminal one" if _NUMBER_CRIMINAL.search(
            number
        ) else "the United States prosecutes"
    habeas = code in {"463", "530"} or b"2241" in docket.cause.encode() or bool(_HABEAS.search(data))
    if habeas and (_MANY.search(caption) or _CLASS.search(data)) and _CLASS.search(data):
        return "impact", "several petitioners or a class, by the first entries"
    if code in _SUITS:
        kind = _SUITS[code]
        if kind in {"conditions"} and (_CLASS.search(data) or _MANY.search(caption)):
            return "impact", f"nature of suit {docket.nature_of_suit}, with several plaintiffs"
        return kind, f"nature of suit {docket.nature_of_suit}"
    if code == "530" and "2254" in docket.cause:
        return "criminal", f"cause {docket.cause}: a state conviction"
    if habeas:
        return (
            "individual_detention",
            f"cause {docket.cause}"
            if "2241" in docket.cause
            else "the first entry is a petition for a writ of habeas corpus",
        )
    for kind, pattern, why in (
        ("foia", _FOIA, "asks for records under the Freedom of Information Act"),
        ("employment", _JOBS, "about employment"),
        ("conditions", _CONDITIONS, "about conditions of detention"),
        ("impact", _CLASS, "on behalf of a class"),
    ):
        if pattern.search(data):
            return kind, f"the first entries: {why}"
    return "other", "nothing in nature of suit, cause or the first entries says more"
