"""Word documents: every table is a grid, and the paragraphs between them are grids of one column.

The XML is walked once from top to bottom, because python-docx looks a table's cells up one by one, and knows nothing
of content controls, text boxes and tracked changes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from ita_data.imports.document_text import hidden_texts, is_on, is_placeholder, struck_texts, text_of
from ita_data.imports.document_values import carried_values
from ita_data.imports.grid import PROSE, TABLE, Cell, Grid, Paragraph, Row, filled, place_at
from ita_data.imports.limits import MAX_CELLS, MAX_ROWS
from ita_data.imports.numbering import Numbering
from ita_data.imports.paragraphs import paragraphs_of
from ita_data.imports.refused import Refused
from ita_data.imports.symbols import UNKNOWN
from ita_data.model.problems import Place, Problem

MAX_COLUMNS = 63
"""As many columns as Word allows in a table."""

_LIMITS = {"rows": f"{MAX_ROWS:,}", "columns": f"{MAX_COLUMNS:,}"}

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:smartTag"), qn("w:ins"), qn("w:moveTo")}
_STRIKES = (qn("w:strike"), qn("w:dstrike"))
_CHANGES = tuple(qn(name) for name in ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel"))
"""What marks a change that somebody has still to accept."""


def document_grids(data: bytes, _name: str) -> tuple[Grid, ...]:
    """The tables of a document and the prose between them, in their order; beside them what one of our own carries.

    Raises whatever python-docx and lxml raise on a document that isn't whole, and Refused for too large a table.
    """
    document = Document(BytesIO(data))
    numbering = Numbering(document)
    grids: list[Grid] = []
    prose: list[Row] = []
    hidden: list[str] = []
    notes = list(_unaccepted(document.element.body))
    tables = paragraphs = 0
    for block in _children(document.element.body, _PARAGRAPH, _TABLE):
        if block.tag == _PARAGRAPH:
            paragraphs += 1
            numbering.shown(block)
            prose.append((_cell(PROSE, paragraphs, 1, _paragraphs(block, numbering)),))
            hidden += hidden_texts(block)
            notes += _struck(block, prose[-1][0].place)
            continue
        tables += 1
        grids += [_prose(prose, hidden, notes), _table(block, TABLE.format(number=tables), numbering)]
        prose, hidden, notes = [], [], []
    return (*grids, _prose(prose, hidden, notes), *carried_values(document))


def _prose(rows: Sequence[Row], hidden: Sequence[str], notes: Sequence[Problem]) -> Grid:
    return Grid(PROSE, tuple(rows), hidden_texts=tuple(hidden), notes=tuple(notes))


def _unaccepted(body: Any) -> Iterator[Problem]:
    """The warning that somebody has changed the document, and nobody has accepted it."""
    if count := sum(1 for _change in body.iter(*_CHANGES)):
        yield Problem("changes-unaccepted", Place(), str(count))


def _struck(block: Any, place: Place) -> Iterator[Problem]:
    texts = tuple(struck_texts(block))
    if texts:
        yield Problem("text-struck", place, " ".join(texts))


def _table(table: Any, sheet: str, numbering: Numbering) -> Grid:
    rows: list[Row] = []
    notes: list[Problem] = []
    hidden, cells = set[int](), 0
    for number, row in enumerate(_standing_rows(table), start=1):
        rows.append(_row(row, sheet, number, rows[-1] if rows else (), numbering))
        cells += len(rows[-1])
        if cells > MAX_CELLS:
            raise Refused("sheet-too-many-cells", f"{cells:,}", sheet=sheet, limit=f"{MAX_CELLS:,}")
        notes += _notes(row, rows[-1])
        if is_on(row, "w:trPr/w:hidden") and any(filled(rows[-1])):
            hidden.add(number)
    texts = tuple(hidden_texts(table))
    return Grid(
        sheet,
        tuple(rows),
        may_go_on=True,
        hidden_rows=frozenset(hidden),
        hidden_texts=texts,
        notes=tuple(notes),
    )


def _notes(row: Any, cells: Row) -> Iterator[Problem]:
    """What has to be said of the texts in a row: struck ones, and signs that nobody knows."""
    if next(row.iter(*_STRIKES), None) is not None:
        column = _columns(row, "w:trPr/w:gridBefore", 0)
        for element in _children(row, _CELL):
            yield from _struck(element, cells[column].place)
            column += _columns(element, "w:tcPr/w:gridSpan", 1)
    for cell in filled(cells):
        if UNKNOWN in cell.text:
            yield Problem("sign-unknown", cell.place, cell.text, {"sign": UNKNOWN})


def _standing_rows(table: Any) -> Iterator[Any]:
    """The rows of a table without those that a tracked change has deleted."""
    return (row for row in _children(table, _ROW) if _property(row, "w:trPr/w:del") is None)


def _row(row: Any, sheet: str, number: int, above: Row, numbering: Numbering) -> Row:
    """A row with a cell for each column of the table; a cell merged downwards has the content of the one above."""
    cells = [_cell(sheet, number, column, ()) for column in range(1, 1 + _columns(row, "w:trPr/w:gridBefore", 0))]
    for element in _children(row, _CELL):
        column = len(cells) + 1
        first = _cell(sheet, number, column, _content(element, numbering))
        if _continues(element) and column <= len(above):
            first = above[column - 1]
        if column > MAX_COLUMNS:
            raise Refused("sheet-too-large", f"{number:,} × {column:,}", sheet=sheet, **_LIMITS)
        span = range(column, column + _columns(element, "w:tcPr/w:gridSpan", 1))
        cells += [replace(first, place=place_at(sheet, number, place)) for place in span]
    return tuple(cells)


def _columns(element: Any, path: str, otherwise: int) -> int:
    found = _property(element, path)
    return otherwise if found is None else min(int(found.get(qn("w:val"))), MAX_COLUMNS)


def _continues(cell: Any) -> bool:
    merge = _property(cell, "w:tcPr/w:vMerge")
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


def _property(element: Any, path: str) -> Any:
    return element.find("/".join(qn(name) for name in path.split("/")))


def _cell(sheet: str, row: int, column: int, paragraphs: tuple[Paragraph, ...]) -> Cell:
    place = place_at(sheet, row, column)
    return Cell(place, place, paragraphs, "\n".join(paragraph.text for paragraph in paragraphs))


def _content(cell: Any, numbering: Numbering) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell; where none holds words, the only number that Word shows in it."""
    numbers = [number for number in map(numbering.shown, cell.iter(_PARAGRAPH)) if number]
    return _paragraphs(cell, numbering) or (paragraphs_of(numbers[0]) if len(numbers) == 1 else ())


def _paragraphs(block: Any, numbering: Numbering) -> tuple[Paragraph, ...]:
    """The paragraphs of a paragraph, which may hold line breaks, or of a cell, which may hold further tables."""
    if block.tag == _PARAGRAPH:
        return paragraphs_of(text_of(block), numbering.listing(block))
    parts = _standing_rows(block) if block.tag == _TABLE else _children(block, _PARAGRAPH, _TABLE, _CELL)
    return tuple(paragraph for part in parts for paragraph in _paragraphs(part, numbering))


def _children(parent: Any, *tags: str) -> Iterator[Any]:
    """The children of these kinds, also those inside content controls and tracked insertions."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS and not (_PARAGRAPH in tags and is_placeholder(child)):
            yield from _children(child, *tags)
