"""The page of a case: its agenda, its way up the courts, its proofs, its use; light, and printable."""
import datetime as dt
import gzip
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from writwatch.render import published as say
from writwatch.render.case_page import agenda, report_link, upwards
from writwatch.render.citation import for_a_brief, for_a_newsroom
from writwatch.render.procedure.findings import BY_RECORD
from writwatch.render.published import PublishedCase

from .factory import TODAY, accused, docket, entry, event, many, overdue, pending, proof, released, shown
from .test_pages import case_page, text

BASE = "https://tracker.example.org/"
SET = "Motion hearing set for 3/20/2026 at 10:00 AM. Opposition due 3/17/2026. Reply due 4/20/2026."


def busy(**changes: Any) -> PublishedCase:
    """A suit on three levels with hearings and deadlines before and after today."""
    case = pending()
    setting = entry(27, 5, dt.date(2026, 3, 10), SET, 990002,
                    documents=(say.PublishedDocument("5", None, "Order", True),))
    minutes = entry(28, 8, dt.date(2026, 3, 20), "Minute entry: motion hearing held on 3/20/2026.", 990002)
    application = entry(29, None, dt.date(2026, 4, 9), "Application (25A777) for a stay.", 990009)
    district, appeal = case.dockets
    row = case.hearings_to_come[0]._replace(kind="hearing")
    given = {
        "dockets": (
            district._replace(
                entries=(setting, minutes, *district.entries), referred_to="Magistrate Judge Una Farwell"),
            docket(990009, "scotus", "25A777", (application,), judge="", nature_of_suit="", cause="", parties=()),
            appeal._replace(panel="Alder, Birch, Cedar"),
        ),
        "agenda": (
            row._replace(kind="deadline", datetime="2026-03-17", proof=proof(setting, "Opposition due 3/17/2026")),
            row._replace(datetime="2026-03-20T10:00", proof=proof(setting, "set for 3/20/2026 at 10:00 AM"),
                         result="held", result_proof=proof(minutes, "hearing held on 3/20/2026")),
            row,
            row._replace(kind="deadline", datetime="2026-04-20", proof=proof(setting, "Reply due 4/20/2026")),
        ),
    }
    return case._replace(**given | changes)


def tree(html: str) -> Element:
    return html5lib.parse(html, namespaceHTMLElements=False)


def has_class(element: Element, name: str) -> bool:
    return name in element.get("class", "").split()


UNRULED = shown("unknown")
CASES = {"released": released(), "busy": busy(), "overdue": overdue(), "accused": accused("read", status=UNRULED),
         "confirmed": accused("confirmed", status=UNRULED), **{case.slug: case for case in many(8)}}


# Proof


def unproved(html: str) -> Iterator[str]:
    """Every claim of a case's page without a proof in its place, and every link within the page that leads nowhere."""
    page = tree(html)
    ids = {each.get("id") for each in page.iter()}
    links = [each.get("href", "") for each in page.iter("a")]
    yield from (link for link in links if link.startswith("#") and link[1:] not in ids)
    for row in page.iter("li"):
        if row.find("div/p[@class='what']") is not None and not _is_backed(row):
            yield "".join(row.itertext())
    [status] = [each for each in page.iter("section") if has_class(each, "standing-now")]
    said = "".join(status.itertext())
    if not _is_backed(status) and not re.search("No entry (proves this|that we hold says so)", said):
        yield "the status"


def _is_backed(claim: Element) -> bool:
    """By the court's words and their entry; what is routine by its entry."""
    entries = [each for each in claim.iter("a") if each.get("href", "").startswith("#entry-")]
    return bool(entries) and (has_class(claim, "routine") or next(claim.iter("mark"), None) is not None)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_every_claim_has_its_proof_in_place(case: PublishedCase) -> None:
    """Does each thing that is said to have happened stand beside the court's words and a link to their entry?"""
    assert list(unproved(case_page(case))) == []


