"""A docket or a person forgotten: is nothing of them left anywhere, all of the others, and does nothing come back?"""

import contextlib
import datetime as dt
import json
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from writwatch.fetch import FetchError, purge
from writwatch.fetch import schema as s
from writwatch.fetch.courtlistener import CourtListener
from writwatch.fetch.database import writing
from writwatch.fetch.objects import Docket, Found
from writwatch.fetch.purge import Named, is_taken_down, purge_dockets, take_down, takedown_count, tidy
from writwatch.fetch.sandbox import Server
from writwatch.fetch.store import Seen, save_dockets, save_found, save_quarantine, unpack
from writwatch.fetch.sync import Wanted, sync
from writwatch.fetch.takedowns import clean_text, name_of
from writwatch.fetch.webhooks import save_push

NOON = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)


def rows(engine: sa.Engine) -> dict[str, list[str]]:
    """Every row of every table but the ledger as text, raw objects opened."""
    held: dict[str, list[str]] = {}
    with engine.connect() as connection:
        for table in s.metadata.sorted_tables:
            if table is not s.request:
                held[table.name] = [tell(row._mapping) for row in connection.execute(sa.select(table))]
    return held


def tell(row: Any) -> str:
    return str({key: json.dumps(unpack(value)) if key == "raw" and value else value for key, value in row.items()})


def test_nothing_is_left(engine: sa.Engine, sandbox: Server, client_of: Callable[..., CourtListener]):
    """Fetched whole, found, changed, pushed and misunderstood: after the purge, who still knows of it?"""
    changed = {"id": 7001, "case_name": "Zebedee v. Warden"}
    sync(client_of(sandbox.url), engine, [Wanted(7000), Wanted(7001)])
    sandbox.rows.upsert("dockets", [changed])
    seen = Seen(NOON, None)
    with writing(engine) as connection:
        save_found(
            connection, "habeas", [Docket(id=n, court_id="mnd", case_name="Zebedee") for n in (7001, 7000)], seen
        )
        for endpoint, raw in (
            ("dockets", {"id": 7001}),
            ("docket-entries", {"docket": "http://x/dockets/7001/"}),
            ("search", {"docket_id": 7001}),
            ("dockets", {"id": 7000}),
            ("dockets", "what"),
        ):
            save_quarantine(connection, endpoint, None, json.dumps(raw).encode(), "no", seen)
        for key, ids in (("a", "[7001]"), ("b", "[7000]"), ("c", "[]")):
            row = {"received_at": NOON, "key": key, "event_type": 1, "docket_ids": ids, "raw": b""}
            connection.execute(s.push.insert().values(row))
        for name, ids in (("list 7000-7001", "[7000, 7001]"), ("list 7000-7000", "[7000]"), ("dockets habeas", "[]")):
            row = {"name": name, "endpoint": "search", "params": "{}", "docket_ids": ids, "mode": "delta"}
            connection.execute(s.sweep.insert().values(row))
    before = rows(engine)
    assert {name for name, held in before.items() if any("7001" in row for row in held)} > {"docket", "found", "push"}
    purge_dockets(engine, {7001, 4711})
    after = rows(engine)
    assert [(name, row) for name, held in after.items() for row in held if "7001" in row] == []
    for name, held in before.items():
        if name not in ("recap_document",):
            assert after[name] == [row for row in held if "7001" not in row], name
    assert len(after["recap_document"]) * 2 == len(before["recap_document"])


def test_the_file_does_not_keep_it(tmp_path: Path, engine: sa.Engine):
    """SQLite leaves what was deleted in the file unless it is told not to."""
    if engine.dialect.name != "sqlite":
        return
    with writing(engine) as connection:
        save_found(connection, "habeas", [Docket(id=7001, court_id="mnd", case_name="Zebedee")], Seen(NOON, None))
    purge_dockets(engine, {7001})
    engine.dispose()
    assert all(b"Zebedee" not in path.read_bytes() for path in tmp_path.iterdir() if path.is_file())


# Takedowns.

