"""Each page says what the published values say, quotes its proof, and survives what a docket may hold."""
import datetime as dt
import re
from collections.abc import Callable
from gettext import NullTranslations
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

import html5lib
import pytest
from writwatch.render import published as say
from writwatch.render.charts import bar
from writwatch.render.enforcement import Named
from writwatch.render.excerpt import excerpt
from writwatch.render.languages import Language
from writwatch.render.overview import LISTS, Overview
from writwatch.render.pages import ENGLISH, MethodFacts, Page, Pages, SiteLook, anchor, fit, moments, runs, sides, whole
from writwatch.render.procedure.findings import BY_RECORD
from writwatch.render.published import Proof, PublishedCase, PublishedParty, Shown
from writwatch.render.topic_pages import topic_pages
from writwatch.render.withheld import withhold
from writwatch.render.wording import AXES as AXIS_WORDS
from writwatch.render.wording import EVENTS, STATUSES, Wording

from .factory import AS_OF, GRANT, TODAY, accused, docket, entry, event, many, overdue, pending, proof, released, shown


class Rule(NamedTuple):
    name: str
    type: str
    kind: str | None
    outcome: tuple[str, ...] | str | None
    pattern: str
    reads: str
    leaves: tuple[str, ...]
    says: str


class Standing(NamedTuple):
    status: str
    when: str


METHOD = MethodFacts(
    rules=(
        Rule("habeas-granted", "habeas_ruling", None, "granted", "^order granting .* <habeas>",
             "ORDER granting 1 Petition for Writ of Habeas Corpus.", ("PROPOSED ORDER granting the petition",),
             "A petition is granted"),
        Rule("tro-granted", "tro_entered", "tro", ("granted", "granted_in_part"), "^order granting .* restraining",
             "ORDER granting 3 Motion for TRO.", ("RESPONSE to order granting 3 Motion for TRO", "MOTION for a TRO"),
             "A restraining order is entered"),
    ),
    statuses=(
        Standing("unknown", "the newest ruling could not be read"), Standing("on_appeal", "an appeal is pending")),
    axes={"custody": {"unknown": "the docket does not say", "release_ordered": "a judge ordered release"}},
)


def pages(**look: object) -> Pages:
    return Pages(SiteLook()._replace(**look), AS_OF, METHOD)


def case_page(case: PublishedCase, **look: object) -> str:
    return pages(**look).case(case).html


def overview(*cases: PublishedCase) -> Overview:
    told = Overview(TODAY, AS_OF - dt.timedelta(hours=24))
    for case in cases:
        told.add(case)
    return told


def text(html: str) -> str:
    """What a reader sees, with single spaces; links to the glossary are words like others."""
    html = re.sub(r'<a class="term"[^>]*>([^<]*)</a>', r"\1", html)
    body = html5lib.parse(html, namespaceHTMLElements=False).find("body")
    return re.sub(r"\s+", " ", " ".join(body.itertext()))


def parsed(html: str) -> Element:
    """The page as a tree; html5lib, which raises for what is invalid, does not know <template> and is spared it."""
    bare = re.sub(r"<template\b.*?</template>", "", html, flags=re.DOTALL)
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(bare)


def own_scripts(tree: Element) -> list[Element]:
    """The scripts of a page: each a file of the site, with nothing written into the page."""
    scripts = list(tree.iter("script"))
    assert all(re.fullmatch(r"(?:\.\./)*(?:static|checked)/[\w-]+\.js", each.get("src", "")) for each in scripts)
    assert not any(each.text for each in scripts)
    return scripts


def whole_site(*cases: PublishedCase, **look: object) -> list[Page]:
    """Every page of a small site."""
    site, told = pages(**look), overview(*cases)
    some = [site.front(told), site.method_page(told), site.glossary(), site.not_found()]
    some += [site.case(case) for case in cases]
    some += [page for listing in LISTS for page in site.listing(listing, told)]
    return [*some, *topic_pages(site, told, Named())]


def falling_due(what: str, when: str) -> PublishedCase:
    """A case in which something ordered falls due."""
    date = overdue().compliance_due[0]
    quoted = date.proof._replace(quote=f"Respondents {what} by then")
    return overdue(axes={"compliance": (say.Shown("due", dt.date(2026, 4, 1), quoted, "inferred"),)}, compliance_due=(
        date._replace(what=what, datetime=when, result="due", proof=quoted),))


def on_hold() -> PublishedCase:
    """A case in which what was ordered is stayed."""
    case = overdue()
    due = tuple(date._replace(result="stayed", result_proof=date.proof) for date in case.compliance_due)
    return case._replace(compliance_due=due, axes=case.axes | {"compliance": (shown("nothing_due"),)})


def undone(*outcome: str, status: str = "open_pending", now: str = "none", closed: str = "") -> PublishedCase:
    """A petition granted on 15 January, and that ruling undone, on appeal where it has an outcome; `now`: what it is
    since, `closed`: when its docket was closed."""
    case = released()
    ruling, entries, told = case.status.proof, case.dockets[0].entries, case.timeline
    after = entry(6, 14, dt.date(2026, 3, 2), "OPINION of the court of appeals: REVERSED AND REMANDED.")
    undoing = proof(after, after.text, "appellate-ruling")
    told += (event(after, "appellate_ruling", after.text, outcome=outcome),) if outcome else ()
    docket = (say.Shown("terminated", dt.date.fromisoformat(closed), None, "inferred"),) if closed else (shown("open"),)
    return case._replace(
        status=shown(status, undoing, "inferred"), timeline=told,
        axes={"merits": (shown(now, undoing, "inferred"),), "docket": docket},
        history=(say.PublishedChange(dt.date(2026, 1, 15), "merits", "none", "granted", ruling),
                 say.PublishedChange(after.date_filed, "merits", "granted", now, undoing)),
        dockets=(case.dockets[0]._replace(entries=(*entries, after)),))


def above(status: str, merits: str, appeal: str, *courts: str) -> PublishedCase:
    """A case of these courts in which 15 January brought a ruling."""
    case = released()
    axes = {"merits": (shown(merits, case.status.proof),), "appeal": (shown(appeal, case.status.proof),)}
    dockets = tuple(case.dockets[0]._replace(id=number, court_id=court) for number, court in enumerate(courts, 990001))
    return case._replace(status=case.status._replace(value=status), axes=axes, dockets=dockets)


def joined(number: str = "", page: str = "") -> PublishedCase:
    """A case whose docket an entry of 15 January closed; `number`: of the docket with which that joined it."""
    case = released()
    closing = entry(7, 9, dt.date(2026, 1, 15), "ORDER consolidating cases. This case is closed.")
    return case._replace(
        status=shown("closed_other", proof(closing, "This case is closed", "case_closed")), axes={}, history=(),
        timeline=(event(closing, "consolidated", closing.text), event(closing, "case_closed", closing.text)),
        dockets=(case.dockets[0]._replace(entries=(closing,), docket_number="3:25-cv-08940"),),
        joined_with=number, joined_page=page)


