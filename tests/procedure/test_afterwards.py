"""What happens to a ruling afterwards: it is appealed, undone, explained, made for one of several, or reopened."""

import pytest
from writwatch.render.procedure.facts import Docket, Party
from writwatch.render.procedure.findings import BY_RECORD

from .dockets import PETITION, appeal_of, day_of, docket, read, value

GRANTED = ("5/4", "ORDER granting 1 Petition for Writ of Habeas Corpus. Respondents shall release Petitioner.")


def appeal(*lines: tuple[str, str], caption: str = "Belarmino Quispe v. Warden Ostrander", **more) -> Docket:
    """The docket of an appeal by itself: the case below is not followed."""
    first = ("5/4", "US CIVIL CASE docketed. [26-2001]")
    more = {"nature_of_suit": "2463 Habeas Corpus - Alien Detainee"} | more
    return docket(first, *lines, court="ca8", number="26-2001", **more)._replace(case_name=caption)


REVERSED = ("5/20", "JUDGMENT FILED - The judgment of the Originating Court is REVERSED as the opinion says.")
AFFIRMED = ("5/20", "JUDGMENT FILED - The judgment of the Originating Court is AFFIRMED as the opinion says.")
BY_WARDEN = ("5/6", "MOTION for stay pending appeal, filed by Appellant Warden Ostrander w/service 05/06/2026.")
BY_QUISPE = ("5/6", "MOTION for an injunction pending appeal, filed by Appellant Belarmino Quispe.")
AGAINST_QUISPE = ("5/7", "RESPONSE in opposition to motion filed by Appellee Belarmino Quispe.")


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        ((BY_WARDEN, REVERSED), "relief_denied"),
        ((BY_WARDEN, AFFIRMED), "relief_granted_final"),
        ((AGAINST_QUISPE, REVERSED), "relief_denied"),
        ((BY_QUISPE, REVERSED), "relief_granted_final"),
        ((BY_QUISPE, AFFIRMED), "relief_denied"),
        ((("5/6", "BRIEF filed by Appellant Belarmino Quispe against Appellee Warden Ostrander."), REVERSED),
         "relief_granted_final"),
        ((BY_QUISPE, BY_WARDEN, AFFIRMED), "relief_denied"),
    ],
)
def test_who_lost_below_lost_nothing_when_that_ruling_falls(lines: tuple[tuple[str, str], ...], status: str):
    assert read(appeal(*lines)).status.value == status


def test_a_ruling_undone_on_nobody_knows_whose_appeal_is_unknown():
    assert read(appeal(REVERSED)).status.value == "unknown"
    assert read(appeal(BY_QUISPE, BY_WARDEN, REVERSED)).status.value == "unknown"


@pytest.mark.parametrize(
    ("by", "reversed", "affirmed"),
    [
        ((BY_WARDEN,), "relief_denied", "relief_granted_final"),
        ((BY_QUISPE,), "relief_granted_final", "relief_denied"),
        ((), "relief_granted_final", "relief_denied"),
    ],
)
def test_an_appeal_of_no_known_kind_is_told_for_whoever_sued_or_else_for_whoever_came(
    by: tuple[tuple[str, str], ...], reversed: str, affirmed: str
):
    assert read(appeal(*by, REVERSED, nature_of_suit="3422 Appeal")).status.value == reversed
    assert read(appeal(*by, AFFIRMED, nature_of_suit="3422 Appeal")).status.value == affirmed


def test_what_the_record_alone_closed_shows_its_last_entry_and_says_so():
    silent = read(docket(("5/1", PETITION), terminated="5/8"))
    assert (silent.status.value, [each.rule for each in silent.evidence]) == ("closed_other", [BY_RECORD])
    assert silent.status.since == day_of("5/8")
    unread = read(docket(("5/1", "ZZYZX of the week."), terminated="5/8"))
    assert [(each.rule, each.quote) for each in unread.evidence] == [(BY_RECORD, "ZZYZX of the week.")]
    said = read(docket(("5/1", PETITION), ("5/7", "CASE CLOSED."), ("5/8", "NOTICE of Appearance."), terminated="5/8"))
    assert said.evidence[0].entry_number == 2
    assert BY_RECORD not in {each.rule for each in said.evidence}
    later = read(docket(("5/10", "MANDATE of USCA. The appeal is dismissed."), terminated="5/8"))
    assert (later.status.value, later.status.evidence) == ("closed_other", None)


