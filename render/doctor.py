"""What was found of a set-up in, what is wrong with it and the mend out. Pure: each check is a function of facts.

`fetch.checkup` and `render.site_checkup` find the facts; `commands/checking.py` brings them together.
"""
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from .health import TROUBLES, Health, troubles
from .notify_rules import Notify, quiet_until
from .toml_tables import Problem

if TYPE_CHECKING:
    from ..fetch.checkup import DatabaseFacts, OnlineFacts, PlaceFacts, StateFacts
    from ..fetch.outbox import Untried

LEAST_FREE = 200_000_000
"""Bytes that a disk should have left, beside what a copy of the database takes."""
CLOCK_OFF = dt.timedelta(minutes=5)
LATE_SAVE = dt.timedelta(days=2)
"""A run that is so much newer than the kept state was not followed by a save: that step fails, or is missing."""
HELD = dt.timedelta(days=1)
"""A run a day, at the least, would have sent it."""
AWAKE = ("let a run start outside them, run `writwatch notify` at such an hour too, or make them shorter; until then "
         "all that waits is sent every third day, whatever the hour")
SHOWN = 20
SET_CLOCK = "set it, for instance with `timedatectl set-ntp true`"


class Check(NamedTuple):
    """One line of the doctor. `ok`: True, False, or None for what is worth knowing and no fault. `mend`: what to do."""

    name: str
    ok: bool | None
    says: str
    mend: str = ""


def check_token(token: str, mistake: str, sandbox: bool) -> Check:
    """`mistake`: what the client says of the token, "" where nothing."""
    if not token.strip():
        return Check("token", False, "COURTLISTENER_API_TOKEN is not set",
                     "copy the token from the profile page of a free CourtListener account and "
                     "`export COURTLISTENER_API_TOKEN=…`; in a workflow, make it a secret of that name")
    if mistake:
        return Check("token", False, mistake, "copy it again, without quotes or line ends")
    if not sandbox and (len(token.strip()) != 40 or not token.strip().isalnum()):
        return Check("token", None, "it does not look like CourtListener's, which are 40 letters and digits",
                     "`writwatch doctor --online` asks whether it is accepted")
    return Check("token", True, "COURTLISTENER_API_TOKEN is set")


def check_online(found: "OnlineFacts") -> Iterator[Check]:
    """What one request said: whether the token is taken, the limits, the clock."""
    if found.trouble:
        yield Check("CourtListener", False, found.trouble, "see the sentence before this; then `doctor --online` again")
        return
    yield Check("CourtListener", True, "it answers and accepts the token")
    yield Check("limits", True, "; ".join(found.windows) or "none")
    if found.ahead is None:
        return
    off = dt.timedelta(seconds=abs(found.ahead))
    way = "ahead of" if found.ahead > 0 else "behind"
    minutes = f"{off.total_seconds() / 60:.0f} minutes {way} CourtListener's"
    yield (Check("clock", True, "within five minutes of CourtListener's") if off <= CLOCK_OFF else
           Check("clock", False, f"this machine's is {minutes}", SET_CLOCK))


def check_clock(now: dt.datetime, newest: dt.datetime | None) -> Check:
    """Without the network: has the clock been set back since the newest run?"""
    if newest and newest > now + CLOCK_OFF:
        return Check("clock", False, f"it says {now:%Y-%m-%d %H:%M} UTC, and the newest run began later, at "
                     f"{newest:%Y-%m-%d %H:%M} UTC", SET_CLOCK)
    return Check("clock", True, f"{now:%Y-%m-%d %H:%M} UTC")


def check_limits(found: "DatabaseFacts") -> Check:
    if found.windows:
        return Check("limits", True, f"as last heard: {', '.join(found.windows)}")
    if not found.account_known:
        return Check("limits", None, "the database knows limits, and not of this token's account",
                     "the next `writwatch fetch` asks for them; check that the token is the one you mean")
    return Check("limits", None, "not known yet", "`writwatch fetch` asks for them")


def check_database(found: "DatabaseFacts") -> Iterator[Check]:
    """Does it open, is it whole, is it of this version, and is the key of its takedowns there?"""
    if not found.there:
        yield Check("database", None, f"there is none at {found.place} yet",
                    "`writwatch fetch` makes it, `writwatch state restore` brings back a kept one; another is named "
                    "with --db or DATABASE_URL")
    elif found.trouble:
        yield Check("database", False, f"{found.place}: {found.trouble}",
                    "bring back a kept state with `writwatch state restore --replace`" if found.spoilt else
                    "see that it can be reached, that it and its folder may be written, and that no other program "
                    "holds it")
    elif found.schema > found.knows:
        yield Check("database", False, f"a newer writwatch made {found.place} (schema {found.schema}; this one knows "
                    f"{found.knows})", "update writwatch")
    elif found.schema != found.knows:
        yield Check("database", None, f"{found.place} has schema {found.schema or 'none'}, this writwatch "
                    f"{found.knows}", "`writwatch fetch` brings it up to date")
    else:
        yield Check("database", True, f"{found.place}: whole, schema {found.schema}, {found.bytes / 1e6:,.1f} MB")
    if found.key:
        yield Check("takedowns", False, found.key, "put takedowns.key back beside the database")


