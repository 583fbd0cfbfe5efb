"""What the sandbox knows of each endpoint: its filters, relations and orders, as OPTIONS of the real server lists them.

In: nothing. Out: ENDPOINTS, the table from which rows are stored, filters are checked and pages are ordered, and LINKS,
the many-to-many tables that are read out of nested lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Kind = Literal["number", "text", "date", "moment", "flag"]

ORDERED = ("exact", "gte", "gt", "lte", "lt", "range")
SPELLED = ("exact", "iexact", "startswith", "istartswith")
CALENDAR = ("year", "month", "day")
JURISDICTIONS = "F FD FB FBP FS S SA ST SS TRS TRA TRT TRX TS TA TT TSP SAG MA MT C I T"


SQL_TYPES: dict[Kind, str] = {
    "number": "NUMERIC",
    "text": "TEXT",
    "date": "TEXT",
    "moment": "INTEGER",
    "flag": "INTEGER",
}


def id_type(endpoint: str) -> str:
    """Ids are numbers, but those of courts."""
    return "TEXT" if endpoint == "courts" else "INTEGER"


class Field(NamedTuple):
    """One column: how its values are read and compared, and by which lookups (none: it is only stored)."""

    kind: Kind
    lookups: tuple[str, ...] = ()
    choices: frozenset[str] = frozenset()
    several: bool = False
    """A repeated parameter is an OR; everywhere else the last one wins."""


class One(NamedTuple):
    """A relation to one row of another endpoint, whose id stands in a column of this one."""

    to: str
    column: str


class Many(NamedTuple):
    """A relation to many rows: `far` ids beside `near` ids in a table, which may be the other endpoint's own."""

    to: str
    table: str
    near: str
    far: str


class Endpoint(NamedTuple):
    """One endpoint. `order` lists what order_by understands, `cursors` what it pages by cursor."""

    model: str
    fields: Mapping[str, Field]
    relations: Mapping[str, One | Many] = {}
    order: tuple[str, ...] = ("id", "date_created", "date_modified")
    default_order: str = "-id"
    cursors: tuple[str, ...] = ("id", "date_created", "date_modified")
    max_page: int | None = 100
    page_size_honoured: bool = False
    public: bool = False
    extra_filters: tuple[str, ...] = ()

    @property
    def columns(self) -> dict[str, str]:
        """Every stored column with its SQL type; without the same type on both sides of a join no index is used."""
        keys = {
            relation.column: id_type(relation.to) for relation in self.relations.values() if isinstance(relation, One)
        }
        return {**keys, **{name: SQL_TYPES[field.kind] for name, field in self.fields.items()}}


class Link(NamedTuple):
    """A many-to-many table: from each row of `endpoint`, one pair for each item of the list `items`."""

    endpoint: str
    items: str
    key: str | None
    near: str
    far: str


NUMBER = Field("number", ORDERED)
NULLABLE_NUMBER = Field("number", (*ORDERED, "isnull"))
DATE = Field("date", (*ORDERED, *CALENDAR))
MOMENT = Field("moment", (*ORDERED, *CALENDAR, "hour", "minute", "second"))
TEXT = Field("text", ("exact",))
NAME = Field("text", SPELLED)
FLAG = Field("flag", ("exact",))
STORED_TEXT = Field("text")

SAVED: dict[str, Field] = {"id": NUMBER, "date_created": MOMENT, "date_modified": MOMENT}


def _codes(first: int, last: int) -> frozenset[str]:
    return frozenset(str(code) for code in range(first, last + 1))