@pytest.mark.parametrize(
    ("roles", "status"),
    [
        ({"Belarmino Quispe": "Petitioner - Appellee", "Warden Ostrander": "Respondent - Appellant"}, "relief_denied"),
        ({"Belarmino Quispe": "Petitioner - Appellant", "Warden Ostrander": "Respondent - Appellee"},
         "relief_granted_final"),
    ],
)
def test_the_parties_roles_say_who_appeals(roles: dict[str, str], status: str):
    parties = tuple(Party(number, 1, name, (role,)) for number, (name, role) in enumerate(roles.items()))
    assert read(appeal(REVERSED, parties=parties)).status.value == status


def test_an_appeal_dismissed_as_moot_is_nobodys_win_though_the_ruling_is_vacated():
    cleared = "ORDER: The injunction of May 1, 2026 is VACATED and the appeal is DISMISSED as moot."
    read_so = read(appeal(BY_WARDEN, ("5/21", cleared)))
    assert (read_so.status.value, value(read_so, "merits"), value(read_so, "appeal")) == (
        "dismissed", "dismissed_moot", "dismissed")


def test_the_supreme_court_undoes_a_ruling_once_however_often_it_is_told():
    above = "Supreme Court Case Info Case number: 25-900 Ruling: Vacated/Remanded, 05/22/2026"
    moot = ("5/25", "ORDER FILED. The court's opinion is vacated and the appeal is dismissed as moot.")
    before = read(appeal(BY_WARDEN, AFFIRMED, ("5/22", above)))
    assert (value(before, "merits"), before.status.value) == ("none", "on_appeal")
    after = read(appeal(BY_WARDEN, AFFIRMED, ("5/22", above), moot, ("5/28", above)))
    assert after.status.value == "dismissed"


def test_a_stay_of_removal_by_the_court_of_appeals_is_relief_in_its_own_docket():
    stayed = ("5/9", "ORDER FILED. The motion for a stay of removal is granted.")
    review = docket(("5/4", "PETITION FOR REVIEW filed by Petitioner."), stayed, court="ca9", number="26-2001")
    assert read(review).status.value == "relief_granted_interim"


def test_a_second_appeal_is_of_the_ruling_that_came_after_the_first():
    case = read(docket(
        ("5/1", PETITION), ("5/2", "ORDER granting 2 Motion for Preliminary Injunction."),
        ("5/3", "NOTICE OF APPEAL as to 2 Order by Respondents."),
        ("5/4", "USCA Case Number 26-1001 for 3 Notice of Appeal."),
        ("5/18", "ORDER granting 1 Petition for Writ of Habeas Corpus."),
        ("5/20", "NOTICE OF APPEAL as to 5 Order by Respondents."),
    ))
    assert case.status.value == "on_appeal"
    assert [one.entry_number for one in case.evidence][:2] == [6, 5]


@pytest.mark.parametrize("told", [
    "USCA Case Number 26-1031 for 3 Notice of Appeal.", "Appeal Case Number 26-1031 as to 3 Notice of Appeal.",
    "USCA Information Letter with Case Number 26-1031 for 3 Notice of Appeal filed by Warden.",
])
def test_the_number_of_an_appeal_says_that_it_is_pending(told: str):
    case = read(docket(("5/1", PETITION), GRANTED, ("5/6", "NOTICE OF APPEAL as to 2 Order by Warden."), ("5/7", told)))
    assert value(case, "appeal") == "pending"


OPINION = "MEMORANDUM OPINION. Signed by Judge Alder on 5/4/2026."


