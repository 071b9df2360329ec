"""Fiscal months and due dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.model.periods import MONTHS, FiscalMonth, due_date, in_common_era, months_of
from ita_data.public_holidays import thai_public_holidays

FIRST_DAY, LAST_DAY = date(2017, 10, 1), date(2032, 9, 30)
"""1 October 2560 to 30 September 2575, in the Buddhist calendar."""
EVERY_DAY = [FIRST_DAY + timedelta(days=days) for days in range((LAST_DAY - FIRST_DAY).days + 1)]
HOLIDAYS = thai_public_holidays()

fiscal_months = st.builds(FiscalMonth, st.integers(2560, 2575), st.sampled_from(MONTHS))


def test_a_buddhist_year_is_taken_for_what_it_is() -> None:
    assert in_common_era(date(2568, 6, 5)) == date(2025, 6, 5)
    assert in_common_era(date(2025, 6, 5)) == date(2025, 6, 5)
    assert in_common_era(date(2568, 2, 29)) == date(2568, 2, 29)


def test_every_day_of_fifteen_years_lies_inside_its_fiscal_month() -> None:
    for day in EVERY_DAY:
        month = FiscalMonth.of(day)
        assert month.first_day <= day <= month.last_day
        assert month.calendar_month == day.month


def test_fifteen_years_of_days_give_their_months_in_order_without_a_gap() -> None:
    months = list(dict.fromkeys(FiscalMonth.of(day) for day in EVERY_DAY))

    assert months == [month for year in range(2561, 2576) for month in months_of(year)]


def test_a_month_of_the_calendar_is_one_month_of_a_fiscal_year() -> None:
    assert [FiscalMonth.in_year(2568, month).month for month in (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)] == list(MONTHS)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_the_code_of_a_month_names_it_and_no_other(day: date) -> None:
    month = FiscalMonth.of(day)
    assert month.code == day.isoformat()[:7]
    assert FiscalMonth.of_code(month.code) == month


@pytest.mark.parametrize("code", ["", "2025", "2025-13", "2025-1", "ม.ค. 68", "2025-01-02"])
def test_what_is_no_code_of_a_month_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="."):
        FiscalMonth.of_code(code)


def test_the_days_of_the_months_are_all_the_days() -> None:
    spans = [(month.first_day, month.last_day) for year in range(2561, 2576) for month in months_of(year)]
    days = [first + timedelta(days=days) for first, last in spans for days in range((last - first).days + 1)]

    assert days == EVERY_DAY


@pytest.mark.parametrize(
    ("day", "month"),
    [
        (date(2024, 9, 30), FiscalMonth(2567, 12)),
        (date(2024, 10, 1), FiscalMonth(2568, 1)),
        (date(2024, 12, 31), FiscalMonth(2568, 3)),
        (date(2025, 1, 1), FiscalMonth(2568, 4)),
        (date(2024, 2, 29), FiscalMonth(2567, 5)),
        (date(2025, 9, 30), FiscalMonth(2568, 12)),
    ],
)
def test_the_year_is_named_by_the_buddhist_year_in_which_it_ends(day: date, month: FiscalMonth) -> None:
    assert FiscalMonth.of(day) == month


def test_september_leads_into_the_next_fiscal_year() -> None:
    assert FiscalMonth(2568, 12).next == FiscalMonth(2569, 1)
    assert FiscalMonth(2569, 1).previous == FiscalMonth(2568, 12)


@pytest.mark.parametrize("month", months_of(2568))
def test_the_month_before_the_next_is_the_month_itself(month: FiscalMonth) -> None:
    assert month.next.previous == month


def test_months_order_as_time_does() -> None:
    assert sorted([FiscalMonth(2569, 1), FiscalMonth(2568, 12), FiscalMonth(2568, 3)]) == [
        FiscalMonth(2568, 3),
        FiscalMonth(2568, 12),
        FiscalMonth(2569, 1),
    ]


@pytest.mark.parametrize("month", [0, 13, -1])
def test_there_is_no_month_before_october_or_after_september(month: int) -> None:
    with pytest.raises(ValueError, match="1 \\(October\\) to 12 \\(September\\)"):
        FiscalMonth(2568, month)


@pytest.mark.parametrize(
    ("month", "due_on"),
    [
        (FiscalMonth(2568, 1), date(2024, 11, 5)),
        (FiscalMonth(2568, 2), date(2024, 12, 6)),  # 5 December is a public holiday
        (FiscalMonth(2568, 3), date(2025, 1, 6)),  # 5 January is a Sunday
        (FiscalMonth(2568, 6), date(2025, 4, 8)),  # a weekend, Chakri Day on the Sunday and its day in lieu
        (FiscalMonth(2568, 12), date(2025, 10, 6)),  # a Sunday, in the next fiscal year
    ],
)
def test_a_review_is_due_on_the_fifth_or_the_next_working_day(month: FiscalMonth, due_on: date) -> None:
    assert due_date(month, 5, HOLIDAYS) == due_on


def test_the_plan_may_set_another_due_day() -> None:
    assert due_date(FiscalMonth(2568, 1), 10, HOLIDAYS) == date(2024, 11, 11)


@pytest.mark.parametrize(
    ("month", "due_day", "due_on"),
    [
        (FiscalMonth(2568, 1), 31, date(2024, 12, 2)),  # 30 November is a Saturday
        (FiscalMonth(2568, 2), 31, date(2025, 1, 2)),  # 31 December, New Year's Eve
        (FiscalMonth(2568, 4), 31, date(2025, 2, 28)),
        (FiscalMonth(2568, 4), 29, date(2025, 2, 28)),
        (FiscalMonth(2567, 4), 31, date(2024, 2, 29)),
        (FiscalMonth(2567, 4), 29, date(2024, 2, 29)),
        (FiscalMonth(2568, 5), 31, date(2025, 3, 31)),
        (FiscalMonth(2568, 6), 31, date(2025, 4, 30)),
        (FiscalMonth(2568, 8), 31, date(2025, 6, 30)),
    ],
)
def test_a_due_day_that_a_month_lacks_is_its_last_day(month: FiscalMonth, due_day: int, due_on: date) -> None:
    assert due_date(month, due_day, HOLIDAYS) == due_on


def test_the_offices_own_holidays_move_it_on_beside_the_public_ones() -> None:
    own = {date(2024, 12, 6), date(2025, 1, 20)}
    assert due_date(FiscalMonth(2568, 2), 5, HOLIDAYS, own) == date(2024, 12, 9)
    assert due_date(FiscalMonth(2568, 3), 5, HOLIDAYS, own) == date(2025, 1, 6)


@given(fiscal_months, st.integers(1, 31))
def test_a_due_date_is_the_first_working_day_from_the_due_day_on(month: FiscalMonth, due_day: int) -> None:
    due_on = due_date(month, due_day, HOLIDAYS)
    earliest = month.next.first_day.replace(day=min(due_day, month.next.last_day.day))
    passed_over = [earliest + timedelta(days=days) for days in range((due_on - earliest).days)]

    assert due_on > month.last_day
    assert due_on.weekday() < 5
    assert due_on not in HOLIDAYS
    assert all(day.weekday() >= 5 or day in HOLIDAYS for day in passed_over)


@given(fiscal_months, st.integers(1, 31))
def test_a_later_month_is_never_due_before_an_earlier_one(month: FiscalMonth, due_day: int) -> None:
    assert due_date(month, due_day, HOLIDAYS) < due_date(month.next, due_day, HOLIDAYS)