def moved(*courts: str, back: bool = False) -> PublishedCase:
    """An open case of dockets in these courts; on 10 March it came to the second, or back to the first."""
    dockets = tuple(released().dockets[0]._replace(id=number, court_id=court, docket_number=f"1:26-cv-{number:05d}")
                    for number, court in enumerate(courts, 701))
    arrived = entry(8, 1, dt.date(2026, 3, 10), "Case transferred in.", 701 if back else 702)
    return released(status=shown("open_pending"), axes={}, history=(), dockets=dockets, current_id=701 if back else 702,
                    timeline=(event(arrived, "transfer_in", "Case transferred in"),))


OPEN = "The case is open. We have seen no ruling on what was asked."
CLOSED = "The docket was closed on 15 January 2026. We have seen no ruling on what was asked."


@pytest.mark.parametrize(("case", "sentence"), [
    (moved("txsd", "ctd"), f"The case has been in D. Conn. as 1:26-cv-00702 since 10 March 2026. {OPEN}"),
    (moved("txsd", "ctd", back=True), OPEN),
    (moved("txsd"), OPEN),
    (joined("3:25-cv-08812"),
     "The case was joined with 3:25-cv-08812 on 15 January 2026 and goes on there; its own docket was closed."),
    (joined(), CLOSED),
    (above("dismissed", "dismissed", "dismissed", "ca8"),
     "The court dismissed the appeal or petition on 15 January 2026."),
    (above("dismissed", "dismissed_moot", "dismissed", "ca8"),
     "The court dismissed the appeal or petition on 15 January 2026 as moot: there was nothing left to decide."),
    (above("dismissed", "dismissed_moot", "dismissed", "mnd", "ca8"),
     "The court dismissed the case on 15 January 2026 as moot: there was nothing left to decide."),
    (above("relief_denied", "denied", "affirmed", "ca8"), "The court let the ruling below stand on 15 January 2026."),
    (above("relief_denied", "denied", "vacated", "scotus"), "The court set aside the ruling below on 15 January 2026."),
    (above("relief_granted_final", "granted", "reversed", "ca8"),
     "The court reversed the ruling below on 15 January 2026."),
    (above("relief_denied", "denied", "affirmed", "mnd"), "The court denied relief on 15 January 2026."),
    (undone("reversed", "remanded"),
     "The court granted relief on 15 January 2026. The appeals court then ruled on 2 March 2026: reversed and sent "
     "back. We have seen no new ruling on what was asked."),
    (undone(), "The court granted relief on 15 January 2026. This was undone on 2 March 2026. We have seen no new "
               "ruling on what was asked."),
    (undone("reversed", "remanded", closed="2026-01-16"),
     "The court granted relief on 15 January 2026. The appeals court then ruled on 2 March 2026: reversed and sent "
     "back. We have seen no new ruling on what was asked, and no entry that opens the docket again, which was closed "
     "on 16 January 2026."),
    (undone("reversed", "remanded", status="closed_other", closed="2026-03-09"),
     "The court granted relief on 15 January 2026. The appeals court then ruled on 2 March 2026: reversed and sent "
     "back. The docket was closed on 9 March 2026. We have seen no new ruling on what was asked."),
    (undone("reversed", status="relief_denied", now="denied", closed="2026-01-16"),
     "The court granted relief on 15 January 2026. The appeals court then ruled on 2 March 2026: reversed."),
    (undone("vacated", status="dismissed", now="dismissed_moot"),
     "The court granted relief on 15 January 2026. The appeals court then ruled on 2 March 2026: set aside. There was "
     "nothing left to decide."),
    (undone(status="relief_denied", now="denied"), "The court denied relief on 2 March 2026."),
    (released(), "The court granted relief on 15 January 2026. A judge ordered release the same day. "
                 "A report on what was ordered was filed on 17 January 2026."),
    (released(axes={
        "custody": (say.Shown("released", dt.date(2026, 1, 17), None, "read"),),
        "compliance": (say.Shown("reported", dt.date(2026, 1, 17), None, "read"),)}),
     "The court granted relief on 15 January 2026. The docket reported the release on 17 January 2026. "
     "A report on what was ordered was filed the same day."),
    (pending(), "The court granted temporary relief on 8 April 2026. The case goes on."),
    (overdue(), "The court granted relief on 1 April 2026. A judge ordered a bond hearing the same day. "
                "A bond hearing was due by 8 April 2026; no report on it has been seen on the public docket."),
    (overdue(compliance_due=()), "The court granted relief on 1 April 2026. A judge ordered a bond hearing the same "
                                 "day. No report on what was ordered has been seen on the public docket."),
    (falling_due("shall release Petitioner", "2026-04-13T17:00"),
     "The court granted relief on 1 April 2026. Release is due by 13 April 2026."),
    (falling_due("shall file a report", "2026-04-13T17:00"),
     "The court granted relief on 1 April 2026. A report is due by 13 April 2026, 17:00."),
    (pending(status=shown("open_pending"), axes={}), "The case is open. We have seen no ruling on what was asked."),
    (pending(kind="criminal", status=shown("open_pending"), axes=overdue().axes),
     "This is a criminal case, and it is open. Verdicts and sentences are not read here."),
    (pending(kind="criminal", status=shown("dismissed"), axes={}), "The court dismissed the case."),
    (pending(status=say.Shown("on_appeal", dt.date(2026, 2, 27), None, "read"),
             axes={"merits": (say.Shown("denied", dt.date(2026, 2, 25), None, "read"),)}),
     "The court denied relief on 25 February 2026. The case has been on appeal since 27 February 2026."),
    (pending(status=say.Shown("on_appeal", dt.date(2026, 2, 27), None, "read"), axes={"merits": (shown("none"),)}),
     "The case has been on appeal since 27 February 2026."),
    (released(status=shown("dismissed"), axes={"merits": (shown("dismissed_moot"),)}),
     "The court dismissed the case as moot: there was nothing left to decide."),
    (released(status=shown("something new"), axes={}),
     "We do not know where the case stands: the newest ruling is sealed, or its entry does not say what was decided."),
    (pending(status=say.Shown("stayed", dt.date(2026, 2, 27), None, "read"), axes={"proceedings": (shown("active"),)}),
     "What had been granted was put on hold by a court on 27 February 2026. The case goes on."),
    (pending(status=say.Shown("stayed", dt.date(2026, 2, 27), None, "read"), axes={"proceedings": (shown("stayed"),)}),
     "The court paused the case on 27 February 2026."),
    (on_hold(), "The court granted relief on 1 April 2026. A judge ordered a bond hearing the same day. "
                "What was ordered was put on hold by a court the same day."),
    (pending(axes={"custody": (say.Shown("bond_granted", dt.date(2026, 4, 9), None, "read"),)}),
     "The court granted temporary relief on 8 April 2026. The case goes on. "
     "The docket reported on 9 April 2026 that bond was granted."),
    (released(axes={"merits": (shown("granted_in_part"),)}),
     "The court granted a part of what was asked on 15 January 2026."),
])
def test_lede(case: PublishedCase, sentence: str) -> None:
    """Is the status told in plain sentences, each date once?"""
    assert " ".join(Wording().lede(case)) == sentence
    assert sentence in text(case_page(case))


