"""Everything that comes from elsewhere, made hostile: does any of it come alive, does any secret get out?

SECURITY.md says in words what these tests hold.
"""
import base64
import datetime as dt
import io
import itertools
import json
import os
import re
import shlex
import sys
import threading
import urllib.parse
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import requests
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from writwatch.fetch import FetchError, courtlistener, webhooks
from writwatch.fetch import schema as s
from writwatch.fetch.courtlistener import CourtListener, CursorLost
from writwatch.fetch.database import open_store, reading
from writwatch.fetch.feed import read_feed
from writwatch.fetch.imports import import_file
from writwatch.fetch.keep import GitBranch, new_key
from writwatch.fetch.quota import Ledger
from writwatch.fetch.sandbox import serve as serve_sandbox
from writwatch.fetch.store import start_run
from writwatch.fetch.webhooks import serve as serve_hooks
from writwatch.render import PACKAGED, SiteError, cli, search_index
from writwatch.render.build import build
from writwatch.render.cases import load_config, load_site
from writwatch.render.decisions import load_decisions
from writwatch.render.excerpt import fit
from writwatch.render.found_decisions import load_found
from writwatch.render.languages import languages
from writwatch.render.notes import render_note, with_notes
from writwatch.render.outputs import standard_outputs
from writwatch.render.pages import SiteLook
from writwatch.render.privacy import CaseNotes, publish
from writwatch.render.procedure.facts import Attorney, Docket, Entry, Party
from writwatch.render.procedure.status import read_case
from writwatch.render.reading import read_lines
from writwatch.render.screen import shown_json
from writwatch.render.spreadsheets import read_rows
from writwatch.render.tables import harmless
from writwatch.render.writing import Written

from .alive import CONTROLS, alive, in_csv, in_html, in_ics, in_json, in_script, in_xml
from .fetch.conftest import attorney_row, docket_row, entry_row, party_row, write_rows
from .hostile import CORPUS, FAMILIES, FORMULAS, MARK, PATHS, TERMINAL
from .render.factory import AS_OF, TODAY, overdue, pending, released

CHECKOUT = Path(__file__).parent.parent
TOKEN = "5ecre7f00d" * 4
STORED = {name: text for name, text in CORPUS.items() if not re.search("[\ud800-\udfff]", text)}
"""What can stand in JSON, and so in a store: no half characters."""


# The pages and everything beside them.

OURS = frozenset({
    "slug", "topic", "policy", "confidence", "datetime", "timezone", "moved_from", "was", "courtlistener", "note"})
"""Fields that we make ourselves, or that are held to a closed list before anything is published."""


def filled(value: Any, text: str, name: str = "") -> Any:
    """A published shape with this text in the place of every other."""
    if name in OURS:
        return value
    if isinstance(value, str):
        return text
    if hasattr(value, "_fields"):
        return value._replace(**{field: filled(getattr(value, field), text, field) for field in value._fields})
    if isinstance(value, dict):
        return {key: filled(each, text, name) for key, each in value.items()}
    return tuple(filled(each, text, name) for each in value) if isinstance(value, tuple) else value


