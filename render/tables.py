"""Published cases in, rows of tables for other people's tools out, and what is counted over them (pandas, only here).

One row a case, an event, a date, a week, a court. What a page says of a case, its row says in the same words, in
English whatever the languages of the pages are. Dates are ISO; a value that is not known is missing.
"""
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final, Literal, NamedTuple

import pandas as pd

from .addresses import judge_name, judge_slug
from .appointments import is_appointment
from .counts import Counting, chosen, curve
from .coverage import DAY, WEEK, Pass, Span, common_span, complete_span, covers
from .measured import measured
from .measures import DECIDED, DURATIONS, ENDINGS, PETITIONS
from .numbering import Interval, Number, Recapture, Run
from .overview import last_active, last_checked
from .places import by_judge
from .procedure.courts import COURTS
from .published import PublishedCase, PublishedDate, Shown
from .weights import DECIDING, weight
from .wording import N_, STATUSES, Wording, due_time

FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, after blanks too; such a cell gets an apostrophe first."""

_NEXT_CELL: Final = re.compile(r"(?<=;)(?=\s*[=+\-@＝＋－＠])")
"""Where one would begin for a spreadsheet that takes semicolons for the ends of cells, as in much of Europe."""

Kind = Literal["string", "integer", "date", "datetime", "boolean", "number"]
Row = tuple[str | int | float | bool | None, ...]
"""The cells of a row, in the order of its table's columns; dates as ISO text."""


class Column(NamedTuple):
    """What a column holds, in a sentence, and as what: the types are those of Frictionless."""

    holds: str
    type: Kind = "string"


class Table(NamedTuple):
    """A table for other programs: "events" is data/events.csv, .jsonl and .parquet. `key`: what makes a row one."""

    name: str
    sentence: str
    columns: dict[str, Column]
    key: tuple[str, ...] = ()


_SLUG: Final = Column(N_("The case: its page is cases/SLUG.html."))
_COURT: Final = Column(N_("The court, by CourtListener’s id."))
_DOCKET: Final = Column(N_("The docket, by CourtListener’s id."), "integer")
_ENTRY: Final = Column(N_("The docket entry, by CourtListener’s id."), "integer")
_NUMBER: Final = Column(N_("Its number on the docket; missing where it has none."), "integer")
_RULE: Final = Column(N_("The rule that read it."))
_LINK: Final = Column(N_("That entry on CourtListener."))

