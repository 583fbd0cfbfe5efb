"""A month of scheduled mornings, each by the steps of the workflow that `init` writes, on machines that are thrown
away, by a clock of our own, with whatever may go wrong: is the public site right, or does somebody learn why not?

`make soak` plays three days, then thirty (WRITWATCH_DAYS). What came of each goes to WRITWATCH_FIGURES.
"""
import datetime as dt
import html
import json
import os
import random
import re
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from writwatch.fetch.keep import new_key
from writwatch.fetch.outbox import NEWS
from writwatch.fetch.sandbox import Server, serve
from writwatch.render.starting import Answers, init

from . import another_day, simulate
from .recount import recount
from .workflow import CALM, Host, Run, Trouble, killed_within

pytest.importorskip("apprise")
pytestmark = pytest.mark.xdist_group("thirty days")

DAYS = int(os.environ.get("WRITWATCH_DAYS", "30"))
MORNING = 4.3 * simulate.HOUR
"""When the workflow starts, after midnight in the East."""
TOKEN, REVOKED, PUSHED = "d4" * 20, "e5" * 20, "f6" * 20
TRACKER = simulate.Tracker("a month", 10, True, "5/min,50/hour,125/day", 125, 0.25, 1, 0, 0, 0)
RULES = '''
[[cohort]]
name = "detained"
nature_of_suit = "463"
accept = "rule"
topic = "detention"

[[notify]]
name = "desk"
when = ["rulings", "orders", "health"]
target = "env:SLACK_URL"
public = false
at_most = "100/minute"

[[notify]]
name = "everybody"
when = ["rulings", "orders"]
target = "env:MASTODON_URL"
at_most = "100/minute"
'''
HAND = 'topic = "detention"\n[[docket]]\nid = {}\n'
RUNS = ("Fetch and build", "Keep what was fetched", "Tell whom the rules name")
ENTRY = re.compile(r'<li id="entry-(\d+)">.*?<div>\n(.*?)</div>', re.DOTALL)


