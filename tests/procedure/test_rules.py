"""The table of rules: every rule reads its line and leaves its near misses, and no rule can be without them."""

import pytest
from writwatch.render.procedure.events import read_text
from writwatch.render.procedure.findings import Event
from writwatch.render.procedure.rule import Rule, RuleError, rule, spelled
from writwatch.render.procedure.rules import BY_NAME, RULES
from writwatch.render.procedure.vocabulary import KINDS, EventType

COURTS = {"any": "mnd", "trial": "mnd", "appellate": "ca9"}


def events_of(one: Rule, line: str) -> list[Event]:
    return list(read_text(line, court_id=COURTS[one.courts]).events)


def by(one: Rule, events: list[Event]) -> list[Event]:
    """The events a rule read itself. A rule of a relief also names the rulings on it: `verdict>relief`."""
    return [event for event in events if event.rule == one.name]


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.name)
def test_reads(one: Rule) -> None:
    """Does each rule read its line, once, with its type, kind and outcome, and prove it?"""
    found = by(one, events_of(one, one.reads))
    assert len(found) == 1, [(event.rule, event.type) for event in events_of(one, one.reads)]
    event = found[0]
    assert event.type == one.type
    assert one.kind in {None, event.kind}
    assert one.outcome == event.outcome or (one.outcome,) == event.outcome
    assert one.reads[slice(*event.span)] == event.quote


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.name)
def test_reads_nothing_else(one: Rule) -> None:
    """Does the line of a rule give its event alone, beside what follows from it and what dates and seals say?"""
    beside = {
        "hearing_scheduled",
        "hearing_held",
        "deadline_set",
        "sealed_or_restricted",
        "administrative_only",
        "stipulation",
    }
    others = [event for event in events_of(one, one.reads) if event.rule != one.name and ">" not in event.rule]
    assert {event.type for event in others} <= beside | LEGITIMATE.get(one.name, set())


LEGITIMATE = {
    "habeas_ruling.dismissed.before": {"dismissal"},
    "habeas_ruling.dismissed.after": {"dismissal"},
    "stay_entered.removal_or_transfer": {"order_no_transfer_or_removal"},
    "stay_lifted.removal_or_transfer.undone": {"order_no_transfer_or_removal"},
    "stay_lifted.administrative": {"order_on_motion"},
    "r_and_r_adopted.adopted.reasons": {"judgment"},
    "voluntary_dismissal.considered": {"dismissal"},
    "voluntary_dismissal.stipulated": {"dismissal"},
    "voluntary_dismissal.approved": {"order_on_motion"},
    "settlement.dismissed": {"dismissal"},
    "appellate_ruling.affirmed.summary": {"order_on_motion"},
    "habeas_ruling.granted.beside": {"order_on_motion"},
    "habeas_ruling.denied.beside": {"order_on_motion"},
    "habeas_ruling.dismissed.beside": {"order_on_motion", "dismissal"},
}
"""Lines that rightly say a second thing."""


@pytest.mark.parametrize(
    ("one", "line"),
    [(one, line) for one in RULES for line in one.leaves],
    ids=lambda value: value.name if isinstance(value, Rule) else "",
)
def test_leaves(one: Rule, line: str) -> None:
    """Does each rule leave its near misses alone?"""
    assert by(one, events_of(one, line)) == []


GOOD = {
    "pattern": r"^mandate\b",
    "reads": "MANDATE ISSUED.",
    "leaves": ["ORDER denying Motion to recall mandate."],
    "says": "The case goes back",
}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"reads": " "}, "a line it reads"),
        ({"leaves": []}, "a near miss"),
        ({"leaves": [""]}, "a near miss"),
        ({"says": ""}, "a sentence"),
        ({"pattern": r"(?!mandate)"}, "mandate"),
        ({"pattern": "{nonsense}"}, "no such word"),
        ({"unless": "("}, "mandate"),
        ({"kind": "trro"}, "no such kind"),
        ({"outcome": "granted"}, "has no outcome granted"),
        ({"sense": "routineish"}, "no such sense"),
        ({"scope": "everywhere"}, "no such scope"),
        ({"courts": "supreme"}, "no such scope or courts"),
    ],
)
def test_a_rule_that_cannot_be(change: dict, what: str) -> None:
    """Is a rule without example, near miss or sentence, or outside the vocabulary, refused as it is made?"""
    rule(EventType.MANDATE, **GOOD)
    with pytest.raises(RuleError, match=what):
        rule(EventType.MANDATE, **(GOOD | change))


def test_names_are_unique() -> None:
    """Does a name lead back to one rule?"""
    assert len(BY_NAME) == len(RULES)


def test_every_type_but_the_dated_ones_has_a_rule() -> None:
    """Is there an event type nobody can read?"""
    dated = {EventType.HEARING_SCHEDULED, EventType.HEARING_HELD, EventType.DEADLINE_SET}
    assert {one.type for one in RULES} == set(EventType) - dated


def test_every_kind_has_a_rule() -> None:
    """Can every kind of motion be told?"""
    assert {one.kind for one in RULES if one.scope == "relief"} == set(KINDS)


def test_words_are_spelled_out() -> None:
    """Is nothing of the shorthand left in what RE2 gets?"""
    assert all("{" not in one.regex.replace("{0,", "").replace("{1,", "").replace("{2,", "") for one in RULES)
    assert spelled("{tro}").startswith("(?:")
