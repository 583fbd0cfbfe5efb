"""Rules of notification: is every mistake named, no secret repeated, and are quiet hours as they are written?"""
import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from writwatch.render.cases import load_config
from writwatch.render.notify_rules import Notify, mark, quiet_until, rate

GOOD = 'name = "desk"\nwhen = ["rulings"]\ntarget = "env:DESK_URL"\n'
CHICAGO = ZoneInfo("America/Chicago")


def problems(folder: Path, *tables: str) -> list[str]:
    text = 'name = "Ours"\n' + "".join(f"[[notify]]\n{table}" for table in tables)
    (folder / "config.toml").write_text(text, encoding="utf-8")
    config, found = load_config(folder)
    assert len(config.notify) + len(found) >= len(tables)
    return [f"{each.line} {each.key}: {each.sentence}" for each in found]


def test_a_rule_is_read(tmp_path: Path) -> None:
    """Every key: does it arrive, and is a rule public until somebody says otherwise?"""
    more = ('topics = ["detention"]\ncourts = ["mnd"]\ncases = ["mnd-0-26-cv-00123"]\npublic = false\n'
            'quiet_hours = "22:00-07:00"\nat_most = "3/day"\nlanguage = "es"\n')
    assert problems(tmp_path, GOOD + more) == []
    config, _ = load_config(tmp_path)
    assert config.notify == (
        Notify("desk", ("rulings",), "env:DESK_URL", ("detention",), ("mnd",), ("mnd-0-26-cv-00123",), False,
               "22:00-07:00", "3/day", "es"),)
    assert problems(tmp_path, GOOD) == []
    assert load_config(tmp_path)[0].notify[0].public


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ('when = ["rulings"]\ntarget = "env:X"\n', 'notify.name: is missing: write `name = "desk"`'),
        (GOOD.replace("rulings", "ruling"), 'notify.when: number 1 of the list is not known here: did you mean "ruli'),
        (GOOD.replace('["rulings"]', "[]"), "notify.when: is missing"),
        (GOOD.replace('["rulings"]', '["violation_proposed"]'), "notify.when: violation_proposed is never told in"),
        (GOOD.replace("env:DESK_URL", "slack://tokenA/tokenB"), "notify.target: is an address, which is a secret"),
        (GOOD.replace("env:DESK_URL", "env:slack://tokenA"), "notify.target: is an address, which is a secret"),
        (GOOD.replace("env:DESK_URL", "DESK_URL"), "notify.target: must name an environment variable"),
        (GOOD + 'topics = ["prison"]\n', "notify.topics: number 1 of the list is not known here"),
        (GOOD + 'courts = ["mnd", "mnx"]\n', "notify.courts: number 2 of the list is not known here"),
        (GOOD + 'quiet_hours = "22-7"\n', "notify.quiet_hours: must be two different times of a day"),
        (GOOD + 'quiet_hours = "07:00-07:00"\n', "notify.quiet_hours: must be two different times of a day"),
        (GOOD + 'at_most = "often"\n', "notify.at_most: must be a number of messages in a time"),
        (GOOD + 'at_most = "0/hour"\n', "notify.at_most: must be a number of messages in a time"),
        (GOOD + 'language = "Spanish"\n', "notify.language: must be a language tag"),
        (GOOD + "public = 1\n", "notify.public: must be true or false"),
        (GOOD + "loud = true\n", "notify.loud: is not a key known here"),
    ],
)  # fmt: skip
def test_a_mistake_is_named(tmp_path: Path, table: str, sentence: str) -> None:
    """By line and key, the rule left out, the address in it repeated nowhere?"""
    found = problems(tmp_path, table)
    assert len(found) == 1
    assert sentence in found[0]
    assert found[0].endswith("; until then the whole [[notify]] is left out")
    assert "token" not in found[0]
    assert load_config(tmp_path)[0].notify == ()


def test_two_of_a_name(tmp_path: Path) -> None:
    assert "name of another [[notify]] too" in problems(tmp_path, GOOD, GOOD)[0]
    (tmp_path / "config.toml").write_text("notify = 5\n", encoding="utf-8")
    assert "must be a table for each, as in `[[notify]]`" in load_config(tmp_path)[1][0].sentence


@pytest.mark.parametrize(
    ("span", "moment", "until"),
    [
        ("22:00-07:00", "2026-04-10T21:59", None),
        ("22:00-07:00", "2026-04-10T22:00", "2026-04-11T07:00"),
        ("22:00-07:00", "2026-04-11T06:59", "2026-04-11T07:00"),
        ("22:00-07:00", "2026-04-11T07:00", None),
        ("09:00-17:00", "2026-04-10T12:00", "2026-04-10T17:00"),
        ("09:00-17:00", "2026-04-10T17:00", None),
        ("", "2026-04-10T03:00", None),
        # The night of 8 March 2026 has no 02:30; that of 1 November has two.
        ("22:00-07:00", "2026-03-08T01:59", "2026-03-08T07:00"),
        ("22:00-02:30", "2026-03-08T01:00", "2026-03-08T03:30"),
        ("22:00-02:30", "2026-03-08T03:00", None),
        ("22:00-01:30", "2026-11-01T00:30", "2026-11-01T01:30"),
    ],
)
def test_quiet_hours(span: str, moment: str, until: str | None) -> None:
    """By the wall clock: over midnight, and in the nights that have an hour less or more?"""
    at = dt.datetime.fromisoformat(moment).replace(tzinfo=CHICAGO)
    expected = dt.datetime.fromisoformat(until).replace(tzinfo=CHICAGO).astimezone(dt.UTC) if until else None
    assert quiet_until(span, at, CHICAGO) == expected


ZONES = ["America/Chicago", "America/New_York", "Pacific/Honolulu", "UTC", "Australia/Lord_Howe"]
TIMES = st.times().map(lambda time: f"{time:%H:%M}")


@given(TIMES, TIMES, st.sampled_from(ZONES), st.integers(0, 366 * 24 * 60))
def test_what_is_quiet_ends(begins: str, ends: str, zone: str, minutes: int) -> None:
    """Whatever the hours and the night: is it quiet as the wall clock says, and does the quiet end later, and truly?"""
    if begins == ends:
        return
    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=minutes)
    span, now = f"{begins}-{ends}", f"{at.astimezone(ZoneInfo(zone)):%H:%M}"
    until = quiet_until(span, at, ZoneInfo(zone))
    assert (until is not None) == (begins <= now < ends if begins < ends else now >= begins or now < ends)
    if until is not None:
        assert at < until <= at + dt.timedelta(hours=49)
        assert quiet_until(span, until, ZoneInfo(zone)) is None


def test_rates_and_marks() -> None:
    assert rate("10/hour") == (10, dt.timedelta(hours=1))
    assert rate("3/day") == (3, dt.timedelta(days=1))
    rule = Notify("desk", ("rulings",), "env:X")
    other = Notify("desk", ("rulings",), "env:Y", quiet_hours="01:00-02:00", at_most="1/day")
    assert mark(rule) == mark(other)
    assert mark(rule) != mark(Notify("desk", ("rulings",), "env:X", topics=("detention",)))
