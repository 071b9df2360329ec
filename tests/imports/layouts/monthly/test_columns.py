from dataclasses import replace
from typing import Any

import pytest

from ita_data.imports.reading import ColumnQuestion
from ita_data.model.problems import Verdict
from ita_data.model.spelling import normalised
from ita_data.model.states import Status
from tests.imports.layouts.monthly.small_workbooks import (
    FIELDS,
    HEADERS,
    REVIEW,
    ROW,
    codes,
    met,
    read_book,
    read_rows,
    read_sheets,
    reviews,
    row,
    without,
)
from tests.imports.made_files import workbook
from tests.plans import ADMINISTRATION


def test_the_headers_may_stand_anywhere_and_in_any_order() -> None:
    reading = read_rows(["รายงาน"], [], [None, None, *reversed(HEADERS)], [None, None, *reversed(ROW)])
    assert reviews(reading) == (REVIEW,)


def test_headers_in_two_rows_are_read_by_the_lower_one() -> None:
    def merge(made: Any) -> None:
        for column in "ABCD":
            made.merge_cells(f"{column}1:{column}2")
        made.merge_cells("E1:J1")

    upper = [*HEADERS[:4], "การรายงาน"]
    assert reviews(read_rows(upper, [None] * 4 + HEADERS[4:], ROW, arrange=merge)) == (REVIEW,)


