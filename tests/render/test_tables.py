"""Tables: is a case's row what its page says, and can no cell do harm?"""
import csv
import datetime as dt
import io

import pytest
from writwatch.render import tables
from writwatch.render.published import Proof, PublishedCase, PublishedDocket, Shown

FILED = dt.date(2026, 1, 5)
PROOF = Proof(7, 71, 9, FILED, "Petition is GRANTED", "habeas", "https://www.courtlistener.com/docket/7/-/")


def case(slug: str, topic: str = "detention", status: str = "relief_granted_final") -> PublishedCase:
    docket = PublishedDocket(
        id=7, court_id="mnd", docket_number="0:26-cv-00007", caption="M.C.P. v. Warden", date_filed=FILED,
        date_terminated=None, date_last_filing=None, nature_of_suit="", cause="", judge="Ingrid Nygaard",
        referred_to="", courtlistener="", parties=(), entries=(), last_checked=None,
    )  # fmt: skip
    return PublishedCase(
        slug=slug, title="M.C.P. v. Warden", topic=topic, scope="core", government_action="", why="", policy="initials",
        kind="individual_detention", kind_reason="", status=Shown(status, FILED, PROOF, "read"),
        axes={"interim": (Shown("tro", FILED, PROOF, "read"), Shown("no_transfer_order", FILED, PROOF, "read"))},
        evidence=(PROOF,), timeline=(), history=(), hearings_to_come=(), compliance_due=(), unread=(), seen=(),
        conflicts=(), dockets=(docket,), appointed_by="",
    )  # fmt: skip


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_case_is_a_row():
    """By slug, with ISO dates, several interim orders in one cell and its proof beside it."""
    rows = [tables.case_row(case(slug)) for slug in ("b", "a")]
    text = tables.csv_text(tables.case_table(rows))
    assert text.startswith("\ufeffslug,title,")
    first, second = read(text)
    assert (first["slug"], second["slug"]) == ("a", "b")
    assert first == {
        **dict.fromkeys(tables.COLUMNS, ""),
        "slug": "a",
        "title": "M.C.P. v. Warden",
        "topic": "detention",
        "scope": "core",
        "kind": "individual_detention",
        "court_id": "mnd",
        "docket_number": "0:26-cv-00007",
        "dockets": "7",
        "judge": "Ingrid Nygaard",
        "date_filed": "2026-01-05",
        "status": "relief_granted_final",
        "status_since": "2026-01-05",
        "status_by": "read",
        "interim": "tro no_transfer_order",
        "entry_id": "71",
        "entry_number": "9",
        "quote": "Petition is GRANTED",
        "rule": "habeas",
        "courtlistener": "https://www.courtlistener.com/docket/7/-/",
        "unread": "0",
    }


def test_a_minute_entry_has_no_number():
    status = Shown("dismissed", None, PROOF._replace(entry_number=None), "inferred")
    shown = case("a")._replace(status=status)
    row = read(tables.csv_text(tables.case_table([tables.case_row(shown)])))[0]
    assert (row["entry_number"], row["status_since"], row["status_by"]) == ("", "", "inferred")


def test_counts_have_their_denominator():
    """Three cases of one topic, one of another: does each count say of how many?"""
    cases = [case("a"), case("b"), case("c", status="dismissed"), case("d", topic="removal")]
    counts = tables.status_counts(tables.case_table(map(tables.case_row, cases)))
    assert [tuple(row) for row in counts.itertuples(index=False)] == [
        ("detention", "dismissed", 1, 3),
        ("detention", "relief_granted_final", 2, 3),
        ("removal", "relief_granted_final", 1, 1),
    ]


def test_no_case_at_all():
    table = tables.case_table([])
    assert read(tables.csv_text(table)) == []
    assert read(tables.csv_text(tables.status_counts(table))) == []


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r=1", "' =1"),
        ("plain", "plain"),
        ("a\nb\x1b[2J", "a b [2J"),
        (7, 7),
        (None, None),
    ],
)
def test_no_cell_is_a_formula(cell: object, expected: object):
    assert tables.harmless(cell) == expected


def test_every_column_is_explained():
    assert set(tables.column_table()["column"]) == set(tables.case_row(case("a")))
