"""The plans that pages look at, each at one revision of the store."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ita_data.config import database
from ita_data.services import opening


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan at one revision of the store: the part of a cache's key that all its tables share."""

    organisation: str
    fiscal_year: int
    revision: int


def store() -> opening.Store:
    """The database of this process."""
    return _store(database())


def plans() -> list[Plan]:
    """Every plan in the store, at the revision it has now."""
    revision = opening.revision(store())
    return [Plan(organisation, fiscal_year, revision) for organisation, fiscal_year in _names(revision)]


@lru_cache(maxsize=4)
def _store(named: str | Path) -> opening.Store:
    return opening.open_store(named)


@lru_cache(maxsize=4)
def _names(_revision: int) -> list[tuple[str, int]]:
    return [(name.organisation, name.fiscal_year) for name in opening.plans(store())]
