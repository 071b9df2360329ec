"""The days on which nothing falls due."""

from datetime import date, timedelta

import pytest

from ita_data.model.periods import FiscalMonth, due_date
from ita_data.public_holidays import thai_public_holidays

WORKDAYS_OFF = {
    2567: (
        "2023-10-13 2023-10-23 2023-12-05 2023-12-11 2023-12-29 2024-01-01 2024-02-26 2024-04-08 2024-04-12 2024-04-15 "
        "2024-04-16 2024-05-06 2024-05-10 2024-05-22 2024-06-03 2024-07-22 2024-07-29 2024-08-12"
    ),
    2568: (
        "2024-10-14 2024-10-23 2024-12-05 2024-12-10 2024-12-30 2024-12-31 2025-01-01 2025-02-12 2025-04-07 2025-04-14 "
        "2025-04-15 2025-04-16 2025-05-05 2025-05-09 2025-05-12 2025-06-02 2025-06-03 2025-07-10 2025-07-11 2025-07-28 "
        "2025-08-11 2025-08-12"
    ),
    2569: (
        "2025-10-13 2025-10-23 2025-12-05 2025-12-10 2025-12-31 2026-01-01 2026-01-02 2026-03-03 2026-04-06 2026-04-13 "
        "2026-04-14 2026-04-15 2026-05-04 2026-05-13 2026-06-01 2026-06-03 2026-07-28 2026-07-29 2026-07-30 2026-08-12"
    ),
}
"""The days from Monday to Friday on which government offices rested or will, gone through by hand."""


def weekdays_off(fiscal_year: int) -> list[date]:
    first, last = FiscalMonth(fiscal_year, 1).first_day, FiscalMonth(fiscal_year, 12).last_day
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [day for day in days if day.weekday() < 5 and day in thai_public_holidays()]


@pytest.mark.parametrize("fiscal_year", WORKDAYS_OFF)
def test_government_offices_rest_on_the_days_of_the_calendar(fiscal_year: int) -> None:
    assert weekdays_off(fiscal_year) == [date.fromisoformat(day) for day in WORKDAYS_OFF[fiscal_year].split()]


@pytest.mark.parametrize("day", [date(2024, 5, 1), date(2025, 5, 1), date(2026, 5, 1), date(2027, 5, 3)])
def test_they_work_on_labour_day_and_have_no_day_in_lieu_of_it(day: date) -> None:
    assert day not in thai_public_holidays()


@pytest.mark.parametrize("day", [date(2024, 5, 10), date(2025, 5, 9), date(2026, 5, 13)])
def test_they_rest_on_the_day_of_the_royal_ploughing_ceremony(day: date) -> None:
    assert day in thai_public_holidays()


def test_reports_are_due_on_labour_day_and_not_on_that_of_the_ploughing() -> None:
    april = FiscalMonth(2568, 7)

    assert due_date(april, 1, thai_public_holidays()) == date(2025, 5, 1)
    assert due_date(april, 9, thai_public_holidays()) == date(2025, 5, 13)  # Friday; a weekend, Visakha Bucha, in lieu
