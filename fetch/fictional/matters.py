"""What the invented suits are about: the ten topics with challenges to invented policies, and who sues.

Organisations are invented. Offices and agencies are real offices; their holders (`people.OFFICES`) are not.
"""
from typing import NamedTuple

from .dice import Dice


class Challenge(NamedTuple):
    """A suit's subject. `policy` fits into a sentence; `against`: keys of OFFICES, then agencies by name."""

    topic: str
    government_action: str
    policy: str
    why: str
    nature_of_suit: str
    cause: str
    against: tuple[str, ...]


_APA = ("899 Administrative Procedure Act/Review or Appeal of Agency Decision", "05:0702 Administrative Procedure Act")
_CIVIL = ("440 Civil Rights: Other", "28:1331 Fed. Question")
_HABEAS = ("463 Habeas Corpus - Alien Detainee", "28:2241 Petition for Writ of Habeas Corpus (federa")
_STATE = ("440 Civil Rights: Other", "28:1441 Petition for Removal- Civil Rights Act")
_FOIA = ("895 Freedom of Information Act", "05:552 Freedom of Information Act")
DHS = "U.S. Department of Homeland Security"
ICE = "U.S. Immigration and Customs Enforcement"
CBP = "U.S. Customs and Border Protection"

CHALLENGES: tuple[Challenge, ...] = (
    Challenge(
        "detention", "Detention without a bond hearing", "the no-bond policy of July 2025",
        "Decides whether people arrested inside the country may ask an immigration judge for bond.",
        *_HABEAS, ("dhs", "ag", "ice", DHS),
    ),
    Challenge(
        "detention", "Conditions in short-term hold rooms", "the waiver of the twelve-hour limit on hold rooms",
        "Decides how long people may be kept in rooms without beds.", "555 Prisoner: Prison Condition",
        "28:1331 Fed. Question", ("dhs", "ice", ICE),
    ),
    Challenge(
        "removal", "Removal to third countries", "the directive on removals to third countries",
        "Decides what notice a person gets before being sent to a country not their own.",
        *_APA, ("dhs", "ag", "ice", DHS),
    ),
    Challenge(
        "removal", "Expansion of expedited removal", "the rule extending expedited removal to the interior",
        "Decides who can be removed without seeing a judge.", *_APA, ("dhs", "ag", DHS),
    ),
    Challenge(
        "operations", "Force against observers and the press", "the rules of engagement for street operations",
        "Tests what officers may do to people who watch and film them.", *_CIVIL, ("dhs", "ice", "cbp", DHS),
    ),
    Challenge(
        "operations", "Arrests without a warrant", "the practice of arrests without warrant or probable cause",
        "Decides whether roving patrols may stop people without reasons of their own.", *_CIVIL, ("dhs", "cbp", CBP),
    ),
    Challenge(
        "local-police", "287(g) agreements", "the task-force agreement under 8 U.S.C. § 1357(g)",
        "Decides whether a sheriff may lend deputies to immigration enforcement against state law.",
        *_STATE, ("ice", ICE),
    ),
    Challenge(
        "local-police", "Grant conditions on sanctuary places", "the immigration conditions on public-safety grants",
        "Decides whether the government may tie money for police to immigration work.", *_APA, ("ag", "dhs"),
    ),
    Challenge(
        "surveillance", "Sharing of health records", "the agreement to share enrolment records",
        "Decides whether health data may be used to find people for arrest.", *_APA, ("dhs", DHS),
    ),
    Challenge(
        "surveillance", "Skip-tracing contracts", "the skip-tracing programme run by contractors",
        "Asks whether private firms may be paid to follow people who are accused of nothing.", *_CIVIL, ("ice", ICE),
    ),
    Challenge(
        "children", "Custody of unaccompanied children", "the sponsor-vetting rule",
        "Decides how long children wait in shelters before they may go to their families.", *_APA, ("dhs", DHS),
    ),
    Challenge(
        "children", "Removal of unaccompanied children", "the plan to return unaccompanied children",
        "Decides whether children can be sent away while their cases are open.", *_APA, ("dhs", "ag", "ice"),
    ),
    Challenge(
        "places", "Arrests in courthouses", "the courthouse arrest memorandum",
        "Decides whether people can come to court without fear of arrest there.", *_APA, ("dhs", "ice", ICE),
    ),
    Challenge(
        "places", "Enforcement in houses of worship", "the rescission of the protected-areas policy",
        "Decides whether congregations can meet without officers at the door.", *_APA, ("dhs", "cbp", DHS),
    ),
    Challenge(
        "speech", "Visa revocation for speech", "the visa-revocation programme aimed at protest",
        "Tests whether students can lose their status for what they say.", *_CIVIL, ("state", "dhs", ICE),
    ),
    Challenge(
        "speech", "Removal of reports on officers", "the demands that platforms take down reports on officers",
        "Tests whether the government may press platforms to remove lawful speech.", *_CIVIL, ("ag", "dhs"),
    ),
    Challenge(
        "status", "End of temporary protected status", "the termination of temporary protected status",
        "Decides whether hundreds of thousands of people keep the right to stay and work.", *_APA, ("dhs", DHS),
    ),
    Challenge(
        "status", "Registration of noncitizens", "the registration rule",
        "Decides whether people must report themselves to the government or face prosecution.",
        *_APA, ("dhs", "ag", DHS),
    ),
    Challenge(
        "oversight", "Closed detention sites", "the seven-day notice rule for visits to detention sites",
        "Decides whether elected officials and lawyers can see inside detention sites.", *_APA, ("dhs", "ice", ICE),
    ),
    Challenge(
        "oversight", "Records on detention spending", "the refusal to release records on detention contracts",
        "Decides whether the public may learn what detention costs.", *_FOIA, (ICE, DHS),
    ),
)  # fmt: skip

