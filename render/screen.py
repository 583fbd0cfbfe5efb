"""A text or a value in, out what a person can read and no terminal obeys."""
import json
import re
from typing import Any, Final

import click

_OTHER: Final = re.compile(r"[^\n -~]")
_ESCAPES: Final = re.compile(r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[@-_][0-?]*[ -/]*[@-~]?|\x1b")


def terminal(text: str) -> str:
    """The text without anything a terminal would obey or that turns its direction; all on one line."""
    bare = "".join(c if c.isprintable() else " " for c in _ESCAPES.sub(" ", text))
    return " ".join(bare.split())


def say(sentence: str) -> None:
    """A line or more for the operator, to stderr."""
    click.echo("".join(c for c in _ESCAPES.sub("", sentence) if c.isprintable() or c == "\n"), err=True)


def shown_json(value: Any, indent: int | None = None) -> str:
    """The value as JSON: letters stand as they are, what is not printable as an escape, which means the same."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _OTHER.sub(lambda found: found[0] if found[0].isprintable() else json.dumps(found[0])[1:-1], text)
