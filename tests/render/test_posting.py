"""The outbox: whatever ends a run, and wherever, is nothing lost and nothing that is public said twice?"""
import contextlib
import datetime as dt
import itertools
import multiprocessing
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from writwatch.fetch import outbox
from writwatch.fetch import schema as s
from writwatch.fetch.database import open_store
from writwatch.fetch.outbox import KEPT, LEASE, PAUSES, Outbox, Standing, tell_outbox
from writwatch.fetch.purge import forget_dockets
from writwatch.render import SiteError
from writwatch.render.health import Health
from writwatch.render.notice_text import Message
from writwatch.render.notices import Notice, Notices
from writwatch.render.notify_rules import Notify
from writwatch.render.pages import ENGLISH, SiteLook
from writwatch.render.posting import MANY, Answer, Told, in_trouble, post, tell_posted

NOON = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)
TODAY = NOON.date()
UTC = ZoneInfo("UTC")
DESK = Notify("desk", ("rulings",), "env:DESK", public=False, at_most="100/minute")
PUBLIC = Notify("toots", ("rulings",), "env:TOOTS", at_most="100/minute")


def notice(number: int, what: str = "rulings", day: dt.date = TODAY, docket_id: int = 7000) -> Notice:
    return Notice(f"urn:writwatch:entry:{number}", what, day, docket_id, "x", 5, f"Case {number}", f"Thing {number}.",
                  "", "", f"https://example.org/{number}")


class Cut(BaseException):
    """The power goes."""


class Service:
    """A target that keeps what it was sent; `answers`: what it says, then "sent"."""

    longest, has_title = 0, False

    def __init__(self, *answers: Answer) -> None:
        self.got: list[str] = []
        self.answers = iter(answers)

    def send(self, message: Message) -> Answer:
        answer = next(self.answers, "sent")
        if answer != "refused":
            self.got.append(message.body)
        return answer

    def counted(self) -> Counter[str]:
        """How often each thing was said."""
        return Counter(part for body in self.got for part in (f"Thing {n}." for n in range(1, 60)) if part in body)


class World:
    """An outbox, a clock, a service, and what there is to tell."""

    def __init__(self, engine: sa.Engine, *rules: Notify) -> None:
        self.box, self.rules, self.now = Outbox(engine), rules, NOON
        self.service = Service()
        self.there: list[Notice] = []

    def begin(self) -> "World":
        """The rules know that they are there; what comes now is new."""
        self.run()
        self.now += dt.timedelta(minutes=1)
        return self

    def run(self, box: Any = None, target: Callable[[Notify], Any] | None = None, **how: Any) -> list[Told]:
        told = Notices(SiteLook(name="Ours"), self.rules, self.now, [ENGLISH], dt.date(2020, 1, 1))
        for rule in self.rules:
            told.of[rule.name] = {each.key: each for each in self.there if each.what in rule.when}
        target = target or (lambda rule: self.service)
        return post(box or self.box, self.rules, told, target, lambda: self.now, UTC, **how)

    def next_at(self) -> dt.datetime | None:
        with self.box.engine.connect() as connection:
            return connection.scalar(sa.select(sa.func.max(s.notice.c.next_at, type_=s.Utc())))

    def states(self) -> Counter[str]:
        with self.box.engine.connect() as connection:
            return Counter(connection.scalars(sa.select(s.notice.c.state).where(s.notice.c.what != "began")))


@pytest.fixture
def memory() -> Iterator[sa.Engine]:
    engine = open_store(":memory:")
    yield engine
    engine.dispose()


def test_what_is_new_is_sent_once(engine: sa.Engine) -> None:
    """Old at the first run, new at the second: only the new, and only once?"""
    world = World(engine, DESK)
    world.there = [notice(1)]
    world.run()
    assert world.service.got == []
    world.there.append(notice(2))
    for _ in range(3):
        world.run()
    assert world.service.counted() == {"Thing 2.": 1}
    assert world.states() == {"passed": 1, "sent": 1}


def test_since(engine: sa.Engine) -> None:
    """Asked for by its day: what is older than the rule is sent, of a rule that is new and of one that is not."""
    for rules in ((DESK,), (DESK, PUBLIC)):
        world = World(engine, *rules)
        world.there = [notice(1, day=TODAY - dt.timedelta(days=12)), notice(2, day=TODAY - dt.timedelta(days=3))]
        world.run(since=TODAY - dt.timedelta(days=5))
        assert world.service.counted() == {"Thing 2.": 1}


