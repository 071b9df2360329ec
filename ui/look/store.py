"""The database that all pages look at, and its revision as one run of the script sees it."""

from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from ita_data.config import database
from ita_data.services import opening

_OF_THIS_RUN: ContextVar[int | None] = ContextVar("revision", default=None)


def store() -> opening.Store:
    """The database of this process."""
    return _store(database())


def look_at_the_store() -> None:
    """Have this run see the store as it is now, to its end: a page's figures are all of one revision."""
    _OF_THIS_RUN.set(opening.revision(store()))


def revision() -> int:
    """The revision that this run sees; outside of any run the one that the store has now."""
    seen = _OF_THIS_RUN.get()
    return opening.revision(store()) if seen is None else seen


@lru_cache(maxsize=4)
def _store(named: str | Path) -> opening.Store:
    return opening.open_store(named)
