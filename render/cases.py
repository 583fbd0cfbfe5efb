"""What an editor writes, read: a site folder in, its config and cases out, and every mistake by file, line and key.

`config.toml` is the tracker, `cases/SLUG.toml` one case each. A mistake never stops the rest: a docket with a mistake
is left out of its case; a case with a mistake of its own (or with no docket left) is left out whole, because a wrong
word under [privacy] must never show more than was meant; a wrong key of the config keeps its default, and a [[cohort]]
or [[search]] with a mistake is left out.
"""
import datetime as dt
import re
import zoneinfo
from collections import ChainMap
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar, get_args

import msgspec

from . import SiteError
from .notify_rules import Notify, read_rules
from .own_files import files_in, strays_in
from .procedure.courts import COURTS, Court, court_named, letters
from .set_aside import Named, named_in
from .toml_lines import Place
from .toml_tables import Notes, Problem, Table, nearest, read_record, read_table, read_values, tables_of

Topic = Literal["detention", "removal", "operations", "local-police", "surveillance", "children", "places", "speech",
                "status", "oversight"]
TOPICS: tuple[str, ...] = get_args(Topic)
Scope = Literal["core", "related"]
Show = Literal["initials", "public", "hidden"]
Role = Literal["", "appeal", "related"]
Accept = Literal["review", "rule"]
Priority = Literal["", "high"]

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_LENGTH = 80
HIGHEST_ID = 2**31 - 1  # CourtListener's ids are 32-bit integers
FIRST_YEAR = 1789  # the first federal courts
LONGEST_QUERY = 1_500  # a search travels in an address
MOST_DAYS = 3_650
FULL_NAME = 2  # words


class Cohort(msgspec.Struct, frozen=True):
    """[[cohort]]: every docket whose nature of suit begins so, in these courts; none named: in all.

    `accept`: "review" leaves each docket to an editor, "rule" follows all of them as soon as they are found.
    """

    name: str
    nature_of_suit: str
    topic: Topic
    courts: tuple[str, ...] = ()
    accept: Accept = "review"


class Search(msgspec.Struct, frozen=True):
    """[[search]]: every docket that a query in CourtListener's syntax finds. `courts` and `accept` as for a cohort.

    `days`: how far back, by date of filing, the first search goes.
    """

    name: str
    query: str
    topic: Topic
    courts: tuple[str, ...] = ()
    days: int = 90
    accept: Accept = "review"


class Config(msgspec.Struct, frozen=True):
    """`config.toml`, key by key; "" means the site's own default.

    `base_url` is where the site will stand, `contact` an e-mail address or a page for corrections, `note` a line of
    the editor's on every page, `language` the one at the root of the site, `languages` all it has (none: those that
    have a catalogue), `timezone` the one in which pages say when they were made. `fictional` makes every page
    say that its cases are invented. `feeds`: look at dockets' Atom feeds too.
    `cohort` and `search` find dockets that no case file names; `notify` says what is told to whom.
    """

    name: str = "Writwatch"
    tagline: str = ""
    base_url: str = ""
    contact: str = ""
    note: str = ""
    language: str = "en"
    languages: tuple[str, ...] = ()
    timezone: str = "UTC"
    accent: str = ""
    accent_dark: str = ""
    fictional: bool = False
    feeds: bool = False
    cohort: tuple[Cohort, ...] = ()
    search: tuple[Search, ...] = ()
    notify: tuple[Notify, ...] = ()


class Privacy(msgspec.Struct, frozen=True):
    """[privacy]: an editor's decision. To show names, all or some, needs the reason, who decided and when.

    `public_names`: the full names of people who are known to everybody and stay named while the others do not.
    """

    show: Show
    reason: str = ""
    by: str = ""
    on: dt.date | None = None
    public_names: tuple[str, ...] | None = None