ROSA = "Rosa Quispe Mamani"
FORMS = [
    "Rosa Quispe Mamani", "QUISPE MAMANI, ROSA", "Rosa Quispe", "Quispe-Mamani", "Rosa M. Quispe", "Quispe's motion",
    "Mamani", "rosa-quispe-mamani", "quispe-mamani", "Qui\u0301spe Mamani",
]  # fmt: skip
GONE = ("rosa", "quispe", "mamani")


def kept_bytes(folder: Path) -> bytes:
    """All that the database's files hold, lower case, with whatever in them is compressed opened."""
    found = b""
    for path in folder.iterdir():
        if path.is_file() and path.name.startswith("dockets.db"):
            content = path.read_bytes()
            found += content + b"".join(opened(content))
    return found.lower()


def opened(content: bytes) -> Iterator[bytes]:
    start = content.find(b"x\x9c")
    while start >= 0:
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj().decompress(content[start : start + 65_536])
        start = content.find(b"x\x9c", start + 1)


@pytest.fixture
def named(sandbox: Server) -> Server:
    """Two dockets of one person; the second in every form a clerk finds."""
    slug = "/docket/7001/quispe-mamani-v-warden/"
    sandbox.rows.upsert("dockets", [{"id": 7001, "case_name": "Quispe Mamani v. Warden", "absolute_url": slug}])
    texts = [f"MOTION of {form} for release, filed by Dana Ferrand." for form in FORMS]
    sandbox.rows.upsert(
        "docket-entries", [{"id": 700101 + place % 3, "description": text} for place, text in enumerate(texts[:3])]
    )
    sandbox.rows.upsert("docket-entries", [{"id": 700101, "description": " / ".join(texts)}])
    return sandbox


def test_a_name_is_found_nowhere(
    tmp_path: Path, engine: sa.Engine, named: Server, client_of: Callable[..., CourtListener]
):
    """A docket and a name purged: is the name in no column, no raw object and no byte, also after the next fetch?"""
    sync(client_of(named.url), engine, [Wanted(7000), Wanted(7001)])
    save_push(engine, "a", json.dumps({"payload": {"results": [{"x": f"of {ROSA} and more"}]}}).encode(), NOON)
    assert any("quispe" in row.lower() for row in rows(engine)["docket_entry"])
    done = take_down(engine, {7000}, [ROSA], NOON, f"Her sister asked for {ROSA}.")
    assert done.dockets == 1
    assert done.rows > 5
    for again in (False, True):
        if again:
            named.rows.upsert("docket-entries", [{"id": 700102, "description": "Reply of Ms. Quispe Mamani; ROSA's."}])
            report = sync(client_of(named.url, clock=a_month_later), engine, [Wanted(7000), Wanted(7001)])
            assert report.failures == ()
        held = rows(engine)
        text = json.dumps(held, ensure_ascii=False).lower()
        assert [word for word in GONE if word in text] == []
        assert held["docket"]
        assert held["docket_entry"]
        assert all("7000" not in row for name, of in held.items() if name != "takedown" for row in of)
        assert "Dana Ferrand" in json.dumps(held)
    if engine.dialect.name == "sqlite":
        assert done.tidy
        assert tidy(engine)
        engine.dispose()
        kept = kept_bytes(tmp_path)
        assert b"ferrand" in kept
        assert [word for word in GONE if word.encode() in kept] == []
        assert (tmp_path / "takedowns.key").stat().st_mode & 0o777 == 0o600


def a_month_later() -> float:
    return time.time() + 40 * 86_400