CASES: Final = Table("cases", N_("Every case that has a page: one row a case."), {
    "slug": _SLUG,
    "title": Column(N_("Its title; protected people by initials.")),
    "says": Column(N_("Where it stands, in the sentences of its page.")),
    "topic": Column(N_("The topic its editor gave it.")),
    "scope": Column(N_("core, related, or found: by a cohort or a search, without a case file.")),
    "kind": Column(N_("What kind of case it is, as read.")),
    "policy": Column(N_("initials: people in it are protected; or public.")),
    "court_id": Column(N_("The court that the case is in now, by CourtListener’s id.")),
    "docket_number": Column(N_("Its number there.")),
    "dockets": Column(N_("CourtListener’s ids of all its dockets, with a blank between.")),
    "judge": Column(N_("Who it is assigned to there.")),
    "appointed_by": Column(N_("The president who appointed that judge; missing where it is not known.")),
    "date_filed": Column(N_("When the first docket was filed."), "date"),
    "date_terminated": Column(N_("When its docket there was terminated; missing while that is open."), "date"),
    "last_active": Column(N_("The newest date on any of its dockets."), "date"),
    "status": Column(N_("The published status.")),
    "status_since": Column(N_("Since when it has that status."), "date"),
    "status_by": Column(N_("read or inferred by machine, or confirmed by a person.")),
    "stage": Column(N_("How far the case has come.")),
    "interim": Column(N_("Temporary orders; several may be in force: a blank between.")),
    "merits": Column(N_("The ruling on what was asked.")),
    "proceedings": Column(N_("Whether the case is active or paused.")),
    "custody": Column(N_("What the docket says of custody; it begins as unknown.")),
    "compliance": Column(N_("What became of what was ordered.")),
    "appeal": Column(N_("Where an appeal stands.")),
    "docket": Column(N_("Whether the docket is open.")),
    "entry_id": Column(N_("The docket entry that proves the status, by CourtListener’s id."), "integer"),
    "entry_number": _NUMBER,
    "quote": Column(N_("The words that prove it; hidden words are [name] and the like.")),
    "rule": Column(N_("The rule that read them.")),
    "courtlistener": _LINK,
    "unread": Column(N_("How many entries look like orders and were read by no rule."), "integer"),
    "last_checked": Column(
        N_("When the docket checked longest ago was asked for, in UTC; missing where one never was."), "datetime"),
    "appointed_party": Column(N_("The party of the president who appointed the judge.")),
    "appointed_how": Column(N_("How that is known: full, first or initials (which of the judge’s names fit), "
                               "elsewhere, editor; or why it is not: magistrate, absent, several, none.")),
    "state": Column(N_("The state of the court that the case is in now; missing where that has more than one.")),
    "circuit": Column(N_("The circuit of that court.")),
    "government_action": Column(N_("What the government did that the case is against, as its editor says.")),
    "merits_by": Column(N_("Whether merits is read, inferred, or confirmed by a person; as are the next.")),
    "custody_by": Column(N_("The same of custody.")),
    "compliance_by": Column(N_("The same of compliance.")),
    "appeal_by": Column(N_("The same of appeal.")),
    "interim_relief": Column(
        N_("Whether a restraining order, an injunction or a stay of removal was ever granted."), "boolean"),
    "release_ordered": Column(N_("Whether release was ever ordered."), "boolean"),
    "bond_hearing_ordered": Column(N_("Whether a bond hearing was ever ordered."), "boolean"),
    "relief_ordered": Column(N_("Either of these, or a petition granted."), "boolean"),
    "first_order_on": Column(N_("The day of the first order of a judge."), "date"),
    "decided_on": Column(N_("The day of the first ruling on what was asked, or of another end."), "date"),
    "released_on": Column(N_("The day a release was first reported."), "date"),
    "observed_until": Column(
        N_("The last day of which it is known what the docket says: its last activity where it is closed, else the "
           "last check."), "date"),
    "judge_id": Column(N_("That judge, however dockets spell the name: the page is judges/ID.html; missing where none "
                          "is named.")),
    "agencies": Column(N_("Local agencies with a 287(g) agreement that are parties, each with its state in brackets, "
                          "with a semicolon between.")),
    "facilities": Column(N_("Places of detention that the caption or a party’s office names, by their names in the "
                            "addresses of topic pages, with a blank between.")),
    "contractors": Column(N_("Companies of the list that are parties, with a semicolon between.")),
    "first_court_id": Column(N_("The court of its first docket: another one where the case was transferred.")),
    "first_docket_number": Column(N_("The first docket’s number.")),
}, ("slug",))

DOCKETS: Final = Table("dockets", N_("The dockets of these cases: one row a docket of a case."), {
    "slug": _SLUG,
    "docket": _DOCKET,
    "court_id": _COURT,
    "docket_number": Column(N_("Its number.")),
    "date_filed": Column(N_("When it was filed."), "date"),
    "date_terminated": Column(N_("When it was terminated; missing while it is open."), "date"),
    "last_checked": Column(N_("When it was last asked for, in UTC; missing where it never was."), "datetime"),
    "entries": Column(N_("How many of its entries are held."), "integer"),
    "unread": Column(N_("How many of these look like orders and were read by no rule."), "integer"),
}, ("slug", "docket"))

EVENTS: Final = Table("events", N_("What the dockets say happened: one row an event."), {
    "slug": _SLUG,
    "court_id": _COURT,
    "docket": _DOCKET,
    "entry": _ENTRY,
    "entry_number": _NUMBER,
    "date": Column(N_("When the entry was filed."), "date"),
    "type": Column(N_("What happened, by its type.")),
    "kind": Column(N_("Of a motion or a ruling on one: which motion.")),
    "outcome": Column(N_("How it came out; several with a blank between.")),
    "sense": Column(N_("What tells two events of a type apart, as in routine and threat.")),
    "says": Column(N_("What happened, in the words of the case’s page.")),
    "quote": Column(N_("The words it was read from; hidden words are [name] and the like.")),
    "rule": _RULE,
    "confirmed_by": Column(N_("Who checked it; missing where nobody has.")),
    "confirmed_on": Column(N_("When it was checked."), "date"),
    "courtlistener": _LINK,
    "decides": Column(N_("Whether it stands among what changed; the others are routine."), "boolean"),
})

