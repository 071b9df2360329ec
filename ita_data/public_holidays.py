"""The days on which Thai government offices don't work, kept up by the `holidays` library."""

from collections.abc import Container
from datetime import date

import holidays

_LABOUR_DAY = "National Labor Day"


def thai_public_holidays() -> Container[date]:
    """Every day off that the government announced or regularly gives its offices, substitution days included.

    They work on Labour Day, when banks don't, and not on the day of the Royal Ploughing Ceremony. The library fills in
    the years that are asked for, so one object serves them all.
    """
    return _GovernmentDays(holidays.country_holidays("TH", categories=("public", "government"), language="en_US"))


class _GovernmentDays(Container[date]):
    def __init__(self, days: holidays.HolidayBase) -> None:
        self._days = days

    def __contains__(self, day: object) -> bool:
        names = self._days.get_list(day) if isinstance(day, date) else []
        return any(not name.startswith(_LABOUR_DAY) for name in names)
