"""Where each thing stands in the site: what it is in, its path out. The only place where a path is made.

Paths of pages are beneath the root of their language, the others beneath the root of the site. None of them holds a
name that privacy hides: a case stands under its published slug, a judge under a judge's name, which is public.
"""
import datetime as dt
import re
import unicodedata
from functools import lru_cache
from typing import Final
from urllib.parse import urlencode

_TITLE: Final = re.compile(
    r"(?i)the|hon\.|honorable|chief|senior|visiting|magistrate|district|circuit|judge|justice|u\.?s\.?|united|states")
_SUFFIX: Final = re.compile(r"(?i)[js]r\.?|i{2,3}|iv|v")
_OF_A_CASE: Final = re.compile(
    r"(?:.*/)?(?:cases/|(?:feeds|calendars|cards|embed)/case-)(?P<slug>[^/.]+)\.[^/]+")
_NOBODY: Final = re.compile(r"(?i)|judge|justice|none|to be assigned|.*\bunassigned\b.*|(?:no|duty) judge\b.*")

_REMEMBERED: Final = 1000
"""Names of judges of which it is remembered how they are shown: pages name the same ones again and again."""
_PART: Final = re.compile(r"[A-Za-z0-9_-]{1,200}")

FRONT: Final = "index.html"
ALL_CASES: Final = "lists/all.html"
CHANGES: Final = "changes/index.html"
CALENDAR: Final = "calendar.html"
COMPLIANCE: Final = "compliance.html"
COURTS: Final = "courts/index.html"
JUDGES: Final = "judges/index.html"
STATES: Final = "states/index.html"
MONTHS: Final = "months/index.html"
NUMBERS: Final = "numbers/index.html"
SEARCH: Final = "search.html"
METHOD: Final = "method.html"
GLOSSARY: Final = "glossary.html"
CORRECTIONS: Final = "corrections.html"
DATA: Final = "data/index.html"
PRIVACY: Final = "privacy.html"
HEALTH: Final = "health.html"
HEALTH_FACTS: Final = "health.json"
HEALTH_BADGE: Final = "health.svg"
TRAIL: Final = "trail.jsonl"
FOLLOW: Final = "follow.html"
EMBEDS: Final = "embed/index.html"
NOT_FOUND: Final = "404.html"


def case(slug: str) -> str:
    return f"cases/{slug}.html"


def listing(name: str, number: int = 0) -> str:
    """The page of a list, counted from 0."""
    return _numbered(f"lists/{name}", number)


def cases_where(**asked: str) -> str:
    """The list of all cases with these filters on, by their names in its form: measure="granted", court="mnd"."""
    return f"{ALL_CASES}#{urlencode(asked, errors='replace')}"


def topic(topic: str, number: int = 0) -> str:
    return _numbered(f"topics/{topic}", number)


def court(court_id: str, number: int = 0) -> str:
    return _numbered(f"courts/{_fit(court_id)}", number)


def judge(name: str, number: int = 0) -> str:
    return _numbered(f"judges/{judge_slug(name)}", number)


def state(code: str, number: int = 0) -> str:
    """The page of a state by its postal code, "MN"."""
    return _numbered(f"states/{code.lower()}", number)


def month(month: str, number: int = 0) -> str:
    """The page of the cases filed in a month, "2026-03"."""
    return _numbered(f"months/{month}", number)


def number(name: str, number: int = 0) -> str:
    """The page of a measure and its cases, of a chart, or of a map: "map-granted"."""
    return _numbered(f"numbers/{name}", number)


def definition(name: str) -> str:
    """Where the method page says what a measure or a duration is."""
    return f"{METHOD}#measure-{name}"


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
    return f"feeds/{_fit(of)}.{kind}"


def calendar(of: str) -> str:
    """A calendar: `of` as for feeds."""
    return f"calendars/{_fit(of)}.ics"


def digest(of: str, kind: str) -> str:
    """A digest: `of` is a day, "2026-04-10", or latest; `kind` html, txt or md."""
    return f"digest/{of}.{kind}"


def data(file: str) -> str:
    """A file for other programs: "cases.csv", "datapackage.json"."""
    return f"data/{file}"


def checked(court_id: str) -> str:
    """When the cases of a court were last checked, as a script."""
    return f"checked/{_fit(court_id) if court_id else 'unknown'}.js"


def case_data(slug: str) -> str:
    """All that the page of a case says, as JSON."""
    return data(f"cases/{slug}.json")


def is_case_data(path: str) -> bool:
    """Whether the data of one case stand there: every word of its page is among them."""
    return path.startswith(case_data("").partition(".")[0])


def card(of: str) -> str:
    """The image for a link to a page: `of` is case-SLUG, front, number-NAME, or topic-NAME."""
    return f"cards/{of}.png"


def embed(of: str) -> str:
    """A page to be shown in a frame elsewhere: `of` as for cards, or latest, chart-NAME."""
    return f"embed/{of}.html"


@lru_cache(_REMEMBERED)
def judge_name(name: str) -> str:
    """A judge's name as it is shown: "Judge  Marlow, Jane L." → "Jane L. Marlow"; "" where no judge is named yet."""
    last, comma, first = " ".join(name.split()).partition(",")
    turned = comma and first.strip() and not _SUFFIX.fullmatch(first.strip())
    words = (f"{first} {last}" if turned else f"{last}{comma}{first}").split()
    while len(words) > 1 and _TITLE.fullmatch(words[0]):
        del words[0]
    return "" if _NOBODY.fullmatch(" ".join(words)) else " ".join(words)


@lru_cache(_REMEMBERED)
def judge_slug(name: str) -> str:
    """A judge's name as part of an address: "Jane L. Marlow" → "jane-l-marlow"; "judge" where nothing stays."""
    plain = unicodedata.normalize("NFKD", judge_name(name)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "judge"


def slug_in(path: str) -> str:
    """The slug of the case whose page, data, feed, calendar, card or frame stands at a path; "" for all others."""
    found = _OF_A_CASE.fullmatch(path)
    return found["slug"] if found else ""


def _fit(part: str) -> str:
    """A part of an address as it is; what leads elsewhere or that no disk takes, as a court's id may, is made fit."""
    return part if _PART.fullmatch(part) else re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-")[:80] or "unknown"


def _numbered(stem: str, number: int) -> str:
    return f"{stem}-{number + 1}.html" if number else f"{stem}.html"
