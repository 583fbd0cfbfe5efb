"""The store: is it made, upgraded and refused as it should be, and does a kill leave no half of anything?"""
import datetime as dt
import json
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from writwatch.fetch import FetchError
from writwatch.fetch import schema as s
from writwatch.fetch.database import connect, open_store, reading, store_url, turn, writing
from writwatch.fetch.objects import Docket, DocketEntry, Found, decode_rows
from writwatch.fetch.store import (
    Seen,
    has_quarantine,
    hash_of,
    mark_gone,
    pack,
    resolve_quarantine,
    save_dockets,
    save_entries,
    save_quarantine,
    unpack,
)

NOON = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)


def found_docket(cause: str) -> Found:
    return Found(Docket(7000, "mnd", cause=cause), b'{"id":7000,"court_id":"mnd","cause":"%s"}' % cause.encode())


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
    for hour, cause in enumerate(["28:2241", "28:1331", "28:1331"]):
        with writing(engine) as connection:
            saved = save_dockets(connection, [found_docket(cause)], Seen(NOON + dt.timedelta(hours=hour), None))
        assert saved == (1, 1, 0)[hour]
    with engine.connect() as connection:
        docket = connection.execute(sa.select(s.docket)).one()
        change = connection.execute(sa.select(s.change)).one()
    assert (docket.cause, docket.first_seen, docket.last_seen) == ("28:1331", NOON, NOON + dt.timedelta(hours=2))
    assert (change.entity, change.entity_id, change.field) == ("docket", "7000", "cause")
    assert (change.old, change.new, change.seen_at) == ('"28:2241"', '"28:1331"', NOON + dt.timedelta(hours=1))


def test_a_page_is_saved_whole_or_not_at_all(engine: sa.Engine):
    def save_then_fail() -> None:
        with writing(engine) as connection:
            save_dockets(connection, [found_docket("28:2241")], Seen(NOON, None))
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        save_then_fail()
    with engine.connect() as connection:
        assert connection.execute(sa.select(s.docket)).all() == []


def test_raw_objects_come_back():
    raw = '{"description": "Niño \\u0000 \U0001f600"}'.encode()
    assert unpack(pack(raw)) == {"description": "Niño \0 \U0001f600"}
    assert hash_of(raw) != hash_of(raw + b" ")


def test_times_are_utc_whatever_they_came_in(engine: sa.Engine):
    pacific = dt.timezone(dt.timedelta(hours=-8))
    with writing(engine) as connection:
        save_dockets(connection, [found_docket("x")], Seen(dt.datetime(2026, 1, 1, 16, tzinfo=pacific), None))
    with engine.connect() as connection:
        assert connection.scalar(sa.select(s.docket.c.first_seen)) == dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
        kept = connection.scalar(sa.select(sa.type_coerce(s.docket.c.first_seen, sa.String)))
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


@pytest.mark.parametrize(
    ("raw", "entity_id"),
    [
        (b'{"id": 17}', "17"),
        (b'{"id": "a\\u0000b"}', "a\\u0000b"),
        (b'{"id": "\\ud800"}', "\\ud800"),
        (b'{"id": "mnd"}', "mnd"),
        (b'{"id": {"a": 1}}', None),
        (b"null", None),
        (b"[" * 100_000, None),
        (b"\xff\xfe", None),
        (b'{"phone": ' + b"[" * 100_000, None),
    ],
)
def test_anything_can_be_kept_in_quarantine(engine: sa.Engine, raw: bytes, entity_id: str | None):
    """NULs, half a surrogate pair, brackets without end: is it kept, by both databases?"""
    with writing(engine) as connection:
        save_quarantine(connection, "docket-entries", 1, raw, "not understood", Seen(NOON, None))
        assert connection.scalar(sa.select(s.quarantine.c.entity_id)) == entity_id


