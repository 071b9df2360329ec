"""The tables of the store, and how records map to them.

A column has the name of the record's field. Where a field names another record, the column `<field>_id` holds
that record's id: a review's `measure` is the column `measure_id`. Reader and writer rest on this alone.
The one unique constraint of a table is its records' natural key.

The writer hands out the ids of records from one counter of the whole store. None is given twice, so a record that an
undo brings back can have its old one.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.types import JSON, Boolean, Date, Double, Integer, LargeBinary, Text

from ita_data.model.cadence import Cadence
from ita_data.model.changes import Action
from ita_data.model.records import EVERY_SECTION, LinkState, Response, Role, Topic
from ita_data.model.states import Status

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


class UtcDateTime(sa.TypeDecorator[datetime]):
    """A moment with its time zone, given back in UTC by every database."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        # SQLite keeps no time zone; what was written there is UTC.
        return value and (value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC))


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True, autoincrement=False)


def _counted_id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _column(name: str, kind: Any) -> Column[Any]:
    return Column(name, kind, nullable=False)


def _reference(to: str, nullable: bool = False) -> Column[int]:
    return Column(f"{to}_id", Integer, ForeignKey(f"{to}s.id"), nullable=nullable)


def _one_of(name: str, words: type[StrEnum]) -> Column[Any]:
    values = [word.value for word in words]
    kind = sa.Enum(
        words, name=name, native_enum=False, create_constraint=True, length=20, values_callable=lambda _words: values
    )
    return Column(name, kind, nullable=False)


def _between(name: str, lowest: int, highest: int) -> CheckConstraint:
    return CheckConstraint(f"{name} BETWEEN {lowest} AND {highest}", name=name)


organisations = Table("organisations", metadata, _id(), _column("name", Text), UniqueConstraint("name"))

sections = Table(
    "sections",
    metadata,
    _id(),
    _reference("organisation"),
    _column("name", Text),
    _column("short_name", Text),
    _column("position", Integer),
    Column("begins_on", Date),
    Column("ends_on", Date),
    UniqueConstraint("organisation_id", "name"),
    CheckConstraint(f"name <> '{EVERY_SECTION}'", name="not_every_section"),
)

plans = Table(
    "plans",
    metadata,
    _id(),
    _reference("organisation"),
    _column("fiscal_year", Integer),
    _column("due_day", Integer),
    _column("expects_supporting", Boolean),
    UniqueConstraint("organisation_id", "fiscal_year"),
    # A Gregorian year here would be a mistake of 543 years.
    _between("fiscal_year", 2400, 2800),
    _between("due_day", 1, 31),
)

indicators = Table(
    "indicators",
    metadata,
    _id(),
    _reference("plan"),
    _column("number", Integer),
    _column("name", Text),
    _column("instrument", Text),
    UniqueConstraint("plan_id", "number"),
)

initiatives = Table(
    "initiatives",
    metadata,
    _id(),
    _reference("plan"),
    _column("number", Integer),
    _column("name", Text),
    _column("pictures", Text),
    UniqueConstraint("plan_id", "number"),
)

items = Table(
    "items",
    metadata,
    _id(),
    _reference("plan"),
    _column("code", Text),
    _reference("indicator"),
    _column("issue", Text),
    _column("position", Integer),
    UniqueConstraint("plan_id", "code"),
)

measures = Table(
    "measures",
    metadata,
    _id(),
    _reference("plan"),
    _column("code", Text),
    _reference("indicator", nullable=True),
    _reference("initiative", nullable=True),
    _column("position", Integer),
    _column("text", Text),
    _column("detail", Text),
    _one_of("cadence", Cadence),
    Column("named_month", Integer),
    Column("first_month", Integer),
    Column("last_month", Integer),
    _column("follow_up", Text),
    UniqueConstraint("plan_id", "code"),
    CheckConstraint("(indicator_id IS NULL) <> (initiative_id IS NULL)", name="one_parent"),
    _between("named_month", 1, 12),
    _between("first_month", 1, 12),
    _between("last_month", 1, 12),
)

measure_items = Table(
    "measure_items",
    metadata,
    Column("measure_id", Integer, ForeignKey("measures.id"), primary_key=True),
    Column("item_id", Integer, ForeignKey("items.id"), primary_key=True),
    _column("position", Integer),
)

assignments = Table(
    "assignments",
    metadata,
    _id(),
    _reference("measure"),
    _reference("section", nullable=True),
    _one_of("role", Role),
    Column("first_month", Integer),
    Column("last_month", Integer),
    _between("first_month", 1, 12),
    _between("last_month", 1, 12),
    UniqueConstraint("measure_id", "section_id"),
    # Two NULLs never break a unique constraint, so ทุกฝ่าย needs an index of its own.
    Index(
        "ix_assignments_every_section",
        "measure_id",
        unique=True,
        sqlite_where=sa.text("section_id IS NULL"),
        postgresql_where=sa.text("section_id IS NULL"),
    ),
)

outcomes = Table(
    "outcomes",
    metadata,
    _id(),
    _reference("plan"),
    _column("code", Text),
    _reference("indicator"),
    _column("position", Integer),
    _column("text", Text),
    _column("detail", Text),
    Column("done_on", Date),
    UniqueConstraint("plan_id", "code"),
)

links = Table(
    "links",
    metadata,
    _id(),
    _reference("outcome"),
    _reference("measure"),
    _one_of("state", LinkState),
    Column("score", Double),
    UniqueConstraint("outcome_id", "measure_id"),
    _between("score", 0, 100),
)

