"""Image cards: do they say what the page says, in the site's colours, small, whole and the same each time?"""
import io
import re
from pathlib import Path

import pytest
from PIL import Image
from writwatch.render import PACKAGED, SiteError, cards
from writwatch.render.build import build
from writwatch.render.cards import SIZE, TONES, Cards, Fonts
from writwatch.render.output import File
from writwatch.render.overview import LISTS
from writwatch.render.pages import SiteLook
from writwatch.render.published import PublishedCase
from writwatch.render.wording import STATUSES, TOPICS

from .factory import AS_OF, many, overdue, pending, released, shown

LONG = (
    "Association of Immigrant Neighbours, Advocates, Students and Workers of the Upper Valley, et al. v. "
    "United States Department of Homeland Security, its Secretary, and others")


LOOK = SiteLook()


def cards_of(*cases: PublishedCase, look: SiteLook = LOOK) -> dict[str, bytes]:
    """Every card by its path."""
    output = Cards(look, AS_OF)
    files: list[File] = [file for case in cases for file in (*output.leaves(case), *output.case(case))]
    files += output.whole()
    assert all(isinstance(file.content, bytes) for file in files)
    return {file.path: file.content for file in files if isinstance(file.content, bytes)}


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


def test_every_page_that_is_linked_has_a_card():
    """A case, the front, each list and each topic?"""
    assert set(cards_of(released())) == {
        "cards/case-mnd-0-26-cv-00123.png", "cards/front.png",
        *(f"cards/number-{listing.name}.png" for listing in LISTS), *(f"cards/topic-{topic}.png" for topic in TOPICS)}


def test_cards_are_small():
    """The size that others ask for, sixteen colours, at most 25 kB, long titles too?"""
    for path, png in cards_of(released(), pending(), released(slug="long", title=LONG), *many(20)).items():
        image = opened(png)
        assert image.size == SIZE, path
        assert image.mode == "P", path
        assert len(image.getcolors() or range(99)) <= 16, path
        assert len(png) <= 25_000, path


def test_the_same_card_has_the_same_bytes():
    """Twice, with fonts loaded anew?"""
    assert cards_of(released(), pending()) == cards_of(released(), pending())


def test_a_case_is_told_as_on_its_page():
    """Its published title, its court, its status and how sure that is: and nobody's name?"""
    card = Cards(LOOK, AS_OF).of_case(released())
    assert card.title == "M.C.P. v. Secretary of Homeland Security"
    assert card.over == "D. Minn. · 0:26-cv-00123"
    assert (card.status, card.tone) == ("Relief granted", "granted")
    assert card.under == "since 15 January 2026 · read by machine"


def test_a_number_is_that_of_its_list():
    """Three cases, one of them past due: what does the card of that list say?"""
    output = Cards(LOOK, AS_OF)
    for case in (released(), pending(), overdue()):
        list(output.case(case))
    listing = next(each for each in LISTS if each.name == "past-due")
    card = output.of_number(output._tally.number(listing))
    assert (card.number, card.title) == ("1", "Past due, no report seen on the public docket")
    assert card.under == "Of 3 cases followed"
    assert [part.says for part in output.of_front().parts] == ["Temporary relief 1", "Relief granted 2"]


@pytest.mark.parametrize("status", [*STATUSES, "something_new"])
def test_every_status_has_its_mark_and_colour(status: str):
    """Is there something in the status' tone, and do two tones never share a shape?"""
    card = Cards(LOOK, AS_OF).of_case(released(status=shown(status)))
    image = opened(cards.Drawing("Name", "As of today").png(card)).convert("RGB")
    colours = {colour for _, colour in image.getcolors(100) or ()}
    assert TONES[card.tone] in colours


def test_no_two_tones_share_a_shape():
    """Without colour: can they be told apart?"""
    shapes = {tone: cards._mark(tone, 48).tobytes() for tone in TONES}
    assert len(set(shapes.values())) == len(TONES)


def test_tones_are_those_of_the_pages():
    """Does the style sheet say the same colours?"""
    light = (PACKAGED / "static" / "site.css").read_text().split("@media screen")[0]
    said = dict(re.findall(r"--(\w+): #([0-9a-f]{6})", light))
    for tone, colour in {**TONES, "paper": cards.PAPER, "ink": cards.INK}.items():
        assert said[tone] == bytes(colour).hex(), tone


HOSTILE = {
    "one long word": "W" * 300,
    "no letters we have": "漢字 v. Ελλάς",
    "accents": "Łódź v. Şükrü",
    "turns and controls": "A\u202eB\x00C\x1b[2J\nD",
    "nothing": "",
    "combining": "A" + "\u0301" * 200,
}


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE.keys())
def test_any_title_can_be_drawn(title: str):
    """Does it stay within the card, whatever a docket calls a case?"""
    drawing = cards.Drawing("Name", "As of today")
    plain = opened(drawing.png(cards.Card("", over="D. Minn.", status="Open", tone="open"))).convert("L")
    drawn = opened(drawing.png(cards.Card(title, over="D. Minn.", status="Open", tone="open"))).convert("L")
    for box in ((0, 0, cards.MARGIN - 8, SIZE[1]), (SIZE[0] - cards.MARGIN + 8, 0, *SIZE), (0, 452, *SIZE)):
        assert drawn.crop(box).tobytes() == plain.crop(box).tobytes(), box


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Łódź v. Şükrü", "Lódz v. Sükrü"), ("straße “x” – y…", "strasse “x” – y…"), ("漢 v. X", "? v. X"),
     ("a\u202eb\u0301", "ab"), ("a\u00a0b", "a b")])
def test_letters_that_the_fonts_lack(text: str, expected: str):
    """Do they lose an accent before they become a question mark?"""
    assert Fonts().covered(text) == expected


def test_fiction_is_said_on_every_card():
    """Is the foot of a made-up tracker's card inked, and that of a real one's empty?"""
    foot = (0, 590, SIZE[0], SIZE[1])
    for path, png in cards_of(released(), look=SiteLook(fictional=True)).items():
        assert (opened(png).convert("RGB").crop(foot).getpixel((5, 5))) == cards.INK, path
    for path, png in cards_of(released()).items():
        assert opened(png).convert("RGB").crop(foot).getcolors() == [(SIZE[0] * 40, cards.PAPER)], path


def test_pages_lead_to_their_cards(tmp_path: Path):
    """Where the site knows its address: does the page of a case, the front, a list and a topic name a card that is
    there? And where it does not, none?"""
    look, out = SiteLook(base_url="https://tracker.example.org/"), tmp_path / "public"
    build([released()], look, out, AS_OF, outputs=[Cards(look, AS_OF)])
    for page in ("index.html", "cases/mnd-0-26-cv-00123.html", "lists/past-due.html", "topics/detention.html"):
        named = re.findall(r'"og:image" content="https://tracker\.example\.org/([^"]+)"', (out / page).read_text())
        assert len(named) == 1, page
        assert opened((out / named[0]).read_bytes()).size == SIZE
    build([released()], LOOK, out, AS_OF, outputs=[Cards(LOOK, AS_OF)])
    assert not any("og:image" in page.read_text() for page in out.rglob("*.html"))


def test_fonts_that_cannot_be_read(tmp_path: Path):
    """Is what is wrong one sentence?"""
    (tmp_path / "newsreader.woff2").write_bytes(b"no font")
    with pytest.raises(SiteError, match="woff2"):
        Fonts(tmp_path).get("newsreader", 20)
