"""Does the sandbox answer as the real server did? Every recorded request is replayed against the dump it came from.

The recordings and the dump lie in the folder `shared` beside the checkout (samples/NNN_*.json, dump/NAME.jsonl.gz). An
answer is compared in status, headers, keys, ids, order, links, cursors and every value, but for what the tables below
leave out, each with its reason; `python tests/fetch/test_contract.py` prints what was not compared and why.

An answer with a row that is not in the dump is not comparable (the recorder's cloned dockets are not in it). Neither is
a count, unless the request names dockets all of whose rows are in the dump. Searches came from a stand-in engine, so
they are compared in status, keys, paging shape and errors only.

The dump shows the server after the last recording. `rewind` takes the few rows that the recorder changed meanwhile back
to what they were, and `restore` brings them forward again before the recordings that came after.
"""

from __future__ import annotations

import base64
import gzip
import http.client
import json
import os
import re
from collections import Counter
from datetime import datetime
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from writwatch.fetch.sandbox import Server, serve
from writwatch.fetch.sandbox.push import docket_alerts

SHARED = Path(os.environ.get("WRITWATCH_SHARED") or Path(__file__).parents[3] / "shared")
SAMPLES = SHARED / "courtlistener" / "samples"
DUMP = SHARED / "courtlistener" / "dump"
RECORDED_AT = "http://127.0.0.1:8001"

UNLIMITED, BLOCKED, TIER_1 = ("b" * 40, "c" * 40, "d" * 40)
BAD_TOKEN = "9" * 39 + "x"

REASONS = {
    "recap-query is not served": "127 451 452",
    "recap (uploads) is not served": "128",
    "wiki-data is not served": "340",
    "alert-frequency is not served": "640",
    "bankruptcy information is not in the dump": "124",
    "OPTIONS lists the filters and orders but not the fields of a POST": "255 256 257 258 259 260 261",
    "user tags are not kept": "310 311 312 313 314 415 450",
    "prayers are not kept": "321 322 323",
    "the real server crashed on it": "332",
    "the ten-minute cache of unfiltered first pages is not imitated": "265 266",
    "a promotion doubled every limit that day": "270b",
    "the tag in it is put in from it": "125",
    "the subscription that it repeats was not recorded": "301",
    "an entry in it was deleted later, and no recording shows its text otherwise": "345",
    "a second page only because of the cloned dockets on the first": "606",
    "the search engine was down on purpose; the sandbox does that with the fault 500": "352 353",
    "made on rows tied together and put back; test_sandbox.py ties rows of its own": "430 432",
}
LEAVES_AN_ALERT = {"353"}
"""Asked of a server that has its search engine, it would take the place of a later one."""
NOT_COMPARED = {number: reason for reason, numbers in REASONS.items() for number in numbers.split()}
# Rows that tie in the order asked for came in the order of PostgreSQL's convenience: such rows may change places.
TIES = {"071_06": "entry_number", "071_07": "entry_number", "071_08": "date_filed", "071_09": "date_filed"}
HEADERS = ("content-type", "allow", "retry-after", "www-authenticate", "location")
# What the recorder did to the rows after the first recordings: entries deleted, one added, some saved again.
DELETED = (3504, 3508, 3625, 3626)
ADDED = 7949
EDITED: dict[str, tuple[int, ...]] = {
    "dockets": (147,),
    "docket-entries": (3558, 3559, 3574, 3628, 6450),
    "attorneys": (185, 186, 187, 188, 189),
}
CHANGED = ("date_modified", "date_last_filing", "description", "recap_documents")

DAY = "2026-11-21T"
FREE = "5/min,50/hour,125/day"


class Moment(NamedTuple):
    """When a recording about the budget was made (UTC), and the requests before it that were not recorded."""

    time: str
    seconds_before: tuple[float, ...] = ()
    scope: str = "user"


def spaced(first: float, step: float, times: int) -> tuple[float, ...]:
    return tuple(first - step * n for n in range(times))