def test_the_status_is_proved_in_place() -> None:
    """Do the quote, its entry, CourtListener and the rule stand beside the status?"""
    html = case_page(released())
    block = html[html.index('class="standing-now'):html.index('class="columns"')]
    assert f"“<mark>{GRANT[:51]}</mark>. Respondents shall release" in block
    assert 'href="#entry-4"' in block
    assert 'href="https://www.courtlistener.com/docket/990001/-/?order_by=desc#entry-10"' in block
    assert 'href="../method.html#rule-habeas-granted"' in block
    assert "read by machine" in block


def test_a_rule_the_method_page_does_not_know_gets_no_link() -> None:
    """Can a page lead to a place that does not exist?"""
    assert "rule-show-cause" not in case_page(released())


def test_what_only_the_record_closed_is_proved_by_no_entry() -> None:
    """Is the last paper before a docket was closed quoted as if it had closed it?"""
    of = entry(1, 1, TODAY, "NOTICE of Appearance")
    case = released(status=shown("closed_other", proof(of, "NOTICE", rule=BY_RECORD)), timeline=(), axes={}, history=(),
                    dockets=(docket(1, "mnd", "1", (of,)),))
    block = case_page(case).partition('class="standing-now')[2].partition('class="columns"')[0]
    assert "record says that the docket was closed" in block
    assert "NOTICE of Appearance" in block
    assert "<mark>" not in block


def test_the_case_page_holds_everything() -> None:
    """Dockets joined, judge, parties by side, entries anchored, what was not read, history, two stamps?"""
    html = case_page(pending())
    seen = text(html)
    for words in (
        "2 dockets, one case", "D. Mass. 1:26-cv-10444", "1st Cir. 26-1333", "Judge Otis Farrow-Lindqvist",
        "Brought by", "Sol Amundsen; Ada Prewitt", "Plaintiff, Appellee", "1 entry looks like an order",
        "1 entry names an act and does not state the outcome", "Last docket activity 9 April 2026",
        "Last checked 10 April 2026, 09:10 UTC", "Entry 9 grants the motion in part", "14 April 2026, 09:30",
        "Temporary restraining order", "inferred by machine", "Not legal advice", "no affiliation",
    ):
        assert words in seen
    assert all(f'id="entry-{number}"' in html for number in range(21, 27))
    assert "100200300" not in seen, "an appellate entry's huge number is not a number people know"


def test_what_became_of_a_due_date() -> None:
    """Does the clock say what it saw, never that nobody reported?"""
    assert "8 April 2026 A bond hearing: no report seen on the public docket" in text(case_page(overdue()))
    assert "17 January 2026 A report: seen on the docket" in text(case_page(released()))
    assert "did not report" not in case_page(overdue())


@pytest.mark.parametrize(("what", "quote", "told"), [
    ("are ORDERED to release Mr. A.B.", "", "Release: due"),
    ("shall be released", "", "Release: due"),
    ("afford Ms. A.B. an individualized bond hearing", "", "A bond hearing: due"),
    ("Unless Petitioner receives a bond hearing", "", "A bond hearing: due"),
    ("release Petitioner or provide a bond hearing", "", "Release or a bond hearing: due"),
    ("and shall certify compliance", "", "A report: due"),
    ("and file a notice of its result", "", "A report: due"),
    ("report on the release", "", "A report: due"),
    ("which the government bears the burden, shall", "hold a bond hearing by May 1", "A bond hearing: due"),
    ("return the passport", "shall return the passport by May 1", "What was ordered: due"),
])
def test_what_is_due_is_told_in_our_words(what: str, quote: str, told: str) -> None:
    """Whatever half sentence stands before the date: is what is due one of a few plain words?"""
    date = overdue().compliance_due[0]
    assert Wording().due(date._replace(what=what, result="due", proof=date.proof._replace(quote=quote))) == told


@pytest.mark.parametrize(("result", "told"), [
    ("stayed", "A bond hearing: on hold, because a court stayed the order"),
    ("vacated", "A bond hearing: no longer due, because the order was set aside"),
])
def test_a_date_that_was_lifted_is_not_due(result: str, told: str) -> None:
    """Is an order that a higher court stopped still told, and counted, as due?"""
    date = overdue().compliance_due[0]._replace(result=result, datetime="2026-04-12")
    case = overdue(axes={}, compliance_due=(date,))
    assert told in text(case_page(case))
    assert overview(case).coming == []
    assert not overview(case).listed["due"]


def test_a_due_date_that_moved_and_one_without_a_day() -> None:
    """Does the page say what it was before, and what the order gives where it gives no day?"""
    date = overdue().compliance_due[0]
    moved = date._replace(moved_from=("2026-04-01", "2026-04-03"))
    assert "Before: 1 April 2026, 3 April 2026" in case_page(overdue(compliance_due=(moved,)))
    open_end = date._replace(datetime="", term="extended, to a day not stated")
    assert '<p class="when">extended, to a day not stated</p>' in case_page(overdue(compliance_due=(open_end,)))


def test_no_hour_of_release_is_told() -> None:
    """On the case's page and on the front: is the day of a release shown, and its hour only in the court's words?"""
    case = falling_due("are ORDERED to release Mr. A.B.", "2026-04-13T17:00")
    for page in (case_page(case), pages().front(overview(case)).html):
        assert "13 April 2026" in page
        assert "17:00" not in page
        assert "Release: due" in page
    asked = falling_due("are to answer", "2026-04-13T17:00")
    assert "13 April 2026, 17:00" in text(pages().front(overview(asked)).html)


def test_a_criminal_case_is_no_detention_case() -> None:
    """Does an order to release a defendant count as one of ours, or a date in a sentence as overdue?"""
    case = overdue(kind="criminal", kind_reason="the United States prosecutes")
    seen = text(case_page(case))
    for words in ("Custody", "Compliance", "Due under court orders", "No report", "ordered a bond hearing"):
        assert words not in seen
    assert "Criminal case the United States prosecutes" in seen
    told = overview(case)
    assert not told.listed["past-due"]
    assert not told.listed["ordered"]
    assert "provide a bond hearing by April 8" in seen, "the court's own words stay"


@pytest.mark.parametrize(("type", "proved"), [("complaint_or_petition_filed", True), ("motion_filed", False)])
def test_an_open_case_is_proved_by_its_beginning_alone(type: str, proved: bool) -> None:
    """Is any entry at all quoted as if it proved that nothing was decided?"""
    of = entry(1, 1, TODAY, "PETITION and more")
    case = released(status=shown("open_pending", proof(of, "PETITION")), timeline=(event(of, type, "PETITION"),),
                    dockets=(docket(1, "mnd", "1", (of,)),), axes={}, history=())
    block = case_page(case).partition('class="standing-now')[2].partition('class="columns"')[0]
    assert ("<mark>PETITION</mark>" in block) is proved
    assert ("No entry proves this" in block) is not proved


