"""Days and months that were typed wrongly, or that Excel turned round."""

from datetime import datetime

import pytest

from tests.imports.cases.office import (
    DONE,
    FINANCE,
    HEADERS,
    JANUARY,
    asked,
    case,
    codes,
    plan,
    sheet,
    stored,
    suggested,
)

TITLE = [f"{FINANCE} {JANUARY}"]
DATED = ("รหัสมาตรการ", "สถานะ", "วันที่ดำเนินการ")


def test_days_that_excel_turned_round_are_left_out_with_what_they_may_be() -> None:
    reading = case("date_half_swapped_us_excel.xlsx")
    assert len(stored(reading)) == 6
    assert set(codes(reading)) == {"date-swapped"}
    assert [(found.place.cell, found.words["proposal"]) for found in reading.problems] == [
        ("H5", "9 ม.ค. 68"),
        ("H6", "2 ม.ค. 68"),
        ("H8", "10 ม.ค. 68"),
    ]


def test_months_that_excel_turned_round_are_asked_about() -> None:
    name = "month_half_swapped_us_excel.xlsx"
    question = asked(case(name), "month")
    assert [line.split(" ")[0] for line in stored(case(name))] == ["1.2", "1.3"]
    assert suggested(question) == [("2025-01", "D3"), ("2025-03", "D3")]
    assert [place.cell for place in question.rows] == ["A3", "A6"]
    assert {line.split(" ")[2] for line in stored(case(name, {question.key: "2025-03"}))} == {"2025-03"}


def test_a_day_long_before_or_after_its_month_is_left_out_and_said() -> None:
    reading = case("person_done_on_last_year.xlsx")
    assert codes(reading) == ["date-doubtful", "date-doubtful"]
    assert reading.records is not None
    assert [review.done_on for review in reading.records.reviews] == [None, None]


@pytest.mark.parametrize("day", ["15/1/2568", "31 ธ.ค. 67", "5 ก.พ. 68", datetime(2025, 1, 31)])  # noqa: DTZ001
def test_a_day_until_the_report_fell_due_is_taken(day: object) -> None:
    reading = sheet(TITLE, DATED, ["4.1", DONE, day])
    assert reading.records is not None
    assert (reading.records.reviews[0].done_on is not None, codes(reading)) == (True, [])


@pytest.mark.parametrize("day", ["15/1/2567", "15 มี.ค. 68", "30 ก.ย. 67", datetime(2026, 1, 15)])  # noqa: DTZ001
def test_another_day_is_not(day: object) -> None:
    reading = sheet(TITLE, DATED, ["4.1", DONE, day])
    assert codes(reading) == ["date-doubtful"]


def test_titles_that_belong_to_other_codes_are_said() -> None:
    titles = {measure.code: measure.text for measure in plan().measures}
    reading = sheet(
        TITLE, HEADERS, ["4.1", titles["4.2"], DONE], ["4.2", titles["4.1"], DONE], ["4.3", titles["4.3"], DONE]
    )
    assert stored(reading) == [f"4.3 {FINANCE} 2025-01 completed"]
    assert codes(reading) == ["title-different", "title-different"]


def test_a_row_for_another_month_than_the_sheets_name_is_its_own() -> None:
    assert stored(case("blank_keeps_step1_full.xlsx")) == ["1.1 ฝ่ายปกครอง 2025-04 in_progress 60"]
    assert stored(case("blank_keeps_step2_blank_cells.xlsx")) == ["1.1 ฝ่ายปกครอง 2025-04 completed 100"]
