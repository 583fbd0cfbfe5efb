"""The store and a tracker's folder in, what is known of dockets and judges beside the cases out (`coverage.Known`)."""
from pathlib import Path

import sqlalchemy as sa

from . import store
from .cases import Site
from .coverage import Known
from .judges import Judges
from .numbering import civil_number, read_lists

LISTS = Path("data") / "independent"
"""Where an editor puts lists of petitions that were made without ours, beneath the tracker's folder."""


def read_known(engine: sa.Engine, site: Site, folder: Path, judges: Judges) -> Known:
    """What pages say of what is missed. SiteError where a list of the editor's cannot be read."""
    found = store.read_found(engine)
    cohorts = {cohort.name: cohort.accept for cohort in site.config.cohort}
    places = [(docket.court_id, docket.docket_number) for docket in found] + list(store.held_dockets(engine).values())
    return Known(
        passes=store.read_passes(engine, [name for name, accept in cohorts.items() if accept == "rule"]),
        numbers=frozenset(number for place in places if (number := civil_number(*place))),
        by_cohort=frozenset(docket.id for docket in found if not cohorts.keys().isdisjoint(docket.by)),
        by_search=frozenset(docket.id for docket in found if {search.name for search in site.config.search}
                            & set(docket.by)),
        lists=read_lists(folder / LISTS),
        judges_until=judges.as_of,
    )
