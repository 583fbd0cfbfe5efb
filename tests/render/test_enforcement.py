"""What stands beside the cases: figures, places, companies, searches, and the pages that show them."""
import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from writwatch.render import PACKAGED, SiteError
from writwatch.render.agencies import Agencies
from writwatch.render.agreements import Agreement, by_signing, snapshots
from writwatch.render.cases import Search, load_config
from writwatch.render.contractors import clause, named_in, read_contractors
from writwatch.render.enforcement import Enforcement, Named, read_enforcement
from writwatch.render.facilities import Facilities, Facility, read_facilities
from writwatch.render.place_pages import state_pages
from writwatch.render.published import PublishedCase, PublishedParty
from writwatch.render.topic_figures import Figure, TopicPage, read_topic, read_topics
from writwatch.render.topic_pages import dated, line, topic_pages, totals
from writwatch.render.wording import Wording

from .factory import TODAY, docket, released
from .test_pages import overview, pages, text

DATA = PACKAGED / "data"
SIX = ("local-police", "payments-to-police", "surveillance", "children", "operations", "detention")
PLACES = Facilities([
    Facility("Cedar Hollow Detention Center", "Hollow", "MN", "", ("Cedar Hollow Processing Center",), "2026"),
    Facility("Cedar Hollow", "Hollow Annex", "MN", "", (), "2026"),
    Facility("Harrow County Jail", "Harrow", "MN", "", (), "2026"),
])


def case(slug: str = "a", caption: str = "M.C.P. v. Warden", *names: str, court: str = "mnd",
         protected: bool = False, **changes: Any) -> PublishedCase:
    parties = tuple(PublishedParty(name, ("Respondent",), protected, ()) for name in names)
    return released(slug=slug, dockets=(docket(1, court, "0:26-cv-00001", caption=caption, parties=parties),),
                    **changes)


# Figures.


def topic(folder: Path, written: str, name: str = "local-police") -> TopicPage:
    (folder / f"{name}.toml").write_text(written, "utf-8")
    return read_topic(folder / f"{name}.toml")


def test_a_figure_is_read(tmp_path: Path) -> None:
    says = 'value="$12 billion"\nvalue_es="12,000 millones"\nsays="Twelve."\nsays_es="Doce."\n'
    page = topic(tmp_path, f'[[figure]]\n{says}source="A paper"\ndate=2026-01-26\n')
    assert page.figures[0].says == {"": "Twelve.", "es": "Doce."}
    assert page.figures[0].printed == {"": "$12 billion", "es": "12,000 millones"}
    assert page.figures[0][1:4] == ("A paper", "2026-01-26", "$12 billion")


@pytest.mark.parametrize(("written", "sentence"), [
    ('[[figure]]\nsays="Twelve."\ndate="2026"\n', "local-police.toml:1: figure.source: is missing: write who counted"),
    ('[[figure]]\nsays="Twelve."\nsource="A"\n', "figure.date: is missing: write of when it is"),
    ('[[figure]]\nsource="A"\ndate="2026"\n', "figure.says: is missing"),
    ('[[figure]]\nsays="T."\nsource="A"\ndate="2026-13"\n', "local-police.toml:4: figure.date: must be a day"),
    ('[[figure]]\nsays="T."\nsource="A"\ndate="last week"\n', "figure.date: must be a day"),
    ('[[figure]]\nsays="T."\nsource="A"\ndate="2026"\nvalue="many"\n', "figure.value: holds no figure"),
    ('[[figure]]\nsays="T."\nsource="A"\ndate="2026"\nurl="paper"\n', "figure.url: must be an address"),
    ('[[figure]]\nsays="T."\nsource="A"\ndate="2026"\nplace="Texas"\n', "figure.place: must be a state"),
    ('[[figure]]\nsays="T."\nsource="A"\ndate="2026"\nsorce="B"\n', 'not a key known here: did you mean "source"'),
    ('[[figures]]\nsays="T."\n', 'not a key known here: did you mean "figure"'),
    ('[[city]]\nname="Harbor"\ncourt="mn"\n', "city.court: is not the id of a federal district"),
    ('of="local-polic"\ntitle="T"\nline="L"\n', "belongs to no topic"),
    ('of="local-police"\n', "give it a title and a line"),
])
def test_a_mistake_ends_the_reading(tmp_path: Path, written: str, sentence: str) -> None:
    """In one sentence that says where and how to mend it?"""
    with pytest.raises(SiteError, match=re.escape(sentence)):
        topic(tmp_path, written)


