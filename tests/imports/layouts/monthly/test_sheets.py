from dataclasses import replace
from typing import Any

import pytest
from openpyxl import Workbook

from ita_data.model.problem_kinds import Severity
from tests.imports.layouts.monthly.small_workbooks import (
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
from tests.imports.made_files import saved
from tests.plans import ADMINISTRATION, ENFORCEMENT, WORKS


@pytest.mark.parametrize(
    "above",
    [
        [["ฝ่ายที่รับผิดชอบ: ฝ่ายปกครอง"], ["เดือนที่รายงาน: มกราคม 2568"]],
        [["ฝ่ายที่รับผิดชอบ", "ฝ่ายปกครอง", "เดือนที่รายงาน", "ม.ค. 68"]],
        [["ฝ่ายที่รับผิดชอบ :", "ฝ่ายปกครอง"], ["เดือน :", None, "๑/๒๕๖๘"]],
        [["ฝ่าย: ฝ่ายปกครอง\nเดือน: ม.ค. 2568"]],
        [["แบบรายงานผลการดำเนินการ ประจำเดือนมกราคม พ.ศ. 2568"], ["ฝ่าย", "ฝ่ายปกครอง"]],
    ],
)
def test_section_and_month_may_stand_once_above_the_rows(above: list[list[object]]) -> None:
    headers = [name for name in HEADERS if name not in ("ฝ่ายที่รับผิดชอบ", "เดือนที่รายงาน")]
    rows = [[*ROW[:2], *ROW[4:]], ["ก1.3", *ROW[1:2], *ROW[4:]]]
    reading = read_rows(*above, headers, *rows)
    assert reviews(reading) == (REVIEW, replace(REVIEW, measure="ก1.3"))
    assert reading.problems == ()


def test_a_row_that_names_its_own_section_and_month_goes_before_what_stands_above() -> None:
    others = row(measure="ก1.3", section=ENFORCEMENT, month="ก.พ. 68")
    reading = read_rows(["ฝ่าย:", ENFORCEMENT], ["เดือน:", "ก.พ. 68"], HEADERS, ROW, others)
    assert reviews(reading)[0] == REVIEW


def test_sections_may_follow_one_another_on_a_sheet() -> None:
    blank_section = row(measure="ก1.3", section=None)
    rows = [["ฝ่าย: ฝ่ายโยธา"], HEADERS, blank_section, ["ฝ่าย: ฝ่ายเทศกิจ"], HEADERS, blank_section]
    assert [review.section for review in reviews(read_rows(*rows))] == [WORKS, ENFORCEMENT]


@pytest.mark.parametrize("names", [("งาน", "ว่าง"), ("ว่าง", "งาน")])
def test_a_blank_sheet_beside_the_reports_does_no_harm(names: tuple[str, str]) -> None:
    sheets: dict[str, list[list[object]]] = {"งาน": [HEADERS, ROW], "ว่าง": []}
    reading = read_sheets({name: sheets[name] for name in names})
    assert reviews(reading) == (REVIEW,)
    assert reading.problems == ()


def test_a_title_with_two_months_says_none() -> None:
    headers, cells = HEADERS[:3] + HEADERS[4:], ROW[:3] + ROW[4:]
    reading = read_rows(["ประจำเดือนมกราคม 2568 และเดือนกุมภาพันธ์ 2568"], headers, cells)
    assert codes(reading) == ["month-asked"]
    assert [candidate.value for candidate in reading.context[0].candidates] == ["2025-01", "2025-02"]


def test_a_merged_measure_counts_for_all_its_rows() -> None:
    rows = [HEADERS, ROW, row(measure=None, section=WORKS)]
    reading = read_rows(*rows, arrange=lambda made: made.merge_cells("A2:A3"))
    assert reviews(reading) == (REVIEW, replace(REVIEW, section=WORKS))


def test_a_row_that_is_merged_with_the_one_above_but_for_its_section_is_a_report() -> None:
    headers, rows = HEADERS[:6], [ROW[:6], [None, None, WORKS]]
    merged = ("A2:A3", "B2:B3", "D2:D3", "E2:E3", "F2:F3")
    reading = read_rows(headers, *rows, arrange=lambda made: [made.merge_cells(cells) for cells in merged])
    assert [(review.measure, review.section) for review in reviews(reading)] == [
        ("4.2", ADMINISTRATION),
        ("4.2", WORKS),
    ]


def test_text_merged_across_columns_belongs_to_the_first_one() -> None:
    reading = read_rows(HEADERS, row(done_on=None), arrange=lambda made: made.merge_cells("G2:J2"))
    assert reviews(reading) == (replace(REVIEW, done_on=None, evidence="", note=""),)


def test_repeated_headers_and_blank_rows_are_skipped() -> None:
    reading = read_rows(HEADERS, ROW, [], HEADERS, row(measure="4.1"), [None] * 10)
    assert [review.measure for review in reviews(reading)] == ["4.2", "4.1"]
    assert reading.problems == ()


def test_every_sheet_with_the_headers_is_read_and_the_others_are_named() -> None:
    made = Workbook()
    made.active.append(["คำอธิบาย"])
    for month in ("ม.ค. 68", "ก.พ. 68"):
        sheet = made.create_sheet(month)
        sheet.append(HEADERS)
        sheet.append(row(month=month))
    reading = read_book(saved(made))
    assert [review.month for review in reviews(reading)] == [4, 5]
    assert [found.place.sheet for found in reading.rows] == ["ม.ค. 68", "ก.พ. 68"]
    assert [(found.code, found.place.sheet, found.words["count"]) for found in reading.problems] == [
        ("sheet-ignored", "Sheet", "1")
    ]


def test_a_wrong_section_above_the_rows_is_one_problem() -> None:
    headers = [name for name in HEADERS if name != "ฝ่ายที่รับผิดชอบ"]
    without_section = [*ROW[:2], *ROW[3:]]
    reading = read_rows(["ฝ่าย:", "ฝ่ายบัญชี"], headers, without_section, without_section)
    assert met(reading) == [("section-asked", "A2", "ฝ่ายบัญชี")]
    assert [candidate.source.place.cell for candidate in reading.context[0].candidates] == ["B1"]


def test_a_result_that_runs_on_into_a_row_of_its_own_is_not_lost_in_silence() -> None:
    rest = [None] * 6 + ["และสรุปผลต่อผู้บริหาร"]
    reading = read_rows(HEADERS, ROW, rest)
    assert reviews(reading) == (replace(REVIEW, result="จัดประชุม\nและสรุปผลต่อผู้บริหาร"),)
    assert [(found.code, found.place.cell, found.value) for found in reading.problems] == [
        ("text-continued", "G3", "และสรุปผลต่อผู้บริหาร")
    ]


def test_a_signature_under_the_results_is_no_lost_row() -> None:
    signature = [[None] * 6 + [line] for line in ("ลงชื่อ ........", "(หัวหน้าฝ่าย)", "ตำแหน่ง หัวหน้าฝ่าย")]
    assert set(codes(read_rows(HEADERS, ROW, *signature))) == {"cell-ignored"}


def test_lines_for_signatures_under_the_rows_are_remarks() -> None:
    reading = read_rows(HEADERS, ROW, [], ["ลงชื่อ ........ ผู้รายงาน"], [None, "ตำแหน่ง", "หัวหน้าฝ่าย"])
    assert reviews(reading) == (REVIEW,)
    assert [found.place.cell for found in reading.problems] == ["A4", "B5", "C5"]
    assert set(codes(reading)) == {"cell-ignored"}


def test_a_sheet_may_be_named_for_its_month_or_its_section() -> None:
    months = {name: [without("month"), without("month", of=ROW)] for name in ("ม.ค. 68", "ธันวาคม 2567")}
    assert [review.month for review in reviews(read_sheets(months))] == [4, 3]
    sections = {name: [without("section"), without("section", of=ROW)] for name in ("ฝ่ายปกครอง", "ฝ่ายโยธา")}
    assert [review.section for review in reviews(read_sheets(sections))] == [ADMINISTRATION, WORKS]


def test_a_sheet_that_is_named_for_another_month_than_it_says_is_asked_about() -> None:
    rows = [["เดือน: ม.ค. 68"], without("month"), without("month", of=ROW)]
    reading = read_sheets({"ธ.ค. 67": rows})
    assert met(reading) == [("month-asked", "A2", "ม.ค. 68, ธ.ค. 67")]
    assert [candidate.value for candidate in reading.context[0].candidates] == ["2025-01", "2024-12"]


@pytest.mark.parametrize(
    "title",
    [
        "ฝ่ายปกครอง ประจำเดือนมกราคม 2568",
        "รายงานของฝ่ายปกครอง ประจำเดือนมกราคม พ.ศ. 2568",
        "รายงานผลการดำเนินงานฝ่ายปกครอง รอบเดือน ม.ค. 68",
        "ฝ่าย: ฝ่ายปกครอง   เดือน: มกราคม 2568",
        "ฝ่าย: ฝ่ายปกครอง ประจำเดือนมกราคม 2568",
        "หน่วยงาน : ฝ่ายปกครอง เดือนที่รายงาน : ม.ค. 68 ปีงบประมาณ : 2568",
        "ฝ่ายปกครอง มกราคม ๒๕๖๘",
        "เรียน หัวหน้าฝ่ายโยธา\nฝ่ายปกครอง (เดือนมกราคม 2568)",
    ],
)
def test_the_title_may_name_the_section_beside_the_month(title: str) -> None:
    rows = [[title], without("section", "month"), without("section", "month", of=ROW)]
    reading = read_rows(*rows)
    assert (reviews(reading), codes(reading)) == ((REVIEW,), [])


@pytest.mark.parametrize(
    ("name", "group"),
    [("section", "ฝ่ายกฎหมาย"), ("month", "เดือน ก.พ."), ("month", "ไตรมาสที่ 3"), ("section", "ส่วนที่สอง")],
)
def test_a_group_that_nobody_knows_is_not_taken_for_the_one_above(name: str, group: str) -> None:
    cells, first = without(name, of=ROW), {"section": ADMINISTRATION, "month": "ม.ค. 68"}[name]
    reading = read_rows(without(name), [first], cells, [group], ["4.1", *cells[1:]])
    assert reviews(reading) == (REVIEW,)
    assert [(found.code, found.place.cell) for found in reading.problems if found.severity is Severity.ERROR] == [
        (f"{name}-asked", "A4")
    ]


def test_a_group_may_have_words_around_its_section() -> None:
    cells = without("section", of=ROW)
    reading = read_rows(without("section"), ["ฝ่ายปกครอง"], cells, ["ฝ่ายโยธา (หลัก)"], cells)
    assert [review.section for review in reviews(reading)] == [ADMINISTRATION, WORKS]
    assert codes(reading) == []


def test_a_copy_of_a_sheet_keeps_the_month_it_is_named_for() -> None:
    reading = read_sheets({"ม.ค. 68 (2)": [without("month"), without("month", of=ROW)]})
    assert (reviews(reading), codes(reading)) == ((REVIEW,), [])


def test_a_month_of_the_title_takes_its_year_from_the_fiscal_year_beside_it_and_that_is_said() -> None:
    cells = without("month", of=row(done_on=None))
    rows = [["ประจำเดือนธันวาคม ปีงบประมาณ พ.ศ. 2568"], without("month"), cells]
    reading = read_rows(*rows)
    assert [review.month for review in reviews(reading)] == [3]
    assert codes(reading) == ["month-without-year"]


def test_hidden_rows_and_columns_are_read_and_told_and_a_hidden_sheet_is_offered() -> None:
    def hide(made: Any) -> None:
        made["ข"].sheet_state = "hidden"
        made["ก"].row_dimensions[3].hidden = True
        for letter in "BJZ":
            made["ก"].column_dimensions[letter].hidden = True

    rows = [HEADERS, ROW, row(measure="4.1")]
    reading = read_sheets({"ก": rows, "ข": [HEADERS, row(measure="ก1.3")]}, hide)
    assert len(reviews(reading)) == 2
    assert [(question.key, question.is_offer) for question in reading.context] == [(("ข", "", "hidden"), True)]
    assert [(found.code, found.place.sheet, found.value) for found in reading.problems] == [
        ("rows-hidden", "ก", "1"),
        ("columns-hidden", "ก", "B, J"),
        ("rows-hidden-left-out", "ข", "ข"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "ฝ่ายปกครอง และฝ่ายโยธา ประจำเดือนมกราคม 2568",
        "ฝ่ายปกครอง/ฝ่ายโยธา ประจำเดือนมกราคม 2568",
        "เรียน หัวหน้าฝ่ายปกครอง ประจำเดือนมกราคม 2568",
        "ฝ่ายปกครอง ลงวันที่ 4 ธันวาคม 2567",
        "ฝ่ายปกครอง ม.ค. ถึง มี.ค. 68",
        "ฝ่ายปกครอง ม.ค. - มี.ค. 68",
        "ฝ่ายปกครอง พิมพ์เมื่อ 5 ก.พ. 68",
    ],
)
def test_a_title_that_leaves_section_or_month_open_is_asked_about(title: str) -> None:
    rows = [[title], without("section", "month"), without("section", "month", of=ROW)]
    reading = read_rows(*rows)
    assert reading.records is None
    assert set(codes(reading)) <= {"section-asked", "month-asked"}


def test_a_row_that_only_names_a_section_or_a_month_holds_for_the_rows_below_it() -> None:
    bare = without("section", "month", of=row(measure="ก1.3", done_on=None))
    rows = [["ม.ค. 68"], ["ฝ่ายโยธา"], bare, ["ฝ่ายเทศกิจ"], bare, ["ธ.ค. 67"], bare]
    reading = read_rows(without("section", "month"), *rows)
    assert [(review.section, review.month) for review in reviews(reading)] == [
        (WORKS, 4),
        (ENFORCEMENT, 4),
        (ENFORCEMENT, 3),
    ]
    assert reading.problems == ()


@pytest.mark.parametrize("word", ["รวม", "รวมทั้งสิ้น", "เฉลี่ย", "รวมทั้งสิ้น 2 มาตรการ"])
def test_a_row_of_totals_is_passed_over_and_told(word: str) -> None:
    total = [None, word, None, None, "ดำเนินการแล้ว", 50, None, None, None, None]
    reading = read_rows(HEADERS, ROW, total)
    assert reviews(reading) == (REVIEW,)
    assert met(reading) == [("row-total", "B3", word)]


def test_a_measure_whose_title_begins_like_a_total_is_a_measure() -> None:
    assert reviews(read_rows(HEADERS, row(title="รวมพลังต่อต้านการทุจริต"))) == (REVIEW,)


@pytest.mark.parametrize("numbers", [[f"({number})" for number in range(1, 11)], list(range(1, 11))])
def test_a_row_that_numbers_the_columns_is_passed_over_and_told(numbers: list[object]) -> None:
    reading = read_rows(HEADERS, numbers, ROW)
    assert reviews(reading) == (REVIEW,)
    assert [(found.code, found.place.cell) for found in reading.problems] == [("row-numbering", "A2")]


def test_a_signature_beside_another_one_is_no_lost_row() -> None:
    block = [
        ["ลงชื่อ ........ ผู้รายงาน", None, None, "ลงชื่อ ........", None, None, "ผู้ตรวจสอบ"],
        ["(นายก)", None, None, "(นางข)", None, None, "ตำแหน่ง หัวหน้าฝ่าย"],
    ]
    assert set(codes(read_rows(HEADERS, ROW, *block))) == {"cell-ignored"}


def test_merged_sections_and_months_hold_for_each_of_their_rows() -> None:
    def merge(made: Any) -> None:
        made.merge_cells("C2:C3")
        made.merge_cells("D2:D3")

    reading = read_rows(HEADERS, ROW, row(measure="4.1", section=None, month=None), arrange=merge)
    assert reviews(reading) == (REVIEW, replace(REVIEW, measure="4.1"))
