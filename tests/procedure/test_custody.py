"""What entries say of the person and of obedience: each fact reads its example and leaves its near misses."""

import pytest
from writwatch.render.procedure.custody import FACTS, Fact, facts_in
from writwatch.render.procedure.status import AXES
from writwatch.render.procedure.text import clean


def said(text: str) -> list[str]:
    return [fact.says for fact, _, _ in facts_in(clean(text).text.encode("ascii"))]


@pytest.mark.parametrize("fact", FACTS, ids=[fact.says for fact in FACTS])
def test_a_fact_reads_its_example_and_leaves_its_near_misses(fact: Fact) -> None:
    """Is each line read for what it says, and is none of the near misses?"""
    assert fact.says in said(fact.reads)
    assert [line for line in fact.leaves if fact.says in said(line)] == []
    assert fact.says in {*AXES["custody"], "violated", "complied"}


LINES = [
    ("STATUS REPORT. Bond was granted on May 9, 2026.", ["bond_granted"]),
    ("STATUS REPORT. Bond has been denied.", ["bond_denied"]),
    ("ORDER: The Court holds Respondents in civil contempt.", ["violated"]),
    ("ORDER: Respondents are found in civil contempt.", ["violated"]),
    ("ORDER: Defendants did not comply with 4 Order, and the Court so finds.", ["violated"]),
    ("ORDER: If Respondents are found in contempt, a fine will follow.", []),
    ("ORDER: Whether Respondents have violated 4 Order is reserved.", []),
    ("ORDER: Respondents having complied, the matter is closed.", ["complied"]),
    ("ORDER: The Court accepts the 9 Certificate of Compliance.", ["complied"]),
    ("ORDER: The contempt has been purged.", ["complied"]),
    ("ORDER: The contempt is purged upon release.", []),
    ("MOTION to release transcript.", []),
    ("STATUS REPORT. The IJ granted bond of $3,500 on May 4.", ["bond_granted"]),
    ("STATUS REPORT by Respondents. The immigration judge ordered him released on a $3,500 bond.", ["bond_granted"]),
    ("NOTICE by Warden: the IJ granted Petitioner's request for bond.", ["bond_granted"]),
    ("LETTER from AUSA. The IJ set a $3,500 bond.", ["bond_granted"]),
    ("STATUS REPORT: the IJ denied bond.", ["bond_denied"]),
    ("STATUS REPORT: the IJ refused to set bond.", ["bond_denied"]),
    ("NOTICE: the immigration judge set no bond.", ["bond_denied"]),
    ("LETTER: the IJ denied his request for a custody redetermination.", ["bond_denied"]),
    ("NOTICE by Respondents. Petitioner left the building; he is no longer in ICE custody.", ["released"]),
    ("STATUS REPORT. Ms. Ardo walked out of the county jail on May 4.", ["released"]),
    ("NOTICE: Petitioner has been freed.", ["released"]),
    ("LETTER from the Warden: Mr. Ardo was set free on May 4.", ["released"]),
    ("NOTICE of compliance: she was discharged from custody.", ["released"]),
    ("CERTIFICATION: Petitioner is now at liberty.", ["released"]),
    ("ADVISORY: Luis Ardo was paroled from ICE custody.", ["released"]),
    ("NOTICE by Warden: Petitioner has left immigration detention.", ["released"]),
    ("STATUS REPORT: Petitioner is no longer detained.", ["released"]),
    ("NOTICE: Petitioner was flown to the Winn Correctional Center.", ["transferred"]),
    ("NOTICE by Respondents: Petitioner was sent to Jena, Louisiana on May 4.", ["transferred"]),
    ("LETTER: he was put on a plane and is now held in El Paso, Texas.", ["transferred"]),
    ("LETTER: he was taken to Moundsville, West Virginia.", ["transferred"]),
    ("STATUS REPORT: Petitioner has been relocated to the Torrance County Detention Facility.", ["transferred"]),
    ("STATUS REPORT: Petitioner was repatriated on May 4.", ["removed"]),
    ("NOTICE by Respondents: Petitioner was removed on May 4, 2026.", ["removed"]),
    ("SUGGESTION OF MOOTNESS by Warden: Petitioner was flown to Accra.", ["removed"]),
    ("ORDER: The breach is cured; nothing remains to be done.", ["complied"]),
    ("ORDER: Respondents are now in compliance with 4 Order.", ["complied"]),
    ("ORDER: The noncompliance has been cured.", ["complied"]),
    ("ORDER: the Court is satisfied that the government has now complied.", ["complied"]),
    ("TEXT ORDER: The default has been remedied and the hearing is vacated.", ["complied"]),
    ("ORDER: Petitioner was moved at night; in moving him, Respondents violated this Court's Order.", ["violated"]),
    ("ORDER granting 9 Motion to Enforce. By waiting a week they disobeyed the Order.", ["violated"]),
    ("MOTION to Enforce by Petitioner. He was taken to the county jail again.", []),
    ("PETITION for Writ of Habeas Corpus. Petitioner was taken to the Dilley processing center.", []),
    ("RESPONSE to Petition: Petitioner was flown to the Eloy Detention Center in April.", []),
    ("ORDER: Petitioner was taken to the Otero County Processing Center; the petition is transferred.", []),
    ("STATUS REPORT: if Petitioner is no longer in custody, counsel will say so.", []),
    ("NOTICE: Petitioner asks whether he is no longer detained. If so, the case is moot.", []),
    ("LETTER: Petitioner's brother was sent to Jena, Louisiana.", []),
    ("LETTER: the file was sent to Jena, Louisiana.", []),
    ("STATUS REPORT: Petitioner was taken to the hospital.", []),
    ("STATUS REPORT: Petitioner was taken to court in Houston for his criminal case.", []),
    ("NOTICE: Petitioner was paroled into the United States on May 4, 2021.", []),
    ("NOTICE: Petitioner was paroled by the state board in 2019.", []),
    ("STATUS REPORT: the IJ has not granted bond.", []),
    ("STATUS REPORT: a bond hearing is set; should the IJ set bond, we will report it.", []),
    ("MOTION to Dismiss as moot by Warden: the petition was sent to Accra.", []),
    ("MOTION to Dismiss as moot. Petitioner was flown to Houston, Texas.", ["transferred"]),
    ("MOTION to Dismiss: Petitioner was flown to Accra in 2011.", []),
    ("NOTICE: Petitioner is no longer in state custody.", []),
    ("NOTICE: Petitioner is no longer represented.", []),
    ("STATUS REPORT: Petitioner walked out of the interview.", []),
    ('Mail Returned, marked "NOT HERE - RELEASED".', []),
    ("NOTICE: Petitioner fears that he will be flown to the Eloy Detention Center.", []),
    ("REPORT AND RECOMMENDATION: Petitioner was taken to the county jail.", []),
    ("ORDER: Respondents have not remedied the violation.", []),
    ("ORDER: The fine runs until the violation is remedied.", []),
    ("ORDER: The Court asks whether the violation has been remedied.", []),
    ("ORDER: Respondents say that the violation has been remedied; Petitioner disputes it.", []),
    ("ORDER: Respondents shall certify that they are in compliance.", []),
    ("ORDER: Respondents shall file a certificate once the breach is cured.", []),
    ("ORDER: When Respondents are in compliance, the fine ends.", []),
    ("ORDER: The violation has not been remedied.", []),
    ("ORDER denying 9 Motion. The Court does not find that, in moving him, Respondents violated the Order.", []),
    ("ORDER: Petitioner argues that, in moving him, they violated the Order.", []),
    ("ORDER: If the government is in compliance, no hearing is needed.", []),
    ("NOTICE of Compliance re 9 : Ardo released 5/4/26.", ["released"]),
    ("Joint STATUS REPORT. Bond was accepted on 5/3; L.A. was released 5/4.", ["released"]),
    ("STATUS REPORT: L.A. posted and was released May 4.", ["released"]),
    ("NOTICE of Compliance: Petitioner was returned by plane and released to her aunt.", ["released"]),
    ("ORDER: Petitioner has been at liberty for a week.", ["released"]),
    ("STATUS REPORT. Bond of $2,000 granted, not yet posted.", ["bond_granted"]),
    ("LETTER: Ardo was flown to El Paso late on May 4.", ["transferred"]),
    ("ORDER: the hearing satisfied the Opinion and Order.", ["complied"]),
    ("ORDER: the Court deems the contempt PURGED.", ["complied"]),
    ("ORDER: The Court finds that he was moved on May 4 in violation of 3 .", ["violated"]),
    ("STATUS REPORT. Bond was posted by his sister; he came home May 4.", ["released"]),
    ("ADVISORY TO THE COURT by Warden re 4 Order. Petitioner released May 4 at 4:40 pm.", ["released"]),
    ("ADVISORY TO THE COURT by Warden of release re 11 Order", ["released"]),
    ("NOTICE of Release and MOTION to Dismiss as Moot by Warden.", ["released"]),
    ("OPINION: The petition is dismissed as moot, petitioner being no longer confined.", ["released"]),
    ("NOTICE of Release of Lien by Warden.", []),
    ("ADVISORY TO THE COURT by Warden. The terms of release re 11 Order are disputed.", []),
    ("ADVISORY TO THE COURT by Warden on conditions of release", []),
    ("ORDER: Petitioner released May 4, 2019, was arrested again.", []),
    ("NOTICE of Compliance: his brother Luis was released on May 4.", []),
    ("STATUS REPORT: Another detainee, Luis Ardo, was released on May 4.", []),
    ("NOTICE: Petitioner's brother, who was released on May 4, will testify.", []),
    ("STATUS REPORT: Ardo was released on bond in 2019.", []),
    ("NOTICE: Petitioner was released by the Superior Court on May 4.", []),
    ("STATUS REPORT: The IJ's decision was released on May 4.", []),
    ("STATUS REPORT: USCIS Handbook released on May 4, 2026.", []),
    ("LETTER: the order was posted and was released to the public.", []),
    ("STATUS REPORT: Ms. Ardo walked out of Immigration Court on May 4.", []),
    ("STATUS REPORT: Petitioner was let go from her job.", []),
    ("LETTER: Officer Ardo was flown to El Paso.", []),
    ("ORDER: Respondents shall show that the hearing satisfied the Order.", []),
    ("TEXT ORDER: The report was eight days late; the Court accepts counsel's explanation.", []),
    ("LETTER: The Immigration Judge held that he had no jurisdiction to set bond.", []),
    ("STATUS REPORT: The immigration judge could not set bond without the file.", []),
    ("STATUS REPORT: The IJ set bond at $4,000.", ["bond_granted"]),
    ("STATUS REPORT: ICE released the records on May 4.", []),
    ("ORDER: The Court finds that Respondents violated the 3 Order. Whether more is due is reserved.", ["violated"]),
    ("ORDER: Whether the government violated the 3 Order, as the Court finds that Respondents violated, is open.", []),
    ("ORDER: what was found in the 7 Order has been put right and no sanction will follow.", ["complied"]),
    ("TEXT ORDER: the Court is satisfied that its Orders have now been carried out.", ["complied"]),
    ("NOTICE by Warden: Petitioner left Elm Park on a bus for her hearing.", []),
    ("NOTICE by Bram Toll that, by mistake, Petitioner was placed on a flight and removed to Honduras.", ["removed"]),
    ("NOTICE by Bram Toll that she was put on a plane and deported from the United States on May 3.", ["removed"]),
    ("NOTICE by Bram Toll that Petitioner was put on a list and removed from it.", []),
    ("ORDER: he was placed aboard a flight and removed to Honduras in 2013.", []),
    ("ADVISORY by Warden: Petitioner was paroled and left custody on May 5, 2026.", ["released"]),
    ("ADVISORY by Warden: Petitioner was paroled and left for the airport.", []),
    ("ORDER GRANTING 5 Motion. The removal of May 3, 2026 having violated the orders at 2 and 3, the Court acts.",
     ["violated"]),
    ("ORDER: although the May 9 transfer violated the 2 Order, the violation was not willful and has been remedied.",
     ["violated", "complied"]),
    ("ORDER: Petitioner argues that the transfer violated the 2 Order.", []),
    ("ORDER: Respondents shall say why the transfer violated the 2 Order.", []),
    ("ORDER: The re-detention violated the order of supervision.", []),
    ("ORDER: the violation was not willful and will be remedied.", []),
]


