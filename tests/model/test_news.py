"""What changed between two days, section by section."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.model.news import SectionNews, StatusChange, days_since_last_meeting, news
from ita_data.model.periods import FiscalMonth
from ita_data.model.states import Status
from tests.plans import ADMINISTRATION, WORKS, review

OCTOBER = review("1.1", ADMINISTRATION, 1, status=Status.IN_PROGRESS)
NOVEMBER = review("1.1", ADMINISTRATION, 2, status=Status.COMPLETED)


def test_a_report_that_came_changes_the_status_from_that_of_the_month_before() -> None:
    turned = StatusChange("1.1", Status.IN_PROGRESS, Status.COMPLETED)
    assert news([OCTOBER], [OCTOBER, NOVEMBER]) == [SectionNews(ADMINISTRATION, 1, 0, 0, (turned,))]


def test_a_first_report_changes_what_had_not_started() -> None:
    (section,) = news([], [OCTOBER])
    assert section.statuses == (StatusChange("1.1", Status.NOT_STARTED, Status.IN_PROGRESS),)
    (section,) = news([], [replace(OCTOBER, status=Status.NOT_STARTED)])
    assert (section.came, section.statuses) == (1, ())


def test_a_corrected_report_is_no_new_one() -> None:
    assert news([OCTOBER], [replace(OCTOBER, result="แก้ไข")]) == [SectionNews(ADMINISTRATION, 0, 1, 0, ())]


def test_a_correction_of_an_earlier_month_leaves_the_latest_status() -> None:
    corrected = replace(OCTOBER, status=Status.NOT_STARTED)
    assert news([OCTOBER, NOVEMBER], [corrected, NOVEMBER]) == [SectionNews(ADMINISTRATION, 0, 1, 0, ())]


def test_a_report_that_was_taken_back_gives_the_status_back() -> None:
    turned = StatusChange("1.1", Status.COMPLETED, Status.IN_PROGRESS)
    assert news([OCTOBER, NOVEMBER], [OCTOBER]) == [SectionNews(ADMINISTRATION, 0, 0, 1, (turned,))]


def test_each_section_has_its_own_news_and_who_sent_nothing_has_none() -> None:
    others = review("1.1", WORKS, 1)
    assert [each.section for each in news([OCTOBER], [OCTOBER, others])] == [WORKS]
    assert news([OCTOBER], [OCTOBER]) == []


JANUARY = FiscalMonth(2568, 4)
DUE = date(2025, 1, 6)
"""The day on which December's reports were due."""


@pytest.mark.parametrize(
    ("day", "until"),
    [
        (date(2025, 1, 20), date(2025, 1, 20)),
        (date(2025, 6, 1), date(2025, 2, 28)),
        (date(2024, 11, 5), DUE),  # the month lies ahead: nothing is new yet
    ],
)
def test_without_any_meeting_news_lie_between_the_last_due_date_and_the_end_of_the_month_after(
    day: date, until: date
) -> None:
    assert days_since_last_meeting(JANUARY, day, {}, DUE) == (DUE, until)


@pytest.mark.parametrize(
    ("meetings", "days"),
    [
        ({3: date(2025, 1, 9)}, (date(2025, 1, 9), date(2025, 2, 10))),
        ({2: date(2024, 12, 9)}, (date(2024, 12, 9), date(2025, 2, 10))),  # December's wasn't held
        ({2: date(2024, 12, 9), 3: date(2025, 1, 9)}, (date(2025, 1, 9), date(2025, 2, 10))),
        ({3: date(2025, 1, 9), 4: date(2025, 2, 7)}, (date(2025, 1, 9), date(2025, 2, 7))),
        ({3: date(2025, 2, 10), 4: date(2025, 2, 10)}, (DUE, date(2025, 2, 10))),  # both closed on one day
        ({3: date(2025, 1, 9), 5: date(2025, 2, 8)}, (date(2025, 1, 9), date(2025, 2, 8))),  # the next came before
    ],
)
def test_news_lie_between_the_meetings_that_were_held(meetings: dict[int, date], days: tuple[date, date]) -> None:
    held = {FiscalMonth(2568, month): held_on for month, held_on in meetings.items()}
    assert days_since_last_meeting(JANUARY, date(2025, 2, 10), held, DUE) == days


def test_octobers_news_come_after_septembers_meeting_of_the_year_before() -> None:
    october, september = FiscalMonth(2569, 1), FiscalMonth(2568, 12)
    held = {september: date(2025, 10, 9)}
    days = days_since_last_meeting(october, date(2025, 11, 7), held, date(2025, 10, 6))
    assert days == (date(2025, 10, 9), date(2025, 11, 7))
