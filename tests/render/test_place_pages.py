"""Pages of courts, judges, states and months, the front and the list of all cases: does each show what it counts?"""
import datetime as dt
import gzip
import json
import random
import re
import unicodedata
from collections import Counter
from typing import Any

import pytest
from writwatch.render import PACKAGED, tables
from writwatch.render.counted_as import counted_as
from writwatch.render.coverage import DAY, WEEK, Coverage, Known, Pass, complete_span, complete_until, covers
from writwatch.render.enforcement import Named
from writwatch.render.languages import language
from writwatch.render.list_data import filters, rows_script
from writwatch.render.numbering import Number
from writwatch.render.overview import LISTS, Overview, Row
from writwatch.render.pages import Page, Pages, SiteLook
from writwatch.render.place_pages import place_pages
from writwatch.render.procedure.courts import COURTS
from writwatch.render.published import PublishedCase
from writwatch.render.topic_pages import topic_pages
from writwatch.render.withheld import tellable
from writwatch.render.wording import AXES, STATES, STATUSES

from .factory import AS_OF, TODAY, docket, many, overdue, pending, released, shown
from .rulings import ruled
from .test_pages import HOSTILE, overview, own_scripts, pages, parsed, text
from .test_places import row

DISTRICTS = [court.id for court in COURTS.values() if court.level == "district"]


def made(*cases: PublishedCase) -> dict[str, str]:
    """Every page of a place, by its address."""
    return {page.path: page.html for page in place_pages(pages(), overview(*cases))}


def of_judge(name: str, slug: str, **more: Any) -> PublishedCase:
    return released(slug=slug, dockets=(docket(1, "mnd", "1", judge=name),), **{"appointed_by": ""} | more)


def slugs(html: str) -> list[str]:
    """The cases a page has in its table."""
    return re.findall(r'<th scope="row"><a href="\.\./cases/([^"]+)\.html"', html)


def test_every_place_has_its_page() -> None:
    """Is there one for every court and state, for each judge and month, and an index of each kind?"""
    found = made(released(), pending(), overdue())
    assert {f"courts/{court}.html" for court in COURTS} < set(found)
    assert {f"states/{state.lower()}.html" for state in STATES} < set(found)
    assert {path for path in found if path.startswith(("judges/", "months/"))} == {
        "judges/index.html", "judges/wren-halloway.html", "judges/otis-farrow-lindqvist.html",
        "months/index.html", "months/2026-01.html", "months/2026-03.html"}
    assert {"courts/index.html", "states/index.html"} < set(found)


@pytest.mark.parametrize(("page", "cases"), [
    ("courts/mnd.html", ["mnd-0-26-cv-00123"]), ("courts/mad.html", ["harbor-light-v-dhs"]), ("courts/ca1.html", []),
    ("states/mn.html", ["mnd-0-26-cv-00123"]), ("states/wy.html", []),
    ("judges/wren-halloway.html", ["txsd-4-26-cv-00777", "mnd-0-26-cv-00123"]),
    ("months/2026-01.html", ["txsd-4-26-cv-00777", "mnd-0-26-cv-00123"]),
])
def test_a_page_holds_its_cases(page: str, cases: list[str]) -> None:
    """The last active first, and none that is another's?"""
    assert slugs(made(released(), pending(), overdue())[page]) == cases


def test_a_page_of_a_place_counts_what_it_shows() -> None:
    """Do the statuses of a page add up to its cases, over all its pages, and is the bar on the first alone?"""
    told = overview(*(case._replace(dockets=(case.dockets[0]._replace(court_id="mnd"),))
                      for case in many(450, entries=2)))
    found = {page.path: page.html for page in place_pages(pages(), told)}
    paged = [found[f"courts/mnd{number}.html"] for number in ("", "-2", "-3")]
    assert [len(slugs(page)) for page in paged] == [200, 200, 50]
    table = parsed(paged[0]).find(".//table[@class='standing']")
    assert table is not None
    assert sum(int(each[1].text or "") for each in table.findall("./tbody/tr")) == 450
    assert ["<svg class=\"bar\"" in page for page in paged] == [True, False, False]
    assert 'rel="next" href="mnd-2.html"' in paged[0]
    assert "450 cases of 450 followed" in text(paged[1])


