"""The database that all pages look at."""

from functools import lru_cache

from ita_data.config import database_url
from ita_data.services import opening


def store() -> opening.Store:
    """The database of this process."""
    return _store(database_url())


@lru_cache(maxsize=4)
def _store(url: str) -> opening.Store:
    return opening.open_store(url)
