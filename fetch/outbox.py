"""The outbox of notifications: what is to be told in, each thing handed out once, what became of it kept.

A thing is known by the rule that tells it and by a key that stays the same while its words change; no word of it is
kept here. It is `due`, then `sending` while it is on its way (claimed in one transaction, before anything leaves), then
`sent`. A program that ends in between leaves it `sending`: after LEASE nobody knows whether it went. It is then
`unsure` and stays so, or becomes due again where a repetition does no harm.
"""
import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import sqlalchemy as sa

from . import schema as s
from .database import open_store, reading, writing

BATCH: Final = 500
LEASE: Final = dt.timedelta(minutes=10)
"""How long a message may be on its way before its program is taken for dead."""
NEWS: Final = dt.timedelta(days=7)
"""What is older when it is first seen is no news."""
KEPT: Final = dt.timedelta(days=21)
"""How long something due may wait."""
PAUSES: Final = tuple(dt.timedelta(minutes=each) for each in (5, 30, 120, 360, 720, 1440, 1440))
"""After a try that failed; when all are used up it is given up."""

BEGAN: Final = "began"
HEALTH: Final = "health"
UNSURE: Final = "nobody knows whether it was sent: the program ended, or the service's answer was lost"
TOO_OLD: Final = "it could not be sent for three weeks"


class Happened(NamedTuple):
    """Something to tell. `what`: the kind, as rules name it; `day`: when it happened, or became known."""

    key: str
    what: str
    day: dt.date
    docket_id: int | None = None


Happening = tuple[str, str, dt.date, int | None]
"""The same, from whoever has no use for its names."""


class Standing(NamedTuple):
    """How many things of a rule are in which state, and why the newest of those that were not sent was not."""

    rule: str
    due: int = 0
    sending: int = 0
    sent: int = 0
    unsure: int = 0
    given_up: int = 0
    why: str = ""


class Untried(NamedTuple):
    """How many things of a rule wait, and since when the first does."""

    number: int
    since: dt.datetime


