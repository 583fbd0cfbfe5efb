"""One case over several dockets: the appeal and back, the Supreme Court, a transfer, a consolidation."""

import datetime as dt

import pytest
from writwatch.render.procedure.facts import Docket
from writwatch.render.procedure.findings import CaseReading

from .dockets import LATE, PETITION, appeal_of, docket, read, value

GRANTED = docket(
    ("5/1", PETITION),
    ("5/8", "ORDER granting 1 Petition. Respondents shall release Petitioner by May 20, 2026."),
    ("5/9", "NOTICE OF APPEAL as to 2 Order by Respondents."),
    terminated="5/8",
)
DENIED = docket(
    ("5/1", PETITION),
    ("5/8", "ORDER denying 1 Petition for Writ of Habeas Corpus."),
    ("5/9", "NOTICE OF APPEAL as to 2 Order by Petitioner."),
    terminated="5/8",
)
ENJOINED = docket(
    ("5/1", "COMPLAINT by Plaintiff against the Secretary."),
    ("5/2", "MOTION for Preliminary Injunction by Plaintiff."),
    ("5/8", "ORDER granting 2 Motion for Preliminary Injunction."),
    ("5/9", "NOTICE OF APPEAL as to 3 Order by Defendants."),
)

APPEALS = [
    ("docketed", GRANTED, [], "on_appeal", {"appeal": "pending", "merits": "granted"}),
    (
        "affirmed",
        GRANTED,
        [("6/1", "OPINION FILED. The judgment of the district court is AFFIRMED.")],
        "relief_granted_final",
        {"appeal": "affirmed", "merits": "granted"},
    ),
    (
        "a grant reversed and remanded is no grant, and the case goes on below",
        GRANTED,
        [("6/1", "OPINION FILED. The judgment is REVERSED and the case is REMANDED.")],
        "open_pending",
        {"appeal": "reversed", "merits": "none", "custody": "unknown"},
    ),
    (
        "a grant reversed without more is a denial",
        GRANTED,
        [("6/1", "OPINION FILED. The judgment of the district court is REVERSED.")],
        "relief_denied",
        {"appeal": "reversed", "merits": "denied"},
    ),
    (
        "a denial vacated and remanded is no denial",
        DENIED,
        [("6/1", "OPINION FILED. The judgment is VACATED and the case is REMANDED.")],
        "open_pending",
        {"appeal": "vacated", "merits": "none"},
    ),
    (
        "an appeal dismissed leaves the ruling",
        DENIED,
        [("6/1", "ORDER FILED. The appeal is DISMISSED.")],
        "relief_denied",
        {"appeal": "dismissed", "merits": "denied"},
    ),
    (
        "an appeal given up leaves the ruling",
        DENIED,
        [
            (
                "6/1",
                "ORDER FILED. The motion for voluntary dismissal is granted; the appeal is DISMISSED under FRAP 42(b).",
            )
        ],
        "relief_denied",
        {"appeal": "dismissed", "merits": "denied"},
    ),
    (
        "an order stayed before its day is not due",
        GRANTED,
        [("5/14", "ORDER FILED. The district court's order is stayed pending appeal.")],
        "on_appeal",
        {"appeal": "pending", "compliance": "nothing_due", "merits": "granted"},
    ),
    (
        "an order stayed after its day was due",
        GRANTED,
        [("5/25", "ORDER FILED. The district court's order is stayed pending appeal.")],
        "on_appeal",
        {"compliance": "no_report_seen"},
    ),
    (
        "an injunction on appeal stays one",
        ENJOINED,
        [],
        "relief_granted_interim",
        {"appeal": "pending", "interim": "preliminary_injunction"},
    ),
    (
        "an injunction stayed as a whole",
        ENJOINED,
        [("5/25", "ORDER FILED. The district court's order is stayed pending appeal.")],
        "stayed",
        {"appeal": "pending", "interim": "preliminary_injunction"},
    ),
    (
        "an appeal from an injunction dismissed leaves the injunction, and the case",
        ENJOINED,
        [
            ("6/1", "STIPULATION of voluntary dismissal by Appellants."),
            ("6/2", "ORDER FILED. The appeal is DISMISSED."),
        ],
        "relief_granted_interim",
        {"appeal": "dismissed", "interim": "preliminary_injunction", "merits": "none"},
    ),
    (
        "an injunction vacated is over",
        ENJOINED,
        [("6/1", "OPINION FILED. The preliminary injunction is VACATED and the case is REMANDED.")],
        "open_pending",
        {"appeal": "vacated", "interim": "ended"},
    ),
]


