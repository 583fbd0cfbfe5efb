"""Rules changed by one thing: what a careless hand would do to the table. A rule in, its mutants out.

Dropped: an alternative (of the pattern or of what it leaves), an anchor, the whole negation. Nothing is compiled here.
"""

from collections.abc import Iterator
from typing import NamedTuple

from writwatch.render.procedure.rule import Rule


class Mutant(NamedTuple):
    """`what` was done to the rules, and what became of their pattern (None: nothing) or of their `unless`."""

    rules: tuple[Rule, ...]
    what: str
    pattern: str | None
    unless: str | None


def of_pattern(rule: Rule, *, deepest: int = 0) -> Iterator[Mutant]:
    """What may be dropped from a rule's pattern; alternatives down to `deepest` brackets deep."""
    for what, pattern in _without_one(rule.pattern, deepest):
        yield Mutant((rule,), what, pattern, rule.unless)


def of_negation(rules: tuple[Rule, ...]) -> Iterator[Mutant]:
    """What may be dropped from a negation, which several rules may share word for word."""
    unless = rules[0].unless or ""
    yield Mutant(rules, "no unless", None, None)
    for what, changed in _without_one(unless, 0):
        yield Mutant(rules, f"unless {what}", None, changed)


def _without_one(pattern: str, deepest: int) -> Iterator[tuple[str, str]]:
    for start, end in _alternatives(pattern, deepest):
        dropped = pattern[start:end]
        if pattern[:start].endswith("|"):
            yield f"without {dropped!r}", pattern[: start - 1] + pattern[end:]
        else:
            yield f"without {dropped!r}", pattern[:start] + pattern[end + 1 :]
    for place in _anchors(pattern):
        yield f"without the anchor at {place}", pattern[:place] + pattern[place + 1 :]


def _alternatives(pattern: str, deepest: int) -> list[tuple[int, int]]:
    """The span of every alternative in a bracket that has more than one, top level included."""
    found: list[tuple[int, int]] = []
    open_: list[list[int]] = [[0]]
    for place, character in _tokens(pattern):
        if character == "(":
            open_.append([_after_mark(pattern, place)])
        elif character == "|":
            open_[-1].append(place + 1)
        elif character == ")":
            found += _spans(open_.pop(), place) if len(open_) - 2 < deepest else (open_.pop() and [])
    return found + _spans(open_[0], len(pattern))


def _spans(starts: list[int], end: int) -> list[tuple[int, int]]:
    if len(starts) < 2:
        return []
    return list(zip(starts, [start - 1 for start in starts[1:]] + [end], strict=True))


def _after_mark(pattern: str, place: int) -> int:
    for mark in ("(?:", "(?P<title>"):
        if pattern.startswith(mark, place):
            return place + len(mark)
    return place + 1


def _anchors(pattern: str) -> list[int]:
    return [place for place, character in _tokens(pattern) if character in "^$"]


def _tokens(pattern: str) -> Iterator[tuple[int, str]]:
    """Every character that means something: not escaped, not within a class."""
    place, in_class = 0, False
    while place < len(pattern):
        character = pattern[place]
        if character == "\\":
            place += 2
            continue
        if in_class:
            in_class = character != "]"
        elif character == "[":
            in_class = True
        else:
            yield place, character
        place += 1
