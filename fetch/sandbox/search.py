"""The search API in miniature: the form, the query, the grouped or flat results and their cursors.

In: a request to search/ with type r (dockets with up to three documents each), rd (documents) or d (dockets). Out: an
answer with the real server's keys, paging and errors. Matching is plain SQL, so which rows match a word, and their
order under one score, is not evidence of what the real engine would say.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlencode

import msgspec

from .answers import Answer, Refusal, Request, as_json, with_param
from .files import Row, reference
from .index import Index
from .paging import PAGE_SIZE, invalid_cursor
from .query import Match, check_query, read_words
from .rows import Rows

TYPES = ("o", "r", "rd", "d", "p", "oa")
HERE = ("r", "rd", "d")
ORDERS = ("score desc", "dateFiled desc", "dateFiled asc", "entry_date_filed desc", "entry_date_filed asc")
FORM_WORDS = {"nature_of_suit": "suitNature", "docket_number": "docketNumber", "case_name": "caseName"}
DOCUMENTS_SHOWN = 3
DOCUMENT_TYPES = {1: "PACER Document", 2: "Attachment"}
EPOCH = date(1600, 1, 1)
"""Sort values of dates are milliseconds since then."""

# Always from the docket down, which is how searches narrow; under r a docket without documents may match too.
SOURCE = {
    kind: f'dockets k {join} JOIN "docket-entries" e ON e.docket_id = k.id '
    f'{join} JOIN "recap-documents" d ON d.docket_entry_id = e.id LEFT JOIN "docket-entries bodies" b ON b.id = e.id'
    for kind, join in (("r", "LEFT"), ("rd", "CROSS"))
}


class Hit(NamedTuple):
    """One result: what it is sorted by, its id, and under a docket the documents that matched."""

    score: float
    key: int
    documents: tuple[int, ...] = ()


class SearchPage(NamedTuple):
    hits: list[Hit]
    next: str | None
    previous: str | None


def search(request: Request, rows: Rows, index: Index) -> Answer:
    """Answer one search. Refusal 400: the form or the query is wrong. Refusal 404: the cursor is."""
    kind, order = _form(request)
    if kind not in HERE:
        return as_json({"count": 0, "next": None, "previous": None, "results": []})
    hits = _hits(kind, order, _match(request, kind), rows, index)
    page = _page(hits, kind, order, request)
    shown = _Shown(rows, index)
    results = _documents(page.hits, shown) if kind == "rd" else _dockets(page.hits, shown, grouped=kind == "r")
    counts = {"count": len(hits)} | ({"document_count": sum(len(hit.documents) for hit in hits)} if kind == "r" else {})
    return as_json({**counts, "next": page.next, "previous": page.previous, "results": results})


# The form


def _form(request: Request) -> tuple[str, str]:
    kind = request.param("type") or "o"
    order = request.param("order_by") or "score desc"
    if kind not in TYPES:
        wrong = f"Select a valid choice. {kind} is not one of the available choices."
        raise Refusal(400, {"type": [wrong], "order_by": ["Invalid value for type field"]})
    if order not in ORDERS:
        raise Refusal(400, {"order_by": [f"Select a valid choice. {order} is not one of the available choices."]})
    return kind, order


def _match(request: Request, kind: str) -> Match:
    """The query and the form's fields → one condition."""
    query = request.param("q") or ""
    check_query(query)
    parts = [read_words(query, dockets_only=kind == "d"), *_fields(request, kind)]
    return Match(" AND ".join(part.sql for part in parts), tuple(value for part in parts for value in part.values))


def _fields(request: Request, kind: str) -> list[Match]:
    form = {name: value for name, value in request.pairs if value}
    found = [read_words(form[name], field, dockets_only=True) for name, field in FORM_WORDS.items() if name in form]
    if courts := form.get("court", "").split():
        found.append(Match(f"k.court_id IN ({','.join('?' * len(courts))})", tuple(courts)))
    for name, sql in (("filed_after", "k.date_filed >= ?"), ("filed_before", "k.date_filed <= ?")):
        if name in form:
            found.append(Match(sql, (_day(form[name]),)))
    if form.get("available_only") == "on":
        found.append(Match("0") if kind == "d" else Match("d.is_available = 1"))
    return found


def _day(text: str) -> str:
    for pattern in ("%Y-%m-%d", "%m/%d/%Y"):
        try:
            return datetime.strptime(text, pattern).replace(tzinfo=UTC).date().isoformat()
        except ValueError:
            continue
    raise Refusal(400, {"detail": "The date entered has an invalid format."})


# Hits in order


