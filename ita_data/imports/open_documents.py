"""OpenDocument workbooks (.ods): one grid a sheet, read row by row from the XML.

calamine would leave out errors, percentages, merged cells, links, and which rows and columns are hidden.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile

from ita_data.imports.cell_values import day_in, number_in
from ita_data.imports.grid import Grid, is_spreadsheet_error
from ita_data.imports.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from ita_data.imports.refused import Refused
from ita_data.imports.sheets import Found, Sheet, grid_of

_CONTENT = "content.xml"


def _named(prefix: str, name: str) -> str:
    return f"{{urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0}}{name}"


_SHEET, _SHEET_NAME, _SHEET_STYLE = _named("table", "table"), _named("table", "name"), _named("table", "style-name")
_STYLE, _STYLE_NAME = _named("style", "style"), _named("style", "name")
_SHEET_PROPERTIES, _DISPLAY = _named("style", "table-properties"), _named("table", "display")
_ROW, _VISIBILITY, _ROWS_REPEATED = (
    _named("table", name) for name in ("table-row", "visibility", "number-rows-repeated")
)
_COLUMN = _named("table", "table-column")
_CELL, _COVERED, _COLUMNS_REPEATED, _COLUMNS_SPANNED, _ROWS_SPANNED, _FORMULA = (
    _named("table", name)
    for name in (
        "table-cell",
        "covered-table-cell",
        "number-columns-repeated",
        "number-columns-spanned",
        "number-rows-spanned",
        "formula",
    )
)
_KIND, _VALUE, _DAY, _TRUTH, _NOTE = (
    _named("office", name) for name in ("value-type", "value", "date-value", "boolean-value", "annotation")
)
_PARAGRAPH, _ANCHOR, _FOOTNOTE = (_named("text", name) for name in ("p", "a", "note"))
_CALC_KIND = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_LINK = "{http://www.w3.org/1999/xlink}href"

_HIDDEN = ("collapse", "filter")
_WRITTEN = {_named("text", "tab"): " ", _named("text", "line-break"): "\n", _named("text", "s"): " "}
_DECIMALS = re.compile(r"[-\d,]*\d\.(\d+)")


def open_document_grids(data: bytes, _name: str) -> tuple[Grid, ...]:
    """A grid for every sheet, hidden ones too, under the sheet's own name; formulas give their last value.

    Raises what zipfile and the XML parser raise on a file that isn't whole, and Refused.
    """
    with ZipFile(BytesIO(data)) as archive, archive.open(_CONTENT) as source:
        return tuple(map(grid_of, _sheets(iterparse(source, events=("start", "end")))))


@dataclass(slots=True)
class _Table:
    """A sheet while it is read: how many rows and columns have come, and how many cells were filled in them."""

    sheet: Sheet
    row: int = 0
    column: int = 0
    cells: int = 0

    def add(self, element: Element) -> None:
        """Take in a row, as often as it says that it is repeated. Raises Refused where that is too much."""
        count = _count(element, _ROWS_REPEATED)
        filled = list(_filled(element))
        self.cells += count * len(filled)
        if self.cells > MAX_CELLS:
            raise Refused("sheet-too-many-cells", f"{self.cells:,}", sheet=self.sheet.name, limit=f"{MAX_CELLS:,}")
        for row in range(self.row + 1, self.row + 1 + count) if filled else ():
            self._put(row, filled)
        if element.get(_VISIBILITY) in _HIDDEN:
            self.sheet.hidden_rows.update(range(self.row + 1, min(self.row + count, MAX_ROWS) + 1))
        self.row += count

    def add_column(self, element: Element) -> None:
        """Take in what is said of a column, as often as it is repeated."""
        first, self.column = self.column + 1, self.column + _count(element, _COLUMNS_REPEATED)
        if element.get(_VISIBILITY) in _HIDDEN:
            self.sheet.hidden_columns.update(range(first, min(self.column, MAX_COLUMNS) + 1))

    def _put(self, row: int, filled: "list[_Filled]") -> None:
        for cell in filled:
            self.sheet.put(row, cell.column, cell.found)
            if cell.rows > 1 or cell.columns > 1:
                self.sheet.merged.append((row, cell.column, row + cell.rows - 1, cell.column + cell.columns - 1))


@dataclass(slots=True)
class _Filled:
    """A cell that holds something, and over how many columns and rows it is merged."""

    column: int
    found: Found
    columns: int = field(default=1)
    rows: int = field(default=1)


def _sheets(events: Iterator[tuple[str, Element]]) -> Iterator[Sheet]:
    unseen: set[str | None] = set()
    table: _Table | None = None
    style: str | None = None
    for event, element in events:
        if event == "start" and element.tag == _SHEET and table is None:
            is_hidden = element.get(_SHEET_STYLE) in unseen
            table = _Table(Sheet(element.get(_SHEET_NAME, ""), is_hidden=is_hidden))
        elif event == "start" and element.tag == _STYLE:
            style = element.get(_STYLE_NAME)
        elif event == "end" and element.tag == _SHEET_PROPERTIES:
            unseen |= {style} if element.get(_DISPLAY) == "false" else set()
        elif event == "end" and element.tag == _COLUMN and table:
            table.add_column(element)
        elif event == "end" and element.tag == _ROW and table:
            table.add(element)
            element.clear()
        elif event == "end" and element.tag == _SHEET and table:
            yield table.sheet
            table = None


def _filled(row: Element) -> Iterator[_Filled]:
    column = 1
    for element in row:
        if element.tag not in (_CELL, _COVERED):
            continue
        count = _count(element, _COLUMNS_REPEATED)
        found = _found(element)
        if found:
            spans = _count(element, _COLUMNS_SPANNED), _count(element, _ROWS_SPANNED)
            for number in range(column, column + count):
                yield _Filled(number, found, *spans)
        column += count


def _count(element: Element, name: str) -> int:
    return max(int(element.get(name, 1)), 1)


def _found(cell: Element) -> Found | None:
    """What a cell holds; None where it is blank."""
    kind = cell.get(_KIND)
    shown = "\n".join(_text(child) for child in cell if child.tag == _PARAGRAPH)
    formula = cell.get(_FORMULA, "")
    if cell.get(_CALC_KIND) == "error" or (formula and is_spreadsheet_error(shown)):
        return Found(error=shown or "#N/A")
    if formula and kind is None and not shown:
        return Found(error="=" + formula.partition("=")[2])
    value = _value(cell, kind, shown)
    if value == "":
        return None
    return Found(value, number_format=_number_format(kind, value, shown), link=_link(cell))


def _link(cell: Element) -> str:
    anchors = (anchor for paragraph in cell if len(paragraph) for anchor in paragraph.iter(_ANCHOR))
    return next((anchor.get(_LINK, "") for anchor in anchors), "")


def _value(cell: Element, kind: str | None, shown: str) -> Any:
    match kind:
        case "float" | "percentage" | "currency":
            return number_in(cell.get(_VALUE, shown))
        case "date":
            return day_in(cell.get(_DAY, shown))
        case "boolean":
            return cell.get(_TRUTH) == "true"
    return shown


def _number_format(kind: str | None, value: Any, shown: str) -> str:
    """A format that tells what the number shown tells: that it is so many per cent, or its decimals."""
    if kind == "percentage":
        return "0%"
    decimals = _DECIMALS.fullmatch(shown) if isinstance(value, float) else None
    return "0." + "0" * len(decimals[1]) if decimals else ""


def _text(element: Element) -> str:
    """The text of a paragraph; what a note says beside the cell is no part of it."""
    if not len(element):
        return _WRITTEN.get(element.tag, "") + (element.text or "")
    parts = [element.text or ""]
    for child in element:
        is_note = child.tag in (_NOTE, _FOOTNOTE)
        parts += ["" if is_note else _text(child), child.tail or ""]
    return "".join(parts)
