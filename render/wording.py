"""The words of the pages: vocabulary and dates in, plain sentences out. The only place where they are written.

Every text is English and marked with `N_`; `Wording` puts it through the gettext it was made with, so that another
language is another catalogue. In a sentence "{on}" becomes " on 15 January 2026", or nothing where no date is known.
"""
import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from .procedure.courts import COURTS
from .procedure.standing import RELIEF
from .published import PublishedCase, PublishedChange, PublishedDate, PublishedEvent, Shown, undone_ruling
from .show_cause import ShowCause


def N_(text: str) -> str:  # noqa: N802, the name gettext looks for
    """Mark a text for translators and leave it as it is."""
    return text


CONTEXT: Final = "\x04"
"""What stands between a context and a text where gettext looks for both."""


def in_context(gettext: Callable[[str], str], context: str, text: str) -> str:
    """A text that another language may have to say otherwise of one thing than of another.

    A catalogue does so with a context (msgctxt): the name of an axis, "status", "ruled", "forms", or "short" (a month).
    """
    told = gettext(f"{context}{CONTEXT}{text}")
    return gettext(text) if CONTEXT in told else told


class Standing(NamedTuple):
    """How a status is told: a label for tables, a sentence for the case's page, and the tone it is drawn in."""

    label: str
    sentence: str
    tone: str


STATUSES: Final[dict[str, Standing]] = {
    "open_pending": Standing(
        N_("Open"), N_("The case is open. We have seen no ruling on what was asked."), "open"),
    "relief_granted_interim": Standing(
        N_("Temporary relief"), N_("The court granted temporary relief{on}. The case goes on."), "interim"),
    "stayed": Standing(
        N_("On hold"), N_("The court paused the case{on}."), "paused"),
    "on_appeal": Standing(
        N_("On appeal"), N_("The case has been on appeal{since}."), "appeal"),
    "relief_granted_final": Standing(
        N_("Relief granted"), N_("The court granted relief{on}."), "granted"),
    "relief_denied": Standing(
        N_("Relief denied"), N_("The court denied relief{on}."), "denied"),
    "dismissed": Standing(
        N_("Dismissed"), N_("The court dismissed the case{on}."), "ended"),
    "voluntarily_dismissed": Standing(
        N_("Withdrawn"), N_("The side that brought the case withdrew it{on}."), "ended"),
    "settled": Standing(
        N_("Settled"), N_("A settlement was reported{on}."), "ended"),
    "transferred": Standing(
        N_("Transferred"), N_("The case was transferred to another court{on}."), "ended"),
    "remanded": Standing(
        N_("Sent back"), N_("The case was sent back to the court or agency that it came from{on}."), "ended"),
    "closed_other": Standing(
        N_("Closed"), N_("The docket was closed{on}. We have seen no ruling on what was asked."), "ended"),
    "unknown": Standing(
        N_("Not known"),
        N_("We do not know where the case stands: the newest ruling is sealed, or its entry does not say what was "
           "decided."),
        "unknown"),
}
"""Every status in the order in which bars and tables show it."""

NUANCES: Final[dict[tuple[str, str], str]] = {
    ("dismissed", "dismissed_moot"): N_("The court dismissed the case{on} as moot: there was nothing left to decide."),
    ("relief_granted_final", "granted_in_part"): N_("The court granted a part of what was asked{on}."),
}
"""Statuses that the axis of the ruling tells more exactly."""

ABOVE: Final[dict[str, str]] = {
    "affirmed": N_("The court let the ruling below stand{on}."),
    "reversed": N_("The court reversed the ruling below{on}."),
    "vacated": N_("The court set aside the ruling below{on}."),
    "dismissed": N_("The court dismissed the appeal or petition{on}."),
    "dismissed_moot": N_(
        "The court dismissed the appeal or petition{on} as moot: there was nothing left to decide."),
}
"""What a court above did, where the case has no docket of the court below: by the axis of the appeal, or the ruling."""
_RULED_ABOVE: Final = frozenset({"relief_granted_final", "relief_denied", "dismissed"})

JOINED: Final = N_("The case was joined with {number}{on} and goes on there; its own docket was closed.")
"""A docket that was closed because its case was joined with another."""

MOVED: Final = N_("The case has been in {court} as {number}{since}.")
"""A case that is in another of its dockets now, by a transfer to another court or because it was joined there."""

RELIEF_ON_HOLD: Final = N_("What had been granted was put on hold by a court{on}. The case goes on.")
"""A case that is paused because an injunction or a judgment is stayed: nobody paused the case itself."""
ORDER_ON_HOLD: Final = N_("What was ordered was put on hold by a court{on}.")

CRIMINAL: Final[dict[str, str]] = {
    "open_pending": N_("This is a criminal case, and it is open. Verdicts and sentences are not read here."),
    "closed_other": N_("This is a criminal case; its docket was closed{on}. Verdicts and sentences are not read here."),
    "unknown": N_(
        "This is a criminal case. We do not know where it stands: verdicts and sentences are not read here."),
}
"""Statuses of a criminal case, where "what was asked" has no meaning."""

APPEALED: Final[dict[str, str]] = {
    "granted": STATUSES["relief_granted_final"].sentence,
    "granted_in_part": NUANCES["relief_granted_final", "granted_in_part"],
    "denied": STATUSES["relief_denied"].sentence,
    "dismissed": STATUSES["dismissed"].sentence,
    "dismissed_moot": NUANCES["dismissed", "dismissed_moot"],
}
"""What stands before "on appeal": the ruling that is appealed."""

UNDONE_ON_APPEAL: Final = N_("The appeals court then ruled{on}: {ruled}.")
RULING_UNDONE: Final = N_("This was undone{on}.")
"""What stands after a ruling that was undone."""