ENDPOINTS: dict[str, Endpoint] = {
    "dockets": Endpoint(
        model="Docket",
        fields={
            **SAVED,
            "date_filed": DATE,
            "date_terminated": DATE,
            "date_last_filing": DATE,
            "date_blocked": DATE,
            "docket_number": TEXT,
            "docket_number_core": Field("text", ("exact", "startswith")),
            "nature_of_suit": NAME,
            "pacer_case_id": TEXT,
            "source": Field("number", ("exact", "in"), _codes(0, 255)),
            "blocked": FLAG,
            "case_name": STORED_TEXT,
        },
        relations={
            "court": One("courts", "court_id"),
            "assigned_to": One("people", "assigned_to_id"),
            "referred_to": One("people", "referred_to_id"),
            "docket_entries": Many("docket-entries", "docket-entries", "docket_id", "id"),
            "parties": Many("parties", "party_dockets", "docket_id", "party_id"),
            "tags": Many("tag", "docket_tags", "docket_id", "tag_id"),
        },
        order=(*SAVED, "date_blocked", "date_filed", "date_terminated", "date_last_filing"),
    ),
    "docket-entries": Endpoint(
        model="DocketEntry",
        fields={
            **SAVED,
            "entry_number": NULLABLE_NUMBER,
            "date_filed": DATE,
            "pacer_sequence_number": NULLABLE_NUMBER,
            "recap_sequence_number": STORED_TEXT,
        },
        relations={
            "docket": One("dockets", "docket_id"),
            "recap_documents": Many("recap-documents", "recap-documents", "docket_entry_id", "id"),
            "tags": Many("tag", "entry_tags", "entry_id", "tag_id"),
        },
        order=(*SAVED, "date_filed", "recap_sequence_number", "entry_number"),
    ),
    "recap-documents": Endpoint(
        model="RECAPDocument",
        fields={
            **SAVED,
            "date_upload": MOMENT,
            "document_type": Field("number", ("exact",), _codes(1, 2)),
            "document_number": Field("text", ("exact", "gte", "gt", "lte", "lt")),
            "pacer_doc_id": Field("text", ("exact", "in")),
            "is_available": FLAG,
            "sha1": TEXT,
            "ocr_status": Field("number", ORDERED, _codes(1, 4)),
            "is_free_on_pacer": FLAG,
            "description": STORED_TEXT,
        },
        relations={"docket_entry": One("docket-entries", "docket_entry_id")},
        order=(*SAVED, "date_upload"),
    ),
    "parties": Endpoint(
        model="Party",
        fields={**SAVED, "name": NAME},
        relations={
            "docket": Many("dockets", "party_dockets", "party_id", "docket_id"),
            "attorney": Many("attorneys", "party_attorneys", "party_id", "attorney_id"),
        },
        extra_filters=("filter_nested_results",),
    ),
    "attorneys": Endpoint(
        model="Attorney",
        fields={**SAVED, "name": NAME},
        relations={
            "docket": Many("dockets", "attorney_dockets", "attorney_id", "docket_id"),
            "parties_represented": Many("parties", "party_attorneys", "attorney_id", "party_id"),
        },
        extra_filters=("filter_nested_results",),
    ),
    "courts": Endpoint(
        model="Court",
        fields={
            "id": TEXT,
            "date_modified": MOMENT,
            "in_use": FLAG,
            "has_opinion_scraper": FLAG,
            "has_oral_argument_scraper": FLAG,
            "position": NUMBER,
            "start_date": DATE,
            "end_date": DATE,
            "short_name": NAME,
            "full_name": NAME,
            "citation_string": NAME,
            "jurisdiction": Field("text", ("exact",), frozenset(JURISDICTIONS.split()), several=True),
            "parent_court": TEXT,
        },
        relations={"dockets": Many("dockets", "dockets", "court_id", "id")},
        order=("id", "date_modified", "position", "start_date", "end_date"),
        default_order="position",
        max_page=None,
        public=True,
    ),
    "people": Endpoint(
        model="Person",
        fields={**SAVED, "name_first": NAME, "name_middle": NAME, "name_last": NAME, "name_suffix": NAME, "slug": TEXT},
        relations={"positions": Many("positions", "positions", "person_id", "id")},
    ),
    "positions": Endpoint(
        model="Position",
        fields={**SAVED, "position_type": TEXT, "date_start": DATE, "date_termination": DATE},
        relations={"person": One("people", "person_id"), "court": One("courts", "court_id")},
    ),
    "originating-court-information": Endpoint(
        model="OriginatingCourtInformation",
        fields={**SAVED, "docket_number": TEXT},
    ),
    "bankruptcy-information": Endpoint(model="BankruptcyInformation", fields=SAVED),
    "tag": Endpoint(model="Tag", fields={**SAVED, "name": TEXT}),
    "docket-alerts": Endpoint(
        model="DocketAlert",
        fields={
            "id": Field("number", ("exact",)),
            "date_created": Field("moment"),
            "date_modified": Field("moment"),
            "alert_type": Field("number", ("exact",), _codes(0, 1)),
            "account": STORED_TEXT,
        },
        relations={"docket": One("dockets", "docket_id")},
        order=("date_created", "date_modified"),
        default_order="-date_created",
        cursors=("date_created",),
        page_size_honoured=True,
    ),
    "alerts": Endpoint(
        model="Alert",
        fields={
            "id": Field("number", ("exact",)),
            "date_created": Field("moment"),
            "date_modified": Field("moment"),
            "account": STORED_TEXT,
        },
        order=("date_created", "date_modified"),
        default_order="-date_created",
        cursors=("date_created",),
    ),
}

LINKS: dict[str, Link] = {
    "party_dockets": Link("parties", "party_types", "docket", "party_id", "docket_id"),
    "party_attorneys": Link("parties", "attorneys", "attorney", "party_id", "attorney_id"),
    "attorney_dockets": Link("attorneys", "parties_represented", "docket", "attorney_id", "docket_id"),
    "docket_tags": Link("dockets", "tags", None, "docket_id", "tag_id"),
    "entry_tags": Link("docket-entries", "tags", None, "entry_id", "tag_id"),
}
