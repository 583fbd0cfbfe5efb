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
    assert any(word in proof.quote.lower() for word in ("vacat", "withdraw", "stri", "aside", "error", "correct"))


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
])
def test_what_takes_nothing_back_leaves_the_grant(text: str):
    case = after(("5/12", text))
    assert (value(case, "merits"), value(case, "custody")) == ("granted", "release_ordered")
    assert {due.result for due in case.compliance_due} == {"no_report_seen"}


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


def test_a_dismissal_taken_back_leaves_the_case_open():
    ended = ("5/8", "ORDER: The Petition is DISMISSED without prejudice.")
    case = read(docket(("5/1", PETITION), ended, ("5/12", "MINUTE ORDER: Docket entry 2 is stricken.")))
    assert (case.status.value, value(case, "merits")) == ("open_pending", "none")


def test_an_extension_moves_what_was_due_together():
    """Release and report by one day, more time for the release: is neither overdue before the new day?"""
    order = "ORDER granting 1 Petition. Respondents shall release Petitioner by May 20, 2026 and report by that date."
    more = "ORDER granting 3 Motion for Extension of Time. Respondents shall release Petitioner by May 27, 2026."
    case = read(docket(("5/1", PETITION), ("5/8", order), ("5/19", more)), as_of=day_of("5/22"))
    assert {(due.datetime, due.result) for due in case.compliance_due} == {("2026-05-27", "due")}


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
