"""Whose report it is and of which month, where its rows don't say it themselves."""

from datetime import datetime

import pytest

from ita_data.imports.isolation import read_apart
from ita_data.imports.layouts.layout import Known
from ita_data.imports.reading import ContextKey, Rank
from ita_data.model.problems import Verdict
from tests.imports.cases.office import (
    ADMINISTRATION,
    CASES,
    DOING,
    DONE,
    FINANCE,
    HEADERS,
    JANUARY,
    NOT_YET,
    RECEIVED,
    ROWS,
    TODAY,
    WORKS,
    asked,
    case,
    codes,
    plan,
    sheet,
    sheets,
    stored,
    suggested,
)

FINANCE_IN_DECEMBER = [f"4.1 {FINANCE} 2024-12 completed", f"4.2 {FINANCE} 2024-12 in_progress"]
FINANCE_IN_JANUARY = [f"4.1 {FINANCE} 2025-01 completed", f"4.2 {FINANCE} 2025-01 in_progress"]
WORKS_IN_JANUARY = f"1.1 {WORKS} 2025-01 completed"
OF_WORKS = ("1.1", "x", DONE, "c")


def test_the_month_of_the_deadline_is_not_the_reported_one() -> None:
    assert stored(case("person_title_with_deadline.xlsx")) == FINANCE_IN_DECEMBER


@pytest.mark.parametrize(
    "lines",
    [
        [[f"รายงาน ITA {FINANCE}\nประจำเดือนธันวาคม 2567\nกำหนดส่ง 5 มกราคม 2568"]],
        [["ส่วนราชการ", FINANCE, "ประจำเดือน", "ธันวาคม 2567"], ["ผู้ประสานงาน", ADMINISTRATION, "ส่งภายใน", "ม.ค. 68"]],
        [[f"{FINANCE} ผลการดำเนินการเดือนธันวาคม 2567", None, "เสนอที่ประชุมประจำเดือนมกราคม 2568"]],
        [[f"{FINANCE} ประจำเดือนธันวาคม 2567 (ครั้งก่อน พฤศจิกายน 2567 ครั้งต่อไป มกราคม 2568)"]],
        [["กำหนดส่งรายงานประจำเดือนธันวาคม 2567 ภายในวันที่ 5 มกราคม 2568"], [FINANCE], ["พิมพ์เมื่อ ก.พ. 68"]],
    ],
)
def test_other_months_beside_the_reported_one_are_none_of_its(lines: list[list[object]]) -> None:
    assert stored(sheet(*lines, HEADERS, *ROWS)) == FINANCE_IN_DECEMBER


def test_the_section_that_a_form_is_sent_to_is_not_the_one_that_sends_it() -> None:
    assert stored(case("person_send_to_admin.xlsx")) == FINANCE_IN_JANUARY


@pytest.mark.parametrize(
    "lines",
    [
        [["บันทึกข้อความ"], [f"ส่วนราชการ {FINANCE} โทร. 1234"], ["เรียน ผู้อำนวยการเขต ผ่านหัวหน้าฝ่ายปกครอง"], [JANUARY]],
        [[f"{FINANCE} {JANUARY}"], ["ส่งคืนฝ่ายปกครอง"], ["ผู้ประสานงาน ฝ่ายทะเบียน"], ["ผู้ตรวจ ฝ่ายเทศกิจ"]],
        [[f"รายงานของ{FINANCE}"], [f"เสนอฝ่ายปกครอง เพื่อ{JANUARY}"], [JANUARY]],
    ],
)
def test_addressees_and_inspectors_report_nothing(lines: list[list[object]]) -> None:
    assert stored(sheet(*lines, HEADERS, *ROWS)) == FINANCE_IN_JANUARY


def test_a_title_between_tables_is_that_of_the_table_below_it() -> None:
    assert stored(case("person_two_tables_two_sections.xlsx")) == [
        *FINANCE_IN_JANUARY,
        f"1.1 {WORKS} 2025-02 completed",
        f"1.2 {WORKS} 2025-02 completed",
    ]


def test_numbered_bands_name_the_sections() -> None:
    assert stored(case("person_numbered_bands.xlsx")) == [*FINANCE_IN_JANUARY, WORKS_IN_JANUARY]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1) ฝ่ายการคลัง", "2) ฝ่ายโยธา"),
        ("ส่วนที่ 1 ฝ่ายการคลัง", "ส่วนที่ 2 ฝ่ายโยธา (1 มาตรการ)"),
        ("ก. ฝ่ายการคลัง", "ข. ฝ่ายโยธา จำนวน 1 มาตรการ"),
    ],
)
def test_bands_may_be_numbered_in_many_ways(first: str, second: str) -> None:
    reading = sheet([f"สรุป {JANUARY}"], HEADERS, [first], *ROWS, [second], OF_WORKS)
    assert stored(reading) == [*FINANCE_IN_JANUARY, WORKS_IN_JANUARY]


