"""Tables: is a case's row what its page says, can no cell do harm, and can the counts be made from the cases again?"""
import datetime as dt
from collections import Counter
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest
from writwatch.render import tables
from writwatch.render.coverage import DAY, Pass, complete_span
from writwatch.render.downloads import case_data
from writwatch.render.numbering import Number, Recapture, chapman, length, runs
from writwatch.render.published import PublishedCase
from writwatch.render.tables import (
    CASES,
    COUNTS,
    COURTS_TABLE,
    DATES,
    EVENTS,
    FILINGS,
    OUTCOMES,
    TABLES,
    WEEKS,
    Table,
)
from writwatch.render.wording import STATUSES

from .factory import AS_OF, TODAY, many, overdue, pending, released, shown


def named(table: Table, row: tables.Row) -> dict[str, Any]:
    return dict(zip(table.columns, row, strict=True))


def case_row(case: PublishedCase) -> dict[str, Any]:
    return named(CASES, tables.case_row(case))


def counted(*cases: PublishedCase) -> dict[str, list[dict[str, Any]]]:
    rows = tables.counted(map(tables.case_row, cases), TODAY, {"": Pass(None, AS_OF)})
    return {table.name: [named(table, row) for row in rows[table.name]] for table in (WEEKS, COURTS_TABLE, COUNTS)}


def test_a_case_is_a_row():
    """With its sentences, ISO dates, several interim orders in one cell and its proof beside it?"""
    row = case_row(pending())
    assert row["says"] == "The court granted temporary relief on 8 April 2026. The case goes on."
    assert row["dockets"] == "990002 990003"
    assert row["interim"] == "tro no_transfer_order"
    assert (row["date_filed"], row["status_since"], row["last_active"]) == ("2026-03-02", "2026-04-08", "2026-04-09")
    assert (row["entry_id"], row["entry_number"], row["rule"]) == (22, 9, "tro-granted")
    assert row["quote"] == "ORDER granting in part 3 Motion for Temporary Restraining Order."
    assert row["courtlistener"] == "https://www.courtlistener.com/docket/990002/-/?order_by=desc#entry-9"
    assert (row["unread"], row["policy"], row["last_checked"]) == (1, "public", "2026-04-10T09:10:00+00:00")


def test_what_is_not_known_is_missing():
    """No proof, no date, a docket that was never checked?"""
    case = released(status=shown("unknown"))
    lead = case.dockets[0]._replace(last_checked=None, date_filed=None)
    row = case_row(case._replace(dockets=(lead, *pending().dockets)))
    for column in ("status_since", "date_filed", "last_checked", "entry_id", "quote", "courtlistener"):
        assert row[column] is None, column


def test_an_event_is_a_row():
    """Does it say what the page says, with its entry and the words it was read from?"""
    rows = [named(EVENTS, row) for row in tables.event_rows(released())]
    assert [row["type"] for row in rows] == [event.type for event in released().timeline]
    ruling = rows[3]
    assert (ruling["slug"], ruling["court_id"], ruling["docket"]) == ("mnd-0-26-cv-00123", "mnd", 990001)
    assert (ruling["entry"], ruling["entry_number"], ruling["date"]) == (4, 10, "2026-01-15")
    assert (ruling["outcome"], ruling["says"]) == ("granted", "A judge granted the habeas petition")
    assert ruling["quote"] == "ORDER granting 1 Petition for Writ of Habeas Corpus"
    assert rows[2]["entry_number"] is None


def test_a_date_is_a_row():
    """A hearing with its hour and zone, and what is due with what became of it?"""
    (hearing,) = (named(DATES, row) for row in tables.date_rows(pending()))
    assert [hearing[each] for each in ("kind", "date", "time", "timezone", "what")] == [
        "hearing", "2026-04-14", "09:30", "America/New_York", "Hearing on the injunction"]
    assert hearing["quote"] == "set for 4/14/2026 at 09:30 AM"
    (due,) = (named(DATES, row) for row in tables.date_rows(overdue()))
    assert [due[each] for each in ("kind", "date", "time", "what", "result")] == [
        "due", "2026-04-08", None, "A bond hearing", "no_report_seen"]


def test_an_hour_by_another_clock_has_its_zone():
    """The zone that the docket states: in the place of the court's, in the tables and in the case's own file?"""
    (coming,) = pending().hearings_to_come
    case = pending(hearings_to_come=(coming._replace(timezone="America/Chicago"),), policy="public")
    (row,) = (named(DATES, row) for row in tables.date_rows(case))
    assert (row["time"], row["timezone"]) == ("09:30", "America/Chicago")
    assert [date["timezone"] for date in case_data(case)["hearings_to_come"]] == ["America/Chicago"]