def test_the_same_nonsense_of_two_dockets_is_two_rows(engine: sa.Engine):
    """null in the lists of two dockets: does each docket know that something of it was not understood?"""
    with writing(engine) as connection:
        for docket_id in (1, 2, 2):
            save_quarantine(connection, "docket-entries", docket_id, b"null", "no", Seen(NOON, None))
        assert [has_quarantine(connection, "docket-entries", number) for number in (1, 2, 3)] == [True, True, False]
        assert connection.scalar(sa.select(sa.func.count()).select_from(s.quarantine)) == 2


def test_a_row_that_is_spoiled_again_is_open_again(engine: sa.Engine):
    later = NOON + dt.timedelta(hours=1)
    with writing(engine) as connection:
        save_quarantine(connection, "docket-entries", 1, b'{"id": 5}', "no", Seen(NOON, None))
        resolve_quarantine(connection, "docket-entries", [5], NOON)
        assert not has_quarantine(connection, "docket-entries", 1)
        save_quarantine(connection, "docket-entries", 1, b'{"id": 5}', "no", Seen(later, None))
        assert has_quarantine(connection, "docket-entries", 1)
        assert connection.scalar(sa.select(s.quarantine.c.seen_at)) == later


def entries(*rows: str) -> tuple[Found, ...]:
    found, bad = decode_rows([row.encode() for row in rows], DocketEntry)  # pyright: ignore[reportArgumentType]
    assert not bad
    return found


def test_a_field_whose_name_no_database_keeps(engine: sa.Engine):
    """Unknown fields may be called anything: is their history written all the same?"""
    with writing(engine) as connection:
        for hour, value in enumerate((1, 2)):
            row = json.dumps({"id": 1, "docket": "/dockets/2/", "a\0b": value, "caf\u00e9": value})
            save_entries(connection, entries(row), Seen(NOON + dt.timedelta(hours=hour), None))
        fields = connection.scalars(sa.select(s.change.c.field).order_by(s.change.c.id)).all()
    assert fields == ["a\\u0000b", "caf\\u00e9"]


def test_an_entry_that_comes_twice_in_a_page(engine: sa.Engine):
    """The later one counts, with its documents: is the document that only the earlier one had gone?"""
    row = '{"id":1,"docket":"/dockets/2/","description":"%s","recap_documents":[{"id":%d}]}'
    with writing(engine) as connection:
        assert save_entries(connection, entries(row % ("a", 8), row % ("b", 9)), Seen(NOON, None)) == 1
        assert connection.scalars(sa.select(s.docket_entry.c.description)).all() == ["b"]
        table = s.recap_document.c
        assert connection.scalars(sa.select(table.id).where(table.gone_at.is_(None))).all() == [9]


def test_what_is_read_is_one_moment(database: str):
    """A page is saved between two statements of a reader: does the reader see all of it, or none?"""
    engine, other = open_store(database), open_store(database)
    count = sa.select(sa.func.count()).select_from(s.docket)
    with reading(engine) as reader:
        assert reader.scalar(count) == 0
        with writing(other) as connection:
            save_dockets(connection, [found_docket("28:2241")], Seen(NOON, None))
        assert reader.scalar(count) == 0
    with reading(engine) as reader:
        assert reader.scalar(count) == 1
    for one in (engine, other):
        one.dispose()


def test_readers_do_not_wait_for_the_writer(engine: sa.Engine):
    with engine.begin(), reading(engine) as reader:
        assert reader.scalar(sa.select(sa.func.count()).select_from(s.docket)) == 0


def read_only(database: str) -> sa.Engine:
    open_store(database).dispose()
    if "://" in database:
        return connect(store_url(database).update_query_dict({"options": "-c default_transaction_read_only=on"}))
    return connect(store_url(f"sqlite:///file:{database}?mode=ro&uri=true"))


def test_a_database_that_may_only_be_read(database: str):
    """A file on a disk that is mounted read-only, a standby: is it said, and can it still be read?"""
    engine = read_only(database)
    with reading(engine) as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(s.docket)) == 0
    refused = pytest.raises(FetchError, match=r"cannot be written \(.*read-?only.*safe.*run again")
    with refused, writing(engine) as connection:
        save_dockets(connection, [found_docket("28:2241")], Seen(NOON, None))
    engine.dispose()


