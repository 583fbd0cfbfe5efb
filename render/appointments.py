"""A date in; whether it is of an appointment with an agency, or a place of release, which no list has, and what a list
may have of it, out. Pure."""
import re
from typing import Final

from .published import PublishedDate

_APPOINTMENT: Final = re.compile(
    r"\bcheck[-\s]?ins?\b|\bappointments?\b|\breport(?:ing|s)?\b.{0,40}\b(?:ice|ero|isap|dhs|officer|field office)\b"
    r"|\b(?:place|site|location) of release\b", re.IGNORECASE | re.DOTALL)
_PLACE: Final = re.compile(
    r"court\s?rooms?|\bctrm|\broom\b|\brm\b|\bfloor\b|\bbuilding\b|court\s?house|\bstreet\b|\bavenue\b|\bvia\b|\bzoom\b",
    re.IGNORECASE)


def is_appointment(date: PublishedDate) -> bool:
    """Whether its words are of somebody's appointment with an agency, or a place of release: no list has these."""
    return bool(_APPOINTMENT.search(f"{date.what} {date.proof.quote}"))


def fit_to_list(date: PublishedDate, protected: bool) -> PublishedDate:
    """The date as it may stand in a list: of a protected case a hearing has no room, no house and no line to call."""
    return date._replace(what="") if protected and _PLACE.search(date.what) else date