@pytest.mark.parametrize("lines", [
    [GRANTED, ("5/9", "MEMORANDUM OPINION re 2 Order. Signed by Judge Alder.")],
    [GRANTED, ("5/4", OPINION)],
    [("5/4", OPINION), GRANTED],
])
def test_an_opinion_that_gives_reasons_leaves_the_ruling_it_goes_with(lines: list[tuple[str, str]]):
    assert read(docket(("5/1", PETITION), *lines)).status.value == "relief_granted_final"


@pytest.mark.parametrize("lines", [
    [GRANTED, ("5/9", OPINION)],
    [GRANTED, ("5/9", "MEMORANDUM OPINION re 7 Motion for Reconsideration.")],
    [("5/4", "ORDER granting 2 Motion for Extension of Time to Answer."), ("5/4", OPINION)],
])
def test_an_opinion_that_may_decide_anew_is_unknown(lines: list[tuple[str, str]]):
    assert read(docket(("5/1", PETITION), *lines)).status.value == "unknown"


def test_a_ruling_for_one_of_several_is_not_the_cases():
    one = "ORDER: The petition is DISMISSED as moot as to petitioner Wanjiru only."
    assert value(read(docket(("5/1", PETITION), GRANTED, ("5/9", one))), "merits") == "granted"
    assert value(read(docket(("5/1", PETITION), ("5/9", one))), "merits") == "none"


CLOSED = ("5/9", "Civil Case Terminated.")


@pytest.mark.parametrize("told", [
    "Case Reopened.", "ORDER granting 3 Motion to Reopen Case.", "ORDER REOPENING CASE. Signed by Judge Alder.",
    "ORDER: This action is hereby reopened.", "ORDER: The Clerk shall reopen this case.",
    "ORDER granting Motion to reinstate the case filed by Petitioner.",
])
def test_what_was_closed_is_open_again(told: str):
    case = read(docket(("5/1", PETITION), ("5/8", "ORDER dismissing case without prejudice."), CLOSED, ("5/20", told)))
    assert (case.status.value, value(case, "docket"), value(case, "merits")) == ("open_pending", "open", "none")
    assert value(case, "stage") == "opened"
    again = docket(("5/1", PETITION), CLOSED, ("5/20", told), ("5/30", "Civil Case Terminated."))
    assert read(again).status.value == "closed_other"


@pytest.mark.parametrize("told", [
    "ORDER denying 3 Motion to Reopen Case.", "MOTION to Reopen Case by Petitioner.",
    "ORDER: Any party may move to reopen.", "ORDER: If the fee is paid, the case will be reopened.",
    "ORDER: Unless this action is reopened by 6/1/2026, it stays closed.",
])
def test_what_may_be_opened_again_is_closed(told: str):
    assert value(read(docket(("5/1", PETITION), CLOSED, ("5/20", told))), "docket") == "terminated"


def test_a_ruling_stands_when_its_docket_is_reopened():
    case = read(docket(("5/1", PETITION), GRANTED, CLOSED, ("5/20", "Case Reopened.")))
    assert (case.status.value, value(case, "docket")) == ("relief_granted_final", "open")


def test_a_stay_of_discovery_holds_no_case():
    def stayed(told: str) -> str:
        return value(read(docket(("5/1", "COMPLAINT by Plaintiff."), ("5/4", told))), "proceedings")

    assert stayed("MINUTE ENTRY: Discovery is stayed until 6/5/2026.") == "active"
    assert stayed("MINUTE ENTRY: The case is stayed until 6/5/2026.") == "stayed"


def test_a_prosecution_waits_for_no_opinion_and_counts_are_no_case():
    lines = [("5/1", "INDICTMENT as to Defendant."),
             ("5/9", "Sentencing held. Count 1 is dismissed on the motion of the USA."),
             ("5/10", "JUDGMENT and COMMITMENT as to Defendant.")]
    case = read(docket(*lines, number="0:26-cr-00100", terminated="5/10"))
    assert case.status.value == "closed_other"
    assert [one.entry_number for one in case.evidence] == [3, 2]
    assert case.evidence[0].rule == BY_RECORD


