"""Published cases in, what the search finds them by out. Of a protected case never its title, nor anybody's initials.

A protected case is found by court, docket number, judge, topic and status, and by the words that prove what happened;
there its title is court and number. A public one is found by its title and its parties as well.
"""
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from . import addresses
from .excerpt import cut
from .languages import Language
from .output import File
from .overview import known_status
from .places import court_name, full_name
from .published import PublishedCase
from .search_index import Record, index_files
from .weights import DECIDING, weight
from .wording import Wording

_WORDS: Final = 2_000
_QUOTE: Final = 400
_PARTIES: Final = 40
_INITIALS: Final = re.compile(
    r"(?<![^\W\d_])(?:(?P<nobody>U\.\s?S\.(?:\s?C\.)?)(?![^\W\d_])|(?:[^\W\d_]\.[\s-]?){2,}(?:\(\d+\))?)")
"""Initials as privacy writes them, and as a court does (J.O.P., M. C. P., H.K.(2)); and U.S., which is nobody."""


class Search:
    """The index of a site: one, whatever its languages, because dockets are in English."""

    def __init__(
        self, languages: Sequence[Language], files: Callable[[Iterable[Record]], Iterable[File]] = index_files
    ) -> None:
        self._words = [Wording(language.translations.gettext) for language in languages]
        self._files = files
        self._records: list[Record] = []

    def case(self, case: PublishedCase) -> Iterator[File]:
        """Nothing: a case is remembered for `whole`."""
        self._records.append(record(case, self._words))
        yield from ()

    def whole(self) -> Iterator[File]:
        yield from self._files(sorted(self._records, key=lambda record: record.path))


def record(case: PublishedCase, words: Sequence[Wording]) -> Record:
    """What a case is found by. Its labels are told in every language of the site."""
    docket = case.current if case.dockets else None
    place = f"{court_name(docket.court_id)} {docket.docket_number}" if docket else case.slug
    status = known_status(case.status.value)
    labels = (label for each in words for label in (each.status(status), each.topic(case.topic), each.kind(case.kind)))
    named = case.policy == "public"
    return Record(
        path=addresses.case(case.slug),
        title=cut(case.title, 200) if named else place,
        place=". ".join(dict.fromkeys(_place(case))),
        words=cut(" … ".join(_said(case, named)), _WORDS),
        labels=". ".join(dict.fromkeys(filter(None, labels))),
        meta={"at": place, "status": status, "topic": case.topic} | (
            {"filed": filed.isoformat()} if docket and (filed := case.dockets[0].date_filed) else {}),
    )


def _place(case: PublishedCase) -> Iterator[str]:
    """Courts, numbers (without the office too, as people quote them) and judges of all dockets."""
    for docket in case.dockets:
        yield f"{court_name(docket.court_id)} {docket.docket_number}"
        yield docket.docket_number.rpartition(":")[2]
        yield full_name(docket.court_id)
        yield from filter(None, map(addresses.judge_name, (docket.judge, docket.referred_to)))


def _said(case: PublishedCase, named: bool) -> Iterator[str]:
    """The words that prove what happened, the newest first; of a public case also who the parties are."""
    proofs = [case.status.proof, *(event.proof for event in case.timeline[::-1] if weight(event) >= DECIDING)]
    quotes = dict.fromkeys(cut(" ".join(proof.quote.split()), _QUOTE) for proof in proofs if proof)
    yield from quotes if named else (without_initials(case, quote) for quote in quotes)
    if named:
        parties = dict.fromkeys(party.name for docket in case.dockets for party in docket.parties)
        yield from list(parties)[:_PARTIES]


def without_initials(case: PublishedCase, text: str) -> str:
    """The text without the initials of anybody: they would be a key to a person."""
    protected = {party.name for docket in case.dockets for party in docket.parties if party.protected}
    for name in sorted(name for name in protected if name in text):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "…", text)
    return " ".join(_INITIALS.sub(lambda found: found["nobody"] or "… ", text).split())
