"""Which meetings were held, and on which day."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKey, UniqueConstraint

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "held_meetings",
        Column("id", sa.Integer, primary_key=True, autoincrement=False),
        Column("plan_id", sa.Integer, ForeignKey("plans.id"), nullable=False),
        Column("month", sa.Integer, nullable=False),
        Column("held_on", sa.Date, nullable=False),
        Column("marked_on", sa.Date, nullable=False),
        Column("marked_by", sa.Text, nullable=False),
        UniqueConstraint("plan_id", "month"),
        CheckConstraint("month BETWEEN 1 AND 12", name="month"),
    )
