"""Sections have e-mail addresses, and who was chased by mail on which day is kept."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import CheckConstraint, Column

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("sections", Column("email", sa.Text, nullable=False, server_default=sa.text("''")))
    op.create_table(
        "chases",
        Column("organisation", sa.Text, primary_key=True),
        Column("section", sa.Text, primary_key=True),
        Column("day", sa.Date, primary_key=True),
        Column("state", sa.String(20), nullable=False),
        Column("addresses", sa.Text, nullable=False),
        Column("said", sa.Text, nullable=False),
        Column("actor_name", sa.Text, nullable=False),
        Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        CheckConstraint("state IN ('sending', 'sent', 'failed')", name="state"),
    )
