"""The calendars: does a date keep its UID when it moves, is it the court's hour, does it say nothing it must not?"""
import datetime as dt
import io
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.tz import tzical
from writwatch.render.calendar_zones import zone_text
from writwatch.render.calendars import Calendars
from writwatch.render.pages import ENGLISH, SiteLook
from writwatch.render.procedure.courts import COURTS
from writwatch.render.published import PublishedCase, PublishedDate

from .factory import AS_OF, TODAY, docket, entry, many, overdue, pending, proof, released

LOOK = SiteLook(base_url="https://example.org/tracker/")
SET = entry(81, 5, dt.date(2026, 4, 1), "Hearing set for 4/20/2026 at 10:00 AM in Courtroom 7D.", 990081)
MOVED = entry(82, 6, dt.date(2026, 4, 3), "Hearing reset to 4/27/2026 at 02:00 PM in Courtroom 9A.", 990081)
OFF = entry(83, 7, dt.date(2026, 4, 9), "The hearing set for 4/27/2026 is vacated.", 990081)


def made(*cases: PublishedCase, as_of: dt.datetime = AS_OF, look: SiteLook = LOOK) -> dict[str, bytes]:
    """Every calendar of these cases, by its path."""
    output = Calendars(look, as_of, ENGLISH)
    files = [file for case in cases for file in output.case(case)]
    written = {file.path: file.content for file in [*files, *output.whole()]}
    return {path: content for path, content in written.items() if isinstance(content, bytes)}


def events(files: dict[str, bytes], of: str = "all") -> list[Any]:
    return list(icalendar.Calendar.from_ical(files[f"calendars/{of}.ics"]).walk("VEVENT"))


def hearing(of: Any, when: str, result: str | None = None, by: Any = None, **changes: Any) -> PublishedDate:
    """A hearing that entry sets; `by`: the entry that says what became of it."""
    ended = proof(by, by.text) if by else None
    date = PublishedDate(990081, "hearing", when, "Motion hearing", result, proof(of, of.text), ended)
    return date._replace(**changes)


def heard(*agenda: PublishedDate, coming: tuple[PublishedDate, ...] = (), **changes: Any) -> PublishedCase:
    """A case with those hearings, its names public unless `policy` says otherwise."""
    given = {"policy": "public", "compliance_due": (), "slug": "heard", "title": "Lakeside Clinic v. DHS"} | changes
    entries = (SET, MOVED, OFF)
    return released(agenda=agenda, hearings_to_come=coming, **given,
                    dockets=(docket(990081, "azd", "2:26-cv-00081", entries),))


def due(when: str, result: str, what: str = "bond hearing", **changes: Any) -> PublishedDate:
    one = entry(84, 8, dt.date(2026, 4, 1), f"ORDER: {what}.", 990081)
    return PublishedDate(990081, "compliance", when, what, result, proof(one, one.text), None)._replace(**changes)


def test_every_calendar_is_one() -> None:
    """Does each parse and hold something, are its lines ended and folded as they must be?"""
    files = made(released(), pending(), overdue(), *many(60), heard(hearing(SET, "2026-04-20T10:00")))
    for content in files.values():
        calendar = icalendar.Calendar.from_ical(content)
        assert (calendar["version"], len(calendar.subcomponents) > 0) == ("2.0", True)
        assert all(not event.errors for event in calendar.walk("VEVENT"))
        lines = content.split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert lines[-1] == b""
        assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_a_hearing_keeps_its_uid() -> None:
    """Set, moved and called off, is it one event with a rising SEQUENCE, cancelled in the end?"""
    first, second = "2026-04-20T10:00", "2026-04-27T14:00"
    moved = hearing(SET, first, "moved", MOVED)
    told = [
        made(heard(hearing(SET, first), coming=(hearing(SET, first),))),
        made(heard(moved, hearing(MOVED, second), coming=(hearing(MOVED, second, moved_from=("2026-04-20",)),))),
        made(heard(moved, hearing(MOVED, second, "vacated", OFF))),
    ]
    rows = [[(event["uid"], event["sequence"], event["status"], event["dtstart"].dt.isoformat())
             for event in events(files)] for files in told]
    uid = "hearing-990081-2026-04-20@writwatch"
    assert rows == [
        [(uid, 0, "CONFIRMED", "2026-04-20T10:00:00-07:00")],
        [(uid, 1, "CONFIRMED", "2026-04-27T14:00:00-07:00")],
        [(uid, 2, "CANCELLED", "2026-04-27T14:00:00-07:00")],
    ]
    assert events(told[2])[0]["summary"].startswith("Called off: ")


