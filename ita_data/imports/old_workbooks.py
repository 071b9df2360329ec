"""Workbooks of Excel 97 and its like (.xls): calamine reads the values, and the workbook's own records say the rest.

The records are those of Excel's published binary format: a number, a length, and so many bytes.
"""

import struct
from collections.abc import Callable, Iterator
from io import BytesIO

from python_calamine import CalamineWorkbook, SheetTypeEnum

from ita_data.imports.cell_values import BEGINS_1900, BEGINS_1904, BUILT_IN_FORMATS, ERROR_CODES, telling_format
from ita_data.imports.files.compound import stream, with_one_stream
from ita_data.imports.grid import Grid
from ita_data.imports.limits import MAX_COLUMNS
from ita_data.imports.sheet_markup import NO_SUCH_TEXT
from ita_data.imports.sheets import Found, Sheet, grid_of
from ita_data.imports.workbooks import is_hidden, ranges_of

_BEGIN, _END = 0x809, 0x0A
_SHEET, _FORMAT, _STYLE, _DATES = 0x85, 0x41E, 0xE0, 0x22
_ROW, _COLUMN, _LINK = 0x208, 0x7D, 0x1B8
_NUMBER, _SHORT_NUMBER, _SHORT_NUMBERS, _FORMULA, _TRUTH_OR_ERROR = 0x203, 0x27E, 0xBD, 0x06, 0x205
_TEXTS, _SHARED_TEXT, _SHARED_TEXTS = (0x204, 0xD6), 0xFD, 0xFC
_EXCEL_97 = 0x600
_HIDDEN, _HIDDEN_COLUMN = 0x20, 0x01
_URL = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
"""What stands before the address of a link to somewhere outside the workbook."""

_CELL = struct.Struct("<HHH")
_SHARED = struct.Struct("<HHHI")

_Records = Iterator[tuple[int, bytes]]


def old_workbook_grids(data: bytes, _name: str) -> tuple[Grid, ...]:
    """A grid for every sheet, hidden ones too, under the sheet's own name; formulas give their last value.

    Raises whatever calamine or olefile raises on a workbook that isn't whole, and Refused.
    """
    name, records = _records(data)
    book = _Book(records)
    sheets = [book.sheet(start) for start in book.starts]
    # calamine takes the first workbook of a file, be it one that is embedded in another.
    with CalamineWorkbook.from_filelike(BytesIO(with_one_stream(name, records))) as workbook:
        for number, (sheet, found) in enumerate(zip(sheets, workbook.sheets_metadata, strict=True)):
            read = workbook.get_sheet_by_index(number)
            sheet.name, sheet.is_hidden, sheet.merged = found.name, is_hidden(found), ranges_of(read)
            sheet.values = read.to_python(skip_empty_area=False)
        kinds = [found.typ for found in workbook.sheets_metadata]
    return tuple(grid_of(sheet) for sheet, kind in zip(sheets, kinds, strict=True) if kind is SheetTypeEnum.WorkSheet)


def _records(data: bytes) -> tuple[str, bytes]:
    """The stream of the workbook, by its newer name or its older one."""
    name = "Workbook"
    records = stream(data, name)
    return (name, records) if records else ("Book", stream(data, "Book"))


