"""The state of a tracker, kept elsewhere and never readable there: a database in, an encrypted archive out, and back.

The state is a copy of the database, the key of its takedowns and whatever else is asked for: a tar file, compressed,
encrypted as age does (https://age-encryption.org/v1) to the key in WRITWATCH_STATE_KEY. It is kept as a file in a
folder, or as the only commit of a branch of a git repository, which is replaced and has no parent, so that what was
purged is not in its history. Nothing of it passes through the tracker's own repository, and no key through a command
line.

Beside the database stands a note of which state it came from or went to. A save replaces that state and no other:
where another program has saved meanwhile, or nothing was restored, it is refused and nothing is lost.
"""
import base64
import contextlib
import datetime as dt
import fcntl
import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, NamedTuple, Protocol

import pyrage

from . import FetchError
from . import schema as s
from .database import store_url
from .takedowns import KEY_FILE

KEY_VARIABLE = "WRITWATCH_STATE_KEY"
TOKEN_VARIABLE = "WRITWATCH_STATE_TOKEN"  # noqa: S105 - the name of a variable
FORMAT = 1
ARCHIVE = "state.age"
BRANCH = "state"
PART_BYTES = 48 * 2**20
"""Hosts of git repositories refuse files of 100 MB."""
MANIFEST, DATABASE, TRAIL, OTHERS = "state.json", "dockets.db", "trail.jsonl", "with/"
NOTE, LEFT_OVER = "{name}.kept", ".{name}.{what}.state"


class State(NamedTuple):
    """A state as it was saved or restored. `mark`: names it in its place; `files`: how many, the database included;
    `left`: names of files that were there already, in other words, and stay as they are."""

    mark: str
    saved_at: dt.datetime
    bytes: int
    files: int
    left: tuple[str, ...] = ()


class Place(Protocol):
    """Where states are kept: one at a time."""

    def mark(self) -> str:
        """Names the state that is kept now; "" where none is."""
        ...

    def put(self, archive: Path, instead_of: str) -> str:
        """Keep this one in place of the one of that mark; return its own. FetchError where another is kept by now."""
        ...

    def get(self, archive: Path) -> str:
        """Write the kept state to `archive`, return its mark; "" and nothing written where none is kept."""
        ...


# The key.


def new_key() -> str:
    """A new key: keep it where passwords are kept, since without it no state can be read again."""
    return str(pyrage.x25519.Identity.generate())


def key_mistake(key: str) -> str:
    """What is wrong with a key, "" where nothing; never the key itself."""
    if not key.strip():
        return f"there is no key: set {KEY_VARIABLE}; `writwatch state key` makes one."
    try:
        pyrage.x25519.Identity.from_str(key.strip())
    except pyrage.IdentityError:
        return f"{KEY_VARIABLE} is no key: it begins with AGE-SECRET-KEY-1 and is one line; copy it again."
    return ""


def _identity(key: str) -> Any:
    if mistake := key_mistake(key):
        raise FetchError(mistake)
    return pyrage.x25519.Identity.from_str(key.strip())


# Saving and restoring.


def save_state(
    db: str, place: Place, key: str, now: dt.datetime, also: Sequence[Path] = (), *, over: bool = False
) -> State:
    """Keep the state of the database in `place`, in place of the one it came from; read back before it is sent.

    `also`: further files, by their paths beneath the working folder. `over`: in place of whatever is kept there.
    """
    identity, path = _identity(key), _file_of(db)
    if not path.is_file():
        raise FetchError(f"there is no database {path} to save: run `writwatch fetch` first, or see to --db.")
    with _only(path), _work(path, "save") as folder:
        held, known = place.mark(), _note(path).get(str(place), "")
        if held != known and not over:
            raise FetchError(_another(bool(known), bool(held)))
        copy, archive = folder / DATABASE, folder / ARCHIVE
        _copy(path, copy)
        files = {DATABASE: copy} | _beside(path) | {f"{OTHERS}{each.as_posix()}": each for each in _within(also)}
        manifest = {"format": FORMAT, "schema": s.REVISION, "saved_at": now.isoformat(timespec="seconds"),
                    "files": {name: _digest(each) for name, each in files.items()}}
        _pack(archive, identity, manifest, files)
        _read(archive, identity, None)
        mark = place.put(archive, held)
        _write_note(path, place, mark, now)
        return State(mark, now, archive.stat().st_size, len(files))


