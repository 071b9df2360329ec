"""Workbooks saved as "XML Spreadsheet 2003", which some systems still give out: one grid a sheet."""

from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, iterparse

from ita_data.imports.cell_values import day_in, number_in, telling_format
from ita_data.imports.files.markup import without_entities
from ita_data.imports.grid import Grid
from ita_data.imports.limits import MAX_COLUMNS, MAX_ROWS
from ita_data.imports.sheets import Found, Sheet, grid_of

_NAMES = "{urn:schemas-microsoft-com:office:spreadsheet}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_FORMATS = {"Percent": "0%", "Fixed": "0.00", "Standard": "#,##0.00"}
_HIDDEN = ("SheetHidden", "SheetVeryHidden")


def workbook_2003_grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """A grid for every sheet, hidden ones too, under the sheet's own name; formulas give their last value.

    Raises ParseError on a file that isn't whole, and Refused for one that could do harm or is too large.
    """
    safe = b"".join(without_entities([data.lstrip()], name))
    reader = _Reader()
    for event, element in iterparse(BytesIO(safe), events=("start", "end")):
        reader.add(event, element)
    return tuple(map(grid_of, reader.sheets))


class _Reader:
    """A walk through a workbook: its styles, then sheet by sheet and row by row."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._row = self._column = 0
        self._formats: dict[str, str] = {}

    def add(self, event: str, element: Element) -> None:
        """Take in the beginning or the end of an element."""
        name = element.tag.rpartition("}")[2]
        if event == "start" and name == "Worksheet":
            self.sheets.append(Sheet(_attribute(element, "Name")))
            self._row = self._column = 0
        elif event == "end" and name == "Style":
            self._add_style(element)
        elif event == "end" and name == "Row" and self.sheets:
            self._add_row(element, self.sheets[-1])
            element.clear()
        elif event == "end" and name == "Column" and self.sheets:
            self._add_column(element, self.sheets[-1])
        elif event == "end" and element.tag == f"{_EXCEL}Visible" and self.sheets:
            self.sheets[-1].is_hidden = element.text in _HIDDEN

    def _add_style(self, style: Element) -> None:
        shown = style.find(f"{_NAMES}NumberFormat")
        written = "" if shown is None else _attribute(shown, "Format")
        self._formats[_attribute(style, "ID")] = telling_format(_FORMATS.get(written, written))

    def _add_column(self, column: Element, sheet: Sheet) -> None:
        first = _number(column, "Index", self._column + 1)
        self._column = first + _number(column, "Span", 0)
        if _attribute(column, "Hidden") == "1":
            sheet.hidden_columns.update(range(first, min(self._column, MAX_COLUMNS) + 1))

    def _add_row(self, row: Element, sheet: Sheet) -> None:
        self._row = _number(row, "Index", self._row + 1)
        if _attribute(row, "Hidden") == "1" and self._row <= MAX_ROWS:
            sheet.hidden_rows.add(self._row)
        column = 0
        for cell in row.findall(f"{_NAMES}Cell"):
            column = _number(cell, "Index", column + 1)
            right, down = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
            found = self._found(cell)
            if found:
                sheet.put(self._row, column, found)
            if right or down:
                sheet.merged.append((self._row, column, self._row + down, column + right))
            column += right
        self._row += _number(row, "Span", 0)

    def _found(self, cell: Element) -> Found | None:
        """What a cell holds; None where it is blank."""
        data = cell.find(f"{_NAMES}Data")
        text = "" if data is None else "".join(data.itertext())
        formula = _attribute(cell, "Formula")
        kind = "" if data is None else _attribute(data, "Type")
        if kind == "Error":
            return Found(error=text)
        if not text:
            return Found(error=formula) if formula and kind != "String" else None
        number_format = self._formats.get(_attribute(cell, "StyleID"), "") if kind == "Number" else ""
        return Found(_value(kind, text), number_format=number_format, link=_attribute(cell, "HRef"))


def _value(kind: str, text: str) -> Any:
    match kind:
        case "Number":
            return number_in(text)
        case "Boolean":
            return text.strip() == "1"
        case "DateTime":
            return day_in(text)
    return text


def _attribute(element: Element, name: str) -> str:
    return element.get(f"{_NAMES}{name}", "")


def _number(element: Element, name: str, otherwise: int) -> int:
    written = _attribute(element, name)
    return int(written) if written else otherwise