def test_dates_of_protected_people_are_bare():
    """Neither the hour of a release nor a word of the court's, in which a place may stand, in a list of dates?"""
    (due,) = released().compliance_due
    hourly = due._replace(datetime="2026-01-16T17:00", what="release", moved_from=("2026-01-15T09:00",))
    hearing = pending().hearings_to_come[0]._replace(docket_id=990001, what="Hearing in Courtroom 9")
    case = released(compliance_due=(hourly,), hearings_to_come=(hearing,))
    first, second = (named(DATES, row) for row in tables.date_rows(case))
    assert [first[each] for each in ("kind", "time", "what", "quote")] == ["hearing", "09:30", "", None]
    assert [second[each] for each in ("date", "time", "moved_from", "quote")] == [
        "2026-01-16", None, "2026-01-15", None]


def test_every_hearing_is_a_row_once():
    """Held, called off and to come: each with what became of it, and deadlines of filings beside them?"""
    coming = pending().hearings_to_come[0]
    agenda = tuple(coming._replace(kind=kind, datetime=when, result=result) for kind, when, result in (
        ("hearing", "2026-03-20T10:00", "held"), ("hearing", "2026-04-02", "vacated"),
        ("deadline", "2026-04-03", None), ("hearing", coming.datetime, None)))
    rows = [named(DATES, row) for row in tables.date_rows(pending(agenda=agenda))]
    assert [(row["kind"], row["date"], row["result"]) for row in rows] == [
        ("hearing", "2026-03-20", "held"), ("hearing", "2026-04-02", "vacated"), ("hearing", "2026-04-14", None),
        ("deadline", "2026-04-03", None)]


@pytest.mark.parametrize("what", ["check-in with ICE", "Petitioner shall report to the ICE field office"])
def test_nobodys_appointment_is_a_row(what: str):
    """Where somebody has to be, and when: is it in no list?"""
    date = pending().hearings_to_come[0]._replace(what=what)
    case = pending(hearings_to_come=(date,), agenda=(date._replace(kind="deadline"),),
                   compliance_due=(date._replace(kind="deadline", result="due"),))
    assert list(tables.date_rows(case)) == []


@pytest.mark.parametrize("when", ["", "soon", "2026-02-31", "2026-01-01T"])
def test_a_date_that_is_none(when: str):
    """Is what no calendar has left out?"""
    due = overdue().compliance_due[0]._replace(datetime=when, what="a report")
    (row,) = (named(DATES, row) for row in tables.date_rows(overdue(compliance_due=(due,))))
    assert (row["date"], row["time"]) == (None, None)


def test_counts_have_their_denominator():
    """Three cases of one topic, one of another: does each count say of how many?"""
    cases = [released(), released(), released(status=shown("dismissed")), released(topic="removal")]
    assert [tuple(row.values()) for row in counted(*cases)["counts"]] == [
        ("detention", "dismissed", 1, 3),
        ("detention", "relief_granted_final", 2, 3),
        ("removal", "relief_granted_final", 1, 1),
    ]


def test_counts_can_be_made_again():
    """From the rows of the cases alone, by hand: the same weeks and the same courts?"""
    cases = list(many(300))
    rows = [case_row(case) for case in cases]
    made = counted(*cases)
    for week in made["weeks"]:
        first = dt.date.fromisoformat(week["week"])
        days = {(first + dt.timedelta(days=day)).isoformat() for day in range(7)}
        assert first.weekday() == 0
        assert week["complete"] is (first + dt.timedelta(days=7) <= TODAY)
        assert week["filed"] == sum(row["date_filed"] in days for row in rows)
        for status in ("relief_granted_final", "dismissed", "closed_other"):
            assert week[status] == sum(row["status"] == status and row["status_since"] in days for row in rows)
    assert sum(week["filed"] for week in made["weeks"]) == len(cases)
    assert {row["court_id"]: row["cases"] for row in made["courts"]} == Counter(row["court_id"] for row in rows)
    for court in made["courts"]:
        assert court["cases"] == sum(court[status] for status in STATUSES)
        assert court["dismissed"] == sum(
            (row["court_id"], row["status"]) == (court["court_id"], "dismissed") for row in rows)


def test_weeks_have_no_gap():
    """Filed in January and in April: is every week between there, with nothing in it, and the last one incomplete?"""
    late = released(status=shown("open_pending"), dockets=(
        released().dockets[0]._replace(date_filed=TODAY), *released().dockets[1:]))
    weeks = counted(released(), late)["weeks"]
    days = [dt.date.fromisoformat(week["week"]) for week in weeks]
    assert (days[0], days[-1]) == (dt.date(2025, 12, 29), dt.date(2026, 4, 6))
    assert {after - before for before, after in pairwise(days)} == {dt.timedelta(days=7)}
    assert [week["complete"] for week in weeks] == [True] * (len(weeks) - 1) + [False]


