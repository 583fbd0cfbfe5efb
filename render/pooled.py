"""Processes beside this one, each a copy of it as it is when it is begun; and one kind of work shared out to several:
what is asked in, what comes of it out, in the order of asking.

Each is at the other end of a pipe that nobody else holds: when this process ends, however it ends, the pipe does, and
each of them ends once it has done what it is at. So none stays behind a build that was killed, with its lock and its
memory.
"""
import gc
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from typing import Any, Final, TypeVar

from . import SiteError

_MOST: Final = 8

Asked = TypeVar("Asked")
Told = TypeVar("Told")


def processors() -> int:
    """How many processors this process may use."""
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, _MOST)


_OURS: Final[set[Any]] = set()
"""Our ends of the pipes to the processes beside this one: none may hold another's, or that would wait for ever."""


def begin_beside(serve: Callable[[Any], None]) -> tuple[BaseProcess, Any]:
    """A process beside this one, and our end of the pipe to it. `serve` does its work there with the other end, until
    nobody sends any more. `end_beside` when it is no longer needed."""
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
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who is at the terminal speaks to the one that began this
    gc.freeze()  # what that one has is shared as long as nobody looks through it
    for ours in _OURS:
        ours.close()
    _OURS.clear()
    serve(theirs)


def with_place(error: Exception) -> Exception:
    """An error on its way to another process, with where it was raised if it is one of ours."""
    if not isinstance(error, SiteError):
        error.add_note(traceback.format_exc())
    return error


def pooled(
    begin: Callable[[], Callable[[Asked], Told]], asked: Iterable[Asked], processes: int, what: str
) -> Iterator[Told]:
    """What comes of each. `begin` is called once in each process and gives the work; `what` says in a sentence what
    they do. Raises what the work raised, or SiteError where a process was killed."""
    left = enumerate(asked)
    hands: dict[Any, BaseProcess] = {}
    at_work: dict[Any, int] = {}
    told: dict[int, Told] = {}
    given = 0
    try:
        for _ in range(processes):
            process, ours = begin_beside(partial(_answer, begin))
            hands[ours] = process
            _ask_next(left, ours, at_work, what)
        while at_work:
            heard: list[Any] = wait(list(at_work))
            for ours in heard:
                told[at_work.pop(ours)] = hear(ours, what)
                _ask_next(left, ours, at_work, what)
            while given in told:
                yield told.pop(given)
                given += 1
    finally:
        for ours in hands:
            ours.close()
        for ours, process in hands.items():
            end_beside(process, ours)


def _ask_next(left: Iterator[tuple[int, Any]], ours: Any, at_work: dict[Any, int], what: str) -> None:
    """Give a process that has nothing to do the next of what is left."""
    for number, asked in left:
        try:
            ours.send(asked)
        except OSError:
            raise killed(what) from None
        at_work[ours] = number
        return


def hear(ours: Any, what: str) -> Any:
    """What a process tells. Raises what it raised, or SiteError where it was killed; `what` as for `pooled`."""
    try:
        told = ours.recv()
    except (EOFError, OSError):
        raise killed(what) from None
    if isinstance(told, BaseException):
        raise told
    return told


def killed(what: str) -> SiteError:
    """What is said where one of the processes is gone."""
    return SiteError(f"One of the processes that {what} was killed, perhaps for want of memory: the site stays as it "
                     "was. Render again.")


def _answer(begin: Callable[[], Callable[[Any], Any]], theirs: Any) -> None:
    """Such a process: what is asked in, what comes of it out."""
    work: Callable[[Any], Any] | None = None
    while True:
        try:
            asked = theirs.recv()
        except (EOFError, OSError):
            return
        try:
            work = work or begin()
            told = work(asked)
        except Exception as error:
            told = with_place(error)
        try:
            theirs.send(told)
        except OSError:
            return
