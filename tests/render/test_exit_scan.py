"""The last look at a built site: does every form of a protected name stop it, and no name that may stay?"""
import contextlib
import datetime as dt
import gzip
import html
import io
import json
import re
import unicodedata
import urllib.parse
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from writwatch.render import SiteError, addresses, unpacked
from writwatch.render.build import build
from writwatch.render.enforcement import Enforcement
from writwatch.render.exit_scan import A_NUMBER, FULL_NAME, PART, Forms, Protected, Protects, Scan, check, protects
from writwatch.render.exit_scan import files as edge
from writwatch.render.exit_scan import page as words_of
from writwatch.render.facilities import Facilities, Facility
from writwatch.render.pages import MethodFacts, SiteLook
from writwatch.render.privacy import CaseNotes, policy_for, publish
from writwatch.render.procedure import rules, status
from writwatch.render.procedure.facts import Attorney, Docket, Entry, Party
from writwatch.render.procedure.status import read_case
from writwatch.render.published import PublishedCase
from writwatch.render.unpacked import NotReadable, cbor_strings, texts, texts_in

TODAY = dt.date(2026, 4, 10)
NOON = dt.datetime(2026, 4, 10, 12, tzinfo=dt.UTC)
WILMA = "Wilmer Yovani Tacurán Morochó"
SLUG = "mnd-26-1"


def docket(
    number: int, petitioner: str, text: str = "", *, respondent: str = "Odile Kestrel", lawyer: str = "Dana Ferrow",
    judge: str = "Ingrid Holmquist",
) -> Docket:
    entry = Entry(number * 10, number, "mnd", 1, "2026-01-05.001", dt.date(2026, 1, 5), text)
    return Docket(
        number, "mnd", f"0:26-cv-{number:05}", f"{petitioner} v. {respondent}", date_filed=dt.date(2026, 1, 5),
        nature_of_suit="463 Habeas Corpus - Alien Detainee", assigned_to_str=judge, entries=(entry,),
        parties=(Party(1, number, petitioner, ("Petitioner",)), Party(2, number, respondent, ("Respondent",))),
        attorneys=(Attorney(3, number, lawyer, (1,)),),
    )


class Decided:
    def __init__(self, show: str) -> None:
        self.show, self.reason, self.by, self.on = show, "She spoke on the radio.", "An Editor", TODAY


def add(forms: Forms, slug: str, of: Docket, show: str = "") -> PublishedCase | None:
    """What casebook does for one case."""
    notes = CaseNotes(slug, "", "detention", "core", "", "", Decided(show) if show else None, "")
    reading = read_case([of], TODAY)
    shown = publish(notes, [of], reading)
    forms.add(protects(slug, policy_for(notes, [of], reading.kind), [of], shown))
    return shown


@pytest.fixture
def forms() -> Forms:
    """Three cases: one of Wilmer, with an A-number in its docket, one of somebody with short and ordinary names, one
    against a firm that has a word of Wilmer's name in its own."""
    forms = Forms()
    add(forms, SLUG, docket(1, WILMA, "MOTION filed by Wilmer Tacuran (A 087 654 321)", lawyer="Ana Morocho Lind"))
    add(forms, "mnd-26-2", docket(2, "Grant Li Young", "LETTER"))
    add(forms, "mnd-26-7", docket(7, "Ilse Brandvold", "LETTER", respondent="Alder, Tacuran & Pike LLP"))
    return forms


