"""The invented data: does it keep the API's shape, come out the same, hold every course of a case, and hang together?

`bundled` are the 120 dockets of the demo, read back from the files as the sandbox reads them.
"""
import csv
import datetime as dt
import gzip
import hashlib
import json
import re
import runpy
import shutil
import subprocess
import tomllib
import tracemalloc
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from writwatch.fetch import fictional
from writwatch.fetch.fictional.acts import ACTS, APPEAL_FILLERS, FILLERS, IMPACT_FILLERS, VERBS
from writwatch.fetch.fictional.courts import APPELLATE, CIRCUITS, COURTS, HABITS, habit
from writwatch.fetch.fictional.dice import Dice, court_day, court_day_before
from writwatch.fetch.fictional.matters import CHALLENGES, NATURES_463
from writwatch.fetch.fictional.paths import AXES, PATHS
from writwatch.fetch.fictional.people import OFFICES, judge, magistrate, without_accents
from writwatch.fetch.fictional.rows import core_number, slugged, stamp
from writwatch.render.cases import load_site

Row = dict[str, Any]

TOPICS = {
    "detention", "removal", "operations", "local-police", "surveillance", "children", "places", "speech", "status",
    "oversight",
}  # fmt: skip
DISTRICTS_WITH_MOST = ("txsd", "txwd", "caed", "lawd", "mnd")

VALUES = {
    "stage": "opened response_due briefed recommended decided enforcement closed",
    "interim": "none no_transfer_order tro preliminary_injunction stay_of_removal denied ended",
    "merits": "none granted granted_in_part denied dismissed dismissed_moot withdrawn settled transferred remanded",
    "proceedings": "active stayed",
    "custody": "unknown release_ordered bond_hearing_ordered bond_granted bond_denied released transferred removed",
    "compliance": "nothing_due due reported no_report_seen violation_found cured",
    "appeal": "none noticed pending affirmed reversed vacated dismissed",
    "docket": "open terminated",
}
STATUSES = (
    "unknown on_appeal transferred remanded settled voluntarily_dismissed relief_granted_final relief_denied dismissed "
    "closed_other stayed relief_granted_interim open_pending"
)

# The keys of each object and their order, as the server sends them.
KEYS = {
    "dockets": """
        resource_uri id court court_id original_court_info idb_data clusters audio_files assigned_to referred_to
        bankruptcy_information absolute_url date_created date_modified source appeal_from_str assigned_to_str
        referred_to_str panel_str date_last_index date_cert_granted date_cert_denied date_argued date_reargued
        date_reargument_denied date_filed date_terminated date_last_filing case_name_short case_name case_name_full slug
        docket_number docket_number_core docket_number_raw docket_number_source federal_dn_office_code
        federal_dn_case_type federal_dn_judge_initials_assigned federal_dn_judge_initials_referred
        federal_defendant_number pacer_case_id cause nature_of_suit jury_demand jurisdiction_type appellate_fee_status
        appellate_case_type_information mdl_status filepath_ia filepath_ia_json ia_upload_failure_count ia_needs_upload
        ia_date_first_change date_blocked blocked appeal_from parent_docket tags panel
    """,
    "docket-entries": """
        resource_uri id docket recap_documents date_created date_modified date_filed time_filed entry_number
        recap_sequence_number pacer_sequence_number description tags
    """,
    "recap-documents": """
        resource_uri id tags absolute_url date_created date_modified sha1 page_count file_size filepath_local
        filepath_ia ia_upload_failure_count thumbnail thumbnail_status plain_text ocr_status date_upload document_number
        attachment_number pacer_doc_id is_available is_free_on_pacer is_sealed document_type description
        acms_document_guid
    """,
    "parties": "resource_uri id attorneys party_types date_created date_modified name extra_info",
    "party_types": """
        docket docket_id name date_terminated extra_info highest_offense_level_opening highest_offense_level_terminated
        criminal_counts criminal_complaints
    """,
    "party_attorneys": "attorney attorney_id date_action docket docket_id role",
    "attorneys": """
        resource_uri id parties_represented date_created date_modified name contact_raw phone fax email
    """,
    "parties_represented": "role docket party date_action",
    "courts": """
        resource_uri id pacer_court_id pacer_has_rss_feed pacer_rss_entry_types date_last_pacer_contact fjc_court_id
        date_modified in_use has_opinion_scraper has_oral_argument_scraper position citation_string short_name full_name
        url start_date end_date jurisdiction parent_court appeals_to
    """,
    "originating-court-information": """
        resource_uri id date_created date_modified docket_number docket_number_raw assigned_to_str ordering_judge_str
        court_reporter date_disposed date_filed date_judgment date_judgment_eod date_filed_noa date_received_coa
        date_rehearing_denied assigned_to ordering_judge
    """,
}


