"""The digest: what changed by importance, what is to come, of how many; in three forms, in every language."""
import datetime as dt
from gettext import NullTranslations

import html5lib
import pytest
from markdown_it import MarkdownIt
from writwatch.render.digest import CHANGES, Digest, markdown_text
from writwatch.render.languages import Language
from writwatch.render.pages import ENGLISH, SiteLook
from writwatch.render.published import PublishedCase, PublishedDate
from writwatch.render.tally import is_past_due

from .factory import AS_OF, TODAY, docket, entry, event, many, overdue, pending, proof, released

LOOK = SiteLook(base_url="https://example.org/tracker/", contact="desk@example.org")
TOMORROW = (TODAY + dt.timedelta(days=1)).isoformat()
HOSTILE = "M.C.P. v. [x](javascript:alert) *bold* <img src=x> # _it_ `code`"


def made(*cases: PublishedCase, look: SiteLook = LOOK, languages: tuple[Language, ...] = (ENGLISH,)) -> dict[str, str]:
    """The files of a digest by their paths."""
    digest = Digest(look, AS_OF, languages)
    files = [file for case in cases for file in digest.case(case)]
    return {file.path: file.content.decode() for file in [*files, *digest.whole()] if isinstance(file.content, bytes)}


def text(*cases: PublishedCase, look: SiteLook = LOOK) -> str:
    return made(*cases, look=look)["digest/latest.txt"]


def section(told: str, heading: str) -> str:
    """What stands beneath a heading of the text."""
    return told.partition(heading.upper())[2].strip().split("\n\n\n")[0]


def case_of(id_: int, types: dict[str, dt.date], **changes: object) -> PublishedCase:
    """A case with an entry of each type, on its day."""
    entries = tuple(entry(id_ * 10 + n, n, day, f"ORDER {type_}") for n, (type_, day) in enumerate(types.items()))
    told = tuple(event(one, type_, one.text) for one, type_ in zip(entries, types, strict=True))
    return released(slug=f"case-{id_}", title=f"A.{id_}. v. Warden", timeline=told, compliance_due=(),
                    dockets=(docket(id_, "mnd", f"0:26-cv-{id_}", entries),))._replace(**changes)


def hearing(when: str) -> PublishedDate:
    one = entry(91, 5, TODAY, f"Hearing set for {when} in Courtroom 7D")
    return PublishedDate(990001, "hearing", when, "Show cause hearing", None, proof(one, one.text), None)


def test_it_comes_in_three_forms_and_every_language() -> None:
    """Are there HTML, text and Markdown of the day, the same as the latest, in each language?"""
    files = made(released(), languages=(ENGLISH, Language("xx", "Xx", NullTranslations())))
    assert set(files) == {f"{prefix}digest/{of}.{kind}" for prefix in ("", "xx/") for of in ("2026-04-10", "latest")
                          for kind in ("html", "txt", "md")}
    assert all(files[path] == files[path.replace("latest", "2026-04-10")] for path in files)


def test_nobodys_appointment_is_in_it() -> None:
    """A check-in with the agency, set, due or past: is none listed, and no case counted for it?"""
    one = entry(92, 6, TODAY, "Petitioner shall attend her ICE check-in")
    check_in = PublishedDate(990001, "hearing", f"{TOMORROW}T09:00", "ICE check-in", None, proof(one, one.text), None)
    case = released(hearings_to_come=(check_in,), compliance_due=tuple(
        check_in._replace(kind="due", result=result, datetime=day) for result, day in (
            ("due", TOMORROW), ("no_report_seen", (TODAY - dt.timedelta(days=2)).isoformat()))), axes={})
    told = text(case)
    assert "check-in" not in told
    assert "In 0 of 1, something ordered is past due" in told
    assert section(told, "Hearings tomorrow").startswith("We have read none on the dockets.")
    assert "DUE IN THE NEXT SEVEN DAYS" not in told
    assert "PAST DUE IN THE LAST SEVEN DAYS" not in told


def test_it_counts_what_the_list_of_the_site_counts() -> None:
    """Past due by a finding alone, without a day: is it counted as on the front?"""
    silent = overdue(compliance_due=())
    assert is_past_due(silent)
    assert "In 1 of 2, something ordered is past due" in text(silent, pending())


def test_the_important_comes_first() -> None:
    """Of what was docketed since yesterday, does a release come before a filing, and is what is older left out?"""
    yesterday, before = TODAY - dt.timedelta(days=1), TODAY - dt.timedelta(days=2)
    told = text(
        case_of(1, {"complaint_or_petition_filed": TODAY}),
        case_of(2, {"appearance": TODAY, "release_ordered": yesterday, "habeas_ruling": before}),
        case_of(3, {"tro_entered": TODAY, "dismissal": TODAY + dt.timedelta(days=1)}),
    )
    changes = [line for line in section(told, "What changed since yesterday").splitlines() if line.startswith("- ")]
    assert changes == ["- A judge ordered release (9 April 2026)",
                       "- A judge entered a temporary restraining order (10 April 2026)",
                       "- The case was filed (10 April 2026)"]