def test_the_check_finds_a_claim_without_proof() -> None:
    """Would a timeline without quotes, and a proof that is on no docket of the page, be found?"""
    html = case_page(busy())
    assert len(list(unproved(html.replace("<mark>", "<b>").replace("</mark>", "</b>")))) > 4
    gone = proof(entry(999, 99, TODAY, "ORDER", 990002), "ORDER")
    assert list(unproved(case_page(busy(status=shown("dismissed", gone))))) == ["the status"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_every_entry_has_its_place(case: PublishedCase) -> None:
    """Is each entry of each docket there once, under an address that stays, folded until asked for?"""
    html = case_page(case)
    entries = [each.id for held in case.dockets for each in held.entries]
    assert re.findall(r'<li id="entry-(\d+)">', html) == [
        str(each.id) for held in upwards(case.dockets) for each in held.entries]
    assert len(set(entries)) == len(entries)
    assert "<details open" not in html


# Dockets, judges, dates


def test_dockets_stand_from_the_district_to_the_supreme_court() -> None:
    """However an editor lists them?"""
    assert [each.court_id for each in upwards(busy().dockets)] == ["mad", "ca1", "scotus"]
    seen = text(case_page(busy()))
    assert "3 dockets, one case D. Mass. 1:26-cv-10444" in seen
    assert seen.index("1st Cir. 26-1333") < seen.index("U.S. 25A777")


def test_who_a_docket_is_before() -> None:
    """The judge with a page, the magistrate judge, the panel; and nobody where nobody is assigned?"""
    html = case_page(busy(appointed_by="an invented President"))
    seen = text(html)
    assert "Judge Otis Farrow-Lindqvist (appointed by an invented President)" in seen
    assert "referred to Una Farwell" in seen
    assert "panel: Alder, Birch, Cedar" in seen
    assert 'href="../judges/otis-farrow-lindqvist.html"' in html
    assert 'href="../courts/mad.html"' in html
    assert "Judge" not in text(case_page(released(dockets=(docket(1, "mnd", "1", judge="Unassigned"),)))).partition(
        "Cite")[0].replace("Judge’s", "")


def test_documents_that_can_be_read() -> None:
    """Does the docket say of how many entries a document can be read on CourtListener?"""
    assert "All 7 entries, 1 with a document to read on CourtListener" in text(case_page(busy()))


def test_hearings_and_deadlines_past_and_next() -> None:
    """Is what is past folded, the newest first, with what became of it, and is the next thing named at once?"""
    told = agenda(busy(), TODAY)
    assert [each.datetime[:10] for each in told.past] == ["2026-03-20", "2026-03-17"]
    assert [each.datetime for each in told.deadlines] == ["2026-04-20"]
    assert told.next is not None
    assert told.next.datetime == "2026-04-14T09:30"
    seen = text(case_page(busy()))
    assert "Next 14 April 2026, 09:30 : a hearing" in seen
    assert "Other deadlines to come 20 April 2026 A reply is due" in seen
    assert "2 past hearings and deadlines 20 March 2026, 10:00 Hearing held" in seen
    assert "Next no hearing or deadline that we have read" in text(case_page(released()))


def test_relief_on_hold_is_no_pause_of_the_case() -> None:
    """Is it told of the order that is on hold, since when, and is the case called paused nowhere?"""
    case = busy()
    stay = proof(case.dockets[1].entries[0], "Application (25A777) for a stay.")
    axes = case.axes | {"interim": (shown("preliminary_injunction"), shown("no_transfer_order")),
                        "proceedings": (shown("active"),)}
    seen = text(case_page(case._replace(status=shown("stayed", stay), axes=axes)))
    assert "Preliminary injunction on hold since 9 April 2026 , the entry No-transfer order Ruling" in seen
    assert seen.count("On hold What had been granted was put on hold by a court on 9 April 2026.") == 1
    assert re.findall("[Pp]aused", seen) == ["paused"]
    assert "Proceedings Not paused" in seen


@pytest.mark.parametrize("axes", [{"proceedings": (shown("stayed"),)}, {}])
def test_a_case_on_hold_has_no_order_on_hold(axes: dict[str, tuple[say.Shown, ...]]) -> None:
    """Where the court paused the case itself: is nothing said of the orders that stand?"""
    seen = text(case_page(busy(status=shown("stayed"), axes={"interim": (shown("tro"),)} | axes)))
    assert "On hold The court paused the case." in seen
    assert "on hold" not in seen


@pytest.mark.parametrize(("day", "told"), [
    ("2026-04-09", "9 April 2026 A response was due “"), ("2026-04-10", "Next 10 April 2026 : A response is due"),
    ("2026-04-11", "11 April 2026 A response is due “"),
])
def test_a_deadline_says_what_is_due_and_is_past_on_the_day_after(day: str, told: str) -> None:
    """In the words of the calendar, the lead included, and none of them as if it were still to come?"""
    row = busy().agenda[0]._replace(datetime=day)
    assert told in text(case_page(busy(agenda=(row,), hearings_to_come=())))


def test_a_deadline_that_is_not_told_of_is_no_more_than_one() -> None:
    """Does what says where a person will be stand there in the court's words alone?"""
    row = busy().agenda[0]._replace(datetime="2026-04-20", what="answer on the release from custody")
    assert "Next 20 April 2026 : Deadline" in text(case_page(busy(agenda=(row,), hearings_to_come=())))


@pytest.mark.parametrize(("result", "told"), [
    ("held", "Hearing held"), ("moved", "Hearing moved to another day"), ("vacated", "Hearing called off"),
    ("not_held", "Hearing not held"), (None, "Hearing set; we have read no word on whether it was held"),
])
def test_what_became_of_a_hearing(result: str | None, told: str) -> None:
    """Is nothing said to have taken place that the docket does not say was held?"""
    past = busy().agenda[1]._replace(result=result, result_proof=None)
    assert f"10:00 {told} “" in text(case_page(busy(agenda=(past,))))


def test_a_hearing_called_off_is_past_though_its_day_is_not() -> None:
    """Is it anything to come for?"""
    off = busy().agenda[2]._replace(result="vacated")
    told = agenda(busy(agenda=(off,), hearings_to_come=()), TODAY)
    assert (told.past, told.next) == ((off,), None)


def test_an_event_that_a_person_confirmed_says_by_whom() -> None:
    """Beside the event itself?"""
    case = released()
    checked = case.timeline[3]._replace(confirmed_by="A. Editor", confirmed_on=dt.date(2026, 1, 18))
    seen = text(case_page(case._replace(timeline=(*case.timeline[:3], checked, *case.timeline[4:]))))
    assert "confirmed by A. Editor, 18 January 2026" in seen.partition("Timeline")[2]


# Use


def test_citations() -> None:
    """Can either line be pasted as it stands?"""
    address = f"{BASE}cases/mnd-0-26-cv-00123.html"
    assert for_a_newsroom(released(), "Writwatch", "10 April 2026", address) == (
        "M.C.P. v. Secretary of Homeland Security, No. 0:26-cv-00123 (D. Minn.). Writwatch, 10 April 2026. " + address)
    assert for_a_brief(released(), "Writwatch", TODAY, address) == (
        "M.C.P. v. Secretary of Homeland Security, No. 0:26-cv-00123 (D. Minn. Jan. 15, 2026), ECF No. 10, "
        f"{address} (Writwatch, as of Apr. 10, 2026).")


@pytest.mark.parametrize(("case", "cited"), [
    (released(status=shown("open_pending", released().status.proof)),
     "No. 0:26-cv-00123 (D. Minn. filed Jan. 3, 2026), https://www.courtlistener.com/docket/990001/-/ (W"),
    (released(status=shown("closed_other", proof(entry(10, 4, dt.date(2026, 1, 15), "x"), "x", BY_RECORD))),
     "No. 0:26-cv-00123 (D. Minn. filed Jan. 3, 2026), https://www.courtlistener.com/docket/990001/-/ (W"),
    (busy(status=shown("dismissed", proof(entry(1, 100200300, dt.date(2026, 5, 1), "x", 990002), "x"))),
     "No. 1:26-cv-10444 (D. Mass. May 1, 2026), https://www.courtlistener.com/docket/990002/-/ (W"),
    (released(dockets=(docket(1, "nowhere", "5", date_filed=None),)), "No. 5 (nowhere), https"),
    (released(dockets=()), "M.C.P. v. Secretary of Homeland Security,  (Writwatch"),
])
def test_what_a_brief_cites(case: PublishedCase, cited: str) -> None:
    """No ruling, or none that an entry tells: the day of filing; an appellate count is no number; without an address
    the docket's own?"""
    assert cited in for_a_brief(case, "Writwatch", TODAY, "")


@pytest.mark.parametrize(("contact", "link"), [
    ("mailto:desk@example.org", "mailto:desk@example.org?subject=W%3A%20a%20%26%20b&body=https%3A//x.example/c.html"),
    ("https://example.org/wrong", "https://example.org/wrong?page=https%3A%2F%2Fx.example%2Fc.html"),
    ("https://example.org/?a=b#form", "https://example.org/?a=b&page=https%3A%2F%2Fx.example%2Fc.html#form"),
    ("", ""),
])
def test_an_error_is_reported_with_its_page(contact: str, link: str) -> None:
    """Does whoever gets the letter know which page is meant?"""
    assert report_link(contact, "W: a & b", "https://x.example/c.html") == link


def test_the_page_says_how_to_use_it() -> None:
    """Follow, download, correct: a public case has a calendar of its own, a protected one has none?"""
    public = case_page(pending(), base_url=BASE, contact="desk@example.org")
    for link in ("feeds/case-harbor-light-v-dhs.xml", "feeds/case-harbor-light-v-dhs.json", "feeds/court-mad.xml",
                 "calendars/court-mad.ics", "calendars/case-harbor-light-v-dhs.ics",
                 "data/cases/harbor-light-v-dhs.json"):
        assert f'href="../{link}"' in public, link
    [letter] = re.findall(r'href="(mailto:[^"]*)">Report', public)
    asked = parse_qs(urlsplit(letter.replace("&amp;", "&")).query)
    assert asked["body"] == [f"{BASE}cases/harbor-light-v-dhs.html"]
    assert "calendars/case-" not in case_page(released(), base_url=BASE)
    assert "Report an error" not in case_page(released())
    assert unquote(letter).count("Harbor Light") == 0, "a subject line names no party"


def test_what_a_link_to_the_page_shows() -> None:
    """Its title, its sentence, its image; absolute only where the address is known, and nobody's name?"""
    html = case_page(released(), base_url=BASE)
    told = {each.get("property") or each.get("name"): each.get("content") for each in tree(html).iter("meta")}
    assert told["og:title"] == "M.C.P. v. Secretary of Homeland Security"
    assert told["og:image"] == f"{BASE}cards/case-mnd-0-26-cv-00123.png"
    assert told["og:url"] == f"{BASE}cases/mnd-0-26-cv-00123.html"
    assert told["description"] == told["og:description"]
    assert str(told["description"]).startswith("D. Minn. 0:26-cv-00123: The court granted relief on 15 January 2026.")
    assert "og:image" not in case_page(released())


# The note


def test_the_note_stands_beside_what_was_read() -> None:
    """As text with its emphasis, under a heading of its own, and no heading where there is no note?"""
    html = case_page(pending(note="# Why\n\nThe court’s **first**, see [the order](https://example.org/o).\n\n- one"))
    assert "<strong>first</strong>" in html
    assert '<a href="https://example.org/o" rel="noopener">the order</a>' in html
    assert "Note by the editor" in html
    assert "<h3>Why</h3>" in html
    assert "Note by the editor" not in case_page(pending())


# Weight and paper

WORDS = re.findall(r"\w+", (
    "order respondents petitioner motion court shall file response within days hearing counsel notice appearance "
    "declaration support exhibit custody transfer district judge signed entered memorandum opposition reply extension "
    "granted denied status report release bond immigration detention facility warden officer field office director"
))
TYPES = ("motion_filed", "response_or_answer_filed", "appearance", "status_report", "deadline_set")


def long(count: int) -> PublishedCase:
    """A case of so many entries, each of forty words without much order, half of them with an event."""
    rows = tuple(
        entry(400_000_000 + number * 7919 % 9_999_991, 20 + number, dt.date(2026, 1, 18) + dt.timedelta(days=number),
              " ".join(WORDS[(number * number * 31 + place * (number + 7)) % len(WORDS)] for place in range(40)))
        for number in range(count))
    told = tuple(event(row, TYPES[place % len(TYPES)], row.text[:60]) for place, row in enumerate(rows) if place % 2)
    case = released()
    return case._replace(timeline=case.timeline + told,
                         dockets=(case.dockets[0]._replace(entries=(*case.dockets[0].entries, *rows)),))


def weight(html: str) -> int:
    """Bytes of a page without fonts and style, as a host sends it."""
    return len(gzip.compress(html.encode(), 9, mtime=0))


def test_a_page_is_light() -> None:
    """A case of few entries below 4.5 kB, and of sixty below 12: is what the page adds to an entry's words small?"""
    assert weight(case_page(released())) < 4_500
    html = case_page(long(60))
    words = weight(json.dumps([each.text for each in long(60).dockets[0].entries]))
    assert weight(html) < 12_000
    assert weight(html) - words < 9_000


def test_a_long_case_folds() -> None:
    """Sixty entries: how much is open before anybody asks for more?"""
    page = tree(case_page(long(60)))
    for folded in list(page.iter("details")):
        folded.clear()
    assert len(" ".join("".join(page.itertext()).split())) < 12_000


def test_a_case_that_moved_says_both_courts() -> None:
    """At the head of its page: where it is now, and where and when it was filed; cited as it is now?"""
    old = docket(1, "mnd", "0:26-cv-00123")
    new = docket(2, "txwd", "5:26-cv-00456", judge="Tobiah Vance", date_filed=dt.date(2026, 2, 7))
    case = released(dockets=(old, new), current_id=2, appointed_by="Ada Prewitt")
    seen = text(case_page(case))
    assert ("W.D. Tex. 5:26-cv-00456 · Judge Tobiah Vance (appointed by Ada Prewitt) · "
            "filed 3 January 2026 in D. Minn. 0:26-cv-00123") in seen
    assert "The case has been in W.D. Tex. as 5:26-cv-00456." in seen
    assert "(W.D. Tex." in for_a_newsroom(case, "A tracker", "10 April 2026", "")
    assert "filed 3 January 2026 D. Minn" not in text(case_page(released()))
