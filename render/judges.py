"""A judge's name on a docket in, who appointed that judge out, with how we know. Pure, but for reading the tables.

The table is made from the Federal Judicial Center's export of Article III judges: facts, as old as the export. Whoever
is not in it is unknown, never guessed: a magistrate judge, a judge appointed since, a name that two judges fit.
"""
import csv
import datetime as dt
import io
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from . import SiteError
from .procedure.courts import COURTS
from .published import PublishedCase

COLUMNS: Final = (
    "fjc_nid", "last_name", "first_name", "middle_name", "suffix", "court_id", "president", "party",
    "commission_date", "termination_date",
)

PRESIDENTS: Final[dict[str, str]] = {
    "William J. Clinton": "Bill Clinton",
    "Joseph R. Biden": "Joe Biden",
    "Joseph R. Biden Jr.": "Joe Biden",
    "Donald J. Trump": "Donald Trump",
    "Richard M. Nixon": "Richard Nixon",
    "Gerald R. Ford": "Gerald Ford",
}
"""Presidents whom the export calls otherwise than newspapers do."""

PARTIES: Final[dict[str, str]] = {
    "Jimmy Carter": "Democratic", "Ronald Reagan": "Republican", "George H.W. Bush": "Republican",
    "Bill Clinton": "Democratic", "George W. Bush": "Republican", "Barack Obama": "Democratic",
    "Joe Biden": "Democratic", "Donald Trump": "Republican", "Gerald Ford": "Republican",
    "Richard Nixon": "Republican", "Lyndon B. Johnson": "Democratic", "John F. Kennedy": "Democratic",
}
"""The presidents who appointed whoever sits, and their parties, for judges whom a case file knows and the export does
not."""

NOT_ARTICLE_III: Final = re.compile(r"(?i)\bmagistrate\b|\(?\bMJ\)?$|\b(?:clerk|unassigned|duty judge)\b")

class Appointment(NamedTuple):
    """One seat a judge was appointed to. `court_id` is CourtListener's, "" for a court we do not follow."""

    fjc_nid: str
    last_name: str
    first_name: str
    middle_name: str
    suffix: str
    court_id: str
    president: str
    party: str
    commission_date: dt.date | None
    termination_date: dt.date | None

    def sat(self, first: dt.date, last: dt.date) -> bool:
        """Whether the judge sat at any time between these days: a docket is reassigned to judges appointed since."""
        return (self.commission_date or dt.date.min) <= last and first <= (self.termination_date or dt.date.max)


class Match(NamedTuple):
    """Who appointed a judge, "" where that is not known, and how we know, or why not: a key of
    `wording.APPOINTED`."""

    president: str
    party: str
    how: str


UNNAMED: Final = Match("", "", "none")


class Judges:
    """Every appointment we hold, by last name."""

    def __init__(self, appointments: Iterable[Appointment], as_of: dt.date | None = None) -> None:
        """`as_of`: the newest commission in the list, where that is not to be taken from it."""
        self.by_name: dict[str, list[Appointment]] = defaultdict(list)
        appointments = list(appointments)
        self.size = len(appointments)
        for each in appointments:
            self.by_name[_last_part(each.last_name)].append(each)
        dates = [each.commission_date for several in self.by_name.values() for each in several if each.commission_date]
        self.as_of = as_of or max(dates, default=None)
        self._known: dict[tuple[str, str, dt.date, dt.date], Match] = {}

    def match(self, name: str, court_id: str, filed: dt.date, as_of: dt.date) -> Match:
        """Who appointed the judge to whom a docket of this court, filed on that day, is assigned."""
        key = name, court_id, filed, as_of
        if key not in self._known:
            self._known[key] = self._match(*key)
        return self._known[key]

    def _match(self, name: str, court_id: str, filed: dt.date, as_of: dt.date) -> Match:
        words = name_words(name)
        if not words:
            return UNNAMED
        if NOT_ARTICLE_III.search(name):
            return Match("", "", "magistrate")
        fits = [each for each in self._of_last_name(words) if each.sat(filed, as_of)]
        here = [(how, each) for each in fits if each.court_id == court_id and (how := fit_of(words, each))]
        for how in ("full", "first", "initials"):
            if found := [each for kind, each in here if kind == how]:
                return _told(found, how)
        away = [each for each in fits if fit_of(words, each) == "full" and each.middle_name]
        return _told(away, "elsewhere") if away else Match("", "", "absent")

    def _of_last_name(self, words: Sequence[str]) -> list[Appointment]:
        """Appointments of whoever has the last word, or the last two or three ("Van Hollen"), for a last name."""
        stems = {words[-1]} | {" ".join(words[-n:]) for n in (2, 3)} | {"".join(words[-n:]) for n in (2, 3)}
        return [each for stem in sorted(stems) for each in self.by_name.get(stem, ())]


