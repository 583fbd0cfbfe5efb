"""Dockets' Atom feeds, as a polite fall-back: a docket in, a hint that it has news out.

A feed costs no request of the budget and is meant for feed readers: it is asked slowly, seldom, and without the token.
What it says is a hint of what to ask the API for; nothing of it is kept but when it was looked at.
"""
import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from xml.parsers import expat

import requests
import sqlalchemy as sa
import urllib3

from . import FetchError, store
from . import schema as s
from .courtlistener import (
    TIMEOUT,
    CourtListener,
    Missing,
    TooMuch,
    Unavailable,
    is_html,
    read_whole,
    unreachable,
    user_agent,
)
from .database import reading, writing

LONGEST_FEED = 2_000_000
"""Bytes, unpacked. Thirty entries take some twenty thousand."""
DEEPEST = 20
"""Elements within elements; a feed has four."""
APART = dt.timedelta(seconds=10)
"""Between two feeds, whoever asks for them."""
EVERY = dt.timedelta(hours=6)
"""A docket's feed is looked at no more often, whatever came of it."""
MOST = 60
"""Feeds in one run: ten minutes."""
LONGEST_TEXT = 2_000
"""Characters of an address; more is cut off."""
ATOM = "http://www.w3.org/2005/Atom "


class FeedEntry(NamedTuple):
    """An entry that a feed names: by its number, or CourtListener's id of it where it has none."""

    number: int | None
    entry_id: int | None


class Feed(NamedTuple):
    """The last entries of a docket. `entries` is None where nothing changed since the answer of this `etag`."""

    entries: tuple[FeedEntry, ...] | None
    etag: str = ""


class Unreadable(FetchError):
    """What came is no feed. Only this docket's trouble: others may be fine."""


class Closed(Unavailable):
    """CourtListener does not want to give feeds now: none is asked for a while."""


def site_of(api: str) -> str:
    """The root of the web site that an API belongs to, where its feeds are."""
    parts = urlsplit(api)
    return f"{parts.scheme}://{parts.netloc}"


def fetch_feed(
    session: requests.Session, root: str, docket_id: int, say: Callable[[str], None], etag: str = ""
) -> Feed:
    """The feed of one docket, asked without a token. `etag`: of the last answer, "" where it had none.

    Missing: there is none. Unreadable: what came is no feed. Closed, Unavailable: ask for no more feeds now.
    """
    url = f"{root}/docket/{docket_id}/feed/"
    # Last-Modified is no help: it is the day of the newest filing, behind which a second one that day would hide.
    headers = {"Accept": "application/atom+xml", "User-Agent": user_agent()} | ({"If-None-Match": etag} if etag else {})
    say(f"looking at the feed of docket {docket_id}")
    try:
        with session.get(
            url, headers=headers, auth=no_token, timeout=TIMEOUT, allow_redirects=False, stream=True
        ) as answer:
            if answer.status_code == 304 and etag:
                return Feed(None, etag)
            if failure := failure_of(answer, docket_id):
                raise failure
            body = read_whole(answer.raw, LONGEST_FEED)
            etag = answer.headers.get("ETag", "")
    except TooMuch as error:
        raise unreadable(docket_id, str(error)) from None
    except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
        raise unreachable(error, root) from None
    return Feed(read_feed(body, docket_id), etag if etag.isascii() and etag.isprintable() and len(etag) <= 200 else "")


