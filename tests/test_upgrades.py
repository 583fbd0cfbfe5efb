"""Databases of every earlier schema: does the present code open each, lose nothing, and go on from there?

`fetch/old/REVISION.sql` is a database as that version left it; `fetch/old_stores.py` says how a new one is made.
"""
import contextlib
import datetime as dt
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.config import Config
from alembic.script import ScriptDirectory
from click.testing import CliRunner
from writwatch.fetch import FetchError
from writwatch.fetch import schema as s
from writwatch.fetch.database import MIGRATIONS, connect, open_store, reading, store_url
from writwatch.fetch.sandbox import serve
from writwatch.fetch.store import unpack
from writwatch.fetch.takedowns import KEY_FILE
from writwatch.render import SiteError, cli
from writwatch.render.store import open_to_read, read_dockets, read_found

from .fetch.conftest import ROOT, docket_row, entry_row, write_rows
from .fetch.old_stores import FORGOTTEN, GRANT, KEY, NOON, OLD, ROWS, SINCE, at_revision, make

KEPT = sorted(path.stem for path in OLD.glob("*.sql"))


def migrations() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return sorted(script.revision for script in ScriptDirectory.from_config(config).walk_revisions())


def test_every_migration_has_its_kept_database():
    """A new migration needs one: `python -m tests.fetch.old_stores REVISION`."""
    assert migrations() == KEPT
    assert KEPT[-1] == s.REVISION


def opened(path: Path, revision: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.executescript((OLD / f"{revision}.sql").read_text(encoding="utf-8"))
    return connection


def tables_of(path: Path) -> dict[str, str]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall())


@pytest.mark.parametrize("revision", KEPT)
def test_a_migration_is_never_changed(revision: str, tmp_path: Path):
    """Do the migrations still make, as far as that one, the tables that the kept database has? Has each a row?"""
    kept = opened(tmp_path / "kept.db", revision)
    make(revision, tmp_path / "made.db")
    assert tables_of(tmp_path / "made.db") == tables_of(tmp_path / "kept.db")
    for (table,) in kept.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        assert kept.execute(f"SELECT count(*) FROM {table}").fetchone()[0], table
    kept.close()


@pytest.fixture(params=KEPT)
def revision(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def old(revision: str, database: str, tmp_path: Path) -> str:
    """The kept database of a revision, as --db takes it, on SQLite and on PostgreSQL."""
    (tmp_path / KEY_FILE).write_bytes(KEY)
    where = store_url(database)
    if where.get_backend_name() == "sqlite":
        opened(Path(database), revision).close()
    else:
        copy_into(where, revision, tmp_path / "kept.db")
    return database


COUNTED_UP = ("change", "run", "request", "quarantine", "push")
"""The tables whose ids PostgreSQL counts up by itself."""


def copy_into(where: sa.URL, revision: str, kept: Path) -> None:
    """The kept rows into a PostgreSQL database at the same revision; its key of the takedowns stands in the table."""
    opened(kept, revision).close()
    source, target = connect(store_url(str(kept))), at_revision(where, revision)
    tables = sa.MetaData()
    with source.connect() as read, target.begin() as write:
        tables.reflect(read)
        for table in tables.sorted_tables:
            rows = [row._asdict() for row in read.execute(table.select())]
            if table.name != "alembic_version" and rows:
                write.execute(table.insert(), rows)
            if table.name in COUNTED_UP:
                write.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), max(id)) "
                                      f"FROM {table.name}")
        if "takedown" in tables.tables:
            key = {"kind": "key", "hash": KEY.hex(), "at": NOON.isoformat(), "why": ""}
            write.execute(tables.tables["takedown"].insert(), key)
    source.dispose()
    target.dispose()


def kept_tables(revision: str) -> dict[str, set[str]]:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript((OLD / f"{revision}.sql").read_text(encoding="utf-8"))
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: {row[1] for row in connection.execute(f"PRAGMA table_info({name})")} for (name,) in names}


def expected(table: str, columns: set[str]) -> list[dict[str, Any]]:
    """The rows of a table as they should read now, where it had these columns."""
    return [{name: value if name in columns else SINCE[table, name] for name, value in row.items()}
            for row in ROWS[table]]


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: json.dumps(row, default=str, sort_keys=True))


def test_no_row_is_lost(old: str, revision: str):
    """Upgraded: has every table every row, each value as it is meant, and a later table none?"""
    engine, there = open_store(old), kept_tables(revision)
    with reading(engine) as connection:
        assert connection.scalar(sa.text("SELECT version_num FROM alembic_version")) == s.REVISION
        for name, table in s.metadata.tables.items():
            rows = [row._asdict() for row in connection.execute(table.select()) if row._asdict().get("kind") != "key"]
            assert in_order(rows) == in_order(expected(name, there[name]) if name in there else []), name
    engine.dispose()


