"""Numbers on pages: each with its denominator, its definition, its cases and its file; charts with table and frame."""
import csv
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from writwatch.render import PACKAGED, addresses, tables
from writwatch.render.about_pages import About
from writwatch.render.build import build
from writwatch.render.coverage import Known, Pass
from writwatch.render.measures import DURATIONS, MEASURES
from writwatch.render.numbers import CHARTS, MAPPED, MONTHS_SHOWN, TONES, WEEKS_SHOWN, Numbers
from writwatch.render.pages import SiteLook
from writwatch.render.places import ENOUGH
from writwatch.render.published import PublishedCase, Shown

from .factory import AS_OF, TODAY, many, overdue, pending, released
from .test_build import Links

ENDS = ("granted", "granted_in_part", "denied", "dismissed", "dismissed_moot", "withdrawn", "settled", "remanded")
CHART_PAGES = {"filings": "filings", "outcomes": "outcomes", "courts": "courts", **dict.fromkeys(
    ("to-first-order", "to-decision", "to-release"), "time")}


def decided(count: int) -> Iterator[PublishedCase]:
    """Petitions of which every second was decided some weeks after it was filed, in every way in turn."""
    for number, case in enumerate(many(count)):
        filed = case.dockets[0].date_filed or TODAY
        day = min(filed + dt.timedelta(days=7 + number % 60), TODAY)
        ended = Shown(ENDS[number // 2 % len(ENDS)], day, case.evidence[0], "read" if number % 3 else "confirmed")
        yield case._replace(axes=case.axes | {"merits": (ended,)}) if number % 2 else case


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("numbers") / "public"
    third = pending(slug="another-suit", government_action="Removal to third countries")
    build([released(), pending(), third, overdue(), *decided(160)], SiteLook(fictional=True), out, AS_OF,
          about=About(known=Known(passes={"": Pass(None, AS_OF)})))
    return out


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("few") / "public"
    build([released()], SiteLook(), out, AS_OF)
    return out


def page(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def rows(site: Path, table: tables.Table) -> list[dict[str, str]]:
    return list(csv.DictReader(page(site, addresses.data(f"{table.name}.csv")).lstrip("\ufeff").splitlines()))


def number(html: str, measure: str) -> str:
    """What a page gives as a measure's number."""
    return re.search(rf'<a href="[^"]*{re.escape(addresses.number(measure))}">([\d,]+)</a>', html)[1]


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_a_number_leads_to_its_cases(site: Path, measure):
    """To a page that lists as many as the number says, and to a definition that is there?"""
    index, own = page(site, addresses.NUMBERS), page(site, addresses.number(measure.name))
    (row,) = [row for row in rows(site, tables.NUMBERS)
              if (row["measure"], row["level"]) == (measure.name, "all")] or [{"cases": "0", "of": "0"}]
    assert number(index, measure.name) == row["cases"]
    listed = own if measure.where else page(site, addresses.ALL_CASES)
    assert len(re.findall(r'<tr><th scope="row"><a href="\.\./cases/', listed)) == min(int(row["cases"]), 200)
    assert measure.where or f'href="../{addresses.ALL_CASES}"' in own
    assert f'id="measure-{measure.name}"' in page(site, addresses.METHOD)
    for html in (index, own):
        assert f'href="../{addresses.definition(measure.name)}"' in html
    if measure.of:
        assert f"of {row['of']}" in own


def test_the_method_tells_every_definition(site: Path):
    """Name, sentence, formula, denominator and caveats, in the words of the definition?"""
    method = page(site, addresses.METHOD)
    for measure in MEASURES:
        told = method.partition(f'id="measure-{measure.name}"')[2].partition('<div id="')[0]
        for text in (measure.title, measure.says, f"<code>{measure.formula}</code>", *measure.caveats):
            assert text in told, measure.name
        assert not measure.of or f'href="#measure-{measure.of}"' in told
    for duration in DURATIONS:
        assert duration.formula in method.partition(f'id="measure-{duration.name}"')[2].partition("</div>")[0]


@pytest.mark.parametrize("name", CHART_PAGES)
def test_a_chart_has_its_table_its_file_and_its_frame(site: Path, name: str):
    """And a name for those who do not see it, and a day?"""
    html = page(site, addresses.number(CHART_PAGES[name]))
    (file,) = re.findall(rf'href="\.\./(data/\w+\.csv)">data/[^·]*·[^·]*href="\.\./embed/chart-{name}\.html"', html)
    assert (site / file).is_file()
    assert (site / addresses.embed(f"chart-{name}")).is_file()
    assert "<table" in html
    assert "As of <time" in html
    assert re.search(r'role="img" aria-label="[^"]{20}|<figcaption>\s*[^<\s][^<]{20}', html)


@pytest.mark.parametrize("measure", MAPPED, ids=lambda measure: measure.name)
def test_a_map_has_its_table_its_file_and_its_frame(site: Path, measure):
    """Does each district show what the table says, and does the map lead to the others?"""
    html = page(site, addresses.number(f"map-{measure.name}"))
    counts = {row["group"]: row["cases"] for row in rows(site, tables.NUMBERS)
              if (row["measure"], row["level"]) == (measure.name, "court_id")}
    tiles = dict(re.findall(r'<li class="r\d+ c\d+"><a[^>]*courts/(\w+)\.html"[^>]*>.*?<b>(\d+)', html))
    assert len(tiles) == 94
    assert {court_id: count for court_id, count in tiles.items() if count != "0"} == {
        court_id: count for court_id, count in counts.items() if count != "0" and court_id in tiles}
    assert (site / addresses.embed(f"chart-map-{measure.name}")).is_file()
    assert html.count(' aria-current="page"') == 1
    assert len(set(re.findall(r'href="\.\./(numbers/map-\w+\.html)"', html))) == len(MAPPED)


def test_every_link_of_the_numbers_leads_somewhere(site: Path):
    """Of pages and of frames: to a file, and to an anchor in it?"""
    ids: dict[Path, set[str]] = {}
    for path in (*(site / "numbers").glob("*.html"), *(site / "embed").glob("chart-*.html")):
        html = path.read_text(encoding="utf-8")
        html5lib.HTMLParser(strict=True).parse(html)
        for target in Links(html).targets:
            place, _, anchor = target.partition("#")
            if "://" in target or target.startswith("mailto:"):
                continue
            goal = (path.parent / place).resolve() if place else path
            assert goal.is_file(), (path.name, target)
            if anchor and "=" not in anchor:
                found = ids.setdefault(goal, set(Links(goal.read_text(encoding="utf-8")).ids))
                assert anchor in found, (path.name, target)


def test_frames_are_small_and_lead_out(site: Path):
    """A few kB, every link leaves the frame, nothing within that the policy forbids?"""
    names = [*CHARTS, *(f"map-{measure.name}" for measure in MAPPED)]
    for name in names:
        html = page(site, addresses.embed(f"chart-{name}"))
        assert len(html) < (22_000 if name.startswith("map-") else 14_000), name
        assert not re.search(r"<style| style=| on[a-z]+=|<script>", html), name
        assert all('target="_top"' in link for link in re.findall(r"<a [^>]*>", html)), name
        assert "Fictional." in html
    listed = page(site, addresses.EMBEDS)
    assert all(addresses.embed(f"chart-{name}") in listed for name in names)


def test_weeks_that_are_not_complete_are_marked(site: Path):
    """By a hatch and in words, and no others?"""
    html = page(site, addresses.number("filings"))
    growing = [row for row in rows(site, tables.WEEKS) if row["complete"] == "false"]
    assert [row["week"] for row in growing] == ["2026-04-06"]
    assert html.count('class="hatched"') == len(growing)
    assert "The hatched week is not complete." in html
    assert re.search(r"Followed as a whole: (\d+) of \1\.", html)
    assert html.count("not complete</span>") == len(growing)


def test_the_table_of_outcomes_adds_up(site: Path):
    """Row by row: are all ways to end together what was decided, as in the file?"""
    html = page(site, addresses.number("outcomes"))
    told = {row["month"]: row for row in rows(site, tables.OUTCOMES)}
    body = html.partition("<tbody>")[2].partition("</tbody>")[0]
    lines = [re.findall(r"<td[^>]*>(\d+)</td>", line) for line in body.split("</tr>")[:-1]]
    assert len(lines) == min(len(told), MONTHS_SHOWN)
    for cells, row in zip(lines, reversed(told.values()), strict=False):
        first, *parts = map(int, cells)
        assert first == sum(parts) == int(row["decided"])


def test_no_share_of_too_few(few: Path, site: Path):
    """One petition, decided: is no percentage, no curve and no median told, and are they told of many?"""
    for path in (addresses.NUMBERS, addresses.number("granted"), addresses.number("time")):
        html = page(few, path)
        assert not re.search(r"\(\d+%\)|Half within", html), path
    assert "1 petition: too few for an estimate, which needs 20." in page(few, addresses.number("time"))
    assert re.search(r"\(\d+%\)", page(site, addresses.NUMBERS))
    assert "Half within" in page(site, addresses.number("time"))


def test_no_case_at_all(tmp_path: Path):
    """Are there all pages, and is nothing drawn of nothing?"""
    out = tmp_path / "public"
    build([], SiteLook(), out, AS_OF)
    for name in ("filings", "outcomes", "courts"):
        assert "There is nothing to draw yet." in page(out, addresses.number(name))
        assert "There is nothing to draw yet." in page(out, addresses.embed(f"chart-{name}"))
    assert number(page(out, addresses.NUMBERS), "cases") == "0"


def test_suits_are_told_by_what_they_are_against(site: Path):
    """Each under its editor's words, those of which nothing is said last, with how many have relief in force?"""
    html = page(site, addresses.number("actions"))
    found = re.findall(r'#action-\d">([^<]+)</a></th><td class="number">(\d+)</td><td class="number">(\d+)<', html)
    assert found == [("Removal to third countries", "1", "1"), ("Not said by its editor", "1", "1")]


def counted(cases: list[PublishedCase]) -> Numbers:
    return Numbers(tables.counted(map(tables.case_row, cases), TODAY))


def test_what_is_drawn_is_what_is_counted():
    """Weeks, months and courts: the newest of them, and what is left out said?"""
    cases = list(decided(400))
    numbers = counted(cases)
    filed, ended, courts = numbers.filed(), numbers.ended(), numbers.courts_filed()
    assert filed
    assert ended
    assert courts
    assert sum(count for _, count, _ in filed.weeks) == len(cases)
    assert len(filed.weeks) <= WEEKS_SHOWN
    assert sum(count for _, count, _ in ended.months) == len(cases) // 2
    assert [sum(counts) for counts in zip(*(part.counts for part in ended.parts), strict=True)] == [
        count for _, count, _ in ended.months]
    sizes = Counter(case.dockets[0].court_id for case in cases)
    assert sum(court.petitions for court in courts.courts) + courts.other_petitions == len(cases)
    assert {court_id for court_id, _ in sizes.most_common(11)} <= {each.court_id for each in courts.courts}
    assert max(max(each.counts) for each in courts.courts) == courts.top


def test_outcomes_can_be_told_apart():
    """Has each way to end a tone of its own, and one that the style sheet knows?"""
    assert len(set(TONES.values())) == len(TONES)
    sheet = (PACKAGED / "static" / "site.css").read_text()
    assert all(f".{tone} {{ --tone:" in sheet for tone in TONES.values())


def test_a_share_needs_enough():
    """Of one less than enough none, of enough one, of the measure that has no denominator none?"""
    cases = [case._replace(slug=f"c{n}") for n, case in enumerate([released()] * ENOUGH)]
    assert counted(cases[1:]).share("granted") is None
    assert counted(cases).share("granted") == 1
    assert counted(cases).share("cases") is None


def test_a_curve_that_ends_within_a_week_has_a_table():
    """All but a few got there by the third day: does the table say what the curve says, and not nothing?"""
    name = DURATIONS[0].name
    curve = [(name, 3, 25, 20, 0, 0.2, 0.08, 0.36), (name, 4, 5, 0, 5, 0.2, 0.08, 0.36)]
    first, *_ = Numbers({tables.NUMBERS.name: [], tables.CURVES.name: curve}).waited()
    assert first.curve is not None
    assert [(day, step.share) for day, step in first.told] == [(3, 0.2)]