SINCE_UNDONE: Final[dict[str, str]] = {
    "none": N_("We have seen no new ruling on what was asked."),
    "closed": N_("We have seen no new ruling on what was asked, and no entry that opens the docket again, which was "
                 "closed{on}."),
    "closed_other": N_("The docket was closed{on}. We have seen no new ruling on what was asked."),
    "dismissed_moot": N_("There was nothing left to decide."),
}
"""What stands after that: by what the ruling is now, and whether the docket is closed, or was closed again since."""

CUSTODY: Final[dict[str, str]] = {
    "release_ordered": N_("A judge ordered release{on}."),
    "bond_hearing_ordered": N_("A judge ordered a bond hearing{on}."),
    "bond_granted": N_("The docket reported{on} that bond was granted."),
    "bond_denied": N_("The docket reported{on} that bond was denied."),
    "released": N_("The docket reported the release{on}."),
    "transferred": N_("The docket reported a transfer to another place of detention{on}."),
    "removed": N_("The docket reported the removal from the country{on}."),
}

COMPLIANCE: Final[dict[str, str]] = {
    "due": N_("{what} is due{by}."),
    "reported": N_("A report on what was ordered was filed{on}."),
    "no_report_seen": N_("No report on what was ordered has been seen on the public docket."),
    "violation_found": N_("A judge found{on} that the order was not followed."),
    "cured": N_("The court noted{on} that its order was now followed."),
}

PAST_DUE: Final = N_("{what} was due{by}; no report on it has been seen on the public docket.")

RESULTS: Final[dict[str, str]] = {
    "due": N_("{what}: due"),
    "reported": N_("{what}: report seen on the docket"),
    "no_report_seen": N_("{what}: no report seen on the public docket"),
    "violation_found": N_("{what}: a judge found that the order was not followed"),
    "cured": N_("{what}: mended"),
    "stayed": N_("{what}: on hold, because a court stayed the order"),
    "vacated": N_("{what}: no longer due, because the order was set aside"),
}
"""How a due date is told, after what is due."""

REPORT: Final = N_("A report")
OF_A_REPORT: Final[dict[str, str]] = {
    "reported": N_("A report: seen on the docket"),
    "no_report_seen": N_("A report: none seen on the public docket"),
}
REPORT_PAST_DUE: Final = N_("A report was due{by}; none has been seen on the public docket.")
"""The same where what is due is itself a report: nobody reports on a report."""

TERMS: Final[dict[str, str]] = {
    "at once": N_("at once"),
    "no date given": N_("no date given"),
    "extended, to a day not stated": N_("extended, to a day not stated"),
}
"""What an order says that gives no day."""

DUTIES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (N_("The person’s return"), re.compile("return of the person")),
    (REPORT, re.compile(
        r"report|notice of (?:its|the|compliance)|certif|declaration|advis|confirm|proof of", re.IGNORECASE)),
    (N_("Release or a bond hearing"), re.compile(r"releas.*bond hearing|bond hearing.*releas", re.IGNORECASE)),
    (N_("A bond hearing"), re.compile(r"bond|custody redetermination|individuali[sz]ed hearing", re.IGNORECASE)),
    (N_("Release"), re.compile(r"releas", re.IGNORECASE)),
)
"""What can fall due, and the court's words for it; the first that is found. Tried on the words before the date, then on
the words that prove it."""

ANY_DUTY: Final = N_("What was ordered")

DEADLINES: Final[tuple[tuple[str, str, re.Pattern[str]], ...]] = (
    (N_("Objections are due"), N_("Objections were due"), re.compile(r"\bobjections?\b", re.IGNORECASE)),
    (N_("A brief is due"), N_("A brief was due"), re.compile(r"\bbrief\b", re.IGNORECASE)),
    (N_("A reply is due"), N_("A reply was due"), re.compile(r"\brepl(?:y|ies)\b", re.IGNORECASE)),
    (N_("A response is due"), N_("A response was due"),
     re.compile(r"\b(?:respon[sd]e?|answers?|opposition|show cause)\b", re.IGNORECASE)),
)
"""Deadlines that calendars tell of, before and after their day, and the court's words for them."""
ANY_DEADLINE: Final = N_("Deadline")
_NOT_TOLD: Final = re.compile(r"contempt|purg|releas|custody|detain|transcript|interview|biometric", re.IGNORECASE)
_RELEASE: Final = re.compile(r"releas", re.IGNORECASE)

AXES: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "stage": (N_("Stage"), {
        "opened": N_("No order to respond seen"), "response_due": N_("Response due"), "briefed": N_("Briefed"),
        "recommended": N_("Magistrate’s recommendation made"), "decided": N_("Decided"),
        "enforcement": N_("Enforcement"), "closed": N_("Closed")}),
    "interim": (N_("Temporary orders"), {
        "none": N_("None seen"), "no_transfer_order": N_("No-transfer order"), "tro": N_("Temporary restraining order"),
        "preliminary_injunction": N_("Preliminary injunction"), "stay_of_removal": N_("Stay of removal"),
        "denied": N_("Denied"), "ended": N_("Ended")}),
    "merits": (N_("Ruling on what was asked"), {
        "none": N_("None seen"), "granted": N_("Granted"), "granted_in_part": N_("Granted in part"),
        "denied": N_("Denied"), "dismissed": N_("Dismissed"), "dismissed_moot": N_("Dismissed as moot"),
        "withdrawn": N_("Withdrawn"), "settled": N_("Settled"), "transferred": N_("Transferred"),
        "remanded": N_("Sent back")}),
    "custody": (N_("Custody"), {
        "unknown": N_("Not known"), "release_ordered": N_("Release ordered"),
        "bond_hearing_ordered": N_("Bond hearing ordered"), "bond_granted": N_("Bond granted"),
        "bond_denied": N_("Bond denied"), "released": N_("Released"), "transferred": N_("Transferred"),
        "removed": N_("Removed")}),
    "compliance": (N_("Compliance"), {
        "nothing_due": N_("Nothing due seen"), "due": N_("Due"), "reported": N_("Reported"),
        "no_report_seen": N_("No report seen"), "violation_found": N_("Violation found by a judge"),
        "cured": N_("Mended")}),
    "appeal": (N_("Appeal"), {
        "none": N_("None seen"), "noticed": N_("Notice filed"), "pending": N_("Pending"), "affirmed": N_("Affirmed"),
        "reversed": N_("Reversed"), "vacated": N_("Vacated"), "dismissed": N_("Dismissed")}),
    "proceedings": (N_("Proceedings"), {"active": N_("Not paused"), "stayed": N_("Paused")}),
    "docket": (N_("Docket"), {"open": N_("Open"), "terminated": N_("Closed")}),
}
"""The axes in the order in which a case's page shows them: name, and the label of each value."""