def test_every_figure_that_ships_is_sourced_and_dated() -> None:
    """And is each in Spanish too, and each search of the config told in words on just one page?"""
    topics = read_topics((DATA,))
    assert set(topics) == set(SIX)
    figures = [figure for page in topics.values() for figure in page.figures]
    assert len(figures) > 15
    assert all(figure.source and figure.date and set(figure.says) == {"", "es"} for figure in figures)
    config, mistakes = load_config(PACKAGED)
    told = [name for page in topics.values() for name in page.searches]
    assert mistakes == []
    assert sorted(told) == sorted(finder.name for finder in (*config.cohort, *config.search))


@pytest.mark.parametrize(("date", "words"), [
    ("2026-01-26", "26 January 2026"), ("2026-01", "January 2026"), ("2026", "2026"), ("unknown", "date not given"),
    ("before 2025", "before 2025"), ("2026-01/2026-02", "January 2026 to February 2026"),
])
def test_dates_in_words(date: str, words: str) -> None:
    assert dated(date, Wording()) == words


# Places.


@pytest.mark.parametrize(("caption", "court", "found"), [
    ("M.C.P. v. Warden, Cedar Hollow Detention Center", "mnd", ["cedar-hollow-detention-center-mn"]),
    ("M.C.P. v. Warden, CEDAR HOLLOW PROCESSING CENTER, et al.", "txsd", ["cedar-hollow-detention-center-mn"]),
    ("M.C.P. v. Warden of Cedar Hollow", "mnd", ["cedar-hollow-mn"]),
    ("M.C.P. v. Warden, Harrow County Jail", "mnd", ["harrow-county-jail-mn"]),
    ("M.C.P. v. Warden, Harrow County Jail", "txsd", []),  # another state's county of that name
    ("M.C.P. v. Warden, Cedar Detention Center", "mnd", []),
    ("M.C.P. v. Warden, Hollow Detention Center", "mnd", []),
    ("M.C.P. v. Warden", "mnd", []),
])
def test_a_place_is_found_by_its_whole_name(caption: str, court: str, found: list[str]) -> None:
    """The longest that fits, and no part of one."""
    assert [each.slug for each in PLACES.named_in(case("a", caption, court=court))] == found


def test_a_protected_party_names_no_place() -> None:
    assert PLACES.named_in(case("a", "x", "Warden, Harrow County Jail", protected=True)) == ()
    assert len(PLACES.named_in(case("a", "x", "Warden, Harrow County Jail"))) == 1


def test_the_list_of_places_that_ships() -> None:
    """Read without a mistake; does each place find itself, and nothing else?"""
    places = read_facilities((DATA,))
    assert 40 <= len(places.all) <= 100
    for each in places.all:
        for name in (each.name, *each.aliases):
            assert places.found(f"A.B. v. Warden, {name}, et al.", each.state) == [each], name


HEADER = "name,city,state,operator,aliases,as_of\n"


@pytest.mark.parametrize(("written", "sentence"), [
    ("name,city\nA B,C\n", "lacks the columns aliases, as_of, operator, state"),
    (HEADER + "Jail,Harbor,MN,,,2026\n", "facilities.csv:2: a place needs a name of two words"),
    (HEADER + "Harbor Jail,Harbor,Minn,,,2026\n", "facilities.csv:2: the state must be a postal code"),
    (HEADER + "Harbor Jail,Harbor,MN,,,lately\n", "facilities.csv:2: as_of must say"),
    (HEADER + "Harbor Jail,Harbor,MN,,,2026\nMoor Jail,Moor,MN,,harbor jail,2026\n", "is a name of two places"),
])
def test_a_mistake_in_the_list_of_places(tmp_path: Path, written: str, sentence: str) -> None:
    (tmp_path / "facilities.csv").write_text(written, "utf-8")
    with pytest.raises(SiteError, match=re.escape(sentence)):
        read_facilities((tmp_path,))