OWN = f"cases/{SLUG}.html"
HITS = [
    (OWN, WILMA, FULL_NAME),
    (OWN, "WILMER YOVANI TACURAN MOROCHO", FULL_NAME),
    (OWN, "Tacurán Morochó, Wilmer Yovani", FULL_NAME),
    (OWN, "Wilmer Y. Tacuran", FULL_NAME),
    (OWN, "Tacuran-Morocho", FULL_NAME),
    (OWN, "<b>Wilmer</b> <i>Tacuran</i>", FULL_NAME),
    (OWN, "wilmertacuran", FULL_NAME),
    (OWN, "TacuranMorocho", FULL_NAME),
    (OWN, "Tacura\u0301n", PART),
    (OWN, "of tacuran's motion", PART),
    (OWN, "Yovani", PART),
    (OWN, "Morocho", PART),
    (OWN, "/docket/1/tacuran-v-kestrel/", PART),
    (OWN, "Wilmer Tacurann", FULL_NAME),
    (OWN, "Wilmer Takuran", FULL_NAME),
    (OWN, "Wilmr Yovani, of", FULL_NAME),
    (OWN, "Yovani Q. Tacurna", FULL_NAME),
    (OWN, "Mr. Morocho [name]", PART),
    (OWN, "[name]-Yovani", PART),
    (OWN, "087654321", A_NUMBER),
    (OWN, "A087-654-321", A_NUMBER),
    (OWN, "A# 111-222-333", A_NUMBER),
    (OWN, "A\u00a0111\u00a0222\u00a0333", A_NUMBER),
    ("cases/mnd-26-2.html", WILMA, FULL_NAME),
    (OWN, "Grant Li Young's motion of Grant", FULL_NAME),
    ("cases/mnd-26-2.html", "Grant Li Young", FULL_NAME),
    ("cases/mnd-26-2.html", "Grant Young", FULL_NAME),
    ("index.html", "Wilmer Tacuran", FULL_NAME),
    ("index.html", "Tacuran Morocho v. Kestrel", FULL_NAME),
    ("index.html", "Tacuran v. Kestrel", PART),
    ("data/cases.csv", '1,"Tacurán","Wilmer"', FULL_NAME),
    ("data/cases.csv", "A 087.654.321", A_NUMBER),
    ("data/cases.csv", "A\u00a0087\u2011654\u2011321", A_NUMBER),
    ("feeds/all.xml", "<title>Wilmer\n   Tacurán</title>", FULL_NAME),
    ("static/site.css", "/* Wilmer Tacuran */", FULL_NAME),
    ("calendar.ics", "SUMMARY:Wilmer Tac\r\n uran", FULL_NAME),
    ("cases/tacuran-morocho.html", "", FULL_NAME),
    ("search.json", json.dumps({"of": WILMA}), FULL_NAME),
    ("search.json", json.dumps({"first": "Wilmer", "last": "Tacurán"}), PART),
]


def escaped(text: str) -> Iterator[str]:
    """A text as other formats write it."""
    yield text
    yield html.escape(text)
    yield "".join(f"&#{ord(c)};" if not c.isascii() else c for c in text)
    yield urllib.parse.quote(text)
    yield urllib.parse.quote_plus(text)
    yield json.dumps(text)
    yield html.escape(json.dumps(text))
    yield text.replace(" ", " \n\t")
    yield text.upper()


@pytest.mark.parametrize(("petitioner", "text", "rule"), [
    ("Jorah Carter Lindqvist", "Judge Ingrid Holmquist (appointed by Jimmy Carter)", ""),
    ("Jorah Carter Lindqvist", "Jorah Carter, who was here under Jimmy Carter", FULL_NAME),
    ("Jorah Carter Lindqvist", "the motion of Carter", PART),
    ("Jimmy Carter Lindqvist", "the motion of Jimmy Carter", FULL_NAME),
    ("Jimmy Alder Lindqvist", "the motion of Jimmy", PART),
])
def test_who_appointed_the_judge_betrays_nobody(petitioner: str, text: str, rule: str):
    """A president with a part of a petitioner's name: does the site stand, and is the petitioner still looked for?"""
    forms = Forms()
    add(forms, SLUG, docket(1, petitioner, "LETTER"))
    hit = Scan(forms).file(OWN, text)
    assert (hit.rule if hit else "") == rule


@pytest.mark.parametrize(("path", "text", "rule"), HITS, ids=[f"{path}: {text}" for path, text, _ in HITS])
def test_every_form_is_found(forms: Forms, path: str, text: str, rule: str) -> None:
    hit = Scan(forms).file(path, f"<p>Filed by {text} today.</p>")
    assert hit is not None
    assert hit.rule == rule
    assert not any(word in f"{hit.file} {hit.slug}".lower() for word in ("tacuran", "wilmer", "morocho"))


@pytest.mark.parametrize(("path", "text", "rule"), HITS, ids=[f"{path}: {text}" for path, text, _ in HITS])
def test_what_is_told_of_a_find_names_nobody(forms: Forms, path: str, text: str, rule: str) -> None:
    """The words around: do they say where to look, and neither a part of a name nor a number?"""
    hit = Scan(forms).file(path, f"<p>Words filed before {text} and some after it today.</p>")
    assert hit is not None
    around = " ".join(hit.around)
    assert bool(hit.around) == (rule != A_NUMBER)
    words = set(re.findall(r"[a-z]+", unicodedata.normalize("NFKD", around.lower())))
    assert words.isdisjoint({"wilmer", "yovani", "tacuran", "morocho", "grant", "li", "young", "wilmertacuran"})
    assert not re.search(r"\d{3}", around)



