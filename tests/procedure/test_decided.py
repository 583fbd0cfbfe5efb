"""People overrule the machine, until newer evidence arrives."""

import datetime as dt

import pytest
from writwatch.render.procedure.findings import Decision
from writwatch.render.procedure.status import AXES

from .dockets import PETITION, docket, read, value


def may(day: int) -> dt.date:
    return dt.date(2026, 5, day)


def decision(action: str = "confirm", day: int = 15, **more) -> Decision:
    return Decision(action, "An editor", may(day), **more)  # type: ignore[arg-type]


CASE = docket(
    ("5/1", PETITION),
    ("5/8", "ORDER granting 1 Petition. Respondents shall release Petitioner by May 12, 2026."),
    ("5/14", "ORDER: The Court finds that Respondents violated the 2 Order."),
    ("5/20", "NOTICE of Compliance by Respondents. Petitioner was released."),
)


def test_a_confirmed_value_says_so_with_its_proof() -> None:
    """Is a finding that a person confirmed marked as confirmed, at the entry in which the judge made it?"""
    checked = decision(axis="compliance", value="violation_found", entry_id=1003)
    (found,) = read(CASE, decisions=(checked,)).axes["compliance"]
    assert (found.value, found.confidence, found.since) == ("violation_found", "confirmed", may(14))
    assert found.evidence
    assert found.evidence.entry_id == 1003
    (machine,) = read(CASE).axes["compliance"]
    assert (machine.value, machine.confidence) == ("violation_found", "read")


def test_confirm_without_a_value_confirms_what_the_machine_said() -> None:
    """Is the machine's own value, with its own proof, what a bare confirmation confirms?"""
    (merits,) = read(CASE, decisions=(decision(axis="merits"),)).axes["merits"]
    assert (merits.value, merits.confidence, merits.since) == ("granted", "confirmed", may(8))


CORRECTIONS = [
    ("merits", "granted_in_part", "relief_granted_final"),
    ("merits", "denied", "relief_denied"),
    ("proceedings", "stayed", "relief_granted_final"),
    ("interim", "tro", "relief_granted_final"),
    ("docket", "terminated", "relief_granted_final"),
    ("status", "settled", "settled"),
]


@pytest.mark.parametrize(("axis", "corrected", "status"), CORRECTIONS)
def test_a_correction_wins_and_the_status_follows(axis: str, corrected: str, status: str) -> None:
    """Does what a person says of an axis stand, and does the table take the status from it?"""
    case = read(CASE, decisions=(decision("correct", axis=axis, value=corrected, entry_id=1002),))
    shown = case.status if axis == "status" else case.axes[axis][0]
    assert (shown.value, shown.confidence) == (corrected, "confirmed")
    assert case.status.value == status
    assert shown.evidence
    assert shown.evidence.entry_id == 1002
    assert shown.evidence.quote == CASE.entries[1].text[slice(*shown.evidence.span)]


def test_newer_evidence_makes_the_machine_speak_again_and_asks() -> None:
    """An entry after the decision moves the axis: does the machine's value stand, and is the person asked anew?"""
    moved = decision("correct", axis="custody", value="transferred")
    assert value(read(CASE, decisions=(moved,), as_of=may(19)), "custody") == "transferred"
    assert read(CASE, decisions=(moved,), as_of=may(19)).asks_again == ()
    case = read(CASE, decisions=(moved,))
    assert (value(case, "custody"), case.asks_again) == ("released", (moved,))
    assert moved not in case.decisions


FOUND = decision(axis="compliance", value="violation_found", entry_id=1003)
MENDED = decision(axis="compliance", value="cured", entry_id=1004)


@pytest.mark.parametrize(
    ("decisions", "said"),
    [
        ((FOUND,), ("cured", "read")),
        ((FOUND, MENDED), ("cured", "confirmed")),
        ((MENDED, FOUND), ("cured", "confirmed")),
        ((MENDED, FOUND._replace(on=may(26))), ("cured", "confirmed")),
        ((FOUND._replace(value="reported", action="correct"), FOUND), ("cured", "read")),
        ((FOUND._replace(action="correct"),), ("violation_found", "confirmed")),
    ],
)
def test_what_a_newer_entry_says_stands_whichever_is_confirmed_first(
    decisions: tuple[Decision, ...], said: tuple[str, str]
) -> None:
    """A breach found, then mended, both on the docket by the day of the decisions: is it mended, in every order?"""
    mended = docket(
        *((e.date_filed.strftime("%m/%d"), e.text) for e in CASE.entries[:3] if e.date_filed),
        ("5/20", "MINUTE ORDER: The Court finds that the violation found in its 3 Order has been remedied."),
    )
    case = read(mended, decisions=[made._replace(on=max(made.on, may(25))) for made in decisions])
    (shown,) = case.axes["compliance"]
    assert (shown.value, shown.confidence) == said
    assert [change.new for change in case.history if change.axis == "compliance"][-1] == said[0]


def test_newer_evidence_that_agrees_does_not_ask() -> None:
    """The docket comes to say what the person said: is the decision left in force?"""
    early = decision("correct", axis="custody", value="released")
    case = read(CASE, decisions=(early,))
    assert (case.axes["custody"][0].confidence, case.asks_again, case.decisions) == ("confirmed", (), (early,))


