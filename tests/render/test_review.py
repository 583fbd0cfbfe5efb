"""What a person is asked to look at, in which order, with which command; and what the commands write."""
import datetime as dt
import json
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from click.testing import CliRunner, Result
from writwatch.fetch import objects
from writwatch.fetch.database import open_store
from writwatch.fetch.store import Seen, save_dockets, save_entries
from writwatch.render import SiteError, casebook
from writwatch.render.casebook import ReadCase
from writwatch.render.cases import load_site
from writwatch.render.cli import writwatch
from writwatch.render.decisions import load_decisions
from writwatch.render.options import Options
from writwatch.render.privacy import CaseNotes
from writwatch.render.procedure.facts import Docket, Entry, Party
from writwatch.render.procedure.findings import (
    CaseReading,
    Change,
    Conflict,
    Decision,
    Event,
    Evidence,
    Happening,
    Scheduled,
    Value,
)
from writwatch.render.review import MATTERS, Item, in_order, items_json, items_of, tell_review, with_texts
from writwatch.render.review_commands import review
from writwatch.render.review_names import WARNING, names_sheet, sheet_json, tell_sheet, tell_sheets
from writwatch.render.screen import terminal

SLUG = "mnd-0-26-cv-00100"
TEXT = "ORDER finding Respondents in contempt of the order of May 1."


def day(number: int) -> dt.date:
    return dt.date(2026, 5, number)


def proof(entry: int, rule: str = "a rule") -> Evidence:
    """The first word of entry 1 … 9, filed on that day of May."""
    return Evidence(1, entry, entry, day(entry), (0, 5), "ORDER", rule)


def happening(entry: int, type: str, **more: Any) -> Happening:
    return Happening(day(entry), 1, entry, entry, Event(type, (0, 5), "ORDER", "a rule", **more))


def case(decisions: tuple[Decision, ...] = (), slug: str = SLUG, scope: str = "core", title: str = "",
         privacy: Any = None, text: str = TEXT, **changes: Any) -> ReadCase:
    """A case of one docket with entries 1 to 9, read as `changes` say."""
    notes = CaseNotes(slug, title, "detention", scope, "", "", privacy, "")
    entries = tuple(Entry(number, 1, "mnd", number, "", day(number), text) for number in range(1, 10))
    parties = (Party(1, 1, "Wilmer Tacuran Morocho", ("Petitioner",)), Party(2, 1, "Odile Kestrel", ("Respondent",)))
    docket = Docket(1, "mnd", "0:26-cv-00100", "Tacuran Morocho v. Kestrel", entries=entries, parties=parties)
    reading = CaseReading(1, day(31), "individual_detention", "", Value("open_pending"), {}, (), (), (), (), (), (),
                          (), (), (), {})
    return ReadCase(notes, (docket,), reading._replace(**changes), decisions)


def decision(action: Any = "confirm", on: int = 20, **what: Any) -> Decision:
    return Decision(action, "The editor", day(on), **what)


def what_to_review(cases: Sequence[ReadCase]) -> list[Item]:
    found = in_order(item for case in cases for item in items_of(case))
    assert not any(item.text for item in found)
    return with_texts(found, [docket for case in cases for docket in case.dockets])


def items(*cases: ReadCase) -> list[tuple[str, int | None]]:
    return [(item.matter, item.entry_id) for item in what_to_review(cases)]


CONTEMPT = happening(4, "contempt_finding")
VIOLATION = {"axes": {"compliance": (Value("violation_found", day(5), proof(5)),)}}
IMPACT = {"kind": "impact", "axes": {"appeal": (Value("pending", day(3), proof(3), "inferred"),)}}

