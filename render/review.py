"""What a person should look at, what matters most first: cases as read in, a list of items out. Pure.

Builds keep the items of each case without the entries' texts; `with_texts` adds those for whoever looks. Each item has
what the machine makes of an entry, and the command that decides it. Nothing here is hidden: it is for the editor's own
terminal, never for a page, a feed or a log that others see.
"""
import datetime as dt
import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from .privacy import policy_for
from .privacy.accusations import ACCUSATIONS
from .privacy.policy import has_unfit_name, is_anonymous
from .procedure.facts import Docket
from .procedure.findings import Decision, Value
from .proposals import proposed
from .screen import terminal

if TYPE_CHECKING:
    from .casebook import ReadCase

MATTERS: Final[dict[str, str]] = {
    "accusation": "Proposed findings that an order was broken: published only once confirmed",
    "astray": "Decisions that name an entry no docket of the case has",
    "asked again": "Decided, and newer evidence says otherwise",
    "conflict": "What does not agree",
    "status": "Status not known",
    "unsure": "Inferred values of high-profile cases",
    "unread": "Orders no rule could read",
    "names": "Names",
}
"""What there is to review, in the order in which it matters, each with its heading."""

_PROPOSED: Final = (
    "The words look like a judge's finding that an order was broken, or that a breach has ended: `reject` it if they "
    "are none."
)
BY: Final = '--by "YOUR NAME"'
ENTRY_SHOWN: Final = 1200
"""Characters of an entry shown on the terminal: long orders go on, and what matters stands before."""


class Item(NamedTuple):
    """One thing to look at. `why` is one sentence, `says` what the machine makes of it, `command` what to type; VALUE,
    EVENT and YOUR NAME in it are the reader's to fill in. `text` is the whole entry, "" where there is none or where
    it was not asked for."""

    matter: str
    case: str
    docket_id: int | None
    entry_id: int | None
    entry_number: int | None
    date_filed: dt.date | None
    why: str
    says: str
    command: str
    text: str = ""


def items_of(case: "ReadCase") -> tuple[Item, ...]:
    """Everything to look at in a case."""
    return tuple(_Review(case).items())


def in_order(items: Iterable[Item]) -> list[Item]:
    """By matter in the order of MATTERS, within a matter the newest entry first."""
    order = {matter: place for place, matter in enumerate(MATTERS)}
    return sorted(items, key=lambda item: (order[item.matter], -_day(item), item.case, item.entry_id or 0))


def with_texts(items: Iterable[Item], dockets: Iterable[Docket]) -> list[Item]:
    """The items with the texts of their entries, which stand on these dockets."""
    texts = {entry.id: entry.text for docket in dockets for entry in docket.entries}
    return [item._replace(text=terminal(texts.get(item.entry_id, ""))) if item.entry_id is not None else item
            for item in items]


def tell_review(first: Sequence[Item], items: Sequence[Item]) -> str:
    """The first of the items for a terminal, under their headings, and how many are left of each."""
    if not items:
        return "Nothing to review."
    told: list[str] = []
    for matter, heading in MATTERS.items():
        shown = [item for item in first if item.matter == matter]
        if shown:
            total = sum(item.matter == matter for item in items)
            told += [f"{heading} ({len(shown)} of {total:,})", *map(_tell, shown)]
    if len(items) > len(first):
        told.append(f"{len(items) - len(first):,} more: --limit shows more of them.")
    return "\n\n".join(told)


def items_json(items: Iterable[Item]) -> list[dict[str, Any]]:
    """The items as JSON objects; dates are ISO."""
    return [item._asdict() | {"date_filed": item.date_filed and item.date_filed.isoformat()} for item in items]


# One case.