def test_a_place_without_cases_says_so() -> None:
    """Is an empty court told in a sentence, without feeds that nobody fills?"""
    page = made(released())["courts/akd.html"]
    assert "No case is followed that is in this court now" in text(page)
    assert "feeds/" not in page.partition("<main")[2].partition("</main")[0]


@pytest.mark.parametrize(("page", "links"), [
    ("courts/mnd.html", {"../feeds/court-mnd.xml", "../feeds/court-mnd.json", "../calendars/court-mnd.ics"}),
    ("judges/wren-halloway.html", {"../feeds/judge-wren-halloway.xml", "../feeds/judge-wren-halloway.json"}),
])
def test_a_place_can_be_followed(page: str, links: set[str]) -> None:
    """Does the page lead to its feeds and its calendar?"""
    main = made(released())[page].partition("<main")[2].partition("</main")[0]
    assert set(re.findall(r'href="(\.\./(?:feeds|calendars)/[^"]+)"', main)) == links


def test_a_topic_can_be_followed() -> None:
    """Does it lead to its feed and its calendar?"""
    page = next(iter(topic_pages(pages(), overview(released()), Named())))
    assert "../feeds/topic-detention.xml" in page.html
    assert "../calendars/topic-detention.ics" in page.html


def test_judges_are_listed_by_name_and_not_by_number() -> None:
    """Is the index alphabetical whoever has the most cases, with who appointed each or "unknown"?"""
    cases = [of_judge("Zoë Vance", f"v{number}", appointed_by="Ada Prewitt") for number in range(5)]
    page = made(*cases, of_judge("Jane L. Marlow", "m"), of_judge("Unassigned", "n"))["judges/index.html"]
    said = text(page)
    assert re.findall(r'href="\.\./judges/([a-z-]+)\.html"', page) == ["jane-l-marlow", "zoe-vance"]
    assert re.search(r"Jane L\. Marlow D\. Minn\. · unknown 1 1 of 1 1 of 1 ", said)
    assert re.search(r"Zoë Vance D\. Minn\. · Ada Prewitt 5 5 of 5 5 of 5 ", said)
    assert "2 judges · 1 case without a judge’s name" in said


def test_a_judges_page_says_what_it_is_not() -> None:
    """Who appointed, that another judge may have ruled, and where a last name may be several people's?"""
    found = made(of_judge("Jane L. Marlow", "a", appointed_by="Ada Prewitt", appointed_how="editor"),
                 of_judge("Marlow", "b", appointed_how="absent"))
    whole, alone = text(found["judges/jane-l-marlow.html"]), text(found["judges/marlow.html"])
    assert "Appointed by Ada Prewitt (as the case’s editor says)." in whole
    assert "another judge may have ruled before" in whole
    assert "more than one judge" not in whole
    assert "Appointed by: unknown (not in the list" in alone
    assert "it may be that of more than one judge" in alone


def table_of(page: str) -> dict[str, tuple[int, str]]:
    """Of the table of counts: each measure, its number and where it leads."""
    cells = [each for each in parsed(page).iter("td") if each.get("data-measure")]
    links = [each.find("./a") for each in cells]
    return {each.get("data-measure") or "": (int(each.get("data-value") or ""), "" if link is None else
                                             link.get("href") or "") for each, link in zip(cells, links, strict=True)}


def test_a_judges_numbers_lead_to_their_cases() -> None:
    """Does each stand under what it is of, and ask the list of all cases for this judge and this measure alone?"""
    cases = [of_judge("Jane L. Marlow", f"a{number}") for number in range(3)]
    page = made(*cases, of_judge("Marlow", "b"))["judges/jane-l-marlow.html"]
    told = table_of(page)
    assert told["granted"] == (3, "../lists/all.html#measure=granted&judge=%22Jane+L.+Marlow%22")
    assert told["denied"] == (0, "")
    assert told["due_reported"][0] == 3
    assert re.search(r"Of 3 decided petitions Granted 3 Granted in part 0 Denied 0", text(page))


