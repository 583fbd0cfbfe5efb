"""A site folder in, cases and problems out: each mistake by file, line and key, and the good cases all the same."""
import datetime as dt
import re
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from writwatch import render
from writwatch.render import casebook
from writwatch.render.casebook import notes
from writwatch.render.cases import (
    Case,
    Cohort,
    Config,
    DocketRef,
    Privacy,
    Search,
    day_of,
    docket_id,
    docket_mistakes,
    latest_day,
    load_config,
    load_site,
)
from writwatch.render.found import FoundDocket
from writwatch.render.privacy import policy_for
from writwatch.render.procedure.facts import Docket, Party

GOOD = """\
title = "M.C.P. v. Warden"
topic = "detention"

[[docket]]
id = 101
"""

COHORT = '[[cohort]]\nname = "alien-detainee"\nnature_of_suit = "463"\ntopic = "detention"\n'


DECIDED = """\
[privacy]
show = "initials"
reason = "She speaks for the others."
by = "The editor"
on = 2026-01-23
"""


def site(folder: Path, cases: dict[str, str | bytes], config: str = 'name = "A tracker"\n') -> Path:
    """A site folder with these files."""
    (folder / "cases").mkdir()
    (folder / "config.toml").write_text(config)
    for name, text in cases.items():
        (folder / "cases" / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def problems(folder: Path, today: dt.date | None = None) -> list[str]:
    """What load_site has to say, as an editor sees it, with paths from the folder."""
    return [str(problem).removeprefix(f"{folder.as_posix()}/") for problem in load_site(folder, today).problems]


def test_a_file_with_a_mistake_takes_no_docket(tmp_path: Path) -> None:
    """It is left out, though its name comes first: does the good file of the same docket stay?"""
    folder = site(tmp_path, {"aa.toml": GOOD.replace('"detention"', '"detentoin"'), "zz.toml": GOOD})
    assert [case.slug for case in load_site(folder).cases] == ["zz"]
    assert [each.partition(":")[0] for each in problems(folder)] == ["cases/aa.toml"]


def test_what_is_hidden_stays_so_whatever_is_wrong_in_its_file(tmp_path: Path) -> None:
    """A mistake beside a decision on names: does a second file of the same docket not show it?"""
    for place, hidden in enumerate((GOOD.replace('"detention"', '"detentoin"') + DECIDED, GOOD + DECIDED)):
        (tmp_path / f"{place}").mkdir()
        files = {"aa.toml": hidden.replace('"initials"', '"hiden"' if place else '"hidden"'), "zz.toml": GOOD}
        assert load_site(site(tmp_path / f"{place}", files)).cases == ()


BY_NUMBER = GOOD.replace("id = 101", 'court = "njd"\ndocket_number = "2:26-cv-00527"')


@pytest.mark.parametrize("text", [
    GOOD.replace('"detention"', '"detentoin"'),
    GOOD.replace('"detention"', "detention"),
    GOOD.replace('"detention"', "detention").replace("id = 101", 'url = "https://www.courtlistener.com/docket/101/roe/"'),
    GOOD.replace("id = 101", "id = 101\ndate_filed = 2031-01-01"),
    GOOD.replace("id = 101", 'id = "101"'),
    GOOD.replace("id = 101", 'url = "https://courtlistener.org/docket/101/"'),
    GOOD.replace('"detention"', '"detentoin"').replace(
        "id = 101", 'url = "https://www.courtlistener.com/api/rest/v4/dockets/101/"'),
    GOOD.replace("[[docket]]\nid = 101", "docket = [{id = 101, role = \"none\"}]"),
    BY_NUMBER.replace("2:26-cv-00527", "26-527"),
    BY_NUMBER.replace("2:26-cv-00527", "2026-cv-0527-ABC-DE"),
    BY_NUMBER.replace('"njd"', '"D. New Jersey"'),
    BY_NUMBER.replace('"njd"', "njd"),
    GOOD.replace("M.C.P.", "M\xe9lida"),
])
def test_a_search_does_not_bring_back_what_a_file_with_a_mistake_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """The file may say that the case is hidden: does its docket get no page of its own until it is mended?"""
    folder = site(tmp_path, {"other.toml": GOOD.replace("101", "202")})
    (folder / "cases" / "case.toml").write_bytes((text + DECIDED.replace('"initials"', '"hidden"')).encode("latin-1"))
    cohort = '[[cohort]]\nname = "a"\nnature_of_suit = "463"\ntopic = "detention"\naccept = "rule"\n'
    (folder / "config.toml").write_text(f'name = "A tracker"\n{cohort}', "utf-8")
    found = load_site(folder, dt.date(2026, 4, 1))
    held = {("njd", "2:26-cv-00527"): 101, ("njd", "2:26-cv-00528"): 303, ("nysd", "1:25-cv-00527"): 404}
    monkeypatch.setattr(casebook.store, "held_dockets", lambda engine: {held[place]: place for place in held})
    monkeypatch.setattr(casebook.store, "read_found", lambda *asked: [
        FoundDocket(number, *place, "Roe v. Warden", None, "463", ("a",), None) for place, number in held.items()])
    assert len(found.problems) == 1
    assert [case.slug for case in casebook.all_cases(found, sa.create_engine("sqlite://"))] == [
        "other", "njd-2-26-cv-00528", "nysd-1-25-cv-00527"]


@pytest.mark.parametrize("name", ["cases/a.TOML", "cases/a.toml.txt", "cases/2026/a.toml", "decisions/a.tml",
                                  "notes/a.txt"])
def test_a_file_with_a_nearly_right_name_is_named(tmp_path: Path, name: str) -> None:
    """A case that vanishes, a note that never comes: is it said why, and does no search show what the file may hide?"""
    folder = site(tmp_path, {"other.toml": GOOD.replace("101", "202")})
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(GOOD, "utf-8")
    kind, ending = name.partition("/")[0], ".md" if name.startswith("notes") else ".toml"
    assert problems(folder) == [
        f"{name}:1: is not read: its name must end in {ending}, and it must stand in {kind}/ itself"]
    assert [each.id for each in load_site(folder).set_aside] == ([101] if kind == "cases" else [])


def test_nobody_decided_on_names_on_a_day_to_come(tmp_path: Path) -> None:
    """A slip of the year in [privacy]: is it said?"""
    folder = site(tmp_path, {"a.toml": GOOD + DECIDED.replace("2026", "2031")})
    assert problems(folder, dt.date(2026, 4, 1)) == ["cases/a.toml:10: privacy.on: is yet to come: check the year"]
    assert load_site(folder, dt.date(2031, 1, 23)).problems == ()


@pytest.mark.parametrize("shows", [("hidden", "public"), ("public", "hidden"), ("initials", "public")])
def test_of_two_files_for_one_docket_the_one_that_shows_less_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shows: tuple[str, str]
) -> None:
    """By its id in one, by its number in the other, as only the store can tell: does the stricter decision win?"""
    files = {f"{show}.toml": text + DECIDED.replace('"initials"', f'"{show}"')
             for show, text in zip(shows, (BY_NUMBER, GOOD), strict=True)}
    found = load_site(site(tmp_path, {**files, "other.toml": GOOD.replace("101", "202")}))
    monkeypatch.setattr(casebook.store, "held_dockets", lambda engine: {101: ("njd", "2:26-cv-00527")})
    engine = sa.create_engine("sqlite://")
    less = min(shows, key=("hidden", "initials", "public").index)
    more = next(show for show in shows if show != less)
    assert casebook.followed_twice(found, engine) == [(more, less)]
    assert casebook.tell_twice(found, engine) == [
        f"cases/{more}.toml: follows a docket that cases/{less}.toml follows too: it is left out; take one of the two "
        "away."]
    monkeypatch.setattr(casebook.store, "read_found", lambda *asked: [])
    assert [case.slug for case in casebook.all_cases(found, engine)] == sorted([less, "other"])