@pytest.mark.parametrize("line", ["กองช่าง", "รายงานฉบับที่ 2", "ลงชื่อ ........ ผู้รายงาน", "โปรดส่งฝ่ายปกครอง"])
@pytest.mark.parametrize("has_headers", [True, False])
def test_a_line_between_rows_ends_what_stood_above_it_whatever_it_says(line: str, has_headers: bool) -> None:
    reading = sheet([f"{FINANCE} {JANUARY}"], HEADERS, *ROWS, [line], *([HEADERS] if has_headers else []), OF_WORKS)
    assert stored(reading) == FINANCE_IN_JANUARY
    assert [candidate.value for candidate in asked(reading, "section").candidates][-1] == FINANCE
    assert suggested(asked(reading, "month")) == [("2025-01", "A1")]


def test_a_line_that_only_orders_the_rows_ends_nothing() -> None:
    reading = sheet([f"{FINANCE} {JANUARY}"], HEADERS, ROWS[0], ["ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ"], ROWS[1])
    assert stored(reading) == FINANCE_IN_JANUARY


def test_a_blank_below_a_section_is_the_same_section_and_goes_before_the_title() -> None:
    assert stored(case("person_compiled_blank_sections.xlsx")) == [
        *FINANCE_IN_JANUARY,
        WORKS_IN_JANUARY,
        f"1.2 {WORKS} 2025-01 not_started",
    ]


def test_a_month_typed_once_for_a_block_holds_for_all_of_it() -> None:
    headers = ("เดือน", *HEADERS)
    reading = sheet(
        [FINANCE], headers, ["ธ.ค. 67", *ROWS[0]], [None, *ROWS[1]], ["ม.ค. 68", *ROWS[0]], [None, *ROWS[1]]
    )
    assert stored(reading) == [*FINANCE_IN_DECEMBER, *FINANCE_IN_JANUARY]


@pytest.mark.parametrize("ditto", ['"', "”", "〃", '-"-'])
def test_marks_of_a_repetition_say_the_same_as_the_row_above(ditto: str) -> None:
    headers = ("ฝ่าย", "เดือน", *HEADERS)
    rows = ([FINANCE, "ม.ค. 68", *ROWS[0]], [ditto, ditto, *ROWS[1]], [WORKS, ditto, *OF_WORKS])
    assert stored(sheet(headers, *rows)) == [*FINANCE_IN_JANUARY, WORKS_IN_JANUARY]


def test_marks_of_a_repetition_below_nothing_say_nothing() -> None:
    reading = sheet([JANUARY], ("ฝ่าย", *HEADERS), ['"', *ROWS[0]])
    assert stored(reading) == []


def test_a_month_without_a_year_is_the_same_month_of_the_sheet_with_one() -> None:
    reading = sheet([f"{FINANCE} ประจำเดือนมกราคม"], HEADERS, *ROWS, name="ม.ค. 68")
    assert stored(reading) == FINANCE_IN_JANUARY
    assert suggested(asked(sheet([f"{FINANCE} ประจำเดือนมกราคม"], HEADERS, *ROWS, name="ก.พ. 68"), "month"))


def test_a_measure_typed_once_holds_for_each_section_below_it() -> None:
    headers = ("รหัสมาตรการ", "ฝ่าย", "สถานะ")
    reading = sheet([JANUARY], headers, ["4.1", FINANCE, DONE], [None, WORKS, DOING], ["4.2", FINANCE, DOING])
    assert stored(reading) == [
        f"4.1 {FINANCE} 2025-01 completed",
        f"4.1 {WORKS} 2025-01 in_progress",
        f"4.2 {FINANCE} 2025-01 in_progress",
    ]


def test_a_title_of_another_month_than_all_rows_is_asked_about() -> None:
    reading = case("person_title_jan_rows_dec.xlsx")
    assert (reading.verdict, stored(reading)) == (Verdict.REJECTED, [])
    assert suggested(asked(reading, "month")) == [("2025-01", "A1"), ("2024-12", "C3")]


