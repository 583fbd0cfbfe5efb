"""Embeds in a browser: in the page of somebody else, do they get the height they need and stay within their policy?"""
import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from writwatch.render.build import build
from writwatch.render.embeds import Embeds
from writwatch.render.pages import SiteLook

from .factory import AS_OF, many, released
from .test_browser import Watched, browser, sync_api  # noqa: F401, a fixture

pytestmark = pytest.mark.browser

SHOWN = ("case-mnd-0-26-cv-00123", "number-open", "chart-statuses", "latest")


FITS = """() => new Promise(told => {
  const needed = () => Math.ceil(document.documentElement.getBoundingClientRect().height);
  const look = left => innerHeight === needed() ? told(true) : left ? setTimeout(look, 50, left - 1) : told(false);
  look(100);
})"""


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def served(folder: Path, stack: ExitStack) -> str:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    stack.callback(server.server_close)
    stack.callback(server.shutdown)
    return f"http://127.0.0.1:{server.server_port}"


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of another site that shows four embeds with the two lines we tell it to use."""
    folder = tmp_path_factory.mktemp("embeds")
    look = SiteLook()
    build([released(), *many(30)], look, folder / "public", AS_OF, outputs=[Embeds(look, AS_OF)])
    with ExitStack() as stack:
        site = served(folder / "public", stack)
        frames = "".join(
            f'<iframe src="{site}/embed/{each}.html" title="{each}" width="100%" height="40"></iframe>'
            for each in SHOWN)
        (folder / "other").mkdir()
        (folder / "other" / "index.html").write_text(
            f'<!doctype html><link rel="icon" href="data:,"><title>Other</title>{frames}'
            f'<script src="{site}/static/embed-host.js" async></script>')
        yield served(folder / "other", stack) + "/"


@pytest.mark.parametrize("width", [320, 1280])
def test_a_frame_gets_the_height_it_needs(browser: "sync_api.Browser", host: str, width: int) -> None:  # noqa: F811
    """On a phone and on a desk: nothing cut off, nothing scrolled, nothing said on the console?"""
    watched = Watched(browser, width=width)
    watched.page.goto(host, wait_until="networkidle")
    watched.page.wait_for_function("[...document.querySelectorAll('iframe')].every(each => each.style.height)")
    for frame in watched.page.frames[1:]:
        assert frame.evaluate(FITS), frame.url
        assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth"), frame.url
    assert watched.said == []
    watched.context.close()


def test_a_frame_is_as_dark_as_it_is_told(browser: "sync_api.Browser", host: str) -> None:  # noqa: F811
    """By its reader's system, and by the end of its address against it?"""
    site = Watched(browser, scheme="dark")
    site.page.goto(host, wait_until="networkidle")
    address = site.page.frames[1].url
    seen = []
    for end in ("", "#light", "#dark"):
        site.page.goto("about:blank")
        site.page.goto(address + end)
        seen.append(site.page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    assert seen == ["rgb(21, 23, 26)", "rgb(253, 252, 249)", "rgb(21, 23, 26)"]
    site.context.close()
