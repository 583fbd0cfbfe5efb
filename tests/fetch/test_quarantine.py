"""Rows that nobody could understand: can a person close that, is nothing lost, and is a new trouble a new one?"""
import datetime as dt
import json
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result
from writwatch.fetch import FetchError
from writwatch.fetch import schema as s
from writwatch.fetch.database import open_store, reading, writing
from writwatch.fetch.health import fetching
from writwatch.fetch.quarantine import read_quarantine, reopen, settle, tell_quarantine
from writwatch.fetch.store import (
    Seen,
    has_quarantine,
    resolve_quarantine,
    resolve_unseen,
    save_quarantine,
)
from writwatch.render.cli import writwatch

from .test_sync import DAY, MONTH, World, assert_equal_to_upstream, world  # noqa: F401 - a fixture

NOON = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
WEEK = 7 * DAY
BY = "Dana Whitlow"
WRONG = b'{"id": 5, "date_filed": "2026-02-30"}'
ENTRIES = "docket-entries"


@pytest.fixture
def store(engine: sa.Engine) -> sa.Engine:
    """A store with one row in quarantine, of docket 7000."""
    comes(engine, WRONG, NOON)
    return engine


def comes(engine: sa.Engine, raw: bytes, at: dt.datetime) -> bool:
    with writing(engine) as connection:
        return save_quarantine(connection, ENTRIES, 7000, raw, "Invalid date - at `$.date_filed`", Seen(at, None))


def waiting(engine: sa.Engine) -> int:
    assert fetching(engine, [], NOON).quarantined == len(read_quarantine(engine))
    return len(read_quarantine(engine))


def settle_all(engine: sa.Engine) -> None:
    settle(engine, [row.id for row in read_quarantine(engine)], BY, "No calendar has that day.", NOON)


def test_what_is_settled_troubles_nobody(store: sa.Engine) -> None:
    """Is it kept whole, with who and why, and listed as settled? And does its docket's past stay safe?"""
    before, = read_quarantine(store)
    settle_all(store)
    assert waiting(store) == 0
    row, = read_quarantine(store, settled=True)
    assert row == before._replace(settled_at=NOON, settled_by=BY, settled_why="No calendar has that day.")
    assert row.text.encode() == WRONG
    with reading(store) as connection:
        assert has_quarantine(connection, ENTRIES, 7000)
    assert reopen(store, [row.id]) == 1
    assert read_quarantine(store) == [before]


def test_the_same_again_stays_settled(store: sa.Engine) -> None:
    """Asked for once more and garbled as before: nothing new?"""
    settle_all(store)
    assert not comes(store, WRONG, NOON + HOUR)
    assert waiting(store) == 0
    assert read_quarantine(store, settled=True)[0].seen_at == NOON + HOUR


def test_another_form_is_a_new_trouble(store: sa.Engine) -> None:
    settle_all(store)
    assert comes(store, WRONG.replace(b"02-30", b"02-31"), NOON + HOUR)
    row, = read_quarantine(store)
    assert "02-31" in row.text
    assert [row.text.encode() for row in read_quarantine(store, settled=True)] == [WRONG]


@pytest.mark.parametrize("mended", [True, False])
def test_a_relapse_is_a_new_trouble(store: sa.Engine, mended: bool) -> None:
    """Settled, then mended or gone, then garbled as it was: does it wait again, with nobody's word on it?"""
    settle_all(store)
    with writing(store) as connection:
        if mended:
            resolve_quarantine(connection, ENTRIES, [5], NOON + HOUR)
        else:
            resolve_unseen(connection, ENTRIES, 7000, NOON + HOUR, NOON + HOUR)
    assert read_quarantine(store, settled=True) == []
    assert comes(store, WRONG, NOON + 2 * HOUR)
    row, = read_quarantine(store)
    assert (row.settled_at, row.settled_by, row.settled_why) == (None, "", "")


@pytest.mark.parametrize("ids", [[99], [1, 99]])
def test_a_slip_of_the_finger_changes_nothing(store: sa.Engine, ids: list[int]) -> None:
    for change in (lambda: settle(store, ids, BY, "", NOON), lambda: reopen(store, ids)):
        with pytest.raises(FetchError, match=r"^no row in quarantine has the id 99: .* Nothing was changed\.$"):
            change()
    with pytest.raises(FetchError, match=r"^nobody settles it"):
        settle(store, [1], "  ", "", NOON)
    assert waiting(store) == 1


