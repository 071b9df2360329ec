"""What stands in the middle of a slide: figures, charts, tables and texts, each in its place."""

from collections.abc import Sequence
from dataclasses import replace

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide

from ita_data.agenda.screen import Bars, Body, Grid, Listing, MonthChart, Number, Numbers, Strip, Strips
from ita_data.exports.fitting import LINE, Place
from ita_data.exports.slide_bars import draw_bars
from ita_data.exports.slide_charts import draw_chart, draw_rows_chart
from ita_data.exports.slide_tables import HEADER_HEIGHT, draw_fields, draw_table, table_height
from ita_data.exports.slide_text import SMALLEST, Type, add_fitted, box_of, colour_of
from ita_data.language import gettext as _

_GAP, _MARGIN = 16, 4
_PALE, _LINE = "#F0F4F8", "#9AA5B1"
_LARGEST = 18
_NOTE_HEIGHT = 26
_NAME_WIDTH, _CROSSED_NAME_WIDTH = 170, 130
_PART_WIDTH = 84
_CARDS_HEIGHT = 158
_STRIP_ROW = 52
_BLANK_ROWS = 6
_LEAST_FOR_A_CHART = 130
"""So much height is left for a chart below a list that is short."""
_BANDS = ((0.22, 17), (0.36, 40), (0.21, 15), (0.21, 15))
"""A number's name, value, denominator and change: each one's share of the height, and how large it may be."""
_ALONE_BANDS = ((0.25, 24), (0.35, 66), (0.2, 22), (0.2, 20))


def draw(slide: Slide, body: Body, place: Place, title: str) -> None:
    """Draw a screen's body; `title` is what a reader who doesn't see it is told."""
    match body:
        case Numbers():
            _draw_numbers(slide, body, place)
        case Bars():
            draw_bars(slide, body, place, title)
        case Grid():
            _draw_grid(slide, body, place, title)
        case Strips():
            _draw_strips(slide, body, place)
        case Listing():
            _draw_listing(slide, body, place, title)


def _draw_numbers(slide: Slide, body: Numbers, place: Place) -> None:
    cards = place.from_top(_CARDS_HEIGHT) if body.charts else place.from_top(place.height - _GAP)
    width = (cards.width - _GAP * (len(body.numbers) - 1)) / len(body.numbers)
    bands = _BANDS if body.charts else _ALONE_BANDS
    for position, number in enumerate(body.numbers):
        card = Place(cards.left + position * (width + _GAP), cards.top, width, cards.height)
        _draw_number(slide, number, card, bands)
    _draw_beside_each_other(slide, body.charts, place.from_bottom(place.height - cards.height - _GAP))


def _draw_beside_each_other(slide: Slide, charts: Sequence[MonthChart], place: Place) -> None:
    for position, chart in enumerate(charts):
        width = (place.width - _GAP * (len(charts) - 1)) / len(charts)
        draw_chart(slide, chart, replace(place, left=place.left + position * (width + _GAP), width=width))


def _draw_number(slide: Slide, number: Number, place: Place, bands: Sequence[tuple[float, int]]) -> None:
    card = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box_of(place))
    card.fill.solid()
    card.fill.fore_color.rgb = colour_of(_PALE)
    card.line.color.rgb = colour_of(_LINE)
    card.shadow.inherit = False
    inner = place.inside(_MARGIN)
    top = inner.top
    texts = (number.name, number.value, number.of, number.change)
    for text, (share, largest) in zip(texts, bands, strict=True):
        band = Place(inner.left, top, inner.width, inner.height * share)
        looks = Type(largest, is_bold=text == number.value, alignment=PP_ALIGN.CENTER)
        add_fitted(slide, band, text, looks, MSO_ANCHOR.MIDDLE)
        top += band.height


