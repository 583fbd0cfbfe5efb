"""The compliance clock: ordered what, by when, and what the public docket shows."""

import datetime as dt

import pytest
from writwatch.render.procedure.compliance import named

from .dockets import PETITION, docket, read, value

RELEASE = "ORDER granting 1 Petition. Respondents shall release Petitioner by May 20, 2026."
HEARING = "ORDER granting 1 Petition. Respondents shall provide a bond hearing by May 20, 2026."
TWO = (
    "ORDER granting 1 Petition. Respondents shall provide a bond hearing by May 15, 2026. "
    "Respondents shall file a status report by May 20, 2026."
)

CLOCKS = [
    ("before the day", [("5/8", RELEASE)], 19, "due", [("2026-05-20", "release", "due")]),
    ("on the day", [("5/8", RELEASE)], 20, "due", [("2026-05-20", "release", "due")]),
    ("the day has passed", [("5/8", RELEASE)], 21, "no_report_seen", [("2026-05-20", "release", "no_report_seen")]),
    (
        "reported",
        [("5/8", RELEASE), ("5/19", "NOTICE of Compliance by Respondents.")],
        21,
        "reported",
        [("2026-05-20", "release", "reported")],
    ),
    (
        "reported late",
        [("5/8", RELEASE), ("5/25", "STATUS REPORT by Respondents.")],
        26,
        "reported",
        [("2026-05-20", "release", "reported")],
    ),
    (
        "two duties, two days",
        [("5/8", TWO)],
        16,
        "no_report_seen",
        [("2026-05-15", "bond hearing", "no_report_seen"), ("2026-05-20", "status report", "due")],
    ),
    (
        "an earlier report is of something else",
        [("5/5", "STATUS REPORT by Respondents."), ("5/8", RELEASE)],
        21,
        "no_report_seen",
        [("2026-05-20", "release", "no_report_seen")],
    ),
    (
        "the day was moved",
        [
            ("5/8", HEARING),
            ("5/10", "MOTION for Extension of Time to hold the bond hearing by Respondents."),
            ("5/12", "ORDER granting 3 Motion for Extension of Time. The bond hearing shall be held by May 27, 2026."),
        ],
        22,
        "due",
        [("2026-05-27", "bond hearing", "due")],
    ),
    (
        "moved, to a day the docket does not state",
        [
            ("5/8", HEARING),
            ("5/10", "MOTION for Extension of Time to hold the bond hearing by Respondents."),
            ("5/12", "ORDER granting 3 Motion for Extension of Time."),
        ],
        22,
        "due",
        [("", "bond hearing", "due")],
    ),
    (
        "an extension of the briefing moves nothing",
        [
            ("5/8", HEARING),
            ("5/10", "MOTION for Extension of Time to File Response by Respondents."),
            ("5/12", "ORDER granting 3 Motion for Extension of Time. Response due 5/27/2026."),
        ],
        22,
        "no_report_seen",
        [("2026-05-20", "bond hearing", "no_report_seen")],
    ),
    (
        "stayed before the day",
        [("5/8", HEARING), ("5/14", "ORDER: The 2 Order is STAYED pending appeal.")],
        22,
        "nothing_due",
        [("2026-05-20", "bond hearing", "stayed")],
    ),
    (
        "held up before the day, stayed after it",
        [
            ("5/8", HEARING),
            ("5/20", "ORDER entering an administrative stay of the 2 Order until the Court rules on the stay."),
            ("5/24", "ORDER: The 2 Order is STAYED pending appeal."),
        ],
        25,
        "nothing_due",
        [("2026-05-20", "bond hearing", "stayed")],
    ),
    (
        "held up before the day, and no more",
        [
            ("5/8", HEARING),
            ("5/20", "ORDER entering an administrative stay of the 2 Order until the Court rules on the stay."),
        ],
        25,
        "no_report_seen",
        [("2026-05-20", "bond hearing", "no_report_seen")],
    ),
    (
        "a hearing, or else release",
        [
            (
                "5/8",
                "ORDER conditionally granting 1 Petition. Unless Petitioner receives a bond hearing on or before "
                "5/20/2026, Respondents shall release Petitioner.",
            )
        ],
        21,
        "no_report_seen",
        [("2026-05-20", "bond hearing", "no_report_seen")],
    ),
    (
        "stayed after the day",
        [("5/8", HEARING), ("5/24", "ORDER: The 2 Order is STAYED pending appeal.")],
        25,
        "no_report_seen",
        [("2026-05-20", "bond hearing", "no_report_seen")],
    ),
    (
        "at once: no day is made up",
        [("5/8", "ORDER granting 1 Petition. Respondents shall immediately release Petitioner.")],
        30,
        "due",
        [("", "release", "due")],
    ),
    (
        "a violation found",
        [("5/8", RELEASE), ("5/25", "ORDER: The Court finds that Respondents violated the 2 Order.")],
        26,
        "violation_found",
        [("2026-05-20", "release", "violation_found")],
    ),
    (
        "an allegation is no finding",
        [
            ("5/8", RELEASE),
            ("5/25", "NOTICE by Petitioner that the Court finds that Respondents violated the 2 Order."),
        ],
        26,
        "no_report_seen",
        [("2026-05-20", "release", "no_report_seen")],
    ),
    (
        "an order to show cause is no finding",
        [
            ("5/8", RELEASE),
            (
                "5/25",
                "ORDER TO SHOW CAUSE. Respondents have not complied with the 2 Order and shall show cause why they "
                "should not be held in contempt.",
            ),
        ],
        26,
        "no_report_seen",
        [("2026-05-20", "release", "no_report_seen")],
    ),
    (
        "cured, says the court",
        [
            ("5/8", RELEASE),
            ("5/25", "ORDER: The Court finds that Respondents violated the 2 Order."),
            ("5/28", "ORDER: Respondents have now complied with the 2 Order."),
        ],
        29,
        "cured",
        [("2026-05-20", "release", "violation_found")],
    ),
    (
        "cured: the court lets go after a report",
        [
            ("5/8", RELEASE),
            ("5/22", "ORDER TO SHOW CAUSE why Respondents should not be held in contempt."),
            ("5/25", "ORDER: The Court finds that Respondents violated the 2 Order."),
            ("5/27", "NOTICE of Compliance by Respondents."),
            ("5/28", "ORDER: The 3 Order to Show Cause is DISCHARGED."),
        ],
        29,
        "cured",
        [("2026-05-20", "release", "violation_found")],
    ),
    (
        "a purge to come cures nothing",
        [
            ("5/8", RELEASE),
            ("5/25", "ORDER: Respondents are found in civil contempt, purged if they release Petitioner."),
        ],
        26,
        "violation_found",
        [("2026-05-20", "release", "violation_found")],
    ),
    (
        "the day stands before the duty",
        [("5/8", "ORDER granting 1 Petition. FURTHER that by May 20, 2026 the Warden shall release Petitioner.")],
        19,
        "due",
        [("2026-05-20", "release", "due")],
    ),
    (
        "what the petitioner files is no duty of the government",
        [("5/8", "ORDER granting 1 Petition. By May 20, 2026, Petitioner shall file a report on fees.")],
        21,
        "nothing_due",
        [],
    ),
    (
        "an appointment is nobody's business",
        [("5/8", "ORDER granting 1 Petition. By May 20, 2026, Petitioner shall report to the ICE office in Elm.")],
        21,
        "nothing_due",
        [],
    ),
    (
        "a breach that the court says is mended",
        [
            ("5/8", RELEASE),
            ("5/25", "ORDER granting 3 Motion to Enforce. In waiting, they violated the 2 Order."),
            ("5/27", "ORDER: The violation has been remedied."),
        ],
        28,
        "cured",
        [("2026-05-20", "release", "violation_found")],
    ),
    (
        "to be brought back to the district",
        [("5/8", "ORDER directing Respondents to return the Petitioner to this District by 5:00 p.m. on 5/20/2026.")],
        19,
        "due",
        [("2026-05-20T17:00", "return of the person", "due")],
    ),
    (
        "a judge says how sure the finding is",
        [("5/8", RELEASE), ("5/22", "ORDER: The court finds by clear and convincing evidence that respondents violated "
                                    "the order of May 8, 2026.")],
        23,
        "violation_found",
        [("2026-05-20", "release", "violation_found")],
    ),
]


