"""Published cases in, tables for other people's tools out: pandas, and only here.

One row a case, and how many stand where. What a page says of a case, its row says in the same words. CSV is UTF-8 with
a byte-order mark (a spreadsheet asks for it), dates are ISO, and no cell can be taken for a formula.
"""
from collections.abc import Iterable
from typing import Final

import pandas as pd

from .published import PublishedCase, Shown

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula; such a cell gets an apostrophe before it."""

COLUMNS: Final[dict[str, str]] = {
    "slug": "The case's address: cases/SLUG.html.",
    "title": "Its title; protected people by initials.",
    "topic": "The topic its editor gave it.",
    "scope": "core, related, or found: by a cohort or a search, without a case file.",
    "kind": "What kind of case it is, as read.",
    "court_id": "The first docket's court, by CourtListener's id.",
    "docket_number": "The first docket's number.",
    "dockets": "CourtListener's ids of all its dockets, with a blank between.",
    "judge": "Who the first docket is assigned to.",
    "appointed_by": "The president who appointed that judge; empty where it is not known.",
    "date_filed": "When the first docket was filed.",
    "date_terminated": "When the first docket was terminated; empty while it is open.",
    "status": "The published status.",
    "status_since": "Since when.",
    "status_by": "read, inferred, or confirmed by a person.",
    "stage": "The axis of that name, as are the next.",
    "interim": "Several may be in force: a blank between.",
    "merits": "",
    "proceedings": "",
    "custody": "",
    "compliance": "",
    "appeal": "",
    "docket": "",
    "entry_id": "The docket entry that proves the status, by CourtListener's id.",
    "entry_number": "Its number on the docket.",
    "quote": "The words that prove it; hidden words are [name] and the like.",
    "rule": "The rule that read them.",
    "courtlistener": "That entry on CourtListener.",
    "unread": "How many entries look like orders and were read by no rule.",
    "last_checked": "When the docket was last asked for, in UTC.",
}
"""Every column of cases.csv and what it holds; empty: the axis of that name."""

AXES: Final = ("stage", "interim", "merits", "proceedings", "custody", "compliance", "appeal", "docket")


def case_row(case: PublishedCase) -> dict[str, object]:
    """A case as its row of cases.csv."""
    lead = case.dockets[0]
    proof = case.status.proof
    checked = [docket.last_checked for docket in case.dockets if docket.last_checked]
    return {
        "slug": case.slug,
        "title": case.title,
        "topic": case.topic,
        "scope": case.scope,
        "kind": case.kind,
        "court_id": lead.court_id,
        "docket_number": lead.docket_number,
        "dockets": " ".join(str(docket.id) for docket in case.dockets),
        "judge": lead.judge,
        "appointed_by": case.appointed_by,
        "date_filed": lead.date_filed,
        "date_terminated": lead.date_terminated,
        "status": case.status.value,
        "status_since": case.status.since,
        "status_by": case.status.confidence,
        **{axis: axis_values(case.axes.get(axis, ())) for axis in AXES},
        "entry_id": proof.entry_id if proof else None,
        "entry_number": proof.entry_number if proof else None,
        "quote": proof.quote if proof else None,
        "rule": proof.rule if proof else None,
        "courtlistener": proof.courtlistener if proof else None,
        "unread": len(case.unread),
        "last_checked": min(checked).isoformat(timespec="seconds") if checked else None,
    }


def axis_values(values: Iterable[Shown]) -> str:
    return " ".join(shown.value for shown in values)


def case_table(rows: Iterable[dict[str, object]]) -> pd.DataFrame:
    """One row a case, by slug, whatever order they came in."""
    table = pd.DataFrame(list(rows), columns=pd.Index(COLUMNS))
    whole = {name: table[name].astype("Int64") for name in ("entry_id", "entry_number", "unread")}
    return table.assign(**whole).sort_values("slug", kind="stable", ignore_index=True)


def status_counts(cases: pd.DataFrame) -> pd.DataFrame:
    """How many cases of each topic have each status, with the topic's total as the denominator."""
    counts = cases.groupby(["topic", "status"], sort=True, as_index=False).agg(cases=("slug", "size"))
    totals = cases.groupby("topic", as_index=False).agg(of=("slug", "size"))
    return counts.merge(totals, on="topic", how="left")


def column_table() -> pd.DataFrame:
    """What each column of cases.csv holds."""
    holds = [sentence or "The axis of that name." for sentence in COLUMNS.values()]
    return pd.DataFrame({"column": list(COLUMNS), "holds": holds})


def csv_text(table: pd.DataFrame) -> str:
    """The table as CSV that a spreadsheet opens as it is meant."""
    return "\ufeff" + table.map(harmless).to_csv(index=False, lineterminator="\r\n")


def harmless(cell: object) -> object:
    """A cell that no spreadsheet runs; line ends and other control characters become blanks."""
    if not isinstance(cell, str):
        return cell
    text = "".join(c if c.isprintable() else " " for c in cell)
    return f"'{text}" if cell.startswith(FORMULA) or text.startswith(FORMULA) else text
