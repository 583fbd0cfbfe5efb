"""The table: every rule of every family, and the machines that try a whole scope on a text at once.

`RULES` is in the order of precedence. `matches` gives for one text the rules of one scope that match it: one pass of
an RE2 set, whose time is linear in the text however many rules there are.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from .families import appeals, clerks, endings, enforcement, filings, habeas, motions, relief, rulings
from .matching import PatternSet
from .rule import Rule, RuleError, Scope, compiled

RULES: Final[tuple[Rule, ...]] = (
    *motions.RULES,
    *filings.RULES,
    *rulings.RULES,
    *habeas.RULES,
    *relief.RULES,
    *enforcement.RULES,
    *endings.RULES,
    *appeals.RULES,
    *clerks.RULES,
)
BY_NAME: Final[dict[str, Rule]] = {rule.name: rule for rule in RULES}
if len(BY_NAME) != len(RULES):
    raise RuleError(
        "two rules bear one name: "
        + ", ".join(sorted({r.name for r in RULES if [x.name for x in RULES].count(r.name) > 1}))
    )


class Match(NamedTuple):
    """A rule and where in the text it matched; `title` is the span of the motion a ruling is about."""

    rule: Rule
    start: int
    end: int
    title: tuple[int, int] | None = None


_OFTEN: Final = 80
_KEPT: Final = 8192
"""Clauses as short as this come again and again ("Case closed", "The motion is GRANTED"); so many answers are kept."""


class Machine:
    """All rules of one scope, tried at once."""

    def __init__(self, scope: Scope, rules: tuple[Rule, ...]) -> None:
        self.rules = tuple(rule for rule in rules if rule.scope == scope)
        self._set = PatternSet([rule.regex for rule in self.rules])
        self._single = [compiled(rule.pattern) for rule in self.rules]
        self._unless = [compiled(rule.unless) if rule.unless else None for rule in self.rules]
        self._kept: dict[tuple[bytes, bool], tuple[Match, ...]] = {}
        self._titled = ["title" in single.names for single in self._single]

    def matches(self, data: bytes, *, appellate: bool = False) -> Iterator[Match]:
        """Every rule that matches this clean text, in the order of the table."""
        if len(data) > _OFTEN:
            return self._matches(data, appellate)
        kept = self._kept.get((data, appellate))
        if kept is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            kept = self._kept[data, appellate] = tuple(self._matches(data, appellate))
        return iter(kept)

    def _matches(self, data: bytes, appellate: bool) -> Iterator[Match]:
        for index in self._set.matches(data):
            rule = self.rules[index]
            if rule.courts != "any" and (rule.courts == "appellate") is not appellate:
                continue
            found = self._single[index].search(data)
            unless = self._unless[index]
            if found is None or (unless and unless.search(data)):
                continue
            title = found.span("title") if self._titled[index] else None
            yield Match(rule, found.start(), found.end(), title)


PAPER: Final = Machine("paper", RULES)
ACT: Final = Machine("act", RULES)
RELIEF: Final = Machine("relief", RULES)
ENTRY: Final = Machine("entry", RULES)