class Service:
    """Where messages go: what was said to whom, of which entries, until it says no."""

    def __init__(self) -> None:
        self.got: list[tuple[str, str]] = []
        self.away = False
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                if not service.away:
                    service.got.append((self.path.strip("/"), f"{told['title']}\n{told['message']}"))
                self.send_response(503 if service.away else 200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def address(self, whom: str) -> str:
        return f"json://127.0.0.1:{self.server.server_port}/{whom}"

    def told(self, whom: str) -> Counter[int]:
        """Of which entries, how often."""
        return Counter(int(number) for name, text in self.got if name == whom
                       for number in re.findall(r"#entry-(\d+)", text))

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


class Morning(NamedTuple):
    """What came of a day. `right`: the site is what upstream was; `notices`: why somebody knows where it is not."""

    day: int
    trouble: str
    published: bool
    right: bool
    notices: tuple[str, ...]
    level: str
    messages: int
    seconds: float


class Month:
    """A court upstream, a tracker on a host, and somebody who reads."""

    def __init__(self, folder: Path, days: int, seed: int = 8) -> None:
        self.folder, self.chance = folder, random.Random(seed)
        self.clock = folder / "clock"
        another_day.set_to(self.clock, simulate.START.timestamp())
        (folder / "court").mkdir()
        (folder / "court" / "dockets.jsonl").touch()
        self.court: Server = serve(folder / "court", clock=self.now, invalid_tokens=(REVOKED,))
        self.court.rows.add("courts", [{"id": "mnd", "short_name": "D. Minn.", "date_modified": simulate.stamp(0)}])
        for endpoint in simulate.KINDS:
            self.court.rows.add(endpoint, (row for name, row in simulate.warm_rows(TRACKER) if name == endpoint))
        self.events = simulate.events_of(TRACKER, days, seed)
        self.done = 0
        self.gone: set[int] = set()
        self.service = Service()
        tracker = folder / "tracker"
        init(tracker, Answers("Mornings", "desk@example.org", "", "https://tracker.example.org/"))
        config = tracker / "config.toml"
        config.write_text(config.read_text("utf-8").replace("languages = []", 'languages = ["en"]') + RULES, "utf-8")
        (tracker / "cases" / "by-hand.toml").write_text(HAND.format(simulate.docket_of(0)), "utf-8")
        self.host = Host(folder, tracker, {
            "PATH": f"{program(folder)}{os.pathsep}{os.environ['PATH']}", "LANG": "C.UTF-8",
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""), "WRITWATCH_CLOCK": str(self.clock),
            "COURTLISTENER_API_URL": self.court.url})
        self.host.secrets = {
            "COURTLISTENER_API_TOKEN": TOKEN, "WRITWATCH_STATE_KEY": new_key(),
            "SLACK_URL": self.service.address("desk"), "MASTODON_URL": self.service.address("everybody")}
        self.mornings: list[Morning] = []
        self.first_shown: dict[int, int] = {}
        self.news: set[int] = set()

    def now(self) -> float:
        return float(self.clock.read_text())

    def close(self) -> None:
        self.court.close()
        self.service.close()

    def play(self, day: int, trouble: str) -> Morning:
        """One day upstream, then its morning run and what the public sees afterwards."""
        begun, before = time.monotonic(), len(self.service.got)
        another_day.set_to(self.clock, max(self.now(), simulate.START.timestamp() + day * simulate.DAY + MORNING))
        self.arrive()
        truth = self.upstream()
        befalls, mend = TROUBLES[trouble](self)
        run = self.host.run(befalls)
        self.court.faults.clear()
        mend()
        return self.look(day, trouble, run, truth, before, begun)

    def arrive(self) -> None:
        now = self.now() - simulate.START.timestamp()
        while self.done < len(self.events) and self.events[self.done].at <= now:
            event = self.events[self.done]
            simulate.Upstream.apply(SimpleNamespace(rows=self.court.rows), event)  # type: ignore[arg-type]
            self.gone |= {event.entry} if event.kind == "gone" else set()
            self.done += 1

    def upstream(self) -> dict[int, str]:
        """What each entry says, of every docket that is to be followed."""
        rows = self.court.rows
        followed = {simulate.docket_of(0)} | {
            row["id"] for row in every(rows, "dockets") if row["nature_of_suit"].startswith("463")}
        return {
            row["id"]: row["description"] or row["recap_documents"][0]["description"]
            for row in every(rows, "docket-entries")
            if int(row["docket"].rstrip("/").rpartition("/")[2]) in followed}

    def is_news(self, number: int) -> bool:
        """Whether a rule tells of an entry that is seen for the first time today."""
        row = self.court.rows.row("docket-entries", number)
        today = dt.datetime.fromtimestamp(self.now(), dt.UTC).date()
        return row is not None and dt.date.fromisoformat(row["date_filed"]) > today - NEWS

    def look(self, day: int, trouble: str, run: Run, truth: dict[int, str], before: int, begun: float) -> Morning:
        (self.folder / f"morning{day}.txt").write_text(run.said, "utf-8")
        published = run.jobs["publish"] == "success"
        live = self.host.live
        shown = shown_on(live) if live.is_dir() else {}
        right = published and {key: text for key, text in shown.items() if key not in self.gone} == {
            key: text for key, text in truth.items() if key not in self.gone}
        health = json.loads((live / "health.json").read_text("utf-8")) if live.is_dir() else {"level": "absent"}
        level = health["level"]
        if published:
            assert recount(live) == []
            for number in shown.keys() - self.first_shown.keys():
                self.first_shown[number] = day
                self.news |= {number} if self.is_news(number) else set()
        told = [text for name, text in self.service.got[before:] if name == "desk" and "#entry-" not in text]
        notices = (*(["red"] if run.red else []), *([f"health.html: {level}"] if level != "good" else []),
                   *(["desk"] if told else []))
        morning = Morning(day, trouble, published, right, notices, level, len(self.service.got) - before,
                          round(time.monotonic() - begun, 1))
        self.mornings.append(morning)
        if "WRITWATCH_FIGURES" in os.environ:
            lines = [json.dumps(each._asdict()) for each in self.mornings]
            Path(os.environ["WRITWATCH_FIGURES"]).write_text("\n".join(lines), "utf-8")
        assert right or notices, (morning, run.said)
        if trouble == "none":
            assert right, (morning, differing(shown, truth), run.said)
            if len(self.mornings) > 1 and self.mornings[-2].trouble == "none":  # a garbled row waits for a person
                waits = health.get("troubles") == ["quarantine"] and ("health.html: attention",)
                assert notices in ((), waits), (morning, run.said)
        return morning


