"""Parties and agreements: is an agency matched where it is one, and nowhere else? All people are invented."""
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from writwatch.fetch.database import open_store
from writwatch.render import SiteError, cli
from writwatch.render.agencies import Agencies, Decided, agency_key, offices, read_matches, tell_proposals
from writwatch.render.agreements import Agreement, Snapshot
from writwatch.render.published import PublishedCase, PublishedParty

from .factory import docket, released

DAY = dt.date(2025, 7, 3)
LIST = (
    ("MN", "Washington County Sheriff", "task force"), ("MN", "Washington County Sheriff", "jail enforcement"),
    ("OR", "Washington County Sheriff's Office", "task force"), ("MN", "Arcadia Police", "task force"),
    ("MN", "Jackson County Sheriff", "warrant service officer"), ("FL", "Arcadia Police Department", "task force"),
    ("VA", "Richmond City Sheriff", "jail enforcement"), ("LA", "Bossier Parish Sheriff", "task force"),
    ("FL", "St. Lucie County Sheriff", "task force"), ("FL", "florida of highway safety, of highway patrol", "other"),
    ("MN", "Prince George County Sheriff", "task force"), ("NV", "Carson City Sheriff", "jail enforcement"),
)


def agencies(*decided: Decided) -> Agencies:
    rows = tuple(Agreement(state, agency, "", model, None, DAY, "a list") for state, agency, model in LIST)
    return Agencies(Snapshot(DAY, "a list", rows), decided)


def against(*names: str, court: str = "mnd", **more: Any) -> PublishedCase:
    parties = tuple(PublishedParty(name, ("Respondent",), more.get("protected", False), ()) for name in names)
    return released(dockets=(docket(1, court, "0:26-cv-00001", parties=parties),))


def matched(*names: str, court: str = "mnd") -> list[str]:
    return [f"{each.state} {each.agency}" for each in agencies().named_in(against(*names, court=court))]


@pytest.mark.parametrize(("name", "court", "agency"), [
    ("Sheriff of Washington County", "mnd", "MN Washington County Sheriff"),
    ("Washington County Sheriff's Office", "mnd", "MN Washington County Sheriff"),
    ("Washington County Sheriff’s Department", "ord", "OR Washington County Sheriff's Office"),
    ("Sheriff of Washington County, Oregon", "mnd", "OR Washington County Sheriff's Office"),
    ("Washington County Sheriff (Minn.)", "ca8", "MN Washington County Sheriff"),
    ("Jane Roe, Sheriff of Jackson County, in her official capacity", "mnd", "MN Jackson County Sheriff"),
    ("Sheriff Jane Roe of Jackson County", "mnd", "MN Jackson County Sheriff"),
    ("Jackson County Sheriff Jane Roe", "mnd", "MN Jackson County Sheriff"),
    ("Roe, Sheriff, Jackson County", "mnd", "MN Jackson County Sheriff"),
    ("City of Arcadia Police Department", "mnd", "MN Arcadia Police"),
    ("Chief of Police, City of Arcadia", "flmd", "FL Arcadia Police Department"),
    ("Sheriff of the City of Richmond", "vaed", "VA Richmond City Sheriff"),
    ("Sheriff of Bossier Parish", "lawd", "LA Bossier Parish Sheriff"),
    ("Saint Lucie County Sheriff's Office", "flsd", "FL St. Lucie County Sheriff"),
    ("Carson City Sheriff's Office", "nvd", "NV Carson City Sheriff"),
])
def test_an_agency_is_found_however_it_is_written(name: str, court: str, agency: str) -> None:
    assert matched(name, court=court) == [agency]


@pytest.mark.parametrize(("name", "court"), [
    ("Sheriff of Washington County", "txsd"),  # the same county in a third state
    ("Sheriff of Washington County", "dcd"),  # Washington is not that county
    ("Washington County", "mnd"),  # the county, not its sheriff
    ("Washington County Jail", "mnd"),
    ("Washington Police Department", "mnd"),
    ("Arcadia County Sheriff", "mnd"),  # the city's police is not the county's sheriff
    ("Sheriff of Richmond County", "vaed"),  # the county is not the city of that name
    ("Sheriff Jackson", "mnd"),  # a person called as a county is
    ("Jackson", "mnd"),
    ("Prince George's County Sheriff", "mnd"),  # one letter and another county
    ("Carson County Sheriff", "nvd"),
    ("Sheriff of Jackson", "mnd"),
    ("Department of Homeland Security", "mnd"),
    ("Field Office Director, St. Paul Field Office", "mnd"),
])
def test_what_only_looks_alike_is_left(name: str, court: str) -> None:
    assert matched(name, court=court) == []


def test_nobody_protected_is_an_agency() -> None:
    case = against("Sheriff of Jackson County", protected=True)
    assert agencies().named_in(case) == ()


def test_no_persons_name_is_shown() -> None:
    """A sheriff sued by name: is only the list's name of the agency told?"""
    (match,) = agencies().named_in(against("Jane Roe, Sheriff of Jackson County"))
    assert match.agency == "Jackson County Sheriff"
    assert "Roe" not in repr(match)
    assert [office.words for office in offices("Sheriff Jane Roe of Jackson County", "MN")] == [
        "Sheriff of Jackson County"]