DATES: Final = Table("dates", N_("Hearings, what judges ordered by a day, and deadlines of filings: one row a date."), {
    "slug": _SLUG,
    "court_id": _COURT,
    "docket": _DOCKET,
    "entry": _ENTRY,
    "entry_number": _NUMBER,
    "kind": Column(N_("hearing; due: what a judge ordered by a day; or deadline, of a filing.")),
    "date": Column(N_("The day; missing where the order gives none."), "date"),
    "time": Column(N_("The hour by the clock of that time zone, such as 09:30; never that of a release.")),
    "timezone": Column(N_("The court’s time zone, or the one that the docket states the hour in.")),
    "term": Column(N_("What an order says that gives no day.")),
    "moved_from": Column(N_("The days it was set for before, with a blank between.")),
    "what": Column(
        N_("What is due, in our words; of a hearing or a deadline the court’s, left out where people are protected.")),
    "result": Column(
        N_("What became of it: due, reported, no_report_seen and so on; of a hearing held, moved, vacated, not_held.")),
    "quote": Column(N_("The words it was read from; left out where people are protected: the case’s page has them.")),
    "rule": _RULE,
    "courtlistener": _LINK,
})

WEEKS: Final = Table("weeks", N_("Weeks from the first filing on: how many cases were filed, and came to stand so."), {
    "week": Column(N_("The Monday it began."), "date"),
    "complete": Column(
        N_("true: every petition filed in it that CourtListener has coded can have been seen, in each court that has "
           "petitions here; false: more may come, or such a court is not followed as a whole."), "boolean"),
    "filed": Column(N_("Cases whose first docket was filed in that week."), "integer"),
    "petitions": Column(N_("Of these, petitions about detention."), "integer"),
    **{status: Column(N_("Cases that have this status since that week."), "integer")
       for status in STATUSES if status not in ("open_pending", "unknown")},
}, ("week",))

FILINGS: Final = Table("filings", N_("Petitions filed in each court, by month from the first on: one row a month."), {
    "court_id": _COURT,
    "month": Column(N_("The month of filing, such as 2026-03.")),
    "complete": Column(
        N_("true: every petition filed in that court and month that CourtListener has coded can have been seen; false: "
           "more may come, or the court is not followed as a whole."), "boolean"),
    "petitions": Column(N_("Petitions whose first docket was filed in that court and month."), "integer"),
}, ("court_id", "month"))

OUTCOMES: Final = Table("outcomes", N_("How petitions ended, by month of the decision: one row a month."), {
    "month": Column(N_("The month of the ruling, or of another end, such as 2026-03.")),
    "complete": Column(
        N_("false: when it ended, fewer than nine in ten open petitions had been checked since, and more may come."),
        "boolean"),
    "decided": Column(N_("Petitions decided in that month; those of which no day is known are in none."), "integer"),
    **{ending.name: Column(ending.says, "integer") for ending in ENDINGS},
}, ("month",))

COURTS_TABLE: Final = Table("courts", N_("Courts: how many of their cases are followed, and where these stand."), {
    "court_id": _COURT,
    "court": Column(N_("The court as lawyers cite it.")),
    "state": Column(N_("Its state by postal code; missing where it has more than one.")),
    "circuit": Column(N_("The circuit it belongs to.")),
    "cases": Column(N_("Cases that are in that court now: of so many."), "integer"),
    **{status: Column(N_("Of these, cases with this status."), "integer") for status in STATUSES},
    "complete_from": Column(
        N_("The first day from which on every petition that CourtListener has coded can have been seen; missing where "
           "that goes back to the first, or the court is not followed as a whole."), "date"),
    "complete_until": Column(N_("The last such day; missing where the court is not followed as a whole."), "date"),
}, ("court_id",))

JUDGES: Final = Table("judges", N_("Judges to whom cases are assigned now: one row a judge."), {
    "judge_id": Column(N_("The judge: the page is judges/ID.html.")),
    "judge": Column(N_("The name as pages have it.")),
    "courts": Column(N_("The courts of these cases, by CourtListener’s ids, with a blank between.")),
    "cases": Column(N_("Cases that are assigned to that judge now."), "integer"),
    "appointed_by": Column(N_("The president who appointed the judge; missing where that is not known.")),
    "appointed_party": Column(N_("The party of that president.")),
    "appointed_how": Column(N_("How that is known, or why it is not: as in cases.")),
}, ("judge_id",))

