"""The store: is it made, upgraded and refused as it should be, and does a kill leave no half of anything?"""
import datetime as dt
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from writwatch.fetch import FetchError
from writwatch.fetch import schema as s
from writwatch.fetch.database import connect, open_store, store_url, writing
from writwatch.fetch.objects import Court, Found
from writwatch.fetch.store import Seen, hash_of, pack, save_courts, unpack

NOON = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)


def found_court(name: str) -> Found:
    return Found(Court("mnd", short_name=name), b'{"id":"mnd","short_name":"%s"}' % name.encode())


def test_the_migrations_make_the_schema(engine: sa.Engine):
    """Is what the migrations make what schema.py says, column by column?"""
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), s.metadata) == []


def test_every_column_that_may_be_null_says_what_null_means():
    """schema.py promises it: is there a comment on each such line?"""
    lines = Path(s.__file__).read_text(encoding="utf-8").splitlines()
    assert [line.strip() for line in lines if "nullable=True" in line and "#" not in line] == []


def test_a_store_is_opened_twice(database: str):
    for _ in range(2):
        open_store(database).dispose()


def test_a_newer_store_is_refused(database: str):
    engine = open_store(database)
    with writing(engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    with pytest.raises(FetchError, match="newer writwatch made the database"):
        open_store(database)


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("/nonexistent/folder/x.db", "cannot open the database"),
        ("postgresql://me:secret@127.0.0.1:1/x", "cannot open the database"),
        ("nonsense://x", "nonsense is no database writwatch knows"),
        ("postgresql://me:secret@x:port/y", "neither a file nor a readable URL"),
    ],
)
def test_a_database_that_cannot_be_opened(where: str, sentence: str):
    with pytest.raises(FetchError, match=sentence) as raised:
        open_store(where)
    assert "secret" not in str(raised.value)


def test_a_file_that_is_no_database(tmp_path: Path):
    (tmp_path / "x.db").write_text("This is a letter, not a database. " * 100)
    with pytest.raises(FetchError, match="not a database"):
        open_store(str(tmp_path / "x.db"))


def test_a_row_of_history_for_each_field(engine: sa.Engine):
    """Born, changed, seen again: one change, and the times of all three."""
    for hour, name in enumerate(["D. Minn", "D. Minnesota", "D. Minnesota"]):
        with writing(engine) as connection:
            saved = save_courts(connection, [found_court(name)], Seen(NOON + dt.timedelta(hours=hour), None))
        assert saved == (1, 1, 0)[hour]
    with engine.connect() as connection:
        court = connection.execute(sa.select(s.court)).one()
        change = connection.execute(sa.select(s.change)).one()
    assert (court.short_name, court.first_seen, court.last_seen) == ("D. Minnesota", NOON, NOON + dt.timedelta(hours=2))
    assert (change.entity, change.entity_id, change.field) == ("court", "mnd", "short_name")
    assert (change.old, change.new, change.seen_at) == ('"D. Minn"', '"D. Minnesota"', NOON + dt.timedelta(hours=1))


def test_a_page_is_saved_whole_or_not_at_all(engine: sa.Engine):
    def save_then_fail() -> None:
        with writing(engine) as connection:
            save_courts(connection, [found_court("D. Minn")], Seen(NOON, None))
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        save_then_fail()
    with engine.connect() as connection:
        assert connection.execute(sa.select(s.court)).all() == []


def test_raw_objects_come_back():
    raw = '{"description": "Niño \\u0000 \U0001f600"}'.encode()
    assert unpack(pack(raw)) == {"description": "Niño \0 \U0001f600"}
    assert hash_of(raw) != hash_of(raw + b" ")


def test_times_are_utc_whatever_they_came_in(engine: sa.Engine):
    pacific = dt.timezone(dt.timedelta(hours=-8))
    with writing(engine) as connection:
        save_courts(connection, [found_court("x")], Seen(dt.datetime(2026, 1, 1, 16, tzinfo=pacific), None))
    with engine.connect() as connection:
        assert connection.scalar(sa.select(s.court.c.first_seen)) == dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
        kept = connection.scalar(sa.select(sa.type_coerce(s.court.c.first_seen, sa.String)))
    assert kept == "2026-01-02T00:00:00.000000+00:00"


KILLED_MIGRATION = """
import os, signal, sys
import sqlalchemy as sa
from writwatch.fetch import database

count = 0
def die(connection, cursor, statement, *_):
    global count
    count += statement.lstrip().startswith("CREATE")
    if count == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

engine = database.connect(database.store_url(sys.argv[1]))
sa.event.listen(engine, "after_cursor_execute", die)
database.migrate(engine)
"""


@pytest.mark.slow
@pytest.mark.parametrize("statement", [1, 2, 9, 20])
def test_a_kill_in_the_middle_of_a_migration(database: str, statement: int):
    """Killed after the n-th CREATE: is nothing of it left, and does the next start make the whole?"""
    program = [sys.executable, "-c", textwrap.dedent(KILLED_MIGRATION), database, str(statement)]
    done = subprocess.run(program, check=False, env=os.environ, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    engine = connect(store_url(database))
    with engine.connect() as connection:
        assert sa.inspect(connection).get_table_names() in ([], ["alembic_version"])
    engine.dispose()
    engine = open_store(database)
    with engine.connect() as connection:
        assert set(sa.inspect(connection).get_table_names()) == {*s.metadata.tables, "alembic_version"}
    engine.dispose()