def test_a_database_that_another_program_holds(tmp_path: Path):
    """SQLite's writer's lock is not let go of: is it said after the wait?"""
    engine, other = open_store(str(tmp_path / "x.db")), open_store(str(tmp_path / "x.db"))
    sa.event.listen(other, "connect", lambda raw, _: raw.execute("PRAGMA busy_timeout=50"))
    other.dispose()
    with engine.begin(), pytest.raises(FetchError, match=r"\(database is locked\).*no other program"):  # noqa: SIM117
        with writing(other):
            pass
    for one in (engine, other):
        one.dispose()


def test_a_database_server_that_goes_away(database: str):
    """PostgreSQL is restarted in the middle of a page: a sentence, and the next page goes?"""
    if "://" not in database:
        pytest.skip("SQLite has no server")
    engine = open_store(database)
    broken = pytest.raises(FetchError, match=r"cannot be written .*safe")
    with broken, writing(engine) as connection:
        save_dockets(connection, [found_docket("28:2241")], Seen(NOON, None))
        connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")
    with writing(engine) as connection:
        assert save_dockets(connection, [found_docket("28:2241")], Seen(NOON, None)) == 1
    engine.dispose()


def test_a_fault_of_ours_keeps_its_traceback(engine: sa.Engine):
    with pytest.raises(sa.exc.SQLAlchemyError), writing(engine) as connection:
        connection.exec_driver_sql("SELECT * FROM nonesuch")


def entry_as_of(minute: int, text: str) -> Found:
    body = {"id": 1, "docket": "http://x/dockets/7000/", "description": text, "recap_documents": [
        {"id": 9, "document_number": "1", "description": text}],
        "date_modified": f"2026-04-10T12:{minute:02}:00Z"}
    found, bad = decode_rows([msgspec.Raw(json.dumps(body).encode())], DocketEntry)
    assert not bad
    return found[0]


def test_an_answer_that_was_overtaken_changes_nothing(engine: sa.Engine):
    """Two ask at once, and the one with the older answer saves it last: does the newer text stay, and its history?"""
    for minute, text in ((1, "first"), (3, "third"), (2, "second"), (3, "third")):
        with writing(engine) as connection:
            save_entries(connection, [entry_as_of(minute, text)], Seen(NOON, None))
    with reading(engine) as connection:
        assert connection.scalar(sa.select(s.docket_entry.c.description)) == "third"
        assert connection.scalar(sa.select(s.recap_document.c.description)) == "third"
        changed = sa.select(s.change.c.new).where(s.change.c.field == "description").order_by(s.change.c.id)
        assert set(connection.scalars(changed)) == {'"third"'}


@pytest.mark.parametrize(("seconds", "gone"), [(-1, 1), (1, 0)])
def test_what_an_overtaken_answer_has_is_there(engine: sa.Engine, seconds: int, gone: int):
    """A pass begun at noon got a row from a replica that lags, another before it: is the row not taken for deleted?"""
    for after, minute in ((-2, 3), (seconds, 2), (-2, 1)):
        with writing(engine) as connection:
            seen = Seen(NOON + dt.timedelta(seconds=after), None)
            save_entries(connection, [entry_as_of(minute, str(minute))], seen)
    with writing(engine) as connection:
        assert mark_gone(connection, s.docket_entry, 7000, NOON, NOON) == gone
        assert connection.scalar(sa.select(s.docket_entry.c.description)) == "3"


def test_turns(database: str):
    """Has one process its turn, has another none meanwhile, and one again once the first is gone?"""
    one, other = connect(store_url(database)), connect(store_url(database))
    apart = one.dialect.name == "postgresql"
    with turn(one, "docket 7") as mine, turn(other, "docket 7") as too, turn(other, "docket 8") as its:
        assert (mine, too, its) == (True, not apart, True)
    with turn(other, "docket 7") as mine:
        assert mine
    if apart:
        with turn(one, "docket 7") as mine:
            assert mine
            with other.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                held = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2"
                assert connection.execute(sa.text(held)).all()
    with turn(other, "docket 7") as mine:
        assert mine
    one.dispose()
    other.dispose()