def test_what_is_old_when_it_comes_is_no_news(engine: sa.Engine) -> None:
    world = World(engine, DESK).begin()
    world.there = [notice(1, day=TODAY - dt.timedelta(days=8)), notice(2, day=TODAY - dt.timedelta(days=7))]
    world.run()
    assert world.service.counted() == {"Thing 2.": 1}


def test_a_rule_that_asks_for_more_begins_anew(engine: sa.Engine) -> None:
    """Orders added to rulings, a topic added: is nothing old sent, and all that comes after?"""
    World(engine, DESK).begin()
    for number, rule in enumerate((
        Notify("desk", ("rulings", "orders"), "env:DESK", public=False),
        Notify("desk", ("rulings", "orders"), "env:DESK", public=False, topics=("detention",)),
    )):
        world = World(engine, rule)
        world.there = [notice(10 * number + 1, "orders"), notice(10 * number + 2, "orders")]
        world.run()
        assert world.service.got == []
        world.there.append(notice(10 * number + 3, "orders"))
        world.run()
        assert world.service.counted() == {f"Thing {10 * number + 3}.": 1}


def test_what_does_not_hold_any_more_is_not_sent(engine: sa.Engine) -> None:
    """Held by quiet hours, then taken back: is nothing said? And when it holds again?"""
    quiet = Notify("desk", ("rulings",), "env:DESK", quiet_hours="11:00-13:00")
    world = World(engine, quiet).begin()
    world.there = [notice(1), notice(2)]
    assert world.run()[0] == Told("desk", waiting=2, until=NOON.replace(hour=13))
    world.there = [notice(2)]
    world.now = NOON.replace(hour=14)
    world.run()
    assert world.service.counted() == {"Thing 2.": 1}
    world.there = [notice(1), notice(2)]
    world.run()
    assert world.service.counted() == {"Thing 2.": 1, "Thing 1.": 1}


def test_quiet_hours_end_with_one_message(engine: sa.Engine) -> None:
    """A night's many: held, then one digest with all of them."""
    world = World(engine, Notify("desk", ("rulings",), "env:DESK", quiet_hours="22:00-07:00")).begin()
    world.there = [notice(n) for n in range(1, MANY + 2)]
    world.now = NOON.replace(hour=23)
    world.run()
    assert world.service.got == []
    world.now = NOON + dt.timedelta(hours=19)
    assert world.run()[0]._replace(rule="") == Told("", messages=1, sent=MANY + 1)
    assert len(world.service.got) == 1
    assert world.service.got[0].startswith(f"Ours · new: {MANY + 1}\n")
    assert set(world.service.counted().values()) == {1}


def test_quiet_hours_hold_nothing_for_ever(engine: sa.Engine) -> None:
    """One run a day, in the quiet hours: is everything told within three days, all that waits at once, the rest of the
    time nothing, and is it said why it was late?"""
    world = World(engine, Notify("desk", ("rulings",), "env:DESK", quiet_hours="11:00-13:00")).begin()
    told: list[Told] = []
    for number in range(1, 9):
        world.there.append(notice(number, day=world.now.date()))
        told += world.run()
        world.now += dt.timedelta(days=1)
    assert [(each.sent, each.late, each.waiting) for each in told] == [
        (0, 0, 1), (0, 0, 2), (0, 0, 3), (4, 1, 0), (0, 0, 1), (0, 0, 2), (0, 0, 3), (4, 1, 0)]
    assert world.service.counted() == {f"Thing {number}.": 1 for number in range(1, 9)}
    assert tell_posted([told[3]], str) == [
        "notify desk: 4 sent; 1 had waited for 3 days, as every run falls into its quiet hours."]
    assert not in_trouble(told)


def test_what_was_tried_lately_keeps_the_quiet(engine: sa.Engine) -> None:
    """Refused for days on end, the last time this evening: does it wait for the morning?"""
    world = World(engine, Notify("desk", ("rulings",), "env:DESK", quiet_hours="22:00-07:00")).begin()
    world.there, world.service = [notice(1)], Service("refused", "refused", "refused", "refused")
    for hours in (0, 24, 48, 81):
        world.now = NOON + dt.timedelta(hours=hours)
        world.run()
    world.now = NOON + dt.timedelta(hours=90)  # six in the morning
    assert world.run()[0].waiting == 1
    assert world.service.got == []
    world.now = NOON + dt.timedelta(hours=96)
    world.run()
    assert world.service.counted() == {"Thing 1.": 1}