MOTIONS: Final[dict[str, str]] = {
    "tro": N_("a motion for a temporary restraining order"),
    "pi": N_("a motion for a preliminary injunction"),
    "stay": N_("a motion for a stay"),
    "class_cert": N_("a motion to certify a class"),
    "mtd": N_("a motion to dismiss"),
    "sj": N_("a motion for summary judgment"),
    "enforce": N_("a motion to enforce"),
    "contempt": N_("a motion for contempt"),
    "extension": N_("a motion for more time"),
    "remand": N_("a motion to remand"),
}
ANY_MOTION: Final = N_("a motion")
RULING: Final = "order_on_motion"
GRANTS: Final = {"tro": "tro_entered", "pi": "preliminary_injunction_entered", "stay": "stay_entered"}
"""What a court enters that grants a motion of a kind."""

RULED: Final[dict[str, str]] = {
    "granted": N_("granted"), "denied": N_("denied"), "granted_in_part": N_("granted in part"),
    "moot": N_("denied as moot"), "withdrawn": N_("noted the withdrawal of"), "deferred": N_("put off"),
    "terminated": N_("closed without a ruling"), "dismissed": N_("dismissed"), "affirmed": N_("affirmed"),
    "reversed": N_("reversed"), "vacated": N_("set aside"), "remanded": N_("sent back"),
    "adopted": N_("adopted"), "adopted_in_part": N_("adopted in part"), "rejected": N_("rejected"),
}

RULINGS: Final[dict[str, str]] = {
    "granted": N_("A judge granted {what}"), "granted_in_part": N_("A judge granted {what} in part"),
    "denied": N_("A judge denied {what}"), "moot": N_("A judge denied {what} as moot"),
    "withdrawn": N_("{what} was withdrawn"), "deferred": N_("A judge put off a ruling on {what}"),
    "terminated": N_("{what} was closed without a ruling"), "dismissed": N_("A judge dismissed {what}"),
    "adopted": N_("A judge adopted {what}"), "adopted_in_part": N_("A judge adopted {what} in part"),
    "rejected": N_("A judge rejected {what}"),
}
"""A ruling with one outcome on a motion, a petition or a recommendation."""

RULED_ON: Final[dict[str, str]] = {
    "habeas_ruling": N_("the habeas petition"), "r_and_r_adopted": N_("the magistrate’s recommendation"),
}

STAYS: Final[dict[str, str]] = {
    "removal_or_transfer": N_("a stay of removal or transfer"),
    "injunction_or_order": N_("a stay of an order or injunction"),
    "case": N_("a pause of the case"),
    "administrative": N_("an administrative stay"),
    "agency_action": N_("a stay of the agency’s action (5 U.S.C. § 705)"),
}
ANY_STAY: Final = N_("a stay")

QUOTED: Final = "quoted_entry"
"""The type an event gets when its label may not be shown: the entry is quoted and nothing is said of it."""


class Telling(NamedTuple):
    """How an event is told, and its weight in "what changed": 0 is routine, 9 changes a life."""

    sentence: str
    weight: int = 0


