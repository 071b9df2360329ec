"""Months are closed with their figures, reopened for one section, and changed afterwards for a reason only."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKey, UniqueConstraint

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("batches", Column("reason", sa.Text, nullable=False, server_default=sa.text("''")))
    op.create_table(
        "closings",
        *_of_a_plan(),
        Column("closed_on", sa.Date, nullable=False),
        Column("closed_by", sa.Text, nullable=False),
        Column("revision", sa.Integer, nullable=False),
        Column("figures", sa.Text, nullable=False),
        Column("sha256", sa.Text, nullable=False),
        UniqueConstraint("plan_id", "month"),
        CheckConstraint("month BETWEEN 1 AND 12", name="month"),
    )
    op.create_table(
        "reopenings",
        *_of_a_plan(),
        Column("section_id", sa.Integer, ForeignKey("sections.id"), nullable=False),
        Column("reason", sa.Text, nullable=False),
        Column("opened_on", sa.Date, nullable=False),
        Column("opened_by", sa.Text, nullable=False),
        UniqueConstraint("plan_id", "section_id", "month"),
        CheckConstraint("month BETWEEN 1 AND 12", name="month"),
        CheckConstraint("reason <> ''", name="reason"),
    )


def _of_a_plan() -> tuple[Column[int], ...]:
    return (
        Column("id", sa.Integer, primary_key=True, autoincrement=False),
        Column("plan_id", sa.Integer, ForeignKey("plans.id"), nullable=False),
        Column("month", sa.Integer, nullable=False),
    )
