"""The feeds: can a reader follow them, does an entry keep its id, and what does each of them hold?"""
import datetime as dt
import json
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

import feedparser
import pytest
from writwatch.render import feeds, kept
from writwatch.render.feeds import Feeds
from writwatch.render.output import File
from writwatch.render.pages import ENGLISH, SiteLook
from writwatch.render.procedure.courts import COURTS
from writwatch.render.published import PublishedCase
from writwatch.render.wording import QUOTED

from .factory import AS_OF, TODAY, docket, entry, event, many, overdue, pending, proof, released

BASE = "https://example.org/tracker/"
LOOK = SiteLook(base_url=BASE, contact="desk@example.org")
HOSTILE = "ORDER \x0b\x00 <script>alert(1)</script> ]]> & \ud800 \ufffe \u202e end"


def made(*cases: PublishedCase, look: SiteLook = LOOK) -> dict[str, bytes]:
    """Every file the feeds of these cases are, by its path."""
    output = Feeds(look, AS_OF, ENGLISH)
    files = [file for case in cases for file in (*output.leaves(case), *output.case(case))]
    written = {file.path: file.content for file in [*files, *output.whole()]}
    return {path: content for path, content in written.items() if isinstance(content, bytes)}


def atom(files: dict[str, bytes], of: str) -> Any:
    return feedparser.parse(files[f"feeds/{of}.xml"])


def ids(files: dict[str, bytes], of: str) -> list[str]:
    return [item["id"] for item in json.loads(files[f"feeds/{of}.json"])["items"]]


def urns(*entries: int) -> list[str]:
    return [f"urn:writwatch:entry:{each}" for each in entries]


def with_entry(text: str, types: Iterable[str] = (), day: dt.date = TODAY, **changes: Any) -> PublishedCase:
    """A case of one entry, 71, in which these types were read."""
    one = entry(71, 3, day, text, 990071, seen=not types)
    told = tuple(event(one, each, text.strip()) for each in types)
    return released(slug="casd-3-26-cv-00071", timeline=told,
                    dockets=(docket(990071, "casd", "3:26-cv-00071", (one,)),), **changes)


def test_every_feed_can_be_read() -> None:
    """Does a reader that knows Atom find nothing wrong in any, whatever a docket holds? Are the others JSON Feed?"""
    hostile = with_entry(HOSTILE, ["tro_entered"], title=f"M.C.P. v. {HOSTILE}", topic="detention")
    files = made(released(), pending(), overdue(), hostile)
    for path, content in files.items():
        if path.endswith(".xml"):
            assert not feedparser.parse(content).bozo, path
        else:
            assert json.loads(content)["version"] == "https://jsonfeed.org/version/1.1"
    both = [atom(files, "case-casd-3-26-cv-00071").entries[0].content[0].value,
            json.loads(files["feeds/case-casd-3-26-cv-00071.json"])["items"][0]["content_html"]]
    assert both[1].count("&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp;") == 1
    assert all("<script" not in html and "\u202e" not in html for html in both)


def test_a_feed_says_whose_it_is() -> None:
    """Are its address, its site, its author, its language and its maker in it?"""
    feed = atom(made(released()), "court-mnd").feed
    links = {link.rel: link.href for link in feed.links}
    assert links == {"self": f"{BASE}feeds/court-mnd.xml", "alternate": f"{BASE}courts/mnd.html"}
    assert (feed.author_detail.name, feed.author_detail.email) == ("Writwatch", "desk@example.org")
    assert (feed.title, feed.language, feed.generator) == ("Writwatch: D. Minn.", "en", "writwatch")
    assert feed.id == "urn:writwatch:feed:court-mnd"
    assert "(fictional)" in atom(made(look=LOOK._replace(fictional=True)), "all").feed.title


def test_an_entry_keeps_its_id_when_its_text_comes() -> None:
    """Is a short title, later an order of many words that was read and confirmed, the same item?"""
    stub = made(with_entry("Order on Motion for TRO"))
    full = made(with_entry("ORDER granting 2 Motion for TRO.", ["tro_entered"]))
    elsewhere = made(with_entry("Order on Motion for TRO"), look=SiteLook(base_url="https://other.example/"))
    for files in (stub, full, elsewhere):
        assert ids(files, "all") == [item.id for item in atom(files, "all").entries] == urns(71)
    assert (ids(stub, "rulings"), ids(full, "rulings")) == ([], urns(71))
    titles = [atom(files, "all").entries[0].title.partition(": ")[2] for files in (stub, full)]
    assert titles == ["“Order on Motion for TRO”", "A judge entered a temporary restraining order"]


