"""Files in, a folder of them out: written by this process or by several beside it, and counted.

What each process does is the same work on other items, so that the folder comes out the same by however many.
"""
import gc
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Generic, NamedTuple, TypeVar

from . import SiteError
from .output import File
from .pages import Page
from .pooled import begin_beside, end_beside, hear, killed, with_place

_AHEAD: Final = 2
"""Batches that a process may have before it: one that it does, one that waits."""

_SELDOM: Final = 10_000
"""How many more things there must be before rings are looked for; Python says 700, later 2,000."""

_WORK: Final = "write the pages"

Item = TypeVar("Item")
Told = TypeVar("Told")
Work = Callable[[Item], Iterable[File | Page]]


class Packing(NamedTuple, Generic[Item]):
    """How something travels from one process to another, where that is faster than Python's own way."""

    pack: Callable[[Item], bytes]
    unpack: Callable[[bytes], Item]


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Rings of things that nobody needs are looked for seldom: a build makes millions of small things, hardly any of
    which refers to a younger one, and looking through them all costs it a quarter of its time."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


class Count(NamedTuple):
    """What was written: HTML pages, bytes, and the paths of the pages that a sitemap lists."""

    pages: int = 0
    bytes: int = 0
    listed: tuple[str, ...] = ()


class Written:
    """Writes files beneath one folder and counts them.

    `before`: the site that stood until now. A file that comes out as it was there is the same file, so that whoever
    copies a site elsewhere copies only what changed. `built`: when it was, in nanoseconds; what somebody changed after
    that is not taken over.
    """

    def __init__(self, folder: Path, before: Path | None = None, built: int = 0) -> None:
        self.folder, self.before, self.built = folder, before, built
        self.pages = 0
        self.bytes = 0
        self._folders: dict[str, str] = {}
        """Those that are there: by their path in the site, where they stand."""
        self.taken: set[str] = set()
        """The paths of what was taken over unseen."""
        self.listed: list[str] = []
        """Pages about the whole site, for the sitemap."""

    def add(self, made: Iterable[File | Page]) -> None:
        """Write each; a page counts as one about the whole site, a file does not."""
        for each in made:
            file = each.file if isinstance(each, Page) else each
            self.file(file.path, file.content)
            self.pages += file.is_page
            if isinstance(each, Page):
                self.listed.append(each.path)

    def file(self, path: str, content: bytes | Iterable[bytes]) -> None:
        if path.startswith("/") or "/../" in f"/{path}/" or "\0" in path:
            raise SiteError(f"A file would stand outside of the site, at {path!r}: nothing was published.")
        place = Path(self._place(path))
        place.unlink(missing_ok=True)  # it may be another site's as well
        if self.before and isinstance(content, bytes) and _holds(self.before / path, content):
            self.bytes += len(content)
            _link(self.before / path, place)
            return
        with place.open("wb") as file:
            self.bytes += sum(map(file.write, (content,) if isinstance(content, bytes) else content))

    def take_over(self, paths: Iterable[str]) -> bool:
        """These files as the build before left them; False: one is not so, and all are to be written."""
        if not self.before:
            return False
        sizes = {path: self._size_as_built(f"{self.before}/{path}") for path in paths}
        if None in sizes.values():
            return False
        for path in sizes:
            _link(f"{self.before}/{path}", self._place(path))
        self.bytes += sum(filter(None, sizes.values()))
        self.pages += sum(path.endswith(".html") for path in sizes)
        self.taken.update(sizes)
        return True

    def _place(self, path: str) -> str:
        """Where a file stands, in a folder that is there."""
        folder, _, name = path.rpartition("/")
        if folder not in self._folders:
            place = self.folder / folder
            place.mkdir(parents=True, exist_ok=True)
            self._folders[folder] = str(place)
        return f"{self._folders[folder]}/{name}"

    def _size_as_built(self, place: str) -> int | None:
        """Bytes of a file that is as the build left it; None: there is none."""
        try:
            found = os.lstat(place)
        except OSError:
            return None
        return found.st_size if stat.S_ISREG(found.st_mode) and found.st_mtime_ns <= self.built else None

    def count(self) -> Count:
        return Count(self.pages, self.bytes, tuple(self.listed))

    def count_in(self, others: Iterable[Count]) -> None:
        """Add what other processes wrote, in this order."""
        for count in others:
            self.pages += count.pages
            self.bytes += count.bytes
            self.listed += count.listed


def _holds(place: Path, content: bytes) -> bool:
    """Whether a file has this content."""
    try:
        return place.stat().st_size == len(content) and place.read_bytes() == content
    except OSError:
        return False


def _link(file: str | Path, place: str | Path) -> None:
    """One file at two places; a copy where the disk cannot do that."""
    try:
        os.link(file, place)
    except OSError:
        shutil.copyfile(file, place)


