"""What the store holds once a page has written to it."""

from ita_data.model.plan_name import PlanName
from ita_data.model.records import Measure, Records
from ita_data.services import looking, opening
from ita_data.services.opening import Store


def plan_of(store: Store) -> PlanName:
    """The plan that stands in it first."""
    return opening.plans(store)[0]


def records(store: Store) -> Records:
    return looking.records(store, plan_of(store))


def measure(store: Store, code: str) -> Measure:
    return next(each for each in records(store).measures if each.code == code)
