"""The compliance clock: what was ordered, by when, and what the public docket shows.

due until the day has passed; then no_report_seen unless a report came; violation_found only when a judge finds it;
cured when the court says so; nothing_due where the order was stayed or vacated before the day. An extension moves the
day. An order that gives no day stays due, and says so. Reports in these cases may be restricted (Fed. R. Civ. P.
5.2(c)): "no report seen on the public docket" is all that silence can mean.

A finding of violation or contempt is proposed until a person confirms it. The axis carries it, so that it can be
reviewed and measured; `privacy.publish` shows the clock as due or no_report_seen until a decision file confirms it.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from .findings import Confidence, Evidence, Scheduled, Value
from .rule import compiled
from .text import plain

PROPOSED = frozenset({"violation_found"})
"""Values nobody may see before a person has confirmed them."""

AT_ONCE: Final = "at once"
NO_DATE: Final = "no date given"
NO_NEW_DATE: Final = "extended, to a day not stated"

PROPERTY: Final = "return of property"
RELEASE: Final = "release"
RETURN: Final = "return of the person"

_PERSON: Final = r"(?:(?:the )?petitioner|plaintiff|applicant|him|her|them|(?:mr|ms|mrs)\. [a-z'-]+)"
_DUTIES: Final = (
    (
        "report of the result",
        r"\b(?:outcome|results?)\b",
    ),
    (
        "notice of compliance",
        r"\b(?:(?:notices?|certif\w+|proof|reports?|statements?) (?:of|on|regarding|as to|confirming) "
        r"(?:\w+ ){0,3}(?:complian\w+|release)|certif\w+|proof\b)",
    ),
    ("declaration", r"\b(?:declarations?|affidavits?|sworn)\b[^;,.]{0,30}"),
    ("status report", r"\b(?:reports?|census|updates?|advise|inform|letter)\b"),
    ("notice", r"\bnotices?\b"),
    (
        PROPERTY,
        r"\breturn(?:ing)? (?:of )?[^;,.]{0,40}(?:passport|property|documents?|belongings|phone|papers)",
    ),
    ("bond hearing", r"\bbond\b|\bcustody (?:re-?determination|hearing)|\bindividuali[sz]ed hearing|\bhearing\b"),
    (RELEASE, rf"\breleas\w+|\breturn(?:s|ed|ing)? (?:{_PERSON} )?to (?:\w+ ){{0,3}}supervision\b"),
    (RETURN, rf"\breturn(?:ing| of)? {_PERSON}(?: [a-z'-]+){{0,3}}? (?:from [^;,.]{{1,40}}? )?(?:to|into)\b"),
)
"""What can be ordered, in words that name nobody, and how the docket puts it. The words nearest the day decide."""
_READ: Final = tuple((name, compiled(pattern)) for name, pattern in _DUTIES)
_OF_PAPERS: Final = compiled(
    r"\breleas\w+ (?:of )?(?:the |all |any )*(?:[\w'-]+ ){0,4}?(?:records?|documents?|agreements?|transcripts?|footage"
    r"|videos?|data|pages|funds?|funding|grants?|awards?|reports?|lists?|e-?mails|policies|memoranda)\b"
)
""" "ICE must release the thirteen agreements": nobody is let go."""
_EITHER: Final = compiled(r"\bor\b|\bfailing\b|\bunless\b|\botherwise\b")
_REPORTING: Final = compiled(r"report|notice|declaration|certif|advise|proof|confirm")


class Duty(NamedTuple):
    """Something ordered of the government. `due` is "" where the order gives no day; then `term` says what it gives.

    `lifted`: the stay or vacatur (`how`: stayed, vacated) that stopped the clock before the day.
    """

    due: str
    what: str
    ordered: Evidence
    term: str = ""
    moved_from: tuple[str, ...] = ()
    lifted: Evidence | None = None
    how: str = ""


class Watch(NamedTuple):
    """What has happened to a set of duties so far."""

    duties: tuple[Duty, ...] = ()
    reports: tuple[Evidence, ...] = ()
    found: Evidence | None = None
    cured: Evidence | None = None


def named(words: str, around: str = "") -> str:
    """What is due, as one of a few plain names; else by the words around it; else the words themselves."""
    return _named(words) or _named(around) or words.strip()[:80]


def _named(words: str) -> str:
    data = plain(words)
    papers = [match.span() for match in _OF_PAPERS.finditer(data)]
    hits: list[tuple[int, int, str]] = []
    for place, (name, pattern) in enumerate(_READ):
        for match in pattern.finditer(data):
            if name == "release" and any(start <= match.start() < end for start, end in papers):
                continue
            if not any(start <= match.start() < end for start, end, _ in hits):
                hits.append((match.start(), match.end(), name))
        if place < 2 and hits:  # a report of a hearing or a release is a report
            return hits[0][2]
    if hits and min(hits)[2] != RETURN:  # a report of it, a motion for it
        hits = [hit for hit in hits if hit[2] != RETURN]
    names = {name for *_, name in hits}
    if {"bond hearing", "release"} <= names and _EITHER.search(data):
        return "bond hearing"
    return max(hits)[2] if hits else ""


def stopped(
    watch: Watch, by: Evidence, how: str, held: Evidence | None = None,
    gone: Callable[[Evidence], bool] = lambda ordered: True,
) -> Watch:
    """A stay or a vacatur: every duty whose day has not passed is lifted. `held`: the order was held up from then on,
    until the court could look at it. `gone`: whether it is of what was ordered there."""
    since = held or by
    lifted = (not duty.lifted and _before_due(since, duty) and gone(duty.ordered) for duty in watch.duties)
    return watch._replace(duties=tuple(
        duty._replace(lifted=by, how=how) if lifts else duty for lifts, duty in zip(lifted, watch.duties, strict=True)
    ))


def resumed(watch: Watch) -> Watch:
    """The stay of the order is over: its duties run again."""
    return watch._replace(
        duties=tuple(duty._replace(lifted=None, how="") if duty.how == "stayed" else duty for duty in watch.duties)
    )


def runs(watch: Watch, what: str) -> bool:
    """Is a duty of that name open, with a day to it?"""
    return any(duty.due and not duty.lifted and duty.what == what for duty in watch.duties)


def moved(watch: Watch, what: str, due: str, day: dt.date | None) -> Watch:
    """An extension: the newest open duty of that name has a new day ("" where the entry does not state it), with what
    was due together with it."""
    for place in range(len(watch.duties) - 1, -1, -1):
        duty = watch.duties[place]
        if not duty.due or duty.lifted or (what and duty.what != what) or due == duty.due:
            continue
        if due and duty.due[:10] > due[:10]:
            continue
        return watch._replace(duties=tuple(_later(one, due) if _goes_with(one, duty) else one for one in watch.duties))
    return watch


def _goes_with(one: Duty, duty: Duty) -> bool:
    """Is it that duty, or one that the same order makes due on the same day, "and shall report by then"?"""
    return not one.lifted and (one.ordered.entry_id, one.due) == (duty.ordered.entry_id, duty.due)


def _later(duty: Duty, due: str) -> Duty:
    return duty._replace(due=due, term="" if due else NO_NEW_DATE, moved_from=(*duty.moved_from, duty.due))


def turns(watch: Watch) -> set[dt.date]:
    """The days on which the clock moves by itself: the day after each due date."""
    return {after for duty in watch.duties if duty.due and (after := _day_after(duty.due))}


def _day_after(due: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(due[:10]) + dt.timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def schedule(watch: Watch, as_of: dt.date) -> tuple[Scheduled, ...]:
    """Each duty with its result on a day."""
    return tuple(_result(duty, watch, as_of) for duty in watch.duties)


def _result(duty: Duty, watch: Watch, as_of: dt.date) -> Scheduled:
    base = Scheduled(
        duty.ordered.docket_id,
        "compliance",
        duty.due,
        duty.what,
        duty.ordered,
        term=duty.term,
        moved_from=duty.moved_from,
    )
    report = next((one for one in watch.reports if _answers(one, duty)), None)
    if duty.lifted:
        return base._replace(result=duty.how, result_evidence=duty.lifted)
    seen = ("reported", report) if report else ("no_report_seen" if _past(duty, as_of) else "due", None)
    if (
        watch.found
        and _after(watch.found, duty.ordered)
        and _past(duty, watch.found.date_filed)
        and not (report and _REPORTING.search(duty.what.encode("ascii", "replace")))
    ):
        return base._replace(result="violation_found", result_evidence=watch.found, otherwise=seen)
    return base._replace(result=seen[0], result_evidence=seen[1])


def _past(duty: Duty, day: dt.date | None) -> bool:
    return bool(duty.due and day and duty.due[:10] < day.isoformat())


def _before_due(lifted: Evidence, duty: Duty) -> bool:
    return not duty.due or not lifted.date_filed or lifted.date_filed.isoformat() <= duty.due[:10]


def _answers(report: Evidence, duty: Duty) -> bool:
    """A report of the order's day may be docketed before it; not the one that tells why somebody must come back."""
    numbers = report.entry_number or 0, duty.ordered.entry_number or 0
    told_before = report.date_filed == duty.ordered.date_filed and 0 < numbers[0] < numbers[1]
    return _after(report, duty.ordered) and not (duty.what == RETURN and told_before)