def test_an_id_and_a_number_of_two_dockets_decide_on_neither(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To hide one, or to show the names of the other? Is it said, and neither shown, while a number that the court
    spells otherwise is none?"""
    both = BY_NUMBER.replace("court =", "id = 101\ncourt =")
    files = {"torn.toml": both + DECIDED, "whole.toml": both.replace("101", "202").replace("0527", "0528")}
    found = load_site(site(tmp_path, files, COHORT + 'accept = "rule"\n'))
    places = {101: ("cand", "3:26-cv-00025"), 202: ("njd", "2:26-cv-00528-ABC"), 303: ("njd", "2:26-cv-00527"),
              404: ("njd", "2:26-cv-00529")}
    monkeypatch.setattr(casebook.store, "held_dockets", lambda engine: places)
    monkeypatch.setattr(casebook.store, "read_found", lambda *asked: [
        FoundDocket(number, *place, "Roe v. Warden", None, "463", ("alien-detainee",), None)
        for number, place in places.items()])
    engine = sa.create_engine("sqlite://")
    assert [case.slug for case in casebook.all_cases(found, engine)] == ["whole", "njd-2-26-cv-00529"]
    assert casebook.tell_twice(found, engine) == [
        "cases/torn.toml: has the id 101 of one docket with the court and number of another: it is left out; keep what "
        "is meant."]


def test_a_case_is_read_whole(tmp_path: Path) -> None:
    """Does every key arrive, the three ways to name a docket included, and is a URL's slug forgotten?"""
    folder = site(tmp_path, {"dcd-1-26-cv-00001.toml": """\
title = "Doe 1 v. Secretary of Homeland Security"
topic = "removal"
scope = "related"
government_action = "Expedited removal"
why = "Nobody was heard."
[privacy]
show = "public"
reason = "The plaintiff speaks under her name."
by = "The editor"
on = 2026-01-23
[[docket]]
court = "dcd"
docket_number = "1:26-cv-00001"
date_filed = 2026-01-02
date_terminated = "2026-02-03"
assigned_to = "A. Judge"
appointed_by = "A President"
[[docket]]
url = "https://www.courtlistener.com/docket/102/roe-v-warden/?order_by=desc"
role = "appeal"
[[docket]]
id = 103
"""})
    loaded = load_site(folder)
    assert loaded.problems == ()
    [case] = loaded.cases
    assert case[:6] == ("dcd-1-26-cv-00001", "Doe 1 v. Secretary of Homeland Security", "removal", "Nobody was heard.",
                        "related", "Expedited removal")
    assert case.privacy == Privacy("public", "The plaintiff speaks under her name.", "The editor", dt.date(2026, 1, 23))
    assert case.dockets == (
        DocketRef(court="dcd", docket_number="1:26-cv-00001", date_filed=dt.date(2026, 1, 2),
                  date_terminated=dt.date(2026, 2, 3), assigned_to="A. Judge", appointed_by="A President"),
        DocketRef(id=102, role="appeal"),
        DocketRef(id=103),
    )


def test_public_figures_are_listed_by_their_full_names(tmp_path: Path) -> None:
    """Does the list reach the policy, so that one of two petitioners is named?"""
    [case] = load_site(site(tmp_path, {"case.toml": GOOD + DECIDED + 'public_names = ["Rosa Alder"]\n'})).cases
    assert notes(case).public_names == ("Rosa Alder",)
    docket = Docket(101, "mnd", "0:26-cv-00101", "Alder et al v. Kestrel", parties=(
        Party(1, 101, "Rosa Alder", ("Petitioner",)), Party(2, 101, "Luis Paz", ("Petitioner",))))
    shown = policy_for(notes(case), (docket,), "individual_detention")
    assert shown.hide("MOTION by Rosa Alder and Luis Paz") == "MOTION by Rosa Alder and [name]"


def test_seven_mistakes_give_seven_sentences(tmp_path: Path) -> None:
    """Is each mistake named with file, line and key, while the good cases and the good dockets beside it load?"""
    folder = site(tmp_path, {
        "a-good.toml": GOOD,
        "b-two.toml": """\
title = "Doe 1 v. Sheriff"
topic = "detention"

[[docket]]
id = "102"                       # 1: a number in quotes

[[docket]]                       # this one is right
court = "txsd"
docket_number = "1:26-cv-00002"

[[docket]]
court = "txsb"                   # 2: no federal court
docket_number = "1:26-cv-00003"
""",
        "c-again.toml": """\
title = "M.C.P. v. Warden, again"
topic = "detention"
[[docket]]
id = 101                         # 3: a-good.toml follows it
""",
        "d-date.toml": """\
title = "Doe 2 v. Warden"
topic = "removal"
[[docket]]
id = 104
date_filed = 2026-02-30          # 4: no such day
[[docket]]
court = "mnd"
docket_number = "26-123"         # 5: too short
""",
        "e-topic.toml": """\
# A comment
title = '''
Doe 3 v. Warden'''
topic = "detension"              # 6: not a topic
[[docket]]
id = 105
""",
        "f-untitled.toml": """\
titel = "Doe 4 v. Warden"        # 7: no such key
title = "Doe 4 v. Warden"
topic = "status"
docket = [{ id = 106 }]
""",
        "g-good.toml": GOOD.replace("101", "107"),
    })
    topics = ('"detention", "removal", "operations", "local-police", "surveillance", "children", "places", "speech", '
              '"status", "oversight"')
    assert problems(folder) == [
        "cases/b-two.toml:5: docket.id: must be a whole number without quotes, as in 12345678",
        'cases/b-two.toml:12: docket.court: is not the id of a federal court: did you mean "txsd"?',
        f"cases/c-again.toml:4: docket.id: is followed here and in {folder}/cases/a-good.toml: "
        "take one of the two away",
        "cases/d-date.toml:5: docket.date_filed: must be a day of the calendar, as in 2026-01-23",
        'cases/d-date.toml:8: docket.docket_number: "26-123" is too short, it lacks the office ("0:"), '
        'the type ("cv"), zeros before the last number: write it in full, as in "0:26-cv-00123"',
        f'cases/e-topic.toml:4: topic: must be one of {topics}: did you mean "detention"?',
        'cases/f-untitled.toml:1: titel: is not a key known here: did you mean "title"?',
    ]
    assert {case.slug: len(case.dockets) for case in load_site(folder).cases} == {"a-good": 1, "b-two": 1, "g-good": 1}


@pytest.mark.parametrize(("text", "expected"), [
    ("", "1: is empty: a case needs a topic and a [[docket]]"),
    ("\n  \n", "1: is empty: a case needs a topic and a [[docket]]"),
    (b'title = "A"\ntopic = "\xe9"\n', "2: is not UTF-8 here: save the file in that encoding"),
    ('title = "Doe v. Warden\ntopic = "detention"\n',
     "1: title: this is not TOML (Illegal character '\\n'): write `key = value`, texts in \"quotes\""),
    (GOOD + "id = 102\n", "6: docket.id: is written on line 5 already: take one of the two away"),
    (GOOD + DECIDED + '[privacy]\nshow = "public"\n',
     "11: privacy: is written on line 6 already: take one of the two away"),
    (GOOD.replace("[[docket]]", 'was = ["a"]\nwas = [\n"b",\n]\n[[docket]]'),
     "7: was: is written on line 4 already: take one of the two away"),
    ('topic = "status"\ntitle = M.C.P.\ntitle = "M.C.P."\n',
     "2: title: this is not TOML (Invalid value): write `key = value`, texts in \"quotes\""),
    (GOOD + "[privacy\n",
     "6: docket.id: this is not TOML (Expected ']' at the end of a table declaration): write `key = value`, "
     'texts in "quotes"'),
    ("id = " + "9" * 5000,
     '1: id: this is not TOML (a number or a nesting is beyond all measure): write `key = value`, texts in "quotes"'),
    ('title = "A"\ntopic = "status"\n', "1: docket: is missing: write `[[docket]]` and below it `id = 12345678`"),
    (GOOD.replace("id = 101", ""), "4: docket: names no docket: give its id, its url, or its court and docket_number"),
    (GOOD.replace('"M.C.P. v. Warden"', "7"), '1: title: must be text in "quotes"'),
    ('title = "A"\ntopic = "status"\ndocket = 101\n', "3: docket: must be a table for each, as in `[[docket]]`"),
    ('privacy = "hidden"\n' + GOOD, "1: privacy: must be a table of its own, as in `[privacy]`"),
    (GOOD + '[privacy]\nshow = "hiden"\n',
     '7: privacy.show: must be one of "initials", "public", "hidden": did you mean "hidden"?'),
    (GOOD + '[privacy]\nreason = "Asked for."\n', '6: privacy.show: is missing: write `show = "initials"`'),
    (GOOD + '[privacy]\nshow = "public"\nreason = "Asked."\nby = "The editor"\n',
     "6: privacy.on: is missing: to show names is a decision with a reason, by a person, on a day"),
    (GOOD + '[[docket]]\nid = 101\n', "7: docket.id: is followed twice in this file: take one of the two away"),
    (GOOD + DECIDED + 'public_names = "Rosa Alder"\n',
     '11: privacy.public_names: must be a list of texts, as in `["mnd", "txsd"]`'),
    (GOOD + DECIDED + 'public_names = ["Rosa Alder", "Alder"]\n', "11: privacy.public_names: number 2 of the list "
     "must be a full name as the docket has it: others may share a surname"),
    (GOOD + DECIDED + 'public_names = [" "]\n', "11: privacy.public_names: number 1 of the list "
     "must be a full name as the docket has it: others may share a surname"),
    (GOOD + '[privacy]\nshow = "initials"\npublic_names = ["Rosa Alder"]\nreason = "Known."\nby = "The editor"\n',
     "6: privacy.on: is missing: to show names is a decision with a reason, by a person, on a day"),
    ('public_names = ["Rosa Alder"]\n' + GOOD, "1: public_names: is not a key known here"),
])
def test_a_mistake_is_named(tmp_path: Path, text: str | bytes, expected: str) -> None:
    """Which line and key, what is wrong, and how to mend it?"""
    assert problems(site(tmp_path, {"case.toml": text})) == [f"cases/case.toml:{expected}"]


@pytest.mark.parametrize(("lines", "key", "sentence"), [
    ("id = 0", "id", "0 is no CourtListener id: it is the number in the docket's address there"),
    ("id = -5", "id", "-5 is no CourtListener id: it is the number in the docket's address there"),
    ("id = 2147483648", "id", "2147483648 is no CourtListener id: it is the number in the docket's address there"),
    ("id = true", "id", "must be a whole number without quotes, as in 12345678"),
    ("id = 1.5", "id", "must be a whole number without quotes, as in 12345678"),
    ("idd = 1\nid = 1", "idd", 'is not a key known here: did you mean "id"?'),
    ('id = 1\nweather = "fine"', "weather", "is not a key known here"),
    ('url = "https://www.example.org/docket/1/"', "url",
     "is not the address of a docket, as in https://www.courtlistener.com/docket/12345678/"),
    ('id = 1\nurl = "https://www.courtlistener.com/docket/2/"', "url",
     "belongs to another docket than the id: keep one of the two"),
    ('docket_number = "1:26-cv-00001"', "docket_number", 'says nothing without its court, as in `court = "txsd"`'),
    ('court = "txsd"', "court", "says nothing without a docket_number, an id or a url"),
    ('id = 1\ncourt = "txs"', "court", 'is not the id of a federal court: did you mean "txsd"?'),
    ('id = 1\ncourt = "qqqq"', "court", 'is not the id of a federal court'),
    ('court = "mnd"\ndocket_number = "26-cv-00123"', "docket_number",
     '"26-cv-00123" is too short, it lacks the office ("0:"): write it in full, as in "0:26-cv-00123"'),
    ('court = "MND"\ndocket_number = "0:26-123"', "docket_number",
     '"0:26-123" is too short, it lacks the type ("cv"), zeros before the last number: write it in full, as in '
     '"0:26-cv-00123"'),
    ('court = "mnd"\ndocket_number = "tomorrow"', "docket_number",
     'is no docket number of D. Minn.: they look like "0:26-cv-00123"'),
    ('court = "ca5"\ndocket_number = "1:26-cv-00123"', "docket_number",
     'is no docket number of 5th Cir.: they look like "26-1234"'),
    ("id = 1\ndate_filed = 1750-01-01", "date_filed", "1750-01-01 is before the first federal courts: check the year"),
    ("id = 1\ndate_filed = 2026-04-11", "date_filed", "2026-04-11 is yet to come: check the year"),
    ("id = 1\ndate_filed = 2026-01-01T10:00:00", "date_filed", "must be a day of the calendar, as in 2026-01-23"),
    ('id = 1\ndate_filed = "soon"', "date_filed", "must be a day of the calendar, as in 2026-01-23"),
    ("id = 1\ndate_filed = 2026-03-01\ndate_terminated = 2026-02-28", "date_terminated",
     "2026-02-28 is before date_filed: check both"),
    ('id = 1\nrole = "apeal"', "role", 'must be one of "appeal", "related": did you mean "appeal"?'),
])
def test_a_docket_with_a_mistake_is_left_out(tmp_path: Path, lines: str, key: str, sentence: str) -> None:
    """Is the mistake named, on the line of its key, and is the rest of its case still followed?"""
    folder = site(tmp_path, {"case.toml": f"{GOOD}[[docket]]\n{lines}\n"})
    line = 7 + [written.split(" ")[0] for written in lines.split("\n")].index(key)
    assert problems(folder, today=dt.date(2026, 4, 10)) == [f"cases/case.toml:{line}: docket.{key}: {sentence}"]
    assert load_site(folder, dt.date(2026, 4, 10)).cases[0].dockets == (DocketRef(id=101),)


@pytest.mark.parametrize(("court", "number"), [
    ("mnd", "0:26-cv-00123-ABC-DE"), ("mnd", "0:26-cv-123"), ("mnd", "0:2026-CV-00123"), ("MND", "0:26-cv-00123"),
    ("D. Minn.", "0:26-cv-00123"),
])
def test_a_docket_is_meant_however_people_write_its_court_and_number(tmp_path: Path, court: str, number: str) -> None:
    """Judges' initials, zeros left out, capitals, a citation: is it one docket, spelt as its court's system does?"""
    minnesotan = 'topic = "status"\n[[docket]]\ncourt = "mnd"\ndocket_number = "0:26-cv-00123"\n'
    asked = minnesotan.replace("mnd", court).replace("0:26-cv-00123", number)
    folder = site(tmp_path, {"case.toml": asked, "same.toml": minnesotan})
    assert [case.dockets for case in load_site(folder).cases] == [
        (DocketRef(court="mnd", docket_number="0:26-cv-00123"),)]
    assert [each.partition(" here and in")[0] for each in problems(folder)] == [
        "cases/same.toml:4: docket.docket_number: is followed"]


@pytest.mark.parametrize(("court", "number"), [
    ("mnd", "0:26-cv-00123"), ("cand", "4:13-md-02420"), ("tnmd", "3:25-cr-00115"), ("flsd", "9:24-cv-80116"),
    ("ca9", "22-21"), ("ca11", "18-90014"), ("cadc", "25-5067"), ("scotus", "25A123"), ("scotus", "24-884"),
    ("jpml", "MDL No. 3084"),
])
def test_a_docket_number_in_full_is_right(court: str, number: str) -> None:
    """Is a number as the court writes it left in peace?"""
    assert list(docket_mistakes(DocketRef(court=court, docket_number=number))) == []


@pytest.mark.parametrize(("url", "expected"), [
    ("https://www.courtlistener.com/docket/123/", 123),
    ("http://courtlistener.com/docket/123", 123),
    ("www.courtlistener.com/docket/123", 123),
    ("https://www.courtlistener.com/api/rest/v4/dockets/123/", 123),
    ("https://www.courtlistener.com/api/rest/v4/docket-entries/123/", None),
    ("https://www.courtlistener.com/docket/123/roe-v-warden/?page=2#entry-1", 123),
    ("https://www.courtlistener.com/docket/", None),
    ("https://www.courtlistener.com/opinion/123/roe-v-warden/", None),
    ("https://www.courtlistener.com/docket/123x/", None),
    ("https://www.courtlistener.com.example.org/docket/123/", None),
    ("https://example.org/?https://www.courtlistener.com/docket/123/", None),
    ("ftp://www.courtlistener.com/docket/123/", None),
    ("", None),
])
def test_only_a_dockets_address_has_an_id(url: str, expected: int | None) -> None:
    """Which addresses name a docket?"""
    assert docket_id(url) == expected


@pytest.mark.parametrize("name", [
    "Bad Name.toml", "UPPER.toml", "a--b.toml", ".hidden.toml", "x" * 81 + ".toml", "é.toml",
])
def test_a_bad_slug_is_refused(tmp_path: Path, name: str) -> None:
    """Is a file whose name cannot be a web address named, and left out?"""
    folder = site(tmp_path, {name: GOOD})
    assert problems(folder) == [
        f"cases/{name}:1: must be named with up to 80 of a-z, 0-9 and single hyphens, and with nobody's name"]
    assert load_site(folder).cases == ()


def test_the_same_docket_by_number_and_by_id_is_one(tmp_path: Path) -> None:
    """Is a duplicate seen when one file says id, court and number and the other court and number alone?"""
    both = 'court = "ca5"\ndocket_number = "26-1"\n'
    folder = site(tmp_path, {"a.toml": GOOD + both, "b.toml": GOOD.replace("id = 101", both)})
    assert problems(folder) == [f"cases/b.toml:6: docket.docket_number: is followed here and in {folder}/cases/a.toml: "
                                "take one of the two away"]


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    """Does something unreadable leave the other cases alone?"""
    folder = site(tmp_path, {"a.toml": GOOD})
    (folder / "cases" / "b.toml").mkdir()
    assert problems(folder) == ["cases/b.toml:1: cannot be read (Is a directory): mend its place or its permissions"]
    assert len(load_site(folder).cases) == 1


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake(tmp_path: Path) -> None:
    """Is a file saved on Windows read, and its lines counted right?"""
    good = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    wrong = GOOD.replace("id = 101", "id = 102\ndate_filed = 2026-02-30").replace("\n", "\r\n")
    folder = site(tmp_path, {"a.toml": good, "b.toml": wrong})
    assert problems(folder) == ["cases/b.toml:6: docket.date_filed: must be a day of the calendar, as in 2026-01-23"]
    assert [case.slug for case in load_site(folder).cases] == ["a"]


def test_every_impossible_day_of_a_file_is_named(tmp_path: Path) -> None:
    """Does the second wrong day come to light with the first, and a third in a text stay what it is?"""
    text = GOOD + """\
date_filed = 2026-02-30
date_terminated = 2026-13-01 # soon
assigned_to = '''
x = 2026-02-30'''
[[docket]]
id = 102
date_filed = 1/23/2026
date_terminated = 2026-2-3"""
    assert problems(site(tmp_path, {"a.toml": text})) == [
        f"cases/a.toml:{line}: docket.{key}: must be a day of the calendar, as in 2026-01-23"
        for line, key in ((6, "date_filed"), (7, "date_terminated"), (12, "date_filed"), (13, "date_terminated"))]


def test_a_wrong_key_of_the_config_keeps_its_default(tmp_path: Path) -> None:
    """Do the good keys of a config with mistakes still count, above all that the cases are invented?"""
    folder = site(tmp_path, {}, """\
name = "  "
base_url = "tracker"
contact = "somebody"
tagine = "What it is"
accent = "blue"
language = "English"
timezone = "Boston"
note = 3
fictional = true
""")
    assert problems(folder) == [
        "config.toml:1: name: must not be blank: it is the name of the tracker",
        "config.toml:2: base_url: must be an address, as in https://tracker.example.org",
        "config.toml:3: contact: must be an e-mail address or a page's address",
        'config.toml:4: tagine: is not a key known here: did you mean "tagline"?',
        'config.toml:5: accent: must be a colour of six digits, as in "#1d4f91"',
        'config.toml:6: language: must be a language tag, as in "en" or "es-MX"',
        'config.toml:7: timezone: must be the name of a time zone, as in "America/New_York"',
        'config.toml:8: note: must be text in "quotes"',
    ]
    assert load_site(folder).config == Config(fictional=True)


def test_a_config_is_read(tmp_path: Path) -> None:
    """Does every key of the config arrive?"""
    folder = site(tmp_path, {}, """\
name = "A tracker"
tagline = "What it is"
base_url = "https://tracker.example.org/"
contact = "mail@example.org"
note = "In memory."
language = "es-MX"
timezone = "America/Chicago"
accent = "#123456"
accent_dark = "#abcdef"
fictional = true
""")
    assert load_site(folder)[:3] == (
        Config("A tracker", "What it is", "https://tracker.example.org/", "mail@example.org", "In memory.", "es-MX",
               timezone="America/Chicago", accent="#123456", accent_dark="#abcdef", fictional=True), (), ())


def test_no_folder_is_named(tmp_path: Path) -> None:
    """Is it said how to make one?"""
    with pytest.raises(render.SiteError, match=r"nowhere is not a folder: `writwatch init .*nowhere` starts a tracker"):
        load_site(tmp_path / "nowhere")


@pytest.mark.parametrize(("config", "expected"), [
    (COHORT + "fictional = False\n", "config.toml:5: cohort.fictional: this is not TOML (Invalid value): "),
    ("", "config.toml:1: is empty: "),
    (None, "config.toml:1: cannot be read (No such file or directory): "),
])
def test_a_config_that_cannot_be_read_stops_everything(tmp_path: Path, config: str | None, expected: str) -> None:
    """Without it every case that a cohort found would go, with its page and its trail: is one sentence all there is?"""
    folder = site(tmp_path, {"case.toml": GOOD}, config or "")
    if config is None:
        (folder / "config.toml").unlink()
    with pytest.raises(render.SiteError, match=f"^{re.escape(f'{folder.as_posix()}/{expected}')}.*mend it first"):
        load_site(folder)


def test_no_sentence_repeats_a_name(tmp_path: Path) -> None:
    """May the problems be printed in a public log, whatever stands in the file?"""
    text = """\
title = ["Xenia Quarles"]
why = 2026-01-01
xenia-quarles = 1
[privacy]
show = "Xenia Quarles"
by = ["Xenia Quarles"]
[[docket]]
url = "https://www.courtlistener.com/dockets/7/xenia-quarles-v-warden/"
court = "xenia-quarles"
[[docket]]
court = "mnd"
docket_number = "Xenia Quarles"
[[docket]]
assigned_to = ["Xenia Quarles"]
"""
    said = problems(site(tmp_path, {"a.toml": text}))
    assert len(said) == 10
    assert [line for line in said if "uarles" in line] == ["cases/a.toml:3: xenia-quarles: is not a key known here"]


WHOLE = GOOD + """\
date_filed = 2026-01-02
[privacy]
show = "public"
reason = '''Asked
for'''
by = "The editor"
on = 2026-01-23
"""
CUTS = st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 12), st.binary(max_size=4) | st.sampled_from([
    b'"', b"[", b"]]", b"{", b"=", b"\n", b"#", b"2026-02-30", b"'''", b"0", b"true", b"id", b".", b"\\"]))