@pytest.mark.parametrize("agenda", [(), (hearing(SET, "2026-04-20T10:00"), hearing(MOVED, "2026-04-27T14:00"))])
def test_days_it_was_set_for_are_enough(agenda: tuple[PublishedDate, ...]) -> None:
    """Where only the hearing to come says that it was moved, is it the same event, and the old day gone?"""
    coming = hearing(MOVED, "2026-04-27T14:00", moved_from=("2026-04-20",))
    (event,) = events(made(heard(*agenda, coming=(coming,))))
    assert (event["uid"], event["sequence"]) == ("hearing-990081-2026-04-20@writwatch", 1)
    assert event["status"] == "CONFIRMED"


def test_a_hearing_that_the_docket_forgot_is_called_off() -> None:
    """Is a hearing cancelled that was set for a day to come and is not among those to come any more?"""
    assert [event["status"] for event in events(made(heard(hearing(SET, "2026-04-20T10:00"))))] == ["CANCELLED"]


def test_two_hearings_of_one_day_are_two() -> None:
    """Do two of the same docket and day stay apart, and do both keep their UIDs when one is called off?"""
    one, two = hearing(SET, "2026-04-20T10:00"), hearing(SET, "2026-04-20T15:00")
    before = {event["uid"]: event["dtstart"].dt.hour for event in events(made(heard(one, two, coming=(one, two))))}
    off = one._replace(result="vacated", result_proof=proof(OFF, OFF.text))
    after = {event["uid"]: event["dtstart"].dt.hour for event in events(made(heard(off, two, coming=(two,))))}
    assert before == after
    assert sorted(before.values()) == [10, 15]


@pytest.mark.parametrize(("days", "result", "stands"), [
    (30, "held", True), (31, "held", False), (30, "vacated", True), (30, None, True), (31, None, False),
])
def test_what_is_over_stays_for_thirty_days(days: int, result: str | None, stands: bool) -> None:
    """Does a hearing stay long enough to be seen as held or called off, and no longer?"""
    day = f"{TODAY - dt.timedelta(days=days)}T10:00"
    assert bool(events(made(heard(hearing(SET, day, result, OFF if result else None))))) is stands


def test_a_hearing_nobody_announced_is_none() -> None:
    """Is a hearing of which only a transcript tells left out?"""
    assert events(made(heard(hearing(SET, "2026-04-02", "held")))) == []


def test_times_are_the_courts() -> None:
    """Does a hearing stand at the court's own hour, in its zone, and a day without an hour as a whole day?"""
    coming = (hearing(SET, "2026-04-20T10:00"), hearing(SET, "2026-04-21"), hearing(SET, "2026-02-30T10:00"))
    files = made(heard(coming=coming))
    timed, whole = events(files)
    assert timed["dtstart"].params["TZID"] == "America/Phoenix"
    assert timed["dtstart"].dt.isoformat() == "2026-04-20T10:00:00-07:00"
    assert (whole["dtstart"].dt, whole["dtstart"].params["VALUE"]) == (dt.date(2026, 4, 21), "DATE")
    zones = icalendar.Calendar.from_ical(files["calendars/court-azd.ics"]).walk("VTIMEZONE")
    assert [zone["tzid"] for zone in zones] == ["America/Phoenix"]


