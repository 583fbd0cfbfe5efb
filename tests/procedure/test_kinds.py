"""Which kind of case, and why."""

import pytest
from writwatch.render.procedure.kinds import kind_of

from .dockets import PETITION, appeal_of, docket

SUIT = "COMPLAINT for declaratory and injunctive relief challenging the memorandum."

KINDS = [
    ("463 Habeas Corpus - Alien Detainee", "", "", PETITION, "individual_detention"),
    ("463 Habeas corpus - alien detainee", "", "", PETITION, "individual_detention"),
    ("Habeas Corpus: Alien Detainee", "", "", PETITION, "individual_detention"),
    ("463", "", "", PETITION, "individual_detention"),
    ("2463 Habeas Corpus - Alien Detainee", "", "", "US CIVIL CASE docketed.", "individual_detention"),
    (
        "530 Habeas Corpus (General)",
        "28:2241 Petition for Writ of Habeas Corpus (federa",
        "",
        PETITION,
        "individual_detention",
    ),
    ("530 Habeas Corpus (General)", "28:2254 Petition for Writ of Habeas Corpus (State)", "", PETITION, "criminal"),
    ("530 Habeas Corpus (General)", "", "", "PETITION under 28 U.S.C. 2241 by Petitioner.", "individual_detention"),
    ("530 Habeas Corpus (General)", "", "", PETITION, "other"),
    ("", "28:2241 Petition for Writ of Habeas Corpus (federa", "", "DOCUMENT.", "individual_detention"),
    ("", "", "", PETITION, "individual_detention"),
    ("", "", "", "WRIT of Habeas Corpus ad Prosequendum issued.", "other"),
    ("463 Habeas Corpus - Alien Detainee", "", "", PETITION[:-1] + " on behalf of a class.", "impact"),
    ("463 Habeas Corpus - Alien Detainee", "", "Marrow Street Legal Clinic v. Vane", PETITION, "impact"),
    ("555 Prisoner: Prison Condition", "", "A. et al v. Warden", "COMPLAINT.", "impact"),
    ("555 Prisoner: Prison Condition", "", "A. v. Warden", "COMPLAINT.", "conditions"),
    ("550 Prisoner: Civil Rights", "", "A. v. Warden", "COMPLAINT.", "conditions"),
    ("895 Freedom of Information Act", "", "Clinic v. ICE", "COMPLAINT for records.", "foia"),
    ("2895 Freedom of Information Act", "", "Clinic v. ICE", "CASE docketed.", "foia"),
    ("", "05:552 Freedom of Information Act", "Clinic v. ICE", "COMPLAINT.", "foia"),
    ("442 Civil Rights: Jobs", "", "", "COMPLAINT.", "employment"),
    ("899 Other Statutes: APA/Review", "", "", "COMPLAINT.", "impact"),
    ("", "05:702 Administrative Procedure Act", "", "COMPLAINT.", "impact"),
    ("", "", "", SUIT, "impact"),
    ("440 Civil Rights: Other", "", "", PETITION, "individual_detention"),
    ("", "", "USA v. A.", "INDICTMENT.", "criminal"),
    ("", "", "", "COMPLAINT.", "other"),
]


@pytest.mark.parametrize(("suit", "cause", "name", "line", "kind"), KINDS)
def test_kind_and_reason(suit: str, cause: str, name: str, line: str, kind: str) -> None:
    """Is the kind told with its reason, and is a blank nature of suit never a reason?"""
    case = docket(("5/1", line))._replace(nature_of_suit=suit, cause=cause, case_name=name or "A. v. Warden")
    found, why = kind_of(case)
    assert found == kind
    assert why
    assert suit or "nature of suit" not in why.removeprefix("nothing in nature of suit, cause or")


def test_an_appeal_may_be_told_by_the_case_below() -> None:
    """A docket of the court of appeals says nothing of its kind: does the case below?"""
    below = docket(("5/1", PETITION))
    assert kind_of(appeal_of(below)) == ("other", "nothing in nature of suit, cause or the first entries says more")
    assert kind_of(appeal_of(below), (below,)) == ("individual_detention", "the case below is one")


def test_a_criminal_number_is_a_reason() -> None:
    """Is a criminal case known by its number, whatever writ is served in it?"""
    case = docket(("5/1", PETITION), number="0:26-cr-00100")
    assert kind_of(case)[0] == "criminal"
