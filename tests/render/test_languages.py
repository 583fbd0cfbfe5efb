"""Languages: the catalogue against the texts there are, what a catalogue may not do, and a whole site in Spanish."""
import importlib.util
import itertools
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple
from xml.etree.ElementTree import Element

import html5lib
import pytest
from babel.messages.catalog import Catalog, Message
from writwatch.render import SiteError
from writwatch.render.build import build
from writwatch.render.glossary import TERMS, Glossary
from writwatch.render.languages import Language, language, languages, mistake, texts
from writwatch.render.outputs import standard_outputs
from writwatch.render.pages import ENGLISH, MethodFacts, SiteLook
from writwatch.render.procedure import conflicts, rules, status
from writwatch.render.procedure.date_rules import DATE_RULES
from writwatch.render.procedure.facts import Docket, Entry
from writwatch.render.procedure.kinds import kind_of
from writwatch.render.published import PublishedCase, PublishedEvent, Shown
from writwatch.render.reading_words import CONFLICTS, REASONS, said
from writwatch.render.wording import (
    ABOVE,
    ASKED,
    AXES,
    COMPLIANCE,
    CUSTODY,
    EVENTS,
    MOTIONS,
    NUANCES,
    PAST_DUE,
    REPORT_PAST_DUE,
    RULED,
    RULED_ON,
    STATUSES,
    STAYS,
    Wording,
    _Sentence,
)

from .factory import AS_OF, TODAY, accused, docket, entry, event, many, overdue, pending, proof, released, shown

CHECKOUT = Path(__file__).parent.parent.parent
LOCALES = CHECKOUT / "site" / "locales"
HEAD = ('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n')
CATALOGUES = sorted(place.stem for place in LOCALES.glob("*.po"))


@pytest.fixture(scope="module")
def messages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages", CHECKOUT / "tests" / "messages.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def template(messages: ModuleType) -> Catalog:
    return messages.messages()


@pytest.fixture(scope="module")
def spanish() -> Language:
    return language("es", (LOCALES,))


def catalogue(folder: Path, *entries: tuple[str, str], code: str = "es") -> Path:
    """A folder with a catalogue of these texts."""
    folder.mkdir(exist_ok=True, parents=True)
    body = "\n\n".join(f'msgid "{text}"\nmsgstr "{told}"' for text, told in entries)
    (folder / f"{code}.po").write_text(HEAD + body + "\n", encoding="utf-8")
    return folder


# --- the catalogue and the texts -------------------------------------------------------------------------------------


def test_the_list_of_texts_is_that_of_the_source(messages: ModuleType, template: Catalog) -> None:
    """Does messages.pot hold the texts there are, and no other?"""
    held, there = ({(each.context, each.id) for each in catalogue if each.id} for catalogue in (
        messages.read(LOCALES / messages.TEMPLATE), template))
    assert held ^ there == set(), "run make messages"


@pytest.mark.parametrize("code", CATALOGUES)
def test_every_text_is_translated_and_none_is_left_over(messages: ModuleType, template: Catalog, code: str) -> None:
    """Does each catalogue hold every text of templates, Python and the reading's tables, and no other?"""
    found = messages.missing(messages.read(LOCALES / f"{code}.po"), template)
    assert not found, "run make messages and translate:\n" + "\n".join(found)


def test_a_text_that_is_missing_or_left_over_is_told(messages: ModuleType, template: Catalog) -> None:
    """A catalogue without one text and with another one: are both named?"""
    told = messages.read(LOCALES / "es.po")
    before = messages.missing(told, template)
    told.delete("Relief granted")
    told.add("No page says this", "Nadie lo dice")
    assert set(messages.missing(told, template)).difference(before) == {
        "not translated: 'Relief granted'", "on no page: 'No page says this'"}


@pytest.mark.parametrize("text", [
    "Follow and cite",  # a template
    "{what} was due{by}; no report on it has been seen on the public docket.",  # Python
    "A hearing took place on a day",  # a rule of dates
    "The petition or claim was granted, in whole or in part.",  # the table of statuses
    "Bond was granted; nothing says that it was posted.",  # the meaning of an axis
    "Order on motion",  # the type of an event
])
def test_every_place_a_text_can_stand_in_is_looked_at(template: Catalog, text: str) -> None:
    """Is a text of each place among those to translate?"""
    assert text in template


