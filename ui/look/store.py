"""The database that all pages look at, and its revision as one run of the script sees it."""

from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from ita_data.config import database
from ita_data.model.errors import StoreBusy, StoreUnusable
from ita_data.model.revision import Revision
from ita_data.services import opening

_OF_THIS_RUN: ContextVar[Revision | None] = ContextVar("revision", default=None)


def store() -> opening.Store:
    """The database of this process; where another file got its name, that one, opened anew."""
    named = database()
    return _store(named, opening.file_of(named))


def look_at_the_store() -> None:
    """Have this run see the store as it is now, to its end: a page's figures are all of one revision."""
    _OF_THIS_RUN.set(_revision_now())


def revision() -> Revision:
    """The revision that this run sees; outside of any run the one that the store has now."""
    seen = _OF_THIS_RUN.get()
    return _revision_now() if seen is None else seen


def _revision_now() -> Revision:
    try:
        return opening.revision(store())
    except StoreBusy:
        # It is sound, and opening it anew would only wait once more.
        raise
    except StoreUnusable:
        # An older copy may have been written into the file; opening brings it up to date, or says what is wrong.
        _store.cache_clear()
        return opening.revision(store())


@lru_cache(maxsize=4)
def _store(named: str | Path, _file: object) -> opening.Store:
    return opening.open_store(named)