ASKED = [
    ("a contempt finding", case(timeline=(CONTEMPT,)), [("accusation", 4)], "confirm --event contempt_finding"),
    ("a violation", case(**VIOLATION), [("accusation", 5)], "confirm --axis compliance --value violation_found"),
    ("both, in one entry", case(timeline=(happening(5, "contempt_finding"),), **VIOLATION), [("accusation", 5)],
     "confirm --event contempt_finding"),
    ("a purge", case(timeline=(happening(4, "contempt_finding", outcome="purged"),)), [("accusation", 4)],
     "confirm --event contempt_finding --value purged"),
    ("found, with how to purge it", case(timeline=(
        happening(4, "contempt_finding", outcome="purged"), CONTEMPT)), [("accusation", 4)],
     "confirm --event contempt_finding"),
    ("a motion for contempt granted", case(timeline=(
        happening(4, "order_on_motion", kind="contempt", outcome="granted"),)), [("accusation", 4)],
     "confirm --event contempt_finding"),
    ("of a day that was due", case(compliance_due=(
        Scheduled(1, "compliance", "2026-05-03", "release", proof(2), "violation_found", proof(6)),)),
     [("accusation", 6)], "confirm --axis compliance --value violation_found"),
    ("some time ago", case(history=(Change(day(6), "compliance", "due", "violation_found", proof(6)),)),
     [("accusation", 6)], "confirm --axis compliance --value violation_found"),
    ("overtaken", case((decision(axis="custody", value="released"),),
                       axes={"custody": (Value("removed", day(9), proof(9)),)},
                       asks_again=(decision(axis="custody", value="released"),)),
     [("asked again", 9)], "confirm --axis custody --value removed"),
    ("a conflict", case(conflicts=(Conflict("custody", "Released and removed.", (proof(2), proof(3))),)),
     [("conflict", 3)], "correct --axis custody --value VALUE"),
    ("status not known", case(status=Value("unknown", day(7), proof(7))), [("status", 7)],
     "correct --axis merits --value VALUE"),
    ("inferred in a big case", case(**IMPACT), [("unsure", 3)], "confirm --axis appeal --value pending"),
    ("not read", case(unread=(proof(2), proof(8))), [("unread", 8), ("unread", 2)], "confirm --event EVENT"),
]


@pytest.mark.parametrize(("read", "expected", "command"), [row[1:] for row in ASKED], ids=[row[0] for row in ASKED])
def test_what_is_asked(read: ReadCase, expected: list[tuple[str, int]], command: str):
    """Is the entry named, with its text, and does the command decide just that?"""
    found = what_to_review([read])
    assert [(item.matter, item.entry_id) for item in found] == expected
    action, _, options = command.partition(" ")
    entry = expected[0][1]
    assert found[0].command == f'writwatch review {action} {SLUG} {options} --entry {entry} --by "YOUR NAME"'
    assert (found[0].text, found[0].entry_number, found[0].date_filed) == (TEXT, entry, day(entry))
    assert found[0].why.endswith(".")


SETTLED = [
    ("confirmed", case((decision(event="contempt_finding", entry_id=4),), timeline=(CONTEMPT,))),
    ("rejected", case((decision("reject", event="contempt_finding", entry_id=4),), timeline=(CONTEMPT,))),
    ("a violation confirmed", case((decision(axis="compliance", value="violation_found", entry_id=5),), **VIOLATION)),
    ("rejected for that axis", case((decision("reject", axis="compliance", entry_id=5),), **VIOLATION)),
    ("mended after it was confirmed", case(
        (decision(event="contempt_finding", entry_id=4),), timeline=(CONTEMPT,),
        axes={"compliance": (Value("cured", day(8), proof(8)),)})),
    ("a motion refused", case(timeline=(happening(4, "order_on_motion", kind="contempt", outcome="denied"),))),
    ("a motion filed", case(timeline=(happening(4, "motion_filed", kind="contempt"),))),
    ("a conflict decided since", case(
        (decision("correct", axis="custody", value="released"),),
        conflicts=(Conflict("custody", "Released and removed.", (proof(2), proof(3))),))),
    ("read by a person", case((decision(event="administrative_only", entry_id=2),), unread=(proof(2),))),
    ("inferred in a small case", case(axes=IMPACT["axes"])),
    ("inferred beside the core", case(scope="related", **IMPACT)),
    ("nothing at all", case()),
]


@pytest.mark.parametrize("read", [row[1] for row in SETTLED], ids=[row[0] for row in SETTLED])
def test_what_is_not_asked(read: ReadCase):
    assert items(read) == []


def test_a_conflict_that_came_after_the_decision_is_asked():
    """A word on custody of 2 May, a contradiction of 3 May: is it asked again?"""
    conflict = Conflict("custody", "Released and removed.", (proof(2), proof(3)))
    made = decision("correct", on=2, axis="custody", value="released")
    assert items(case((made,), conflicts=(conflict,))) == [("conflict", 3)]