class Outbox:
    """The outbox of one store."""

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine

    def take_in(
        self, rule: str, marks: Mapping[str, str], happened: Iterable[Happening], at: dt.datetime, today: dt.date,
        since: dt.date | None = None,
    ) -> int:
        """Note everything a rule has to tell now, in one transaction. Returns how many were given up as too late.

        `marks`: the kinds that were looked for, each with a mark of what the rule asks of it. A kind that is new, or
        whose mark is, begins now: of what is there already nothing is due, unless it is of `since` or later. Health is
        always of now. What was due and is told no more is forgotten.
        """
        told = {each.key: each for each in (Happened(*one) for one in happened) if each.what in marks}
        with writing(self.engine) as connection:
            fresh = _begin(connection, rule, marks, at, today)
            known = _states(connection, rule, told)
            new = [each for each in told.values() if each.key not in known]
            rows = [
                {"rule": rule, **each._asdict(), "state": state, "tries": 0, "at": at, "why": ""}
                for each in new if (state := _first_state(each, fresh, today, since))
            ]
            if rows:
                connection.execute(s.notice.insert(), rows)
            again = [key for key, state in known.items()
                     if state == "passed" and since is not None and told[key].day >= since]
            _move(connection, rule, again, "due", at)
            late = _give_up_late(connection, rule, at)
            _forget_untold(connection, rule, marks, told)
            return late

    def settle(self, rules: Mapping[str, tuple[bool, Collection[str]]], at: dt.datetime) -> dict[str, int]:
        """What is on its way for too long: due again where its rule may repeat it, else unsure.

        `rules`: by name, whether it may say again what may have been said already, and which kinds it tells.

        Returns how many became unsure, by rule. Nothing stays due of a rule, or of a kind, that is not among these.
        """
        unsure: dict[str, int] = {}
        table = s.notice.c
        with writing(self.engine) as connection:
            connection.execute(s.notice.delete().where(table.state == "due", table.rule.not_in(list(rules))))
            for rule, (repeats, kinds) in rules.items():
                other = sa.and_(table.state == "due", table.what.not_in(list(kinds)))
                ended = sa.and_(table.what == BEGAN, table.key.not_in([_began(what) for what in kinds]))
                connection.execute(s.notice.delete().where(table.rule == rule, sa.or_(other, ended)))
                stuck = sa.select(table.key).where(
                    table.rule == rule, table.state == "sending", table.at <= at - LEASE)
                keys = list(connection.scalars(stuck))
                _move(connection, rule, keys, "due" if repeats else "unsure", at, why="" if repeats else UNSURE)
                unsure[rule] = 0 if repeats else len(keys)
        return unsure

    def again(self, rule: str, at: dt.datetime) -> None:
        """Try what was given up, or may have been sent already, once more."""
        table = s.notice.c
        with writing(self.engine) as connection:
            connection.execute(
                s.notice.update().where(table.rule == rule, table.state.in_(("unsure", "given_up")))
                .values(state="due", tries=0, at=at, next_at=None, why=""))

    def oldest(self, *, again: bool = False) -> dt.date | None:
        """Day of the oldest thing that waits, None where nothing does; `again`: or was given up, or perhaps sent."""
        states = ("due", "unsure", "given_up") if again else ("due",)
        with reading(self.engine) as connection:
            return connection.scalar(sa.select(sa.func.min(s.notice.c.day)).where(s.notice.c.state.in_(states)))

    def ready(self, rule: str, at: dt.datetime, since: dt.datetime | None = None) -> list[str]:
        """Keys of what may be tried now; `since`: only of what is due since then, or longer."""
        table = s.notice.c
        query = sa.select(table.key).where(
            table.rule == rule, table.state == "due", sa.or_(table.next_at.is_(None), table.next_at <= at))
        query = query.where(table.at <= since) if since else query
        with reading(self.engine) as connection:
            return list(connection.scalars(query.order_by(table.day, table.key)))

    def has_tried(self, rule: str, since: dt.datetime) -> bool:
        """Whether anything of a rule was on its way since then, whatever came of it."""
        table = s.notice.c
        query = sa.select(table.key).where(table.rule == rule, table.tries > 0, table.at > since).limit(1)
        with reading(self.engine) as connection:
            return connection.scalar(query) is not None

    def room(self, rule: str, at: dt.datetime, most: int, within: dt.timedelta) -> int:
        """How many messages of a rule may still go, of at most so many within that time."""
        with reading(self.engine) as connection:
            return max(most - _messages(connection, rule, at - within), 0)

    def claim(self, rule: str, keys: Sequence[str], at: dt.datetime, most: int, within: dt.timedelta) -> list[str]:
        """Take these for one message: those that nobody else has taken; none where the rate is used up."""
        with writing(self.engine) as connection:
            if _messages(connection, rule, at - within) >= most:
                return []
            states = _states(connection, rule, keys)
            mine = [key for key in keys if states.get(key) == "due"]
            for some in _batches(mine):
                table = s.notice.c
                connection.execute(
                    s.notice.update().where(table.rule == rule, table.key.in_(some), table.state == "due")
                    .values(state="sending", at=at, next_at=table.at, message=mine[0], tries=table.tries + 1))
            return mine

    def release(self, rule: str, keys: Sequence[str]) -> None:
        """Claimed and not sent after all: due as it was, and no try is counted."""
        table = s.notice.c
        with writing(self.engine) as connection:
            for some in _batches(keys):
                connection.execute(
                    s.notice.update().where(table.rule == rule, table.key.in_(some), table.state == "sending")
                    .values(state="due", at=table.next_at, next_at=None, message=None, tries=table.tries - 1))

    def sent(self, rule: str, keys: Sequence[str], at: dt.datetime) -> None:
        with writing(self.engine) as connection:
            _move(connection, rule, keys, "sent", at)

    def unsure(self, rule: str, keys: Sequence[str], at: dt.datetime) -> None:
        with writing(self.engine) as connection:
            _move(connection, rule, keys, "unsure", at, why=UNSURE)

    def failed(self, rule: str, keys: Sequence[str], at: dt.datetime, why: str) -> int:
        """It was not sent: it waits, longer each time, and is given up in the end. Returns how many were given up."""
        given_up = 0
        table = s.notice.c
        with writing(self.engine) as connection:
            for some in _batches(keys):
                tried = sa.select(table.key, table.tries).where(table.rule == rule, table.key.in_(some))
                for key, tries in connection.execute(tried).all():
                    last = tries > len(PAUSES)
                    given_up += last
                    _move(connection, rule, [key], "given_up" if last else "due", at, why=why,
                          next_at=None if last else at + PAUSES[tries - 1])
        return given_up

    def standing(self) -> list[Standing]:
        """Every rule by its name."""
        table = s.notice.c
        counted = sa.select(table.rule, table.state, sa.func.count()).where(table.what != BEGAN)
        reasons = sa.select(table.rule, table.why).where(table.why != "", table.state != "sent").order_by(table.at)
        found: dict[str, Standing] = {}
        with reading(self.engine) as connection:
            for rule, state, count in connection.execute(counted.group_by(table.rule, table.state)):
                held = found.setdefault(rule, Standing(rule))
                if state in Standing._fields:
                    found[rule] = held._replace(**{state: count})
            for rule, why in connection.execute(reasons):
                found[rule] = found[rule]._replace(why=why)
        return [found[rule] for rule in sorted(found)]

    def untried(self) -> dict[str, Untried]:
        """What is due and was never tried, by rule.

        A rule that tried something since the first of it came is left out.
        """
        table = s.notice.c
        first = sa.select(table.rule, sa.func.count(), sa.func.min(table.at, type_=s.Utc())).where(
            table.state == "due", table.tries == 0).group_by(table.rule)
        newest = sa.select(table.rule, sa.func.max(table.at, type_=s.Utc()).label("at")).where(
            table.tries > 0).group_by(table.rule)
        with reading(self.engine) as connection:
            tried = {each.rule: each.at for each in connection.execute(newest)}
            return {rule: Untried(count, since) for rule, count, since in connection.execute(first)
                    if rule not in tried or tried[rule] <= since}

    def copy(self) -> "Outbox":
        """The same in memory, to try something on; nothing of it comes back."""
        with reading(self.engine) as connection:
            rows = [dict(row) for row in connection.execute(sa.select(s.notice)).mappings()]
        engine = open_store(":memory:")
        if rows:
            with writing(engine) as connection:
                connection.execute(s.notice.insert(), rows)
        return Outbox(engine)


