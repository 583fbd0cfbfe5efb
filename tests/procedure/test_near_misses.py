"""Texts that come near to what is read and say something else: a denial, a question, another's words or case."""

import pytest
from writwatch.render.procedure.custody import facts_in
from writwatch.render.procedure.events import read_text
from writwatch.render.procedure.text import clean

from .dockets import PETITION, docket, read, value


def types(text: str, court: str = "mnd") -> set[str]:
    return {str(event.type) for event in read_text(text, court_id=court).events}


def facts(text: str) -> list[str]:
    return [fact.says for fact, *_ in facts_in(clean(text).text.encode("ascii"))]


@pytest.mark.parametrize("text", [
    "ORDER denying 9 Motion to Enforce. Neither the transfer nor the removal violated the 3 Order.",
    "ORDER: No transfer violated the 2 Order.",
    "ORDER denying 3 Motion. Petitioner has not shown his transfer violated the 2 Order.",
    "ORDER: Nothing shows his transfer on May 9 violated the 3 Order.",
    "ORDER: It is not clear the transfer violated the Court's order.",
    "ORDER: The Court cannot say the removal violated the 3 Order.",
    "ORDER: Respondents deny the transfer violated the 2 Order. Reply due May 29.",
    "ORDER: Petitioner says the transfer violated the Court's 3 Order. Respondents shall respond.",
    "ORDER: According to Petitioner, the transfer violated the 3 Order.",
    "ORDER: Petitioner's transfer violated the Court's order, counsel submits. Response due May 9.",
    "ORDER: The transfer violated the 3 Order, Petitioner says.",
    "ORDER: Assuming the transfer violated the 3 Order, no sanction is due.",
    "ORDER: removal violated the order or not: the parties shall say.",
    "ORDER granting 1 Petition. Petitioner's re-detention violated his release order.",
    "ORDER granting 1 Petition. The re-detention violated the 2021 bond order.",
    "ORDER granting 1 Petition. The removal violated the Third Circuit's stay order.",
    "ORDER: Petitioner's main argument, Respondents violated the Court's order, is rejected.",
    "ORDER: The Court heard argument. Petitioner's argument: Respondents violated the Court's order.",
    "ORDER: The Court finds that the transfer has not violated the Court's order.",
    "ORDER denying 3 Motion. The Court finds that the transfer would not have violated the 2 Order.",
    "ORDER: In his view, the transfer violated this Court's order. The Court disagrees.",
    "ORDER: Petitioner's position: the transfer violated the 3 Order. Response due May 9.",
    "ORDER: The Court finds that the removal of Petitioner's brother violated its order.",
])
def test_no_breach_is_found(text: str):
    assert "violated" not in facts(text)


@pytest.mark.parametrize("text", [
    "ORDER: The Court rejects the excuse that the violation was not willful and is now cured.",
    "ORDER: The Court is not persuaded that the violation was not willful and has been cured.",
    "ORDER: Respondents submit that the violation was not willful and has been remedied. A reply is due May 9.",
    "ORDER: In Respondents' view the breach was not willful and has been cured. The Court disagrees.",
    "ORDER: Respondents shall file a declaration that the violation was not willful and has been remedied.",
    "ORDER: The Court notes that Respondents say they have complied with the 2 Order.",
    "ORDER: The Court notes that Respondents claim to have complied with the 2 Order.",
    "ORDER: Respondents reply: the violation was not willful and has been remedied. A hearing is set.",
    "ORDER: According to Respondents, the violation was not willful and has been cured.",
    "ORDER: The Court doubts that Respondents have complied with 3 Order.",
    "ORDER: The Court notes that Respondents have complied with the scheduling order.",
])
def test_no_breach_is_mended(text: str):
    assert "complied" not in facts(text)


@pytest.mark.parametrize("text", [
    "STATUS REPORT by Respondents. Petitioner was placed on suicide watch and removed to the medical unit.",
    "STATUS REPORT by Respondents. Petitioner was put on a bus and removed to the Kandiyohi County Jail.",
    "STATUS REPORT by Respondents. Petitioner was put on a plane and removed to Camp East Alder.",
    "STATUS REPORT by Respondents. Petitioner was placed on a flight manifest and removed to the staging facility.",
    "DECLARATION of Counsel. His brother, who was placed on a plane and removed to Honduras, cannot testify.",
    "DECLARATION of Officer Toll. In 2014 Petitioner was put on a plane and removed to Honduras.",
    "NOTICE by Respondents: Petitioner was put on a plane and removed to Honduras in 2013.",
    "NOTICE by Petitioner that he was told he has been put on a list and removed to Ghana next week.",
    "STATUS REPORT by Respondents. Petitioner was put on a plane and removed to Alder, Texas.",
    "STATUS REPORT by Respondents. Petitioner was removed to the Alder County Jail.",
    "STATUS REPORT by Petitioner. Counsel believes Petitioner was placed on a flight and removed to Ghana.",
    "ORDER: Respondents shall state whether Petitioner was removed to Honduras.",
])
def test_nobody_is_removed(text: str):
    assert "removed" not in facts(text)