def restore_state(
    db: str, place: Place, key: str, now: dt.datetime, root: Path, *, replace: bool = False
) -> State | None:
    """The database and what was saved with it, back; None where no state is kept there yet.

    A database that is there stays, and FetchError says so, unless `replace`. Other files that are there, in other
    words, stay in any case. `root`: the folder that those belong into.
    """
    identity, path = _identity(key), _file_of(db)
    path.parent.mkdir(parents=True, exist_ok=True)
    with _only(path), _work(path, "restore") as folder:
        if path.exists() and not replace:
            raise FetchError(f"{path} is there already, and nothing was changed: move it away, or say --replace.")
        archive = folder / ARCHIVE
        mark = place.get(archive)
        if not mark:
            return None
        manifest = _read(archive, identity, folder)
        _check_key(path, folder / KEY_FILE, replace)
        _check_database(folder / DATABASE)
        left = tuple(_put_others(folder / OTHERS, root))
        _move_in(folder, path)
        _write_note(path, place, mark, now)
        return State(mark, dt.datetime.fromisoformat(manifest["saved_at"]), archive.stat().st_size,
                     len(manifest["files"]), left)


def _another(known: bool, held: bool) -> str:
    if not held:
        return ("the state that this database came from is kept there no more, and nothing was saved: see who took it "
                "away; to keep this database there all the same, say --over.")
    what = "another program saved a state there since" if known else "a state is kept there that was not restored here"
    return f"{what}, and it stays: restore it first, or put this database in its place with --over."


def kept_at(path: Path) -> dt.datetime | None:
    """When this database was last saved or restored; None: never."""
    at = _note(path).get("at")
    return dt.datetime.fromisoformat(at) if at else None


def clear_left_over(db: str) -> None:
    """Take away the copies of the database that a save or a restore left when it was killed."""
    if store_url(db).get_backend_name() != "sqlite":
        return
    path = _file_of(db)
    for each in path.absolute().parent.glob(LEFT_OVER.format(name=path.name, what="*")):
        shutil.rmtree(each, ignore_errors=True)


def _file_of(db: str) -> Path:
    url = store_url(db)
    if url.get_backend_name() != "sqlite":
        raise FetchError("the state of a PostgreSQL database is kept by its own means: pg_dump, encrypted with age.")
    if not url.database or url.database == ":memory:":
        raise FetchError("a database in memory has no state to keep: name a file with --db.")
    return Path(url.database)


@contextlib.contextmanager
def _only(path: Path) -> Iterator[None]:
    """One save or restore at a time; the system lets go of the lock when the program is killed."""
    folder = os.open(path.absolute().parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise FetchError(f"another program saves or restores the state of {path.name}: wait for it.") from None
    else:
        yield
    finally:
        os.close(folder)


@contextlib.contextmanager
def _work(path: Path, what: str) -> Iterator[Path]:
    """A folder beside the database, nobody else's to read, gone afterwards; trouble of the disk is a sentence."""
    clear_left_over(str(path))
    folder = path.absolute().with_name(LEFT_OVER.format(name=path.name, what=what))
    try:
        folder.mkdir(mode=0o700)
        yield folder
    except OSError as error:
        raise FetchError(
            f"the state could not be {what}d ({error.strerror or error}): what was kept and the database are as they "
            "were; see that the disk has room and may be written."
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copy(path: Path, copy: Path) -> None:
    """A copy of one moment, other programs at work or not; what was deleted does not come along.

    Not SQLite's backup, which copies the space of deleted rows with all that stood there.
    """
    _make_private(copy)
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=60)) as connection:
            connection.execute("VACUUM INTO ?", [str(copy)])
    except sqlite3.Error as error:
        raise FetchError(
            f"the database {path} cannot be copied ({error}): nothing was saved; see that the disk has room, and run "
            "`writwatch doctor`."
        ) from error


def _make_private(path: Path) -> None:
    """An empty file that only its owner reads."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))


def _beside(path: Path) -> dict[str, Path]:
    """The takedowns' key, and the trail of what the site said, which the next build goes on from."""
    there = {KEY_FILE: path.absolute().with_name(KEY_FILE), TRAIL: path.absolute().with_name(f"{path.name}.{TRAIL}")}
    return {name: each for name, each in there.items() if each.is_file()}


