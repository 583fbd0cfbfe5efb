"""Two that fetch, one that listens and one that renders, at once on one PostgreSQL, each killed at any moment: is the
store in the end what upstream is, each push kept once, the budget never exceeded, the site whole?

`make soak` kills 3 times, then WRITWATCH_KILLS times. Figures go to WRITWATCH_FIGURES, where that names a file.
"""
import http.client
import json
import os
import random
import signal
import socket
import time
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import requests
import sqlalchemy as sa
from writwatch.fetch import schema as s
from writwatch.fetch.database import connect, reading, store_url
from writwatch.fetch.sandbox import Server, serve
from writwatch.fetch.sandbox.files import pacific
from writwatch.fetch.store import unpack
from writwatch.render.starting import init

from .fetch.conftest import entry_row, write_court
from .nursery import Nursery
from .recount import recount
from .render.test_build import broken_links

pytestmark = pytest.mark.xdist_group("many hands")

KILLS = int(os.environ.get("WRITWATCH_KILLS", "100"))
TOKEN, SECRET = "c3" * 20, "a-secret-of-thirty-characters-"
DOCKETS, ENTRIES = 8, 30
COHORT = '\n[[cohort]]\nname = "detained"\nnature_of_suit = "463"\naccept = "rule"\ntopic = "detention"\n'
PAUSE = 2.0
"""Seconds from the end of a program to its next start."""
HANDS = ("fetch", "fetch too", "listen", "render")


MOST_WORK = {"fetch": 1.5, "fetch too": 1.5, "listen": 0.5, "render": 8.0}
"""Seconds of a processor within which one is killed, or within which it ended where that was sooner."""
LONGEST = 30.0
"""Seconds after which it is killed in any case: it waits for the budget, or for a push."""


class Push(NamedTuple):
    """What is pushed until it is taken."""

    key: str
    body: bytes


class Hand:
    """One program at work on the store; what it says goes to a file."""

    def __init__(
        self, nursery: Nursery, name: str, words: list[str], env: dict[str, str], said: Path, good: set[int]
    ) -> None:
        self.nursery, self.name, self.words, self.env, self.said, self.good = nursery, name, words, env, said, good
        self.ended, self.again_at = 0, 0.0
        self.start()

    def start(self) -> None:
        self.again_at = 0.0
        self.id: int = self.nursery.ask(words=self.words, env=self.env, said=str(self.said))

    def at_work(self) -> bool:
        return self.nursery.ask(look=self.id) is None

    def kill(self) -> bool:
        """Whether it was at work."""
        if not self.at_work():
            return False
        os.kill(self.id, signal.SIGKILL)
        return self.nursery.ask(wait=self.id) == -signal.SIGKILL

    def look(self) -> None:
        """One that came to its end begins anew after a pause, as from cron."""
        if self.at_work():
            return
        if not self.again_at:
            self.end()
            self.again_at = time.monotonic() + PAUSE
        elif time.monotonic() >= self.again_at:
            self.start()

    def end(self) -> None:
        """Wait for its end, which must be one that it may have."""
        self.ended += 1
        status = self.nursery.ask(wait=self.id)
        assert status in self.good, f"{self.name} ended with {status}: {self.said.read_text('utf-8')[-4000:]}"


