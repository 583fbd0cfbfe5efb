"""One program at a time. A place in; while it lasts, an empty folder stands there and is held, and then it is gone.

A folder of its own for each purpose, because a lock on one that several share would hold up what is none of its
business; an empty one, because git sees none.
"""
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def alone(place: Path, *, wait: bool) -> Iterator[None]:
    """Hold `place`; where another program does, wait for it, or raise BlockingIOError.

    The system lets go of it when a program is killed, and the next one takes the folder as it is.
    """
    held = _held(place, wait)
    try:
        yield
    finally:
        with suppress(OSError):
            place.rmdir()
        os.close(held)


def _held(place: Path, wait: bool) -> int:
    while True:
        with suppress(FileExistsError):  # `exist_ok` looks again, and another program may have let go of it by then
            place.mkdir()
        try:
            folder = os.open(place, os.O_RDONLY)
        except FileNotFoundError:  # it was let go of just now
            continue
        try:
            fcntl.flock(folder, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            with suppress(FileNotFoundError):  # and now, by the one that had it
                if place.stat().st_ino == os.fstat(folder).st_ino:
                    return folder
        except OSError:
            os.close(folder)
            raise
        os.close(folder)
