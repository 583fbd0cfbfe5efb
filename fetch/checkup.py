"""The set-up of the fetching, looked at and left as it is: a database's place in, what is there and how it is out.

Nothing is made, migrated or mended. `render.doctor` says what is wrong with what is found here.
"""
import datetime as dt
import os
import shutil
import sqlite3
import stat
import subprocess
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError

from . import FetchError
from . import schema as s
from .courtlistener import (
    CourtListener,
    blocked_account,
    checked_api,
    checked_token,
    date_of,
    failure_of,
    read_usage,
)
from .database import connect, file_of, reading, store_url
from .keep import LEFT_OVER, NOTE, kept_at, key_mistake
from .quota import Ledger, fingerprint
from .takedowns import KEY_FILE, load


class DatabaseFacts(NamedTuple):
    """The database. `place`: as shown, without a password. `there`: False, and nothing else is known: none is yet.

    `trouble`: why it cannot be opened or what its own check found, "" where nothing; `spoilt`: it is what it holds that
    is wrong. `schema`: the revision it has, "" for none; `key`: what is wrong with the takedowns' key. `newest`: the
    latest moment it tells of.
    """

    place: str
    there: bool = False
    trouble: str = ""
    spoilt: bool = False
    schema: str = ""
    knows: str = s.REVISION
    key: str = ""
    bytes: int = 0
    newest: dt.datetime | None = None
    windows: tuple[str, ...] = ()
    account_known: bool = True


class PlaceFacts(NamedTuple):
    """A folder that is written to. `free`: bytes left on its disk, None where it cannot be told."""

    path: str
    writable: bool
    free: int | None


class OnlineFacts(NamedTuple):
    """What CourtListener answered: "" or why not, its limits ("125/day: 3 used"), and how far our clock is ahead."""

    trouble: str
    windows: tuple[str, ...] = ()
    ahead: float | None = None


class StateFacts(NamedTuple):
    """The kept state. `key`: "" where it is fit, else what is wrong; None: no key is set. `kept_at`: when this database
    was last saved or restored."""

    key: str | None
    kept_at: dt.datetime | None
    left_over: bool


def look_at_database(where: str, token: str) -> DatabaseFacts:
    """How the database is. FetchError only where `where` names no kind of database that there is."""
    url = store_url(where)
    shown = url.render_as_string(hide_password=True) if "://" in where else where
    if url.get_backend_name() != "sqlite":
        return _tables(where, DatabaseFacts(shown, there=True), token)
    path = Path(url.database or "")
    if not path.is_file():
        return DatabaseFacts(shown)
    facts = _checked(path, DatabaseFacts(shown, there=True, bytes=path.stat().st_size))
    return facts if facts.trouble else _tables(where, facts, token)


def _checked(path: Path, facts: DatabaseFacts) -> DatabaseFacts:
    """With what SQLite's own check finds wrong, or why it cannot be asked."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=10)) as connection:
            found = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    except sqlite3.OperationalError as error:  # the place, its rights, another program: not what it holds
        return facts._replace(trouble=str(error))
    except sqlite3.Error as error:
        found = str(error)
    return facts if found == "ok" else facts._replace(trouble=found, spoilt=True)


def _tables(where: str, facts: DatabaseFacts, token: str) -> DatabaseFacts:
    try:
        engine = connect(store_url(where))
    except FetchError as error:
        return facts._replace(trouble=str(error))
    try:
        with reading(engine) as connection:
            return _rows(connection, facts, token)
    except FetchError as error:
        return facts._replace(trouble=str(error))
    except DatabaseError as error:
        return facts._replace(trouble=str(error.orig).strip().partition("\n")[0])
    finally:
        engine.dispose()


def _rows(connection: sa.Connection, facts: DatabaseFacts, token: str) -> DatabaseFacts:
    made = "alembic_version" in sa.inspect(connection).get_table_names()
    schema = connection.scalar(sa.text("SELECT version_num FROM alembic_version")) if made else ""
    facts = facts._replace(schema=str(schema or ""))
    if facts.schema != s.REVISION:
        return facts
    account = fingerprint(token) if token else ""
    limits = connection.execute(sa.select(s.rate_limit).order_by(s.rate_limit.c.window_seconds)).all()
    mine = [row for row in limits if row.account == account]
    newest = connection.scalar(sa.select(sa.func.max(s.run.c.started_at)))
    return facts._replace(
        key=_key_trouble(connection), newest=newest, windows=tuple(row.rate for row in mine),
        account_known=bool(mine) or not limits)


def _key_trouble(connection: sa.Connection) -> str:
    try:
        load(connection)
    except FetchError as error:
        return str(error)
    return ""


def look_at_place(folder: Path) -> PlaceFacts:
    """The nearest folder that is there, which the file would be made in."""
    here = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
    try:
        free = shutil.disk_usage(here).free
    except OSError:
        free = None
    return PlaceFacts(str(folder), here.is_dir() and os.access(here, os.W_OK | os.X_OK), free)


def can_be_written(where: str) -> bool:
    """Whether the file of a database that is there may be written; a server says so itself."""
    path = file_of(where)
    return path is None or not path.is_file() or os.access(path, os.R_OK | os.W_OK)


def look_at_state(where: str, key: str) -> StateFacts:
    path = file_of(where)
    return StateFacts(
        key_mistake(key) if key else None,
        kept_at(path) if path else None,
        path is not None and any(path.absolute().parent.glob(LEFT_OVER.format(name=path.name, what="*"))))


def private_files(where: str, kept: Path | None) -> list[Path]:
    """The files that are nobody else's to read, as far as they are there: of the database, and `kept` by builds."""
    path = file_of(where)
    stores = [each.with_name(f"{each.name}{end}") for each in (path, kept) if each for end in ("", "-wal", "-shm")]
    beside = [path.with_name(KEY_FILE), path.with_name(NOTE.format(name=path.name))] if path else []
    return [each for each in (*stores, *beside) if each.is_file()]


def readable_by_others(path: Path) -> bool:
    """By whoever has an account on this machine; a group that may read it was let in on purpose."""
    return bool(path.stat().st_mode & stat.S_IROTH)


def in_git(paths: Iterable[Path]) -> list[str]:
    """Those that a git repository keeps; none where git is not here or none of them is in a repository."""
    kept = []
    for path in paths:
        command = ["git", "-C", str(path.absolute().parent), "ls-files", "--error-unmatch", "--", path.name]
        try:
            done = subprocess.run(command, check=False, capture_output=True, timeout=20)
        except (OSError, subprocess.TimeoutExpired):
            return []
        kept += [str(path)] if done.returncode == 0 else []
    return kept


def ask_courtlistener(api: str, token: str, now: dt.datetime) -> OnlineFacts:
    """One request, which the account does not count: is the token taken, what may it do, what time is it there?"""
    nowhere = connect(store_url(":memory:"))
    try:
        root, token = checked_api(api), checked_token(token)
        reply = CourtListener(root, token, Ledger(nowhere, fingerprint(token))).exchange(f"{root}api-usage/", {})
        if failure := failure_of(reply, "api-usage/"):
            raise failure
        usage = read_usage(reply.body)
    except FetchError as error:
        return OnlineFacts(str(error))
    finally:
        nowhere.dispose()
    theirs = date_of(reply.headers)
    blocked = any(window.blocked for window in usage)
    return OnlineFacts(
        str(blocked_account()) if blocked else "",
        tuple(f"{window.rate or window.scope}: {window.used:,} used" for window in usage),
        (now - theirs).total_seconds() if theirs else None)
