"""What a setting would change, counted before it is saved; on both databases."""

from datetime import date

import pytest

from ita_data.metrics.shifts import Shift
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Review
from ita_data.model.rules import Holiday, Rules
from ita_data.model.states import CellState, Status
from ita_data.services import editing
from ita_data.services.foreseeing import Foreseen, foreseen
from ita_data.services.opening import Store
from tests.offices import bring_report
from tests.services.office import OFFICE, PLAN, SECTION, STAFF

NOVEMBER = date(2024, 11, 20)
LATE, ON_TIME, NOT_YET_DUE = (
    CellState.LATE,
    CellState.ON_TIME,
    CellState.NOT_YET_DUE,
)


@pytest.fixture
def office(engine: Store) -> Store:
    """An office that has sent two reports of October, one of them on 8 November."""
    bring_report(engine)
    for measure, day in (("1.1", 4), ("1.2", 8)):
        review = Review(measure, SECTION, 1, Status.IN_PROGRESS, date(2024, 11, day))
        editing.save(engine, PLAN, [(None, review)], STAFF)
    return engine


def october(found: list[Foreseen]) -> set[Shift]:
    """What becomes of reports that are due already."""
    (year,) = found
    return {shift for shift in year.shifts if NOT_YET_DUE not in shift}


def test_a_later_due_day_turns_late_reports_to_ones_on_time(office: Store) -> None:
    found = foreseen(office, PLAN, [(Rules(), Rules(8))], NOVEMBER)
    assert october(found) == {Shift(LATE, ON_TIME, 1)}
    assert found[0].due_dates[0] == (1, date(2024, 11, 5), date(2024, 11, 8))


def test_from_an_open_month_on_it_turns_none(office: Store) -> None:
    (year,) = foreseen(office, PLAN, [(None, Rules(8, from_month=2))], NOVEMBER)
    assert year.shifts == ()
    assert [month for month, _before, _after in year.due_dates][:2] == [2, 3]


def test_a_later_start_asks_for_fewer_reports(office: Store) -> None:
    (year,) = foreseen(office, PLAN, [(Rules(), Rules(starts_in_month=2))], NOVEMBER)
    assert Shift(LATE, None, 1) in year.shifts
    assert Shift(ON_TIME, None, 1) in year.shifts
    assert {after for _before, after, _number in year.shifts} == {None}
    assert year.due_dates == ()


def test_a_target_changes_no_report(office: Store) -> None:
    assert foreseen(office, PLAN, [(Rules(), Rules(reporting_target=90))], NOVEMBER) == []


def test_a_holiday_is_counted_in_every_year_whose_due_dates_it_moves(office: Store) -> None:
    bring_report(office, 2569)
    tuesday = Holiday(date(2024, 11, 5), "วันหยุดพิเศษ")
    (year,) = foreseen(office, PlanName(OFFICE, 2569), [(None, tuesday)], NOVEMBER)
    assert (year.fiscal_year, year.shifts) == (2568, ())
    assert year.due_dates == ((1, date(2024, 11, 5), date(2024, 11, 6)),)


def test_rules_of_one_year_change_no_other(office: Store) -> None:
    bring_report(office, 2569)
    (year,) = foreseen(office, PlanName(OFFICE, 2569), [(Rules(), Rules(8))], NOVEMBER)
    assert year.fiscal_year == 2569
