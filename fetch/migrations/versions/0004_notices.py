"""The outbox: what each rule of the config has told, or is about to."""
import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

TEXT = sa.Text()
SHORT = sa.String(length=32)


def upgrade() -> None:
    op.create_table(
        "notice",
        sa.Column("rule", TEXT, nullable=False),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("what", TEXT, nullable=False),
        sa.Column("docket_id", sa.BigInteger(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("message", TEXT, nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("at", SHORT, nullable=False),
        sa.Column("next_at", SHORT, nullable=True),
        sa.Column("why", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("rule", "key", name="pk_notice"),
    )
    op.create_index("ix_notice_rule_state", "notice", ["rule", "state"])
    op.create_index("ix_notice_docket_id", "notice", ["docket_id"])
