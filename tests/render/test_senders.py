"""What is sent, over a wire of our own: does it arrive as written, is a failure told apart, is no secret told?"""
import json
import logging
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from writwatch.render import SiteError
from writwatch.render.notice_text import Message
from writwatch.render.notify_rules import Notify
from writwatch.render.senders import target_of

pytest.importorskip("apprise")
RULE = Notify("desk", ("rulings",), "env:DESK_URL")
SECRET = "s3cr3t-t0ken"
TOLD = Message("D. Minn. · M.C.P. v. Warden", "A judge ordered release.\n“Released ‹!\u200bchannel›.”\nhttps://x.org/#e")


class Wire:
    """A server that keeps what it is given; `answer` is what it does then."""

    def __init__(self) -> None:
        self.got: list[dict[str, Any]] = []
        self.answer: Callable[[BaseHTTPRequestHandler], None] = lambda handler: reply(handler, 200)
        wire = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                wire.got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                wire.answer(self)

            def log_message(self, format: str, *args: Any) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def address(self, **query: str) -> str:
        asked = "".join(f"?{name}={value}" for name, value in query.items())
        return f"json://user:{SECRET}@127.0.0.1:{self.server.server_port}/{SECRET}/{asked}"


def reply(handler: BaseHTTPRequestHandler, status: int) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True
    handler.connection.close()


@pytest.fixture
def wire() -> Iterator[Wire]:
    wire = Wire()
    yield wire
    wire.server.shutdown()
    wire.server.server_close()


def test_a_message_arrives_as_it_was_written(wire: Wire) -> None:
    """Title, lines and the empty space that keeps a mark from calling anybody."""
    target = target_of(RULE, {"DESK_URL": f" {wire.address()}\n"})
    assert target.has_title
    assert target.longest > 1_000
    assert target.send(TOLD) == "sent"
    assert (wire.got[0]["title"], wire.got[0]["message"]) == TOLD


@pytest.mark.parametrize(
    ("answer", "query", "expected"),
    [
        (lambda handler: reply(handler, 500), {}, "refused"),
        (lambda handler: reply(handler, 403), {}, "refused"),
        (lambda handler: time.sleep(1.5), {"rto": "0.3"}, "unsure"),
        (hang_up, {}, "unsure"),
    ],
    ids=["broken", "forbidden", "silent", "hangs up"],
)
def test_failures_are_told_apart(
    wire: Wire, answer: Any, query: dict[str, str], expected: str, capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Was it surely not taken, or does nobody know? And is no word of the address written anywhere?"""
    wire.answer = answer
    with caplog.at_level(logging.DEBUG):
        assert target_of(RULE, {"DESK_URL": wire.address(**query)}).send(TOLD) == expected
    said = "".join(capfd.readouterr()) + " ".join(record.getMessage() for record in caplog.records
                                                  if record.name.startswith("apprise"))
    assert SECRET not in said
    assert said == ""


def test_nobody_there() -> None:
    """A port that nobody listens on: surely not sent."""
    assert target_of(RULE, {"DESK_URL": "json://127.0.0.1:9/"}).send(TOLD) == "refused"


@pytest.mark.parametrize(
    ("environ", "sentence"),
    [
        ({}, "set DESK_URL to the address"),
        ({"DESK_URL": " "}, "set DESK_URL to the address"),
        ({"DESK_URL": f"nonsense-{SECRET}"}, "DESK_URL holds no address that apprise knows"),
        ({"DESK_URL": f"slack://{SECRET}"}, "DESK_URL holds no address that apprise knows"),
    ],
)
def test_an_address_that_is_none(
    environ: dict[str, str], sentence: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SiteError, match=sentence) as raised:
        target_of(RULE, environ)
    assert SECRET not in str(raised.value) + "".join(capfd.readouterr())


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    with pytest.raises(SiteError, match=r"pip install 'writwatch\[notify\]'"):
        target_of(RULE, {"DESK_URL": "json://127.0.0.1:9/"})


@pytest.mark.parametrize(
    ("address", "longest"),
    [("mastodon://token@mastodon.example.org", 500), ("bluesky://user:app-pass@bsky.social", 300)],
)
def test_short_services_say_how_short(address: str, longest: int) -> None:
    target = target_of(RULE, {"DESK_URL": address})
    assert 200 < target.longest <= longest
    assert not target.has_title