class DocketRef(msgspec.Struct, frozen=True):
    """[[docket]]: a docket by CourtListener `id`, by the `url` of its page, or by `court` and `docket_number`.

    `url` is "" once its id has been taken from it: CourtListener's addresses hold names. The other keys are facts the
    list came with, shown until the docket itself has been fetched.
    """

    id: int | None = None
    url: str = ""
    court: str | None = None
    docket_number: str | None = None
    date_filed: dt.date | None = None
    date_terminated: dt.date | None = None
    assigned_to: str = ""
    appointed_by: str = ""
    role: Role = ""


class _CaseKeys(msgspec.Struct, frozen=True):
    """The keys of a case file; [privacy] and each [[docket]] are read on their own."""

    topic: Topic
    docket: list[dict[str, Any]]
    title: str = ""
    scope: Scope = "core"
    government_action: str = ""
    why: str = ""
    priority: Priority = ""
    privacy: dict[str, Any] | None = None
    was: tuple[str, ...] = ()


class Case(NamedTuple):
    """What an editor follows under one heading. The first docket leads. `slug` is the file's name without ".toml".

    `title` is "" where the docket's own caption, with protected names hidden, shall stand. `scope` is "found" where no
    editor chose the case. `priority` is "high" where it is to be asked for before others. `note` is in Markdown.
    `was`: slugs it had before; their addresses lead to it.
    """

    slug: str
    title: str
    topic: str
    why: str
    scope: str
    government_action: str
    privacy: Privacy | None
    dockets: tuple[DocketRef, ...]
    priority: Priority = ""
    note: str = ""
    was: tuple[str, ...] = ()


class Decided(NamedTuple):
    """What editors decided about dockets that were found, by CourtListener id.

    Rejected ones are never asked for, stored or shown again. `unclear`: their decision has a mistake, and until it is
    mended they are neither asked for nor shown.
    """

    accepted: tuple[int, ...] = ()
    rejected: frozenset[int] = frozenset()
    unclear: frozenset[int] = frozenset()


class Site(NamedTuple):
    """A site folder as read: the good cases by slug, and every problem in the order of the files.

    `set_aside`: the dockets named in a case file with a mistake, or in one that is not read for its name, which no
    search may bring back.
    """

    config: Config
    cases: tuple[Case, ...]
    problems: tuple[Problem, ...]
    found: Decided = Decided()
    set_aside: tuple[Named, ...] = ()


def load_site(folder: Path, today: dt.date | None = None) -> Site:
    """The config and the cases of `folder`. With `today`, a docket filed later is a mistake.

    Raises SiteError where there is no such folder or its config cannot be read; everything else that is wrong is a
    Problem.
    """
    if not folder.is_dir():
        raise SiteError(f"{folder} is not a folder: `writwatch init {folder}` starts a tracker there.")
    config, problems = load_config(folder)
    cases: list[Case] = []
    set_aside: list[Named] = []
    taken: _Taken = dict[tuple[str, ...], str]()
    paths = files_in(folder / "cases", ".toml")
    addresses = {path.stem: path.as_posix() for path in paths}
    for path in paths:
        case, mistakes = _load_case(path, taken, addresses, today)
        cases += [case] if case else []
        problems += mistakes
        set_aside += named_in(path) if mistakes else []
    for path in strays_in(folder / "cases", ".toml"):
        set_aside += named_in(path)
    problems += _strays(folder)
    return Site(config, tuple(cases), tuple(problems), set_aside=tuple(set_aside))


def _strays(folder: Path) -> Iterator[Problem]:
    """Every file of an editor's that its name or its place keeps from being read."""
    for name, ending in (("cases", ".toml"), ("decisions", ".toml"), ("notes", ".md")):
        for path in strays_in(folder / name, ending):
            yield Problem(path.as_posix(), 1, "", f"is not read: its name must end in {ending}, and it must stand in "
                                                  f"{name}/ itself")


