"""A measure can name the one of the year before that it carries on; what a year's assessment came to."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKey, UniqueConstraint

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("measures", Column("comes_from", sa.Text))
    op.create_table(
        "scores",
        Column("id", sa.Integer, primary_key=True, autoincrement=False),
        Column("plan_id", sa.Integer, ForeignKey("plans.id"), nullable=False),
        Column("fiscal_year", sa.Integer, nullable=False),
        Column("subject", sa.Text, nullable=False),
        Column("value", sa.Integer),
        Column("band", sa.String(20)),
        UniqueConstraint("plan_id", "fiscal_year", "subject"),
        CheckConstraint("fiscal_year BETWEEN 2400 AND 2800", name="fiscal_year"),
        CheckConstraint("value BETWEEN 0 AND 1000000", name="value"),
        CheckConstraint("band IN ('excellent', 'good', 'passed', 'improve', 'urgent')", name="band"),
        CheckConstraint("value IS NOT NULL OR band IS NOT NULL", name="anything"),
    )
