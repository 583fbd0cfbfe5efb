"""Docket alerts: what is followed and what the account has subscribed to in, the fewest changes at CourtListener out.

An alert makes CourtListener push a docket's new entries (webhooks.py). Listing and changing alerts costs requests. Only
alerts of dockets that this tracker has followed are ever taken away; any other of the account is left alone.
"""
import contextlib
import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Literal, NamedTuple

import msgspec
import sqlalchemy as sa

from . import schema as s
from .courtlistener import BudgetSpent, CourtListener, Forbidden, Missing, Rejected, Unavailable
from .database import reading
from .objects import Number
from .purge import is_taken_down
from .sync import GIVE_UP_AFTER, Failure

ENDPOINT = "docket-alerts"
LISTING = {"order_by": "date_modified", "page_size": "100"}
"""In this order, unlike by cursor, CourtListener heeds page_size. An alert that moves between two pages may be missed:
then subscribing answers that there is one."""
SMALLEST_PAGE = 20
"""Alerts a page, if it should heed page_size no more."""


class Alert(NamedTuple):
    """A docket alert of the account. `active`: it pushes; one that was paused or disabled does not.

    `ours`: this tracker has followed its docket, so that it may take the alert away.
    """

    id: int
    docket_id: int
    active: bool = True
    ours: bool = True


class AlertRow(msgspec.Struct):
    """An alert as CourtListener lists it."""

    id: Number
    docket: Number
    alert_type: int = 1


class Change(NamedTuple):
    """One request to come. `alert_id`: the alert to resume or take away; None: there is none yet."""

    verb: Literal["subscribe", "resume", "unsubscribe"]
    docket_id: int
    alert_id: int | None = None


class AlertProgress(NamedTuple):
    """Told before each change: `done` of `total` are behind us."""

    done: int
    total: int
    change: Change


class AlertCost(NamedTuple):
    """How many requests it takes at least, if nothing is to change, and at most, as far as the store can tell."""

    least: int
    most: int


class AlertReport(NamedTuple):
    """What was changed, how many followed dockets had their alert already (`kept`), how many changes are `left`.

    `until`: when the budget allows the next request, if that is what ended it. `beyond`: followed dockets for which
    the operator's limit leaves no alert. `foreign`: active alerts of dockets never followed here, left alone.
    """

    subscribed: int
    unsubscribed: int
    kept: int
    left: int
    until: dt.datetime | None
    failures: tuple[Failure, ...]
    beyond: int = 0
    foreign: int = 0


# What is wanted.


def alerts_wanted(held: Sequence[Alert], followed: Sequence[int], most: int | None) -> tuple[list[int], list[Alert]]:
    """The dockets to subscribe to, in the order in which they are followed, and the alerts to take away.

    `most`: how many active alerts the account may have, those of others included; None: any number. An alert in place
    gives way to no other docket as long as its own is followed.
    """
    wanted = dict.fromkeys(followed)
    active = [alert for alert in held if alert.active]
    unsubscribe = [alert for alert in active if alert.ours and alert.docket_id not in wanted]
    have = {alert.docket_id for alert in active}
    subscribe = [docket_id for docket_id in wanted if docket_id not in have]
    room = len(subscribe) if most is None else max(0, most - len(active) + len(unsubscribe))
    return subscribe[:room], unsubscribe


