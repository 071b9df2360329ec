"""Sheets as readers of workbooks find them, and the grids made of them.

A sheet may have 100,000 rows, so its values stay as they were read, and cells are made of them row by row.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from ita_data.imports.cell_values import BEGINS_1900, content_of
from ita_data.imports.grid import Cell, Grid, Row, Rows, cell_numbers, column_letters
from ita_data.imports.limits import MAX_AREA, MAX_COLUMNS, MAX_ROWS
from ita_data.imports.paragraphs import has_words
from ita_data.imports.refused import Refused
from ita_data.model.problems import Place, Problem

Range = tuple[int, int, int, int]
"""A merged range: its first row and column and its last row and column."""


@dataclass(slots=True)
class Found:
    """What a reader found in one cell."""

    value: Any = None
    error: str = ""
    number_format: str = ""
    link: str = ""


@dataclass(slots=True)
class Sheet:
    """One sheet as it was read: rows of values, blank ones "" or None, and what stands beside the values.

    Rows may differ in length. `errors`, `formats` and `links` go by address, such as B3; merged ranges, hidden rows and
    hidden columns are counted from 1; `begins` is the day from which the workbook counts, and `extent` how far out
    anything was noted.
    """

    name: str
    values: list[list[Any]] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    is_hidden: bool = False
    begins: datetime = BEGINS_1900
    hidden_columns: set[int] = field(default_factory=set)
    extent: tuple[int, int] = (0, 0)
    notes: list[Problem] = field(default_factory=list)

    def strike(self, address: str, left: str | None, struck: str) -> None:
        """Leave of a cell only what isn't struck through, and say so; where `left` is None all of it is struck."""
        row, column = cell_numbers(address)
        if row > len(self.values) or column > len(self.values[row - 1]) or _is_blank(self.values[row - 1][column - 1]):
            return
        stored = self.values[row - 1][column - 1]
        self.values[row - 1][column - 1] = left or None
        shown = struck if left is not None else str(stored)
        self.notes.append(Problem("text-struck", Place(self.name, address), shown))

    def put(self, row: int, column: int, found: Found) -> None:
        """Take in what was found in a cell, both counted from 1. Raises Refused as `note` does."""
        self.note(row, column, found)
        self.values += [[] for _missing in range(row - len(self.values))]
        values = self.values[row - 1]
        values += [None] * (column - len(values))
        values[column - 1] = found.value

    def note(self, row: int, column: int, found: Found) -> None:
        """Take in what stands beside a cell's value. Raises Refused further out than a sheet may reach."""
        self.extent = (max(self.extent[0], row), max(self.extent[1], column))
        if row > MAX_ROWS or column > MAX_COLUMNS or self.extent[0] * self.extent[1] > MAX_AREA:
            limits = {"rows": f"{MAX_ROWS:,}", "columns": f"{MAX_COLUMNS:,}"}
            raise Refused("sheet-too-large", f"{row:,} × {column:,}", sheet=self.name, **limits)
        address = f"{column_letters(column)}{row}"
        for notes, note in ((self.errors, found.error), (self.formats, found.number_format), (self.links, found.link)):
            if note:
                notes[address] = note


def grid_of(sheet: Sheet) -> Grid:
    """The grid of a sheet, as far as it is filled; its rows are as wide as the sheet, or empty where they are blank.

    Raises Refused where its merged ranges cover more than a sheet can have.
    """
    filled = _Filled(sheet)
    return Grid(
        sheet.name,
        Rows(filled.height, filled.row),
        hidden=sheet.is_hidden,
        hidden_rows=frozenset(filter(filled.has_row, sheet.hidden_rows)),
        hidden_columns=frozenset(filter(filled.has_column, sheet.hidden_columns)),
        notes=tuple(sheet.notes),
    )