def _told(found: Sequence[Appointment], how: str) -> Match:
    """The appointment to the court; a judge moved there by law keeps the president who first appointed them."""
    presidents = {(each.president, each.party) for each in found if each.president}
    if len({each.fjc_nid for each in found}) > 1 and len(presidents) != 1:
        return Match("", "", "several")
    if not presidents:
        return Match("", "", "absent")
    last = max((each for each in found if each.president), key=lambda each: each.commission_date or dt.date.min)
    return Match(last.president, last.party, how)


def fit_of(words: Sequence[str], judge: Appointment) -> str:
    """How a name as a docket has it fits a judge: "full", "first", "initials", or "" where it does not.

    The first name must be the same or its initial; a middle name, where both have one, likewise. "J. Michelle Childs"
    who goes by the second name fits with the first as an initial.
    """
    last = _last_part(judge.last_name).replace(" ", "")
    given = next((words[:-n] for n in (1, 2, 3) if "".join(words[-n:]) == last), ())
    known = [*name_words(judge.first_name), *name_words(judge.middle_name)]
    if not given or not known:
        return ""
    if given[0] == known[0]:
        rest = _agree(given[1:], known[1:])
        return "" if rest is None else "full" if rest else "first"
    if len(given) > 1 and len(given[0]) == 1 and given[0] == known[0][0]:
        return "initials" if _agree(given[1:], known[1:]) else ""
    if len(given[0]) > 1 and given[0] in known[1:]:
        return "initials"
    return ""


def _agree(given: Sequence[str], known: Sequence[str]) -> bool | None:
    """Whether middle names say the same: True; one side has none: False; they contradict: None."""
    if not given or not known:
        return False
    same = all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(given, known, strict=False))
    return True if same else None


_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "v"})
_TITLES: Final = frozenset({
    "judge", "chief", "senior", "district", "honorable", "hon", "the", "justice", "united", "states", "us", "usdj",
    "circuit", "visiting", "mr", "ms",
})


