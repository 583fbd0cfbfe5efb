"""What a court takes back: does it order and decide nothing any more, and is nothing undone that stands?"""
import pytest
from writwatch.render.procedure.findings import CaseReading

from .dockets import PETITION, day_of, docket, read, value

GRANT = "ORDER granting 1 Petition. Respondents shall release Petitioner by May 20, 2026 and report by May 21, 2026."


def after(*lines: tuple[str, str]) -> CaseReading:
    """A petition of 1 May, granted on 8 May in the second entry, and what came then."""
    return read(docket(("5/1", PETITION), ("5/8", GRANT), *lines))


@pytest.mark.parametrize("text", [
    "ORDER VACATING 2 Order on Petition for Writ of Habeas Corpus. The petition remains under advisement.",
    "ORDER. The Court's Order (ECF No. 2) granting the petition is hereby VACATED.",
    "ORDER granting 3 Motion for Reconsideration. The Court's 2 Order is VACATED and the petition will be briefed.",
    "ORDER WITHDRAWING 2 Order as improvidently entered.",
    "TEXT ORDER: The 2 Order was entered in error and is STRICKEN from the docket.",
    "ORDER: (1) Granting Motion for Reconsideration [3]; (2) Vacating Order Granting Petition [2]; and (3) Setting "
    "Further Briefing.",
    "ORDER: Setting aside 2 Order.",
    "ORDER vacating the May 8 order directing Petitioner's release.",
    "ORDER. On the Court's own motion, the Order of May 8, 2026 directing Petitioner's release is VACATED.",
    "ORDER vacating the order granting the petition.",
    "CLERK'S NOTICE: The Order Granting Petition filed on 5/8/2026 was docketed in this case in error. Disregard it.",
    "ORDER: Docket entry 2 is stricken; it says by mistake that the petition was granted.",
    "MINUTE ORDER: Order 2 is corrected to reflect that the petition was under advisement and not granted.",
    "ORDER vacating 2 Order.",
    "ORDER VACATING 2 Order on Petition for Writ of Habeas Corpus and 4 Judgment.",
    "ORDER. For the reasons stated on the record, the Order (ECF No. 2) is VACATED.",
    "ORDER. Because the petition is not properly before this Court, the 2 Order is VACATED.",
    "ORDER. The Court hereby VACATES its order of May 8, 2026 granting the petition.",
    "ORDER. The Court VACATES its May 8 order directing release.",
    "ORDER rescinding the Order Granting Petition dated May 8, 2026.",
    "ORDER. The prior Order [2] is WITHDRAWN.",
    "ORDER. The Court's May 8, 2026 Memorandum Opinion and Order granting the petition is VACATED.",
    "ORDER. Docket No. 2 is VACATED.",
    "ORDER. ECF No. 2 is WITHDRAWN.",
    "ORDER. [2] Order is STRICKEN as entered in the wrong case.",
    "ORDER. Upon reconsideration, the court's order granting habeas relief (Doc. 2) is vacated.",
    "ORDER granting 3 Motion for Reconsideration; vacating 2 Order.",
    "ORDER granting 3 Motion to Vacate 2 Order.",
    "ORDER. The May 8 Order is VACATED.",
    "ORDER: The Court's order dated May 8, 2026 is hereby withdrawn.",
])
def test_a_grant_taken_back_decides_and_orders_nothing(text: str):
    """By its number, its day or what it did: is the case open, is nothing due, and is the proof the sentence itself?"""
    case = after(("5/12", text))
    assert case.status.value == "open_pending"
    assert (value(case, "merits"), value(case, "custody"), value(case, "compliance")) == (
        "none", "unknown", "nothing_due")
    assert {due.result for due in case.compliance_due} == {"vacated"}
    proof = case.compliance_due[0].result_evidence
    assert proof is not None
    assert (proof.entry_number, proof.rule) == (3, "fold.taken_back")
    assert proof.quote in text
    acts = ("vacat", "withdraw", "rescind", "stri", "aside", "error", "correct")
    assert any(act in proof.quote.lower() for act in acts)