def check_place(name: str, found: "PlaceFacts", needs: int) -> Check:
    """A folder that is written to. `needs`: bytes."""
    if not found.writable:
        return Check(name, False, f"{found.path} cannot be written", f"`chmod u+rwx {found.path}`")
    if found.free is not None and found.free < needs:
        return Check(name, False, f"{found.free / 1e6:,.0f} MB are left where {found.path} is, and "
                     f"{needs / 1e6:,.0f} MB may be needed", "make room")
    free = f", {found.free / 1e9:,.1f} GB free" if found.free is not None else ""
    return Check(name, True, f"{found.path} can be written{free}")


def check_file(path: str, *, writable: bool) -> Iterator[Check]:
    """The database's own file, where it is one and the folder can be written. Nothing is said of one that can be."""
    if not writable:
        yield Check("database file", False, f"{path} cannot be written", f"`chmod u+rw {path}`")


def check_private(open_to_others: Sequence[str], in_git: Sequence[str], in_public: Sequence[str]) -> Iterator[Check]:
    """Files with names of protected people in them: who can read them?"""
    for path in open_to_others:
        yield Check("private files", False, f"others on this machine can read {path}", f"`chmod 600 {path}`")
    for path in in_git:
        yield Check("private files", False, f"{path} is kept by git", f"`git rm --cached {path}`, put it into "
                    ".gitignore, and take it out of the history before the repository is public")
    for path in in_public:
        yield Check("private files", False, f"{path} lies within the pages that are published", "move it out")
    if not (open_to_others or in_git or in_public):
        yield Check("private files", True, "nobody else reads them, and git keeps none")


def check_editors(problems: Sequence[Problem], cases: int) -> Iterator[Check]:
    """What editors wrote: config, cases, decisions, corrections, found.toml."""
    if not problems:
        yield Check("what editors wrote", True, f"{cases:,} cases, no mistake")
    for each in problems[:SHOWN]:
        yield Check("what editors wrote", False, f"{each.file}:{each.line}: {each.key + ': ' if each.key else ''}"
                    f"{each.sentence}", f"mend line {each.line}; until then what it concerns is left out")
    if len(problems) > SHOWN:
        yield Check("what editors wrote", False, f"and {len(problems) - SHOWN:,} more", "mend the first ones first")


def check_templates(mistakes: Sequence[tuple[str, int, str]], number: int) -> Iterator[Check]:
    """`mistakes`: file, line and what Jinja says of it."""
    if not mistakes:
        yield Check("templates", True, f"{number:,} templates, all can be read")
    for file, line, sentence in mistakes:
        yield Check("templates", False, f"{file}:{line}: {sentence}",
                    "mend it, or take your template away: the packaged one is then used")


def check_targets(mistakes: Mapping[str, str]) -> Iterator[Check]:
    """Where notifications go. `mistakes`: by the name of each rule, why nothing can be sent, "" where it can."""
    for rule, mistake in mistakes.items():
        yield Check(f"notify {rule}", not mistake, mistake or "its target can be sent to",
                    "mend that where it runs; in a workflow, make it a secret of that name" if mistake else "")


def check_quiet_hours(
    rules: Sequence[Notify], untried: Mapping[str, "Untried"], newest: dt.datetime | None, starts: Sequence[dt.time],
    now: dt.datetime, zone: dt.tzinfo,
) -> Iterator[Check]:
    """Do all runs fall into a rule's quiet hours?

    `untried`: by rule, what waits and was never tried. `newest`: when the newest run began. `starts`: when the
    tracker's own workflow does, in UTC; it says so before anything waits.
    """
    for rule in rules:
        if not rule.quiet_hours:
            continue
        name, held = f"notify {rule.name}", untried.get(rule.name)
        if held and newest and held.since <= min(newest, now - HELD):
            yield Check(name, False, f"{held.number:,} of its messages wait, the first since "
                        f"{held.since:%Y-%m-%d %H:%M} UTC: every run since then fell into its quiet hours, "
                        f"{rule.quiet_hours}", AWAKE)
        elif starts and all(_always_quiet(rule.quiet_hours, each, now.date(), zone) for each in starts):
            times = ", ".join(f"{each:%H:%M}" for each in starts)
            yield Check(name, False, f"the tracker's workflow starts at {times} UTC, which is always in its quiet "
                        f"hours, {rule.quiet_hours}", AWAKE)