COUNTS: Final = Table("counts", N_("Topics and statuses: how many cases of each, and of how many."), {
    "topic": Column(N_("The topic.")),
    "status": Column(N_("The published status.")),
    "cases": Column(N_("Cases of that topic with that status."), "integer"),
    "of": Column(N_("All cases of that topic."), "integer"),
}, ("topic", "status"))

NUMBERS: Final = Table("measures", N_("What the method page defines, counted over all cases: one row a number."), {
    "measure": Column(N_("What is counted; the method page defines it.")),
    "level": Column(N_("By what: all, week or month of filing, court_id, circuit, state, topic, judge_id and so on.")),
    "group": Column(N_("Which of these.")),
    "cases": Column(N_("How many cases."), "integer"),
    "of": Column(N_("Of how many: the denominator that the definition names."), "integer"),
    "by_person": Column(N_("Of the cases, those a person confirmed."), "integer"),
    "by_reading": Column(N_("Those read by machine."), "integer"),
    "by_inference": Column(N_("Those that follow from other findings."), "integer"),
}, ("measure", "level", "group"))

CURVES: Final = Table("durations", N_("How long things take, estimated with the open cases in it: one row a day."), {
    "duration": Column(N_("From what to what; the method page defines it.")),
    "day": Column(N_("Days after filing."), "integer"),
    "at_risk": Column(N_("Cases not there yet before that day and still watched."), "integer"),
    "ended": Column(N_("Cases that got there on that day."), "integer"),
    "censored": Column(N_("Cases last seen open on that day."), "integer"),
    "share": Column(N_("The share of cases not there yet after that day."), "number"),
    "low": Column(N_("The lower end of its 95 % interval."), "number"),
    "high": Column(N_("The upper end of its 95 % interval."), "number"),
}, ("duration", "day"))

AGREEMENTS: Final = Table("agreements", N_(
    "Agreements of local police under section 287(g), by each list that was taken in: one row an agreement a list."), {
    "state": Column(N_("The state, by its postal code.")),
    "agency": Column(N_("The agency, by the list’s name of it.")),
    "county": Column(N_("Its county; missing where the list gives none.")),
    "model": Column(N_("The model: task force, jail enforcement, warrant service officer.")),
    "signed": Column(N_("The day it was signed; missing where the list gives none."), "date"),
    "snapshot": Column(N_("The day of the list."), "date"),
    "source": Column(N_("Who published the list.")),
})

FIGURES: Final = Table("figures", N_(
    "What others counted or reported, as the pages of topics and states show it: one row a figure and language."), {
    "page": Column(N_("The page that has it: topics/PAGE.html.")),
    "number": Column(N_("Its place among the figures of that page."), "integer"),
    "language": Column(N_("The language of these words, by its code.")),
    "value": Column(N_("The figure as it is printed; missing for a statement, and where the English one stands.")),
    "says": Column(N_("What it is, in a sentence; missing where the English one stands.")),
    "source": Column(N_("Who counted or reported it.")),
    "url": Column(N_("Where; missing where no address is known.")),
    "date": Column(N_("Of when it is: a day, a month, a year, two of these with a slash between, before one, or "
                      "unknown.")),
    "state": Column(N_("The state whose page has it too, by its postal code; missing where it is of none.")),
    "unit": Column(N_("What the figure counts, such as agreements; missing where it stands for itself.")),
}, ("page", "number", "language"))

FACILITIES: Final = Table("facilities", N_(
    "The list of places of detention that captions are searched for: one row a place."), {
    "facility": Column(N_("The place, as the column facilities of cases has it.")),
    "name": Column(N_("Its name.")),
    "city": Column(N_("The city it lies in.")),
    "state": Column(N_("The state, by its postal code.")),
    "operator": Column(N_("The company that runs it; missing where none is known.")),
    "as_of": Column(N_("Of when the line is: a day, a month or a year.")),
}, ("facility",))