def test_a_case_that_is_open_again_is_proved_by_what_undid_its_ruling() -> None:
    """Reversed and sent back: is the entry that did it quoted, and not denied?"""
    page = case_page(undone("reversed", "remanded"))
    block = page.partition('class="standing-now')[2].partition('class="columns"')[0]
    assert "<mark>OPINION of the court of appeals: REVERSED AND REMANDED.</mark>" in block
    assert "No entry proves this" not in block


def test_what_could_not_be_read_is_not_marked_and_does_not_bury_the_case() -> None:
    """Nine unread entries: five at once, the rest folded, none marked as if it proved something?"""
    rows = tuple(entry(number, number, TODAY, f"ORDER number {number}") for number in range(1, 10))
    case = released(unread=tuple(proof(of, of.text, "") for of in rows), dockets=(docket(1, "mnd", "1", rows),))
    part = case_page(case).partition('id="unread"')[2].partition("</section>")[0]
    assert part.partition("<details>")[0].count("<blockquote") == 5
    assert part.count("<blockquote") == 9
    assert "4 more" in part
    assert "<mark>" not in part


def test_lawyers_of_many_parties_are_named_once() -> None:
    """Twelve petitioners and one list of lawyers: is it printed again and again?"""
    parties = tuple(PublishedParty(f"A.{letter}.", ("Petitioner",), True, ("Sol Amundsen",)) for letter in "BCD")
    html = case_page(released(dockets=(docket(1, "mnd", "1", parties=parties),)))
    assert html.count("Sol Amundsen") == 1
    assert html.count(">the same<") == 2


def test_a_cause_cut_off_says_so() -> None:
    """The court's system ends a cause after 50 letters: does the page admit that there is more?"""
    cut = docket(1, "mnd", "1", cause="28:2241 Petition for Writ of Habeas Corpus (federa")
    assert "Habeas Corpus (federa…" in case_page(released(dockets=(cut,)))
    assert whole("05:552 Freedom of Information Act") == "05:552 Freedom of Information Act"


def test_the_front_holds_back_what_no_person_confirmed() -> None:
    """Is the second lock on the door of the front, too?"""
    contempt = accused("read").timeline[0]._replace(date_filed=TODAY)
    told = overview(accused("read", timeline=(contempt,)))
    assert [changed.event.type for changed in told.changes] == ["quoted_entry"]
    assert "found contempt" not in text(pages().front(told).html)


@pytest.mark.parametrize("when", ["", "forthwith"])
def test_a_due_date_without_a_date(when: str) -> None:
    """Ordered "forthwith": is no date made up?"""
    dates = overdue().compliance_due
    html = case_page(overdue(compliance_due=(dates[0]._replace(datetime=when),)))
    assert f'<p class="when">{when or "no date given"}</p>' in html
    assert f'<time datetime="{when}"' not in html


@pytest.mark.parametrize(("policy", "hidden"), [("initials", True), ("public", False), ("anything new", True)])
def test_a_protected_case_asks_not_to_be_listed(policy: str, hidden: bool) -> None:
    """Are protected cases kept out of search engines?"""
    assert ('<meta name="robots" content="noindex,noarchive">' in case_page(released(policy=policy))) is hidden


@pytest.mark.parametrize("confidence", ["read", "inferred"])
def test_an_accusation_no_person_confirmed_is_not_named(confidence: str) -> None:
    """Is a violation or a contempt finding shown as such before a person confirmed it?"""
    case = accused(confidence)
    html = case_page(case)
    seen = text(html).lower()
    assert "finds respondents in contempt of its order" in seen, "the court's own words stay"
    assert "no report seen" in seen or "due" in seen
    for label in ("violation", "a judge found", "not followed", "granted a motion for contempt", "contempt_finding"):
        assert label not in seen
    assert withhold(case).history == ()
    assert withhold(case).axes["compliance"][0].value == "due"


def test_an_accusation_a_person_confirmed_is_named() -> None:
    """Does the second lock open for what a person confirmed?"""
    seen = text(case_page(accused("confirmed")))
    assert "A judge found on 2 April 2026 that the order was not followed." in seen
    assert "A judge found contempt" in seen
    assert "confirmed by a person" in seen


def test_a_refused_contempt_motion_accuses_nobody() -> None:
    """Is "denied" told as it is?"""
    of = entry(1, 1, TODAY, "ORDER denying motion for contempt")
    told = event(of, "order_on_motion", of.text, kind="contempt", outcome=("denied",))
    assert withhold(released(timeline=(told,))).timeline == (told,)


def test_one_entry_is_one_moment() -> None:
    """Are the events of an entry told together, the weightiest first?"""
    newest, *_ = moments(pending(timeline=pending().timeline[1:3]))
    assert [event.type for event in newest.events] == ["tro_entered", "order_on_motion"]
    assert len(newest.proofs) == 2


def test_an_entry_says_each_thing_once() -> None:
    """Two deadlines beside a ruling: is the deadline told once, and are the ruling's words alone marked?"""
    of = entry(1, 1, TODAY, "ORDER granting the petition. Reply due 5/1. Report due 5/2.")
    told = (event(of, "deadline_set", "Reply due 5/1"), event(of, "deadline_set", "Report due 5/2"),
            event(of, "habeas_ruling", "granting the petition", outcome=("granted",)))
    html = case_page(released(timeline=told, dockets=(docket(1, "mnd", "1", (of,)),)))
    assert "A judge granted the habeas petition. A deadline was set." in text(html)
    assert "“ORDER <mark>granting the petition</mark>. Reply due 5/1. Report due 5/2.”" in html


def test_parties_of_all_dockets() -> None:
    """Is an appellee the plaintiff it was below, and are the same initials on two sides two people?"""
    def party(name: str, role: str, protected: bool) -> PublishedParty:
        return PublishedParty(name, (role,), protected, ())

    below = docket(1, "mad", "1", parties=(party("Alder Union", "Plaintiff", False), party("J.D.", "Petitioner", True)))
    above = docket(2, "ca1", "2", parties=(party("Alder Union", "Appellee", False), party("J.D.", "Respondent", True)))
    told = {side: [(each.name, each.roles) for each in parties] for side, parties in sides([below, above]).items()}
    assert told == {
        "Brought by": [("Alder Union", ("Plaintiff", "Appellee")), ("J.D.", ("Petitioner",))],
        "Against": [("J.D.", ("Respondent",))],
    }


def test_routine_entries_are_folded() -> None:
    """Three appearances between two rulings: one line, and every one of them in it?"""
    rows = [entry(number, number, TODAY, "NOTICE") for number in range(5)]
    types = ("habeas_ruling", "appearance", "appearance", "service_or_summons", "release_ordered")
    told = tuple(event(of, name, "NOTICE") for of, name in zip(rows, types, strict=True))
    case = released(timeline=told)
    assert [len(run) for run in runs(moments(case))] == [1, 3, 1]
    assert "3 routine entries" in text(case_page(case))