@pytest.mark.parametrize("text", [
    "ORDER VACATING 7 Order Setting Briefing Schedule.",
    "ORDER VACATING 2 Order in part.",
    "ORDER vacating the hearing set in 2 Order.",
    "ORDER: The deadlines in 2 Order are VACATED.",
    "ORDER vacating the May 9 order.",
    "ORDER vacating the order granting more time to answer the petition.",
    "ORDER vacating the May 8 order to show cause why the petition should not be granted.",
    "ORDER denying 3 Motion for an order that 2 Order is VACATED.",
    "ORDER: Respondents ask that the 2 Order is VACATED.",
    "ORDER: If bond is posted, the 2 Order is VACATED.",
    "ORDER: In accordance with 2 Order, judgment is entered for him and this action is stricken from the docket.",
    "ORDER: The relief granted in 2 having been given, the injunction in 7 is lifted.",
    "MOTION to vacate: the 2 Order is vacated, Respondents ask.",
    "NOTICE by Respondents that the 2 Order was entered in error.",
    "ORDER: under Rule 2, the order of another court is VACATED.",
    "ORDER STRIKING 9 Notice filed in violation of 2 Order.",
    "ORDER striking 5 Response re 2 Order.",
    "ORDER withdrawing 7 Motion to Alter 2 Order at Petitioner's request.",
    "ORDER VACATING 15 Order granting more time to comply with 2 Order.",
    "ORDER. Vacating 2 Order would be premature while the appeal is pending.",
    "ORDER. Vacating 2 Order is not warranted.",
    "REPORT AND RECOMMENDATION: The Court recommends vacating 2 Order.",
    "REPORT AND RECOMMENDATION recommending that the petition be denied, vacating the 2 Order.",
    "ORDER. The hold on 2 Order is lifted.",
    "ORDER. The seal on 2 Order is lifted.",
    "ORDER. The restriction on 2 Order is lifted.",
    "ORDER vacating the immigration judge's order of May 8, 2026 denying bond.",
    "ORDER. The immigration judge's May 8, 2026 bond order is VACATED.",
    "ORDER VACATING judgment of removal of May 8 entered by the immigration court.",
    "ORDER vacating the removal order of May 8.",
    "ORDER. The stay of 2 Order is lifted.",
    "ORDER. The stay of the 2 Order granting the petition is VACATED.",
    "ORDER. The Court strikes 6 Declaration in support of compliance with 2 Order.",
    "ORDER striking 8 Status Report on the order granting the petition.",
    "ORDER withdrawing the reference of 2 Order to the magistrate judge.",
    "ORDER VACATING 12 Order Extending Time to Comply with 2 Order on Petition for Writ of Habeas Corpus.",
    "ORDER. The entry of default under 2 Order is set aside.",
    "ORDER. Respondents state that the 2 Order is vacated.",
    "ORDER. It might be that the 2 Order is vacated on appeal.",
    "ORDER. Respondents' motion asking that 2 Order be vacated is DENIED.",
    "ORDER denying motion to vacate 2 Order.",
    "ORDER. The Court sets aside two days for a hearing on 2 Order.",
    "ORDER. The detainer lodged after the 2 Order is lifted.",
    "ORDER. The ankle monitor imposed in the 2 Order is rescinded.",
    "ORDER vacating the order of the Board of Immigration Appeals of May 8, 2026.",
    "ORDER. Vacating the order granting the petition is unwarranted.",
    "ORDER. The decision to stay the 2 Order is withdrawn.",
    "ORDER withdrawing 6 Order to Show Cause re violation of 2 Order.",
    "ORDER. The order to show cause issued on the 2 Order is withdrawn.",
    "ORDER. Notice of hearing on the order granting the petition is stricken.",
    "ORDER vacating the state court's judgment of May 8.",
    "ORDER. The Court vacates the hearing on the May 8 order.",
    "ORDER. The contempt order of May 12 regarding 2 Order is VACATED.",
    "ORDER. Striking 10 Letter asking to vacate the order granting the petition.",
    "ORDER. The fee order following the 2 Order is vacated.",
    "ORDER denying 3 Motion to Vacate 2 Order.",
    "ORDER granting 3 Motion for Extension of Time to Oppose 4 Motion to Vacate 2 Order.",
    "ORDER granting 3 Motion to Withdraw 5 Motion to Vacate 2 Order.",
    "ORDER granting 3 Motion to Strike 5 Motion to Vacate 2 Order.",
    "ORDER granting leave to file a motion to vacate 2 Order.",
    "ORDER granting 3 Motion for Hearing on motion to vacate 2 Order.",
    "ORDER granting in part and denying in part 3 Motion to Vacate 2 Order.",
    "ORDER granting 3 Motion to Withdraw as Attorney following 2 Order.",
    "ORDER granting 3 Motion to Strike ECF No. 2-1 Exhibit.",
    "ORDER granting 3 Motion to Vacate Hearing set by 2 Order.",
    "ORDER granting 4 Motion to Expedite ruling on 3 Motion to Vacate 2 Order and denying 3 Motion to Vacate 2 Order.",
    "ORDER granting 6 Motion to Stay briefing on motion to dissolve 2 Order.",
    "ORDER granting respondents' request to respond to the motion to vacate the order granting the petition.",
    "ORDER granting 6 Motion to Seal and denying motion to vacate 2 Order.",
])
def test_what_takes_nothing_back_leaves_the_grant(text: str):
    case = after(("5/12", text))
    assert (value(case, "merits"), value(case, "custody")) == ("granted", "release_ordered")
    assert {due.result for due in case.compliance_due} == {"no_report_seen"}