class World(NamedTuple):
    """Everything read back from a folder."""

    folder: Path
    rows: dict[str, list[Row]]
    texts: dict[int, str]
    docket_of: dict[int, int]

    def entries_of(self, docket: int) -> list[Row]:
        return [row for row in self.rows["docket-entries"] if number_in(row["docket"]) == docket]


def number_in(link: str) -> int:
    return int(link.rstrip("/").rsplit("/", 1)[1])


def read_lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_world(folder: Path) -> World:
    rows = {name: read_lines(folder / f"{name}.jsonl") for name in fictional.FILES}
    texts = {row["id"]: row["description"] for row in rows["docket-entries"]}
    docket_of = {row["id"]: number_in(row["docket"]) for row in rows["docket-entries"]}
    return World(folder, rows, texts, docket_of)


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("fictional")
    fictional.write(folder)
    return read_world(folder)


def digest(folder: Path) -> str:
    """One hash over all files of a folder, names and bytes."""
    hashed = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            hashed.update(str(path.relative_to(folder)).encode())
            hashed.update(path.read_bytes())
    return hashed.hexdigest()


# The same every time


def test_same_seed_same_bytes(tmp_path: Path):
    """Does a second run write the same files, byte for byte?"""
    for name in ("one", "two"):
        fictional.write(tmp_path / name, dockets=120, seed=7)
    assert digest(tmp_path / "one") == digest(tmp_path / "two")


@pytest.mark.parametrize("python", ["python3.11", "python3.12", "python3.13"])
def test_same_bytes_on_every_python(tmp_path: Path, python: str):
    """Do other versions of Python write the same files?"""
    found = shutil.which(python)
    works = found and subprocess.run([found, "-c", ""], capture_output=True, check=False).returncode == 0
    if not works:
        pytest.skip(f"{python} is not installed here")
    # Only the standard library is needed, so the package's own folder under its name is enough.
    (tmp_path / "path" / "writwatch").mkdir(parents=True)
    (tmp_path / "path" / "writwatch" / "fetch").symlink_to(Path(fictional.__file__).parents[1])
    command = [str(found), "-m", "writwatch.fetch.fictional", str(tmp_path / "theirs"), "--dockets", "40"]
    subprocess.run(command, env={"PYTHONPATH": str(tmp_path / "path")}, check=True, capture_output=True)
    fictional.write(tmp_path / "ours", dockets=40)
    assert digest(tmp_path / "theirs") == digest(tmp_path / "ours")


def test_other_seed_other_stories(tmp_path: Path):
    """Does another seed tell other stories?"""
    fictional.write(tmp_path / "one", dockets=10, seed=1)
    fictional.write(tmp_path / "two", dockets=10, seed=2)
    assert digest(tmp_path / "one") != digest(tmp_path / "two")


def test_dice_are_the_promised_ones():
    """Do the choices rest on numbers that Python promises never to change?"""
    dice = Dice(1)
    assert [dice.below(1000) for _ in range(6)] == [134, 847, 763, 255, 495, 449]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2026, 4, 10), dt.date(2026, 4, 10)),
        (dt.date(2026, 4, 11), dt.date(2026, 4, 13)),
        (dt.date(2026, 4, 12), dt.date(2026, 4, 13)),
    ],
)
def test_courts_keep_weekends(day: dt.date, expected: dt.date):
    """Does an act that would fall on a weekend wait for Monday?"""
    assert court_day(day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2026, 4, 10), dt.date(2026, 4, 9)),
        (dt.date(2026, 4, 11), dt.date(2026, 4, 10)),
        (dt.date(2026, 4, 12), dt.date(2026, 4, 10)),
        (dt.date(2026, 4, 13), dt.date(2026, 4, 10)),
    ],
)
def test_the_court_day_before(day: dt.date, expected: dt.date):
    """Is the day before Monday a Friday?"""
    assert court_day_before(day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2026, 1, 5), "2026-01-05T01:02:03.000004-08:00"),
        (dt.date(2025, 7, 5), "2025-07-05T01:02:03.000004-07:00"),
        (dt.date(2026, 3, 9), "2026-03-09T01:02:03.000004-07:00"),
    ],
)
def test_times_carry_pacific_offsets(day: dt.date, expected: str):
    """Do the clocks change when they change in California?"""
    assert stamp(day, 3723, 4) == expected