@pytest.mark.parametrize(("text", "says"), [
    ("STATUS REPORT. Petitioner arrived in the United States on March 3, 2019 and the visa lapsed.", "returned"),
    ("RESPONSE by Respondents. Petitioner arrived in the United States as a minor.", "returned"),
    ("STATUS REPORT. Respondents dispute that Petitioner has returned to the United States.", "returned"),
    ("NOTICE by Warden: ICE moved him from his bed to the medical unit of the jail.", "transferred"),
    ("NOTICE by Petitioner: ICE took her to the hospital near the detention center.", "transferred"),
    ("NOTICE by Petitioner: Petitioner fears that ICE has moved him to Houston, Texas.", "transferred"),
    ("NOTICE by Warden: a rumor that ICE moved him to Houston, Texas is false.", "transferred"),
    ("STATUS REPORT by Warden. On June 3, 2022, Petitioner was paroled and left DHS custody; he was detained again.",
     "released"),
    ("NOTICE by Warden: Petitioner was paroled and left custody of his children to his sister.", "released"),
    ("STATUS REPORT. It is not true that Petitioner was paroled and left custody.", "released"),
    ("NOTICE by Warden: Petitioner was paroled by the state board and left custody on May 4, 2026.", "released"),
    ("STATUS REPORT. There is no evidence that Petitioner has returned to the United States.", "returned"),
    ("ORDER: Respondents shall confirm Petitioner has been returned to the United States by May 9.", "returned"),
    ("STATUS REPORT. Petitioner returned to the United States without inspection on May 3, 2022.", "returned"),
])
def test_nobody_comes_or_goes(text: str, says: str):
    assert says not in facts(text)


HEADED = "Judge Frane: ELECTRONIC ORDER entered. "


@pytest.mark.parametrize("text", [
    "Judgment for Plaintiff is premature; the motion is denied.",
    "Declaratory judgment in favor of Petitioner is what 4 Motion seeks. Response due May 4.",
    "Summary judgment for Defendants is not warranted. Trial set for 9/4.",
    "Judgment in favor of Defendants was reversed by the First Circuit; the case is reassigned.",
    "JUDGMENT: The motion for judgment is taken under advisement.",
])
def test_what_only_begins_with_the_word_is_no_judgment(text: str):
    assert "judgment" not in types(HEADED + text, "mad")
    assert value(read(docket(("5/1", PETITION), ("5/4", HEADED + text), court="mad")), "merits") == "none"


COMPLAINT = ("5/1", "COMPLAINT against Kestrel Freight LLC, filed by Ferncliff Growers.")


@pytest.mark.parametrize("text", [
    "AMENDED JUDGMENT. The judgment in favor of Plaintiff on Count I is set aside; judgment is for Defendants.",
    "JUDGMENT in favor of Defendants on Counts I-IV; judgment for Plaintiff on Count V is denied.",
    "JUDGMENT in favor of Defendants on all counts, and judgment for Plaintiff on Count I is vacated.",
    "JUDGMENT in favor of Defendants on Count I; plaintiff's request for judgment in favor of Plaintiff on Count II is "
    "denied.",
])
def test_what_is_undone_of_a_judgment_is_no_share(text: str):
    case = read(docket(COMPLAINT, ("5/9", text)))
    assert value(case, "merits") not in {"granted", "granted_in_part"}


@pytest.mark.parametrize("text", [
    "ORDER: Respondents shall file a status report on the return of Petitioner to Minnesota by May 12, 2026.",
    "ORDER: Respondents shall file a declaration on the steps taken to return Petitioner to Minnesota by May 12.",
    "ORDER denying 2 Motion. Respondents need not return Petitioner to Minnesota by May 12, 2026.",
    "ORDER: Respondents may return Petitioner to Texas by May 12, 2026.",
    "ORDER: Respondents shall respond to 2 Motion to return Petitioner to Minnesota by May 12, 2026.",
    "ORDER: Response to motion for return of Petitioner to Minnesota due by May 12, 2026.",
    "ORDER: Petitioner's counsel shall return him to the courtroom by May 12, 2026.",
    "ORDER: The Marshal shall return Petitioner to BOP custody by May 12, 2026.",
])
def test_no_day_is_set_for_a_return(text: str):
    case = read(docket(("5/1", PETITION), ("5/2", "MOTION for Return by Petitioner."), ("5/4", text)))
    assert [one.what for one in case.compliance_due if one.what == "return of the person"] == []