TEXT = "The Petition is GRANTED. Respondents shall release Petitioner and shall report."


@pytest.mark.parametrize(("quotes", "expected"), [
    (["is GRANTED"], "The Petition [is GRANTED]. Respondents …"),
    ([" is GRANTED "], "The Petition [is GRANTED]. Respondents …"),
    (["The Petition"], "[The Petition] is GRANTED. …"),
    (["report."], "… and shall [report.]"),
    (["is GRANTED", "GRANTED. Resp"], "The Petition [is GRANTED. Respondents] shall release …"),
    (["report.", "The Petition"], "[The Petition] is GRANTED. … and shall [report.]"),
    (["shall release", "Petitioner and"], "… Respondents [shall release] [Petitioner and] shall report."),
    (["not in this entry"], "[not in this entry]"),
    (["report.", "not in it"], "… and shall [report.] … [not in it]"),
    ([""], ""),
    ([TEXT], f"[{TEXT}]"),
])
def test_excerpts(quotes: list[str], expected: str) -> None:
    """Are the words that prove something shown in their place, cut between words? Marked here with brackets."""
    of = entry(7, 1, TODAY, TEXT)
    parts = excerpt([proof(of, quote) for quote in quotes], {7: TEXT}, around=15)
    assert "".join(f"[{part.text}]" if part.proves else part.text for part in parts) == expected


def test_an_excerpt_leaves_out_half_a_bracket() -> None:
    """A clerk's "(Pierre, Deborah)" cut in two would read as half of somebody's name: is neither half left?"""
    text = f"NOTICE {'x ' * 40}(Alder, Wren) by all. The Petition is GRANTED. So ordered (Pike, Ida) today{' x' * 40}."
    of = entry(7, 1, TODAY, text)
    for around in range(8, 60):
        told = "".join(part.text for part in excerpt([proof(of, "is GRANTED")], {7: text}, around=around))
        assert "GRANTED" in told
        assert told.count("Alder") == told.count("Wren") == told.count(")") - told.count("Pike")
        assert told.count("Pike") == told.count("Ida")


@pytest.mark.parametrize(("event", "sentence"), [
    (("habeas_ruling", None, ("denied",), None), "A judge denied the habeas petition"),
    (("order_on_motion", "pi", ("granted_in_part",), None),
     "A judge granted a motion for a preliminary injunction in part"),
    (("order_on_motion", "enforce", ("terminated",), None), "A motion to enforce was closed without a ruling"),
    (("order_on_motion", "tro", ("moot",), None), "A judge denied a motion for a temporary restraining order as moot"),
    (("order_on_motion", "tro", ("granted", "denied"), None),
     "A judge granted and denied a motion for a temporary restraining order"),
    (("r_and_r_adopted", None, ("adopted_in_part",), None),
     "A judge adopted the magistrate’s recommendation in part"),
    (("stay_entered", None, (), "case"), "A court paused the case"),
    (("order_on_motion", "unheard_of", (), None), "A judge ruled on a motion"),
    (("stay_entered", None, (), "removal_or_transfer"), "A court entered a stay of removal or transfer"),
    (("stay_entered", None, (), None), "A court entered a stay"),
    (("appellate_ruling", None, ("affirmed", "remanded"), None), "The appeals court ruled: affirmed and sent back"),
    (("hearing_scheduled", None, ("vacated",), None), "A hearing was called off"),
    (("order_to_show_cause", None, ("vacated",), "threat"), "A judge took back an order to show cause"),
    (("a_new_type", None, (), None), "A new type"),
])
def test_events_are_told(event: tuple[str, str | None, tuple[str, ...], str | None], sentence: str) -> None:
    """Is each event one plain sentence?"""
    kind = released().timeline[0]._replace(type=event[0], kind=event[1], outcome=event[2], sense=event[3])
    assert Wording().event(kind) == sentence


TRO, PI = "a temporary restraining order", "a preliminary injunction"


@pytest.mark.parametrize(("told", "sentences"), [
    ((("order_on_motion", "tro", ("granted",)), ("tro_entered", None, ())), f"A judge entered {TRO}."),
    ((("preliminary_injunction_entered", None, ()), ("order_on_motion", "pi", ("granted",))), f"A judge entered {PI}."),
    ((("order_on_motion", "stay", ("granted",)), ("stay_entered", None, ())), "A court entered a stay."),
    ((("order_on_motion", "tro", ("granted",)),), f"A judge granted a motion for {TRO}."),
    ((("order_on_motion", "pi", ("granted",)), ("tro_entered", None, ())),
     f"A judge granted a motion for {PI}. A judge entered {TRO}."),
    ((("order_on_motion", "tro", ("granted_in_part",)), ("tro_entered", None, ())),
     f"A judge granted a motion for {TRO} in part. A judge entered {TRO}."),
    ((("order_on_motion", "mtd", ("granted",)), ("dismissal", None, ())),
     "A judge granted a motion to dismiss. The court ordered a dismissal."),
])
def test_an_order_that_was_asked_for_is_told_once(
    told: tuple[tuple[str, str | None, tuple[str, ...]], ...], sentences: str
) -> None:
    """As entered, and not as granted too, and what says more as well?"""
    of = entry(2, 4, dt.date(2026, 1, 5), "ORDER")
    assert Wording().events(event(of, type_, "ORDER", kind=kind, outcome=outcome)
                            for type_, kind, outcome in told) == sentences


@pytest.mark.parametrize(("result", "line", "sentence"), [
    ("no_report_seen", "A report: none seen on the public docket",
     "A report was due by 8 April 2026; none has been seen on the public docket."),
    ("reported", "A report: seen on the docket", "A report on what was ordered was filed the same day."),
    ("due", "A report: due", "A report is due by 8 April 2026."),
])
def test_nobody_reports_on_a_report(result: str, line: str, sentence: str) -> None:
    """Where what was due is a report: is it told as seen or not, and not as a report on it?"""
    due = overdue().compliance_due[0]._replace(what="report on the hearing", result=result)
    case = overdue(compliance_due=(due,), axes={"compliance": (shown(result, due.proof),)})
    assert Wording().due(due) == line
    assert Wording().lede(case)[-1] == sentence


EXPLAIN = "A judge ordered {} to explain (to show cause)"
NO_SANCTIONS = "A judge ordered {} to say why there should be no sanctions"
NO_DISMISSAL = "A judge ordered {} to say why the case should not be dismissed"