reviews = Table(
    "reviews",
    metadata,
    _id(),
    _reference("measure"),
    _reference("section"),
    _column("month", Integer),
    _one_of("status", Status),
    _column("received_on", Date),
    Column("progress", Double),
    _column("result", Text),
    Column("done_on", Date),
    _column("evidence", Text),
    _column("note", Text),
    _column("is_sample", Boolean),
    UniqueConstraint("measure_id", "section_id", "month"),
    _between("month", 1, 12),
    _between("progress", 0, 100),
)

exemptions = Table(
    "exemptions",
    metadata,
    _id(),
    _reference("measure"),
    _reference("section"),
    _column("month", Integer),
    _column("reason", Text),
    _column("decided_on", Date),
    UniqueConstraint("measure_id", "section_id", "month"),
    _between("month", 1, 12),
    CheckConstraint("reason <> ''", name="reason"),
)

orders = Table(
    "orders",
    metadata,
    _id(),
    _reference("plan"),
    _column("number", Integer),
    _column("month", Integer),
    _reference("section", nullable=True),
    _reference("measure", nullable=True),
    _column("text", Text),
    _column("due_on", Date),
    _column("given_on", Date),
    _column("given_by", Text),
    _column("answer", Text),
    Column("closed_on", Date),
    _column("closed_by", Text),
    UniqueConstraint("plan_id", "number"),
    _between("month", 1, 12),
    CheckConstraint("text <> ''", name="text"),
    CheckConstraint("(closed_on IS NULL) = (answer = '')", name="answer"),
)

remarks = Table(
    "remarks",
    metadata,
    _id(),
    _reference("plan"),
    _column("number", Integer),
    _column("month", Integer),
    _one_of("response", Response),
    _one_of("topic", Topic),
    _reference("section", nullable=True),
    _reference("measure", nullable=True),
    _column("text", Text),
    _column("made_on", Date),
    _column("made_by", Text),
    UniqueConstraint("plan_id", "number"),
    _between("month", 1, 12),
    CheckConstraint("response = 'acknowledged' OR text <> ''", name="text"),
)

files = Table(
    "files",
    metadata,
    Column("sha256", Text, primary_key=True),
    _column("data", LargeBinary),
)

batches = Table(
    "batches",
    metadata,
    _counted_id(),
    # Names, because the office and the plan that a batch brought are gone once it is undone; the id is for its return.
    _column("organisation", Text),
    _column("organisation_id", Integer),
    _column("fiscal_year", Integer),
    _column("layout", Text),
    _column("file_name", Text),
    _column("sha256", Text),
    _column("received_on", Date),
    _column("is_sample", Boolean),
    _column("actor_name", Text),
    _column("actor_role", Text),
    _column("actor_section", Text),
    _column("applied_at", UtcDateTime),
    _column("revision", Integer),
    Column("undoes", Integer, ForeignKey("batches.id")),
    Index(None, "sha256"),
)

changes = Table(
    "changes",
    metadata,
    _counted_id(),
    Column("batch_id", Integer, ForeignKey("batches.id"), nullable=False),
    _column("position", Integer),
    _column("kind", Text),
    _one_of("action", Action),
    _column("number", Integer),
    _column("fields", JSON),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    Column("record_ids", JSON(none_as_null=True)),
    UniqueConstraint("batch_id", "position"),
    CheckConstraint("(action = 'added') = (before IS NULL)", name="before"),
    CheckConstraint("(action = 'removed') = (after IS NULL)", name="after"),
    # History counts the changes of every batch without touching the records in them.
    Index(None, "batch_id", "action", "number"),
)
"""What batches changed, in runs: records of one kind to which the same happened, `number` of them, share a row.

`before` and `after` list their values in the order of `fields`; a row for each record would take longer to write than
the records themselves. `record_ids` are those of records that came or went.
"""

column_answers = Table(
    "column_answers",
    metadata,
    Column("organisation", Text, primary_key=True),
    Column("layout", Text, primary_key=True),
    Column("head", Text, primary_key=True),
    _column("field", Text),
    _column("actor_name", Text),
    _column("answered_at", UtcDateTime),
)

revisions = Table(
    "revisions",
    metadata,
    _counted_id(),
    _column("number", Integer),
    _column("last_id", Integer),
    CheckConstraint("id = 1", name="one_row"),
)

LOG = (files, batches, changes, column_answers, revisions)
"""The tables that tell how the others came about; an undo adds to them and restores the others."""

TABLES: Mapping[str, Table] = {
    "section": sections,
    "indicator": indicators,
    "initiative": initiatives,
    "item": items,
    "measure": measures,
    "assignment": assignments,
    "outcome": outcomes,
    "link": links,
    "review": reviews,
    "exemption": exemptions,
    "order": orders,
    "remark": remarks,
}
"""The table of each kind of record; the rules of a plan are columns of the plan itself."""

NAMES: Mapping[str, sa.ColumnElement[Any]] = {
    "section": sa.func.coalesce(sections.c.name, EVERY_SECTION),
    "indicator": indicators.c.number,
    "initiative": initiatives.c.number,
    "item": items.c.code,
    "measure": measures.c.code,
    "outcome": outcomes.c.code,
}
"""What a record says to name another of the plan; where a section is NULL, ทุกฝ่าย is meant."""


def rows_of(table: Table, organisation_id: int, plan_id: int | None) -> sa.ColumnElement[bool]:
    """What picks the rows of one office's plan, in a query that joins the measures where the table refers to them.

    Sections belong to the office itself, assignments, links and reviews to the plan of their measure.
    """
    if table is sections:
        return sections.c.organisation_id == organisation_id
    return table.c.get("plan_id", measures.c.plan_id) == plan_id