def test_every_count_says_of_how_many() -> None:
    """Do the numbers stand with what they are a part of?"""
    told = text(released(), pending(), overdue(), *(case_of(n, {"tro_entered": TODAY}) for n in (1, 2)))
    assert "6 of 6 dockets checked in 24 hours" in told
    assert "In 2 of 5 cases followed, something of weight was docketed since 9 April 2026." in told
    assert "In 1 of 5, something ordered is past due and no report on it has been seen" in told


def test_what_is_to_come_is_told_by_day() -> None:
    """Is a hearing of tomorrow told apart, one of this week among the others, one after it not at all?"""
    days = (f"{TOMORROW}T09:00", f"{TODAY}T10:00", f"{TODAY + dt.timedelta(days=6)}", f"{TODAY + dt.timedelta(days=7)}")
    told = text(case_of(1, {}, hearings_to_come=tuple(map(hearing, days))))
    assert "11 April 2026, 09:00: Hearing" in section(told, "Hearings tomorrow")
    rest = section(told, "Hearings today and later this week")
    assert [day in rest for day in ("10 April 2026, 10:00", "16 April 2026", "17 April 2026")] == [True, True, False]


def test_a_silent_due_date_is_told_for_a_week() -> None:
    """Is what was due this week without a report there, with the words of caution, and what was due long ago not?"""
    told = text(overdue())
    past = section(told, "Past due in the last seven days, no report seen")
    assert "8 April 2026: A bond hearing: no report seen on the public docket" in past
    assert "a report may exist that the public cannot see" in past
    late = overdue().compliance_due[0]._replace(datetime="2026-03-20")
    assert "no report seen on the public docket" not in text(overdue(compliance_due=(late,)))


@pytest.mark.parametrize(("policy", "shown"), [("initials", False), ("public", True)])
def test_protected_people_are_protected(policy: str, shown: bool) -> None:
    """Of a protected case, are only initials and the hour of a hearing told, and none of the court's words for it?"""
    files = made(case_of(1, {}, policy=policy, hearings_to_come=(hearing(f"{TOMORROW}T09:00"),)))
    assert all(("Show cause hearing" in content) is shown for content in files.values())
    assert all("Courtroom" not in content and "A.1. v. Warden" in content for content in files.values())
    assert all('<meta name="robots" content="noindex,noarchive">' in files[path] for path in files if "html" in path)


def test_nobodys_hour_of_release_is_told() -> None:
    """Is a release told by its day alone?"""
    date = PublishedDate(990001, "compliance", f"{TOMORROW}T15:30", "release", "due", hearing(TOMORROW).proof, None)
    files = made(case_of(1, {}, compliance_due=(date,)))
    assert all("11 April 2026" in content and "15:30" not in content for content in files.values())


@pytest.mark.parametrize(("base", "expected"), [
    ("https://example.org/t", "https://example.org/t/cases/case-1.html#entry-10"),
    ("", "https://www.courtlistener.com/docket/990001/-/?order_by=desc#entry-0"),
])
def test_links_lead_somewhere_from_a_mail(base: str, expected: str) -> None:
    """Do links lead to the case's page, or to CourtListener where nobody knows where the site stands?"""
    files = made(case_of(1, {"tro_entered": TODAY}), look=LOOK._replace(base_url=base))
    assert all(expected in content for content in files.values())


def test_no_title_is_a_mark() -> None:
    """Does nothing in a docket become a link, an image or emphasis, in Markdown and in HTML?"""
    files = made(case_of(1, {"tro_entered": TODAY}, title=HOSTILE, hearings_to_come=(hearing(TOMORROW),)))
    shown = MarkdownIt().render(files["digest/latest.md"])
    for html in (shown, files["digest/latest.html"]):
        tree = html5lib.parse(html, namespaceHTMLElements=False)
        assert HOSTILE in "".join(tree.itertext())
        assert {link.get("href", "").partition(":")[0] for link in tree.iter("a")} <= {"https", "mailto"}
        assert not list(tree.iter("img"))
        assert not list(tree.iter("em"))


@pytest.mark.parametrize("words", ["1. x", "a\n# b", "<b> & &amp; \\ [x](y) ~~z~~ | !", "plain"])
def test_markdown_shows_the_words(words: str) -> None:
    """Does Markdown show a text as it is, on one line?"""
    told = html5lib.parse(MarkdownIt().render("x " + markdown_text(words)), namespaceHTMLElements=False)
    assert "".join(told.itertext()).strip() == "x " + " ".join(words.split())


def test_the_mail_is_valid() -> None:
    """Does a strict reader of HTML find nothing wrong, and is there nothing that a mail must not load?"""
    for cases in ((), (released(), pending(), overdue(), *many(80))):
        html = made(*cases)["digest/latest.html"]
        html5lib.HTMLParser(strict=True).parse(html)
        assert not any(mark in html for mark in ("<script", "<img", "<link", "style=", "url(", "@import"))


def test_a_long_day_is_cut_and_counted() -> None:
    """Of more entries than a mail can hold, are the rest counted?"""
    told = text(*(case_of(n, {"tro_entered": TODAY}) for n in range(1, CHANGES + 11)))
    assert section(told, "What changed since yesterday").count("temporary restraining order") == CHANGES
    assert f"10 more of {CHANGES + 10} are on the site." in told


def test_an_invented_day_says_so() -> None:
    """Is a digest of invented cases called one, in every form?"""
    assert all("Fictional: every case" in content for content in made(look=LOOK._replace(fictional=True)).values())
