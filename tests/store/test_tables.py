from dataclasses import fields
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine, Executable
from sqlalchemy.exc import IntegrityError

from ita_data import store
from ita_data.model.records import EVERY_SECTION, KINDS
from ita_data.store import log_tables, rule_tables, tables
from ita_data.store.tables import TABLES
from tests.store.office import RECORDS, plan, write

BROKEN_RULES: dict[str, Executable] = {
    "a due day of 32": sa.update(rule_tables.rules).values(due_day=32),
    "a target of 101%": sa.update(rule_tables.rules).values(reporting_target=101),
    "a Gregorian fiscal year": sa.update(tables.plans).values(fiscal_year=2025),
    "a section called every section": sa.update(tables.sections).values(name=EVERY_SECTION),
    "a measure of no one": sa.update(tables.measures).values(indicator_id=None, initiative_id=None),
    "a measure of two": sa.update(tables.measures).values(indicator_id=1, initiative_id=1),
    "month 13 named": sa.update(tables.measures).values(named_month=13),
    "month 13 final": sa.update(tables.measures).values(final_from_month=13),
    "retired from month 13": sa.update(tables.measures).values(retired_from_month=13),
    "month 0 reported": sa.update(tables.reviews).values(month=0),
    "more than all done": sa.update(tables.reviews).values(progress=100.5),
    "less than nothing alike": sa.update(tables.links).values(score=-1),
    "an unknown cadence": sa.text("UPDATE measures SET cadence = 'daily'"),
    "an unknown role": sa.text("UPDATE assignments SET role = 'boss'"),
    "an unknown link state": sa.text("UPDATE links SET state = 'maybe'"),
    "more than 100 points": sa.update(tables.scores).values(value=Decimal(101)),
    "an unknown band": sa.text("UPDATE scores SET band = 'AA'"),
    "an unknown status": sa.text("UPDATE reviews SET status = 'almost'"),
    "a change that never happened": sa.text("UPDATE changes SET action = 'forgotten'"),
    "a change from nothing": sa.text("UPDATE changes SET action = 'changed'"),
    "a second revision": sa.insert(log_tables.revisions).values(id=2, number=0),
    "an item of a missing indicator": sa.update(tables.items).values(indicator_id=99),
    "a review of a missing measure": sa.update(tables.reviews).values(measure_id=99),
    "an indicator taken from under its measures": sa.delete(tables.indicators),
}


@pytest.mark.parametrize("statement", BROKEN_RULES.values(), ids=BROKEN_RULES)
def test_the_database_refuses(engine: Engine, statement: Executable) -> None:
    write(engine, plan(RECORDS))
    with pytest.raises(IntegrityError), store.write_to(engine) as connection:
        connection.execute(statement)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_the_database_refuses_a_record_twice(engine: Engine, table: sa.Table) -> None:
    write(engine, plan(RECORDS))
    with store.read_from(engine) as connection:
        row: dict[str, Any] = dict(connection.execute(sa.select(table)).mappings().first() or {})
    with pytest.raises(IntegrityError), store.write_to(engine) as connection:
        connection.execute(sa.insert(table), [row | {"id": 99}])


def test_a_measure_is_assigned_to_every_section_once_only(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    table = tables.assignments
    with store.read_from(engine) as connection:
        row = connection.execute(sa.select(table).where(table.c.section_id.is_(None))).mappings().one()
    with pytest.raises(IntegrityError), store.write_to(engine) as connection:
        connection.execute(sa.insert(table), [dict(row) | {"id": 99}])


def test_every_kind_has_a_table_in_the_order_of_storing() -> None:
    assert list(TABLES) == list(KINDS)


@pytest.mark.parametrize("kind", TABLES)
def test_every_field_of_a_record_has_its_column(kind: str) -> None:
    columns = TABLES[kind].c.keys()
    named = [field.name for field in fields(KINDS[kind]) if field.compare]
    without = [name for name in named if not {name, f"{name}_id"} & {*columns}]
    assert without == (["items"] if kind == "measure" else [])