def hostile_cases() -> Iterator[Any]:
    """A case for each text, in all its fields; and public ones, whose titles and parties are shown."""
    shapes = itertools.cycle((released, pending, overdue))
    for number, (text, shape) in enumerate(zip(CORPUS.values(), shapes, strict=False)):
        yield filled(shape(), text)._replace(slug=f"hostile-{number}", policy=("initials", "public")[number // 3 % 2])


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of such cases in two languages, with everything that is published."""
    out = tmp_path_factory.mktemp("hostile") / "public"
    look = SiteLook(fictional=True, contact="desk@example.org", base_url="https://example.org/a%20path/public/",
                    name=f'"><script>{MARK}</script>', tagline=CORPUS["lines: a header"],
                    note=CORPUS["markup: an image"])
    spoken = languages("en", ("en", "es"), (PACKAGED / "locales",))
    build([released(), *hostile_cases()], look, out, AS_OF, languages=spoken,
          outputs=standard_outputs(look, AS_OF, spoken))
    return out


def our_style(text: str) -> bool:
    """The style sheet that a mail carries, since mail readers load none."""
    return "font" in text and MARK not in text


@pytest.mark.slow
@pytest.mark.xdist_group("hostile")
def test_nothing_in_a_site_comes_alive(hostile_site: Path) -> None:
    """The whole corpus in every field of a case, every output, two languages: is all of it text to strict readers?"""
    assert len(list(hostile_site.rglob("*.html"))) > len(CORPUS) * 4
    assert {each.suffix for each in hostile_site.rglob("*")} >= {".html", ".xml", ".json", ".jsonl", ".csv", ".ics"}
    assert list(itertools.islice(alive(hostile_site, our_style), 20)) == []


@pytest.mark.parametrize(("read", "content"), [
    (in_html, "<!doctype html><html><head><title>x</title></head><body><p><b onclick=x>b</b></body></html>"),
    (in_html, '<!doctype html><html><head><title>x</title></head><body><a href="java\tscript:x">b</a></body></html>'),
    (in_html, '<!doctype html><html><head><title>x</title></head><body><p><a href="//x.example">b</a></body></html>'),
    (in_html, "<!doctype html><html><head><title>x</title></head><body><script>x()</script></body></html>"),
    (in_html, "<!doctype html><html><head><title>x</title></head><body><p>a\u202eb</body></html>"),
    (in_xml, '<feed><a href="javascript:x"/></feed>'),
    (in_xml, '<!DOCTYPE feed [<!ENTITY a "x">]><feed>&a;</feed>'),
    (in_json, '{"version": "1", "items": [{"content_html": "<img>", "url": "x", "external_url": "x"}]}'),
    (in_csv, "a,b\r\n1,=x\r\n"), (in_csv, "a,b\r\n1,  ＝x\r\n"), (in_csv, "a,b\r\n1,x;@y\r\n"),
    (in_csv, "a,b\r\n1\r\n"),
    (in_ics, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nATTACH:x\r\nEND:VEVENT\r\n"
             "END:VCALENDAR\r\n"),
    (in_script, 'var a = {"b":"\u2028"};\n'), (in_script, 'var a = 1;\nalert(1);\n'),
])
def test_what_is_alive_is_found(read: Callable[..., Iterator[str]], content: str) -> None:
    """Are the strict readers strict?"""
    assert list(read(content.encode(), lambda text: False))


@pytest.mark.parametrize("text", FORMULAS.values(), ids=FORMULAS)
def test_no_spreadsheet_runs_a_cell(text: str) -> None:
    """Whatever stands before the mark, with commas or semicolons between cells: is no cell a formula?"""
    cell = str(harmless(text))
    for part in cell.split(";"):
        assert not re.match(r"[\s\ufeff\u200b]*[=+\-@＝＋－＠]", part), part
    assert re.sub("[' ]", "", cell) == re.sub(r"[' \x00-\x1f\u200b\ufeff\u00a0]", "", text)


@pytest.mark.parametrize("path", [f"cases/{path}" for path in PATHS.values() if ".." in path.split("/") or "\0" in path]
                         + ["/etc/x", ".."])
def test_no_file_stands_outside(tmp_path: Path, path: str) -> None:
    """The last guard: does the writer of a site refuse what leads out of it?"""
    with pytest.raises(SiteError, match="outside of the site"):
        Written(tmp_path / "site").file(path, b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", PATHS.values(), ids=PATHS)
def test_no_name_of_anything_leads_elsewhere(tmp_path: Path, text: str) -> None:
    """A court, a judge, a title that is a path: does all stay within the site, under names that any disk takes?"""
    case = filled(pending(), text)
    build([case], SiteLook(), tmp_path / "out" / "public", AS_OF, outputs=())
    assert [each.name for each in tmp_path.iterdir()] == ["out"]
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["public"]
    for each in (tmp_path / "out").rglob("*"):
        assert re.fullmatch(r"\.writwatch|[A-Za-z0-9_][A-Za-z0-9._-]{0,240}", each.name), each


@pytest.mark.parametrize("stem", ["..", "a b", "A", "a.b", "con'", "<b>", "a" * 130, "-a", "x\u202ey"])
def test_a_case_file_of_another_name_has_no_page(tmp_path: Path, stem: str) -> None:
    """Is a file whose name is no address a mistake that is told, and are the other cases read?"""
    (tmp_path / "cases").mkdir()
    (tmp_path / "config.toml").write_text('name = "Tried"\n', encoding="utf-8")
    for name in (stem, "good"):
        (tmp_path / "cases" / f"{name}.toml").write_text(
            f'topic = "detention"\nwas = ["../../{MARK}"]\n[[docket]]\nid = 7\n' if name == stem else
            'topic = "detention"\n[[docket]]\nid = 8\n', encoding="utf-8")
    site = load_site(tmp_path)
    assert [case.slug for case in site.cases] == ["good"]
    assert [problem.file for problem in site.problems if stem in problem.file]


@pytest.mark.parametrize("folder", ["static", "templates", "notes"])
@pytest.mark.parametrize("how", ["a file", "a folder", "the folder itself", "a chain"])
def test_a_link_out_of_a_folder_is_refused(tmp_path: Path, folder: str, how: str) -> None:
    """static/logo.svg → ../dockets.db in a proposed change: is nothing published, and the link named?"""
    own, secret = tmp_path / "tracker" / folder, tmp_path / "tracker" / "secret"
    (secret / "deep").mkdir(parents=True)
    (secret / "deep" / "a.md").write_text(MARK)
    if how == "the folder itself":
        own.symlink_to(secret / "deep")
    else:
        own.mkdir()
        goal = secret / "deep" / ("" if how == "a folder" else "a.md")
        (tmp_path / "between").symlink_to(goal)
        (own / "a.md").symlink_to(tmp_path / "between" if how == "a chain" else goal)
    with pytest.raises(SiteError, match="is a link"):  # noqa: PT012 - one of the two
        if folder == "notes":
            with_notes((), tmp_path / "tracker")
        else:
            build([released()], SiteLook(), tmp_path / "public", AS_OF, **{folder: [own]})
    assert not (tmp_path / "public").exists()


def test_a_link_within_a_folder_is_fine(tmp_path: Path) -> None:
    (tmp_path / "static" / "deep").mkdir(parents=True)
    (tmp_path / "static" / "deep" / "a.txt").write_text("ours")
    (tmp_path / "static" / "b.txt").symlink_to("deep/a.txt")
    build([released()], SiteLook(), tmp_path / "public", AS_OF, static=[tmp_path / "static"])
    assert (tmp_path / "public" / "static" / "b.txt").read_text() == "ours"
    assert not (tmp_path / "public" / "static" / "b.txt").is_symlink()


# What an operator sees.


class Trial:
    """A tracker of hostile dockets, one a family of texts, fetched from a server that tells them as a court's."""

    def __init__(self, folder: Path, dockets: int = len(FAMILIES)) -> None:
        self.folder, self.tracker, self.court = folder, folder / "tracker", folder / "court"
        self.court.mkdir()
        (self.tracker / "cases").mkdir(parents=True)
        (self.tracker / "config.toml").write_text(
            'name = "Trial"\n[[notify]]\nname = "desk"\nwhen = ["rulings", "orders", "hearings", "violation_proposed", '
            '"health"]\ntarget = "env:DESK_URL"\npublic = false\n'
            '[[cohort]]\nname = "found"\nnature_of_suit = "463"\ncourts = ["mnd"]\ntopic = "detention"\n')
        rows: dict[str, list[dict[str, Any]]] = {name: [] for name in (
            "courts", "dockets", "docket-entries", "parties", "attorneys")}
        for place, texts in enumerate(list(FAMILIES.values())[:dockets]):
            self._docket(rows, 7000 + place, [text for text in texts.values() if text in STORED.values()])
            (self.tracker / "cases" / f"mnd-0-26-cv-{7000 + place:05}.toml").write_text(
                f'topic = "detention"\n[[docket]]\nid = {7000 + place}\n')
        for name, some in rows.items():
            write_rows(self.court, name, some)

    def _docket(self, rows: dict[str, list[dict[str, Any]]], number: int, texts: list[str]) -> None:
        after = itertools.cycle(texts)
        rows["parties"].append(party_row(number * 100, number, "Rosa Quispe Mamani", "Petitioner"))
        rows["dockets"].append(docket_row(
            number, case_name=f"Quispe Mamani v. Warden of {texts[0]} {texts[1]}",
            assigned_to_str=next(after), referred_to_str=next(after),
            cause=next(after), nature_of_suit=f"463 {next(after)}", panel_str=next(after),
            jurisdiction_type=next(after), case_name_full=next(after), docket_number=f"0:26-cv-{number:05} {texts[0]}"))
        for place, text in enumerate(texts, 1):
            order = f"ORDER finding Respondents in contempt of the order of May 1. {text} They shall release him."
            entry = entry_row(number * 100 + place, number, (order, text)[place % 2])
            entry["recap_documents"][0] |= {"description": text, "document_number": text[:20]}
            rows["docket-entries"].append(entry)
            rows["parties"].append(party_row(number * 100 + place, number, f"Warden of {text}", "Respondent"))
            rows["attorneys"].append(attorney_row(number * 100 + place, number, number * 100 + place, text))

    def run(self, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str, api: str) -> str:
        """What a command prints to both outputs, and a traceback where there is one."""
        monkeypatch.chdir(self.tracker)
        monkeypatch.setattr(sys, "argv", ["writwatch", "--site", ".", "--api", api, *shlex.split(command)])
        capfd.readouterr()
        with pytest.raises(SystemExit):
            cli.main()
        told = capfd.readouterr()
        return told.out + told.err


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return Trial(tmp_path_factory.mktemp("trial"))


COMMANDS = (
    "fetch --plan", "status", "status --json", "review --limit 500", "review --json", "review --names",
    "review --names mnd-0-26-cv-07005", "review --names --json", "discover", "discover --json", "doctor",
    "doctor --json",
    "notify --dry-run --since 2026-01-01", "alerts --plan", "render", "measures --sql", "import list list.csv",
    "agencies", "purge 7001 --yes",
)
"""What shows docket text, or could. Those that take a number of theirs and change the store stand last."""


@pytest.mark.soak
@pytest.mark.xdist_group("hostile")
def test_no_terminal_is_obeyed(
    trial: Trial, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hostile dockets through the whole path: what every command prints, does a terminal take it for text; and is
    nothing alive in the site that comes of it?"""
    monkeypatch.setenv("COURTLISTENER_API_TOKEN", TOKEN)
    monkeypatch.setenv("COLUMNS", "200")
    (trial.tracker / "list.csv").write_bytes(
        b"court,docket_number,note\n" + b"".join(
            f'"{text[:80]}","{text[:80]}","{text}"\n'.encode() for text in TERMINAL.values()))
    with serve_sandbox(trial.court, throttle="none") as server:
        told = {"fetch": trial.run(capfd, monkeypatch, "fetch", server.url)}
    for command in COMMANDS:
        told[command] = trial.run(capfd, monkeypatch, command, "http://127.0.0.1:9/")
        if command == "render":
            assert list(itertools.islice(alive(trial.tracker / "public", our_style), 20)) == []
    for command, text in told.items():
        assert "Traceback" not in text, text
        assert CONTROLS.search(text) is None, (command, CONTROLS.search(text))
        assert command.startswith("notify") or not re.search("[\u200b\u2060\ufeff\u00ad]", text), command
    for command in ("review --limit 500", "review --json", "review --names mnd-0-26-cv-07005"):
        assert MARK in told[command], command
    assert "pages in public" in told["render"]


@pytest.mark.parametrize("text", STORED.values(), ids=STORED)
def test_json_for_a_person_is_the_same_json(text: str) -> None:
    """Is what is shown fit for a terminal, and read back the same?"""
    shown = shown_json({"text": text, "é": [text]}, indent=2)
    assert json.loads(shown) == {"text": text, "é": [text]}
    assert CONTROLS.search(shown) is None


# Secrets.


@contextmanager
def speaking(answer: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[str]:
    """A server that answers every request as it is told; its address as an API's."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            answer(self)

        do_GET = do_POST = do_DELETE = do_PATCH = answer  # noqa: N815

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/api/rest/v4/"
    finally:
        server.shutdown()
        server.server_close()


def says_back(status: int, kind: str = "application/json", **headers: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """An answer that repeats the token it was sent, in its body and its headers."""
    def answer(handler: BaseHTTPRequestHandler) -> None:
        token = handler.headers.get("Authorization", "").removeprefix("Token ")
        body = json.dumps({"detail": f"token {token} is wrong", "next": f"https://x.example/?{token}"}).encode()
        handler.send_response(status)
        for name, value in {"Content-Type": kind, **headers}.items():
            handler.send_header(name.replace("_", "-"), value.format(token=token))
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)
    return answer


def goes_away(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True
    handler.connection.close()


TROUBLES: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {
    **{str(status): says_back(status) for status in (400, 401, 403, 404, 418, 500)},
    "429": says_back(429, Retry_After="100000"),
    "redirect": says_back(302, Location="https://attacker.example/?token={token}"),
    "redirect to another port": says_back(307, Location="http://127.0.0.1:9/{token}"),
    "garbage": says_back(200),
    "a page": says_back(200, "text/html"),
    "nobody": goes_away,
}


USUAL = {"401", "redirect"}
"""Tried with every change; the others in `make soak`."""


def forms_of(secret: str) -> set[bytes]:
    """A secret as it is, as an address has it, and as base64 has it, wherever in a text it begins."""
    coded = {base64.b64encode(b"x" * before + secret.encode())[4:-4] for before in range(3)}
    return {secret.encode(), urllib.parse.quote(secret, safe="").encode(), *coded}


@pytest.mark.slow
@pytest.mark.xdist_group("hostile")
@pytest.mark.parametrize("trouble", [
    pytest.param(name, marks=() if name in USUAL else pytest.mark.soak) for name in TROUBLES])
def test_no_secret_gets_out(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    """A server that fails in this way and says back what it was sent; targets and keys that do not work: is no secret
    in what is printed, in the database and its log, the pages, the kept state?"""
    trial, key = Trial(tmp_path, dockets=1), new_key()
    secrets = {"COURTLISTENER_API_TOKEN": TOKEN, "WRITWATCH_STATE_KEY": key, "WRITWATCH_STATE_TOKEN": "5ta7e" * 8,
               "DESK_URL": f"json://someone:{'pa55' * 6}@127.0.0.1:9/{'hush' * 6}/",
               "WRITWATCH_HOOK_SECRET": "h00k" * 8}
    for name, value in secrets.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(courtlistener, "ATTEMPTS", 1)
    with serve_sandbox(trial.court, throttle="none") as server:
        told = trial.run(capfd, monkeypatch, "fetch", server.url)
    with speaking(TROUBLES[trouble]) as api:
        for command in ("update", "alerts", "status --json", "doctor --online --json", "doctor --online",
                        "notify --since 2026-01-01", "state save --folder kept", "state save --git nowhere.git",
                        "state restore --folder kept"):
            told += trial.run(capfd, monkeypatch, command, api)
    assert "Saved: " in told
    words = [TOKEN, key, "5ta7e" * 8, "pa55" * 6, "hush" * 6, "h00k" * 8]
    kept = {str(each.relative_to(tmp_path)): each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    assert [name for name in kept if name.endswith("dockets.db")]
    assert [name for name in kept if "public/" in name]
    kept["printed"] = told.encode()
    for name, content in kept.items():
        for form in itertools.chain.from_iterable(map(forms_of, words)):
            assert form not in content, name


SMUGGLED = (
    "{root}docket-entries/?cursor=x\r\nHost: attacker.example", "{root}docket-entries/?cursor=x HTTP/1.1\r\nX: y",
    "{root}docket-entries/\r\n\r\nGET /admin HTTP/1.1", "{root}docket-entries/?a=\x00", "{host}\\@attacker.example/",
    "http://attacker.example\\@{plain}docket-entries/", "http://attacker.example#@{plain}docket-entries/",
    "http://{plain}docket-entries/@attacker.example", "http://127.0\t.0.1:{port}/api/rest/v4/docket-entries/",
    "\x01{root}docket-entries/", " {root}docket-entries/", "{root}docket-entries/../../../admin/",
    "{root}docket-entries/%2e%2e/alerts/", "{root}docket-entries//", "{root}docket-entries/;x",
    "{root}docket-entrie\u017f/",
    "{root}docket-entries", "http://user:pw@{plain}docket-entries/", "HTTP://{plain}docket-entries/../x",
    "http://127.1:{port}/api/rest/v4/docket-entries/", "http://localhost:{port}/api/rest/v4/docket-entries/",
    "https://{plain}docket-entries/", "file:///etc/hostname", "javascript:alert(1)", "",
)


@pytest.mark.parametrize("elsewhere", SMUGGLED)
def test_next_smuggles_nothing(tmp_path: Path, elsewhere: str) -> None:
    """A next page that is read in two ways, or holds a request of its own: is nothing sent at all?"""
    asked: list[str] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.path)
        says_back(404)(handler)

    engine = open_store(str(tmp_path / "dockets.db"))
    with speaking(answer) as api:
        run = start_run(engine, "test", dt.datetime.now(dt.UTC))
        client = CourtListener(api, TOKEN, Ledger(engine, "account", run_id=run))
        plain, port = api.removeprefix("http://"), urllib.parse.urlsplit(api).port
        url = elsewhere.format(root=api, plain=plain, host=api.rstrip("/"), port=port)
        with pytest.raises(CursorLost, match="where the token is not sent"):
            client.checked_next("docket-entries", url)
        with pytest.raises(CursorLost):
            client.fetch_entries(7000, next_url=url or " ")
    engine.dispose()
    assert asked == []


def test_a_repository_that_moved_gets_no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    """The token for the kept state: is it meant for one host, and is git told to follow nobody elsewhere?"""
    env = GitBranch("https://git.example/a/b.git", token="5ta7e" * 8)._environment()
    given = {env[f"GIT_CONFIG_KEY_{n}"]: env[f"GIT_CONFIG_VALUE_{n}"] for n in range(int(env["GIT_CONFIG_COUNT"]))}
    assert set(given) == {"http.https://git.example/.extraHeader", "http.followRedirects"}
    assert given["http.followRedirects"] == "false"
    assert "GIT_CONFIG_COUNT" not in GitBranch("/srv/kept.git", token="5ta7e" * 8)._environment()


@pytest.mark.skipif(not search_index.HAS_PAGEFIND, reason="pagefind is not installed")
def test_another_program_is_told_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The indexer of the search, which somebody else built: is no secret in its environment?"""
    import pagefind.service

    program = tmp_path / "indexer"
    program.write_text(f"#!/bin/sh\n/usr/bin/env > {tmp_path}/told\n")
    program.chmod(0o700)
    monkeypatch.setattr(pagefind.service, "get_executable", lambda: program)
    monkeypatch.setenv("COURTLISTENER_API_TOKEN", TOKEN)
    monkeypatch.setenv("DATABASE_URL", f"postgresql://me:{TOKEN}@db/x")
    record = search_index.Record("cases/a.html", "a", "", "", "", {})
    assert list(search_index.index_files([record])) == []
    assert "PATH=" in (tmp_path / "told").read_text()
    assert TOKEN not in (tmp_path / "told").read_text()


# The receiver of webhooks.


def pushes(count: int) -> Iterator[tuple[str | None, bytes]]:
    """Events, every second one malformed, each with the key it is sent under or none, and no two the same."""
    spoiled = [text.encode("utf-8", "surrogatepass") for text in CORPUS.values()]
    for number in range(count):
        if number % 2:
            text = spoiled[number % len(spoiled)][:400]
            row = b'{"webhook": {"event_type": 1}, "payload": {"results": [{"docket": "' + text
            yield (None, b"[" * 60 + row + str(number).encode()) if number % 4 == 1 else (f"key {number}", row)
        else:
            rows = [{"docket": 1_000_000 + number, "description": CORPUS["terminal: clear"]}]
            said = {"webhook": {"event_type": 1}, "payload": {"results": rows}}
            yield f"key {number}", json.dumps(said).encode()


def memory() -> int:
    """Bytes that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=[pytest.mark.soak, pytest.mark.slow])])
def test_the_receiver_under_load_and_garbage(tmp_path: Path, count: int) -> None:
    """Half of all events malformed, each sent twice, from sixteen threads, again where it was busy: is each kept once,
    nothing lost, and no more memory held at the end than after the first half?"""
    engine, secret, held = open_store(str(tmp_path / "dockets.db")), "h00k" * 8, list[int]()
    with serve_hooks(engine, 0, "127.0.0.1", secret) as server:
        def deliver(event: tuple[str | None, bytes]) -> None:
            key, body = event
            headers = {"Idempotency-Key": key} if key else {}
            while True:
                status = requests.post(f"{server.url}/hooks/{secret}/", body, headers=headers, timeout=30).status_code
                assert status in (200, 503)
                if status == 200:
                    return

        with ThreadPoolExecutor(16) as pool:
            for half in range(2):
                events = list(itertools.islice(pushes(count), half * count // 2, (half + 1) * count // 2))
                list(pool.map(deliver, (each for event in events for each in (event, event))))
                held.append(memory())
    with reading(engine) as connection:
        rows = connection.execute(sa.select(s.push.c.key, s.push.c.docket_ids)).all()
    engine.dispose()
    assert len({row.key for row in rows}) == len(rows) == count
    named = sorted(number for row in rows for number in json.loads(row.docket_ids))
    assert named == [1_000_000 + number for number in range(0, count, 2)]
    assert held[1] - held[0] < 16_000_000 + count * 100


# Whatever anybody writes: a sentence, or an answer.

PIECES = sorted({text[:200] for text in STORED.values()} | {
    "ORDER granting", "Petition for Writ of Habeas Corpus", "no later than January 17, 2026", "Respondents shall",
    "MOTION by Wilmer Tacuran Morocho", "Judge Ingrid Holmquist", "A 087 654 321", "signed on 1/15/2026", "(", ")",
    "[", "]", "{", "}", '"', "'", "=", ",", ";", "#", "\\", "<", ">", "&", "0", "9" * 30, "v.", "\n", "\t", "\r",
    "\u00bd", "\u13a0", "\U0001d411\U0001d428", "\u0301", "\u02bc"})
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=12).map(" ".join)
BYTES = TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=400)
FUZZED = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


@FUZZED
@given(TEXTS, TEXTS, TEXTS)
def test_any_docket_is_read_and_published(text: str, name: str, caption: str) -> None:
    """Entry, party, lawyer, judge and caption of any words: is the docket read and published without a fault?"""
    words = (text, name, f"ORDER {caption}")
    entries = tuple(Entry(n, 1, "mnd", n, "", TODAY, each) for n, each in enumerate(words, 1))
    docket = Docket(
        1, "mnd", "0:26-cv-00100", caption, date_filed=TODAY, nature_of_suit="463 Habeas Corpus - Alien Detainee",
        assigned_to_str=name, cause=text, entries=entries,
        parties=(Party(1, 1, name, ("Petitioner",)), Party(2, 1, caption, (text,))),
        attorneys=(Attorney(3, 1, text, (1,)),))
    notes = CaseNotes("mnd-1", "", "detention", "core", "", "", None, "")
    shown = publish(notes, [docket], read_case([docket], TODAY))
    assert shown is None or shown.slug == "mnd-1"
    line = json.dumps({"id": 1, "court_id": "mnd", "date_filed": "2026-01-15", "description": text})
    for answer, good in read_lines([line, text], docket=False):
        assert good or "error" in answer


@FUZZED
@given(BYTES)
def test_any_bytes_as_feed_push_and_note(content: bytes) -> None:
    """A feed, a webhook's body, a note of any bytes: an answer, or one of our sentences?"""
    for body in (content, b"<feed xmlns='http://www.w3.org/2005/Atom'>" + content + b"</feed>"):
        with suppress(FetchError):
            read_feed(body, 7)
    webhooks.push_row("k", content, webhooks.read_push(content), dt.datetime.now(dt.UTC))
    note = fit(render_note(content.decode("utf-8", "replace")))
    page = f"<!doctype html><html><head><title>x</title></head><body>{note}"
    found = [wrong for wrong in in_html(f"{page}</body></html>".encode("utf-8", "replace"), our_style)
             if "href" not in wrong and "control" not in wrong] if not CONTROLS.search(page) else []
    assert found == []


@FUZZED
@given(BYTES, st.sampled_from(
    ["", 'topic = "detention"\n', "[[docket]]\nid = 7\n", "[privacy]\n", "[[cohort]]\nname = "]))
def test_any_bytes_as_an_editors_file(tmp_path_factory: pytest.TempPathFactory, content: bytes, head: str) -> None:
    """A case, a config, decisions of any bytes: told as a mistake by file and line, or read?"""
    folder = tmp_path_factory.mktemp("tracker")
    (folder / "cases").mkdir()
    (folder / "decisions").mkdir()
    for name in ("config.toml", "cases/a.toml", "found.toml", "decisions/a.toml"):
        (folder / name).write_bytes(head.encode() + content)
    with suppress(SiteError):
        load_config(folder)
    (folder / "config.toml").write_text('name = "A tracker"\n')
    site = load_site(folder, TODAY)
    for read in (load_found, load_decisions):
        with suppress(SiteError):
            read(folder, site.cases, TODAY)
    assert all(problem.sentence and problem.line > 0 for problem in site.problems)


def workbook(strings: bytes, sheet: bytes, name: str, method: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as book:
        book.writestr("xl/sharedStrings.xml", strings)
        book.writestr(name, sheet)
    return out.getvalue()


@FUZZED
@given(BYTES, BYTES, st.sampled_from(
    ["xl/worksheets/sheet1.xml", "../../a", "/a", f"xl/worksheets/sheet{'9' * 5000}.xml"]),
       st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]),
       st.integers(0, 400), st.binary(max_size=3), st.booleans())
def test_any_bytes_as_a_workbook(
    tmp_path_factory: pytest.TempPathFactory, strings: bytes, sheet: bytes, name: str, method: int, at: int,
    spoil: bytes, whole: bool,
) -> None:
    """A zip that is spoiled anywhere, packed in any way, with any XML in it: rows, or one of our sentences?"""
    sheet = b"<worksheet><row><c t='s'><v>0</v></c>" + sheet + b"</row></worksheet>" if whole else sheet
    content = workbook(b"<sst><si><t>a</t></si></sst>" if whole else strings, sheet, name, method)
    path = tmp_path_factory.mktemp("book") / "a.xlsx"
    path.write_bytes(content[:at] + spoil + content[at + len(spoil):])
    with suppress(SiteError):
        assert all(isinstance(cell, str) for row in read_rows(path) for cell in row)


@pytest.mark.parametrize(("strings", "sheet"), [
    (b"", b"<worksheet><row><c t='s'><v>" + b"9" * 5_000 + b"</v></c></row></worksheet>"),
    (b"<?xml version='1.0' encoding='no-such'?><sst/>", b"<worksheet/>"),
    (b"<?xml version='1.0' encoding='utf-7'?><sst/>", b"<worksheet/>"),
    (b"<sst/>", b"<x>" * 100_000),
])
def test_a_workbook_made_to_crash(tmp_path: Path, strings: bytes, sheet: bytes) -> None:
    """Numbers of thousands of digits, encodings that are none, endless nesting: rows or a sentence?"""
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(strings, sheet, "xl/worksheets/sheet1.xml", zipfile.ZIP_DEFLATED))
    with suppress(SiteError):
        assert read_rows(path) in ([[""]], [])


