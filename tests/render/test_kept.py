"""What a build keeps for the next: is all taken over that may be, and nothing that may not?"""
import contextlib
import datetime as dt
import hashlib
import os
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from writwatch.fetch import fictional, schema
from writwatch.fetch.database import open_store, writing
from writwatch.render import PACKAGED, SiteError, addresses, casebook, kept
from writwatch.render.build import MARKER, build, own_words
from writwatch.render.cards import Cards
from writwatch.render.cases import Case, DocketRef
from writwatch.render.exit_scan import Forms
from writwatch.render.exit_scan.page import decoded
from writwatch.render.kept import Kept
from writwatch.render.languages import languages
from writwatch.render.output import Leaves
from writwatch.render.outputs import standard_outputs
from writwatch.render.pages import SiteLook
from writwatch.render.procedure.findings import Decision
from writwatch.render.procedure.status import read_case
from writwatch.render.store import checked, held_dockets, open_to_read, read_dockets

from . import courthouse
from .factory import many

NOON = dt.datetime.combine(fictional.AS_OF, dt.time(12), dt.UTC)
DAY = dt.timedelta(days=1)
LOOK = SiteLook(base_url="https://tracker.example.org/")
SEEN = NOON - DAY


class Tracker:
    """A store of invented dockets, and a site that is built from it again and again."""

    def __init__(self, folder: Path, dockets: int = 6) -> None:
        self.db, self.out, self.place = folder / "court.db", folder / "public", folder / "court.db.built"
        engine = open_store(str(self.db))
        courthouse.fill(engine, dockets, SEEN)
        engine.dispose()
        self.engine = open_to_read(str(self.db))
        self.cases = [self.case(number) for number in held_dockets(self.engine)]
        self.decisions: dict[str, tuple[Decision, ...]] = {}
        self.version, self.read = b"1", 0

    def case(self, number: int) -> Case:
        return Case(f"docket-{number}", "", "detention", "", "core", "", None, (DocketRef(number),))

    def build(self, at: dt.datetime = NOON, *, keep: bool = True, out: Path | None = None) -> Path:
        """The site as of a moment."""
        if not keep:
            return self._build(None, at, out or self.out)
        with Kept(self.place, self.version) as held:
            return self._build(held, at, out or self.out)

    def _build(self, held: Kept | None, at: dt.datetime, out: Path) -> Path:
        forms, today = Forms(), at.date()
        read = casebook.outcomes(self.cases, self.engine, today, [], self.decisions, forms, held)
        build(casebook.published(read), LOOK, out, at, forms=forms, kept=held, outputs=(Cards(LOOK, at),))
        return out

    def change(self, table: sa.Table, where: dict[str, Any], **values: Any) -> None:
        with writing(open_store(str(self.db))) as connection:
            clause = [table.c[name] == value for name, value in where.items()]
            connection.execute(table.update().where(*clause).values(**values))

    def checked(self, at: dt.datetime) -> None:
        """Every docket was asked for, and nothing had changed."""
        rows = [{"docket_id": number, "part": "entries", "mode": "delta", "checked_at": at}
                for number in held_dockets(self.engine)]
        with writing(open_store(str(self.db))) as connection:
            connection.execute(schema.progress.delete())
            connection.execute(schema.progress.insert(), rows)

    def own_files(self) -> dict[str, int]:
        """Every file about one case, with its place on the disk."""
        folders = ("cases", "data/cases", "embed", "cards", "feeds")
        places = (place for folder in folders for place in (self.out / folder).glob("*docket-*"))
        return {str(place.relative_to(self.out)): place.stat().st_ino for place in places}

    def rewritten(self, before: dict[str, int]) -> set[str]:
        """The cases of which a file was written anew."""
        now = self.own_files()
        changed = {path for path in now if now[path] != before.get(path)}
        return {Path(path).stem.removeprefix("case-") for path in changed}


@pytest.fixture
def tracker(tmp_path: Path) -> Tracker:
    return Tracker(tmp_path)


def test_nothing_is_written_anew_where_nothing_changed(tracker: Tracker):
    """The next morning, a check later: are the files of every case the same, and only the moment of the check new?"""
    tracker.checked(NOON - dt.timedelta(hours=2))
    tracker.build()
    before = tracker.own_files()
    assert len(before) >= 6 * len(tracker.cases)
    tracker.checked(NOON + dt.timedelta(minutes=40))
    tracker.build(NOON + dt.timedelta(hours=1))
    assert tracker.rewritten(before) == set()
    checked = "".join(place.read_text() for place in (tracker.out / "checked").glob("*.js"))
    assert "12:40" in checked
    assert "10:00" not in checked