def no_token(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Authentication by nothing: a session would else look for a password in ~/.netrc."""
    request.headers.pop("Authorization", None)
    return request


def unreadable(docket_id: int, why: str) -> Unreadable:
    return Unreadable(f"the feed of docket {docket_id} cannot be read ({why}): nothing is lost, the API has it all.")


def failure_of(answer: requests.Response, docket_id: int) -> FetchError | None:
    """The exception for an answer that holds no feed; None: it may."""
    status = answer.status_code
    if status == 200 and not is_html(answer.headers):
        return None
    if status in (404, 410) or 300 <= status < 400:
        return Missing(f"CourtListener has no feed of docket {docket_id} (status {status}): check the id.")
    what = "an HTML page" if status == 200 else f"status {status}"
    hours = EVERY.total_seconds() / 3600
    return Closed(f"CourtListener gives no feeds now ({what}): none is asked for {hours:.0f} hours; nothing is lost.")


# Reading.


class Refusal(Exception):
    """Something that no feed needs: a document type, an entity, depth."""


class Reader:
    """Collects the address of each entry, and nothing else."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.entries: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.path.append(name.removeprefix(ATOM))
        if len(self.path) > DEEPEST:
            raise Refusal("elements nested too deep")
        if self.path[0] != "feed":
            raise Refusal("no Atom feed")
        if self.path == ["feed", "entry"]:
            self.entries.append("")

    def end(self, name: str) -> None:
        self.path.pop()

    def text(self, text: str) -> None:
        if self.path == ["feed", "entry", "id"]:
            self.entries[-1] = (self.entries[-1] + text)[:LONGEST_TEXT]

    def refuse(self, *_: object) -> None:
        raise Refusal("a document type or an entity")


def read_feed(body: bytes, docket_id: int) -> tuple[FeedEntry, ...]:
    """The entries of a feed that belong to this docket. Document types and entities are refused. Raises Unreadable."""
    reader = Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = reader.refuse
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, Refusal, ValueError, LookupError) as error:
        why = str(error) if isinstance(error, Refusal) else "no XML"
        raise unreadable(docket_id, why) from None
    return tuple(entry for address in reader.entries if (entry := feed_entry(address, docket_id)))


def feed_entry(address: str, docket_id: int) -> FeedEntry | None:
    """One entry; None where its address is not one of this docket's entries."""
    found = re.search(r"/docket/([0-9]{1,18})/[^#]*#(minute-)?entry-([0-9]{1,18})\s*\Z", address)
    if found is None or int(found[1]) != docket_id:
        return None
    return FeedEntry(None, int(found[3])) if found[2] else FeedEntry(int(found[3]), None)


# Hints.


class Look(NamedTuple):
    """What the store remembers of the last look at a docket's feed: a row of `sweep`. `news`: whether it saw any."""

    checked_at: dt.datetime | None = None
    etag: str = ""
    news: bool = False


def fetch_hints(
    client: CourtListener, engine: sa.Engine, docket_ids: Sequence[int], most: int = MOST
) -> frozenset[int]:
    """Dockets whose feeds name entries that the store does not hold.

    Looks at no more than `most` feeds, those first that were looked at longest ago, 10 s apart, each at most every 6
    hours. For the others, what the last look said, until the docket was asked for. A feed that fails is said and noted.
    """
    looks = held_looks(engine, docket_ids)
    never = dt.datetime.min.replace(tzinfo=dt.UTC)
    due = [number for number in dict.fromkeys(docket_ids) if is_due(looks.get(number, Look()), client.now())]
    due.sort(key=lambda number: looks.get(number, Look()).checked_at or never)
    for docket_id in [] if is_closed(engine, client.now()) else due[:most]:
        try:
            look_at(client, engine, docket_id, looks.get(docket_id, Look()))
        except Unavailable as error:
            client.say(str(error))
            break
        except FetchError as error:
            client.say(str(error))
    return pending(engine, docket_ids)


def is_due(look: Look, now: dt.datetime) -> bool:
    return look.checked_at is None or abs(now - look.checked_at) >= EVERY


def is_closed(engine: sa.Engine, now: dt.datetime) -> bool:
    """Whether CourtListener refused a feed a short while ago."""
    with reading(engine) as connection:
        query = sa.select(s.sweep.c.checked_at).where(s.sweep.c.name == CLOSED)
        return not is_due(Look(connection.scalar(query)), now)