@pytest.mark.parametrize("code", CATALOGUES)
def test_markup_stays(messages: ModuleType, code: str) -> None:
    """Has every translation the tags of its text, with the same addresses?"""
    for message in messages.read(LOCALES / f"{code}.po"):
        ids = (message.id,) if isinstance(message.id, str) else message.id
        strings = (message.string,) if isinstance(message.string, str) else message.string
        for string in filter(None, strings if message.id else ()):
            assert sorted(re.findall(r"<[^>]+>", string)) == sorted(re.findall(r"<[^>]+>", ids[-1])), string


# --- what a catalogue may and may not do ------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "told", "wrong"), [
    ("The court granted relief{on}.", "Concedió{on}.", ""),
    ("The court granted relief{on}.", "Concedió.", "lacks {on}"),
    ("The court granted relief{on}.", "Concedió{on} {el}.", "has {el}, which the text has not"),
    ("since %(when)s", "desde el %(when)s", ""),
    ("since %(when)s", "desde siempre", "lacks %(when)s"),
    ("since %(when)s", "desde el %(when)s al 100%", "has a brace or a percent sign by itself"),
    ("since {when}", "desde {when", "lacks {when}"),
    ("since {when}", "{desde {when}", "has a brace or a percent sign by itself"),
    ("100%", "100 %", ""),
    (("%(n)s case", "%(n)s cases"), ("un caso", "%(n)s casos"), ""),
    (("%(n)s case", "%(n)s cases"), ("%(n)s caso", "casos"), "lacks %(n)s"),
    (("Docket", "%(n)s dockets"), ("Expediente", "%(n)s expedientes"), ""),
    (("Docket", "%(n)s dockets"), ("Expediente %(m)s", "%(n)s expedientes"), "has %(m)s, which the text has not"),
])
def test_a_translation_keeps_its_places(text: str | tuple[str, str], told: str | tuple[str, str], wrong: str) -> None:
    """Are places that are missing, unknown or broken named, and may "one case" do without its number?"""
    assert mistake(Message(text, told)) == wrong


def test_a_mistake_is_told_with_its_file_and_text(tmp_path: Path) -> None:
    """A lost place: does the error say where, before any page is made?"""
    folder = catalogue(tmp_path, ("A judge ordered release{on}.", "Ordenó la libertad."))
    with pytest.raises(SiteError) as raised:
        language("es", (folder,))
    assert str(raised.value) == (
        f"{folder / 'es.po'}: the translation of 'A judge ordered release{{on}}.' lacks {{on}}.")


def test_what_is_not_translated_is_english(tmp_path: Path) -> None:
    """A text without words, an uncertain one, one the catalogue lacks: English?"""
    folder = catalogue(tmp_path, ("Open", "Abierto"), ("On hold", ""))
    (folder / "es.po").write_text((folder / "es.po").read_text() + '\n#, fuzzy\nmsgid "Settled"\nmsgstr "?"\n')
    words = Wording(language("es", (folder,)).translations.gettext)
    assert [words.status(each) for each in ("open_pending", "stayed", "settled", "dismissed")] == [
        "Abierto", "On hold", "Settled", "Dismissed"]


def test_a_newsroom_overrides_single_texts(tmp_path: Path) -> None:
    """Its own es.po before the packaged one: its words where it has some, the packaged ones else, its site's name?"""
    own = catalogue(tmp_path, ("Open", "Activo"), ("What the Star-Ledger follows", "Lo que sigue el Star-Ledger"))
    spoken = language("es", (own, LOCALES))
    words = Wording(spoken.translations.gettext)
    assert (words.status("open_pending"), words.status("stayed")) == ("Activo", "En suspenso")
    assert words.own("What the Star-Ledger follows") == "Lo que sigue el Star-Ledger"
    assert {"Activo", "En pausa"} <= set(texts(spoken))


def test_a_label_can_have_other_words_in_another_place(tmp_path: Path) -> None:
    """With a context: own words there, the same words elsewhere; without one, everywhere the same?"""
    folder = catalogue(tmp_path, ("Dismissed", "Desestimada"))
    (folder / "es.po").write_text(
        (folder / "es.po").read_text() + '\nmsgctxt "status"\nmsgid "Dismissed"\nmsgstr "Desestimado"\n')
    words = Wording(language("es", (folder,)).translations.gettext)
    assert (words.status("dismissed"), words.value("merits", "dismissed")) == ("Desestimado", "Desestimada")
    assert Wording().status("dismissed") == "Dismissed"