def _within(also: Iterable[Path]) -> Iterator[Path]:
    """Every file of these files and folders; all of them stand beneath the working folder."""
    for given in also:
        if given.is_absolute() or ".." in given.parts:
            raise FetchError(f"{given} does not stand beneath this folder: only such files are saved with the state.")
        if not given.exists():
            raise FetchError(f"{given} is not there: leave it out of --with, or mend its name.")
        yield from sorted(each for each in given.rglob("*") if each.is_file()) if given.is_dir() else [given]


def _digest(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=20)).hexdigest()
    return {"bytes": path.stat().st_size, "digest": digest}


# The archive.


def _pack(archive: Path, identity: Any, manifest: Mapping[str, Any], files: Mapping[str, Path]) -> None:
    """The manifest, then the files; what is readable of it lies in a folder that only its owner reads."""
    plain = archive.with_suffix(".tar")
    with _private(plain) as out, tarfile.open(fileobj=out, mode="w:gz", compresslevel=6) as tar:
        stated = json.dumps(manifest).encode()
        _add(tar, MANIFEST, len(stated), io.BytesIO(stated))
        for name, path in files.items():
            with path.open("rb") as file:
                _add(tar, name, path.stat().st_size, file)
    try:
        with plain.open("rb") as source, _private(archive) as out:
            pyrage.encrypt_io(source, out, [identity.to_public()])
            out.flush()
            os.fsync(out.fileno())
    except pyrage.EncryptError as error:  # what the disk says comes wrapped
        raise OSError(str(error)) from None
    plain.unlink()


def _add(tar: tarfile.TarFile, name: str, size: int, source: IO[bytes]) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    tar.addfile(info, source)


def _private(path: Path) -> io.BufferedWriter:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def _read(archive: Path, identity: Any, folder: Path | None) -> dict[str, Any]:
    """Decrypt, compare every file with the manifest, and write it into `folder`, where one is given. FetchError."""
    plain = archive.with_suffix(".tar")
    try:
        with archive.open("rb") as source, _private(plain) as out:
            pyrage.decrypt_io(source, out, [identity])
        with tarfile.open(plain, mode="r:gz") as tar:
            return _unpack(tar, folder)
    except (pyrage.DecryptError, OSError) as error:
        if "Errno" in str(error):  # the disk's; age's own have no number
            raise OSError(str(error)) from None
        if "matching" in str(error).lower():
            raise FetchError(
                f"{KEY_VARIABLE} does not open the kept state: it was saved with another key; nothing was changed."
            ) from None
        raise _damaged(str(error)) from None
    except (tarfile.TarError, EOFError, ValueError, KeyError, TypeError, zlib.error) as error:
        raise _damaged(type(error).__name__) from None
    finally:
        plain.unlink(missing_ok=True)


def _damaged(why: str) -> FetchError:
    return FetchError(
        f"the kept state is not whole ({why}), and nothing was changed: take an older copy of it, or begin anew "
        "without it and save with --over."
    )


def _unpack(tar: tarfile.TarFile, folder: Path | None) -> dict[str, Any]:
    manifest: dict[str, Any] = {}
    seen = []
    for member in tar:
        source = tar.extractfile(member)
        if source is None:
            raise ValueError(member.name)
        if not manifest:
            manifest = _manifest(member.name, source)
            continue
        stated = manifest["files"][member.name]
        target = folder / member.name if folder else None
        if target:
            if ".." in Path(member.name).parts or Path(member.name).is_absolute():
                raise ValueError(member.name)
            target.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.blake2b(digest_size=20)
        with _private(target) if target else contextlib.nullcontext() as out:
            while piece := source.read(2**20):
                digest.update(piece)
                if out:
                    out.write(piece)
        if digest.hexdigest() != stated["digest"]:
            raise ValueError(member.name)
        seen.append(member.name)
    if not manifest or sorted(seen) != sorted(manifest["files"]) or DATABASE not in seen:
        raise ValueError("files are missing")
    return manifest


def _manifest(name: str, source: IO[bytes]) -> dict[str, Any]:
    manifest = json.loads(source.read())
    if name != MANIFEST:
        raise ValueError(name)
    if manifest["format"] > FORMAT or manifest["schema"] > s.REVISION:
        raise FetchError("a newer writwatch saved the kept state, and nothing was changed: update writwatch.")
    return manifest


# Putting it back.


