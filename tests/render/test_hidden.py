"""Cases that nobody decided to hide: is it said how many they are and what mends it, and nothing else of them?"""
import datetime as dt
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner
from writwatch.fetch.database import open_store, writing
from writwatch.fetch.objects import Docket, decode_rows
from writwatch.fetch.store import Seen, save_dockets
from writwatch.render.cases import Case, Privacy
from writwatch.render.cli import writwatch
from writwatch.render.hidden import Hidden, tell_hidden

from ..fetch.conftest import docket_row

MARKUP = "Wilmer <b>Tacuran</b> v. Warden"
SAID = "is hidden because a name in it has markup"


def case(slug: str, show: Any = None) -> Case:
    return Case(slug, "", "detention", "", "core", "", Privacy(show) if show else None, ())


@pytest.mark.parametrize(("cases", "missing", "shown", "hidden"), [
    ([], set(), 0, 0),
    ([case("a"), case("b"), case("c", "initials")], set(), 3, 0),
    ([case("a"), case("b"), case("c", "hidden")], set(), 2, 0),
    ([case("a"), case("b"), case("c", "hidden")], set(), 1, 1),
    ([case("a"), case("b"), case("c")], {"a"}, 0, 2),
    ([case("a"), case("b", "hidden"), case("c", "public")], {"a", "b"}, 1, 0),
])
def test_who_is_counted(cases: list[Case], missing: set[str], shown: int, hidden: int) -> None:
    """Not shown, fetched, and hidden by no editor: those alone?"""
    counted = Hidden()
    assert len(list(counted.count(range(shown)))) == shown
    assert counted.for_names(cases, missing) == hidden


def test_the_sentence() -> None:
    assert tell_hidden(0) == ""
    assert tell_hidden(1).startswith("1 case is hidden")
    assert tell_hidden(1_200).startswith("1,200 cases are hidden")


def tracker(folder: Path) -> Path:
    """Five cases: one that can be shown, one with markup, one that an editor hides, that and markup, one to come."""
    captions = {7000: "Harbor League v. Office of Permits", 7001: MARKUP, 7002: "Quispe Mamani v. Warden", 7003: MARKUP}
    (folder / "cases").mkdir(parents=True)
    (folder / "config.toml").write_text('name = "Trial"\n', encoding="utf-8")
    for number in (*captions, 7004):
        privacy = '[privacy]\nshow = "hidden"\n' if number in (7002, 7003) else ""
        (folder / "cases" / f"mnd-0-26-cv-0{number}.toml").write_text(
            f'topic = "detention"\n{privacy}\n[[docket]]\nid = {number}\n', encoding="utf-8")
    engine = open_store(str(folder / "dockets.db"))
    rows = [msgspec.Raw(msgspec.json.encode(docket_row(number, case_name=name))) for number, name in captions.items()]
    found, bad = decode_rows(rows, Docket)
    assert not bad
    with writing(engine) as connection:
        save_dockets(connection, list(found), Seen(dt.datetime.now(dt.UTC), None))
    engine.dispose()
    return folder


def typed(folder: Path, *words: str) -> str:
    command = ["--site", str(folder), "--db", str(folder / "dockets.db"), *words]
    return CliRunner().invoke(writwatch, command, standalone_mode=False, catch_exceptions=False).output


@pytest.mark.slow
def test_a_build_says_it(tmp_path: Path) -> None:
    """Read anew and taken from what the last build kept: one line, once, without a word of the docket? And none once
    an editor has decided?"""
    folder = tracker(tmp_path / "tracker")
    out = ("--out", str(tmp_path / "public"))
    for _ in range(2):
        told = typed(folder, "render", *out)
        line, = (line for line in told.splitlines() if "hidden" in line)
        assert line.startswith(f"1 case {SAID}")
        assert "`writwatch review`" in line
        assert not [word for word in ("Tacuran", "Wilmer", "<", "7001") if word in told]
    assert "angle brackets" in typed(folder, "review")
    case_file = folder / "cases" / "mnd-0-26-cv-07001.toml"
    case_file.write_text(case_file.read_text("utf-8") + '[privacy]\nshow = "initials"\n', encoding="utf-8")
    assert SAID not in typed(folder, "render", *out)
