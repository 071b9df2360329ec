import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from ita_data import store
from ita_data.model.errors import StoreUnusable
from ita_data.store import migrations
from ita_data.store.columns import metadata
from tests.databases import Databases

ROOT = Path(__file__).parents[2]
START = "import sys; from ita_data import store; store.upgrade(store.engine_for(sys.argv[1]))"


def test_the_migrations_come_to_the_tables_that_the_program_declares(engine: Engine) -> None:
    with store.read_from(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_the_migrations_come_to_the_checks_that_the_program_declares(engine: Engine, databases: Databases) -> None:
    with databases.empty() as address:
        declared = store.engine_for(address)
        metadata.create_all(declared)
        assert _checks(engine) == _checks(declared)
        declared.dispose()


def test_migrations_are_named_by_their_revisions() -> None:
    known = ScriptDirectory(Path(migrations.__file__).parent)
    assert [script.revision for script in known.walk_revisions()] == migrations.revisions()[::-1]


def test_a_fresh_database_is_not_current_until_it_is_upgraded(database: str) -> None:
    engine = store.engine_for(database)
    assert not store.is_current(engine)
    store.upgrade(engine)
    assert store.is_current(engine)
    engine.dispose()


def test_upgrading_a_second_time_changes_nothing(engine: Engine) -> None:
    with store.write_to(engine):
        pass
    store.upgrade(engine)
    with store.read_from(engine) as connection:
        assert store.revision(connection) == 1


def test_processes_may_start_on_a_fresh_database_at_once_and_from_any_folder(database: str, tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", START, database]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    starting = [subprocess.Popen(command, cwd=tmp_path, env=environment) for _ in range(3)]
    assert [process.wait(60) for process in starting] == [0, 0, 0]
    engine = store.engine_for(database)
    assert store.is_current(engine)
    engine.dispose()


def test_a_database_of_a_newer_program_is_left_alone(database: str) -> None:
    engine = store.engine_for(database)
    store.upgrade(engine)
    with store.write_to(engine) as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreUnusable):
        store.is_current(engine)
    with pytest.raises(StoreUnusable):
        store.upgrade(engine)
    engine.dispose()


def test_a_migration_that_fails_leaves_the_database_as_it_was(database: str) -> None:
    engine = store.engine_for(database)
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE reviews (id INTEGER)"))
    with pytest.raises((StoreUnusable, sa.exc.ProgrammingError)):
        store.upgrade(engine)
    assert sa.inspect(engine).get_table_names() == ["reviews"]
    engine.dispose()


def _checks(engine: Engine) -> dict[str, list[tuple[str, str]]]:
    inspector = sa.inspect(engine)
    return {
        table: sorted((check["name"], check["sqltext"]) for check in inspector.get_check_constraints(table))
        for table in metadata.tables
    }
