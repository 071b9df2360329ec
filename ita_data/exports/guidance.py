"""The sheets beside the monthly form: how to fill it in, and, hidden, what it was made from."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border
from openpyxl.worksheet.worksheet import Worksheet

from ita_data.exports.monthly_form import STATUS_WORDS
from ita_data.exports.row_heights import fit_row
from ita_data.exports.workbooks import add_values, font_of, prepare_page, write_header, write_text, write_title
from ita_data.model.due import due_on
from ita_data.model.monthly_template import FISCAL_YEAR, GUIDANCE, REVISION
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import Records
from ita_data.model.review_fields import ANSWERS, REVIEW_FIELDS
from ita_data.model.states import Status
from ita_data.model.thai_dates import thai_day, thai_month
from ita_data.public_holidays import thai_public_holidays

_WIDTHS = (24, 66, 40)
_HEADERS = ("คอลัมน์", "วิธีกรอก", "ตัวอย่าง")
_STATUS_MEANINGS = {
    Status.NOT_STARTED: ("ยังไม่ได้เริ่มดำเนินการตามมาตรการนี้", "ความก้าวหน้า 0"),
    Status.IN_PROGRESS: ("เริ่มดำเนินการแล้วแต่ยังไม่เสร็จ รวมถึงงานที่ต้องทำต่อเนื่องทุกเดือน", "ความก้าวหน้า 1 ถึง 99"),
    Status.COMPLETED: ("ดำเนินการตามมาตรการเสร็จครบถ้วนแล้ว", "ความก้าวหน้า 100"),
    Status.NOT_APPLICABLE: ("มาตรการนี้ไม่เกี่ยวข้องกับฝ่ายของท่าน โปรดบอกเหตุผลในช่องหมายเหตุ", "เว้นว่างความก้าวหน้าได้"),
}
_REMARKS = (
    "แถวที่ไม่มีอะไรจะรายงาน ปล่อยว่างไว้ได้ ช่องที่ปล่อยว่างจะไม่ลบข้อมูลเดิมในระบบ",
    "ช่องสีเทาเป็นข้อมูลจากแผนและจากการรายงานครั้งก่อน มีไว้ดูประกอบ แก้ไขไม่ได้ และไม่ถูกนำเข้าเป็นผลของเดือนนี้",
    "โปรดอย่าเปลี่ยนหัวคอลัมน์และรหัสมาตรการ หากมาตรการหรือฝ่ายที่รับผิดชอบไม่ถูกต้อง โปรดแจ้งผู้ประสานงาน",
    "ข้อความที่ขึ้นต้นด้วย - หรือ = พิมพ์ได้ตามปกติ ระบบเก็บไว้เป็นข้อความ",
    "ใช้ Excel หรือ LibreOffice ก็ได้ และบันทึกเป็น .xlsx หากเครื่องไม่มีแบบอักษร TH Sarabun New โปรแกรมจะใช้แบบอักษรอื่นแทน",
)


def add_guidance(workbook: Workbook, records: Records, section: str, month: FiscalMonth) -> None:
    """A sheet on how to fill in the form, until when, and where to send it."""
    sheet = workbook.create_sheet(GUIDANCE)
    for column, width in zip("ABC", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    write_title(sheet, 1, "คำแนะนำการกรอกแบบรายงานประจำเดือน", len(_WIDTHS))
    row = _write_lines(sheet, 2, _steps(records, section, month))
    sheet.cell(2, 1).font = font_of(bold=True)
    row = _write_table(sheet, row + 1, _HEADERS, _columns(records.fiscal_year))
    row = _write_table(sheet, row + 1, ("สถานะ", "ความหมาย", "ความก้าวหน้า (%)"), _statuses())
    _write_lines(sheet, row + 1, [f"• {remark}" for remark in _REMARKS])
    sheet.protection.sheet = True
    prepare_page(sheet, 1)


def add_origin(workbook: Workbook, records: Records, section: str, month: FiscalMonth, revision: int) -> None:
    """A hidden sheet that says what the form was made from: a name and a value in each row."""
    origin = {
        "organisation": records.organisation,
        FISCAL_YEAR: str(records.fiscal_year),
        "section": section,
        "month": month.code,
    }
    if revision:
        origin = {REVISION: str(revision), **origin}
    add_values(workbook, origin)


def _steps(records: Records, section: str, month: FiscalMonth) -> list[str]:
    due_day = thai_day(due_on(records, month, thai_public_holidays()))
    return [
        f"{section} รายงานประจำเดือน{thai_month(month)} กำหนดส่งภายในวันที่ {due_day}",
        f"1. เปิดแผ่นงาน “{thai_month(month)}” กรอกเฉพาะช่องสีขาวใต้หัวคอลัมน์สีเหลือง หนึ่งแถวต่อหนึ่งมาตรการ",
        "2. บันทึกไฟล์ แล้วส่งที่หน้า “นำเข้าข้อมูล” ของระบบ (เลือกไฟล์ ตรวจดูสิ่งที่จะเปลี่ยน แล้วกดยืนยัน)",
        "3. หากเปิดระบบไม่ได้ โปรดส่งไฟล์นี้ให้ผู้ประสานงาน (ฝ่ายปกครอง) ภายในกำหนด",
    ]


def _columns(fiscal_year: int) -> list[tuple[str, ...]]:
    example_of_year = {"year": fiscal_year, "short_year": fiscal_year % 100}
    columns = [REVIEW_FIELDS[name].column for name in ANSWERS]
    return [(column.header, column.how, column.example.format(**example_of_year)) for column in columns]


def _statuses() -> list[tuple[str, ...]]:
    return [(STATUS_WORDS[status], *meaning) for status, meaning in _STATUS_MEANINGS.items()]


def _write_lines(sheet: Worksheet, first_row: int, lines: Sequence[str]) -> int:
    """Writes lines over the whole width, and gives the row after them."""
    for row, line in enumerate(lines, start=first_row):
        cell = write_text(sheet, row, 1, line)
        cell.border = Border()
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(_WIDTHS))
        fit_row(sheet, row, [(line, sum(_WIDTHS))])
    return first_row + len(lines)


def _write_table(sheet: Worksheet, first_row: int, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """Writes a small table, and gives the row after it."""
    for column, header in enumerate(headers, start=1):
        write_header(sheet, first_row, column, header)
    fit_row(sheet, first_row, zip(headers, _WIDTHS, strict=True))
    for row, texts in enumerate(rows, start=first_row + 1):
        for column, text in enumerate(texts, start=1):
            write_text(sheet, row, column, text)
        fit_row(sheet, row, zip(texts, _WIDTHS, strict=True))
    return first_row + len(rows) + 1
