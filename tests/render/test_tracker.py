"""Docket ids in, case files out; and any case written by hand comes back the same."""
import datetime as dt
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from writwatch import render
from writwatch.render.cases import TOPICS, Case, DocketRef, Privacy, load_site
from writwatch.render.starting import init
from writwatch.render.tracker import case_toml, follow, follow_new


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    """An empty tracker."""
    init(tmp_path / "tracker")
    return tmp_path / "tracker"


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_docket_is_followed_by_id_address_or_number(tracker: Path) -> None:
    """Does each way make a file that loads, with a name that tells of nobody and no title?"""
    made = follow(tracker, [
        "101", "https://www.courtlistener.com/docket/102/xenia-quarles-v-warden/", "txsd:1:26-cv-00003",
        "jpml:MDL No. 9", "www.courtlistener.com/docket/104", "https://www.courtlistener.com/api/rest/v4/dockets/105/",
    ], topic="removal")
    assert [path.name for path in made] == [
        "docket-101.toml", "docket-102.toml", "txsd-1-26-cv-00003.toml", "jpml-mdl-no-9.toml", "docket-104.toml",
        "docket-105.toml"]
    assert "quarles" not in "".join(path.read_text() for path in made).lower()
    loaded = load_site(tracker)
    assert loaded.problems == ()
    assert {(case.title, case.topic, case.dockets) for case in loaded.cases} == {
        ("", "removal", (DocketRef(id=101),)),
        ("", "removal", (DocketRef(id=102),)),
        ("", "removal", (DocketRef(court="txsd", docket_number="1:26-cv-00003"),)),
        ("", "removal", (DocketRef(court="jpml", docket_number="MDL No. 9"),)),
        ("", "removal", (DocketRef(id=104),)),
        ("", "removal", (DocketRef(id=105),)),
    }
    assert not [name for name in files(tracker) if name.endswith(".tmp")]


@pytest.mark.parametrize(("given", "expected"), [
    ("0", "0: 0 is no CourtListener id"),
    ("99999999999", "99999999999: 99999999999 is no CourtListener id"),
    ("abc", "abc names no docket: give a CourtListener id, an address, or court:number"),
    ("txs:1:26-cv-00001", 'txs:1:26-cv-00001: is not the id of a federal court: did you mean "txsd"?'),
    ("mnd:26-123", 'mnd:26-123: "26-123" is too short'),
    ("0:26-cv-00123", "0:26-cv-00123 names no docket: give .* or court:number, as in txsd:1:26-cv-00001"),
    ("5th Cir.:26-1", "5th Cir. 26-1 is followed already, in .*cases/mine.toml"),
    ("https://example.org/docket/7/xenia-quarles/", "number 2 of 2: is not the address of a docket"),
    ("example.org/docket/7/xenia-quarles/", "number 2 of 2: is not the address of a docket"),
    ("101", "Docket 101 is followed already, in .*cases/mine.toml: nothing was added"),
    ("https://www.courtlistener.com/docket/101/", "Docket 101 is followed already, in .*cases/mine.toml"),
    ("ca5:26-1", "5th Cir. 26-1 is followed already, in .*cases/mine.toml"),
    ("103", "docket-103.toml is there already, with another docket or a mistake: mend it by hand"),
])
def test_a_docket_that_cannot_be_followed_is_refused(tracker: Path, given: str, expected: str) -> None:
    """Does one sentence say why, and is nothing written, not even the good one beside it?"""
    mine = Case("mine", "Mine", "status", "", "core", "", None, (
        DocketRef(id=101), DocketRef(court="ca5", docket_number="26-1")))
    (tracker / "cases" / "mine.toml").write_text(case_toml(mine))
    (tracker / "cases" / "docket-103.toml").write_text("title = 1")
    before = files(tracker)
    with pytest.raises(render.SiteError, match=expected):
        follow(tracker, ["102", given])
    assert files(tracker) == before


def test_a_docket_is_followed_as_people_write_its_court_and_number(tracker: Path) -> None:
    """Initials, zeros, capitals, a citation: is the file called and written as the court's system spells it?"""
    made = follow(tracker, ["cand:3:26-cv-1234-ABC", "CAND:3:26-CV-1235", "N.D. Cal.:3:2026-cv-01236"])
    assert [path.name for path in made] == [
        "cand-3-26-cv-01234.toml", "cand-3-26-cv-01235.toml", "cand-3-26-cv-01236.toml"]
    assert [ref.docket_number for case in load_site(tracker).cases for ref in case.dockets] == [
        "3:26-cv-01234", "3:26-cv-01235", "3:26-cv-01236"]
    with pytest.raises(render.SiteError, match=r"N\.D\. Cal\. 3:26-cv-01234 is followed already"):
        follow(tracker, ["cand:3:26-cv-01234-XYZ"])


