"""What is counted, defined once: a name, a sentence, a formula over the columns of cases.csv, a denominator, caveats.

Pure definitions, which `counts` (pandas) and `scale` (ibis) both carry out, and which the method page shows. Whoever
has cases.csv can count the same: no definition looks at anything else.
"""
from typing import Final, NamedTuple

from .wording import N_


class Is(NamedTuple):
    """The column holds one of these words; a column of several words, one of which is."""

    column: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        words = ", ".join(self.words)
        return f"{self.column} in ({words})" if len(self.words) > 1 else f"{self.column} = {words}"


class Yes(NamedTuple):
    """The column is true."""

    column: str

    def __str__(self) -> str:
        return self.column


class Known(NamedTuple):
    """The column holds something."""

    column: str

    def __str__(self) -> str:
        return f"{self.column} known"


Condition = Is | Yes | Known


class Measure(NamedTuple):
    """A count of cases. `of`: the measure that is its denominator, "" where it is one itself.

    `sure`: the column that says whether a person, a reading or an inference stands behind it.
    """

    name: str
    title: str
    says: str
    where: tuple[Condition, ...]
    of: str = ""
    sure: str = "status_by"
    caveats: tuple[str, ...] = ()

    @property
    def formula(self) -> str:
        """"cases where kind = individual_detention and merits = granted"."""
        return f"cases where {' and '.join(map(str, self.where))}" if self.where else "all cases"


class Duration(NamedTuple):
    """Days from one date to another. Without the other a case counts as not there yet, as long as it was looked at."""

    name: str
    title: str
    says: str
    start: str
    end: str
    where: tuple[Condition, ...]
    caveats: tuple[str, ...] = ()

    @property
    def formula(self) -> str:
        return (f"days from {self.start} to {self.end} in cases where {' and '.join(map(str, self.where))}; "
                f"without {self.end}: censored at observed_until")


class Level(NamedTuple):
    """What a measure is counted by: a column of cases.csv, or the week, month or year of its date_filed."""

    name: str
    title: str


LEVELS: Final = (
    Level("all", N_("All")),
    Level("week", N_("Week of filing")),
    Level("month", N_("Month of filing")),
    Level("court_id", N_("Court")),
    Level("circuit", N_("Circuit")),
    Level("state", N_("State")),
    Level("topic", N_("Topic")),
    Level("judge_id", N_("Judge")),
    Level("appointed_by", N_("Appointing president")),
    Level("government_action", N_("Government action")),
)

_PETITION: Final = Is("kind", ("individual_detention",))
_IMPACT: Final = Is("kind", ("impact",))
_RULINGS: Final = ("granted", "granted_in_part", "denied", "dismissed", "dismissed_moot")
_ENDINGS: Final = (*_RULINGS, "withdrawn", "settled", "transferred", "remanded")
_DUE: Final = ("due", "reported", "no_report_seen", "violation_found", "cured")

DOCKET_ONLY: Final = N_("Only what the public docket says; filings in these cases are often restricted.")
TOGETHER: Final = N_("Several may be in force together: these do not add up to all.")
ONCE: Final = N_("A case counts in the court that it is in now, and as of the day on which it was first filed.")
MOOT: Final = N_("A case dismissed as moot is often one in which the person was released or removed before a ruling.")


def _ruled(name: str, value: str, title: str, says: str, *caveats: str) -> Measure:
    return Measure(name, title, says, (_PETITION, Is("merits", (value,))), "decided", "merits_by", caveats)


def _appealed(value: str, title: str, says: str) -> Measure:
    return Measure(f"appeal_{value}", title, says, (Is("appeal", (value,)),), "appeals", "appeal_by")


def _in_force(name: str, value: str, title: str, says: str) -> Measure:
    return Measure(f"in_force_{name}", title, says,
                   (_IMPACT, Is("status", ("relief_granted_interim",)), Is("interim", (value,))), "in_force",
                   caveats=(TOGETHER,))