@pytest.mark.parametrize(("case", "expected"), [
    (released(), {"all", "court-mnd", "judge-wren-halloway", "topic-detention", "rulings", "type-habeas-ruling",
                  "type-release-ordered", "case-mnd-0-26-cv-00123"}),
    (pending(), {"all", "court-mad", "judge-otis-farrow-lindqvist", "topic-oversight", "rulings",
                 "type-order-on-motion", "type-tro-entered", "case-harbor-light-v-dhs"}),
])
def test_an_entry_stands_where_one_looks_for_it(case: PublishedCase, expected: set[str]) -> None:
    """Is a ruling in the feed of its court, judge, topic, types and case, and in no other?"""
    files = made(case)
    ruling = feeds.entry_urn(4 if case.slug.startswith("mnd") else 22)
    found = {path[6:-5] for path in files if path.endswith(".json") and ruling in ids(files, path[6:-5])}
    assert found == expected


@pytest.mark.parametrize(("type_", "kind", "outcome", "is_ruling"), [
    ("order_on_motion", "tro", ("granted",), True), ("order_on_motion", "extension", ("granted",), False),
    ("habeas_ruling", None, ("denied",), True), ("motion_filed", "tro", (), False),
    ("hearing_scheduled", None, ("set",), False), ("report_and_recommendation", None, (), False),
    (QUOTED, None, (), False),
])
def test_rulings_are_what_judges_decide(
    type_: str, kind: str | None, outcome: tuple[str, ...], is_ruling: bool
) -> None:
    """Is a ruling one, and what a party files, what is routine and what is only quoted none?"""
    case = with_entry("ORDER")
    told = event(case.dockets[0].entries[0], type_, "ORDER", kind=kind, outcome=outcome)
    files = made(case._replace(timeline=(told,)))
    assert (ids(files, "rulings") == urns(71)) == is_ruling
    assert ids(files, "all") == urns(71)


def test_what_may_not_be_named_is_quoted() -> None:
    """Does an entry of which nothing may be said stand in the feeds by the court's words, and in none for its like?"""
    files = made(with_entry("ORDER as to respondents.", [QUOTED]))
    assert atom(files, "all").entries[0].title.endswith(": “ORDER as to respondents.”")
    assert not any("quoted" in path for path in files)


def test_the_newest_come_first_and_no_feed_grows_for_ever() -> None:
    """Of more cases than a feed holds, are the newest entries in it, each once?"""
    cases = list(many(60))
    files = made(*cases, *cases)
    newest = sorted(((each.date_filed, each.id) for case in cases for each in case.dockets[0].entries), reverse=True)
    assert ids(files, "all") == urns(*(id_ for _, id_ in newest[:feeds.MOST]))
    assert len(ids(files, "topic-detention")) == feeds.MOST_OF_A_PART


def test_the_order_of_the_cases_does_not_matter() -> None:
    """Are the same cases the same bytes, whatever order they come in?"""
    cases = list(many(30))
    assert made(*cases) == made(*reversed(cases))


@pytest.mark.parametrize(("age", "later", "count"), [
    (0, (), 40), (30, (), 40), (30, (28,), 41), (30, (27,), feeds.ENOUGH), (30, (-1,), 40),
])
def test_a_busy_case_has_a_longer_feed(age: int, later: tuple[int, ...], count: int) -> None:
    """Does somebody who looks once a day miss nothing of a case with forty entries a day, and is the feed the same
    until something comes?"""
    days = (*(TODAY - dt.timedelta(days=age),) * 40, *(TODAY - dt.timedelta(days=each) for each in later))
    rows = tuple(entry(100 + n, n, day, f"NOTICE {n}") for n, day in enumerate(days))
    case = released(timeline=(), dockets=(docket(990001, "mnd", "0:26-cv-00123", rows),))
    assert len(ids(made(case), "case-mnd-0-26-cv-00123")) == count