@pytest.mark.parametrize(("answer", "expected"), [("2024-12", FINANCE_IN_DECEMBER), ("2025-01", FINANCE_IN_JANUARY)])
def test_the_answer_holds_for_all_its_rows(answer: str, expected: list[str]) -> None:
    name = "person_title_jan_rows_dec.xlsx"
    key = asked(case(name), "month").key
    reading = case(name, {key: answer})
    assert (stored(reading), reading.context) == (expected, ())


def test_a_file_that_says_neither_is_asked_for_both_once() -> None:
    reading = sheets({"Sheet1": [HEADERS, *ROWS]})
    assert codes(reading) == ["section-asked", "month-asked"]
    assert [len(question.rows) for question in reading.context] == [2, 2]
    assert FINANCE in asked(reading, "section").options
    assert asked(reading, "month").options[:4] == ("2024-10", "2024-11", "2024-12", "2025-01")


def test_both_answers_together_let_the_rows_in() -> None:
    answers = {ContextKey("Sheet1", "A1", "section"): FINANCE, ContextKey("Sheet1", "A1", "month"): "2025-01"}
    reading = sheets({"Sheet1": [HEADERS, *ROWS]}, answers=answers)
    assert (stored(reading), reading.verdict) == (FINANCE_IN_JANUARY, Verdict.ACCEPTED)


def test_an_answer_changes_what_was_inferred() -> None:
    rows = [[f"{FINANCE} {JANUARY}"], HEADERS, *ROWS]
    (part,) = sheet(*rows).parts
    key = ContextKey(part.place.sheet, part.place.cell, "month")
    assert stored(sheet(*rows, answers={key: "2024-12"})) == FINANCE_IN_DECEMBER


def test_a_part_says_what_was_taken_and_where_it_came_from() -> None:
    (part,) = sheet([f"{FINANCE} {JANUARY}"], HEADERS, *ROWS).parts
    assert (part.section, part.month, part.rows) == (FINANCE, "2025-01", 2)
    assert (part.section_from.rank, part.section_from.place.cell) == (Rank.LINE, "A1")
    assert (part.month_from.rank, part.month_from.text) == (Rank.TITLE, "มกราคม 2568")


@pytest.mark.parametrize("file", ["ฝ่ายการคลัง_ม.ค._68.xlsx", "รายงาน ฝ่ายการคลัง มกราคม 2568.xlsx"])
def test_the_name_of_the_file_tells_it_where_nothing_else_does(file: str) -> None:
    assert stored(sheets({"Sheet1": [HEADERS, *ROWS]}, file=file)) == FINANCE_IN_JANUARY


def test_a_month_may_be_a_day_that_excel_made_of_it() -> None:
    day = datetime(2025, 1, 1)  # noqa: DTZ001
    assert stored(sheet([FINANCE], ["ประจำเดือน", day], HEADERS, *ROWS)) == FINANCE_IN_JANUARY


@pytest.mark.parametrize("line", ["ร่วมประชุมฝ่ายโยธา", f"{FINANCE} หารือ{WORKS}", "จาก ฝ่ายการคลัง ถึง ฝ่ายปกครอง"])
def test_a_section_in_words_that_nobody_knows_is_offered_and_not_taken(line: str) -> None:
    reading = sheet([line], [JANUARY], HEADERS, *ROWS)
    assert stored(reading) == []
    assert asked(reading, "section")


def test_a_report_by_another_section_than_the_title_says_is_asked_about() -> None:
    headers = ("ฝ่าย", *HEADERS)
    reading = sheet([f"รายงานของ{WORKS} {JANUARY}"], headers, [FINANCE, *ROWS[0]], [FINANCE, *ROWS[1]])
    assert suggested(asked(reading, "section")) == [(WORKS, "A1"), (FINANCE, "A3")]


def test_a_late_report_beside_those_of_the_title_is_no_slip() -> None:
    headers = ("เดือน", *HEADERS)
    reading = sheet([f"{FINANCE} {JANUARY}"], headers, ["ธ.ค. 67", "4.3", "x", NOT_YET], ["ม.ค. 68", *ROWS[0]])
    assert stored(reading) == [f"4.3 {FINANCE} 2024-12 not_started", FINANCE_IN_JANUARY[0]]


def test_questions_and_parts_come_out_of_the_process_that_reads() -> None:
    name = "person_title_jan_rows_dec.xlsx"
    office = plan()
    known = Known(plans={office.plan: office}, today=TODAY, received_on=RECEIVED)
    reading = read_apart((CASES / name).read_bytes(), name, known)
    assert (reading.context, reading.parts) == (case(name).context, case(name).parts)
