"""What ends a part of a case ends no case; whoever won is told by name; what is taken back decides nothing any more."""

import pytest
from writwatch.render.procedure.facts import Docket, Party
from writwatch.render.procedure.findings import CaseReading
from writwatch.render.procedure.partly import is_of_part
from writwatch.render.procedure.sides import winner

from .dockets import docket, read, value

SUED = "Kestrel Freight LLC, Odile Kestrel, Marlow Depots Inc."
COMPLAINT = ("5/1", f"COMPLAINT against {SUED}, filed by Ferncliff Growers.")
MOTION = ("5/4", f"MOTION to Dismiss for Failure to State a Claim by {SUED}")


def suit(*lines: tuple[str, str], name: str = "Ferncliff Growers v. Kestrel Freight LLC et al", **more) -> Docket:
    parties = more.pop("parties", ())
    return docket(COMPLAINT, MOTION, *lines, **more)._replace(case_name=name, parties=parties)


def after(*lines: tuple[str, str], **more) -> CaseReading:
    return read(suit(*lines, **more))


def review(*lines: tuple[str, str]) -> CaseReading:
    return read(docket(("5/1", "AGENCY CASE DOCKETED. Petition for review filed by Petitioner."), *lines,
                       court="ca11", number="26-2001"))


@pytest.mark.parametrize("text", [
    "ORDER granting 2 Motion to Dismiss. All claims between Ferncliff and Marlow are DISMISSED WITH PREJUDICE.",
    "ORDER granting 2 Motion to Dismiss Party. Party Marlow Depots Inc. dismissed without prejudice.",
    "ORDER: Defendant Marlow Depots Inc. is DISMISSED without prejudice re 5 Notice of Voluntary Dismissal.",
    "ORDER: Defendant Harrow Cold Stores is DISMISSED without prejudice re 5 Notice of Voluntary Dismissal.",
    "NOTICE of Voluntary Dismissal of Party Odile Kestrel Without Prejudice by Ferncliff Growers.",
    "ORDER dismissing Defendant Odile Kestrel from this action.",
    "ORDER GRANTING 2 Motion to Dismiss Count III; DIRECTING Defendant to answer the remaining counts within 14 days.",
    "ORDER granting 2 Motion to Dismiss. The complaint is dismissed. Plaintiff may replead within 30 days.",
    "ORDER: The Complaint (Doc. 1) is dismissed. Plaintiff has 30 days to file a first amended complaint.",
    "ORDER granting 2 Motion to Dismiss as to Marlow Depots Inc. The Clerk shall maintain this case as open.",
    "ORDER granting 2 Motion to Dismiss by Marlow Depots Inc. Other defendants remain.",
])
def test_what_ends_a_part_of_a_case_leaves_it_open(text: str):
    case = after(("5/20", text))
    assert (case.status.value, value(case, "merits")) == ("open_pending", "none")


@pytest.mark.parametrize(("text", "status"), [
    ("ORDER granting 2 Motion to Dismiss. The complaint is dismissed with prejudice.", "dismissed"),
    ("ORDER granting 2 Motion to Dismiss. The remaining claims are dismissed, and the Clerk shall close this case.",
     "dismissed"),
    ("ORDER dismissing all defendants. The Clerk shall close this case.", "closed_other"),
    ("ORDER: Defendants are dismissed and this action is dismissed without prejudice.", "dismissed"),
    ("NOTICE of Voluntary Dismissal of this action by Ferncliff Growers.", "voluntarily_dismissed"),
    ("ORDER OF DISMISSAL as to all defendants. (TEXT ONLY ENTRY)", "dismissed"),
    ("ORDER: Plaintiff has failed to file an amended complaint. This action is DISMISSED without prejudice.",
     "dismissed"),
    ("ORDER dismissing case without prejudice, Odile Kestrel having paid.", "dismissed"),
    ("ORDER granting 2 Motion to Dismiss by Kestrel Freight LLC. The complaint is dismissed.", "dismissed"),
])
def test_what_ends_all_of_it_ends_it(text: str, status: str):
    assert after(("5/20", text)).status.value == status


