"""A style sheet as it is written in, the same with fewer bytes out. Pure."""
import re
from typing import Final

_BLANK: Final = r"(?:\s|/\*(?:[^*]|\*(?!/))*\*/)"
_LIGHTER: Final = re.compile(
    r"(?P<text>\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|url\([^)]*\))"
    rf"|{_BLANK}*(?P<mark>[{{}};]){_BLANK}*|(?P<blank>{_BLANK}+)", re.DOTALL)


def lighter(css: str) -> str:
    """The rules without comments, without line breaks, without blanks around braces; what stands in quotes as it is."""
    return _LIGHTER.sub(lambda found: found["text"] or found["mark"] or " ", css).strip() + "\n"
