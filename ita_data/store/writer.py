"""Writing the store: exactly the changes of a plan, and the batch that tells who made them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Column, ColumnElement, Connection, Table, UniqueConstraint

from ita_data.model.actors import Actor
from ita_data.model.changes import Action, Change, ChangePlan, Origin
from ita_data.model.errors import StalePlan
from ita_data.model.records import EVERY_SECTION, Measure, Record, Rules
from ita_data.store import tables
from ita_data.store.codec import packed
from ita_data.store.reader import revision
from ita_data.store.tables import NAMES, TABLES, rows_of

_Row = dict[str, Any]

_NO_ID: Mapping[Any, int | None] = {None: None, EVERY_SECTION: None}
"""What a record says where it names no other: a measure without an initiative, or ทุกฝ่าย."""


def apply(connection: Connection, plan: ChangePlan, origin: Origin, actor: Actor, now: datetime) -> int:
    """Write the added, changed and removed records of a plan as one batch, and give the batch's id.

    The connection has to come from `writing`, and `now` carries its time zone. The office and its plan are created
    where they are new. Raises StalePlan, and writes nothing, where the store moved on since the plan was computed.
    """
    if revision(connection) != plan.revision:
        raise StalePlan
    writes = plan.writes
    owner = _owner(connection, plan)
    batch_id = _insert_batch(connection, owner.plan_id, origin, actor, now)
    changes = [_change_row(batch_id, position, change) for position, change in enumerate(writes, start=1)]
    _insert_all(connection, tables.changes, changes)
    _write_records(connection, owner, writes)
    return batch_id


class _Owner:
    """The office and plan that a batch writes to, with the ids of their records."""

    def __init__(self, connection: Connection, organisation_id: int, plan_id: int) -> None:
        self.organisation_id = organisation_id
        self.plan_id = plan_id
        self._connection = connection
        self._ids: dict[str, Mapping[Any, int | None]] = {}

    def ids(self, kind: str) -> Mapping[Any, int | None]:
        """Ids by the name that other records use; to be asked for once all records of the kind are written."""
        if kind not in self._ids:
            table = TABLES[kind]
            mine = rows_of(table, self.organisation_id, self.plan_id)
            found = self._connection.execute(sa.select(NAMES[kind].label("name"), table.c.id).where(mine))
            self._ids[kind] = {**_NO_ID, **{row.name: row.id for row in found}}
        return self._ids[kind]

    def row(self, record: Record) -> _Row:
        """What the table of its kind holds of a record."""
        columns = TABLES[record.kind].c.keys()
        return {column: self._value(column, record) for column in columns if column != "id"}

    def _value(self, column: str, record: Record) -> Any:
        if column in ("organisation_id", "plan_id"):
            return getattr(self, column)
        if column.endswith("_id"):
            other = column.removesuffix("_id")
            return self.ids(other)[getattr(record, other)]
        return getattr(record, column)


def _owner(connection: Connection, plan: ChangePlan) -> _Owner:
    organisation_id = _found_or_made(connection, tables.organisations, {"name": plan.organisation}, {})
    key = {"organisation_id": organisation_id, "fiscal_year": plan.fiscal_year}
    plan_id = _found_or_made(connection, tables.plans, key, packed(Rules()))
    return _Owner(connection, organisation_id, plan_id)


def _found_or_made(connection: Connection, table: Table, key: _Row, rest: _Row) -> int:
    matches = (table.c[name] == value for name, value in key.items())
    found = connection.execute(sa.select(table.c.id).where(*matches)).scalar_one_or_none()
    return _insert(connection, table, {**key, **rest}) if found is None else int(found)


def _insert_batch(connection: Connection, plan_id: int, origin: Origin, actor: Actor, now: datetime) -> int:
    row = {
        "plan_id": plan_id,
        "layout": origin.layout,
        "file_name": origin.file_name,
        "sha256": origin.sha256,
        "received_on": origin.received_on,
        "is_sample": origin.is_sample,
        "actor_name": actor.name,
        "actor_role": actor.role,
        "actor_section": actor.section,
        "applied_at": now,
    }
    return _insert(connection, tables.batches, row)


def _change_row(batch_id: int, position: int, change: Change) -> _Row:
    return {
        "batch_id": batch_id,
        "position": position,
        "kind": change.record.kind,
        "key": " · ".join(change.record.key),
        "action": change.action,
        "before": change.before and packed(change.before),
        "after": change.after and packed(change.after),
    }


def _write_records(connection: Connection, owner: _Owner, writes: Sequence[Change]) -> None:
    for kind, table in TABLES.items():
        _insert_all(connection, table, [owner.row(record) for record in _records(writes, kind, Action.ADDED)])
        _update_all(connection, table, [owner.row(record) for record in _records(writes, kind, Action.CHANGED)])
        _delete_all(connection, table, [owner.row(record) for record in _records(writes, kind, Action.REMOVED)])
    _write_items(connection, owner, [change.record for change in writes if isinstance(change.record, Measure)])
    for rules in (change.record for change in writes if isinstance(change.record, Rules)):
        _write_rules(connection, owner.plan_id, rules)


def _records(writes: Iterable[Change], kind: str, action: Action) -> Iterable[Record]:
    return (change.record for change in writes if change.action is action and change.record.kind == kind)


def _write_items(connection: Connection, owner: _Owner, measures: Sequence[Measure]) -> None:
    """Which items the measures answer, in the order in which the file names them."""
    ids, items = owner.ids("measure"), owner.ids("item")
    table = tables.measure_items
    connection.execute(sa.delete(table).where(table.c.measure_id.in_(ids[measure.code] for measure in measures)))
    rows = [
        {"measure_id": ids[measure.code], "item_id": items[item], "position": position}
        for measure in measures
        for position, item in enumerate(measure.items)
    ]
    _insert_all(connection, table, rows)


def _write_rules(connection: Connection, plan_id: int, rules: Rules) -> None:
    connection.execute(sa.update(tables.plans).where(tables.plans.c.id == plan_id).values(packed(rules)))


def _insert(connection: Connection, table: Table, row: _Row) -> int:
    return int(connection.execute(sa.insert(table).returning(table.c.id), row).scalar_one())


def _insert_all(connection: Connection, table: Table, rows: Sequence[_Row]) -> None:
    if rows:
        connection.execute(sa.insert(table), rows)


def _update_all(connection: Connection, table: Table, rows: Sequence[_Row]) -> None:
    if not rows:
        return
    names = {column.name: _bound(column) for column in _key(table)}
    renamed = [{names.get(name, name): value for name, value in row.items()} for row in rows]
    updated = connection.execute(sa.update(table).where(_found(table)), renamed)
    if updated.rowcount != len(rows):
        raise StalePlan


def _delete_all(connection: Connection, table: Table, rows: Sequence[_Row]) -> None:
    if not rows:
        return
    keys = [{_bound(column): row[column.name] for column in _key(table)} for row in rows]
    deleted = connection.execute(sa.delete(table).where(_found(table)), keys)
    if deleted.rowcount != len(rows):
        raise StalePlan


def _key(table: Table) -> list[Column[Any]]:
    """The columns that name a record."""
    return [column for entry in table.constraints if isinstance(entry, UniqueConstraint) for column in entry.columns]


def _bound(column: Column[Any]) -> str:
    return f"key_{column.name}"


def _found(table: Table) -> ColumnElement[bool]:
    return sa.and_(*(_equals(column, sa.bindparam(_bound(column))) for column in _key(table)))


def _equals(column: Column[Any], value: ColumnElement[Any]) -> ColumnElement[bool]:
    # PostgreSQL finds no index for "is not distinct from", so only a column that may be NULL pays for it.
    return column.is_not_distinct_from(value) if column.nullable else column == value
