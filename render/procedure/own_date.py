"""The order's own date: of signature, of the hearing in minutes, else of entry. A text in; day and hour out."""

from typing import Final

from .matching import Found as Match
from .moments import TIME, Moment, Own, a_date, a_time
from .outline import Outline
from .rule import compiled

SIGNED_ON: Final = compiled(
    r"\b(?:signed|ordered) by [^;]{0,100}?\bon (?P<date>[a-z]+ \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{2,4})\b"
    rf"(?:,? at (?P<time>{TIME}))?"
)
_WRITTEN: Final = r"(?:[a-z]+ \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{2,4})"
_OWN: Final = (
    compiled(
        rf"\b(?:entered|issued|signed|dated|made|done) at (?P<time>{TIME}),? (?:on "
        rf"|this )?(?P<date>[a-z]+ \d{{1,2}}, \d{{4}}"
        r"|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}(?:st|nd|rd|th)? day of [a-z]+,? \d{4})"
    ),
    compiled(
        r"^(?:[^.;]|\b[a-z]\.){0,80}\b(?:issued|entered|signed|dated|made)(?: on| this)? (?P<date>[a-z]+ \d{1,2}, \d{4}"
        rf"|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}),?(?: at)? (?P<time>{TIME})"
    ),
    SIGNED_ON,
    compiled(rf"\bdate of (?:this|the) (?:order|notice|entry|letter|opinion|decision), (?P<date>{_WRITTEN})"),
    compiled(
        r"\b(?:signed|ordered|entered|so ordered|order dated|dated:?|issued|approved|done)(?:[^;]{0,120}?\bon"
        r"|[^;]{0,50}? this| dated)? (?:the )?\*?(?P<date>[a-z]+ \d{1,2}, \d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}"
        r"|\d{1,2}(?:st|nd|rd|th)? day of [a-z]+,? \d{4})"
    ),
    compiled(r"\bjudge [a-z.,' -]+? on (?P<date>[a-z]+ \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{2,4})"),
    compiled(
        r"\b(?:held|minutes of|minute entry)\b[^;]{0,90}? on (?P<date>[a-z]+ \d{1,2}, \d{4}"
        r"|\d{1,2}/\d{1,2}/\d{2,4})"
    ),
    compiled(r"[(\[](?:filed on|entered:) (?P<date>\d{1,2}/\d{1,2}/\d{4})"),
)


class OwnDate:
    """The order's own date, looked for once, and only if somebody asks."""

    __slots__ = ("_known", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: list[Own | None] = []

    def __call__(self) -> Own | None:
        if not self._known:
            self._known.append(own_date(self._text))
        return self._known[0]


def own_date(text: str) -> Own | None:
    """The order's own date: of signature, or of the hearing in minutes, or (a clerk's or appellate order) of entry."""
    data = text.encode("ascii")
    for pattern in _OWN:
        if match := next((one for one in pattern.finditer(data) if not _is_of_life(data, one)), None):
            day = a_date((match["date"] or b"").decode())
            if day:
                hour = match["time"] if "time" in pattern.names else None
                return Own(day, a_time(hour.decode()) if hour else "", entered=pattern is _OWN[-1])
    return None


_OF_LIFE: Final = compiled(
    r"(?:\b(?:who|he|she|they|removal order|final order of removal|warrant|notice to appear|nta)(?: was| were"
    r"| had(?: been)?)? |\b(?:petitioner|plaintiff|applicant|respondent) )(?:entered|issued|dated)\b|\b(?:was|were"
    r"|been) (?:entered|issued|signed|dated)\b"
    r"|\bentered (?:into )?(?:the united states|the u\.s|the country|this country|without|ice|detention|custody)"
)


def _is_of_life(data: bytes, match: Match) -> bool:
    """ "Luis Ardo, who entered on May 9, 2021": not the day of an order."""
    return _OF_LIFE.has(data[max(0, match.start() - 40) : match.start("date")])


def is_after_own(plan: Outline, moment: Moment) -> bool:
    """Is the day after that of the order, which is known?"""
    own = own_date(plan.text)
    return bool(own and moment.at[:10] > own.date.isoformat())