@FUZZED
@given(BYTES, st.sampled_from(["csv", "jsonl", "json", "txt"]))
def test_any_bytes_as_an_import(tmp_path_factory: pytest.TempPathFactory, content: bytes, kind: str) -> None:
    """A list or an export of any bytes: mistakes by line, or one of our sentences?"""
    folder = tmp_path_factory.mktemp("import")
    (folder / f"a.{kind}").write_bytes(content)
    engine = open_store(":memory:")
    with suppress(FetchError):
        report = import_file(engine, folder / f"a.{kind}", dt.datetime.now(dt.UTC), {})
        assert all(number for number in report.follow)
    engine.dispose()


# What is said of it, and what it is made of.


def test_every_claim_names_its_test() -> None:
    """SECURITY.md: does each test that it names exist, and does each part name one?"""
    text = (CHECKOUT / "SECURITY.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[a-z_/]+\.py)::(test_[a-z0-9_]+)`", text)
    assert len(named) > 30
    for file, test in named:
        assert re.search(rf"^def {test}\(", (CHECKOUT / file).read_text(encoding="utf-8"), re.M), f"{file}::{test}"
    done = text.partition("## What is done")[2].partition("\n## What is not")[0]
    claims = re.findall(r"(?m)^- (?:.*\n(?:  .*\n)*)", done)
    assert len(claims) > 20
    assert [claim for claim in claims if "::test_" not in claim] == []


