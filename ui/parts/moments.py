"""Moments as they are shown."""

from datetime import datetime

from ita_data.labels import date_label
from ita_data.model.periods import THAILAND


def moment(when: datetime) -> str:
    """A moment as clocks in Thailand show it."""
    return f"{date_label(when.astimezone(THAILAND).date())} {clock_time(when)}"


def clock_time(when: datetime) -> str:
    """The hour and minute of a moment by clocks in Thailand."""
    return f"{when.astimezone(THAILAND):%H:%M}"
