"""A TOML text in, the line of each key out: every way of writing that could lead a line counter astray."""
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from writwatch.render.toml_lines import Place, key_lines, line_of, place_at

CASE = '''\
# A comment with key = "value" and [[docket]]
title = "A [[docket]] in a title # no comment"   # id = 1

why = """
id = 3
[[docket]]
\\""" # still = "inside"
"""
topic = 'detention'

[privacy]
show = "public"  # reason = "no"
"by" = \'\'\'
on = 2026-01-01\'\'\'

[[docket]]
id = 1
tags = [ # depth
  "]", { court = "txsd" },
]
court = "txsd"

  [[docket]]
  id = 2
docket_number = "1:26-cv-00001"

[docket.extra]
note.of = "dotted"
'''


def test_every_key_has_its_line() -> None:
    """Are strings over several lines, comments, arrays and the second of two tables all told apart?"""
    assert key_lines(CASE) == {
        ("title",): 2, ("why",): 4, ("topic",): 9,
        ("privacy",): 11, ("privacy", "show"): 12, ("privacy", "by"): 13,
        ("docket", 0): 16, ("docket", 0, "id"): 17, ("docket", 0, "tags"): 18, ("docket", 0, "court"): 21,
        ("docket", 1): 23, ("docket", 1, "id"): 24, ("docket", 1, "docket_number"): 25,
        ("docket", 1, "extra"): 27, ("docket", 1, "extra", "note", "of"): 28,
    }
    assert tomllib.loads(CASE)["docket"][1] == {
        "id": 2, "docket_number": "1:26-cv-00001", "extra": {"note": {"of": "dotted"}}}


@pytest.mark.parametrize(("text", "place", "line"), [
    ("", ("title",), 1),
    ("\n\ntitle = 1", ("title",), 3),
    ("\r\ntitle = 1\r\ntopic = 2\r\n", ("topic",), 3),
    ("docket = [{id = 1},\n {id = 2}]", ("docket", 1, "id"), 1),
    ('a = """\n\n"""\nb = 1', ("b",), 4),
    ('a = """x""""\nb = 1', ("b",), 2),
    ("a = ''''x'''\nb = 1", ("b",), 2),
    ('a = "\\""\nb = 1', ("b",), 2),
    ("a = [\n# ]\n]\nb = 1", ("b",), 4),
    ("'a = b' = 1\nb = 2", ("b",), 2),
    ("[ a . 'b' ]\nc = 1", ("a", "b", "c"), 2),
    ("[[ a ]]\n[[ a ]]\n[a.b]\nc = 1", ("a", 1, "b", "c"), 4),
    ("title = 1\n[[docket]]", ("docket", 0, "id"), 2),
])
def test_where_a_key_stands(text: str, place: Place, line: int) -> None:
    """Which line has the key, or what it belongs to where it is missing?"""
    assert line_of(key_lines(text), place) == line


@pytest.mark.parametrize(("line", "place"), [
    (1, ()), (2, ("title",)), (3, ("title",)), (12, ("privacy", "show")), (25, ("docket", 1, "docket_number")),
])
def test_which_key_a_line_belongs_to(line: int, place: Place) -> None:
    """Which key did the parser stumble over, when it names only a line?"""
    assert place_at(CASE, line) == place


def test_the_second_of_two_equal_keys_is_found() -> None:
    """Is a key written twice named where the parser stumbles, while its line stays the first one's?"""
    text = "id = 1\ncourt = 2\nid = 3"
    assert place_at(text, 3) == ("id",)
    assert key_lines(text)[("id",)] == 1


@pytest.mark.parametrize("text", ['a = "\nb = 1', "a = [\nb = 1", "= 1", "[a", "[[a]\nb = 1", '"""', "a.. = 1", "\x00"])
def test_broken_text_is_no_error(text: str) -> None:
    """Does text that no parser would read still give an answer?"""
    assert all(1 <= line <= text.count("\n") + 1 for line in key_lines(text).values())


KEYS = st.from_regex(r"[a-z_]{1,6}", fullmatch=True)
VALUES = st.one_of(
    st.sampled_from(["1", "[\n 1, # ]\n]", "{ x = 1 }"]),
    st.text(alphabet="ab[]#='\n ", max_size=9).map('"""{}"""'.format),
    st.text(alphabet='ab[]#="\n\\ ', max_size=9).map("'''{}'''".format),
)
TAILS = st.sampled_from(["", "  # note = 1", "\n\n# [x]"])


@given(st.lists(st.tuples(KEYS, VALUES, TAILS), unique_by=lambda row: row[0]))
def test_the_lines_are_those_written(rows: list[tuple[str, str, str]]) -> None:
    """Whatever the values are, does each key get the line on which it was written, and no other key appear?"""
    text, expected = "", {}
    for key, value, tail in rows:
        expected[(key,)] = text.count("\n") + 1
        text += f"{key} = {value}{tail}\n"
    parsed: dict[str, Any] = tomllib.loads(text)
    assert set(parsed) == {key for key, _, _ in rows}
    assert key_lines(text) == expected