@pytest.mark.parametrize("name", sorted({court.timezone for court in COURTS.values()}))
def test_the_clocks_are_right(name: str) -> None:
    """Read as a calendar reads it, does what is said of a zone agree with the zone, around every change and between?"""
    told = tzical(io.StringIO(zone_text(name, 2025, 2027).decode())).get(name)
    zone = ZoneInfo(name)
    hours = [dt.datetime.combine(dt.date(2025, 1, 1) + dt.timedelta(days=day), dt.time(hour))
             for day in range(3 * 365) for hour in (0, 3, 12)]
    offsets = ((hour, hour.replace(tzinfo=told).utcoffset(), hour.replace(tzinfo=zone).utcoffset()) for hour in hours)
    assert [(hour, ours, theirs) for hour, ours, theirs in offsets if ours != theirs] == []


def test_an_hour_by_another_clock() -> None:
    """Does an hour that the docket states in another zone than the court's stand in that zone, and is it said so?"""
    coming = (hearing(SET, "2026-04-20T10:00"), hearing(SET, "2026-04-20T14:00", timezone="America/New_York"))
    files = made(heard(coming=coming))
    own, other = events(files)
    assert [event["dtstart"].params["TZID"] for event in (own, other)] == ["America/Phoenix", "America/New_York"]
    assert other["dtstart"].dt.isoformat() == "2026-04-20T14:00:00-04:00"
    assert "By the court’s clock: 20 April 2026, 10:00." in own["description"]
    assert "As the docket states it: 20 April 2026, 14:00 Eastern time." in other["description"]
    zones = icalendar.Calendar.from_ical(files["calendars/court-azd.ics"]).walk("VTIMEZONE")
    assert [zone["tzid"] for zone in zones] == ["America/New_York", "America/Phoenix"]


def test_a_protected_case_has_no_calendar_of_its_own() -> None:
    """Does a hearing of such a case stand in the calendars of court and topic, without a word of the court's?"""
    coming = (hearing(SET, "2026-04-20T10:00"),)
    files = made(heard(*coming, coming=coming, policy="initials", title="M.C.P. v. Warden"))
    assert not any("case-" in path for path in files)
    for of in ("all", "court-azd", "topic-detention"):
        (event,) = events(files, of)
        assert event["summary"] == "Hearing · M.C.P. v. Warden"
        assert "Verify with the court." in event["description"]
        assert "location" not in event
    assert not any(b"Courtroom" in content or b"Motion hearing" in content for content in files.values())


def test_a_public_case_has_one() -> None:
    """Does it say what the court called the hearing, in the court's words, and lead to the case?"""
    coming = (hearing(SET, "2026-04-20T10:00"),)
    (event,) = events(made(heard(*coming, coming=coming)), "case-heard")
    assert "“Motion hearing”" in event["description"]
    assert "in Courtroom 7D" in event["description"]
    assert event["url"] == "https://example.org/tracker/cases/heard.html"


@pytest.mark.parametrize(("date", "expected"), [
    (due("2026-04-12T15:30", "due", "release"), ("CONFIRMED", 0, "Release: due", dt.date(2026, 4, 12))),
    (due("2026-04-12", "due"), ("CONFIRMED", 0, "A bond hearing: due", dt.date(2026, 4, 12))),
    (due("2026-04-12", "due", "return of the person"),
     ("CONFIRMED", 0, "The person’s return: due", dt.date(2026, 4, 12))),
    (due("2026-04-12", "stayed"), ("TENTATIVE", 0, "A bond hearing: on hold, because a court stayed the order",
                                   dt.date(2026, 4, 12))),
    (due("2026-04-12", "vacated", moved_from=("2026-04-08",)),
     ("CANCELLED", 2, "A bond hearing: no longer due, because the order was set aside", dt.date(2026, 4, 12))),
    (due("", "due", moved_from=("2026-04-08",), term="extended, to a day not stated"),
     ("CANCELLED", 2, "A bond hearing: put off, to a day not stated", dt.date(2026, 4, 8))),
])
def test_due_dates_say_what_became_of_them(date: PublishedDate, expected: tuple[Any, ...]) -> None:
    """Due, on hold, set aside, put off: and of a release never the hour?"""
    (event,) = events(made(heard(compliance_due=(date,))))
    what = event["summary"].partition(" · ")[0]
    assert (event["status"], event["sequence"], what, event["dtstart"].dt) == expected
    assert event["uid"].startswith("due-990081-84-2026-04-")