EVENTS: Final[dict[str, Telling]] = {
    "release_ordered": Telling(N_("A judge ordered release"), 9),
    "habeas_ruling": Telling(N_("A judge {ruled} the habeas petition"), 9),
    "bond_hearing_ordered": Telling(N_("A judge ordered a bond hearing"), 8),
    "preliminary_injunction_entered": Telling(N_("A judge entered a preliminary injunction"), 8),
    "tro_entered": Telling(N_("A judge entered a temporary restraining order"), 8),
    "appellate_ruling": Telling(N_("The appeals court ruled: {ruled}"), 8),
    "contempt_finding": Telling(N_("A judge found contempt"), 8),
    "class_certified": Telling(N_("A judge certified a class"), 7),
    "stay_entered": Telling(N_("A court entered {stay}"), 7),
    "stay_lifted": Telling(N_("A court lifted {stay}"), 7),
    "tro_dissolved": Telling(N_("The temporary restraining order ended"), 7),
    "tro_extended": Telling(N_("A judge extended the temporary restraining order"), 6),
    "judgment": Telling(N_("Judgment was entered"), 6),
    "dismissal": Telling(N_("The court ordered a dismissal"), 6),
    "voluntary_dismissal": Telling(N_("The side that brought the case withdrew it or a part of it"), 6),
    "settlement": Telling(N_("A settlement was reported"), 6),
    "notice_of_noncompliance_or_motion_to_enforce": Telling(N_("A party raised the enforcement of an order"), 6),
    "order_on_motion": Telling(N_("A judge {ruled} {motion}"), 5),
    "order_no_transfer_or_removal": Telling(N_("A court order barred transfer or removal"), 5),
    "r_and_r_adopted": Telling(N_("A judge {ruled} the magistrate’s recommendation"), 5),
    "report_and_recommendation": Telling(N_("A magistrate judge recommended a ruling"), 4),
    "order_to_show_cause": Telling(N_("A judge ordered {asked} to explain (to show cause)"), 4),
    "notice_of_appeal": Telling(N_("A party appealed"), 4),
    "mandate": Telling(N_("The appeals court’s mandate issued"), 4),
    "transfer_in": Telling(N_("The case arrived from another court"), 3),
    "transfer_out": Telling(N_("The case was sent to another court"), 3),
    "status_report": Telling(N_("A status report was filed"), 3),
    "complaint_or_petition_filed": Telling(N_("The case was filed"), 3),
    "motion_filed": Telling(N_("A party filed {motion}"), 1),
    "hearing_scheduled": Telling(N_("A hearing was set"), 1),
    "hearing_held": Telling(N_("A hearing was held"), 1),
    "deadline_set": Telling(N_("A deadline was set"), 1),
    "amended_complaint": Telling(N_("The complaint was amended"), 1),
    "removal_to_federal_court": Telling(N_("The case was moved from a state court"), 1),
    "stipulation": Telling(N_("The parties filed an agreement"), 1),
    "case_closed": Telling(N_("The docket was closed"), 3),
    "consolidated": Telling(N_("The case was joined with another"), 1),
    "mdl_transfer": Telling(N_("The case was sent to a multidistrict court"), 1),
    "response_or_answer_filed": Telling(N_("A response was filed")),
    "case_reassigned": Telling(N_("The case went to another judge")),
    "service_or_summons": Telling(N_("Service or summons")),
    "appearance": Telling(N_("A lawyer appeared")),
    "sealed_or_restricted": Telling(N_("A filing was sealed or restricted")),
    "administrative_only": Telling(N_("Administrative entry")),
    QUOTED: Telling(N_("The docket says this"), 3),
}

UNDONE: Final[dict[tuple[str, str], str]] = {
    ("order_to_show_cause", "vacated"): N_("A judge took back an order to show cause"),
    ("order_no_transfer_or_removal", "lifted"): N_("A judge lifted the order against transfer or removal"),
    ("contempt_finding", "purged"): N_("The contempt was purged"),
    ("contempt_finding", "vacated"): N_("A judge set aside the contempt finding"),
    ("mandate", "recalled"): N_("The appeals court recalled its mandate"),
    ("hearing_scheduled", "reset"): N_("A hearing was moved"),
    ("hearing_scheduled", "vacated"): N_("A hearing was called off"),
    ("response_or_answer_filed", "reply"): N_("A reply was filed"),
    ("response_or_answer_filed", "objection"): N_("An objection was filed"),
}
"""Types whose outcome changes the whole sentence."""

PAUSES: Final[dict[str, str]] = {
    "stay_entered": N_("A court paused the case"), "stay_lifted": N_("A court ended the pause of the case"),
}
"""Stays of the case itself."""

ASKED: Final[dict[str, str]] = {
    "government": N_("the government"), "respondents": N_("the respondents"), "sheriff": N_("the sheriff"),
    "warden": N_("the warden"), "sued": N_("the side that was sued"),
    "brought": N_("the side that brought the case"), "": N_("a party"),
}
"""Whom an order to show cause is addressed to, as far as its words say."""

THREATS: Final[dict[str, str]] = {
    "sanction": N_("A judge ordered {asked} to say why there should be no sanctions"),
    "dismissal": N_("A judge ordered {asked} to say why the case should not be dismissed"),
    "both": N_("A judge ordered {asked} to say why there should be no sanctions and the case should not be dismissed"),
}
"""Orders to show cause that are more than routine, by what they hold out."""

CONFIDENCE: Final[dict[str, str]] = {
    "read": N_("read by machine"),
    "inferred": N_("inferred by machine"),
    "confirmed": N_("confirmed by a person"),
}

TOPICS: Final[dict[str, tuple[str, str]]] = {
    "detention": (N_("Detention"), N_("Who is held, for how long, and whether a judge may review it.")),
    "removal": (N_("Removal"), N_("Third countries, the Alien Enemies Act, expedited removal.")),
    "operations": (N_("Operations"), N_("Arrests in cities, use of force, troops, protests.")),
    "local-police": (N_("Local police"), N_("287(g) agreements, payments, sanctuary rules.")),
    "surveillance": (N_("Surveillance"), N_("Contractors, skip tracing, sharing of data.")),
    "children": (N_("Children"), N_("Unaccompanied children and families.")),
    "places": (N_("Places"), N_("Courthouses, schools, houses of worship.")),
    "speech": (N_("Speech"), N_("Students, observers and journalists.")),
    "status": (N_("Legal status"), N_("TPS, refugees, student records, birthright, registration.")),
    "oversight": (N_("Oversight"), N_("Public records and access to places of detention.")),
}

MODELS: Final[dict[str, str]] = {
    "task force": N_("Task force"),
    "jail enforcement": N_("Jail enforcement"),
    "warrant service officer": N_("Warrant service officer"),
    "tribal task force": N_("Tribal task force"),
}
"""Models of agreements under section 287(g)."""

KINDS: Final[dict[str, str]] = {
    "individual_detention": N_("Individual detention"),
    "impact": N_("A policy or a class"),
    "conditions": N_("Conditions of detention"),
    "foia": N_("Public records"),
    "criminal": N_("Criminal case"),
    "employment": N_("Employment"),
    "other": N_("Not known"),
}

SCOPES: Final[dict[str, str]] = {
    "related": N_("Related: not about detention or enforcement itself, but bears on it"),
    "found": N_("Found by its nature of suit or by a search; nobody has written about it here"),
}

