"""Whole dockets, invented, and where they stand: the axes, the status and its proof."""

import datetime as dt

import pytest
from writwatch.render.procedure.facts import Docket, Document, Entry, OriginatingCourt
from writwatch.render.procedure.status import AXES, STATUS_TABLE, read_case

from .dockets import LATE, PETITION, docket, read, value

STORIES = [
    (
        "just filed",
        [("5/1", PETITION)],
        None,
        {"stage": "opened", "merits": "none", "custody": "unknown"},
        "open_pending",
    ),
    (
        "an answer is ordered",
        [
            ("5/1", PETITION),
            ("5/2", "ORDER TO SHOW CAUSE. Respondents shall answer by 5/6/2026 and shall not remove Petitioner."),
        ],
        None,
        {"stage": "response_due", "interim": "no_transfer_order"},
        "open_pending",
    ),
    (
        "answered",
        [
            ("5/1", PETITION),
            ("5/2", "ORDER TO SHOW CAUSE. Answer due 5/6/2026."),
            ("5/6", "RESPONSE to Petition by Warden."),
        ],
        None,
        {"stage": "briefed"},
        "open_pending",
    ),
    (
        "recommended is not decided",
        [
            ("5/1", PETITION),
            ("5/9", "REPORT AND RECOMMENDATION that the petition be GRANTED and Petitioner be released."),
        ],
        None,
        {"stage": "recommended", "merits": "none", "custody": "unknown", "compliance": "nothing_due"},
        "open_pending",
    ),
    (
        "granted and released",
        [
            ("5/1", PETITION),
            (
                "5/8",
                (
                    "ORDER granting 1 Petition. Respondents shall release Petitioner by May 9, 2026 and file a "
                    "notice of compliance by May 11, 2026."
                ),
            ),
            ("5/8", "JUDGMENT in favor of Petitioner."),
            ("5/10", "NOTICE of Compliance by Respondents. Petitioner was released."),
        ],
        "5/8",
        {
            "stage": "closed",
            "merits": "granted",
            "custody": "released",
            "compliance": "reported",
            "docket": "terminated",
        },
        "relief_granted_final",
    ),
    (
        "a bond hearing and no report",
        [
            ("5/1", PETITION),
            ("5/8", "ORDER granting 1 Petition. Respondents shall provide a bond hearing by May 15, 2026."),
        ],
        None,
        {"stage": "decided", "custody": "bond_hearing_ordered", "compliance": "no_report_seen"},
        "relief_granted_final",
    ),
    (
        "dismissed as moot after release is no loss",
        [
            ("5/1", PETITION),
            (
                "5/8",
                ("ORDER dismissing 1 Petition as moot. Petitioner was released last week."),
            ),
        ],
        "5/8",
        {"merits": "dismissed_moot", "custody": "released"},
        "dismissed",
    ),
    (
        "withdrawn",
        [("5/1", PETITION), ("5/8", "NOTICE of Voluntary Dismissal by Petitioner.")],
        "5/8",
        {"merits": "withdrawn"},
        "voluntarily_dismissed",
    ),
    (
        "a temporary order",
        [
            ("5/1", PETITION),
            ("5/1", "MOTION for Temporary Restraining Order by Petitioner."),
            ("5/2", "ORDER granting 2 Motion."),
        ],
        None,
        {"interim": "tro"},
        "relief_granted_interim",
    ),
    (
        "a temporary order that ended",
        [
            ("5/1", PETITION),
            ("5/2", "TEMPORARY RESTRAINING ORDER."),
            ("5/9", "ORDER dissolving 2 Temporary Restraining Order."),
        ],
        None,
        {"interim": "ended"},
        "open_pending",
    ),
    (
        "an order to show cause of the threatening kind before any relief is no enforcement",
        [
            ("5/1", PETITION),
            ("5/2", "ORDER TO SHOW CAUSE why the action should not be dismissed for failure to pay the fee."),
        ],
        None,
        {"stage": "opened"},
        "open_pending",
    ),
    (
        "an allegation is not a finding",
        [
            ("5/1", PETITION),
            ("5/8", "ORDER granting 1 Petition. Respondents shall release Petitioner by May 9, 2026."),
            ("5/12", "NOTICE of Non-Compliance re 2 Order by Petitioner."),
        ],
        None,
        {"stage": "enforcement", "compliance": "no_report_seen"},
        "relief_granted_final",
    ),
    (
        "a finding, and its cure",
        [
            ("5/1", PETITION),
            ("5/8", "ORDER granting 1 Petition. Respondents shall release Petitioner by May 9, 2026."),
            ("5/12", "ORDER: The Court finds Respondents in civil contempt of the 2 Order."),
            ("5/14", "ORDER: The civil contempt is PURGED."),
        ],
        None,
        {"compliance": "cured", "stage": "decided"},
        "relief_granted_final",
    ),
    (
        "stayed",
        [("5/1", PETITION), ("5/8", "ORDER STAYING CASE.")],
        None,
        {"proceedings": "stayed"},
        "stayed",
    ),
    (
        "no longer stayed",
        [("5/1", PETITION), ("5/8", "ORDER STAYING CASE."), ("5/20", "ORDER: The stay of this case is LIFTED.")],
        None,
        {"proceedings": "active"},
        "open_pending",
    ),
    (
        "a ruling nobody can read",
        [("5/1", PETITION), ("5/8", "(DOCUMENT IS RESTRICTED) MEMORANDUM OPINION. Signed by Judge Doe on 5/8/2026.")],
        None,
        {"merits": "none"},
        "unknown",
    ),
    (
        "sent away",
        [
            ("5/1", PETITION),
            ("5/8", "ORDER TRANSFERRING CASE to the Southern District of Ohio. The Clerk shall CLOSE this case."),
        ],
        "5/8",
        {"merits": "transferred", "docket": "terminated"},
        "transferred",
    ),
    (
        "settled, also when the dismissal follows",
        [
            ("5/1", "COMPLAINT by Plaintiff."),
            ("5/8", "NOTICE of Settlement by Plaintiff."),
            ("5/20", "ORDER: This case is dismissed with prejudice."),
        ],
        "5/20",
        {"merits": "dismissed"},
        "settled",
    ),
    (
        "closed without a ruling",
        [("5/1", "COMPLAINT by Plaintiff.")],
        "5/20",
        {"merits": "none", "docket": "terminated"},
        "closed_other",
    ),
]