def name_words(name: str) -> list[str]:
    """A name's words, small, without accents, stops, titles and suffixes; "Marlow, Jane L." is turned around."""
    last, comma, first = name.partition(",")
    if comma and first.strip().rstrip(".").lower() not in _SUFFIXES:
        name = f"{first} {last}"
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z]+", re.sub(r"['’\-\[\]]", "", plain))
    kept = [word for word in words if word not in _SUFFIXES]
    while len(kept) > 1 and kept[0] in _TITLES:
        del kept[0]
    return kept


def _last_part(name: str) -> str:
    return " ".join(name_words(name)) or name.lower()


def with_appointments(cases: Iterable[PublishedCase], judges: Judges, as_of: dt.date) -> Iterator[PublishedCase]:
    """The cases, each with who appointed the judge it is before now. What a case file says of it stands."""
    for case in cases:
        docket = case.current
        match = judges.match(docket.judge, docket.court_id, docket.date_filed or as_of, as_of)
        if case.appointed_by:
            party = match.party if match.president == case.appointed_by else PARTIES.get(case.appointed_by, "")
            match = Match(case.appointed_by, party, "editor" if match.president != case.appointed_by else match.how)
        yield case._replace(appointed_by=match.president, appointed_party=match.party, appointed_how=match.how)


# The table, and the Federal Judicial Center's export it is made from.


def read_judges(folders: Sequence[Path]) -> Judges:
    """The judges of the first folder that has a judges.csv; none where no folder has one."""
    place = next((place for folder in folders if (place := folder / "judges.csv").is_file()), None)
    if place is None:
        return Judges(())
    with place.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if missing := set(COLUMNS) - set(reader.fieldnames or ()):
            raise SiteError(f"{place} lacks the columns {', '.join(sorted(missing))}: make it anew with `writwatch "
                            "judges --refresh FILE` from the Federal Judicial Center's export.")
        return Judges([_appointment(row, place) for row in reader])


def _appointment(row: Mapping[str, str], place: Path) -> Appointment:
    dates = {name: _day(row[name], place) for name in ("commission_date", "termination_date")}
    return Appointment(*(dates.get(name, row[name]) for name in COLUMNS))  # pyright: ignore[reportArgumentType]


def _day(text: str, place: Path | str) -> dt.date | None:
    text = text.strip()
    try:
        if "/" in text:
            month, day, year = map(int, text.split("/"))
            return dt.date(year, month, day)
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise SiteError(f"{place}: {text[:20]!r} is no date: dates are written 2026-01-15 or 1/15/2026.") from None


def read_export(place: Path) -> str:
    """The text of an export. SiteError where it cannot be read as CSV in UTF-8."""
    try:
        return place.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SiteError(f"{place} cannot be read ({error.strerror}): name the file you downloaded.") from error
    except UnicodeError:
        raise SiteError(f"{place} is no text in UTF-8: take the CSV file of fjc.gov, not the Excel workbook.") from None


def judges_table(text: str, place: Path) -> str:
    """A list of appointments as CSV, made into the text of judges.csv, the same every time.

    Known are the Federal Judicial Center's judges.csv (a row a judge, up to six appointments in the columns "Court Name
    (1)", "Appointing President (1)" and so on), its federal-judicial-service.csv (a row an appointment, "Judge Name"
    whole), the same with the name in parts, and our own judges.csv. Raises SiteError for any other file.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    columns = {re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_"): name for name in reader.fieldnames or ()}
    rows = ({key: (row[name] or "").strip() for key, name in columns.items()} for row in reader)
    if not set(COLUMNS) - columns.keys():
        found = [_from_ours(row, f"{place}:{line}") for line, row in enumerate(rows, 2)]
    elif {"court_name_1", "appointing_president_1", "last_name"} <= columns.keys():
        found = [each for line, row in enumerate(rows, 2) for each in _wide(row, f"{place}:{line}")]
    elif {"court_name", "appointing_president", "judge_name"} <= columns.keys():
        found = [_from_export(row | _name_in_parts(row["judge_name"]), "", "court_name", f"{place}:{line}")
                 for line, row in enumerate(rows, 2)]
    elif {"court", "appointing_president", "last_name"} <= columns.keys():
        found = [_from_export(row, "", "court", f"{place}:{line}") for line, row in enumerate(rows, 2)]
    else:
        raise SiteError(f"{place} is no export of judges that is known here: it needs the columns “Court Name (1)” and "
                        "“Appointing President (1)”, as judges.csv of fjc.gov has, or “Judge Name”, “Court Name” and "
                        "“Appointing President”, as federal-judicial-service.csv has.")
    kept = sorted({each for each in found if each[COLUMNS.index("president")]})
    if not kept:
        raise SiteError(f"{place} names no appointment by a president: nothing was changed.")
    if not any(each[COLUMNS.index("court_id")] for each in kept):
        raise SiteError(f"{place} names no court that is known here, such as “U.S. District Court for the District of "
                        "Minnesota”: nothing was changed.")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(kept)
    return out.getvalue()


def _name_in_parts(name: str) -> dict[str, str]:
    """ "Marlow, Jane Louise, Jr." as the export has it."""
    last, given, *suffix = [*(part.strip() for part in name.split(",")), ""]
    first, _, middle = given.partition(" ")
    return {"last_name": last, "first_name": first, "middle_name": middle, "suffix": suffix[0]}


def _from_ours(row: Mapping[str, str], where: str) -> tuple[str, ...]:
    if (court_id := row["court_id"]) and court_id not in COURTS:
        raise SiteError(f"{where}: {court_id[:20]!r} is no court: write CourtListener's id, such as mnd, or nothing.")
    return tuple(_iso(row[name], where) if name.endswith("_date") else row[name] for name in COLUMNS)


def _wide(row: Mapping[str, str], where: str) -> Iterator[tuple[str, ...]]:
    for number in range(1, 7):
        if row.get(f"court_name_{number}"):
            yield _from_export(row, f"_{number}", f"court_name_{number}", where)


def _from_export(row: Mapping[str, str], suffix: str, court: str, where: str) -> tuple[str, ...]:
    president = row.get(f"appointing_president{suffix}", "")
    president = "" if president.startswith("None") else PRESIDENTS.get(president, president)
    party = row.get(f"party_of_appointing_president{suffix}", "") or PARTIES.get(president, "")
    return (
        row.get("fjc_nid", "") or row.get("nid", ""),
        *(row.get(name, "") for name in ("last_name", "first_name", "middle_name", "suffix")),
        _COURT_IDS.get(row[court], ""), president, party if president else "",
        *(_iso(row.get(f"{name}{suffix}", ""), where) for name in ("commission_date", "termination_date")),
    )


def _iso(text: str, where: str) -> str:
    day = _day(text, where)
    return day.isoformat() if day else ""


_COURT_IDS: Final = {
    name: court.id
    for court in COURTS.values()
    for name in (f"U.S. {court.name}", court.name, f"U.S. {court.name.replace('D.C.', 'District of Columbia')}")
}
"""Courts as the export names them."""