def test_a_decision_on_an_entry_that_is_not_there():
    """A number mistyped by hand in a decision file: is it said rather than forgotten?"""
    [item] = what_to_review([case((decision(event="contempt_finding", entry_id=77),))])
    assert (item.matter, item.entry_id, item.text) == ("astray", 77, "")
    assert "decisions/mnd-0-26-cv-00100.toml" in item.command


def test_the_most_important_first_and_the_newest_first():
    found = items(
        case(slug="a-1", unread=(proof(9),)), case(slug="b-2", timeline=(CONTEMPT,)),
        case(slug="c-3", status=Value("unknown", day(6), proof(6)), timeline=(happening(8, "contempt_finding"),)))
    assert [each for each in found if each[0] != "names"] == [
        ("accusation", 8), ("accusation", 4), ("status", 6), ("unread", 9)]
    assert next(iter(MATTERS)) == "accusation"


class Public:
    show, reason, by, on = "public", "She speaks to the press.", "The editor", day(1)


ODD = [
    (case(title="Tacuran Morocho v. Kestrel"), "The title of the case holds what its policy hides."),
    (case(slug="tacuran-morocho"), "The file name of the case holds what its policy hides."),
    (case(privacy=Public(), text="ORDER granting motion to proceed under a pseudonym."), "Names were to be public"),
]


@pytest.mark.parametrize(("read", "why"), ODD)
def test_odd_names(read: ReadCase, why: str):
    """Where the editor's word and the policy differ: is it said?"""
    [item] = what_to_review([read])
    assert item.matter == "names"
    assert item.why.startswith(why)


HOSTILE = [
    ("\x1b[31mred\x1b[0m", "red"), ("\x1b]0;title\x07after", "after"), ("a\x00b\x9bc", "a b c"), ("\u202eevil", "evil"),
    ("two\r\nlines", "two lines"), ("\x1b", ""), ("Tacurán, “quoted”", "Tacurán, “quoted”"),
]


@pytest.mark.parametrize(("raw", "safe"), HOSTILE)
def test_no_entry_commands_the_terminal(raw: str, safe: str):
    assert terminal(raw) == safe
    [item] = what_to_review([case(text=f"ORDER {raw}", timeline=(CONTEMPT,))])
    assert item.text == f"ORDER {safe}".strip()


def test_the_list_for_a_terminal():
    """Headings, a sentence, the words, the command, and how many are left?"""
    found = what_to_review([case(timeline=(CONTEMPT,), unread=tuple(map(proof, range(1, 8))))])
    told = tell_review(found[:3], found)
    assert told.splitlines()[0] == (
        "Proposed findings that an order was broken: published only once confirmed (1 of 1)")
    for words in (f"{SLUG}  entry 4  2026-05-04", f"  | {TEXT}", "  $ writwatch review confirm", "(2 of 7)", "5 more"):
        assert words in told
    assert tell_review([], []) == "Nothing to review."


def test_a_very_long_entry_is_cut_for_the_terminal_only():
    [item] = what_to_review([case(text="ORDER " * 100_000, timeline=(CONTEMPT,))])
    assert len(item.text) > 500_000
    assert len(tell_review([item], [item])) < 3000


def test_the_list_for_machines():
    [row] = json.loads(json.dumps(items_json(what_to_review([case(timeline=(CONTEMPT,))]))))
    assert set(row) == set(Item._fields)
    assert (row["case"], row["entry_id"], row["date_filed"]) == (SLUG, 4, "2026-05-04")


LONG = "so it is written and read " * 9
HELD = (
    f"ORDER to release Wilmer Tacuran Morocho. {LONG}Ambassador Quillon Ferrers met Tacuran; A 200-300-400. Signed by "
    "Judge Ingrid Holmquist on 5/1/2026. (ESI, )")


def test_names_side_by_side():
    """Both forms of a text beside each other, and around each name no more than a line or two?"""
    told = tell_sheet(names_sheet(case(text=HELD)), 80)
    assert f"{SLUG}: shown as initials\n" in told
    assert "  Wilmer Tacuran Morocho  →  W.T.M.\n" in told
    assert "‹Tacuran Morocho› v. Kestrel           | T.M. v. Kestrel\n" in told.replace("W.T.M.", "T.M.")
    assert "ORDER to release ‹Wilmer Tacuran       | ORDER to release [name]. so it is" in told
    assert "200-300-400›" in told
    assert "[A-number]" in told
    assert " … " in told
    assert max(map(len, told.splitlines())) <= 80
    assert WARNING in " ".join(told.splitlines()[1:3])