def test_a_service_that_is_away_does_not_break_the_quiet(engine: sa.Engine) -> None:
    """The first of two refused every noon for days, so that the second was never tried: does it wait for the morning,
    and is nothing said of hours that hold everything?"""
    world = World(engine, Notify("desk", ("rulings",), "env:DESK", quiet_hours="22:00-07:00")).begin()
    world.there, world.service = [notice(1), notice(2)], Service("refused", "refused", "refused", "refused")
    for hours in (0, 24, 48, 72):
        world.now = NOON + dt.timedelta(hours=hours)
        world.run()
    world.now = NOON + dt.timedelta(hours=90)  # six in the morning
    assert [(each.late, each.waiting) for each in world.run()] == [(0, 2)]
    assert world.service.got == []
    assert world.box.untried() == {}
    world.now = NOON + dt.timedelta(hours=96)
    world.run()
    assert world.service.counted() == {"Thing 1.": 1, "Thing 2.": 1}


def test_what_waits_untried(engine: sa.Engine) -> None:
    """Two held, one of them longer; one refused: are the two counted, since the first?"""
    world = World(engine, Notify("desk", ("rulings",), "env:DESK", quiet_hours="11:00-13:00"), PUBLIC).begin()
    began = world.now
    world.there, world.service = [notice(1)], Service("refused")
    world.run()
    world.there.append(notice(2))
    world.now += dt.timedelta(minutes=1)
    world.run(target=lambda rule: Service())
    assert world.box.untried() == {"desk": (2, began)}


def test_a_rate_is_kept(engine: sa.Engine) -> None:
    """Three an hour, one arriving every ten minutes: never a fourth within any hour, and none forgotten?"""
    world = World(engine, Notify("desk", ("rulings",), "env:DESK", at_most="3/hour")).begin()
    at: list[dt.datetime] = []
    for number in range(1, 25):
        world.there.append(notice(number))
        before = len(world.service.got)
        world.run()
        at += [world.now] * (len(world.service.got) - before)
        world.now += dt.timedelta(minutes=10)
    world.now += dt.timedelta(hours=2)
    world.run()
    assert max(sum(one <= other < one + dt.timedelta(hours=1) for other in at) for one in at) == 3
    assert set(world.service.counted().values()) == {1}
    assert len(world.service.counted()) == 24


def test_failures_are_tried_again_with_growing_pauses(engine: sa.Engine) -> None:
    """A service that refuses for ever: how often, how far apart, and what is said at the end?"""
    world = World(engine, DESK).begin()
    world.there = [notice(1)]
    tries: list[dt.datetime] = []
    service = Service(*["refused"] * 99)

    def target(rule: Notify) -> Service:
        tries.append(world.now)
        return service

    told: list[Told] = world.run(target=target)
    while next_at := world.next_at():
        for world.now in (next_at - dt.timedelta(seconds=1), next_at):
            told = world.run(target=target)
    gaps = [later - earlier for earlier, later in itertools.pairwise(tries)]
    assert gaps == list(PAUSES)
    assert told[0].given_up == 1
    assert in_trouble(told)
    assert tell_posted(told, str) == ["notify desk: 1 given up; the service did not take it."]
    assert world.box.standing() == [Standing("desk", given_up=1, why="the service did not take it")]
    assert "1 given up. The newest trouble: the service did not take it." in tell_outbox(world.box.standing())[0]
    world.run()
    assert world.service.got == []
    world.run(again=True)
    assert world.service.counted() == {"Thing 1.": 1}


def test_one_that_fails_stops_the_others_only_for_now(engine: sa.Engine) -> None:
    world = World(engine, DESK).begin()
    world.there = [notice(n) for n in (1, 2, 3)]
    world.service = Service("sent", "refused")
    assert world.run()[0] == Told("desk", 1, 1, waiting=2, trouble="the service did not take it")
    world.now += dt.timedelta(minutes=6)
    world.run()
    assert set(world.service.counted().values()) == {1}
    assert len(world.service.counted()) == 3


def test_a_lost_answer_is_not_repeated(engine: sa.Engine) -> None:
    """The service may have taken it: is it said, not sent again, and sent again when asked to?"""
    world = World(engine, PUBLIC).begin()
    world.there = [notice(1)]
    world.service = Service("unsure")
    told = world.run()
    assert told[0].unsure == 1
    world.now += dt.timedelta(days=1)
    world.run()
    assert world.service.counted() == {"Thing 1.": 1}
    assert "1 perhaps sent" in tell_outbox(world.box.standing())[0]
    world.run(again=True)
    assert world.service.counted() == {"Thing 1.": 2}