class _Review:
    """What there is to look at in one case."""

    def __init__(self, case: "ReadCase") -> None:
        self.notes, self.dockets, self.reading, self.decisions = case
        self.entries = {entry.id: entry for docket in case.dockets for entry in docket.entries}

    def items(self) -> Iterator[Item]:
        yield from self.accusations()
        yield from self.astray()
        yield from self.asked_again()
        yield from self.conflicts()
        yield from self.unknown()
        yield from self.unsure()
        yield from self.unread()
        yield from self.names()

    def accusations(self) -> Iterator[Item]:
        for each in proposed(self.reading, self.decisions):
            says = f"{each.says}: “{terminal(each.quote)}”"
            yield self._item("accusation", each.entry_id, _PROPOSED, says,
                             self._command("confirm", each.option, each.entry_id))

    def astray(self) -> Iterator[Item]:
        for decision in self.decisions:
            if decision.entry_id is not None and decision.entry_id not in self.entries:
                why = f"A decision of {decision.on} names entry {decision.entry_id}, which no docket of the case has."
                command = f"mend it in decisions/{self.notes.slug}.toml"
                yield self._item("astray", None, why, _told(decision), command)._replace(entry_id=decision.entry_id)

    def asked_again(self) -> Iterator[Item]:
        for decision in self.reading.asks_again:
            values = (self.reading.status,) if decision.axis == "status" else self.reading.axes.get(decision.axis, ())
            proof = next((value.evidence for value in values if value.evidence), None)
            now = "+".join(value.value for value in values)
            why = (f"{terminal(decision.by)} decided on {decision.on} that {decision.axis} is {decision.value}; an "
                   f"entry filed since says {now}.")
            command = self._command("confirm", f"--axis {decision.axis} --value {now}", proof and proof.entry_id)
            yield self._item("asked again", proof and proof.entry_id, why, f"{decision.axis} is {now}", command)

    def conflicts(self) -> Iterator[Item]:
        for conflict in self.reading.conflicts:
            days = [one.date_filed for one in conflict.evidence if one.date_filed]
            if any(each.axis == conflict.axis and each.on >= max(days, default=each.on) for each in self.decisions):
                continue
            entry = conflict.evidence[-1].entry_id if conflict.evidence else None
            now = "+".join(value.value for value in self.reading.axes.get(conflict.axis, ()))
            command = self._command("correct", f"--axis {conflict.axis} --value VALUE", entry)
            yield self._item("conflict", entry, terminal(conflict.sentence), f"{conflict.axis} is {now}", command)

    def unknown(self) -> Iterator[Item]:
        status = self.reading.status
        if status.value == "unknown" and status.confidence != "confirmed":
            entry = status.evidence.entry_id if status.evidence else None
            why = "The newest ruling could not be read, so that the page says nothing about where the case stands."
            command = self._command("correct", "--axis merits --value VALUE", entry)
            yield self._item("status", entry, why, "status is unknown", command)

    def unsure(self) -> Iterator[Item]:
        """Values that no words of the docket state, in the cases most people read."""
        if self.reading.kind != "impact" or self.notes.scope != "core":
            return
        for axis, value in self._values():
            if value.confidence == "inferred":
                entry = value.evidence.entry_id if value.evidence else None
                why = f"No words say it: {axis} is inferred, in a case that many people follow."
                command = self._command("confirm", f"--axis {axis} --value {value.value}", entry)
                yield self._item("unsure", entry, why, f"{axis} is {value.value}", command)

    def _values(self) -> Iterator[tuple[str, Value]]:
        for axis, values in self.reading.axes.items():
            if len(values) == 1 and values[0].value not in ACCUSATIONS:
                yield axis, values[0]

    def unread(self) -> Iterator[Item]:
        decided = {each.entry_id for each in self.decisions if each.event}
        for proof in self.reading.unread:
            if proof.entry_id not in decided:
                why = "It looks like an order and no rule knew it; administrative_only is the event of one that " \
                    "decides nothing."
                command = self._command("confirm", "--event EVENT", proof.entry_id)
                yield self._item("unread", proof.entry_id, why, "nothing was read", command)

    def names(self) -> Iterator[Item]:
        where = f"mend cases/{self.notes.slug}.toml, or look at it with: writwatch review --names {self.dockets[0].id}"
        for why, says in self._oddities():
            yield self._item("names", None, why, says, where)

    def _oddities(self) -> Iterator[tuple[str, str]]:
        """Where the editor's word and the policy differ."""
        if self.notes.privacy and self.notes.privacy.show == "public" and is_anonymous(self.dockets):
            yield ("Names were to be public, but an entry asks for or orders a pseudonym or a seal.",
                   "people stay initials")
        if not self.notes.privacy and has_unfit_name(self.dockets):
            yield ("A party's name or the caption holds angle brackets, as no name does: what is shown cannot be made "
                   "sure of.", "the case is only counted, until its file says otherwise under [privacy]")
        by_number = re.fullmatch(r"[a-z0-9]+-\d+-\d\d-[a-z]+-\d+|docket-\d+", self.notes.slug)
        if self.notes.title or self.notes.why or not by_number:
            policy = policy_for(self.notes, self.dockets, self.reading.kind)
            words = {"title": self.notes.title, "sentence": self.notes.why, "file name": self.notes.slug}
            for what, text in words.items():
                spaced = text.replace("-", " ").title() if what == "file name" else text
                if policy.find(text) or policy.find(spaced):
                    yield f"The {what} of the case holds what its policy hides.", f"the {what} is published without it"

    def _item(self, matter: str, entry_id: int | None, why: str, says: str, command: str) -> Item:
        entry = self.entries.get(entry_id) if entry_id is not None else None
        number, day = (entry.entry_number, entry.date_filed) if entry else (None, None)
        docket = entry.docket_id if entry else self.dockets[0].id
        return Item(matter, self.notes.slug, docket, entry_id, number, day, why, says, command)

    def _command(self, action: str, options: str, entry: int | None) -> str:
        at = f" --entry {entry}" if entry is not None else ""
        return f"writwatch review {action} {self.notes.slug} {options}{at} {BY}"


def _told(decision: Decision) -> str:
    what = f"{decision.event or decision.axis} {decision.value}".strip()
    return f"{decision.action} {what}, by {terminal(decision.by)}"


def _tell(item: Item) -> str:
    number = f"entry {item.entry_number}" if item.entry_number is not None else ""
    number = number or (f"entry id {item.entry_id}" if item.entry_id is not None else "")
    head = "  ".join(filter(None, (item.case, number, item.date_filed and item.date_filed.isoformat())))
    text = textwrap.shorten(item.text, ENTRY_SHOWN, placeholder=" …")
    quoted = textwrap.fill(text, 110, initial_indent="  | ", subsequent_indent="  | ") if text else ""
    return "\n".join(filter(None, (head, f"  {item.why}", quoted, f"  {item.says}", f"  $ {item.command}")))


def _day(item: Item) -> int:
    return item.date_filed.toordinal() if item.date_filed else 0