@pytest.mark.parametrize(
    ("district", "lines", "status", "axes"), [row[1:] for row in APPEALS], ids=[r[0] for r in APPEALS]
)
@pytest.mark.parametrize("listed", [True, False], ids=["listed", "related"])
def test_what_an_appeal_does_to_the_case_below(
    district: Docket, lines: list, status: str, axes: dict[str, str], listed: bool
) -> None:
    """Does the district's case follow its appeal, whether the editor lists both dockets or the record ties them?"""
    appeal = appeal_of(district, *lines)
    case = read(district, appeal) if listed else read(district, related=(appeal,))
    assert {axis: value(case, axis) for axis in axes} == axes
    assert case.status.value == status
    assert case.linked == (2,)


def test_a_petition_for_review_is_no_appeal() -> None:
    """Does a case that begins in the court of appeals go as pending, and not as on appeal?"""
    lines = ("5/1", "PETITION FOR REVIEW filed by Petitioner."), ("5/2", "CASE OPENED. Petition for Review received.")
    assert read(docket(*lines, court="ca9", number="26-3001")).status.value == "open_pending"


def test_an_appeal_that_nothing_ties_is_not_ours() -> None:
    """Does another case's appeal, offered as related, leave ours alone?"""
    stranger = appeal_of(docket(("5/1", PETITION), id=9, number="0:25-cv-00777"), ("6/1", "OPINION FILED. AFFIRMED."))
    case = read(GRANTED, related=(stranger,))
    assert (value(case, "appeal"), case.linked) == ("noticed", ())


def test_the_district_court_says_itself_what_became_of_the_appeal() -> None:
    """Is the court of appeals' order, entered below, enough without the appeal's docket?"""
    entered = docket(
        ("5/1", PETITION),
        ("5/8", "ORDER granting 1 Petition for Writ of Habeas Corpus."),
        ("5/9", "NOTICE OF APPEAL as to 2 Order by Respondents."),
        ("6/1", "JUDGMENT of USCA as to 3 Notice of Appeal: AFFIRMED."),
        ("6/20", "MANDATE of USCA as to 3 Notice of Appeal."),
    )
    case = read(entered)
    assert (value(case, "appeal"), case.status.value) == ("affirmed", "relief_granted_final")


def test_a_supreme_court_docket_is_reached_through_the_appeal() -> None:
    """Does a petition for certiorari that names the appeal's number belong to the district's case?"""
    appeal = appeal_of(GRANTED)
    high = docket(
        ("6/10", "Petition for a writ of certiorari to the court of appeals filed, No. 26-2001 below."),
        id=3,
        court="scotus",
        number="25-9999",
    )
    case = read(GRANTED, related=(appeal, high))
    assert case.linked == (2, 3)
    assert next(link.why for link in case.links if link.docket_id == 3).endswith("through the appeal")


# --- transfer --------------------------------------------------------------------------------------------------------

SENT = (
    ("5/1", PETITION),
    ("5/2", "ORDER TO SHOW CAUSE. Respondents shall answer by 5/6/2026."),
    ("5/8", "ORDER TRANSFERRING CASE to the Southern District of Ohio. The Clerk shall CLOSE this case."),
)
OLD = docket(*SENT, terminated="5/8")
COPIES = tuple((day, f"{text} [Transferred from mnd on 5/9/2026.]") for day, text in SENT)


def moved(*lines: tuple[str, str], terminated: str | None = None) -> Docket:
    """The new court's docket: copies of the old one's entries, then its own."""
    arrived = ("5/9", "Case transferred in from District of Minnesota; Case Number 0:26-cv-00100.")
    new = docket(*COPIES, arrived, *lines, id=3, court="ohsd", number="2:26-cv-00700", terminated=terminated)
    return new._replace(date_filed=dt.date(2026, 5, 9))


GRANT = ("5/20", "ORDER granting 1 Petition. Respondents shall release Petitioner by May 22, 2026.")

TRANSFERS = [
    ("pending there", moved(), "open_pending", {"docket": "open", "merits": "none", "stage": "response_due"}),
    (
        "answered there",
        moved(("5/12", "RESPONSE to Petition by Warden.")),
        "open_pending",
        {"stage": "briefed", "docket": "open"},
    ),
    ("granted there", moved(GRANT), "relief_granted_final", {"merits": "granted", "custody": "release_ordered"}),
    (
        "closed there",
        moved(("5/20", "ORDER denying 1 Petition for Writ of Habeas Corpus."), terminated="5/20"),
        "relief_denied",
        {"docket": "terminated", "merits": "denied"},
    ),
]


@pytest.mark.parametrize(("new", "status", "axes"), [row[1:] for row in TRANSFERS], ids=[r[0] for r in TRANSFERS])
def test_a_case_that_was_sent_away_goes_on_in_the_new_docket(new: Docket, status: str, axes: dict[str, str]) -> None:
    """Listed together in any order, is the case's status the new docket's; alone, is the old one transferred?"""
    case = read(OLD, new)
    assert {axis: value(case, axis) for axis in axes} == axes
    assert case.status.value == status
    assert read(new, OLD).status.value == status
    assert read(OLD).status.value == read(OLD, related=(new,)).status.value == "transferred"
    assert read(new, related=(OLD,)).status.value == status


