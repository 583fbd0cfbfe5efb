"""Lines that fool a keyword, and plain ones: what each says, in full. All invented.

A row is the text and every event in it as `type`, `type.outcome` or, for motions, `type.kind.outcome`; dates have
their own tests.
"""

import pytest
from writwatch.render.procedure.events import read_text
from writwatch.render.procedure.findings import Event

DATED = {"hearing_scheduled", "hearing_held", "deadline_set", "administrative_only"}


def said(event: Event) -> str:
    outcome = "+".join(event.outcome) if isinstance(event.outcome, tuple) else event.outcome
    parts = (event.type, event.kind if "motion" in event.type else None, outcome)
    return ".".join(part for part in parts if part)


def read(text: str, court: str = "mnd") -> list[str]:
    return sorted(said(event) for event in read_text(text, court_id=court).events if event.type not in DATED)


QUOTED = [
    ("RESPONSE to 12 Order granting 3 Motion for Temporary Restraining Order by Warden.", ["response_or_answer_filed"]),
    ("MOTION for Reconsideration re 12 Order Granting Petition by Respondents.", ["motion_filed.other"]),
    ("NOTICE of Supplemental Authority re order granting habeas petition in another case by Petitioner.", []),
    ("PROPOSED ORDER granting 1 Petition and directing release by Petitioner.", []),
    ("MOTION for an Order Dismissing the Case by Respondents.", ["motion_filed.other"]),
    ("LETTER addressed to Judge re: the Order denying the motion to stay. Document filed by Petitioner.", []),
    ("MEMORANDUM in Support re 3 MOTION for Preliminary Injunction filed by Plaintiff.", []),
    ("DECLARATION of counsel in Support of 4 Motion for Temporary Restraining Order.", []),
    ("EXHIBIT A, order granting writ in a related case, by Petitioner.", []),
    ("TRANSCRIPT of Proceedings before Judge on motion for preliminary injunction.", []),
    ("Transmission of Notice of Appeal and Order Granting Petition to US Court of Appeals.", []),
    ("REPLY to Response to 8 Motion to Dismiss filed by Respondents.", ["response_or_answer_filed.reply"]),
    (
        "ORDER denying 20 Motion for Reconsideration of the Order Dismissing the Petition.",
        ["order_on_motion.other.denied"],
    ),
    (
        "ORDER granting 9 Motion for Extension of Time to Oppose 4 Motion for Preliminary Injunction.",
        ["order_on_motion.extension.granted"],
    ),
    (
        "ORDER granting 15 Motion for Leave to File Excess Pages in Opposition to 9 Motion to Dismiss.",
        ["order_on_motion.other.granted"],
    ),
    ("ORDER granting 5 Motion to Appear Pro Hac Vice.", ["order_on_motion.other.granted"]),
    ("ORDER granting 6 Motion to Proceed Under Pseudonym.", ["order_on_motion.other.granted"]),
    ("ORDER: the motion to amend the petition is granted.", ["order_on_motion.other.granted"]),
    ("ORDER granting 11 Motion to Expedite Consideration of the Petition.", ["order_on_motion.other.granted"]),
]

CONDITIONS = [
    ("ORDER: Failure to comply may result in dismissal of this action.", []),
    ("ORDER: If the motion to stay is denied, Respondents shall respond.", []),
    ("ORDER TO SHOW CAUSE why this case should not be dismissed for failure to prosecute.", ["order_to_show_cause"]),
    ("ORDER: Respondents shall show cause why the petition should not be granted.", ["order_to_show_cause"]),
    ("ORDER: The Court declines to hold Respondents in contempt.", []),
    ("ORDER: Petitioner may move the Court for an order to show cause.", []),
    ("ORDER: The Court will rule on whether the petition should be granted after briefing.", []),
    (
        "REPORT AND RECOMMENDATION: I recommend that the petition be denied. The motion to stay is moot.",
        ["report_and_recommendation"],
    ),
    (
        ("FINDINGS AND RECOMMENDATIONS: it is recommended that the writ issue and Respondents release petitioner."),
        ["report_and_recommendation"],
    ),
]

HISTORY = [
    ("MINUTE ORDER. On May 4, 2026 the Court granted the petition. Respondents shall file a status report.", []),
    ("ORDER: An earlier order required the Warden to release Petitioner by Tuesday. Counsel shall confer.", []),
    ("ORDER: Petitioner was ordered released by an immigration judge. Respondents shall respond.", []),
    ("ORDER: Petitioner filed a motion for a temporary restraining order. Respondents shall respond to it.", []),
]