@pytest.mark.parametrize("path", [OWN, "index.html", "cases/mnd-26-2.html"])
def test_however_it_is_escaped(forms: Forms, path: str) -> None:
    """As HTML, JSON, an address and one within the other has it?"""
    for text in escaped(WILMA):
        hit = Scan(forms).file(path, f"<a href='{text}'>x</a>")
        assert hit is not None, text
        assert hit.rule == FULL_NAME


@pytest.mark.parametrize(("path", "slug"), [
    (addresses.case(SLUG), SLUG), (f"es/{addresses.case(SLUG)}", SLUG), (addresses.case_data(SLUG), SLUG),
    (addresses.feed(f"case-{SLUG}", "xml"), SLUG), (addresses.feed(f"case-{SLUG}", "json"), SLUG),
    (addresses.calendar(f"case-{SLUG}"), SLUG), (addresses.card(f"case-{SLUG}"), SLUG),
    (addresses.embed(f"case-{SLUG}"), SLUG), (f"es/{addresses.embed(f'case-{SLUG}')}", SLUG),
    (addresses.feed("court-mnd", "xml"), ""), (f"judges/{SLUG}.html", ""), (f"data/{SLUG}/rows.csv", ""),
    (addresses.feed(SLUG, "xml"), ""), (addresses.ALL_CASES, ""), ("cases/", ""),
])
def test_a_file_is_judged_as_its_cases(forms: Forms, path: str, slug: str) -> None:
    """Page, data, feed, calendar, card and frame of a case, in any language: each as that case's, and none else?"""
    assert addresses.slug_in(path) == slug
    found = Scan(forms).case_of(path)
    assert (found.slug if found else "") == slug


@pytest.mark.parametrize("path", [addresses.feed(f"case-{SLUG}", "xml"), addresses.embed(f"case-{SLUG}")])
def test_the_sentence_names_the_case_of_the_file(forms: Forms, path: str) -> None:
    """Half a hidden name, which only its own case knows for one: is it found there, and that case named?"""
    hit = Scan(forms).file(path, "<p>Mr. Morocho [name] asks</p>")
    assert hit is not None
    assert hit[:3] == (path, PART, SLUG)
    assert Scan(forms).file(path.replace(SLUG, "mnd-26-2"), "<p>the Tacuran County Jail</p>") is None


STAYS = [
    (OWN, "W.Y.T.M. v. Kestrel, Judge Ingrid Holmquist, Dana Ferrow"),
    (OWN, "by Ana Morocho Lind"),
    (OWN, "Morocho Lind, Ana"),
    (OWN, "Judge Morocho"),
    (OWN, "Tacuran County Jail"),
    (OWN, "San Wilmer"),
    (OWN, "arrested in Morocho, Texas"),
    (OWN, "arrested in Morocho, …"),
    (OWN, "Respondent Morocho"),
    (OWN, "A. Morocho"),
    (OWN, "Judge Morocho [name]"),
    (OWN, "Wilmot said"),
    (OWN, "111222333"),
    ("cases/mnd-26-2.html", "a young man; granted; will grant; Grant of the motion; Li; li"),
    ("cases/mnd-26-2.html", "a Tacuran of another family, 087654321"),
    ("index.html", "young people may grant, Li"),
    ("index.html", "v. Morocho; Morocho Lind"),
    ("index.html", "entry 087654321"),
    ("data/cases.csv", "1,Ingrid Holmquist"),
    ("rows.js", '["Judge Wilmer Q. Aster","Tacuran County Jail"]'),
    ("rows.js", '[" v. Alder, Tacuran & Pike LLP"]'),
]


@pytest.mark.parametrize(("path", "text"), STAYS)
def test_what_may_stay_stays(forms: Forms, path: str, text: str) -> None:
    """Officials, lawyers, places, ordinary and short words, other people's entry numbers."""
    assert Scan(forms).file(path, f"<p>Filed {text} today.</p>") is None


def test_the_sites_own_words_betray_nobody(forms: Forms) -> None:
    """A style called like somebody: a part of a name that the site says anyway, or a whole one in an example."""
    own = Scan(forms, [".tacuran { color: red }"], ["MOTION by Wilmer Tacuran"])
    assert own.file("static/site.css", ".tacuran { color: red }") is None
    assert own.file("method.html", "<dd>MOTION by Wilmer Tacuran</dd>") is None
    assert own.file(OWN, "of Yovani Tacuran") is not None


