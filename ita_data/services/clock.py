"""What day and hour it is.

In a store that holds nothing but sample plans the day of the sample is today, so that everything can be entered,
ordered and closed in it. One plan without invented reviews, and the store has the real day.
"""

from datetime import date, datetime

from ita_data.model.periods import THAILAND

SAMPLE_DAY = date(2025, 4, 9)
"""The day after March's reports fell due in the sample office."""


def now() -> datetime:
    """The moment by the clocks of Thailand, wherever the server stands."""
    return datetime.now(THAILAND)


def today() -> date:
    """The date in Thailand, wherever the server stands."""
    return now().date()


def day_of(is_of_samples: bool) -> date:
    """The day on which the offices of a store work."""
    return SAMPLE_DAY if is_of_samples else today()
