"""Cohorts and saved searches: how dockets are found that nobody listed.

A cohort is what one filter of the API reaches at once (nature of suit, court): its dockets are found, and its entries
kept up to date, across all of them in one listing. A saved search asks the search index, which also knows dockets that
have no nature of suit yet. Pure: what is followed in, filters out.
"""
import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from .objects import Docket


class Cohort(NamedTuple):
    """Dockets whose nature of suit begins so, in these courts. `accept`: each is followed as soon as it is found."""

    name: str
    nature_of_suit: str
    courts: tuple[str, ...] = ()
    accept: bool = True
    topic: str = ""


class Search(NamedTuple):
    """A query in CourtListener's search syntax that finds dockets. `accept` as for a cohort.

    `days`: how far back, by date of filing, the first search goes.
    """

    name: str
    query: str
    courts: tuple[str, ...] = ()
    days: int = 90
    accept: bool = False
    topic: str = ""


def belongs(cohort: Cohort, docket: Docket) -> bool:
    """Whether the API's filter of this cohort finds this docket as it stands."""
    of_kind = bool(cohort.nature_of_suit) and docket.nature_of_suit.startswith(cohort.nature_of_suit)  # type: ignore[union-attr]
    return of_kind and (not cohort.courts or docket.court_id in cohort.courts)


def docket_filters(cohort: Cohort, court: str) -> dict[str, str]:
    """The filters of dockets/ for a cohort in one court; "" for every court."""
    filters = {"nature_of_suit__startswith": cohort.nature_of_suit, "order_by": "id"}
    return filters | ({"court": court} if court else {})


def entry_filters(cohort: Cohort, court: str) -> dict[str, str]:
    """The filters of docket-entries/ for the same dockets."""
    filters = {"docket__nature_of_suit__startswith": cohort.nature_of_suit, "order_by": "id"}
    return filters | ({"docket__court": court} if court else {})


def search_filters(search: Search, filed_after: dt.date) -> dict[str, str]:
    """The parameters of a saved search: newest dockets first."""
    filters = {"type": "r", "q": search.query, "filed_after": filed_after.isoformat(), "order_by": "dateFiled desc"}
    return filters | ({"court": " ".join(search.courts)} if search.courts else {})


def of_listing(name: str, court: str) -> str:
    """The name of one court's listing of a cohort."""
    return f"{name} {court}" if court else name


Filters = Mapping[str, str]