@pytest.mark.parametrize(("lines", "day", "axis", "due"), [row[1:] for row in CLOCKS], ids=[row[0] for row in CLOCKS])
def test_the_clock(lines: list, day: int, axis: str, due: list) -> None:
    """Is each duty due until its day has passed, and then what the public docket shows?"""
    case = read(docket(("5/1", PETITION), *lines), as_of=dt.date(2026, 5, day))
    assert [(one.datetime, one.what, one.result) for one in case.compliance_due] == due
    assert value(case, "compliance") == axis


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("Respondents shall immediately release Petitioner.", "at once"),
        ("Respondents shall release Petitioner forthwith.", "at once"),
        ("Respondents shall release Petitioner.", "no date given"),
        ("Respondents shall release Petitioner by May 20, 2026.", ""),
    ],
)
def test_an_order_without_a_day_says_what_it_gives_instead(words: str, term: str) -> None:
    """Does a page learn that no day was given, rather than be told one?"""
    (due,) = read(docket(("5/1", PETITION), ("5/8", f"ORDER granting 1 Petition. {words}"))).compliance_due
    assert (due.term, bool(due.datetime)) == (term, not term)


def test_a_day_that_was_moved_is_remembered() -> None:
    """Does what is due say since when it was due before?"""
    (due,) = read(docket(("5/1", PETITION), *CLOCKS[7][1])).compliance_due  # type: ignore[misc]
    assert (due.datetime, due.moved_from) == ("2026-05-27", ("2026-05-20",))


