"""`python tests/bench.py --only scale`: every measure counted with pandas and with DuckDB; `--only bulk`: a bulk file.

Each count runs in a process of its own, so that its peak memory is its own: `python tests/bench_scale.py HOW FILE`.
"""
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SIZES = (20_000, 400_000)
"""Dockets: as many as a tracker has, and twenty times as many."""


def with_pandas(file: Path) -> int:
    import pandas as pd
    from writwatch.render.counts import Counting, curve
    from writwatch.render.measures import DURATIONS
    from writwatch.render.tables import COUNTED_FROM

    cases: Any = pd.read_parquet(file, columns=list(COUNTED_FROM))
    return len(Counting(cases).count_all()) + sum(len(curve(each, cases)) for each in DURATIONS)


def with_duckdb(file: Path) -> int:
    from writwatch.render import scale
    from writwatch.render.measures import DURATIONS

    cases = scale.parquet_cases(file)
    return len(scale.count_all(cases)) + sum(len(scale.curve(each, cases)) for each in DURATIONS)


def bulk(file: Path) -> int:
    """The file's dockets of one cohort, into an empty store. How many there are."""
    import datetime as dt

    from writwatch.fetch.database import open_store
    from writwatch.fetch.discover import Cohort
    from writwatch.fetch.imports.bulk import import_bulk

    engine = open_store(str(file.with_suffix(".db")))
    cohort = Cohort("detained", "463", ("mnd", "txsd"))
    report = import_bulk(engine, file, [cohort], dt.datetime(2026, 10, 2, tzinfo=dt.UTC))
    engine.dispose()
    assert not report.malformed
    return report.found[cohort.name][0]


def unpack(file: Path) -> int:
    """The same file unpacked and thrown away: what it takes at least. How many MB it holds."""
    import bz2

    with bz2.open(file) as packed:
        return sum(len(piece) for piece in iter(lambda: packed.read(1_000_000), b"")) // 10**6


WAYS: dict[str, Callable[[Path], int]] = {
    "pandas": with_pandas, "ibis, DuckDB": with_duckdb, "bulk": bulk, "unpack": unpack}


def alone(how: str, file: Path) -> dict[str, Any]:
    """A way in a process of its own: {result, seconds, peak: MB}."""
    done = subprocess.run([sys.executable, __file__, how, str(file)], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


HEAD = "{:<40} {:>10} {:>9} {:>9} {:>9}"


def tell(what: str, size: str, was: dict[str, Any]) -> None:
    print(HEAD.format(what, size, *(f"{was[name]:.1f}" for name in ("seconds", "cpu", "peak"))), flush=True)


def bench_measures(folder: Path) -> None:
    """All measures at all levels, and all curves, over cases.parquet as a site publishes it."""
    from render.cases_table import many
    from writwatch.render import downloads, tables

    print(HEAD.format("all measures, all levels, all curves", "dockets", "seconds", "of a CPU", "peak MB"))
    for size in SIZES:
        cases = many(size)
        rows = cases.astype(object).where(cases.notna(), None).itertuples(index=False, name=None)
        file = folder / f"cases-{size}.parquet"
        file.write_bytes(b"".join(downloads.parquet_pieces(tables.CASES, rows)))
        for how in ("pandas", "ibis, DuckDB"):
            tell(how, f"{size:,}", alone(how, file))


def bench_bulk(folder: Path, rows: int) -> None:
    """A generated bulk file, filtered to one nature of suit in two courts, beside unpacking it."""
    from fetch import bulk_file

    file = folder / "dockets-2026-09-30.csv.bz2"
    bulk_file.write(file, rows)
    print(HEAD.format("a bulk file", "rows", "seconds", "of a CPU", "peak MB"))
    for how, what in (("unpack", "MB"), ("bulk", "dockets found")):
        was = alone(how, file)
        tell(f"{how}: {was['result']:,} {what}", f"{rows:,}", was)


def main() -> None:
    start = time.perf_counter()
    result = WAYS[sys.argv[1]](Path(sys.argv[2]))
    seconds = time.perf_counter() - start
    print(json.dumps({"result": result, "seconds": seconds, "cpu": time.process_time(), "peak": peak()}))


def peak() -> float:
    """MB this process has needed at most; ru_maxrss would begin with what its parent had."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return next(int(line.split()[1]) / 1000 for line in status.read_text().splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    main()
