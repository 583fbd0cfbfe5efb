"""Is every rule needed as it stands? Each is changed by one thing, and a line must notice.

No reading is repeated without need: what every line asks of the table is noted once, a mutant is tried on those
questions, and only a line whose answer changed is read again.
"""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from writwatch.render.procedure import rules, titles
from writwatch.render.procedure.events import read_text
from writwatch.render.procedure.findings import Event
from writwatch.render.procedure.matching import Pattern, PatternSet
from writwatch.render.procedure.rule import Rule, compiled
from writwatch.render.procedure.rules import RULES, Machine

from .lines import LINES, all_said
from .mutants import Mutant, of_negation, of_pattern
from .test_traps import ALL as TRAPS

pytestmark = pytest.mark.slow

MACHINES: dict[str, Machine] = {
    "paper": rules.PAPER,
    "act": rules.ACT,
    "relief": rules.RELIEF,
    "entry": rules.ENTRY,
}
COURTS = {"any": "mnd", "trial": "mnd", "appellate": "ca9"}
Asked = tuple[str, str]
"""A line and its court."""
Answer = tuple[tuple[str, ...], tuple[Event, ...]]
Questions = dict[str, dict[bytes, list[Asked]]]
"""{scope: {what was asked of it: the lines that asked}}."""


class Widened:
    """The set of a scope, which lets one changed rule through wherever it matches."""

    def __init__(self, of: PatternSet, index: int, pattern: Pattern) -> None:
        self.of, self.index, self.pattern = of, index, pattern

    def matches(self, data: bytes) -> list[int]:
        found = set(self.of.matches(data)) - {self.index}
        return sorted(found | ({self.index} if self.pattern.has(data) else set()))


def forget() -> None:
    """Nothing that was read with another table may be remembered."""
    titles._reliefs.cache_clear()
    for machine in MACHINES.values():
        machine._kept.clear()


def all_lines() -> list[Asked]:
    own = [(line, COURTS[rule.courts]) for rule in RULES for line in (rule.reads, *rule.leaves)]
    return list(dict.fromkeys([*own, *((line.text, line.court) for line in LINES), *TRAPS]))


def answer(asked: Asked) -> Answer:
    """What a line says, by which rules, administrative notes included."""
    events = read_text(asked[0], court_id=asked[1]).events
    return (*all_said(events), *(event.rule for event in events)), tuple(events)


@pytest.fixture(scope="module")
def questions() -> Questions:
    """What every line asks of the table."""
    noted: Questions = {scope: defaultdict(list) for scope in MACHINES}
    plain = Machine.matches

    def noting(self: Machine, data: bytes, *, appellate: bool = False) -> Iterator[rules.Match]:
        scope = next(name for name, machine in MACHINES.items() if machine is self)
        noted[scope][data].append(reading[0])
        return plain(self, data, appellate=appellate)

    reading: list[Asked] = [("", "")]
    forget()
    Machine.matches = noting
    try:
        for asked in all_lines():
            reading[0] = asked
            answer(asked)
    finally:
        Machine.matches = plain
    return noted


@pytest.fixture(scope="module")
def answers() -> dict[Asked, Answer]:
    """What every line says as the table stands."""
    return {asked: answer(asked) for asked in all_lines()}


NEGATIONS = {
    unless: tuple(rule for rule in RULES if rule.unless == unless)
    for unless in dict.fromkeys(rule.unless for rule in RULES if rule.unless)
}
CHANGES = [
    *((rule.name, list(of_pattern(rule))) for rule in RULES),
    *((f"unless of {rules[0].name}", list(of_negation(rules))) for rules in NEGATIONS.values()),
]


@pytest.mark.parametrize("mutants", [mutants for _, mutants in CHANGES], ids=[name for name, _ in CHANGES])
def test_every_mutant_dies(mutants: list[Mutant], questions: Questions, answers: dict[Asked, Answer]) -> None:
    """Does a line notice when a rule loses an alternative, an anchor or a negation?"""
    assert [mutant.what for mutant in mutants if not _dies(mutant, questions, answers)] == []


def _dies(mutant: Mutant, questions: Questions, answers: dict[Asked, Answer]) -> bool:
    return any(_rule_dies(rule, mutant, questions[rule.scope], answers) for rule in mutant.rules)


def _rule_dies(rule: Rule, mutant: Mutant, asked: dict[bytes, list[Asked]], answers: dict[Asked, Answer]) -> bool:
    machine = MACHINES[rule.scope]
    index = machine.rules.index(rule)
    before = machine._single[index], machine._unless[index], machine._set
    pattern = compiled(mutant.pattern) if mutant.pattern is not None else before[0]
    unless = compiled(mutant.unless) if mutant.unless else None

    def place(single: Pattern, without: Pattern | None, data: bytes) -> tuple[int, int] | None:
        found = single.search(data)
        return found.span() if found and not (without and without.has(data)) else None

    changed = [
        lines for data, lines in asked.items() if place(pattern, unless, data) != place(before[0], before[1], data)
    ]
    forget()
    machine._single[index], machine._unless[index] = pattern, unless
    machine._set = Widened(before[2], index, pattern)  # pyright: ignore[reportAttributeAccessIssue]
    try:
        return any(_noticed(rule, line, answers[line]) for lines in changed for line in dict.fromkeys(lines))
    finally:
        machine._single[index], machine._unless[index], machine._set = before
        forget()


def _noticed(rule: Rule, asked: Asked, before: Answer) -> bool:
    """Does the line say something else now, or a line of the rule's own come to be read by another rule?"""
    said, events = answer(asked)
    by_rule = [event for event in events if event.rule == rule.name]
    own = asked[0] == rule.reads and len(by_rule) != 1
    left = asked[0] in rule.leaves and bool(by_rule)
    return said != before[0] or own or left


def test_the_operator_finds_every_part() -> None:
    """Does the operator drop what it should, with what is escaped or in a class untouched?"""
    rule = RULES[0]._replace(pattern=r"^a(?:b|c\|d)[|]e|f", unless="x|y")
    assert [mutant.pattern for mutant in of_pattern(rule, deepest=1)] == [
        r"^a(?:c\|d)[|]e|f",
        r"^a(?:b)[|]e|f",
        "f",
        r"^a(?:b|c\|d)[|]e",
        r"a(?:b|c\|d)[|]e|f",
    ]
    assert [mutant.unless for mutant in of_negation((rule,))] == [None, "y", "x"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_another_outcome_or_kind_is_noticed(rule: Rule) -> None:
    """Does the rule's own line hold its type, kind, outcome and sense fast?"""
    text, court = rule.reads, COURTS[rule.courts]
    (event,) = [event for event in answer((text, court))[1] if event.rule == rule.name]
    assert event.type == rule.type
    assert rule.kind in {None, event.kind}
    assert event.outcome in {rule.outcome, (rule.outcome,)}
    assert rule.sense is None or rule.scope == "relief" or event.sense == rule.sense