def test_public_in_one_case_and_protected_in_another() -> None:
    """The public one's page may name her, the other's and what both share may not."""
    forms = Forms()
    add(forms, SLUG, docket(1, WILMA))
    add(forms, "mnd-26-3", docket(3, WILMA), show="public")
    scan = Scan(forms)
    assert scan.file("cases/mnd-26-3.html", f"{WILMA} v. Kestrel") is None
    for path in (OWN, "index.html", "data/cases.csv"):
        hit = scan.file(path, f"{WILMA} v. Kestrel")
        assert hit is not None, path
        assert hit.slug == SLUG


def test_an_officer_who_asks_a_higher_court() -> None:
    """The Secretary is a petitioner in one case and sued in the others: is her name no secret there?"""
    forms = Forms()
    add(forms, SLUG, docket(1, "Odile Kestrel", respondent="Harbor League"))
    for number in range(2, 9):
        add(forms, f"mnd-26-{number}", docket(number, f"Petra{'abcdefghi'[number]} Solano"))
    scan = Scan(forms)
    assert scan.file("cases/mnd-26-2.html", "by Odile Kestrel") is None
    assert scan.file("index.html", "P.S. v. Odile Kestrel") is None


def test_a_relative_where_her_case_is_spoken_of() -> None:
    """She is no party, and may be an officer elsewhere: looked for in what speaks of her case, and there alone?"""
    forms = Forms()
    forms.add(Protects(SLUG, (Protected(("marisol", "quevara"), is_party=False, tails=()),), (), (), (), ()))
    for number in range(2, 9):
        add(forms, f"mnd-26-{number}", docket(number, f"Petra{'abcdefghi'[number]} Solano"))
    scan = Scan(forms)
    hers, others = (f'<a href="cases/mnd-26-{number}.html">a case</a>' for number in (1, 2))
    away = "<p>some words </p>" * 100
    assert scan.file("index.html", "by Marisol Quevara") is None
    hit = scan.file("index.html", f"{hers}<p>by Marisol Quevara")
    assert hit is not None
    assert hit[:3] == ("index.html", FULL_NAME, SLUG)
    assert scan.file("index.html", f"{hers}{others}{away}{others} by Marisol Quevara") is None
    for path in ("data/events.csv", "data/events.jsonl"):
        rows = [f'"mnd-26-{number}", "by Marisol Quevara"\n' for number in range(2, 9)]
        assert scan.file(path, "".join(rows)) is None
        hit = scan.file(path, "".join((*rows, f'"{SLUG}", "by Marisol Quevara"\n')))
        assert hit is not None
        assert hit[:3] == (path, FULL_NAME, SLUG)


@given(st.text("ab9-é_/ X.", max_size=30))
def test_addresses_are_found_in_two_ways(text: str) -> None:
    """Quickly without their places: is each found that is found with its place?"""
    page = Scan(Forms())._page(text, "")
    found = {slug.encode() for _, slug in page.slugs({f"{one}-{other}" for one in "ab9" for other in "ab9"})}
    assert page.addresses(frozenset(found)) == found


def test_hidden_cases_are_looked_for_too(forms: Forms) -> None:
    """A case that is only counted: does its name stop the build?"""
    assert add(forms, "mnd-26-9", docket(9, "Ramona Alba Tello"), show="hidden") is None
    hit = Scan(forms).file("index.html", "Ramona Tello")
    assert hit is not None
    assert hit.slug == "mnd-26-9"


def looked_at(tmp_path: Path, people: Sequence[str]) -> dict[str, PublishedCase | None]:
    """A site of a case for each petitioner, built with the last look; by petitioner, what was published."""
    forms, look = Forms(), SiteLook(fictional=True)
    orders = "ORDER granting the petition of {}. TEXT ORDER GRANTING Motion. Motion Hearing held; Bond Hearing set. " \
             "Judgment Entered for Petitioner."
    shown = {person: add(forms, f"mnd-26-{number}", docket(number, person, orders.format(person)))
             for number, person in enumerate(people, 1)}
    build(filter(None, shown.values()), look, tmp_path / "public", NOON, forms=forms)
    return shown


@pytest.mark.slow
def test_who_files_under_clerks_words_stops_no_site(tmp_path: Path) -> None:
    """Petitioners called "Order Granting": are the pages of all others, full of such words, published, and is each
    name hidden in its own case?"""
    people = ["Order Granting", "Motion Hearing", "Bond Hearing", "Judgment Entered", "Granting Motion", WILMA]
    for person, case in looked_at(tmp_path, people).items():
        assert case is not None
        assert person not in str(case.title)
        assert case.dockets[0].entries[0].text.startswith("ORDER granting the petition of [name].")


