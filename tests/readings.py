"""`make readings`: the figures of the reading, over the labelled data and the whole dump beside the project, and what a
change of rules changes: events gained, lost and changed against the last commit.

The other commit's reader is exported to a temporary folder and run in a process of its own; both readings are compared
in memory and nothing is kept. What is printed of a docket is its id and a hash; its text only with --show, which is for
the operator's own terminal.
"""

import argparse
import gzip
import hashlib
import importlib.util
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

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


# Against another commit.

Row = dict[str, Any]
CHECKOUT = Path(__file__).parent.parent
SAID = ("kind", "outcome", "actor", "detail", "sense", "target", "datetime")
"""What makes an event, or a date, of one type another one. Its words and its rule may move without changing it."""

_IN_THE_EXPORT = """
import sys
import writwatch.render.reading as reading
assert reading.__file__.startswith(sys.argv[1]), reading.__file__
sys.exit(reading.main([]))
"""


class Difference(NamedTuple):
    """What one line says differently: `what` is gained, lost or changed; `old` and `new` are events without words."""

    what: str
    type: str
    line: str
    old: str
    new: str


def questions() -> dict[str, Row]:
    """Every labelled entry and every entry of the dump as `read` asks for it, by a name that is an id alone."""
    asked: dict[str, Row] = {}
    for path in sorted((SHARED / "data").glob("*-dev.jsonl")):
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            if "text" in row:
                name = f"{path.stem}:{row['id']}"
                asked[name] = question(name, row["text"], row.get("court"), row.get("date_filed"))
    courts = dump_courts()
    rows = [json.loads(line) for line in dump_lines()]
    for row, text in zip(rows, texts_of(rows), strict=True):
        name = f"dump:{row['id']}"
        asked[name] = question(name, text, courts.get(row["docket"].rstrip("/").rsplit("/", 1)[-1]), row["date_filed"])
    return asked


def dump_courts() -> dict[str, str]:
    """The court of each docket of the dump, by the docket's id as its links end with it."""
    with gzip.open(SHARED / "courtlistener" / "dump" / "dockets.jsonl.gz", "rt", encoding="utf-8") as lines:
        return {str(row["id"]): row["court_id"] for row in map(json.loads, lines)}


def question(name: str, text: str, court: str | None, day: str | None) -> Row:
    return {"id": name, "court_id": court, "date_filed": day, "description": text}


def export(commit: str, folder: Path) -> Path:
    """The package as that commit has it, to be imported from the folder that is returned. OSError without git."""
    archive = ["git", "-C", str(CHECKOUT), "archive", "--format=tar", commit, "render", "fetch"]
    done = subprocess.run(archive, capture_output=True, check=False)
    if done.returncode:
        raise OSError(done.stderr.decode(errors="replace").strip())
    package = folder / "writwatch"
    package.mkdir()
    (package / "__init__.py").touch()  # a regular package goes before the editable install's namespace
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as tar:
        tar.extractall(package, filter="data")
    return folder


