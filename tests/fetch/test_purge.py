"""A docket or a person forgotten: is nothing of them left anywhere, all of the others, and does nothing come back?"""

import contextlib
import datetime as dt
import json
import re
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus, urlencode

import msgspec
import pytest
import sqlalchemy as sa
from writwatch.fetch import FetchError, purge
from writwatch.fetch import schema as s
from writwatch.fetch.courtlistener import CourtListener
from writwatch.fetch.database import reading, writing
from writwatch.fetch.names import Named, clean_text, letters_of, name_of
from writwatch.fetch.objects import Docket, Found, decode_rows
from writwatch.fetch.outbox import Outbox
from writwatch.fetch.plan import Following, texts_of
from writwatch.fetch.purge import (
    forget_dockets,
    forget_lost_takedowns,
    forget_people,
    holders_of,
    is_taken_down,
    less_taken_down,
    purge_dockets,
    takedown_count,
    tidy,
)
from writwatch.fetch.quota import Ledger
from writwatch.fetch.sandbox import Server
from writwatch.fetch.store import Seen, put, save_dockets, save_found, save_quarantine, unpack
from writwatch.fetch.sync import Wanted, sync
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
    return str({key: shown(key, value) for key, value in row.items()})


def shown(key: str, value: Any) -> Any:
    """A raw object opened, a moment to the second: its microseconds may be any number, a docket's too."""
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds")
    return json.dumps(unpack(value)) if key == "raw" and value else value


OTHER, OURS = (re.compile(rf"(?<![0-9a-f]){docket}\d{{0,4}}(?![0-9a-f])") for docket in (7000, 7001))
"""Dockets 7000 and 7001 and what is numbered after them; not four digits within a hash or a moment."""


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
    assert {name for name, held in before.items() if any(map(OURS.search, held))} > {"docket", "found", "push"}
    purge_dockets(engine, {7001, 4711})
    after = rows(engine)
    assert [(name, row) for name, held in after.items() for row in held if OURS.search(row)] == []
    for name, held in before.items():
        if name not in ("recap_document",):
            assert after[name] == [row for row in held if not OURS.search(row)], name
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
    assert forget_dockets(engine, {7000}, NOON).dockets == 1
    done = forget_people(engine, [ROSA], NOON, f"Her sister asked for {ROSA}.")
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
        assert [row for of in held.values() for row in of if OTHER.search(row)] == []
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
    forget_dockets(engine, {7001}, NOON)
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


def test_a_plan_takes_nothing_away(engine: sa.Engine, sandbox: Server, client_of: Callable[..., CourtListener]):
    """Something came of a docket that was taken down: is it left out of a plan, and there until a fetch?"""
    forget_dockets(engine, {7001}, NOON)
    with writing(engine) as connection:
        put(connection, s.progress, [{"docket_id": 7001, "part": "entries", "mode": "whole", "error": "lost"}])
    before = rows(engine)
    assert before["progress"]
    assert less_taken_down(engine, Following(dockets=(7000, 7001))).rejected == {7001}
    assert rows(engine) == before
    sync(client_of(sandbox.url), engine, [])
    assert rows(engine)["progress"] == []


def test_its_entries_are_named_nowhere(
    engine: sa.Engine, sandbox: Server, client_of: Callable[..., CourtListener]
):
    """Asked for with another docket's, told with another's in one message: does any id of its entries stay?"""
    sync(client_of(sandbox.url), engine, [Wanted(7000), Wanted(7001)])
    late, box, ours, other = texts_of([(700101, 7001), (700001, 7000)]), Outbox(engine), "entry/700101", "entry/700001"
    ledger = Ledger(engine, "token")
    ledger.close(ledger.book("search", f"search/?{urlencode(late.params)}").request_id or 0, 200, 0.1)
    for rule in ("desk", "toots"):
        box.take_in(rule, {"rulings": ""}, [], NOON, NOON.date())
        told = [(ours, "rulings", NOON.date(), 7001), (other, "rulings", NOON.date(), 7000)]
        box.take_in(rule, {"rulings": ""}, told, NOON, NOON.date())
        keys = [ours, other] if rule == "desk" else [other]
        box.sent(rule, box.claim(rule, keys, NOON, 9, dt.timedelta(hours=1)), NOON)
    forget_dockets(engine, {7001}, NOON)
    table = s.notice.c
    with reading(engine) as connection:
        asked = [unquote_plus(url) for url in connection.scalars(sa.select(s.request.c.url))]
        messages = dict(connection.execute(sa.select(table.rule, table.message).where(table.docket_id == 7000)).all())
    assert [row for held in (asked, *rows(engine).values()) for row in held if OURS.search(row)] == []
    assert messages == {"desk": "entry/[docket]", "toots": other}