def test_a_target_that_is_not_there_costs_no_try(engine: sa.Engine) -> None:
    """A variable that is not set: do the other rules go on, and is nothing lost once it is?"""
    world = World(engine, DESK, PUBLIC).begin()
    world.there = [notice(1)]

    def target(rule: Notify) -> Service:
        if rule is DESK:
            raise SiteError("nothing is sent: set DESK")
        return world.service

    told = world.run(target=target)
    assert [each.trouble for each in told] == ["nothing is sent: set DESK", ""]
    world.run()
    assert world.service.counted() == {"Thing 1.": 2}
    assert world.states() == {"sent": 2}


def test_what_waited_too_long_is_given_up_and_said(engine: sa.Engine) -> None:
    world = World(engine, DESK).begin()
    world.there = [notice(1)]
    world.run(target=lambda rule: Service("refused"))
    world.now += KEPT + dt.timedelta(days=1)
    world.there = []
    world.run()
    assert world.box.standing() == [Standing("desk", given_up=1, why=outbox.TOO_OLD)]


def test_health_is_told_when_it_comes_and_when_it_comes_back(engine: sa.Engine) -> None:
    """A trouble that stays is said once; one that went and came back, again; also by a rule that is new."""
    rule = Notify("desk", ("health",), "env:DESK")
    world = World(engine, rule)
    ill, well = Health(NOON, followed=1), Health(NOON)
    for health in (ill, ill, well, ill):
        told = Notices(SiteLook(name="Ours"), [rule], world.now, [ENGLISH], TODAY)
        told.health(health)
        post(world.box, [rule], told, lambda rule: world.service, lambda: world.now, UTC, only={"health"})
        world.now += dt.timedelta(hours=6)
    assert len(world.service.got) == 2


def test_a_look_at_health_alone_forgets_nothing_else(engine: sa.Engine) -> None:
    """The pages could not be built, so that only health is told: does what was due stay due?"""
    rule = Notify("desk", ("rulings", "health"), "env:DESK", quiet_hours="11:00-13:00")
    world = World(engine, rule).begin()
    world.there = [notice(1)]
    world.run()
    there, world.there = world.there, []
    world.run(only={"health"})
    assert world.states() == {"due": 1}
    world.there, world.now = there, NOON.replace(hour=15)
    world.run()
    assert world.service.counted() == {"Thing 1.": 1}


def test_a_rule_that_is_gone_leaves_nothing_due(engine: sa.Engine) -> None:
    world = World(engine, DESK, PUBLIC).begin()
    world.there = [notice(1)]
    world.run(target=lambda rule: Service("refused"))
    assert world.states() == {"due": 2}
    World(engine, DESK).run(target=lambda rule: Service("refused"))
    assert world.states() == {}


def test_a_dry_run_shows_what_is_sent_and_changes_nothing(engine: sa.Engine) -> None:
    """Twice dry, then in earnest: the same three times?"""
    world = World(engine, DESK).begin()
    world.there = [notice(n) for n in (1, 2)]
    shown: list[list[str]] = []
    for _ in range(2):
        service = Service()
        world.run(world.box.copy(), lambda rule, to=service: to)
        shown.append(service.got)
    assert world.states() == {}
    world.run()
    assert shown == [world.service.got] * 2
    assert len(world.service.got) == 2


def test_no_word_of_a_docket_is_kept(engine: sa.Engine) -> None:
    """Only ids: and of a docket that is forgotten, not even those?"""
    world = World(engine, DESK).begin()
    world.there = [notice(1, docket_id=7001), notice(2)]
    world.run()
    with engine.connect() as connection:
        rows = [str(row) for row in connection.execute(sa.select(s.notice))]
    assert len(rows) == 3
    assert not any("Thing" in row or "Case" in row for row in rows)
    forget_dockets(engine, {7001}, NOON)
    with engine.connect() as connection:
        assert list(connection.scalars(sa.select(s.notice.c.docket_id).where(s.notice.c.what != "began"))) == [7000]


# Cut off at any step.