def test_a_purged_docket_is_not_asked_for(
    engine: sa.Engine, sandbox: Server, client_of: Callable[..., CourtListener]
):
    """By id, by number, by import, by a push: does any way bring it back?"""
    sync(client_of(sandbox.url), engine, [Wanted(7000), Wanted(7001)])
    take_down(engine, {7001}, [], NOON)
    asked = len(sandbox.requests)
    sync(client_of(sandbox.url, clock=a_month_later), engine, [Wanted(7000), Wanted(7001)])
    assert sandbox.requests[asked:]
    assert [each.path for each in sandbox.requests[asked:] if "7001" in each.path] == []
    row = {"id": 7001, "court_id": "mnd", "case_name": "Zebedee v. Warden"}
    found = Found(Docket(id=7001, court_id="mnd", case_name="Zebedee v. Warden"), json.dumps(row).encode())
    with writing(engine) as connection:
        assert is_taken_down(connection, [7000, 7001]) == {7001}
        assert save_dockets(connection, [found], Seen(NOON, None)) == 0
        assert save_found(connection, "habeas", [found.value], Seen(NOON, None)) == 0
    assert "Zebedee" not in json.dumps(rows(engine))
    with engine.connect() as connection:
        assert [url for url in connection.scalars(sa.select(s.request.c.url)) if "7001" in url] == []
    assert takedown_count(engine) == 1


def test_others_keep_their_names(engine: sa.Engine, sandbox: Server, client_of: Callable[..., CourtListener]):
    """Somebody else who shares a surname, in a docket without her: is that row as it was?"""
    sandbox.rows.upsert("docket-entries", [{"id": 700101, "description": "ORDER by Judge Inti Quispe, May 5."}])
    sandbox.rows.upsert("dockets", [{"id": 7001, "case_name": "Tello v. Warden"}])
    sandbox.rows.upsert("parties", [{"id": 70011, "name": "Alma Tello"}])
    sync(client_of(sandbox.url), engine, [Wanted(7000), Wanted(7001)])
    take_down(engine, (), [ROSA], NOON)
    assert any("Inti Quispe, May 5" in row for row in rows(engine)["docket_entry"])
    assert not any("Rosa" in row for row in rows(engine)["party"])


def test_nothing_readable_is_kept(engine: sa.Engine):
    """Neither ids nor names: only hashes, a day, and what the operator wrote without the name."""
    take_down(engine, {7001}, [ROSA], NOON, f"For {ROSA}.")
    held = rows(engine)["takedown"]
    assert not any(word in row.lower() for row in held for word in (*GONE, "7001"))
    assert any("For [name]." in row for row in held)
    assert takedown_count(engine) == 2
    take_down(engine, {7001}, [ROSA.upper()], NOON)
    assert rows(engine)["takedown"] == held


@pytest.mark.parametrize("name", ["Quispe", "", "M. Q."])
def test_one_word_is_nobody(engine: sa.Engine, name: str):
    with pytest.raises(FetchError, match="could be anybody"):
        take_down(engine, (), [name], NOON)


def test_a_lost_key_is_said(tmp_path: Path, engine: sa.Engine):
    """Without its key the list says nothing: does the next run stop rather than let everything in again?"""
    if engine.dialect.name != "sqlite":
        return
    take_down(engine, {7001}, [], NOON)
    for write in (Path.unlink, lambda path: path.write_bytes(b"another key of 32 bytes, or so..")):
        write(tmp_path / "takedowns.key")
        with pytest.raises(FetchError, match=r"takedowns\.key"), writing(engine) as connection:
            save_found(connection, "habeas", [Docket(id=1, court_id="mnd")], Seen(NOON, None))


class Cut(Exception):
    pass


@pytest.mark.parametrize("where", ["purge_all", "clean_store", "note", "forget_addresses"])
def test_cut_off_in_the_middle(
    engine: sa.Engine,
    named: Server,
    client_of: Callable[..., CourtListener],
    where: str,
    monkeypatch: pytest.MonkeyPatch,
):
    """Stopped at any step, before or after it: is everything still there, and does the second try finish?"""
    sync(client_of(named.url), engine, [Wanted(7000), Wanted(7001)])
    before = rows(engine)
    real = getattr(purge, where)

    def cut(*words: Any) -> None:
        real(*words)
        raise Cut

    monkeypatch.setattr(purge, where, cut)
    with pytest.raises(Cut):
        take_down(engine, {7000}, [ROSA], NOON)
    assert rows(engine) == before
    monkeypatch.setattr(purge, where, real)
    take_down(engine, {7000}, [ROSA], NOON)
    assert not any(word in json.dumps(rows(engine)).lower() for word in GONE)


