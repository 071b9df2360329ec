from datetime import datetime, timedelta

from ita_data.model.periods import THAILAND
from ita_data.model.retention import Retention, kept

NOON = datetime(2026, 11, 30, 12, tzinfo=THAILAND)
"""A Monday."""


def days(*numbers: int) -> set[datetime]:
    return {NOON - timedelta(days=number) for number in numbers}


def test_of_daily_backups_days_then_weeks_then_months_are_kept() -> None:
    """Weeks end on Sundays, months on the 31st of October and so on back: 30, 61 and 91 days before."""
    found = kept(days(*range(100)), Retention(days=3, weeks=3, months=4))
    assert found == days(0, 1, 2) | days(0, 1, 8) | days(0, 30, 61, 91)


def test_of_several_on_a_day_the_newest_is_kept() -> None:
    hours = {NOON + timedelta(hours=hour) for hour in range(4)}
    assert kept(hours, Retention()) == {NOON + timedelta(hours=3)}


def test_days_without_a_backup_do_not_count() -> None:
    """An office whose computer was off for a month keeps its seven last ones all the same."""
    assert kept(days(0, 40, 41, 42), Retention(days=3, weeks=0, months=0)) == days(0, 40, 41)


def test_the_newest_is_kept_whatever_was_set() -> None:
    assert kept(days(0, 1), Retention(0, 0, 0)) == days(0)
    assert kept([], Retention()) == set()
