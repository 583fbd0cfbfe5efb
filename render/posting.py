"""Notices and an outbox in, messages sent, what became of each rule out.

Each message is claimed before it leaves and marked after: the outbox is what remembers. Nothing is sent in quiet hours,
unless they alone have held it for three days, or beyond a rule's rate; what has waited goes as one message where it is
much. Clock, outbox and targets are given.
"""
import datetime as dt
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple, Protocol

from . import SiteError
from .notice_text import Message, digest, message
from .notices import Notice, Notices, by_weight
from .notify_rules import NEVER_PUBLIC, Notify, mark, quiet_until, rate

MANY: Final = 5
"""More than so many go as one."""
PATIENCE: Final = dt.timedelta(days=3)
"""How long quiet hours may hold something where every run falls into them, so that nothing of the rule is even tried:
the news would else come never."""

Answer = Literal["sent", "refused", "unsure"]
"""What a service said: `unsure` where it may have taken the message and its answer was lost."""

REFUSED: Final = "the service did not take it"


class Outbox(Protocol):
    """What remembers: `fetch.outbox.Outbox`."""

    def take_in(
        self, rule: str, marks: Mapping[str, str], happened: Iterable[tuple[str, str, dt.date, int | None]],
        at: dt.datetime, today: dt.date, since: dt.date | None = None,
    ) -> int: ...
    def settle(self, rules: Mapping[str, tuple[bool, Collection[str]]], at: dt.datetime) -> dict[str, int]: ...
    def again(self, rule: str, at: dt.datetime) -> None: ...
    def ready(self, rule: str, at: dt.datetime, since: dt.datetime | None = None) -> list[str]: ...
    def has_tried(self, rule: str, since: dt.datetime) -> bool: ...
    def room(self, rule: str, at: dt.datetime, most: int, within: dt.timedelta) -> int: ...
    def claim(
        self, rule: str, keys: Sequence[str], at: dt.datetime, most: int, within: dt.timedelta
    ) -> list[str]: ...
    def release(self, rule: str, keys: Sequence[str]) -> None: ...
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
    quiet hours hold it; `late`: so many were held for as long as may be, and all that waits goes although the hours
    are quiet; `trouble`: a sentence, "" where there is none."""

    rule: str
    messages: int = 0
    sent: int = 0
    waiting: int = 0
    until: dt.datetime | None = None
    given_up: int = 0
    unsure: int = 0
    late: int = 0
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
    keep: Callable[[], None] | None = None,
) -> list[Told]:
    """Send what the rules have to tell, as far as it may go now.

    `only`: the kinds that were looked for, where not all were. `since`: what is of that day or later is sent although
    it is older than its rule. `again`: what was given up, or may have been sent, is tried once more. `keep`: keeps the
    outbox where it outlasts this machine. Then all is claimed before anything leaves, and nothing leaves that is not
    kept as claimed.
    """
    unsure = box.settle({rule.name: (not rule.public, rule.when) for rule in rules}, clock())
    turns: list[_Turn] = []
    for rule in rules:
        marks = {what: mark(rule) for what in rule.when if only is None or what in only}
        mine = {key: each for key, each in notices.of[rule.name].items() if _may_go(rule, each)}
        happened = [(each.key, each.what, each.day, each.docket_id) for each in mine.values()]
        if again:
            box.again(rule.name, clock())
        late = box.take_in(rule.name, marks, happened, clock(), notices.today, since)
        turns.append(_Turn(box, rule, mine, notices, target_of, clock, zone, late))
    if keep is not None:
        _keep_claimed(turns, keep)
    told = [turn.send() for turn in turns]
    return [each._replace(unsure=each.unsure + unsure.get(each.rule, 0)) for each in told]


def _keep_claimed(turns: "Sequence[_Turn]", keep: Callable[[], None]) -> None:
    """Claim what every rule may send and keep that; where it cannot be kept, all of it waits."""
    try:
        for turn in turns:
            turn.claim()
        if any(turn.claimed for turn in turns):
            keep()
    except BaseException:
        for turn in turns:
            turn.give_back()
        raise


def _may_go(rule: Notify, notice: Notice) -> bool:
    """The second lock on what is never public."""
    return not (rule.public and notice.what == NEVER_PUBLIC)


class _Turn:
    """What one rule may send in this run: claimed message by message, or all at once before the first is sent."""

    def __init__(
        self, box: Outbox, rule: Notify, mine: Mapping[str, Notice], notices: Notices,
        target_of: Callable[[Notify], Target], clock: Callable[[], dt.datetime], zone: dt.tzinfo, late: int,
    ) -> None:
        """`late`: how many things waited too long and were given up."""
        self.box, self.rule, self.mine, self.notices, self.clock = box, rule, mine, notices, clock
        self.told, self.target = Told(rule.name, given_up=late), None
        self.claimed: deque[list[str]] | None = None
        now = clock()
        self.ready = _ready(box, rule, mine, now)
        if not self.ready:
            return
        if until := quiet_until(rule.quiet_hours, now, zone):
            held = now - PATIENCE
            late = 0 if box.has_tried(rule.name, held) else len(_ready(box, rule, mine, now, held))
            self.told = self.told._replace(late=late, until=None if late else until)
            if not late:
                return
        try:
            self.target = target_of(rule)
        except SiteError as error:
            self.told = self.told._replace(trouble=str(error))

    def claim(self) -> None:
        """All that may go now."""
        self.claimed = deque()
        for claimed in self._claims():
            self.claimed.append(claimed)

    def give_back(self) -> None:
        for claimed in self.claimed or ():
            self.box.release(self.rule.name, claimed)

    def send(self) -> Told:
        """Send what is claimed or, where nothing was claimed beforehand, claim and send one after the other."""
        for claimed in self._held() if self.claimed is not None else self._claims():
            if self.target is None or not self._send(self.target, claimed):
                break
        left = [key for claimed in self.claimed or () for key in claimed]
        self.give_back()
        return self.told._replace(waiting=self.told.waiting + len(self.ready) + len(left))

    def _held(self) -> Iterator[list[str]]:
        while self.claimed:
            yield self.claimed.popleft()

    def _claims(self) -> Iterator[list[str]]:
        limit = rate(self.rule.at_most)
        while self.target and self.ready and (room := self.box.room(self.rule.name, self.clock(), *limit)):
            bundle = self.ready if len(self.ready) > min(MANY, room) else self.ready[:1]
            self.ready = self.ready[len(bundle):]
            if claimed := self.box.claim(self.rule.name, bundle, self.clock(), *limit):
                yield claimed

    def _send(self, target: Target, claimed: list[str]) -> bool:
        """One message; whether to go on."""
        box, told = self.box, self.told
        answer = target.send(_message(self.rule, [self.mine[key] for key in claimed], self.notices, target))
        if answer == "sent":
            box.sent(self.rule.name, claimed, self.clock())
            self.told = told._replace(messages=told.messages + 1, sent=told.sent + len(claimed))
        elif answer == "unsure":
            box.unsure(self.rule.name, claimed, self.clock())
            self.told = told._replace(unsure=told.unsure + len(claimed))
        else:
            given_up = box.failed(self.rule.name, claimed, self.clock(), REFUSED)
            self.told = told._replace(
                trouble=REFUSED, given_up=told.given_up + given_up, waiting=len(claimed) - given_up)
        return answer != "refused"


def _ready(
    box: Outbox, rule: Notify, mine: Mapping[str, Notice], at: dt.datetime, since: dt.datetime | None = None
) -> list[str]:
    keys = {key: mine[key] for key in box.ready(rule.name, at, since) if key in mine}
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
            f"{each.late:,} had waited for {PATIENCE.days} days, as every run falls into its quiet hours" if each.late
            else "",
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