class Cutting:
    """An outbox, or a target, that ends the program at its n-th step: before it, or after."""

    STEPS = ("settle", "take_in", "ready", "room", "claim", "sent", "unsure", "failed", "send")

    def __init__(self, real: Any, countdown: list[int]) -> None:
        self._real, self._countdown = real, countdown

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._real, name)
        return self._cut(found) if name in self.STEPS else found

    def _cut(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*words: Any, **keys: Any) -> Any:
            self._tick()
            done = step(*words, **keys)
            self._tick()
            return done

        return run

    def _tick(self) -> None:
        self._countdown[0] -= 1
        if self._countdown[0] == 0:
            raise Cut


def cut_after(world: World, steps: int, keep: Callable[[], None] | None = None) -> bool:
    """A run that ends at that step; False where it went to its end before."""
    countdown = [steps]
    target = Cutting(world.service, countdown)
    try:
        world.run(Cutting(world.box, countdown), lambda rule: target, keep=keep)
    except Cut:
        return True
    return False


@pytest.mark.parametrize("rule", [DESK, PUBLIC], ids=["desk", "public"])
def test_every_point_of_a_run(memory: sa.Engine, rule: Notify) -> None:
    """Cut at each step in turn, then run to the end: nothing lost, nothing public twice, and doubt only where there
    is reason: between the sending and its mark."""
    world = World(memory, rule).begin()
    number, doubts = 0, 0
    for steps in itertools.count(1):
        world.there = [notice(number + each) for each in (1, 2)]
        number += 2
        world.service = Service()
        was_cut = cut_after(world, steps)
        for _ in range(2):
            world.now += LEASE * 2
            world.run()
        said = world.service.counted()
        with memory.connect() as connection:
            keys = [each.key for each in world.there]
            held = sa.select(s.notice.c.key, s.notice.c.state).where(s.notice.c.key.in_(keys))
            states = {row.key: row.state for row in connection.execute(held)}
        assert set(states.values()) <= {"sent", "unsure"}
        for each in world.there:
            times = said[each.said]
            if rule.public:
                assert times == 1 if states[each.key] == "sent" else times <= 1
                doubts += states[each.key] == "unsure"
            else:
                assert states[each.key] == "sent"
                assert 1 <= times <= 2
                doubts += times == 2
        if not was_cut:
            break
    assert steps > 15
    assert 0 < doubts <= 8


@pytest.mark.parametrize("rule", [DESK, PUBLIC], ids=["desk", "public"])
def test_a_machine_that_is_thrown_away(rule: Notify) -> None:
    """Cut at each step in turn, and what is kept elsewhere is all that is left of it: nothing lost for the desk,
    nothing public twice, and doubt only of what was claimed when it was kept last?"""
    doubts = 0
    for steps in itertools.count(1):
        world = World(open_store(":memory:"), rule).begin()
        kept = [world.box.copy()]
        world.there = [notice(number) for number in (1, 2, 3)]
        keep = lambda world=world, kept=kept: kept.append(world.box.copy())  # noqa: E731
        was_cut = cut_after(world, steps, keep)
        if not was_cut:
            keep()
        for _ in range(2):
            world.now += LEASE * 2
            world.box = kept[-1]
            world.run(keep=keep)
            keep()
        for each in world.there:
            times = world.service.counted()[each.said]
            doubts += times != 1
            assert times <= 1 if rule.public else 1 <= times <= 2
        if not was_cut:
            assert world.service.counted() == {each.said: 1 for each in world.there}
            break
    assert steps > 15
    assert doubts


def test_what_cannot_be_kept_is_not_sent(engine: sa.Engine) -> None:
    """The state was changed elsewhere meanwhile: does everything wait, as if it had never been claimed?"""
    world = World(engine, DESK, PUBLIC).begin()
    world.there = [notice(1), notice(2)]

    def keep() -> None:
        assert world.states() == {"sending": 4}
        raise SiteError("another program saved a state there since")

    with pytest.raises(SiteError):
        world.run(keep=keep)
    assert world.service.got == []
    assert world.states() == {"due": 4}
    world.run(keep=lambda: None)
    assert world.service.counted() == {"Thing 1.": 2, "Thing 2.": 2}
    with engine.connect() as connection:
        assert set(connection.scalars(sa.select(s.notice.c.tries).where(s.notice.c.what != "began"))) == {1}


