"""Style sheets as they are sent: fewer bytes, and the same rules?"""
from pathlib import Path

import pytest
from writwatch.render import PACKAGED
from writwatch.render.styles import lighter

SHEETS = sorted((PACKAGED / "static").glob("*.css"))


@pytest.mark.parametrize(("written", "sent"), [
    ("/* why */ a { color: red }\n\n  b { margin: 0 1rem }\n", "a{color: red}b{margin: 0 1rem}\n"),
    (".note :is(ul, ol) { padding: 0 } .x > .y { top: 0; }", ".note :is(ul, ol){padding: 0}.x > .y{top: 0;}\n"),
    ("a::after { content: \" { /* \\\" */ ; \" }", "a::after{content: \" { /* \\\" */ ; \"}\n"),
    ("a { content: '  ' ; background: url(data:image/svg+xml;utf8,<svg x='1  2'/>) }",
     "a{content: '  ';background: url(data:image/svg+xml;utf8,<svg x='1  2'/>)}\n"),
    ("a\n  b { width: calc(1px + 2px) }", "a b{width: calc(1px + 2px)}\n"),
    ("a { color: red /* and */; }/* the end */", "a{color: red;}\n"),
    ("", "\n"),
])
def test_only_what_says_nothing_is_left_out(written: str, sent: str) -> None:
    """Comments, lines and blanks around braces: and never what parts two names, or stands in quotes?"""
    assert lighter(written) == sent
    assert lighter(sent) == sent


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_our_own_get_lighter(sheet: Path) -> None:
    """Is every rule still there, and nothing of a comment?"""
    written = sheet.read_text(encoding="utf-8")
    sent = lighter(written)
    assert "/*" not in sent
    assert sent.count("{") == sent.count("}")
    assert len(sent) < len(written)