def _always_quiet(span: str, start: dt.time, today: dt.date, zone: dt.tzinfo) -> bool:
    """In summer time and out of it."""
    days = (today, today + dt.timedelta(days=182))
    return all(quiet_until(span, dt.datetime.combine(day, start, dt.UTC), zone) for day in days)


def check_words(mistake: str) -> Check:
    """`mistake`: what is wrong with a catalogue of a language, "" where nothing."""
    return Check("languages", not mistake, mistake or "every catalogue can be used",
                 "mend the file in locales/, or the languages in config.toml" if mistake else "")


def check_extras(there: Mapping[str, bool]) -> Iterator[Check]:
    """`there`: by extra, whether it is installed."""
    uses = {"search": "the search of the site", "arrow": "Parquet files beside the tables",
            "notify": "notifications", "postgres": "a PostgreSQL database"}
    for extra, use in uses.items():
        have = there.get(extra, False)
        yield Check(f"extra {extra}", True if have else None, f"{'for' if have else 'not installed, for'} {use}",
                    "" if have else f"`pip install 'writwatch[{extra}]'`, if you want it")


def check_chromium(path: str) -> Check:
    return Check("Chromium", bool(path), path or "not found: the tests in a browser cannot run",
                 "" if path else "`apt-get install chromium`")


def check_state(found: "StateFacts", kept: str, last_run: dt.datetime | None) -> Iterator[Check]:
    """`kept`: what asking the place of the state said, "" where it was not asked. `last_run`: when the newest began."""
    if found.left_over:
        yield Check("state", False, "a save was killed and left a copy of the database",
                    "the next `writwatch state save` or `purge` takes it away")
    if found.key is None:
        yield Check("state", None, "no key is set, so that the state is kept on this machine only",
                    "make one with `writwatch state key`, keep it with your passwords and set WRITWATCH_STATE_KEY")
    elif found.key:
        yield Check("state", False, found.key, "copy the key again from where you keep it")
    elif found.kept_at is None:
        yield Check("state", None, "the key is fit; this database was never saved", "`writwatch state save`")
    elif last_run and last_run > found.kept_at + LATE_SAVE:
        yield Check("state", False, f"saved last at {found.kept_at:%Y-%m-%d %H:%M} UTC, long before the newest run",
                    "`writwatch state save`, after every update")
    elif last_run and last_run > found.kept_at:
        yield Check("state", None, f"saved or restored last at {found.kept_at:%Y-%m-%d %H:%M} UTC: what the newest run "
                    "brought is on this machine only", "`writwatch state save`, after every update")
    else:
        yield Check("state", True, f"the key is fit; saved or restored at {found.kept_at:%Y-%m-%d %H:%M} UTC")
    if kept:
        yield Check("state", False, kept, "check the address and WRITWATCH_STATE_TOKEN")


_MENDS = {
    "never": "run `writwatch fetch` and read what it says",
    "stopped": "see why the scheduled updates ended or failed; `writwatch fetch` by hand says it too",
    "silent": "see whether anything is due with `writwatch fetch --plan`, and `writwatch doctor --online`",
    "failed": "`writwatch fetch` goes on where it stopped; what it says is the reason",
    "behind": "follow less, say `accept = \"review\"` in cohorts, or take a membership: `writwatch status` says what "
              "each would change",
    "quarantine": "`writwatch quarantine` lists it and settles what you have looked at; a newer writwatch may "
                  "understand it",
    "mistakes": "see the lines about what editors wrote",
}


def check_health(health: Health | None) -> Iterator[Check]:
    """The newest run, the backlog, the quarantine. None: there is no database to tell."""
    if health is None:
        return
    for name in troubles(health):
        if name != "mistakes":
            yield Check("updates", False, TROUBLES[name][:-1], _MENDS[name])
    if not troubles(health) and health.last_run:
        yield Check("updates", True, f"the newest ended {health.outcome}, at {health.last_run:%Y-%m-%d %H:%M} UTC; "
                    f"{health.checked:,} of {health.followed:,} dockets were checked within a day of it")
    elif not health.followed:
        yield Check("updates", None, "no docket is followed", "`writwatch follow ID`")


def tell(checks: Sequence[Check]) -> str:
    """For a person: a line a check, the mend below it."""
    mark = {True: "ok  ", False: "BAD ", None: "note"}
    lines = []
    for check in checks:
        lines.append(f"{mark[check.ok]}  {check.name}: {check.says.rstrip('.')}.")
        if check.mend:
            lines.append(f"      → {check.mend.rstrip('.')}.")
    bad = sum(check.ok is False for check in checks)
    lines.append("Nothing is wrong." if not bad else f"{bad:,} to mend.")
    return "\n".join(lines)


def as_json(checks: Sequence[Check]) -> list[dict[str, Any]]:
    return [check._asdict() for check in checks]


def exit_status(checks: Sequence[Check]) -> int:
    return 1 if any(check.ok is False for check in checks) else 0