@pytest.mark.parametrize(("cases", "shares", "said"), [
    (19, 0, "Too few for a share (19 decided petitions): shares are shown from 20 on."),
    (20, 18, "Each number leads to its cases."),
])
def test_a_share_needs_twenty_decisions(cases: int, shares: int, said: str) -> None:
    """Is none told of nineteen, and of twenty one in every line?"""
    page = made(*(of_judge("Jane L. Marlow", f"a{number}") for number in range(cases)))["judges/jane-l-marlow.html"]
    table = parsed(page).find(".//table[@class='counts']")
    assert table is not None
    assert len([each for each in table.iter("td") if (each.text or "").strip().endswith("%")]) == shares
    assert said in text(page)
    assert ("%" in text(page)) == (shares > 0)


def test_a_share_is_told_of_no_few_cases_either() -> None:
    """Twenty decisions and three orders with a due date: is the share of the three left out, and that said?"""
    cases = [of_judge("Jane L. Marlow", f"a{number}", axes=released().axes | (
        {} if number < 3 else {"compliance": (shown("nothing_due"),)})) for number in range(20)]
    said = text(made(*cases)["judges/jane-l-marlow.html"])
    assert "Granted 20 100%" in said
    assert "Reported 3 No report seen 0" in said
    assert "A share is shown of 20 cases or more." in said


def test_no_index_is_a_ranking() -> None:
    """Are counts told with what they are of, judges by the alphabet, and no share anywhere?"""
    cases = list(ruled(120))
    for index in ("judges", "courts"):
        page = made(*cases)[f"{index}/index.html"]
        assert re.search(r"\d+ of \d+", text(page))
        assert "%" not in text(page.partition("<main")[2].partition("</main")[0])


def test_who_appointed_a_judge_is_told_with_party_and_doubt() -> None:
    """The president's party, a magistrate judge, and of somebody unknown how old the list is?"""
    known = Known(judges_until=dt.date(2023, 6, 6))
    told = overview(
        of_judge("A. Known", "a", appointed_by="Ada Prewitt", appointed_party="Republican", appointed_how="full"),
        of_judge("Magistrate Judge B. Helper", "b", appointed_how="magistrate"),
        of_judge("C. New", "c", appointed_how="absent"))
    found = {page.path: text(page.html)
             for page in place_pages(pages(), told, Coverage(dt.datetime(2026, 4, 9, tzinfo=dt.UTC), known))}
    assert "Appointed by Ada Prewitt, a Republican (matched by full name" in found["judges/a-known.html"]
    assert "no judge under Article III" in found["judges/b-helper.html"]
    assert "The newest appointment in that list is of 6 June 2023." in found["judges/c-new.html"]
    assert re.search(r"C\. New D\. Minn\. · unknown", found["judges/index.html"])
    assert re.search(r"B\. Helper D\. Minn\. · magistrate judge", found["judges/index.html"])
    assert "who was appointed later is unknown here" in found["judges/index.html"]


def test_a_court_says_what_is_missed() -> None:
    """Followed as a whole until a day, and beside a second list; another court: unknown?"""
    cases = [released(slug=f"c{number}", dockets=(docket(number, "mnd", f"0:26-cv-{number:05d}"),))
             for number in range(1, 61)]
    theirs = frozenset(Number("mnd", "0", 2026, number) for number in (*range(1, 60, 3), *range(2, 59, 9)))
    known = Known(passes={"mnd": Pass(None, AS_OF)}, numbers=theirs, lists={"clinic": theirs})
    coverage = Coverage(AS_OF, known)
    for case in cases:
        coverage.add(case)
    found = {page.path: text(page.html) for page in place_pages(pages(), overview(*cases), coverage)}
    assert "had coded as one (nature of suit 463) by 9 April 2026 is looked at." in found["courts/mnd.html"]
    assert "“clinic”" in found["courts/mnd.html"]
    assert "0:26-cv 60 60 about 60" in found["courts/mnd.html"]
    assert "How many petitions were filed here is unknown." in found["courts/txsd.html"]
    assert re.search(r"D\. Minn\. 9 April 2026 about \d+ \(", found["courts/index.html"])
    assert "How much of this court is here" not in found["courts/ca1.html"]


