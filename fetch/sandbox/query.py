"""A search query in, an SQL condition out: fields, ranges, AND, OR, NOT, brackets, phrases and plain words.

The condition is over search's tables: k (dockets), e (docket-entries), b (their bodies), d (recap-documents).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from .answers import Refusal
from .filters import LONGEST_ID

TOKEN = re.compile(r'"[^"]*"|\[[^\]]*\]|[()]|[A-Za-z_]+:(?=\S)|[^\s()"\[\]]+')
ENTRY_TEXT = "json_extract(CAST(b.body AS TEXT), '$.description')"

# Query field → column and how it is compared. A field that nobody knows matches nothing, as upstream.
FIELDS: dict[str, tuple[str, str]] = {
    "docket_id": ("k.id", "number"),
    "suitNature": ("k.nature_of_suit", "words"),
    "caseName": ("k.case_name", "words"),
    "docketNumber": ("k.docket_number", "words"),
    "court_id": ("k.court_id", "text"),
    "dateFiled": ("k.date_filed", "text"),
    "pacer_case_id": ("k.pacer_case_id", "text"),
    "docket_entry_id": ("e.id", "number"),
    "entry_number": ("e.entry_number", "number"),
    "entry_date_filed": ("e.date_filed", "text"),
    "description": (ENTRY_TEXT, "words"),
    "short_description": ("d.description", "words"),
    "id": ("d.id", "number"),
    "document_number": ("d.document_number", "text"),
    "pacer_doc_id": ("d.pacer_doc_id", "text"),
    "date_created": ("coalesce(d.date_created, k.date_created)", "moment"),
}
DOCKET_WORDS = ("k.case_name", "k.docket_number", "k.nature_of_suit")
DOCUMENT_WORDS = (*DOCKET_WORDS, "d.description", ENTRY_TEXT)


class Match(NamedTuple):
    """A condition in SQL with its values."""

    sql: str
    values: tuple[object, ...] = ()


def check_query(query: str) -> None:
    """Refusal 400: what the real server refuses before it asks its search engine."""
    complaints = {
        "unbalanced quotes": query.count('"') % 2,
        "unbalanced parentheses": query.count("(") != query.count(")"),
        "a disallowed wildcard pattern": re.search(r"(^|[\s(:])[*?]\w", query),
    }
    for complaint, found in complaints.items():
        if found:
            raise Refusal(400, {"detail": f"The query contains {complaint}."})


def read_words(query: str, field: str = "", *, dockets_only: bool = False) -> Match:
    """A query → a condition; with `field`, as if the whole of it stood behind that field."""
    tokens = list(TOKEN.findall(query))
    return _Reader(tokens, dockets_only).alternatives(field) if tokens else Match("1")


class _Reader:
    """Reads tokens from the left: alternatives of sequences of units."""

    def __init__(self, tokens: list[str], dockets_only: bool) -> None:
        self.tokens = tokens
        self.dockets_only = dockets_only

    def alternatives(self, field: str) -> Match:
        matches = [self.sequence(field)]
        while self.took("OR"):
            matches.append(self.sequence(field))
        return _joined(" OR ", matches)

    def sequence(self, field: str) -> Match:
        matches: list[Match] = []
        while self.tokens and self.tokens[0] not in ("OR", ")"):
            if not self.took("AND"):
                matches.append(self.unit(field))
        return _joined(" AND ", matches)

    def unit(self, field: str) -> Match:
        if self.took("NOT"):
            inner = self.unit(field)
            return Match(f"NOT coalesce({inner.sql}, 0)", inner.values)
        if self.took("("):
            inner = self.alternatives(field)
            self.took(")")
            return inner
        token = self.tokens.pop(0) if self.tokens else "*"
        if token.endswith(":") and self.tokens:
            return self.unit(token[:-1])
        return self.term(field, token)

    def took(self, token: str) -> bool:
        if self.tokens[:1] == [token]:
            self.tokens.pop(0)
            return True
        return False

    def term(self, field: str, token: str) -> Match:
        if not field:
            return _joined(" OR ", [_words(column, token) for column in self._word_columns()])
        column, kind = FIELDS.get(field, ("", ""))
        if self.dockets_only and kind == "moment":
            column = "k.date_created"
        if not column or (self.dockets_only and not column.startswith("k.")):
            return Match("0")
        if token.startswith("["):
            return _joined(" AND ", list(_range(column, kind, token)))
        return _words(column, token) if kind == "words" else Match(f"{column} = ?", (_value(kind, token.strip('"')),))

    def _word_columns(self) -> tuple[str, ...]:
        return DOCKET_WORDS if self.dockets_only else DOCUMENT_WORDS


def _range(column: str, kind: str, token: str) -> Iterator[Match]:
    low, _, high = token.strip("[]").partition(" TO ")
    for end, operator in ((low, ">="), (high, "<=")):
        if end.strip() not in ("", "*"):
            yield Match(f"{column} {operator} ?", (_value(kind, end.strip()),))


def _value(kind: str, text: str) -> object:
    if kind == "number":
        return int(text) if text.isdecimal() and len(text) < LONGEST_ID else -1
    if kind == "moment":
        return _microseconds(text)
    return text


def _microseconds(text: str) -> int:
    """Here, unlike in filters, a naive time is UTC. Refusal 400: no time at all."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Refusal(400, {"detail": "The date entered has an invalid format."}) from None
    return round((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1_000_000)


def _words(column: str, token: str) -> Match:
    """A word or phrase anywhere in a text; a star stands for any letters."""
    pattern = re.sub(r"([%_\\])", r"\\\1", token.strip('"')).replace("*", "%")
    return Match(f"{column} LIKE ? ESCAPE '\\'", (f"%{pattern}%",))


def _joined(word: str, matches: list[Match]) -> Match:
    if len(matches) <= 1:
        return matches[0] if matches else Match("1")
    if word == " OR " and len({match.sql for match in matches}) == 1 and matches[0].sql.endswith(" = ?"):
        column = matches[0].sql.removesuffix(" = ?")
        return Match(f"{column} IN ({','.join('?' * len(matches))})", tuple(match.values[0] for match in matches))
    return Match(f"({word.join(match.sql for match in matches)})", tuple(v for match in matches for v in match.values))