@pytest.mark.parametrize(("quote", "sentence", "who"), [
    ("Respondents are ORDERED TO SHOW CAUSE in writing by March 16, 2026 why sanctions should not be imposed for "
     "failure to comply with Order on Petition for Writ of Habeas Corpus", NO_SANCTIONS, "the respondents"),
    ("ORDER TO SHOW CAUSE why Respondents should not be held in contempt", NO_SANCTIONS, "the respondents"),
    ("The Government is directed to show cause why it should not be sanctioned", NO_SANCTIONS, "the government"),
    ("ORDER TO SHOW CAUSE as to why Federal Defendants should not be sanctioned", NO_SANCTIONS, "the government"),
    ("ORDER TO SHOW CAUSE as to why defendants should not be sanctioned", NO_SANCTIONS, "the side that was sued"),
    ("ORDER TO SHOW CAUSE why counsel should not be sanctioned", NO_SANCTIONS, "a party"),
    ("Petitioner and Respondents shall show cause why sanctions should not be imposed", NO_SANCTIONS, "a party"),
    ("Petitioner shall show cause by October 6, 2025 why this case should not be dismissed", NO_DISMISSAL,
     "the side that brought the case"),
    ("Plaintiffs are ordered to show cause why the Court should not dismiss the action as moot", NO_DISMISSAL,
     "the side that brought the case"),
    ("ORDER TO SHOW CAUSE: in light of Respondents' notice, why the petition should not be dismissed", NO_DISMISSAL,
     "a party"),
    ("Plaintiff shall show cause why it should not be sanctioned and this action should not be dismissed",
     NO_SANCTIONS + " and the case should not be dismissed", "the side that brought the case"),
    ("Petitioner shall show cause why his motion for sanctions should not be denied", EXPLAIN,
     "the side that brought the case"),
    ("Respondents shall show cause why their motion to dismiss should not be denied", EXPLAIN, "the respondents"),
    ("directing Respondents to show cause in writing why the petition should not be granted", EXPLAIN,
     "the respondents"),
    ("ORDER TO SHOW CAUSE to Respondents", EXPLAIN, "the respondents"),
    ("Federal Respondents shall show cause why the petition should not be granted", EXPLAIN, "the government"),
    ("The Sheriff of Alder County is directed to show cause in writing", EXPLAIN, "the sheriff"),
    ("ORDER TO SHOW CAUSE why Respondent Sheriff Oakes should not be held in contempt", NO_SANCTIONS, "the sheriff"),
    ("Respondent Warden shall show cause by May 1", EXPLAIN, "the warden"),
    ("Respondents Warden Oakes and Sheriff Elm shall show cause", EXPLAIN, "a party"),
    ("Petitioner and the Warden shall show cause", EXPLAIN, "a party"),
    ("ORDER TO SHOW CAUSE", EXPLAIN, "a party"),
])
def test_an_order_to_show_cause_says_who_must_explain_and_what_may_follow(
    quote: str, sentence: str, who: str
) -> None:
    """Is a threat against the government never told as one against the person's own case, and nobody guessed at?"""
    of = entry(2, 4, dt.date(2026, 1, 5), quote)
    assert Wording().event(event(of, "order_to_show_cause", quote)) == sentence.format(who)


@pytest.mark.parametrize("merits", ["dismissed", "dismissed_moot"])
def test_a_dismissal_does_not_look_like_a_loss(merits: str) -> None:
    """Has a case with nothing left to decide, often because the person is free, the mark of one that was lost?"""
    case = released(status=shown("dismissed"), axes={"merits": (shown(merits),)})
    assert 'class="standing-now ended"' in case_page(case)
    assert [status for status, standing in STATUSES.items() if standing.tone == "denied"] == ["relief_denied"]


def test_every_word_of_the_reading_is_told() -> None:
    """Does the reading know a rule, a status, an axis or a value that the pages have no words for?"""
    from writwatch.render.procedure.rules import RULES
    from writwatch.render.procedure.status import AXES, STATUS_TABLE

    html = Pages(SiteLook(), AS_OF, MethodFacts(RULES, STATUS_TABLE, AXES)).method_page(overview()).html
    html5lib.HTMLParser(strict=True).parse(html)
    assert all(f'id="{anchor(rule.name)}"' in html for rule in RULES)
    assert {row.status for row in STATUS_TABLE} <= set(STATUSES)
    told = {axis: set(values) for axis, (_, values) in AXIS_WORDS.items()}
    assert told == {axis: set(values) for axis, values in AXES.items()}


def test_every_word_of_the_vocabulary_is_told() -> None:
    """Does a type exist that the pages have no sentence for?"""
    from writwatch.render.procedure.vocabulary import KINDS, OUTCOMES, SENSES, EventType
    from writwatch.render.wording import MOTIONS, RULED, STAYS, UNDONE

    assert {str(each) for each in EventType} <= set(EVENTS)
    assert set(KINDS) - {"other"} == set(MOTIONS)
    assert set(SENSES) - {"routine", "threat"} == set(STAYS)
    for event_type, outcomes in OUTCOMES.items():
        untold = {each for each in outcomes if each not in RULED and (str(event_type), each) not in UNDONE}
        assert untold <= {"set"}, event_type


HOSTILE = {
    "markup": "</p></title><script>alert(1)</script><img src=x onerror=alert(1)>",
    "attribute": '" onmouseover="alert(1)" style="color:red',
    "template": "{{ look }} {% raw %} {# x #} %(n)s {on}",
    "entities": "&lt;script&gt; &#x3c; &nbsp",
    "controls": "a\x00b\x08c\x0bd\x1be\x7ff\x85g\x9bh",
    "turned": "abc\u202egnp.exe\u2066\u2067\u200f\u061c",
    "marks": "\ufeff\ufffe\uffff\ufdd0 \U0001f600",
    "surrogate": "half \ud83d of a pair",
    "long word": "W" * 5_000,
    "giant": "ORDER " * 30_000,
    "many lines": "one\r\ntwo\n\n\n\tthree\u2028four",
    "nothing": "",
    "right to left": "בית המשפט العدل",
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_breaks_no_page(hostile: str) -> None:
    """Whatever a docket, a party or an editor writes: valid HTML, no markup, no turned text?"""
    of = entry(1, 1, TODAY, hostile)
    words = proof(of, hostile, hostile)
    case = released(
        title=hostile, why=hostile, government_action=hostile, status=shown("relief_granted_final", words),
        conflicts=(hostile,), unread=(words,), seen=(words,), appointed_by=hostile, kind=hostile, note=hostile,
        timeline=(event(of, "release_ordered", hostile), event(of, hostile, hostile, outcome=(hostile,))),
        hearings_to_come=(pending().hearings_to_come[0]._replace(what=hostile, proof=words),),
        agenda=(pending().hearings_to_come[0]._replace(what=hostile, proof=words, result=hostile),),
        dockets=(docket(1, hostile, hostile, (of,), caption=hostile, judge=hostile, cause=hostile, panel=hostile,
                        parties=(released().dockets[0].parties[0]._replace(name=hostile, roles=(hostile,),
                                                                           lawyers=(hostile,)),)),),
    )
    for page in whole_site(case, name=hostile or "Writwatch", note=hostile, contact=hostile):
        tree = parsed(page.html.encode().decode())
        own_scripts(tree)
        for element in (each for each in tree.iter() if isinstance(each.tag, str)):
            assert element.tag not in ("img", "style"), page.path
            assert not [name for name in element.attrib if name == "style" or name.startswith("on")], page.path
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", page.html)


def test_giant_entries_are_cut() -> None:
    """Can one entry make a page that no phone opens?"""
    of = entry(1, 1, TODAY, HOSTILE["giant"])
    told = event(of, "release_ordered", of.text)
    page = case_page(released(dockets=(docket(1, "mnd", "1", (of,)),), timeline=(told,)))
    assert len(page) < 60_000
    assert " …" in page


@pytest.mark.parametrize(("given", "shown"), [
    ("a\x0bb", "a b"), ("a\u202eb", "ab"), ("tab\tand\nline", "tab\tand\nline"), ("\ud800", " "),
    ("é — “ñ”", "é — “ñ”"),
])
def test_fit(given: str, shown: str) -> None:
    """Which characters are taken out, and which stay?"""
    assert fit(given) == shown


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " https://x", "//x.example", ""])
def test_only_web_addresses_become_links(url: str) -> None:
    """Can a value of a docket become a script?"""
    of = entry(1, 1, TODAY, "ORDER")._replace(courtlistener=url)
    case = released(status=shown("dismissed", proof(of, "ORDER")), timeline=(), history=(), axes={}, compliance_due=(),
                    dockets=(docket(1, "mnd", "1", (of,))._replace(courtlistener=url),))
    links = re.findall(r'href="([^"]*)"', case_page(case))
    assert "https://www.courtlistener.com/" in links
    assert {link for link in links if not link.startswith(("../", "#"))} == {"https://www.courtlistener.com/"}


