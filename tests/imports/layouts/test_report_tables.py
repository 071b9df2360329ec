from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ita_data.imports.grid import Cell
from ita_data.imports.layouts.report_tables import TableRow, Tables, has_report_headers, tables_of
from tests.imports.layouts.small_reports import (
    FIELDS,
    HEADERS,
    INITIATIVE_HEADERS,
    TITLE,
    grid,
    heading,
    initiative_row,
    row,
)
from tests.imports.made_files import sheet


def tables(*rows: Sequence[str]) -> Tables:
    return tables_of([grid(*rows)])


def texts(found: TableRow) -> dict[str, str]:
    return {name: cell.text for name, cell in found.cells.items() if cell.text}


def shown(found: Sequence[Cell]) -> list[tuple[str, str]]:
    return [(cell.place.cell, cell.text) for cell in found]


def test_a_report_is_known_by_the_headers_of_either_table() -> None:
    assert has_report_headers([grid([TITLE], HEADERS)])
    assert has_report_headers([grid([TITLE]), grid(INITIATIVE_HEADERS)])
    assert not has_report_headers([grid([TITLE], ["ตัวชี้วัด", "สถานะ"])])


def test_lines_above_the_headers_are_prose() -> None:
    found = tables(["รายงาน"], ["ของ", "สำนักงานเขตตัวอย่าง"], HEADERS)
    assert shown(found.prose) == [("A1", "รายงาน"), ("A2", "ของ"), ("B2", "สำนักงานเขตตัวอย่าง")]


def test_columns_are_found_by_their_headers_in_any_order() -> None:
    found = tables([HEADERS[2], HEADERS[0], HEADERS[1]], ["1. ประกาศ", "I1", "ไม่ชัดเจน"])
    assert texts(found.indicators[0]) == {"measure": "1. ประกาศ", "code": "I1", "issue": "ไม่ชัดเจน"}


def test_headers_are_repeated_on_every_page() -> None:
    found = tables(HEADERS, row(code="I1"), HEADERS, row(code="I2"))
    assert [texts(row) for row in found.indicators] == [{"code": "I1"}, {"code": "I2"}]


def test_headers_in_two_rows_are_one_header() -> None:
    def merge(made: Any) -> None:
        for column in "ABCDEF":
            made.merge_cells(f"{column}1:{column}2")

    made = sheet(HEADERS, [None] * 6, row(code="I1"), arrange=merge)
    assert [texts(found) for found in tables_of([made]).indicators] == [{"code": "I1"}]


def test_another_tables_headers_end_a_table() -> None:
    found = tables(HEADERS, row(code="I1"), INITIATIVE_HEADERS, initiative_row(initiative="ประเด็น 1"))
    assert [len(found.indicators), len(found.initiatives)] == [1, 1]


def test_a_line_between_the_rows_is_a_remark() -> None:
    assert shown(tables(HEADERS, row(code="I1"), ["หน้า 2"]).remarks) == [("A3", "หน้า 2")]


def test_a_heading_may_have_lost_the_blank_cells_behind_it() -> None:
    found = tables(HEADERS, ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่"])
    assert [texts(row) for row in found.indicators] == [{"code": "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่"}]
    assert not found.remarks


def test_cells_outside_the_columns_are_strays() -> None:
    found = tables([*HEADERS, ""], [*row(code="I1"), "ฉบับร่าง"])
    assert shown(found.indicators[0].strays) == [("G2", "ฉบับร่าง")]


def test_an_unknown_header_is_a_remark_once() -> None:
    found = tables([*HEADERS, "งบประมาณ"], [*row(code="I1"), "500"], [*HEADERS, "งบประมาณ"])
    assert shown(found.remarks) == [("G1", "งบประมาณ")]
    assert shown(found.indicators[0].strays) == [("G2", "500")]


def test_of_two_columns_with_one_header_the_first_is_taken() -> None:
    found = tables([*HEADERS, "ผลการดำเนินการ"], [*row(outcome="1. ประกาศแล้ว"), "1. อบรมแล้ว"])
    assert texts(found.indicators[0]) == {"outcome": "1. ประกาศแล้ว"}
    assert shown(found.indicators[0].strays) == [("G2", "1. อบรมแล้ว")]


def test_a_cell_merged_over_columns_stands_in_the_first_of_them() -> None:
    made = sheet(HEADERS, ["หมายเหตุ"], arrange=lambda made: made.merge_cells("A2:F2"))
    assert texts(tables_of([made]).indicators[0]) == {"code": "หมายเหตุ"}


def test_a_table_without_headers_is_not_passed_over_in_silence() -> None:
    found = tables_of([grid(HEADERS, row(code="I1")), grid(row(code="I2", issue="ไม่ชัดเจน"))])
    assert shown(found.headless) == [("A1", "I2")]


def test_a_table_that_word_parted_at_a_page_break_goes_on_without_headers() -> None:
    rest = replace(grid(row(code="I2", issue="ไม่ชัดเจน")), may_go_on=True)
    found = tables_of([grid(HEADERS, row(code="I1")), grid([""]), rest])
    assert [texts(row) for row in found.indicators] == [{"code": "I1"}, {"code": "I2", "issue": "ไม่ชัดเจน"}]
    assert (shown(found.continued), found.headless) == ([("A1", "I2")], [])


def test_a_table_of_another_width_does_not_go_on() -> None:
    other = replace(grid(["ผู้จัดทำ", "ผู้ตรวจ"]), may_go_on=True)
    found = tables_of([grid(HEADERS, row(code="I1")), other])
    assert len(found.indicators) == 1
    assert shown(found.headless) == [("A1", "ผู้จัดทำ")]


def test_a_table_with_headers_begins_anew() -> None:
    parts = [replace(grid(headers, cells), may_go_on=True) for headers, cells in [(HEADERS, row(code="I1"))] * 2]
    found = tables_of(parts)
    assert len(found.indicators) == 2
    assert found.continued == []


def test_lines_of_text_are_no_table() -> None:
    assert tables_of([grid(HEADERS, row(code="I1")), grid(["ลงชื่อ"], ["ผู้อำนวยการเขต"])]).headless == []


def test_a_row_with_one_cell_knows_it() -> None:
    (alone, among) = tables(HEADERS, heading("ตัวชี้วัดที่ 1"), row(code="I1", issue="ไม่ชัดเจน")).indicators
    assert alone.only_cell is alone.cells["code"]
    assert among.only_cell is None


def test_a_row_may_be_shorter_than_its_headers() -> None:
    (found,) = tables(HEADERS, ["I1", "ไม่ชัดเจน"]).indicators
    assert found.cells.keys() == set(FIELDS[:2])
