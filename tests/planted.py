"""The HTML of a page in, the same page with one of its numbers changed out, for every number in it that counts."""
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
FIXED: Final = re.compile(
    rf"\d{{1,2}} (?:{MONTHS}) \d{{4}}|(?:{MONTHS}|[A-Z][a-z]{{2}}) \d{{4}}|^\s*\d{{4}}\s*$|24 hours"
    r"|30 days|\d+% interval|95%"
    r"|\b\d+(?:st|d|th) Cir|287\(g\)|suit 463|5\.2\(c\)|the \d+ districts|The \d+ districts|from 20 on"
    r"|of 20 cases or more|list of \d+ places|as of \d{4}\b"
    r"|fewer than 20|Article I+|which needs 20|\d+:\d\d-[a-z]+-\d+|\d\d:\d\d [A-Z]+|data/\S+|page \d+")
"""Numbers in words that are always the same, dates, docket numbers."""

LEFT: Final = re.compile(
    r'<(time|blockquote|code|pre|form|noscript|template)\b.*?</\1>'
    r'|<svg class="(?:plot|strip|mark|defs)[^>]*>.*?</svg>\s*</svg>'
    r'|<svg class="(?:strip|mark|defs).*?</svg>|<table class="cases">.*?</table>|<nav class="pager".*?</nav>'
    r'|<ol class="changes">.*?</ol>|<ul class="(?:coming|linked|lines|searches)">.*?</ul>|<h1>.*?</h1>'
    r'|<details id="coverage">.*?</details>|<section aria-labelledby="(?:rules|kinds|measures)">.*?</section>'
    r'|<ul class="figures">.*?</ul>|<span class="under"><span lang.*?</span>.*?</span>'
    r'|<section aria-labelledby="agreements">.*?</section>'
    r'|<div class="columns news">.*?<aside|<table class="(?:orders|runs)">.*?</table>|<dd\b.*?</dd>', re.DOTALL)
"""What holds no number of ours: dates, the court's words, the cases of a list, the lines of drawings, definitions."""


class Planted(NamedTuple):
    """`said`: the number with the words around it."""

    html: str
    said: str


def planted(html: str) -> Iterator[Planted]:
    """One page for every number."""
    start = html.find("<main")
    left = [match.span() for match in LEFT.finditer(html, start)]
    for text in re.finditer(r">([^<]*\d[^<]*)<", html[:html.rfind("</main>")]):
        if text.start() < start or any(first <= text.start() < last for first, last in left):
            continue
        fixed = [match.span() for match in FIXED.finditer(text[1])]
        for number in re.finditer(r"\d+(?:,\d{3})*", text[1]):
            if any(first <= number.start() < last for first, last in fixed):
                continue
            at = text.start(1) + number.start()
            other = str(int(number[0].replace(",", "")) + 7919)
            yield Planted(html[:at] + other + html[at + len(number[0]):], f"{text[1].strip()[:70]!r}: {number[0]}")
