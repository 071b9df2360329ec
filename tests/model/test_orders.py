"""Which orders stand on a month's page."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.model.decisions import Order
from ita_data.model.orders import GivenOrder, closed_orders, open_orders, orders_to
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import EVERY_SECTION

ORDER = Order(
    1,
    3,
    EVERY_SECTION,
    None,
    "ส่งรายงานให้ครบ",
    date(2025, 1, 31),
    date(2024, 12, 6),
    "ผอ.เขต",
    "ครบแล้ว",
    date(2025, 2, 3),
)
GIVEN = GivenOrder(2568, ORDER)
DAYS = st.dates(date(2024, 10, 1), date(2026, 9, 30))


@st.composite
def given_orders(draw: st.DrawFn) -> GivenOrder:
    """An order that was given in its month and closed some time after, or not yet."""
    month = draw(st.builds(FiscalMonth, st.sampled_from([2568, 2569]), st.integers(1, 12)))
    given_on = draw(st.dates(month.first_day, month.last_day))
    days_open = draw(st.none() | st.integers(0, 500))
    closed_on = None if days_open is None else given_on + timedelta(days=days_open)
    order = replace(
        ORDER, month=month.month, given_on=given_on, closed_on=closed_on, answer="เสร็จ" if closed_on else ""
    )
    return GivenOrder(month.fiscal_year, order)


def stands(each: GivenOrder, month: FiscalMonth, day: date) -> bool:
    return open_orders([each], month, day) == [each]


@pytest.mark.parametrize(
    ("day", "is_open", "is_overdue"),
    [
        (date(2024, 12, 5), False, False),
        (date(2024, 12, 6), True, False),
        (date(2025, 1, 31), True, False),
        (date(2025, 2, 1), True, True),
        (date(2025, 2, 2), True, True),
        (date(2025, 2, 3), False, False),
    ],
)
def test_an_order_is_open_from_the_day_it_is_given_until_it_is_closed(
    day: date, is_open: bool, is_overdue: bool
) -> None:
    assert (GIVEN.is_open_on(day), GIVEN.is_overdue_on(day)) == (is_open, is_overdue)


@given(given_orders(), DAYS)
def test_an_order_stands_on_the_next_months_page_until_it_is_closed(each: GivenOrder, day: date) -> None:
    is_open = each.order.given_on <= day and (each.order.closed_on is None or day < each.order.closed_on)
    following = FiscalMonth(each.fiscal_year + 1, 1)
    assert stands(each, each.month.next, day) is stands(each, following, day) is is_open


@given(given_orders(), DAYS)
def test_no_page_shows_an_order_of_a_later_month(each: GivenOrder, day: date) -> None:
    if each.month.month > 1:
        assert not stands(each, FiscalMonth(each.fiscal_year, each.order.month - 1), day)
    assert not stands(each, FiscalMonth(each.fiscal_year - 1, 12), day)


@given(given_orders(), DAYS, DAYS)
def test_what_was_open_stays_so_on_that_day_whatever_is_answered_later(
    each: GivenOrder, day: date, later: date
) -> None:
    answered = replace(each, order=replace(each.order, answer="ครบ", closed_on=max(day + timedelta(days=1), later)))
    assert answered.is_open_on(day) is replace(each, order=replace(each.order, closed_on=None)).is_open_on(day)


def test_orders_of_earlier_months_and_years_come_first() -> None:
    others = [(2569, 1, 1), (2568, 12, 2), (2568, 12, 1), (2568, 2, 3)]
    orders = [
        GivenOrder(year, replace(ORDER, number=number, month=month, closed_on=None)) for year, month, number in others
    ]
    assert open_orders(orders, FiscalMonth(2569, 2), date(2025, 11, 1)) == orders[::-1]


def test_what_was_closed_after_one_day_and_up_to_another_is_listed() -> None:
    closed_on = date(2025, 2, 3)
    still_open = replace(GIVEN, order=replace(ORDER, closed_on=None, answer=""))
    assert closed_orders([GIVEN, still_open], date(2025, 2, 2), closed_on) == [GIVEN]
    assert closed_orders([GIVEN], closed_on, date(2025, 3, 1)) == []


def test_an_order_to_all_sections_is_not_one_to_a_school() -> None:
    to_all = GivenOrder(2568, replace(ORDER, section=EVERY_SECTION), frozenset({"โรงเรียนวัดจันทร์"}))
    assert orders_to("ฝ่ายโยธา", [to_all]) == [to_all]
    assert orders_to("โรงเรียนวัดจันทร์", [to_all]) == []
    by_name = replace(to_all, order=replace(ORDER, section="โรงเรียนวัดจันทร์"))
    assert orders_to("โรงเรียนวัดจันทร์", [by_name]) == [by_name]
