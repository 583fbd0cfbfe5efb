"""Where each thing stands in the site: what it is in, its path out. The only place where a path is made.

Paths of pages are beneath the root of their language, the others beneath the root of the site. None of them holds a
name that privacy hides: a case stands under its published slug, a judge under a judge's name, which is public.
"""
import datetime as dt
import re
import unicodedata
from typing import Final

_TITLE: Final = re.compile(
    r"(?i)the|hon\.|honorable|chief|senior|visiting|magistrate|district|circuit|judge|justice|u\.?s\.?|united|states")
_SUFFIX: Final = re.compile(r"(?i)[js]r\.?|i{2,3}|iv|v")
_NOBODY: Final = re.compile(r"(?i)|judge|justice|none|to be assigned|.*\bunassigned\b.*|(?:no|duty) judge\b.*")

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
EMBEDS: Final = "embed/index.html"
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


def changes_month(month: str) -> str:
    """The days of a month on which something changed, "2026-03"."""
    return f"changes/{month}.html"


def term(word: str) -> str:
    """A word's place in the glossary."""
    return f"{GLOSSARY}#{word}"


def feed(of: str, kind: str) -> str:
    """A feed: `of` is one of all, rulings, court-mnd, judge-…, topic-…, type-…, case-…; `kind` xml (Atom) or json."""
    return f"feeds/{of}.{kind}"


def calendar(of: str) -> str:
    """A calendar: `of` as for feeds."""
    return f"calendars/{of}.ics"


def digest(of: str, kind: str) -> str:
    """A digest: `of` is a day, "2026-04-10", or latest; `kind` html, txt or md."""
    return f"digest/{of}.{kind}"


def data(file: str) -> str:
    """A file for other programs: "cases.csv", "datapackage.json"."""
    return f"data/{file}"


def case_data(slug: str) -> str:
    """All that the page of a case says, as JSON."""
    return data(f"cases/{slug}.json")


def card(of: str) -> str:
    """The image for a link to a page: `of` is case-SLUG, front, number-NAME, or topic-NAME."""
    return f"cards/{of}.png"


def embed(of: str) -> str:
    """A page to be shown in a frame elsewhere: `of` as for cards, or latest, chart-NAME."""
    return f"embed/{of}.html"


def judge_name(name: str) -> str:
    """A judge's name as it is shown: "Judge  Marlow, Jane L." → "Jane L. Marlow"; "" where no judge is named yet."""
    last, comma, first = " ".join(name.split()).partition(",")
    turned = comma and first.strip() and not _SUFFIX.fullmatch(first.strip())
    words = (f"{first} {last}" if turned else f"{last}{comma}{first}").split()
    while len(words) > 1 and _TITLE.fullmatch(words[0]):
        del words[0]
    return "" if _NOBODY.fullmatch(" ".join(words)) else " ".join(words)


def judge_slug(name: str) -> str:
    """A judge's name as part of an address: "Jane L. Marlow" → "jane-l-marlow"; "judge" where nothing stays."""
    plain = unicodedata.normalize("NFKD", judge_name(name)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "judge"


def _numbered(stem: str, number: int) -> str:
    return f"{stem}-{number + 1}.html" if number else f"{stem}.html"
