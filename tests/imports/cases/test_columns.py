"""Columns and rows that look like reports: plans, targets, weights, other months, drafts."""

from typing import Any

import pytest

from ita_data.model.problems import Verdict
from tests.imports.cases.office import (
    DOING,
    DONE,
    FINANCE,
    HEADERS,
    JANUARY,
    NOT_YET,
    ROWS,
    asked,
    case,
    codes,
    sheet,
    sheets,
    stored,
)

TITLE = [f"{FINANCE} {JANUARY}"]
THREE = [
    f"4.1 {FINANCE} 2025-01 completed",
    f"4.2 {FINANCE} 2025-01 in_progress",
    f"4.3 {FINANCE} 2025-01 not_started",
]


@pytest.mark.parametrize("name", ["person_target_column.xlsx", "person_weight_column.xlsx", "person_checkboxes.xlsx"])
def test_a_target_or_weight_is_no_progress_and_a_ticked_box_is_a_status(name: str) -> None:
    assert stored(case(name)) == THREE


@pytest.mark.parametrize("header", ["เป้าหมาย (ร้อยละ)", "น้ำหนัก (%)", "ร้อยละตามแผน", "KPI", "Target", "สัดส่วน"])
def test_percentages_of_another_kind_are_left_aside_and_said(header: str) -> None:
    headers = ("รหัสมาตรการ", "มาตรการ", header, "สถานะ")
    statuses = zip(("4.1", "4.2", "4.3"), ("100%", "80%", "100%"), (DONE, DOING, NOT_YET), strict=True)
    reading = sheet(TITLE, headers, *([code, "x", percent, status] for code, percent, status in statuses))
    assert (stored(reading), codes(reading)) == (THREE, ["column-ignored"])


@pytest.mark.parametrize("header", ["หน่วยงานสนับสนุน", "ผู้ตรวจราชการ", "ผู้ประสานงาน", "ฝ่ายสนับสนุน"])
def test_a_column_of_other_sections_is_not_that_of_the_reporting_one(header: str) -> None:
    rows = [[*row[:3], "ฝ่ายปกครอง"] for row in (*ROWS, ("4.3", "x", NOT_YET))]
    assert stored(sheet(TITLE, ("รหัสมาตรการ", "มาตรการ", "สถานะ", header), *rows)) == THREE


def test_a_column_that_may_say_what_the_title_says_is_asked_about() -> None:
    rows = [[*row[:3], "ฝ่ายปกครอง"] for row in (*ROWS, ("4.3", "x", NOT_YET))]
    reading = sheet(TITLE, ("รหัสมาตรการ", "มาตรการ", "สถานะ", "ใคร"), *rows)
    assert stored(reading) == []
    assert [(question.column, question.field) for question in reading.columns] == [("D", "section")]
    key = asked(reading, "section").key
    assert stored(sheet(TITLE, ("รหัสมาตรการ", "มาตรการ", "สถานะ", "ใคร"), *rows, answers={key: FINANCE})) == THREE


def test_the_planned_percentage_beside_the_result_is_never_taken() -> None:
    assert stored(case("person_percent_plan_result.xlsx")) == [
        f"4.1 {FINANCE} 2025-01 completed 100",
        f"4.2 {FINANCE} 2025-01 in_progress",
        f"4.3 {FINANCE} 2025-01 in_progress 40",
    ]
    assert stored(case("plan_percent_beside_result_percent.xlsx")) == [
        "1.1 ฝ่ายปกครอง 2025-01 in_progress 50",
        "1.2 ฝ่ายปกครอง 2025-01 in_progress 20",
    ]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["รหัสมาตรการ", "มาตรการ", "สถานะ", "ร้อยละ", None], [None, None, None, "แผน", "ผล"]),
        (["รหัสมาตรการ", "มาตรการ", "ผล", "แผน", "ผล"], [None, None, "สถานะ", "ร้อยละ", "ร้อยละ"]),
    ],
)
def test_plan_and_result_may_stand_in_two_rows_of_headers(upper: list[str | None], lower: list[str | None]) -> None:
    reading = sheet(TITLE, upper, lower, ["4.1", "x", DONE, 80, 100], ["4.2", "x", DOING, 80, 40])
    assert stored(reading) == [f"4.1 {FINANCE} 2025-01 completed 100", f"4.2 {FINANCE} 2025-01 in_progress 40"]