def test_two_who_share_a_name_are_told_apart_by_the_rest_of_it():
    both = suit()
    assert is_of_part(both, b"ORDER dismissing Defendant Odile Kestrel.")
    assert is_of_part(both, b"ORDER dismissing Defendant Kestrel Freight LLC.")
    assert not is_of_part(both, b"ORDER dismissing Defendants Kestrel Freight, Odile Kestrel and Marlow Depots.")
    alone = Party(1, 1, "Kestrel Freight LLC", ("Defendant",))
    one = suit(name="Ferncliff Growers v. Kestrel Freight LLC", parties=(alone,))
    assert not is_of_part(one, b"ORDER: Defendant Kestrel Freight LLC is dismissed.")
    assert not is_of_part(one, b"ORDER: Defendant Harrow Cold Stores is dismissed.")


SUMMARY = ("5/6", "MOTION for Summary Judgment by Defendants Kestrel Freight LLC, Odile Kestrel.")


@pytest.mark.parametrize(("text", "status"), [
    ("ORDER granting 3 Motion for Summary Judgment.", "relief_denied"),
    ("ORDER granting in part and denying in part 3 Motion for Summary Judgment.", "open_pending"),
    ("ORDER granting 3 Motion for Summary Judgment as to Counts II and III.", "open_pending"),
])
def test_summary_judgment_for_who_is_sued_ends_what_it_is_of(text: str, status: str):
    assert after(SUMMARY, ("5/20", text)).status.value == status


JUDGMENTS = [
    ("JUDGMENT in favor of Plaintiff and against Defendants in the amount of $90,000.", "petitioner"),
    ("JUDGMENT in favor of Ferncliff Growers against Kestrel Freight LLC in the amount of $90,000.", "petitioner"),
    ("JUDGMENT in favor of Kestrel Freight LLC, Marlow Depots against Ferncliff Growers.", "respondent"),
    ("FINAL JUDGMENT. On the jury's verdict, Ferncliff is AWARDED damages from Marlow.", "petitioner"),
    ("JUDGMENT: Plaintiff shall take nothing and this action is dismissed.", "respondent"),
    ("JUDGMENT: Ferncliff Growers shall have and recover from Marlow Depots the sum of $10.", "petitioner"),
    ("JUDGMENT in favor of the United States.", "respondent"),
    ("JUDGMENT in accordance with the verdict.", None),
    ("JUDGMENT in favor of Plaintiff on Count I and in favor of Defendants on Count II.", None),
]


@pytest.mark.parametrize(("text", "side"), JUDGMENTS)
def test_for_whom_a_judgment_is(text: str, side: str | None):
    assert winner(suit(), text.encode()) == side


def test_where_the_government_sues_a_judgment_for_it_is_for_who_sued():
    loan = suit(name="United States of America v. Aurelio Pinder")
    assert winner(loan, b"JUDGMENT in favor of United States of America against Aurelio Pinder.") == "petitioner"
    assert winner(loan, b"JUDGMENT in favor of the United States.") is None


DEFAULT = ("5/10", "ORDER granting 3 Motion for Default Judgment.")
ASKED = ("5/6", "MOTION for Default Judgment as to Marlow Depots Inc. by Ferncliff Growers.")


def test_a_default_judgment_is_relief_until_it_is_set_aside():
    assert after(ASKED, DEFAULT).status.value == "relief_granted_final"
    undone = ("5/20", "ORDER granting 5 Motion to Vacate. The Default Judgment 4 is VACATED. Answer due 6/1.")
    case = after(ASKED, DEFAULT, undone)
    assert (case.status.value, case.status.evidence.entry_number) == ("open_pending", 5)
    for said in (
        "MOTION to Vacate: the judgment is vacated, it asks.",
        "ORDER denying 5 Motion for an order vacating the default judgment.",
        "ORDER of USCA as to 5 Notice of Appeal: AFFIRMED as to liability; the judgment is VACATED as to costs.",
    ):
        assert after(ASKED, DEFAULT, ("5/20", said)).status.value == "relief_granted_final", said


AGREED = ("5/10", "STIPULATION of Dismissal With Prejudice by Ferncliff Growers.")


