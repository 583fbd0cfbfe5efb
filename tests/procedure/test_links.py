"""Which dockets are one story, by which words; what is only likely is proposed."""

import datetime as dt

import pytest
from writwatch.render.procedure.facts import Docket
from writwatch.render.procedure.links import _numbers, links

from .dockets import LATE, PETITION, appeal_of, docket, read

LEAD = docket(("5/1", PETITION), ("5/9", "NOTICE OF APPEAL as to 1 Petition by Petitioner."))


def other(*lines: tuple[str, str], number: str = "0:26-cv-00200", court: str = "mnd", **more) -> Docket:
    return docket(*(lines or [("5/3", PETITION)]), id=2, court=court, number=number, **more)


def with_line(text: str) -> Docket:
    return docket(("5/1", PETITION), ("5/9", text))


TIES = [
    ("origin", LEAD, appeal_of(LEAD), "appeal", "below"),
    (
        "the appeal's number in the district",
        with_line("USCA Case Number 26-2001 for 1 Notice of Appeal."),
        other(("5/9", "US CIVIL CASE docketed."), number="26-2001", court="ca8"),
        "appeal",
        "below",
    ),
    (
        "sent to another court",
        with_line("ORDER TRANSFERRING CASE to the Southern District of Ohio, there 2:26-cv-00700."),
        other(("5/10", PETITION), number="2:26-cv-00700", court="ohsd"),
        "transferred_to",
        "transferred_from",
    ),
    (
        "come from another court",
        LEAD,
        other(
            ("5/12", "Case transferred in from District of Minnesota; Case Number 0:26-cv-00100."),
            number="2:26-cv-00700",
            court="ohsd",
        ),
        "transferred_to",
        "transferred_from",
    ),
    (
        "consolidated",
        with_line("ORDER CONSOLIDATING CASES. 26-cv-200 is the member case."),
        other(),
        "consolidated",
        "consolidated",
    ),
    ("related", with_line("NOTICE of related case 0:26-cv-00200."), other(), "related", "related"),
]


@pytest.mark.parametrize(("lead", "second", "kind", "back"), [row[1:] for row in TIES], ids=[row[0] for row in TIES])
def test_a_tie_is_seen_from_both_ends(lead: Docket, second: Docket, kind: str, back: str) -> None:
    """Is the tie found whichever docket is asked, with its reason, and its words where there are any?"""
    for one, two, wanted in ((lead, second, kind), (second, lead, back)):
        (link,) = links(one, (two,))
        assert (link.docket_id, link.kind, link.proposed) == (two.id, wanted, False)
        assert link.why
        assert link.since
        if link.evidence:
            entries = {entry.id: entry.text for docket_ in (one, two) for entry in docket_.entries}
            assert entries[link.evidence.entry_id][slice(*link.evidence.span)] == link.evidence.quote


STRANGERS = [
    ("the same number in another court", with_line("NOTICE of related case 0:26-cv-00200."), other(court="ohsd")),
    ("the same number of another office", with_line("NOTICE of related case 3:26-cv-00200."), other()),
    ("a criminal case of the same number", with_line("NOTICE of related case 0:26-cr-00200."), other()),
    ("a number that is cited", with_line("ORDER. See Doe v. Roe, No. 26-cv-200."), other()),
    ("an immigration judge's number", with_line("STATUS REPORT. A 26-200 was served."), other()),
    (
        "an appeal of the same origin number from another court",
        LEAD,
        appeal_of(LEAD._replace(court_id="ohsd")),
    ),
]


@pytest.mark.parametrize(("lead", "second"), [row[1:] for row in STRANGERS], ids=[row[0] for row in STRANGERS])
def test_numbers_repeat(lead: Docket, second: Docket) -> None:
    """Is a number that only looks like the other docket's no tie?"""
    assert links(lead, (second,)) == ()


def test_a_tie_begins_with_the_entry_that_makes_it() -> None:
    """Before the words were filed, were the dockets strangers?"""
    lead = with_line("NOTICE of related case 0:26-cv-00200.")
    assert read(lead, related=(other(),), as_of=dt.date(2026, 5, 8)).linked == ()
    assert read(lead, related=(other(),)).linked == (2,)


def named(docket_: Docket, name: str, filed: dt.date) -> Docket:
    return docket_._replace(case_name=f"{name} v. Warden", date_filed=filed)


@pytest.mark.parametrize(
    ("name", "filed", "court", "proposed"),
    [
        ("Oreste Bandola Quiri", dt.date(2026, 5, 20), "mnd", True),
        ("ORESTE BANDOLA-QUIRI", dt.date(2026, 5, 20), "ohsd", True),
        ("Oreste Bandola Quirí", dt.date(2026, 5, 20), "mnd", True),
        ("Oreste Bandola Quiri", dt.date(2027, 5, 20), "mnd", False),
        ("Oreste Vantrella", dt.date(2026, 5, 20), "mnd", False),
        ("Quiri", dt.date(2026, 5, 20), "mnd", False),
        ("Doe", dt.date(2026, 5, 20), "mnd", False),
    ],
)
def test_the_same_petition_twice_is_only_proposed(name: str, filed: dt.date, court: str, proposed: bool) -> None:
    """Are two petitions under one name proposed as one story, never asserted, and is the name not told?"""
    one = named(LEAD, "Oreste Bandola Quiri", dt.date(2026, 5, 1))
    two = named(other(court=court), name, filed)
    case = read(one, related=(two,), as_of=dt.date(2027, 6, 1))
    assert case.linked == ()
    assert [(link.kind, link.proposed) for link in case.links] == [("same_petition", True)] * proposed
    assert not any("quiri" in link.why.lower() for link in case.links)


def test_an_application_between_the_same_parties_is_proposed() -> None:
    """A Supreme Court docket that names no number: is it proposed by its parties and its court?"""
    lead = LEAD._replace(case_name="Marrow Street Clinic v. Vane")
    high = docket(("6/1", "Application to stay the injunction."), id=5, court="scotus", number="25A777")._replace(
        case_name="Vane v. Marrow Street Clinic", appeal_from_id="U.S. District Court, District of Minnesota"
    )
    (link,) = links(lead, (high,))
    assert (link.kind, link.proposed) == ("appeal", True)
    assert links(lead, (high._replace(appeal_from_id="U.S. District Court, District of Maine"),)) == ()


def test_what_is_proposed_moves_nothing() -> None:
    """Does an application that is only proposed leave the case as it was?"""
    lead = LEAD._replace(case_name="Marrow Street Clinic v. Vane")
    high = docket(("6/1", "OPINION. The judgment is REVERSED."), id=5, court="scotus", number="25A777")._replace(
        case_name="Vane v. Marrow Street Clinic", appeal_from_id="mnd"
    )
    case = read(lead, related=(high,), as_of=LATE)
    assert (case.axes["appeal"][0].value, case.linked) == ("noticed", ())


@pytest.mark.parametrize(
    ("number", "keys"),
    [
        ("1:26-cv-00318-ABC", {"26-318"}),
        ("26-cv-318", {"26-318"}),
        ("25A30", {"25-30"}),
        ("26-2001", {"26-2001"}),
        ("no number", set()),
    ],
)
def test_a_number_however_it_is_written(number: str, keys: set[str]) -> None:
    """Is what is left of a number the same however a clerk writes it?"""
    assert {f"{one.year}-{one.serial}" for one in _numbers(number)} == keys