NUMBERING: Final = Table("numbering", N_(
    "Civil docket numbers known, and how many civil cases they suggest: one row an office of a court and a year."), {
    "court_id": _COURT,
    "office": Column(N_("The office, by the digit before the colon of its docket numbers.")),
    "year": Column(N_("The year of these numbers."), "integer"),
    "known": Column(N_("How many numbers are known, of cases with a page here and without."), "integer"),
    "petitions": Column(N_("Of these, numbers of petitions about detention with a page here."), "integer"),
    "between": Column(N_("How many numbers there are from the first known to the last, these included."), "integer"),
    "filed": Column(
        N_("How many civil cases were filed there in that year so far, estimated; missing where too few numbers are "
           "known."), "integer"),
    "filed_low": Column(N_("The lower end of its 95 % interval."), "integer"),
    "filed_high": Column(N_("The upper end of its 95 % interval."), "integer"),
}, ("court_id", "office", "year"))

RECAPTURES: Final = Table("recaptures", N_(
    "Petitions about detention by two lists, and how many there are by both: one row a court and second list."), {
    "court_id": _COURT,
    "list": Column(N_("The second list, by its name; missing where it is what searches found, beside what was found by "
                      "the clerk’s code.")),
    "ours": Column(N_("Petitions with a page here within the second list’s span of numbers; beside searches, those "
                      "that the clerk’s code found."), "integer"),
    "theirs": Column(N_("Petitions in the second list."), "integer"),
    "both": Column(N_("Petitions in both."), "integer"),
    "petitions": Column(
        N_("How many there are, estimated after Chapman; missing where too few are in both."), "integer"),
    "petitions_low": Column(N_("The lower end of its 95 % interval, after Sadinle."), "integer"),
    "petitions_high": Column(N_("The upper end of its 95 % interval."), "integer"),
    "missed": Column(N_("How many of these are not among ours: the estimate less ours."), "integer"),
    "missed_low": Column(N_("The lower end of its 95 % interval."), "integer"),
    "missed_high": Column(N_("The upper end of its 95 % interval."), "integer"),
})

DESCRIPTIONS: Final = Table("columns", N_("What every column of every table holds."), {
    "table": Column(N_("The table.")),
    "column": Column(N_("The column.")),
    "type": Column(N_("string, integer, date, datetime or boolean.")),
    "holds": Column(N_("What it holds.")),
}, ("table", "column"))

TABLES: Final = (
    CASES, DOCKETS, EVENTS, DATES, WEEKS, FILINGS, OUTCOMES, COURTS_TABLE, JUDGES, COUNTS, NUMBERS, CURVES, AGREEMENTS,
    FIGURES, FACILITIES, NUMBERING, RECAPTURES, DESCRIPTIONS)

COUNTED_FROM: Final = tuple(name for name in CASES.columns if name not in ("title", "says", "quote", "courtlistener"))
"""The columns of `CASES` that anything is counted from."""

AXES: Final = ("stage", "interim", "merits", "proceedings", "custody", "compliance", "appeal", "docket")
EARLIEST: Final = dt.date(1980, 1, 1)
NOT_FOLLOWED: Final[Mapping[str, Pass]] = {}
"""No court is followed as a whole."""
ENGLISH: Final = Wording()


def case_row(case: PublishedCase) -> Row:
    """A case as its row of `CASES`."""
    first, docket = case.dockets[0], case.current
    proof = case.status.proof
    return (
        case.slug, case.title, " ".join(ENGLISH.lede(case)), case.topic, case.scope, case.kind, case.policy,
        docket.court_id, docket.docket_number, " ".join(str(each.id) for each in case.dockets), docket.judge,
        case.appointed_by, _iso(first.date_filed), _iso(docket.date_terminated), _iso(last_active(case)),
        case.status.value, _iso(case.status.since), case.status.confidence,
        *(axis_values(case.axes.get(axis, ())) for axis in AXES),
        *((proof.entry_id, proof.entry_number, proof.quote, proof.rule, proof.courtlistener) if proof else (None,) * 5),
        len(case.unread), _moment(last_checked(case)),
        case.appointed_party, case.appointed_how,
        *(_iso(value) if isinstance(value, dt.date) else value for value in measured(case)),
        judge_slug(docket.judge) if judge_name(docket.judge) else "",
        "; ".join(f"{each.agency} ({each.state})" for each in case.agencies),
        " ".join(each.slug for each in case.facilities), "; ".join(case.contractors),
        first.court_id, first.docket_number,
    )


def docket_rows(case: PublishedCase) -> Iterator[Row]:
    """The dockets of a case as rows of `DOCKETS`, in its order."""
    for docket in case.dockets:
        yield (
            case.slug, docket.id, docket.court_id, docket.docket_number, _iso(docket.date_filed),
            _iso(docket.date_terminated), _moment(docket.last_checked), len(docket.entries),
            sum(entry.unread for entry in docket.entries),
        )


