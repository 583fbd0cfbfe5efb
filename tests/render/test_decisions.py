"""Decisions in a tracker's folder: what is read, what is a mistake and where, and what writing leaves untouched."""
import datetime as dt
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writwatch.render import SiteError
from writwatch.render.cases import Case, DocketRef
from writwatch.render.decisions import EVENTS, VALUES, add_decision, decision_toml, load_decisions
from writwatch.render.procedure.findings import Decision
from writwatch.render.procedure.vocabulary import OUTCOMES, EventType
from writwatch.render.starting import STARTER

TODAY = dt.date(2026, 6, 30)
SLUG = "mnd-0-26-cv-00100"
CASE = Case(SLUG, "", "detention", "", "core", "", None, (DocketRef(id=101), DocketRef(id=102)))
MOVED = Decision("confirm", "The editor", dt.date(2026, 5, 9), axis="custody", value="released", entry_id=7)


def tracker(folder: Path, decisions: str = "", slug: str = SLUG) -> Path:
    """A folder with one case and this text as its decisions."""
    (folder / "cases").mkdir(parents=True, exist_ok=True)
    (folder / "cases" / f"{SLUG}.toml").write_text('topic = "detention"\n[[docket]]\nid = 101\n')
    (folder / "decisions").mkdir(exist_ok=True)
    if decisions:
        (folder / "decisions" / f"{slug}.toml").write_text(decisions, "utf-8")
    return folder


def table(**changes: object) -> str:
    """A good [[decision]], one key a line, each with `changes`; None takes a key away."""
    keys = {"action": '"confirm"', "by": '"The editor"', "on": "2026-05-09", "axis": '"custody"', "value": '"released"'}
    keys |= {key: str(value) for key, value in changes.items()}
    return "[[decision]]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items() if value != "None")


def test_a_decision_written_by_hand_is_read(tmp_path: Path):
    """Are all keys of a hand-written file what they say, in the order of the file?"""
    text = "# The notes of the editor.\n" + table(entry_id=7) + "\n" + table(
        action='"reject"', axis=None, value=None, event='"contempt_finding"', entry_id=8, docket_id=102,
        note='"A motion, no finding."')
    decisions, problems = load_decisions(tracker(tmp_path, text), [CASE], TODAY)
    assert problems == ()
    assert decisions == {SLUG: (
        MOVED,
        Decision("reject", "The editor", dt.date(2026, 5, 9), event="contempt_finding", docket_id=102, entry_id=8,
                 note="A motion, no finding."),
    )}


def test_what_else_may_be_decided(tmp_path: Path):
    """A ruling with its motion, an entry that moves nothing, several orders in force: is each of them good?"""
    text = table(**EVENT | {"event": '"order_on_motion"', "value": '"tro granted"'}) + table(
        action='"reject"', value=None, entry_id=7) + table(axis='"interim"', value='"tro+no_transfer_order"')
    decisions, problems = load_decisions(tracker(tmp_path, text), [CASE], TODAY)
    assert problems == ()
    assert [decision.value for decision in decisions[SLUG]] == ["tro granted", "", "tro+no_transfer_order"]


def test_the_example_in_a_new_tracker_is_good(tmp_path: Path):
    """What `init` shows of a decision written by hand: is it one?"""
    text = (STARTER / "decisions" / "README.md").read_text("utf-8")
    example = "".join(line.strip() + "\n" for line in text.splitlines() if line.startswith("    "))
    decisions, problems = load_decisions(tracker(tmp_path, example), [CASE], TODAY)
    assert problems == ()
    assert [(made.axis, made.value) for made in decisions[SLUG]] == [("custody", "released")]


def test_no_folder_means_no_decision(tmp_path: Path):
    assert load_decisions(tmp_path, [CASE], TODAY) == ({}, ())