@pytest.mark.parametrize(
    ("lines", "terminated", "axes", "status"), [row[1:] for row in STORIES], ids=[row[0] for row in STORIES]
)
def test_where_a_case_stands(lines: list, terminated: str | None, axes: dict[str, str], status: str) -> None:
    """Do the axes and the status follow from what was filed?"""
    case = read(docket(*lines, terminated=terminated))
    assert {axis: value(case, axis) for axis in axes} == axes
    assert case.status.value == status
    assert 1 <= len(case.evidence) <= 3 or not case.timeline


def test_every_value_is_one_of_the_vocabulary_and_every_claim_has_its_proof() -> None:
    """Does nothing but "nothing yet" stand without evidence?"""
    nothing_yet = {"opened", "none", "active", "unknown", "nothing_due", "open"}
    for _name, lines, terminated, _axes, _status in STORIES:
        case = read(docket(*lines, terminated=terminated))
        assert set(case.axes) == set(AXES)
        for axis, values in case.axes.items():
            for one in values:
                assert one.value in AXES[axis]
                assert one.evidence or one.value in nothing_yet or one.confidence == "inferred"
                if one.evidence:
                    text = next(e.text for e in docket(*lines).entries if e.id == one.evidence.entry_id)
                    assert text[slice(*one.evidence.span)] == one.evidence.quote


def test_the_table_of_statuses_ends_with_one_that_always_holds() -> None:
    """Is there a status for every case, each once, each with its sentence?"""
    assert [row.status for row in STATUS_TABLE][-1] == "open_pending"
    assert len({row.status for row in STATUS_TABLE}) == len(STATUS_TABLE) == 13
    assert all(row.when.endswith(".") for row in STATUS_TABLE)


GRANTED = docket(
    ("5/1", PETITION),
    ("5/8", "ORDER granting 1 Petition. Respondents shall release Petitioner by May 20, 2026."),
    terminated="5/8",
)


@pytest.mark.parametrize(
    ("as_of", "status", "compliance", "docket_"),
    [
        (dt.date(2026, 5, 7), "open_pending", "nothing_due", "open"),
        (dt.date(2026, 5, 8), "relief_granted_final", "due", "terminated"),
        (dt.date(2026, 5, 20), "relief_granted_final", "due", "terminated"),
        (dt.date(2026, 5, 21), "relief_granted_final", "no_report_seen", "terminated"),
    ],
)
def test_the_clock(as_of: dt.date, status: str, compliance: str, docket_: str) -> None:
    """Is what comes after the day left out of account, and is a thing due until its day has passed?"""
    case = read(GRANTED, as_of=as_of)
    assert (case.status.value, value(case, "compliance"), value(case, "docket")) == (status, compliance, docket_)


