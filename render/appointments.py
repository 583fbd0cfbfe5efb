"""A date in; whether it is of an appointment with an agency, or a place of release, which no list has, out. Pure."""
import re
from typing import Final

from .published import PublishedDate

_APPOINTMENT: Final = re.compile(
    r"\bcheck[-\s]?ins?\b|\bappointments?\b|\breport(?:ing|s)?\b.{0,40}\b(?:ice|ero|isap|dhs|officer|field office)\b"
    r"|\b(?:place|site|location) of release\b", re.IGNORECASE | re.DOTALL)


def is_appointment(date: PublishedDate) -> bool:
    """Whether its words are of somebody's appointment with an agency, or a place of release: no list has these."""
    return bool(_APPOINTMENT.search(f"{date.what} {date.proof.quote}"))