def test_rows_of_the_plan_are_no_reports() -> None:
    reading = case("plan_and_result_rows_percent_by_month.xlsx")
    assert [line.split(" ", 2)[0::2] for line in stored(reading)] == [
        ["1.1", "2024-10 in_progress 20"],
        ["1.1", "2024-11 in_progress 40"],
        ["1.1", "2024-12 in_progress 50"],
        ["1.2", "2024-10 not_started 0"],
        ["1.2", "2024-11 not_started 0"],
        ["1.2", "2024-12 not_started 0"],
        ["1.2", "2025-01 in_progress 10"],
    ]
    assert "rows-planned" in codes(reading)


def test_rows_of_results_may_leave_the_code_to_the_row_of_the_plan() -> None:
    headers = ("รหัสมาตรการ", "มาตรการ", "แผน/ผล", "สถานะ")
    rows = [
        ["4.1", "x", "แผน", DONE],
        [None, None, "ผล", DOING],
        ["4.2", "x", "แผน", DONE],
        [None, None, "ผล", NOT_YET],
    ]
    assert stored(sheet(TITLE, headers, *rows)) == [
        f"4.1 {FINANCE} 2025-01 in_progress",
        f"4.2 {FINANCE} 2025-01 not_started",
    ]


def test_a_plan_without_any_result_is_said() -> None:
    headers = ("รหัสมาตรการ", "มาตรการ", "แผน/ผล", "สถานะ")
    reading = sheet(TITLE, headers, ["4.1", "x", "แผน", DONE])
    assert (stored(reading), codes(reading)[0]) == ([], "rows-planned-alone")


def test_of_statuses_for_two_months_that_of_the_title_is_taken() -> None:
    reading = case("person_status_bracket_months.xlsx")
    assert stored(reading) == [THREE[0], THREE[2]]
    assert codes(reading) == ["column-ignored", "status-missing"]


def test_statuses_for_other_months_than_the_title_are_asked_about() -> None:
    headers = ("รหัสมาตรการ", "มาตรการ", "สถานะ (ธ.ค. 67)", "สถานะ (ม.ค. 68)")
    reading = sheet([f"{FINANCE} ประจำเดือนกุมภาพันธ์ 2568"], headers, ["4.1", "x", DOING, DONE])
    assert stored(reading) == []
    assert [candidate.value for candidate in asked(reading, "month").candidates] == ["2025-02", "2024-12", "2025-01"]


def test_a_month_in_the_header_of_the_status_is_that_of_the_rows() -> None:
    headers = ("รหัสมาตรการ", "มาตรการ", "สถานะ (ม.ค. 68)", "ผลการดำเนินการ ม.ค. 68")
    assert stored(sheet([FINANCE], headers, *ROWS)) == THREE[:2]


def test_a_month_that_stands_twice_is_taken_from_neither_column() -> None:
    reading = case("months_across_july_twice.xlsx")
    assert not [line for line in stored(reading) if "2025-07" in line]
    assert len(stored(reading)) == 10
    (problem,) = [problem for problem in reading.problems if problem.code == "month-twice"]
    assert (problem.words["first"], problem.words["second"]) == ("M2", "O2")


def test_months_under_quarters_are_read_and_their_sum_is_left_aside() -> None:
    reading = case("months_across_under_quarters.xlsx")
    assert [line.split(" ", 2)[2] for line in stored(reading)] == [
        "2024-10 completed",
        "2024-11 in_progress",
        "2024-12 completed",
        "2025-01 completed",
    ]
    assert "column-ignored" in codes(reading)


def test_a_year_that_was_not_counted_up_is_said_with_the_right_one() -> None:
    reading = case("months_across_year_not_counted_up.xlsx")
    assert len(stored(reading)) == 3
    proposals = [problem.words["proposal"] for problem in reading.problems if problem.code == "month-outside-plan"]
    assert proposals == ["ม.ค. 68", "ก.พ. 68", "มี.ค. 68"]


def test_check_boxes_under_statuses_are_that_status_and_none_is_none() -> None:
    reading = case("status_checkbox_columns_true_false.xlsx")
    assert [line.split(" ", 3)[3] for line in stored(reading)] == ["completed", "in_progress", "not_started"]
    assert codes(reading) == ["status-missing"]


