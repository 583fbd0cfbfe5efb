"""Found dockets: which become cases, which wait for an editor, and what is written of a decision."""

import datetime as dt
import time
import tomllib
from pathlib import Path

import pytest
from writwatch.fetch.sandbox.query import check_query, read_words
from writwatch.render import PACKAGED, SiteError
from writwatch.render.cases import Case, Cohort, Config, Decided, DocketRef, Search, Site, load_site
from writwatch.render.found import FoundDocket, caption, found_cases, slug_of, tell_waiting, waiting, waiting_json
from writwatch.render.found_decisions import DocketDecision, add_found, load_found
from writwatch.render.starting import init

TODAY = dt.date(2026, 6, 30)
NOON = dt.datetime(2026, 6, 29, 12, tzinfo=dt.UTC)
CONFIG = Config(
    cohort=(
        Cohort("ruled", "463", "detention", accept="rule"),
        Cohort("reviewed", "465", "detention"),
    ),
    search=(
        Search("police", "party:Sheriff", "local-police"),
        Search("children", "party:Office", "children", accept="rule"),
    ),
)
MINE = Case("mnd-0-26-cv-00009", "", "detention", "", "core", "", None, (DocketRef(9),))


def docket(number: int, *by: str, **fields: object) -> FoundDocket:
    given = FoundDocket(
        number, "mnd", f"0:26-cv-{number:05}", "Xenia Quarles v. Warden", dt.date(2026, 6, 1), "", by, NOON
    )
    return given._replace(**fields)


def site(**decided: object) -> Site:
    return Site(CONFIG, (MINE,), (), Decided(**decided))  # pyright: ignore[reportArgumentType]


def slugs(found: list[FoundDocket], **decided: object) -> list[str]:
    return [case.slug for case in found_cases(found, site(**decided), {9})]


@pytest.mark.parametrize(
    ("by", "decided", "is_case", "waits"),
    [
        (("ruled",), {}, True, False),
        (("reviewed",), {}, False, True),
        (("police",), {}, False, True),
        (("police", "reviewed"), {}, False, True),
        (("police", "ruled"), {}, True, False),
        (("gone",), {}, False, False),
        ((), {}, False, False),
        (("police",), {"accepted": (1,)}, True, False),
        ((), {"accepted": (1,)}, True, False),
        (("ruled",), {"rejected": frozenset({1})}, False, False),
        (("ruled",), {"unclear": frozenset({1})}, False, False),
        (("police",), {"rejected": frozenset({1})}, False, False),
    ],
)
def test_what_is_a_case_and_what_waits(by: tuple[str, ...], decided: dict[str, object], is_case: bool, waits: bool):
    """By whom a docket was found and what was decided: is it published, does it wait, or neither?"""
    found = [docket(1, *by)]
    assert bool(slugs(found, **decided)) is is_case
    assert [each.id for each in waiting(found, site(**decided), {9})] == ([1] if waits else [])


def test_a_docket_of_a_case_file_is_found_by_nobody():
    assert slugs([docket(9, "ruled")]) == []
    assert waiting([docket(9, "police")], site(), {9}) == []


@pytest.mark.parametrize(
    ("by", "topic"),
    [
        (("ruled",), "detention"),
        (("ruled", "children"), "children"),
        (("children", "ruled"), "children"),
        (("ruled", "police"), "detention"),
        (("police",), "local-police"),
        ((), "detention"),
    ],
)
def test_the_topic_is_that_of_what_accepts_it(by: tuple[str, ...], topic: str):
    """A search knows the topic better than a nature of suit; one that only proposes does not overrule a rule."""
    [case] = found_cases([docket(1, *by)], site(accepted=(1,)), {9})
    assert (case.topic, case.scope, case.title, case.privacy) == (topic, "found", "", None)
    assert case.dockets == (DocketRef(1),)


@pytest.mark.parametrize(
    ("court", "number", "slug"),
    [
        ("mnd", "0:26-cv-00123", "mnd-0-26-cv-00123"),
        ("mnd", "0:26-cv-00123-ABC-DEF", "mnd-0-26-cv-00123"),
        ("ca8", "26-1234", "ca8-26-1234"),
        ("mnd", "", "docket-77"),
        ("mnd", "0:26-cv-00123 (Quarles)", "docket-77"),
        ("mnd", "Quarles", "docket-77"),
        ("nocourt", "0:26-cv-00123", "docket-77"),
    ],
)
def test_an_address_tells_nothing_of_anybody(court: str, number: str, slug: str):
    assert slug_of(docket(77, court_id=court, docket_number=number)) == slug