def test_an_agreement_that_is_struck_ends_nothing():
    assert after(AGREED).status.value == "voluntarily_dismissed"
    assert after(AGREED, ("5/12", "ORDER STRIKING 3 Stipulation: not signed by all.")).status.value == "open_pending"
    assert after(AGREED, ("5/12", "ORDER STRIKING 2 Notice of Hearing.")).status.value == "voluntarily_dismissed"


def test_a_settlement_that_falls_through_is_none():
    settled = ("5/10", "Minute Entry: Settlement Conference held. The case SETTLED.")
    ended = ("5/12", "ORDER OF DISMISSAL. This action is dismissed.")
    assert after(settled, ended).status.value == "settled"
    back = ("5/20", "ORDER: The Motion to Reopen Case is GRANTED; the Order of Dismissal 4 is VACATED.")
    assert after(settled, ended, back).status.value == "open_pending"
    assert after(settled, ended, back, ("5/25", "ORDER: This action is dismissed.")).status.value == "dismissed"


@pytest.mark.parametrize(("text", "merits"), [
    ("ORDER: This action is dismissed as moot.", "dismissed_moot"),
    ("ORDER: This action is dismissed for failure to state a claim. FURTHER denying as moot 7 Motion to Appoint.",
     "dismissed"),
    ("ORDER: This action is dismissed without prejudice. All pending motions are DENIED AS MOOT.", "dismissed"),
    ("ORDER granting 2 Motion to Dismiss as moot. This action is dismissed.", "dismissed_moot"),
])
def test_a_motion_that_is_moot_makes_no_case_so(text: str, merits: str):
    assert value(after(("5/20", text)), "merits") == merits


@pytest.mark.parametrize(("text", "status"), [
    ("MDL TRANSFER OUT: case electronically transferred to USDC Eastern District of Louisiana.", "transferred"),
    ("CONDITIONAL TRANSFER ORDER (CTO-3) from the MDL Panel, transferring case to the Eastern District of Louisiana.",
     "transferred"),
    ("MDL TRANSFER ORDER from the Panel that the action is transferred to the District of Minnesota.", "open_pending"),
])
def test_a_panel_sends_a_case_away_or_brings_it(text: str, status: str):
    assert after(("5/20", text)).status.value == status


def test_a_stay_between_two_of_them_stays_no_case():
    asked = ("5/6", "Joint MOTION to Stay All Deadlines by Ferncliff Growers, Marlow Depots.")
    assert after(asked, ("5/8", "ORDER granting 3 Motion to Stay. The case is STAYED.")).status.value == "stayed"
    some = "ORDER granting 3 Motion to Stay. Deadlines between Ferncliff and Marlow only are STAYED through 5/30."
    assert after(asked, ("5/8", some)).status.value == "open_pending"


def test_a_stay_of_removal_refused_is_told_by_the_motion_that_asked_for_it():
    case = review(
        ("5/2", "Emergency MOTION for stay of removal filed by Petitioner. [2] [26-2001]"),
        ("5/9", "ORDER: Motion for stay filed by Petitioner is DENIED. [2]"),
    )
    assert value(case, "interim") == "denied"


def test_an_amended_complaint_takes_the_place_of_what_was_decided_of_the_old_one():
    case = after(
        ("5/20", "ORDER: The Complaint is dismissed. Plaintiff may file an amended complaint within 30 days."),
        ("5/25", "First AMENDED COMPLAINT against All Defendants, filed by Ferncliff Growers."),
    )
    assert case.status.value == "open_pending"
    assert 4 in {each.entry_number for each in case.evidence}


PETITION = ("5/1", "PETITION for Writ of Habeas Corpus by Petitioner.")
BAR = ("5/2", "ORDER: Respondents shall not remove Petitioner from this District.")