def test_others_keep_their_names(engine: sa.Engine, sandbox: Server, client_of: Callable[..., CourtListener]):
    """Somebody else who shares a surname, in a docket without her: is that row as it was?"""
    sandbox.rows.upsert("docket-entries", [{"id": 700101, "description": "ORDER by Judge Inti Quispe, May 5."}])
    sandbox.rows.upsert("dockets", [{"id": 7001, "case_name": "Tello v. Warden"}])
    sandbox.rows.upsert("parties", [{"id": 70011, "name": "Alma Tello"}])
    sync(client_of(sandbox.url), engine, [Wanted(7000), Wanted(7001)])
    forget_people(engine, [ROSA], NOON)
    assert any("Inti Quispe, May 5" in row for row in rows(engine)["docket_entry"])
    assert not any("Rosa" in row for row in rows(engine)["party"])


def test_only_in_one_docket(engine: sa.Engine, sandbox: Server, client_of: Callable[..., CourtListener]):
    """Two dockets with one name, and one of them given: does the namesake keep it, now and after the next fetch?"""
    sync(client_of(sandbox.url), engine, [Wanted(7000), Wanted(7001)])
    done = forget_people(engine, [ROSA], NOON, within={7001})
    assert done.dockets == 1
    for again in (False, True):
        if again:
            text = [{"id": n * 100 + 1, "description": f"Motion of {ROSA}; Ms. Quispe's."} for n in (7000, 7001)]
            sandbox.rows.upsert("docket-entries", text)
            assert sync(client_of(sandbox.url, clock=a_month_later), engine, [Wanted(7000), Wanted(7001)]).saved
        held = [row for of in rows(engine).values() for row in of if OURS.search(row)]
        assert [row for row in held if any(word in row.lower() for word in GONE)] == []
        others = [row for row in rows(engine)["party"] if OTHER.search(row)]
        assert any(ROSA in row for row in others)
    assert any("of [name]; Ms. [name]'s." in row for row in rows(engine)["docket_entry"])
    assert any(f"of {ROSA}; Ms. Quispe's." in row for row in rows(engine)["docket_entry"])


def test_how_many_hold_a_name(engine: sa.Engine, sandbox: Server, client_of: Callable[..., CourtListener]):
    """Before anything goes: how many dockets have the whole name, how many two parts of it, and is all as before?"""
    sandbox.rows.upsert("parties", [{"id": 70011, "name": "Ana Quispe Mamani"}])
    sandbox.rows.upsert("dockets", [{"id": 7002, "case_name": "Tello v. Warden"}])
    sandbox.rows.upsert("parties", [{"id": 70021, "name": "Rosa Tello"}])
    sync(client_of(sandbox.url), engine, [Wanted(7000), Wanted(7001), Wanted(7002)])
    before = rows(engine)
    assert holders_of(engine, [ROSA]) == ({"mnd": 1}, 1)
    assert rows(engine) == before
    forget_people(engine, [ROSA], NOON)
    assert any("Ana Quispe Mamani" in row for row in rows(engine)["party"])
    assert not any(ROSA in row for row in rows(engine)["party"])


def pushed(docket_id: int, text: str) -> bytes:
    """A docket alert with one entry."""
    entry = {"docket": f"http://x/dockets/{docket_id}/", "description": text}
    return json.dumps({"webhook": {"event_type": 1}, "payload": {"results": [entry]}}).encode()