def test_a_language_is_added_by_a_file(tmp_path: Path) -> None:
    """Another .po in the folder: one more language, English still at the root?"""
    folder = catalogue(tmp_path, ("Open", "Ouvert"), code="fr")
    assert [each.code for each in languages("en", (), (folder, LOCALES))] == ["en", *sorted([*CATALOGUES, "fr"])]


# --- sentences --------------------------------------------------------------------------------------------------------


def outcomes() -> Iterator[tuple[str, ...]]:
    yield ()
    yield from ((one,) for one in RULED)
    yield from itertools.permutations(("granted", "denied", "granted_in_part", "moot", "withdrawn"), 2)


def told_events() -> Iterator[PublishedEvent]:
    """Every type of event with every outcome, motion and sense that changes its sentence."""
    of = entry(1, 1, TODAY, "ORDER")
    for type_ in EVENTS:
        for outcome in outcomes():
            for kind in (None, *MOTIONS) if type_ in ("order_on_motion", "motion_filed") else (None,):
                for sense in (None, *STAYS, "threat"):
                    yield event(of, type_, "ORDER", outcome=outcome, kind=kind, sense=sense)
    for side, threat in itertools.product(
        ("Respondents", "Defendants", "Petitioner", "Counsel"),
        ("it should not be sanctioned", "this case should not be dismissed", "the writ should not issue"),
    ):
        yield event(of, "order_to_show_cause", f"{side} shall show cause why {threat}")


def test_every_sentence_of_an_event_is_whole(spanish: Language) -> None:
    """Each type, outcome, motion and stay in Spanish: no English part, no double blank, no place left, no "el la"?"""
    words, english = Wording(spanish.translations.gettext), Wording()
    parts = {*RULED.values(), *MOTIONS.values(), *STAYS.values(), *RULED_ON.values(), *ASKED.values()}
    left = re.compile("|".join(rf"\b{re.escape(part)}\b" for part in parts))
    seen: set[str] = set()
    for each in told_events():
        sentence = words.event(each)
        seen.add(sentence)
        assert sentence != english.event(each)
        assert not left.search(sentence), sentence
        assert not re.search(r"  |[{}]|\b(?:el la|la el|de el|a el|un una|una un)\b", sentence), sentence
        assert sentence[:1].isupper(), sentence
    assert len(seen) > 200


def test_every_sentence_of_a_status_is_whole_with_and_without_its_day(spanish: Language) -> None:
    """With a day, the same day and none: is the date in its place, and never between a wish and its ruling?"""
    words = Wording(spanish.translations.gettext)
    sentences = [each.sentence for each in STATUSES.values()]
    sentences += [*NUANCES.values(), *CUSTODY.values(), *COMPLIANCE.values(), *ABOVE.values()]
    sentences += [PAST_DUE, REPORT_PAST_DUE]
    for sentence, day, before in itertools.product(sentences, (TODAY, None), (TODAY, None)):
        told = words._dated(_Sentence(sentence, day), before)
        assert not re.search(r"  | [.,;]|[{}]", told), told
        assert not re.search(r"(?:solicitado|libertad|ordenado|fianza|país|detención) (?:el \d|el mismo)", told), told
        assert ("10 de abril de 2026" in told) == (("{on}" in sentence and bool(day) and day != before)
                                                   or ("{since}" in sentence and bool(day))), told


@pytest.mark.parametrize(("case", "told"), [
    (released(), [
        "El tribunal concedió el 15 de enero de 2026 lo solicitado.",
        "El tribunal ordenó el mismo día la puesta en libertad.",
        "Se presentó el 17 de enero de 2026 un informe sobre lo ordenado."]),
    (overdue(), [
        "El tribunal concedió el 1 de abril de 2026 lo solicitado.",
        "El tribunal ordenó el mismo día una audiencia de fianza.",
        "Una audiencia de fianza debía tener lugar a más tardar el 8 de abril de 2026; no se ha visto en el expediente "
        "público ningún informe al respecto."]),
])
def test_where_a_case_stands(spanish: Language, case: PublishedCase, told: list[str]) -> None:
    """Is the Spanish as careful as the English: what has been seen, never that nobody reported?"""
    assert Wording(spanish.translations.gettext).lede(case) == told


