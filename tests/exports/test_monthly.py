from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from ita_data.exports.content import SAMPLE_LINE
from ita_data.exports.monthly import monthly_workbook
from ita_data.exports.monthly_form import COLUMNS, column_letter
from ita_data.model.cadence import Cadence
from ita_data.model.monthly_template import GUIDANCE, ORIGIN
from ita_data.model.periods import FiscalMonth
from ita_data.model.planning.asked import measures_to_report
from ita_data.model.records import EVERY_SECTION, Assignment, Exemption, Records, Role
from ita_data.model.rules import Rules
from ita_data.model.thai_dates import thai_day, thai_month
from tests.exports.conftest import FINANCE, WORKS

JANUARY, FEBRUARY = 4, 5
HEADERS = [column.header for column in COLUMNS.values()]
HEAD_ROW = 4


def workbook_of(records: Records, section: str = FINANCE, month: int = JANUARY, revision: int = 0) -> Any:
    return load_workbook(BytesIO(monthly_workbook(records, section, month, revision)))


def sheet_of(records: Records, section: str = FINANCE, month: int = JANUARY) -> Any:
    return workbook_of(records, section, month).worksheets[0]


def rows_of(sheet: Any) -> list[dict[str, object]]:
    """The rows under the headers, their values by field."""
    rows = list(sheet.values)
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows[rows.index(tuple(HEADERS)) + 1 :]]


def values(row: dict[str, object], names: Sequence[str]) -> list[object]:
    return [row[name] for name in names]


def test_the_title_names_office_section_and_month(plan: Records) -> None:
    sheet = sheet_of(plan)
    assert [sheet.cell(row, 1).value for row in (2, 3)] == ["สำนักงานเขตตัวอย่าง", "ฝ่ายการคลัง ประจำเดือนมกราคม 2568"]


def test_invented_data_say_so_above_the_table(plan: Records) -> None:
    assert SAMPLE_LINE in [row[0] for row in sheet_of(replace(plan, is_sample=True)).values]


def test_a_section_gets_the_measures_it_leads_or_supports(plan: Records) -> None:
    assert [row["measure"] for row in rows_of(sheet_of(plan, WORKS))] == ["6.1"]
    assert [row["measure"] for row in rows_of(sheet_of(plan, "ฝ่ายปกครอง"))][-1] == "ก1.2"


@pytest.mark.parametrize(
    ("cadence", "months"),
    [(Cadence.QUARTERLY, [3, 6, 9, 12]), (Cadence.YEARLY, [12]), (Cadence.AS_NEEDED, list(range(1, 13)))],
)
def test_a_measure_is_listed_in_the_months_in_which_it_falls_due_or_may_be_needed(
    plan: Records, cadence: Cadence, months: list[int]
) -> None:
    changed = replace(plan, measures=tuple(replace(measure, cadence=cadence) for measure in plan.measures))
    assert [month for month in range(1, 13) if any(measures_to_report(changed, WORKS, month))] == months


def test_a_measure_that_was_reported_already_is_listed_though_it_does_not_fall_due(plan: Records) -> None:
    yearly = replace(plan, measures=tuple(replace(measure, cadence=Cadence.YEARLY) for measure in plan.measures))
    assert [measure.code for measure in measures_to_report(yearly, FINANCE, JANUARY)] == ["6.1"]
    assert not list(measures_to_report(yearly, FINANCE, FEBRUARY))


def test_a_measure_that_the_section_is_exempt_from_is_left_out_of_that_month_alone(plan: Records) -> None:
    exempt = Exemption("6.1", WORKS, JANUARY, "ปิดปรับปรุง", date(2025, 1, 9))
    excused = replace(plan, exemptions=(exempt,))
    assert rows_of(sheet_of(excused, WORKS)) == []
    assert [row["measure"] for row in rows_of(sheet_of(excused, WORKS, FEBRUARY))] == ["6.1"]
    assert [row["measure"] for row in rows_of(sheet_of(excused, FINANCE))] == ["6.1"]


