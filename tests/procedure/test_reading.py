"""`read`: JSON lines in, JSON lines out, exactly as promised."""

import io
import json

import pytest
from writwatch.render import reading


def answers(*lines: str, docket: bool = False) -> list[tuple[dict, bool]]:
    return list(reading.read_lines(lines, docket))


def entry(text: str, **more: object) -> str:
    return json.dumps({"id": "e1", "court_id": "mnd", "date_filed": "2026-05-04", "description": text} | more)


def test_an_entry() -> None:
    """Is the answer in the promised shape, with the id as it came?"""
    ((row, good),) = answers(entry("ORDER granting 3 Motion for TRO. Hearing set for 5/12/2026 at 10:00 AM."))
    assert good
    assert {key: row[key] for key in ("id", "unread", "cancelled")} == {"id": "e1", "unread": False, "cancelled": False}
    assert row["events"][0] | {"rule": ""} == {
        "type": "order_on_motion",
        "kind": "tro",
        "outcome": "granted",
        "actor": "judge",
        "detail": "TRO",
        "target": [3],
        "span": [6, 31],
        "quote": "granting 3 Motion for TRO",
        "rule": "",
    }
    assert row["dates"] == [
        {
            "kind": "hearing_scheduled",
            "datetime": "2026-05-12T10:00",
            "what": "Hearing",
            "computed_from_relative_text": False,
            "span": [33, 71],
            "quote": "Hearing set for 5/12/2026 at 10:00 AM.",
            "rule": "dates.set",
        }
    ]


def test_a_short_title_is_seen() -> None:
    """Does a title without an outcome give no event?"""
    ((row, _),) = answers(entry("Order on Motion for TRO"))
    assert (row["seen"], row["events"]) == ("Order on Motion for TRO", [])


@pytest.mark.parametrize(
    ("line", "id", "sentence"),
    [
        ("{", None, "not JSON"),
        ("[1]", None, "a line must be a JSON object"),
        ('{"id": 7}', 7, "the field 'description' is missing"),
        ('{"description": "x"}', None, "the field 'id' is missing"),
        ('{"id": 7, "description": 5}', 7, "description must be text"),
        ('{"id": 7, "description": "x", "court_id": 5}', 7, "court_id must be text"),
        ('{"id": 7, "description": "x", "date_filed": "2026-02-31"}', 7, "no such date: 2026-02-31"),
    ],
)
def test_a_bad_line(line: str, id: object, sentence: str) -> None:
    """Is a bad line named with its reason, and do the others go on?"""
    (bad, good) = answers(line, entry("ORDER."))
    assert bad == ({"id": id, "error": bad[0]["error"]}, False)
    assert sentence in bad[0]["error"]
    assert good[1]


def test_null_description() -> None:
    """Is an entry without text an entry that says nothing?"""
    ((row, good),) = answers(entry("", description=None))
    assert good
    assert row["events"] == []


API_DOCKET = {
    "docket": {
        "id": 5,
        "court": "https://example.org/api/rest/v4/courts/mnd/",
        "docket_number": "0:26-cv-00100",
        "case_name": "A. v. Warden",
        "date_filed": "2026-05-01",
        "date_terminated": None,
        "nature_of_suit": "463",
        "unknown_field": [1],
    },
    "entries": [
        {
            "id": 51,
            "entry_number": 1,
            "date_filed": "2026-05-01",
            "recap_sequence_number": "2026-05-01.001",
            "description": "",
            "recap_documents": [{"id": 1, "document_number": "1", "description": "Petition for Writ of Habeas Corpus"}],
        },
        {
            "id": 52,
            "entry_number": 2,
            "date_filed": "2026-05-08",
            "recap_sequence_number": "2026-05-08.001",
            "recap_documents": [],
            "description": "ORDER granting 1 Petition. Respondents shall provide a bond hearing by May 15, 2026.",
        },
    ],
    "as_of": "2026-05-10",
    "related": [],
}


def test_a_docket() -> None:
    """Is a docket in the API's shape answered with status, axes and proof?"""
    ((row, good),) = answers(json.dumps(API_DOCKET), docket=True)
    assert good
    assert (row["docket_id"], row["status"], row["evidence"][0]) == (
        5,
        "relief_granted_final",
        {"id": 52, "entry_number": 2},
    )
    assert row["axes"]["interim"]["value"] == ["none"]
    assert row["axes"]["custody"] == {
        "value": "bond_hearing_ordered",
        "since": "2026-05-08",
        "entry": 52,
        "quote": "Respondents shall provide a bond hearing by May 15, 2026",
        "rule": "bond_hearing_ordered",
    }
    assert row["compliance_due"] == [
        {
            "kind": "compliance",
            "datetime": "2026-05-15",
            "what": "bond hearing",
            "entry": 52,
            "result": "due",
            "result_entry": None,
        }
    ]


def test_a_docket_without_a_day_is_read_to_its_last_entry() -> None:
    """Does a missing as_of mean the last entry's day, and is a docket with neither a bad line?"""
    ((row, good),) = answers(json.dumps(API_DOCKET | {"as_of": None}), docket=True)
    assert (good, row["status"]) == (True, "relief_granted_final")
    ((row, good),) = answers(json.dumps(API_DOCKET | {"as_of": None, "entries": []}), docket=True)
    assert (good, row["id"]) == (False, 5)


def test_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Is the exit status 1 at the end when a line was bad, with every other line answered?"""
    monkeypatch.setattr("sys.stdin", io.StringIO(entry("ORDER.") + "\n\n{\n" + entry("MANDATE ISSUED.") + "\n"))
    assert reading.main([]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 3
