"""`writwatch notify`, typed by an operator: who is told what, how often, and is nobody named who is protected?"""
import datetime as dt
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner, Result
from writwatch.fetch.database import open_store, writing
from writwatch.fetch.objects import Docket, DocketEntry, Party, decode_rows
from writwatch.fetch.store import Seen, save_dockets, save_entries, save_parties
from writwatch.render import SiteError, casebook
from writwatch.render.cases import load_site
from writwatch.render.cli import writwatch
from writwatch.render.notices import Notices
from writwatch.render.notify_commands import add_cases, hold_back
from writwatch.render.pages import ENGLISH, SiteLook
from writwatch.render.store import open_to_read

pytest.importorskip("apprise")
NOW = dt.datetime.now(dt.UTC)
TODAY = NOW.date()
SECRET = "s3cr3t-t0ken"
NAME = "Rosa Quispe Mamani"
CONFIG = """
name = "Ours"
base_url = "https://example.org/"
[[notify]]
name = "desk"
when = ["rulings", "violation_proposed"]
target = "env:DESK_URL"
public = false
[[notify]]
name = "everybody"
when = ["rulings"]
target = "env:OPEN_URL"
"""


class Trial:
    """A tracker with one docket, and a wire that its notifications go to."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.db = folder, folder / "dockets.db"
        self.got: list[str] = []
        (folder / "cases").mkdir()
        (folder / "config.toml").write_text(CONFIG, encoding="utf-8")
        (folder / "cases" / "mnd-0-26-cv-07000.toml").write_text(
            'topic = "detention"\n[[docket]]\nid = 7000\n', encoding="utf-8")
        trial = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                trial.got.append(f"{told['title']}\n{told['message']}")
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        address = f"json://{SECRET}@127.0.0.1:{self.server.server_port}/"
        self.env: dict[str, str | None] = {"DESK_URL": address, "OPEN_URL": address, "COURTLISTENER_API_TOKEN": "x"}

    def run(self, *typed: str, expect: int = 0, **env: str | None) -> str:
        words = ["--site", str(self.folder), "--db", str(self.db), "--api", "http://127.0.0.1:9/", *typed]
        done: Result = CliRunner().invoke(writwatch, words, env=self.env | env, standalone_mode=False)
        if done.exception:
            raise done.exception
        assert (done.return_value or 0) == expect, done.output
        assert SECRET not in done.output
        return done.output

    def file(self, *texts: str) -> None:
        """The docket sheet says these things, all of today."""
        engine, seen = open_store(str(self.db)), Seen(NOW, None)
        sheet = {"id": 7000, "court_id": "mnd", "docket_number": "0:26-cv-07000", "case_name": f"{NAME} v. Warden",
                 "nature_of_suit": "463 Habeas Corpus - Alien Detainee", "date_filed": f"{TODAY}"}
        rows = [{"id": 700000 + n, "docket": "http://x/dockets/7000/", "entry_number": n, "date_filed": f"{TODAY}",
                 "description": text, "recap_documents": []} for n, text in enumerate(texts, 1)]
        party = {"id": 1, "name": NAME, "party_types": [{"docket_id": 7000, "name": "Petitioner"}]}
        with writing(engine) as connection:
            save_dockets(connection, raw(Docket, [sheet]), seen)
            save_parties(connection, raw(Party, [party]), 7000, seen)
            save_entries(connection, raw(DocketEntry, rows), seen)
        engine.dispose()


def raw(shape: Any, rows: list[dict[str, Any]]) -> list[Any]:
    found, bad = decode_rows([msgspec.Raw(json.dumps(row).encode()) for row in rows], shape)
    assert not bad
    return list(found)


@pytest.fixture
def trial(tmp_path: Path) -> Iterator[Trial]:
    trial = Trial(tmp_path)
    yield trial
    trial.server.shutdown()
    trial.server.server_close()


PETITION = f"PETITION for Writ of Habeas Corpus against Warden, filed by {NAME}."
OLD = "ORDER granting 2 Motion for Temporary Restraining Order."
NEW = f"ORDER granting 1 Petition for Writ of Habeas Corpus filed by {NAME}. @everyone"
LATER = "ORDER denying 9 Motion to Dismiss."
BROKEN = f"ORDER. The Court finds Respondents in contempt of its order to release {NAME}."


def test_from_the_first_run_to_the_second(trial: Trial) -> None:
    """Nothing old; then what is new, as the dry run showed it, to both, once, and by initials?"""
    trial.file(PETITION, OLD)
    trial.run("notify")
    assert trial.got == []
    trial.file(PETITION, OLD, NEW)
    shown = trial.run("notify", "--dry-run")
    assert trial.got == []
    said = trial.run("notify")
    assert said.splitlines() == [f"notify {name}: 1 sent." for name in ("desk", "everybody")]
    assert len(trial.got) == 2
    for name, variable in (("desk", "DESK_URL"), ("everybody", "OPEN_URL")):
        assert f"--- {name}, to env:{variable}\n{trial.got[0]}" in shown
    assert "D. Minn. 0:26-cv-07000" in trial.got[0]
    assert "https://example.org/cases/mnd-0-26-cv-07000.html#entry-700003" in trial.got[0]
    assert not any(part in text for text in trial.got for part in (*NAME.split(), "@everyone"))
    trial.run("notify")
    assert len(trial.got) == 2
    assert "notify desk: 1 sent." in trial.run("status")
    assert json.loads(trial.run("status", "--json"))["notices"][0]["sent"] == 1


def test_what_nobody_confirmed(trial: Trial) -> None:
    """A contempt finding as the machine reads it: the desk is asked to review, everybody hears nothing of it."""
    trial.file(PETITION)
    trial.run("notify")
    trial.file(PETITION, BROKEN)
    said = trial.run("notify")
    assert said.splitlines() == ["notify desk: 1 sent."]
    assert "For you to review" in trial.got[0]
    assert not any(word in trial.got[0].lower() for word in ("contempt", "quispe", "rosa", "mamani"))
    trial.run("review", "confirm", "mnd-0-26-cv-07000", "--event", "contempt_finding", "--entry", "700002",
              "--by", "A. Editor")
    trial.run("notify")
    assert len(trial.got) == 3
    assert all("A judge found contempt" in text and "confirmed by A. Editor" in text for text in trial.got[1:])


def test_a_variable_that_is_not_set(trial: Trial) -> None:
    """Is it said which, is the other told, and is nothing lost once it is set?"""
    trial.file(PETITION)
    trial.run("notify")
    trial.file(PETITION, NEW)
    said = trial.run("notify", expect=3, OPEN_URL=None)
    assert "notify everybody: 1 waiting; nothing is sent: set OPEN_URL to the address that `target` stands for." in said
    assert len(trial.got) == 1
    trial.run("notify")
    assert len(trial.got) == 2


def test_no_rules(trial: Trial) -> None:
    (trial.folder / "config.toml").write_text('name = "Ours"\n', encoding="utf-8")
    assert "There is no [[notify]] in config.toml" in trial.run("notify")


def test_a_language_that_the_site_has_not(trial: Trial) -> None:
    """A rule asks for it: is it said in which one it is told, and nothing of a rule in one that there is?"""
    config = CONFIG.replace('"env:DESK_URL"', '"env:DESK_URL"\nlanguage = "es"')
    (trial.folder / "config.toml").write_text(f'{config}language = "de"\n', encoding="utf-8")
    trial.file(PETITION)
    said = trial.run("notify", expect=3)
    assert "notify everybody: the site has no pages in de: what it tells is in en." in said
    assert "notify desk" not in said


@pytest.mark.slow
def test_update_tells_after_it_has_built(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    """With pages built; not with --no-notify; and where no page can be built, that is what is told."""
    monkeypatch.setattr("writwatch.fetch.courtlistener.ATTEMPTS", 1)
    trial.file(PETITION)
    out = ("--out", str(trial.folder / "public"))
    config = CONFIG.replace('["rulings"]', '["rulings", "health"]')
    (trial.folder / "config.toml").write_text(config, encoding="utf-8")
    trial.run("update", *out, "--no-notify", expect=3)
    assert trial.got == []
    trial.run("update", *out, expect=3)
    assert any("health.html" in text for text in trial.got)
    before = len(trial.got)
    trial.file(PETITION, NEW)
    trial.run("update", *out, expect=3)
    assert sum("habeas petition" in text for text in trial.got[before:]) == 2
    (trial.folder / "public" / ".writwatch").unlink()
    with pytest.raises(Exception, match="files that no build wrote"):
        trial.run("update", *out)
    assert "The pages could not be built" in trial.got[-1]


def test_the_last_look_before_it_leaves(trial: Trial) -> None:
    """A notice that names somebody all the same, whatever made it: is it held back, and the other not?"""
    trial.file(PETITION, NEW)
    site = load_site(trial.folder)
    look, engine = SiteLook(name="Ours"), open_to_read(str(trial.db))
    notices = Notices(look, site.config.notify, NOW, [ENGLISH], TODAY - dt.timedelta(days=3))
    forms = add_cases(notices, trial.folder, site, engine, TODAY)
    engine.dispose()
    told = notices.of["everybody"]
    (key, notice), = told.items()
    told["bad"] = notice._replace(key="bad", quote=f"filed by {NAME}")
    sentences = hold_back(notices, forms, look, [ENGLISH])
    assert set(told) == {key}
    assert len(sentences) == 1
    assert "the case mnd-0-26-cv-07000 protects and is held back" in sentences[0]
    assert "Quispe" not in sentences[0]


def test_what_a_build_has_read_is_not_read_again(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a build, with a note on the case: is no docket read once more, by `notify` or by the build after it, and is
    the same told, the proposal too? And a note that is none: does it hold no news back?"""
    read: list[str] = []
    by_itself = casebook.read
    monkeypatch.setattr(casebook, "read", lambda case, *rest: read.append(case.slug) or by_itself(case, *rest))
    (trial.folder / "notes").mkdir()
    (trial.folder / "notes" / "mnd-0-26-cv-07000.md").write_text("A note.", encoding="utf-8")
    trial.file(PETITION, OLD)
    trial.run("notify")
    trial.file(PETITION, OLD, NEW, BROKEN)
    build = ("render", "--out", str(trial.folder / "public"))
    trial.run(*build)
    assert read == ["mnd-0-26-cv-07000"] * 2
    trial.run("notify")
    assert len(read) == 2
    assert sum("For you to review" in body for body in trial.got) == 1
    assert sum("entry-700003" in body for body in trial.got) == 2
    trial.run(*build)
    assert len(read) == 2
    (trial.folder / "notes" / "mnd-0-26-cv-07000.md").write_text("A note with <b>markup</b>.", encoding="utf-8")
    trial.file(PETITION, OLD, NEW, BROKEN, LATER)
    with pytest.raises(SiteError, match="notes"):
        trial.run(*build)
    trial.run("notify")
    assert sum("entry-700005" in body for body in trial.got) == 2
