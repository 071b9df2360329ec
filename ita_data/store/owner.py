"""The office and plan that a batch writes to: where its records stand, and what the tables hold of a record."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Table, UniqueConstraint

from ita_data.model.errors import StaleChanges
from ita_data.model.records import EVERY_SECTION, Record
from ita_data.store import tables
from ita_data.store.tables import NAMES, TABLES, measures, sections

Columns = dict[str, Sequence[Any]]

_NO_ID: Mapping[Any, int | None] = {None: None, EVERY_SECTION: None}
"""What a record says where it names no other: a measure without an initiative, or ทุกฝ่าย."""


class Owner:
    """The office and plan, with the ids of their records; both are there already."""

    def __init__(self, connection: Connection, organisation_id: int, plan_id: int) -> None:
        self.organisation_id = organisation_id
        self.plan_id = plan_id
        self._connection = connection
        self._ids: dict[str, Mapping[Any, int | None]] = {}

    def ids(self, kind: str) -> Mapping[Any, int | None]:
        """Ids by the name that other records use; to be asked for once all records of the kind are written."""
        if kind not in self._ids:
            table = TABLES[kind]
            found = self._connection.execute(sa.select(NAMES[kind].label("name"), table.c.id).where(self._mine(table)))
            self._ids[kind] = {**_NO_ID, **{row.name: row.id for row in found}}
        return self._ids[kind]

    def forget_ids(self) -> None:
        """Ask for ids anew: from now on records come, go and get other names."""
        self._ids.clear()

    def columns(self, kind: str, records: Sequence[Record]) -> Columns:
        """What the table of their kind holds of records, column by column, but for their own ids."""
        names = TABLES[kind].c.keys()
        return {name: self._column(name, records) for name in names if name != "id"}

    def stored_ids(self, kind: str, records: Sequence[Record]) -> list[int]:
        """The ids of records that are stored already. Raises StaleChanges where one of them is not."""
        table = TABLES[kind]
        key = [column.name for column in natural_key(table)]
        columns = {name: self._column(name, records) for name in key}
        query = sa.select(table.c.id, *(table.c[name] for name in key)).where(self._mine(table))
        if table is not tables.sections and "plan_id" not in table.c:
            query = query.join_from(table, tables.measures, table.c.measure_id == tables.measures.c.id)
        stored = {tuple(names): id_ for id_, *names in self._connection.execute(query)}
        try:
            return [stored[names] for names in zip(*(columns[name] for name in key), strict=True)]
        except KeyError:
            raise StaleChanges from None

    def plan_of_next_year(self) -> sa.Select[tuple[int]]:
        """The id of the office's plan after this one."""
        mine, later = tables.plans.alias(), tables.plans
        return (
            sa.select(later.c.id)
            .join(mine, sa.and_(later.c.organisation_id == mine.c.organisation_id, mine.c.id == self.plan_id))
            .where(later.c.fiscal_year == mine.c.fiscal_year + 1)
        )

    def _mine(self, table: Table) -> sa.ColumnElement[bool]:
        return rows_of(table, self.organisation_id, self.plan_id)

    def _column(self, name: str, records: Sequence[Record]) -> Sequence[Any]:
        if name in ("organisation_id", "plan_id"):
            return [getattr(self, name)] * len(records)
        if name.endswith("_id"):
            other = name.removesuffix("_id")
            ids = self.ids(other)
            try:
                return [ids[named] for named in map(attrgetter(other), records)]
            except KeyError:
                raise StaleChanges from None
        return list(map(attrgetter(name), records))


def natural_key(table: Table) -> list[sa.Column[Any]]:
    """The columns that name a record within the store."""
    return [column for entry in table.constraints if isinstance(entry, UniqueConstraint) for column in entry.columns]


def rows_of(table: Table, organisation_id: int, plan_id: int | None) -> sa.ColumnElement[bool]:
    """What picks the rows of one office's plan, in a query that joins the measures where the table refers to them.

    Sections belong to the office itself, assignments, links and reviews to the plan of their measure.
    """
    if table is sections:
        return sections.c.organisation_id == organisation_id
    return table.c.get("plan_id", measures.c.plan_id) == plan_id