APPOINTED: Final[dict[str, str]] = {
    "full": N_("matched by full name and court with the Federal Judicial Center’s list"),
    "first": N_("matched by first and last name and court with the Federal Judicial Center’s list"),
    "initials": N_("matched by initials, last name and court with the Federal Judicial Center’s list"),
    "elsewhere": N_("matched by full name with the Federal Judicial Center’s list, as a judge of another court"),
    "editor": N_("as the case’s editor says"),
    "magistrate": N_("a magistrate judge: appointed by the court, not by a president"),
    "absent": N_("not in the list of the Federal Judicial Center that we hold"),
    "several": N_("more than one judge may have this name"),
    "none": N_("the docket names no judge"),
    "": N_("no list of judges was asked"),
}
"""How it is known who appointed a judge, or why it is not."""

PARTIES: Final[dict[str, str]] = {"Democratic": N_("a Democrat"), "Republican": N_("a Republican")}
"""The parties of presidents."""

SIDES: Final[dict[str, tuple[str, ...]]] = {
    N_("Brought by"): ("petitioner", "plaintiff", "appellant", "movant", "applicant"),
    N_("Against"): ("respondent", "defendant", "appellee"),
    N_("Others"): (),
}
"""Headings of the list of parties, and the roles that stand under each; the last takes what is left."""

ROLES: Final[dict[str, str]] = {
    role.casefold(): role for role in (
        N_("Petitioner"), N_("Plaintiff"), N_("Respondent"), N_("Defendant"), N_("Appellant"), N_("Appellee"),
        N_("Movant"), N_("Applicant"), N_("Intervenor"), N_("Intervenor Plaintiff"), N_("Intervenor Defendant"),
        N_("Interested Party"), N_("Amicus"), N_("Amicus Curiae"), N_("Next Friend"), N_("Real Party in Interest"))
}
"""Roles of parties as dockets name them; any other is shown as the docket has it."""

MONTHS: Final = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
    N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)

SHORT_MONTHS: Final = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"), N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"),
    N_("Nov"), N_("Dec"))
"""For charts; a catalogue tells the two kinds of May apart by the context "short"."""

ZONES: Final[dict[str, str]] = {
    "America/New_York": N_("Eastern time"), "America/Chicago": N_("Central time"),
    "America/Denver": N_("Mountain time"), "America/Los_Angeles": N_("Pacific time"),
    "America/Anchorage": N_("Alaska time"), "Pacific/Honolulu": N_("Hawaii time"), "Pacific/Guam": N_("Guam time"),
}
"""The zones that a docket can state an hour in, where its court has another."""

STATES: Final[dict[str, str]] = {
    "AL": N_("Alabama"), "AK": N_("Alaska"), "AZ": N_("Arizona"), "AR": N_("Arkansas"), "CA": N_("California"),
    "CO": N_("Colorado"), "CT": N_("Connecticut"), "DE": N_("Delaware"), "DC": N_("District of Columbia"),
    "FL": N_("Florida"), "GA": N_("Georgia"), "GU": N_("Guam"), "HI": N_("Hawaii"), "ID": N_("Idaho"),
    "IL": N_("Illinois"), "IN": N_("Indiana"), "IA": N_("Iowa"), "KS": N_("Kansas"), "KY": N_("Kentucky"),
    "LA": N_("Louisiana"), "ME": N_("Maine"), "MD": N_("Maryland"), "MA": N_("Massachusetts"), "MI": N_("Michigan"),
    "MN": N_("Minnesota"), "MS": N_("Mississippi"), "MO": N_("Missouri"), "MT": N_("Montana"), "NE": N_("Nebraska"),
    "NV": N_("Nevada"), "NH": N_("New Hampshire"), "NJ": N_("New Jersey"), "NM": N_("New Mexico"),
    "NY": N_("New York"), "NC": N_("North Carolina"), "ND": N_("North Dakota"), "MP": N_("Northern Mariana Islands"),
    "OH": N_("Ohio"), "OK": N_("Oklahoma"), "OR": N_("Oregon"), "PA": N_("Pennsylvania"), "PR": N_("Puerto Rico"),
    "RI": N_("Rhode Island"), "SC": N_("South Carolina"), "SD": N_("South Dakota"), "TN": N_("Tennessee"),
    "TX": N_("Texas"), "UT": N_("Utah"), "VT": N_("Vermont"), "VI": N_("Virgin Islands"), "VA": N_("Virginia"),
    "WA": N_("Washington"), "WV": N_("West Virginia"), "WI": N_("Wisconsin"), "WY": N_("Wyoming"),
}
"""States and territories by their postal codes."""


def tone(status: str) -> str:
    """The tone a status is drawn in: one of open, interim, paused, appeal, granted, denied, ended, unknown."""
    return STATUSES.get(status, STATUSES["unknown"]).tone


def as_sorted(word: str) -> str:
    """The word as a dictionary sorts it: accents aside, whatever its case. "Míchigan" stands before "Misisipi"."""
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().casefold()


def spoken(term: str) -> str:
    """A word of the vocabulary that no table knows, fit to be read: "some_new_type" becomes "Some new type"."""
    return term.replace("_", " ").strip().capitalize()


class _Sentence(NamedTuple):
    """A sentence of the lede: the day it is of, the due date it speaks of, the breach or the cure that it tells, the
    outcomes of an appeal, the court and the number of another docket."""

    text: str
    day: dt.date | None
    due: PublishedDate | None = None
    found: Shown | None = None
    ruled: tuple[str, ...] = ()
    court: str = ""
    number: str = ""


_DAYS: Final = 4000
"""Days whose words are remembered: a page of a case says some seventy."""
_HAPPENINGS: Final = 1000
"""Kinds of events whose sentence is remembered."""


