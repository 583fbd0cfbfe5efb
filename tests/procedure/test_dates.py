"""Hearings and deadlines: what is a date of the case, and what is not. Lines are invented."""

import datetime as dt

import holidays as oracle
import pytest
from writwatch.render.procedure.court_days import add_court_days, holidays, is_court_day
from writwatch.render.procedure.events import read_text
from writwatch.render.procedure.moments import Own, a_date, a_time, moments

SIGNED = " Signed by Judge Doe on 5/4/2026."


def dates(text: str) -> list[str]:
    return sorted(f"{date.kind} {date.datetime}" + (f" {date.tz}" if date.tz else "") for date in read_text(text).dates)


DEADLINES = [
    ("ORDER: Respondents shall answer by 5/8/2026.", ["deadline 2026-05-08"]),
    ("ORDER: Answer due May 8, 2026; reply due May 12, 2026.", ["deadline 2026-05-08", "deadline 2026-05-12"]),
    ("ORDER: Respondents shall answer no later than 11:00 a.m. CT on May 8, 2026.", ["deadline 2026-05-08T11:00 CT"]),
    ("ORDER: Respondents shall answer by May 8, 2026 at 12noon.", ["deadline 2026-05-08T12:00"]),
    ("ORDER: A report is to be filed by the close of business on 5/8/26.", ["deadline 2026-05-08"]),
    ("ORDER: Respondents shall report by 5:00 p.m. ET today." + SIGNED, ["deadline 2026-05-04T17:00 ET"]),
    ("ORDER: Respondents shall answer within seven (7) days of this Order." + SIGNED, ["deadline 2026-05-11"]),
    ("ORDER: Respondents shall file a notice within 48 hours." + SIGNED, ["deadline 2026-05-06"]),
    ("ORDER: Respondents shall answer within three business days." + SIGNED, ["deadline 2026-05-07"]),
    (
        "ORDER granting 9 Motion for Extension of Time. Time to answer is extended to May 20, 2026.",
        ["deadline 2026-05-20"],
    ),
    ("REPORT AND RECOMMENDATION. Objections to R&R due by 5/18/2026.", ["deadline 2026-05-18"]),
    ("SUMMONS Returned Executed, answer due 5/26/2026.", ["deadline 2026-05-26"]),
    ("ORDER: reports are due every Monday at noon beginning May 11, 2026.", ["deadline 2026-05-11T12:00"]),
]
HEARINGS = [
    ("ORDER: Hearing set for 5/12/2026 at 10:00 AM in Courtroom 4.", ["hearing_scheduled 2026-05-12T10:00"]),
    (
        "MINUTE ORDER: The parties shall appear by Zoom on May 12, 2026, at 2:30 p.m.",
        ["hearing_scheduled 2026-05-12T14:30"],
    ),
    (
        "ORDER: The hearing set for 5/12/2026 is VACATED and RESET for 5/19/2026 at 9:30 AM.",
        ["hearing_scheduled 2026-05-19T09:30", "hearing_vacated 2026-05-12"],
    ),
    (
        "ORDER adjourning the conference from May 12, 2026 to May 19, 2026 at 11:30 AM.",
        ["hearing_scheduled 2026-05-19T11:30", "hearing_vacated 2026-05-12"],
    ),
    ("ORDER: The May 12, 2026 conference is cancelled.", ["hearing_vacated 2026-05-12"]),
    ("ORDER: The conference of April 9, 2026 is OFF CALENDAR.", ["hearing_vacated 2026-04-09"]),
    ("Minute Entry: Status Conference held on 5/4/2026.", ["hearing_held 2026-05-04"]),
    (
        "MINUTE entry: Status hearing held on 5/4/2026 and continued to 5/18/2026 at 9:15 a.m.",
        ["hearing_held 2026-05-04", "hearing_scheduled 2026-05-18T09:15"],
    ),
    ("Minute Entry: Detention Hearing not held on 5/4/2026.", ["hearing_not_held 2026-05-04"]),
    (
        "CALENDARED for argument on Tuesday, 07/14/2026 at 1:30 PM Central.",
        ["hearing_scheduled 2026-07-14T13:30 CT"],
    ),
    (
        "MOTION to Dismiss by Respondents. Motion Hearing set for 6/2/2026 10:00 AM.",
        ["hearing_scheduled 2026-06-02T10:00"],
    ),
]
NOT_DATES = [
    "ORDER granting 3 Motion." + SIGNED,
    "ORDER granting 3 Motion. (Entered: 05/04/2026)",
    "COMPLAINT by Plaintiff. (Filed on 5/4/2026)",
    "NOTICE of Appearance. [Entered: 05/04/2026 03:20 PM]",
    "PETITION for Writ of Habeas Corpus. Born 7/9/1990, he was taken into custody on April 28, 2026.",
    "ORDER: Respondents' report was due April 12, 2026 and has not been filed.",
    "MINUTE ORDER. The Temporary Restraining Order is EXTENDED through May 7, 2026.",
    "STATUS REPORT. The immigration judge held a hearing on May 4, 2026; the next hearing is set for June 1, 2026.",
    "ORDER. The case is stayed until 6/1/2026.",
    "LETTER from counsel dated May 4, 2026 asking that the hearing be held before May 20, 2026.",
    "ORDER: Respondents shall answer within ten days of service.",
    "MOTION for Extension of Time to May 20, 2026 to File Response by Respondents.",
    "ORDER of the district court of May 4, 2026 is affirmed.",
    "ORDER. [Transferred from flsd on 5/4/2026.]",
    "ORDER: 25 years of records.",
]


