"""A docket's Atom feed: its last 30 entries, newest first, as /docket/ID/feed/ gives them to feed readers."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import msgspec

from .answers import Answer, as_html
from .files import PACIFIC, Row
from .rows import Rows

SITE = "www.courtlistener.com"
LENGTH = 30
NEWEST_FIRST = "recap_sequence_number DESC, entry_number DESC, id DESC"


def docket_feed(docket_id: int, rows: Rows) -> Answer:
    """The feed; an HTML 404 where there is no such docket."""
    docket = rows.row("dockets", docket_id)
    if docket is None:
        return as_html(404, "Page Not Found")
    found = rows.select(
        f'SELECT id FROM "docket-entries" WHERE docket_id = ? ORDER BY {NEWEST_FIRST} LIMIT {LENGTH}',
        (docket_id,),
    )
    entries = [msgspec.json.decode(body) for body in rows.bodies("docket-entries", [key for (key,) in found])]
    return Answer(200, _feed(docket, entries).encode(), {"Content-Type": "application/atom+xml; charset=utf-8"})


def _feed(docket: Row, entries: list[Row]) -> str:
    name = f"{docket['case_name']}, {docket['docket_number']}"
    updated = max((_midnight(entry) for entry in entries if entry["date_filed"]), default="")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xml:lang="en-us" xmlns="http://www.w3.org/2005/Atom">'
        f"<title>Docket updates for {escape(name)}</title>"
        f'<link href="https://{SITE}/" rel="alternate"/>'
        f'<link href="http://{SITE}/docket/{docket["id"]}/feed/" rel="self"/>'
        f"<id>https://{SITE}/</id><updated>{updated}</updated>"
        "<author><name>Free Law Project</name><email>feeds@courtlistener.com</email></author>"
        "<rights>Created for the public domain by Free Law Project</rights>"
        + "".join(_entry(docket, entry, name) for entry in entries)
        + "</feed>"
    )


def _entry(docket: Row, entry: Row, name: str) -> str:
    number = entry["entry_number"]
    title = f"Entry #{number} in {name}" if number else f"Minute entry from {entry['date_filed']} in {name}"
    anchor = f"entry-{number}" if number else f"minute-entry-{entry['id']}"
    link = f"http://{SITE}{docket['absolute_url']}?order_by=desc#{anchor}"
    main = next(iter(entry["recap_documents"]), {})
    summary = entry["description"] or main.get("description", "")
    return (
        f'<entry><title>{escape(title)}</title><link href={quoteattr(link)} rel="alternate"/>'
        f"<published>{_midnight(entry)}</published><id>{escape(link)}</id>"
        f'<summary type="html">{escape(summary)}</summary>{_enclosure(docket, main)}</entry>'
    )


def _enclosure(docket: Row, document: dict[str, Any]) -> str:
    if document.get("filepath_local"):
        href = f"https://storage.courtlistener.com/{document['filepath_local']}"
    elif document.get("pacer_doc_id"):
        href = f"https://ecf.{docket['court_id']}.uscourts.gov/doc1/{document['pacer_doc_id']}?caseid={docket['pacer_case_id']}"
    else:
        return ""
    return f'<link href={quoteattr(href)} length="0" rel="enclosure" type="None"/>'


def _midnight(entry: Row) -> str:
    """The start of the day of filing on the server's clock."""
    filed = entry["date_filed"]
    return datetime.fromisoformat(filed).replace(tzinfo=PACIFIC).isoformat() if filed else ""