def test_rows_are_shown_as_far_as_they_can_be_understood_though_no_month_is_said() -> None:
    headers = ["รหัสมาตรการ", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ", "ร้อยละ", "สถานะ"]
    reading = read_rows(headers, ["1.1", ADMINISTRATION, "31 มี.ค. 2568", 50, "อยู่ระหว่างดำเนินการ"])
    (shown,) = reading.rows
    assert (reading.records, codes(reading)[-1], shown.ok) == (None, "month-asked", False)
    understood = {"sections": [ADMINISTRATION], "due": "2025-03-31", "percent": 50.0, "status": "in_progress"}
    assert understood.items() <= dict(shown.values).items()


def test_a_column_without_a_known_header_is_named_once_with_all_that_it_holds() -> None:
    reading = read_rows([*HEADERS, "ผู้รายงาน"], [*ROW, "ก", "ข"], [*row(measure="4.1"), "ก", "ค"])
    assert [(found.code, found.place.cell, found.value, found.words["count"]) for found in reading.problems] == [
        ("column-ignored", "K1", "ผู้รายงาน", "3"),
        ("column-ignored", "L2", "ข", "2"),
    ]
    assert reading.verdict is Verdict.ACCEPTED


def test_numbers_of_rows_and_titles_of_measures_are_left_aside_on_purpose() -> None:
    assert read_rows(["ลำดับ", *HEADERS], [1, *ROW]).problems == ()


def test_a_missing_column_is_named_by_its_header() -> None:
    reading = read_rows([name for name in HEADERS if name != "สถานะ"], ROW)
    assert (reading.verdict, reading.layout) == (Verdict.REJECTED, "monthly")
    assert [(found.code, found.value) for found in reading.problems] == [("column-missing", "สถานะ")]


def unknown(*names: str) -> list[object]:
    """The headers, those of these fields in words that nobody knows."""
    return [f"คอลัมน์ {name}" if name in names else text for name, text in zip(FIELDS, HEADERS, strict=True)]


THREE_ROWS = [row(), row(measure="4.1"), row(measure="ก1.3")]


@pytest.mark.parametrize(("name", "column"), [("measure", "A1"), ("section", "C1"), ("month", "D1"), ("status", "E1")])
def test_a_column_with_an_unknown_header_is_known_by_what_it_holds_and_that_is_said(name: str, column: str) -> None:
    rows = [[f"{value} %" if value == 50 else value for value in values] for values in THREE_ROWS]
    reading = read_rows(unknown(name), *rows)
    assert len(reviews(reading)) == 3
    (problem,) = reading.problems
    assert (problem.code, problem.place.cell, problem.value) == ("column-by-content", column, f"คอลัมน์ {name}")
    assert HEADERS[FIELDS.index(name)].startswith(problem.words["field"])


def test_percentages_under_an_unknown_header_may_be_anything_and_are_left_aside() -> None:
    rows = [[f"{value} %" if value == 50 else value for value in values] for values in THREE_ROWS]
    reading = read_rows(unknown("progress"), *rows)
    assert [review.progress for review in reviews(reading)] == [None, None, None]
    assert codes(reading) == ["column-ignored"]


def test_a_table_without_any_known_header_is_known_by_what_it_holds() -> None:
    reading = read_rows([f"หัว {number}" for number in range(10)], *THREE_ROWS)
    assert [review.measure for review in reviews(reading)] == ["4.2", "4.1", "ก1.3"]
    assert codes(reading).count("column-by-content") == 4


def test_of_two_columns_that_hold_the_same_neither_is_taken() -> None:
    rows = [[*values, values[FIELDS.index("status")]] for values in THREE_ROWS]
    reading = read_rows([*unknown("status"), "อีกคอลัมน์"], *rows)
    assert (reading.verdict, codes(reading)) == (Verdict.REJECTED, ["column-missing"])
    assert [(question.column, question.field) for question in reading.columns] == [("E", "status"), ("K", "status")]


@pytest.mark.parametrize("statuses", [["ดำเนินการแล้ว"] * 2, ["ดำเนินการแล้ว"] * 3 + ["ดี"]])
def test_what_too_few_cells_say_is_asked(statuses: list[str]) -> None:
    rows = [row(status=status) for status in statuses]
    reading = read_rows(unknown("status"), *rows)
    assert met(reading) == [("column-missing", "A1", "สถานะ")]
    assert reading.columns == (ColumnQuestion("Sheet", "E", "คอลัมน์ status", tuple(statuses[:3]), "status"),)


def test_an_answer_that_was_given_before_is_taken_without_a_word() -> None:
    asked = unknown("status", "note")
    rows = workbook(asked, row(status="ดำเนินการแล้ว", progress=100))
    answers = {normalised("คอลัมน์ status"): "status", normalised("คอลัมน์ note"): ""}
    reading = read_book(rows, columns=answers)
    (review,) = reviews(reading)
    assert (review.status, review.note) == (Status.COMPLETED, "")
    assert reading.problems == ()


def test_an_answer_goes_before_the_spellings() -> None:
    answers = {normalised("หมายเหตุ"): "result", normalised("ผลการดำเนินการ"): ""}
    (review,) = reviews(read_book(workbook(HEADERS, row(note="อบรม")), columns=answers))
    assert review.result == "อบรม"


@pytest.mark.parametrize("name", ["section", "month"])
def test_a_section_or_month_that_stands_nowhere_is_asked_for_once(name: str) -> None:
    reading = read_rows(without(name), without(name, of=ROW), without(name, of=ROW))
    assert (reading.verdict, met(reading)) == (Verdict.REJECTED, [(f"{name}-asked", "A1", "–")])
    (question,) = reading.context
    assert (question.key, question.candidates) == (("Sheet", "A1", name), ())
    assert [place.cell for place in question.rows] == ["A2", "A3"]


def test_a_sheet_that_lacks_a_column_is_left_out_beside_one_that_is_whole() -> None:
    reading = read_sheets({"ก": [HEADERS, ROW], "ข": [without("status"), without("status", of=ROW)]})
    assert reviews(reading) == (REVIEW,)
    assert [(found.code, found.place.sheet, found.value) for found in reading.problems] == [
        ("sheet-incomplete", "ข", "สถานะ")
    ]
    assert reading.verdict is Verdict.PARTIAL


def test_headers_may_stand_under_the_headers_of_groups_that_are_not_merged() -> None:
    upper = ["รหัสมาตรการ", None, "ฝ่าย", "เดือน", "การรายงาน", None, None, None, None, None]
    lower = [None, "มาตรการ", None, None, *HEADERS[4:]]
    assert reviews(read_rows(upper, lower, ROW)) == (REVIEW,)


def test_a_group_header_names_the_column_below_it_that_has_no_header_of_its_own() -> None:
    def merge(made: Any) -> None:
        made.merge_cells("E1:F1")

    upper = [*HEADERS[:4], "สถานะ", None, *HEADERS[6:]]
    lower = [None] * 4 + [None, "ร้อยละ"]
    assert reviews(read_rows(upper, lower, ROW, arrange=merge)) == (REVIEW,)


def test_english_headers_are_known() -> None:
    headers = [
        "Code",
        "Measure title",
        "Section",
        "Month",
        "Status",
        "Progress",
        "Result",
        "Done on",
        "Evidence",
        "Note",
    ]
    reading = read_rows(headers, ROW)
    assert reviews(reading) == (REVIEW,)
    assert codes(reading) == ["column-ignored"]


def test_a_due_date_is_read_and_not_kept_and_that_is_said_once() -> None:
    reading = read_rows([*HEADERS, "กำหนดแล้วเสร็จ"], [*ROW, "31/3/2568"], [*row(measure="4.1"), "30 เม.ย. 68"])
    assert [found.values["due"] for found in reading.rows] == ["2025-03-31", "2025-04-30"]
    assert met(reading) == [("due-not-stored", "K1", "กำหนดแล้วเสร็จ")]


@pytest.mark.parametrize(("name", "header"), [("measure", "รหสัมาตรการ"), ("status", "สถานนะการดำเนินการ")])
def test_a_header_with_a_slip_is_taken_for_a_missing_one_and_that_is_said(name: str, header: str) -> None:
    headers = [header if field == name else written for field, written in zip(FIELDS, HEADERS, strict=True)]
    reading = read_rows(headers, ROW)
    assert (reviews(reading), codes(reading)) == ((REVIEW,), ["column-repaired"])


def test_a_header_with_a_slip_is_no_second_column_of_a_field() -> None:
    assert met(read_rows([*HEADERS, "รหสัมาตรการ"], [*ROW, "4.1"])) == [("column-ignored", "K1", "รหสัมาตรการ")]


@pytest.mark.parametrize("header", ["มาตรการ", "ลำดับ", "ข้อ"])
def test_codes_may_stand_under_the_header_of_a_number_or_a_title(header: str) -> None:
    reading = read_rows([header, *HEADERS[2:]], [ROW[0], *ROW[2:]])
    assert (reviews(reading), met(reading)) == ((REVIEW,), [("column-by-content", "A1", header)])


def test_words_of_a_header_may_be_split_over_two_rows() -> None:
    upper = ["รหัส", "ฝ่ายที่", "เดือนที่", "สถานะ", "ความก้าวหน้า", "ผลการ"]
    lower = ["มาตรการ", "รับผิดชอบ", "รายงาน", None, "(%)", "ดำเนินการ"]
    cells = [ROW[0], *ROW[2:7]]
    reading = read_rows(upper, lower, cells, upper, lower, ["4.1", *cells[1:]])
    expected = replace(REVIEW, done_on=None, evidence="", note="")
    assert (reviews(reading), codes(reading)) == ((expected, replace(expected, measure="4.1")), [])


def test_headers_may_be_letter_spaced_or_a_mere_percent_sign() -> None:
    spaced = {"สถานะ": "ส ถ า น ะ", "ความก้าวหน้า (%)": "%", "ฝ่ายที่รับผิดชอบ": "หน่วยงานขับเคลื่อน"}
    reading = read_rows([spaced.get(header, header) for header in HEADERS], ROW)
    assert (reviews(reading), codes(reading)) == ((REVIEW,), [])
