"""Tables on slides that PowerPoint can edit: rows of one height, in the largest letters that stay in their cells."""

from collections.abc import Sequence

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.table import Table, _Cell
from pptx.util import Pt

from ita_data.agenda.screen import Field
from ita_data.exports.fitting import LINE, Place, fitted, size_for
from ita_data.exports.slide_text import SMALLEST, Type, box_of, colour_of, describe, write
from ita_data.labels import PART_COLOURS, text_on

HEADER_HEIGHT = 28
_MARGIN = 4
_PAPER, _PALE, _HEADER = "#FFFFFF", "#F0F4F8", "#D9E2EC"
_FEW = 4
_LARGEST, _LARGEST_OF_FEW = 20, 26
_HIGHEST_ROW, _HIGHEST_OF_FEW = 62, 96
"""Few rows stand higher, in larger letters."""


def table_height(place: Place, rows: int) -> float:
    """How high a table with so many rows stands in its place."""
    return HEADER_HEIGHT + rows * _row_height(place, rows)


def draw_table(
    slide: Slide,
    place: Place,
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    title: str,
) -> Table:
    """A table; `title` is what a reader who doesn't see it is told."""
    height = _row_height(place, len(rows))
    whole = place.from_top(table_height(place, len(rows)))
    frame = slide.shapes.add_table(len(rows) + 1, len(headers), *box_of(whole))
    describe(frame, title)
    table = frame.table
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    _write_rows(table, [headers], 0, widths, HEADER_HEIGHT)
    _write_rows(table, rows, 1, widths, height)
    return table


def draw_fields(table: Table, rows: Sequence[Sequence[Field]], first: int, width: float) -> None:
    """Fields in the cells of a table's rows, from a column on: symbol and fraction on the colour of the state."""
    room = Place(0, 0, width - 2 * _MARGIN, HEADER_HEIGHT)
    size = size_for([(room, _text(field)) for fields in rows for field in fields], _LARGEST, SMALLEST)
    for row, fields in enumerate(rows, 1):
        for column, field in enumerate(fields, first):
            colour = PART_COLOURS.get(field.state, _PAPER)
            looks = Type(size, colour=text_on(colour), alignment=PP_ALIGN.CENTER)
            _write_cell(table.cell(row, column), _text(field), looks)
            _fill(table.cell(row, column), colour)


def _row_height(place: Place, rows: int) -> float:
    highest = _HIGHEST_OF_FEW if rows <= _FEW else _HIGHEST_ROW
    return min(highest, (place.height - HEADER_HEIGHT) / rows)


def _text(field: Field) -> str:
    return f"{field.symbol} {field.fraction}".strip()


def _write_rows(
    table: Table, rows: Sequence[Sequence[str]], first: int, widths: Sequence[float], height: float
) -> None:
    rooms = [Place(0, 0, width - 2 * _MARGIN, height - _MARGIN) for width in widths]
    is_header = first == 0
    texts = [(room, text) for row in rows for room, text in zip(rooms, row, strict=True)]
    largest = _LARGEST_OF_FEW if len(table.rows) <= _FEW + 1 else _LARGEST
    largest = max(SMALLEST, min(largest, int((height - _MARGIN) / LINE)))
    size = size_for(texts, largest, SMALLEST, is_bold=is_header)
    for row, cells in enumerate(rows, start=first):
        table.rows[row].height = Pt(height)
        for column, (room, text) in enumerate(zip(rooms, cells, strict=True)):
            _write_cell(table.cell(row, column), fitted(text, room, size, is_bold=is_header), Type(size, is_header))
            _fill(table.cell(row, column), _HEADER if is_header else (_PALE, _PAPER)[row % 2])


def _write_cell(cell: _Cell, text: str, looks: Type) -> None:
    write(cell.text_frame, [(text, looks)])
    cell.margin_left = cell.margin_right = Pt(_MARGIN)
    cell.margin_top = cell.margin_bottom = Pt(_MARGIN / 2)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE


def _fill(cell: _Cell, colour: str) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour_of(colour)