FREED = ("5/22", "STATUS REPORT by Respondents: Petitioner was released from custody.")
ENFORCED = "ORDER granting 3 Motion to Enforce Judgment. Petitioner shall be released by May 21, 2026."


def test_what_is_enforced_is_done_when_the_person_is_out():
    lines = [("5/1", PETITION), GRANTED, ("5/18", "MOTION to Enforce Judgment by Petitioner."), ("5/20", ENFORCED)]
    assert value(read(docket(*lines)), "stage") == "enforcement"
    assert value(read(docket(*lines, FREED)), "stage") == "decided"
    found = ("5/20", "ORDER finding Respondents in civil contempt of 2 Order.")
    assert value(read(docket(*lines, found, FREED)), "stage") == "enforcement"
    again = ("5/21", "MOTION to Enforce Judgment by Petitioner.")
    assert value(read(docket(*lines, again, FREED)), "stage") == "enforcement"


def test_what_was_recommended_is_decided_once_a_judge_has_ruled_on_it():
    lines = [("5/1", "COMPLAINT by Plaintiff."),
             ("5/9", "REPORT AND RECOMMENDATION to grant 2 Motion for Preliminary Injunction.")]
    ruled = ("5/20", "ORDER ADOPTING 2 Report and Recommendation. The motion for preliminary injunction is GRANTED.")
    assert value(read(docket(*lines)), "stage") == "recommended"
    assert value(read(docket(*lines, ruled)), "stage") == "decided"


ORDERED = (
    "5/4", "ORDER granting 1 Petition. Respondents shall release Petitioner and file a status report by May 8, 2026.")


@pytest.mark.parametrize(("told", "standing"), [
    ("NOTICE by Warden re 2 Order: Petitioner was released on May 5, 2026.", "reported"),
    ("LETTER to the Court from AUSA Gray re 2 Order: Petitioner was released on May 5, 2026.", "reported"),
    ("ADVISORY by Petitioner re 2 Order: Petitioner was released on May 5, 2026.", "no_report_seen"),
    ("ADVISORY by Warden re 2 Order: Petitioner was released on May 5, 2026.", "reported"),
    ("ORDER: Petitioner was released on May 5, 2026.", "no_report_seen"),
    ("LETTER to the Court from AUSA Gray re 2 Order.", "no_report_seen"),
])
def test_who_says_what_became_of_the_person_reports(told: str, standing: str):
    assert value(read(docket(("5/1", PETITION), ORDERED, ("5/7", told))), "compliance") == standing


def test_what_was_told_before_the_order_reports_nothing():
    before = ("5/3", "NOTICE by Warden: Petitioner was transferred to Alder County Jail on May 2, 2026.")
    assert value(read(docket(("5/1", PETITION), before, ORDERED)), "compliance") == "no_report_seen"


@pytest.mark.parametrize(("ruled", "status", "merits"), [
    ("PETITION GRANTED IN PART; DENIED IN PART; REMANDED.", "relief_granted_final", "granted_in_part"),
    ("The petition for review is GRANTED and the case is REMANDED.", "relief_granted_final", "granted"),
    ("The petition for review is DENIED.", "relief_denied", "denied"),
])
def test_a_petition_for_review(ruled: str, status: str, merits: str):
    review = docket(("5/4", "PETITION FOR REVIEW filed by Petitioner."), ("5/20", f"MEMORANDUM DISPOSITION. {ruled}"),
                    court="ca9", number="26-2001")
    case = read(review)
    assert (case.status.value, value(case, "merits")) == (status, merits)


def test_a_petition_that_was_amended_is_put_away_and_not_decided():
    put_away = "PAPERLESS ORDER denying as moot 1 Petition in light of the filing of the 3 Amended Petition."
    case = read(docket(("5/1", PETITION), ("5/3", "AMENDED PETITION for Writ of Habeas Corpus."), ("5/4", put_away)))
    assert (value(case, "merits"), case.status.value) == ("none", "open_pending")


ALLEGED = ("5/12", "MOTION to Enforce Judgment by Petitioner.")


