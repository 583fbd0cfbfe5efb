"""The tables where fetch and render meet. Each column says what null means; nothing here interprets.

Raw objects stand beside the typed columns as received (zlib-compressed JSON), less people's contact data. Typed columns
are what we search and join by; a mistake in one is mended from `raw` without asking CourtListener again.
Times are UTC. Dates are the court's own.
"""
import datetime as dt

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    false,
    text,
)
from sqlalchemy.types import TypeDecorator

REVISION = "0005"
"""The newest migration; render refuses a store at any other."""


class Utc(TypeDecorator[dt.datetime]):
    """An aware time, kept as ISO text in UTC with microseconds: sorts as text, the same in SQLite and PostgreSQL."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: object) -> str | None:
        return None if value is None else value.astimezone(dt.UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: object) -> dt.datetime | None:
        return None if value is None else dt.datetime.fromisoformat(value)


OurId = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up only a plain INTEGER
Raw = LargeBinary  # zlib-compressed UTF-8 JSON

# Constraint names are fixed so that migrations can name them in both databases.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)


def seen() -> list[Column]:
    """When we first and last saw an object in an answer, by which request first, and when it was found missing."""
    return [
        Column("raw", Raw, nullable=False),
        Column("raw_hash", String(32), nullable=False),  # blake2b of the uncompressed raw
        Column("first_seen", Utc, nullable=False),
        Column("first_request_id", OurId, nullable=True),  # null: imported or pushed
        Column("last_seen", Utc, nullable=False),
        Column("gone_at", Utc, nullable=True),  # null: still there when last looked for
    ]


docket = Table(
    "docket",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("court_id", Text, nullable=False),
    Column("docket_number", Text, nullable=False),  # "" while CourtListener has none
    Column("docket_number_core", Text, nullable=False),  # "" where it cannot be worked out
    Column("case_name", Text, nullable=False),
    Column("case_name_full", Text, nullable=False),
    Column("date_filed", Date, nullable=True),  # null: not known yet (RSS-born dockets)
    Column("date_terminated", Date, nullable=True),  # null: open, or not known
    Column("date_last_filing", Date, nullable=True),  # null: nothing filed that we know of
    Column("nature_of_suit", Text, nullable=False),  # "" is no statement: new dockets are born without one
    Column("cause", Text, nullable=False),
    Column("assigned_to_str", Text, nullable=False),
    Column("referred_to_str", Text, nullable=False),
    Column("panel_str", Text, nullable=False),
    Column("jurisdiction_type", Text, nullable=False),
    Column("appeal_from_id", Text, nullable=False),  # court id; "" on trial-court dockets
    Column("pacer_case_id", Text, nullable=False),
    Column("date_created", Utc, nullable=True),  # null: the answer did not say
    Column("date_modified", Utc, nullable=True),  # null: the answer did not say
    *seen(),
    Index(None, "court_id", "docket_number"),
)

originating_court_information = Table(
    "originating_court_information",
    metadata,
    Column("docket_id", BigInteger, primary_key=True, autoincrement=False),  # the appeal's docket
    Column("docket_number", Text, nullable=False),
    Column("assigned_to_str", Text, nullable=False),
    Column("date_filed", Date, nullable=True),  # null: the court does not say
    Column("date_judgment", Date, nullable=True),  # null: none, or not said
    Column("date_filed_noa", Date, nullable=True),  # null: no notice of appeal, or not said
)

WITHOUT_TEXT = text("description = ''")

docket_entry = Table(
    "docket_entry",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("docket_id", BigInteger, nullable=False),
    Column("entry_number", BigInteger, nullable=True),  # null: a minute entry; huge on some appellate dockets
    Column("recap_sequence_number", Text, nullable=False),
    Column("pacer_sequence_number", BigInteger, nullable=True),  # null: not from a docket sheet
    Column("date_filed", Date, nullable=True),  # null: the court does not say
    Column("time_filed", Text, nullable=True),  # court-local "HH:MM:SS"; null where the court does not say
    Column("description", Text, nullable=False),  # "": the text stands in the documents, or is not there yet
    Column("date_created", Utc, nullable=True),  # null: the answer did not say
    Column("date_modified", Utc, nullable=True),  # null: the answer did not say
    *seen(),
    Index(None, "docket_id", "recap_sequence_number"),
    Index(None, "first_seen"),
    Index("ix_docket_entry_without_text", "first_seen", sqlite_where=WITHOUT_TEXT, postgresql_where=WITHOUT_TEXT),
)

recap_document = Table(
    "recap_document",  # its raw object is inside its entry's
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("docket_entry_id", BigInteger, nullable=False, index=True),
    Column("docket_id", BigInteger, nullable=False),
    Column("document_number", Text, nullable=False),  # "" for minute entries
    Column("attachment_number", Integer, nullable=True),  # null: the main document
    Column("document_type", Integer, nullable=True),  # null: not said
    Column("pacer_doc_id", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("is_available", Boolean, nullable=True),  # null: CourtListener does not say
    Column("is_sealed", Boolean, nullable=True),  # null: nobody has looked
    Column("page_count", Integer, nullable=True),  # null: nobody has the file
    Column("date_modified", Utc, nullable=True),  # null: the answer did not say
    Column("gone_at", Utc, nullable=True),  # null: still there
)

party = Table(
    "party",  # one row a docket: the same official has many ids
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("docket_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    *seen(),
    Index(None, "docket_id"),
)

party_role = Table(
    "party_role",
    metadata,
    Column("party_id", BigInteger, primary_key=True, autoincrement=False),
    Column("docket_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),  # Petitioner, Defendant …
    Column("date_terminated", Date, nullable=True),  # null: still a party
    Index(None, "docket_id"),
)

attorney = Table(
    "attorney",  # one row a docket too: an answer names only the parties asked about
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("docket_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    *seen(),
    Index(None, "docket_id"),
)

attorney_role = Table(
    "attorney_role",
    metadata,
    Column("attorney_id", BigInteger, primary_key=True, autoincrement=False),
    Column("party_id", BigInteger, primary_key=True, autoincrement=False),
    Column("docket_id", BigInteger, primary_key=True, autoincrement=False),
    Column("role", Integer, primary_key=True, autoincrement=False),  # CourtListener's code (2: lead); 0: none
    Index(None, "docket_id"),
)

court = Table(
    "court",  # empty: nothing asks for courts; earlier versions made it
    metadata,
    Column("id", Text, primary_key=True),
    Column("short_name", Text, nullable=False),
    Column("full_name", Text, nullable=False),
    Column("citation_string", Text, nullable=False),
    Column("jurisdiction", Text, nullable=False),
    *seen(),
)

change = Table(
    "change",  # which field of which object went from what to what, when we saw it, by which request
    metadata,
    Column("id", OurId, primary_key=True),
    Column("entity", Text, nullable=False),  # the table's name
    Column("entity_id", Text, nullable=False),
    Column("docket_id", BigInteger, nullable=True),  # null: it belongs to no docket, as courts do
    Column("field", Text, nullable=False),
    Column("old", Text, nullable=True),  # JSON; null: the field was not there
    Column("new", Text, nullable=True),  # JSON; null: the field is gone
    Column("seen_at", Utc, nullable=False),
    Column("request_id", OurId, nullable=True),  # null: imported or pushed
    Index(None, "docket_id", "seen_at"),
)

run = Table(
    "run",
    metadata,
    Column("id", OurId, primary_key=True),
    Column("command", Text, nullable=False),
    Column("started_at", Utc, nullable=False),
    Column("ended_at", Utc, nullable=True),  # null: still running, or killed
    Column("outcome", Text, nullable=True),  # done, budget, partial, failed; null as above
    Column("detail", Text, nullable=False),
)

request = Table(
    "request",  # the ledger: every request that may count against the account, ours and others'
    metadata,
    Column("id", OurId, primary_key=True),
    Column("run_id", OurId, ForeignKey("run.id"), nullable=True),  # null: seen in api-usage, made by another program
    Column("account", Text, nullable=False),  # fingerprint of the token, never the token
    Column("at", Double, nullable=False),  # Unix time of the answer; of the booking plus the time-out until it came
    Column("counted", Boolean, nullable=False),  # false: CourtListener does not count this kind of answer
    Column("background", Boolean, nullable=False, server_default=false()),  # true: it could have waited for another day
    Column("purpose", Text, nullable=False),
    Column("url", Text, nullable=False),  # path and query, without the token; "" for other programs' requests
    Column("status", Integer, nullable=True),  # null: no answer (yet)
    Column("rows", Integer, nullable=True),  # null: no page came
    Column("seconds", Double, nullable=True),  # null: no answer (yet)
    Index(None, "account", "at"),
)

rate_limit = Table(
    "rate_limit",  # as api-usage last said; the ledger knows no limit of its own
    metadata,
    Column("account", Text, primary_key=True),
    Column("window_seconds", Integer, primary_key=True, autoincrement=False),
    Column("max_requests", Integer, nullable=False),
    Column("rate", Text, nullable=False),
    Column("seen_at", Utc, nullable=False),
)

progress = Table(
    "progress",  # how far each part of each followed docket is; a run goes on from here after any stop
    metadata,
    Column("docket_id", BigInteger, primary_key=True, autoincrement=False),
    Column("part", Text, primary_key=True),  # docket, entries, parties, attorneys
    Column("mode", Text, nullable=False),  # whole: every row was asked for; delta: the rows changed since
    Column("next_url", Text, nullable=True),  # null: nothing left of this pass
    Column("started_at", Utc, nullable=True),  # of the pass under way; null: none is
    Column("checked_at", Utc, nullable=True),  # begin of the last finished pass; null: never finished one
    Column("whole_at", Utc, nullable=True),  # begin of the last finished pass that asked for every row; null: none did
    Column("mark", Utc, nullable=True),  # CourtListener's clock at the first page of the pass under way; null: none yet
    Column("watermark", Utc, nullable=True),  # the mark of the last finished pass: the next delta begins there
    Column("error", Text, nullable=True),  # why the last try failed; null: it did not
)

sweep = Table(
    "sweep",  # how far each pass over many dockets at once is: a cohort's changes, a saved search, a chosen list
    metadata,
    Column("name", Text, primary_key=True),  # "entries COHORT", "whole COHORT", "search NAME", "feed ID" …
    Column("endpoint", Text, nullable=False),
    Column("params", Text, nullable=False),  # JSON: the filters of the pass, as sent
    Column("docket_ids", Text, nullable=False),  # JSON: the dockets of a chosen list; [] for the others
    Column("mode", Text, nullable=False),  # whole: every row was asked for; delta: the rows changed since
    Column("next_url", Text, nullable=True),  # null: nothing left of this pass
    Column("started_at", Utc, nullable=True),  # of the pass under way; null: none is
    Column("checked_at", Utc, nullable=True),  # begin of the last finished pass; null: never finished one
    Column("whole_at", Utc, nullable=True),  # begin of the last finished pass over every row; null: none was
    Column("mark", Utc, nullable=True),  # CourtListener's clock at the first page of the pass under way; null: none yet
    Column("watermark", Utc, nullable=True),  # the mark of the last finished pass: the next delta begins there
    Column("unbroken_since", Utc, nullable=True),  # from here on no change was left out; null: no pass ended yet
    Column("error", Text, nullable=True),  # why the last try failed; null: it did not
)

found = Table(
    "found",  # which cohort or saved search found which docket; what an editor decides stands in site/, not here
    metadata,
    Column("docket_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),  # of the cohort or search
    Column("found_at", Utc, nullable=False),  # when it first did
    Column("request_id", OurId, nullable=True),  # null: imported or pushed
    Column("court_id", Text, nullable=False),
    Column("docket_number", Text, nullable=False),  # "" while CourtListener has none
    Column("case_name", Text, nullable=False),
    Column("date_filed", Date, nullable=True),  # null: not known yet
    Column("nature_of_suit", Text, nullable=False),  # "" is no statement
    Index(None, "name"),
)

push = Table(
    "push",  # what came in by webhook, whole, before anything was made of it: a hint, until the API says the same
    metadata,
    Column("id", OurId, primary_key=True),
    Column("received_at", Utc, nullable=False),
    Column("key", Text, nullable=False, unique=True),  # Idempotency-Key, or the hash of the body where there was none
    Column("event_type", Integer, nullable=True),  # CourtListener's code; null: the body could not be read
    Column("docket_ids", Text, nullable=False),  # JSON: the dockets it names
    Column("raw", Raw, nullable=False),  # the body, less people's contact data
    Column("handled_at", Utc, nullable=True),  # null: the dockets it names were not asked for since
    Index(None, "handled_at"),
)

quarantine = Table(
    "quarantine",  # rows we could not understand, whole, with the reason; the page they came in went on
    metadata,
    Column("id", OurId, primary_key=True),
    Column("endpoint", Text, nullable=False),
    Column("docket_id", BigInteger, nullable=True),  # null: the request was not about one docket
    Column("entity_id", Text, nullable=True),  # null: the row had no readable id
    Column("error", Text, nullable=False),
    Column("raw", Raw, nullable=False),
    Column("raw_hash", String(32), nullable=False, unique=True),  # blake2b of endpoint, docket_id and raw
    Column("seen_at", Utc, nullable=False),  # the last time it came
    Column("resolved_at", Utc, nullable=True),  # null: still not understood; else it came mended, or came no more
    Column("request_id", OurId, nullable=True),  # null: imported or pushed
    Column("settled_at", Utc, nullable=True),  # null: nobody has looked at it in the form in which it stands here
    Column("settled_by", Text, nullable=True),  # null: not settled
    Column("settled_why", Text, nullable=True),  # null: not settled; "" where nobody said
)

takedown = Table(
    "takedown",  # what was taken down, as hashes with a key that is not here (in PostgreSQL it is, under "key")
    metadata,
    Column("kind", Text, primary_key=True),  # docket, person; form: a way to write a name; part: one, in one docket
    Column("hash", String(64), primary_key=True),  # BLAKE2b with the key
    Column("at", Utc, nullable=False),  # the day
    Column("why", Text, nullable=False),  # "" where nobody said
)

notice = Table(
    "notice",  # the outbox of notifications: not a word of a docket, only ids; texts are made anew when they are sent
    metadata,
    Column("rule", Text, primary_key=True),  # its name in the config
    Column("key", Text, primary_key=True),  # of what happened: a short title and its full text later have the same
    Column("what", Text, nullable=False),  # rulings, orders … health; began: since when the rule tells of something
    Column("docket_id", BigInteger, nullable=True),  # null: of no docket
    Column("day", Date, nullable=False),  # when it happened, or became known
    Column("state", Text, nullable=False),  # due, sending, sent, unsure, given_up; passed: it was there before the rule
    Column("message", Text, nullable=True),  # the key of the first in the same message; null: it was in none yet
    Column("tries", Integer, nullable=False),
    Column("at", Utc, nullable=False),  # since when it has this state
    Column("next_at", Utc, nullable=True),  # due: not to be tried before; sending: due since; null: at once, or neither
    Column("why", Text, nullable=False),  # why it was not sent; "" where nothing is wrong
    Index(None, "rule", "state"),
    Index(None, "docket_id"),
)
