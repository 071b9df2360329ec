"""Rows that an import left out, in a workbook of their own: mended there, they are sent once more."""

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from ita_data.exports.row_heights import fit_row
from ita_data.exports.workbooks import prepare_page, storable, workbook_bytes, write_header, write_text

WHY = "เหตุที่เว้นไว้ (ระบบไม่อ่านช่องนี้)"
"""The header of the reasons, which the import passes over."""

_TITLE = "แถวที่เว้นไว้"
_WIDTH, _WIDE, _WIDE_FROM = 18, 40, 30


def workbook_of_left_out(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A sheet with these headers and rows as .xlsx; in the last column stands why each was left out."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = _TITLE
    texts = [[storable(text) for text in row] for row in rows]
    widths = [_width(column) for column in zip(headers, *texts, strict=True)]
    for column, (header, width) in enumerate(zip(headers, widths, strict=True), start=1):
        write_header(sheet, 1, column, header)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(texts, start=2):
        for column, text in enumerate(row, start=1):
            write_text(sheet, number, column, text)
        fit_row(sheet, number, zip(row, widths, strict=True))
    sheet.freeze_panes = "A2"
    prepare_page(sheet, 1)
    return workbook_bytes(workbook)


def _width(texts: Sequence[str]) -> int:
    return _WIDE if max(map(len, texts)) > _WIDE_FROM else _WIDTH
