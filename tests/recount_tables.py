"""The published tables in, what cases.csv does not bear out of the others, out: by the standard library alone.

The half of recount.py that reads tables. Nothing of the project is imported; what is counted is defined here once more,
by hand, from the sentences of the method page, so that two hands must agree.
"""
import csv
import datetime as dt
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from pathlib import Path

Case = dict[str, str]

ENDED = {"granted", "granted_in_part", "denied", "dismissed", "dismissed_moot", "withdrawn", "settled", "transferred",
         "remanded"}
OPEN = {"open_pending", "stayed", "relief_granted_interim"}
DUE = {"due", "reported", "no_report_seen", "violation_found", "cured"}
APPEALED = {"noticed", "pending", "affirmed", "reversed", "vacated", "dismissed"}
DECIDED_AS = ("granted", "granted_in_part", "denied", "dismissed", "dismissed_moot", "withdrawn", "settled",
              "transferred")


def petition(case: Case) -> bool:
    return case["kind"] == "individual_detention"


def decided(case: Case) -> bool:
    return petition(case) and case["merits"] in ENDED


def relief(case: Case) -> bool:
    return decided(case) and case["relief_ordered"] == "true"


def policy(case: Case) -> bool:
    return case["kind"] == "impact"


def for_now(order: str) -> Callable[[Case], bool]:
    return lambda c: policy(c) and c["status"] == "relief_granted_interim" and order in c["interim"].split()


def ended(word: str) -> Callable[[Case], bool]:
    return lambda c: petition(c) and c["merits"] == word


def appealed(word: str) -> Callable[[Case], bool]:
    return lambda c: c["appeal"] == word


COUNTED: dict[str, tuple[Callable[[Case], bool], str, str]] = {
    "cases": (lambda c: True, "cases", "status_by"),
    "petitions": (petition, "cases", "status_by"),
    "pending": (lambda c: petition(c) and c["status"] in OPEN, "petitions", "status_by"),
    "decided": (decided, "petitions", "merits_by"),
    **{word: (ended(word), "decided", "merits_by") for word in DECIDED_AS[:-1]},
    "transferred": (lambda c: petition(c) and c["merits"] in ("transferred", "remanded"), "decided", "merits_by"),
    "interim_relief": (lambda c: petition(c) and c["interim_relief"] == "true", "petitions", "status_by"),
    "release_ordered": (lambda c: petition(c) and c["release_ordered"] == "true", "petitions", "status_by"),
    "bond_hearing_ordered": (lambda c: petition(c) and c["bond_hearing_ordered"] == "true", "petitions", "status_by"),
    "reported_released": (lambda c: petition(c) and c["custody"] == "released", "petitions", "custody_by"),
    "relief_ordered": (relief, "decided", "merits_by"),
    "compliance_shown": (lambda c: relief(c) and c["compliance"] in ("reported", "cured"), "relief_ordered",
                         "compliance_by"),
    "orders_due": (lambda c: c["compliance"] in DUE, "cases", "compliance_by"),
    "due_reported": (lambda c: c["compliance"] in ("reported", "cured"), "orders_due", "compliance_by"),
    "due_silent": (lambda c: c["compliance"] == "no_report_seen", "orders_due", "compliance_by"),
    "due_violation": (lambda c: c["compliance"] == "violation_found", "orders_due", "compliance_by"),
    "appeals": (lambda c: c["appeal"] in APPEALED, "cases", "appeal_by"),
    **{f"appeal_{word}": (appealed(word), "appeals", "appeal_by")
       for word in ("affirmed", "reversed", "vacated", "dismissed")},
    "impact": (policy, "cases", "status_by"),
    "in_force": (lambda c: policy(c) and c["status"] in ("relief_granted_interim", "relief_granted_final"), "impact",
                 "status_by"),
    "in_force_tro": (for_now("tro"), "in_force", "status_by"),
    "in_force_injunction": (for_now("preliminary_injunction"), "in_force", "status_by"),
    "in_force_stay": (for_now("stay_of_removal"), "in_force", "status_by"),
    "in_force_final": (lambda c: policy(c) and c["status"] == "relief_granted_final", "in_force", "status_by"),
}
"""Of each measure: which cases, the measure it is counted of, and the column that says how sure it is."""

