"""The days on which nothing falls due."""

from datetime import date

import pytest

from ita_data.public_holidays import thai_public_holidays


@pytest.mark.parametrize(
    "day",
    [
        date(2024, 12, 5),  # Father's Day
        date(2025, 1, 1),
        date(2025, 4, 7),  # in lieu of Chakri Day, a Sunday
        date(2025, 4, 14),  # Songkran
        date(2025, 5, 9),  # the Royal Ploughing Ceremony
    ],
)
def test_thailands_days_off_are_known(day: date) -> None:
    assert day in thai_public_holidays()


def test_an_ordinary_day_is_no_holiday() -> None:
    assert date(2024, 11, 5) not in thai_public_holidays()


def test_government_offices_work_on_labour_day() -> None:
    assert date(2025, 5, 1) not in thai_public_holidays()