def test_two_of_one_number_are_two_cases():
    """The first found keeps the plain name, whatever its id; a case file's name is taken already."""
    same = [docket(number, "ruled", docket_number="0:26-cv-00001") for number in (5, 3)]
    taken = docket(8, "ruled", docket_number="0:26-cv-00009")
    assert slugs([*same, taken]) == ["mnd-0-26-cv-00001", "mnd-0-26-cv-00001-3", "mnd-0-26-cv-00009-8"]


def test_twenty_thousand_cases_are_made_at_once():
    found = [docket(number, "ruled") for number in range(10, 20_010)]
    started = time.perf_counter()
    assert len(slugs(found)) == 20_000
    assert time.perf_counter() - started < 5


def test_what_waits_is_told_newest_first_and_nobody_is_named():
    """New ones without a date first; people by initials; what to type next at the end; no escape reaches the screen."""
    found = [
        docket(1, "police", date_filed=dt.date(2026, 5, 1)),
        docket(2, "police", date_filed=None, docket_number="", case_name=""),
        docket(3, "police", date_filed=dt.date(2026, 6, 1), docket_number="0:26-cv-00003\x1b[2J"),
        docket(4, "police", date_filed=dt.date(2026, 4, 1), case_name="In re: Application of Xenia Quarles"),
    ]
    undecided = waiting(found, site(), set())
    assert [each.id for each in undecided] == [2, 3, 1, 4]
    told = tell_waiting(undecided, 3, searched=True)
    assert "Quarles" not in told + str(waiting_json(undecided))
    assert "\x1b" not in told
    assert "3: D. Minn. 0:26-cv-00003" in told
    assert "X.Q. v. Warden" in told
    assert "1 more: --limit shows more of them." in told
    assert told.endswith('writwatch discover --reject ID… --by "YOUR NAME" --why "…"')


def test_offices_and_organisations_keep_their_names():
    assert caption(docket(1, case_name="Harbor League v. Office of Permits")) == "Harbor League v. Office of Permits"


@pytest.mark.parametrize(("searched", "said"), [(True, "`writwatch fetch` asks"), (False, "no [[cohort]]")])
def test_nothing_waits(searched: bool, said: str):
    assert said in tell_waiting([], 20, searched=searched)


# The file.

GOOD = '[[docket]]\nid = 1\ndecision = "reject"\nby = "The editor"\non = 2026-06-01\n'


def loaded(folder: Path, text: str) -> tuple[Decided, list[str]]:
    (folder / "found.toml").write_text(text, "utf-8")
    decided, problems = load_found(folder, [MINE], TODAY)
    return decided, [str(problem).removeprefix(f"{folder.as_posix()}/") for problem in problems]


def test_the_last_decision_on_a_docket_holds(tmp_path: Path):
    text = "# Notes.\n" + GOOD + GOOD.replace("id = 1", "id = 2") + GOOD.replace("reject", "accept")
    assert loaded(tmp_path, text) == (Decided((1,), frozenset({2})), [])
    assert load_found(tmp_path / "nowhere", [], TODAY) == (Decided(), ())


@pytest.mark.parametrize(("verdicts", "first"), [(("accept", "reject"), "accept"), (("reject", "accept"), "reject")])
def test_an_older_decision_that_stands_last_holds_no_more(tmp_path: Path, verdicts: tuple[str, str], first: str):
    """Two files brought together in the wrong order: is it said, and does the docket stay away until somebody looks?"""
    texts = [GOOD.replace("reject", verdict).replace("06-01", day)
             for verdict, day in zip(verdicts, ("06-01", "05-30"), strict=True)]
    wrong = f"2026-05-30 is before the {first} of 2026-06-01 that stands above: take one of the two away"
    assert loaded(tmp_path, "".join(texts)) == (Decided(unclear=frozenset({1})), [f"found.toml:10: docket.on: {wrong}"])
    of_one_mind = [GOOD, GOOD.replace("06-01", "05-30")]
    assert loaded(tmp_path, "".join(of_one_mind)) == (Decided(rejected=frozenset({1})), [])


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"reject"', '"rejekt"', '3: docket.decision: must be one of "accept", "reject": did you mean "reject"?'),
        ("2026-06-01", "2027-06-01", "5: docket.on: 2027-06-01 is yet to come: check the year"),
        ('"The editor"', '" "', '4: docket.by: is missing: write who decided, as in `by = "The editor"`'),
        ("id = 1", "id = 0", "2: docket.id: 0 is no CourtListener id: it is the number in the docket's address there"),
        ("by =", "who =", "4: docket.who: is not a key known here"),
    ],
)
def test_a_mistake_decides_nothing_and_keeps_its_docket_away(tmp_path: Path, old: str, new: str, problem: str):
    """Is it named by line and key, do the others stand, and does what was perhaps rejected stay away?"""
    decided, problems = loaded(tmp_path, GOOD.replace(old, new) + GOOD.replace("id = 1", "id = 2"))
    assert any(each.startswith(f"found.toml:{problem}") for each in problems)
    assert (decided.accepted, decided.rejected) == ((), frozenset({2}))
    assert decided.unclear == {0 if new == "id = 0" else 1}