@given(st.lists(CUTS, min_size=1, max_size=3))
def test_whatever_is_written_there_is_a_case_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[tuple[int, int, bytes]]
) -> None:
    """Is a file spoilt anywhere read, or named with a line that it has, and never the end of the run? The other one has
    a docket that no cut makes of the first one's."""
    text = WHOLE.encode()
    for at, length, put in cuts:
        text = text[:at] + put + text[at + length:]
    files = {"a.toml": text, "b.toml": GOOD.replace("101", "987654321")}
    loaded = load_site(site(tmp_path_factory.mktemp("site"), files))
    assert loaded.cases[-1].slug == "b"
    assert loaded.problems or len(loaded.cases) == 2
    assert all(1 <= problem.line <= text.count(b"\n") + 1 and problem.sentence for problem in loaded.problems)


SEARCH = """[[search]]\nname = "police"\nquery = 'party:Sheriff'\ntopic = "local-police"\n"""


def finders(folder: Path, text: str) -> tuple[Config, list[str]]:
    (folder / "config.toml").write_text(text, "utf-8")
    config, problems = load_config(folder)
    return config, [str(problem).removeprefix(f"{folder.as_posix()}/config.toml:") for problem in problems]


def test_cohorts_and_searches_are_read(tmp_path: Path) -> None:
    """Does every key arrive, a query over several lines as one, and can the config still be hashed?"""
    text = COHORT + 'courts = ["mnd", "txsd"]\naccept = "rule"\n' + SEARCH.replace(
        "'party:Sheriff'", """'''\nparty:Sheriff AND\n  (description:"287(g)" OR dateFiled:[2026-01-01 TO *])\n'''"""
    ) + "days = 30\n" + COHORT.replace("alien-detainee", "other")
    config, problems = finders(tmp_path, 'name = "A tracker"\n' + text)
    assert problems == []
    assert config.cohort == (
        Cohort("alien-detainee", "463", "detention", ("mnd", "txsd"), "rule"), Cohort("other", "463", "detention"))
    query = 'party:Sheriff AND (description:"287(g)" OR dateFiled:[2026-01-01 TO *])'
    assert config.search == (Search("police", query, "local-police", (), 30, "review"),)
    assert isinstance(hash(config), int)


