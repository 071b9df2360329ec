"""The days on which Thailand's government offices rest, kept up by the `holidays` library."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

import holidays

_LABOUR_DAY = "วันแรงงานแห่งชาติ"
"""As the library names it; a day in lieu has this within its name."""


def thai_public_holidays() -> Container[date]:
    """Every day off of government offices, days in lieu and those that the cabinet added included.

    Besides everybody's holidays they rest on วันพืชมงคล, and they work on 1 May, when banks and factories rest.
    """
    named = holidays.country_holidays("TH", language="th", categories=(holidays.PUBLIC, holidays.GOVERNMENT))
    return _GovernmentHolidays(named)


@dataclass(frozen=True, eq=False)
class _GovernmentHolidays:
    """The library fills in the years that are asked for, so one object serves them all."""

    named: holidays.HolidayBase

    def __contains__(self, day: object) -> bool:
        # Two holidays can fall on one day.
        return isinstance(day, date) and any(_LABOUR_DAY not in name for name in self.named.get_list(day))
