"""CourtListener's bulk file of dockets: tens of millions of rows in, those of our cohorts found. No request is spent.

The file is what PostgreSQL's COPY writes as CSV, compressed with bzip2 (`dockets-2025-12-02.csv.bz2` and the like). It
goes through DuckDB (the extra `scale`) as it is unpacked, and only what is ours of it is ever held. It is some months
old, so what it says of a docket is a hint, as what a search says: the docket stands among those that were found, by the
cohort's name, and its facts come from the API. Cells hold names: no sentence repeats one.
"""
import bz2
import contextlib
import datetime as dt
import os
import re
import tempfile
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec
import sqlalchemy as sa

from .. import FetchError, store
from .. import schema as s
from ..counted import counted
from ..database import writing
from ..discover import Cohort, belongs
from ..objects import Docket
from ..store import Seen
from .files import BATCH, opened
from .lists import HIGHEST_ID

COLUMNS = ("id", "court_id", "docket_number", "case_name", "date_filed", "nature_of_suit")
"""What is read of a row; the file has some forty columns more, and newer ones others than older ones."""
BZIP2 = b"BZh"
SAMPLE = 16_000_000
"""So many bytes tell how the file quotes."""
PIECE = 1_000_000
MEMORY = "400MB"
"""What DuckDB may hold; it needs less."""
MOST_BAD = 10_000
"""Malformed rows are counted up to about so many: DuckDB notes each, with every cell that it lacks."""


class Quoting(NamedTuple):
    """How a file marks its cells, and a mark within one."""

    quote: str
    escape: str


BACKSLASH, DOUBLED, BACKTICK = Quoting('"', "\\"), Quoting('"', '"'), Quoting("`", "`")
"""Since 2025; before 2024, as in other CSV; and in between."""


class BulkReport(NamedTuple):
    """`found`: of each cohort, how many dockets of the file belong to it, and how many of these nobody knew.

    `malformed`: rows that could not be read and were left out; at `MOST_BAD` there may be more.
    """

    lines: int
    found: dict[str, tuple[int, int]]
    malformed: int


def import_bulk(
    engine: sa.Engine,
    path: Path,
    cohorts: Sequence[Cohort],
    at: dt.datetime,
    since: dt.date | None = None,
    rejected: Collection[int] = (),
    show: Callable[[int, int], None] = lambda done, total: None,
) -> BulkReport:
    """The file's dockets of these cohorts, filed since that day, into what was found; what the store has, stays.

    `rejected` dockets are left out. `show` hears how many bytes of the file are done. FetchError: it cannot be read, is
    another file, was cut off or is damaged; then nothing of it is kept.
    """
    if find_spec("duckdb") is None:
        raise FetchError("a bulk file is read by DuckDB, which is not here: `pip install 'writwatch[scale]'` adds it.")
    cohorts = [cohort for cohort in cohorts if cohort.nature_of_suit]
    if not cohorts:
        raise FetchError("config.toml has no [[cohort]]: without one, no docket of a bulk file is ours.")
    total = size_of(path)
    counts = {cohort.name: [0, 0] for cohort in cohorts}
    with opened(path), path.open("rb") as packed, unpacked(packed) as file:
        stream = Stream(path, file, lambda: show(packed.tell(), total))
        with chosen(stream, cohorts, since) as (batches, malformed):
            for dockets, bad in batches:
                malformed += bad
                for cohort in cohorts:
                    ours = [docket for docket in dockets if belongs(cohort, docket) and docket.id not in rejected]
                    counts[cohort.name][0] += len(ours)
                    counts[cohort.name][1] += save_new(engine, cohort.name, ours, at)
    return BulkReport(stream.lines, {name: (all_, new) for name, (all_, new) in counts.items()}, malformed)


def tell_bulk(report: BulkReport) -> str:
    """The report for a person."""
    told = [f"{counted(report.lines, 'line')} read."]
    for name, (dockets, new) in report.found.items():
        told.append(f"{name}: {counted(dockets, 'docket')}, {new:,} of them new.")
    if report.malformed:
        more = " or more" if report.malformed >= MOST_BAD else ""
        rows = "row is" if report.malformed == 1 else "rows are"
        told.append(f"{report.malformed:,}{more} {rows} malformed and left out.")
    return "\n".join(told)