@pytest.mark.parametrize(("told", "stage"), [
    ([("5/15", "ORDER denying 3 Letter Motion to Compel.")], "decided"),
    ([("5/15", "ORDER denying 9 Letter Motion to Compel.")], "enforcement"),
    ([("5/14", "STATUS REPORT by Respondents."), ("5/15", "Civil Case Terminated.")], "closed"),
    ([("5/15", "Civil Case Terminated.")], "enforcement"),
])
def test_what_is_alleged_ends_with_its_ruling_or_with_a_report_and_a_closing(told: list[tuple[str, str]], stage: str):
    assert value(read(docket(("5/1", PETITION), ORDERED, ALLEGED, *told)), "stage") == stage


def test_whoever_is_sued_may_answer_by_a_motion():
    due = ("5/2", "ORDER TO SHOW CAUSE. Respondents shall answer by 5/6/2026.")
    ours = ("5/6", "MOTION for Summary Judgment by Petitioner.")
    theirs = ("5/6", "MOTION for Summary Judgment by Respondents.")
    assert value(read(docket(("5/1", PETITION), due, ours)), "stage") == "response_due"
    assert value(read(docket(("5/1", PETITION), due, theirs)), "stage") == "briefed"


@pytest.mark.parametrize("again", [
    "ORDER granting petition for rehearing en banc. The panel opinion dated May 20, 2026 is VACATED.",
    "ORDER FILED. Rehearing en banc is GRANTED.",
    "ORDER FILED. The three-judge panel disposition is vacated.",
    "ORDER: This case shall be reheard en banc.",
    "ORDER VACATING the panel's judgment.",
    "ORDER: This case shall be reheard en banc; the court's judgment filed May 20, 2026 is VACATED.",
])
@pytest.mark.parametrize("by", [BY_WARDEN, BY_QUISPE])
def test_what_a_panel_decided_falls_when_the_case_is_heard_again(by: tuple[str, str], again: str):
    case = read(appeal(by, AFFIRMED, ("5/27", again)))
    assert (value(case, "merits"), value(case, "appeal"), case.status.value) == ("none", "pending", "on_appeal")
    below = docket(("5/1", PETITION), GRANTED, ("5/6", "NOTICE OF APPEAL by Respondents."))
    tied = read(below, related=(appeal_of(below, AFFIRMED, ("5/27", again)),))
    assert (value(tied, "merits"), value(tied, "appeal")) == ("granted", "pending")


@pytest.mark.parametrize("asked", [
    "PETITION for rehearing en banc filed by Appellant. The panel opinion, it says, is wrong.",
    "ORDER denying petition for rehearing en banc.",
    "ORDER granting motion for an extension of time to file a petition for rehearing en banc.",
])
def test_who_asks_that_a_case_be_heard_again_changes_nothing(asked: str):
    assert read(appeal(BY_QUISPE, AFFIRMED, ("5/27", asked))).status.value == "relief_denied"


@pytest.mark.parametrize("said", [
    "NOTIFICATION from Ninth Circuit Court of Appeals of case number assigned. Appeal Docket No. 26-5102 assigned to "
    "Notice of Appeal 3 .",
    "Appellate Case Number: First Circuit Court of Appeals 26-1877. 3 Notice of Appeal.",
    "USCA Case Number 26-5006 for 3 Notice of Appeal.",
])
def test_a_number_makes_an_appeal_pending(said: str):
    noticed = docket(("5/1", PETITION), GRANTED, ("5/6", "NOTICE OF APPEAL by Respondents."), ("5/8", said))
    assert value(read(noticed), "appeal") == "pending"


SUED = ("5/1", "COMPLAINT against CORVIN ASH, THE GRENADINE GROUP, INC. (Filing fee $ 405), filed by HARBOR LEGAL AID.")
PARTIES = (Party(1, 1, "CORVIN ASH", ("Defendant",)), Party(2, 1, "THE GRENADINE GROUP, INC.", ("Defendant",)))