def test_what_we_said_before() -> None:
    """Does the history hold every change with its day?"""
    case = read(GRANTED)
    merits = [(change.date, change.old, change.new) for change in case.history if change.axis == "merits"]
    assert merits == [(dt.date(2026, 5, 8), "none", "granted")]


DISTRICT = docket(
    ("5/1", PETITION),
    ("5/8", "ORDER granting 1 Petition. Respondents shall release Petitioner by May 20, 2026."),
    ("5/9", "NOTICE OF APPEAL as to 2 Order by Respondents."),
    terminated="5/8",
)


def appeal(*lines: tuple[str, str]) -> Docket:
    return docket(
        ("5/11", "US CIVIL CASE docketed. [26-2001]"),
        *lines,
        id=2,
        court="ca8",
        number="26-2001",
        originating_court=OriginatingCourt("0:26-cv-00100", "Judge Doe", None),
        appeal_from_id="mnd",
    )


@pytest.mark.parametrize(
    ("lines", "as_of", "status", "appealed", "compliance"),
    [
        ([], dt.date(2026, 5, 10), "on_appeal", "noticed", "due"),
        ([], LATE, "on_appeal", "pending", "no_report_seen"),
        (
            [("5/14", "ORDER FILED. The district court's order is stayed pending appeal.")],
            LATE,
            "on_appeal",
            "pending",
            "nothing_due",
        ),
        (
            [("6/14", "OPINION FILED. The judgment of the district court is AFFIRMED.")],
            LATE,
            "relief_granted_final",
            "affirmed",
            "no_report_seen",
        ),
        (
            [("6/14", "OPINION FILED. The judgment is REVERSED and the case is remanded.")],
            LATE,
            "open_pending",
            "reversed",
            "no_report_seen",
        ),
    ],
)
def test_one_case_over_its_dockets(lines: list, as_of: dt.date, status: str, appealed: str, compliance: str) -> None:
    """Does the appeal's docket move the district's appeal, and a reversal its relief?"""
    case = read(DISTRICT, as_of=as_of, related=(appeal(*lines),))
    assert (case.status.value, value(case, "appeal"), value(case, "compliance")) == (status, appealed, compliance)
    assert case.linked == ((2,) if as_of == LATE else ())


@pytest.mark.parametrize(
    ("more", "terminated", "stands"),
    [
        ((), "5/8", ("open_pending", "briefed", "terminated", "2026-05-08")),
        (
            (("6/20", "ORDER: The Clerk shall reopen this case."),),
            "5/8",
            ("open_pending", "briefed", "open", "2026-06-20"),
        ),
        ((), "6/25", ("closed_other", "closed", "terminated", "2026-06-25")),
        (
            (("6/20", "ORDER: The Clerk shall CLOSE this case."),),
            "5/8",
            ("closed_other", "closed", "terminated", "2026-06-20"),
        ),
    ],
)
def test_a_grant_undone_on_appeal_while_its_docket_is_closed(
    more: tuple, terminated: str, stands: tuple[str, ...]
) -> None:
    """Open again, whatever the clerk has noted so far, until the docket is closed once more?"""
    district = docket(
        ("5/1", PETITION),
        ("5/4", "RESPONSE to 1 Petition by Respondents."),
        ("5/8", "ORDER granting 1 Petition. The Clerk shall close this case."),
        ("5/9", "NOTICE OF APPEAL as to 3 Order by Respondents."),
        *more,
        terminated=terminated,
    )
    case = read(district, appeal(("6/14", "OPINION FILED. The judgment is REVERSED and the case is remanded.")))
    closed = case.axes["docket"][0]
    assert (case.status.value, value(case, "stage"), closed.value, str(closed.since)) == stands


def test_the_appeals_own_docket() -> None:
    """Is a lone appeal on appeal, and a loss there a denial?"""
    assert read(appeal()).status.value == "on_appeal"
    assert (
        read(appeal(("6/14", "OPINION FILED. The judgment of the district court is AFFIRMED."))).status.value
        == "relief_denied"
    )