@pytest.mark.parametrize(("line", "facts"), LINES)
def test_lines(line: str, facts: list[str]) -> None:
    """Is only what is said a fact, and no condition, question or threat?"""
    assert said(line) == facts


SHOWN = [
    ("STATUS REPORT. Ms. Ardo walked out of the Elm Street jail on May 4.", "Ms. Ardo walked out"),
    ("NOTICE by Warden: Luis Ardo was paroled on May 4, 2026 and has gone to his aunt.", "was paroled"),
    ("ADVISORY. Petitoner (A 123) was taken to the Elm Street Processing Center.", "was taken to"),
    ("LETTER: he was put on a plane and is now held in El Paso, Texas.", "was put on a plane"),
    ("MOTION to Dismiss as moot by Warden, showing that Petitioner was flown to Accra.", "Petitioner was flown"),
    (
        "NOTICE of Compliance: Ms. Ardo landed in Elm Park on the night of May 4 and is no longer in custody.",
        "and is no longer in custody",
    ),
    ("STATUS REPORT. Ms. Ardo walked out of Elm Park at about 7:40 pm on May 4.", "Ms. Ardo walked out"),
    ("NOTICE of Compliance: Ardo released 5/4/26 at approx. 6:20 PM and met by L. Ardo.", "released"),
    ("NOTICE of Compliance: Petitioner was returned by plane and released to her aunt.", "released"),
    ("STATUS REPORT. Petitioner was let go from 5 Elm Street on 5/4.", "Petitioner was let go"),
    ("STATUS REPORT. ERO released Petitioner at 5 Elm Street on the evening of May 4.", "released Petitioner"),
    ("NOTICE of Proof of Release by Warden. Ms. Ardo left the Elm Park Detention Center on May 4.", "Ms. Ardo left"),
    ("DECLARATION. Petitioner boarded a flight on May 4 and is now detained at Elm Camp, El Paso.",
     "boarded a flight"),
    ("MOTION In Compliance as to 3 Order. Petitioner left Elm Town on a charter flight and is held at Elm Camp.",
     "left"),
]


@pytest.mark.parametrize(("line", "shown"), SHOWN)
def test_only_the_fact_is_shown(line: str, shown: str) -> None:
    """Does the quote end before it says where somebody is, or with whom?"""
    text = clean(line).text
    assert [text[start:end] for _, start, end in facts_in(text.encode("ascii"))] == [shown]
