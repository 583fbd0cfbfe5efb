"""A value in, JSON out that a person can read and no terminal obeys."""
import json
import re
from typing import Any, Final

_OTHER: Final = re.compile(r"[^\n -~]")


def shown_json(value: Any, indent: int | None = None) -> str:
    """The value as JSON: letters stand as they are, what is not printable as an escape, which means the same."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _OTHER.sub(lambda found: found[0] if found[0].isprintable() else json.dumps(found[0])[1:-1], text)