def program(folder: Path) -> Path:
    """A folder with `writwatch` in it, which goes by our clock."""
    place = folder / "bin"
    place.mkdir()
    command = place / "writwatch"
    command.write_text(f"#!/bin/sh\nexec {sys.executable} {Path(another_day.__file__).absolute()} \"$@\"\n")
    command.chmod(0o755)
    return place


def every(rows: Any, name: str) -> Iterator[dict[str, Any]]:
    for (body,) in rows.select(f'SELECT body FROM "{name} bodies"'):
        yield json.loads(body)


def shown_on(site: Path) -> dict[int, str]:
    """What each entry says on the pages of the cases."""
    shown = {}
    for page in (site / "cases").glob("*.html"):
        for number, body in ENTRY.findall(page.read_text("utf-8")):
            text = re.search(r'<p lang="en"[^>]*>(.*?)</p>', body, re.DOTALL)
            shown[int(number)] = html.unescape(re.sub(r"<[^>]+>", "", text[1])).strip() if text else ""
    return shown


def differing(shown: dict[int, str], truth: dict[int, str]) -> list[Any]:
    keys = sorted({*shown, *truth})
    return [(key, shown.get(key), truth.get(key)) for key in keys if shown.get(key) != truth.get(key)]


# What goes wrong.

Befalls = tuple[Callable[[str], Trouble], Callable[[], None]]


def nothing() -> None:
    """There is nothing to mend."""


def to_step(name: str, trouble: Trouble) -> Callable[[str], Trouble]:
    return lambda step: trouble if step == name else CALM


def of_court(kind: str, **how: Any) -> Callable[[Month], Befalls]:
    def make(month: Month) -> Befalls:
        month.court.faults.add(kind, **how)
        return lambda step: CALM, nothing

    return make


def no_trouble(month: Month) -> Befalls:
    return lambda step: CALM, nothing


def revoked(month: Month) -> Befalls:
    month.host.secrets["COURTLISTENER_API_TOKEN"] = REVOKED
    return lambda step: CALM, lambda: month.host.secrets.update(COURTLISTENER_API_TOKEN=TOKEN)


def full_disk(month: Month) -> Befalls:
    return to_step(month.chance.choice(RUNS[:2]), Trouble(disk=month.chance.choice((40, 200)))), nothing


def killed(month: Month) -> Befalls:
    return to_step(month.chance.choice(RUNS), killed_within(month.chance, 4.0)), nothing


def lost(month: Month) -> Befalls:
    """The machine goes."""
    return to_step(month.chance.choice(RUNS), killed_within(month.chance, 4.0)._replace(lost=True)), nothing


def lost_after_telling(month: Month) -> Befalls:
    """The machine goes once the first message has left."""
    def when_told() -> None:
        before = len(month.service.got)

        def watch() -> None:
            while len(month.service.got) == before and not stop.wait(0.002):
                continue
            month.host.cut.set()

        threading.Thread(target=watch, daemon=True).start()

    stop = threading.Event()
    return to_step(RUNS[2], Trouble(before=when_told, lost=True, cut=True)), stop.set


