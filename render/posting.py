"""Notices and an outbox in, messages sent, what became of each rule out.

Each message is claimed before it leaves and marked after: the outbox is what remembers. Nothing is sent in quiet hours
or beyond a rule's rate; what has waited goes as one message where it is much. Clock, outbox and targets are given.
"""
import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final, Literal, NamedTuple, Protocol

from . import SiteError
from .notice_text import Message, digest, message
from .notices import Notice, Notices, by_weight
from .notify_rules import NEVER_PUBLIC, Notify, mark, quiet_until, rate

MANY: Final = 5
"""More than so many go as one."""

Answer = Literal["sent", "refused", "unsure"]
"""What a service said: `unsure` where it may have taken the message and its answer was lost."""

REFUSED: Final = "the service did not take it"


class Outbox(Protocol):
    """What remembers: `fetch.outbox.Outbox`."""

    def take_in(
        self, rule: str, marks: Mapping[str, str], happened: Iterable[tuple[str, str, dt.date, int | None]],
        at: dt.datetime, today: dt.date, since: dt.date | None = None,
    ) -> None: ...
    def settle(self, rules: Mapping[str, tuple[bool, Collection[str]]], at: dt.datetime) -> dict[str, int]: ...
    def again(self, rule: str, at: dt.datetime) -> None: ...
    def ready(self, rule: str, at: dt.datetime) -> list[str]: ...
    def room(self, rule: str, at: dt.datetime, most: int, within: dt.timedelta) -> int: ...
    def claim(
        self, rule: str, keys: Sequence[str], at: dt.datetime, most: int, within: dt.timedelta
    ) -> list[str]: ...
    def sent(self, rule: str, keys: Sequence[str], at: dt.datetime) -> None: ...
    def unsure(self, rule: str, keys: Sequence[str], at: dt.datetime) -> None: ...
    def failed(self, rule: str, keys: Sequence[str], at: dt.datetime, why: str) -> int: ...


class Target(Protocol):
    """Where messages go. `longest`: characters it takes, 0 for any number; `has_title`: beside the body."""

    @property
    def longest(self) -> int: ...
    @property
    def has_title(self) -> bool: ...
    def send(self, message: Message) -> Answer: ...


class Told(NamedTuple):
    """What became of one rule. `messages` went, with `sent` things in them; `waiting`: not yet, till `until` where
    quiet hours hold it; `trouble`: a sentence, "" where there is none."""

    rule: str
    messages: int = 0
    sent: int = 0
    waiting: int = 0
    until: dt.datetime | None = None
    given_up: int = 0
    unsure: int = 0
    trouble: str = ""


def post(
    box: Outbox,
    rules: Sequence[Notify],
    notices: Notices,
    target_of: Callable[[Notify], Target],
    clock: Callable[[], dt.datetime],
    zone: dt.tzinfo,
    *,
    only: Collection[str] | None = None,
    since: dt.date | None = None,
    again: bool = False,
) -> list[Told]:
    """Send what the rules have to tell, as far as it may go now.

    `only`: the kinds that were looked for, where not all were. `since`: what is of that day or later is sent although
    it is older than its rule. `again`: what was given up, or may have been sent, is tried once more.
    """
    unsure = box.settle({rule.name: (not rule.public, rule.when) for rule in rules}, clock())
    told: list[Told] = []
    for rule in rules:
        marks = {what: mark(rule) for what in rule.when if only is None or what in only}
        mine = {key: each for key, each in notices.of[rule.name].items() if _may_go(rule, each)}
        happened = [(each.key, each.what, each.day, each.docket_id) for each in mine.values()]
        if again:
            box.again(rule.name, clock())
        box.take_in(rule.name, marks, happened, clock(), notices.today, since)
        done = _post_rule(box, rule, mine, notices, target_of, clock, zone)
        told.append(done._replace(unsure=done.unsure + unsure.get(rule.name, 0)))
    return told


def _may_go(rule: Notify, notice: Notice) -> bool:
    """The second lock on what is never public."""
    return not (rule.public and notice.what == NEVER_PUBLIC)


def _post_rule(
    box: Outbox, rule: Notify, mine: Mapping[str, Notice], notices: Notices, target_of: Callable[[Notify], Target],
    clock: Callable[[], dt.datetime], zone: dt.tzinfo,
) -> Told:
    told = Told(rule.name)
    ready = _ready(box, rule, mine, clock())
    if not ready:
        return told
    if until := quiet_until(rule.quiet_hours, clock(), zone):
        return told._replace(waiting=len(ready), until=until)
    try:
        target = target_of(rule)
    except SiteError as error:
        return told._replace(waiting=len(ready), trouble=str(error))
    limit = rate(rule.at_most)
    while ready and (room := box.room(rule.name, clock(), *limit)):
        bundle = ready if len(ready) > min(MANY, room) else ready[:1]
        ready = ready[len(bundle):]
        claimed = box.claim(rule.name, bundle, clock(), *limit)
        if not claimed:
            continue
        answer = target.send(_message(rule, [mine[key] for key in claimed], notices, target))
        if answer == "sent":
            box.sent(rule.name, claimed, clock())
            told = told._replace(messages=told.messages + 1, sent=told.sent + len(claimed))
        elif answer == "unsure":
            box.unsure(rule.name, claimed, clock())
            told = told._replace(unsure=told.unsure + len(claimed))
        else:
            given_up = box.failed(rule.name, claimed, clock(), REFUSED)
            told = told._replace(
                trouble=REFUSED, given_up=told.given_up + given_up, waiting=len(claimed) - given_up)
            break
    return told._replace(waiting=told.waiting + len(ready))


def _ready(box: Outbox, rule: Notify, mine: Mapping[str, Notice], at: dt.datetime) -> list[str]:
    keys = {key: mine[key] for key in box.ready(rule.name, at) if key in mine}
    return [each.key for each in by_weight(keys)]


def _message(rule: Notify, claimed: Sequence[Notice], notices: Notices, target: Target) -> Message:
    if len(claimed) == 1:
        return message(claimed[0], target.longest, has_title=target.has_title)
    name, link, gettext = notices.digest_of(rule)
    return digest(claimed, name, link, gettext, target.longest, has_title=target.has_title)


def tell_posted(told: Iterable[Told], local: Callable[[dt.datetime], str]) -> list[str]:
    """A sentence for each rule of which there is something to say."""
    lines = []
    for each in told:
        till = f" until {local(each.until)}" if each.until else ""
        parts = [
            f"{each.sent:,} sent{_in_fewer(each)}" if each.sent else "",
            f"{each.waiting:,} waiting{till}" if each.waiting else "",
            f"{each.unsure:,} perhaps sent and not repeated" if each.unsure else "",
            f"{each.given_up:,} given up" if each.given_up else "",
            each.trouble,
        ]
        if any(parts):
            lines.append(f"notify {each.rule}: {'; '.join(filter(None, parts)).removesuffix('.')}.")
    return lines


def _in_fewer(told: Told) -> str:
    if told.messages == told.sent:
        return ""
    return " in one message" if told.messages == 1 else f" in {told.messages:,} messages"


def in_trouble(told: Iterable[Told]) -> bool:
    """Whether a person should look."""
    return any(each.trouble or each.given_up or each.unsure for each in told)
