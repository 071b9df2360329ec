"""The tables of the store, and how records map to them.

A column has the name of the record's field. Where a field names another record, the column `<field>_id` holds
that record's id: a review's `measure` is the column `measure_id`. Reader and writer rest on this alone.
The one unique constraint of a table is its records' natural key.

The writer hands out the ids of records from one counter of the whole store. None is given twice, so a record that an
undo brings back can have its old one.
"""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, UniqueConstraint
from sqlalchemy.types import Boolean, Date, Double, Integer, Text

from ita_data.model.cadence import Cadence
from ita_data.model.decisions import Response, Topic
from ita_data.model.records import EVERY_SECTION, LinkState, Role
from ita_data.model.review_fields import LARGEST_NUMBER
from ita_data.model.score import Band
from ita_data.model.section_kind import SectionKind
from ita_data.model.states import Status
from ita_data.store.columns import Lines, Points, between, column, metadata, one_of, record_id, reference, texts
from ita_data.store.rule_tables import holidays, rules

organisations = Table("organisations", metadata, record_id(), column("name", Text), UniqueConstraint("name"))

sections = Table(
    "sections",
    metadata,
    record_id(),
    reference("organisation"),
    column("name", Text),
    column("short_name", Text),
    column("position", Integer),
    Column("begins_on", Date),
    Column("ends_on", Date),
    *texts("email"),
    one_of("section_kind", SectionKind, usual=SectionKind.DEPARTMENT),
    Column("former_names", Lines, nullable=False, server_default=sa.text("''")),
    UniqueConstraint("organisation_id", "name"),
    CheckConstraint(f"name <> '{EVERY_SECTION}'", name="not_every_section"),
)

plans = Table(
    "plans",
    metadata,
    record_id(),
    reference("organisation"),
    column("fiscal_year", Integer),
    UniqueConstraint("organisation_id", "fiscal_year"),
    # A Gregorian year here would be a mistake of 543 years.
    between("fiscal_year", 2400, 2800),
)

indicators = Table(
    "indicators",
    metadata,
    record_id(),
    reference("plan"),
    column("number", Integer),
    column("name", Text),
    column("instrument", Text),
    UniqueConstraint("plan_id", "number"),
)

initiatives = Table(
    "initiatives",
    metadata,
    record_id(),
    reference("plan"),
    column("number", Integer),
    column("name", Text),
    column("pictures", Text),
    UniqueConstraint("plan_id", "number"),
)

items = Table(
    "items",
    metadata,
    record_id(),
    reference("plan"),
    column("code", Text),
    reference("indicator"),
    column("issue", Text),
    column("position", Integer),
    UniqueConstraint("plan_id", "code"),
)

measures = Table(
    "measures",
    metadata,
    record_id(),
    reference("plan"),
    column("code", Text),
    reference("indicator", nullable=True),
    reference("initiative", nullable=True),
    column("position", Integer),
    column("text", Text),
    column("detail", Text),
    one_of("cadence", Cadence),
    Column("named_month", Integer),
    Column("first_month", Integer),
    Column("last_month", Integer),
    column("follow_up", Text),
    Column("comes_from", Text),
    Column("final_from_month", Integer),
    Column("retired_from_month", Integer),
    UniqueConstraint("plan_id", "code"),
    CheckConstraint("(indicator_id IS NULL) <> (initiative_id IS NULL)", name="one_parent"),
    *(between(f"{name}_month", 1, 12) for name in ("named", "first", "last", "final_from", "retired_from")),
)

measure_items = Table(
    "measure_items",
    metadata,
    Column("measure_id", Integer, ForeignKey("measures.id"), primary_key=True),
    Column("item_id", Integer, ForeignKey("items.id"), primary_key=True),
    column("position", Integer),
)

assignments = Table(
    "assignments",
    metadata,
    record_id(),
    reference("measure"),
    reference("section", nullable=True),
    one_of("role", Role),
    Column("first_month", Integer),
    Column("last_month", Integer),
    between("first_month", 1, 12),
    between("last_month", 1, 12),
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
    record_id(),
    reference("plan"),
    column("code", Text),
    reference("indicator"),
    column("position", Integer),
    column("text", Text),
    column("detail", Text),
    Column("done_on", Date),
    Column("done_until", Date),
    *texts("quantity", "document", "evidence"),
    UniqueConstraint("plan_id", "code"),
)

