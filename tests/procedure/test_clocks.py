"""Whose clock an hour is by: is another than the court's own carried to where the hour is told, and never its own?"""

import datetime as dt
import zoneinfo

import pytest
from writwatch.render.procedure.agenda import agenda
from writwatch.render.procedure.clocks import ZONES, other_clock
from writwatch.render.procedure.courts import COURTS
from writwatch.render.procedure.facts import Docket, Entry
from writwatch.render.procedure.findings import Scheduled
from writwatch.render.procedure.status import read_case

EASTERN, CENTRAL, MOUNTAIN, PACIFIC = ZONES["ET"], ZONES["CT"], ZONES["MT"], ZONES["PT"]


def rows(*texts: str, court_id: str = "txsd") -> list[Scheduled]:
    """Hearings to come, what is due, and the whole list, of a docket with these entries."""
    entries = tuple(
        Entry(number, 1, court_id, number, "", dt.date(2026, 3, 3 + number), text)
        for number, text in enumerate(texts, 1)
    )
    dockets = (Docket(1, court_id, "4:26-cv-00001", "Ardo v. Warden", nature_of_suit="463", entries=entries),)
    reading = read_case(dockets, dt.date(2026, 3, 5))
    return [*reading.hearings_to_come, *reading.compliance_due, *agenda(dockets, reading)]


def clocks(*texts: str, court_id: str = "txsd") -> set[tuple[str, str]]:
    return {(row.datetime, row.timezone) for row in rows(*texts, court_id=court_id)}


@pytest.mark.parametrize(
    ("said", "court_id", "zone"),
    [
        ("ET", "txsd", EASTERN),
        ("EST", "ca5", EASTERN),
        ("EDT", "flnd", ""),
        ("CT", "flnd", CENTRAL),
        ("CDT", "mnd", ""),
        ("CST", "dcd", CENTRAL),
        ("MT", "txwd", MOUNTAIN),
        ("MST", "azd", ""),
        ("MDT", "azd", ""),
        ("MT", "idd", ""),
        ("PT", "idd", PACIFIC),
        ("PDT", "cand", ""),
        ("ET", "mied", ""),
        ("EST", "insd", ""),
        ("ET", "kywd", ""),
        ("AKT", "ca9", "America/Anchorage"),
        ("AKDT", "akd", ""),
        ("HST", "cacd", "Pacific/Honolulu"),
        ("HST", "hid", ""),
        ("CHST", "ca9", "Pacific/Guam"),
        ("CHST", "nmid", ""),
        ("AST", "prd", ""),
        ("AST", "akd", ""),
        ("AST", "dcd", ""),
        ("ET", "prd", EASTERN),
        ("ET", "", EASTERN),
        (None, "txsd", ""),
        (None, "", ""),
    ],
)
def test_another_clock_than_the_courts(said: str | None, court_id: str, zone: str) -> None:
    """Is each name of a clock its zone where the court goes by another, and never where it is the court's own?"""
    assert other_clock(said, court_id) == zone


def test_every_clock_exists() -> None:
    """Does the zone data know each, and is each some court's own?"""
    assert set(ZONES.values()) <= zoneinfo.available_timezones() & {court.timezone for court in COURTS.values()}


SIGNED = " Signed by Judge Marlow on 3/4/2026."
VIDEO = "ORDER setting Status Conference for 3/10/2026 at 2:00 PM Eastern Time by video." + SIGNED


def test_a_hearing_by_another_clock() -> None:
    """Does the hour that is stated by another clock stand with its zone, to come and in the whole list?"""
    assert clocks(VIDEO) == {("2026-03-10T14:00", EASTERN)}
    assert [row.kind for row in rows(VIDEO)] == ["hearing", "hearing"]


@pytest.mark.parametrize("text", [VIDEO.replace("Eastern Time", "CST"), VIDEO.replace(" Eastern Time", "")])
def test_the_courts_own_clock_is_not_said(text: str) -> None:
    """Is nothing said of a zone that is the court's own, or that nobody states?"""
    assert clocks(text) == {("2026-03-10T14:00", "")}


def test_the_clock_that_was_said_last() -> None:
    """Is the zone of an hour that of the newest entry that states one, and kept where one only repeats the hour?"""
    again = "NOTICE of Hearing: Status Conference set for 3/10/2026 at 2:00 PM."
    for texts, zone in (
        ((VIDEO, again), EASTERN),
        ((again, VIDEO), EASTERN),
        ((VIDEO, again.replace("PM.", "PM CT.")), ""),
    ):
        assert clocks(*texts) == {("2026-03-10T14:00", zone)}


def test_what_is_due_by_another_clock() -> None:
    """What a judge ordered by an hour, a filing, and a term before the hearing: each by the clock that is stated?"""
    duty = "ORDER granting 1 Petition for Writ of Habeas Corpus. Respondents shall provide a bond hearing by 3/11/2026 "
    assert ("2026-03-11T17:00", EASTERN) in clocks("PETITION for Writ of Habeas Corpus.", duty + "at 5:00 PM ET.")
    assert clocks("ORDER: Respondents shall answer by 3/9/2026 at noon Eastern." + SIGNED) == {
        ("2026-03-09T12:00", EASTERN)
    }
    term = VIDEO.replace(SIGNED, f" Respondents shall file a reply 24 hours before the hearing.{SIGNED}")
    assert ("2026-03-09T14:00", EASTERN) in clocks(term)