def test_silence_begins_the_day_after() -> None:
    """Since when is no report seen: since the order, or since the day had passed?"""
    (silent,) = read(docket(("5/1", PETITION), ("5/8", RELEASE))).axes["compliance"]
    assert (silent.value, silent.since, silent.confidence) == ("no_report_seen", dt.date(2026, 5, 21), "inferred")


def test_the_proof_of_the_stage_does_not_name_a_finding() -> None:
    """A finding is proposed until a person confirms it: does the stage that follows go by another rule's name?"""
    case = read(
        docket(("5/1", PETITION), ("5/8", RELEASE), ("5/25", "ORDER: The Court holds Respondents in contempt."))
    )
    (stage,) = case.axes["stage"]
    assert (stage.value, stage.evidence and stage.evidence.rule) == ("enforcement", "fold.enforcement")


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Respondents shall release Petitioner", "release"),
        ("Respondents shall hold a bond hearing or, failing that, release Petitioner", "bond hearing"),
        ("an individualized custody redetermination hearing", "bond hearing"),
        ("and report its outcome", "report of the result"),
        ("shall advise the Court of the result of the hearing", "report of the result"),
        ("a notice of compliance", "notice of compliance"),
        ("file a notice of release", "notice of compliance"),
        ("file a declaration", "declaration"),
        ("A status report", "status report"),
        ("return Petitioner's passport", "return of property"),
        ("vacate the designation", "vacate the designation"),
        ("ICE must release the thirteen vendor agreements", "ICE must release the thirteen vendor agreements"),
        ("release the records and release Petitioner", "release"),
        ("the Sheriff shall file an affidavit", "declaration"),
        ("Respondents shall return Petitioner to New Jersey", "return of the person"),
        ("shall effectuate the return of Mr. Ardo from Honduras to the United States", "return of the person"),
        ("return Petitioner to his previous supervision", "release"),
        ("return the writ to the clerk", "return the writ to the clerk"),
    ],
)
def test_what_is_due_in_words_that_name_nobody(words: str, what: str) -> None:
    """Is a duty one of a few plain names where it is one, and the order's own words where not?"""
    assert named(words) == what


TRO = "ORDER granting 1 Motion for Temporary Restraining Order. {} by May 20, 2026."


@pytest.mark.parametrize(("duty", "stands"), [
    ("Respondents are to let Petitioner return to supervision on his previous terms", "no_report_seen"),
    ("Defendants shall circulate this Order to all officers", "no_report_seen"),
    ("Defendants shall circulate copies of that Temporary Restraining Order", "no_report_seen"),
    ("Counsel shall circulate a proposed order", "nothing_due"),
    ("Defendants shall distribute the grants", "nothing_due"),
])
def test_what_is_to_be_done_of_an_order_has_its_day(duty: str, stands: str):
    asked = ("5/4", "MOTION for Temporary Restraining Order by Petitioner.")
    case = read(docket(asked, ("5/8", TRO.format(duty))), as_of=dt.date(2026, 5, 25))
    assert value(case, "compliance") == stands


def test_a_return_to_supervision_is_a_release():
    assert named("let Petitioner return to supervision under his previous terms") == "release"
    assert named("return to his seat") == "return to his seat"


