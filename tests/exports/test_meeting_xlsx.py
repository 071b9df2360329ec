"""The figures behind a meeting as a workbook: numbers that a program can go on with, under Thai headers."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ita_data.agenda import Meeting, agenda
from ita_data.exports.meeting_summary import RATE, rate_format
from ita_data.exports.meeting_xlsx import meeting_xlsx
from tests.agenda.meetings import meeting_of
from tests.exports.meetings import march_meeting
from tests.plans import ADMINISTRATION, lead, measure

HEAD_ROW = 7


@pytest.fixture(scope="module")
def march(sample_office: Path) -> Meeting:
    return march_meeting(sample_office)


@pytest.fixture(scope="module")
def workbook(march: Meeting) -> Workbook:
    return load_workbook(BytesIO(meeting_xlsx(march, agenda(march))))


def column(sheet: Worksheet, header: str) -> list[object]:
    headers = [cell.value for cell in sheet[HEAD_ROW]]
    place = headers.index(header)
    return [row[place] for row in sheet.iter_rows(min_row=HEAD_ROW + 1, values_only=True)]


def test_each_metric_that_a_screen_shows_has_a_sheet_with_its_numbers(march: Meeting, workbook: Workbook) -> None:
    sheet = workbook["ดำเนินการแล้ว รายฝ่าย"]
    rows = march.rows("completion_by_section")
    assert column(sheet, "ส่วนราชการ") == [row["section"] for row in rows]
    assert column(sheet, "ดำเนินการแล้ว") == [row["completed"] for row in rows]
    assert column(sheet, "ร้อยละที่ดำเนินการแล้ว") == pytest.approx([row["completion"] for row in rows])
    reports = workbook["การรายงาน รายฝ่ายและเดือน"]
    assert sum(map(int, column(reports, "ขาดรายงาน"))) == march.rows("reporting")[0]["missing"]
    states = column(workbook["สถานะของรายงาน"], "สถานะของรายงาน")
    assert states.count("ขาดรายงาน") == march.rows("reporting")[0]["missing"]


def test_the_first_sheet_is_one_page_with_two_charts_and_the_others_can_be_filtered(workbook: Workbook) -> None:
    first, *others = workbook.worksheets
    assert first.title == "สรุป"
    assert (first.page_setup.fitToWidth, first.page_setup.fitToHeight) == (1, 1)
    assert len(first._charts) == 2  # noqa: SLF001 - openpyxl has no other door to them
    texts = [cell.value for row in first.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert "213/311 · หลัก 30/34 · ร่วม 183/277" in texts
    for sheet in others:
        assert sheet.auto_filter.ref == f"A{HEAD_ROW}:{sheet.dimensions.partition(':')[2]}"


def test_tables_of_reports_tell_leads_and_supporting_sections_apart(march: Meeting, workbook: Workbook) -> None:
    sheet, rows = workbook["การรายงาน รายฝ่าย"], march.rows("reporting_by_section")
    parts = {"lead_received": "หลัก ได้รับแล้ว", "supporting_due": "ร่วม ถึงกำหนดแล้ว"}
    for name, header in parts.items():
        assert column(sheet, header) == [row[name] for row in rows]


def test_rounds_stand_beside_the_statuses_and_the_pace_beside_completion(march: Meeting, workbook: Workbook) -> None:
    sheet, rows = workbook["สถานะของมาตรการ"], march.rows("rounds_by_measure")
    assert column(sheet, "จากทั้งปี (รอบ)") == [row["rounds"] or None for row in rows]
    assert column(sheet, "ทำแล้ว (รอบ)") == [row["done"] if row["rounds"] else None for row in rows]
    assert any(row["done"] for row in rows)
    sheet = workbook["ดำเนินการแล้ว รายเดือน"]
    assert column(sheet, "แนวตามเวลา") == pytest.approx([month / 12 for month in range(1, 7)])
    assert set(column(sheet, "ที่มาของแนว")) == {"ตามเวลาที่ผ่านไป"}


def test_a_month_that_was_closed_before_rounds_were_kept_has_a_workbook_without_them(march: Meeting) -> None:
    kept = {name: rows for name, rows in march.figures.items() if not name.startswith(("rounds", "pace"))}
    closed = replace(march, figures=kept)
    sheet = load_workbook(BytesIO(meeting_xlsx(closed, agenda(closed))))["สถานะของมาตรการ"]
    headers = [cell.value for cell in sheet[HEAD_ROW]]
    assert "สถานะ" in headers
    assert "ทำแล้ว (รอบ)" not in headers


def test_rates_are_percentages(workbook: Workbook) -> None:
    sheet = workbook["การรายงาน"]
    place = [cell.value for cell in sheet[HEAD_ROW]].index("ร้อยละที่ได้รับ") + 1
    assert sheet.cell(HEAD_ROW + 1, place).number_format.endswith("0.0%")


def test_a_rate_next_to_nothing_is_not_shown_as_nothing() -> None:
    assert rate_format(0.0004) == '[=0]0.0%;[<0.0005]"0.1%";0.0%'
    assert {rate_format(rate) for rate in (None, 0.0, 0.0005, 0.9996, 1.0)} == {RATE}


def test_measures_have_their_text_and_words_are_thai(workbook: Workbook) -> None:
    sheet = workbook["สถานะ รายฝ่าย"]
    assert all(column(sheet, "มาตรการ/กิจกรรม"))
    assert set(column(sheet, "สถานะ")) <= {"ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว", "ไม่เกี่ยวข้อง"}


def test_what_is_not_known_is_left_blank() -> None:
    meeting = meeting_of(measure("1.1"), lead("1.1", ADMINISTRATION))
    sheet = load_workbook(BytesIO(meeting_xlsx(meeting, ())))["สถานะของมาตรการ"]
    header_row = HEAD_ROW - 1
    headers = [cell.value for cell in sheet[header_row]]
    assert sheet.cell(header_row + 1, headers.index("รายงานล่าสุด") + 1).value is None
    assert sheet.cell(header_row + 1, headers.index("ประเด็น") + 1).value is None


def test_every_sheet_says_office_month_day_and_that_the_data_are_a_sample(workbook: Workbook) -> None:
    for sheet in workbook:
        lines = [sheet.cell(row, 1).value for row in range(1, HEAD_ROW)]
        assert lines[0] == sheet.title
        assert lines[2:5] == ["สำนักงานเขตตัวอย่าง", "ประจำเดือนมีนาคม 2568", "ข้อมูล ณ วันที่ 9 เมษายน 2568"]
        assert lines[5].startswith("ข้อมูลตัวอย่าง")


def test_a_screen_that_was_dropped_takes_its_figures_with_it(march: Meeting) -> None:
    screens = [screen for screen in agenda(march) if screen.name == "finished"]
    assert load_workbook(BytesIO(meeting_xlsx(march, screens))).sheetnames == ["แล้วเสร็จในเดือนนี้", "สถานะของมาตรการ"]


def test_an_empty_plan_still_makes_a_workbook() -> None:
    meeting = meeting_of()
    assert load_workbook(BytesIO(meeting_xlsx(meeting, agenda(meeting)))).sheetnames