def test_hiding_too_much_or_too_little_is_seen():
    """Every form that was hidden, and who stands that nobody vouches for: an ambassador, but not the judge?"""
    sheet = names_sheet(case(text=HELD))
    assert {(one.form, one.kind, one.times) for one in sheet.hidden} == {
        ("Wilmer Tacuran Morocho", "name", 9), ("Tacuran", "name", 9), ("A 200-300-400", "A-number", 9),
        ("Tacuran Morocho", "name", 1)}
    unknown = [one.form for one in sheet.standing if not one.known]
    assert "Quillon Ferrers" in " ".join(unknown)
    assert [one.form for one in sheet.standing if one.known] == ["Ingrid Holmquist", "Kestrel"]
    assert not {"ESI", "ORDER", "Signed", "Judge"} & set(" ".join(one.form for one in sheet.standing).split())


@pytest.mark.parametrize("text", ["", "LETTER", "ORDER of Tacuran", "Tacuran", LONG + "Tacuran", "Tacuran " + LONG])
@pytest.mark.parametrize("width", [10, 80, 300])
def test_a_sheet_of_any_width(text: str, width: int):
    told = tell_sheet(names_sheet(case(text=text)), width)
    assert max(map(len, told.splitlines())) <= 120
    assert ("‹Tacuran›" in told) == ("Tacuran" in text)


def test_the_sheet_for_machines():
    """Each text whole, with the places of what was hidden in it?"""
    found = json.loads(json.dumps(sheet_json(names_sheet(case(text=HELD)))))
    assert (found["case"], found["people"]) == (SLUG, [{"name": "Wilmer Tacuran Morocho", "shown": "W.T.M."}])
    [caption, first, *_] = found["texts"]
    assert (caption["entry_id"], first["entry_id"], first["raw"]) == (None, 1, HELD)
    forms = [first["raw"][span["start"] : span["end"]] for span in first["hidden"]]
    assert forms == ["Wilmer Tacuran Morocho", "Tacuran", "A 200-300-400"]
    assert "Tacuran" not in first["shown"]


def test_a_line_for_each_case():
    """Of all cases only numbers: no name, and which case has most that nobody vouches for?"""
    told = tell_sheets(map(names_sheet, [case(text=HELD), case(slug="docket-7", text="LETTER")]))
    assert "Tacuran" not in told
    assert [line.split()[0] for line in told.splitlines()[:3]] == ["case", SLUG, "docket-7"]
    assert max(map(len, told.splitlines())) <= 80


# The commands.


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    """A tracker with one case, and a store that holds its docket: an order that finds contempt is entry 12."""
    folder = tmp_path / "tracker"
    (folder / "cases").mkdir(parents=True)
    (folder / "config.toml").write_text('name = "Trial"\n')
    (folder / "cases" / f"{SLUG}.toml").write_text(
        'topic = "detention"\n[[docket]]\ncourt = "mnd"\ndocket_number = "0:26-cv-00100"\n')
    petition = "PETITION for Writ of Habeas Corpus"
    rows = [{"id": 11, "entry_number": 1, "date_filed": "2026-05-01", "description": petition},
            {"id": 12, "entry_number": 2, "date_filed": "2026-05-02", "description": f"{TEXT} \x1b[31m"}]
    fill(folder / "dockets.db",
         {"id": 1, "court_id": "mnd", "docket_number": "0:26-cv-00100", "case_name": "Tacuran Morocho v. Kestrel"},
         [row | {"docket": "https://www.courtlistener.com/api/rest/v4/dockets/1/"} for row in rows])
    return folder


def fill(path: Path, docket: dict[str, Any], entries: list[dict[str, Any]]) -> None:
    """A store with one docket, in the API's shape."""
    seen = Seen(dt.datetime(2026, 6, 1, tzinfo=dt.UTC), None)
    engine = open_store(str(path))
    with engine.begin() as connection:
        kinds = ((objects.Docket, [docket], save_dockets), (objects.DocketEntry, entries, save_entries))
        for kind, rows, save in kinds:
            found, bad = objects.decode_rows([msgspec.Raw(json.dumps(row).encode()) for row in rows], kind)
            assert bad == ()
            save(connection, found, seen)
    engine.dispose()


