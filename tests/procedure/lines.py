"""`lines.txt` read: lines as clerks of many districts write them, and all that each says. Invented, every one.

A line of text, the court before it in brackets where it matters, and under it every event but dates as
`type.kind.outcome/sense`, or `-` for none. They were written down before the rules were tried on them; `test_lines`
reads them, `test_mutants` kills with them what is changed in a rule.
"""

from pathlib import Path
from typing import NamedTuple

from writwatch.render.procedure.findings import Event

DATED = {"hearing_scheduled", "hearing_held", "deadline_set", "administrative_only"}
"""Left out: dates have their own tests, and a note that moves nothing says nothing."""


class Line(NamedTuple):
    text: str
    court: str
    says: tuple[str, ...]


def _lines(written: str) -> list[Line]:
    rows = [row for row in written.splitlines() if row.strip() and not row.startswith("#")]
    found: list[Line] = []
    for text, says in zip(rows[::2], rows[1::2], strict=True):
        assert not text.startswith(" "), text
        assert says.startswith("    "), says
        court, _, rest = text[1:].partition("] ") if text.startswith("[") and "] " in text[:8] else ("mnd", "", text)
        found.append(Line(rest, court, tuple(name for name in says.split() if name != "-")))
    return found


def said(event: Event) -> str:
    outcome = "+".join(event.outcome) if isinstance(event.outcome, tuple) else event.outcome
    parts = (event.type, event.kind if "motion" in event.type else None, outcome)
    return ".".join(part for part in parts if part) + (f"/{event.sense}" if event.sense else "")


def all_said(events: tuple[Event, ...] | list[Event]) -> tuple[str, ...]:
    return tuple(sorted(said(event) for event in events if event.type not in DATED))


LINES = _lines(Path(__file__).with_name("lines.txt").read_text(encoding="utf-8"))
