"""A remark may be about the month as a whole, which is a topic of its own."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKey, UniqueConstraint

revision = "0009"
down_revision = "0008"

_TOPIC = "topic IN ('missing', 'late', 'standstill', 'gap', 'changes', 'month')"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _make_table_anew()
        return
    op.drop_constraint("topic", "remarks", type_="check")
    op.create_check_constraint("topic", "remarks", _TOPIC)


def _make_table_anew() -> None:
    """SQLite changes no check of a table that is there."""
    op.rename_table("remarks", "remarks_before")
    op.create_table(
        "remarks",
        Column("id", sa.Integer, primary_key=True, autoincrement=False),
        Column("plan_id", sa.Integer, ForeignKey("plans.id"), nullable=False),
        Column("number", sa.Integer, nullable=False),
        Column("month", sa.Integer, nullable=False),
        Column("section_id", sa.Integer, ForeignKey("sections.id")),
        Column("measure_id", sa.Integer, ForeignKey("measures.id")),
        Column("response", sa.String(20), nullable=False),
        Column("topic", sa.String(20), nullable=False),
        Column("text", sa.Text, nullable=False),
        Column("made_on", sa.Date, nullable=False),
        Column("made_by", sa.Text, nullable=False),
        UniqueConstraint("plan_id", "number"),
        CheckConstraint("month BETWEEN 1 AND 12", name="month"),
        CheckConstraint("response IN ('acknowledged', 'comment')", name="response"),
        CheckConstraint(_TOPIC, name="topic"),
        CheckConstraint("response = 'acknowledged' OR text <> ''", name="text"),
    )
    names = "id, plan_id, number, month, section_id, measure_id, response, topic, text, made_on, made_by"
    op.execute(f"INSERT INTO remarks ({names}) SELECT {names} FROM remarks_before")  # noqa: S608
    op.drop_table("remarks_before")
