"""Where two places of a sheet say a value, neither is taken in silence, whatever words stand at them."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.imports.cases.office import FINANCE, JANUARY, WORKS, asked, codes, plan, sheet, sheets, stored

TITLE = (f"รายงานของ{FINANCE} {JANUARY}",)
unhurried = settings(deadline=None, max_examples=30)
# Without ม, for a row of "รวม" is one of totals.
words = st.text("กขคงจชดตนบปพรลวสหอ", min_size=2, max_size=8)


RESULT = [f"4.1 {FINANCE} 2024-10 not_started"]


@pytest.mark.parametrize(
    ("of_plan", "of_result", "taken"),
    [("ที่วางไว้", "ที่ทำจริง", []), ("P", "A", []), ("กำหนดการ", "ผลจริง", RESULT)],
)
def test_of_two_rows_of_a_measure_that_say_values_the_first_is_not_taken_for_the_result(
    of_plan: str, of_result: str, taken: list[str]
) -> None:
    headers = ("รหัสมาตรการ", "รายการ", "ต.ค. 67", "พ.ย. 67")
    reading = sheet(
        (FINANCE,), headers, ("4.1", of_plan, "ดำเนินการแล้ว", "ดำเนินการแล้ว"), (None, of_result, "ยังไม่ดำเนินการ", None)
    )
    assert stored(reading) == taken


@given(words, words)
@unhurried
def test_a_row_without_a_code_below_a_report_that_says_a_percentage_leaves_both_out(first: str, second: str) -> None:
    headers = ("รหัสมาตรการ", "ชนิด", "สถานะ", "ร้อยละ")
    rows = (("4.1", first, "ดำเนินการแล้ว", 100), (None, second, None, 60), ("4.2", first, "ดำเนินการแล้ว", 100))
    reading = sheet(TITLE, headers, *rows)
    assert "4.1" not in {each.split()[0] for each in stored(reading)}
    assert "row-rivalled" in codes(reading)


def test_a_row_below_that_says_no_value_costs_no_report() -> None:
    headers = ("รหัสมาตรการ", "สถานะ", "ร้อยละ", "หมายเหตุ")
    reading = sheet(TITLE, headers, ("4.1", "ดำเนินการแล้ว", 100, None), (None, None, None, "ดูเอกสารแนบ"))
    assert stored(reading) == [f"4.1 {FINANCE} 2025-01 completed 100"]


def test_a_row_below_one_that_nobody_filled_in_costs_no_report_further_above() -> None:
    headers = ("รหัสมาตรการ", "ฝ่าย", "เดือน", "สถานะ", "ร้อยละ", "หมายเหตุ", "คีย์")
    rows = (
        ("4.1", FINANCE, "ม.ค. 68", "ดำเนินการแล้ว", 100, None, f"4.1|{FINANCE}|2025-01"),
        ("4.2", FINANCE, "ม.ค. 68", None, None, None, f"4.2|{FINANCE}|2025-01"),
        (None, None, None, None, 60, "เฉลี่ยทั้งฝ่าย", None),
    )
    assert stored(sheet(headers, *rows)) == [f"4.1 {FINANCE} 2025-01 completed 100"]


@pytest.mark.parametrize("header", ["หน่วย", "ของใคร"])
def test_a_section_under_a_header_that_nobody_knows_is_asked_about_where_the_title_says_another(header: str) -> None:
    reading = sheet(
        TITLE, ("รหัสมาตรการ", header, "สถานะ"), ("4.1", FINANCE, "ดำเนินการแล้ว"), ("4.2", WORKS, "ดำเนินการแล้ว")
    )
    assert stored(reading) == []
    assert asked(reading, "section").rows
    assert [(question.header, question.field) for question in reading.columns] == [(header, "section")]


def test_a_section_may_lack_its_word_under_a_header_that_nobody_knows() -> None:
    reading = sheet(
        TITLE, ("รหัสมาตรการ", "ของใคร", "สถานะ"), ("4.1", "การคลัง", "ดำเนินการแล้ว"), ("4.2", "โยธา", "ดำเนินการแล้ว")
    )
    assert stored(reading) == []
    assert asked(reading, "section").rows


@pytest.mark.parametrize("said", ["เดือน ธ.ค. 67 (ค้าง)", "ของฝ่ายโยธา (ฝากรายงาน)"])
def test_a_cell_that_nobody_reads_costs_the_row_where_it_names_another_section_or_month(said: str) -> None:
    headers = ("รหัสมาตรการ", "สถานะ", "เพิ่มเติม")
    reading = sheet(TITLE, headers, ("4.1", "ดำเนินการแล้ว", said), ("4.2", "ดำเนินการแล้ว", "ส่งครบ"))
    assert stored(reading) == [f"4.2 {FINANCE} 2025-01 completed"]
    (question,) = reading.columns
    assert (question.header, question.samples) == ("เพิ่มเติม", (said, "ส่งครบ"))


@pytest.mark.parametrize("said", ["ส่งเดือน ม.ค. 68", f"ของ{FINANCE}", "ประชุมแล้ว 2 ครั้ง"])
def test_a_cell_that_nobody_reads_costs_nothing_where_it_says_nothing_else(said: str) -> None:
    reading = sheet(TITLE, ("รหัสมาตรการ", "สถานะ", "เพิ่มเติม"), ("4.1", "ดำเนินการแล้ว", said))
    assert stored(reading) == [f"4.1 {FINANCE} 2025-01 completed"]


def test_a_row_of_what_is_planned_for_next_month_is_no_rival() -> None:
    headers = ("รหัสมาตรการ", "รายการ", "สถานะ", "ร้อยละ")
    reading = sheet(TITLE, headers, ("4.1", "ผล", "อยู่ระหว่างดำเนินการ", 60), (None, "แผนเดือนหน้า", "ดำเนินการแล้ว", 100))
    assert stored(reading) == [f"4.1 {FINANCE} 2025-01 in_progress 60"]


def test_a_status_under_a_header_that_nobody_knows_is_not_passed_over_where_it_says_something_else() -> None:
    headers = ("รหัสมาตรการ", "สถานะ", "ตอนนี้")
    rows = (("4.1", "ยังไม่ดำเนินการ", "ดำเนินการแล้ว"), ("4.2", "ดำเนินการแล้ว", "ดำเนินการแล้ว"))
    reading = sheet(TITLE, headers, *rows)
    assert stored(reading) == [f"4.2 {FINANCE} 2025-01 completed"]
    assert [(question.header, question.field) for question in reading.columns] == [("ตอนนี้", "status")]


def test_a_visible_column_goes_before_a_hidden_one_whose_header_it_goes_on_from() -> None:
    def hide(book: Any) -> None:
        for letter in "BD":
            book.active.column_dimensions[letter].hidden = True

    headers = ("รหัสมาตรการ", "สถานะ", "สถานะล่าสุด", "ร้อยละ", "ร้อยละล่าสุด")
    rows = (("4.1", "ยังไม่ดำเนินการ", "ดำเนินการแล้ว", 0, 100), ("4.2", "ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", 100, 70))
    reading = sheets({"รายงาน": (TITLE, headers, *rows)}, hide)
    assert stored(reading) == [f"4.1 {FINANCE} 2025-01 completed 100", f"4.2 {FINANCE} 2025-01 in_progress 70"]


def test_titles_cut_short_tell_that_a_column_was_sorted_without_the_other() -> None:
    titles = {measure.code: measure.text[:40] for measure in plan().measures}
    headers = ("รหัสมาตรการ", "มาตรการ", "สถานะ")
    right = sheet(TITLE, headers, *((code, titles[code], "ดำเนินการแล้ว") for code in ("4.1", "4.2")))
    assert len(stored(right)) == 2
    turned = sheet(TITLE, headers, ("4.1", titles["4.2"], "ดำเนินการแล้ว"), ("4.2", titles["4.1"], "ดำเนินการแล้ว"))
    assert stored(turned) == []
    assert codes(turned).count("title-different") == 2
