"""What day it is."""

from datetime import date, datetime, timedelta, timezone

THAILAND = timezone(timedelta(hours=7))


def today() -> date:
    """The date in Thailand, wherever the server stands."""
    return datetime.now(THAILAND).date()