def look_at(client: CourtListener, engine: sa.Engine, docket_id: int, last: Look) -> None:
    """One look: noted before it is made, so that a stop does not repeat it. Raises what the feed did."""
    at = take_turn(client, engine, docket_id)
    if at is None:
        return
    try:
        feed = fetch_feed(client.session, site_of(client.api), docket_id, client.say, last.etag)
    except FetchError as error:
        with writing(engine) as connection:
            put_look(connection, name_of(docket_id), {"error": str(error)})
            if isinstance(error, Closed):
                put_look(connection, CLOSED, {"checked_at": at, "error": str(error)})
        raise
    if feed.entries is None:
        return
    with writing(engine) as connection:
        news = has_news(connection, docket_id, feed.entries)
        params = {"If-None-Match": feed.etag} if feed.etag else {}
        put_look(connection, name_of(docket_id), {"params": json.dumps(params), "watermark": at if news else None})


def take_turn(client: CourtListener, engine: sa.Engine, docket_id: int) -> dt.datetime | None:
    """Wait until no feed was asked for 10 s, by any process, and note the look. None: another process has made it."""
    table = s.sweep.c
    while True:
        with writing(engine) as connection:
            now = client.now()
            own = connection.scalar(sa.select(table.checked_at).where(table.name == name_of(docket_id)))
            if not is_due(Look(own), now):
                return None
            recent = sa.select(sa.func.max(table.checked_at)).where(table.endpoint == "feed", table.checked_at <= now)
            last = connection.scalar(recent)
            wait = (last + APART - now).total_seconds() if last else 0.0
            if wait <= 0:
                old = {"watermark": None} if own and was_asked(connection, docket_id, own) else {}
                put_look(connection, name_of(docket_id), {"checked_at": now, "error": None, **old})
                return now
        client.sleep(wait)


def has_news(connection: sa.Connection, docket_id: int, entries: Iterable[FeedEntry]) -> bool:
    """Whether we do not hold one of these entries."""
    table = s.docket_entry.c
    here = sa.select(table.id, table.entry_number).where(table.docket_id == docket_id, table.gone_at.is_(None))
    held = connection.execute(here).all()
    ids, numbers = {row.id for row in held}, {row.entry_number for row in held}
    return any(one.entry_id not in ids if one.number is None else one.number not in numbers for one in entries)


def was_asked(connection: sa.Connection, docket_id: int, since: dt.datetime) -> bool:
    """Whether the API told us of a docket's entries since then: what was news then is none now."""
    table = s.progress.c
    own = (table.docket_id == docket_id) & table.part.in_(("entries", "search"))
    return connection.execute(sa.select(table.part).where(own, table.checked_at >= since)).first() is not None


def pending(engine: sa.Engine, docket_ids: Sequence[int]) -> frozenset[int]:
    """The dockets whose last look saw news and whose entries were not asked for since."""
    looks = held_looks(engine, docket_ids)
    with reading(engine) as connection:
        return frozenset(
            number
            for number, look in looks.items()
            if look.news and look.checked_at and not was_asked(connection, number, look.checked_at)
        )


def held_looks(engine: sa.Engine, docket_ids: Sequence[int]) -> dict[int, Look]:
    table = s.sweep.c
    wanted = {name_of(number): number for number in docket_ids}
    with reading(engine) as connection:
        query = sa.select(table.name, table.checked_at, table.params, table.watermark).where(table.endpoint == "feed")
        return {
            wanted[row.name]: Look(row.checked_at, json.loads(row.params).get("If-None-Match", ""), bool(row.watermark))
            for row in connection.execute(query)
            if row.name in wanted
        }


def put_look(connection: sa.Connection, name: str, values: dict[str, Any]) -> None:
    """Some columns of a row of `sweep`, which is made if it is not there; the others stay."""
    row = {"name": name, "endpoint": "feed", "params": "{}", "docket_ids": "[]", "mode": "delta", **values}
    store.put(connection, s.sweep, [row], keep=() if "params" in values else ("params",))


def name_of(docket_id: int) -> str:
    return f"feed {docket_id}"


CLOSED = "feeds"
"""The row of `sweep` that says when CourtListener last refused a feed."""