def test_a_case_that_moved_goes_on_in_the_new_court() -> None:
    """Do copies of the old court's entries leave the new docket open?"""
    old = docket(
        ("5/1", PETITION),
        ("5/8", "ORDER TRANSFERRING CASE to the Southern District of Ohio. The Clerk shall CLOSE this case."),
        terminated="5/8",
    )
    new = docket(
        ("5/1", PETITION + " [Transferred from mnd on 5/9/2026.]"),
        (
            "5/8",
            (
                "ORDER TRANSFERRING CASE to the Southern District of Ohio. The Clerk shall CLOSE this case. "
                "[Transferred from mnd on 5/9/2026.]"
            ),
        ),
        ("5/9", "Case transferred in from District of Minnesota; Case Number 0:26-cv-00100."),
        id=3,
        court="flmd",
        number="2:26-cv-00700",
    )._replace(date_filed=dt.date(2026, 5, 9))
    case = read(new, related=(old,))
    assert (case.status.value, value(case, "docket"), case.linked) == ("open_pending", "open", (1,))
    assert read(old, related=(new,)).status.value == "transferred"
    assert [read_case(dockets, LATE).current for dockets in ((old, new), (new, old), (old,))] == [3, 3, 1]


def test_a_stub_goes_when_its_entry_has_come() -> None:
    """Is one report, seen twice, one report?"""
    full = docket(("5/1", PETITION), ("5/9", "STATUS REPORT by Respondents. Petitioner was released."))
    stub = Entry(
        99,
        1,
        "mnd",
        None,
        "2026-05-09.000",
        dt.date(2026, 5, 9),
        "",
        (Document(1, "", None, "Status Report", None, None),),
    )
    case = read(full._replace(entries=(*full.entries, stub)))
    assert [happening.entry_id for happening in case.timeline if happening.event.type == "status_report"] == [1002]


def test_a_reset_replaces_the_hearing_it_moves() -> None:
    """Is only the hearing that is still to come listed?"""
    case = read(
        docket(
            ("5/1", PETITION),
            ("5/2", "ORDER: Hearing set for 7/12/2026 at 10:00 AM."),
            ("5/9", "ORDER: The hearing set for 7/12/2026 is VACATED and RESET to 7/19/2026 at 9:30 AM."),
            ("5/10", "ORDER: Status conference set for 5/12/2026 at 9:00 AM."),
        )
    )
    assert [hearing.datetime for hearing in case.hearings_to_come] == ["2026-07-19T09:30"]


def test_a_reset_that_does_not_print_the_old_day() -> None:
    """Is the hearing of that name replaced, with the day it had, and no other?"""
    case = read(
        docket(
            ("5/1", PETITION),
            ("5/2", "ORDER: Status conference set for 7/12/2026 at 10:00 AM."),
            ("5/3", "ORDER: Motion hearing set for 7/14/2026 at 10:00 AM."),
            ("5/9", "ORDER: Status conference RESET for 7/19/2026 at 9:30 AM."),
        )
    )
    found = [(hearing.datetime, hearing.moved_from) for hearing in case.hearings_to_come]
    assert found == [("2026-07-14T10:00", ()), ("2026-07-19T09:30", ("2026-07-12T10:00",))]


def test_a_hearing_today_is_still_to_come() -> None:
    """Until the docket says that it was held."""
    entries = (("5/1", PETITION), ("5/2", "ORDER: Motion hearing set for 5/12/2026 at 10:00 AM."))
    today = dt.date(2026, 5, 12)
    assert [one.datetime for one in read_case([docket(*entries)], today).hearings_to_come] == ["2026-05-12T10:00"]
    held = docket(*entries, ("5/12", "MINUTE ENTRY: Motion hearing held on 5/12/2026 before Judge Marlow."))
    assert read_case([held], today).hearings_to_come == ()


def test_a_finding_of_violation_is_in_the_axes_and_marked_as_proposed() -> None:
    """Can whoever publishes tell which value needs a person first?"""
    from writwatch.render.procedure.compliance import PROPOSED

    case = read(
        docket(
            ("5/1", PETITION),
            ("5/8", "ORDER granting 1 Petition. Respondents shall release Petitioner by May 9, 2026."),
            ("5/12", "ORDER: The Court concludes that the government violated its 2 Order."),
        )
    )
    assert value(case, "compliance") in PROPOSED