@pytest.mark.parametrize(("said", "merits"), [
    ("NOTICE of Voluntary Dismissal by All Plaintiffs as to THE GRENADINE GROUP, INC. (Bell, Ada)", "none"),
    ("NOTICE of Voluntary Dismissal by Plaintiffs as to Defendants Grenadine Group and Ash (Bell, Ada)", "withdrawn"),
    ("NOTICE of Voluntary Dismissal by All Plaintiffs as to all Defendants (Bell, Ada)", "withdrawn"),
    ("NOTICE of Voluntary Dismissal by All Plaintiffs (Ash, Ada)", "withdrawn"),
    ("NOTICE of Voluntary Dismissal as to Defendants Roy T. Dill and Alder County, Ohio ONLY by Plaintiffs", "none"),
])
def test_who_is_let_go_of_several_ends_no_case(said: str, merits: str):
    assert value(read(docket(SUED, ("5/6", said))), "merits") == merits
    assert value(read(docket(SUED, ("5/6", said), parties=PARTIES)), "merits") == merits


def test_a_summary_judgment_starts_the_clock_as_a_ruling_does():
    asked = ("5/2", "MOTION for Summary Judgment by Plaintiffs.")
    ruled = ("5/4", "ORDER granting in part 2 Plaintiffs' Motion for Summary Judgment. Defendants shall file a status "
             "report on the notices by May 12, 2026.")
    asked_for = docket(("5/1", "COMPLAINT by Plaintiffs."), asked, ruled)
    assert value(read(asked_for, as_of=day_of("5/5")), "compliance") == "due"
    denied = ("5/4", "ORDER denying 2 Motion for Summary Judgment. Defendants shall file a status report on the "
              "notices by May 12, 2026.")
    assert value(read(docket(("5/1", "COMPLAINT by Plaintiffs."), asked, denied)), "compliance") == "nothing_due"


ENJOINED = ("5/4", "ORDER GRANTING PRELIMINARY INJUNCTION by Judge Ann Belfry on 4 May 2026. By 12 May 2026 Defendants "
            "shall file a declaration that all officers have been trained.")
FOUND = ("5/20", "ORDER granting 3 Motion to Enforce. The Court finds that Defendants have materially violated the 2 "
         "Preliminary Injunction. Defendants are ordered to SHOW CAUSE why they should not be held in contempt.")
MENDED = ("5/28", "MINUTE ORDER: The Court finds that the violations identified in its 4 Order have been remedied. The "
          "order to show cause is DISCHARGED.")


@pytest.mark.parametrize(("told", "standing"), [
    ((), "no_report_seen"),
    ((FOUND,), "violation_found"),
    ((FOUND, MENDED), "cured"),
    ((("5/20", FOUND[1].replace("granting 3 Motion to Enforce", "TO SHOW CAUSE")),), "no_report_seen"),
])
def test_an_order_that_enforces_may_find_and_ask_at_once(told: tuple[tuple[str, str], ...], standing: str):
    moved = ("5/15", "MOTION to Enforce 2 Order GRANTING Preliminary Injunction by Plaintiffs.")
    assert value(read(docket(("5/1", "COMPLAINT by Plaintiffs."), ENJOINED, moved, *told)), "compliance") == standing


def test_what_an_open_case_stands_by_is_the_newest_decision():
    denied = ("5/4", "ORDER denying 2 Motion for Preliminary Injunction.")
    later = [(f"5/{day}", f"NOTICE of Change of Address by counsel {day}.") for day in (6, 7, 8)]
    case = read(docket(("5/1", PETITION), ("5/2", "MOTION for Preliminary Injunction."), denied, *later))
    assert (case.status.value, [each.entry_number for each in case.evidence]) == ("open_pending", [1, 3, 6])


DISMISSED = ("5/4", "ORDER dismissing 1 Petition for Writ of Habeas Corpus.")
NOTICED = ("5/6", "NOTICE OF APPEAL as to 2 Order by Petitioner.")


