"""Published cases in, the images that stand for pages where they are linked out: PNG, 1200 by 630 pixels.

One card a case, a list, a topic and the front, in the first language of the site. Sixteen colours are enough: shades
from paper to ink, and either shades of the status' tone or every tone once. The same card gives the same bytes.
"""
import datetime as dt
import functools
import io
import unicodedata
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, Literal, NamedTuple

from PIL import Image, ImageDraw, ImageFont

from . import PACKAGED, SiteError, addresses
from .charts import bar
from .languages import Language
from .output import File
from .overview import LISTS
from .pages import ENGLISH, SiteLook, court_name
from .published import PublishedCase
from .tally import Number, Tally
from .wording import N_, Wording, tone

SIZE: Final = (1200, 630)
MARGIN: Final = 72
WIDTH: Final = SIZE[0] - 2 * MARGIN
LONGEST_TITLE: Final = 240

Colour = tuple[int, int, int]
Font = ImageFont.FreeTypeFont
Face = Literal["newsreader", "public-sans"]

PAPER: Final[Colour] = (0xFD, 0xFC, 0xF9)
INK: Final[Colour] = (0x1D, 0x1C, 0x1A)
TONES: Final[dict[str, Colour]] = {
    "open": (0x2A, 0x72, 0xC8), "interim": (0x0D, 0x7F, 0x78), "paused": (0x6A, 0x4B, 0x00),
    "appeal": (0x4B, 0x2A, 0x86), "granted": (0x0A, 0x57, 0x38), "denied": (0xC2, 0x41, 0x0C),
    "ended": (0x5C, 0x62, 0x6D), "unknown": (0x3F, 0x3C, 0x37),
}
"""The tones of site.css on light ground; a test holds them together."""

_SHADES: Final = 6
_PAPER, _SOFT, _INK = 255, 55, 0
"""How light something is drawn, before it becomes one of `_SHADES`."""

_FINER: Final = 8  # marks are drawn so many times larger, then made smaller


class Part(NamedTuple):
    """A part of the bar; `x` and `width` in percent, `says` its status and number."""

    tone: str
    x: float
    width: float
    says: str


class Card(NamedTuple):
    """What one card says. `tone`: that of the status, with its mark; `number`: shown large; `parts`: of a bar."""

    title: str
    over: str = ""
    status: str = ""
    under: str = ""
    tone: str = ""
    number: str = ""
    parts: tuple[Part, ...] = ()


class Cards:
    """The cards of a site. `language`: the one at its root."""

    def __init__(self, look: SiteLook, as_of: dt.datetime, language: Language = ENGLISH) -> None:
        self.look = look
        self.words = Wording(language.translations.gettext, look.timezone)
        self._ = language.translations.gettext
        today = self.words.local(as_of).date()
        self._tally = Tally(today)
        stamp = self._(N_("As of {day}")).format(day=self.words.day(today))
        fiction = self._(N_("Fictional. Every case, person and quotation here is invented."))
        self._drawing = Drawing(look.name, stamp, fiction if look.fictional else "")

    def leaves(self, case: PublishedCase) -> Iterator[File]:
        yield self._file(f"case-{case.slug}", self.of_case(case))

    def leaf_paths(self, case: PublishedCase) -> tuple[str, ...]:
        return (addresses.card(f"case-{case.slug}"),)

    def case(self, case: PublishedCase) -> tuple[File, ...]:
        self._tally.add(case)
        return ()

    def whole(self) -> Iterator[File]:
        yield self._file("front", self.of_front())
        for listing in LISTS:
            yield self._file(f"number-{listing.name}", self.of_number(self._tally.number(listing)))
        for topic in self._tally.topics:
            yield self._file(f"topic-{topic}", self.of_topic(topic))

    def of_case(self, case: PublishedCase) -> Card:
        """The title as published, the court and its number, where the case stands and how sure that is."""
        docket = case.current if case.dockets else None
        since = case.status.since
        said = (self._(N_("since {day}")).format(day=self.words.day(since)) if since else "",
                self.words.confidence(case.status.confidence))
        return Card(
            case.title, over=_joined(court_name(docket.court_id), docket.docket_number) if docket else "",
            status=self.words.status(case.status.value), under=_joined(*said), tone=tone(case.status.value))

    def of_front(self) -> Card:
        n = self.words.number(self._tally.total)
        return Card(self.look.tagline.rstrip("."), under=self._(N_("Cases followed: {n}")).format(n=n),
                    parts=self._bar(self._tally.statuses))

    def of_topic(self, topic: str) -> Card:
        counts = self._tally.topics[topic]
        return Card(self.words.topic(topic), over=self.words.topic_line(topic), under=self._of_all(),
                    number=self.words.number(counts.total()), parts=self._bar(counts))

    def of_number(self, number: Number) -> Card:
        says = self._(number.says)
        return Card(says[:1].upper() + says[1:], under=self._of_all(), number=self.words.number(number.cases))

    def _of_all(self) -> str:
        return self._(N_("Of {n} cases followed")).format(n=self.words.number(self._tally.total))

    def _bar(self, counts: Counter[str]) -> tuple[Part, ...]:
        return tuple(
            Part(part.tone, part.x, part.width, f"{self.words.status(part.status)} {self.words.number(part.cases)}")
            for part in bar(counts))

    def _file(self, of: str, card: Card) -> File:
        return File(addresses.card(of), self._drawing.png(card))


