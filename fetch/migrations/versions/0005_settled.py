"""Rows in quarantine that a person has looked at: when, who and why."""
import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("quarantine", sa.Column("settled_at", sa.String(length=32), nullable=True))
    op.add_column("quarantine", sa.Column("settled_by", sa.Text(), nullable=True))
    op.add_column("quarantine", sa.Column("settled_why", sa.Text(), nullable=True))