MONDAY = dt.date(2026, 3, 30)


@pytest.mark.parametrize(("passes", "court", "week", "day"), [
    ({}, "mnd", False, None),
    ({"mnd": Pass(None, dt.datetime(2026, 4, 6, 12, tzinfo=dt.UTC))}, "mnd", True, dt.date(2026, 4, 5)),
    ({"mnd": Pass(None, dt.datetime(2026, 4, 6, 3, tzinfo=dt.UTC))}, "mnd", False, dt.date(2026, 4, 4)),
    ({"mnd": Pass(None, AS_OF)}, "txsd", False, None),
    ({"": Pass(None, AS_OF)}, "txsd", True, dt.date(2026, 4, 9)),
    ({"": Pass(None, AS_OF)}, "", True, dt.date(2026, 4, 9)),
    ({"mnd": Pass(dt.datetime(2026, 3, 30, 12, tzinfo=dt.UTC), AS_OF)}, "mnd", False, dt.date(2026, 4, 9)),
    ({"mnd": Pass(dt.datetime(2026, 3, 29, 12, tzinfo=dt.UTC), AS_OF)}, "mnd", True, dt.date(2026, 4, 9)),
])
def test_a_week_is_complete_once_all_of_it_was_looked_at(
    passes: dict[str, Pass], court: str, week: bool, day: dt.date | None
) -> None:
    """By the court's own clock, from the first look on, and never where a court is not followed as a whole?"""
    assert complete_until(court, passes) == day
    assert covers(complete_span(court, passes), MONDAY, MONDAY + WEEK - DAY) == week


def test_pages_and_tables_count_alike() -> None:
    """What a page counts by, and what pandas counts the table by: the same for every measure?"""
    cases = [tellable(case) for case in ruled(200)]
    counted = Counter(name for case in cases for name in counted_as(case))
    rows = tables.counted([tables.case_row(case) for case in cases], TODAY)[tables.NUMBERS.name]
    assert {row[0]: row[3] for row in rows if row[1] == "all" and row[3]} == dict(counted)


def test_indexes_count_what_their_pages_hold() -> None:
    """Does each number of an index lead to as many cases?"""
    found = made(*many(60, entries=2))
    for index in ("courts", "states", "months", "judges"):
        for line in parsed(found[f"{index}/index.html"]).findall(".//table/tbody/tr"):
            link, numbers = line.find("./th/a"), [each.text for each in line.findall("./td[@class='number']")]
            assert link is not None
            path = (link.get("href") or "").removeprefix("../")
            assert len(slugs(found[path])) == int(numbers[0] or "")


def test_the_month_that_is_not_over_says_so() -> None:
    """Is this month marked, and no other?"""
    cases = [released(slug=f"a{month}", dockets=(docket(1, "mnd", "1", date_filed=dt.date(2026, month, 1)),))
             for month in (3, 4)]
    found = made(*cases)
    assert re.findall(r"(\w+ 2026)\s+so far", text(found["months/index.html"])) == ["April 2026"]
    assert [path for path in found if "The month is not over." in text(found[path])] == ["months/2026-04.html"]


def test_a_month_without_a_case_has_its_row() -> None:
    """Between two months of a year: is it there with nothing, without a link to a page that is not?"""
    cases = [released(slug=f"a{day:%y-%m}", dockets=(docket(1, "mnd", "1", date_filed=day),))
             for day in (dt.date(2026, 3, 1), dt.date(2026, 1, 1), dt.date(2024, 12, 1))]
    lines = parsed(made(*cases)["months/index.html"]).findall(".//table/tbody/tr")
    told = [("".join(line.find("./th").itertext()), line.find("./td").text, line.find("./th/a") is not None)
            for line in lines]
    assert told == [("March 2026", "1", True), ("February 2026", "0", False), ("January 2026", "1", True),
                    ("December 2024", "1", True)]