def test_a_measure_that_was_reported_before_its_exemption_stays_in_the_workbook(plan: Records) -> None:
    exempt = Exemption("6.1", FINANCE, JANUARY, "ปิดปรับปรุง", date(2025, 2, 9))
    (row,) = rows_of(sheet_of(replace(plan, exemptions=(exempt,))))
    assert (row["measure"], row["result"]) == ("6.1", "=ประชุมแล้ว 1 ครั้ง")


def test_an_own_assignment_beside_every_section_decides_the_months_of_the_workbook(plan: Records) -> None:
    every = Assignment("6.1", EVERY_SECTION, Role.LEAD)
    own = Assignment("6.1", WORKS, Role.LEAD, first_month=FEBRUARY, last_month=6)
    for assignments in ((own, every), (every, own)):
        assigned = replace(plan, assignments=assignments)
        assert [month for month in range(1, 13) if any(measures_to_report(assigned, WORKS, month))] == [5, 6]
        assert all(any(measures_to_report(assigned, FINANCE, month)) for month in range(1, 13))


def test_a_month_without_reviews_has_only_what_the_plan_knows(plan: Records) -> None:
    row = rows_of(sheet_of(plan, WORKS))[0]
    known = ("6.1", "เน้นย้ำมาตรฐานการให้บริการ", "ฝ่ายโยธา", "มกราคม 2568")
    assert tuple(row.values()) == (*known, *[None] * 9, "6.1|ฝ่ายโยธา|2025-01")


def test_what_was_reported_is_filled_in(plan: Records) -> None:
    row = rows_of(sheet_of(plan))[0]
    done_on = datetime(2025, 1, 15)  # noqa: DTZ001
    assert values(row, ["status", "progress", "result"]) == ["อยู่ระหว่างดำเนินการ", 50, "=ประชุมแล้ว 1 ครั้ง"]
    assert row["people_reached"] == 1200
    assert values(row, ["done_on", "evidence", "note"]) == [done_on, "https://example.com/1", "- นัดอีกครั้ง"]


def test_what_was_reported_before_stands_in_grey_beside_blank_answers(plan: Records) -> None:
    sheet = sheet_of(plan, month=FEBRUARY)
    row = rows_of(sheet)[0]
    assert row["previous_status"] == "อยู่ระหว่างดำเนินการ 50%\n(มกราคม 2568)"
    assert row["previous_result"] == "=ประชุมแล้ว 1 ครั้ง\nจำนวนผู้เข้าร่วม (คน): 1,200"
    assert values(row, [name for name, column in COLUMNS.items() if column.is_answer]) == [None] * 7
    assert sheet[f"{column_letter('previous_result')}{HEAD_ROW + 1}"].font.color.rgb == "00595959"


def test_text_that_looks_like_a_formula_stays_text(plan: Records) -> None:
    results = [cell for row in sheet_of(plan).iter_rows() for cell in row if str(cell.value).startswith(("=", "- "))]
    assert [(cell.data_type, cell.quotePrefix) for cell in results] == [("s", True), ("s", True)]


def test_codes_are_texts_and_blank_answers_take_any_text(plan: Records) -> None:
    row = sheet_of(plan, WORKS)[HEAD_ROW + 1]
    formats = {name: cell.number_format for name, cell in zip(COLUMNS, row, strict=True)}
    assert {formats[name] for name in ("measure", "result", "evidence", "note", "key")} == {"@"}


def test_only_answers_can_be_typed_into_and_columns_can_still_be_widened(plan: Records) -> None:
    sheet = sheet_of(plan)
    unlocked = {name for name, cell in zip(COLUMNS, sheet[HEAD_ROW + 1], strict=True) if not cell.protection.locked}
    assert unlocked == {name for name, column in COLUMNS.items() if column.is_answer}
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not sheet.protection.formatColumns
    assert not sheet.protection.formatRows