def test_an_order_known_by_a_day_of_two_orders_alone_stands():
    """Two orders of one day, one of them vacated by that day alone: does the grant stay, because nobody knows which?"""
    grant = ("5/8", GRANT)
    other = ("5/8", "ORDER setting a briefing schedule on 1 Petition.")
    gone = ("5/12", "ORDER. The May 8 Order is VACATED.")
    assert value(read(docket(("5/1", PETITION), grant, other, gone)), "merits") == "granted"
    assert value(read(docket(("5/1", PETITION), grant, gone)), "merits") == "none"


def test_what_was_overdue_when_the_order_went_stays_so():
    """Taken back after the first day and before the second: is only the second lifted?"""
    results = [due.result for due in after(("5/21", "ORDER VACATING 2 Order.")).compliance_due]
    assert results == ["no_report_seen", "vacated"]


def test_a_new_ruling_in_the_order_that_takes_the_old_one_back_stands():
    case = after(("5/12", "ORDER VACATING 2 Order and denying 1 Petition."))
    assert (value(case, "merits"), value(case, "compliance")) == ("denied", "nothing_due")


def test_what_another_order_ordered_stays_due():
    """A report ordered later, and the grant before it taken back: is the report still due?"""
    report = ("5/9", "ORDER granting 3 Motion to Enforce. Respondents shall file a status report by May 22, 2026.")
    case = after(report, ("5/12", "ORDER VACATING 2 Order."))
    assert [(due.datetime, due.result) for due in case.compliance_due] == [
        ("2026-05-20", "vacated"), ("2026-05-21", "vacated"), ("2026-05-22", "no_report_seen")]


@pytest.mark.parametrize("text", [
    "ORDER VACATING the Court's May 22, 2026 contempt order.",
    "ORDER: The 3 contempt order is VACATED.",
    "ORDER VACATING 3 Order.",
    "ORDER. Respondents' counsel purged the contempt found on May 22 by producing proof of the release.",
])
def test_contempt_that_is_taken_back_or_purged_is_pursued_no_more(text: str):
    case = after(("5/22", "ORDER finding Respondents in civil contempt of the 2 Order."), ("5/28", text))
    assert value(case, "compliance") != "violation_found"
    assert value(case, "stage") != "enforcement"


def test_a_restraint_taken_back_by_its_day_ends():
    bar = ("5/8", "ORDER: Respondents shall not remove Petitioner from this District.")
    case = read(docket(("5/1", PETITION), bar, ("5/12", "ORDER: The May 8 order barring removal is VACATED.")))
    assert value(case, "interim") == "ended"


@pytest.mark.parametrize("text", [
    "ORDER withdrawing the order enjoining transfer.",
    "ORDER. The order of May 9 against transfer is rescinded.",
    "CLERK'S NOTICE: The order barring removal filed on 5/9/2026 was docketed in this case in error.",
])
def test_a_restraint_is_known_by_what_it_did(text: str):
    """An order that bars removal and a grant beside it, one taken back by its words: is the other left?"""
    bar = ("5/9", "ORDER: Respondents shall not remove Petitioner from this District.")
    case = after(bar, ("5/12", text))
    assert (value(case, "interim"), value(case, "merits")) == ("ended", "granted")