def test_the_same_docket_twice_on_the_command_line_is_refused(tracker: Path) -> None:
    """Is a slip of the hand named?"""
    with pytest.raises(render.SiteError, match="Docket 101 is named twice: nothing was added"):
        follow(tracker, ["101", "https://www.courtlistener.com/docket/101/"])
    assert load_site(tracker).cases == ()


def test_a_docket_that_the_store_knows_by_its_other_key_is_followed_already(tracker: Path) -> None:
    """By its id, where a file has court and number, and the other way round: does the store tell that they are one?"""
    held = {("njd", "2:26-cv-00527"): 101}
    follow(tracker, ["njd:2:26-cv-00527"], held=held)
    with pytest.raises(render.SiteError, match=r"Docket 101 is followed already, in .*njd-2-26-cv-00527\.toml"):
        follow(tracker, ["101"], held=held)
    follow(tracker, ["202"])
    with pytest.raises(render.SiteError, match=r"is followed already, in .*docket-202\.toml"):
        follow(tracker, ["mnd:0:26-cv-00123"], held={("mnd", "0:26-cv-00123"): 202})


def test_of_a_list_what_the_store_knows_to_be_followed_is_left_out(tracker: Path) -> None:
    """A docket by its number that a file follows by its id: is it said, and the rest followed?"""
    follow(tracker, ["101"])
    made, left_out = follow_new(tracker, ["njd:2:26-cv-00527", "202"], held={("njd", "2:26-cv-00527"): 101})
    assert [path.name for path in made] == ["docket-202.toml"]
    assert [sentence.partition(" is ")[2][:16] for sentence in left_out] == ["followed already"]


def test_a_rejected_docket_is_not_followed(tracker: Path) -> None:
    """By its id and by its number: does the rejection have to be taken away first?"""
    for asked in ("101", "njd:2:26-cv-00527"):
        with pytest.raises(render.SiteError, match=r"was rejected in .*found\.toml: take that away to follow it"):
            follow(tracker, [asked], held={("njd", "2:26-cv-00527"): 101}, rejected={101})
    assert load_site(tracker).cases == ()


def test_a_folder_that_is_no_tracker_is_named(tmp_path: Path) -> None:
    """Does `follow` say how to start a tracker, and what it could not write?"""
    with pytest.raises(render.SiteError, match=r"`writwatch init .*nowhere` starts a tracker there"):
        follow(tmp_path / "nowhere", ["101"])
    (tmp_path / "config.toml").write_text('name = "A tracker"\n')
    (tmp_path / "cases").write_text("a file in the folder's place")
    with pytest.raises(render.SiteError, match=r"cannot be written \(.*\): mend its place or its permissions"):
        follow(tmp_path, ["101"])


WORDS = st.text(max_size=40)
FILLED = WORDS.filter(str.strip)
DAYS = st.dates(dt.date(1789, 1, 1), dt.date(2100, 1, 1))
DOCKETS = st.builds(
    DocketRef, id=st.integers(1, 2**31 - 1), assigned_to=WORDS, appointed_by=WORDS, date_filed=st.none() | DAYS,
    role=st.sampled_from(["", "appeal", "related"]),
)
CASES = st.builds(
    Case, slug=st.just("a-case"), title=FILLED, topic=st.sampled_from(TOPICS), why=WORDS,
    scope=st.sampled_from(["core", "related"]), government_action=WORDS, note=st.just(""),
    was=st.lists(st.from_regex(r"[a-z]{3}-[0-9]{1,5}", fullmatch=True), max_size=2, unique=True).map(tuple),
    privacy=st.none() | st.builds(Privacy, show=st.just("public"), reason=FILLED, by=FILLED, on=DAYS)
    | st.builds(Privacy, show=st.just("initials"), public_names=st.just(("Dana Whitlow Quill", "Ötis Marlow")),
                reason=FILLED, by=FILLED, on=DAYS),
    dockets=st.lists(DOCKETS, min_size=1, max_size=3, unique_by=lambda docket: docket.id).map(tuple),
)


@given(CASES)
def test_any_case_comes_back_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, case: Case) -> None:
    """Whatever the words are, does load_site read the case that case_toml wrote?"""
    folder = tmp_path_factory.mktemp("site")
    (folder / "cases").mkdir()
    (folder / "config.toml").write_text('name = "A tracker"')
    (folder / "cases" / "a-case.toml").write_bytes(case_toml(case).encode())
    loaded = load_site(folder)
    assert loaded.problems == ()
    assert loaded.cases == (case,)


@given(st.text())
def test_any_title_comes_back_from_toml(title: str) -> None:
    """Are quotes, backslashes, control characters and emoji escaped as TOML wants them?"""
    text = case_toml(Case("a", title or "-", "status", "", "core", "", None, (DocketRef(id=1),)))
    assert tomllib.loads(text)["title"] == (title or "-")
