"""What people entered and haven't sent is kept by the store."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Column

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.create_table(
        "drafts",
        Column("owner", sa.Text, primary_key=True),
        Column("measure", sa.Text, primary_key=True),
        Column("section", sa.Text, primary_key=True),
        Column("month", sa.Integer, primary_key=True, autoincrement=False),
        Column("value", sa.JSON, nullable=False),
        Column("kept_at", sa.DateTime(timezone=True), nullable=False),
    )