def test_states_stand_by_the_alphabet_of_the_language() -> None:
    """Accents and all: does Míchigan stand before Misisipi in Spanish?"""
    spanish = Pages(SiteLook(), AS_OF, language=language("es", (PACKAGED / "locales",)))
    found = {page.path: page.html for page in place_pages(spanish, overview(released()))}
    names = [link.text or "" for link in parsed(found["es/states/index.html"]).findall(".//tbody/tr/th/a")]
    plain = [unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() for name in names]
    assert len(names) == len(STATES)
    assert plain == sorted(plain)
    assert plain != names


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_breaks_no_page_of_a_place(hostile: str) -> None:
    """Does a judge's name, a court, a number or a title from a docket stay text, also in the script?"""
    case = released(title=hostile, appointed_by=hostile, policy="public",
                    dockets=(docket(1, "mnd", hostile, judge=hostile),))
    astray = released(slug="astray", dockets=(docket(1, hostile, "1"),))
    told = overview(case, astray)
    for page in [*place_pages(pages(), told), pages().front(told), *pages().listing(LISTS[0], told)]:
        tree = parsed(page.html.encode().decode())
        own_scripts(tree)
        assert not [each for each in tree.iter() for name in each.attrib if name == "style" or name.startswith("on")]
        assert re.fullmatch(r"[a-z0-9/-]+\.html", page.path)
    script = rows_script(told.rows())
    assert "<" not in script
    assert len(script.splitlines()) == 1
    assert json.loads(script.removeprefix("var writwatchRows = ").removesuffix(";\n"))


# The front and the map.


def tiles(page: str) -> dict[str, tuple[str, str]]:
    """Of each tile on the page: its colour, and what is read aloud."""
    found = parsed(page).findall(".//ul[@class='tiles']/li/a")
    return {(each.get("href") or "").rpartition("/")[2].removesuffix(".html"):
            (each.get("class") or "", " ".join("".join(each.itertext()).split())) for each in found}


@pytest.mark.parametrize("where", ["front", "courts"])
def test_the_map_leads_to_every_district(where: str) -> None:
    """Are all 94 links, each with its name and number in words?"""
    told = overview(released(), pending(), overdue(), overdue(slug="another"))
    page = pages().front(told) if where == "front" else next(place_pages(pages(), told))
    found = tiles(page.html)
    assert sorted(found) == sorted(DISTRICTS)
    assert found["mnd"] == ("step-2", "D. Minn. 1 case")
    assert found["txsd"] == ("step-4", "S.D. Tex. 2 cases")
    assert found["akd"] == ("step-0", "D. Alaska 0 cases")


def test_the_map_stands_beside_its_table() -> None:
    """Does the table say the same, by the alphabet?"""
    front = parsed(pages().front(overview(released(), pending(), overdue(), overdue(slug="another"))).html)
    lines = front.findall(".//table[@class='places']/tbody/tr")
    assert [" ".join("".join(line.itertext()).split()) for line in lines] == [
        "District of Massachusetts1", "District of Minnesota1", "Southern District of Texas2"]


def test_the_front_leads_on() -> None:
    """Does it lead to what changed, the calendar, compliance, places, data, feeds?"""
    html = pages().front(overview(released(), pending(), overdue())).html
    for place in ("changes/index.html", "calendar.html", "compliance.html", "courts/index.html", "judges/index.html",
                  "states/index.html", "months/index.html", "method.html", "corrections.html", "privacy.html",
                  "data/index.html", "follow.html", "feeds/all.xml", "feeds/rulings.xml", "calendars/all.ics"):
        assert f'href="{place}"' in html, place


def test_the_front_tells_today_from_the_week() -> None:
    """Does a ruling of today stand under today, and one of yesterday not?"""
    said = text(pages().front(overview(released(), pending(), overdue())).html)
    assert "Nothing of weight has been docketed today so far." in said
    assert said.index("In the six days before") < said.index("A judge entered a temporary restraining order")
    assert said.index("Past due, no report seen") < said.index("R.T.A. v. Warden")


def test_the_front_is_light_with_thousands() -> None:
    """With 2,000 cases in all districts: is the page well under what is allowed, fonts and style beside it?"""
    told = Overview(TODAY, dt.datetime(2026, 4, 9, tzinfo=dt.UTC))
    for place, case in enumerate(many(2_000, entries=2)):
        told.add(case._replace(dockets=(case.dockets[0]._replace(court_id=DISTRICTS[place % 94]),)))
    assert len(gzip.compress(pages().front(told).html.encode())) < 14_000