class Newsroom:
    """A court upstream, a tracker of it, and all hands at work."""

    def __init__(self, folder: Path, database: str, throttle: str) -> None:
        self.database, self.folder, self.chance = database, folder, random.Random(KILLS)
        (folder / "court").mkdir()
        self.server: Server = serve(write_court(folder / "court", DOCKETS, ENTRIES), throttle=throttle)
        self.server.faults.add("slow", times=None, seconds=0.002, probability=0.3)
        self.tracker = folder / "tracker"
        init(self.tracker)
        config = self.tracker / "config.toml"
        config.write_text(config.read_text("utf-8").replace("languages = []", 'languages = ["en"]') + COHORT, "utf-8")
        for number in (7000, 7001, 7002):
            text = f'topic = "detention"\n[[docket]]\nid = {number}\n'
            (self.tracker / "cases" / f"by-hand-{number}.toml").write_text(text, "utf-8")
        self.next_entry = dict.fromkeys(range(7000, 7000 + DOCKETS), ENTRIES)
        self.pushes: list[Push] = []
        self.to_push: list[Push] = []
        self.port = free_port()
        self.public = folder / "public"
        self.nursery = Nursery()
        self.hands = {name: self.hand(name) for name in HANDS}

    def hand(self, name: str) -> Hand:
        words = {"listen": ["listen", "--port", str(self.port)], "render": ["render", "--out", str(self.public)]}
        command = ["--site", str(self.tracker), "--db", self.database, "--api", self.server.url]
        env = {"COURTLISTENER_API_TOKEN": TOKEN, "WRITWATCH_HOOK_SECRET": SECRET}
        good = {"listen": set[int](), "render": {0, 1}}.get(name, {0, 3})  # before the first fetch there is no store
        said = self.folder / f"{name}.txt"
        return Hand(self.nursery, name, [*command, *words.get(name, ["fetch"])], env, said, good)

    def news(self) -> None:
        """Something happens upstream, and is pushed: an entry comes, or one gets another text."""
        docket = self.chance.choice(list(self.next_entry))
        if self.chance.random() < 0.6 and self.next_entry[docket] < 99:
            self.next_entry[docket] += 1
            number = docket * 100 + self.next_entry[docket]
            row = entry_row(number, docket, f"LETTER number {number % 100}") | stamps(self.server)
        else:
            number = docket * 100 + self.chance.randint(1, self.next_entry[docket])
            row = {"id": number, "description": f"ORDER of {time.time_ns()}", **stamps(self.server, "date_modified")}
        self.server.rows.upsert("docket-entries", [row])
        event = {"webhook": {"event_type": 1, "version": 2}, "payload": {"results": [{"id": number, "docket": docket}]}}
        push = Push(f"key-{len(self.pushes)}", json.dumps(event).encode())
        self.pushes.append(push)
        self.to_push += [push] * self.chance.choice((1, 1, 2))

    def deliver(self) -> None:
        """As CourtListener does: what is not answered with 200 comes again, and now and then what was."""
        waiting, self.to_push = self.to_push, []
        for push in waiting:
            if not self.push(push):
                self.to_push.append(push)

    def push(self, push: Push) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=3)
        try:
            headers = {"Content-Type": "application/json", "Idempotency-Key": push.key}
            connection.request("POST", f"/hooks/{SECRET}/", push.body, headers)
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def go_on(self) -> None:
        """A moment of everybody's work."""
        self.deliver()
        for hand in self.hands.values():
            hand.look()
        time.sleep(0.02)

    def strike(self, victim: Hand, most: float) -> float | None:
        """Kill it within so much work, once it is at work; how much it had done where it came to its end before."""
        while not victim.at_work():
            self.go_on()
        moment, until, done = self.chance.uniform(0.0, most), time.monotonic() + LONGEST, 0.0
        while victim.at_work() and done < moment and time.monotonic() < until:
            self.go_on()
            done = worked(victim.id) or done
        return None if victim.kill() else done

    def close(self) -> None:
        for hand in self.hands.values():
            hand.kill()
        self.nursery.close()
        self.server.close()


