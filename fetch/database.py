"""A file name or URL in, the store's engine out: SQLite (WAL) or PostgreSQL, at the newest schema.

`writing` is one transaction that takes the writer's lock at once; `reading` is a snapshot that takes none.
"""
import contextlib
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import event
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, OperationalError, ProgrammingError

from . import FetchError
from . import schema as s

MIGRATIONS = Path(__file__).parent / "migrations"
WRITER_LOCK = 0x77726974
"""Any fixed number: PostgreSQL's advisory lock that makes writers queue, as SQLite's do."""
TURNS = 0x7475726E
"""The same for `turn`, whose locks are two numbers each."""


def store_url(where: str) -> sa.URL:
    """A file name or a database URL → URL. PostgreSQL goes through psycopg 3."""
    if "://" not in where:
        return sa.URL.create("sqlite", database=where)
    try:
        url = sa.make_url(where)
    except (ArgumentError, ValueError) as error:
        raise FetchError("the database is neither a file nor a readable URL: check --db and DATABASE_URL.") from error
    if url.get_backend_name() not in ("sqlite", "postgres", "postgresql"):
        raise FetchError(f"{url.drivername} is no database writwatch knows: give a file name or a postgresql:// URL.")
    return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgres", "postgresql") else url


def file_of(where: str) -> Path | None:
    """The file of the store at a file or a URL; None: it is a server's, or in memory."""
    url = store_url(where)
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def open_store(where: str) -> sa.Engine:
    """The store at a file name or URL, made or migrated to the newest schema. FetchError says what is wrong with it."""
    url = store_url(where)
    begin_private(url)
    engine = connect(url)
    try:
        migrate(engine)
    except (DatabaseError, OSError) as error:
        engine.dispose()
        reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
        raise FetchError(
            f"cannot open the database {url.render_as_string(hide_password=True)}: {reason}. "
            "Check that the folder exists, can be written and has room, or give another with --db."
        ) from error
    return engine


def begin_private(url: sa.URL) -> None:
    """A new file is nobody else's to read: SQLite takes it, and gives its log the same rights."""
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        with contextlib.suppress(OSError):  # it is there, or cannot be: `connect` says which
            os.close(os.open(url.database, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def connect(url: sa.URL) -> sa.Engine:
    """An engine whose transactions take the writer's lock at once, unless they are opened by `reading`."""
    try:
        if url.get_backend_name() == "sqlite":
            return sqlite_engine(url)
        engine = sa.create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise FetchError(
            f"the driver for {url.get_backend_name()} is missing ({error.name}): pip install 'writwatch[postgres]'"
        ) from None
    event.listen(engine, "begin", begin_postgres)
    return engine


def sqlite_engine(url: sa.URL) -> sa.Engine:
    engine = sa.create_engine(url, connect_args={"timeout": 60})
    event.listen(engine, "connect", prepare_sqlite)
    event.listen(engine, "begin", begin_sqlite)
    return engine


def prepare_sqlite(connection: Any, _record: object) -> None:
    # Without this, Python's driver commits before every CREATE and ALTER: a kill would leave half a migration.
    connection.isolation_level = None
    # NORMAL under WAL: a kill loses nothing; a power cut may lose the last answers, and they are asked for again.
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=60000"):
        connection.execute(f"PRAGMA {pragma}")


def begin_sqlite(connection: sa.Connection) -> None:
    reads = connection.get_execution_options().get("reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def begin_postgres(connection: sa.Connection) -> None:
    if connection.get_execution_options().get("turn"):
        return
    if connection.get_execution_options().get("reads"):  # its default shows each statement another state
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    else:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")


@contextlib.contextmanager
def used(engine: sa.Engine) -> Iterator[sa.Engine]:
    """The engine as long as it is needed; afterwards its connections are closed, whatever happened."""
    try:
        yield engine
    finally:
        engine.dispose()


@contextlib.contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction that writes: all of it or nothing. FetchError: the database cannot, as the operator can mend."""
    with said("written"), engine.begin() as connection:
        yield connection


@contextlib.contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One snapshot to read from; takes no writer's lock. FetchError as for `writing`."""
    with said("read"), engine.connect().execution_options(reads=True) as connection, connection.begin():
        yield connection


@contextlib.contextmanager
def turn(engine: sa.Engine, what: str) -> Iterator[bool]:
    """Whether no other process is at `what`; while this lasts, none will be. SQLite cannot tell, and says yes.

    An open transaction holds it, which no kill outlasts, and which a pool of connections leaves where it is.
    """
    if engine.dialect.name != "postgresql":
        yield True
        return
    connection = engine.connect().execution_options(turn=True)
    try:
        lock = sa.func.pg_try_advisory_xact_lock(TURNS, zlib.crc32(what.encode()) - 2**31)
        with said("read"):
            mine = bool(connection.scalar(sa.select(lock)))
        yield mine
    finally:
        with contextlib.suppress(DatabaseError):  # a server that ended it meanwhile has ended the turn too
            connection.rollback()
        connection.close()


SIGNS = ("full", "readonly", "read-only", "locked", "unable to open", "I/O", "malformed", "not a database")
"""What SQLite calls trouble with the disk, and PostgreSQL a standby; its other troubles are all OperationalErrors."""


@contextlib.contextmanager
def said(done: str) -> Iterator[None]:
    """Trouble of the disk or the server becomes a sentence; a fault of ours keeps its traceback."""
    try:
        yield
    except (IntegrityError, ProgrammingError):
        raise
    except DatabaseError as error:
        reason = str(error.orig).strip().partition("\n")[0]
        of_server = isinstance(error, OperationalError) and "sqlite3" not in type(error.orig).__module__
        if not of_server and not any(sign in reason for sign in SIGNS):
            raise
        raise FetchError(
            f"the database cannot be {done} ({reason}): what was saved before is safe; see that it has room and may be "
            "written, and that no other program holds it, then run again."
        ) from error


def migrate(engine: sa.Engine) -> None:
    """Bring the schema to the newest revision, in one transaction."""
    with engine.connect().execution_options(reads=True) as connection:
        if MigrationContext.configure(connection).get_current_revision() == s.REVISION:
            return
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        held = MigrationContext.configure(connection).get_current_revision()
        if held is not None and held > s.REVISION:
            raise FetchError(
                f"a newer writwatch made the database (schema {held}; this one knows {s.REVISION}): update writwatch."
            )
        config.attributes["connection"] = connection
        command.upgrade(config, s.REVISION)
