"""Binary workbooks (.xlsb): calamine reads the values, and the parts' own records say the rest.

The records are those of Excel's published binary format: a number and a length, seven bits a byte, and so many bytes.
"""

import struct
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from python_calamine import CalamineWorkbook, SheetTypeEnum

from ita_data.imports.cell_values import BEGINS_1900, BEGINS_1904, BUILT_IN_FORMATS, ERROR_CODES, telling_format
from ita_data.imports.grid import Grid
from ita_data.imports.limits import MAX_COLUMNS
from ita_data.imports.sheets import Found, Sheet, grid_of
from ita_data.imports.workbooks import is_hidden, targets_of

_WORKBOOK, _STYLES = "xl/workbook.bin", "xl/styles.bin"
_SHEET, _PROPERTIES = 156, 153
_FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END = 44, 47, 617, 618
_ROW, _COLUMN, _MERGED, _LINK = 0, 60, 176, 494
_BLANK, _ERROR, _FORMULA_ERROR = 1, 3, 11
_CELLS = range(1, 12)
_HIDDEN, _HIDDEN_COLUMN = 0x10, 0x01

_Records = Iterator[tuple[int, bytes]]


def binary_workbook_grids(data: bytes, _name: str) -> tuple[Grid, ...]:
    """A grid for every sheet, hidden ones too, under the sheet's own name; formulas give their last value.

    Raises whatever calamine and zipfile raise on a workbook that isn't whole, and Refused.
    """
    with ZipFile(BytesIO(data)) as archive:
        sheets = _sheets(archive)
    with CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
        found = [metadata for metadata in workbook.sheets_metadata if metadata.typ is SheetTypeEnum.WorkSheet]
        for metadata in found:
            sheet = sheets[metadata.name]
            sheet.is_hidden = is_hidden(metadata)
            sheet.values = workbook.get_sheet_by_name(metadata.name).to_python(skip_empty_area=False)
    return tuple(grid_of(sheets[metadata.name]) for metadata in found)


def _sheets(archive: ZipFile) -> dict[str, Sheet]:
    """What stands beside the values of each sheet, by its name."""
    formats = _formats(archive.read(_STYLES)) if _STYLES in archive.namelist() else []
    targets = targets_of(archive, _WORKBOOK)
    begins = BEGINS_1900
    sheets: dict[str, Sheet] = {}
    for record, content in _records(archive.read(_WORKBOOK)):
        if record == _PROPERTIES and content[0] & 1:
            begins = BEGINS_1904
        elif record == _SHEET:
            relation, end = _text(content, 8)
            name, _end = _text(content, end)
            sheets[name] = _sheet(archive, targets.get(relation, ""), Sheet(name, begins=begins), formats)
    return sheets


def _sheet(archive: ZipFile, part: str, sheet: Sheet, formats: list[str]) -> Sheet:
    links = targets_of(archive, part, is_part=False)
    row = 0
    for record, content in _records(archive.read(part)):
        if record == _ROW:
            row = struct.unpack_from("<I", content)[0] + 1
            if content[11] & _HIDDEN:
                sheet.hidden_rows.add(row)
        elif record == _COLUMN and content[16] & _HIDDEN_COLUMN:
            left, right = struct.unpack_from("<II", content)
            sheet.hidden_columns.update(range(left + 1, min(right + 1, MAX_COLUMNS) + 1))
        elif record in _CELLS and record != _BLANK:
            column, style = struct.unpack_from("<II", content)
            error = ERROR_CODES.get(content[8], "#N/A") if record in (_ERROR, _FORMULA_ERROR) else ""
            number_format = formats[style & 0xFFFFFF] if style & 0xFFFFFF < len(formats) else ""
            sheet.note(row, column + 1, Found(error=error, number_format=number_format))
        elif record == _MERGED:
            top, bottom, left, right = struct.unpack_from("<4I", content)
            sheet.merged.append((top + 1, left + 1, bottom + 1, right + 1))
        elif record == _LINK:
            top, _bottom, left, _right = struct.unpack_from("<4I", content)
            sheet.note(top + 1, left + 1, Found(link=links.get(_text(content, 16)[0], "")))
    return sheet


def _formats(styles: bytes) -> list[str]:
    """The number formats of the cells' styles, as far as they tell more than a number."""
    known = dict(BUILT_IN_FORMATS)
    found: list[str] = []
    is_inside = False
    for record, content in _records(styles):
        if record in (_STYLES_BEGIN, _STYLES_END):
            is_inside = record == _STYLES_BEGIN
        elif record == _FORMAT:
            known[struct.unpack_from("<H", content)[0]] = _text(content, 2)[0]
        elif record == _STYLE and is_inside:
            found.append(telling_format(known.get(struct.unpack_from("<H", content, 2)[0], "")))
    return found


def _records(part: bytes) -> _Records:
    position = 0
    while position < len(part):
        record, position = _packed(part, position, 2)
        length, position = _packed(part, position, 4)
        yield record, part[position : position + length]
        position += length


def _packed(part: bytes, position: int, most: int) -> tuple[int, int]:
    """A number in seven bits a byte, of which a set eighth bit says that another follows; and where it ends."""
    number = 0
    for place, byte in enumerate(part[position : position + most]):
        number |= (byte & 0x7F) << 7 * place
        position += 1
        if not byte & 0x80:
            break
    return number, position


def _text(content: bytes, start: int) -> tuple[str, int]:
    """A text with its length before it, and where it ends."""
    (length,) = struct.unpack_from("<I", content, start)
    end = start + 4 + 2 * min(length, len(content))
    return content[start + 4 : end].decode("utf-16-le", errors="replace"), end