def run(tracker: Path, *words: str, expect: int = 0) -> str:
    options = Options(tracker, str(tracker / "dockets.db"), "")
    done: Result = CliRunner().invoke(review, list(words), obj=options, standalone_mode=False)
    if done.exception:
        raise done.exception
    assert (done.return_value or 0) == expect, done.output
    return done.output


def test_from_the_list_to_the_decision(tracker: Path):
    """Does the command that the list shows, with a name filled in, take the item off the list?"""
    told = run(tracker)
    assert TEXT in told
    assert "\x1b" not in told
    command = next(line for line in told.splitlines() if line.startswith("  $ "))
    words = shlex.split(command.replace("YOUR NAME", "Dana Whitlow"))[3:]
    assert run(tracker, *words) == f"added to {tracker}/decisions/{SLUG}.toml\n"
    decisions, problems = load_decisions(tracker, load_site(tracker).cases, dt.datetime.now(dt.UTC).date())
    assert problems == ()
    [made] = decisions[SLUG]
    assert (made.action, made.by, made.event, made.docket_id, made.entry_id) == (
        "confirm", "Dana Whitlow", "contempt_finding", 1, 12)
    assert TEXT not in run(tracker)


@pytest.mark.parametrize("zone", ["Pacific/Pago_Pago", "Pacific/Kiritimati"])
def test_what_is_decided_in_the_evening_is_published_in_the_evening(tracker: Path, zone: str):
    """Whatever day it is elsewhere: one of these two is never on the day of UTC."""
    config = tracker / "config.toml"
    config.write_text(f'{config.read_text()}timezone = "{zone}"\n')
    run(tracker, "confirm", SLUG, "--event", "contempt_finding", "--entry", "12", "--by", "Dana Whitlow")
    assert f"on = {dt.datetime.now(ZoneInfo(zone)).date()}" in (tracker / "decisions" / f"{SLUG}.toml").read_text()
    done = CliRunner().invoke(writwatch, [
        "--site", str(tracker), "--db", str(tracker / "dockets.db"), "render", "--out", str(tracker / "public")])
    assert done.exit_code == 0, done.output
    assert "Dana Whitlow" in (tracker / "public" / "cases" / f"{SLUG}.html").read_text("utf-8")


@pytest.mark.parametrize("zone", ["Pacific/Pago_Pago", "Pacific/Kiritimati"])
def test_a_docket_decided_on_by_the_day_of_utc_is_no_mistake_of_tomorrow(tracker: Path, zone: str):
    """Eleven hours behind UTC it is yesterday for half the day, fourteen ahead it is tomorrow."""
    config = tracker / "config.toml"
    config.write_text(f'{config.read_text()}timezone = "{zone}"\n')
    today = dt.datetime.now(dt.UTC).date()
    (tracker / "found.toml").write_text(
        f'[[docket]]\nid = 7\ndecision = "reject"\nby = "Dana Whitlow"\non = {today}\nwhy = "No."\n')
    assert "yet to come" not in run(tracker)


def test_what_did_not_change_is_not_read_again(tracker: Path, monkeypatch: pytest.MonkeyPatch):
    """The second time: the same list, entries' words and all, from what was kept; and anew once it is decided?"""
    told = run(tracker)
    with monkeypatch.context() as nothing:
        nothing.setattr(casebook.status, "read_case", lambda *given, **more: pytest.fail("a case was read again"))
        assert run(tracker) == told
        assert TEXT in told
        [item, *_] = json.loads(run(tracker, "--json"))
        assert item["text"] == TEXT
    run(tracker, "confirm", SLUG, "--event", "contempt_finding", "--entry", "12", "--by", "Dana Whitlow")
    assert TEXT not in run(tracker)


DECIDED = [
    (("confirm", SLUG, "--axis", "custody", "--value", "released", "--on", "2026-05-09"),
     Decision("confirm", "Me", day(9), axis="custody", value="released")),
    (("correct", SLUG, "--axis", "merits", "--value", "granted", "--entry", "12", "--on", "2026-05-09", "--note",
      "So."),
     Decision("correct", "Me", day(9), axis="merits", value="granted", docket_id=1, entry_id=12, note="So.")),
    (("reject", SLUG, "--event", "contempt_finding", "--entry", "12", "--on", "2026-05-09"),
     Decision("reject", "Me", day(9), event="contempt_finding", docket_id=1, entry_id=12)),
    (("reject", SLUG, "--axis", "compliance", "--entry", "12", "--on", "2026-05-09"),
     Decision("reject", "Me", day(9), axis="compliance", docket_id=1, entry_id=12)),
]


