"""The monthly workbook of one section: what it has to report on in a month, to be filled in and sent back."""

from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ita_data.exports.content import SAMPLE_LINE
from ita_data.exports.workbooks import (
    prepare_page,
    workbook_bytes,
    write_head,
    write_text,
    write_title,
    write_value,
)
from ita_data.model.periods import BUDDHIST_ERA, FiscalMonth
from ita_data.model.records import EVERY_SECTION, Measure, Records, Review
from ita_data.model.states import Status

COLUMNS = {
    "รหัสมาตรการ": 10,
    "มาตรการ/กิจกรรม": 46,
    "ฝ่ายที่รับผิดชอบ": 20,
    "เดือนที่รายงาน": 15,
    "สถานะ": 20,
    "ความก้าวหน้า (%)": 12,
    "ผลการดำเนินการ": 46,
    "วันที่ดำเนินการ": 15,
    "หลักฐาน/ลิงก์": 28,
    "หมายเหตุ": 28,
}
"""The heads of the office's template, each with the width of its column."""
STATUS_WORDS = {
    Status.NOT_STARTED: "ยังไม่ดำเนินการ",
    Status.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
    Status.COMPLETED: "ดำเนินการแล้ว",
    Status.NOT_APPLICABLE: "ไม่เกี่ยวข้อง",
}
"""The words of the template's list; they are read back, so they don't change with the reader's language."""

_MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
_MEASURE, _STATUS, _PROGRESS, _RESULT, _DONE_ON, _EVIDENCE, _NOTE = 1, 5, 6, 7, 8, 9, 10
_PERCENTAGE = "0"
_BUDDHIST_DATE = "[$-107041E]d mmm yyyy"
"""Excel shows such a date with a Thai month and a Buddhist year, and stores it as any other date."""


def monthly_workbook(records: Records, section: str, month: int) -> bytes:
    """The workbook of a section and fiscal month as .xlsx: a row for each measure assigned to the section.

    Measures of ทุกฝ่าย are every section's. What the section already reported for the month is filled in.
    """
    workbook = Workbook()
    sheet = workbook.active
    month_name = thai_month(FiscalMonth(records.fiscal_year, month))
    sheet.title = month_name
    head_row = _write_heads(sheet, _title(records, section, month_name))
    reviews = {review.key: review for review in records.reviews}
    for row, measure in enumerate(assigned_measures(records, section), start=head_row + 1):
        review = reviews.get((measure.code, section, f"{month:02d}"))
        _write_row(sheet, row, measure, (section, month_name), review)
    _restrict(sheet, head_row + 1)
    sheet.freeze_panes = sheet.cell(head_row + 1, 3)
    prepare_page(sheet, head_row)
    return workbook_bytes(workbook)


def assigned_measures(records: Records, section: str) -> Iterator[Measure]:
    """The measures a section leads or supports, by name or as one of ทุกฝ่าย."""
    names = (section, EVERY_SECTION)
    assigned = {assignment.measure for assignment in records.assignments if assignment.section in names}
    return (measure for measure in records.measures if measure.code in assigned)


def thai_month(month: FiscalMonth) -> str:
    """A month as official papers write it: มกราคม 2568."""
    first_day = month.first_day
    return f"{_MONTHS[first_day.month - 1]} {first_day.year + BUDDHIST_ERA}"


def _title(records: Records, section: str, month_name: str) -> tuple[str, ...]:
    title = (
        f"รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. {records.fiscal_year}",
        records.organisation,
        f"{section} ประจำเดือน{month_name}",
    )
    return (*title, SAMPLE_LINE) if records.is_sample else title


def _write_heads(sheet: Worksheet, title: Sequence[str]) -> int:
    """Writes the title and the heads, and gives the row of the heads."""
    for row, line in enumerate(title, start=1):
        write_title(sheet, row, line, len(COLUMNS))
    head_row = len(title) + 1
    for column, (head, width) in enumerate(COLUMNS.items(), start=1):
        write_head(sheet, head_row, column, head)
        sheet.column_dimensions[get_column_letter(column)].width = width
    return head_row


def _write_row(
    sheet: Worksheet, row: int, measure: Measure, section_and_month: tuple[str, str], review: Review | None
) -> None:
    texts = (measure.code, measure.text, *section_and_month, STATUS_WORDS[review.status] if review else "")
    for column, text in enumerate(texts, start=_MEASURE):
        write_text(sheet, row, column, text)
    write_value(sheet, row, _PROGRESS, review.progress if review else None, _PERCENTAGE)
    write_text(sheet, row, _RESULT, review.result if review else "")
    write_value(sheet, row, _DONE_ON, review.done_on if review else None, _BUDDHIST_DATE)
    write_text(sheet, row, _EVIDENCE, review.evidence if review else "")
    write_text(sheet, row, _NOTE, review.note if review else "")


def _restrict(sheet: Worksheet, first_row: int) -> None:
    """A list to choose the status from, and a progress of 0 to 100."""
    statuses = DataValidation("list", formula1=f'"{",".join(STATUS_WORDS.values())}"', allow_blank=True)
    percentages = DataValidation("decimal", operator="between", formula1="0", formula2="100", allow_blank=True)
    for validation, column in ((statuses, _STATUS), (percentages, _PROGRESS)):
        letter = get_column_letter(column)
        validation.add(f"{letter}{first_row}:{letter}{max(first_row, sheet.max_row)}")
        sheet.add_data_validation(validation)
