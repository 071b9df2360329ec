"""What all exported workbooks share: the looks of their cells, the printed page and reproducible bytes."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from ita_data.exports.archives import WRITTEN_AT, with_fixed_times
from ita_data.exports.in_memory import MemoryWriter
from ita_data.model.monthly_template import ORIGIN

FONT_NAME = "TH Sarabun New"
"""The font of official papers; where it is missing, Excel takes another sans serif with Thai letters."""
FONT_SIZE = 14
TITLE_SIZE = 18
TITLE_HEIGHT = 27.0

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_TEXT = 32_767
_SANS_SERIF, _THAI = 2, 222
_LINE = Side(style="thin", color="808080")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD_FILL = PatternFill("solid", fgColor="D9E2EC")
_HEADING_FILL = PatternFill("solid", fgColor="F0F4F8")


def font_of(size: int = FONT_SIZE, *, bold: bool = False, color: str | None = None) -> Font:
    """The font of all exports."""
    return Font(name=FONT_NAME, size=size, bold=bold, color=color, family=_SANS_SERIF, charset=_THAI)


def write_title(sheet: Worksheet, row: int, text: str, columns: int) -> None:
    """A centred line over all columns of the table below it."""
    cell = _text(sheet, row, 1, text)
    cell.font = font_of(TITLE_SIZE, bold=True)
    cell.alignment = Alignment(horizontal="center", vertical="center")
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    # Excel fits no row to a merged cell by itself.
    sheet.row_dimensions[row].height = TITLE_HEIGHT


def write_header(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """The header of a column."""
    cell = _text(sheet, row, column, text)
    cell.font = font_of(bold=True)
    cell.fill = _HEAD_FILL
    cell.border = _FRAME
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    return cell


def write_heading(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """A heading between the rows of a table."""
    cell = write_text(sheet, row, column, text)
    cell.font = font_of(bold=True)
    cell.fill = _HEADING_FILL


def write_text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """A text of the table, which stays a text even where it begins like a formula."""
    return _framed(_text(sheet, row, column, text))


def write_value(sheet: Worksheet, row: int, column: int, value: Any, number_format: str) -> Cell:
    """A number or date of the table, or a blank cell for one."""
    cell = _framed(sheet.cell(row, column, value))
    cell.number_format = number_format
    return cell


def prepare_page(sheet: Worksheet, header_row: int) -> None:
    """A4 landscape, as wide as the page, with the headers and the page's number on every page."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{header_row}:{header_row}"
    sheet.oddFooter.right.text = "หน้า &P จาก &N"


def add_values(workbook: Workbook, values: Mapping[str, str]) -> None:
    """A hidden sheet that says what the file was made from: a name and a value in each row."""
    sheet = workbook.create_sheet(ORIGIN)
    sheet.sheet_state = sheet.SHEETSTATE_HIDDEN
    for row, (name, value) in enumerate(values.items(), start=1):
        write_text(sheet, row, 1, name)
        write_text(sheet, row, 2, value)
    sheet.protection.sheet = True


def storable(text: str) -> str:
    """A text as a cell can hold it: no longer than that, and without characters that XML doesn't know."""
    return _NO_XML.sub("", text)[:_LONGEST_TEXT]


def workbook_bytes(workbook: Workbook) -> bytes:
    """The workbook as a file, the same bytes for the same content."""
    workbook.properties.creator = ""
    workbook.properties.created = workbook.properties.modified = WRITTEN_AT
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        # Workbook.save would put the current time into the properties.
        MemoryWriter(workbook, archive).save()
    return with_fixed_times(file.getvalue())


def _text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    cell = sheet.cell(row, column)
    cell.value = text
    if text:
        cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = True
    return cell


def _framed(cell: Cell) -> Cell:
    cell.font = font_of()
    cell.border = _FRAME
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell
