"""Work shared out to processes: all of it, in order, every mistake told, and none outlives the one that began it?"""
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from writwatch.render import SiteError
from writwatch.render.pooled import pooled

PATIENCE = 30


def slowly(number: int) -> tuple[int, int]:
    """The later ones are done first."""
    time.sleep(0.002 * (7 - number % 7))
    return number * 2, os.getpid()


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("number", [0, 1, 2, 40])
def test_all_of_it_in_order(processes: int, number: int):
    """However many do it: each once, in the order of asking, by processes that are gone afterwards?"""
    told = list(pooled(lambda: slowly, range(number), processes, "try"))
    assert [twice for twice, _ in told] == [2 * each for each in range(number)]
    hands = {by for _, by in told}
    assert os.getpid() not in hands
    assert len(hands) == min(processes, number)
    assert multiprocessing.active_children() == []


def fails(*given: object) -> NoReturn:
    raise SiteError("a name in a file")


def breaks(*given: object) -> float:
    return 1 / 0


@pytest.mark.parametrize(("begin", "error"), [
    (lambda: fails, SiteError), (fails, SiteError), (lambda: breaks, ZeroDivisionError)])
def test_a_mistake_comes_back(begin: Callable[[], Callable[[int], int]], error: type[Exception]):
    """In the work, or before it begins: raised here, with its place if it is ours, and no process left?"""
    with pytest.raises(error) as raised:
        list(pooled(begin, range(9), 2, "try"))
    assert ("in breaks" in "".join(getattr(raised.value, "__notes__", []))) == (error is ZeroDivisionError)
    assert multiprocessing.active_children() == []


def test_one_that_is_killed():
    def dies(number: int) -> NoReturn:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    with pytest.raises(SiteError, match="the processes that try was killed"):
        list(pooled(lambda: dies, range(9), 2, "try"))
    assert multiprocessing.active_children() == []


def test_who_stops_asking_leaves_none():
    """The first answer is enough: are the others told to go?"""
    answers = pooled(lambda: slowly, range(100), 2, "try")
    assert next(answers)[0] == 0
    assert isinstance(answers, Iterator)
    answers.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


ORPHANS = """
import os, sys, time
from pathlib import Path
from writwatch.render.pooled import pooled
from writwatch.render.writing import Apart, Several, Written

folder = Path(sys.argv[1])

def work(number):
    (folder / str(os.getpid())).touch()
    time.sleep(0.01)
    return ()

def items():
    number = 0
    while True:
        yield number
        number += 1

if sys.argv[2] == "pooled":
    for _ in pooled(lambda: work, items(), 2, "try"):
        pass
written = Written(folder)
with Apart(written, work, lambda: 0, lambda written, processes: None, 2) as apart, Several(written, work, 2) as several:
    for item in items():
        several.take(item)
        apart.take(item)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to look at processes in")
@pytest.mark.parametrize(("how", "hands"), [("pooled", 2), ("pages", 3)])
def test_none_outlives_the_one_that_began_it(tmp_path: Path, how: str, hands: int):
    """The process that shares out the work is killed: do all the others end by themselves, and soon?"""
    begun = subprocess.Popen([sys.executable, "-c", ORPHANS, str(tmp_path), how])
    becomes(lambda: len(list(tmp_path.iterdir())) == hands)
    begun.kill()
    begun.wait()
    becomes(lambda: not any(is_at_work(place.name) for place in tmp_path.iterdir()))


def becomes(true: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until
        time.sleep(0.02)


def is_at_work(process: str) -> bool:
    """Whether it is there, and not only its name."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] not in {"Z", "X"}
    except OSError:
        return False