def test_facts_are_read_from_it(old: str, revision: str):
    """Upgraded: does the other half see the dockets, their parties and what was found?"""
    with pytest.raises(SiteError, match=r"run `writwatch fetch` once") if revision != s.REVISION else no_trouble():
        open_to_read(old).dispose()
    open_store(old).dispose()
    engine = open_to_read(old)
    mine, league = read_dockets(engine, [7000, 7001])
    assert [(entry.id, entry.description) for entry in mine.entries][:2] == [
        (row["id"], row["description"]) for row in ROWS["docket_entry"][:2]]
    assert [party.name for party in mine.parties] == ["Rosa Quispe Mamani"]
    assert league.entries == ()
    assert league.case_name == "Harbor League v. Office of Permits"
    found = ["0:26-cv-07002"] if "found" in kept_tables(revision) else []
    assert [docket.docket_number for docket in read_found(engine)] == found
    engine.dispose()


@contextlib.contextmanager
def no_trouble() -> Iterator[None]:
    yield


def court_of(folder: Path) -> Path:
    """A court that has what the kept databases hold, one more order, and a docket that was taken down."""
    folder.mkdir()

    def raws(table: str) -> list[dict[str, Any]]:
        return [unpack(row["raw"]) for row in ROWS[table] if row["gone_at"] is None]

    later = entry_row(700004, 7000, "NOTICE of Appeal as to 2 Order.", date_modified="2026-04-01T09:00:00-07:00")
    write_rows(folder, "courts", raws("court"))
    write_rows(folder, "dockets", [*raws("docket"), docket_row(FORGOTTEN)])
    write_rows(folder, "docket-entries", [*raws("docket_entry"), later])
    write_rows(folder, "parties", raws("party"))
    write_rows(folder, "attorneys", raws("attorney"))
    return folder


def site_of(folder: Path) -> Path:
    (folder / "cases").mkdir(parents=True)
    (folder / "config.toml").write_text('name = "Trial"\n', encoding="utf-8")
    for number in (7000, 7001, FORGOTTEN):
        (folder / "cases" / f"mnd-0-26-cv-0{number}.toml").write_text(
            f'topic = "detention"\n\n[[docket]]\nid = {number}\ncourt = "mnd"\ndocket_number = "0:26-cv-0{number}"\n',
            encoding="utf-8")
    return folder


@pytest.mark.slow
def test_it_is_fetched_into_and_rendered(old: str, revision: str, tmp_path: Path):
    """An update with an older database: is what is new added, what is the same left as it was, what was taken down
    still away, and the page made of both?"""
    before = dt.datetime.now(dt.UTC)
    public = tmp_path / "public"
    with serve(court_of(tmp_path / "court"), throttle="none") as server:
        words = ["--site", str(site_of(tmp_path / "site")), "--db", old, "--api", server.url, "update", "--no-notify"]
        done = CliRunner().invoke(cli.writwatch, [*words, "--out", str(public)], env={"COURTLISTENER_API_TOKEN": "x"},
                                  catch_exceptions=False, standalone_mode=False)
    page = (public / "cases" / "mnd-0-26-cv-07000.html").read_text(encoding="utf-8")
    assert GRANT in page, done.output
    assert "NOTICE of Appeal" in page
    assert "Mamani" not in page
    engine = open_store(old)
    with reading(engine) as connection:
        entries = {row.id: row for row in connection.execute(s.docket_entry.select())}
        changed = connection.execute(s.change.select().where(s.change.c.seen_at >= before)).all()
        away = connection.scalar(sa.select(sa.func.count()).where(s.docket.c.id == FORGOTTEN))
    engine.dispose()
    assert entries[700002].first_seen == NOON - dt.timedelta(hours=1)
    assert entries[700002].last_seen >= before
    assert entries[700101].gone_at is not None
    assert entries[700004].first_seen >= before
    assert [(row.entity, row.field) for row in changed if row.entity_id == "700002" and ROOT not in row.old] == []
    assert away == (0 if "takedown" in kept_tables(revision) else 1)


def test_a_newer_database_is_left_alone(database: str):
    """Made by a newer writwatch: one sentence from both halves, nothing changed, and no way down offered?"""
    engine = open_store(database)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    with pytest.raises(FetchError, match=r"^a newer writwatch made the database \(schema 9999.*: update writwatch\.$"):
        open_store(database)
    with pytest.raises(SiteError, match=r"^a newer writwatch made the database .*9999.*: update writwatch\.$"):
        open_to_read(database)
    with connect(store_url(database)).connect() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == "9999"
    assert not any("def downgrade" in path.read_text("utf-8") for path in (MIGRATIONS / "versions").glob("*.py"))