class _Book:
    """The records of a workbook: where its sheets begin, and how the styles of its cells show numbers."""

    def __init__(self, records: bytes) -> None:
        self._records = records
        self._begins = BEGINS_1900
        self.starts: list[int] = []
        self._formats: list[str] = []
        self._texts = 0
        self._read_globals()

    def _read_globals(self) -> None:
        formats = dict(BUILT_IN_FORMATS)
        version, styles = 0, list[int]()
        for record, content in _substream(self._records, 0):
            if record == _BEGIN:
                (version,) = struct.unpack_from("<H", content)
            elif record == _SHEET:
                self.starts.append(struct.unpack_from("<I", content)[0])
            elif record == _FORMAT:
                formats[struct.unpack_from("<H", content)[0]] = _format(content, version)
            elif record == _STYLE:
                styles.append(struct.unpack_from("<H", content, 2)[0])
            elif record == _SHARED_TEXTS:
                (self._texts,) = struct.unpack_from("<I", content, 4)
            elif record == _DATES and content[:1] == b"\1":
                self._begins = BEGINS_1904
        self._formats = [telling_format(formats.get(style, "")) for style in styles]

    def sheet(self, start: int) -> Sheet:
        """What stands beside the values of the sheet that begins here. Raises Refused where it reaches too far."""
        sheet = Sheet("", begins=self._begins)
        for record, content in _substream(self._records, start):
            if record == _SHARED_TEXT:
                self._note_text(sheet, content)
            elif read := _READ.get(record):
                for row, column, style, error in read(content):
                    self._note(sheet, row + 1, column + 1, style, error)
            elif record == _ROW and content[12] & _HIDDEN:
                sheet.hidden_rows.add(struct.unpack_from("<H", content)[0] + 1)
            elif record == _COLUMN and content[8] & _HIDDEN_COLUMN:
                left, right = struct.unpack_from("<HH", content)
                sheet.hidden_columns.update(range(left + 1, min(right + 1, MAX_COLUMNS) + 1))
            elif record == _LINK:
                _add_link(sheet, content)
        return sheet

    def _note_text(self, sheet: Sheet, content: bytes) -> None:
        # calamine leaves a cell blank whose shared text isn't there.
        row, column, style, number = _SHARED.unpack_from(content)
        self._note(sheet, row + 1, column + 1, style, "" if number < self._texts else NO_SUCH_TEXT)

    def _note(self, sheet: Sheet, row: int, column: int, style: int, error: str) -> None:
        number_format = self._formats[style] if style < len(self._formats) else ""
        sheet.note(row, column, Found(error=error, number_format=number_format))


_Cells = Iterator[tuple[int, int, int, str]]
"""Row, column, style and error of cells, counted from 0."""


def _cell(content: bytes) -> _Cells:
    yield *_CELL.unpack_from(content), ""


def _several(content: bytes) -> _Cells:
    row, first = struct.unpack_from("<HH", content)
    for place, offset in enumerate(range(4, len(content) - 2, 6)):
        yield row, first + place, struct.unpack_from("<H", content, offset)[0], ""


def _truth_or_error(content: bytes) -> _Cells:
    yield *_CELL.unpack_from(content), ERROR_CODES.get(content[6], "#N/A") if content[7] else ""


def _formula(content: bytes) -> _Cells:
    is_error = content[12:14] == b"\xff\xff" and content[6] == 2
    yield *_CELL.unpack_from(content), ERROR_CODES.get(content[8], "#N/A") if is_error else ""


_READ: dict[int, Callable[[bytes], _Cells]] = {
    **dict.fromkeys((*_TEXTS, _NUMBER, _SHORT_NUMBER), _cell),
    _SHORT_NUMBERS: _several,
    _TRUTH_OR_ERROR: _truth_or_error,
    _FORMULA: _formula,
}
"""How each record of cells is read."""


def _substream(records: bytes, start: int) -> _Records:
    """The records from a place on to the end of what begins there, without what is embedded in between."""
    depth, position = 0, start
    while position + 4 <= len(records):
        record, length = struct.unpack_from("<HH", records, position)
        content = records[position + 4 : position + 4 + length]
        position += 4 + length
        depth += (record == _BEGIN) - (record == _END)
        if depth <= 0:
            return
        if depth == 1:
            yield record, content


def _format(content: bytes, version: int) -> str:
    if version < _EXCEL_97:
        return content[3:].decode("latin-1")
    is_wide = content[4] & 1
    return content[5:].decode("utf-16-le" if is_wide else "latin-1", errors="replace")


def _add_link(sheet: Sheet, content: bytes) -> None:
    top, _bottom, left, _right = struct.unpack_from("<4H", content)
    start = content.find(_URL) + len(_URL) + 4
    if start > len(_URL) + 4:
        address = content[start:].decode("utf-16-le", errors="replace").partition("\0")[0]
        sheet.note(top + 1, left + 1, Found(link=address))
