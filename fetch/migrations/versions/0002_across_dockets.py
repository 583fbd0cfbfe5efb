"""Passes over many dockets at once, what they found, and what was pushed."""
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

BIG = sa.BigInteger()
OUR_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TEXT = sa.Text()
SHORT = sa.String(length=32)


def column(name: str, type_: sa.types.TypeEngine, nullable: bool = False) -> sa.Column:
    return sa.Column(name, type_, nullable=nullable, autoincrement=type_ is OUR_ID and name == "id")


def upgrade() -> None:
    op.create_table(
        "sweep",
        column("name", TEXT),
        column("endpoint", TEXT),
        column("params", TEXT),
        column("docket_ids", TEXT),
        column("mode", TEXT),
        column("next_url", TEXT, nullable=True),
        column("started_at", SHORT, nullable=True),
        column("checked_at", SHORT, nullable=True),
        column("whole_at", SHORT, nullable=True),
        column("mark", SHORT, nullable=True),
        column("watermark", SHORT, nullable=True),
        column("unbroken_since", SHORT, nullable=True),
        column("error", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_sweep"),
    )
    op.create_table(
        "found",
        column("docket_id", BIG),
        column("name", TEXT),
        column("found_at", SHORT),
        column("request_id", OUR_ID, nullable=True),
        column("court_id", TEXT),
        column("docket_number", TEXT),
        column("case_name", TEXT),
        column("date_filed", sa.Date(), nullable=True),
        column("nature_of_suit", TEXT),
        sa.PrimaryKeyConstraint("docket_id", "name", name="pk_found"),
    )
    op.create_index("ix_found_name", "found", ["name"])
    op.create_table(
        "push",
        column("id", OUR_ID),
        column("received_at", SHORT),
        column("key", TEXT),
        column("event_type", sa.Integer(), nullable=True),
        column("docket_ids", TEXT),
        column("raw", sa.LargeBinary()),
        column("handled_at", SHORT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_push"),
        sa.UniqueConstraint("key", name="uq_push_key"),
    )
    op.create_index("ix_push_handled_at", "push", ["handled_at"])
    op.create_index("ix_docket_entry_first_seen", "docket_entry", ["first_seen"])
    without_text = sa.text("description = ''")
    op.create_index(
        "ix_docket_entry_without_text",
        "docket_entry",
        ["first_seen"],
        sqlite_where=without_text,
        postgresql_where=without_text,
    )
    op.add_column("request", sa.Column("background", sa.Boolean(), nullable=False, server_default=sa.false()))
