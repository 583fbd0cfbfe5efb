"""CourtListener's objects, as far as we type them: JSON as received in, typed fields beside the same bytes out.

Unknown fields are not refused: they stay in `Found.raw`. A row that is not what CourtListener documents is a `Bad`.
"""
import datetime as dt
import json
from typing import Annotated, Any, NamedTuple, get_type_hints

import msgspec

CONTACTS = ("contact_raw", "phone", "fax", "email", "extra_info", "organizations")
"""Keys of parties and attorneys that hold people's addresses: not asked for, and dropped where they come anyway."""

SECRETS = ("secret_key",)
"""Keys of an account's alerts that let whoever holds them act for it."""

Number = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]  # what a database keeps
Small = Annotated[int, msgspec.Meta(ge=-(2**31), le=2**31 - 1)]
Text = str | None
Moment = Annotated[dt.datetime, msgspec.Meta(tz=True)]  # without an offset it could be any hour of the day
Link = Annotated[str, msgspec.Meta(pattern=r"/[0-9]{1,18}/?\Z")]


class Api(msgspec.Struct, frozen=True):
    """An object of the API. A null where text is meant is "", and NULs, which no database keeps, are dropped.

    Times are in UTC; OverflowError where that is outside the calendar.
    """

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if isinstance(value, str) and "\0" in value:
                msgspec.structs.force_setattr(self, name, value.replace("\0", ""))
            elif isinstance(value, dt.datetime):
                msgspec.structs.force_setattr(self, name, value.astimezone(dt.UTC))
            elif value is None and name in texts_of(type(self)):
                msgspec.structs.force_setattr(self, name, "")


TEXTS: dict[type, frozenset[str]] = {}


def texts_of(kind: type) -> frozenset[str]:
    """The fields of a type that are text."""
    if kind not in TEXTS:
        TEXTS[kind] = frozenset(name for name, hint in get_type_hints(kind).items() if hint == Text)
    return TEXTS[kind]


class OriginatingCourt(Api, frozen=True):
    docket_number: Text = ""
    assigned_to_str: Text = ""
    date_filed: dt.date | None = None
    date_judgment: dt.date | None = None
    date_filed_noa: dt.date | None = None


class Docket(Api, frozen=True):
    id: Number
    court_id: str
    docket_number: Text = ""
    docket_number_core: Text = ""
    case_name: Text = ""
    case_name_full: Text = ""
    date_filed: dt.date | None = None
    date_terminated: dt.date | None = None
    date_last_filing: dt.date | None = None
    nature_of_suit: Text = ""
    cause: Text = ""
    assigned_to_str: Text = ""
    referred_to_str: Text = ""
    panel_str: Text = ""
    jurisdiction_type: Text = ""
    appeal_from: Text = ""
    pacer_case_id: Text = ""
    date_created: Moment | None = None
    date_modified: Moment | None = None
    original_court_info: OriginatingCourt | str | None = None

    @property
    def appeal_from_id(self) -> str:
        """The court id at the end of the link to the court appealed from; "" on trial-court dockets."""
        return last_part(self.appeal_from or "")


class RecapDocument(Api, frozen=True):
    id: Number
    document_number: Text = ""
    attachment_number: Small | None = None
    document_type: Small | None = None
    pacer_doc_id: Text = ""
    description: Text = ""
    is_available: bool | None = None
    is_sealed: bool | None = None
    page_count: Small | None = None
    date_modified: Moment | None = None


class DocketEntry(Api, frozen=True):
    id: Number
    docket: Link
    entry_number: Number | None = None
    recap_sequence_number: Text = ""
    pacer_sequence_number: Number | None = None
    date_filed: dt.date | None = None
    time_filed: str | None = None
    description: Text = ""
    date_created: Moment | None = None
    date_modified: Moment | None = None
    recap_documents: list[RecapDocument] = []

    @property
    def docket_id(self) -> int:
        return number_of(self.docket)