def axis_values(values: Iterable[Shown]) -> str:
    return " ".join(shown.value for shown in values)


def event_rows(case: PublishedCase) -> Iterator[Row]:
    """The timeline of a case as rows of `EVENTS`, in its order."""
    courts = {docket.id: docket.court_id for docket in case.dockets}
    for event in case.timeline:
        yield (
            case.slug, courts.get(event.docket_id), event.docket_id, event.entry_id, event.entry_number,
            _iso(event.date_filed), event.type, event.kind, " ".join(event.outcome), event.sense,
            ENGLISH.event(event), event.proof.quote, event.proof.rule, event.confirmed_by, _iso(event.confirmed_on),
            event.proof.courtlistener, weight(event) >= DECIDING,
        )


def date_rows(case: PublishedCase) -> Iterator[Row]:
    """Hearings, what judges ordered by a day, and deadlines of filings, as rows of `DATES`; past ones too.

    As in calendars: nobody's appointment with an agency, no hour of a release, and of protected people no word of the
    court's, in which a place may stand.
    """
    for date in filter(_is_listed, _hearings(case)):
        yield _date_row(case, date, "hearing", date.datetime, ENGLISH.hearing(date) if case.policy == "public" else "")
    for date in filter(_is_listed, case.compliance_due):
        yield _date_row(case, date, "due", due_time(date), ENGLISH.duty(date))
    for date in filter(_is_listed, case.agenda):
        if date.kind != "hearing":
            yield _date_row(case, date, "deadline", due_time(date), date.what if case.policy == "public" else "")


def _is_listed(date: PublishedDate) -> bool:
    return not is_appointment(date)


def _hearings(case: PublishedCase) -> Iterator[PublishedDate]:
    """Every hearing once; of one that is to come, what is known of that."""
    coming = {(date.docket_id, date.datetime): date for date in case.hearings_to_come}
    for date in case.agenda:
        if date.kind == "hearing":
            yield coming.pop((date.docket_id, date.datetime), date) if date.result is None else date
    yield from coming.values()


def _date_row(case: PublishedCase, date: PublishedDate, kind: str, when: str, what: str) -> Row:
    day, hour = _day_and_hour(when)
    court_id = next((docket.court_id for docket in case.dockets if docket.id == date.docket_id), None)
    zone = date.timezone or (COURTS[court_id].timezone if court_id in COURTS else None)
    proof = date.proof
    return (
        case.slug, court_id, date.docket_id, proof.entry_id, proof.entry_number, kind, day, hour,
        zone, date.term,
        " ".join(before[:10] for before in date.moved_from), what, date.result,
        proof.quote if case.policy == "public" else None, proof.rule, proof.courtlistener,
    )


def _day_and_hour(when: str) -> tuple[str | None, str | None]:
    """A court-local "2026-01-15T09:30" apart; what is no date is missing."""
    try:
        moment = dt.datetime.fromisoformat(when)
    except ValueError:
        return None, None
    return moment.date().isoformat(), f"{moment:%H:%M}" if "T" in when else None


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: dt.datetime | None) -> str | None:
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds") if moment else None


def frame(table: Table, rows: Iterable[Row], columns: Iterable[str]) -> pd.DataFrame:
    """These columns of a table; of the rows, which may be many, nothing else is kept."""
    names = list(columns)
    places = [list(table.columns).index(name) for name in names]
    return pd.DataFrame([[row[place] for place in places] for row in rows], columns=pd.Index(names))


def counted(
    rows: Iterable[Row], as_of: dt.date, passes: Mapping[str, Pass] = NOT_FOLLOWED
) -> dict[str, list[Row]]:
    """The rows of all tables that count, from those of `CASES`, and which are complete, from the last looks at courts
    that are followed as a whole.
    """
    cases = frame(CASES, rows, COUNTED_FROM)
    return {
        WEEKS.name: _cells(weeks(cases, as_of, passes)),
        FILINGS.name: _cells(filings(cases, as_of, passes)),
        OUTCOMES.name: _cells(outcomes(cases, as_of)),
        NUMBERS.name: _cells(Counting(cases).count_all()),
        CURVES.name: [row for duration in DURATIONS for row in _cells(curve(duration, cases))],
        COURTS_TABLE.name: _cells(courts(cases, passes)),
        JUDGES.name: list(judges(cases)),
        COUNTS.name: _cells(status_counts(cases)),
    }


