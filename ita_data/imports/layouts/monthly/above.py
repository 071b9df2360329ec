"""What stands once for many rows: in lines above a table or between its rows, in its title, or in the sheet's name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ita_data.imports.dates import fiscal_month
from ita_data.imports.grid import Cell, Row, filled
from ita_data.imports.layouts.monthly.heads import TABLE
from ita_data.imports.paragraphs import paragraphs_of
from ita_data.imports.spellings import calendar_month, head, section_meant, section_named
from ita_data.model.problems import Place
from ita_data.model.records import Section

STANDING = ("section", "month")
"""The fields that may stand once for many rows instead of in each of them."""

_MONTH_IN_TITLE = re.compile(r"เดือน(?:(?!เดือน).)+")
_BETWEEN_MONTHS = re.compile(r"\s*(?:และ|ถึง|ประจำ|[-–,])\s*$")
_SECTION_IN_TITLE = re.compile(
    r"(?:ของ|ส่วนราชการ|หน่วยงาน)?\s*:?\s*(?P<section>ฝ่าย.+?)\s*(?:(?:ประจำ)?เดือน.*|สำนักงานเขต.*)?"
)


def labels(row: Row) -> dict[str, Cell]:
    """Section and month as a line above the rows says them: label and value in one cell or in two, or in a title."""
    cells = list(filled(row))
    found: dict[str, Cell] = {}
    for cell, neighbour in zip(cells, [*cells[1:], None], strict=True):
        for line in cell.text.splitlines():
            name, value = _label(line), line.partition(":")[2].strip()
            if name and value:
                found[name] = _part(cell, value)
            elif name and neighbour and not _label(neighbour.text):
                found[name] = neighbour
            elif month := _month_in_title(cell, line):
                found["month"] = month
    return found


def is_labelled(row: Row) -> bool:
    """Whether a row between others only says a section or month for those below it: "ฝ่าย: ฝ่ายปกครอง"."""
    first = next(filled(row), None)
    return first is not None and ":" in first.text and _label(first.text) is not None


def group_of(row: Row, sections: Sequence[Section]) -> dict[str, Cell]:
    """The section or month that a row between others names, where that is all it holds."""
    cells = list(filled(row))
    if len(cells) != 1 or not isinstance(cells[0].value, str):
        return {}
    cell = cells[0]
    if section_named(cell.text, sections):
        return {"section": cell}
    return {"month": cell} if _is_month(cell) else {}


def section_in_title(title: Iterable[Cell], sections: Sequence[Section]) -> dict[str, Cell]:
    """The one section that the title names: "ฝ่ายปกครอง ประจำเดือนมกราคม 2568"."""
    found: dict[str, Cell] = {}
    for cell in title:
        for line in cell.text.splitlines():
            match = _SECTION_IN_TITLE.fullmatch(line.strip())
            section = section_named(match["section"], sections) if match else None
            if match and section:
                found[section.name] = _part(cell, match["section"])
    return {"section": next(iter(found.values()))} if len(found) == 1 else {}


def sheet_standing(sheet: str, sections: Sequence[Section]) -> dict[str, Cell]:
    """The section or month that a sheet is named for."""
    place = Place(sheet)
    name = Cell(place, place, paragraphs_of(sheet), sheet)
    if section_meant(sheet, sections)[0]:
        return {"section": name}
    return {"month": name} if _is_month(name) or calendar_month(sheet) else {}


def _is_month(cell: Cell) -> bool:
    return fiscal_month(cell)[0] is not None


def _label(text: str) -> str | None:
    name = head(TABLE, text.partition(":")[0])
    return name if name in STANDING else None


def _month_in_title(cell: Cell, line: str) -> Cell | None:
    parts = [_part(cell, _BETWEEN_MONTHS.sub("", part)) for part in _MONTH_IN_TITLE.findall(line)]
    months = [part for part in parts if _is_month(part) or calendar_month(part.text.removeprefix("เดือน"))]
    # Of two months in one title nobody knows which is meant.
    return months[0] if len(months) == 1 else None


def _part(cell: Cell, text: str) -> Cell:
    return replace(cell, paragraphs=paragraphs_of(text), value=text)
