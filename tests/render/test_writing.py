"""Files written by several processes: the same folder as by one, every mistake told, nobody waited for in vain?"""
import json
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from writwatch.render import SiteError
from writwatch.render.build import build
from writwatch.render.output import File
from writwatch.render.pages import Page, SiteLook
from writwatch.render.writing import Apart, Packing, Several, Written

from .factory import AS_OF, many


def write(folder: Path, work: Callable[[int], Iterator[File | Page]], items: Iterable[int], processes: int = 2,
          **how: int) -> Written:
    """All items done by several processes."""
    written = Written(folder)
    with Several(written, work, processes, **how) as several:
        for item in items:
            several.take(item)
    return written


def made(number: int) -> Iterator[File | Page]:
    yield File(f"files/{number}.txt", str(number).encode() * 1000)
    if number % 3 == 0:
        yield Page(f"pages/{number}.html", f"<p>{number}")


@pytest.mark.parametrize("size", [1, 7])
@pytest.mark.parametrize("alone", [0, 4])
@pytest.mark.parametrize("processes", [1, 2, 3])
def test_by_however_many(tmp_path: Path, processes: int, alone: int, size: int):
    """One, two, three processes, the first items done here or not: the same files, counted alike, in order?"""
    written = write(tmp_path, made, range(40), processes, alone=alone, size=size)
    assert {place.name: place.read_text() for place in (tmp_path / "files").iterdir()} == {
        f"{number}.txt": str(number) * 1000 for number in range(40)}
    pages = [f"pages/{number}.html" for number in range(0, 40, 3)]
    assert (written.pages, written.listed) == (len(pages), pages)
    assert written.bytes == sum(place.stat().st_size for place in tmp_path.rglob("*.*"))


def test_others_do_the_work(tmp_path: Path):
    """Is the work in fact done by other processes, and by more than one?"""
    def by(number: int) -> Iterator[File]:
        yield File(f"{number}.txt", str(os.getpid()).encode())

    write(tmp_path, by, range(100), alone=3)
    here, there = ({(tmp_path / f"{number}.txt").read_text() for number in of} for of in (range(3), range(3, 100)))
    assert here == {str(os.getpid())}
    assert len(there) == 2
    assert here.isdisjoint(there)


def test_items_travel_as_one_says(tmp_path: Path):
    """Packed here and unpacked there, and neither where the work is done here?"""
    def work(number: int) -> Iterator[File]:
        yield File(f"{number}.txt", b"x")

    how = Packing(lambda number: b"%d" % (number + 1000), int)
    with Several(Written(tmp_path), work, 2, alone=2, how=how) as several:
        for number in range(4):
            several.take(number)
    assert {place.name for place in tmp_path.iterdir()} == {"0.txt", "1.txt", "1002.txt", "1003.txt"}


@pytest.mark.parametrize("error", [SiteError("a name on a page"), ZeroDivisionError("one of ours")])
@pytest.mark.parametrize("at", [0, 39])
def test_a_mistake_comes_back(tmp_path: Path, error: Exception, at: int):
    """An error in another process, at the first item or the last: raised here, and every process gone?"""
    def fails(number: int) -> Iterator[File]:
        if number == at:
            raise error
        yield File(f"{number}.txt", b"")

    with pytest.raises(type(error), match=str(error)):
        write(tmp_path, fails, range(40))
    assert several_are_gone()


def test_an_error_of_ours_says_where(tmp_path: Path):
    def fails(number: int) -> Iterator[File]:
        yield File(str(1 / number), b"")

    with pytest.raises(ZeroDivisionError) as raised:
        write(tmp_path, fails, [0])
    assert "in fails" in "".join(raised.value.__notes__)


@pytest.mark.parametrize("after", [0, 5])
def test_one_that_is_killed(tmp_path: Path, after: int):
    """A process killed from outside, as where memory runs out: a sentence, and no waiting for ever?"""
    def killed(number: int) -> Iterator[File]:
        if number >= after:
            os.kill(os.getpid(), signal.SIGKILL)
        yield File(f"{number}.txt", b"")

    with pytest.raises(SiteError, match="was killed"):
        write(tmp_path, killed, range(200))
    assert several_are_gone()


def test_an_error_here_ends_them(tmp_path: Path):
    """What goes wrong in this process meanwhile: the others end, and the error is the one raised?"""
    def items() -> Iterator[int]:
        yield 1
        raise KeyError("here")

    with pytest.raises(KeyError, match="here"):
        write(tmp_path, made, items())
    assert several_are_gone()