@pytest.mark.parametrize("slip", [dt.date(206, 1, 5), dt.date(2206, 1, 5)])
def test_a_slip_of_the_pen_makes_no_weeks(slip: dt.date):
    """A year that cannot be: are there as many weeks as without it?"""
    lead = released().dockets[0]
    odd = released(status=shown("open_pending"), dockets=(lead._replace(date_filed=slip),))
    assert counted(released(), odd)["weeks"] == counted(released())["weeks"]


def petition(court_id: str, filed: str, **more: Any) -> dict[str, Any]:
    """A row of cases.csv with what the tables by month look at."""
    return {"slug": f"{court_id}-{filed}-{len(more)}", "kind": "individual_detention", "court_id": court_id,
            "first_court_id": court_id, "date_filed": filed, "merits": "none", "decided_on": None,
            "last_checked": "2026-04-10T09:00:00+00:00", "status": "open_pending", "status_since": None} | more


def as_rows(table: Table, frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [named(table, row) for row in tables._cells(frame)]


def test_filings_by_court_and_month():
    """Petitions alone, no month left out, each court complete as far as all of it was looked at?"""
    frame = pd.DataFrame([
        petition("mnd", "2026-01-31"), petition("mnd", "2026-03-01"), petition("mnd", "2026-03-09", kind="impact"),
        petition("txsd", "2026-03-02"), petition("txsd", "206-01-01"),
    ])
    passes = {"mnd": Pass(None, AS_OF), "txsd": Pass(None, AS_OF - 11 * DAY)}
    rows = as_rows(FILINGS, tables.filings(frame, TODAY, passes))
    assert [(row["court_id"], row["month"], row["petitions"]) for row in rows] == [
        (court_id, f"2026-{month:02}", count) for court_id, counts in (("mnd", (1, 0, 1, 0)), ("txsd", (0, 0, 1, 0)))
        for month, count in enumerate(counts, 1)]
    assert [row["month"] for row in rows if not row["complete"]] == ["2026-04", "2026-03", "2026-04"]


def test_outcomes_by_month():
    """Each decided petition in the month it was decided, as what it was, remanded as transferred; the rest in none?"""
    frame = pd.DataFrame([
        petition("mnd", "2026-01-02", merits="granted", decided_on="2026-02-01"),
        petition("mnd", "2026-01-02", merits="dismissed_moot", decided_on="2026-02-28"),
        petition("mnd", "2026-01-02", merits="remanded", decided_on="2026-04-01"),
        petition("mnd", "2026-01-02", merits="denied"), petition("mnd", "2026-01-02"),
        petition("mnd", "2026-01-02", merits="granted", decided_on="2026-02-01", kind="impact"),
    ])
    rows = as_rows(OUTCOMES, tables.outcomes(frame, TODAY))
    assert [(row["month"], row["complete"], row["decided"]) for row in rows] == [
        ("2026-02", True, 2), ("2026-03", True, 0), ("2026-04", False, 1)]
    assert [(row["granted"], row["dismissed_moot"], row["transferred"]) for row in rows] == [
        (1, 1, 0), (0, 0, 0), (0, 0, 1)]


@pytest.mark.parametrize(("stale", "complete"), [(1, True), (2, False)])
def test_a_month_of_outcomes_is_complete_once_most_were_checked(stale: int, complete: bool):
    """Of ten open petitions one or two were not looked at since March ended: has all been seen?"""
    open_ones = [petition("mnd", f"2026-01-{day:02}") for day in range(1, 11)]
    for each in open_ones[:stale]:
        each["last_checked"] = "2026-03-30T09:00:00+00:00"
    decided = petition("mnd", "2026-01-02", merits="granted", decided_on="2026-03-05")
    rows = as_rows(OUTCOMES, tables.outcomes(pd.DataFrame([decided, *open_ones]), TODAY))
    assert [(row["month"], row["complete"]) for row in rows] == [("2026-03", complete), ("2026-04", False)]


@pytest.mark.parametrize(("passes", "weeks", "months"), [
    ({}, [], []),
    ({"": Pass(None, AS_OF)}, ["2026-03-16", "2026-03-23", "2026-03-30"], ["mnd 2026-03", "txsd 2026-03"]),
    ({"mnd": Pass(None, AS_OF)}, [], ["mnd 2026-03"]),
    ({"mnd": Pass(None, AS_OF), "txsd": Pass(None, AS_OF - 8 * DAY)}, ["2026-03-16", "2026-03-23"],
     ["mnd 2026-03", "txsd 2026-03"]),
    ({"": Pass(AS_OF - 17 * DAY, AS_OF)}, ["2026-03-30"], []),
    ({"": Pass(None, AS_OF + 30 * DAY)}, ["2026-03-16", "2026-03-23", "2026-03-30"], ["mnd 2026-03", "txsd 2026-03"]),
])
def test_weeks_and_months_are_complete_by_one_rule(passes: dict[str, Pass], weeks: list[str], months: list[str]):
    """A week where all of it can have been seen in each court that has petitions, a month in its own; and none that was
    not over on the day of the tables?"""
    frame = pd.DataFrame([petition("mnd", "2026-03-16"), petition("txsd", "2026-03-20"),
                          petition("cacd", "2026-03-20", kind="impact")])
    weekly, monthly = tables.weeks(frame, TODAY, passes), tables.filings(frame, TODAY, passes)
    assert [row["week"] for row in as_rows(WEEKS, weekly) if row["complete"]] == weeks
    assert [f"{row['court_id']} {row['month']}" for row in as_rows(FILINGS, monthly) if row["complete"]] == months
    known = {row["court_id"]: (row["complete_from"], row["complete_until"])
             for row in as_rows(COURTS_TABLE, tables.courts(frame, passes))}
    for court_id in ("mnd", "txsd"):
        span = complete_span(court_id, passes)
        days = (span.first and span.first.isoformat(), span.last.isoformat()) if span else (None, None)
        assert known[court_id] == days


def test_a_status_that_no_table_knows():
    """Does it count as unknown, so that the numbers of a court add up?"""
    (court,) = counted(released(status=shown("something_new")))["courts"]
    assert (court["unknown"], court["cases"]) == (1, 1)


def test_no_case_at_all():
    """Are there no rows, and no mistake?"""
    assert counted() == {"weeks": [], "courts": [], "counts": []}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r=1", "' =1"),
        ("plain", "plain"),
        ("a\nb\x1b[2J", "a b [2J"),
        (7, 7),
        (None, None),
    ],
)
def test_no_cell_is_a_formula(cell: object, expected: object):
    """Can a spreadsheet run it?"""
    assert tables.harmless(cell) == expected


