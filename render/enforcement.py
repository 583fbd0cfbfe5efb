"""Lists of agreements, places and companies in; what each case names of them, and who named what, out.

`read_enforcement` is the edge that reads the files; the rest is pure. `Named` keeps of a case its address and what it
names, and nothing else.
"""
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from . import contractors as companies
from .agencies import Agencies, read_matches, shown_name
from .agreements import Snapshot, read_agreements, row, snapshots
from .cases import Cohort, Config, Search
from .contractors import Contractor, read_contractors
from .facilities import Facilities, Facility, read_facilities
from .published import NamedAgency, PublishedCase
from .topic_figures import TopicPage, read_topics

Row = tuple[str | None, ...]
FigureRow = tuple[str | int | None, ...]


class Enforcement(NamedTuple):
    """What is known beside the dockets. `snapshots`: the lists of agreements, the oldest first."""

    pages: Mapping[str, TopicPage] = {}
    snapshots: Sequence[Snapshot] = ()
    agencies: Agencies = Agencies()
    facilities: Facilities = Facilities()
    contractors: Sequence[Contractor] = ()
    finders: Sequence[Cohort | Search] = ()

    @property
    def latest(self) -> Snapshot | None:
        """The newest list of agreements."""
        return self.snapshots[-1] if self.snapshots else None

    def named(self, case: PublishedCase) -> PublishedCase:
        """The case with what it names: agencies that have agreements, places of detention, companies."""
        return case._replace(
            agencies=self.agencies.named_in(case), facilities=self.facilities.named_in(case),
            contractors=companies.named_in(case, self.contractors))

    def rows(self) -> list[Row]:
        """Every agreement of every list, as rows of the table for other programs."""
        return [row(each) for snapshot in self.snapshots for each in snapshot.agreements]

    def figure_rows(self) -> list[FigureRow]:
        """Every figure of others in each language it is told in, as rows of the table for other programs."""
        return [
            (page.name, number, language or "en", figure.printed.get(language) or None, figure.says.get(language),
             figure.source, figure.url or None, figure.date, figure.place or None, figure.unit or None)
            for page in self.pages.values() for number, figure in enumerate(page.figures, 1)
            for language in sorted({*figure.printed, *figure.says})]

    def facility_rows(self) -> list[Row]:
        """Every place of detention of the list, as rows of the table for other programs."""
        return [(each.slug, each.name, each.city or None, each.state, each.operator or None, each.as_of or None)
                for each in self.facilities.all]

    def own_words(self) -> Iterator[str]:
        """Every text that pages show from these files."""
        for page in self.pages.values():
            yield from (*page.title.values(), *page.line.values())
            for figure in page.figures:
                yield from (*figure.says.values(), *figure.printed.values(), figure.source, figure.unit)
            yield from (text for texts in page.searches.values() for text in texts.values())
            yield from (city.name for city in page.cities)
        for each in self.latest.agreements if self.latest else ():
            yield f"{each.agency} {each.county} {each.source} {shown_name(each.agency)}"
        for place in self.facilities.all:
            yield from (" ".join((place.name, place.city, place.operator)), place.slug, *place.aliases)
        for company in self.contractors:
            yield " ".join((company.name, company.source))
        for finder in self.finders:
            yield finder.query if isinstance(finder, Search) else finder.nature_of_suit


NOTHING_KNOWN: Final = Enforcement()


def read_enforcement(folders: Sequence[Path], config: Config, today: dt.date) -> Enforcement:
    """All lists, each from the first folder that has it. Raises SiteError with the first mistake."""
    lists = snapshots(read_agreements(folders))
    agencies = Agencies(lists[-1] if lists else None, read_matches(folders, today))
    return Enforcement(
        read_topics(folders), lists, agencies, read_facilities(folders), read_contractors(folders),
        (*config.cohort, *config.search))


class Named:
    """Which cases name what. `add` each case once, as `Enforcement.named` gives it."""

    def __init__(self, known: Enforcement = NOTHING_KNOWN) -> None:
        self.known = known
        self.facilities: defaultdict[str, list[str]] = defaultdict(list)
        self.contractors: defaultdict[str, list[str]] = defaultdict(list)
        self.agencies: defaultdict[tuple[str, str], list[tuple[NamedAgency, str]]] = defaultdict(list)

    def add(self, case: PublishedCase) -> None:
        for facility in case.facilities:
            self.facilities[facility.slug].append(case.slug)
        for company in case.contractors:
            self.contractors[company].append(case.slug)
        for agency in case.agencies:
            self.agencies[agency.state, agency.agency].append((agency, case.slug))

    def of_state(self, state: str) -> list[tuple[NamedAgency, list[str]]]:
        """The agencies of a state that cases name, by the alphabet, with these cases."""
        return [(those[0][0], sorted(slug for _, slug in those))
                for (code, _), those in sorted(self.agencies.items()) if code == state]

    def all_agencies(self) -> list[tuple[NamedAgency, list[str]]]:
        """The same of all states, by their postal codes."""
        return [found for state in sorted({code for code, _ in self.agencies}) for found in self.of_state(state)]

    def by_facility(self, facilities: Facilities) -> list[tuple[Facility, list[str]]]:
        """The places that cases name, the one named most first."""
        found = [(each, sorted(self.facilities[each.slug])) for each in facilities.all if each.slug in self.facilities]
        return sorted(found, key=lambda each: (-len(each[1]), each[0].name))
