from datetime import date
from itertools import pairwise

import pytest

from ita_data.model.periods import FiscalMonth, due_date
from ita_data.model.records import Review
from ita_data.model.states import Status
from ita_data.public_holidays import thai_public_holidays
from sample_data.habits import RULES, habits_of_sections, work_on_measures
from sample_data.story import Story

MONTHS = range(1, 7)
RECEIVED = date(2025, 4, 8)
HABITS, WORK, HOLIDAYS = habits_of_sections(), work_on_measures(), thai_public_holidays()
EVERY_STORY = [
    Story(measure, section, 2568, habits, work, HOLIDAYS)
    for section, habits in HABITS.items()
    for measure, work in WORK.items()
]


def reviews_of(story: Story) -> list[Review]:
    return [story.review(month, RECEIVED) for month in MONTHS]


@pytest.fixture(scope="module")
def reviews() -> list[Review]:
    return [review for story in EVERY_STORY for review in reviews_of(story)]


def test_progress_never_falls() -> None:
    for story in EVERY_STORY:
        progress = [review.progress or 0 for review in reviews_of(story)]
        assert all(before <= after for before, after in pairwise(progress))


def test_work_is_completed_at_a_hundred_percent_and_not_begun_at_none(reviews: list[Review]) -> None:
    for review in reviews:
        assert (review.status is Status.COMPLETED) == (review.progress == 100)
        assert (review.status is Status.NOT_STARTED) == (review.progress == 0)


def test_work_is_done_on_a_working_day_before_it_is_reported(reviews: list[Review]) -> None:
    days = {(review.month, review.done_on) for review in reviews if review.done_on}
    assert all(day <= FiscalMonth(2568, month).last_day for month, day in days)
    assert all(day.weekday() < 5 and day not in HOLIDAYS for _, day in days)


def test_whoever_reports_not_applicable_says_why(reviews: list[Review]) -> None:
    assert all(review.note for review in reviews if review.status is Status.NOT_APPLICABLE)


def test_every_status_and_a_month_without_any_work_occur(reviews: list[Review]) -> None:
    assert {review.status for review in reviews} == set(Status)
    assert "ไม่มีการดำเนินการในเดือนนี้" in {review.result for review in reviews}


def test_one_section_is_always_on_time_one_always_late_and_one_misses_two_months() -> None:
    assert all(days <= 0 for days in days_late("ฝ่ายทะเบียน"))
    assert all(days > 0 for days in days_late("ฝ่ายโยธา"))
    assert len(days_late("ฝ่ายรักษาความสะอาดและสวนสาธารณะ")) == 4


def days_late(section: str) -> list[int]:
    """Days from the due date to the receipt of each month that the section reported."""
    months = [FiscalMonth(2568, month) for month in MONTHS]
    received = [
        (HABITS[section].received_on(month, HOLIDAYS), due_date(month, RULES.due_day, HOLIDAYS)) for month in months
    ]
    return [(day - due).days for day, due in received if day]