def _joined(*words: str) -> str:
    return " · ".join(filter(None, words))


class Drawing:
    """Draws cards that have the same head: the name of the site, and `stamp`, which says as of when.

    Raises SiteError where Pillow cannot read the fonts of the pages.
    """

    def __init__(self, name: str, stamp: str, notice: str = "") -> None:
        """`notice`: a line at the foot of every card, "" for none."""
        self._fonts = Fonts()
        self._empty = Image.new("L", SIZE, _PAPER)
        draw = ImageDraw.Draw(self._empty)
        small = self._fonts.get("public-sans", 26)
        self._text(draw, (MARGIN, 80), name, self._fonts.get("newsreader", 38), _INK, WIDTH - 330)
        self._text(draw, (SIZE[0] - MARGIN, 80), stamp, small, _SOFT, 320, "rs")
        draw.rectangle((MARGIN, 104, SIZE[0] - MARGIN, 108), fill=_INK)
        if notice:
            draw.rectangle((0, 586, *SIZE), fill=_INK)
            self._text(draw, (MARGIN, 617), notice, self._fonts.get("public-sans", 24), _PAPER, WIDTH)

    def png(self, card: Card) -> bytes:
        """The card as a PNG of sixteen colours."""
        image = self._empty.copy()
        draw = ImageDraw.Draw(image)
        if card.number:
            self._number(draw, card)
        else:
            self._headed(draw, card)
        self._text(draw, (MARGIN, 562), card.under, self._fonts.get("public-sans", 28), _SOFT, WIDTH)
        drawn = image.point(_INK_SHADES)
        if card.parts:
            colours = [_between(PAPER, INK, shade) for shade in range(_SHADES)] + list(TONES.values())
            self._bar(drawn, card.parts)
        else:
            of_tone = TONES.get(card.tone, INK)
            colours = [_between(PAPER, end, shade) for end in (INK, of_tone) for shade in range(_SHADES)]
            self._status(drawn, card)
        drawn.putpalette(bytes(value for colour in colours for value in colour))
        file = io.BytesIO()
        drawn.save(file, "PNG", bits=4, compress_type=zlib.Z_RLE)  # half the time of the default, and hardly larger
        return file.getvalue()

    def _headed(self, draw: ImageDraw.ImageDraw, card: Card) -> None:
        """A title as large as it fits, under the line over it."""
        top = 142
        if card.over:
            self._text(draw, (MARGIN, 164), card.over, self._fonts.get("public-sans", 30), _SOFT, WIDTH)
            top = 188
        self._title(draw, card.title, top, ((66, 3), (54, 4)))

    def _number(self, draw: ImageDraw.ImageDraw, card: Card) -> None:
        self._text(draw, (MARGIN - 4, 288), card.number, self._fonts.get("newsreader", 190), _INK, WIDTH)
        self._title(draw, card.title, 314, ((54, 1), (46, 2)) if card.over else ((54, 2), (46, 3)))
        self._text(draw, (MARGIN, 412), card.over, self._fonts.get("public-sans", 30), _SOFT, WIDTH)

    def _title(self, draw: ImageDraw.ImageDraw, title: str, top: int, sizes: Sequence[tuple[int, int]]) -> None:
        """In the largest of the sizes, each with the lines it may have; what is too long for the last is cut."""
        text = self._fonts.covered(" ".join(title[:LONGEST_TITLE].split()))
        tried = ((size, most, _lines(text, self._fonts.get("newsreader", size), WIDTH)) for size, most in sizes)
        size, lines = next(((size, lines) for size, most, lines in tried if len(lines) <= most), (0, []))
        if not lines:
            size, most = sizes[-1]
            lines = _lines(text, self._fonts.get("newsreader", size), WIDTH)[:most]
            lines[-1:] = [_cut(line + " …", self._fonts.get("newsreader", size), WIDTH) for line in lines[-1:]]
        for number, line in enumerate(lines):
            baseline = top + round(size * (.85 + 1.16 * number))
            draw.text((MARGIN, baseline), line, _INK, self._fonts.get("newsreader", size), "ls")

    def _status(self, drawn: Image.Image, card: Card) -> None:
        """The status in its tone, after its mark."""
        if not card.status:
            return
        line = Image.new("L", (WIDTH, 64), 0)
        line.paste(_mark(card.tone, 44), (0, 10))
        draw = ImageDraw.Draw(line)
        self._text(draw, (64, 48), card.status, self._fonts.get("public-sans", 46, 700), 255, WIDTH - 64)
        drawn.paste(line.point(_TONE_SHADES), (MARGIN, 456), line.point(_SEEN))

    def _bar(self, drawn: Image.Image, parts: Sequence[Part]) -> None:
        """The bar of statuses, and in words as many of its larger parts as there is room for."""
        draw = ImageDraw.Draw(drawn)
        for part in parts:
            left, right = (MARGIN + round(WIDTH * x / 100) for x in (part.x, part.x + part.width))
            draw.rectangle((left, 432, max(left, right - 3), 472), fill=_SHADES + list(TONES).index(part.tone))
        font = self._fonts.get("public-sans", 26)
        room, named = WIDTH, []
        for part in sorted(parts, key=lambda part: -part.width):
            room -= 34 + round(font.getlength(part.says)) + 32
            if room + 32 < 0:
                break
            named.append(part)
        x = MARGIN
        for part in sorted(named, key=lambda part: part.x):
            mark = _mark(part.tone, 24)
            drawn.paste(_SHADES + list(TONES).index(part.tone), (x, 492), mark.point(_SEEN))
            words = Image.new("L", (round(font.getlength(part.says)) + 2, 40), _PAPER)
            ImageDraw.Draw(words).text((0, 30), part.says, _INK, font, "ls")
            drawn.paste(words.point(_INK_SHADES), (x + 34, 483))
            x += 34 + words.width + 30

    def _text(self, draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, font: Font, shade: int, room: int,
              anchor: str = "ls") -> None:
        """A line of text on its baseline, cut where there is no room left."""
        if text:
            draw.text(at, _cut(self._fonts.covered(text[:LONGEST_TITLE]), font, room), shade, font, anchor)