def test_the_calendar_alone_is_no_newer_evidence() -> None:
    """A due date passes after the decision: does the decision still stand?"""
    quiet = docket(*((e.date_filed.strftime("%m/%d"), e.text) for e in CASE.entries[:2] if e.date_filed))
    heard = decision("correct", 10, axis="compliance", value="reported")
    case = read(quiet, decisions=(heard,))
    assert (value(read(quiet), "compliance"), value(case, "compliance")) == ("no_report_seen", "reported")
    assert case.asks_again == ()


def test_a_decision_made_anew_is_the_one_that_counts() -> None:
    """Overtaken, then decided again: is nothing asked any more?"""
    first, again = decision("correct", 15, axis="custody", value="removed"), decision("confirm", 25, axis="custody")
    case = read(CASE, decisions=(again, first))
    assert (value(case, "custody"), case.axes["custody"][0].confidence, case.asks_again) == (
        "released",
        "confirmed",
        (),
    )


def test_a_decision_of_tomorrow_is_not_made_yet() -> None:
    """Is a decision left out of account before its day?"""
    assert value(
        read(CASE, decisions=(decision("correct", 15, axis="merits", value="denied"),), as_of=may(14)), "merits"
    ) == ("granted")


def test_a_rejected_event_is_none_and_what_followed_from_it_falls() -> None:
    """No ruling, says a person: is the event gone, with the axis and the status that rested on it, and read by hand?"""
    wrong = decision("reject", event="habeas_ruling", entry_id=1002)
    case = read(CASE, decisions=(wrong,))
    assert (value(case, "merits"), case.status.value) == ("none", "open_pending")
    assert not [h for h in case.timeline if h.entry_id == 1002 and h.event.type == "habeas_ruling"]
    assert [h.event.type for h in case.timeline if h.entry_id == 1002] != []
    assert not case.readings[1002].unread
    assert case.decisions == (wrong,)


def test_an_event_that_a_person_saw_is_one() -> None:
    """An order that no rule read: does a person's word make it a ruling, confirmed, and the entry read?"""
    sealed = docket(("5/1", PETITION), ("5/8", "(DOCUMENT IS RESTRICTED) MEMORANDUM OPINION. Signed by Judge Doe."))
    assert (read(sealed).status.value, len(read(sealed).unread)) == ("unknown", 1)
    seen = decision(event="habeas_ruling", value="denied", entry_id=1002)
    case = read(sealed, decisions=(seen,))
    assert (case.status.value, case.status.confidence, case.unread) == ("relief_denied", "confirmed", ())
    assert value(case, "merits") == "denied"


def test_a_ruling_on_a_motion_confirmed_with_its_kind() -> None:
    """ "tro granted": does a person's word enter the order?"""
    bare = docket(("5/1", PETITION), ("5/8", "ORDER as stated on the record. Signed by Judge Doe."))
    said = (
        decision(event="order_on_motion", value="tro granted", entry_id=1002),
        decision(event="tro_entered", entry_id=1002),
    )
    case = read(bare, decisions=said)
    assert (value(case, "interim"), case.axes["interim"][0].confidence) == ("tro", "confirmed")
    assert [(h.event.kind, h.event.outcome) for h in case.timeline if h.entry_id == 1002] == [
        ("tro", "granted"),
        (None, None),
    ]


def test_an_axis_that_an_entry_does_not_move() -> None:
    """The entry finds no violation, says a person: is the clock as it was, and the stage too?"""
    refused = decision("reject", axis="compliance", value="violation_found", entry_id=1003)
    case = read(CASE, decisions=(refused,), as_of=may(16))
    assert (value(case, "compliance"), value(case, "stage")) == ("no_report_seen", "decided")
    assert "violation_found" not in {due.result for due in case.compliance_due}


def test_an_unread_ruling_that_a_person_read() -> None:
    """A person says how the sealed ruling went: is the status no longer unknown, until the next one comes?"""
    lines = [("5/1", PETITION), ("5/8", "(DOCUMENT IS RESTRICTED) MEMORANDUM OPINION. Signed by Judge Doe.")]
    heard = decision("correct", axis="merits", value="granted", entry_id=1002)
    assert read(docket(*lines), decisions=(heard,)).status.value == "relief_granted_final"
    again = docket(*lines, ("5/20", "(DOCUMENT IS RESTRICTED) MEMORANDUM OPINION. Signed by Judge Doe."))
    assert read(again, decisions=(heard,)).status.value == "unknown"


@pytest.mark.parametrize("axis", AXES)
def test_every_axis_can_be_decided(axis: str) -> None:
    """Is there an axis that people cannot overrule?"""
    for corrected in AXES[axis]:
        case = read(CASE, decisions=(decision("correct", 25, axis=axis, value=corrected),))
        assert (value(case, axis), case.axes[axis][0].confidence) == (corrected, "confirmed")


@pytest.mark.parametrize(
    "odd",
    [
        decision(axis="no_such_axis", value="x"),
        decision(event="no_such_event", entry_id=1002),
        decision(event="habeas_ruling", entry_id=77),
        decision(axis="merits", value="granted", entry_id=77),
        decision("reject"),
    ],
)
def test_a_decision_that_fits_nothing_breaks_nothing(odd: Decision) -> None:
    """Is the case still read where an editor's file is of another case?"""
    assert value(read(CASE, decisions=(odd,)), "merits") == "granted"