def refused(month: Month) -> Befalls:
    """The host takes no push."""
    hook = month.host.remote / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'no room' >&2\nexit 1\n")
    hook.chmod(0o755)
    return lambda step: CALM, hook.unlink


def conflict(month: Month) -> Befalls:
    """Somebody saves the state from another machine, between our restore and our save."""
    def elsewhere() -> None:
        here = month.folder / f"elsewhere{month.host.number}"
        here.mkdir()
        env = {"WRITWATCH_STATE_KEY": month.host.secrets["WRITWATCH_STATE_KEY"]}
        for script in ("restore", "save"):
            outcome, said = month.host.shell(f"writwatch state {script} --git {month.host.remote}", here, env, CALM)
            assert outcome == "success", said

    return to_step(RUNS[1], Trouble(before=elsewhere)), nothing


def editor(month: Month) -> Befalls:
    """A case file that is no TOML."""
    wrong = month.host.tracker / "cases" / "wrong.toml"
    wrong.write_text('topic = "detention\n[[docket]]\nid = x\n', "utf-8")
    return lambda step: CALM, wrong.unlink


def template(month: Month) -> Befalls:
    """A template that cannot be rendered: nothing can be built."""
    wrong = month.host.tracker / "templates" / "index.html"
    wrong.parent.mkdir(exist_ok=True)
    wrong.write_text("{% if %}", "utf-8")
    return lambda step: CALM, wrong.unlink


def pages_away(month: Month) -> Befalls:
    return to_step("actions/deploy-pages", Trouble(lost=True)), nothing


def service_away(month: Month) -> Befalls:
    month.service.away = True
    return lambda step: CALM, lambda: setattr(month.service, "away", False)


TROUBLES: dict[str, Callable[[Month], Befalls]] = {
    "none": no_trouble,
    "maintenance": of_court("503", times=None),
    "5xx": of_court("500", times=None, probability=0.4),
    "bad gateway": of_court("502", times=None, probability=0.4),
    "broken answers": of_court("cut", times=None, probability=0.4),
    "a new field": of_court("extra", times=None),
    "a changed field": of_court("malformed", times=2, match="docket-entries"),
    "a changed field everywhere": of_court("malformed", times=None),
    "token revoked": revoked,
    "disk full": full_disk,
    "killed": killed,
    "machine lost": lost,
    "machine lost after telling": lost_after_telling,
    "push refused": refused,
    "push conflict": conflict,
    "editor": editor,
    "template": template,
    "pages away": pages_away,
    "service away": service_away,
}


@pytest.fixture
def month(tmp_path: Path) -> Iterator[Callable[[int], Month]]:
    made: list[Month] = []

    def make(days: int) -> Month:
        made.append(Month(tmp_path, days))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.mark.soak
def test_three_days(month: Callable[[int], Month]) -> None:
    play(month(3), ["none", "machine lost after telling", "none"])


@pytest.mark.soak
def test_thirty_days(month: Callable[[int], Month]) -> None:
    """Every trouble at least once, in any order, and calm days between."""
    this = month(DAYS)
    some = [name for name in TROUBLES if name != "none"]
    days = [*some, *this.chance.choices(some, k=max(DAYS - 10 - len(some), 0)), *["none"] * 7][: DAYS - 3]
    this.chance.shuffle(days)
    play(this, ["none", *days, "none", "none"])


def play(month: Month, days: list[str]) -> None:
    for day, trouble in enumerate(days):
        month.play(day, trouble)
    told, public = month.service.told("desk"), month.service.told("everybody")
    assert max(public.values(), default=0) <= 1, "said twice in public"
    began = next(each.day for each in month.mornings if each.published)
    wanted = {number for number, day in month.first_shown.items()
              if day > began and number in month.news and month.upstream().get(number) == simulate.TEXT}
    assert wanted, "nothing has happened"
    assert wanted <= set(told), "the desk was never told"


