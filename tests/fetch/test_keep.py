"""A database in, an encrypted state in a folder or a git branch out, and the same database back."""
import contextlib
import datetime as dt
import gzip
import os
import shutil
import sqlite3
import subprocess
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec
import pytest
from writwatch.fetch import FetchError, keep
from writwatch.fetch import schema as s
from writwatch.fetch.database import open_store, writing
from writwatch.fetch.keep import Folder, GitBranch, key_mistake, new_key, restore_state, save_state
from writwatch.fetch.objects import Docket, Found
from writwatch.fetch.purge import forget_people
from writwatch.fetch.store import Seen, save_dockets
from writwatch.fetch.takedowns import KEY_FILE

NOW = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)
KEY, OTHER = new_key(), new_key()
NAME = "Xenia Quarles"
Where = Folder | GitBranch


def git(*words: str, cwd: Path) -> str:
    return subprocess.run(["git", *words], cwd=cwd, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture(params=["folder", "git"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Where:
    """An empty place of each kind."""
    if request.param == "folder":
        return Folder(tmp_path / "kept")
    git("init", "--quiet", "--bare", "kept.git", cwd=tmp_path)
    return GitBranch(str(tmp_path / "kept.git"))


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database with a docket of an invented person, a takedown and the trail of a build."""
    path = tmp_path / "here" / "dockets.db"
    path.parent.mkdir()
    for number, name in ((101, NAME), (102, "Harbor League"), (103, "Pier Company"), (104, "Quay Trust")):
        fill(path, number, name)
    engine = open_store(str(path))
    forget_people(engine, ["Ormond Vetch"], NOW, "asked")
    engine.dispose()
    path.with_name("dockets.db.trail.jsonl").write_text('{"case": "a", "axis": "status", "new": "granted"}\n')
    return path


def fill(path: Path, number: int, name: str) -> None:
    raw = (f'{{"id": {number}, "court_id": "mnd", "docket_number": "0:26-cv-{number:05}", '
           f'"case_name": "{name} v. Warden"}}').encode()
    engine = open_store(str(path))
    with writing(engine) as connection:
        save_dockets(connection, [Found(msgspec.json.decode(raw, type=Docket), raw)], Seen(NOW, None))
    engine.dispose()


def dump(path: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def elsewhere(tmp_path: Path) -> Path:
    return tmp_path / "there" / "dockets.db"


def restored(tmp_path: Path, place: Where, key: str = KEY) -> Path:
    path = elsewhere(tmp_path)
    assert restore_state(str(path), place, key, NOW, path.parent)
    return path


def test_a_state_becomes_the_same_database(db: Path, place: Where, tmp_path: Path):
    """Saved and restored elsewhere: every row, the key, the trail, and all of it nobody else's to read?"""
    before = dump(db)
    saved = save_state(str(db), place, KEY, NOW)
    there = restored(tmp_path, place)
    assert dump(there) == before == dump(db)
    assert sum(line.startswith("INSERT INTO") for line in before) > 7
    assert there.with_name(KEY_FILE).read_bytes() == db.with_name(KEY_FILE).read_bytes()
    assert there.with_name("dockets.db.trail.jsonl").read_text() == db.with_name("dockets.db.trail.jsonl").read_text()
    assert saved.files == 3
    assert {path.name for path in there.parent.iterdir()} == {
        "dockets.db", KEY_FILE, "dockets.db.trail.jsonl", "dockets.db.kept"}
    assert not [path for path in there.parent.iterdir() if path.stat().st_mode & 0o077]


def test_it_is_copied_while_others_write(db: Path, place: Where, tmp_path: Path):
    """With a transaction under way and rows only in the log: is the copy of one moment, and does nobody wait?"""
    writer = sqlite3.connect(db, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("INSERT INTO run (command, started_at, detail) VALUES ('half', 'x', '')")
    save_state(str(db), place, KEY, NOW)
    writer.execute("COMMIT")
    writer.close()
    assert "half" not in "".join(dump(restored(tmp_path, place)))
    assert "half" in "".join(dump(db))


def test_no_state_yet(place: Where, tmp_path: Path):
    """A first run: is it said, and is nothing made?"""
    path = elsewhere(tmp_path)
    assert restore_state(str(path), place, KEY, NOW, path.parent) is None
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(("key", "told"), [
    (OTHER, "does not open the kept state: it was saved with another key"),
    ("", "there is no key: set WRITWATCH_STATE_KEY"), ("AGE-SECRET-KEY-1QQQ", "is no key: it begins with"),
    (KEY[:-1], "is no key")], ids=["another", "none", "none of ours", "cut"])
def test_a_wrong_key(db: Path, place: Where, tmp_path: Path, key: str, told: str):
    """Is it one sentence that does not hold the key, and is nothing there afterwards?"""
    save_state(str(db), place, KEY, NOW)
    path = elsewhere(tmp_path)
    with pytest.raises(FetchError, match=told) as refused:
        restore_state(str(path), place, key, NOW, path.parent)
    assert key not in str(refused.value) or not key
    assert not path.parent.exists() or list(path.parent.iterdir()) == []


@pytest.mark.parametrize("kept", [0, 20, 150, 300, -1, -40])
def test_a_state_cut_short(db: Path, tmp_path: Path, kept: int):
    """Cut anywhere, or with a byte changed: is it refused, and does a database that is here stay as it was?"""
    place = Folder(tmp_path / "kept")
    save_state(str(db), place, KEY, NOW)
    whole = place.file.read_bytes()
    before = dump(db)
    half = len(whole) // 2
    for content in (whole[:kept], whole[:half] + bytes([whole[half] ^ 1]) + whole[half + 1:]):
        place.file.write_bytes(content)
        with pytest.raises(FetchError, match=r"not whole .* nothing was changed"):
            restore_state(str(db), place, KEY, NOW, db.parent, replace=True)
        assert dump(db) == before
        assert not [each for each in db.parent.iterdir() if each.name.startswith(".")]


def test_a_file_that_the_manifest_does_not_know(db: Path, tmp_path: Path):
    """A whole archive with another database in it: is it held against what was stated?"""
    place = Folder(tmp_path / "kept")
    identity = keep._identity(KEY)
    stated = {"format": 1, "schema": s.REVISION, "saved_at": NOW.isoformat(), "files": {
        "dockets.db": keep._digest(db) | {"digest": "0" * 40}}}
    place.folder.mkdir()
    keep._pack(place.file, identity, stated, {"dockets.db": db})
    with pytest.raises(FetchError, match="not whole"):
        restored(tmp_path, place)
    keep._pack(place.file, identity, stated | {"format": 2}, {"dockets.db": db})
    with pytest.raises(FetchError, match="newer writwatch"):
        restored(tmp_path, place)


def test_a_database_that_is_here_stays(db: Path, place: Where, tmp_path: Path):
    """Is one that is there never written over unasked, nor another's key; and asked, is its log gone with it?"""
    save_state(str(db), place, KEY, NOW)
    mine = elsewhere(tmp_path)
    mine.parent.mkdir()
    fill(mine, 202, "Harbor League")
    mine.with_name(KEY_FILE).write_bytes(b"k" * 32)
    before = dump(mine)
    with pytest.raises(FetchError, match="is there already, and nothing was changed"):
        restore_state(str(mine), place, KEY, NOW, mine.parent)
    assert dump(mine) == before
    assert restore_state(str(mine), place, KEY, NOW, mine.parent, replace=True)
    assert dump(mine) == dump(db)
    assert not mine.with_name("dockets.db-wal").exists()
    mine.unlink()
    mine.with_name(KEY_FILE).write_bytes(b"k" * 32)
    with pytest.raises(FetchError, match="belongs to another database"):
        restore_state(str(mine), place, KEY, NOW, mine.parent)
    assert mine.with_name(KEY_FILE).read_bytes() == b"k" * 32


def test_what_another_program_saved_stays(db: Path, place: Where, tmp_path: Path):
    """Two machines: does the one that restored nothing, or something older, save over nobody?"""
    save_state(str(db), place, KEY, NOW)
    stranger = tmp_path / "stranger" / "dockets.db"
    stranger.parent.mkdir()
    fill(stranger, 303, "Harbor League")
    with pytest.raises(FetchError, match="was not restored here, and it stays"):
        save_state(str(stranger), place, KEY, NOW)
    there = restored(tmp_path, place)
    fill(there, 404, "Harbor League")
    save_state(str(there), place, KEY, NOW)
    with pytest.raises(FetchError, match="another program saved a state there since"):
        save_state(str(db), place, KEY, NOW)
    save_state(str(db), place, KEY, NOW, over=True)
    shutil.rmtree(there.parent)
    assert dump(restored(tmp_path, place)) == dump(db)


def test_a_save_between_look_and_push_is_seen(db: Path, tmp_path: Path):
    """Another program saves just then: does the repository itself refuse?"""
    git("init", "--quiet", "--bare", "kept.git", cwd=tmp_path)
    place = GitBranch(str(tmp_path / "kept.git"))
    save_state(str(db), place, KEY, NOW)
    archive = tmp_path / "state.age"
    archive.write_bytes(b"x")
    with pytest.raises(FetchError, match="another program saved"):
        place.put(archive, "1" * 40)


def test_what_is_kept_beside(db: Path, place: Where, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Files of one's own: do they come along, and do those that are there in other words stay?"""
    monkeypatch.chdir(db.parent)
    (db.parent / "found.toml").write_text("# private\n")
    (db.parent / "private" / "deep").mkdir(parents=True)
    (db.parent / "private" / "deep" / "a.md").write_text("ours\n")
    save_state("dockets.db", place, KEY, NOW, [Path("found.toml"), Path("private")])
    root = elsewhere(tmp_path).parent
    root.mkdir()
    (root / "found.toml").write_text("# newer\n")
    back = restore_state(str(elsewhere(tmp_path)), place, KEY, NOW, root)
    assert back is not None
    assert back.left == ("found.toml",)
    assert (root / "found.toml").read_text() == "# newer\n"
    assert (root / "private" / "deep" / "a.md").read_text() == "ours\n"
    for wrong in (Path("/etc/hosts"), Path("../x"), Path("nothing")):
        with pytest.raises(FetchError, match=r"beneath this folder|is not there"):
            save_state("dockets.db", place, KEY, NOW, [wrong])


@pytest.mark.parametrize("when", ["copy", "pack", "put", "read", "move"])
def test_a_full_disk(db: Path, place: Where, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str):
    """Wherever the disk fills up: is it one sentence, and is what was kept, and the database, as it was?"""
    save_state(str(db), place, KEY, NOW)
    mark, before = place.mark(), dump(db)
    save = partial(save_state, str(db), place, KEY, NOW)
    restore = partial(restore_state, str(db), place, KEY, NOW, db.parent, replace=True)
    act = restore if when in ("read", "move") else save

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    name = {"copy": "_make_private", "pack": "_pack", "put": "_write_note", "read": "_unpack", "move": "_move_in"}[when]
    monkeypatch.setattr(keep, name, full)
    with pytest.raises(FetchError, match=r"could not be (saved|restored) \(.*No space.*\)"):
        act()
    monkeypatch.undo()
    assert dump(db) == before
    assert place.mark() == mark or when == "put"
    assert not [each for each in db.parent.iterdir() if each.name.startswith(".")]
    assert dump(restored(tmp_path, place)) == before


def objects(repository: Path) -> Iterator[bytes]:
    """Every object of a repository, reachable or not, in the open."""
    listed = git("cat-file", "--batch-all-objects", "--batch-check=%(objecttype) %(objectname)", cwd=repository)
    for kind, name in (line.split() for line in listed.splitlines()):
        yield subprocess.run(["git", "cat-file", kind, name], cwd=repository, check=True, capture_output=True).stdout


def opened(content: bytes) -> Iterator[bytes]:
    yield content
    start = content.find(b"x\x9c")
    while start >= 0:
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj().decompress(content[start : start + 65_536])
        start = content.find(b"x\x9c", start + 1)


def decrypted(content: bytes, key: str) -> bytes:
    import pyrage

    return gzip.decompress(pyrage.decrypt(content, [keep._identity(key)]))


def holds_name(content: bytes) -> bool:
    words = [word.lower().encode() for word in NAME.split()]
    return any(word in part.lower() for part in opened(content) for word in words)


def test_a_purged_name_is_found_nowhere(db: Path, tmp_path: Path):
    """The state's git objects included: is the name in none, is there one commit, and does a new key alone open it?"""
    remote = tmp_path / "kept.git"
    git("init", "--quiet", "--bare", "kept.git", cwd=tmp_path)
    place = GitBranch(str(remote))
    save_state(str(db), place, KEY, NOW)
    first = place.mark()
    assert holds_name(decrypted(git_blob(remote, first), KEY))
    engine = open_store(str(db))
    forget_people(engine, [NAME], NOW, "asked", (101,))
    engine.dispose()
    save_state(str(db), place, OTHER, NOW)
    assert git("rev-list", "--parents", place.ref, cwd=remote).split() == [place.mark()]
    assert place.mark() != first
    assert not holds_name(decrypted(git_blob(remote, place.mark()), OTHER))
    for each in objects(remote):  # that of before is still here, as a host keeps it a while
        assert not holds_name(each)
    with pytest.raises(Exception, match="No matching keys"):
        decrypted(git_blob(remote, first), OTHER)
    git("reflog", "expire", "--expire=now", "--all", cwd=remote)
    git("gc", "--quiet", "--prune=now", cwd=remote)
    assert len(list(objects(remote))) == 3
    for each in db.parent.iterdir():
        assert not holds_name(each.read_bytes()), each.name


def git_blob(repository: Path, commit: str) -> bytes:
    command = ["git", "cat-file", "blob", f"{commit}:state.age.000"]
    return subprocess.run(command, cwd=repository, check=True, capture_output=True).stdout


def test_a_large_state_is_cut_into_parts(db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Hosts refuse large files: do many parts come back as one?"""
    git("init", "--quiet", "--bare", "kept.git", cwd=tmp_path)
    place = GitBranch(str(tmp_path / "kept.git"))
    monkeypatch.setattr(keep, "PART_BYTES", 1000)
    save_state(str(db), place, KEY, NOW)
    assert len(git("ls-tree", "--name-only", place.ref, cwd=tmp_path / "kept.git").split()) > 3
    assert dump(restored(tmp_path, place)) == dump(db)


def test_no_key_on_a_command_line_or_in_an_environment(db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What git is started with: is neither key nor token among its words, and the token in its environment alone?"""
    started: list[tuple[list[str], dict[str, str]]] = []

    def run(words: list[str], **given: object) -> subprocess.CompletedProcess[bytes]:
        env = given["env"]
        assert isinstance(env, dict)
        started.append((words, env))
        answer = b"" if words[1] != "ls-remote" else b"a" * 40 + b"\trefs/heads/state\n"
        return subprocess.CompletedProcess(words, 0, answer, b"")

    monkeypatch.setenv("WRITWATCH_STATE_KEY", KEY)
    monkeypatch.setenv("WRITWATCH_STATE_TOKEN", "tok-secret")
    monkeypatch.setenv("COURTLISTENER_API_TOKEN", "cl-secret")
    monkeypatch.setattr(subprocess, "run", run)
    place = GitBranch("https://example.org/a/b.git", token="tok-secret")
    save_state(str(db), place, KEY, NOW, over=True)
    assert [words for words, _ in started if "push" in words]
    for words, env in started:
        assert not any(secret in " ".join(words) for secret in (KEY, "secret", "AGE-SECRET"))
        assert not any(secret in value for value in env.values() for secret in (KEY, "cl-secret", "tok-secret"))
    assert any("GIT_CONFIG_VALUE_0" in env for _, env in started)


@pytest.mark.parametrize(("address", "told"), [
    ("https://me:pw@example.org/x.git", "no password in the repository's address"),
    ("--upload-pack=touch /tmp/x", "do not begin with a hyphen"),
    ("/nowhere/at/all", "git could not ls-remote at /nowhere/at/all"),
])
def test_an_address_that_does_not_work(db: Path, address: str, told: str):
    with pytest.raises(FetchError, match=told):
        save_state(str(db), GitBranch(address), KEY, NOW)


def test_databases_that_have_no_state(tmp_path: Path):
    """PostgreSQL, memory, and none at all: does each say what to do?"""
    place = Folder(tmp_path / "kept")
    for db, told in (("postgresql://localhost/x", "pg_dump"), (":memory:", "name a file"),
                     (str(tmp_path / "none.db"), "run `writwatch fetch` first")):
        with pytest.raises(FetchError, match=told):
            save_state(db, place, KEY, NOW)


def test_a_killed_save_leaves_a_copy_that_goes(db: Path, place: Where):
    """What a kill left beside the database: does the next save take it away?"""
    left = db.with_name(".dockets.db.save.state")
    left.mkdir()
    (left / "dockets.db").write_bytes(NAME.encode())
    save_state(str(db), place, KEY, NOW)
    assert not left.exists()


def test_one_at_a_time(db: Path, place: Where):
    """A save while another is under way: is it told to wait?"""
    with keep._only(db), pytest.raises(FetchError, match="another program saves or restores"):
        save_state(str(db), place, KEY, NOW)


def test_a_new_database_is_private(tmp_path: Path):
    """Its log too: can nobody else read it, whatever this machine's habit is?"""
    before = os.umask(0)
    try:
        fill(tmp_path / "x.db", 1, "Harbor League")
        reader = sqlite3.connect(tmp_path / "x.db")
        reader.execute("SELECT count(*) FROM docket").fetchone()
        assert not [path.name for path in tmp_path.iterdir() if path.stat().st_mode & 0o077]
        reader.close()
    finally:
        os.umask(before)


def test_keys():
    """Are two keys never the same, and is a key fit with a line's end behind it, as files have it?"""
    assert new_key() != new_key()
    assert key_mistake(f"{KEY}\n") == ""
    assert os.environ.get("WRITWATCH_STATE_KEY") is None
