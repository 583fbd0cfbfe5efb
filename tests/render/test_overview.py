"""What is counted over all cases: does each row say what lists ask of it, and the front what happened, and when?"""
import datetime as dt

import pytest
from writwatch.render.overview import FRONT_CHANGES, Overview, Row
from writwatch.render.published import PublishedCase
from writwatch.render.wording import AXES

from .factory import TODAY, docket, entry, event, many, overdue, pending, released
from .test_pages import overview


def only(told: Overview) -> Row:
    """The one row there is."""
    (row,) = told.rows()
    return row


def test_a_row_says_what_lists_are_filtered_by() -> None:
    """Of a case with an appeal: the district docket's court, judge, state, circuit and month, and every axis?"""
    row = only(overview(pending(appointed_by="Ada Prewitt")))
    assert (row.court_id, row.state, row.circuit, row.month) == ("mad", "MA", "ca1", "2026-03")
    assert (row.judge, row.appointed_by, row.protected) == ("Otis Farrow-Lindqvist", "Ada Prewitt", False)
    assert dict(zip(AXES, row.axes, strict=True)) == {
        "stage": "briefed", "interim": "tro no_transfer_order", "merits": "none", "custody": "unknown",
        "compliance": "nothing_due", "appeal": "", "proceedings": "", "docket": ""}


def test_a_judge_stands_without_title() -> None:
    """Are "Judge Jane L. Marlow" and nobody yet told as they are in addresses?"""
    judges = {said: only(overview(released(dockets=(docket(1, "mnd", "1", judge=said),)))).judge
              for said in ("Judge Jane L. Marlow", "Unassigned")}
    assert judges == {"Judge Jane L. Marlow": "Jane L. Marlow", "Unassigned": ""}


@pytest.mark.parametrize(("court", "state", "circuit"), [("txsd", "TX", "ca5"), ("ca9", "", "ca9"), ("zzd", "", "")])
def test_a_court_has_its_state_and_circuit(court: str, state: str, circuit: str) -> None:
    """Of a district, of a court of appeals, and of a court nobody knows?"""
    row = only(overview(released(dockets=(docket(1, court, "1"),))))
    assert (row.state, row.circuit) == (state, circuit)


def test_a_case_without_a_day_is_of_no_month() -> None:
    """Is no month invented?"""
    assert only(overview(released(dockets=(docket(1, "mnd", "1", date_filed=None),)))).month == ""


def test_rows_share_what_many_have() -> None:
    """With twenty thousand rows: is what is equal kept once?"""
    rows = list(overview(*many(200, entries=2)).rows())
    assert len({id(row.axes) for row in rows}) == len({row.axes for row in rows}) < 20
    assert len({id(row.lists) for row in rows}) == len({row.lists for row in rows}) < 60


def happened(day: dt.date, slug: str, kind: str) -> PublishedCase:
    """A case in which that was docketed on that day, and nothing else."""
    of = entry(1, 1, day, "ORDER")
    return released(slug=slug, timeline=(event(of, kind, "ORDER"),), dockets=(docket(1, "mnd", "1", (of,)),))


def test_today_stands_before_the_rest_of_the_week() -> None:
    """Is a small thing of today among today's, a great thing of yesterday in the week's, an old one nowhere?"""
    days = [TODAY - dt.timedelta(days=ago) for ago in (0, 0, 1, 6, 7)]
    kinds = ["status_report", "release_ordered", "release_ordered", "tro_entered", "release_ordered"]
    told = overview(*(happened(day, f"case-{place}", kind)
                      for place, (day, kind) in enumerate(zip(days, kinds, strict=True))))
    assert [each.row.slug for each in told.today] == ["case-1", "case-0"]
    assert [each.row.slug for each in told.earlier] == ["case-2", "case-3"]


def test_todays_news_are_kept_however_much_came_before() -> None:
    """After a week of a thousand releases: is today's one report still there?"""
    yesterday = TODAY - dt.timedelta(days=1)
    told = overview(happened(TODAY, "today", "status_report"),
                    *(happened(yesterday, f"case-{number:04}", "release_ordered") for number in range(1_000)))
    assert [each.row.slug for each in told.today] == ["today"]
    assert [each.row.slug for each in told.earlier] == [f"case-{number:04}" for number in range(FRONT_CHANGES)]


def test_hearings_and_due_dates_stand_apart() -> None:
    """Is what a judge ordered no hearing, and what is past due neither?"""
    due = overdue(slug="due")
    soon = due.compliance_due[0]._replace(datetime="2026-04-12", result="due")
    told = overview(pending(), overdue(), due._replace(compliance_due=(soon,), axes={}))
    assert [each.row.slug for each in told.hearings] == ["harbor-light-v-dhs"]
    assert [each.row.slug for each in told.due] == ["due"]
    assert [each.row.slug for each in told.silent] == ["txsd-4-26-cv-00777"]


def test_the_latest_silence_stands_first() -> None:
    """Of many orders without a report: those that were due last, in a fixed order, no more than there is room for?"""
    first = overdue().compliance_due[0]
    told = overview(*(
        overdue(slug=f"case-{number:03}", compliance_due=(first._replace(datetime=f"2026-03-{1 + number % 28:02}"),))
        for number in range(400)))
    assert [(each.row.slug, each.date.datetime) for each in told.silent[:3]] == [
        ("case-027", "2026-03-28"), ("case-055", "2026-03-28"), ("case-083", "2026-03-28")]
    assert len(told.silent) < 12


def test_districts_are_counted_by_the_first_docket() -> None:
    """Is a case with an appeal counted once?"""
    assert dict(overview(released(), pending(), overdue()).courts) == {"mnd": 1, "mad": 1, "txsd": 1}


def test_nobodys_appointment_stands_on_the_front():
    """A check-in with an agency, or a duty that names a place of release: in no list, as in no table?"""
    hearing = pending().hearings_to_come[0]
    due = overdue().compliance_due[0]
    told = overview(
        pending(slug="a", hearings_to_come=(hearing._replace(what="Check-in with ICE"),)),
        overdue(slug="b", axes={}, compliance_due=(due._replace(what="say the place of release"),)))
    assert (told.hearings, told.silent, told.listed["hearings"], told.listed["past-due"]) == ([], [], 0, 0)
