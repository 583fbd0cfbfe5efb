"""`make readings`: the figures of the reading, over the labelled data and the whole dump beside the project.

Prints a table; keeps nothing. For every change of rules: which events were gained, lost and changed against another
commit is to stand here too (`compare`), by ids and hashes of findings only, never by text.
"""

import argparse
import gzip
import importlib.util
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from types import ModuleType

from writwatch.render.procedure.events import read_text
from writwatch.render.procedure.rules import RULES
from writwatch.render.reading import read_lines

SHARED = Path(os.environ.get("WRITWATCH_SHARED", Path(__file__).parent.parent.parent / "shared"))


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_readings", SHARED / "tools" / "score_readings.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.run = ask  # type: ignore[attr-defined]
    return module


def ask(command: list[str], lines: Iterable[dict]) -> list[dict]:
    return [row for row, _ in read_lines((json.dumps(line) for line in lines), docket="--docket" in command)]


def figures(score: ModuleType) -> Iterator[tuple[str, dict[str, float]]]:
    """(data, {figure: value}) for each labelled set."""
    data = SHARED / "data"
    for half in ("gold", "habeas"):
        found: dict[str, float] = {}
        score.score_entries(score.rows_of(str(data / f"{half}-entries-dev.jsonl")), [], False, found)
        score.score_dates(score.rows_of(str(data / f"{half}-dates-dev.jsonl")), [], False, found)
        yield half, found
    for name, rows, dump in (
        ("gold cases", "gold-cases-dev.jsonl", SHARED / "courtlistener" / "dump"),
        ("habeas dockets", "habeas-dockets-dev/expected.jsonl", data / "habeas-dockets-dev"),
    ):
        found = {}
        score.score_cases(score.rows_of(str(data / rows)), str(dump), ["--docket"], False, found)
        yield name, found
    found = {}
    score.count_unread(str(SHARED / "courtlistener" / "dump"), [], False, found)
    yield "dump", found


def dump_lines() -> list[str]:
    with gzip.open(SHARED / "courtlistener" / "dump" / "docket-entries.jsonl.gz", "rt", encoding="utf-8") as lines:
        return list(lines)


def texts_of(rows: list[dict]) -> list[str]:
    return [
        row["description"] or "; ".join(d["description"] for d in row["recap_documents"] if d["description"])
        for row in rows
    ]


def speed(lines: list[str]) -> tuple[float, float]:
    """Seconds to read all, and how many times as long as json.loads takes on the same rows."""
    begun = time.perf_counter()
    rows = [json.loads(line) for line in lines]
    parsed = time.perf_counter() - begun
    texts = texts_of(rows)
    begun = time.perf_counter()
    for text in texts:
        read_text(text)
    taken = time.perf_counter() - begun
    return taken, taken / parsed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rules", action="store_true", help="how often each rule fires over the dump")
    arguments = parser.parse_args()
    if not SHARED.is_dir():
        print(f"no labelled data: {SHARED} is not there (WRITWATCH_SHARED names it)")
        return 0
    silent = StringIO()
    with redirect_stdout(silent):
        table = list(figures(scorer()))
    for name, found in table:
        print(f"{name:16}" + "  ".join(f"{figure} {value:.3f}" for figure, value in sorted(found.items())))
    lines = dump_lines()
    texts = texts_of([json.loads(line) for line in lines])
    read = [read_text(text) for text in texts]
    taken, ratio = speed(lines)
    kinds = {
        "unread": sum(one.unread for one in read),
        "seen": sum(one.seen is not None for one in read),
        "cancelled": sum(one.cancelled for one in read),
    }
    print(f"dump            {len(texts)} entries, " + ", ".join(f"{count} {kind}" for kind, count in kinds.items()))
    print(f"speed           {len(texts) / taken:.0f} entries a second, {ratio:.0f} times json.loads")
    if arguments.rules:
        fired = Counter(event.rule for one in read for event in one.events)
        for rule in RULES:
            print(f"{fired[rule.name]:6} {rule.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