MEASURES: Final = (
    Measure("cases", N_("Cases followed"), N_("Every case that has a page."), ()),
    Measure("petitions", N_("Petitions"), N_("Cases about the detention of one person or of a few."), (_PETITION,),
            "cases", caveats=(ONCE, N_("What kind of case it is, is read from its first entries and its codes."))),
    Measure("pending", N_("Pending"), N_("Petitions that are open, paused, or have temporary relief in force."),
            (_PETITION, Is("status", ("open_pending", "stayed", "relief_granted_interim"))), "petitions"),
    Measure("decided", N_("Decided"), N_("Petitions on which the court ruled, or that ended in another way."),
            (_PETITION, Is("merits", _ENDINGS)), "petitions", "merits_by"),
    _ruled("granted", "granted", N_("Granted"), N_("Decided petitions that were granted.")),
    _ruled("granted_in_part", "granted_in_part", N_("Granted in part"),
           N_("Decided petitions that were granted in part.")),
    _ruled("denied", "denied", N_("Denied"), N_("Decided petitions that were denied.")),
    _ruled("dismissed", "dismissed", N_("Dismissed"), N_("Decided petitions that were dismissed, not as moot.")),
    _ruled("dismissed_moot", "dismissed_moot", N_("Dismissed as moot"),
           N_("Decided petitions that were dismissed because nothing was left to decide."), MOOT),
    _ruled("withdrawn", "withdrawn", N_("Withdrawn"), N_("Decided petitions that the petitioner gave up.")),
    _ruled("settled", "settled", N_("Settled"), N_("Decided petitions that the parties settled.")),
    Measure("transferred", N_("Transferred"), N_("Petitions sent to another court or back to one."),
            (_PETITION, Is("merits", ("transferred", "remanded"))), "decided", "merits_by"),
    Measure("interim_relief", N_("Temporary relief"),
            N_("Petitions in which a judge granted a restraining order, an injunction or a stay of removal."),
            (_PETITION, Yes("interim_relief")), "petitions",
            caveats=(N_("An automatic order against transfer alone is not counted."),)),
    Measure("release_ordered", N_("Release ordered"), N_("Petitions in which a judge ordered release."),
            (_PETITION, Yes("release_ordered")), "petitions"),
    Measure("bond_hearing_ordered", N_("Bond hearing ordered"),
            N_("Petitions in which a judge ordered a bond hearing."), (_PETITION, Yes("bond_hearing_ordered")),
            "petitions"),
    Measure("reported_released", N_("Reported released"), N_("Petitions whose docket says that the person is free."),
            (_PETITION, Is("custody", ("released",))), "petitions", "custody_by", (DOCKET_ONLY,)),
    Measure("relief_ordered", N_("Relief ordered"),
            N_("Decided petitions that were granted, or in which a judge ordered release or a bond hearing."),
            (_PETITION, Is("merits", _ENDINGS), Yes("relief_ordered")), "decided", "merits_by"),
    Measure("compliance_shown", N_("Compliance shown"),
            N_("Petitions with relief ordered in which a report says that the order was carried out."),
            (_PETITION, Is("merits", _ENDINGS), Yes("relief_ordered"), Is("compliance", ("reported", "cured"))),
            "relief_ordered", "compliance_by", (DOCKET_ONLY,)),
    Measure("orders_due", N_("Orders with a due date"), N_("Cases in which a judge ordered something by a day."),
            (Is("compliance", _DUE),), "cases", "compliance_by"),
    Measure("due_reported", N_("Reported"), N_("Cases in which a report on it stands on the docket."),
            (Is("compliance", ("reported", "cured")),), "orders_due", "compliance_by"),
    Measure("due_silent", N_("No report seen"), N_("Cases in which the day has passed and no report has been seen."),
            (Is("compliance", ("no_report_seen",)),), "orders_due", "compliance_by", (DOCKET_ONLY,)),
    Measure("due_violation", N_("Violation found by a judge"),
            N_("Cases in which a judge found that the order was broken, as a person has confirmed."),
            (Is("compliance", ("violation_found",)),), "orders_due", "compliance_by"),
    Measure("appeals", N_("Appealed"), N_("Cases with an appeal, whatever became of it."),
            (Is("appeal", ("noticed", "pending", "affirmed", "reversed", "vacated", "dismissed")),), "cases",
            "appeal_by"),
    _appealed("affirmed", N_("Affirmed"), N_("Appeals in which the ruling was affirmed.")),
    _appealed("reversed", N_("Reversed"), N_("Appeals in which the ruling was reversed.")),
    _appealed("vacated", N_("Vacated"), N_("Appeals in which the ruling was set aside.")),
    _appealed("dismissed", N_("Appeal dismissed"), N_("Appeals that were dismissed.")),
    Measure("impact", N_("Impact cases"), N_("Cases against a policy, or for a class."), (_IMPACT,), "cases"),
    Measure("in_force", N_("Relief in force"),
            N_("Impact cases in which temporary or final relief is in force, as the docket says."),
            (_IMPACT, Is("status", ("relief_granted_interim", "relief_granted_final"))), "impact"),
    _in_force("tro", "tro", N_("Restraining order in force"),
              N_("Impact cases in which a temporary restraining order is in force.")),
    _in_force("injunction", "preliminary_injunction", N_("Injunction in force"),
              N_("Impact cases in which a preliminary injunction is in force.")),
    _in_force("stay", "stay_of_removal", N_("Stay of removal in force"),
              N_("Impact cases in which a stay of removal is in force.")),
    Measure("in_force_final", N_("Final relief in force"),
            N_("Impact cases in which the court granted relief for good."),
            (_IMPACT, Is("status", ("relief_granted_final",))), "in_force"),
)
"""Every count, each after its denominator."""

