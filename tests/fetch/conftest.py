"""A small court in JSON lines, invented, and a client that asks it."""
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from writwatch.fetch.courtlistener import CourtListener
from writwatch.fetch.quota import Ledger
from writwatch.fetch.sandbox import Server, serve
from writwatch.fetch.store import start_run

ROOT = "http://127.0.0.1:8001/api/rest/v4"
BORN = "2026-01-05T09:00:00.000000-08:00"


def link(endpoint: str, number: int | str) -> str:
    return f"{ROOT}/{endpoint}/{number}/"


def docket_row(number: int, **fields: Any) -> dict[str, Any]:
    return {
        "resource_uri": link("dockets", number),
        "id": number,
        "court": link("courts", "mnd"),
        "court_id": "mnd",
        "original_court_info": None,
        "assigned_to": None,
        "absolute_url": f"/docket/{number}/somebody-v-somebody/",
        "date_created": BORN,
        "date_modified": BORN,
        "appeal_from_str": "",
        "assigned_to_str": "Ingrid Solveig Nygaard",
        "referred_to_str": "",
        "panel_str": "",
        "referred_to": None,
        "jury_demand": "None",
        "date_argued": None,
        "date_filed": "2026-01-05",
        "date_terminated": None,
        "date_last_filing": "2026-01-09",
        "case_name": "Quispe Mamani v. Warden",
        "case_name_full": "",
        "docket_number": f"0:26-cv-{number % 100_000:05}",
        "docket_number_core": f"26{number % 100_000:05}",
        "pacer_case_id": str(number),
        "cause": "28:2241 Petition for Writ of Habeas Corpus (federa",
        "nature_of_suit": "463 Habeas Corpus - Alien Detainee",
        "jurisdiction_type": "U.S. Government Defendant",
        "appeal_from": None,
        **fields,
    }


def entry_row(number: int, docket: int, text: str, **fields: Any) -> dict[str, Any]:
    return {
        "resource_uri": link("docket-entries", number),
        "id": number,
        "docket": link("dockets", docket),
        "recap_documents": [
            {
                "resource_uri": link("recap-documents", number + 500_000),
                "id": number + 500_000,
                "tags": [],
                "absolute_url": f"/docket/{docket}/{number % 100}/somebody-v-somebody/",
                "date_created": BORN,
                "date_modified": BORN,
                "sha1": "",
                "page_count": None,
                "file_size": None,
                "filepath_local": None,
                "filepath_ia": "",
                "plain_text": "",
                "document_number": str(number % 100),
                "attachment_number": None,
                "pacer_doc_id": "",
                "is_available": False,
                "is_sealed": None,
                "document_type": 1,
                "description": "",
            }
        ],
        "date_created": BORN,
        "date_modified": BORN,
        "date_filed": "2026-01-05",
        "time_filed": None,
        "entry_number": number % 100,
        "recap_sequence_number": f"2026-01-05.{number % 1000:03}",
        "pacer_sequence_number": None,
        "description": text,
        "tags": [],
        **fields,
    }


def party_row(number: int, docket: int, name: str, role: str) -> dict[str, Any]:
    return {
        "resource_uri": link("parties", number),
        "id": number,
        "attorneys": [],
        "party_types": [
            {
                "docket": link("dockets", docket),
                "docket_id": docket,
                "name": role,
                "date_terminated": None,
                "extra_info": "c/o 12 Elm Street",
            }
        ],
        "date_created": BORN,
        "date_modified": BORN,
        "name": name,
        "extra_info": "12 Elm Street",
    }


def attorney_row(number: int, docket: int, party: int, name: str) -> dict[str, Any]:
    return {
        "resource_uri": link("attorneys", number),
        "id": number,
        "parties_represented": [
            {"role": 2, "docket": link("dockets", docket), "party": link("parties", party), "date_action": None}
        ],
        "date_created": BORN,
        "date_modified": BORN,
        "name": name,
        "contact_raw": "Northern Clinic\n4 Birch Avenue\n555-0142",
        "phone": "555-0142",
        "fax": "555-0143",
        "email": "lawyer@example.org",
    }


def court_row(name: str) -> dict[str, Any]:
    return {
        "resource_uri": link("courts", name),
        "id": name,
        "date_modified": BORN,
        "in_use": True,
        "position": 1.0,
        "citation_string": "D. Minn.",
        "short_name": "D. Minnesota",
        "full_name": "District Court, D. Minnesota",
        "url": "",
        "jurisdiction": "FD",
    }


def write_rows(folder: Path, name: str, rows: list[dict[str, Any]]) -> None:
    (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def write_court(folder: Path, dockets: int = 3, entries: int = 45) -> Path:
    """`dockets` petitions of `entries` entries each, with a petitioner, a respondent and a lawyer."""
    numbers = [7000 + n for n in range(dockets)]
    write_rows(folder, "courts", [court_row("mnd")])
    write_rows(folder, "dockets", [docket_row(number) for number in numbers])
    write_rows(
        folder,
        "docket-entries",
        [entry_row(n * 100 + i, n, f"LETTER number {i}") for n in numbers for i in range(1, entries + 1)],
    )
    write_rows(
        folder,
        "parties",
        [
            row
            for number in numbers
            for row in (
                party_row(number * 10 + 1, number, "Rosa Quispe Mamani", "Petitioner"),
                party_row(number * 10 + 2, number, "Warden", "Respondent"),
            )
        ],
    )
    write_rows(folder, "attorneys", [attorney_row(n * 10 + 5, n, n * 10 + 1, "Dana Ferrand") for n in numbers])
    return folder


@pytest.fixture
def court_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "court"
    folder.mkdir()
    return write_court(folder)


@pytest.fixture
def sandbox(court_folder: Path) -> Iterator[Server]:
    with serve(court_folder, throttle="none") as server:
        yield server


class Pauses(list[float]):
    """What a client slept, without sleeping."""

    def sleep(self, seconds: float) -> None:
        self.append(seconds)


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest.fixture
def client_of(engine: sa.Engine, pauses: Pauses) -> Callable[..., CourtListener]:
    """A client for an address, with a ledger that already knows generous limits unless told otherwise."""
    import datetime as dt
    import time

    def make(api: str, token: str = "token", clock: Callable[[], float] = time.time, **options: Any) -> CourtListener:
        run_id = start_run(engine, "test", dt.datetime.now(dt.UTC))
        ledger = Ledger(engine, token, run_id=run_id, clock=clock)
        client = CourtListener(api, token, ledger, sleep=pauses.sleep, jitter=lambda: 0.0, clock=clock, **options)
        client.heard = []  # pyright: ignore[reportAttributeAccessIssue]
        client.say = client.heard.append  # pyright: ignore[reportAttributeAccessIssue]
        return client

    return make


@pytest.fixture
def make_court() -> Callable[..., Path]:
    """`write_court`, for a court of another size."""
    return write_court


Script = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture
def scripted() -> Iterator[Callable[[Script], str]]:
    """Start a server that answers every GET as a function says, for answers the sandbox never gives."""
    servers: list[ThreadingHTTPServer] = []

    def start(script: Script) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                script(self)

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/api/rest/v4/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
