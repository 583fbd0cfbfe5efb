"""JSON lines in, JSON lines out: `writwatch read`, and `writwatch read --docket`.

In: {id, court_id, date_filed, description}; out: {id, unread, cancelled, seen?, events, dates}. With `docket`, in:
{docket, entries, as_of, related} in the API's shape; out: status, axes, evidence, hearings, due dates, links. A bad
line gives {id, error} and the others go on.
"""

import datetime as dt
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from .procedure.events import read_entry
from .procedure.facts import Docket, Document, Entry, OriginatingCourt, Party, in_court_order
from .procedure.findings import CaseReading, Event, FoundDate, Link, Reading, Scheduled, Value
from .procedure.status import read_case

Row = dict[str, Any]


class LineError(ValueError):
    """What is wrong with one line, as a sentence."""


def read_lines(lines: Iterable[str], docket: bool = False) -> Iterator[tuple[Row, bool]]:
    """Each non-blank line's answer and whether it is good; a bad one is {id, error}, and the others go on."""
    for line in lines:
        if not line.strip():
            continue
        row: Any = None
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise LineError("a line must be a JSON object")
            asked = _docket_asked(row) if docket else _entry_asked(row)
        except (LineError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            yield {"id": _id_of(row), "error": _sentence(error)}, False
        else:
            yield asked(), True


def _id_of(row: Any) -> Any:
    if not isinstance(row, dict):
        return None
    return row.get("id", row.get("docket", {}).get("id") if isinstance(row.get("docket"), dict) else None)


def _sentence(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg} at character {error.pos}"
    if isinstance(error, KeyError):
        return f"the field {error} is missing"
    return str(error) or type(error).__name__


# --- entries ---------------------------------------------------------------------------------------------------------


def _entry_asked(row: Row) -> Callable[[], Row]:
    """One entry's question, checked. The id may be any JSON value and comes back as it was."""
    description = row["description"]
    if description is not None and not isinstance(description, str):
        raise LineError("description must be text")
    court = row.get("court_id")
    if court is not None and not isinstance(court, str):
        raise LineError("court_id must be text")
    entry = Entry(0, 0, court or "", None, "", _date(row.get("date_filed")), description or "")
    name = row["id"]
    return lambda: {"id": name, **reading_row(read_entry(entry))}


def reading_row(reading: Reading) -> Row:
    row: Row = {"unread": reading.unread, "cancelled": reading.cancelled}
    if reading.seen is not None:
        row["seen"] = reading.seen
    return row | {
        "events": [event_row(event) for event in reading.events],
        "dates": [date_row(date) for date in reading.dates],
    }


def event_row(event: Event) -> Row:
    row: Row = {"type": event.type}
    for name in ("kind", "outcome", "actor", "detail", "sense"):
        value = getattr(event, name)
        if value is not None:
            row[name] = list(value) if isinstance(value, tuple) else value
    if event.targets:
        row["target"] = list(event.targets)
    return row | {"span": list(event.span), "quote": event.quote, "rule": event.rule}


def date_row(date: FoundDate) -> Row:
    row: Row = {"kind": date.kind, "datetime": date.datetime}
    for name in ("tz", "what"):
        if (value := getattr(date, name)) is not None:
            row[name] = value
    return row | {
        "computed_from_relative_text": date.computed_from_relative_text,
        "span": list(date.span),
        "quote": date.quote,
        "rule": date.rule,
    }


# --- dockets ---------------------------------------------------------------------------------------------------------


def _docket_asked(row: Row) -> Callable[[], Row]:
    """One docket's question, checked, its related dockets in view."""
    as_of = _date(row.get("as_of")) or _last_day(row)
    lead = docket_facts(row["docket"], _entries(row))
    related = [docket_facts(other["docket"], _entries(other)) for other in row.get("related") or []]
    return lambda: case_row(read_case([lead], as_of, related))


def case_row(case: CaseReading) -> Row:
    return {
        "docket_id": case.docket_id,
        "kind": case.kind,
        "kind_reason": case.kind_reason,
        "status": case.status.value,
        "axes": {axis: _axis_row(axis, values) for axis, values in case.axes.items()},
        "evidence": [{"id": one.entry_id, "entry_number": one.entry_number} for one in case.evidence],
        "hearings_to_come": [_scheduled_row(one) for one in case.hearings_to_come],
        "compliance_due": [_scheduled_row(one) for one in case.compliance_due],
        "linked": list(case.linked),
        "links": [_link_row(link) for link in case.links],
        "unread": [{"id": one.entry_id, "entry_number": one.entry_number, "quote": one.quote} for one in case.unread],
        "conflicts": [
            {"axis": one.axis, "sentence": one.sentence, "entries": [e.entry_id for e in one.evidence]}
            for one in case.conflicts
        ],
    }


def _axis_row(axis: str, values: tuple[Value, ...]) -> Row:
    first = values[0]
    row: Row = {"value": [value.value for value in values] if axis == "interim" else first.value}
    row["since"] = first.since.isoformat() if first.since else None
    if first.confidence != "read":
        row["confidence"] = first.confidence
    evidence = first.evidence
    return row | {
        "entry": evidence.entry_id if evidence else None,
        "quote": evidence.quote if evidence else None,
        "rule": evidence.rule if evidence else None,
    }


def _link_row(link: Link) -> Row:
    """A tie to another docket: "proposed" where it is only likely."""
    row: Row = {"docket_id": link.docket_id, "kind": link.kind, "why": link.why, "proposed": link.proposed}
    row["since"] = link.since.isoformat() if link.since else None
    return row | {"entry": link.evidence.entry_id if link.evidence else None}


def _scheduled_row(one: Scheduled) -> Row:
    row: Row = {"kind": one.kind, "datetime": one.datetime, "what": one.what, "entry": one.evidence.entry_id}
    if one.result is not None:
        row["result"] = one.result
        row["result_entry"] = one.result_evidence.entry_id if one.result_evidence else None
    if one.term:
        row["term"] = one.term
    if one.moved_from:
        row["moved_from"] = list(one.moved_from)
    if one.timezone:
        row["timezone"] = one.timezone
    return row


def docket_facts(docket: Row, entries: list[Row]) -> Docket:
    """API objects → facts. Unknown fields are let alone; what is missing is blank."""
    number = docket["id"]
    if not isinstance(number, int):
        raise LineError("docket.id must be a number")
    court = docket.get("court_id") or str(docket.get("court") or "").rstrip("/").rsplit("/", 1)[-1]
    facts = [entry_facts(entry, number, court) for entry in entries]
    origin = docket.get("original_court_info")
    return Docket(
        number,
        court,
        docket.get("docket_number") or "",
        docket.get("case_name") or "",
        _date(docket.get("date_filed")),
        _date(docket.get("date_terminated")),
        _date(docket.get("date_last_filing")),
        docket.get("nature_of_suit") or "",
        docket.get("cause") or "",
        docket.get("assigned_to_str") or "",
        docket.get("referred_to_str") or "",
        docket.get("panel_str") or "",
        docket.get("jurisdiction_type") or "",
        str(docket.get("appeal_from") or docket.get("appeal_from_str") or "").rstrip("/").rsplit("/", 1)[-1],
        OriginatingCourt(
            origin.get("docket_number") or "", origin.get("assigned_to_str") or "", _date(origin.get("date_filed"))
        )
        if isinstance(origin, dict)
        else None,
        in_court_order(facts),
        tuple(
            Party(
                party.get("id") or 0,
                number,
                party.get("name") or "",
                tuple(t.get("name") or "" for t in party.get("party_types") or []),
            )
            for party in docket.get("parties") or []
        ),
    )


def entry_facts(entry: Row, docket_id: int, court_id: str) -> Entry:
    documents = tuple(
        Document(
            document.get("id") or 0,
            str(document.get("document_number") or ""),
            document.get("attachment_number"),
            document.get("description") or "",
            document.get("is_available"),
            document.get("is_sealed"),
        )
        for document in entry.get("recap_documents") or []
    )
    return Entry(
        entry["id"],
        docket_id,
        court_id,
        entry.get("entry_number"),
        entry.get("recap_sequence_number") or "",
        _date(entry.get("date_filed")),
        entry.get("description") or "",
        documents,
    )


def _date(value: Any) -> dt.date | None:
    if value in (None, ""):
        return None
    if not isinstance(value, str):
        raise LineError(f"a date must be text, not {value!r}")
    try:
        return dt.date.fromisoformat(value[:10])
    except ValueError:
        raise LineError(f"no such date: {value}") from None


def _entries(row: Row) -> list[Row]:
    entries = row.get("entries") or []
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise LineError("entries must be a list of objects")
    return entries


def _last_day(row: Row) -> dt.date:
    days = [day for entry in _entries(row) if (day := _date(entry.get("date_filed")))]
    if not days:
        raise LineError("as_of is missing and no entry has a date")
    return max(days)


def main(arguments: list[str]) -> int:
    """Standard input to standard output; 1 if a line was bad."""
    good = True
    if isinstance(sys.stdin, io.TextIOWrapper):  # bytes that are no UTF-8 spoil their own line alone
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    for row, fine in read_lines(sys.stdin, docket="--docket" in arguments):
        good &= fine
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