def _check_key(path: Path, fresh: Path, replace: bool) -> None:
    """Another database's key must not be lost."""
    held = path.absolute().with_name(KEY_FILE)
    if replace or not held.exists() or (fresh.exists() and held.read_bytes() == fresh.read_bytes()):
        return
    raise FetchError(f"{held} belongs to another database, and nothing was changed: move it away, or say --replace.")


def _check_database(path: Path) -> None:
    try:
        with contextlib.closing(sqlite3.connect(path)) as connection:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        found = str(error)
    if found != "ok":
        raise _damaged(str(found))


def _put_others(saved: Path, root: Path) -> Iterator[str]:
    """Put back what was saved beside; yields what stands there already in other words."""
    for each in sorted(saved.rglob("*")) if saved.is_dir() else []:
        if not each.is_file():
            continue
        there = root / each.relative_to(saved)
        if there.exists():
            if there.read_bytes() != each.read_bytes():
                yield each.relative_to(saved).as_posix()
            continue
        there.parent.mkdir(parents=True, exist_ok=True)
        beside = there.with_name(f".{there.name}.tmp")
        shutil.copyfile(each, beside)
        beside.replace(there)


def _move_in(folder: Path, path: Path) -> None:
    """Key first: a database without its key would let back in what was taken down. The old log must go before."""
    if path.exists():
        _close(path)
    if (folder / KEY_FILE).exists():
        (folder / KEY_FILE).replace(path.absolute().with_name(KEY_FILE))
    if (folder / TRAIL).exists():
        (folder / TRAIL).replace(path.absolute().with_name(f"{path.name}.{TRAIL}"))
    (folder / DATABASE).replace(path)


def _close(path: Path) -> None:
    """Write the log of the old database into it, so that no other database takes it for its own."""
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=5)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.Error:
        pass  # no database at all: its log, if it has one, is told below
    if path.with_name(f"{path.name}-wal").exists():
        raise FetchError(f"another program uses {path}, and nothing was changed: end it, then restore again.")


