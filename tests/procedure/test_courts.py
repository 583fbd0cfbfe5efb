"""The table of courts against itself, the clock's own zone names and CourtListener's list of courts."""

import gzip
import json
import re
import zoneinfo
from collections import Counter
from pathlib import Path

import pytest
from writwatch.render.procedure.courts import COURTS, Court, court

# How many districts each circuit has (28 U.S.C. 41, and the territories).
DISTRICTS = {
    "ca1": 5,
    "ca2": 6,
    "ca3": 6,
    "ca4": 9,
    "ca5": 9,
    "ca6": 9,
    "ca7": 7,
    "ca8": 10,
    "ca9": 15,
    "ca10": 8,
    "ca11": 9,
    "cadc": 1,
}


def test_every_court_is_there_once() -> None:
    """Are there 94 districts, 13 circuits, the Supreme Court and the panel, each district in its circuit?"""
    assert Counter(each.level for each in COURTS.values()) == {"district": 94, "appeals": 13, "supreme": 1, "panel": 1}
    assert Counter(each.circuit for each in COURTS.values() if each.level == "district") == DISTRICTS
    for field in ("name", "citation"):
        assert len({getattr(each, field) for each in COURTS.values()}) == len(COURTS)


@pytest.mark.parametrize(
    ("court_id", "expected"),
    [
        ("txsd", ("District Court for the Southern District of Texas", "S.D. Tex.", "TX", "ca5", "America/Chicago")),
        ("prd", ("District Court for the District of Puerto Rico", "D.P.R.", "PR", "ca1", "America/Puerto_Rico")),
        ("vid", ("District Court for the District of the Virgin Islands", "D.V.I.", "VI", "ca3", "America/St_Thomas")),
        ("gud", ("District Court for the District of Guam", "D. Guam", "GU", "ca9", "Pacific/Guam")),
        ("azd", ("District Court for the District of Arizona", "D. Ariz.", "AZ", "ca9", "America/Phoenix")),
        (
            "kywd",
            (
                "District Court for the Western District of Kentucky",
                "W.D. Ky.",
                "KY",
                "ca6",
                "America/Kentucky/Louisville",
            ),
        ),
        ("ca5", ("Court of Appeals for the Fifth Circuit", "5th Cir.", "", "ca5", "America/Chicago")),
        ("scotus", ("Supreme Court of the United States", "U.S.", "", "", "America/New_York")),
    ],
)
def test_a_court_is_what_it_is(court_id: str, expected: tuple[str, ...]) -> None:
    """Name, citation, state, circuit and time zone of a court, by its id?"""
    found = court(court_id)
    assert found is not None
    assert found[1:6] == expected


@pytest.mark.parametrize("court_id", ["", "TXSD", "txd", "ca12", "nysupct", "canalzoned"])
def test_no_other_court_is_known(court_id: str) -> None:
    """Is an abolished, a state or a made-up court refused?"""
    assert court(court_id) is None


def test_every_time_zone_exists() -> None:
    """Does the zone data know each name?"""
    assert {each.timezone for each in COURTS.values()} <= zoneinfo.available_timezones()


def test_the_ids_are_those_of_courtlistener(shared: Path) -> None:
    """Do our districts equal CourtListener's living ones, name by name, and are ours above them there too?"""
    with gzip.open(shared / "courtlistener" / "dump" / "courts.jsonl.gz", "rt") as lines:
        theirs = {row["id"]: row for row in map(json.loads, lines)}
    living = {
        key: row["full_name"].rstrip(".")
        for key, row in theirs.items()
        if row["jurisdiction"] == "FD" and row["in_use"] and not row["end_date"]
    }
    assert {key: _their_way(each) for key, each in COURTS.items() if each.level == "district"} == living
    appellate = {key: row["full_name"] for key, row in theirs.items() if row["jurisdiction"] == "F"}
    assert {key: each.name for key, each in COURTS.items() if each.level in ("appeals", "supreme")} == appellate
    assert theirs["jpml"]["full_name"] == f"United States {COURTS['jpml'].name}"


def _their_way(each: Court) -> str:
    """CourtListener shortens: "District Court, S.D. Texas"; for three places without a state it has no "D."."""
    place = each.name.removeprefix("District Court for the ")
    if each.id != "dcd":
        place = re.sub(r"^District of (?:the )?", "" if each.id in ("nmid", "vid") else "D. ", place)
    return "District Court, " + re.sub(r"^(\w)\w+ District of ", r"\1.D. ", place)
