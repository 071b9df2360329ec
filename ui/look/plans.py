"""The plans that pages look at, each at one revision of the store."""

from dataclasses import dataclass
from functools import lru_cache

from ita_data.model.plan_name import PlanName
from ita_data.model.revision import Revision
from ita_data.services import opening
from ui.look.store import revision, store


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan at one revision of the store: the part of a cache's key that all its tables share."""

    name: PlanName
    revision: Revision

    @property
    def organisation(self) -> str:
        """The office whose plan it is."""
        return self.name.organisation

    @property
    def fiscal_year(self) -> int:
        """The Buddhist year in which its fiscal year ends."""
        return self.name.fiscal_year


def plans() -> list[Plan]:
    """Every plan in the store, at the revision that this run of the script sees."""
    seen = revision()
    return [Plan(name, seen) for name in _names(seen)]


def are_samples() -> bool:
    """Whether there are plans, and invented reviews in each of them."""
    return _are_samples(revision())


@lru_cache(maxsize=4)
def _are_samples(_revision: Revision) -> bool:
    return opening.is_of_samples(store())


@lru_cache(maxsize=4)
def _names(_revision: Revision) -> list[PlanName]:
    return opening.plans(store())
