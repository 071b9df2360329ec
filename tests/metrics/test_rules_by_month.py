"""Rules hold from a month on: what a new one changes, and what it leaves as it was."""

from datetime import date

import pytest

from ita_data.metrics import METRICS, View, next_to_fall_due, opening_month, pace_by_month, rates_by_month, year_of
from ita_data.metrics.frozen import frozen
from ita_data.metrics.rounds import rounds_by_measure
from ita_data.model.cadence import Cadence
from ita_data.model.rules import Rules, expects_supporting_by, rules_in
from ita_data.model.states import Status
from ita_data.snapshot import Snapshot
from tests.plans import ADMINISTRATION, ENFORCEMENT, WORKS, lead, measure, outcome, plan_of, review, supporting

YEAR_END = date(2025, 9, 30)
RECORDS = (
    measure("1.1"),
    measure("1.2", Cadence.QUARTERLY),
    lead("1.1", WORKS),
    supporting("1.1", ADMINISTRATION),
    supporting("1.2", ENFORCEMENT),
    *(review("1.1", WORKS, month, f"2024-{month + 10}-08") for month in (1, 2)),
    review("1.1", WORKS, 4, "2025-02-08", Status.COMPLETED),
    review("1.2", ENFORCEMENT, 3, "2025-01-03"),
    outcome("1.1", "2025-01-20"),
)
FORMER = Rules(reporting_target=80, completion_targets=(None, 10, *[None] * 10))
NEW = Rules(
    20, expects_supporting=True, reporting_target=95, completion_targets=(None, 10, 50, *[None] * 9), from_month=4
)


def plan(*rules: Rules) -> Snapshot:
    return plan_of(*RECORDS, rules=rules)


def test_the_last_rules_that_began_by_a_month_hold_in_it() -> None:
    rules = (FORMER, NEW)
    assert [rules_in(rules, month) for month in (1, 3, 4, 12)] == [FORMER, FORMER, NEW, NEW]
    assert rules_in((), 5) == Rules()


@pytest.mark.parametrize("month", [1, 2, 3])
def test_new_rules_leave_every_figure_of_the_months_before_as_it_was(month: int) -> None:
    former, changed = (View.of_office(year_of(each, YEAR_END), month) for each in (plan(FORMER), plan(FORMER, NEW)))
    assert frozen(changed) == frozen(former)


def test_rules_that_say_the_same_change_no_figure() -> None:
    same = Rules(reporting_target=80, completion_targets=FORMER.completion_targets, from_month=4)
    once, twice = (View.of_office(year_of(each, YEAR_END)) for each in (plan(FORMER), plan(FORMER, same)))
    assert frozen(twice) == frozen(once)


def test_a_report_is_late_by_the_due_day_of_its_own_month() -> None:
    cells = METRICS["expected_cells"](View(year_of(plan(FORMER, NEW), YEAR_END), 4))
    assert cells[["month", "state"]].values.tolist() == [[1, "late"], [2, "late"], [3, "missing"], [4, "on_time"]]


def test_supporting_sections_owe_from_the_month_on_from_which_they_are_asked() -> None:
    view = View.of_office(year_of(plan(FORMER, NEW), YEAR_END), 6)
    cells = view.cells[view.cells["role"] == "supporting"]
    assert cells[["section", "month"]].values.tolist() == [
        *([ADMINISTRATION, month] for month in (4, 5, 6)),
        [ENFORCEMENT, 6],
    ]


def test_that_they_are_asked_no_more_takes_nothing_from_the_months_before() -> None:
    asked, no_more = Rules(expects_supporting=True), Rules(from_month=3)
    assert [expects_supporting_by((asked, no_more), month) for month in (1, 3, 12)] == [True, True, True]
    cells = View.of_office(year_of(plan(asked, no_more), YEAR_END)).cells
    assert cells.loc[cells["section"] == ADMINISTRATION, "month"].tolist() == [1, 2]


def test_each_month_has_the_targets_of_its_own_rules() -> None:
    view = View(year_of(plan(FORMER, NEW), YEAR_END), 5)
    assert rates_by_month(view)["reporting_target"].tolist() == [0.8, 0.8, 0.8, 0.95, 0.95]
    assert pace_by_month(view)["pace"].tolist() == pytest.approx([1 / 12, 0.1, 0.1, 0.5, 0.5])


def test_a_round_of_a_measure_that_nobody_leads_is_one_whether_or_not_its_report_is_expected() -> None:
    by_rules = (rounds_by_measure(View(year_of(plan(*rules), YEAR_END), 6)) for rules in [(FORMER,), (FORMER, NEW)])
    assert [table.set_index("measure").loc["1.2", ["done", "due", "rounds"]].tolist() for table in by_rules] == [
        [1, 2, 4],
        [1, 2, 4],
    ]


def test_before_the_follow_up_starts_nothing_is_missing_and_no_round_is_due() -> None:
    view = View(year_of(plan(Rules(starts_in_month=4)), YEAR_END), 6)
    assert view.cells["month"].tolist() == [4, 5, 6]
    assert view.year.first_expected_month == 4
    assert rounds_by_measure(view)[["done", "due", "rounds"]].values.tolist() == [[1, 3, 9], [0, 1, 3]]


@pytest.mark.parametrize(("today", "month"), [(date(2024, 10, 9), 4), (date(2025, 2, 4), 4), (date(2025, 3, 6), 5)])
def test_a_page_opens_no_earlier_than_on_the_month_in_which_the_follow_up_starts(today: date, month: int) -> None:
    assert opening_month(plan(Rules(starts_in_month=4)), today) == month


@pytest.mark.parametrize(
    ("today", "month"),
    [
        (date(2024, 9, 1), 1),
        (date(2024, 11, 5), 1),
        (date(2024, 11, 6), 2),
        (date(2025, 10, 6), 12),
        (date(2026, 1, 1), 12),
    ],
)
def test_new_rules_are_proposed_from_the_first_month_on_that_is_not_due_yet(today: date, month: int) -> None:
    assert next_to_fall_due(plan(Rules()), today) == month