def _draw_grid(slide: Slide, body: Grid, place: Place, title: str) -> None:
    shown = place.from_top(place.height - _NOTE_HEIGHT)
    name_width = _CROSSED_NAME_WIDTH if body.chart else _NAME_WIDTH
    table = replace(shown, width=shown.width * 0.68) if body.chart else shown
    parts = [header for header, _texts in body.parts]
    month_width = (table.width - name_width - _PART_WIDTH * len(parts)) / len(body.months)
    widths = [name_width, *[month_width] * len(body.months), *[_PART_WIDTH] * len(parts)]
    blank = [""] * len(body.months)
    rows = [
        [name, *blank, *(texts[place] for _header, texts in body.parts)]
        for place, (name, _fields) in enumerate(body.rows)
    ]
    drawn = draw_table(slide, table, ["", *body.months, *parts], rows, widths, title=title)
    draw_fields(drawn, [fields for _name, fields in body.rows], 1, month_width)
    if body.chart:
        height = table_height(table, len(body.rows))
        right = Place(table.left + table.width + _GAP, table.top, shown.width - table.width - _GAP, height)
        draw_rows_chart(slide, body.chart, right, HEADER_HEIGHT)
    _add_key(slide, place, body.key)


def _draw_strips(slide: Slide, body: Strips, place: Place) -> None:
    if len(body.strips) == 1:
        _draw_alone(slide, body, body.strips[0], place)
        return
    shown = place.from_top(place.height - _NOTE_HEIGHT)
    height = shown.height / len(body.strips)
    for position, strip in enumerate(body.strips):
        room = Place(shown.left, shown.top + position * height, shown.width, height - _GAP)
        said = [strip.sentence, *strip.facts, *strip.orders]
        texts = room.from_top(room.height - HEADER_HEIGHT - _STRIP_ROW)
        _add_texts(slide, texts, said, 1)
        _draw_strip(slide, body, strip, room.from_bottom(HEADER_HEIGHT + _STRIP_ROW))
    _add_key(slide, place, body.key)


def _draw_alone(slide: Slide, body: Strips, strip: Strip, place: Place) -> None:
    """The strip of months, and below it the chart beside what is to be known and done."""
    height = HEADER_HEIGHT + _STRIP_ROW
    _draw_strip(slide, body, strip, place.from_top(height))
    below = place.from_bottom(place.height - height - _GAP).from_top(place.height - height - _GAP - _NOTE_HEIGHT)
    chart = replace(below, width=below.width * 0.52)
    _draw_beside_each_other(slide, body.charts, chart)
    said = [*strip.facts, *strip.orders]
    if body.proposal:
        said.append(_("Proposed order: {text}").format(text=body.proposal))
    left = chart.left + chart.width + _GAP
    texts = Place(left, below.top, below.left + below.width - left, below.height)
    _add_texts(slide, texts if body.charts else below, said, 0)
    _add_key(slide, place, body.key)


def _draw_strip(slide: Slide, body: Strips, strip: Strip, place: Place) -> None:
    width = place.width / len(body.months)
    widths = [width] * len(body.months)
    table = draw_table(slide, place, body.months, [[""] * len(body.months)], widths, title=strip.sentence)
    draw_fields(table, [strip.fields], 0, width)


def _add_texts(slide: Slide, place: Place, texts: Sequence[str], bold: int) -> None:
    """Texts below each other, the first of them in bold."""
    height = place.height / max(1, len(texts))
    size = max(SMALLEST, min(20, int(height / LINE)))
    for position, text in enumerate(texts):
        band = Place(place.left, place.top + position * height, place.width, height)
        add_fitted(slide, band, text, Type(size, is_bold=position < bold), MSO_ANCHOR.MIDDLE)


def _draw_listing(slide: Slide, body: Listing, place: Place, title: str) -> None:
    widths = [place.width * share / sum(body.shares) for share in body.shares]
    rows = body.rows or [[""] * len(body.headers)] * _BLANK_ROWS
    shown = place.from_top(place.height - _NOTE_HEIGHT) if body.rest else place
    draw_table(slide, shown, body.headers, rows, widths, title=title)
    left = shown.height - table_height(shown, len(rows)) - _GAP
    if body.charts and left >= _LEAST_FOR_A_CHART:
        _draw_beside_each_other(slide, body.charts, shown.from_bottom(left))
    if body.rest:
        _add_note(slide, place, body.rest)


def _add_key(slide: Slide, place: Place, key: Sequence[tuple[str, str, str]]) -> None:
    _add_note(slide, place, " · ".join(f"{symbol} {word}" for _state, symbol, word in key))


def _add_note(slide: Slide, place: Place, text: str) -> None:
    add_fitted(slide, place.from_bottom(_NOTE_HEIGHT), text, Type(_LARGEST), MSO_ANCHOR.BOTTOM)
