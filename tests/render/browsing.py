"""A made-up site as a browser gets it: built once a run, served from a sub-path, its pages watched while they are open.

Needs Chromium (Debian's `chromium`, or the one WRITWATCH_CHROMIUM names); without it what asks for it is skipped.
"""
import contextlib
import fcntl
import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from writwatch.render import PACKAGED
from writwatch.render.about_pages import About
from writwatch.render.build import build
from writwatch.render.cases import load_config
from writwatch.render.corrections import Correction
from writwatch.render.enforcement import read_enforcement
from writwatch.render.health import Health
from writwatch.render.languages import languages
from writwatch.render.outputs import standard_outputs
from writwatch.render.pages import SiteLook

from .factory import AS_OF, TODAY, accused, many, overdue, pending, released
from .test_pages import HOSTILE, METHOD

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = os.environ.get("WRITWATCH_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
LOOK = SiteLook(fictional=True, contact="desk@example.org", base_url="https://example.org/a%20sub%20path/public/")
SPOKEN = languages("en", ("en", "es"), (PACKAGED / "locales",))

KINDS = (
    "index.html", "cases/mnd-0-26-cv-00123.html", "cases/harbor-light-v-dhs.html", "cases/hostile.html",
    "lists/all.html", "lists/past-due.html", "topics/detention.html", "topics/speech.html", "topics/local-police.html",
    "topics/payments-to-police.html", "topics/surveillance.html", "courts/index.html", "courts/mnd.html",
    "judges/index.html", "judges/wren-halloway.html", "states/index.html", "states/mn.html", "states/fl.html",
    "months/index.html", "months/2026-03.html", "changes/index.html", "changes/2026-04.html",
    "changes/2026-04-09.html", "calendar.html", "compliance.html", "method.html", "glossary.html", "corrections.html",
    "numbers/index.html", "numbers/petitions.html", "numbers/filings.html", "numbers/outcomes.html",
    "numbers/time.html", "numbers/courts.html", "numbers/actions.html", "numbers/map-petitions.html",
    "data/index.html", "privacy.html", "health.html", "follow.html", "search.html", "404.html",
)
"""A page of every type, beneath the root of a language; of some, more than one."""

SECOND = frozenset({
    "lists/past-due.html", "topics/speech.html", "topics/local-police.html", "states/mn.html", "numbers/filings.html",
    "numbers/outcomes.html", "numbers/time.html", "embed/chart-filings.html", "embed/chart-to-decision.html",
    "topics/payments-to-police.html", "topics/surveillance.html", "cases/hostile.html", "numbers/actions.html",
    "numbers/petitions.html", "embed/chart-statuses.html", "states/fl.html", "changes/2026-04.html",
})
"""Pages of a type of which another one stands in the lists as well."""

APART = (
    "embed/index.html", "embed/case-mnd-0-26-cv-00123.html", "embed/number-open.html", "embed/chart-statuses.html",
    "embed/chart-filings.html", "embed/chart-to-decision.html", "embed/chart-map-petitions.html",
    "embed/latest.html", "digest/latest.html",
)
"""Pages that are made for other places: frames and a mail."""

ABOUT = About(
    corrections=(Correction(TODAY, "It said “denied”.", "It was granted.", "The desk", case="mnd-0-26-cv-00123"),),
    takedowns=2,
    health=Health(AS_OF, AS_OF, "partial", 120, AS_OF, AS_OF, 65, 3, 60, AS_OF, 7, AS_OF, 1, 1),
)
"""Something to say on each page about the site, a trouble of the fetching too."""


def made(folder: Path) -> Path:
    """The site in this folder, built where it is not there yet; other processes of the run wait for it."""
    out = folder / "site" / "a sub path" / "public"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            _build(out)
    return out


def _build(out: Path) -> None:
    """65 cases, one of them hostile, all that is published beside the pages, and the lists that ship; two languages."""
    words = " ".join(HOSTILE.values())[:30_000]
    hostile = released(slug="hostile", title=words[:600], why=words[:3_000])
    build([released(), pending(), overdue(), accused("read"), hostile, *many(60)], LOOK, out, AS_OF, method=METHOD,
          languages=SPOKEN, outputs=standard_outputs(LOOK, AS_OF, SPOKEN), about=ABOUT,
          enforcement=read_enforcement((PACKAGED / "data",), load_config(PACKAGED)[0], TODAY))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for all processes of a run; whoever needs it first builds it."""
    own = tmp_path_factory.getbasetemp()
    return made(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder while it is served, as a host does it: a wrong address gets the site's own page."""
    class Silent(http.server.SimpleHTTPRequestHandler):
        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            above = Path(self.translate_path(self.path)).parents
            told = next((place for each in above if (place := each / "404.html").is_file()), None)
            if code != 404 or not told:
                super().send_error(code, message, explain)
                return
            content = told.read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            pass

        def copyfile(self, source: object, outputfile: object) -> None:
            with contextlib.suppress(BrokenPipeError):  # a page left before its font arrived
                super().copyfile(source, outputfile)  # pyright: ignore[reportArgumentType]

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Silent, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site served from a sub-path."""
    with served(site.parent.parent) as root:
        yield f"{root}/a%20sub%20path/public"


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    if not CHROMIUM:
        pytest.skip("no Chromium: apt-get install chromium, or name one in WRITWATCH_CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        chromium = launch(playwright.chromium)
        yield chromium
        chromium.close()


def launch(chromium: "sync_api.BrowserType") -> "sync_api.Browser":
    """Chromium in its sandbox where it can have one: not for root, nor in most containers. The pages are our own."""
    if os.geteuid() != 0:
        with contextlib.suppress(sync_api.Error):
            return chromium.launch(executable_path=CHROMIUM, args=QUIET)
    return chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", *QUIET])


class Watched:
    """A page, and all it said and asked for while it was open."""

    def __init__(self, browser: "sync_api.Browser", width: int = 1280, scheme: str = "light",
                 script: bool = True) -> None:
        window = {"width": width, "height": 800}
        self.context = browser.new_context(viewport=window, color_scheme=scheme, java_script_enabled=script)
        self.context.set_default_timeout(60_000)
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def __enter__(self) -> "Watched":
        return self

    def __exit__(self, *error: object) -> None:
        self.context.close()


def until(page: "sync_api.Page", expression: str) -> None:
    """Wait until this is true; the pages' policy forbids Playwright's own way of waiting for it."""
    for _ in range(400):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(25)
    pytest.fail(f"never came true: {expression}")
