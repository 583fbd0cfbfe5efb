"""The starter list that ships in site/: every docket once, nobody named, and the facts as the public list has them."""
import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from writwatch.render import PACKAGED
from writwatch.render.cases import TOPICS, Case, DocketRef, load_site
from writwatch.render.procedure.courts import COURTS

# Words that only the name of an organisation, a government or its office has, in the captions of the list.
PUBLIC = re.compile(r"""\b(?:
    Advocacy | Advocates | Alliance | Association | Bishops | Bureau | CASA | Casa | Catholic | Centro | Church | City
    | Club | Coalition | Communities | Community | Conference | County | District | Dorcas | Human\ Rights | Inc
    | Immigrant\ Center | Immigration\ Law | Latino\ Network | League | Make\ the\ Road | OCA | Pineros | Publishing
    | Religious | Schools | State\ of | Union | California | D\.C\. | Illinois | Maryland | Minnesota | New\ Jersey
    | Oregon | Washington
)(?!\w)""", re.VERBOSE)
OFFICIALS = {"Newsom", "Neguse", "Joe Neguse", "Noem", "In re: Donald Trump"}
PSEUDONYM = re.compile(r"^(?:[A-Z]\.){2,}$|\bDoe\b")


@pytest.fixture(scope="module")
def starter() -> tuple[Case, ...]:
    loaded = load_site(PACKAGED)
    assert loaded.problems == ()
    return loaded.cases


@pytest.fixture(scope="module")
def rows(shared: Path) -> dict[int, dict[str, str]]:
    """The public list, by CourtListener id."""
    with (shared / "data" / "starter-dockets.csv").open(newline="") as lines:
        return {int(row["docket_id"]): row for row in csv.DictReader(lines)}


def dockets(cases: tuple[Case, ...]) -> dict[int, DocketRef]:
    return {docket.id: docket for case in cases for docket in case.dockets if docket.id}


def test_197_dockets_each_in_one_case(starter: tuple[Case, ...]) -> None:
    """Is every docket there once, under a topic of the closed list, with court and number?"""
    refs = [docket for case in starter for docket in case.dockets]
    assert len(refs) == len(dockets(starter)) == len({(ref.court, ref.docket_number) for ref in refs}) == 197
    assert {case.topic for case in starter} == set(TOPICS)
    assert len(starter) == len({case.title for case in starter}) == 136


def test_a_case_is_called_by_court_and_number_of_its_lead_docket(starter: tuple[Case, ...]) -> None:
    """Do the slugs say nothing of anybody, the district docket lead and the appeals follow by date?"""
    for case in starter:
        lead = case.dockets[0]
        assert case.slug == re.sub(r"[^a-z0-9]+", "-", f"{lead.court} {lead.docket_number}")
        order = [(COURTS[ref.court or ""].level != "district", ref.date_filed) for ref in case.dockets]
        assert order == sorted(order), case.slug
        for appeal in case.dockets[1:]:
            same = COURTS[appeal.court or ""].circuit == COURTS[lead.court or ""].circuit
            assert same, f"{case.slug}: {appeal.court} is not above {lead.court}"


def test_the_facts_are_those_of_the_list(starter: tuple[Case, ...], rows: dict[int, dict[str, str]]) -> None:
    """Are ids, courts, numbers, dates, judges, topics and roles those of the public list?"""
    assert set(dockets(starter)) == set(rows)
    for case in starter:
        for ref in case.dockets:
            row = rows[ref.id or 0]
            facts = (row["court_id"], row["docket_number"], row["date_filed"], row["appointed_by"], row["is_appeal"])
            assert (ref.court, ref.docket_number, str(ref.date_filed), ref.appointed_by,
                    str(int(ref.role == "appeal"))) == facts
            assert _letters(ref.assigned_to) == _letters(row["assigned_to"])
            assert (case.topic, case.scope) == (row["topic"], row["scope"])


def test_nobody_is_named(starter: tuple[Case, ...], rows: dict[int, dict[str, str]]) -> None:
    """Is no word of a natural person's name in the words of the file of any case?"""
    protected = {word for row in rows.values() for word in names(row["case_name"])}
    for case in starter:
        assert not names_in(editors_words(case), protected), case.slug


def test_the_check_for_names_can_fail(rows: dict[int, dict[str, str]]) -> None:
    """Does the check see every protected caption, and does it protect as many people as the list has?"""
    captions = [row["case_name"] for row in rows.values() if names(row["case_name"])]
    assert len({frozenset(names(caption)) for caption in captions}) > 45
    for caption in captions:
        assert names_in(f'title = "{caption}"', names(caption))


def test_cases_of_people_say_so(starter: tuple[Case, ...], rows: dict[int, dict[str, str]]) -> None:
    """Does every case whose caption names a person ask for initials, whatever its dockets turn out to be?"""
    people = [case for case in starter if any(names(rows[ref.id or 0]["case_name"]) for ref in case.dockets)]
    assert len(people) == 47
    assert {case.privacy.show if case.privacy else "" for case in people} == {"initials"}


def names(caption: str) -> set[str]:
    """The words of a caption that belong to a natural person's name: those of its plaintiffs, or of an accused."""
    found: set[str] = set()
    for part in caption.split(" ; "):
        plaintiff, _, defendant = re.split(r",?\s*(\bv\.),?\s*", part + " v. ", maxsplit=1)
        person = defendant.removesuffix(" v. ") if plaintiff == "United States" else plaintiff
        person = re.sub(r",? et al\.?$", "", person).strip()
        if not (PUBLIC.search(person) or person in OFFICIALS or PSEUDONYM.search(person)):
            found |= {word for word in _words(person) if len(word) > 1}
    return found


def names_in(text: str, protected: set[str]) -> set[str]:
    return set(_words(text)) & protected


def editors_words(case: Case) -> str:
    """The case's file, comments and all, without judges and without the officials on the other side of the caption."""
    text = (PACKAGED / "cases" / f"{case.slug}.toml").read_text("utf-8")
    text = re.sub(r"(?m)^(?:assigned_to|appointed_by) = .*$", "", text)
    return case.slug + re.sub(r'(?m)^(title = "(?!United States).*?) v\. .*$', r"\1", text)


def _words(text: str) -> Iterator[str]:
    return (word.casefold() for word in re.findall(r"[^\W\d_]+", text))


def _letters(text: str) -> str:
    return "".join(_words(text))
