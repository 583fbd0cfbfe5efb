"""The last look at a built site: does every form of a protected name stop it, and no name that may stay?"""
import datetime as dt
import gzip
import html
import io
import json
import urllib.parse
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from writwatch.render import SiteError, addresses
from writwatch.render.build import build
from writwatch.render.exit_scan import A_NUMBER, FULL_NAME, PART, Forms, Scan, check
from writwatch.render.pages import SiteLook
from writwatch.render.privacy import CaseNotes, policy_for, publish
from writwatch.render.procedure.facts import Attorney, Docket, Entry, Party
from writwatch.render.procedure.status import read_case
from writwatch.render.published import PublishedCase
from writwatch.render.unpacked import NotReadable, cbor_strings, texts

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
    forms.add(slug, policy_for(notes, [of], reading.kind), [of], shown)
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
    ("cases/mnd-26-2.html", WILMA, FULL_NAME),
    (OWN, "Grant Li Young's motion of Grant", FULL_NAME),
    ("cases/mnd-26-2.html", "Grant Li Young", FULL_NAME),
    ("cases/mnd-26-2.html", "Grant Young", FULL_NAME),
    ("index.html", "Wilmer Tacuran", FULL_NAME),
    ("index.html", "Tacuran Morocho v. Kestrel", FULL_NAME),
    ("index.html", "Tacuran v. Kestrel", PART),
    ("data/cases.csv", '1,"Tacurán","Wilmer"', FULL_NAME),
    ("data/cases.csv", "A 087.654.321", A_NUMBER),
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


@pytest.mark.parametrize(("path", "text", "rule"), HITS, ids=[f"{path}: {text}" for path, text, _ in HITS])
def test_every_form_is_found(forms: Forms, path: str, text: str, rule: str) -> None:
    hit = Scan(forms).file(path, f"<p>Filed by {text} today.</p>")
    assert hit is not None
    assert hit.rule == rule
    assert not any(word in f"{hit.file} {hit.slug}".lower() for word in ("tacuran", "wilmer", "morocho"))


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
    assert hit == (path, PART, SLUG)
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


def test_hidden_cases_are_looked_for_too(forms: Forms) -> None:
    """A case that is only counted: does its name stop the build?"""
    assert add(forms, "mnd-26-9", docket(9, "Ramona Alba Tello"), show="hidden") is None
    hit = Scan(forms).file("index.html", "Ramona Tello")
    assert hit is not None
    assert hit.slug == "mnd-26-9"


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
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


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