class _Filled:
    """The filled part of a sheet, which makes its cells."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        wrong = list(map(cell_numbers, sheet.errors))
        self._wrong_rows, self._wrong_columns = {row for row, _column in wrong}, {column for _row, column in wrong}
        self.height = max([_height(sheet.values), *self._wrong_rows])
        self._width = max([_width(sheet.values), *self._wrong_columns])
        self._letters = [column_letters(column) for column in range(1, self._width + 1)]
        self._merged = self._merged_by_row()

    def row(self, number: int) -> Row:
        """The cells of a row, or none where it is blank."""
        addresses = [f"{letters}{number}" for letters in self._letters]
        cells = list(map(self._cell, addresses, self._values(number)))
        for reach in self._merged.get(number, ()):
            self._cover(cells, number, reach)
        return () if all(cell.is_blank for cell in cells) else tuple(cells)

    def has_row(self, number: int) -> bool:
        """Whether anything stands in a row."""
        values = self._sheet.values
        is_there = number <= len(values) and _filled_length(values[number - 1]) > 0
        return is_there or number in self._wrong_rows

    def has_column(self, number: int) -> bool:
        """Whether anything stands in a column."""
        values = self._sheet.values
        is_there = any(number <= len(row) and not _is_blank(row[number - 1]) for row in values)
        return is_there or number in self._wrong_columns

    def _values(self, number: int) -> list[Any]:
        values = self._sheet.values[number - 1] if number <= len(self._sheet.values) else ()
        return [*values[: self._width], *[None] * (self._width - len(values))]

    def _cell(self, address: str, stored: Any) -> Cell:
        sheet = self._sheet
        place = Place(sheet.name, address)
        if address in sheet.errors:
            return Cell(place, place, error=sheet.errors[address], link=sheet.links.get(address, ""))
        if stored is None or stored == "":
            return Cell(place, place)
        number_format = sheet.formats.get(address, "") if isinstance(stored, int | float) else ""
        paragraphs, value = content_of(stored, number_format, sheet.begins)
        return Cell(place, place, paragraphs, value, number_format, "", sheet.links.get(address, ""))

    def _cover(self, cells: list[Cell], row: int, reach: Range) -> None:
        """Put the content of a merged range's first cell into its cells in this row."""
        top, left, _bottom, right = reach
        first = cells[left - 1] if row == top else self._first(top, left)
        for column in range(left, right + 1):
            cells[column - 1] = replace(first, place=cells[column - 1].place)

    def _first(self, row: int, column: int) -> Cell:
        return self._cell(f"{column_letters(column)}{row}", self._values(row)[column - 1])

    def _merged_by_row(self) -> dict[int, list[Range]]:
        """The merged ranges that cross each row, as far as the sheet is filled."""
        found: defaultdict[int, list[Range]] = defaultdict(list)
        area = 0
        for top, left, bottom, right in self._sheet.merged:
            reach = (top, left, min(bottom, self.height), min(right, self._width))
            height, width = reach[2] - top + 1, reach[3] - left + 1
            if height <= 0 or width <= 0 or height * width == 1 or self._first(top, left).is_blank:
                continue
            area += height * width
            if area > MAX_AREA:
                raise Refused("sheet-too-many-merges", f"{area:,}", sheet=self._sheet.name, limit=f"{MAX_AREA:,}")
            for row in range(top, reach[2] + 1):
                found[row].append(reach)
        return found


def _height(rows: Sequence[Sequence[Any]]) -> int:
    """How many rows there are up to the last one that isn't blank."""
    return next((number for number in range(len(rows), 0, -1) if _filled_length(rows[number - 1])), 0)


def _width(rows: Sequence[Sequence[Any]]) -> int:
    """How many columns there are up to the last one that isn't blank."""
    width = 0
    for row in rows:
        # Most rows are no longer than the widest, and needn't be looked at.
        if len(row) > width:
            width = max(width, _filled_length(row))
    return width


def _filled_length(values: Sequence[Any]) -> int:
    """How many values a row has up to its last one that isn't blank."""
    length = len(values)
    while length and _is_blank(values[length - 1]):
        length -= 1
    return length


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not has_words(value))
