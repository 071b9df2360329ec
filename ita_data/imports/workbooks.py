"""Excel workbooks (.xlsx, .xlsm): one grid a sheet. calamine reads the values, and the sheet's XML says the rest.

calamine leaves out in silence what spreadsheets show as errors, formulas that were never calculated, how numbers are
shown, links, and which rows and columns are hidden.
"""

import re
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from datetime import datetime
from functools import cached_property
from io import BytesIO
from posixpath import join, normpath
from zipfile import ZipFile

from python_calamine import CalamineSheet, CalamineWorkbook, SheetMetadata, SheetTypeEnum, SheetVisibleEnum

from ita_data.imports.cell_values import BEGINS_1900, BEGINS_1904, BUILT_IN_FORMATS, telling_format
from ita_data.imports.grid import Grid, cell_numbers
from ita_data.imports.sheet_markup import Attributes, Markup, attributes_of, markup_of
from ita_data.imports.sheets import Range, Sheet, grid_of
from ita_data.imports.strikes import Strikes, struck_styles, struck_texts

_WORKBOOK = "xl/workbook.xml"
_STYLES = "xl/styles.xml"


def workbook_grids(data: bytes, _name: str) -> tuple[Grid, ...]:
    """A grid for every sheet, hidden ones too, under the sheet's own name; formulas give their last value.

    A formula that was never calculated is an error in its cell. Raises whatever calamine and zipfile raise on a
    workbook that isn't whole, and Refused.
    """
    with ZipFile(BytesIO(data)) as archive, CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
        package = _Package(archive)
        with ThreadPoolExecutor(max_workers=1) as beside:
            return tuple(
                grid_of(_sheet(workbook, number, package, beside))
                for number, found in enumerate(workbook.sheets_metadata)
                if found.typ is SheetTypeEnum.WorkSheet
            )


def ranges_of(sheet: CalamineSheet) -> list[Range]:
    """The merged ranges that calamine knows of, counted from 1."""
    found = sheet.merged_cell_ranges or ()
    return [(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in found]


def is_hidden(sheet: SheetMetadata) -> bool:
    """Whether a workbook doesn't show a sheet."""
    return sheet.visible is not SheetVisibleEnum.Visible


def targets_of(archive: ZipFile, part: str, *, is_part: bool = True) -> dict[str, str]:
    """The targets of a part's relations by their names: other parts of the archive, or addresses anywhere."""
    folder, _, name = part.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive.namelist():
        return {}
    found = {tag.get("Id", ""): tag.get("Target", "") for tag in _tags(archive.read(relations), "Relationship")}
    return {name: _part(target, folder) for name, target in found.items()} if is_part else found


def _sheet(workbook: CalamineWorkbook, number: int, package: "_Package", beside: Executor) -> Sheet:
    metadata = workbook.sheets_metadata[number]
    # calamine needs no interpreter while it reads, so the markup is looked through meanwhile.
    looked_through = beside.submit(package.markup, metadata.name)
    sheet = workbook.get_sheet_by_index(number)
    markup = looked_through.result()
    found = Sheet(
        metadata.name,
        sheet.to_python(skip_empty_area=False),
        markup.errors,
        markup.formats,
        markup.links,
        ranges_of(sheet),
        markup.hidden_rows,
        is_hidden(metadata),
        package.begins,
        markup.hidden_columns,
    )
    for address in sorted(markup.struck, key=cell_numbers):
        left, struck = markup.struck[address] or (None, "")
        found.strike(address, left, struck)
    return found


class _Package:
    """The parts of one workbook that say what its values don't."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        workbook = archive.read(_WORKBOOK)
        targets = targets_of(archive, _WORKBOOK)
        self._parts = {
            sheet.get("name", ""): targets.get(sheet.get("id", ""), "") for sheet in _tags(workbook, "sheet")
        }
        styles = archive.read(_STYLES) if _STYLES in archive.namelist() else b""
        self._formats = _formats(styles)
        shared = next((part for part in targets.values() if part.lower().endswith("sharedstrings.xml")), "")
        self._shared = shared if shared in archive.namelist() else ""
        self._struck = struck_styles(styles)
        is_1904 = any(tag.get("date1904") in ("1", "true") for tag in _tags(workbook, "workbookPr"))
        self.begins: datetime = BEGINS_1904 if is_1904 else BEGINS_1900

    @cached_property
    def _strikes(self) -> Strikes:
        return Strikes(self._struck, struck_texts(self._archive.read(self._shared)) if self._shared else {})

    def markup(self, sheet: str) -> Markup:
        """The markup of a sheet, its links led to where they lead."""
        part = self._parts[sheet]
        with self._archive.open(part) as source:
            markup = markup_of(source, self._formats, self._strikes)
        targets = targets_of(self._archive, part, is_part=False) if markup.links else {}
        markup.links = {at: targets[relation] for at, relation in markup.links.items() if relation in targets}
        return markup


def _part(target: str, folder: str) -> str:
    return normpath(join("/", folder, target.replace("\\", "/"))).lstrip("/")


def _formats(styles: bytes) -> dict[int, str]:
    """The number formats of a workbook by the number of the style, as far as they tell more than a number."""
    own = {tag.get("numFmtId", ""): tag.get("formatCode", "") for tag in _tags(_section(styles, "numFmts"), "numFmt")}
    known = {str(number): number_format for number, number_format in BUILT_IN_FORMATS.items()} | own
    used = (known.get(tag.get("numFmtId", ""), "") for tag in _tags(_section(styles, "cellXfs"), "xf"))
    telling = ((number, telling_format(number_format)) for number, number_format in enumerate(used))
    return {number: number_format for number, number_format in telling if number_format}


def _section(xml: bytes, name: str) -> bytes:
    """What stands inside the first element of this name."""
    match = re.search(rb"(?s)<((?:\w+:)?%b)\b[^<>]*>(.*?)</\1\s*>" % name.encode(), xml)
    return match[2] if match else b""


def _tags(xml: bytes, name: str) -> Iterator[Attributes]:
    """The attributes of all elements of this name."""
    return map(attributes_of, re.findall(rb"<(?:\w+:)?%b\s([^<>]*)>" % name.encode(), xml))