class Wording:
    """The tables above in one language. Templates call these; none of them fails on a word it does not know."""

    def __init__(self, gettext: Callable[[str], str] = str, timezone: str = "UTC") -> None:
        self._ = gettext
        self.timezone = ZoneInfo(timezone)
        self.day = lru_cache(_DAYS)(self._day)
        self._happened = lru_cache(_HAPPENINGS)(self._said)

    def text(self, text: str) -> str:
        """A text marked elsewhere, in this language; unlike in a template, a percent sign is no more than that."""
        return self._(text) if text else ""

    def _day(self, day: dt.date) -> str:
        """15 January 2026"""
        return self._(N_("{day} {month} {year}")).format(
            day=day.day, month=self._(MONTHS[day.month - 1]), year=day.year)

    def month(self, month: str) -> str:
        """"2026-01" as January 2026"""
        year, _, number = month.partition("-")
        return self._(N_("{month} {year}")).format(month=self.month_name(int(number)), year=year)

    def month_name(self, number: int) -> str:
        """January for 1."""
        return self._(MONTHS[number - 1])

    def short_month(self, number: int) -> str:
        """Jan for 1."""
        return in_context(self._, "short", SHORT_MONTHS[number - 1])

    def state(self, code: str) -> str:
        """The name of a state by its postal code."""
        return self._(STATES[code]) if code in STATES else code

    def number(self, number: int) -> str:
        """1,240"""
        return f"{number:,}"

    def share(self, share: float) -> str:
        """A part of one in percent; what is there is never shown as 0%."""
        return "<1%" if 0 < share < 0.005 else f"{share:.0%}"

    def local(self, moment: dt.datetime) -> dt.datetime:
        """The moment by the tracker's own clock."""
        return moment.astimezone(self.timezone)

    def moment(self, moment: dt.datetime) -> str:
        """10 April 2026, 06:10 UTC"""
        local = self.local(moment)
        return f"{self.day(local.date())}, {local:%H:%M} {local.tzname() or ''}".strip()

    def court_time(self, text: str, zone: str = "") -> str:
        """A court-local "2026-01-15" or "2026-01-15T09:30" for people; a text in another form is left as it is."""
        try:
            moment = dt.datetime.fromisoformat(text)
        except ValueError:
            return text
        return self.day(moment.date()) + (f", {self.hour(text, zone)}" if "T" in text else "")

    def hour(self, text: str, zone: str = "") -> str:
        """The hour of a date, "" where it has none; with the zone, where the docket states another than the court's."""
        hour = text[11:16]
        return f"{hour} {self._(ZONES[zone])}" if hour and zone else hour

    def status(self, status: str) -> str:
        return self._label("status", STATUSES[status].label) if status in STATUSES else spoken(status)

    def axis(self, axis: str) -> str:
        """The name of an axis; "status" counts as one, as it does in a case's history."""
        if axis == "status":
            return self._(N_("Status"))
        return self._(AXES[axis][0]) if axis in AXES else spoken(axis)

    def axes(self, axes: Iterable[str]) -> list[str]:
        """The names of these axes in the order in which pages show them."""
        known = list(AXES)
        return sorted(axes, key=lambda axis: (known.index(axis) if axis in known else len(known), axis))

    def value(self, axis: str, value: str) -> str:
        """The label of an axis' value."""
        if axis == "status":
            return self.status(value)
        labels = AXES[axis][1] if axis in AXES else {}
        return ", ".join(self._label(axis, labels[one]) if one in labels else spoken(one) for one in value.split("+"))

    def confidence(self, confidence: str) -> str:
        return self._(CONFIDENCE.get(confidence, CONFIDENCE["read"]))

    def sure(self, shown: Shown) -> str:
        """How sure we are of a value: "read by machine", "confirmed by A. Editor, 18 January 2026"."""
        if shown.confidence != "confirmed" or not shown.confirmed_by:
            return self.confidence(shown.confidence)
        said = self._(N_("confirmed by {who}")).format(who=shown.confirmed_by)
        return f"{said}, {self.day(shown.confirmed_on)}" if shown.confirmed_on else said

    def duty(self, date: PublishedDate) -> str:
        """What is due, in our words: "A bond hearing", "Release"."""
        return self._(duty(date))

    def due(self, date: PublishedDate) -> str:
        """A due date and what became of it: "Release: no report seen on the public docket"."""
        result = date.result or "due"
        of_a_report = OF_A_REPORT.get(result) if duty(date) == REPORT else None
        return self._(of_a_report or RESULTS.get(result, RESULTS["due"])).format(what=self.duty(date))

    def deadline(self, date: PublishedDate, is_past: bool = False) -> str:
        """What is or was to be filed by a deadline: "A response is due"; else no more than that it is one."""
        return self._(filing(date, is_past) or ANY_DEADLINE)

    def moved(self, date: PublishedDate) -> str:
        """The days it was set for before: "Before: 3 April 2026"; "" where it never moved."""
        days = [self.court_time(day) for day in date.moved_from if day]
        return self._(N_("Before: {days}")).format(days=", ".join(days)) if days else ""

    def term(self, date: PublishedDate) -> str:
        """What an order that gives no day says instead: "at once"."""
        return self._(TERMS.get(date.term, "")) if date.term else ""

    def hearing(self, date: PublishedDate) -> str:
        """The court's own name of a hearing, "" where that says no more than that it is one."""
        name = date.what.rpartition(":")[2].strip()
        return "" if name.casefold() == "hearing" else name

    def topic(self, topic: str) -> str:
        return self._(TOPICS[topic][0]) if topic in TOPICS else spoken(topic)

    def model(self, model: str) -> str:
        """The name of a model of 287(g) agreements; the list's own word where no table knows it."""
        return self._(MODELS[model]) if model in MODELS else model

    def topic_line(self, topic: str) -> str:
        return self._(TOPICS[topic][1]) if topic in TOPICS else ""

    def scope(self, scope: str) -> str:
        """What a case has to do with the tracker's subject, "" where it is the subject."""
        return self._(SCOPES[scope]) if scope in SCOPES else ""

    def appointed(self, how: str) -> str:
        """How it is known who appointed a judge, or why it is not."""
        return self._(APPOINTED.get(how, APPOINTED[""]))

    def party(self, party: str) -> str:
        """Which party a president was of: "a Democrat"; as it is where no table knows it."""
        return self._(PARTIES[party]) if party in PARTIES else party

    def kind(self, kind: str) -> str:
        return self._(KINDS[kind]) if kind in KINDS else ""

    def type(self, type: str) -> str:
        """The name of an event type, as a heading."""
        return self._(spoken(type))

    def role(self, role: str) -> str:
        """A party's role; as the docket has it where no table knows it."""
        known = ROLES.get(role.casefold(), role)
        told = self._(known)
        return role if told == known else told

    def roles(self, roles: Iterable[str]) -> str:
        """A party's roles, one after the other."""
        return ", ".join(map(self.role, roles))

    def own(self, text: str) -> str:
        """A text of the site's own settings, in words where a catalogue has some for it."""
        return self._(text) if text else ""

    def _label(self, of: str, text: str) -> str:
        return in_context(self._, of, text)

    def event(self, event: PublishedEvent) -> str:
        """What happened, in one sentence without its full stop."""
        return self._happened(event.type, event.kind, event.outcome, event.sense, event.asks)

    def _said(
        self, type: str, kind: str | None, outcomes: tuple[str, ...], sense: str | None, asks: ShowCause
    ) -> str:
        for outcome in outcomes:
            if (type, outcome) in UNDONE:
                return self._(UNDONE[type, outcome])
        if sense == "case" and type in PAUSES:
            return self._(PAUSES[type])
        telling = EVENTS.get(type)
        if telling is None:
            return spoken(type)
        what = RULED_ON.get(type) or (MOTIONS.get(kind or "", ANY_MOTION) if type == RULING else "")
        if what and len(outcomes) == 1 and outcomes[0] in RULINGS:
            told = self._(RULINGS[outcomes[0]]).format(what=self._(what))
            return told[:1].upper() + told[1:]
        return self._(THREATS.get(asks.threat, telling.sentence)).format(
            asked=self._(ASKED[asks.who]),
            ruled=self._ruled(outcomes),
            motion=self._(MOTIONS.get(kind or "", ANY_MOTION)),
            stay=self._(STAYS.get(sense or "", ANY_STAY)),
        )

    def events(self, events: Iterable[PublishedEvent]) -> str:
        """What happened in one entry, each thing said once: an order that was asked for is entered, and so granted."""
        events = tuple(events)
        entered = {event.type for event in events}
        return " ".join(dict.fromkeys(f"{self.event(event)}." for event in events if not _is_said_by(event, entered)))

    def lede(self, case: PublishedCase) -> list[str]:
        """Where the case stands: the status, then what it means for the person and for what was ordered."""
        return [sentence for sentence, _ in self._lede(case)]

    def findings(self, case: PublishedCase) -> dict[str, Shown]:
        """The sentences of the lede that say that an order was broken, or mended, each with what proves it."""
        return {sentence: found for sentence, found in self._lede(case) if found and found.proof}

    def found(self, found: Shown) -> str:
        """That an order was broken, or mended, where its day is said already."""
        return self._dated(_Sentence(COMPLIANCE[found.value], None))

    def _lede(self, case: PublishedCase) -> Iterator[tuple[str, Shown | None]]:
        said: dt.date | None = None
        for sentence in self._standing(case):
            yield self._dated(sentence, said), sentence.found
            said = sentence.day or said

    def _standing(self, case: PublishedCase) -> Iterator[_Sentence]:
        if case.status.value == "on_appeal":
            for shown in case.axes.get("merits", ()):
                if shown.value in APPEALED:
                    yield _Sentence(APPEALED[shown.value], shown.since)
        yield from _moves(case)
        undone = undone_ruling(case)
        if undone and undone.ruling.new in APPEALED and case.kind != "criminal":
            yield _Sentence(APPEALED[undone.ruling.new], undone.ruling.date)
            yield from _undoing(case, undone.by)
        elif case.joined_with and case.kind != "criminal":
            yield _Sentence(JOINED, case.status.since, number=case.joined_with)
        else:
            yield _Sentence(self._status_sentence(case), case.status.since)
        if case.kind == "criminal":
            return
        for shown in case.axes.get("custody", ()):
            if shown.value in CUSTODY:
                yield _Sentence(CUSTODY[shown.value], shown.since)
        for shown in case.axes.get("compliance", ()):
            if shown.value == "cured":
                yield from (_Sentence(COMPLIANCE[found.value], found.since, None, found) for found in _breach(case))
            if shown.value in COMPLIANCE:
                due = first_due(case.compliance_due, shown.value)
                past = past_due(due) if due and shown.value == "no_report_seen" else ""
                found = shown if shown.value in {"violation_found", "cured"} else None
                yield _Sentence(past or COMPLIANCE[shown.value], shown.since, due, found)
            if shown.value == "cured" and (later := first_due(case.compliance_due, "no_report_seen")):
                yield _Sentence(past_due(later), None, later)
        held = next((due.result_proof for due in case.compliance_due if due.result == "stayed"), None)
        if held and case.status.value != "stayed":
            yield _Sentence(ORDER_ON_HOLD, held.date_filed)

    def _status_sentence(self, case: PublishedCase) -> str:
        if case.kind == "criminal" and case.status.value in CRIMINAL:
            return CRIMINAL[case.status.value]
        if relief_on_hold(case):
            return RELIEF_ON_HOLD
        if case.status.value in _RULED_ABOVE and _is_above(case):
            for shown in (*case.axes.get("merits", ()), *case.axes.get("appeal", ())):
                if shown.value in ABOVE:
                    return ABOVE[shown.value]
        for shown in case.axes.get("merits", ()):
            if (case.status.value, shown.value) in NUANCES:
                return NUANCES[case.status.value, shown.value]
        return STATUSES.get(case.status.value, STATUSES["unknown"]).sentence

    def _ruled(self, outcomes: Iterable[str]) -> str:
        words = [self._label("ruled", RULED.get(outcome, outcome.replace("_", " "))) for outcome in outcomes]
        return self._(N_(" and ")).join(words) if words else self._(N_("ruled on"))

    def _dated(self, sentence: _Sentence, said: dt.date | None = None) -> str:
        """Fill in the dates of a sentence; `said` is the date the reader has just read."""
        on = since = by = ""
        day, due = sentence.day, sentence.due
        if day is not None:
            same = day == said
            on = self._(N_(" the same day")) if same else self._(N_(" on {day}")).format(day=self.day(day))
            since = self._(N_(" since {day}")).format(day=self.day(day))
        if due is not None:
            by = self._(N_(" by {day}")).format(day=self.court_time(due_time(due), due.timezone))
        what = self.duty(due) if due else self._(ANY_DUTY)
        return self._(sentence.text).format(
            on=on, since=since, by=by, what=what, ruled=self._ruled(sentence.ruled), court=sentence.court,
            number=sentence.number)


