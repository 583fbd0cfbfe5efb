"""What `writwatch notify` needs of this half: a tracker's folder and its store in, the notices of its rules out.

`commands/notifying.py` has the command, because the outbox is the other half's. Before anything of a notice leaves, it
is held against everything protected, as the pages are.
"""
import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import PACKAGED, SiteError, addresses
from .build import own_words
from .casebook import Missing, all_cases, outcomes
from .cases import Site
from .decisions import load_decisions
from .exit_scan import Forms, Scan
from .kept import Kept
from .languages import Language, texts
from .notes import noted
from .notice_text import Message, message
from .notices import Notice, Notices
from .notify_rules import Notify
from .pages import SiteLook
from .posting import Answer, Target
from .unpacked import Text

if TYPE_CHECKING:
    import sqlalchemy as sa

BACK = dt.timedelta(days=21)
"""How far back notices are told: no longer than something due may wait."""


def add_cases(
    notices: Notices, folder: Path, site: Site, engine: "sa.Engine", today: dt.date, kept: Kept | None = None
) -> Forms:
    """Give every case that may be shown to `notices`; what each protects is returned. `today`: the editors' day;
    `kept`: what builds keep of each case, so that only what changed since the last is read."""
    followed = noted(all_cases(site, engine), folder)
    decisions, _ = load_decisions(folder, followed, today)
    forms, missing = Forms(), list[Missing]()
    for outcome in outcomes(followed, engine, notices.today, missing, decisions, forms, kept):
        if outcome.shown is not None:
            notices.case(outcome.shown, outcome.proposed)
    return forms


def hold_back(notices: Notices, forms: Forms, look: SiteLook, languages: Sequence[Language]) -> list[str]:
    """Take out each notice that would name somebody whom a case protects; returns a sentence for each such case."""
    scan = Scan(forms, chain(own_words(look, None, [PACKAGED]), *map(texts, languages)))
    found: dict[str, str] = {}
    for told in notices.of.values():
        for key, notice in list(told.items()):
            where = addresses.case(notice.slug)
            if hit := scan.text(where, Text(where, "txt", _all_of(notice))):
                del told[key]
                found[hit.slug] = hit.rule
    return [f"A notice would show {rule} that the case {slug} protects and is held back: see `writwatch review --names "
            f"{slug}`." for slug, rule in sorted(found.items())]


def _all_of(notice: Notice) -> str:
    told = message(notice)
    return f"{told.title}\n{told.body}"


class Shown:
    """A target of a dry run: it shows each message and sends none."""

    def __init__(self, rule: Notify, like: Target | None, why_not: str) -> None:
        self._rule, self._why_not = rule, why_not
        self.longest = like.longest if like else 0
        self.has_title = like.has_title if like else False

    def send(self, message: Message) -> Answer:
        click.echo(f"--- {self._rule.name}, to {self._rule.target}" + (f" ({self._why_not})" if self._why_not else ""))
        for text in filter(None, message):
            click.echo(text)
        return "sent"


def shown_instead(real: Callable[[Notify], Target]) -> Callable[[Notify], Target]:
    """Targets that show what the real ones would be given; where one of those cannot be had, without its limits."""
    def target_of(rule: Notify) -> Target:
        try:
            return Shown(rule, real(rule), "")
        except SiteError as error:
            return Shown(rule, None, str(error))

    return target_of


def unspoken(rules: Iterable[Notify], languages: Sequence[Language]) -> list[str]:
    """A sentence for each rule whose language the site does not have, the first of these being told instead."""
    codes = [each.code for each in languages]
    return [f"notify {rule.name}: the site has no pages in {rule.language}: what it tells is in {codes[0]}."
            for rule in rules if rule.language and rule.language not in codes]


def unknown_cases(notices: Notices) -> list[str]:
    """A sentence for each case that a rule names and that has no page."""
    return [f"notify {rule}: there is no case {slug}: give the last part of its page's address."
            for rule, slug in notices.missing()]
