"""What the site said of each case, day by day: appended to, from what privacy let through, forgotten with it."""
import datetime as dt
import json
from pathlib import Path

import pytest
from writwatch.render import SiteError
from writwatch.render.published import PublishedCase, Shown
from writwatch.render.trail import Trail, write_trail

from .factory import overdue, pending, released
from .test_hidden import tracker, typed

DAY = dt.date(2026, 4, 10)


def built(path: Path, on: dt.date, *cases: PublishedCase) -> list[dict]:
    """A build of these cases: the lines of the trail after it."""
    trail = Trail(path, on)
    for case in cases:
        assert list(trail.case(case)) == []
    [file] = trail.whole()
    assert file.path == "trail.jsonl"
    assert not isinstance(file.content, bytes)
    content = b"".join(file.content)
    write_trail(path, trail.lines())
    assert path.read_bytes() == content
    return [json.loads(line) for line in content.splitlines()]


def test_a_change_is_one_line(tmp_path: Path) -> None:
    """A second build of the same, then another status: is nothing added, then one line, with its entry and its rule?"""
    path, case = tmp_path / "t.jsonl", released()
    first = built(path, DAY, case, pending())
    assert {row["case"] for row in first} == {case.slug, pending().slug}
    assert built(path, DAY + dt.timedelta(1), case, pending()) == first
    later = case._replace(status=case.status._replace(value="closed_other"))
    after = built(path, DAY + dt.timedelta(2), later, pending())
    assert after[:-1] == first
    assert after[-1] == {
        "on": "2026-04-12", "case": case.slug, "court_id": case.dockets[0].court_id,
        "docket_number": case.dockets[0].docket_number, "axis": "status", "old": case.status.value,
        "new": "closed_other", "since": case.status.since.isoformat() if case.status.since else None,
        "entry_id": case.status.proof.entry_id if case.status.proof else None,
        "rule": case.status.proof.rule if case.status.proof else None}


def test_who_has_no_page_has_no_line(tmp_path: Path) -> None:
    """Purged or hidden: is the case gone from the trail, and the others as they were?"""
    path = tmp_path / "t.jsonl"
    first = built(path, DAY, released(), pending())
    after = built(path, DAY, pending())
    assert after == [row for row in first if row["case"] == pending().slug]


def test_a_mistake_takes_no_line_for_good(tmp_path: Path) -> None:
    """Left out for a mistake, or its accusation unconfirmed by one: is nothing of it published, are its old lines back
    in their places when it is mended, and is a docket that the store forgot meanwhile gone?"""
    path, hidden, forgotten = tmp_path / "t.jsonl", released(), pending()
    found = Shown("violation_found", DAY, overdue().status.proof, "confirmed", "Dana Whitlow", DAY)
    accused = overdue()._replace(axes={"compliance": (found,)})
    first = built(path, DAY, hidden, accused, forgotten)
    held = {(case.dockets[0].court_id, case.dockets[0].docket_number) for case in (hidden, accused)}
    trail = Trail(path, DAY + dt.timedelta(1))
    list(trail.case(overdue()._replace(axes={})))
    published = b"".join(trail.lines())
    write_trail(path, published.splitlines(keepends=True), held)
    assert {json.loads(line)["case"] for line in published.splitlines()} == {accused.slug}
    assert b"violation_found" not in published
    mended = built(path, DAY + dt.timedelta(2), hidden, accused)
    assert mended == [row for row in first if row["case"] != forgotten.slug]
    assert "violation_found" in {row["new"] for row in mended}


@pytest.mark.slow
@pytest.mark.parametrize(("name", "spoilt"), [("cases/mnd-0-26-cv-07000.toml", 'topic = "detentoin"\n'),
                                              ("decisions/mnd-0-26-cv-07000.toml", "[[decision]\n")])
def test_a_typo_is_no_takedown(tmp_path: Path, name: str, spoilt: str) -> None:
    """A slip in an editor's file, a build, the slip put right, another: does the trail say what it said, with its days?
    Purged while its file is spoilt: is no line of it left?"""
    folder = tracker(tmp_path / "tracker")
    out, trail, file = ("--out", str(tmp_path / "public")), folder / "dockets.db.trail.jsonl", folder / name
    typed(folder, "render", *out)
    old = trail.read_text("utf-8").replace('"on": "2', '"on": "1')
    trail.write_text(old, "utf-8")
    file.parent.mkdir(exist_ok=True)
    whole = file.read_text("utf-8") if file.is_file() else ""
    file.write_text(spoilt + whole, "utf-8")
    typed(folder, "render", *out)
    published = (tmp_path / "public" / "trail.jsonl").read_text("utf-8")
    assert published == ("" if name.startswith("cases") else old)
    assert trail.read_text("utf-8") == old
    file.write_text(whole or "# none yet\n", "utf-8")
    typed(folder, "render", *out)
    assert trail.read_text("utf-8") == (tmp_path / "public" / "trail.jsonl").read_text("utf-8") == old
    file.write_text(spoilt + whole, "utf-8")
    typed(folder, "purge", "7000", "--yes", *out)
    assert trail.read_text("utf-8") == ""


def test_an_accusation_goes_with_its_confirmation(tmp_path: Path) -> None:
    """Confirmed, then overruled: is no line left that says it?"""
    path, case = tmp_path / "t.jsonl", overdue()
    found = Shown("violation_found", DAY, case.status.proof, "confirmed", "Dana Whitlow", DAY)
    built(path, DAY, case)
    said = built(path, DAY, case._replace(axes=case.axes | {"compliance": (found,)}))
    assert "violation_found" in {row["new"] for row in said}
    after = built(path, DAY, case)
    assert "violation_found" not in json.dumps(after)
    assert after


def test_no_words_of_the_docket(tmp_path: Path) -> None:
    """Titles, quotes, names: is none of it there, only what the vocabulary has?"""
    case = released()
    text = json.dumps(built(tmp_path / "t.jsonl", DAY, case))
    assert case.title not in text
    assert not any(proof.quote in text for proof in case.evidence if proof.quote)


def test_a_spoilt_trail_is_named(tmp_path: Path) -> None:
    for number, line in enumerate((b"{", b"[]", b'{"case": 1, "axis": "a", "new": "b"}')):
        path = tmp_path / f"{number}.jsonl"
        path.write_bytes(line + b"\n")
        with pytest.raises(SiteError, match=rf"{number}.jsonl:1: is no line of a trail"):
            Trail(path, DAY)