def test_an_argument_to_come_hides_no_finding():
    late = ("5/22", "ORDER: The Court finds that Respondents violated the 2 Order; argument on fees is set for June 4.")
    case = read(docket(("5/1", PETITION), ("5/8", RELEASE), late))
    assert value(case, "compliance") == "violation_found"
    said = ("5/22", "ORDER: The Court finds that Respondents meet the argument that they violated the 2 Order.")
    assert value(read(docket(("5/1", PETITION), ("5/8", RELEASE), said)), "compliance") != "violation_found"


BACK = "TEXT ORDER re 2 Letter. Respondents shall return Petitioner to New Jersey by May 12, 2026."
MOVED = ("5/8", "LETTER from Respondents advising that Petitioner was moved to Alder County Jail.")


def test_the_day_by_which_the_person_is_brought_back_is_due():
    """Though nothing was granted: and what was told before the order, on the same day, reports nothing."""
    asked = (("5/1", PETITION), MOVED, ("5/8", BACK))
    for day, stands in ((9, "due"), (13, "no_report_seen")):
        assert value(read(docket(*asked), as_of=dt.date(2026, 5, day)), "compliance") == stands
    back = ("5/12", "LETTER from Respondents confirming that Petitioner was brought back on May 11, 2026.")
    assert value(read(docket(*asked, back)), "compliance") == "reported"


@pytest.mark.parametrize("said", [
    "LETTER from Respondents: they will return Petitioner to New Jersey by May 12, 2026.",
    "ORDER: Petitioner shall return to New Jersey by May 12, 2026.",
    "ORDER: Respondents shall file a return to the petition by May 12, 2026.",
])
def test_nobody_else_orders_it_and_a_brief_is_none(said: str):
    assert value(read(docket(("5/1", PETITION), MOVED, ("5/8", said))), "compliance") == "nothing_due"


def test_a_joint_letter_reports_whoever_files_it():
    told = "JOINT LETTER from counsel re 2 Order. The immigration judge granted bond on May 18. Filed by Petitioner."
    case = read(docket(("5/1", PETITION), ("5/8", RELEASE), ("5/21", told)))
    assert value(case, "compliance") == "reported"
    alone = read(docket(("5/1", PETITION), ("5/8", RELEASE), ("5/21", told.removeprefix("JOINT "))))
    assert value(alone, "compliance") == "no_report_seen"


@pytest.mark.parametrize(("said", "result"), [
    ("MINUTE ENTRY for proceedings held on 5/12. Counsel confirm that Petitioner was released.", "reported"),
    ("Electronic Minutes: Status conference held. Respondents say that Petitioner was released.", "reported"),
    ("ORDER: Petitioner having been released, this action is DISMISSED as moot.", "reported"),
    ("CERTIFICATE OF COMPLIANCE by Respondents.", "reported"),
    ("ORDER. The bond hearing having been held on May 9, the Clerk shall CLOSE this case.", "reported"),
    ("ORDER. The bond hearing having been held on May 9 was no such hearing.", "no_report_seen"),
    ("ORDER. No bond hearing was held, and the Clerk shall CLOSE this case.", "no_report_seen"),
    ("MINUTE ENTRY: Status conference held. The Court is advised that Petitioner remains detained.", "no_report_seen"),
    ("ORDER denying 3 Motion for Bond. Petitioner was released at the border in May.", "no_report_seen"),
])
def test_what_the_parties_told_the_judge_is_in_the_minutes(said: str, result: str):
    """Is a release that counsel confirm in court, or that leaves nothing to rule on, a report, and what an order tells
    of the past none?"""
    order = ("5/8", "ORDER granting 1 Petition. Respondents shall release Petitioner by May 10, 2026.")
    case = read(docket(("5/1", PETITION), order, ("5/12", said)))
    assert [due.result for due in case.compliance_due] == [result]


def test_enforcement_is_proved_by_the_entry_with_which_it_began():
    """Two allegations, one after the other: does the day shown belong to the entry shown?"""
    case = read(
        docket(
            ("5/1", PETITION),
            ("5/8", "ORDER granting 1 Petition. Respondents shall release Petitioner by May 10, 2026."),
            ("5/12", "NOTICE of Non-Compliance with 2 Order by Petitioner."),
            ("5/14", "ORDER TO SHOW CAUSE why Respondents should not be held in contempt."),
        )
    )
    stage = case.axes["stage"][0]
    assert stage.evidence is not None
    assert (stage.value, stage.since, stage.evidence.entry_number) == ("enforcement", stage.evidence.date_filed, 3)
