"""What stands in the middle of a slide: charts and tables that PowerPoint can edit, and large numbers."""

from collections.abc import Sequence
from io import BytesIO
from math import ceil

from openpyxl import load_workbook
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.table import Table, _Cell
from pptx.util import Pt

from ita_data.agenda.screen import Bars, Body, Field, Grid, Listing, Number, Numbers
from ita_data.exports.fitting import Place, fitted, size_for
from ita_data.exports.slide_text import SMALLEST, Type, add_fitted, box_of, colour_of, name_font, set_type, write
from ita_data.exports.workbooks import storable, workbook_bytes
from ita_data.labels import DARK_TEXT, STATE_COLOURS, STATUS_COLOURS, text_on

_GAP, _MARGIN = 18, 4
_PAPER, _PALE, _HEADER, _LINE = "#FFFFFF", "#F0F4F8", "#D9E2EC", "#9AA5B1"
_LARGEST = 18
_NOTE_HEIGHT = 26
_HIGHEST_ROW = 54
_HEAD_HEIGHT = 28
_NAME_WIDTH = 220
_BAR_NAME, _BAR_NAME_SIZE = Place(0, 0, 380, 22), 16
_BLANK_ROWS = 4
_BANDS = ((0.25, 24), (0.35, 66), (0.2, 22), (0.2, 20))
"""A number's name, value, denominator and change: each one's share of the height, and how large it may be."""
_ROOM_FOR_SYMBOL = 0.04
"""A part of this share of the longest bar has room for its symbol beside its count."""


def draw(slide: Slide, body: Body, place: Place, title: str) -> None:
    """Draw a screen's body; `title` is what a reader who doesn't see it is told."""
    match body:
        case Numbers():
            _draw_numbers(slide, body, place)
        case Bars():
            _draw_bars(slide, body, place, title)
        case Grid():
            _draw_grid(slide, body, place, title)
        case Listing():
            _draw_listing(slide, body, place, title)


def _draw_numbers(slide: Slide, body: Numbers, place: Place) -> None:
    width = (place.width - _GAP * (len(body.numbers) - 1)) / len(body.numbers)
    for position, number in enumerate(body.numbers):
        _draw_number(
            slide, number, Place(place.left + position * (width + _GAP), place.top, width, place.height - _GAP)
        )


def _draw_number(slide: Slide, number: Number, place: Place) -> None:
    card = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box_of(place))
    card.fill.solid()
    card.fill.fore_color.rgb = colour_of(_PALE)
    card.line.color.rgb = colour_of(_LINE)
    card.shadow.inherit = False
    inner = place.inside(_MARGIN)
    top = inner.top
    texts = (number.name, number.value, number.of, number.change)
    for text, (share, largest) in zip(texts, _BANDS, strict=True):
        band = Place(inner.left, top, inner.width, inner.height * share)
        looks = Type(largest, is_bold=text == number.value, alignment=PP_ALIGN.CENTER)
        add_fitted(slide, band, text, looks, MSO_ANCHOR.MIDDLE)
        top += band.height


def _draw_bars(slide: Slide, body: Bars, place: Place, title: str) -> None:
    data = CategoryChartData(number_format="0")
    data.categories = [f"{fitted(bar.name, _BAR_NAME, _BAR_NAME_SIZE)}  {bar.rate}" for bar in body.bars]
    for number, (word, symbol) in enumerate(zip(body.words, body.symbols, strict=True)):
        data.add_series(f"{symbol} {word}", [bar.counts[number] for bar in body.bars])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *box_of(place), data)
    _describe(frame, title)
    longest = max(sum(bar.counts) for bar in body.bars)
    _set_axes(frame.chart, longest)
    for part, symbol, series in zip(body.parts, body.symbols, frame.chart.plots[0].series, strict=True):
        _colour_series(series, STATUS_COLOURS[part])
        _label_series(series, symbol, ceil(longest * _ROOM_FOR_SYMBOL), text_on(STATUS_COLOURS[part]))
    name_font(frame.chart._chartSpace)  # noqa: SLF001 - python-pptx names fonts for Latin letters only
    _fix_times(frame.chart)


def _set_axes(chart: Chart, longest: int) -> None:
    plot, names, counts = chart.plots[0], chart.category_axis, chart.value_axis
    plot.gap_width, plot.overlap = 35, 100
    names.reverse_order = True
    names.format.line.color.rgb = colour_of(_LINE)
    names.has_major_gridlines = counts.has_major_gridlines = False
    counts.visible = False
    counts.minimum_scale, counts.maximum_scale = 0, max(1, longest)
    set_type(chart.font, Type(_BAR_NAME_SIZE))
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False