def test_nothing_is_said_of_reports_but_what_was_seen(spanish: Language) -> None:
    """No Spanish text claims that nobody reported, only that none was seen?"""
    claims = re.compile(r"(?i)no (?:se )?(?:ha )?(?:informó|reportó|informado|presentó ningún informe)|no hubo informe")
    assert [text for text in texts(spanish) if claims.search(text)] == []


def test_the_glossary_finds_the_words_of_the_site(spanish: Language) -> None:
    """Each form one term's, and said somewhere in the Spanish texts?"""
    terms = Glossary(spanish.translations.gettext).terms
    forms = [form.casefold() for term in terms for form in term.forms.split("|") if form]
    said_somewhere = "\n".join(texts(spanish)).casefold()
    assert len(forms) == len(set(forms))
    assert [form for form in forms if len(re.findall(rf"(?<!\w){re.escape(form)}(?!\w)", said_somewhere)) < 2] == []
    assert {term.place for term in terms if term.forms} == {term.place for term in TERMS if term.forms}


def test_every_conflict_can_be_told() -> None:
    """Is each sentence that the reading can write about a conflict among those to translate?"""
    sides = [(one, other) for one, other in itertools.permutations(("granted", "denied"), 2)]
    told = [conflicts.petition(*side, other_docket=there) for side in sides for there in (True, False)]
    told += [conflicts.motion(*side, 7) for side in sides]
    values = AXES["custody"][1]
    told += filter(None, (conflicts.custody(one, other) for one in values for other in values))
    told += filter(None, map(conflicts.stayed, values))
    marked = [said(sentence, lambda known: f"¡{known}!") for sentence in told]
    assert [sentence for sentence in marked if not sentence.startswith("¡")] == []
    assert len(set(marked)) == len(CONFLICTS) - 1, "all but the hearing after the end"


@pytest.mark.parametrize(("nature", "cause", "text", "why"), [
    ("463 Habeas Corpus - Alien Detainee", "", "", "nature of suit {suit}"),
    ("", "28:2241 Petition", "", "cause {cause}"),
    ("530 General", "28:2241 Petition", "", "nature of suit {suit} with cause {cause}"),
    ("530 General", "28:2254 Petition", "", "nature of suit {suit} with cause {cause}: a conviction is attacked"),
    ("530 General", "", "Petition under 28 U.S.C. 2241",
     "nature of suit {suit}, and the petition names 28 U.S.C. 2241"),
    ("", "", "Petition for a writ of habeas corpus", "the first entry is a petition for a writ of habeas corpus"),
    ("", "", "Complaint under the Freedom of Information Act",
     "the first entries: asks for records under the Freedom of Information Act"),
    ("", "", "Complaint about conditions of confinement", "the first entries: about conditions of detention"),
    ("", "", "Complaint for declaratory and injunctive relief", "the first entries: against a policy"),
    ("", "", "", "nothing in nature of suit, cause or the first entries says more"),
    ("463 Habeas Corpus", "", "Petition on behalf of several", "{why}, and on behalf of a class or of several"),
])
def test_every_reason_can_be_told(nature: str, cause: str, text: str, why: str) -> None:
    """Is a reason found by its pattern, and are the docket's own words kept in it?"""
    entries = (Entry(1, 1, "mnd", 1, "", TODAY, text),) if text else ()
    _, reason = kind_of(Docket(1, "mnd", "0:26-cv-1", "Doe v. Warden", nature_of_suit=nature, cause=cause,
                               entries=entries))
    assert why in REASONS or "{why}" in why
    asked: list[str] = []
    assert said(reason, lambda known: asked.append(known) or known) == reason
    assert why in asked


def test_what_no_table_knows_stays_as_it_is() -> None:
    """An editor's own sentence, with braces and all?"""
    assert said("Two entries part {here}.", lambda known: "?") == "Two entries part {here}."
    assert Wording(lambda text: {"Petitioner": "Parte peticionaria"}.get(text, text)).role("Special Master") == (
        "Special Master")


