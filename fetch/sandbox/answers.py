"""What the sandbox is asked and what it says: requests in, answers out, errors in the real server's words.

In: method, URL, headers, body of one HTTP request. Out: `Request` for the rooms that answer it, `Answer` for the wire,
and `Refusal`, the exception that carries an answer out of any depth.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from email.message import Message
from typing import Any, NamedTuple
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

API = "/api/rest/v4/"
JSON = "application/json"
HTML = "text/html; charset=utf-8"


class Answer(NamedTuple):
    """One HTTP answer; `counted` says whether it was added to the account's history."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = {}
    counted: bool = False


class Refusal(Exception):
    """An answer that ends the request here."""

    def __init__(self, status: int, payload: object, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, payload)
        self.answer = as_json(payload, status, headers or {})


class Request:
    """One request, taken apart."""

    def __init__(self, method: str, target: str, headers: Message, body: bytes = b"") -> None:
        url = urlsplit(target)
        self.method = method
        self.target = target
        self.path = url.path
        self.pairs = parse_qsl(url.query, keep_blank_values=True)
        self.headers = headers
        self.body = body
        self.account = ""

    @property
    def base(self) -> str:
        """Scheme and host as the caller sees them: links are built from these."""
        return f"{self.headers.get('X-Forwarded-Proto') or 'http'}://{self.headers.get('Host') or 'localhost'}"

    @property
    def url(self) -> str:
        return self.base + self.target

    def param(self, name: str) -> str | None:
        """The value of a parameter; repeated, the last one wins."""
        return dict(self.pairs).get(name)

    def sent(self) -> Any:
        """The JSON or form body. Refusal: not JSON."""
        if "form" in self.headers.get("Content-Type", ""):
            return dict(parse_qsl(self.body.decode()))
        try:
            return json.loads(self.body or b"{}")
        except ValueError as error:
            raise Refusal(400, {"detail": f"JSON parse error - {error}"}) from None


def as_json(payload: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Answer:
    body = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
    return Answer(status, body, {"Content-Type": JSON, **(headers or {})})


def as_html(status: int, title: str) -> Answer:
    """A page for people, where the real server has one: unknown addresses, crashes, the edge."""
    page = f'<!DOCTYPE html>\n<html lang="en"><head><title>{title}</title></head><body><h1>{title}</h1></body></html>\n'
    return Answer(status, page.encode(), {"Content-Type": HTML})


def not_found(what: str = "") -> Refusal:
    """404 as the API says it: for a missing object by its model, else the general word."""
    return Refusal(404, {"detail": f"No {what} matches the given query." if what else "Not found."})


def with_param(url: str, name: str, value: str) -> str:
    """The URL with one parameter set and all of them sorted, as Django REST framework builds its links."""
    return _rebuilt(url, {name: [value]}, without="")


def without_param(url: str, name: str) -> str:
    return _rebuilt(url, {}, without=name)


def _rebuilt(url: str, new: Mapping[str, list[str]], without: str) -> str:
    parts = urlsplit(url)
    query = {**parse_qs(parts.query, keep_blank_values=True), **new}
    query.pop(without, None)
    return urlunsplit(parts._replace(query=urlencode(sorted(query.items()), doseq=True)))
