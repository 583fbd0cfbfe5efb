"""Faults on demand: which request is struck by what. The server applies those that concern the wire.

In: rules set in code or posted to /sandbox/faults. Out: for each request at most one `Fault`, and answers spoiled by
it. Chance comes from a seeded generator, so a run can be repeated.
"""

from __future__ import annotations

import json
import random
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .. import FetchError
from .answers import Answer, Refusal, as_html, as_json

CRASH = "Internal Server Error. Please try again later or review your query."
FORBIDDEN = "You do not have permission to perform this action."


@dataclass
class Fault:
    """One rule: strikes `times` requests (None: all) whose `METHOD path?query` matches, once `after` have passed."""

    kind: str
    times: int | None = 1
    match: str = ""
    after: int = 0
    probability: float = 1.0
    seconds: float = 0.05
    """For `slow`: the pause before each tenth of the body."""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise FetchError(f"the sandbox knows no fault {self.kind!r}: use one of {', '.join(KINDS)}.")
        try:
            re.compile(self.match)
        except re.error as error:
            raise FetchError(f"the fault's match {self.match!r} is not a regular expression: {error}.") from None


class Faults:
    """The rules in force. Safe to change while the server runs."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self._lock = threading.Lock()
        self._rules: list[Fault] = []
        self.struck: list[tuple[str, str]] = []
        """Every strike so far: kind, and `METHOD path?query`."""

    def add(self, kind: str, **options: Any) -> None:
        """Put one more rule in force: see `Fault` for the options. FetchError: no such kind, or a bad pattern."""
        fault = Fault(kind, **options)
        with self._lock:
            self._rules.append(fault)

    def clear(self) -> None:
        with self._lock:
            self._rules.clear()

    def strike(self, request: str) -> Fault | None:
        """The fault that this request meets, if any; the first rule that applies is used up by one."""
        with self._lock:
            for fault in self._rules:
                if self._applies(fault, request):
                    fault.times = None if fault.times is None else fault.times - 1
                    self.struck.append((fault.kind, request))
                    return fault
        return None

    def _applies(self, fault: Fault, request: str) -> bool:
        if fault.times == 0 or not re.search(fault.match, request):
            return False
        if fault.after:
            fault.after -= 1
            return False
        return self._chance.random() < fault.probability


# Spoiled answers


def _keep(answer: Answer) -> Answer:
    return answer


def _malformed(answer: Answer) -> Answer:
    """The middle row of a page (or the object itself) is not what it should be; the rest is sound."""
    return _rewritten(answer, lambda rows: [_broken(row) if n == len(rows) // 2 else row for n, row in enumerate(rows)])


def _extra(answer: Answer) -> Answer:
    """Every row has a field that nobody has heard of."""
    return _rewritten(answer, lambda rows: [{**row, "field_of_next_year": {"added": True}} for row in rows])


def _broken(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "id": "not a number", "date_modified": 17, "recap_documents": "none"}


def _rewritten(answer: Answer, change: Callable[[list[Any]], list[Any]]) -> Answer:
    payload = json.loads(answer.body or b"null")
    if answer.status != 200 or not isinstance(payload, dict):
        return answer
    changed = {**payload, "results": change(payload["results"])} if "results" in payload else change([payload])[0]
    return as_json(changed, answer.status, answer.headers)._replace(counted=answer.counted)


SPOILED: dict[str, Callable[[Answer], Answer]] = {
    "500": lambda _: as_json({"detail": CRASH}, 500),
    "html": lambda _: as_html(200, "Down for maintenance"),
    "malformed": _malformed,
    "extra": _extra,
    # What the server does to the wire or, after answering, to the rows:
    "cut": _keep,
    "truncated": _keep,
    "slow": _keep,
    "change": _keep,
    "vanish": _keep,
    "drop-after-headers": _keep,
}
# Met before the throttle: the request is not counted.
EDGE: dict[str, Callable[[], Answer]] = {
    "403": lambda: as_json({"detail": FORBIDDEN}, 403),
    "502": lambda: as_html(502, "Bad Gateway"),
    "503": lambda: as_html(503, "Service Unavailable"),
    "drop": lambda: Answer(0),
}
KINDS = (*EDGE, *SPOILED)


def spoiled(answer: Answer, fault: Fault | None) -> Answer:
    """The answer after the fault; whether it was counted stays as it was."""
    return SPOILED[fault.kind](answer)._replace(counted=answer.counted) if fault else answer


def read_faults(payload: Any) -> list[dict[str, Any]]:
    """The JSON posted to /sandbox/faults (one rule or a list of them) → options of `Faults.add`. Refusal 400."""
    rules = payload if isinstance(payload, list) else [payload]
    known = set(Fault.__dataclass_fields__)
    if not all(isinstance(rule, dict) and "kind" in rule and set(rule) <= known for rule in rules):
        raise Refusal(400, {"detail": f"A fault is an object with kind and any of {', '.join(sorted(known))}."})
    return rules