def test_every_page_is_valid_html_and_asks_no_other_host() -> None:
    """Strict parse, the policy, no script or style in the page, nothing loaded from elsewhere, one main, one h1?"""
    for page in whole_site(released(), pending(), accused("read")):
        tree = parsed(page.html)
        policy = tree.find(".//meta[@http-equiv='Content-Security-Policy']")
        assert policy is not None, page.path
        assert policy.get("content", "").startswith("default-src 'none'; script-src 'self'")
        own_scripts(tree)
        assert not tree.findall(".//style") + tree.findall(".//*[@style]")
        assert all("//" not in (each.get("href") or "") for each in tree.findall(".//link"))
        assert len(tree.findall(".//h1")) == len(tree.findall(".//main")) == 1, page.path
        assert tree.get("lang") == "en"


def test_headings_go_down_one_step_at_a_time_and_tables_are_tables() -> None:
    """Can a screen reader follow the outline, and does each table have a caption and scoped headings?"""
    for page in whole_site(released(), pending(), overdue()):
        tree = html5lib.parse(page.html, namespaceHTMLElements=False)
        levels = [int(each.tag[1]) for each in tree.iter() if re.fullmatch("h[1-6]", str(each.tag))]
        assert all(after - before <= 1 for before, after in pairwise(levels)), page.path
        for table in tree.findall(".//table"):
            assert table.find("caption") is not None
            assert all(each.get("scope") for each in table.iter("th"))


def test_fictional_sites_say_so_everywhere() -> None:
    """Can a page made of invented cases be mistaken for a real one?"""
    for page in whole_site(released(), pending(), fictional=True):
        assert "Every case, person and quotation here is invented" in text(page.html), page.path
    assert "invented;" not in case_page(released())


def test_front_numbers_lead_to_their_cases() -> None:
    """Does each number stand for the cases its list shows?"""
    told = overview(released(), pending(), overdue())
    site = pages()
    front = site.front(told).html
    counts = dict(re.findall(r'<a href="lists/([a-z-]+)\.html"><b>(\d+)</b>', front))
    assert counts == {"open": "1", "ordered": "1", "past-due": "1", "hearings": "1"}
    for listing in LISTS:
        rows = sum(page.html.count('<th scope="row"><a href') for page in site.listing(listing, told))
        assert rows == told.listed[listing.name], listing.name


def test_front_shows_the_most_important_first() -> None:
    """Do rulings come before filings, and old ones not at all?"""
    told = overview(released(), pending(), overdue())
    assert [change.event.type for change in told.changes] == ["tro_entered"]
    front = text(pages().front(told).html)
    assert "4 of 4 dockets checked in 24 hours" in front
    assert "Of 3 cases followed" in front
    assert "14 April 2026, 09:30 Hearing: “Hearing on the injunction”" in front


def test_pages_of_a_past_day_say_so() -> None:
    """Built as of a day before the last check: are dockets called fresh that nobody had checked by then?"""
    told = Overview(TODAY, AS_OF - dt.timedelta(days=1), AS_OF - dt.timedelta(hours=6))
    told.add(released())
    front = text(pages().front(told).html)
    assert "a look back, from dockets fetched later (1 of 1)" in front
    assert "checked in 24 hours" not in front


@pytest.mark.parametrize(("base", "english", "spanish"), [
    ("", ("", ""), ("", "../")), ("https://example.org", ("/", "/"), ("/es/", "/")),
    ("https://example.org/tracker/", ("/tracker/", "/tracker/"), ("/tracker/es/", "/tracker/")),
])
def test_the_page_for_no_page_finds_the_site(
    base: str, english: tuple[str, str], spanish: tuple[str, str]
) -> None:
    """Do its links and its style stand where they lead, in each language and with or without a known address?"""
    other = Language("es", "Español", NullTranslations())
    for language, (root, top) in ((ENGLISH, english), (other, spanish)):
        page = Pages(SiteLook(base_url=base), AS_OF, language=language, languages=(ENGLISH, other)).not_found()
        assert f'href="{top}static/site.css"' in page.html
        assert f'<a class="name" href="{root}index.html">' in page.html


def test_a_tracker_without_cases() -> None:
    """Does an empty site say what to do?"""
    site = whole_site()
    assert "No case is followed yet" in text(site[0].html)
    assert all("No case" in text(page.html) for page in site if page.path.startswith(("lists/", "topics/")))


def listed(name: str, *cases: PublishedCase) -> str:
    """What the table of a list says."""
    listing = next(each for each in LISTS if each.name == name)
    html = next(pages().listing(listing, overview(*cases))).html
    return text(html[html.index("<table"):html.index("</table>")])


def ordered_lately() -> PublishedCase:
    """Three orders of the last thirty days, and one before them."""
    days = (dt.date(2026, 3, 1), dt.date(2026, 4, 1), dt.date(2026, 4, 2), dt.date(2026, 4, 3), dt.date(2026, 4, 4))
    orders = [entry(place, place, day, "ORDER", 990004) for place, day in enumerate(days, 60)]
    return overdue(timeline=tuple(event(of, "release_ordered", "ORDER") for of in orders))


DUE_SOON = overdue().compliance_due[0]._replace(datetime="2026-04-12T17:00", result="due")
RELEASE_SOON = DUE_SOON._replace(what="release of Petitioner")
NO_DAY = overdue().compliance_due[0]._replace(datetime="", term="at once")


