"""What did we say on 3 February? The history of a later day against the reading of the earlier one."""

import datetime as dt
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from writwatch.fetch import fictional
from writwatch.render.procedure.course import named, said_on
from writwatch.render.procedure.facts import Docket
from writwatch.render.procedure.findings import Decision
from writwatch.render.procedure.status import read_case
from writwatch.render.reading import docket_facts

from .dockets import LATE, PETITION, docket, read

END = dt.date(2026, 4, 10)
DAYS_TRIED = 7


def same_story(case: Docket, related: tuple[Docket, ...], end: dt.date, decisions: tuple[Decision, ...] = ()) -> int:
    """Compare the history of the last day with the readings of some earlier days; how many days were compared."""
    filed = {entry.date_filed for each in (case, *related) for entry in each.entries if entry.date_filed}
    ends = {each.date_terminated for each in (case, *related) if each.date_terminated}
    known = sorted(filed | ends | {one.on for one in decisions})
    after = [day + dt.timedelta(days=gap) for day in known for gap in (0, 1, 8)]
    days = sorted({day for day in after if day <= end})
    last = read_case([case], end, related, decisions)
    for day in random.Random(case.id).sample(days, min(DAYS_TRIED, len(days))):
        then = read_case([case], day, related, decisions)
        now = {axis: named(values) for axis, values in then.axes.items()} | {"status": then.status.value}
        assert said_on(last.history, day) == now, f"docket {case.id} on {day}"
        assert tuple(change for change in last.history if change.date is None or change.date <= day) == then.history
    return len(days)


def in_api_shape(rows: list[dict], entries: list[dict]) -> dict[int, Docket]:
    by_docket: dict[int, list[dict]] = defaultdict(list)
    for entry in entries:
        by_docket[int(entry["docket"].rstrip("/").rsplit("/", 1)[-1])].append(entry)
    return {row["id"]: docket_facts(row, by_docket[row["id"]]) for row in rows}


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def stories(folder: Path, truth: Path) -> Iterator[tuple[Docket, tuple[Docket, ...]]]:
    facts = in_api_shape(lines(folder / "dockets.jsonl"), lines(folder / "docket-entries.jsonl"))
    for row in {row["docket_id"]: row for row in lines(truth)}.values():
        yield facts[row["docket_id"]], tuple(facts[number] for number in row["linked"] if number in facts)


def test_history_of_generated_dockets(tmp_path: Path) -> None:
    """On every docket of a generated world: does the history say of each day what was said on that day?"""
    fictional.write(tmp_path, dockets=120, seed=11, cases=False)
    assert sum(same_story(case, related, END) for case, related in stories(tmp_path, tmp_path / "truth.jsonl")) > 500


def test_history_of_written_dockets(shared: Path) -> None:
    """On the written dockets beside the project: the same."""
    folder = shared / "data" / "habeas-dockets-dev"
    assert sum(same_story(case, related, END) for case, related in stories(folder, folder / "expected.jsonl")) > 100


STORY = docket(
    ("5/1", PETITION),
    ("5/2", "TEMPORARY RESTRAINING ORDER. Respondents shall not remove Petitioner."),
    ("5/8", "ORDER granting 1 Petition. Respondents shall release Petitioner by May 12, 2026."),
    ("5/14", "NOTICE of Non-Compliance re 3 Order by Petitioner."),
    ("5/20", "NOTICE of Compliance by Respondents. Petitioner was released."),
    terminated="5/9",
)


def test_every_change_has_its_day_and_its_proof() -> None:
    """Are the changes of the clock there too, on the day after the day, and is each one's proof an entry?"""
    history = read(STORY).history
    clock = [(change.date, change.old, change.new) for change in history if change.axis == "compliance"]
    assert clock == [
        (dt.date(2026, 5, 8), "nothing_due", "due"),
        (dt.date(2026, 5, 13), "due", "no_report_seen"),
        (dt.date(2026, 5, 20), "no_report_seen", "reported"),
    ]
    assert [(c.date, c.new) for c in history if c.axis == "status"] == [
        (dt.date(2026, 5, 2), "relief_granted_interim"),
        (dt.date(2026, 5, 8), "relief_granted_final"),
    ]
    assert all(change.evidence and change.date for change in history)


def test_the_history_keeps_what_was_said_before_a_person_spoke() -> None:
    """A ruling taken back by hand on 5/18: do we still say granted of 5/10, and the truth of 5/18 on?"""
    wrong = Decision("reject", "An editor", dt.date(2026, 5, 18), event="habeas_ruling", docket_id=1, entry_id=1003)
    assert same_story(STORY, (), LATE, (wrong,)) > 5
    history = read(STORY, decisions=(wrong,)).history
    assert said_on(history, dt.date(2026, 5, 10))["merits"] == "granted"
    assert said_on(history, dt.date(2026, 5, 18))["merits"] == "none"


@pytest.mark.parametrize("day", ["5/1", "5/12", "5/13", "5/31"])
def test_history_with_decisions_about_axes(day: str) -> None:
    """Does a decision, and its being overtaken, leave every day as it was said?"""
    month, number = day.split("/")
    on = dt.date(2026, int(month), int(number))
    decisions = (
        Decision("correct", "An editor", on, axis="custody", value="removed"),
        Decision("confirm", "An editor", on, axis="compliance"),
        Decision("correct", "An editor", on, axis="interim", value="tro+stay_of_removal"),
        Decision("correct", "An editor", on, axis="status", value="unknown"),
    )
    assert same_story(STORY, (), LATE, decisions) > 5