def test_a_refusal_gives_back_what_was_claimed(engine: sa.Engine) -> None:
    """All is claimed, the service takes none: is the second due at once, and only the first a try poorer?"""
    world = World(engine, DESK).begin()
    world.there = [notice(1), notice(2)]
    world.service = Service("refused")
    kept: list[Counter[str]] = []
    told = world.run(keep=lambda: kept.append(world.states()))
    assert kept == [{"sending": 2}]
    assert told[0].waiting == 2
    assert world.states() == {"due": 2}
    with engine.connect() as connection:
        rows = sa.select(s.notice.c.tries).where(s.notice.c.what != "began").order_by(s.notice.c.key)
        assert list(connection.scalars(rows)) == [1, 0]


@pytest.mark.slow
@settings(max_examples=examples(30))
@given(st.data())
def test_any_history(data: st.DataObject) -> None:
    """Arrivals, runs, cuts, refusals, lost answers, hours: at the end is everything said, and nothing public twice?"""
    engine = open_store(":memory:")
    try:
        rules = (DESK, PUBLIC)
        world = World(engine, *rules).begin()
        services = {rule.name: Service() for rule in rules}
        number = 0
        for _ in range(data.draw(st.integers(1, 8))):
            new = data.draw(st.integers(0, 7))
            world.there += [notice(number + each, day=world.now.date()) for each in range(1, new + 1)]
            number += new
            for service in services.values():
                service.answers = iter(data.draw(st.lists(st.sampled_from(["sent", "refused", "unsure"]), max_size=4)))
            countdown = [data.draw(st.integers(0, 60))]
            targets = {name: Cutting(service, countdown) for name, service in services.items()}
            with contextlib.suppress(Cut):
                world.run(Cutting(world.box, countdown), lambda rule, to=targets: to[rule.name])
            world.now += dt.timedelta(minutes=data.draw(st.sampled_from([0, 3, 11, 240])))
        for _ in range(12):
            world.now += dt.timedelta(hours=8)
            for service in services.values():
                service.answers = iter(())
            world.run(target=lambda rule, to=services: to[rule.name])
        with engine.connect() as connection:
            rows = connection.execute(sa.select(s.notice).where(s.notice.c.what != "began")).all()
        assert len(rows) == 2 * number
        for row in rows:
            times = services[row.rule].counted()[f"Thing {row.key.rpartition(':')[2]}."]
            assert row.state in ("sent", "unsure")
            if row.state == "sent":
                assert times == 1 if row.rule == PUBLIC.name else times >= 1
            else:
                assert times <= 1 or row.rule == DESK.name
    finally:
        engine.dispose()


# Two at once.


def test_two_senders_say_it_once(database: str) -> None:
    """Two programs' outboxes on one store, at the same moment: does each thing go by one of them?"""
    first = open_store(database)
    world = World(first, PUBLIC).begin()
    world.there = [notice(n) for n in range(1, 6)]
    engines = [first, *(open_store(database) for _ in range(3))]
    service, start, lock = Service(), threading.Barrier(4), threading.Lock()

    class Locked:
        longest, has_title = 0, False

        def send(self, message: Message) -> Answer:
            with lock:
                return service.send(message)

    def run(engine: sa.Engine) -> None:
        start.wait()
        world.run(Outbox(engine), lambda rule: Locked())

    threads = [threading.Thread(target=run, args=(engine,)) for engine in engines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for engine in engines:
        engine.dispose()
    assert service.counted() == {f"Thing {n}.": 1 for n in range(1, 6)}


def claims(database: str, keys: Sequence[str], found: Any) -> None:
    engine = open_store(database)
    found.put(Outbox(engine).claim("toots", keys, NOON + dt.timedelta(minutes=2), 3, dt.timedelta(hours=1)))
    engine.dispose()


@pytest.mark.soak
def test_two_programs_keep_one_rate(database: str) -> None:
    """Six programs claim a message each, three an hour allowed: do three get one, and no two the same?"""
    engine = open_store(database)
    world = World(engine, PUBLIC).begin()
    world.there = [notice(n) for n in range(1, 7)]
    world.run(target=lambda rule: Service(*["refused"] * 9), since=None)
    with engine.begin() as connection:
        connection.execute(s.notice.update().values(next_at=None))
    engine.dispose()
    context = multiprocessing.get_context("spawn")
    found = context.Queue()
    programs = [context.Process(target=claims, args=(database, [each.key], found)) for each in world.there]
    for program in programs:
        program.start()
    got = [found.get(timeout=300) for _ in programs]
    for program in programs:
        program.join()
    assert sorted(map(len, got)) == [0, 0, 0, 1, 1, 1]