OUTSIDE: dict[str, Challenge] = {
    name: Challenge("", "", "", "", *codes, against)
    for name, codes, against in (
        ("criminal re-entry", ("", ""), ("United States of America",)),
        ("records request to another office", _FOIA, ("dhs", DHS)),
        ("employment", ("442 Civil Rights: Jobs", "42:2000e Job Discrimination (Employment)"), ("dhs", DHS)),
        ("naturalization delay", ("890 Other Statutory Actions", "28:1361 Petition for Mandamus"), ("dhs", DHS)),
    )
}
"""What dockets that are not ours are about, by path."""

NATURES_463 = (
    "463 Habeas Corpus - Alien Detainee", "463 Habeas Corpus - Alien Detainee", "463 Habeas corpus - alien detainee",
    "463 Prisoner: Habeas Corpus - Alien Detainee", "463 Habeas Corpus – Alien Detainee",
)  # fmt: skip
"""The four spellings, the commonest twice."""

_PLACES = (
    "Harbor Light", "Three Rivers", "Prairie Lantern", "Blue Ridge Crossing", "Desert Willow", "Northern Pines",
    "Gulf Bend", "Cedar Street", "Valley Oak", "Stone Arch", "Copper Canyon", "Maple Corner", "Red Clay", "Iron Bridge",
    "Lake Country",
)  # fmt: skip
_KINDS = (
    "Legal Network", "Newcomers Alliance", "Interfaith Council", "Workers' Center", "Immigrant Defense Project",
    "Tenants' League", "Press Club", "Students' Association", "Health Clinic", "Farmworkers' Union",
    "Mothers' Committee",
)  # fmt: skip
_TOWNS = ("Marrow Lake", "Pennyfield", "Ashcombe Falls", "New Torrance Bay", "Quill Harbor", "Winslow Heights")
COUNTIES = ("Marrow County", "Pennyfield County", "Ashcombe County", "Quill County", "Winslow County")
FIRMS = (
    "Lantern Immigrant Defense", "Sycamore Law Project", "Crossroads Legal Aid", "Bridgewater & Lowe LLP",
    "Open Door Advocates", "Juniper Legal Clinic",
)  # fmt: skip


def organisation(dice: Dice) -> str:
    """Who sues: an organisation or, now and then, a town."""
    if dice.chance(0.12):
        return f"City of {dice.pick(_TOWNS)}"
    return f"{dice.pick(_PLACES)} {dice.pick(_KINDS)}"