@pytest.mark.parametrize(("old", "new", "problem"), [
    ('"alien-detainee"', '"Alien Detainee"', "2: cohort.name: must be up to 40 of a-z, 0-9 and hyphens"),
    ('"alien-detainee"', '"police"', "6: search.name: is the name of another one too: no two of all cohorts and "
                                     "searches may be called the same"),
    ('"463"', '""', '3: cohort.nature_of_suit: is missing: write its first digits, as in `nature_of_suit = "463"`'),
    ('"463"', '"Habeas"', '3: cohort.nature_of_suit: must be the digits it begins with, as in "463"'),
    ('"463"', "463", '3: cohort.nature_of_suit: must be text in "quotes"'),
    ('"detention"', '"detension"', '4: cohort.topic: must be one of "detention", "removal", '),
    ('topic = "detention"\n', "", '1: cohort.topic: is missing: write `topic = "detention"`'),
    ('topic = "detention"\n', 'topic = "detention"\ncourts = ["mnd", "txs"]\n',
     '5: cohort.courts: number 2 of the list is not the id of a federal court: did you mean "txsd"'),
    ('topic = "detention"\n', 'topic = "detention"\ncourts = [""]\n',
     "5: cohort.courts: number 1 of the list is not the id of a federal court"),
    ('topic = "detention"\n', 'topic = "detention"\ncourts = "mnd"\n',
     '5: cohort.courts: must be a list of texts, as in `["mnd", "txsd"]`'),
    ('topic = "detention"\n', 'topic = "detention"\ncourts = ["mnd", "mnd"]\n', "5: cohort.courts: has a court twice"),
    ('topic = "detention"\n', 'topic = "detention"\naccept = "yes"\n',
     '5: cohort.accept: must be one of "review", "rule"'),
    ('topic = "detention"\n', 'topic = "detention"\nquery = "x"\n', "5: cohort.query: is not a key known here"),
    ("[[cohort]]", "[cohort]", "1: cohort: must be a table for each, as in `[[cohort]]`"),
    ("[[cohort]]", "[[cohrt]]", '1: cohrt: is not a key known here: did you mean "cohort"?'),
    ("'party:Sheriff'", '""', "7: search.query: is missing: write what to search for"),
    ("'party:Sheriff'", """'party:"Sheriff'""", "7: search.query: has a quotation mark that is never closed"),
    ("'party:Sheriff'", "'(party:Sheriff'", "7: search.query: has brackets that do not match"),
    ("'party:Sheriff'", "'party:Sheriff)('", "7: search.query: has brackets that do not match"),
    ("'party:Sheriff'", "'[party:Sheriff)'", "7: search.query: has brackets that do not match"),
    ("'party:Sheriff'", "'party:*heriff'", "7: search.query: begins a word with a star or a question mark, which "
                                           "CourtListener refuses"),
    ("'party:Sheriff'", f"'{'x' * 1501}'", "7: search.query: is longer than 1,500 characters: make two searches of it"),
    ('topic = "local-police"\n', 'topic = "local-police"\ndays = 0\n', "9: search.days: must be from 1 to 3650"),
])
def test_a_mistake_in_a_cohort_or_a_search(tmp_path: Path, old: str, new: str, problem: str) -> None:
    """Is it named by line and key, and is only that one left out, which is said?"""
    text = COHORT + SEARCH
    assert old in text
    config, problems = finders(tmp_path, text.replace(old, new))
    assert len(problems) == 1
    assert problems[0].startswith(problem)
    of_one = any(f": {key}." in problem for key in ("cohort", "search"))
    assert problems[0].endswith("]] is left out, and what it alone found") == of_one
    assert len(config.cohort) + len(config.search) == 1


