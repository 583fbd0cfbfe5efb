"""A published case in, what its page shows beside the case itself out: its agenda, its way up, how to use it. Pure."""
import datetime as dt
from collections.abc import Sequence
from typing import Final, NamedTuple
from urllib.parse import quote, urlencode, urlsplit

from .citation import for_a_brief, for_a_newsroom
from .excerpt import fit
from .overview import still_due
from .places import court_name
from .procedure.courts import COURTS
from .published import PublishedCase, PublishedDate, PublishedDocket, PublishedEntry, Shown
from .wording import Wording

LEVELS: Final = ("district", "panel", "appeals", "supreme")
"""Levels of courts from the first to the last."""


class Agenda(NamedTuple):
    """The hearings and deadlines of a case beside those still due: `past` the newest first, the others the next first.

    `next` is the first thing to come of any kind.
    """

    past: tuple[PublishedDate, ...]
    deadlines: tuple[PublishedDate, ...]
    next: PublishedDate | None


class Use(NamedTuple):
    """How the page of a case is cited, corrected, and shown where it is linked. Addresses are "" where nobody knows."""

    address: str
    card: str
    summary: str
    newsroom: str
    brief: str
    report: str


def agenda(case: PublishedCase, today: dt.date) -> Agenda:
    """What is past is what lies before `today`, and hearings that were held, moved or called off."""
    now = today.isoformat()
    past = tuple(each for each in case.agenda if each.datetime[:10] < now or each.result)
    deadlines = tuple(each for each in case.agenda if each.kind == "deadline" and each not in past)
    due = (each for each in still_due(case) if each.datetime)
    coming = (each for each in (*case.hearings_to_come, *due, *deadlines) if each.datetime[:10] >= now)
    return Agenda(past[::-1], deadlines, min(coming, key=lambda each: each.datetime, default=None))


def upwards(dockets: Sequence[PublishedDocket]) -> list[PublishedDocket]:
    """The dockets from the district court to the Supreme Court, otherwise as they came."""
    def level(docket: PublishedDocket) -> int:
        return LEVELS.index(COURTS[docket.court_id].level) if docket.court_id in COURTS else 0
    return sorted(dockets, key=level)


def documents_of(entry: PublishedEntry) -> int:
    """How many documents of an entry can be read on CourtListener."""
    return sum(1 for document in entry.documents if document.is_available)


def confirmed(case: PublishedCase, words: Wording) -> dict[int, str]:
    """By whom the events and the findings of an entry were confirmed, in words, by the entry's id."""
    return {
        event.entry_id: words.sure(Shown("", None, None, "confirmed", event.confirmed_by, event.confirmed_on))
        for event in case.timeline if event.confirmed_by
    } | {found.proof.entry_id: words.sure(found) for found in case.confirmed_findings if found.proof}


def use(case: PublishedCase, tracker: str, today: dt.date, words: Wording, *, page: str, address: str, card: str,
        contact: str) -> Use:
    """`page`: its place in the site; `address`, `card`: where it and its image stand on the web; `contact`: a link."""
    docket = case.current if case.dockets else None
    place = f"{court_name(docket.court_id)} {docket.docket_number}" if docket else case.slug
    return Use(
        address, card, f"{place}: {' '.join(words.lede(case))}",
        for_a_newsroom(case, tracker, words.day(today), address), for_a_brief(case, tracker, today, address),
        report_link(contact, f"{tracker}: {place}", address or page),
    )


def report_link(contact: str, subject: str, page: str) -> str:
    """The link for corrections, of one page: a letter begun, or the page named to the form that the link leads to."""
    if contact.startswith("mailto:"):
        return f"{contact}?subject={quote(' '.join(fit(subject).split()))}&body={quote(page)}"
    url = urlsplit(contact)
    asked = "&".join(filter(None, (url.query, urlencode({"page": page}))))
    return url._replace(query=asked).geturl() if contact else ""
