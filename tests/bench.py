"""`make bench`: speed and memory, as ratios within one run. Not a test: a busy machine would fail it.

Writes invented dockets, fetches them from the sandbox, reads them, publishes them, builds the pages, and says what each
took beside something everybody knows. `--dockets N` for another size. `--only scale` counts every measure with pandas
and with DuckDB over 20,000 and 400,000 dockets, `--only bulk` filters a generated bulk file of five million rows,
`--only site` builds the site of 20,000 cases beside Hugo, Pelican and Eleventy, as far as they are here.
"""
import argparse
import datetime as dt
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import requests
from bench_scale import bench_bulk, bench_measures
from bench_site import bench_site
from writwatch.fetch import fictional
from writwatch.fetch.courtlistener import CourtListener
from writwatch.fetch.database import open_store
from writwatch.fetch.quota import Ledger
from writwatch.fetch.sandbox import serve
from writwatch.fetch.store import start_run
from writwatch.fetch.sync import Wanted, sync
from writwatch.render import PACKAGED, exit_scan, privacy, store
from writwatch.render.build import build, own_words
from writwatch.render.casebook import notes
from writwatch.render.cases import Case, DocketRef
from writwatch.render.languages import texts
from writwatch.render.pages import ENGLISH, MethodFacts, SiteLook
from writwatch.render.pooled import processors
from writwatch.render.procedure import rules, status
from writwatch.render.procedure.events import read_entry
from writwatch.render.procedure.facts import Entry
from writwatch.render.published import PublishedCase