class Several(Generic[Item]):
    """Does one kind of work on many items, in a context: `take` each; on the way out all are done, or it raises.

    The first `alone` items are done here; for what comes after, `processes` are begun, each a copy of this one as it
    then is: what `work` needs must be there by then, and what it remembers is lost. Items travel in batches of `size`,
    each as `how` packs it and unpacks it. With one process everything is done here. Raises what the work raised, or
    SiteError where a process was killed.
    """

    def __init__(
        self, written: Written, work: Work[Item], processes: int, *, alone: int = 0, size: int = 1,
        how: Packing[Item] | None = None,
    ) -> None:
        self._written, self._work, self._processes, self._size = written, work, processes, size
        self._alone, self._how = alone, how
        self._batch: list[Item | bytes] = []
        self._sent = 0
        self._hands: dict[Any, Any] = {}
        """The connection of each process to the process itself."""
        self._before: dict[Any, int] = {}
        """How many batches each has before it, by its connection."""
        self._counts: dict[int, Count] = {}

    def __enter__(self) -> "Several[Item]":
        return self

    def take(self, item: Item) -> None:
        if self._processes < 2 or self._alone > 0:
            self._alone -= 1
            self._written.add(self._work(item))
            return
        self._batch.append(self._how.pack(item) if self._how else item)
        if len(self._batch) >= self._size:
            self._send()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if kind is None:
                if self._batch:
                    self._send()
                while any(self._before.values()):
                    self._hear()
                self._written.count_in(self._counts[number] for number in sorted(self._counts))
        finally:
            for connection in self._hands:
                connection.close()
            for connection, process in self._hands.items():
                end_beside(process, connection)

    def _send(self) -> None:
        if not self._hands:
            self._begin()
        while not (free := [each for each, waiting in self._before.items() if waiting < _AHEAD]):
            self._hear()
        to = min(free, key=self._before.__getitem__)
        self._before[to] += 1
        try:
            to.send((self._sent, self._batch))
        except OSError:
            raise killed(_WORK) from None
        self._sent += 1
        self._batch = []

    def _begin(self) -> None:
        for _ in range(self._processes):
            process, ours = begin_beside(partial(_serve, self._written, self._work, self._how))
            self._hands[ours] = process
            self._before[ours] = 0

    def _hear(self) -> None:
        """Wait until a process is done with a batch."""
        heard: list[Any] = wait([each for each, waiting in self._before.items() if waiting])
        for connection in heard:
            number, told = hear(connection, _WORK)
            self._before[connection] -= 1
            self._counts[number] = told


def _serve(whole: Written, work: Work[Any], how: Packing[Any] | None, connection: Connection) -> None:
    """A process of its own: batches in, what was written of each out, until nobody sends any more."""
    while True:
        try:
            number, items = connection.recv()
        except (EOFError, OSError):
            return
        written, told = Written(whole.folder, whole.before), None
        try:
            for item in map(how.unpack, items) if how else items:
                written.add(work(item))
        except Exception as error:
            told = with_place(error)
        try:
            connection.send(told or (number, written.count()))
        except OSError:
            return


class Apart(Generic[Item, Told]):
    """Work that remembers what it is given, by one process beside this one, in a context: `take` each item, then ask
    what is `told` of them all. On the way out `rest` has been written, or it raises as `Several` does.

    The first `alone` items are done here; then the process is begun, a copy of this one as it then is, and from there
    on only it knows what it was given. It begins with `rest` as soon as it has told, by as many as `processes`. Items
    travel as with `Several`; with `processes` below two, or no more than `alone` items, everything is done here, by
    one.
    """

    def __init__(
        self, written: Written, work: Work[Item], told: Callable[[], Told], rest: Callable[[Written, int], None],
        processes: int, *, alone: int = 0, size: int = 1, how: Packing[Item] | None = None,
    ) -> None:
        self._written, self._work, self._told, self._rest = written, work, told, rest
        self._processes, self._alone, self._size, self._how = processes, alone, size, how
        self._batch: list[Item | bytes] = []
        self._beside: tuple[Any, Connection] | None = None

    def __enter__(self) -> "Apart[Item, Told]":
        return self

    def take(self, item: Item) -> None:
        if self._processes < 2 or self._alone > 0:
            self._alone -= 1
            self._written.add(self._work(item))
            return
        self._batch.append(self._how.pack(item) if self._how else item)
        if len(self._batch) >= self._size:
            self._send()

    def told(self) -> Told:
        """What is told of all items, once all have been taken."""
        if self._batch:
            self._send()
        if self._beside is None:
            told = self._told()
            self._rest(self._written, 1)
            return told
        self._send()
        return hear(self._beside[1], _WORK)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if kind is None and self._beside:
                self._written.count_in([hear(self._beside[1], _WORK)])
        finally:
            if self._beside:
                end_beside(*self._beside)

    def _send(self) -> None:
        """Send what there is; nothing says that it was all."""
        if self._beside is None:
            self._beside = begin_beside(partial(
                _serve_apart, self._written, self._work, self._told, self._rest, self._processes, self._how))
        try:
            self._beside[1].send(self._batch)
        except OSError:
            hear(self._beside[1], _WORK)
            raise killed(_WORK) from None
        self._batch = []


def _serve_apart(
    whole: Written, work: Work[Any], tell: Callable[[], Any], rest: Callable[[Written, int], None], processes: int,
    how: Packing[Any] | None, connection: Connection,
) -> None:
    """That process: batches in, an empty one when it was all; then what is told out, and what was written."""
    written = Written(whole.folder, whole.before)
    try:
        while items := connection.recv():
            for item in map(how.unpack, items) if how else items:
                written.add(work(item))
        connection.send(tell())
        rest(written, processes)
        connection.send(written.count())
    except Exception as error:
        with suppress(OSError):
            connection.send(with_place(error))