@pytest.mark.parametrize(("text", "expected"), [*DEADLINES, *HEARINGS])
def test_dates_of_the_case(text: str, expected: list[str]) -> None:
    """Is every hearing and deadline read, with its hour and zone as written?"""
    assert dates(text) == sorted(expected)


@pytest.mark.parametrize("text", NOT_DATES)
def test_dates_of_something_else(text: str) -> None:
    """Are signatures, entry dates, history, wishes and other courts' hearings left?"""
    assert dates(text) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3/4/2026", dt.date(2026, 3, 4)),
        ("3/4/26", dt.date(2026, 3, 4)),
        ("3/4/99", dt.date(1999, 3, 4)),
        ("03-04-2026", dt.date(2026, 3, 4)),
        ("March 4, 2026", dt.date(2026, 3, 4)),
        ("Sept. 4, 2026", dt.date(2026, 9, 4)),
        ("4th day of March, 2026", dt.date(2026, 3, 4)),
        ("January 2", dt.date(2026, 1, 2)),
        ("13/45/2026", None),
        ("February 30, 2026", None),
    ],
)
def test_a_date(words: str, day: dt.date | None) -> None:
    """Is a day read as the clerk meant it, the nearest year taken where none is printed?"""
    assert a_date(words, lambda: Own(dt.date(2025, 12, 20))) == day


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("10:00 AM", "10:00"),
        ("2:30 p.m.", "14:30"),
        ("12:00 p.m.", "12:00"),
        ("12:00 a.m.", "00:00"),
        ("noon", "12:00"),
        ("12noon", "12:00"),
        ("11 a.m.", "11:00"),
        ("1:30", "13:30"),
        ("9:00", "09:00"),
        ("25:00", ""),
        ("9:75", ""),
    ],
)
def test_a_time(words: str, clock: str) -> None:
    """Is an hour without AM or PM taken as an office hour, and nonsense as nothing?"""
    assert a_time(words) == clock


def test_the_hour_of_the_order_gives_the_hour_of_the_term() -> None:
    """Do hours count from an hour only where the order has one?"""
    text = "TEMPORARY RESTRAINING ORDER entered at 6:15 p.m. on May 4, 2026. The Warden shall respond within 24 hours."
    assert dates(text) == ["deadline 2026-05-05T18:15"]


def test_no_hour_is_made_up() -> None:
    """Does a day without an hour stay a day?"""
    found = moments(b"on 5/4/2026 in Courtroom 3A, 6500 Main Street", lambda: Own(dt.date(2026, 1, 1)))
    assert [moment.at for moment in found] == ["2026-05-04"]


@pytest.mark.parametrize("year", range(2015, 2036))
def test_holidays_of_rule_6(year: int) -> None:
    """Are the legal holidays those that another calendar knows?"""
    known = {day for day, name in oracle.country_holidays("US", years=[year, year + 1]).items() if day.year == year}
    weekdays = {day for day in known if day.weekday() < 5}
    assert {day for day in holidays(year) if day.weekday() < 5} == weekdays


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (dt.date(2026, 1, 14), 3, dt.date(2026, 1, 20)),
        (dt.date(2024, 7, 1), 7, dt.date(2024, 7, 11)),
        (dt.date(2026, 5, 12), -2, dt.date(2026, 5, 8)),
        (dt.date(2026, 5, 4), 0, dt.date(2026, 5, 4)),
    ],
)
def test_court_days(start: dt.date, count: int, end: dt.date) -> None:
    """Are weekends and holidays passed over, forwards and backwards?"""
    assert add_court_days(start, count) == end
    assert is_court_day(dt.date(2026, 7, 3)) is False
