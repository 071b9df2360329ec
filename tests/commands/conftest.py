"""Where commands find their database: one of their own, or the sample office where they only look."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_data.services import opening
from tests.databases import address_of


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands find their database, which is not made yet."""
    path = tmp_path / "data" / "office.db"
    monkeypatch.setenv("DATABASE_URL", address_of(path))
    return path


@pytest.fixture
def sample(sample_office: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[opening.Store]:
    """The sample office, for commands that only look."""
    monkeypatch.setenv("DATABASE_URL", address_of(sample_office))
    store = opening.open_store()
    yield store
    store.dispose()