def test_every_requirement_has_its_hash() -> None:
    """Pins: is each of one version, with a hash, and from no host that is named?"""
    for name in ("run.txt", "dev.txt"):
        text = (CHECKOUT / "requirements" / name).read_text(encoding="utf-8").replace("\\\n", " ")
        lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
        assert len(lines) > 20
        for line in lines:
            assert re.match(r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==[A-Za-z0-9.!+]+ ", line), line[:60]
            assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), line[:60]
            assert "://" not in line
            assert " @ " not in line


@pytest.mark.parametrize("place", sorted([
    *(CHECKOUT / ".github" / "workflows").glob("*.yml"),
    *(PACKAGED / "starter" / "github" / "workflows").glob("*.yml")]),
    ids=lambda place: place.name)
def test_workflows_are_pinned_and_bare(place: Path) -> None:
    """Is every action pinned to a commit, is nothing granted at the top but reading, does no fork's code see a secret,
    and is nothing that somebody wrote put into a script?"""
    text = place.read_text(encoding="utf-8")
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", used) for used in re.findall(r"uses: (.+)", text))
    assert re.search(r"(?m)^permissions:\n  contents: read\n\n", text)
    assert "pull_request_target" not in text
    assert "workflow_run" not in text
    if "secrets." in text:
        assert "pull_request" not in text
    for script in re.findall(r"(?m)run: (?:\|\n((?: {10}.*\n)+)|(.+)\n)", text):
        assert "${{" not in "".join(script)
    assert "persist-credentials: true" not in text
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")
