"""Copies made by hand, as docs/operators.md says: is each whole, whoever writes meanwhile, and does it come back?"""
import contextlib
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from sqlalchemy.exc import ProgrammingError
from writwatch.fetch import FetchError
from writwatch.fetch.database import connect, open_store, reading, store_url, writing
from writwatch.fetch.takedowns import KEY_FILE, load
from writwatch.render import cli
from writwatch.render.store import open_to_read, read_dockets

from .fetch.old_stores import KEY, NOON, OLD, make

OPERATORS = (Path(__file__).parent.parent / "docs" / "operators.md").read_text(encoding="utf-8")
NEWEST = max(path.stem for path in OLD.glob("*.sql"))


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database with a few rows, in a folder of its own with the key of its takedowns."""
    path = tmp_path / "here" / "dockets.db"
    path.parent.mkdir()
    make(NEWEST, path)
    path.with_name(KEY_FILE).write_bytes(KEY)
    return path


def runs(path: Path) -> set[str]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT command FROM run")}


def copy_by_the_book(folder: Path) -> None:
    """The line of the guide, typed."""
    (line,) = re.findall(r"^\(umask 077; .*\)$", OPERATORS, re.M)
    line = line.replace("python3", sys.executable)
    subprocess.run(["bash", "-c", line], cwd=folder, check=True)


def test_a_copy_while_somebody_writes(db: Path):
    """With rows in the log and a transaction under way: is the copy of one moment? And is `cp` none, as we say?"""
    writer = sqlite3.connect(db, isolation_level=None)
    writer.execute("PRAGMA journal_mode=WAL")
    writer.execute("PRAGMA wal_autocheckpoint=0")
    writer.execute("INSERT INTO run (command, started_at, detail) VALUES ('in the log', 'x', '')")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("INSERT INTO run (command, started_at, detail) VALUES ('not yet', 'x', '')")
    copy_by_the_book(db.parent)
    shutil.copyfile(db, db.with_name("cp.db"))
    writer.execute("COMMIT")
    writer.close()
    assert runs(db.with_name("copy.db")) == {"fetch", "in the log"}
    assert "in the log" not in runs(db.with_name("cp.db"))
    assert db.with_name("copy.db").stat().st_mode & 0o077 == 0


def test_on_another_machine(db: Path, tmp_path: Path):
    """The copy and the key elsewhere: does everything go on? Without the key, is it said before anything is written?"""
    copy_by_the_book(db.parent)
    there = tmp_path / "there" / "dockets.db"
    there.parent.mkdir()
    shutil.move(db.with_name("copy.db"), there)
    shutil.rmtree(db.parent)
    done = CliRunner().invoke(cli.writwatch, ["--db", str(there), "status"], catch_exceptions=False)
    assert "followed" in done.output
    engine = open_to_read(str(there))
    assert [docket.id for docket in read_dockets(engine, [7000, 7001])] == [7000, 7001]
    with pytest.raises(FetchError, match=f"{KEY_FILE}.* is not beside the database"), reading(engine) as connection:
        load(connection)
    there.with_name(KEY_FILE).write_bytes(KEY)
    with reading(engine) as connection:
        takedowns = load(connection)
    engine.dispose()
    assert takedowns
    assert takedowns.has_docket(7009)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_dump_of_postgresql(database: str):
    """Dumped, emptied and restored as the guide says: is every row there again, the key of the takedowns too?"""
    dump, restore = shutil.which("pg_dump"), shutil.which("pg_restore")
    if not dump or not restore:
        pytest.skip("no pg_dump: install PostgreSQL's client")
    for words in ("pg_dump --format=custom", "pg_restore --clean --if-exists"):
        assert words in OPERATORS
    engine = open_store(database)
    with writing(engine) as connection:
        connection.execute(sa.text("INSERT INTO takedown VALUES ('key', :key, :at, '')"),
                           {"key": KEY.hex(), "at": NOON.isoformat()})
    plain = store_url(database).set(drivername="postgresql").render_as_string(hide_password=False)
    dumped = subprocess.run([dump, "--format=custom", plain], check=True, capture_output=True).stdout
    with writing(engine) as connection:
        connection.exec_driver_sql("DELETE FROM takedown")
    engine.dispose()
    subprocess.run([restore, "--clean", "--if-exists", "--dbname", plain], input=dumped, check=True)
    engine = open_to_read(database)
    with reading(engine) as connection:
        assert connection.scalar(sa.text("SELECT hash FROM takedown")) == KEY.hex()
    engine.dispose()


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_reader_who_may_only_read(database: str):
    """A PostgreSQL user with SELECT alone: can the other half read with it?"""
    open_store(database).dispose()
    admin = sa.create_engine(store_url(database), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        for statement in ("DROP ROLE IF EXISTS writwatch_reader", "CREATE ROLE writwatch_reader LOGIN",
                          "GRANT SELECT ON ALL TABLES IN SCHEMA public TO writwatch_reader"):
            connection.exec_driver_sql(statement)
    reader = store_url(database).set(username="writwatch_reader").render_as_string(hide_password=False)
    engine = open_to_read(reader)
    assert list(read_dockets(engine, [1])) == []
    with pytest.raises(ProgrammingError), connect(store_url(reader)).begin() as connection:
        connection.exec_driver_sql("DELETE FROM run")
    engine.dispose()
    with admin.connect() as connection:
        connection.exec_driver_sql("DROP OWNED BY writwatch_reader")
        connection.exec_driver_sql("DROP ROLE writwatch_reader")
    admin.dispose()