def alert_cost(engine: sa.Engine, followed: Sequence[int], most: int | None) -> AlertCost:
    """What `sync_alerts` would cost. Asks nothing, so that it cannot know which alerts there are."""
    with reading(engine) as connection:
        ever = ever_followed(connection)
    wanted = set(followed)
    subscribe = len(wanted) if most is None else min(len(wanted), most)
    pages = max(1, -(-len(ever | wanted) // SMALLEST_PAGE))
    return AlertCost(1, pages + subscribe + len(ever - wanted))


def ever_followed(connection: sa.Connection) -> set[int]:
    """The dockets that this tracker asked for, now or once, because they were followed."""
    return set(connection.scalars(sa.select(s.progress.c.docket_id).distinct()))


# Making it so.


def sync_alerts(
    client: CourtListener,
    engine: sa.Engine,
    followed: Sequence[int],
    most: int | None = None,
    tell: Callable[[AlertProgress], None] = lambda progress: None,
) -> AlertReport:
    """Subscribe to what is followed and unsubscribe from what was, or was taken down, as far as the budget goes.

    May be stopped at any moment and run again: it starts from what CourtListener has. Raises what no docket could
    survive, such as a list of alerts that does not come.
    """
    followed = list(dict.fromkeys(followed))
    with reading(engine) as connection:
        ever = ever_followed(connection) | set(followed)
    session = Session(client)
    try:
        client.learn_limits()
        held = list(session.fetch_alerts(ever))
    except BudgetSpent as spent:
        return AlertReport(0, 0, 0, len(followed), spent.until, tuple(session.failures))
    with reading(engine) as connection:
        gone = is_taken_down(connection, {*followed, *(alert.docket_id for alert in held)})
    followed = [docket_id for docket_id in followed if docket_id not in gone]
    held = [alert._replace(ours=alert.ours or alert.docket_id in gone) for alert in held]
    subscribe, unsubscribe = alerts_wanted(held, followed, most)
    paused = {alert.docket_id: alert.id for alert in held if not alert.active}
    active = {alert.docket_id for alert in held if alert.active}
    changes = [Change("unsubscribe", alert.docket_id, alert.id) for alert in unsubscribe]  # first: they make room
    changes += [
        Change("resume" if docket_id in paused else "subscribe", docket_id, paused.get(docket_id))
        for docket_id in subscribe
    ]
    until = session.carry_out(changes, tell)
    kept = len(active.intersection(followed))
    return AlertReport(
        session.subscribed,
        session.unsubscribed,
        kept,
        session.left,
        until,
        tuple(session.failures),
        beyond=len(followed) - kept - len(subscribe),
        foreign=sum(alert.active and not alert.ours for alert in held),
    )


class Session:
    """One run: what it has done, and what went wrong."""

    def __init__(self, client: CourtListener) -> None:
        self.client = client
        self.subscribed = self.unsubscribed = self.left = self.in_a_row = 0
        self.failures: list[Failure] = []
        self.full = False

    def fetch_alerts(self, ever: Collection[int]) -> Iterator[Alert]:
        """The account's alerts. One that cannot be read is a failure, and the others go on."""
        for page in self.client.fetch_pages(ENDPOINT, LISTING, "alerts"):
            for item in page.found:
                try:
                    row = msgspec.convert(item.value, AlertRow)
                except msgspec.ValidationError as error:
                    self.failures.append(Failure("an alert", f"CourtListener lists it without what it needs: {error}."))
                    continue
                yield Alert(row.id, row.docket, row.alert_type == 1, row.docket in ever)

    def carry_out(self, changes: Sequence[Change], tell: Callable[[AlertProgress], None]) -> dt.datetime | None:
        """One request a change. Returns when to come back, if the budget ended it."""
        for done, change in enumerate(changes):
            if self.in_a_row >= GIVE_UP_AFTER:
                self.left += len(changes) - done
                break
            if self.full and change.verb != "unsubscribe":
                self.left += 1
                continue
            tell(AlertProgress(done, len(changes), change))
            try:
                self.take(change)
            except BudgetSpent as spent:
                self.left += len(changes) - done
                return spent.until
        return None

    def take(self, change: Change) -> None:
        """Carry out a change; one that fails is recorded and the others go on."""
        in_a_row, self.in_a_row = self.in_a_row, 0
        try:
            self.send(change)
        except (Unavailable, Rejected) as error:
            self.in_a_row = in_a_row + 1
            self.fail(change, str(error))
        except Missing as error:
            self.fail(change, str(error))
        except Forbidden as error:  # the account may have no more, and every further one would be refused too
            self.full = change.verb != "unsubscribe"
            self.fail(change, str(error))

    def fail(self, change: Change, sentence: str) -> None:
        self.failures.append(Failure(f"docket {change.docket_id}, {change.verb}", sentence))

    def send(self, change: Change) -> None:
        """The request itself. What is so already counts as done."""
        if change.verb == "unsubscribe":
            with contextlib.suppress(Missing):
                self.client.send_change("DELETE", f"{ENDPOINT}/{change.alert_id}/", {}, change.verb)
            self.unsubscribed += 1
        else:
            if change.verb == "subscribe" or not self.resume(change):
                self.subscribe(change.docket_id)
            self.subscribed += 1

    def resume(self, change: Change) -> bool:
        """Whether the alert is still there to be resumed."""
        try:
            self.client.send_change("PATCH", f"{ENDPOINT}/{change.alert_id}/", {"alert_type": "1"}, change.verb)
        except Missing:
            return False
        return True

    def subscribe(self, docket_id: int) -> None:
        try:
            self.client.send_change("POST", f"{ENDPOINT}/", {"docket": str(docket_id)}, "subscribe")
        except Rejected as error:
            if NO_DOCKET in str(error):
                raise Missing(f"CourtListener has no docket {docket_id}: check its id, or unfollow it.") from None
            if ALREADY not in str(error):
                raise


ALREADY, NO_DOCKET = "unique set", "does not exist"
"""What CourtListener says of an alert that there is already, and of one for a docket that there is not."""