BUDGET = {
    "270": Moment("19:40:18.563784"),
    "271": Moment("19:24:46.807403", spaced(2.150077, 0.05, 40)),
    "272": Moment("19:24:46.827674"),
    "273": Moment("19:24:46.9"),
    "274": Moment("19:24:47"),
    "410": Moment("19:32:20.150103"),
    "411": Moment("19:32:25", (1, 2, 3)),
    "412": Moment("19:32:26.5"),
    "413": Moment("19:32:27.5"),
    "416": Moment("19:32:28.2"),
    "414": Moment("19:32:28.396899"),
    "417": Moment("19:32:28.5"),
    "418": Moment("19:32:28.6"),
    "420": Moment("19:32:28.7", spaced(3040, 60, 50)),
    "421": Moment("19:32:28.978365", spaced(78400, 500, 125)),
    "422": Moment("19:32:29.088432"),
    "423": Moment("19:32:29.1", (*spaced(2060, 40, 50), *spaced(70000, 500, 75))),
    "424": Moment("19:32:29.130307"),
    "425": Moment("19:32:29.2", (0.0,) * 10, "api_usage"),
    "426": Moment("19:32:29.3", (0.0,) * 5),
}
# A request about these dockets only: every row that can contribute is in the dump.
WHOLE = re.compile(
    r"[?&](docket|docket_entry__docket)=\d+(&|$)|docket__tags|pacer_doc_id__in=(119012873075,)?(123013460275|9{12})"
)


class Sample(NamedTuple):
    """One recording."""

    number: str
    method: str
    target: str
    headers: dict[str, str]
    sent: bytes
    status: int
    answered: dict[str, str]
    body: Any
    stand_in: bool


class Reply(NamedTuple):
    """What the sandbox said, links as recorded."""

    status: int
    headers: dict[str, str]
    body: Any


def read_sample(path: Path) -> Sample | None:
    recorded = json.loads(path.read_text())
    if "request" not in recorded:
        return None
    asked, said = recorded["request"], recorded["response"]
    url = urlsplit(asked["url"])
    body = asked.get("body")
    sent = b"" if body is None else (body if isinstance(body, str) else json.dumps(body)).encode()
    number = re.match(r"071_\d\d|\d+b?", path.name)
    assert number
    target = f"{url.path}?{url.query}" if url.query else url.path
    stand_in = "standin" in path.name and url.path.endswith("/search/")  # alerts are kept without an engine
    return Sample(
        number.group(),
        asked["method"],
        target,
        asked["headers"],
        sent,
        said["status"],
        said["headers"],
        said["body"],
        stand_in,
    )


@cache
def samples() -> list[Sample]:
    return [sample for path in sorted(SAMPLES.glob("*.json")) if (sample := read_sample(path))]


def ask(server: Server, sample: Sample) -> Reply:
    """Send one recorded request to the sandbox."""
    there = urlsplit(server.url)
    connection = http.client.HTTPConnection(there.netloc, timeout=30)
    connection.request(sample.method, sample.target, sample.sent, sample.headers)
    answer = connection.getresponse()
    here = f"http://{there.netloc}"
    text = answer.read().decode().replace(here, RECORDED_AT)
    headers = {name.lower(): value.replace(here, RECORDED_AT) for name, value in answer.headers.items()}
    connection.close()
    is_json = answer.headers.get_content_type() == "application/json"
    return Reply(answer.status, headers, json.loads(text) if is_json and text else text)


def rewind(server: Server) -> None:
    """Take the rows that the recorder changed between the recordings and the dump back to what they were."""
    rows = server.rows
    rows.upsert("tag", recorded("125").body["results"])
    rows.upsert("docket-entries", [{**seen_before("docket-entries", key), "docket": 72} for key in DELETED])
    rows.delete("docket-entries", [ADDED])
    for endpoint, keys in EDITED.items():
        rows.upsert(endpoint, [{"id": key, **as_before(server, endpoint, key)} for key in keys])


def restore(server: Server, dump: dict[str, list[Any]]) -> None:
    for endpoint, rows in dump.items():
        server.rows.upsert(endpoint, rows)
    server.rows.delete("docket-entries", DELETED)


def seen_before(endpoint: str, key: int) -> dict[str, Any]:
    """A row as an early recording shows it, with as many of its fields as were asked for."""
    for sample in samples():
        if sample.number < "4" and f"/{endpoint}/" in sample.target and isinstance(sample.body, dict):
            for row in sample.body.get("results", ()):
                if row["id"] == key and "date_modified" in row:
                    return {"date_created": row["date_modified"], **row}
    return {}


def as_before(server: Server, endpoint: str, key: int) -> dict[str, Any]:
    """What an edit changed in a row, as it was. Where no recording shows the row, it was as it was made."""
    now = server.rows.row(endpoint, key)
    assert now
    then = {"date_modified": now["date_created"], **seen_before(endpoint, key)}
    return {name: then[name] for name in CHANGED if name in then}


