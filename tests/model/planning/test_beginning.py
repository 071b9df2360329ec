"""What an office that begins is proposed, and what becomes of its answers."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.model.cadence import Cadence
from ita_data.model.planning.beginning import decided_rules, proposed, without_rhythm
from ita_data.model.records import Measure
from ita_data.model.rules import Rules, are_undecided
from tests.plans import measure, records_of

PLAN = records_of(measure("1.1"), rules=Rules())


@pytest.mark.parametrize(
    ("day", "month"),
    [
        (date(2024, 9, 30), 1),
        (date(2024, 10, 1), 1),
        (date(2024, 12, 10), 3),
        (date(2025, 9, 30), 12),
        (date(2025, 12, 1), 12),
    ],
)
def test_the_follow_up_is_proposed_to_start_in_the_month_of_today_or_the_nearest_of_the_year(
    day: date, month: int
) -> None:
    assert proposed(PLAN, day).rules == Rules(starts_in_month=month)
    assert proposed(PLAN, day).cadence is Cadence.MONTHLY


def test_a_start_that_somebody_set_already_is_proposed_again() -> None:
    plan = replace(PLAN, rules=(Rules(due_day=10, starts_in_month=5),))
    assert proposed(plan, date(2024, 12, 10)).rules == Rules(due_day=10, starts_in_month=5)


def test_what_is_answered_holds_from_october_on_and_says_that_it_is_decided() -> None:
    answers = replace(proposed(PLAN, date(2024, 12, 10)), rules=Rules(10, expects_supporting=True, starts_in_month=3))
    assert decided_rules(answers) == (Rules(10, expects_supporting=True, starts_in_month=3, is_decided=True),)


def test_what_was_set_for_a_later_month_stays() -> None:
    plan = replace(PLAN, rules=(Rules(), Rules(20, from_month=6)))
    answers = replace(proposed(plan, date(2024, 12, 10)), rules=Rules(10, starts_in_month=3))
    assert decided_rules(answers) == (
        Rules(10, starts_in_month=3, is_decided=True),
        Rules(20, starts_in_month=3, from_month=6, is_decided=True),
    )


def test_a_measure_has_no_rhythm_where_the_file_says_none() -> None:
    said = Measure("1.2", 1, None, 2, "ตามกรณี", cadence=Cadence.AS_NEEDED, follow_up="เมื่อมีกรณี")
    unsaid = measure("ก1.1", Cadence.AS_NEEDED)
    assert without_rhythm([measure("1.1"), said, unsaid]) == [unsaid]


@pytest.mark.parametrize(
    ("rules", "has_reviews", "expected"),
    [
        ((Rules(),), False, True),
        ((Rules(due_day=10),), False, True),
        ((Rules(is_decided=True),), False, False),
        ((Rules(),), True, False),
    ],
)
def test_nobody_decided_until_somebody_did_or_a_section_reported(
    rules: tuple[Rules, ...], has_reviews: bool, expected: bool
) -> None:
    assert are_undecided(rules, has_reviews=has_reviews) is expected
