from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from ita_data.exports.content import SAMPLE_LINE
from ita_data.exports.monthly import COLUMNS, monthly_workbook, thai_month
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import Records

JANUARY = 4


def sheet_of(records: Records, section: str = "ฝ่ายการคลัง", month: int = JANUARY) -> Any:
    return load_workbook(BytesIO(monthly_workbook(records, section, month))).active


def rows_of(sheet: Any) -> list[tuple[object, ...]]:
    rows = list(sheet.values)
    return rows[rows.index(tuple(COLUMNS)) + 1 :]


def test_the_title_names_office_section_and_month(plan: Records) -> None:
    sheet = sheet_of(plan)
    assert [sheet.cell(row, 1).value for row in (2, 3)] == ["สำนักงานเขตตัวอย่าง", "ฝ่ายการคลัง ประจำเดือนมกราคม 2568"]


def test_invented_data_say_so_above_the_table(plan: Records) -> None:
    assert SAMPLE_LINE in [row[0] for row in sheet_of(replace(plan, is_sample=True)).values]


def test_a_section_gets_the_measures_it_leads_or_supports(plan: Records) -> None:
    assert [row[0] for row in rows_of(sheet_of(plan, "ฝ่ายโยธา"))] == ["6.1"]
    assert [row[0] for row in rows_of(sheet_of(plan, "ฝ่ายปกครอง"))][-1] == "ก1.2"


def test_a_month_without_reviews_has_only_what_the_plan_knows(plan: Records) -> None:
    measure, section, month = "เน้นย้ำมาตรฐานการให้บริการ", "ฝ่ายการคลัง", "กุมภาพันธ์ 2568"
    assert rows_of(sheet_of(plan, month=5)) == [("6.1", measure, section, month, *[None] * 6)]


def test_what_was_reported_is_filled_in(plan: Records) -> None:
    status, *rest = rows_of(sheet_of(plan))[0][4:]
    assert status == "อยู่ระหว่างดำเนินการ"
    assert rest == [50, "=ประชุมแล้ว 1 ครั้ง", datetime(2025, 1, 15), "https://example.com/1", "- นัดอีกครั้ง"]  # noqa: DTZ001


def test_text_that_looks_like_a_formula_stays_text(plan: Records) -> None:
    results = [cell for row in sheet_of(plan).iter_rows() for cell in row if str(cell.value).startswith(("=", "- "))]
    assert [(cell.data_type, cell.quotePrefix) for cell in results] == [("s", True), ("s", True)]


def test_the_status_is_chosen_from_a_list_and_the_heads_stay_in_sight(plan: Records) -> None:
    sheet = sheet_of(plan)
    statuses = '"ยังไม่ดำเนินการ,อยู่ระหว่างดำเนินการ,ดำเนินการแล้ว,ไม่เกี่ยวข้อง"'
    assert {(str(rule.sqref), rule.formula1) for rule in sheet.data_validations.dataValidation} == {
        ("E5", statuses),
        ("F5", "0"),
    }
    assert sheet.freeze_panes == "C5"


def test_a_month_is_named_by_its_buddhist_calendar_year() -> None:
    assert thai_month(FiscalMonth(2568, 1)) == "ตุลาคม 2567"
    assert thai_month(FiscalMonth(2568, 12)) == "กันยายน 2568"
