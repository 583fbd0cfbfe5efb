"""What changed by day, dates to come and past, orders: what is kept of the cases, and the pages made of it."""
import datetime as dt
import re

import pytest
from writwatch.render import addresses
from writwatch.render import published as say
from writwatch.render.appointments import fit_to_list
from writwatch.render.news import Change, News
from writwatch.render.news_pages import QUOTED, news_pages, told
from writwatch.render.overview import Overview
from writwatch.render.pages import MethodFacts, Page, Pages, SiteLook
from writwatch.render.published import PublishedCase, PublishedDate

from .factory import AS_OF, TODAY, accused, docket, entry, event, many, overdue, pending, proof, released


def read(*cases: PublishedCase, as_of: dt.date = TODAY) -> tuple[News, Overview]:
    """The news of these cases, and their overview."""
    overview, news = Overview(as_of, AS_OF - dt.timedelta(hours=24), AS_OF), News(as_of)
    for case in cases:
        news.add(overview.add(case), case)
    return news, overview


def pages(*cases: PublishedCase) -> dict[str, str]:
    """Every page of the news by its path."""
    made = news_pages(Pages(SiteLook(), AS_OF, MethodFacts()), *read(*cases))
    return {page.path: page.html for page in made}


def text(html: str) -> str:
    """What a reader sees of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", html.partition("<main")[2].partition("</main>")[0]).split())


def told_on(news: News, day: dt.date) -> list[Change]:
    return list(news.day(day).changes)


def on(day: dt.date, type: str, number: int = 1, slug: str = "a-case", **more: object) -> PublishedCase:
    """A case with one entry of one event."""
    one = entry(7000 + number, number, day, f"ORDER {number} of the court.", 990100 + number)
    return released(
        slug=slug, timeline=(event(one, type, "ORDER", **more),),  # pyright: ignore[reportArgumentType]
        dockets=(docket(990100 + number, "mnd", f"0:26-cv-{number:05d}", (one,)),), compliance_due=())


def test_days_are_those_of_filing() -> None:
    """Is every deciding entry under the day it was filed, and no day without one?"""
    news, _ = read(released(), pending())
    assert news.days == [dt.date(2026, 1, 3), dt.date(2026, 1, 5), dt.date(2026, 1, 15), dt.date(2026, 1, 17),
                         dt.date(2026, 3, 2), dt.date(2026, 4, 8)]
    assert list(news.months) == ["2026-04", "2026-03", "2026-01"]


def test_an_entry_is_one_change() -> None:
    """Does a grant that orders a release come once, the weightier first, with its words?"""
    news, _ = read(released())
    (change,) = told_on(news, dt.date(2026, 1, 15))
    assert [each.type for each in change.told] == ["habeas_ruling", "release_ordered"]
    assert change.quote.startswith("ORDER granting 1 Petition")
    assert change.courtlistener == say.courtlistener_url(990001, 10, 4)


def test_routine_is_counted_and_not_told() -> None:
    """Is an appearance told by its number alone?"""
    news, _ = read(released())
    day = dt.date(2026, 1, 9)
    assert told_on(news, day) == []
    assert news.day(day).routine == 1
    assert news.day(dt.date(2026, 1, 15)).routine == 0


def test_the_most_important_comes_first() -> None:
    """Do weight, then the newest day, decide the order of a week?"""
    day = dt.timedelta(days=1)
    news, _ = read(on(TODAY - 2 * day, "case_closed", 1, "closed"), on(TODAY - day, "status_report", 2, "report"),
                   on(TODAY - 5 * day, "release_ordered", 3, "release"), on(TODAY, "release_ordered", 5, "today"),
                   on(TODAY - 7 * day, "release_ordered", 4, "old"))
    assert [change.row.slug for change in news.week()] == ["release", "report", "closed"]
    assert [change.row.slug for change in told_on(news, TODAY)] == ["today"]


def test_nothing_of_a_later_day_is_told() -> None:
    """Looking back: is what was filed after that day left out?"""
    news, _ = read(released(), pending(), as_of=dt.date(2026, 1, 16))
    assert news.days[-1] == dt.date(2026, 1, 15)


def test_a_change_stands_in_the_court_it_happened_in() -> None:
    """Does a ruling on appeal name the court of appeals, not the first docket's?"""
    case = pending()
    ruling = entry(60, 5, TODAY, "JUDGMENT: affirmed.", 990003)
    case = case._replace(timeline=(event(ruling, "appellate_ruling", "affirmed", outcome=("affirmed",)),))
    (change,) = told_on(read(case)[0], TODAY)
    assert (change.court_id, change.docket_number) == ("ca1", "26-1333")


