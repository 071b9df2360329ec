"""The form of the monthly workbook: its columns, what may be typed into them, and what stays locked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ita_data.exports.row_heights import fit_row
from ita_data.exports.workbooks import font_of, write_header, write_text, write_value
from ita_data.model.periods import BUDDHIST_ERA, FiscalMonth
from ita_data.model.review_fields import ANSWERS, LARGEST_NUMBER, REVIEW_FIELDS, Kind
from ita_data.model.states import Status

STATUS_WORDS = {
    Status.NOT_STARTED: "ยังไม่ดำเนินการ",
    Status.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
    Status.COMPLETED: "ดำเนินการแล้ว",
    Status.NOT_APPLICABLE: "ไม่เกี่ยวข้อง",
}
"""The words of the template's list; they are read back, so they don't change with the reader's language."""

TEXT = "@"
NUMBER = "General"
WHOLE_NUMBER = "#,##0"
BUDDHIST_DATE = "[$-107041E]d mmm yyyy"
"""Excel shows such a date with a Thai month and a Buddhist year, and stores it as any other date."""
_NUMBER_FORMATS = {Kind.PERCENT: NUMBER, Kind.WHOLE_NUMBER: WHOLE_NUMBER, Kind.DATE: BUDDHIST_DATE}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the form; only the cells of an answer can be typed into.

    A reference shows in grey what was reported before, under a header that is never read as this month's answer.
    """

    header: str
    width: float
    is_answer: bool = False
    is_reference: bool = False
    is_hidden: bool = False
    number_format: str = TEXT


def _column(name: str) -> Column:
    field = REVIEW_FIELDS[name]
    number_format = _NUMBER_FORMATS.get(field.kind, TEXT)
    return Column(field.column.header, field.column.width, field.is_answer, number_format=number_format)


COLUMNS: dict[str, Column] = {
    "measure": _column("measure"),
    "title": Column("มาตรการ/กิจกรรม", 34),
    "section": _column("section"),
    "month": _column("month"),
    "previous_status": Column("ครั้งก่อน: สถานะ", 17, is_reference=True),
    "previous_result": Column("ครั้งก่อน: ผลการดำเนินการ", 28, is_reference=True),
    **{name: _column(name) for name in ANSWERS},
    "key": Column("คีย์", 12, is_hidden=True),
}
"""The columns by the field they hold, in their order."""

_LOCKED_FILL = PatternFill("solid", fgColor="F2F2F2")
_ANSWER_HEAD_FILL = PatternFill("solid", fgColor="FFE9A8")
_GREY = "595959"
_LEAST_LINES = 2
_BOLD = 0.8
"""Bold letters leave room for fewer of them."""


def write_headers(sheet: Worksheet, row: int) -> None:
    """The headers, those of what is to be filled in on yellow, and the widths of their columns."""
    for number, column in enumerate(COLUMNS.values(), start=1):
        cell = write_header(sheet, row, number, column.header)
        if column.is_answer:
            cell.fill = _ANSWER_HEAD_FILL
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.hidden = column.width, column.is_hidden
    fit_row(sheet, row, [(column.header, column.width * _BOLD) for column in COLUMNS.values()])


def write_row(sheet: Worksheet, row: int, values: Mapping[str, Any]) -> None:
    """One measure's row; a field without a value is blank."""
    for number, (name, column) in enumerate(COLUMNS.items(), start=1):
        cell = _write(sheet, row, number, values.get(name), column)
        cell.number_format = column.number_format
        if column.is_answer:
            cell.protection = Protection(locked=False)
        else:
            cell.fill = _LOCKED_FILL
        if column.is_reference:
            cell.font = font_of(color=_GREY)
    texts = [(str(values.get(name) or ""), column) for name, column in COLUMNS.items() if not column.is_hidden]
    fit_row(sheet, row, [(text, column.width) for text, column in texts], _LEAST_LINES)


def restrict(sheet: Worksheet, first_row: int, fiscal_year: int) -> None:
    """Lists and limits for what is typed in, and locks on the rest; a password isn't needed to take them off."""
    for name in ANSWERS:
        letter = column_letter(name)
        validation = _validation(name, f"{letter}{first_row}", fiscal_year)
        if validation is None:
            continue
        validation.add(f"{letter}{first_row}:{letter}{max(first_row, sheet.max_row)}")
        sheet.add_data_validation(validation)
    protection = sheet.protection
    protection.sheet = True
    # These name what is forbidden, and whoever fills in long texts needs wider columns.
    protection.formatColumns = protection.formatRows = False