def recorded(number: str) -> Sample:
    return next(sample for sample in samples() if sample.number == number)


@cache
def replies() -> dict[str, Reply]:
    """Every recorded request put to the sandbox."""
    return {**replies_about_rows(), **replies_about_the_budget()}


def replies_about_the_budget() -> dict[str, Reply]:
    """Those that depend on the clock and on what an account has used, each at its own time."""
    now = 0.0
    accounts = {UNLIMITED: "none", BLOCKED: "0/min", TIER_1: "10/min,75/hour,300/day"}
    answered: dict[str, Reply] = {}
    with serve(DUMP, throttle=FREE, accounts=accounts, clock=lambda: now) as server:
        for number, moment in BUDGET.items():
            sample = recorded(number)
            now = datetime.fromisoformat(f"{DAY}{moment.time}+00:00").timestamp()
            account = sample.headers.get("Authorization", "").removeprefix("Token ")
            account = account or f"anonymous {sample.headers['X-Forwarded-For']}"
            server.throttle.log(account, [now - seconds for seconds in moment.seconds_before], moment.scope)
            answered[number] = ask(server, sample)
    return answered


def replies_about_rows() -> dict[str, Reply]:
    """All the others, in the order of the recordings, from accounts without a limit."""
    with serve(DUMP, throttle="none", invalid_tokens=[BAD_TOKEN]) as server:
        now = {endpoint: [server.rows.row(endpoint, key) for key in keys] for endpoint, keys in EDITED.items()}
        now["docket-entries"].append(server.rows.row("docket-entries", ADDED))
        rewind(server)
        answered: dict[str, Reply] = {}
        for sample in samples():
            if sample.number == "440":
                restore(server, now)
            if sample.number not in BUDGET and sample.number not in LEAVES_AN_ALERT:
                answered[sample.number] = ask(server, sample)
        return answered


@cache
def known_ids() -> dict[str, frozenset[object]]:
    """The ids in the dump, by endpoint."""
    ids: dict[str, set[object]] = {}
    for path in DUMP.glob("*.jsonl.gz"):
        with gzip.open(path) as lines:
            rows = [json.loads(line) for line in lines]
        ids[path.name.split(".")[0]] = {row["id"] for row in rows}
        for row in rows:
            ids.setdefault("recap-documents", set()).update(d["id"] for d in row.get("recap_documents", ()))
    ids["docket-entries"].update(DELETED)
    return {endpoint: frozenset(known) for endpoint, known in ids.items()}


def why_not(sample: Sample) -> str | None:
    """The reason why a sample cannot be compared, or None."""
    if sample.number in NOT_COMPARED:
        return NOT_COMPARED[sample.number]
    endpoint = urlsplit(sample.target).path.split("/")[4:5]
    if not isinstance(sample.body, dict) or sample.status != 200 or not endpoint:
        return None
    missing = missing_rows(endpoint[0], sample.body.get("results", ()))
    if missing:
        return f"{missing} of its rows not in the dump"
    if sample.body.keys() == {"count"} and not WHOLE.search(sample.target):
        return "dockets that are not in the dump are counted"
    return None


def missing_rows(endpoint: str, results: list[dict[str, Any]]) -> int:
    """How many of these rows the dump does not have. What subscriptions there are is up to the requests themselves."""
    if endpoint in ("docket-alerts", "alerts", "tag"):
        return 0
    table, key = ("dockets", "docket_id") if endpoint == "search" else (endpoint, "id")
    return sum(1 for row in results if row[key] not in known_ids().get(table, ()))


def comparable() -> list[Sample]:
    return [sample for sample in samples() if why_not(sample) is None]


def steady(sample: Sample, body: Any) -> Any:
    """A body without what cannot be the same twice, and with rows that tie in an order of ours."""
    if "alerts/" in sample.target:
        return without(body, ("secret_key", "date_created", "date_modified"))
    if "/api-usage/" in sample.target:
        return without(body, ("historical_usage",))
    if key := TIES.get(sample.number):
        return {**body, "results": tied(body["results"], key)}
    return roles_sorted(body)


def roles_sorted(value: Any) -> Any:
    """A lawyer's roles come in no order: a second upload of docket 147 turned them round."""
    if isinstance(value, dict):
        return {key: roles_sorted(inner) for key, inner in value.items()}
    if not isinstance(value, list):
        return value
    items = [roles_sorted(item) for item in value]
    return sorted(items, key=json.dumps) if items and isinstance(items[0], dict) and "role" in items[0] else items