def _colour_series(series: BarSeries, colour: str) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = colour_of(colour)
    series.format.line.color.rgb = colour_of(DARK_TEXT)
    series.format.line.width = Pt(0.75)


def _label_series(series: BarSeries, symbol: str, least: int, colour: str) -> None:
    """Each count with its symbol, so that parts are told apart in grey; without it below `least`, and none for 0."""
    labels = series.data_labels
    labels.show_value = True
    labels.position = XL_LABEL_POSITION.CENTER
    labels.number_format, labels.number_format_is_linked = f'[=0]"";[<{least}]0;"{symbol} "0', False
    set_type(labels.font, Type(14, is_bold=True, colour=colour))


def _fix_times(chart: Chart) -> None:
    """Write the chart's workbook anew, because it carries the time when it was made."""
    workbook = chart.part.chart_workbook
    workbook.update_from_xlsx_blob(workbook_bytes(load_workbook(BytesIO(workbook.xlsx_part.blob))))


def _draw_grid(slide: Slide, body: Grid, place: Place, title: str) -> None:
    shown = place.from_top(place.height - _NOTE_HEIGHT)
    month_width = (shown.width - _NAME_WIDTH) / len(body.months)
    widths = [_NAME_WIDTH, *[month_width] * len(body.months)]
    table = _draw_table(
        slide, shown, ["", *body.months], [[name, *[""] * len(row)] for name, row in body.rows], widths, title
    )
    room = Place(0, 0, month_width - 2 * _MARGIN, _NOTE_HEIGHT)
    texts = [(room, _field_text(field)) for _name, row in body.rows for field in row]
    size = size_for(texts, _LARGEST, SMALLEST)
    for row, (_name, fields) in enumerate(body.rows, 1):
        for column, field in enumerate(fields, 1):
            colour = STATE_COLOURS.get(field.state, _PAPER)
            looks = Type(size, colour=text_on(colour), alignment=PP_ALIGN.CENTER)
            _write_cell(table.cell(row, column), _field_text(field), looks)
            _fill(table.cell(row, column), colour)
    _add_note(slide, place, " · ".join(f"{symbol} {word}" for _state, symbol, word in body.key))


def _field_text(field: Field) -> str:
    return f"{field.symbol} {field.fraction}".strip()


def _draw_listing(slide: Slide, body: Listing, place: Place, title: str) -> None:
    widths = [place.width * share / sum(body.shares) for share in body.shares]
    rows = body.rows or [[""] * len(body.headers)] * _BLANK_ROWS
    shown = place.from_top(place.height - _NOTE_HEIGHT) if body.rest else place
    _draw_table(slide, shown, body.headers, rows, widths, title)
    if body.rest:
        _add_note(slide, place, body.rest)


def _add_note(slide: Slide, place: Place, text: str) -> None:
    add_fitted(slide, place.from_bottom(_NOTE_HEIGHT), text, Type(_LARGEST), MSO_ANCHOR.BOTTOM)


def _draw_table(
    slide: Slide,
    place: Place,
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    title: str,
) -> Table:
    """A table with rows of one height, all in the largest letters in which every text finds room in its cell."""
    height = min(_HIGHEST_ROW, (place.height - _HEAD_HEIGHT) / len(rows))
    whole = place.from_top(_HEAD_HEIGHT + height * len(rows))
    frame = slide.shapes.add_table(len(rows) + 1, len(headers), *box_of(whole))
    _describe(frame, title)
    table = frame.table
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    _write_rows(table, [headers], 0, widths, _HEAD_HEIGHT)
    _write_rows(table, rows, 1, widths, height)
    return table


def _write_rows(
    table: Table, rows: Sequence[Sequence[str]], first: int, widths: Sequence[float], height: float
) -> None:
    rooms = [Place(0, 0, width - 2 * _MARGIN, height - _MARGIN) for width in widths]
    is_header = first == 0
    texts = [(room, text) for row in rows for room, text in zip(rooms, row, strict=True)]
    size = size_for(texts, _LARGEST, SMALLEST, is_bold=is_header)
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


def _describe(frame: GraphicFrame, title: str) -> None:
    frame.name = storable(title)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", storable(title))