def status_counts(cases: pd.DataFrame) -> pd.DataFrame:
    """How many cases of each topic have each status, with the topic's total as the denominator."""
    counts = cases.groupby(["topic", "status"], sort=True, as_index=False).agg(cases=("court_id", "size"))
    totals = cases.groupby("topic", as_index=False).agg(of=("court_id", "size"))
    return counts.merge(totals, on="topic", how="left")


def weeks(cases: pd.DataFrame, as_of: dt.date, passes: Mapping[str, Pass] = NOT_FOLLOWED) -> pd.DataFrame:
    """Per week, without a gap from the first to that of `as_of`: what was filed, and since when cases stand as they do.

    A day that cannot be, before `EARLIEST` or after `as_of`, is a slip of somebody's pen and counts in no week.
    """
    counted = list(WEEKS.columns)[2:]
    filed = pd.DataFrame({"week": cases["date_filed"], "what": "filed"})
    since = pd.DataFrame({"week": cases["status_since"], "what": cases["status"]})
    about_detention: Any = chosen(PETITIONS.where, cases)
    petitions = filed[cases["slug"].isin(about_detention["slug"])].assign(what="petitions")
    began = pd.concat([filed, petitions, since]).dropna()
    began = began[began["what"].isin(counted) & began["week"].between(EARLIEST.isoformat(), as_of.isoformat())]
    if began.empty:
        return pd.DataFrame(columns=pd.Index(WEEKS.columns))
    days = pd.Series(pd.to_datetime(began["week"]))
    table = pd.crosstab(days - pd.to_timedelta(days.dt.day_of_week, unit="D"), began["what"])
    mondays = pd.date_range(table.index.min(), pd.Timestamp(as_of), freq="7D", name="week")
    table = table.reindex(mondays, fill_value=0).reindex(columns=pd.Index(counted), fill_value=0).reset_index()
    seen = before(common_span(set(about_detention["first_court_id"].dropna()), passes), as_of)
    table.insert(1, "complete", [covers(seen, week.date(), week.date() + WEEK - DAY) for week in table["week"]])
    table["week"] = table["week"].dt.strftime("%Y-%m-%d")
    return table


def before(span: Span | None, as_of: dt.date) -> Span | None:
    """The days of a span that are over on the day the tables are of: a site can be built of a day long past."""
    return span and span._replace(last=min(span.last, as_of - DAY))


