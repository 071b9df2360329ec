"""Files made by tests: workbooks and documents as Excel and Word would save them."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from openpyxl import Workbook

from ita_data.imports.documents import document_grids
from ita_data.imports.grid import Cell, Grid, place_at
from ita_data.imports.paragraphs import paragraphs_of
from ita_data.imports.workbooks import workbook_grids


def workbook(*rows: Sequence[object], arrange: Callable[[Any], None] | None = None) -> bytes:
    """A workbook of one sheet with these rows; `arrange` may then merge and format."""
    made = Workbook()
    for row in rows:
        made.active.append(list(row))
    if arrange:
        arrange(made.active)
    return saved(made)


def book(named: Mapping[str, Sequence[Sequence[object]]], arrange: Callable[[Any], None] | None = None) -> bytes:
    """A workbook of these sheets; `arrange` is given the workbook."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in named.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(list(row))
    if arrange:
        arrange(made)
    return saved(made)


def saved(made: Any) -> bytes:
    """The bytes of a workbook or a document."""
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def sheet(*rows: Sequence[object], arrange: Callable[[Any], None] | None = None) -> Grid:
    """The grid of such a workbook."""
    return workbook_grids(workbook(*rows, arrange=arrange), "book.xlsx")[0]


def document(fill: Callable[[Any], None]) -> tuple[Grid, ...]:
    """The grids of a document that `fill` writes."""
    made = Document()
    fill(made)
    return document_grids(saved(made), "document.docx")


def cell(value: object, number_format: str = "General") -> Cell:
    """One cell of a workbook, read back from it."""

    def formatted(made: Any) -> None:
        made["A1"].number_format = number_format

    return sheet([value], arrange=formatted if number_format != "General" else None).rows[0][0]


def text_cell(text: str) -> Cell:
    """One cell that holds a text."""
    place = place_at("sheet", 1, 1)
    return Cell(place, place, paragraphs_of(text), text)


def texts(grid: Grid) -> list[list[str]]:
    """The texts of a grid, row by row."""
    return [[found.text for found in row] for row in grid.rows]