def worked(process_id: int) -> float:
    """Seconds that it has had of a processor, so that a busy machine kills at the same places as an idle one; 0.0 of
    one that is gone."""
    try:
        told = Path(f"/proc/{process_id}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def stamps(server: Server, *names: str) -> dict[str, str]:
    now = pacific(round(server.rows.clock() * 1_000_000)).isoformat()
    return dict.fromkeys(names or ("date_created", "date_modified"), now)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture
def newsroom(tmp_path: Path, database: str) -> Iterator[Callable[[str], Newsroom]]:
    made: list[Newsroom] = []

    def make(throttle: str) -> Newsroom:
        made.append(Newsroom(tmp_path, database, throttle))
        return made[-1]

    yield make
    for one in made:
        one.close()


POSTGRES_ONLY = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


@pytest.mark.soak
@POSTGRES_ONLY
def test_many_hands(newsroom: Callable[[str], Newsroom]):
    work(newsroom("900/min,20000/hour"), 3)


@pytest.mark.soak
@POSTGRES_ONLY
def test_many_hands_for_long(newsroom: Callable[[str], Newsroom]):
    """The same with a budget that is often used up."""
    work(newsroom("240/min,6000/hour,20000/day"), KILLS)


def work(room: Newsroom, kills: int) -> None:
    begun, killed, whole = time.monotonic(), Counter[str](), 0
    while sum(killed.values()) < kills:
        for _ in range(room.chance.randint(0, 4)):
            room.news()
        victim = room.chance.choice(list(room.hands.values()))
        most: float | None = MOST_WORK[victim.name]
        while most is not None:
            most = room.strike(victim, most)
        killed[victim.name] += 1
        assert_history_is_a_chain(room.database)
        if victim.name == "render" and (room.public / "index.html").is_file() and killed["render"] % 5 == 0:
            assert broken(room.public) == []
            whole += 1
        victim.start()
    rounds = come_to_rest(room)
    windows, asked, again = assert_budget(room), len(room.server.requests), twice(room)
    assert_as_upstream(room)
    assert_pushes(room)
    assert_site(room)
    figures = {
        "kills": dict(killed), "seconds": round(time.monotonic() - begun), "pushes": len(room.pushes),
        "requests": asked, "fullest windows": windows, "rounds to rest": rounds,
        "asked twice within a second": again, "sites looked at": whole + 1,
        "ended by themselves": {hand.name: hand.ended for hand in room.hands.values()},
    }
    if "WRITWATCH_FIGURES" in os.environ:
        Path(os.environ["WRITWATCH_FIGURES"]).write_text(json.dumps(figures, indent=1), "utf-8")


def come_to_rest(room: Newsroom) -> int:
    """Nobody is killed any more: every push is delivered, every docket that was named is asked for."""
    deadline = time.monotonic() + 240
    while room.to_push and time.monotonic() < deadline:
        room.deliver()
    assert not room.to_push, room.hands["listen"].said.read_text("utf-8")[-2000:]
    room.hands["render"].kill()
    fetchers = [room.hands[name] for name in ("fetch", "fetch too")]
    asked, rounds = -1, 0
    while asked < counted(room.server):
        asked, rounds = counted(room.server), rounds + 1
        time.sleep(1.2)  # what was asked for in the last second is fresh, and not asked for again
        for one in fetchers:
            one.end()
            one.start()
        assert rounds < 20
    assert waiting(room.database) == []
    return rounds


def counted(server: Server) -> int:
    return sum(logged.counted for logged in server.requests)


def waiting(database: str) -> list[Any]:
    """Pushes whose dockets were not asked for since, and passes that stopped between two pages."""
    with at(database) as connection:
        pushes = sa.select(s.push.c.received_at, s.push.c.docket_ids).where(s.push.c.handled_at.is_(None))
        table = s.progress.c
        cut_off = sa.select(table.docket_id, table.part, table.mode, table.started_at, table.checked_at).where(
            table.next_url.is_not(None))
        return [tuple(row) for query in (pushes, cut_off) for row in connection.execute(query)]


class at:  # noqa: N801 - reads as a word
    """A snapshot of the store."""

    def __init__(self, database: str) -> None:
        self.engine = connect(store_url(database))

    def __enter__(self) -> sa.Connection:
        self.reading = reading(self.engine)
        return self.reading.__enter__()

    def __exit__(self, *what: Any) -> None:
        self.reading.__exit__(*what)
        self.engine.dispose()


def assert_history_is_a_chain(database: str) -> None:
    """Each change begins where the one before ended: none lost, none written twice."""
    with at(database) as connection:
        if not sa.inspect(connection).has_table("change"):
            return
        table = s.change.c
        rows = connection.execute(
            sa.select(table.entity, table.entity_id, table.docket_id, table.field, table.old, table.new)
            .order_by(table.id))
        last: dict[tuple[Any, ...], str | None] = {}
        for *what, old, new in rows:
            assert last.get(tuple(what), old) == old, f"{what}: a change is lost or written twice"
            assert old != new
            last[tuple(what)] = new


def upstream(room: Newsroom, path: str) -> list[dict[str, Any]]:
    rows, url = [], f"{room.server.url}{path}"
    while url:
        answer = requests.get(url, headers={"Authorization": "Token another-account"}, timeout=10)
        if answer.status_code == 429:
            time.sleep(1)
            continue
        rows += answer.json()["results"]
        url = answer.json()["next"]
    return rows


def assert_as_upstream(room: Newsroom) -> None:
    with at(room.database) as connection:
        held = {row.id: row for row in connection.execute(sa.select(s.docket_entry))}
        documents = set(connection.scalars(sa.select(s.recap_document.c.docket_entry_id)))
        dockets = {row.id: unpack(row.raw) for row in connection.execute(sa.select(s.docket))}
        parties = connection.scalar(sa.select(sa.func.count()).select_from(s.party))
    assert len(held) == sum(room.next_entry.values())
    assert documents == set(held)
    assert parties == 2 * DOCKETS
    assert len(dockets) == DOCKETS
    for number in room.next_entry:
        path = f"docket-entries/?docket={number}&order_by=id&omit=recap_documents__plain_text"
        for row in upstream(room, path):
            assert unpack(held[row["id"]].raw) == row
            assert held[row["id"]].description == row["description"]
    assert {row["id"]: row for row in upstream(room, "dockets/?court=mnd&order_by=id")} == dockets


def assert_pushes(room: Newsroom) -> None:
    """Every push that was answered is there, once, word for word."""
    with at(room.database) as connection:
        kept = [(row.key, unpack(row.raw)) for row in connection.execute(sa.select(s.push.c.key, s.push.c.raw))]
    assert sorted(kept) == sorted((push.key, json.loads(push.body)) for push in room.pushes)


def assert_budget(room: Newsroom) -> dict[str, int]:
    """By the sandbox's own count: no window was ever fuller than it may be, and nothing was refused."""
    refused = [logged for logged in room.server.requests if logged.status == 429]
    assert refused == []
    counted = sorted(logged.at for logged in room.server.requests if logged.counted)
    fullest = {}
    for rate in room.server.throttle.rates(TOKEN):
        fullest[rate.text] = max(
            number - bisect_right(counted, at_ - rate.window) for number, at_ in enumerate(counted, 1))
        assert fullest[rate.text] <= rate.limit
    return fullest


def twice(room: Newsroom) -> int:
    """How often a page was asked for again within a second of the last time."""
    last: dict[str, float] = defaultdict(float)
    count = 0
    for logged in room.server.requests:
        if logged.counted:
            count += logged.at - last[logged.path] < 1
            last[logged.path] = logged.at
    return count


def assert_site(room: Newsroom) -> None:
    render = room.hand("render")
    render.end()
    assert broken(room.public) == []
    assert recount(room.public) == []
    assert len(list((room.public / "cases").glob("*.html"))) >= DOCKETS
    fresh = room.folder / "fresh"
    render.words[-1] = str(fresh)
    render.start()
    render.end()
    assert names(fresh) == names(room.public)


def broken(site: Path) -> list[str]:
    """Links that lead nowhere, but for those of the page for what is not there."""
    return [each for each in broken_links(site) if "/404.html" not in each and not each.endswith("nothing leads here")]


def names(site: Path) -> list[str]:
    """Every file but the search's, whose names are of their content."""
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return sorted(path for path in paths if not path.startswith("pagefind/"))
