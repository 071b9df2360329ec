"""What a completed measure owes no more, where its completion is final."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ita_data.metrics import View, expected_cells, measure_status, overdue, year_of
from ita_data.model.records import Exemption, Link, Outcome, Record
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from tests.plans import ADMINISTRATION, ENFORCEMENT, WORKS, lead, link, measure, outcome, plan_of, review, supporting

TODAY = date(2025, 4, 9)
FINAL = replace(measure("1.1"), final_from_month=1)
DONE = Status.COMPLETED
Given = Record | tuple[Record, ...]


def view_of(*records: Given, as_of: date = TODAY, rules: Rules | None = None) -> View:
    return View(year_of(plan_of(*records, rules=rules), as_of), 6, with_supporting=True)


def owed(*records: Given, as_of: date = TODAY, rules: Rules | None = None) -> list[tuple[str, int]]:
    """The section and month of every cell that is expected up to March."""
    cells = expected_cells(view_of(*records, as_of=as_of, rules=rules))
    return [(cell.section, cell.month) for cell in cells.itertuples()]


def test_a_measure_of_several_lead_sections_ends_once_all_say_so() -> None:
    plan = (FINAL, lead("1.1", ADMINISTRATION, WORKS), review("1.1", ADMINISTRATION, 1, status=DONE))
    assert len(owed(*plan)) == 12
    later = review("1.1", WORKS, 2, status=DONE)
    assert owed(*plan, later) == [(ADMINISTRATION, 1), (ADMINISTRATION, 2), (WORKS, 1), (WORKS, 2)]


def test_nothing_is_missing_of_what_is_owed_no_more_and_the_status_stays() -> None:
    view = view_of(FINAL, lead("1.1", WORKS), review("1.1", WORKS, 1, status=DONE))
    assert overdue(view).empty
    assert measure_status(view)["status"].tolist() == ["completed"]


def test_supporting_sections_owe_no_more_either() -> None:
    plan = (FINAL, lead("1.1", WORKS), supporting("1.1", ENFORCEMENT), review("1.1", WORKS, 1, status=DONE))
    assert owed(*plan, rules=Rules(expects_supporting=True)) == [(WORKS, 1), (ENFORCEMENT, 1)]


def test_before_its_last_report_came_a_measure_still_owed() -> None:
    plan = (FINAL, lead("1.1", WORKS), review("1.1", WORKS, 1, "2025-03-20", DONE))
    assert len(owed(*plan, as_of=date(2025, 3, 19))) == 6
    assert owed(*plan, as_of=date(2025, 3, 20)) == [(WORKS, 1)]


def test_at_the_same_age_a_month_asks_what_was_completed_as_it_is_seen_itself() -> None:
    # January's report came on 2 March: after January is seen, on 6 February, and before February is.
    plan = plan_of(FINAL, lead("1.1", WORKS), review("1.1", WORKS, 4, "2025-03-02", DONE))
    due_on = dict(zip(plan.months["month"], plan.months["due_on"], strict=True))
    view = View(year_of(plan, due_on[6] + timedelta(1)), 6).at_same_age
    assert expected_cells(view)["month"].tolist() == [1, 2, 3, 4]


@pytest.mark.parametrize("came", [Status.COMPLETED, Status.IN_PROGRESS, Status.NOT_APPLICABLE])
def test_a_report_that_came_all_the_same_keeps_its_cell(came: Status) -> None:
    plan = (FINAL, lead("1.1", WORKS), review("1.1", WORKS, 1, status=DONE), review("1.1", WORKS, 4, status=came))
    assert [month for _, month in owed(*plan)][:2] == [1, 4]


def test_another_measure_goes_on_owing() -> None:
    plan = (FINAL, measure("1.2"), lead("1.1", WORKS), lead("1.2", WORKS))
    completed = [review(code, WORKS, 1, status=DONE) for code in ("1.1", "1.2")]
    assert len(owed(*plan, *completed)) == 1 + 6


@pytest.mark.parametrize("given", [(), (outcome("1.1", "2025-05-01"), link("1.1", "1.1"))])
def test_an_outcome_that_still_lies_ahead_ends_nothing(given: tuple[Outcome | Link, ...]) -> None:
    assert len(owed(FINAL, lead("1.1", WORKS), *given)) == 6


def test_what_says_late_that_a_measure_that_ended_is_not_the_sections_waits_without_a_cell() -> None:
    plan = (FINAL, lead("1.1", WORKS), review("1.1", WORKS, 1, status=DONE))
    late = review("1.1", WORKS, 2, "2024-12-07", Status.NOT_APPLICABLE)
    assert owed(*plan, late) == [(WORKS, 1)]
    assert measure_status(view_of(*plan, late))["status"].tolist() == ["completed"]
    approval = Exemption("1.1", WORKS, 2, "ไม่มีภารกิจ", date(2025, 1, 10))
    assert owed(*plan, late, approval)[:2] == [(WORKS, 1), (WORKS, 2)]