# The list that filters itself.


def all_cases(*cases: PublishedCase) -> list[Page]:
    return list(pages().listing(LISTS[0], overview(*cases)))


def test_the_list_of_all_cases_can_be_filtered() -> None:
    """By text, judge, court, state, topic, status, year, month and each axis that tells cases apart, and sorted?"""
    page = parsed(all_cases(released(), pending(), overdue())[0].html)
    form = page.find(".//form[@id='filters']")
    assert form is not None
    fields = [each.get("name") for each in form.iter() if each.tag in ("input", "select")]
    assert sorted(map(str, fields)) == sorted([
        "text", "judge", "court", "state", "topic", "status", "year", "month", "sort", "measure",
        "stage", "interim", "merits", "custody", "compliance"])
    assert all(label.find("./select") is not None or label.find("./input") is not None for label in form.iter("label"))
    assert "../static/no-script.css" in [each.get("href") for each in page.findall("head/noscript/link")]
    assert [each.get("src") for each in own_scripts(page)][-1] == "../static/lists.js"


def test_the_list_says_what_works_without_scripts() -> None:
    """Does somebody without JavaScript learn where else to look, on the first page alone?"""
    found = all_cases(*many(201, entries=2))
    notes = [re.findall(r"<noscript><p(.*?)</noscript>", page.html, re.DOTALL) for page in found]
    assert [len(each) for each in notes] == [1, 0]
    for place in ("courts", "judges", "states", "months"):
        assert f'href="../{place}/index.html"' in notes[0][0]


def test_only_what_some_case_has_can_be_chosen() -> None:
    """Is no choice offered that finds nothing?"""
    told = filters(overview(released(), pending(), overdue()).rows())
    assert (told.topics, told.courts, told.states, told.years) == (
        ("detention", "oversight"), ("mad", "mnd", "txsd"), ("MA", "MN", "TX"), (2026,))
    assert told.statuses == ("relief_granted_interim", "relief_granted_final")
    assert told.axes["interim"] == ("none", "no_transfer_order", "tro")
    assert "appeal" not in told.axes  # none, and nothing known: nothing to choose between


def data(rows: list[Row]) -> dict[str, Any]:
    """What the script sets."""
    return json.loads(rows_script(rows).removeprefix("var writwatchRows = ").removesuffix(";\n"))


def test_the_script_holds_every_row() -> None:
    """Read as static/lists.js reads it: does each row say what its case says?"""
    rows = list(overview(*many(40, entries=2), pending()).rows())
    told = data(rows)
    day = dt.date(1970, 1, 1)
    for place, each in enumerate(rows):
        word = {name: told["of"][name][told[name][place]] for name in told["of"]}
        assert (word["topic"], word["status"], word["court"], word["judge"]) == (
            each.topic, each.status, each.court_id, each.judge)
        assert tuple(word[axis] for axis in AXES) == each.axes
        assert told["courts"][told["court"][place]][0] == COURTS[each.court_id].citation
        assert day + dt.timedelta(days=told["filed"][place]) == each.filed
        title = told["titles"].get(str(place), [None, told["who"][place] + word["against"]])[1]
        assert title == each.title
        usual = f"{each.court_id}-{re.sub(r'[^a-z0-9]+', '-', each.docket_number.lower())}"
        assert told["titles"].get(str(place), [told["slugs"].get(str(place), usual)])[0] == each.slug


def test_a_protected_title_is_nothing_to_search_in() -> None:
    """Do only cases that are public stand among the titles that a text is sought in?"""
    told = data([row("a"), row("harbor", title="Harbor Light v. DHS", protected=False), row("b", title="R.T.A. v. X")])
    assert told["titles"] == {"1": ["harbor", "Harbor Light v. DHS"]}
    assert told["who"] == ["M.C.P.", "", "R.T.A."]


