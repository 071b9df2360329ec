"""The first tables: offices, their plans, what was reported on them, and the batches that brought it."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKey, UniqueConstraint

revision = "0001"
down_revision = None


def upgrade() -> None:
    _create_offices()
    _create_plan()
    _create_measures()
    _create_responsibility()
    _create_outcomes()
    _create_reviews()
    _create_history()
    _create_revision()


def _create_offices() -> None:
    op.create_table("organisations", _id(), _text("name"), UniqueConstraint("name"))
    op.create_table(
        "sections",
        _id(),
        _reference("organisation_id", "organisations"),
        _text("name"),
        _text("short_name"),
        _integer("position"),
        Column("begins_on", sa.Date),
        Column("ends_on", sa.Date),
        UniqueConstraint("organisation_id", "name"),
        CheckConstraint("name <> 'ทุกฝ่าย'", name="not_every_section"),
    )
    op.create_table(
        "plans",
        _id(),
        _reference("organisation_id", "organisations"),
        _integer("fiscal_year"),
        _integer("due_day"),
        _flag("expects_supporting"),
        UniqueConstraint("organisation_id", "fiscal_year"),
        CheckConstraint("fiscal_year BETWEEN 2400 AND 2800", name="fiscal_year"),
        CheckConstraint("due_day BETWEEN 1 AND 31", name="due_day"),
    )


def _create_plan() -> None:
    op.create_table(
        "indicators",
        _id(),
        _reference("plan_id", "plans"),
        _integer("number"),
        _text("name"),
        _text("instrument"),
        UniqueConstraint("plan_id", "number"),
    )
    op.create_table(
        "initiatives",
        _id(),
        _reference("plan_id", "plans"),
        _integer("number"),
        _text("name"),
        _text("pictures"),
        UniqueConstraint("plan_id", "number"),
    )
    op.create_table(
        "items",
        _id(),
        _reference("plan_id", "plans"),
        _text("code"),
        _reference("indicator_id", "indicators"),
        _text("issue"),
        _integer("position"),
        UniqueConstraint("plan_id", "code"),
    )


def _create_measures() -> None:
    op.create_table(
        "measures",
        _id(),
        _reference("plan_id", "plans"),
        _text("code"),
        _reference("indicator_id", "indicators", nullable=True),
        _reference("initiative_id", "initiatives", nullable=True),
        _integer("position"),
        _text("text"),
        _text("detail"),
        _one_of("cadence", "monthly", "quarterly", "half_yearly", "yearly", "once", "as_needed"),
        Column("named_month", sa.Integer),
        _text("follow_up"),
        UniqueConstraint("plan_id", "code"),
        CheckConstraint("(indicator_id IS NULL) <> (initiative_id IS NULL)", name="one_parent"),
        CheckConstraint("named_month BETWEEN 1 AND 12", name="named_month"),
    )
    op.create_table(
        "measure_items",
        Column("measure_id", sa.Integer, ForeignKey("measures.id"), primary_key=True),
        Column("item_id", sa.Integer, ForeignKey("items.id"), primary_key=True),
        _integer("position"),
    )


def _create_responsibility() -> None:
    op.create_table(
        "assignments",
        _id(),
        _reference("measure_id", "measures"),
        _reference("section_id", "sections", nullable=True),
        _one_of("role", "lead", "supporting"),
        UniqueConstraint("measure_id", "section_id"),
    )
    op.create_index(
        "ix_assignments_every_section",
        "assignments",
        ["measure_id"],
        unique=True,
        sqlite_where=sa.text("section_id IS NULL"),
        postgresql_where=sa.text("section_id IS NULL"),
    )


def _create_outcomes() -> None:
    op.create_table(
        "outcomes",
        _id(),
        _reference("plan_id", "plans"),
        _text("code"),
        _reference("indicator_id", "indicators"),
        _integer("position"),
        _text("text"),
        _text("detail"),
        Column("done_on", sa.Date),
        UniqueConstraint("plan_id", "code"),
    )
    op.create_table(
        "links",
        _id(),
        _reference("outcome_id", "outcomes"),
        _reference("measure_id", "measures"),
        _one_of("state", "suggested", "confirmed", "rejected"),
        Column("score", sa.Double),
        UniqueConstraint("outcome_id", "measure_id"),
        CheckConstraint("score BETWEEN 0 AND 100", name="score"),
    )


def _create_reviews() -> None:
    op.create_table(
        "reviews",
        _id(),
        _reference("measure_id", "measures"),
        _reference("section_id", "sections"),
        _integer("month"),
        _one_of("status", "not_started", "in_progress", "completed", "not_applicable"),
        _day("received_on"),
        Column("progress", sa.Double),
        _text("result"),
        Column("done_on", sa.Date),
        _text("evidence"),
        _text("note"),
        _flag("is_sample"),
        UniqueConstraint("measure_id", "section_id", "month"),
        CheckConstraint("month BETWEEN 1 AND 12", name="month"),
        CheckConstraint("progress BETWEEN 0 AND 100", name="progress"),
    )


def _create_history() -> None:
    op.create_table(
        "batches",
        _id(),
        _reference("plan_id", "plans"),
        _text("layout"),
        _text("file_name"),
        _text("sha256"),
        _day("received_on"),
        _flag("is_sample"),
        _text("actor_name"),
        _text("actor_role"),
        _text("actor_section"),
        Column("applied_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "changes",
        _id(),
        _reference("batch_id", "batches"),
        _integer("position"),
        _text("kind"),
        _text("key"),
        _one_of("action", "added", "changed", "unchanged", "missing", "removed"),
        Column("before", sa.JSON),
        Column("after", sa.JSON),
        UniqueConstraint("batch_id", "position"),
        CheckConstraint("(action = 'added') = (before IS NULL)", name="before"),
        CheckConstraint("(action = 'removed') = (after IS NULL)", name="after"),
    )
    op.create_index("ix_changes_batch_id_action", "changes", ["batch_id", "action"])


def _create_revision() -> None:
    revisions = op.create_table("revisions", _id(), _integer("number"), CheckConstraint("id = 1", name="one_row"))
    op.bulk_insert(revisions, [{"id": 1, "number": 0}])


def _id() -> Column[Any]:
    return Column("id", sa.Integer, primary_key=True)


def _integer(name: str) -> Column[Any]:
    return Column(name, sa.Integer, nullable=False)


def _text(name: str) -> Column[Any]:
    return Column(name, sa.Text, nullable=False)


def _flag(name: str) -> Column[Any]:
    return Column(name, sa.Boolean, nullable=False)


def _day(name: str) -> Column[Any]:
    return Column(name, sa.Date, nullable=False)


def _reference(name: str, table: str, nullable: bool = False) -> Column[Any]:
    return Column(name, sa.Integer, ForeignKey(f"{table}.id"), nullable=nullable)


def _one_of(name: str, *words: str) -> Column[Any]:
    kind = sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=20)
    return Column(name, kind, nullable=False)
