"""Measures and assignments can be limited to some months, and sections exempted from a month's review."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKey, UniqueConstraint

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    for table in ("measures", "assignments"):
        for month in ("first_month", "last_month"):
            # SQLite adds a check to a table only with the column that it is about.
            check = f"CONSTRAINT ck_{table}_{month} CHECK ({month} BETWEEN 1 AND 12)"
            op.execute(f"ALTER TABLE {table} ADD COLUMN {month} INTEGER {check}")
    op.create_table(
        "exemptions",
        Column("id", sa.Integer, primary_key=True, autoincrement=False),
        Column("measure_id", sa.Integer, ForeignKey("measures.id"), nullable=False),
        Column("section_id", sa.Integer, ForeignKey("sections.id"), nullable=False),
        Column("month", sa.Integer, nullable=False),
        Column("reason", sa.Text, nullable=False),
        Column("decided_on", sa.Date, nullable=False),
        UniqueConstraint("measure_id", "section_id", "month"),
        CheckConstraint("month BETWEEN 1 AND 12", name="month"),
        CheckConstraint("reason <> ''", name="reason"),
    )