def test_what_has_one_seal_is_one_feed() -> None:
    """Of the days on which a case has the same seal, by which its files are kept, is its feed the same on each?"""
    rows = tuple(entry(100 + n, n, TODAY + dt.timedelta(days=n // 20 - 1), f"NOTICE {n}") for n in range(60))
    case = released(timeline=(), dockets=(docket(990001, "mnd", "0:26-cv-00123", rows),))
    told: dict[bytes, list[File]] = {}
    for ahead in (0, 1, 2, 3, 4, 15):
        at = AS_OF + dt.timedelta(days=ahead)
        made = list(Feeds(LOOK, at, ENGLISH).leaves(case))
        assert told.setdefault(kept.seal(case, at.date(), b""), made) == made
    assert len(told) == 2


def test_dates_are_the_courts() -> None:
    """Is an item of the day the docket gives, for a reader in any state, and updated when a person confirmed it?"""
    case = with_entry("ORDER granting TRO", ["tro_entered"], day=dt.date(2026, 4, 1))
    item = atom(made(case), "all").entries[0]
    assert item.published == item.updated == "2026-04-01T06:00:00-07:00"
    moment = dt.datetime.fromisoformat(item.published)
    states = {court.timezone for court in COURTS.values() if court.state not in ("GU", "MP", "")}
    assert {moment.astimezone(ZoneInfo(zone)).date() for zone in states} == {dt.date(2026, 4, 1)}
    confirmed = tuple(each._replace(confirmed_by="A. Editor", confirmed_on=TODAY) for each in case.timeline)
    files = made(case._replace(timeline=confirmed))
    assert atom(files, "all").entries[0].updated == "2026-04-10T06:00:00+00:00"
    told = json.loads(files["feeds/all.json"])["items"][0]
    assert (told["date_published"], told["date_modified"]) == ("2026-04-01T06:00:00-07:00", "2026-04-10T06:00:00+00:00")
    assert "confirmed by a person" in told["content_html"]


@pytest.mark.parametrize(("came", "updated"), [
    (None, "2026-04-01T06:00:00-07:00"),
    (dt.datetime(2026, 4, 3, 8, 30, 12, 345, tzinfo=dt.UTC), "2026-04-03T08:30:12+00:00"),
    (dt.datetime(2026, 4, 1, 9, tzinfo=dt.UTC), "2026-04-01T06:00:00-07:00"),
    (AS_OF + dt.timedelta(hours=1), "2026-04-01T06:00:00-07:00"),
])
def test_a_text_that_came_later_is_an_update(came: dt.datetime | None, updated: str) -> None:
    """First a short title, days later the order: the same item of the same day, updated when the text was seen? Not
    before the day itself, and not by what was not yet known on the day that the feed looks back to."""
    case = with_entry("ORDER granting 2 Motion for TRO.", ["tro_entered"], day=dt.date(2026, 4, 1))
    [one] = case.dockets
    late = tuple(each._replace(text_seen=came) for each in one.entries)
    files = made(case._replace(dockets=(one._replace(entries=late),)))
    item, told = atom(files, "all").entries[0], json.loads(files["feeds/all.json"])["items"][0]
    assert (item.id, item.published, item.updated) == (urns(71)[0], "2026-04-01T06:00:00-07:00", updated)
    assert told.get("date_modified", told["date_published"]) == updated
    assert atom(files, "all").feed.updated == updated


def test_nothing_is_of_tomorrow() -> None:
    """Looking back, is what was docketed later left out, and is an empty feed of the moment that was asked for?"""
    files = made(with_entry("ORDER", day=TODAY + dt.timedelta(days=1)))
    assert ids(files, "all") == []
    assert atom(files, "all").feed.updated == "2026-04-10T11:10:00+00:00"


@pytest.mark.parametrize(("base", "expected"), [
    (BASE, f"{BASE}cases/casd-3-26-cv-00071.html#entry-71"), ("", "../cases/casd-3-26-cv-00071.html#entry-71"),
])
def test_an_item_leads_to_its_entry(base: str, expected: str) -> None:
    """Does it lead to its place on the case's page, in full where the site knows where it stands?"""
    files = made(with_entry("ORDER"), look=LOOK._replace(base_url=base))
    told = json.loads(files["feeds/all.json"])
    assert told["items"][0]["url"] == expected
    assert f'href="{expected}"'.encode() in files["feeds/all.xml"]
    assert ("feed_url" in told) == bool(base)


def test_the_words_that_prove_it_are_marked() -> None:
    """Does an item hold what was read, the court's words, and where they stand?"""
    html = json.loads(made(released())["feeds/rulings.json"])["items"][0]["content_html"]
    assert html.startswith("<p>A judge granted the habeas petition. A judge ordered release.</p>")
    assert "<mark>ORDER granting 1 Petition for Writ of Habeas Corpus</mark>" in html
    assert "D. Minn. 0:26-cv-00123, entry 10, 15 January 2026" in html
    assert "\n" not in html


def test_what_the_clerk_took_back_says_so() -> None:
    """Is an entry that was taken back told as such, in its title too?"""
    case = with_entry("ORDER granting TRO", ["tro_entered"])
    only = case.dockets[0].entries[0]._replace(cancelled=True)
    files = made(case._replace(dockets=(case.dockets[0]._replace(entries=(only,)),)))
    assert "taken back by the clerk: A judge entered" in atom(files, "all").entries[0].title
    assert "Taken back by the clerk." in atom(files, "all").entries[0].content[0].value


def test_a_proof_elsewhere_in_the_text_is_found() -> None:
    """Are words that break over lines in the docket still found and marked?"""
    one = entry(72, 4, TODAY, "ORDER.\nRespondents shall\n  release Petitioner.", 990071)
    told = event(one, "release_ordered", "shall\n  release Petitioner")._replace(
        proof=proof(one, "shall\n  release Petitioner"))
    case = released(timeline=(told,), dockets=(docket(990071, "casd", "3:26-cv-00071", (one,)),))
    assert "Respondents <mark>shall release Petitioner</mark>." in json.loads(
        made(case)["feeds/all.json"])["items"][0]["content_html"]