def _note(path: Path) -> dict[str, str]:
    try:
        return json.loads(path.absolute().with_name(NOTE.format(name=path.name)).read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def _write_note(path: Path, place: Place, mark: str, now: dt.datetime) -> None:
    note = _note(path) | {str(place): mark, "at": now.isoformat(timespec="seconds")}
    there = path.absolute().with_name(NOTE.format(name=path.name))
    beside = there.with_name(f".{there.name}.tmp")
    with _private(beside) as out:
        out.write(json.dumps(note).encode())
    beside.replace(there)


# Places.


class Folder:
    """A folder, on this machine or mounted: the state is the file state.age in it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, folder / ARCHIVE

    def __str__(self) -> str:
        return str(self.folder.absolute())

    def mark(self) -> str:
        return _digest(self.file)["digest"] if self.file.is_file() else ""

    def put(self, archive: Path, instead_of: str) -> str:
        if self.mark() != instead_of:
            raise FetchError(_another(known=True, held=True))
        self.folder.mkdir(parents=True, exist_ok=True)
        beside = self.file.with_name(f".{ARCHIVE}.new")
        shutil.copyfile(archive, beside)
        with beside.open("rb") as file:
            os.fsync(file.fileno())
        beside.replace(self.file)
        return self.mark()

    def get(self, archive: Path) -> str:
        if not self.file.is_file():
            return ""
        shutil.copyfile(self.file, archive)
        return _digest(archive)["digest"]


class GitBranch:
    """A branch of a git repository, all of it one commit without a parent: the state in parts of `PART_BYTES`.

    Objects are made in a repository of its own, which is gone afterwards. `token`, where the address is https, goes to
    git by its environment.
    """

    def __init__(self, address: str, branch: str = BRANCH, token: str = "") -> None:
        if address.startswith("-") or branch.startswith("-"):
            raise FetchError("the address and the branch of a repository do not begin with a hyphen.")
        if "://" in address and "@" in address.partition("://")[2].partition("/")[0] and address.startswith("http"):
            raise FetchError(f"no password in the repository's address: set {TOKEN_VARIABLE} instead.")
        self.address, self.branch, self.token = address, branch, token
        self.ref = f"refs/heads/{branch}"

    def __str__(self) -> str:
        return f"{self.address} {self.branch}"

    def mark(self) -> str:
        told = self._git(None, "ls-remote", self._from_here(), self.ref)
        return told.split()[0] if told else ""

    def put(self, archive: Path, instead_of: str) -> str:
        with self._repository(archive.parent) as repository:
            lines = []
            with archive.open("rb") as source:
                for number, piece in enumerate(iter(lambda: source.read(PART_BYTES), b"")):
                    blob = self._git(repository, "hash-object", "-w", "--stdin", given=piece)
                    lines.append(f"100644 blob {blob}\t{ARCHIVE}.{number:03}\n")
            tree = self._git(repository, "mktree", given="".join(lines).encode())
            commit = self._git(repository, "commit-tree", tree, "-m", "State")
            lease = f"--force-with-lease={self.ref}:{instead_of}"
            self._git(repository, "push", "--quiet", lease, self._from_here(), f"{commit}:{self.ref}")
        return commit

    def get(self, archive: Path) -> str:
        if not self.mark():
            return ""
        with self._repository(archive.parent) as repository:
            self._git(repository, "fetch", "--quiet", "--depth=1", self._from_here(), self.ref)
            commit = self._git(repository, "rev-parse", "FETCH_HEAD")
            names = self._git(repository, "ls-tree", "--name-only", commit).split()
            parts = sorted(name for name in names if name.startswith(f"{ARCHIVE}."))
            if not parts:
                raise FetchError(f"the branch {self.branch} holds no state: name another with --branch.")
            with _private(archive) as out:
                for name in parts:
                    out.write(self._run(repository, "cat-file", "blob", f"{commit}:{name}"))
        return commit

    def _from_here(self) -> str:
        return str(Path(self.address).absolute()) if Path(self.address).is_dir() else self.address

    @contextlib.contextmanager
    def _repository(self, folder: Path) -> Iterator[Path]:
        with tempfile.TemporaryDirectory(dir=folder) as name:
            self._git(None, "init", "--quiet", "--bare", name)
            yield Path(name)

    def _git(self, repository: Path | None, *words: str, given: bytes = b"") -> str:
        return self._run(repository, *words, given=given).decode("utf-8", "replace").strip()

    def _run(self, repository: Path | None, *words: str, given: bytes = b"") -> bytes:
        """Git's answer, in an environment that holds none of our keys and in which it asks no question."""
        within = [f"--git-dir={repository}"] if repository else []
        try:
            done = subprocess.run(
                ["git", *within, *words], input=given, check=False, capture_output=True, env=self._environment(),
                timeout=1_800)
        except FileNotFoundError:
            raise FetchError("git is not installed: install it, or keep the state in a folder with --folder.") from None
        except subprocess.TimeoutExpired:
            raise FetchError(f"git did not end `{words[0]}` in half an hour: try again later.") from None
        if done.returncode:
            raise FetchError(self._refusal(words[0], done.stderr.decode("utf-8", "replace")))
        return done.stdout

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items()
                if not name.startswith(("GIT_", "WRITWATCH_", "COURTLISTENER_")) or name.startswith("GIT_SSH")}
        kept |= {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
        for who in ("AUTHOR", "COMMITTER"):
            kept |= {f"GIT_{who}_NAME": "writwatch", f"GIT_{who}_EMAIL": "writwatch@localhost"}
        if self.token and self.address.startswith("https://"):
            basic = base64.b64encode(f"x-access-token:{self.token}".encode()).decode()
            host = "/".join(self.address.split("/")[:3])  # git would send it on to wherever it is redirected
            kept |= {"GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": f"http.{host}/.extraHeader",
                     "GIT_CONFIG_VALUE_0": f"Authorization: Basic {basic}",
                     "GIT_CONFIG_KEY_1": "http.followRedirects", "GIT_CONFIG_VALUE_1": "false"}
        return kept

    def _refusal(self, what: str, said: str) -> str:
        """Git's refusal in a sentence; its first line of trouble, which names no secret."""
        if "stale info" in said or "[rejected]" in said:
            return _another(known=True, held=True)
        trouble = [line for line in said.splitlines() if line.startswith(("fatal:", "error:", "remote:", " !"))]
        reason = "".join(c for c in (trouble or [said.strip() or "no reason given"])[0] if c.isprintable())[:200]
        where = self.address if not self.token else self.address.replace(self.token, "…")
        return (f"git could not {what} at {where} ({reason}): check the address, that it may be written, and "
                f"{TOKEN_VARIABLE}. What was kept before is as it was.")
