"""The yearly report as an Excel workbook: one sheet a table, with real merged cells."""

import unicodedata
from math import ceil

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ita_data.exports.content import Cell, Table, report_tables
from ita_data.exports.workbooks import prepare_page, workbook_bytes, write_head, write_heading, write_text, write_title
from ita_data.model.records import Records

_POINTS_A_LINE = 21.0
_HIGHEST_ROW = 409.0


def report_xlsx(records: Records) -> bytes:
    """The yearly report of a plan as .xlsx."""
    report = report_tables(records)
    workbook = Workbook()
    workbook.remove(workbook.active)
    for number, table in enumerate(report.tables):
        sheet = workbook.create_sheet(table.name)
        _draw(sheet, table, report.title if number == 0 else ())
    return workbook_bytes(workbook)


def _draw(sheet: Worksheet, table: Table, title: tuple[str, ...]) -> None:
    for row, line in enumerate(title, start=1):
        write_title(sheet, row, line, len(table.heads))
    head_row = len(title) + 1
    for column, head in enumerate(table.heads, start=1):
        write_head(sheet, head_row, column, head)
        sheet.column_dimensions[get_column_letter(column)].width = table.widths[column - 1]
    _draw_body(sheet, table, head_row + 1)
    prepare_page(sheet, head_row)


def _draw_body(sheet: Worksheet, table: Table, first_row: int) -> None:
    for row in range(first_row, first_row + table.height):
        for column in range(1, len(table.heads) + 1):
            write_text(sheet, row, column, "")
    for cell in table.cells:
        row, column = first_row + cell.row, 1 + cell.column
        write = write_heading if cell.is_heading else write_text
        write(sheet, row, column, "\n".join(cell.lines))
        _merge(sheet, row, column, cell)
    for row, height in enumerate(_heights(table), start=first_row):
        sheet.row_dimensions[row].height = height


def _merge(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    if cell.rows > 1 or cell.columns > 1:
        sheet.merge_cells(
            start_row=row, start_column=column, end_row=row + cell.rows - 1, end_column=column + cell.columns - 1
        )


def _heights(table: Table) -> list[float]:
    """Heights in points that show every text; Excel fits no row to a merged cell by itself."""
    heights = [_POINTS_A_LINE] * table.height
    for cell in sorted(table.cells, key=lambda cell: cell.rows):
        rows = range(cell.row, cell.row + cell.rows)
        needed = _POINTS_A_LINE * _line_count(cell, sum(table.widths[cell.column : cell.column + cell.columns]))
        lacking = needed - sum(heights[row] for row in rows)
        for row in rows:
            heights[row] += max(0.0, lacking) / cell.rows
    return [min(height, _HIGHEST_ROW) for height in heights]


def _line_count(cell: Cell, width: int) -> int:
    return sum(ceil(max(1, _printed_length(line)) / width) for line in cell.lines)


def _printed_length(line: str) -> int:
    """The letters that take up room: Thai vowels and tone marks above and below a letter take none."""
    return sum(unicodedata.category(letter) != "Mn" for letter in line)