def test_many_are_read_by_several_processes(tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A first build, in which other processes read: none is read here, the one that has not been fetched is said to be
    missing, and the site is what this process makes of it alone?"""
    alone = hashes(tracker.build(keep=False, out=tmp_path / "alone"))
    monkeypatch.setattr(casebook, "_MANY", 3)
    monkeypatch.setattr(casebook, "TOGETHER", 2)
    monkeypatch.setattr(casebook, "processors", lambda: 2)
    outcome = casebook._outcome
    monkeypatch.setattr(casebook, "_outcome", lambda case: outcome(case) if os.getpid() != here else 1 / 0)
    here, told, forms, missing = os.getpid(), list[tuple[int, int]](), Forms(), list[casebook.Missing]()
    cases = [*tracker.cases, tracker.case(4711)]
    with Kept(tracker.place, b"another") as held:
        read = [*casebook.outcomes(
            cases, tracker.engine, NOON.date(), missing, None, forms, held, lambda *how: told.append(how))]
    assert len(read) == len(tracker.cases)
    assert missing == [casebook.Missing("docket-4711")]
    assert told == [(2, 6), (4, 6), (6, 6)]
    assert hashes(tracker.build()) == alone


def test_where_nothing_can_be_kept_nobody_reads_ahead(tracker: Tracker, monkeypatch: pytest.MonkeyPatch):
    """All would be read twice: does the build begin no other process, and come out?"""
    monkeypatch.setattr(casebook, "_MANY", 3)
    monkeypatch.setattr(casebook, "processors", lambda: 2)
    monkeypatch.setattr(casebook, "pooled", lambda *how: 1 / 0)
    tracker.place.mkdir()
    assert tracker.build()


def hashes(site: Path) -> dict[str, bytes]:
    """Every file of a site but its seal, by what it holds."""
    return {str(place.relative_to(site)): hashlib.sha256(place.read_bytes()).digest()
            for place in site.rglob("*") if place.is_file() and place.name != MARKER}


def test_a_check_is_of_a_whole_second(tracker: Tracker):
    """Checked within a second of a day ago: does every page say of it what the table beside it says?"""
    tracker.checked(NOON - DAY + dt.timedelta(microseconds=400_000))
    lookups = checked(tracker.engine, held_dockets(tracker.engine))
    assert set(lookups.values()) == {NOON - DAY}
    assert len(lookups) == len(tracker.cases)


def test_what_is_taken_over_is_what_would_have_been_written(tracker: Tracker, tmp_path: Path):
    """After an entry has come and a case was retitled: is the site the one that a build without memory makes?"""
    tracker.build()
    entry = next(read_dockets(tracker.engine, [tracker.cases[2].dockets[0].id or 0])).entries[-1]
    tracker.change(schema.docket_entry, {"id": entry.id}, description="ORDER dismissing case.", raw_hash="0" * 32)
    tracker.cases[4] = tracker.cases[4]._replace(why="Because the court said so.")
    before = tracker.own_files()
    tracker.build()
    whole = tracker.build(keep=False, out=tmp_path / "whole")
    assert tracker.rewritten(before) == {tracker.cases[2].slug, tracker.cases[4].slug}
    mine, other = ({str(each.relative_to(root)): each.read_bytes() for each in root.rglob("*") if each.is_file()}
                   for root in (tracker.out, whole))
    assert mine.pop(MARKER) != other.pop(MARKER)
    assert mine == other


CHANGES = {
    "another program": lambda tracker: setattr(tracker, "version", b"2"),
    "an entry gone": lambda tracker: tracker.change(
        schema.docket_entry, {"docket_id": tracker.cases[0].dockets[0].id}, gone_at=NOON),
    "a party renamed": lambda tracker: tracker.change(
        schema.party, {"docket_id": tracker.cases[0].dockets[0].id}, name="Somebody Else", raw_hash="1" * 32),
    "a decision": lambda tracker: tracker.decisions.update({tracker.cases[0].slug: (
        Decision("correct", "The editor", fictional.AS_OF, "stage", "decided"),)}),
    "an editor's word": lambda tracker: tracker.cases.__setitem__(0, tracker.cases[0]._replace(why="New.")),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_is_read_again(tracker: Tracker, change: str):
    """Is the case whose facts, decisions or notes changed read and written anew?"""
    tracker.build()
    before = tracker.own_files()
    CHANGES[change](tracker)
    tracker.build(NOON + dt.timedelta(hours=1))
    assert tracker.cases[0].slug in tracker.rewritten(before)


def test_another_builds_site_gives_nothing(tracker: Tracker):
    """A site that was built in between without memory: is nothing taken over from it that was not sealed?"""
    tracker.build()
    tracker.build(NOON + DAY, keep=False)
    before = tracker.own_files()
    tracker.build(NOON + 2 * DAY)
    assert tracker.rewritten(before) == {case.slug for case in tracker.cases}


def test_a_file_that_is_missing_is_written(tracker: Tracker):
    """Somebody deleted a page: is it there again?"""
    tracker.build()
    page = tracker.out / "cases" / f"{tracker.cases[1].slug}.html"
    page.unlink()
    tracker.build()
    assert page.is_file()


def test_the_site_before_stays_as_it_was(tracker: Tracker):
    """Files stand in two sites at once for a moment: does a build that writes one leave the other alone?"""
    tracker.build()
    old = {path: (tracker.out / path).read_bytes() for path in tracker.own_files()}
    spare = tracker.out.with_name("spare")
    tracker.out.rename(spare)
    (tracker.out).mkdir()
    for path in spare.rglob("*"):
        place = tracker.out / path.relative_to(spare)
        place.mkdir(exist_ok=True) if path.is_dir() else place.hardlink_to(path)
    tracker.version = b"2"
    tracker.build(NOON + DAY)
    assert {path: (spare / path).read_bytes() for path in old} == old


def test_a_broken_file_is_begun_anew(tracker: Tracker):
    """Cut off by a full disk, or no such file at all: is the site built, and the file good again?"""
    tracker.build()
    tracker.place.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    before = tracker.own_files()
    tracker.build(NOON + DAY)
    assert tracker.rewritten(before) == {case.slug for case in tracker.cases}
    before = tracker.own_files()
    tracker.build(NOON + DAY)
    assert tracker.rewritten(before) == set()


def test_another_build_has_the_file(tracker: Tracker, monkeypatch: pytest.MonkeyPatch):
    """A second build while the first is at work: does it do without, and is what the first keeps untouched?"""
    tracker.build()
    monkeypatch.setattr(kept, "PATIENCE", 0.1)
    with Kept(tracker.place, tracker.version) as first:
        held = tracker.place.read_bytes()
        with Kept(tracker.place, tracker.version) as second:
            assert "locked" in second.trouble
            assert second.seals() == {}
            tracker._build(second, NOON, tracker.out)
        assert tracker.place.read_bytes() == held
        assert len(first.seals()) == len(tracker.cases)
    assert len(tracker.own_files()) >= 6 * len(tracker.cases)


def test_a_folder_nobody_may_write(tracker: Tracker):
    """The file cannot even be made: is the site built all the same?"""
    tracker.place.mkdir()
    with Kept(tracker.place, tracker.version) as held:
        tracker._build(held, NOON, tracker.out)
    assert "directory" in held.trouble
    assert len(tracker.own_files()) >= 6 * len(tracker.cases)


def test_a_disk_that_fills_up(tracker: Tracker):
    """No place for what this build would keep: is the site built, and what the last one kept still there?"""
    tracker.build()
    tracker.version = b"2"
    with Kept(tracker.place, tracker.version) as held:
        assert held._connection
        pages = held._connection.execute("PRAGMA page_count").fetchone()[0]
        held._connection.execute(f"PRAGMA max_page_count = {pages}")
        held.keep_seals({"much": b"x" * 1_000_000})
        tracker._build(held, NOON, tracker.out)
    assert "full" in held.trouble
    with Kept(tracker.place, b"1") as held:
        assert len(held.seals()) == len(tracker.cases)


def test_a_file_of_another_shape(tracker: Tracker):
    """Written by a version that kept other columns: is it made anew?"""
    tracker.build()
    with contextlib.closing(sqlite3.connect(tracker.place)) as connection:
        connection.execute("DROP TABLE outcome")
        connection.execute("CREATE TABLE outcome (name TEXT)")
    tracker.version = b"2"
    tracker.build()
    before = tracker.own_files()
    tracker.build()
    assert tracker.rewritten(before) == set()


def test_a_build_that_fails_keeps_nothing(tracker: Tracker):
    """An error on the way: is the file as it was?"""
    tracker.build()
    before = tracker.place.read_bytes()
    with pytest.raises(SiteError), Kept(tracker.place, b"9") as held:
        build(iter(()), LOOK._replace(accent="red"), tracker.out, NOON, kept=held)
    assert tracker.place.read_bytes() == before


def test_nobody_else_may_read_it(tracker: Tracker):
    """It says whom each case protects: is it the owner's alone?"""
    tracker.build()
    assert tracker.place.stat().st_mode & 0o077 == 0


def test_a_case_that_is_gone_is_forgotten(tracker: Tracker):
    """No longer followed: is nothing of it kept?"""
    tracker.build()
    gone = tracker.cases.pop()
    tracker.build()
    assert gone.slug.encode() not in tracker.place.read_bytes()
    with Kept(tracker.place, tracker.version) as held:
        assert len(held.seals()) == len(tracker.cases)


def days_that_turn(dockets: int, days: int) -> Iterator[tuple[str, dt.date, bool, bool]]:
    """Each invented docket on each of some days: whether it reads otherwise than the day before, and was due to."""
    for story, rows in fictional.generate(dockets):
        del story
        engine = open_store(":memory:")
        with writing(engine) as connection:
            courthouse.save(connection, rows, SEEN)
        for docket in read_dockets(engine, [row["id"] for row in rows["dockets"]]):
            filed = [entry.date_filed for entry in docket.entries if entry.date_filed]
            start = max(filed) - dt.timedelta(days=days // 2)
            last = read_case([docket], start)
            for ahead in range(1, days):
                day = start + dt.timedelta(days=ahead)
                now = read_case([docket], day)
                changed = now._replace(as_of=last.as_of) != last
                yield docket.docket_number, day, changed, day >= kept.until([docket], (), last)
                last = now
        engine.dispose()


def test_a_reading_stands_until_the_day_it_says():
    """Day by day: does no case read otherwise before the day on which it had to be read again?"""
    told = list(days_that_turn(30, 40))
    assert [(number, day) for number, day, changed, due in told if changed and not due] == []
    assert sum(changed for _, _, changed, _ in told) > 50
    assert sum(due for _, _, _, due in told) < len(told) / 3


def test_every_leaf_says_where_it_stands():
    """Are the paths that are taken over those that would be written?"""
    spoken = languages("en", (), (PACKAGED / "locales",))
    outputs = [each for each in standard_outputs(LOOK, NOON, spoken) if isinstance(each, Leaves)]
    assert outputs
    for case in many(3, entries=4):
        for output in outputs:
            assert [file.path for file in output.leaves(case)] == list(output.leaf_paths(case))


def test_what_somebody_changed_is_written_anew(tracker: Tracker):
    """Somebody put a line into a page after the build: is it gone with the next?"""
    tracker.build()
    page = tracker.out / "cases" / f"{tracker.cases[1].slug}.html"
    built = page.read_bytes()
    page.write_bytes(built + b"<!-- mine -->")
    tracker.build()
    assert page.read_bytes() == built


def test_a_file_that_comes_out_the_same_is_the_same(tracker: Tracker):
    """For whoever copies the site elsewhere: is the style sheet, which did not change, the very same file?"""
    tracker.build()
    before = (tracker.out / "static" / "site.css").stat().st_ino
    tracker.build(NOON + DAY)
    assert (tracker.out / "static" / "site.css").stat().st_ino == before


def test_the_data_of_a_case_hold_every_word_of_its_files(tracker: Tracker):
    """Files that are taken over are not looked into again for names, but their case's data are: is that enough?"""
    tracker.build()
    owned = [path for path in tracker.own_files() if not path.startswith("data/") and not path.endswith(".png")]
    extra = {path: words_in(tracker.out / path) - words_in(tracker.out / f"data/cases/{addresses.slug_in(path)}.json")
             for path in owned}
    often = Counter((Path(path).parent.name, word) for path, words in extra.items() for word in words)
    for path, words in extra.items():
        data = (tracker.out / f"data/cases/{addresses.slug_in(path)}.json").read_text()
        torn = {word for word in words if re.search(rf"\b{word}", decoded(data, ".json"), re.IGNORECASE)}
        own = {word for word in words if often[Path(path).parent.name, word] >= len(tracker.cases)}
        assert words - torn - own - SITE == set(), path


def words_in(place: Path) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", decoded(place.read_text(), place.suffix).lower()))


SITE = {"ecf", *re.findall(r"\w+", "\n".join(own_words(LOOK, None, [PACKAGED])).lower())}
"""What the site says whatever its cases are; in citations too."""
