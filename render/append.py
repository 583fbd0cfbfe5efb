"""A table added at the end of a file that people also write: all that stood there stays as it was, byte for byte.

In: the file, the table as text, and a check of the whole. Out: the file, whole or not at all.
"""

import tomllib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from . import SiteError
from .alone import alone
from .own_files import mend_of
from .tracker import write_whole


def append_table(
    folder: Path, path: Path, table: str, arrived: Callable[[dict[str, Any]], bool], says_where: str
) -> None:
    """Add `table` to the file at `path`, alone in the tracker's `folder`.

    `arrived` is asked of the whole file as TOML whether what was added is what was meant. Raises SiteError where the
    file cannot be read or has a mistake already; `says_where` is the command that shows that mistake.
    """
    with _alone(folder):
        new = _appended(_read(path), table)
        if not _is_sound(new, arrived):
            raise SiteError(f"{path} has a mistake already (`{says_where}` says where): mend it first.")
        write_whole({path: new.decode()})


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise SiteError(f"{path} cannot be read ({error.strerror}): {mend_of(error)}.") from None


def _appended(old: bytes, table: str) -> bytes:
    """The old text, untouched, and the table after a blank line, with the line ends that the file has."""
    end = b"\r\n" if b"\r\n" in old else b"\n"
    gap = b"" if not old else end if old.endswith(b"\n") else end * 2
    return old + gap + table.encode().replace(b"\n", end)


def _is_sound(new: bytes, arrived: Callable[[dict[str, Any]], bool]) -> bool:
    """Whether the new text is TOML in which the addition is found."""
    try:
        return arrived(tomllib.loads(new.decode("utf-8-sig")))
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        return False


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder against another command that would add to it at the same time."""
    with ExitStack() as lock:
        try:
            lock.enter_context(alone(folder / ".append.lock", wait=True))
        except OSError as error:
            raise SiteError(f"{folder} cannot be written ({error.strerror}): {mend_of(error)}.") from None
        yield
