"""The bundled fictional data: a seed in, a folder of JSON lines in the API's own shape out, the same byte for byte.

Nobody in it exists; docket ids from 900,000,000 are fictional (`FICTIONAL_DOCKET_IDS`). Rows are written story by
story, so that 20,000 dockets with 400,000 entries need no more memory than 120.

    python -m writwatch.fetch.fictional FOLDER --dockets 120 --seed 1

Files: dockets, docket-entries (with their documents), docket-entries-earlier (rows as first seen, same ids), parties,
attorneys, courts, originating-court-information, people and positions (empty), truth (what the generator meant by each
docket) and cases/SLUG.toml, one file a story that an editor would follow.
"""
import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from .clerk import Due
from .dice import Dice
from .paths import AXES, Found
from .rows import FIRST_DOCKET, Row, Rows, court_rows
from .stories import Story, Teller, Told

FICTIONAL_DOCKET_IDS = range(900_000_000, 1_000_000_000)
AS_OF = dt.date(2026, 4, 10)
"""The day on which the truth is told; nothing in the data is later, but hearings and days when something is due."""

FILES = (
    "dockets", "docket-entries", "docket-entries-earlier", "parties", "attorneys", "courts",
    "originating-court-information", "people", "positions", "truth",
)  # fmt: skip


class Summary(NamedTuple):
    """What was written."""

    dockets: int
    entries: int
    earlier: int
    documents: int
    parties: int
    attorneys: int
    cases: int


def generate(
    dockets: int = 120, *, seed: int = 1, as_of: dt.date = AS_OF, entries_per_docket: float | None = None
) -> Iterator[tuple[Story, dict[str, list[Row]]]]:
    """Story after story with its rows by file name. `entries_per_docket`: the wanted average, else as stories need."""
    teller = Teller(seed, as_of, entries_per_docket, FIRST_DOCKET)
    # Rows have dice of their own: a new key in a row leaves every story as it was.
    rows = Rows(Dice(seed + 1_000_003), as_of)
    for story in teller.stories(dockets):
        yield story, _rows_of(story, rows, as_of)


def write(
    folder: Path, *, dockets: int = 120, seed: int = 1, entries_per_docket: float | None = None,
    cases: bool | None = None,
) -> Summary:  # fmt: skip
    """Writes the files into `folder` (made if need be) and says how much it was.

    `cases`: whether case files are written; unless said, for a thousand dockets at most.
    """
    cases = dockets <= 1000 if cases is None else cases
    folder.mkdir(parents=True, exist_ok=True)
    counts: Counter[str] = Counter()
    with ExitStack() as stack:
        files = {name: stack.enter_context(_opened(folder / f"{name}.jsonl")) for name in FILES}
        _write_rows(files["courts"], list(court_rows()))
        for story, rows in generate(dockets, seed=seed, entries_per_docket=entries_per_docket):
            for name, some in rows.items():
                _write_rows(files[name], some)
                counts[name] += len(some)
            counts["documents"] += sum(len(row["recap_documents"]) for row in rows["docket-entries"])
            counts["cases"] += _write_case(folder / "cases", story) if cases else 0
    return Summary(
        counts["dockets"], counts["docket-entries"], counts["docket-entries-earlier"], counts["documents"],
        counts["parties"], counts["attorneys"], counts["cases"],
    )  # fmt: skip


def _opened(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="\n")


_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def _write_rows(file: TextIO, rows: list[Row]) -> None:
    file.writelines(f"{_ENCODE(row)}\n" for row in rows)


def _rows_of(story: Story, rows: Rows, as_of: dt.date) -> dict[str, list[Row]]:
    """All rows of a story by file name."""
    made: dict[str, list[Row]] = {name: [] for name in FILES if name not in ("courts", "people", "positions")}
    ids: dict[str, list[int]] = {}
    for told in story.dockets:
        pairs = list(rows.entries(told))
        entries = [row for row, _ in pairs]
        created, modified = entries[0]["date_created"], max(row["date_modified"] for row in entries)
        ids[told.desk.part] = [row["id"] for row in entries]
        origin = rows.origin(story, told, created)
        parties, attorneys = rows.parties(told, created)
        made["dockets"].append(rows.docket(told, created, modified, origin))
        made["docket-entries"] += entries
        made["docket-entries-earlier"] += [first for _, first in pairs if first]
        made["originating-court-information"] += [origin] if origin else []
        made["parties"] += parties
        made["attorneys"] += attorneys
    made["truth"] = [_truth_row(story, told, ids, as_of) for told in story.dockets]
    return made


# What the generator meant