@pytest.mark.parametrize(
    ("nature", "cause", "number", "name", "line", "kind"),
    [
        ("463 Habeas Corpus - Alien Detainee", "", "0:26-cv-1", "A. v. Warden", PETITION, "individual_detention"),
        (
            "463 Habeas Corpus - Alien Detainee",
            "",
            "0:26-cv-1",
            "A. et al v. Warden",
            "PETITION for Writ of Habeas Corpus on behalf of a class.",
            "impact",
        ),
        ("530 Habeas Corpus (General)", "28:2241", "0:26-cv-1", "A. v. Warden", PETITION, "individual_detention"),
        ("", "", "0:26-cv-1", "A. v. Warden", PETITION, "individual_detention"),
        ("", "", "0:26-cr-1", "USA v. A.", "WRIT of Habeas Corpus ad Prosequendum Issued.", "criminal"),
        ("895 Freedom of Information Act", "", "0:26-cv-1", "Clinic v. ICE", "COMPLAINT for records.", "foia"),
        ("442 Civil Rights: Jobs", "", "0:26-cv-1", "A. v. Secretary", "COMPLAINT.", "employment"),
        ("", "", "0:26-cv-1", "A. v. B", "COMPLAINT.", "other"),
    ],
)
def test_kind_of_case(nature: str, cause: str, number: str, name: str, line: str, kind: str) -> None:
    """Is the kind told with its reason, and is a blank nature of suit never a reason?"""
    case = read(docket(("5/1", line), number=number)._replace(nature_of_suit=nature, cause=cause, case_name=name))
    assert case.kind == kind
    assert case.kind_reason
    assert nature or "nature of suit" not in case.kind_reason.split("nothing in")[0]


def test_a_case_needs_a_docket() -> None:
    """Is an empty case refused?"""
    with pytest.raises(ValueError, match="at least one docket"):
        read_case([], LATE)


def test_an_empty_docket_is_a_case() -> None:
    """Does a docket without entries have a status?"""
    assert read(docket()).status.value == "open_pending"


@pytest.mark.parametrize(("advice", "order", "merits"), [
    ("REPORT AND RECOMMENDATION recommending that the petition be GRANTED.",
     "ORDER ADOPTING 2 Report and Recommendation.", "granted"),
    ("REPORT AND RECOMMENDATION recommending denying 1 Petition.",
     "ORDER adopting Report and Recommendation.", "denied"),
    ("FINDINGS AND RECOMMENDATIONS recommending 1 Petition be DISMISSED.", "ORDER ADOPTING 2 Findings and "
     "Recommendations in full; denying 3 Motion for Hearing.", "dismissed"),
    ("REPORT AND RECOMMENDATION recommending that the petition be GRANTED IN PART.",
     "ORDER ADOPTING 2 Report and Recommendation.", "none"),
    ("REPORT AND RECOMMENDATION recommending that the motion to dismiss the petition be GRANTED.",
     "ORDER ADOPTING 2 Report and Recommendation.", "none"),
    ("REPORT AND RECOMMENDATION recommending that the petition be GRANTED.",
     "ORDER rejecting 2 Report and Recommendation.", "none"),
    ("REPORT AND RECOMMENDATION recommending that the petition be GRANTED.",
     "ORDER ADOPTING IN PART 2 Report and Recommendation.", "none"),
    ("REPORT AND RECOMMENDATION recommending that the petition be GRANTED.",
     "ORDER ADOPTING 7 Report and Recommendation.", "none"),
    ("REPORT AND RECOMMENDATION recommending that the petition be GRANTED.",
     "ORDER ADOPTING 2 Report and Recommendation. The petition is DENIED.", "denied"),
    ("REPORT AND RECOMMENDATION recommending against granting the petition.",
     "ORDER ADOPTING 2 Report and Recommendation.", "none"),
    ("REPORT AND RECOMMENDATION recommending that what asks to have the petition dismissed be denied.",
     "ORDER ADOPTING 2 Report and Recommendation.", "none"),
    ("REPORT AND RECOMMENDATION re 1 Petition.", "ORDER ADOPTING 2 Report and Recommendation.", "none"),
])
def test_a_recommendation_adopted_without_a_word_more_is_the_ruling(advice: str, order: str, merits: str):
    """Where the order says no more than that: is the case decided as was advised, if that is one thing?"""
    case = read(docket(("5/1", PETITION), ("5/4", advice), ("5/20", order)))
    assert value(case, "merits") == merits
    assert value(case, "stage") == "decided"
