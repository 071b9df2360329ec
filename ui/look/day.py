"""The day on which the offices of the store work."""

from datetime import date

from ita_data.services import clock
from ui.look.plans import are_samples


def today() -> date:
    """Today; in a store of samples alone it is the day of the sample."""
    return clock.day_of(are_samples())