def test_a_dismissal_taken_back_leaves_the_case_open():
    ended = ("5/8", "ORDER: The Petition is DISMISSED without prejudice.")
    case = read(docket(("5/1", PETITION), ended, ("5/12", "MINUTE ORDER: Docket entry 2 is stricken.")))
    assert (case.status.value, value(case, "merits")) == ("open_pending", "none")


def test_an_extension_moves_what_was_due_together():
    """Release and report by one day, more time for the release: is neither overdue before the new day?"""
    order = (
        "ORDER granting 1 Petition. Respondents shall release Petitioner by May 20, 2026 and file a status report by "
        "the same date."
    )
    more = "ORDER granting 3 Motion for Extension of Time. Respondents shall release Petitioner by May 27, 2026."
    case = read(docket(("5/1", PETITION), ("5/8", order), ("5/19", more)), as_of=day_of("5/22"))
    assert [(due.what, due.datetime, due.result) for due in case.compliance_due] == [
        ("release", "2026-05-27", "due"), ("status report", "2026-05-27", "due")]


@pytest.mark.parametrize("text", [
    "NOTICE of Correction by Respondents. Petitioner was not released on May 19 as reported and remains in custody.",
    "NOTICE by Petitioner that he was re-detained on May 24, 2026.",
    "NOTICE OF ERRATA by Respondents. The statement that Petitioner was released on May 19 is incorrect.",
])
def test_who_is_held_after_all_or_again_is_not_released(text: str):
    told = ("5/19", "NOTICE of Compliance by Respondents. Petitioner was released on May 19.")
    assert value(after(told), "custody") == "released"
    assert value(after(told, ("5/25", text)), "custody") == "unknown"
    assert value(after(("5/25", text)), "custody") == "release_ordered"


@pytest.mark.parametrize("text", [
    "ORDER. If the Court finds that Respondents violated the 2 Order, it will award fees.",
    "ORDER. In Abara v. Warden this Court found that the respondents had violated its order. Briefs may be filed.",
    "ORDER. A higher court has reversed a finding that respondents in a parallel case violated an order.",
    "ORDER. The Court withdraws its statement of May 21 that Respondents have not complied with the 2 Order.",
    "ORDER. To the extent Respondents have not complied with the 2 Order, they shall do so at once.",
])
def test_a_breach_supposed_cited_or_withdrawn_is_no_finding(text: str):
    assert value(after(("5/25", text)), "compliance") == "no_report_seen"


def test_a_breach_is_found_though_contempt_is_declined():
    text = "ORDER. The Court finds that Respondents violated the 2 Order. The Court declines to hold them in contempt."
    assert value(after(("5/25", text)), "compliance") == "violation_found"


def test_what_the_court_says_was_done_is_reported():
    """The court's own words that its order was complied with: are they the report that nobody filed?"""
    case = after(("5/25", "ORDER. It is undisputed that the 2 Order was fully complied with."))
    assert {due.result for due in case.compliance_due} == {"reported"}


@pytest.mark.parametrize(("text", "merits"), [
    ("ORDER granting 2 Motion to Dismiss filed by the Sheriff. The Sheriff is TERMINATED as a respondent; the petition "
     "proceeds against the others.", "none"),
    ("ORDER dismissing without prejudice the petition as to co-petitioner Luis Ardo. The case remains open as to "
     "petitioner Ana Ardo.", "none"),
    ("NOTICE of Voluntary Dismissal of Count II only by Petitioner.", "none"),
    ("ORDER granting 2 Motion to Remand to the Immigration Judge for a new bond hearing. The case is held in abeyance.",
     "none"),
    ("ORDER granting 2 Motion to Remand to the Superior Court.", "remanded"),
    ("ORDER granting 2 Motion to Dismiss.", "dismissed"),
])
def test_what_ends_a_part_ends_no_case(text: str, merits: str):
    asked = ("5/4", "MOTION to Dismiss by Respondents.")
    assert value(read(docket(("5/1", PETITION), asked, ("5/12", text))), "merits") == merits