class _Shown(NamedTuple):
    """The rows, as the index has them."""

    rows: Rows
    behind: Index

    def dockets(self, ids: Sequence[int]) -> dict[int, Row]:
        found = map(msgspec.json.decode, self.rows.bodies("dockets", ids))
        return {row["id"]: self.behind.shown("dockets", row) for row in found}

    def documents(self, ids: Sequence[int]) -> dict[int | str, tuple[Row, Row]]:
        """Each document behind its entry; one that its entry did not have yet is as it is now."""
        found: dict[int | str, tuple[Row, Row]] = {}
        for key, (entry, document) in self.rows.documents(ids).items():
            before = self.behind.shown("docket-entries", entry)
            known = {one["id"]: one for one in before["recap_documents"]}
            found[key] = before, known.get(key, document)
        return found


def _hits(kind: str, order: str, match: Match, rows: Rows, index: Index) -> list[Hit]:
    """Every row that matches and is known; under r a document that is not leaves its docket there without it."""
    down = order.endswith("desc")
    field = order.split()[0]
    if kind == "d":
        columns = "k.id, k.date_created, NULL, NULL, k.date_filed"
        found = rows.select(f"SELECT {columns} FROM dockets k WHERE {match.sql}", match.values)
        hits = [Hit(_score(field, filed), key) for key, *_, filed in _known(found, index)]
    else:
        filed = "k.date_filed" if field == "dateFiled" else "e.date_filed"
        columns = f"k.id, k.date_created, d.id, d.date_created, {filed}"
        matching = rows.select(f"SELECT {columns} FROM {SOURCE[kind]} WHERE {match.sql}", match.values)
        found = list(_known(matching, index))
        hits = _flat(found, field) if kind == "rd" else _grouped(found, field)
    return sorted(hits, key=lambda hit: (hit.score if down else -hit.score, hit.key), reverse=True)


def _known(found: Sequence[tuple[Any, ...]], index: Index) -> Iterator[tuple[int, int | None, str | None]]:
    """(docket, document, date of filing) of those rows that the index knows."""
    for docket, made, document, document_made, filed in found:
        if index.knows(docket, made):
            yield docket, document if index.knows(document, document_made) else None, filed


def _flat(found: Sequence[tuple[Any, ...]], field: str) -> list[Hit]:
    return [Hit(_score(field, filed), document) for _, document, filed in found if document]


def _grouped(found: Sequence[tuple[Any, ...]], field: str) -> list[Hit]:
    """Documents under their dockets, the newest first when entries are what is sorted by."""
    hits: list[Hit] = []
    for docket, group in groupby(sorted(found, key=lambda row: row[0]), lambda row: row[0]):
        members = sorted((-_score(field, filed), document or 0) for _, document, filed in group)
        hits.append(Hit(-members[0][0], docket, tuple(document for _, document in members if document)))
    return hits


def _score(field: str, filed: str | None) -> float:
    if field == "score":
        return 1.0
    return (date.fromisoformat(filed) - EPOCH).days * 86_400_000.0 if filed else 0.0


# Pages


def _page(hits: Sequence[Hit], kind: str, order: str, request: Request) -> SearchPage:
    start, number, reverse = _read_cursor(request.param("cursor"), kind)
    down = order.endswith("desc")

    def place(score: float, key: int) -> tuple[float, int]:
        return (-score if down else score, -key)

    first = 0
    if start:
        after = [n for n, hit in enumerate(hits) if place(hit.score, hit.key) > place(*start)]
        before = sum(1 for hit in hits if place(hit.score, hit.key) < place(*start))
        first = max(0, before - PAGE_SIZE) if reverse else (after[0] if after else len(hits))
    shown = list(hits[first : first + PAGE_SIZE])
    more = first + PAGE_SIZE < len(hits) and bool(shown)
    return SearchPage(
        shown,
        _link(request, kind, shown[-1], number + 1, reverse=False) if more else None,
        _link(request, kind, shown[0], number - 1, reverse=True) if first and shown else None,
    )


def _read_cursor(text: str | None, kind: str) -> tuple[tuple[float, int] | None, int, bool]:
    """A cursor → where to start, the page's number, whether it runs backwards. Refusal 404: not of this search."""
    if text is None:
        return None, 1, False
    try:
        tokens = parse_qs(base64.b64decode(text.encode("ascii")).decode("ascii"))
        score, key = tokens["s"]
        if tokens["t"] != [kind]:
            raise invalid_cursor()
        return (float(score), int(key)), int(tokens["p"][0]), "r" in tokens
    except (ValueError, KeyError, binascii.Error):
        raise invalid_cursor() from None