def test_a_due_date_keeps_its_uid() -> None:
    """Put off twice, is it the same event?"""
    dates = [due("2026-04-12", "due"), due("2026-04-20", "due", moved_from=("2026-04-12",)),
             due("2026-04-24", "reported", moved_from=("2026-04-12", "2026-04-20"))]
    found = [events(made(heard(compliance_due=(date,))))[0] for date in dates]
    assert len({event["uid"] for event in found}) == 1
    assert [event["sequence"] for event in found] == [0, 1, 2]


@pytest.mark.parametrize("what", [
    "ICE check-in", "check in with ERO", "report to the ICE field office", "reporting appointment with ISAP",
    "place of release: the bus station",
])
def test_nobodys_appointment_is_in_a_calendar(what: str) -> None:
    """Is what says where a person will be left out, in the words of the date or of its proof?"""
    dates = (due("2026-04-20T09:00", "due", what), due("2026-04-20T09:00", "due", "other")._replace(
        proof=proof(SET, f"Petitioner shall {what} on April 20")))
    assert events(made(heard(compliance_due=dates, policy="initials"))) == []


@pytest.mark.parametrize(("what", "told"), [
    ("Response", "A response is due"), ("Respondents shall answer the petition", "A response is due"),
    ("Appellant brief", "A brief is due"), ("Objections", "Objections are due"), ("Reply", "A reply is due"),
    ("ORDER TO SHOW CAUSE: Respondents", "A response is due"),
    ("Release of Transcript Restriction", None), ("may purge the contempt by releasing Petitioner", None),
    ("Response as to why Respondents are not in contempt", None), ("A sworn account", None),
    ("appear for an interview and answer", None),
])
def test_deadlines_are_told_in_our_words(what: str, told: str | None) -> None:
    """Do briefs and responses stand there in plain words, and nothing about a release, a contempt, or a person?"""
    date = due("2026-04-20", "", what)._replace(kind="deadline", result=None, proof=proof(OFF, what))
    found = [event["summary"].partition(" · ")[0] for event in events(made(heard(date)))]
    assert found == ([told] if told else [])


def test_only_the_stamp_is_of_the_moment() -> None:
    """Are two builds of the same facts the same but for the stamp, and two of the same moment the same bytes?"""
    cases = (pending(), overdue())
    assert made(*cases) == made(*cases)
    earlier = made(*cases, as_of=AS_OF - dt.timedelta(hours=3))
    assert {event["dtstamp"].dt for event in events(made(*cases))} == {AS_OF}
    assert made(*cases) == {path: content.replace(b"20260410T081000Z", b"20260410T111000Z")
                            for path, content in earlier.items()}


def test_a_docket_of_two_cases_is_in_a_calendar_once() -> None:
    """Does a hearing of a docket that two cases share stand there once?"""
    assert len(events(made(pending(), pending(slug="another")))) == 1


def test_what_the_site_knows_of_itself_is_said() -> None:
    """Without an address does an event lead to the docket, and is an invented case called one?"""
    (event,) = events(made(pending(), look=SiteLook(fictional=True)))
    assert event["url"].startswith("https://www.courtlistener.com/docket/990002/")
    assert event["description"].startswith("Fictional: every case")
