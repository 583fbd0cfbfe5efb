"""Published cases in, the pages that other sites show in a frame out: a case, a number, a chart, the latest rulings.

Each is a few kB in each language, says as of when it is and where it comes from, and every link in it leaves the frame.
It is shown anywhere (`_headers`) and found by no search engine.
"""
import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from . import addresses
from .charts import bar
from .feeds import is_ruling
from .languages import Language
from .numbers import CHARTS, MAPPED
from .output import File
from .overview import LISTS
from .pages import ENGLISH, Pages, SiteLook, is_proved
from .published import PublishedCase, PublishedEvent
from .tally import Tally
from .wording import N_

RULINGS: Final = 6
_KEPT: Final = 500


class Ruling(NamedTuple):
    """What a court ruled in one entry, and of which case."""

    day: dt.date
    slug: str
    entry_id: int
    events: tuple[PublishedEvent, ...]
    title: str
    court_id: str


class Embeds:
    """The embeds of a site in all its languages; `languages` as for `Pages`."""

    def __init__(
        self, look: SiteLook, as_of: dt.datetime, languages: Sequence[Language] = (ENGLISH,),
        templates: Sequence[Path] = (),
    ) -> None:
        self._site = [Pages(look, as_of, None, templates, each, languages) for each in languages]
        self._today = self._site[0].words.local(as_of).date()
        self._tally = Tally(self._today)
        self._rulings: list[Ruling] = []

    def case(self, case: PublishedCase) -> tuple[File, ...]:
        self._tally.add(case)
        self._note_rulings(case)
        return ()

    def leaves(self, case: PublishedCase) -> Iterator[File]:
        quoted = case.status.proof.quote.strip() if case.status.proof and is_proved(case) else ""
        path = addresses.embed(f"case-{case.slug}")
        for pages in self._site:
            yield pages.render("embed-case.html", path, case=case, lede=pages.words.lede(case), quoted=quoted).file

    def leaf_paths(self, case: PublishedCase) -> Iterator[str]:
        return (pages.prefix + addresses.embed(f"case-{case.slug}") for pages in self._site)

    def whole(self) -> Iterator[File]:
        topics = self._tally.topics
        for pages in self._site:
            heading = pages.language.translations.gettext(N_("Where the cases stand"))
            yield from self._numbers(pages)
            yield self._chart(pages, "statuses", heading, addresses.FRONT, self._tally.statuses)
            for topic, counts in topics.items():
                yield self._chart(pages, topic, pages.words.topic(topic), addresses.topic(topic), counts)
            yield pages.render("embed-latest.html", addresses.embed("latest"), rulings=self.rulings).file
            yield pages.render("embed-index.html", addresses.EMBEDS, numbers=LISTS, topics=list(topics),
                               charts=CHARTS, mapped=MAPPED).file

    @property
    def rulings(self) -> list[Ruling]:
        """The newest rulings of all cases, the newest first."""
        return sorted(self._rulings, key=lambda each: (-each.day.toordinal(), each.slug, each.entry_id))[:RULINGS]

    def _numbers(self, pages: Pages) -> Iterator[File]:
        for listing in LISTS:
            number = self._tally.number(listing)
            path = addresses.embed(f"number-{listing.name}")
            yield pages.render("embed-number.html", path, number=number, total=self._tally.total).file

    @staticmethod
    def _chart(pages: Pages, name: str, heading: str, page: str, counts: Counter[str]) -> File:
        return pages.render(
            "embed-chart.html", addresses.embed(f"chart-{name}"), heading=heading, page=page, segments=bar(counts),
            total=counts.total()).file

    def _note_rulings(self, case: PublishedCase) -> None:
        """Keep what was ruled by today; of all cases not many more than are shown."""
        courts = {docket.id: docket.court_id for docket in case.dockets}
        by_entry: dict[int, list[PublishedEvent]] = {}
        for event in filter(is_ruling, case.timeline):
            by_entry.setdefault(event.entry_id, []).append(event)
        for entry_id, events in by_entry.items():
            day = events[0].date_filed
            if day is not None and day <= self._today:
                court_id = courts.get(events[0].docket_id, "")
                self._rulings.append(Ruling(day, case.slug, entry_id, tuple(events), case.title, court_id))
        if len(self._rulings) > _KEPT:
            self._rulings = self.rulings