def test_what_is_understood_is_no_more_to_be_settled(store: sa.Engine) -> None:
    with writing(store) as connection:
        resolve_quarantine(connection, ENTRIES, [5], NOON)
    with pytest.raises(FetchError, match="no row in quarantine"):
        settle(store, [1], BY, "", NOON)


EVIL = "\x1b]0;owned\x07\x1b[2J\u202e\u2066name\r\n\x9b31m"


def test_no_terminal_obeys_what_came(engine: sa.Engine) -> None:
    """Escapes in the row, its id, its error, its endpoint and an editor's words: is none of them printed?"""
    raw = json.dumps({"id": EVIL, "description": EVIL * 60}, ensure_ascii=False).encode()
    bare = f"{EVIL}\x00{EVIL}".encode()
    with writing(engine) as connection:
        for text in (raw, bare):
            save_quarantine(connection, EVIL, 7000, text, EVIL, Seen(NOON, None))
    waits = tell_quarantine(read_quarantine(engine), 20)
    settle(engine, [row.id for row in read_quarantine(engine)], f"Dana{EVIL}", f"Why {EVIL}", NOON)
    for told in (waits, tell_quarantine(read_quarantine(engine, settled=True), 20, settled=True)):
        assert "owned" in told
        assert [c for c in told if not c.isprintable() and c != "\n"] == []
        assert max(map(len, told.splitlines())) <= 400


def test_a_settled_row_ends_no_run_with_trouble(world: World) -> None:  # noqa: F811
    """A year of a garbled row, settled on the first day: is every later run free of it, is what we held of the entry
    never taken for deleted, and is the row understood once it is mended?"""
    world.sync()
    world.server.rows.upsert(ENTRIES, [{"id": 700_005, "date_filed": "2026-02-30"}])
    world.later(MONTH)
    assert world.sync().quarantined == 1
    settle_all(world.engine)
    for _ in range(3):
        world.later(MONTH)
        assert world.sync().quarantined == 0
    gone = world.all(sa.select(s.docket_entry.c.gone_at).where(s.docket_entry.c.id == 700_005))
    assert [row.gone_at for row in gone] == [None]
    world.server.rows.upsert(ENTRIES, [{"id": 700_005, "date_filed": "2026-02-31"}])
    world.later(MONTH)
    assert world.sync().quarantined == 1
    world.server.rows.upsert(ENTRIES, [{"id": 700_005, "date_filed": "2026-02-03"}])
    world.later(MONTH)
    assert world.sync().quarantined == 0
    assert_equal_to_upstream(world)


# As it is typed.


def typed(db: str, *words: str) -> Result:
    return CliRunner().invoke(writwatch, ["--db", db, "quarantine", *words], standalone_mode=False)


def test_the_commands(database: str) -> None:
    """Listed, settled by its own line, listed as settled, reopened?"""
    engine = open_store(database)
    comes(engine, WRONG, NOON)
    listed = typed(database).stdout
    assert "docket-entries of docket 7000, row 5, came last at 2026-04-10 12:00 UTC" in listed
    assert '| {"id": 5, "date_filed": "2026-02-30"}' in listed
    assert 'writwatch quarantine settle 1 --by "YOUR NAME"' in listed
    assert json.loads(typed(database, "--json").stdout)[0]["text"].encode() == WRONG
    assert "1 settled" in typed(database, "settle", "1", "--by", BY, "--why", "Told them.").stdout
    assert typed(database).stdout == "Nothing in quarantine waits for a person.\n"
    assert f"by {BY}: Told them." in typed(database, "--settled").stdout
    assert "1 wait again" in typed(database, "reopen", "1").stdout
    assert typed(database).stdout == listed
    assert waiting(engine) == 1
    engine.dispose()


def test_without_a_database(tmp_path: Path) -> None:
    """One sentence, and no empty database is left behind?"""
    done = typed(str(tmp_path / "none.db"))
    assert isinstance(done.exception, FetchError)
    assert "there is no database" in str(done.exception)
    assert list(tmp_path.iterdir()) == []
