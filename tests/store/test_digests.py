"""Whatever else opens the file or changes its tables, each write keeps the digests, or says that it can't."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from ita_data import store
from ita_data.model.errors import StoreUnusable
from ita_data.model.records import Records
from ita_data.store import digests, verifying
from ita_data.store.migrations import revisions
from tests.store.office import plan, write

STRANGE = '"it\'s a ""table"""'


def file_of(office: Engine) -> Path:
    return Path(office.url.database or "")


def by_hand(office: Engine, *statements: str) -> None:
    connection = sqlite3.connect(file_of(office), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def write_another(office: Engine, name: str = "สำนักงานอื่น") -> None:
    write(office, plan(Records(name, 2568), revision=store_revision(office)))


def store_revision(office: Engine) -> int:
    with store.read_from(office) as connection:
        return store.revision(connection)


def faults(office: Engine) -> list[str]:
    return verifying.faults(file_of(office), revisions())


def test_an_office_stays_usable_and_sound_whose_statistics_a_tool_gathered(office: Engine) -> None:
    by_hand(office, "ANALYZE")
    write_another(office)
    office.dispose()
    write_another(office, "สำนักงานที่สาม")
    by_hand(office, "ANALYZE")
    assert faults(office) == []


def test_a_table_of_another_tool_with_a_strange_name_hinders_nothing(office: Engine) -> None:
    by_hand(office, f"CREATE TABLE {STRANGE} (x)")
    write_another(office)
    assert all("it's" in fault or "sqlite_schema" in fault for fault in faults(office))


def test_a_connection_learns_of_columns_that_another_process_added(office: Engine) -> None:
    other = store.engine_for(file_of(office))
    with store.alone(other) as connection:
        digests.suspend(connection)
        connection.execute(sa.text("DROP TABLE drafts"))
        connection.execute(sa.text("ALTER TABLE sections ADD COLUMN motto TEXT DEFAULT 'โปร่งใส'"))
        digests.renew(connection)
    other.dispose()
    with store.write_to(office) as connection:
        connection.execute(sa.text("UPDATE sections SET motto = 'สุจริต'"))
    assert faults(office) == []


def test_digests_that_cannot_be_kept_are_told_as_any_database_that_cannot_be_used(office: Engine) -> None:
    by_hand(office, "CREATE VIRTUAL TABLE letters USING fts5(x)", "INSERT INTO digests VALUES ('letters', 0, 0)")
    with pytest.raises(StoreUnusable, match="office.db"):
        write_another(office)
