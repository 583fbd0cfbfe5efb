"""Alerts, the one thing a tracker writes: subscribe, look, change, unsubscribe; each account its own.

A docket alert is for one docket, a search alert for whatever a query finds. Every account here is a free one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from .answers import API, Answer, Refusal, Request, as_json, not_found
from .files import LINK_ROOT, Row
from .rows import Rows
from .schema import ENDPOINTS

DOCKET, SEARCH = "docket-alerts", "alerts"
ALERTS = (DOCKET, SEARCH)
HIDDEN = "account"
"""A column that is no part of an answer."""

REQUIRED = "This field is required."
MOST_SEARCHES = 5
RATES = ("rt", "dly", "wly", "mly", "off")
TYPES = ("o", "oa", "r", "d")
JOIN = "please join Free Law Project as a member: https://free.law/membership/"
TOO_MANY = f"To create more than {MOST_SEARCHES} alerts and to gain access to real time alerts, {JOIN}"
NOT_REAL_TIME = f"You must be a member to create Real Time alerts. P{JOIN[1:]}"
NO_TYPE = (
    "Please provide an alert type for your RECAP search query. For notifications on cases only, use the d type. For "
    "notifications on both cases and filings, use the r type."
)
MATCHES_ALL = "You can't create a match-all alert. Please try narrowing your query."


def create_alert(name: str, request: Request, rows: Rows) -> Answer:
    """POST docket=ID, or a search's name, query, rate and alert_type. Refusal 400, 403: as the real server's."""
    return _subscribe(request, rows) if name == DOCKET else _search(request, rows)


def change_alert(name: str, request: Request, rows: Rows, key: int) -> Answer:
    """PATCH or PUT: alert_type=0 (paused) or 1 of a docket alert, anything of a search alert."""
    alert = _own(name, request, rows, key)
    changed = {**alert, **(_wanted(request, alert) if name == SEARCH else _paused(request, alert))}
    changed["date_modified"] = rows.now()
    rows.replace(name, {**changed, HIDDEN: request.account}, without=HIDDEN)
    return _shown(changed, request)


def delete_alert(name: str, request: Request, rows: Rows, key: int) -> Answer:
    _own(name, request, rows, key)
    rows.delete(name, [key])
    return Answer(204)


def subscribers(rows: Rows, docket: int) -> int:
    """How many active alerts a docket has."""
    return rows.select('SELECT count(*) FROM "docket-alerts" WHERE docket_id = ? AND alert_type = 1', (docket,))[0][0]


# Docket alerts


def _subscribe(request: Request, rows: Rows) -> Answer:
    docket = request.sent().get("docket")
    if docket is None:
        raise Refusal(400, {"docket": [REQUIRED]})
    if not str(docket).isdecimal() or rows.row("dockets", int(docket)) is None:
        raise Refusal(400, {"docket": [f'Invalid pk "{docket}" - object does not exist.']})
    held = 'SELECT 1 FROM "docket-alerts" WHERE account = ? AND docket_id = ?'
    if rows.select(held, (request.account, int(docket))):
        raise Refusal(400, {"non_field_errors": ["The fields docket, user must make a unique set."]})
    key = rows.next_id(DOCKET)
    alert = {
        "id": key, **_born(rows), "secret_key": _secret(DOCKET, request, key), "alert_type": 1, "docket": int(docket),
    }  # fmt: skip
    rows.replace(DOCKET, {**alert, HIDDEN: request.account}, without=HIDDEN)
    return as_json(alert, 201)


def _paused(request: Request, alert: Row) -> Row:
    wanted = str(request.sent().get("alert_type", alert["alert_type"]))
    if wanted not in ("0", "1"):
        raise Refusal(400, {"alert_type": [f'"{wanted}" is not a valid choice.']})
    return {"alert_type": int(wanted)}


# Search alerts


def _search(request: Request, rows: Rows) -> Answer:
    wanted = _wanted(request, {})
    if rows.select('SELECT count(*) FROM "alerts" WHERE account = ?', (request.account,))[0][0] >= MOST_SEARCHES:
        raise Refusal(403, {"detail": TOO_MANY})
    key = rows.next_id(SEARCH)
    link = f"{LINK_ROOT.decode()[1:]}{SEARCH}/{key}/"
    alert = {
        "resource_uri": link, "id": key, "alert_type": wanted["alert_type"], **_born(rows), "name": wanted["name"],
        "query": wanted["query"], "rate": wanted["rate"], "secret_key": _secret(SEARCH, request, key),
    }  # fmt: skip
    rows.replace(SEARCH, {**alert, HIDDEN: request.account}, without=HIDDEN)
    answer = _shown({**alert, "estimated_hits": 0}, request, 201)
    return answer._replace(headers={**answer.headers, "Location": f"{request.base}{API}{SEARCH}/{key}/"})


def _wanted(request: Request, alert: Mapping[str, Any]) -> Row:
    """What a search alert is to be: what was sent over what is there. Refusal 400, 403."""
    sent = {**alert, **request.sent()}
    missing = {name: [REQUIRED] for name in ("name", "query", "rate") if not sent.get(name)}
    if missing:
        raise Refusal(400, missing)
    asked = dict(parse_qsl(str(sent["query"])))
    kind = sent.get("alert_type") or (None if asked.get("type") == "r" else asked.get("type", "o"))
    if kind is None:
        raise Refusal(400, {"alert_type": [NO_TYPE]})
    for name, value, known in (("rate", sent["rate"], RATES), ("alert_type", kind, TYPES)):
        if value not in known:
            raise Refusal(400, {name: [f'"{value}" is not a valid choice.']})
    if not asked.keys() - {"type", "order_by"} or asked.get("q") == "*":
        raise Refusal(400, {"query": [MATCHES_ALL]})
    if sent["rate"] == "rt":
        raise Refusal(403, {"detail": NOT_REAL_TIME})
    return {"alert_type": kind, "name": sent["name"], "query": sent["query"], "rate": sent["rate"]}


# Both


def _own(name: str, request: Request, rows: Rows, key: int) -> Row:
    found = rows.select(f'SELECT 1 FROM "{name}" WHERE id = ? AND account = ?', (key, request.account))
    alert = rows.row(name, key) if found else None
    if alert is None:
        raise not_found(ENDPOINTS[name].model)
    return alert


def _born(rows: Rows) -> Row:
    now = rows.now()
    return {"date_created": now, "date_modified": now, "date_last_hit": None}


def _secret(name: str, request: Request, key: int) -> str:
    return hashlib.sha256(f"{request.account} {name} {key}".encode()).hexdigest()[:40]


def _shown(alert: Row, request: Request, status: int = 200) -> Answer:
    answer = as_json(alert, status)
    return answer._replace(body=answer.body.replace(LINK_ROOT, f'"{request.base}{API}'.encode()))