@pytest.mark.parametrize(("tick", "empty"), [("☑", "☐"), ("[x]", "[ ]"), ("✓", None), ("TRUE", "FALSE")])
def test_a_box_may_be_ticked_in_many_ways(tick: str, empty: str | None) -> None:
    rows = [["4.1", tick, empty, empty], ["4.2", empty, tick, empty], ["4.3", empty, empty, tick]]
    assert stored(sheet(TITLE, ["รหัสมาตรการ", DONE, DOING, NOT_YET], *rows)) == THREE


def test_headers_may_be_numbered_as_in_official_forms() -> None:
    reading = case("heads_numbered_like_official_forms.xlsx")
    assert stored(reading) == ["1.1 ฝ่ายปกครอง 2025-01 completed 100", "1.2 ฝ่ายปกครอง 2025-01 in_progress 50"]


def test_a_table_of_budgets_is_no_report() -> None:
    assert case("person_budget_table.xlsx").verdict is Verdict.REJECTED


def test_a_plan_by_dimensions_is_no_report() -> None:
    assert case("real_anticorruption_plan_by_dimension.xlsx").verdict is Verdict.REJECTED


def test_a_hidden_sheet_is_offered_beside_the_visible_one() -> None:
    reading = case("person_hidden_draft_first.xlsx")
    assert stored(reading) == [f"4.1 {FINANCE} 2025-01 completed 100", f"4.2 {FINANCE} 2025-01 in_progress 60"]
    assert asked(reading, "hidden").is_offer


def test_a_hidden_sheet_is_left_out_beside_a_visible_one_that_waits_for_its_month() -> None:
    def hide(made: Any) -> None:
        made["ร่าง"].sheet_state = "hidden"

    rows = {"รายงาน": [[FINANCE], HEADERS, *ROWS], "ร่าง": [TITLE, HEADERS, ["4.1", "x", NOT_YET, "ร่าง"]]}
    reading = sheets(rows, hide)
    assert stored(reading) == []
    assert asked(reading, "month").rows
    assert "rows-hidden-left-out" in codes(reading)
    assert "sheet-hidden" not in codes(reading)
    wanted = sheets(rows, hide, answers={asked(reading, "hidden").key: "yes"})
    assert stored(wanted) == [f"4.1 {FINANCE} 2025-01 not_started"]
    assert "sheet-hidden" in codes(wanted)


def test_a_hidden_draft_row_of_the_same_measure_is_left_out_and_said() -> None:
    def hide(made: Any) -> None:
        made["รายงาน"].row_dimensions[3].hidden = True

    rows = [TITLE, HEADERS, ["4.1", "x", NOT_YET, "ร่าง"], *ROWS]
    reading = sheets({"รายงาน": rows}, hide)
    assert stored(reading) == THREE[:2]
    assert "rows-hidden-left-out" in codes(reading)


def test_a_hidden_column_gives_way_to_a_visible_one() -> None:
    def hide(made: Any) -> None:
        made["รายงาน"].column_dimensions["C"].hidden = True

    headers = ("รหัสมาตรการ", "มาตรการ", "สถานะ", "สถานะ")
    rows = [TITLE, headers, ["4.1", "x", NOT_YET, DONE], ["4.2", "x", NOT_YET, DOING]]
    assert stored(sheets({"รายงาน": rows}, hide)) == THREE[:2]


def test_a_later_answer_of_a_form_corrects_an_earlier_one() -> None:
    reading = case("person_google_form.xlsx")
    assert stored(reading) == [f"4.1 {FINANCE} 2025-01 completed 100", f"4.2 {FINANCE} 2025-01 completed 100"]
    assert "row-corrected" in codes(reading)


@pytest.mark.parametrize("late", ["4/2/2568, 9:00:00", "2025/02/04 8:00:00 AM GMT+7", "4/2/2025 20:15"])
def test_the_time_of_an_answer_may_be_written_as_forms_write_it(late: str) -> None:
    headers = ("ประทับเวลา", *HEADERS)
    reading = sheet(TITLE, headers, [late, "4.1", "x", DONE], ["3/2/2568, 10:00:00", "4.1", "x", DOING])
    assert stored(reading) == THREE[:1]


def test_two_unlike_rows_without_a_time_are_both_left_out() -> None:
    reading = sheet(TITLE, HEADERS, *ROWS, ["4.1", "x", DOING, "z"])
    assert stored(reading) == THREE[1:2]
    assert codes(reading) == ["rows-differ", "rows-differ"]