# Companies.


def test_companies_and_searches_agree() -> None:
    """Does some search of the config ask for each company of the list, and for no company that is not in it?"""
    config, _ = load_config(PACKAGED)
    companies = read_contractors((DATA,))
    asked = {name for search in config.search for name in re.findall(r'party:"([^"]+)"', search.query)}
    assert {"GEO Group", "Palantir Technologies"} <= {each.name for each in companies} <= asked
    assert 'party:"Palantir Technologies"' in clause(companies, "surveillance")
    assert 'party:"GEO Group"' not in clause(companies, "surveillance")


@pytest.mark.parametrize(("party", "found"), [
    ("The GEO Group, Inc.", ("GEO Group",)), ("GEO GROUP INC", ("GEO Group",)),
    ("CoreCivic of Tennessee, LLC", ("CoreCivic",)),
    ("Geographic Group", ()), ("Geo Marlow", ()), ("Group", ()),
    ("Palantir Technologies Inc.", ("Palantir Technologies",)),
])
def test_a_company_by_its_whole_name(party: str, found: tuple[str, ...]) -> None:
    assert named_in(case("a", "x", party), read_contractors((DATA,))) == found
    assert named_in(case("a", "x", party, protected=True), read_contractors((DATA,))) == ()


# Pages.


def agreement(state: str, agency: str, model: str = "task force", signed: str = "2025-03-01",
              day: dt.date = dt.date(2026, 1, 26)) -> Agreement:
    return Agreement(state, agency, "", model, dt.date.fromisoformat(signed) if signed else None, day, "a list")


def known(**changes: Any) -> Enforcement:
    lists = snapshots([
        agreement("MN", "Harbor County Sheriff"), agreement("MN", "Harbor County Sheriff", "jail enforcement"),
        agreement("TX", "Moor County Sheriff", signed="2025-12-01"),
        agreement("MN", "Harbor County Sheriff", day=dt.date(2025, 7, 3))])
    given: dict[str, Any] = {
        "pages": read_topics((DATA,)), "snapshots": lists, "agencies": Agencies(lists[-1]), "facilities": PLACES,
        "contractors": read_contractors((DATA,)),
        "finders": (Search("children-x", 'party:"Office of Refugee Resettlement"', "children", ("mnd",)),)}
    return Enforcement(**given | changes)


def made(*cases: PublishedCase, beside: Enforcement | None = None) -> dict[str, str]:
    """The pages of topics and states."""
    named, told = Named(beside or known()), overview()
    for each in map(named.known.named, cases):
        named.add(each)
        told.add(each)
    site, rows = pages(), list(told.rows())
    return {page.path: page.html for page in (*topic_pages(site, told, named), *state_pages(site, told, rows, named))}


CASES = (
    case("police", "x", "Jane Roe, Sheriff of Harbor County", topic="local-police"),
    case("place", "M.C.P. v. Warden, Cedar Hollow Detention Center"),
    case("company", "x", "Palantir Technologies, Inc.", topic="oversight"),
    case("city", "x", topic="operations"),
)


def linked(html: str, section: str) -> list[str]:
    """The cases that a section of a page links to."""
    part = html.partition(f'aria-labelledby="{section}"')[2].partition("</section>")[0]
    return re.findall(r'href="\.\./cases/([^"]+)\.html"', part)


@pytest.mark.parametrize(("page", "section", "cases"), [
    ("topics/local-police.html", "agreements", ["police"]), ("states/mn.html", "agreements", ["police"]),
    ("topics/detention.html", "facilities", ["place"]), ("topics/surveillance.html", "contractors", ["company"]),
    ("topics/operations.html", "cities", ["city"]), ("states/tx.html", "agreements", []),
])
def test_a_count_leads_to_its_cases(page: str, section: str, cases: list[str]) -> None:
    assert linked(made(*CASES)[page], section) == cases


def test_no_sheriff_is_named() -> None:
    assert [path for path, html in made(*CASES).items() if "Roe" in html] == []