def column_letter(name: str) -> str:
    """The letter of the column that holds a field."""
    return str(get_column_letter(list(COLUMNS).index(name) + 1))


def _write(sheet: Worksheet, row: int, number: int, value: Any, column: Column) -> Cell:
    if column.number_format == TEXT:
        return write_text(sheet, row, number, value or "")
    cell = write_value(sheet, row, number, value, column.number_format)
    cell.alignment = Alignment(horizontal="center", vertical="top")
    return cell


def _validation(name: str, cell: str, fiscal_year: int) -> DataValidation | None:
    """What may be typed into the cells of an answer, of which the first one is named; None for any text."""
    match REVIEW_FIELDS[name].kind:
        case Kind.STATUS:
            return _one_of_the_statuses()
        case Kind.PERCENT:
            return _percentage(cell)
        case Kind.WHOLE_NUMBER:
            return _whole_number(REVIEW_FIELDS[name].column.header)
        case Kind.DATE:
            return _day(cell, fiscal_year)
        case _:
            return None


def _one_of_the_statuses() -> DataValidation:
    return DataValidation(
        "list",
        formula1=f'"{",".join(STATUS_WORDS.values())}"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="สถานะไม่ถูกต้อง",
        error="โปรดเลือกสถานะจากรายการ: " + " / ".join(STATUS_WORDS.values()),
    )


def _percentage(cell: str) -> DataValidation:
    # Where 50% is typed, Excel stores 0.5, which must not become half a per cent.
    return DataValidation(
        "custom",
        formula1=f"AND(ISNUMBER({cell}),OR({cell}=0,AND({cell}>=1,{cell}<=100)))",
        allow_blank=True,
        showInputMessage=True,
        promptTitle="ความก้าวหน้า (%)",
        prompt="พิมพ์ตัวเลข 0–100 โดยไม่ต้องใส่เครื่องหมาย % เช่น 50",
        showErrorMessage=True,
        errorTitle="ความก้าวหน้าไม่ถูกต้อง",
        error="โปรดพิมพ์ตัวเลขตั้งแต่ 0 ถึง 100 โดยไม่ต้องใส่เครื่องหมาย % เช่น 50",
    )


def _whole_number(header: str) -> DataValidation:
    return DataValidation(
        "whole",
        operator="between",
        formula1="0",
        formula2=str(LARGEST_NUMBER),
        allow_blank=True,
        showInputMessage=True,
        promptTitle=header,
        prompt="พิมพ์ตัวเลขอย่างเดียว เช่น 120 หากไม่มีจำนวนที่จะรายงาน เว้นว่างได้",
        showErrorMessage=True,
        errorTitle="จำนวนไม่ถูกต้อง",
        error="โปรดพิมพ์จำนวนเต็มตั้งแต่ 0 ขึ้นไป เป็นตัวเลขอย่างเดียว เช่น 120",
    )


def _day(cell: str, fiscal_year: int) -> DataValidation:
    return DataValidation(
        "custom",
        formula1=f"OR(ISTEXT({cell}),{','.join(_between(cell, *days) for days in _days(fiscal_year))})",
        allow_blank=True,
        showInputMessage=True,
        promptTitle="วันที่ดำเนินการ",
        prompt=f"พิมพ์ วัน/เดือน/ปี เช่น 15/1/{fiscal_year} หรือ 15 ม.ค. {fiscal_year % 100}",
        showErrorMessage=True,
        errorTitle="วันที่ไม่ถูกต้อง",
        error=f"โปรดพิมพ์วันที่ เช่น 15/1/{fiscal_year} วันที่ต้องอยู่ในปีงบประมาณ พ.ศ. {fiscal_year} หรือปีก่อนหน้าหรือถัดไปหนึ่งปี",
    )


def _days(fiscal_year: int) -> list[tuple[date, date]]:
    """The fiscal year with one more on either side, in the calendars that a day may be typed in.

    Excel takes 15/1/2568 for a day in the Gregorian year 2568, and 15/1/68 for one in 1968.
    """
    first, last = FiscalMonth(fiscal_year - 1, 1).first_day, FiscalMonth(fiscal_year + 1, 12).last_day
    shifts = (0, BUDDHIST_ERA, BUDDHIST_ERA - 600)
    return [(first.replace(year=first.year + years), last.replace(year=last.year + years)) for years in shifts]


def _between(cell: str, first: date, last: date) -> str:
    return f"AND({cell}>={_formula_of(first)},{cell}<={_formula_of(last)})"


def _formula_of(day: date) -> str:
    return f"DATE({day.year},{day.month},{day.day})"
