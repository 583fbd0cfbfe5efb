"""What the court recorded, as plain values: the input of everything in `procedure/` and `privacy`.

Fields carry CourtListener's names and nothing is interpreted here. `None` and "" mean that the record does not say.
Dates are the court's own local dates; times are UTC.
"""

import datetime as dt
from typing import NamedTuple


class Document(NamedTuple):
    """A recap_document: one PDF of an entry; `attachment_number` is None for the main document."""

    id: int
    document_number: str
    attachment_number: int | None
    description: str
    is_available: bool | None
    is_sealed: bool | None


class Entry(NamedTuple):
    """A docket_entry. `entry_number` is None for minute entries and may be a huge number on appellate dockets.

    `text_seen`: when its description was first seen as it is, where it was another before; None where it never changed.
    """

    id: int
    docket_id: int
    court_id: str
    entry_number: int | None
    recap_sequence_number: str
    date_filed: dt.date | None
    description: str
    documents: tuple[Document, ...] = ()
    first_seen: dt.datetime | None = None
    text_seen: dt.datetime | None = None

    @property
    def text(self) -> str:
        """What is read: the entry's own description or, where that is blank, its documents' joined by "; "."""
        if self.description.strip():
            return self.description
        return "; ".join(document.description for document in self.documents if document.description)


class Party(NamedTuple):
    """A party of one docket. `roles` as CourtListener has them: Petitioner, Respondent, Plaintiff, Appellant …"""

    id: int
    docket_id: int
    name: str
    roles: tuple[str, ...]
    date_terminated: dt.date | None = None


class Attorney(NamedTuple):
    """A lawyer and the parties of this docket (Party.id) they appear for."""

    id: int
    docket_id: int
    name: str
    party_ids: tuple[int, ...]


class OriginatingCourt(NamedTuple):
    """originating_court_information: where an appeal came from."""

    docket_number: str
    assigned_to_str: str
    date_filed: dt.date | None


class Docket(NamedTuple):
    """One docket with all that hangs on it; entries in the court's sequence.

    `former_parties`: parties under names that they had, and those that are gone upstream.
    """

    id: int
    court_id: str
    docket_number: str
    case_name: str
    date_filed: dt.date | None = None
    date_terminated: dt.date | None = None
    date_last_filing: dt.date | None = None
    nature_of_suit: str = ""
    cause: str = ""
    assigned_to_str: str = ""
    referred_to_str: str = ""
    panel_str: str = ""
    jurisdiction_type: str = ""
    appeal_from_id: str = ""
    originating_court: OriginatingCourt | None = None
    entries: tuple[Entry, ...] = ()
    parties: tuple[Party, ...] = ()
    attorneys: tuple[Attorney, ...] = ()
    first_seen: dt.datetime | None = None
    last_checked: dt.datetime | None = None
    former_case_names: tuple[str, ...] = ()
    former_parties: tuple[Party, ...] = ()


def in_court_order(entries: "list[Entry]") -> tuple[Entry, ...]:
    """The court's sequence: recap_sequence_number, then entry_number; entries without either go by date and id."""

    def place(entry: Entry) -> tuple[str, str, int, int]:
        day = entry.date_filed.isoformat() if entry.date_filed else ""
        number = entry.entry_number if entry.entry_number is not None else 0
        return (entry.recap_sequence_number[:10] or day, entry.recap_sequence_number, number, entry.id)

    return tuple(sorted(entries, key=place))
