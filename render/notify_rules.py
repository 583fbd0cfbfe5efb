"""[[notify]] of the config in, who is told what, when and how often out; mistakes by file, line and key. Pure.

An address that notifications go to is a secret: a rule names the environment variable that holds it.
"""
import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import msgspec

from .procedure.courts import COURTS
from .toml_tables import Notes, nearest, read_record, tables_of
from .wording import TOPICS

WHEN: Final = ("rulings", "orders", "no_report_seen", "violation_proposed", "hearings", "health")
"""What can be told."""
NEVER_PUBLIC: Final = "violation_proposed"
_BY_NAME: Final = "env:"

_NAME: Final = re.compile(r"[a-z0-9-]{1,40}")
_TARGET: Final = re.compile(r"env:[A-Za-z_][A-Za-z0-9_]{0,99}")
_SPAN: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")
_RATE: Final = re.compile(r"([1-9]\d{0,3})/(minute|hour|day)")
_LANGUAGE: Final = re.compile(r"([a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?)?")
_WITHIN: Final = {"minute": dt.timedelta(minutes=1), "hour": dt.timedelta(hours=1), "day": dt.timedelta(days=1)}


class Notify(msgspec.Struct, frozen=True):
    """[[notify]]: `when` something of this happens, it is told to `target` ("env:SLACK_URL").

    `topics`, `courts`, `cases`: only of these, cases by the last part of their page's address; none named: of all.
    `public`: anybody may read it there, so that only what pages show is told; true unless said otherwise.
    `quiet_hours`: "22:00-07:00" by the tracker's clock; "" for none. `at_most`: "10/hour"; /minute, /day. `language`:
    "" for the site's first.
    """

    name: str
    when: tuple[str, ...]
    target: str
    topics: tuple[str, ...] = ()
    courts: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    public: bool = True
    quiet_hours: str = ""
    at_most: str = "10/hour"
    language: str = ""

    @property
    def variable(self) -> str:
        """The environment variable that holds the address."""
        return self.target.removeprefix(_BY_NAME)


class Rate(NamedTuple):
    """At most so many messages within a time."""

    most: int
    within: dt.timedelta


_EXAMPLES: Final = {
    "name": '`name = "desk"`',
    "when": '`when = ["rulings"]`',
    "target": '`target = "env:SLACK_URL"`, the name of an environment variable that holds the address',
}


def read_rules(tables: object, notes: Notes) -> Iterator[Notify]:
    """The [[notify]] tables without a mistake."""
    names: set[str] = set()
    for index, table in enumerate(tables_of(tables, notes, "notify")):
        before = len(notes.problems)
        rule: Notify | None = read_record(Notify, table, notes, ("notify", index), examples=_EXAMPLES)
        mistakes = list(_mistakes(rule, names)) if rule else []
        for key, sentence in mistakes:
            notes.wrong(("notify", index, key), sentence)
        notes.add_consequence(before, "until then the whole [[notify]] is left out")
        if rule and not mistakes:
            names.add(rule.name)
            yield rule


def _mistakes(rule: Notify, names: set[str]) -> Iterator[tuple[str, str]]:
    if not _NAME.fullmatch(rule.name):
        yield "name", "must be up to 40 of a-z, 0-9 and hyphens"
    elif rule.name in names:
        yield "name", "is the name of another [[notify]] too: each is remembered by its name"
    if not _TARGET.fullmatch(rule.target):
        yield "target", _target_mistake(rule.target)
    lists = (("when", rule.when, WHEN), ("topics", rule.topics, TOPICS), ("courts", rule.courts, COURTS))
    for key, given, known in lists:
        for place, word in enumerate(given, 1):
            if word not in known:
                yield key, f"number {place} of the list is not known here{nearest(word, known)}"
    if rule.public and NEVER_PUBLIC in rule.when:
        yield "when", ("violation_proposed is never told in public, because nobody has confirmed it: take it out, or "
                       "say `public = false` of a target that only your desk reads")
    span = _SPAN.fullmatch(rule.quiet_hours)
    if rule.quiet_hours and (span is None or span[1] + span[2] == span[3] + span[4]):
        yield "quiet_hours", 'must be two different times of a day, as in "22:00-07:00"'
    if not _RATE.fullmatch(rule.at_most):
        yield "at_most", 'must be a number of messages in a time, as in "10/hour"; others are /minute and /day'
    if not _LANGUAGE.fullmatch(rule.language):
        yield "language", 'must be a language tag, as in "en" or "es-MX"'


def _target_mistake(target: str) -> str:
    if ":" in target.removeprefix(_BY_NAME):
        return ('is an address, which is a secret: put it into an environment variable, write its name here, as in '
                '`target = "env:SLACK_URL"`, and get a new address if others have seen this file')
    return 'must name an environment variable that holds the address, as in `target = "env:SLACK_URL"`'


def rate(at_most: str) -> Rate:
    """"10/hour" as a number and a time."""
    found = _RATE.fullmatch(at_most)
    return Rate(int(found[1]), _WITHIN[found[2]]) if found else Rate(10, _WITHIN["hour"])


def mark(rule: Notify) -> str:
    """Changes when the rule asks for other cases than before: it then begins anew."""
    asked = json.dumps([sorted(rule.topics), sorted(rule.courts), sorted(rule.cases)])
    return hashlib.blake2b(asked.encode(), digest_size=8).hexdigest()


def quiet_until(span: str, moment: dt.datetime, zone: dt.tzinfo) -> dt.datetime | None:
    """When the quiet hours that `moment` is in end, in UTC; None where it is in none. The wall clock counts.

    Where that leaps over the end in spring, it is as much later.
    """
    found = _SPAN.fullmatch(span)
    if found is None:
        return None
    begins, ends = dt.time(int(found[1]), int(found[2])), dt.time(int(found[3]), int(found[4]))

    def is_quiet(when: dt.datetime) -> bool:
        now = when.astimezone(zone).time()
        return begins <= now < ends if begins < ends else now >= begins or now < ends

    if not is_quiet(moment):
        return None
    first = moment.astimezone(zone).date()
    days = (first + dt.timedelta(days=each) for each in range(3))
    ended = (dt.datetime.combine(day, ends.replace(fold=fold), zone).astimezone(dt.UTC)
             for day in days for fold in (0, 1))
    return min(each for each in ended if each > moment and not is_quiet(each))