@pytest.mark.parametrize(("text", "stands"), [
    ("ORDER of USCA (26-8100) as to 3 Notice of Appeal: the motion to expedite is denied.", "pending"),
    ("ORDER from USCA re 3 Notice of Interlocutory Appeal. Briefs are due in June.", "pending"),
    ("ORDER of USCA as to 3 Notice of Appeal: the appeal is DISMISSED.", "dismissed"),
    ("ORDER of USCA denying a writ of mandamus.", "noticed"),
    ("ORDER denying 4 Motion to Expedite re 3 Notice of Appeal.", "noticed"),
])
def test_an_order_of_the_court_of_appeals_shows_that_the_appeal_is_there(text: str, stands: str):
    case = read(docket(("5/1", PETITION), DISMISSED, NOTICED, ("5/20", text)))
    assert value(case, "appeal") == stands


def test_a_memorandum_disposition_undoes_what_was_appealed():
    text = "MEMORANDUM DISPOSITION of USCA as to 3 Notice of Appeal. The judgment is REVERSED and the matter REMANDED."
    case = read(docket(("5/1", PETITION), DISMISSED, NOTICED, ("5/20", text)))
    assert (case.status.value, value(case, "merits"), value(case, "appeal")) == ("open_pending", "none", "reversed")


AGREED = ("5/20", "STIPULATION, to withdraw appeal with prejudice, SO-ORDERED. [26-2001]")
COSTS = ("5/21", "JUDGMENT ENTERED AND FILED. Costs Taxed Against Appellee. [26-2001]")


def test_an_appeal_given_up_by_agreement_is_over():
    assert value(read(appeal(AGREED)), "appeal") == "dismissed"
    assert value(read(appeal(("5/20", AGREED[1].replace("SO-ORDERED", "RECEIVED")))), "appeal") == "pending"


def test_a_judgment_that_says_only_who_pays_hides_no_ruling():
    assert read(appeal(BY_QUISPE, REVERSED, COSTS)).status.value == "relief_granted_final"
    assert read(appeal(REVERSED, COSTS)).status.value == "unknown"


ENFORCE = ("5/3", "EMERGENCY MOTION for Return of Petitioner by Petitioner.")


@pytest.mark.parametrize(("order", "status"), [
    ("ORDER GRANTING 2 Emergency Motion. Respondents shall bring Petitioner back by June 8, 2026.", "open_pending"),
    ("ORDER DENYING 2 Motion for Return.", "open_pending"),
    ("ORDER granting 2 Motion for Leave to File Excess Pages.", "unknown"),
    ("ORDER setting a conference.", "unknown"),
])
def test_an_opinion_goes_with_the_order_after_it(order: str, status: str):
    case = read(docket(("5/1", PETITION), ENFORCE, ("5/4", OPINION), ("5/4", order)))
    assert case.status.value == status


def test_an_order_of_another_day_or_place_explains_no_opinion():
    order = "ORDER GRANTING 2 Emergency Motion."
    assert read(docket(("5/1", PETITION), ENFORCE, ("5/4", OPINION), ("5/5", order))).status.value == "unknown"
    between = ("5/4", "NOTICE of Appearance by Bram Toll.")
    assert read(docket(("5/1", PETITION), ENFORCE, ("5/4", OPINION), between, ("5/4", order))).status.value == "unknown"


INJUNCTION = ("5/4", "ORDER GRANTING PRELIMINARY INJUNCTION. Defendants shall certify training by June 1, 2026.")
STAY = "ORDER from Ninth Circuit re 2 Notice of Appeal. The motion for a stay pending appeal is {}"


@pytest.mark.parametrize(("held", "status", "due"), [
    ("GRANTED IN PART as to paragraph 4 of the injunction and DENIED in all other respects.", "relief_granted_interim",
     "no_report_seen"),
    ("GRANTED IN PART as to paragraph 4 of the injunction.", "relief_granted_interim", "no_report_seen"),
    ("GRANTED.", "stayed", "nothing_due"),
])
def test_what_is_stayed_in_part_is_in_force_for_the_rest(held: str, status: str, due: str):
    begun = ("5/1", "COMPLAINT by Harbor Legal Aid.")
    case = read(docket(begun, ("5/2", "NOTICE OF APPEAL by Defendants."), INJUNCTION, ("5/20", STAY.format(held))))
    assert (case.status.value, value(case, "compliance")) == (status, due)


