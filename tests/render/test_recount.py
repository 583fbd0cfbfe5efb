"""Does everything that a site publishes as a number follow from the tables beside it, counted by another hand?"""
import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from writwatch.render.build import build
from writwatch.render.pages import SiteLook

from .factory import AS_OF
from .rulings import ruled

sys.path.insert(0, str(Path(__file__).parents[1]))
from recount import COUNTED, created, half, recount, survival, table

CASES = 300


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of petitions that ended in every way."""
    out = tmp_path_factory.mktemp("recount") / "public"
    build(ruled(CASES), SiteLook(fictional=True), out, AS_OF)
    return out


def linked(site: Path, to: Path) -> Path:
    """The parts of a site that are counted again, as links: a file is taken away before it is written anew."""
    for part in ("data", "courts", "judges", "topics", "numbers"):
        shutil.copytree(site / part, to / part, copy_function=os.link, ignore=shutil.ignore_patterns("cases"))
    shutil.copy(site / "index.html", to)
    return to


def test_every_published_number_can_be_counted_again(published: Path) -> None:
    """From the published files alone: is there no number that differs?"""
    assert recount(published) == []
    assert len(table(published, "cases")) == CASES
    counted = {row["measure"] for row in table(published, "measures") if int(row["cases"])}
    assert counted == set(COUNTED)
    assert created(published).startswith("2026-04-10")


@pytest.mark.parametrize(("path", "pattern", "other", "said"), [
    ("data/measures.csv", r"granted,all,all,(\d+)", "9999", "measures.csv: granted, all, all"),
    ("data/measures.csv", r"denied,court_id,mnd,\d+,(\d+)", "9999", "measures.csv: denied, court_id, mnd"),
    ("data/measures.csv", r"decided,judge,Wren Halloway,\d+,\d+,(\d+)", "9999", "measures.csv: decided, judge"),
    ("data/durations.csv", r"to_decision,\d+,(\d+)", "9999", "durations.csv: to_decision"),
    ("data/durations.csv", r"to_release,\d+,\d+,\d+,\d+,0\.\d+,(0\.\d+)", "0.123", "durations.csv: to_release"),
    ("data/courts.csv", r"(?m)^mnd,.*?,(\d+)", "9999", "courts.csv: mnd"),
    ("data/counts.csv", r"(?m)^detention,\w+,(\d+)", "9999", "counts.csv: ('detention'"),
    ("data/weeks.csv", r"2026-01-05,true,(\d+)", "9999", "weeks.csv: ('2026-01-05', 'filed')"),
    ("courts/mnd.html", r'data-measure="granted" data-of="decided" data-value="\d+"><a[^>]*>(\d+)<', "9999",
     "courts/mnd.html: granted"),
    ("judges/wren-halloway.html", r'data-measure="decided" data-value="(\d+)"', "9999",
     "judges/wren-halloway.html: decided"),
    ("topics/detention.html", r'data-measure="pending" data-of="petitions" data-value="(\d+)"', "9999",
     "topics/detention.html: pending"),
    ("judges/index.html", r'data-measure="relief_ordered" data-of="decided" data-value="(\d+)"', "9999",
     "judges/index.html, otis-farrow-lindqvist: relief_ordered"),
    ("courts/index.html", r'data-measure="decided" data-of="petitions" data-value="([1-9]\d*)"', "9999",
     "courts/index.html, ca1: decided"),
    ("index.html", r'<a href="lists/open.html"><b>(\d+)<', "9999", "index.html: open"),
    ("index.html", r'lists/status-relief-denied.html".*?<td class="number">(\d+)<', "9999",
     "index.html: status-relief-denied"),
    ("index.html", r'href="courts/mnd.html"><span>.*?<b>\s*(\d+)<', "9999", "index.html: mnd"),
])
def test_a_wrong_number_is_found(
    published: Path, tmp_path: Path, path: str, pattern: str, other: str, said: str
) -> None:
    """One number changed: is it named?"""
    place = linked(published, tmp_path / "public") / path
    text = place.read_bytes().decode()
    found = re.search(pattern, text, re.DOTALL)
    assert found, f"{path} has no such number to change"
    place.unlink()
    place.write_bytes((text[:found.start(1)] + other + text[found.end(1):]).encode())
    assert any(sentence.startswith(said) for sentence in recount(tmp_path / "public"))


def test_a_case_that_is_missing_is_found(published: Path, tmp_path: Path) -> None:
    """A line of cases.csv taken away: do the numbers no longer fit?"""
    place = linked(published, tmp_path / "public") / "data" / "cases.csv"
    lines = place.read_bytes().splitlines(keepends=True)
    place.unlink()
    place.write_bytes(b"".join(lines[:-1]))
    assert recount(tmp_path / "public")


def test_the_estimate_is_that_of_the_text_books() -> None:
    """Six of ten patients by hand: is the share what it should be after each day, and the median the first at half?"""
    spans = [(3, True), (5, True), (5, False), (8, True), (8, True), (10, False), (12, True), (15, True), (20, False),
             (20, False)]
    rows = survival(spans)
    assert [(row[0], row[1], row[2], round(float(row[4]), 4)) for row in rows] == [
        (3, 10, 1, 0.9), (5, 9, 1, 0.8), (8, 7, 2, 0.5714), (10, 5, 0, 0.5714), (12, 4, 1, 0.4286), (15, 3, 1, 0.2857),
        (20, 2, 0, 0.2857)]
    assert half(rows)[0] == 12
