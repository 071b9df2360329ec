"""How many rounds of work that recurs are done."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.metrics import View, rounds, rounds_by_measure, year_of
from ita_data.model.cadence import Cadence
from ita_data.model.records import Exemption, Record
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from tests.plans import ADMINISTRATION, WORKS, lead, measure, plan_of, review, supporting

TODAY = date(2025, 4, 9)
Given = Record | tuple[Record, ...]


def counts(*records: Given, month: int = 6, section: str | None = None, rules: Rules | None = None) -> list[int]:
    """Done, due and rounds of the one measure of a plan."""
    year = year_of(plan_of(*records, rules=rules), TODAY)
    table = rounds_by_measure(View(year, month, section, with_supporting=True))
    return table[["done", "due", "rounds"]].iloc[0].tolist()


def exemption(section: str, month: int, day: date = TODAY) -> Exemption:
    return Exemption("1.1", section, month, "ปิดปรับปรุง", day)


@pytest.mark.parametrize(
    ("cadence", "expected"),
    [
        (Cadence.MONTHLY, [0, 6, 12]),
        (Cadence.QUARTERLY, [0, 2, 4]),
        (Cadence.HALF_YEARLY, [0, 1, 2]),
        (Cadence.YEARLY, [0, 0, 0]),
        (Cadence.ONCE, [0, 0, 0]),
        (Cadence.AS_NEEDED, [0, 0, 0]),
    ],
)
def test_work_that_falls_due_more_than_once_has_rounds(cadence: Cadence, expected: list[int]) -> None:
    assert counts(measure("1.1", cadence), lead("1.1", WORKS)) == expected


def test_work_of_which_one_month_is_left_does_not_recur() -> None:
    assert counts(replace(measure("1.1", Cadence.QUARTERLY), first_month=10), lead("1.1", WORKS)) == [0, 0, 0]


@pytest.mark.parametrize(("status", "done"), [(Status.NOT_STARTED, 0), (Status.IN_PROGRESS, 1), (Status.COMPLETED, 1)])
def test_a_round_is_done_by_a_report_of_work(status: Status, done: int) -> None:
    assert counts(measure("1.1"), lead("1.1", WORKS), review("1.1", WORKS, 2, status=status)) == [done, 6, 12]


def test_a_round_is_done_once_all_its_lead_sections_have_reported() -> None:
    plan = (measure("1.1"), lead("1.1", WORKS, ADMINISTRATION), review("1.1", WORKS, 1), review("1.1", WORKS, 2))
    assert counts(*plan) == [0, 6, 12]
    assert counts(*plan, review("1.1", ADMINISTRATION, 2)) == [1, 6, 12]
    assert counts(*plan, section=WORKS) == [2, 6, 12]


def test_supporting_sections_have_no_say_beside_a_lead_section() -> None:
    plan = (measure("1.1"), lead("1.1", WORKS), supporting("1.1", ADMINISTRATION))
    assert counts(*plan, review("1.1", ADMINISTRATION, 1)) == [0, 6, 12]
    assert counts(*plan, review("1.1", WORKS, 1)) == [1, 6, 12]


def test_a_supporting_section_has_rounds_of_its_own_where_it_owes_reports() -> None:
    plan = (measure("1.1"), lead("1.1", WORKS), supporting("1.1", ADMINISTRATION), review("1.1", ADMINISTRATION, 1))
    assert counts(*plan, section=ADMINISTRATION) == [0, 0, 0]
    assert counts(*plan, section=ADMINISTRATION, rules=Rules(expects_supporting=True)) == [1, 6, 12]


def test_where_nobody_leads_whoever_is_assigned_does_the_rounds() -> None:
    plan = (measure("1.1"), supporting("1.1", WORKS, ADMINISTRATION), review("1.1", WORKS, 1))
    assert counts(*plan) == [0, 6, 12]
    assert counts(*plan, review("1.1", ADMINISTRATION, 1)) == [1, 6, 12]


@pytest.mark.parametrize(("expects_supporting", "expected"), [(False, [1, 5, 11]), (True, [1, 6, 12])])
def test_not_applicable_said_late_is_no_round_where_nobody_expected_a_report(
    expects_supporting: bool, expected: list[int]
) -> None:
    late = review("1.1", WORKS, 2, "2024-12-07", Status.NOT_APPLICABLE)
    plan = (measure("1.1"), supporting("1.1", WORKS), review("1.1", WORKS, 1), late)
    assert counts(*plan, rules=Rules(expects_supporting=expects_supporting)) == expected


def test_where_nobody_is_assigned_there_are_no_rounds() -> None:
    assert counts(measure("1.1"), review("1.1", WORKS, 1)) == [0, 0, 0]


def test_an_exempt_round_is_in_no_number_and_an_exempt_section_is_not_waited_for() -> None:
    plan = (measure("1.1"), lead("1.1", WORKS, ADMINISTRATION), review("1.1", ADMINISTRATION, 1))
    assert counts(*plan, exemption(WORKS, 1)) == [1, 6, 12]
    assert counts(*plan, exemption(WORKS, 2), exemption(ADMINISTRATION, 2)) == [0, 5, 11]
    not_ours = [review("1.1", each, 3, status=Status.NOT_APPLICABLE) for each in (WORKS, ADMINISTRATION)]
    assert counts(*plan, *not_ours) == [0, 5, 11]


def test_an_exemption_that_was_not_decided_yet_exempts_nothing() -> None:
    assert counts(measure("1.1"), lead("1.1", WORKS), exemption(WORKS, 1, date(2025, 4, 10))) == [0, 6, 12]


def test_a_review_that_had_not_come_yet_does_no_round() -> None:
    assert counts(measure("1.1"), lead("1.1", WORKS), review("1.1", WORKS, 1, "2025-04-10")) == [0, 6, 12]


def test_rounds_of_later_months_are_not_done_yet() -> None:
    plan = (measure("1.1"), lead("1.1", WORKS), review("1.1", WORKS, 5))
    assert [counts(*plan, month=month)[0] for month in (4, 5)] == [0, 1]


def test_a_section_does_rounds_only_while_it_has_the_measure() -> None:
    handed_over = (replace(*lead("1.1", WORKS), last_month=4), replace(*lead("1.1", ADMINISTRATION), first_month=5))
    reviews = (review("1.1", WORKS, 4), review("1.1", ADMINISTRATION, 5))
    assert counts(measure("1.1"), handed_over, *reviews) == [2, 6, 12]
    assert counts(measure("1.1"), handed_over, *reviews, section=WORKS, month=4) == [1, 4, 4]


def test_what_a_completed_measure_owes_no_more_is_no_round() -> None:
    done = review("1.1", WORKS, 3, status=Status.COMPLETED)
    assert counts(measure("1.1"), lead("1.1", WORKS), done) == [1, 6, 12]
    assert counts(replace(measure("1.1"), final_from_month=1), lead("1.1", WORKS), done) == [1, 3, 3]


def test_the_office_counts_the_measures_that_recur() -> None:
    plan = plan_of(measure("1.1"), measure("ก1.1", Cadence.QUARTERLY), measure("1.2", Cadence.ONCE), lead("1.1", WORKS))
    assert rounds(View(year_of(plan, TODAY), 6)).iloc[0].to_dict() == {
        "recurring": 1,
        "done": 0,
        "due": 6,
        "rounds": 12,
    }
