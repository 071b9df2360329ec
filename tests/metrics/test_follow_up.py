"""What is followed up month by month: how a month stands, its rates beside the targets, and last year beside it."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.metrics import View, follow_up_by_month, follow_up_this_year_and_last, rates_by_month, year_of
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from ita_data.snapshot import Snapshot, snapshot_of
from tests.plans import HOLIDAYS, WORKS, lead, measure, plan_of, records_of, review

TODAY = date(2025, 1, 10)


def office(fiscal_year: int, *reviewed: int) -> Snapshot:
    """A year in which one measure was completed and another reported on in these months, on the 4th after each."""
    first = fiscal_year - 544
    days = {month: f"{first + (month > 2)}-{(month + 9) % 12 + 1:02d}-04" for month in reviewed}
    reviews = [review("1.1", WORKS, month, day, Status.COMPLETED) for month, day in days.items()]
    records = records_of(measure("1.1"), measure("1.2"), lead("1.1", WORKS), lead("1.2", WORKS), *reviews)
    return snapshot_of(replace(records, fiscal_year=fiscal_year), HOLIDAYS)


@pytest.mark.parametrize(
    ("day", "stands"),
    [
        (date(2024, 9, 30), ["ahead"] * 4),
        (date(2024, 12, 1), ["ended", "ended", "running", "ahead"]),
        (date(2024, 12, 30), ["ended", "ended", "running", "ahead"]),
        (date(2024, 12, 31), ["ended", "ended", "ended", "ahead"]),
        (date(2025, 10, 1), ["ended"] * 4),
    ],
)
def test_a_month_runs_from_its_first_day_on_and_has_ended_on_its_last(day: date, stands: list[str]) -> None:
    table = follow_up_by_month(View(year_of(office(2568), day), 4))
    assert table["stands"].tolist() == stands
    assert table["completion"].isna().tolist() == [stand == "ahead" for stand in stands]


def test_targets_stand_beside_the_rates_where_the_plan_sets_them() -> None:
    plan = plan_of(measure("1.1"), lead("1.1", WORKS), rules=Rules(reporting_target=95))
    table = rates_by_month(View(year_of(plan, TODAY), 4))
    assert table["reporting_target"].tolist() == [0.95] * 4
    assert table["on_time_target"].isna().all()
    assert table["due"].tolist() == [1, 1, 1, 0]
    assert table["reporting_rate"].isna().tolist() == [False, False, False, True]


def test_each_year_is_counted_by_its_own_plan_and_months_to_come_are_absent() -> None:
    this_year, last_year = (year_of(office(*given), TODAY) for given in ((2568, 1), (2567, 1, 2, 3)))
    table = follow_up_this_year_and_last(View(this_year, 12, last_year=last_year))
    this, last = (table[table["fiscal_year"] == year] for year in (2568, 2567))
    assert this["fiscal_month"].tolist() == [1, 2, 3, 4]
    assert this["received"].tolist() == [1, 0, 0, 0]
    assert this["stands"].tolist() == ["ended", "ended", "ended", "running"]
    assert last["fiscal_month"].tolist() == list(range(1, 13))
    assert last["received"].tolist() == [1, 1, 1, *[0] * 9]
    assert last["due"].tolist() == [2] * 12
    assert set(last["stands"]) == {"ended"}


def test_without_a_plan_of_the_year_before_there_are_this_years_rows_alone() -> None:
    table = follow_up_this_year_and_last(View(year_of(office(2568, 1), TODAY), 4))
    assert set(table["fiscal_year"]) == {2568}


def test_what_came_after_the_age_of_the_newest_month_is_told_apart() -> None:
    reviews = (review("1.1", WORKS, 1, "2024-11-20"), review("1.1", WORKS, 2, "2024-12-09"))
    plan = plan_of(measure("1.1"), lead("1.1", WORKS), *reviews)
    # December is three days past its due date: October's report had not come by then, November's had.
    on_the_third_day = follow_up_by_month(View(year_of(plan, date(2025, 1, 9)), 3))
    assert on_the_third_day[["late", "late_since"]].values.tolist() == [[1, 1], [1, 0], [0, 0]]
    not_due = follow_up_by_month(View(year_of(plan, date(2025, 1, 5)), 3))
    assert not_due["late_since"].tolist() == [0, 0, 0]


def test_a_month_of_last_year_stands_beside_this_years_at_the_same_age() -> None:
    late = (measure("1.1"), lead("1.1", WORKS), review("1.1", WORKS, 1, "2023-11-20"))
    last = snapshot_of(replace(records_of(*late), fiscal_year=2567), HOLIDAYS)
    this = snapshot_of(records_of(measure("1.1"), lead("1.1", WORKS)), HOLIDAYS)
    day = date(2024, 11, 8)
    table = follow_up_this_year_and_last(View(year_of(this, day), 2, last_year=year_of(last, day)))
    october = table[table["fiscal_month"] == 1]
    assert october[["fiscal_year", "received"]].values.tolist() == [[2567, 0], [2568, 0]]