def test_a_name_in_clerks_words_that_is_a_name_is_looked_for(forms: Forms) -> None:
    """ "Grant Li Young" in other cases' files: is that still one?"""
    for path in ("index.html", OWN):
        hit = Scan(forms).file(path, "<p>Filed by Grant Li Young today.</p>")
        assert hit is not None
        assert hit.rule == FULL_NAME


UNFIT = [
    "<img src=x onerror=alert()>", "Wilmer <b>Tacur\u00e1n</b>", "<script>alert()</script>", "Wilmer &lt;Tacuran&gt;",
    "&#60;svg&#62; Tacuran", "&#x3C;svg&#x3e; Tacuran", "]]><a/><![CDATA[", "</title><script>alert()</script> Tacuran",
]


def test_who_files_under_markup_stops_no_site(tmp_path: Path) -> None:
    """A petitioner named in markup, which no text can be searched for: is that case counted only, and all others
    published?"""
    shown = looked_at(tmp_path, [*UNFIT, "Ilse Brandvold"])
    assert [person for person, case in shown.items() if case] == ["Ilse Brandvold"]


@pytest.mark.parametrize("show", ["initials", "public"])
def test_an_editor_decides_about_an_unfit_name(show: str) -> None:
    """Looked at by a person, whose word then goes?"""
    shown = add(Forms(), SLUG, docket(1, UNFIT[1]), show)
    assert shown is not None
    assert shown.policy == show


def test_markup_elsewhere_hides_no_case() -> None:
    """A respondent, a lawyer, an entry in markup: is the case shown, and is a text's "<" that is no bracket none?"""
    for of in (docket(1, WILMA, respondent="<b>Kestrel</b>"), docket(1, WILMA, lawyer="<i>x</i>"),
               docket(1, WILMA, "<b>ORDER</b>"), docket(1, "Wilmer &amp; Rosa Tacuran")):
        assert add(Forms(), SLUG, of) is not None


@pytest.mark.parametrize(("file", "mend"), [
    ("cases/mnd-26-2.html", "mnd-26-2"), ("data/cases/mnd-26-2.json", "mnd-26-2"), ("feeds/all.xml", SLUG)])
def test_the_sentence_says_which_case_to_hide(tmp_path: Path, forms: Forms, file: str, mend: str) -> None:
    """The one whose file it is, else the one that protects: is the way to publish all the rest told, without a name?"""
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(f"<p>Filed by {WILMA}.</p>", encoding="utf-8")
    with pytest.raises(SiteError) as caught:
        check(tmp_path, forms)
    told = str(caught.value)
    assert f"that the case {SLUG} protects" in told
    assert f'the file of the case {mend} say [privacy] show = "hidden"' in told
    assert not any(word in told.lower() for word in ("tacur", "wilmer", "moroch", "yovani"))


def test_an_old_site_stays_when_a_name_would_get_out(tmp_path: Path) -> None:
    """A build with a name in an editor's own file: is the old site untouched, and the sentence without the name?"""
    look = SiteLook(fictional=True)
    out = tmp_path / "public"

    def run(static: Path) -> None:
        forms = Forms()
        shown = [case for case in (add(forms, SLUG, docket(1, WILMA, "ORDER granting release.")),) if case]
        build(shown, look, out, NOON, static=[static], forms=forms)

    good, bad = tmp_path / "good", tmp_path / "bad"
    for folder in (good, bad):
        folder.mkdir()
    (bad / "note.txt").write_text("Free Wilmer Tacurán!", encoding="utf-8")
    run(good)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    with pytest.raises(SiteError, match=r"static/note\.txt would show a full name that the case mnd-26-1") as caught:
        run(bad)
    assert "acur" not in str(caught.value)
    assert "(“… Free [name] [name]! …”)" in str(caught.value)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder of more files than one process is given at a time, all harmless."""
    for number in range(450):
        (tmp_path / f"page-{number:03}.html").write_text(f"<p>Page {number}, Alder and Kestrel.</p>", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_the_first_file_that_betrays_is_named(many: Path, forms: Forms, processes: int) -> None:
    """Of several, by however many processes: always the same, and what was found before it is no other's?"""
    for number in (440, 205, 290):
        (many / f"page-{number}.html").write_text(f"<p>{WILMA}</p>", encoding="utf-8")
    (many / "page-206.html.gz").write_bytes(b"\x1f\x8bno gzip")
    with pytest.raises(SiteError, match=r"^page-205\.html would show a full name"):
        check(many, forms, processes=processes)