@pytest.mark.slow
def test_killed_in_the_middle(
    tmp_path: Path, sandbox: Server, client_of: Callable[..., CourtListener], engine: sa.Engine
):
    """kill -9 during a purge: all or nothing."""
    if engine.dialect.name != "sqlite":
        return
    sync(client_of(sandbox.url), engine, [Wanted(7000), Wanted(7001)])
    before = rows(engine)
    engine.dispose()
    script = (
        "import sys, datetime as dt, os, signal\n"
        "from writwatch.fetch import purge\nfrom writwatch.fetch.database import open_store\n"
        "real = purge.clean_store\n"
        "def cut(*words):\n    real(*words)\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        "purge.clean_store = cut\n"
        f"purge.take_down(open_store(sys.argv[1]), {{7000}}, [{ROSA!r}], dt.datetime.now(dt.UTC))\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / "dockets.db")], check=False)
    assert done.returncode == -signal.SIGKILL
    assert rows(engine) == before


TEXTS = [
    ("Ms. Quispe and Rosa", 7001, "Ms. [name] and [name]"),
    ("Ms. Quispe and Rosa", 7000, "Ms. Quispe and Rosa"),
    ("by ROSA QUISPE MAMANI.", 7000, "by [name]."),
    ("Mamani, Rosa's motion", None, "[name]'s motion"),
    ("de la Quispe y Mamani", None, "de la [name]"),
    ("a rosa is a flower", 7001, "a rosa is a flower"),
    ("/docket/7001/quispe-mamani-v-warden/", 7001, "/docket/7001/[name]-v-warden/"),
    ("Inti Quispe", None, "Inti Quispe"),
]


@pytest.mark.parametrize(("text", "docket_id", "expected"), TEXTS)
def test_clean_text(text: str, docket_id: int | None, expected: str):
    named = Named([name_of(ROSA)])
    named.dockets.add(7001)
    assert clean_text(text, docket_id, named) == expected


@pytest.mark.slow
def test_from_the_command_to_the_pages(tmp_path: Path):
    """Typed by an operator: are docket and person in no table, no byte, no page, also after the next fetch?"""
    from click.testing import CliRunner
    from writwatch.fetch import fictional
    from writwatch.fetch.sandbox import serve
    from writwatch.render.cli import writwatch

    data, db, public = tmp_path / "data", tmp_path / "dockets.db", tmp_path / "public"
    fictional.write(data, dockets=12)
    (data / "config.toml").write_text('name = "Trial"\nfictional = true\n', encoding="utf-8")
    truth = [json.loads(line) for line in (data / "truth.jsonl").read_text("utf-8").splitlines()]
    named = [(row["docket_id"], name) for row in truth for name in row["privacy"]["petitioner"] if name.count(" ") == 1]
    (forgotten, _), (other, name) = named[0], next(each for each in named if each[0] != named[0][0])
    words = [word.lower().encode() for word in name.split() if word.isascii()]

    def run(*typed: str, api: str = "http://127.0.0.1:9/") -> str:
        command = ["--site", str(data), "--db", str(db), "--api", api, *typed]
        done = CliRunner().invoke(writwatch, command, env={"COURTLISTENER_API_TOKEN": "x"}, standalone_mode=False)
        if done.exception:
            raise done.exception
        return done.output

    with serve(data, throttle="none") as server:
        run("fetch", api=server.url)
        assert all(word in kept_bytes(tmp_path) for word in words)
        said = run("purge", str(forgotten), "--name", name, "--why-kept-private", "Asked.")
        assert "1 dockets forgotten" in said
        assert f"{forgotten}" not in said
        assert not any(word in said.lower().encode() for word in words)
        server.rows.upsert("dockets", [{"id": number, "cause": "as of now"} for number in (forgotten, other)])
        run("fetch", api=server.url)
    run("render", "--out", str(public), "--as-of", fictional.AS_OF.isoformat())
    pages = b"".join(path.read_bytes() for path in public.rglob("*") if path.is_file()).lower()
    assert str(other).encode() in pages
    assert str(forgotten).encode() not in pages
    for place, content in (("the database", kept_bytes(tmp_path)), ("the pages", pages)):
        assert [word for word in words if word in content] == [], place