# --- a whole site -----------------------------------------------------------------------------------------------------

LOOK = SiteLook(base_url="https://example.org/t/", contact="desk@example.org", fictional=True)
WHOLE = {"p", "li", "td", "dd", "summary", "h1", "h2", "h3"}
QUOTING = {"script", "style", "code", "template"}
FOR_PROGRAMS = {"data-measure", "data-of", "data-value"}
"""Attributes that hold a name or a number of the data, not a text."""
NAMES = {"District of Columbia"}
"""Texts of ours that are also the name of a court."""


class Said(NamedTuple):
    """A text of a page, and the language it is marked as."""

    text: str
    lang: str


def site_cases() -> list[PublishedCase]:
    appeal = entry(81, 30, TODAY, "NOTICE OF APPEAL by Respondents from the order of the court.", 990081)
    words = proof(appeal, appeal.text)
    appealed = released(
        slug="appealed", title="N.N. v. Warden", status=shown("on_appeal", words),
        axes={"merits": (shown("granted_in_part", words),), "appeal": (shown("pending", words),),
              "compliance": (Shown("due", None, words, "read"),)},
        kind_reason="nature of suit 463 Habeas Corpus with cause 28:2241, and on behalf of a class or of several",
        conflicts=("One entry says that motion 7 was granted, a later one that it was denied.",),
        timeline=(event(appeal, "notice_of_appeal", appeal.text),
                  event(appeal, "order_on_motion", appeal.text, kind="tro", outcome=("granted", "denied"))),
        dockets=(docket(990081, "txsd", "4:26-cv-00881", (appeal,)),))
    return [released(), pending(), overdue(), accused("confirmed"), appealed, *many(40)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, spanish: Language) -> Path:
    """A site in English and Spanish, the method page from the real rules."""
    out = tmp_path_factory.mktemp("languages") / "public"
    spoken = (ENGLISH, spanish)
    method = MethodFacts((*rules.RULES, *DATE_RULES), status.STATUS_TABLE, status.AXES)
    build(site_cases(), LOOK, out, AS_OF, languages=spoken, method=method,
          outputs=standard_outputs(LOOK, AS_OF, spoken))
    return out


def parsed(page: Path) -> Element:
    return html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)


def kinds_of_pages(site: Path) -> list[Path]:
    """Of each folder of the Spanish site the first pages, and all that stand by themselves."""
    pages: list[Path] = sorted((site / "es").glob("*.html"))
    for folder in sorted(path for path in (site / "es").iterdir() if path.is_dir()):
        first = sorted(folder.glob("*.html"), key=lambda page: (page.stem[0] not in "aih", page.name))
        pages += first[:24]
    return pages


def texts_of(element: Element, lang: str = "") -> Iterator[Said]:
    """Every text and every attribute that is read or shown beneath an element."""
    lang = element.get("lang", lang)
    if element.tag in QUOTING:
        return
    if element.tag == "meta":
        if element.get("name") == "description" or str(element.get("property", "")).startswith("og:"):
            yield Said(element.get("content", ""), lang)
        return
    for name, value in element.attrib.items():
        told = name in ("aria-label", "title", "placeholder", "alt") or name.startswith("data-")
        if told and name not in FOR_PROGRAMS:
            yield Said(value, lang)
    yield Said(element.text or "", lang)
    for child in element:
        if isinstance(child.tag, str):
            yield from texts_of(child, lang)
        yield Said(child.tail or "", lang)


def wholes_of(page: Element) -> Iterator[str]:
    """The whole text of each element that holds markup, where it is all in one language."""
    for element in page.iter():
        bare = not any(child.get("lang") or child.tag in QUOTING for child in element.iter())
        if element.tag in WHOLE and len(element) and bare:
            yield "".join(element.itertext())


def english_texts(template: Catalog, spoken: Language) -> list[tuple[str, re.Pattern[str]]]:
    """The texts that read otherwise in that language, each as a pattern of what stands on a page."""
    found: list[tuple[str, re.Pattern[str]]] = []
    for message in template:
        ids = (message.id,) if isinstance(message.id, str) else message.id
        for text in filter(None, ids):
            bare = " ".join(re.sub(r"<[^>]+>", "", text).split())
            letters = re.sub(r"%\(\w+\)s|\{\w+\}|[^A-Za-z]", "", bare)
            if len(letters) < 3 or "|" in text or text in NAMES or spoken.translations.gettext(ids[0]) == text:
                continue
            parts = re.split(r"%\(\w+\)s|\{\w+\}", bare)
            found.append((text, re.compile((".*" if len(letters) > 14 else r"[^ ]*").join(map(re.escape, parts)))))
    return found


