"""All that a month's meeting looks at, as it stood when the meeting was opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ita_data.model.decisions import Remark
from ita_data.model.orders import GivenOrder
from ita_data.model.periods import FiscalMonth

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Meeting:
    """The figures of a month: each metric's rows by its name, as JSON knows them, so that they can be kept as they are.

    Of a closed month they are those that were signed off, as of the day of its closing. `names` gives the shown name of
    every indicator and section, `every_section` are those for which ทุกฝ่าย stands, `orders` are all orders that
    the office was ever given, `said_before` is what the director said on the month before without ordering
    anything, `news_days` are the days after and up to which something is news since the last meeting.
    """

    organisation: str
    month: FiscalMonth
    as_of: date
    is_closed: bool
    is_sample: bool
    figures: Mapping[str, Sequence[Row]]
    names: Mapping[str, Mapping[Any, str]]
    every_section: frozenset[str]
    orders: tuple[GivenOrder, ...]
    said_before: tuple[Remark, ...]
    news_days: tuple[date, date]

    def rows(self, metric: str) -> Sequence[Row]:
        """A metric's rows; none where a month was closed before the metric was kept."""
        return self.figures.get(metric, ())

    @property
    def texts(self) -> dict[str, str]:
        """What each measure is called, by its code."""
        return {row["measure"]: row["text"] for row in self.rows("measure_status")}

    @property
    def given(self) -> list[GivenOrder]:
        """The orders given for this month."""
        return [each for each in self.orders if each.month == self.month]
