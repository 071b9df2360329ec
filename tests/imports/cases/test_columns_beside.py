"""Columns beside the one that is meant: of the same field, of a month before, of days, or hidden; each is said."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.imports.reading import Reading
from ita_data.model.problems import Verdict
from tests.imports.cases.office import DOING, DONE, FINANCE, JANUARY, NOT_YET, codes, sheet, sheets, stored

TITLE = (f"รายงานของ{FINANCE} {JANUARY}",)
MONTHS = ("ร้อยละ (เดือนนี้)", "ร้อยละเดือนนี้", "ความก้าวหน้า (%) (ในเดือน)", "ความก้าวหน้าเดือนนี้")
SINCE_OCTOBER = ("ร้อยละสะสม", "ความก้าวหน้าสะสม", "ร้อยละความก้าวหน้าสะสม", "ร้อยละ (สะสม)", "ร้อยละสะสมตั้งแต่ต้นปี")
unhurried = settings(deadline=None, max_examples=40)


def said(reading: Reading, code: str) -> list[tuple[str, str]]:
    """The places and values of the problems of one kind."""
    return [(problem.place.cell, problem.value) for problem in reading.problems if problem.code == code]


@unhurried
@given(
    st.sampled_from(MONTHS),
    st.sampled_from(SINCE_OCTOBER),
    st.sampled_from(list(permutations(range(4)))),
    st.booleans(),
)
def test_of_a_month_s_percentage_and_one_since_october_that_differ_neither_is_taken_and_both_are_asked_about(
    month: str, since_october: str, order: tuple[int, ...], has_sign: bool
) -> None:
    values = ("10%", "40%") if has_sign else (10, 40)
    columns = [("รหัสมาตรการ", "4.1"), ("สถานะ", DOING), (month, values[0]), (since_october, values[1])]
    turned = [columns[index] for index in order]
    reading = sheet(TITLE, [header for header, _value in turned], [value for _header, value in turned])
    assert (reading.verdict, stored(reading)) == (Verdict.ACCEPTED, [f"4.1 {FINANCE} 2025-01 in_progress"])
    assert sorted(codes(reading)) == ["column-duplicate", "numbers-differ"]
    assert {(question.header, question.field) for question in reading.columns} == {
        (month, "progress"),
        (since_october, "progress"),
    }


def test_two_columns_of_a_percentage_that_agree_ask_nothing() -> None:
    rows = (("4.1", DOING, 40, 40), ("4.2", DOING, 50, None), ("4.3", DOING, None, 60))
    reading = sheet(TITLE, ("รหัสมาตรการ", "สถานะ", "ร้อยละสะสม", "ร้อยละ (เดือนนี้)"), *rows)
    assert [line.rpartition(" ")[2] for line in stored(reading)] == ["40", "50", "60"]
    assert (codes(reading), reading.columns) == ([], ())


def test_a_percentage_since_october_is_taken_where_it_stands_alone() -> None:
    reading = sheet(TITLE, ("รหัสมาตรการ", "สถานะ", "ร้อยละสะสม"), ("4.1", DOING, 40))
    assert (stored(reading), codes(reading)) == ([f"4.1 {FINANCE} 2025-01 in_progress 40"], [])


def test_two_columns_of_a_status_that_differ_are_asked_about_once() -> None:
    rows = (("4.1", NOT_YET, DONE), ("4.2", DOING, DONE), ("4.3", DONE, DONE))
    reading = sheet(TITLE, ("รหัสมาตรการ", "สถานะ", "สถานะการดำเนินการ"), *rows)
    assert stored(reading) == [f"4.3 {FINANCE} 2025-01 completed"]
    assert [(question.column, question.field) for question in reading.columns] == [("B", "status"), ("C", "status")]


def test_two_columns_under_one_header_are_told_and_not_asked_about() -> None:
    reading = sheet(TITLE, ("รหัสมาตรการ", "สถานะ", "สถานะ"), ("4.1", NOT_YET, DONE))
    assert (stored(reading), codes(reading)) == ([], ["column-duplicate", "values-differ", "no-rows"])
    assert reading.columns == ()


def test_two_columns_of_a_text_are_joined_and_not_asked_about() -> None:
    headers = ("รหัสมาตรการ", "สถานะ", "ผลการดำเนินการ", "รายละเอียดการดำเนินการ")
    assert sheet(TITLE, headers, ("4.1", DONE, "อบรม", "อบรม 20 คน")).columns == ()


@pytest.mark.parametrize("header", ["สถานะเดือนก่อน", "สถานะเดือนที่แล้ว", "ครั้งก่อน: สถานะ", "ร้อยละเดือนก่อน"])
def test_a_column_of_the_month_before_is_left_aside_and_said(header: str) -> None:
    reading = sheet(TITLE, ("รหัสมาตรการ", header, "สถานะเดือนนี้"), ("4.1", NOT_YET, DONE))
    assert stored(reading) == [f"4.1 {FINANCE} 2025-01 completed"]
    assert said(reading, "column-ignored") == [("B2", header)]


STATUSES = ("รหัสมาตรการ", "สถานะ", "สถานะการดำเนินการ", "สถานะการดำเนินงาน")


def with_hidden(letters: str) -> Reading:
    """Three columns of a status, those of these letters hidden."""

    def hide(book: Any) -> None:
        for letter in letters:
            book.active.column_dimensions[letter].hidden = True

    return sheets({"รายงาน": (TITLE, STATUSES, ("4.1", NOT_YET, DOING, DONE))}, hide)


@pytest.mark.parametrize(("hidden", "taken"), [("BC", "completed"), ("CD", "not_started"), ("BD", "in_progress")])
def test_hidden_columns_that_are_left_out_for_a_visible_one_are_said(hidden: str, taken: str) -> None:
    reading = with_hidden(hidden)
    assert stored(reading) == [f"4.1 {FINANCE} 2025-01 {taken}"]
    assert set(codes(reading)) == {"column-hidden-left-out"}
    assert [cell for cell, _value in said(reading, "column-hidden-left-out")] == [f"{letter}2" for letter in hidden]


def test_of_columns_that_are_all_hidden_none_is_taken_before_the_others() -> None:
    reading = with_hidden("BCD")
    assert stored(reading) == []
    assert {"columns-hidden", "values-differ"} <= set(codes(reading))


DAY_HEADERS = ("วันที่แล้วเสร็จ", "แล้วเสร็จเมื่อ", "วันที่ดำเนินการแล้วเสร็จ", "วันที่ประชุม", "วันที่ส่งเอกสาร", "วันเวลา", "ลงวันที่", "ส่งเมื่อ")
DAYS = (
    "15 ธ.ค. 67",
    "15/12/2567",
    "2024-12-15",
    "5 ก.พ. 68",
    "๕ กุมภาพันธ์ ๒๕๖๘",
    "ภายใน 31 มี.ค. 68",
    "15 ม.ค. 68",
    "ไม่ระบุ",
)


@unhurried
@given(st.sampled_from(DAY_HEADERS), st.lists(st.sampled_from(DAYS), min_size=2, max_size=2))
def test_no_day_of_another_month_costs_a_report(header: str, days: list[str]) -> None:
    reading = sheet(TITLE, ("รหัสมาตรการ", "สถานะ", header), ("4.1", DONE, days[0]), ("4.2", DOING, days[1]))
    assert stored(reading) == [f"4.1 {FINANCE} 2025-01 completed", f"4.2 {FINANCE} 2025-01 in_progress"]
    assert not reading.is_open


def test_a_whole_month_under_a_header_of_days_costs_no_report_either() -> None:
    for header in ("วันที่แล้วเสร็จ", "วันที่ประชุม"):
        reading = sheet(TITLE, ("รหัสมาตรการ", "สถานะ", header), ("4.1", DONE, "ธ.ค. 67"))
        assert stored(reading) == [f"4.1 {FINANCE} 2025-01 completed"]


def test_columns_that_a_sheet_does_without_are_offered_to_be_explained_and_hold_nothing_back() -> None:
    headers = ("รหัสมาตรการ", "สถานะ", "สิ่งที่ทำไป", "ของฝาก")
    reading = sheet(TITLE, headers, ("4.1", DONE, "อบรม 20 คน", None))
    assert (stored(reading), reading.is_open) == ([f"4.1 {FINANCE} 2025-01 completed"], False)
    (offer,) = reading.columns
    assert (offer.header, offer.samples, offer.field, offer.is_offer) == ("สิ่งที่ทำไป", ("อบรม 20 คน",), "", True)


def test_no_more_columns_are_offered_than_somebody_looks_through() -> None:
    headers = ("รหัสมาตรการ", "สถานะ", *(f"ของเรา {number}" for number in range(50)))
    reading = sheet(TITLE, headers, ("4.1", DONE, *("ก" for _number in range(50))))
    assert len(reading.columns) == 20