@pytest.mark.parametrize("processes", [1, 2])
def test_what_cannot_be_read_stops_however_many_look(many: Path, forms: Forms, processes: int) -> None:
    (many / "page-206.html.gz").write_bytes(b"\x1f\x8bno gzip")
    (many / "page-440.html").write_text(f"<p>{WILMA}</p>", encoding="utf-8")
    with pytest.raises(SiteError, match=r"^page-206\.html\.gz cannot be looked into"):
        check(many, forms, processes=processes)


@pytest.mark.parametrize("processes", [1, 2])
def test_a_word_of_the_index_that_another_process_saw_on_a_page(many: Path, forms: Forms, processes: int) -> None:
    """The page is the last file and the index the first: is its word excused, and one that stands nowhere not?"""
    index = many / "pagefind" / "fragment" / "en_1.pf_fragment"
    index.parent.mkdir(parents=True)
    index.write_bytes(gzip.compress(b'pagefind_dcd{"content":"of Tacuran"}'))
    (many / "zz.html").write_text("<p>Alder, Tacuran &amp; Pike LLP</p>", encoding="utf-8")
    check(many, forms, processes=processes)
    index.write_bytes(gzip.compress(b'pagefind_dcd{"content":"of Yovani"}'))
    with pytest.raises(SiteError, match=r"en_1\.pf_fragment would show a part of a name"):
        check(many, forms, processes=processes)


def test_a_file_that_is_known_is_not_looked_into(many: Path, forms: Forms) -> None:
    """It passed an earlier check: is it left alone, and the data of its case not, whose words the index may hold?"""
    told = many / "data" / "cases" / "mnd-26-9.json"
    told.parent.mkdir(parents=True)
    told.write_text('{"text": "Alder, Tacuran &amp; Pike LLP"}', encoding="utf-8")
    (many / "en.pf_fragment").write_bytes(gzip.compress(b'pagefind_dcd{"content":"of Tacuran"}'))
    (many / "page-007.html").write_text(f"<p>{WILMA}</p>", encoding="utf-8")
    check(many, forms, known={"page-007.html"})
    told.write_text(f'{{"text": "{WILMA}"}}', encoding="utf-8")
    with pytest.raises(SiteError, match=r"^data/cases/mnd-26-9\.json"):
        check(many, forms, known={"page-007.html"})


def zipped(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr(name, content)
    return packed.getvalue()


def cbor(*words: str) -> bytes:
    """A list of texts, as a search index has its words: [[1, [word, …]]]."""
    return b"\x81\x82\x01" + bytes([0x80 + len(words)]) + b"".join(
        bytes([0x60 + len(word.encode())]) + word.encode() for word in words)


NAMED = f"Filed by {WILMA}.".encode()
PACKED = [
    ("data/cases.csv.gz", gzip.compress(NAMED)),
    ("data/all.zip", zipped("cases.csv", NAMED)),
    ("data/all.zip", zipped("tacuran-morocho.csv", b"nothing")),
    ("data/all.zip", zipped("cases.csv.gz", gzip.compress(NAMED))),
    ("download", gzip.compress(NAMED)),
    ("pagefind/fragment/en_1.pf_fragment", gzip.compress(b"pagefind_dcd" + json.dumps({"content": WILMA}).encode())),
    ("pagefind/index/en_1.pf_index", gzip.compress(b"pagefind_dcd" + cbor("order", "yovani"))),
    ("pagefind/pagefind.en_1.pf_meta", gzip.compress(b"pagefind_dcd" + cbor("ilsebrandvold"))),
    ("calendars/all.ics", b"SUMMARY:Hearing of Wilmer Tac\r\n uran\r\n"),
    ("data/events.jsonl", json.dumps({"quote": f"by {WILMA}"}).encode()),
    ("feeds/all.json", json.dumps({"items": [{"content_html": f"<p>{html.escape(WILMA)}</p>"}]}).encode()),
    ("static/rows.js", b"var rows = ['Wilmer Tacuran v. Kestrel']"),
]


@pytest.mark.parametrize(("path", "content"), PACKED, ids=[path for path, _ in PACKED])
def test_what_is_packed_is_looked_into(tmp_path: Path, forms: Forms, path: str, content: bytes) -> None:
    """In downloads, in the search index, in calendars: does a name stop the build, however it is packed?"""
    place = tmp_path / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    with pytest.raises(SiteError) as caught:
        check(tmp_path, forms)
    assert "would show" in str(caught.value)
    assert "acur" not in str(caught.value)


def test_parquet_is_looked_into(tmp_path: Path, forms: Forms) -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    for names, ok in ((["Ingrid Holmquist"], True), (["Ingrid Holmquist", WILMA], False)):
        pq.write_table(pa.table({"name": names, "number": list(range(len(names)))}), tmp_path / "cases.parquet")
        if ok:
            check(tmp_path, forms)
        else:
            with pytest.raises(SiteError, match=r"cases\.parquet would show a full name"):
                check(tmp_path, forms)


def test_bytes_in_parquet_are_looked_into(tmp_path: Path, forms: Forms) -> None:
    """A column that is no text: is what stands in its bytes read all the same?"""
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"name": [WILMA.encode()]}), tmp_path / "cases.parquet")
    with pytest.raises(SiteError, match=r"cases\.parquet would show a full name"):
        check(tmp_path, forms)


