"""Every hearing and deadline of a case, with what became of it: past, moved, called off and to come."""
import datetime as dt

import pytest
from writwatch.render.procedure.agenda import agenda
from writwatch.render.procedure.facts import Docket, Entry
from writwatch.render.procedure.status import read_case

AS_OF = dt.date(2026, 4, 10)


def docket(*rows: tuple[str, str]) -> Docket:
    """A docket with an entry for each (month/day of 2026, text)."""
    entries = []
    for number, (day, text) in enumerate(rows, 1):
        month, of_month = map(int, day.split("/"))
        entries.append(Entry(1000 + number, 1, "mnd", number, "", dt.date(2026, month, of_month), text))
    return Docket(1, "mnd", "0:26-cv-00123", "Petitioner v. Warden", nature_of_suit="463", entries=tuple(entries))


PETITION = ("3/1", "PETITION for Writ of Habeas Corpus filed by Petitioner.")
SET = ("3/2", "NOTICE of Hearing: Motion Hearing set for 3/20/2026 at 10:00 AM.")


def told(*rows: tuple[str, str]) -> list[tuple[str, str, str | None]]:
    case = docket(PETITION, *rows)
    return [(row.kind, row.datetime, row.result) for row in agenda((case,), read_case((case,), AS_OF))]


@pytest.mark.parametrize(("rows", "expected"), [
    ([SET], [("hearing", "2026-03-20T10:00", None)]),
    ([SET, ("3/20", "Minute Entry for Motion Hearing held on 3/20/2026 before Judge Wren Halloway.")],
     [("hearing", "2026-03-20T10:00", "held")]),
    ([SET, ("3/10", "ORDER: Hearing set for 3/20/2026 is VACATED.")], [("hearing", "2026-03-20T10:00", "vacated")]),
    ([SET, ("3/10", "Motion Hearing reset for 4/2/2026 at 09:00 AM.")],
     [("hearing", "2026-03-20T10:00", "moved"), ("hearing", "2026-04-02T09:00", None)]),
    ([("3/20", "Minute Entry for Motion Hearing held on 3/20/2026 before Judge Wren Halloway.")],
     [("hearing", "2026-03-20", "held")]),
    ([("3/2", "ORDER. Respondents shall answer the petition by March 9, 2026.")], [("deadline", "2026-03-09", None)]),
    ([SET, SET], [("hearing", "2026-03-20T10:00", None)]),
    ([], []),
])
def test_what_became_of_each_date(
    rows: list[tuple[str, str]], expected: list[tuple[str, str, str | None]]
) -> None:
    """Is nothing forgotten that was once set, and nothing said that the docket does not say?"""
    assert told(*rows) == expected


def test_what_the_clock_watches_is_left_to_it() -> None:
    """An order to release by a day: is it told once, among what was ordered?"""
    case = docket(PETITION, ("3/5", "ORDER granting 1 Petition for Writ of Habeas Corpus. Respondents shall release "
                                    "Petitioner and file a status report no later than March 9, 2026."))
    reading = read_case((case,), AS_OF)
    assert "2026-03-09" in [due.datetime for due in reading.compliance_due]
    assert agenda((case,), reading) == ()


@pytest.mark.parametrize("text", [
    "ORDER: Petitioner shall report to ICE at the field office no later than March 12, 2026 at 9:00 AM.",
    "ORDER: Petitioner is to appear for his ICE check-in on March 12, 2026 at 9:00 AM.",
    "NOTICE: Petitioner's next check-in is due March 12, 2026.",
    "ORDER. Petitioner shall comply with supervision and report in person by March 12, 2026.",
    "ORDER granting petition. Petitioner shall attend a reporting appointment by March 12, 2026.",
    "ORDER. Petitioner shall leave by March 12, 2026.",
])
def test_where_a_person_has_to_be_is_no_date_of_the_case(text: str) -> None:
    """Is a check-in, an appointment, a place to be at ever on the list?"""
    assert told(("3/5", text)) == []


def test_each_date_has_its_words() -> None:
    """Does the evidence stand where it says, for what was set and for what became of it?"""
    case = docket(PETITION, SET, ("3/10", "Motion Hearing reset for 4/2/2026 at 09:00 AM."))
    texts = {entry.id: entry.text for entry in case.entries}
    rows = agenda((case,), read_case((case,), AS_OF))
    proofs = [proof for row in rows for proof in (row.evidence, row.result_evidence) if proof]
    assert len(proofs) == 3
    for proof in proofs:
        assert texts[proof.entry_id][slice(*proof.span)] == proof.quote