def test_the_day_of_the_transfer_stays_in_the_history() -> None:
    """Did we say transferred on the day in between, and something else after?"""
    said = [(c.old, c.new) for c in read(OLD, moved(GRANT)).history if c.axis == "status"]
    assert said == [
        ("open_pending", "transferred"),
        ("transferred", "open_pending"),
        ("open_pending", "relief_granted_final"),
    ]


# --- consolidation ---------------------------------------------------------------------------------------------------

JOINED = "ORDER CONSOLIDATING CASES. 0:26-cv-00100 is the lead case; 0:26-cv-00200 is the member case."
LEAD = docket(
    ("5/1", "COMPLAINT by Plaintiffs."),
    ("5/8", JOINED),
    ("5/10", "MOTION for Preliminary Injunction by Plaintiffs."),
    ("5/20", "ORDER granting 3 Motion for Preliminary Injunction in the consolidated cases."),
)
MEMBER = docket(
    ("5/2", PETITION),
    ("5/8", JOINED + " The Clerk shall close the member case."),
    id=4,
    number="0:26-cv-00200",
    terminated="5/8",
)


@pytest.mark.parametrize("order", [(MEMBER, LEAD), (LEAD, MEMBER)], ids=["member first", "lead first"])
def test_a_member_follows_its_lead(order: tuple[Docket, Docket]) -> None:
    """Do orders entered in the lead count for the member, and does the member's closing close neither?"""
    case = read(*order)
    assert (value(case, "docket"), value(case, "interim")) == ("open", "preliminary_injunction")
    assert case.status.value == "relief_granted_interim"
    assert [link.kind for link in case.links] == ["consolidated"]


def test_a_lead_that_closes_ends_the_case() -> None:
    """Does the case not go on in a member that was closed before, and does its ruling stand?"""
    lead = docket(
        ("5/1", PETITION),
        ("5/8", JOINED),
        ("5/20", "ORDER granting 1 Petition for Writ of Habeas Corpus."),
        ("5/27", "FINAL JUDGMENT."),
        terminated="5/27",
    )
    case = read(lead, MEMBER)
    assert (value(case, "docket"), value(case, "merits")) == ("terminated", "granted")
    assert case.status.value == "relief_granted_final"


def test_a_member_alone_is_closed() -> None:
    """Is a member's own docket, which is all we have, closed without a ruling?"""
    assert read(MEMBER).status.value == "closed_other"


def test_two_dockets_that_part_are_a_conflict() -> None:
    """Granted in one docket of a case and denied in another: do both stand there, with their proof?"""
    other = docket(
        ("5/2", PETITION),
        ("5/20", "ORDER denying 1 Petition for Writ of Habeas Corpus."),
        id=4,
        number="0:26-cv-00200",
    )
    granted = docket(("5/1", PETITION), ("5/8", "ORDER granting 1 Petition for Writ of Habeas Corpus."))
    case: CaseReading = read(granted, other, as_of=LATE)
    assert [(c.axis, [proof.docket_id for proof in c.evidence]) for c in case.conflicts] == [("merits", [1, 4])]
    assert "another docket" in case.conflicts[0].sentence


@pytest.mark.parametrize(("number", "is_open"), [("0:26-cv-00200", True), ("26-200", True), ("0:26-cv-00100", False)])
def test_a_lead_that_closes_its_member_by_number_stays_open(number: str, is_open: bool) -> None:
    """One order joins two cases and closes the other: is it not taken for the end of this one?"""
    case = read(docket(("5/1", PETITION), ("5/8", f"ORDER: The Clerk shall administratively close {number}.")))
    assert (value(case, "docket") == "open") is is_open


@pytest.mark.parametrize(("notice", "appeal"), [(3, "pending"), (6, "dismissed")])
def test_an_earlier_appeal_that_ends_leaves_the_later_one(notice: int, appeal: str) -> None:
    """Of an injunction, then of the final judgment: is the end of the first the end of the first alone?"""
    case = read(docket(
        ("5/1", PETITION),
        ("5/2", "ORDER granting Motion for Preliminary Injunction."),
        ("5/3", "NOTICE OF APPEAL as to 2 Order by Respondents."),
        ("5/4", "USCA Case Number 26-1719 for 3 Notice of Appeal."),
        ("5/10", "ORDER granting 1 Petition for Writ of Habeas Corpus."),
        ("5/11", "NOTICE OF APPEAL as to 5 Order by Respondents."),
        ("5/12", "NOTICE of 4th Circuit Case Number 26-1900 re 6 NOTICE OF APPEAL."),
        ("5/20", f"JUDGMENT of USCA as to {notice} Notice of Appeal: the appeal is DISMISSED as moot.")))
    assert value(case, "appeal") == appeal