HOSTILE = {
    "a million letters": lambda n: "ORDER granting " + "a" * n,
    "nested brackets": lambda n: "ORDER " + "(" * (n // 2) + ")" * (n // 2),
    "one motion after another": lambda n: "ORDER granting 3 Motion to Stay; " * (n // 33),
    "control characters": lambda n: "ORDER \x07\x1b[2J denying " * (n // 22),
    "right-to-left marks": lambda n: "\u202eORDER\u202c granting " * (n // 17),
}


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    done = work()
    return done, time.perf_counter() - start


def peak() -> float:
    """MB this process has needed at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def say(what: str, figure: str, beside: str = "") -> None:
    print(f"{what:<42} {figure:>22}   {beside}", flush=True)


def bench_start() -> None:
    """`writwatch --help`, beside a Python that does nothing; the middle of eleven runs each, in turn."""
    taken: dict[str, list[float]] = {"-c pass": [], "-m writwatch.render.cli --help": []}
    for words, seconds in list(taken.items()) * 11:
        command = [sys.executable, *words.split()]
        seconds.append(timed(lambda command=command: subprocess.run(command, check=True, capture_output=True))[1])
    nothing, ours = (statistics.median(seconds) for seconds in taken.values())
    say("writwatch --help", f"{ours:.2f} s")
    say("  ÷ python -c pass", f"{ours / nothing:.1f}", f"python: {nothing:.2f} s")


def bench_generation(folder: Path, dockets: int) -> None:
    summary, seconds = timed(lambda: fictional.write(folder, dockets=dockets, cases=False))
    say("dockets invented", f"{seconds:.1f} s", f"{summary.dockets:,} dockets, {summary.entries:,} entries")


def bench_fetch(folder: Path, work: Path, most: int) -> list[int]:
    """The real client against the sandbox, beside asking for the same pages and throwing them away."""
    with (folder / "dockets.jsonl").open(encoding="utf-8") as lines:
        ids = [json.loads(line)["id"] for line, _ in zip(lines, range(most), strict=False)]
    engine = open_store(str(work / "bench.db"))
    with serve(folder, throttle="none") as server:
        ledger = Ledger(engine, "bench", run_id=start_run(engine, "bench", dt.datetime.now(dt.UTC)))
        client = CourtListener(server.url, "bench", ledger)
        report, ours = timed(lambda: sync(client, engine, [Wanted(number) for number in ids]))
        asked = [logged.path for logged in server.requests]
        root = server.url.partition("/api/")[0]
        session = requests.Session()
        session.headers["Authorization"] = "Token other"
        _, plain = timed(lambda: [session.get(root + path, timeout=60).content for path in asked])
    engine.dispose()
    say("fetched and kept", f"{ours:.1f} s", f"{len(ids):,} dockets, {report.requests:,} requests")
    say("  ÷ the same requests, thrown away", f"{ours / plain:.2f}", f"plain: {plain:.1f} s")
    return ids


def entries_of(folder: Path) -> Iterator[tuple[bytes, dict[str, Any]]]:
    with (folder / "docket-entries.jsonl").open("rb") as lines:
        for line in lines:
            yield line, json.loads(line)


def entry_of(row: dict[str, Any]) -> Entry:
    filed = row["date_filed"] and dt.date.fromisoformat(row["date_filed"])
    text = row["description"] or "; ".join(d["description"] for d in row["recap_documents"] if d["description"])
    return Entry(row["id"], 1, "mnd", row["entry_number"], row["recap_sequence_number"], filed, text)


def bench_reading(folder: Path) -> None:
    """Events, dates and evidence of every entry, beside json.loads of the same rows."""
    lines = (folder / "docket-entries.jsonl").read_bytes().splitlines()
    _, loading = timed(lambda: [None for line in lines if json.loads(line) is None])
    before = peak()
    _, reading = timed(lambda: [None for line in lines if read_entry(entry_of(json.loads(line))) is None])
    say("entries read, with evidence", f"{reading - loading:.1f} s", f"{len(lines):,} entries")
    say("  ÷ json.loads of the same rows", f"{(reading - loading) / loading:.2f}", f"json.loads: {loading:.1f} s")
    say("  memory on top", f"{peak() - before:.0f} MB")


def bench_hostile() -> None:
    """Ten times the text: about ten times the time?"""
    for name, make in HOSTILE.items():
        short, long = (entry_of(row(make(size))) for size in (100_000, 1_000_000))
        _, first = timed(lambda entry=short: read_entry(entry))
        _, second = timed(lambda entry=long: read_entry(entry))
        say(f"{name}, × 10", f"× {second / first:.1f}", f"{second:.2f} s for a million characters")


def row(text: str) -> dict[str, Any]:
    return {
        "id": 1,
        "entry_number": 1,
        "recap_sequence_number": "2026-01-05.001",
        "date_filed": "2026-01-05",
        "description": text,
        "recap_documents": [],
    }


def bench_pages(work: Path, ids: list[int]) -> None:
    """The whole render, and what part of it reading and privacy take; then the last look for names, by itself."""
    engine, forms = open_store(str(work / "bench.db")), exit_scan.Forms()
    spent = {"store": 0.0, "reading": 0.0, "privacy": 0.0}

    def published() -> Iterator[PublishedCase]:
        dockets = store.read_dockets(engine, ids)
        while True:
            docket, seconds = timed(lambda: next(dockets, None))
            spent["store"] += seconds
            if docket is None:
                return
            reading, seconds = timed(lambda docket=docket: status.read_case([docket], fictional.AS_OF))
            spent["reading"] += seconds
            case = Case(f"docket-{docket.id}", "", "detention", "", "core", "", None, (DocketRef(docket.id),))
            policy, seconds = timed(lambda: privacy.policy_for(notes(case), [docket], reading.kind))  # noqa: B023
            spent["privacy"] += seconds
            shown, seconds = timed(lambda: privacy.publish(notes(case), [docket], reading, (), policy))  # noqa: B023
            spent["privacy"] += seconds
            forms.add(exit_scan.protects(case.slug, policy, [docket], shown))
            if shown:
                yield shown

    noon = dt.datetime.combine(fictional.AS_OF, dt.time(12), dt.UTC)
    method = MethodFacts(rules.RULES, status.STATUS_TABLE, status.AXES)
    report, seconds = timed(lambda: build(published(), SiteLook(fictional=True), work / "public", noon, method=method))
    say("pages built", f"{seconds:.1f} s", f"{report.pages:,} pages, {report.bytes / 1e6:.0f} MB")
    for name, part in spent.items():
        say(f"  of which {name}", f"{part / seconds:.0%}")
    engine.dispose()
    own = list(chain(own_words(SiteLook(fictional=True), method, [PACKAGED]), texts(ENGLISH)))
    for hands in dict.fromkeys((1, processors())):
        _, looking = timed(lambda hands=hands: exit_scan.check(work / "public", forms, own, processes=hands))
        say(f"looked through for names, {hands} at work", f"{looking:.1f} s", f"{looking / seconds:.0%} of the build")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dockets", type=int, default=2_000)
    parser.add_argument("--fetched", type=int, default=500, help="how many of them go through the client and the pages")
    parser.add_argument("--only", choices=["scale", "bulk", "site"], help="what a plain run leaves out")
    parser.add_argument("--rows", type=int, default=5_000_000, help="of the bulk file")
    parser.add_argument("--cases", type=int, default=20_000, help="of the site")
    parser.add_argument("--eleventy", type=Path, help="the folder in which npm installed @11ty/eleventy")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="writwatch-bench-") as name:
        work, folder = Path(name), Path(name) / "court"
        if options.only:
            only = {
                "scale": lambda: bench_measures(work), "bulk": lambda: bench_bulk(work, options.rows),
                "site": lambda: bench_site(work, options.cases, options.eleventy)}
            only[options.only]()
            return
        bench_start()
        bench_generation(folder, options.dockets)
        ids = bench_fetch(folder, work, options.fetched)
        bench_reading(folder)
        bench_hostile()
        bench_pages(work, ids)
        say("peak memory of this process", f"{peak():.0f} MB")


if __name__ == "__main__":
    main()