def test_one_agency_has_all_its_models() -> None:
    (match,) = agencies().named_in(against("Sheriff of Washington County", "Washington County Sheriff's Office"))
    assert (match.models, match.snapshot, match.how) == (("jail enforcement", "task force"), DAY, "exact")


@pytest.mark.parametrize(("name", "court", "near"), [
    ("Washington County Jail", "mnd", ["Washington County Sheriff"]),
    ("Washington County", "mnd", ["Washington County Sheriff"]),
    ("Prince George's County Sheriff", "mnd", ["Prince George County Sheriff"]),
    ("Florida Highway Patrol", "flmd", ["florida of highway safety, of highway patrol"]),
    ("Sheriff of Washington County", "dcd", ["Washington County Sheriff", "Washington County Sheriff's Office"]),
    ("Sheriff of Harbor County", "mnd", []), ("Jackson Police Department", "mnd", []),
    ("Washington County Sheriff", "txsd", []), ("Arcadia County Sheriff", "mnd", []),
])
def test_what_is_near_is_proposed(name: str, court: str, near: list[str]) -> None:
    """And only that: is nothing proposed across kinds, or to a state that is known to be another?"""
    assert [each.agency.name for each in agencies().proposals(against(name, court=court))] == near


def decided(same: bool) -> Decided:
    return Decided(agency_key("Washington County Jail"), agency_key("Washington County Sheriff"), "MN", same,
                   "Dana Whitlow", dt.date(2026, 2, 3))


def test_a_person_confirms_or_rejects() -> None:
    """Shown with who said so once confirmed, never proposed again once rejected?"""
    case = against("Washington County Jail")
    (match,) = agencies(decided(True)).named_in(case)
    assert (match.agency, match.how, match.confirmed_by) == ("Washington County Sheriff", "confirmed", "Dana Whitlow")
    assert agencies(decided(False)).named_in(case) == ()
    assert [*agencies(decided(False)).proposals(case), *agencies(decided(True)).proposals(case)] == []
    assert agencies(decided(True)).named_in(against("Washington County Jail", court="ord")) == ()


def test_an_exact_match_can_be_rejected() -> None:
    key = agency_key("Sheriff of Jackson County")
    other = Decided(key, key, "MN", False, "Dana Whitlow", DAY)
    assert agencies(other).named_in(against("Sheriff of Jackson County")) == ()


def test_what_is_proposed_can_be_pasted(tmp_path: Path) -> None:
    """Filled in and put into the file: is it read as the decision that was asked for?"""
    case = against("Washington County Jail")
    told = tell_proposals(agencies().proposals(case), Path("data/agency-matches.toml"))
    pasted = told.partition("\n\n")[2].replace('by = ""', 'by = "Dana Whitlow"').replace("\non = ", "\non = 2026-02-03")
    (tmp_path / "agency-matches.toml").write_text(pasted, "utf-8")
    assert read_matches((tmp_path,), dt.date(2026, 4, 10)) == (decided(True),)


@pytest.mark.parametrize(("text", "sentence"), [
    ("[[match]]\nnamed = 'a'\n", "agency-matches.toml:1: match.agency: is missing"),
    ("[[match]]\nnamed='a'\nagency='b'\nstate='Minnesota'\ndecision='same'\nby='D'\non=2026-01-01\n",
     "agency-matches.toml:4: match.state: must be a postal code"),
    ("[[match]]\nnamed='a'\nagency='b'\nstate='MN'\ndecision='maybe'\nby='D'\non=2026-01-01\n", "match.decision: must"),
    ("[[match]]\nnamed='a'\nagency='b'\nstate='MN'\ndecision='same'\nby='D'\non=2027-01-01\n", "is yet to come"),
    ("[[matched]]\n", "is not a key known here"),
])
def test_a_mistake_in_the_decisions_is_named(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "agency-matches.toml").write_text(text, "utf-8")
    with pytest.raises(SiteError, match=sentence.replace("[", r"\[")):
        read_matches((tmp_path,), dt.date(2026, 4, 10))


def test_the_command_of_a_tracker_that_holds_nothing(tmp_path: Path) -> None:
    """Does it read what there is, and say that there is nothing to decide?"""
    site, db = tmp_path / "tracker", str(tmp_path / "dockets.db")
    open_store(db).dispose()
    for words in (["init", str(site)], ["agencies"]):
        done = CliRunner().invoke(cli.writwatch, ["--site", str(site), "--db", db, *words], standalone_mode=False)
        assert done.exception is None, done.output
    assert done.output.strip() == "No agency of a docket comes near one of the list without being the same."


def test_a_mistake_in_a_case_file_is_said(tmp_path: Path) -> None:
    """Where the command exits with 3, does it say why?"""
    site, db = tmp_path / "tracker", str(tmp_path / "dockets.db")
    open_store(db).dispose()
    CliRunner().invoke(cli.writwatch, ["init", str(site)], standalone_mode=False)
    (site / "cases" / "harbor.toml").write_text('name = "Harbor League v. Ferncliff"\ncolour = "red"\n', "utf-8")
    done = CliRunner().invoke(cli.writwatch, ["--site", str(site), "--db", db, "agencies"], standalone_mode=False)
    assert done.return_value == 3
    assert "harbor.toml" in done.stderr
