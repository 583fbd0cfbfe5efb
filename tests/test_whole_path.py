"""Followed dockets in, status site out: the whole path on invented dockets, once, and what must be true of its end."""
import csv
import datetime as dt
import html
import json
import re
import unicodedata
import urllib.parse
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from writwatch.fetch import fictional
from writwatch.fetch import schema as s
from writwatch.fetch.database import open_store
from writwatch.fetch.sandbox import serve
from writwatch.render import cli

from .render.factory import texts_in

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("whole path")]


class Trial:
    """Where everything of one run lies."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.db = folder / "dockets.db"
        self.public = folder / "public"
        self.output = ""

    def run(self, *words: str, api: str = "http://127.0.0.1:9/", expect: int = 0, token: str = "x") -> str:
        command = ["--site", str(self.data), "--db", str(self.db), "--api", api, *words]
        done = CliRunner().invoke(cli.writwatch, command, env={"COURTLISTENER_API_TOKEN": token}, standalone_mode=False)
        if done.exception:
            raise done.exception
        assert (done.return_value or 0) == expect, done.output
        self.output += done.output
        return done.output

    def files(self) -> dict[str, str]:
        """Every text file of the site, by its path."""
        return texts_in(self.public)

    def rows(self, name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.data / f"{name}.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    trial = Trial(tmp_path_factory.mktemp("whole"))
    fictional.write(trial.data)
    (trial.data / "config.toml").write_text('name = "Trial"\nfictional = true\n', encoding="utf-8")
    with serve(trial.data, throttle="none") as server:
        trial.run("fetch", api=server.url)
    trial.run("render", "--out", str(trial.public), "--as-of", fictional.AS_OF.isoformat())
    return trial


def followed(trial: Trial) -> set[int]:
    texts = [case.read_text("utf-8") for case in (trial.data / "cases").glob("*.toml")]
    return {int(number) for text in texts for number in re.findall(r"^id = (\d+)$", text, re.M)}


def test_every_followed_docket_has_its_case(trial: Trial):
    """Is there a page for each case file, and on it each of its dockets?"""
    pages = trial.files()
    for case in (trial.data / "cases").glob("*.toml"):
        page = pages[f"cases/{case.stem}.html"]
        for number in re.findall(r'^docket_number = "(.*)"$', case.read_text("utf-8"), re.M):
            assert number in page


def test_every_page_says_that_the_cases_are_invented(trial: Trial):
    for name, text in trial.files().items():
        if name.endswith(".html"):
            assert re.search("invented|inventad", text), name


def plain(text: str) -> str:
    """Lower case, no accents, one space: what a search engine makes of it."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[\s\u00a0]+", " ", bare).casefold()


def forms(name: str) -> set[str]:
    """A name as text, as a URL has it and as a slug has it."""
    bare = plain(name)
    slug = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    return {bare, plain(urllib.parse.quote(name)), plain(urllib.parse.quote_plus(name)), slug}


CHECKOUT = Path(__file__).parent.parent


def listed() -> re.Pattern[str]:
    """Every agency and county of the list of agreements, as `plain` has them, the longest first."""
    with (CHECKOUT / "site" / "data" / "agreements-287g.csv").open(encoding="utf-8", newline="") as file:
        said = {plain(row[column]) for row in csv.DictReader(file) for column in ("agency", "county") if row[column]}
    return re.compile("|".join(map(re.escape, sorted(said, key=len, reverse=True))))


LISTED = listed()


def test_nobody_protected_is_named_anywhere(trial: Trial):
    """Every form of every protected name: is it in no file, no file name, and nothing the commands printed?"""
    ours = followed(trial)
    # A glossary is made of our own words alone, and "paz" is one of them.
    ours_alone = {"glossary.html", "es/glossary.html"}
    everything = {name: plain(name + " " + html.unescape(text)) for name, text in trial.files().items()
                  if name not in ours_alone}
    everything["printed"] = plain(trial.output)
    # Public lists name counties as somebody may be named: their own rows are taken out where they stand.
    for name in everything:
        if "agreements." in name or "states/" in name:
            everything[name] = LISTED.sub(" ", everything[name])
    leaks, names = [], 0
    for row in trial.rows("truth"):
        if row["docket_id"] not in ours:
            continue
        for name in (*row["privacy"]["petitioner"], *row["privacy"]["others_to_hide"]):
            if len(name) < 4:
                continue
            names += 1
            leaks += [(row["docket_id"], where) for where, text in everything.items() for f in forms(name) if f in text]
    assert leaks == []
    assert names > 150


def test_officials_and_lawyers_are_still_named(trial: Trial):
    """Hiding too much is a fault too: does nine in ten of the public names stand on its case's page?"""
    found = missing = 0
    pages = {}
    for case in (trial.data / "cases").glob("*.toml"):
        for number in re.findall(r"^id = (\d+)$", case.read_text("utf-8"), re.M):
            pages[int(number)] = plain(html.unescape((trial.public / "cases" / f"{case.stem}.html").read_text("utf-8")))
    for row in trial.rows("truth"):
        page = pages.get(row["docket_id"])
        for name in row["privacy"]["public"] if page else ():
            found += plain(name) in page
            missing += plain(name) not in page
    assert found > 9 * missing, (found, missing)


