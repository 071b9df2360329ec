"""Excel workbooks: one grid a sheet, merged ranges resolved.

A workbook is streamed, so that a border drawn down to the last row or a merged column costs nothing. What streaming
leaves out, merged ranges, links and formulas that were never calculated, is taken from the sheet's own XML.
"""

import re
import warnings
from dataclasses import replace
from datetime import datetime, time, timedelta
from io import BytesIO
from typing import Any

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils import coordinate_to_tuple, range_boundaries
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.escape import unescape

from ita_data.imports.grid import Cell, Grid, Row, Value, is_percent_format, place_at
from ita_data.imports.paragraphs import paragraphs_of
from ita_data.imports.sheet_markup import MAX_COLUMNS, MAX_ROWS, Markup, markup_of, too_far
from ita_data.model.problems import Place

THAI_FORMATS = {
    67: "0%",
    68: "0.00%",
    71: "d/m/bbbb",
    72: "d-mmm-bb",
    73: "d-mmm",
    74: "mmm-bb",
    77: "d/m/bbbb h:mm",
    81: "d/m/bb",
}
"""The number formats that a Thai Excel refers to by number alone, of which openpyxl knows nothing."""

_DECIMALS = re.compile(r"[#,0]*0\.(?P<zeros>0+)%?")

_Cells = dict[tuple[int, int], Cell]


def workbook_grids(data: bytes, _name: str) -> tuple[Grid, ...]:
    """A grid for every sheet, hidden ones too, under the sheet's own name; formulas give their last value.

    Rows are as wide as the sheet, or empty where they are blank. A formula that was never calculated is an error in
    its cell. Raises TooLarge, and whatever openpyxl raises on a
    workbook that isn't whole.
    """
    with warnings.catch_warnings(action="ignore"):
        reader = ExcelReader(BytesIO(data), read_only=True, data_only=True)
        reader.read()
        parts = {sheet.name: relation.target for sheet, relation in reader.parser.find_sheets()}
        with reader.archive as archive:
            return tuple(
                _grid(sheet, markup_of(archive, parts[sheet.title], sheet.title)) for sheet in reader.wb.worksheets
            )


def _grid(sheet: Any, markup: Markup) -> Grid:
    cells = _with_links(_cells(sheet) | _uncalculated(sheet.title, markup), markup)
    height = max((row for row, _column in cells), default=0)
    width = max((column for _row, column in cells), default=0)
    for reference in markup.merged:
        cells |= _covered(reference, cells, height, width)
    filled = {row for row, _column in cells}
    rows = (_row(sheet.title, row, width, cells) if row in filled else () for row in range(1, height + 1))
    return Grid(sheet.title, tuple(rows))


def _cells(sheet: Any) -> _Cells:
    # The size a sheet declares is often wrong; without it, rows come as long as they are.
    sheet.reset_dimensions()
    cells: _Cells = {}
    for row in sheet.iter_rows(max_row=MAX_ROWS):
        for stored in row:
            cell = None if stored.value is None else _cell(stored, sheet)
            if cell and not cell.is_blank:
                cells[stored.row, stored.column] = cell
    return cells


def _uncalculated(sheet: str, markup: Markup) -> _Cells:
    found = {coordinate_to_tuple(address): formula for address, formula in markup.uncalculated.items()}
    places = {numbers: _place(sheet, *numbers) for numbers in found}
    return {numbers: Cell(place, place, error=found[numbers]) for numbers, place in places.items()}


def _with_links(cells: _Cells, markup: Markup) -> _Cells:
    linked = {coordinate_to_tuple(address): link for address, link in markup.links.items()}
    return cells | {numbers: replace(cells[numbers], link=linked[numbers]) for numbers in linked.keys() & cells.keys()}


def _place(sheet: str, row: int, column: int) -> Place:
    if column > MAX_COLUMNS:
        raise too_far(sheet)
    return place_at(sheet, row, column)


def _cell(stored: Any, sheet: Any) -> Cell:
    place = _place(sheet.title, stored.row, stored.column)
    if stored.data_type == "e":
        return Cell(place, place, error=stored.value)
    thai_format = THAI_FORMATS.get(stored.style_array.numFmtId, "")
    is_thai_date = stored.data_type == "n" and is_date_format(thai_format)
    value = _plain(from_excel(stored.value, sheet.parent.epoch) if is_thai_date else stored.value)
    number_format = thai_format or stored.number_format
    return Cell(place, place, paragraphs_of(_shown(value, number_format)), value, number_format)


def _plain(value: Any) -> Value:
    """A value of the kinds a grid holds; a time of day or a duration is no more than a text."""
    return str(value) if isinstance(value, (time, timedelta)) else unescape(value) if isinstance(value, str) else value


def _shown(value: Value, number_format: str) -> str:
    """A value as text, with all its digits however few of them the format shows; dates as in ISO 8601."""
    match value:
        case bool():
            return str(value).upper()
        case int() | float():
            return _number(value, number_format)
        case datetime() if value.time() == time.min:
            return value.date().isoformat()
        case _:
            return str(value)


def _number(value: float, number_format: str) -> str:
    is_percent = is_percent_format(number_format)
    text = f"{value * 100 if is_percent else value:.15g}"
    if decimals := _DECIMALS.fullmatch(number_format):
        whole, _, fraction = text.partition(".")
        text = f"{whole}.{fraction.ljust(len(decimals['zeros']), '0')}"
    return f"{text}%" if is_percent else text


def _covered(reference: str, cells: _Cells, height: int, width: int) -> _Cells:
    """The cells of a merged range, each with the content of its first one, as far as the sheet is filled."""
    left, top, right, bottom = range_boundaries(reference)
    first = cells.get((top, left))
    if first is None:
        return {}
    return {
        (row, column): replace(first, place=place_at(first.place.sheet, row, column))
        for row in range(top, min(bottom, height) + 1)
        for column in range(left, min(right, width) + 1)
    }


def _row(sheet: str, row: int, width: int, cells: _Cells) -> Row:
    """A row as wide as the sheet."""
    return tuple(cells.get((row, column)) or _blank(sheet, row, column) for column in range(1, width + 1))


def _blank(sheet: str, row: int, column: int) -> Cell:
    place = place_at(sheet, row, column)
    return Cell(place, place)
