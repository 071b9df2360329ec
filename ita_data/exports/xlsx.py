"""The yearly report as an Excel workbook: one sheet a table, with real merged cells."""

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ita_data.exports.content import Cell, Table, report_tables
from ita_data.exports.row_heights import height_of, line_count
from ita_data.exports.workbooks import (
    add_values,
    prepare_page,
    workbook_bytes,
    write_header,
    write_heading,
    write_text,
    write_title,
)
from ita_data.model.records import Records
from ita_data.model.report_template import values_of


def report_xlsx(records: Records) -> bytes:
    """The yearly report of a plan as .xlsx."""
    report = report_tables(records)
    workbook = Workbook()
    workbook.remove(workbook.active)
    for number, table in enumerate(report.tables):
        sheet = workbook.create_sheet(table.name)
        _draw(sheet, table, report.title if number == 0 else ())
    add_values(workbook, values_of(records))
    return workbook_bytes(workbook)


def _draw(sheet: Worksheet, table: Table, title: tuple[str, ...]) -> None:
    for row, line in enumerate(title, start=1):
        write_title(sheet, row, line, len(table.headers))
    header_row = len(title) + 1
    for column, header in enumerate(table.headers, start=1):
        write_header(sheet, header_row, column, header)
        sheet.column_dimensions[get_column_letter(column)].width = table.widths[column - 1]
    _draw_body(sheet, table, header_row + 1)
    prepare_page(sheet, header_row)


def _draw_body(sheet: Worksheet, table: Table, first_row: int) -> None:
    for row in range(first_row, first_row + table.height):
        for column in range(1, len(table.headers) + 1):
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
    lines = [1.0] * table.height
    for cell in sorted(table.cells, key=lambda cell: cell.rows):
        rows = range(cell.row, cell.row + cell.rows)
        needed = line_count(cell.lines, sum(table.widths[cell.column : cell.column + cell.columns]))
        lacking = needed - sum(lines[row] for row in rows)
        for row in rows:
            lines[row] += max(0.0, lacking) / cell.rows
    return [height_of(count) for count in lines]