def load_config(folder: Path) -> tuple[Config, list[Problem]]:
    """`config.toml` of `folder`, with the default for every key that is missing or wrong.

    Raises SiteError where the file cannot be read at all: without it, all that its cohorts found would go.
    """
    table, notes = read_table(folder / "config.toml", 'a config needs a name, as in `name = "Our tracker"`')
    if table is None:
        raise SiteError(f"{notes.problems[0]}. It says what the site is and which cases it finds: mend it first.")
    plain = {key: value for key, value in table.items() if key not in ("cohort", "search", "notify")}
    values = read_values(Config, plain, notes)
    for key, sentence in _config_mistakes(Config(**values)):
        notes.wrong((key,), sentence)
        del values[key]
    names: set[str] = set()
    cohorts = _finders(Cohort, table.get("cohort"), notes, "cohort", names)
    searches = _finders(Search, table.get("search"), notes, "search", names)
    rules = read_rules(table.get("notify"), notes)
    found = {"cohort": tuple(cohorts), "search": tuple(searches), "notify": tuple(rules)}
    return Config(**values, **found), _by_line(notes)


def day_of(timezone: str, moment: dt.datetime) -> dt.date:
    """Which day it is where the tracker is run: what is decided in the evening is decided on that day."""
    return moment.astimezone(zoneinfo.ZoneInfo(timezone)).date()


def latest_day(timezone: str, now: dt.datetime) -> dt.date:
    """The last day on which anything may have been decided by now: dockets are decided on by the day of UTC."""
    return max(day_of("UTC", now), day_of(timezone, now))


def docket_mistakes(docket: DocketRef, today: dt.date | None = None) -> Iterator[tuple[str, str]]:
    """(key, sentence) for everything about a docket that its own keys show to be wrong."""
    yield from _identity_mistakes(docket)
    yield from _court_mistakes(docket)
    yield from _date_mistakes(docket, today)


def docket_id(url: str) -> int | None:
    """The id in the address of a docket on CourtListener, of its page or in the API; None for any other address."""
    found = re.fullmatch(
        r"(?:https?://)?(?:www\.)?courtlistener\.com/(?:docket|api/rest/v\d/dockets)/(\d{1,10})(?:[/?#].*)?",
        url.strip(), re.IGNORECASE)
    return int(found[1]) if found else None


def docket_keys(docket: DocketRef) -> list[tuple[str, ...]]:
    """What makes two dockets the same: their id, or their court and number."""
    by_id = [(str(docket.id),)] if docket.id else []
    return by_id + ([(docket.court, docket.docket_number)] if docket.court and docket.docket_number else [])


_Taken = MutableMapping[tuple[str, ...], str]
"""Which file follows the docket with these keys (`docket_keys`)."""

_EXAMPLES = {
    "topic": '`topic = "detention"`',
    "docket": "`[[docket]]` and below it `id = 12345678`",
    "show": '`show = "initials"`',
}


def _load_case(
    path: Path, taken: _Taken, addresses: dict[str, str], today: dt.date | None
) -> tuple[Case | None, list[Problem]]:
    """One case file; `taken` learns its dockets, `addresses` (slug: file) those it had before."""
    table, notes = read_table(path, "a case needs a topic and a [[docket]]")
    if table is None:
        return None, notes.problems
    keys: _CaseKeys | None = read_record(_CaseKeys, table, notes, examples=_EXAMPLES)
    privacy = _privacy(table.get("privacy"), notes)
    for place, sentence in _case_mistakes(path.stem, privacy, today):
        notes.wrong(place, sentence)
    for sentence in _was_mistakes(keys.was if keys else (), notes.file, addresses):
        notes.wrong(("was",), sentence)
    sound = not notes.problems
    mine: _Taken = {}
    dockets = tuple(_dockets(table.get("docket"), notes, ChainMap(mine, taken), today))
    if "privacy" in table or (keys and sound and dockets):  # a decision on names holds beside any mistake
        taken.update(mine)
    if not (keys and sound and dockets):
        return None, _by_line(notes)
    words = (keys.title, keys.topic, keys.why, keys.scope, keys.government_action)
    return Case(path.stem, *words, privacy, dockets, keys.priority, was=keys.was), _by_line(notes)


def _by_line(notes: Notes) -> list[Problem]:
    return sorted(notes.problems, key=lambda problem: problem.line)


