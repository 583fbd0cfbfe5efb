"""The way from a clean text back to the received one, and reading that never fails."""

import time

import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from writwatch.render.procedure.events import read_text
from writwatch.render.procedure.own_date import own_date
from writwatch.render.procedure.text import clean


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("ORDER  granting\n\n3 Motion ", "ORDER granting 3 Motion"),
        ("R&amp;R due", "R&R due"),
        ("case shouldn&#039;t be dismissed", "case shouldn't be dismissed"),
        ("8 U.S.C. § 1226(a)", "8 U.S.C. S 1226(a)"),
        ("“Petición” — Peña’s", '"Peticion" - Pena\'s'),
        ("a\x00b\u202ec", "a b?c"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_clean(raw: str, text: str) -> None:
    """Is text folded to ASCII with single spaces?"""
    assert clean(raw).text == text


PATIENCE = 20.0
"""Seconds: many times what it takes, and far less than what is not linear would."""

PIECES = st.sampled_from(
    [
        "ORDER ",
        "granting ",
        "denying ",
        "3 Motion for TRO",
        " the petition is GRANTED",
        ". ",
        "; ",
        "  ",
        "\n",
        "&amp;",
        "&#39;",
        "é",
        "§",
        "“",
        "\u202e",
        "\x00",
        "(Attachments: # 1 X)",
        "(Entered: 05/04/2026)",
        " by 5/8/2026",
        " hearing set for May 4, 2026 at 10:00 AM",
        "[",
        "(",
        "Respondents shall release Petitioner",
        " within seven days",
        "Signed by Judge Doe on 5/4/2026.",
        "MOTION to Stay Removal",
        "🦉",
        "REPORT AND RECOMMENDATION",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=25).map("".join))


@given(TEXTS)
@settings(max_examples=examples(400), deadline=None)
def test_every_span_of_clean_text_leads_back(raw: str) -> None:
    """Does every character of the clean text stand for what is at its place in the raw text?"""
    cleaned = clean(raw)
    assert cleaned.text.isascii()
    assert "  " not in cleaned.text
    place = 0
    for offset, character in enumerate(cleaned.text):
        start, end = cleaned.span(offset, offset + 1)
        assert place <= start < end <= len(raw)
        if raw[start].isascii() and raw[start].isprintable() and raw[start] != "&":
            assert raw[start] == character
        place = end


@given(TEXTS, st.sampled_from(["", "mnd", "ca9", "cadc"]))
@settings(max_examples=examples(600), deadline=None)
def test_any_text_is_read_and_every_finding_proves_itself(raw: str, court: str) -> None:
    """Does reading never raise, and is every quote what stands at its span?"""
    reading = read_text(raw, court_id=court)
    for finding in (*reading.events, *reading.dates):
        assert raw[slice(*finding.span)] == finding.quote
        assert finding.quote
        assert finding.rule
    assert not (reading.cancelled and reading.unread)


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        "granting 3 Motion to ",
        "the petition is ",
        "ORDER 1/2/2026 ",
        "\u202e\x00",
        "a. ",
        ", and denying ",
        "& &amp; ",
    ],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    """Does a hundred thousand characters of anything come back at once?"""
    begun = time.monotonic()
    read_text("ORDER: " + unit * (100_000 // len(unit)))
    assert time.monotonic() - begun < PATIENCE


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ORDER. Signed by Judge Doe on 5/4/2026.", "2026-05-04"),
        ("ORDER. So ordered February 5, 2026.", "2026-02-05"),
        ("ORDER. Done this 2nd day of June, 2026.", "2026-06-02"),
        ("ORDER signed by District Judge Doe on 1/21/2026 directing a response. (Entered: 01/22/2026)", "2026-01-21"),
        ("ORDER.", None),
    ],
)
def test_own_date(text: str, day: str | None) -> None:
    """Is the order's own date that of its signature?"""
    own = own_date(text)
    assert (own.date.isoformat() if own else None) == day
