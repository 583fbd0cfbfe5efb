"""The HTML of a page in, the same page with one of its numbers changed out, for every number in it that counts."""
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
FIXED: Final = re.compile(
    rf"\d{{1,2}} (?:{MONTHS}) \d{{4}}|(?:{MONTHS}|[A-Z][a-z]{{2}}) \d{{4}}|^\s*\d{{4}}\s*$|24 hours"
    r"|30 days|\d+% interval|95%"
    r"|\b\d+(?:st|d|th) Cir|287\(g\)|suit 463|5\.2\(c\)|the \d+ districts|The \d+ districts|from 20 on"
    r"|of 20 cases or more"
    r"|fewer than 20|Article I+|which needs 20|\d+:\d\d-[a-z]+-\d+|\d\d:\d\d [A-Z]+|data/\S+|page \d+|entry \d+")
"""Numbers in words that are always the same, dates, docket numbers."""

LEFT: Final = re.compile(
    r'<(time|blockquote|code|pre|form|noscript|template)\b.*?</\1>'
    r'|<svg class="(?:strip|mark|defs).*?</svg>|<table class="cases">.*?</table>|<nav class="pager".*?</nav>'
    r'|<ul class="linked">.*?</ul>|<h1>.*?</h1>|<section aria-labelledby="(?:rules|kinds|measures)">.*?</section>'
    r'|<span class="under"><span lang.*?</span>.*?</span>', re.DOTALL)
"""What holds no number of ours: dates, the court's words, the cases of a list, thin lines and marks, definitions."""


NOTHING: Final = re.compile("(?!)")
"""Where every number counts."""


class Planted(NamedTuple):
    """`said`: the number with the words around it."""

    html: str
    said: str


def planted(html: str, left: re.Pattern[str] = LEFT, fixed: re.Pattern[str] = FIXED) -> Iterator[Planted]:
    """One page for every number. `left` holds none that counts, nor do the words that are `fixed`."""
    start = html.find("<main")
    without = [match.span() for match in left.finditer(html, start)]
    for text in re.finditer(r">([^<]*\d[^<]*)<", html[:html.rfind("</main>")]):
        if text.start() < start or any(first <= text.start() < last for first, last in without):
            continue
        same = [match.span() for match in fixed.finditer(text[1])]
        for number in re.finditer(r"\d+(?:,\d{3})*", text[1]):
            if any(first <= number.start() < last for first, last in same):
                continue
            at = text.start(1) + number.start()
            other = str(int(number[0].replace(",", "")) + 7919)
            yield Planted(html[:at] + other + html[at + len(number[0]):], f"{text[1].strip()[:70]!r}: {number[0]}")