class PartyRole(Api, frozen=True):
    docket_id: Number
    name: Text = ""
    date_terminated: dt.date | None = None


class Party(Api, frozen=True):
    id: Number
    name: Text = ""
    party_types: list[PartyRole] = []


class AttorneyRole(Api, frozen=True):
    docket: Link
    party: Link
    role: Small | None = None

    @property
    def docket_id(self) -> int:
        return number_of(self.docket)

    @property
    def party_id(self) -> int:
        return number_of(self.party)


class Attorney(Api, frozen=True):
    id: Number
    name: Text = ""
    parties_represented: list[AttorneyRole] = []


class SearchTimes(Api, frozen=True):
    timestamp: Moment | None = None
    date_created: Moment | None = None


class SearchDocument(Api, frozen=True):
    """A document as the search index has it (type=rd), with what it says of its entry."""

    id: Number
    docket_id: Number
    docket_entry_id: Number
    entry_number: Number | None = None
    entry_date_filed: dt.date | None = None
    description: Text = ""
    short_description: Text = ""
    document_number: Number | str | None = None
    attachment_number: Small | None = None
    document_type: Text = ""
    pacer_doc_id: Text = ""
    is_available: bool | None = None
    page_count: Small | None = None
    meta: SearchTimes = SearchTimes()


class SearchDocket(Api, frozen=True):
    """A docket as the search index has it (type=r or d)."""

    docket_id: Number
    court_id: str
    docketNumber: Text = ""  # noqa: N815 - the index's own name, as the next three
    caseName: Text = ""  # noqa: N815
    dateFiled: dt.date | None = None  # noqa: N815
    suitNature: Text = ""  # noqa: N815

    @property
    def id(self) -> int:
        return self.docket_id


SEARCHES: dict[str, type[Api]] = {"rd": SearchDocument, "r": SearchDocket, "d": SearchDocket}
ENDPOINTS: dict[str, type[Api]] = {
    "dockets": Docket,
    "docket-entries": DocketEntry,
    "parties": Party,
    "attorneys": Attorney,
}


class Found(NamedTuple):
    """One object: its typed fields and its JSON exactly as received."""

    value: Any
    raw: bytes


class Bad(NamedTuple):
    """One row that is not what CourtListener documents, with the reason; the rest of its page is fine."""

    raw: bytes
    error: str


def number_of(link: str) -> int:
    return int(last_part(link))


def last_part(link: str) -> str:
    """The id at the end of a link of the API."""
    return link.rstrip("/").rpartition("/")[2]


def originating_court(docket: Docket) -> OriginatingCourt | None:
    """None on trial-court dockets, and where a server sends only a link."""
    return docket.original_court_info if isinstance(docket.original_court_info, OriginatingCourt) else None


def without_contacts(raw: bytes) -> bytes:
    """The same JSON less people's addresses and an account's secrets; the same bytes where there were none."""
    if not any(f'"{key}"'.encode() in raw for key in (*CONTACTS, *SECRETS)):
        return raw
    try:
        return json.dumps(drop_contacts(json.loads(raw)), ensure_ascii=False).encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError):
        return b'""'  # not JSON, and it may hold an address: better nothing


def drop_contacts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: drop_contacts(item) for key, item in value.items() if key not in CONTACTS and key not in SECRETS}
    return [drop_contacts(item) for item in value] if isinstance(value, list) else value


def decode_rows(rows: list[msgspec.Raw], kind: type[Api]) -> tuple[tuple[Found, ...], tuple[Bad, ...]]:
    """Each row by itself, so that one that is malformed spoils no other."""
    found, bad = [], []
    for row in rows:
        raw = bytes(row)
        try:
            found.append(Found(msgspec.json.decode(raw, type=kind), raw))
        except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError) as error:
            bad.append(Bad(raw, str(error)))
    return tuple(found), tuple(bad)