links = Table(
    "links",
    metadata,
    record_id(),
    reference("outcome"),
    reference("measure"),
    one_of("state", LinkState),
    Column("score", Double),
    UniqueConstraint("outcome_id", "measure_id"),
    between("score", 0, 100),
)

reviews = Table(
    "reviews",
    metadata,
    record_id(),
    reference("measure"),
    reference("section"),
    column("month", Integer),
    one_of("status", Status),
    column("received_on", Date),
    Column("progress", Double),
    column("result", Text),
    Column("done_on", Date),
    column("evidence", Text),
    column("note", Text),
    Column("people_reached", Integer),
    column("is_sample", Boolean),
    UniqueConstraint("measure_id", "section_id", "month"),
    between("month", 1, 12),
    between("progress", 0, 100),
    between("people_reached", 0, LARGEST_NUMBER),
)

exemptions = Table(
    "exemptions",
    metadata,
    record_id(),
    reference("measure"),
    reference("section"),
    column("month", Integer),
    column("reason", Text),
    column("decided_on", Date),
    UniqueConstraint("measure_id", "section_id", "month"),
    between("month", 1, 12),
    CheckConstraint("reason <> ''", name="reason"),
)

orders = Table(
    "orders",
    metadata,
    record_id(),
    reference("plan"),
    column("number", Integer),
    column("month", Integer),
    reference("section", nullable=True),
    reference("measure", nullable=True),
    column("text", Text),
    column("due_on", Date),
    column("given_on", Date),
    column("given_by", Text),
    column("answer", Text),
    Column("closed_on", Date),
    column("closed_by", Text),
    UniqueConstraint("plan_id", "number"),
    between("month", 1, 12),
    CheckConstraint("text <> ''", name="text"),
    CheckConstraint("(closed_on IS NULL) = (answer = '')", name="answer"),
)

remarks = Table(
    "remarks",
    metadata,
    record_id(),
    reference("plan"),
    column("number", Integer),
    column("month", Integer),
    one_of("response", Response),
    one_of("topic", Topic),
    reference("section", nullable=True),
    reference("measure", nullable=True),
    column("text", Text),
    column("made_on", Date),
    column("made_by", Text),
    UniqueConstraint("plan_id", "number"),
    between("month", 1, 12),
    CheckConstraint("response = 'acknowledged' OR text <> ''", name="text"),
)

closings = Table(
    "closings",
    metadata,
    record_id(),
    reference("plan"),
    column("month", Integer),
    column("closed_on", Date),
    column("closed_by", Text),
    column("revision", Integer),
    column("figures", Text),
    column("sha256", Text),
    UniqueConstraint("plan_id", "month"),
    between("month", 1, 12),
)

reopenings = Table(
    "reopenings",
    metadata,
    record_id(),
    reference("plan"),
    reference("section"),
    column("month", Integer),
    column("reason", Text),
    column("opened_on", Date),
    column("opened_by", Text),
    UniqueConstraint("plan_id", "section_id", "month"),
    between("month", 1, 12),
    CheckConstraint("reason <> ''", name="reason"),
)

held_meetings = Table(
    "held_meetings",
    metadata,
    record_id(),
    reference("plan"),
    column("month", Integer),
    column("held_on", Date),
    column("marked_on", Date),
    column("marked_by", Text),
    UniqueConstraint("plan_id", "month"),
    between("month", 1, 12),
)

scores = Table(
    "scores",
    metadata,
    record_id(),
    reference("plan"),
    column("fiscal_year", Integer),
    column("subject", Text),
    Column("value", Points),
    one_of("band", Band, nullable=True),
    UniqueConstraint("plan_id", "fiscal_year", "subject"),
    between("fiscal_year", 2400, 2800),
    between("value", 0, 1_000_000),
    CheckConstraint("value IS NOT NULL OR band IS NOT NULL", name="anything"),
)

TABLES: Mapping[str, Table] = {
    "rule": rules,
    "holiday": holidays,
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
    "closing": closings,
    "reopening": reopenings,
    "held_meeting": held_meetings,
    "score": scores,
}
"""The table of each kind of record; a plan is there as long as its first rules are, and has their id."""

NAMES: Mapping[str, sa.ColumnElement[Any]] = {
    "section": sa.func.coalesce(sections.c.name, EVERY_SECTION),
    "indicator": indicators.c.number,
    "initiative": initiatives.c.number,
    "item": items.c.code,
    "measure": measures.c.code,
    "outcome": outcomes.c.code,
}
"""What a record says to name another of the plan; where a section is NULL, ทุกฝ่าย is meant."""
