"""The director's orders and remarks."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKey, UniqueConstraint

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "orders",
        *_named_in_plan(),
        Column("text", sa.Text, nullable=False),
        Column("due_on", sa.Date, nullable=False),
        Column("given_on", sa.Date, nullable=False),
        Column("given_by", sa.Text, nullable=False),
        Column("answer", sa.Text, nullable=False),
        Column("closed_on", sa.Date),
        Column("closed_by", sa.Text, nullable=False),
        UniqueConstraint("plan_id", "number"),
        CheckConstraint("month BETWEEN 1 AND 12", name="month"),
        CheckConstraint("text <> ''", name="text"),
        CheckConstraint("(closed_on IS NULL) = (answer = '')", name="answer"),
    )
    op.create_table(
        "remarks",
        *_named_in_plan(),
        Column("response", sa.String(20), nullable=False),
        Column("topic", sa.String(20), nullable=False),
        Column("text", sa.Text, nullable=False),
        Column("made_on", sa.Date, nullable=False),
        Column("made_by", sa.Text, nullable=False),
        UniqueConstraint("plan_id", "number"),
        CheckConstraint("month BETWEEN 1 AND 12", name="month"),
        CheckConstraint("response IN ('acknowledged', 'comment')", name="response"),
        CheckConstraint("topic IN ('missing', 'late', 'standstill', 'gap', 'changes')", name="topic"),
        CheckConstraint("response = 'acknowledged' OR text <> ''", name="text"),
    )


def _named_in_plan() -> tuple[Column[int], ...]:
    return (
        Column("id", sa.Integer, primary_key=True, autoincrement=False),
        Column("plan_id", sa.Integer, ForeignKey("plans.id"), nullable=False),
        Column("number", sa.Integer, nullable=False),
        Column("month", sa.Integer, nullable=False),
        Column("section_id", sa.Integer, ForeignKey("sections.id")),
        Column("measure_id", sa.Integer, ForeignKey("measures.id")),
    )
