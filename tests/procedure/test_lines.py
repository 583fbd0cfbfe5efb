"""Lines of many districts: all that each says, and nothing else. The rows are in `lines.txt`."""

import pytest
from writwatch.render.procedure.events import read_text

from .lines import LINES, Line, all_said


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.text[:40])
def test_all_that_a_line_says(line: Line) -> None:
    """Is all of it read, and nothing else, with the words that prove it?"""
    events = read_text(line.text, court_id=line.court).events
    assert all_said(events) == tuple(sorted(line.says))
    assert all(line.text[slice(*event.span)] == event.quote for event in events)


def test_no_line_stands_twice() -> None:
    """Is every line there once?"""
    assert len({(line.court, line.text) for line in LINES}) == len(LINES)