class Fonts:
    """The fonts of the pages, by face, size and weight."""

    def __init__(self, folder: Path = PACKAGED / "static" / "fonts") -> None:
        self._folder = folder
        self._cut: dict[tuple[Face, int, int], Font] = {}
        self._letters: dict[str, str] = {}

    def get(self, face: Face, size: int, weight: int = 400) -> Font:
        """Newsreader has one weight, whatever is asked. SiteError where the fonts cannot be read."""
        key = (face, size, weight)
        if key not in self._cut:
            place = self._folder / f"{face}.woff2"
            try:
                self._cut[key] = ImageFont.truetype(str(place), size, layout_engine=ImageFont.Layout.BASIC)
            except OSError as error:
                raise SiteError(f"{place} cannot be read ({error}): the image cards need a Pillow whose FreeType knows "
                                "woff2, as the one on PyPI does.") from None
            if face == "public-sans":
                self._cut[key].set_variation_by_axes([weight])
        return self._cut[key]

    def covered(self, text: str) -> str:
        """The text in letters that the fonts have: others lose their accents, or become a question mark."""
        return "".join(self._letters.get(letter) or self._letter(letter) for letter in text)

    def _letter(self, letter: str) -> str:
        font = self.get("newsreader", 26)
        missing = _drawn("\uffff", font)
        plain = OTHER_LETTERS.get(letter) or unicodedata.normalize("NFKD", letter)[:1]
        known = (each for each in (letter, plain) if each and (each == " " or _drawn(each, font) != missing))
        self._letters[letter] = next(known, "" if unicodedata.category(letter)[0] in "CM" else "?")
        return self._letters[letter]