MEASURE: Final = {measure.name: measure for measure in MEASURES}

PETITIONS: Final = MEASURE["petitions"]
DECIDED: Final = MEASURE["decided"]
ENDINGS: Final = tuple(MEASURE[name] for name in (
    "granted", "granted_in_part", "denied", "dismissed", "dismissed_moot", "withdrawn", "settled", "transferred"))
"""How a petition can end: each decided one is counted by one of them and no other."""

FUNNEL: Final = tuple(MEASURE[name] for name in ("decided", "relief_ordered", "compliance_shown"))
"""Each counts a part of what the one before counts."""


class Group(NamedTuple):
    """Measures that are shown together, under a headline."""

    name: str
    title: str
    measures: tuple[Measure, ...]


def _group(name: str, title: str, *names: str) -> Group:
    return Group(name, title, tuple(MEASURE[each] for each in names))


GROUPS: Final = (
    _group("petitions", N_("Petitions, and how they ended"), "cases", "petitions", "pending", "decided",
           *(ending.name for ending in ENDINGS)),
    _group("relief", N_("What judges ordered"), "interim_relief", "release_ordered", "bond_hearing_ordered",
           "relief_ordered", "compliance_shown", "reported_released"),
    _group("due", N_("Orders with a due date"), "orders_due", "due_reported", "due_silent", "due_violation"),
    _group("appeals", N_("Appeals"), "appeals", "appeal_affirmed", "appeal_reversed", "appeal_vacated",
           "appeal_dismissed"),
    _group("impact", N_("Cases against a policy"), "impact", "in_force", "in_force_tro", "in_force_injunction",
           "in_force_stay", "in_force_final"),
)
"""Every measure, in the order in which pages show them."""

DURATIONS: Final = (
    Duration("to_first_order", N_("To the first order"), N_("From filing to the first order of a judge."),
             "date_filed", "first_order_on", (_PETITION, Known("date_filed"))),
    Duration("to_decision", N_("To the decision"), N_("From filing to the ruling, or to another end."),
             "date_filed", "decided_on", (_PETITION, Known("date_filed")),
             (N_("The first ruling counts, also where it was undone later: there can be more than are decided now."),)),
    Duration("to_release", N_("To reported release"), N_("From filing to the day a release was reported."),
             "date_filed", "released_on", (_PETITION, Known("date_filed")),
             (DOCKET_ONLY, N_("A case that ends otherwise is open until then: it could still have led to release."))),
)