def start_reading(export: Path, lines: str) -> subprocess.Popen[str]:
    """The exported reader at work on these lines, beside us."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as asked:
        asked.write(lines)
        asked.seek(0)
        command = [sys.executable, "-c", _IN_THE_EXPORT, str(export)]
        environment = os.environ | {"PYTHONPATH": str(export), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.Popen(command, stdin=asked, stdout=subprocess.PIPE, text=True, env=environment, cwd=export)


def compare_with(commit: str) -> tuple[list[Difference], dict[str, Row]]:
    """What reads differently than at that commit, and the lines that were read, by name."""
    asked = questions()
    lines = "".join(json.dumps(row) + "\n" for row in asked.values())
    with tempfile.TemporaryDirectory() as folder:
        other = start_reading(export(commit, Path(folder)), lines)
        ours = [row for row, _ in read_lines(lines.splitlines())]
        said, _ = other.communicate()
    theirs = [json.loads(line) for line in said.splitlines()]
    if len(theirs) != len(ours):
        raise OSError(f"the reader of {commit} answered {len(theirs)} of {len(ours)} lines")
    return list(compare(theirs, ours)), asked


def compare(old: Iterable[Row], new: Iterable[Row]) -> Iterator[Difference]:
    """Answers of `read` to the same lines, before and after → every event, date and mark that differs."""
    for before, after in zip(old, new, strict=True):
        for kind in ("events", "dates"):
            yield from differences(before["id"], said_of(before, kind), said_of(after, kind))
        for mark in ("unread", "cancelled", "seen"):
            had, has = bool(before.get(mark)), bool(after.get(mark))
            if had != has:
                yield Difference("gained" if has else "lost", f"({mark})", before["id"], "", "")


def said_of(answer: Row, kind: str) -> Counter[tuple[str, str]]:
    """(type, everything else it says) of each event; a date's type is its kind."""
    found: Counter[tuple[str, str]] = Counter()
    for one in answer.get(kind, ()):
        name = one["type"] if kind == "events" else f"date {one['kind']}"
        keys = SAID if kind == "events" else SAID[1:]
        found[name, " ".join(f"{key}={one[key]}" for key in keys if one.get(key) is not None)] += 1
    return found


def differences(line: str, old: Counter[tuple[str, str]], new: Counter[tuple[str, str]]) -> Iterator[Difference]:
    """Of one line: events that are only in one of the two; a pair of one type is one event that changed."""
    lost, gained = sorted((old - new).elements()), sorted((new - old).elements())
    for name, was in lost:
        if pair := next((each for each in gained if each[0] == name), None):
            gained.remove(pair)
            yield Difference("changed", name, line, was, pair[1])
        else:
            yield Difference("lost", name, line, was, "")
    for name, now in gained:
        yield Difference("gained", name, line, "", now)


def fingerprint(text: str) -> str:
    """Tells whether two runs speak of the same words, and nothing about them."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def tell(found: list[Difference], asked: dict[str, Row], limit: int, show: bool) -> Iterator[str]:
    """Counts by type, then the lines by id and hash; with `show`, what they say."""
    counts = Counter((each.type, each.what) for each in found)
    yield f"{'against the other commit':48}gained  lost  changed"
    for name in sorted({each.type for each in found}):
        gained, lost, changed = (counts[name, what] for what in ("gained", "lost", "changed"))
        yield f"  {name:46}{gained:6}{lost:6}{changed:9}"
    if found:
        yield 'Say in CHANGELOG.md, under "Readings changed", what this means for readers of the pages.'
    else:
        yield "  nothing reads differently"
    for each in found[:limit]:
        text = asked[each.line]["description"]
        change = " → ".join(filter(None, (each.old, each.new)))
        yield f"{each.what:8}{each.type}  {printable(each.line)}  {fingerprint(text)}" + (f"  {change}" if show else "")
        if show:
            yield f"        {printable(text)[:400]}"
    if len(found) > limit:
        yield f"… and {len(found) - limit} more (--limit)"


def printable(text: str) -> str:
    """Nothing that a terminal would obey."""
    return "".join(c if c.isprintable() else " " for c in text)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rules", action="store_true", help="how often each rule fires over the dump")
    parser.add_argument("--against", default="HEAD", metavar="COMMIT", help="compare with this commit's rules [HEAD]")
    parser.add_argument("--limit", type=int, default=40, help="how many differing lines to name [40]")
    parser.add_argument("--show", action="store_true", help="with their docket text: for your own terminal only")
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
    try:
        found, asked = compare_with(arguments.against)
    except OSError as error:
        print(f"no comparison   {error}")
    else:
        print("\n".join(tell(found, asked, arguments.limit, arguments.show)))
    if arguments.rules:
        fired = Counter(event.rule for one in read for event in one.events)
        for rule in RULES:
            print(f"{fired[rule.name]:6} {rule.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
