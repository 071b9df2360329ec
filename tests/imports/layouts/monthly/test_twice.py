"""Fields that two columns hold: a value is taken where they agree, and asked about where they don't."""

from dataclasses import replace
from typing import Any

import pytest

from ita_data.imports.reading import Reading
from ita_data.model.problems import Verdict
from ita_data.model.states import Status
from tests.imports.layouts.monthly.small_workbooks import (
    HEADERS,
    REVIEW,
    ROW,
    codes,
    met,
    read_rows,
    reviews,
    row,
)
from tests.plans import WORKS


def twice(header: str, *values: object) -> Reading:
    """What rows of measures 4.2 and 4.1 come to with one more column."""
    rows = [[*row(measure=code), value] for code, value in zip(("4.2", "4.1"), values, strict=False)]
    return read_rows([*HEADERS, header], *rows)


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("สถานะ", "อยู่ระหว่างดำเนินการ"),
        ("สถานะ", "กำลังดำเนินการ"),
        ("สถานะ", None),
        ("ความก้าวหน้า (%)", "ร้อยละ 50"),
        ("เดือนที่รายงาน", "มกราคม 2568"),
        ("วันที่ดำเนินการ", "15/1/2568"),
        ("มาตรการ/กิจกรรม", "ข้อความอื่น"),
    ],
)
def test_two_columns_that_agree_are_one(header: str, value: object) -> None:
    reading = twice(header, value)
    assert (reviews(reading), codes(reading)) == ((REVIEW,), [])


@pytest.mark.parametrize(
    ("header", "value", "name"),
    [
        ("สถานะ", "ดำเนินการแล้ว", "status"),
        ("สรุปสถานะ", "ดำเนินการแล้ว", "status"),
        ("สถานะ", "ไม่ทราบ", "status"),
        ("เดือน", "ก.พ. 68", "month"),
        ("ฝ่าย", WORKS, "sections"),
    ],
)
def test_two_columns_that_differ_leave_the_value_open(header: str, value: object, name: str) -> None:
    reading = twice(header, value, None)
    assert reading.verdict is Verdict.PARTIAL
    assert [problem[:2] for problem in met(reading)] == [("column-duplicate", "K1"), ("values-differ", "K2")]
    assert not reading.rows[0].values[name]
    assert [found.ok for found in reading.rows] == [False, True]


@pytest.mark.parametrize(
    ("header", "value", "name"), [("ร้อยละ", 90, "percent"), ("วันที่ดำเนินการ", "16 ม.ค. 68", "done_on")]
)
def test_two_columns_that_differ_in_what_is_optional_leave_it_out_and_cost_no_row(
    header: str, value: object, name: str
) -> None:
    reading = twice(header, value, None)
    assert [problem[:2] for problem in met(reading)] == [("column-duplicate", "K1"), ("numbers-differ", "K2")]
    assert not reading.rows[0].values[name]
    assert [found.ok for found in reading.rows] == [True, True]


def test_a_blank_cell_is_filled_from_the_second_column() -> None:
    reading = read_rows([*HEADERS, "สถานะ"], [*ROW, None], [*row(measure="4.1", status=None, progress=None), "แล้วเสร็จ"])
    assert [review.status for review in reviews(reading)] == [Status.IN_PROGRESS, Status.COMPLETED]
    assert codes(reading) == []


def test_texts_of_two_columns_are_kept_one_under_the_other() -> None:
    reading = read_rows([*HEADERS, "ปัญหาอุปสรรค"], [*ROW[:-1], "ไม่มี", "ฝนตก"])
    assert reviews(reading) == (replace(REVIEW, note="ไม่มี\nฝนตก"),)
    assert codes(reading) == ["column-duplicate"]


def test_the_column_is_read_that_holds_what_its_header_says() -> None:
    headers = [*HEADERS[:2], "ผู้รับผิดชอบ", *HEADERS[2:]]
    reading = read_rows(headers, [*ROW[:2], "นายสมชาย ใจดี", *ROW[2:]])
    assert (reviews(reading), met(reading)) == ((REVIEW,), [("column-ignored", "C1", "ผู้รับผิดชอบ")])


def test_people_are_no_sections() -> None:
    headers = ["ผู้รับผิดชอบ" if header == "ฝ่ายที่รับผิดชอบ" else header for header in HEADERS]
    reading = read_rows(["ฝ่าย: ฝ่ายปกครอง"], headers, row(section="นางสาวสมหญิง"))
    assert (reviews(reading), codes(reading)) == ((REVIEW,), ["column-ignored"])


def test_two_columns_of_one_month_hold_its_status_and_its_percentage_or_are_asked_about() -> None:
    headers = ["รหัสมาตรการ", "ฝ่าย", "ม.ค. 68", None, "ธ.ค. 67", None]
    rows = [["4.2", ROW[2], "อยู่ระหว่างดำเนินการ", 50, "ดำเนินการแล้ว", "ยังไม่ดำเนินการ"]]
    reading = read_rows(headers, *rows, arrange=lambda sheet: (sheet.merge_cells("C1:D1"), sheet.merge_cells("E1:F1")))
    assert [(review.month, review.progress) for review in reviews(reading)] == [(4, 50)]
    assert met(reading) == [("values-differ", "F2", "ยังไม่ดำเนินการ")]


STATUSES = ["ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว"]
BEFORE = ["4.2", ROW[2], ROW[3]]
BEFORE_HEADERS = ["รหัสมาตรการ", "ฝ่าย", "เดือน"]


@pytest.mark.parametrize("tick", ["/", "✓", "(/)", 1, "☑"])
def test_a_status_may_be_one_of_several_columns_that_is_ticked(tick: object) -> None:
    reading = read_rows([*BEFORE_HEADERS, *STATUSES], [*BEFORE, "-", tick, None])
    assert [review.status for review in reviews(reading)] == [Status.IN_PROGRESS]
    assert codes(reading) == []


def test_such_columns_may_stand_under_one_header() -> None:
    def merge(sheet: Any) -> None:
        for cells in ("A1:A2", "B1:B2", "C1:C2", "D1:F1"):
            sheet.merge_cells(cells)

    rows = [[*BEFORE_HEADERS, "สถานะ"], [None, None, None, *STATUSES], [*BEFORE, None, None, "/"]]
    reading = read_rows(*rows, arrange=merge)
    assert [review.status for review in reviews(reading)] == [Status.COMPLETED]
    assert codes(reading) == []


@pytest.mark.parametrize(
    ("ticks", "code"),
    [
        (["/", "/", None], "values-differ"),
        ([None, "x", None], "status-unknown"),
        ([None, "50%", None], "status-unknown"),
        ([None, "☐", None], "status-missing"),
    ],
)
def test_two_ticks_or_another_sign_are_asked_about(ticks: list[object], code: str) -> None:
    reading = read_rows([*BEFORE_HEADERS, *STATUSES], [*BEFORE, *ticks])
    assert codes(reading) == [code, "no-rows"]