def tell_outbox(standing: Iterable[Standing]) -> list[str]:
    """A line for each rule that has something to say."""
    told = []
    for each in standing:
        parts = [(each.sent, "sent"), (each.due, "waiting"), (each.sending, "on the way"),
                 (each.unsure, "perhaps sent (`writwatch notify --again` sends them once more)"),
                 (each.given_up, "given up")]
        said = ", ".join(f"{count:,} {what}" for count, what in parts if count)
        if said:
            told.append(f"notify {each.rule}: {said}.{f' The newest trouble: {each.why}.' if each.why else ''}")
    return told


def _begin(
    connection: sa.Connection, rule: str, marks: Mapping[str, str], at: dt.datetime, today: dt.date
) -> set[str]:
    """The kinds of which the rule begins to tell now; it is noted that it did."""
    table = s.notice.c
    begun = sa.select(table.key, table.message).where(table.rule == rule, table.what == BEGAN)
    held = {row.key: row.message for row in connection.execute(begun)}
    fresh = {what for what, mark in marks.items() if held.get(_began(what)) != mark}
    for what in sorted(fresh):
        connection.execute(s.notice.delete().where(table.rule == rule, table.key == _began(what)))
        connection.execute(s.notice.insert().values(
            rule=rule, key=_began(what), what=BEGAN, day=today, state="passed", message=marks[what], tries=0, at=at,
            why=""))
    return fresh - {HEALTH}


def _began(what: str) -> str:
    return f"{BEGAN} {what}"


def _first_state(each: Happened, fresh: Collection[str], today: dt.date, since: dt.date | None) -> str:
    """What becomes of something first seen; "" where it is not even noted."""
    if since is not None and each.day >= since:
        return "due"
    if each.day < today - NEWS:
        return ""
    return "passed" if each.what in fresh else "due"


def _forget_untold(connection: sa.Connection, rule: str, kinds: Collection[str], told: Collection[str]) -> None:
    """What was due and does not hold any more; of health also what was told, so that it is told when it comes back."""
    table = s.notice.c
    waiting = sa.select(table.key).where(
        table.rule == rule, table.what.in_(list(kinds)),
        sa.or_(table.state == "due", sa.and_(table.what == HEALTH, table.state != "sending")))
    for some in _batches([key for key in connection.scalars(waiting) if key not in told]):
        connection.execute(s.notice.delete().where(table.rule == rule, table.key.in_(some)))


def _give_up_late(connection: sa.Connection, rule: str, at: dt.datetime) -> int:
    """What was noted, or tried last, so long ago that nobody waits for it; how much that was."""
    table = s.notice.c
    late = sa.select(table.key).where(table.rule == rule, table.state == "due", table.at < at - KEPT)
    keys = list(connection.scalars(late))
    _move(connection, rule, keys, "given_up", at, why=TOO_OLD)
    return len(keys)


def _states(connection: sa.Connection, rule: str, keys: Iterable[str]) -> dict[str, str]:
    table = s.notice.c
    states: dict[str, str] = {}
    for some in _batches(list(keys)):
        held = sa.select(table.key, table.state).where(table.rule == rule, table.key.in_(some))
        states |= {row.key: row.state for row in connection.execute(held)}
    return states


def _messages(connection: sa.Connection, rule: str, after: dt.datetime) -> int:
    """How many messages went, or may have gone, since then."""
    table = s.notice.c
    return connection.scalar(sa.select(sa.func.count(sa.distinct(table.message))).where(
        table.rule == rule, table.state.in_(("sending", "sent", "unsure")), table.message.is_not(None),
        table.what != BEGAN, table.at > after)) or 0


def _move(
    connection: sa.Connection, rule: str, keys: Sequence[str], state: str, at: dt.datetime, *, why: str = "",
    next_at: dt.datetime | None = None,
) -> None:
    table = s.notice.c
    for some in _batches(keys):
        connection.execute(
            s.notice.update().where(table.rule == rule, table.key.in_(some))
            .values(state=state, at=at, why=why, next_at=next_at))


def _batches(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]