def test_rows_are_judged_once_in_two_formats(
    tmp_path: Path, forms: Forms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """JSON lines and Parquet with the same rows: are they judged once? And a name in the Parquet alone: is it found?"""
    judged: list[str] = []
    worst = Scan._worst
    monkeypatch.setattr(Scan, "_worst", lambda scan, label, *rest: judged.append(label) or worst(scan, label, *rest))
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    rows = [{"slug": f"case-{number}", "says": "Order"} for number in range(300)]
    (tmp_path / "cases.jsonl").write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
    for more in ([], [{"slug": "case-300", "says": WILMA}]):
        pq.write_table(pa.Table.from_pylist(rows + more), tmp_path / "cases.parquet")
        with pytest.raises(SiteError, match=r"cases\.parquet") if more else contextlib.nullcontext():
            check(tmp_path, forms)
        assert judged.count("cases.jsonl") == 1
        assert judged.count("cases.parquet") == len(more)
        judged.clear()


@given(st.text("ab1-é_. ", max_size=40))
def test_an_address_in_a_text_is_found_in_one_go(text: str) -> None:
    """Never letter by letter, which takes long in a long word: the same places as by the plain pattern?"""
    spans = ([found.span() for found in pattern.finditer(text)]
             for pattern in (words_of._SLUG, re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")))
    assert next(spans) == next(spans)


def test_files_go_to_a_process_some_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many small ones, a large one, the formats of one table: in their order, each once, the formats together?"""
    monkeypatch.setattr(edge, "_HEAVY", 100)
    sizes = {f"cases/{number:03}.html": 0 for number in range(250)} | {
        "data/events.csv": 300, "data/events.jsonl": 300, "data/events.parquet": 30, "data/judges.csv": 3, "z": 1}
    for path, size in sizes.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(bytes(size))
    batches = [*edge._batches(tmp_path, list(sizes))]
    assert [path for batch in batches for path in batch] == list(sizes)
    assert [len(batch) for batch in batches] == [100, 100, 53, 2]
    assert [*edge._batches(tmp_path, [])] == []


def test_a_word_of_the_search_index_may_stand_on_a_page(tmp_path: Path, forms: Forms) -> None:
    """A word of somebody's name that a page has as a place's, or that is what is left of a longer one?"""
    (tmp_path / "index.html").write_text("<p>Tacuran County Jail; morochoes</p>", encoding="utf-8")
    index = tmp_path / "pagefind" / "index"
    index.mkdir(parents=True)
    packed = gzip.compress(b"pagefind_dcd" + cbor("tacuran", "morocho", "jail"))
    (index / "en_1.pf_index").write_bytes(packed)
    check(tmp_path, forms)
    (index / "en_1.pf_index").write_bytes(gzip.compress(b"pagefind_dcd" + cbor("yovani")))
    with pytest.raises(SiteError, match="a part of a name"):
        check(tmp_path, forms)


def test_every_text_of_an_index_is_read() -> None:
    """Long texts, numbers and bytes between them: is none missed, and nothing taken for one?"""
    long = "ö" * 300
    content = (b"\x85" + b"\x18\xff" + b"\x79" + len(long.encode()).to_bytes(2, "big") + long.encode()
               + b"\x43abc" + b"\x9f\x62no\xff" + b"\xfb" + bytes(8))
    assert list(cbor_strings(content)) == [long, "no"]


@pytest.mark.parametrize("content", [b"\x1f\x8bnothing of the kind", b"PK\x03\x04broken", b"PAR1broken"])
def test_what_cannot_be_looked_into_stops_the_build(tmp_path: Path, forms: Forms, content: bytes) -> None:
    """A broken download: nobody can say what it holds, so does the old site stay?"""
    (tmp_path / "cases.bin").write_bytes(content)
    with pytest.raises(SiteError, match=r"cases\.bin cannot be looked into"):
        check(tmp_path, forms)


def test_long_tables_are_read_some_lines_at_a_time(
    tmp_path: Path, forms: Forms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hundreds of megabytes in one file: is it never one text, is no line cut, and is a name in the last one found?"""
    monkeypatch.setattr(unpacked, "_LONG", 1000)
    lines = "".join(f'{{"entry": {number}, "text": "ORDER granting motion"}}\n' for number in range(100))
    pieces = [each.text for each in texts("data/events.jsonl", lines.encode())]
    assert "".join(pieces) == lines
    assert len(pieces) > 4
    assert all(each.endswith("\n") for each in pieces)
    place = tmp_path / "data" / "events.csv"
    place.parent.mkdir()
    check(tmp_path, forms)
    place.write_text(f"{lines}{WILMA}\n", encoding="utf-8")
    with pytest.raises(SiteError, match=r"events\.csv"):
        check(tmp_path, forms)


def test_packed_too_deep(tmp_path: Path) -> None:
    content = NAMED
    for _ in range(9):
        content = gzip.compress(content)
    with pytest.raises(NotReadable):
        list(texts("cases.gz", content))


def test_binary_files_are_not_read(tmp_path: Path, forms: Forms) -> None:
    (tmp_path / "card.png").write_bytes(b"\x89PNG Wilmer Tacuran")
    check(tmp_path, forms)
    (tmp_path / "card.unheard-of").write_bytes(b"\x00\xff Wilmer Tacuran")
    with pytest.raises(SiteError):
        check(tmp_path, forms)


PLACES = (
    Facility("Grange Hollow Detention Center", "Tumul", "TX", "Alder Group", ("El Paz Processing Center",), "2025"),
    Facility("El Paz Detention Facility", "Ostrava", "TX", "", (), "2025"),
)


def test_a_place_of_detention_betrays_nobody_who_is_called_so(tmp_path: Path):
    """A person may be called as a town is: a list that holds every place says nothing of anybody."""
    known = Enforcement(facilities=Facilities(PLACES))
    forms = Forms()
    for number, surname in enumerate(("Tumul", "Ostrava", "Paz", "Grange", "Hollow")):
        add(forms, f"mnd-26-{number}", docket(number, f"Wilmer {surname}"))
    method = MethodFacts(rules.RULES, status.STATUS_TABLE, status.AXES)
    build([], SiteLook(), tmp_path / "public", NOON, forms=forms, enforcement=known, method=method)
    told = (tmp_path / "public" / "data" / "facilities.csv").read_text("utf-8")
    assert "Tumul" in told
    with pytest.raises(SiteError, match=r"data/facilities\.csv"):
        check(tmp_path / "public", forms)


def test_letters_of_a_digest_are_no_name(tmp_path: Path, forms: Forms):
    add(forms, "mnd-26-8", docket(8, "Wilmer Baca"))
    digest = "3baca7" + "0" * 58
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "datapackage.json").write_text(f'{{"hash": "sha256:{digest}"}}', "utf-8")
    check(tmp_path, forms)
    (tmp_path / "data" / "datapackage.json").write_text(f'{{"hash": "{digest}"}}', "utf-8")
    with pytest.raises(SiteError, match="a part of a name"):
        check(tmp_path, forms)


@pytest.mark.parametrize("content", [
    b"", b"one\n", b"one\ntwo", b"x" * 250_000 + b"\nlast", b"a,b\n" * 90_000, gzip.compress(b"a,b\n" * 90_000),
    b"\xff\n",
], ids=["nothing", "a line", "no end", "a long line", "many lines", "packed", "no text"])
@pytest.mark.parametrize("name", ["data/events.csv", "data/events.jsonl", "page.html"])
def test_an_open_file_has_the_same_words(tmp_path: Path, name: str, content: bytes):
    """Read in pieces or held whole: does every line stand in one piece, and nothing else?"""
    place = tmp_path / "file"
    place.write_bytes(content)
    with place.open("rb") as file:
        pieces = list(texts_in(name, file))
    assert "".join(each.text for each in pieces) == "".join(each.text for each in texts(name, content))
    assert {(each.path, each.kind) for each in pieces} == {(each.path, each.kind) for each in texts(name, content)}
    assert all(each.text.endswith("\n") for each in pieces[:-1])
