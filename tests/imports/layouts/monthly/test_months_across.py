import pytest

from ita_data.model.problems import Verdict
from ita_data.model.states import Status
from tests.imports.layouts.monthly.small_workbooks import codes, met, read_rows, reviews
from tests.plans import ADMINISTRATION

MONTHS = ["พ.ย. 67", "ธ.ค. 67", "ม.ค. 68"]
HEADERS = ["รหัสมาตรการ", "มาตรการ", "ฝ่าย", *MONTHS]


def test_a_column_for_each_month_holds_its_statuses() -> None:
    row = ["4.2", "ข้อความ", ADMINISTRATION, "ยังไม่ดำเนินการ", None, "ดำเนินการแล้ว"]
    reading = read_rows(HEADERS, row)
    assert [(review.month, review.status) for review in reviews(reading)] == [
        (2, Status.NOT_STARTED),
        (4, Status.COMPLETED),
    ]
    assert reading.problems == ()
    assert [(found.place.cell, found.values["month"]) for found in reading.rows] == [
        ("A2", "2024-11"),
        ("A2", "2025-01"),
    ]


def test_percentages_for_each_month_are_read_with_the_status_they_tell_and_that_is_said() -> None:
    reading = read_rows(
        HEADERS, ["4.2", "ข้อความ", ADMINISTRATION, 0, "50%", 100], ["4.1", "ข้อความ", ADMINISTRATION, "-", 10, 20]
    )
    assert [(review.measure, review.status, review.progress) for review in reviews(reading)] == [
        ("4.2", Status.NOT_STARTED, 0),
        ("4.2", Status.IN_PROGRESS, 50),
        ("4.2", Status.COMPLETED, 100),
        ("4.1", Status.IN_PROGRESS, 10),
        ("4.1", Status.IN_PROGRESS, 20),
    ]
    assert codes(reading) == ["status-from-progress"]


def test_months_may_stand_over_a_status_and_a_percentage_each() -> None:
    upper = ["รหัสมาตรการ", "ฝ่าย", "ธ.ค. 67", None, "ม.ค. 68", None]
    lower = [None, None, "สถานะ", "ร้อยละ", "สถานะ", "ร้อยละ"]
    row = ["4.2", ADMINISTRATION, "อยู่ระหว่างดำเนินการ", 40, "ดำเนินการแล้ว", 100]

    def merge(made: object) -> None:
        for cells in ("A1:A2", "B1:B2", "C1:D1", "E1:F1"):
            made.merge_cells(cells)  # type: ignore[attr-defined]

    reading = read_rows(upper, lower, row, arrange=merge)
    assert [(review.month, review.progress) for review in reviews(reading)] == [(3, 40), (4, 100)]


def test_a_word_that_is_no_status_is_a_problem_of_its_month_only() -> None:
    reading = read_rows(HEADERS, ["4.2", "ข้อความ", ADMINISTRATION, "ล่าช้า", None, "ดำเนินการแล้ว"])
    assert met(reading) == [("status-unknown", "D2", "ล่าช้า")]
    assert [found.ok for found in reading.rows] == [False, True]


def test_columns_of_months_beside_a_month_of_the_rows_are_left_aside() -> None:
    row = ["4.2", "ข้อความ", ADMINISTRATION, "✓", "✓", None, "ม.ค. 68", "ดำเนินการแล้ว"]
    reading = read_rows([*HEADERS, "เดือน", "สถานะ"], row)
    assert [review.month for review in reviews(reading)] == [4]
    assert set(codes(reading)) == {"column-ignored"}


def test_columns_of_months_beside_a_status_of_no_month_are_not_guessed() -> None:
    reading = read_rows([*HEADERS, "สถานะ"], ["4.2", "ข้อความ", ADMINISTRATION, "50%", None, None, "ดำเนินการแล้ว"])
    assert reading.verdict is Verdict.REJECTED
    assert {"months-unclear", "month-asked"} <= set(codes(reading))


@pytest.mark.parametrize("blank", [None, "-"])
def test_a_row_without_any_month_reports_nothing(blank: object) -> None:
    reading = read_rows(
        HEADERS, ["4.2", "ข้อความ", ADMINISTRATION, blank, blank, blank], ["4.1", "", ADMINISTRATION, 1, 2, 3]
    )
    assert len(reviews(reading)) == 3


def test_months_without_a_year_are_those_of_the_fiscal_year_in_the_title_and_that_is_said() -> None:
    headers = ["รหัสมาตรการ", "ฝ่าย", "ต.ค.", "พ.ย.", "เดือนมกราคม"]
    row = ["4.2", ADMINISTRATION, "ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว"]
    reading = read_rows(["ประจำปีงบประมาณ พ.ศ. 2568"], headers, row)
    assert [review.month for review in reviews(reading)] == [1, 2, 4]
    assert set(codes(reading)) == {"month-without-year"}


def test_months_without_a_year_are_asked_about_where_no_title_has_it() -> None:
    headers = ["รหัสมาตรการ", "ฝ่าย", "ต.ค.", "พ.ย."]
    reading = read_rows(headers, ["4.2", ADMINISTRATION, "ยังไม่ดำเนินการ", "ดำเนินการแล้ว"])
    assert codes(reading) == ["month-unreadable", "month-unreadable", "no-rows"]