def _link(request: Request, kind: str, hit: Hit, number: int, *, reverse: bool) -> str:
    backwards = [("r", "1")] if reverse else []
    today = datetime.now(UTC).date().isoformat()
    tokens = [("s", hit.score), ("s", hit.key), *backwards, ("t", kind), ("d", today), ("p", number)]
    return with_param(request.url, "cursor", base64.b64encode(urlencode(tokens).encode()).decode())


# Results


def _documents(hits: Sequence[Hit], shown: _Shown) -> list[Row]:
    found = shown.documents([hit.key for hit in hits])
    return [_flat_result(*found[hit.key], score=hit.score) for hit in hits if hit.key in found]


def _flat_result(entry: Row, document: Row, score: float) -> Row:
    result = {**_document(entry, document), "docket_id": reference(entry["docket"])}
    result["meta"]["score"] = {"bm25": score}
    return dict(sorted(result.items()))


def _document(entry: Row, document: Row) -> Row:
    number = document["document_number"]
    return {
        "absolute_url": document["absolute_url"],
        "attachment_number": document["attachment_number"],
        "cites": [],
        "description": entry["description"],
        "docket_entry_id": entry["id"],
        "document_number": int(number) if str(number).isdecimal() else None,
        "document_type": DOCUMENT_TYPES.get(document["document_type"], ""),
        "entry_date_filed": entry["date_filed"],
        "entry_number": entry["entry_number"],
        "filepath_local": document["filepath_local"],
        "id": document["id"],
        "is_available": document["is_available"],
        "meta": {"timestamp": _utc(document["date_modified"]), "date_created": _utc(document["date_created"])},
        "pacer_doc_id": document["pacer_doc_id"],
        "page_count": document["page_count"],
        "short_description": document["description"],
        "snippet": document["plain_text"][:500],
    }


def _dockets(hits: Sequence[Hit], shown: _Shown, *, grouped: bool) -> list[Row]:
    found = shown.dockets([hit.key for hit in hits])
    documents = shown.documents([key for hit in hits for key in hit.documents[:DOCUMENTS_SHOWN]])
    results: list[Row] = []
    for hit in hits:
        if hit.key not in found:
            continue
        inside = [_document(*documents[key]) for key in hit.documents[:DOCUMENTS_SHOWN] if key in documents]
        result = _docket(found[hit.key], hit.score, inside if grouped else None, shown.rows)
        if grouped:
            result["meta"]["more_docs"] = len(hit.documents) > DOCUMENTS_SHOWN
        results.append(result)
    return results


def _docket(docket: Row, score: float, documents: list[Row] | None, rows: Rows) -> Row:
    court = rows.row("courts", docket["court_id"]) or {}
    attorneys = _named("attorneys", "attorney_dockets", "attorney_id", docket["id"], rows)
    parties = _named("parties", "party_dockets", "party_id", docket["id"], rows)
    return {
        "assignedTo": docket["assigned_to_str"] or None,
        "assigned_to_id": reference(docket["assigned_to"]),
        "attorney": [name for _, name in attorneys],
        "attorney_id": [key for key, _ in attorneys],
        "caseName": docket["case_name"],
        "case_name_full": docket["case_name_full"],
        "cause": docket["cause"],
        "chapter": None,
        "court": court.get("full_name", ""),
        "court_citation_string": court.get("citation_string", ""),
        "court_id": docket["court_id"],
        "dateArgued": docket["date_argued"],
        "dateFiled": docket["date_filed"],
        "dateTerminated": docket["date_terminated"],
        "docketNumber": docket["docket_number"],
        "docket_absolute_url": docket["absolute_url"],
        "docket_id": docket["id"],
        "firm": [],
        "firm_id": [],
        "jurisdictionType": docket["jurisdiction_type"],
        "juryDemand": docket["jury_demand"],
        "meta": {
            "timestamp": _utc(docket["date_modified"]),
            "date_created": _utc(docket["date_created"]),
            "score": {"bm25": score},
        },
        "pacer_case_id": docket["pacer_case_id"],
        "party": [name for _, name in parties],
        "party_id": [key for key, _ in parties],
        **({} if documents is None else {"recap_documents": documents}),
        "referredTo": docket["referred_to_str"] or None,
        "referred_to_id": reference(docket["referred_to"]),
        "suitNature": docket["nature_of_suit"],
        "trustee_str": None,
    }


def _named(endpoint: str, table: str, column: str, docket: int, rows: Rows) -> list[tuple[Any, ...]]:
    return rows.select(
        f'SELECT id, name FROM "{endpoint}" WHERE id IN (SELECT {column} FROM {table} WHERE docket_id = ?) ORDER BY id',
        (docket,),
    )


def _utc(text: str) -> str:
    return datetime.fromisoformat(text).astimezone(UTC).isoformat().replace("+00:00", "Z")
