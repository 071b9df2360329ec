"""What day and hour it is."""

from datetime import date, datetime

from ita_data.model.periods import THAILAND


def now() -> datetime:
    """The moment by the clocks of Thailand, wherever the server stands."""
    return datetime.now(THAILAND)


def today() -> date:
    """The date in Thailand, wherever the server stands."""
    return now().date()