def _breach(case: PublishedCase) -> list[Shown]:
    """The breach that was found last, of those that a person confirmed."""
    return [found for found in case.confirmed_findings if found.value == "violation_found"][-1:]


def _is_above(case: PublishedCase) -> bool:
    """Whether all that the case has are dockets of courts of appeals, or of the Supreme Court."""
    courts = [COURTS.get(docket.court_id) for docket in case.dockets]
    return all(court and court.level in {"appeals", "supreme"} for court in courts) and bool(courts)


def _moves(case: PublishedCase) -> Iterator[_Sentence]:
    """Where a case is that is no longer in its first docket, and since when."""
    if not case.dockets or (docket := case.current) is case.dockets[0]:
        return
    court = COURTS[docket.court_id].citation if docket.court_id in COURTS else docket.court_id
    arrived = next((event.date_filed for event in reversed(case.timeline)
                    if (event.type, event.docket_id) == ("transfer_in", docket.id)), None)
    yield _Sentence(MOVED, arrived, court=court, number=docket.docket_number)


def _undoing(case: PublishedCase, by: PublishedChange) -> Iterator[_Sentence]:
    """What undid a ruling, an appeal, by its outcomes, or the court itself; and what there is since."""
    ruled = next((event.outcome for event in case.timeline if event.type == "appellate_ruling" and event.outcome
                  and by.proof and event.entry_id == by.proof.entry_id), ())
    yield _Sentence(UNDONE_ON_APPEAL if ruled else RULING_UNDONE, by.date, ruled=ruled)
    closed = next((shown for shown in case.axes.get("docket", ()) if shown.value == "terminated"), None)
    now = "closed" if closed and by.new == "none" else by.new
    now = case.status.value if case.status.value == "closed_other" else now
    if now in SINCE_UNDONE:
        yield _Sentence(SINCE_UNDONE[now], closed.since if closed else None)