OTHER_LETTERS: Final = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae",
                        "œ": "oe", "Œ": "Oe", "ı": "i", "\u2010": "-", "\u2011": "-", "′": "’"}
"""Letters that are no letter with an accent, and signs that look like another."""


def _drawn(letter: str, font: Font) -> bytes:
    image = Image.new("L", (64, 64), 0)
    ImageDraw.Draw(image).text((8, 48), letter, 255, font, "ls")
    return image.tobytes()


def _lines(text: str, font: Font, room: int) -> list[str]:
    """The text in lines that have room; a word that has none is broken."""
    lines = [""]
    for word in text.split():
        while font.getlength(word) > room:
            length = next(n for n in range(len(word), 0, -1) if font.getlength(word[:n]) <= room)
            lines, word = [*filter(None, lines), word[:length], ""], word[length:]
        joined = f"{lines[-1]} {word}".strip()
        if font.getlength(joined) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    return [line for line in lines if line]


def _cut(text: str, font: Font, room: float) -> str:
    """The text, or as much of its beginning as has room with an ellipsis."""
    if font.getlength(text) <= room:
        return text
    text = text.rstrip(" …")
    while text and font.getlength(text + " …") > room:
        text = text[:-1].rstrip()
    return text + " …"


def _between(start: Colour, end: Colour, shade: int) -> Colour:
    share = shade / (_SHADES - 1)
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
    return red, green, blue


_INK_SHADES: Final = [round((255 - light) / 255 * (_SHADES - 1)) for light in range(256)]
_TONE_SHADES: Final = [_SHADES + round(cover / 255 * (_SHADES - 1)) for cover in range(256)]
_SEEN: Final = [255 * (shade > _SHADES) for shade in _TONE_SHADES]


@functools.cache
def _mark(tone: str, size: int) -> Image.Image:
    """The shape that stands for a tone, as a mask; the same shapes as in templates/macros.html."""
    unit = size * _FINER / 12
    image = Image.new("L", (size * _FINER, size * _FINER), 0)
    _SHAPES.get(tone, _unknown)(ImageDraw.Draw(image), unit)
    return image.resize((size, size), Image.Resampling.BOX)


def _ring(draw: ImageDraw.ImageDraw, unit: float) -> None:
    draw.ellipse(_scaled(unit, .6, .6, 11.4, 11.4), outline=255, width=round(2 * unit))


def _half(draw: ImageDraw.ImageDraw, unit: float) -> None:
    _ring(draw, unit)
    draw.pieslice(_scaled(unit, 1, 1, 11, 11), 90, 270, fill=255)


def _pause(draw: ImageDraw.ImageDraw, unit: float) -> None:
    draw.rectangle(_scaled(unit, 2, 1.5, 5, 10.5), fill=255)
    draw.rectangle(_scaled(unit, 7, 1.5, 10, 10.5), fill=255)


def _triangle(draw: ImageDraw.ImageDraw, unit: float) -> None:
    draw.polygon(_scaled(unit, 6, 1, 11.2, 10.6, .8, 10.6), fill=255)


def _disc(draw: ImageDraw.ImageDraw, unit: float) -> None:
    draw.ellipse(_scaled(unit, .8, .8, 11.2, 11.2), fill=255)


def _diamond(draw: ImageDraw.ImageDraw, unit: float) -> None:
    draw.polygon(_scaled(unit, 6, .4, 11.6, 6, 6, 11.6, .4, 6), fill=255)


def _square(draw: ImageDraw.ImageDraw, unit: float) -> None:
    draw.rectangle(_scaled(unit, 1.4, 1.4, 10.6, 10.6), fill=255)


def _unknown(draw: ImageDraw.ImageDraw, unit: float) -> None:
    for start in range(0, 360, 45):
        draw.arc(_scaled(unit, .6, .6, 11.4, 11.4), start, start + 25, fill=255, width=round(2 * unit))


def _scaled(unit: float, *points: float) -> tuple[float, ...]:
    return tuple(point * unit for point in points)


_SHAPES: Final[dict[str, Callable[[ImageDraw.ImageDraw, float], None]]] = {
    "open": _ring, "interim": _half, "paused": _pause, "appeal": _triangle, "granted": _disc, "denied": _diamond,
    "ended": _square,
}