def mostly_synced(open_cases: pd.DataFrame, as_of: dt.date) -> dt.date:
    """The day since which nine in ten of these were fetched, not after `as_of`."""
    days = sorted(open_cases["last_checked"].fillna(EARLIEST.isoformat()).str[:10])
    return min(as_of, dt.date.fromisoformat(days[len(days) // 10])) if days else as_of


def filings(cases: pd.DataFrame, as_of: dt.date, passes: Mapping[str, Pass] = NOT_FOLLOWED) -> pd.DataFrame:
    """Per court and month, without a gap from the first month of any on: how many petitions were filed."""
    petitions: Any = chosen(PETITIONS.where, cases)
    counts: Any = _by_month(petitions["date_filed"], petitions["first_court_id"], as_of)
    seen = {court_id: before(complete_span(court_id, passes), as_of) for court_id in counts.columns}
    rows = [(court_id, str(month), covers(seen[court_id], month.start_time.date(), month.end_time.date()), number)
            for court_id in counts.columns for month, number in counts[court_id].items()]
    return pd.DataFrame(rows, columns=pd.Index(FILINGS.columns))


def outcomes(cases: pd.DataFrame, as_of: dt.date) -> pd.DataFrame:
    """Per month, without a gap from the first decision on: how many petitions were decided, and how."""
    petitions: Any = chosen(PETITIONS.where, cases)
    decided: Any = chosen(DECIDED.where, cases)
    how: Any = pd.Series(index=decided.index, dtype="object")
    for ending in ENDINGS:
        how[chosen(ending.where, decided).index] = ending.name
    table = _by_month(decided["decided_on"], how, as_of).reindex(
        columns=pd.Index([ending.name for ending in ENDINGS]), fill_value=0)
    until = mostly_synced(petitions.drop(decided.index), as_of)
    table.insert(0, "decided", table.sum(axis=1))
    table.insert(0, "complete", [until > month.end_time.date() for month in table.index])
    table.insert(0, "month", table.index.astype("str"))
    return table.reset_index(drop=True)


def _by_month(days: Any, what: Any, as_of: dt.date) -> Any:
    """How many of each in every month from the first to that of `as_of`; of days that can be (see `weeks`)."""
    kept = days.between(EARLIEST.isoformat(), as_of.isoformat())
    months = pd.PeriodIndex(pd.to_datetime(days[kept]), freq="M")
    if not len(months):
        return pd.DataFrame(index=pd.PeriodIndex([], freq="M"))
    return pd.crosstab(months, what[kept].to_numpy()).reindex(
        pd.period_range(months.min(), pd.Period(as_of, freq="M"), freq="M"), fill_value=0)


def courts(cases: pd.DataFrame, passes: Mapping[str, Pass] = NOT_FOLLOWED) -> pd.DataFrame:
    """Per court, by its id: its cases, how many of them have each status, and between which days it is complete."""
    known = cases.assign(status=cases["status"].where(cases["status"].isin(list(STATUSES)), "unknown"))
    counts = pd.crosstab(known["court_id"], known["status"]).reindex(columns=pd.Index(STATUSES), fill_value=0)
    table = counts.assign(cases=counts.sum(axis=1)).reset_index()
    for name, field in (("court", "citation"), ("state", "state"), ("circuit", "circuit")):
        table[name] = [getattr(COURTS.get(court_id), field, None) or None for court_id in table["court_id"]]
    spans = [complete_span(court_id, passes) for court_id in table["court_id"]]
    table["complete_from"] = [_iso(span and span.first) for span in spans]
    table["complete_until"] = [_iso(span and span.last) for span in spans]
    return table.reindex(columns=pd.Index(COURTS_TABLE.columns))


def judges(cases: pd.DataFrame) -> Iterator[Row]:
    """Every judge as a row of `JUDGES`, by the id: as the pages of judges have them."""
    columns = ["judge", "court_id", "appointed_by", "appointed_party", "appointed_how"]
    known: Any = cases[columns].astype(object).fillna("")
    found = by_judge(known.assign(judge=known["judge"].map(judge_name)).itertuples())
    for slug, judge in sorted(found.items()):
        yield (slug, judge.name, " ".join(filter(None, judge.courts)), len(judge.rows),
               *(each or None for each in (judge.appointed_by, judge.appointed_party, judge.appointed_how)))


def numbering_rows(runs: Mapping[str, Iterable[Run]], petitions: Iterable[Number]) -> Iterator[Row]:
    """What civil numbers say of each court, as rows of `NUMBERING`. `petitions`: numbers of cases that have a page.

    How many lie between the first and the last is told, and not which these are: a case without a page may have them.
    """
    ours = Counter(each[:3] for each in set(petitions))
    for run in sorted(chain.from_iterable(runs.values())):
        place = run[:3]
        yield (*place, run.known, ours[place], run.between, *(run.filed or _UNKNOWN))


def recapture_rows(missed: Mapping[str, Iterable[Recapture]]) -> Iterator[Row]:
    """What a second list says of each court, as rows of `RECAPTURES`."""
    for court_id, those in sorted(missed.items()):
        for each in those:
            yield (court_id, each.other or None, each.ours, each.theirs, each.both, *(each.petitions or _UNKNOWN),
                   *(each.missed or _UNKNOWN))


_UNKNOWN: Final = (None,) * len(Interval._fields)


def _cells(table: pd.DataFrame) -> list[Row]:
    """The rows of a frame as Python's own values."""
    cells = table.astype(object)
    return [tuple(row) for row in cells.where(cells.notna(), None).itertuples(index=False, name=None)]


def column_rows() -> list[Row]:
    """What each column of each table holds, as rows of `DESCRIPTIONS`."""
    return [(table.name, name, column.type, column.holds)
            for table in TABLES for name, column in table.columns.items()]


def harmless(cell: object) -> object:
    """A cell that no spreadsheet runs; line ends and other control characters become blanks."""
    if not isinstance(cell, str):
        return cell
    text = cell if cell.isprintable() else "".join(c if c.isprintable() else " " for c in cell)
    if ";" in text:
        text = _NEXT_CELL.sub("'", text)
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text
