"""How a tracker is doing in, its health for everybody out: troubles by name, a file for machines, a badge. Pure.

All of it is counts and times: no docket, no name, no path, so that it may stand on a public page.
"""
import datetime as dt
import json
from html import escape
from typing import Final, NamedTuple

from .wording import N_

LATE: Final = dt.timedelta(hours=36)
"""A tracker that runs once a day and missed a day and a half is in trouble."""
FAR_BEHIND: Final = dt.timedelta(days=3)


class Health(NamedTuple):
    """What is known of the runs that fetched a site, up to `as_of`; the other fields as in `fetch.health.Fetching`.

    `mistakes`: how many there are in what the editors wrote.
    """

    as_of: dt.datetime
    last_run: dt.datetime | None = None
    outcome: str = ""
    answers: int = 0
    last_success: dt.datetime | None = None
    last_answer: dt.datetime | None = None
    followed: int = 0
    never_seen: int = 0
    checked: int = 0
    oldest: dt.datetime | None = None
    behind: int = 0
    worked_off: dt.datetime | None = None
    quarantined: int = 0
    mistakes: int = 0


TROUBLES: Final = {
    "never": N_("No update has ever gone through."),
    "stopped": N_("No update has gone through for more than a day and a half."),
    "silent": N_("CourtListener has answered nothing for more than a day and a half."),
    "failed": N_("The newest update did not end as it should."),
    "behind": N_("What is due will take more than three days to ask for."),
    "quarantine": N_("Some of what came could not be understood and waits for a person."),
    "mistakes": N_("There are mistakes in what the editors wrote; what they concern is left out."),
}
"""What may be wrong, the gravest first, as readers are told."""

STOPPED: Final = frozenset({"never", "stopped", "silent"})
"""Troubles of which it follows that the pages are out of date."""

OUTCOMES: Final = {
    "done": N_("it did all that was due"),
    "budget": N_("it used up the day’s budget, as planned"),
    "partial": N_("it did a part; some of it failed"),
    "failed": N_("it failed"),
    "cut off": N_("it was cut off"),
}

LEVELS: Final = {
    "good": N_("up to date"),
    "attention": N_("needs a look"),
    "stopped": N_("not up to date"),
}


def troubles(health: Health) -> tuple[str, ...]:
    """Keys of TROUBLES, the gravest first. A tracker that follows nothing has only its editors' mistakes."""
    found: set[str] = set()
    if health.followed:
        late = health.as_of - LATE
        if health.last_success is None:
            found.add("never")
        elif health.last_success < late:
            found.add("stopped")
        elif health.last_answer is None or health.last_answer < late:
            found.add("silent")
        if health.outcome in ("failed", "partial", "cut off"):
            found.add("failed")
        if health.behind and health.worked_off and health.worked_off > health.as_of + FAR_BEHIND:
            found.add("behind")
    if health.quarantined:
        found.add("quarantine")
    if health.mistakes:
        found.add("mistakes")
    return tuple(name for name in TROUBLES if name in found)


def level(health: Health) -> str:
    """A key of LEVELS."""
    found = troubles(health)
    if STOPPED.intersection(found):
        return "stopped"
    return "attention" if found else "good"


def health_json(health: Health) -> str:
    """The same for machines. `stale_after`: when this file itself is too old to be believed."""
    told = {name: value.isoformat(timespec="seconds") if isinstance(value, dt.datetime) else value
            for name, value in health._asdict().items()}
    stale = (health.as_of + LATE).isoformat(timespec="seconds")
    facts = {"version": 1, "level": level(health), "troubles": list(troubles(health)), "stale_after": stale} | told
    return json.dumps(facts, indent=2) + "\n"


_COLOURS: Final = {"good": "#1f6f43", "attention": "#8a5a00", "stopped": "#a32020"}
_LETTER: Final = 6.6
_MARGIN: Final = 16


def badge(name: str, health: Health, said: str) -> str:
    """An SVG without scripts: what it is and how it is. White on each colour is legible (at least 5.5 : 1)."""
    left, right = (round(len(words) * _LETTER + _MARGIN) for words in (name, said))
    text = escape(f"{name}: {said}")
    label = (f'<text x="{left / 2:g}" y="14">{escape(name)}</text>'
             f'<text x="{left + right / 2:g}" y="14">{escape(said)}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" aria-label="{text}">'
        f"<title>{text}</title>"
        f'<rect width="{left}" height="20" fill="#333"/>'
        f'<rect x="{left}" width="{right}" height="20" fill="{_COLOURS[level(health)]}"/>'
        f'<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">{label}</g>'
        "</svg>\n")
