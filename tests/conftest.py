"""Databases for the tests: whatever asks for `engine` or `database` runs on SQLite and on PostgreSQL."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine

from ita_data import store
from ita_data.services import opening, sample
from tests.databases import Databases, PostgresqlServer, SqliteFiles, running_postgresql, with_programs_of_postgresql
from tests.offices import COORDINATOR, made_office
from tests.planted import plant

# How long an example takes says more of the machine than of the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> SqliteFiles:
    """SQLite databases in a folder of this test run."""
    return SqliteFiles(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgresqlServer]:
    """A PostgreSQL server that is started by the first test that needs it, and stopped after the last test."""
    with running_postgresql() as server:
        yield server


@pytest.fixture
def programs_of_postgresql(monkeypatch: pytest.MonkeyPatch) -> None:
    """The programs of PostgreSQL that fit the tests' server stand first."""
    monkeypatch.setenv("PATH", with_programs_of_postgresql())


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Databases:
    """Each database system in turn."""
    system: Databases = request.getfixturevalue(request.param)
    return system


@pytest.fixture
def database(databases: Databases) -> Iterator[str]:
    """The address of a database without tables."""
    with databases.empty() as address:
        yield address


@pytest.fixture
def engine(databases: Databases) -> Iterator[Engine]:
    """An empty store, ready to be written to."""
    with databases.migrated() as address:
        opened = store.engine_for(address)
        yield opened
        opened.dispose()


@pytest.fixture(scope="session")
def sample_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office in a SQLite file; it takes seconds to make, so who writes to it takes a copy."""
    return made_office(tmp_path_factory.mktemp("sample"), lambda store: sample.load_sample(store, COORDINATOR))


@pytest.fixture(scope="session")
def planted_office(sample_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office with texts that nobody may draw, to be looked at and not written to."""
    path = Path(shutil.copy(sample_office, tmp_path_factory.mktemp("planted")))
    store = opening.open_store(path)
    plant(store)
    store.dispose()
    return path