def test_there_are_six_pages() -> None:
    """Each with its figures and their sources, its searches in words and as they are asked?"""
    found = made(*CASES)
    assert {f"topics/{name}.html" for name in SIX} < set(found)
    for name, page in known().pages.items():
        told = text(found[f"topics/{name}.html"])
        for figure in page.figures:
            assert figure.says[""] in told
            assert re.search(rf"{re.escape(figure.source)}\s*, {re.escape(dated(figure.date, Wording()))}", told)
    assert "party:&#34;Office of Refugee Resettlement&#34;" in found["topics/children.html"]
    assert "within local police" not in found["topics/children.html"]
    assert 'href="../topics/payments-to-police.html"' in found["topics/local-police.html"]


def test_a_state_says_the_day_and_the_source() -> None:
    found = made()
    assert "On 26 January 2026 the list had 2 agreements under section 287(g)" in text(found["states/mn.html"])
    assert "Source: a list, as of 26 January 2026." in text(found["states/mn.html"])
    assert "had no agreement under section 287(g)" in text(found["states/wy.html"])
    assert "Texas had 296 agreements." in text(found["states/tx.html"])


def test_without_anything_known_the_pages_stand() -> None:
    found = made(*CASES, beside=Enforcement())
    assert "287(g) agreements, payments" in found["topics/local-police.html"]
    assert "agreements" not in found["states/mn.html"]


def test_a_caption_is_never_a_persons_place() -> None:
    """Of a place a case's page and the topic's say that it is named, nowhere that anybody is held there."""
    shown = known().named(CASES[1])
    for html in (pages().case(shown).html, made(*CASES)["topics/detention.html"]):
        said = text(html)
        assert "Cedar Hollow Detention Center" in said
        assert re.search(r"nothing of where anybody is", said)
        assert not re.search(r"(?i)\b(?:held|detained|custody) (?:at|in) Cedar", said)


def test_a_matched_agency_on_the_case_page() -> None:
    said = text(pages().case(known().named(CASES[0])).html)
    assert "Harbor County Sheriff" in said
    assert re.search(r"as of 26 January 2026 ?: Jail enforcement, Task force", said)
    assert "the same name, in the state of the court or of the docket" in said


def test_totals_over_time() -> None:
    """Ours by the day of each list, others' by theirs; only of the whole country."""
    figures = (Figure({}, "FWD.us", "before 2025", "135", "agreements"),
               Figure({}, "X", "2026", "9", "agreements", "", "MN"))
    told = totals(known().snapshots, figures)
    assert [(each.value, each.date, each.ours) for each in told] == [
        (135, "before 2025", False), (1, "2025-07-03", True), (3, "2026-01-26", True)]


def test_the_curve_ends_where_the_count_does() -> None:
    """From zero at the first month to the whole at the last, never down."""
    (_, latest) = known().snapshots
    drawn = line(by_signing(latest))
    heights = [100 - float(point.split(",")[1]) for point in drawn.points.split()[:-1]]
    assert heights == sorted(heights)
    assert (heights[0], heights[-1], drawn.most) == (0, 100, 3)
    assert [year for year, _ in drawn.years] == []
    assert "<polygon" in made()["topics/local-police.html"]


def test_a_figure_is_a_row_a_language() -> None:
    """In English whole; in another only what that has of its own, so that nothing is taken for a translation?"""
    page = TopicPage("local-police", "", {}, {}, (
        Figure({"": "Twelve.", "es": "Doce."}, "A paper", "2026", "12", "agreements", "", "MN"),
        Figure({"": "It is said."}, "A paper", "unknown", url="https://example.org")))
    assert Enforcement({"local-police": page}).figure_rows() == [
        ("local-police", 1, "en", "12", "Twelve.", "A paper", None, "2026", "MN", "agreements"),
        ("local-police", 1, "es", None, "Doce.", "A paper", None, "2026", "MN", "agreements"),
        ("local-police", 2, "en", None, "It is said.", "A paper", "https://example.org", "unknown", None, None)]


def test_everything_that_ships_is_read_together() -> None:
    config, _ = load_config(PACKAGED)
    everything = read_enforcement((DATA,), config, TODAY)
    assert everything.latest is not None
    assert len(everything.rows()) == 753
    assert {row[2] for row in everything.figure_rows()} == {"en", "es"}
    assert len(everything.facility_rows()) == len(everything.facilities.all)
    assert "Stewart Detention Center" in "\n".join(everything.own_words())
