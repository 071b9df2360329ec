"""Percentages and days as officers and their programs write them: read exactly, or left out and said."""

from datetime import date

from tests.imports.cases.sample_office import read_case, said, stored

FIFTEENTH = date(2025, 1, 15)
_NOT_ASSIGNED = "measure-not-assigned"


def test_half_in_its_usual_spellings_is_read_and_what_is_doubtful_keeps_its_row() -> None:
    reading = read_case("percent_spellings.xlsx")
    found = dict(stored(reading, "progress"))
    assert len(found) == 20
    assert {code for code, progress in found.items() if progress is None} == {"3.2", "3.3", "4.1", "4.3"}
    assert {code for code, progress in found.items() if progress == 100} == {"5.4", "6.1"}
    assert [progress for progress in found.values() if progress not in (None, 100)] == [50] * 14
    assert said(reading, _NOT_ASSIGNED) == [
        ("progress-rough", "F12"),
        ("progress-rough", "F13"),
        ("progress-rough", "F14"),
        ("progress-unreadable", "F16"),
        ("status-against-progress", "F21"),
        ("status-against-progress", "F22"),
    ]


def test_a_day_in_any_thai_format_of_excel_is_that_day() -> None:
    reading = read_case("date_formats_thai_custom.xlsx")
    assert [day for _measure, day in stored(reading, "done_on")] == [FIFTEENTH] * 12


def test_days_as_programs_write_them_are_read_and_a_moment_is_the_day_in_bangkok() -> None:
    reading = read_case("date_texts_from_programs.xlsx")
    assert [day for _measure, day in stored(reading, "done_on")] == [FIFTEENTH] * 12
    assert said(reading) == []


def test_a_year_of_two_digits_completed_to_1968_or_2068_is_2568_and_that_is_said() -> None:
    reading = read_case("date_two_digit_year_completed.xlsx")
    assert stored(reading, "month", "done_on") == [
        *((measure, 4, FIFTEENTH) for measure in ("1.1", "1.2", "1.3", "1.4", "2.1")),
        ("2.2", 4, None),
        ("2.3", 4, None),
    ]
    assert {code for code, _cell in said(reading)} == {"year-of-excel"}
    assert len(said(reading)) == 7