def test_what_is_not_known_is_told_as_such() -> None:
    """No day, no judge, no status we know: nothing invented, nothing missing?"""
    told = data([row(filed=None, since=None, active=None, judge="", status="some_new_status", court_id="zzd")])
    assert (told["filed"], told["since"], told["of"]["judge"], told["of"]["status"]) == ([0], [0], [""], ["unknown"])
    assert told["courts"] == [["zzd", "zzd", ""]]


def test_twenty_thousand_rows_are_few_bytes() -> None:
    """Spread over all districts, judges, days, initials and numbers: under 400 kB as it is sent?"""
    chance = random.Random(7)
    judges = {court: [f"{chance.choice('ABCDEF')}. {chance.randrange(10**6)}" for _ in range(12)]
              for court in DISTRICTS}
    whom = ["Warden", "Field Office Director", "Secretary of Homeland Security", "Noem", "Lyons"]
    rows = []
    for _ in range(20_000):
        court, filed = chance.choice(DISTRICTS), TODAY - dt.timedelta(days=chance.randrange(600))
        number = f"{chance.randrange(1, 9)}:{filed:%y}-cv-{chance.randrange(20_000):05}"
        initials = ".".join(chance.choice("ABCDEFGHJKLMNOPRSTV") for _ in range(chance.choice((2, 3)))) + "."
        rows.append(row(
            re.sub(r"[^a-z0-9]+", "-", f"{court}-{number}"), title=f"{initials} v. {chance.choice(whom)}",
            court_id=court, docket_number=number, filed=filed, judge=chance.choice(judges[court]),
            since=min(TODAY, filed + dt.timedelta(days=chance.randrange(90))),
            active=min(TODAY, filed + dt.timedelta(days=chance.randrange(200))), status=chance.choice(list(STATUSES)),
            axes=tuple(chance.choice(list(values)) for _, values in AXES.values())))
    rows.sort(key=lambda each: (-each.active.toordinal() if each.active else 0, each.slug))
    assert len(gzip.compress(rows_script(rows).encode())) < 400_000


def test_a_case_that_moved_stands_where_it_is_now() -> None:
    """Listed and counted once: with the court, judge and state that have it, by the day it was first filed?"""
    old = docket(1, "mnd", "0:26-cv-00123", judge="Wren Halloway", date_filed=dt.date(2026, 1, 3))
    new = docket(2, "txwd", "5:26-cv-00456", judge="Tobiah Vance", date_filed=dt.date(2026, 2, 7))
    case = released(dockets=(old, new), current_id=2)
    found = made(case, overdue())
    assert [slugs(found[path]) for path in ("courts/txwd.html", "judges/tobiah-vance.html", "months/2026-01.html")] == [
        [case.slug], [case.slug], [overdue().slug, case.slug]]
    assert slugs(found["states/tx.html"]) == [overdue().slug, case.slug]
    assert slugs(found["courts/mnd.html"]) == slugs(found["states/mn.html"]) == []
    assert "5:26-cv-00456" in found["courts/txwd.html"]
    assert "judges/wren-halloway.html" in found  # of the other case
    assert slugs(found["judges/wren-halloway.html"]) == [overdue().slug]
    rows = list(map(tables.case_row, (case, overdue())))
    told = dict(zip(tables.CASES.columns, rows[0], strict=True))
    assert (told["court_id"], told["judge_id"], told["state"], told["circuit"]) == ("txwd", "tobiah-vance", "TX", "ca5")
    assert (told["first_court_id"], told["date_filed"]) == ("mnd", "2026-01-03")
    counted = tables.counted(rows, TODAY)
    places = tables.frame(tables.COURTS_TABLE, counted["courts"], ("court_id", "cases")).values.tolist()
    assert places == [["txsd", 1], ["txwd", 1]]
    assert [row[0] for row in counted["filings"] if row[-1]] == ["mnd", "txsd"]


def test_one_is_told_in_the_singular() -> None:
    """Of a tracker with one case: does any page of a place, the front or the list say "1 cases"?"""
    told = overview(overdue())
    site = pages()
    whole = [site.front(told), site.method_page(told), *site.listing(LISTS[0], told), *place_pages(site, told)]
    for page in whole:
        assert not re.search(r"(?<![\d,.]) 1 (?:cases|dockets|judges|things|more are)\b", text(page.html)), page.path