class Adder:
    """Remembers what it is given, says the sum, writes it down."""

    def __init__(self) -> None:
        self.seen: list[int] = []

    def take(self, number: int) -> Iterator[File]:
        self.seen.append(number)
        yield File(f"of/{number}.txt", str(os.getpid()).encode())

    def sum(self) -> int:
        return sum(self.seen)

    def rest(self, written: Written, processes: int) -> None:
        told = {"seen": self.seen, "by": os.getpid(), "processes": processes}
        written.add([File("rest.json", json.dumps(told).encode()), Page("rest.html", "<p>")])


def add_apart(folder: Path, processes: int, **otherwise: Callable[..., NoReturn]) -> int:
    """More than a pipe holds, added up; `otherwise`: what is done instead at one of the three times."""
    work = Adder()
    does: dict[str, Any] = {"take": work.take, "told": work.sum, "rest": work.rest, **otherwise}
    with Apart[int, int](Written(folder), does["take"], does["told"], does["rest"], processes) as apart:
        for item in range(5_000):
            apart.take(item)
        return apart.told()


@pytest.mark.parametrize(("processes", "alone", "number"), [(2, 4, 40), (2, 0, 40), (2, 4, 5), (3, 4, 4), (1, 4, 40)])
def test_apart(tmp_path: Path, processes: int, alone: int, number: int):
    """All that was taken is known to one process, the first items too; told, and the rest written and counted?"""
    work, written = Adder(), Written(tmp_path)
    how = Packing(lambda item: b"%d" % item, int)
    with Apart(written, work.take, work.sum, work.rest, processes, alone=alone, size=3, how=how) as apart:
        for item in range(number):
            apart.take(item)
        assert apart.told() == sum(range(number))
    told = json.loads((tmp_path / "rest.json").read_text())
    is_apart = processes > 1 and number > alone
    assert told["seen"] == [*range(number)]
    assert (told["by"] != os.getpid()) == is_apart
    assert told["processes"] == (processes if is_apart else 1)
    hands = {int((tmp_path / f"of/{item}.txt").read_text()) for item in range(alone if is_apart else 0, number)}
    assert hands == {told["by"]}
    assert (written.pages, written.listed) == (1, ["rest.html"])
    assert written.bytes == sum(place.stat().st_size for place in tmp_path.rglob("*.*"))
    assert several_are_gone()


@pytest.mark.parametrize("where", ["take", "told", "rest"])
@pytest.mark.parametrize("error", [SiteError("a name on a page"), ZeroDivisionError("one of ours")])
@pytest.mark.parametrize("processes", [1, 2])
def test_a_mistake_apart(tmp_path: Path, where: str, error: Exception, processes: int):
    """An error while it takes, tells, or writes the rest: raised here, and the process gone?"""
    def fails(*given: object) -> NoReturn:
        raise error

    with pytest.raises(type(error), match=str(error)):
        add_apart(tmp_path, processes, **{where: fails})
    assert several_are_gone()


@pytest.mark.parametrize("where", ["take", "told", "rest"])
def test_one_apart_is_killed(tmp_path: Path, where: str):
    def killed(*given: object) -> NoReturn:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    with pytest.raises(SiteError, match="was killed"):
        add_apart(tmp_path, 2, **{where: killed})
    assert several_are_gone()


def test_an_error_here_ends_one_apart_and_others(tmp_path: Path):
    """Both kinds of processes at once, begun in turns, and an error here: does each end when nobody speaks to it?"""
    work, written = Adder(), Written(tmp_path)

    def take_both() -> None:
        with Apart(written, work.take, work.sum, work.rest, 2) as apart, Several(written, made, 2) as several:
            for item in range(10):
                several.take(item)
                apart.take(item)
            raise KeyError("here")

    with pytest.raises(KeyError, match="here"):
        take_both()
    assert several_are_gone()


def several_are_gone() -> bool:
    """Whether no process that was begun here is left."""
    return multiprocessing.active_children() == []


def test_the_same_site(tmp_path: Path):
    """A site with more cases than one process makes alone: by one and by three the same bytes?"""
    look = SiteLook(base_url="https://tracker.example.org/")
    sites = [tmp_path / str(processes) for processes in (1, 3)]
    reports = [build(many(130, entries=3), look, site, AS_OF, processes=int(site.name)) for site in sites]
    one, other = ({place.relative_to(site): place.read_bytes() for place in site.rglob("*") if place.is_file()}
                  for site in sites)
    assert one == other
    assert reports[0][:2] == reports[1][:2]
    assert reports[0].pages > 260
