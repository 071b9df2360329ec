"""What several tests of the store begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from ita_data import store
from tests.store.office import RECORDS, plan, write


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Engine]:
    """A store in a file of its own, which holds everything, and on whose one connection that was written."""
    engine = store.engine_for(tmp_path / "office.db")
    store.upgrade(engine)
    write(engine, plan(RECORDS))
    yield engine
    engine.dispose()