def test_a_case_may_go_first(tmp_path: Path) -> None:
    """Does the editor's priority arrive, and is another word for it a mistake?"""
    other = 'priority = "low"\n' + GOOD.replace("101", "7")
    folder = site(tmp_path, {"a.toml": 'priority = "high"\n' + GOOD, "b.toml": other})
    assert [case.priority for case in load_site(folder).cases] == ["high"]
    assert problems(folder) == ['cases/b.toml:1: priority: must be one of "high"']


@pytest.mark.parametrize(("zone", "today", "latest"), [
    ("UTC", 23, 23), ("Pacific/Pago_Pago", 22, 23), ("America/New_York", 22, 23), ("Pacific/Kiritimati", 23, 23)])
def test_what_is_decided_in_the_evening_is_decided_on_that_day(zone: str, today: int, latest: int) -> None:
    """Of which day is a decision, and which is not yet to come, at four in the morning by UTC?"""
    now = dt.datetime(2026, 11, 23, 4, tzinfo=dt.UTC)
    assert day_of(zone, now) == dt.date(2026, 11, today)
    assert latest_day(zone, now) == dt.date(2026, 11, latest)


def test_it_may_be_tomorrow_where_the_tracker_is_run() -> None:
    """Can a decision be made before UTC has come to its day?"""
    assert latest_day("Pacific/Kiritimati", dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)) == dt.date(2026, 11, 24)


def test_who_appointed_the_judge_of_a_case_that_moved():
    """What an editor says of the first docket's judge is not said of the next one's?"""
    first, second = Docket(1, "mnd", "0:26-cv-1", "A v. B"), Docket(2, "txwd", "5:26-cv-2", "A v. B")
    refs = (DocketRef(id=1, appointed_by="Jimmy Carter"), DocketRef(court="txwd", docket_number="5:26-cv-2"))
    case = Case("a", "", "detention", "", "core", "", None, refs)
    told = case._replace(dockets=(refs[0], DocketRef(id=2, appointed_by="Gerald Ford")))
    assert (notes(case).appointed_by, notes(case, second).appointed_by) == ("Jimmy Carter", "")
    assert [notes(told, moved).appointed_by for moved in (None, first, second)] == [
        "Jimmy Carter", "Jimmy Carter", "Gerald Ford"]