@pytest.mark.parametrize("motion", [
    "Discovery", "Hearing", "Protective Order", "Leave to File", "Appointment of Interpreter", "Leave to Intervene",
])
def test_an_order_on_something_else_explains_no_opinion(motion: str):
    asked, opinion = ("5/2", f"MOTION for {motion} by Petitioner."), ("5/4", "MEMORANDUM OPINION. Signed by Judge A.")
    case = read(docket(("5/1", PETITION), asked, opinion, ("5/4", f"ORDER granting 2 Motion for {motion}.")))
    assert case.status.value == "unknown"


def test_an_opinion_on_the_petition_is_explained_by_no_motion():
    case = read(docket(("5/1", PETITION), ("5/2", "MOTION for Return by Petitioner."),
                       ("5/4", "MEMORANDUM OPINION on Petition for Writ of Habeas Corpus."),
                       ("5/4", "ORDER granting 2 Motion for Return.")))
    assert case.status.value == "unknown"


@pytest.mark.parametrize("text", [
    "ORDER granting in part and denying in part 2 Motion to Dismiss. Plaintiff's claims are dismissed with leave.",
    "ORDER granting in part and denying in part 2 Motion to Dismiss. Both claims are dismissed with prejudice.",
    "ORDER granting 2 Motion to Dismiss; action dismissed. These claims go to trial in state court, not here.",
])
def test_all_that_was_claimed_is_dismissed(text: str):
    asked = ("5/2", "MOTION to Dismiss by Kestrel Freight LLC.")
    assert value(read(docket(COMPLAINT, asked, ("5/9", text))), "merits") == "dismissed"


def test_one_count_is_dismissed_and_the_rest_goes_on():
    asked = ("5/2", "MOTION to Dismiss by Kestrel Freight LLC.")
    for rest in ("and the rest proceed to trial", "; the rest will go to trial"):
        text = f"ORDER granting in part 2 Motion. Count I is dismissed. No other claim is dismissed {rest}."
        assert value(read(docket(COMPLAINT, asked, ("5/9", text))), "merits") == "none"


def test_the_money_of_a_sentence_settles_no_prosecution():
    case = read(docket(("5/1", "INDICTMENT as to Bram Toll (1) count(s) 1."), ("5/9", "JUDGMENT as to Bram Toll (1)."),
                       ("5/20", "STIPULATION of Settlement of restitution by United States."),
                       number="0:26-cr-00100", terminated="5/9"))
    assert case.status.value != "settled"


def test_a_release_told_before_the_order_of_the_day_reports_it():
    """An order from the bench is docketed late; who must be brought back is told of for another reason."""
    told = ("5/8", "NOTICE of Compliance by Warden: Petitioner was released on May 8, 2026.")
    ordered = ("5/8", "ORDER granting 1 Petition. Respondents shall release Petitioner by May 9, 2026.")
    assert value(read(docket(("5/1", PETITION), told, ordered)), "compliance") == "reported"


def test_a_stay_of_all_of_it_is_no_part():
    granted = ("5/4", "ORDER granting 1 Motion for Preliminary Injunction. Defendants shall certify it by June 1.")
    stay = ("5/9", "ORDER granting in part 3 Motion to Stay. The preliminary injunction is stayed in its entirety; "
            "otherwise denied.")
    asked = ("5/6", "MOTION to Stay 2 Order Pending Appeal by Defendants.")
    case = read(docket(("5/1", "MOTION for Preliminary Injunction by Plaintiffs."), granted, asked, stay))
    assert value(case, "compliance") == "nothing_due"


@pytest.mark.parametrize(("text", "says"), [
    ("NOTICE by Respondents: On May 3, 2026, ICE transferred Petitioner to the Alder Detention Center in Louisiana.",
     "transferred"),
    ("ORDER. The Court finds that Respondents violated the 3 Order on a hearing before an immigration judge.",
     "violated"),
    ("ORDER. The Court finds that the transfer violated the TRO.", "violated"),
    ("ORDER. The Court finds that the removal of Petitioner to Texas violated the May 4 Order.", "violated"),
    ("ORDER. Petitioner's transfer violated the 3 Order.", "violated"),
    ("ORDER. Because the transfer violated the 3 Order, Respondents shall return him.", "violated"),
    ("ORDER. For the reasons given at oral argument, the Court finds that Respondents violated the Order.", "violated"),
    ("NOTICE by Respondents: Petitioner was placed on an ICE Air charter flight and removed to Guatemala.", "removed"),
    ("NOTICE by Warden: Petitioner was put on a flight to Guatemala and removed from the United States.", "removed"),
    ("NOTICE by Respondents. Petitioner was removed to Ghana on May 4 and came back on May 5.", "removed"),
    ("NOTICE by Warden: Petitioner was paroled and left custody this morning.", "released"),
    ("STATUS REPORT: Petitioner was moved to Texas. On May 9, 2026, DHS filed a notice to appear.", "transferred"),
])
def test_what_is_said_all_the_same(text: str, says: str):
    assert says in facts(text)