FOUR_STAYS = [
    (
        "ORDER granting 4 Motion to Stay Removal.",
        ["order_no_transfer_or_removal", "order_on_motion.stay.granted", "stay_entered"],
    ),
    ("ORDER granting 8 Motion to Stay Case.", ["order_on_motion.stay.granted", "stay_entered"]),
    ("ORDER granting 8 Motion to Stay Judgment Pending Appeal.", ["order_on_motion.stay.granted", "stay_entered"]),
    ("ORDER denying 8 Motion to Stay Removal.", ["order_on_motion.stay.denied"]),
    ("ORDER: The stay of this case is LIFTED.", ["stay_lifted"]),
    ("MOTION to Lift Stay by Plaintiff.", ["motion_filed.other"]),
    ("ORDER: This matter is hereby STAYED pending the decision of the Court of Appeals.", ["stay_entered"]),
]

WORDS_THAT_MEAN_SOMETHING_ELSE = [
    ("ORDER DENYING TRANSFER -- (re: pldg. 4) 2 actions.", ["order_on_motion.other.denied"]),
    ("ORDER denying 9 Motion to Transfer Case to the Southern District of Texas.", ["order_on_motion.other.denied"]),
    ("Minute Entry: Detention Hearing held. Defendant remanded to custody.", []),
    ("TRANSCRIPT of Proceedings. Release of Transcript Restriction set for 5/1/2026.", []),
    ("ORDER: ICE shall release responsive records by May 1, 2026.", []),
    ("Case reassigned to Judge. Magistrate Judge no longer assigned to the case.", ["case_reassigned"]),
    ("Summons Issued as to Warden, Lake County Jail.", ["service_or_summons"]),
    ("NOTICE of Transfer of Petitioner by Sheriff.", ["status_report"]),
    ("MOTION to Compel Production of Documents by Plaintiff.", ["motion_filed.other"]),
    ("ORDER: The Clerk shall terminate the motion pending at Dkt. 41.", []),
]

CANCELLED = [
    "***FILED IN ERROR*** ORDER granting 1 Petition for Writ of Habeas Corpus.",
    "ENTERED IN ERROR: JUDGMENT in favor of Petitioner.",
    "DOCUMENT FILED IN ERROR//NOTICE of Voluntary Dismissal by Petitioner.",
    "STRICKEN MOTION for Temporary Restraining Order by Petitioner.",
    "*AMENDED by (Doc. 50)* ORDER granting 3 Motion to Stay.",
    "DUPLICATE - DISREGARD. ORDER dismissing case.",
    "***NOTICE TO ATTORNEY TO RE-FILE DOCUMENT. Wrong event: 4 Motion to Stay.",
]

HABEAS = [
    (
        "ORDER granting 1 Petition for Writ of Habeas Corpus. Respondents shall release Petitioner.",
        ["habeas_ruling.granted", "release_ordered"],
    ),
    ("Judge Doe: ELECTRONIC ORDER entered. This petition is ALLOWED.", ["habeas_ruling.granted"]),
    (
        (
            "MEMORANDUM OPINION AND ORDER. The petition is GRANTED IN PART and DENIED IN PART. Respondents must "
            "provide Petitioner a bond hearing within ten days."
        ),
        ["bond_hearing_ordered", "habeas_ruling.granted_in_part"],
    ),
    ("ORDER: IT IS ORDERED that the petition (Doc. 1) be, and hereby is, DENIED.", ["habeas_ruling.denied"]),
    (
        "ORDER DISMISSING PETITION AS MOOT. The Clerk shall close this case.",
        ["case_closed", "dismissal", "habeas_ruling.dismissed"],
    ),
    (
        "ORDER granting 1 Petition; denying as moot 2 Motion for Temporary Restraining Order.",
        ["habeas_ruling.granted", "order_on_motion.tro.moot"],
    ),
    (
        "ORDER ADOPTING 14 REPORT AND RECOMMENDATION; denying 1 Petition; overruling 15 Objections.",
        ["habeas_ruling.denied", "r_and_r_adopted.adopted"],
    ),
    (
        (
            "ORDER: Respondents shall provide a bond hearing within seven days or, in the alternative, release "
            "Petitioner."
        ),
        ["bond_hearing_ordered"],
    ),
    (
        "ORDER: Until this case is over Petitioner shall not be deported.",
        ["order_no_transfer_or_removal"],
    ),
    (
        "ORDER: The Warden is ENJOINED from moving Petitioner out of Ohio.",
        ["order_no_transfer_or_removal"],
    ),
    (
        "ORDER granting writ of habeas corpus. Petitioner is ORDERED RELEASED forthwith.",
        ["habeas_ruling.granted", "release_ordered"],
    ),
]

