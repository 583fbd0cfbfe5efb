"""Webhooks on demand: entries and a listener's address in, what the real server would send there out.

One event a docket, and only for dockets that somebody has an active alert for. Headers, keys and the time-out are those
of the real server; whether to send again is up to whoever asked.
"""

from __future__ import annotations

import http.client
import json
import uuid
from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from .. import FetchError
from .alerts import subscribers
from .files import Row, reference
from .rows import Rows

TIMEOUT = 3.0
"""Seconds that the real server waits for an answer."""
NOT_PUSHED = frozenset({"resource_uri", "tags", "plain_text"})
"""What the API shows of entries and documents and a webhook does not."""


class Delivery(NamedTuple):
    """One event: of which docket, under which key, and the listener's answer; None: there was none."""

    docket: int
    key: str
    status: int | None


def docket_alerts(rows: Rows, entry_ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    """The events for these entries, one a docket with subscribers, as their bodies."""
    entries: dict[int, list[Row]] = {}
    for key in entry_ids:
        entry = rows.row("docket-entries", key)
        docket = reference(entry["docket"]) if entry else None
        if entry and isinstance(docket, int) and subscribers(rows, docket):
            entries.setdefault(docket, []).append(_pushed(entry) | {"docket": docket})
    about = {"event_type": 1, "version": 2, "date_created": rows.now(), "deprecation_date": None}
    return {docket: {"webhook": about, "payload": {"results": found}} for docket, found in entries.items()}


def deliver(rows: Rows, to: str, entry_ids: Iterable[int], key: str = "") -> list[Delivery]:
    """Send them, each under a key of its own unless one is given. FetchError: `to` is no address."""
    url = urlsplit(to)
    if url.scheme != "http" or not url.hostname:
        raise FetchError(f"the sandbox cannot push to {to!r}: give an address like http://127.0.0.1:8710/hooks/….")
    return [
        Delivery(docket, name, _status(url.netloc, url.path, name, event))
        for docket, event in docket_alerts(rows, entry_ids).items()
        for name in (key or str(uuid.uuid4()),)
    ]


def _pushed(row: Row) -> Row:
    kept = {name: value for name, value in row.items() if name not in NOT_PUSHED and name != "docket"}
    if "recap_documents" in kept:
        kept["recap_documents"] = [_pushed(document) for document in kept["recap_documents"]]
    return kept


def _status(netloc: str, path: str, key: str, event: dict[str, Any]) -> int | None:
    connection = http.client.HTTPConnection(netloc, timeout=TIMEOUT)
    try:
        headers = {"Content-type": "application/json", "Idempotency-Key": key}
        connection.request("POST", path, json.dumps(event), headers)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
