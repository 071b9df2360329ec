"""A new workbook of a file's texts, for files that are no Excel workbook or can't be kept as they are."""

import re
from collections.abc import Iterable, Sequence
from copy import copy
from typing import Protocol

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.utils import coordinate_to_tuple, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ita_data.exports.workbooks import storable, write_text
from ita_data.model.problems import Place

_COLUMN_WIDTH = 24
_NOT_IN_TITLES = re.compile(r"[\\*?:/\[\]]")
_LONGEST_TITLE = 31


class TextCell(Protocol):
    """A cell of a grid; `origin` is the first cell of the merged range it belongs to, or itself."""

    @property
    def place(self) -> Place: ...
    @property
    def origin(self) -> Place: ...
    @property
    def text(self) -> str: ...
    @property
    def error(self) -> str: ...


class TextGrid(Protocol):
    """One sheet or table of a file."""

    @property
    def sheet(self) -> str: ...
    @property
    def rows(self) -> Iterable[Sequence[TextCell]]: ...


def workbook_of_texts(grids: Iterable[TextGrid]) -> tuple[Workbook, dict[str, str]]:
    """A sheet for each grid with its texts in their places and its merged ranges; and the sheets' titles by name."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    titles: dict[str, str] = {}
    for grid in grids:
        sheet = workbook.create_sheet(_title(grid.sheet, len(titles) + 1))
        titles[grid.sheet] = sheet.title
        _write_grid(sheet, grid)
    return workbook, titles


def _write_grid(sheet: Worksheet, grid: TextGrid) -> None:
    ends: dict[str, str] = {}
    looks: Cell | None = None
    for row in grid.rows:
        for cell in row:
            if cell.place != cell.origin:
                ends[cell.origin.cell] = cell.place.cell
            elif text := cell.text or cell.error:
                looks = _write_cell(sheet, cell.place.cell, text, looks, is_error=not cell.text)
    for first, last in ends.items():
        sheet.merge_cells(f"{first}:{last}")
    for column in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _COLUMN_WIDTH


def _write_cell(sheet: Worksheet, address: str, text: str, looks: Cell | None, *, is_error: bool) -> Cell:
    """Write a text with the looks of another cell, because they are slow to set one by one; gives the cell."""
    row, column = coordinate_to_tuple(address)
    if looks is None:
        cell = write_text(sheet, row, column, storable(text))
    else:
        cell = sheet.cell(row, column, storable(text))
        cell._style = copy(looks._style)  # noqa: SLF001
    cell.data_type = "e" if is_error and text.startswith("#") else "s"
    return cell


def _title(name: str, number: int) -> str:
    """A title that Excel allows; a number where nothing is left of the name."""
    return _NOT_IN_TITLES.sub(" ", storable(name)).strip(" '")[:_LONGEST_TITLE] or f"{number}"