def _truth_row(story: Story, told: Told, ids: dict[str, list[int]], as_of: dt.date) -> Row:
    """The truth of one docket at the end of `as_of`; evidence is docket-entry ids, also of linked dockets."""

    def proven(found: Found) -> dict[str, Any]:
        return {"value": found.value, "evidence": _evidence(found, story, told, ids)}

    own = ids[told.desk.part]
    return {
        "docket_id": told.id,
        "court_id": told.desk.court_id,
        "docket_number": told.number,
        "case_name": told.case_name,
        "kind": told.path.kind,
        "path": told.path.name,
        "part": told.desk.part,
        "topic": story.cast.challenge.topic,
        "as_of": str(as_of),
        "axes": {axis: proven(told.truth.axes[axis]) for axis in AXES},
        "status": proven(told.truth.status),
        "acceptable_alternative": {axis: list(values) for axis, values in told.truth.alternatives.items()},
        "hearings_to_come": _hearings(told, own, as_of),
        "compliance_due": _compliance(story, told, ids, as_of),
        "linked": [other.id for other in story.dockets if other.id != told.id],
        "traps": [number for number, entry in zip(own, told.entries, strict=True) if entry.trap],
        "privacy": {
            "petitioner": list(told.hide), "others_to_hide": list(told.others_to_hide), "public": list(told.keep),
        },
    }  # fmt: skip


def _evidence(found: Found, story: Story, told: Told, ids: dict[str, list[int]]) -> list[int]:
    if found.step is None:
        return []
    part, _, act = found.step.rpartition(".")
    if told.desk.part and not part:
        raise LookupError(f"{told.path.name}: {found.step} must name its docket")
    return [_last(act, next(other for other in story.dockets if other.desk.part == part), ids[part])]


def _last(act: str, told: Told, own: list[int]) -> int:
    """The id of the docket's last entry of this act."""
    return next(number for number, entry in zip(reversed(own), reversed(told.entries), strict=True) if entry.act == act)


def _hearings(told: Told, own: list[int], as_of: dt.date) -> list[Row]:
    hearing = told.hearing
    if hearing is None or hearing.day <= as_of:
        return []
    return [{"datetime": hearing.moment, "hearing": hearing.what, "entry": _last(hearing.act, told, own)}]


def _compliance(story: Story, told: Told, ids: dict[str, list[int]], as_of: dt.date) -> list[Row]:
    """What the docket's orders made due and what came of it."""
    proof = _evidence(told.truth.axes["compliance"], story, told, ids)
    own = ids[told.desk.part]
    found: list[Row] = []
    for due in told.dues:
        result = _result(due, told, as_of)
        answered = [_last("certificate", told, own)] if due.act in REMEDIES and result == "reported" else proof
        entry = answered[0] if result in ("reported", "violation_found") and answered else None
        found.append(
            {
                "date": str(due.day), "what": due.what, "entry": _last(due.act, told, own), "result": result,
                "result_entry": entry,
            }
        )  # fmt: skip
    return found


REMEDIES = ("violation", "violation_class", "contempt")
"""Orders that find a breach and make something new due."""


def _result(due: Due, told: Told, as_of: dt.date) -> str:
    """due, reported, no_report_seen, violation_found, stayed or vacated."""
    compliance = told.truth.axes["compliance"].value
    if due.act in REMEDIES:
        late = "due" if due.day >= as_of else "no_report_seen"
        return "reported" if compliance == "cured" else late
    if compliance == "nothing_due":
        return "vacated" if told.desk.has("reconsider_deny") else "stayed"
    return "violation_found" if compliance == "cured" else compliance


# The cases an editor would follow


def _write_case(folder: Path, story: Story) -> int:
    """One file for the story's dockets; none for a story that is not ours. Returns how many were written."""
    if story.path.kind == "not_ours":
        return 0
    folder.mkdir(exist_ok=True)
    lead = story.dockets[0]
    slug = f"{lead.desk.court_id}-{lead.number.replace(':', '-')}".lower()
    (folder / f"{slug}.toml").write_text(_case_file(story), encoding="utf-8", newline="\n")
    return 1


def _case_file(story: Story) -> str:
    """A case file; a title only where everybody named in it is an organisation."""
    challenge, impact = story.cast.challenge, story.path.kind == "impact"
    known = {
        "title": f"{story.cast.organisations[0]} v. {_agency(story)}" if impact else "",
        "topic": challenge.topic,
        "why": challenge.why if impact else "",
        "scope": "core",
        "government_action": challenge.government_action,
    }
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in known.items() if value]
    for told in story.dockets:
        lines += [
            "", "[[docket]]", f"id = {told.id}", f'court = "{told.desk.court_id}"', f'docket_number = "{told.number}"',
        ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _agency(story: Story) -> str:
    """The agency sued, or the department of the first official."""
    against = story.dockets[0].desk.respondents
    return next((one.name for one in against if not one.extra_info), "U.S. Department of Justice")