def test_no_name_in_an_address(trial: Trial):
    """CourtListener's slug is a name: do links go by id alone?"""
    everything = re.sub(r"\r?\n[ \t]", "", "\n".join(trial.files().values()))  # calendars fold their lines
    links = set(re.findall(r"https://www\.courtlistener\.com/[^\"\\\s<,)]*", everything))
    assert len(links) > 100
    by_id = re.compile(r"https://www\.courtlistener\.com/(docket/\d+/-/(\?order_by=desc(#[a-z-]+\d*)?)?)?")
    assert [link for link in links if not by_id.fullmatch(link)] == []


def test_protected_pages_are_not_indexed(trial: Trial):
    protected = {name: text for name, text in trial.files().items() if "People appear by initials" in text}
    assert len(protected) > 60
    for name, text in protected.items():
        assert re.search(r'<meta name="robots" content="[^"]*noindex[^"]*noarchive', text), name


def test_most_statuses_are_what_the_story_meant(trial: Trial):
    """The generator knows what it meant: does the page's status agree for nine cases in ten?"""
    from writwatch.render.procedure.status import read_case
    from writwatch.render.store import read_dockets

    engine = open_store(str(trial.db))
    right, wrong = 0, []
    for row in trial.rows("truth"):
        docket = next(iter(read_dockets(engine, [row["docket_id"]])), None)
        if docket is None:
            continue
        accepted = {row["status"]["value"], *(row.get("acceptable_alternative") or {}).get("status", [])}
        status = read_case([docket], fictional.AS_OF).status.value
        right += status in accepted
        wrong += [] if status in accepted else [(row["path"], status, sorted(accepted))]
    engine.dispose()
    assert right >= 9 * len(wrong), wrong


def test_every_status_has_its_proof(trial: Trial):
    """No status but "open" and "unknown" without an entry, a quote and a link to it."""
    for name, text in trial.files().items():
        if name.startswith("cases/") and not re.search(r'data-status="(open_pending|unknown|closed_other)"', text):
            assert "on CourtListener" in text, name
            assert "why we say so" in text, name


def test_a_second_render_is_the_same(trial: Trial, tmp_path: Path):
    before = trial.files()
    trial.run("render", "--out", str(trial.public), "--as-of", fictional.AS_OF.isoformat())
    assert trial.files() == before


def test_rendering_needs_no_server(trial: Trial, monkeypatch: pytest.MonkeyPatch):
    """With every connection forbidden: are the pages built all the same?"""
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    trial.run("render", "--out", str(trial.public), "--as-of", fictional.AS_OF.isoformat())


def test_status_for_machines(trial: Trial):
    found = json.loads(trial.run("status", "--json"))
    assert found["followed"] == len(followed(trial))
    assert found["never_seen"] == 0
    assert found["windows"]
    assert found["last_run"]["outcome"] == "done"
    dt.datetime.fromisoformat(found["as_of"])


def test_the_plan_asks_nothing(trial: Trial):
    """`fetch --plan` with no server at all: does it say what it would ask?"""
    assert "requests at least" in trial.run("fetch", "--plan")


def test_a_mistake_in_a_case_file_does_not_stop_the_rest(trial: Trial):
    wrong = trial.data / "cases" / "wrong.toml"
    wrong.write_text('topic = "detention"\n[[docket]]\nid = 900000001\n', encoding="utf-8")
    try:
        said = trial.run("render", "--out", str(trial.public), "--as-of", fictional.AS_OF.isoformat(), expect=3)
    finally:
        wrong.unlink()
    assert "wrong.toml:3: docket.id" in said


def test_no_token_is_kept_or_shown(trial: Trial):
    """A token that could not be anything else: is it in no output, no log, no database, no page?"""
    token = "7f3a1c0e5b9d8f2a4c6e8b0d1f3a5c7e9b1d3f50"
    with serve(trial.data, throttle="none") as server:
        trial.run("fetch", api=server.url, token=token)
    assert token not in trial.output
    assert token.encode() not in trial.db.read_bytes()
    assert all(token not in text for text in trial.files().values())
    engine = open_store(str(trial.db))
    with engine.connect() as connection:
        assert connection.execute(sa.select(s.request.c.id).where(s.request.c.url.contains(token))).all() == []
    engine.dispose()


def test_no_breach_is_named_that_no_person_confirmed(trial: Trial):
    """The invented judges find contempt and violations; without a person's word, is it told nowhere but as a quote?"""
    paths = " ".join(row["path"] for row in trial.rows("truth"))
    assert "contempt" in paths
    method = trial.files()["method.html"]
    assert "contempt_finding" in method
    ours = {name: text for name, text in trial.files().items() if not name.endswith("method.html")}
    ours["printed"] = trial.output
    for label in ("contempt_finding", "violation_found", "A judge found contempt", "that the order was not followed"):
        assert [name for name, text in ours.items() if label in text] == [], label


def test_review_says_what_waits_for_a_person(trial: Trial):
    """The same findings: are they the first thing that an editor is asked about?"""
    said = trial.run("review", "--limit", "3")
    assert "confirm" in said
    waiting = json.loads(trial.run("review", "--json"))
    assert waiting
    assert all(item["why"] and item["case"] for item in waiting[:20])