def test_answers_are_chosen_from_a_list_or_checked_and_the_person_is_told_in_thai(plan: Records) -> None:
    rules = {str(rule.sqref): rule for rule in sheet_of(plan).data_validations.dataValidation}
    assert list(rules) == ["G5", "H5", "I5", "K5"]
    assert rules["G5"].formula1 == '"ยังไม่ดำเนินการ,อยู่ระหว่างดำเนินการ,ดำเนินการแล้ว,ไม่เกี่ยวข้อง"'
    assert "H5<=100" in rules["H5"].formula1
    assert (rules["I5"].type, rules["I5"].formula1, rules["I5"].formula2) == ("whole", "0", "9999999")
    assert "DATE(2566,10,1)" in rules["K5"].formula1
    for rule in rules.values():
        assert rule.showErrorMessage
        assert "โปรด" in rule.error
        assert len(rule.error) <= 255
        assert len(rule.formula1) <= 255


def test_headers_stay_in_sight_and_are_printed_on_every_landscape_page(plan: Records) -> None:
    sheet = sheet_of(plan)
    assert sheet.freeze_panes == "C5"
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")


def test_rows_are_as_high_as_their_texts_need_and_may_grow(plan: Records) -> None:
    long = replace(plan, measures=tuple(replace(measure, text="ก" * 340) for measure in plan.measures))
    heights = [sheet_of(records, WORKS).row_dimensions[HEAD_ROW + 1].height for records in (plan, long)]
    assert heights == [2 * 23, 12 * 23]
    with_row = f'<row r="{HEAD_ROW + 1}" ht="46"'
    assert with_row in sheet_xml(monthly_workbook(plan, WORKS, JANUARY))


def sheet_xml(workbook: bytes) -> str:
    with ZipFile(BytesIO(workbook)) as archive:
        return archive.read("xl/worksheets/sheet1.xml").decode()


def test_every_row_has_a_hidden_key(plan: Records) -> None:
    sheet = sheet_of(plan)
    assert sheet.column_dimensions[column_letter("key")].hidden
    assert rows_of(sheet)[0]["key"] == "6.1|ฝ่ายการคลัง|2025-01"


def test_a_hidden_sheet_says_what_the_workbook_was_made_from(plan: Records) -> None:
    sheet = workbook_of(plan, revision=17)[ORIGIN]
    assert sheet.sheet_state == "hidden"
    assert dict(sheet.values) == {
        "revision": "17",
        "organisation": "สำนักงานเขตตัวอย่าง",
        "fiscal_year": "2568",
        "section": "ฝ่ายการคลัง",
        "month": "2025-01",
    }


def test_a_workbook_of_no_store_names_no_revision(plan: Records) -> None:
    assert "revision" not in dict(workbook_of(plan)[ORIGIN].values)


def test_the_guidance_says_until_when_and_what_the_statuses_mean(plan: Records) -> None:
    sheet = workbook_of(replace(plan, rules=(Rules(due_day=8),)))[GUIDANCE]
    texts = [str(cell) for row in sheet.values for cell in row if cell]
    # The 8th of February 2025 was a Saturday, the 10th the working day after it.
    assert "ฝ่ายการคลัง รายงานประจำเดือนมกราคม 2568 กำหนดส่งภายในวันที่ 10 กุมภาพันธ์ 2568" in texts
    assert {"ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว", "ไม่เกี่ยวข้อง"} <= set(texts)
    assert {column.header for column in COLUMNS.values() if column.is_answer} <= set(texts)
    assert any("ไม่มีการดำเนินการในเดือนนี้" in text for text in texts)


def test_the_same_records_give_the_same_bytes(plan: Records) -> None:
    assert monthly_workbook(plan, FINANCE, JANUARY, 3) == monthly_workbook(plan, FINANCE, JANUARY, 3)


def test_a_month_and_a_day_are_named_by_their_buddhist_calendar_year() -> None:
    assert thai_month(FiscalMonth(2568, 1)) == "ตุลาคม 2567"
    assert thai_month(FiscalMonth(2568, 12)) == "กันยายน 2568"
    assert thai_day(date(2024, 12, 5)) == "5 ธันวาคม 2567"
