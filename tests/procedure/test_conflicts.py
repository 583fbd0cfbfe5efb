"""What cannot both stand: found, said in one sentence, shown with both entries."""

import pytest

from .dockets import PETITION, docket, read, value

GRANT = "ORDER granting 1 Petition for Writ of Habeas Corpus."
DENY = "ORDER denying 1 Petition for Writ of Habeas Corpus."
RELEASED = "NOTICE of Compliance by Respondents. Petitioner was released."

CONFLICTS = [
    ("granted, then denied", [("5/8", GRANT), ("5/12", DENY)], None, "merits", (2, 3)),
    ("denied, then granted", [("5/8", DENY), ("5/12", GRANT)], None, "merits", (2, 3)),
    (
        "one motion granted and denied",
        [
            ("5/2", "MOTION for Temporary Restraining Order by Petitioner."),
            ("5/3", "ORDER granting 2 Motion for Temporary Restraining Order."),
            ("5/4", "ORDER denying 2 Motion for Temporary Restraining Order."),
        ],
        None,
        "interim",
        (3, 4),
    ),
    (
        "released, then held",
        [("5/8", RELEASED), ("5/12", "NOTICE by Warden. Petitioner was moved to another jail.")],
        None,
        "custody",
        (2, 3),
    ),
    (
        "released, then kept from being moved while detained",
        [
            ("5/8", RELEASED),
            (
                "5/12",
                "ORDER: Petitioner is detained in Ohio. Respondents shall not remove Petitioner from the district.",
            ),
        ],
        None,
        "custody",
        (2, 3),
    ),
    (
        "removed, then released",
        [("5/8", "NOTICE by Respondents that Petitioner was removed to Honduras."), ("5/12", RELEASED)],
        None,
        "custody",
        (2, 3),
    ),
    (
        "closed, and a hearing set after that",
        [("5/8", GRANT), ("5/20", "ORDER: Hearing set for 7/12/2026 at 10:00 AM.")],
        "5/9",
        "docket",
        (2, 3),
    ),
]


@pytest.mark.parametrize(
    ("lines", "terminated", "axis", "entries"), [row[1:] for row in CONFLICTS], ids=[row[0] for row in CONFLICTS]
)
def test_two_things_that_cannot_both_stand(lines: list, terminated: str | None, axis: str, entries: tuple) -> None:
    """Is each contradiction a result of its own, with its sentence and both entries?"""
    (conflict,) = read(docket(("5/1", PETITION), *lines, terminated=terminated)).conflicts
    assert conflict.axis == axis
    assert tuple(proof.entry_number for proof in conflict.evidence) == entries
    assert conflict.sentence.endswith(".")
    assert not any(word in conflict.sentence for word in ("Petitioner", "Warden", "Honduras", "Ohio"))


FINE = [
    (
        "granted, taken back, denied",
        [("5/8", GRANT), ("5/10", "ORDER granting motion for reconsideration and vacating 2 Order."), ("5/12", DENY)],
        None,
    ),
    (
        "reconsidered in the same breath",
        [("5/8", GRANT), ("5/12", "ORDER on reconsideration denying 1 Petition.")],
        None,
    ),
    ("granted, and a judgment says it again", [("5/8", GRANT), ("5/9", "JUDGMENT: the petition is GRANTED.")], None),
    (
        "denied, amended, granted",
        [("5/8", DENY), ("5/9", "AMENDED PETITION for Writ of Habeas Corpus by Petitioner."), ("5/12", GRANT)],
        None,
    ),
    (
        "removed after the release",
        [("5/8", RELEASED), ("5/12", "NOTICE that Petitioner was removed to Honduras.")],
        None,
    ),
    (
        "a hearing on a breach after the end",
        [
            ("5/8", "ORDER granting 1 Petition. Respondents shall release Petitioner by May 9, 2026."),
            ("5/12", "MOTION to Enforce 2 Order by Petitioner."),
            ("5/20", "ORDER: Hearing set for 7/12/2026 at 10:00 AM."),
        ],
        "5/9",
    ),
    (
        "one paper, two motions",
        [
            ("5/2", "MOTION for Temporary Restraining Order, MOTION for Preliminary Injunction by Petitioner."),
            ("5/3", "ORDER granting 2 Motion for Temporary Restraining Order."),
            ("5/20", "ORDER denying 2 Motion for Preliminary Injunction."),
        ],
        None,
    ),
]


@pytest.mark.parametrize(("lines", "terminated"), [row[1:] for row in FINE], ids=[row[0] for row in FINE])
def test_what_only_looks_like_a_contradiction(lines: list, terminated: str | None) -> None:
    """Is a change of mind, a repetition or a later fact no conflict?"""
    assert read(docket(("5/1", PETITION), *lines, terminated=terminated)).conflicts == ()


def test_a_grant_taken_back_orders_nothing_any_more() -> None:
    """Reconsidered and denied: is nothing due, and does the order of a hearing no longer stand?"""
    case = read(
        docket(
            ("5/1", PETITION),
            ("5/8", "ORDER granting 1 Petition. Respondents shall provide a bond hearing by May 20, 2026."),
            ("5/12", "ORDER granting reconsideration, vacating 2 Order, and denying 1 Petition."),
        )
    )
    assert (value(case, "merits"), value(case, "compliance"), value(case, "custody")) == (
        "denied",
        "nothing_due",
        "unknown",
    )
    assert [due.result for due in case.compliance_due] == ["vacated"]


@pytest.mark.parametrize(
    ("target", "confidence"), [("2", "read"), ("7", "inferred")], ids=["a motion we have", "a motion never filed here"]
)
def test_an_order_on_a_motion_that_is_not_there_is_only_inferred(target: str, confidence: str) -> None:
    """Does a ruling on a paper the docket does not have say how sure we are?"""
    case = read(
        docket(
            ("5/1", PETITION),
            ("5/2", "MOTION for Temporary Restraining Order by Petitioner."),
            ("5/3", f"ORDER granting {target} Motion for Temporary Restraining Order."),
        )
    )
    assert (value(case, "interim"), case.axes["interim"][0].confidence) == ("tro", confidence)


UNREADABLE = "(DOCUMENT IS RESTRICTED) MEMORANDUM OPINION. Signed by Judge Doe on 5/8/2026."


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        ([("5/8", UNREADABLE)], "unknown"),
        ([("5/6", GRANT), ("5/8", UNREADABLE)], "unknown"),
        ([("5/8", UNREADABLE), ("5/9", GRANT)], "relief_granted_final"),
        ([("5/8", UNREADABLE), ("5/9", "JUDGMENT in favor of Respondents.")], "relief_denied"),
        ([("5/8", UNREADABLE), ("5/9", "NOTICE of Change of Address by counsel.")], "unknown"),
    ],
    ids=["sealed", "sealed after a ruling", "read after it", "the judgment tells", "a letter tells nothing"],
)
def test_a_ruling_that_cannot_be_read(lines: list, status: str) -> None:
    """Is the status unknown while the newest deciding entry cannot be read, and no longer?"""
    case = read(docket(("5/1", PETITION), *lines))
    assert case.status.value == status
    assert [proof.quote for proof in (*case.unread, *case.seen)] == [UNREADABLE]
