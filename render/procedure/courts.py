"""The federal courts a docket may come from: a CourtListener court id in, the court out. Pure, a table checked by hand.

The 94 district courts, the 13 circuits, the Supreme Court and the panel on multidistrict litigation. Names and ids are
CourtListener's; citations are spelt as lawyers write them, where CourtListener has none or an odd one.
"""

import re
from typing import Literal, NamedTuple

Level = Literal["district", "appeals", "supreme", "panel"]


class Court(NamedTuple):
    """One court. `circuit` is the id of the circuit it belongs to (a court of appeals: its own), "" above the circuits.

    `state` is the postal code, "" where a court has more than one. `timezone` (IANA) is that of the clerk's main
    office: times in a court's orders are its own.
    """

    id: str
    name: str
    citation: str
    state: str
    circuit: str
    timezone: str
    level: Level


_EASTERN = "America/New_York"
_CENTRAL = "America/Chicago"
_MOUNTAIN = "America/Denver"
_PACIFIC = "America/Los_Angeles"
_INDIANA = "America/Indiana/Indianapolis"
_LOUISVILLE = "America/Kentucky/Louisville"

# A remark stands where a district spans two time zones: a time read there may be an hour off.
_DISTRICTS = (
    ("akd", "District of Alaska", "D. Alaska", "AK", "ca9", "America/Anchorage"),  # the western Aleutians: Hawaii time
    ("almd", "Middle District of Alabama", "M.D. Ala.", "AL", "ca11", _CENTRAL),
    ("alnd", "Northern District of Alabama", "N.D. Ala.", "AL", "ca11", _CENTRAL),
    ("alsd", "Southern District of Alabama", "S.D. Ala.", "AL", "ca11", _CENTRAL),
    ("ared", "Eastern District of Arkansas", "E.D. Ark.", "AR", "ca8", _CENTRAL),
    ("arwd", "Western District of Arkansas", "W.D. Ark.", "AR", "ca8", _CENTRAL),
    ("azd", "District of Arizona", "D. Ariz.", "AZ", "ca9", "America/Phoenix"),  # the Navajo Nation keeps summer time
    ("cacd", "Central District of California", "C.D. Cal.", "CA", "ca9", _PACIFIC),
    ("caed", "Eastern District of California", "E.D. Cal.", "CA", "ca9", _PACIFIC),
    ("cand", "Northern District of California", "N.D. Cal.", "CA", "ca9", _PACIFIC),
    ("casd", "Southern District of California", "S.D. Cal.", "CA", "ca9", _PACIFIC),
    ("cod", "District of Colorado", "D. Colo.", "CO", "ca10", _MOUNTAIN),
    ("ctd", "District of Connecticut", "D. Conn.", "CT", "ca2", _EASTERN),
    ("dcd", "District of Columbia", "D.D.C.", "DC", "cadc", _EASTERN),
    ("ded", "District of Delaware", "D. Del.", "DE", "ca3", _EASTERN),
    ("flmd", "Middle District of Florida", "M.D. Fla.", "FL", "ca11", _EASTERN),
    ("flnd", "Northern District of Florida", "N.D. Fla.", "FL", "ca11", _EASTERN),  # Pensacola, Panama City: Central
    ("flsd", "Southern District of Florida", "S.D. Fla.", "FL", "ca11", _EASTERN),
    ("gamd", "Middle District of Georgia", "M.D. Ga.", "GA", "ca11", _EASTERN),
    ("gand", "Northern District of Georgia", "N.D. Ga.", "GA", "ca11", _EASTERN),
    ("gasd", "Southern District of Georgia", "S.D. Ga.", "GA", "ca11", _EASTERN),
    ("gud", "District of Guam", "D. Guam", "GU", "ca9", "Pacific/Guam"),
    ("hid", "District of Hawaii", "D. Haw.", "HI", "ca9", "Pacific/Honolulu"),
    ("iand", "Northern District of Iowa", "N.D. Iowa", "IA", "ca8", _CENTRAL),
    ("iasd", "Southern District of Iowa", "S.D. Iowa", "IA", "ca8", _CENTRAL),
    ("idd", "District of Idaho", "D. Idaho", "ID", "ca9", "America/Boise"),  # the north, Coeur d'Alene: Pacific
    ("ilcd", "Central District of Illinois", "C.D. Ill.", "IL", "ca7", _CENTRAL),
    ("ilnd", "Northern District of Illinois", "N.D. Ill.", "IL", "ca7", _CENTRAL),
    ("ilsd", "Southern District of Illinois", "S.D. Ill.", "IL", "ca7", _CENTRAL),
    ("innd", "Northern District of Indiana", "N.D. Ind.", "IN", "ca7", _INDIANA),  # Hammond: Central
    ("insd", "Southern District of Indiana", "S.D. Ind.", "IN", "ca7", _INDIANA),  # Evansville: Central
    ("ksd", "District of Kansas", "D. Kan.", "KS", "ca10", _CENTRAL),  # four counties on the western border: Mountain
    ("kyed", "Eastern District of Kentucky", "E.D. Ky.", "KY", "ca6", _EASTERN),
    ("kywd", "Western District of Kentucky", "W.D. Ky.", "KY", "ca6", _LOUISVILLE),  # Bowling Green and west: Central
    ("laed", "Eastern District of Louisiana", "E.D. La.", "LA", "ca5", _CENTRAL),
    ("lamd", "Middle District of Louisiana", "M.D. La.", "LA", "ca5", _CENTRAL),
    ("lawd", "Western District of Louisiana", "W.D. La.", "LA", "ca5", _CENTRAL),
    ("mad", "District of Massachusetts", "D. Mass.", "MA", "ca1", _EASTERN),
    ("mdd", "District of Maryland", "D. Md.", "MD", "ca4", _EASTERN),
    ("med", "District of Maine", "D. Me.", "ME", "ca1", _EASTERN),
    ("mied", "Eastern District of Michigan", "E.D. Mich.", "MI", "ca6", "America/Detroit"),
    ("miwd", "Western District of Michigan", "W.D. Mich.", "MI", "ca6", "America/Detroit"),  # by Wisconsin: Central
    ("mnd", "District of Minnesota", "D. Minn.", "MN", "ca8", _CENTRAL),
    ("moed", "Eastern District of Missouri", "E.D. Mo.", "MO", "ca8", _CENTRAL),
    ("mowd", "Western District of Missouri", "W.D. Mo.", "MO", "ca8", _CENTRAL),
    ("msnd", "Northern District of Mississippi", "N.D. Miss.", "MS", "ca5", _CENTRAL),
    ("mssd", "Southern District of Mississippi", "S.D. Miss.", "MS", "ca5", _CENTRAL),
    ("mtd", "District of Montana", "D. Mont.", "MT", "ca9", _MOUNTAIN),
    ("nced", "Eastern District of North Carolina", "E.D.N.C.", "NC", "ca4", _EASTERN),
    ("ncmd", "Middle District of North Carolina", "M.D.N.C.", "NC", "ca4", _EASTERN),
    ("ncwd", "Western District of North Carolina", "W.D.N.C.", "NC", "ca4", _EASTERN),
    ("ndd", "District of North Dakota", "D.N.D.", "ND", "ca8", _CENTRAL),  # the south-west: Mountain
    ("ned", "District of Nebraska", "D. Neb.", "NE", "ca8", _CENTRAL),  # the panhandle: Mountain
    ("nhd", "District of New Hampshire", "D.N.H.", "NH", "ca1", _EASTERN),
    ("njd", "District of New Jersey", "D.N.J.", "NJ", "ca3", _EASTERN),
    ("nmd", "District of New Mexico", "D.N.M.", "NM", "ca10", _MOUNTAIN),
    ("nmid", "District of the Northern Mariana Islands", "D. N. Mar. I.", "MP", "ca9", "Pacific/Saipan"),
    ("nvd", "District of Nevada", "D. Nev.", "NV", "ca9", _PACIFIC),  # West Wendover: Mountain
    ("nyed", "Eastern District of New York", "E.D.N.Y.", "NY", "ca2", _EASTERN),
    ("nynd", "Northern District of New York", "N.D.N.Y.", "NY", "ca2", _EASTERN),
    ("nysd", "Southern District of New York", "S.D.N.Y.", "NY", "ca2", _EASTERN),
    ("nywd", "Western District of New York", "W.D.N.Y.", "NY", "ca2", _EASTERN),
    ("ohnd", "Northern District of Ohio", "N.D. Ohio", "OH", "ca6", _EASTERN),
    ("ohsd", "Southern District of Ohio", "S.D. Ohio", "OH", "ca6", _EASTERN),
    ("oked", "Eastern District of Oklahoma", "E.D. Okla.", "OK", "ca10", _CENTRAL),
    ("oknd", "Northern District of Oklahoma", "N.D. Okla.", "OK", "ca10", _CENTRAL),
    ("okwd", "Western District of Oklahoma", "W.D. Okla.", "OK", "ca10", _CENTRAL),
    ("ord", "District of Oregon", "D. Or.", "OR", "ca9", _PACIFIC),  # Malheur County: Mountain
    ("paed", "Eastern District of Pennsylvania", "E.D. Pa.", "PA", "ca3", _EASTERN),
    ("pamd", "Middle District of Pennsylvania", "M.D. Pa.", "PA", "ca3", _EASTERN),
    ("pawd", "Western District of Pennsylvania", "W.D. Pa.", "PA", "ca3", _EASTERN),
    ("prd", "District of Puerto Rico", "D.P.R.", "PR", "ca1", "America/Puerto_Rico"),
    ("rid", "District of Rhode Island", "D.R.I.", "RI", "ca1", _EASTERN),
    ("scd", "District of South Carolina", "D.S.C.", "SC", "ca4", _EASTERN),
    ("sdd", "District of South Dakota", "D.S.D.", "SD", "ca8", _CENTRAL),  # the west, Rapid City: Mountain
    ("tned", "Eastern District of Tennessee", "E.D. Tenn.", "TN", "ca6", _EASTERN),  # Winchester: Central
    ("tnmd", "Middle District of Tennessee", "M.D. Tenn.", "TN", "ca6", _CENTRAL),
    ("tnwd", "Western District of Tennessee", "W.D. Tenn.", "TN", "ca6", _CENTRAL),
    ("txed", "Eastern District of Texas", "E.D. Tex.", "TX", "ca5", _CENTRAL),
    ("txnd", "Northern District of Texas", "N.D. Tex.", "TX", "ca5", _CENTRAL),
    ("txsd", "Southern District of Texas", "S.D. Tex.", "TX", "ca5", _CENTRAL),
    ("txwd", "Western District of Texas", "W.D. Tex.", "TX", "ca5", _CENTRAL),  # El Paso (numbers "3:…"): Mountain
    ("utd", "District of Utah", "D. Utah", "UT", "ca10", _MOUNTAIN),
    ("vaed", "Eastern District of Virginia", "E.D. Va.", "VA", "ca4", _EASTERN),
    ("vawd", "Western District of Virginia", "W.D. Va.", "VA", "ca4", _EASTERN),
    ("vid", "District of the Virgin Islands", "D.V.I.", "VI", "ca3", "America/St_Thomas"),
    ("vtd", "District of Vermont", "D. Vt.", "VT", "ca2", _EASTERN),
    ("waed", "Eastern District of Washington", "E.D. Wash.", "WA", "ca9", _PACIFIC),
    ("wawd", "Western District of Washington", "W.D. Wash.", "WA", "ca9", _PACIFIC),
    ("wied", "Eastern District of Wisconsin", "E.D. Wis.", "WI", "ca7", _CENTRAL),
    ("wiwd", "Western District of Wisconsin", "W.D. Wis.", "WI", "ca7", _CENTRAL),
    ("wvnd", "Northern District of West Virginia", "N.D.W. Va.", "WV", "ca4", _EASTERN),
    ("wvsd", "Southern District of West Virginia", "S.D.W. Va.", "WV", "ca4", _EASTERN),
    ("wyd", "District of Wyoming", "D. Wyo.", "WY", "ca10", _MOUNTAIN),
)

