"""Long work tells how far it is: a bar on a terminal, a line now and then elsewhere. Steps in, lines on stderr out."""
import contextlib
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

Item = TypeVar("Item")
EVERY = 15.0
"""Seconds between two lines where no terminal shows a bar."""


class Bar:
    """How far one piece of work is, and what it waits for."""

    def __init__(self, what: str, rich: "RichProgress | None" = None) -> None:
        self.what, self.rich = what, rich
        self.task = rich.add_task(what, total=None) if rich else None
        self.said_at = time.monotonic()

    def show(self, done: int, total: int, now: str = "") -> None:
        if self.rich and self.task is not None:
            self.rich.update(self.task, completed=done, total=total, description=f"{self.what}{now and ': ' + now}")
        elif time.monotonic() - self.said_at >= EVERY:
            self.said_at = time.monotonic()
            print(f"{self.what}: {done:,} of {total:,}{now and ', ' + now}", file=sys.stderr, flush=True)

    def note(self, sentence: str) -> None:
        """A line above the bar: what is waited for, and why."""
        if self.rich:
            self.rich.console.print(sentence, markup=False, highlight=False)
        else:
            print(sentence, file=sys.stderr, flush=True)

    def count(self, items: Iterable[Item], total: int) -> Iterator[Item]:
        """The same items, counted as they pass."""
        for done, item in enumerate(items, 1):
            yield item
            self.show(done, total)


@contextlib.contextmanager
def progress_bar(what: str) -> Iterator[Bar]:
    """A bar that goes away when the work is done."""
    if not sys.stderr.isatty():
        yield Bar(what)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as rich:
        yield Bar(what, rich)