INTERIM = [
    ("ORDER granting 3 Emergency Motion for TRO.", ["order_on_motion.tro.granted", "tro_entered"]),
    (
        "ORDER GRANTING PLAINTIFFS' MOTION FOR PRELIMINARY INJUNCTION.",
        ["order_on_motion.pi.granted", "preliminary_injunction_entered"],
    ),
    ("TEMPORARY RESTRAINING ORDER. Signed by Judge.", ["tro_entered"]),
    ("MINUTE ORDER: The Temporary Restraining Order is EXTENDED through May 7, 2026.", ["tro_extended"]),
    ("ORDER: The Temporary Restraining Order is DISSOLVED.", ["tro_dissolved"]),
    ("MOTION to Dissolve Temporary Restraining Order by Defendants.", ["motion_filed.tro"]),
    (
        "ORDER granting 9 Motion to Dissolve Temporary Restraining Order.",
        ["order_on_motion.tro.granted", "tro_dissolved"],
    ),
    ("OPINION re 4 Motion for Temporary Restraining Order. Signed by Judge.", []),
]

SEVERAL = [
    (
        "ORDER granting 66 Motion to Certify Class; denying 77 Motion to Dismiss and 97 Motion to Stay.",
        [
            "class_certified",
            "order_on_motion.class_cert.granted",
            "order_on_motion.mtd.denied",
            "order_on_motion.stay.denied",
        ],
    ),
    (
        "MINUTE entry: Motion to dismiss [12] is denied and motion to compel [14] is granted.",
        ["order_on_motion.mtd.denied", "order_on_motion.other.granted"],
    ),
    (
        "MOTION for Temporary Restraining Order and Preliminary Injunction by Petitioner.",
        ["motion_filed.pi", "motion_filed.tro"],
    ),
    (
        "MOTION to Dismiss or, in the Alternative, for Summary Judgment by Defendants.",
        ["motion_filed.mtd", "motion_filed.sj"],
    ),
    ("STIPULATION of Dismissal by Plaintiff.", ["stipulation", "voluntary_dismissal"]),
    (
        "STIPULATION AND ORDER of Dismissal. Case closed.",
        ["case_closed", "dismissal", "stipulation", "voluntary_dismissal"],
    ),
]

ENFORCEMENT = [
    (
        "MOTION to Enforce Judgment by Petitioner.",
        ["motion_filed.enforce", "notice_of_noncompliance_or_motion_to_enforce"],
    ),
    ("NOTICE of Non-Compliance by Petitioner.", ["notice_of_noncompliance_or_motion_to_enforce"]),
    ("NOTICE of Compliance by Respondents.", ["status_report"]),
    ("ORDER: The Court finds Respondents in civil contempt.", ["contempt_finding"]),
    ("ORDER: The contempt is PURGED.", ["contempt_finding.purged"]),
    ("ORDER denying 25 Motion for Contempt.", ["order_on_motion.contempt.denied"]),
    ("ORDER: The 22 Order to Show Cause is WITHDRAWN.", ["order_to_show_cause.vacated"]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *QUOTED,
        *CONDITIONS,
        *HISTORY,
        *FOUR_STAYS,
        *WORDS_THAT_MEAN_SOMETHING_ELSE,
        *HABEAS,
        *INTERIM,
        *SEVERAL,
        *ENFORCEMENT,
    ],
)
def test_what_a_line_says(text: str, expected: list[str]) -> None:
    """Is all of it read, and nothing else?"""
    assert read(text) == sorted(expected)


@pytest.mark.parametrize("text", CANCELLED)
def test_what_the_clerk_took_back(text: str) -> None:
    """Does an entry filed in error say nothing, whatever title follows?"""
    reading = read_text(text)
    assert reading.cancelled
    assert {event.type for event in reading.events} == {"administrative_only"}


APPEALS = [
    ("OPINION FILED. The judgment of the district court is AFFIRMED.", ["appellate_ruling.affirmed"]),
    ("OPINION issued. VACATED and REMANDED.", ["appellate_ruling.vacated+remanded"]),
    ("JUDGMENT. Affirmed in part, reversed in part, and remanded.", ["appellate_ruling.affirmed+reversed+remanded"]),
    (
        "ORDER FILED. The motion for a stay of removal is GRANTED.",
        ["order_no_transfer_or_removal", "order_on_motion.stay.granted", "stay_entered"],
    ),
    ("MEMORANDUM DISPOSITION. Petition for review DENIED.", ["appellate_ruling.denied"]),
    ("MANDATE ISSUED.", ["mandate"]),
    ("ORDER: The mandate issued on May 1, 2026 is RECALLED.", ["mandate.recalled"]),
    ("ORDER denying motion to recall mandate.", ["order_on_motion.other.denied"]),
    ("APPELLEE'S BRIEF asking that the judgment be affirmed.", ["response_or_answer_filed"]),
]


@pytest.mark.parametrize(("text", "expected"), APPEALS)
def test_what_a_court_of_appeals_says(text: str, expected: list[str]) -> None:
    """Are the words of courts of appeals read as theirs?"""
    assert read(text, "ca9") == sorted(expected)


