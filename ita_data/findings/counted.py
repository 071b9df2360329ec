"""The figures of a month, wherever they come from: counted a moment ago, or kept when the month was closed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from ita_data.model.periods import FiscalMonth

Row = Mapping[str, Any]
"""A row of a metric as JSON knows it: dates are ISO texts, and what has no number is None."""


class Counted(Protocol):
    """A month that was counted."""

    @property
    def month(self) -> FiscalMonth:
        """The month up to which it was counted."""

    @property
    def as_of(self) -> date:
        """The day as known on which."""

    @property
    def names(self) -> Mapping[str, Mapping[Any, str]]:
        """The shown name of every indicator, section and measure of the plan."""

    @property
    def every_section(self) -> frozenset[str]:
        """The sections for which ทุกฝ่าย stands in the month."""

    def rows(self, metric: str) -> Sequence[Row]:
        """A metric's rows; none where a month was closed before the metric was kept."""


@dataclass(frozen=True, slots=True)
class CountedMonth:
    """A month counted a moment ago, as of `Counted`; `rows_of` gives a metric's rows by its name."""

    month: FiscalMonth
    as_of: date
    names: Mapping[str, Mapping[Any, str]]
    every_section: frozenset[str]
    rows_of: Callable[[str], Sequence[Row]]

    def rows(self, metric: str) -> Sequence[Row]:
        """A metric's rows."""
        return self.rows_of(metric)


def of_month(rows: Sequence[Row], month: int) -> Row | None:
    """The row of a month, if there is one."""
    return next((row for row in rows if row["month"] == month), None)


def due_day(counted: Counted) -> date | None:
    """The day by which the reports of the month had to come; None where it wasn't kept."""
    row = of_month(counted.rows("at_same_age_by_month"), counted.month.month)
    return date.fromisoformat(row["due_on"]) if row else None


def owed(rows: Sequence[Row]) -> tuple[int, int]:
    """The missing reports of the last month of a row of months, and those of all months before."""
    *before, last = rows
    return last["missing"], sum(row["missing"] for row in before)


def is_due(counted: Counted) -> bool:
    """Whether the month's due date has passed, so that its reports can be missing."""
    due_on = due_day(counted)
    return due_on is None or due_on < counted.as_of


def month_before(counted: Counted) -> Row | None:
    """The month before at the same age; None for October, and while the month isn't due."""
    return of_month(counted.rows("at_same_age_by_month"), counted.month.month - 1) if is_due(counted) else None