@pytest.mark.parametrize(("text", "held"), [
    ("ORDER. The directive at Docket No. 2 is set aside.", False),
    ("ORDER. The 2 Order is VACATED.", False),
    ("ORDER. The directive at Docket No. 1 is set aside.", True),
    ("ORDER. The January 2 Order is VACATED.", True),
    ("ORDER denying 3 Motion. Respondents ask that the 2 Order is VACATED.", True),
    ("MOTION: the directive at Docket No. 2 is set aside, it asks, by Respondents.", True),
])
def test_an_order_that_is_set_aside_by_its_number_orders_nothing(text: str, held: bool):
    case = read(docket(PETITION, BAR, ("5/9", text)))
    assert (value(case, "interim") == "no_transfer_order") is held


@pytest.mark.parametrize("text", [
    "ORDER OF DISMISSAL with prejudice as to party Marlow Depots Inc.; remaining claims unaffected.",
    "ORDER GRANTING 3 Stipulation of Dismissal of Harrow Cold Stores with prejudice.",
    "NOTICE of Settlement as to Marlow Depots, Inc. only by Plaintiff.",
])
def test_who_is_let_go_of_ends_nothing_for_the_rest(text: str):
    case = after(("5/20", text), ("5/30", "ORDER Setting Trial for 9/4."), terminated=None)
    assert case.status.value == "open_pending"


def test_a_partial_judgment_for_who_sued_leaves_the_rest_to_be_tried():
    asked = ("5/6", "MOTION for Partial Summary Judgment by Plaintiff Ferncliff Growers.")
    half = "ORDER granting in part and denying in part 3 Motion for Partial Summary Judgment; a fact issue remains."
    assert after(asked, ("5/20", half)).status.value == "open_pending"
    whole = ("5/6", "MOTION for Summary Judgment by Plaintiff Ferncliff Growers.")
    assert value(after(whole, ("5/20", "ORDER granting 3 Motion for Summary Judgment.")), "merits") == "granted"
    some = ("5/20", "ORDER granting 3 Motion for Summary Judgment as to Count I.")
    assert value(after(whole, some), "merits") == "granted_in_part"


def test_a_stay_for_now_gives_way_to_the_stay():
    case = review(
        ("5/2", "Motion filed by Petitioner for Stay of Removal."),
        ("5/3", "CLERK ORDER granting temporary stay of removal until the Court can consider the motion."),
        ("5/9", "ORDER granting Motion for Stay of Removal by Petitioner."),
    )
    held = case.axes["interim"][0]
    assert (held.value, held.evidence.entry_number) == ("stay_of_removal", 4)


def test_a_panel_that_hears_a_case_again_has_not_decided_it():
    appeal = docket(
        ("5/1", "Case docketed. Originating case number: 2:26-cv-1."),
        ("5/9", "JUDGMENT ORDER filed. Decision: Affirmed."),
        ("5/20", "COURT ORDER filed granting petition for panel rehearing. The opinion and judgment are VACATED."),
        court="ca4", number="26-2001",
    )
    assert value(read(appeal), "appeal") == "pending"
    held = appeal._replace(entries=appeal.entries[:2])
    stayed = ("5/20", "ORDER filed granting motion for a stay pending rehearing.")
    assert value(read(held), "appeal") == "affirmed"
    assert value(read(docket(("5/1", "Case docketed."), ("5/9", "JUDGMENT ORDER filed. Decision: Affirmed."), stayed,
                             court="ca4", number="26-2001")), "appeal") == "affirmed"


@pytest.mark.parametrize("text", ["TRANSFER ORDER re: pldg. 1. The motion for transfer is GRANTED."])
def test_a_panel_grants_what_it_is_asked(text: str):
    panel = docket(("5/1", "MOTION TO TRANSFER filed by Plaintiff to the District of Minnesota."), ("5/9", text),
                   court="jpml", number="MDL No. 9999")
    assert value(read(panel), "merits") == "granted"


def test_an_opinion_on_the_words_of_a_patent_decides_no_case():
    assert after(("5/20", "MEMORANDUM DECISION AND ORDER construing claims 1, 4 and 9.")).status.value == "open_pending"


def test_an_opinion_that_may_be_on_the_merits_is_unknown():
    both = "OPINION AND ORDER re 2 Motion to Dismiss and 9 Motion to Compel Discovery. See document."
    assert after(("5/20", both)).status.value == "unknown"


