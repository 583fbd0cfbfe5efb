"""Dockets that cohorts and searches found: which of them are cases of their own, and which wait for an editor. Pure.

In: what the store has of them, the config, what editors decided. Out: cases to publish, or a list for the terminal.
Nothing that waits for a decision is ever a case.
"""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from . import privacy
from .cases import NUMBERS, Case, Cohort, Config, DocketRef, Search, Site
from .procedure.courts import COURTS
from .procedure.facts import Docket
from .published import courtlistener_url
from .screen import terminal

SCOPE: Final = "found"
"""The scope of a case that no editor wrote a file for."""
_VERSUS: Final = re.compile(r"\bv(?:s|ersus)?\b", re.IGNORECASE)
_JUDGES: Final = re.compile(r"(?:-[A-Z]{1,5})+$")


class FoundDocket(NamedTuple):
    """A docket as it was found: by which cohorts and searches, the first first, and when. Its caption holds names."""

    id: int
    court_id: str
    docket_number: str
    case_name: str
    date_filed: dt.date | None
    nature_of_suit: str
    by: tuple[str, ...]
    found_at: dt.datetime | None


def found_cases(found: Iterable[FoundDocket], site: Site, in_cases: Collection[int]) -> Iterator[Case]:
    """A case for each docket that an editor or a rule accepts and no case file has; `in_cases`: those that they have.

    In the order in which they were found, so that of two with one number the first keeps the plain name.
    """
    finders = finders_of(site.config)
    accepted, kept_away = frozenset(site.found.accepted), site.found.rejected | site.found.unclear
    taken = {case.slug for case in site.cases}
    for docket in found:
        if docket.id in in_cases or docket.id in kept_away:
            continue
        by_rule = [finder for name in docket.by if (finder := finders.get(name)) and finder.accept == "rule"]
        if not (by_rule or docket.id in accepted):
            continue
        by = by_rule or [finder for name in docket.by if (finder := finders.get(name))]
        slug = slug_of(docket)
        slug = f"{slug}-{docket.id}" if slug in taken else slug
        taken.add(slug)
        yield Case(slug, "", topic_of(by), "", SCOPE, "", None, (DocketRef(docket.id),))


def waiting(found: Iterable[FoundDocket], site: Site, in_cases: Collection[int]) -> list[FoundDocket]:
    """What an editor has to decide on, the newest first: those without a date of filing are the newest of all."""
    finders = finders_of(site.config)
    decided = site.found.rejected | site.found.unclear | frozenset(site.found.accepted)
    undecided = [
        docket
        for docket in found
        if docket.id not in decided
        and docket.id not in in_cases
        and (by := [finders[name] for name in docket.by if name in finders])
        and all(finder.accept == "review" for finder in by)
    ]
    return sorted(undecided, key=lambda docket: (docket.date_filed or dt.date.max, docket.id), reverse=True)


def finders_of(config: Config) -> Mapping[str, Cohort | Search]:
    """The config's cohorts and searches by name."""
    return {finder.name: finder for finder in (*config.cohort, *config.search)}


def topic_of(finders: Sequence[Cohort | Search]) -> str:
    """The topic of what found a docket. A search knows it better than a nature of suit does."""
    return min(finders, key=lambda finder: isinstance(finder, Cohort)).topic if finders else "detention"


def slug_of(docket: FoundDocket) -> str:
    """A case's address that tells nothing of anybody: "mnd-0-26-cv-00123", or the id while the number is not known."""
    court = COURTS.get(docket.court_id)
    number = _JUDGES.sub("", docket.docket_number) if court and court.level == "district" else docket.docket_number
    if court is None or not re.fullmatch(NUMBERS[court.level][0], number):
        return f"docket-{docket.id}"
    return "-".join(re.findall(r"[a-z0-9]+", f"{court.id} {number}".lower()))


# For the terminal.


def tell_waiting(dockets: Sequence[FoundDocket], limit: int, searched: bool) -> str:
    """The first `limit` of them for a person, and what to type next. `searched`: whether anything is looked for."""
    if not searched:
        return "Nothing is looked for: config.toml has no [[cohort]] and no [[search]]."
    if not dockets:
        return "Nothing waits for a decision: `writwatch fetch` asks for what is new."
    verb = "docket waits" if len(dockets) == 1 else "dockets wait"
    told = [f"{len(dockets):,} {verb} for a decision, the newest first.", *map(_tell, dockets[:limit])]
    if len(dockets) > limit:
        told.append(f"{len(dockets) - limit:,} more: --limit shows more of them.")
    told.append(
        'To follow some: writwatch discover --accept ID… --by "YOUR NAME"\n'
        'Never to see them again: writwatch discover --reject ID… --by "YOUR NAME" --why "…"'
    )
    return "\n\n".join(told)


def waiting_json(dockets: Iterable[FoundDocket]) -> list[dict[str, Any]]:
    """The same as JSON objects; dates are ISO, people in captions have initials."""
    return [
        {
            "docket_id": docket.id,
            "court_id": docket.court_id,
            "docket_number": docket.docket_number,
            "date_filed": docket.date_filed.isoformat() if docket.date_filed else None,
            "caption": caption(docket),
            "nature_of_suit": docket.nature_of_suit,
            "found_by": list(docket.by),
            "found_at": docket.found_at.isoformat() if docket.found_at else None,
            "courtlistener": courtlistener_url(docket.id),
        }
        for docket in dockets
    ]


def caption(docket: FoundDocket) -> str:
    """The caption with people as initials; "" for one without two sides, where nobody knows who is to be protected."""
    if not _VERSUS.search(docket.case_name):
        return ""
    facts = Docket(
        docket.id, docket.court_id, docket.docket_number, docket.case_name, nature_of_suit=docket.nature_of_suit
    )
    notes = privacy.CaseNotes("", "", "", SCOPE, "", "", None, "")
    return privacy.policy_for(notes, [facts], "").caption(docket.case_name)


def _tell(docket: FoundDocket) -> str:
    court = COURTS.get(docket.court_id)
    filed = f", filed {docket.date_filed}" if docket.date_filed else ""
    number = docket.docket_number or "(no number yet)"
    head = f"{docket.id}: {court.citation if court else docket.court_id} {number}{filed}"
    lines = [head, caption(docket), f"found by {', '.join(docket.by)}", courtlistener_url(docket.id)]
    return "\n    ".join(terminal(line) for line in lines if line)