EVENT = {"axis": None, "value": None, "event": '"release_ordered"', "entry_id": 7}
MISTAKES = [
    ({"action": '"confrim"'}, 2, "decision.action", 'did you mean "confirm"?'),
    ({"action": None}, 1, "decision.action", 'is missing: write `action = "confirm"`'),
    ({"by": '" "'}, 3, "decision.by", "is missing: write who decided"),
    ({"on": "2026-07-01"}, 4, "decision.on", "2026-07-01 is yet to come: check the year"),
    ({"on": '"yesterday"'}, 4, "decision.on", "must be a day of the calendar"),
    ({"on": "2026-05-09T12:00:00"}, 4, "decision.on", "must be a day of the calendar"),
    ({"on": "2026-02-30"}, 4, "decision.on", "must be a day of the calendar"),
    ({"axis": '"custdy"'}, 5, "decision.axis", 'did you mean "custody"?'),
    ({"value": '"release"'}, 6, "decision.value", 'did you mean "released"'),
    ({"value": None}, 1, "decision.value", 'is missing: write what holds, one of "unknown"'),
    ({"axis": '"interim"', "value": '"tro+tor"'}, 6, "decision.value", 'did you mean "tro"?'),
    ({"axis": '"status"', "value": '"granted"'}, 6, "decision.value", "must be one of"),
    ({"axis": '"compliance"', "value": '"violation_found"'}, 1, "decision.entry_id", "is missing: such a finding"),
    ({"axis": '"compliance"', "value": '"cured"'}, 1, "decision.entry_id", "is missing: such a finding"),
    ({"axis": None, "value": None}, 1, "decision", "decides nothing: give an axis"),
    ({"event": '"release_ordered"', "entry_id": 7}, 7, "decision.event", "stands beside an axis"),
    ({"action": '"reject"'}, 5, "decision.axis", "rejects nothing: give the event that an entry is not"),
    ({"action": '"reject"', "axis": None, "value": None}, 1, "decision", "rejects nothing"),
    ({"action": '"reject"', "axis": '"status"', "value": '"unknown"', "entry_id": 7}, 5, "decision.axis", "rejects no"),
    ({"action": '"reject"', "value": '"realesed"', "entry_id": 7}, 6, "decision.value", 'did you mean "released"'),
    (EVENT | {"entry_id": None}, 1, "decision.entry_id", "is missing: an event stands in one entry"),
    (EVENT | {"event": '"realease_ordered"'}, 5, "decision.event", 'did you mean "release_ordered"?'),
    (EVENT | {"action": '"correct"'}, 2, "decision.action", "cannot be correct for an event"),
    (EVENT | {"value": '"granted"'}, 5, "decision.value", "must go: this event has no outcome"),
    (EVENT | {"event": '"habeas_ruling"', "value": '"grantd"'}, 5, "decision.value", 'did you mean "granted"'),
    (EVENT | {"value": '"tro granted"'}, 5, "decision.value", "has more than an outcome"),
    (EVENT | {"event": '"order_on_motion"', "value": '"tor granted"'}, 5, "decision.value", "has more than an outcome"),
    ({"docket_id": 999}, 7, "decision.docket_id", "is not a docket of this case"),
    ({"docket_id": '"101"'}, 7, "decision.docket_id", "must be a whole number"),
    ({"entry_id": -1}, 7, "decision.entry_id", "ids are above zero"),
    ({"entri_id": 7}, 7, "decision.entri_id", 'did you mean "entry_id"?'),
]


@pytest.mark.parametrize(("changes", "line", "key", "sentence"), MISTAKES)
def test_a_mistake_is_named_and_the_rest_stands(
    tmp_path: Path, changes: dict[str, object], line: int, key: str, sentence: str
):
    """Is the file, the line, the key and the mend said, and does the good decision after it count?"""
    folder = tracker(tmp_path, table(**changes) + "\n" + table(entry_id=7))
    decisions, problems = load_decisions(folder, [CASE], TODAY)
    file = f"{folder}/decisions/{SLUG}.toml"
    assert [(problem.file, problem.line, problem.key) for problem in problems] == [(file, line, key)]
    assert sentence in problems[0].sentence
    assert decisions == {SLUG: (MOVED,)}


FILES = [
    ("", SLUG, 1, "", "is empty: take it away"),
    ("[[decision]\n", SLUG, 1, "decision", "this is not TOML"),
    ('[decision]\naction = "confirm"\n', SLUG, 1, "decision", "must be a table for each, as in `[[decision]]`"),
    ("[[decisions]]\n", SLUG, 1, "decisions", 'did you mean "decision"?'),
    (table(), "mnd-0-26-cv-00101", 1, "", f'belongs to no case: there is no file of this name in cases/, or it has a '
                                          f'mistake: did you mean "{SLUG}"?'),
]


@pytest.mark.parametrize(("text", "slug", "line", "key", "sentence"), FILES)
def test_a_file_that_is_none(tmp_path: Path, text: str, slug: str, line: int, key: str, sentence: str):
    folder = tracker(tmp_path)
    (folder / "decisions" / f"{slug}.toml").write_text(text)
    decisions, problems = load_decisions(folder, [CASE], TODAY)
    assert decisions == {}
    assert [(problem.line, problem.key) for problem in problems] == [(line, key)]
    assert sentence in problems[0].sentence


def test_a_docket_by_court_and_number_may_be_any(tmp_path: Path):
    """Where a docket's id is not in the case's file: is the decision's docket_id believed?"""
    case = CASE._replace(dockets=(DocketRef(court="mnd", docket_number="0:26-cv-00100"),))
    decisions, problems = load_decisions(tracker(tmp_path, table(docket_id=999)), [case], TODAY)
    assert (len(decisions[SLUG]), problems) == (1, ())