@pytest.mark.parametrize(("words", "expected"), DECIDED)
def test_a_decision_is_written(tracker: Path, words: tuple[str, ...], expected: Decision):
    run(tracker, *words, "--by", "Me")
    decisions, _ = load_decisions(tracker, load_site(tracker).cases, dt.date(2026, 6, 30))
    assert decisions == {SLUG: (expected,)}


WRONG = [
    (("confirm", SLUG, "--event", "contempt_finding", "--entry", "99"), f"{SLUG} has no entry 99"),
    (("confirm", SLUG, "--event", "contempt_finding"), "entry_id: is missing"),
    (("confirm", SLUG, "--axis", "compliance", "--value", "violation_found"), "entry_id: is missing"),
    (("correct", SLUG, "--axis", "custdy", "--value", "released"), 'did you mean "custody"'),
    (("correct", "mnd-0-26-cv-0010", "--axis", "custody", "--value", "released"), f'did you mean "{SLUG}"'),
    (("correct", SLUG, "--axis", "custody", "--value", "released", "--on", "2999-01-01"), "2999-01-01 is yet to come"),
]


@pytest.mark.parametrize(("words", "sentence"), WRONG)
def test_a_wrong_decision_is_refused(tracker: Path, words: tuple[str, ...], sentence: str):
    with pytest.raises(SiteError, match=sentence):
        run(tracker, *words, "--by", "Me")
    assert not (tracker / "decisions").exists()


@pytest.mark.parametrize("docket", ["1", SLUG])
def test_the_names_of_one_docket(tracker: Path, docket: str):
    """By CourtListener's id, also where the case file has only court and number, and by the case's name?"""
    told = run(tracker, "--names", docket)
    assert "‹Tacuran Morocho› v. Kestrel" in told
    assert "shown as initials" in told
    assert json.loads(run(tracker, "--json", "--names", docket))["people"] == [
        {"name": "Tacuran Morocho", "shown": "T.M."}]


def test_the_names_of_all_dockets(tracker: Path):
    """Without a docket, also where another option follows: a line a case, without a name?"""
    for words in (("--names",), ("--names", "--limit", "3")):
        told = run(tracker, *words)
        assert f"{SLUG}  initials       1" in told
        assert "Tacuran" not in told


def test_a_docket_nobody_follows(tracker: Path):
    with pytest.raises(SiteError, match="no case follows 77"):
        run(tracker, "--names", "77")


def test_a_docket_not_fetched_yet(tracker: Path):
    (tracker / "cases" / "docket-7.toml").write_text('topic = "detention"\n[[docket]]\nid = 7\n')
    with pytest.raises(SiteError, match="7 has not been fetched yet"):
        run(tracker, "--names", "7")


def test_a_mistake_in_a_decision_file_is_said(tracker: Path):
    """Does the list go on, and the status say that something is to be mended?"""
    (tracker / "decisions").mkdir()
    (tracker / "decisions" / f"{SLUG}.toml").write_text('[[decision]]\naction = "confrim"\n')
    assert f"decisions/{SLUG}.toml:2: decision.action: must be one of" in run(tracker, expect=3)


def test_the_list_as_json(tracker: Path):
    [row] = [each for each in json.loads(run(tracker, "--json")) if each["matter"] == "accusation"]
    assert row["command"].startswith(f"writwatch review confirm {SLUG} --event contempt_finding --entry 12")


def test_what_was_never_fetched_is_counted(tracker: Path):
    """A list that is short because nothing was fetched: is that said?"""
    (tracker / "cases" / "docket-7.toml").write_text('topic = "detention"\n[[docket]]\nid = 7\n')
    assert "1 of 2 cases have not been fetched yet." in run(tracker)


def test_no_store_yet(tracker: Path):
    (tracker / "dockets.db").unlink()
    with pytest.raises(SiteError, match="there is no database"):
        run(tracker)