# The API's shape


def test_rows_have_the_servers_keys_in_its_order(bundled: World):
    """Has every row exactly the keys the server sends, in its order?"""
    nested = {
        "recap-documents": [one for row in bundled.rows["docket-entries"] for one in row["recap_documents"]],
        "party_types": [one for row in bundled.rows["parties"] for one in row["party_types"]],
        "party_attorneys": [one for row in bundled.rows["parties"] for one in row["attorneys"]],
        "parties_represented": [one for row in bundled.rows["attorneys"] for one in row["parties_represented"]],
    }
    for name, keys in KEYS.items():
        rows = nested.get(name) or bundled.rows[name]
        assert rows, name
        assert {tuple(row) for row in rows} == {tuple(keys.split())}, name
    earlier = bundled.rows["docket-entries-earlier"]
    assert {tuple(row) for row in earlier} == {tuple(KEYS["docket-entries"].split())}
    embedded = [row["original_court_info"] for row in bundled.rows["dockets"] if row["original_court_info"]]
    assert embedded == bundled.rows["originating-court-information"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("dockets", "dockets"), ("docket-entries", "docket-entries"), ("parties", "parties"),
        ("attorneys", "attorneys"), ("courts", "courts"),
        ("originating-court-information", "originating-court-information"),
    ],
)  # fmt: skip
def test_keys_are_those_of_the_real_dump(shared: Path, name: str, key: str):
    """Is the list above what the real server sent?"""
    with gzip.open(shared / "courtlistener" / "dump" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        row = json.loads(file.readline())
    assert tuple(row) == tuple(KEYS[key].split())
    if name == "docket-entries":
        assert tuple(row["recap_documents"][0]) == tuple(KEYS["recap-documents"].split())


def test_values_have_the_real_types(shared: Path, bundled: World):
    """Is each value of a type that the real server sends under that key?"""
    for name in ("dockets", "docket-entries", "parties", "attorneys", "courts"):
        with gzip.open(shared / "courtlistener" / "dump" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            real: dict[str, set[type]] = {}
            for line in file:
                for key, value in json.loads(line).items():
                    real.setdefault(key, set()).add(type(value))
        for row in bundled.rows[name]:
            strange = {key: value for key, value in row.items() if type(value) not in real[key]}
            strange.pop("date_filed", None)  # null on dockets born from RSS; every one of the dump has a day
            strange.pop("date_last_filing", None)
            assert not strange, (name, strange)


def test_every_link_leads_somewhere(bundled: World):
    """Does every link and id point at a row of these files?"""
    known = {row["resource_uri"] for rows in bundled.rows.values() for row in rows if "resource_uri" in row}
    for row in bundled.rows["dockets"]:
        assert row["court"] in known
        assert row["appeal_from"] is None or row["appeal_from"] in known
    for row in (*bundled.rows["docket-entries"], *bundled.rows["docket-entries-earlier"]):
        assert row["docket"] in known
    for row in bundled.rows["parties"]:
        assert {one["attorney"] for one in row["attorneys"]} <= known
        assert {one["docket"] for one in row["party_types"]} <= known
    for row in bundled.rows["attorneys"]:
        assert row["parties_represented"]
        assert {one[key] for one in row["parties_represented"] for key in ("docket", "party")} <= known


def test_ids_are_their_own(bundled: World):
    """Is no id used twice, and is each in the range kept for fiction?"""
    documents = [one["id"] for row in bundled.rows["docket-entries"] for one in row["recap_documents"]]
    kinds = ("dockets", "docket-entries", "parties", "attorneys", "originating-court-information")
    ids = [row["id"] for name in kinds for row in bundled.rows[name]] + documents
    assert len(ids) == len(set(ids))
    assert all(number in fictional.FICTIONAL_DOCKET_IDS for number in ids)


def test_lawyers_have_contact_data_of_the_reserved_kinds(bundled: World):
    """Is there contact data to be dropped, and can none of it reach anybody?"""
    for row in bundled.rows["attorneys"]:
        assert re.fullmatch(r"202-555-01\d\d", row["phone"])
        assert re.fullmatch(r"202-555-01\d\d", row["fax"])
        assert row["email"].endswith("@law.example.org")
        assert row["phone"] in row["contact_raw"]
        assert row["email"] in row["contact_raw"]


def test_entry_numbers_follow_the_clerk(bundled: World):
    """Do numbers only grow, do some entries have none, and do some circuits count in huge numbers?"""
    unnumbered, huge = 0, 0
    for docket in bundled.rows["dockets"]:
        entries = bundled.entries_of(docket["id"])
        numbers = [row["entry_number"] for row in entries if row["entry_number"] is not None]
        assert numbers == sorted(set(numbers)), docket["docket_number"]
        places = [row["recap_sequence_number"] for row in entries]
        assert places == sorted(set(places))
        unnumbered += len(entries) - len(numbers)
        huge += any(number > 1_000_000 for number in numbers)
    assert unnumbered > 20
    assert huge >= 1


def test_documents_carry_number_and_attachments(bundled: World):
    """Does an entry's text list the attachments that hang on it, and is the main document numbered as the entry?"""
    listed = 0
    for row in bundled.rows["docket-entries"]:
        documents = row["recap_documents"]
        for document in documents:
            assert document["document_number"] == ("" if row["entry_number"] is None else str(row["entry_number"]))
        attached = [one for one in documents if one["attachment_number"]]
        assert [one["attachment_number"] for one in attached] == list(range(1, len(attached) + 1))
        for one in attached:
            listed += 1
            assert f"# {one['attachment_number']} {one['description']}" in row["description"]
    assert listed > 100
    flat = [one for row in bundled.rows["docket-entries"] for one in row["recap_documents"]]
    assert sum(one["is_available"] for one in flat) > 20
    assert sum(one["is_sealed"] is True for one in flat) >= 3


# Stubs


def test_stubs_keep_their_identity(bundled: World):
    """Has a stub the id of its later text, a short title only, and was it seen first?"""
    later = {row["id"]: row for row in bundled.rows["docket-entries"]}
    assert len(bundled.rows["docket-entries-earlier"]) > 10
    for stub in bundled.rows["docket-entries-earlier"]:
        text = later[stub["id"]]
        assert (stub["description"], stub["pacer_sequence_number"]) == ("", None)
        assert len(stub["recap_documents"]) == 1
        assert 0 < len(stub["recap_documents"][0]["description"]) < 60
        assert text["description"]
        assert stub["date_modified"] <= text["date_modified"]
        assert stub["date_created"] == text["date_created"]
        if text["recap_documents"]:
            assert stub["recap_documents"][0]["id"] == text["recap_documents"][0]["id"]


def test_brand_new_stubs_say_almost_nothing(bundled: World):
    """Are there dockets with no date, no nature of suit, no judge and no party: only a title?"""
    new = [row for row in bundled.rows["dockets"] if row["date_filed"] is None]
    assert new
    suing = {one["docket_id"] for row in bundled.rows["parties"] for one in row["party_types"]}
    for row in new:
        assert (row["nature_of_suit"], row["cause"], row["assigned_to_str"]) == ("", "", "")
        assert row["id"] not in suing
        assert [entry["description"] for entry in bundled.entries_of(row["id"])] == [""]


# What the stories hold


def test_every_path_is_told(bundled: World):
    """Does each course a case can take occur among the 120, on every docket it has?"""
    told = {(row["path"], row["part"]) for row in bundled.rows["truth"]}
    assert told == {(path.name, part) for path in PATHS for part in path.truths}


@pytest.mark.parametrize("axis", VALUES)
def test_every_value_of_every_axis_occurs(bundled: World, axis: str):
    """Is there a docket for each value that an axis can have?"""
    found = {row["axes"][axis]["value"] for row in bundled.rows["truth"]}
    assert found == set(VALUES[axis].split())


def test_every_status_occurs(bundled: World):
    """Is there a docket for each status?"""
    assert {row["status"]["value"] for row in bundled.rows["truth"]} == set(STATUSES.split())


def test_the_demo_has_120_dockets_in_proportion(bundled: World):
    """Are about three quarters individual petitions, a fifth suits with their appeals, a few not ours?"""
    kinds = Counter(row["kind"] for row in bundled.rows["truth"])
    assert len(bundled.rows["dockets"]) == kinds.total() == 120
    assert 85 <= kinds["individual_detention"] <= 96
    assert 18 <= kinds["impact"] <= 26
    assert 3 <= kinds["not_ours"] <= 7
    assert {row["topic"] for row in bundled.rows["truth"]} - {""} == TOPICS


def test_natures_of_suit_are_spelled_in_four_ways(bundled: World):
    """Do all spellings of 463 occur, appeals with a 2 before it, and dockets where it is blank?"""
    found = {row["nature_of_suit"] for row in bundled.rows["dockets"]}
    assert len(set(NATURES_463)) == 4
    assert set(NATURES_463) <= found
    assert any(nature.startswith("2463") for nature in found)
    assert "" in found


def test_clerks_have_their_own_habits(bundled: World):
    """Do the marks of different offices occur in the texts?"""
    everything = "\n".join(bundled.texts.values())
    marks = (
        "(Text-Only)", "PAPERLESS", "ELECTRONIC ORDER", "MINUTE ORDER", "ALLOWED", "[D. 1]", "(ECF No. 1)", "(Doc. 1)",
        "MINUTE entry before the Honorable", "Signed by", "(Attachments: # 1", "(Entered: ", "COURT STAFF", " [1]",
        "Modified on", "[Transferred from", "IN ERROR", "SEALED", "Parties notified", "[Entered: ",
    )  # fmt: skip
    assert [mark for mark in marks if mark not in everything] == []


def test_no_text_has_a_hole(bundled: World):
    """Was every slot filled, without doubled blanks or points in wrong places?"""
    for number, text in bundled.texts.items():
        assert not re.search(r"[{}|]|  | ,|None|\. \.|: :|\bthe the\b", text), (number, text)


def test_nothing_of_check_ins_or_places_of_release(bundled: World):
    """Does no text speak of reporting appointments or of where and when somebody walked free?"""
    for text in bundled.texts.values():
        assert not re.search(r"check.?in|ISAP|report to ICE|released (?:from|at) [A-Z]|released .* at \d", text), text


@pytest.mark.parametrize("path", [path.name for path in PATHS if path.ends == (0, 1) or path.ends == (0, 0)])
def test_new_cases_are_new(bundled: World, path: str):
    """Did what is meant to be new happen in the last days?"""
    for row in bundled.rows["truth"]:
        if row["path"] == path:
            last = max(entry["date_filed"] for entry in bundled.entries_of(row["docket_id"]))
            assert last >= "2026-04-07"


# The truth


def test_truth_is_whole(bundled: World):
    """Has each docket one truth, with known values, and evidence on its own or a linked docket?"""
    dockets = {row["id"]: row for row in bundled.rows["dockets"]}
    assert [row["docket_id"] for row in bundled.rows["truth"]] == list(dockets)
    for row in bundled.rows["truth"]:
        assert row["case_name"] == dockets[row["docket_id"]]["case_name"]
        assert set(row["axes"]) == set(AXES) == set(VALUES)
        assert row["status"]["value"] in STATUSES.split()
        assert row["status"]["evidence"]
        allowed = {row["docket_id"], *row["linked"]}
        for axis, found in row["axes"].items():
            assert found["value"] in VALUES[axis].split()
            assert {bundled.docket_of[entry] for entry in found["evidence"]} <= allowed
            if found["value"] != AXES[axis]:
                assert found["evidence"], (row["path"], axis)
        for axis, values in row["acceptable_alternative"].items():
            known = STATUSES if axis == "status" else VALUES[axis]
            assert set(values) <= set(known.split()), (row["path"], axis)


def test_terminated_dockets_have_a_day(bundled: World):
    """Do the docket's own dates say what the truth says?"""
    dockets = {row["id"]: row for row in bundled.rows["dockets"]}
    for row in bundled.rows["truth"]:
        ended = row["axes"]["docket"]["value"] == "terminated"
        assert bool(dockets[row["docket_id"]]["date_terminated"]) == ended, row["path"]


def test_compliance_agrees_with_the_calendar(bundled: World):
    """Is what is due still to come, what is missing past, and what was reported proved?"""
    seen: Counter[str] = Counter()
    for row in bundled.rows["truth"]:
        for due in row["compliance_due"]:
            seen[due["result"]] += 1
            assert bundled.docket_of[due["entry"]] == row["docket_id"]
            if due["result"] == "due":
                assert due["date"] >= row["as_of"]
            if due["result"] == "no_report_seen":
                assert due["date"] < row["as_of"]
            assert (due["result_entry"] is not None) == (due["result"] in ("reported", "violation_found"))
    assert set(seen) == {"due", "reported", "no_report_seen", "violation_found", "stayed", "vacated"}


def test_hearings_to_come_are_to_come(bundled: World):
    """Does each hearing lie after as_of and stand in the text that set it?"""
    hearings = [(row, one) for row in bundled.rows["truth"] for one in row["hearings_to_come"]]
    assert len(hearings) >= 4
    for row, hearing in hearings:
        assert hearing["datetime"][:10] > row["as_of"]
        day = dt.date.fromisoformat(hearing["datetime"][:10])
        text = bundled.texts[hearing["entry"]]
        assert f"{day.month}/{day.day}/{day.year}" in text or f"{day:%B} {day.day}, {day.year}" in text


def test_nothing_happens_after_as_of(bundled: World):
    """Is no date of a record later than the day on which the truth is told?"""
    for name in ("dockets", "docket-entries", "docket-entries-earlier", "parties", "attorneys"):
        for row in bundled.rows[name]:
            for key in ("date_filed", "date_terminated", "date_last_filing", "date_created", "date_modified"):
                assert (row.get(key) or "")[:10] <= "2026-04-10", (name, key, row["id"])
    filed = [row["date_filed"] for row in bundled.rows["dockets"] if row["date_filed"]]
    assert min(filed) >= "2025-03-01"


def test_traps_are_marked(bundled: World):
    """Are there quotations of rulings, and do the marked entries exist?"""
    traps = [number for row in bundled.rows["truth"] for number in row["traps"]]
    assert len(traps) > 60
    assert any("granting" in bundled.texts[number] for number in traps)


# Names


def test_names_to_hide_and_names_to_keep_are_on_the_docket(bundled: World):
    """Is every listed form of a name somewhere on its docket, and is no kept name a hidden one?"""
    appearing: dict[int, set[str]] = {}
    for row in bundled.rows["parties"]:
        appearing.setdefault(row["party_types"][0]["docket_id"], set()).add(row["name"])
    for row in bundled.rows["attorneys"]:
        appearing[number_in(row["parties_represented"][0]["docket"])].add(row["name"])
    for row in bundled.rows["dockets"]:
        appearing.setdefault(row["id"], set()).update((row["case_name"], row["assigned_to_str"]))
    relatives = 0
    for row in bundled.rows["truth"]:
        texts = "\n".join(
            part
            for entry in bundled.entries_of(row["docket_id"])
            for part in (entry["description"], *(one["description"] for one in entry["recap_documents"]))
        )
        everything = "\n".join((texts, *appearing[row["docket_id"]]))
        hidden = [*row["privacy"]["petitioner"], *row["privacy"]["others_to_hide"]]
        kept = row["privacy"]["public"]
        assert [form for form in (*hidden, *kept) if form not in everything] == [], row["path"]
        assert not set(hidden) & set(kept)
        relatives += any(not form.startswith("A ") for form in row["privacy"]["others_to_hide"])
        if row["kind"] == "individual_detention":
            assert row["privacy"]["petitioner"], row["path"]
    assert relatives >= 3


def test_petitioners_are_of_many_languages(tmp_path: Path):
    """Are accents, apostrophes, double surnames and hyphens there to be stumbled over?"""
    fictional.write(tmp_path, dockets=400, cases=False)
    names = {name for row in read_lines(tmp_path / "truth.jsonl") for name in row["privacy"]["petitioner"]}
    for mark in ("ñ", "é", "-", "al-|El-", "ï", "ă|ỳ|ươ", "[A-ZÁÉÍÓÚ]{4} [A-ZÁÉÍÓÚ]{4}"):
        assert any(re.search(mark, name) for name in names), mark


def test_no_invented_judge_or_official_shares_a_real_judges_name(shared: Path):
    """Is nobody here called like a sitting judge?"""
    with (shared / "data" / "article-iii-judges.csv").open(encoding="utf-8-sig") as file:
        real = {(row["first_name"].strip(), row["last_name"].strip()) for row in csv.DictReader(file)}
    with (shared / "data" / "starter-dockets.csv").open(encoding="utf-8-sig") as file:
        starter = {row["assigned_to"].strip() for row in csv.DictReader(file)}
    courts = (*COURTS, *CIRCUITS)
    bench = [judge(court, seat) for court in courts for seat in range(6)]
    bench += [magistrate(court, seat) for court in courts for seat in range(2)]
    officials = [person for office in OFFICES.values() for _, person in office.holders]
    for person in (*bench, *officials):
        assert (person.given.split()[0], person.family) not in real
        assert person.family not in {last for _, last in real}
        assert person.name not in starter
    assert len({person.name for person in bench}) == len(bench)


def test_offices_change_hands():
    """Does the same office have another holder later on?"""
    assert OFFICES["dhs"].holder("2026-02-16") != OFFICES["dhs"].holder("2026-02-17")


@pytest.mark.parametrize(
    ("name", "plain"), [("Muñoz Ibáñez", "Munoz Ibanez"), ("Đặng", "Dang"), ("Keïta", "Keita"), ("Oyelowo", "Oyelowo")]
)
def test_captions_lose_accents(name: str, plain: str):
    """Does a caption spell names as clerks without accents do?"""
    assert without_accents(name) == plain


def test_slugs_are_as_courtlistener_makes_them():
    """Is a slug ASCII, in lower case and short?"""
    assert slugged("QUIÑONES IBÁÑEZ v. Warden, Old Mill et al") == "quinones-ibanez-v-warden-old-mill-et-al"


@pytest.mark.parametrize(
    ("number", "core"),
    [("0:26-cv-00871", "2600871"), ("3:25-cr-04410", "2504410"), ("26-1011", "26001011"), ("25A612", "")],
)
def test_core_numbers_are_courtlisteners(number: str, core: str):
    """Is docket_number_core made as CourtListener makes it?"""
    assert core_number(number) == core


# Cases


def test_each_story_is_one_case_file(bundled: World):
    """Is every docket that is ours in exactly one case file, named by court and number, with its linked dockets?"""
    truths = {row["docket_id"]: row for row in bundled.rows["truth"]}
    followed: Counter[int] = Counter()
    for path in (bundled.folder / "cases").glob("*.toml"):
        case = tomllib.loads(path.read_text(encoding="utf-8"))
        ids = [one["id"] for one in case["docket"]]
        followed.update(ids)
        lead = truths[ids[0]]
        assert path.stem == f"{lead['court_id']}-{lead['docket_number'].replace(':', '-')}".lower()
        assert sorted(ids[1:]) == sorted(lead["linked"])
        assert case["topic"] in TOPICS
        assert case["scope"] == "core"
        assert case["government_action"]
        assert ("why" in case) == ("title" in case) == (lead["kind"] == "impact")
        hidden = [form for number in ids for form in truths[number]["privacy"]["petitioner"]]
        assert not any(form in case.get("title", "") for form in hidden)
        assert {(one["court"], one["docket_number"]) for one in case["docket"]} == {
            (truths[number]["court_id"], truths[number]["docket_number"]) for number in ids
        }
    assert followed == Counter({number: 1 for number, row in truths.items() if row["kind"] != "not_ours"})


def test_case_files_are_free_of_mistakes(bundled: World):
    """Does the reader of case files accept every one of them?"""
    (bundled.folder / "config.toml").write_text('name = "Invented"\n', encoding="utf-8")
    site = load_site(bundled.folder)
    assert [problem for problem in site.problems if "cases" in str(problem.file)] == []
    assert len(site.cases) == len(list((bundled.folder / "cases").glob("*.toml"))) > 80


def test_appeals_know_where_they_came_from(bundled: World):
    """Does each appeal name the district docket, and the district's entry the appeal's number?"""
    appeals = [row for row in bundled.rows["dockets"] if row["original_court_info"]]
    numbers = {(row["docket_number"], row["court"]) for row in bundled.rows["dockets"]}
    assert len(appeals) >= 8
    for row in appeals:
        below = row["original_court_info"]["docket_number"]
        assert (below, row["appeal_from"]) in numbers
        assert any(row["docket_number"] in text for text in bundled.texts.values())


# The tables


def test_tables_speak_of_each_other():
    """Is every act in use and in the table, every ruling's verb known, no truth proved by what may be left out?"""
    fillers = {act for run in (*FILLERS, *IMPACT_FILLERS, *APPEAL_FILLERS) for act in run}
    assert {step.act for path in PATHS for step in path.steps} | fillers == set(ACTS)
    assert {verb for act in ACTS.values() for verb, _ in act.rulings} <= set(VERBS)
    assert {target for act in ACTS.values() for _, target in act.rulings} <= set(ACTS)
    assert len({path.name for path in PATHS}) == len(PATHS)
    for path in PATHS:
        optional = {step.act for step in path.steps if step.optional}
        for truth in path.truths.values():
            for found in (*truth.axes.values(), truth.status):
                assert (found.step or "").rpartition(".")[2] not in optional, path.name


def test_courts_are_all_there(bundled: World):
    """Are the 94 districts, the 13 circuits and the Supreme Court there, and does each district know its circuit?"""
    assert (len(COURTS), len(CIRCUITS)) == (94, 14)
    assert {court.circuit for court in COURTS.values()} < set(APPELLATE)
    assert {row["id"] for row in bundled.rows["courts"]} == {*COURTS, *CIRCUITS}
    assert set(HABITS) <= set(COURTS)
    assert {challenge.topic for challenge in CHALLENGES} == TOPICS


def test_court_rows_are_the_real_ones(shared: Path, bundled: World):
    """Are names, numbers and citations of the courts those of CourtListener?"""
    with gzip.open(shared / "courtlistener" / "dump" / "courts.jsonl.gz", "rt", encoding="utf-8") as file:
        real = {row["id"]: row for row in map(json.loads, file)}
    for row in bundled.rows["courts"]:
        for key in ("pacer_court_id", "fjc_court_id", "position", "citation_string", "jurisdiction", "start_date"):
            if key != "start_date" or row["jurisdiction"] == "F":
                assert row[key] == real[row["id"]][key], (row["id"], key)
        assert row["full_name"].rstrip(".") == real[row["id"]]["full_name"].rstrip(".")


@pytest.mark.parametrize(
    ("court", "mark"),
    [("mnd", "(Text-Only)"), ("mad", "ELECTRONIC"), ("flsd", "PAPERLESS"), ("flmd", "ENDORSED"), ("dcd", "MINUTE")],
)
def test_habits_are_by_district(court: str, mark: str):
    """Does this office mark its text-only orders in its own way?"""
    assert mark in habit(court).text_order


# Size


@pytest.mark.parametrize("dockets", [1, 2, 30, 119])
def test_any_number_of_dockets(tmp_path: Path, dockets: int):
    """Does a small run hold exactly as many dockets as asked for, with whole stories only?"""
    summary = fictional.write(tmp_path, dockets=dockets)
    truths = {row["docket_id"]: row for row in read_lines(tmp_path / "truth.jsonl")}
    assert summary.dockets == len(truths) == dockets
    assert all(set(row["linked"]) <= set(truths) for row in truths.values())


@pytest.mark.slow
def test_two_thousand_dockets_stream(tmp_path: Path):
    """Does a long run keep the wanted average, number everything once and reach the districts by weight?"""
    summary = fictional.write(tmp_path, dockets=2000, entries_per_docket=20)
    assert summary.dockets == 2000
    assert summary.cases == 0
    assert 38_000 <= summary.entries <= 42_000
    rows = read_lines(tmp_path / "dockets.jsonl")
    assert len({row["id"] for row in rows}) == 2000
    assert len({(row["court_id"], row["docket_number"]) for row in rows}) == 2000
    districts = Counter(row["court_id"] for row in rows if row["court_id"] in COURTS)
    assert len(districts) > 65
    assert all(districts[court] > 2000 / 94 for court in DISTRICTS_WITH_MOST)
    kinds = Counter(row["kind"] for row in read_lines(tmp_path / "truth.jsonl"))
    assert 0.74 < kinds["individual_detention"] / 2000 < 0.82
    assert 0.14 < kinds["impact"] / 2000 < 0.2


def test_memory_does_not_grow_with_the_run():
    """Is a story forgotten once it is written? Eight times as many need much less than eight times the memory."""
    peaks = []
    for dockets in (100, 800):
        tracemalloc.start()
        for _ in fictional.generate(dockets, entries_per_docket=20):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 3
    assert peaks[1] < 10_000_000


def test_the_command_writes_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """Does `python -m writwatch.fetch.fictional FOLDER` write it and say how much?"""
    monkeypatch.setattr("sys.argv", ["fictional", str(tmp_path), "--dockets", "3", "--seed", "5", "--no-cases"])
    runpy.run_module("writwatch.fetch.fictional", run_name="__main__")
    assert "dockets=3" in capsys.readouterr().out
    assert len(read_lines(tmp_path / "dockets.jsonl")) == 3
    assert not (tmp_path / "cases").exists()
