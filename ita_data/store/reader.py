"""Reading the store: whole plans as the records of the model."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection, Row, Select, Table

from ita_data.model.decisions import Order, Remark
from ita_data.model.orders import GivenOrder
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName
from ita_data.model.planning.asked import every_section
from ita_data.model.records import KINDS, Measure, Record, Records, Section
from ita_data.model.revision import Revision
from ita_data.store import log_tables, tables
from ita_data.store.owner import rows_of
from ita_data.store.tables import NAMES, TABLES

Kind = TypeVar("Kind", bound=Record)


def revision(connection: Connection) -> Revision:
    """How many writes the store has seen; what was read at one revision holds until the next."""
    last = log_tables.revisions.c
    return Revision(*connection.execute(sa.select(last.number, last.write)).one())


def plans(connection: Connection) -> list[PlanName]:
    """Every plan in the store, by office, then by year."""
    names = sa.select(tables.organisations.c.name, tables.plans.c.fiscal_year)
    found = connection.execute(names.join_from(tables.organisations, tables.plans))
    return sorted(PlanName(organisation, fiscal_year) for organisation, fiscal_year in found)


def is_of_samples(connection: Connection) -> bool:
    """Whether there are plans, and every one of them has invented reviews."""
    names = plans(connection)
    return bool(names) and all(is_sample(connection, name) for name in names)


def is_sample(connection: Connection, name: PlanName) -> bool:
    """Whether a plan has invented reviews."""
    plan = connection.execute(_plan(name)).one_or_none()
    reviews, measures = tables.TABLES["review"], tables.measures
    invented = sa.select(reviews.c.id).join(measures, reviews.c.measure_id == measures.c.id)
    mine = invented.where(measures.c.plan_id == plan.id, reviews.c.is_sample).limit(1) if plan else None
    return mine is not None and connection.execute(mine).first() is not None


def records(connection: Connection, name: PlanName) -> Records:
    """All records of one office's plan, ordered as the plan orders them; 1.10 follows 1.9.

    A plan that isn't in the store has no rules and no records but the office's sections and holidays. `is_sample` says
    that at least one review was invented.
    """
    plan = connection.execute(_plan(name)).one_or_none()
    if plan is None:
        return Records(*name)
    found: dict[str, Any] = {f"{kind}s": _of_kind(connection, kind, plan) for kind in TABLES}
    found["measures"] = _with_items(connection, found["measures"], plan.id)
    is_sample = any(review.is_sample for review in found["reviews"])
    return Records(*name, is_sample=is_sample, **found)


def records_of(connection: Connection, name: PlanName, kind: type[Kind]) -> tuple[Kind, ...]:
    """The records of one kind, which is quicker than the whole plan; measures come without their items."""
    plan = connection.execute(_plan(name)).one_or_none()
    found = () if plan is None else _of_kind(connection, kind.kind, plan)
    return tuple(record for record in found if isinstance(record, kind))


def orders(connection: Connection, organisation: str) -> list[GivenOrder]:
    """Every order of an office, for whichever fiscal year it was given, open or closed.

    ทุกฝ่าย in one means those for which it stood on the day on which it was given.
    """
    mine = [plan for plan in plans(connection) if plan.organisation == organisation]
    sections = [section for plan in mine[:1] for section in records_of(connection, plan, Section)]
    return [
        GivenOrder(plan.fiscal_year, order, _apart(sections, order.given_on))
        for plan in mine
        for order in records_of(connection, plan, Order)
    ]


def remarks(connection: Connection, organisation: str, month: FiscalMonth) -> list[Remark]:
    """What the director of an office said on a month."""
    found = records_of(connection, PlanName(organisation, month.fiscal_year), Remark)
    return [remark for remark in found if remark.month == month.month]


def _apart(sections: Iterable[Section], day: date) -> frozenset[str]:
    """The sections for which ทุกฝ่าย doesn't stand on a day."""
    return frozenset(section.name for section in sections) - frozenset(every_section(sections, day, day))


def _plan(name: PlanName) -> Select[Any]:
    offices, plans = tables.organisations, tables.plans
    of_the_year = sa.and_(plans.c.organisation_id == offices.c.id, plans.c.fiscal_year == name.fiscal_year)
    columns = (offices.c.id.label("organisation_id"), plans.c.id)
    return sa.select(*columns).outerjoin_from(offices, plans, of_the_year).where(offices.c.name == name.organisation)


def _of_kind(connection: Connection, kind: str, plan: Row[Any]) -> tuple[Record, ...]:
    table = TABLES[kind]
    query = _fields(kind, table).where(rows_of(table, plan.organisation_id, plan.id))
    rows = connection.execute(query)
    # Plain dictionaries: a row's own mapping looks every column up again.
    names = tuple(rows.keys())
    found = (KINDS[kind](**dict(zip(names, row, strict=True))) for row in rows)
    return tuple(sorted(found, key=_order))


def _fields(kind: str, table: Table) -> Select[Any]:
    """The fields of a kind that its table holds, other records by their names."""
    columns: list[sa.ColumnElement[Any]] = []
    source: sa.FromClause = table
    for name in (field.name for field in fields(KINDS[kind])):
        reference = table.c.get(f"{name}_id")
        if reference is not None:
            source = source.join(TABLES[name], reference == TABLES[name].c.id, isouter=bool(reference.nullable))
            columns.append(NAMES[name].label(name))
        elif name in table.c:
            columns.append(table.c[name])
        elif name == "identity":
            columns.append(sa.cast(table.c.id, sa.Text).label(name))
    return sa.select(*columns).select_from(source)


def _with_items(connection: Connection, measures: tuple[Measure, ...], plan_id: int) -> tuple[Measure, ...]:
    query = (
        sa.select(tables.measures.c.code, tables.items.c.code)
        .join_from(tables.measure_items, tables.measures)
        .join(tables.items)
        .where(tables.measures.c.plan_id == plan_id)
        .order_by(tables.measure_items.c.position)
    )
    items: defaultdict[str, list[str]] = defaultdict(list)
    for measure, item in connection.execute(query):
        items[measure].append(item)
    return tuple(replace(measure, items=tuple(items[measure.code])) for measure in measures)


def _order(record: Record) -> tuple[Any, ...]:
    """Indicators before initiatives, then by position, then by key."""
    parents = (getattr(record, "initiative", None) or 0, getattr(record, "indicator", None) or 0)
    return (*parents, getattr(record, "position", 0), [_natural(part) for part in record.key])


@lru_cache(maxsize=4096)
def _natural(code: str) -> tuple[str | int, ...]:
    """The code with its numbers as numbers, so that 1.10 follows 1.9."""
    return tuple(int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", code))
