"""Where each thing stands in the site: what it is in, its path out. The only place where a path is made.

Paths of pages are beneath the root of their language, the others beneath the root of the site. None of them holds a
name that privacy hides: a case stands under its published slug, a judge under a judge's name, which is public.
"""
import datetime as dt
import re
import unicodedata
from typing import Final

FRONT: Final = "index.html"
ALL_CASES: Final = "lists/all.html"
CHANGES: Final = "changes/index.html"
CALENDAR: Final = "calendar.html"
COMPLIANCE: Final = "compliance.html"
COURTS: Final = "courts/index.html"
JUDGES: Final = "judges/index.html"
STATES: Final = "states/index.html"
MONTHS: Final = "months/index.html"
SEARCH: Final = "search.html"
METHOD: Final = "method.html"
GLOSSARY: Final = "glossary.html"
CORRECTIONS: Final = "corrections.html"
DATA: Final = "data/index.html"
PRIVACY: Final = "privacy.html"
FOLLOW: Final = "follow.html"
NOT_FOUND: Final = "404.html"


def case(slug: str) -> str:
    return f"cases/{slug}.html"


def listing(name: str, number: int = 0) -> str:
    """The page of a list, counted from 0."""
    return _numbered(f"lists/{name}", number)


def topic(topic: str, number: int = 0) -> str:
    return _numbered(f"topics/{topic}", number)


def court(court_id: str, number: int = 0) -> str:
    return _numbered(f"courts/{court_id}", number)


def judge(name: str, number: int = 0) -> str:
    return _numbered(f"judges/{judge_slug(name)}", number)


def state(code: str, number: int = 0) -> str:
    """The page of a state by its postal code, "MN"."""
    return _numbered(f"states/{code.lower()}", number)


def month(month: str, number: int = 0) -> str:
    """The page of the cases filed in a month, "2026-03"."""
    return _numbered(f"months/{month}", number)


def day(day: dt.date) -> str:
    """The page of what changed on a day."""
    return f"changes/{day.isoformat()}.html"


def term(word: str) -> str:
    """A word's place in the glossary."""
    return f"{GLOSSARY}#{word}"


def feed(of: str, kind: str) -> str:
    """A feed: `of` is one of all, rulings, court-mnd, judge-…, topic-…, type-…, case-…; `kind` xml (Atom) or json."""
    return f"feeds/{of}.{kind}"


def calendar(of: str) -> str:
    """A calendar: `of` as for feeds."""
    return f"calendars/{of}.ics"


def card(of: str) -> str:
    """The image for a link to a page: `of` is case-SLUG, front, or number-NAME."""
    return f"cards/{of}.png"


def embed(of: str) -> str:
    """A page to be shown in a frame elsewhere: `of` as for cards, or latest, chart-NAME."""
    return f"embed/{of}.html"


def judge_slug(name: str) -> str:
    """A judge's name as part of an address: "Jane L. Marlow" → "jane-l-marlow"; "judge" where nothing stays."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "judge"


def _numbered(stem: str, number: int) -> str:
    return f"{stem}-{number + 1}.html" if number else f"{stem}.html"