def _privacy(table: object, notes: Notes) -> Privacy | None:
    return read_record(Privacy, table, notes, ("privacy",), examples=_EXAMPLES) if isinstance(table, dict) else None


def _dockets(tables: object, notes: Notes, taken: _Taken, today: dt.date | None) -> Iterator[DocketRef]:
    """The [[docket]] tables without a mistake that no case has yet."""
    for index, table in enumerate(tables if isinstance(tables, list) else []):
        docket = _docket(table, notes, ("docket", index), today) if isinstance(table, dict) else None
        if docket and _claim(docket, notes, ("docket", index), taken):
            yield docket


def _docket(table: Table, notes: Notes, at: Place, today: dt.date | None) -> DocketRef | None:
    docket: DocketRef | None = read_record(DocketRef, table, notes, at, examples=_EXAMPLES)
    docket = as_spelt(docket) if docket else None
    mistakes = list(docket_mistakes(docket, today)) if docket else []
    for key, sentence in mistakes:
        notes.wrong((*at, key) if key else at, sentence)
    if docket is None or mistakes:
        return None
    return msgspec.structs.replace(docket, id=docket.id or docket_id(docket.url), url="")


def _claim(docket: DocketRef, notes: Notes, at: Place, taken: _Taken) -> bool:
    """Take the docket for this file; False, and a problem, where one has it already."""
    keys = docket_keys(docket)
    if other := next((taken[key] for key in keys if key in taken), None):
        where = "twice in this file" if other == notes.file else f"here and in {other}"
        notes.wrong((*at, "id" if docket.id else "docket_number"), f"is followed {where}: take one of the two away")
        return False
    taken.update(dict.fromkeys(keys, notes.file))
    return True


# What no shape can say


def _case_mistakes(slug: str, privacy: Privacy | None, today: dt.date | None) -> Iterator[tuple[Place, str]]:
    if not SLUG.fullmatch(slug) or len(slug) > SLUG_LENGTH:
        yield (), f"must be named with up to {SLUG_LENGTH} of a-z, 0-9 and single hyphens, and with nobody's name"
    if privacy is None:
        return
    if today and privacy.on and privacy.on > today + dt.timedelta(days=1):  # it may be tomorrow already elsewhere
        yield ("privacy", "on"), "is yet to come: check the year"
    if privacy.show == "public" or privacy.public_names:
        for key in ("reason", "by", "on"):
            if not getattr(privacy, key):
                yield ("privacy", key), "is missing: to show names is a decision with a reason, by a person, on a day"
    for place, name in enumerate(privacy.public_names or (), 1):
        if len(re.findall(r"[^\W\d_]{2,}", name)) < FULL_NAME:
            yield ("privacy", "public_names"), (
                f"number {place} of the list must be a full name as the docket has it: others may share a surname")


def _was_mistakes(was: tuple[str, ...], file: str, addresses: dict[str, str]) -> Iterator[str]:
    """What is wrong with the addresses that the case of `file` had before; `addresses` learns the others."""
    for place, old in enumerate(was, 1):
        if not SLUG.fullmatch(old) or len(old) > SLUG_LENGTH:
            yield f'number {place} of the list must be a name its file had, without .toml: a-z, 0-9 and single hyphens'
        elif old in addresses:
            where = "of this file" if addresses[old] == file else f"of {addresses[old]}"
            yield f"number {place} of the list is an address {where}: take it out of one of the two"
        else:
            addresses[old] = file