_CIRCUITS = (
    ("ca1", "First Circuit", "1st Cir.", _EASTERN),
    ("ca2", "Second Circuit", "2d Cir.", _EASTERN),
    ("ca3", "Third Circuit", "3d Cir.", _EASTERN),
    ("ca4", "Fourth Circuit", "4th Cir.", _EASTERN),
    ("ca5", "Fifth Circuit", "5th Cir.", _CENTRAL),
    ("ca6", "Sixth Circuit", "6th Cir.", _EASTERN),
    ("ca7", "Seventh Circuit", "7th Cir.", _CENTRAL),
    ("ca8", "Eighth Circuit", "8th Cir.", _CENTRAL),
    ("ca9", "Ninth Circuit", "9th Cir.", _PACIFIC),
    ("ca10", "Tenth Circuit", "10th Cir.", _MOUNTAIN),
    ("ca11", "Eleventh Circuit", "11th Cir.", _EASTERN),
    ("cadc", "D.C. Circuit", "D.C. Cir.", _EASTERN),
    ("cafc", "Federal Circuit", "Fed. Cir.", _EASTERN),
)


COURTS: dict[str, Court] = {
    each.id: each
    for each in (
        *(
            Court(court_id, f"District Court for the {district}", citation, state, circuit, timezone, "district")
            for court_id, district, citation, state, circuit, timezone in _DISTRICTS
        ),
        *(
            Court(court_id, f"Court of Appeals for the {circuit}", citation, "", court_id, timezone, "appeals")
            for court_id, circuit, citation, timezone in _CIRCUITS
        ),
        Court("scotus", "Supreme Court of the United States", "U.S.", "", "", _EASTERN, "supreme"),
        Court("jpml", "Judicial Panel on Multidistrict Litigation", "J.P.M.L.", "", "", _EASTERN, "panel"),
    )
}
"""Every court by its CourtListener id."""


def court(court_id: str) -> Court | None:
    """The court with this CourtListener id ("txsd", "ca5"), None where the table has none."""
    return COURTS.get(court_id)


def court_named(written: str) -> Court | None:
    """The court by its id or as lawyers cite it, whatever the capitals, points and spaces: "TXSD", "S.D. Tex."."""
    return _NAMED.get(letters(written))


def letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


_NAMED = {letters(name): each for each in COURTS.values() for name in (each.citation, each.id)}
