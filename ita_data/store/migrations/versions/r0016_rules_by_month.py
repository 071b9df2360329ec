"""Rules hold from a fiscal month on, in a table of their own, those of before from October; holidays of the office.

The first rules of a plan have the plan's own id, so that a plan that an undo brings back gets its id again.
"""

import re

import sqlalchemy as sa
from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKey, UniqueConstraint

revision = "0016"
down_revision = "0015"

_RULES = ("due_day", "expects_supporting", "reporting_target", "on_time_target", "completion_targets")


def upgrade() -> None:
    _create_rules()
    _create_holidays()
    names = ", ".join(_RULES)
    carried = f"SELECT id, id, {names}, 1, 1 FROM plans"  # noqa: S608
    op.execute(f"INSERT INTO rules (id, plan_id, {names}, starts_in_month, from_month) {carried}")
    if op.get_bind().dialect.name == "sqlite":
        _forget_the_check()
    for name in _RULES:
        op.drop_column("plans", name)


def _create_rules() -> None:
    op.create_table(
        "rules",
        Column("id", sa.Integer, primary_key=True, autoincrement=False),
        Column("plan_id", sa.Integer, ForeignKey("plans.id"), nullable=False),
        Column("due_day", sa.Integer, nullable=False),
        Column("expects_supporting", sa.Boolean, nullable=False),
        Column("reporting_target", sa.Integer),
        Column("on_time_target", sa.Integer),
        Column("completion_targets", sa.Text, nullable=False),
        Column("starts_in_month", sa.Integer, nullable=False),
        Column("from_month", sa.Integer, nullable=False),
        UniqueConstraint("plan_id", "from_month"),
        CheckConstraint("due_day BETWEEN 1 AND 31", name="due_day"),
        CheckConstraint("reporting_target BETWEEN 0 AND 100", name="reporting_target"),
        CheckConstraint("on_time_target BETWEEN 0 AND 100", name="on_time_target"),
        CheckConstraint("starts_in_month BETWEEN 1 AND 12", name="starts_in_month"),
        CheckConstraint("from_month BETWEEN 1 AND 12", name="from_month"),
    )


def _create_holidays() -> None:
    op.create_table(
        "holidays",
        Column("id", sa.Integer, primary_key=True, autoincrement=False),
        Column("organisation_id", sa.Integer, ForeignKey("organisations.id"), nullable=False),
        Column("day", sa.Date, nullable=False),
        Column("name", sa.Text, nullable=False),
        UniqueConstraint("organisation_id", "day"),
        CheckConstraint("name <> ''", name="name"),
    )


def _forget_the_check() -> None:
    """SQLite drops no column that a check of its table names, and drops no check; so its schema is told without it."""
    connection = op.get_bind()
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    schema = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'plans'"
    told = connection.exec_driver_sql(schema).scalar_one()
    without = re.sub(r"CONSTRAINT ck_plans_due_day CHECK \(due_day BETWEEN 1 AND 31\),\s*", "", told)
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    update = "UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = 'plans'"
    connection.exec_driver_sql(update, (without,))
    connection.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema = OFF")
