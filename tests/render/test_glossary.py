"""Every legal word is explained, found where we say it, and never in what a court says."""
import re

import html5lib
import pytest
from writwatch.render.glossary import TERMS, Glossary
from writwatch.render.pages import Pages, SiteLook
from writwatch.render.wording import (
    AXES,
    COMPLIANCE,
    CUSTODY,
    EVENTS,
    MOTIONS,
    PAST_DUE,
    RESULTS,
    RULED_ON,
    STATUSES,
    STAYS,
    UNDONE,
)

from .factory import AS_OF, docket, entry, event, overdue, released
from .test_pages import case_page

SAID = "\n".join((
    *(each.sentence for each in STATUSES.values()), *CUSTODY.values(), *COMPLIANCE.values(), PAST_DUE,
    *(value for _, values in AXES.values() for value in values.values()), *RESULTS.values(), *UNDONE.values(),
    *(each.sentence for each in EVENTS.values()), *MOTIONS.values(), *STAYS.values(), *RULED_ON.values(),
))
"""All that the pages say of a case in our words."""

LINK = re.compile(r'<a class="term" href="\.\./glossary\.html#([a-z0-9-]+)">([^<]+)</a>')


def linked(text: str) -> list[tuple[str, str]]:
    return LINK.findall(Glossary().linker("../")(text))


@pytest.mark.parametrize(("said", "places"), [
    ("A judge ordered a bond hearing.", ["bond-hearing"]),
    ("The court dismissed the case as moot: there was nothing left to decide.", ["dismissal", "moot"]),
    ("A judge ordered the government to explain (to show cause)", ["order-to-show-cause"]),
    ("A court entered a stay of an order or injunction", ["stay", "preliminary-injunction"]),
    ("A motion for summary judgment", ["summary-judgment"]),
    ("A bond hearing was due; no report on it has been seen on the public docket.",
     ["bond-hearing", "restricted-filing"]),
    ("MOOT", ["moot"]),
    ("The moot-court mandates nothing: amoot, mandated", ["moot"]),
    ("The case is open.", []),
    ("", []),
])
def test_words_are_found(said: str, places: list[str]) -> None:
    """Whole words, the longest first, in any case?"""
    assert [place for place, _ in linked(said)] == places


def test_a_word_is_linked_once_a_page() -> None:
    """Over all that one page says, whatever its form?"""
    link = Glossary().linker("../")
    assert len(LINK.findall(link("The appeal was dismissed. The dismissal"))) == 2
    assert LINK.findall(link("A dismissal on appeal")) == []
    assert len(linked("A dismissal on appeal")) == 2, "another page begins anew"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '" onclick="x', "a & b", "{{ x }} %(n)s {on}"])
def test_what_is_linked_is_escaped(text: str) -> None:
    """Can words around a term be markup?"""
    html = Glossary().linker("../")(f"{text} moot {text}")
    assert "<script" not in html
    assert html.striptags().count("moot") == 1
    assert html.unescape().count(text) == 2


def test_no_form_stands_for_two_terms_and_each_is_said() -> None:
    """Is each form one term's, and does some sentence of ours hold it?"""
    forms = [form for term in TERMS for form in term.forms.split("|") if form]
    assert len(forms) == len(set(forms))
    unsaid = [term.place for term in TERMS if term.forms
              and not any(re.search(rf"(?i)\b{re.escape(form)}\b", SAID) for form in term.forms.split("|"))]
    assert set(unsaid) <= {"nature-of-suit"}


def test_another_language_finds_its_own_words() -> None:
    """Translated: are term, meaning and forms that language's, sorted as it sorts, at the same anchors?"""
    told = {"moot": "sin objeto", "as moot|moot": "sin objeto", "appeal": "ápelación"}
    spanish = Glossary(lambda text: told.get(text, text))
    html = spanish.linker("../")("El caso quedó Sin objeto (moot).")
    assert LINK.findall(html) == [("moot", "Sin objeto")]
    words = [term.word for term in spanish.terms]
    assert words.index("ápelación") < words.index("bond hearing")
    assert {term.place for term in spanish.terms} == {term.place for term in TERMS}


def test_the_page_holds_every_term() -> None:
    """Valid, each at its anchor, once?"""
    page = Pages(SiteLook(), AS_OF).glossary()
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page.html)
    assert page.path == "glossary.html"
    ids = [each.get("id") for each in tree.findall(".//dl/div")]
    assert sorted(filter(None, ids)) == sorted(term.place for term in TERMS)
    assert all(len(term.meaning) > 20 and term.meaning.endswith((".", ")")) for term in TERMS)
    wanted = {"habeas", "order-to-show-cause", "temporary-restraining-order", "stay", "remand", "moot", "pro-se",
              "next-friend", "restricted-filing", "immigration-detention-law", "prejudice"}
    assert wanted <= set(ids)


def test_the_courts_words_are_never_linked() -> None:
    """A docket text full of legal words: does it stay as it is, in quotes and in the list of entries?"""
    of = entry(1, 1, AS_OF.date(), "ORDER: the appeal is moot; stay of removal; bond hearing; contempt.")
    told = event(of, "release_ordered", "the appeal is moot")
    html = case_page(released(axes={}, timeline=(told,), compliance_due=(), history=(),
                              dockets=(docket(1, "mnd", "1", (of,)),)))
    assert "ORDER: the appeal is moot; stay of removal; bond hearing; contempt." in html
    for quote in re.findall(r"<blockquote.*?</blockquote>", html, re.S):
        assert 'class="term"' not in quote


def test_every_link_on_a_case_leads_to_a_term() -> None:
    """And is each made only once on the page?"""
    places = [place for place, _ in LINK.findall(case_page(overdue()))]
    assert {"bond-hearing", "restricted-filing"} <= set(places)
    assert len(places) == len(set(places))
    assert set(places) <= {term.place for term in TERMS}