@pytest.mark.parametrize(("name", "case", "says"), [
    ("past-due", overdue(), r"Due .*8 April 2026 : A bond hearing: no report seen .* entry 7, 1 April 2026"),
    ("past-due", overdue(compliance_due=(NO_DAY,)), r"Due .*at once : A bond hearing: no report seen .* entry 7"),
    ("due", overdue(compliance_due=(DUE_SOON,)), r"Due .*12 April 2026, 17:00 : A bond hearing: due .*entry 7"),
    ("due", overdue(compliance_due=(RELEASE_SOON,)), r"Due .*12 April 2026 : Release: due .*entry 7"),
    ("hearings", pending(), r"Hearing .*14 April 2026, 09:30 : Hearing: “Hearing on the injunction” entry 13"),
    ("ordered", overdue(), r"Ordered .*1 April 2026 : A judge ordered a bond hearing entry 7"),
    ("ordered", ordered_lately(), r"Ordered .*: A judge ordered release entry 63, 3 April 2026 .*1 more"),
])
def test_a_list_of_dates_says_which(name: str, case: PublishedCase, says: str) -> None:
    """What was due, heard or ordered, on what day, with its entry, and nobody's hour of release?"""
    assert re.search(says, listed(name, case))


def test_a_list_of_dates_tells_no_more_than_it_is_of() -> None:
    """Is what was due before, or lies further off, left to the page of the case?"""
    far = DUE_SOON._replace(datetime="2026-05-12")
    told = listed("due", overdue(compliance_due=(DUE_SOON, far, *overdue().compliance_due)))
    assert re.findall(r"\d+ (?:April|May) 2026", told) == ["12 April 2026", "1 April 2026", "1 April 2026"]


def test_a_case_that_no_date_put_into_a_list_stands_there_all_the_same() -> None:
    """Of which it is known that no report was seen, and not on what?"""
    assert "R.T.A. v. Warden" in listed("past-due", overdue(compliance_due=()))


def test_no_courtroom_of_a_protected_case_stands_on_the_front_or_in_a_list() -> None:
    """Where a person will be, and in which room?"""
    hearing = pending().hearings_to_come[0]._replace(what="Bond hearing, Courtroom 12")
    held = overview(pending(policy="initials", hearings_to_come=(hearing,)))
    hearings = next(each for each in LISTS if each.name == "hearings")
    for page in (pages().front(held), next(pages().listing(hearings, held))):
        assert "14 April 2026, 09:30" in text(page.html)
        assert "Courtroom" not in page.html


def test_long_lists_are_split() -> None:
    """With 450 cases: three pages that lead to each other and together show each case once?"""
    told = overview(*many(450, entries=3))
    made = list(pages().listing(LISTS[0], told))
    assert [page.path for page in made] == ["lists/all.html", "lists/all-2.html", "lists/all-3.html"]
    slugs = [slug for page in made for slug in re.findall(r'href="\.\./cases/([^"]+)\.html"', page.html)]
    assert len(slugs) == len(set(slugs)) == 450
    assert 'rel="next" href="all-2.html"' in made[0].html
    assert 'rel="prev" href="all-2.html"' in made[2].html
    assert "Cases 401 to 450 of 450" in text(made[2].html)


def test_the_bar_is_in_fixed_order_and_whole() -> None:
    """Do the parts stand in one order, and add up to all of it?"""
    segments = bar({"dismissed": 1, "open_pending": 2, "unknown": 4})
    assert [part.status for part in segments] == ["open_pending", "dismissed", "unknown"]
    assert segments[-1].x + segments[-1].width == pytest.approx(100)
    assert bar({}) == ()
    assert len(set(STATUSES)) == 13


def test_the_method_page_is_made_from_the_rules() -> None:
    """Does each rule show the line it reads and the near misses it leaves?"""
    html = pages().method_page(overview(released())).html
    assert 'id="rule-habeas-granted"' in html
    seen = text(html)
    for words in ("2 rules", "PROPOSED ORDER granting the petition", "^order granting .* <habeas>",
                  "the newest ruling could not be read", "A petition is granted.", "a judge ordered release"):
        assert words in seen


@pytest.mark.parametrize(("base_url", "expected"), [
    ("", None), ("https://example.org/tracker/", "https://example.org/tracker/cases/harbor-light-v-dhs.html"),
])
def test_canonical_addresses(base_url: str, expected: str | None) -> None:
    """Is the address a page is cited by made from the slug alone?"""
    found = re.search(r'rel="canonical" href="([^"]+)"', case_page(pending(), base_url=base_url))
    assert (found and found[1]) == expected


@pytest.mark.parametrize(("write", "expected"), [
    (lambda words: words.day(dt.date(2026, 1, 15)), "15 January 2026"),
    (lambda words: words.moment(AS_OF), "10 April 2026, 06:10 CDT"),
    (lambda words: words.court_time("2026-01-15T09:30"), "15 January 2026, 09:30"),
    (lambda words: words.court_time("2026-01-15"), "15 January 2026"),
    (lambda words: words.court_time("2026-01-15T09:30", "America/New_York"), "15 January 2026, 09:30 Eastern time"),
    (lambda words: words.court_time("2026-01-15", "America/New_York"), "15 January 2026"),
    (lambda words: words.hour("2026-01-15T09:30", "Pacific/Guam"), "09:30 Guam time"),
    (lambda words: words.hour("2026-01-15", "Pacific/Guam"), ""),
    (lambda words: words.court_time("soon"), "soon"),
    (lambda words: words.number(20_000), "20,000"),
    (lambda words: words.share(0.001), "<1%"),
])
def test_dates_and_numbers_for_people(write: Callable[[Wording], str], expected: str) -> None:
    """15 January 2026, by the tracker's own clock?"""
    assert write(Wording(timezone="America/Chicago")) == expected


def test_another_language_is_another_catalogue() -> None:
    """Does every sentence go through gettext?"""
    words = Wording(gettext=lambda text: f"¡{text}!")
    assert words.lede(pending())[0].startswith("¡The court granted temporary relief")
    assert words.status("settled") == "¡Settled!"


def test_names_come_from_the_published_values_alone() -> None:
    """Is a proof without a quote, a docket without parties, a case without dockets still a page?"""
    bare = released(dockets=(), timeline=(), history=(), compliance_due=(), axes={}, status=shown("open_pending"))
    assert "No entry proves this" in text(case_page(bare))
    assert isinstance(released().status.proof, Proof)


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (Shown("granted", None, None, "read"), "read by machine"),
        (Shown("granted", None, None, "inferred"), "inferred by machine"),
        (Shown("granted", None, None, "confirmed"), "confirmed by a person"),
        (
            Shown("granted", None, None, "confirmed", "A. Editor", dt.date(2026, 1, 18)),
            "confirmed by A. Editor, 18 January 2026",
        ),
    ],
)
def test_who_is_sure(shown: Shown, said: str) -> None:
    """Does a value say who stands behind it, and since when?"""
    assert Wording().sure(shown) == said


def test_several_orders_in_one_change() -> None:
    """The history joins what was in force at once: is each told in words?"""
    assert Wording().value("interim", "tro+no_transfer_order") == "Temporary restraining order, No-transfer order"
