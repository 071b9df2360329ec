"""The database that all pages look at."""

from functools import lru_cache
from pathlib import Path

from ita_data.config import database
from ita_data.services import opening


def store() -> opening.Store:
    """The database of this process."""
    return _store(database())


@lru_cache(maxsize=4)
def _store(named: str | Path) -> opening.Store:
    return opening.open_store(named)
