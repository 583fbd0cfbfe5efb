"""One kind of work shared out to several processes: what is asked in, what comes of it out, in the order of asking."""
import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from typing import Any, Final, TypeVar

from . import SiteError

_MOST: Final = 8

Asked = TypeVar("Asked")
Told = TypeVar("Told")


def processors() -> int:
    """How many processors this process may use."""
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, _MOST)


def serve_another() -> None:
    """What a process does first that another one began."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who is at the terminal speaks to that one
    gc.freeze()  # what that one has is shared as long as nobody looks through it


_OURS: Final[set[Any]] = set()
"""Our ends of the pipes to the processes beside this one: none may hold another's, or that would wait for ever."""


def begin_beside(serve: Callable[[Any], None]) -> tuple[BaseProcess, Any]:
    """A process beside this one, a copy of it as it now is, and our end of the pipe to it. `serve` does its work there
    with the other end, until nobody sends any more. `end_beside` when it is no longer needed."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    _OURS.add(ours)
    process = context.Process(target=_serve, args=(serve, theirs))
    process.start()
    theirs.close()
    return process, ours


def end_beside(process: BaseProcess, ours: Any) -> None:
    """Nothing more is sent; wait until the process has ended."""
    _OURS.discard(ours)
    ours.close()
    process.join()


def _serve(serve: Callable[[Any], None], theirs: Any) -> None:
    serve_another()
    for ours in _OURS:
        ours.close()
    _OURS.clear()
    serve(theirs)


def pooled(
    begin: Callable[[], Callable[[Asked], Told]], asked: Iterable[Asked], processes: int, what: str
) -> Iterator[Told]:
    """What comes of each. `begin` is called once in each process, a copy of this one as it now is, and gives the work;
    `what` says in a sentence what they do. Raises what the work raised, or SiteError where a process was killed."""
    pool = ProcessPoolExecutor(processes, multiprocessing.get_context("fork"), _begin, (begin,))
    try:
        yield from pool.map(_do, asked)
    except BrokenProcessPool:
        raise SiteError(f"One of the processes that {what} was killed, perhaps for want of memory: the site stays as "
                        "it was. Render again.") from None
    finally:
        pool.shutdown(cancel_futures=True)


_work: Callable[[Any], Any] | None = None
"""What a process that was begun for it does."""


def _begin(begin: Callable[[], Callable[[Any], Any]]) -> None:
    global _work
    serve_another()
    _work = begin()


def _do(asked: Any) -> Any:
    if _work is None:
        raise ValueError("only a process that was begun for it does any work")
    return _work(asked)
