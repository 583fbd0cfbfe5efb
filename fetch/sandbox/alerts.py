"""Docket alerts, the one thing a tracker writes: subscribe, look, pause, unsubscribe; each account its own."""

from __future__ import annotations

import hashlib
from typing import Any

from .answers import Answer, Refusal, Request, as_json, not_found
from .files import Row
from .rows import Rows

NAME = "docket-alerts"
HIDDEN = "account"
"""A column that is no part of an answer."""


def create_alert(request: Request, rows: Rows) -> Answer:
    """POST docket=ID. Refusal 400: no such docket, or already subscribed."""
    docket = request.sent().get("docket")
    if docket is None:
        raise Refusal(400, {"docket": ["This field is required."]})
    if not str(docket).isdecimal() or rows.row("dockets", int(docket)) is None:
        raise Refusal(400, {"docket": [f'Invalid pk "{docket}" - object does not exist.']})
    held = 'SELECT 1 FROM "docket-alerts" WHERE account = ? AND docket_id = ?'
    if rows.select(held, (request.account, int(docket))):
        raise Refusal(400, {"non_field_errors": ["The fields docket, user must make a unique set."]})
    alert = _new(rows, request.account, int(docket))
    rows.replace(NAME, {**alert, HIDDEN: request.account}, without=HIDDEN)
    return as_json(alert, 201)


def change_alert(request: Request, rows: Rows, key: int) -> Answer:
    """PATCH or PUT alert_type=0 (paused) or 1."""
    alert = _own(request, rows, key)
    wanted = str(request.sent().get("alert_type", alert["alert_type"]))
    if wanted not in ("0", "1"):
        raise Refusal(400, {"alert_type": [f'"{wanted}" is not a valid choice.']})
    changed = {**alert, "alert_type": int(wanted), "date_modified": rows.now()}
    rows.replace(NAME, {**changed, HIDDEN: request.account}, without=HIDDEN)
    return as_json(changed)


def delete_alert(request: Request, rows: Rows, key: int) -> Answer:
    _own(request, rows, key)
    rows.delete(NAME, [key])
    return Answer(204)


def _own(request: Request, rows: Rows, key: int) -> Row:
    found = rows.select('SELECT 1 FROM "docket-alerts" WHERE id = ? AND account = ?', (key, request.account))
    alert = rows.row(NAME, key) if found else None
    if alert is None:
        raise not_found("DocketAlert")
    return alert


def _new(rows: Rows, account: str, docket: int) -> dict[str, Any]:
    now = rows.now()
    key = rows.next_id(NAME)
    secret = hashlib.sha256(f"{account} {docket} {key}".encode()).hexdigest()[:40]
    return {
        "id": key, "date_created": now, "date_modified": now, "date_last_hit": None,
        "secret_key": secret, "alert_type": 1, "docket": docket,
    }  # fmt: skip
