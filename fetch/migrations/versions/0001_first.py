"""The first schema, spelled out: schema.py moves on, this stays."""
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

BIG = sa.BigInteger()
OUR_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TEXT = sa.Text()
SHORT = sa.String(length=32)


def column(name: str, type_: sa.types.TypeEngine, nullable: bool = False) -> sa.Column:
    return sa.Column(name, type_, nullable=nullable, autoincrement=type_ is OUR_ID and name == "id")


def upgrade() -> None:
    op.create_table(
        "attorney",
        column("id", BIG),
        column("docket_id", BIG),
        column("name", TEXT),
        column("raw", sa.LargeBinary()),
        column("raw_hash", SHORT),
        column("first_seen", SHORT),
        column("first_request_id", OUR_ID, nullable=True),
        column("last_seen", SHORT),
        column("gone_at", SHORT, nullable=True),
        sa.PrimaryKeyConstraint("id", "docket_id", name="pk_attorney"),
    )
    op.create_index("ix_attorney_docket_id", "attorney", ["docket_id"])
    op.create_table(
        "attorney_role",
        column("attorney_id", BIG),
        column("party_id", BIG),
        column("docket_id", BIG),
        column("role", sa.Integer()),
        sa.PrimaryKeyConstraint("attorney_id", "party_id", "docket_id", "role", name="pk_attorney_role"),
    )
    op.create_index("ix_attorney_role_docket_id", "attorney_role", ["docket_id"])
    op.create_table(
        "change",
        column("id", OUR_ID),
        column("entity", TEXT),
        column("entity_id", TEXT),
        column("docket_id", BIG, nullable=True),
        column("field", TEXT),
        column("old", TEXT, nullable=True),
        column("new", TEXT, nullable=True),
        column("seen_at", SHORT),
        column("request_id", OUR_ID, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_change"),
    )
    op.create_index("ix_change_docket_id_seen_at", "change", ["docket_id", "seen_at"])
    op.create_table(
        "court",
        column("id", TEXT),
        column("short_name", TEXT),
        column("full_name", TEXT),
        column("citation_string", TEXT),
        column("jurisdiction", TEXT),
        column("raw", sa.LargeBinary()),
        column("raw_hash", SHORT),
        column("first_seen", SHORT),
        column("first_request_id", OUR_ID, nullable=True),
        column("last_seen", SHORT),
        column("gone_at", SHORT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_court"),
    )
    op.create_table(
        "docket",
        column("id", BIG),
        column("court_id", TEXT),
        column("docket_number", TEXT),
        column("docket_number_core", TEXT),
        column("case_name", TEXT),
        column("case_name_full", TEXT),
        column("date_filed", sa.Date(), nullable=True),
        column("date_terminated", sa.Date(), nullable=True),
        column("date_last_filing", sa.Date(), nullable=True),
        column("nature_of_suit", TEXT),
        column("cause", TEXT),
        column("assigned_to_str", TEXT),
        column("referred_to_str", TEXT),
        column("panel_str", TEXT),
        column("jurisdiction_type", TEXT),
        column("appeal_from_id", TEXT),
        column("pacer_case_id", TEXT),
        column("date_created", SHORT, nullable=True),
        column("date_modified", SHORT, nullable=True),
        column("raw", sa.LargeBinary()),
        column("raw_hash", SHORT),
        column("first_seen", SHORT),
        column("first_request_id", OUR_ID, nullable=True),
        column("last_seen", SHORT),
        column("gone_at", SHORT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_docket"),
    )
    op.create_index("ix_docket_court_id_docket_number", "docket", ["court_id", "docket_number"])
    op.create_table(
        "docket_entry",
        column("id", BIG),
        column("docket_id", BIG),
        column("entry_number", BIG, nullable=True),
        column("recap_sequence_number", TEXT),
        column("pacer_sequence_number", BIG, nullable=True),
        column("date_filed", sa.Date(), nullable=True),
        column("time_filed", TEXT, nullable=True),
        column("description", TEXT),
        column("date_created", SHORT, nullable=True),
        column("date_modified", SHORT, nullable=True),
        column("raw", sa.LargeBinary()),
        column("raw_hash", SHORT),
        column("first_seen", SHORT),
        column("first_request_id", OUR_ID, nullable=True),
        column("last_seen", SHORT),
        column("gone_at", SHORT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_docket_entry"),
    )
    op.create_index(
        "ix_docket_entry_docket_id_recap_sequence_number", "docket_entry", ["docket_id", "recap_sequence_number"]
    )
    op.create_table(
        "originating_court_information",
        column("docket_id", BIG),
        column("docket_number", TEXT),
        column("assigned_to_str", TEXT),
        column("date_filed", sa.Date(), nullable=True),
        column("date_judgment", sa.Date(), nullable=True),
        column("date_filed_noa", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("docket_id", name="pk_originating_court_information"),
    )
    op.create_table(
        "party",
        column("id", BIG),
        column("docket_id", BIG),
        column("name", TEXT),
        column("raw", sa.LargeBinary()),
        column("raw_hash", SHORT),
        column("first_seen", SHORT),
        column("first_request_id", OUR_ID, nullable=True),
        column("last_seen", SHORT),
        column("gone_at", SHORT, nullable=True),
        sa.PrimaryKeyConstraint("id", "docket_id", name="pk_party"),
    )
    op.create_index("ix_party_docket_id", "party", ["docket_id"])
    op.create_table(
        "party_role",
        column("party_id", BIG),
        column("docket_id", BIG),
        column("name", TEXT),
        column("date_terminated", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("party_id", "docket_id", "name", name="pk_party_role"),
    )
    op.create_index("ix_party_role_docket_id", "party_role", ["docket_id"])
    op.create_table(
        "progress",
        column("docket_id", BIG),
        column("part", TEXT),
        column("mode", TEXT),
        column("next_url", TEXT, nullable=True),
        column("started_at", SHORT, nullable=True),
        column("checked_at", SHORT, nullable=True),
        column("whole_at", SHORT, nullable=True),
        column("mark", SHORT, nullable=True),
        column("watermark", SHORT, nullable=True),
        column("error", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("docket_id", "part", name="pk_progress"),
    )
    op.create_table(
        "quarantine",
        column("id", OUR_ID),
        column("endpoint", TEXT),
        column("docket_id", BIG, nullable=True),
        column("entity_id", TEXT, nullable=True),
        column("error", TEXT),
        column("raw", sa.LargeBinary()),
        column("raw_hash", SHORT),
        column("seen_at", SHORT),
        column("resolved_at", SHORT, nullable=True),
        column("request_id", OUR_ID, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_quarantine"),
        sa.UniqueConstraint("raw_hash", name="uq_quarantine_raw_hash"),
    )
    op.create_table(
        "rate_limit",
        column("account", TEXT),
        column("window_seconds", sa.Integer()),
        column("max_requests", sa.Integer()),
        column("rate", TEXT),
        column("seen_at", SHORT),
        sa.PrimaryKeyConstraint("account", "window_seconds", name="pk_rate_limit"),
    )
    op.create_table(
        "recap_document",
        column("id", BIG),
        column("docket_entry_id", BIG),
        column("docket_id", BIG),
        column("document_number", TEXT),
        column("attachment_number", sa.Integer(), nullable=True),
        column("document_type", sa.Integer(), nullable=True),
        column("pacer_doc_id", TEXT),
        column("description", TEXT),
        column("is_available", sa.Boolean(), nullable=True),
        column("is_sealed", sa.Boolean(), nullable=True),
        column("page_count", sa.Integer(), nullable=True),
        column("date_modified", SHORT, nullable=True),
        column("gone_at", SHORT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_recap_document"),
    )
    op.create_index("ix_recap_document_docket_entry_id", "recap_document", ["docket_entry_id"])
    op.create_table(
        "run",
        column("id", OUR_ID),
        column("command", TEXT),
        column("started_at", SHORT),
        column("ended_at", SHORT, nullable=True),
        column("outcome", TEXT, nullable=True),
        column("detail", TEXT),
        sa.PrimaryKeyConstraint("id", name="pk_run"),
    )
    op.create_table(
        "request",
        column("id", OUR_ID),
        column("run_id", OUR_ID, nullable=True),
        column("account", TEXT),
        column("at", sa.Double()),
        column("counted", sa.Boolean()),
        column("purpose", TEXT),
        column("url", TEXT),
        column("status", sa.Integer(), nullable=True),
        column("rows", sa.Integer(), nullable=True),
        column("seconds", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name="fk_request_run_id"),
        sa.PrimaryKeyConstraint("id", name="pk_request"),
    )
    op.create_index("ix_request_account_at", "request", ["account", "at"])