def test_short_days_are_told_whole_and_long_ones_folded() -> None:
    """Is what is lighter folded by what happened once a day has many, and is nothing lost?"""
    site = Pages(SiteLook(), AS_OF)
    few, _ = read(*(on(TODAY, "status_report", number, f"a-{number}") for number in range(3)))
    assert len(told(site, few.day(TODAY)).quoted) == 3
    rulings = [on(TODAY, "release_ordered", number, f"r-{number}") for number in range(QUOTED + 5)]
    reports = [on(TODAY, "status_report", 500 + number, f"s-{number}") for number in range(40)]
    told_day = told(site, read(*rulings, *reports)[0].day(TODAY))
    assert (len(told_day.quoted), len(told_day.lines)) == (QUOTED, 5)
    assert [(sentence, count) for sentence, count, _ in told_day.folded] == [("A status report was filed", 40)]
    assert told_day.more == 0


def test_every_day_has_a_page_and_leads_to_its_neighbours() -> None:
    """From the newest day: does "previous" lead to the first, a page each?"""
    made = pages(released(), pending())
    place, seen = addresses.day(dt.date(2026, 4, 8)), []
    while place:
        seen.append(place)
        before = re.search(r'rel="prev" href="\.\./([^"]+)"', made[place])
        place = before[1] if before else ""
    assert seen == [path for path in sorted(made, reverse=True) if re.fullmatch(r"changes/\d{4}-\d\d-\d\d\.html", path)]
    assert "2026-01-05" in made[addresses.changes_month("2026-01")]


def test_today_says_that_it_is_not_over() -> None:
    """Does an incomplete day say so, and an empty one what is so?"""
    made = pages(released())
    assert "so far Nothing of weight has been docketed today so far." in text(made[addresses.CHANGES])
    assert "The day is not over." in text(pages(on(TODAY, "release_ordered"))[addresses.day(TODAY)])


def test_the_beginning_of_a_tracker() -> None:
    """Without a case: are all pages there, with a sentence each?"""
    made = pages()
    assert set(made) == {addresses.CHANGES, addresses.CALENDAR, addresses.COMPLIANCE}
    assert "The calendar keeps watching." in made[addresses.CALENDAR]


def test_an_accusation_nobody_confirmed_is_a_quote_alone() -> None:
    """Is contempt told as the court's words only, until a person confirmed it?"""
    bare, sure = (pages(accused(confidence)) for confidence in ("read", "confirmed"))
    day = addresses.day(dt.date(2026, 4, 2))
    assert "contempt" not in text(bare[day]).replace("finds Respondents in contempt of its order", "")
    assert "The docket says this. L.O. v. Warden" in text(bare[day])
    assert "A judge found contempt." in text(sure[day])


# Dates.


def dated(day: str, what: str = "Motion hearing", kind: str = "hearing", result: str | None = None) -> PublishedDate:
    of = entry(80, 3, TODAY, f"{what} set for {day}.", 990001)
    return PublishedDate(990001, kind, day, what, result, proof(of, of.text), None)


def test_what_is_to_come_is_in_order() -> None:
    """Are hearings and due dates from today on told by their time, and none before?"""
    news, _ = read(pending(), released(slug="b", hearings_to_come=(dated("2026-04-10T09:00"), dated("2026-06-01"))))
    assert [each.date.datetime for each in news.coming] == ["2026-04-10T09:00", "2026-04-14T09:30", "2026-06-01"]


def test_the_past_says_what_became_of_it() -> None:
    """Are hearings of the last thirty days told with their end, and due dates too?"""
    held = (dated("2026-02-01", result="held"), dated("2026-03-20", result="vacated"), dated("2026-04-02T10:00"))
    made = text(pages(released(agenda=held), overdue())[addresses.CALENDAR])
    past = made.partition("The last thirty days")[2]
    assert re.findall(r"Hearing called off|Hearing held|no word on whether|A bond hearing: no report seen", past) == [
        "A bond hearing: no report seen", "no word on whether", "Hearing called off"]


def test_a_deadline_that_is_past_was_due() -> None:
    """Is it told as past, beside that nothing is said of whether it was kept, and today's as still to come?"""
    planned = tuple(dated(day, "response to the petition", "deadline") for day in ("2026-04-08", "2026-04-10"))
    made = text(pages(released(agenda=planned))[addresses.CALENDAR])
    coming, _, past = made.partition("The last thirty days")
    assert "10 April 2026 A response is due" in coming
    assert "we do not say whether it was kept" in past
    assert "8 April 2026 A response was due" in past