def test_no_way_back(engine: sa.Engine, sandbox: Server, client_of: Callable[..., CourtListener]):
    """Pushed, not understood, looked up by its number, in a report of alerts: is nothing of it left by the next run?"""
    number = "0:26-cv-07001"
    sync(client_of(sandbox.url), engine, [Wanted(7000), Wanted(7001)])
    old = {"webhook": {"event_type": 4}, "payload": {"old_alerts": [{"docket": 7001}, {"docket": 7000}]}}
    save_push(engine, "early", json.dumps(old).encode(), NOON)
    forget_dockets(engine, {7001}, NOON)
    save_push(engine, "late", pushed(7001, "Zebedee was here."), NOON)
    save_push(engine, "other", pushed(7000, "Somebody else was."), NOON)
    save_push(engine, "report", json.dumps(old).encode(), NOON)
    with writing(engine) as connection:
        bad = json.dumps({"id": 5, "docket": "http://x/dockets/7001/", "description": "Zebedee"}).encode()
        save_quarantine(connection, "docket-entries", None, bad, "no", Seen(NOON, None))
        save_quarantine(connection, "docket-entries", 7001, b'{"description": "Zebedee"', "no", Seen(NOON, None))
    assert "Zebedee" not in json.dumps(rows(engine))
    asked = [Wanted(7000), Wanted(7001), Wanted(None, "mnd", number)]
    report = sync(client_of(sandbox.url, clock=a_month_later), engine, asked)
    assert report.failures == ()
    held = json.dumps({name: of for name, of in rows(engine).items() if name != "takedown"})
    assert OURS.search(held) is None
    assert "Somebody else was." in held
    with engine.connect() as connection:
        urls = list(connection.scalars(sa.select(s.request.c.url)))
    assert urls
    assert [url for url in urls if "7001" in url] == []


def test_kin_are_named(engine: sa.Engine):
    """An appeal that stays when the docket below goes: is the operator told?"""
    origin = {"docket_number": "0:26-cv-07001"}
    dockets = [
        {"id": 7001, "court_id": "mnd", "docket_number": "0:26-cv-07001"},
        {"id": 7002, "court_id": "cand", "docket_number": "0:26-cv-07001"},
        {"id": 9001, "court_id": "ca8", "docket_number": "26-1", "appeal_from": "mnd", "original_court_info": origin},
    ]
    found, _ = decode_rows([msgspec.Raw(json.dumps(row).encode()) for row in dockets], Docket)
    with writing(engine) as connection:
        save_dockets(connection, found, Seen(NOON, None))
    assert forget_dockets(engine, {7001}, NOON).kin == (9001,)
    assert forget_dockets(engine, {9001}, NOON).kin == ()


def test_nothing_readable_is_kept(engine: sa.Engine):
    """Neither ids nor names: only hashes, a day, and what the operator wrote without the name."""
    forget_dockets(engine, {7001}, NOON, "For 7001, as asked.")
    forget_people(engine, [ROSA], NOON, f"For {ROSA}.")
    held = rows(engine)["takedown"]
    assert [row for row in held if any(word in row.lower() for word in GONE) or OURS.search(row)] == []
    assert any("For [name]." in row for row in held)
    assert takedown_count(engine) == 2
    forget_dockets(engine, {7001}, NOON)
    forget_people(engine, [ROSA.upper()], NOON)
    assert rows(engine)["takedown"] == held


@pytest.mark.parametrize("name", ["Quispe", "", "M. Q."])
def test_one_word_is_nobody(engine: sa.Engine, name: str):
    with pytest.raises(FetchError, match="could be anybody"):
        forget_people(engine, [name], NOON)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (Path.unlink, "is not beside the database"),
        (lambda path: path.write_bytes(b""), "is not beside the database"),
        (lambda path: path.write_bytes(b"another key of 32 bytes, or so.."), "is another database's"),
    ],
    ids=["gone", "empty", "another"],
)
def test_a_lost_key_is_said(tmp_path: Path, engine: sa.Engine, spoil: Callable[[Path], Any], why: str):
    """Without its key the list says nothing: does the next run stop, and can the operator begin anew?"""
    if engine.dialect.name != "sqlite":
        return
    key = tmp_path / "takedowns.key"
    forget_dockets(engine, {7001}, NOON)
    spoil(key)
    found = [Docket(id=7001, court_id="mnd")]
    with pytest.raises(FetchError, match=rf"takedowns\.key\) {why}.*purge --new-key"), writing(engine) as connection:
        save_found(connection, "habeas", found, Seen(NOON, None))
    assert forget_lost_takedowns(engine, NOON) == 1
    assert takedown_count(engine) == 0
    forget_dockets(engine, {7001}, NOON)
    assert key.stat().st_mode & 0o777 == 0o600
    with writing(engine) as connection:
        assert save_found(connection, "habeas", found, Seen(NOON, None)) == 0