def size_of(path: Path) -> int:
    if path.exists() and not path.is_file():
        raise FetchError(f"{path} is no plain file: give the bulk file of dockets as it was downloaded.")
    with opened(path):
        return path.stat().st_size


@contextlib.contextmanager
def unpacked(packed: BinaryIO) -> Iterator[Any]:
    """The CSV within; a file that somebody unpacked already is read as it is."""
    is_packed = packed.read(len(BZIP2)) == BZIP2
    packed.seek(0)
    with bz2.open(packed) if is_packed else contextlib.nullcontext(packed) as file:
        yield file


# The file, as a stream.


class Stream:
    """The CSV from its head on, read once: what its columns are and how it quotes, then its rows into a pipe."""

    def __init__(self, path: Path, file: Any, show: Callable[[], None]) -> None:
        self.path, self.file, self.show = path, file, show
        self.lines = 0
        self.error: FetchError | None = None
        with self.unbroken():
            head = b"".join(takewhile(bool, (file.read(PIECE) for _ in range(SAMPLE // PIECE))))
        first, _, self.sample = head.partition(b"\n")
        self.columns = columns_of(path, first)
        self.quoting = quoting_of(self.sample)

    @contextlib.contextmanager
    def unbroken(self) -> Iterator[None]:
        """What breaks off, or is not what was sent, becomes a sentence."""
        try:
            yield
        except EOFError:
            raise FetchError(f"{self.path} was cut off: get it again. Nothing of it was kept.") from None
        except OSError as error:
            if error.errno is None:  # bz2's own
                raise FetchError(f"{self.path} is damaged: get it again. Nothing of it was kept.") from None
            raise

    def pour(self, into: int) -> None:
        """Every row into a pipe, closed at the end. What went wrong with the file stands in `error`."""
        try:
            with os.fdopen(into, "wb") as pipe, self.unbroken():
                self.pour_pieces(pipe)
        except BrokenPipeError:
            pass  # whoever reads has given up, and says why
        except FetchError as error:
            self.error = error
        except OSError as error:
            self.error = FetchError(f"{self.path} cannot be read ({error.strerror}): check its name and permissions.")

    def pour_pieces(self, pipe: BinaryIO) -> None:
        last, piece, self.sample = b"\n", self.sample, b""
        while piece:
            pipe.write(piece)
            self.lines += piece.count(b"\n")
            last = piece[-1:]
            self.show()
            piece = self.file.read(PIECE)
        if last != b"\n":
            raise EOFError


def columns_of(path: Path, first: bytes) -> list[str]:
    """The columns by the file's first line. FetchError: it is another's."""
    names = [name.strip('"`') for name in first.decode("utf-8", "replace").removeprefix("\ufeff").strip().split(",")]
    missing = [name for name in COLUMNS if name not in names]
    if missing or len(set(names)) < len(names) or not all(re.fullmatch("[a-z0-9_]{1,63}", name) for name in names):
        lacks = f": its first line names no {', '.join(missing)}" if missing else ""
        raise FetchError(f"{path} is no bulk file of dockets{lacks}. CourtListener calls them dockets-….csv.bz2.")
    return names


def quoting_of(sample: bytes) -> Quoting:
    """How rows quote. Where no cell holds a mark, as files are written now."""
    if sample.startswith(b"`"):
        return BACKTICK
    escaped = len(re.findall(rb'\\"[^,\n"]', sample))
    doubled = len(re.findall(rb'[^,\n"\\]""[^,\n"]', sample))
    return DOUBLED if doubled > escaped else BACKSLASH


@contextlib.contextmanager
def poured(stream: Stream) -> Iterator[str]:
    """The name of a pipe that the rows come out of; afterwards nobody writes into it any more."""
    out, into = os.pipe()
    pouring = threading.Thread(target=stream.pour, args=(into,), daemon=True)
    pouring.start()
    try:
        yield f"/dev/fd/{out}"
    finally:
        os.close(out)
        pouring.join()


# Its rows, through DuckDB.

Batch = tuple[list[Docket], int]
"""Dockets, and how many rows beside them were none."""


@contextlib.contextmanager
def chosen(
    stream: Stream, cohorts: Sequence[Cohort], since: dt.date | None
) -> Iterator[tuple[Iterator[Batch], int]]:
    """The rows that a cohort may want, and how many rows are malformed: once the whole file was read, not before."""
    import duckdb

    with tempfile.TemporaryDirectory(prefix="writwatch-bulk-") as folder:
        config: dict[str, Any] = {"memory_limit": MEMORY, "temp_directory": folder, "threads": "2"}
        with duckdb.connect(config=config) as database:
            try:
                with poured(stream) as pipe:
                    database.execute(*query(pipe, stream, cohorts, since))
            except duckdb.Error as error:  # its own words hold rows
                raise stream.error or FetchError(
                    f"{stream.path} cannot be read as CSV ({type(error).__name__}): get it again. Nothing of it was "
                    "kept."
                ) from None
            if stream.error:
                raise stream.error
            malformed = database.execute("SELECT count(DISTINCT line) FROM reject_errors").fetchall()[0][0]
            rows = database.execute("SELECT * FROM ours ORDER BY try_cast(id AS BIGINT), id")
            yield dockets_of(rows), malformed


def query(
    pipe: str, stream: Stream, cohorts: Sequence[Cohort], since: dt.date | None
) -> tuple[str, list[str]]:
    """What DuckDB is asked, and the values in it."""
    wanted, values = [], [pipe]
    for cohort in cohorts:
        values += [cohort.nature_of_suit, *cohort.courts]
        courts = f" AND court_id IN ({', '.join('?' * len(cohort.courts))})" if cohort.courts else ""
        wanted.append(f"(starts_with(nature_of_suit, ?){courts})")
    where = f"({' OR '.join(wanted)})"
    if since:
        where += " AND date_filed >= ?"
        values.append(since.isoformat())
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in stream.columns)
    escape = stream.quoting.escape
    source = (
        f"read_csv(?, columns = {{{columns}}}, auto_detect = false, header = false, delim = ',', new_line = '\\n', "
        f"quote = '{stream.quoting.quote}', escape = '{escape}', strict_mode = true, "
        f"store_rejects = true, rejects_limit = {MOST_BAD * len(stream.columns)})"
    )
    return f"CREATE TEMP TABLE ours AS SELECT {', '.join(COLUMNS)} FROM {source} WHERE {where}", values


def dockets_of(rows: Any) -> Iterator[Batch]:
    """The rows as dockets, by `BATCH`."""
    while lot := rows.fetchmany(BATCH):
        dockets = [docket for row in lot if (docket := docket_of(row))]
        yield dockets, len(lot) - len(dockets)


def docket_of(row: Sequence[str | None]) -> Docket | None:
    """None: it is none."""
    try:
        docket = msgspec.convert(dict(zip(COLUMNS, row, strict=True)), Docket, strict=False)
    except (msgspec.ValidationError, ValueError, OverflowError):
        return None
    return docket if 0 < docket.id <= HIGHEST_ID else None


def save_new(engine: sa.Engine, name: str, dockets: Sequence[Docket], at: dt.datetime) -> int:
    """Dockets as found, less those of which the store has more, or the same. Returns how many nobody knew."""
    if not dockets:
        return 0
    ids = [docket.id for docket in dockets]
    held = sa.union(
        sa.select(s.docket.c.id).where(s.docket.c.id.in_(ids)),
        sa.select(s.found.c.docket_id).where(s.found.c.name == name, s.found.c.docket_id.in_(ids)),
    )
    with writing(engine) as connection:
        known = set(connection.scalars(held))
        return store.save_found(connection, name, [one for one in dockets if one.id not in known], Seen(at, None))
