"""Files are kept, batches can be undone, and the log of changes is written in runs."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy import CheckConstraint, Column, Connection, ForeignKey, UniqueConstraint

revision = "0002"
down_revision = "0001"

_RECORDS = ("sections", "plans", "indicators", "initiatives", "items", "measures", "assignments", "outcomes", "links")
_WITH_IDS = ("organisations", *_RECORDS, "reviews")
_ACTIONS = ("added", "changed", "unchanged", "missing", "removed")
_USUAL_RULES = {"due_day": 5, "expects_supporting": False}


def upgrade() -> None:
    connection = op.get_bind()
    batches, changes = _old_batches(connection), _old_changes(connection)
    op.drop_table("changes")
    op.drop_table("batches")
    _create_files()
    _create_batches(batches)
    _create_changes([*_plans_begun(batches), *changes])
    _create_column_answers()
    _create_counter(connection)


def _old_batches(connection: Connection) -> list[dict[str, Any]]:
    """The batches with the names of their plans; each raised the revision by one."""
    rows = connection.execute(
        sa.text(
            "SELECT batches.*, organisations.name AS organisation, organisation_id, fiscal_year FROM batches"
            " JOIN plans ON plans.id = plan_id JOIN organisations ON organisations.id = organisation_id"
            " ORDER BY batches.id"
        ).columns(received_on=sa.Date, is_sample=sa.Boolean, applied_at=sa.DateTime(timezone=True))
    )
    return [{**row, "revision": number} for number, row in enumerate(rows.mappings(), start=1)]


def _old_changes(connection: Connection) -> list[dict[str, Any]]:
    """Every change as a run of one record; which id it had is not known."""
    rows = connection.execute(
        sa.text("SELECT * FROM changes ORDER BY batch_id, position").columns(before=sa.JSON, after=sa.JSON)
    )
    return [_run(dict(row)) for row in rows.mappings()]


def _run(row: dict[str, Any]) -> dict[str, Any]:
    fields = list(row["before"] or row["after"])
    before, after = (
        None if values is None else [[values.get(field) for field in fields]]
        for values in (row["before"], row["after"])
    )
    same = {name: row[name] for name in ("batch_id", "position", "kind", "action")}
    return {**same, "number": 1, "fields": fields, "before": before, "after": after, "record_ids": None}


def _plans_begun(batches: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first batch of every plan brought the plan itself, which has become a change like the others."""
    first = {batch["plan_id"]: batch["id"] for batch in reversed(batches)}
    usual = {"fields": list(_USUAL_RULES), "before": None, "after": [list(_USUAL_RULES.values())]}
    return [
        {
            "batch_id": batch,
            "position": 0,
            "kind": "rule",
            "action": "added",
            "number": 1,
            **usual,
            "record_ids": [plan],
        }
        for plan, batch in first.items()
    ]


def _create_files() -> None:
    op.create_table(
        "files", Column("sha256", sa.Text, primary_key=True), Column("data", sa.LargeBinary, nullable=False)
    )


def _create_batches(rows: list[dict[str, Any]]) -> None:
    table = op.create_table(
        "batches",
        _id(),
        _text("organisation"),
        _integer("organisation_id"),
        _integer("fiscal_year"),
        _text("layout"),
        _text("file_name"),
        _text("sha256"),
        Column("received_on", sa.Date, nullable=False),
        Column("is_sample", sa.Boolean, nullable=False),
        _text("actor_name"),
        _text("actor_role"),
        _text("actor_section"),
        Column("applied_at", sa.DateTime(timezone=True), nullable=False),
        _integer("revision"),
        Column("undoes", sa.Integer, ForeignKey("batches.id")),
    )
    op.create_index("ix_batches_sha256", "batches", ["sha256"])
    names = [column.name for column in table.c if column.name != "undoes"]
    op.bulk_insert(table, [{name: row[name] for name in names} for row in rows])
    _go_on_counting("batches")


def _create_changes(rows: list[dict[str, Any]]) -> None:
    table = op.create_table(
        "changes",
        _id(),
        Column("batch_id", sa.Integer, ForeignKey("batches.id"), nullable=False),
        _integer("position"),
        _text("kind"),
        Column(
            "action",
            sa.Enum(*_ACTIONS, name="action", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        _integer("number"),
        Column("fields", sa.JSON, nullable=False),
        Column("before", sa.JSON(none_as_null=True)),
        Column("after", sa.JSON(none_as_null=True)),
        Column("record_ids", sa.JSON(none_as_null=True)),
        UniqueConstraint("batch_id", "position"),
        CheckConstraint("(action = 'added') = (before IS NULL)", name="before"),
        CheckConstraint("(action = 'removed') = (after IS NULL)", name="after"),
    )
    op.create_index("ix_changes_batch_id_action_number", "changes", ["batch_id", "action", "number"])
    op.bulk_insert(table, rows)


def _create_column_answers() -> None:
    op.create_table(
        "column_answers",
        Column("organisation", sa.Text, primary_key=True),
        Column("layout", sa.Text, primary_key=True),
        Column("head", sa.Text, primary_key=True),
        _text("field"),
        _text("actor_name"),
        Column("answered_at", sa.DateTime(timezone=True), nullable=False),
    )


def _create_counter(connection: Connection) -> None:
    """From now on the writer hands out the ids of records, after the highest that any of them has."""
    highest = max(connection.execute(_highest_id(table)).scalar() or 0 for table in _WITH_IDS)
    number = connection.execute(sa.text("SELECT number FROM revisions")).scalar_one()
    op.drop_table("revisions")
    revisions = op.create_table(
        "revisions", _id(), _integer("number"), _integer("last_id"), CheckConstraint("id = 1", name="one_row")
    )
    op.bulk_insert(revisions, [{"id": 1, "number": number, "last_id": highest}])
    if connection.dialect.name == "postgresql":
        for table in _WITH_IDS:
            op.execute(f"ALTER TABLE {table} ALTER COLUMN id DROP DEFAULT")
            op.execute(f"DROP SEQUENCE {table}_id_seq")


def _go_on_counting(table: str) -> None:
    """PostgreSQL doesn't notice ids that it didn't hand out itself."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(sa.select(sa.func.setval(f"{table}_id_seq", _highest_id(table).scalar_subquery())))


def _highest_id(table: str) -> sa.Select[Any]:
    return sa.select(sa.func.max(sa.column("id"))).select_from(sa.table(table))


def _id() -> Column[Any]:
    return Column("id", sa.Integer, primary_key=True)


def _integer(name: str) -> Column[Any]:
    return Column(name, sa.Integer, nullable=False)


def _text(name: str) -> Column[Any]:
    return Column(name, sa.Text, nullable=False)