def test_the_first_entry_proves_an_open_case_whatever_it_is_called():
    case = read(docket(("5/1", "ZZYZX of the week by Ferncliff Growers."), ("5/4", "RESPONSE to 1 by Marlow.")))
    assert (case.status.value, case.evidence[0].entry_number) == ("open_pending", 1)


GIVEN_UP = (
    "NOTICE OF VOLUNTARY DISMISSAL Pursuant to Rule 41(a)(1)(A)(i) of the Federal Rules of Civil Procedure, the"
    " plaintiff(s) hereby give notice that the above-captioned action is voluntarily dismissed, without prejudice"
    " against the defendant(s) {}. Document filed by Ferncliff Growers."
)


@pytest.mark.parametrize(("whom", "status"), [
    ("Odile Kestrel", "open_pending"),
    ("Odile Kestrel only", "open_pending"),
    ("Harrow Cold Stores only", "open_pending"),
    ("Kestrel Freight LLC, Odile Kestrel, Marlow Depots Inc", "voluntarily_dismissed"),
])
def test_a_suit_given_up_against_some_goes_on_against_the_rest(whom: str, status: str):
    assert after(("5/20", GIVEN_UP.format(whom))).status.value == status


TO_TRIAL = [
    ("ORDER granting in part and denying in part 2 Motion to Dismiss. The fraud claim is dismissed.", "open_pending"),
    ("ORDER granting in part 2 Motion to Dismiss. The contract claim is dismissed; the fraud claim proceeds to trial.",
     "open_pending"),
    ("ORDER: The contract claim is DISMISSED. The fraud claim shall proceed to trial on 9/4.", "open_pending"),
    ("ORDER: Plaintiff's claims are DISMISSED with prejudice. No claim remains for trial.", "dismissed"),
    ("ORDER granting in part 2 Motion to Dismiss. All claims are dismissed, but without prejudice.", "dismissed"),
    ("ORDER granting in part 2 Motion to Dismiss. The complaint is dismissed without prejudice.", "dismissed"),
    ("ORDER granting in part 2 Motion to Dismiss. The fraud claim is dismissed. The Clerk shall close this case.",
     "dismissed"),
]


@pytest.mark.parametrize(("text", "status"), TO_TRIAL)
def test_a_claim_that_falls_ends_no_case_in_which_another_is_tried(text: str, status: str):
    assert after(("5/20", text)).status.value == status


@pytest.mark.parametrize(("text", "merits"), [
    ("JUDGMENT in favor of Ferncliff Growers against Marlow Depots Inc. on Count I; judgment for Defendants on the"
     " remaining counts.", "granted_in_part"),
    ("JUDGMENT in favor of Plaintiff on Count I and in favor of Defendants on Count II.", "granted_in_part"),
    ("JUDGMENT in favor of Defendants on Count I and on Count II; judgment for Plaintiff's costs.", "none"),
    ("JUDGMENT in favor of Defendants on Count I, and in favor of Plaintiff on Count I of the Counterclaim.", "none"),
    ("JUDGMENT in favor of Defendants on Count I and judgment for Defendants on Count II.", "denied"),
])
def test_a_judgment_for_each_side_on_a_count_is_relief_in_part(text: str, merits: str):
    assert value(after(("5/20", text)), "merits") == merits


BY_DEFAULT = ("5/10", "ORDER granting Motion for Judgment by Default and entering JUDGMENT in favor of plaintiff.")


def test_a_judgment_by_default_is_a_default_judgment():
    assert after(BY_DEFAULT).status.value == "relief_granted_final"
    undone = ("5/20", "ORDER granting [5-1] motion. The default [3-1] and the judgment [3-2] are SET ASIDE.")
    assert after(BY_DEFAULT, undone).status.value == "open_pending"
    for said in (
        "ORDER granting 3 Motion for Judgment on the Pleadings as to Count I; the motion for default is withdrawn.",
        "ORDER granting 3 Motion for Extension of Time to Oppose 2 Motion for Judgment by Default.",
        "ORDER denying 3 Motion for Judgment by Default.",
    ):
        assert after(("5/10", said)).status.value == "open_pending", said