def test_a_day_that_is_none_is_told_as_such() -> None:
    """Does a date that no calendar has break nothing?"""
    assert "no date given" in text(pages(pending(hearings_to_come=(dated("9999-99-99"),)))[addresses.CALENDAR])


def test_deadlines_are_those_of_the_calendar_files() -> None:
    """Is a brief's deadline told in our words, and none that would say where a person will be?"""
    planned = (dated("2026-04-20", "response to the petition", "deadline"),
               dated("2026-04-21", "check-in at the field office", "deadline"), dated("2026-04-22", "ICE check-in"),
               dated("2026-04-23", "psychological interview", "deadline"))
    made = text(pages(released(agenda=planned, hearings_to_come=planned[2:3]))[addresses.CALENDAR])
    assert "20 April 2026 A response is due M.C.P." in made
    assert not re.search(r"2[123] April 2026", made)


@pytest.mark.parametrize(("what", "hidden"), [
    ("Motion hearing in Courtroom 9", True), ("Bond hearing, Rm 4B", True), ("Status conference via Zoom", True),
    ("Hearing at the Federal Building", True), ("Motion hearing", False), ("Oral argument", False)])
def test_no_courtroom_of_a_protected_case(what: str, hidden: bool) -> None:
    """Is a room, a house or a line to call left out where people are protected, and only there?"""
    assert fit_to_list(dated("2026-04-20", what), protected=True).what == ("" if hidden else what)
    assert fit_to_list(dated("2026-04-20", what), protected=False).what == what
    made = text(pages(released(hearings_to_come=(dated("2026-04-20", what),)))[addresses.CALENDAR])
    assert (what in made) is not hidden


def test_nobodys_hour_of_release_is_told() -> None:
    """Is a release due by an hour told by its day alone, in the calendar and among the orders?"""
    due = released().compliance_due[0]._replace(datetime="2026-04-12T17:00", what="release of Petitioner", result="due")
    made = pages(released(compliance_due=(due,)))
    for path in (addresses.CALENDAR, addresses.COMPLIANCE):
        assert "Release: due" in text(made[path])
        assert "17:00" not in made[path]


# Orders.


def test_orders_are_told_apart_and_add_up() -> None:
    """Is every order with a due date in one group, with the number of all beside it?"""
    stayed = released().compliance_due[0]._replace(result="stayed")
    news, _ = read(released(), overdue(), released(slug="c", compliance_due=(stayed,)), pending())
    assert news.ordered == {"reported": 1, "no_report_seen": 1, "stayed": 1}
    assert news.ordered_cases == 3
    made = text(pages(released(), overdue(), pending())[addresses.COMPLIANCE])
    assert "2 things ordered, by a set day or at once, in 2 of 3 cases followed" in made
    assert "1 of 2 things ordered" in made
    assert "A report may exist that the public cannot see" in made


@pytest.mark.parametrize(("confidence", "count"), [("read", 0), ("inferred", 0), ("confirmed", 1)])
def test_a_finding_needs_a_person(confidence: str, count: int) -> None:
    """Is "a judge found" told only where a person confirmed it?"""
    news, _ = read(accused(confidence))
    assert len(news.findings) == count
    made = text(pages(accused(confidence))[addresses.COMPLIANCE])
    assert ("Violation found by a judge" in made) is bool(count)
    assert ("No such finding has been confirmed" in made) is not count


def test_two_thousand_cases_keep_little() -> None:
    """Is what is kept of a case some rows, none of them a case or an entry?"""
    news, _ = read(*many(200))
    kept = [each for day in news.days for each in news.day(day).changes]
    assert kept
    assert all(len(change.quote) <= 300 for change in kept)
    assert not any(isinstance(value, say.PublishedCase | say.PublishedDocket | say.PublishedEntry)
                   for change in kept for value in change)


def test_no_page_of_the_news_grows_without_end() -> None:
    """With six hundred changes on a day: is its page still of a size for a phone?"""
    made: list[Page] = list(news_pages(
        Pages(SiteLook(), AS_OF), *read(*(on(TODAY, "habeas_ruling", n, f"c-{n}") for n in range(600)))))
    day = next(page for page in made if page.path == addresses.day(TODAY))
    assert len(day.html) < 200_000
    assert "390 more entries of weight are told on no line here" in text(day.html)