def without(value: Any, names: tuple[str, ...]) -> Any:
    if isinstance(value, list):
        return [without(item, names) for item in value]
    if isinstance(value, dict):
        return {key: without(item, names) for key, item in value.items() if key not in names}
    return value


def tied(rows: list[dict[str, Any]], key: str) -> list[Any]:
    """The values sorted by, and under each but the last (the page ends within it) the rows that have it."""
    groups = [(value, sorted(row["id"] for row in group)) for value, group in groupby(rows, lambda row: row[key])]
    return [*groups[:-1], (groups[-1][0], len(groups[-1][1]))]


@pytest.mark.parametrize("sample", samples() or [None], ids=lambda sample: sample.number if sample else "none")
def test_answer_as_recorded(sample: Sample | None) -> None:
    """Is the answer to a recorded request the recorded answer?"""
    if sample is None:
        pytest.skip(f"no recordings in {SAMPLES}: set WRITWATCH_SHARED")
    if reason := why_not(sample):
        pytest.skip(reason)
    reply = replies()[sample.number]
    assert reply.status == sample.status
    for name in HEADERS:
        assert reply.headers.get(name) == sample.answered.get(name), name
    if sample.stand_in:
        assert shape(reply.body) == shape(sample.body)
    elif sample.method != "HEAD" and "html" not in sample.answered.get("content-type", ""):
        assert steady(sample, reply.body) == steady(sample, sample.body)
        assert json.dumps(keys(reply.body)) == json.dumps(keys(sample.body))


def keys(value: Any) -> Any:
    """The keys of an object or of a page's first row, in order."""
    if isinstance(value, dict):
        return [*value, *keys(value.get("results"))]
    return list(value[0]) if isinstance(value, list) and value and isinstance(value[0], dict) else []


def shape(body: Any) -> Any:
    """Of a search: its keys, what its links are made of, what its rows are made of; errors whole."""
    if "results" not in body:
        return body
    links = {side: cursor_names(body[side]) for side in ("next", "previous")}
    return [list(body), links, {json.dumps(row_shape(row)) for row in body["results"]}]


def cursor_names(link: str | None) -> Any:
    """A search cursor is made of s, s, t, d, p and, backwards, r; the link's other parameters are compared whole."""
    if link is None:
        return None
    query = parse_qs(urlsplit(link).query)
    tokens = parse_qsl(base64.b64decode(query.pop("cursor")[0]).decode())
    return query, [name if name in "sd" else f"{name}={value}" for name, value in tokens]


def row_shape(row: dict[str, Any]) -> Any:
    inside = sorted({json.dumps(list(document)) for document in row.get("recap_documents", ())})
    return [list(row), list(row["meta"]), len(row.get("recap_documents", ())), inside]


def test_webhook_as_recorded() -> None:
    """Is what the sandbox pushes of a new entry what the real server pushed, to subscribers only?"""
    if not samples():
        pytest.skip(f"no recordings in {SAMPLES}: set WRITWATCH_SHARED")
    (path,) = SAMPLES.glob("500_*.json")
    recorded_event = json.loads(path.read_text())["http"]["body"]
    with serve(DUMP, throttle="none") as server:
        assert docket_alerts(server.rows, [ADDED]) == {}
        ask(server, recorded("280"))
        event = docket_alerts(server.rows, [ADDED])[147]
    moving = ("date_created", "date_modified")
    assert without(event, moving) == without(recorded_event, moving)
    row, then = (said["payload"]["results"][0] for said in (event, recorded_event))
    assert row.keys() == then.keys()
    assert row["recap_documents"][0].keys() == then["recap_documents"][0].keys()


def test_enough_is_compared() -> None:
    """Are at least a hundred recorded answers compared?"""
    if not samples():
        pytest.skip(f"no recordings in {SAMPLES}: set WRITWATCH_SHARED")
    assert len(comparable()) >= 100


def report() -> str:
    """What is compared and what is not, and why, as lines of text."""
    left_out = [(sample, reason) for sample in samples() if (reason := why_not(sample))]
    lines = [f"{len(comparable())} of {len(samples())} recorded answers are compared. The others:", ""]
    lines += [f"{sample.number:7}{sample.method:8}{sample.target[:90]:92}{reason}" for sample, reason in left_out]
    counted = Counter(reason.lstrip("0123456789 ") for _, reason in left_out)
    return "\n".join([*lines, "", *(f"{times:5}  {reason}" for reason, times in counted.most_common())])


if __name__ == "__main__":
    print(report())
