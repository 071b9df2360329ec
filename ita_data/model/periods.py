"""Fiscal years and months: 1 October to 30 September, named by the Buddhist year in which the year ends.

1 October 2024 to 30 September 2025 is fiscal year 2568; October is month 1 and September month 12.
"""

from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass
from datetime import date, timedelta, timezone

THAILAND = timezone(timedelta(hours=7))
BUDDHIST_ERA = 543
_EARLIEST_BUDDHIST_YEAR = 2400
MONTHS = range(1, 13)
_OCTOBER = 10


@dataclass(frozen=True, slots=True, order=True)
class FiscalMonth:
    """One month of one fiscal year; months order as time does."""

    fiscal_year: int
    month: int

    def __post_init__(self) -> None:
        if self.month not in MONTHS:
            raise ValueError(f"a fiscal month is 1 (October) to 12 (September), not {self.month}")

    @classmethod
    def of(cls, day: date) -> "FiscalMonth":
        """The fiscal month a day falls in: 4 December 2024 is month 3 of 2568."""
        year = day.year + BUDDHIST_ERA + (1 if day.month >= _OCTOBER else 0)
        return cls.in_year(year, day.month)

    @classmethod
    def in_year(cls, fiscal_year: int, calendar_month: int) -> "FiscalMonth":
        """The month of a fiscal year that has this number in the calendar: 12 (December) is month 3."""
        return cls(fiscal_year, calendar_month - 9 if calendar_month >= _OCTOBER else calendar_month + 3)

    @classmethod
    def of_code(cls, code: str) -> "FiscalMonth":
        """The month that programs write as 2025-01; raises ValueError for what is none."""
        return cls.of(date.fromisoformat(f"{code}-01"))

    @property
    def code(self) -> str:
        """The month as programs write it, in the Gregorian calendar: 2025-01."""
        return f"{self.first_day:%Y-%m}"

    @property
    def calendar_month(self) -> int:
        """1 = January … 12 = December."""
        return self.month + 9 if self.month <= 3 else self.month - 3

    @property
    def first_day(self) -> date:
        """The month's first day, in the Gregorian calendar."""
        year = self.fiscal_year - BUDDHIST_ERA - (1 if self.month <= 3 else 0)
        return date(year, self.calendar_month, 1)

    @property
    def last_day(self) -> date:
        """The month's last day, in the Gregorian calendar."""
        return self.next.first_day - timedelta(days=1)

    @property
    def next(self) -> "FiscalMonth":
        """The month after; September leads into the next fiscal year."""
        if self.month == 12:
            return FiscalMonth(self.fiscal_year + 1, 1)
        return FiscalMonth(self.fiscal_year, self.month + 1)

    @property
    def previous(self) -> "FiscalMonth":
        """The month before; October's is September of the fiscal year before."""
        if self.month == 1:
            return FiscalMonth(self.fiscal_year - 1, 12)
        return FiscalMonth(self.fiscal_year, self.month - 1)


def months_of(fiscal_year: int) -> tuple[FiscalMonth, ...]:
    """The twelve months of a fiscal year, October first."""
    return tuple(FiscalMonth(fiscal_year, month) for month in MONTHS)


def month_in(fiscal_year: int, day: date) -> int:
    """The month of a fiscal year in which a day lies: 1 where it lies before the year, 13 where it lies after it."""
    month = FiscalMonth.of(day)
    if month.fiscal_year == fiscal_year:
        return month.month
    return MONTHS[0] if month.fiscal_year < fiscal_year else MONTHS[-1] + 1


def months_between(begins_on: date | None, ends_on: date | None, fiscal_year: int) -> set[int]:
    """The months of a fiscal year that have a day from the first to the last one; where a day is None, it is open."""
    months = months_of(fiscal_year)
    return {month.month for month in months if overlap(begins_on, ends_on, month.first_day, month.last_day)}


def overlap(begins_on: date | None, ends_on: date | None, first: date, last: date) -> bool:
    """Whether what lasts from one day to another has a day from the first to the last one; None is open."""
    return (begins_on or date.min) <= last and (ends_on or date.max) >= first


def running_year(fiscal_years: Collection[int], day: date) -> int:
    """Which of some fiscal years a page opens on a day: the running one, or else the last one before it.

    Where all of them are yet to come it is the first.
    """
    running = FiscalMonth.of(day).fiscal_year
    return max((year for year in fiscal_years if year <= running), default=min(fiscal_years))


def in_common_era(day: date) -> date:
    """A day whose year was written as a Buddhist one, by the calendar's own year; any other day as it is."""
    if day.year < _EARLIEST_BUDDHIST_YEAR:
        return day
    try:
        return day.replace(year=day.year - BUDDHIST_ERA)
    except ValueError:  # 29 February of a year that has none
        return day


def months_from(first: FiscalMonth) -> Iterator[FiscalMonth]:
    """A month and all that follow it, into the next fiscal years."""
    while True:
        yield first
        first = first.next


def due_date(month: FiscalMonth, due_day: int, holidays: Container[date], own: Container[date] = ()) -> date:
    """The day by which a month's review has to arrive.

    It is `due_day` of the following month, or its last day where it has fewer, moved on to the next working day over
    weekends, public `holidays` and those of the office's `own`.
    """
    day = min(month.next.first_day + timedelta(days=due_day - 1), month.next.last_day)
    while not is_working_day(day, holidays, own):
        day += timedelta(days=1)
    return day


def is_working_day(day: date, holidays: Container[date], own: Container[date] = ()) -> bool:
    """Whether government offices are open."""
    return day.weekday() < 5 and day not in holidays and day not in own
