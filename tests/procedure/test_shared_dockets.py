"""The written dockets beside the project: due dates, hearings, links and kinds, which the scorer does not count."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from writwatch.render.procedure.findings import CaseReading
from writwatch.render.procedure.status import read_case

from .test_history import in_api_shape, lines

Read = tuple[dict, CaseReading]


@pytest.fixture(scope="module")
def dockets(shared: Path) -> list[Read]:
    """Every labelled row with its reading."""
    folder = shared / "data" / "habeas-dockets-dev"
    facts = in_api_shape(lines(folder / "dockets.jsonl"), lines(folder / "docket-entries.jsonl"))
    found = []
    for row in lines(folder / "expected.jsonl"):
        related = [facts[number] for number in row["linked"] if number in facts]
        found.append((row, read_case([facts[row["docket_id"]]], dt.date.fromisoformat(row["as_of"]), related)))
    return found


def due(row: dict, case: CaseReading) -> tuple:
    labelled = sorted((one["date"] or "", one["result"]) for one in row["compliance_due"])
    return labelled, sorted((one.datetime, one.result) for one in case.compliance_due)


def hearings(row: dict, case: CaseReading) -> tuple:
    labelled = sorted(one.get("datetime") or one.get("date") for one in row["hearings_to_come"])
    return labelled, sorted(one.datetime for one in case.hearings_to_come)


def linked(row: dict, case: CaseReading) -> tuple:
    return sorted(row["linked"]), sorted(case.linked)


def kind(row: dict, case: CaseReading) -> tuple:
    ours = row["kind"] != "not_ours"
    return (row["kind"], case.kind) if ours else (True, case.kind not in {"individual_detention", "impact"})


def unsaid(row: dict, case: CaseReading) -> tuple:
    """None of these dockets contradicts itself."""
    return (), case.conflicts


@pytest.mark.parametrize("part", [due, hearings, linked, kind, unsaid])
def test_what_the_labels_say(dockets: list[Read], part: Callable[[dict, CaseReading], tuple]) -> None:
    """Does the reading of each docket on each day agree with its label?"""
    differ = {
        f"{row['docket_id']} {row['as_of']}": json.dumps([labelled, read], default=str)
        for row, case in dockets
        for labelled, read in [part(row, case)]
        if labelled != read
    }
    assert differ == {}