def still_english(trees: Sequence[Element], template: Catalog, spoken: Language) -> set[tuple[str, str]]:
    """(text on a page, the text of ours it is) outside what is marked as English."""
    said = {" ".join(each.text.split()) for tree in trees for each in texts_of(tree) if each.lang != "en"}
    said |= {" ".join(text.split()) for tree in trees for text in wholes_of(tree)}
    patterns = english_texts(template, spoken)
    plain = {text for text, _ in patterns}
    placed = [(text, pattern) for text, pattern in patterns if "%(" in text or "{" in text]
    found = {(each, each) for each in said & plain}
    return found | {(each, text) for each in said for text, pattern in placed if pattern.fullmatch(each)}


@pytest.mark.slow
def test_no_english_is_left(site: Path, template: Catalog, spanish: Language) -> None:
    """Every type of page in Spanish: is there no text of ours in English but where it is marked as English?"""
    assert still_english(list(map(parsed, kinds_of_pages(site))), template, spanish) == set()


@pytest.mark.slow
def test_english_that_is_left_would_be_found(site: Path, template: Catalog, spanish: Language) -> None:
    """The English pages, held to be Spanish: are texts of templates, tables and the reading found?"""
    trees = [parsed(site / page) for page in ("index.html", "method.html", "cases/appealed.html")]
    for tree in trees:
        tree.set("lang", "es")
    found = {text for _, text in still_english(trees, template, spanish)}
    assert {"What changed today", "On appeal", "The petition or claim was denied.", "Order on motion",
            "{why}, and on behalf of a class or of several",
            "One entry says that motion {number} was granted, a later one that it was denied."} <= found


@pytest.mark.slow
def test_the_courts_words_are_marked_as_english(site: Path) -> None:
    """On Spanish pages: does every piece of an entry stand where its language is said?"""
    pieces = {entry.text[:24] for case in site_cases()[:5] for each in case.dockets for entry in each.entries}
    pieces |= {each.proof.quote[:24] for case in site_cases()[:5] for each in case.hearings_to_come}
    long = [piece for piece in pieces if len(piece) == 24]
    unmarked = {(page.name, each.text.strip()[:60]) for page in kinds_of_pages(site) for each in texts_of(parsed(page))
                if each.lang != "en" for piece in long if piece in each.text}
    assert unmarked == set()


@pytest.mark.slow
def test_each_page_leads_to_itself_in_the_other_language(site: Path) -> None:
    """From every page to the same page in the other language and back, with its language said on both ends?"""
    for page in kinds_of_pages(site):
        path = page.relative_to(site / "es")
        if path.parts[0] in ("embed", "digest") and path.name != "index.html":
            continue
        for here, code, there, other in ((page, "es", site / path, "en"), (site / path, "en", page, "es")):
            tree = parsed(here)
            assert tree.get("lang") == code
            links = [link for link in tree.iter("a") if link.get("hreflang") == other]
            if tree.find(".//meta[@http-equiv='refresh']") is not None:
                continue
            assert len(links) == 1, here
            assert links[0].get("lang") == other
            goal = links[0].get("href", "")
            assert (site / goal.removeprefix("/t/") if goal.startswith("/") else here.parent / goal).resolve() == there
            if path.name != "404.html":
                assert {link.get("hreflang") for link in tree.iter("link") if link.get("hreflang")} == {"en", "es"}


@pytest.mark.slow
def test_the_digest_is_in_both(site: Path) -> None:
    """The Spanish digest in its three forms: Spanish, and the court's words as they are?"""
    for kind in ("html", "txt", "md"):
        told = (site / "es" / "digest" / f"latest.{kind}").read_text(encoding="utf-8")
        assert "resumen del 10 de abril de 2026" in told
        assert "NOTICE OF APPEAL by Respondents" in told
        assert "digest of" not in told
        assert "https://example.org/t/es/cases/appealed.html#entry-81" in told