def relief_on_hold(case: PublishedCase) -> bool:
    """Whether what a court granted for the time being is on hold, and not the case itself."""
    return case.status.value == "stayed" and any(each.value == "active" for each in case.axes.get("proceedings", ()))


def on_hold(case: PublishedCase) -> frozenset[str]:
    """The temporary orders that are on hold, since the day of the status and by its entry."""
    return RELIEF if relief_on_hold(case) else frozenset()


def _is_said_by(event: PublishedEvent, entered: Collection[str]) -> bool:
    """Whether a ruling says no more than that the order was entered which the entry enters."""
    return event.type == RULING and event.outcome == ("granted",) and GRANTS.get(event.kind or "") in entered


def duty(date: PublishedDate) -> str:
    """What is due, as `Wording.text` takes it."""
    return next((name for words in (date.what, date.proof.quote) for name, pattern in DUTIES if pattern.search(words)),
                ANY_DUTY)


def past_due(date: PublishedDate) -> str:
    """The sentence on what was due and no report has been seen of, as `Wording.text` takes it."""
    return REPORT_PAST_DUE if duty(date) == REPORT else PAST_DUE


def filing(date: PublishedDate, is_past: bool = False) -> str:
    """What is or was to be filed by a deadline, in our words; "" where it is nothing that calendars tell of."""
    if _NOT_TOLD.search(f"{date.what} {date.proof.quote}"):
        return ""
    return next((past if is_past else coming for words in (date.what, date.proof.quote)
                 for coming, past, pattern in DEADLINES if pattern.search(words)), "")


def due_time(date: PublishedDate) -> str:
    """When something falls due; of a release only the day, because nobody's hour of release is published."""
    released = _RELEASE.search(date.what) or _RELEASE.search(date.proof.quote)
    return date.datetime[:10] if released else date.datetime


def first_due(dates: Iterable[PublishedDate], result: str) -> PublishedDate | None:
    """The first of the due dates with this result; None where the docket gives no date."""
    dated = (date for date in dates if date.datetime and (date.result or "due") == result)
    return min(dated, key=lambda date: date.datetime, default=None)