def test_each_sides_motion_granted_in_part_decides_in_part():
    asked = (("5/1", "COMPLAINT by Harbor Legal Aid against Bram Toll."),
             ("5/2", "MOTION for Summary Judgment by Plaintiff."),
             ("5/3", "Cross MOTION for Summary Judgment by Defendants."))
    both = ("5/9", "ORDER GRANTING IN PART AND DENYING IN PART 2 Motion for Summary Judgment; GRANTING IN PART AND "
                   "DENYING IN PART 3 Cross Motion for Summary Judgment.")
    assert value(read(docket(*asked, both)), "merits") == "granted_in_part"
    alone = ("5/9", "ORDER GRANTING IN PART AND DENYING IN PART 3 Cross Motion for Summary Judgment.")
    assert value(read(docket(*asked, alone)), "merits") == "none"


@pytest.mark.parametrize("title", ["Mr. ", ""])
def test_an_appellant_is_known_with_and_without_a_title(title: str):
    told = ("5/6", f"MOTION for stay filed by Appellant {title}Belarmino Quispe in 26-2001.")
    assert read(appeal(told, REVERSED)).status.value == "relief_granted_final"


def test_a_motion_granted_in_part_may_hold_back_every_day():
    asked = ("5/9", "MOTION to alter judgment re 2 , and MOTION to stay by Respondents.")
    held = ("5/10", "ORDER granting in part 3 Motion to stay. Every deadline in 2 is suspended until a ruling.")
    ordered = (ORDERED[0], ORDERED[1].replace("May 8", "May 18"))
    assert value(read(docket(("5/1", PETITION), ordered, asked, held)), "compliance") == "nothing_due"


GONE = ("5/6", "NOTICE by Warden that Petitioner was removed to Honduras on May 5, 2026.")


def test_who_is_brought_back_is_no_longer_removed():
    """Where the person is then, another entry has to say; of nobody else is anything known by it."""
    back = ("5/12", "STATUS REPORT. Petitioner was returned to the United States on May 11.")
    assert value(read(docket(("5/1", PETITION), GONE)), "custody") == "removed"
    assert value(read(docket(("5/1", PETITION), GONE, back)), "custody") == "unknown"
    freed = ("5/14", "STATUS REPORT. Petitioner was released from custody on May 13.")
    assert value(read(docket(("5/1", PETITION), GONE, back, freed)), "custody") == "released"
    out = ("5/6", "NOTICE by Warden: Petitioner was released on May 5, 2026.")
    assert value(read(docket(("5/1", PETITION), out, back)), "custody") == "released"


@pytest.mark.parametrize(("said", "stands"), [
    ("Acknowledgment of Receipt of NOA from USCA re 3 Notice of Appeal. USCA Case Number: 26-10944-D.", "pending"),
    ("TIME SCHEDULE ORDER/USCA CASE NUMBER (26-1099) as to 3 Notice of Appeal.", "pending"),
    ("ORDER of USCA re 3 Notice of Appeal. Appellants' motion to dismiss the appeal under Fed. R. App. P. 42(b) is "
     "granted.", "dismissed"),
    ("ORDER of USCA re 3 Notice of Appeal. Appellee's motion to dismiss the appeal is denied.", "pending"),
])
def test_what_the_docket_below_says_of_the_appeal(said: str, stands: str):
    case = read(docket(("5/1", PETITION), DISMISSED, NOTICED, ("5/20", said)))
    assert value(case, "appeal") == stands


def test_an_appeal_sent_back_below_is_that_whoever_appealed():
    sent = ("5/20", "JUDGMENT ORDER filed. Decision: Vacated and remanded. [26-2001]")
    assert read(appeal(sent)).status.value == "remanded"
    assert read(appeal(BY_WARDEN, sent)).status.value == "relief_denied"