def _after(one: Evidence, other: Evidence) -> bool:
    return (one.date_filed or dt.date.min) >= (other.date_filed or dt.date.min) and one.entry_id != other.entry_id


def axis(watch: Watch, as_of: dt.date) -> Value:
    """One value for all duties: the worst that stands."""
    if watch.cured and watch.found:
        return _value("cured", watch.cured)
    if watch.found:
        return _value("violation_found", watch.found)
    return worst(schedule(watch, as_of))


def _was_due(row: Scheduled, by: Evidence) -> bool:
    """Was its day no later than that of an entry?"""
    return bool(by.date_filed) and row.datetime[:10] <= by.date_filed.isoformat()


def agreed(rows: Sequence[Scheduled], said: Value) -> tuple[Scheduled, ...]:
    """The same, as what is said of all of them has it: what the court calls mended is no breach and no silence any
    more, and what a person decided goes for each whose day had passed."""
    heard = said.confidence == "confirmed"
    if heard and said.value == "nothing_due":
        return tuple(row for row in rows if row.result not in {"due", "no_report_seen"})
    by = said.evidence
    if by is None or not (said.value == "cured" or (heard and said.value in {"reported", "violation_found"})):
        return tuple(rows)
    gives_way = {"no_report_seen", "violation_found"} if said.value == "cured" else {"no_report_seen"}

    def told(row: Scheduled) -> Scheduled:
        otherwise = row.otherwise or (row.result or "no_report_seen", row.result_evidence)
        return row._replace(result=said.value, result_evidence=by, otherwise=otherwise)

    return tuple(told(row) if row.result in gives_way and _was_due(row, by) else row for row in rows)


def worst(rows: Sequence[Scheduled]) -> Value:
    """Silence before what is still to come, that before what was reported; findings aside."""
    for result in ("no_report_seen", "due", "reported"):
        for row in rows:
            if row.result == result:
                return _since(row)
    return Value("nothing_due")


def _since(row: Scheduled) -> Value:
    """Silence begins the day after the day: it follows from the calendar, not from words."""
    if row.result == "no_report_seen":
        return _value("no_report_seen", row.evidence, "inferred")._replace(since=_day_after(row.datetime))
    return _value(row.result or "due", row.result_evidence or row.evidence)


def _value(name: str, evidence: Evidence, confidence: Confidence = "read") -> Value:
    return Value(name, evidence.date_filed, evidence, confidence)