LEVELS = ("all", "week", "month", "court_id", "circuit", "state", "topic", "judge_id", "appointed_by",
          "government_action")
TIMES = {"to_first_order": "first_order_on", "to_decision": "decided_on", "to_release": "released_on"}


# Reading what is published.


def table(site: Path, name: str) -> list[Case]:
    with (site / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# Counting again.


def group(level: str, case: Case) -> str:
    if level == "all":
        return "all"
    if level in ("week", "month"):
        if not case["date_filed"]:
            return ""
        day = dt.date.fromisoformat(case["date_filed"])
        return (day - dt.timedelta(days=day.weekday())).isoformat() if level == "week" else f"{day:%Y-%m}"
    return case[level]


def count(cases: Iterable[Case]) -> Counter[str]:
    """How many of these each measure counts."""
    return Counter(name for case in cases for name, (holds, _, _) in COUNTED.items() if holds(case))


def measures(cases: list[Case]) -> dict[tuple[str, str, str], tuple[int, ...]]:
    """What measures.csv should hold: how many, of how many, by a person, by reading, by inference."""
    found: dict[tuple[str, str, str], tuple[int, ...]] = {}
    for level in LEVELS:
        by_group: defaultdict[str, list[Case]] = defaultdict(list)
        for case in cases:
            if place := group(level, case):
                by_group[place].append(case)
        for place, those in by_group.items():
            totals = count(those)
            for name, (holds, of, sure) in COUNTED.items():
                by = Counter(case[sure] or "inferred" for case in those if holds(case))
                row = (totals[name], totals[of], by["confirmed"], by["read"], by["inferred"])
                if row[0] or row[1]:
                    found[name, level, place] = row
    return found


def waits(cases: list[Case], until: str) -> list[tuple[int, bool]]:
    """For each petition whose filing is known: days until it got there, or was last seen not there yet."""
    found = []
    for case in cases:
        last = case[until] or case["observed_until"]
        if petition(case) and case["date_filed"] and last:
            days = (dt.date.fromisoformat(last) - dt.date.fromisoformat(case["date_filed"])).days
            found.append((max(days, 0), bool(case[until])))
    return found


def survival(spans: list[tuple[int, bool]]) -> list[tuple[int, int, int, int, Fraction, float, float]]:
    """Kaplan and Meier in whole fractions; the interval after Greenwood, on the log-minus-log scale."""
    rows, share, variance = [], Fraction(1), Fraction(0)
    for day in sorted({days for days, _ in spans}):
        risk = sum(days >= day for days, _ in spans)
        gone = sum(days == day and there for days, there in spans)
        left = sum(days == day and not there for days, there in spans)
        share *= 1 - Fraction(gone, risk)
        variance += Fraction(gone, risk * (risk - gone)) if risk > gone else 0
        low = high = float(share)
        if 0 < share < 1:
            middle = math.log(-math.log(share))
            width = 1.959964 * math.sqrt(variance) / abs(math.log(share))
            low, high = (math.exp(-math.exp(middle + sign * width)) for sign in (1, -1))
        rows.append((day, risk, gone, left, share, low, high))
    return rows


def half(rows: list[tuple[int, int, int, int, Fraction, float, float]]) -> tuple[int | None, int | None, int | None]:
    """The first day by which half got there, and the same of both ends of the interval."""
    reached = [row for row in rows if row[4] < 1]
    return tuple(next((row[0] for row in reached if row[at] <= Fraction(1, 2)), None)  # pyright: ignore[reportReturnType]
                 for at in (4, 5, 6))


# What differs.


def wrong_measures(site: Path, cases: list[Case]) -> Iterator[str]:
    told = {(row["measure"], row["level"], row["group"]): tuple(
        int(row[name]) for name in ("cases", "of", "by_person", "by_reading", "by_inference"))
        for row in table(site, "measures")}
    counted = measures(cases)
    for key in sorted(told.keys() | counted.keys()):
        if told.get(key) != counted.get(key):
            yield f"measures.csv: {', '.join(key)}: {told.get(key)} published, {counted.get(key)} counted"


def wrong_durations(site: Path, cases: list[Case]) -> Iterator[str]:
    told: defaultdict[str, list[Case]] = defaultdict(list)
    for row in table(site, "durations"):
        told[row["duration"]].append(row)
    for name in sorted(told.keys() | TIMES.keys()):
        counted = survival(waits(cases, TIMES[name])) if name in TIMES else []
        if len(counted) != len(told[name]):
            yield f"durations.csv: {name}: {len(told[name])} days published, {len(counted)} counted"
        for row, (day, *whole, share, low, high) in zip(told[name], counted, strict=False):
            published = [int(row[column]) for column in ("day", "at_risk", "ended", "censored")]
            near = all(math.isclose(float(row[column]), float(value), rel_tol=1e-9, abs_tol=1e-12)
                       for column, value in (("share", share), ("low", low), ("high", high)))
            if published != [day, *whole] or not near:
                yield f"durations.csv: {name}, day {row['day']}: {dict(row)} published, {float(share)} counted"


def wrong_tables(site: Path, cases: list[Case]) -> Iterator[str]:
    """The other tables that count: topics, courts, weeks, filings, outcomes."""
    by_topic = Counter(case["topic"] for case in cases)
    by_status = Counter((case["topic"], case["status"]) for case in cases)
    yield from differs("counts.csv", {(row["topic"], row["status"]): (int(row["cases"]), int(row["of"]))
                                      for row in table(site, "counts")},
                       {key: (number, by_topic[key[0]]) for key, number in by_status.items()})
    statuses = [name for name in table(site, "courts")[0] if name not in (
        "court_id", "court", "state", "circuit", "complete_from", "complete_until")]
    known = [case | {"status": case["status"] if case["status"] in statuses else "unknown"} for case in cases]
    yield from differs("courts.csv", {row["court_id"]: tuple(int(row[name]) for name in statuses)
                                      for row in table(site, "courts")},
                       {court: tuple(sum(case["court_id"] == court and name in ("cases", case["status"])
                                         for case in known) for name in statuses)
                        for court in {case["court_id"] for case in cases}})
    yield from differs("filings.csv", {(row["court_id"], row["month"]): int(row["petitions"])
                                       for row in table(site, "filings") if row["petitions"] != "0"},
                       Counter((case["first_court_id"], case["date_filed"][:7]) for case in cases
                               if petition(case) and case["date_filed"]))
    weekly: Counter[tuple[str, str]] = Counter()
    for case in cases:
        if case["date_filed"]:
            weekly[group("week", case), "filed"] += 1
            weekly[group("week", case), "petitions"] += petition(case)
        if case["status_since"]:
            weekly[group("week", {"date_filed": case["status_since"]}), case["status"]] += 1
    weeks = table(site, "weeks")
    columns = [name for name in weeks[0] if name not in ("week", "complete")] if weeks else []
    yield from differs("weeks.csv", {(row["week"], name): int(row[name]) for row in weeks for name in columns
                                     if row[name] != "0"},
                       {key: number for key, number in weekly.items() if number and key[1] in columns})
    monthly: Counter[tuple[str, str]] = Counter()
    for case in cases:
        if decided(case) and case["decided_on"]:
            how = "transferred" if case["merits"] == "remanded" else case["merits"]
            monthly.update([(case["decided_on"][:7], "decided"), (case["decided_on"][:7], how)])
    yield from differs("outcomes.csv", {(row["month"], name): int(row[name]) for row in table(site, "outcomes")
                                        for name in ("decided", *DECIDED_AS) if row[name] != "0"}, monthly)


def wrong_marks(site: Path, cases: list[Case]) -> Iterator[str]:
    """Which weeks and months are complete: by the days between which each court is, and by when dockets were looked at.
    """
    today = as_of(site)
    spans = {row["court_id"]: (row["complete_from"], row["complete_until"]) for row in table(site, "courts")}
    ours = {case["first_court_id"] for case in cases if petition(case)}

    def seen(courts: Iterable[str], first: dt.date, last: dt.date) -> bool:
        """Whether all of it can have been seen in these courts; an empty cell is the beginning, or never."""
        known = [spans.get(court, ("", "")) for court in courts]
        return bool(known) and last < today and all(
            until and start <= first.isoformat() and last.isoformat() <= until for start, until in known)

    weeks = {row["week"]: dt.date.fromisoformat(row["week"]) for row in table(site, "weeks")}
    yield from marks("weeks.csv", {row["week"]: row["complete"] for row in table(site, "weeks")}, {
        name: seen(ours, monday, monday + dt.timedelta(days=6)) for name, monday in weeks.items()})
    filings = {(row["court_id"], row["month"]): row["complete"] for row in table(site, "filings")}
    yield from marks("filings.csv", filings, {(court, month): seen([court], *ends(month)) for court, month in filings})
    checked = sorted(case["last_checked"][:10] or "1980-01-01"
                     for case in cases if petition(case) and not decided(case))
    until = min(today, dt.date.fromisoformat(checked[len(checked) // 10])) if checked else today
    months = table(site, "outcomes")
    yield from marks("outcomes.csv", {row["month"]: row["complete"] for row in months},
                     {row["month"]: until > ends(row["month"])[1] for row in months})


def ends(month: str) -> tuple[dt.date, dt.date]:
    """The first and the last day of a month, "2026-03"."""
    first = dt.date.fromisoformat(f"{month}-01")
    return first, (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)


def marks(what: str, told: dict, counted: dict) -> Iterator[str]:
    yield from differs(f"{what}: complete", told, {key: str(done).lower() for key, done in counted.items()})


def wrong_judges(site: Path, cases: list[Case]) -> Iterator[str]:
    """One id a judge, however dockets spell the name: as many cases, in these courts."""
    by_judge: defaultdict[str, list[Case]] = defaultdict(list)
    for case in cases:
        if case["judge_id"]:
            by_judge[case["judge_id"]].append(case)
    yield from differs("judges.csv", {row["judge_id"]: (int(row["cases"]), row["courts"])
                                      for row in table(site, "judges")},
                       {judge: (len(those), " ".join(sorted({case["court_id"] for case in those})))
                        for judge, those in by_judge.items()})


def wrong_dockets(site: Path, cases: list[Case]) -> Iterator[str]:
    """Every docket that cases.csv names, and when the one checked longest ago was."""
    named: defaultdict[str, list[Case]] = defaultdict(list)
    for row in table(site, "dockets"):
        named[row["slug"]].append(row)
    yield from differs("dockets.csv", {slug: (" ".join(row["docket"] for row in rows), earliest(rows))
                                       for slug, rows in named.items()},
                       {case["slug"]: (case["dockets"], case["last_checked"]) for case in cases})


def wrong_numbering(site: Path, cases: list[Case]) -> Iterator[str]:
    """What civil docket numbers suggest: the estimates from the figures beside them, and these as far as the petitions
    that have a page tell.
    """
    ours: defaultdict[tuple[str, str, str], set[int]] = defaultdict(set)
    for court, office, year, serial in filter(None, map(civil_number, filter(petition, cases))):
        if office:
            ours[court, office, year].add(serial)
    told = {(row["court_id"], row["office"], row["year"]): row for row in table(site, "numbering")}
    for place in sorted(told.keys() | ours.keys()):
        row, those = told.get(place), ours.get(place, set())
        name = f"numbering.csv: {', '.join(place)}"
        if row is None:
            yield f"{name}: not published, {len(those)} counted"
            continue
        known, between = int(row["known"]), int(row["between"])
        if int(row["petitions"]) != len(those):
            yield f"{name}: {row['petitions']} petitions published, {len(those)} counted"
        if not len(those) <= known <= between or (those and between < max(those) - min(those) + 1):
            yield f"{name}: {known} known of {between}, beside {len(those)} petitions with a page"
        yield from unlike(name, row, "filed", run_length(known, between))


def civil_number(case: Case) -> tuple[str, str, str, int] | None:
    """Of "1:25-cv-01234": court, office ("" where none is given), year and serial number."""
    found = re.match(r"(?:(\d):)?(?:20)?(\d\d)-?cv-?(\d{1,8})(?!\d)", case["first_docket_number"], re.IGNORECASE)
    return (case["first_court_id"], found[1] or "", f"20{found[2]}", int(found[3])) if found else None


def unlike(name: str, row: Case, column: str, counted: tuple[int, int, int] | None) -> Iterator[str]:
    """An estimate in three columns, its value and the ends of its interval: is it what is counted again?"""
    told = [row[column], row[f"{column}_low"], row[f"{column}_high"]]
    if told != [str(each) for each in counted or ("", "", "")]:
        yield f"{name}: {column}: {told} published, {counted} counted"


def run_length(known: int, between: int) -> tuple[int, int, int] | None:
    """How long a sequence is of which so many numbers are known, at random, so far apart; None of fewer than five.

    The distance of the outermost, as a part of the whole, has the distribution Beta(known - 1, 2).
    """
    if known < 5:
        return None
    spread = between - 1

    def below(part: float) -> float:
        return part ** (known - 1) * (known - (known - 1) * part)

    def place(mass: float) -> float:
        low, high = 0.0, 1.0
        while (middle := (low + high) / 2) not in (low, high):
            low, high = (middle, high) if below(middle) < mass else (low, middle)
        return high

    return (max(between, round(spread * Fraction(known + 1, known - 1) - 1)),
            max(between, int(spread / place(0.975))), math.ceil(spread / place(0.025)) + 1)


def wrong_recaptures(site: Path, cases: list[Case]) -> Iterator[str]:
    """What two lists say of how many petitions there are: the estimates from the figures beside them, and these as far
    as the petitions that have a page bound them.
    """
    found = Counter(place[0] for place in {civil_number(case) for case in cases if petition(case)} if place)
    for row in table(site, "recaptures"):
        name = f"recaptures.csv: {row['court_id']}, {row['list'] or 'searches'}"
        ours, theirs, both = (int(row[column]) for column in ("ours", "theirs", "both"))
        seen = ours if row["list"] else ours + theirs - both
        if both > min(ours, theirs) or seen > found[row["court_id"]]:
            yield f"{name}: {ours} and {theirs}, {both} in both, of {found[row['court_id']]} with a page"
        petitions = chapman(ours, theirs, both)
        yield from unlike(name, row, "petitions", petitions)
        yield from unlike(name, row, "missed", petitions and tuple(  # pyright: ignore[reportArgumentType]
            max(0, each - ours) for each in petitions))


def chapman(ours: int, theirs: int, both: int) -> tuple[int, int, int] | None:
    """Chapman's estimate with the interval of Sadinle's transformed logit; None where fewer than seven are in both."""
    if both < 7:
        return None
    only_one, only_other, shared, seen = ours - both, theirs - both, both + 0.5, ours + theirs - both
    unseen = (only_one + 0.5) * (only_other + 0.5) / shared
    spread = math.sqrt(1 / (only_one + 0.5) + 1 / (only_other + 0.5) + 1 / shared + 1 / unseen)
    low, high = (seen - 0.5 + unseen * math.exp(side * 1.959964 * spread) for side in (-1, 1))
    if not (only_one and only_other):  # one list is in the other: no more than what leaves so many in a row likely
        high = min(high, seen / 0.025 ** (1 / both))
    return (round(Fraction((ours + 1) * (theirs + 1), both + 1) - 1), max(seen, math.floor(low)), math.ceil(high))


def earliest(dockets: list[Case]) -> str:
    checked = [row["last_checked"] for row in dockets]
    return min(checked) if all(checked) else ""


def as_of(site: Path) -> dt.date:
    """The day that all numbers are of."""
    package = json.loads((site / "data" / "datapackage.json").read_text(encoding="utf-8"))
    return dt.date.fromisoformat(package["day"])


def differs(what: str, told: dict[object, object] | dict, counted: dict[object, object] | dict) -> Iterator[str]:
    for key in sorted({str(each): each for each in (*told, *counted)}.items()):
        if told.get(key[1]) != counted.get(key[1]):
            yield f"{what}: {key[0]}: {told.get(key[1])} published, {counted.get(key[1])} counted"