def test_rejected_and_followed_at_once(tmp_path: Path):
    """A docket of a case file: is the contradiction said, and does the case stay as it is?"""
    decided, problems = loaded(tmp_path, GOOD.replace("id = 1", "id = 9"))
    followed = "is followed in cases/mnd-0-26-cv-00009.toml and rejected here: take one of the two away"
    assert problems == [f"found.toml:2: docket.id: {followed}"]
    assert decided == Decided()


@pytest.mark.parametrize("text", ["[[docket\n", "docket = 1\n", ""])
def test_a_file_that_cannot_be_read_stops_everything(tmp_path: Path, text: str):
    """Without it, what was rejected would come back."""
    with pytest.raises(SiteError, match=r"found\.toml.*mend it first"):
        loaded(tmp_path, text)


def test_what_an_editor_wrote_stays(tmp_path: Path):
    """Decisions are added at the end, and read back as they were made; in a file with a mistake nothing is added."""
    path = tmp_path / "found.toml"
    path.write_bytes(b"# Mine.\r\n" + GOOD.replace("\n", "\r\n").encode())
    before = path.read_bytes()
    made = [DocketDecision(number, "accept", "The editor", TODAY, 'Because "so".') for number in (3, 4)]
    assert add_found(tmp_path, made) == path
    assert path.read_bytes().startswith(before)
    assert load_found(tmp_path, [], TODAY) == (Decided((3, 4), frozenset({1})), ())
    assert tomllib.loads(path.read_text("utf-8"))["docket"][-1]["why"] == 'Because "so".'
    path.write_text("[[docket\n")
    with pytest.raises(SiteError, match="has a mistake already"):
        add_found(tmp_path, made)
    assert path.read_text() == "[[docket\n"


# What ships.


@pytest.mark.parametrize("search", load_site(PACKAGED).config.search, ids=lambda search: search.name)
def test_a_packaged_search_is_one_that_courtlistener_takes(search: Search):
    """Is its query accepted, left to an editor, and short enough for an address?"""
    check_query(search.query)
    assert read_words(search.query).sql
    assert search.accept == "review"
    assert not search.courts
    assert len(search.query) < 600


def test_the_packaged_searches_cover_the_topics():
    config = load_site(PACKAGED).config
    topics = {search.topic for search in config.search}
    assert topics == {"detention", "local-police", "surveillance", "children", "operations"}
    assert [(cohort.nature_of_suit, cohort.accept) for cohort in config.cohort] == [("463", "review")]


def test_a_new_tracker_has_them_as_examples(tmp_path: Path):
    """Is nothing searched for until the editor says so, and does each example load once its marks are taken away?"""
    init(tmp_path / "tracker")
    path = tmp_path / "tracker" / "config.toml"
    config = load_site(path.parent).config
    assert (config.cohort, config.search) == ((), ())
    plain, _, examples = path.read_text("utf-8").partition("\n# [[")
    blocks = ("\n# [[" + examples).split("\n\n")
    code = (line for block in blocks if "# [[" in block
            for line in block[block.index("# [[") :].splitlines())
    path.write_text(plain + "\n" + "\n".join(line.removeprefix("# ") for line in code), "utf-8")
    assert load_site(path.parent).problems == ()
    tried, ours = load_site(path.parent).config, load_site(PACKAGED).config
    assert (tried.cohort, tried.search) == (ours.cohort, ours.search)
