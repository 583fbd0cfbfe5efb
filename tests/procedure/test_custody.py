"""What entries say of the person and of obedience: each fact reads its example and leaves its near misses."""

import pytest
from writwatch.render.procedure.custody import FACTS, Fact, facts_in
from writwatch.render.procedure.status import AXES
from writwatch.render.procedure.text import clean


def said(text: str) -> list[str]:
    return [fact.says for fact, _, _ in facts_in(clean(text).text.encode("ascii"))]


@pytest.mark.parametrize("fact", FACTS, ids=[fact.says for fact in FACTS])
def test_a_fact_reads_its_example_and_leaves_its_near_misses(fact: Fact) -> None:
    """Is each line read for what it says, and is none of the near misses?"""
    assert fact.says in said(fact.reads)
    assert [line for line in fact.leaves if fact.says in said(line)] == []
    assert fact.says in {*AXES["custody"], "violated", "complied"}


LINES = [
    ("STATUS REPORT. Bond was granted on May 9, 2026.", ["bond_granted"]),
    ("STATUS REPORT. Bond has been denied.", ["bond_denied"]),
    ("ORDER: The Court holds Respondents in civil contempt.", ["violated"]),
    ("ORDER: Respondents are found in civil contempt.", ["violated"]),
    ("ORDER: Defendants did not comply with 4 Order, and the Court so finds.", ["violated"]),
    ("ORDER: If Respondents are found in contempt, a fine will follow.", []),
    ("ORDER: Whether Respondents have violated 4 Order is reserved.", []),
    ("ORDER: Respondents having complied, the matter is closed.", ["complied"]),
    ("ORDER: The Court accepts the 9 Certificate of Compliance.", ["complied"]),
    ("ORDER: The contempt has been purged.", ["complied"]),
    ("ORDER: The contempt is purged upon release.", []),
    ("MOTION to release transcript.", []),
]


@pytest.mark.parametrize(("line", "facts"), LINES)
def test_lines(line: str, facts: list[str]) -> None:
    """Is only what is said a fact, and no condition, question or threat?"""
    assert said(line) == facts
