"""Moments as they are shown."""

from datetime import datetime

from ita_data.labels import date_label
from ita_data.model.periods import THAILAND


def moment(when: datetime) -> str:
    """A moment as clocks in Thailand show it."""
    local = when.astimezone(THAILAND)
    return f"{date_label(local.date())} {local:%H:%M}"