def test_every_column_is_explained():
    """Has each column of each table a sentence, and does each key name columns?"""
    rows = tables.column_rows()
    assert {(table, column) for table, column, *_ in rows} == {
        (table.name, column) for table in TABLES for column in table.columns}
    assert all(str(holds).endswith(".") for *_, holds in rows)
    assert all(set(table.key) <= set(table.columns) for table in TABLES)


def test_a_judge_is_one_whatever_the_spelling():
    """Two spellings: one id in the cases, one row, one group of the measures?"""
    cases = [released(slug=name[:4].lower(), dockets=(released().dockets[0]._replace(judge=name),))
             for name in ("Wren Halloway", "HALLOWAY, Wren", "Unassigned")]
    rows = [tables.case_row(case) for case in cases]
    assert [named(CASES, row)["judge_id"] for row in rows] == ["wren-halloway", "wren-halloway", ""]
    found = tables.counted([tuple(cell or None for cell in row) for row in rows], TODAY)
    assert [row[:4] for row in found["judges"]] == [("wren-halloway", "Wren HALLOWAY", "mnd", 2)]
    assert {row[2] for row in found["measures"] if row[1] == "judge_id"} == {"wren-halloway"}


def test_of_docket_numbers_only_counts_are_published():
    """Of an office whose outermost numbers have no page: how many, how far apart, and neither of the two?"""
    known = {Number("mnd", "0", 2026, serial) for serial in (1117, 3209, 4001, 5003, 8887)}
    (row,) = tables.numbering_rows({"mnd": runs(known)}, [Number("mnd", "0", 2026, 4001)] * 2)
    assert named(tables.NUMBERING, row) == {
        "court_id": "mnd", "office": "0", "year": 2026, "known": 5, "petitions": 1, "between": 7771,
        **dict(zip(("filed", "filed_low", "filed_high"), length({each.serial for each in known}), strict=True))}
    assert not {1117, 3209, 4001, 5003, 8887} & set(row)


def test_what_cannot_be_estimated_is_missing():
    """Too few numbers, too few in both lists; and a list without a name is what searches found?"""
    (few,) = tables.numbering_rows({"mnd": runs([Number("mnd", "0", 2026, 7)])}, ())
    assert few[5:] == (1, None, None, None)
    found = {"txsd": [Recapture("txsd", "", 9, 9, 1, None)],
             "mnd": [Recapture("mnd", "A list", 40, 30, 20, chapman(40, 30, 20))]}
    first, second = (named(tables.RECAPTURES, row) for row in tables.recapture_rows(found))
    assert (first["list"], first["petitions"], first["missed"]) == ("A list", 60, 20)
    assert first["petitions_low"] - 40 == first["missed_low"]
    assert list(second.values()) == ["txsd", None, 9, 9, 1, *[None] * 6]