ALL = [
    *((text, "mnd") for text in CANCELLED),
    *((text, "ca9") for text, _ in APPEALS),
    *(
        (text, "mnd")
        for text, _ in (
            *QUOTED,
            *CONDITIONS,
            *HISTORY,
            *FOUR_STAYS,
            *WORDS_THAT_MEAN_SOMETHING_ELSE,
            *HABEAS,
            *INTERIM,
            *SEVERAL,
            *ENFORCEMENT,
        )
    ),
]
"""Every line above and its court, for whoever changes a rule."""


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("ORDER TO SHOW CAUSE re 1 Petition. Answer due 5/4/2026.", "routine"),
        ("ORDER TO SHOW CAUSE why Respondents should not be held in contempt.", "threat"),
        ("ORDER TO SHOW CAUSE why this case should not be dismissed for failure to pay the fee.", "threat"),
        ("ORDER granting 4 Motion to Stay Removal.", "removal_or_transfer"),
        ("ORDER granting 8 Motion to Stay Injunction Pending Appeal.", "injunction_or_order"),
        ("ORDER STAYING CASE.", "case"),
        ("ORDER: An administrative stay is ENTERED.", "administrative"),
        ("ORDER: The effective date of the rule is STAYED under 5 U.S.C. 705.", "agency_action"),
    ],
)
def test_which_one(text: str, sense: str) -> None:
    """Which order to show cause, and which of the stays?"""
    assert sense in {event.sense for event in read_text(text).events}


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("ORDER granting 3 Motion to Compel.", (3,)),
        ("ORDER: The Motion to Compel (Doc. 14) is GRANTED.", (14,)),
        ("MINUTE entry: Motion to compel [14] is granted.", (14,)),
        ("ORDER: Motion to Compel, ECF No. 7, is DENIED.", (7,)),
        ("ORDER denying Motion to Compel 22 .", (22,)),
        ("ORDER granting Motion to Compel under Rule 37.", ()),
    ],
)
def test_which_motion_is_ruled_on(text: str, targets: tuple[int, ...]) -> None:
    """Are the clerk's numbers of motions told from other numbers?"""
    assert next(event for event in read_text(text).events if event.type == "order_on_motion").targets == targets


@pytest.mark.parametrize(
    ("text", "seen", "unread"),
    [
        ("Order on Motion for TRO", True, False),
        ("Order on Motion to Stay AND Set/Reset Deadlines", True, False),
        ("~Util - Terminate Deadlines AND Order on Motion to Compel", True, False),
        ("Order Dismissing Case", False, False),
        ("MEMORANDUM OPINION. Signed by Judge Doe on 5/4/2026.", False, True),
        ("NOTICE of Appearance by counsel for Petitioner.", False, False),
        ("", False, False),
    ],
)
def test_what_could_not_be_read(text: str, seen: bool, unread: bool) -> None:
    """Is a short title told from an order that no rule knew?"""
    reading = read_text(text)
    assert (reading.seen is not None, reading.unread) == (seen, unread)


@pytest.mark.parametrize(
    ("text", "text_only"),
    [
        ("(Text-Only) ORDER granting 3 Motion to Compel.", True),
        ("[TEXT ONLY ENTRY] ORDER granting 3 Motion to Compel.", True),
        ("TEXT ORDER granting 3 Motion to Compel.", True),
        ("PAPERLESS ORDER granting 3 Motion to Compel.", True),
        ("Judge Doe: ELECTRONIC ORDER entered granting 3 Motion to Compel.", True),
        ("EO: ORDER granting 3 Motion to Compel.", True),
        ("DOCKET TEXT ORDER granting 3 Motion to Compel.", True),
        ("ORDER granting 3 Motion to Compel. No attached document.", True),
        ("ORDER granting 3 Motion to Compel. There is no PDF document associated with this entry.", True),
        ("***FILED IN ERROR*** TEXT ORDER granting 3 Motion to Compel.", True),
        ("ORDER granting 3 Motion to Compel. (Attachments: # 1 Text of Order)", False),
        ("NOTICE of Electronic Filing by Petitioner.", False),
        ("ORDER: Counsel shall file the text of the order.", False),
    ],
)
def test_what_has_no_document(text: str, text_only: bool) -> None:
    """Is an entry that is all there is told from one with a document behind it?"""
    assert read_text(text).text_only is text_only


def test_an_entry_longer_than_any_clerk_writes_is_read_in_part_and_counts_as_unread() -> None:
    """Is what cannot be read in full said to be so?"""
    reading = read_text("ORDER granting 3 Motion to Compel. " + "x" * 40_000)
    assert [event.type for event in reading.events] == ["order_on_motion"]
    assert reading.unread