BEFORE = [
    b"",
    b"# nobody has decided anything\n",
    b"\xef\xbb\xbf# with a byte-order mark\r\n" + table().replace("\n", "\r\n").encode(),
    table(note='"""two\n\nlines"""').encode() + b"# the last line has no end",
    table().replace(" = ", "=").encode() + b"\n\n\n",
]


@pytest.mark.parametrize("old", BEFORE, ids=["no file", "a comment", "CRLF", "no line end", "odd spaces"])
def test_adding_keeps_what_the_editor_wrote(tmp_path: Path, old: bytes):
    """Is every byte from before still there, first and in its order, and the new decision the last?"""
    folder = tracker(tmp_path)
    path = folder / "decisions" / f"{SLUG}.toml"
    if old:
        path.write_bytes(old)
    assert add_decision(folder, SLUG, MOVED) == path
    new = path.read_bytes()
    assert new.startswith(old)
    assert (b"\r\n" in old) == (b"\r\n" in new)
    assert new.count(b"\n") == new.count(b"\r\n") or b"\r\n" not in new
    decisions, problems = load_decisions(folder, [CASE], TODAY)
    assert (decisions[SLUG][-1], problems) == (MOVED, ())
    assert list((folder / "decisions").iterdir()) == [path]


def test_the_folder_is_made_when_it_is_missing(tmp_path: Path):
    folder = tracker(tmp_path)
    (folder / "decisions").rmdir()
    assert add_decision(folder, SLUG, MOVED).is_file()


REFUSED = [
    ("nobody", MOVED, "", "has no case of that name"),
    ("../config", MOVED, "", "has no case of that name"),
    (SLUG + "1", MOVED, "", f'did you mean "{SLUG}"'),
    (SLUG, MOVED._replace(by=" "), "", "by: is missing"),
    (SLUG, MOVED._replace(axis="compliance", value="violation_found", entry_id=None), "", "entry_id: is missing"),
    (SLUG, MOVED, "[[decision]\n", "has a mistake already"),
    (SLUG, MOVED, 'decision = [{ action = "confirm" }]\n', "has a mistake already"),
]


@pytest.mark.parametrize(("slug", "decision", "old", "sentence"), REFUSED)
def test_what_cannot_be_added_changes_nothing(
    tmp_path: Path, slug: str, decision: Decision, old: str, sentence: str
):
    folder = tracker(tmp_path, old)
    with pytest.raises(SiteError, match=sentence.replace("(", r"\(")):
        add_decision(folder, slug, decision)
    left = [path.read_text() for path in (folder / "decisions").iterdir()]
    assert left == [old] * bool(old)


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """When the new file cannot be moved into place: is the old one whole?"""
    folder = tracker(tmp_path, table())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "the file")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(SiteError, match="cannot be written"):
        add_decision(folder, SLUG, MOVED)
    assert (folder / "decisions" / f"{SLUG}.toml").read_text() == table()


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ids = st.none() | st.integers(1, 2**53)
days = st.dates(dt.date(2025, 1, 20), TODAY)


@st.composite
def axis_decisions(draw: st.DrawFn) -> Decision:
    axis = draw(st.sampled_from(sorted(VALUES)))
    several = draw(st.lists(st.sampled_from(VALUES[axis]), min_size=1, max_size=3 if axis == "interim" else 1))
    return Decision(draw(st.sampled_from(["confirm", "correct"])), draw(words.filter(str.strip)), draw(days), axis,
                    "+".join(several), docket_id=draw(st.none() | st.sampled_from([101, 102])),
                    entry_id=draw(st.integers(1, 2**53) if axis == "compliance" else ids), note=draw(words))


@st.composite
def event_decisions(draw: st.DrawFn) -> Decision:
    event = draw(st.sampled_from(EVENTS))
    outcome = draw(st.sampled_from(["", *sorted(OUTCOMES.get(EventType(event), ()))]))
    return Decision(draw(st.sampled_from(["confirm", "reject"])), draw(words.filter(str.strip)), draw(days),
                    value=outcome, event=event, entry_id=draw(st.integers(1, 2**53)), note=draw(words))


@given(st.lists(axis_decisions() | event_decisions(), min_size=1, max_size=4))
@settings(deadline=None)
def test_any_decision_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, made: list[Decision]):
    """Whatever is decided, by whomever, with whatever note: does the file say the same, and nothing is a mistake?"""
    folder = tracker(tmp_path_factory.mktemp("tracker"))
    for decision in made:
        add_decision(folder, SLUG, decision)
    assert load_decisions(folder, [CASE], TODAY) == ({SLUG: tuple(made)}, ())


@given(axis_decisions() | event_decisions())
def test_a_written_decision_says_nothing_twice(decision: Decision):
    """Is a key there only where it says something?"""
    [written] = tomllib.loads(decision_toml(decision))["decision"]
    assert written == {key: value for key, value in decision._asdict().items() if value not in (None, "")}