_COLOUR = (r"(#[0-9a-fA-F]{6})?", 'must be a colour of six digits, as in "#1d4f91"')
_CONFIG_RULES = {
    "name": (r".*\S.*", "must not be blank: it is the name of the tracker"),
    "base_url": (r"(https?://[^\s/?#]+(/[^\s?#]*)?)?", "must be an address, as in https://tracker.example.org"),
    "contact": (r"([^\s@:/]+@[^\s@]+\.[^\s@]+|https?://\S+)?", "must be an e-mail address or a page's address"),
    "language": (r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", 'must be a language tag, as in "en" or "es-MX"'),
    "accent": _COLOUR,
    "accent_dark": _COLOUR,
}


def _config_mistakes(config: Config) -> Iterator[tuple[str, str]]:
    for key, (pattern, sentence) in _CONFIG_RULES.items():
        if not re.fullmatch(pattern, getattr(config, key)):
            yield key, sentence
    if config.timezone not in zoneinfo.available_timezones():
        yield "timezone", 'must be the name of a time zone, as in "America/New_York"'


_Finder = TypeVar("_Finder", Cohort, Search)


def _finders(shape: type[_Finder], tables: object, notes: Notes, key: str, names: set[str]) -> Iterator[_Finder]:
    """The [[cohort]] or [[search]] tables without a mistake; `names` learns theirs."""
    for index, table in enumerate(tables_of(tables, notes, key)):
        before = len(notes.problems)
        finder: _Finder | None = read_record(shape, table, notes, (key, index), examples=_FINDER_EXAMPLES)
        mistakes = list(_finder_mistakes(finder, names)) if finder else []
        for wrong, sentence in mistakes:
            notes.wrong((key, index, wrong), sentence)
        notes.add_consequence(before, f"until then the whole [[{key}]] is left out, and what it alone found")
        if finder and not mistakes:
            names.add(finder.name)
            one_line = {"query": " ".join(finder.query.split())} if isinstance(finder, Search) else {}
            yield msgspec.structs.replace(finder, **one_line)


_FINDER_EXAMPLES = {
    "name": '`name = "habeas"`',
    "nature_of_suit": 'its first digits, as in `nature_of_suit = "463"`',
    "query": """what to search for, as in `query = 'party:"Geo Group"'`""",
    "topic": '`topic = "detention"`',
}


def _finder_mistakes(finder: Cohort | Search, names: set[str]) -> Iterator[tuple[str, str]]:
    if not re.fullmatch(r"[a-z0-9-]{1,40}", finder.name):
        yield "name", "must be up to 40 of a-z, 0-9 and hyphens"
    elif finder.name in names:
        yield "name", "is the name of another one too: no two of all cohorts and searches may be called the same"
    for place, court in enumerate(finder.courts, 1):
        if court not in COURTS:
            yield "courts", f"number {place} of the list is not the id of a federal court{_nearest_court(court)}"
    if len(set(finder.courts)) < len(finder.courts):
        yield "courts", "has a court twice"
    if isinstance(finder, Cohort):
        if not re.fullmatch(r"[0-9]{1,4}", finder.nature_of_suit):
            yield "nature_of_suit", 'must be the digits it begins with, as in "463"'
        return
    if not 1 <= finder.days <= MOST_DAYS:
        yield "days", f"must be from 1 to {MOST_DAYS}"
    yield from (("query", sentence) for sentence in _query_mistakes(finder.query))


def _query_mistakes(query: str) -> Iterator[str]:
    """What CourtListener would refuse, or read otherwise than it was meant."""
    if len(query) > LONGEST_QUERY:
        yield f"is longer than {LONGEST_QUERY:,} characters: make two searches of it"
    if query.count('"') % 2:
        yield "has a quotation mark that is never closed"
        return
    bare = re.sub(r'"[^"]*"', " ", query)
    if not _is_nested(bare):
        yield "has brackets that do not match"
    if re.search(r"(^|[\s(:])[*?]\w", bare):
        yield "begins a word with a star or a question mark, which CourtListener refuses"


def _is_nested(text: str) -> bool:
    """Whether every bracket is closed by its like."""
    waiting: list[str] = []
    for character in text:
        if character in "([{":
            waiting.append({"(": ")", "[": "]", "{": "}"}[character])
        elif character in ")]}" and (not waiting or waiting.pop() != character):
            return False
    return not waiting


def _identity_mistakes(docket: DocketRef) -> Iterator[tuple[str, str]]:
    linked = docket_id(docket.url)
    if docket.id is not None and not 0 < docket.id <= HIGHEST_ID:
        yield "id", f"{docket.id} is no CourtListener id: it is the number in the docket's address there"
    if docket.url and not (linked and linked <= HIGHEST_ID):
        yield "url", "is not the address of a docket, as in https://www.courtlistener.com/docket/12345678/"
    elif docket.url and docket.id not in (None, linked):
        yield "url", "belongs to another docket than the id: keep one of the two"
    if docket.id is None and not (docket.url or docket.court or docket.docket_number):
        yield "", "names no docket: give its id, its url, or its court and docket_number"


def _court_mistakes(docket: DocketRef) -> Iterator[tuple[str, str]]:
    named = docket.id is not None or docket.url
    if docket.docket_number is not None and not docket.court:
        yield "docket_number", "says nothing without its court, as in `court = \"txsd\"`"
    if not docket.court:
        return
    court = COURTS.get(docket.court)
    if court is None:
        yield "court", f"is not the id of a federal court{_nearest_court(docket.court)}"
    elif docket.docket_number is not None:
        yield from (("docket_number", sentence) for sentence in _number_mistakes(docket.docket_number, court))
    elif not named:
        yield "court", "says nothing without a docket_number, an id or a url"


def _nearest_court(word: str) -> str:
    """As `nearest`, also for a court written as lawyers cite it ("S.D. Tex.")."""
    found = court_named(word)
    return f': did you mean "{found.id}"?' if found else nearest(letters(word), COURTS)


NUMBERS = {
    "district": (r"\d:\d\d-[a-z]{2,4}-\d{5}", "0:26-cv-00123"),
    "appeals": (r"\d\d-\d{1,5}", "26-1234"),
    "supreme": (r"\d\d[-AM]\d{1,5}", "25A123"),
    "panel": (r"MDL No\. \d+", "MDL No. 3084"),
}
# A district's number as people write it: "26-123", "26-cv-123", "0:2026-CV-00123-ABC-DEF", with judges' initials.
_LOOSE_NUMBER = re.compile(
    r"(?:(?P<office>\d):)?(?:20)?(?P<year>\d\d)-(?:(?P<type>[a-z]{2,4})-)?(?P<serial>\d{1,5})(?:-[a-z]{1,5})*"
)


def as_spelt(docket: DocketRef) -> DocketRef:
    """Its court by id, its number as the court's system spells it; what leaves a doubt stays as it was written."""
    court = court_named(docket.court or "")
    if court is None:
        return docket
    loose = _LOOSE_NUMBER.fullmatch((docket.docket_number or "").lower()) if court.level == "district" else None
    if loose and loose["office"] and loose["type"]:
        docket = msgspec.structs.replace(docket, docket_number=_in_full(loose))
    return msgspec.structs.replace(docket, court=court.id)


def _in_full(loose: re.Match[str]) -> str:
    return f"{loose['office'] or 0}:{loose['year']}-{loose['type'] or 'cv'}-{loose['serial']:0>5}"


def _number_mistakes(number: str, court: Court) -> Iterator[str]:
    pattern, example = NUMBERS[court.level]
    loose = _LOOSE_NUMBER.fullmatch(number.lower()) if court.level == "district" else None
    if re.fullmatch(pattern, number):
        return
    if loose is None:
        yield f'is no docket number of {court.citation}: they look like "{example}"'
        return
    lacks = [what for what, there in (
        ('the office ("0:")', loose["office"]),
        ('the type ("cv")', loose["type"]),
        ("zeros before the last number", len(loose["serial"]) == 5),
    ) if not there]
    yield f'"{number}" is too short, it lacks {", ".join(lacks)}: write it in full, as in "{_in_full(loose)}"'


def _date_mistakes(docket: DocketRef, today: dt.date | None) -> Iterator[tuple[str, str]]:
    for key in ("date_filed", "date_terminated"):
        day: dt.date | None = getattr(docket, key)
        if day and day.year < FIRST_YEAR:
            yield key, f"{day} is before the first federal courts: check the year"
        elif day and today and day > today:
            yield key, f"{day} is yet to come: check the year"
    if docket.date_filed and docket.date_terminated and docket.date_terminated < docket.date_filed:
        yield "date_terminated", f"{docket.date_terminated} is before date_filed: check both"
