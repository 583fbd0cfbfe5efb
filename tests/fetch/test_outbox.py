"""The outbox's table: does a store from before it get it and keep all else, and is what stands in it told in a line?"""
import datetime as dt

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from writwatch.fetch import schema as s
from writwatch.fetch.database import MIGRATIONS, connect, open_store, store_url, writing
from writwatch.fetch.outbox import KEPT, Outbox, Standing, tell_outbox

NOON = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)


def test_a_store_from_before_notifications(database: str):
    """At schema 0003, with a takedown in it: opened, does it have an empty outbox and what it had?"""
    old = connect(store_url(database))
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with old.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        assert not sa.inspect(connection).has_table("notice")
        connection.execute(s.takedown.insert().values(kind="docket", hash="x", at=NOON, why=""))
    old.dispose()
    engine = open_store(database)
    with engine.connect() as connection:
        assert connection.execute(sa.select(s.takedown.c.hash)).all() == [("x",)]
        assert connection.execute(sa.select(s.notice)).all() == []
    assert Outbox(engine).standing() == []
    engine.dispose()


def test_what_waits_is_looked_for_however_old_it_is(engine: sa.Engine):
    """Something of long ago that was asked for and not sent: is it due in the next run, and known by its day?"""
    box, old = Outbox(engine), dt.date(2020, 1, 2)
    told = [("entry 1", "rulings", old, 7)]
    assert box.oldest() is None
    assert box.take_in("desk", {"rulings": ""}, told, NOON, NOON.date(), old) == 0
    assert box.oldest() == old
    assert box.take_in("desk", {"rulings": ""}, told, NOON + dt.timedelta(hours=1), NOON.date()) == 0
    assert box.ready("desk", NOON + dt.timedelta(hours=1)) == ["entry 1"]
    assert box.take_in("desk", {"rulings": ""}, told, NOON + KEPT + dt.timedelta(days=1), NOON.date()) == 1
    assert (box.oldest(), box.oldest(again=True)) == (None, old)


def test_what_was_not_sent_after_all_is_as_it_was(engine: sa.Engine):
    """Claimed every day by a machine that can keep nothing: is it given up after three weeks, its last trouble told?"""
    box, told, hour = Outbox(engine), [("entry 1", "rulings", NOON.date(), 7)], dt.timedelta(hours=1)
    box.take_in("desk", {"rulings": ""}, [], NOON, NOON.date())
    box.take_in("desk", {"rulings": ""}, told, NOON, NOON.date())
    assert box.failed("desk", box.claim("desk", ["entry 1"], NOON, 1, hour), NOON, "no") == 0
    for days in range(KEPT.days):
        at = NOON + dt.timedelta(days=days + 1)
        assert box.take_in("desk", {"rulings": ""}, told, at, NOON.date()) == 0
        box.release("desk", box.claim("desk", box.ready("desk", at, NOON), at, 1, hour))
        assert not box.has_tried("desk", NOON)
        assert box.standing() == [Standing("desk", due=1, why="no")]
    assert box.take_in("desk", {"rulings": ""}, told, at + hour, NOON.date()) == 1


def test_a_failure_of_what_is_gone_is_nothing(engine: sa.Engine):
    """Forgotten while it was on its way: are its marks harmless?"""
    box = Outbox(engine)
    box.take_in("desk", {"rulings": ""}, [], NOON, NOON.date())
    box.take_in("desk", {"rulings": ""}, [("entry 1", "rulings", NOON.date(), 7)], NOON, NOON.date())
    assert box.claim("desk", ["entry 1"], NOON, 1, dt.timedelta(hours=1)) == ["entry 1"]
    assert box.claim("desk", ["entry 1"], NOON, 9, dt.timedelta(hours=1)) == []
    with writing(engine) as connection:
        connection.execute(s.notice.delete().where(s.notice.c.docket_id == 7))
    assert box.failed("desk", ["entry 1"], NOON, "no") == 0
    box.sent("desk", ["entry 1"], NOON)
    assert box.standing() == []


def test_what_stands_is_told():
    told = tell_outbox([Standing("a"), Standing("b", due=2, sent=1_200), Standing("c", unsure=1, why="lost")])
    assert told == [
        "notify b: 1,200 sent, 2 waiting.",
        "notify c: 1 perhaps sent (`writwatch notify --again` sends them once more). The newest trouble: lost.",
    ]