def test_a_key_that_others_could_read(tmp_path: Path, engine: sa.Engine):
    """Copied with the wrong permissions: does the next purge mend them?"""
    if engine.dialect.name != "sqlite":
        return
    forget_dockets(engine, {7001}, NOON)
    (tmp_path / "takedowns.key").chmod(0o644)
    forget_dockets(engine, {7002}, NOON)
    assert (tmp_path / "takedowns.key").stat().st_mode & 0o777 == 0o600


class Cut(Exception):
    pass


def forget_both(engine: sa.Engine, where: str) -> None:
    if where == "clean_store":
        forget_people(engine, [ROSA], NOON)
    else:
        forget_dockets(engine, {7000, 7001}, NOON)


@pytest.mark.parametrize("where", ["purge_all", "clean_store", "note", "forget_addresses", "purge_mentions"])
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
        forget_both(engine, where)
    assert rows(engine) == before
    monkeypatch.setattr(purge, where, real)
    forget_both(engine, where)
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
        f"purge.forget_people(open_store(sys.argv[1]), [{ROSA!r}], dt.datetime.now(dt.UTC))\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / "dockets.db")], check=False)
    assert done.returncode == -signal.SIGKILL
    assert rows(engine) == before


TEXTS = [
    ("Ms. Quispe and Rosa", 7001, "Ms. [name] and [name]"),
    ("Ms. Quispe and Rosa", 7000, "Ms. Quispe and Rosa"),
    ("by ROSA QUISPE MAMANI.", 7000, "by [name]."),
    ("Mamani, Rosa's motion", 7001, "[name]'s motion"),
    ("Mamani, Rosa's motion", 7000, "Mamani, Rosa's motion"),
    ("Quispe Mamani, Rosa's motion", None, "[name]'s motion"),
    ("de la Quispe y Mamani", 7001, "de la [name]"),
    ("Rosa Quispe Mamani Rosa", 7001, "[name]"),
    ("Ana Quispe Mamani", None, "Ana Quispe Mamani"),
    ("a rosa is a flower", 7001, "a rosa is a flower"),
    ("/docket/7001/quispe-mamani-v-warden/", 7001, "/docket/7001/[name]-v-warden/"),
    ("Inti Quispe", None, "Inti Quispe"),
]


@pytest.mark.parametrize(("text", "docket_id", "expected"), TEXTS)
def test_clean_text(text: str, docket_id: int | None, expected: str):
    named = Named([name_of(ROSA)])
    named.dockets.add(7001)
    assert clean_text(text, docket_id, named) == expected


WRITTEN = [
    "Rosa Quispe Mamani",
    "ROSA QUI\u0301SPE-MAMANI",
    "Rosa Qu'ispe Mama\u00adni",
    "rosa_quispe mamani",
    "Rósa Quispé Mamanï",
]


@pytest.mark.parametrize("text", WRITTEN)
@pytest.mark.parametrize("ascii", [False, True], ids=["as it is", "escaped"])
def test_a_glance_misses_nothing(text: str, ascii: bool):
    """Whatever cleaning would change: does the quick look that goes before let it through?"""
    assert clean_text(text.replace("_", ", "), None, Named([name_of(ROSA)])) == "[name]"
    raw = json.dumps({"description": f"Motion of {text}\n"}, ensure_ascii=ascii).encode()
    assert all(part in letters_of(raw) for part in GONE)
